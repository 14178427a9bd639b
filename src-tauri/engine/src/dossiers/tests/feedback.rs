use assay_domain::decision::{DecisionKind, DecisionRecord};
use assay_domain::document::markdown;
use assay_domain::ids::ApplicationId;
use assay_domain::role::Seniority;
use assay_domain::rubric::{Rubric, not_for_them};
use assay_domain::stage::Stage;

use super::super::{FeedbackOptions, feedback, feedback_parts};
use crate::bench::{Bench, at};
use crate::decisions::{self, DecisionInput};
use crate::{EngineError, applications, people, plans, rubrics, scorecards};

/// Two raters whose notes name people; another candidate beside.
fn rated(bench: &Bench) -> ApplicationId {
    let eda = bench.application("Eda Fixture");
    let other = bench.application("Zelda Zanzibarova");
    for (who, level) in [(bench.bo, 3), (bench.cy, 4)] {
        let mut card = bench.card(0, level);
        card.ratings[0].note =
            "Better than Zelda Zanzibarova, as Cy said; Ada agreed. Found the lock at once.".into();
        card.ratings[1].level = Some(0);
        let held = bench.assign(eda, 0, who);
        scorecards::submit(&bench.store, who, at(10), held.id, card).unwrap();
    }
    let held = bench.assign(other, 0, bench.bo);
    scorecards::submit(&bench.store, bench.bo, at(10), held.id, bench.card(0, 5)).unwrap();
    eda
}

fn told(bench: &Bench, id: ApplicationId, options: &FeedbackOptions) -> String {
    markdown(&feedback(&bench.store, bench.owner, at(20), id, options).unwrap().document)
}

/// The text in one line, without what Markdown escapes.
fn plain(told: &str) -> String {
    told.replace('\\', "").split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn feedback_says_what_each_saw_and_nothing_that_speaks_to_raters() {
    let bench = Bench::new();
    let told = plain(&told(&bench, rated(&bench), &FeedbackOptions::default()));
    let rubric = bench.rubric(0);
    let words = rubric.criteria[0].feedback.as_ref().unwrap();
    let differently = format!(
        "### {} {} **What we saw:** We did not all see the same. - One of us saw this: {} \
         - Another of us saw this: {}",
        words.title, words.looked_at, words.seen[2], words.seen[3]
    );
    assert!(told.contains(&plain(&differently)), "{differently}\n{told}");
    for criterion in &rubric.criteria {
        let examples = Seniority::ALL.map(|level| &criterion.expected.get(level).text);
        let for_raters =
            criterion.anchors.iter().chain(examples).chain([&criterion.observe, &criterion.title]);
        for text in for_raters {
            assert!(!told.contains(&plain(text)), "that speaks to raters: {text}");
        }
    }
    assert_eq!(not_for_them(&told), None, "{told}");
    assert!(told.contains("## Not looked at"), "{told}");
    assert!(told.contains(&format!("- {} (", rubric.criteria[1].feedback.as_ref().unwrap().title)), "{told}");
}

#[test]
fn feedback_is_a_draft_until_somebody_has_decided_how_it_ends() {
    let bench = Bench::new();
    let id = rated(&bench);
    let warned = || {
        let made = feedback(&bench.store, bench.owner, at(20), id, &FeedbackOptions::default()).unwrap();
        let text = markdown(&made.document);
        assert_eq!(text.contains("not to be handed over"), made.stem.ends_with("draft"), "{}", made.stem);
        assert_eq!(made.warning.is_some(), made.stem.ends_with("draft"));
        assert_eq!(text.contains("# Draft"), made.stem.ends_with("draft"), "{text}");
        made.stem.ends_with("draft")
    };
    assert!(warned());
    let decide = |kind| {
        let input = DecisionInput {
            application_id: id,
            kind,
            reason: "R".into(),
            scorecard_ids: vec![],
            record: DecisionRecord::default(),
        };
        decisions::make(&bench.store, bench.owner, at(12), &input).unwrap();
    };
    decide(DecisionKind::Hold);
    assert!(warned(), "to hold is not how it ends");
    decide(DecisionKind::Reject);
    assert!(!warned());
    applications::move_to(&bench.store, bench.owner, at(13), id, Stage::Applied, "we were wrong").unwrap();
    assert!(warned(), "reopened, the old rejection is not how it ends");
}

#[test]
fn feedback_holds_nobody_else_no_score_and_no_note() {
    let bench = Bench::new();
    let eda = rated(&bench);
    let plain = told(&bench, eda, &FeedbackOptions::default());
    for marker in
        ["Zelda", "Zanzibarova", "Bo", "Cy", "Ada", "zanzibar", "noted", "lock", "3.5", "Yes", "mean"]
    {
        let whole = plain.split(|c: char| !c.is_alphanumeric() && c != '.').any(|word| word == marker);
        assert!(!whole, "{marker} is in {plain}");
    }
    assert!(plain.contains("Eda Fixture"));
}

#[test]
fn notes_are_in_it_only_where_chosen_and_without_names() {
    let bench = Bench::new();
    let eda = rated(&bench);
    let noted = told(&bench, eda, &FeedbackOptions { with_notes: true, ..FeedbackOptions::default() });
    let expected = "Better than \\[name left out\\], as \\[name left out\\] said; \\[name left out\\] agreed. Found the lock at once.";
    assert!(noted.contains(expected), "{noted}");
    for marker in ["Zelda", "Zanzibarova", "Bo Fixture", "Cy ", "A summary"] {
        assert!(!noted.contains(marker), "{marker} is in {noted}");
    }
}

#[test]
fn whatever_part_of_a_name_a_note_holds_is_left_out_and_ordinary_words_stay() {
    let bench = Bench::new();
    let eda = bench.application("Eda Fixture");
    let other = bench.application("Anne-Marie Testerova-Nord");
    account(&bench, "tester-am", Some(other));
    // Somebody in a snapshot who is no candidate here, with a word for a login.
    account(&bench, "lock", None);
    people::rename(&bench.store, bench.owner, at(5), bench.cy.0, "Cyra Renamed").unwrap();
    let mut card = bench.card(0, 3);
    card.ratings[0].note =
        "Marie was quicker, said Bo; Anne-Marie's and Testerova's lock, Nord too. Cy and Cyra \
        agreed with tester-am. Eda Fixture found the lock at once."
            .into();
    let held = bench.assign(eda, 0, bench.bo);
    scorecards::submit(&bench.store, bench.bo, at(10), held.id, card).unwrap();
    let noted = told(&bench, eda, &FeedbackOptions { with_notes: true, ..FeedbackOptions::default() });
    let expected = "X was quicker, said X; X's and X's lock, X too. X and X agreed with X. Eda Fixture found the lock at once.";
    let shown = noted.replace("\\[name left out\\]", "X");
    assert!(shown.contains(expected), "{shown}");
}

/// A GitHub account, of a candidate where an application is given.
fn account(bench: &Bench, login: &str, of: Option<ApplicationId>) {
    let id = uuid::Uuid::now_v7();
    let put = |tx: &rusqlite::Transaction<'_>| {
        tx.execute(
            "INSERT INTO account (id, host, login, kind) VALUES (?1, 'github.com', ?2, 'user')",
            (id, login),
        )?;
        if let Some(of) = of {
            tx.execute(
                "INSERT INTO candidate_account (account_id, candidate_id, by_hand)
                 SELECT ?1, candidate_id, 1 FROM application WHERE id = ?2",
                (id, of.0),
            )?;
        }
        Ok(())
    };
    bench.store.scratch(put).unwrap();
}

