import unittest

from tests.world import World


class AppTest(unittest.TestCase):
    def setUp(self):
        self.world = World()
        self.robin = self.world.sign_in("robin")

    def test_a_wrong_password_gives_no_token(self):
        self.assertIsNone(self.world.sign_in("robin", "wrong"))

    def test_without_a_sound_token_nothing_is_told(self):
        for token in ("", "x", self.robin + "0", "a" + self.robin):
            self.assertEqual(self.world.call(token, "GET", "/invoices")[0], 401)

    def test_customers_find_their_own_invoices(self):
        _, answer = self.world.call(self.robin, "GET", "/invoices", text="Roof")
        self.assertEqual([one["number"] for one in answer["invoices"]], ["2026-1"])
        self.assertEqual(self.world.call(self.robin, "GET", "/invoices", text="Garden")[1], {"invoices": []})

    def test_the_sort_order_can_be_chosen(self):
        self.assertEqual(len(self.world.call(self.robin, "GET", "/invoices", sort="due")[1]["invoices"]), 1)

    def test_an_invoice_of_another_is_not_found(self):
        self.assertEqual(self.world.call(self.robin, "GET", "/invoices/1")[0], 200)
        self.assertEqual(self.world.call(self.robin, "GET", "/invoices/2")[0], 404)

    def test_an_invoice_can_be_paid(self):
        self.assertEqual(self.world.call(self.robin, "POST", "/invoices/1/payments")[1]["paid"], 1)

    def test_the_export_is_for_staff(self):
        self.assertEqual(self.world.call(self.robin, "GET", "/export")[0], 403)
        self.assertIn("Garden", self.world.call(self.world.sign_in("staff"), "GET", "/export")[1])

    def test_signing_out_is_answered(self):
        self.assertEqual(self.world.call(self.robin, "DELETE", "/sessions")[0], 204)
