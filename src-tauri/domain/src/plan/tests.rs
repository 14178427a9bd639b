use super::*;
use crate::problem::usable;

fn assessment(kind: AssessmentKind, weight: u32, minutes: u32) -> PlanAssessment {
    PlanAssessment {
        kind,
        title: kind.title().to_owned(),
        weight,
        weight_reason: "It matters".to_owned(),
        minutes,
        rubric: kind.definition().rubric.to_owned(),
        rubric_version: 1,
        kit: None,
        mapping: vec![],
    }
}

fn sound() -> Vec<PlanAssessment> {
    vec![assessment(AssessmentKind::Questionnaire, 40, 45), assessment(AssessmentKind::CodeReview, 60, 60)]
}

fn places(problems: &[Problem]) -> Vec<&str> {
    problems.iter().map(|problem| problem.at.as_str()).collect()
}

fn observing(plan: &[PlanAssessment]) -> Vec<Observing> {
    plan.iter().map(Observing::from).collect()
}

#[test]
fn a_sound_plan_has_no_problem() {
    assert_eq!(check_plan(&sound()), vec![]);
}

#[test]
fn weights_must_sum_to_a_hundred_and_the_gap_is_told() {
    let mut plan = sound();
    plan[0].weight = 30;
    assert_eq!(check_plan(&plan)[0].todo, "Add 10.");
    plan[0].weight = 55;
    assert_eq!(check_plan(&plan)[0].todo, "Take away 15.");
    plan[0].weight = 0;
    plan[1].weight = 100;
    assert_eq!(places(&check_plan(&plan)), ["assessments.0.weight"]);
    plan[0].weight = u32::MAX;
    assert!(!usable(&check_plan(&plan)));
    assert_eq!(weight_sum(&plan), u32::MAX, "a sum too large saturates");
}

#[test]
fn a_take_home_over_two_hours_is_questioned() {
    let plan = |minutes| vec![assessment(AssessmentKind::TakeHome, 100, minutes)];
    assert_eq!(check_plan(&plan(120)), vec![]);
    let long = check_plan(&plan(121));
    assert_eq!((places(&long), usable(&long)), (vec!["assessments.0.minutes"], true));
    assert!(long[0].what.contains("2 h 01 min"), "{}", long[0].what);
    for impossible in [0, 481] {
        assert!(!usable(&check_plan(&plan(impossible))), "{impossible}");
    }
}

#[test]
fn over_five_hours_of_the_candidate_is_questioned_and_our_own_time_does_not_count() {
    let mut plan = vec![
        assessment(AssessmentKind::TakeHome, 25, 120),
        assessment(AssessmentKind::SystemDesign, 25, 120),
        assessment(AssessmentKind::CodeReview, 25, 60),
        assessment(AssessmentKind::PortfolioReview, 25, 120),
    ];
    assert_eq!(candidate_minutes(&plan), 300);
    assert_eq!(check_plan(&plan), vec![]);
    plan[2].minutes = 61;
    let problems = check_plan(&plan);
    assert_eq!(places(&problems), ["assessments"]);
    assert!(problems[0].what.contains("5 h 01 min"));
    assert!(usable(&problems), "a question does not stop it");
}

#[test]
fn rubrics_must_be_there_in_that_version_and_for_that_kind() {
    let known = |id: &str, version, kind| RubricRef { id: id.to_owned(), version, kind };
    let questionnaire = known("backend-questionnaire", 1, AssessmentKind::Questionnaire);
    let review = known("backend-code-review", 1, AssessmentKind::CodeReview);
    let check = |rubrics: &[RubricRef]| check_rubrics(&sound(), rubrics);
    assert_eq!(check(&[questionnaire.clone(), review]), vec![]);
    assert_eq!(places(&check(std::slice::from_ref(&questionnaire))), ["assessments.1.rubric"]);
    let other_version = known("backend-code-review", 2, AssessmentKind::CodeReview);
    assert_eq!(places(&check(&[questionnaire.clone(), other_version])), ["assessments.1.rubric_version"]);
    let other_kind = known("backend-code-review", 1, AssessmentKind::TakeHome);
    assert_eq!(places(&check(&[questionnaire, other_kind])), ["assessments.1.rubric"]);
}

