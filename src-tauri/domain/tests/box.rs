//! Every data file in the box is valid, and the box is complete: what the documents promise is there.

#![expect(clippy::unwrap_used, reason = "a panic is how a test fails")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use assay_domain::assessment::AssessmentKind;
use assay_domain::competency::{CompetencyList, CompetencySlug};
use assay_domain::kit::{Kit, KitRef};
use assay_domain::plan::{
    Observing, PlanAssessment, PlanTemplate, TOTAL_WEIGHT, candidate_minutes, check_kits, coverage,
    weight_sum,
};
use assay_domain::problem::Problem;
use assay_domain::role::{Seniority, Specialisation};
use assay_domain::rubric::{Rubric, RubricRef, not_for_them};

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../rubrics").join(name)
}

fn files(name: &str) -> Vec<(String, String)> {
    let mut paths: Vec<_> = fs::read_dir(folder(name)).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "toml"));
    paths.sort();
    let read = |path: &PathBuf| (path.display().to_string(), fs::read_to_string(path).unwrap());
    paths.iter().map(read).collect()
}

fn told<T>(result: Result<T, Vec<Problem>>) -> T {
    result.unwrap_or_else(|problems| {
        let lines: Vec<_> = problems.iter().map(ToString::to_string).collect();
        panic!("{}", lines.join("\n"))
    })
}

fn rubrics() -> Vec<Rubric> {
    files("backend").iter().map(|(path, text)| told(Rubric::parse(text, path))).collect()
}

fn kits() -> Vec<KitRef> {
    let rubrics = rubrics();
    let mut paths: Vec<_> =
        fs::read_dir(folder("kits")).unwrap().map(|entry| entry.unwrap().path().join("kit.toml")).collect();
    paths.retain(|path| path.is_file());
    let read = |path: &PathBuf| {
        let text = fs::read_to_string(path).unwrap();
        told(Kit::parse(&text, &path.display().to_string(), &rubrics)).reference()
    };
    paths.iter().map(read).collect()
}

fn templates() -> Vec<PlanTemplate> {
    let known: Vec<RubricRef> = rubrics().iter().map(Rubric::reference).collect();
    let kits = kits();
    files("plans").iter().map(|(path, text)| told(PlanTemplate::parse(text, path, &known, &kits))).collect()
}

fn observing(plan: &[PlanAssessment]) -> Vec<Observing> {
    plan.iter().map(Observing::from).collect()
}

fn competencies() -> CompetencyList {
    let path = folder("competencies.toml");
    told(CompetencyList::parse(&fs::read_to_string(&path).unwrap(), &path.display().to_string()))
}

#[test]
fn every_kind_of_assessment_has_its_rubric() {
    let rubrics = rubrics();
    for kind in AssessmentKind::ALL {
        let found = rubrics.iter().find(|rubric| rubric.id == kind.definition().rubric);
        assert_eq!(found.map(|rubric| rubric.kind), Some(*kind), "{}", kind.slug());
    }
}

#[test]
fn every_rubric_uses_five_levels_known_competencies_and_red_flags_with_counter_examples() {
    let known = competencies();
    for rubric in rubrics() {
        assert_eq!(rubric.levels, 5, "{}", rubric.id);
        assert!(!rubric.red_flags.is_empty(), "{}", rubric.id);
        assert!((5..=8).contains(&rubric.criteria.len()), "{}", rubric.id);
        assert_eq!(rubric.criteria.iter().map(|one| one.weight).sum::<u32>(), 100, "{}", rubric.id);
        for criterion in &rubric.criteria {
            assert!(known.get(&criterion.competency).is_some(), "{}: {}", rubric.id, criterion.competency);
        }
    }
}

#[test]
fn every_rubric_survives_its_canonical_text_and_its_toml() {
    for rubric in rubrics() {
        assert_eq!(Rubric::from_canonical(&rubric.canonical()).unwrap(), rubric);
        assert_eq!(told(Rubric::parse(&rubric.to_toml(), "again.toml")), rubric);
    }
}

#[test]
fn there_is_a_template_for_every_specialisation_at_every_level_and_nothing_in_it_is_questioned() {
    let templates = templates();
    let offered: BTreeSet<_> = templates.iter().map(|one| one.specialisation).collect();
    assert_eq!(offered, BTreeSet::from(Specialisation::ALL));
    for template in &templates {
        assert_eq!(template.check(), vec![], "{}", template.id);
        assert_eq!(template.seniorities, Seniority::ALL, "{}", template.id);
        for plan in Seniority::ALL.map(|level| template.plan(level)) {
            assert_eq!(weight_sum(&plan), TOTAL_WEIGHT, "{}", template.id);
            assert!(candidate_minutes(&plan) < 300, "{}", template.id);
        }
    }
}

/// Assessments whose time box is not what the sections of their kit take.
fn minutes_apart(plan: &[PlanAssessment], kits: &[KitRef]) -> Vec<String> {
    let apart = plan.iter().filter_map(|one| {
        let kit = kits.iter().find(|kit| Some(&kit.name) == one.kit.as_ref())?;
        (kit.minutes != one.minutes)
            .then(|| format!("{}: {} planned, {} in the kit", one.title, one.minutes, kit.minutes))
    });
    apart.collect()
}

