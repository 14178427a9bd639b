use assay_domain::submission::ColumnUse;

use super::{applicant, questionnaire, write};
use crate::bench::{Bench, at};
use crate::submissions::{FormRowReport, RowOutcome, import_form, list, preview_form, show};
use crate::{EngineError, journal};

const EXPORT: &str = "\
When,Full name,Email,1. Something you shipped,5. The answer that never came,How long did it take?
x,Eda Fixture,eda@fixture.example,A ledger.,Store the intent first.,50
x,finn  fixture,,A queue.,,a while
x,Nobody Known,no@fixture.example,Other work.,,10
x,Gil Fixture,gil@elsewhere.example,Mine.,,
x,Hal Fixture,hal@fixture.example,,,5
";

fn outcomes(rows: &[FormRowReport]) -> Vec<(u32, RowOutcome)> {
    rows.iter().map(|row| (row.line, row.outcome)).collect()
}

#[test]
fn an_export_is_looked_at_taken_and_the_same_again_changes_nothing() {
    let bench = Bench::new();
    let (store, owner) = (&bench.store, bench.owner);
    let (role, assessment) = questionnaire(&bench);
    let named = [
        ("Eda Fixture", "eda@fixture.example"),
        ("Finn Fixture", ""),
        ("Gil Fixture", "gil@fixture.example"),
    ];
    let [eda, ..] = named.map(|(name, email)| applicant(&bench, role, name, email).0);
    let home = tempfile::tempdir().unwrap();
    let path = write(home.path(), "answers.csv", EXPORT.as_bytes());
    let preview = preview_form(store, owner, assessment, &path, None).unwrap();
    let expected = [
        (2, RowOutcome::Added),
        (3, RowOutcome::Added),
        (4, RowOutcome::Nobody),
        (5, RowOutcome::Unclear),
        (6, RowOutcome::Empty),
    ];
    assert_eq!(outcomes(&preview.rows), expected);
    assert_eq!((preview.questions.len(), preview.remembered), (8, false));
    assert_eq!(preview.columns[4].used, ColumnUse::Answer("timeout".into()));
    assert!(list(store, owner, None, None).unwrap().is_empty(), "looking changes nothing");

    let report = import_form(store, owner, at(5), assessment, &path, None).unwrap().value;
    assert_eq!((outcomes(&report.rows), report.added), (expected.to_vec(), 2));
    assert!(report.rows[1].reason.contains("a while"), "{:?}", report.rows[1]);
    let of_eda = list(store, owner, Some(eda), None).unwrap().remove(0);
    assert_eq!((of_eda.minutes, of_eda.parts.len()), (Some(50), 2));
    assert_eq!(show(store, owner, of_eda.id).unwrap().parts[1].text, "Store the intent first.");

    let again = import_form(store, owner, at(6), assessment, &path, None).unwrap();
    assert!(again.value.added == 0 && again.changed.is_empty());
    assert_eq!(again.value.rows[0].outcome, RowOutcome::Known);
    let edited = write(home.path(), "answers.csv", EXPORT.replace("A ledger.", "Another ledger.").as_bytes());
    let report = import_form(store, owner, at(7), assessment, &edited, None).unwrap().value;
    assert_eq!((report.added, report.rows[0].outcome), (0, RowOutcome::Differs));
    journal::undo(store, owner, at(8), None).unwrap();
    assert!(list(store, owner, None, None).unwrap().is_empty(), "an import is taken back whole");
}

#[test]
fn a_row_with_the_name_of_one_and_the_address_of_another_is_given_to_neither() {
    let bench = Bench::new();
    let (store, owner) = (&bench.store, bench.owner);
    let (role, assessment) = questionnaire(&bench);
    applicant(&bench, role, "Eda Fixture", "eda@fixture.example");
    applicant(&bench, role, "Finn Fixture", "finn@fixture.example");
    let home = tempfile::tempdir().unwrap();
    let text = "name,email,Something you shipped\nEda Fixture,finn@fixture.example,A ledger.\n\
        E. Fixture,eda@fixture.example,A queue.\n";
    let path = write(home.path(), "a.csv", text.as_bytes());
    let rows = preview_form(store, owner, assessment, &path, None).unwrap().rows;
    assert_eq!(outcomes(&rows), [(2, RowOutcome::Unclear), (3, RowOutcome::Added)]);
    assert_eq!(
        rows[0].reason,
        "its address is of Finn Fixture and its name is of Eda Fixture: put the row right, or add the answers by hand"
    );
    let report = import_form(store, owner, at(5), assessment, &path, None).unwrap().value;
    assert_eq!(outcomes(&report.rows), outcomes(&rows));
    assert_eq!(list(store, owner, None, None).unwrap().len(), 1);
}

