//! Feedback where an assessment moved to another version of its rubric.

use assay_domain::document::markdown;

use super::super::{FeedbackOptions, feedback, feedback_parts};
use crate::bench::{Bench, at};
use crate::scorecards;

#[test]
fn each_scorecards_anchors_are_those_of_the_version_it_was_rated_by() {
    let bench = Bench::new();
    let eda = bench.application("Eda Fixture");
    let held = bench.assign(eda, 0, bench.bo);
    scorecards::submit(&bench.store, bench.bo, at(10), held.id, bench.card(0, 3)).unwrap();
    bench.move_on(0, |next| {
        next.criteria[0].anchors[2] = "Said so in the words of the second version.".into();
        next.criteria[0].observe = "Whether the second version is looked at.".into();
        next.criteria.last_mut().unwrap().id = "voice".into();
        next.criteria.last_mut().unwrap().title = "Voice of the second".into();
    });
    let held = bench.assign(eda, 0, bench.cy);
    let form = scorecards::form(&bench.store, bench.cy, held.id).unwrap();
    let mut card = bench.card(0, 3);
    for (rating, criterion) in card.ratings.iter_mut().zip(&form.rubric.criteria) {
        rating.criterion = criterion.id.clone();
    }
    scorecards::submit(&bench.store, bench.cy, at(14), held.id, card).unwrap();

    let made = feedback(&bench.store, bench.owner, at(20), eda, &FeedbackOptions::default()).unwrap();
    let told = markdown(&made.document).replace('\\', "");
    let old = bench.rubric(0);
    let first = &old.criteria[0];
    for text in [
        format!("- One saw: {}", first.anchors[2]),
        "- Another saw: Said so in the words of the second version.".to_owned(),
        format!("**What was looked at:** {} Whether the second version is looked at.", first.observe),
    ] {
        assert!(told.contains(&text), "{text} is not in {told}");
    }
    let last = old.criteria.last().unwrap();
    let only = |title: &str| told.split(&format!("### {title}")).nth(1).unwrap().split('#').next().unwrap();
    for title in [last.title.as_str(), "Voice of the second"] {
        assert!(only(title).contains(&last.anchors[2]), "{title}: {}", only(title));
        assert!(!only(title).contains("differently"), "one saw it: {}", only(title));
    }
    let parts = feedback_parts(&bench.store, bench.owner, at(20), eda).unwrap();
    assert_eq!(parts[0].criteria.len(), old.criteria.len() + 1);
    assert!(parts[0].criteria.iter().all(|one| one.assessed));
}
