use super::{add, archive, list, rename};
use crate::EngineError;
use crate::bench::{Bench, at};

/// What stands against the answer, and what is to be done.
fn conflict<T>(answer: crate::Result<T>) -> (String, String) {
    match answer.err() {
        Some(EngineError::Conflict { what, hint }) => (what, hint),
        other => panic!("no conflict: {other:?}"),
    }
}

#[test]
fn a_name_that_is_taken_is_refused_and_said_so() {
    let bench = Bench::new();
    let names = || list(&bench.store).unwrap().into_iter().map(|one| one.name).collect::<Vec<_>>();
    let before = names();
    let renamed = conflict(rename(&bench.store, bench.owner, at(5), bench.bo.0, " cy FIXTURE "));
    assert_eq!(renamed.0, "there is a person called cy FIXTURE already");
    assert!(renamed.1.contains("tells them apart"), "{}", renamed.1);
    assert_eq!(
        conflict(add(&bench.store, bench.owner, at(5), "Cy Fixture", "")).0,
        "there is a person called Cy Fixture already"
    );
    assert_eq!(names(), before, "nothing was written");
    rename(&bench.store, bench.owner, at(6), bench.bo.0, "bo fixture").unwrap();
    archive(&bench.store, bench.owner, at(7), bench.cy.0).unwrap();
    let done = rename(&bench.store, bench.owner, at(8), bench.bo.0, "Cy Fixture").unwrap();
    assert_eq!(done.value.name, "Cy Fixture", "whoever is archived is not at the keyboard any more");
}
