//! Whether scores had anything to do with what became of the hires.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use assay_domain::ids::{ApplicationId, RoleId};
use assay_domain::measure::Sheet;
use assay_domain::measure::aggregate::{assessment, on_common_scale};
use assay_domain::measure::outcome::{Validity, no_correlation, validity};
use assay_domain::rubric::Rubric;
use rusqlite::{Connection, named_params};
use serde::Serialize;
use uuid::Uuid;

use super::GoalMet;
use crate::store::column::json;
use crate::{EngineError, Instant, Result, Store, Viewer, independence, rubrics, scorecards};

/// How a score went with one measure of the outcome.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct Prediction {
    /// Hires with a score and an outcome.
    pub n: u32,
    /// Pearson's correlation; `None` where it cannot be computed.
    pub correlation: Option<f64>,
    /// Lower end of its 95% interval; `None` with too few hires.
    pub low: Option<f64>,
    /// Upper end.
    pub high: Option<f64>,
    /// Spearman's rank correlation.
    pub rank_correlation: Option<f64>,
    /// The correlation as it might be over everybody assessed, had the hires not been chosen by this score.
    pub corrected_for_range: Option<f64>,
    /// In words.
    pub sentence: String,
}

/// An assessment, or one of its criteria.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct PredictionRow {
    /// The rubric that was rated by.
    pub rubric_id: String,
    /// Its name.
    pub rubric_title: String,
    /// The criterion's id; `None` for the whole assessment.
    pub criterion: Option<String>,
    /// The criterion's name; empty for the whole assessment.
    pub criterion_title: String,
    /// Against the share of goals met.
    pub goals_met: Prediction,
    /// Against the manager's rating.
    pub manager_rating: Prediction,
}

/// Each assessment and criterion against the outcomes of hires.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct Predictions {
    /// People hired whose ratings are open to the viewer.
    pub hires: u32,
    /// Of them, those of whom an outcome is kept.
    pub followed_up: u32,
    /// Applications left out, as their ratings are closed to the viewer.
    pub closed: u32,
    /// Assessments, each followed by its criteria.
    pub rows: Vec<PredictionRow>,
    /// What to bear in mind.
    pub note: String,
    /// What is said of a measure with which no row has a correlation.
    pub no_correlation: String,
}

const NOTE: &str = "Only hires are seen, and they were chosen by these scores (restriction of range), which hides part of what \
    a score is worth; nobody knows how those not hired would have done. Of many lines, one in twenty looks like something by \
    chance alone. The outcome is the latest that is kept.";

/// Correlates assessments and criteria with what became of the hires, over a role or over all. Law 4: applications that are
/// closed to the viewer are left out; of the others the viewer is noted as having read ratings.
pub fn predictions(store: &Store, viewer: Viewer, at: Instant, role: Option<RoleId>) -> Result<Predictions> {
    let (found, seen) = store.read(viewer, |conn| {
        let outcomes = outcomes(conn, viewer, role)?;
        let marks = marks(conn, viewer, role)?;
        let seen: BTreeSet<ApplicationId> = marks.keys().map(|key| ApplicationId(key.0)).collect();
        Ok((predicted(conn, &outcomes, marks)?, seen))
    })?;
    if found.followed_up > 0 {
        independence::expose(store, viewer, at, seen)?;
    }
    Ok(found)
}

/// Share of goals met, and the manager's rating.
#[derive(Clone, Copy, Default)]
struct Told {
    goals: Option<f64>,
    rating: Option<f64>,
}

/// Of each hire that is open to the viewer the latest outcome; and how many applications are closed.
struct Hires {
    told: HashMap<Uuid, Told>,
    hires: u32,
    closed: u32,
}

fn outcomes(conn: &Connection, viewer: Viewer, role: Option<RoleId>) -> Result<Hires> {
    let mut statement = conn.prepare_cached(&format!(
        "SELECT f.id, f.stage = 'hired', {}, o.goals, o.manager_rating FROM application AS f
         LEFT JOIN outcome AS o ON o.application_id = f.id
             AND o.month = (SELECT max(n.month) FROM outcome AS n WHERE n.application_id = f.id)
         WHERE :role IS NULL OR f.role_id = :role",
        independence::closed_sql("f.id")
    ))?;
    let mut rows = statement.query(named_params! {":viewer": viewer.0.0, ":role": role.map(|id| id.0)})?;
    let mut found = Hires { told: HashMap::new(), hires: 0, closed: 0 };
    while let Some(row) = rows.next()? {
        let (hired, closed): (bool, bool) = (row.get(1)?, row.get(2)?);
        found.closed += u32::from(closed);
        if closed || !hired {
            continue;
        }
        found.hires += 1;
        if row.get::<_, Option<String>>(3)?.is_some() {
            let goals: Vec<GoalMet> = json(row, 3)?;
            let rating: Option<u8> = row.get(4)?;
            found.told.insert(row.get(0)?, Told { goals: share(&goals), rating: rating.map(f64::from) });
        }
    }
    Ok(found)
}

