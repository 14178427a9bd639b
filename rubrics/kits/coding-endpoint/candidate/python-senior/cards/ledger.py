"""The ledger of another team, as far as we see it."""


class LedgerDown(Exception):
    """The entry was not taken, or it was and the answer got lost."""
