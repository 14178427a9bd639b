"""Placing and reading orders."""


class UnknownCustomer(Exception):
    """The order names a customer that does not exist."""


def place(db, customer_id, lines):
    """Stores an order with its lines, all or nothing; gives its id."""
    if db.one("SELECT id FROM customers WHERE id = ?", (customer_id,)) is None:
        raise UnknownCustomer(customer_id)
    with db.transaction():
        order_id = db.execute("INSERT INTO orders (customer_id) VALUES (?)", (customer_id,)).lastrowid
        for line in lines:
            db.execute(
                "INSERT INTO order_lines (order_id, sku, quantity, unit_cents) VALUES (?, ?, ?, ?)",
                (order_id, line["sku"], line["quantity"], line["unit_cents"]),
            )
    return order_id


def get(db, order_id):
    """The order, or None."""
    return db.one("SELECT id, customer_id, status, placed_at FROM orders WHERE id = ?", (order_id,))


def lines(db, order_id):
    """The lines of an order, as they were entered."""
    return db.query("SELECT sku, quantity, unit_cents FROM order_lines WHERE order_id = ? ORDER BY id", (order_id,))


def total_cents(db, order_id):
    """What the order costs."""
    return sum(line["quantity"] * line["unit_cents"] for line in lines(db, order_id))
