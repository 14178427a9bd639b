//! A journal entry in a sentence for people, from its operation and payload.

use serde_json::Value;

/// The field of a payload under which the name of the colleague stands whom it names by an id.
pub const WHOM: &str = "whom";

/// The sentence. Fields that a payload lacks are left out; an unknown operation shows its name.
pub fn of(op: &str, payload: &Value, erased: bool, closed: bool) -> String {
    let verb = kept(op, payload).unwrap_or_else(|| verb(op));
    if erased {
        return format!("{verb} (content erased)");
    }
    if closed {
        return format!("{verb} (closed to you while your interview is open)");
    }
    let details = [
        quoted(payload, "name"),
        quoted(payload, "title"),
        assigned(op, payload),
        pair(payload),
        quoted(payload, "kind"),
        number(payload, "version"),
        quoted(payload, "why"),
        // Reasons of decisions and amendments speak of ratings: they are read where reading them is noted (law 4).
        if is_about_ratings(op) { None } else { quoted(payload, "reason") },
        quoted(payload, "what"),
    ];
    let details: Vec<String> = details.into_iter().flatten().collect();
    if details.is_empty() { verb } else { format!("{verb}: {}", details.join(", ")) }
}

/// Who is to hold an interview.
fn assigned(op: &str, payload: &Value) -> Option<String> {
    let is_assignment = matches!(op, "interview.assign" | "interview.reassign");
    quoted(payload, WHOM).filter(|_| is_assignment).map(|name| format!("to {name}"))
}

fn is_about_ratings(op: &str) -> bool {
    ["decision.", "scorecard.", "retest.", "question."].iter().any(|noun| op.starts_with(noun))
}

/// A role that is opened or a plan that is changed keeps the rubrics and kits that it names: those entries are of them.
fn kept(op: &str, payload: &Value) -> Option<String> {
    if !matches!(op, "role.create" | "plan.update") {
        return None;
    }
    let is = |field: &str| payload.get(field).is_some() && payload.get("hash").is_some();
    let nouns = [("rubric", "Rubric kept"), ("kit", "Kit kept")];
    nouns.into_iter().find(|(field, _)| is(field)).map(|(_, verb)| verb.to_owned())
}

/// What was done, without its details; an unknown operation shows its name.
pub(super) fn verb(op: &str) -> String {
    let known = match op {
        "workspace.create" => "Workspace made",
        "person.add" => "Person added",
        "person.rename" => "Person renamed",
        "person.pin" => "PIN set",
        "person.archive" => "Person archived",
        "role.create" => "Role opened",
        "role.update" => "Role changed",
        "role.stages" => "Stages of a role changed",
        "role.calendar" => "Calendar of a role changed",
        "role.open" => "Role opened or closed",
        "role.blind" => "Blind review of a role switched",
        "blind.open" => "Portfolio opened by somebody who was blind",
        "plan.update" => "Plan changed",
        "plan.panel" => "Panel changed",
        "rubric.keep" => "Rubric version kept",
        "candidate.create" => "Candidate added",
        "candidate.update" => "Candidate changed",
        "candidate.list" => "Candidates added from a list",
        "candidate.link" => "Account linked",
        "candidate.unlink" => "Account unlinked",
        "account.join" => "Account joined",
        "account.separate" => "Account separated",
        "snapshot.link" => "Snapshot linked",
        "snapshot.unlink" => "Snapshot unlinked",
        "candidate.do-not-contact" => "Not to be contacted",
        "candidate.may-contact" => "May be contacted again",
        "candidate.erase" => "Candidate erased",
        "undo.erase" => "Erased with what was taken back",
        "application.add" => "Application added",
        "application.move" => "Stage changed",
        "import.start" => "Import started",
        "import.batch" => "Import took records in",
        "import.finish" => "Import ended",
        "interview.assign" => "Interview assigned",
        "interview.reassign" => "Interview reassigned",
        "interview.reschedule" => "Interview given a time",
        "interview.cancel" => "Interview cancelled",
        "scorecard.submit" => "Scorecard submitted",
        "scorecard.paper" => "Paper scorecard typed in",
        "scorecard.amend" => "Scorecard amended",
        "decision.make" => "Decision made",
        "debrief.open" => "Debrief opened",
        "question.add" => "Open question added",
        "question.close" => "Open question closed",
        "repository.choose" => "Repository marked as worth reading",
        "repository.leave" => "Mark taken from a repository",
        "submission.add" => "Submission added",
        "submission.form" => "Submission taken from a form",
        "submission.remove" => "Submission removed",
        "group.count" => "Groups given voluntarily counted",
        "group.give" => "A group given voluntarily kept",
        "group.withdraw" => "Groups given voluntarily taken back",
        "impact.import" => "Totals of groups imported",
        "impact.remove" => "Totals of groups removed",
        "outcome.keep" => "Outcome of a hire kept",
        "retest.begin" => "Marking again begun",
        "retest.submit" => "Marked again",
        "retest.stop" => "Marking again stopped",
        "ratings.read" => "Ratings read",
        "journal.undo" => "Taken back",
        other => return other.to_string(),
    };
    known.to_string()
}

