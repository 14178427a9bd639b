//! What each depth costs, and what import reads in its archive.

use assay_domain::import::{AccountKind, CommentKind, Outcome, Record, Seen};
use assay_github::capture::{self, CaptureError, Depth, most};

use crate::bench::{Bench, Read};
use crate::server::Reply;
use crate::world::{LARGE, LOGIN, SMALL};

#[test]
fn a_large_account_costs_what_is_said_of_each_depth() {
    for (depth, budget) in [(Depth::Light, 50), (Depth::Usual, 110), (Depth::Full, 450)] {
        let bench = Bench::new(LARGE);
        let order = bench.order(depth);
        let estimate = capture::estimate(&order, bench.means()).unwrap();
        assert_eq!(
            bench.server.asked().len(),
            1,
            "the plan asks for the profile, and for the limits, which is free"
        );
        let captured = bench.take(&order).unwrap();
        let asked = u32::try_from(bench.server.asked().len()).unwrap();
        assert!(asked <= budget && asked > budget * 8 / 10, "{depth}: {asked} requests of about {budget}");
        assert_eq!(estimate.requests, asked, "{depth}: the plan is kept to the number");
        assert_eq!(
            (captured.answers, captured.asked),
            (asked, asked - 1),
            "the profile was not asked for twice"
        );
        assert!(most(depth, true) >= asked);
        assert!(captured.left_out.is_empty(), "{:?}", captured.left_out);
        assert!(!bench.home.path().join("ada.tar.zst.unfinished").exists());
    }
}

#[test]
fn progress_ends_at_its_plan() {
    let bench = Bench::new(SMALL);
    let mut last = None;
    let order = bench.order(Depth::Full);
    capture::capture(&order, bench.means(), &mut |progress| {
        assert!(progress.done <= progress.planned, "{progress:?}");
        last = Some(progress.clone());
    })
    .unwrap();
    let last = last.unwrap();
    assert_eq!(last.done, u32::try_from(bench.server.asked().len()).unwrap());
    assert!(last.planned <= most(Depth::Full, true));
}

#[test]
fn import_reads_the_archive_to_the_number() {
    let bench = Bench::new(LARGE);
    bench.take(&bench.order(Depth::Usual)).unwrap();
    let read = Read::of(&bench.home.path().join("ada.tar.zst"));
    let refused: Vec<_> = read.entries.iter().filter(|entry| entry.outcome == Outcome::Refused).collect();
    assert!(refused.is_empty(), "{refused:?}");
    let skipped: Vec<_> = read.entries.iter().filter(|entry| entry.outcome == Outcome::Skipped).collect();
    assert_eq!(skipped.len(), 1, "the list of the capture only: {skipped:?}");
    assert_eq!(skipped[0].shape.as_deref(), Some("assay-capture"));

    let comments = |kind| read.count(|record| matches!(record, Record::Comment(one) if one.kind == kind));
    // 11 repositories; one of them has no README. 200 are listed, of which 100 came by GraphQL once more.
    assert_eq!(read.count(|record| matches!(record, Record::Repository(_))), 300);
    assert_eq!(read.count(|record| matches!(record, Record::Readme { .. })), 10);
    assert_eq!(read.count(|record| matches!(record, Record::Nothing { of, .. } if of == "readme")), 1);
    assert_eq!(read.count(|record| matches!(record, Record::Languages { .. })), 11);
    assert_eq!(read.count(|record| matches!(record, Record::Tree { .. })), 11);
    assert_eq!(read.count(|record| matches!(record, Record::Commit(_))), 1100);
    assert_eq!(read.count(|record| matches!(record, Record::Release(_))), 11);
    assert_eq!(read.count(|record| matches!(record, Record::Issue(_))), 12);
    assert_eq!(read.count(|record| matches!(record, Record::PullRequest(_))), 180);
    assert_eq!(read.count(|record| matches!(record, Record::Event(_))), 100);
    assert_eq!(read.count(|record| matches!(record, Record::Gist { .. })), 1);
    assert_eq!((comments(CommentKind::Issue), comments(CommentKind::ReviewLine)), (11, 10));
    assert_eq!(comments(CommentKind::Review), 10);
    let pinned =
        |record: &Record| matches!(record, Record::Repository(one) if one.pinned == Seen::Value(true));
    assert_eq!(read.count(pinned), 1);
    let looked_into = |name: &str| {
        read.count(|record| matches!(record, Record::Languages { repo: Some(repo), .. } if repo.name == name))
    };
    assert_eq!(["kettle-1", "kettle-0", "kettle-3"].map(looked_into), [1, 1, 0], "pinned, own, and no fork");
}

