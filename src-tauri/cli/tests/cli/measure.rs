//! Statistics over files that have nothing to do with a workspace.

use serde_json::Value;

use crate::bench::{Bench, check, reference};

const RATINGS: &str = "\
candidate,rater,criterion,score
Cy Fixture,Ada Fixture,depth,2
Cy Fixture,Ada Fixture,clarity,3
Cy Fixture,Bo Fixture,depth,3
Cy Fixture,Bo Fixture,clarity,4
Di Fixture,Ada Fixture,depth,4
Di Fixture,Ada Fixture,clarity,4
Di Fixture,Bo Fixture,depth,5
Di Fixture,Bo Fixture,clarity,4
Ed Fixture,Ada Fixture,depth,3
Ed Fixture,Ada Fixture,clarity,3
Flo Fixture,Bo Fixture,depth,3
Flo Fixture,Bo Fixture,clarity,3
";

const GROUPS: &str = "\
group,applicants,selected,stage
one,80,48,screen
other,40,12,screen
one,48,3,offer
other,4,1,offer
";

fn bench() -> Bench {
    let bench = Bench::empty();
    bench.write("ratings.csv", RATINGS);
    bench.write("groups.csv", GROUPS);
    bench
}

#[test]
fn the_four_measures_of_a_file() {
    let bench = bench();
    let run = |words: &[&str]| bench.bare(&[&["measure"], words].concat());
    check("measure_agreement", &run(&["agreement", "ratings.csv", "--draws", "200"]));
    check("measure_severity", &run(&["severity", "ratings.csv", "--weights", "depth=3,clarity=1"]));
    check("measure_robustness", &run(&["robustness", "ratings.csv", "--draws", "500"]));
    check("measure_draws_too_many", &run(&["robustness", "ratings.csv", "--draws", "1000001"]));
    check("measure_impact", &run(&["impact", "groups.csv"]));
    check("measure_impact_json", &run(&["impact", "groups.csv", "--json"]));
    let text = String::from_utf8(run(&["impact", "groups.csv"]).stdout).unwrap();
    let few = text.split("too few for any verdict").nth(1).unwrap().split("screen").next().unwrap();
    assert!(!few.contains("ratio") && !few.contains("Fisher") && !few.contains("Boschloo"), "{few}");
    let json: Value = serde_json::from_slice(&run(&["impact", "groups.csv", "--json"]).stdout).unwrap();
    let few = &json["parts"][0]["comparisons"][0];
    assert_eq!(few["finding"], "too-few");
    for field in ["below_four_fifths", "impact_ratio", "fisher_p_two-sided", "one_person_swap"] {
        assert_eq!(few[field], Value::Null, "{field}");
    }
    let (odds, risk) =
        (["odds_ratio_conditional", "odds_ratio_ci95"], ["risk_ratio_b_over_a", "risk_ratio_katz_ci95"]);
    let enough = &json["parts"][1]["comparisons"][0];
    for field in [&odds[..], &risk, &["z_pooled"]].concat() {
        assert!(few[field].is_null() && !enough[field].is_null(), "{field}");
    }
}

const ONE_RATER: &str = "\
candidate,rater,criterion,score
Cy Fixture,Ada Fixture,depth,2
Cy Fixture,Ada Fixture,clarity,3
Di Fixture,Ada Fixture,depth,5
Di Fixture,Ada Fixture,clarity,4
Ed Fixture,Ada Fixture,depth,5
Ed Fixture,Ada Fixture,clarity,5
";

const TIMED: &str = "\
candidate,rater,criterion,score,held,marked,after_debrief,note_length,minutes
Cy Fixture,Ada Fixture,depth,5,2026-03-02,1,no,120,30
Cy Fixture,Bo Fixture,depth,4,2026-03-02,1,no,80,20
Di Fixture,Ada Fixture,depth,4,2026-03-03,2,no,100,45
Di Fixture,Bo Fixture,depth,4,2026-03-03,2,no,60,25
Ed Fixture,Ada Fixture,depth,3,2026-03-04,3,no,90,60
Ed Fixture,Bo Fixture,depth,4,2026-03-04,3,no,40,15
Flo Fixture,Ada Fixture,depth,2,2026-03-05T14:30,4,no,30,50
Flo Fixture,Bo Fixture,depth,4,2026-03-05T10:00,4,no,70,35
Gil Fixture,Ada Fixture,depth,1,2026-03-06,5,yes,20,55
Gil Fixture,Bo Fixture,depth,3,2026-03-06,5,yes,50,40
";

