//! The rubrics, role templates and competencies that come with Assay; the files of `rubrics/`, embedded.

use std::sync::OnceLock;

use assay_domain::competency::CompetencyList;
use assay_domain::plan::PlanTemplate;
use assay_domain::problem::Problem;
use assay_domain::rubric::{Rubric, RubricRef};

use crate::{EngineError, Result};

mod embedded {
    include!(concat!(env!("OUT_DIR"), "/rubrics.rs"));
}

struct Builtin {
    rubrics: Vec<Rubric>,
    templates: Vec<PlanTemplate>,
    competencies: CompetencyList,
}

type Loaded = std::result::Result<Builtin, String>;

static BUILTIN: OnceLock<Loaded> = OnceLock::new();

/// The rubrics that come with Assay, by file name.
pub fn builtin() -> Result<&'static [Rubric]> {
    Ok(&loaded()?.rubrics)
}

/// The role templates that come with Assay, by file name.
pub(crate) fn templates() -> Result<&'static [PlanTemplate]> {
    Ok(&loaded()?.templates)
}

/// The shared words for competencies.
pub fn competencies() -> Result<&'static CompetencyList> {
    Ok(&loaded()?.competencies)
}

fn loaded() -> Result<&'static Builtin> {
    BUILTIN.get_or_init(load).as_ref().map_err(|what| EngineError::Defect(what.clone()))
}

fn load() -> Loaded {
    let rubrics = embedded::RUBRICS
        .iter()
        .map(|(file, text)| Rubric::parse(text, file))
        .collect::<std::result::Result<Vec<_>, _>>()
        .map_err(told)?;
    let references: Vec<RubricRef> = rubrics.iter().map(Rubric::reference).collect();
    let templates = embedded::TEMPLATES
        .iter()
        .map(|(file, text)| PlanTemplate::parse(text, file, &references))
        .collect::<std::result::Result<Vec<_>, _>>()
        .map_err(told)?;
    let competencies = CompetencyList::parse(embedded::COMPETENCIES, "competencies.toml").map_err(told)?;
    Ok(Builtin { rubrics, templates, competencies })
}

#[expect(clippy::needless_pass_by_value, reason = "used with map_err")]
fn told(problems: Vec<Problem>) -> String {
    let told: Vec<String> = problems.iter().map(ToString::to_string).collect();
    told.join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_that_is_embedded_reads() {
        assert_eq!(builtin().unwrap().len(), embedded::RUBRICS.len());
        assert!(!templates().unwrap().is_empty());
        let known = competencies().unwrap();
        for criterion in builtin().unwrap().iter().flat_map(|rubric| &rubric.criteria) {
            assert!(known.get(&criterion.competency).is_some(), "{}", criterion.competency);
        }
    }
}
