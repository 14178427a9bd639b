//! Two workspaces led through the same steps, and who is closed to what, as the design says it.

use std::collections::HashMap;

use assay_domain::decision::{ConsideredOption, DecisionKind, DecisionRecord};
use assay_domain::ids::{ApplicationId, CandidateId, InterviewId, RoleId};
use assay_domain::scorecard::ScorecardInput;
use assay_engine::decisions::{self, DecisionInput, GroundOption};
use assay_engine::interviews::{self, Interview, InterviewQuery, InterviewState, NewInterview};
use assay_engine::{EngineError, Instant, Result, Viewer, journal, questions, scorecards};
use assay_tests::journey::{World, at, new_candidate, new_interview};

use super::reads::{About, Answer, all};
use super::step::{Step, Verb};

/// What a check saw.
#[derive(Debug, Default)]
pub struct Seen {
    /// Markers that a viewer may not see, and did not.
    pub withheld: usize,
    /// Notes that a viewer may see, and did.
    pub shown: usize,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Secret {
    /// A rating's note: closed with its application, else in the scorecards of this interview.
    Note { interview: usize },
    /// What a decision or an open question says: closed with its application.
    Debrief,
    /// A draft: nobody's but this person's.
    Draft { of: usize },
}

struct Mark {
    /// As each workspace has it.
    text: [String; 2],
    application: usize,
    secret: Secret,
}

#[derive(Clone, Copy)]
struct Held {
    ids: [InterviewId; 2],
    application: usize,
    holder: usize,
    state: InterviewState,
}

struct Twin {
    world: World,
    role: RoleId,
    people: Vec<Viewer>,
    candidates: Vec<(CandidateId, ApplicationId)>,
}

pub struct Twins {
    twins: [Twin; 2],
    held: Vec<Held>,
    marks: Vec<Mark>,
    serial: usize,
}

fn twin() -> Twin {
    let world = World::plain();
    let detail = world.role();
    let (role, plan) = (detail.summary.id, detail.plan.assessments);
    let mut people = vec![world.owner];
    people.extend(["Bo Fixture", "Cy Fixture", "Di Fixture"].map(|name| world.person(name)));
    let candidates = ["Eda Fixture", "Finn Fixture"].map(|name| {
        let candidate = world.candidate(new_candidate(name));
        (candidate, world.application(candidate, role))
    });
    for ((_, application), one) in candidates.iter().flat_map(|of| plan.iter().map(move |one| (of, one))) {
        world.handed_in(*application, one.id, "Both were asked for a review.");
    }
    Twin { world, role, people, candidates: candidates.into() }
}

impl Twins {
    pub fn new() -> Self {
        Self { twins: [twin(), twin()], held: Vec::new(), marks: Vec::new(), serial: 0 }
    }

    /// The model: who holds an open interview there.
    pub fn is_closed(&self, person: usize, application: usize) -> bool {
        self.held.iter().any(|one| {
            one.holder == person && one.application == application && one.state == InterviewState::Open
        })
    }

    fn now(&self) -> Instant {
        at(10 + self.serial as i64)
    }

    /// Runs a step in both; both must answer alike.
    pub fn take(&mut self, step: Step) {
        self.serial += 1;
        match step.verb {
            Verb::Assign => self.assign(step),
            Verb::Decide => self.decide(step),
            Verb::Ask => self.ask(step),
            Verb::Undo => self.undo(step),
            _ if self.held.is_empty() => {}
            _ => self.on_interview(step),
        }
    }

    fn both<T>(&self, command: impl Fn(usize, &Twin) -> Result<T>) -> Option<[T; 2]> {
        let [one, two] = [0, 1].map(|index| match command(index, &self.twins[index]) {
            Ok(value) => Some(value),
            Err(
                EngineError::Conflict { .. }
                | EngineError::Invalid { .. }
                | EngineError::Asks { .. }
                | EngineError::ClosedToViewer,
            ) => None,
            Err(other) => panic!("{other}"),
        });
        assert_eq!(one.is_some(), two.is_some(), "the ratings decide whether a command is done");
        Some([one?, two?])
    }

    fn assign(&mut self, step: Step) {
        let (application, holder) = (usize::from(step.a % 2), usize::from(step.b % 4));
        let assessment = usize::from(step.b / 4 % 2);
        let now = self.now();
        let made = self.both(|_, twin| {
            let viewer = twin.people[usize::from(step.who % 4)];
            let plan = assay_engine::roles::show(&twin.world.store, viewer, twin.role)?.plan;
            let application = twin.candidates[application].1;
            let new = NewInterview {
                starts_local: Some("2026-03-05T14:30".into()),
                zone: Some("Europe/Berlin".into()),
                ..new_interview(application, plan.assessments[assessment].id, twin.people[holder])
            };
            Ok(interviews::assign(&twin.world.store, viewer, now, &new)?.value.id)
        });
        if let Some(ids) = made {
            self.held.push(Held { ids, application, holder, state: InterviewState::Open });
        }
    }

