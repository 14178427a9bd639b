//! Every column with words that people or imports wrote.

use rusqlite::{Connection, Row, params};

use crate::Result;

/// A text column that may name anybody.
pub(super) struct Column {
    pub table: &'static str,
    pub column: &'static str,
    /// Where it holds JSON: its fields that hold words of the program, without which nobody could read the value any more. All its
    /// other strings may name somebody.
    pub json: Option<&'static [&'static str]>,
}

/// Fields of stored JSON that hold words of the program: tags, kinds, slugs. Whoever reads the value needs them as they are, and
/// somebody may well be called `Value` or `Databases`.
pub(crate) const MACHINE: &[&str] = &[
    "is",
    "kind",
    "record",
    "state",
    "host",
    "account",
    "language",
    "licence",
    "unit",
    "criterion",
    "flag",
    "recommendation",
    "event",
    "of",
    "slug",
    "basis",
    "source",
    "seniority",
    "specialisation",
    "rubric",
    "rubric_id",
    "hash",
    "from",
    "to",
];

const fn text_of(table: &'static str, column: &'static str) -> Column {
    Column { table, column, json: None }
}

const fn json_of(table: &'static str, column: &'static str, machine: &'static [&'static str]) -> Column {
    Column { table, column, json: Some(machine) }
}

/// Every column with words that people or imports wrote. Colleagues' names and rubrics are not about candidates.
pub(super) const COLUMNS: &[Column] = &[
    text_of("candidate", "headline"),
    text_of("candidate", "location"),
    text_of("candidate", "notes"),
    text_of("candidate", "permission"),
    text_of("do_not_contact", "reason"),
    text_of("do_not_contact", "request"),
    text_of("stage_move", "reason"),
    json_of("import_run", "paths", MACHINE),
    text_of("import_run", "permission"),
    text_of("import_file", "path"),
    text_of("import_file", "reason"),
    json_of("import_file", "accounts", MACHINE),
    text_of("snapshot", "origin"),
    text_of("snapshot", "permission"),
    json_of("snapshot", "profile", MACHINE),
    text_of("evidence", "key"),
    text_of("evidence", "address"),
    text_of("evidence", "repo"),
    text_of("evidence", "title"),
    text_of("evidence", "body"),
    text_of("evidence", "entry"),
    json_of("evidence", "record", MACHINE),
    json_of("fact", "value", MACHINE),
    text_of("fact", "text"),
    text_of("chosen_repository", "repo"),
    text_of("submission_part", "title"),
    text_of("submission_part", "body"),
    json_of("form_mapping", "columns", &["is", "question"]),
    text_of("interview", "cancelled_reason"),
    json_of("draft", "content", MACHINE),
    text_of("scorecard", "summary"),
    text_of("scorecard", "amendment_reason"),
    text_of("rating", "note"),
    text_of("citation", "address"),
    text_of("citation", "quote"),
    text_of("red_flag", "evidence"),
    text_of("room_entry", "text"),
    text_of("decision", "reason"),
    json_of("decision", "record", MACHINE),
    text_of("open_question", "question"),
    text_of("open_question", "answer"),
    json_of("outcome", "goals", MACHINE),
    text_of("outcome", "note"),
    text_of("impact_import", "title"),
    text_of("impact_total", "group_name"),
    text_of("impact_total", "stage_name"),
    text_of("impact_total", "origin"),
    text_of("plan", "reason"),
    text_of("plan_assessment", "title"),
    text_of("plan_assessment", "weight_reason"),
    text_of("assessment", "title"),
    text_of("role", "title"),
    json_of("role", "goals", MACHINE),
    json_of("role", "competencies", MACHINE),
    text_of("role_stage", "title"),
    text_of("role_calendar", "what"),
    text_of("search", "title"),
    text_of("search", "body"),
];

/// Every such column: table, name, whether it is JSON. Blind review hides people in the same ones.
pub(crate) fn words_of_people() -> impl Iterator<Item = (&'static str, &'static str, bool)> {
    COLUMNS.iter().map(|one| (one.table, one.column, one.json.is_some()))
}

/// Table and name of every column that is redacted, for the proof that none was forgotten.
#[cfg(feature = "plaintext")]
pub fn redacted_columns() -> Vec<(&'static str, &'static str)> {
    COLUMNS.iter().map(|one| (one.table, one.column)).collect()
}

/// Tables with what interviewers wrote: some of it is closed to some, and how much of it names somebody is told to nobody.
const CLOSED: &[&str] = &[
    "interview",
    "draft",
    "scorecard",
    "rating",
    "citation",
    "red_flag",
    "room_entry",
    "decision",
    "open_question",
    "outcome",
];

impl Column {
    /// Whether its texts are counted: not the search index, which repeats others, nor what may be closed.
    pub fn is_counted(&self) -> bool {
        self.table != "search" && !CLOSED.contains(&self.table)
    }

    /// Whether its texts may be shown as examples: those that everybody may read who may erase.
    pub fn is_shown(&self) -> bool {
        let wordy = ["body", "title", "notes", "headline", "what", "weight_reason"];
        self.is_counted() && self.json.is_none() && wordy.contains(&self.column)
    }

    /// Gives every text of the column to `each`, with its row: the text, then the columns of [`Column::key`].
    pub fn each(&self, conn: &Connection, mut each: impl FnMut(&str, &Row<'_>) -> Result<()>) -> Result<()> {
        let Self { table, column, .. } = self;
        let keys = self.key(conn)?.join(", ");
        let select = format!("SELECT {column}, {keys} FROM {table} WHERE {column} IS NOT NULL");
        let mut statement = conn.prepare(&select)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let text: String = row.get(0)?;
            each(&text, row)?;
        }
        Ok(())
    }

    /// Columns of the table's primary key; `rowid` for the virtual table.
    pub fn key(&self, conn: &Connection) -> Result<Vec<String>> {
        let mut statement =
            conn.prepare_cached("SELECT name FROM pragma_table_info(?1) WHERE pk > 0 ORDER BY pk")?;
        let keys: Vec<String> =
            statement.query_map(params![self.table], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
        Ok(if keys.is_empty() { vec!["rowid".into()] } else { keys })
    }
}
