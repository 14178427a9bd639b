-- The workspace itself, its people, and the journal.
-- Ids are 16-byte blobs (UUIDv7), instants RFC 3339 text in UTC.

CREATE TABLE workspace (
    id         BLOB PRIMARY KEY,
    name       TEXT NOT NULL,
    sample     INTEGER NOT NULL DEFAULT 0,
    created_at TEXT NOT NULL
) STRICT;

CREATE TABLE person (
    id          BLOB PRIMARY KEY,
    name        TEXT NOT NULL,
    pin_hash    TEXT,
    created_at  TEXT NOT NULL,
    archived_at TEXT
) STRICT;

-- Append-only. One entry for each subject an action touched; no personal data, only ids.
CREATE TABLE journal (
    sequence     INTEGER PRIMARY KEY,
    action       BLOB NOT NULL,          -- shared by the entries of one transaction
    at           TEXT NOT NULL,
    person_id    BLOB,
    op           TEXT NOT NULL,
    subject_noun TEXT NOT NULL,
    subject_id   BLOB NOT NULL,
    digest       BLOB NOT NULL,          -- HMAC-SHA256 of the payload under the subject's key
    previous     BLOB NOT NULL,          -- hash of the entry before
    hash         BLOB NOT NULL
) STRICT;
CREATE INDEX journal_subject ON journal (subject_id);
CREATE INDEX journal_action ON journal (action);

-- Further ids an entry names, in order; part of its hash.
CREATE TABLE journal_id (
    sequence INTEGER NOT NULL REFERENCES journal,
    position INTEGER NOT NULL,
    id       BLOB NOT NULL,
    PRIMARY KEY (sequence, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX journal_id_id ON journal_id (id);

-- What changed, in words of the domain. Erasable, as the key is.
CREATE TABLE journal_payload (
    sequence INTEGER PRIMARY KEY REFERENCES journal,
    payload  TEXT NOT NULL
) STRICT;

CREATE TABLE subject_key (
    subject_id BLOB PRIMARY KEY,
    key        BLOB NOT NULL
) STRICT;

CREATE TABLE journal_head (
    one      INTEGER PRIMARY KEY CHECK (one = 1),
    sequence INTEGER NOT NULL,
    hash     BLOB NOT NULL
) STRICT;

-- Actions taken back, and the action that did it.
CREATE TABLE undone (
    action    BLOB PRIMARY KEY,
    by_action BLOB NOT NULL
) STRICT;

-- Receipts of erasures: they name nobody.
CREATE TABLE receipt (
    id        BLOB PRIMARY KEY,
    at        TEXT NOT NULL,
    person_id BLOB NOT NULL REFERENCES person,
    content   TEXT NOT NULL
) STRICT;

-- Erasures whose log is not emptied or whose backups are not replaced yet; finished at the next opening at the latest.
CREATE TABLE unfinished_erasure (
    receipt_id BLOB PRIMARY KEY REFERENCES receipt
) STRICT;
