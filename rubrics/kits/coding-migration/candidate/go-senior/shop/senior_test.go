package shop

import (
	"errors"
	"fmt"
	"testing"
)

func killedAfter(batches int) func() error {
	return func() error {
		batches--
		if batches == 0 {
			return errors.New("killed")
		}
		return nil
	}
}

func TestKilledAfterAnyBatchItGoesOn(t *testing.T) {
	amounts := make([]interface{}, 1400)
	for index := range amounts {
		amounts[index] = fmt.Sprintf("%d EUR", index)
		if index%100 == 0 {
			amounts[index] = "free"
		}
	}
	whole := newWorld(t, amounts...)
	whole.up()
	for batches := 1; batches <= 2; batches++ {
		w := newWorld(t, amounts...)
		if _, err := Up(w.db, killedAfter(batches)); err == nil {
			t.Fatal("the error of afterBatch ends the migration")
		}
		w.up()
		same(t, w.column("payments", "amount_cents"), whole.column("payments", "amount_cents"), "cents")
		same(t, w.column("unreadable", "amount"), whole.column("unreadable", "amount"), "unreadable")
	}
}

func TestWhatWasFinishedIsNotDoneAgain(t *testing.T) {
	w := newWorld(t, many(1400)...)
	before := w.db.written
	_, _ = Up(w.db, killedAfter(2))
	first := w.db.written - before
	w.up()
	same(t, w.db.written-before-first < 1200, true, "rows written by the second run")
	same(t, first > 100, true, "rows written by the first run")
}

func TestWhatTheOldVersionWritesMeanwhileIsRight(t *testing.T) {
	w := newWorld(t, many(1400)...)
	var fresh []int64
	_, err := Up(w.db, func() error {
		id, err := Pay(w.db, "B", "7,25 EUR")
		w.must(err)
		fresh = append(fresh, id)
		w.must(Correct(w.db, 1, "6 EUR"))
		return Correct(w.db, 1399, "6 EUR")
	})
	w.must(err)
	for _, id := range fresh {
		same(t, w.amount(id), "725 EUR", "inserted meanwhile")
	}
	same(t, w.amount(1), "600 EUR", "changed after it was migrated")
	same(t, w.amount(1399), "600 EUR", "changed before it was migrated")
}

func TestWhatTheOldVersionWritesAfterwardsIsRight(t *testing.T) {
	w := newWorld(t, "5 EUR")
	w.up()
	w.must(Correct(w.db, 1, "1.5 USD"))
	id, err := Pay(w.db, "B", "2 GBP")
	w.must(err)
	w.up()
	same(t, w.amount(1), "150 USD", "changed")
	same(t, w.amount(id), "200 GBP", "inserted")
}

func TestWhatIsMendedIsNoLongerUnreadableAndTheOtherWayRound(t *testing.T) {
	w := newWorld(t, "free", "5 EUR")
	w.up()
	w.must(Correct(w.db, 1, "0 EUR"))
	w.must(Correct(w.db, 2, "soon"))
	same(t, w.up(), Report{1, 1}, "report")
	same(t, w.amount(1), "0 EUR", "mended")
	same(t, w.amount(2), "<nil> <nil>", "broken")
	same(t, w.column("unreadable", "amount"), map[int64]string{2: "soon"}, "unreadable")
}

func TestTheOldVersionWorksAfterDown(t *testing.T) {
	w := newWorld(t, "5 EUR")
	w.up()
	w.must(Down(w.db))
	id, err := Pay(w.db, "B", "2 GBP")
	w.must(err)
	w.must(Correct(w.db, id, "3 GBP"))
	same(t, len(w.column("payments", "amount")), 2, "payments")
}
