package cards

import (
	"errors"
	"fmt"
	"net/http"
	"strings"
	"sync"
	"testing"
)

// ledger remembers what it took. While down it takes nothing; while mute it takes, and its answer gets lost.
type ledger struct {
	taken      map[int64]LedgerEntry
	calls      int
	down, mute bool
}

func (l *ledger) Post(entry LedgerEntry) error {
	l.calls++
	if l.down {
		return errors.New("no answer")
	}
	l.taken[entry.Redemption] = entry
	if l.mute {
		return errors.New("the answer got lost")
	}
	return nil
}

func newSenior(t *testing.T) (*world, *ledger, string) {
	w, l := newWorld(t), &ledger{taken: map[int64]LedgerEntry{}}
	w.app.Ledger = l
	return w, l, w.card(1000)
}

func (w *world) flush() string {
	status, text := w.call("POST", "/ledger/flush", "{}", "", nil)
	equal(w.t, status, http.StatusOK, "flush")
	return strings.TrimSpace(text)
}

func TestARepeatedCallIsDoneOnceAndGetsTheFirstAnswer(t *testing.T) {
	w, _, code := newSenior(t)
	_, first := w.redeem(code, 300, "A-1", "k1")
	w.redeem(code, 100, "A-1", "")
	status, second := w.redeem(code, 300, "A-1", "k1")
	equal(t, status, http.StatusCreated, "status")
	equal(t, second, first, "answer")
	equal(t, w.balance(code), 600, "balance")
}

func TestAKeyUsedForSomethingElseIsRefused(t *testing.T) {
	w, _, code := newSenior(t)
	w.redeem(code, 300, "A-1", "k1")
	status, _ := w.redeem(code, 301, "A-1", "k1")
	equal(t, status, http.StatusUnprocessableEntity, "other amount")
	status, _ = w.redeem(w.card(1000), 300, "A-1", "k1")
	equal(t, status, http.StatusUnprocessableEntity, "other card")
	equal(t, w.balance(code), 700, "balance")
}

func TestARefusedCallMayBeTriedAgain(t *testing.T) {
	w, _, code := newSenior(t)
	w.redeem(code, 600, "A-1", "")
	status, _ := w.redeem(code, 500, "A-1", "k1")
	equal(t, status, http.StatusConflict, "refused")
	status, _ = w.redeem(code, 400, "A-1", "k1")
	equal(t, status, http.StatusCreated, "tried again")
}

func TestRepetitionsAtTheSameTimeAreDoneOnce(t *testing.T) {
	w, _, code := newSenior(t)
	answers := make([]redeemed, 6)
	var all sync.WaitGroup
	for i := range answers {
		all.Add(1)
		go func(i int) {
			defer all.Done()
			_, answers[i] = w.redeem(code, 300, "A-1", "k1")
		}(i)
	}
	all.Wait()
	for _, one := range answers {
		equal(t, one, answers[0], "answer")
	}
	equal(t, w.balance(code), 700, "balance")
}

func TestEveryRedemptionReachesTheLedgerOnce(t *testing.T) {
	w, l, code := newSenior(t)
	_, found := w.redeem(code, 300, "A-1", "")
	equal(t, l.taken[found.ID], LedgerEntry{found.ID, code, 300}, "entry")
	equal(t, w.flush(), `{"sent":0,"waiting":0}`, "flush")
	equal(t, l.calls, 1, "calls")
}

func TestRedeemingWorksWithoutTheLedgerAndNothingIsLost(t *testing.T) {
	w, l, code := newSenior(t)
	l.down = true
	status, _ := w.redeem(code, 300, "A-1", "")
	equal(t, status, http.StatusCreated, "status")
	equal(t, w.flush(), `{"sent":0,"waiting":1}`, "while it is down")
	l.down = false
	equal(t, w.flush(), `{"sent":1,"waiting":0}`, "after it is back")
	equal(t, len(l.taken), 1, "entries")
}

func TestAnEntryWhoseAnswerGotLostIsSentAgainAndCountsOnce(t *testing.T) {
	w, l, code := newSenior(t)
	l.mute = true
	w.redeem(code, 300, "A-1", "")
	l.mute = false
	equal(t, w.flush(), `{"sent":1,"waiting":0}`, "flush")
	equal(t, len(l.taken), 1, "entries")
}

func TestARepetitionIsNotReportedAgain(t *testing.T) {
	w, l, code := newSenior(t)
	w.redeem(code, 300, "A-1", "k1")
	w.redeem(code, 300, "A-1", "k1")
	equal(t, l.calls, 1, "calls")
}

type several struct {
	Redemptions  []redeemed
	Code         string
	BalanceCents int64 `json:"balance_cents"`
}

func (w *world) redeemSeveral(cents int, codes ...string) (int, several) {
	var found several
	parts := []string{}
	for _, code := range codes {
		parts = append(parts, fmt.Sprintf(`{"code": %q, "amount_cents": %d}`, code, cents))
	}
	body := fmt.Sprintf(`{"order": "A-9", "cards": [%s]}`, strings.Join(parts, ", "))
	status, _ := w.call("POST", "/redemptions", body, "", &found)
	return status, found
}

func TestAllCardsAreRedeemed(t *testing.T) {
	w, l, code := newSenior(t)
	status, found := w.redeemSeveral(150, code, w.card(200))
	equal(t, status, http.StatusCreated, "status")
	equal(t, len(found.Redemptions), 2, "redemptions")
	equal(t, found.Redemptions[0].BalanceCents, 850, "first balance")
	equal(t, found.Redemptions[1].BalanceCents, 50, "second balance")
	equal(t, len(l.taken), 2, "entries")
}

func TestIfOneCardDoesNotDoNoneIsRedeemed(t *testing.T) {
	w, l, code := newSenior(t)
	other := w.card(200)
	status, found := w.redeemSeveral(201, code, other)
	equal(t, status, http.StatusConflict, "too little")
	equal(t, found.Code, other, "which")
	equal(t, found.BalanceCents, 200, "balance told")
	status, found = w.redeemSeveral(1, code, "nothing")
	equal(t, status, http.StatusNotFound, "unknown")
	equal(t, found.Code, "nothing", "which")
	equal(t, w.balance(code), 1000, "balance")
	equal(t, l.calls, 0, "calls")
}

func TestACardTwiceNoneOrTooManyAreRefused(t *testing.T) {
	w, _, code := newSenior(t)
	status, _ := w.redeemSeveral(1, code, code)
	equal(t, status, http.StatusUnprocessableEntity, "twice")
	status, _ = w.redeemSeveral(1)
	equal(t, status, http.StatusUnprocessableEntity, "none")
	codes := []string{}
	for i := 0; i < 11; i++ {
		codes = append(codes, w.card(1))
	}
	status, _ = w.redeemSeveral(1, codes...)
	equal(t, status, http.StatusUnprocessableEntity, "too many")
}
