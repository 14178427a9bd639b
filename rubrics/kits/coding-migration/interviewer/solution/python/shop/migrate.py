"""The migration of payments.amount: one way to do both parts.

Batches read what was there, in the order of the ids, and remember how far they came in the same transaction. Triggers put what
the old version writes into a queue, which is read last and by every later run. So a kill loses nothing, a finished batch is not
done again, and what comes late is only another entry of the queue.
"""

import re
from contextlib import contextmanager

BATCH = 500
AMOUNT = re.compile(r"\s*(-?)([0-9]+)(?:[.,]([0-9]{1,2}))?\s?([A-Za-z]{3})\s*")

UP = """
BEGIN IMMEDIATE;
ALTER TABLE payments ADD COLUMN amount_cents INTEGER;
ALTER TABLE payments ADD COLUMN currency TEXT;
CREATE TABLE unreadable (payment_id INTEGER PRIMARY KEY, amount TEXT);
CREATE TABLE to_migrate (payment_id INTEGER PRIMARY KEY);
CREATE TABLE migration_upto (payment_id INTEGER NOT NULL);
INSERT INTO migration_upto VALUES (0);
CREATE TRIGGER payments_inserted AFTER INSERT ON payments WHEN NEW.amount_cents IS NULL
    BEGIN INSERT OR IGNORE INTO to_migrate VALUES (NEW.id); END;
CREATE TRIGGER payments_changed AFTER UPDATE OF amount ON payments
    BEGIN INSERT OR IGNORE INTO to_migrate VALUES (NEW.id); END;
COMMIT;
"""
DOWN = """
BEGIN IMMEDIATE;
DROP TRIGGER IF EXISTS payments_inserted;
DROP TRIGGER IF EXISTS payments_changed;
DROP TABLE IF EXISTS to_migrate;
DROP TABLE IF EXISTS migration_upto;
DROP TABLE IF EXISTS unreadable;
ALTER TABLE payments DROP COLUMN amount_cents;
ALTER TABLE payments DROP COLUMN currency;
COMMIT;
"""


def read(amount):
    """(cents, currency), or (None, None) if it cannot be read."""
    found = AMOUNT.fullmatch(amount or "")
    if not found:
        return None, None
    sign, whole, part, currency = found.groups()
    cents = int(whole) * 100 + int((part or "0").ljust(2, "0"))
    return (-cents if sign else cents), currency.upper()


@contextmanager
def transaction(db):
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        db.execute("ROLLBACK")
        raise
    db.execute("COMMIT")


def begun(db):
    return any(row[1] == "amount_cents" for row in db.execute("PRAGMA table_info(payments)"))


def next_rows(db):
    """Up to BATCH rows: the next of the table; after its end those that the old version wrote meanwhile."""
    upto = "SELECT payment_id FROM migration_upto"
    rows = db.execute(f"SELECT id, amount FROM payments WHERE id > ({upto}) ORDER BY id LIMIT ?", (BATCH,)).fetchall()
    if rows:
        db.execute("UPDATE migration_upto SET payment_id = ?", (rows[-1][0],))
        return rows
    queue = "SELECT id, amount FROM to_migrate JOIN payments ON id = payment_id ORDER BY id LIMIT ?"
    return db.execute(queue, (BATCH,)).fetchall()


def batch(db):
    """Fills some rows in one transaction; whether there were any."""
    with transaction(db):
        rows = next_rows(db)
        for payment_id, amount in rows:
            cents, currency = read(amount)
            db.execute(
                "UPDATE payments SET amount_cents = ?, currency = ? WHERE id = ?", (cents, currency, payment_id)
            )
            db.execute("DELETE FROM unreadable WHERE payment_id = ?", (payment_id,))
            if cents is None:
                db.execute("INSERT INTO unreadable VALUES (?, ?)", (payment_id, amount))
            db.execute("DELETE FROM to_migrate WHERE payment_id = ?", (payment_id,))
    return bool(rows)


def up(db, after_batch=lambda: None):
    """Adds and fills amount_cents and currency; gives {"migrated": n, "unreadable": m}.

    What is written while the last call of after_batch runs is taken by one more round without it: otherwise a shop that never
    rests would never be done.
    """
    if not begun(db):
        db.executescript(UP)
    last = db.execute("SELECT COALESCE(MAX(id), 0) FROM payments").fetchone()[0]
    while batch(db):
        after_batch()
        if db.execute("SELECT payment_id >= ? FROM migration_upto", (last,)).fetchone()[0]:
            break
    while batch(db):
        pass
    counted = db.execute("SELECT COUNT(amount_cents), COUNT(*) - COUNT(amount_cents) FROM payments")
    migrated, unreadable = counted.fetchone()
    return {"migrated": migrated, "unreadable": unreadable}


def down(db):
    """Brings back the old schema."""
    if begun(db):
        db.executescript(DOWN)
