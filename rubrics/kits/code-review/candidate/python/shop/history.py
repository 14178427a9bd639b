"""A customer's orders, page by page."""

from shop import orders, payments

COLUMNS = "id, status, placed_at"


def page(db, customer_id, after=0, size=20):
    """Up to `size` orders after the one with id `after`, and where the next page begins (None at the end)."""
    rows = db.query(
        f"SELECT {COLUMNS} FROM orders WHERE customer_id = ? AND id > ? ORDER BY id LIMIT ?",
        (customer_id, after, size + 1),
    )
    more = len(rows) > size
    rows = rows[:size]
    return {
        "orders": [summary(db, row) for row in rows],
        "next": rows[-1]["id"] if more else None,
    }


def summary(db, order):
    """The order as the history shows it."""
    total = orders.total_cents(db, order["id"])
    return {**order, "total_cents": total, "open_cents": total - payments.paid_cents(db, order["id"])}
