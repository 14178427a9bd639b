//! `assay receipt`: what says that somebody was erased, and names nobody.

use assay_domain::erasure::TOO_SHORT;
use assay_domain::words::counted_many;
use assay_engine::erasure::{self, Receipt as Told};
use clap::Subcommand;

use crate::failure::Result;
use crate::output::{Answer, fields, indented, moment, or};
use crate::session::Session;

/// Commands on receipts.
#[derive(Debug, Subcommand)]
pub enum Receipt {
    /// All receipts, newest first
    List,
}

/// Runs one.
pub fn run(session: &Session, command: &Receipt) -> Result<Answer> {
    let Receipt::List = command;
    let receipts = erasure::receipts(&session.store, session.viewer)?;
    let text: Vec<String> = receipts.iter().map(shown).collect();
    Ok(Answer::of("receipts", &receipts, or(&text.join("\n"), "Nobody was erased here.")))
}

/// Of a receipt of what was taken back.
const NOT_LOOKED_FOR: &str = "texts about others were not looked through";

/// How many names were too short to be looked for, and why; nothing where none was.
fn not_searched(short: Option<u32>) -> String {
    match short {
        None => "unknown: short names were not counted then".into(),
        Some(0) => String::new(),
        Some(count) => format!("{count} of their names and logins: {TOO_SHORT}"),
    }
}

/// How many of their names, logins and addresses were left in texts about others, and why; nothing where none was.
fn left(words: Option<u32>, why: &str) -> String {
    words.filter(|words| *words > 0).map_or_else(String::new, |words| format!("{words}: {why}"))
}

/// The reason, with a word where something was taken out of it.
fn reason(receipt: &Told) -> String {
    let taken = if receipt.reason_redacted { " (names, addresses and numbers were taken out)" } else { "" };
    or(&receipt.reason, "none given") + taken
}

/// A receipt as text.
pub fn shown(receipt: &Told) -> String {
    let counted: Vec<String> =
        receipt.erased.iter().map(|line| counted_many(line.count, &line.what)).collect();
    let rows = fields(&[
        ("when", moment(receipt.at)),
        ("by", receipt.by.clone()),
        ("reason", reason(receipt)),
        ("erased", counted.join(", ")),
        (
            "redacted elsewhere",
            receipt.redacted_elsewhere.map_or(NOT_LOOKED_FOR.into(), |count| count.to_string()),
        ),
        ("left to others", left(receipt.borne_by_others, "somebody who stays has it too")),
        ("left as words", left(receipt.left_as_words, "as it was asked")),
        (
            "not searched",
            receipt.redacted_elsewhere.map_or_else(String::new, |_| not_searched(receipt.not_searched)),
        ),
        ("backups replaced", receipt.backups_replaced.to_string()),
        ("journal", format!("entry {}, {}", receipt.journal_sequence, receipt.journal_hash)),
    ]);
    format!("Receipt {}\n{}", receipt.id, indented(&rows))
}
