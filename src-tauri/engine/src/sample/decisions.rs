//! The sample's debriefs: what is still open in them, and the decisions, written out.

use assay_domain::decision::{ConsideredOption, DecisionKind, DecisionRecord};
use assay_domain::stage::Stage;

use super::candidates::Added;
use super::data::Data;
use super::{Sample, role};
use crate::decisions::{self, DecisionInput};
use crate::roles::RoleDetail;
use crate::{Instant, Result, applications, debriefs, questions};

/// Debriefs, the decisions, and the plan's second version.
pub fn decide(sample: &Sample<'_>, data: &Data, role: &RoleDetail, added: &[Added]) -> Result<()> {
    for (candidate, one) in data.candidates.iter().zip(added) {
        if matches!(candidate.stage, Stage::Debrief | Stage::Offer | Stage::Rejected) {
            move_to(sample, one, sample.at(18, 0), Stage::Debrief, "")?;
            debriefs::open(sample.store, sample.owner, sample.at(18, 1), one.application)?;
        }
        if candidate.stage == Stage::Debrief {
            ask(sample, one)?;
        }
    }
    for (candidate, one) in data.candidates.iter().zip(added) {
        match candidate.stage {
            Stage::Offer => advance(sample, one)?,
            Stage::Rejected => reject(sample, one)?,
            Stage::Withdrawn => {
                let reason = "Took an offer closer to home; asked to be told of later openings.";
                move_to(sample, one, sample.at(18, 20), Stage::Withdrawn, reason)?;
            }
            _ => {}
        }
    }
    role::change_plan(sample, role)
}

fn move_to(sample: &Sample<'_>, one: &Added, at: Instant, stage: Stage, reason: &str) -> Result<()> {
    applications::move_to(sample.store, sample.owner, at, one.application, stage, reason)?;
    Ok(())
}

/// One question that is still open, and one that was answered at once.
fn ask(sample: &Sample<'_>, one: &Added) -> Result<()> {
    let (store, owner) = (sample.store, sample.owner);
    let add = |minute, text| questions::add(store, owner, sample.at(18, minute), one.application, text);
    add(5, "Has this person carried a pager, and what did they change after the first bad night?")?;
    let answered = add(6, "Is four weeks of notice fixed?")?.value.id;
    let answer = "No: two weeks, if we ask before the end of the month.";
    questions::close(store, owner, sample.at(18, 12), answered, answer)?;
    Ok(())
}

fn advance(sample: &Sample<'_>, one: &Added) -> Result<()> {
    let reason = "First in three of four assessments and told apart from the rest; the one rater who was lower saw the \
                  same strengths. Open question for the offer: growing into on-call.";
    let record = DecisionRecord {
        three_months: "Ships changes to the ledger without a second pair of hands; is on call with somebody beside them."
            .into(),
        six_months: "Owns the reconciliation service, and has halved what wakes people at night.".into(),
        unknown: "How they lead when two teams want different things: no assessment looked at it.".into(),
        options: vec![
            considered(
                "Take Ilse Fixture instead, who is not told apart",
                "Two of her interviews are still to come; she stays in the debrief, and is asked next if this offer is declined.",
            ),
            considered(
                "Hold, and decide later",
                "Another offer has to be answered by Friday, and nothing that is still to come is about Ravi.",
            ),
        ],
        ..DecisionRecord::default()
    };
    decision(sample, one, DecisionKind::Advance, reason, record)
}

fn reject(sample: &Sample<'_>, one: &Added) -> Result<()> {
    let reason = "Below the role in all four assessments, by both raters in each; no ownership in the incident they \
                  chose. Feedback offered.";
    let record = DecisionRecord {
        unknown: "Whether a smaller codebase would have shown more.".into(),
        options: vec![considered(
            "Keep in touch for an opening at mid level",
            "None is planned this year; the feedback names what would have raised each part.",
        )],
        ..DecisionRecord::default()
    };
    decision(sample, one, DecisionKind::Reject, reason, record)
}

/// Another way that was weighed, and why it was not taken.
fn considered(option: &str, because: &str) -> ConsideredOption {
    ConsideredOption { option: option.into(), because: because.into() }
}

/// Rests on all submitted scorecards of the application, and begins with what was known then.
fn decision(
    sample: &Sample<'_>,
    added: &Added,
    kind: DecisionKind,
    reason: &str,
    record: DecisionRecord,
) -> Result<()> {
    let at = sample.at(18, 20);
    let ground = decisions::ground(sample.store, sample.owner, at, added.application)?;
    let record = DecisionRecord { context: ground.context, ..record };
    let input = DecisionInput {
        application_id: added.application,
        kind,
        reason: reason.into(),
        scorecard_ids: ground.scorecard_ids,
        record,
    };
    decisions::make(sample.store, sample.owner, at, &input)?;
    Ok(())
}