#[test]
fn drift_the_mirror_a_second_marking_and_outcomes_of_files() {
    let bench = bench();
    bench.write("timed.csv", TIMED);
    bench.write(
        "twice.csv",
        "candidate,rater,criterion,first,second\nCy Fixture,Ada Fixture,depth,3,4\nCy Fixture,Ada Fixture,clarity,4,4\nDi Fixture,Ada Fixture,depth,2,\n",
    );
    bench.write("hires.csv", "score,outcome\n3.1,2\n3.4,3\n3.9,2\n4.0,4\n4.2,3\n4.4,3\n4.6,4\n2.0,\n1.5,\n");
    bench.write("one.csv", ONE_RATER);
    let run = |words: &[&str]| bench.bare(&[&["measure"], words].concat());
    check("measure_drift", &run(&["drift", "timed.csv"]));
    check("measure_mirror", &run(&["mirror", "timed.csv", "--rater", "Ada Fixture"]));
    check("measure_mirror_of_nobody", &run(&["mirror", "timed.csv", "--rater", "Zoe Fixture"]));
    check("measure_retest", &run(&["retest", "twice.csv"]));
    check("measure_validity", &run(&["validity", "hires.csv"]));
    check("measure_nothing_corrected", &run(&["severity", "one.csv"]));
    check("measure_help", &bench.bare(&["measure", "--help"]));
    check("measure_neither", &run(&["agreement"]));
}

#[test]
fn a_role_of_the_workspace_is_measured_like_a_file() {
    let bench = Bench::empty();
    assert!(bench.bare(&["init", "sample.assay", "--sample"]).status.success());
    let of_role = |words: &[&str]| {
        let role = ["--role", "Senior backend engineer, payments"];
        bench.bare(&[&["-w", "sample.assay", "measure"], words, &role].concat())
    };
    check("measure_role_order", &of_role(&["order"]));
    check("measure_role_agreement", &of_role(&["agreement"]));
    check("measure_role_robustness", &of_role(&["robustness"]));
    check("measure_role_weights", &of_role(&["robustness", "--weights", "questionnaire=10,code-review=90"]));
    check("measure_role_drift", &of_role(&["drift"]));
    check("measure_role_mirror", &of_role(&["mirror"]));
    check("measure_role_refused", &of_role(&["agreement", "--scale", "1:7"]));
    let json = |command: &str, noun: &str| {
        let found: Value = serde_json::from_slice(&of_role(&[command, "--json"]).stdout).unwrap();
        assert_eq!(
            found[noun]["left_out"]["closed"], 7,
            "{command}: what is closed to the owner is left out"
        );
        found
    };
    let order = json("order", "order");
    assert!(order["order"]["rows"].as_array().unwrap().len() > 5 && order["further_interviews"].is_array());
    for command in ["agreement", "robustness", "drift", "mirror"] {
        json(command, command);
    }
}

#[test]
fn the_same_file_gives_the_same_bytes() {
    let bench = bench();
    let words = ["measure", "severity", "ratings.csv", "--json"];
    let found = bench.bare(&words);
    assert!(found.status.success());
    assert_eq!(found.stdout, bench.bare(&words).stdout);
    let mut lines: Vec<&str> = RATINGS.lines().collect();
    lines[1..].reverse();
    bench.write("ratings.csv", &lines.join("\n"));
    assert_eq!(found.stdout, bench.bare(&words).stdout, "in any order of rows");
}

#[test]
fn whoever_lacks_a_criterion_is_left_out_of_robustness_and_named() {
    let bench = bench();
    let more = "Gil Fixture,Ada Fixture,depth,5\nHal Fixture,Ada Fixture,depth,2\nHal Fixture,Bo Fixture,depth,3\nHal Fixture,Bo Fixture,clarity,5\n";
    bench.write("holes.csv", &format!("{RATINGS}{more}"));
    let words = ["measure", "robustness", "holes.csv", "--draws", "500"];
    check("measure_robustness_left_out", &bench.bare(&words));
    let found = bench.bare(&[&words[..], &["--json"]].concat());
    let found: Value = serde_json::from_slice(&found.stdout).unwrap();
    assert_eq!(
        found["left_out"],
        serde_json::json!([{"candidate": "Gil Fixture", "not_rated_on": ["clarity"]}])
    );
    bench.write(
        "nobody.csv",
        &RATINGS.lines().take(2).chain(["Di Fixture,Bo Fixture,clarity,3\n"]).collect::<Vec<_>>().join("\n"),
    );
    check("measure_robustness_nobody", &bench.bare(&["measure", "robustness", "nobody.csv"]));
}

