mod log;

use assay_domain::ids::ApplicationId;
use assay_domain::scorecard::{CitationInput, RaisedFlagInput, ScorecardInput};

use super::{amend, check, cite, form, hints, save_draft, show, submit, submit_paper};
use crate::bench::{Bench, at};
use crate::interviews::InterviewState;
use crate::{EngineError, independence, interviews, plans};

fn exposed(bench: &Bench, who: crate::Viewer, application: ApplicationId) -> bool {
    bench.store.look(|conn| independence::is_exposed(conn, who.0, application)).unwrap()
}

fn is_closed<T>(result: crate::Result<T>) -> bool {
    matches!(result.err(), Some(EngineError::ClosedToViewer))
}

fn found(bench: &Bench, word: &str) -> Vec<(uuid::Uuid, Option<uuid::Uuid>)> {
    bench
        .store
        .look(|conn| {
            let mut statement = conn.prepare(
                "SELECT r.subject_id, r.application_id FROM search JOIN search_row AS r ON r.row = search.rowid
                 WHERE search MATCH ?1",
            )?;
            let rows = statement.query_map([word], |row| Ok((row.get(0)?, row.get(1)?)))?;
            Ok(rows.collect::<rusqlite::Result<_>>()?)
        })
        .unwrap()
}

#[test]
fn a_draft_is_saved_and_seen_by_its_author_only() {
    let bench = Bench::new();
    let interview = bench.assign(bench.application("Eda Fixture"), 0, bench.bo);
    let empty = form(&bench.store, bench.bo, interview.id).unwrap();
    assert_eq!(empty.draft.ratings.len(), empty.rubric.criteria.len());
    assert!(empty.draft.ratings.iter().all(|rating| rating.level.is_none()), "not filled in is not nought");
    let mut half = bench.card(0, 3);
    half.recommendation = None;
    half.ratings.truncate(1);
    save_draft(&bench.store, bench.bo, at(5), interview.id, half.clone()).unwrap();
    half.summary = "better".into();
    save_draft(&bench.store, bench.bo, at(6), interview.id, half.clone()).unwrap();
    let own = form(&bench.store, bench.bo, interview.id).unwrap();
    assert_eq!(
        (own.draft.summary.as_str(), own.draft.ratings[0].level, own.draft.ratings[1].level),
        ("better", Some(3), None)
    );
    assert_eq!(own.draft.saved_at, Some(at(6)));
    assert!(own.interview.has_draft);

    let paper = form(&bench.store, bench.owner, interview.id).unwrap();
    assert!(paper.draft.summary.is_empty() && paper.draft.saved_at.is_none() && !paper.interview.has_draft);
    assert!(save_draft(&bench.store, bench.owner, at(7), interview.id, half.clone()).is_err());
    half.ratings[0].level = Some(9);
    assert!(save_draft(&bench.store, bench.bo, at(7), interview.id, half).is_err(), "beyond the scale");
    interviews::reassign(&bench.store, bench.owner, at(8), interview.id, bench.cy.0).unwrap();
    let theirs = form(&bench.store, bench.cy, interview.id).unwrap();
    assert!(theirs.draft.summary.is_empty(), "the draft was its author's");
}

