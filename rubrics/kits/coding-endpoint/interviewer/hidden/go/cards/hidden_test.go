package cards

import (
	"net/http"
	"sync"
	"testing"
)

// What the given tests do not look at; for the markers. A failure here is a question for the conversation, not a verdict.

func TestHiddenASenselessBeforeIsAnAnswer(t *testing.T) {
	w := newWorld(t)
	status, _ := w.call("GET", "/cards/"+w.card(10)+"/redemptions?before=x", "", "", nil)
	equal(t, status < http.StatusInternalServerError, true, "below 500")
}

func TestHiddenAnAmountBeyondAllBoundsIsAnAnswer(t *testing.T) {
	w := newWorld(t)
	body := `{"order": "A-1", "amount_cents": 99999999999999999999}`
	status, _ := w.call("POST", "/cards/"+w.card(10)+"/redemptions", body, "", nil)
	equal(t, status < http.StatusInternalServerError, true, "below 500")
}

func TestHiddenWhatWasSoldIsTheBalanceAndWhatWasRedeemed(t *testing.T) {
	w := newWorld(t)
	code := w.card(1000)
	var all sync.WaitGroup
	for _, cents := range []int{7, 11, 13, 17} {
		all.Add(1)
		go func(cents int) {
			defer all.Done()
			for i := 0; i < 20; i++ {
				w.redeem(code, cents, "A-1", "")
			}
		}(cents)
	}
	all.Wait()
	total := w.balance(code)
	w.app.Store.View(func(t tables) {
		for _, one := range t.redemptions {
			total += one.AmountCents
		}
	})
	equal(t, total, 1000, "sold")
}
