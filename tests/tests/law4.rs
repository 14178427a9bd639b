//! Law 4: ratings of an application, and anything computed from them, are closed to whoever holds an open interview in it.
//!
//! Two workspaces are led through the same generated commands; they differ only in what is rated in the first application.
//! After each step every read of the engine is made for every viewer. To whoever the model calls closed,
//! no marker of a note may show, and both workspaces must read the same to the letter (but for ids): so nothing is computed from
//! the ratings either. To whoever it calls open the notes must show.
#![allow(clippy::unwrap_used, reason = "a proof fails by panicking")]

mod law4 {
    pub mod model;
    pub mod reads;
    pub mod step;
}

use std::collections::BTreeSet;

use law4::model::Twins;
use law4::reads::{EXERCISED, NOT_EXERCISED};
use law4::step::{Step, Verb};
use proptest::prelude::*;

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let one = (0..Verb::ALL.len(), any::<u8>(), any::<u8>(), any::<u8>())
        .prop_map(|(verb, who, a, b)| Step { verb: Verb::ALL[verb], who, a, b });
    proptest::collection::vec(one, 22..26)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4, max_shrink_iters: 10, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_order_of_commands_and_no_read_shows_a_closed_rating(steps in steps()) {
        let mut twins = Twins::new();
        for step in steps {
            twins.take(step);
            twins.check();
        }
    }
}

/// The shortest way through all of it, so that the property above cannot be true of nothing.
#[test]
fn closed_until_submitted_then_open() {
    let mut twins = Twins::new();
    let step = |verb, who, a, b| Step { verb, who, a, b };
    twins.take(step(Verb::Assign, 0, 0, 1));
    twins.take(step(Verb::Assign, 0, 0, 2));
    twins.take(step(Verb::Submit, 1, 0, 4));
    twins.take(step(Verb::Amend, 1, 0, 3));
    twins.take(step(Verb::Decide, 0, 0, 0));
    twins.take(step(Verb::Ask, 1, 0, 0));
    twins.take(step(Verb::Draft, 2, 1, 0));
    assert!(twins.is_closed(2, 0) && !twins.is_closed(1, 0));
    let closed = twins.check();
    twins.take(step(Verb::Submit, 2, 1, 2));
    let open = twins.check();
    assert!(!twins.is_closed(2, 0));
    assert!(closed.withheld > 0 && closed.shown > 0, "{closed:?}");
    assert!(open.withheld < closed.withheld && open.shown > closed.shown, "{open:?}");
}

#[test]
fn every_command_of_the_window_is_in_one_of_the_lists() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../ui/src/generated/bindings.ts");
    let text = std::fs::read_to_string(path).unwrap();
    let lower = text.to_lowercase();
    let commands: BTreeSet<&str> =
        lower.split("invoke(\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert!(commands.len() > 60, "the bindings are read wrongly: {commands:?}");
    let mut listed = BTreeSet::new();
    for name in EXERCISED.iter().copied().chain(NOT_EXERCISED.iter().map(|(name, _)| *name)) {
        assert!(listed.insert(name), "{name} is listed twice");
    }
    let unlisted: Vec<_> = commands.difference(&listed).collect();
    assert!(unlisted.is_empty(), "say how law 4 holds in them (tests/tests/law4/reads.rs): {unlisted:?}");
    let gone: Vec<_> = listed.difference(&commands).collect();
    assert!(gone.is_empty(), "no commands any more: {gone:?}");
}
