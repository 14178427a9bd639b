-- What candidates hand in for an assessment: answers, a text, files. Personal data: every table here can be erased.

CREATE TABLE submission (
    id             BLOB PRIMARY KEY,
    application_id BLOB NOT NULL REFERENCES application,
    assessment_id  BLOB NOT NULL REFERENCES assessment,
    origin         TEXT NOT NULL,        -- by-hand, form
    minutes        INTEGER,              -- how long it took, as it was told; none: not told
    digest         BLOB NOT NULL,        -- SHA-256 of the parts: the same again changes nothing
    added_at       TEXT NOT NULL,
    person_id      BLOB NOT NULL REFERENCES person,
    removed_at     TEXT                  -- no read shows it then; undo brings it back
) STRICT;
CREATE INDEX submission_application ON submission (application_id, assessment_id);

-- Immutable but for erasure. Cited by id as evidence.
CREATE TABLE submission_part (
    id            BLOB PRIMARY KEY,
    submission_id BLOB NOT NULL REFERENCES submission,
    position      INTEGER NOT NULL,
    kind          TEXT NOT NULL,         -- answer, text, file, named
    question      TEXT NOT NULL,         -- id of the kit's question, or empty
    title         TEXT NOT NULL,         -- the question, or the file's name inside what was handed in
    body          TEXT NOT NULL,         -- empty where only the name is kept
    bytes         INTEGER NOT NULL,
    digest        BLOB NOT NULL          -- SHA-256 of the bytes as they came
) STRICT;
CREATE INDEX submission_part_submission ON submission_part (submission_id, position);

-- What the columns of an assessment's form mean, said once.
CREATE TABLE form_mapping (
    assessment_id BLOB PRIMARY KEY REFERENCES assessment,
    columns       TEXT NOT NULL,         -- JSON array of [heading, use]
    at            TEXT NOT NULL
) STRICT;
