//! One exchange with the server. The only file that knows the HTTP client.
//!
//! An exchange runs on a thread of its own, so that the user can stop within a second even while the server is silent;
//! a thread that was left alone ends by its time-outs.

use std::io::{self, Read as _};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use chrono::{DateTime, Utc};
use ureq::http::header::{
    ACCEPT, AUTHORIZATION, CONTENT_TYPE, ETAG, HeaderMap, HeaderValue, IF_NONE_MATCH, LINK,
};
use ureq::http::header::{DATE, LOCATION, RETRY_AFTER};
use ureq::http::{Request, Response};
use ureq::tls::{RootCerts, TlsConfig, TlsProvider};
use ureq::{Agent, Body};

use super::address::Api;
use super::token::Token;

/// Bytes of the longest body, decompressed: as long as the longest record that import reads.
const LONGEST: u64 = 16 * 1024 * 1024;
/// How often it is looked whether the user has stopped.
const LOOK: Duration = Duration::from_millis(50);
/// The version of the interface (<https://docs.github.com/en/rest/about-the-rest-api/api-versions>).
const VERSION: &str = "2022-11-28";

/// How long is waited for the server.
#[derive(Clone, Copy, Debug)]
pub struct Patience {
    /// For a connection.
    pub connect: Duration,
    /// For the head of an answer, once asked.
    pub answer: Duration,
    /// For its whole body.
    pub body: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self {
            connect: Duration::from_secs(15),
            answer: Duration::from_secs(30),
            body: Duration::from_secs(90),
        }
    }
}

/// What is sent.
#[derive(Clone, Debug)]
pub(super) struct Ask {
    pub address: String,
    /// A GraphQL query; posted.
    pub query: Option<String>,
    /// Mark of the body that is here already.
    pub etag: Option<String>,
}

/// What came back, as far as it matters.
#[derive(Clone, Debug, Default)]
pub(super) struct Raw {
    pub status: u16,
    pub content_type: String,
    pub etag: Option<String>,
    pub location: Option<String>,
    /// Whether there is another page.
    pub more: bool,
    pub retry_after: Option<u32>,
    pub limit: Option<u32>,
    pub remaining: Option<u32>,
    pub reset: Option<DateTime<Utc>>,
    pub resource: Option<String>,
    pub date: Option<DateTime<Utc>>,
    pub body: Vec<u8>,
}

/// Why nothing whole came back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Broken {
    /// The user stopped.
    Cancelled,
    /// Trouble that may pass: unreachable, slow, cut.
    Passing(String),
    /// More than is taken.
    TooLong,
}

/// The client.
pub(super) struct Http {
    agent: Agent,
    token: Option<Token>,
}

impl Http {
    pub(super) fn new(api: &Api, token: Option<Token>, patience: Patience) -> Self {
        let tls = TlsConfig::builder()
            .provider(TlsProvider::NativeTls)
            .root_certs(RootCerts::PlatformVerifier)
            .build();
        let mut config = Agent::config_builder()
            .http_status_as_error(false)
            .https_only(!api.is_loopback())
            // A redirect is looked at before it is followed: the token goes to no other host.
            .max_redirects(0)
            .max_redirects_will_error(false)
            .user_agent(concat!("Assay/", env!("CARGO_PKG_VERSION")))
            .timeout_connect(Some(patience.connect))
            .timeout_resolve(Some(patience.connect))
            .timeout_send_request(Some(patience.answer))
            .timeout_recv_response(Some(patience.answer))
            .timeout_recv_body(Some(patience.body))
            .tls_config(tls);
        if api.is_loopback() {
            config = config.proxy(None);
        }
        Self { agent: Agent::new_with_config(config.build()), token }
    }

    /// Sends and waits, at most as long as the user lets it.
    pub(super) fn send(&self, ask: Ask, cancel: &AtomicBool) -> Result<Raw, Broken> {
        if cancel.load(Ordering::Relaxed) {
            return Err(Broken::Cancelled);
        }
        let (agent, token) = (self.agent.clone(), self.token.clone());
        let (tell, hear) = channel();
        let exchange = thread::Builder::new().name("capture".to_owned()).spawn(move || {
            // Nobody listens any more where the user has stopped.
            let _ = tell.send(exchange(&agent, token.as_ref(), ask));
        });
        exchange.map_err(|error| Broken::Passing(format!("no thread could be started: {error}")))?;
        loop {
            if cancel.load(Ordering::Relaxed) {
                return Err(Broken::Cancelled);
            }
            match hear.recv_timeout(LOOK) {
                Ok(answer) => return answer,
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => {
                    return Err(Broken::Passing("the exchange broke off".to_owned()));
                }
            }
        }
    }
}

