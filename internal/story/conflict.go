package story

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Conflict is a question that reports answer differently.
type Conflict struct {
	Field string // "when", "where", "status", "count" or "agent"
	Sides []Side // the answer first published first
}

// A Side is one answer.
type Side struct {
	Value   string
	Reports []int
}

// Sure reports whether reports that answer c differently surely tell of one
// event, so that it is not the joining of the reports that is wrong: two of them
// share two parties, or one and a town, or the only one that they have; for numbers
// and for whether it happened one party, or a town, will do.
func (c *Conflict) Sure(rs []*Report) bool {
	for i, s := range c.Sides[:min(len(c.Sides), maxSides)] {
		for _, t := range c.Sides[i+1 : min(len(c.Sides), maxSides)] {
			for _, a := range s.Reports[:min(len(s.Reports), maxSides)] {
				for _, b := range t.Reports[:min(len(t.Reports), maxSides)] {
					if c.sureOf(rs[a], rs[b]) {
						return true
					}
				}
			}
		}
	}
	return false
}

// maxSides bounds how many answers, and reports of each, Sure compares.
const maxSides = 8

// sureOf reports whether reports a and b are one event for all that c asks.
func (c *Conflict) sureOf(a, b *Report) bool {
	n, others := a.shared(b)
	if c.Field == "when" && a.Sentence != "" && a.Sentence == b.Sentence && a.Dated && b.Dated && a.Time.First-b.Time.First == a.Published-b.Published {
		return false // copies, which reckon one "yesterday" from two days
	}
	if c.Field != "where" && a.Place.Kind == "city" && b.Place.Kind == "city" && !a.Place.Assumed && !b.Place.Assumed {
		if same, _ := a.Place.compare(&b.Place); same {
			n++
		}
	}
	switch c.Field {
	case "when", "where":
		return n > 1 || n > 0 && !others
	}
	return n > 0
}

// shared is how many actors take part in both r and o, and whether one of the
// reports has others, too.
func (r *Report) shared(o *Report) (n int, others bool) {
	mine, theirs := 0, 0
	for i := range r.Parts {
		p := &r.Parts[i]
		if p.Actor == 0 {
			continue
		}
		mine++
		if slices.ContainsFunc(o.Parts, func(q Part) bool { return p.Actor == q.Actor }) {
			n++
		}
	}
	for i := range o.Parts {
		if o.Parts[i].Actor != 0 {
			theirs++
		}
	}
	return n, max(mine, theirs) > n
}

// maxCompared bounds how many different tellings of one event are compared
// with each other: a bound on time, far above what a story has.
const maxCompared = 64

// sides groups the reports by what value gives for them; "" is no answer.
func sides(field string, rs []*Report, value func(i int, r *Report) string) Conflict {
	c := Conflict{Field: field}
	at := make(map[string]int)
	for i, r := range rs {
		v := value(i, r)
		if v == "" {
			continue
		}
		j, ok := at[v]
		if !ok {
			j = len(c.Sides)
			at[v] = j
			c.Sides = append(c.Sides, Side{Value: v})
		}
		c.Sides[j].Reports = append(c.Sides[j].Reports, i)
	}
	return c
}

// timeConflict has the times that another one excludes, but for guesses.
func timeConflict(rs []*Report) Conflict {
	var from, to *Time // the latest beginning and the earliest end
	for _, r := range rs {
		t := &r.Time
		if t.About {
			continue
		}
		if t.HasFirst && (from == nil || t.First > from.First) {
			from = t
		}
		if t.HasLast && (to == nil || t.Last < to.Last) {
			to = t
		}
	}
	out := func(t *Time) bool { return !t.About && (from != nil && t.over(from) || to != nil && to.over(t)) }
	return sides("when", rs, func(_ int, r *Report) string {
		if !out(&r.Time) {
			return ""
		}
		if r.Time.open() { // "by Thursday" is no other answer than "on Thursday"
			for _, o := range rs {
				if o.Time.Known() && !o.Time.open() && !o.Time.excludes(r.Time) && out(&o.Time) {
					return o.When
				}
			}
		}
		return r.When
	})
}

// zones is how far apart clocks of the world are, in seconds.
const zones = 14 * 60 * 60

