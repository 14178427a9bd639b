"""What the tests share: an app over an empty database with one customer, and a warehouse that remembers."""

import hashlib
import hmac
import json

from shop.app import App
from shop.db import Database
from shop.warehouse import WarehouseError

SECRET = b"only for tests"


class RememberingWarehouse:
    """Remembers what it was told to pack; refuses while `down`."""

    def __init__(self):
        self.released, self.down = [], False

    def release(self, order_id, lines):
        if self.down:
            raise WarehouseError("no answer")
        self.released.append(order_id)


class World:
    def __init__(self):
        self.db, self.warehouse = Database(), RememberingWarehouse()
        self.app = App(self.db, self.warehouse, SECRET)
        self.db.execute("INSERT INTO customers (id, name) VALUES (1, 'Robin Fixture')")

    def get(self, path, **query):
        return self.app.handle("GET", path, query, {}, b"")

    def post(self, path, value, headers=None):
        return self.app.handle("POST", path, {}, headers or {}, json.dumps(value).encode())

    def place(self, *lines):
        lines = lines or ({"sku": "tea", "quantity": 2, "unit_cents": 450},)
        status, answer = self.post("/orders", {"customer_id": 1, "lines": list(lines)})
        assert status == 201, answer
        return answer["id"]

    def pay(self, order_id, amount_cents=900, event_id="evt_1"):
        event = {"id": event_id, "type": "payment.succeeded"}
        return self.event({**event, "data": {"order_id": order_id, "amount_cents": amount_cents}})

    def event(self, event):
        body = json.dumps(event).encode()
        signature = hmac.new(SECRET, body, hashlib.sha256).hexdigest()
        return self.app.handle("POST", "/webhooks/payment", {}, {"X-Signature": signature}, body)

    def points(self):
        return self.db.one("SELECT points FROM customers WHERE id = 1")["points"]
