use assay_domain::ids::CandidateId;
use assay_domain::measure::impact::Finding;

use super::voluntary_tests::candidate_of;
use super::{give, import_totals, remove_totals, report, totals};
use crate::bench::{Bench, at};
use crate::{EngineError, candidates, journal};

const CSV: &str = "group,stage,source,applied,passed\nwomen,screening,referral,40,12\nmen,screening,referral,80,48\n\
    women,screening,applied,3,1\nmen,screening,applied,9,\n";

fn file(bench: &Bench, name: &str, text: &str) -> std::path::PathBuf {
    let path = bench.store.folder().join(name);
    std::fs::write(&path, text).unwrap();
    path
}

#[test]
fn imported_totals_are_compared_by_stage_and_source() {
    let bench = Bench::new();
    let path = file(&bench, "totals.csv", CSV);
    let role = Some(bench.role_id());
    let done = import_totals(&bench.store, bench.owner, at(5), role, &path, false).unwrap().value;
    assert_eq!((done.import.totals, done.known, done.refused.len(), done.refused[0].row), (3, false, 1, 4));
    let again = import_totals(&bench.store, bench.owner, at(6), role, &path, false).unwrap();
    assert!(again.value.known && again.changed.is_empty(), "the same again changes nothing");
    let found = report(&bench.store, bench.bo, at(8), role).unwrap();
    let sources: Vec<&str> = found.imported.iter().map(|one| one.source.as_str()).collect();
    assert_eq!(sources, ["", "applied", "referral"]);
    let referral = &found.imported[2].comparisons[0];
    assert_eq!((referral.group.as_str(), referral.reference.as_str()), ("women", "men"));
    assert_eq!((referral.finding, referral.impact_ratio), (Finding::Below, Some(0.5)));
    assert!(referral.one_person_more.as_ref().unwrap().sentence.contains("55%"));
    assert!(found.imported[1].comparisons.is_empty(), "one group alone");
    assert_eq!(found.imported[0].groups[1].applied, 43, "all sources together");
    assert_eq!(totals(&bench.store, bench.bo).unwrap().len(), 1);
    remove_totals(&bench.store, bench.owner, at(7), done.import.id).unwrap();
    assert!(report(&bench.store, bench.bo, at(8), None).unwrap().imported.is_empty());
    assert!(bench.store.verify().unwrap().ok);
}

#[test]
fn tables_as_spreadsheets_save_them_are_read_and_quotation_marks_out_of_place_are_named() {
    let bench = Bench::new();
    let path = bench.store.folder().join("unicode.txt");
    let text = CSV.replace(',', "\t");
    let bytes = [vec![0xFF, 0xFE], text.encode_utf16().flat_map(u16::to_le_bytes).collect()].concat();
    std::fs::write(&path, bytes).unwrap();
    let done = import_totals(&bench.store, bench.owner, at(5), None, &path, false).unwrap().value;
    assert_eq!((done.import.totals, done.refused.len()), (3, 1));
    let head = "group,stage,source,applied,passed\n";
    for (rows, said) in [
        ("A,screen,,9,5\nB,screen,,5,\"2", "line 3 is never closed"),
        ("A,screen,,9,5\nB,screen,,5,\"2\nC,screen,,4,\"1\"\n", "inside a field in line 3"),
    ] {
        let path = file(&bench, "marks.csv", &format!("{head}{rows}"));
        let why = import_totals(&bench.store, bench.owner, at(6), None, &path, false).unwrap_err();
        assert!(why.to_string().contains(said), "{why}");
    }
}

#[test]
fn fewer_than_five_give_no_verdict() {
    let bench = Bench::new();
    let path = file(&bench, "few.csv", "group,applied,passed\nA,4,1\nB,30,20\n");
    import_totals(&bench.store, bench.owner, at(5), None, &path, false).unwrap();
    let found = report(&bench.store, bench.owner, at(8), None).unwrap();
    let one = &found.imported[0].comparisons[0];
    assert_eq!((one.finding, one.impact_ratio, one.below_four_fifths), (Finding::TooFew, None, false));
    assert!(one.fisher_p.is_none() && one.one_person_more.is_none());
    let bad = file(&bench, "bad.csv", "group,applied,passed\nA,4,5\n");
    let why = import_totals(&bench.store, bench.owner, at(6), None, &bad, false).unwrap_err().to_string();
    assert!(why.contains("row 1: 5 passed of 4"), "{why}");
}

