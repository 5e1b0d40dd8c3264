package fit

import (
	"math"

	"github.com/dateline-go/dateline/internal/evaluate/stories"
	"github.com/dateline-go/dateline/internal/event"
	"github.com/dateline-go/dateline/internal/gen/logit"
	"github.com/dateline-go/dateline/internal/gen/parse"
	"github.com/dateline-go/dateline/internal/token"
)

// A Candidate is what may be an event of an annotated article.
type Candidate struct {
	Article int // place among the articles
	Trigger token.Span
	X       event.Clues
	Wanted  float64 // 1 for what is worth showing, half for what is true but minor
}

// Candidates finds those of annotated articles.
func Candidates(golds []stories.Gold) ([]Candidate, error) {
	var out []Candidate
	for i := range golds {
		g := &golds[i]
		d, in, err := parse.Article(g)
		if err != nil {
			return nil, err
		}
		event.Candidates(d, in, func(trigger token.Span, x *event.Clues) {
			entry := stories.Entry{Spans: [][2]int{{int(trigger.Start), int(trigger.End)}}}
			c := Candidate{Article: i, Trigger: trigger, X: *x}
			if k := g.Match(&entry); k >= 0 {
				c.Wanted = min(1, float64(g.Events[k].Weight)/2)
			}
			out = append(out, c)
		})
	}
	return out, nil
}

// leastWorth is the least weight of use in a table.
const leastWorth = .05

// Worth is what the clues are worth by the candidates of the articles that
// use takes; one that is wanted by half is one that is and one that is not, each
// of half the weight.
func Worth(cs []Candidate, penalty float64, use func(article int) bool) event.Clues {
	m := logit.Matrix{Penalty: make([]float64, event.NumClues)}
	for f := range m.Penalty {
		m.Penalty[f] = penalty
	}
	m.Penalty[0] = .01 // always
	add := func(c *Candidate, wanted bool, weight float64) {
		if weight > 0 {
			m.X, m.Y, m.Weight = append(m.X, c.X[:]), append(m.Y, wanted), append(m.Weight, weight)
		}
	}
	for i := range cs {
		if use(cs[i].Article) {
			add(&cs[i], true, cs[i].Wanted)
			add(&cs[i], false, 1-cs[i].Wanted)
		}
	}
	w := event.Clues(m.Fit())
	for f := range w {
		if w[f] = math.Round(w[f]*100) / 100; math.Abs(w[f]) < leastWorth {
			w[f] = 0
		}
	}
	return w
}
