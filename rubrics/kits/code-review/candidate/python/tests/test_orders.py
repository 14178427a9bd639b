import unittest

from tests.world import World


class Orders(unittest.TestCase):
    def setUp(self):
        self.world = World()

    def test_an_order_can_be_placed_and_read(self):
        order_id = self.world.place({"sku": "tea", "quantity": 3, "unit_cents": 450})
        status, order = self.world.get(f"/orders/{order_id}")
        self.assertEqual((status, order["status"]), (200, "placed"))
        self.assertEqual(order["lines"], [{"sku": "tea", "quantity": 3, "unit_cents": 450}])

    def test_an_unknown_customer_is_refused(self):
        status, _ = self.world.post("/orders", {"customer_id": 99, "lines": []})
        self.assertEqual(status, 422)

    def test_an_unknown_order_is_not_found(self):
        self.assertEqual(self.world.get("/orders/99")[0], 404)
