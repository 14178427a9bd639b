//! The order of all applications, and what correcting for severity makes of it.

use assay_domain::ids::ApplicationId;
use assay_domain::measure::severity::{Told, Verdict, apart};
use assay_domain::measure::total::{Assessment, Totals};
use serde::Serialize;

use crate::measures::ranking::ranking;
use crate::measures::{Model, Ranked, Ranking};

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
        let (correction, effect) = effect(&plain, corrected.as_ref(), &Pairs { model, totals });
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

/// What is known of two applications by these totals.
pub(super) struct Pairs<'a> {
    pub model: &'a Model,
    pub totals: &'a Totals,
}

impl Pairs<'_> {
    /// Whether they can be compared.
    fn comparable(&self, a: ApplicationId, b: ApplicationId) -> bool {
        let places = self.model.place(a).zip(self.model.place(b));
        places.is_some_and(|(a, b)| self.totals.comparable(a, b))
    }

    /// Whether the raters' severity can turn them: some score of either is corrected in a set whose candidates had other raters.
    fn severe(&self, a: ApplicationId, b: ApplicationId) -> bool {
        let places = || [a, b].into_iter().filter_map(|one| self.model.place(one));
        let severe = |one: &Assessment, place: usize| {
            one.fit.as_ref().zip(one.place[place]).is_some_and(|(fit, at)| fit.report.severe(at))
        };
        let counted = self.totals.assessments.iter().filter(|one| one.weight > 0.0);
        counted.into_iter().any(|one| places().any(|place| severe(one, place)))
    }
}

/// Who stands apart from those of an assessment that are corrected, in a sentence; `None` where scores are not corrected set by set.
pub(super) fn stands_apart(model: &Model, index: usize) -> Option<String> {
    let report = &model.totals.assessments[index].fit.as_ref()?.report;
    let name = |id: &String| {
        let place = (0..model.open.len()).find(|at| model.applicant(*at).id.to_string() == *id)?;
        Some(model.applicant(place).name.clone())
    };
    let named = |set: Told| Told { names: set.names.iter().filter_map(name).collect(), ..set };
    let sets: Vec<Told> = report.sets().into_iter().map(named).collect();
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

/// What the correction does to the order, with the sentence for it. A pair is turned where it can be compared and the corrected
/// scores say the other way round; where somebody stands between whom either cannot pass, it stays all the same, and that is said.
/// Severity is named where it can turn any of the pairs.
pub(super) fn effect(
    plain: &Ranking,
    corrected: Option<&Ranking>,
    pairs: &Pairs<'_>,
) -> (Correction, String) {
    let Some(corrected) = corrected.filter(|_| plain.rows.len() > 1) else {
        return (Correction::None, String::new());
    };
    let found = swaps(plain, corrected, pairs);
    let (held, turned): (Vec<&Swap>, Vec<&Swap>) = found.iter().partition(|one| one.held);
    let by = |all: &[&Swap]| if all.iter().any(|one| one.severe) { BY_BOTH } else { BY_CHANCE };
    let more = |all: &[&Swap]| match all.len() {
        0 | 1 => String::new(),
        many => format!(", and turn {} more pairs", many - 1),
    };
    let stays = held.first().map(|one| {
        let others = match held.len() {
            1 => String::new(),
            many => format!(" (as do {} more pairs)", many - 1),
        };
        format!(
            " {} is above {} by the corrected scores and yet stays behind{others}: somebody stands between whom no rater links to both.",
            one.behind, one.ahead
        )
    });
    let stays = stays.unwrap_or_default();
    match turned.first() {
        Some(first) => {
            let put = format!("{} before {}{}", first.behind, first.ahead, more(&turned));
            let by = by(&turned);
            let text = format!("{by} would put {put}. Both orders are shown; nothing is re-ranked.{stays}");
            (Correction::ChangesOrder, text)
        }
        None if held.is_empty() => {
            let same =
                "Correcting for the raters' severity changes nothing that matters: the order is the same.";
            (Correction::ChangesNothing, same.into())
        }
        None => {
            let same = "Correcting for the raters' severity leaves the order as it is.";
            (Correction::ChangesNothing, format!("{same}{stays}"))
        }
    }
}

/// Two whom the corrected scores put the other way round.
struct Swap {
    ahead: String,
    behind: String,
    /// Whether they stay as they are in the corrected order.
    held: bool,
    /// Whether the raters' severity can be why.
    severe: bool,
}

fn swaps(plain: &Ranking, corrected: &Ranking, pairs: &Pairs<'_>) -> Vec<Swap> {
    let at = |id| corrected.rows.iter().position(|row| row.application_id == id);
    let swap = |ahead: &Ranked, behind: &Ranked| {
        let (first, second) = (ahead.application_id, behind.application_id);
        let (was, now) = (at(first)?, at(second)?);
        let turned = corrected.rows[now].score > corrected.rows[was].score && ahead.score > behind.score;
        (turned && pairs.comparable(first, second)).then(|| Swap {
            ahead: ahead.candidate_name.clone(),
            behind: behind.candidate_name.clone(),
            held: was < now,
            severe: pairs.severe(first, second),
        })
    };
    let rows = plain.rows.iter().enumerate();
    rows.flat_map(|(index, ahead)| {
        plain.rows[index + 1..].iter().filter_map(move |behind| swap(ahead, behind))
    })
    .collect()
}

/// What turns an order where everybody was rated by the same raters.
const BY_CHANCE: &str = "Taking what stands out on a single criterion as partly chance, which counts where criteria weigh differently,";
/// What turns an order elsewhere.
const BY_BOTH: &str =
    "Correcting for the raters' severity, and taking what stands out on a single criterion as partly chance,";
