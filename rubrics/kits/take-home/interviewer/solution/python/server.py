"""Desks: one way to do the minimum product and the stretch goals, with SQLite."""

import json
import os
import re
import sqlite3
import sys
import threading
import uuid
from datetime import datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

FORM = "%Y-%m-%dT%H:%M"
MOST_WEEKS = 52
SCHEMA = """
CREATE TABLE IF NOT EXISTS bookings (id TEXT PRIMARY KEY, desk TEXT NOT NULL, begins TEXT NOT NULL, ends TEXT NOT NULL, who TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS bookings_by_desk ON bookings (desk, begins);
CREATE TABLE IF NOT EXISTS answers (key TEXT PRIMARY KEY, content TEXT NOT NULL, answer TEXT NOT NULL);
"""


class Refused(Exception):
    """The call changes nothing; carries status and text."""


class Desks:
    """All calls go one after another through one connection: a booking looks and writes as one."""

    def __init__(self, path):
        self.lock = threading.Lock()
        self.db = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        self.db.execute("PRAGMA synchronous = FULL")
        self.db.executescript(SCHEMA)

    def book(self, wanted, key):
        times = [wanted["from"], wanted["to"]]
        with self.lock, self.db:  # commits, or rolls back
            self.db.execute("BEGIN IMMEDIATE")
            known = self.db.execute("SELECT content, answer FROM answers WHERE key = ?", (key,)).fetchone()
            content = json.dumps(wanted, sort_keys=True)
            if known and known[0] != content:
                raise Refused(422, "this Idempotency-Key was used for another call")
            if known:
                return json.loads(known[1])
            weeks = wanted.get("weeks")
            made = [self.one(wanted, *(shifted(time, week) for time in times)) for week in range(weeks or 1)]
            answer = {"bookings": made} if weeks else made[0]
            if key:
                self.db.execute("INSERT INTO answers VALUES (?, ?, ?)", (key, content, json.dumps(answer)))
            return answer

    def one(self, wanted, begins, ends):
        sql = "SELECT 1 FROM bookings WHERE desk = ? AND begins < ? AND ends > ?"
        if self.db.execute(sql, (wanted["desk"], ends, begins)).fetchone():
            raise Refused(409, f"{wanted['desk']} is taken between {begins} and {ends}")
        booking = (str(uuid.uuid4()), wanted["desk"], begins, ends, wanted["who"])
        self.db.execute("INSERT INTO bookings VALUES (?, ?, ?, ?, ?)", booking)
        return told(booking)

    def between(self, desk, begins, ends):
        sql = "SELECT * FROM bookings WHERE desk = ? AND begins < ? AND ends > ? ORDER BY begins"
        with self.lock:
            return [told(row) for row in self.db.execute(sql, (desk, ends, begins))]

    def cancel(self, booking_id):
        with self.lock:
            return self.db.execute("DELETE FROM bookings WHERE id = ?", (booking_id,)).rowcount > 0


def told(row):
    return dict(zip(("id", "desk", "from", "to", "who"), row))


def shifted(time, weeks):
    return (datetime.strptime(time, FORM) + timedelta(weeks=weeks)).strftime(FORM)


def checked(body):
    """The wanted booking, or Refused."""
    try:
        wanted = json.loads(body)
        texts = [wanted[key] for key in ("desk", "who", "from", "to")]
    except (ValueError, TypeError, KeyError) as error:
        raise Refused(422, f"not understood: {error}") from None
    if not all(isinstance(text, str) and text for text in texts):
        raise Refused(422, "desk, who, from and to must be texts")
    begins, ends = (time(wanted[key]) for key in ("from", "to"))
    weeks = wanted.get("weeks", 1)
    if ends <= begins or not isinstance(weeks, int) or not 1 <= weeks <= MOST_WEEKS:
        raise Refused(422, f"it must end after it begins, and weeks be 1 to {MOST_WEEKS}")
    return wanted


def time(text):
    try:
        if re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d", text):
            return datetime.strptime(text, FORM)
    except ValueError:
        pass
    raise Refused(422, f"{text} is no such time")


def calendar(bookings):
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Fixture//Desks//EN"]
    for one in bookings:
        begins, ends = (one[key].replace("-", "").replace(":", "") + "00" for key in ("from", "to"))
        lines += ["BEGIN:VEVENT", f"UID:{one['id']}", f"DTSTAMP:{begins}Z", f"DTSTART:{begins}", f"DTEND:{ends}",
                  f"SUMMARY:{one['desk']}", "END:VEVENT"]
    return "\r\n".join([*lines, "END:VCALENDAR", ""])


class Handler(BaseHTTPRequestHandler):
    desks = None

    def route(self):
        address = urlsplit(self.path)
        query = {key: values[0] for key, values in parse_qs(address.query).items()}
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        try:
            self.answer(*self.called(unquote(address.path), query, body))
        except Refused as refused:
            self.answer(refused.args[0], {"error": refused.args[1]})

    do_GET = do_POST = do_DELETE = route

    def called(self, path, query, body):
        if (self.command, path) == ("GET", "/health"):
            return 200, {"ok": True}
        if (self.command, path) == ("POST", "/bookings"):
            return 201, self.desks.book(checked(body), self.headers.get("Idempotency-Key"))
        found = re.fullmatch(r"/bookings/([^/]+)", path)
        if found and self.command == "DELETE":
            return (204, None) if self.desks.cancel(found[1]) else (404, {"error": "no such booking"})
        found = re.fullmatch(r"/desks/([^/]+)/bookings(\.ics)?", path)
        if found and self.command == "GET" and found[2]:
            return 200, calendar(self.desks.between(found[1], "0", "9"))
        if found and self.command == "GET":
            day = time(query.get("day", "") + "T00:00")
            return 200, {"bookings": self.desks.between(found[1], day.strftime(FORM), (day + timedelta(days=1)).strftime(FORM))}
        if (self.command, path) == ("GET", "/free"):
            begins, ends = (time(query.get(key, "")).strftime(FORM) for key in ("from", "to"))
            return 200, {"desks": [one for one in query.get("desks", "").split(",") if not self.desks.between(one, begins, ends)]}
        return 404, {"error": "no such address"}

    def answer(self, status, value):
        content = b"" if value is None else value.encode() if isinstance(value, str) else json.dumps(value).encode()
        self.send_response(status)
        self.send_header("Content-Type", "text/calendar" if isinstance(value, str) else "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_):
        pass


if __name__ == "__main__":
    Handler.desks = Desks(Path(os.environ.get("DATA", ".")) / "desks.db")
    ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1])), Handler).serve_forever()
