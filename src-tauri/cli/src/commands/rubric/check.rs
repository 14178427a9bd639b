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
use files::Meant;

/// Checks each file; of a folder those of its kit, or else every data file and kit in it.
pub fn run(paths: &[PathBuf]) -> Result<Answer> {
    let paths = paths.iter().map(|path| files::meant(path)).collect::<Result<Vec<_>>>()?.concat();
    let files: Vec<DataFile> = paths.into_iter().map(DataFile::read).collect::<Result<_>>()?;
    let known = Known::of(&files)?;
    let mut told: Vec<Value> = Vec::new();
    let (mut text, mut refused) = (String::new(), false);
    for file in &files {
        if file.kind.is_none() {
            text += &format!(
                "{}: passed by, for it is no rubric, role template, kit or list of competencies\n",
                file.name
            );
            continue;
        }
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
    /// None for what was found in a folder and is something else.
    kind: Option<DataFileKind>,
    text: String,
}

impl DataFile {
    fn read(Meant { path, named }: Meant) -> Result<Self> {
        let text = read_text(&path)?;
        let is_kit = path.ends_with(files::KIT);
        let kind = if is_kit { Some(DataFileKind::Kit) } else { DataFileKind::of(&text) };
        let kind = kind.or(named.then_some(DataFileKind::Rubric));
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
        let of = |kind| files.iter().filter(move |file| file.kind == Some(kind));
        let mut rubrics = rubrics::builtin()?.to_vec();
        rubrics.extend(of(DataFileKind::Rubric).flat_map(|file| Rubric::parse(&file.text, "")));
        let mut kits = kits::builtin()?;
        let good = of(DataFileKind::Kit).flat_map(|file| Kit::parse(&file.text, "", &rubrics));
        kits.extend(good.map(|kit| kit.reference()));
        let mut competencies = rubrics::competencies()?.clone();
        let lists = of(DataFileKind::Competencies).flat_map(|file| CompetencyList::parse(&file.text, ""));
        for own in lists.flat_map(|list| list.competencies) {
            if competencies.get(&own.slug).is_none() {
                competencies.competencies.push(own);
            }
        }
        let rubric_refs = rubrics.iter().map(Rubric::reference).collect();
        Ok(Self { rubrics, rubric_refs, kits, competencies })
    }
}

fn problems(file: &DataFile, known: &Known) -> Result<Vec<Problem>> {
    let DataFile { text, name, .. } = file;
    Ok(match file.kind {
        None => Vec::new(),
        Some(DataFileKind::Rubric) => Rubric::check_file(text, name, &known.competencies),
        Some(DataFileKind::RoleTemplate) => {
            PlanTemplate::check_file(text, name, &known.rubric_refs, &known.kits, &known.competencies)
        }
        Some(DataFileKind::Competencies) => CompetencyList::check_file(text, name),
        Some(DataFileKind::Kit) => match Kit::parse(text, name, &known.rubrics) {
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
