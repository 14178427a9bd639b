"""Plays the attacker. Each of the first three fails on the service as it is and passes once its weakness is closed."""

import unittest

from tests.world import World

YEAR = 365 * 24 * 3600


class Hidden(unittest.TestCase):
    def setUp(self):
        self.world = World()
        self.robin = self.world.sign_in("robin")

    def test_1_a_token_does_not_live_for_years(self):
        self.world.now += 3 * YEAR
        self.assertEqual(self.world.call(self.robin, "GET", "/invoices")[0], 401)

    def test_2_the_text_looked_for_cannot_change_the_statement(self):
        attack = "%' AND 0 UNION SELECT id, email, hex(password), 0, '', staff FROM users -- "
        _, answer = self.world.call(self.robin, "GET", "/invoices", text=attack)
        self.assertEqual(answer["invoices"], [], "e-mail addresses and password hashes of all users were read")

    def test_3_an_invoice_of_another_cannot_be_paid_or_read_by_paying(self):
        status, answer = self.world.call(self.robin, "POST", "/invoices/2/payments")
        self.assertEqual(status, 404, f"read and marked as paid: {answer}")
        self.assertEqual(self.world.db.execute("SELECT paid FROM invoices WHERE id = 2").fetchone()[0], 0)


class Harmless(unittest.TestCase):
    """What looks like a weakness and is none; these pass from the beginning."""

    def test_the_sort_order_comes_from_a_list(self):
        world = World()
        token = world.sign_in("robin")
        self.assertEqual(len(world.call(token, "GET", "/invoices", sort="due; DROP TABLE invoices")[1]["invoices"]), 1)

    def test_the_identifier_in_the_token_cannot_be_changed(self):
        world = World()
        payload, _, signature = world.sign_in("robin").partition(".")
        other = world.sign_in("kim").partition(".")[0]
        self.assertEqual(world.call(f"{other}.{signature}", "GET", "/invoices")[0], 401)
