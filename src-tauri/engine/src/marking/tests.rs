use std::collections::BTreeSet;

use assay_domain::ids::{ApplicationId, InterviewId};

use super::{MarkingInput, MarkingSheet, list, rate, show};
use crate::bench::{Bench, at};
use crate::submissions::{self, NewAnswer, NewSubmission};
use crate::{EngineError, Viewer, accounts, candidates, interviews, scorecards};

const NAMES: [&str; 8] = [
    "Eda Fixture",
    "Finn Fixture",
    "Gil Fixture",
    "Hal Fixture",
    "Ida Fixture",
    "Jo Fixture",
    "Kay Fixture",
    "Lea Fixture",
];

fn hand_in(bench: &Bench, application: ApplicationId, text: &str) {
    let answer = |title: &str, text: &str| NewAnswer {
        question: String::new(),
        title: title.into(),
        text: text.into(),
    };
    let new = NewSubmission {
        application_id: application,
        assessment_id: bench.assessment(0),
        minutes: Some(30),
        answers: vec![answer("What broke?", text), answer("What then?", "We wrote it down.")],
        text: String::new(),
        paths: vec![],
    };
    submissions::add(&bench.store, bench.owner, at(5), &new).unwrap();
}

/// Eight candidates with answers; Bo and Cy hold an open interview with each.
fn marked_by_two() -> (Bench, Vec<(ApplicationId, InterviewId)>) {
    let bench = Bench::new();
    let made = NAMES.map(|name| {
        let application = bench.application(name);
        hand_in(&bench, application, &format!("It broke. {name} was there."));
        bench.assign(application, 0, bench.cy);
        (application, bench.assign(application, 0, bench.bo).id)
    });
    (bench, made.into())
}

fn sheet(bench: &Bench, viewer: Viewer, topic: &str) -> MarkingSheet {
    show(&bench.store, viewer, bench.assessment(0), Some(topic)).unwrap()
}

fn order(sheet: &MarkingSheet) -> Vec<String> {
    sheet.entries.iter().map(|entry| entry.interview_id.to_string()).collect()
}

#[test]
fn each_marker_and_each_topic_has_an_order_of_its_own_that_stays() {
    let (bench, made) = marked_by_two();
    let sets = list(&bench.store, bench.bo).unwrap();
    assert_eq!((sets.len(), sets[0].open, sets[0].handed_in), (1, 8, 8));
    let topics: Vec<_> = sets[0].topics.iter().map(|topic| (topic.id.as_str(), topic.handed_in)).collect();
    assert_eq!(topics, [("question/What broke?", 8), ("question/What then?", 8), ("all", 8)]);
    let first = sheet(&bench, bench.bo, "question/What broke?");
    assert_eq!(order(&first), order(&sheet(&bench, bench.bo, "question/What broke?")));
    assert_ne!(order(&first), order(&sheet(&bench, bench.bo, "question/What then?")));
    let assigned: Vec<String> = made.iter().map(|(_, interview)| interview.to_string()).collect();
    assert_ne!(order(&first), assigned);
    let applications = |viewer, topic: &str| -> Vec<ApplicationId> {
        let sheet = sheet(&bench, viewer, topic);
        sheet.entries.iter().map(|entry| bench.interview(viewer, entry.interview_id).application_id).collect()
    };
    assert_ne!(applications(bench.bo, "all"), applications(bench.cy, "all"), "another marker, another order");
    let late = bench.application("Mia Fixture");
    hand_in(&bench, late, "Late.");
    bench.assign(late, 0, bench.bo);
    let mut after = order(&sheet(&bench, bench.bo, "question/What broke?"));
    after.retain(|id| order(&first).contains(id));
    assert_eq!(after, order(&first), "who comes later moves nobody");
}

