package dateline

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/dateline-go/dateline/internal/number"
	"github.com/dateline-go/dateline/internal/quantity"
)

// A Quantity is a number that an article gives of an Event: how many died, what
// a deal is worth, how a vote went. The words that it stands in belong to the
// event's own by the syntax of the sentence; a number that only stands near is
// none of its quantities.
type Quantity struct {
	Kind QuantityKind `json:"kind"`
	// Value is the number: "3.2 billion" is 3.2e9. Of a change it is negative
	// where something fell. Of "10 to 15" it is the lower end, and To the upper.
	Value float64 `json:"value"`
	// To is the upper end of a range, else 0.
	To float64 `json:"to,omitzero"`
	// Bound tells how Value is meant: "at least 12" is 12, BoundAtLeast.
	// "Dozens" are at least 24, "hundreds" at least 200.
	Bound Bound `json:"bound,omitzero"`
	// Unit is the ISO 4217 code of money, empty where the words leave the
	// currency open ("5 million pesos"); "%" for percent, "pp" for percentage
	// points, "bp" for basis points, "points" for those of an index. What is
	// counted has none.
	//
	// A bare "$" is USD, unless Article.Home is in a country with dollars of
	// its own.
	Unit string `json:"unit,omitzero"`
	// Span is where the article says so, unit and "at least" included; of a
	// sum from the first number to the last. Zero in an Entry, whose Reports
	// have it.
	Span Span `json:"span,omitzero"`
	// Evidence tells how the number belongs to the event: "counted" (of those
	// it befalls), "summed" (several such numbers), "state" ("14 dead"), "toll",
	// "argument" ("for $3 million"), "modifier" ("a $3 million deal"), "pair"
	// (3-1, 52 to 48), "magnitude".
	Evidence Evidence `json:"evidence,omitzero"`
}

// QuantityKind is what a Quantity is the number of. The set is open; the
// built-in kinds are the constants below.
type QuantityKind string

// The kinds of quantities.
const (
	QuantityDeaths       QuantityKind = "deaths"        // people
	QuantityInjured      QuantityKind = "injured"       // people
	QuantityMissing      QuantityKind = "missing"       // people
	QuantityArrested     QuantityKind = "arrested"      // people arrested or detained
	QuantityEvacuated    QuantityKind = "evacuated"     // people
	QuantityDisplaced    QuantityKind = "displaced"     // people driven from home, or homeless
	QuantityRescued      QuantityKind = "rescued"       // people
	QuantityAbducted     QuantityKind = "abducted"      // people
	QuantityReleased     QuantityKind = "released"      // people set free
	QuantityInfected     QuantityKind = "infected"      // people, or cases of a disease
	QuantityCrowd        QuantityKind = "crowd"         // people who protest
	QuantityJobs         QuantityKind = "jobs"          // jobs cut, people laid off
	QuantityMoney        QuantityKind = "money"         // what is paid, given, fined, earned; what a deal is worth
	QuantityPrice        QuantityKind = "price"         // of one of something, or what a market price came to
	QuantityChange       QuantityKind = "change"        // by how much a price, a rate or a figure moved; negative where it fell
	QuantityRate         QuantityKind = "rate"          // what a rate or a share came to
	QuantityVotes        QuantityKind = "votes"         // for what the event tells, or those that a side won; with Unit "%" a share
	QuantityVotesAgainst QuantityKind = "votes against" // the other number of a vote
	QuantityScore        QuantityKind = "score"         // of who acts: of the loser, where the event is a defeat
	QuantityScoreAgainst QuantityKind = "score against" // of the other side
	QuantityMagnitude    QuantityKind = "magnitude"     // of an earthquake
)

// Bound tells how the number of a Quantity is meant. The set is open; the
// built-in bounds are the constants below.
type Bound string

// The bounds.
const (
	BoundExact    Bound = ""          // the number itself
	BoundAtLeast  Bound = "at least"  // or more
	BoundMoreThan Bound = "more than" // without the number itself
	BoundAtMost   Bound = "at most"   // or less: "up to"
	BoundLessThan Bound = "less than" // without the number itself
	BoundAbout    Bound = "about"     // near it: "nearly", "some"
)

var bounds = [...]Bound{number.Exact: BoundExact, number.AtLeast: BoundAtLeast, number.MoreThan: BoundMoreThan,
	number.AtMost: BoundAtMost, number.LessThan: BoundLessThan, number.About: BoundAbout}

// about is how far, as a share, "about" may be off.
const about = .1

// Range is what the number can be, its ends included: infinite where an end is
// open, a tenth to both sides of "about".
func (q *Quantity) Range() (low, high float64) {
	low, high = q.Value, q.Value
	if q.To != 0 {
		low, high = min(q.Value, q.To), max(q.Value, q.To)
	}
	switch q.Bound {
	case BoundAtLeast, BoundMoreThan:
		high = math.Inf(1)
	case BoundAtMost, BoundLessThan:
		low = math.Inf(-1)
	case BoundAbout:
		low, high = low-about*math.Abs(low), high+about*math.Abs(high)
	}
	return low, high
}

// String is the quantity in words: "at least 12 deaths", "money 3200000000 USD".
func (q *Quantity) String() string {
	s := strconv.FormatFloat(q.Value, 'f', -1, 64)
	if q.To != 0 {
		s += " to " + strconv.FormatFloat(q.To, 'f', -1, 64)
	}
	if q.Bound != BoundExact {
		s = string(q.Bound) + " " + s
	}
	if q.Unit != "" {
		s += " " + q.Unit
	}
	return fmt.Sprintf("%s %s", q.Kind, s)
}

