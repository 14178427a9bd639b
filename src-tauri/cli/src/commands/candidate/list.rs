//! `assay candidate list` and `search`.

use assay_domain::candidate::SourceKind;
use assay_domain::stage::Stage;
use assay_engine::candidates::{self, CandidateQuery, CandidateRow, SortKey};
use assay_engine::search::MARKS;
use clap::{Args, ValueEnum};

use crate::failure::Result;
use crate::names;
use crate::output::{Answer, date, list_or, table};
use crate::session::Session;

/// Arguments of `candidate list`.
#[derive(Debug, Args)]
pub struct List {
    /// Only from this source: github, linkedin, daily-dev, referral, applied, sourced, other
    #[arg(long)]
    source: Option<SourceKind>,
    /// Only with an application in this stage
    #[arg(long)]
    stage: Option<Stage>,
    /// Only with an application for this role: title or id
    #[arg(long)]
    role: Option<String>,
    /// Only with repositories in this language
    #[arg(long)]
    language: Option<String>,
    /// Only those marked do-not-contact (true), or only those who are not (false)
    #[arg(long, num_args = 0..=1, default_missing_value = "true", value_name = "BOOL")]
    do_not_contact: Option<bool>,
    /// By what they are sorted
    #[arg(long, default_value = "name")]
    sort: Sort,
    /// The other way round
    #[arg(long)]
    descending: bool,
    /// How many at most
    #[arg(long, default_value_t = 100, value_parser = clap::value_parser!(u32).range(1..=500))]
    limit: u32,
    /// How many to pass by
    #[arg(long, default_value_t = 0)]
    offset: u32,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Sort {
    Name,
    Added,
    Stage,
    Source,
    Snapshot,
}

impl From<Sort> for SortKey {
    fn from(sort: Sort) -> Self {
        match sort {
            Sort::Name => Self::Name,
            Sort::Added => Self::Added,
            Sort::Stage => Self::Stage,
            Sort::Source => Self::Source,
            Sort::Snapshot => Self::Snapshot,
        }
    }
}

/// Lists them.
pub fn run(session: &Session, args: List) -> Result<Answer> {
    let role = args.role.as_deref().map(|name| names::role(session, name)).transpose()?;
    let query = CandidateQuery {
        text: String::new(),
        source: args.source,
        stage: args.stage,
        role_id: role.map(|role| role.id),
        language: args.language,
        do_not_contact: args.do_not_contact,
        sort: args.sort.into(),
        descending: args.descending,
        offset: args.offset,
        limit: args.limit,
    };
    let page = candidates::list(&session.store, session.viewer, &query)?;
    let mut text = shown(&page.rows);
    let left = page.total.saturating_sub(args.offset).saturating_sub(args.limit);
    if left > 0 {
        text += &format!("\n{left} more; --limit and --offset show them.\n");
    }
    Ok(Answer::of("candidates", &page.rows, text).with("total", &page.total))
}

/// Lists those in which the words occur, each with where.
pub fn search(session: &Session, words: &str) -> Result<Answer> {
    let query = CandidateQuery { text: words.into(), limit: 100, ..CandidateQuery::default() };
    let page = candidates::list(&session.store, session.viewer, &query)?;
    let row = |one: &CandidateRow| {
        let found = one.match_snippet.as_deref().unwrap_or_default();
        [one.name.clone(), found.replace([MARKS.0, MARKS.1], "*"), one.id.to_string()]
    };
    let rows: Vec<_> = page.rows.iter().map(row).collect();
    let text = table(["name", "where", "id"], &rows, "Nobody.");
    Ok(Answer::of("candidates", &page.rows, text).with("total", &page.total))
}

fn shown(rows: &[CandidateRow]) -> String {
    let row = |one: &CandidateRow| {
        let applications =
            one.applications.iter().map(|one| format!("{}: {}", one.role_title, one.stage_title));
        [
            if one.do_not_contact { format!("{} (do not contact)", one.name) } else { one.name.clone() },
            list_or(&one.logins, "no account"),
            one.source.to_string(),
            list_or(applications, "no application"),
            list_or(&one.languages, "unknown"),
            one.snapshot_at.map_or_else(|| "no snapshot".into(), date),
            one.id.to_string(),
        ]
    };
    let rows: Vec<_> = rows.iter().map(row).collect();
    table(["name", "accounts", "source", "applications", "languages", "snapshot", "id"], &rows, "Nobody.")
}