/// Share of met goals among those of which it can be said.
fn share(goals: &[GoalMet]) -> Option<f64> {
    let known: Vec<bool> = goals.iter().filter_map(|one| one.met).collect();
    let met = known.iter().filter(|met| **met).count();
    (!known.is_empty()).then(|| met as f64 / known.len() as f64)
}

/// Application, rubric and its version; the scorecards there by their ids.
type Marks = BTreeMap<(Uuid, String, u32), BTreeMap<Uuid, Sheet>>;

fn marks(conn: &Connection, viewer: Viewer, role: Option<RoleId>) -> Result<Marks> {
    let mut statement = conn.prepare_cached(&format!(
        "SELECT f.id, s.rubric_id, s.rubric_version, s.id, r.criterion, r.level
         FROM scorecard AS s JOIN interview AS i ON i.id = s.interview_id
         JOIN application AS f ON f.id = i.application_id JOIN rating AS r ON r.scorecard_id = s.id
         WHERE (:role IS NULL OR f.role_id = :role) AND s.occasion = 1
           AND s.version = (SELECT max(n.version) FROM scorecard AS n
                            WHERE n.interview_id = s.interview_id AND n.occasion = 1)
           AND NOT {}",
        independence::closed_sql("f.id")
    ))?;
    let mut rows = statement.query(named_params! {":viewer": viewer.0.0, ":role": role.map(|id| id.0)})?;
    let mut found = Marks::new();
    while let Some(row) = rows.next()? {
        let cell = found.entry((row.get(0)?, row.get(1)?, row.get(2)?)).or_default();
        cell.entry(row.get(3)?).or_default().levels.insert(row.get(4)?, Some(row.get(5)?));
    }
    Ok(found)
}

/// Rubric and criterion (none: the whole assessment), with the score of each application.
type Scores = BTreeMap<(String, Option<String>), BTreeMap<Uuid, f64>>;

fn predicted(conn: &Connection, hires: &Hires, marks: Marks) -> Result<Predictions> {
    let mut scores = Scores::new();
    let mut known: BTreeMap<String, Rubric> = BTreeMap::new();
    for ((application, rubric_id, version), sheets) in marks {
        let rubric = rubrics::find(conn, &rubric_id, version)?;
        let sheets: Vec<Sheet> = sheets.into_values().collect();
        let found = assessment(&scorecards::criteria(&rubric), &sheets);
        let mut keep = |criterion: Option<String>, score: Option<f64>| {
            if let Some(score) = score {
                let common = on_common_scale(score, rubric.levels);
                scores.entry((rubric_id.clone(), criterion)).or_default().insert(application, common);
            }
        };
        keep(None, found.score);
        found.criteria.into_iter().for_each(|one| keep(Some(one.criterion), one.mean));
        known.insert(rubric_id, rubric);
    }
    let row = |((rubric_id, criterion), scores): ((String, Option<String>), BTreeMap<Uuid, f64>)| {
        let rubric = known.get(&rubric_id);
        let title = |id: &String| rubric.and_then(|one| one.criteria.iter().find(|one| one.id == *id));
        Ok(PredictionRow {
            rubric_title: rubric.map(|one| one.title.clone()).unwrap_or_default(),
            criterion_title: criterion
                .as_ref()
                .and_then(title)
                .map(|one| one.title.clone())
                .unwrap_or_default(),
            goals_met: against(&scores, &hires.told, |told| told.goals)?,
            manager_rating: against(&scores, &hires.told, |told| told.rating)?,
            rubric_id,
            criterion,
        })
    };
    Ok(Predictions {
        rows: scores.into_iter().map(row).collect::<Result<_>>()?,
        hires: hires.hires,
        followed_up: u32::try_from(hires.told.len()).unwrap_or(u32::MAX),
        closed: hires.closed,
        note: NOTE.into(),
        no_correlation: no_correlation(),
    })
}

fn against(
    scores: &BTreeMap<Uuid, f64>,
    told: &HashMap<Uuid, Told>,
    measure: impl Fn(&Told) -> Option<f64>,
) -> Result<Prediction> {
    let pair = |(application, score): (&Uuid, &f64)| Some((*score, measure(told.get(application)?)?));
    let pairs: Vec<(f64, f64)> = scores.iter().filter_map(pair).collect();
    let everybody: Vec<f64> = scores.values().copied().collect();
    let found = validity(&pairs, &everybody).map_err(|error| EngineError::Defect(error.to_string()))?;
    Ok(prediction(found))
}

fn prediction(found: Validity) -> Prediction {
    Prediction {
        n: u32::try_from(found.n).unwrap_or(u32::MAX),
        correlation: found.correlation,
        low: found.ci95.map(|ends| ends.0),
        high: found.ci95.map(|ends| ends.1),
        rank_correlation: found.rank_correlation,
        corrected_for_range: found.corrected_for_range,
        sentence: found.sentence,
    }
}