    fn decide(&mut self, step: Step) {
        let (application, who) = (usize::from(step.a % 2), usize::from(step.who % 4));
        let (now, text) = (self.now(), format!("zqreason{}", self.serial));
        let kind = match step.b % 8 {
            7 => DecisionKind::Reject,
            odd if odd % 2 == 1 => DecisionKind::Advance,
            _ => DecisionKind::Hold,
        };
        let done = self.both(|_, twin| {
            let (store, viewer, id) = (&twin.world.store, twin.people[who], twin.candidates[application].1);
            // As window and terminal begin it: with what it rests on, others of the role included.
            let ground = decisions::ground(store, viewer, now, id)?;
            let option = |one: GroundOption| ConsideredOption { option: one.option, because: text.clone() };
            let input = DecisionInput {
                application_id: id,
                kind,
                reason: text.clone(),
                scorecard_ids: vec![],
                record: DecisionRecord {
                    context: format!("{}\n{text}", ground.context),
                    options: ground.options.into_iter().map(option).collect(),
                    unknown: text.clone(),
                    ..DecisionRecord::default()
                },
            };
            decisions::make(store, viewer, now, &input)
        });
        if done.is_some() {
            assert!(!self.is_closed(who, application), "decided without having submitted");
            self.marks.push(Mark { text: [text.clone(), text], application, secret: Secret::Debrief });
            self.look_who_holds();
        }
    }

    fn ask(&mut self, step: Step) {
        let (application, who) = (usize::from(step.a % 2), usize::from(step.who % 4));
        let (now, text) = (self.now(), format!("zqquestion{}", self.serial));
        let done = self.both(|_, twin| {
            let (store, id) = (&twin.world.store, twin.candidates[application].1);
            questions::add(store, twin.people[who], now, id, &text)
        });
        if done.is_some() {
            assert!(!self.is_closed(who, application), "asked without having submitted");
            self.marks.push(Mark { text: [text.clone(), text], application, secret: Secret::Debrief });
        }
    }

    fn undo(&mut self, step: Step) {
        let now = self.now();
        let done = self.both(|_, twin| {
            journal::undo(&twin.world.store, twin.people[usize::from(step.who % 4)], now, None)
        });
        if done.is_some() {
            self.look_who_holds();
        }
    }

    /// An end cancels interviews and an undo brings them back: facts that everybody may know, so that the model takes them
    /// from the list of interviews.
    fn look_who_holds(&mut self) {
        let now_held = self.interviews(0);
        for held in &mut self.held {
            let found = &now_held[&held.ids[0]];
            held.state = found.state;
            held.holder = self.twins[0].people.iter().position(|person| person.0 == found.person_id).unwrap();
        }
    }

    fn interviews(&self, index: usize) -> HashMap<InterviewId, Interview> {
        let twin = &self.twins[index];
        let found =
            interviews::list(&twin.world.store, twin.world.owner, &InterviewQuery::default()).unwrap();
        found.into_iter().map(|one| (one.id, one)).collect()
    }

    fn on_interview(&mut self, step: Step) {
        let chosen = usize::from(step.a) % self.held.len();
        let held = self.held[chosen];
        let (who, other) = (usize::from(step.who % 4), usize::from(step.b % 4));
        let (now, texts) = (self.now(), self.texts(held.application));
        let done = self.both(|index, twin| {
            let (store, viewer, holder) = (&twin.world.store, twin.people[who], twin.people[held.holder]);
            let (id, words) = (held.ids[index], &texts[index]);
            let card = || {
                let level = step.b % 5 + 1;
                let rated = if held.application == 0 && index == 1 { level % 5 + 1 } else { level };
                twin.world.card(&self.interviews(index)[&id], rated, words)
            };
            match step.verb {
                Verb::Reassign => {
                    interviews::reassign(store, viewer, now, id, twin.people[other].0).map(drop)
                }
                Verb::Cancel => interviews::cancel(store, viewer, now, id, "fell ill").map(drop),
                Verb::Draft => {
                    let card = twin.world.card(&self.interviews(index)[&id], 2, &texts[0]);
                    scorecards::save_draft(store, holder, now, id, card).map(drop)
                }
                Verb::Submit => scorecards::submit(store, holder, now, id, card()).map(drop),
                Verb::Paper => scorecards::submit_paper(store, viewer, now, id, card()).map(drop),
                _ => {
                    let card = ScorecardInput { log: vec![], ..card() };
                    scorecards::amend(store, holder, now, id, card, words).map(drop)
                }
            }
        });
        if done.is_some() {
            self.acknowledge(step.verb, chosen, who, other, texts);
        }
    }

