//! A role's debrief as rows: one for each candidate.

use assay_domain::ids::{ApplicationId, RoleId};
use serde::Serialize;

use super::csv;
use crate::debriefs::{self, DebriefRow};
use crate::plans::PlanAssessment;
use crate::{Instant, Result, Store, Viewer};

/// One candidate's line.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DebriefLine {
    /// The candidate's name.
    pub candidate: String,
    /// Where the application stands.
    pub stage: String,
    /// What the role calls that stage.
    pub stage_title: String,
    /// Whether it is closed to the viewer: then nothing here comes from its ratings.
    pub closed: bool,
    /// Weighted mean on the scale of 1 to 5; `None` where nothing was assessed.
    pub score: Option<f64>,
    /// Lower end of the 95% interval: of the corrected score, where there is one.
    pub low: Option<f64>,
    /// Upper end of the 95% interval.
    pub high: Option<f64>,
    /// Corrected for the raters' severity, where something is corrected.
    pub corrected: Option<f64>,
    /// Share of the plan's weight that was assessed.
    pub coverage: Option<f64>,
    /// Bands of those not told apart, from 1, best first; who is in two that overlap has both numbers (in CSV with a space
    /// between). The heading stays `groups`, as in the files that were exported before it was called a band on the screen.
    pub groups: Vec<u32>,
    /// Red flags.
    pub flags: Option<u32>,
    /// Interviews still open.
    pub interviews_open: u32,
    /// The latest decision that stands.
    pub decision: Option<String>,
    /// Score of each assessment, in the plan's order.
    pub assessments: Vec<AssessmentScore>,
    /// The application.
    pub application_id: ApplicationId,
}

/// One assessment's score.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct AssessmentScore {
    /// Its name.
    pub assessment: String,
    /// Its weight in the plan, in per cent.
    pub weight: u32,
    /// The score; `None` where nothing was assessed.
    pub score: Option<f64>,
}

/// The debrief of a role under its newest plan, best first. Those closed to the viewer are there without anything that
/// comes from ratings.
///
/// Errors: [`crate::EngineError::NotFound`].
pub fn debrief(store: &Store, viewer: Viewer, at: Instant, role: RoleId) -> Result<Vec<DebriefLine>> {
    let debrief = debriefs::role(store, viewer, at, role, None)?;
    Ok(debrief.rows.iter().map(|row| line(row, &debrief.plan.assessments)).collect())
}

fn line(row: &DebriefRow, plan: &[PlanAssessment]) -> DebriefLine {
    let assessments = plan.iter().zip(&row.cells).map(|(one, cell)| AssessmentScore {
        assessment: one.title.clone(),
        weight: one.weight,
        score: cell.score,
    });
    DebriefLine {
        candidate: row.candidate_name.clone(),
        stage: row.stage.to_string(),
        stage_title: row.stage_title.clone(),
        closed: row.closed,
        score: row.score,
        low: row.interval.map(|(low, _)| low),
        high: row.interval.map(|(_, high)| high),
        corrected: row.corrected,
        coverage: row.coverage,
        groups: row.bands.iter().map(|band| band + 1).collect(),
        flags: row.flags,
        interviews_open: row.interviews_open,
        decision: row.decision.map(|kind| kind.to_string()),
        assessments: assessments.collect(),
        application_id: row.application_id,
    }
}

/// A debrief as CSV: a column for each assessment at the end. An empty cell is not known.
pub fn debrief_csv(lines: &[DebriefLine]) -> Result<String> {
    let mut heads: Vec<String> = [
        "candidate",
        "stage",
        "stage_title",
        "closed",
        "score",
        "low",
        "high",
        "corrected",
        "coverage",
        "groups",
        "flags",
        "interviews_open",
        "decision",
    ]
    .map(str::to_owned)
    .into();
    let assessments = lines.first().map_or(&[][..], |line| &line.assessments);
    heads.extend(assessments.iter().map(|one| format!("{} ({}%)", one.assessment, one.weight)));
    csv(&heads, lines.iter().map(cells))
}

fn cells(line: &DebriefLine) -> Vec<String> {
    let figure = |value: Option<f64>| value.map(|value| format!("{value:.4}")).unwrap_or_default();
    let groups: Vec<String> = line.groups.iter().map(u32::to_string).collect();
    let mut cells = vec![
        line.candidate.clone(),
        line.stage.clone(),
        line.stage_title.clone(),
        line.closed.to_string(),
        figure(line.score),
        figure(line.low),
        figure(line.high),
        figure(line.corrected),
        figure(line.coverage),
        groups.join(" "),
        line.flags.map(|flags| flags.to_string()).unwrap_or_default(),
        line.interviews_open.to_string(),
        line.decision.clone().unwrap_or_default(),
    ];
    cells.extend(line.assessments.iter().map(|one| figure(one.score)));
    cells
}
