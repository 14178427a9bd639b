"""The shop's service, with a pool of connections, metrics, logs and traces.

`POST /phase/NAME?release=…&pool=…` begins a phase of the run: which release serves, and how many connections the pool may have.
The metrics of each phase (a line each INTERVAL seconds), its log and its traces go to the folder given.
"""

import contextvars
import http.client
import json
import random
import resource
import sys
import threading
import time
from contextlib import contextmanager
from datetime import datetime, timezone
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, urlsplit

import psycopg2

PORT, MAIL_PORT, FOLDER, INTERVAL = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3], float(sys.argv[4])
spans = contextvars.ContextVar("spans")
state = {"name": "start", "release": "41", "pool": 10}
seen, seen_lock = {"requests": [], "waits": [], "statements": [], "mails": []}, threading.Lock()


def note(kind, value):
    with seen_lock:
        seen[kind].append(value)


@contextmanager
def span(name):
    began = time.perf_counter()
    try:
        yield
    finally:
        spans.get().append((name, began, time.perf_counter()))


class Pool:
    """Connections, handed out in the order of asking."""

    def __init__(self):
        self.free, self.queue, self.in_use, self.lock = [], [], 0, threading.Lock()

    def hand_out(self):
        """Lets as many of those who wait go on as there are connections."""
        while self.queue and self.in_use < state["pool"]:
            self.in_use += 1
            self.queue.pop(0).set()

    @contextmanager
    def connection(self):
        began, mine = time.perf_counter(), threading.Event()
        with span("pool: wait for a connection"):
            with self.lock:
                self.queue.append(mine)
                self.hand_out()
            mine.wait()
            with self.lock:
                connection = self.free.pop() if self.free else None
            connection = connection or psycopg2.connect("")
        note("waits", time.perf_counter() - began)
        try:
            yield connection
        finally:
            with self.lock:
                self.in_use -= 1
                self.free.append(connection)
                self.hand_out()


pool = Pool()


def run(connection, sql, parameters=()):
    began = time.perf_counter()
    with span("sql: " + sql.split(" RETURNING")[0]), connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        answer = cursor.fetchone() if cursor.description else None
    note("statements", time.perf_counter() - began)
    return answer


def send_mail(order):
    began = time.perf_counter()
    with span("http: POST mail.example/messages"):
        mail = http.client.HTTPConnection("127.0.0.1", MAIL_PORT, timeout=5)
        mail.request("POST", "/messages", body=json.dumps({"order": order}))
        mail.getresponse().read()
        mail.close()
    note("mails", time.perf_counter() - began)


def product(number):
    with pool.connection() as connection:
        row = run(connection, "SELECT name, cents FROM products WHERE id = %s", (number,))
        connection.commit()
    return {"name": row[0], "cents": row[1]}


def checkout(customer, number):
    with pool.connection() as connection:
        run(connection, "SELECT cents FROM products WHERE id = %s", (number,))
        (order,) = run(
            connection,
            "INSERT INTO orders (customer, product, status) VALUES (%s, %s, 'placed') RETURNING id",
            (customer, number),
        )
        if state["release"] == "42":
            send_mail(order)
        if state["release"] == "43":
            run(connection, "INSERT INTO outbox (order_id) VALUES (%s)", (order,))
        with span("sql: COMMIT"):
            connection.commit()
    return {"order": order}


def log(level, text, **more):
    at = datetime.now(timezone.utc).isoformat(timespec="milliseconds")
    line = json.dumps({"at": at, "level": level, "release": state["release"], "text": text, **more})
    with open(f"{FOLDER}/{state['name']}.log", "a", encoding="utf-8") as file:
        file.write(line + "\n")


def percentile(values, share):
    ordered = sorted(values)
    return round(1000 * ordered[min(len(ordered) - 1, int(share * len(ordered)))]) if ordered else None


def measure():
    """Every INTERVAL seconds one line of metrics."""
    used = sum(resource.getrusage(resource.RUSAGE_SELF)[:2])
    while True:
        time.sleep(INTERVAL)
        with seen_lock:
            now = {kind: list(values) for kind, values in seen.items()}
            for values in seen.values():
                values.clear()
        was, used = used, sum(resource.getrusage(resource.RUSAGE_SELF)[:2])
        line = {"at": datetime.now(timezone.utc).strftime("%H:%M:%S"), "cpu_percent": round(100 * (used - was) / INTERVAL)}
        for route in ("/checkout", "/products", "/health"):
            times = [seconds for name, seconds in now["requests"] if name == route]
            line[route] = [round(len(times) / INTERVAL, 1)] + [percentile(times, share) for share in (0.5, 0.95, 0.99)]
        line["pool"] = [state["pool"], pool.in_use, len(pool.queue), percentile(now["waits"], 0.5), percentile(now["waits"], 0.95)]
        line["statements"] = [round(len(now["statements"]) / INTERVAL, 1), percentile(now["statements"], 0.5), percentile(now["statements"], 0.95)]
        line["mail"] = [round(len(now["mails"]) / INTERVAL, 1), percentile(now["mails"], 0.5), percentile(now["mails"], 0.95)]
        with open(f"{FOLDER}/{state['name']}.metrics", "a", encoding="utf-8") as file:
            file.write(json.dumps(line) + "\n")


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        address = urlsplit(self.path)
        query = dict(parse_qsl(address.query))
        if address.path.startswith("/phase/"):
            state.update(name=address.path.rsplit("/", 1)[1], release=query["release"], pool=int(query["pool"]))
            log("info", "started", pool=state["pool"])
            return self.finish_with({})
        return self.traced("/checkout", lambda: checkout(int(query["customer"]), int(query["product"])))

    def do_GET(self):
        if self.path == "/health":
            return self.traced("/health", lambda: {"ok": True})
        return self.traced("/products", lambda: product(int(self.path.rsplit("/", 1)[1])))

    def traced(self, route, work):
        began = time.perf_counter()
        spans.set([])
        answer = work()
        took = time.perf_counter() - began
        note("requests", (route, took))
        if route == "/checkout" and random.random() < 0.02:
            self.trace(route, began, took)
        if took > 0.5:
            log("warn", "slow request", route=route, ms=round(1000 * took), trace=format(id(answer) & 0xFFFFFF, "06x"))
        elif random.random() < 0.01:
            log("info", "request", route=route, ms=round(1000 * took))
        self.finish_with(answer)

    def trace(self, route, began, took):
        parts = [[name, round(1000 * (a - began), 1), round(1000 * (b - a), 1)] for name, a, b in spans.get()]
        with open(f"{FOLDER}/{state['name']}.traces", "a", encoding="utf-8") as file:
            file.write(json.dumps({"route": "POST " + route, "ms": round(1000 * took, 1), "spans": parts}) + "\n")

    def finish_with(self, value):
        body = json.dumps(value).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


threading.Thread(target=measure, daemon=True).start()
ThreadingHTTPServer.request_queue_size = 1024
ThreadingHTTPServer(("127.0.0.1", PORT), Handler).serve_forever()
