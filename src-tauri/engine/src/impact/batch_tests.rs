use super::*;

/// So many from a source with an answer, of whom the first so many passed screening and were turned down at the interviews.
fn some(source: &str, group: Option<&str>, size: usize, passed: usize) -> Vec<Member> {
    let one = |index: usize| {
        let mut way = BTreeMap::from([(Stage::Screening, index < passed)]);
        if index < passed {
            way.insert(Stage::Interviewing, false);
        }
        Member { group: group.map(str::to_owned), source: source.to_owned(), way }
    };
    (0..size).map(one).collect()
}

/// Stage, source, and how many are in the table, of those that are shown.
fn shown(members: &[Member]) -> Vec<(&'static str, String, u32)> {
    let tables = keep(members).map(|(tables, _)| tables).unwrap_or_default();
    let sum = |groups: &Groups| groups.values().map(|(came, _)| came).sum();
    let kept = tables.iter().filter(|(_, groups)| !groups.is_empty());
    kept.map(|((stage, source), groups)| (stage.as_str(), source.clone(), sum(groups))).collect()
}

#[test]
fn two_groups_of_five_are_the_least() {
    assert!(shown(&[some("a", Some("one"), 4, 2), some("a", Some("two"), 30, 9)].concat()).is_empty());
    let (tables, counted) = keep(
        &[some("a", Some("one"), 5, 2), some("a", Some("two"), 6, 3), some("a", Some("few"), 4, 1)].concat(),
    )
    .unwrap();
    assert_eq!(tables[&(Stage::Screening, String::new())].len(), 2, "the few wait for others");
    assert_eq!(counted, (0..11).collect::<Vec<_>>());
    assert!(tables[&(Stage::Interviewing, String::new())].is_empty(), "two and three came there");
}

#[test]
fn nothing_is_kept_where_all_who_passed_answered_alike() {
    let alike = [some("a", Some("one"), 8, 0), some("a", Some("two"), 8, 1)].concat();
    assert!(shown(&alike).is_empty(), "one passed, and the table would say what they answered");
    let silent = [alike, some("a", None, 1, 1)].concat();
    assert_eq!(shown(&silent)[0].2, 16, "either of the two who passed may be the one who gave nothing");
}

#[test]
fn every_difference_between_the_sources_may_be_shown_itself() {
    let pair = |source: &str, each: usize| {
        [some(source, Some("one"), each, each / 2), some(source, Some("two"), each, each / 2)].concat()
    };
    let all = |few: usize| [pair("a", 20), pair("b", 12), pair("c", few)].concat();
    let sources = |members: &[Member]| {
        let kept = shown(members).into_iter().filter(|(stage, ..)| *stage == "screening");
        kept.map(|(_, source, _)| source).collect::<Vec<_>>()
    };
    assert_eq!(sources(&all(6)), ["", "a", "b", "c"]);
    assert_eq!(sources(&all(1)), ["", "a"], "b is held back, or c would be all without a and b");
    assert_eq!(sources(&[pair("a", 20), some("c", Some("one"), 1, 1)].concat()), [""]);
}

#[test]
fn a_stage_is_left_out_that_would_make_one_who_skipped_known() {
    let mut members = [some("a", Some("one"), 12, 8), some("a", Some("two"), 12, 8)].concat();
    let stages = |members: &[Member]| {
        let whole = shown(members).into_iter().filter(|(_, source, _)| source.is_empty());
        whole.map(|(stage, ..)| stage).collect::<Vec<_>>()
    };
    assert_eq!(stages(&members), ["screening", "interviewing"]);
    let way = BTreeMap::from([(Stage::Screening, true)]);
    members.push(Member { group: Some("one".into()), source: "a".into(), way });
    assert_eq!(
        stages(&members),
        ["screening"],
        "passed there, less who came to the interviews, is one person"
    );
}
