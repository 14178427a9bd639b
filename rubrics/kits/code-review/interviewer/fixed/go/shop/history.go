package shop

import (
	"database/sql"
	"fmt"
	"strings"
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
	totals, err := sums(db, "SUM(quantity * unit_cents)", "order_lines", orders)
	if err != nil {
		return Page{}, err
	}
	paid, err := sums(db, "SUM(amount_cents)", "payments", orders)
	for _, order := range orders {
		total := totals[order.ID]
		page.Orders = append(page.Orders, Summary{Order: order, TotalCents: total, OpenCents: total - paid[order.ID]})
	}
	return page, err
}

// sums gives one sum for each order that has rows in the table, with one statement.
func sums(db *sql.DB, what, table string, orders []Order) (map[int64]int64, error) {
	found := map[int64]int64{}
	if len(orders) == 0 {
		return found, nil
	}
	marks, ids := make([]string, len(orders)), make([]interface{}, len(orders))
	for index, order := range orders {
		marks[index], ids[index] = fmt.Sprintf("$%d", index+1), order.ID
	}
	query := fmt.Sprintf("SELECT order_id, %s FROM %s WHERE order_id IN (%s) GROUP BY order_id",
		what, table, strings.Join(marks, ", "))
	rows, err := db.Query(query, ids...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var id, sum int64
		if err := rows.Scan(&id, &sum); err != nil {
			return nil, err
		}
		found[id] = sum
	}
	return found, rows.Err()
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
