//! The sample's candidates: from snapshots, by hand, and their applications.

use assay_domain::candidate::{Basis, CandidateInput, ProvenanceInput, SourceKind};
use assay_domain::ids::{ApplicationId, CandidateId};
use assay_domain::stage::Stage;

use super::data::{Candidate, Data};
use super::{Sample, snapshots};
use crate::roles::RoleDetail;
use crate::{Result, applications, candidates};

/// A candidate that was added.
pub struct Added {
    pub application: ApplicationId,
}

/// Adds everybody and moves their applications up to interviewing, as far as they came.
pub fn add(sample: &Sample<'_>, data: &Data, role: &RoleDetail) -> Result<Vec<Added>> {
    let mut added = Vec::new();
    for (index, candidate) in data.candidates.iter().enumerate() {
        let day = i64::try_from(index).unwrap_or(0) / 4 + 1;
        let id = person(sample, candidate, day)?;
        let at = sample.at(day, 60);
        let application = applications::add(sample.store, sample.owner, at, id, role.summary.id)?.value.id;
        let one = Added { application };
        walk(sample, candidate, &one, day)?;
        added.push(one);
    }
    Ok(added)
}

fn person(sample: &Sample<'_>, candidate: &Candidate, day: i64) -> Result<CandidateId> {
    let at = sample.at(day, 20);
    let input = CandidateInput {
        name: candidate.name.clone(),
        email: String::new(),
        location: candidate.location.clone(),
        headline: candidate.headline.clone(),
        notes: String::new(),
        provenance: provenance(candidate.source),
    };
    let id = candidates::create(sample.store, sample.owner, at, input)?.value.id;
    if !candidate.login.is_empty() {
        snapshots::import(sample, &candidate.login, id, provenance(candidate.source), sample.at(day, 30))?;
    }
    Ok(id)
}

fn provenance(source: SourceKind) -> ProvenanceInput {
    let (basis, permission) = match source {
        SourceKind::Applied => (Basis::Application, "The candidate, by applying"),
        SourceKind::Referral => {
            (Basis::Consent, "The candidate, by mail to the colleague who recommended them")
        }
        _ => (Basis::Consent, "The candidate, by mail, for this role"),
    };
    ProvenanceInput { source, basis, permission: permission.into(), given_on: None, until: None }
}

/// Screening two days later, interviewing after four.
fn walk(sample: &Sample<'_>, candidate: &Candidate, added: &Added, day: i64) -> Result<()> {
    let steps = [(Stage::Screening, 2), (Stage::Interviewing, 4)];
    for (stage, after) in steps {
        if candidate.stage == Stage::Applied
            || (candidate.stage == Stage::Screening && stage != Stage::Screening)
        {
            break;
        }
        applications::move_to(
            sample.store,
            sample.owner,
            sample.at(day + after, 45),
            added.application,
            stage,
            "",
        )?;
    }
    Ok(())
}
