package shop

import (
	"database/sql"
	"errors"
)

// ErrUnknownCustomer says that an order names a customer that does not exist.
var ErrUnknownCustomer = errors.New("unknown customer")

// Order is one order without its lines.
type Order struct {
	ID         int64  `json:"id"`
	CustomerID int64  `json:"customer_id"`
	Status     string `json:"status"`
}

// Line is one position of an order.
type Line struct {
	SKU       string `json:"sku"`
	Quantity  int64  `json:"quantity"`
	UnitCents int64  `json:"unit_cents"`
}

// PlaceOrder stores an order with its lines, all or nothing, and gives its id.
func PlaceOrder(db *sql.DB, customerID int64, lines []Line) (int64, error) {
	tx, err := db.Begin()
	if err != nil {
		return 0, err
	}
	defer tx.Rollback() // does nothing after Commit
	var known int64
	err = tx.QueryRow("SELECT id FROM customers WHERE id = $1", customerID).Scan(&known)
	if errors.Is(err, sql.ErrNoRows) {
		return 0, ErrUnknownCustomer
	} else if err != nil {
		return 0, err
	}
	placed, err := tx.Exec("INSERT INTO orders (customer_id, status) VALUES ($1, 'placed')", customerID)
	if err != nil {
		return 0, err
	}
	id, err := placed.LastInsertId()
	if err != nil {
		return 0, err
	}
	for _, line := range lines {
		_, err := tx.Exec("INSERT INTO order_lines (order_id, sku, quantity, unit_cents) VALUES ($1, $2, $3, $4)",
			id, line.SKU, line.Quantity, line.UnitCents)
		if err != nil {
			return 0, err
		}
	}
	return id, tx.Commit()
}

// GetOrder gives the order; sql.ErrNoRows if there is none.
func GetOrder(db *sql.DB, id int64) (Order, error) {
	var order Order
	row := db.QueryRow("SELECT id, customer_id, status FROM orders WHERE id = $1", id)
	err := row.Scan(&order.ID, &order.CustomerID, &order.Status)
	return order, err
}

// Lines gives the lines of an order, as they were entered.
func Lines(db *sql.DB, orderID int64) ([]Line, error) {
	rows, err := db.Query("SELECT sku, quantity, unit_cents FROM order_lines WHERE order_id = $1 ORDER BY id", orderID)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	lines := []Line{}
	for rows.Next() {
		var line Line
		if err := rows.Scan(&line.SKU, &line.Quantity, &line.UnitCents); err != nil {
			return nil, err
		}
		lines = append(lines, line)
	}
	return lines, rows.Err()
}

// TotalCents gives what the order costs.
func TotalCents(db *sql.DB, orderID int64) (int64, error) {
	lines, err := Lines(db, orderID)
	total := int64(0)
	for _, line := range lines {
		total += line.Quantity * line.UnitCents
	}
	return total, err
}
