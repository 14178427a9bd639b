"""Routes. Tests call `handle`; a server would do the same."""

import json
import re
import time

from notes import invoices, sessions


class App:
    def __init__(self, db, secret, clock=time.time):
        self.db, self.secret, self.clock = db, secret, clock

    def handle(self, method, path, query=None, headers=None, body=b""):
        """Gives (status, answer)."""
        if (method, path) == ("POST", "/sessions"):
            wanted = json.loads(body)
            token = sessions.sign_in(self.db, self.secret, wanted["email"], wanted["password"], self.clock())
            return (201, {"token": token}) if token else (401, {"error": "e-mail or password is wrong"})
        token = (headers or {}).get("Authorization", "").removeprefix("Bearer ")
        user = sessions.caller(self.db, self.secret, token, self.clock())
        if user is None:
            return 401, {"error": "please sign in"}
        return self.signed_in(user, method, path, query or {})

    def signed_in(self, user, method, path, query):
        if (method, path) == ("DELETE", "/sessions"):
            return sessions.sign_out()
        if (method, path) == ("GET", "/invoices"):
            return 200, {"invoices": invoices.search(self.db, user, query.get("text", ""), query.get("sort", "number"))}
        if (method, path) == ("GET", "/export"):
            return (200, invoices.export(self.db)) if user["staff"] else (403, {"error": "for staff"})
        found = re.fullmatch(r"/invoices/(\d+)(/payments)?", path)
        if found and method == "GET" and not found[2]:
            return self.answer(invoices.get(self.db, user, int(found[1])))
        if found and method == "POST" and found[2]:
            return self.answer(invoices.pay(self.db, user, int(found[1])))
        return 404, {"error": "no such address"}

    def answer(self, invoice):
        return (200, invoice) if invoice else (404, {"error": "no such invoice"})
