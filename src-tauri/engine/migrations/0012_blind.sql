-- Blind review: which roles are blind, who coordinates them, who has seen a name, which scorecards were blind.

ALTER TABLE role ADD COLUMN blind INTEGER NOT NULL DEFAULT 0;
CREATE INDEX role_blind ON role (id) WHERE blind = 1;

-- People who see the names of a blind role's candidates, so that somebody can write to them.
CREATE TABLE role_coordinator (
    role_id   BLOB NOT NULL REFERENCES role,
    person_id BLOB NOT NULL REFERENCES person,
    PRIMARY KEY (role_id, person_id)
) STRICT, WITHOUT ROWID;

-- Who has seen, or could have seen, whose application it is: their scorecards there are "not blind" for ever.
CREATE TABLE name_seen (
    person_id      BLOB NOT NULL REFERENCES person,
    application_id BLOB NOT NULL REFERENCES application,
    why            TEXT NOT NULL,        -- before, coordinator, opened, submitted
    at             TEXT NOT NULL,
    PRIMARY KEY (person_id, application_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX name_seen_application ON name_seen (application_id);

-- Whether a scorecard of a blind role was blind when it was submitted.
CREATE TABLE blind_mark (
    interview_id BLOB PRIMARY KEY REFERENCES interview,
    blind        INTEGER NOT NULL
) STRICT;

-- The newest candidate that was here when a person last took the keyboard: whoever was here could have seen the name.
-- No part of the record, so written without a journal entry.
CREATE TABLE at_keyboard (
    person_id BLOB PRIMARY KEY REFERENCES person,
    newest    BLOB NOT NULL
) STRICT;
