//! Properties of the severity model, and what it says of designs that leave something undecided.

use proptest::prelude::*;

use super::super::super::ratings::Rating;
use super::*;

const FIXED: Sds = Sds { rater: 0.4, halo: 0.4, profile: 0.4, residual: 0.6 };

fn rows(of: &[(&str, &str, &str, f64)]) -> Vec<Rating> {
    let row = |(candidate, rater, criterion, score): &(&str, &str, &str, f64)| Rating {
        candidate: (*candidate).to_owned(),
        rater: (*rater).to_owned(),
        criterion: (*criterion).to_owned(),
        score: *score,
    };
    of.iter().map(row).collect()
}

fn run(rows: &[Rating], options: &Options) -> Report {
    fit(&Ratings::new(rows, &[], (1.0, 5.0)).unwrap(), options).unwrap()
}

fn at_fixed() -> Options {
    Options { deviations: Deviations::Fixed(FIXED), ..Options::default() }
}

/// Every rater on every candidate and criterion; scores by a rule.
fn complete(
    candidates: usize,
    raters: usize,
    criteria: usize,
    score: impl Fn(usize, usize, usize) -> f64,
) -> Vec<Rating> {
    let mut out = Vec::new();
    for c in 0..candidates {
        for r in 0..raters {
            for k in 0..criteria {
                out.push(Rating {
                    candidate: format!("C{c}"),
                    rater: format!("R{r}"),
                    criterion: format!("K{k}"),
                    score: score(c, r, k),
                });
            }
        }
    }
    out
}

#[test]
fn one_rating_by_hand() {
    // T = mu + theta + delta with variances 2.25, 25, 0.16; the score adds 0.16 + 0.16 + 0.36 of rater, halo and residual.
    let found = run(&rows(&[("A", "R", "K", 5.0)]), &at_fixed());
    let (inside, all) = (2.25 + 25.0 + 0.16, 2.25 + 25.0 + 0.16 + 0.16 + 0.16 + 0.36);
    let mean = 3.0 + 2.0 * inside / all;
    let variance: f64 = inside - inside * inside / all;
    assert!((found.weighted_total.est.get("A").unwrap() - mean).abs() < 1e-12);
    assert!((found.weighted_total.sd.get("A").unwrap() - variance.sqrt()).abs() < 1e-12);
    let reach = 1.959_963_984_540_054 * variance.sqrt();
    assert!((found.weighted_total_interval[0].1 - mean - reach).abs() < 1e-9);
    assert_eq!((found.verdict, found.unrated_cells), (Verdict::OneRater, 0));
}

#[test]
fn rows_in_any_order_give_the_same_bits() {
    let data = complete(5, 3, 2, |c, r, k| ((c * 7 + r * 3 + k * 5) % 5) as f64 + 1.0);
    let mut turned = data.clone();
    turned.reverse();
    turned.swap(3, 17);
    assert_eq!(run(&data, &Options::default()), run(&turned, &Options::default()));
}

#[test]
fn a_twin_is_equal_to_its_twin() {
    let mut data = complete(4, 2, 3, |c, r, k| ((c * 2 + r + k) % 5) as f64 + 1.0);
    let twin: Vec<Rating> = data
        .iter()
        .filter(|row| row.candidate == "C1")
        .cloned()
        .map(|row| Rating { candidate: "C1 twin".to_owned(), ..row })
        .collect();
    data.extend(twin);
    let found = run(&data, &Options::default());
    let (a, b) = (found.candidates.iter().position(|name| name == "C1").unwrap(), 2);
    assert_eq!(found.candidates[b], "C1 twin");
    assert!((found.prob_row_beats_col[a][b] - 0.5).abs() < 1e-12);
    assert!(
        (found.weighted_total.est.get("C1").unwrap() - found.weighted_total.est.get("C1 twin").unwrap())
            .abs()
            < 1e-12
    );
}

