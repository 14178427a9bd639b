import threading
import unittest

from cards.ledger import LedgerDown
from tests.world import World


class Ledger:
    """Remembers what it took; while `down`, it takes nothing; while `mute`, it takes and its answer gets lost."""

    def __init__(self):
        self.taken, self.calls, self.down, self.mute = {}, 0, False, False

    def post(self, entry):
        self.calls += 1
        if self.down:
            raise LedgerDown
        self.taken.setdefault(entry["redemption"], entry)
        if self.mute:
            raise LedgerDown


class Senior(unittest.TestCase):
    def setUp(self):
        self.ledger = Ledger()
        self.world = World(self.ledger)
        self.addCleanup(self.world.close)
        self.code = self.world.card(1000)

    def flush(self):
        return self.world.post("/ledger/flush", {})


class Duplicates(Senior):
    def test_a_repeated_call_is_done_once_and_gets_the_first_answer(self):
        first = self.world.redeem(self.code, 300, headers={"Idempotency-Key": "k1"})
        self.world.redeem(self.code, 100)
        self.assertEqual(self.world.redeem(self.code, 300, headers={"Idempotency-Key": "k1"}), first)
        self.assertEqual(self.world.balance(self.code), 600)

    def test_a_key_used_for_something_else_is_refused(self):
        self.world.redeem(self.code, 300, headers={"Idempotency-Key": "k1"})
        self.assertEqual(self.world.redeem(self.code, 301, headers={"Idempotency-Key": "k1"})[0], 422)
        self.assertEqual(self.world.redeem(self.world.card(), 300, headers={"Idempotency-Key": "k1"})[0], 422)
        self.assertEqual(self.world.balance(self.code), 700)

    def test_a_refused_call_may_be_tried_again(self):
        self.world.redeem(self.code, 600)
        key = {"Idempotency-Key": "k1"}
        self.assertEqual(self.world.redeem(self.code, 500, headers=key)[0], 409)
        self.assertEqual(self.world.redeem(self.code, 400, headers=key)[0], 201)

    def test_repetitions_at_the_same_time_are_done_once(self):
        answers = []
        work = lambda: answers.append(self.world.redeem(self.code, 300, headers={"Idempotency-Key": "k1"}))  # noqa: E731
        threads = [threading.Thread(target=work) for _ in range(6)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(answers, [answers[0]] * 6)
        self.assertEqual(self.world.balance(self.code), 700)


class PartialFailure(Senior):
    def test_every_redemption_reaches_the_ledger_once(self):
        _, answer = self.world.redeem(self.code, 300)
        entry = {"redemption": answer["id"], "code": self.code, "amount_cents": 300}
        self.assertEqual(self.ledger.taken, {answer["id"]: entry})
        self.assertEqual(self.flush(), (200, {"sent": 0, "waiting": 0}))
        self.assertEqual(self.ledger.calls, 1)

    def test_redeeming_works_without_the_ledger_and_nothing_is_lost(self):
        self.ledger.down = True
        self.assertEqual(self.world.redeem(self.code, 300)[0], 201)
        self.assertEqual(self.flush(), (200, {"sent": 0, "waiting": 1}))
        self.ledger.down = False
        self.assertEqual(self.flush(), (200, {"sent": 1, "waiting": 0}))
        self.assertEqual([entry["amount_cents"] for entry in self.ledger.taken.values()], [300])

    def test_an_entry_whose_answer_got_lost_is_sent_again_and_counts_once(self):
        self.ledger.mute = True
        self.world.redeem(self.code, 300)
        self.ledger.mute = False
        self.assertEqual(self.flush()[1]["sent"], 1)
        self.assertEqual(len(self.ledger.taken), 1)

    def test_a_repetition_is_not_reported_again(self):
        for _ in range(2):
            self.world.redeem(self.code, 300, headers={"Idempotency-Key": "k1"})
        self.assertEqual((self.ledger.calls, len(self.ledger.taken)), (1, 1))


class SeveralCards(Senior):
    def redeem(self, *parts):
        cards = [{"code": code, "amount_cents": cents} for code, cents in parts]
        return self.world.post("/redemptions", {"order": "A-9", "cards": cards})

    def test_all_are_redeemed(self):
        other = self.world.card(200)
        status, answer = self.redeem((self.code, 1000), (other, 150))
        self.assertEqual((status, [one["balance_cents"] for one in answer["redemptions"]]), (201, [0, 50]))
        self.assertEqual(len(self.ledger.taken), 2)

    def test_if_one_does_not_do_none_is_redeemed(self):
        other = self.world.card(200)
        status, answer = self.redeem((self.code, 1000), (other, 201))
        self.assertEqual((status, answer["code"], answer["balance_cents"]), (409, other, 200))
        status, answer = self.redeem((self.code, 1000), ("nothing", 1))
        self.assertEqual((status, answer["code"]), (404, "nothing"))
        self.assertEqual((self.world.balance(self.code), self.world.balance(other)), (1000, 200))
        self.assertEqual(self.ledger.calls, 0)

    def test_a_card_twice_none_or_too_many_are_refused(self):
        self.assertEqual(self.redeem((self.code, 1), (self.code, 1))[0], 422)
        self.assertEqual(self.redeem()[0], 422)
        self.assertEqual(self.redeem(*[(self.world.card(), 1) for _ in range(11)])[0], 422)
