-- Roles, plans and the rubrics they use.

CREATE TABLE rubric (
    id        TEXT NOT NULL,
    version   INTEGER NOT NULL,
    title     TEXT NOT NULL,
    kind      TEXT NOT NULL,
    hash      BLOB NOT NULL,             -- SHA-256 of the canonical text
    canonical TEXT NOT NULL,
    PRIMARY KEY (id, version)
) STRICT;

CREATE TABLE role (
    id             BLOB PRIMARY KEY,
    title          TEXT NOT NULL,
    seniority      TEXT NOT NULL,
    specialisation TEXT NOT NULL,
    goals          TEXT NOT NULL,        -- JSON array of text
    competencies   TEXT NOT NULL,        -- JSON array of {slug, title, expectation}
    open           INTEGER NOT NULL DEFAULT 1,
    created_at     TEXT NOT NULL
) STRICT;

CREATE TABLE plan (
    id        BLOB PRIMARY KEY,
    role_id   BLOB NOT NULL REFERENCES role,
    version   INTEGER NOT NULL,
    at        TEXT NOT NULL,
    person_id BLOB NOT NULL REFERENCES person,
    reason    TEXT NOT NULL,
    UNIQUE (role_id, version)
) STRICT;

-- An assessment keeps its id through the versions of its plan. It stands here as the newest version that has it says.
CREATE TABLE assessment (
    id             BLOB PRIMARY KEY,
    role_id        BLOB NOT NULL REFERENCES role,
    kind           TEXT NOT NULL,
    title          TEXT NOT NULL,
    minutes        INTEGER NOT NULL,
    rubric_id      TEXT NOT NULL,
    rubric_version INTEGER NOT NULL,
    FOREIGN KEY (rubric_id, rubric_version) REFERENCES rubric
) STRICT;
CREATE INDEX assessment_role ON assessment (role_id);

CREATE TABLE plan_assessment (
    plan_id        BLOB NOT NULL REFERENCES plan,
    assessment_id  BLOB NOT NULL REFERENCES assessment,
    position       INTEGER NOT NULL,
    kind           TEXT NOT NULL,
    title          TEXT NOT NULL,
    weight         INTEGER NOT NULL,     -- whole per cent
    weight_reason  TEXT NOT NULL,
    minutes        INTEGER NOT NULL,
    rubric_id      TEXT NOT NULL,
    rubric_version INTEGER NOT NULL,
    PRIMARY KEY (plan_id, assessment_id),
    FOREIGN KEY (rubric_id, rubric_version) REFERENCES rubric
) STRICT, WITHOUT ROWID;
