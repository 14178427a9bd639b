//! The parts of the debrief: disagreements, competencies, side by side, flags, what is missing, and one application's walk.

use assay_domain::ids::ApplicationId;
use assay_domain::plan::CriterionMapping;
use assay_domain::scorecard::{CitationInput, RaisedFlagInput, Recommendation, ScorecardInput};
use assay_domain::stage::Stage;

use super::{
    AbsenceKind, RoleDisagreements, absences, application, beside, competencies, disagreements, flags,
};
use crate::bench::{Bench, at};
use crate::interviews::Interview;
use crate::plans::PlanAssessmentInput;
use crate::{EngineError, Viewer, applications, independence, interviews, plans, scorecards};

fn give(bench: &Bench, who: Viewer, of: ApplicationId, assessment: usize, card: ScorecardInput) -> Interview {
    let interview = bench.assign(of, assessment, who);
    scorecards::submit(&bench.store, who, at(10), interview.id, card).unwrap();
    interview
}

fn differ(bench: &Bench, viewer: Viewer) -> RoleDisagreements {
    disagreements(&bench.store, viewer, at(20), bench.role_id()).unwrap()
}

fn is_exposed(bench: &Bench, who: Viewer, of: ApplicationId) -> bool {
    bench.store.look(|conn| independence::is_exposed(conn, who.0, of)).unwrap()
}

#[test]
fn the_widest_disagreement_comes_first_with_what_both_wrote_and_cited() {
    let bench = Bench::new();
    let (eda, finn) = (bench.application("Eda Fixture"), bench.application("Finn Fixture"));
    give(&bench, bench.bo, eda, 0, bench.card(0, 4));
    let mut other = bench.card(0, 4);
    other.ratings[0].level = Some(3);
    other.ratings[1].level = Some(1);
    other.ratings[1].note = "Missed the race entirely.".into();
    other.ratings[1].citations =
        vec![CitationInput { evidence_id: None, address: "kettle@1:2".into(), quote: "let x".into() }];
    other.ratings[2].level = Some(0);
    other.recommendation = Some(Recommendation::No);
    give(&bench, bench.cy, eda, 0, other);
    give(&bench, bench.bo, finn, 1, bench.card(1, 4));
    let found = differ(&bench, bench.owner);
    assert_eq!(found.disagreements.iter().map(|one| one.gap).collect::<Vec<_>>(), [3, 1]);
    let first = &found.disagreements[0];
    assert_eq!(
        (first.candidate_name.as_str(), first.assessment_title.as_str()),
        ("Eda Fixture", "Code review")
    );
    let [low, high] = first.sides.as_slice() else { panic!("two raters") };
    assert_eq!(
        (low.person.as_str(), low.level, high.person.as_str(), high.level),
        ("Cy Fixture", 1, "Bo Fixture", 4)
    );
    assert_eq!(
        (low.note.as_str(), low.citations[0].address.as_str()),
        ("Missed the race entirely.", "kettle@1:2")
    );
    let criterion = &bench.rubric(0).criteria[1];
    assert_eq!(
        (low.anchor.as_str(), high.anchor.as_str()),
        (criterion.anchors[0].as_str(), criterion.anchors[3].as_str())
    );
    let criteria = bench.rubric(0).criteria.len() as u32;
    let once = bench.rubric(1).criteria.len() as u32 + 1;
    assert_eq!(
        (found.compared, found.rated_once),
        (criteria - 1, once),
        "\"not assessed\" differs from nothing"
    );
    assert!(found.sentence.contains(&format!("people rated: {}.", criteria - 1)), "{}", found.sentence);
    assert!(found.sentence.contains("Two levels or more apart: 1; one level: 1."), "{}", found.sentence);
    let [split] = found.recommendations.as_slice() else { panic!("one split") };
    assert_eq!((split.steps, split.recommendations[0].person.as_str()), (2, "Cy Fixture"));
}

