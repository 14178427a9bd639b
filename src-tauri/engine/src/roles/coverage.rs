//! Which assessments of a plan observe what a role asks for, and how many scorecards have looked at it.

use std::collections::{BTreeMap, BTreeSet};

use assay_domain::competency::CompetencySlug;
use assay_domain::ids::{AssessmentId, RoleId};
use assay_domain::plan::{coverage, observed};
use rusqlite::Connection;

use super::{CompetencyCoverage, RoleCompetency, templates};
use crate::plans::{Plan, PlanAssessment};
use crate::{Result, rubrics};

/// A row for each competency: what is asked for first, then what is only observed.
pub(super) fn covered(
    conn: &Connection,
    role: RoleId,
    asked: &[RoleCompetency],
    plan: &Plan,
) -> Result<Vec<CompetencyCoverage>> {
    let slugs: Vec<CompetencySlug> = asked.iter().map(|one| CompetencySlug(one.slug.clone())).collect();
    let by = |one: &PlanAssessment| rubrics::find(conn, &one.rubric_id, one.rubric_version);
    let rubrics = plan.assessments.iter().map(by).collect::<Result<Vec<_>>>()?;
    let looked = looked_at(conn, role, plan)?;
    let rows = coverage(&slugs, &plan.as_domain(), &rubrics);
    rows.into_iter()
        .map(|row| {
            let own = asked.iter().find(|one| one.slug == row.competency.0).map(|one| one.title.clone());
            let seen = plan.assessments.iter().zip(&row.criteria).filter(|(_, count)| **count > 0);
            Ok(CompetencyCoverage {
                title: own.map_or_else(|| templates::title(&row.competency), Ok)?,
                assessment_ids: seen.map(|(one, _)| one.id).collect(),
                scorecards: looked.get(&row.competency.0).copied().unwrap_or_default(),
                slug: row.competency.0,
            })
        })
        .collect()
}

/// How many submitted scorecards of the role looked at each competency, by the rubric version that each was rated by. No rating
/// is read for it, so that nothing of it is closed.
fn looked_at(conn: &Connection, role: RoleId, plan: &Plan) -> Result<BTreeMap<String, u32>> {
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
    let mut looked = BTreeMap::new();
    for row in rows {
        let (assessment, rubric, version, scorecards) = row?;
        let rubric = rubrics::find(conn, &rubric, version)?;
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
