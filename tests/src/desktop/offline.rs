//! The same test once more where there is no network: in a network namespace that has nothing but loopback.

use std::process::Command;

/// Set where a test runs inside such a namespace.
pub const NO_NETWORK: &str = "ASSAY_NO_NETWORK";

/// Runs one test of the program that is running now by itself, in a network namespace with nothing but loopback.
///
/// Panics where the test fails there, and where the system permits no namespace: then it was not proven.
pub fn without_a_network(test: &str) {
    let unshare = namespace().unwrap_or_else(|| {
        panic!("this system permits no network namespace (`unshare --net`), so `{test}` was NOT proven to work offline")
    });
    let program = std::env::current_exe().unwrap_or_else(|error| panic!("{error}"));
    let mut command = Command::new("unshare");
    command.args(unshare).args(["sh", "-c", "ip link set lo up && exec \"$0\" \"$@\""]).arg(program);
    command.args(["--exact", test, "--nocapture", "--test-threads=1"]).env(NO_NETWORK, "1");
    let output = command.output().unwrap_or_else(|error| panic!("unshare: {error}"));
    let said =
        [output.stdout, output.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).concat();
    assert!(output.status.success() && said.contains("1 passed"), "without a network:\n{said}");
}

/// The words for `unshare`: as root, or as an ordinary person where the system lets them.
fn namespace() -> Option<&'static [&'static str]> {
    const WAYS: [&[&str]; 2] = [&["--net"], &["--net", "--map-root-user"]];
    let works = |way: &&&[&str]| {
        let tried = Command::new("unshare").args(**way).args(["ip", "link", "set", "lo", "up"]).output();
        tried.is_ok_and(|output| output.status.success())
    };
    WAYS.iter().find(works).copied()
}

/// Whether loopback is the only network interface here.
pub fn only_loopback_is_up() -> bool {
    let interfaces = std::fs::read_to_string("/proc/self/net/dev").unwrap_or_default();
    let mut names = interfaces.lines().skip(2).filter_map(|line| line.split(':').next()).map(str::trim);
    names.all(|name| name == "lo")
}
