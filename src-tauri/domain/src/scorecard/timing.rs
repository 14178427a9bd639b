//! Whether a version of a scorecard came before or after the debrief.

/// What is to be said about when a version came, for people; empty for a first version that came in time.
///
/// `after_debrief`: whether the debrief was open when it was written; `had_read`: whether its author had read others' ratings of
/// the application by then. `None` in versions written before either was kept: that is said, and never guessed.
pub fn timing(version: u32, after_debrief: Option<bool>, had_read: Option<bool>) -> String {
    let read = match had_read {
        Some(true) => "; its author had read ratings of others",
        Some(false) => "; its author had read no rating of others",
        None => "",
    };
    match (version > 1, after_debrief) {
        (true, Some(true)) => format!("Amended after the debrief was opened{read}."),
        (true, Some(false)) => format!("Amended before the debrief{read}."),
        (true, None) => "Amended; whether before or after the debrief was not kept then.".into(),
        (false, Some(true)) => format!("Submitted after the debrief was opened{read}."),
        (false, _) => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::timing;

    #[test]
    fn it_says_before_or_after_and_never_guesses() {
        assert_eq!(
            timing(2, Some(false), Some(false)),
            "Amended before the debrief; its author had read no rating of others."
        );
        assert_eq!(
            timing(3, Some(true), Some(true)),
            "Amended after the debrief was opened; its author had read ratings of others."
        );
        assert_eq!(timing(2, None, None), "Amended; whether before or after the debrief was not kept then.");
        assert_eq!(timing(1, Some(true), None), "Submitted after the debrief was opened.");
        assert_eq!(
            (timing(1, Some(false), Some(true)), timing(1, None, None)),
            (String::new(), String::new())
        );
    }
}