#[test]
fn nothing_links_an_answer_to_its_candidate() {
    let bench = Bench::new();
    let one = candidate_of(&bench, bench.application("Eda Fixture"));
    let before =
        serde_json::to_value(candidates::show(&bench.store, bench.owner, at(5), one).unwrap()).unwrap();
    give(&bench.store, bench.owner, at(5), one, "handedness", "zqleft").unwrap();
    let after =
        serde_json::to_value(candidates::show(&bench.store, bench.owner, at(5), one).unwrap()).unwrap();
    assert_eq!(before, after, "the candidate's page says nothing");
    assert!(
        journal::of_candidate(&bench.store, bench.owner, one)
            .unwrap()
            .iter()
            .all(|row| !row.op.starts_with("group."))
    );
    let all = serde_json::to_string(&journal::list(&bench.store, bench.owner, 0, 50).unwrap()).unwrap();
    assert!(all.contains("group.give") && !all.contains("zqleft") && !all.contains("handedness"));
    let rows = bench.store.look(|conn| {
        let sql = "SELECT count(*) FROM voluntary_group AS v JOIN candidate AS c ON c.id = v.subject";
        Ok(conn.query_row(sql, [], |row| row.get::<_, u32>(0))?)
    });
    assert_eq!(rows.unwrap(), 0);
    let unknown = give(&bench.store, bench.owner, at(6), CandidateId(uuid::Uuid::now_v7()), "a", "b");
    assert!(matches!(unknown, Err(EngineError::NotFound { .. })));
    assert!(give(&bench.store, bench.owner, at(6), one, "", "b").is_err());
    assert!(bench.store.verify().unwrap().ok);
}

#[test]
fn corrected_totals_take_the_place_of_the_old_ones_and_never_add_up_with_them() {
    let bench = Bench::new();
    let take = |path: &std::path::Path, minute, replace| {
        import_totals(&bench.store, bench.owner, at(minute), None, path, replace).unwrap()
    };
    let applied = || {
        let found = report(&bench.store, bench.owner, at(20), None).unwrap();
        let groups = found.imported[0].groups.clone();
        groups.into_iter().map(|one| (one.name, one.applied)).collect::<Vec<_>>()
    };
    let old = file(&bench, "old.csv", "group,applied,passed\nA,40,12\nB,30,20\n");
    let new = file(&bench, "new.csv", "group,applied,passed\nA,50,12\n");
    take(&old, 5, false);
    let refused = take(&new, 6, false);
    assert!(refused.changed.is_empty() && refused.value.import.title == "old.csv");
    let way: Vec<&str> = refused.value.in_the_way.iter().map(|one| one.group.as_str()).collect();
    assert_eq!((way, applied()), (vec!["A"], vec![("A".into(), 40), ("B".into(), 30)]));
    let done = take(&new, 7, true).value;
    assert_eq!((done.replaced, done.in_the_way.len(), done.import.totals), (1, 0, 1));
    assert_eq!(applied(), [("A".into(), 50), ("B".into(), 30)]);
    let again = take(&old, 8, false).value;
    assert_eq!((again.known, again.in_the_way.len()), (false, 2), "what gave way is not known any more");
    assert_eq!(take(&old, 9, true).value.replaced, 2);
    assert_eq!(
        (applied(), totals(&bench.store, bench.owner).unwrap().len()),
        (vec![("A".into(), 40), ("B".into(), 30)], 1)
    );
    let role = import_totals(&bench.store, bench.owner, at(10), Some(bench.role_id()), &new, false).unwrap();
    assert!(role.value.in_the_way.is_empty(), "a role's totals are its own");
    assert!(bench.store.verify().unwrap().ok);
}