#[test]
fn criteria_can_be_left_out_by_their_keys_and_unknown_keys_are_named() {
    let bench = Bench::new();
    let eda = rated(&bench);
    let parts = feedback_parts(&bench.store, bench.owner, at(20), eda).unwrap();
    assert_eq!(parts.len(), 1, "only what was rated");
    let criteria = &parts[0].criteria;
    assert!(criteria[0].assessed && !criteria[1].assessed);
    let leave_out = vec![criteria[2].key.clone()];
    let without = told(&bench, eda, &FeedbackOptions { leave_out, with_notes: false });
    let rubric = bench.rubric(0);
    let heading = |index: usize| rubric.criteria[index].feedback.as_ref().unwrap().title.as_str();
    assert!(!without.contains(heading(2)), "{without}");
    assert!(without.contains(heading(0)), "{without}");
    let all = FeedbackOptions {
        leave_out: criteria.iter().map(|one| one.key.clone()).collect(),
        with_notes: false,
    };
    assert!(!told(&bench, eda, &all).contains("What we saw"), "nothing is left to say");
    let wrong = FeedbackOptions { leave_out: vec!["nowhere/nothing".into()], with_notes: false };
    let refused = feedback(&bench.store, bench.owner, at(20), eda, &wrong).unwrap_err();
    assert!(refused.hint().contains(&criteria[0].key), "{}", refused.hint());
}

/// The next version of the first rubric, which has no words for the candidate.
fn without_words(bench: &Bench) {
    let mut rubric = bench.rubric(0);
    let text = rubrics::text_to_edit(&bench.store, bench.owner, &rubric.id, rubric.version).unwrap();
    rubric.version = Rubric::parse(&text, "r.toml").unwrap().version;
    for criterion in &mut rubric.criteria {
        criterion.feedback = None;
    }
    rubrics::import_text(&bench.store, bench.owner, at(3), &rubric.to_toml(), "r.toml").unwrap();
}

#[test]
fn headings_speak_to_the_candidate_though_the_newest_version_has_no_words_for_them() {
    let bench = Bench::new();
    without_words(&bench);
    let eda = rated(&bench);
    let (role, assessment) = (bench.role_id(), bench.assessment(0));
    plans::move_rubric(&bench.store, bench.owner, at(11), role, assessment, 2, "plainer").unwrap();
    let told = told(&bench, eda, &FeedbackOptions::default());
    for criterion in &bench.rubric(0).criteria {
        let title = &criterion.feedback.as_ref().unwrap().title;
        assert!(told.contains(title.as_str()) && !told.contains(&criterion.title), "{title}: {told}");
    }
}

#[test]
fn what_is_told_in_general_words_is_named_unless_it_is_left_out() {
    let bench = Bench::new();
    without_words(&bench);
    let (role, assessment) = (bench.role_id(), bench.assessment(0));
    plans::move_rubric(&bench.store, bench.owner, at(4), role, assessment, 2, "plainer").unwrap();
    let eda = rated(&bench);
    let general = |leave_out| {
        let options = FeedbackOptions { leave_out, with_notes: false };
        feedback(&bench.store, bench.owner, at(20), eda, &options).unwrap().in_general
    };
    let parts = feedback_parts(&bench.store, bench.owner, at(20), eda).unwrap();
    assert_eq!(general(Vec::new()), [parts[0].title.as_str()]);
    let all = parts[0].criteria.iter().map(|one| one.key.clone()).collect();
    assert!(general(all).is_empty(), "nothing of it is told");
}

#[test]
fn feedback_is_closed_to_whoever_holds_an_open_interview() {
    let bench = Bench::new();
    let eda = rated(&bench);
    bench.assign(eda, 1, bench.owner);
    let refused = feedback(&bench.store, bench.owner, at(20), eda, &FeedbackOptions::default()).unwrap_err();
    assert!(matches!(refused, EngineError::ClosedToViewer), "{refused}");
}