#[test]
fn weights_of_a_table_of_scores_go_by_the_criteria_s_names() {
    let bench = bench();
    let table =
        r#"{"scores": [[5, 1], [3, 4]], "criteria": ["depth", "clarity"], "candidates": ["Al", "Be"]}"#;
    bench.write("scores.json", table);
    bench.write("unnamed.json", r#"{"scores": [[5, 1], [3, 4]]}"#);
    let run = |file: &str, weights: &str| {
        bench.bare(&["measure", "robustness", file, "--draws", "50", "--json", "--weights", weights])
    };
    let sums = |file: &str, weights: &str| -> Value {
        serde_json::from_slice::<Value>(&run(file, weights).stdout).unwrap()["weighted_sum"].clone()
    };
    let expected = serde_json::json!([4.0, 3.25]);
    assert_eq!(sums("scores.json", "depth=3,clarity=1"), expected);
    assert_eq!(sums("scores.json", "clarity=1,depth=3"), expected, "in any order");
    assert_eq!(sums("unnamed.json", "2=1,1=3"), expected, "without names by their number");
    for (weights, said) in [
        ("foo=3,clarity=1", "foo, which is no criterion of the file"),
        ("depth=3", "no weight to clarity"),
        ("depth=3,clarity=1,depth=1", "depth two weights"),
    ] {
        let found = run("scores.json", weights);
        let why = String::from_utf8_lossy(&found.stderr).into_owned();
        assert!(!found.status.success() && why.contains(said) && why.contains("depth, clarity"), "{why}");
    }
}

/// Two raters who give the same, one level between the candidates.
pub const EXACT: &str = "\
candidate,rater,criterion,score
Cy Fixture,Ada Fixture,depth,2
Cy Fixture,Bo Fixture,depth,2
Di Fixture,Ada Fixture,depth,3
Di Fixture,Bo Fixture,depth,3
Ed Fixture,Ada Fixture,depth,4
Ed Fixture,Bo Fixture,depth,4
";

#[test]
fn what_is_explained_exactly_has_no_figure_of_how_sure_it_is() {
    let bench = bench();
    bench.write("exact.csv", EXACT);
    check("measure_severity_exact", &bench.bare(&["measure", "severity", "exact.csv"]));
    let found = bench.bare(&["measure", "severity", "exact.csv", "--json"]);
    let found: Value = serde_json::from_slice(&found.stdout).unwrap();
    let unknown = |at: &str| {
        !found.pointer(at).unwrap_or(&Value::from(0)).to_string().contains(|c: char| c.is_ascii_digit())
    };
    for at in [
        "/weighted_total/sd",
        "/weighted_total_interval",
        "/prob_row_beats_col",
        "/rater_leniency/sd",
        "/deviations",
    ] {
        assert!(unknown(at), "{at}: {found}");
    }
    assert!(!unknown("/weighted_total/est") && found["sure"]["pairs_told_apart"] == 0, "{found}");
}

#[test]
fn what_cannot_be_measured_is_said() {
    let bench = bench();
    bench.write(
        "twice.csv",
        "candidate,rater,criterion,score\nCy Fixture,Ada Fixture,depth,2\nCy Fixture,Ada Fixture,depth,3\n",
    );
    bench.write("off.csv", "candidate,rater,criterion,score\nCy Fixture,Ada Fixture,depth,9\n");
    bench.write("other.csv", "who,what\na,b\n");
    bench.write("broken.json", "{\"ratings\": [");
    bench.write("heading.csv", "group,applicants,selected\n");
    bench.write("huge.csv", "candidate,rater,criterion,score\nCy Fixture,Ada Fixture,depth,1e308\n");
    bench.write("matrix.json", "{\"ratings\": [[7, 2, 3], [3, 4, 1]], \"scale\": [1, 5]}");
    bench.write("holes.json", "{\"scores\": [[1, null], [1, 2]], \"weights\": [1, 1]}");
    for (name, words) in [
        ("measure_twice", ["severity", "twice.csv"]),
        ("measure_off_scale", ["severity", "off.csv"]),
        ("measure_columns", ["agreement", "other.csv"]),
        ("measure_broken", ["agreement", "broken.json"]),
        ("measure_no_groups", ["impact", "ratings.csv"]),
        ("measure_no_file", ["robustness", "nowhere.csv"]),
        ("measure_heading_only", ["impact", "heading.csv"]),
        ("measure_huge", ["agreement", "huge.csv"]),
        ("measure_matrix_off_scale", ["agreement", "matrix.json"]),
        ("measure_holes", ["robustness", "holes.json"]),
    ] {
        check(name, &bench.bare(&[&["measure"], words.as_slice()].concat()));
    }
}

#[test]
fn files_from_spreadsheets_are_read_like_any_other() {
    let bench = bench();
    let json = |name: &str| {
        let found = bench.bare(&["measure", "severity", name, "--json"]);
        assert!(found.status.success(), "{name}: {}", String::from_utf8_lossy(&found.stderr));
        serde_json::from_slice::<Value>(&found.stdout).unwrap()
    };
    let plain = json("ratings.csv");
    assert_eq!(plain["not_assessed"], serde_json::json!([]));
    bench.write("semicolons.csv", &format!("\u{feff}{}", RATINGS.replace(',', ";").replace('\n', "\r\n")));
    bench.write("tabs.csv", &RATINGS.replace(',', "\t"));
    bench.write(
        "missing.csv",
        &format!("{RATINGS}Gil Fixture,Ada Fixture,depth,NA\nGil Fixture,Bo Fixture,depth,\n"),
    );
    for name in ["semicolons.csv", "tabs.csv"] {
        assert_eq!(json(name), plain, "{name}");
    }
    let mut missing = json("missing.csv");
    assert_eq!(missing["notes"].take(), serde_json::json!(["2 rows are read as not assessed."]));
    missing["notes"] = plain["notes"].clone();
    assert_eq!(missing["not_assessed"].take(), serde_json::json!(["Gil Fixture"]), "nobody vanishes");
    missing["not_assessed"] = plain["not_assessed"].clone();
    assert_eq!(missing, plain);
}

#[test]
fn what_is_wrong_in_a_file_is_said_with_its_place() {
    let bench = bench();
    let heading = "candidate,rater,criterion,score\n";
    bench.write(
        "text.csv",
        &format!("{heading}Cy Fixture,Ada Fixture,depth,2\nDi Fixture,Ada Fixture,depth,good\n"),
    );
    bench.write("ragged.csv", &format!("{heading}Cy Fixture,Ada Fixture,depth,2\nDi Fixture,Ada Fixture\n"));
    bench.write("heading.csv", heading);
    bench.write("empty.csv", "");
    bench.write(
        "weight.json",
        r#"{"ratings": [["Cy", "Ada", "depth", 2]], "criteria": [{"id": "depth", "weight": "much"}]}"#,
    );
    bench.write("scale.json", r#"{"ratings": [["Cy", "Ada", "depth", 2]], "scale": "1-5"}"#);
    bench.write(
        "short.json",
        r#"{"cases": [{"ratings": [["Cy", "Ada", "depth", 2]]}, {"ratings": [["Cy", "Ada"]]}]}"#,
    );
    bench.write("counts.json", r#"{"counts": [[3, -1], [0, 2]]}"#);
    bench.write("nameless.csv", "group,applied,passed\none,40,12\n\n ,30,9\n");
    bench.write(
        "none.csv",
        &format!("{heading}Cy Fixture,Ada Fixture,depth,NA\nDi Fixture,Ada Fixture,depth,\n"),
    );
    bench.write(
        "levels.csv",
        "candidate,rater,criterion,score,levels\nCy,Ada,depth,2,5\n\nDi,Ada,depth,3,five\n",
    );
    bench.write("hires.csv", "score,outcome\n3.1,2\n\n3.4,good\n");
    bench.write("marks.csv", "rater,first,second\nAda,3,4\nAda,2.5,3\n");
    bench.write("held.csv", "candidate,rater,criterion,score,held\nCy,Ada,depth,2,May\n");
    bench.write("hires.json", r#"[{"score": 3, "outcome": "good"}]"#);
    bench.write("groups_twice.csv", "group,applied,passed\none,40,12\none,30,9\n");
    std::fs::write(bench.path("latin.csv"), [heading.as_bytes(), b"J\xf6rg,Ada,depth,2\n"].concat()).unwrap();
    let many: String = (0..1001).map(|at| format!("C{at},Ada,depth,3\n")).collect();
    bench.write("many.csv", &format!("{heading}{many}"));
    for (words, said) in [
        (["severity", "text.csv"], "text.csv: line 3, rating 2: the score \"good\" is no number"),
        (["severity", "levels.csv"], "levels.csv: line 4: levels is no number"),
        (["validity", "hires.csv"], "hires.csv: line 4: outcome is no number"),
        (["validity", "hires.json"], "hires.json: row 1: outcome is no number"),
        (["retest", "marks.csv"], "marks.csv: line 3: first is no level: 2.5"),
        (["drift", "held.csv"], "held.csv: line 2: held is neither a whole number nor a date: May"),
        (["severity", "ragged.csv"], "line 3 has 2 columns, the heading has 4"),
        (["severity", "heading.csv"], "there is no rating"),
        (["severity", "empty.csv"], "the file is empty"),
        (["severity", "weight.json"], "is no id with a weight"),
        (["severity", "scale.json"], "is not a lowest and a highest score"),
        (["severity", "short.json"], "case 2: rating 1: there is no score"),
        (["agreement", "counts.json"], "a count is negative"),
        (["impact", "groups_twice.csv"], "groups_twice.csv: line 3: the group one stands above"),
        (["impact", "nameless.csv"], "nameless.csv: line 4: the group has no name"),
        (["severity", "none.csv"], "none.csv: 2 rows are read as not assessed, and there is no other"),
        (["agreement", "none.csv"], "2 rows are read as not assessed"),
        (["robustness", "none.csv"], "2 rows are read as not assessed"),
        (["severity", "latin.csv"], "latin.csv is no UTF-8 text"),
        (["severity", "many.csv"], "1001 candidates"),
        (["robustness", "many.csv"], "1001 candidates"),
    ] {
        let found = bench.bare(&[&["measure"], words.as_slice()].concat());
        let why = String::from_utf8_lossy(&found.stderr).into_owned();
        assert_eq!(found.status.code(), Some(1), "{words:?}: {why}");
        assert!(why.contains(said), "{words:?}: {why}");
    }
}

#[test]
fn the_reference_files_are_read_as_they_stand() {
    let Some(folder) = reference() else { return };
    let run = |words: &[&str]| -> Value {
        let found = Bench::empty().bare(&[&["measure"], words, &["--json"]].concat());
        assert!(found.status.success(), "{words:?}: {}", String::from_utf8_lossy(&found.stderr));
        serde_json::from_slice(&found.stdout).unwrap()
    };
    let file = |name: &str| folder.join(name).to_string_lossy().into_owned();
    let near = |found: &Value, expected: f64| {
        assert!((found.as_f64().unwrap() - expected).abs() < 1e-6, "{found} instead of {expected}");
    };
    let agreement = run(&["agreement", &file("irr_cases.json")]);
    near(&agreement["cases"][0]["krippendorff_alpha"]["ordinal"], 0.815_387_503_754_881_4);
    assert!(agreement["cases"][3]["krippendorff_alpha"]["nominal"]["undefined"].is_string());
    let kappas = run(&["agreement", &file("kappa_tables.json")]);
    near(&kappas["cases"][0]["weighted_kappa"], 0.347_826_086_956_5);
    near(&kappas["cases"][1]["quadratic"], 0.844_545_202_183_8);
    let fixed = "rater=0.4,halo=0.4,profile=0.4,residual=0.6";
    let severity = run(&["severity", &file("severity/d10_tiny.json"), "--fixed", fixed]);
    near(&severity["weighted_total"]["est"]["C01"], 2.666_249_66);
    near(&severity["weighted_total"]["sd"]["C01"], 0.466_629_01);
    near(&severity["prob_row_beats_col"][0][1], 0.058_152_89);
    assert_eq!(severity["comparable_candidates"][0].as_array().unwrap().len(), 3);
    let robustness = run(&["robustness", &file("smaa_cases.json")]);
    near(&robustness["cases"][0]["exact_first_rank_acceptability_uniform"][2], 0.499_254_828_792_836_06);
    near(&robustness["cases"][0]["fixed_draws"]["rank_acceptability"][0][0], 0.185);
    let reversal = run(&["robustness", &file("rank_reversal.json")]);
    near(&reversal["cases"][1]["fixed_scale_weighted_sum"][1], 3.6);
    let impact = run(&["impact", &file("adverse_impact.json")]);
    near(&impact["cases"][0]["fisher_p_two-sided"], 0.003_409_221_767_849_182_7);
}
