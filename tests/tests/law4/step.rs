//! The generated commands.

/// A command; the numbers choose.
#[derive(Clone, Copy, Debug)]
pub struct Step {
    pub verb: Verb,
    pub who: u8,
    pub a: u8,
    pub b: u8,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verb {
    Assign,
    Reassign,
    Cancel,
    Draft,
    Submit,
    Paper,
    Amend,
    Decide,
    Ask,
    Undo,
}

impl Verb {
    /// All, the frequent ones more than once.
    pub const ALL: [Verb; 15] = [
        Verb::Assign,
        Verb::Assign,
        Verb::Assign,
        Verb::Assign,
        Verb::Reassign,
        Verb::Cancel,
        Verb::Draft,
        Verb::Submit,
        Verb::Submit,
        Verb::Submit,
        Verb::Paper,
        Verb::Amend,
        Verb::Decide,
        Verb::Ask,
        Verb::Undo,
    ];
}
