package main

import (
	"net/http"
	"net/url"
	"strconv"
	"time"

	"github.com/dateline-go/dateline"
)

// A slider chooses the day as of which a page tells what was known: so many
// days after the first one. It is a form, and works without script.
type slider struct {
	Address   string
	First     string // day
	N, Most   int    // days after First: the chosen one, the last one
	Set       bool   // a day is chosen
	LastDay   string
	ChosenDay string
	Sources   []string // that stay chosen
}

// newSlider runs from the day at ord first to that at ord last; without two
// days there is nothing to choose.
func newSlider(r *http.Request, address string, first, last int64) slider {
	s := slider{Address: address, First: dayOfOrd(first), LastDay: dayOfOrd(last)}
	a, errA := time.Parse(time.DateOnly, s.First)
	b, errB := time.Parse(time.DateOnly, s.LastDay)
	if errA != nil || errB != nil {
		return s
	}
	s.Most = int(b.Sub(a).Hours() / 24)
	s.N, s.ChosenDay = s.Most, s.LastDay
	n, err := strconv.Atoi(r.FormValue("n"))
	if err != nil {
		return s
	}
	// The address keeps its meaning when an earlier article comes in.
	if from, err := time.Parse(time.DateOnly, r.FormValue("from")); err == nil {
		n += int(from.Sub(a).Hours() / 24)
	}
	s.N, s.Set = max(0, min(n, s.Most)), true
	s.ChosenDay = a.AddDate(0, 0, s.N).Format(time.DateOnly)
	return s
}

// Moment is the chosen day, or the zero Moment.
func (s slider) Moment() dateline.Moment {
	if !s.Set {
		return dateline.Moment{}
	}
	m, _ := dateline.ParseMoment(s.ChosenDay)
	return m
}

// bound is where in the order of publication the day after the chosen one begins.
func (s slider) bound() int64 {
	m := s.Moment()
	if m.IsZero() {
		return 0
	}
	return m.Time().AddDate(0, 0, 1).Unix() << ordShift
}

func (s slider) query() string {
	return url.Values{"from": {s.First}, "n": {strconv.Itoa(s.N)}}.Encode()
}
