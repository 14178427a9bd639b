"""What the given tests do not look at; for the markers. A failure here is a question for the conversation, not a verdict."""

import threading
import unittest

from tests.world import World


class Hidden(unittest.TestCase):
    def setUp(self):
        self.world = World()
        self.addCleanup(self.world.close)
        self.code = self.world.card(1000)

    def test_true_is_no_amount(self):
        self.assertEqual(self.world.redeem(self.code, True)[0], 422)

    def test_an_enormous_amount_is_an_answer_and_no_crash(self):
        self.assertIn(self.world.redeem(self.code, 10**15)[0], (409, 422))

    def test_a_senseless_before_is_an_answer_and_no_crash(self):
        self.assertLess(self.world.get(f"/cards/{self.code}/redemptions", before="x")[0], 500)

    def test_what_was_sold_is_the_balance_and_what_was_redeemed_whatever_happens_at_once(self):
        def till(cents):
            for _ in range(20):
                self.world.redeem(self.code, cents)

        threads = [threading.Thread(target=till, args=(cents,)) for cents in (7, 11, 13, 17)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        redeemed = self.world.db.one("SELECT SUM(amount_cents) AS cents FROM redemptions")["cents"]
        self.assertEqual(self.world.balance(self.code) + redeemed, 1000)
        self.assertGreaterEqual(self.world.balance(self.code), 0)
