"""The database: SQLite and its schema."""

import sqlite3

SCHEMA = """
CREATE TABLE users (
    id INTEGER PRIMARY KEY, email TEXT NOT NULL UNIQUE, salt BLOB NOT NULL, password BLOB NOT NULL, staff INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE invoices (
    id INTEGER PRIMARY KEY, owner INTEGER NOT NULL REFERENCES users(id), number TEXT NOT NULL, title TEXT NOT NULL,
    cents INTEGER NOT NULL, due TEXT NOT NULL, paid INTEGER NOT NULL DEFAULT 0
);
"""


def connect(path=":memory:"):
    db = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    db.row_factory = sqlite3.Row
    db.executescript(SCHEMA)
    return db
