//! Text as it is compared: decomposed (Unicode normalisation form KD, UAX #15), case folded, `\uXXXX` escapes decoded, every
//! character with its place in the source. So a name is found however its accents are encoded.

use unicode_normalization::char::{canonical_combining_class, decompose_compatible, is_combining_mark};

/// Folded text with the way back to its source.
pub struct Folded {
    /// The characters that are compared.
    pub chars: Vec<char>,
    starts: Vec<usize>,
    length: usize,
}

/// What makes a word go on beyond a pattern, so that the pattern is only a part of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Joint {
    /// Letters and digits, and an underscore with one beyond it.
    Word,
    /// The same, and a hyphen with one beyond it.
    Login,
    /// Letters and digits only: `ada_cv.pdf` holds the word `ada`.
    Letters,
    /// Nothing: it is found inside longer words too.
    Anywhere,
    /// Letters and digits before it; a word that begins with it goes to its end, hyphens and underscores too.
    Beginning,
}

/// In which places a pattern is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Standing {
    /// In all.
    Anywhere,
    /// Where it can only be a login ([`Folded::is_login`]).
    AsLogin,
    /// Where it cannot.
    InProse,
}

/// What stands before a login in the addresses of GitHub's interface.
const OWNERS: [&str; 3] = ["repos", "users", "orgs"];

/// The characters of a pattern; white space becomes single spaces.
pub fn folded(text: &str) -> Vec<char> {
    let words: Vec<&str> = text.split_whitespace().collect();
    Folded::of(&words.join(" ")).chars
}

/// How many characters it has, marks on letters not counted.
pub fn letters(text: &str) -> usize {
    folded(text).into_iter().filter(|c| !is_combining_mark(*c)).count()
}

/// The characters of a pattern that is looked for whatever the marks on letters.
pub fn bare(text: &str) -> Vec<char> {
    let words: Vec<&str> = text.split_whitespace().collect();
    Folded::bare(&words.join(" ")).chars
}

/// A letter without a mark that Unicode does not take apart: `l` of `ł`.
fn base(c: char) -> char {
    match c {
        'ł' => 'l',
        'đ' | 'ð' => 'd',
        'ø' => 'o',
        'ħ' => 'h',
        'ŧ' => 't',
        'ı' => 'i',
        other => other,
    }
}

/// Upper and then lower case: brings together what either alone keeps apart (the German sharp s, the Greek final sigma).
fn fold(c: char) -> impl Iterator<Item = char> {
    c.to_uppercase().flat_map(char::to_lowercase)
}

/// Puts the marks that follow a letter into their canonical order (UAX #15, D109), each with its place.
fn order_marks(decomposed: &mut [(char, usize)]) {
    let class = |one: &(char, usize)| canonical_combining_class(one.0);
    for marks in decomposed.chunk_by_mut(|left, right| class(left) != 0 && class(right) != 0) {
        if class(&marks[0]) != 0 {
            marks.sort_by_key(class);
        }
    }
}

impl Folded {
    /// Folds a text.
    pub fn of(text: &str) -> Self {
        let mut decomposed = Vec::with_capacity(text.len());
        let mut at = 0;
        while let Some(c) = text[at..].chars().next() {
            let (c, length) = escape(&text[at..]).unwrap_or((c, c.len_utf8()));
            decompose_compatible(c, |part| decomposed.push((part, at)));
            at += length;
        }
        order_marks(&mut decomposed);
        let folded = decomposed.into_iter().flat_map(|(c, at)| fold(c).map(move |folded| (folded, at)));
        let (chars, starts) = folded.unzip();
        Folded { chars, starts, length: text.len() }
    }

    /// Folds a text and leaves out the marks on its letters, so that `Zoltán` and `Zoltan` are one.
    pub fn bare(text: &str) -> Self {
        let Folded { chars, starts, length } = Folded::of(text);
        let kept = chars.into_iter().zip(starts).filter(|(c, _)| !is_combining_mark(*c));
        let (chars, starts) = kept.map(|(c, at)| (base(c), at)).unzip();
        Folded { chars, starts, length }
    }

