//! What `assay measure` says of a file that somebody without statistics must not misread, and whose weights it takes.

use serde_json::Value;

use crate::bench::Bench;
use crate::job::{Job, ROLE};
use crate::measure::EXACT;

pub const RATINGS: &str = "\
candidate,rater,criterion,score
Cy Fixture,Ada Fixture,depth,2
Cy Fixture,Bo Fixture,depth,3
Di Fixture,Ada Fixture,depth,4
Di Fixture,Bo Fixture,depth,4
";

#[test]
fn what_an_option_cannot_be_is_said_with_what_to_give() {
    let bench = Bench::empty();
    bench.write("ratings.csv", RATINGS);
    for (words, said) in [
        (
            ["severity", "ratings.csv", "--fixed", "rater=-1"],
            "--fixed rater=-1: a standard deviation is not below",
        ),
        (["severity", "ratings.csv", "--fixed", "residual=0"], "--fixed residual must be above nought"),
        (["robustness", "ratings.csv", "--draws", "0"], "leave it out: then there are 10000"),
        (["agreement", "ratings.csv", "--draws", "0"], "leave it out: then there are 1000"),
        (["robustness", "ratings.csv", "--near", "2"], "--near 2 is no share"),
    ] {
        let found = bench.bare(&[&["measure"], words.as_slice()].concat());
        let why = String::from_utf8_lossy(&found.stderr).into_owned();
        assert_eq!(found.status.code(), Some(2), "{words:?}: {why}");
        assert!(why.contains(said), "{words:?}: {why}");
    }
}

#[test]
fn what_a_user_without_statistics_must_not_misread() {
    let bench = Bench::empty();
    let run = |words: &[&str]| bench.measured(words);
    let heading = "candidate,rater,criterion,score\n";
    bench.write(
        "two.csv",
        &format!("{heading}Cy,Ada,depth,3\nCy,Ada,clarity,4\nDi,Ada,depth,5\nDi,Ada,clarity,5\n"),
    );
    let two = run(&["severity", "two.csv"]);
    for said in [
        "sure enough to say, unless the candidates are really about equally good or luck counts for more in the scores than assumed",
        "How far raters differ is assumed, not seen in these ratings",
        "cannot be told apart from how strong the candidates are",
        "the one pair told apart may stand the wrong way round",
        "Nobody is left to be told apart: a further interview",
    ] {
        assert!(two.contains(said), "{said}: {two}");
    }
    let panels = ["Cy,Ada,5,4", "Di,Ada,3,3", "Ed,Bo,2,3", "Flo,Bo,4,2"].map(|row| {
        let [who, by, depth, clarity] = row.split(',').collect::<Vec<_>>()[..] else { panic!("{row}") };
        format!("{who},{by},depth,{depth}\n{who},{by},clarity,{clarity}\n")
    });
    bench.write("panels.csv", &format!("{heading}{}", panels.concat()));
    let panels = run(&["severity", "panels.csv"]);
    assert!(
        panels.contains("Compare only within a set") && panels.contains("no rater links the two"),
        "{panels}"
    );
    assert!(panels.contains("cannot be told apart from how strong their candidates are"), "{panels}");
    assert!(!panels.to_lowercase().contains("group"), "one word for one thing: {panels}");
    bench.write("exact.csv", EXACT);
    bench.write(
        "same.csv",
        &format!(
            "{heading}{}",
            "Cy Di Ed Flo Gil"
                .split(' ')
                .zip([1, 2, 3, 4, 5])
                .map(|(who, score)| format!("{who},Ada,depth,{score}\n{who},Bo,depth,{score}\n"))
                .collect::<String>()
        ),
    );
    assert!(
        run(&["severity", "exact.csv"])
            .contains("Nobody is told apart from anybody: the ratings fit together exactly")
    );
    let agreed = run(&["agreement", "same.csv"]);
    assert!(
        agreed.contains("all scorecards of a candidate say the same") && !agreed.contains("no variation"),
        "{agreed}"
    );
    bench.write("equal.csv", &format!("{heading}Cy,Ada,depth,3\nDi,Ada,depth,3\nEd,Ada,depth,2\n"));
    let equal = run(&["robustness", "equal.csv"]);
    assert!(equal.contains("Cy and Di are equal whatever the weights: they share a place"), "{equal}");
    bench.write("all.csv", "group,applied,passed\none,10,10\nother,8,8\n");
    assert!(run(&["impact", "all.csv"]).contains("Nobody was turned down:"));
    bench.write("moved.csv", "group,applied,passed\none,40,20\nother,40,18\n");
    bench.write("level.csv", &format!("{heading}Cy,Ada,depth,4\nCy,Ada,clarity,2\nDi,Ada,depth,2\nDi,Ada,clarity,4\nEd,Ada,depth,2\nEd,Ada,clarity,1\n"));
    let level = run(&["robustness", "level.csv"]);
    assert!(level.contains("Cy and Di are level under the chosen weights and not under others"), "{level}");
    assert!(level.contains("ORDER AND TIES STAY") && level.contains("50% to 50%"), "{level}");
    let moved = run(&["impact", "moved.csv"]);
    assert!(moved.contains("one place moved") && moved.contains("from one to other: ratio 1.000"), "{moved}");
}

