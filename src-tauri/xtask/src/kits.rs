//! The proofs of the kits: each kit in `rubrics/kits/` shows that its exercise is what it says, by running it.

use std::path::Path;
use std::process::Command;

use crate::count::number_before;
use crate::failure::{Failure, about};
use crate::place::Place;
use crate::stamp::{Stamp, files_in};
use crate::{process, say, system};

/// Runs them all, unless no file of a kit changed since all held, and tells how many hold.
pub fn prove(place: &Place) -> Result<u32, Failure> {
    let folder = place.root.join("rubrics/kits");
    let stamp = Stamp::over(place, "kit-proofs", std::slice::from_ref(&folder))?;
    if stamp.holds() {
        let held = written(&folder)?;
        say::line(&format!("no kit changed since all {held} held"));
        return Ok(held);
    }
    let must = system::installs_for_kits();
    // Only a system on which nothing is installed for the proofs may lack a Python that is new enough to run them.
    if !must && process::answer(Command::new("python3").args(["-c", "import tomllib"])).is_err() {
        say::line("not run: they need Python 3.11 or newer, as python3");
        return Ok(0);
    }
    let counts = run(place, &folder)?;
    if counts.not_run == 0 && counts.held > 0 {
        stamp.keep()?;
    } else if must {
        return Err(Failure::new("not all proofs were run")
            .hint("Each line above that begins with NOT RUN names the program that is missing."));
    }
    Ok(counts.held)
}

#[derive(Default)]
struct Counts {
    held: u32,
    not_run: u32,
}

fn run(place: &Place, folder: &Path) -> Result<Counts, Failure> {
    let mut command = Command::new("python3");
    // What Go builds stays with our own; nothing is fetched, for a kit runs offline.
    command.arg("-B").arg(folder.join("prove.py")).env("GOCACHE", place.memory()?.join("go"));
    command.env("GOPROXY", "off").env("GOTOOLCHAIN", "local");
    let mut counts = Counts::default();
    process::stream_lines(&mut command, |line| {
        if line.contains(" held, ") {
            let number = |word| number_before(line, word);
            counts = Counts { held: number(" held"), not_run: number(" not run") };
        }
    })?;
    Ok(counts)
}

/// How many proofs the kits name.
fn written(folder: &Path) -> Result<u32, Failure> {
    let mut count = 0;
    for file in files_in(folder)?.iter().filter(|file| file.ends_with("kit.toml")) {
        let text = std::fs::read_to_string(file).map_err(about(file))?;
        count += text.lines().filter(|line| line.trim() == "[[proofs]]").fold(0, |n, _| n + 1);
    }
    Ok(count)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_proofs_that_kits_name_are_counted_over_their_files() {
        let folder = std::env::temp_dir().join(format!("xtask-kits-{}", std::process::id()));
        std::fs::create_dir_all(folder.join("a")).unwrap();
        std::fs::write(folder.join("a/kit.toml"), "[[proofs]]\ntitle = \"one\"\n\n[[proofs]]\n").unwrap();
        std::fs::write(folder.join("a/other.toml"), "[[proofs]]\n").unwrap();
        assert_eq!(written(&folder).unwrap(), 2);
        std::fs::remove_dir_all(&folder).unwrap();
    }
}