#[test]
fn an_export_in_another_encoding_is_read_and_a_guess_is_said() {
    let bench = Bench::new();
    let (store, owner) = (&bench.store, bench.owner);
    let (role, assessment) = questionnaire(&bench);
    applicant(&bench, role, "Zoë Fixture", "");
    let home = tempfile::tempdir().unwrap();
    let text = "name\tSomething you shipped\nZoë Fixture\tA ledger.\n";
    let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let marked = [&[0xFF, 0xFE], &wide[..]].concat();
    let latin: Vec<u8> = text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    for (bytes, guessed) in [(marked, false), (wide, false), (latin, true)] {
        let path = write(home.path(), "a.txt", &bytes);
        let preview = preview_form(store, owner, assessment, &path, None).unwrap();
        assert_eq!(outcomes(&preview.rows), [(2, RowOutcome::Added)]);
        assert_eq!(preview.encoding.contains("Windows-1252"), guessed, "{}", preview.encoding);
    }
}

#[test]
fn what_the_columns_mean_is_said_once() {
    let bench = Bench::new();
    let (store, owner) = (&bench.store, bench.owner);
    let (role, assessment) = questionnaire(&bench);
    applicant(&bench, role, "Eda Fixture", "eda@fixture.example");
    let home = tempfile::tempdir().unwrap();
    let path =
        write(home.path(), "a.csv", b"Who are you,Tell us about work\neda@fixture.example,A ledger.\n");
    let unknown = import_form(store, owner, at(5), assessment, &path, None);
    assert!(matches!(unknown, Err(EngineError::Invalid { .. })), "no column says whose a row is");
    let uses = [ColumnUse::Email, ColumnUse::Answer("shipped".into())];
    assert!(preview_form(store, owner, assessment, &path, Some(&uses[..1])).is_err(), "a column is left out");
    let report = import_form(store, owner, at(5), assessment, &path, Some(&uses)).unwrap().value;
    assert_eq!(report.added, 1);
    let next =
        write(home.path(), "b.csv", b"Tell us about work,Who are you,Minutes\nx,eda@fixture.example,3\n");
    let preview = preview_form(store, owner, assessment, &next, None).unwrap();
    let meant: Vec<_> = preview.columns.iter().map(|column| column.used.clone()).collect();
    assert_eq!(meant, [uses[1].clone(), ColumnUse::Email, ColumnUse::Minutes]);
    assert!(preview.remembered);
    assert_eq!(preview.columns.iter().map(|one| one.remembered).collect::<Vec<_>>(), [true, true, false]);
    let foreign = write(home.path(), "c.csv", b"name,Something you shipped\nEda Fixture,x\n");
    let preview = preview_form(store, owner, assessment, &foreign, None).unwrap();
    assert!(!preview.remembered, "nothing of another form is remembered");
}

#[test]
fn one_person_twice_in_an_export_comes_in_once() {
    let bench = Bench::new();
    let (role, assessment) = questionnaire(&bench);
    applicant(&bench, role, "Eda Fixture", "");
    let home = tempfile::tempdir().unwrap();
    let text = "name,Something you shipped\nEda Fixture,one\nEda Fixture,two\n";
    let path = write(home.path(), "a.csv", text.as_bytes());
    let report = import_form(&bench.store, bench.owner, at(5), assessment, &path, None).unwrap().value;
    assert_eq!(outcomes(&report.rows), [(2, RowOutcome::Added), (3, RowOutcome::Differs)]);
    let none = write(home.path(), "none.csv", b"");
    assert!(preview_form(&bench.store, bench.owner, assessment, &none, None).is_err());
}