// measure fills the quantities of the events that have none: those of
// built-in parsers, and of plug-ins that leave it to them.
func (t *Text) measure() {
	in := quantity.Input{Events: t.truth.events, Times: t.truth.spans, Gazetteer: t.config.gazetteer}
	if home, ok := t.config.gazetteer.Locate(t.article.Home); ok {
		in.Home = home.Country
	}
	for i, qs := range quantity.Find(t.doc, in) {
		t.doc.CheckAt(i)
		if e := &t.events[i]; e.Quantities == nil {
			for k := range qs {
				e.Quantities = append(e.Quantities, quantityOf(&qs[k]))
			}
		}
	}
}

func quantityOf(q *quantity.Quantity) Quantity {
	return Quantity{Kind: QuantityKind(q.Kind), Value: q.N, To: q.To, Bound: bounds[q.Bound], Unit: q.Unit, Span: outer(q.Span),
		Evidence: Evidence{Rule: q.Rule}}
}

// growing are the quantities that later counts only add to. That a later one
// of another publisher is less is no update.
func (k QuantityKind) growing() bool {
	switch k {
	case QuantityDeaths, QuantityInjured, QuantityArrested, QuantityEvacuated, QuantityDisplaced, QuantityRescued,
		QuantityInfected, QuantityVotes:
		return true
	}
	return false
}

// A claim is a quantity by one report.
type claim struct {
	q      *Quantity
	report int
}

// maxClaims bounds how many claims about one quantity are compared.
const maxClaims = 256

// foldQuantities puts together what the reports, in the order of publication,
// tell of each quantity: the latest claim stands, but an exact number before a
// bound that it meets. Claims of different publishers that exclude each other are a
// conflict if they are of one day, or the later one takes back what only
// grows; else the later is an update.
func foldQuantities(rs []Report) (out []Quantity, conflicts []Conflict) {
	type key struct {
		kind QuantityKind
		unit string
	}
	var order []key
	claims := make(map[key][]claim)
	for i := range rs {
		for j := range rs[i].Quantities {
			q := &rs[i].Quantities[j]
			k := key{q.Kind, q.Unit}
			if len(claims[k]) == 0 {
				order = append(order, k)
			}
			if len(claims[k]) < maxClaims {
				claims[k] = append(claims[k], claim{q, i})
			}
		}
	}
	for _, k := range order {
		cs := claims[k]
		best := cs[0]
		for _, c := range cs[1:] {
			if c.q.Bound == BoundExact || best.q.Bound != BoundExact || !excuses(best.q, c.q) {
				best = c
			}
		}
		q := *best.q
		q.Span = Span{}
		out = append(out, q)
		if c := disagree(rs, cs); len(c.Sides) > 1 {
			conflicts = append(conflicts, c)
		}
	}
	return out, conflicts
}

// excuses reports whether a and b can both be right.
func excuses(a, b *Quantity) bool {
	x, y := a.Range()
	u, v := b.Range()
	return x <= v && u <= y
}

// disagree is the Conflict of the claims about one quantity.
func disagree(rs []Report, cs []claim) Conflict {
	clash := make([]bool, len(cs))
	for i := range cs {
		for j := i + 1; j < len(cs); j++ {
			a, b := &rs[cs[i].report], &rs[cs[j].report]
			if a.source() == b.source() || excuses(cs[i].q, cs[j].q) {
				continue
			}
			if sameDay(a.Published, b.Published) || cs[i].q.Kind.growing() && cs[j].q.Value < cs[i].q.Value {
				clash[i], clash[j] = true, true
			}
		}
	}
	c := Conflict{Field: ConflictQuantity}
	for i := range cs {
		if !clash[i] {
			continue
		}
		s := cs[i].q.String()
		k := slices.IndexFunc(c.Sides, func(x Side) bool { return x.Value == s })
		if k < 0 {
			k = len(c.Sides)
			c.Sides = append(c.Sides, Side{Value: s})
		}
		if !slices.Contains(c.Sides[k].Reports, cs[i].report) {
			c.Sides[k].Reports = append(c.Sides[k].Reports, cs[i].report)
		}
	}
	return c
}

// source tells publishers apart: articles of unknown ones by their IDs.
func (r *Report) source() string {
	return cmp.Or(r.Publisher, "\x00"+r.Article+"\x00"+r.Published.String())
}

// sameDay reports whether a and b are of one day, or either is unknown.
func sameDay(a, b Moment) bool {
	if a.IsZero() || b.IsZero() {
		return true
	}
	return a.first() <= b.last() && b.first() <= a.last() || dayOf(a) == dayOf(b)
}

func dayOf(m Moment) string {
	y, month, d := m.Date()
	return fmt.Sprint(y, month, d)
}

// counts reports whether the conflict c about how many take part is one about
// quantities, which say what is a conflict and what an update.
func countsQuantity(rs []Report, c *Conflict) bool {
	for _, s := range c.Sides {
		n, _, _ := strings.Cut(s.Value, " ")
		v, err := strconv.ParseFloat(n, 64)
		if err != nil {
			return false
		}
		for _, i := range s.Reports {
			if !slices.ContainsFunc(rs[i].Quantities, func(q Quantity) bool { return q.Unit == "" && q.Value == v }) {
				return false
			}
		}
	}
	return true
}
