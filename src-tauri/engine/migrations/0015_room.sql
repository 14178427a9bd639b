-- Interview mode: what happened in the room, kept with each version of a scorecard.

CREATE TABLE room_entry (
    scorecard_id BLOB NOT NULL REFERENCES scorecard,
    position     INTEGER NOT NULL,       -- in the order of the times
    at           TEXT NOT NULL,
    event        TEXT NOT NULL,          -- section, stop, clue, note
    subject      TEXT NOT NULL,          -- the kit's id of the section or clue; empty for a note and a stop
    text         TEXT NOT NULL,          -- the note, or the title of the section or clue
    PRIMARY KEY (scorecard_id, position)
) STRICT, WITHOUT ROWID;
