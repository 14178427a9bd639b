use super::{OpenQuestion, QuestionQuery, add, close, list};
use crate::bench::{Bench, at};
use crate::journal::undo;
use crate::{EngineError, Viewer, independence, journal};
use assay_domain::ids::ApplicationId;

fn asked(bench: &Bench, viewer: Viewer, application: ApplicationId, text: &str) -> OpenQuestion {
    add(&bench.store, viewer, at(6), application, text).unwrap().value
}

fn all(bench: &Bench, viewer: Viewer) -> super::OpenQuestions {
    let query = QuestionQuery { role_id: bench.role_id(), application_id: None };
    list(&bench.store, viewer, at(9), query).unwrap()
}

#[test]
fn a_question_is_asked_and_closed_with_an_answer() {
    let bench = Bench::new();
    let eda = bench.application("Eda Fixture");
    let first = asked(&bench, bench.owner, eda, " Has she run a migration? ");
    let second = asked(&bench, bench.bo, eda, "Would she be on call?");
    assert_eq!(
        (first.question.as_str(), first.asked_by.as_str()),
        ("Has she run a migration?", "Ada Fixture")
    );
    assert!(matches!(close(&bench.store, bench.bo, at(7), first.id, " "), Err(EngineError::Invalid { .. })));
    let closed = close(&bench.store, bench.bo, at(7), first.id, "Two, by her referee.").unwrap().value;
    assert_eq!(
        (closed.closed_by.as_deref(), closed.answer.as_str()),
        (Some("Bo Fixture"), "Two, by her referee.")
    );
    let again = close(&bench.store, bench.bo, at(8), first.id, "Again.");
    assert!(matches!(again, Err(EngineError::Conflict { .. })));
    let found = all(&bench, bench.cy);
    assert_eq!(
        found.questions.iter().map(|one| one.id).collect::<Vec<_>>(),
        [second.id, first.id],
        "open ones come first"
    );
    undo(&bench.store, bench.bo, at(10), None).unwrap();
    assert!(
        all(&bench, bench.cy).questions.iter().all(|one| one.closed_at.is_none() && one.answer.is_empty())
    );
    assert!(bench.store.verify().unwrap().ok);
}

#[test]
fn questions_are_closed_with_the_ratings_and_leave_no_word_in_the_journal() {
    let bench = Bench::new();
    let (eda, finn) = (bench.application("Eda Fixture"), bench.application("Finn Fixture"));
    let question = asked(&bench, bench.owner, eda, "Why did zanzibar rate her 2?");
    bench.assign(eda, 0, bench.bo);
    let found = all(&bench, bench.bo);
    assert!(found.questions.is_empty());
    assert_eq!(found.left_out.closed, 1);
    let refused = [
        add(&bench.store, bench.bo, at(7), eda, "Mine?").map(drop),
        close(&bench.store, bench.bo, at(7), question.id, "Mine.").map(drop),
    ];
    assert!(refused.iter().all(|one| matches!(one, Err(EngineError::ClosedToViewer))), "{refused:?}");
    asked(&bench, bench.bo, finn, "Of another.");
    let exposed = |who: Viewer| bench.store.look(|conn| independence::is_exposed(conn, who.0, eda)).unwrap();
    assert!(!exposed(bench.cy));
    all(&bench, bench.cy);
    assert!(exposed(bench.cy) && !exposed(bench.bo), "whoever has read them has read of ratings");
    for viewer in [bench.owner, bench.bo] {
        let told = journal::list(&bench.store, viewer, 0, 500).unwrap().rows;
        assert!(told.iter().all(|entry| !entry.what.contains("zanzibar")));
        let closed = told.iter().any(|entry| entry.op == "question.add" && entry.closed);
        assert_eq!(closed, viewer == bench.bo);
    }
}
