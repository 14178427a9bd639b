//! Tests of a candidate's fields.

use super::*;

fn typed(name: &str, email: &str) -> CandidateInput {
    CandidateInput {
        name: name.to_owned(),
        email: email.to_owned(),
        location: " Lisbon ".to_owned(),
        headline: String::new(),
        notes: "two\nlines".to_owned(),
        provenance: ProvenanceInput {
            source: SourceKind::Referral,
            basis: Basis::Consent,
            permission: " Bo Fixture ".to_owned(),
            given_on: None,
            until: NaiveDate::from_ymd_opt(2027, 5, 1),
        },
    }
}

#[test]
fn fields_are_trimmed() {
    let checked = typed("  Ada Fixture ", " ada@example.invalid ").checked().unwrap();
    assert_eq!((checked.name.as_str(), checked.email.as_str()), ("Ada Fixture", "ada@example.invalid"));
    assert_eq!(checked.location, "Lisbon");
    assert_eq!(Provenance::from(checked.provenance).permission, "Bo Fixture");
}

#[test]
fn a_name_is_needed_and_bounded_in_characters() {
    assert_eq!(typed(" \t", "").checked(), Err(FieldProblem::NoName));
    assert!(typed(&"ü".repeat(LINE_MAX), "").checked().is_ok());
    let problem = typed(&"ü".repeat(LINE_MAX + 1), "").checked().unwrap_err();
    assert_eq!(problem.to_string(), "the name has 201 characters; 200 are allowed");
    assert_eq!(typed("Ada\nFixture", "").checked(), Err(FieldProblem::Control("name")));
}

#[test]
fn addresses_are_judged_by_shape() {
    for good in ["", "a@b.c", "ada.f+x@sub.example.invalid", "ü@bücher.example"] {
        assert_eq!(check_email(good), Ok(()), "{good}");
    }
    for bad in ["ada", "@b.c", "a@", "a@b", "a@b..c", "a@.b", "a b@c.d", "a@b@c.d", "<a@b.c>", "a@-b.c"] {
        assert_eq!(check_email(bad), Err(FieldProblem::Email(bad.to_owned())), "{bad}");
    }
}

#[test]
fn dates_are_written_as_days() {
    let provenance = Provenance::from(typed("Ada Fixture", "").provenance);
    let json = serde_json::to_value(&provenance).unwrap();
    assert_eq!(json["until"], "2027-05-01");
    assert_eq!(serde_json::from_value::<Provenance>(json).unwrap(), provenance);
}
