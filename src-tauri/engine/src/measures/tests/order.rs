use assay_domain::measure::severity::{Options, Verdict, fit};

use super::panel::{Given, OVERLAPPING, Panel, near};
use crate::bench::{Bench, at};
use crate::measures::{Correction, further, order};
use crate::{debriefs, independence};

#[test]
fn the_numbers_are_those_of_the_domain_fed_by_hand() {
    let panel = Panel::new(OVERLAPPING);
    let found = panel.order(panel.bench.owner);
    let reports = [0, 1].map(|index| fit(&panel.ratings(OVERLAPPING, index), &Options::default()).unwrap());
    let [review, design] = found.assessments.as_slice() else { panic!("two assessments") };
    assert_eq!((review.verdict, design.verdict), (Some(Verdict::Corrected), Some(Verdict::OneRater)));
    for row in &review.rows {
        near(row.corrected.unwrap(), reports[0].weighted_total.est.get(&row.candidate_name).unwrap());
        near(row.sd.unwrap(), reports[0].weighted_total.sd.get(&row.candidate_name).unwrap());
        near(row.raw.unwrap(), reports[0].raw_total.get(&row.candidate_name).unwrap());
    }
    let place = |name: &str| reports[0].candidates.iter().position(|one| one == name).unwrap();
    for pair in &review.plain.neighbours {
        let expected = reports[0].prob_row_beats_col[place(&pair.ahead_name)][place(&pair.behind_name)];
        near(pair.probability.unwrap(), expected);
        assert_eq!(pair.told_apart, expected >= 0.9);
    }
    let rater = review.raters.iter().find(|one| one.name == "Cy Fixture").unwrap();
    near(rater.leniency, reports[0].rater_leniency.est.get("rater 1").unwrap());
    assert_eq!((rater.candidates, review.raters.len()), (2, 3));
    assert!(design.raters.iter().all(|one| one.untold.contains("how strong the candidates are")));
    assert!(review.raters.iter().all(|one| one.untold.is_empty()));
    assert!(design.corrected.is_none() && design.rows.iter().all(|row| row.corrected.is_none()));
    assert!(design.sentence.starts_with("One rater only"), "{}", design.sentence);
}

#[test]
fn totals_are_the_plans_weighted_sums_and_say_so() {
    let panel = Panel::new(OVERLAPPING);
    let found = panel.order(panel.bench.owner);
    let row = found.rows.iter().find(|row| row.candidate_name == "Eda Fixture").unwrap();
    let [review, design] = row.parts.as_slice() else { panic!("two parts") };
    assert_eq!((review.weight, design.weight, design.corrected, design.raw), (0.6, 0.4, None, Some(4.0)));
    near(row.corrected.unwrap(), 0.6 * review.corrected.unwrap() + 0.4 * 4.0);
    let variance = (0.6 * review.sd.unwrap()).powi(2) + (0.4 * design.sd.unwrap()).powi(2);
    near(row.sd.unwrap(), variance.sqrt());
    assert!(row.sentence.contains("60% × ") && row.sentence.contains("root of (60% × "), "{}", row.sentence);
    let missing = found.rows.iter().find(|row| row.candidate_name == "Hal Fixture").unwrap();
    near(missing.missing_weight, 0.4);
    assert!(missing.sentence.contains("(40% × 1.15)² for what nobody assessed"), "{}", missing.sentence);
    assert!(missing.sd.unwrap() > row.sd.unwrap());
    assert!(found.assumption.contains("independent"));
    assert!(found.plain.closeness.contains("true scores spread by about"), "{}", found.plain.closeness);
    assert!(
        found.sentence.contains("In 1 of 2 assessments severity cannot be estimated"),
        "{}",
        found.sentence
    );
}

#[test]
fn the_debrief_and_the_order_are_one_truth() {
    let panel = Panel::new(OVERLAPPING);
    let (store, owner) = (&panel.bench.store, panel.bench.owner);
    let debrief = debriefs::role(store, owner, at(20), panel.bench.role_id(), None).unwrap();
    let found = panel.order(owner);
    assert_eq!(debrief.order_note, found.sentence);
    for (shown, row) in debrief.rows.iter().zip(&found.rows) {
        assert_eq!(shown.application_id, row.application_id);
        assert_eq!((shown.score, shown.corrected, shown.interval), (row.raw, row.corrected, row.interval));
        let ranked = found.plain.rows.iter().find(|one| one.application_id == row.application_id);
        assert_eq!(shown.bands, ranked.map_or_else(Vec::new, |one| one.bands.clone()));
        let opened = debriefs::explain(store, owner, at(21), row.application_id, None).unwrap();
        assert_eq!((&opened.total, opened.raters.len()), (row, 2));
    }
}

