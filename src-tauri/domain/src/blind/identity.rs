//! By which words somebody can be told, and how each is looked for in texts.

use std::collections::HashSet;

use super::HIDDEN;
use super::forms;
use crate::erasure::{ERASED, Joint, Redaction, Term, letters};

/// Shortest part of a name that is looked for.
const PART_MIN: usize = 3;
/// From so many letters on a login or a name written as one word is looked for inside longer words too.
const INSIDE_MIN: usize = 6;
/// Shortest part of a place or an employer that is looked for by itself.
const PLACE_MIN: usize = 4;

/// Parts of names that say nothing by themselves.
const PARTICLES: &str = "and bin dal das del den der des dos ibn los van von the";

/// Parts of names that are ordinary English words too: looked for only where they have a capital letter, so that "will" and
/// "fields" stay what they are.
const ORDINARY: &str = "april art august banks bill black bond brown case chase cook cross dawn day drew faith field fields \
    fisher fixture frank grace grant gray green guy hill hope hunt hunter iris ivy jack joy july june king \
    lane law lily long love main major mark may miles page pat power price ray remote rich rob rose ruby \
    rust sample sharp short small stone story street strong sue summer swift table test trees wade water \
    waters white will wood woods young worldwide";

/// Words by which a part of a biography tells a school.
const SCHOOLS: &str = "universit universidad universidade università uniwersytet college school institute institut academy \
    polytechnic politecnico hochschule école escuela bootcamp";

/// Pronouns as people state them. Pronouns in running text cannot be told from ordinary words.
const PRONOUNS: &str = "she/her/hers he/him/his they/them/theirs she/her he/him they/them she/they he/they they/she they/he \
    xe/xem xe/xem/xyrs ze/zir ze/hir ey/em fae/faer it/its sie/ihr er/ihm elle/la il/lui ella/la él/lo";

/// Everything by which a candidate can be told.
#[derive(Clone, Debug, Default)]
pub struct Identity {
    /// Names, the earlier ones too.
    pub names: Vec<String>,
    /// Logins, the earlier ones too.
    pub logins: Vec<String>,
    /// Addresses of e-mail and pages.
    pub addresses: Vec<String>,
    /// Where they live, work and learned, as written.
    pub places: Vec<String>,
    /// Biographies and headlines: what they tell of schools is looked for.
    pub biographies: Vec<String>,
}

/// Looks for the names, logins and addresses of these people, whatever part of a name stands there, but for the words of `kept`
/// names; what is found becomes `mark`. Names of two letters are looked for where they have a capital letter. Places,
/// biographies and pronouns are not looked for: they tell nobody to whom the text is about somebody else.
pub fn naming<'a>(
    mark: &'static str,
    people: impl IntoIterator<Item = &'a Identity>,
    kept: &[String],
) -> Redaction {
    let mut terms = Terms { short: true, ..Terms::default() };
    for one in people {
        one.names.iter().for_each(|name| terms.name(name));
        one.logins.iter().for_each(|login| terms.login(login));
        one.addresses.iter().for_each(|address| terms.address(address));
    }
    let mut own = Terms { short: true, ..Terms::default() };
    kept.iter().for_each(|name| own.name(name));
    let own: HashSet<String> = own.found.into_iter().map(|term| term.text.to_lowercase()).collect();
    terms.found.retain(|term| !own.contains(&term.text.to_lowercase()));
    Redaction::of(mark, terms.found.into_iter().collect())
}

/// Looks for all of these people, and for pronouns as people state them; what is found becomes [`HIDDEN`].
pub fn hiding<'a>(people: impl IntoIterator<Item = &'a Identity>) -> Redaction {
    let mut terms = Terms::default();
    for pronouns in PRONOUNS.split(' ') {
        terms.add(pronouns, Joint::Letters, false);
    }
    for one in people {
        terms.called(one);
        one.places.iter().for_each(|place| terms.place(place));
        one.biographies.iter().for_each(|text| terms.biography(text));
    }
    Redaction::of(HIDDEN, terms.found.into_iter().collect())
}

/// Looks for everything that one person is called, inflected names too: a part of a name goes with whatever the word goes on
/// with. What is found becomes [`ERASED`]. For texts that must name nobody, and may lose a word more.
pub fn calling(one: &Identity) -> Redaction {
    let mut terms = Terms { short: true, ..Terms::default() };
    terms.called(one);
    for stem in one.names.iter().flat_map(|name| forms::stems(name)) {
        terms.add(&stem, Joint::Beginning, false);
    }
    Redaction::of(ERASED, terms.found.into_iter().collect())
}

#[derive(Default)]
struct Terms {
    found: HashSet<Term>,
    /// Whether parts of names of two letters are looked for.
    short: bool,
}

impl Terms {
    /// What somebody is called: names, logins, addresses.
    fn called(&mut self, one: &Identity) {
        one.names.iter().for_each(|name| self.name(name));
        one.logins.iter().for_each(|login| self.login(login));
        one.addresses.iter().for_each(|address| self.address(address));
        for address in forms::pages(&one.names, &one.logins) {
            self.add(&address, Joint::Beginning, false);
        }
    }

