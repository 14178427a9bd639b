-- Kits: what an interviewer needs in the room. A plan names one by version; the workspace keeps that version whole, so that its
-- prompts and materials are still there when a later Assay brings others.

CREATE TABLE kit (
    id        TEXT NOT NULL,
    version   INTEGER NOT NULL,
    title     TEXT NOT NULL,
    kind      TEXT NOT NULL,
    hash      BLOB NOT NULL,             -- SHA-256 of the canonical text and of every file
    canonical TEXT NOT NULL,
    PRIMARY KEY (id, version)
) STRICT;

CREATE TABLE kit_file (
    kit_id      TEXT NOT NULL,
    kit_version INTEGER NOT NULL,
    path        TEXT NOT NULL,           -- inside the kit, with /
    content     BLOB NOT NULL,
    PRIMARY KEY (kit_id, kit_version, path),
    FOREIGN KEY (kit_id, kit_version) REFERENCES kit (id, version)
) STRICT, WITHOUT ROWID;

ALTER TABLE assessment ADD COLUMN kit_id TEXT;
ALTER TABLE assessment ADD COLUMN kit_version INTEGER;
ALTER TABLE plan_assessment ADD COLUMN kit_id TEXT;
ALTER TABLE plan_assessment ADD COLUMN kit_version INTEGER;
