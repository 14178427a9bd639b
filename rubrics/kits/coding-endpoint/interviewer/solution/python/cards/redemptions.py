"""Redeeming gift cards: one way to do both parts."""

import json

from cards.ledger import LedgerDown

PAGE = 20
MOST_CARDS = 10


class Refused(Exception):
    """The call changes nothing; carries (status, answer)."""

    def __init__(self, status, error, **more):
        super().__init__(error)
        self.answer = status, {"error": error, **more}


def whole(value):
    return isinstance(value, int) and not isinstance(value, bool) and value >= 1


def read(body):
    """The body as an object with a sound order."""
    try:
        wanted = json.loads(body)
    except ValueError:
        raise Refused(422, "the body is no JSON") from None
    if not isinstance(wanted, dict):
        raise Refused(422, "the body is no object")
    if not isinstance(wanted.get("order"), str) or not wanted["order"]:
        raise Refused(422, "order is missing")
    return wanted


def checked_amount(part):
    if not whole(part.get("amount_cents")):
        raise Refused(422, "amount_cents must be a whole number from 1")
    return part["amount_cents"]


def take(db, code, order, cents):
    """Redeems inside a transaction: the condition of the UPDATE keeps the balance from falling below zero."""
    taken = db.execute(
        "UPDATE cards SET balance_cents = balance_cents - ? WHERE code = ? AND balance_cents >= ?", (cents, code, cents)
    )
    card = db.one("SELECT balance_cents FROM cards WHERE code = ?", (code,))
    if card is None:
        raise Refused(404, "no such card", code=code)
    if not taken.rowcount:
        raise Refused(409, "not enough on the card", code=code, **card)
    stored = db.execute(
        "INSERT INTO redemptions (code, order_name, amount_cents) VALUES (?, ?, ?)", (code, order, cents)
    ).lastrowid
    db.execute("INSERT INTO outbox (redemption) VALUES (?)", (stored,))
    return {"id": stored, "code": code, "order": order, "amount_cents": cents, **card}


def redeem(db, code, body, headers):
    """POST /cards/{code}/redemptions; gives (status, answer)."""
    try:
        wanted = read(body)
        cents, order, key = checked_amount(wanted), wanted["order"], headers.get("Idempotency-Key")
        content = json.dumps([code, order, cents])
        with db.transaction():
            known = db.one("SELECT content, answer FROM idempotency WHERE key = ?", (key,))
            if known and known["content"] != content:
                raise Refused(422, "this Idempotency-Key was used for another call")
            if known:
                return 201, json.loads(known["answer"])
            answer = take(db, code, order, cents)
            if key is not None:
                db.execute("INSERT INTO idempotency VALUES (?, ?, ?)", (key, content, json.dumps(answer)))
    except Refused as refused:
        return refused.answer
    return 201, answer


def redeem_several(db, body):
    """POST /redemptions; gives (status, answer)."""
    try:
        wanted = read(body)
        parts = wanted.get("cards")
        if not isinstance(parts, list) or not all(isinstance(part, dict) for part in parts):
            raise Refused(422, "cards must be a list of objects")
        codes = [part.get("code") for part in parts]
        if not 1 <= len(parts) <= MOST_CARDS or len({repr(code) for code in codes}) != len(codes):
            raise Refused(422, f"1 to {MOST_CARDS} cards, each once")
        with db.transaction():
            done = [take(db, part["code"], wanted["order"], checked_amount(part)) for part in parts]
    except Refused as refused:
        return refused.answer
    return 201, {"redemptions": done}


def flush(db, ledger):
    """Sends what waits; an entry leaves the outbox only after the ledger took it. Gives (sent, waiting)."""
    sent = 0
    entries = db.query(
        "SELECT r.id AS redemption, r.code, r.amount_cents FROM outbox o JOIN redemptions r ON r.id = o.redemption ORDER BY r.id"
    )
    for entry in entries:
        try:
            ledger.post(entry)
        except LedgerDown:
            break
        db.execute("DELETE FROM outbox WHERE redemption = ?", (entry["redemption"],))
        sent += 1
    return sent, len(entries) - sent


def listing(db, code, query):
    """GET /cards/{code}/redemptions; gives (status, answer)."""
    before = query.get("before", "")
    if before and not before.isdigit():
        return 422, {"error": "before must be an id"}
    if db.one("SELECT 1 FROM cards WHERE code = ?", (code,)) is None:
        return 404, {"error": "no such card"}
    rows = db.query(
        'SELECT id, order_name AS "order", amount_cents FROM redemptions WHERE code = ? AND id < ? ORDER BY id DESC LIMIT ?',
        (code, int(before) if before else 2**62, PAGE + 1),
    )
    more, rows = len(rows) > PAGE, rows[:PAGE]
    return 200, {"redemptions": rows, "next": rows[-1]["id"] if more else None}
