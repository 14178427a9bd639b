//! Texts about others after an erasure: what somebody who stays is called is theirs, and ordinary words are left where that is
//! asked.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use assay_domain::erasure::WordKind;
use assay_domain::import::AccountKind;
use assay_engine::erasure::{self, ErasureInput, ErasurePreview, NamingWord};
use assay_engine::{EngineError, candidates, search};
use common::people::{candidate, import_for, input, show};
use common::*;

const DAY: &str = "2025-05-01T00:00:00Z";

fn preview(bench: &Bench, id: assay_domain::ids::CandidateId) -> ErasurePreview {
    erasure::preview(&bench.store, bench.owner, id, &ErasureInput::default()).unwrap()
}

fn word<'a>(found: &'a ErasurePreview, text: &str) -> &'a NamingWord {
    found.words.iter().find(|one| one.word == text).unwrap()
}

#[test]
fn a_duplicate_takes_nothing_from_whoever_stays() {
    let bench = Bench::new();
    let mut stays = input("Ilse Fixture", "ilse@fixture.example");
    stays.notes = "Ilse Fixture was met at a meeting; ilse@fixture.example.".into();
    let stays = candidates::create(&bench.store, bench.owner, at(2), stays).unwrap().value.id;
    let twice = candidate(&bench, "Ilse Fixture", "ilse.old@fixture.example");
    let mut third = input("Bo Fixture", "bo@fixture.example");
    third.notes = "Knows Ilse Fixture (ilse.old@fixture.example).".into();
    let third = candidates::create(&bench.store, bench.owner, at(3), third).unwrap().value.id;

    let told = preview(&bench, twice);
    let (name, address) = (word(&told, "Ilse Fixture"), word(&told, "ilse.old@fixture.example"));
    assert_eq!((name.texts, name.borne, name.kind), (0, true, WordKind::Name));
    assert_eq!((address.texts, address.borne, address.kind), (1, false, WordKind::Address));
    assert_eq!(told.texts, 1, "{told:?}");
    assert_eq!(show(&bench, twice).name, "Ilse Fixture", "a look erases nothing");

    let because = ErasureInput::because("added twice");
    let receipt = erasure::erase(&bench.store, bench.owner, at(4), twice, &because).unwrap().value;
    assert_eq!((receipt.redacted_elsewhere, receipt.borne_by_others), (Some(told.texts), Some(1)));
    assert_eq!(show(&bench, stays).notes, "Ilse Fixture was met at a meeting; ilse@fixture.example.");
    assert_eq!(show(&bench, third).notes, "Knows Ilse Fixture ([erased]).");
    let hits = search::all(&bench.store, bench.owner, at(5), "Ilse").unwrap();
    assert!(hits.iter().any(|hit| hit.title == "Ilse Fixture"), "found by their name still: {hits:?}");
    bench.journal();
}

#[test]
fn an_ordinary_word_is_told_with_its_places_and_left_where_that_is_asked() {
    let bench = Bench::new();
    let theirs = vec![("user.json", vec![subject(1, "index", AccountKind::User, DAY)])];
    let gone = bench.import(vec![fake("gone", 40, theirs)]).candidates[0].id;
    let stays = candidate(&bench, "Bo Fixture", "");
    let bo = account(2, "bo");
    let text = "An index\nfor every table. Thanks to @index, index@fixture.example.";
    let records = vec![
        subject(2, "bo", AccountKind::User, DAY),
        repository(&bo, "kettle", "Rust"),
        readme("bo", "kettle", text),
    ];
    import_for(&bench, fake("bo", 41, vec![("bo.json", records)]), Some(stays));
    let body = || {
        let hits = search::all(&bench.store, bench.owner, at(5), "every table").unwrap();
        hits.into_iter().map(|hit| hit.snippet).collect::<Vec<_>>().join(" ")
    };

    let told = preview(&bench, gone);
    let index = word(&told, "index");
    assert!(index.may_stay && !index.borne && index.texts > 0, "{told:?}");
    let example = &index.examples[0];
    assert_eq!(
        (example.before.as_str(), example.word.as_str(), example.after.as_str()),
        ("An ", "index", " for every table. Thanks to @index, inde")
    );

    let no = ErasureInput { leave: vec!["kettle".into()], ..ErasureInput::because("asked") };
    let refused = erasure::erase(&bench.store, bench.owner, at(6), gone, &no);
    assert!(
        matches!(&refused, Err(EngineError::Invalid { what, .. }) if what.contains("kettle")),
        "{refused:?}"
    );
    let leave = ErasureInput { leave: vec!["index".into()], ..ErasureInput::because("asked") };
    let receipt = erasure::erase(&bench.store, bench.owner, at(7), gone, &leave).unwrap().value;
    assert_eq!((receipt.left_as_words, receipt.borne_by_others), (Some(1), Some(0)));
    assert!(body().contains("index"), "{}", body());
}
