package shop

import "errors"

// The migration of the amounts: yours to write. TASK.md says what is wanted.

// Report is the state of the whole table after a migration.
type Report struct {
	Migrated, Unreadable int
}

// Up adds and fills amount_cents and currency.
func Up(db *DB, afterBatch func() error) (Report, error) {
	return Report{}, errors.New("not written yet")
}

// Down brings back the old columns and tables.
func Down(db *DB) error {
	return errors.New("not written yet")
}
