use chrono::{DateTime, NaiveDate, Utc, Weekday};

use super::{Event, Method, Moment, Observance, YearlyRule, Zone, write};

fn instant(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn berlin() -> Zone {
    let one = |daylight, month, hour, from, to, name: &str| {
        let rule = YearlyRule { month, nth: -1, weekday: Weekday::Sun };
        Observance {
            daylight,
            onset: rule.day(2025).unwrap().and_hms_opt(hour, 0, 0).unwrap(),
            from,
            to,
            name: name.into(),
            rule: Some(rule),
        }
    };
    let observances = vec![one(true, 3, 2, 3600, 7200, "CEST"), one(false, 10, 3, 7200, 3600, "CET")];
    Zone { name: "Europe/Berlin".into(), observances }
}

fn event(title: &str) -> Event {
    let moment = |at: &str, local: &str| Moment { at: instant(at), local: local.parse().ok() };
    Event {
        uid: "0".into(),
        sequence: 2,
        starts: moment("2026-03-05T13:30:00Z", "2026-03-05T14:30:00"),
        ends: moment("2026-03-05T14:15:00Z", "2026-03-05T15:15:00"),
        zone: "Europe/Berlin".into(),
        title: title.into(),
        description: "Role; plan, A\\B\nsecond line".into(),
    }
}

/// The values of a name, unfolded.
fn values(text: &str, name: &str) -> Vec<String> {
    let unfolded = text.replace("\r\n ", "");
    let own =
        |line: &str| line.split_once(':').filter(|(key, _)| *key == name).map(|(_, value)| value.to_owned());
    unfolded.split("\r\n").filter_map(own).collect()
}

#[test]
fn a_file_as_a_whole() {
    let text = write(Method::Publish, instant("2026-03-01T08:00:00Z"), &[berlin()], &[event("Code review")]);
    let expected = "\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Assay//Interviews//EN
CALSCALE:GREGORIAN
METHOD:PUBLISH
BEGIN:VTIMEZONE
TZID:Europe/Berlin
BEGIN:DAYLIGHT
DTSTART:20250330T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:20251026T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
UID:0
DTSTAMP:20260301T080000Z
SEQUENCE:2
DTSTART;TZID=Europe/Berlin:20260305T143000
DTEND;TZID=Europe/Berlin:20260305T151500
SUMMARY:Code review
DESCRIPTION:Role\\; plan\\, A\\\\B\\nsecond line
STATUS:CONFIRMED
END:VEVENT
END:VCALENDAR
";
    assert_eq!(text, expected.replace('\n', "\r\n"));
}

#[test]
fn what_the_clock_does_not_tell_is_told_in_utc() {
    let mut late = event("x");
    late.ends.local = None;
    let text = write(Method::Publish, instant("2026-03-01T08:00:00Z"), &[berlin()], &[late.clone()]);
    assert_eq!(values(&text, "DTSTART;TZID=Europe/Berlin"), ["20260305T143000"]);
    assert_eq!(values(&text, "DTEND"), ["20260305T141500Z"]);
    let text = write(Method::Publish, instant("2026-03-01T08:00:00Z"), &[], &[late]);
    assert_eq!(values(&text, "DTSTART"), ["20260305T133000Z"]);
    assert!(!text.contains("VTIMEZONE"));
}

#[test]
fn lines_are_folded_between_characters_at_75_octets() {
    let title = "Überprüfung 検査 ".repeat(12);
    let text = write(Method::Cancel, instant("2026-03-01T08:00:00Z"), &[berlin()], &[event(&title)]);
    assert!(text.split("\r\n").all(|line| line.len() <= 75), "{text}");
    assert!(text.split("\r\n").any(|line| line.len() > 72), "they are filled");
    assert_eq!(values(&text, "SUMMARY"), [title]);
    assert_eq!(
        (values(&text, "METHOD"), values(&text, "STATUS")),
        (vec!["CANCEL".into()], vec!["CANCELLED".into()])
    );
    assert!(!text.replace("\r\n", "").contains(['\r', '\n']), "every line ends the same way");
}

#[test]
fn no_text_makes_lines_of_its_own() {
    let text = write(
        Method::Publish,
        instant("2026-03-01T08:00:00Z"),
        &[berlin()],
        &[event("x\r\nEND:VEVENT\rATTENDEE:a\u{0}\u{85}b")],
    );
    assert_eq!(values(&text, "END").iter().filter(|end| *end == "VEVENT").count(), 1);
    assert_eq!(values(&text, "SUMMARY"), ["x\\nEND:VEVENT\\nATTENDEE:a  b"]);
}

#[test]
fn a_yearly_rule_finds_its_day() {
    let day = |month, nth, year| YearlyRule { month, nth, weekday: Weekday::Sun }.day(year).unwrap();
    assert_eq!(day(3, -1, 2026), NaiveDate::from_ymd_opt(2026, 3, 29).unwrap());
    assert_eq!(day(12, -1, 2026), NaiveDate::from_ymd_opt(2026, 12, 27).unwrap());
    assert_eq!(day(11, 1, 2026), NaiveDate::from_ymd_opt(2026, 11, 1).unwrap());
}

#[test]
fn a_half_hour_change_and_zones_west_of_utc_are_written_so() {
    assert_eq!(super::offset(37_800), "+1030");
    assert_eq!(super::offset(-12_600), "-0330");
    assert_eq!(super::offset(0), "+0000");
    assert_eq!(super::offset(-4_592), "-011632");
}
