package dateline

import (
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// TestTop: of several articles' entries of much the same salience, news stands before
// what was long past, what is new before what is told again, and what several tell,
// or another article, before one more line of one.
func TestTop(t *testing.T) {
	day := func(m time.Month, d int) When { return On(Date(2025, m, d)) }
	told := func(title string, kind EventKind, w When, salience float64, who ActorID, articles ...string) Entry {
		e := Entry{Title: title, Kind: kind, When: w, Salience: salience, Participants: []Participant{{Role: RolePatient, Actor: who}}}
		for _, a := range articles {
			e.Reports = append(e.Reports, Report{Article: a, Published: Date(2025, 5, 6), Salience: salience})
		}
		return e
	}
	for _, c := range []struct {
		reason  string
		entries []Entry
		want    []EventID
	}{
		{"news before what is long past", []Entry{
			told("Orsk bridge opens", EventBuild, day(1, 3), .7, 1, "a"),
			told("Orsk bridge falls", EventAccident, day(5, 5), .6, 1, "a"),
			told("Mayor resigns", EventResign, day(5, 6), .5, 2, "b")}, []EventID{2, 3}},
		{"one death once", []Entry{
			told("Lind dies", EventDeath, day(5, 5), .7, 1, "a"),
			told("The poet passed away at home", EventDeath, When{}, .65, 1, "b"),
			told("Fans gather", EventChange, day(5, 6), .5, 2, "c")}, []EventID{1, 3}},
		{"two deaths on two days", []Entry{
			told("Lind dies", EventDeath, day(5, 1), .7, 1, "a"),
			told("Second climber dead", EventDeath, day(5, 5), .65, 1, "b"),
			told("Fans gather", EventChange, day(5, 6), .5, 2, "c")}, []EventID{1, 2}},
		{"one title once", []Entry{
			told("Storm hits the coast of Orsk", EventDisaster, day(5, 5), .7, 1, "a"),
			told("A storm hits Orsk coast", EventChange, When{}, .65, 2, "b"),
			told("Schools close", EventChange, day(5, 6), .5, 3, "c")}, []EventID{1, 3}},
		{"another article's line", []Entry{
			told("Storm hits the coast", EventDisaster, day(5, 5), .7, 1, "a"),
			told("Ferry is late", EventChange, day(5, 5), .51, 2, "a"),
			told("Schools close", EventChange, day(5, 6), .5, 3, "b")}, []EventID{1, 3}},
		{"of one article by salience alone", []Entry{
			told("Lind dies", EventDeath, day(1, 5), .7, 1, "a"),
			told("The poet passed away", EventDeath, When{}, .65, 1, "a"),
			told("Fans gather", EventChange, day(5, 6), .5, 2, "a")}, []EventID{1, 2}},
	} {
		tl := &Timeline{Entries: c.entries}
		tl.renumber()
		var got []EventID
		for _, e := range tl.Top(2).Entries {
			got = append(got, EventID(1+slices.IndexFunc(tl.Entries, func(o Entry) bool { return o.Title == e.Title })))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.reason, got, c.want)
		}
	}
}

// What Top finds by words and parties is what comparing every pair finds.
func TestTopPairs(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	words := strings.Fields("storm bridge mayor ferry school river strike court fire storm harbour vote")
	tl := &Timeline{}
	for i := range 200 {
		e := Entry{Kind: []EventKind{EventAccident, EventDeath}[rnd.IntN(2)], Salience: float64(rnd.IntN(50)+1) / 60}
		for range rnd.IntN(7) {
			e.Title += words[rnd.IntN(len(words))] + " "
		}
		for range rnd.IntN(3) {
			e.Participants = append(e.Participants, Participant{Role: []Role{RoleAgent, RolePatient}[rnd.IntN(2)], Actor: ActorID(rnd.IntN(9))})
		}
		e.Reports = []Report{{Article: strconv.Itoa(i % 60), Salience: e.Salience}}
		tl.Entries = append(tl.Entries, e)
	}
	tl.renumber()
	r := newRanking(tl)
	for range tl.Entries {
		x := r.next()
		worth := x.entry.newsworth()
		for _, c := range r.chosen[:len(r.chosen)-1] {
			if x.retells(c) {
				worth *= ofTold
			}
		}
		if x.worth != worth {
			t.Fatalf("%q is worth %v, want %v", x.entry.Title, x.worth, worth)
		}
	}
}