#[test]
fn a_submitted_scorecard_is_final() {
    let bench = Bench::new();
    let interview = bench.assign(bench.application("Eda Fixture"), 0, bench.bo);
    let mut short = bench.card(0, 3);
    short.ratings[0].level = None;
    assert_eq!(check(&bench.store, bench.bo, at(5), interview.id, short.clone()).unwrap().len(), 1);
    assert!(matches!(
        submit(&bench.store, bench.bo, at(5), interview.id, short),
        Err(EngineError::Invalid { .. })
    ));
    assert!(submit(&bench.store, bench.cy, at(5), interview.id, bench.card(0, 3)).is_err(), "not theirs");

    save_draft(&bench.store, bench.bo, at(5), interview.id, bench.card(0, 2)).unwrap();
    let mut input = bench.card(0, 4);
    input.ratings[0].level = Some(0);
    let flag = bench.rubric(0).red_flags[0].clone();
    input.flags = vec![RaisedFlagInput { flag: flag.id.clone(), evidence: "said so".into() }];
    let done = submit(&bench.store, bench.bo, at(6), interview.id, input).unwrap();
    assert_eq!(done.value.score, Some(4.0), "what was not assessed is no nought");
    assert!(done.value.coverage < 1.0);
    assert_eq!(
        (done.value.ratings[0].level, done.value.flags[0].title.as_str()),
        (Some(0), flag.title.as_str())
    );
    assert_eq!(done.value.interview.state, InterviewState::Submitted);
    assert!(done.changed.iter().any(|change| change.id == interview.id.0));
    for again in [
        submit(&bench.store, bench.bo, at(7), interview.id, bench.card(0, 5)),
        submit_paper(&bench.store, bench.owner, at(7), interview.id, bench.card(0, 5)),
    ] {
        assert!(matches!(again, Err(EngineError::Conflict { .. })));
    }
    assert!(save_draft(&bench.store, bench.bo, at(7), interview.id, bench.card(0, 1)).is_err());
    assert_eq!(found(&bench, "zanzibar"), [(interview.id.0, Some(interview.application_id.0))]);
    assert!(bench.store.verify().unwrap().ok);
}

#[test]
fn reading_is_closed_to_whoever_holds_an_open_interview_there() {
    let bench = Bench::new();
    let application = bench.application("Eda Fixture");
    let first = bench.assign(application, 0, bench.bo);
    bench.assign(application, 1, bench.bo);
    bench.assign(application, 1, bench.owner);
    let answer = submit(&bench.store, bench.bo, at(5), first.id, bench.card(0, 4)).unwrap().value;
    assert_eq!(answer.score, None, "their other interview is still open");
    assert!(is_closed(show(&bench.store, bench.bo, at(6), first.id)), "their own one too");
    assert!(is_closed(show(&bench.store, bench.owner, at(6), first.id)), "owner included");
    assert!(is_closed(amend(&bench.store, bench.bo, at(6), first.id, bench.card(0, 5), "seen")));
    assert!(!exposed(&bench, bench.owner, application));
    assert_eq!(show(&bench.store, bench.cy, at(7), first.id).unwrap().len(), 1);
    assert!(exposed(&bench, bench.cy, application));
    assert!(!bench.assign(application, 1, bench.cy).independent);
}

#[test]
fn reading_ones_own_scorecard_takes_no_independence() {
    let bench = Bench::new();
    let application = bench.application("Eda Fixture");
    let first = bench.assign(application, 0, bench.bo);
    submit(&bench.store, bench.bo, at(5), first.id, bench.card(0, 4)).unwrap();
    assert_eq!(show(&bench.store, bench.bo, at(6), first.id).unwrap().len(), 1);
    assert!(!exposed(&bench, bench.bo, application));
}

#[test]
fn a_paper_scorecard_is_typed_in_by_somebody_without_an_open_interview_and_says_so() {
    let bench = Bench::new();
    let application = bench.application("Eda Fixture");
    let interview = bench.assign(application, 0, bench.bo);
    let other = bench.assign(application, 1, bench.cy);
    assert!(is_closed(form(&bench.store, bench.cy, interview.id)));
    assert!(is_closed(submit_paper(&bench.store, bench.cy, at(5), interview.id, bench.card(0, 4))));
    let own = submit_paper(&bench.store, bench.cy, at(5), other.id, bench.card(1, 4));
    assert!(matches!(own, Err(EngineError::Conflict { .. })));
    let card = submit_paper(&bench.store, bench.owner, at(6), interview.id, bench.card(0, 4)).unwrap().value;
    assert_eq!(
        (card.typed_in_by.as_deref(), card.interview.person_name.as_str()),
        (Some("Ada Fixture"), "Bo Fixture")
    );
    assert!(exposed(&bench, bench.owner, application) && !exposed(&bench, bench.bo, application));
    let amended =
        amend(&bench.store, bench.bo, at(7), interview.id, bench.card(0, 3), "misread").unwrap().value;
    assert_eq!(amended.typed_in_by.as_deref(), Some("Ada Fixture"), "for ever");
}