#[test]
fn what_is_closed_is_left_out_of_every_part_and_nothing_was_read() {
    let bench = Bench::new();
    let (eda, gil) = (bench.application("Eda Fixture"), bench.application("Gil Fixture"));
    for (who, level) in [(bench.bo, 1), (bench.cy, 5)] {
        let mut card = bench.card(0, level);
        let flag = bench.rubric(0).red_flags[0].id.clone();
        card.flags = vec![RaisedFlagInput { flag, evidence: "zanzibar".into() }];
        give(&bench, who, eda, 0, card);
    }
    give(&bench, bench.bo, gil, 0, bench.card(0, 3));
    bench.assign(eda, 1, bench.owner);
    let (store, role, owner) = (&bench.store, bench.role_id(), bench.owner);
    let found = differ(&bench, owner);
    assert!(found.disagreements.is_empty() && found.recommendations.is_empty());
    assert_eq!((found.compared, found.left_out.closed), (0, 1));
    let matrix = competencies(store, owner, at(20), role, None).unwrap();
    assert_eq!(matrix.rows.iter().map(|row| row.application_id).collect::<Vec<_>>(), [gil]);
    let raised = flags(store, owner, at(20), role).unwrap();
    assert!(raised.flags.is_empty() && raised.left_out.closed == 1);
    for refused in [
        beside(store, owner, at(20), role, &[gil, eda], None).map(drop),
        application(store, owner, at(20), eda).map(drop),
    ] {
        assert!(matches!(refused, Err(EngineError::ClosedToViewer)));
    }
    assert!(!is_exposed(&bench, owner, eda) && is_exposed(&bench, owner, gil));
    assert_eq!(
        differ(&bench, bench.bo).compared,
        bench.rubric(0).criteria.len() as u32,
        "to others it is open"
    );
}

#[test]
fn a_competency_is_the_weighted_mean_of_the_criteria_that_observe_it() {
    let bench = Bench::new();
    let (eda, finn) = (bench.application("Eda Fixture"), bench.application("Finn Fixture"));
    let (review, design) = (bench.rubric(0), bench.rubric(1));
    give(&bench, bench.bo, eda, 0, bench.card(0, 2));
    give(&bench, bench.cy, eda, 0, bench.card(0, 4));
    give(&bench, bench.bo, eda, 1, bench.card(1, 5));
    let matrix = competencies(&bench.store, bench.owner, at(20), bench.role_id(), None).unwrap();
    for (index, column) in matrix.competencies.iter().enumerate() {
        let weight = |rubric: &assay_domain::rubric::Rubric, of_plan: f64| {
            let of = |one: &&assay_domain::rubric::Criterion| one.competency.0 == column.slug;
            let own: u32 = rubric.criteria.iter().filter(of).map(|one| one.weight).sum();
            let all: u32 = rubric.criteria.iter().map(|one| one.weight).sum();
            of_plan * f64::from(own) / f64::from(all)
        };
        let (a, b) = (weight(&review, 0.6), weight(&design, 0.4));
        let cell = &matrix.rows[0].cells[index];
        assert!((cell.score.unwrap() - (3.0 * a + 5.0 * b) / (a + b)).abs() < 1e-9, "{column:?} {cell:?}");
        assert!((cell.coverage - 1.0).abs() < 1e-9);
        assert!((cell.parts.iter().map(|part| part.weight).sum::<f64>() - 1.0).abs() < 1e-9);
        let rated: u32 = cell.parts.iter().map(|part| part.ratings).sum();
        assert_eq!((cell.ratings, column.assessments), (rated, u32::from(a > 0.0) + u32::from(b > 0.0)));
        assert_eq!(cell.raters, if a > 0.0 { 2 } else { 1 });
        let unknown = &matrix.rows[1].cells[index];
        assert_eq!(
            (unknown.score, unknown.coverage, unknown.ratings),
            (None, 0.0, 0),
            "unknown is not nought"
        );
        assert_eq!(unknown.parts.len(), cell.parts.len(), "and says by what it would be observed");
    }
    assert_eq!(matrix.rows[1].application_id, finn);
}

