//! What a PDF holds, read back by poppler: names in several scripts, page numbers, and that the same is the same.
#![expect(clippy::unwrap_used, reason = "a panic is how a test fails")]

use std::path::Path;
use std::process::Command;

use assay_domain::document::{Cell, Chart, Column, Document, Dot, DotPlot, Heat, HeatRow, Table};
use assay_domain::document::{Offset, OffsetPlot, ShareRow, Shares};
use assay_report::{Fonts, Pdf, pdf};
use chrono::DateTime;

/// Cyrillic, Greek, Arabic, Chinese, and Latin with marks.
const NAMES: [&str; 5] = ["Олена Зразок", "Ελένη Δείγμα", "ليلى مثال", "王小明", "Zoë Přílišžluťoučká"];

/// Over the tables behind the charts.
const ANNEX: &str = "The charts as tables";

fn document() -> Document {
    let mut document = Document::new("Ilse Fixture", "Dossier of a candidacy", DateTime::UNIX_EPOCH);
    document.footer = "1 Jan 1970, 00:00 UTC · journal entry 7, hash 00112233445566…".into();
    document
}

fn made(document: &Document) -> Pdf {
    pdf(document, &Fonts::of_system()).unwrap()
}

/// What a program of poppler says of the file.
fn read(made: &Pdf, program: &str, words: &[&str]) -> String {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("one.pdf");
    std::fs::write(&path, &made.bytes).unwrap();
    let output = Command::new(program).args(words).arg(&path).args(after(program)).output();
    let output = output.unwrap_or_else(|error| panic!("{program}, of poppler-utils: {error}"));
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// `pdftotext` writes to a file unless told otherwise.
fn after(program: &str) -> &'static [&'static str] {
    if program == "pdftotext" { &["-"] } else { &[] }
}

/// The text without the marks of direction that `pdftotext` puts round words.
fn text(made: &Pdf) -> String {
    let text = read(made, "pdftotext", &["-layout"]);
    text.chars().filter(|c| !matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}')).collect()
}

#[test]
fn names_of_every_script_come_out_of_headings_tables_text_and_charts() {
    let mut one = document();
    let mut table = Table::new(vec![Column::words("Name", 2.0), Column::figures("Level", 1.0)]);
    let mut rows = Vec::new();
    for name in NAMES {
        one.heading(1, name);
        one.say(format!("Seen: {name}, twice."));
        table.row([name.into(), "4".into()]);
        rows.push(Dot { label: name.into(), score: Some(3.0), ..Dot::default() });
    }
    one.table(table);
    one.heading(1, "Together");
    one.chart(Chart::Dots(DotPlot { of: "Candidate".into(), scale: (1.0, 5.0), rows }));
    let made = made(&one);
    assert_eq!(made.without_font, [""; 0], "the test's packages bring a font for each");
    let text = text(&made);
    for name in NAMES {
        assert_eq!(text.matches(name).count(), 5, "{name} in {text}; the chart has its table too");
    }
}

#[test]
fn every_page_says_which_of_how_many_and_the_journals_head() {
    let mut one = document();
    let mut table = Table::new(vec![Column::words("Criterion", 1.0), Column::words("Note", 2.0)]);
    for number in 0..120 {
        table
            .row([Cell::strong(format!("Row {number}")), "What was seen, in a few words. ".repeat(3).into()]);
    }
    one.table(table);
    let made = made(&one);
    let text = text(&made);
    assert!(made.pages >= 3, "{}", made.pages);
    for page in 1..=made.pages {
        assert!(text.contains(&format!("Page {page} of {}", made.pages)), "{text}");
    }
    assert_eq!(text.matches("hash 00112233445566…").count(), made.pages as usize);
    assert_eq!(text.matches("Criterion").count(), made.pages as usize, "heads again on every page");
    for number in 0..120 {
        assert!(text.contains(&format!("Row {number} ")), "{number} is lost");
    }
}

#[test]
fn a_small_table_is_not_parted_and_a_sum_never_stands_alone() {
    for before in 20..60 {
        let mut one = document();
        (0..before).for_each(|number| one.say(format!("Line {number}.")));
        for rows in [6, 40] {
            let mut table = Table::new(vec![Column::words("Criterion", 1.0), Column::figures("Level", 1.0)]);
            (0..rows).for_each(|row| table.row([format!("Row {rows}.{row}!").into(), "4".into()]));
            one.table(table);
        }
        let text = text(&made(&one));
        let page = |words: &str| text.split('\u{c}').position(|page| page.contains(words)).unwrap();
        assert_eq!(page("Row 6.0!"), page("Row 6.5!"), "after {before} lines");
        assert_eq!(page("Row 40.38!"), page("Row 40.39!"), "after {before} lines");
    }
}

#[test]
fn a_cell_longer_than_a_page_goes_on_and_loses_nothing() {
    let mut one = document();
    let mut table = Table::new(vec![Column::words("Name", 1.0), Column::words("Note", 2.0)]);
    let words: Vec<String> = (0..1500).map(|number| format!("word{number}")).collect();
    table.row(["Ilse".into(), words.join(" ").into()]);
    one.table(table);
    let made = made(&one);
    let text = text(&made);
    let lost: Vec<&String> = words.iter().filter(|word| !text.contains(word.as_str())).collect();
    assert!(made.pages >= 2 && lost.is_empty(), "{lost:?}");
}

