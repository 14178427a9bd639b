//! What the tests share: a server with a world, an order in a temporary folder, a clock that does not wait.

use std::ops::ControlFlow;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicI64, AtomicUsize, Ordering};
use std::time::Duration;

use assay_domain::import::{EntryReport, Record, RecordSink};
use assay_github::Options;
use assay_github::capture::{
    self, Api, CaptureError, CaptureProgress, Captured, Clock, Depth, Means, Order, Patience, Token,
};
use chrono::{DateTime, TimeDelta, Utc};
use tempfile::TempDir;

use crate::server::{Asked, Reply, Server};
use crate::world::{LOGIN, World};

/// A token that is easily found wherever it should not be.
pub const TOKEN: &str = "ghp_fixtureDoNotShowThis0123456789";

/// A clock on which waiting takes no time.
#[derive(Default)]
pub struct Skipping(AtomicI64);

impl Skipping {
    /// Seconds that were waited so far.
    pub fn waited(&self) -> i64 {
        self.0.load(Ordering::Relaxed) / 1000
    }

    /// Lets time pass.
    pub fn pass(&self, time: TimeDelta) {
        self.0.fetch_add(time.num_milliseconds(), Ordering::Relaxed);
    }
}

impl Clock for Skipping {
    fn now(&self) -> DateTime<Utc> {
        Utc::now() + TimeDelta::milliseconds(self.0.load(Ordering::Relaxed))
    }

    fn sleep(&self, time: Duration) {
        assert!(time <= Duration::from_millis(100), "the user cannot stop for {time:?}");
        self.pass(TimeDelta::from_std(time).unwrap() + TimeDelta::milliseconds(1));
    }
}

/// A server and a folder.
pub struct Bench {
    pub server: Server,
    pub home: TempDir,
    pub clock: Skipping,
    pub cancel: AtomicBool,
    pub token: Option<Token>,
    /// How long an answer is waited for; long, so that a busy machine is not taken for a slow server.
    pub patience: Duration,
}

/// A reply in place of the world's, by the request and how many of its kind came before.
pub type Instead = dyn Fn(&Asked, usize) -> Option<Reply> + Send + Sync;

impl Bench {
    /// A world that answers soundly.
    pub fn new(world: World) -> Self {
        Self::with(world, |_, _| None)
    }

    /// A world in which `instead` comes first.
    pub fn with(
        world: World,
        instead: impl Fn(&Asked, usize) -> Option<Reply> + Send + Sync + 'static,
    ) -> Self {
        let counts: Arc<std::sync::Mutex<std::collections::BTreeMap<String, usize>>> = Arc::default();
        let port = Arc::new(AtomicUsize::new(0));
        let own = Arc::clone(&port);
        let server = Server::new(move |asked| {
            let base = format!("http://127.0.0.1:{}/api/v3", own.load(Ordering::Relaxed));
            let before = {
                let mut counts = counts.lock().unwrap();
                let count = counts.entry(asked.what.clone()).or_default();
                *count += 1;
                *count - 1
            };
            instead(asked, before).unwrap_or_else(|| world.reply(&base, asked))
        });
        port.store(server.host().rsplit(':').next().unwrap().parse().unwrap(), Ordering::Relaxed);
        Self {
            server,
            home: tempfile::tempdir().unwrap(),
            clock: Skipping::default(),
            cancel: AtomicBool::new(false),
            token: Some(Token::new(TOKEN).unwrap()),
            patience: Duration::from_secs(20),
        }
    }

    pub fn order(&self, depth: Depth) -> Order {
        Order {
            login: LOGIN.into(),
            depth,
            repositories: Vec::new(),
            api: Api::new(&self.server.api()).unwrap(),
            out: self.home.path().join("ada.tar.zst"),
            previous: None,
        }
    }

    pub fn means(&self) -> Means<'_> {
        let patience =
            Patience { connect: Duration::from_secs(5), answer: self.patience, body: self.patience };
        Means { token: self.token.as_ref(), clock: &self.clock, cancel: &self.cancel, patience }
    }

    pub fn take(&self, order: &Order) -> Result<Captured, CaptureError> {
        capture::capture(order, self.means(), &mut |_: &CaptureProgress| {})
    }
}

/// What import reads in an archive.
#[derive(Default)]
pub struct Read {
    pub records: Vec<(String, Record)>,
    pub entries: Vec<EntryReport>,
}

impl Read {
    /// Reads it.
    pub fn of(path: &Path) -> Self {
        let mut read = Self::default();
        let mut source = assay_github::open(path, &Options::default()).unwrap();
        assert!(source.read(&mut read).is_continue());
        read
    }

    /// How many records pass a test.
    pub fn count(&self, test: impl Fn(&Record) -> bool) -> usize {
        self.records.iter().filter(|(_, record)| test(record)).count()
    }
}

impl RecordSink for Read {
    fn record(&mut self, path: &str, record: Record) -> ControlFlow<()> {
        self.records.push((path.to_owned(), record));
        ControlFlow::Continue(())
    }

    fn entry(&mut self, report: EntryReport) -> ControlFlow<()> {
        self.entries.push(report);
        ControlFlow::Continue(())
    }

    fn progress(&mut self, _: u64) -> ControlFlow<()> {
        ControlFlow::Continue(())
    }
}
