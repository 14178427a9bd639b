use std::collections::BTreeSet;
use std::path::Path;

use assay_domain::kit::KitName;

use super::{export, export_for_candidate, list, material, show};
use crate::bench::{Bench, at, new_role};
use crate::{EngineError, plans, roles};

fn name(id: &str) -> KitName {
    KitName { id: id.into(), version: 1 }
}

fn below(folder: &Path) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(one) = folders.pop() {
        for entry in std::fs::read_dir(one).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                found.insert(path.strip_prefix(folder).unwrap().display().to_string());
            }
        }
    }
    found
}

#[test]
fn the_kits_in_the_box_are_listed_shown_and_read() {
    let bench = Bench::new();
    assert!(list(&bench.store, bench.bo).unwrap().len() >= 14);
    let shown = show(&bench.store, bench.bo, "live-debugging", None).unwrap();
    assert!(shown.kit.clues.len() >= 5 && shown.kit.sections.iter().all(|one| !one.prompt.is_empty()));
    assert!(shown.files.iter().any(|file| file.path == "clues/1-routes.txt" && file.bytes > 0));
    let text = material(&bench.store, bench.bo, &name("live-debugging"), "candidate/alert.md").unwrap();
    assert!(!text.text.trim().is_empty());
    let gone = material(&bench.store, bench.bo, &name("live-debugging"), "../../Cargo.toml");
    assert!(matches!(gone, Err(EngineError::NotFound { .. })));
    assert!(matches!(show(&bench.store, bench.bo, "nothing", None), Err(EngineError::NotFound { .. })));
}

#[test]
fn what_is_exported_keeps_the_candidates_apart_from_the_interviewers() {
    let (bench, home) = (Bench::new(), tempfile::tempdir().unwrap());
    for kit in list(&bench.store, bench.owner).unwrap() {
        let folder = home.path().join(&kit.id);
        let written = export(&bench.store, bench.owner, &name(&kit.id), None, &folder).unwrap();
        let (candidate, interviewer) = (below(&folder.join("candidate")), below(&folder.join("interviewer")));
        assert_eq!(written.files as usize, candidate.len() + interviewer.len(), "{}", kit.id);
        let answers = ["GUIDE.md", "kit.toml"];
        assert!(answers.iter().all(|one| interviewer.contains(*one)), "{}", kit.id);
        let leaked = |path: &&String| {
            ["GUIDE", "kit.toml", "hidden", "solution", "fixed", "clues"]
                .iter()
                .any(|word| path.contains(word))
        };
        assert_eq!(candidate.iter().find(leaked), None, "{}", kit.id);
    }
    let taken = home.path().join("code-review");
    let again = export(&bench.store, bench.owner, &name("code-review"), None, &taken);
    assert!(matches!(again, Err(EngineError::Conflict { .. })), "nothing is written over");
}

#[test]
fn a_variant_comes_out_ready_to_run_and_its_scripts_can_be_started() {
    let (bench, home) = (Bench::new(), tempfile::tempdir().unwrap());
    let kit = name("coding-endpoint");
    let senior = export_for_candidate(&bench.store, bench.bo, &kit, Some("go-senior"), home.path()).unwrap();
    let files = below(Path::new(&senior.candidate));
    assert!(files.contains("go/TASK-senior.md") && files.contains("go/check.sh"));
    assert!(!files.iter().any(|path| path.contains("python")), "{files:?}");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let script = Path::new(&senior.candidate).join("go/check.sh");
        assert_eq!(std::fs::metadata(script).unwrap().permissions().mode() & 0o111, 0o111);
    }
    let cobol = export_for_candidate(&bench.store, bench.bo, &kit, Some("cobol"), home.path()).unwrap_err();
    assert!(cobol.hint().contains("go-senior"), "{}", cobol.hint());
}

#[test]
fn what_is_exported_for_one_language_holds_nothing_of_another_for_the_interviewer_either() {
    let (bench, home) = (Bench::new(), tempfile::tempdir().unwrap());
    let mut tried = 0;
    for kit in list(&bench.store, bench.owner).unwrap() {
        let shown = show(&bench.store, bench.owner, &kit.id, None).unwrap();
        for variant in &shown.kit.variants {
            let folder = home.path().join(format!("{}-{}", kit.id, variant.id));
            export(&bench.store, bench.owner, &name(&kit.id), Some(&variant.id), &folder).unwrap();
            let other = if variant.id.starts_with("go") { "python" } else { "go" };
            let files = below(&folder);
            let wrong = |path: &&String| path.split('/').any(|part| part.starts_with(other));
            assert_eq!(files.iter().find(wrong), None, "{} {}", kit.id, variant.id);
            assert!(files.iter().any(|path| path.starts_with("interviewer/hidden/")), "{}", kit.id);
            tried += 1;
        }
    }
    assert!(tried >= 14, "{tried}");
}

#[test]
fn a_plan_names_a_kit_and_the_workspace_keeps_it_whole() {
    let bench = Bench::new();
    let mut new = new_role();
    new.assessments[0].kit = Some(name("code-review"));
    let role = roles::create(&bench.store, bench.owner, at(5), &new).unwrap().value;
    let held = &role.plan.assessments[0];
    assert_eq!(held.kit, Some(name("code-review")));
    assert!(!held.kit_title.is_empty() && role.plan.assessments[1].kit.is_none());
    let kept: (u32, u32) = bench
        .store
        .look(|conn| {
            let files = conn.query_row("SELECT count(*) FROM kit_file", [], |row| row.get(0))?;
            Ok((conn.query_row("SELECT count(*) FROM kit", [], |row| row.get(0))?, files))
        })
        .unwrap();
    assert_eq!((kept.0, kept.1 > 20), (1, true));
    assert!(bench.store.verify().unwrap().ok);

    let mut wrong = new_role();
    wrong.assessments[0].kit = Some(name("questionnaire"));
    let refused = roles::create(&bench.store, bench.owner, at(6), &wrong).unwrap_err();
    assert!(refused.to_string().contains("is for questionnaire, not for code-review"), "{refused}");

    let before = role.plan.assessments.iter().map(Into::into).collect::<Vec<_>>();
    let same = plans::update(&bench.store, bench.owner, at(7), role.summary.id, &before, "").unwrap();
    assert!(same.changed.is_empty(), "the same kit again changes nothing");
}

#[test]
fn a_kept_version_is_not_replaced_by_other_contents_of_the_same_number() {
    let bench = Bench::new();
    let mut new = new_role();
    new.assessments[0].kit = Some(name("code-review"));
    roles::create(&bench.store, bench.owner, at(5), &new).unwrap();
    bench
        .store
        .scratch(|tx| {
            tx.execute("UPDATE kit SET hash = x'00'", [])?;
            Ok(())
        })
        .unwrap();
    new.role.title = "Another".into();
    let refused = roles::create(&bench.store, bench.owner, at(6), &new).unwrap_err();
    assert!(matches!(refused, EngineError::Conflict { .. }), "{refused}");
}
