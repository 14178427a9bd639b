"""What the tests share: an app over a database file of its own."""

import json
import re
import tempfile
from pathlib import Path

from cards.app import App
from cards.db import Database


class NotWritten(AssertionError):
    """The address is not there, or answers that it is not written."""


def written(what, answer):
    status, value = answer
    if status == 501 or value == {"error": "no such address"}:
        raise NotWritten(re.sub("/cards/[^/]+", "/cards/{code}", what) + " is not written yet")
    return answer


class World:
    def __init__(self, ledger=None):
        self.folder = tempfile.TemporaryDirectory()
        self.db = Database(Path(self.folder.name) / "cards.db")
        self.app = App(self.db, ledger)

    def close(self):
        self.db.connection().close()
        self.folder.cleanup()

    def post(self, path, value, headers=None):
        body = value if isinstance(value, bytes) else json.dumps(value).encode()
        return written(f"POST {path}", self.app.handle("POST", path, {}, headers or {}, body))

    def get(self, path, **query):
        return written(f"GET {path}", self.app.handle("GET", path, query))

    def card(self, cents=1000):
        return self.post("/cards", {"sold_cents": cents})[1]["code"]

    def redeem(self, code, cents, order="A-1", headers=None):
        return self.post(f"/cards/{code}/redemptions", {"order": order, "amount_cents": cents}, headers)

    def balance(self, code):
        return self.get(f"/cards/{code}")[1]["balance_cents"]
