import threading
import unittest

from tests.world import World


class Redeem(unittest.TestCase):
    def setUp(self):
        self.world = World()
        self.addCleanup(self.world.close)
        self.code = self.world.card(1000)

    def test_a_part_of_the_card_is_redeemed(self):
        status, answer = self.world.redeem(self.code, 400, "A-17")
        self.assertEqual(status, 201, answer)
        self.assertIsInstance(answer.pop("id"), int)
        self.assertEqual(answer, {"code": self.code, "order": "A-17", "amount_cents": 400, "balance_cents": 600})
        self.assertEqual(self.world.balance(self.code), 600)

    def test_all_of_the_card_may_be_redeemed(self):
        self.assertEqual(self.world.redeem(self.code, 1000)[0], 201)
        self.assertEqual(self.world.balance(self.code), 0)

    def test_more_than_is_on_the_card_is_refused_and_changes_nothing(self):
        status, answer = self.world.redeem(self.code, 1001)
        self.assertEqual((status, answer["balance_cents"]), (409, 1000))
        self.assertTrue(answer["error"])
        self.assertEqual(self.world.balance(self.code), 1000)
        self.assertEqual(self.world.get(f"/cards/{self.code}/redemptions")[1]["redemptions"], [])

    def test_an_unknown_card_is_not_found(self):
        self.assertEqual(self.world.redeem("nothing", 1)[0], 404)
        self.assertEqual(self.world.get("/cards/nothing/redemptions")[0], 404)

    def test_what_makes_no_sense_is_refused(self):
        good = {"order": "A-1", "amount_cents": 1}
        wrong = [{**good, "amount_cents": value} for value in (0, -1, 1.5, "5", None)]
        wrong += [{**good, "order": value} for value in ("", 7, None)]
        wrong += [{"order": "A-1"}, {"amount_cents": 1}, [], b"no json"]
        for body in wrong:
            with self.subTest(body=body):
                status, answer = self.world.post(f"/cards/{self.code}/redemptions", body)
                self.assertEqual(status, 422)
                self.assertTrue(answer["error"])
        self.assertEqual(self.world.balance(self.code), 1000)

    def test_at_the_same_time_no_more_is_redeemed_than_was_sold(self):
        statuses = []
        threads = [
            threading.Thread(target=lambda: statuses.append(self.world.redeem(self.code, 300)[0])) for _ in range(8)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(sorted(statuses), [201] * 3 + [409] * 5)
        self.assertEqual(self.world.balance(self.code), 100)


class Listing(unittest.TestCase):
    def setUp(self):
        self.world = World()
        self.addCleanup(self.world.close)
        self.code = self.world.card(1000)

    def test_redemptions_are_listed_newest_first(self):
        for number in range(3):
            self.world.redeem(self.code, 1 + number, f"A-{number}")
        status, answer = self.world.get(f"/cards/{self.code}/redemptions")
        self.assertEqual((status, answer["next"]), (200, None))
        self.assertEqual([(one["order"], one["amount_cents"]) for one in answer["redemptions"]],
                         [("A-2", 3), ("A-1", 2), ("A-0", 1)])

    def test_pages_follow_each_other_while_others_redeem(self):
        for number in range(45):
            self.world.redeem(self.code, 1, f"A-{number}")
        seen, query = [], {}
        while True:
            _, answer = self.world.get(f"/cards/{self.code}/redemptions", **query)
            seen += [one["order"] for one in answer["redemptions"]]
            self.world.redeem(self.code, 1, "later")
            if answer["next"] is None:
                break
            query = {"before": str(answer["next"])}
        self.assertEqual(seen, [f"A-{number}" for number in reversed(range(45))])

    def test_the_redemptions_of_other_cards_are_not_shown(self):
        self.world.redeem(self.world.card(500), 1)
        self.assertEqual(self.world.get(f"/cards/{self.code}/redemptions")[1]["redemptions"], [])
