package cards

// LedgerEntry is what another team's ledger is told of a redemption. Only the second part of the task uses it.
type LedgerEntry struct {
	Redemption  int64
	Code        string
	AmountCents int64
}

// Ledger is the ledger of another team. After an error it may have taken the entry, or not.
type Ledger interface {
	Post(LedgerEntry) error
}
