//! The loop as it is held: who comes in, who interviews, what they rate.

use assay_domain::ids::{ApplicationId, CandidateId};
use assay_domain::role::{Seniority, Specialisation};
use assay_domain::scorecard::{
    LogEntry, LogEvent, RaisedFlagInput, RatingInput, Recommendation, ScorecardInput,
};
use assay_domain::stage::Stage;
use assay_engine::interviews::{Interview, InterviewQuery, PanelPick};
use assay_engine::panels::PanelInput;
use assay_engine::roles::{self, NewRole, RoleDetail, RoleInput};
use assay_engine::{Viewer, applications, interviews, panels, rubrics, scorecards};
use assay_tests::journey::{World, at, new_candidate};

/// Name and true ability of each candidate on the scale of 1 to 5, strongest first; the sixth and the seventh are alike.
pub const ABILITY: [(&str, f64); 12] = [
    ("Ilse Fixture", 4.6),
    ("Tomas Sample", 4.3),
    ("Mei Fixture", 4.0),
    ("Ravi Sample", 3.7),
    ("Dagny Fixture", 3.5),
    ("Oluwaseun Sample", 3.2),
    ("Ottilie Fixture", 3.2),
    ("Bruno Sample", 2.9),
    ("Yara Fixture", 2.6),
    ("Nils Sample", 2.2),
    ("Petra Fixture", 1.9),
    ("Cem Sample", 1.5),
];

/// What each interviewer adds to what they see; the first is the owner.
const LENIENCY: [f64; 5] = [0.0, 0.9, -0.9, 0.3, -0.3];

/// Who interviews beside the owner.
pub const PEOPLE: [&str; 4] = ["Bo Fixture", "Cy Fixture", "Di Fixture", "Eva Fixture"];

/// Everything that the proof looks at.
pub struct Loop {
    pub world: World,
    pub role: RoleDetail,
    /// The owner and four more.
    pub people: Vec<Viewer>,
    /// As in [`ABILITY`].
    pub candidates: Vec<CandidateId>,
    /// As in [`ABILITY`].
    pub applications: Vec<ApplicationId>,
}

impl Loop {
    /// A role from the program's own template, and five people.
    pub fn open() -> Self {
        let world = World::plain();
        let templates = roles::templates().unwrap();
        let template =
            templates.iter().find(|one| one.specialisation == Specialisation::ApiGeneralist).unwrap();
        let level = template.seniorities.iter().find(|one| one.seniority == Seniority::Senior).unwrap();
        let role = RoleInput {
            title: template.title.clone(),
            seniority: Seniority::Senior,
            specialisation: template.specialisation,
            goals: level.goals.clone(),
            competencies: level.competencies.clone(),
        };
        let new = NewRole { role, assessments: level.assessments.clone() };
        let role = roles::create(&world.store, world.owner, at(2), &new).unwrap().value;
        assert_eq!(role.plan.assessments.len(), 4);
        let mut people = vec![world.owner];
        people.extend(PEOPLE.map(|name| world.person(name)));
        Self { world, role, people, candidates: Vec::new(), applications: Vec::new() }
    }

    /// Twelve apply and come to the stage of interviews.
    pub fn candidates_come_in(&mut self) {
        for (name, _) in ABILITY {
            let candidate = self.world.candidate(new_candidate(name));
            let application = self.world.application(candidate, self.role.summary.id);
            for stage in [Stage::Screening, Stage::Interviewing] {
                applications::move_to(&self.world.store, self.world.owner, at(5), application, stage, "")
                    .unwrap();
            }
            self.candidates.push(candidate);
            self.applications.push(application);
        }
    }

    /// All five may hold everything; two rate each candidate.
    pub fn panels_are_named(&mut self) {
        let people: Vec<_> = self.people.iter().map(|person| person.0).collect();
        let panel = |id| PanelInput { assessment_id: id, raters: 2, people: people.clone() };
        let inputs: Vec<_> = self.role.plan.assessments.iter().map(|one| panel(one.id)).collect();
        let (store, owner) = (&self.world.store, self.world.owner);
        self.role = panels::set(store, owner, at(6), self.role.summary.id, &inputs).unwrap().value;
    }

