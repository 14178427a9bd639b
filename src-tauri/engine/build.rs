//! Embeds the data of `rubrics/`: every rubric, every role template, every kit with its files, and the list of competencies, by
//! generated lists, so that adding a rubric is adding one file and adding a kit is adding one folder.

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
    kits(&mut code, &data.join("kits"))?;
    let competencies = data.join("competencies.toml");
    writeln!(code, "pub(super) const COMPETENCIES: &str = include_str!({competencies:?});")?;
    fs::write(PathBuf::from(env::var("OUT_DIR")?).join("rubrics.rs"), code)?;
    Ok(())
}

/// A constant of `(name, text)` for each TOML file of a folder, by name.
fn list(code: &mut String, name: &str, data: &Path, folder: &str) -> Result<(), Box<dyn Error>> {
    let folder = data.join(folder);
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut files = entries(&folder)?;
    files.retain(|path| path.extension().is_some_and(|end| end == "toml"));
    writeln!(code, "pub(super) const {name}: &[(&str, &str)] = &[")?;
    for path in files {
        let short = path.strip_prefix(data)?;
        writeln!(code, "    ({short:?}, include_str!({path:?})),")?;
    }
    writeln!(code, "];")?;
    Ok(())
}

/// A constant of `(kit.toml, files)` for each kit, by name; a file is `(path inside the kit, bytes)`.
fn kits(code: &mut String, folder: &Path) -> Result<(), Box<dyn Error>> {
    writeln!(
        code,
        "/// A file of a kit: its path inside it, and its bytes.\npub(super) type File = (&'static str, &'static [u8]);"
    )?;
    writeln!(code, "pub(super) const KITS: &[(&str, &[File])] = &[")?;
    for kit in entries(folder)?.into_iter().filter(|path| path.join("kit.toml").is_file()) {
        let mut files = Vec::new();
        collect(&kit, &kit, &mut files)?;
        writeln!(code, "    (include_str!({:?}), &[", kit.join("kit.toml"))?;
        for (inside, path) in files.iter().filter(|(inside, _)| inside != "kit.toml") {
            writeln!(code, "        ({inside:?}, include_bytes!({path:?})),")?;
        }
        writeln!(code, "    ]),")?;
    }
    writeln!(code, "];")?;
    Ok(())
}

/// All files below a folder; what a run of Python leaves behind is none of the kit's.
fn collect(root: &Path, folder: &Path, files: &mut Vec<(String, PathBuf)>) -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={}", folder.display());
    for path in entries(folder)? {
        if path.is_dir() {
            if !path.ends_with("__pycache__") {
                collect(root, &path, files)?;
            }
        } else {
            let parts: Vec<String> =
                path.strip_prefix(root)?.iter().map(|part| part.to_string_lossy().into_owned()).collect();
            files.push((parts.join("/"), path));
        }
    }
    Ok(())
}

fn entries(folder: &Path) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let mut paths: Vec<PathBuf> =
        fs::read_dir(folder)?.map(|entry| entry.map(|it| it.path())).collect::<Result<_, _>>()?;
    paths.sort();
    Ok(paths)
}