    fn acknowledge(&mut self, verb: Verb, chosen: usize, who: usize, other: usize, text: [String; 2]) {
        let application = self.held[chosen].application;
        let note = Secret::Note { interview: chosen };
        match verb {
            Verb::Reassign => self.held[chosen].holder = other,
            Verb::Cancel => self.held[chosen].state = InterviewState::Cancelled,
            Verb::Draft => {
                let of = self.held[chosen].holder;
                let text = [text[0].clone(), text[0].clone()];
                self.marks.push(Mark { text, application, secret: Secret::Draft { of } });
            }
            Verb::Paper | Verb::Submit => {
                assert!(
                    verb == Verb::Submit || !self.is_closed(who, application),
                    "typed in for somebody else while holding an open interview there"
                );
                self.held[chosen].state = InterviewState::Submitted;
                self.marks.push(Mark { text, application, secret: note });
            }
            _ => self.marks.push(Mark { text, application, secret: note }),
        }
    }

    /// Words that occur nowhere else; in the first application they differ between the two.
    fn texts(&self, application: usize) -> [String; 2] {
        [0, 1].map(|index| match application {
            0 => format!("zqmark{}w{index}", self.serial),
            _ => format!("zqmark{}", self.serial),
        })
    }

    /// Makes every read for everybody.
    pub fn check(&self) -> Seen {
        let mut seen = Seen::default();
        for viewer in 0..4 {
            let answers = [0, 1].map(|index| self.answers(index, viewer));
            for mark in &self.marks {
                for (index, answers) in answers.iter().enumerate() {
                    self.check_mark(viewer, mark, index, answers, &mut seen);
                }
            }
            if self.is_closed(viewer, 0) {
                let [one, two] = &answers;
                for (one, two) in one.iter().zip(two) {
                    let (left, right) = (without_ids(&one.text), without_ids(&two.text));
                    assert_eq!(
                        left, right,
                        "{} {} depends on ratings closed to viewer {viewer}",
                        one.command, one.of
                    );
                }
            }
        }
        seen
    }

    fn answers(&self, index: usize, viewer: usize) -> Vec<Answer> {
        let twin = &self.twins[index];
        let newest = self.marks.iter().rev().take(3).flat_map(|mark| mark.text.clone());
        let words: Vec<String> = newest.chain(["summary".to_owned()]).collect();
        let about = About {
            role: twin.role,
            candidates: &twin.candidates,
            interviews: self.held.iter().map(|held| held.ids[index]).collect(),
            words: &words,
        };
        all(&twin.world.store, twin.people[viewer], self.now(), &about)
    }

    fn check_mark(&self, viewer: usize, mark: &Mark, index: usize, answers: &[Answer], seen: &mut Seen) {
        let text = &mark.text[index];
        let holding = |answer: &&Answer| mentions(&answer.text, text);
        let closed = match mark.secret {
            Secret::Draft { of } => viewer != of,
            _ => self.is_closed(viewer, mark.application),
        };
        if closed {
            let leak = answers.iter().find(holding);
            assert!(
                leak.is_none(),
                "{text} shows to viewer {viewer} in {:?}",
                leak.map(|answer| (answer.command, answer.of, &answer.text))
            );
            seen.withheld += 1;
        } else if let Secret::Note { interview } = mark.secret {
            let shown = answers
                .iter()
                .filter(holding)
                .any(|one| one.command == "scorecard_show" && one.of == interview);
            assert!(shown, "{text} is not shown to viewer {viewer}, to whom it is open");
            seen.shown += 1;
        }
    }
}

/// Whether the text holds the marker itself, not one that merely begins like it.
fn mentions(text: &str, mark: &str) -> bool {
    text.match_indices(mark)
        .any(|(start, _)| !text[start + mark.len()..].starts_with(|next: char| next.is_ascii_alphanumeric()))
}

/// The text with every id and hash replaced by its place among those that came before.
fn without_ids(text: &str) -> String {
    let mut known: HashMap<&str, usize> = HashMap::new();
    let mut out = String::new();
    let is_part = |c: char| c.is_ascii_hexdigit() || c == '-';
    let mut rest = text;
    while let Some(start) = rest.find(is_part) {
        out.push_str(&rest[..start]);
        let end = rest[start..].find(|c| !is_part(c)).map_or(rest.len(), |length| start + length);
        let word = &rest[start..end];
        if word.len() == 64 || (word.len() == 36 && word.matches('-').count() == 4) {
            let next = known.len();
            out.push_str(&format!("<{}>", known.entry(word).or_insert(next)));
        } else {
            out.push_str(word);
        }
        rest = &rest[end..];
    }
    out + rest
}