#[test]
fn nothing_in_it_names_a_candidate() {
    let bench = Bench::new();
    let application = bench.application("Zqname Fixture");
    let held = bench.assign(application, 0, bench.bo);
    let meant = assay_domain::import::AccountRef {
        host: "github.com".into(),
        id: None,
        login: "zqlogin".into(),
        kind: assay_domain::import::AccountKind::Unknown,
    };
    bench
        .store
        .scratch(|tx| {
            tx.execute("UPDATE candidate SET email = 'zqmail@fixture.example'", [])?;
            let account = accounts::resolve::resolve(tx, &meant)?;
            accounts::attach(tx, held.candidate_id, account, true)?;
            tx.execute("UPDATE assessment SET title = 'Review'", [])?;
            Ok(())
        })
        .unwrap();
    let home = tempfile::tempdir().unwrap();
    std::fs::write(home.path().join("Zqname.py"), "# by zqlogin <zqmail@fixture.example>\nZQNAME = 1")
        .unwrap();
    let new = NewSubmission {
        application_id: application,
        assessment_id: bench.assessment(0),
        minutes: None,
        answers: vec![],
        text: "I am Zqname, zqmail@fixture.example, https://github.com/zqlogin/x.".into(),
        paths: vec![home.path().display().to_string()],
    };
    submissions::add(&bench.store, bench.owner, at(5), &new).unwrap();
    let part = sheet(&bench, bench.bo, "all").entries[0].parts[0].id;
    let criterion = bench.rubric(0).criteria[0].id.clone();
    submissions::cite(&bench.store, bench.bo, at(6), held.id, &criterion, part, None).unwrap();
    let mut card = bench.card(0, 3);
    card.ratings[0].note = "Zqname is exact.".into();
    scorecards::save_draft(&bench.store, bench.bo, at(6), held.id, card).unwrap();
    let sheet = sheet(&bench, bench.bo, "all");
    let told = serde_json::to_string(&sheet).unwrap()
        + &serde_json::to_string(&list(&bench.store, bench.bo).unwrap()).unwrap();
    for word in ["zq", held.candidate_id.to_string().as_str(), application.to_string().as_str()] {
        assert!(!told.to_lowercase().contains(word), "{word}: {told}");
    }
    let rating = &sheet.entries[0].ratings[0];
    assert!(rating.note_names && rating.note == "[hidden] is exact.");
    let without = MarkingInput { criterion, level: Some(4), note: None };
    rate(&bench.store, bench.bo, at(7), held.id, without).unwrap();
    let draft = scorecards::form(&bench.store, bench.bo, held.id).unwrap().draft;
    assert_eq!((draft.ratings[0].level, draft.ratings[0].note.as_str()), (Some(4), "Zqname is exact."));
    assert!(candidates::show(&bench.store, bench.bo, at(8), held.candidate_id).is_ok());
}

#[test]
fn ratings_go_into_the_own_draft_and_touch_nothing_else_of_it() {
    let (bench, made) = marked_by_two();
    let (criteria, interview) = (bench.rubric(0).criteria, made[0].1);
    let before = sheet(&bench, bench.bo, "all");
    let entry = |sheet: &MarkingSheet| {
        sheet.entries.iter().find(|one| one.interview_id == interview).unwrap().clone()
    };
    assert!(
        entry(&before).ratings.iter().all(|rating| rating.level.is_none()),
        "not filled in is not nought"
    );
    let input = |index: usize, level, note: &str| MarkingInput {
        criterion: criteria[index].id.clone(),
        level,
        note: Some(note.into()),
    };
    let mut kept = bench.card(0, 2);
    kept.recommendation = None;
    scorecards::save_draft(&bench.store, bench.bo, at(6), interview, kept).unwrap();
    rate(&bench.store, bench.bo, at(7), interview, input(1, Some(5), "exact")).unwrap();
    let after = entry(&sheet(&bench, bench.bo, "all"));
    assert_eq!(
        (after.ratings[0].level, after.ratings[1].level, after.ratings[1].note.as_str()),
        (Some(2), Some(5), "exact")
    );
    assert_eq!((after.missing.len(), after.saved_at), (1, Some(at(7))), "only the recommendation lacks");
    assert!(
        rate(&bench.store, bench.bo, at(8), interview, input(1, Some(9), "")).is_err(),
        "beyond the scale"
    );
    assert!(matches!(
        rate(&bench.store, bench.cy, at(8), interview, input(1, Some(3), "")),
        Err(EngineError::Conflict { .. })
    ));
    let theirs = sheet(&bench, bench.cy, "all");
    assert!(
        theirs.entries.iter().all(|one| one.ratings.iter().all(|rating| rating.level.is_none())),
        "drafts are their own"
    );
}

/// Law 4: what others have submitted changes nothing in what a marker reads, and what is submitted is not marked any more.
#[test]
fn it_shows_and_counts_no_scorecard() {
    let (bench, made) = marked_by_two();
    let before = serde_json::to_string(&sheet(&bench, bench.bo, "all")).unwrap();
    let listed = list(&bench.store, bench.bo).unwrap();
    let of_cy = interviews::list(&bench.store, bench.cy, &Default::default()).unwrap();
    for one in of_cy.iter().filter(|one| one.mine) {
        scorecards::submit(&bench.store, bench.cy, at(9), one.id, bench.card(0, 4)).unwrap();
    }
    assert_eq!(serde_json::to_string(&sheet(&bench, bench.bo, "all")).unwrap(), before);
    assert_eq!(list(&bench.store, bench.bo).unwrap(), listed);
    assert!(list(&bench.store, bench.cy).unwrap().is_empty());
    assert!(matches!(
        show(&bench.store, bench.cy, bench.assessment(0), None),
        Err(EngineError::NotFound { .. })
    ));
    scorecards::submit(&bench.store, bench.bo, at(9), made[0].1, bench.card(0, 4)).unwrap();
    let ids: BTreeSet<String> = order(&sheet(&bench, bench.bo, "all")).into_iter().collect();
    assert!(ids.len() == 7 && !ids.contains(&made[0].1.to_string()));
    assert!(
        list(&bench.store, bench.owner).unwrap().is_empty(),
        "who holds no interview has nothing to mark"
    );
}
