//! What a capture will cost: requests, and the time that they take under the present limit.

use chrono::{DateTime, Utc};

use super::order::{Depth, Order};
use super::steps::{Over, PROFILE, REPOSITORIES, Resource, Step, of_account, over};

/// Seconds that one answer takes, as it usually is.
const EACH: f64 = 0.4;

/// One of GitHub's limits, as it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit {
    /// Requests in a window.
    pub limit: u32,
    /// Of these, how many are left.
    pub remaining: u32,
    /// When there are all again.
    pub reset: DateTime<Utc>,
}

/// The limits as `GET /rate_limit` gives them; `None` where the server does not limit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Allowance {
    /// Of most requests, by the hour: 60 without a token, 5,000 with one.
    pub core: Option<Limit>,
    /// Of searches, by the minute: 10 without a token, 30 with one.
    pub search: Option<Limit>,
    /// Of GraphQL.
    pub graphql: Option<Limit>,
}

/// What a capture will cost.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Estimate {
    /// The login as GitHub writes it.
    pub login: String,
    /// Where.
    pub host: String,
    /// How much.
    pub depth: Depth,
    /// Requests at most, the one for the profile included. What GitHub does not hold need not be asked for.
    pub requests: u32,
    /// Of these, how many have been answered already.
    pub answered: u32,
    /// Public repositories that GitHub counts.
    pub public_repositories: Option<u32>,
    /// How many repositories are looked into.
    pub repositories: u32,
    /// Whether a token is used.
    pub token: bool,
    /// The limits now.
    pub allowance: Allowance,
    /// About how many seconds it takes, waiting for the limits included.
    pub seconds: u32,
}

/// How much there is, as far as is known.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Counts {
    pub repositories: Option<u32>,
    /// Own repositories that are looked into, once the listing is read.
    pub looked_into: Option<u32>,
    pub reviewed: Option<u32>,
    pub elsewhere: Option<u32>,
    pub gists: Option<u32>,
}

/// Requests by the limit they count against.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Cost {
    pub core: u32,
    pub search: u32,
    pub graphql: u32,
}

impl Cost {
    fn add(&mut self, step: &Step, times: u32) {
        match step.resource {
            Resource::Core => self.core += times,
            Resource::Search => self.search += times,
            Resource::Graphql => self.graphql += times,
        }
    }

    pub(super) fn total(self) -> u32 {
        self.core + self.search + self.graphql
    }
}

/// The most requests that a depth can cost, whatever the account.
pub fn most(depth: Depth, token: bool) -> u32 {
    cost(depth, token, 0, Counts::default()).total()
}

/// The most requests that are needed, given what is known of the account. `chosen` repositories come before others.
pub(super) fn cost(depth: Depth, token: bool, chosen: u32, counts: Counts) -> Cost {
    let at_most = |known: Option<u32>, cap: usize| {
        let cap = u32::try_from(cap).unwrap_or(u32::MAX);
        known.map_or(cap, |known| known.min(cap))
    };
    let looked_into = counts.looked_into.unwrap_or_else(|| looked_into(depth, chosen, counts.repositories));
    let mut cost = Cost::default();
    cost.add(&PROFILE, 1);
    for step in of_account() {
        let pages = step.pages(depth, token);
        let known = std::ptr::eq(step, &REPOSITORIES).then_some(counts.repositories).flatten();
        let pages = known.map_or(pages, |known| pages.min(known.div_ceil(100).max(1)));
        let no_gists = step.entry.starts_with("gists/") && counts.gists == Some(0);
        cost.add(step, if no_gists { pages.min(1) } else { pages });
    }
    let times = [
        (Over::Chosen, chosen),
        (Over::Repository, looked_into),
        (Over::Reviewed, at_most(counts.reviewed, depth.reviewed())),
        (Over::Elsewhere, at_most(counts.elsewhere, depth.elsewhere())),
    ];
    for (what, times) in times {
        for step in over(what) {
            cost.add(step, times * step.pages(depth, token));
        }
    }
    cost
}

