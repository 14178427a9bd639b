package shop

import (
	"crypto/hmac"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"strconv"
	"strings"
)

// App answers requests.
type App struct {
	DB        *sql.DB
	Warehouse Warehouse
	Secret    []byte
}

// ErrNoSecret says that the payment provider's secret is missing.
var ErrNoSecret = errors.New("no secret: without it anybody could forge payments")

// NewApp gives the app, and none without the payment provider's secret.
func NewApp(db *sql.DB, warehouse Warehouse, secret []byte) (*App, error) {
	if len(secret) == 0 {
		return nil, ErrNoSecret
	}
	return &App{db, warehouse, secret}, nil
}

// ServeHTTP routes by method and path.
func (a *App) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	parts := strings.Split(strings.Trim(r.URL.Path, "/"), "/")
	switch {
	case r.Method == "POST" && r.URL.Path == "/orders":
		a.place(w, r)
	case r.Method == "POST" && r.URL.Path == "/webhooks/payment":
		a.payment(w, r)
	case r.Method == "GET" && len(parts) == 2 && parts[0] == "orders":
		a.order(w, parts[1])
	case r.Method == "GET" && len(parts) == 3 && parts[0] == "customers" && parts[2] == "orders":
		a.history(w, r, parts[1])
	default:
		answer(w, http.StatusNotFound, fault("no such address"))
	}
}

func (a *App) place(w http.ResponseWriter, r *http.Request) {
	var wanted struct {
		CustomerID int64  `json:"customer_id"`
		Lines      []Line `json:"lines"`
	}
	if err := json.NewDecoder(r.Body).Decode(&wanted); err != nil {
		answer(w, http.StatusBadRequest, fault(err.Error()))
		return
	}
	id, err := PlaceOrder(a.DB, wanted.CustomerID, wanted.Lines)
	if errors.Is(err, ErrUnknownCustomer) {
		answer(w, http.StatusUnprocessableEntity, fault(err.Error()))
		return
	}
	finish(w, http.StatusCreated, map[string]int64{"id": id}, err)
}

func (a *App) order(w http.ResponseWriter, id string) {
	number, _ := strconv.ParseInt(id, 10, 64) // 0 for anything else, and no order has that id
	order, err := GetOrder(a.DB, number)
	if errors.Is(err, sql.ErrNoRows) {
		answer(w, http.StatusNotFound, fault("no such order"))
		return
	} else if err != nil {
		finish(w, 0, nil, err)
		return
	}
	lines, err := Lines(a.DB, order.ID)
	finish(w, http.StatusOK, struct {
		Order
		Lines []Line `json:"lines"`
	}{order, lines}, err)
}

func (a *App) history(w http.ResponseWriter, r *http.Request, customer string) {
	customerID, err := strconv.ParseInt(customer, 10, 64)
	after := int64(0)
	if text := r.URL.Query().Get("after"); err == nil && text != "" {
		after, err = strconv.ParseInt(text, 10, 64)
	}
	if err != nil {
		answer(w, http.StatusBadRequest, fault("not a number"))
		return
	}
	page, err := History(a.DB, customerID, after)
	finish(w, http.StatusOK, page, err)
}

func (a *App) payment(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, 1<<20))
	if err != nil {
		answer(w, http.StatusBadRequest, fault(err.Error()))
		return
	}
	mac := hmac.New(sha256.New, a.Secret)
	mac.Write(body)
	if !hmac.Equal([]byte(hex.EncodeToString(mac.Sum(nil))), []byte(r.Header.Get("X-Signature"))) {
		answer(w, http.StatusUnauthorized, fault("bad signature"))
		return
	}
	var event Event
	if err := json.Unmarshal(body, &event); err != nil {
		answer(w, http.StatusBadRequest, fault(err.Error()))
		return
	}
	err = ReceivePayment(a.DB, a.Warehouse, event)
	if errors.Is(err, ErrUnknownOrder) {
		answer(w, http.StatusUnprocessableEntity, fault(err.Error()))
		return
	}
	finish(w, http.StatusOK, struct{}{}, err)
}

func fault(text string) map[string]string { return map[string]string{"error": text} }

// finish answers with the value, or with 500 if there is an error.
func finish(w http.ResponseWriter, status int, value interface{}, err error) {
	if err != nil {
		status, value = http.StatusInternalServerError, fault(err.Error())
	}
	answer(w, status, value)
}

func answer(w http.ResponseWriter, status int, value interface{}) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	json.NewEncoder(w).Encode(value) // the client is gone if this fails
}