#[test]
fn a_criterion_counts_for_the_competency_that_the_plan_maps_it_to() {
    let bench = Bench::new();
    let eda = bench.application("Eda Fixture");
    let (criterion, other) = (bench.rubric(0).criteria[0].clone(), bench.rubric(0).criteria[1].clone());
    assert_ne!(criterion.competency, other.competency, "or this proves nothing");
    let mut inputs: Vec<PlanAssessmentInput> = bench.role.plan.assessments.iter().map(Into::into).collect();
    let (id, competency) = (criterion.id.clone(), other.competency.clone());
    inputs[0].mapping = vec![CriterionMapping { criterion: id, competency }];
    plans::update(&bench.store, bench.owner, at(3), bench.role_id(), &inputs, "").unwrap();
    give(&bench, bench.bo, eda, 0, bench.card(0, 2));
    let matrix = competencies(&bench.store, bench.owner, at(20), bench.role_id(), None).unwrap();
    let observes = |slug: &str| {
        let column = matrix.competencies.iter().position(|column| column.slug == slug);
        let parts = column.map(|at| matrix.rows[0].cells[at].parts.as_slice()).unwrap_or_default();
        parts.iter().any(|part| part.criterion == criterion.id)
    };
    assert!(observes(&other.competency.0) && !observes(&criterion.competency.0));
}

#[test]
fn whoever_reads_a_question_in_a_debrief_or_a_ground_is_noted() {
    let bench = Bench::new();
    let (eda, finn) = (bench.application("Eda Fixture"), bench.application("Finn Fixture"));
    for one in [eda, finn] {
        crate::questions::add(&bench.store, bench.owner, at(11), one, "On call?").unwrap();
    }
    application(&bench.store, bench.bo, at(20), eda).unwrap();
    crate::decisions::ground(&bench.store, bench.cy, at(20), finn).unwrap();
    assert!(is_exposed(&bench, bench.bo, eda) && is_exposed(&bench, bench.cy, finn));
    application(&bench.store, bench.owner, at(20), eda).unwrap();
    assert!(!is_exposed(&bench, bench.owner, eda), "one's own question is no rating of others");
}

#[test]
fn red_flags_are_records_with_evidence_and_take_nothing_off_a_score() {
    let bench = Bench::new();
    let (eda, finn) = (bench.application("Eda Fixture"), bench.application("Finn Fixture"));
    let raised = bench.rubric(0).red_flags[0].clone();
    let mut flagged = bench.card(0, 4);
    flagged.flags = vec![RaisedFlagInput { flag: raised.id.clone(), evidence: "\"It went down.\"".into() }];
    let interview = give(&bench, bench.bo, eda, 0, flagged);
    give(&bench, bench.bo, finn, 0, bench.card(0, 4));
    let (store, role) = (&bench.store, bench.role_id());
    let rows = super::role(store, bench.owner, at(20), role, None).unwrap().rows;
    assert_eq!((rows[0].score, rows[0].flags), (Some(4.0), Some(1)));
    assert_eq!((rows[1].score, rows[1].flags), (Some(4.0), Some(0)), "the same score without the flag");
    let found = flags(store, bench.owner, at(20), role).unwrap().flags;
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].evidence.as_str(), found[0].person.as_str()), ("\"It went down.\"", "Bo Fixture"));
    assert_eq!((&found[0].title, &found[0].not_a_red_flag), (&raised.title, &raised.not_a_red_flag));
    let taken = bench.card(0, 4);
    scorecards::amend(store, bench.bo, at(21), interview.id, taken, "Misheard it.").unwrap();
    assert!(flags(store, bench.owner, at(22), role).unwrap().flags.is_empty(), "the newest version counts");
    let kept = scorecards::show(store, bench.owner, at(22), interview.id).unwrap();
    assert_eq!(kept[1].flags[0].evidence, "\"It went down.\"", "the first is kept");
}

