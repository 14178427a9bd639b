//! Embeds the data of `rubrics/`: every rubric, every role template and the list of competencies, by a generated list, so
//! that adding a rubric is adding one file.

use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    let data = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?).join("../../rubrics").canonicalize()?;
    println!("cargo::rerun-if-changed={}", data.display());
    let mut code = String::new();
    list(&mut code, "RUBRICS", &data, "backend")?;
    list(&mut code, "TEMPLATES", &data, "plans")?;
    let competencies = data.join("competencies.toml");
    writeln!(code, "pub(super) const COMPETENCIES: &str = include_str!({competencies:?});")?;
    fs::write(PathBuf::from(env::var("OUT_DIR")?).join("rubrics.rs"), code)?;
    Ok(())
}

/// A constant of `(name, text)` for each TOML file of a folder, by name.
fn list(code: &mut String, name: &str, data: &Path, folder: &str) -> Result<(), Box<dyn Error>> {
    let folder = data.join(folder);
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut files: Vec<PathBuf> =
        fs::read_dir(&folder)?.map(|entry| entry.map(|it| it.path())).collect::<Result<_, _>>()?;
    files.retain(|path| path.extension().is_some_and(|end| end == "toml"));
    files.sort();
    writeln!(code, "pub(super) const {name}: &[(&str, &str)] = &[")?;
    for path in files {
        let short = path.strip_prefix(data)?;
        writeln!(code, "    ({short:?}, include_str!({path:?})),")?;
    }
    writeln!(code, "];")?;
    Ok(())
}
