package cards

import (
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"strconv"
)

const (
	pageSize  = 20
	mostCards = 10
	mostBytes = 1 << 16
)

// done is a redemption as it is answered.
type done struct {
	ID           int64  `json:"id"`
	Code         string `json:"code"`
	Order        string `json:"order"`
	AmountCents  int64  `json:"amount_cents"`
	BalanceCents int64  `json:"balance_cents"`
}

// refused is an error that changes nothing and has an answer of its own.
type refused struct {
	status  int
	Text    string `json:"error"`
	Code    string `json:"code,omitempty"`
	Balance *int64 `json:"balance_cents,omitempty"`
}

func (r refused) Error() string { return r.Text }

func senseless(text string) error { return refused{status: http.StatusUnprocessableEntity, Text: text} }

// finish answers with the value, or with the error.
func finish(w http.ResponseWriter, value interface{}, err error) {
	var no refused
	switch {
	case errors.As(err, &no):
		answer(w, no.status, no)
	case err != nil:
		answer(w, http.StatusInternalServerError, fault{Error: "not done"})
	default:
		answer(w, http.StatusCreated, value)
	}
}

func read(r *http.Request, into interface{}) error {
	body, err := io.ReadAll(io.LimitReader(r.Body, mostBytes))
	if err != nil {
		return err
	}
	if err := json.Unmarshal(body, into); err != nil {
		return senseless(err.Error())
	}
	return nil
}

// take redeems inside a transaction.
func (t *tables) take(code, order string, cents int64) (done, error) {
	card, known := t.cards[code]
	switch {
	case order == "":
		return done{}, senseless("order is missing")
	case cents < 1:
		return done{}, senseless("amount_cents must be a whole number from 1")
	case !known:
		return done{}, refused{status: http.StatusNotFound, Text: "no such card", Code: code}
	case card.BalanceCents < cents:
		return done{}, refused{http.StatusConflict, "not enough on the card", code, &card.BalanceCents}
	}
	card.BalanceCents -= cents
	t.cards[code] = card
	id := int64(len(t.redemptions) + 1)
	t.redemptions = append(t.redemptions, Redemption{id, code, order, cents})
	t.outbox = append(t.outbox, id)
	return done{id, code, order, cents, card.BalanceCents}, nil
}

// redeem answers POST /cards/{code}/redemptions.
func (a *App) redeem(w http.ResponseWriter, r *http.Request, code string) {
	var wanted struct {
		Order       string `json:"order"`
		AmountCents int64  `json:"amount_cents"`
	}
	var found done
	err := read(r, &wanted)
	if err == nil {
		key, content := r.Header.Get("Idempotency-Key"), done{Code: code, Order: wanted.Order, AmountCents: wanted.AmountCents}
		err = a.Store.Update(func(t *tables) (err error) {
			if before, known := t.answers[key]; known && before.content != content {
				return senseless("this Idempotency-Key was used for another call")
			} else if known {
				found = before.answer
				return nil
			}
			found, err = t.take(code, wanted.Order, wanted.AmountCents)
			if err == nil && key != "" {
				t.answers[key] = remembered{content, found}
			}
			return err
		})
	}
	a.flush()
	finish(w, found, err)
}

// redeemSeveral answers POST /redemptions.
func (a *App) redeemSeveral(w http.ResponseWriter, r *http.Request) {
	var wanted struct {
		Order string
		Cards []struct {
			Code        string
			AmountCents int64 `json:"amount_cents"`
		}
	}
	all := []done{}
	err := read(r, &wanted)
	if err == nil && (len(wanted.Cards) < 1 || len(wanted.Cards) > mostCards) {
		err = senseless("1 to 10 cards")
	}
	if err == nil {
		err = a.Store.Update(func(t *tables) error {
			seen := map[string]bool{}
			for _, part := range wanted.Cards {
				if seen[part.Code] {
					return senseless("each card once")
				}
				seen[part.Code] = true
				one, err := t.take(part.Code, wanted.Order, part.AmountCents)
				if err != nil {
					return err
				}
				all = append(all, one)
			}
			return nil
		})
	}
	a.flush()
	finish(w, map[string][]done{"redemptions": all}, err)
}

// flush tells the ledger what waits; an entry leaves the outbox only after it was taken. It gives how many were, and still wait.
func (a *App) flush() (sent, waiting int) {
	if a.Ledger == nil {
		return 0, 0
	}
	var entries []LedgerEntry
	a.Store.View(func(t tables) {
		for _, id := range t.outbox {
			one := t.redemptions[id-1]
			entries = append(entries, LedgerEntry{id, one.Code, one.AmountCents})
		}
	})
	for _, entry := range entries {
		if a.Ledger.Post(entry) != nil {
			break
		}
		sent++
		_ = a.Store.Update(func(t *tables) error { // the work returns no error
			for index, id := range t.outbox {
				if id == entry.Redemption {
					t.outbox = append(t.outbox[:index:index], t.outbox[index+1:]...)
					break
				}
			}
			return nil
		})
	}
	return sent, len(entries) - sent
}

// redemptions answers GET /cards/{code}/redemptions.
func (a *App) redemptions(w http.ResponseWriter, r *http.Request, code string) {
	before := int64(1) << 62
	if text := r.URL.Query().Get("before"); text != "" {
		var err error
		if before, err = strconv.ParseInt(text, 10, 64); err != nil {
			answer(w, http.StatusUnprocessableEntity, fault{Error: "before must be an id"})
			return
		}
	}
	found, known := []Redemption{}, false
	a.Store.View(func(t tables) {
		_, known = t.cards[code]
		for index := len(t.redemptions) - 1; index >= 0 && len(found) <= pageSize; index-- {
			if one := t.redemptions[index]; one.Code == code && one.ID < before {
				found = append(found, one)
			}
		}
	})
	if !known {
		answer(w, http.StatusNotFound, fault{Error: "no such card"})
		return
	}
	var next *int64
	if len(found) > pageSize {
		found = found[:pageSize]
		next = &found[pageSize-1].ID
	}
	answer(w, http.StatusOK, struct {
		Redemptions []Redemption `json:"redemptions"`
		Next        *int64       `json:"next"`
	}{found, next})
}