    /// As it is suggested, one action for each application.
    pub fn panels_are_assigned(&self) {
        let (store, owner) = (&self.world.store, self.world.owner);
        for application in &self.applications {
            let seats = panels::seats(store, owner, *application).unwrap();
            let pick = |seat: &panels::PanelSeat| PanelPick {
                assessment_id: seat.assessment_id,
                person_id: seat.person.as_ref().unwrap().id,
            };
            let picks: Vec<_> = seats.iter().map(pick).collect();
            assert_eq!(picks.len(), 8);
            interviews::assign_panel(store, owner, at(10), *application, &picks).unwrap();
        }
    }

    pub fn interviews_of(&self, application: ApplicationId) -> Vec<Interview> {
        let query = InterviewQuery { application_id: Some(application), ..InterviewQuery::default() };
        interviews::list(&self.world.store, self.world.owner, &query).unwrap()
    }

    /// Each holds their own, drafts in the room, and submits.
    pub fn interviews_are_held(&self) {
        let mut minute = 60;
        for (place, application) in self.applications.iter().enumerate() {
            for interview in self.interviews_of(*application) {
                let (store, holder) = (&self.world.store, Viewer(interview.person_id));
                let card = self.card(place, &interview, minute);
                scorecards::save_draft(store, holder, at(minute), interview.id, card).unwrap();
                let draft = scorecards::form(store, holder, interview.id).unwrap().draft;
                let submitted = ScorecardInput { log: draft.log, ..self.card(place, &interview, minute) };
                scorecards::submit(store, holder, at(minute + 1), interview.id, submitted).unwrap();
                minute += 3;
            }
        }
    }

    /// What somebody rates: the ability and their leniency, with a little of each criterion's own.
    fn card(&self, place: usize, interview: &Interview, minute: i64) -> ScorecardInput {
        let rater = self.people.iter().position(|person| person.0 == interview.person_id).unwrap();
        let of = self.role.plan.assessments.iter().position(|one| one.id == interview.assessment_id).unwrap();
        let held = &self.role.plan.assessments[of];
        let rubric =
            rubrics::show(&self.world.store, self.world.owner, &held.rubric_id, held.rubric_version).unwrap();
        let (name, ability) = ABILITY[place];
        let rating = |(index, id): (usize, &String)| {
            let own = [-0.4, 0.0, 0.4, 0.2, -0.2][(index + place + of) % 5];
            let level = (ability + LENIENCY[rater] + own).round().clamp(1.0, 5.0) as u8;
            let note = format!("Said what makes it a {level}.");
            RatingInput { criterion: id.clone(), level: Some(level), note, citations: vec![] }
        };
        let ratings: Vec<_> = rubric.criteria.iter().map(|one| &one.id).enumerate().map(rating).collect();
        let flag = |flag: &assay_domain::rubric::RedFlag| RaisedFlagInput {
            flag: flag.id.clone(),
            evidence: format!("{name} said \"the database went down\" and no more."),
        };
        let flagged = place == 11 && of == 0 && rater == self.first_rater(interview);
        ScorecardInput {
            ratings,
            flags: rubric.red_flags.iter().take(usize::from(flagged)).map(flag).collect(),
            summary: format!("{name}, as seen in {}.", held.title),
            recommendation: Some(recommended(ability)),
            log: vec![
                entry(minute, LogEvent::Section, "first", &held.title),
                entry(
                    minute + 1,
                    LogEvent::Note,
                    "",
                    "Asked what happens under load before drawing anything.",
                ),
            ],
        }
    }

    /// Who of an interview's assessment was assigned first.
    fn first_rater(&self, interview: &Interview) -> usize {
        let all = self.interviews_of(interview.application_id);
        let mut same: Vec<_> = all.iter().filter(|it| it.assessment_id == interview.assessment_id).collect();
        same.sort_by_key(|it| it.id);
        self.people.iter().position(|person| person.0 == same[0].person_id).unwrap()
    }
}

fn recommended(ability: f64) -> Recommendation {
    match ability {
        4.5.. => Recommendation::StrongYes,
        3.4.. => Recommendation::Yes,
        3.0.. => Recommendation::Undecided,
        2.0.. => Recommendation::No,
        _ => Recommendation::StrongNo,
    }
}

fn entry(minute: i64, event: LogEvent, of: &str, text: &str) -> LogEntry {
    LogEntry { at: at(minute), event, of: of.into(), text: text.into() }
}
