//! Events: one account's feed, a repository's, or everybody's?

use assay_domain::import::{AccountRef, Profile, Record};

use super::split::Place;

/// GitHub gives at most this many events of a feed; whatever has more is an archive.
const FEED: usize = 300;
/// Bytes of events that are held back at most.
const HELD: usize = 32 * 1024 * 1024;

/// One event as it was read.
pub(crate) struct Happened {
    /// Who acted.
    pub(crate) actor: Option<AccountRef>,
    /// What the event tells of who acted (before 2015).
    pub(crate) profile: Option<Box<Profile>>,
    /// The full name of the repository.
    pub(crate) repo: Option<String>,
    /// The event and what it carries.
    pub(crate) records: Vec<Record>,
    /// Fields in it that cannot be read.
    pub(crate) unread: Vec<&'static str>,
}

/// What becomes of an event.
pub(super) enum Held {
    /// It cannot be told yet.
    Wait,
    /// It, and all that were held, are a feed's.
    Feed(Vec<Happened>),
    /// It, and all that were held, are an archive's.
    Everybody(Vec<Happened>),
}

/// Holds the first events back until it is known.
#[derive(Default)]
pub(super) struct Feed {
    events: usize,
    bytes: usize,
    actor: Option<AccountRef>,
    actors: bool,
    repo: Option<String>,
    repos: bool,
    held: Vec<Happened>,
    everybody: bool,
}

impl Feed {
    /// Takes the next event. Lines of events are an archive where several people act in several repositories; lists
    /// are one only where they are too long for a feed. `chosen` says that accounts were chosen: then lines are taken
    /// for an archive.
    pub(super) fn hold(&mut self, place: Place, happened: Happened, chosen: bool) -> Held {
        self.events += 1;
        self.several(&happened);
        let full = self.events > FEED || self.bytes > HELD;
        let lines = place != Place::Listed;
        self.everybody |= (lines && chosen) || (self.actors && (full || (lines && self.repos)));
        self.held.push(happened);
        if self.everybody {
            return Held::Everybody(self.release());
        }
        // A list of events is no archive for now; only its length can tell.
        if full || place == Place::Lone { Held::Feed(self.release()) } else { Held::Wait }
    }

    fn several(&mut self, happened: &Happened) {
        match (&self.actor, &happened.actor) {
            (None, actor) => self.actor.clone_from(actor),
            (Some(first), Some(actor)) => self.actors |= first != actor,
            (Some(_), None) => {}
        }
        match (&self.repo, &happened.repo) {
            (None, repo) => self.repo.clone_from(repo),
            (Some(first), Some(repo)) => self.repos |= first != repo,
            (Some(_), None) => {}
        }
    }

    /// Counts an event of an archive that was not looked into.
    pub(super) fn pass_by(&mut self) {
        self.events += 1;
    }

    /// Told the length of every value.
    pub(super) fn add(&mut self, bytes: usize) {
        self.bytes += bytes;
    }

    /// What is still held.
    pub(super) fn release(&mut self) -> Vec<Happened> {
        std::mem::take(&mut self.held)
    }

    /// How many events there were.
    pub(super) fn events(&self) -> usize {
        self.events
    }

    /// Whether they are everybody's.
    pub(super) fn is_archive(&self) -> bool {
        self.everybody
    }
}
