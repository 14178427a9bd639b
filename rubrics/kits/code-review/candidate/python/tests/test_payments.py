import unittest

from shop.app import App
from tests.world import World


class Payments(unittest.TestCase):
    def setUp(self):
        self.world = World()
        self.order_id = self.world.place()

    def status(self):
        return self.world.get(f"/orders/{self.order_id}")[1]["status"]

    def test_a_payment_releases_the_order_and_earns_points(self):
        self.assertEqual(self.world.pay(self.order_id), (200, {}))
        self.assertEqual(self.world.warehouse.released, [self.order_id])
        self.assertEqual(self.status(), "released")
        self.assertEqual(self.world.points(), 9)

    def test_a_wrong_signature_is_refused(self):
        status, _ = self.world.post("/webhooks/payment", {}, {"X-Signature": "00"})
        self.assertEqual(status, 401)

    def test_there_is_no_app_without_a_secret(self):
        with self.assertRaises(ValueError):
            App(self.world.db, self.world.warehouse, b"")

    def test_an_event_of_an_unknown_type_is_taken_and_changes_nothing(self):
        self.assertEqual(self.world.event({"id": "evt_2", "type": "payout.created", "data": {}})[0], 200)
        self.assertEqual(self.status(), "placed")

    def test_a_payment_for_an_unknown_order_is_refused(self):
        self.assertEqual(self.world.pay(99)[0], 422)
