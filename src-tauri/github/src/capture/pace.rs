//! GitHub's limits, as its answers tell them, and how long to wait for them.

use chrono::{DateTime, TimeDelta, Utc};

use super::estimate::{Allowance, Limit};
use super::http::Raw;
use super::steps::Resource;

/// A second more than the server says: its clock shows whole seconds.
const MARGIN: TimeDelta = TimeDelta::seconds(1);
/// What GitHub asks for where it limits without saying for how long.
const SECONDARY: TimeDelta = TimeDelta::seconds(60);
/// The longest back-off.
const LONGEST: i64 = 15 * 60;

/// What is known of the limits. Instants are the server's.
#[derive(Debug, Default)]
pub(super) struct Pace {
    allowance: Allowance,
    /// The server's clock less ours.
    ahead: TimeDelta,
}

impl Pace {
    /// With what `GET /rate_limit` said.
    pub(super) fn set(&mut self, allowance: Allowance) {
        self.allowance = allowance;
    }

    /// The limits now.
    pub(super) fn allowance(&self) -> Allowance {
        self.allowance
    }

    /// Takes what an answer tells, received `now` by our clock.
    pub(super) fn note(&mut self, raw: &Raw, asked: Resource, now: DateTime<Utc>) {
        if let Some(date) = raw.date {
            self.ahead = date - now;
        }
        let told = [Resource::Core, Resource::Search, Resource::Graphql]
            .into_iter()
            .find(|resource| raw.resource.as_deref() == Some(resource.name()));
        if let (Some(limit), Some(remaining), Some(reset)) = (raw.limit, raw.remaining, raw.reset) {
            *self.slot(told.unwrap_or(asked)) = Some(Limit { limit, remaining, reset });
        }
    }

    /// Until when, by our clock, a request of the kind has to wait; `None` where it may go.
    pub(super) fn until(&self, resource: Resource, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let limit = self.limit(resource)?;
        let until = limit.reset - self.ahead + MARGIN;
        (limit.remaining == 0 && until > now).then_some(until)
    }

    /// Until when to wait after an answer that says "too many"; `tries` before it were answered so too.
    pub(super) fn after_refusal(&self, raw: &Raw, tries: u32, now: DateTime<Utc>) -> DateTime<Utc> {
        if let Some(after) = raw.retry_after {
            return now + TimeDelta::seconds(i64::from(after)) + MARGIN;
        }
        let reset = raw.reset.filter(|_| raw.remaining == Some(0)).map(|reset| reset - self.ahead + MARGIN);
        match reset.filter(|until| *until > now) {
            Some(until) => until,
            None => now + (SECONDARY * (1 << tries.min(8))).min(TimeDelta::seconds(LONGEST)),
        }
    }

    fn limit(&self, resource: Resource) -> Option<Limit> {
        match resource {
            Resource::Core => self.allowance.core,
            Resource::Search => self.allowance.search,
            Resource::Graphql => self.allowance.graphql,
        }
    }

    fn slot(&mut self, resource: Resource) -> &mut Option<Limit> {
        match resource {
            Resource::Core => &mut self.allowance.core,
            Resource::Search => &mut self.allowance.search,
            Resource::Graphql => &mut self.allowance.graphql,
        }
    }
}

/// Seconds before the next try after trouble: 1, 2, 4, ... or what the server asks for.
pub(super) fn back_off(tries: u32, asked: Option<u32>) -> TimeDelta {
    TimeDelta::seconds((1_i64 << tries.min(6)).max(asked.map_or(0, i64::from)).min(LONGEST))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(1_800_000_000 + seconds, 0).unwrap()
    }

    #[test]
    fn the_end_of_a_limit_is_waited_for_by_the_servers_clock() {
        let mut pace = Pace::default();
        assert_eq!(pace.until(Resource::Core, at(0)), None, "nothing is known yet");
        let raw = Raw {
            limit: Some(60),
            remaining: Some(0),
            reset: Some(at(130)),
            date: Some(at(100)),
            ..Raw::default()
        };
        pace.note(&raw, Resource::Core, at(0));
        assert_eq!(pace.until(Resource::Core, at(0)), Some(at(31)));
        assert_eq!(pace.until(Resource::Search, at(0)), None, "another limit");
        assert_eq!(pace.until(Resource::Core, at(40)), None, "it is over");
        assert_eq!(pace.after_refusal(&raw, 0, at(0)), at(31));
    }

    #[test]
    fn secondary_limits_wait_as_asked_or_ever_longer() {
        let pace = Pace::default();
        let asked = Raw { retry_after: Some(7), ..Raw::default() };
        assert_eq!(pace.after_refusal(&asked, 3, at(0)), at(8));
        let silent = Raw { remaining: Some(40), reset: Some(at(500)), ..Raw::default() };
        let waits: Vec<_> =
            (0..5).map(|tries| (pace.after_refusal(&silent, tries, at(0)) - at(0)).num_seconds()).collect();
        assert_eq!(waits, [60, 120, 240, 480, 900]);
    }

    #[test]
    fn trouble_is_met_ever_more_slowly() {
        let waits: Vec<_> = (0..5).map(|tries| back_off(tries, None).num_seconds()).collect();
        assert_eq!(waits, [1, 2, 4, 8, 16]);
        assert_eq!(back_off(0, Some(30)).num_seconds(), 30);
    }
}