#[test]
fn a_rater_shifted_by_a_constant_changes_nothing_between_candidates_of_a_complete_design() {
    let score = |c: usize, r: usize, k: usize| ((c * 3 + r * 2 + k) % 3) as f64 + 2.0;
    let before = run(&complete(5, 3, 2, score), &at_fixed());
    let after =
        run(&complete(5, 3, 2, |c, r, k| score(c, r, k) + if r == 1 { 1.0 } else { 0.0 }), &at_fixed());
    let total = |report: &Report, name: &str| report.weighted_total.est.get(name).unwrap();
    for name in ["C1", "C2", "C3", "C4"] {
        let moved =
            (total(&after, name) - total(&after, "C0")) - (total(&before, name) - total(&before, "C0"));
        assert!(moved.abs() < 1e-10, "{name} moved by {moved}");
    }
    assert_eq!(before.verdict, Verdict::Complete);
    let leniency = |report: &Report| report.rater_leniency.est.get("R1").unwrap();
    assert!(leniency(&after) - leniency(&before) > 0.3);
}

#[test]
fn a_strict_rater_is_corrected_for_where_raters_overlap() {
    // R0 is a point stricter than R1 on what both saw; C3 was seen by the strict one alone, C4 by the mild one.
    let mut data = complete(3, 2, 3, |c, r, _| c as f64 + 2.0 + if r == 1 { 1.0 } else { 0.0 });
    for k in ["K0", "K1", "K2"] {
        data.extend(rows(&[("C3", "R0", k, 3.0), ("C4", "R1", k, 3.0)]));
    }
    let found = run(&data, &Options::default());
    assert_eq!(found.verdict, Verdict::Corrected);
    let total = |name: &str| found.weighted_total.est.get(name).unwrap();
    assert!((found.raw_total.get("C3").unwrap() - found.raw_total.get("C4").unwrap()).abs() < 1e-12);
    assert!(total("C3") - total("C4") > 0.5, "{} {}", total("C3"), total("C4"));
}

#[test]
fn more_raters_who_agree_make_it_surer() {
    let sd = |raters| {
        run(&complete(4, raters, 2, |c, _, k| ((c + k) % 5) as f64 + 1.0), &at_fixed()).weighted_total.sd.0[0]
            .1
    };
    assert!(sd(3) < sd(2) && sd(2) < sd(1));
}

#[test]
fn designs_that_leave_something_undecided_are_named() {
    let one = run(&complete(3, 1, 2, |c, _, k| (c + k) as f64 + 1.0), &at_fixed());
    assert_eq!((one.verdict, one.verdict.corrects()), (Verdict::OneRater, false));
    let nested =
        rows(&[("A", "R", "K", 2.0), ("B", "R", "K", 3.0), ("C", "S", "K", 4.0), ("D", "S", "K", 5.0)]);
    let nested = run(&nested, &at_fixed());
    assert_eq!(nested.verdict, Verdict::NestedPanels);
    assert_eq!(nested.comparable_candidates, [["A", "B"], ["C", "D"]]);
    let parted =
        rows(&[("A", "R", "K", 2.0), ("B", "R", "K", 3.0), ("A", "S", "L", 4.0), ("B", "S", "L", 5.0)]);
    assert_eq!(run(&parted, &at_fixed()).verdict, Verdict::SeverityIsDifficulty);
}

/// Six candidates, each seen by two of four raters in turn on three criteria.
fn crossed() -> Vec<Rating> {
    let level = |c: usize, r: usize, k: usize| 1.0 + ((c * 2 + r + k + c * r * k) % 5).div_ceil(2) as f64;
    let all = complete(6, 4, 3, level);
    let sees = |row: &Rating| {
        let number = |name: &str| name[1..].parse::<usize>().unwrap();
        let (c, r) = (number(&row.candidate), number(&row.rater));
        r == c % 4 || r == (c + 1 + c / 4) % 4
    };
    all.into_iter().filter(sees).collect()
}

