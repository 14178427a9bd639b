//! `assay kit`: what an interviewer needs in the room.

use std::path::PathBuf;

use assay_domain::kit::{Clue, Marking, Section};
use assay_domain::words::counted_many;
use assay_engine::kits::{self, KitDetail, KitSummary};
use clap::Subcommand;

use crate::args::Global;
use crate::failure::Result;
use crate::output::{Answer, heading, indented, list_or, table};
use crate::session::Session;

/// Commands on kits.
#[derive(Debug, Subcommand)]
pub enum Kit {
    /// All kits there are
    List,
    /// One kit: prompts with their minutes, clues, marking sheet, materials
    Show {
        /// Its id
        id: String,
        /// Its version; else the newest
        #[arg(long)]
        version: Option<u32>,
        /// One of its files, as its list of materials names it
        #[arg(long, value_name = "PATH")]
        material: Option<String>,
    },
    /// Write a kit's files: candidate/ to hand over, interviewer/ apart from it
    Export {
        /// Its id
        id: String,
        /// A folder that is empty or not there yet
        folder: PathBuf,
        /// Its version; else the newest
        #[arg(long)]
        version: Option<u32>,
        /// One variant, ready to run; else the files of all
        #[arg(long)]
        variant: Option<String>,
    },
}

/// Runs one.
pub fn run(global: &Global, command: Kit) -> Result<Answer> {
    let session = &Session::library(global)?;
    match command {
        Kit::List => list(session),
        Kit::Show { id, version, material } => {
            let detail = kits::show(&session.store, session.viewer, &id, version)?;
            match material {
                Some(path) => one_material(session, &detail, &path),
                None => Ok(Answer::of("kit", &detail.kit, shown(&detail)).with("files", &detail.files)),
            }
        }
        Kit::Export { id, folder, version, variant } => {
            let name = kits::show(&session.store, session.viewer, &id, version)?.kit.name();
            let out = kits::export(&session.store, session.viewer, &name, variant.as_deref(), &folder)?;
            let text = format!(
                "{} of {id}, version {}.\nHand over: {}\nKeep:      {}",
                counted_many(out.files, "files"),
                name.version,
                out.candidate,
                out.interviewer
            );
            Ok(Answer::of("exported", &out, text))
        }
    }
}

fn list(session: &Session) -> Result<Answer> {
    let kits = kits::list(&session.store, session.viewer)?;
    let row = |one: &KitSummary| {
        [
            one.id.clone(),
            one.version.to_string(),
            one.kind.slug().to_owned(),
            one.title.clone(),
            format!("{} min", one.minutes),
            format!("{} v{}", one.rubric_id, one.rubric_version),
        ]
    };
    let rows: Vec<_> = kits.iter().map(row).collect();
    let text = table(["id", "version", "assessment", "title", "time", "rubric"], &rows, "No kits.");
    Ok(Answer::of("kits", &kits, text))
}

fn one_material(session: &Session, detail: &KitDetail, path: &str) -> Result<Answer> {
    let found = kits::material(&session.store, session.viewer, &detail.kit.name(), path)?;
    Ok(Answer::of("material", &found, found.text.clone()))
}

fn shown(detail: &KitDetail) -> String {
    let kit = &detail.kit;
    let mut text = format!(
        "{} ({}, version {})\n{}\n\n{}, {} minutes, rated by {} version {}\n",
        kit.title,
        kit.id,
        kit.version,
        kit.summary.trim(),
        kit.kind.title(),
        kit.minutes,
        kit.rubric,
        kit.rubric_version
    );
    let variants = kit.variants.iter().map(|one| format!("{} ({})", one.id, one.title));
    if !kit.variants.is_empty() {
        text += &format!("Variants: {}\n", list_or(variants, "none"));
    }
    for section in &kit.sections {
        text += &heading(&format!("{}, {} minutes", section.title, section.minutes));
        text += &indented(&section_lines(section));
    }
    for clue in &kit.clues {
        text += &heading(&clue.title);
        text += &indented(&clue_lines(clue));
    }
    text += &heading("Marking sheet, beside the rubric's anchors and never summed");
    for line in &kit.marking {
        text += &indented(&marking_lines(line));
    }
    text += &heading("Materials");
    let row = |one: &kits::KitFile| {
        [one.audience.folder().to_owned(), one.path.clone(), list_or(one.variants.iter().cloned(), "all")]
    };
    let rows: Vec<_> = detail.files.iter().map(row).collect();
    text + &table(["for", "path", "variants"], &rows, "None.")
}

fn section_lines(section: &Section) -> String {
    let mut text = format!("{}\n\nYou: {}\n", section.prompt.trim(), section.interviewer.trim());
    for question in &section.follow_ups {
        text += &format!("?  {question}\n");
    }
    text
}

fn clue_lines(clue: &Clue) -> String {
    let files = if clue.materials.is_empty() {
        String::new()
    } else {
        format!("Show: {}\n", clue.materials.join(", "))
    };
    format!(
        "When: {}\nSay: {}\n{files}Listen for: {}\n",
        clue.release_when.trim(),
        clue.say.trim(),
        clue.listen_for.trim()
    )
}

fn marking_lines(line: &Marking) -> String {
    format!(
        "{} ({})\n   whole: {}\n   part: {}\n   does not count: {}\n",
        line.title,
        line.criteria.join(", "),
        line.full,
        line.partial,
        line.nothing
    )
}
