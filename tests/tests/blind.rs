//! Blind review (law of the design, section 1): whoever has not submitted reads no name, and no word by which somebody can be
//! told, in any read of the engine.
//!
//! The reads are those of law 4's proof, taken from the bindings, and those of snapshots and imports. A candidate is named,
//! with words that occur nowhere else, wherever anybody can write; then every read is made on behalf of everybody.
#![allow(clippy::unwrap_used, reason = "a proof fails by panicking")]

#[path = "blind/answers.rs"]
mod answers;
#[path = "blind/over.rs"]
mod over;
#[path = "law4/reads.rs"]
mod reads;
#[path = "blind/scene.rs"]
mod scene;

use std::collections::BTreeSet;

use answers::{ALSO_EXERCISED, AS_WRITES, BESIDE, answers, written};
use assay_domain::ids::CandidateId;
use assay_engine::accounts::AccountQuery;
use assay_engine::blind::{self as review, BlindInput};
use assay_engine::candidates::{self, SortKey};
use assay_engine::interviews::{self, InterviewQuery};
use assay_engine::{Viewer, accounts, applications, journal, roles, scorecards, search, snapshots};
use assay_tests::journey::commands::every_candidate;
use assay_tests::journey::snapshots::{Login, Work, import, try_import, write_zip};
use assay_tests::journey::{at, new_candidate, provenance};
use reads::{CAPTURE, EXERCISED, KIT, NOT_EXERCISED, RUBRIC, SESSION, WRITE};
use scene::{MARKERS, Scene, folded};

/// The markers that show in any answer to a viewer, each with the command that shows it.
fn leaks(scene: &Scene, viewer: Viewer) -> Vec<String> {
    let found = answers(scene, viewer).into_iter().chain(written(scene, viewer));
    let told = |(command, text): (String, String)| {
        let text = folded(&text);
        MARKERS
            .iter()
            .filter(|marker| text.contains(**marker))
            .map(|marker| format!("{command}: {marker}"))
            .collect::<Vec<_>>()
    };
    found.flat_map(told).collect()
}

#[test]
fn no_read_names_a_candidate_to_somebody_who_has_not_submitted() {
    let scene = Scene::new();
    for (who, viewer) in [("holds an open interview", scene.bo), ("has none there", scene.cy)] {
        let leaks = leaks(&scene, viewer);
        assert!(leaks.is_empty(), "to who {who}: {leaks:#?}");
        let made: BTreeSet<String> =
            answers(&scene, viewer).into_iter().map(|(command, _)| command).collect();
        let claimed = ALSO_EXERCISED.iter().filter(|name| !AS_WRITES.contains(name));
        let missed: Vec<_> = claimed.filter(|name| !made.contains(**name)).collect();
        assert!(missed.is_empty(), "the list says more than is made: {missed:?}");
        let page = candidates::list(&scene.world.store, viewer, &every_candidate("")).unwrap();
        let row = page.rows.iter().find(|row| row.id == scene.hidden).unwrap();
        assert!(
            row.name.starts_with("Candidate ")
                && row.logins.iter().all(|login| login.starts_with("candidate-"))
        );
    }
    for (who, viewer) in [("coordinates", scene.world.owner), ("has submitted", scene.di)] {
        let shown: BTreeSet<String> = leaks(&scene, viewer).into_iter().collect();
        let of = |marker: &str| shown.iter().filter(|leak| leak.ends_with(marker)).count();
        // Stated pronouns stay hidden in all texts while anybody else is: whose they are cannot be told.
        for marker in MARKERS.iter().filter(|marker| viewer == scene.world.owner || !marker.contains('/')) {
            assert!(of(marker) > 0, "the proof has {marker} nowhere for somebody who {who}");
        }
    }
}

#[test]
fn it_opens_with_the_last_scorecard() {
    let scene = Scene::new();
    let store = &scene.world.store;
    let name = |viewer| candidates::show(store, viewer, at(60), scene.hidden).unwrap().name;
    let label = name(scene.bo);
    let second = scene.world.interview(scene.application, scene.role().plan.assessments[1].id, scene.bo);
    scene.world.scored(&scene.open_interview(), 3, "fine");
    assert_eq!(name(scene.bo), label, "another interview there is open");
    scene.world.scored(&second, 3, "fine");
    assert_eq!(name(scene.bo), "Zqilse Zqfixturé");
    assert_eq!(name(scene.cy), label, "the label is the same for everybody");
    let all = interviews::list(store, scene.bo, &InterviewQuery::default()).unwrap();
    let mark = |id| all.iter().find(|one| one.id == id).unwrap().blind;
    let first = all.iter().find(|one| one.person_id == scene.bo.0 && one.id != second.id).unwrap().id;
    assert_eq!(mark(first), Some(true), "written blind");
    assert_eq!(mark(second.id), Some(false), "a conversation cannot be blind");
}

