//! Which assessments of a plan observe which competency, of a stored plan and of one that is being written; and how many
//! scorecards have looked at it.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use assay_domain::competency::CompetencySlug;
use assay_domain::ids::{AssessmentId, RoleId};
use assay_domain::plan::{Observing, coverage as plan_coverage, observed};
use assay_domain::rubric::Rubric;
use rusqlite::Connection;
use serde::Serialize;

use super::{RoleCompetency, templates};
use crate::plans::{self, Plan};
use crate::{Result, Store, Viewer, rubrics};

/// Numbers of scorecards by the slugs of competencies.
type Looked = BTreeMap<String, u32>;

/// Rubrics that were read, by id and version: the plan and its scorecards mostly name the same.
type Known = BTreeMap<(String, u32), Rubric>;

/// A rubric, read once.
fn read<'a>(conn: &Connection, known: &'a mut Known, id: &str, version: u32) -> Result<&'a Rubric> {
    Ok(match known.entry((id.to_owned(), version)) {
        Entry::Occupied(read) => read.into_mut(),
        Entry::Vacant(place) => place.insert(rubrics::find(conn, id, version)?),
    })
}

/// Which assessments of a plan observe a competency, by their rubrics' criteria.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct CompetencyCoverage {
    /// Its shared slug.
    pub slug: String,
    /// Its name for people.
    pub title: String,
    /// How many criteria of each assessment observe it, in the plan's order.
    pub criteria: Vec<u32>,
    /// How many assessments observe it.
    pub assessments: u32,
    /// How many submitted scorecards of the role were rated by a rubric that looks at it, whether they assessed it or not.
    pub scorecards: u32,
}

impl CompetencyCoverage {
    /// Of the plan's assessments, in its order, those that observe it.
    pub fn observing<'a, T>(&self, assessments: &'a [T]) -> Vec<&'a T> {
        let seen = assessments.iter().zip(&self.criteria).filter(|(_, criteria)| **criteria > 0);
        seen.map(|(one, _)| one).collect()
    }
}

/// The coverage of a plan that is being written, for a role or for one that is not made yet: `asked` are the slugs that it asks
/// for. They come first, then those that are only observed.
///
/// Errors: [`EngineError::NotFound`](crate::EngineError::NotFound) where there is no such role or rubric.
pub fn coverage(
    store: &Store,
    viewer: Viewer,
    role: Option<RoleId>,
    asked: &[String],
    plan: &[Observing],
) -> Result<Vec<CompetencyCoverage>> {
    store.read(viewer, |conn| {
        let mut known = Known::new();
        let looked = match role {
            Some(role) => looked_at(conn, role, &plans::current(conn, role)?, &mut known)?,
            None => Looked::new(),
        };
        of(conn, &looked, asked, plan, &mut known)
    })
}

/// The coverage of a role's stored plan.
pub(super) fn stored(
    conn: &Connection,
    role: RoleId,
    asked: &[RoleCompetency],
    plan: &Plan,
) -> Result<Vec<CompetencyCoverage>> {
    let slugs: Vec<String> = asked.iter().map(|one| one.slug.clone()).collect();
    let mut known = Known::new();
    let looked = looked_at(conn, role, plan, &mut known)?;
    let mut rows = of(conn, &looked, &slugs, &plan.observing(), &mut known)?;
    for row in &mut rows {
        if let Some(own) = asked.iter().find(|one| one.slug == row.slug) {
            row.title.clone_from(&own.title);
        }
    }
    Ok(rows)
}

fn of(
    conn: &Connection,
    looked: &Looked,
    asked: &[String],
    plan: &[Observing],
    known: &mut Known,
) -> Result<Vec<CompetencyCoverage>> {
    let mut rubric = |one: &Observing| Ok(read(conn, known, &one.rubric_id, one.rubric_version)?.clone());
    let rubrics = plan.iter().map(&mut rubric).collect::<Result<Vec<_>>>()?;
    let asked: Vec<CompetencySlug> = asked.iter().cloned().map(CompetencySlug).collect();
    let rows = plan_coverage(&asked, plan, &rubrics).into_iter().map(|row| {
        Ok(CompetencyCoverage {
            title: templates::title(&row.competency)?,
            scorecards: looked.get(&row.competency.0).copied().unwrap_or_default(),
            slug: row.competency.0,
            criteria: row.criteria,
            assessments: row.assessments,
        })
    });
    rows.collect()
}

/// How many submitted scorecards of the role looked at each competency, by the rubric version that each was rated by. No rating
/// is read for it, so that nothing of it is closed.
fn looked_at(conn: &Connection, role: RoleId, plan: &Plan, known: &mut Known) -> Result<Looked> {
    let mut statement = conn.prepare_cached(
        "SELECT i.assessment_id, s.rubric_id, s.rubric_version, count(DISTINCT i.id)
         FROM scorecard AS s JOIN interview AS i ON i.id = s.interview_id
         JOIN application AS a ON a.id = i.application_id WHERE a.role_id = ?1 GROUP BY 1, 2, 3",
    )?;
    let rows = statement.query_map([role.0], |row| {
        Ok((
            AssessmentId(row.get(0)?),
            row.get::<_, String>(1)?,
            row.get::<_, u32>(2)?,
            row.get::<_, u32>(3)?,
        ))
    })?;
    let mut looked = Looked::new();
    for row in rows {
        let (assessment, rubric, version, scorecards) = row?;
        let rubric = read(conn, known, &rubric, version)?;
        let planned = plan.assessments.iter().find(|one| one.id == assessment);
        let mapping = planned.map_or(&[][..], |one| &one.mapping);
        let slugs: BTreeSet<&CompetencySlug> =
            rubric.criteria.iter().map(|criterion| observed(mapping, criterion)).collect();
        for slug in slugs {
            *looked.entry(slug.0.clone()).or_default() += scorecards;
        }
    }
    Ok(looked)
}
