"""What the old version of the service does with payments. It is running, and cannot be changed."""

SCHEMA = "CREATE TABLE payments (id INTEGER PRIMARY KEY, order_name TEXT NOT NULL, amount TEXT)"


def pay(db, order_name, amount):
    """Stores a payment as it was typed; gives its id."""
    return db.execute("INSERT INTO payments (order_name, amount) VALUES (?, ?)", (order_name, amount)).lastrowid


def correct(db, payment_id, amount):
    """Somebody typed it wrong."""
    db.execute("UPDATE payments SET amount = ? WHERE id = ?", (amount, payment_id))
