//! Asks for one thing until it is here, cannot be had, or the user stops.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};

use super::address::Api;
use super::clock::Clock;
use super::entry::Request;
use super::error::CaptureError;
use super::http::{Ask, Broken, Http, Raw};
use super::judge::{Verdict, judge};
use super::pace::{Pace, back_off};
use super::progress::Waiting;
use super::steps::Resource;
use super::token::Token;

/// Tries of one request before the capture stops (and can go on later).
const TRIES: u32 = 5;
/// Redirects followed for one request.
const REDIRECTS: u32 = 3;
/// Longest single sleep, so that the user can stop.
const NAP: Duration = Duration::from_millis(100);

/// Why something is left out that is not there.
pub(super) const MISSING: &str = "404: it is not there, or may not be seen";

/// What came of a request.
#[derive(Debug)]
pub(super) enum Answer {
    /// A body, sound and of the right shape.
    Body(Box<Raw>),
    /// What is here already is still so.
    Unchanged,
    /// There is none.
    None,
    /// It cannot be had.
    LeftOut(String),
}

/// Asks, paces and tries again.
pub(super) struct Fetch<'a> {
    pub http: Http,
    pub api: &'a Api,
    pub token: Option<&'a Token>,
    pub clock: &'a dyn Clock,
    pub cancel: &'a AtomicBool,
    pub pace: Pace,
}

impl Fetch<'_> {
    /// Asks for one thing. `etag` marks the body that is here; `waiting` is told before and after every wait.
    pub(super) fn get(
        &mut self,
        request: &Request,
        etag: Option<&str>,
        waiting: &mut dyn FnMut(Option<Waiting>),
    ) -> Result<Answer, CaptureError> {
        let mut ask = Ask {
            address: self.api.address(&request.path),
            query: request.query.clone(),
            etag: etag.map(str::to_owned),
        };
        let (mut troubles, mut limits, mut redirects) = (0, 0, 0);
        loop {
            self.keep_to_limit(request.step.resource, waiting)?;
            let raw = match self.http.send(ask.clone(), self.cancel) {
                Ok(raw) => raw,
                Err(Broken::Cancelled) => return Err(CaptureError::Cancelled),
                Err(Broken::TooLong) => {
                    return Ok(Answer::LeftOut("longer than import reads (16 MiB)".to_owned()));
                }
                Err(Broken::Passing(why)) => {
                    self.again(request, &mut troubles, None, &why, waiting)?;
                    continue;
                }
            };
            self.pace.note(&raw, request.step.resource, self.clock.now());
            match judge(&raw, request.step, self.token) {
                Verdict::Good => return Ok(Answer::Body(Box::new(raw))),
                Verdict::Unchanged if etag.is_some() => return Ok(Answer::Unchanged),
                Verdict::Unchanged => {
                    return Err(stopped(request, "\"not modified\" without having been asked"));
                }
                Verdict::None => return Ok(Answer::None),
                Verdict::LeftOut(why) => return Ok(Answer::LeftOut(why)),
                Verdict::Missing => return Ok(Answer::LeftOut(MISSING.to_owned())),
                Verdict::Token => return Err(CaptureError::Token(self.api.host().to_owned())),
                Verdict::Wrong(why) => return Err(stopped(request, &why)),
                Verdict::Trouble(why) => {
                    self.again(request, &mut troubles, raw.retry_after, &why, waiting)?
                }
                Verdict::Limited => {
                    self.limited(request, &raw, limits, waiting)?;
                    limits += 1;
                }
                Verdict::Moved(to) => {
                    redirects += 1;
                    ask.address = self.follow(request, &to, redirects)?;
                }
            }
        }
    }

    /// Where a redirect leads, if it stays with this server.
    fn follow(&self, request: &Request, to: &str, redirects: u32) -> Result<String, CaptureError> {
        let path = self.api.path_of(to).ok_or_else(|| {
            stopped(request, "it was sent on to another address, which is not followed: the token belongs to this server only")
        })?;
        if redirects > REDIRECTS {
            return Err(stopped(request, "it was sent on again and again"));
        }
        Ok(self.api.address(&path))
    }

    fn keep_to_limit(
        &self,
        resource: Resource,
        waiting: &mut dyn FnMut(Option<Waiting>),
    ) -> Result<(), CaptureError> {
        let why = match resource {
            Resource::Core => "this hour's requests are used up",
            Resource::Search => "this minute's searches are used up",
            Resource::Graphql => "this hour's GraphQL requests are used up",
        };
        match self.pace.until(resource, self.clock.now()) {
            Some(until) => self.wait(until, why, waiting),
            None => Ok(()),
        }
    }

    fn limited(
        &self,
        request: &Request,
        raw: &Raw,
        tries: u32,
        waiting: &mut dyn FnMut(Option<Waiting>),
    ) -> Result<(), CaptureError> {
        if tries >= TRIES {
            return Err(stopped(request, "the server limits it again and again; go on later"));
        }
        let until = self.pace.after_refusal(raw, tries, self.clock.now());
        self.wait(until, "the server asks to slow down", waiting)
    }

    /// Waits before another try, or gives up.
    fn again(
        &self,
        request: &Request,
        tries: &mut u32,
        asked: Option<u32>,
        why: &str,
        waiting: &mut dyn FnMut(Option<Waiting>),
    ) -> Result<(), CaptureError> {
        if *tries + 1 >= TRIES {
            return Err(stopped(
                request,
                &format!("{why}, {TRIES} times; the same capture goes on from here"),
            ));
        }
        let until = self.clock.now() + back_off(*tries, asked);
        *tries += 1;
        self.wait(until, why, waiting)
    }

    fn wait(
        &self,
        until: DateTime<Utc>,
        why: &str,
        waiting: &mut dyn FnMut(Option<Waiting>),
    ) -> Result<(), CaptureError> {
        waiting(Some(Waiting { until, why: why.to_owned() }));
        loop {
            if self.cancel.load(Ordering::Relaxed) {
                return Err(CaptureError::Cancelled);
            }
            let left = until - self.clock.now();
            if left <= TimeDelta::zero() {
                waiting(None);
                return Ok(());
            }
            self.clock.sleep(left.to_std().unwrap_or(NAP).min(NAP));
        }
    }
}

fn stopped(request: &Request, why: &str) -> CaptureError {
    CaptureError::Request { request: request.key(), why: why.to_owned() }
}
