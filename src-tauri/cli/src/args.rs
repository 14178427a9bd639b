//! The command line: what stands before and after every command. Each command's own arguments stand in its file.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

use crate::commands::{
    account, application, backup, candidate, capture, debrief, decide, dossier, export, impact, import, init,
    interview, journal, kit, marking, measure, outcome, passphrase, person, question, receipt, retest, role,
    rubric, scorecard, snapshot, submission, undo,
};

const ABOUT: &str =
    "Structured hiring in one encrypted folder: no account, and no network but for `capture`.";

const LONG_ABOUT: &str = "\
Structured hiring in one encrypted folder: no account, and no network but for `capture`. The same engine as Assay's window; both may have one \
workspace open.

The usual sequence:

  assay init Team.assay --name \"Team\" --owner \"Ada\"       a workspace; write down its recovery code
  export ASSAY_WORKSPACE=Team.assay                       or -w Team.assay with every command
  assay person add \"Bo\"                                   whoever interviews or decides
  assay role new --template api-generalist --title \"Backend engineer\"
  assay import snapshot/ --permission \"asked by mail\"     GitHub data: files, folders, archives
  assay candidate list
  assay application add \"Cy\" --role \"Backend engineer\"
  assay interview assign \"Cy\" --assessment code-review --to Bo
  assay --as Bo scorecard form INTERVIEW --json           what to rate; fill in its \"scorecard\"
  assay --as Bo scorecard submit INTERVIEW --file card.json
  assay --as Ada debrief \"Backend engineer\"
  assay --as Ada decide \"Cy\" advance --reason \"...\"

`assay init Sample.assay --sample` makes a workspace full of invented people to look at.";

const AFTER: &str = "\
NAMES: where an id is asked for, a candidate's exact name or login, a role's title, a person's name and an assessment's \
kind will do, as long as they mean only one.

JSON: --json gives one object on standard output; lists stand under their plural noun. What went wrong is an object on \
standard error: {\"error\": {\"message\": ..., \"hint\": ...}}.

PASSPHRASE: asked at the terminal, or taken from --passphrase-file, --passphrase-fd or the file that ASSAY_PASSPHRASE_FILE \
names; never from an argument. The sample's is known and need not be given.

EXIT CODES: 0 done; 1 something was refused; 2 wrong use; 3 the workspace cannot be used.";

/// The program's arguments.
#[derive(Debug, Parser)]
#[command(name = "assay", version, about = ABOUT, long_about = LONG_ABOUT, after_help = AFTER)]
#[command(max_term_width = 100, subcommand_required = true, arg_required_else_help = true)]
pub struct Cli {
    /// What stands with every command.
    #[command(flatten)]
    pub global: Global,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What stands with every command.
#[derive(Debug, Args)]
#[command(next_help_heading = "Options of every command")]
pub struct Global {
    /// The workspace's folder; else what ASSAY_WORKSPACE names.
    #[arg(short, long, global = true, value_name = "FOLDER")]
    pub workspace: Option<PathBuf>,
    /// Who is at the keyboard: a name or an id; else what ASSAY_AS names. Needed only where the workspace has more than one person.
    // Its id must be that of no command's own argument: clap would take the one for the other.
    #[arg(long = "as", id = "as", global = true, value_name = "PERSON")]
    pub viewer: Option<String>,
    /// A file whose first line is the passphrase; - is standard input.
    #[arg(long, global = true, value_name = "FILE", conflicts_with = "passphrase_fd")]
    pub passphrase_file: Option<PathBuf>,
    /// A file descriptor whose first line is the passphrase.
    #[arg(long, global = true, value_name = "N")]
    pub passphrase_fd: Option<u32>,
    /// A file whose first line is the PIN of the person at the keyboard.
    #[arg(long, global = true, value_name = "FILE")]
    pub pin_file: Option<PathBuf>,
    /// Answer with one JSON object.
    #[arg(long, global = true)]
    pub json: bool,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Make a workspace, empty or with the sample
    Init(init::Init),
    /// Take in GitHub data: files, folders, archives
    Import(import::Import),
    /// Take a GitHub account along: the only command that uses the network
    Capture(capture::Capture),
    /// People who interview and decide
    #[command(subcommand)]
    Person(person::Person),
    /// Roles and their plans
    #[command(subcommand)]
    Role(role::Role),
    /// Candidates and their accounts
    #[command(subcommand)]
    Candidate(candidate::Candidate),
    /// Accounts: joining what is known by its login only
    #[command(subcommand)]
    Account(account::Account),
    /// Snapshots: those of nobody yet, and whose they are
    #[command(subcommand)]
    Snapshot(snapshot::Snapshot),
    /// Applications: who is considered for which role, and where it stands
    #[command(subcommand)]
    Application(application::Application),
    /// Interviews: who assesses what of whom
    #[command(subcommand)]
    Interview(interview::Interview),
    /// Scorecards of interviews
    #[command(subcommand)]
    Scorecard(scorecard::Scorecard),
    /// Submissions: answers, texts and files that candidates handed in
    #[command(subcommand)]
    Submission(submission::Submission),
    /// Marking: one question or artefact across your candidates, in an order of your own and without names
    #[command(subcommand)]
    Marking(marking::Marking),
    /// The candidates of a role side by side: where raters differ, then the order, then each assessment
    Debrief(debrief::Debrief),
    /// Open questions: what is still to be found out about an application
    #[command(subcommand)]
    Question(question::Question),
    /// Decide on an application: advance, hold, reject, hire
    Decide(decide::Decide),
    /// What there is to do, and who waits for whom
    Today,
    /// One candidacy or one role as PDF or Markdown, and a candidate's own feedback
    #[command(subcommand)]
    Dossier(dossier::Dossier),
    /// Ratings, a debrief or a candidate as CSV or JSON
    #[command(subcommand)]
    Export(export::Export),
    /// Every change, newest first
    Journal(journal::Journal),
    /// Statistics of ratings, of a role or in a file that needs no workspace: order, agreement, severity, robustness, drift, …
    #[command(subcommand, after_help = measure::FILES)]
    Measure(measure::Measure),
    /// Whether groups fare alike: totals that you import, and groups that candidates gave of their own accord
    #[command(subcommand)]
    Impact(impact::Impact),
    /// What became of hires, and whether scores had anything to do with it
    #[command(subcommand)]
    Outcome(outcome::Outcome),
    /// Mark your own scorecards of some days ago again, blind, and see how consistent you are
    #[command(subcommand)]
    Retest(retest::Retest),
    /// Check that the workspace is whole
    Verify,
    /// Take back your last action, or that of a journal entry
    Undo(undo::Undo),
    /// Copy the database into the workspace's folder backups/
    Backup(backup::Backup),
    /// Change the passphrase
    Passphrase(passphrase::Passphrase),
    /// Rubrics: what there is, and checking files of your own
    #[command(subcommand)]
    Rubric(rubric::Rubric),
    /// Kits: prompts, clues, marking sheets, materials
    #[command(subcommand)]
    Kit(kit::Kit),
    /// The shapes of GitHub data that import knows
    Shapes,
    /// The facts that are computed from snapshots, each with its definition
    Facts,
    /// What GitHub's terms ask of whoever holds people's data from it
    Terms,
    /// Receipts of erasures
    #[command(subcommand)]
    Receipt(receipt::Receipt),
}
