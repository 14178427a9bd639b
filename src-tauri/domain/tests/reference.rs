//! The statistics against published values and independent implementations, where their recordings are at hand: the folder
//! `reference` in the folder that ASSAY_SHARED names, or in `shared` beside the repository. Without it the project's own
//! small published cases (in the modules' unit tests) are what is checked.

#![expect(clippy::unwrap_used, reason = "a panic is how a test fails")]
#![expect(clippy::print_stdout, reason = "a test says how much it compared")]

mod reference {
    mod aggregate;
    mod agreement;
    mod impact;
    mod mixed;
    mod rasch;
    mod robust;
    pub mod severity;
}

use std::path::{Path, PathBuf};

use serde_json::Value;

/// Compares numbers and counts them.
struct Count {
    what: String,
    compared: usize,
    worst: f64,
}

impl Count {
    fn new(what: &str) -> Count {
        Count { what: what.to_owned(), compared: 0, worst: 0.0 }
    }

    fn near(&mut self, name: &str, found: f64, expected: f64, tolerance: f64) {
        let miss = (found - expected).abs();
        assert!(miss <= tolerance, "{} {name}: {found} instead of {expected}", self.what);
        self.compared += 1;
        self.worst = self.worst.max(miss);
    }

    /// A value of the file: a number, or `null`, which asks for nothing.
    fn value(&mut self, name: &str, found: Option<f64>, expected: &Value, tolerance: f64) {
        match (found, expected.as_f64()) {
            (Some(found), Some(expected)) => self.near(name, found, expected, tolerance),
            (None, None) => self.compared += 1,
            (found, _) => panic!("{} {name}: {found:?} instead of {expected}", self.what),
        }
    }

    fn same<T: PartialEq + std::fmt::Debug>(&mut self, name: &str, found: &T, expected: &T) {
        assert_eq!(found, expected, "{} {name}", self.what);
        self.compared += 1;
    }

    fn say(&self) {
        println!("{}: {} values compared, the worst {:.1e} apart", self.what, self.compared, self.worst);
    }
}

fn folder() -> Option<PathBuf> {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    let shared = std::env::var_os("ASSAY_SHARED").map_or_else(beside, PathBuf::from);
    let found = Some(shared.join("reference")).filter(|folder| folder.is_dir());
    if found.is_none() {
        println!("the folder of reference values is absent: nothing compared");
    }
    found
}

fn file(path: &Path) -> Value {
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// One of the reference files; `None` where the folder is absent.
fn reference(name: &str) -> Option<Value> {
    Some(file(&folder()?.join(name)))
}

fn list(value: &Value) -> &[Value] {
    value.as_array().unwrap()
}

fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}

fn numbers(value: &Value) -> Vec<f64> {
    list(value).iter().map(|one| one.as_f64().unwrap()).collect()
}

fn rows(value: &Value) -> Vec<Vec<f64>> {
    list(value).iter().map(numbers).collect()
}
