//! The rubrics, role templates, kits and competencies that come with Assay; the files of `rubrics/`, embedded.

use std::sync::OnceLock;

use assay_domain::competency::CompetencyList;
use assay_domain::kit::{Kit, KitRef};
use assay_domain::plan::PlanTemplate;
use assay_domain::problem::Problem;
use assay_domain::rubric::{Rubric, RubricRef};

use crate::kits::Bundle;
use crate::{EngineError, Result};

mod embedded {
    include!(concat!(env!("OUT_DIR"), "/rubrics.rs"));
}

struct Builtin {
    rubrics: Vec<Rubric>,
    templates: Vec<PlanTemplate>,
    kits: Vec<Bundle>,
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

/// The kits that come with Assay, by folder name.
pub(crate) fn kits() -> Result<&'static [Bundle]> {
    Ok(&loaded()?.kits)
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
    let kits = embedded::KITS
        .iter()
        .map(|(text, files)| {
            let kit = Kit::parse(text, "kit.toml", &rubrics)?;
            let owned = |(path, content): &(&str, &[u8])| ((*path).to_owned(), content.to_vec());
            Ok(Bundle { kit, files: files.iter().map(owned).collect() })
        })
        .collect::<std::result::Result<Vec<_>, _>>()
        .map_err(told)?;
    let kit_references: Vec<KitRef> = kits.iter().map(|bundle| bundle.kit.reference()).collect();
    let templates = embedded::TEMPLATES
        .iter()
        .map(|(file, text)| PlanTemplate::parse(text, file, &references, &kit_references))
        .collect::<std::result::Result<Vec<_>, _>>()
        .map_err(told)?;
    let competencies = CompetencyList::parse(embedded::COMPETENCIES, "competencies.toml").map_err(told)?;
    Ok(Builtin { rubrics, templates, kits, competencies })
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
        assert_eq!(kits().unwrap().len(), embedded::KITS.len());
        let known = competencies().unwrap();
        for criterion in builtin().unwrap().iter().flat_map(|rubric| &rubric.criteria) {
            assert!(known.get(&criterion.competency).is_some(), "{}", criterion.competency);
        }
    }
}
