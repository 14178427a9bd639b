use assay_domain::rubric::Rubric;

use super::*;

const REVIEW: &str = include_str!("../../../../../../rubrics/backend/code-review.toml");

fn review() -> Criterion {
    Rubric::parse(REVIEW, "box").unwrap().criterion("failure-paths").unwrap().clone()
}

/// The criterion, seen by as many raters as there are levels; 0 is not assessed.
fn told<'a>(levels: &[u8], criterion: &'a Criterion) -> Option<Told<'a>> {
    let assessed = levels.iter().filter(|level| **level > 0);
    let given = assessed.map(|level| Given::new(criterion, *level, Seniority::Senior));
    Told::made(given, Seniority::Senior)
}

#[test]
fn what_raters_saw_is_told_in_the_words_for_the_candidate_and_never_what_lies_between() {
    let criterion = review();
    let words = criterion.feedback.as_ref().unwrap();
    let seen = |levels: &[u8]| told(levels, &criterion).unwrap().seen();
    assert_eq!(seen(&[3, 3, 0]), [words.seen[2].clone()]);
    let two = [
        format!("One of us saw this: {}", words.seen[1]),
        format!("Another of us saw this: {}", words.seen[3]),
    ];
    assert_eq!(seen(&[4, 2]), two, "nobody saw level 3");
    assert_eq!(seen(&[4, 2, 2])[0], format!("Two of us saw this: {}", words.seen[1]));
    assert_eq!(seen(&[4, 2, 2])[1], format!("One of us saw this: {}", words.seen[3]));
    assert!(told(&[0, 0], &criterion).is_none());
    assert_eq!(told(&[2, 4], &criterion).unwrap().looked_at(), [words.looked_at.as_str()]);
}

#[test]
fn what_would_have_raised_it_leads_from_what_was_seen_to_what_the_role_looks_for() {
    let criterion = review();
    assert_eq!(criterion.expected.senior.level, 4);
    let more: Vec<&str> = criterion.feedback.as_ref().unwrap().more.iter().map(String::as_str).collect();
    let further = |levels: &[u8]| told(levels, &criterion).unwrap().further();
    let steps = |levels: &[u8]| further(levels).unwrap().steps;
    assert_eq!(steps(&[1]), more[..3]);
    assert_eq!(steps(&[3]), more[2..3]);
    assert!(further(&[3]).unwrap().lead.contains("in this role"));
    assert_eq!(steps(&[4]), more[3..]);
    assert!(further(&[4]).unwrap().lead.contains("further"), "the role looks for no more");
    assert_eq!(further(&[5]), None);
    assert_eq!(steps(&[5, 2]), more[1..3], "from the lowest to what the role looks for");
    assert!(further(&[5, 2]).unwrap().lead.contains("let all of us see"));
    assert_eq!(steps(&[2, 3]), more[1..3]);
    assert!(further(&[2, 3]).unwrap().lead.contains("brought it to"), "nobody saw it");
    assert_eq!(
        (steps(&[4, 4]), further(&[4, 5])),
        (more[3..].to_vec(), None),
        "each saw what the role looks for"
    );
    assert!(told(&[4, 5], &criterion).unwrap().meets() && !told(&[3, 5], &criterion).unwrap().meets());
}

#[test]
fn another_version_is_told_in_its_own_words_and_the_same_words_once() {
    let old = review();
    let mut new = old.clone();
    new.feedback.as_mut().unwrap().seen[2] = "You named the failure and who notices it.".into();
    new.feedback.as_mut().unwrap().looked_at = "We looked at failures.".into();
    let of = |given: [(&'static str, u8); 2]| {
        let one = |(version, level)| {
            Given::new(if version == "old" { &old } else { &new }, level, Seniority::Senior)
        };
        Told::made(given.into_iter().map(one), Seniority::Senior).unwrap()
    };
    let differ = of([("old", 3), ("new", 3)]);
    assert_eq!(differ.seen().len(), 2);
    assert!(differ.seen()[1].ends_with("You named the failure and who notices it."), "{:?}", differ.seen());
    assert_eq!(
        differ.looked_at(),
        [old.feedback.as_ref().unwrap().looked_at.as_str(), "We looked at failures."]
    );
    assert_eq!(of([("new", 3), ("new", 3)]).seen(), ["You named the failure and who notices it."]);
}

#[test]
fn the_same_words_of_a_version_that_expects_more_are_told_once_and_do_not_meet_it() {
    let mut old = review();
    old.expected.senior.level = 3;
    let mut new = old.clone();
    new.expected.senior.level = 4;
    for order in [[&old, &new], [&new, &old]] {
        let given = order.map(|version| Given::new(version, 3, Seniority::Senior));
        let told = Told::made(given.into_iter(), Seniority::Senior).unwrap();
        assert!(!told.meets(), "one of the two looked for more");
        assert_eq!(told.seen(), [old.feedback.as_ref().unwrap().seen[2].clone()]);
        let further = told.further().unwrap();
        assert_eq!(further.steps, [new.feedback.as_ref().unwrap().more[2].as_str()]);
        assert!(further.lead.contains("let all of us see"), "{}", further.lead);
    }
}

#[test]
fn levels_with_the_same_words_are_told_alike_in_any_order() {
    let mut criterion = review();
    let words = criterion.feedback.as_mut().unwrap();
    words.seen[3] = words.seen[2].clone();
    let of = |levels: &[u8]| {
        let told = told(levels, &criterion).unwrap();
        (told.meets(), told.seen(), told.further().map(|one| (one.lead, one.steps.join(" "))))
    };
    assert_eq!(of(&[4, 3]), of(&[3, 4]));
    assert!(!of(&[4, 3]).0 && of(&[4, 3]).1.len() == 1);
}

#[test]
fn a_rubric_without_words_for_the_candidate_says_no_more_than_whether_it_was_what_the_role_asks_for() {
    let mut criterion = review();
    criterion.feedback = None;
    let told = |levels: &[u8]| told(levels, &criterion).unwrap();
    assert_eq!(
        (told(&[4]).seen(), told(&[2, 3]).seen()),
        (vec![REACHED.to_owned()], vec![NOT_REACHED.to_owned()])
    );
    assert_eq!(told(&[2]).further().unwrap().steps, [ASK_US]);
    assert_eq!((told(&[4]).further(), told(&[4]).looked_at()), (None, vec![]));
}
