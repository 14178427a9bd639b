//! `assay rubric check`: rubrics, role templates, competencies and kits, without a workspace.

mod files;

use std::path::{Path, PathBuf};

use assay_domain::competency::CompetencyList;
use assay_domain::data_file::DataFileKind;
use assay_domain::kit::{Kit, KitRef};
use assay_domain::plan::PlanTemplate;
use assay_domain::problem::{Problem, Severity, usable};
use assay_domain::rubric::{Rubric, RubricRef};
use assay_engine::{kits, rubrics};
use serde_json::{Value, json};

use crate::failure::Result;
use crate::output::Answer;
use crate::session::read_text;

/// Checks each file; of a folder those of its kit, or else every data file and kit in it.
pub fn run(paths: &[PathBuf]) -> Result<Answer> {
    let paths = paths.iter().map(|path| files::meant(path)).collect::<Result<Vec<_>>>()?.concat();
    let read = |path: PathBuf| DataFile::read(path);
    let files: Vec<DataFile> = paths.into_iter().map(read).collect::<Result<_>>()?;
    let known = Known::of(&files)?;
    let mut told: Vec<Value> = Vec::new();
    let (mut text, mut refused) = (String::new(), false);
    for file in &files {
        let mut problems = problems(file, &known)?;
        problems.sort_by_key(|problem| problem.line);
        let ok = usable(&problems);
        refused |= !ok;
        text += &verdict(&file.name, &problems);
        told.push(json!({"path": file.name, "ok": ok, "problems": problems}));
    }
    Ok(Answer::of("files", &told, text).refused_if(refused))
}

/// One file to check.
struct DataFile {
    path: PathBuf,
    /// As the user named it.
    name: String,
    kind: DataFileKind,
    text: String,
}

impl DataFile {
    fn read(path: PathBuf) -> Result<Self> {
        let text = read_text(&path)?;
        let kind = if path.ends_with(files::KIT) { DataFileKind::Kit } else { DataFileKind::of(&text) };
        Ok(Self { name: path.display().to_string(), path, kind, text })
    }
}

/// What files may name: what comes with Assay, and the good ones among the files.
struct Known {
    rubrics: Vec<Rubric>,
    rubric_refs: Vec<RubricRef>,
    kits: Vec<KitRef>,
    competencies: CompetencyList,
}

impl Known {
    fn of(files: &[DataFile]) -> Result<Self> {
        let of = |kind| files.iter().filter(move |file| file.kind == kind);
        let mut rubrics = rubrics::builtin()?.to_vec();
        rubrics.extend(of(DataFileKind::Rubric).flat_map(|file| Rubric::parse(&file.text, "")));
        let mut kits = kits::builtin()?;
        let good = of(DataFileKind::Kit).flat_map(|file| Kit::parse(&file.text, "", &rubrics));
        kits.extend(good.map(|kit| kit.reference()));
        let mut competencies = rubrics::competencies()?.clone();
        let lists = of(DataFileKind::Competencies).flat_map(|file| CompetencyList::parse(&file.text, ""));
        competencies.competencies.extend(lists.flat_map(|list| list.competencies));
        let rubric_refs = rubrics.iter().map(Rubric::reference).collect();
        Ok(Self { rubrics, rubric_refs, kits, competencies })
    }
}

fn problems(file: &DataFile, known: &Known) -> Result<Vec<Problem>> {
    let DataFile { text, name, .. } = file;
    Ok(match file.kind {
        DataFileKind::Rubric => Rubric::check_file(text, name, &known.competencies),
        DataFileKind::RoleTemplate => {
            PlanTemplate::check_file(text, name, &known.rubric_refs, &known.kits, &known.competencies)
        }
        DataFileKind::Competencies => CompetencyList::check_file(text, name),
        DataFileKind::Kit => match Kit::parse(text, name, &known.rubrics) {
            Ok(kit) => folder_problems(&kit, file)?,
            Err(problems) => problems,
        },
    })
}

/// What is wrong between a kit and the folder that its `kit.toml` stands in; a kit's text elsewhere has no folder.
fn folder_problems(kit: &Kit, file: &DataFile) -> Result<Vec<Problem>> {
    let Some(folder) = file.path.parent().filter(|_| file.path.ends_with(files::KIT)) else {
        return Ok(Vec::new());
    };
    Ok(kit.check_files(&files::below(here(folder))?, &file.text, &file.name))
}

fn here(folder: &Path) -> &Path {
    if folder.as_os_str().is_empty() { Path::new(".") } else { folder }
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
