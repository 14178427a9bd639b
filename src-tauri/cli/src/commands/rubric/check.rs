//! `assay rubric check`: rubric files and kits, without a workspace.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use assay_domain::kit::Kit;
use assay_domain::problem::{Problem, Severity, usable};
use assay_domain::rubric::Rubric;
use assay_engine::rubrics;
use serde_json::{Value, json};

use crate::failure::{Failure, Result};
use crate::output::Answer;
use crate::session::read_text;

/// The file that makes a folder a kit.
const KIT: &str = "kit.toml";

/// Checks each file; of a folder those of its kit, or else every rubric and kit in it.
pub fn run(paths: &[PathBuf]) -> Result<Answer> {
    let files = paths.iter().map(|path| meant(path)).collect::<Result<Vec<_>>>()?.concat();
    let rubrics = known(&files)?;
    let mut told: Vec<Value> = Vec::new();
    let (mut text, mut refused) = (String::new(), false);
    for path in &files {
        let file = path.display().to_string();
        let problems = problems(path, &file, &rubrics)?;
        let ok = usable(&problems);
        refused |= !ok;
        text += &verdict(&file, &problems);
        told.push(json!({"path": file, "ok": ok, "problems": problems}));
    }
    Ok(Answer::of("files", &told, text).refused_if(refused))
}

/// The file itself; of a kit's folder its `kit.toml`; of another folder its rubrics, and the kits one below.
fn meant(path: &Path) -> Result<Vec<PathBuf>> {
    if !path.is_dir() {
        return Ok(vec![path.to_path_buf()]);
    }
    if path.join(KIT).is_file() {
        return Ok(vec![path.join(KIT)]);
    }
    let mut found = Vec::new();
    for entry in entries(path)? {
        if entry.is_dir() {
            found.extend(Some(entry.join(KIT)).filter(|kit| kit.is_file()));
        } else if entry.extension().is_some_and(|end| end == "toml") {
            found.push(entry);
        }
    }
    if found.is_empty() {
        return Err(Failure::refused(
            format!("{} holds no rubric and no kit", path.display()),
            "Name a TOML file, a kit's folder, or a folder of either.",
        ));
    }
    Ok(found)
}

fn entries(folder: &Path) -> Result<Vec<PathBuf>> {
    let read = || -> std::io::Result<Vec<PathBuf>> {
        std::fs::read_dir(folder)?.map(|entry| entry.map(|it| it.path())).collect()
    };
    let mut paths = read().map_err(|error| Failure::file(folder, &error))?;
    paths.sort();
    Ok(paths)
}

/// The rubrics that a kit may name: those that come with Assay, and the good ones among the files.
fn known(files: &[PathBuf]) -> Result<Vec<Rubric>> {
    let mut rubrics = rubrics::builtin()?.to_vec();
    for path in files.iter().filter(|path| !path.ends_with(KIT)) {
        rubrics.extend(Rubric::parse(&read_text(path)?, ""));
    }
    Ok(rubrics)
}

fn problems(path: &Path, file: &str, rubrics: &[Rubric]) -> Result<Vec<Problem>> {
    let text = read_text(path)?;
    if !path.ends_with(KIT) {
        return Ok(Rubric::check_file(&text, file, rubrics::competencies()?));
    }
    let kit = match Kit::parse(&text, file, rubrics) {
        Ok(kit) => kit,
        Err(problems) => return Ok(problems),
    };
    let mut files = BTreeSet::new();
    if let Some(folder) = path.parent() {
        collect(folder, folder, &mut files)?;
    }
    files.remove(KIT);
    Ok(kit.check_files(&files, &text, file))
}

/// All files below the folder, as paths inside it with `/`; what a run of Python leaves behind does not count.
fn collect(root: &Path, folder: &Path, files: &mut BTreeSet<String>) -> Result<()> {
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    for path in entries(folder)? {
        if path.is_dir() {
            if !path.ends_with("__pycache__") {
                collect(root, &path, files)?;
            }
        } else {
            let inside = path.strip_prefix(root).unwrap_or(&path);
            let parts: Vec<String> = inside
                .iter()
                .filter(|part| *part != ".")
                .map(|part| part.to_string_lossy().into_owned())
                .collect();
            files.insert(parts.join("/"));
        }
    }
    Ok(())
}

fn verdict(file: &str, problems: &[Problem]) -> String {
    if problems.is_empty() {
        return format!("{file}: good\n");
    }
    let told = |one: &Problem| match one.severity {
        Severity::Error => format!("{one}\n"),
        Severity::Question => format!("{one} (a question, not an error)\n"),
    };
    problems.iter().map(told).collect()
}
