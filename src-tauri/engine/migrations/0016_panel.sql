-- Who usually holds which assessment, and what criteria observe in a plan.

-- Beside the plan and not in its versions: who is there to interview changes nothing about how scores are counted, so it asks for
-- no reason and makes no version that a debrief would have to name.
CREATE TABLE panel (
    assessment_id BLOB PRIMARY KEY REFERENCES assessment,
    raters        INTEGER NOT NULL       -- how many of its people rate each candidate
) STRICT;

CREATE TABLE panel_person (
    assessment_id BLOB NOT NULL REFERENCES assessment,
    position      INTEGER NOT NULL,
    person_id     BLOB NOT NULL REFERENCES person,
    PRIMARY KEY (assessment_id, person_id)
) STRICT, WITHOUT ROWID;

-- What a criterion observes in this plan, where that is not what its rubric says: JSON array of {criterion, competency}.
ALTER TABLE plan_assessment ADD COLUMN mapping TEXT NOT NULL DEFAULT '[]';