/// How many repositories are looked into.
pub(super) fn looked_into(depth: Depth, chosen: u32, repositories: Option<u32>) -> u32 {
    let cap = u32::try_from(depth.repositories()).unwrap_or(u32::MAX).max(chosen);
    repositories.map_or(cap, |own| cap.min(own.saturating_add(chosen)))
}

/// About how many seconds requests take, `now` being the time: each its own, and the waiting for every limit.
pub(super) fn seconds(cost: Cost, allowance: &Allowance, now: DateTime<Utc>) -> u32 {
    let waits = [
        (cost.core, allowance.core, 3600.0),
        (cost.search, allowance.search, 60.0),
        (cost.graphql, allowance.graphql, 3600.0),
    ];
    let longest =
        waits.iter().map(|(cost, limit, window)| waiting(*cost, *limit, *window, now)).fold(0.0, f64::max);
    let whole = (f64::from(cost.total()) * EACH + longest).ceil();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "bounded and not negative")]
    let seconds = whole.clamp(0.0, f64::from(u32::MAX)) as u32;
    seconds
}

/// Seconds of waiting until `cost` requests of one limit have passed.
fn waiting(cost: u32, limit: Option<Limit>, window: f64, now: DateTime<Utc>) -> f64 {
    let Some(limit) = limit.filter(|limit| cost > limit.remaining) else { return 0.0 };
    let left = (limit.reset - now).num_seconds().max(0);
    let after = (cost - limit.remaining).saturating_sub(1) / limit.limit.max(1);
    #[expect(clippy::cast_precision_loss, reason = "seconds of hours are far below 2^52")]
    let first = left as f64;
    first + f64::from(after) * window
}

impl Estimate {
    pub(super) fn new(order: &Order, login: &str, token: bool, counts: Counts, allowance: Allowance) -> Self {
        let chosen = u32::try_from(order.repositories.len()).unwrap_or(u32::MAX);
        Self {
            login: login.to_owned(),
            host: order.api.host().to_owned(),
            depth: order.depth,
            requests: cost(order.depth, token, chosen, counts).total(),
            answered: 0,
            public_repositories: counts.repositories,
            repositories: looked_into(order.depth, chosen, counts.repositories),
            token,
            allowance,
            seconds: 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::*;

    #[test]
    fn each_depth_costs_what_is_said_of_it() {
        let costs = Depth::ALL.map(|depth| most(depth, true));
        assert!(costs[0] <= 50 && costs[1] <= 110 && costs[2] <= 450, "{costs:?}");
        assert!(costs[0] >= 45 && costs[1] >= 100 && costs[2] >= 420, "about as many: {costs:?}");
        let bare = cost(Depth::Light, false, 0, Counts::default());
        assert!(bare.core <= 60, "without a token it fits into one hour: {bare:?}");
        assert_eq!(bare.graphql, 0);
    }

    #[test]
    fn a_small_account_costs_less() {
        let counts =
            Counts { repositories: Some(2), reviewed: Some(0), elsewhere: Some(0), ..Counts::default() };
        let small = cost(Depth::Full, true, 0, counts).total();
        assert!(small < 50, "{small}");
        assert_eq!(
            cost(Depth::Light, true, 1, counts).total() - cost(Depth::Light, true, 0, counts).total(),
            6
        );
    }

    #[test]
    fn time_is_that_of_the_limits() {
        let now = DateTime::from_timestamp(1_800_000_000, 0).unwrap();
        let core = |limit, remaining| Allowance {
            core: Some(Limit { limit, remaining, reset: now + TimeDelta::seconds(600) }),
            ..Allowance::default()
        };
        let cost = Cost { core: 100, ..Cost::default() };
        assert_eq!(seconds(cost, &core(5000, 4000), now), 40);
        assert_eq!(seconds(cost, &core(60, 40), now), 640, "the rest fits into the next hour");
        assert_eq!(seconds(cost, &core(60, 0), now), 4240, "an hour more");
        assert_eq!(seconds(cost, &Allowance::default(), now), 40, "a server without limits");
    }
}
