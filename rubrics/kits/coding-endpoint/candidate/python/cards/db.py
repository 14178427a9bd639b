"""The database: SQLite, its schema, transactions. Every thread gets a connection of its own."""

import sqlite3
import threading
from contextlib import contextmanager

SCHEMA = """
CREATE TABLE IF NOT EXISTS cards (
    code TEXT PRIMARY KEY,
    sold_cents INTEGER NOT NULL CHECK (sold_cents > 0),
    balance_cents INTEGER NOT NULL
);
CREATE TABLE IF NOT EXISTS redemptions (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL REFERENCES cards(code),
    order_name TEXT NOT NULL,
    amount_cents INTEGER NOT NULL
);
"""


class Database:
    """Rows come as dictionaries."""

    def __init__(self, path):
        self.path, self.local = path, threading.local()
        self.connection().executescript(SCHEMA)

    def connection(self):
        if not hasattr(self.local, "connection"):
            connection = sqlite3.connect(self.path, isolation_level=None, timeout=10)
            connection.row_factory = sqlite3.Row
            connection.execute("PRAGMA foreign_keys = ON")
            self.local.connection = connection
        return self.local.connection

    def query(self, sql, parameters=()):
        return [dict(row) for row in self.connection().execute(sql, parameters)]

    def one(self, sql, parameters=()):
        rows = self.query(sql, parameters)
        return rows[0] if rows else None

    def execute(self, sql, parameters=()):
        return self.connection().execute(sql, parameters)

    @contextmanager
    def transaction(self):
        """All of it, or nothing if there is an exception."""
        self.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self.execute("ROLLBACK")
            raise
        self.execute("COMMIT")
