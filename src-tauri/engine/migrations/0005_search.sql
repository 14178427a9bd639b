-- Full-text search. `search_row` says what a row of the index is about; closed rows are left out by viewer (law 4).

CREATE TABLE search_row (
    row            INTEGER PRIMARY KEY,
    noun           TEXT NOT NULL,
    subject_id     BLOB NOT NULL,
    candidate_id   BLOB,                 -- whose page it leads to, where that is known by itself
    snapshot_id    BLOB,                 -- leads to the candidate of the snapshot's account
    application_id BLOB                  -- ratings of this application: law 4
) STRICT;
CREATE INDEX search_row_subject ON search_row (subject_id);
CREATE INDEX search_row_snapshot ON search_row (snapshot_id);

CREATE VIRTUAL TABLE search USING fts5 (
    title, body,
    tokenize = 'unicode61 remove_diacritics 2',
    prefix = '2 3'
);
INSERT INTO search (search, rank) VALUES ('secure-delete', 1);
