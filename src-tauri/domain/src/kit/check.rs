//! What a kit must be. Every rule says why it is one.

use std::collections::BTreeSet;

use super::{Kit, Marking, Material};
use crate::problem::{Findings, Problem};
use crate::rubric::Rubric;

/// All problems of a kit, by place in the data.
pub(super) fn check(kit: &Kit, rubrics: &[Rubric]) -> Vec<Problem> {
    let mut findings = Findings::default();
    head(kit, &mut findings);
    sections(kit, &mut findings);
    clues(kit, &mut findings);
    marking(kit, rubrics, &mut findings);
    for (index, one) in kit.materials.iter().enumerate() {
        material(one, kit, &format!("materials.{index}"), &mut findings);
    }
    proofs(kit, &mut findings);
    findings.into_problems()
}

fn head(kit: &Kit, findings: &mut Findings) {
    findings.slug("id", "The kit's id", &kit.id);
    findings.text("title", "The title", &kit.title);
    findings.text("summary", "The summary", &kit.summary);
    if kit.version == 0 {
        findings.error("version", "The version is 0.", "Versions count from 1.");
    }
    if kit.seniorities.is_empty() {
        findings.error(
            "seniorities",
            "The kit is made for no level.",
            "Name at least one of mid, senior, staff.",
        );
    }
    let most = kit.kind.definition().most_minutes;
    if kit.minutes == 0 || kit.minutes > most {
        let what = format!("It takes {} minutes; {} may take 1 to {most}.", kit.minutes, kit.kind.title());
        findings.error("minutes", what, "Shorten it: the candidate's time is theirs.");
    }
    for (index, one) in kit.variants.iter().enumerate() {
        findings.slug(format_args!("variants.{index}.id"), "The variant's id", &one.id);
        findings.text(format_args!("variants.{index}.title"), "The variant's title", &one.title);
    }
    findings.unique("variants", "id", kit.variants.iter().map(|one| one.id.as_str()));
}

fn sections(kit: &Kit, findings: &mut Findings) {
    for (index, one) in kit.sections.iter().enumerate() {
        let at = format!("sections.{index}");
        findings.slug(format_args!("{at}.id"), "The section's id", &one.id);
        findings.text(format_args!("{at}.title"), "The section's title", &one.title);
        findings.text(format_args!("{at}.prompt"), "The prompt", &one.prompt);
        findings.text(format_args!("{at}.interviewer"), "What the interviewer does", &one.interviewer);
    }
    findings.unique("sections", "id", kit.sections.iter().map(|one| one.id.as_str()));
    let sum = kit.sections.iter().fold(0_u32, |sum, one| sum.saturating_add(one.minutes));
    if sum != kit.minutes {
        let what = format!("The sections take {sum} minutes, the kit {}.", kit.minutes);
        findings.error("minutes", what, "Make them agree: the interviewer's timer goes by the sections.");
    }
}

fn clues(kit: &Kit, findings: &mut Findings) {
    for (index, one) in kit.clues.iter().enumerate() {
        let at = format!("clues.{index}");
        findings.slug(format_args!("{at}.id"), "The clue's id", &one.id);
        findings.text(format_args!("{at}.title"), "The clue's title", &one.title);
        findings.text(format_args!("{at}.release_when"), "When it is released", &one.release_when);
        findings.text(format_args!("{at}.say"), "What is said with it", &one.say);
        findings.text(format_args!("{at}.listen_for"), "What to listen for", &one.listen_for);
        for (place, path) in one.materials.iter().enumerate() {
            inside(path, "clues", &format!("{at}.materials.{place}"), findings);
        }
    }
    findings.unique("clues", "id", kit.clues.iter().map(|one| one.id.as_str()));
}

fn marking(kit: &Kit, rubrics: &[Rubric], findings: &mut Findings) {
    let served = served(kit, rubrics, findings);
    if kit.marking.is_empty() {
        findings.error("marking", "The marking sheet is empty.", "Say at least what the main finding is.");
    }
    for (index, one) in kit.marking.iter().enumerate() {
        mark(one, &served, &format!("marking.{index}"), findings);
    }
    findings.unique("marking", "id", kit.marking.iter().map(|one| one.id.as_str()));
}

/// The rubrics that the marking sheet serves; what is wrong with their names is told.
fn served<'a>(kit: &Kit, rubrics: &'a [Rubric], findings: &mut Findings) -> Vec<&'a Rubric> {
    let mut served = Vec::new();
    for (index, (id, version)) in kit.rubrics().iter().enumerate() {
        let at = if index == 0 { "rubric".to_owned() } else { format!("other_rubrics.{}", index - 1) };
        match rubrics.iter().find(|one| one.id == *id && one.version == *version) {
            None => {
                let what = format!("There is no rubric {id} {version}.");
                findings.error(at, what, "Name a rubric and version that there is.");
            }
            Some(rubric) if rubric.kind != kit.kind => {
                let what =
                    format!("The rubric is for {}, the kit for {}.", rubric.kind.slug(), kit.kind.slug());
                findings.error(at, what, "Name a rubric of the same kind.");
            }
            Some(rubric) => served.push(rubric),
        }
    }
    served
}

