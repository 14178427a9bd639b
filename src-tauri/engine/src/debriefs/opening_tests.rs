use assay_domain::decision::{DecisionKind, DecisionRecord};
use assay_domain::ids::{ApplicationId, InterviewId};

use super::{open, opening};
use crate::bench::{Bench, at};
use crate::decisions::{self, DecisionInput};
use crate::journal::undo;
use crate::scorecards::{self, Scorecard};
use crate::{EngineError, Viewer, debriefs};

fn submitted(bench: &Bench, who: Viewer, application: ApplicationId, assessment: usize) -> InterviewId {
    let interview = bench.assign(application, assessment, who);
    scorecards::submit(&bench.store, who, at(5), interview.id, bench.card(assessment, 4)).unwrap();
    interview.id
}

fn amended(bench: &Bench, who: Viewer, interview: InterviewId, assessment: usize) -> Scorecard {
    let card = bench.card(assessment, 2);
    scorecards::amend(&bench.store, who, at(9), interview, card, "misread my notes").unwrap().value
}

fn held(application_id: ApplicationId) -> DecisionInput {
    DecisionInput {
        application_id,
        kind: DecisionKind::Hold,
        reason: "Not yet.".into(),
        scorecard_ids: vec![],
        record: DecisionRecord::default(),
    }
}

#[test]
fn each_version_says_whether_it_came_before_or_after_the_debrief() {
    let bench = Bench::new();
    let eda = bench.application("Eda Fixture");
    let (first, late) = (submitted(&bench, bench.bo, eda, 0), bench.assign(eda, 1, bench.cy));
    let before = amended(&bench, bench.bo, first, 0);
    assert_eq!((before.after_debrief, before.had_read), (Some(false), Some(false)));
    assert_eq!(before.timing, "Amended before the debrief; its author had read no rating of others.");
    let refused = open(&bench.store, bench.cy, at(7), eda);
    assert!(matches!(refused, Err(EngineError::ClosedToViewer)), "who has not submitted opens nothing");
    let opened = open(&bench.store, bench.owner, at(8), eda).unwrap().value;
    assert_eq!((opened.at, opened.by.as_str()), (at(8), "Ada Fixture"));
    assert!(matches!(open(&bench.store, bench.bo, at(9), eda), Err(EngineError::Conflict { .. })));
    scorecards::submit(&bench.store, bench.cy, at(9), late.id, bench.card(1, 3)).unwrap();
    debriefs::explain(&bench.store, bench.bo, at(9), eda, None).unwrap();
    let after = amended(&bench, bench.bo, first, 0);
    assert_eq!(after.timing, "Amended after the debrief was opened; its author had read ratings of others.");
    let kept = scorecards::show(&bench.store, bench.bo, at(10), first).unwrap();
    let timings: Vec<(u32, &str)> = kept.iter().map(|one| (one.version, one.timing.as_str())).collect();
    assert_eq!(timings, [(3, after.timing.as_str()), (2, before.timing.as_str()), (1, "")]);
    let explained = debriefs::explain(&bench.store, bench.owner, at(10), eda, None).unwrap();
    assert_eq!(explained.parts[0].scorecards[0].timing, after.timing, "it stands under the score");
    assert_eq!(
        explained.parts[1].scorecards[0].timing,
        "Submitted after the debrief was opened; its author had read no rating of others."
    );
}

#[test]
fn a_decision_taken_back_closes_the_debrief_that_it_opened() {
    let bench = Bench::new();
    let eda = bench.application("Eda Fixture");
    let first = submitted(&bench, bench.bo, eda, 0);
    let input = held(eda);
    let is_open = || bench.store.look(|conn| opening(conn, eda)).unwrap().is_some();
    let decide = |minute| decisions::make(&bench.store, bench.owner, at(minute), &input).unwrap();
    decide(6);
    assert!(is_open());
    undo(&bench.store, bench.owner, at(7), None).unwrap();
    assert!(!is_open(), "nobody held it");
    assert_eq!(amended(&bench, bench.bo, first, 0).after_debrief, Some(false));
    decide(10);
    let sequence = crate::journal::list(&bench.store, bench.owner, 0, 1).unwrap().rows[0].sequence;
    assert_eq!(amended(&bench, bench.bo, first, 0).after_debrief, Some(true));
    undo(&bench.store, bench.owner, at(12), Some(sequence)).unwrap();
    assert!(is_open(), "a version says for ever that it came after");
    open(&bench.store, bench.owner, at(13), eda).unwrap_err();
    decide(14);
    undo(&bench.store, bench.owner, at(15), None).unwrap();
    assert!(is_open(), "that decision had not opened it");
}

#[test]
fn an_opening_by_mistake_is_taken_back_until_something_was_written_after_it() {
    let bench = Bench::new();
    let eda = bench.application("Eda Fixture");
    let first = submitted(&bench, bench.bo, eda, 0);
    open(&bench.store, bench.owner, at(6), eda).unwrap();
    undo(&bench.store, bench.owner, at(7), None).unwrap();
    assert_eq!(bench.store.look(|conn| opening(conn, eda)).unwrap(), None);
    assert_eq!(amended(&bench, bench.bo, first, 0).after_debrief, Some(false));
    open(&bench.store, bench.owner, at(10), eda).unwrap();
    assert_eq!(amended(&bench, bench.bo, first, 0).after_debrief, Some(true));
    let refused = undo(&bench.store, bench.owner, at(11), None);
    assert!(matches!(refused, Err(EngineError::Conflict { .. })), "a version says that it came after");
    assert!(bench.store.verify().unwrap().ok);
}

#[test]
fn whoever_decides_has_held_the_debrief() {
    let bench = Bench::new();
    let eda = bench.application("Eda Fixture");
    let first = submitted(&bench, bench.bo, eda, 0);
    decisions::make(&bench.store, bench.owner, at(6), &held(eda)).unwrap();
    assert!(amended(&bench, bench.bo, first, 0).after_debrief == Some(true));
    assert!(matches!(open(&bench.store, bench.owner, at(9), eda), Err(EngineError::Conflict { .. })));
}

#[test]
fn of_versions_from_before_nothing_is_guessed() {
    let bench = Bench::new();
    let eda = bench.application("Eda Fixture");
    let first = submitted(&bench, bench.bo, eda, 0);
    amended(&bench, bench.bo, first, 0);
    let forget = "UPDATE scorecard SET after_debrief = NULL, had_read = NULL";
    bench.store.scratch(|tx| Ok(tx.execute(forget, [])?)).unwrap();
    let kept = scorecards::show(&bench.store, bench.owner, at(11), first).unwrap();
    let timings: Vec<&str> = kept.iter().map(|one| one.timing.as_str()).collect();
    assert_eq!(timings, ["Amended; whether before or after the debrief was not kept then.", ""]);
}
