//! A workspace in which one candidate is named wherever anybody can write.

use assay_domain::candidate::CandidateInput;
use assay_domain::decision::{DecisionKind, DecisionRecord};
use assay_domain::ids::{ApplicationId, AssessmentId, CandidateId, EvidenceId, ImportId, RoleId, SnapshotId};
use assay_domain::stage::Stage;
use assay_engine::blind::{self as review, BlindInput};
use assay_engine::decisions::{self, DecisionInput};
use assay_engine::interviews::{self, Interview, InterviewQuery, InterviewState};
use assay_engine::plans::{self, PlanAssessmentInput};
use assay_engine::roles::{self, RoleDetail};
use assay_engine::snapshots::{self, EvidenceKind, EvidenceQuery};
use assay_engine::submissions::{self, NewSubmission};
use assay_engine::{Viewer, applications, candidates, questions};
use assay_tests::journey::snapshots::{Login, Work, import, write_zip};
use assay_tests::journey::{World, at, new_candidate, new_role, provenance};

/// Words of the hidden candidate that occur nowhere else, as [`folded`] leaves them: both parts of the name, an earlier name,
/// address, login, number, places, school, employer, pronouns.
pub const MARKERS: &[&str] = &[
    "zqilse",
    "zqfixture",
    "zqearlier",
    "zqmail",
    "zqhost",
    "zqlogin",
    "774411",
    "zqport",
    "nowhere-on-sea",
    "zqschool",
    "zqcorp",
    "xe/xem",
];

/// Everything that can be said of somebody, in one sentence.
pub const SAYS: &str = "I am Zqilse Zqfixturé (xe/xem, once Zqearlier), zqmail@zqhost.example, @zqlogin, from Zqport, of the \
    University of Zqschool, now at Zqcorp in Nowhere-on-Sea; ZQILSE_ZQFIXTURE.pdf";

pub struct Scene {
    pub world: World,
    /// Holds an open interview with the hidden candidate.
    pub bo: Viewer,
    /// Holds none.
    pub cy: Viewer,
    /// Has submitted.
    pub di: Viewer,
    pub hidden: CandidateId,
    pub application: ApplicationId,
    /// Somebody in no blind role, whose texts name the hidden candidate.
    pub other: CandidateId,
    pub other_application: ApplicationId,
    pub snapshot: SnapshotId,
    pub other_snapshot: SnapshotId,
    pub import: ImportId,
    role: RoleId,
    other_role: RoleId,
    /// Somebody else of each role.
    beside: [(CandidateId, ApplicationId); 2],
}

impl Scene {
    pub fn new() -> Self {
        let world = World::plain();
        let [bo, cy, di] = ["Bo Fixture", "Cy Fixture", "Di Fixture"].map(|name| world.person(name));
        let (role, other_role) =
            (world.role(), roles::create(&world.store, world.owner, at(2), &new_role()).unwrap().value);
        let blind = BlindInput { on: true, coordinators: vec![world.owner.0] };
        review::switch(&world.store, world.owner, at(3), role.summary.id, &blind).unwrap();
        let hidden = world.candidate(input("Zqearlier Zqfixturé"));
        candidates::update(&world.store, world.owner, at(4), hidden, input("Zqilse Zqfixturé")).unwrap();
        let other = world.candidate(CandidateInput { notes: SAYS.into(), ..new_candidate("Gil Fixture") });
        let application = world.application(hidden, role.summary.id);
        let applies = |name, role| {
            let candidate = world.candidate(new_candidate(name));
            (candidate, world.application(candidate, role))
        };
        let beside = applies("Abe Fixture", role.summary.id);
        applies("Moe Fixture", role.summary.id);
        let beside_other = applies("Kim Fixture", other_role.summary.id);
        let other_application = world.application(other, other_role.summary.id);
        let (import_id, snapshot) =
            taken(&world, hidden, Login { login: "zqlogin", id: 774_411 }, "Zqilse Zqfixturé");
        let (_, other_snapshot) = taken(&world, other, Login { login: "gil-fixture", id: 5 }, "Gil Fixture");
        let scene = Scene {
            world,
            bo,
            cy,
            di,
            hidden,
            application,
            other,
            other_application,
            snapshot,
            other_snapshot,
            import: import_id,
            role: role.summary.id,
            other_role: other_role.summary.id,
            beside: [beside, beside_other],
        };
        scene.spoken_of();
        scene
    }

