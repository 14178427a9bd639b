package shop

import (
	"database/sql"
	"errors"
	"log"
)

const centsPerPoint = 100

// ErrUnknownOrder says that a payment names an order that does not exist.
var ErrUnknownOrder = errors.New("unknown order")

// Event is what the payment provider sends; see docs/payment-provider.md.
type Event struct {
	ID   string `json:"id"`
	Type string `json:"type"`
	Data struct {
		OrderID     int64 `json:"order_id"`
		AmountCents int64 `json:"amount_cents"`
	} `json:"data"`
}

// Warehouse is told to pack an order once it is paid; it stands for a call over the network,
// which fails when it is not taken in two seconds.
type Warehouse interface {
	Release(orderID int64, lines []Line) error
}

// ReceivePayment takes one event.
func ReceivePayment(db *sql.DB, warehouse Warehouse, event Event) error {
	if event.Type != "payment.succeeded" {
		return nil
	}
	order, err := GetOrder(db, event.Data.OrderID)
	if errors.Is(err, sql.ErrNoRows) {
		return ErrUnknownOrder
	} else if err != nil {
		return err
	}
	if err := storePayment(db, order, event); err != nil {
		return err
	}
	return release(db, warehouse, order.ID)
}

func storePayment(db *sql.DB, order Order, event Event) error {
	tx, err := db.Begin()
	if err != nil {
		return err
	}
	defer tx.Rollback() // does nothing after Commit
	amount := event.Data.AmountCents
	stored, err := tx.Exec("INSERT INTO payments (order_id, event_id, amount_cents) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
		order.ID, event.ID, amount)
	if err != nil {
		return err
	}
	if fresh, err := stored.RowsAffected(); err != nil || fresh == 0 {
		return err // delivered before: nothing to store
	}
	_, err = tx.Exec("UPDATE customers SET points = points + $1 WHERE id = $2", amount/centsPerPoint, order.CustomerID)
	if err != nil {
		return err
	}
	if _, err := tx.Exec("UPDATE orders SET status = 'paid' WHERE id = $1 AND status = 'placed'", order.ID); err != nil {
		return err
	}
	return tx.Commit()
}

// release has the warehouse pack the order once; its error goes to the provider, which delivers again.
func release(db *sql.DB, warehouse Warehouse, orderID int64) error {
	order, err := GetOrder(db, orderID)
	if err != nil || order.Status != "paid" {
		return err
	}
	lines, err := Lines(db, orderID)
	if err != nil {
		return err
	}
	if err := warehouse.Release(orderID, lines); err != nil {
		log.Printf("order %d is paid, and the warehouse did not take it: %v", orderID, err)
		return err
	}
	_, err = db.Exec("UPDATE orders SET status = 'released' WHERE id = $1", orderID)
	return err
}

// PaidCents gives what has been paid on an order.
func PaidCents(db *sql.DB, orderID int64) (int64, error) {
	var paid int64
	err := db.QueryRow("SELECT COALESCE(SUM(amount_cents), 0) FROM payments WHERE order_id = $1", orderID).Scan(&paid)
	return paid, err
}
