//! `assay impact`: whether groups fare alike.

use std::path::PathBuf;

use assay_domain::ids::{ImpactImportId, RoleId};
use assay_domain::stage::Stage;
use assay_engine::impact::{self, ImpactGroup, ImpactPart, StandingTotal, TotalsImport, TotalsReport};
use assay_engine::roles::{self, RoleStage, stage_called};
use clap::Subcommand;

use super::measure::p_value;
use crate::failure::Result;
use crate::names;
use crate::output::{Answer, date, fields, heading, or, percent, table};
use crate::session::Session;

/// Commands on how groups fare.
#[derive(Debug, Subcommand)]
pub enum Impact {
    /// How groups fare, by stage and source
    Show {
        /// For this role only
        #[arg(long)]
        role: Option<String>,
    },
    /// Take in totals: CSV with the columns group, stage, source, applied, passed; or JSON
    Import {
        /// The file
        file: PathBuf,
        /// The role that they are about
        #[arg(long)]
        role: Option<String>,
        /// Put these in the place of totals of the same group, stage and source, as after a correction
        #[arg(long)]
        replace: bool,
    },
    /// The imports of totals, newest first
    Totals,
    /// Take an import of totals away
    Remove {
        /// Its id
        import: ImpactImportId,
    },
    /// Keep a group that a candidate gave of their own accord, apart from their record
    Give {
        /// The candidate: name, login or id
        candidate: String,
        /// What they were asked: gender, age, ...
        #[arg(long)]
        category: String,
        /// What they answered
        #[arg(long)]
        group: String,
    },
    /// Take back everything that a candidate gave
    Withdraw {
        /// The candidate: name, login or id
        candidate: String,
    },
}

/// Runs one.
pub fn run(session: &Session, command: Impact) -> Result<Answer> {
    let (store, viewer, now) = (&session.store, session.viewer, session.now());
    match command {
        Impact::Show { role } => show(session, of(session, role.as_deref())?),
        Impact::Import { file, role, replace } => {
            let role = of(session, role.as_deref())?;
            let done = impact::import_totals(store, viewer, now, role, &file, replace)?;
            let report = &done.value;
            let refused = !report.refused.is_empty() || !report.in_the_way.is_empty();
            Ok(Answer::done("report", &done, imported(report)).refused_if(refused))
        }
        Impact::Totals => {
            let imports = impact::totals(store, viewer)?;
            let row = |one: &TotalsImport| {
                [date(one.at), one.title.clone(), one.totals.to_string(), one.by.clone(), one.id.to_string()]
            };
            let rows: Vec<_> = imports.iter().map(row).collect();
            let text = table(["on", "file", "totals", "by", "id"], &rows, "No totals were imported.");
            Ok(Answer::of("imports", &imports, text))
        }
        Impact::Remove { import } => {
            let done = impact::remove_totals(store, viewer, now, import)?;
            Ok(Answer::done("removed", &done, "Removed."))
        }
        Impact::Give { candidate, category, group } => {
            let id = names::candidate(session, &candidate)?;
            let done = impact::give(store, viewer, now, id, &category, &group)?;
            Ok(Answer::done(
                "kept",
                &done,
                "Kept, apart from the candidate's record. No command shows it again but in sums.",
            ))
        }
        Impact::Withdraw { candidate } => {
            let done = impact::withdraw(store, viewer, now, names::candidate(session, &candidate)?)?;
            Ok(Answer::done("withdrawn", &done, "Whatever they gave is taken back."))
        }
    }
}

/// What an import did, or what stands in its way.
fn imported(report: &TotalsReport) -> String {
    let mut text = match (report.known, report.in_the_way.is_empty()) {
        (true, _) => "These totals are here already: nothing has changed.\n".to_owned(),
        (_, false) => in_the_way(report),
        _ => format!("{} totals taken in from {}.\n", report.import.totals, report.import.title),
    };
    if report.replaced > 0 {
        text += &format!("{} earlier totals gave way to them.\n", report.replaced);
    }
    for one in &report.refused {
        text += &format!("row {} is left out: {}\n", one.row, one.why);
    }
    text
}

fn in_the_way(report: &TotalsReport) -> String {
    let one = |one: &StandingTotal| {
        let (stage, source) = (or(&one.stage, "whole process"), or(&one.source, "all sources"));
        format!("  {}, {stage}, {source}: from {}, {}\n", one.group, one.title, date(one.at))
    };
    format!(
        "Nothing is taken in: these groups have totals already, and both together would count people twice.\n{}\
         Add --replace to put the new ones in their place.\n",
        report.in_the_way.iter().map(one).collect::<String>()
    )
}

fn of(session: &Session, role: Option<&str>) -> Result<Option<RoleId>> {
    role.map(|role| Ok(names::role(session, role)?.id)).transpose()
}

fn show(session: &Session, role: Option<RoleId>) -> Result<Answer> {
    let report = impact::report(&session.store, session.viewer, session.now(), role)?;
    let pipeline = match role {
        Some(id) => roles::show(&session.store, session.viewer, id)?.pipeline,
        None => Vec::new(),
    };
    let mut text = String::new();
    for (title, parts) in
        [("From imported totals", &report.imported), ("From what candidates gave", &report.voluntary)]
    {
        text += &parts.iter().map(|part| shown(title, part, &pipeline)).collect::<String>();
    }
    if report.imported.is_empty() {
        text = format!("No totals were imported.\n{text}");
    }
    text += &format!("\n{}\n{}\n", report.voluntary_note, report.note);
    Ok(Answer::of("impact", &report, text))
}

fn shown(title: &str, part: &ImpactPart, pipeline: &[RoleStage]) -> String {
    // A stage of imported totals may be anything; one that the role has stands under the role's name for it.
    let stage = match part.stage.parse::<Stage>() {
        Ok(stage) => stage_called(pipeline, stage),
        Err(_) => or(&part.stage, "whole process"),
    };
    let source = if part.source.is_empty() { "all sources" } else { &part.source };
    let category = if part.category.is_empty() { String::new() } else { format!(", {}", part.category) };
    let mut text = heading(&format!("{title}: {stage}, {source}{category}"));
    let row = |one: &ImpactGroup| {
        let interval = format!("{} to {}", percent(one.low), percent(one.high));
        [one.name.clone(), one.applied.to_string(), one.passed.to_string(), percent(one.rate), interval]
    };
    let rows: Vec<_> = part.groups.iter().map(row).collect();
    if !rows.is_empty() {
        text += &table(["group", "came", "passed", "rate", "95% interval"], &rows, "");
    }
    if !part.sentence.is_empty() {
        text += &format!("{}\n", part.sentence);
    }
    for one in &part.comparisons {
        let p = |value: Option<f64>| value.map_or_else(String::new, |p| p_value(Some(p)));
        text += &format!("\n{} beside {}: {}\n", one.group, one.reference, one.sentence);
        text += &fields(&[
            ("ratio", one.impact_ratio.map_or_else(String::new, percent)),
            ("Fisher, two-sided", p(one.fisher_p)),
            ("among all groups", p(one.fisher_p_adjusted.filter(|_| part.comparisons.len() > 1))),
            ("Boschloo, two-sided", p(one.boschloo_p)),
            (
                "one place moved",
                one.one_person_more.as_ref().map(|more| more.sentence.clone()).unwrap_or_default(),
            ),
        ]);
    }
    text
}
