//! A server that hears whoever asks it for anything.

use std::io::{Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

/// Listens on this machine until it is dropped with its process; remembers what it was asked for.
pub struct Ear {
    address: String,
    heard: Arc<Mutex<Vec<String>>>,
}

impl Ear {
    /// One that listens.
    pub fn new() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap_or_else(|error| panic!("no port: {error}"));
        let address = listener.local_addr().unwrap_or_else(|error| panic!("no port: {error}"));
        let heard = Arc::new(Mutex::new(Vec::new()));
        let notes = Arc::clone(&heard);
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                note(stream, &notes);
            }
        });
        Self { address: format!("http://{address}"), heard }
    }

    /// Where it listens.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// What was asked for so far, first line by first line.
    pub fn heard(&self) -> Vec<String> {
        self.heard.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Asks it for something oneself: what hears nothing proves nothing.
    pub fn hears(&self) -> bool {
        let before = self.heard().len();
        let place = self.address.trim_start_matches("http://");
        let asked = TcpStream::connect(place).and_then(|mut stream| {
            stream.write_all(b"GET /control HTTP/1.1\r\n\r\n")?;
            stream.read_to_end(&mut Vec::new())
        });
        let heard = asked.is_ok() && self.heard().len() == before + 1;
        self.heard.lock().unwrap_or_else(PoisonError::into_inner).truncate(before);
        heard
    }
}

fn note(mut stream: TcpStream, notes: &Mutex<Vec<String>>) {
    let _ = stream.set_read_timeout(Some(Duration::from_secs(2)));
    let mut bytes = [0; 1024];
    let read = stream.read(&mut bytes).unwrap_or(0);
    let text = String::from_utf8_lossy(bytes.get(..read).unwrap_or_default()).into_owned();
    let first = text.lines().next().unwrap_or("a connection without a word").to_owned();
    notes.lock().unwrap_or_else(PoisonError::into_inner).push(first);
    let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\nAccess-Control-Allow-Origin: *\r\nConnection: close\r\n\r\n");
}
