//! Tests of the redaction.

use proptest::prelude::*;
use serde_json::json;

use super::*;

fn ada() -> Redaction {
    Redaction::new(&["Ada Fixture"], &["ada-fixture"], &["ada@example.invalid"])
}

/// The text after redaction, changed or not.
fn after(redaction: &Redaction, text: &str) -> String {
    redaction.text(text).unwrap_or_else(|| text.to_owned())
}

#[test]
fn names_logins_and_addresses_go_whatever_their_case() {
    for (text, expected) in [
        ("by Ada Fixture.", "by [erased]."),
        ("by ADA fixture's hand", "by [erased]'s hand"),
        ("thanks @Ada-Fixture!", "thanks [erased]!"),
        ("see https://github.com/ada-fixture/kettle", "see https://github.com/[erased]/kettle"),
        ("<ADA@Example.Invalid>", "<[erased]>"),
        ("7+ada-fixture@users.noreply.github.com", "7+[erased]@users.noreply.github.com"),
        ("_Ada Fixture_ and **ada-fixture**", "_[erased]_ and **[erased]**"),
        ("- ada-fixture- and -ada-fixture", "- [erased]- and -[erased]"),
        ("Ada\n  Fixture", "[erased]"),
        ("?q=Ada+Fixture&r=Ada%20Fixture", "?q=[erased]&r=[erased]"),
        ("q=%20ada-fixture", "q=%20[erased]"),
    ] {
        assert_eq!(ada().text(text).as_deref(), Some(expected), "{text}");
    }
}

#[test]
fn other_words_stay() {
    for text in [
        "",
        "Adam Fixture",
        "Ada Fixtures",
        "ada-fixture-2",
        "not-ada-fixture",
        "xada-fixture",
        "my_ada-fixture",
        "Ada",
    ] {
        assert_eq!(ada().text(text), None, "{text}");
    }
}

#[test]
fn short_identifiers_are_not_looked_for() {
    let short =
        Redaction::new(&["Ada", "Anna", "A B", " ", "Zoe\u{308}\u{301}"], &["ad", "@ad"], &["none", "@"]);
    assert!(short.is_empty());
    assert_eq!(
        short.too_short(),
        ["Ada", "Anna", "A B", "Zoe\u{308}\u{301}", "ad"],
        "each once; what is empty or no address is none"
    );
    assert!(ada().too_short().is_empty());
    let long = Redaction::new(&["A Bo", "Fixtu"], &["ada"], &["a@b"]);
    assert_eq!(after(&long, "A Bo, Fixtu, ada, a@b"), "[erased], [erased], [erased], [erased]");
}

#[test]
fn case_is_folded_beyond_ascii() {
    let redaction = Redaction::new(&["Jürgen Großmann", "ΟΔΥΣΣΕΥΣ", "İpek Örnek"], &[], &[]);
    assert_eq!(after(&redaction, "JÜRGEN GROSSMANN"), "[erased]");
    assert_eq!(after(&redaction, "ο οδυσσευς."), "ο [erased].");
    assert_eq!(after(&redaction, "ü İPEK ÖRNEK ü"), "ü [erased] ü");
    assert_eq!(redaction.text("Jürgen Großmanns"), None);
}

#[test]
fn a_name_is_found_however_its_accents_are_encoded() {
    // NFC: one character; NFD: a letter and its mark.
    let (composed, decomposed) = ("Zoë Ångström", "Zoe\u{308} A\u{30a}ngstro\u{308}m");
    for (name, text) in [(composed, decomposed), (decomposed, composed)] {
        let redaction = Redaction::new(&[name], &[], &[]);
        assert_eq!(after(&redaction, &format!("by {text}, twice")), "by [erased], twice");
        assert_eq!(after(&redaction, &format!("by {}", text.to_uppercase())), "by [erased]");
    }
    let escaped = r"by Zoe\u0308 A\u030angstro\u0308m.";
    assert_eq!(after(&Redaction::new(&[composed], &[], &[]), escaped), "by [erased].");
    // Two marks in either order; the width and ligature forms of compatibility.
    let marks = Redaction::new(&["Vie\u{323}\u{302}t Fixture"], &[], &[]);
    assert_eq!(after(&marks, "Vie\u{302}\u{323}t Fixture, Việt Fixture"), "[erased], [erased]");
    assert_eq!(
        after(&Redaction::new(&["Griffin Fixture"], &[], &[]), "Gri\u{fb03}n Ｆｉｘｔｕｒｅ"),
        "[erased]"
    );
}

