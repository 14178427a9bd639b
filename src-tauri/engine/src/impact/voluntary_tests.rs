use assay_domain::ids::{ApplicationId, CandidateId};
use rusqlite::params;

use super::{ImpactPart, give, report, withdraw};
use crate::bench::{Bench, at};
use crate::{Viewer, journal};

pub(super) fn candidate_of(bench: &Bench, application: ApplicationId) -> CandidateId {
    let sql = "SELECT candidate_id FROM application WHERE id = ?1";
    let found = bench.store.look(|conn| Ok(conn.query_row(sql, [application.0], |row| row.get(0))?));
    CandidateId(found.unwrap())
}

fn end(bench: &Bench, application: ApplicationId, passed: bool) {
    let to = if passed { "hired" } else { "rejected" };
    let change = |tx: &rusqlite::Transaction<'_>| {
        tx.execute("UPDATE application SET stage = ?2 WHERE id = ?1", params![application.0, to])?;
        tx.execute(
            "INSERT INTO stage_move (application_id, position, at, person_id, from_stage, to_stage, reason)
             VALUES (?1, 1, ?2, ?3, 'interviewing', ?4, '')",
            params![application.0, at(4), bench.owner.0.0, to],
        )?;
        Ok(())
    };
    bench.store.scratch(change).unwrap();
}

/// People of whom the first of each group passed the interviews, each with the answer that they gave; all are at an end.
fn cohort(bench: &Bench, prefix: &str, groups: &[(&str, usize, usize)]) -> Vec<ApplicationId> {
    let mut out = Vec::new();
    for (group, size, passed) in groups {
        for index in 0..*size {
            let application = bench.application(&format!("{prefix} {group} {index} Fixture"));
            give(&bench.store, bench.owner, at(5), candidate_of(bench, application), " Handedness ", group)
                .unwrap();
            end(bench, application, index < *passed);
            out.push(application);
        }
    }
    out
}

fn seen(bench: &Bench, viewer: Viewer) -> Vec<ImpactPart> {
    report(&bench.store, viewer, at(8), Some(bench.role_id())).unwrap().voluntary
}

fn figures(parts: &[ImpactPart]) -> Vec<(String, u32, u32)> {
    let whole = parts.iter().filter(|one| one.source.is_empty() && one.stage == "interviewing");
    whole.flat_map(|one| &one.groups).map(|one| (one.name.clone(), one.applied, one.passed)).collect()
}

fn of(figures: &[(&str, u32, u32)]) -> Vec<(String, u32, u32)> {
    figures.iter().map(|one| (one.0.to_owned(), one.1, one.2)).collect()
}

const COHORT: [(&str, usize, usize); 2] = [("one", 6, 2), ("other", 10, 8)];

#[test]
fn sums_come_out_once_everybody_s_application_has_ended() {
    let bench = Bench::new();
    cohort(&bench, "First", &COHORT);
    let last = bench.application("Last Fixture");
    let early = report(&bench.store, bench.owner, at(6), Some(bench.role_id())).unwrap();
    assert!(early.voluntary.is_empty() && early.voluntary_note.starts_with("Nothing is counted yet"));
    end(&bench, last, false);
    let found = seen(&bench, bench.owner);
    assert_eq!(figures(&found), of(&[("one", 6, 2), ("other", 10, 8)]));
    assert_eq!(found[0].category, "handedness");
    assert!(found[0].comparisons[0].below_four_fifths);
    assert!(bench.store.verify().unwrap().ok);
    let again = journal::list(&bench.store, bench.owner, 0, 500).unwrap().rows.len();
    seen(&bench, bench.owner);
    assert_eq!(journal::list(&bench.store, bench.owner, 0, 500).unwrap().rows.len(), again, "counted once");
}

#[test]
fn nobody_who_rates_is_shown_what_candidates_gave() {
    let bench = Bench::new();
    cohort(&bench, "First", &COHORT);
    assert!(!seen(&bench, bench.bo).is_empty(), "Bo rates nobody yet");
    let under_way = bench.application("Under way Fixture");
    let interview = bench.assign(under_way, 0, bench.bo);
    bench.assign(under_way, 1, bench.cy);
    for role in [Some(bench.role_id()), None] {
        let found = report(&bench.store, bench.bo, at(8), role).unwrap();
        assert!(
            found.voluntary.is_empty() && found.voluntary_note.starts_with("You rate candidates here"),
            "{found:?}"
        );
        let text = serde_json::to_string(&found).unwrap();
        assert!(!text.contains("other") && !text.contains("handedness"), "{text}");
        assert!(
            !report(&bench.store, bench.owner, at(8), role).unwrap().voluntary.is_empty(),
            "she does not rate"
        );
    }
    let card = bench.card(0, 3);
    crate::scorecards::submit(&bench.store, bench.bo, at(9), interview.id, card).unwrap();
    assert!(seen(&bench, bench.bo).is_empty(), "a rater stays one after the scorecard");
}

#[test]
fn whoever_rates_alone_sees_it_after_the_last_decision() {
    let bench = Bench::new();
    cohort(&bench, "First", &COHORT);
    let last = bench.application("Last Fixture");
    bench.assign(last, 0, bench.bo);
    let found = report(&bench.store, bench.bo, at(8), Some(bench.role_id())).unwrap();
    assert!(found.voluntary.is_empty() && found.voluntary_note.starts_with("You alone rate here"));
    end(&bench, last, false);
    assert_eq!(figures(&seen(&bench, bench.bo)).len(), 2);
    bench.assign(bench.application("Next Fixture"), 1, bench.cy);
    let found = report(&bench.store, bench.bo, at(9), Some(bench.role_id())).unwrap();
    assert!(found.voluntary.is_empty() && found.voluntary_note.starts_with("You rate candidates here"));
}

#[test]
fn two_looks_never_differ_by_one_answer() {
    let bench = Bench::new();
    let people = cohort(&bench, "First", &COHORT);
    let before = seen(&bench, bench.owner);
    let (store, owner) = (&bench.store, bench.owner);
    give(store, owner, at(6), candidate_of(&bench, people[0]), "handedness", "other").unwrap();
    withdraw(store, owner, at(6), candidate_of(&bench, people[1])).unwrap();
    let late = bench.application("Late Fixture");
    give(store, owner, at(6), candidate_of(&bench, late), "handedness", "one").unwrap();
    end(&bench, late, true);
    assert_eq!(seen(&bench, owner), before, "one changed, one withdrew, one came");
    cohort(&bench, "Second", &[("one", 4, 1), ("other", 5, 2)]);
    assert_eq!(figures(&seen(&bench, owner)), of(&[("one", 11, 4), ("other", 15, 10)]), "five of each came");
}

#[test]
fn one_source_s_single_answer_is_not_the_difference_to_all() {
    let bench = Bench::new();
    let people = cohort(&bench, "First", &[("one", 6, 3), ("other", 6, 3)]);
    let source = |application: ApplicationId, source: &str| {
        let id = candidate_of(&bench, application).0;
        let sql = "UPDATE candidate SET source = ?2 WHERE id = ?1";
        bench.store.scratch(|tx| Ok(tx.execute(sql, params![id, source])?)).unwrap();
    };
    people.iter().for_each(|one| source(*one, "github"));
    source(people[0], "referral");
    let found = seen(&bench, bench.owner);
    let shown: Vec<_> =
        found.iter().map(|one| (one.source.as_str(), one.groups.len(), one.withheld)).collect();
    assert_eq!(shown, [("", 2, false), ("github", 0, true), ("referral", 0, true)]);
    assert!(found[1].sentence.contains("single answers"), "{}", found[1].sentence);
}
