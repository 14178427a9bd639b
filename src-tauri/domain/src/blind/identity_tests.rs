//! Tests of what is looked for.

use super::*;

fn jorg() -> Redaction {
    hiding([&Identity {
        names: vec!["Jörg Zwiebel-Test".into()],
        logins: vec!["jzwiebel".into()],
        addresses: vec!["joerg.zw@example.invalid".into(), "https://zwiebel.example/".into()],
        places: vec!["Porto Velho, Brazil".into(), "@Glockenwerk".into()],
        biographies: vec!["Backend engineer, University of Quendel, she/her".into()],
    }])
}

#[test]
fn every_form_goes() {
    for (text, expected) in [
        ("I am Jörg Zwiebel-Test.", "I am [hidden]."),
        ("JORG zwiebel", "[hidden] [hidden]"),
        ("joerg_cv.pdf", "[hidden]_cv.pdf"),
        ("Jo\u{308}rgs idea", "[hidden] idea"),
        ("ask @jzwiebel, or xjzwiebelx", "ask @[hidden], or x[hidden]x"),
        ("mail joerg.zw@example.invalid", "mail [hidden]"),
        ("see https://www.zwiebel.example/a", "see https://www.[hidden]/a"),
        ("from porto velho in Brazil", "from [hidden] in [hidden]"),
        ("at GLOCKENWERK", "at [hidden]"),
        ("my time at the University of Quendel", "my time at the [hidden]"),
        ("Zwiebel (she/her)", "[hidden] ([hidden])"),
        ("import JorgZwiebelTest", "import [hidden]"),
    ] {
        let found = jorg().text(text).unwrap_or_else(|| text.to_owned());
        assert_eq!(found, expected, "{text}");
    }
}

#[test]
fn ordinary_words_stay_ordinary() {
    let will = hiding([&Identity { names: vec!["Will Fields".into()], ..Identity::default() }]);
    assert_eq!(will.text("I will add two fields and a test"), None);
    assert_eq!(will.text("Will wrote it").as_deref(), Some("[hidden] wrote it"));
    let short = hiding([&Identity { names: vec!["Bo van Ek".into()], ..Identity::default() }]);
    assert_eq!(short.text("the van and the bow"), None);
    assert_eq!(short.text("Bo van Ek").as_deref(), Some("[hidden]"));
}

#[test]
fn ordinary_spellings_of_a_name_are_found() {
    let of = |name: &str, login: &str| {
        hiding([&Identity { names: vec![name.into()], logins: vec![login.into()], ..Identity::default() }])
    };
    let (zoltan, lukasz) = (of("Zoltan Quixoticus", "zq-work"), of("Łukasz Fixturski", ""));
    for (redaction, text, expected) in [
        (&zoltan, "Zoltán's plan", "[hidden]'s plan"),
        (&zoltan, "Zolta\u{301}n’s plan", "[hidden]’s plan"),
        (&zoltan, "pushed by zquixoticus", "pushed by [hidden]"),
        (&zoltan, "see https://github.com/zquix", "see https://[hidden]"),
        (&zoltan, "see https://github.com/zq-work-2/x", "see https://[hidden]/x"),
        (&lukasz, "Lukasz and LUKASZ and ŁUKASZ", "[hidden] and [hidden] and [hidden]"),
        (&of("Zoë Ångström", ""), "ZOE ANGSTROM", "[hidden]"),
        (&of("李小龍", ""), "小龍和李先生", "[hidden]和[hidden]"),
        (&of("山田 太郎", ""), "太郎と山田さん", "[hidden]と[hidden]"),
    ] {
        assert_eq!(redaction.text(text).as_deref(), Some(expected), "{text}");
    }
    for text in ["see https://github.com/tokio-rs/tokio", "the quick plan of a zoo", "行李", "龍"] {
        assert_eq!(zoltan.text(text).or_else(|| of("李小龍", "").text(text)), None, "{text}");
    }
}

#[test]
fn names_without_spaces_are_found_in_running_text() {
    let wang = hiding([&Identity { names: vec!["王小明".into()], ..Identity::default() }]);
    assert_eq!(wang.text("我叫王小明。").as_deref(), Some("我叫[hidden]。"));
}

#[test]
fn names_are_left_out_by_their_parts_and_kept_names_stay() {
    let of = |name: &str, login: &str| Identity {
        names: vec![name.into()],
        logins: vec![login.into()],
        places: vec!["Quendel".into()],
        ..Identity::default()
    };
    let others = [of("Anne-Marie Nordwind-Test", "nordwind9"), of("Bo Sample", ""), of("Ilse Testerova", "")];
    let left = naming("[left out]", &others, &["Ilse Fixture".into()]);
    for (text, expected) in [
        ("as Marie said, and Anne's note", "as [left out] said, and [left out]'s note"),
        ("ANNE-MARIE; Nordwind; anne-marie nordwind-test", "[left out]; [left out]; [left out]"),
        ("see @nordwind9", "see @[left out]"),
        ("Bo agreed; the bo tree", "[left out] agreed; the bo tree"),
        ("Ilse in Quendel, Testerova not", "Ilse in Quendel, [left out] not"),
    ] {
        assert_eq!(left.text(text).as_deref(), Some(expected), "{text}");
    }
}
