"""A customer's orders, page by page."""

COLUMNS = "id, status, placed_at"

SUMMARIES = """
SELECT o.id,
       (SELECT COALESCE(SUM(quantity * unit_cents), 0) FROM order_lines WHERE order_id = o.id) AS total_cents,
       (SELECT COALESCE(SUM(amount_cents), 0) FROM payments WHERE order_id = o.id) AS paid_cents
FROM orders o WHERE o.id IN ({marks})
"""


def page(db, customer_id, after=0, size=20):
    """Up to `size` orders after the one with id `after`, and where the next page begins (None at the end)."""
    rows = db.query(
        f"SELECT {COLUMNS} FROM orders WHERE customer_id = ? AND id > ? ORDER BY id LIMIT ?",
        (customer_id, after, size + 1),
    )
    more = len(rows) > size
    rows = rows[:size]
    sums = {row["id"]: row for row in summaries(db, [row["id"] for row in rows])}
    return {
        "orders": [summary(row, sums[row["id"]]) for row in rows],
        "next": rows[-1]["id"] if more else None,
    }


def summaries(db, ids):
    """Totals and payments of all orders of a page, with one statement."""
    return db.query(SUMMARIES.format(marks=", ".join("?" * len(ids))), ids)


def summary(order, sums):
    """The order as the history shows it."""
    return {**order, "total_cents": sums["total_cents"], "open_cents": sums["total_cents"] - sums["paid_cents"]}
