//! A plan: read whole, stored from a file, who interviews, and a panel assigned by load.

use serde_json::{Value, json};

use crate::bench::check;
use crate::job::{ROLE, with_role};

#[test]
fn a_plan_is_shown_whole_and_stored_in_another_order_with_another_mapping() {
    let bench = with_role();
    check("role_plan", &bench.run(&["role", "plan", ROLE]));
    let plan = bench.json(&["role", "plan", ROLE]);
    let mut assessments: Vec<Value> = plan["assessments"].as_array().unwrap().clone();
    assessments.rotate_left(1);
    let rubric = assessments[0]["rubric_id"].as_str().unwrap().to_owned();
    let criteria = bench.json(&["rubric", "show", &rubric]);
    let first = criteria["rubric"]["criteria"][0]["id"].clone();
    assessments[0]["mapping"] = json!([{"criterion": first, "competency": "mentoring"}]);
    assessments[3]["minutes"] = 240.into();
    bench.write("plan.json", &json!({ "assessments": assessments }).to_string());
    check("role_plan_stored", &bench.run(&["role", "plan", ROLE, "--file", "plan.json"]));
    assessments[0]["mapping"] = json!([{"criterion": "charm", "competency": "mentoring"}]);
    bench.write("plan.json", &json!(assessments).to_string());
    check("role_plan_no_criterion", &bench.run(&["role", "plan", ROLE, "--file", "plan.json"]));
    bench.write("plan.json", "[{\"title\": 3}]");
    check("role_plan_no_plan", &bench.run(&["role", "plan", ROLE, "--file", "plan.json"]));
}

#[test]
fn a_panel_is_named_suggested_by_load_assigned_and_taken_back() {
    let bench = with_role();
    bench.json(&["person", "add", "Bo Fixture"]);
    bench.json(&["--as", "Ada Fixture", "person", "add", "Di Fixture"]);
    let ada = |words: &[&str]| bench.run(&[&["--as", "Ada Fixture"], words].concat());
    let done = |words: &[&str]| assert!(ada(words).status.success(), "{words:?}");
    for name in ["Cy Fixture", "Eda Fixture"] {
        done(&["candidate", "new", name, "--source", "applied", "--basis", "application"]);
        done(&["application", "add", name, "--role", ROLE]);
        done(&["application", "move", name, "interviewing"]);
    }
    let named = ["--person", "Bo Fixture", "--person", "Di Fixture"];
    for kind in ["code-review", "system-design", "live-debugging"] {
        done(&[["role", "panel", ROLE, "--assessment", kind].as_slice(), &named].concat());
    }
    check("role_panel", &ada(&["role", "panel", ROLE, "--assessment", "code-review", "--raters", "2"]));
    check(
        "role_panel_raters",
        &ada(&["role", "panel", ROLE, "--assessment", "code-review", "--raters", "9"]),
    );
    done(&["interview", "assign", "Eda Fixture", "--assessment", "system-design", "--to", "Bo Fixture"]);
    check("interview_panel_dry", &ada(&["interview", "panel", "Cy Fixture", "--dry-run"]));
    check("interview_panel", &ada(&["interview", "panel", "Cy Fixture"]));
    check("interview_panel_list", &ada(&["interview", "list", "--application", "Cy Fixture"]));
    check("interview_panel_undo", &ada(&["undo"]));
    check("role_panels", &ada(&["role", "panel", ROLE]));
}
