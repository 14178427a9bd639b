package shop

import (
	"fmt"
	"reflect"
	"sort"
	"testing"
)

type world struct {
	t  *testing.T
	db *DB
}

func newWorld(t *testing.T, amounts ...interface{}) *world {
	w := &world{t, NewDB()}
	w.must(CreateOld(w.db))
	for index, amount := range amounts {
		_, err := Pay(w.db, fmt.Sprintf("A-%d", index), amount)
		w.must(err)
	}
	return w
}

func (w *world) must(err error) {
	w.t.Helper()
	if err != nil {
		w.t.Fatal(err)
	}
}

func quiet() error { return nil }

func (w *world) up() Report {
	w.t.Helper()
	report, err := Up(w.db, quiet)
	w.must(err)
	return report
}

// column gives the values of a column by id, as text; "<nil>" is NULL.
func (w *world) column(table, column string) map[int64]string {
	found := map[int64]string{}
	for id, row := range w.db.tables[table].rows {
		found[id] = fmt.Sprint(row[column])
	}
	return found
}

func (w *world) amount(id int64) string {
	row := w.db.tables["payments"].rows[id]
	return fmt.Sprint(row["amount_cents"], " ", row["currency"])
}

// schema gives the tables with their columns and the number of triggers.
func (w *world) schema() []string {
	var found []string
	for name, table := range w.db.tables {
		var columns []string
		for column := range table.columns {
			columns = append(columns, column)
		}
		sort.Strings(columns)
		found = append(found, fmt.Sprint(name, columns, len(table.triggers)))
	}
	sort.Strings(found)
	return found
}

func same(t *testing.T, found, wanted interface{}, what string) {
	t.Helper()
	if !reflect.DeepEqual(found, wanted) {
		t.Errorf("%s: found %.300v, wanted %.300v", what, found, wanted)
	}
}

var (
	readable   = []interface{}{"12.50 EUR", " 7 EUR", "3,5 usd", "0.05 GBP", "19.99EUR ", "-5.00 EUR", "1000000 JPY"}
	numbers    = []string{"1250 EUR", "700 EUR", "350 USD", "5 GBP", "1999 EUR", "-500 EUR", "100000000 JPY"}
	unreadable = []interface{}{"free", "", nil, "12.50", "EUR 5", "1.234 EUR", "1.000,00 EUR", "5 EURO", "1 2 EUR", "5. EUR", ".5 EUR"}
)

func mixed() []interface{} { return append(append([]interface{}{}, readable...), unreadable...) }

func many(count int) []interface{} {
	amounts := make([]interface{}, count)
	for index := range amounts {
		amounts[index] = "5 EUR"
	}
	return amounts
}

func TestReadableAmountsBecomeNumbers(t *testing.T) {
	w := newWorld(t, readable...)
	w.up()
	for index, wanted := range numbers {
		same(t, w.amount(int64(index+1)), wanted, fmt.Sprint(readable[index]))
	}
	same(t, len(w.column("unreadable", "amount")), 0, "unreadable")
}

func TestUnreadableAmountsAreToldAndNotGuessed(t *testing.T) {
	w := newWorld(t, unreadable...)
	w.up()
	told := w.column("unreadable", "amount")
	for index, amount := range unreadable {
		same(t, w.amount(int64(index+1)), "<nil> <nil>", fmt.Sprint(amount))
		same(t, told[int64(index+1)], fmt.Sprint(amount), "told")
	}
}

func TestTheOldColumnStaysAsItIs(t *testing.T) {
	w := newWorld(t, mixed()...)
	before := w.column("payments", "amount")
	w.up()
	same(t, w.column("payments", "amount"), before, "amounts")
}

func TestTheReportCountsTheWholeTable(t *testing.T) {
	w := newWorld(t, mixed()...)
	wanted := Report{len(readable), len(unreadable)}
	same(t, w.up(), wanted, "first time")
	same(t, w.up(), wanted, "second time")
}

func TestASecondTimeChangesNothing(t *testing.T) {
	w := newWorld(t, mixed()...)
	w.up()
	cents, told, schema := w.column("payments", "amount_cents"), w.column("unreadable", "amount"), w.schema()
	w.up()
	same(t, w.column("payments", "amount_cents"), cents, "cents")
	same(t, w.column("unreadable", "amount"), told, "unreadable")
	same(t, w.schema(), schema, "schema")
}

func TestAnEmptyTableIsMigrated(t *testing.T) {
	same(t, newWorld(t).up(), Report{}, "report")
}

func TestABatchIsTakenAtATime(t *testing.T) {
	w, calls := newWorld(t, many(1203)...), 0
	_, err := Up(w.db, func() error {
		calls++
		if w.db.inside {
			t.Fatal("afterBatch is called inside a transaction")
		}
		return nil
	})
	w.must(err)
	same(t, calls >= 3, true, "afterBatch is called after each batch")
	same(t, w.amount(1203), "500 EUR", "the last")
}

func TestDownBringsEverythingBack(t *testing.T) {
	w := newWorld(t, mixed()...)
	schema, amounts := w.schema(), w.column("payments", "amount")
	w.up()
	w.must(Down(w.db))
	same(t, w.schema(), schema, "schema")
	same(t, w.column("payments", "amount"), amounts, "amounts")
}

func TestUpAfterDownWorks(t *testing.T) {
	w := newWorld(t, readable...)
	w.up()
	w.must(Down(w.db))
	same(t, w.up(), Report{len(readable), 0}, "report")
}
