//! The sample: enough of everything, so that every screen has something to show.

use assay_domain::stage::Stage;
use assay_engine::candidates::{CandidateQuery, SortKey};
use assay_engine::store::OpenOptions;
use assay_engine::{Viewer, candidates, debriefs, decisions, interviews, journal, people, roles, sample};
use chrono::{TimeDelta, Utc};

#[test]
fn the_sample_has_what_a_newcomer_wants_to_see() {
    let home = tempfile::tempdir().unwrap();
    let store =
        sample::create_with(&home.path().join("s.assay"), Utc::now(), OpenOptions::default()).unwrap();
    let owner = sample::owner(&store).unwrap();
    assert_eq!(people::list(&store).unwrap().len(), 5);
    let role = roles::list(&store, owner).unwrap().remove(0);
    assert_eq!(role.plan_version, 2);
    let query = CandidateQuery {
        text: String::new(),
        source: None,
        stage: None,
        role_id: None,
        language: None,
        do_not_contact: None,
        sort: SortKey::Name,
        descending: false,
        offset: 0,
        limit: 50,
    };
    let page = candidates::list(&store, owner, &query).unwrap();
    assert_eq!(page.total, 17);
    let sources: std::collections::BTreeSet<String> =
        page.rows.iter().map(|row| row.source.to_string()).collect();
    assert!(sources.len() >= 3, "{sources:?}");
    let with_snapshot = page.rows.iter().filter(|row| row.snapshot_at.is_some()).count();
    assert_eq!(with_snapshot, 7);
    let stage = |stage: Stage| page.rows.iter().filter(|row| row.applications[0].stage == stage).count();
    assert_eq!((stage(Stage::Withdrawn), stage(Stage::Rejected)), (1, 1));
    let held = interviews::list(&store, owner, &Default::default()).unwrap();
    let submitted = held.iter().filter(|one| one.state == interviews::InterviewState::Submitted).count();
    let open = held.iter().filter(|one| one.state == interviews::InterviewState::Open).count();
    assert!(submitted >= 70, "{submitted} scorecards");
    assert!(open >= 5 && held.iter().any(|one| one.mine && one.state == interviews::InterviewState::Open));
    let now = Utc::now();
    let tomorrow = (now + TimeDelta::days(1)).format("%Y-%m-%d").to_string();
    let to_come = |one: &&interviews::Interview| one.state == interviews::InterviewState::Open;
    for interview in held.iter().filter(to_come) {
        assert!(interview.starts_local.as_deref() >= Some(tomorrow.as_str()), "{:?}", interview.starts_local);
    }
    let history = journal::list(&store, owner, 0, 1_000).unwrap().rows;
    assert!(history.iter().all(|entry| entry.at <= now), "nothing has happened in the future");
    let submits: Vec<_> = history.iter().filter(|entry| entry.op == "scorecard.submit").collect();
    assert!(submits.len() >= 70 && submits.is_sorted_by_key(|entry| std::cmp::Reverse(entry.at)));
    let debrief = debriefs::role(&store, owner, Utc::now(), role.id, None).unwrap();
    assert!(
        debrief.rows.iter().any(|row| row.cells.iter().any(|cell| cell.gap == Some(true))),
        "somebody disagrees"
    );
    let closed = debrief.rows.iter().filter(|row| row.closed).count();
    assert!((5..=7).contains(&closed), "{closed} closed to the owner, of whom four have no rating yet");
    assert!(store.verify().unwrap().ok);
    let other = people::find(&store, "Bruno Example").unwrap();
    assert!(debriefs::role(&store, Viewer(other.id), Utc::now(), role.id, None).is_ok());
}

/// Each decision names the few ways that were weighed, with why each was not taken; not all that were open.
#[test]
fn a_person_chose_the_options() {
    let home = tempfile::tempdir().unwrap();
    let store =
        sample::create_with(&home.path().join("s.assay"), Utc::now(), OpenOptions::default()).unwrap();
    let owner = sample::owner(&store).unwrap();
    let role = roles::list(&store, owner).unwrap().remove(0).id;
    let made = decisions::of_role(&store, owner, Utc::now(), role).unwrap();
    let told = format!("{made:?}");
    assert!(
        !told.contains("Not told apart from") && told.contains("closed to you"),
        "to who holds interviews: {told}"
    );
    // Somebody who holds none reads all that was weighed.
    let reader = Viewer(people::add(&store, owner, Utc::now(), "Nina Sketch", "").unwrap().value.id);
    let made = decisions::of_role(&store, reader, Utc::now(), role).unwrap();
    assert_eq!(made.len(), 2, "one goes on, one does not");
    let mut named = Vec::new();
    for one in &made {
        assert!((1..=2).contains(&one.record.options.len()), "{:?}", one.record.options);
        assert!(one.record.options.iter().all(|option| option.because.len() > 20));
        named.extend(one.record.options.iter().map(|option| option.option.as_str()));
    }
    let ilse = "Take Ilse Fixture instead, who is not told apart";
    assert!(named.contains(&ilse), "{named:?}");
    let advanced =
        made.iter().find(|one| one.record.options.iter().any(|option| option.option == ilse)).unwrap();
    assert!(
        advanced.record.context.contains("Not told apart from Ilse Fixture"),
        "{}",
        advanced.record.context
    );
}
