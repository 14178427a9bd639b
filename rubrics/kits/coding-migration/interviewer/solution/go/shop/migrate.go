package shop

import (
	"regexp"
	"strconv"
	"strings"
)

// One way to do both parts. A trigger reads whatever is written from now on, at once and in the same transaction; the batches read what
// was there before, and remember how far they came. So a kill loses nothing, and a shop that never rests does not keep us busy.

// batch is below MostRows: the marker counts, and an unreadable row writes two.
const batch = 200

var shape = regexp.MustCompile(`^\s*(-?[0-9]+)(?:[.,]([0-9]{1,2}))?\s?([A-Za-z]{3})\s*$`)

// Report is the state of the whole table after a migration.
type Report struct {
	Migrated, Unreadable int
}

// read gives cents and currency; both nil if the amount cannot be read.
func read(amount interface{}) (interface{}, interface{}) {
	text, _ := amount.(string)
	parts := shape.FindStringSubmatch(text)
	if parts == nil {
		return nil, nil
	}
	cents, err := strconv.ParseInt(parts[1]+(parts[2] + "00")[:2], 10, 64)
	if err != nil { // beyond 64 bits
		return nil, nil
	}
	return cents, strings.ToUpper(parts[3])
}

// fill sets the new columns of a payment from its old one.
func fill(tx *Tx, id int64, row Row) error {
	cents, currency := read(row["amount"])
	if _, err := tx.Set("payments", id, Row{"amount_cents": cents, "currency": currency}); err != nil {
		return err
	}
	if cents != nil {
		tx.Delete("unreadable", id)
		return nil
	}
	_, err := tx.Set("unreadable", id, Row{"amount": row["amount"]})
	return err
}

// follow is the trigger; its own changes leave the amount as it is, and so do not call it again.
func follow(tx *Tx, id int64, before, after Row) error {
	if before != nil && before["amount"] == after["amount"] {
		return nil
	}
	return fill(tx, id, after)
}

func prepare(tx *Tx) error {
	tx.AddColumn("payments", "amount_cents")
	tx.AddColumn("payments", "currency")
	tx.CreateTable("unreadable", "amount")
	if !tx.HasTable("migration") {
		tx.CreateTable("migration", "upto")
		if _, err := tx.Set("migration", 1, Row{"upto": int64(0)}); err != nil {
			return err
		}
	}
	tx.SetTrigger("payments", "follow", follow)
	return nil
}

// next fills some rows; whether there were any.
func next(tx *Tx) (bool, error) {
	upto, _ := tx.Get("migration", 1)["upto"].(int64)
	ids := tx.After("payments", upto, batch)
	for _, id := range ids {
		if err := fill(tx, id, tx.Get("payments", id)); err != nil {
			return false, err
		}
		upto = id
	}
	if len(ids) == 0 {
		return false, nil
	}
	_, err := tx.Set("migration", 1, Row{"upto": upto})
	return true, err
}

// Up adds and fills amount_cents and currency.
func Up(db *DB, afterBatch func() error) (report Report, err error) {
	if err := db.Transact(prepare); err != nil {
		return report, err
	}
	last := int64(0)
	err = db.Transact(func(tx *Tx) error {
		for _, id := range tx.After("payments", 0, 1<<40) {
			last = id
		}
		return nil
	})
	for more := true; more && err == nil; {
		upto := int64(0)
		err = db.Transact(func(tx *Tx) (err error) {
			more, err = next(tx)
			upto, _ = tx.Get("migration", 1)["upto"].(int64)
			return err
		})
		if more && err == nil {
			more = upto < last // the trigger has filled what came later
			err = afterBatch()
		}
	}
	if err != nil {
		return report, err
	}
	return report, db.Transact(func(tx *Tx) error {
		for _, id := range tx.After("payments", 0, 1<<40) {
			if tx.Get("payments", id)["amount_cents"] != nil {
				report.Migrated++
			} else {
				report.Unreadable++
			}
		}
		return nil
	})
}

// Down brings back the old columns and tables.
func Down(db *DB) error {
	return db.Transact(func(tx *Tx) error {
		tx.SetTrigger("payments", "follow", nil)
		tx.DropTable("unreadable")
		tx.DropTable("migration")
		tx.DropColumn("payments", "amount_cents")
		tx.DropColumn("payments", "currency")
		return nil
	})
}
