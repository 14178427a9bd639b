//! The severity model beside its peers, in one run: `cargo bench -p assay-domain --bench severity`.
//!
//! Ours is the whole model: intervals, covariances and the probability of every order. lme4 (Bates and others, *Journal of
//! Statistical Software* 67(1), 2015) fits the nearest model, point estimates only. TAM (Robitzsch, Kiefer and Wu, *Test Analysis
//! Modules*) fits another one, the many-facet Rasch model, by marginal maximum likelihood: it stands here since it is the usual
//! package for raters' severity, and its time is that of a model without halo, profile or probabilities. Both are warm inside R,
//! and asked where `Rscript` and they are on the machine (`apt-get install r-cran-lme4`; TAM is on CRAN, `install.packages("TAM")`,
//! R finds it elsewhere by `R_LIBS`). All take turns on the same data. Times are those of the processor, which a busy machine does
//! not stretch; it fails where ours are longer than lme4's.
//!
//! Measured in one run on a busy machine of two cores (R 4.2.2, lme4 1.1-31, TAM 4.4-2), medians of 15 turns: of d01's 160 ratings ours
//! took 3.6 ms, lme4 17.1 (ours 0.21 times that), TAM 46.2 (0.08); of 489 with holes ours 10.3 ms, lme4 19.7 (0.52), TAM 69.1 (0.15).
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a measurement prints, and fails by panicking")]

