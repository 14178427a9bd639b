//! Tests of lists, pasted and CSV.

use proptest::prelude::*;

use super::*;

fn rows(text: &str) -> Vec<[String; 5]> {
    let list = CandidateList::parse(text);
    assert_eq!(list.problems, [], "{text}");
    list.entries.into_iter().map(|e| [e.name, e.email, e.login, e.location, e.headline]).collect()
}

fn problems(text: &str) -> Vec<(u32, String)> {
    CandidateList::parse(text).problems.into_iter().map(|problem| (problem.line, problem.reason)).collect()
}

const ADA: [&str; 5] = ["Ada Fixture", "ada@example.invalid", "ada-fixture", "Lisbon", "Backend engineer"];

#[test]
fn a_line_is_told_by_the_shape_of_its_parts() {
    for line in [
        "Ada Fixture <ada@example.invalid> @ada-fixture, Lisbon, Backend engineer",
        "Ada Fixture\tada@example.invalid\t@ada-fixture\tLisbon\tBackend engineer",
        "- Ada Fixture, ada@example.invalid, https://github.com/ada-fixture/, Lisbon, Backend engineer",
        "@ada-fixture; Ada Fixture; Lisbon; mailto:ada@example.invalid; Backend engineer",
    ] {
        assert_eq!(rows(line), [ADA], "{line}");
    }
}

#[test]
fn a_line_may_hold_a_name_or_a_login_only() {
    assert_eq!(
        rows("Ada Fixture\n\n @bo-fixture \r\n"),
        [["Ada Fixture", "", "", "", ""], ["bo-fixture", "", "bo-fixture", "", ""]]
    );
    assert_eq!(problems("ada@example.invalid"), [(1, "the name is empty".to_owned())]);
}

#[test]
fn columns_come_in_any_order_and_case() {
    for text in [
        "Name,E-Mail,GitHub,Location,Headline\nAda Fixture,ada@example.invalid,ada-fixture,Lisbon,Backend engineer\n",
        "HEADLINE;location;Login;email;NAME\r\nBackend engineer;Lisbon;@ada-fixture;ada@example.invalid;Ada Fixture\r\n",
        "\u{feff}github\tname\temail\tcity\ttitle\nhttps://github.com/ada-fixture\tAda Fixture\tada@example.invalid\tLisbon\tBackend engineer",
        "first name,last name,email,shoe size,github,location,headline\nAda,Fixture,ada@example.invalid,38,ada-fixture,Lisbon,Backend engineer",
    ] {
        assert_eq!(rows(text), [ADA], "{text}");
    }
}

#[test]
fn quoted_line_breaks_and_delimiters_are_kept_and_lines_counted() {
    let text = "\nname,notes\n\"Fixture, Ada\",\"one\ntwo\"\n\n\"\"\"Bo\"\" Fixture\",\n,lost\n";
    let list = CandidateList::parse(text);
    let found: Vec<_> = list.entries.iter().map(|e| (e.line, e.name.as_str(), e.notes.as_str())).collect();
    assert_eq!(found, [(3, "Fixture, Ada", "one\ntwo"), (6, "\"Bo\" Fixture", "")]);
    let refused: Vec<_> = list.problems.iter().map(|p| (p.line, p.reason.as_str())).collect();
    assert_eq!(refused, [(7, "the name is empty")]);
}

#[test]
fn a_quotation_mark_out_of_place_is_told_by_its_line_and_never_part_of_a_name() {
    let stray = "name,email\nIlse Example\",ilse@example.invalid\nBo Fixture,\n";
    assert_eq!(CandidateList::parse(stray).entries.len(), 1);
    let told = problems(stray);
    assert!(told.len() == 1 && told[0].0 == 2 && told[0].1.contains("inside a field in line 2"), "{told:?}");
    let open = "\nname,email\nBo Fixture,\n\"Cy Fixture,cy@example.invalid\nDi Fixture,\n";
    assert_eq!(CandidateList::parse(open).entries.len(), 1);
    let told = problems(open);
    assert!(told.len() == 1 && told[0].0 == 4 && told[0].1.contains("in line 4 is never closed"), "{told:?}");
    assert_eq!(CandidateList::parse(open).problems[0].text, "Cy Fixture,cy@example.invalid");
    let both = "Name,1. Something\nRavi \"S,\"A queue\nEda Fixture,Tea\n";
    assert_eq!(CandidateList::parse(both).entries, []);
    let told = problems(both);
    assert!(told.len() == 1 && told[0].0 == 2 && told[0].1.contains("in line 2 is never closed"), "{told:?}");
}