    /// The end of the word that goes on at `at`, with hyphens and underscores in it.
    pub fn word_end(&self, at: usize) -> usize {
        let inside = |place: usize| {
            let c = |place: usize| self.chars.get(place).copied();
            let word = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || is_combining_mark(c));
            word(c(place)) || (matches!(c(place), Some('-' | '_')) && word(c(place + 1)))
        };
        (at..).find(|place| !inside(*place)).unwrap_or(at)
    }

    /// Place in the source of the folded character at `at`, or its end.
    pub fn start(&self, at: usize) -> usize {
        self.starts.get(at).copied().unwrap_or(self.length)
    }

    /// Whether `at` stands between two characters of the source, not inside the folded form of one.
    pub fn boundary(&self, at: usize) -> bool {
        at == 0 || self.start(at) != self.start(at - 1)
    }

    /// The place after the white space at `at`, with its forms in addresses (`+`, `%20`) and escapes (`\n`, `\t`, `\r`).
    pub fn skip_space(&self, at: usize) -> Option<usize> {
        let step = |from: usize| match self.chars.get(from..)? {
            [c, ..] if c.is_whitespace() || *c == '+' => Some(from + 1),
            ['%', '2', '0', ..] => Some(from + 3),
            ['\\', 'n' | 't' | 'r', ..] => Some(from + 2),
            _ => None,
        };
        let mut end = step(at)?;
        while let Some(next) = step(end) {
            end = next;
        }
        Some(end)
    }

    /// Whether an `@` stands before `at` that begins a mention, not the domain of an address.
    pub fn mentions(&self, at: usize) -> bool {
        let before = |distance: usize| at.checked_sub(distance).and_then(|place| self.chars.get(place));
        before(1) == Some(&'@') && !before(2).is_some_and(|c| c.is_alphanumeric())
    }

    /// Whether what stands from `at` to `end` can only be a login: a mention, the first step of an address behind its host, the
    /// owner in `owner/name`, or a text of its own. In running text an `owner/name` may be two ordinary words.
    pub fn is_login(&self, at: usize, end: usize) -> bool {
        let before = &self.chars[..at];
        let owner = match before.split_last() {
            Some(('/', before)) => {
                let ends = |c: &char| *c == '/' || c.is_whitespace() || "\"'(<[".contains(*c);
                let step = &before[before.iter().rposition(ends).map_or(0, |at| at + 1)..];
                step.contains(&'.') || OWNERS.iter().any(|owner| owner.chars().eq(step.iter().copied()))
            }
            None => {
                let alone = !self.chars.iter().any(|c| c.is_whitespace());
                alone && matches!(self.chars.get(end), None | Some('/'))
            }
            Some(_) => false,
        };
        owner || self.mentions(at)
    }

    /// Whether a pattern of this standing is looked for from `at` to `end`.
    pub fn stands(&self, at: usize, end: usize, standing: Standing) -> bool {
        match standing {
            Standing::Anywhere => true,
            Standing::AsLogin => self.is_login(at, end),
            Standing::InProse => !self.is_login(at, end),
        }
    }

    /// Whether the word at `at` goes on to the left. The letter of an escape such as `\n` belongs to no word.
    pub fn joined_before(&self, at: usize, joint: Joint) -> bool {
        let before =
            |distance: usize| at.checked_sub(distance).and_then(|place| self.chars.get(place)).copied();
        let escaped = before(2) == Some('\\') && matches!(before(1), Some('n' | 't' | 'r' | 'b' | 'f'));
        let percent =
            before(3) == Some('%') && [before(2), before(1)].iter().flatten().all(char::is_ascii_hexdigit);
        !escaped && !percent && joined(before(1), before(2), joint)
    }

    /// Whether the word that ends before `at` goes on to the right; a mark there belongs to its last letter.
    pub fn joined_after(&self, at: usize, joint: Joint) -> bool {
        let marked = self.chars.get(at).is_some_and(|next| is_combining_mark(*next));
        (marked && joint != Joint::Anywhere)
            || joined(self.chars.get(at).copied(), self.chars.get(at + 1).copied(), joint)
    }
}

fn joined(near: Option<char>, beyond: Option<char>, joint: Joint) -> bool {
    let word = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || is_combining_mark(c));
    match joint {
        Joint::Anywhere => false,
        Joint::Letters | Joint::Beginning => word(near),
        Joint::Word => word(near) || (near == Some('_') && word(beyond)),
        Joint::Login => word(near) || (matches!(near, Some('_' | '-')) && word(beyond)),
    }
}

/// The character that a `\uXXXX` escape (or a surrogate pair of them; RFC 8259, section 7) at the start of the text means.
fn escape(text: &str) -> Option<(char, usize)> {
    let unit = |text: &str| {
        let digits = text.strip_prefix("\\u")?.get(..4)?;
        u16::from_str_radix(digits, 16).ok().filter(|_| digits.bytes().all(|b| b.is_ascii_hexdigit()))
    };
    let first = unit(text)?;
    if let Some(c) = char::from_u32(u32::from(first)) {
        return Some((c, 6));
    }
    let second = unit(text.get(6..)?)?;
    let c = char::decode_utf16([first, second]).next()?.ok()?;
    Some((c, 12))
}
