//! A rater's own mirror: only the viewer's figures, beside the medians of the others where there are so many that nobody is
//! made out.

use std::collections::BTreeMap;

use assay_domain::ids::{PersonId, RoleId};
use assay_domain::measure::mirror::{Figures, Sheet, mirror as measured};
use serde::Serialize;

use super::times::{Times, times};
use super::{LeftOut, count};
use crate::debriefs::gather::{Card, Material, gather};
use crate::plans;
use crate::{Instant, Result, Store, Viewer, independence, people, roles};

/// The viewer's own mirror.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct MyMirror {
    /// The viewer.
    pub person_id: PersonId,
    /// Their name.
    pub name: String,
    /// The role, or `None` for all roles.
    pub role_id: Option<RoleId>,
    /// Applications left out.
    pub left_out: LeftOut,
    /// What is to be said, in a sentence.
    pub sentence: String,
    /// One for each number of levels that a rubric has: levels of different scales are not added up.
    pub scales: Vec<ScaleMirror>,
}

/// The mirror over the rubrics of one number of levels.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct ScaleMirror {
    /// Number of levels.
    pub levels: u8,
    /// Own scorecards.
    pub interviews: u32,
    /// Own use of each level, from 1.
    pub used: Vec<u32>,
    /// Own figures.
    pub own: Figures,
    /// How many others there are.
    pub other_raters: u32,
    /// Medians over the others; `None` with fewer than four of them.
    pub others: Option<Figures>,
}

/// The viewer's mirror over one role, or over all. It holds own levels against the others', so that whoever reads it is noted
/// as having read ratings.
pub fn mirror(store: &Store, viewer: Viewer, at: Instant, role: Option<RoleId>) -> Result<MyMirror> {
    let (found, seen) = store.read(viewer, |conn| {
        let all = match role {
            Some(role) => vec![role],
            None => roles::ids(conn)?,
        };
        let (mut sheets, mut seen, mut closed) = (BTreeMap::<u8, Vec<Sheet>>::new(), Vec::new(), 0);
        for one in all {
            let material = gather(conn, viewer, one, None, &plans::current(conn, one)?)?;
            let times = times(conn, viewer, one)?;
            closed += count(material.applicants.iter().filter(|who| who.closed).count());
            seen.extend(
                material.cards.iter().filter(|card| card.person != viewer.0).map(|card| card.application),
            );
            for card in &material.cards {
                if let Some((levels, sheet)) = sheet(&material, card, times.get(&card.id)) {
                    sheets.entry(levels).or_default().push(sheet);
                }
            }
        }
        let name = people::name(conn, viewer)?;
        Ok((answer(viewer, name, role, LeftOut::of(closed), &sheets), seen))
    })?;
    independence::expose(store, viewer, at, seen)?;
    Ok(found)
}

/// A scorecard as the domain's mirror takes it, with its number of levels. What was rated stands under the application, the
/// assessment and the rubric, so that only the same is held against the same.
fn sheet(material: &Material, card: &Card, times: Option<&Times>) -> Option<(u8, Sheet)> {
    let rubric = material.rubrics.get(&card.rubric)?;
    let level = |id: &String| card.sheet.levels.get(id).copied().flatten().filter(|level| *level > 0);
    let minutes = times.filter(|times| !times.paper).and_then(|times| {
        let taken = (times.first - times.held?).num_minutes();
        (taken >= 0).then_some(taken as f64)
    });
    let sheet = Sheet {
        rater: card.person.to_string(),
        application: format!("{} {} {:?}", card.application, card.assessment, card.rubric),
        levels: rubric.criteria.iter().map(|one| level(&one.id)).collect(),
        note_length: times.map(|times| times.written as usize),
        minutes,
    };
    Some((rubric.levels, sheet))
}

fn answer(
    viewer: Viewer,
    name: String,
    role: Option<RoleId>,
    left_out: LeftOut,
    sheets: &BTreeMap<u8, Vec<Sheet>>,
) -> MyMirror {
    let me = viewer.0.to_string();
    let scales: Vec<ScaleMirror> = sheets
        .iter()
        .filter(|(_, all)| all.iter().any(|sheet| sheet.rater == me))
        .map(|(levels, all)| {
            let found = measured(all, &me, *levels);
            let mut others: Vec<&str> =
                all.iter().map(|sheet| sheet.rater.as_str()).filter(|one| *one != me).collect();
            others.sort_unstable();
            others.dedup();
            ScaleMirror {
                levels: *levels,
                interviews: count(found.interviews),
                used: found.used.iter().map(|used| count(*used)).collect(),
                own: found.own,
                other_raters: count(others.len()),
                others: found.others,
            }
        })
        .collect();
    let sentence = match scales.as_slice() {
        [] => "You have submitted no scorecard that is open to you here, so there is nothing to show.".to_owned(),
        all if all.iter().any(|one| one.others.is_some()) => {
            "Your own marking, beside the middle of the others'. Nobody but you sees it.".to_owned()
        }
        _ => "Your own marking. The others are shown beside it from four of them on, so that nobody is made out. Nobody but you sees it.".to_owned(),
    };
    MyMirror { person_id: viewer.0, name, role_id: role, left_out, sentence, scales }
}
