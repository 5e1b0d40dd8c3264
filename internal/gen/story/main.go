// Command story fits the weights by which internal/story joins reports, and
// writes them to fitted.go there, and to common.bin which words are common in
// general English, which they build on. It leaves the room alone when the corpus is
// absent. Nothing of the corpora but weights and shares of words comes into the project.
//
//	go run ../gen/story           in internal/story: fits and writes
//	go run ../gen/story -measure  how well reports are joined, leaving topics out
package main

import (
	_ "embed"
	"flag"
	"fmt"
	"log"
	"math"
	"path/filepath"
	"slices"
	"strings"

	"github.com/dateline-go/dateline/internal/gen/fit"
	"github.com/dateline-go/dateline/internal/gen/logit"
	"github.com/dateline-go/dateline/internal/gen/origin"
	"github.com/dateline-go/dateline/internal/story"
)

//go:embed SOURCES
var sources string

// untold are features that the corpus cannot teach, for its articles have no dates,
// or that are weighed by hand.
var untold = []story.Feature{
	story.OtherMode, story.OtherMany, story.OtherWay, story.OtherVoice, story.SameFigure, story.SameDate, story.LooseDate, story.NearDate, story.FarDate, story.PublishedNear, story.PublishedFar,
}

func main() {
	l2 := flag.Float64("l2", 1, "penalty on the squares of the weights")
	bias := flag.Float64("bias", 0, "added to the score of each pair when measuring")
	onlyMeasure := flag.Bool("measure", false, "measure, leaving topics out, and write nothing")
	verbose := flag.Bool("v", false, "print the pairs that are wrong")
	dir := origin.Start("story", sources)
	others, err := readOthers(filepath.Join(dir, "eval/quotes/polnear-train.jsonl"))
	if err != nil {
		log.Fatal(err)
	}
	topics, all, err := readTopics(filepath.Join(dir, "eval/crossdoc/ecb-dev.jsonl"), others)
	if err != nil {
		log.Fatal(err)
	}
	articles, err := readStories(dir)
	if err != nil {
		log.Fatal(err)
	}
	if *onlyMeasure {
		fmt.Println("compared, each topic alone:", compared(topics), " all topics among other articles:", compared([]*topic{all}))
		for _, known := range []bool{false, true} {
			fmt.Println("across, fitted with the topic:", known, measure(topics, all, true, known, *l2, *bias, *verbose))
			fmt.Println("within, fitted with the article:", known, measure(articles, nil, false, known, *l2, *bias, *verbose))
		}
		return
	}
	if err := commonWords(dir); err != nil {
		log.Fatal(err)
	}
	// That a story tells one event of a kind keeps the lesser back; it joins nothing.
	w := story.Weights{Across: fit.Pairs(append(examples(topics, true), all.strangers("")...), *l2, story.KindOnce), Within: fit.Pairs(examples(articles, false), *l2, story.KindOnce)}
	if err := origin.WriteGo("fitted.go", "story", "story", declarations(&w)); err != nil {
		log.Fatal(err)
	}
}

// measure fits on all topics but one, and joins the reports of that one; or
// the same with annotated articles, whose reports are joined within each. With
// known, it fits on that one too: what leaving it out costs is the difference.
func measure(topics []*topic, all *topic, across, known bool, l2, bias float64, verbose bool) string {
	ex := make([][]fit.Pair, len(topics))
	for i, t := range topics {
		ex[i] = t.examples(across)
	}
	var sum counts
	for k, t := range topics {
		w := story.Fitted
		learn, but := slices.Concat(slices.Concat(ex[:k]...), slices.Concat(ex[k+1:]...)), t.name
		if known {
			learn, but = append(learn, ex[k]...), ""
		}
		if all != nil {
			learn = append(learn, all.strangers(but)...)
		}
		v := fit.Pairs(learn, l2, story.KindOnce)
		for i := range ex[k] {
			sum.foretell(&ex[k][i], &v)
		}
		v[story.Always] += bias
		if across {
			w.Across = v
		} else {
			w.Within = v
		}
		sum.add(t, across, story.ClusterBy(&w, t.reports, t.articles), verbose)
	}
	return sum.String()
}

func examples(topics []*topic, across bool) (out []fit.Pair) {
	for _, t := range topics {
		out = append(out, t.examples(across)...)
	}
	return out
}

func (t *topic) examples(across bool) (out []fit.Pair) {
	story.Pairs(t.reports, t.articles, func(i, j int, other bool, v *story.Vector) {
		if other != across || t.chain[i] == "" || t.chain[j] == "" {
			return
		}
		e := fit.Pair{V: *v, Same: t.chain[i] == t.chain[j]}
		for _, f := range untold {
			if across {
				e.V[f] = 0
			}
		}
		out = append(out, e)
	})
	return out
}

// compared is the share of the pairs of reports of two articles that are one
// event which are compared at all.
func compared(topics []*topic) string {
	met, all := 0, 0
	for _, t := range topics {
		story.Candidates(t.reports, t.articles, func(i, j int, _ *story.Vector) {
			if t.chain[i] != "" && t.chain[i] == t.chain[j] {
				met++
			}
		})
		of := make(map[string][]int32)
		for i, c := range t.chain {
			if c != "" {
				for _, a := range of[c] {
					if a != t.reports[i].Article {
						all++
					}
				}
				of[c] = append(of[c], t.reports[i].Article)
			}
		}
	}
	return fmt.Sprintf("%d of %d (%.1f %%)", met, all, 100*float64(met)/float64(max(1, all)))
}

