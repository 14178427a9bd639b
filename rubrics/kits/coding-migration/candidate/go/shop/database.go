// Package shop keeps payments, and migrates them.
package shop

import (
	"fmt"
	"sort"
	"sync"
)

// MostRows is how many rows one transaction may change.
const MostRows = 500

// Row is a row of a table; a column that is nil or absent is NULL. Rows that you are given are copies.
type Row map[string]interface{}

func (r Row) copied() Row {
	fresh := Row{}
	for column, value := range r {
		fresh[column] = value
	}
	return fresh
}

// Trigger is called inside the transaction after a row was inserted (before is nil) or changed.
type Trigger func(tx *Tx, id int64, before, after Row) error

type table struct {
	columns  map[string]bool
	rows     map[int64]Row
	triggers map[string]Trigger
}

// DB stands for the database: tables with an id each, transactions one after another, triggers. It keeps what is written only.
type DB struct {
	mu      sync.Mutex
	tables  map[string]*table
	inside  bool
	written int
}

// NewDB gives a database without tables.
func NewDB() *DB { return &DB{tables: map[string]*table{}} }

// Tx is a transaction; it ends when the function given to Transact returns.
type Tx struct {
	db      *DB
	undo    []func()
	changed map[string]bool
}

// Transact runs the work. If it returns an error, or changes more than MostRows rows, nothing of it is kept, tables and columns included.
// The triggers' changes do not count. Calls must not be nested.
func (db *DB) Transact(work func(*Tx) error) error {
	db.mu.Lock()
	defer db.mu.Unlock()
	db.inside = true
	defer func() { db.inside = false }()
	tx := &Tx{db: db, changed: map[string]bool{}}
	err := work(tx)
	if err == nil && len(tx.changed) > MostRows {
		err = fmt.Errorf("%d rows in one transaction; %d are allowed", len(tx.changed), MostRows)
	}
	if err != nil {
		for index := len(tx.undo) - 1; index >= 0; index-- {
			tx.undo[index]()
		}
		return err
	}
	db.written += len(tx.changed)
	return nil
}

// CreateTable makes a table unless it is there.
func (tx *Tx) CreateTable(name string, columns ...string) {
	if tx.db.tables[name] != nil {
		return
	}
	made := &table{map[string]bool{}, map[int64]Row{}, map[string]Trigger{}}
	for _, column := range columns {
		made.columns[column] = true
	}
	tx.db.tables[name] = made
	tx.undo = append(tx.undo, func() { delete(tx.db.tables, name) })
}

// DropTable removes a table, if it is there.
func (tx *Tx) DropTable(name string) {
	if gone := tx.db.tables[name]; gone != nil {
		delete(tx.db.tables, name)
		tx.undo = append(tx.undo, func() { tx.db.tables[name] = gone })
	}
}

// HasTable says whether a table is there.
func (tx *Tx) HasTable(name string) bool { return tx.db.tables[name] != nil }

// AddColumn adds a column, NULL in every row, unless it is there. It changes no row.
func (tx *Tx) AddColumn(name, column string) {
	columns := tx.db.tables[name].columns
	if !columns[column] {
		columns[column] = true
		tx.undo = append(tx.undo, func() { delete(columns, column) })
	}
}

// DropColumn removes a column with its values, if it is there. It changes no row.
func (tx *Tx) DropColumn(name, column string) {
	from := tx.db.tables[name]
	if !from.columns[column] {
		return
	}
	kept := map[int64]interface{}{}
	for id, row := range from.rows {
		if value, there := row[column]; there {
			kept[id] = value
			delete(row, column)
		}
	}
	delete(from.columns, column)
	tx.undo = append(tx.undo, func() {
		from.columns[column] = true
		for id, value := range kept {
			from.rows[id][column] = value
		}
	})
}

// SetTrigger has the trigger called for every row of the table that is inserted or changed; nil takes the one of that name away.
func (tx *Tx) SetTrigger(name, trigger string, call Trigger) {
	on := tx.db.tables[name].triggers
	before, there := on[trigger]
	if call == nil {
		delete(on, trigger)
	} else {
		on[trigger] = call
	}
	tx.undo = append(tx.undo, func() {
		delete(on, trigger)
		if there {
			on[trigger] = before
		}
	})
}

// Get gives a row, nil if there is none.
func (tx *Tx) Get(name string, id int64) Row {
	if row, there := tx.db.tables[name].rows[id]; there {
		return row.copied()
	}
	return nil
}

// After gives up to count ids of a table that are greater than the one given, in their order.
func (tx *Tx) After(name string, id int64, count int) []int64 {
	var ids []int64
	for one := range tx.db.tables[name].rows {
		if one > id {
			ids = append(ids, one)
		}
	}
	sort.Slice(ids, func(a, b int) bool { return ids[a] < ids[b] })
	if len(ids) > count {
		ids = ids[:count]
	}
	return ids
}

// Set inserts a row or changes the columns given of the one that is there, and calls the triggers. id 0 is the next free one.
func (tx *Tx) Set(name string, id int64, values Row) (int64, error) {
	on := tx.db.tables[name]
	if id == 0 {
		for one := range on.rows {
			if one > id {
				id = one
			}
		}
		id++
	}
	before, after := on.rows[id], Row{}
	if before != nil {
		after = before.copied()
	}
	for column, value := range values {
		if !on.columns[column] {
			return 0, fmt.Errorf("%s has no column %s", name, column)
		}
		after[column] = value
	}
	on.rows[id] = after
	tx.changed[fmt.Sprint(name, id)] = true
	tx.undo = append(tx.undo, func() {
		if before == nil {
			delete(on.rows, id)
		} else {
			on.rows[id] = before
		}
	})
	return id, tx.fire(on, id, before, after)
}

// fire calls the triggers; what they change is not counted.
func (tx *Tx) fire(on *table, id int64, before, after Row) error {
	counted := tx.changed
	defer func() { tx.changed = counted }()
	for _, trigger := range on.triggers {
		tx.changed = map[string]bool{}
		if err := trigger(tx, id, before, after.copied()); err != nil {
			return err
		}
	}
	return nil
}

// Delete removes a row, if it is there.
func (tx *Tx) Delete(name string, id int64) {
	on := tx.db.tables[name]
	if gone, there := on.rows[id]; there {
		delete(on.rows, id)
		tx.changed[fmt.Sprint(name, id)] = true
		tx.undo = append(tx.undo, func() { on.rows[id] = gone })
	}
}
