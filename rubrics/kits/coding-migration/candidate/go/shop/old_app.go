package shop

// What the old version of the service does with payments. It is running, and cannot be changed.

// CreateOld makes the table as the old version knows it.
func CreateOld(db *DB) error {
	return db.Transact(func(tx *Tx) error {
		tx.CreateTable("payments", "order_name", "amount")
		return nil
	})
}

// Pay stores a payment as it was typed (nil for nothing) and gives its id.
func Pay(db *DB, order string, amount interface{}) (id int64, err error) {
	err = db.Transact(func(tx *Tx) error {
		id, err = tx.Set("payments", 0, Row{"order_name": order, "amount": amount})
		return err
	})
	return id, err
}

// Correct changes an amount: somebody typed it wrong.
func Correct(db *DB, id int64, amount string) error {
	return db.Transact(func(tx *Tx) error {
		_, err := tx.Set("payments", id, Row{"amount": amount})
		return err
	})
}
