//! What a dossier is asked of.

use assay_domain::ids::{ApplicationId, RoleId};
use serde::Deserialize;

use super::{Dossier, FeedbackOptions, candidate, feedback, role};
use crate::{Instant, Result, Store, Viewer};

/// Which document is asked for.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum DossierRequest {
    /// The dossier of one candidacy.
    Candidate {
        /// Which.
        application_id: ApplicationId,
    },
    /// The dossier of a role.
    Role {
        /// Which.
        role_id: RoleId,
    },
    /// A candidate's own feedback.
    Feedback {
        /// On which application.
        application_id: ApplicationId,
        /// What it holds beside the anchors, and what it leaves out.
        options: FeedbackOptions,
    },
}

impl DossierRequest {
    /// Makes it. Errors: those of the three.
    pub fn make(&self, store: &Store, viewer: Viewer, at: Instant) -> Result<Dossier> {
        match self {
            Self::Candidate { application_id } => candidate(store, viewer, at, *application_id),
            Self::Role { role_id } => role(store, viewer, at, *role_id),
            Self::Feedback { application_id, options } => {
                feedback(store, viewer, at, *application_id, options)
            }
        }
    }
}