/// Five candidates, each seen by two of three raters, and one whom a stand-in saw alone.
pub fn with_a_stand_in() -> String {
    let rows = [
        ("Cy", "Ada", [5, 4]),
        ("Cy", "Bo", [4, 4]),
        ("Di", "Bo", [3, 3]),
        ("Di", "Cleo", [4, 5]),
        ("Ed", "Cleo", [3, 4]),
        ("Ed", "Ada", [2, 2]),
        ("Flo", "Ada", [3, 2]),
        ("Flo", "Bo", [2, 3]),
        ("Ida", "Bo", [1, 2]),
        ("Ida", "Cleo", [3, 2]),
        ("Gus", "Tess", [4, 3]),
    ];
    let row = |(who, by, [depth, clarity]): &(&str, &str, [u8; 2])| {
        format!("{who},{by},depth,{depth}\n{who},{by},clarity,{clarity}\n")
    };
    format!("candidate,rater,criterion,score\n{}", rows.iter().map(row).collect::<String>())
}

#[test]
fn one_seen_by_a_stand_in_alone_takes_the_correction_from_nobody() {
    let bench = Bench::empty();
    bench.write("stand_in.csv", &with_a_stand_in());
    crate::bench::check("measure_stand_in", &bench.bare(&["measure", "severity", "stand_in.csv"]));
    let json = bench.bare(&["measure", "severity", "stand_in.csv", "--json"]);
    let found: Value = serde_json::from_slice(&json.stdout).unwrap();
    assert_eq!(found["verdict"], "within-sets");
    let corrected = found["own_scale"]["corrected"].as_object().unwrap();
    let without: Vec<&str> =
        corrected.iter().filter(|(_, score)| score.is_null()).map(|(name, _)| name.as_str()).collect();
    assert_eq!((corrected.len(), without), (6, vec!["Gus"]));
    // Gus stands where the plain score put Gus, whatever the others' corrected scores are.
    let order: Vec<&str> = found["sure"]["order"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["candidate"].as_str().unwrap())
        .collect();
    let plain = found["raw_total"].as_object().unwrap();
    let above = plain.iter().filter(|(_, score)| score.as_f64() > plain["Gus"].as_f64()).count();
    assert_eq!(order.iter().position(|name| *name == "Gus"), Some(above), "{order:?}");
}

/// In a role too: who can be compared is named, and who stands apart keeps no other's correction.
#[test]
fn the_order_of_a_role_names_the_sets_that_can_be_compared() {
    let job = Job::new();
    let ada = |words: &[&str]| job.bench.json(&[&["--as", "Ada Fixture"], words].concat());
    ada(&["person", "add", "Cleo Fixture"]);
    let mut held = vec![("Ada Fixture", job.ada.clone(), 4), ("Bo Fixture", job.bo.clone(), 3)];
    for (who, by, level) in [("Di Fixture", "Ada Fixture", 2), ("Gus Fixture", "Cleo Fixture", 4)] {
        ada(&["candidate", "new", who, "--source", "applied", "--basis", "application"]);
        ada(&["application", "add", who, "--role", ROLE]);
        let new = ada(&["interview", "assign", who, "--assessment", "code-review", "--to", by]);
        held.push((by, new["interview"]["id"].as_str().unwrap().to_owned(), level));
    }
    for (by, id, level) in &held {
        let card = job.card(by, id, *level);
        assert!(job.run(by, &["scorecard", "submit", id, "--file", card]).status.success(), "{by}");
    }
    let told = job.run("Ada Fixture", &["measure", "order", "--role", ROLE]);
    let told = String::from_utf8(told.stdout).unwrap();
    for said in [
        "Sets that can be compared (within a line, not across)\n  Cy Fixture, Di Fixture\n  Gus Fixture\n",
        "Gus Fixture stands apart: no rater links Gus Fixture to anybody else",
        "not corrected",
    ] {
        assert!(told.contains(said), "{said}: {told}");
    }
}

