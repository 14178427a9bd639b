use assay_domain::candidate::SourceKind;
use assay_domain::ending::EndReason;
use assay_domain::ids::ApplicationId;
use assay_domain::stage::Stage;

use super::{RoleFigures, role};
use crate::applications::{self, MoveInput};
use crate::bench::{Bench, at};
use crate::roles::{self, RoleCalendarInput, RoleStageInput};
use crate::{journal, scorecards};

const DAY: i64 = 24 * 60;

fn figures(bench: &Bench, day: i64) -> RoleFigures {
    role(&bench.store, bench.owner, at(day * DAY), bench.role_id()).unwrap()
}

fn to(bench: &Bench, day: i64, id: ApplicationId, to: Stage, why: Option<EndReason>) {
    let input = MoveInput { to, why, reason: String::new(), despite: None };
    applications::move_many(&bench.store, bench.owner, at(day * DAY), &[id], &input).unwrap();
}

#[test]
fn they_are_read_from_histories_as_they_stand() {
    let bench = Bench::new();
    let [eda, finn, gil] = ["Eda Fixture", "Finn Fixture", "Gil Fixture"].map(|name| bench.application(name));
    to(&bench, 9, eda, Stage::Debrief, None);
    to(&bench, 12, finn, Stage::Withdrawn, Some(EndReason::OtherOffer));
    to(&bench, 13, gil, Stage::Rejected, Some(EndReason::BelowExpectations));
    let told = figures(&bench, 20);
    assert_eq!(told.applications, 3);
    let funnel: Vec<_> = told
        .funnel
        .iter()
        .map(|one| (one.stage, one.reached, one.passed, one.rejected, one.withdrawn))
        .collect();
    assert_eq!(funnel[2..4], [(Stage::Interviewing, 3, 1, 1, 1), (Stage::Debrief, 1, 0, 0, 0)]);
    assert_eq!(funnel[0].0, Stage::Applied, "there is no prospect");
    assert_eq!(told.reasons.len(), 2);
    assert_eq!((told.sources[0].source, told.sources[0].withdrawn), (SourceKind::Applied, 1));
    assert_eq!((told.calendar.days, told.pace.overdue, told.pace.in_time), (18, 1, 1), "the template's days");

    journal::undo(&bench.store, bench.owner, at(21 * DAY), None).unwrap();
    let told = figures(&bench, 21);
    assert_eq!(told.funnel[2].rejected, 0, "what was taken back was never so");
    assert_eq!(told.reasons.len(), 1);
}

#[test]
fn who_was_rated_was_interviewed_wherever_the_application_stood() {
    let bench = Bench::new();
    let [eda, finn] = ["Eda Fixture", "Finn Fixture"].map(|name| bench.application(name));
    let screened = |tx: &rusqlite::Transaction<'_>| {
        tx.execute("UPDATE stage_move SET to_stage = 'screening'", [])?;
        tx.execute("UPDATE application SET stage = 'screening'", [])?;
        Ok(())
    };
    bench.store.scratch(screened).unwrap();
    let held = bench.assign(eda, 1, bench.bo);
    bench.assign(finn, 1, bench.bo);
    let counted = |day| {
        let told = figures(&bench, day);
        let of =
            |stage| told.funnel.iter().find(|one| one.stage == stage).map(|one| (one.reached, one.under_way));
        (told.sources[0].interviewed, of(Stage::Screening).unwrap(), of(Stage::Interviewing).unwrap())
    };
    assert_eq!(counted(5), (0, (2, 2), (0, 0)), "to be assigned is not yet to be interviewed");
    scorecards::submit(&bench.store, bench.bo, at(6 * DAY), held.id, bench.card(1, 4)).unwrap();
    assert_eq!(counted(7), (1, (2, 2), (1, 0)), "it is under way where it stands");
    to(&bench, 8, eda, Stage::Rejected, Some(EndReason::BelowExpectations));
    let told = figures(&bench, 9);
    let of = |stage| told.funnel.iter().find(|one| one.stage == stage).unwrap();
    let (screening, interviews) = (of(Stage::Screening), of(Stage::Interviewing));
    assert_eq!((screening.rejected, screening.under_way), (1, 1), "it ended where it stood");
    assert_eq!((interviews.reached, interviews.rejected, interviews.under_way), (1, 0, 0));
}

