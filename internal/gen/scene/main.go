// Command scene fits the weights by which internal/event tells where an event is
// that names no place, and writes them to sceneweights.go there. It leaves the
// room alone when the annotated articles are absent. Nothing of them but the
// weights comes into the project.
//
//	go run ../gen/scene           in internal/event: fits and writes
//	go run ../gen/scene -measure  how well it does, leaving articles out
package main

import (
	_ "embed"
	"flag"
	"fmt"
	"io"
	"log"
	"math"
	"os"
	"strings"

	"github.com/dateline-go/dateline/internal/evaluate/stories"
	"github.com/dateline-go/dateline/internal/event"
	"github.com/dateline-go/dateline/internal/gazetteer"
	"github.com/dateline-go/dateline/internal/gen/logit"
	"github.com/dateline-go/dateline/internal/gen/origin"
	"github.com/dateline-go/dateline/internal/gen/parse"
	"github.com/dateline-go/dateline/internal/token"
)

//go:embed SOURCES
var sources string

func main() {
	onlyMeasure := flag.Bool("measure", false, "measure, leaving articles out, and write nothing")
	dir := origin.Start("scene", sources)
	es, err := readAll(dir)
	if err != nil {
		log.Fatal(err)
	}
	if *onlyMeasure {
		report(os.Stdout, es)
		return
	}
	penalty := choosePenalty(es)
	w := fit(es, penalty, func(int) bool { return true })
	if err := origin.WriteGo("sceneweights.go", "scene", "event", declarations(&w)); err != nil {
		log.Fatal(err)
	}
}

// penalties on the squares of the weights are tried.
var penalties = []float64{3, 6, 10, 20}

// folds are as many parts of the articles of which one is left out in turn.
const folds = 10

// An example is the choice of the place of an event that the gold has.
type example struct {
	article int
	logit.Choice
	weight int
	told   bool  // the gold says where it is
	fit    []int // of each place
}

// readAll parses the annotated articles below dir.
func readAll(dir string) ([]example, error) {
	golds, err := stories.Learning(dir)
	if err != nil {
		return nil, err
	}
	var out []example
	for i := range golds {
		g := &golds[i]
		d, in, err := parse.Article(g)
		if err != nil {
			return nil, err
		}
		events, choices := event.Scenes(d, in)
		names := placeNames(d, in.Places)
		for k := range choices {
			c := &choices[k]
			entry := stories.Entry{}
			for _, m := range events[c.Event].Mentions {
				entry.Spans = append(entry.Spans, [2]int{int(m.Start), int(m.End)})
			}
			if n := g.Match(&entry); n >= 0 && g.Events[n].Weight > 0 {
				out = append(out, newExample(i, c, &g.Events[n], in.Places, names))
			}
		}
	}
	return out, nil
}

// placeNames are what the text calls each location, and its country if it is one.
func placeNames(d *token.Doc, ps []event.Place) map[int32][]string {
	out := make(map[int32][]string)
	for j := range ps {
		p := &ps[j]
		out[p.Location] = append(out[p.Location], d.Str(p.Span))
		if c, ok := gazetteer.Default().Country(p.Country); ok && p.State() {
			out[p.Location] = append(out[p.Location], c.Name)
		}
	}
	return out
}

func newExample(article int, c *event.Choice, g *stories.Event, ps []event.Place, names map[int32][]string) example {
	e := example{article: article, weight: g.Weight, told: len(g.Where) > 0, fit: make([]int, len(c.Places))}
	most := 0
	for i, j := range c.Places {
		e.X = append(e.X, c.Traits[i][:])
		if j != token.None {
			e.fit[i] = g.PlaceFit(names[ps[j].Location])
			most = max(most, e.fit[i])
		}
	}
	for i := range c.Places {
		e.Right = append(e.Right, e.fit[i] == most && (most > 0 || i == 0))
	}
	return e
}

