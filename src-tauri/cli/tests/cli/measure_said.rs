//! What `assay measure` says of who cannot be compared, of what is plain, and of an order that is not known.

use serde_json::Value;

use crate::bench::Bench;
use crate::measure_plainly::{RATINGS, with_a_stand_in};

/// Two panels, raters named against the candidates' order; and two raters for each criterion.
#[test]
fn sets_of_candidates_and_of_raters_have_one_number_and_what_is_not_linked_is_named() {
    let bench = Bench::empty();
    let of = |rows: &[(&str, &str, &str, u8)]| {
        let row = |(who, by, on, level): &(&str, &str, &str, u8)| format!("{who},{by},{on},{level}\n");
        format!("candidate,rater,criterion,score\n{}", rows.iter().map(row).collect::<String>())
    };
    let panel = |names: [&'static str; 2], raters: [&'static str; 2]| {
        let levels = [3, 4, 2, 5];
        (0..4).map(move |at| (names[at / 2], raters[at % 2], "depth", levels[at]))
    };
    let rows: Vec<_> =
        panel(["Cy", "Di"], ["Tess", "Una"]).chain(panel(["Ed", "Flo"], ["Ada", "Bo"])).collect();
    bench.write("panels.csv", &of(&rows));
    let told = bench.measured(&["severity", "panels.csv", "--model", "rasch"]);
    let under = |heading: &str| {
        let at = told.find(heading).unwrap_or_else(|| panic!("{heading}: {told}"));
        told[at..].lines().skip(2).take(2).map(|line| line.split("  ").next().unwrap()).collect::<Vec<_>>()
    };
    assert_eq!(under("Set 1: candidate"), ["Cy", "Di"]);
    assert_eq!(under("Set 1: rater's leniency"), ["Tess", "Una"]);
    assert_eq!(under("Set 2: rater's leniency"), ["Ada", "Bo"]);
    assert!(told.contains("sets of candidates and raters that nothing links"), "{told}");
    let by_criterion = ["Cy", "Di", "Ed"].into_iter().zip([2, 3, 4]).flat_map(|(who, level)| {
        [
            (who, "Ada", "depth", level),
            (who, "Bo", "depth", 5 - level),
            (who, "Tess", "tone", level),
            (who, "Una", "tone", 3),
        ]
    });
    bench.write("parted.csv", &of(&by_criterion.collect::<Vec<_>>()));
    let told = bench.measured(&["severity", "parted.csv", "--model", "rasch"]);
    for said in [
        "sets of raters and criteria that nothing links: across sets they stand on no common scale; the candidates all stand on one.",
        "Set 1, part 1: rater's leniency",
        "Set 1, part 2: rater's leniency",
    ] {
        assert!(told.contains(said), "{said}: {told}");
    }
}

/// Whoever reads the shares learns who is not to be compared.
#[test]
fn what_robustness_says_of_who_cannot_be_compared() {
    let bench = Bench::empty();
    bench.write("stand_in.csv", &with_a_stand_in());
    let told = bench.measured(&["robustness", "stand_in.csv"]);
    assert!(told.contains("No rater links these to each other: Cy, Di, Ed, Flo and Ida; Gus."), "{told}");
    bench.write("ratings.csv", RATINGS);
    let told = bench.measured(&["robustness", "ratings.csv"]);
    assert!(!told.contains("No rater links"), "{told}");
}

#[test]
fn by_what_rows_stand_and_what_is_plain_is_said() {
    let bench = Bench::empty();
    bench.write("stand_in.csv", &with_a_stand_in());
    let told = bench.measured(&["severity", "stand_in.csv"]);
    assert!(
        told.contains("Rows and neighbours stand by the corrected scores") && !told.contains("re-ranked"),
        "{told}"
    );
    // One rater's two assessments of a candidate are merged: (3 + 3 + 1) / 3 by the weights, and not the mean of 3 and 1.
    let heading = "candidate,rater,criterion,score,criterion_weight,assessment,assessment_weight,levels\n";
    let rows = "Cy,Ada,depth,3,2,Review,80,5\nCy,Ada,tone,1,1,Talk,20,5\nCy,Bo,depth,5,2,Review,80,5\n";
    bench.write("two.csv", &format!("{heading}{rows}"));
    let json: Value = serde_json::from_str(&bench.measured(&["severity", "two.csv", "--json"])).unwrap();
    let plain = json["raw_total"]["Cy"].as_f64().unwrap();
    assert!((plain - 0.5 * (0.8 * 3.0 + 0.2 * 1.0 + 5.0)).abs() < 1e-9, "{plain}");
    assert!(
        json["notes"].to_string().contains("what a rater gave a candidate counts as one scorecard"),
        "{json}"
    );
    let told = bench.measured(&["severity", "two.csv"]);
    assert!(
        told.contains("Plain is the mean over the raters, each by the weighted mean of all that they rated"),
        "{told}"
    );
}

/// Whatever the candidates are called, interviews of one day have no order.
#[test]
fn drift_makes_no_order_of_interviews_of_one_day() {
    let bench = Bench::empty();
    let told = |names: [&str; 8]| {
        let levels = [5, 5, 4, 4, 3, 3, 2, 2];
        let row = |(at, name): (usize, &&str)| {
            let bo = 3 + at % 2;
            format!("{name},Ada,depth,{},2026-03-02\n{name},Bo,depth,{bo},2026-03-02\n", levels[at])
        };
        let rows: String = names.iter().enumerate().map(row).collect();
        bench.write("day.csv", &format!("candidate,rater,criterion,score,held\n{rows}"));
        bench.measured(&["drift", "day.csv"])
    };
    let told =
        [told(["A", "B", "C", "D", "E", "F", "G", "H"]), told(["H", "C", "A", "F", "B", "G", "E", "D"])];
    assert_eq!(told[0], told[1]);
    assert!(
        told[0].contains("The order of the interviews is not known") && !told[0].contains("Look again"),
        "{}",
        told[0]
    );
    let row = told[0].lines().find(|line| line.starts_with("per interview")).unwrap();
    assert!(row.ends_with("  the order is not known"), "{}", told[0]);
}
