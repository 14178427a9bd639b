//! What an answer means.

use serde_json::Value;

use super::http::Raw;
use super::steps::{Absent, Gives, Step};
use super::token::Token;

/// What an answer means.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// What was asked for.
    Good,
    /// As it was.
    Unchanged,
    /// There is none.
    None,
    /// It is elsewhere.
    Moved(String),
    /// Too many requests.
    Limited,
    /// The server is in trouble.
    Trouble(String),
    /// It cannot be had, and the rest can.
    LeftOut(String),
    /// The token is not accepted.
    Token,
    /// There is nothing of the name, or no right to see it.
    Missing,
    /// No answer of GitHub's interface.
    Wrong(String),
}

/// Judges an answer to a step.
pub(super) fn judge(raw: &Raw, step: &Step, token: Option<&Token>) -> Verdict {
    if token.is_some_and(|token| repeats(raw, token)) {
        return Verdict::Wrong("the answer repeats the token, so it was not kept".to_owned());
    }
    match raw.status {
        200 => body(raw, step.gives),
        204 if step.gives == Gives::List => Verdict::None,
        304 => Verdict::Unchanged,
        301 | 302 | 307 | 308 => raw
            .location
            .clone()
            .map_or_else(|| Verdict::Wrong("a redirect that leads nowhere".to_owned()), Verdict::Moved),
        401 => Verdict::Token,
        403 | 429 if is_limit(raw) => Verdict::Limited,
        404 if step.absent == Absent::None => Verdict::None,
        404 => Verdict::Missing,
        // "Git Repository is empty."
        409 if step.gives == Gives::List => Verdict::None,
        403 | 409 | 410 | 422 | 451 => Verdict::LeftOut(format!("{}: {}", raw.status, message(raw))),
        500..=599 => Verdict::Trouble(format!("the server is in trouble ({})", raw.status)),
        other => Verdict::Wrong(format!("an answer that GitHub does not give ({other})")),
    }
}

/// Whether the token stands in anything that would be kept or told.
fn repeats(raw: &Raw, token: &Token) -> bool {
    let texts = [Some(&raw.content_type), raw.etag.as_ref()];
    token.stands_in(&raw.body) || texts.into_iter().flatten().any(|text| token.stands_in(text.as_bytes()))
}

/// Primary limits leave nothing, secondary ones say so
/// (<https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#exceeding-the-rate-limit>).
fn is_limit(raw: &Raw) -> bool {
    let text = message(raw).to_lowercase();
    raw.status == 429
        || raw.retry_after.is_some()
        || raw.remaining == Some(0)
        || text.contains("rate limit")
        || text.contains("abuse detection")
}

fn body(raw: &Raw, gives: Gives) -> Verdict {
    let kind = raw.content_type.split(';').next().unwrap_or_default().trim();
    if !(kind.eq_ignore_ascii_case("application/json") || kind.ends_with("+json")) {
        let kind: String = kind.chars().filter(|c| c.is_ascii_graphic()).take(60).collect();
        let named = if kind.is_empty() { "no type".to_owned() } else { kind };
        return Verdict::Wrong(format!(
            "{named} came instead of JSON: a sign-in page or a proxy answers in GitHub's place"
        ));
    }
    match serde_json::from_slice::<Value>(&raw.body) {
        Ok(value) if value.is_array() && gives == Gives::List => Verdict::Good,
        Ok(value) if value.is_object() && gives == Gives::Object => Verdict::Good,
        Ok(_) => Verdict::Wrong("JSON of another shape than GitHub's came".to_owned()),
        Err(_) => Verdict::Wrong("what came is no sound JSON".to_owned()),
    }
}

/// The message of an error body, on one line.
fn message(raw: &Raw) -> String {
    let value: Value = serde_json::from_slice(&raw.body).unwrap_or_default();
    let text = value.get("message").and_then(Value::as_str).unwrap_or("no message");
    text.chars().filter(|c| !c.is_control()).take(160).collect()
}

#[cfg(test)]
mod tests {
    use super::super::steps::{PROFILE, REPOSITORIES};
    use super::*;

    fn answer(status: u16, content_type: &str, body: &str) -> Raw {
        Raw { status, content_type: content_type.into(), body: body.into(), ..Raw::default() }
    }

    #[test]
    fn only_json_of_the_right_shape_is_good() {
        let judged = |kind, body| judge(&answer(200, kind, body), &PROFILE, None);
        assert_eq!(judged("application/json; charset=utf-8", "{}"), Verdict::Good);
        for (kind, body) in [
            ("text/html", "<html>"),
            ("", "{}"),
            ("application/json", "{\"login\": "),
            ("application/json", "[]"),
            ("text/html", "{}"),
        ] {
            assert!(matches!(judged(kind, body), Verdict::Wrong(_)), "{kind} {body}");
        }
    }

    #[test]
    fn limits_are_told_from_refusals() {
        let refused = |body| judge(&answer(403, "application/json", body), &REPOSITORIES, None);
        assert!(matches!(refused("{\"message\":\"Repository access blocked\"}"), Verdict::LeftOut(_)));
        assert_eq!(refused("{\"message\":\"You have exceeded a secondary rate limit.\"}"), Verdict::Limited);
        assert_eq!(judge(&answer(429, "", ""), &REPOSITORIES, None), Verdict::Limited);
        let used_up = Raw { remaining: Some(0), ..answer(403, "", "") };
        assert_eq!(judge(&used_up, &REPOSITORIES, None), Verdict::Limited);
    }

    #[test]
    fn an_answer_that_repeats_the_token_is_not_kept() {
        let token = Token::new("ghp_fixture0123456789").unwrap();
        let raw = answer(200, "application/json", "{\"login\":\"ghp_fixture0123456789\"}");
        let Verdict::Wrong(why) = judge(&raw, &PROFILE, Some(&token)) else { panic!("it was kept") };
        assert!(!why.contains("fixture"));
    }
}
