//! axe-core inside the window: what keeps people with assistive technology out.

use std::path::Path;

use serde_json::Value;

use super::window::Window;

/// One rule that a screen breaks.
#[derive(Debug)]
pub struct Violation {
    /// The rule's name in axe-core.
    pub rule: String,
    /// `serious` or `critical`.
    pub impact: String,
    /// The elements, as CSS finds them, each with what is wrong.
    pub places: Vec<String>,
}

const RUN: &str = "const done = arguments[arguments.length - 1];
axe.run(document, { resultTypes: ['violations'] }).then((r) => done(r.violations), (e) => done(String(e)));";

impl Window {
    /// The serious and critical violations of the screen as it is now.
    pub async fn violations(&self) -> Vec<Violation> {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/node_modules/axe-core/axe.min.js");
        let axe =
            std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        self.run(&axe, vec![]).await.unwrap_or_else(|error| panic!("axe-core did not load: {error}"));
        let found = self.run_async(RUN).await.unwrap_or_else(|error| panic!("axe-core did not run: {error}"));
        let found = found.as_array().unwrap_or_else(|| panic!("axe-core failed: {found}"));
        found.iter().filter(|violation| is_serious(violation)).map(read).collect()
    }

    /// Fails where the screen keeps somebody out.
    pub async fn is_accessible(&self, screen: &str) {
        let violations = self.violations().await;
        assert!(violations.is_empty(), "axe-core on {screen}: {violations:#?}");
    }
}

fn is_serious(violation: &Value) -> bool {
    matches!(violation["impact"].as_str(), Some("serious" | "critical"))
}

fn read(violation: &Value) -> Violation {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let nodes = violation["nodes"].as_array().into_iter().flatten();
    let places = nodes.map(|node| format!("{}: {}", node["target"], text(&node["failureSummary"]))).collect();
    Violation { rule: text(&violation["id"]), impact: text(&violation["impact"]), places }
}
