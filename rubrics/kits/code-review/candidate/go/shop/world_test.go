package shop

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"testing"

	"shop.example/memdb"
)

// rememberingWarehouse remembers what it was told to pack; it refuses while down.
type rememberingWarehouse struct {
	released []int64
	down     bool
}

func (w *rememberingWarehouse) Release(orderID int64, _ []Line) error {
	if w.down {
		return errors.New("no answer")
	}
	w.released = append(w.released, orderID)
	return nil
}

// world is an app over an empty database with one customer.
type world struct {
	t         *testing.T
	server    *memdb.Server
	db        *sql.DB
	warehouse *rememberingWarehouse
	app       *App
}

func newWorld(t *testing.T) *world {
	server := memdb.New()
	Schema(server)
	db := server.Open()
	if _, err := db.Exec("INSERT INTO customers (name, points) VALUES ('Robin Fixture', 0)"); err != nil {
		t.Fatal(err)
	}
	warehouse := &rememberingWarehouse{}
	app, err := NewApp(db, warehouse, []byte("only for tests"))
	if err != nil {
		t.Fatal(err)
	}
	return &world{t, server, db, warehouse, app}
}

// call sends a request and reads the answer into the value, if there is one; it gives the status.
func (w *world) call(method, path string, body []byte, signature string, into interface{}) int {
	w.t.Helper()
	request := httptest.NewRequest(method, path, bytes.NewReader(body))
	request.Header.Set("X-Signature", signature)
	recorder := httptest.NewRecorder()
	w.app.ServeHTTP(recorder, request)
	if into != nil {
		if err := json.Unmarshal(recorder.Body.Bytes(), into); err != nil {
			w.t.Fatal(err, recorder.Body.String())
		}
	}
	return recorder.Code
}

func (w *world) place() int64 {
	w.t.Helper()
	var answer struct{ ID int64 }
	body := []byte(`{"customer_id": 1, "lines": [{"sku": "tea", "quantity": 2, "unit_cents": 450}]}`)
	if status := w.call("POST", "/orders", body, "", &answer); status != http.StatusCreated {
		w.t.Fatal(status)
	}
	return answer.ID
}

func (w *world) pay(orderID, cents int64, eventID string) int {
	return w.event(fmt.Sprintf(`{"id": %q, "type": "payment.succeeded", "data": {"order_id": %d, "amount_cents": %d}}`,
		eventID, orderID, cents))
}

func (w *world) event(body string) int {
	mac := hmac.New(sha256.New, w.app.Secret)
	mac.Write([]byte(body))
	return w.call("POST", "/webhooks/payment", []byte(body), hex.EncodeToString(mac.Sum(nil)), nil)
}

func (w *world) history(after int64) Page {
	var page Page
	w.call("GET", fmt.Sprintf("/customers/1/orders?after=%d", after), nil, "", &page)
	return page
}

func (w *world) status(orderID int64) string {
	var order Order
	w.call("GET", fmt.Sprintf("/orders/%d", orderID), nil, "", &order)
	return order.Status
}

func (w *world) points() int64 {
	var points int64
	if err := w.db.QueryRow("SELECT points FROM customers WHERE id = 1").Scan(&points); err != nil {
		w.t.Fatal(err)
	}
	return points
}

func equal[T comparable](t *testing.T, found, wanted T, what string) {
	t.Helper()
	if found != wanted {
		t.Errorf("%s: found %v, wanted %v", what, found, wanted)
	}
}
