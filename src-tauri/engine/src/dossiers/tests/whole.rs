use assay_domain::decision::{ConsideredOption, DecisionKind, DecisionRecord};
use assay_domain::document::markdown;
use assay_domain::ids::ApplicationId;
use assay_domain::scorecard::{CitationInput, RaisedFlagInput, Recommendation, ScorecardInput};

use super::super::{candidate, role};
use crate::bench::{Bench, at};
use crate::decisions::{self, DecisionInput};
use crate::plans::{self, PlanAssessmentInput};
use crate::{EngineError, Viewer, debriefs, independence, interviews, scorecards};

fn give(bench: &Bench, who: Viewer, application: ApplicationId, index: usize, card: ScorecardInput) {
    let interview = bench.assign(application, index, who);
    scorecards::submit(&bench.store, who, at(10), interview.id, card).unwrap();
}

/// Two raters on the first assessment, apart by two levels on one criterion; the second cancelled.
fn rated(bench: &Bench) -> ApplicationId {
    let eda = bench.application("Eda Fixture");
    let mut card = bench.card(0, 4);
    card.ratings[0].level = Some(2);
    card.ratings[1].level = Some(0);
    card.flags = vec![RaisedFlagInput {
        flag: bench.rubric(0).red_flags[0].id.clone(),
        evidence: "said so, quokka".into(),
    }];
    give(bench, bench.bo, eda, 0, card);
    give(bench, bench.cy, eda, 0, bench.card(0, 4));
    let held = bench.assign(eda, 1, bench.bo);
    interviews::cancel(&bench.store, bench.owner, at(11), held.id, "Bo was ill").unwrap();
    eda
}

fn decided(bench: &Bench, id: ApplicationId) {
    let input = DecisionInput {
        application_id: id,
        kind: DecisionKind::Advance,
        reason: "Two raters, one picture.".into(),
        scorecard_ids: vec![],
        record: DecisionRecord {
            context: "Two of three raters in.".into(),
            options: vec![ConsideredOption {
                option: "Hold.".into(),
                because: "A third rater would come late.".into(),
            }],
            three_months: "Ships alone.".into(),
            six_months: "Owns the ledger.".into(),
            unknown: "How they lead.".into(),
            missing: String::new(),
        },
    };
    decisions::make(&bench.store, bench.owner, at(12), &input).unwrap();
}

#[test]
fn a_candidates_dossier_explains_every_number_down_to_levels_and_weights() {
    let bench = Bench::new();
    let eda = rated(&bench);
    decided(&bench, eda);
    let told = markdown(&candidate(&bench.store, bench.owner, at(20), eda).unwrap().document);
    let rubric = bench.rubric(0);
    let total = rubric.total_weight();
    for criterion in &rubric.criteria {
        assert!(told.contains(&format!("| {} of {total} |", criterion.weight)), "{}", criterion.title);
        assert!(told.contains(&criterion.weight_reason[..20]), "{}", criterion.weight_reason);
    }
    let weights: Vec<u32> = rubric.criteria.iter().map(|one| one.weight).collect();
    let kept: Vec<String> = weights
        .iter()
        .enumerate()
        .filter(|(index, _)| *index != 1)
        .map(|(index, weight)| format!("{weight} × {}", if index == 0 { 2 } else { 4 }))
        .collect();
    let sum = kept.join(" + ").replace('*', "\\*");
    assert!(told.contains(&format!("= ({sum}) / {}", total - weights[1])), "{sum} is not in {told}");
    for expected in [
        "mean of the 2 raters",
        "Raters differ by two levels or more:",
        "*not assessed*",
        "plan version 1",
        "version 1",
        "Two raters, one picture.",
        "said so, quokka",
        "Bo was ill",
        "A summary zanzibar.",
        "noted 4",
        "It counts as nothing, not as nought.",
        "Rests on:",
        "**Considered:** Hold. A third rater would come late.",
        "**Expected after three months:** Ships alone.",
        "**Expected after six months:** Owns the ledger.",
        "**Still unknown:** How they lead.",
        "Advance.",
    ] {
        assert!(told.contains(expected), "{expected} is not in {told}");
    }
}

#[test]
fn dossiers_say_that_weights_were_changed_after_scores_and_what_a_decision_lacked() {
    let bench = Bench::new();
    let eda = rated(&bench);
    let mut inputs: Vec<_> = bench.role.plan.assessments.iter().map(PlanAssessmentInput::from).collect();
    (inputs[0].weight, inputs[1].weight) = (50, 50);
    plans::update(&bench.store, bench.cy, at(14), bench.role_id(), &inputs, "Both matter.").unwrap();
    let finn = bench.application("Finn Fixture");
    let reject = DecisionInput {
        application_id: finn,
        kind: DecisionKind::Reject,
        reason: "No time.".into(),
        scorecard_ids: vec![],
        record: DecisionRecord::default(),
    };
    decisions::make(&bench.store, bench.owner, at(15), &reject).unwrap();
    let of_role = markdown(&role(&bench.store, bench.owner, at(20), bench.role_id()).unwrap().document);
    let of_eda = markdown(&candidate(&bench.store, bench.owner, at(20), eda).unwrap().document);
    let changed = "Weights were changed after 2 scorecards had been submitted: Code review from 60% to 50%";
    for told in [&of_role, &of_eda] {
        assert!(told.contains(changed) && told.contains("By Cy Fixture, 2 Mar 2026 09:14 UTC"), "{told}");
    }
    let of_finn = markdown(&candidate(&bench.store, bench.owner, at(20), finn).unwrap().document);
    let lacked = "**What was missing:** Decided without a scorecard that counts.";
    assert!(of_role.contains(lacked) && of_finn.contains(lacked), "{of_role}");
}

