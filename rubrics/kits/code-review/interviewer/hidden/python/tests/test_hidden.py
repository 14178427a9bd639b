"""Proves the three planted defects: each test fails on the pull request as it stands and passes once its defect is mended.

The tests of what holds, and of the oddities, pass from the beginning."""

import json
import unittest

from tests.world import World


class NPlusOne(unittest.TestCase):
    def statements_for(self, orders):
        world = World()
        for _ in range(orders):
            world.place()
        sent = []
        world.db.connection.set_trace_callback(sent.append)
        status, answer = world.get("/customers/1/orders")
        world.db.connection.set_trace_callback(None)
        self.assertEqual((status, len(answer["orders"])), (200, orders))
        return len(sent)

    def test_the_number_of_statements_does_not_grow_with_the_orders(self):
        few, many = self.statements_for(2), self.statements_for(20)
        self.assertEqual(few, many, f"{few} statements for 2 orders, {many} for 20")


class Idempotency(unittest.TestCase):
    def test_an_event_delivered_twice_counts_once(self):
        world = World()
        order_id = world.place()
        world.pay(order_id, 900, "evt_7")
        status, _ = world.pay(order_id, 900, "evt_7")
        self.assertLess(status, 300, "the provider would go on delivering it")
        self.assertEqual(world.points(), 9, "points were given twice")
        self.assertEqual(world.get("/customers/1/orders")[1]["orders"][0]["open_cents"], 0, "paid twice")
        self.assertEqual(world.warehouse.released, [order_id])


class SwallowedError(unittest.TestCase):
    def test_an_order_that_the_warehouse_did_not_take_is_not_called_released(self):
        world = World()
        order_id = world.place()
        world.warehouse.down = True
        world.pay(order_id)
        self.assertNotEqual(world.get(f"/orders/{order_id}")[1]["status"], "released")


class Holds(unittest.TestCase):
    """What the README promises and the change keeps: here is no fourth defect."""

    def test_two_part_payments_release_once_and_both_count(self):
        world = World()
        order_id = world.place()
        world.pay(order_id, 400, "evt_1")
        world.pay(order_id, 500, "evt_2")
        self.assertEqual(world.warehouse.released, [order_id])
        self.assertEqual((world.points(), world.get(f"/orders/{order_id}")[1]["status"]), (9, "released"))
        self.assertEqual(world.get("/customers/1/orders")[1]["orders"][0]["open_cents"], 0)


class Oddities(unittest.TestCase):
    """What looks wrong and is not; these pass from the beginning."""

    def test_one_row_more_than_the_page_is_read_and_never_shown(self):
        world = World()
        for _ in range(21):
            world.place()
        _, answer = world.get("/customers/1/orders")
        self.assertEqual((len(answer["orders"]), answer["next"]), (20, 20))

    def test_foreign_text_does_not_reach_the_statement_that_is_put_together(self):
        world = World()
        world.place()
        with self.assertRaises(ValueError):
            world.get("/customers/1/orders", after="0; DROP TABLE orders")
        self.assertEqual(len(json.loads(json.dumps(world.get("/customers/1/orders")[1]))["orders"]), 1)