#[test]
fn who_knows_the_name_is_not_blind_for_ever() {
    let scene = Scene::new();
    let (store, role) = (&scene.world.store, scene.role().summary.id);
    let first = scene.role().plan.assessments[0].id;
    let mark = |viewer: Viewer| {
        let all = interviews::list(store, viewer, &InterviewQuery::default()).unwrap();
        all.into_iter()
            .find(|one| one.person_id == viewer.0 && one.candidate_id == scene.hidden)
            .unwrap()
            .blind
    };
    scene.world.interview(scene.application, first, scene.world.owner);
    assert_eq!(mark(scene.world.owner), Some(false), "a coordinator");
    assert_eq!(mark(scene.bo), Some(true));
    let bo_too = BlindInput { on: true, coordinators: vec![scene.world.owner.0, scene.bo.0] };
    review::switch(store, scene.world.owner, at(60), role, &bo_too).unwrap();
    assert_eq!(mark(scene.bo), Some(false), "a coordinator now");
    let only = BlindInput { on: true, coordinators: vec![scene.world.owner.0] };
    review::switch(store, scene.world.owner, at(61), role, &only).unwrap();
    assert_eq!(mark(scene.bo), Some(false), "and afterwards");
    scene.world.interview(scene.application, first, scene.cy);
    assert_eq!(mark(scene.cy), Some(true));
    let shown = review::open_portfolio(store, scene.cy, at(62), scene.hidden).unwrap().value;
    assert_eq!(shown.name, "Zqilse Zqfixturé");
    assert_eq!(mark(scene.cy), Some(false), "opened the portfolio");
    assert!(snapshots::show(store, scene.cy, scene.snapshot).is_ok());
}

#[test]
fn whoever_was_here_before_it_was_turned_on_is_not_blind() {
    let scene = Scene::new();
    let (world, store) = (&scene.world, &scene.world.store);
    let role = roles::create(store, world.owner, at(60), &assay_tests::journey::new_role()).unwrap().value;
    let candidate = world.candidate(new_candidate("Nia Fixture"));
    let application = world.application(candidate, role.summary.id);
    // Bo takes the keyboard while the name is shown, Cy is there still, Di is not.
    assay_engine::people::choose(store, scene.bo.0, "").unwrap();
    assay_engine::people::stays(store, scene.cy);
    let input = BlindInput { on: true, coordinators: vec![world.owner.0] };
    review::switch(store, world.owner, at(61), role.summary.id, &input).unwrap();
    let seen = world.interview(application, role.plan.assessments[0].id, scene.bo);
    let stayed = world.interview(application, role.plan.assessments[0].id, scene.cy);
    let fresh = world.person("Eve Fixture");
    let unseen = world.interview(application, role.plan.assessments[0].id, fresh);
    assert_eq!((seen.blind, stayed.blind, unseen.blind), (Some(false), Some(false), Some(true)));
}