const TEMPLATE: &str = r#"
id = "t"
version = 1
specialisation = "api-generalist"
title = "T"
summary = "S"
seniorities = ["mid"]
calendar_days = 18
goals = { mid = ["G"], senior = [], staff = [] }

[[competencies]]
competency = "databases"
expectation = { mid = "E", senior = "", staff = "" }

[[assessments]]
kind = "code-review"
title = "R"
weight = 100
weight_reason = "W"
minutes = 60
rubric = "r"
rubric_version = 1

[[calendar]]
day = 3
what = "Read"
"#;

fn parse(text: &str) -> Result<PlanTemplate, Vec<Problem>> {
    let rubrics = [RubricRef { id: "r".to_owned(), version: 1, kind: AssessmentKind::CodeReview }];
    PlanTemplate::parse(text, "t.toml", &rubrics, &[])
}

#[test]
fn a_template_needs_texts_only_for_the_levels_it_offers() {
    assert_eq!(parse(TEMPLATE).unwrap().check(), vec![]);
    let problems = parse(&TEMPLATE.replace("[\"mid\"]", "[\"mid\", \"senior\"]")).unwrap_err();
    assert_eq!(places(&problems), ["goals.senior", "competencies.0.expectation.senior"]);
    assert_eq!(problems.iter().map(|problem| problem.line).collect::<Vec<_>>(), [9, 13]);
}

#[test]
fn every_fault_of_a_template_names_its_line() {
    for (from, to, line) in [
        ("id = \"t\"", "id = \"T\"", 2),
        ("version = 1\nspec", "version = 0\nspec", 3),
        ("summary = \"S\"", "summary = \"\"", 6),
        ("weight = 100", "weight = 90", 15),
        ("minutes = 60", "minutes = 900", 20),
        ("rubric = \"r\"", "rubric = \"q\"", 21),
        ("rubric_version = 1", "rubric_version = 9", 22),
        ("day = 3", "day = 30", 25),
        ("what = \"Read\"", "what = \"\"", 26),
        ("kind = \"code-review\"", "kind = \"chess\"", 16),
    ] {
        let text = TEMPLATE.replacen(from, to, 1);
        assert_ne!(text, TEMPLATE, "{from}");
        let problems = parse(&text).unwrap_err();
        assert_eq!(problems[0].line, line, "{from}: {}", problems[0]);
    }
}

#[test]
fn a_calendar_far_from_two_to_three_weeks_is_questioned() {
    let template = parse(&TEMPLATE.replace("calendar_days = 18", "calendar_days = 40")).unwrap();
    let problems = template.check();
    assert_eq!(places(&problems), ["calendar_days"]);
    assert!(usable(&problems));
}

#[test]
fn coverage_counts_assessments_and_shows_what_nobody_observes() {
    let slug = |text: &str| CompetencySlug(text.to_owned());
    let rows = coverage(&[slug("databases"), slug("cooking")], &observing(&sound()), &[]);
    assert_eq!(rows.len(), 2);
    assert!(rows.iter().all(|row| row.assessments == 0 && row.criteria == [0, 0]));
}

#[test]
fn a_kit_has_to_be_there_and_of_the_kind_and_what_does_not_fit_is_questioned() {
    let name = |id: &str| KitName { id: id.to_owned(), version: 1 };
    let kit = |id: &str, kind, minutes| KitRef {
        name: name(id),
        kind,
        minutes,
        rubrics: vec![("backend-code-review".to_owned(), 1)],
    };
    let kits =
        [kit("review", AssessmentKind::CodeReview, 60), kit("questions", AssessmentKind::Questionnaire, 45)];
    let mut plan = sound();
    assert_eq!(check_kits(&plan, &kits), vec![], "none is needed");
    plan[1].kit = Some(name("review"));
    assert_eq!(check_kits(&plan, &kits), vec![]);
    plan[1].minutes = 45;
    plan[1].rubric_version = 2;
    let questioned = check_kits(&plan, &kits);
    assert_eq!((questioned.len(), usable(&questioned)), (2, true));
    for wrong in ["questions", "nothing"] {
        plan[1].kit = Some(name(wrong));
        assert!(!usable(&check_kits(&plan, &kits)), "{wrong}");
    }
}