    /// What others wrote: scorecards, a cancelled interview, a move, a decision, and what was handed in; in both applications.
    fn spoken_of(&self) {
        let (world, store, owner) = (&self.world, &self.world.store, self.world.owner);
        let first = |role| roles::show(store, owner, role).unwrap().plan.assessments[0].id;
        let assessment = first(self.role);
        world.scored(&world.interview(self.application, assessment, self.di), 4, SAYS);
        let cancelled = world.interview(self.application, assessment, self.cy);
        interviews::cancel(store, owner, at(10), cancelled.id, SAYS).unwrap();
        world.interview(self.application, assessment, self.bo);
        world.scored(&world.interview(self.other_application, first(self.other_role), self.di), 4, SAYS);
        for (application, to) in
            [(self.application, Stage::Screening), (self.other_application, Stage::Screening)]
        {
            applications::move_to(store, owner, at(11), application, to, SAYS).unwrap();
            let kind = DecisionKind::Hold;
            let input = DecisionInput {
                application_id: application,
                kind,
                reason: SAYS.into(),
                scorecard_ids: vec![],
                record: DecisionRecord { context: SAYS.into(), ..DecisionRecord::default() },
            };
            decisions::make(store, owner, at(12), &input).unwrap();
            questions::add(store, owner, at(13), application, SAYS).unwrap();
        }
        for role in [self.role, self.other_role] {
            let now = roles::show(store, owner, role).unwrap().plan.assessments;
            let mut plan: Vec<PlanAssessmentInput> = now.iter().map(Into::into).collect();
            plan[0].minutes += 5;
            plans::update(store, owner, at(14), role, &plan, SAYS).unwrap();
        }
        world.handed_in(self.application, assessment, SAYS);
        world.handed_in(self.other_application, first(self.other_role), SAYS);
        self.hands_in_a_file(self.application, assessment);
        self.hands_in_a_file(self.other_application, first(self.other_role));
    }

    /// A file whose name and code name the hidden candidate.
    fn hands_in_a_file(&self, application: ApplicationId, assessment: AssessmentId) {
        let path = self.world.beside().join("zqilse_zqfixture-zqlogin.py");
        let code = format!("# {SAYS}\nauthor = \"Zqilse Zqfixturé\"\n__email__ = 'zqmail@zqhost.example'\n");
        std::fs::write(&path, code).unwrap();
        let new = NewSubmission {
            application_id: application,
            assessment_id: assessment,
            minutes: None,
            answers: vec![],
            text: String::new(),
            paths: vec![path.display().to_string()],
        };
        let added = submissions::add(&self.world.store, self.world.owner, at(15), &new).unwrap().value;
        assert_eq!(added.submission.parts.len(), 1, "the file did not come in");
    }

    pub fn role(&self) -> RoleDetail {
        roles::show(&self.world.store, self.world.owner, self.role).unwrap()
    }

    /// Two candidates of each role, the one that is spoken of first.
    pub fn pairs(&self) -> [(RoleId, [(CandidateId, ApplicationId); 2]); 2] {
        let [beside, beside_other] = self.beside;
        [
            (self.role, [(self.hidden, self.application), beside]),
            (self.other_role, [(self.other, self.other_application), beside_other]),
        ]
    }

    /// Bo's.
    pub fn open_interview(&self) -> Interview {
        let query = InterviewQuery {
            state: Some(InterviewState::Open),
            person_id: Some(self.bo.0),
            ..InterviewQuery::default()
        };
        interviews::list(&self.world.store, self.world.owner, &query).unwrap().remove(0)
    }

    /// A record of the hidden candidate's snapshot.
    pub fn evidence(&self) -> EvidenceId {
        let page =
            snapshots::evidence_list(&self.world.store, self.world.owner, &query(self.snapshot)).unwrap();
        page.rows[0].id
    }
}

/// The READMEs of a snapshot.
pub fn query(snapshot: SnapshotId) -> EvidenceQuery {
    EvidenceQuery { snapshot_id: snapshot, kind: EvidenceKind::Readme, repo: None, offset: 0, limit: 50 }
}

fn input(name: &str) -> CandidateInput {
    CandidateInput {
        email: "zqmail@zqhost.example".into(),
        location: "Zqport, Overseas".into(),
        headline: "Backend, University of Zqschool, xe/xem".into(),
        notes: SAYS.into(),
        provenance: provenance(SAYS),
        ..new_candidate(name)
    }
}

fn taken(world: &World, candidate: CandidateId, owner: Login<'_>, name: &str) -> (ImportId, SnapshotId) {
    let bio = if owner.id == 5 { "Kettles" } else { "Backend @zqcorp, xe/xem" };
    let work = Work { owner, name, bio, readme: SAYS, author: owner, message: SAYS, body: SAYS };
    let path = world.beside().join(format!("{}.zip", owner.login));
    write_zip(&path, &work);
    let report = import(world, world.owner, at(8), &path, SAYS, Some(candidate));
    let detail = candidates::show(&world.store, world.owner, at(9), candidate).unwrap();
    (report.id, detail.snapshots[0].id)
}

/// Lower case without accents, however they are encoded.
pub fn folded(text: &str) -> String {
    let lower = text.to_lowercase().replace('é', "e");
    lower.chars().filter(|c| *c != '\u{301}').collect()
}
