package shop

import (
	"net/http"
	"testing"
)

func TestAnOrderCanBePlacedAndRead(t *testing.T) {
	w := newWorld(t)
	id := w.place()
	var order struct {
		Order
		Lines []Line
	}
	equal(t, w.call("GET", "/orders/1", nil, "", &order), http.StatusOK, "status")
	equal(t, order.ID, id, "id")
	equal(t, order.Status, "placed", "state")
	equal(t, order.Lines[0], Line{"tea", 2, 450}, "line")
}

func TestAnUnknownCustomerIsRefused(t *testing.T) {
	body := []byte(`{"customer_id": 99, "lines": []}`)
	equal(t, newWorld(t).call("POST", "/orders", body, "", nil), http.StatusUnprocessableEntity, "status")
}

func TestAnUnknownOrderIsNotFound(t *testing.T) {
	equal(t, newWorld(t).call("GET", "/orders/99", nil, "", nil), http.StatusNotFound, "status")
}
