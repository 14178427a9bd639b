//! Headings of a form that ask how long it took.

/// What people call the time that something took, without its unit.
const TIME: &[&str] = &[
    "time",
    "time taken",
    "time spent",
    "time used",
    "time needed",
    "time it took",
    "total time",
    "duration",
    "how long",
    "how long did it take",
    "how long did it take you",
    "how long did this take",
    "how long did this take you",
    "how long did you take",
    "how long did you need",
    "how long it took",
];

/// Whether a heading asks for minutes: "Minutes", "How long (min)", "Time taken, in minutes". One that asks for hours or seconds
/// does not: its bare numbers would be read as minutes.
pub(super) fn is_minutes(header: &str) -> bool {
    let lower = header.to_lowercase();
    let words: Vec<&str> =
        lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let is_unit = |word: &&str| matches!(*word, "min" | "mins" | "minute" | "minutes");
    let has_unit = words.iter().any(is_unit);
    let rest: Vec<&str> = words.into_iter().filter(|word| !is_unit(word) && *word != "in").collect();
    let rest = rest.join(" ");
    match rest.as_str() {
        "" | "how many" | "how many did it take" | "how many did it take you" => has_unit,
        other => TIME.contains(&other),
    }
}

#[cfg(test)]
mod tests {
    use super::is_minutes;

    #[test]
    fn time_is_asked_for_in_many_words() {
        for header in [
            "Minutes",
            "minutes",
            "Time",
            "How long (min)",
            "How long, in minutes?",
            "Time taken (min)",
            "Time taken (minutes)",
            "Time spent [mins]",
            "How long did it take you?",
            "How many minutes did it take?",
            "Duration in minutes",
            "time_in_minutes",
        ] {
            assert!(is_minutes(header), "{header}");
        }
    }

    #[test]
    fn other_units_and_other_times_are_not_minutes() {
        for header in [
            "Time taken (hours)",
            "Duration (seconds)",
            "Timestamp",
            "Start time",
            "How many queries did it take?",
            "How long have you used Rust?",
            "",
            "?",
        ] {
            assert!(!is_minutes(header), "{header}");
        }
    }
}