#[test]
fn another_host_is_another_account_in_every_record() {
    let bench = Bench::new(SMALL);
    let captured = bench.take(&bench.order(Depth::Usual)).unwrap();
    assert_eq!(captured.host, bench.server.host());
    let read = Read::of(&captured.out);
    let mut hosts: Vec<String> = Vec::new();
    for (_, record) in &read.records {
        match record {
            Record::Subject(profile) => {
                assert_eq!((profile.account.login.as_str(), profile.kind), (LOGIN, AccountKind::User));
                hosts.push(profile.account.host.clone());
            }
            Record::Languages { repo, .. } | Record::Tree { repo, .. } | Record::Nothing { repo, .. } => {
                hosts.push(repo.clone().unwrap().host);
            }
            Record::Commit(commit) => hosts.push(commit.repo.clone().unwrap().host),
            _ => {}
        }
    }
    hosts.sort();
    hosts.dedup();
    assert_eq!(hosts, [bench.server.host()]);
}

#[test]
fn chosen_repositories_come_first_wherever_they_are() {
    let bench = Bench::new(LARGE);
    let mut order = bench.order(Depth::Light);
    order.repositories =
        vec!["team-fixture/core".parse().unwrap(), "ada-fixture/kettle-600".parse().unwrap()];
    bench.take(&order).unwrap();
    let asked: Vec<String> = bench.server.asked().iter().map(|asked| asked.what.clone()).collect();
    assert!(asked.contains(&"GET /repos/team-fixture/core".to_owned()));
    let readmes: Vec<&String> = asked.iter().filter(|what| what.ends_with("/readme")).collect();
    assert_eq!(readmes.len(), Depth::Light.repositories());
    assert!(readmes[0].contains("team-fixture/core") && readmes[1].contains("kettle-600"), "{readmes:?}");
}

#[test]
fn without_a_token_nothing_needs_one() {
    let mut bench = Bench::new(LARGE);
    bench.token = None;
    let captured = bench.take(&bench.order(Depth::Light)).unwrap();
    let asked = bench.server.asked();
    assert!(asked.len() <= 50, "it fits into the 60 of an hour: {}", asked.len());
    assert!(
        asked.iter().all(|asked| asked.head("authorization").is_none() && !asked.what.contains("graphql"))
    );
    assert!(Read::of(&captured.out).count(|record| matches!(record, Record::Commit(_))) > 0);
}

#[test]
fn only_people_are_captured_and_nothing_is_left_lying() {
    let organisation = Bench::with(SMALL, |asked, _| {
        let body = serde_json::json!({"login": LOGIN, "id": 2, "type": "Organization", "public_repos": 3});
        asked.what.starts_with("GET /users/").then(|| Reply::json(200, &body))
    });
    let error = organisation.take(&organisation.order(Depth::Light)).unwrap_err();
    assert!(matches!(error, CaptureError::NotAPerson { .. }), "{error}");
    let nobody = Bench::with(SMALL, |asked, _| {
        asked.what.starts_with("GET /users/").then(|| Reply::error(404, "Not Found"))
    });
    let error = nobody.take(&nobody.order(Depth::Light)).unwrap_err();
    assert!(matches!(error, CaptureError::NoAccount { .. }), "{error}");
    for bench in [organisation, nobody] {
        assert_eq!(bench.server.asked().len(), 1);
        assert_eq!(std::fs::read_dir(bench.home.path()).unwrap().count(), 0);
    }
}

#[test]
fn what_cannot_be_had_is_told_and_the_rest_comes() {
    let bench = Bench::with(SMALL, |asked, _| match asked.path() {
        path if path.ends_with("/languages") => {
            Some(Reply::error(451, "Repository unavailable due to DMCA takedown."))
        }
        path if path.ends_with("kettle-0/commits") => Some(Reply::error(409, "Git Repository is empty.")),
        _ => None,
    });
    let captured = bench.take(&bench.order(Depth::Light)).unwrap();
    assert_eq!(captured.left_out.len(), 2);
    assert!(
        captured.left_out[0].1.contains("451") && captured.left_out[0].1.contains("DMCA"),
        "{:?}",
        captured.left_out
    );
    let read = Read::of(&captured.out);
    assert_eq!(read.count(|record| matches!(record, Record::Nothing { of, .. } if of == "commits")), 1);
    assert_eq!(read.count(|record| matches!(record, Record::Readme { .. })), 1);
}
