//! The time that a candidate says it took.

/// Longest time that is believed: two weeks.
pub const MINUTES_MAX: u32 = 14 * 24 * 60;

/// Minutes of a text as people write it: `45`, `45 min`, `1:20`, `1 h 20`, `1.5 h`, `1h20m`. `None` where it says none that is
/// understood and no longer than [`MINUTES_MAX`]: unknown is not nought.
pub fn minutes(text: &str) -> Option<u32> {
    let text = text.trim().to_lowercase();
    let found = clock(&text).or_else(|| spelt(&text))?;
    (0.0..=f64::from(MINUTES_MAX)).contains(&found).then(|| found.round() as u32)
}

/// `H:MM` or `H:MM:SS`.
fn clock(text: &str) -> Option<f64> {
    let parts: Vec<f64> =
        text.split(':').map(|part| part.trim().parse::<u32>().ok().map(f64::from)).collect::<Option<_>>()?;
    match parts[..] {
        [hours, minutes] if minutes < 60.0 => Some(hours * 60.0 + minutes),
        [hours, minutes, seconds] if minutes < 60.0 && seconds < 60.0 => {
            Some(hours * 60.0 + minutes + seconds / 60.0)
        }
        _ => None,
    }
}

/// Numbers with units; one without is minutes.
fn spelt(text: &str) -> Option<f64> {
    let mut rest = text.trim_start_matches(['~', ' ']);
    if rest.is_empty() {
        return None;
    }
    let mut total = 0.0;
    while !rest.is_empty() {
        let end = rest.find(|c: char| !c.is_ascii_digit() && c != '.' && c != ',').unwrap_or(rest.len());
        let number: f64 = rest[..end].replace(',', ".").parse().ok()?;
        rest = rest[end..].trim_start();
        let end = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
        total += match &rest[..end] {
            "" | "m" | "min" | "mins" | "minute" | "minutes" => number,
            "h" | "hr" | "hrs" | "hour" | "hours" => number * 60.0,
            _ => return None,
        };
        rest = rest[end..].trim_start_matches(['.', ',', ' ']).trim_start_matches("and ");
    }
    Some(total)
}
