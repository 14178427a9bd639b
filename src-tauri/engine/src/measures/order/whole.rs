//! The order of all applications, and what correcting for severity makes of it.

use assay_domain::ids::ApplicationId;
use assay_domain::measure::severity::{Verdict, apart};
use assay_domain::measure::total::{Assessment, Totals};
use serde::Serialize;

use crate::measures::ranking::ranking;
use crate::measures::{Model, Ranking};

/// What correcting for severity does to an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub enum Correction {
    /// Severity cannot be estimated, so nothing is corrected; or there is nothing to correct.
    None,
    /// The corrected order is the plain one.
    ChangesNothing,
    /// The corrected order is another. The plain one is kept beside it.
    ChangesOrder,
}

/// The order of all applications, and what is to be said about it.
pub(crate) struct Whole {
    pub plain: Ranking,
    pub corrected: Option<Ranking>,
    pub correction: Correction,
    pub sentence: String,
}

impl Whole {
    /// Of a role's model.
    pub fn of(model: &Model) -> Whole {
        let totals = &model.totals;
        let (plain, corrected) = rankings(model, totals, &totals.plain);
        let counted: Vec<&Assessment> =
            totals.assessments.iter().filter(|one| one.weight > 0.0 && one.fit.is_some()).collect();
        let all_complete = counted.iter().all(|one| complete(one));
        let comparable = comparable(model, totals);
        let (correction, effect) = effect(&plain, corrected.as_ref(), all_complete, comparable);
        let corrects = |one: &&Assessment| verdict(one).is_some_and(Verdict::corrects);
        let uncorrected = counted.iter().filter(|one| !corrects(one)).count();
        let mut parts = vec![plain.sentence.clone()];
        if plain.rows.len() > 1 {
            parts.push(match uncorrected {
                0 => effect,
                all if all == counted.len() => nothing_corrected(&counted),
                some => format!(
                    "{effect} In {some} of {} assessments severity cannot be estimated, and nothing is corrected there.",
                    counted.len()
                ),
            });
            let each = model.plan.assessments.iter().enumerate();
            let counts = each.filter(|(index, _)| totals.assessments[*index].weight > 0.0);
            parts.extend(counts.filter_map(|(index, one)| {
                Some(format!("In {}: {}", one.title, stands_apart(model, index)?))
            }));
        }
        Whole { plain, corrected, correction, sentence: parts.join(" ") }
    }
}

/// Whether two applications can be compared by these totals.
pub(super) fn comparable<'a>(
    model: &'a Model,
    totals: &'a Totals,
) -> impl Fn(ApplicationId, ApplicationId) -> bool + Copy + 'a {
    |a, b| model.place(a).zip(model.place(b)).is_some_and(|(a, b)| totals.comparable(a, b))
}

/// Who stands apart from those of an assessment that are corrected, in a sentence; `None` where scores are not corrected set by set.
pub(super) fn stands_apart(model: &Model, index: usize) -> Option<String> {
    let report = &model.totals.assessments[index].fit.as_ref()?.report;
    let name = |id: &String| {
        let place = (0..model.open.len()).find(|at| model.applicant(*at).id.to_string() == *id)?;
        Some(model.applicant(place).name.clone())
    };
    let named = |(ids, corrected): &(Vec<String>, bool)| (ids.iter().filter_map(name).collect(), *corrected);
    let sets: Vec<(Vec<String>, bool)> = report.sets().iter().map(named).collect();
    (report.verdict == Verdict::WithinSets).then(|| apart(&sets))
}

/// What an assessment's ratings allow.
pub(super) fn verdict(one: &Assessment) -> Option<Verdict> {
    one.fit.as_ref().map(|fit| fit.report.verdict)
}

fn nothing_corrected(counted: &[&Assessment]) -> String {
    let mut found: Vec<Verdict> = counted.iter().filter_map(|one| verdict(one)).collect();
    found.dedup();
    match found.as_slice() {
        [one] => one.sentence().to_owned(),
        _ => "Severity cannot be estimated in any assessment (one rater only, or raters who met in no candidate): nothing is corrected.".into(),
    }
}

/// The plain order, and the corrected one where something is corrected.
pub(super) fn rankings(model: &Model, totals: &Totals, plain: &[Option<f64>]) -> (Ranking, Option<Ranking>) {
    let by_plain = ranking(model, totals, plain, plain);
    let centres: Vec<Option<f64>> = (0..plain.len()).map(|at| totals.centre(at)).collect();
    let corrected = totals.corrects().then(|| ranking(model, totals, plain, &centres));
    (by_plain, corrected)
}

/// Whether every rater rated every candidate on the same criteria: severity changes nothing there.
pub(super) fn complete(one: &Assessment) -> bool {
    verdict(one) == Some(Verdict::Complete)
}

/// What the correction does to the order, with the sentence for it. `complete`: in every assessment everybody was rated by
/// the same raters, so that it is not severity that turns anything.
/// Of two who cannot be compared nothing is turned.
pub(super) fn effect(
    plain: &Ranking,
    corrected: Option<&Ranking>,
    complete: bool,
    comparable: impl Fn(ApplicationId, ApplicationId) -> bool + Copy,
) -> (Correction, String) {
    let Some(corrected) = corrected.filter(|_| plain.rows.len() > 1) else {
        return (Correction::None, String::new());
    };
    let at =
        |ranking: &Ranking, id| ranking.rows.iter().find(|row| row.application_id == id).map(|row| row.score);
    let swapped = plain.rows.iter().enumerate().flat_map(|(index, ahead)| {
        plain.rows[index + 1..].iter().filter_map(move |behind| {
            let turned = at(corrected, behind.application_id)? > at(corrected, ahead.application_id)?;
            let compared = comparable(ahead.application_id, behind.application_id);
            (turned && compared && ahead.score > behind.score)
                .then(|| format!("{} before {}", behind.candidate_name, ahead.candidate_name))
        })
    });
    let swapped: Vec<String> = swapped.collect();
    let Some(first) = swapped.first() else {
        let same = "Correcting for the raters' severity changes nothing that matters: the order is the same.";
        return (Correction::ChangesNothing, same.into());
    };
    let more = match swapped.len() {
        1 => String::new(),
        many => format!(", and turn {} more pairs", many - 1),
    };
    let by = if complete { BY_CHANCE } else { BY_BOTH };
    let text = format!("{by} would put {first}{more}. Both orders are shown; nothing is re-ranked.");
    (Correction::ChangesOrder, text)
}

/// What turns an order where everybody was rated by the same raters.
const BY_CHANCE: &str = "Taking what stands out on a single criterion as partly chance, which counts where criteria weigh differently,";
/// What turns an order elsewhere.
const BY_BOTH: &str =
    "Correcting for the raters' severity, and taking what stands out on a single criterion as partly chance,";
