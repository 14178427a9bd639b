"""Redeeming gift cards: yours to write. TASK.md says what is wanted."""


def redeem(db, code, body, headers):
    """POST /cards/{code}/redemptions; gives (status, answer)."""
    return 501, {"error": "not written yet"}


def listing(db, code, query):
    """GET /cards/{code}/redemptions; gives (status, answer)."""
    return 501, {"error": "not written yet"}
