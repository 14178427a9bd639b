package shop

import "testing"

// What the given tests do not look at; for the markers. A failure here is a question for the conversation, not a verdict.

func TestHiddenIdsWithGapsAreAllMigrated(t *testing.T) {
	w := newWorld(t, many(1500)...)
	for from := int64(2); from < 1200; from += 400 {
		w.must(w.db.Transact(func(tx *Tx) error {
			for id := from; id < from+400 && id <= 1200; id++ {
				tx.Delete("payments", id)
			}
			return nil
		}))
	}
	same(t, w.up(), Report{301, 0}, "report")
}

func TestHiddenDigitsOfOtherScriptsAreNotGuessed(t *testing.T) {
	same(t, newWorld(t, "٥ EUR", "５ EUR").up(), Report{0, 2}, "report")
}

func TestHiddenNoFloatingPointIsBetween(t *testing.T) {
	w := newWorld(t, "90071992547409.93 EUR", "0.29 EUR", "1.15 EUR")
	w.up()
	same(t, w.amount(1), "9007199254740993 EUR", "large")
	same(t, w.amount(2), "29 EUR", "small")
	same(t, w.amount(3), "115 EUR", "small")
}

func TestHiddenAnAmountBeyondAllBoundsIsUnreadable(t *testing.T) {
	same(t, newWorld(t, "99999999999999999999 EUR").up(), Report{0, 1}, "report")
}
