package cards

import (
	"fmt"
	"net/http"
	"sync"
	"testing"
)

func TestAPartOfTheCardIsRedeemed(t *testing.T) {
	w := newWorld(t)
	code := w.card(1000)
	status, found := w.redeem(code, 400, "A-17", "")
	equal(t, status, http.StatusCreated, "status")
	equal(t, found.ID > 0, true, "id is there")
	found.ID = 0
	equal(t, found, redeemed{0, code, "A-17", 400, 600, ""}, "answer")
	equal(t, w.balance(code), 600, "balance")
}

func TestAllOfTheCardMayBeRedeemed(t *testing.T) {
	w := newWorld(t)
	code := w.card(1000)
	status, _ := w.redeem(code, 1000, "A-1", "")
	equal(t, status, http.StatusCreated, "status")
	equal(t, w.balance(code), 0, "balance")
}

func TestMoreThanIsOnTheCardIsRefusedAndChangesNothing(t *testing.T) {
	w := newWorld(t)
	code := w.card(1000)
	status, found := w.redeem(code, 1001, "A-1", "")
	equal(t, status, http.StatusConflict, "status")
	equal(t, found.BalanceCents, 1000, "balance told")
	equal(t, found.Error != "", true, "error told")
	equal(t, w.balance(code), 1000, "balance")
	equal(t, len(w.list(code, "").Redemptions), 0, "redemptions")
}

func TestAnUnknownCardIsNotFound(t *testing.T) {
	w := newWorld(t)
	status, _ := w.redeem("nothing", 1, "A-1", "")
	equal(t, status, http.StatusNotFound, "redeem")
	status, _ = w.call("GET", "/cards/nothing/redemptions", "", "", nil)
	equal(t, status, http.StatusNotFound, "list")
}

func TestWhatMakesNoSenseIsRefused(t *testing.T) {
	w := newWorld(t)
	code := w.card(1000)
	for _, body := range []string{
		`{"order": "A-1", "amount_cents": 0}`, `{"order": "A-1", "amount_cents": -1}`,
		`{"order": "A-1", "amount_cents": 1.5}`, `{"order": "A-1", "amount_cents": "5"}`,
		`{"order": "A-1", "amount_cents": null}`, `{"order": "", "amount_cents": 1}`,
		`{"order": 7, "amount_cents": 1}`, `{"order": null, "amount_cents": 1}`,
		`{"order": "A-1"}`, `{"amount_cents": 1}`, `[]`, `no json`,
	} {
		status, _ := w.call("POST", "/cards/"+code+"/redemptions", body, "", nil)
		equal(t, status, http.StatusUnprocessableEntity, body)
	}
	equal(t, w.balance(code), 1000, "balance")
}

func TestAtTheSameTimeNoMoreIsRedeemedThanWasSold(t *testing.T) {
	w := newWorld(t)
	code := w.card(1000)
	statuses := make(chan int, 8)
	var all sync.WaitGroup
	for i := 0; i < 8; i++ {
		all.Add(1)
		go func() {
			defer all.Done()
			status, _ := w.redeem(code, 300, "A-1", "")
			statuses <- status
		}()
	}
	all.Wait()
	close(statuses)
	counts := map[int]int{}
	for status := range statuses {
		counts[status]++
	}
	equal(t, counts[http.StatusCreated], 3, "done")
	equal(t, counts[http.StatusConflict], 5, "refused")
	equal(t, w.balance(code), 100, "balance")
}

func TestRedemptionsAreListedNewestFirst(t *testing.T) {
	w := newWorld(t)
	code := w.card(1000)
	for i := 0; i < 3; i++ {
		w.redeem(code, 1+i, fmt.Sprintf("A-%d", i), "")
	}
	found := w.list(code, "")
	equal(t, found.Next == nil, true, "no next")
	equal(t, len(found.Redemptions), 3, "redemptions")
	for i, one := range found.Redemptions {
		equal(t, one.Order, fmt.Sprintf("A-%d", 2-i), "order")
		equal(t, one.AmountCents, int64(3-i), "amount")
	}
}

func TestPagesFollowEachOtherWhileOthersRedeem(t *testing.T) {
	w := newWorld(t)
	code := w.card(1000)
	for i := 0; i < 45; i++ {
		w.redeem(code, 1, fmt.Sprintf("A-%d", i), "")
	}
	seen, query := 0, ""
	for round := 0; round < 5; round++ {
		found := w.list(code, query)
		for _, one := range found.Redemptions {
			equal(t, one.Order, fmt.Sprintf("A-%d", 44-seen), "order")
			seen++
		}
		w.redeem(code, 1, "later", "")
		if found.Next == nil {
			break
		}
		query = fmt.Sprintf("?before=%d", *found.Next)
	}
	equal(t, seen, 45, "redemptions")
}

func TestTheRedemptionsOfOtherCardsAreNotShown(t *testing.T) {
	w := newWorld(t)
	code := w.card(1000)
	w.redeem(w.card(500), 1, "A-1", "")
	status, _ := w.call("GET", "/cards/"+code+"/redemptions", "", "", nil)
	equal(t, status, http.StatusOK, "status")
	equal(t, len(w.list(code, "").Redemptions), 0, "redemptions")
}
