-- Whose a snapshot is where no account says so, accounts that a person joined, addresses as keyed digests, do-not-contact.

-- Whose it is said to be, where it has no account (a git clone, a bundle). Neither: nobody has said yet.
ALTER TABLE snapshot ADD COLUMN candidate_id BLOB REFERENCES candidate;
CREATE INDEX snapshot_candidate ON snapshot (candidate_id) WHERE candidate_id IS NOT NULL;

-- When the permission was given, YYYY-MM-DD, where told.
ALTER TABLE snapshot ADD COLUMN given_on TEXT;
ALTER TABLE candidate ADD COLUMN given_on TEXT;
ALTER TABLE import_run ADD COLUMN given_on TEXT;

-- An account known by its login only that a person joined to one with a number. What records refer to stays as it was.
ALTER TABLE account ADD COLUMN joined_id BLOB REFERENCES account;
CREATE INDEX account_joined ON account (joined_id) WHERE joined_id IS NOT NULL;

-- The key of digests of addresses and accounts: HMAC-SHA256.
CREATE TABLE digest_key (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    key BLOB NOT NULL
) STRICT;
INSERT INTO digest_key (one, key) VALUES (1, randomblob(32));

-- Digest of the address of a commit's author, where no account is known for it.
ALTER TABLE evidence ADD COLUMN author_digest BLOB;
CREATE INDEX evidence_author_digest ON evidence (author_digest) WHERE author_digest IS NOT NULL;

-- Commits whose author is the snapshot's subject because an address of theirs says so. Beside the record, which does not
-- change when an address becomes known later.
CREATE TABLE attribution (
    evidence_id BLOB PRIMARY KEY REFERENCES evidence
) STRICT;

CREATE TABLE do_not_contact (
    candidate_id BLOB PRIMARY KEY REFERENCES candidate,
    at           TEXT NOT NULL,
    person_id    BLOB REFERENCES person,  -- none: recognised by a digest below
    reason       TEXT NOT NULL,
    request      TEXT NOT NULL            -- how the request came
) STRICT;

-- Accounts and addresses of erased people who had asked not to be contacted: recognised again, and not named.
CREATE TABLE do_not_contact_digest (
    digest BLOB PRIMARY KEY
) STRICT;
