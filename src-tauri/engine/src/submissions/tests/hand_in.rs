use assay_domain::ids::EvidenceId;
use assay_domain::scorecard::{Citation, CitationInput};
use assay_domain::submission::{PartKind, TEXT_BYTES_MAX};

use super::{answer, blank, write};
use crate::bench::{Bench, at};
use crate::submissions::{
    CitedLines, FileOutcome, Submission, add, cite, list, of_candidate, of_interview, remove, show,
};
use crate::{EngineError, journal, scorecards, search};

/// A code review in two lines, of a candidate of the bench.
fn review(bench: &Bench) -> (crate::interviews::Interview, Submission) {
    let application = bench.application("Eda Fixture");
    let held = bench.assign(application, 0, bench.bo);
    let mut new = blank(application, bench.assessment(0));
    new.text = "The webhook is not idempotent.\r\nhistory.py:17 asks once for each order.\u{202e}".into();
    new.minutes = Some(40);
    (held, add(&bench.store, bench.owner, at(5), &new).unwrap().value.submission)
}

#[test]
fn what_is_pasted_is_kept_found_and_told_as_it_was_timed() {
    let bench = Bench::new();
    let (held, one) = review(&bench);
    assert_eq!((one.minutes, one.parts.len(), one.parts[0].kind), (Some(40), 1, PartKind::Text));
    let text = &show(&bench.store, bench.bo, one.id).unwrap().parts[0].text;
    assert_eq!(text, "The webhook is not idempotent.\nhistory.py:17 asks once for each order.");
    assert_eq!(of_interview(&bench.store, bench.bo, held.id).unwrap().len(), 1);
    let hits = search::all(&bench.store, bench.cy, at(6), "idempotent").unwrap();
    assert_eq!((hits.len(), hits[0].candidate_id), (1, Some(held.candidate_id.0)));
    let mut again = blank(held.application_id, held.assessment_id);
    again.text = text.clone() + "\n";
    let done = add(&bench.store, bench.owner, at(7), &again).unwrap();
    assert!(done.value.known && done.changed.is_empty(), "the same again changes nothing");
    assert_eq!(list(&bench.store, bench.cy, None, Some(bench.role_id())).unwrap().len(), 1);
    let own = of_candidate(&bench.store, bench.cy, held.candidate_id).unwrap();
    assert_eq!((own.sheets.len(), own.submissions.len()), (2, 1));
    assert!(own.sheets.iter().all(|sheet| sheet.questions.is_empty()), "the plan names no kit");
}

#[test]
fn nothing_too_much_and_what_belongs_elsewhere_is_refused() {
    let bench = Bench::new();
    let application = bench.application("Eda Fixture");
    let empty = blank(application, bench.assessment(0));
    let told = |new| add(&bench.store, bench.owner, at(5), &new).unwrap_err().to_string();
    assert_eq!(told(empty.clone()), "there is nothing to add");
    let mut long = empty.clone();
    long.text = "x".repeat(TEXT_BYTES_MAX + 1);
    assert!(told(long).contains("longer than 1 MiB"));
    let mut slow = empty;
    (slow.text, slow.minutes) = ("x".into(), Some(1_000_000));
    assert!(told(slow).contains("two weeks"));
    let (_, other) = super::questionnaire(&bench);
    let mut elsewhere = blank(application, other);
    elsewhere.answers = vec![answer("shipped", "Something", "x")];
    assert!(told(elsewhere).contains("another role"));
}