#[test]
fn the_minutes_of_a_template_are_those_of_its_kits_sections_at_every_level() {
    let kits = kits();
    for template in templates() {
        for level in Seniority::ALL {
            let mut plan = template.plan(level);
            assert_eq!(minutes_apart(&plan, &kits), Vec::<String>::new(), "{} {level:?}", template.id);
            plan[0].minutes += 15;
            assert_eq!(
                minutes_apart(&plan, &kits).len(),
                1,
                "{}: a quarter of an hour for nothing",
                template.id
            );
        }
    }
}

#[test]
fn every_assessment_of_a_template_has_a_kit_that_fits_its_time_and_its_rubric() {
    let kits = kits();
    for template in templates() {
        for plan in Seniority::ALL.map(|level| template.plan(level)) {
            assert!(plan.iter().all(|one| one.kit.is_some()), "{}", template.id);
            assert_eq!(check_kits(&plan, &kits), vec![], "{}", template.id);
        }
    }
}

#[test]
fn ids_of_rubrics_are_unique() {
    let ids: BTreeSet<_> = rubrics().into_iter().map(|rubric| rubric.id).collect();
    assert_eq!(ids.len(), rubrics().len());
}

#[test]
fn templates_ask_for_known_competencies_that_are_observed_twice_or_it_is_said() {
    let (known, rubrics) = (competencies(), rubrics());
    for template in templates() {
        let twice = "Every competency that it asks for is observed at least twice.";
        assert_ne!(
            template.summary.contains("Seen once"),
            template.summary.contains(twice),
            "{}",
            template.id
        );
        let asked: Vec<CompetencySlug> =
            template.competencies.iter().map(|one| one.competency.clone()).collect();
        for level in Seniority::ALL {
            for row in coverage(&asked, &observing(&template.plan(level)), &rubrics) {
                let Some(one) = known.get(&row.competency) else {
                    panic!("{}: {} is not in the list", template.id, row.competency)
                };
                if !asked.contains(&row.competency) || row.assessments >= 2 {
                    continue;
                }
                assert_eq!(row.assessments, 1, "{}: nobody observes {}", template.id, row.competency);
                let said = template.summary.split("Seen once").nth(1).unwrap_or_default();
                assert!(said.contains(&one.title), "{}: {} is seen once, unsaid", template.id, one.title);
            }
        }
    }
}

#[test]
fn every_template_asks_for_the_five_common_competencies_and_for_what_its_specialisation_adds() {
    let common =
        ["server-side-programming", "databases", "api-design", "scalability", "debugging-and-observability"];
    let added = [
        (Specialisation::ApiGeneralist, "reliability"),
        (Specialisation::DataIntensive, "data-pipelines"),
        (Specialisation::HighPerformance, "performance-engineering"),
    ];
    for template in templates() {
        let asked: Vec<&str> = template.competencies.iter().map(|one| one.competency.0.as_str()).collect();
        let own = added.iter().find(|(which, _)| *which == template.specialisation).unwrap().1;
        for slug in common.iter().chain([&own]) {
            assert!(asked.contains(slug), "{} does not ask for {slug}", template.id);
        }
    }
}

#[test]
fn the_passive_voice_is_a_red_flag_with_its_counter_examples() {
    let rubrics = rubrics();
    let behaviour = rubrics.iter().find(|one| one.kind == AssessmentKind::BehaviouralInterview).unwrap();
    let flag = behaviour.red_flags.iter().find(|one| one.id == "passive-incident").unwrap();
    assert!(flag.evidence_to_note.contains("the database went down"), "{}", flag.evidence_to_note);
    assert!(flag.not_a_red_flag.contains("after one question"), "{}", flag.not_a_red_flag);
}

#[test]
fn design_weighs_more_with_each_level_and_staff_are_asked_about_conduct() {
    for template in templates() {
        let weight = |level, kind| -> u32 {
            template.plan(level).iter().filter(|one| one.kind == kind).map(|one| one.weight).sum()
        };
        let design = Seniority::ALL.map(|level| weight(level, AssessmentKind::SystemDesign));
        assert!(design.is_sorted_by(|less, more| less < more), "{}: {design:?}", template.id);
        let behaviour = Seniority::ALL.map(|level| weight(level, AssessmentKind::BehaviouralInterview) > 0);
        assert_eq!(behaviour, [false, false, true], "{}", template.id);
    }
}

#[test]
fn the_senior_generalist_template_has_the_weights_of_the_guide_and_high_performance_leans_on_design() {
    let weights = |specialisation| -> Vec<(AssessmentKind, u32)> {
        let template = templates().into_iter().find(|one| one.specialisation == specialisation).unwrap();
        template.plan(Seniority::Senior).iter().map(|one| (one.kind, one.weight)).collect()
    };
    let generalist = weights(Specialisation::ApiGeneralist);
    let expected = [
        (AssessmentKind::Questionnaire, 20),
        (AssessmentKind::CodeReview, 30),
        (AssessmentKind::SystemDesign, 30),
        (AssessmentKind::LiveDebugging, 20),
    ];
    assert_eq!(generalist, expected);
    let design = |weights: &[(AssessmentKind, u32)]| {
        weights.iter().find(|(kind, _)| *kind == AssessmentKind::SystemDesign).unwrap().1
    };
    assert!(design(&weights(Specialisation::HighPerformance)) > design(&generalist));
}

