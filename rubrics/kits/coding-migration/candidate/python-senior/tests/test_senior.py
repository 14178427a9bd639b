import unittest

from shop import migrate, old_app
from tests.world import World


class Killed(Exception):
    pass


def killed_after(batches):
    """Something to call after each batch, that raises after so many."""
    left = [batches]

    def after_batch():
        left[0] -= 1
        if left[0] == 0:
            raise Killed

    return after_batch


class PartialFailure(unittest.TestCase):
    def test_killed_after_any_batch_it_goes_on(self):
        amounts = [("free" if number % 100 == 0 else f"{number} EUR") for number in range(1400)]
        whole = World(amounts)
        migrate.up(whole.db)
        for batches in (1, 2, 3):
            with self.subTest(batches=batches):
                world = World(amounts)
                with self.assertRaises(Killed):
                    migrate.up(world.db, killed_after(batches))
                migrate.up(world.db)
                self.assertEqual((world.new(), world.unreadable()), (whole.new(), whole.unreadable()))

    def test_what_was_finished_is_not_done_again(self):
        world = World(["5 EUR"] * 1400)
        with self.assertRaises(Killed):
            migrate.up(world.db, killed_after(2))
        changed = world.db.total_changes
        migrate.up(world.db)
        self.assertLess(world.db.total_changes - changed, 600)


class OpenShop(unittest.TestCase):
    def test_what_the_old_version_writes_meanwhile_is_right(self):
        world = World(["5 EUR"] * 1400)
        written = {}

        def customers_come():
            written[old_app.pay(world.db, "B", "7,25 EUR")] = (725, "EUR")
            for payment_id in (1, 1399):  # one that has been migrated, and one of the last
                old_app.correct(world.db, payment_id, "6 EUR")
                written[payment_id] = (600, "EUR")

        migrate.up(world.db, customers_come)
        new = world.new()
        self.assertEqual({payment_id: new[payment_id] for payment_id in written}, written)

    def test_what_the_old_version_writes_afterwards_is_right(self):
        world = World(["5 EUR"])
        migrate.up(world.db)
        old_app.correct(world.db, 1, "1.5 USD")
        fresh = old_app.pay(world.db, "B", "2 GBP")
        migrate.up(world.db)
        self.assertEqual(world.new(), {1: (150, "USD"), fresh: (200, "GBP")})

    def test_what_is_mended_is_no_longer_unreadable_and_the_other_way_round(self):
        world = World(["free", "5 EUR"])
        migrate.up(world.db)
        old_app.correct(world.db, 1, "0 EUR")
        old_app.correct(world.db, 2, "soon")
        self.assertEqual(migrate.up(world.db), {"migrated": 1, "unreadable": 1})
        self.assertEqual(world.new(), {1: (0, "EUR"), 2: (None, None)})
        self.assertEqual(world.unreadable(), {2: "soon"})

    def test_the_old_version_works_after_down(self):
        world = World(["5 EUR"])
        migrate.up(world.db)
        migrate.down(world.db)
        old_app.correct(world.db, old_app.pay(world.db, "B", "2 GBP"), "3 GBP")
        self.assertEqual(len(world.old()), 2)
