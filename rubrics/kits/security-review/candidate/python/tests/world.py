"""What the tests share: two customers with an invoice each, and one of the staff."""

import json

from notes import sessions
from notes.app import App
from notes.db import connect


class World:
    def __init__(self):
        self.now = 1_750_000_000
        self.db = connect()
        for email, staff in (("robin@example.test", False), ("kim@example.test", False), ("staff@example.test", True)):
            sessions.add_user(self.db, email, "correct horse", staff)
        self.app = App(self.db, b"only for tests", lambda: self.now)
        for owner, title in ((1, "Roof of Robin Fixture"), (2, "Garden of Kim Fixture")):
            self.db.execute(
                "INSERT INTO invoices (owner, number, title, cents, due) VALUES (?, ?, ?, 5000, '2026-01-31')",
                (owner, f"2026-{owner}", title),
            )

    def sign_in(self, who, password="correct horse"):
        body = json.dumps({"email": f"{who}@example.test", "password": password}).encode()
        return self.app.handle("POST", "/sessions", body=body)[1].get("token")

    def call(self, token, method, path, **query):
        return self.app.handle(method, path, query, {"Authorization": f"Bearer {token}"})
