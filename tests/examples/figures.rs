//! Measures the application beside an empty window of the same toolkit, in turns: from process start to the first usable
//! screen, and memory. `cargo xtask figures` builds both and names them in `ASSAY_APP` and `ASSAY_EMPTY`.

#[cfg(target_os = "linux")]
fn main() {
    linux::main();
}

#[cfg(not(target_os = "linux"))]
fn main() {}

#[cfg(target_os = "linux")]
mod linux {
    use std::path::PathBuf;
    use std::time::{Duration, Instant};

    use assay_tests::desktop::{Desk, Theme, within};

    const RUNS: usize = 7;
    const LIMIT: Duration = Duration::from_secs(300);

    /// Usable: there is something to press. An empty window is ready when its page is.
    const USABLE: &str = "return document.querySelectorAll('button').length > 2";
    const LOADED: &str = "return document.readyState === 'complete'";

    #[derive(Default)]
    struct Measured {
        seconds: Vec<f64>,
        mebibytes: Vec<f64>,
    }

    pub fn main() {
        let (mut app, mut empty) = (Measured::default(), Measured::default());
        for run in 0..RUNS {
            // Who goes first alternates: what went before warms or loads the machine.
            if run % 2 == 0 {
                measure("ASSAY_APP", USABLE, &mut app);
            }
            measure("ASSAY_EMPTY", LOADED, &mut empty);
            if run % 2 == 1 {
                measure("ASSAY_APP", USABLE, &mut app);
            }
        }
        report("the application", &mut app);
        report("an empty window", &mut empty);
    }

    fn measure(variable: &str, ready: &str, measured: &mut Measured) {
        let program =
            PathBuf::from(std::env::var_os(variable).unwrap_or_else(|| panic!("{variable} is not set")));
        within(LIMIT, async {
            let desk = Desk::new(Theme::Light);
            let start = Instant::now();
            let window = desk.open_program(&program).await;
            while window.run(ready, vec![]).await.ok().and_then(|answer| answer.as_bool()) != Some(true) {
                tokio::time::sleep(Duration::from_millis(10)).await;
            }
            measured.seconds.push(start.elapsed().as_secs_f64());
            tokio::time::sleep(Duration::from_secs(2)).await;
            measured.mebibytes.push(window.memory());
            window.close().await;
        });
    }

    #[expect(clippy::print_stdout, reason = "the figures are what this program is for")]
    fn report(name: &str, measured: &mut Measured) {
        let (seconds, mebibytes) = (median(&mut measured.seconds), median(&mut measured.mebibytes));
        println!(
            "{name}: usable after {seconds:.2} s, {mebibytes:.0} MiB resident (medians of {RUNS} starts)"
        );
    }

    fn median(values: &mut [f64]) -> f64 {
        values.sort_by(f64::total_cmp);
        values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
    }
}