#[test]
fn the_foot_names_the_journals_head_and_the_same_is_the_same_again() {
    let bench = Bench::new();
    let eda = rated(&bench);
    let first = candidate(&bench.store, bench.owner, at(20), eda).unwrap();
    let head = bench.store.verify().unwrap();
    assert!(first.document.footer.contains(&head.head), "{}", first.document.footer);
    assert!(first.document.footer.contains(&format!("entry {}", head.entries)), "{}", first.document.footer);
    assert_eq!(markdown(&first.document).matches(&head.head).count(), 2, "in the text and at the foot");
    assert_eq!(first, candidate(&bench.store, bench.owner, at(20), eda).unwrap());
    assert_eq!(first.stem, "eda-fixture-backend-engineer-dossier");
    let of_role = role(&bench.store, bench.owner, at(20), bench.role_id()).unwrap();
    assert_eq!(of_role, role(&bench.store, bench.owner, at(20), bench.role_id()).unwrap());
}

#[test]
fn who_holds_an_open_interview_gets_no_dossier_and_who_reads_one_is_noted() {
    let bench = Bench::new();
    let [eda, finn] = ["Eda Fixture", "Finn Fixture"].map(|name| bench.application(name));
    give(&bench, bench.bo, eda, 0, bench.card(0, 3));
    give(&bench, bench.bo, finn, 0, bench.card(0, 5));
    let held = bench.assign(eda, 1, bench.cy);
    let refused = candidate(&bench.store, bench.cy, at(20), eda).unwrap_err();
    assert!(matches!(refused, EngineError::ClosedToViewer), "{refused}");
    let of_role = markdown(&role(&bench.store, bench.cy, at(20), bench.role_id()).unwrap().document);
    assert!(of_role.contains("One candidate is closed to you"), "{of_role}");
    assert!(of_role.contains("### Finn Fixture") && !of_role.contains("### Eda Fixture"), "{of_role}");
    assert!(!of_role.contains("3.00"), "nothing of the closed application's score: {of_role}");
    let exposed =
        |who: Viewer, id| bench.store.look(|conn| independence::is_exposed(conn, who.0, id)).unwrap();
    assert!(exposed(bench.cy, finn) && !exposed(bench.cy, eda));
    interviews::cancel(&bench.store, bench.owner, at(21), held.id, "not needed").unwrap();
    candidate(&bench.store, bench.cy, at(22), eda).unwrap();
    assert!(exposed(bench.cy, eda));
}

#[test]
fn a_dossier_reads_nothing_of_its_candidate_in_another_role() {
    let bench = Bench::new();
    let eda = rated(&bench);
    let elsewhere = bench.application("Finn Fixture");
    let same_person = |tx: &rusqlite::Transaction<'_>| {
        let sql = "UPDATE application SET candidate_id = (SELECT candidate_id FROM application WHERE id = ?1)
            WHERE id = ?2";
        tx.execute(sql, (eda.0, elsewhere.0))?;
        Ok(())
    };
    bench.store.scratch(same_person).unwrap();
    decided(&bench, elsewhere);
    candidate(&bench.store, bench.cy, at(20), eda).unwrap();
    let exposed = |id| bench.store.look(|conn| independence::is_exposed(conn, bench.cy.0, id)).unwrap();
    assert_eq!((exposed(eda), exposed(elsewhere)), (true, false));
}

#[test]
fn a_roles_dossier_holds_the_order_the_raters_and_every_sum() {
    let bench = Bench::new();
    let eda = rated(&bench);
    let finn = bench.application("Finn Fixture");
    for (index, level) in [(0, 5), (1, 4)] {
        give(&bench, bench.bo, finn, index, bench.card(index, level));
    }
    decided(&bench, eda);
    let told = markdown(&role(&bench.store, bench.owner, at(20), bench.role_id()).unwrap().document);
    let of = |name: &str| told.split("\n### ").find(|part| part.starts_with(name)).unwrap().to_owned();
    assert!(
        of("Eda Fixture").contains("**Debrief:** Opened on 2 Mar 2026 09:12 UTC by Ada Fixture."),
        "{told}"
    );
    assert!(of("Finn Fixture").contains("**Debrief:** Nobody has opened the debrief yet."), "{told}");
    for expected in [
        "## Where the candidates stand",
        "95% interval",
        "Finn Fixture before Eda Fixture:",
        "### By assessment",
        "## Under other weights",
        "Not in it, for want of a score on every assessment held: Eda Fixture.",
        "## The raters",
        "**Severity:**",
        "**Agreement:**",
        "### Finn Fixture",
        "#### ",
        "Bo Fixture: 5.00 = (",
        "Two raters, one picture.",
        "said so, quokka",
        "## The plan, version 1",
        "the variance of a total is the sum of squared weights times variances",
    ] {
        assert!(told.contains(expected), "{expected} is not in {told}");
    }
}