/// Three pairs of raters, the first rater stricter by two levels; the last candidate was seen by somebody who saw nobody else, and
/// stands between the plain and the corrected score of the first.
const STAND_IN: &[Given] = &[
    (0, 0, 0, &[2, 3, 2]),
    (1, 0, 0, &[4, 4, 4]),
    (1, 1, 0, &[4, 5, 4]),
    (2, 1, 0, &[4, 4, 5]),
    (2, 2, 0, &[3, 3, 4]),
    (0, 2, 0, &[1, 1, 2]),
    (3, 3, 0, &[4, 3, 3]),
];

#[test]
fn one_who_was_seen_by_a_stand_in_alone_stands_apart_and_the_others_stay_corrected() {
    let panel = Panel::new(STAND_IN);
    let found = panel.order(panel.bench.owner);
    let review = &found.assessments[0];
    assert_eq!(review.verdict, Some(Verdict::WithinSets));
    let of = |name: &str| review.rows.iter().find(|row| row.candidate_name == name).unwrap();
    let expected = fit(&panel.ratings(STAND_IN, 0), &Options::default()).unwrap();
    for name in ["Eda Fixture", "Finn Fixture", "Gil Fixture"] {
        near(of(name).corrected.unwrap(), expected.weighted_total.est.get(name).unwrap());
    }
    assert_eq!(of("Hal Fixture").corrected, None);
    assert_eq!(review.sets(), [vec!["Eda Fixture", "Finn Fixture", "Gil Fixture"], vec!["Hal Fixture"]]);
    let told =
        crate::dossiers::role(&panel.bench.store, panel.bench.owner, at(20), panel.bench.role_id()).unwrap();
    let told = assay_domain::document::markdown(&told.document);
    let sets = "**Who can be compared, within each of these sets only:** Eda Fixture, Finn Fixture and Gil Fixture; Hal Fixture.";
    assert!(told.contains(sets), "{told}");
    let apart = "Hal Fixture stands apart: no rater links Hal Fixture to anybody else";
    assert!(review.sentence.contains(apart), "{}", review.sentence);
    assert!(found.sentence.contains(&format!("In {}: {apart}", review.title)), "{}", found.sentence);
    let row = found.rows.iter().find(|row| row.candidate_name == "Hal Fixture").unwrap();
    assert_eq!((row.corrected, row.parts[0].corrected), (None, None));
    assert!(found.rows.iter().filter(|row| row.corrected.is_some()).count() == 3);
    let told =
        |row: &crate::measures::OrderRow| row.sentence.contains("no rater links this candidate to those");
    assert!(found.rows.iter().all(|row| told(row) == row.corrected.is_none()), "{}", row.sentence);
    // Hal keeps the place of the plain order in the corrected one, and is turned with nobody.
    let corrected = found.corrected.as_ref().unwrap();
    let place = |ranking: &crate::measures::Ranking| {
        ranking.rows.iter().position(|row| row.candidate_name == "Hal Fixture").unwrap()
    };
    assert_eq!(place(corrected), place(&found.plain));
    assert!(!found.sentence.contains("Hal Fixture before") && !found.sentence.contains("before Hal Fixture"));
    for pair in corrected
        .neighbours
        .iter()
        .filter(|one| [&one.ahead_name, &one.behind_name].contains(&&row.candidate_name))
    {
        assert_eq!((pair.probability, pair.told_apart), (None, false));
    }
    let untold: Vec<&str> =
        review.raters.iter().filter(|one| !one.untold.is_empty()).map(|one| one.name.as_str()).collect();
    let stand_in =
        panel.bench.store.read(panel.bench.owner, |conn| crate::people::name(conn, panel.raters[3])).unwrap();
    assert_eq!(untold, [stand_in.as_str()]);
    let debrief =
        debriefs::role(&panel.bench.store, panel.bench.owner, at(20), panel.bench.role_id(), None).unwrap();
    let shown = debrief.rows.iter().map(|row| (row.application_id, row.corrected));
    assert!(shown.eq(found.rows.iter().map(|row| (row.application_id, row.corrected))));
}

/// Two raters, each of a candidate of its own in both assessments.
pub const UNLINKED: &[Given] =
    &[(0, 0, 0, &[5, 4, 5]), (0, 0, 1, &[4, 5]), (1, 1, 0, &[2, 3, 2]), (1, 1, 1, &[3, 2])];

