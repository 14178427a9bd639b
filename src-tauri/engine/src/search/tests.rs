use assay_domain::candidate::{Basis, CandidateInput, ProvenanceInput, SourceKind};
use assay_domain::ids::ApplicationId;

use super::{Hit, all};
use crate::bench::{Bench, at};
use crate::{Store, Viewer, candidates, independence, scorecards};

fn exposed(bench: &Bench, who: Viewer, application: ApplicationId) -> bool {
    bench.store.look(|conn| independence::is_exposed(conn, who.0, application)).unwrap()
}

/// An application with a scorecard of Bo's whose summary is this.
fn noted(bench: &Bench, name: &str, summary: &str) -> ApplicationId {
    let application = bench.application(name);
    let interview = bench.assign(application, 0, bench.bo);
    let mut card = bench.card(0, 4);
    card.summary = summary.into();
    scorecards::submit(&bench.store, bench.bo, at(5), interview.id, card).unwrap();
    application
}

/// A candidate with these notes.
fn added(bench: &Bench, name: &str, notes: &str) {
    let input = CandidateInput {
        name: name.into(),
        email: String::new(),
        location: String::new(),
        headline: String::new(),
        notes: notes.into(),
        provenance: ProvenanceInput {
            source: SourceKind::Applied,
            basis: Basis::Consent,
            permission: String::new(),
            given_on: None,
            until: None,
        },
    };
    candidates::create(&bench.store, bench.owner, at(6), input).unwrap();
}

#[test]
fn a_hit_in_the_notes_of_a_scorecard_is_a_reading_of_it() {
    let bench = Bench::new();
    let [eda, finn] = ["Eda Fixture", "Finn Fixture"].map(|name| noted(&bench, name, "Knows quicksort."));
    bench.assign(finn, 1, bench.cy);
    assert_eq!(all(&bench.store, bench.cy, at(6), "nowhere").unwrap(), []);
    assert!(!exposed(&bench, bench.cy, eda), "nothing was shown");
    assert_eq!(all(&bench.store, bench.cy, at(6), "quicksort").unwrap().len(), 1, "Finn's is closed");
    assert!(exposed(&bench, bench.cy, eda) && !exposed(&bench, bench.cy, finn));
    assert!(!bench.assign(eda, 1, bench.cy).independent, "assigned after reading");
    assert!(bench.assign(eda, 1, bench.owner).independent);
}

#[test]
fn the_table_of_candidates_finds_by_notes_that_were_read_or_written_oneself_only() {
    let bench = Bench::new();
    let eda = noted(&bench, "Eda Fixture", "Knows quicksort.");
    let found = |who| {
        let query = candidates::CandidateQuery { text: "quicksort".into(), limit: 50, ..Default::default() };
        candidates::list(&bench.store, who, &query).unwrap().total
    };
    assert_eq!((found(bench.cy), found(bench.bo)), (0, 1), "Bo wrote it");
    assert!(!exposed(&bench, bench.cy, eda));
    assert_eq!(all(&bench.store, bench.cy, at(6), "quicksort").unwrap().len(), 1);
    assert_eq!(found(bench.cy), 1, "and it is noted");
    bench.assign(eda, 1, bench.cy);
    assert_eq!(found(bench.cy), 0, "closed now");
}

#[test]
fn hits_in_titles_come_first_then_candidates_then_the_newest() {
    let bench = Bench::new();
    let eda = noted(&bench, "Eda Fixture", "Speaks of otters.");
    noted(&bench, "Finn Fixture", "Speaks of otters, otters, otters.");
    for (name, notes) in [("Otters Fixture", ""), ("Gil Fixture", "otters")] {
        added(&bench, name, notes);
    }
    let titles: Vec<String> =
        all(&bench.store, bench.owner, at(7), "otters").unwrap().into_iter().map(|hit| hit.title).collect();
    let expected = ["Otters Fixture", "Gil Fixture", "for Finn Fixture", "for Eda Fixture"];
    assert_eq!(titles.len(), expected.len(), "{titles:?}");
    assert!(titles.iter().zip(expected).all(|(title, end)| title.ends_with(end)), "{titles:?}");
    assert!(exposed(&bench, bench.owner, eda));
}

/// Two workspaces that differ in a closed note only, told apart by nothing that its viewer asks.
#[test]
fn no_answer_depends_on_a_closed_note() {
    let bench = Bench::new();
    // Which of the two is the better hit for both words hangs, in FTS5's rank, on which word is the rarer.
    noted(&bench, "Eda Fixture", "otter otter otter heron");
    noted(&bench, "Finn Fixture", "otter heron heron heron");
    for index in 0..8 {
        added(&bench, &format!("Gil {index} Fixture"), "plover");
    }
    let closed = bench.application("Closed Fixture");
    let interview = bench.assign(closed, 0, bench.bo);
    bench.assign(closed, 1, bench.owner);
    let mut card = bench.card(0, 4);
    let copy = bench.copy();
    for (store, summary) in [(&bench.store, "heron egret"), (&copy.store, "otter stork")] {
        card.summary = summary.into();
        scorecards::submit(store, bench.bo, at(5), interview.id, card.clone()).unwrap();
    }
    for text in ["otter heron", "otter", "heron", "stork", "plover", "fixture", "closed", "noted", "o"] {
        let ask = |store: &Store| answers(store, bench.owner, text);
        assert_eq!(ask(&bench.store), ask(&copy.store), "{text}");
    }
    let of_bo = |store: &Store| all(store, bench.bo, at(9), "stork").unwrap().len();
    assert_eq!((of_bo(&bench.store), of_bo(&copy.store)), (0, 1), "they do differ");
}

fn answers(store: &Store, viewer: Viewer, text: &str) -> (Vec<Hit>, String) {
    let query = candidates::CandidateQuery { text: text.into(), limit: 50, ..Default::default() };
    let page = candidates::list(store, viewer, &query).unwrap();
    (all(store, viewer, at(8), text).unwrap(), serde_json::to_string(&page).unwrap())
}