// fit is the weights by the examples of the articles that use takes.
func fit(es []example, penalty float64, use func(article int) bool) event.SceneTraits {
	ps := make([]float64, event.NumSceneTraits)
	for f := range ps {
		ps[f] = penalty
	}
	var cs []logit.Choice
	for i := range es {
		if use(es[i].article) {
			cs = append(cs, es[i].Choice)
		}
	}
	var out event.SceneTraits
	for f, x := range logit.FitChoices(cs, ps) {
		out[f] = math.Round(x*100) / 100
	}
	return out
}

// leftOut calls do with each example and the weights fitted without its fold.
func leftOut(es []example, penalty float64, do func(e *example, w *event.SceneTraits)) {
	for f := range folds {
		w := fit(es, penalty, func(a int) bool { return a%folds != f })
		for i := range es {
			if es[i].article%folds == f {
				do(&es[i], &w)
			}
		}
	}
}

// choosePenalty takes the one that foretells best for articles left out.
func choosePenalty(es []example) float64 {
	best, choice := math.Inf(1), 0.0
	for _, p := range penalties {
		loss := 0.0
		leftOut(es, p, func(e *example, w *event.SceneTraits) {
			right := 0.0
			for i, q := range logit.Chances(w[:], e.X) {
				if e.Right[i] {
					right += q
				}
			}
			loss -= math.Log(max(right, 1e-9))
		})
		if loss < best {
			best, choice = loss, p
		}
	}
	return choice
}

// report writes how well places are chosen, each article's by weights that
// were fitted on others, by the chance from which on one is taken.
func report(w io.Writer, es []example) {
	p := choosePenalty(es)
	fmt.Fprintf(w, "%d events without a place of their own, penalty %v\n", len(es), p)
	fmt.Fprintln(w, "bias  from   right coarse missing extra wrong  passes   (percent)")
	type guess struct {
		e  *example
		ps []float64
	}
	var gs []guess
	leftOut(es, p, func(e *example, w *event.SceneTraits) { gs = append(gs, guess{e, logit.Chances(w[:], e.X)}) })
	for bias := -.4; bias < .41; bias += .2 {
		for from := .0; from < .51; from += .1 {
			var n [5]int
			passes, all := 0, 0
			for _, g := range gs {
				o := g.e.outcome(g.ps, bias, from)
				n[o]++
				if g.e.weight > 1 {
					all++
					if o != 4 && (o != 2 || g.e.weight < 3) {
						passes++
					}
				}
			}
			fmt.Fprintf(w, "%4.1f %5.2f", bias, from)
			for _, x := range n {
				fmt.Fprintf(w, " %6.1f", 100*float64(x)/float64(len(es)))
			}
			fmt.Fprintf(w, " %6.1f\n", 100*float64(passes)/float64(all))
		}
	}
}

// outcome, of a choice of the chances ps, is 0 for the right place or none rightly, 1 for a coarse one, 2 for
// one that is missing, 3 for one too many, 4 for a wrong one.
func (e *example) outcome(ps []float64, bias, from float64) int {
	best, none := 0, ps[0]*math.Exp(bias)
	most := none
	for i, p := range ps {
		if i > 0 && p > most {
			best, most = i, p
		}
	}
	if most < from {
		best = 0
	}
	switch {
	case best == 0 && e.told:
		return 2
	case best == 0 || e.fit[best] == 2:
		return 0
	case !e.told:
		return 3
	case e.fit[best] == 1:
		return 1
	}
	return 4
}

// declarations are those of the Go file of the weights.
func declarations(w *event.SceneTraits) string {
	var b strings.Builder
	b.WriteString("// fittedScene are the weights of a choice among all places and none, over the\n" +
		"// events of the annotated articles for learning that name no place; with a\n" +
		"// penalty on their squares that was chosen by leaving articles out.\n")
	b.WriteString("var fittedScene = SceneTraits{\n")
	b.WriteString(logit.Fields("Scene", event.SceneTraitNames[:], w[:]))
	b.WriteString("}\n")
	return b.String()
}
