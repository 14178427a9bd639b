-- Whether groups fare alike, whether scores predict, whether a rater agrees with themselves.

-- Totals that somebody imported: how many of a group came to a stage, how many passed. About nobody in particular.
CREATE TABLE impact_import (
    id        BLOB PRIMARY KEY,
    at        TEXT NOT NULL,
    person_id BLOB NOT NULL REFERENCES person,
    role_id   BLOB REFERENCES role,      -- none: not about one role
    title     TEXT NOT NULL,             -- name of the file
    digest    BLOB NOT NULL UNIQUE       -- SHA-256 of role and contents: the same again changes nothing
) STRICT;

CREATE TABLE impact_total (
    import_id  BLOB NOT NULL REFERENCES impact_import,
    position   INTEGER NOT NULL,
    group_name TEXT NOT NULL,
    stage_name TEXT NOT NULL,            -- as the file names it; empty: the whole process
    origin     TEXT NOT NULL,            -- source, as the file names it; empty: all
    applied    INTEGER NOT NULL,
    passed     INTEGER NOT NULL,
    PRIMARY KEY (import_id, position)
) STRICT, WITHOUT ROWID;

-- Groups that candidates gave of their own accord. Apart from the candidate record: under a keyed digest, so that no query
-- joins it to a candidate, and no read gives a single row.
CREATE TABLE voluntary_group (
    subject    BLOB NOT NULL,
    category   TEXT NOT NULL,
    group_name TEXT NOT NULL,
    PRIMARY KEY (subject, category)
) STRICT, WITHOUT ROWID;

-- What became of a hire, after three months and after six.
CREATE TABLE outcome (
    application_id BLOB NOT NULL REFERENCES application,
    month          INTEGER NOT NULL,     -- 3 or 6
    at             TEXT NOT NULL,
    person_id      BLOB NOT NULL REFERENCES person,
    goals          TEXT NOT NULL,        -- JSON array of {goal, met}; met is null where it cannot be said yet
    manager_rating INTEGER,              -- 1 to 5
    note           TEXT NOT NULL,
    PRIMARY KEY (application_id, month)
) STRICT, WITHOUT ROWID;

-- An interview whose holder marks it again, blind. While it is not done the application is closed to them (law 4).
CREATE TABLE retest (
    interview_id BLOB PRIMARY KEY REFERENCES interview,
    person_id    BLOB NOT NULL REFERENCES person,
    position     INTEGER NOT NULL,       -- shuffled
    begun_at     TEXT NOT NULL,
    done_at      TEXT
) STRICT;
CREATE INDEX retest_open ON retest (person_id) WHERE done_at IS NULL;
