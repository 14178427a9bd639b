//! Programs that a test starts and that must not outlive it.

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use super::memory;

/// A program that is asked to end when this is dropped, and is ended by the system if the test dies first.
pub struct Guarded {
    child: Child,
    name: String,
}

impl Guarded {
    /// Starts it; what it says on its error stream goes to the end of `log`.
    pub fn start(command: &mut Command, log: &Path) -> Self {
        let name = command.get_program().to_string_lossy().into_owned();
        let errors = File::options()
            .create(true)
            .append(true)
            .open(log)
            .unwrap_or_else(|error| panic!("{}: {error}", log.display()));
        command.stdin(Stdio::null()).stderr(errors);
        end_with_the_test(command);
        let child = command.spawn().unwrap_or_else(|error| {
            panic!("{name} could not be started ({error}); `cargo xtask test` installs what is missing")
        });
        Self { child, name }
    }

    /// Its process id.
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// The first line it prints.
    pub fn first_line(&mut self) -> String {
        let mut line = String::new();
        if let Some(output) = self.child.stdout.take() {
            BufReader::new(output)
                .read_line(&mut line)
                .unwrap_or_else(|error| panic!("{}: {error}", self.name));
        }
        line.trim().to_owned()
    }

    fn ended_within(&mut self, limit: Duration) -> bool {
        let start = Instant::now();
        while start.elapsed() < limit {
            if matches!(self.child.try_wait(), Ok(Some(_))) {
                return true;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        false
    }
}

impl Drop for Guarded {
    /// Asks first: a driver that is killed leaves the window it opened behind.
    fn drop(&mut self) {
        send_term(&self.child);
        if !self.ended_within(Duration::from_secs(5)) {
            let _ = self.child.kill();
            let _ = self.child.wait();
        }
    }
}

/// The process with this name below another one.
pub fn below(root: u32, name: &str) -> Option<u32> {
    let named = |id: &u32| {
        std::fs::read_to_string(format!("/proc/{id}/comm")).is_ok_and(|comm| comm.trim_end() == name)
    };
    memory::descendants(root).into_iter().find(named)
}

/// Kills a process that a child of ours started, and waits until it is gone.
#[expect(unsafe_code, reason = "the standard library kills its own children only")]
pub fn kill_and_wait(id: u32) {
    let id = libc::pid_t::try_from(id).unwrap_or_default();
    assert!(id > 1, "no process of ours");
    // SAFETY: kill(2) touches no memory of ours; the id was found below a child of this test a moment ago.
    unsafe { libc::kill(id, libc::SIGKILL) };
    let start = Instant::now();
    let runs = || {
        let stat = std::fs::read_to_string(format!("/proc/{id}/stat")).unwrap_or_default();
        stat.rsplit_once(')').is_some_and(|(_, rest)| !rest.trim_start().starts_with('Z'))
    };
    while runs() {
        assert!(start.elapsed() < Duration::from_secs(5), "process {id} outlives its kill");
        std::thread::sleep(Duration::from_millis(10));
    }
}

#[expect(
    unsafe_code,
    reason = "the standard library has no SIGTERM; the child is ours and not yet waited for"
)]
fn send_term(child: &Child) {
    let id = libc::pid_t::try_from(child.id()).unwrap_or_default();
    if id > 0 {
        // SAFETY: kill(2) touches no memory of ours; the id is of a child that was not reaped, so it names no other.
        unsafe { libc::kill(id, libc::SIGTERM) };
    }
}

#[expect(unsafe_code, reason = "only between fork and exec can a child ask to be ended with its parent")]
fn end_with_the_test(command: &mut Command) {
    // SAFETY: the closure runs between fork and exec and makes one system call that is safe there (async-signal-safe,
    // no allocation, no lock).
    unsafe {
        command.pre_exec(|| {
            libc::prctl(libc::PR_SET_PDEATHSIG, libc::SIGTERM);
            Ok(())
        });
    }
}
