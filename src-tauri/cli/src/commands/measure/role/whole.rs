//! Agreement and robustness of a role.

use assay_domain::measure::agreement::ENOUGH;
use assay_domain::words::{decimal, signed};
use assay_engine::debriefs::PreviewWeight;
use assay_engine::measures::{self, Coefficient, RaterPair, RoleAgreement, RoleRobustness, WeightsTried};
use assay_engine::roles;

use super::{ends, with};
use crate::commands::measure::agreement::{TOO_FEW, said_of};
use crate::commands::measure::input::pairs;
use crate::commands::measure::many::{Shares, share, shown};
use crate::commands::measure::number;
use crate::failure::{Failure, Result};
use crate::names;
use crate::output::{Answer, heading, list_or, percent, table};
use crate::session::Session;

/// `measure agreement --role`.
pub fn agreement(session: &Session, role: &str) -> Result<Answer> {
    let role = names::role(session, role)?;
    let found = measures::agreement(&session.store, session.viewer, session.now(), role.id)?;
    Ok(Answer::of("agreement", &found, agreed(&found)))
}

fn agreed(found: &RoleAgreement) -> String {
    let mut text = with(&found.role_title, &found.left_out) + "\n";
    for one in &found.assessments {
        text += &heading(&one.title);
        let Some(all) = &one.all else {
            text += "Nobody has been rated here yet.\n";
            continue;
        };
        text += &format!("{}\n", all.sentence);
        if !all.one_more.is_empty() {
            text += &format!("{}\n", all.one_more);
        }
        let mut rows = vec![[
            "together".into(),
            all.common.to_string(),
            told(all.candidates, &all.alpha_ordinal),
            interval(&all.alpha_ordinal),
        ]];
        rows.extend(one.criteria.iter().map(|part| {
            let alpha = &part.figures.alpha_ordinal;
            [
                part.title.clone(),
                part.figures.common.to_string(),
                told(part.figures.candidates, alpha),
                interval(alpha),
            ]
        }));
        text += &table(["criterion", "common", "alpha (ordinal)", "95%"], &rows, "No criteria.");
        text +=
            &said_of(one.criteria.iter().map(|part| (part.title.as_str(), part.figures.sentence.as_str())));
        let pairs: Vec<_> = one
            .pairs
            .iter()
            .filter(|pair| pair.common > 0)
            .map(|pair| {
                let difference = pair.difference.map_or_else(String::new, |by| signed(by, 2));
                [
                    names(pair),
                    pair.common.to_string(),
                    difference,
                    told(pair.candidates, &pair.kappa_unweighted),
                    told(pair.candidates, &pair.kappa_linear),
                    told(pair.candidates, &pair.kappa_quadratic),
                    told(pair.candidates, &pair.alpha_ordinal),
                ]
            })
            .collect();
        text += "\n";
        text += &table(
            ["raters", "common", "difference", "kappa", "linear", "quadratic", "alpha (ordinal)"],
            &pairs,
            "No two raters met.",
        );
        let met = one.pairs.iter().filter(|pair| pair.common > 0);
        let met: Vec<_> = met.map(|pair| (names(pair), &pair.sentence)).collect();
        text += &said_of(met.iter().map(|(name, sentence)| (name.as_str(), sentence.as_str())));
    }
    text
}

fn names(pair: &RaterPair) -> String {
    format!("{} and {}", pair.name, pair.other_name)
}

/// A figure over so many candidates, where they are enough for one to say anything.
fn told(candidates: u32, one: &Coefficient) -> String {
    if (candidates as usize) < ENOUGH { TOO_FEW.into() } else { number(one.value) }
}

fn interval(one: &Coefficient) -> String {
    one.interval.map_or_else(|| "too few".into(), ends)
}

/// `measure robustness --role`, or the order under other weights.
pub fn robustness(session: &Session, role: &str, weights: Option<&str>) -> Result<Answer> {
    let (store, viewer, at) = (&session.store, session.viewer, session.now());
    let role = names::role(session, role)?;
    let Some(text) = weights else {
        let found = measures::robustness(store, viewer, at, role.id)?;
        return Ok(Answer::of("robustness", &found, robust(&found)));
    };
    let plan = roles::show(store, viewer, role.id)?.plan;
    let one = |(name, weight): (String, f64)| {
        if weight.fract() != 0.0 || !(0.0..=1e6).contains(&weight) {
            return Err(Failure::usage(
                format!("{weight} is no whole weight"),
                "For example code-review=30.",
            ));
        }
        let assessment = names::assessment(&plan, &name)?;
        Ok(PreviewWeight { assessment_id: assessment.id, weight: weight as u32 })
    };
    let given: Vec<PreviewWeight> = pairs(text)?.into_iter().map(one).collect::<Result<_>>()?;
    let found = measures::weights(store, viewer, at, role.id, &given)?;
    Ok(Answer::of("weights", &found, tried(&found)))
}

fn robust(found: &RoleRobustness) -> String {
    let mut text = format!("{}\n\n{}\n", found.role_title, with(&found.sentence, &found.left_out));
    if !found.incomplete.is_empty() {
        text += &format!(
            "Left out, without a score on every assessment held: {}.\n",
            found.incomplete.join(", ")
        );
    }
    // With one assessment every weighting is the same: shares of them would say nothing.
    if found.rows.is_empty() || found.assessments.len() < 2 {
        return text;
    }
    let first = |one: &measures::FirstShare| share(one.share) + if one.exact { "" } else { " (drawn)" };
    let rows: Vec<_> = found
        .rows
        .iter()
        .map(|row| {
            [row.candidate_name.clone(), decimal(row.score, 2), first(&row.first_all), first(&row.first_near)]
        })
        .collect();
    let headings = ["candidate", "score", "first in all weightings", "first in those near the chosen"];
    text += &format!("\n{}", table(headings, &rows, "No candidates."));
    text += &heading("How far one weight can move before the order changes");
    let span = |(low, high): (f64, f64)| format!("{:.0}% to {:.0}%", 100.0 * low, 100.0 * high);
    let rows: Vec<_> = found
        .assessments
        .iter()
        .map(|one| [one.title.clone(), percent(one.weight), span(one.first_stays), span(one.order_stays)])
        .collect();
    text += &table(["assessment", "weight", "nobody else is first", "order and ties stay"], &rows, "None.");
    let names: Vec<String> = found.rows.iter().map(|row| row.candidate_name.clone()).collect();
    let places =
        |of: fn(&measures::RobustRow) -> &Vec<f64>| found.rows.iter().map(|row| of(row).clone()).collect();
    let (all, near): (Vec<_>, Vec<_>) = (places(|row| &row.places_all), places(|row| &row.places_near));
    let sets = [
        Shares { which: "all weights", places: &all, before: &found.above_all },
        Shares { which: "weights near the chosen ones", places: &near, before: &found.above_near },
    ];
    text + &shown(&names, &(0..names.len()).collect::<Vec<_>>(), &sets)
}

fn tried(found: &WeightsTried) -> String {
    let rows: Vec<_> = found
        .rows
        .iter()
        .map(|row| {
            let bands = list_or(row.bands.iter().map(|band| band + 1), "none");
            [
                bands,
                row.place.to_string(),
                row.chosen_place.to_string(),
                row.candidate_name.clone(),
                decimal(row.score, 2),
            ]
        })
        .collect();
    let headings = ["band", "place", "by the plan", "candidate", "score"];
    format!("{}\n\n{}", with(&found.sentence, &found.left_out), table(headings, &rows, "No candidates."))
}
