// Package shop keeps the orders of a shop.
package shop

import "shop.example/memdb"

// Schema makes the tables.
func Schema(server *memdb.Server) {
	server.Create("customers", []string{"name", "points"})
	server.Create("orders", []string{"customer_id", "status"})
	server.Create("order_lines", []string{"order_id", "sku", "quantity", "unit_cents"})
	server.Create("payments", []string{"order_id", "event_id", "amount_cents"}, "event_id")
}
