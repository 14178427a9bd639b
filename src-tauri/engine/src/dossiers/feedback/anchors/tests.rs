use std::fs;
use std::path::Path;

use assay_domain::rubric::Rubric;

use super::*;

fn rubrics() -> Vec<Rubric> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../rubrics/backend");
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    files.map(|file| Rubric::parse(&fs::read_to_string(&file).unwrap(), "box").unwrap()).collect()
}

fn review() -> Criterion {
    let rubric = rubrics().into_iter().find(|one| one.id == "backend-code-review").unwrap();
    rubric.criterion("failure-paths").unwrap().clone()
}

/// The criterion, chosen by as many raters as there are levels; 0 is not assessed.
fn chosen<'a>(levels: &[u8], criterion: &'a Criterion) -> Option<Chosen<'a>> {
    Chosen::made(levels.iter().filter(|level| **level > 0).map(|level| Given::new(criterion, *level)))
}

#[test]
fn every_anchor_of_the_box_stands_by_itself_and_names_no_level() {
    let mut joined = 0;
    for rubric in rubrics() {
        for criterion in &rubric.criteria {
            for level in 1..=rubric.levels {
                let text = alone(criterion, level);
                let named =
                    text.split("level ").skip(1).any(|rest| rest.starts_with(|c: char| c.is_numeric()));
                assert!(!named, "{} {}: {text}", rubric.id, criterion.id);
                assert!(!text.starts_with("Also "), "{} {}: beside what? {text}", rubric.id, criterion.id);
                assert!(text.ends_with('.') || text.ends_with('"'), "{} {}: {text}", rubric.id, criterion.id);
                joined += usize::from(text.len() > criterion.anchor(level).unwrap().len());
            }
        }
    }
    assert!(joined > 50, "{joined}");
}

#[test]
fn what_raters_chose_is_told_and_never_what_lies_between() {
    let criterion = review();
    let anchor = |level: u8| criterion.anchor(level).unwrap();
    let told = |levels: &[u8]| chosen(levels, &criterion).unwrap().seen();
    assert_eq!(told(&[3, 3, 0]), [anchor(3)]);
    assert_eq!(
        told(&[4, 2]),
        [format!("One saw: {}", anchor(2)), format!("Another saw: {}", anchor(4))],
        "nobody saw level 3"
    );
    assert_eq!(told(&[4, 2, 2])[0], format!("Two saw: {}", anchor(2)));
    assert_eq!(told(&[4, 2, 2])[1], format!("One saw: {}", anchor(4)));
    let more = told(&[5, 4]);
    assert!(
        more[1].starts_with("Another saw all of this, and in addition: says what would make"),
        "{more:?}"
    );
    assert!(chosen(&[0, 0], &criterion).is_none());
}

#[test]
fn what_would_have_raised_it_is_the_step_above_what_was_seen() {
    let criterion = review();
    let chosen = |levels: &[u8]| chosen(levels, &criterion).unwrap();
    let senior = criterion.expected.senior.level;
    assert_eq!(senior, 4);
    let raised = |levels: &[u8]| chosen(levels).raised(Seniority::Senior);
    assert_eq!(raised(&[2]), criterion.anchor(3).unwrap());
    let expected = format!("{} That is what we look for at this level.", criterion.anchor(4).unwrap());
    assert_eq!(raised(&[3]), expected);
    assert!(
        raised(&[4]).starts_with("all of this, and in addition: says what would make"),
        "{}",
        raised(&[4])
    );
    assert!(raised(&[5]).starts_with("nothing"));
    assert!(raised(&[2, 4]).starts_with("showing the last of these"));
    assert!(raised(&[2, 4]).contains("Beyond that: says what would make"), "{}", raised(&[2, 4]));
    assert_eq!(chosen(&[2]).looked_for(Seniority::Senior).as_deref(), criterion.anchor(4));
    assert_eq!(chosen(&[3]).looked_for(Seniority::Senior), None);
    assert!(chosen(&[4, 5]).meets(Seniority::Senior) && !chosen(&[3, 5]).meets(Seniority::Senior));
}

#[test]
fn an_anchor_of_another_version_is_told_in_its_own_words_and_the_same_words_once() {
    let old = review();
    let mut new = old.clone();
    new.anchors[2] = "Names the failure and who notices it.".into();
    new.anchors[4] = "As level 3, and says what would make it whole.".into();
    let of = |given: [(&'static str, u8); 3]| {
        let one = |(version, level)| Given::new(if version == "old" { &old } else { &new }, level);
        Chosen::made(given.into_iter().map(one)).unwrap()
    };
    let told = of([("old", 3), ("new", 3), ("new", 4)]).seen();
    assert_eq!(told[0], format!("One saw: {}", old.anchors[2]));
    assert_eq!(told[1], format!("Another saw: {}", new.anchors[2]));
    assert_eq!(told[2], format!("Another saw: {}", new.anchors[3]));
    let alike = of([("old", 4), ("new", 4), ("new", 4)]);
    assert_eq!(alike.seen(), [old.anchors[3].clone()], "the same words in both");
    let other = of([("old", 3), ("old", 3), ("new", 5)]).seen();
    assert!(!other[1].contains("all of this"), "what it builds on is not what the others saw: {other:?}");
    let same = of([("new", 3), ("new", 3), ("new", 5)]).seen();
    assert!(same[1].starts_with("One saw all of this, and in addition: says what would"), "{same:?}");
    assert_eq!(alike.observed(), old.observe);
}