#[test]
fn what_the_ratings_do_not_link_stands_on_no_common_scale_of_steps() {
    let bench = Bench::empty();
    bench.write("stand_in.csv", &with_a_stand_in());
    let told = bench.measured(&["severity", "stand_in.csv", "--model", "rasch"]);
    for said in [
        "across sets they stand on no common scale, and there is no common order",
        "Set 1: candidate, on a scale of this set's own",
        "On no scale with anybody else: candidate\n  Gus",
        "On no scale with anybody else: rater's leniency\n  Tess",
    ] {
        assert!(told.contains(said), "{said}: {told}");
    }
    let linked: String = with_a_stand_in()
        .lines()
        .filter(|line| !line.starts_with("Gus"))
        .map(|line| format!("{line}\n"))
        .collect();
    bench.write("linked.csv", &linked);
    let told = bench.measured(&["severity", "linked.csv", "--model", "rasch"]);
    assert!(!told.contains("scale") && !told.contains("Set 1"), "{told}");
}

#[test]
fn an_exported_role_is_measured_with_its_own_weights_and_scale() {
    let bench = Bench::empty();
    assert!(bench.bare(&["init", "sample.assay", "--sample"]).status.success());
    let role = "Senior backend engineer, payments";
    let of_role = |words: &[&str]| bench.bare(&[&["-w", "sample.assay"], words].concat());
    let json = |words: &[&str]| {
        let found = bench.bare(&[&["measure"], words, &["--json"]].concat());
        assert!(found.status.success(), "{words:?}: {}", String::from_utf8_lossy(&found.stderr));
        serde_json::from_slice::<Value>(&found.stdout).unwrap()
    };
    let own: Value =
        serde_json::from_slice(&of_role(&["measure", "order", "--role", role, "--json"]).stdout).unwrap();
    let own = own["order"]["assessments"].as_array().unwrap().iter();
    let own = own.clone().find(|one| one["title"] == "Review of a pull request").unwrap();
    let export =
        |words: &[&str]| assert!(of_role(&[&["export", "ratings", role], words].concat()).status.success());
    export(&["--assessment", "code-review", "--out", "review.csv"]);
    let found = json(&["severity", "review.csv"]);
    let rows = own["rows"].as_array().unwrap();
    assert!(rows.len() > 5 && found["sure"]["order"].as_array().unwrap().len() == rows.len());
    for row in rows {
        let name = row["candidate_name"].as_str().unwrap();
        for (theirs, ours) in [("raw", "/raw_total"), ("corrected", "/weighted_total/est")] {
            let (theirs, ours) =
                (row[theirs].as_f64().unwrap(), found.pointer(ours).unwrap()[name].as_f64().unwrap());
            assert!((theirs - ours).abs() < 1e-9, "{name}: {ours} instead of the role's own {theirs}");
        }
    }
    let note = |found: &Value| found["notes"][0].as_str().unwrap_or_default().to_owned();
    assert!(note(&found).starts_with("Criteria are weighted as the file says (criterion_weight)"), "{found}");
    let names: Vec<&String> = found["normalised_weights"].as_object().unwrap().keys().collect();
    let flag = names.iter().map(|name| format!("{name}=1")).collect::<Vec<_>>().join(",");
    let flagged = json(&["severity", "review.csv", "--weights", &flag]);
    assert!(!flagged["notes"].to_string().contains("as the file says"), "a flag comes first: {flagged}");
    assert_ne!(flagged["raw_total"], found["raw_total"]);
    for command in ["agreement", "robustness"] {
        assert_eq!(note(&json(&[command, "review.csv"])), note(&found), "{command}");
    }
    export(&["--out", "whole.csv"]);
    let whole = note(&json(&["robustness", "whole.csv"]));
    assert!(
        whole.starts_with("The file holds 4 assessments (") && whole.contains("measure order --role"),
        "{whole}"
    );
}

