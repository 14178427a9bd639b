import unittest

from shop import migrate
from tests.world import World

READABLE = {
    "12.50 EUR": (1250, "EUR"),
    " 7 EUR": (700, "EUR"),
    "3,5 usd": (350, "USD"),
    "0.05 GBP": (5, "GBP"),
    "19.99EUR ": (1999, "EUR"),
    "-5.00 EUR": (-500, "EUR"),
    "1000000 JPY": (100000000, "JPY"),
}
UNREADABLE = ["free", "", None, "12.50", "EUR 5", "1.234 EUR", "1.000,00 EUR", "5 EURO", "1 2 EUR", "5. EUR", ".5 EUR"]


class Migration(unittest.TestCase):
    def test_readable_amounts_become_numbers(self):
        world = World(READABLE)
        migrate.up(world.db)
        self.assertEqual(world.new(), dict(enumerate(READABLE.values(), 1)))
        self.assertEqual(world.unreadable(), {})

    def test_unreadable_amounts_are_told_and_not_guessed(self):
        world = World(UNREADABLE)
        migrate.up(world.db)
        self.assertEqual(set(world.new().values()), {(None, None)})
        self.assertEqual(world.unreadable(), dict(enumerate(UNREADABLE, 1)))

    def test_the_old_column_stays_as_it_is(self):
        world = World([*READABLE, *UNREADABLE])
        before = world.old()
        migrate.up(world.db)
        self.assertEqual(world.old(), before)

    def test_the_report_counts_the_whole_table(self):
        world = World([*READABLE, *UNREADABLE])
        report = {"migrated": len(READABLE), "unreadable": len(UNREADABLE)}
        self.assertEqual(migrate.up(world.db), report)
        self.assertEqual(migrate.up(world.db), report)

    def test_a_second_time_changes_nothing(self):
        world = World([*READABLE, *UNREADABLE])
        migrate.up(world.db)
        before = world.new(), world.unreadable(), world.schema()
        migrate.up(world.db)
        self.assertEqual((world.new(), world.unreadable(), world.schema()), before)

    def test_an_empty_table_is_migrated(self):
        self.assertEqual(migrate.up(World().db), {"migrated": 0, "unreadable": 0})

    def test_no_transaction_changes_more_than_500_rows(self):
        world = World(["5 EUR"] * 1203)
        done = [0]

        def after_batch():
            self.assertFalse(world.db.in_transaction, "after_batch is called inside a transaction")
            filled = sum(cents is not None for cents, _ in world.new().values())
            self.assertLessEqual(filled - done[0], 500)
            done[0] = filled

        migrate.up(world.db, after_batch)
        self.assertEqual(done[0], 1203)

    def test_down_brings_everything_back(self):
        world = World([*READABLE, *UNREADABLE])
        before = world.schema(), world.old()
        migrate.up(world.db)
        migrate.down(world.db)
        self.assertEqual((world.schema(), world.old()), before)

    def test_up_after_down_works(self):
        world = World(READABLE)
        migrate.up(world.db)
        migrate.down(world.db)
        self.assertEqual(migrate.up(world.db)["migrated"], len(READABLE))
