use chrono::DateTime;

use super::{Cell, Chart, Column, Document, Dot, DotPlot, Table, clean, markdown};

fn document() -> Document {
    Document::new("Ilse Fixture", "Dossier", DateTime::UNIX_EPOCH)
}

#[test]
fn every_block_is_written_and_what_is_empty_is_left_out() {
    let mut one = document();
    one.footer = "Journal head 00ff".into();
    one.heading(1, "Score");
    one.say("3.8 of 5.");
    one.say("");
    one.lead("Why:", "two raters");
    one.aside("An aside.");
    one.facts([("Role", "Backend".to_owned()), ("Left out", String::new())]);
    one.quote("First line.\n\nSecond line.", "Bo Fixture");
    one.list(vec!["one".into(), "two".into()]);
    one.list(Vec::new());
    let mut table = Table::new(vec![Column::words("Name", 2.0), Column::figures("Level", 1.0)]);
    table.row([Cell::from("Tests"), Cell::or(None, "not assessed")]);
    table.row([Cell::strong("Sum"), "4".into(), "too many".into()]);
    one.table(table);
    let expected = "# Ilse Fixture\n\nDossier\n\n## Score\n\n3.8 of 5.\n\n**Why:** two raters\n\n*An aside.*\n\n\
        - **Role:** Backend\n\n> First line.  \n> Second line.  \n> — Bo Fixture\n\n- one\n- two\n\n\
        | Name | Level |\n| --- | --: |\n| Tests | *not assessed* |\n| **Sum** | 4 |\n\n---\n\nJournal head 00ff\n";
    assert_eq!(markdown(&one), expected);
}

#[test]
fn a_column_in_which_nothing_stands_is_left_out() {
    let mut one = document();
    let mut table =
        Table::new(vec![Column::words("When", 1.0), Column::words("Why", 3.0), Column::words("By", 1.0)]);
    table.row(["Monday".into(), "".into(), "Bo Fixture".into()]);
    table.row(["Tuesday".into(), " ".into(), "".into()]);
    one.table(table);
    let told = markdown(&one);
    assert!(told.contains("| When | By |\n") && told.contains("| Monday | Bo Fixture |\n"), "{told}");
}

#[test]
fn words_of_people_stay_words() {
    let mut one = document();
    for text in
        ["# not a heading", "- no item", "12. no number", "a | b <img src=x> ![x](http://x) *b* `c` &amp;"]
    {
        one.say(text);
    }
    let told = markdown(&one);
    for expected in [
        "\n\\# not a heading\n",
        "\n\\- no item\n",
        "\n12\\. no number\n",
        "\na \\| b \\<img src=x\\> \\!\\[x\\](http://x) \\*b\\* \\`c\\` \\&amp;\n",
    ] {
        assert!(told.contains(expected), "{expected} is not in {told}");
    }
}

#[test]
fn nothing_turns_the_direction_of_a_page() {
    assert_eq!(clean("a\u{202e}b\u{2066}c\td\u{7}e\r\nf"), "abc d e\nf");
}

#[test]
fn a_chart_is_its_table_and_says_what_is_unknown() {
    let mut one = document();
    let known = Dot {
        label: "Ilse Fixture".into(),
        score: Some(3.84),
        corrected: Some(3.9),
        interval: Some((3.2, 4.6)),
        bands: vec![0, 1],
    };
    let unknown = Dot { label: "Mei Fixture".into(), ..Dot::default() };
    one.chart(Chart::Dots(DotPlot { of: "Candidate".into(), scale: (1.0, 5.0), rows: vec![known, unknown] }));
    let told = markdown(&one);
    assert!(told.contains("| Ilse Fixture | 3.84 | 3.90 | 3.2 to 4.6 | 1, 2 |"), "{told}");
    assert!(
        told.contains("| Mei Fixture | *not assessed* | *not assessed* | *unknown* | *none* |"),
        "{told}"
    );
}
