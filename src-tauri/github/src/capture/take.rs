//! Takes one thing: from the folder where it has come already, else from the server, and keeps it.

use chrono::DateTime;
use serde_json::Value;

use super::archive::Part;
use super::entry::{About, Request};
use super::error::CaptureError;
use super::estimate::{Allowance, Limit};
use super::fetch::{Answer, Fetch};
use super::folder::{Folder, Kept};
use super::progress::CaptureProgress;
use super::steps::{PROFILE, RATE_LIMIT, Step};

/// What was taken.
#[derive(Debug)]
pub(super) struct Taken {
    /// The body; `None` where there is none.
    pub value: Option<Value>,
    /// Whether there is another page.
    pub more: bool,
    /// Why it could not be had.
    pub left_out: Option<String>,
}

/// Takes, and tells how far it is.
pub(super) struct Take<'a> {
    pub fetch: Fetch<'a>,
    pub folder: Folder,
    tell: &'a mut dyn FnMut(&CaptureProgress),
    progress: CaptureProgress,
    parts: Vec<Part>,
}

impl<'a> Take<'a> {
    pub(super) fn new(fetch: Fetch<'a>, folder: Folder, tell: &'a mut dyn FnMut(&CaptureProgress)) -> Self {
        Self { fetch, folder, tell, progress: CaptureProgress::default(), parts: Vec::new() }
    }

    /// Says how many requests there are in all, as far as is known now.
    pub(super) fn plan(&mut self, requests: u32) {
        self.progress.planned = requests.max(self.progress.done);
    }

    /// One page of a step.
    pub(super) fn one(
        &mut self,
        step: &'static Step,
        about: About<'_>,
        page: u32,
    ) -> Result<Taken, CaptureError> {
        let request = Request::new(step, about, page);
        let fresh = self.folder.fresh(&request.key(), self.fetch.clock.now()).cloned();
        let kept = match fresh {
            Some(kept) => kept,
            None => self.ask(&request)?,
        };
        let body = self.folder.body(&kept)?;
        let value = body.and_then(|body| serde_json::from_slice(&body).ok());
        let (more, left_out) = (kept.more, kept.left_out.clone());
        self.progress.done += 1;
        self.progress.planned = self.progress.planned.max(self.progress.done);
        self.progress.left_out += u32::from(kept.left_out.is_some());
        self.parts.push(Part { entry: request.entry, kept });
        (self.tell)(&self.progress);
        Ok(Taken { value, more, left_out })
    }

    fn ask(&mut self, request: &Request) -> Result<Kept, CaptureError> {
        let key = request.key();
        let before = self.folder.marked(&key).cloned();
        let etag = before.as_ref().and_then(|kept| kept.etag.clone());
        self.progress.current.clone_from(&request.title);
        (self.tell)(&self.progress);
        let (tell, progress) = (&mut self.tell, &mut self.progress);
        let answer = self.fetch.get(request, etag.as_deref(), &mut |waiting| {
            progress.waiting = waiting;
            tell(progress);
        })?;
        self.progress.asked += 1;
        let at = self.fetch.clock.now();
        let new = |more, etag, left_out| Kept {
            request: key.clone(),
            body: None,
            bytes: 0,
            etag,
            more,
            left_out,
            at,
        };
        match answer {
            Answer::Body(raw) => self.folder.keep(new(raw.more, raw.etag.clone(), None), Some(&raw.body)),
            Answer::None => self.folder.keep(new(false, None, None), Some(b"[]")),
            Answer::Unchanged => {
                self.progress.unchanged += 1;
                let same = before.unwrap_or_else(|| new(false, None, None));
                self.folder.keep(Kept { at, ..same }, None)
            }
            // Without a profile there is nothing to go on from: it is asked for again the next time.
            Answer::LeftOut(why) if std::ptr::eq(request.step, &PROFILE) => Ok(new(false, None, Some(why))),
            Answer::LeftOut(why) => self.folder.keep(new(false, None, Some(why)), None),
        }
    }

    /// The limits now; asking for them is free
    /// (<https://docs.github.com/en/rest/rate-limit/rate-limit>). A server without limits has no such answer.
    pub(super) fn limits(&mut self) -> Result<Allowance, CaptureError> {
        let nobody = About { login: "", repo: None, number: None };
        let request = Request::new(&RATE_LIMIT, nobody, 1);
        let Answer::Body(raw) = self.fetch.get(&request, None, &mut |_| {})? else {
            return Ok(Allowance::default());
        };
        let told: Value = serde_json::from_slice(&raw.body).unwrap_or_default();
        let limit = |name: &str| {
            let one = told.get("resources")?.get(name)?;
            let number = |key: &str| u32::try_from(one.get(key)?.as_u64()?).ok();
            let reset = DateTime::from_timestamp(one.get("reset")?.as_i64()?, 0)?;
            Some(Limit { limit: number("limit")?, remaining: number("remaining")?, reset })
        };
        Ok(Allowance { core: limit("core"), search: limit("search"), graphql: limit("graphql") })
    }

    /// What was taken, in the order in which it was asked for.
    pub(super) fn end(self) -> (Vec<Part>, Folder, CaptureProgress) {
        (self.parts, self.folder, self.progress)
    }
}
