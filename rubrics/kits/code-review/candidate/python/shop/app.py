"""HTTP: routes, JSON in and out, status codes."""

import hashlib
import hmac
import json
import os
import re
from http.server import BaseHTTPRequestHandler, HTTPServer

from shop import history, orders, payments
from shop.db import Database
from shop.warehouse import Warehouse


class App:
    """Answers requests; knows nothing of sockets, so that tests can call it."""

    def __init__(self, db, warehouse, secret):
        if not secret:
            raise ValueError("PAY_SECRET is empty: without it anybody could forge payments")
        self.db, self.warehouse, self.secret = db, warehouse, secret

    def handle(self, method, path, query, headers, body):
        """Gives (status, answer)."""
        if method == "POST" and path == "/orders":
            return self.place(json.loads(body))
        if method == "POST" and path == "/webhooks/payment":
            return self.payment(headers, body)
        found = re.fullmatch(r"/orders/(\d+)", path)
        if method == "GET" and found:
            return self.order(int(found[1]))
        found = re.fullmatch(r"/customers/(\d+)/orders", path)
        if method == "GET" and found:
            return 200, history.page(self.db, int(found[1]), int(query.get("after", 0)))
        return 404, {"error": "no such address"}

    def place(self, wanted):
        try:
            return 201, {"id": orders.place(self.db, wanted["customer_id"], wanted["lines"])}
        except orders.UnknownCustomer:
            return 422, {"error": "unknown customer"}

    def order(self, order_id):
        order = orders.get(self.db, order_id)
        if order is None:
            return 404, {"error": "no such order"}
        return 200, {**order, "lines": orders.lines(self.db, order_id)}

    def payment(self, headers, body):
        expected = hmac.new(self.secret, body, hashlib.sha256).hexdigest()
        if not hmac.compare_digest(expected, headers.get("X-Signature", "")):
            return 401, {"error": "bad signature"}
        return payments.receive(self.db, self.warehouse, json.loads(body))


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

    HTTPServer(("127.0.0.1", port), Handler).serve_forever()


if __name__ == "__main__":
    serve(App(Database("shop.db"), Warehouse(), os.environ["PAY_SECRET"].encode()))