#[test]
fn only_a_coordinator_looks_behind_it_and_undo_is_held_to_it() {
    let scene = Scene::new();
    let (store, role) = (&scene.world.store, scene.role().summary.id);
    let off = BlindInput { on: false, coordinators: vec![scene.bo.0] };
    assert!(review::switch(store, scene.bo, at(60), role, &off).is_err());
    let nobody = BlindInput { on: true, coordinators: vec![] };
    assert!(review::switch(store, scene.world.owner, at(60), role, &nobody).is_err());
    let on = |coordinators: &[Viewer]| BlindInput {
        on: true,
        coordinators: coordinators.iter().map(|one| one.0).collect(),
    };
    review::switch(store, scene.world.owner, at(61), role, &on(&[scene.world.owner, scene.cy])).unwrap();
    let entry = journal::list(store, scene.bo, 0, 1).unwrap().rows.remove(0);
    assert!(entry.op == "role.blind" && entry.undoable, "{entry:?}");
    assert!(journal::undo(store, scene.bo, at(62), Some(entry.sequence)).is_err());
    journal::undo(store, scene.world.owner, at(62), Some(entry.sequence)).unwrap();
    assert_eq!(scene.role().blind.coordinators.len(), 1);
    let owner_off = BlindInput { on: false, ..on(&[scene.world.owner]) };
    review::switch(store, scene.world.owner, at(63), role, &owner_off).unwrap();
    assert_eq!(candidates::show(store, scene.bo, at(64), scene.hidden).unwrap().name, "Zqilse Zqfixturé");
    let mark = || {
        let id = scene.open_interview().id;
        let all = interviews::list(store, scene.bo, &InterviewQuery::default()).unwrap();
        all.into_iter().find(|one| one.id == id).unwrap().blind
    };
    assert_ne!(mark(), Some(false));
    assay_engine::people::choose(store, scene.bo.0, "").unwrap();
    let done = journal::undo(store, scene.world.owner, at(65), None).unwrap();
    assert!(done.changed.iter().any(|one| one.noun == assay_engine::Noun::Candidate), "lists are read anew");
    assert_ne!(candidates::show(store, scene.bo, at(66), scene.hidden).unwrap().name, "Zqilse Zqfixturé");
    // Bo was at the keyboard while the name stood open, however it was hidden again.
    assert_eq!(mark(), Some(false));
}

#[test]
fn nobody_unties_what_is_hidden_to_look_at_it() {
    let scene = Scene::new();
    let (store, owner) = (&scene.world.store, scene.world.owner);
    let account = candidates::show(store, owner, at(60), scene.hidden).unwrap().accounts[0].id;
    let refused = accounts::unlink(store, scene.cy, at(60), scene.hidden, account).unwrap_err().to_string();
    assert!(refused.contains("you review this candidate blind"), "{refused}");
    let late = scene.world.candidate(new_candidate("Ugo Zqlate"));
    scene.world.application(late, scene.role().summary.id);
    let added = journal::list(store, owner, 0, 1).unwrap().rows.remove(0);
    assert!(added.op == "application.add" && added.undoable, "{added:?}");
    assert!(journal::undo(store, scene.cy, at(61), Some(added.sequence)).is_err());
    journal::undo(store, owner, at(62), Some(added.sequence)).unwrap();
    assert_eq!(candidates::show(store, scene.cy, at(63), late).unwrap().name, "Ugo Zqlate");
}

#[test]
fn neither_a_search_nor_an_order_tells_who_it_is() {
    let scene = Scene::new();
    let store = &scene.world.store;
    let is_it = |id: CandidateId| id == scene.hidden;
    for word in MARKERS.iter().copied().chain(["zqil", "Zqilse Zqfixture", "kettle zqilse"]) {
        let hits = search::all(store, scene.bo, at(60), word).unwrap();
        assert!(hits.is_empty(), "{word}: {hits:?}");
        let page = candidates::list(store, scene.bo, &every_candidate(word)).unwrap();
        assert_eq!((page.total, page.rows.len()), (0, 0), "{word}");
    }
    let label = candidates::show(store, scene.bo, at(60), scene.hidden).unwrap().name;
    assert_eq!(search::all(store, scene.bo, at(60), &label).unwrap()[0].candidate_id, Some(scene.hidden.0));
    assert!(
        candidates::list(store, scene.bo, &every_candidate(&label))
            .unwrap()
            .rows
            .iter()
            .any(|row| is_it(row.id))
    );
    for (sort, descending) in [(SortKey::Name, false), (SortKey::Name, true)] {
        let query = candidates::CandidateQuery { sort, descending, ..every_candidate("") };
        let names: Vec<String> =
            candidates::list(store, scene.bo, &query).unwrap().rows.into_iter().map(|row| row.name).collect();
        let mut sorted = names.clone();
        sorted.sort_by_key(|name| name.to_lowercase());
        if descending {
            sorted.reverse();
        }
        assert_eq!(names, sorted);
    }
    let names: Vec<String> = applications::list(store, scene.bo, scene.role().summary.id)
        .unwrap()
        .into_iter()
        .map(|one| one.candidate_name)
        .collect();
    assert!(names.iter().all(|name| name.starts_with("Candidate ")) && names.is_sorted(), "{names:?}");
}

