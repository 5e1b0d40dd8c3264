// Command salience fits the weights by which internal/story tells which events
// of an article matter, and writes them to weights.go there. It leaves the room
// alone when the annotated articles are absent. Nothing of them but the weights
// comes into the project.
//
//	go run ../gen/salience           in internal/story: fits and writes
//	go run ../gen/salience -measure  how well it does, leaving articles out
package main

import (
	_ "embed"
	"flag"
	"fmt"
	"log"
	"math"
	"os"
	"slices"
	"strings"

	"github.com/dateline-go/dateline/internal/gen/logit"
	"github.com/dateline-go/dateline/internal/gen/origin"
	"github.com/dateline-go/dateline/internal/story"
)

//go:embed SOURCES
var sources string

func main() {
	onlyMeasure := flag.Bool("measure", false, "measure, leaving articles out, and write nothing")
	dir := origin.Start("salience", sources)
	as, es, pair, err := readAll(dir)
	if err != nil {
		log.Fatal(err)
	}
	l := newLearner(as, es)
	l.pair = pair
	for _, t := range targets {
		l.choosePenalty(t)
	}
	if *onlyMeasure {
		l.report(os.Stdout)
		return
	}
	s := l.learn(func(int) bool { return true })
	if err := origin.WriteGo("weights.go", "salience", "story", declarations(&s)); err != nil {
		log.Fatal(err)
	}
}

// A target is one question of the annotation.
type target struct {
	name string
	so   func(e *example) bool
	of   func(s *story.Scales) *story.Traits
}

var targets = []*target{
	{"must", func(e *example) bool { return e.weight == 3 }, func(s *story.Scales) *story.Traits { return &s.Must }},
	{"show", func(e *example) bool { return e.weight >= 2 }, func(s *story.Scales) *story.Traits { return &s.Show }},
	{"right", func(e *example) bool { return e.right }, func(s *story.Scales) *story.Traits { return &s.Right }},
}

// penalties on the squares of the weights are tried.
var penalties = []float64{3, 6, 10, 20}

// againPenalty is that on the weights of traits for being told again: with 3 or 30
// fewer entries of articles left out are worth a line.
const againPenalty = 10

// folds are as many parts of the articles of which one is left out in turn.
const folds = 10

type learner struct {
	articles []article
	examples []example
	penalty  map[*target]float64
	pair     story.Vector
}

func newLearner(as []article, es []example) *learner {
	return &learner{articles: as, examples: es, penalty: make(map[*target]float64)}
}

// fit is the weights for t by the examples of the articles that use takes.
func (l *learner) fit(t *target, penalty float64, use func(article int) bool) story.Traits {
	m := logit.Matrix{Penalty: make([]float64, story.NumTraits)}
	for f := range m.Penalty {
		m.Penalty[f] = penalty
	}
	m.Penalty[story.TraitAlways] = .01
	for i := range l.examples {
		if e := &l.examples[i]; use(e.article) {
			m.X, m.Y = append(m.X, e.x[:]), append(m.Y, t.so(e))
		}
	}
	var out story.Traits
	for f, x := range m.Fit() {
		out[f] = rounded(x)
	}
	return out
}

func rounded(x float64) float64 { return math.Round(x*100) / 100 }

// choosePenalty takes the one that foretells best for articles left out.
func (l *learner) choosePenalty(t *target) {
	best := math.Inf(1)
	for _, p := range penalties {
		loss := 0.0
		for f := range folds {
			s := l.fit(t, p, func(a int) bool { return a%folds != f })
			for i := range l.examples {
				if e := &l.examples[i]; e.article%folds == f {
					q := s.Chance(&e.x)
					if !t.so(e) {
						q = 1 - q
					}
					loss -= math.Log(max(q, 1e-9))
				}
			}
		}
		if loss < best {
			best, l.penalty[t] = loss, p
		}
	}
}

// learn is all scales by the articles that use takes.
func (l *learner) learn(use func(article int) bool) story.Scales {
	var s story.Scales
	for _, t := range targets {
		*t.of(&s) = l.fit(t, l.penalty[t], use)
	}
	s.Pair = l.pair
	s.Again, s.Told = l.fitAgain(&s, use)
	return s
}

// fitAgain finds how surely an event is one that matters more again, by the
// log-odds of its pairs and its traits.
func (l *learner) fitAgain(s *story.Scales, use func(article int) bool) (float64, story.Traits) {
	m := logit.Matrix{Penalty: make([]float64, story.NumTraits+1)}
	for f := range m.Penalty {
		m.Penalty[f] = againPenalty
	}
	m.Penalty[story.TraitAlways], m.Penalty[story.NumTraits] = .01, .01
	for n := range l.articles {
		if !use(n) {
			continue
		}
		a := &l.articles[n]
		worth, odds := story.WeighBy(s, a.view)
		order := story.Order(worth)
		for k, i := range order {
			e := &l.examples[a.first+i]
			if k == 0 || e.weight < 1 {
				continue
			}
			same := slices.ContainsFunc(order[:k], func(j int) bool { return l.examples[a.first+j].gold == e.gold })
			m.X, m.Y = append(m.X, append(slices.Clone(e.x[:]), odds[i])), append(m.Y, same)
		}
	}
	w := m.Fit()
	var t story.Traits
	for f := range t {
		t[f] = rounded(w[f])
	}
	return rounded(w[story.NumTraits]), t
}

// declarations are those of the Go file of the weights.
func declarations(s *story.Scales) string {
	var b strings.Builder
	b.WriteString("// fittedScales are the weights of logistic regressions over the events of\n" +
		"// annotated articles for learning: is it one that no timeline of the story may\n" +
		"// lack, is it worth a line, and is it right in all its parts; with a penalty on\n" +
		"// their squares that was chosen by leaving articles out. And of one over pairs.\n")
	b.WriteString("var fittedScales = Scales{\n")
	for _, t := range targets {
		fmt.Fprintf(&b, "\t%s: Traits{\n", strings.ToUpper(t.name[:1])+t.name[1:])
		b.WriteString(logit.Fields("Trait", story.TraitNames[:], t.of(s)[:]))
		b.WriteString("\t},\n")
	}
	fmt.Fprintf(&b, "\tPair: Vector{\n%s\t},\n", logit.Fields("", story.Names[:], s.Pair[:]))
	fmt.Fprintf(&b, "\tAgain: %.2f,\n\tTold: Traits{\n%s\t},\n}\n", s.Again, logit.Fields("Trait", story.TraitNames[:], s.Told[:]))
	return b.String()
}
