-- Interviews, scorecards, decisions.

CREATE TABLE interview (
    id               BLOB PRIMARY KEY,
    application_id   BLOB NOT NULL REFERENCES application,
    assessment_id    BLOB NOT NULL REFERENCES assessment,
    person_id        BLOB NOT NULL REFERENCES person,
    state            TEXT NOT NULL,      -- open, submitted, cancelled
    independent      INTEGER NOT NULL,   -- 0: assigned after having read ratings of the application
    starts_local     TEXT,               -- YYYY-MM-DDTHH:MM
    zone             TEXT,               -- IANA name
    assigned_at      TEXT NOT NULL,
    cancelled_reason TEXT
) STRICT;
CREATE INDEX interview_application ON interview (application_id);
-- Law 4 asks this of every read of ratings.
CREATE INDEX interview_open ON interview (person_id, application_id) WHERE state = 'open';

-- Scratch paper of its holder; the only table written without a journal entry.
CREATE TABLE draft (
    interview_id BLOB PRIMARY KEY REFERENCES interview,
    content      TEXT NOT NULL,
    saved_at     TEXT NOT NULL
) STRICT;

CREATE TABLE scorecard (
    id               BLOB PRIMARY KEY,
    interview_id     BLOB NOT NULL REFERENCES interview,
    version          INTEGER NOT NULL,
    occasion         INTEGER NOT NULL DEFAULT 1, -- a marking again for self-consistency never counts in scores
    submitted_at     TEXT NOT NULL,
    typed_in_by      BLOB REFERENCES person,     -- a paper scorecard, for ever
    amendment_reason TEXT,
    plan_id          BLOB NOT NULL REFERENCES plan,
    rubric_id        TEXT NOT NULL,
    rubric_version   INTEGER NOT NULL,
    recommendation   TEXT NOT NULL,
    summary          TEXT NOT NULL,
    UNIQUE (interview_id, occasion, version),
    FOREIGN KEY (rubric_id, rubric_version) REFERENCES rubric
) STRICT;

CREATE TABLE rating (
    scorecard_id BLOB NOT NULL REFERENCES scorecard,
    position     INTEGER NOT NULL,
    criterion    TEXT NOT NULL,
    level        INTEGER NOT NULL,       -- 0: not assessed
    note         TEXT NOT NULL,
    PRIMARY KEY (scorecard_id, criterion)
) STRICT, WITHOUT ROWID;

CREATE TABLE citation (
    scorecard_id BLOB NOT NULL REFERENCES scorecard,
    criterion    TEXT NOT NULL,
    position     INTEGER NOT NULL,
    evidence_id  BLOB,                   -- no foreign key: the frozen quote outlives an erased record
    address      TEXT NOT NULL,
    quote        TEXT NOT NULL,
    PRIMARY KEY (scorecard_id, criterion, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE red_flag (
    scorecard_id BLOB NOT NULL REFERENCES scorecard,
    flag         TEXT NOT NULL,
    title        TEXT NOT NULL,
    evidence     TEXT NOT NULL,
    PRIMARY KEY (scorecard_id, flag)
) STRICT, WITHOUT ROWID;

-- Who has read ratings of an application: whoever is assigned there later is not independent.
CREATE TABLE exposure (
    person_id      BLOB NOT NULL REFERENCES person,
    application_id BLOB NOT NULL REFERENCES application,
    first_at       TEXT NOT NULL,
    PRIMARY KEY (person_id, application_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE decision (
    id             BLOB PRIMARY KEY,
    application_id BLOB NOT NULL REFERENCES application,
    kind           TEXT NOT NULL,
    at             TEXT NOT NULL,
    person_id      BLOB NOT NULL REFERENCES person,
    reason         TEXT NOT NULL,
    plan_id        BLOB NOT NULL REFERENCES plan,
    score          REAL,
    coverage       REAL NOT NULL,
    rests_on       TEXT NOT NULL         -- JSON array of scorecard ids
) STRICT;
CREATE INDEX decision_application ON decision (application_id);
