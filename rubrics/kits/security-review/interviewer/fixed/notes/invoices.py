"""Invoices: looking for them, reading, paying, exporting."""

import csv
import io

SORTS = {"number": "number", "due": "due"}


def search(db, user, text, sort):
    """The user's invoices whose title holds the text."""
    order = SORTS.get(sort, "number")
    return [
        dict(row)
        for row in db.execute(
            f"SELECT id, number, title, cents, due, paid FROM invoices WHERE owner = ? AND title LIKE '%' || ? || '%' ORDER BY {order}",
            (user["id"], text),
        )
    ]


def get(db, user, invoice_id):
    """One of the user's invoices, or None."""
    sql = "SELECT id, number, title, cents, due, paid FROM invoices WHERE id = ? AND (owner = ? OR ?)"
    row = db.execute(sql, (invoice_id, user["id"], user["staff"])).fetchone()
    return dict(row) if row else None


def pay(db, user, invoice_id):
    """Marks an invoice as paid; gives it, or None."""
    if get(db, user, invoice_id) is None:
        return None
    db.execute("UPDATE invoices SET paid = 1 WHERE id = ?", (invoice_id,))
    return get(db, user, invoice_id)


def export(db):
    """All invoices as CSV."""
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow(["number", "title", "cents", "due", "paid"])
    writer.writerows(tuple(row) for row in db.execute("SELECT number, title, cents, due, paid FROM invoices ORDER BY id"))
    return file.getvalue()
