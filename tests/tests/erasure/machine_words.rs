//! What an erasure must not take from others: somebody may be called what the program calls a field, a kind or a competency, and
//! a duplicate has the address of whoever stays.

use assay_domain::candidate::CandidateInput;
use assay_engine::store::testing;
use assay_engine::{candidates, debriefs, dossiers, erasure, roles};
use assay_tests::journey::snapshots::import;
use assay_tests::journey::{World, at, new_candidate};
use serde_json::json;

use crate::{marked, show};

/// Names of fields, tags and slugs of what is stored as JSON.
const CALLED: &[&str] = &[
    "Value",
    "Absent",
    "Empty",
    "Location",
    "Commit",
    "Merged",
    "Context",
    "Option",
    "Options",
    "Because",
    "Unknown",
    "Title",
    "Expectation",
    "Goals",
    "Databases",
    "Communication",
    "Ratings",
    "Criterion",
    "Level",
    "Recommendation",
    "Interfaces",
    "Failure-Modes",
    "Account",
    "Login",
    "Owner",
    "Payload",
];

/// Every JSON that is stored, in the order of its table.
fn stored(world: &World) -> Vec<(&'static str, Vec<Vec<String>>)> {
    let columns = [
        "SELECT profile FROM snapshot ORDER BY id",
        "SELECT record FROM evidence ORDER BY id",
        "SELECT value FROM fact ORDER BY snapshot_id, fact",
        "SELECT content FROM draft ORDER BY interview_id",
        "SELECT record FROM decision ORDER BY id",
        "SELECT goals, competencies FROM role ORDER BY id",
        "SELECT goals FROM outcome ORDER BY application_id, month",
        "SELECT accounts FROM import_file ORDER BY import_id, position",
        "SELECT payload FROM journal_payload WHERE sequence <= (SELECT max(sequence) FROM journal_payload
            WHERE payload LIKE '%zqx%') ORDER BY sequence",
    ];
    columns.map(|sql| (sql, testing::rows(&world.store, sql).unwrap())).to_vec()
}

#[test]
fn whoever_is_called_like_a_field_or_a_slug_takes_nothing_from_others() {
    let (world, _, stays) = marked();
    let before = stored(&world);
    assert!(
        before.iter().all(|(sql, rows)| !rows.is_empty() || sql.contains("fact")),
        "or this proves nothing"
    );
    for name in CALLED {
        let id = world.candidate(new_candidate(name));
        let because = erasure::ErasureInput::because("added by mistake");
        erasure::erase(&world.store, world.owner, at(20), id, &because).unwrap();
    }
    for ((sql, before), (_, after)) in before.into_iter().zip(stored(&world)) {
        let lost: Vec<_> = before.iter().filter(|row| !after.contains(row)).collect();
        assert!(lost.is_empty() && before.len() == after.len(), "{sql}: {lost:?}");
    }
    let detail = show(&world, stays);
    assert_eq!(detail.snapshots.len(), 1);
    for role in roles::list(&world.store, world.owner).unwrap() {
        roles::show(&world.store, world.owner, role.id).unwrap();
    }
    let application = detail.applications[0].id;
    debriefs::explain(&world.store, world.owner, at(30), application, None).unwrap();
    dossiers::candidate(&world.store, world.owner, at(30), application).unwrap();
    candidates::list(&world.store, world.owner, &assay_tests::journey::commands::every_candidate(""))
        .unwrap();
    assert!(world.store.verify().unwrap().ok);
}

#[test]
fn a_duplicate_takes_no_commits_of_whoever_stays() {
    let world = World::plain();
    let input = |name| CandidateInput { email: "zqxmail@fixture.example".into(), ..new_candidate(name) };
    let stays = world.candidate(input("Zqxname Fixture"));
    let person = json!({"name": "Zqx", "email": "zqxmail@fixture.example", "date": "2025-05-25T10:14:34Z"});
    let commits = json!([{
        "sha": "ab".repeat(20), "url": format!("https://api.github.com/repos/acme-fixture/kettle/commits/{}", "ab".repeat(20)),
        "author": null, "committer": null, "parents": [],
        "commit": {"author": person, "committer": person, "message": "mend the lid"},
    }]);
    let folder = world.beside().join("kettle");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("commits.json"), commits.to_string()).unwrap();
    import(&world, world.owner, at(4), &folder, "said so", Some(stays));
    let twin = world.candidate(input("Zqtwin Fixture"));
    let digests = || {
        let sql = "SELECT hex(author_digest) FROM evidence WHERE author_digest IS NOT NULL";
        (
            testing::rows(&world.store, sql).unwrap(),
            testing::rows(&world.store, "SELECT count(*) FROM attribution").unwrap(),
        )
    };
    let before = digests();
    assert_eq!(before.0.len(), 1, "or this proves nothing");
    let because = erasure::ErasureInput::because("added twice");
    let preview = erasure::preview(&world.store, world.owner, twin, &because).unwrap();
    assert!(
        preview.words.iter().any(|one| one.word == "zqxmail@fixture.example" && one.borne),
        "{preview:?}"
    );
    erasure::erase(&world.store, world.owner, at(20), twin, &because).unwrap();
    assert_eq!(before, digests());
    erasure::erase(&world.store, world.owner, at(21), stays, &because).unwrap();
    assert_eq!(digests().0.len(), 0, "with the last who has it, it goes");
}
