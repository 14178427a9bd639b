"""What the given tests do not look at; for the markers. A failure here is a question for the conversation, not a verdict."""

import unittest

from shop import migrate
from tests.world import World


class Hidden(unittest.TestCase):
    def test_ids_with_gaps_are_all_migrated(self):
        world = World(["5 EUR"] * 1500)
        world.db.execute("DELETE FROM payments WHERE id BETWEEN 2 AND 1200")
        self.assertEqual(migrate.up(world.db)["migrated"], 301)

    def test_digits_of_other_scripts_are_not_guessed(self):
        world = World(["٥ EUR", "５ EUR"])
        self.assertEqual(migrate.up(world.db), {"migrated": 0, "unreadable": 2})

    def test_no_floating_point_is_between(self):
        world = World(["90071992547409.93 EUR", "0.29 EUR", "1.15 EUR"])
        migrate.up(world.db)
        self.assertEqual([cents for cents, _ in world.new().values()], [9007199254740993, 29, 115])

    def test_down_without_up_does_no_harm(self):
        world = World(["5 EUR"])
        try:
            migrate.down(world.db)
        except Exception as error:  # an error that says so is fine as well
            self.assertTrue(str(error))
        self.assertEqual(world.old(), [(1, "A-0", "5 EUR")])
