// Desks: one way to do the minimum product and the stretch goals, with a log file and the standard library.
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"time"
)

const (
	form      = "2006-01-02T15:04"
	mostWeeks = 52
)

// refused is a call that changes nothing: its status and its text.
type refused struct {
	status int
	text   string
}

func (r refused) Error() string { return r.text }

// wanted is what a POST asks for.
type wanted struct {
	Desk  string `json:"desk"`
	From  string `json:"from"`
	To    string `json:"to"`
	Who   string `json:"who"`
	Weeks *int   `json:"weeks"`
}

func main() {
	desks, err := Open(filepath.Join(os.Getenv("DATA"), "desks.log"))
	if err != nil {
		log.Fatal(err)
	}
	log.Fatal(http.ListenAndServe("127.0.0.1:"+os.Args[1], api{desks}))
}

type api struct{ desks *Desks }

func (a api) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	status, value, err := a.called(r)
	var no refused
	if errors.As(err, &no) {
		status, value = no.status, map[string]string{"error": no.text}
	} else if err != nil {
		log.Print(err)
		status, value = http.StatusInternalServerError, map[string]string{"error": "it could not be stored"}
	}
	answer(w, status, value)
}

// called gives status and answer; a text is a calendar, nil is nothing.
func (a api) called(r *http.Request) (int, interface{}, error) {
	parts := strings.Split(strings.Trim(r.URL.Path, "/"), "/")
	query := r.URL.Query()
	switch {
	case r.Method == "GET" && r.URL.Path == "/health":
		return http.StatusOK, map[string]bool{"ok": true}, nil
	case r.Method == "POST" && r.URL.Path == "/bookings":
		body, err := io.ReadAll(http.MaxBytesReader(nil, r.Body, 1<<20))
		if err != nil {
			return 0, nil, refused{http.StatusUnprocessableEntity, err.Error()}
		}
		booked, err := a.book(body, r.Header.Get("Idempotency-Key"))
		return http.StatusCreated, booked, err
	case r.Method == "DELETE" && len(parts) == 2 && parts[0] == "bookings":
		return http.StatusNoContent, nil, a.desks.Cancel(parts[1])
	case r.Method == "GET" && len(parts) == 3 && parts[0] == "desks" && parts[2] == "bookings":
		day, err := parsed(query.Get("day") + "T00:00")
		if err != nil {
			return 0, nil, err
		}
		found := a.desks.Between(parts[1], day.Format(form), day.AddDate(0, 0, 1).Format(form))
		return http.StatusOK, map[string][]Booking{"bookings": found}, nil
	case r.Method == "GET" && len(parts) == 3 && parts[0] == "desks" && parts[2] == "bookings.ics":
		return http.StatusOK, calendar(a.desks.Between(parts[1], "0", "9")), nil
	case r.Method == "GET" && r.URL.Path == "/free":
		return a.free(query.Get("from"), query.Get("to"), strings.Split(query.Get("desks"), ","))
	}
	return 0, nil, refused{http.StatusNotFound, "no such address"}
}

func (a api) book(body []byte, key string) (json.RawMessage, error) {
	var asked wanted
	if err := json.Unmarshal(body, &asked); err != nil {
		return nil, refused{http.StatusUnprocessableEntity, "not understood: " + err.Error()}
	}
	if asked.Desk == "" || asked.Who == "" {
		return nil, refused{http.StatusUnprocessableEntity, "desk and who must be there"}
	}
	begins, err := parsed(asked.From)
	if err != nil {
		return nil, err
	}
	ends, err := parsed(asked.To)
	if err != nil {
		return nil, err
	}
	weeks := 1
	if asked.Weeks != nil {
		weeks = *asked.Weeks
	}
	if !ends.After(begins) || weeks < 1 || weeks > mostWeeks {
		text := fmt.Sprintf("it must end after it begins, and weeks be 1 to %d", mostWeeks)
		return nil, refused{http.StatusUnprocessableEntity, text}
	}
	bookings := make([]Booking, weeks)
	for week := range bookings {
		from, to := begins.AddDate(0, 0, 7*week).Format(form), ends.AddDate(0, 0, 7*week).Format(form)
		bookings[week] = Booking{ID: fresh(), Desk: asked.Desk, From: from, To: to, Who: asked.Who}
	}
	var told interface{} = bookings[0]
	if asked.Weeks != nil {
		told = map[string][]Booking{"bookings": bookings}
	}
	content, _ := json.Marshal(asked) // has just been read from JSON
	text, _ := json.Marshal(told)
	return a.desks.Book(bookings, key, string(content), text)
}

func (a api) free(from, to string, desks []string) (int, interface{}, error) {
	for _, text := range []string{from, to} {
		if _, err := parsed(text); err != nil {
			return 0, nil, err
		}
	}
	free := []string{}
	for _, desk := range desks {
		if len(a.desks.Between(desk, from, to)) == 0 {
			free = append(free, desk)
		}
	}
	return http.StatusOK, map[string][]string{"desks": free}, nil
}

// parsed reads a time to the minute, and nothing that only looks like one.
func parsed(text string) (time.Time, error) {
	found, err := time.Parse(form, text)
	if err != nil || found.Format(form) != text {
		return found, refused{http.StatusUnprocessableEntity, text + " is no such time"}
	}
	return found, nil
}

func calendar(bookings []Booking) string {
	lines := []string{"BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Fixture//Desks//EN"}
	plain := strings.NewReplacer("-", "", ":", "")
	for _, one := range bookings {
		begins, ends := plain.Replace(one.From)+"00", plain.Replace(one.To)+"00"
		lines = append(lines, "BEGIN:VEVENT", "UID:"+one.ID, "DTSTAMP:"+begins+"Z", "DTSTART:"+begins, "DTEND:"+ends,
			"SUMMARY:"+one.Desk, "END:VEVENT")
	}
	return strings.Join(append(lines, "END:VCALENDAR", ""), "\r\n")
}

func answer(w http.ResponseWriter, status int, value interface{}) {
	if text, calendar := value.(string); calendar {
		w.Header().Set("Content-Type", "text/calendar")
		io.WriteString(w, text) // the client is gone if this fails
		return
	}
	if value == nil {
		w.WriteHeader(status)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	json.NewEncoder(w).Encode(value)
}
