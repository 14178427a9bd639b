package shop

import (
	"database/sql"
	"net/http"
	"testing"
)

// Proves the three planted defects: each TestHidden fails on the pull request as it stands and passes once its defect is mended.

func statementsFor(t *testing.T, orders int) int {
	w := newWorld(t)
	for i := 0; i < orders; i++ {
		w.place()
	}
	before := len(w.server.Sent())
	equal(t, len(w.history(0).Orders), orders, "orders")
	return len(w.server.Sent()) - before
}

func TestHiddenTheNumberOfStatementsDoesNotGrowWithTheOrders(t *testing.T) {
	equal(t, statementsFor(t, 20), statementsFor(t, 2), "statements for 20 orders as for 2")
}

func TestHiddenAnEventDeliveredTwiceCountsOnce(t *testing.T) {
	w := newWorld(t)
	id := w.place()
	w.pay(id, 900, "evt_7")
	equal(t, w.pay(id, 900, "evt_7"), http.StatusOK, "status of the second delivery")
	equal(t, w.points(), 9, "points")
	equal(t, w.history(0).Orders[0].OpenCents, 0, "open")
	equal(t, len(w.warehouse.released), 1, "packed")
}

func TestHiddenAnOrderThatTheWarehouseDidNotTakeIsNotCalledReleased(t *testing.T) {
	w := newWorld(t)
	id := w.place()
	w.warehouse.down = true
	w.pay(id, 900, "evt_7")
	equal(t, w.status(id) != "released", true, "not called released")
}

// What the README promises and the change keeps: here is no fourth defect. These pass from the beginning.

func TestHoldsTwoPartPaymentsReleaseOnceAndBothCount(t *testing.T) {
	w := newWorld(t)
	id := w.place()
	w.pay(id, 400, "evt_1")
	w.pay(id, 500, "evt_2")
	equal(t, len(w.warehouse.released), 1, "packed")
	equal(t, w.status(id), "released", "state")
	equal(t, w.points(), 9, "points")
	equal(t, w.history(0).Orders[0].OpenCents, 0, "open")
}

func TestHoldsTheSumOfNoPaymentsIsNoughtWhereTheDatabaseSaysNull(t *testing.T) {
	w := newWorld(t)
	id := w.place()
	var sum sql.NullInt64
	if err := w.db.QueryRow("SELECT SUM(amount_cents) FROM payments WHERE order_id = $1", id).Scan(&sum); err != nil {
		t.Fatal(err)
	}
	equal(t, sum.Valid, false, "the database gives a number for no rows")
	paid, err := PaidCents(w.db, id)
	if err != nil {
		t.Fatal(err)
	}
	equal(t, paid, 0, "paid")
}

// What looks wrong and is not; these pass from the beginning.

func TestOddityOneRowMoreThanThePageIsReadAndNeverShown(t *testing.T) {
	w := newWorld(t)
	for i := 0; i <= pageSize; i++ {
		w.place()
	}
	page := w.history(0)
	equal(t, len(page.Orders), pageSize, "orders")
	equal(t, *page.Next, pageSize, "next")
}

func TestOddityForeignTextDoesNotReachTheStatementThatIsPutTogether(t *testing.T) {
	w := newWorld(t)
	before := len(w.server.Sent())
	equal(t, w.call("GET", "/customers/1/orders?after=0%20OR%201", nil, "", nil), http.StatusBadRequest, "after")
	equal(t, w.call("GET", "/customers/1%20OR%201/orders", nil, "", nil), http.StatusBadRequest, "customer")
	equal(t, len(w.server.Sent()), before, "statements sent")
}