// strangers are the pairs that an archive of all topics but one compares.
func (t *topic) strangers(but string) (out []fit.Pair) {
	if t.pairs == nil {
		story.Candidates(t.reports, t.articles, func(i, j int, v *story.Vector) {
			if t.chain[i] == "" || t.chain[j] == "" {
				return
			}
			e := fit.Pair{V: *v, Same: t.chain[i] == t.chain[j]}
			for _, f := range untold {
				e.V[f] = 0
			}
			x, _, _ := strings.Cut(t.chain[i], " ")
			y, _, _ := strings.Cut(t.chain[j], " ")
			if x == other && y == other {
				if v[story.SentenceWords] > likeSentence || (i+j)%oneIn != 0 {
					return
				}
			}
			t.pairs = append(t.pairs, e)
			t.from = append(t.from, [2]string{x, y})
		})
	}
	for i := range t.pairs {
		if t.from[i][0] != but && t.from[i][1] != but {
			out = append(out, t.pairs[i])
		}
	}
	return out
}

// Of pairs of other articles one in oneIn is learnt from, but none whose
// sentences are so much alike that they may be one event.
const (
	oneIn        = 4
	likeSentence = 0.4
)

// counts are pairs joined rightly, wrongly and not, and B-cubed sums.
type counts struct {
	tp, fp, fn int
	bp, br     float64
	n          int
	same, not  []float64 // log-odds of the pairs that are one, and of those that are not
}

// foretell adds what weights fitted without e say of it.
func (c *counts) foretell(e *fit.Pair, v *story.Vector) {
	s := 0.0
	for f := range v {
		s += v[f] * e.V[f]
	}
	if e.Same {
		c.same = append(c.same, s)
	} else {
		c.not = append(c.not, s)
	}
}

// area is the chance that a pair that is one has more than one that is not.
func (c *counts) area() float64 {
	slices.Sort(c.not)
	n := 0
	for _, s := range c.same {
		i, _ := slices.BinarySearch(c.not, s)
		n += i
	}
	return float64(n) / float64(max(1, len(c.same)*len(c.not)))
}

// loss is the mean surprise at a pair, in nats.
func (c *counts) loss() float64 {
	sum := 0.0
	for _, s := range c.same {
		sum += math.Log1p(math.Exp(-s))
	}
	for _, s := range c.not {
		sum += math.Log1p(math.Exp(s))
	}
	return sum / float64(max(1, len(c.same)+len(c.not)))
}

func (c *counts) add(t *topic, across bool, id []int32, verbose bool) {
	for i := range id {
		if t.chain[i] == "" {
			continue
		}
		mine, same, both := 0, 0, 0
		for j := range id {
			if t.chain[j] == "" {
				continue
			}
			g, s := t.chain[i] == t.chain[j], id[i] == id[j]
			if s {
				mine++
			}
			if g {
				same++
			}
			if s && g {
				both++
			}
			if j >= i || across == (t.reports[i].Article == t.reports[j].Article) {
				continue
			}
			if verbose && s != g {
				x, y := &t.reports[i], &t.reports[j]
				what := "SPLIT"
				if s {
					what = "MERGED"
				}
				fmt.Printf("%s %s: %s/%s %q %q\n    %s\n    %s\n", what, t.name, x.Kind, y.Kind, x.Lemma, y.Lemma, x.Sentence, y.Sentence)
			}
			switch {
			case g && s:
				c.tp++
			case s:
				c.fp++
			case g:
				c.fn++
			}
		}
		c.bp += float64(both) / float64(mine)
		c.br += float64(both) / float64(same)
		c.n++
	}
}

func (c *counts) String() string {
	f1 := func(p, r float64) float64 { return 2 * p * r / max(p+r, 1e-9) }
	p, r := float64(c.tp)/float64(max(1, c.tp+c.fp)), float64(c.tp)/float64(max(1, c.tp+c.fn))
	n := float64(max(1, c.n))
	return fmt.Sprintf("foretold: area %.3f loss %.4f  reports %d  pairs P %.1f R %.1f F1 %.1f  B3 P %.1f R %.1f F1 %.1f",
		c.area(), c.loss(), c.n, 100*p, 100*r, 100*f1(p, r), 100*c.bp/n, 100*c.br/n, 100*f1(c.bp/n, c.br/n))
}

// declarations are those of the Go file of the weights.
func declarations(w *story.Weights) string {
	var b strings.Builder
	b.WriteString("// Fitted are the weights found by logistic regression over pairs of reports whose\n" +
		"// events are told: Across on the development topics of ECB+ and, of\n" +
		"// what is no one event, other articles, Within on the annotated articles for learning.\n")
	b.WriteString("var Fitted = Weights{\n")
	for _, t := range []struct {
		name string
		v    story.Vector
	}{{"Across", w.Across}, {"Within", w.Within}} {
		fmt.Fprintf(&b, "\t%s: Vector{\n", t.name)
		b.WriteString(logit.Fields("", story.Names[:], t.v[:]))
		b.WriteString("\t},\n")
	}
	b.WriteString("}\n")
	return b.String()
}