    fn name(&mut self, name: &str) {
        let parts: Vec<&str> = name.split(|c: char| c.is_whitespace() || ",.()\"".contains(c)).collect();
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        self.add(name, Joint::Letters, parts.len() == 1 && is_ordinary(name));
        if let [first, .., last] = parts.as_slice() {
            self.add(&format!("{last} {first}"), Joint::Letters, false);
            self.add(&format!("{last}, {first}"), Joint::Letters, false);
            let flat = |name: &str| name.replace('-', "");
            for one_word in [flat(first) + &flat(last), flat(last) + &flat(first)] {
                self.word(&one_word);
            }
            for login in forms::initials(first, last) {
                self.add(&login, Joint::Letters, false);
            }
        }
        for dense in forms::without_spaces(&parts) {
            self.add(&dense, Joint::Anywhere, false);
        }
        for part in parts.iter().flat_map(|part| std::iter::once(*part).chain(part.split('-'))) {
            self.part(part, PART_MIN);
        }
    }

    /// Of a script without spaces between words two characters are a name, and are looked for anywhere.
    fn part(&mut self, part: &str, least: usize) {
        let dense = forms::is_dense(part);
        let part = part.trim_matches(|c: char| !c.is_alphanumeric());
        if dense {
            if letters(part) >= 2 {
                self.add(part, Joint::Anywhere, false);
            }
            return;
        }
        if is_one_of(PARTICLES, part) {
            return;
        }
        if letters(part) < least {
            if self.short && letters(part) == 2 {
                self.add(part, Joint::Letters, true);
            }
            return;
        }
        let ordinary = is_ordinary(part);
        self.add(part, Joint::Letters, ordinary);
        if !ordinary {
            self.add(&format!("{part}s"), Joint::Letters, false);
        }
    }

    /// A word that nobody writes by chance, once it is long.
    fn word(&mut self, word: &str) {
        let joint = if letters(word) >= INSIDE_MIN { Joint::Anywhere } else { Joint::Letters };
        self.add(word, joint, false);
    }

    fn login(&mut self, login: &str) {
        let login = login.trim().trim_start_matches('@');
        match letters(login) {
            0..=1 => {}
            2 | 3 => self.add(login, Joint::Login, false),
            4 | 5 => self.add(login, Joint::Letters, is_ordinary(login)),
            _ if is_ordinary(login) => self.add(login, Joint::Letters, true),
            _ => self.word(login),
        }
    }

    fn address(&mut self, address: &str) {
        let bare = address.trim().trim_end_matches('/');
        let bare = bare.split_once("://").map_or(bare, |(_, rest)| rest);
        let bare = bare.trim_start_matches("www.");
        if letters(bare) > 3 {
            self.add(bare, Joint::Letters, false);
        }
        if let Some((local, _)) = bare.split_once('@') {
            self.login(local);
        }
    }

    fn place(&mut self, place: &str) {
        let place = place.trim().trim_start_matches('@');
        if letters(place) >= PLACE_MIN {
            self.add(place, Joint::Letters, is_ordinary(place));
        }
        for part in place.split([',', ';', '/', '|', '(', ')']) {
            self.part(part.trim(), PLACE_MIN);
        }
    }

    /// The parts of it that name a school, and employers written as `@company`.
    fn biography(&mut self, text: &str) {
        for part in text.split([',', ';', '|', '·', '•', '\n', '.', '(', ')', '–', '/']) {
            let part = part.trim();
            let lower = part.to_lowercase();
            if !SCHOOLS.split(' ').any(|school| lower.contains(school)) {
                continue;
            }
            let at = [" at the ", " at ", "@ ", " from "].iter().find_map(|word| part.split_once(word));
            self.place(at.map_or(part, |(_, school)| school));
        }
        for word in text.split_whitespace().filter_map(|word| word.strip_prefix('@')) {
            self.place(word.trim_end_matches(|c: char| !c.is_alphanumeric()));
        }
    }

    /// The term, and how it is written where accents are spelt out.
    fn add(&mut self, text: &str, joint: Joint, capital: bool) {
        let text = text.trim();
        if text.is_empty() {
            return;
        }
        for text in [text.to_owned(), spelt_out(text)] {
            self.found.insert(Term { text, joint, capital });
        }
    }
}

fn is_ordinary(word: &str) -> bool {
    is_one_of(ORDINARY, word)
}

fn is_one_of(list: &str, word: &str) -> bool {
    let lower = word.to_lowercase();
    list.split(' ').any(|one| one == lower)
}

/// German letters as they are written without them.
fn spelt_out(text: &str) -> String {
    let lower = text.to_lowercase();
    [("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss"), ("ø", "oe"), ("å", "aa"), ("æ", "ae")]
        .iter()
        .fold(lower, |text, (letter, spelt)| text.replace(letter, spelt))
}

#[cfg(test)]
#[path = "identity_tests.rs"]
mod tests;