#[test]
fn of_two_whom_nobody_links_no_order_is_less_sure_but_unknown() {
    let found = Panel::new(UNLINKED).order_of_owner();
    assert_eq!(found.plain.neighbours[0].probability, None);
    assert!(
        found.sentence.starts_with("Nobody can be compared with anybody: no rater links"),
        "{}",
        found.sentence
    );
    assert!(!found.sentence.contains("less than 90% sure"), "{}", found.sentence);
    let three: Vec<Given> =
        UNLINKED.iter().copied().chain([(0, 2, 0, &[5, 4, 4][..]), (0, 2, 1, &[5, 4][..])]).collect();
    let found = Panel::new(&three).order_of_owner();
    assert!(
        found.sentence.contains("no rater links 2 pairs, whose order cannot be said"),
        "{}",
        found.sentence
    );
}

/// Finn is above Eda by the corrected scores, and Hal, whom nobody links to either, stands between by the plain ones.
#[test]
fn who_stands_between_keeps_two_as_they_are_and_that_is_said() {
    let given: &[Given] = &[
        (0, 0, 0, &[4, 4, 4]),
        (1, 1, 0, &[3, 3, 3]),
        (0, 2, 0, &[4, 4, 4]),
        (1, 2, 0, &[1, 2, 1]),
        (3, 3, 0, &[3, 4, 3]),
    ];
    let found = Panel::new(given).order_of_owner();
    let corrected = found.corrected.as_ref().unwrap();
    let score = |name: &str| corrected.rows.iter().find(|row| row.candidate_name == name).unwrap().score;
    assert!(score("Finn Fixture") > score("Eda Fixture"));
    let place = |name: &str| corrected.rows.iter().position(|row| row.candidate_name == name);
    assert!(place("Eda Fixture") < place("Hal Fixture") && place("Hal Fixture") < place("Finn Fixture"));
    let said = "Finn Fixture is above Eda Fixture by the corrected scores and yet stays behind";
    assert!(found.sentence.contains(said), "{}", found.sentence);
    assert!(!found.sentence.contains("Finn Fixture before Eda Fixture"), "{}", found.sentence);
}

/// A whole panel whose weights turn a pair, beside one whom a stand-in saw.
#[test]
fn severity_is_not_named_where_a_whole_panel_is_turned() {
    let panel: &[Given] = &[
        (0, 0, 0, &[5, 5, 2]),
        (1, 0, 0, &[4, 5, 3, 2]),
        (0, 1, 0, &[3, 3, 3, 3, 3, 4]),
        (1, 1, 0, &[3, 3, 4, 3, 2, 4]),
        (0, 2, 0, &[2, 2, 1]),
        (1, 2, 0, &[2, 1, 2, 1, 1]),
        (3, 3, 0, &[4, 3, 3]),
    ];
    let found = Panel::new(panel).order_of_owner();
    let review = &found.assessments[0];
    assert_eq!(review.verdict, Some(Verdict::WithinSets));
    for said in [&review.sentence, &found.sentence] {
        assert!(said.contains("Taking what stands out on a single criterion as partly chance"), "{said}");
        assert!(said.contains("would put Finn Fixture before Eda Fixture"), "{said}");
        assert!(!said.contains("Correcting for the raters' severity, and"), "{said}");
        assert!(said.contains("the raters' severity changes nothing among them"), "{said}");
    }
}

#[test]
fn nothing_is_corrected_where_panels_share_nobody() {
    let panel = Panel::new(&[(0, 0, 0, &[5]), (0, 1, 0, &[4]), (1, 2, 0, &[2]), (1, 3, 0, &[1])]);
    let found = panel.order(panel.bench.owner);
    let review = &found.assessments[0];
    assert_eq!((review.verdict, review.correction), (Some(Verdict::NestedPanels), Correction::None));
    assert_eq!(review.comparable_candidates.iter().map(Vec::len).collect::<Vec<_>>(), [2, 2]);
    assert!(found.corrected.is_none() && found.rows.iter().all(|row| row.corrected.is_none()));
    let between = &found.plain.neighbours[1];
    assert_eq!((between.probability, between.told_apart), (None, false), "{between:?}");
    assert!(between.words.starts_with("cannot be compared"));
    assert!(found.sentence.contains("nothing is corrected"), "{}", found.sentence);
}

