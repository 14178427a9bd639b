import unittest

from tests.world import World


class History(unittest.TestCase):
    def setUp(self):
        self.world = World()

    def test_totals_and_what_is_open_are_shown(self):
        order_id = self.world.place()
        self.world.pay(order_id, 400)
        _, answer = self.world.get("/customers/1/orders")
        self.assertEqual([(one["total_cents"], one["open_cents"]) for one in answer["orders"]], [(900, 500)])

    def test_pages_follow_each_other_without_gap_or_repetition(self):
        placed = [self.world.place() for _ in range(45)]
        seen, after = [], 0
        while after is not None:
            _, answer = self.world.get("/customers/1/orders", after=str(after))
            seen += [one["id"] for one in answer["orders"]]
            after = answer["next"]
        self.assertEqual(seen, placed)

    def test_the_last_full_page_has_no_next(self):
        for _ in range(20):
            self.world.place()
        self.assertIsNone(self.world.get("/customers/1/orders")[1]["next"])

    def test_a_customer_without_orders_has_an_empty_page(self):
        self.assertEqual(self.world.get("/customers/7/orders"), (200, {"orders": [], "next": None}))
