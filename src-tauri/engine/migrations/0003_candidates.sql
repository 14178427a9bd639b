-- Candidates, their accounts, imports and snapshots. Personal data: every table here can be erased.

CREATE TABLE candidate (
    id         BLOB PRIMARY KEY,
    name       TEXT NOT NULL,
    email      TEXT NOT NULL,
    location   TEXT NOT NULL,
    headline   TEXT NOT NULL,
    notes      TEXT NOT NULL,
    source     TEXT NOT NULL,
    basis      TEXT NOT NULL,
    permission TEXT NOT NULL,
    until      TEXT,                     -- YYYY-MM-DD
    added_at   TEXT NOT NULL
) STRICT;
CREATE INDEX candidate_name ON candidate (name COLLATE NOCASE);
CREATE INDEX candidate_added ON candidate (added_at);

-- An account is (host, numeric id) where known, a login only where that is all there is. Third parties in snapshots are
-- referred to by it, so that one account can be redacted everywhere.
CREATE TABLE account (
    id        BLOB PRIMARY KEY,
    host      TEXT NOT NULL,
    github_id INTEGER,
    login     TEXT NOT NULL,
    kind      TEXT NOT NULL,
    erased    INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE UNIQUE INDEX account_github_id ON account (host, github_id) WHERE github_id IS NOT NULL;
CREATE UNIQUE INDEX account_login_only ON account (host, lower(login)) WHERE github_id IS NULL AND erased = 0;
CREATE INDEX account_by_login ON account (host, lower(login));

-- Every login an account was seen under.
CREATE TABLE account_login (
    account_id BLOB NOT NULL REFERENCES account,
    login      TEXT NOT NULL,
    seen_at    TEXT,
    PRIMARY KEY (account_id, login)
) STRICT, WITHOUT ROWID;

CREATE TABLE candidate_account (
    account_id   BLOB PRIMARY KEY REFERENCES account,
    candidate_id BLOB NOT NULL REFERENCES candidate,
    by_hand      INTEGER NOT NULL
) STRICT;
CREATE INDEX candidate_account_candidate ON candidate_account (candidate_id);

CREATE TABLE application (
    id           BLOB PRIMARY KEY,
    candidate_id BLOB NOT NULL REFERENCES candidate,
    role_id      BLOB NOT NULL REFERENCES role,
    stage        TEXT NOT NULL,
    since        TEXT NOT NULL,
    created_at   TEXT NOT NULL
) STRICT;
CREATE INDEX application_candidate ON application (candidate_id);
CREATE INDEX application_role ON application (role_id, stage);

CREATE TABLE stage_move (
    application_id BLOB NOT NULL REFERENCES application,
    position       INTEGER NOT NULL,
    at             TEXT NOT NULL,
    person_id      BLOB NOT NULL REFERENCES person,
    from_stage     TEXT,
    to_stage       TEXT NOT NULL,
    reason         TEXT NOT NULL,
    PRIMARY KEY (application_id, position)
) STRICT, WITHOUT ROWID;

-- Named import_run since IMPORT reads badly beside SQL's own words.
CREATE TABLE import_run (
    id           BLOB PRIMARY KEY,
    at           TEXT NOT NULL,
    person_id    BLOB NOT NULL REFERENCES person,
    source       TEXT NOT NULL,
    basis        TEXT NOT NULL,
    permission   TEXT NOT NULL,
    until        TEXT,
    candidate_id BLOB,
    state        TEXT NOT NULL,          -- running, done, cancelled, failed
    paths        TEXT NOT NULL,          -- JSON array
    totals       TEXT NOT NULL           -- JSON object
) STRICT;

CREATE TABLE import_file (
    import_id BLOB NOT NULL REFERENCES import_run,
    position  INTEGER NOT NULL,
    path      TEXT NOT NULL,
    outcome   TEXT NOT NULL,
    shape     TEXT,
    reason    TEXT,
    accounts  TEXT NOT NULL,             -- JSON array of {login, id}
    records   INTEGER NOT NULL,
    PRIMARY KEY (import_id, position)
) STRICT, WITHOUT ROWID;

-- Contents already taken in whole: the same input again changes nothing.
CREATE TABLE import_digest (
    digest    BLOB PRIMARY KEY,
    import_id BLOB NOT NULL REFERENCES import_run
) STRICT;

-- A snapshot is invisible while it is received; immutable but for erasure once it is whole.
CREATE TABLE snapshot (
    id          BLOB PRIMARY KEY,
    account_id  BLOB REFERENCES account,
    import_id   BLOB NOT NULL REFERENCES import_run,
    state       TEXT NOT NULL,           -- receiving, whole
    taken_at    TEXT,                    -- newest date that the data itself carries
    imported_at TEXT NOT NULL,
    origin      TEXT NOT NULL,           -- path it was read from
    shape       TEXT NOT NULL,
    source      TEXT NOT NULL,
    basis       TEXT NOT NULL,
    permission  TEXT NOT NULL,
    until       TEXT,
    profile     TEXT NOT NULL,           -- JSON of the domain's profile, or null
    counts      TEXT NOT NULL            -- JSON object: evidence kind to count
) STRICT;
CREATE INDEX snapshot_account ON snapshot (account_id);
CREATE INDEX snapshot_import ON snapshot (import_id);

CREATE TABLE evidence (
    id          BLOB PRIMARY KEY,
    snapshot_id BLOB NOT NULL REFERENCES snapshot,
    kind        TEXT NOT NULL,
    address     TEXT NOT NULL,           -- owner/repo@commit:path:line, or the record's own address
    repo        TEXT,                    -- owner/name
    title       TEXT NOT NULL,
    body        TEXT NOT NULL,
    at          TEXT,
    author_id   BLOB REFERENCES account,
    state       TEXT,
    language    TEXT,
    stars       INTEGER,
    fork        INTEGER,
    key         TEXT NOT NULL DEFAULT '',           -- what it is the record of; the same key twice in a snapshot is one thing. "" for none
    entry       TEXT NOT NULL,           -- file or archive entry it came from
    record      TEXT NOT NULL            -- JSON of the domain's record; accounts by reference only
) STRICT;
CREATE INDEX evidence_list ON evidence (snapshot_id, kind, repo, at);
CREATE INDEX evidence_author ON evidence (author_id);

-- Accounts a record's JSON refers to, so that redaction finds them without reading every record.
CREATE TABLE evidence_account (
    account_id  BLOB NOT NULL REFERENCES account,
    evidence_id BLOB NOT NULL REFERENCES evidence,
    PRIMARY KEY (account_id, evidence_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX evidence_account_evidence ON evidence_account (evidence_id);

CREATE TABLE fact (
    snapshot_id    BLOB NOT NULL REFERENCES snapshot,
    fact           TEXT NOT NULL,
    version        INTEGER NOT NULL,
    state          TEXT NOT NULL,        -- known, zero, absent
    value          TEXT NOT NULL,        -- JSON
    text           TEXT NOT NULL,
    evidence       TEXT NOT NULL,        -- JSON array of evidence ids, the first ones
    evidence_total INTEGER NOT NULL,
    PRIMARY KEY (snapshot_id, fact)
) STRICT, WITHOUT ROWID;

-- Main languages of a snapshot's own repositories, so that lists filter by them without reading evidence.
CREATE TABLE snapshot_language (
    snapshot_id  BLOB NOT NULL REFERENCES snapshot ON DELETE CASCADE,
    language     TEXT NOT NULL,
    repositories INTEGER NOT NULL,
    PRIMARY KEY (snapshot_id, language)
) STRICT, WITHOUT ROWID;