#[test]
fn a_roles_dossier_holds_every_scorecard_and_what_is_missing() {
    let bench = Bench::new();
    let eda = rated(&bench);
    let open = bench.assign(eda, 1, bench.cy);
    let finn = bench.application("Finn Fixture");
    let interview = bench.assign(finn, 0, bench.bo);
    let mut card = bench.card(0, 3);
    card.recommendation = Some(Recommendation::StrongNo);
    card.ratings[0].citations = vec![CitationInput {
        evidence_id: None,
        address: "finn-fixture/kettle@abc:src/lid.rs:4".into(),
        quote: "the lid is checked".into(),
    }];
    scorecards::submit(&bench.store, bench.bo, at(10), interview.id, card.clone()).unwrap();
    card.ratings[0].level = Some(5);
    scorecards::amend(&bench.store, bench.bo, at(11), interview.id, card, "I had misread the test run.")
        .unwrap();
    let read = |who| markdown(&role(&bench.store, who, at(20), bench.role_id()).unwrap().document);
    let told = read(bench.owner);
    for expected in [
        "noted 4",
        "noted 3",
        "A summary zanzibar.",
        "Strong no",
        "the lid is checked",
        "I had misread the test run. Version 1 had score 3.00",
        "Bo was ill",
        "Cy Fixture has not submitted yet.",
        "nobody was assigned.",
    ] {
        assert!(told.contains(expected), "{expected} is not in {told}");
    }
    let closed = read(bench.cy);
    assert!(
        !closed.contains("noted 4") && !closed.contains("Bo was ill") && closed.contains("noted 3"),
        "{closed}"
    );
    interviews::cancel(&bench.store, bench.owner, at(21), open.id, "not needed").unwrap();
    assert!(read(bench.cy).contains("noted 4"));
}

#[test]
fn a_dossier_says_when_the_debrief_was_opened_and_by_whom_and_what_time_the_plan_asks_for() {
    let bench = Bench::new();
    let eda = rated(&bench);
    let read = || markdown(&candidate(&bench.store, bench.owner, at(20), eda).unwrap().document);
    assert!(read().contains("Nobody has opened the debrief yet."), "{}", read());
    debriefs::open(&bench.store, bench.owner, at(13), eda).unwrap();
    let (told, minutes) = (read(), bench.role.candidate_minutes);
    assert!(told.contains("Opened on 2 Mar 2026 09:13 UTC by Ada Fixture."), "{told}");
    let of_role = markdown(&role(&bench.store, bench.owner, at(20), bench.role_id()).unwrap().document);
    for told in [&told, &of_role] {
        assert!(told.contains(&format!("**The candidate's time in all:** {minutes} minutes.")), "{told}");
    }
}

#[test]
fn an_amendment_keeps_both_versions_in_sight() {
    let bench = Bench::new();
    let eda = bench.application("Eda Fixture");
    let interview = bench.assign(eda, 0, bench.bo);
    scorecards::submit(&bench.store, bench.bo, at(10), interview.id, bench.card(0, 3)).unwrap();
    let mut card = bench.card(0, 3);
    card.ratings[0].level = Some(5);
    scorecards::amend(&bench.store, bench.bo, at(11), interview.id, card, "I had misread the test run.")
        .unwrap();
    let told = markdown(&candidate(&bench.store, bench.owner, at(20), eda).unwrap().document);
    let name = &bench.rubric(0).criteria[0].title;
    assert!(told.contains("I had misread the test run. Version 1 had score 3.00"), "{told}");
    assert!(told.contains(&format!("{name} from 3 to 5")), "{told}");
}

#[test]
fn nothing_rated_is_said_and_not_made_up() {
    let bench = Bench::new();
    let eda = bench.application("Eda Fixture");
    let told = markdown(&candidate(&bench.store, bench.owner, at(20), eda).unwrap().document);
    assert!(told.contains("Nobody has decided yet."), "{told}");
    assert!(told.contains("nobody was assigned"), "{told}");
    assert!(told.contains("unknown: nothing has been rated yet"), "{told}");
    let of_role = markdown(&role(&bench.store, bench.owner, at(20), bench.role_id()).unwrap().document);
    assert!(of_role.contains("*not assessed*"), "{of_role}");
}