#[test]
fn the_same_document_is_the_same_file() {
    let mut one = document();
    for name in NAMES {
        one.say(name);
    }
    assert!(made(&one).bytes == made(&one).bytes);
}

#[test]
fn letters_without_a_font_are_said_and_not_silently_lost() {
    let mut one = document();
    one.say("王小明 and ليلى مثال");
    let found = pdf(&one, &Fonts::built_in()).unwrap();
    assert_eq!(found.without_font, ["Arabic", "Han"]);
    let text = text(&found).split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        text.contains("Not everything could be written: this machine has no font for Arabic, Han."),
        "{text}"
    );
    let greek = {
        let mut one = document();
        one.say("Олена Зразок, Ελένη Δείγμα");
        pdf(&one, &Fonts::built_in()).unwrap()
    };
    assert_eq!(greek.without_font, [""; 0], "the built-in font has Cyrillic and Greek");
}

/// A heat map of one candidate, on a scale of 1 to 5.
fn heat(columns: Vec<String>, cells: Vec<Option<f64>>) -> Chart {
    let rows = vec![HeatRow { label: "Ilse Fixture".into(), cells }];
    Chart::Heat(Heat { of: "Candidate".into(), columns, rows, scale: (1.0, 5.0), ..Heat::default() })
}

#[test]
fn charts_show_their_numbers_and_what_is_unknown() {
    let mut one = document();
    let known = Dot {
        label: "Ilse Fixture".into(),
        score: Some(3.84),
        corrected: Some(3.91),
        interval: Some((3.2, 4.6)),
        bands: vec![0],
    };
    let unknown = Dot { label: "Mei Fixture".into(), ..Dot::default() };
    one.chart(Chart::Dots(DotPlot { of: "Candidate".into(), scale: (1.0, 5.0), rows: vec![known, unknown] }));
    one.chart(heat(vec!["Code review 60%".into(), "Design 40%".into()], vec![Some(4.2), None]));
    let offset = Offset {
        label: "Bo Fixture".into(),
        value: -0.35,
        sd: Some(0.2),
        note: "12 levels of 3 candidates".into(),
    };
    one.chart(Chart::Offsets(OffsetPlot { rows: vec![offset] }));
    let row = ShareRow { label: "Ilse Fixture".into(), places: vec![0.7, 0.3], first_near: 0.93 };
    one.chart(Chart::Shares(Shares { of: "Candidate".into(), rows: vec![row] }));
    let text = text(&made(&one));
    for expected in [
        "3.84",
        "3.2 to 4.6",
        "not assessed",
        "4.2",
        "Code review",
        "-0.35",
        "12 levels",
        "70%",
        "93%",
        "30%",
    ] {
        assert!(text.contains(expected), "{expected} is not in {text}");
    }
    let (pictures, tables) = text.split_once(ANNEX).unwrap();
    for (number, figure) in [(1, "3.91"), (2, "assessed"), (3, "0.20"), (4, "30%")] {
        assert!(pictures.contains(&format!("Chart {number}; as a table at the end.")), "{text}");
        let (_, own) = tables.split_once(&format!("Chart {number}:")).unwrap();
        let own = own.split("Chart ").next().unwrap();
        assert!(own.contains(figure), "{figure} is not in the table of chart {number}: {own}");
    }
}

#[test]
fn a_narrow_cell_says_that_nothing_is_known_and_never_none() {
    let told = |columns: usize| {
        let mut one = document();
        let heads = (0..columns).map(|place| format!("Head\n{place}")).collect();
        one.chart(heat(heads, vec![None; columns]));
        text(&made(&one))
    };
    for (columns, word) in [(2, "not assessed"), (6, "not assessed"), (9, "unknown")] {
        let text = told(columns);
        let (drawn, table) = text.split_once(ANNEX).unwrap();
        assert_eq!(drawn.matches(word).count(), columns, "{text}");
        assert_eq!(table.matches("assessed").count(), columns, "{text}");
        assert!(!text.contains("none") && text.contains("Head 0"), "{text}");
    }
}

#[test]
fn the_file_says_what_it_is_and_its_date_is_the_documents() {
    let told = read(&made(&document()), "pdfinfo", &["-isodates"]);
    for expected in ["Ilse Fixture", "Assay", "1970-01-01T00:00:00", "A4"] {
        assert!(told.contains(expected), "{expected} is not in {told}");
    }
    assert!(
        Path::new(env!("CARGO_MANIFEST_DIR")).join("fonts/OFL.txt").exists(),
        "the font's licence is with it"
    );
}