#[test]
fn what_happened_stands_beside_the_calendar() {
    let bench = Bench::new();
    let eda = bench.application("Eda Fixture");
    let held = bench.assign(eda, 1, bench.bo);
    scorecards::submit(&bench.store, bench.bo, at(6 * DAY + 3), held.id, bench.card(1, 4)).unwrap();
    to(&bench, 8, eda, Stage::Debrief, None);
    let told = figures(&bench, 20);
    let days: Vec<_> = told
        .milestones
        .iter()
        .map(|one| (one.stage, one.assessment.as_str(), one.days.count, one.days.least.map(f64::round)))
        .collect();
    assert_eq!(
        days,
        [
            (Some(Stage::Interviewing), "", 1, Some(0.0)),
            (None, "System design", 1, Some(6.0)),
            (Some(Stage::Debrief), "", 1, Some(8.0)),
        ]
    );
    assert!(!told.calendar.steps.is_empty());
    let input = RoleCalendarInput { days: 10, steps: vec![] };
    let changed = roles::set_calendar(&bench.store, bench.owner, at(9), bench.role_id(), &input).unwrap();
    assert_eq!((changed.value.calendar.days, figures(&bench, 20).pace.overdue), (10, 1));
    let none = RoleCalendarInput { days: 0, steps: vec![] };
    assert!(roles::set_calendar(&bench.store, bench.owner, at(9), bench.role_id(), &none).is_err());
}

#[test]
fn who_was_ended_as_a_prospect_has_applied_nowhere_in_the_figures() {
    let bench = Bench::new();
    let eda = bench.application("Eda Fixture");
    let held = bench.assign(eda, 1, bench.bo);
    scorecards::submit(&bench.store, bench.bo, at(2 * DAY), held.id, bench.card(1, 4)).unwrap();
    let as_prospect = |tx: &rusqlite::Transaction<'_>| {
        tx.execute("UPDATE stage_move SET to_stage = 'prospect' WHERE application_id = ?1", [eda.0])?;
        Ok(())
    };
    bench.store.scratch(as_prospect).unwrap();
    to(&bench, 9, eda, Stage::Rejected, Some(EndReason::BelowExpectations));
    let told = figures(&bench, 20);
    assert_eq!(told.milestones, [], "{:?}", told.milestones);
    assert_eq!((told.pace.decided, told.pace.to_end.count), (0, 0));
}

#[test]
fn a_role_leaves_stages_out_and_calls_them_otherwise() {
    let bench = Bench::new();
    let eda = bench.application("Eda Fixture");
    let stage = |stage, title: &str| RoleStageInput { stage, title: title.into() };
    let mut input: Vec<_> = [Stage::Applied, Stage::Offer, Stage::Hired, Stage::Rejected, Stage::Withdrawn]
        .map(|one| stage(one, ""))
        .into();
    let set = |input: &[_]| roles::set_stages(&bench.store, bench.owner, at(5), bench.role_id(), input);
    let refused = set(&input).unwrap_err().to_string();
    assert!(refused.contains("1 of the applications stands in the stage interviewing"), "{refused}");
    input.push(stage(Stage::Interviewing, "On site"));
    let role = set(&input).unwrap().value;
    let used: Vec<_> = role.pipeline.iter().filter(|one| one.used).map(|one| one.stage).collect();
    assert_eq!(
        used,
        [Stage::Applied, Stage::Interviewing, Stage::Offer, Stage::Hired, Stage::Rejected, Stage::Withdrawn]
    );
    assert_eq!(role.pipeline[3].title, "On site");
    assert!(set(&input).unwrap().changed.is_empty(), "the same again");
    let refused =
        applications::move_to(&bench.store, bench.owner, at(6), eda, Stage::Debrief, "").unwrap_err();
    assert!(refused.to_string().contains("has no stage debrief"), "{refused}");
    let next =
        bench.store.look(|conn| roles::next_stage(conn, bench.role_id(), Stage::Interviewing)).unwrap();
    assert_eq!(next, Some(Stage::Offer));
    assert!(figures(&bench, 1).funnel.iter().all(|one| one.stage != Stage::Debrief));
    assert!(set(&input[1..]).is_err(), "applications come in somewhere");
    input[1].title = "on site".into();
    assert!(set(&input).is_err(), "two stages of one name");
}