fn exchange(agent: &Agent, token: Option<&Token>, ask: Ask) -> Result<Raw, Broken> {
    let mut request = Request::builder().uri(&ask.address);
    request = request.header(ACCEPT, "application/vnd.github+json").header("x-github-api-version", VERSION);
    if let Some(etag) = &ask.etag {
        request = request.header(IF_NONE_MATCH, etag);
    }
    if let Some(token) = token {
        request = request.header(AUTHORIZATION, secret(token)?);
    }
    let unsendable = |_| Broken::Passing("the request could not be written".to_owned());
    let answer = match ask.query {
        Some(query) => {
            let request = request.method("POST").header(CONTENT_TYPE, "application/json");
            agent.run(request.body(query).map_err(unsendable)?)
        }
        None => agent.run(request.method("GET").body(()).map_err(unsendable)?),
    };
    read(answer.map_err(|error| broken(&error))?)
}

/// The one header that holds the token, marked so that no library prints it.
fn secret(token: &Token) -> Result<HeaderValue, Broken> {
    let text = zeroize::Zeroizing::new(format!("Bearer {}", token.expose()));
    let mut value = HeaderValue::from_str(&text)
        .map_err(|_| Broken::Passing("the token cannot stand in a header".to_owned()))?;
    value.set_sensitive(true);
    Ok(value)
}

fn read(answer: Response<Body>) -> Result<Raw, Broken> {
    let (head, body) = answer.into_parts();
    let mut raw = heads(head.status.as_u16(), &head.headers);
    let mut reader = body.into_with_config().limit(LONGEST * 2).reader().take(LONGEST + 1);
    reader.read_to_end(&mut raw.body).map_err(|error| cut(&error))?;
    if raw.body.len() as u64 > LONGEST { Err(Broken::TooLong) } else { Ok(raw) }
}

fn heads(status: u16, headers: &HeaderMap) -> Raw {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok()).map(str::to_owned);
    let number = |name: &str| text(name).and_then(|value| value.trim().parse::<u32>().ok());
    let reset = text("x-ratelimit-reset").and_then(|value| value.trim().parse::<i64>().ok());
    let date = |value: String| DateTime::parse_from_rfc2822(&value).ok().map(|at| at.with_timezone(&Utc));
    Raw {
        status,
        content_type: text(CONTENT_TYPE.as_str()).unwrap_or_default(),
        etag: text(ETAG.as_str()),
        location: text(LOCATION.as_str()),
        more: text(LINK.as_str()).is_some_and(|link| link.contains("rel=\"next\"")),
        retry_after: number(RETRY_AFTER.as_str()),
        limit: number("x-ratelimit-limit"),
        remaining: number("x-ratelimit-remaining"),
        reset: reset.and_then(|seconds| DateTime::from_timestamp(seconds, 0)),
        resource: text("x-ratelimit-resource"),
        date: text(DATE.as_str()).and_then(date),
        body: Vec::new(),
    }
}

fn cut(error: &io::Error) -> Broken {
    match error.get_ref().and_then(|inner| inner.downcast_ref::<ureq::Error>()) {
        Some(inner) => broken(inner),
        None => Broken::Passing(format!("the answer was cut ({})", error.kind())),
    }
}

/// What broke, in words. ureq's own texts hold no header.
fn broken(error: &ureq::Error) -> Broken {
    Broken::Passing(match error {
        ureq::Error::Timeout(_) => "the server was too slow".to_owned(),
        ureq::Error::HostNotFound => "the host is not found; is there a network?".to_owned(),
        ureq::Error::ConnectionFailed => "the server cannot be reached".to_owned(),
        ureq::Error::Io(error) if error.kind() == io::ErrorKind::ConnectionRefused => {
            "the server refuses the connection".to_owned()
        }
        ureq::Error::Io(error) => format!("the connection broke ({})", error.kind()),
        ureq::Error::Protocol(_) => "the answer was cut or is no HTTP".to_owned(),
        ureq::Error::BodyExceedsLimit(_) => return Broken::TooLong,
        ureq::Error::Tls(_) | ureq::Error::NativeTls(_) => {
            "the encrypted connection failed: the server's certificate is not trusted here, or a proxy stands between".to_owned()
        }
        _ => "the exchange failed".to_owned(),
    })
}