#[test]
fn one_who_was_seen_by_a_stand_in_alone_takes_the_correction_from_nobody() {
    let six = crossed();
    let mut seven = six.clone();
    seven.extend(rows(&[("G", "T", "K0", 2.0), ("G", "T", "K1", 4.0), ("G", "T", "K2", 3.0)]));
    let (few, many) = (run(&six, &at_fixed()), run(&seven, &at_fixed()));
    assert_eq!((few.verdict, many.verdict), (Verdict::Corrected, Verdict::WithinSets));
    assert_eq!(many.corrected, [true, true, true, true, true, true, false]);
    assert_eq!(many.comparable_candidates[1], ["G"]);
    let apart = "G stands apart: no rater links G to anybody else on the same criteria";
    assert!(
        many.sentence.contains(apart) && many.sentence.contains("compare only within a set"),
        "{}",
        many.sentence
    );
    assert_eq!((many.leniency_untold("R1"), many.leniency_untold("T").is_some()), (None, true));
    // At given deviations G says nothing of what sets the six apart; their level moves by what G says of the criteria alone.
    let total = |report: &Report, c: usize| report.weighted_total.est.0[c].1;
    let level = total(&many, 0) - total(&few, 0);
    assert!(level.abs() < 0.01, "{level}");
    for a in 0..6 {
        assert!((total(&many, a) - total(&few, a) - level).abs() < 1e-9, "{a} moves beside the first");
        for b in 0..6 {
            let moved = many.prob_row_beats_col[a][b] - few.prob_row_beats_col[a][b];
            assert!(moved.abs() < 1e-9, "{a} before {b} moves by {moved}");
        }
    }
    // Where the deviations are estimated, three more ratings say something of those.
    let (few, many) = (run(&six, &Options::default()), run(&seven, &Options::default()));
    for c in 0..6 {
        let moved = total(&many, c) - total(&few, c);
        assert!(moved.abs() < 0.03, "{c} moves by {moved}");
    }
}

#[test]
fn of_sets_that_nobody_links_those_are_corrected_whose_raters_can_be_told_apart() {
    // Two panels that rated all of theirs: inside there is nothing to correct, across nothing can be.
    let panel = |raters: [&'static str; 2], names: [&'static str; 2]| {
        let one = move |(rater, name): (&'static str, &'static str)| {
            [(name, rater, "K", 2.0 + f64::from(u8::from(rater < "S"))), (name, rater, "L", 3.0)]
        };
        raters.into_iter().flat_map(move |rater| names.map(|name| (rater, name))).flat_map(one)
    };
    let both: Vec<_> = panel(["R", "S"], ["A", "B"]).chain(panel(["T", "U"], ["C", "D"])).collect();
    let nested = run(&rows(&both), &at_fixed());
    assert_eq!((nested.verdict, nested.corrected), (Verdict::NestedPanels, vec![false; 4]));
    // A panel whose second rater left one out is not whole; the other stays as it is, corrected by what its own raters say.
    let holed = run(&rows(&both[..both.len() - 1]), &at_fixed());
    assert_eq!((holed.verdict, holed.corrected), (Verdict::WithinSets, vec![true; 4]));
    assert_eq!(holed.whole, [true, true, false, false]);
    let whole = "A and B were each rated by the same raters on the same criteria, so the raters' severity changes nothing among them.";
    assert!(holed.sentence.ends_with(whole), "{}", holed.sentence);
    // One panel, and two whom a stand-in saw alone: nobody else is a panel.
    let alone = [("C", "T", "K", 2.0), ("D", "T", "K", 5.0)];
    let one: Vec<_> = panel(["R", "S"], ["A", "B"]).chain(alone).collect();
    let one = run(&rows(&one), &at_fixed());
    assert_eq!((one.verdict, one.corrected.clone()), (Verdict::WithinSets, vec![true, true, false, false]));
    assert!(
        one.sentence.ends_with("C and D can be compared among themselves only, and are not corrected."),
        "{}",
        one.sentence
    );
}

#[test]
fn degenerate_ratings_give_finite_numbers_and_are_named() {
    for (candidates, raters, criteria) in [(1, 1, 1), (1, 3, 2), (4, 2, 1), (6, 3, 3)] {
        let found = run(&complete(candidates, raters, criteria, |_, _, _| 3.0), &Options::default());
        assert!(
            found.weighted_total.sd.0.iter().all(|(_, sd)| sd.is_finite()),
            "{candidates} {raters} {criteria}"
        );
        let even = |row: &Vec<f64>| row.iter().all(|p| (p - 0.5).abs() < 1e-9);
        assert!(found.prob_row_beats_col.iter().all(even));
        assert_eq!(found.degenerate, candidates * raters * criteria > 3, "{:?}", found.deviations);
    }
    let two = complete(4, 2, 3, |c, r, k| 1.0 + ((c + r * k) % 2) as f64);
    let two = fit(&Ratings::new(&two, &[], (1.0, 2.0)).unwrap(), &Options::default()).unwrap();
    assert!(two.weighted_total.est.0.iter().all(|(_, total)| (0.0..6.0).contains(total)));
}