#[test]
fn an_amendment_keeps_the_first() {
    let bench = Bench::new();
    let interview = bench.assign(bench.application("Eda Fixture"), 0, bench.bo);
    let none = amend(&bench.store, bench.bo, at(5), interview.id, bench.card(0, 5), "why");
    assert!(none.is_err(), "nothing is submitted");
    submit(&bench.store, bench.bo, at(5), interview.id, bench.card(0, 4)).unwrap();
    let mut later = bench.card(0, 2);
    later.summary = "Reykjavik.".into();
    assert!(amend(&bench.store, bench.bo, at(6), interview.id, later.clone(), " ").is_err());
    assert!(amend(&bench.store, bench.owner, at(6), interview.id, later.clone(), "why").is_err());
    amend(&bench.store, bench.bo, at(6), interview.id, later, "mixed up two people").unwrap();
    let cards = show(&bench.store, bench.bo, at(7), interview.id).unwrap();
    assert_eq!(
        cards.iter().map(|card| (card.version, card.score)).collect::<Vec<_>>(),
        [(2, Some(2.0)), (1, Some(4.0))]
    );
    assert_eq!(cards[0].amendment_reason.as_deref(), Some("mixed up two people"));
    assert_eq!((found(&bench, "reykjavik").len(), found(&bench, "zanzibar").len()), (1, 0));
}

#[test]
fn the_rubric_of_a_submitted_scorecard_is_frozen() {
    let bench = Bench::new();
    let interview = bench.assign(bench.application("Eda Fixture"), 0, bench.bo);
    submit(&bench.store, bench.bo, at(5), interview.id, bench.card(0, 4)).unwrap();
    let mut next = bench.rubric(0);
    next.version = 2;
    next.criteria[0].weight += 5;
    crate::rubrics::keep(&bench.store, bench.owner, at(6), &next).unwrap();
    let moved = bench.role.plan.assessments[0].id;
    plans::move_rubric(&bench.store, bench.owner, at(7), bench.role_id(), moved, 2, "sharper").unwrap();
    let amended = amend(&bench.store, bench.bo, at(8), interview.id, bench.card(0, 3), "slip").unwrap().value;
    assert_eq!(amended.rubric_version, 1);
    let fresh = bench.assign(bench.application("Finn Fixture"), 0, bench.bo);
    assert_eq!(form(&bench.store, bench.bo, fresh.id).unwrap().rubric, next);
}

#[test]
fn what_would_have_raised_it_is_asked_below_the_expected_level() {
    let bench = Bench::new();
    let interview = bench.assign(bench.application("Eda Fixture"), 0, bench.bo);
    let rubric = bench.rubric(0);
    let expected = rubric.criteria[0].expected.get(bench.role.summary.seniority).level;
    let asked = |level: u8, note: &str| {
        let mut card = bench.card(0, 5);
        card.ratings[0].level = Some(level);
        card.ratings[0].note = note.into();
        hints(&bench.store, bench.bo, interview.id, card).unwrap()
    };
    let found = asked(expected - 1, " ");
    assert_eq!(found[0].criterion.as_deref(), Some(rubric.criteria[0].id.as_str()));
    assert!(found[0].what.contains("what would have raised it?"), "{}", found[0].what);
    assert_eq!(
        asked(expected - 1, "tested the good case"),
        found,
        "a note that does not answer is asked, too"
    );
    assert!(asked(expected - 1, "What would have raised it: a test of the failure").is_empty());
    assert!(asked(expected, "").is_empty() && asked(0, "").is_empty(), "not assessed is not below");
}