use std::io::{BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::time::Instant;

use assay_domain::measure::severity::{Options, fit_whole};
use assay_domain::measure::{Rating, Ratings};

const TURNS: usize = 15;
/// The peers, and the scripts that ask them.
const PEERS: [(&str, &str); 2] = [("lme4", "lme4.R"), ("TAM", "tam.R")];

fn main() {
    if let Some(complete) = complete() {
        compare("d01, complete", &complete);
    }
    compare("489 ratings with holes", &holed());
}

fn compare(name: &str, rows: &[Rating]) {
    let ratings = Ratings::new(rows, &[], (1.0, 5.0)).unwrap();
    let mut peers = PEERS.map(|(_, script)| Peer::start(script, rows));
    let mut own = Vec::new();
    let mut theirs = PEERS.map(|_| Vec::new());
    let mut points = 0;
    for turn in 0..=TURNS {
        let (begun, wall) = (on_processor("self"), Instant::now());
        points = fit_whole(&ratings, &Options::default()).unwrap().report.grid_points;
        let took = milliseconds(begun, wall, "self");
        let others = peers.each_mut().map(|peer| peer.as_mut().map(Peer::fit));
        // The first turn warms all.
        if turn > 0 {
            own.push(took);
            theirs.iter_mut().zip(others).for_each(|(all, one)| all.extend(one));
        }
    }
    let own = median(&mut own);
    println!(
        "{name}: {} ratings, {} candidates: ours {own:.1} ms ({points} points; medians of {TURNS})",
        rows.len(),
        ratings.candidates.len()
    );
    for ((peer, _), times) in PEERS.iter().zip(&mut theirs) {
        if times.is_empty() {
            println!("  {peer}: not measured, Rscript with {peer} is not on this machine");
            continue;
        }
        let median = median(times);
        println!("  {peer} {median:.1} ms: ours takes {:.2} times that", own / median);
        let below = own < median || *peer != "lme4" || cfg!(debug_assertions);
        assert!(below, "the whole model belongs below lme4's point estimates");
    }
}

fn median(times: &mut [f64]) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

/// Milliseconds since then: of the processor where the system tells them, else by the clock.
fn milliseconds(begun: Option<u64>, wall: Instant, process: &str) -> f64 {
    let spent = begun.zip(on_processor(process)).map(|(before, after)| (after - before) as f64 / 1e6);
    spent.unwrap_or_else(|| 1000.0 * wall.elapsed().as_secs_f64())
}

/// Nanoseconds that the main thread of a process has run (Linux only).
fn on_processor(process: &str) -> Option<u64> {
    let told = std::fs::read_to_string(format!("/proc/{process}/schedstat")).ok()?;
    told.split_whitespace().next()?.parse().ok()
}

/// R with a peer, waiting for lines.
struct Peer {
    child: Child,
    ask: Option<ChildStdin>,
    answer: BufReader<ChildStdout>,
    data: PathBuf,
}

impl Peer {
    fn start(script: &str, rows: &[Rating]) -> Option<Peer> {
        let data = std::env::temp_dir().join(format!("assay-{script}-{}.csv", std::process::id()));
        let line =
            |row: &Rating| format!("{},{},{},{}\n", row.candidate, row.rater, row.criterion, row.score);
        let text: String = rows.iter().map(line).collect();
        std::fs::write(&data, format!("candidate,rater,criterion,score\n{text}")).unwrap();
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches").join(script);
        let mut command = Command::new("Rscript");
        command.arg(script).arg(&data).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn().ok()?;
        let answer = BufReader::new(child.stdout.take()?);
        let ask = child.stdin.take();
        let mut peer = Peer { child, ask, answer, data };
        peer.line().starts_with("ready").then_some(peer)
    }

    fn line(&mut self) -> String {
        let mut line = String::new();
        self.answer.read_line(&mut line).unwrap();
        line
    }

    fn fit(&mut self) -> f64 {
        let process = self.child.id().to_string();
        let (begun, wall) = (on_processor(&process), Instant::now());
        self.ask.as_mut().unwrap().write_all(b"fit\n").unwrap();
        assert!(!self.line().is_empty(), "R has given up");
        milliseconds(begun, wall, &process)
    }
}

impl Drop for Peer {
    fn drop(&mut self) {
        self.ask = None;
        let _ = self.child.wait();
        let _ = std::fs::remove_file(&self.data);
    }
}

/// `d01_complete.json` of the reference values, where they are beside the project (`ASSAY_SHARED`).
fn complete() -> Option<Vec<Rating>> {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    let shared = std::env::var_os("ASSAY_SHARED").map_or_else(beside, PathBuf::from);
    let text = std::fs::read_to_string(shared.join("reference/severity/d01_complete.json")).ok()?;
    let file: serde_json::Value = serde_json::from_str(&text).unwrap();
    let word = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
    let row = |row: &serde_json::Value| Rating {
        candidate: word(&row[0]),
        rater: word(&row[1]),
        criterion: word(&row[2]),
        score: row[3].as_f64().unwrap(),
    };
    Some(file["ratings"].as_array().unwrap().iter().map(row).collect())
}

/// 41 candidates, each seen by three of six raters on four criteria, but for three cells.
fn holed() -> Vec<Rating> {
    // Nearly normal: the sum of twelve uniform numbers, from a congruential generator (Knuth, vol. 2, 3.3.4, line 26).
    let mut state = 489_u64;
    let mut uniform = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        (state >> 11) as f64 / (1_u64 << 53) as f64
    };
    let mut drawn = |count: usize, sd: f64| -> Vec<f64> {
        let mut one = || sd * ((0..12).map(|_| uniform()).sum::<f64>() - 6.0);
        (0..count).map(|_| one()).collect()
    };
    let (leniency, means) = (drawn(6, 0.4), drawn(4, 0.4));
    let mut out = Vec::new();
    for candidate in 0..41 {
        let (effect, profile) = (drawn(1, 0.9)[0], drawn(4, 0.4));
        for seat in 0..3 {
            let rater = (candidate + seat * (1 + candidate / 6 % 2)) % 6;
            let halo = drawn(1, 0.4)[0];
            for criterion in 0..4 {
                let score = 3.0 + means[criterion] + effect + profile[criterion] + leniency[rater] + halo;
                out.push(Rating {
                    candidate: format!("C{candidate:02}"),
                    rater: format!("R{rater}"),
                    criterion: format!("K{criterion}"),
                    score: (score + drawn(1, 0.6)[0]).round().clamp(1.0, 5.0),
                });
            }
        }
    }
    for at in [400, 200, 100] {
        out.remove(at);
    }
    out
}
