"""What the tests share: a database as the old version left it."""

import re
import sqlite3

from shop import old_app


class World:
    def __init__(self, amounts=()):
        self.db = sqlite3.connect(":memory:", isolation_level=None)
        self.db.execute(old_app.SCHEMA)
        for number, amount in enumerate(amounts):
            old_app.pay(self.db, f"A-{number}", amount)

    def old(self):
        return self.db.execute("SELECT id, order_name, amount FROM payments ORDER BY id").fetchall()

    def new(self):
        """(amount_cents, currency) by id."""
        return {row[0]: row[1:] for row in self.db.execute("SELECT id, amount_cents, currency FROM payments")}

    def unreadable(self):
        return dict(self.db.execute("SELECT payment_id, amount FROM unreadable"))

    def schema(self):
        rows = self.db.execute("SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY name")
        return [(kind, name, re.sub(r"\s+", " ", sql or "")) for kind, name, sql in rows]