#[test]
fn the_score_is_said_to_be_closed_while_another_interview_is_open() {
    let bench = Bench::new();
    let eda = bench.application("Eda Fixture");
    let (first, second) = (bench.assign(eda, 0, bench.bo), bench.assign(eda, 1, bench.bo));
    let card = |assessment| bench.card(assessment, 4);
    let answer = submit(&bench.store, bench.bo, at(5), first.id, card(0)).unwrap().value;
    assert_eq!((answer.score, answer.closed), (None, true));
    let answer = submit(&bench.store, bench.bo, at(6), second.id, card(1)).unwrap().value;
    assert_eq!((answer.score, answer.closed), (Some(4.0), false));
}

fn citing(bench: &Bench, evidence: assay_domain::ids::EvidenceId) -> ScorecardInput {
    let mut input = bench.card(0, 4);
    input.ratings[0].citations =
        vec![CitationInput { evidence_id: Some(evidence), address: String::new(), quote: String::new() }];
    input
}

#[test]
fn what_is_cited_is_frozen_with_the_scorecard() {
    let bench = Bench::new();
    let interview = bench.assign(bench.application("Eda Fixture"), 0, bench.bo);
    let foreign = citing(&bench, bench.evidence(interview.id, false));
    let refused = submit(&bench.store, bench.bo, at(5), interview.id, foreign);
    assert!(matches!(refused, Err(EngineError::NotFound { .. })), "evidence of somebody else");
    let id = bench.evidence(interview.id, true);
    submit(&bench.store, bench.bo, at(5), interview.id, citing(&bench, id)).unwrap();
    bench.store.scratch(|tx| Ok(tx.execute("DELETE FROM evidence WHERE id = ?1", [id.0])?)).unwrap();
    let cards = show(&bench.store, bench.bo, at(6), interview.id).unwrap();
    let citation = &cards[0].ratings[0].citations[0];
    assert_eq!((citation.address.as_str(), citation.quote.as_str()), ("eda/tool@abc", "Fix the race"));
}

#[test]
fn evidence_is_cited_into_ones_own_open_draft_once() {
    let bench = Bench::new();
    let interview = bench.assign(bench.application("Eda Fixture"), 0, bench.bo);
    let criterion = bench.rubric(0).criteria[1].id.clone();
    let citation = CitationInput {
        evidence_id: None,
        address: "eda-fixture/kettle@abc:src/lid.rs:4".into(),
        quote: "the lid is checked".into(),
    };
    let into = |who, criterion: &str, citation: &CitationInput| {
        cite(&bench.store, who, at(5), interview.id, criterion, citation.clone())
    };
    assert_eq!(into(bench.bo, &criterion, &citation).unwrap().quote, citation.quote);
    into(bench.bo, &criterion, &citation).unwrap();
    let draft = form(&bench.store, bench.bo, interview.id).unwrap().draft;
    assert_eq!(draft.ratings[1].citations.len(), 1, "the same is cited once");
    assert_eq!((draft.ratings[1].level, draft.saved_at), (None, Some(at(5))), "a citation is no rating");

    assert!(into(bench.bo, "no-such-criterion", &citation).is_err());
    assert!(into(bench.cy, &criterion, &citation).is_err(), "not hers");
    let nowhere = CitationInput { address: " ".into(), ..citation.clone() };
    assert!(into(bench.bo, &criterion, &nowhere).is_err(), "no address");
    let stranger = CitationInput {
        evidence_id: Some(assay_domain::ids::EvidenceId(uuid::Uuid::from_u128(7))),
        ..citation.clone()
    };
    assert!(into(bench.bo, &criterion, &stranger).is_err(), "no record of this candidate");
    submit(&bench.store, bench.bo, at(6), interview.id, bench.card(0, 3)).unwrap();
    assert!(into(bench.bo, &criterion, &citation).is_err(), "submitted is final");
}
