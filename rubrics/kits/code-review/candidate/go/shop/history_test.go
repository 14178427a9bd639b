package shop

import (
	"net/http"
	"testing"
)

func TestTotalsAndWhatIsOpenAreShown(t *testing.T) {
	w := newWorld(t)
	w.pay(w.place(), 400, "evt_1")
	shown := w.history(0).Orders
	equal(t, len(shown), 1, "orders")
	equal(t, shown[0].TotalCents, 900, "total")
	equal(t, shown[0].OpenCents, 500, "open")
}

func TestPagesFollowEachOtherWithoutGapOrRepetition(t *testing.T) {
	w := newWorld(t)
	for i := 0; i < 45; i++ {
		w.place()
	}
	seen, after := int64(0), int64(0)
	for {
		page := w.history(after)
		for _, order := range page.Orders {
			seen++
			equal(t, order.ID, seen, "id")
		}
		if page.Next == nil {
			break
		}
		after = *page.Next
	}
	equal(t, seen, 45, "orders")
}

func TestTheLastFullPageHasNoNext(t *testing.T) {
	w := newWorld(t)
	for i := 0; i < pageSize; i++ {
		w.place()
	}
	equal(t, w.history(0).Next == nil, true, "no next")
}

func TestACustomerWithoutOrdersHasAnEmptyPage(t *testing.T) {
	var page Page
	equal(t, newWorld(t).call("GET", "/customers/7/orders", nil, "", &page), http.StatusOK, "status")
	equal(t, len(page.Orders), 0, "orders")
}