// over reports whether t is over when u begins. A day is one of any zone, an
// hour is not.
func (t *Time) over(u *Time) bool {
	hour := func(t *Time) bool { return t.HasFirst && t.HasLast && t.Last-t.First < day-1 }
	slack := int64(0)
	if hour(t) != hour(u) {
		slack = zones
	}
	return t.HasLast && u.HasFirst && t.Last+slack < u.First
}

func placeConflict(rs []*Report) Conflict {
	var places []Place
	seen := make(map[Place]bool)
	for _, r := range rs {
		if p := r.Place; !p.Assumed && p.bounded() && !seen[p] && len(places) < maxCompared {
			seen[p] = true
			places = append(places, p)
		}
	}
	clash := make(map[Place]bool)
	for i := range places {
		for j := range places {
			same, far := places[i].compare(&places[j])
			if far || !same && places[i].Kind == "city" && places[j].Kind == "city" {
				clash[places[i]] = true
			}
		}
	}
	return sides("where", rs, func(_ int, r *Report) string {
		if r.Place.Assumed || !clash[r.Place] {
			return ""
		}
		return r.Place.Name
	})
}

// statusConflict is about what happened, not about plans: a plan that comes
// true, or is called off, is news and no conflict, and so is what happens
// after it was called off. It takes two reports of the same parties, in one
// article also that one of them is only somebody's word: "old rules never die"
// denies no death.
func statusConflict(rs []*Report) Conflict {
	clash := false
	var yes, no []*Report
	for _, r := range rs {
		against := &yes
		switch {
		case r.Status.happened():
			against = &no
			yes = append(yes, r)
		case r.Status.settled():
			no = append(no, r)
		}
		for _, o := range (*against)[:min(len(*against), maxCompared)] {
			clash = clash || r.Status.settled() && o.contradicts(r)
		}
		if clash {
			break
		}
		yes, no = yes[:min(len(yes), maxCompared)], no[:min(len(no), maxCompared)]
	}
	return sides("status", rs, func(_ int, r *Report) string {
		if !clash || !r.Status.settled() {
			return ""
		}
		return r.Status.String()
	})
}

// contradicts reports whether a later report r tells that what o tells, that
// it happened or did not, is not so.
func (o *Report) contradicts(r *Report) bool {
	if o.Status == Failed || o.Sentence != "" && o.Sentence == r.Sentence || o.Article == r.Article && !o.Said && !r.Said {
		return false
	}
	if len(o.Parts) == 0 || len(r.Parts) == 0 {
		return true
	}
	return slices.ContainsFunc(o.Parts, func(p Part) bool {
		return slices.ContainsFunc(r.Parts, func(q Part) bool { return p.same(&q) })
	})
}

// same reports whether two parties are one by their actor, or by their words.
func (p *Part) same(q *Part) bool {
	if p.Actor != 0 && q.Actor != 0 && p.Actor == q.Actor {
		return true
	}
	h := head(p.Text)
	return h != "" && h == head(q.Text)
}

// countConflicts are about the number of those in one role: casualties above
// all. Another number of a later day is news.
func countConflicts(rs []*Report) []Conflict {
	var roles []string
	for _, r := range rs {
		for i := range r.Parts {
			if p := &r.Parts[i]; p.Count > 0 && !slices.Contains(roles, p.Role) {
				roles = append(roles, p.Role)
			}
		}
	}
	var out []Conflict
	for _, role := range roles {
		clash := sameDayCounts(rs, role)
		out = append(out, sides("count", rs, func(_ int, r *Report) string {
			if n := r.count(role); n > 0 && (!r.Dated || clash[r.Published/day]) {
				return strconv.Itoa(int(n)) + " (" + role + ")"
			}
			return ""
		}))
	}
	return out
}

// count is the first number that r has for those in a role, or 0.
func (r *Report) count(role string) int32 {
	for i := range r.Parts {
		if p := &r.Parts[i]; p.Role == role && p.Count > 0 {
			return p.Count
		}
	}
	return 0
}

