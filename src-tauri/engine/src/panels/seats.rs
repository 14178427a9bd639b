//! Which seats of an application's panel are empty, and who is suggested for them, balanced by load.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use assay_domain::ids::{ApplicationId, PersonId};
use assay_domain::panel::{Load, Wanted, choose};
use rusqlite::{Connection, params};

use super::read::of_plan;
use super::{Panel, PanelPerson, PanelSeat};
use crate::plans::{self, PlanAssessment};
use crate::{Result, Store, Viewer, independence, interviews};

/// Every seat that nobody has yet: for each assessment of the present plan as many as its panel has raters, less those who
/// hold it or have held it. A suggestion binds nobody.
pub fn seats(store: &Store, viewer: Viewer, application: ApplicationId) -> Result<Vec<PanelSeat>> {
    store.read(viewer, |conn| {
        let role = interviews::role_of(conn, application)?;
        let plan = plans::current(conn, role)?;
        let panels = of_plan(conn, &plan)?;
        let mut wanted = Vec::new();
        let mut loads = BTreeMap::new();
        for (one, panel) in plan.assessments.iter().zip(&panels) {
            let taken = holders(conn, application, one)?;
            let free = |person: &&PanelPerson| !person.archived && !taken.contains(&person.id);
            let people: Vec<PersonId> = panel.people.iter().filter(free).map(|person| person.id).collect();
            let missing = panel.raters.saturating_sub(u32::try_from(taken.len()).unwrap_or(u32::MAX));
            wanted.push(Wanted { minutes: one.minutes, raters: missing, people });
            for person in &panel.people {
                if let Entry::Vacant(place) = loads.entry(person.id) {
                    place.insert(load(conn, application, role.0, person)?);
                }
            }
        }
        let chosen = choose(&wanted, &loads);
        let places = plan.assessments.iter().zip(&panels).zip(wanted.iter().zip(&chosen));
        let seats = places.flat_map(|((one, panel), (wanted, people))| {
            let loads = &loads;
            let people = people.iter().copied().map(Some).chain(std::iter::repeat(None));
            let free = wanted.people.len();
            people.take(wanted.raters as usize).map(move |person| told(one, panel, person, free, loads))
        });
        Ok(seats.collect())
    })
}

/// Who holds the assessment of this application, or has held it.
fn holders(conn: &Connection, application: ApplicationId, one: &PlanAssessment) -> Result<Vec<PersonId>> {
    let mut statement = conn.prepare_cached(
        "SELECT DISTINCT person_id FROM interview
         WHERE application_id = ?1 AND assessment_id = ?2 AND state <> 'cancelled'",
    )?;
    let rows = statement.query_map(params![application.0, one.id.0], |row| Ok(PersonId(row.get(0)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn load(
    conn: &Connection,
    application: ApplicationId,
    role: uuid::Uuid,
    person: &PanelPerson,
) -> Result<Load> {
    let (interviews, here) = conn
        .prepare_cached(
            "SELECT count(*), count(*) FILTER (WHERE i.application_id = ?1)
             FROM interview AS i JOIN application AS a ON a.id = i.application_id
             WHERE i.person_id = ?2 AND a.role_id = ?3 AND i.state <> 'cancelled'",
        )?
        .query_row(params![application.0, person.id.0, role], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let has_read = independence::is_exposed(conn, person.id, application)?;
    Ok(Load { minutes: person.open_minutes, interviews, here, has_read })
}

/// A seat with whoever is suggested for it; `free` is how many of those named for it could take one.
fn told(
    one: &PlanAssessment,
    panel: &Panel,
    chosen: Option<PersonId>,
    free: usize,
    loads: &BTreeMap<PersonId, Load>,
) -> PanelSeat {
    let person = panel.people.iter().find(|person| Some(person.id) == chosen).cloned();
    let why = match &person {
        Some(person) => why(person, loads.get(&person.id).copied().unwrap_or_default()),
        None if panel.people.is_empty() => "Nobody is named for it in the plan.".to_owned(),
        None if free > 0 => "Nobody else is named for it in the plan.".to_owned(),
        None => "Everybody named for it holds it already, or is archived.".to_owned(),
    };
    PanelSeat {
        assessment_id: one.id,
        assessment_title: one.title.clone(),
        minutes: one.minutes,
        person,
        why,
    }
}

fn why(person: &PanelPerson, load: Load) -> String {
    let mut why = match person.open_interviews {
        0 => "nothing open".to_owned(),
        1 => format!("1 interview open, {} min", load.minutes),
        many => format!("{many} interviews open, {} min", load.minutes),
    };
    if load.here > 0 {
        why += "; looks at this candidate already";
    }
    if load.has_read {
        why += "; has read ratings here, so not independent";
    }
    why
}
