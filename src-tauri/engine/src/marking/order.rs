//! The order in which a marker goes through a topic: by chance, and the same whenever it is asked for.

use assay_domain::ids::{AssessmentId, InterviewId};
use sha2::{Digest as _, Sha256};

use crate::Viewer;

/// Where an interview comes in this viewer's order of a topic: keys sort into it. Who comes later moves nobody's place among the
/// others.
pub(super) fn key(viewer: Viewer, assessment: AssessmentId, topic: &str, interview: InterviewId) -> [u8; 32] {
    let mut digest = Sha256::new();
    digest.update(viewer.0.0.as_bytes());
    digest.update(assessment.0.as_bytes());
    digest.update((topic.len() as u64).to_be_bytes());
    digest.update(topic.as_bytes());
    digest.update(interview.0.as_bytes());
    digest.finalize().into()
}