#[test]
fn a_plan_says_otherwise_what_a_criterion_observes() {
    let rubric = include_str!("../../../../rubrics/backend/code-review.toml");
    let rubric = crate::rubric::Rubric::parse(rubric, "code-review.toml").unwrap();
    let mut plan = vec![PlanAssessment {
        rubric: rubric.id.clone(),
        rubric_version: rubric.version,
        ..assessment(AssessmentKind::CodeReview, 100, 60)
    }];
    let first = rubric.criteria[0].clone();
    let asked = [CompetencySlug("mentoring".to_owned())];
    let seen = |plan: &[PlanAssessment]| {
        coverage(&asked, &observing(plan), std::slice::from_ref(&rubric))[0].criteria[0]
    };
    assert_eq!(seen(&plan), 0);
    let mapped = CriterionMapping { criterion: first.id.clone(), competency: asked[0].clone() };
    plan[0].mapping = vec![mapped.clone()];
    assert_eq!((seen(&plan), check_plan(&plan)), (1, vec![]));
    assert_eq!(observed(&[], &first), &first.competency);
    plan[0].mapping.push(mapped);
    plan[0].mapping[0].competency.0 = "Not a slug".to_owned();
    assert_eq!(places(&check_plan(&plan)).len(), 2);
}

const TWO_LEVELS: &str = r#"
id = "t"
version = 1
specialisation = "api-generalist"
title = "T"
summary = "S"
seniorities = ["senior", "staff"]
calendar_days = 18
goals = { mid = [], senior = ["G"], staff = ["G"] }

[[competencies]]
competency = "databases"
expectation = { mid = "", senior = "E", staff = "E" }

[[assessments]]
kind = "code-review"
title = "R"
weight = 100
weight_reason = "W"
minutes = 60
rubric = "r"
rubric_version = 1
[assessments.by_level.staff]
weight = 70
weight_reason = "V"
minutes = 45

[[assessments]]
kind = "code-review"
title = "S"
weight = 30
weight_reason = "W"
minutes = 60
rubric = "r"
rubric_version = 1
seniorities = ["staff"]

[[calendar]]
day = 3
what = "Read"
"#;

#[test]
fn a_level_may_weigh_otherwise_and_hold_more() {
    let template = parse(&TWO_LEVELS.replace("\"V\"", "\"  W at staff \"")).unwrap();
    assert_eq!(template.check(), vec![]);
    let told = |seniority| -> Vec<(String, u32, String, u32)> {
        let plan = template.plan(seniority).into_iter();
        plan.map(|one| (one.title, one.weight, one.weight_reason, one.minutes)).collect()
    };
    let row =
        |title: &str, weight, reason: &str, minutes| (title.to_owned(), weight, reason.to_owned(), minutes);
    assert_eq!(told(Seniority::Senior), [row("R", 100, "W", 60)]);
    assert_eq!(told(Seniority::Staff), [row("R", 70, "W at staff", 45), row("S", 30, "W", 60)]);
}

#[test]
fn a_fault_of_one_level_names_the_level_and_its_line() {
    assert!(parse(TWO_LEVELS).is_ok());
    for (from, to, line, what) in [
        ("weight = 70", "weight = 60", 15, "At the level staff: The weights sum to 90"),
        ("minutes = 45", "minutes = 900", 26, "At the level staff: \"R\" takes 900"),
        ("\"V\"", "\"\"", 25, "At the level staff: The reason for the weight is empty"),
        (
            "rubric_version = 1\nseniorities",
            "rubric_version = 9\nseniorities",
            35,
            "At the level staff: There is no version 9",
        ),
        ("rubric_version = 1\n[", "rubric_version = 9\n[", 22, "There is no version 9"),
        ("seniorities = [\"staff\"]", "seniorities = [\"mid\"]", 36, "\"S\" is held at mid level"),
        ("by_level.staff", "by_level.mid", 23, "\"R\" is not held at mid level"),
        ("minutes = 45", "kit = 45", 26, "kit"),
    ] {
        let broken = TWO_LEVELS.replacen(from, to, 1);
        assert_ne!(broken, TWO_LEVELS, "{from}");
        let problems = parse(&broken).unwrap_err();
        assert!(problems[0].what.contains(what), "{from}: {}", problems[0]);
        assert_eq!(problems[0].line, line, "{from}: {}", problems[0]);
    }
}
