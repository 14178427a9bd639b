-- The debrief: when it was opened, what is still open, and decisions written out.

-- When an application's debrief was opened: amendments of its scorecards say whether they came before or after.
CREATE TABLE debrief (
    application_id BLOB PRIMARY KEY REFERENCES application,
    opened_at      TEXT NOT NULL,
    person_id      BLOB NOT NULL REFERENCES person
) STRICT, WITHOUT ROWID;

-- What is still to be found out about an application.
CREATE TABLE open_question (
    id             BLOB PRIMARY KEY,
    application_id BLOB NOT NULL REFERENCES application,
    asked_at       TEXT NOT NULL,
    person_id      BLOB NOT NULL REFERENCES person,
    question       TEXT NOT NULL,
    closed_at      TEXT,
    closed_by      BLOB REFERENCES person,
    answer         TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX open_question_application ON open_question (application_id);

-- Context, options and consequences as JSON; null in decisions from before.
ALTER TABLE decision ADD COLUMN record TEXT;

-- Written with each version of a scorecard, for ever: whether the debrief was open, and whether its author had read others'
-- ratings of the application. Null in versions from before.
ALTER TABLE scorecard ADD COLUMN after_debrief INTEGER;
ALTER TABLE scorecard ADD COLUMN had_read INTEGER;
