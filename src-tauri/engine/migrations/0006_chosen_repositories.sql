-- Repositories of a candidate that a person marked as worth reading. By name, so that the mark outlasts one snapshot.
-- Uniqueness is kept by the code: redaction may make two names one.
CREATE TABLE chosen_repository (
    id           BLOB PRIMARY KEY,
    candidate_id BLOB NOT NULL REFERENCES candidate,
    host         TEXT NOT NULL,
    repo         TEXT NOT NULL,           -- owner/name
    chosen_at    TEXT NOT NULL
) STRICT;
CREATE INDEX chosen_repository_candidate ON chosen_repository (candidate_id, host, repo);