#[test]
fn every_rubric_tells_the_candidate_in_whole_sentences_of_its_own() {
    for rubric in rubrics() {
        assert_eq!(rubric.check(), vec![], "{}", rubric.id);
        for criterion in &rubric.criteria {
            let told = criterion.feedback.as_ref().unwrap();
            let said = told.seen.iter().chain(&told.more).chain([&told.looked_at]);
            for text in said {
                let place = format!("{}/{}: {text}", rubric.id, criterion.id);
                assert!(text.ends_with('.') && text.starts_with(char::is_uppercase), "{place}");
                assert_eq!(not_for_them(text), None, "{place}");
                assert!(!criterion.anchors.contains(text), "an anchor speaks to raters: {place}");
                assert!(
                    !text.contains("s/he") && !text.contains(" he ") && !text.contains(" she "),
                    "{place}"
                );
            }
            assert!(told.looked_at.contains("We ") || told.looked_at.contains(" we "), "{}", told.looked_at);
        }
    }
}

fn keys(value: &serde_json::Value) -> BTreeSet<String> {
    value.as_object().unwrap().keys().cloned().collect()
}

/// Walks a schema beside a value: every object has exactly the keys that the schema lists and requires.
fn assert_shape(schema: &serde_json::Value, value: &serde_json::Value, at: &str) {
    if let Some(properties) = schema.get("properties") {
        let required = schema["required"].as_array().unwrap();
        let required: BTreeSet<String> =
            required.iter().map(|key| key.as_str().unwrap().to_owned()).collect();
        assert_eq!(keys(properties), keys(value), "{at}");
        let mut written: BTreeSet<String> = keys(properties);
        // A team may bring its own task, criteria observe what their rubric says, may have no words for the candidate, and
        // levels may be alike; everything else is required.
        match at {
            _ if at.ends_with(".assessments[]") => {
                written.retain(|key| !["kit", "mapping", "seniorities", "by_level"].contains(&key.as_str()));
            }
            _ if at.ends_with(".criteria[]") => _ = written.remove("feedback"),
            _ if at.ends_with(".by_level") => written.clear(),
            _ if at.contains(".by_level.") => _ = written.remove("minutes"),
            _ => {}
        }
        assert_eq!(written, required, "{at}");
        for (key, inner) in value.as_object().unwrap().iter().filter(|(_, inner)| !inner.is_null()) {
            assert_shape(&properties[key], inner, &format!("{at}.{key}"));
        }
    }
    if let (Some(items), Some(values)) = (schema.get("items"), value.as_array()) {
        values.iter().for_each(|inner| assert_shape(items, inner, &format!("{at}[]")));
    }
    if let Some(allowed) = schema.get("enum") {
        assert!(allowed.as_array().unwrap().contains(value), "{at}: {value}");
    }
}

#[test]
fn the_published_schemas_have_the_fields_of_the_types() {
    let schema = |name: &str| -> serde_json::Value {
        serde_json::from_str(&fs::read_to_string(folder("schema").join(name)).unwrap()).unwrap()
    };
    let (rubric, plan, list) =
        (schema("rubric.schema.json"), schema("plan.schema.json"), schema("competencies.schema.json"));
    rubrics().iter().for_each(|one| assert_shape(&rubric, &serde_json::to_value(one).unwrap(), &one.id));
    templates().iter().for_each(|one| assert_shape(&plan, &serde_json::to_value(one).unwrap(), &one.id));
    assert_shape(&list, &serde_json::to_value(competencies()).unwrap(), "competencies");
    let slugs: Vec<_> = AssessmentKind::ALL.iter().map(|kind| kind.slug()).collect();
    assert_eq!(rubric["properties"]["kind"]["enum"], serde_json::json!(slugs));
}

#[test]
fn coverage_counts_the_criteria_of_the_named_version_only() {
    let rubrics = rubrics();
    let mut plan = templates().remove(0).plan(Seniority::Senior);
    let databases = CompetencySlug("databases".to_owned());
    let row = |plan: &[_]| coverage(std::slice::from_ref(&databases), &observing(plan), &rubrics).remove(0);
    let expected = |id: &str| -> u32 {
        let rubric = rubrics.iter().find(|rubric| rubric.id == id).unwrap();
        rubric.criteria.iter().filter(|one| one.competency == databases).map(|_| 1).sum()
    };
    let first = row(&plan);
    assert_eq!(first.criteria, plan.iter().map(|one| expected(&one.rubric)).collect::<Vec<_>>());
    plan[0].rubric_version = 99;
    let second = row(&plan);
    assert_eq!((second.criteria[0], second.assessments), (0, first.assessments - 1));
}