#[test]
fn what_is_missing_says_why() {
    let bench = Bench::new();
    let (eda, finn) = (bench.application("Eda Fixture"), bench.application("Finn Fixture"));
    let off = bench.assign(eda, 0, bench.cy);
    interviews::cancel(&bench.store, bench.owner, at(5), off.id, "Cy was ill.").unwrap();
    let kinds = |of| {
        let all = absences(&bench.store, bench.cy, bench.role_id()).unwrap().absences;
        all.into_iter().filter(|one| one.application_id == of).map(|one| one.kind).collect::<Vec<_>>()
    };
    assert_eq!(kinds(eda), [AbsenceKind::Cancelled, AbsenceKind::NotAssigned]);
    give(&bench, bench.bo, eda, 0, bench.card(0, 3));
    bench.assign(eda, 1, bench.bo);
    assert_eq!(kinds(eda), [AbsenceKind::CancelledAndReplaced, AbsenceKind::Open]);
    let found = absences(&bench.store, bench.bo, bench.role_id()).unwrap().absences;
    let cancelled = &found[0];
    assert_eq!(
        (cancelled.person.as_deref(), cancelled.reason.as_deref()),
        (Some("Cy Fixture"), Some("Cy was ill."))
    );
    assert_eq!(kinds(finn), [AbsenceKind::NotAssigned, AbsenceKind::NotAssigned]);
    applications::move_to(&bench.store, bench.owner, at(6), finn, Stage::Rejected, "No.").unwrap();
    assert!(kinds(finn).is_empty(), "nobody waits for what has ended");
}

#[test]
fn two_to_four_stand_side_by_side_and_say_whether_they_are_told_apart() {
    let bench = Bench::new();
    let names = ["Eda Fixture", "Finn Fixture", "Gil Fixture", "Hal Fixture", "Ida Fixture"];
    let all = names.map(|name| bench.application(name));
    give(&bench, bench.bo, all[0], 0, bench.card(0, 4));
    let mut near = bench.card(0, 4);
    near.ratings[0].level = Some(3);
    give(&bench, bench.bo, all[1], 0, near);
    give(&bench, bench.bo, all[3], 0, bench.card(0, 1));
    let compare =
        |chosen: &[ApplicationId]| beside(&bench.store, bench.owner, at(20), bench.role_id(), chosen, None);
    for wrong in [&all[..1], &all[..], &[all[0], all[0]]] {
        assert!(matches!(compare(wrong), Err(EngineError::Invalid { .. })), "{}", wrong.len());
    }
    let found = compare(&[all[1], all[0], all[2]]).unwrap();
    let order: Vec<_> = found.sides.iter().map(|side| side.row.candidate_name.as_str()).collect();
    assert_eq!(order, ["Finn Fixture", "Eda Fixture", "Gil Fixture"], "as asked");
    assert!(
        found.pairs[0].starts_with("Eda Fixture and Finn Fixture are not told apart"),
        "{:?}",
        found.pairs
    );
    assert_eq!(found.pairs[1], "Finn Fixture and Gil Fixture: at least one has no score yet.");
    let apart = compare(&[all[3], all[0]]).unwrap().pairs;
    assert!(apart[0].starts_with("Eda Fixture is ahead of Hal Fixture, "), "{apart:?}");
    assert_eq!(found.sides[1].explanation.parts[0].criteria[0].ratings[0].note, "noted 4");
    assert_eq!(found.sides[0].competencies.cells.len(), found.competencies.len());
}

#[test]
fn the_debrief_of_one_application_holds_all_of_it() {
    let bench = Bench::new();
    let eda = bench.application("Eda Fixture");
    give(&bench, bench.bo, eda, 0, bench.card(0, 4));
    bench.assign(eda, 1, bench.cy);
    let question = crate::questions::add(&bench.store, bench.owner, at(11), eda, "On call?").unwrap().value;
    let found = application(&bench.store, bench.owner, at(20), eda).unwrap();
    assert_eq!(
        (found.row.score, found.explanation.score, found.ground.score),
        (Some(4.0), Some(4.0), Some(4.0))
    );
    assert!(found.opening.is_none());
    assert_eq!(found.absences.iter().map(|one| one.kind).collect::<Vec<_>>(), [AbsenceKind::Open]);
    assert_eq!((found.questions, found.ground.questions), (vec![question], vec!["On call?".to_owned()]));
    assert_eq!(found.disagreements.rated_once, bench.rubric(0).criteria.len() as u32);
    super::open(&bench.store, bench.owner, at(21), eda).unwrap();
    let opened = application(&bench.store, bench.owner, at(22), eda).unwrap().opening.unwrap();
    assert_eq!(opened.at, at(21));
}
