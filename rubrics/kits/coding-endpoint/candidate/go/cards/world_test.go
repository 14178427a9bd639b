package cards

import (
	"encoding/json"
	"fmt"
	"net/http/httptest"
	"strings"
	"testing"
)

type world struct {
	t   *testing.T
	app *App
}

func newWorld(t *testing.T) *world { return &world{t, &App{Store: NewStore()}} }

// call sends a request, reads the answer into the value if there is one, and gives the status and the answer's text.
func (w *world) call(method, path, body, key string, into interface{}) (int, string) {
	w.t.Helper()
	request := httptest.NewRequest(method, path, strings.NewReader(body))
	if key != "" {
		request.Header.Set("Idempotency-Key", key)
	}
	recorder := httptest.NewRecorder()
	w.app.ServeHTTP(recorder, request)
	text := recorder.Body.String()
	if recorder.Code == 501 || strings.Contains(text, "no such address") {
		parts := strings.Split(path, "/")
		if parts[1] == "cards" {
			parts[2] = "{code}"
		}
		w.t.Fatalf("%s %s is not written yet", method, strings.Join(parts, "/"))
	}
	if into != nil {
		if err := json.Unmarshal([]byte(text), into); err != nil {
			w.t.Fatal(err, text)
		}
	}
	return recorder.Code, text
}

func (w *world) card(cents int) string {
	var card Card
	w.call("POST", "/cards", fmt.Sprintf(`{"sold_cents": %d}`, cents), "", &card)
	return card.Code
}

// redeemed is what is answered to a redemption.
type redeemed struct {
	ID           int64
	Code         string
	Order        string
	AmountCents  int64  `json:"amount_cents"`
	BalanceCents int64  `json:"balance_cents"`
	Error        string `json:"error"`
}

func (w *world) redeem(code string, cents int, order, key string) (int, redeemed) {
	w.t.Helper()
	var found redeemed
	body := fmt.Sprintf(`{"order": %q, "amount_cents": %d}`, order, cents)
	status, _ := w.call("POST", "/cards/"+code+"/redemptions", body, key, &found)
	return status, found
}

func (w *world) balance(code string) int64 {
	var card Card
	w.call("GET", "/cards/"+code, "", "", &card)
	return card.BalanceCents
}

type page struct {
	Redemptions []Redemption
	Next        *int64
}

func (w *world) list(code, query string) page {
	w.t.Helper()
	var found page
	w.call("GET", "/cards/"+code+"/redemptions"+query, "", "", &found)
	return found
}

func equal[T comparable](t *testing.T, found, wanted T, what string) {
	t.Helper()
	if found != wanted {
		t.Errorf("%s: found %v, wanted %v", what, found, wanted)
	}
}
