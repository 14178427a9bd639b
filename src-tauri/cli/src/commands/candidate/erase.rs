//! `assay candidate erase`.

use assay_domain::erasure::{TOO_SHORT, WordKind};
use assay_domain::words::counted_many;
use assay_engine::candidates;
use assay_engine::erasure::{self, ErasureInput, ErasurePreview, NamingWord};
use clap::Args;

use super::super::receipt;
use crate::failure::Result;
use crate::names;
use crate::output::{Answer, indented, table};
use crate::secrets;
use crate::session::Session;

/// Arguments of `candidate erase`.
#[derive(Debug, Args)]
pub struct Erase {
    /// Name, login or id
    candidate: String,
    /// Why; kept in the receipt, without the person's names
    #[arg(long, default_value = "")]
    reason: String,
    /// A name or login of theirs that is an ordinary word in texts about others, and stays there; may be given several times
    #[arg(long, value_name = "WORD")]
    leave: Vec<String>,
    /// A name, login or address of theirs that is taken out of texts though somebody else here has it too; may be given several
    /// times
    #[arg(long, value_name = "WORD")]
    take: Vec<String>,
    /// Show what would be taken out of texts about others, and erase nothing
    #[arg(long)]
    dry_run: bool,
    /// Do not ask; needed where there is no terminal to ask at
    #[arg(long)]
    yes: bool,
}

/// Erases: from tables, other people's snapshots, search index, log, free pages and our own backups.
pub fn run(session: &Session, args: &Erase) -> Result<Answer> {
    let (store, viewer) = (&session.store, session.viewer);
    let id = names::candidate(session, &args.candidate)?;
    let input =
        ErasureInput { reason: args.reason.clone(), leave: args.leave.clone(), take: args.take.clone() };
    if args.dry_run {
        let preview = erasure::preview(store, viewer, id, &input)?;
        return Ok(Answer::of("preview", &preview, shown(&preview)));
    }
    let name = candidates::show(store, viewer, session.now(), id)?.name;
    if !args.yes {
        let preview = erasure::preview(store, viewer, id, &input)?;
        let warning = format!("{}\n{name} will be erased for good. Type the name to go on", shown(&preview));
        secrets::confirm(&warning, &name)?;
    }
    let done = erasure::erase(store, viewer, session.now(), id, &input)?;
    Ok(Answer::done("receipt", &done, receipt::shown(&done.value)))
}

/// What would be taken out of texts about others, word by word.
fn shown(preview: &ErasurePreview) -> String {
    let mut text = match preview.texts {
        0 => "No text about others would change.\n\n".to_owned(),
        some => format!("{} about others would change.\n\n", counted_many(some, "texts")),
    };
    let rows: Vec<[String; 4]> = preview.words.iter().map(row).collect();
    text += &table(["WORD", "IS THEIR", "TEXTS", ""], &rows, "There is no word to look for.");
    text += "What interviewers wrote is changed too and not counted: some of it may be closed to you.\n";
    for one in preview.words.iter().filter(|one| one.may_stay && one.texts > 0) {
        text += &format!("\n{} stands in {}", one.word, counted_many(one.texts, "texts"));
        text += if one.examples.is_empty() { ".\n" } else { ", such as:\n" };
        let places = one.examples.iter().map(|at| format!("… {}[{}]{} …", at.before, at.word, at.after));
        text += &indented(&places.collect::<Vec<_>>().join("\n"));
        text += &format!("Where it is no name, leave it there by --leave \"{}\".\n", one.word);
    }
    if !preview.too_short.is_empty() {
        text += &format!("\nNot looked for: {}; {TOO_SHORT}.\n", preview.too_short.join(", "));
    }
    text
}

fn row(one: &NamingWord) -> [String; 4] {
    let kind = match one.kind {
        WordKind::Name => "name",
        WordKind::Login => "login",
        WordKind::Address => "address",
    };
    let stays =
        if one.borne { "stays, since somebody else here has it too; --take takes it out" } else { "" };
    [one.word.clone(), kind.into(), one.texts.to_string(), stays.into()]
}
