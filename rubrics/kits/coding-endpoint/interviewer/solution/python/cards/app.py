"""HTTP: routes, JSON in and out, status codes."""

import json
import re
import secrets
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from cards import redemptions
from cards.db import Database


class App:
    """Answers requests; knows nothing of sockets, so that tests can call it."""

    def __init__(self, db, ledger=None):
        self.db, self.ledger = db, ledger

    def handle(self, method, path, query=None, headers=None, body=b""):
        """Gives (status, answer)."""
        query, headers = query or {}, headers or {}
        if (method, path) == ("POST", "/cards"):
            return self.sell(json.loads(body))
        found = re.fullmatch(r"/cards/([^/]+)(/redemptions)?", path)
        if found and not found[2] and method == "GET":
            return self.show(found[1])
        if found and found[2] and method == "POST":
            return self.reported(redemptions.redeem(self.db, found[1], body, headers))
        if (method, path) == ("POST", "/redemptions"):
            return self.reported(redemptions.redeem_several(self.db, body))
        if (method, path) == ("POST", "/ledger/flush"):
            sent, waiting = redemptions.flush(self.db, self.ledger)
            return 200, {"sent": sent, "waiting": waiting}
        if found and found[2] and method == "GET":
            return redemptions.listing(self.db, found[1], query)
        return 404, {"error": "no such address"}

    def reported(self, answer):
        """The answer, after an attempt to tell the ledger; what it does not take waits in the outbox."""
        if answer[0] == 201 and self.ledger:
            redemptions.flush(self.db, self.ledger)
        return answer

    def sell(self, wanted):
        code = secrets.token_hex(8)
        cents = wanted["sold_cents"]
        self.db.execute("INSERT INTO cards (code, sold_cents, balance_cents) VALUES (?, ?, ?)", (code, cents, cents))
        return 201, {"code": code, "balance_cents": cents}

    def show(self, code):
        card = self.db.one("SELECT code, sold_cents, balance_cents FROM cards WHERE code = ?", (code,))
        return (200, card) if card else (404, {"error": "no such card"})


def serve(app, port=8080):
    """Serves until interrupted."""

    class Handler(BaseHTTPRequestHandler):
        def answer(self):
            path, _, query = self.path.partition("?")
            pairs = dict(pair.split("=", 1) for pair in query.split("&") if "=" in pair)
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            status, answer = app.handle(self.command, path, pairs, self.headers, body)
            content = json.dumps(answer).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        do_GET = do_POST = answer

    ThreadingHTTPServer(("127.0.0.1", port), Handler).serve_forever()


if __name__ == "__main__":
    serve(App(Database("cards.db")))
