mod feedback;
mod feedback_versions;
mod whole;
