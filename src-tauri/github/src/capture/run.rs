//! A capture from its first request to its archive.

use std::path::PathBuf;
use std::sync::atomic::AtomicBool;

use chrono::{DateTime, Utc};
use serde_json::Value;

use super::archive::{self, Part};
use super::clock::Clock;
use super::entry::About as Of;
use super::error::CaptureError;
use super::estimate::{Counts, Estimate, cost, seconds};
use super::fetch::{Fetch, MISSING};
use super::folder::{About, Folder};
use super::follow::{self, Pull};
use super::http::{Http, Patience};
use super::order::{Order, RepoName};
use super::pace::Pace;
use super::previous;
use super::progress::CaptureProgress;
use super::steps::{ELSEWHERE, Over, PINNED, PROFILE, REPOSITORIES, REVIEWED, Step, of_account, over};
use super::take::Take;
use super::token::Token;

/// With what a capture is taken.
#[derive(Clone, Copy)]
pub struct Means<'a> {
    /// The token; without one there are 60 requests an hour.
    pub token: Option<&'a Token>,
    /// The time.
    pub clock: &'a dyn Clock,
    /// Set by the user to stop.
    pub cancel: &'a AtomicBool,
    /// How long is waited for the server.
    pub patience: Patience,
}

/// A finished capture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Captured {
    /// The archive.
    pub out: PathBuf,
    /// The login as GitHub writes it.
    pub login: String,
    /// Where.
    pub host: String,
    /// When the first answer came.
    pub taken_at: DateTime<Utc>,
    /// Answers in the archive.
    pub answers: u32,
    /// Requests sent in this run.
    pub asked: u32,
    /// Of these, how many had not changed since the capture before.
    pub unchanged: u32,
    /// What could not be had: what, and why.
    pub left_out: Vec<(String, String)>,
}

/// Says what a capture will cost. Sends two requests: one for the limits, which is free, and one for the profile, which
/// the capture then need not send.
///
/// # Errors
/// As [`capture`].
pub fn estimate(order: &Order, means: Means<'_>) -> Result<Estimate, CaptureError> {
    let mut nothing = |_: &CaptureProgress| {};
    let mut run = Run::open(order, means, &mut nothing)?;
    run.limits()?;
    run.profile()?;
    let (token, now) = (means.token.is_some(), means.clock.now());
    let chosen = u32::try_from(order.repositories.len()).unwrap_or(u32::MAX);
    let allowance = run.take.fetch.pace.allowance();
    let mut estimate = Estimate::new(order, &run.login, token, run.counts, allowance);
    estimate.answered = run.take.folder.fresh_answers(now);
    let mut left = cost(order.depth, token, chosen, run.counts);
    left.core = left.core.saturating_sub(estimate.answered);
    estimate.seconds = seconds(left, &allowance, now);
    Ok(estimate)
}

/// Takes a capture and writes its archive. What has come lies beside the archive until then, so that the same order goes
/// on after a break without sending any request again.
///
/// # Errors
/// Where the user stops it, where the account cannot be captured, where a request fails for good, and where a file
/// cannot be written.
pub fn capture(
    order: &Order,
    means: Means<'_>,
    tell: &mut dyn FnMut(&CaptureProgress),
) -> Result<Captured, CaptureError> {
    let mut run = Run::open(order, means, tell)?;
    run.profile()?;
    run.everything()?;
    run.finish()
}

struct Run<'a> {
    order: &'a Order,
    take: Take<'a>,
    /// As GitHub writes it.
    login: String,
    counts: Counts,
}

impl<'a> Run<'a> {
    fn open(
        order: &'a Order,
        means: Means<'a>,
        tell: &'a mut dyn FnMut(&CaptureProgress),
    ) -> Result<Self, CaptureError> {
        order.check()?;
        if order.out.exists() && order.previous.as_ref() != Some(&order.out) {
            let why = "there is a file already; choose another, or name it as the capture before".to_owned();
            return Err(CaptureError::InTheWay { path: order.out.clone(), why });
        }
        let mut folder = Folder::open(&order.out, &about(order, &order.login))?;
        if let Some(previous) = order.previous.as_ref().filter(|_| folder.is_empty()) {
            previous::take(previous, &order.login, order.api.host(), &mut folder)?;
        }
        let fetch = Fetch {
            http: Http::new(&order.api, means.token.cloned(), means.patience),
            api: &order.api,
            token: means.token,
            clock: means.clock,
            cancel: means.cancel,
            pace: Pace::default(),
        };
        let login = order.login.clone();
        Ok(Self { order, take: Take::new(fetch, folder, tell), login, counts: Counts::default() })
    }

    fn limits(&mut self) -> Result<(), CaptureError> {
        let allowance = self.take.limits()?;
        self.take.fetch.pace.set(allowance);
        Ok(())
    }

    /// Asks who it is; only a person is captured.
    fn profile(&mut self) -> Result<(), CaptureError> {
        self.plan(0);
        let login = self.login.clone();
        let taken = self.take.one(&PROFILE, of(&login), 1)?;
        let Some(profile) = taken.value else {
            self.take.folder.forget()?;
            return Err(self.no_profile(taken.left_out.unwrap_or_default()));
        };
        let told = |key: &str| profile.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
        let what = match told("type").as_str() {
            "Organization" => Some("an organisation"),
            "Bot" => Some("a bot"),
            "Mannequin" => Some("a placeholder"),
            _ => None,
        };
        if let Some(what) = what {
            self.take.folder.forget()?;
            return Err(CaptureError::NotAPerson { login, what });
        }
        // A login that was given up leads to nobody else's: GitHub answers with another login only in case.
        if told("login").eq_ignore_ascii_case(&login) {
            self.login = told("login");
        }
        let count = |key: &str| profile.get(key).and_then(Value::as_u64).and_then(|n| u32::try_from(n).ok());
        self.counts.repositories = count("public_repos");
        self.counts.gists = count("public_gists");
        Ok(())
    }

