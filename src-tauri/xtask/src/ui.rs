//! The window's sources: their packages, their build, their checks.

use crate::failure::{Done, Failure, about};
use crate::place::Place;
use crate::stamp::Stamp;
use crate::{count, process, say};

/// Installs the packages of the lock file, unless just these are there.
pub fn install(place: &Place) -> Done {
    let ui = place.ui();
    let stamp = Stamp::over(place, "ui-packages", &[ui.join("package-lock.json")])?;
    // npm writes this file last, so a broken installation is not taken for a whole one.
    if stamp.holds() && ui.join("node_modules/.package-lock.json").is_file() {
        return Ok(());
    }
    say::line("installing the window's packages (npm ci), as ui/package-lock.json names them");
    process::stream(process::npm(&ui).args(["ci", "--no-audit", "--no-fund"]))?;
    stamp.keep()
}

/// Builds the window's sources into `ui/dist`, unless nothing changed since the last time.
pub fn build(place: &Place) -> Done {
    let ui = place.ui();
    let stamp = Stamp::over(place, "ui-build", std::slice::from_ref(&ui))?;
    if stamp.holds() && ui.join("dist/index.html").is_file() {
        return Ok(());
    }
    say::line("building the window's sources (npm run build), which the program carries inside it");
    process::stream(process::npm(&ui).args(["run", "--silent", "build"]))?;
    stamp.keep()
}

/// Checks the types.
pub fn typecheck(place: &Place) -> Done {
    process::stream(process::npm(&place.ui()).args(["run", "--silent", "typecheck"]))
}

/// Runs the unit tests, if there are any, and tells how many passed.
pub fn unit_tests(place: &Place) -> Result<u32, Failure> {
    if !has_script(place, "test")? {
        return Ok(0);
    }
    let mut passed = 0;
    let mut command = process::npm(&place.ui());
    command.args(["run", "--silent", "test"]).env("NO_COLOR", "1");
    process::stream_lines(&mut command, |line| passed += count::of_ui_line(line))?;
    if passed == 0 {
        return Err(Failure::new(
            "the window's unit tests ran, but their count was not found in what they printed",
        ));
    }
    Ok(passed)
}

fn has_script(place: &Place, name: &str) -> Result<bool, Failure> {
    let file = place.ui().join("package.json");
    let text = std::fs::read_to_string(&file).map_err(about(&file))?;
    let package: serde_json::Value = serde_json::from_str(&text).map_err(about(&file))?;
    Ok(package["scripts"][name].is_string())
}
