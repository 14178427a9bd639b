package cards

import (
	"crypto/rand"
	"encoding/hex"
	"encoding/json"
	"net/http"
	"strings"
)

// App answers requests.
type App struct {
	Store  *Store
	Ledger Ledger // nil where there is none
}

// ServeHTTP routes by method and path.
func (a *App) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	parts := strings.Split(strings.Trim(r.URL.Path, "/"), "/")
	switch {
	case r.Method == "POST" && r.URL.Path == "/cards":
		a.sell(w, r)
	case r.Method == "GET" && len(parts) == 2 && parts[0] == "cards":
		a.show(w, parts[1])
	case r.Method == "POST" && len(parts) == 3 && parts[0] == "cards" && parts[2] == "redemptions":
		a.redeem(w, r, parts[1])
	case r.Method == "GET" && len(parts) == 3 && parts[0] == "cards" && parts[2] == "redemptions":
		a.redemptions(w, r, parts[1])
	default:
		answer(w, http.StatusNotFound, fault{Error: "no such address"})
	}
}

func (a *App) sell(w http.ResponseWriter, r *http.Request) {
	var wanted struct {
		SoldCents int64 `json:"sold_cents"`
	}
	if err := json.NewDecoder(r.Body).Decode(&wanted); err != nil {
		answer(w, http.StatusUnprocessableEntity, fault{Error: err.Error()})
		return
	}
	random := make([]byte, 8)
	if _, err := rand.Read(random); err != nil {
		answer(w, http.StatusInternalServerError, fault{Error: err.Error()})
		return
	}
	card := Card{hex.EncodeToString(random), wanted.SoldCents, wanted.SoldCents}
	err := a.Store.Update(func(t *tables) error { t.cards[card.Code] = card; return nil })
	if err != nil {
		answer(w, http.StatusInternalServerError, fault{Error: err.Error()})
		return
	}
	answer(w, http.StatusCreated, card)
}

func (a *App) show(w http.ResponseWriter, code string) {
	var card Card
	var known bool
	a.Store.View(func(t tables) { card, known = t.cards[code] })
	if !known {
		answer(w, http.StatusNotFound, fault{Error: "no such card"})
		return
	}
	answer(w, http.StatusOK, card)
}

type fault struct {
	Error string `json:"error"`
}

func answer(w http.ResponseWriter, status int, value interface{}) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	json.NewEncoder(w).Encode(value) // the client is gone if this fails
}