#[test]
fn files_come_in_and_what_cannot_is_told() {
    let bench = Bench::new();
    let home = tempfile::tempdir().unwrap();
    write(home.path(), "shop/history.py", b"def page():\n    return []\n");
    write(home.path(), "logo.png", b"\x89PNG\0\0");
    write(home.path(), "long.log", &vec![b'x'; TEXT_BYTES_MAX + 1]);
    write(home.path(), ".git/config", b"[core]");
    write(home.path(), "shop/a\u{202e}b.py", b"x");
    std::os::unix::fs::symlink("/etc/hostname", home.path().join("shop/link")).unwrap();
    let mut new = blank(bench.application("Eda Fixture"), bench.assessment(0));
    new.paths = vec![home.path().display().to_string()];
    let added = add(&bench.store, bench.owner, at(5), &new).unwrap().value;
    let told: Vec<_> = added.files.iter().map(|file| (file.name.as_str(), file.outcome)).collect();
    assert_eq!(
        told,
        [
            (".git", FileOutcome::Refused),
            ("logo.png", FileOutcome::Named),
            ("long.log", FileOutcome::Named),
            ("shop/ab.py", FileOutcome::Refused),
            ("shop/history.py", FileOutcome::Taken),
            ("shop/link", FileOutcome::Refused),
        ]
    );
    let parts = show(&bench.store, bench.bo, added.submission.id).unwrap().parts;
    let named = parts.iter().find(|part| part.head.title == "long.log").unwrap();
    assert_eq!((named.text.as_str(), named.head.bytes as usize), ("", TEXT_BYTES_MAX + 1));
    assert_eq!(named.head.digest.len(), 64);
    assert_eq!(search::all(&bench.store, bench.bo, at(6), "long.log").unwrap().len(), 1, "found by its name");
    new.paths = vec![home.path().join("gone").display().to_string()];
    assert!(matches!(add(&bench.store, bench.owner, at(6), &new), Err(EngineError::File { .. })));
}

#[test]
#[cfg(target_os = "linux")]
fn a_file_that_cannot_be_read_is_told_and_the_others_come_in() {
    let bench = Bench::new();
    let home = tempfile::tempdir().unwrap();
    write(home.path(), "history.py", b"def page():\n    return []\n");
    let mut new = blank(bench.application("Eda Fixture"), bench.assessment(0));
    // Nothing is mapped at its beginning, so that reading it fails for everybody.
    new.paths = vec![home.path().display().to_string(), "/proc/self/mem".into()];
    let files = add(&bench.store, bench.owner, at(5), &new).unwrap().value.files;
    assert_eq!(files[0].outcome, FileOutcome::Taken);
    assert_eq!((files[1].name.as_str(), files[1].outcome), ("mem", FileOutcome::Refused));
    assert!(files[1].reason.contains("cannot be read"), "{}", files[1].reason);
}

#[test]
fn an_answer_is_to_a_question_that_the_kit_asks_or_to_one_of_its_own() {
    let bench = Bench::new();
    let (role, assessment) = super::questionnaire(&bench);
    let (_, application) = super::applicant(&bench, role, "Eda Fixture", "eda@fixture.example");
    let go = |id: &str| {
        let mut new = blank(application, assessment);
        new.answers = vec![answer(id, "Something", &format!("Answer to {id}."))];
        add(&bench.store, bench.owner, at(5), &new)
    };
    let refused = go("nobody-asked").unwrap_err();
    assert_eq!(refused.to_string(), "the assessment asks no question \"nobody-asked\"");
    assert!(refused.hint().contains("shipped"), "{}", refused.hint());
    assert!(go("shipped").is_ok() && go("").is_ok());
}

#[test]
fn what_another_application_of_theirs_cites_stays_too() {
    let bench = Bench::new();
    let (held, one) = review(&bench);
    let (role, assessment) = super::questionnaire(&bench);
    let (store, owner) = (&bench.store, bench.owner);
    let second = crate::applications::add(store, owner, at(5), held.candidate_id, role).unwrap().value.id;
    let new = crate::fixtures::new_interview(second, assessment, bench.cy);
    let elsewhere = crate::interviews::assign(store, owner, at(5), &new).unwrap().value.id;
    let criterion = scorecards::form(store, bench.cy, elsewhere).unwrap().rubric.criteria[0].id.clone();
    cite(store, bench.cy, at(6), elsewhere, &criterion, one.parts[0].id, None).unwrap();
    assert!(matches!(remove(store, owner, at(7), one.id), Err(EngineError::Conflict { .. })));
}

