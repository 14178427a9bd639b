//! GitHub's terms for personal data, where they apply: wherever something is imported or captured.
//!
//! In our words, after GitHub Acceptable Use Policies, sections 7 (information usage restrictions) and 8 (privacy).

use serde::Serialize;

/// What somebody who takes in GitHub data is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct Terms {
    /// In one line.
    pub title: &'static str,
    /// What they ask, point by point.
    pub points: &'static [&'static str],
    /// Where they stand in full.
    pub address: &'static str,
}

/// GitHub's terms for personal data.
pub const GITHUB: Terms = Terms {
    title: "GitHub's terms bind whoever holds people's data from it",
    points: &[
        "Use personal data only for the purpose that the person authorised. A public profile alone authorises no \
         recruiting: say on what basis you hold the data, who allowed it, when, and until when.",
        "Do not send unsolicited messages with it, and do not sell it to recruiters, headhunters or job boards.",
        "Keep it reasonably secure.",
        "Answer complaints, requests for removal and requests not to be contacted promptly: erase the candidate, or mark \
         them do-not-contact. The program obeys that mark, and recognises the person when they come in again.",
    ],
    address: "https://docs.github.com/en/site-policy/acceptable-use-policies/github-acceptable-use-policies",
};