#[test]
fn adding_a_list_does_not_tell_who_is_here() {
    let scene = Scene::new();
    let store = &scene.world.store;
    let list = "name,email\nNina Sample,zqmail@zqhost.example\n";
    let add = |viewer| candidates::add_list(store, viewer, at(60), list, &provenance(""), None);
    for refused in [candidates::preview_list(store, scene.cy, list, None).map(drop), add(scene.cy).map(drop)]
    {
        let refused = refused.unwrap_err();
        assert!(refused.to_string().contains("whom you review blind"), "{refused}");
        assert!(refused.hint().starts_with("Ask Ada"), "{}", refused.hint());
    }
    assert_eq!(add(scene.world.owner).unwrap().value.skipped, 1);
}

#[test]
fn an_import_does_not_tell_who_is_here() {
    let scene = Scene::new();
    let (world, store) = (&scene.world, &scene.world.store);
    let accounts = || {
        accounts::list(store, world.owner, &AccountQuery { text: String::new(), login_only: false })
            .unwrap()
            .len()
    };
    let before = accounts();
    for (login, id) in [("zqlogin", 774_411), ("nobody-here", 9)] {
        let owner = Login { login, id };
        let (name, text) = ("Nina Sample", "Kettles, again");
        let work = Work { owner, name, bio: text, readme: text, author: owner, message: text, body: text };
        let path = world.beside().join("sent").join(format!("{login}.zip"));
        write_zip(&path, &work);
        for (viewer, of) in [(scene.bo, None), (scene.cy, None), (scene.cy, Some(scene.other))] {
            let refused = try_import(world, viewer, at(60), &path, "sent", of).unwrap_err();
            assert!(refused.to_string().contains("would tell whom you review blind"), "{refused}");
            assert!(refused.hint().starts_with("Ask Ada"), "{}", refused.hint());
        }
        assert_eq!(accounts(), before, "nothing was written");
    }
    let path = world.beside().join("sent").join("nobody-here.zip");
    assert_eq!(import(world, world.owner, at(61), &path, "sent", None).totals.candidates, 1);
}

#[test]
fn a_portfolio_says_why_it_stays_closed_and_nothing_hidden_is_written_over() {
    let scene = Scene::new();
    let store = &scene.world.store;
    let refused = snapshots::show(store, scene.bo, scene.snapshot).unwrap_err().to_string();
    assert!(refused.contains("cannot be blinded"), "{refused}");
    assert!(
        candidates::update(store, scene.bo, at(60), scene.hidden, new_candidate("Candidate K7M")).is_err()
    );
    let evidence = scene.evidence();
    let cited = assay_domain::scorecard::CitationInput {
        evidence_id: Some(evidence),
        address: String::new(),
        quote: String::new(),
    };
    let criterion =
        scorecards::form(store, scene.bo, scene.open_interview().id).unwrap().rubric.criteria[0].id.clone();
    let refused = scorecards::cite(store, scene.bo, at(60), scene.open_interview().id, &criterion, cited);
    assert!(refused.unwrap_err().to_string().contains("cannot be blinded"));
    let detail = candidates::show(store, scene.bo, at(60), scene.hidden).unwrap();
    assert!(detail.blind.unwrap().contains("Ada Fixture knows the name"));
    let plan = scene.role().blind;
    assert!(plan.hides.contains("login") && plan.cannot.contains("paraphrased"));
}

#[test]
fn every_command_of_the_window_is_in_one_of_the_lists() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../ui/src/generated/bindings.ts");
    let lower = std::fs::read_to_string(path).unwrap().to_lowercase();
    let commands: BTreeSet<&str> =
        lower.split("invoke(\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert!(commands.len() > 60, "the bindings are read wrongly: {commands:?}");
    let nobody: BTreeSet<&str> = [WRITE, SESSION, CAPTURE, KIT, RUBRIC].into();
    let listed: BTreeSet<&str> = EXERCISED
        .iter()
        .chain(ALSO_EXERCISED)
        .copied()
        .chain(BESIDE.iter().map(|(name, _)| *name))
        .chain(NOT_EXERCISED.iter().filter(|(_, why)| nobody.contains(why)).map(|(name, _)| *name))
        .collect();
    let unlisted: Vec<_> = commands.difference(&listed).collect();
    assert!(
        unlisted.is_empty(),
        "say how blind review holds in them (tests/tests/blind/answers.rs): {unlisted:?}"
    );
    let gone: Vec<_> = ALSO_EXERCISED.iter().filter(|name| !commands.contains(*name)).collect();
    assert!(gone.is_empty(), "no commands any more: {gone:?}");
}
