-- The pipeline of a role: its own stages, its calendar, and why applications ended.

-- The stages that a role uses, with its own names for them. None for a role: all, by their usual names.
CREATE TABLE role_stage (
    role_id BLOB NOT NULL REFERENCES role,
    stage   TEXT NOT NULL,
    title   TEXT NOT NULL,
    PRIMARY KEY (role_id, stage)
) STRICT;

-- What is done by which day after an application. NULL days: as the template of the role's specialisation says.
ALTER TABLE role ADD COLUMN calendar_days INTEGER;
CREATE TABLE role_calendar (
    role_id  BLOB NOT NULL REFERENCES role,
    position INTEGER NOT NULL,
    day      INTEGER NOT NULL,
    what     TEXT NOT NULL,
    PRIMARY KEY (role_id, position)
) STRICT;

-- The reason from the list, beside the words in "reason". NULL where none was chosen.
ALTER TABLE stage_move ADD COLUMN why TEXT;
