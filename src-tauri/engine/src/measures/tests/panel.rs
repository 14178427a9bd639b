//! A role that several people rate.

use assay_domain::ids::ApplicationId;
use assay_domain::measure::{Rating, Ratings};
use assay_domain::scorecard::ScorecardInput;

use crate::bench::{Bench, at};
use crate::interviews::{self, NewInterview};
use crate::measures::{RoleOrder, order};
use crate::{Viewer, people, scorecards};

/// A role that four people rate: who, whom, which assessment, the level of each criterion in turn.
pub struct Panel {
    pub bench: Bench,
    pub applications: Vec<ApplicationId>,
    pub raters: Vec<Viewer>,
}

pub const NAMES: [&str; 4] = ["Eda Fixture", "Finn Fixture", "Gil Fixture", "Hal Fixture"];

/// Rater, application, assessment, first levels; every further criterion gets the last.
pub type Given = (usize, usize, usize, &'static [u8]);

/// The first assessment in overlapping pairs of raters, the second by one rater only.
pub const OVERLAPPING: &[Given] = &[
    (0, 0, 0, &[5, 4, 4]),
    (1, 0, 0, &[4, 4, 3]),
    (1, 1, 0, &[3, 3, 4]),
    (2, 1, 0, &[4, 4, 3]),
    (2, 2, 0, &[3, 3, 3]),
    (0, 2, 0, &[2, 3, 2]),
    (0, 3, 0, &[2, 1, 2]),
    (0, 0, 1, &[4]),
    (0, 1, 1, &[3, 4]),
    (0, 2, 1, &[3]),
];

impl Panel {
    pub fn new(given: &[Given]) -> Panel {
        let bench = Bench::new();
        let applications: Vec<_> = NAMES.map(|name| bench.application(name)).to_vec();
        let di = people::add(&bench.store, bench.owner, at(1), "Di Fixture", "").unwrap().value.id;
        let raters = vec![bench.bo, bench.cy, Viewer(di), bench.owner];
        let panel = Panel { bench, applications, raters };
        given.iter().for_each(|one| panel.give(*one));
        panel
    }

    pub fn card(&self, assessment: usize, levels: &[u8]) -> ScorecardInput {
        let mut card = self.bench.card(assessment, *levels.last().unwrap());
        for (rating, level) in card.ratings.iter_mut().zip(levels) {
            rating.level = Some(*level);
        }
        card
    }

    pub fn give(&self, (rater, application, assessment, levels): Given) {
        let (store, who) = (&self.bench.store, self.raters[rater]);
        let interview = self.bench.assign(self.applications[application], assessment, who);
        scorecards::submit(store, who, at(10), interview.id, self.card(assessment, levels)).unwrap();
    }

    /// The same at times of one's own: a day of March at 14:00 UTC, submitted so many minutes later.
    pub fn give_at(&self, (rater, application, assessment, levels): Given, day: i64, after: i64) {
        let (store, who) = (&self.bench.store, self.raters[rater]);
        let new = NewInterview {
            application_id: self.applications[application],
            assessment_id: self.bench.assessment(assessment),
            person_id: who.0,
            starts_local: Some(format!("2026-03-{day:02}T14:00")),
            zone: Some("UTC".into()),
        };
        let interview = interviews::assign(store, self.bench.owner, at(4), &new).unwrap().value;
        // The fixtures' clock starts on 2 March at 09:00.
        let when = at((day - 2) * 1440 + 300 + after);
        scorecards::submit(store, who, when, interview.id, self.card(assessment, levels)).unwrap();
    }

    pub fn order(&self, viewer: Viewer) -> RoleOrder {
        order(&self.bench.store, viewer, at(20), self.bench.role_id(), None).unwrap()
    }

    pub fn order_of_owner(&self) -> RoleOrder {
        self.order(self.bench.owner)
    }

    /// The ratings of one assessment as the domain takes them, made from what was given and not from what is stored.
    pub fn ratings(&self, given: &[Given], assessment: usize) -> Ratings {
        let rubric = self.bench.rubric(assessment);
        let rows =
            given.iter().filter(|one| one.2 == assessment).flat_map(|(rater, application, _, levels)| {
                rubric.criteria.iter().enumerate().map(move |(index, criterion)| Rating {
                    candidate: NAMES[*application].to_owned(),
                    rater: format!("rater {rater}"),
                    criterion: criterion.id.clone(),
                    score: f64::from(*levels.get(index).unwrap_or(levels.last().unwrap())),
                })
            });
        let rows: Vec<Rating> = rows.filter(|row| row.score > 0.0).collect();
        let weights: Vec<(String, f64)> =
            rubric.criteria.iter().map(|one| (one.id.clone(), f64::from(one.weight))).collect();
        Ratings::new(&rows, &weights, (1.0, f64::from(rubric.levels))).unwrap()
    }
}

/// Equal but for rounding.
pub fn near(found: f64, expected: f64) {
    assert!((found - expected).abs() < 1e-9, "{found} instead of {expected}");
}