#[test]
fn bad_ratings_are_refused_by_name() {
    let refused = |rows: &[Rating]| Ratings::new(rows, &[], (1.0, 5.0)).unwrap_err().to_string();
    assert!(refused(&[]).contains("no rating"));
    assert!(refused(&rows(&[("A", "R", "K", 6.0)])).contains("6 is not on the scale"));
    assert!(refused(&rows(&[("A", "R", "K", f64::NAN)])).contains("not on the scale"));
    assert!(refused(&rows(&[("A", "R", "K", 1.0), ("A", "R", "K", 2.0)])).contains("R rated A twice on K"));
    let none =
        Options { deviations: Deviations::Fixed(Sds { residual: 0.0, ..FIXED }), ..Options::default() };
    let ratings = Ratings::new(&rows(&[("A", "R", "K", 1.0)]), &[], (1.0, 5.0)).unwrap();
    assert!(fit(&ratings, &none).is_err());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    /// Another scale of as many levels, and the scale turned round, change what they must and nothing else.
    #[test]
    fn the_scale_s_names_do_not_matter(levels in prop::collection::vec(1_u8..=5, 12)) {
        let score = |c: usize, r: usize, k: usize| f64::from(levels[c * 4 + r * 2 + k]);
        let plain = run(&complete(3, 2, 2, score), &at_fixed());
        let wide = complete(3, 2, 2, |c, r, k| 10.0 * score(c, r, k));
        let wide = fit(&Ratings::new(&wide, &[], (10.0, 50.0)).unwrap(), &at_fixed()).unwrap();
        let turned = run(&complete(3, 2, 2, |c, r, k| 6.0 - score(c, r, k)), &at_fixed());
        for c in 0..3 {
            let total = |report: &Report| report.weighted_total.est.0[c].1;
            prop_assert!((total(&plain) - total(&wide)).abs() < 1e-9);
            prop_assert!((total(&plain) + total(&turned) - 6.0).abs() < 1e-9);
            for other in 0..3 {
                let p = |report: &Report| report.prob_row_beats_col[c][other];
                prop_assert!((p(&plain) + p(&turned) - 1.0).abs() < 1e-9);
            }
        }
    }

    /// With everything fixed but the data, a weak candidate more never turns two others in a complete design.
    #[test]
    fn a_weak_candidate_more_turns_nobody(levels in prop::collection::vec(1_u8..=5, 16)) {
        let score = |c: usize, r: usize, k: usize| if c == 4 { 1.0 } else { f64::from(levels[c * 4 + r * 2 + k]) };
        let (few, many) = (run(&complete(4, 2, 2, score), &at_fixed()), run(&complete(5, 2, 2, score), &at_fixed()));
        for a in 0..4 {
            for b in 0..4 {
                let ahead = |report: &Report| report.weighted_total.est.0[a].1 - report.weighted_total.est.0[b].1;
                prop_assert!(ahead(&few) * ahead(&many) > -1e-9, "{} {}", ahead(&few), ahead(&many));
            }
        }
    }
}

/// A whole panel beside one whom a stand-in saw: as in a complete design, severity turns nothing.
#[test]
fn in_a_panel_that_rated_all_of_its_own_severity_changes_nothing_and_is_not_named() {
    let level = |c: usize, r: usize, k: usize| ((c * 3 + r * 2 + k) % 3) as f64 + 2.0;
    let with = |strict: f64| {
        let mut rows = complete(4, 2, 3, |c, r, k| level(c, r, k) - if r == 1 { strict } else { 0.0 });
        rows.extend(self::rows(&[("G", "T", "K0", 2.0), ("G", "T", "K1", 4.0)]));
        run(&rows, &at_fixed())
    };
    let (before, after) = (with(0.0), with(1.0));
    assert_eq!(
        (before.verdict, &before.corrected[..]),
        (Verdict::WithinSets, &[true, true, true, true, false][..])
    );
    assert!((0..5).all(|one| !before.severe(one)) && before.whole == [true; 5]);
    let total =
        |report: &Report, c: usize| report.weighted_total.est.0[c].1 - report.weighted_total.est.0[0].1;
    (1..4).for_each(|c| assert!((total(&after, c) - total(&before, c)).abs() < 1e-10));
    let said = &before.sentence;
    assert!(!said.contains("corrected for the raters' severity"), "{said}");
    assert!(
        said.contains("C0, C1, C2 and C3 were each rated by the same raters on the same criteria"),
        "{said}"
    );
    assert!(said.contains("G stands apart"), "{said}");
}
