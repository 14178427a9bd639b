package main

import (
	"bytes"
	"crypto/rand"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"sort"
	"sync"
)

// Booking is one desk for one time. From and To are local to the office and compare as texts.
type Booking struct {
	ID   string `json:"id"`
	Desk string `json:"desk"`
	From string `json:"from"`
	To   string `json:"to"`
	Who  string `json:"who"`
}

// change is one line of the log: all of it holds, or nothing.
type change struct {
	Booked    []Booking       `json:"booked,omitempty"`
	Cancelled string          `json:"cancelled,omitempty"`
	Key       string          `json:"key,omitempty"`
	Content   string          `json:"content,omitempty"`
	Answer    json.RawMessage `json:"answer,omitempty"`
}

// Desks keeps the bookings in memory and every change in a log. One call at a time looks, writes and changes, so that no
// desk is booked twice; what is answered is on the disk before.
type Desks struct {
	mu       sync.Mutex
	log      *os.File
	bookings map[string]Booking
	answers  map[string]change
}

// Open reads the log again. A last line that a power cut tore apart was never answered, and is taken off.
func Open(path string) (*Desks, error) {
	file, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, err
	}
	text, err := io.ReadAll(file)
	if err != nil {
		return nil, err
	}
	whole := bytes.LastIndexByte(text, '\n') + 1
	desks := &Desks{log: file, bookings: map[string]Booking{}, answers: map[string]change{}}
	for _, line := range bytes.Split(text[:whole], []byte("\n")) {
		var one change
		if len(line) == 0 {
			continue
		}
		if err := json.Unmarshal(line, &one); err != nil {
			return nil, fmt.Errorf("%s is damaged: %w", path, err)
		}
		desks.apply(one)
	}
	if err := file.Truncate(int64(whole)); err != nil {
		return nil, err
	}
	_, err = file.Seek(int64(whole), io.SeekStart)
	return desks, err
}

// Book stores all of the bookings or none. The same key with the same content gets the first answer again.
func (d *Desks) Book(bookings []Booking, key, content string, answer json.RawMessage) (json.RawMessage, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if known, there := d.answers[key]; key != "" && there {
		if known.Content != content {
			return nil, refused{http.StatusUnprocessableEntity, "this Idempotency-Key was used for another call"}
		}
		return known.Answer, nil
	}
	for _, one := range bookings {
		if len(d.between(one.Desk, one.From, one.To)) > 0 {
			return nil, refused{http.StatusConflict, fmt.Sprintf("%s is taken between %s and %s", one.Desk, one.From, one.To)}
		}
	}
	one := change{Booked: bookings}
	if key != "" {
		one.Key, one.Content, one.Answer = key, content, answer
	}
	return answer, d.store(one)
}

// Cancel frees the desk.
func (d *Desks) Cancel(id string) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if _, there := d.bookings[id]; !there {
		return refused{http.StatusNotFound, "no such booking"}
	}
	return d.store(change{Cancelled: id})
}

// Between gives the bookings of a desk that touch a time, by beginning.
func (d *Desks) Between(desk, from, to string) []Booking {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.between(desk, from, to)
}

func (d *Desks) between(desk, from, to string) []Booking {
	found := []Booking{}
	for _, one := range d.bookings {
		if one.Desk == desk && one.From < to && one.To > from {
			found = append(found, one)
		}
	}
	sort.Slice(found, func(a, b int) bool { return found[a].From < found[b].From })
	return found
}

// store writes the change to the disk, and then to memory. After a failure nobody knows what the disk holds: the service
// stops, and what it starts again with is what the log says.
func (d *Desks) store(one change) error {
	line, err := json.Marshal(one)
	if err != nil {
		return err
	}
	if _, err = d.log.Write(append(line, '\n')); err == nil {
		err = d.log.Sync()
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "the log cannot be written:", err)
		os.Exit(1)
	}
	d.apply(one)
	return nil
}

func (d *Desks) apply(one change) {
	for _, booking := range one.Booked {
		d.bookings[booking.ID] = booking
	}
	delete(d.bookings, one.Cancelled)
	if one.Key != "" {
		d.answers[one.Key] = one
	}
}

func fresh() string {
	random := make([]byte, 16)
	if _, err := rand.Read(random); err != nil {
		panic(err) // the system has no randomness: nothing safe can be done
	}
	return hex.EncodeToString(random)
}