#[test]
fn a_letter_with_another_accent_is_another_letter() {
    let redaction = Redaction::new(&["Jose Fixture", "Fixture Jose"], &[], &[]);
    for text in
        ["José Fixture", "Jose\u{301} Fixture", "Fixture José", "Fixture Jose\u{301}", "Fixture Jose\u{301}f"]
    {
        assert_eq!(redaction.text(text), None, "{text}");
    }
}

#[test]
fn escapes_of_json_text_are_seen_through() {
    let redaction = Redaction::new(&["Jürgen Fixture"], &["ada-fixture"], &[]);
    assert_eq!(after(&redaction, r#"{"a":"J\u00fcrgen Fixture"}"#), r#"{"a":"[erased]"}"#);
    assert_eq!(
        after(&redaction, r"first line\nada-fixture wrote\tJ\u00DCRGEN\nFixture"),
        r"first line\n[erased] wrote\t[erased]"
    );
    let beyond = Redaction::new(&["𝒜da 𝒜dams"], &[], &[]);
    assert_eq!(after(&beyond, r"\ud835\udc9cda \ud835\udc9cdams"), "[erased]");
    assert_eq!(
        redaction.text(r"\u00 \ud835 \ud835\u0041 \uzzzz \u+123"),
        None,
        "broken escapes are plain text"
    );
}

#[test]
fn of_overlapping_identifiers_the_longest_counts() {
    let redaction = Redaction::new(&["Ada Fixture", "Ada Fixture Bovary", "Fixture Bovary"], &[], &[]);
    assert_eq!(
        after(&redaction, "Ada Fixture Bovary, Ada Fixture, Fixture Bovary"),
        "[erased], [erased], [erased]"
    );
}

/// Of whoever has this name, login and address.
fn other(name: &str, login: &str, address: &str) -> Identity {
    let one = |text: &str| vec![text.to_owned()];
    Identity { names: one(name), logins: one(login), addresses: one(address), ..Identity::default() }
}

#[test]
fn what_somebody_else_bears_stays_theirs() {
    let twin = ada().sparing([&other("ADA  Fixture", "@ada-two", "ada@example.invalid")]);
    assert_eq!(
        after(&twin, "Ada Fixture (ada@example.invalid, @ada-fixture, ada-two)"),
        "Ada Fixture (ada@example.invalid, [erased], ada-two)"
    );
    let borne: Vec<_> = twin.words().iter().map(|word| (word.text.as_str(), word.borne)).collect();
    assert_eq!(borne, [("Ada Fixture", true), ("ada-fixture", false), ("ada@example.invalid", true)]);
    let longer = ada().sparing([&other("Bo Ada Fixture Bovary", "", "")]);
    assert_eq!(
        after(&longer, "Bo Ada Fixture Bovary, Bo Ada Fixture, Ada Fixture Bovary"),
        "Bo Ada Fixture Bovary, Bo [erased], [erased] Bovary",
        "within their whole name only"
    );
    let shorter = Redaction::new(&["Ada Fixture Bovary"], &[], &[]).sparing([&other("Ada Fixture", "", "")]);
    assert_eq!(after(&shorter, "Ada Fixture Bovary; Ada Fixture"), "[erased]; Ada Fixture");
}

#[test]
fn a_word_that_could_be_an_ordinary_one_is_left_where_that_is_asked_but_not_as_a_login() {
    let index = || Redaction::new(&["Index"], &["index", "rust-1"], &["index@example.invalid"]);
    let texts = "Index the table, @index: index@example.invalid, rust-1";
    assert_eq!(after(&index(), texts), "[erased] the table, [erased]: [erased], [erased]");
    let left = index().leaving(&["INDEX".into()]).unwrap();
    for (text, expected) in [
        (texts, "Index the table, [erased]: [erased], [erased]"),
        ("see https://github.com/index/kettle", "see https://github.com/[erased]/kettle"),
        ("GET api.github.com/repos/index/kettle", "GET api.github.com/repos/[erased]/kettle"),
        ("index", "[erased]"),
        ("index/kettle@ab12:src/index.rs:3", "[erased]/kettle@ab12:src/index.rs:3"),
        ("bo/index@ab12:index.rs", "bo/index@ab12:index.rs"),
        ("by an index/primary key, or /index", "by an index/primary key, or /index"),
    ] {
        assert_eq!(after(&left, text), expected);
    }
    for no in ["rust-1", "index@example.invalid", "other", ""] {
        assert_eq!(index().leaving(&[no.into()]).unwrap_err(), no);
    }
}

#[test]
fn a_name_spares_no_login_and_a_login_no_name() {
    let texts = "Max said: @max, https://github.com/max/kettle";
    let login = || Redaction::new(&[], &["max"], &[]);
    assert_eq!(after(&login(), texts), "[erased] said: [erased], https://github.com/[erased]/kettle");
    let beside_a_name = login().sparing([&other("Max", "", "")]);
    assert!(!beside_a_name.words()[0].borne);
    assert_eq!(after(&beside_a_name, texts), "Max said: [erased], https://github.com/[erased]/kettle");
    let texts = "Maxim said: @maxim, https://github.com/maxim/kettle";
    let name = Redaction::new(&["Maxim"], &[], &[]).sparing([&other("Bo Fixture", "maxim", "")]);
    assert!(!name.words()[0].borne);
    assert_eq!(after(&name, texts), "[erased] said: @maxim, https://github.com/maxim/kettle");
}

#[test]
fn what_somebody_else_bears_is_taken_out_where_that_is_asked() {
    let twin = || ada().sparing([&other("Ada Fixture", "", "")]);
    assert_eq!(after(&twin(), "Ada Fixture"), "Ada Fixture");
    let taken = twin().taking(&["ada fixture".into()]).unwrap();
    assert_eq!(after(&taken, "Ada Fixture"), "[erased]");
    assert_eq!(twin().taking(&["ada-fixture".into()]).unwrap_err(), "ada-fixture", "which nobody else bears");
}

#[test]
fn it_is_told_which_words_stand_where() {
    let text = "by @ada-fixture, Ada Fixture";
    let places = ada().places(text);
    let told: Vec<_> = places.iter().map(|place| (place.word, &text[place.start..place.end])).collect();
    assert_eq!(told, [(1, "@ada-fixture"), (0, "Ada Fixture")]);
    let value = json!({ "login": "ada-fixture", "all": ["x", { "by": "ada@example.invalid" }] });
    assert_eq!(ada().words_in(&value, &[]).into_iter().collect::<Vec<_>>(), [1, 2]);
}

#[test]
fn of_json_only_words_of_people_are_taken_out() {
    let value = json!({ "n": 1, "list": ["x", { "Ada Fixture": "by Ada Fixture" }], "keep": "x" });
    let found = ada().json(&value, &[]).unwrap();
    let expected = json!({ "n": 1, "list": ["x", { "Ada Fixture": "by [erased]" }], "keep": "x" });
    assert_eq!(found, expected, "names of fields stay");
    assert_eq!(ada().json(&json!({ "n": [1, true, null, "Bo Fixture"] }), &[]), None);
    let value = Redaction::new(&["Value"], &["ratings"], &[]);
    let stored =
        json!({ "name": { "is": "value", "value": "Value" }, "ratings": [{ "criterion": "ratings" }] });
    let found = value.json(&stored, &["is", "criterion"]).unwrap();
    let expected =
        json!({ "name": { "is": "value", "value": "[erased]" }, "ratings": [{ "criterion": "ratings" }] });
    assert_eq!(found, expected);
    assert_eq!(value.words_in(&stored, &["is", "criterion"]).into_iter().collect::<Vec<_>>(), [0]);
    let nested = json!({ "account": { "login": "ratings" }, "kind": ["value"] });
    let expected = json!({ "account": { "login": "[erased]" }, "kind": ["value"] });
    assert_eq!(
        value.json(&nested, &["account", "kind"]),
        Some(expected),
        "a list of them too, but no object"
    );
}

#[test]
fn a_name_is_found_turned_round_joined_and_without_its_marks() {
    let tomas = Redaction::new(&["Tomás van Müller"], &[], &[]);
    for text in [
        "Tomás van Müller",
        "Tomas van Muller",
        "Müller, Tomás van",
        "MULLER TOMAS VAN",
        "tomas.muller",
        "Tomás_Müller's",
        "tomás-müller",
        "tomasmuller",
    ] {
        let expected = if text.ends_with("'s") { "[erased]'s" } else { "[erased]" };
        assert_eq!(after(&tomas, text), expected, "{text}");
    }
    for text in ["Tomas", "Muller", "tomasmullers", "Tomás Mullër"] {
        assert_eq!(tomas.text(text), None, "{text}");
    }
    let beside = tomas.sparing([&other("Bo Fixture", "tomas-muller", "")]);
    assert_eq!(after(&beside, "@tomas-muller, tomas.muller"), "@tomas-muller, [erased]");
}

proptest! {
    #[test]
    fn any_text_is_survived_and_nothing_is_left(before in "\\PC{0,12}", after in "\\PC{0,12}") {
        let text = format!("{before} @ada-fixture, {after}");
        let found = ada().text(&text).unwrap();
        prop_assert!(!found.to_lowercase().contains("@ada-fixture,"));
        prop_assert_eq!(ada().text(&found), None);
    }

    #[test]
    fn what_holds_no_identifier_is_unchanged(text in "[b-z \\\\u0-9]{0,40}") {
        prop_assert_eq!(ada().text(&text), None);
    }
}