fn quoted(payload: &Value, field: &str) -> Option<String> {
    payload.get(field)?.as_str().filter(|text| !text.is_empty()).map(str::to_string)
}

fn number(payload: &Value, field: &str) -> Option<String> {
    payload.get(field)?.as_i64().map(|number| format!("{field} {number}"))
}

/// `from → to`, where a payload has both; by the names that the role gave its stages then, where they are told.
fn pair(payload: &Value) -> Option<String> {
    let named = |field: &str| {
        let title = payload.get(format!("{field}_title")).and_then(Value::as_str);
        title.or_else(|| payload.get(field)?.as_str())
    };
    let to = named("to")?;
    match named("from") {
        Some(from) => Some(format!("{from} → {to}")),
        None => Some(to.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_move_says_from_and_to() {
        let payload = json!({"from": "applied", "to": "rejected", "reason": "no Rust"});
        assert_eq!(
            of("application.move", &payload, false, false),
            "Stage changed: applied → rejected, no Rust"
        );
    }

    #[test]
    fn a_move_says_the_role_s_own_names() {
        let payload =
            json!({"from": "applied", "to": "interviewing", "from_title": "applied", "to_title": "On site"});
        assert_eq!(of("application.move", &payload, false, false), "Stage changed: applied → On site");
    }

    #[test]
    fn what_a_role_keeps_is_called_by_its_own_noun() {
        let rubric = json!({"rubric": "review", "version": 1, "title": "Review", "hash": "0a"});
        assert_eq!(of("role.create", &rubric, false, false), "Rubric kept: Review, version 1");
        let kit = json!({"kit": "review", "version": 2, "title": "Review", "hash": "0a"});
        assert_eq!(of("plan.update", &kit, false, false), "Kit kept: Review, version 2");
        assert_eq!(of("role.create", &json!({"title": "Backend"}), false, false), "Role opened: Backend");
    }

    #[test]
    fn an_assignment_says_to_whom() {
        let payload = json!({"title": "Code review", "person": "an id", "whom": "Bo Fixture"});
        assert_eq!(
            of("interview.assign", &payload, false, false),
            "Interview assigned: Code review, to Bo Fixture"
        );
        assert_eq!(of("interview.cancel", &payload, false, false), "Interview cancelled: Code review");
    }

    #[test]
    fn a_decision_s_reason_is_not_read_in_passing() {
        let payload = json!({"kind": "reject", "reason": "two raters at level 1"});
        assert_eq!(of("decision.make", &payload, false, false), "Decision made: reject");
    }

    #[test]
    fn closed_content_is_not_told() {
        let text = of("scorecard.submit", &Value::Null, false, true);
        assert_eq!(text, "Scorecard submitted (closed to you while your interview is open)");
    }
}
