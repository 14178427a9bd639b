use super::panel::{Given, Panel, near};
use crate::bench::at;
use crate::measures::{MyMirror, mirror};
use crate::{Viewer, people, scorecards};

fn read(panel: &Panel, who: Viewer) -> MyMirror {
    mirror(&panel.bench.store, who, at(60_000), Some(panel.bench.role_id())).unwrap()
}

const FOUR: &[Given] = &[(0, 0, 0, &[2]), (1, 0, 0, &[4]), (2, 0, 0, &[3]), (3, 0, 0, &[5]), (0, 1, 0, &[3])];

#[test]
fn own_figures_by_hand_and_nobody_elses_with_three_others() {
    let panel = Panel::new(FOUR);
    let found = read(&panel, panel.raters[0]);
    assert_eq!((found.name.as_str(), found.scales.len()), ("Bo Fixture", 1));
    let scale = &found.scales[0];
    let criteria = u32::try_from(panel.bench.rubric(0).criteria.len()).unwrap();
    assert_eq!((scale.interviews, scale.other_raters, scale.others), (2, 3, None));
    assert_eq!(scale.used, [0, criteria, criteria, 0, 0]);
    near(scale.own.mean.unwrap(), 2.5);
    near(scale.own.leniency.unwrap(), 2.0 - 4.0);
    near(scale.own.apart.unwrap(), 2.0);
    assert_eq!(scale.own.minutes, None, "no interview had a time");
    let notes: usize = (0..criteria).map(|_| "noted 2".len()).sum::<usize>() + "A summary zanzibar.".len();
    near(scale.own.note_length.unwrap(), notes as f64);
    assert!(found.sentence.contains("from four of them on"), "{}", found.sentence);
}

#[test]
fn four_others_are_shown_by_their_middle() {
    let panel = Panel::new(FOUR);
    let (store, owner) = (&panel.bench.store, panel.bench.owner);
    let eve = Viewer(people::add(store, owner, at(1), "Eve Fixture", "").unwrap().value.id);
    let interview = panel.bench.assign(panel.applications[0], 0, eve);
    scorecards::submit(store, eve, at(11), interview.id, panel.card(0, &[4])).unwrap();
    let found = read(&panel, panel.raters[0]);
    let (others, own) = (found.scales[0].others.unwrap(), found.scales[0].own);
    near(own.leniency.unwrap(), 2.0 - 4.0);
    near(own.apart.unwrap(), 2.0);
    near(others.mean.unwrap(), 4.0);
    let text = serde_json::to_string(&found).unwrap();
    for name in ["Cy Fixture", "Di Fixture", "Ada Fixture", "Eve Fixture"] {
        assert!(!text.contains(name), "{text}");
    }
    let everywhere = mirror(store, panel.raters[0], at(60_000), None).unwrap();
    assert_eq!((everywhere.role_id, &everywhere.scales), (None, &found.scales));
}

#[test]
fn minutes_run_from_the_interview_to_the_first_submission() {
    let panel = Panel::new(&[]);
    panel.give_at((0, 0, 0, &[4]), 3, 45);
    panel.give_at((0, 1, 0, &[4]), 4, 75);
    panel.give_at((0, 2, 0, &[4]), 5, -30);
    let own = read(&panel, panel.raters[0]).scales[0].own;
    assert_eq!(own.minutes, Some(60.0), "what was submitted before its time says nothing");
}

#[test]
fn what_is_closed_is_not_in_the_mirror_either() {
    let panel = Panel::new(FOUR);
    panel.bench.assign(panel.applications[0], 1, panel.raters[0]);
    let found = read(&panel, panel.raters[0]);
    assert_eq!((found.left_out.closed, found.scales[0].interviews), (1, 1));
    assert_eq!(found.scales[0].own.leniency, None);
    let nobody = Panel::new(&[]);
    assert!(read(&nobody, nobody.raters[0]).sentence.starts_with("You have submitted no scorecard"));
}