fn mark(one: &Marking, rubrics: &[&Rubric], at: &str, findings: &mut Findings) {
    findings.slug(format_args!("{at}.id"), "The line's id", &one.id);
    findings.text(format_args!("{at}.title"), "What is looked at", &one.title);
    findings.text(format_args!("{at}.place"), "Its place", &one.place);
    findings.text(format_args!("{at}.full"), "What counts whole", &one.full);
    findings.text(format_args!("{at}.partial"), "What counts as a part", &one.partial);
    findings.text(format_args!("{at}.nothing"), "What does not count", &one.nothing);
    findings.texts(format_args!("{at}.criteria"), "The criteria", &one.criteria);
    if rubrics.is_empty() {
        return;
    }
    let known = || rubrics.iter().flat_map(|rubric| &rubric.criteria).map(|criterion| criterion.id.as_str());
    for (index, name) in one.criteria.iter().enumerate() {
        if !known().any(|id| id == name) {
            let ids: BTreeSet<&str> = known().collect();
            findings.error(
                format_args!("{at}.criteria.{index}"),
                format!("The rubric {} has no criterion \"{name}\".", rubrics[0].id),
                format!("Use one of {}.", ids.into_iter().collect::<Vec<_>>().join(", ")),
            );
        }
    }
}

fn material(one: &Material, kit: &Kit, at: &str, findings: &mut Findings) {
    findings.text(format_args!("{at}.what"), "What it is", &one.what);
    inside(&one.path, one.audience.folder(), &format!("{at}.path"), findings);
    for (index, name) in one.variants.iter().enumerate() {
        if !kit.variants.iter().any(|variant| variant.id == *name) {
            let what = format!("There is no variant \"{name}\".");
            findings.error(
                format_args!("{at}.variants.{index}"),
                what,
                "Name one of the kit's variants, or leave the list empty.",
            );
        }
    }
}

fn proofs(kit: &Kit, findings: &mut Findings) {
    for (index, one) in kit.proofs.iter().enumerate() {
        let at = format!("proofs.{index}");
        findings.text(format_args!("{at}.title"), "What is proved", &one.title);
        findings.texts(format_args!("{at}.layers"), "The layers", &one.layers);
        findings.texts(format_args!("{at}.command"), "The command", &one.command);
    }
}

/// An error unless the path stays in the folder of the kit: a packet for a candidate is made by folder alone.
fn inside(path: &str, folder: &str, at: &str, findings: &mut Findings) {
    let mut parts = path.split('/');
    let sound = |part: &str| !part.is_empty() && part != "." && part != ".." && !part.contains('\\');
    if parts.next() != Some(folder) || !parts.all(sound) {
        let what = format!("\"{path}\" is not in the folder {folder}/, by which it is decided who sees it.");
        findings.error(at, what, format!("Move it to {folder}/, or say rightly whom it is for."));
    }
}

/// What is named and not there, and what is there and not named.
pub(super) fn files(kit: &Kit, files: &BTreeSet<String>) -> Vec<Problem> {
    let mut findings = Findings::default();
    let below = |path: &str, file: &str| {
        file.strip_prefix(path).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    let there = |path: &str| files.iter().any(|file| below(path, file));
    let mut named = Vec::new();
    for (index, one) in kit.materials.iter().enumerate() {
        named.push((format!("materials.{index}.path"), &one.path));
    }
    for (index, one) in kit.clues.iter().enumerate() {
        let of_clue = one.materials.iter().enumerate();
        named.extend(of_clue.map(|(place, path)| (format!("clues.{index}.materials.{place}"), path)));
    }
    for (index, one) in kit.proofs.iter().enumerate() {
        let of_proof = one.layers.iter().enumerate();
        named.extend(of_proof.map(|(place, path)| (format!("proofs.{index}.layers.{place}"), path)));
    }
    for (at, path) in named {
        if !there(path) {
            findings.error(
                at,
                format!("\"{path}\" is not there."),
                "Add it to the kit's folder, or correct the path.",
            );
        }
    }
    for file in files {
        if !kit.materials.iter().any(|one| below(&one.path, file)) {
            let what = format!("\"{file}\" is in the folder, and materials does not name it.");
            findings.error("materials", what, "Name it and say whom it is for, or take it out.");
        }
    }
    findings.into_problems()
}
