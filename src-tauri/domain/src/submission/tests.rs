use super::*;

fn asked() -> Vec<Question> {
    let one = |id: &str, title: &str| Question { id: id.into(), title: title.into() };
    vec![one("shipped", "Something you shipped"), one("orm", "What does the ORM send?")]
}

#[test]
fn names_that_lead_elsewhere_are_refused() {
    assert_eq!(file_name("shop\\history.py"), Ok("shop/history.py".into()));
    let told = |name: &str| file_name(name).unwrap_err();
    assert_eq!(told("/etc/passwd"), BadName::Absolute);
    assert_eq!(told("C:\\x"), BadName::Absolute);
    assert_eq!(told("a/../../b"), BadName::Outside);
    assert_eq!(told("./b"), BadName::Outside);
    assert_eq!(told("a//b"), BadName::Empty);
    assert_eq!(told("a\u{202e}gpj.exe"), BadName::Invisible);
    assert_eq!(told("a\nb"), BadName::Invisible);
    assert_eq!(told(&"a/".repeat(30)), BadName::Empty);
    assert_eq!(told(&format!("{}a", "a/".repeat(30))), BadName::Long);
    assert_eq!(told(&"ü".repeat(121)), BadName::Long);
}

#[test]
fn pasted_text_moves_no_cursor_and_turns_no_direction() {
    assert_eq!(tidy("a\r\nb\rc\u{1b}[2J\u{202e}x \n\n"), "a\nb\nc\u{fffd}[2Jx");
}

#[test]
fn times_are_understood_as_people_write_them() {
    let read = [
        "45",
        " 45 min",
        "1:20",
        "0:45:30",
        "1 h 20",
        "1.5 h",
        "1h20m",
        "~ 50 minutes",
        "1 hour and 5 minutes",
        "0",
    ];
    let told = read.map(|text| minutes(text).unwrap());
    assert_eq!(told, [45, 45, 80, 46, 80, 90, 80, 50, 65, 0]);
    for text in ["", "long", "three hours", "1:75", "-5", "999999", "5 days", "1:2:3:4"] {
        assert_eq!(minutes(text), None, "{text}");
    }
}

#[test]
fn parts_are_cited_by_lines() {
    let body = "one\ntwo\nthree";
    assert_eq!(lines(body, 2, 3).unwrap(), "two\nthree");
    assert_eq!([lines(body, 0, 1), lines(body, 2, 1), lines(body, 3, 4)], [None, None, None]);
    let at = |kind, lines| address(kind, "shipped", "shop/a.py", lines);
    assert_eq!(at(PartKind::File, Some((2, 3))), "submission shop/a.py:2-3");
    assert_eq!(at(PartKind::Answer, Some((2, 2))), "submission answer shipped:2");
    assert_eq!(at(PartKind::Text, None), "submission text");
    assert_eq!(address(PartKind::Answer, "", "Why us?", None), "submission answer “Why us?”");
}

#[test]
fn a_form_is_read_with_its_columns_guessed() {
    let text = "\u{feff}Timestamp;Name;E-mail;1. Something you shipped;2. What does the ORM send?;How long did it take?\n\
        x;Ilse Fixture;ilse@fixture.example;\"Two\nlines\";;about 50\n;;;;;\ny;Ravi Sample;;a;b;1:10\nz;a;b;c;d;e;f\n";
    let form = Form::parse(text);
    assert_eq!((form.headers.len(), form.rows.len()), (6, 2));
    assert_eq!(form.problems.len(), 1, "{:?}", form.problems);
    assert_eq!((form.rows[1].line, form.problems[0].line), (5, 6));
    let uses = guess(&form.headers, &asked());
    let answer = |id: &str| ColumnUse::Answer(id.into());
    assert_eq!(
        uses,
        [
            ColumnUse::Ignored,
            ColumnUse::Name,
            ColumnUse::Email,
            answer("shipped"),
            answer("orm"),
            ColumnUse::Minutes
        ]
    );
    let first = read_row(&form.rows[0], &form.headers, &uses, &asked());
    assert_eq!((first.name.as_str(), first.email.as_str()), ("Ilse Fixture", "ilse@fixture.example"));
    assert_eq!((first.minutes, first.odd_minutes.as_deref()), (None, Some("about 50")));
    assert_eq!(
        first.answers,
        [(asked()[0].clone(), "Two\nlines".to_owned())],
        "what is empty was not answered"
    );
    let second = read_row(&form.rows[1], &form.headers, &uses, &asked());
    assert_eq!((second.minutes, second.answers.len()), (Some(70), 2));
}

#[test]
fn a_quotation_mark_that_is_never_closed_is_told_where_it_was_opened() {
    let form = Form::parse(
        "Name,1. Something you shipped\nIlse Fixture,A ledger.\nRavi Sample,\"A queue\nEda Fixture,Tea\n",
    );
    assert_eq!(form.rows.len(), 1);
    assert_eq!(form.problems.len(), 1, "{:?}", form.problems);
    assert!(form.problems[0].reason.contains("in line 3 is never closed"), "{:?}", form.problems);
    let header = Form::parse("\"Name,Answer\nIlse Fixture,A ledger.\n");
    assert_eq!((header.headers.len(), header.problems[0].line), (0, 1));
    let below = Form::parse("\n\"Your\nname\",\"Answer\nIlse Fixture,A ledger.\n");
    assert_eq!((below.headers.len(), below.problems[0].line), (0, 3), "{below:?}");
}

/// One that is out of place before it in the same row does not hide it.
#[test]
fn a_row_with_a_stray_mark_and_an_unclosed_one_takes_no_other_with_it() {
    let form = Form::parse("Name,1. Something\nRavi \"S,\"A queue\nEda Fixture,Tea\n");
    assert_eq!(form.rows, []);
    assert_eq!((form.problems.len(), form.problems[0].line), (1, 2), "{:?}", form.problems);
    assert!(form.problems[0].reason.contains("in line 2 is never closed"), "{:?}", form.problems);
}

#[test]
fn two_columns_of_one_heading_that_would_be_joined_are_both_named() {
    let headers = ["Your name", "Email", "your  name", "Why?", "Why?"].map(str::to_owned);
    let answer = ColumnUse::Answer(String::new());
    let mut uses = [ColumnUse::Name, ColumnUse::Email, ColumnUse::Name, answer.clone(), answer];
    assert_eq!(doubled(&headers, &uses), ["two columns are called \"your  name\": column 1 and column 3"]);
    uses[2] = ColumnUse::Ignored;
    assert_eq!(doubled(&headers, &uses), Vec::<String>::new());
}

#[test]
fn without_a_kit_the_headings_are_the_questions() {
    let form = Form::parse(
        "First name,Last name,GitHub,Describe the last incident you had\nIlse,Fixture,https://github.com/ilse-fixture/,None\n",
    );
    let uses = guess(&form.headers, &[]);
    let row = read_row(&form.rows[0], &form.headers, &uses, &[]);
    assert_eq!((row.name.as_str(), row.login.as_str()), ("Ilse Fixture", "ilse-fixture"));
    assert_eq!(row.answers[0].0.title, "Describe the last incident you had");
    assert_eq!(Form::parse("").headers.len(), 0);
}
