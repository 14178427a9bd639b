"""Who is calling: passwords, and the token that stands for a session."""

import base64
import hashlib
import hmac
import json
import os

LIFE = 15 * 60  # seconds; a client signs in again, or a renewal that is stored and can be revoked is added


def hashed(password, salt):
    return hashlib.scrypt(password.encode(), salt=salt, n=2**12, r=8, p=1)


def add_user(db, email, password, staff=False):
    salt = os.urandom(16)
    db.execute(
        "INSERT INTO users (email, salt, password, staff) VALUES (?, ?, ?, ?)", (email, salt, hashed(password, salt), staff)
    )


def sign(secret, payload):
    return hmac.new(secret, payload, hashlib.sha256).hexdigest()


def sign_in(db, secret, email, password, now):
    """A token, or None."""
    user = db.execute("SELECT id, salt, password FROM users WHERE email = ?", (email,)).fetchone()
    if user is None or not hmac.compare_digest(hashed(password, user["salt"]), user["password"]):
        return None
    payload = base64.urlsafe_b64encode(json.dumps({"user": user["id"], "issued": now}).encode())
    return payload.decode() + "." + sign(secret, payload)


def caller(db, secret, token, now):
    """The user whose token it is, or None."""
    payload, _, signature = token.partition(".")
    if not hmac.compare_digest(sign(secret, payload.encode()), signature):
        return None
    content = json.loads(base64.urlsafe_b64decode(payload))
    if not content["issued"] <= now < content["issued"] + LIFE:
        return None
    return db.execute("SELECT id, email, staff FROM users WHERE id = ?", (content["user"],)).fetchone()


def sign_out():
    """The client forgets its token."""
    return 204, {}
