package cards

import "net/http"

// Redeeming gift cards: yours to write. TASK.md says what is wanted.

// redeem answers POST /cards/{code}/redemptions.
func (a *App) redeem(w http.ResponseWriter, r *http.Request, code string) {
	answer(w, http.StatusNotImplemented, fault{Error: "not written yet"})
}

// redemptions answers GET /cards/{code}/redemptions.
func (a *App) redemptions(w http.ResponseWriter, r *http.Request, code string) {
	answer(w, http.StatusNotImplemented, fault{Error: "not written yet"})
}
