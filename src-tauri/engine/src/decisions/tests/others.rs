//! What a record tells of others (law 4).

use assay_domain::decision::{ConsideredOption, DecisionKind};

use super::super::{ground, of_application, of_candidate, of_role};
use super::{decide, input, scored};
use crate::bench::{Bench, at};
use crate::{applications, scorecards};

#[test]
fn a_record_tells_nothing_of_another_application_that_is_closed_to_its_reader() {
    let bench = Bench::new();
    let (eda, _) = scored(&bench, "Eda Sample");
    let (finn, _) = scored(&bench, "Finn Fixture");
    scored(&bench, "Gil Specimen");
    let found = ground(&bench.store, bench.owner, at(9), eda).unwrap();
    assert_eq!(found.not_told_apart.len(), 2);
    let mut written = input(eda, DecisionKind::Hold, &[]);
    written.reason = "Writes well.\nTalks better than Finn.".into();
    written.record.context.clone_from(&found.context);
    let considered = |option: &str| ConsideredOption { option: option.into(), because: String::new() };
    written.record.options = found.options.iter().map(|one| considered(&one.option)).collect();
    decide(&bench, bench.owner, &written).unwrap();
    let who = bench.store.look(|conn| applications::get(conn, eda)).unwrap().candidate_id;
    let read = |viewer| of_candidate(&bench.store, viewer, at(11), who).unwrap().remove(0);
    assert_eq!(read(bench.cy).record, written.record, "nothing is closed yet");
    let held = bench.assign(finn, 1, bench.cy);
    let told = read(bench.cy);
    let text = format!("{told:?}");
    assert!(!text.contains("Finn") && !text.contains("Gil"), "whether it was he, or both: {text}");
    assert!(
        text.contains("One candidate is closed to you") && told.reason.starts_with("Writes well.\n"),
        "{text}"
    );
    assert!(told.record.context.contains("Score 4.0") && told.record.options.len() == 4, "{text}");
    let of_role = of_role(&bench.store, bench.cy, at(11), bench.role_id()).unwrap().remove(0);
    assert_eq!(of_role, told);
    assert_eq!(of_application(&bench.store, bench.cy, at(11), eda).unwrap(), [told]);
    assert_eq!(read(bench.bo).record, written.record, "closed to Cy only");
    scorecards::submit(&bench.store, bench.cy, at(12), held.id, bench.card(1, 3)).unwrap();
    assert_eq!(read(bench.cy).record, written.record, "open with the scorecard");
}