#[test]
fn a_heading_that_is_never_closed_does_not_lose_the_list_without_a_word() {
    let list = CandidateList::parse("\nname,\"notes\nEda Fixture,x\nFinn Fixture,y\n");
    assert_eq!((list.entries.len(), list.ignored.len(), list.problems.len()), (0, 0, 1), "{list:?}");
    let told = &list.problems[0];
    assert_eq!((told.line, told.text.as_str()), (2, "name,\"notes"));
    assert!(told.reason.contains("in line 2 is never closed"), "{told:?}");
}

#[test]
fn columns_that_mean_nothing_here_are_named() {
    let list = CandidateList::parse("name,Shoe  size,email,,Salary\nAda Fixture,38,,,\n");
    assert_eq!(list.ignored, ["Shoe size", "Salary"]);
    assert_eq!(CandidateList::parse("Ada Fixture").ignored, Vec::<String>::new());
}

#[test]
fn bad_rows_are_named_and_good_ones_stay() {
    let text = "name,email,github\nAda Fixture,ada@,\nBo Fixture,bo@example.invalid,bo fixture\nCy Fixture,,\nDi,d@example.invalid,di,x\n";
    let list = CandidateList::parse(text);
    assert_eq!(list.entries.iter().map(|entry| entry.name.as_str()).collect::<Vec<_>>(), ["Cy Fixture"]);
    let reasons = problems(text);
    assert_eq!(reasons[0], (2, "\"ada@\" is no e-mail address".to_owned()));
    assert_eq!(reasons[1], (3, "\"bo fixture\" is no GitHub login".to_owned()));
    assert!(reasons[2].0 == 5 && reasons[2].1.starts_with("has 4 fields, the header names 3"));
    assert_eq!(list.problems[0].text, "Ada Fixture, ada@,");
}

#[test]
fn the_same_candidate_twice_is_said() {
    let text = "Ada Fixture <ada@example.invalid>\nA. Fixture <ADA@example.invalid>\nBo Fixture\nbo fixture\nBo Fixture @bo";
    assert_eq!(
        problems(text),
        [
            (2, "has the address of line 1, so it is left out as the same person".to_owned()),
            (
                4,
                "has the name of line 3, so it is left out; if they are two people, give each an address or a login"
                    .to_owned()
            )
        ]
    );
}

#[test]
fn broken_addresses_and_long_names_are_refused() {
    assert_eq!(problems("Ada <ada@>"), [(1, "\"ada@\" is no e-mail address".to_owned())]);
    assert_eq!(problems(&"x".repeat(201)), [(1, "the name has 201 characters; 200 are allowed".to_owned())]);
}

#[test]
fn limits_are_said_once() {
    assert_eq!(problems(&"a\n".repeat(BYTES_MAX))[0].0, 1);
    let many: String = (0..ROWS_MAX + 9).map(|number| format!("Fixture {number}\n")).collect();
    let list = CandidateList::parse(&many);
    assert_eq!((list.entries.len(), list.problems.len(), list.left_out), (ROWS_MAX, 1, 9));
    assert_eq!(list.problems[0].line as usize, ROWS_MAX + 1);
    assert_eq!(
        list.problems[0].reason,
        "more than 20000 rows: this one and 8 after it are left out; split the list"
    );
    let table =
        format!("name,email\n{}\n\n", many.lines().map(|name| format!("{name},x,y,z\n")).collect::<String>());
    let table = CandidateList::parse(&table);
    assert_eq!(
        (table.entries.len(), table.problems.len(), table.left_out),
        (0, ROWS_MAX + 1, 9),
        "bad rows too"
    );
    assert_eq!(CandidateList::parse("\u{feff} \n\n").entries, []);
    assert_eq!(CandidateList::parse("name,email\n"), CandidateList::default());
}

#[test]
fn logins_are_judged_by_shape() {
    assert!(["a", "ada-fixture", "ada-", "ada_corp"].iter().all(|login| is_login(login)));
    assert!(["", "-a", "a.b", "a b", &"a".repeat(40)].iter().all(|login| !is_login(login)));
}

proptest! {
    #[test]
    fn any_text_is_survived(text in "(name,email\n|name;github\n)?([\\PC\n\r\t\",;]{0,80})") {
        let list = CandidateList::parse(&text);
        let lines = u32::try_from(text.lines().count()).unwrap() + 1;
        for line in list.entries.iter().map(|e| e.line).chain(list.problems.iter().map(|p| p.line)) {
            prop_assert!((1..=lines).contains(&line));
        }
        prop_assert!(list.entries.iter().all(|entry| !entry.name.is_empty()));
    }
}
