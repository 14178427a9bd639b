package shop

import (
	"errors"
	"net/http"
	"testing"
)

func TestAPaymentReleasesTheOrderAndEarnsPoints(t *testing.T) {
	w := newWorld(t)
	id := w.place()
	equal(t, w.pay(id, 900, "evt_1"), http.StatusOK, "status")
	equal(t, len(w.warehouse.released), 1, "packed")
	equal(t, w.status(id), "released", "state")
	equal(t, w.points(), 9, "points")
}

func TestAWrongSignatureIsRefused(t *testing.T) {
	equal(t, newWorld(t).call("POST", "/webhooks/payment", []byte("{}"), "00", nil), http.StatusUnauthorized, "status")
}

func TestThereIsNoAppWithoutASecret(t *testing.T) {
	_, err := NewApp(newWorld(t).db, nil, nil)
	equal(t, errors.Is(err, ErrNoSecret), true, "refused")
}

func TestAnEventOfAnUnknownTypeIsTakenAndChangesNothing(t *testing.T) {
	w := newWorld(t)
	id := w.place()
	equal(t, w.event(`{"id": "evt_2", "type": "payout.created", "data": {}}`), http.StatusOK, "status")
	equal(t, w.status(id), "placed", "state")
}

func TestAPaymentForAnUnknownOrderIsRefused(t *testing.T) {
	equal(t, newWorld(t).pay(99, 900, "evt_1"), http.StatusUnprocessableEntity, "status")
}
