//! `assay capture`: takes a GitHub account along. The only command that uses the network.

mod plan;
mod token;

use std::io::{self, BufRead as _, IsTerminal as _};
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;

use assay_github::capture::{
    self, Api, CaptureError, CaptureProgress, Captured, Depth, Means, Order, Patience, RepoName, SystemClock,
};
use clap::{Args, Subcommand};
use serde_json::json;

use crate::failure::{Failure, Result};
use crate::output::{self, Answer, fields, heading};
use crate::session;

/// Arguments of `capture`.
#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub struct Capture {
    #[command(subcommand)]
    command: Option<Of>,
    /// Whose account
    #[arg(required = true)]
    login: Option<String>,
    /// How much: light (about 50 requests), usual (about 110) or full (about 450)
    #[arg(long, default_value_t = Depth::Usual)]
    depth: Depth,
    /// A repository to look into before any other; may be given several times
    #[arg(long = "repo", value_name = "OWNER/NAME")]
    repositories: Vec<RepoName>,
    /// The archive to write; LOGIN-DATE.tar.zst in this folder unless said otherwise
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// An earlier capture of the account: what has not changed since costs nothing with a token
    #[arg(long, value_name = "FILE")]
    previous: Option<PathBuf>,
    /// Show what it will cost, and stop
    #[arg(long, conflicts_with = "yes")]
    plan: bool,
    /// Take it without asking
    #[arg(long)]
    yes: bool,
    /// Throw away what an unfinished capture has brought
    #[arg(long, conflicts_with_all = ["plan", "yes"])]
    discard: bool,
    #[command(flatten)]
    access: Access,
}

/// Where, and with which token.
#[derive(Debug, Args)]
pub struct Access {
    /// Base address of the interface; of a GitHub Enterprise Server https://HOST/api/v3
    #[arg(long, value_name = "ADDRESS", default_value = "https://api.github.com")]
    api: String,
    /// A file whose first line is the token, for this run only; - is standard input
    #[arg(long, value_name = "FILE")]
    token_file: Option<PathBuf>,
    /// Use no token, even where one is kept: 60 requests an hour
    #[arg(long, conflicts_with = "token_file")]
    no_token: bool,
}

#[derive(Debug, Subcommand)]
enum Of {
    /// The token in the system's keyring
    #[command(subcommand)]
    Token(token::TokenCommand),
}

/// Runs it.
pub fn run(args: &Capture) -> Result<Answer> {
    if let Some(Of::Token(command)) = &args.command {
        return token::run(command);
    }
    let order = order(args)?;
    if args.discard {
        capture::discard(&order.out).map_err(|error| failure(&error))?;
        return Ok(Answer::of(
            "discarded",
            &order.out,
            format!("Nothing is left of {}.", order.out.display()),
        ));
    }
    let token = token::given(&args.access, &order.api)?;
    let means = Means {
        token: token.as_ref(),
        clock: &SystemClock,
        cancel: &AtomicBool::new(false),
        patience: Patience::default(),
    };
    let estimate = capture::estimate(&order, means).map_err(|error| failure(&error))?;
    let shown = plan::shown(&estimate, &order.out);
    if args.plan || !(args.yes || agreed(&shown)?) {
        let text = format!("{shown}Nothing was taken yet. `--yes` takes it.\n");
        return Ok(Answer::of("plan", &plan::json(&estimate, &order.out), text));
    }
    let captured = capture::capture(&order, means, &mut |progress| output::progress(&under_way(progress)));
    output::progress("");
    let captured = captured.map_err(|error| failure(&error))?;
    Ok(answer(&captured))
}

fn order(args: &Capture) -> Result<Order> {
    let login = args.login.clone().unwrap_or_default();
    let api = Api::new(&args.access.api).map_err(|error| failure(&error))?;
    let out = args.out.clone().unwrap_or_else(|| default_out(&login, &api));
    let previous = args.previous.clone();
    Ok(Order { login, depth: args.depth, repositories: args.repositories.clone(), api, out, previous })
}

/// The archive of an unfinished capture of the account in this folder, else one of today.
fn default_out(login: &str, api: &Api) -> PathBuf {
    let same = |one: &capture::Unfinished| one.host == api.host() && one.login.eq_ignore_ascii_case(login);
    match capture::unfinished(Path::new(".")).into_iter().find(same) {
        Some(unfinished) => unfinished.out,
        None => format!("{login}-{}.tar.zst", session::now().format("%Y-%m-%d")).into(),
    }
}

/// Shows the plan and asks at the terminal; where there is none, nobody has agreed.
fn agreed(plan: &str) -> Result<bool> {
    if !io::stdin().is_terminal() {
        return Ok(false);
    }
    output::remark(&format!("{plan}Take it? [y/N]"));
    let mut line = String::new();
    let read = io::stdin().lock().read_line(&mut line);
    read.map_err(|error| {
        Failure::usage(
            format!("the answer cannot be read: {}", assay_domain::file_words::told(&error)),
            "Use --yes.",
        )
    })?;
    Ok(matches!(line.trim().to_lowercase().as_str(), "y" | "yes"))
}

fn under_way(progress: &CaptureProgress) -> String {
    let counts = format!("{} of {} requests", progress.done, progress.planned);
    match &progress.waiting {
        Some(waiting) => {
            format!("{counts}, waiting until {}: {}", waiting.until.format("%H:%M:%S UTC"), waiting.why)
        }
        None => format!("{counts}: {}", progress.current),
    }
}

fn answer(captured: &Captured) -> Answer {
    let left_out: Vec<_> =
        captured.left_out.iter().map(|(request, why)| json!({"request": request, "why": why})).collect();
    let value = json!({
        "path": captured.out, "login": captured.login, "host": captured.host, "taken_at": captured.taken_at,
        "answers": captured.answers, "asked": captured.asked, "unchanged": captured.unchanged, "left_out": left_out,
    });
    let mut rows = vec![
        ("archive", captured.out.display().to_string()),
        ("account", format!("{} on {}", captured.login, captured.host)),
        ("answers", captured.answers.to_string()),
        ("requests now", format!("{}, {} of them unchanged", captured.asked, captured.unchanged)),
    ];
    if !captured.left_out.is_empty() {
        rows.push(("could not be had", captured.left_out.len().to_string()));
    }
    let mut text = fields(&rows);
    for (request, why) in &captured.left_out {
        text += &format!("  {request}: {why}\n");
    }
    text += &heading(&format!(
        "The archive is not encrypted. Take it in with `assay import {} --permission \"...\"`, then delete it.",
        captured.out.display()
    ));
    Answer::of("capture", &value, text)
}

/// Why a capture stopped, with what to do.
fn failure(error: &CaptureError) -> Failure {
    let hint = match error {
        CaptureError::Address { .. } | CaptureError::Name(_) => "Run `assay help capture` for the arguments.",
        CaptureError::Token(_) => {
            "Set another with `assay capture token set`, or leave it out with --no-token."
        }
        CaptureError::NoAccount { .. } | CaptureError::NotAPerson { .. } => "",
        CaptureError::InTheWay { .. } => {
            "Choose another with --out, or throw an unfinished one away with --discard."
        }
        _ => "Run the same command again: it goes on from where it stopped.",
    };
    match error {
        CaptureError::Address { .. } | CaptureError::Name(_) => Failure::usage(error.to_string(), hint),
        _ => Failure::refused(error.to_string(), hint),
    }
}
