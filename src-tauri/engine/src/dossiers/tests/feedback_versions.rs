//! Feedback where an assessment moved to another version of its rubric.

use assay_domain::document::markdown;

use super::super::{FeedbackOptions, feedback, feedback_parts};
use crate::bench::{Bench, at};
use crate::scorecards;

#[test]
fn each_scorecard_is_told_in_the_words_of_the_version_it_was_rated_by() {
    let bench = Bench::new();
    let eda = bench.application("Eda Fixture");
    let held = bench.assign(eda, 0, bench.bo);
    scorecards::submit(&bench.store, bench.bo, at(10), held.id, bench.card(0, 3)).unwrap();
    bench.move_on(0, |next| {
        let first = next.criteria[0].feedback.as_mut().unwrap();
        first.seen[2] = "You said so in the words of the second version.".into();
        first.looked_at = "We looked at the second version.".into();
        let last = next.criteria.last_mut().unwrap();
        last.id = "voice".into();
        last.feedback.as_mut().unwrap().title = "Your second voice".into();
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
    let words = |index: usize| old.criteria[index].feedback.as_ref().unwrap();
    for text in [
        format!("- One of us saw this: {}", words(0).seen[2]),
        "- Another of us saw this: You said so in the words of the second version.".to_owned(),
        format!("{}\n\nWe looked at the second version.", words(0).looked_at),
    ] {
        assert!(told.contains(&text), "{text} is not in {told}");
    }
    let last = words(old.criteria.len() - 1);
    let only = |title: &str| told.split(&format!("### {title}")).nth(1).unwrap().split('#').next().unwrap();
    for title in [last.title.as_str(), "Your second voice"] {
        assert!(only(title).contains(&last.seen[2]), "{title}: {}", only(title));
        assert!(!only(title).contains("did not all see"), "one saw it: {}", only(title));
    }
    let parts = feedback_parts(&bench.store, bench.owner, at(20), eda).unwrap();
    assert_eq!(parts[0].criteria.len(), old.criteria.len() + 1);
    assert!(parts[0].criteria.iter().all(|one| one.assessed && !one.in_general));
}

#[test]
fn a_rubric_without_words_for_candidates_is_told_in_general_and_whoever_makes_it_learns_so() {
    let bench = Bench::new();
    let eda = bench.application("Eda Fixture");
    bench.move_on(0, |next| next.criteria.iter_mut().for_each(|one| one.feedback = None));
    let held = bench.assign(eda, 0, bench.bo);
    scorecards::submit(&bench.store, bench.bo, at(14), held.id, bench.card(0, 2)).unwrap();
    let made = feedback(&bench.store, bench.owner, at(20), eda, &FeedbackOptions::default()).unwrap();
    let told = markdown(&made.document).replace('\\', "");
    assert!(told.contains("You showed less of this than we look for in this role."), "{told}");
    assert!(!told.contains(&bench.rubric(0).criteria[0].anchors[1]), "{told}");
    let parts = feedback_parts(&bench.store, bench.owner, at(20), eda).unwrap();
    assert!(parts[0].criteria.iter().all(|one| one.in_general), "{parts:?}");
}