    fn no_profile(&self, why: String) -> CaptureError {
        if why == MISSING {
            return CaptureError::NoAccount {
                host: self.order.api.host().to_owned(),
                login: self.login.clone(),
            };
        }
        CaptureError::Request { request: format!("GET /users/{}", self.login), why }
    }

    fn everything(&mut self) -> Result<(), CaptureError> {
        self.plan(0);
        let login = self.login.clone();
        let (mut listed, mut pinned, mut elsewhere, mut reviewed) = (Vec::new(), None, Vec::new(), None);
        for step in of_account() {
            let pages = self.pages(step, of(&login))?;
            if std::ptr::eq(step, &REPOSITORIES) {
                listed = pages.into_iter().flat_map(items).collect();
            } else if std::ptr::eq(step, &PINNED) {
                pinned = pages.into_iter().next();
            } else if std::ptr::eq(step, &ELSEWHERE) {
                elsewhere = pages;
            } else if std::ptr::eq(step, &REVIEWED) {
                reviewed = pages.into_iter().next();
            }
        }
        let repositories = follow::repositories(self.order, &login, &listed, pinned.as_ref());
        let unlisted = follow::unlisted(self.order, &listed);
        let reviewed = follow::pulls(reviewed.as_ref(), self.order.depth.reviewed());
        let elsewhere = follow::pulls(elsewhere.first(), self.order.depth.elsewhere());
        self.counts.looked_into = count(&repositories);
        self.counts.reviewed = count(&reviewed);
        self.counts.elsewhere = count(&elsewhere);
        self.plan(unlisted.len());
        self.over_repositories(Over::Chosen, &unlisted)?;
        self.over_repositories(Over::Repository, &repositories)?;
        self.over_pulls(Over::Reviewed, &reviewed)?;
        self.over_pulls(Over::Elsewhere, &elsewhere)
    }

    fn over_repositories(&mut self, what: Over, repositories: &[RepoName]) -> Result<(), CaptureError> {
        let login = self.login.clone();
        for repo in repositories {
            for step in over(what) {
                self.pages(step, Of { repo: Some(repo), ..of(&login) })?;
            }
        }
        Ok(())
    }

    fn over_pulls(&mut self, what: Over, pulls: &[Pull]) -> Result<(), CaptureError> {
        let login = self.login.clone();
        for pull in pulls {
            for step in over(what) {
                self.pages(step, Of { repo: Some(&pull.repo), number: Some(pull.number), login: &login })?;
            }
        }
        Ok(())
    }

    /// Asks for the pages of a step, as many as there are and the depth allows.
    fn pages(&mut self, step: &'static Step, about: Of<'_>) -> Result<Vec<Value>, CaptureError> {
        let most = step.pages(self.order.depth, self.take.fetch.token.is_some());
        let mut bodies = Vec::new();
        for page in 1..=most {
            let taken = self.take.one(step, about, page)?;
            bodies.extend(taken.value);
            if !taken.more {
                break;
            }
        }
        Ok(bodies)
    }

    /// Says how many requests there are in all, as far as is known now.
    fn plan(&mut self, unlisted: usize) {
        let unlisted =
            if self.counts.looked_into.is_some() { unlisted } else { self.order.repositories.len() };
        let unlisted = u32::try_from(unlisted).unwrap_or(u32::MAX);
        let token = self.take.fetch.token.is_some();
        self.take.plan(cost(self.order.depth, token, unlisted, self.counts).total());
    }

    fn finish(self) -> Result<Captured, CaptureError> {
        let about = about(self.order, &self.login);
        let (parts, folder, progress) = self.take.end();
        let named: Vec<Part> = parts
            .into_iter()
            .map(|part| Part { entry: in_archive(&about.host, &part.entry), ..part })
            .collect();
        archive::write(&self.order.out, &about, &named, &folder)?;
        folder.remove()?;
        let left_out = |part: &Part| Some((part.kept.request.clone(), part.kept.left_out.clone()?));
        Ok(Captured {
            out: self.order.out.clone(),
            login: self.login,
            host: about.host,
            taken_at: named.iter().map(|part| part.kept.at).min().unwrap_or_default(),
            answers: progress.done,
            asked: progress.asked,
            unchanged: progress.unchanged,
            left_out: named.iter().filter_map(left_out).collect(),
        })
    }
}

/// Bodies of another host than github.com stand below its name, for some of them do not tell it.
fn in_archive(host: &str, entry: &str) -> String {
    if host == crate::url::GITHUB {
        entry.to_owned()
    } else {
        format!("{}{host}/{entry}", crate::hints::HOST)
    }
}

fn about(order: &Order, login: &str) -> About {
    About {
        login: login.to_owned(),
        host: order.api.host().to_owned(),
        api: order.api.base().to_owned(),
        depth: order.depth,
    }
}

fn of(login: &str) -> Of<'_> {
    Of { login, repo: None, number: None }
}

fn count<T>(list: &[T]) -> Option<u32> {
    u32::try_from(list.len()).ok()
}

fn items(page: Value) -> Vec<Value> {
    match page {
        Value::Array(items) => items,
        _ => Vec::new(),
    }
}
