//! Everything that is particular to Linux: Debian's packages, and how to see whether there is a display.

use std::process::Command;

use crate::failure::{Done, Failure};
use crate::setup::Purpose;
use crate::{process, say};

/// What the window and the encrypted store are built from, each with its reason.
const BUILD: [(&str, &str); 9] = [
    ("build-essential", "a C compiler, for SQLCipher"),
    ("pkg-config", "finds the libraries below"),
    ("file", "asked by build scripts"),
    ("libssl-dev", "the cryptography under SQLCipher and https"),
    ("libdbus-1-dev", "the way to the system's keyring"),
    ("libwebkit2gtk-4.1-dev", "the window's web view"),
    ("libxdo-dev", "the window's menus"),
    ("libayatana-appindicator3-dev", "the window's toolkit links it"),
    ("librsvg2-dev", "the window's icons"),
];

/// What the tests of the real window need besides.
const DESKTOP_TESTS: [(&str, &str); 5] = [
    ("xvfb", "a display for the tests of the window"),
    ("xauth", "access to that display"),
    ("webkit2gtk-driver", "drives the window in tests"),
    ("fonts-dejavu-core", "text in the tests' pictures"),
    ("iproute2", "a network of nothing but loopback, for the offline proof"),
];

/// What the proofs of the kits need: the exercises are real software in Python, Go and PostgreSQL.
const KIT_PROOFS: [(&str, &str); 6] = [
    ("python3", "runs the kits' proofs, and their exercises in Python"),
    ("golang-go", "the kits' exercises in Go"),
    ("git", "takes a kit's pull request back, to prove that its diff is whole"),
    ("postgresql", "a server that the kits' proofs start on a loopback port and stop"),
    ("python3-sqlalchemy", "the page of a kit that sends too many statements"),
    ("python3-psycopg2", "that page's way to PostgreSQL"),
];

/// What the proofs of dossiers as PDF need.
const PDF_PROOFS: [(&str, &str); 2] = [
    ("poppler-utils", "reads text, pages and pictures back out of a PDF"),
    (
        "fonts-wqy-microhei",
        "a font with Chinese letters, for names in a PDF; small, and found by every program",
    ),
];

/// Installs the packages that are missing, after saying which and why.
pub fn install_missing(purpose: Purpose) -> Done {
    let wanted: Vec<(&str, &str)> = match purpose {
        Purpose::Run => BUILD.to_vec(),
        Purpose::Test => {
            let tests = DESKTOP_TESTS.iter().chain(&KIT_PROOFS).chain(&PDF_PROOFS);
            BUILD.iter().chain(tests).copied().collect()
        }
    };
    let Ok(installed) =
        process::answer(Command::new("dpkg-query").args(["-W", "-f", "${db:Status-Status} ${Package}\n"]))
    else {
        return without_dpkg(&wanted);
    };
    let missing: Vec<(&str, &str)> =
        wanted.into_iter().filter(|(name, _)| !has_package(&installed, name)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    say::line("installing the Debian packages that are missing:");
    for (name, why) in &missing {
        say::line(&format!("  {name}: {why}"));
    }
    install(&missing.iter().map(|(name, _)| *name).collect::<Vec<_>>())
}

fn has_package(installed: &str, name: &str) -> bool {
    installed.lines().any(|line| line.strip_prefix("installed ") == Some(name))
}

/// Two package managers at once can lose each other's downloads, so one failure is not the end.
fn install(names: &[&str]) -> Done {
    const TRIES: u32 = 4;
    for attempt in 1..=TRIES {
        let packages = ["install", "-y", "--no-install-recommends"].iter().chain(names);
        if apt_get(&["update"]).is_ok() && apt_get(&packages.copied().collect::<Vec<_>>()).is_ok() {
            return Ok(());
        }
        say::line(&format!("the packages did not install (attempt {attempt} of {TRIES})"));
        if attempt < TRIES {
            std::thread::sleep(std::time::Duration::from_secs(5));
        }
    }
    let by_hand = format!("By hand: apt-get install --no-install-recommends {}", names.join(" "));
    Err(Failure::new("the missing Debian packages could not be installed").hint(by_hand))
}

fn apt_get(words: &[&str]) -> Done {
    let is_root = process::answer(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0");
    let mut command = if is_root { Command::new("env") } else { Command::new("sudo") };
    if !is_root {
        command.arg("env");
    }
    command
        .args(["DEBIAN_FRONTEND=noninteractive", "apt-get", "-o", "DPkg::Lock::Timeout=300", "-q"])
        .args(words);
    say::line(&format!("+ {}", process::shown(&command)));
    process::stream(&mut command)
}

/// On another distribution the person knows the names of its packages; we can only tell whether the web view is there.
fn without_dpkg(wanted: &[(&str, &str)]) -> Done {
    let library = process::answer(Command::new("pkg-config").args(["--exists", "webkit2gtk-4.1"]));
    if library.is_ok() {
        return Ok(());
    }
    let names: Vec<&str> = wanted.iter().map(|(name, _)| *name).collect();
    Err(Failure::new(
        "the web view's library (webkit2gtk-4.1) is not installed, and this is no Debian to install it on",
    )
    .hint(format!("Install your distribution's packages for: {}", names.join(" "))))
}

/// Whether the programs that the kits' proofs need were installed, so that none of them may be missing.
pub fn installs_for_kits() -> bool {
    process::answer(Command::new("dpkg-query").arg("--version")).is_ok()
}

/// Whether a window can be opened here.
pub fn has_display() -> bool {
    ["DISPLAY", "WAYLAND_DISPLAY"]
        .iter()
        .any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_package_counts_only_when_wholly_installed_under_its_own_name() {
        let installed = "installed xvfb\nconfig-files xauth\ninstalled libxdo-dev-doc\n";
        assert!(has_package(installed, "xvfb"));
        assert!(!has_package(installed, "xauth"));
        assert!(!has_package(installed, "libxdo-dev"));
    }
}
