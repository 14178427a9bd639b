package shop

import (
	"database/sql"
	"fmt"
)

const (
	pageSize = 20
	columns  = "id, customer_id, status"
)

// Summary is an order as the history shows it.
type Summary struct {
	Order
	TotalCents int64 `json:"total_cents"`
	OpenCents  int64 `json:"open_cents"`
}

// Page is a part of a customer's history; Next is where the next page begins, nil at the end.
type Page struct {
	Orders []Summary `json:"orders"`
	Next   *int64    `json:"next"`
}

// History gives up to pageSize orders of a customer after the one with the id after.
func History(db *sql.DB, customerID, after int64) (Page, error) {
	orders, err := ordersAfter(db, customerID, after)
	if err != nil {
		return Page{}, err
	}
	page := Page{Orders: []Summary{}}
	if len(orders) > pageSize {
		orders = orders[:pageSize]
		page.Next = &orders[pageSize-1].ID
	}
	for _, order := range orders {
		summary, err := summarise(db, order)
		if err != nil {
			return Page{}, err
		}
		page.Orders = append(page.Orders, summary)
	}
	return page, nil
}

func ordersAfter(db *sql.DB, customerID, after int64) ([]Order, error) {
	query := fmt.Sprintf("SELECT %s FROM orders WHERE customer_id = $1 AND id > $2 ORDER BY id LIMIT $3", columns)
	rows, err := db.Query(query, customerID, after, pageSize+1)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var orders []Order
	for rows.Next() {
		var order Order
		if err := rows.Scan(&order.ID, &order.CustomerID, &order.Status); err != nil {
			return nil, err
		}
		orders = append(orders, order)
	}
	return orders, rows.Err()
}

func summarise(db *sql.DB, order Order) (Summary, error) {
	total, err := TotalCents(db, order.ID)
	if err != nil {
		return Summary{}, err
	}
	paid, err := PaidCents(db, order.ID)
	return Summary{Order: order, TotalCents: total, OpenCents: total - paid}, err
}
