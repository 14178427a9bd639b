"""The migration of payments.amount: yours to write. TASK.md says what is wanted."""


def up(db, after_batch=lambda: None):
    """Adds and fills amount_cents and currency; gives {"migrated": n, "unreadable": m}."""
    raise NotImplementedError


def down(db):
    """Brings back the old schema."""
    raise NotImplementedError
