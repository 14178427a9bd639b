//! The sample workspace: a backend role with invented candidates, made through the same commands as real ones.
//!
//! Everything in it is invented, deterministic, and dated relative to the moment it is made: the role opened nineteen days
//! before.

mod candidates;
mod data;
mod decisions;
mod interviews;
mod role;
mod room;
mod snapshots;
mod submissions;

use std::path::Path;

use assay_domain::ids::PersonId;
use chrono::Duration;

use crate::store::{NewWorkspace, OpenOptions, create as create_workspace};
use crate::{Instant, Result, Store, Viewer, people};

/// The sample's passphrase. It is known to everybody and guards nothing.
pub const PASSPHRASE: &str = "assay sample";
/// Name of the first person, who looks at it.
const OWNER: &str = "Ada Example";
/// Days since the role was opened.
const DAYS: i64 = 19;

/// The sample under construction.
pub(crate) struct Sample<'a> {
    store: &'a Store,
    owner: Viewer,
    /// The interviewers, the owner first, as in the data file.
    people: Vec<PersonId>,
    opened: Instant,
}

impl Sample<'_> {
    /// `day` days and `minute` minutes after the role was opened.
    fn at(&self, day: i64, minute: i64) -> Instant {
        self.opened + Duration::days(day) + Duration::minutes(minute)
    }
}

/// When work begins on the day of `at`.
fn morning(at: Instant) -> Instant {
    at.date_naive().and_time(chrono::NaiveTime::MIN).and_utc() + Duration::hours(7)
}

/// Makes the sample in `folder`, which must not hold anything, as of the moment `at`.
pub fn create(folder: &Path, at: Instant) -> Result<Store> {
    create_with(folder, at, OpenOptions::default())
}

/// [`create`] with options.
pub fn create_with(folder: &Path, at: Instant, options: OpenOptions) -> Result<Store> {
    let new = NewWorkspace {
        folder,
        name: "Sample: backend hiring",
        passphrase: PASSPHRASE,
        owner: OWNER,
        sample: true,
        options,
    };
    let opened = morning(at - Duration::days(DAYS));
    let made = create_workspace(&new, opened)?;
    let data = data::load()?;
    let mut sample = Sample { store: &made.store, owner: made.owner, people: vec![made.owner.0], opened };
    for person in data.people.iter().skip(1) {
        let added = people::add(&made.store, made.owner, opened, &person.name, "")?;
        sample.people.push(added.value.id);
    }
    let role = role::open(&sample)?;
    role::name_panels(&sample, &role)?;
    let candidates = candidates::add(&sample, &data, &role)?;
    submissions::hand_in(&sample, &data, &role, &candidates)?;
    interviews::hold(&sample, &data, &role, &candidates)?;
    decisions::decide(&sample, &data, &role, &candidates)?;
    Ok(made.store)
}

/// The first person of the sample, as whom it is explored.
pub fn owner(store: &Store) -> Result<Viewer> {
    people::find(store, OWNER).map(|person| Viewer(person.id))
}
