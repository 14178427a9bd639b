// Package cards sells and redeems gift cards.
package cards

import "sync"

// Card is a gift card.
type Card struct {
	Code         string `json:"code"`
	SoldCents    int64  `json:"sold_cents"`
	BalanceCents int64  `json:"balance_cents"`
}

// Redemption is a part of a card that was used.
type Redemption struct {
	ID          int64  `json:"id"`
	Code        string `json:"-"`
	Order       string `json:"order"`
	AmountCents int64  `json:"amount_cents"`
}

// Store stands for the database. It is only used through Update and View, which run one after another.
type Store struct {
	mu  sync.Mutex
	now tables
}

// tables is what is stored; add to it what you need, and to copied.
type tables struct {
	cards       map[string]Card
	redemptions []Redemption // by id, which begins at 1
}

func (t tables) copied() tables {
	fresh := tables{cards: map[string]Card{}, redemptions: append([]Redemption(nil), t.redemptions...)}
	for code, card := range t.cards {
		fresh.cards[code] = card
	}
	return fresh
}

// NewStore gives an empty store.
func NewStore() *Store { return &Store{now: tables{cards: map[string]Card{}}} }

// Update runs the work as a transaction: if it returns an error, nothing of what it changed is kept.
func (s *Store) Update(work func(*tables) error) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	next := s.now.copied()
	if err := work(&next); err != nil {
		return err
	}
	s.now = next
	return nil
}

// View lets the work read.
func (s *Store) View(work func(tables)) {
	s.mu.Lock()
	defer s.mu.Unlock()
	work(s.now)
}
