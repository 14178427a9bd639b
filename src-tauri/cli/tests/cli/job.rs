//! A hiring loop with two interviewers and one candidate.

use serde_json::Value;

use crate::bench::Bench;

/// The role's title.
pub const ROLE: &str = "Backend Fixture";

/// A workspace with Ada and Bo, a role, and Cy Fixture's interviews with both of them.
pub struct Job {
    pub bench: Bench,
    /// Ada's interview.
    pub ada: String,
    /// Bo's interview.
    pub bo: String,
}

/// A workspace with Ada and [`ROLE`].
pub fn with_role() -> Bench {
    let bench = Bench::new();
    let role = ["role", "new", "--template", "api-generalist", "--title", ROLE];
    bench.json(&[role.as_slice(), &["--goal", "Owns one service."]].concat());
    bench
}

impl Job {
    pub fn new() -> Self {
        let bench = with_role();
        bench.json(&["person", "add", "Bo Fixture"]);
        let ada = |words: &[&str]| bench.json(&[&["--as", "Ada Fixture"], words].concat());
        ada(&["candidate", "new", "Cy Fixture", "--source", "applied", "--basis", "application"]);
        ada(&["application", "add", "Cy Fixture", "--role", ROLE]);
        ada(&["application", "move", "Cy Fixture", "interviewing"]);
        let assign = |to: &str| {
            let words = ["interview", "assign", "Cy Fixture", "--assessment", "code-review", "--to", to];
            ada(&words)["interview"]["id"].as_str().unwrap().to_owned()
        };
        let (ada, bo) = (assign("Ada Fixture"), assign("Bo Fixture"));
        Self { bench, ada, bo }
    }

    pub fn run(&self, person: &str, words: &[&str]) -> std::process::Output {
        self.bench.run(&[&["--as", person], words].concat())
    }

    /// Fills in the form of an interview with one level, and gives the file.
    pub fn card(&self, person: &str, interview: &str, level: u8) -> &'static str {
        let form = self.bench.json(&["--as", person, "scorecard", "form", interview]);
        let mut card: Value = form["scorecard"].clone();
        for rating in card["ratings"].as_array_mut().unwrap() {
            rating["level"] = level.into();
            rating["note"] = format!("seen at {level}").into();
        }
        card["recommendation"] = "yes".into();
        self.bench.write("card.json", &card.to_string());
        "card.json"
    }
}
