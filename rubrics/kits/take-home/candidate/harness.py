"""Tries the service from outside: `python3 harness.py FOLDER [--stretch]`. Starts FOLDER/run.sh on a free port and stops it again.

It says in words what works and what is missing; what the service itself prints goes to service.log in this folder.
"""

import http.client
import json
import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import traceback
import unittest
from pathlib import Path

FOLDER = Path(sys.argv[1] if len(sys.argv) > 1 else "python").resolve()
START_SECONDS = 60
LOG = Path("service.log")


class NotWritten(AssertionError):
    """The beginning's own answer to an address that it does not know."""


class Service:
    def __init__(self):
        self.data = tempfile.TemporaryDirectory()
        self.process = None

    def start(self):
        with socket.socket() as found:
            found.bind(("127.0.0.1", 0))
            self.port = found.getsockname()[1]
        words = [str(FOLDER / "run.sh"), str(self.port)]
        with LOG.open("ab") as log:
            self.process = subprocess.Popen(
                words, env={**os.environ, "DATA": self.data.name}, stdout=log, stderr=log, start_new_session=True
            )
        until = time.time() + START_SECONDS
        while time.time() < until and self.process.poll() is None:
            try:
                return self.call("GET", "/health")
            except OSError:
                time.sleep(0.1)
        raise RuntimeError("the service did not start, or does not answer GET /health; see service.log")

    def kill(self):
        """Without a warning, as power cuts do."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def call(self, method, path, value=None, headers=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        body = None if value is None else value if isinstance(value, bytes) else json.dumps(value)
        connection.request(method, path, body, {"Content-Type": "application/json", **(headers or {})})
        answer = connection.getresponse()
        text = answer.read().decode()
        connection.close()
        kind = answer.getheader("Content-Type", "")
        value = json.loads(text) if text and "json" in kind else text
        if answer.status == 501 or value == {"error": "no such address"}:
            raise NotWritten(f"{method} {path} is not written yet")
        return answer.status, value

    def book(self, desk, begin, end, day="2026-03-02", headers=None, **more):
        value = {"desk": desk, "from": f"{day}T{begin}", "to": f"{day}T{end}", "who": "Robin Fixture", **more}
        return self.call("POST", "/bookings", value, headers)

    def day(self, desk, day="2026-03-02"):
        status, answer = self.call("GET", f"/desks/{desk}/bookings?day={day}")
        return [(one["from"][11:], one["to"][11:]) for one in answer["bookings"]] if status == 200 else status


class Case(unittest.TestCase):
    def setUp(self):
        self.service = Service()
        self.addCleanup(self.service.data.cleanup)
        self.service.start()
        self.addCleanup(self.service.kill)


class Minimum(Case):
    def test_a_booking_can_be_made_and_is_listed(self):
        status, booking = self.service.book("A1", "09:00", "12:00")
        self.assertEqual(status, 201)
        self.assertIsInstance(booking["id"], str)
        self.assertEqual((booking["desk"], booking["who"]), ("A1", "Robin Fixture"))
        self.assertEqual(self.service.day("A1"), [("09:00", "12:00")])
        self.assertEqual((self.service.day("A2"), self.service.day("A1", "2026-03-03")), ([], []))

    def test_a_desk_that_is_taken_is_refused(self):
        self.service.book("A1", "09:00", "12:00")
        for begin, end in (("09:00", "12:00"), ("08:00", "09:01"), ("11:59", "13:00"), ("10:00", "11:00"), ("08:00", "13:00")):
            status, answer = self.service.book("A1", begin, end)
            self.assertEqual(status, 409, (begin, end))
            self.assertTrue(answer["error"])
        self.assertEqual(self.service.book("A2", "09:00", "12:00")[0], 201)

    def test_one_may_begin_when_another_ends(self):
        for begin, end in (("09:00", "12:00"), ("12:00", "13:00"), ("08:00", "09:00")):
            self.assertEqual(self.service.book("A1", begin, end)[0], 201)
        self.assertEqual(self.service.day("A1"), [("08:00", "09:00"), ("09:00", "12:00"), ("12:00", "13:00")])

    def test_what_makes_no_sense_is_refused(self):
        good = {"desk": "A1", "from": "2026-03-02T09:00", "to": "2026-03-02T12:00", "who": "Robin Fixture"}
        wrong = [{key: value for key, value in good.items() if key != missing} for missing in good]
        wrong += [{**good, "to": "2026-03-02T09:00"}, {**good, "to": "2026-03-02T08:00"}, {**good, "from": "2026-02-30T09:00"},
                  {**good, "from": "nine"}, {**good, "desk": ""}, {**good, "who": 7}, [], b"no json"]
        for value in wrong:
            status, answer = self.service.call("POST", "/bookings", value)
            self.assertEqual(status, 422, value)
            self.assertTrue(answer["error"])
        self.assertEqual(self.service.day("A1"), [])

    def test_a_booking_can_be_taken_back_once(self):
        _, booking = self.service.book("A1", "09:00", "12:00")
        self.assertEqual(self.service.call("DELETE", f"/bookings/{booking['id']}")[0], 204)
        self.assertEqual(self.service.call("DELETE", f"/bookings/{booking['id']}")[0], 404)
        self.assertEqual(self.service.call("DELETE", "/bookings/nothing")[0], 404)
        self.assertEqual(self.service.book("A1", "09:00", "12:00")[0], 201)

    def test_a_booking_over_midnight_is_listed_on_both_days(self):
        value = {"desk": "A1", "from": "2026-03-02T22:00", "to": "2026-03-03T02:00", "who": "Robin Fixture"}
        self.assertEqual(self.service.call("POST", "/bookings", value)[0], 201)
        self.assertEqual([len(self.service.day("A1", f"2026-03-0{day}")) for day in (1, 2, 3, 4)], [0, 1, 1, 0])

    def test_what_was_acknowledged_survives_a_kill(self):
        self.service.book("A1", "09:00", "12:00")
        _, gone = self.service.book("A1", "13:00", "14:00")
        self.service.call("DELETE", f"/bookings/{gone['id']}")
        self.service.kill()
        self.service.start()
        self.assertEqual(self.service.day("A1"), [("09:00", "12:00")])
        self.assertEqual(self.service.book("A1", "11:00", "12:30")[0], 409)

    def test_of_many_at_once_one_gets_the_desk(self):
        statuses = []
        work = lambda: statuses.append(self.service.book("A1", "09:00", "12:00")[0])  # noqa: E731
        threads = [threading.Thread(target=work) for _ in range(12)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(sorted(statuses), [201] + [409] * 11)
        self.assertEqual(self.service.day("A1"), [("09:00", "12:00")])


class Stretch(Case):
    def test_1_a_repeated_call_books_once(self):
        key = {"Idempotency-Key": "k1"}
        first = self.service.book("A1", "09:00", "12:00", headers=key)
        self.assertEqual(self.service.book("A1", "09:00", "12:00", headers=key), first)
        self.assertEqual(self.service.day("A1"), [("09:00", "12:00")])

    def test_2_several_weeks_are_booked_all_or_none(self):
        status, answer = self.service.book("A1", "09:00", "12:00", weeks=3)
        self.assertEqual((status, len(answer["bookings"])), (201, 3))
        self.assertEqual(self.service.book("A1", "11:00", "13:00", day="2026-02-23", weeks=2)[0], 409)
        self.assertEqual(self.service.day("A1", "2026-02-23"), [])

    def test_3_free_desks_are_told(self):
        self.service.book("A2", "09:00", "12:00")
        path = "/free?from=2026-03-02T11:00&to=2026-03-02T13:00&desks=B1,A2,A1"
        self.assertEqual(self.service.call("GET", path), (200, {"desks": ["B1", "A1"]}))

    def test_4_a_calendar_is_given(self):
        self.service.book("A1", "09:00", "12:00")
        status, text = self.service.call("GET", "/desks/A1/bookings.ics")
        self.assertEqual(status, 200)
        for line in ("BEGIN:VCALENDAR", "DTSTART:20260302T090000", "DTEND:20260302T120000", "END:VCALENDAR"):
            self.assertIn(line, text.splitlines())


class Told(unittest.TestResult):
    """Says of each test in words whether it works, and where not why."""

    def __init__(self):
        super().__init__()
        self.works = 0
        self.why = None
        threading.excepthook = lambda said: self.note((said.exc_type, said.exc_value, said.exc_traceback))

    def startTest(self, test):
        super().startTest(test)
        self.why = None

    def note(self, error):
        """The first reason counts: what follows is mostly a consequence."""
        if self.why is None:
            self.why = reason(*error)

    def addError(self, test, err):
        super().addError(test, err)
        self.note(err)

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self.note(err)

    def stopTest(self, test):
        super().stopTest(test)
        words = re.sub("^test ", "", test.id().rsplit(".", 1)[-1].replace("_", " "))
        self.works += self.why is None
        print(f"works    {words}" if self.why is None else f"missing  {words}\n         {self.why}", flush=True)


def reason(kind, error, trace):
    """One line: what was otherwise, and the line of this file at which it was."""
    said = str(error).strip().splitlines() or [kind.__name__]
    text = said[0] if issubclass(kind, AssertionError) else f"{kind.__name__}: {said[-1]}"
    places = [frame for frame in traceback.extract_tb(trace) if frame.filename == __file__]
    tests = [frame for frame in places if frame.name.startswith("test_")] or places
    return text + (f" (harness.py:{tests[-1].lineno})" if tests else "")


if __name__ == "__main__":
    cases = [Stretch] if "--stretch" in sys.argv else [Minimum]
    suite = unittest.TestSuite(unittest.defaultTestLoader.loadTestsFromTestCase(case) for case in cases)
    LOG.write_bytes(b"")
    result = Told()
    suite.run(result)
    print(f"works: {result.works} of {result.testsRun}")
    sys.exit(0 if result.wasSuccessful() else 1)
