//! A server on loopback that answers as GitHub's interface does, and remembers what it was asked.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};
use std::time::Duration;

/// One request as it came.
#[derive(Clone, Debug)]
pub struct Asked {
    /// Method and path below `/api/v3`, as `GET /users/ada-fixture`.
    pub what: String,
    /// The heads, as they were sent.
    pub heads: Vec<(String, String)>,
}

impl Asked {
    /// The value of a head.
    pub fn head(&self, name: &str) -> Option<&str> {
        self.heads.iter().find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
    }

    /// The path without method and query.
    pub fn path(&self) -> &str {
        let path = self.what.split_once(' ').map_or("", |(_, path)| path);
        path.split('?').next().unwrap_or_default()
    }

    /// A number in the query.
    pub fn number(&self, name: &str) -> Option<usize> {
        let (_, query) = self.what.split_once('?')?;
        query.split('&').find_map(|part| part.strip_prefix(&format!("{name}="))?.parse().ok())
    }
}

/// An answer.
#[derive(Clone, Debug)]
pub struct Reply {
    pub status: u16,
    pub heads: Vec<(String, String)>,
    pub body: Vec<u8>,
    /// Waits before it answers.
    pub delay: Duration,
    /// Sends only so many bytes of the body it announced.
    pub cut: Option<usize>,
}

impl Reply {
    /// JSON with a status.
    pub fn json(status: u16, body: &serde_json::Value) -> Self {
        let heads = vec![("content-type".into(), "application/json; charset=utf-8".into())];
        Self { status, heads, body: body.to_string().into_bytes(), delay: Duration::ZERO, cut: None }
    }

    /// An error as GitHub words it.
    pub fn error(status: u16, message: &str) -> Self {
        Self::json(
            status,
            &serde_json::json!({"message": message, "documentation_url": "https://docs.example"}),
        )
    }

    /// With a head more, or another value of it.
    #[expect(clippy::needless_pass_by_value, reason = "callers hand over numbers and texts alike")]
    pub fn with(mut self, name: &str, value: impl ToString) -> Self {
        self.heads.retain(|(key, _)| key != name);
        self.heads.push((name.into(), value.to_string()));
        self
    }
}

type Handler = dyn Fn(&Asked) -> Reply + Send + Sync;
type Log = Arc<Mutex<Vec<Asked>>>;

/// The server; it stops when dropped.
pub struct Server {
    port: u16,
    log: Log,
    stop: Arc<AtomicBool>,
    accepting: Option<JoinHandle<()>>,
}

impl Server {
    /// Starts one with a free port.
    pub fn new(handler: impl Fn(&Asked) -> Reply + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let (log, stop): (Log, _) = (Arc::default(), Arc::new(AtomicBool::new(false)));
        let handler: Arc<Handler> = Arc::new(handler);
        let (own_log, own_stop) = (Arc::clone(&log), Arc::clone(&stop));
        let accepting = thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                if own_stop.load(Ordering::Relaxed) {
                    return;
                }
                let (log, handler) = (Arc::clone(&own_log), Arc::clone(&handler));
                thread::spawn(move || serve(stream, &log, &*handler));
            }
        });
        Self { port, log, stop, accepting: Some(accepting) }
    }

    /// The base address of its interface.
    pub fn api(&self) -> String {
        format!("http://127.0.0.1:{}/api/v3", self.port)
    }

    /// The host as accounts name it.
    pub fn host(&self) -> String {
        format!("127.0.0.1:{}", self.port)
    }

    /// What it was asked, the limits left out.
    pub fn asked(&self) -> Vec<Asked> {
        let log = self.log.lock().unwrap();
        log.iter().filter(|asked| asked.what != "GET /rate_limit").cloned().collect()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
        let _ = TcpStream::connect(("127.0.0.1", self.port));
        if let Some(accepting) = self.accepting.take() {
            let _ = accepting.join();
        }
    }
}

/// One exchange; the connection is closed after it. Whoever hangs up early is left alone.
fn serve(mut stream: TcpStream, log: &Log, handler: &Handler) {
    let Some(asked) = read(&stream) else { return };
    log.lock().unwrap().push(asked.clone());
    let reply = handler(&asked);
    thread::sleep(reply.delay);
    let mut head = format!("HTTP/1.1 {} Reply\r\nconnection: close\r\n", reply.status);
    for (name, value) in &reply.heads {
        head += &format!("{name}: {value}\r\n");
    }
    if reply.status != 304 {
        head += &format!("content-length: {}\r\n", reply.body.len());
    }
    let sent = &reply.body[..reply.cut.unwrap_or(reply.body.len()).min(reply.body.len())];
    let _ = stream.write_all(format!("{head}\r\n").as_bytes()).and_then(|()| stream.write_all(sent));
}

fn read(stream: &TcpStream) -> Option<Asked> {
    let mut reader = BufReader::new(stream);
    let mut line = String::new();
    reader.read_line(&mut line).ok().filter(|read| *read > 0)?;
    let mut words = line.split_whitespace();
    let (method, path) = (words.next()?.to_owned(), words.next()?.to_owned());
    let path = path.strip_prefix("/api/v3").or_else(|| path.strip_prefix("/api")).unwrap_or(&path).to_owned();
    let mut heads = Vec::new();
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).ok()?;
        let Some((name, value)) = line.trim_end().split_once(": ") else { break };
        heads.push((name.to_owned(), value.to_owned()));
    }
    let asked = Asked { what: format!("{method} {path}"), heads };
    let length = asked.head("content-length").and_then(|length| length.parse().ok()).unwrap_or(0);
    reader.take(length).read_to_end(&mut Vec::new()).ok()?;
    Some(asked)
}