#[test]
fn no_heading_stands_alone_at_the_foot_of_a_page() {
    // Whatever stands before it, so that the heading comes to every place of a page.
    for lines in 20..60 {
        let mut one = document();
        (0..lines).for_each(|line| one.say(format!("Line {line}.")));
        one.heading(1, "Chapter");
        one.heading(2, "The raters");
        let mut table = Table::new(vec![Column::words("Name", 2.0), Column::figures("Level", 1.0)]);
        (0..8).for_each(|row| table.row([format!("Rater {row}").into(), "4".into()]));
        one.table(table);
        let text = text(&made(&one));
        let page = text.split('\u{c}').find(|page| page.contains("The raters")).unwrap();
        assert!(page.contains("Chapter") && page.contains("Rater 0"), "after {lines} lines: {page}");
    }
}

/// The pages of a document on which something stands after so many lines.
fn pages_after(lines: usize, write: impl FnOnce(&mut Document)) -> Vec<String> {
    let mut one = document();
    (0..lines).for_each(|line| one.say(format!("Line {line}.")));
    write(&mut one);
    text(&made(&one)).split('\u{c}').map(str::to_owned).collect()
}

/// The pages without the tables behind the charts.
fn drawn(pages: &[String]) -> impl Iterator<Item = &str> {
    let last = pages.iter().position(|page| page.contains(ANNEX)).unwrap();
    let (own, _) = pages[last].split_once(ANNEX).unwrap();
    pages[..last].iter().map(String::as_str).chain([own])
}

fn page_of<'a>(pages: &'a [String], words: &str) -> &'a str {
    pages.iter().find(|page| page.contains(words)).unwrap()
}

#[test]
fn a_chart_is_not_cut_and_stands_with_its_heading_and_the_words_between_them() {
    for lines in 10..60 {
        let pages = pages_after(lines, |one| {
            one.heading(2, "The raters");
            one.lead("Severity:", "Not everybody was rated by the same raters.");
            one.lead("Agreement:", "Too few interviews to say more.");
            let row = |at| Dot { label: format!("Rater {at}!"), score: Some(3.0), ..Dot::default() };
            let rows = (0..16).map(row).collect();
            one.chart(Chart::Dots(DotPlot { of: "Rater".into(), scale: (1.0, 5.0), rows }));
            one.aside("A dot is the score.");
        });
        let page = page_of(&pages, "The raters");
        for expected in ["Severity", "Agreement", "Rater 0!", "Rater 15!", "A dot is"] {
            assert!(page.contains(expected), "after {lines} lines, {expected} is not on {page}");
        }
    }
}

/// One too long for what a heading leaves of a page, and one too long for any: neither leaves its heading nor loses a row.
#[test]
fn a_chart_that_is_cut_begins_with_its_heading_and_twelve_rows_and_loses_none() {
    for (lines, count) in (10..60).flat_map(|lines| [(lines, 36), (lines, 70)]) {
        let pages = pages_after(lines, |one| {
            one.heading(2, "The raters");
            let row = |at| Dot { label: format!("Rater {at}!"), score: Some(3.0), ..Dot::default() };
            let rows = (0..count).map(row).collect();
            one.chart(Chart::Dots(DotPlot { of: "Rater".into(), scale: (1.0, 5.0), rows }));
        });
        let page = page_of(&pages, "The raters");
        for expected in ["Rater 0!", "Rater 11!"] {
            assert!(page.contains(expected), "{count} after {lines} lines, {expected} is not on {page}");
        }
        for at in 0..count {
            let named = |page: &str| page.contains(&format!("Rater {at}!"));
            let times = drawn(&pages).filter(|page| named(page)).count();
            assert_eq!(times, 1, "{count} after {lines} lines, rater {at}");
            assert!(pages.iter().any(|page| page.rsplit(ANNEX).next().is_some_and(named)));
        }
    }
}

#[test]
fn a_table_stands_with_its_heading_and_two_rows_below_its_head() {
    for lines in 10..60 {
        let pages = pages_after(lines, |one| {
            one.heading(1, "Rubrics");
            one.aside("A version never changes.");
            one.heading(2, "Code review, version 1");
            one.aside("backend-code-review, 5 levels");
            let mut table = Table::new(vec![Column::words("Criterion", 1.0), Column::figures("Level", 1.0)]);
            (0..40).for_each(|row| table.row([format!("Row {row}!").into(), "4".into()]));
            one.table(table);
        });
        let page = page_of(&pages, "Rubrics");
        for expected in ["never changes", "version 1", "5 levels", "Criterion", "Row 0!", "Row 1!"] {
            assert!(page.contains(expected), "after {lines} lines, {expected} is not on {page}");
        }
    }
}

#[test]
fn no_line_of_a_paragraph_stands_alone_on_a_page() {
    let words: Vec<String> = (0..90).map(|number| format!("word{number}!")).collect();
    for lines in 10..60 {
        let pages = pages_after(lines, |one| one.say(words.join(" ")));
        let told = |page: &String| page.lines().filter(|line| line.contains("word")).count();
        let counts: Vec<usize> = pages.iter().map(told).filter(|count| *count > 0).collect();
        assert!(counts.iter().all(|count| *count >= 2), "after {lines} lines: {counts:?}");
        assert!(words.iter().all(|word| pages.iter().any(|page| page.contains(word.as_str()))));
    }
}