#[test]
fn what_is_explained_exactly_shows_no_figure_of_how_sure_it_is() {
    let panel = Panel::new(&[(0, 0, 0, &[5]), (1, 0, 0, &[5]), (0, 1, 0, &[3]), (1, 1, 0, &[3])]);
    let found = panel.order(panel.bench.owner);
    let review = &found.assessments[0];
    assert!(review.degenerate && review.deviations.is_none());
    assert!(review.rows.iter().all(|row| row.sd.is_none() && row.interval.is_none()));
    assert!(review.raters.iter().all(|one| one.sd.is_none()), "{:?}", review.raters);
    assert!(review.criteria.iter().all(|one| one.sd.is_none()));
    assert!(found.rows.iter().all(|row| row.sd.is_none() && row.interval.is_none()));
    let parts = found.rows.iter().flat_map(|row| &row.parts);
    assert!(
        parts.clone().count() > 0 && parts.clone().all(|part| part.sd.is_none() && part.interval.is_none())
    );
    let pair = &found.plain.neighbours[0];
    assert_eq!((pair.probability, pair.told_apart), (None, false));
    assert!(found.plain.probabilities.iter().flatten().all(Option::is_none));
    assert!(found.sentence.contains("cannot be said"), "{}", found.sentence);
    let store = &panel.bench.store;
    let more = further(store, panel.bench.owner, at(20), panel.bench.role_id()).unwrap();
    assert!(more.interviews.is_empty() && more.sentence.contains("cannot be said"), "{}", more.sentence);
}

#[test]
fn what_one_rater_cannot_show_is_said_beside_how_sure_it_is() {
    let panel = Panel::new(&[(0, 0, 0, &[5, 4, 5]), (0, 1, 0, &[1, 2, 1]), (0, 2, 0, &[3, 2, 4])]);
    let found = panel.order(panel.bench.owner);
    let (assumed, review) = ("How far raters differ is assumed", &found.assessments[0]);
    assert!(found.plain.pairs_told_apart > 0 && found.sentence.contains(assumed), "{}", found.sentence);
    assert!(review.sentence.contains(assumed), "{}", review.sentence);
    let told = review.plain.neighbours.iter().find(|one| one.told_apart).unwrap();
    assert!(told.words.ends_with("luck counts for more in the scores than assumed"), "{told:?}");
    assert!(!panel_of_two_raters().plain.sentence.contains(assumed));
}

fn panel_of_two_raters() -> crate::measures::RoleOrder {
    let panel = Panel::new(OVERLAPPING);
    panel.order(panel.bench.owner)
}

#[test]
fn interviews_that_are_hardly_likely_to_settle_anything_are_not_offered() {
    let of = |given: &[Given]| {
        let panel = Panel::new(given);
        further(&panel.bench.store, panel.bench.owner, at(20), panel.bench.role_id()).unwrap()
    };
    let open = of(OVERLAPPING);
    assert!(!open.interviews.is_empty());
    for one in &open.interviews {
        assert!(one.expected_reduction >= 0.01 && one.separates[0].probability >= 0.02, "{one:?}");
    }
    let apart =
        of(&[(0, 0, 0, &[5, 4, 5]), (1, 0, 0, &[4, 5, 5]), (0, 1, 0, &[1, 2, 1]), (1, 1, 0, &[2, 1, 1])]);
    assert!(
        apart.interviews.is_empty() && apart.sentence.contains("Nobody is left to be told apart"),
        "{}",
        apart.sentence
    );
}

#[test]
fn closed_applications_are_left_out_of_the_model_and_counted() {
    let panel = Panel::new(OVERLAPPING);
    let (bench, gil) = (&panel.bench, panel.applications[2]);
    let before = panel.order(bench.owner);
    bench.assign(gil, 1, bench.owner);
    let after = panel.order(bench.owner);
    assert_eq!((after.left_out.closed, before.left_out.closed), (1, 0));
    assert!(after.left_out.sentence.ends_with("left out."));
    let text = serde_json::to_string(&after).unwrap();
    assert!(!text.contains("Gil Fixture") && !text.contains(&gil.to_string()));
    let without: Vec<Given> = OVERLAPPING.iter().copied().filter(|one| one.1 != 2).collect();
    let expected = fit(&panel.ratings(&without, 0), &Options::default()).unwrap();
    for row in &after.assessments[0].rows {
        near(row.sd.unwrap(), expected.weighted_total.sd.get(&row.candidate_name).unwrap());
    }
}

#[test]
fn whoever_reads_an_order_has_read_ratings() {
    let panel = Panel::new(OVERLAPPING);
    let exposed = |application: usize| {
        let id = panel.applications[application];
        panel.bench.store.look(|conn| independence::is_exposed(conn, panel.bench.cy.0, id)).unwrap()
    };
    assert!(!exposed(3));
    panel.order(panel.bench.cy);
    assert!(exposed(3) && exposed(2));
}

#[test]
fn a_role_without_ratings_says_so() {
    let bench = Bench::new();
    bench.application("Eda Fixture");
    let found = order(&bench.store, bench.owner, at(20), bench.role_id(), None).unwrap();
    assert_eq!((found.sentence.as_str(), found.rows.len()), ("Nothing has been scored yet.", 1));
    assert!(found.assessments.iter().all(|one| one.verdict.is_none() && one.raters.is_empty()));
}
