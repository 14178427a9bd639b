-- Sums over groups that candidates gave of their own accord, kept when they are counted, so that no two looks differ by one person.

CREATE TABLE voluntary_sum (
    role_id    BLOB NOT NULL REFERENCES role,
    category   TEXT NOT NULL,
    stage      TEXT NOT NULL,
    source     TEXT NOT NULL,            -- empty: all sources
    group_name TEXT NOT NULL,            -- empty: a batch of which nothing may be shown here
    applied    INTEGER NOT NULL,
    passed     INTEGER NOT NULL,
    PRIMARY KEY (role_id, category, stage, source, group_name)
) STRICT, WITHOUT ROWID;

-- Which applications are in the sums, under a keyed digest: each is counted once.
CREATE TABLE voluntary_counted (
    subject  BLOB NOT NULL,
    category TEXT NOT NULL,
    PRIMARY KEY (subject, category)
) STRICT, WITHOUT ROWID;
