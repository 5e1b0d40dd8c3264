package story

import (
	"math"
	"slices"

	"github.com/dateline-go/dateline/internal/coref"
	"github.com/dateline-go/dateline/internal/event"
	"github.com/dateline-go/dateline/internal/token"
)

// A Worth is what an event is worth to a reader of its article, each a
// probability between 0 and 1.
type Worth struct {
	Must  float64 // that no timeline of the story may lack it
	Show  float64 // that it is worth a line
	Right float64 // that kind, sides, status, date and place are as the article has them
	Again float64 // that one that matters more is the same
}

// Salience is one number for all, how much the event matters, told once and
// right: what is misread is worth little to a reader, and what is told twice
// less than it would be if readers took the chance.
func (w Worth) Salience() float64 {
	return math.Pow((w.Must+w.Show)/2, .75) * math.Pow(w.Right, .25) * math.Pow(1-w.Again, twice)
}

// twice is how much a second telling weighs. Of as many entries of articles left
// out as there are by 1, 1.5 leaves one duplicate in ten fewer and as many that
// are worth a line.
const twice = 1.5

// Chance is the probability that a logistic regression's weights w give an event of traits x.
func (w *Traits) Chance(x *Traits) float64 { return logistic(w.sum(x)) }

func (w *Traits) sum(x *Traits) float64 {
	sum := 0.0
	for i := range x {
		sum += x[i] * w[i]
	}
	return sum
}

func logistic(x float64) float64 { return 1 / (1 + math.Exp(-x)) }

// Scales are what Weigh weighs by.
type Scales struct {
	Must, Show, Right Traits
	// Pair is what the features of a pair of events count for their being one: those
	// of Weights are for reports, which lack their sentences' trees.
	Pair Vector
	// Again is what the log-odds of a pair's being one event count for whether the
	// lesser of them has been told.
	Again float64
	// Told is what the traits of the lesser one count besides.
	Told Traits
}

// Weigh is the worth of each event of an article.
func Weigh(d *token.Doc, actors []coref.Actor, es []event.Event) []Worth {
	p := newPairing(&fittedScales.Pair, d, actors, es)
	out, told := make([]Worth, len(es)), make([]float64, len(es))
	newViewer(d, actors, es).traits(p, func(i int, x *Traits) {
		out[i], told[i] = fittedScales.worth(x), fittedScales.Told.sum(x)
	})
	again(&fittedScales, p, out, told)
	return out
}

// A View is what weighing an article's events asks of them.
type View struct {
	Traits []Traits
	*pairing
}

// WeighBy is Weigh by scales of one's own, for those who fit them, with the
// log-odds of which s.Again makes a chance.
func WeighBy(s *Scales, v *View) ([]Worth, []float64) {
	out, told := make([]Worth, len(v.Traits)), make([]float64, len(v.Traits))
	for i := range out {
		v.d.CheckAt(i)
		out[i], told[i] = s.worth(&v.Traits[i]), s.Told.sum(&v.Traits[i])
	}
	return out, again(s, v.pairing, out, told)
}

// worth is that of an event of traits x, but for Again.
func (s *Scales) worth(x *Traits) Worth {
	return Worth{Must: s.Must.Chance(x), Show: s.Show.Chance(x), Right: s.Right.Chance(x)}
}

// again fills Again of the worth of events, pairs of which p weighs and for which
// their traits count told, and gives the log-odds that it is from: that one of
// those near it that matter more is the same.
func again(s *Scales, p *pairing, out []Worth, told []float64) []float64 {
	order, odds := Order(out), make([]float64, len(out))
	rank := make([]int, len(order))
	for n, i := range order {
		rank[i] = n
	}
	for n, i := range order {
		p.d.Check()
		rest, near := 1.0, 0 // the chance that none is, and of how many
		for j := max(0, i-perDoc); j < min(len(out), i+perDoc+1); j++ {
			if rank[j] < n {
				rest *= 1 - p.chance(p.odds(i, j))
				near++
			}
		}
		if near < n { // one from afar
			rest *= 1 - p.chance(-apart*fine)
		}
		if n > 0 {
			odds[i] = math.Log((1 - rest) / rest)
			out[i].Again = logistic(s.Again*odds[i] + told[i])
		}
	}
	return odds
}

// Order is the events as they matter, the first most, whatever is told again.
func Order(ws []Worth) []int {
	order := make([]int, len(ws))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int {
		switch a, b := ws[i].Must+ws[i].Show, ws[j].Must+ws[j].Show; {
		case a > b:
			return -1
		case a < b:
			return 1
		}
		return 0
	})
	return order
}
