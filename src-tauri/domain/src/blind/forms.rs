//! Forms that a name takes: logins made of it, pages under it, names of scripts without spaces, stems.

use crate::erasure::letters;

/// Shortest login made of an initial and a name that is looked for: shorter ones are too often words.
const INITIALS_MIN: usize = 6;
/// Letters and digits of a name or login by which the page of an account is taken for theirs.
const PREFIX: usize = 4;
/// Shortest stem of a name.
const STEM_MIN: usize = 4;

/// Sites on which the first part of a path is a login.
const SITES: &str = "github.com gitlab.com codeberg.org bitbucket.org linkedin.com/in twitter.com x.com stackoverflow.com/users";

/// What stands after a Chinese, Japanese or Korean family name.
const TITLES: &str =
    "先生 女士 小姐 太太 老师 老師 博士 教授 同学 同學 经理 經理 さん 様 さま 氏 君 くん ちゃん 님 씨";

/// Whether a part of a name is of a script without spaces between words.
pub fn is_dense(part: &str) -> bool {
    part.chars().any(|c| ('\u{2e80}'..'\u{ac00}').contains(&c))
}

/// Logins of an initial and the other name: `zquixoticus`, `quixoticusz`, `zoltanq`.
pub fn initials(first: &str, last: &str) -> Vec<String> {
    let (first, last) = (first.replace('-', ""), last.replace('-', ""));
    let (Some(a), Some(b)) = (first.chars().next(), last.chars().next()) else { return Vec::new() };
    let made = [format!("{a}{last}"), format!("{last}{a}"), format!("{first}{b}")];
    made.into_iter().filter(|login| letters(login) >= INITIALS_MIN).collect()
}

/// Of a name written without spaces: the given name where it has two characters or more, and the family name with a title.
/// A family name has one character, or two in a name of four.
pub fn without_spaces(parts: &[&str]) -> Vec<String> {
    let (family, given) = match parts {
        [name] if is_dense(name) && (2..=4).contains(&name.chars().count()) => {
            let chars: Vec<char> = name.chars().collect();
            let (family, given) = chars.split_at(if chars.len() == 4 { 2 } else { 1 });
            (family.iter().collect::<String>(), given.iter().collect::<String>())
        }
        [family, given] if is_dense(family) && is_dense(given) => ((*family).to_owned(), (*given).to_owned()),
        _ => return Vec::new(),
    };
    let titled = TITLES.split(' ').map(|title| format!("{family}{title}"));
    let given = Some(given).filter(|given| given.chars().count() >= 2);
    titled.chain(given).collect()
}

/// How addresses of pages begin that are theirs: a site with the beginning of a login, a name, or initial and surname.
pub fn pages(names: &[String], logins: &[String]) -> Vec<String> {
    let mut heads: Vec<String> = logins.iter().filter_map(|login| head(login, PREFIX)).collect();
    for name in names {
        let parts: Vec<&str> = name.split_whitespace().collect();
        heads.extend(parts.iter().filter_map(|part| head(part, PREFIX)));
        if let [first, .., last] = parts.as_slice() {
            let both = |a: &str, b: &str| Some(head(a, 1)? + &head(b, PREFIX - 1)?);
            heads.extend([both(first, last), both(last, first)].into_iter().flatten());
        }
    }
    let at = |head: String| SITES.split(' ').map(move |site| format!("{site}/{head}"));
    heads.into_iter().flat_map(at).collect()
}

/// What the words of an inflected name begin with: each long part, without a vowel at its end.
pub fn stems(name: &str) -> Vec<String> {
    let vowel = |c: char| "aeiouyáéíóúąęäöü".contains(c);
    let stem = |part: &str| {
        let lower = part.to_lowercase();
        let stem = lower.strip_suffix(vowel).filter(|stem| letters(stem) >= STEM_MIN).unwrap_or(&lower);
        (letters(stem) >= STEM_MIN && !is_dense(stem)).then(|| stem.to_owned())
    };
    name.split(|c: char| !c.is_alphanumeric()).filter_map(stem).collect()
}

/// The beginning of a text with so many letters and digits, and what stands among them.
fn head(text: &str, count: usize) -> Option<String> {
    let text = text.trim().trim_start_matches('@');
    let (at, last) = text.char_indices().filter(|(_, c)| c.is_alphanumeric()).nth(count - 1)?;
    Some(text[..at + last.len_utf8()].to_owned()).filter(|head| !is_dense(head))
}