#[test]
fn weights_of_a_file_that_cannot_be_used_are_said_not_to_be() {
    let bench = Bench::empty();
    let note = |name: &str, text: &str| {
        bench.write(name, text);
        let found = bench.bare(&["measure", "severity", name, "--json"]);
        let text = if found.status.success() { found.stdout } else { found.stderr };
        String::from_utf8(text).unwrap()
    };
    let heading = "candidate,rater,criterion,score,criterion_weight,assessment,assessment_weight,levels\n";
    let rows = |rows: &[&str]| format!("{heading}{}\n", rows.join("\n"));
    let twice = note("a.csv", &rows(&["Cy,Ada,depth,3,2,Review,50,5", "Di,Ada,depth,4,3,Review,50,5"]));
    assert!(twice.contains("depth has several of them") && twice.contains("--weights"), "{twice}");
    let none = note("b.csv", &rows(&["Cy,Ada,depth,3,2,Review,,5", "Cy,Ada,tone,4,3,Talk,,5"]));
    assert!(none.contains("several assessments without one weight for each"), "{none}");
    let some = note("c.csv", &rows(&["Cy,Ada,depth,3,2,Review,50,5", "Cy,Ada,tone,4,,Review,50,5"]));
    assert!(some.contains("some criteria have none"), "{some}");
    let scales = note("d.csv", &rows(&["Cy,Ada,depth,3,2,Review,50,5", "Cy,Ada,tone,4,3,Talk,50,4"]));
    assert!(scales.contains("rubrics of 5 and of 4 levels are no one scale"), "{scales}");
    let four = note("e.csv", &rows(&["Cy,Ada,depth,4,2,Review,50,4", "Di,Ada,depth,1,2,Review,50,4"]));
    let four: Value = serde_json::from_str(&four).unwrap();
    assert_eq!(
        four["raw_total"],
        serde_json::json!({"Cy": 5.0, "Di": 1.0}),
        "the highest of four levels is 5"
    );
}

/// Plain and corrected scores stand on the file's own scale, and are those that other weights are tried with.
#[test]
fn a_file_on_another_scale_is_told_on_that_scale() {
    let bench = Bench::empty();
    let rows = "Cy,Ada,9,10\nCy,Bo,9,9\nDi,Ada,4,5\nDi,Bo,5,5\nEd,Ada,2,1\nEd,Bo,1,3\n";
    let rows: String = rows
        .lines()
        .map(|row| {
            let [who, by, depth, tone] = row.split(',').collect::<Vec<_>>()[..] else { panic!("{row}") };
            format!("{who},{by},depth,{depth}\n{who},{by},tone,{tone}\n")
        })
        .collect();
    bench.write("ten.csv", &format!("candidate,rater,criterion,score\n{rows}cy,Ada,depth,9\n"));
    let run = |words: &[&str]| bench.measured(&[words, &["ten.csv", "--scale", "1:10"]].concat());
    let told = run(&["severity"]);
    assert!(told.contains("9.25") && told.contains("on the scale of 1 to 10"), "{told}");
    assert!(told.contains("\"Cy\" and \"cy\" look alike and count as 2 candidates"), "{told}");
    let json: Value = serde_json::from_str(&run(&["severity", "--json"])).unwrap();
    assert_eq!(json["own_scale"]["scale"], serde_json::json!([1.0, 10.0]));
    let near = |one: &Value, other: f64| assert!((one.as_f64().unwrap() - other).abs() < 1e-9, "{one}");
    near(&json["own_scale"]["plain"]["Cy"], 9.25);
    near(&json["raw_total"]["Cy"], 1.0 + 8.25 * 4.0 / 9.0);
    near(
        &json["own_scale"]["rater_leniency"]["est"]["Ada"],
        json["rater_leniency"]["est"]["Ada"].as_f64().unwrap() * 2.25,
    );
    assert!(run(&["robustness"]).contains("9.25"));
    let mirror: Value = serde_json::from_str(&run(&["mirror", "--rater", "Ada", "--json"])).unwrap();
    assert_eq!(mirror["own"]["note_length"], Value::Null, "unknown is not nought");
    assert!(run(&["mirror", "--rater", "Ada"]).contains("unknown"));
}

#[test]
fn where_there_is_nothing_to_order_or_too_little_that_is_what_is_said() {
    let bench = Bench::empty();
    let run = |words: &[&str]| bench.measured(words);
    let heading = "candidate,rater,criterion,score\n";
    let alike = "Cy Di Ed".split(' ').map(|who| format!("{who},Ada,depth,3\n{who},Bo,depth,3\n"));
    bench.write("level.csv", &format!("{heading}{}", alike.collect::<String>()));
    let level = run(&["severity", "level.csv"]);
    assert!(level.contains("there is nothing to order") && !level.contains("may well be right"), "{level}");
    let one = (1..=6).map(|at| format!("Cy,Ada,k{at},3\nCy,Bo,k{at},{}\n", 3 + at % 2));
    bench.write("one.csv", &format!("{heading}{}", one.collect::<String>()));
    let one = run(&["agreement", "one.csv"]);
    assert!(one.contains("too few") && !one.contains("0.000") && !one.contains("alpha is"), "{one}");
    bench.write("far.csv", "group,applied,passed\none,400,300\nother,400,20\n");
    let far = run(&["impact", "far.csv"]);
    assert!(far.contains("<0.001") && !far.contains("  0.000"), "{far}");
}