// sameDayCounts are the days of publication on which reports give a role two
// numbers, or all days where one of several numbers has no day.
func sameDayCounts(rs []*Report, role string) map[int64]bool {
	first, clash, undated := make(map[int64]int32), make(map[int64]bool), false
	for _, r := range rs {
		n := r.count(role)
		if n == 0 {
			continue
		}
		undated = undated || !r.Dated
		d := r.Published / day
		if m, ok := first[d]; !ok {
			first[d] = n
		} else if m != n {
			clash[d] = true
		}
	}
	if undated {
		for d := range first {
			clash[d] = true
		}
	}
	return clash
}

// A cast is who takes part by one article: whom it names as agents, everybody,
// and what it was done to.
type cast struct {
	agents, all []int32
	called      []string // what agents are called, in lower case
	patients    []string
}

// casts are those of the articles that rs are from, and the cast of each report.
func casts(rs []*Report) (cs []cast, of []int) {
	of = make([]int, len(rs))
	for i, r := range rs {
		if i == 0 || r.Article != rs[i-1].Article {
			cs = append(cs, cast{})
		}
		of[i] = len(cs) - 1
		c := &cs[of[i]]
		for k := range r.Parts {
			p := &r.Parts[k]
			if p.Role != "agent" {
				c.patients = append(c.patients, head(p.Text))
			}
			if p.Actor == 0 {
				continue
			}
			c.all = append(c.all, p.Actor)
			if p.isNamedAgent() {
				c.agents, c.called = append(c.agents, p.Actor), append(c.called, strings.ToLower(p.Text))
			}
		}
	}
	return cs, of
}

// isNamedAgent reports whether p is a known actor that does it and is called by name.
func (p *Part) isNamedAgent() bool {
	return p.Role == "agent" && p.Actor != 0 && p.Named && isName(p.Text)
}

// isName reports whether all words of a text begin as a name's do: neither "the
// judge" nor "Federal agencies" is a name.
func isName(text string) bool {
	for w := range strings.FieldsSeq(text) {
		if r, _ := utf8.DecodeRuneInString(w); unicode.IsLower(r) && !wordTable.Has(w, classBreak) && !wordTable.Has(w, classCount) {
			return false
		}
	}
	first, rest, _ := strings.Cut(strings.ToLower(text), " ")
	return first != "" && (rest == "" || !wordTable.Has(first, classCount))
}

// against reports whether two casts have agents none of which takes part in
// the other, or has a word of its name, who did it to the same one.
func (c *cast) against(d *cast) bool {
	in := func(list []int32) func(int32) bool { return func(a int32) bool { return slices.Contains(list, a) } }
	if len(c.agents) == 0 || len(d.agents) == 0 || slices.ContainsFunc(c.agents, in(d.all)) || slices.ContainsFunc(d.agents, in(c.all)) {
		return false
	}
	for _, n := range c.called {
		for w := range strings.FieldsSeq(n) {
			if !wordTable.Has(w, classGrammar) && slices.ContainsFunc(d.called, func(m string) bool { return slices.Contains(strings.Fields(m), w) }) {
				return false
			}
		}
	}
	return slices.ContainsFunc(c.patients, func(p string) bool { return p != "" && slices.Contains(d.patients, p) })
}

// agentConflict is about who did it: articles that name agents none of which
// is shared. What several may say or agree to is no such question.
func agentConflict(rs []*Report) Conflict {
	if len(rs) > 0 && Spoken(rs[0].Kind) {
		return Conflict{Field: "agent"}
	}
	cs, of := casts(rs)
	clash := make([]bool, len(cs))
	seen := cs[:0:0]
	at := make(map[string][]int) // articles of one cast
	var order []string
	for i := range cs {
		k := fmt.Sprint(cs[i])
		if at[k] == nil && len(seen) < maxCompared {
			seen, order = append(seen, cs[i]), append(order, k)
		}
		at[k] = append(at[k], i)
	}
	for i, k := range order {
		if slices.ContainsFunc(seen, func(d cast) bool { return seen[i].against(&d) }) {
			for _, n := range at[k] {
				clash[n] = true
			}
		}
	}
	return sides("agent", rs, func(i int, r *Report) string {
		if !clash[of[i]] {
			return ""
		}
		var texts []string
		for k := range r.Parts {
			if p := &r.Parts[k]; p.isNamedAgent() {
				texts = append(texts, p.Text)
			}
		}
		return strings.Join(texts, ", ")
	})
}
