package stories

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/dateline-go/dateline"
)

// A Gold is an annotated article.
type Gold struct {
	ID, Published, Text string
	Events              []Event
}

// An Event is one that the annotator found.
type Event struct {
	Spans          [][2]int
	Kind           []string // those that are right, the best first, perhaps with "/mode"
	Agent, Patient []string // each with alternatives between "|"
	Where          []string
	Date           string // EDTF
	Recent         bool   // undated, and today's news
	Status         []string
	By             string
	Weight         int // 3: no timeline may lack it, 2: worth a line, 1: minor, 0: none at all
}

// Read reads a file of annotated articles.
func Read(path string) ([]Gold, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []Gold
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<24)
	for sc.Scan() {
		var g Gold
		if err := json.Unmarshal(sc.Bytes(), &g); err != nil {
			return nil, fmt.Errorf("%s: article %d: %w", path, len(out)+1, err)
		}
		out = append(out, g)
	}
	return out, sc.Err()
}

// Article is what a parser may see of g.
func (g *Gold) Article() (dateline.Article, error) {
	a := dateline.Article{ID: g.ID, Text: g.Text, Language: "en"}
	if g.Published == "" {
		return a, nil
	}
	var err error
	a.Published, err = dateline.ParseMoment(g.Published)
	return a, err
}

// longSpan is the length in bytes from which on a span does not count.
const longSpan = 40

// Match is the event that an entry tells, the one that it has most words of;
// of equal ones the weightiest. It is -1 if there is none.
func (g *Gold) Match(e *Entry) int {
	best, most := -1, 0
	for k := range g.Events {
		ev := &g.Events[k]
		n := 0
		for _, s := range ev.Spans {
			for _, t := range e.Spans {
				if t[1]-t[0] <= longSpan && t[0] < s[1] && s[0] < t[1] {
					n++
				}
			}
		}
		if n > most || n > 0 && n == most && ev.Weight > g.Events[best].Weight {
			best, most = k, n
		}
	}
	return best
}

// either are the kinds whose sides may stand in either role.
var either = strings.Fields("consult agree deal cooperate marriage death injury birth resign travel award appoint election " +
	"rescue sport found change market results")

// Whole reports whether e is right in all its parts: kind, status, sides,
// date, place and whose word it is.
func (ev *Event) Whole(e *Entry, published string) bool {
	var kinds []string
	for _, k := range ev.Kind {
		k, _, _ = strings.Cut(strings.ToLower(k), "/")
		kinds = append(kinds, k)
	}
	return slices.Contains(kinds, strings.ToLower(e.Kind)) && slices.Contains(ev.Status, e.Status) &&
		ev.sides(e, kinds) && ev.dated(e, published) && ev.placed(e) && ev.told(e)
}

// sides reports whether agents and patients are right; patients may be more than there are.
func (ev *Event) sides(e *Entry, kinds []string) bool {
	sa, sp := cut(e.Agents), cut(e.Patients)
	if !slices.ContainsFunc(kinds, func(k string) bool { return slices.Contains(either, k) }) {
		a, p := parties(ev.Agent, sa, ev.Patient), parties(ev.Patient, sp, ev.Agent)
		return a == right && (p == right || p == extra)
	}
	all, mine := slices.Concat(ev.Agent, ev.Patient), slices.Concat(sa, sp)
	if parties(all, mine, nil) != right {
		return false
	}
	if len(all) > 1 && len(mine) > 1 {
		n := 0
		for _, x := range all {
			if slices.ContainsFunc(mine, func(s []string) bool { return same(s, x) }) {
				n++
			}
		}
		return n > 1
	}
	return true
}

// longName is the number of words from which on a name does not count.
const longName = 15

func cut(ps [][]string) (out [][]string) {
	for _, p := range ps {
		if len(p) > 0 {
			out = append(out, slices.DeleteFunc(slices.Clone(p[:min(len(p), partyNames)]),
				func(s string) bool { return len(strings.Fields(s)) > longName }))
		}
	}
	return out
}

// A verdict on the sides in one role, or on a place.
type verdict uint8

const (
	right verdict = iota
	wrong
	missing
	extra
	coarse
)

// parties is right when one side is named, and most of those named are sides.
func parties(gold []string, mine [][]string, other []string) verdict {
	switch {
	case len(gold) == 0 && len(mine) == 0:
		return right
	case len(mine) == 0:
		return missing
	case len(gold) == 0:
		return extra
	}
	good, known := 0, 0
	for _, s := range mine {
		is := func(g string) bool { return same(s, g) }
		if slices.ContainsFunc(gold, is) {
			good++
			known++
		} else if slices.ContainsFunc(other, is) {
			known++
		}
	}
	if good > 0 && 2*known >= len(mine) {
		return right
	}
	return wrong
}

// dated reports whether the date is right, or holds the right one and is not much wider.
func (ev *Event) dated(e *Entry, published string) bool {
	lo, hi, closed := dayRange(e.Earliest + "/" + e.Latest)
	closed = closed && e.Earliest != "" && e.Latest != ""
	if ev.Date == "" {
		if !closed || ev.Recent && published == "" {
			return true
		}
		from, to, ok := dayRange(published)
		return ev.Recent && ok && !lo.Before(from.AddDate(0, 0, -7)) && !hi.After(to.AddDate(0, 0, 1))
	}
	from, to, ok := dayRange(ev.Date)
	switch {
	case !ok:
		return e.EDTF == ev.Date
	case !closed:
		return false
	case !lo.Before(from) && !hi.After(to):
		return true
	}
	return !lo.After(from) && !hi.Before(to) && hi.Sub(lo) <= max(31*24*time.Hour, 3*to.Sub(from))
}

// dayRange is the first and the last day of an EDTF date or interval.
func dayRange(edtf string) (lo, hi time.Time, ok bool) {
	a, b, _ := strings.Cut(edtf, "/")
	if b == "" {
		b = a
	}
	lo, _, ok = days(a)
	_, hi, ok2 := days(b)
	return lo, hi, ok && ok2
}

// days are the first and the last one of a day, month or year.
func days(s string) (first, last time.Time, ok bool) {
	s, _, _ = strings.Cut(s, "T")
	s = strings.TrimRight(s, "~?%")
	for _, f := range []struct {
		layout        string
		year, mon, dy int
	}{{"2006-01-02", 0, 0, 1}, {"2006-01", 0, 1, 0}, {"2006", 1, 0, 0}} {
		if t, err := time.Parse(f.layout, s); err == nil {
			return t, t.AddDate(f.year, f.mon, f.dy).AddDate(0, 0, -1), true
		}
	}
	return first, last, false
}

// PlaceFit is 2 for names of the most exact place that the gold has, 1 for those
// of another that it lets pass, else 0.
func (ev *Event) PlaceFit(names []string) int {
	for i, w := range ev.Where {
		first, _, _ := strings.Cut(w, "|")
		switch {
		case i == 0 && same(names, first):
			return 2
		case same(names, w):
			return 1
		}
	}
	return 0
}

// placed reports whether the place is right; of what is no must, it may be missing.
func (ev *Event) placed(e *Entry) bool {
	switch {
	case len(e.Where) == 0:
		return len(ev.Where) == 0 || ev.Weight < 3
	case len(ev.Where) == 0:
		return true
	}
	return ev.PlaceFit(e.Where) > 0
}

// told reports whether it is known whose word it is.
func (ev *Event) told(e *Entry) bool {
	return ev.By == "" || len(e.By) > 0 && same(e.By, ev.By)
}