/// The only citation of the draft's first criterion.
fn cited(bench: &Bench, interview: assay_domain::ids::InterviewId) -> Citation {
    let form = scorecards::form(&bench.store, bench.bo, interview).unwrap();
    form.draft.ratings[0].citations.last().unwrap().clone()
}

#[test]
fn lines_are_cited_with_their_text_frozen() {
    let bench = Bench::new();
    let (held, one) = review(&bench);
    let (criterion, part) = (bench.rubric(0).criteria[0].id.clone(), one.parts[0].id);
    let lines = |from, to, quote: &str| CitedLines { from, to, quote: quote.into() };
    let go =
        |lines: Option<&CitedLines>| cite(&bench.store, bench.bo, at(6), held.id, &criterion, part, lines);
    go(Some(&lines(2, 2, ""))).unwrap();
    let first = cited(&bench, held.id);
    assert_eq!(first.address, "submission text:2");
    assert_eq!(first.quote, "history.py:17 asks once for each order.");
    go(Some(&lines(1, 2, "not idempotent. history.py:17"))).unwrap();
    assert_eq!(cited(&bench, held.id).quote, "not idempotent. history.py:17");
    go(None).unwrap();
    assert_eq!(cited(&bench, held.id).address, "submission text");
    assert!(go(Some(&lines(2, 3, ""))).is_err(), "there is no third line");
    assert!(go(Some(&lines(1, 1, "not what stands there"))).is_err());
    let gone = EvidenceId(uuid::Uuid::now_v7());
    assert!(cite(&bench.store, bench.bo, at(6), held.id, &criterion, gone, None).is_err());
    assert!(
        cite(&bench.store, bench.cy, at(6), held.id, &criterion, part, None).is_err(),
        "not their interview"
    );
    let whole = CitationInput { evidence_id: Some(part), address: String::new(), quote: String::new() };
    let other = bench.assign(bench.application("Finn Fixture"), 0, bench.bo);
    let stranger = scorecards::cite(&bench.store, bench.bo, at(6), other.id, &criterion, whole);
    assert!(matches!(stranger, Err(EngineError::NotFound { .. })), "another candidate's submission");
    let mut card = bench.card(0, 3);
    card.ratings[0].citations =
        vec![CitationInput { evidence_id: Some(part), address: String::new(), quote: String::new() }];
    let kept = scorecards::submit(&bench.store, bench.bo, at(7), held.id, card).unwrap().value;
    assert!(kept.ratings[0].citations[0].quote.starts_with("The webhook is not idempotent."));
}

#[test]
fn it_is_removed_and_brought_back_until_it_is_cited_or_marked() {
    let bench = Bench::new();
    let (store, owner) = (&bench.store, bench.owner);
    let (held, one) = review(&bench);
    let there = || list(store, owner, None, None).unwrap().len();
    let found = || search::all(store, owner, at(9), "idempotent").unwrap().len();
    remove(store, owner, at(6), one.id).unwrap();
    assert_eq!((there(), found()), (0, 0));
    assert!(matches!(show(store, owner, one.id), Err(EngineError::NotFound { .. })));
    journal::undo(store, owner, at(7), None).unwrap();
    assert_eq!((there(), found()), (1, 1), "undo brings it back");
    let criterion = bench.rubric(0).criteria[0].id.clone();
    cite(store, bench.bo, at(8), held.id, &criterion, one.parts[0].id, None).unwrap();
    assert!(
        matches!(remove(store, owner, at(9), one.id), Err(EngineError::Conflict { .. })),
        "a draft cites it"
    );
    scorecards::submit(store, bench.bo, at(9), held.id, bench.card(0, 3)).unwrap();
    assert!(
        matches!(remove(store, owner, at(9), one.id), Err(EngineError::Conflict { .. })),
        "it was marked"
    );
    let mut later = blank(held.application_id, held.assessment_id);
    later.text = "Sent after the scorecard.".into();
    add(store, owner, at(10), &later).unwrap();
    assert_eq!(there(), 2);
    journal::undo(store, owner, at(11), None).unwrap();
    assert_eq!(there(), 1, "what nobody has marked can be taken back");
    assert!(store.verify().unwrap().ok);
}
