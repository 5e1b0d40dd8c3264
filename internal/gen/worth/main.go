// Command worth fits the weights by which internal/event tells what a reader
// wants to see from other words, and writes them to worthweights.go there. It
// leaves the room alone when the annotated articles are absent. Nothing of them
// but the weights comes into the project.
//
//	go run ../gen/worth           in internal/event: fits and writes
//	go run ../gen/worth -measure  how well it does, leaving articles out
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

	"github.com/dateline-go/dateline/internal/evaluate/stories"
	"github.com/dateline-go/dateline/internal/event"
	"github.com/dateline-go/dateline/internal/gen/fit"
	"github.com/dateline-go/dateline/internal/gen/logit"
	"github.com/dateline-go/dateline/internal/gen/origin"
)

//go:embed SOURCES
var sources string

// penalties on the squares of the weights are tried.
var penalties = []float64{1, 3, 6, 10, 20}

// folds are as many parts of the articles of which one is left out in turn.
const folds = 10

func main() {
	onlyMeasure := flag.Bool("measure", false, "measure, leaving articles out, and write nothing")
	dir := origin.Start("worth", sources)
	golds, err := stories.Read(filepath.Join(dir, "eval/stories/train.jsonl"))
	if err != nil {
		log.Fatal(err)
	}
	cs, err := fit.Candidates(golds)
	if err != nil {
		log.Fatal(err)
	}
	best, least := 0.0, math.Inf(1)
	for _, p := range penalties {
		loss, area := measure(cs, p)
		if loss < least {
			best, least = p, loss
		}
		if *onlyMeasure {
			fmt.Printf("penalty %v: %d candidates, loss %.4f, area %.3f\n", p, len(cs), loss, area)
		}
	}
	if *onlyMeasure {
		return
	}
	w := fit.Worth(cs, best, func(int) bool { return true })
	if err := origin.WriteGo("worthweights.go", "worth", "event", declarations(&w)); err != nil {
		log.Fatal(err)
	}
}

// measure leaves articles out: the mean surprise in nats, and the chance that
// what is worth showing has more than what is nothing.
func measure(cs []fit.Candidate, penalty float64) (loss, area float64) {
	var good, bad []float64
	for f := range folds {
		w := fit.Worth(cs, penalty, func(article int) bool { return article%folds != f })
		for i := range cs {
			c := &cs[i]
			if c.Article%folds != f {
				continue
			}
			p := w.Worth(&c.X)
			s := math.Log(p / (1 - p))
			loss -= c.Wanted*math.Log(p) + (1-c.Wanted)*math.Log(1-p)
			switch c.Wanted {
			case 1:
				good = append(good, s)
			case 0:
				bad = append(bad, s)
			}
		}
	}
	slices.Sort(bad)
	for _, s := range good {
		i, _ := slices.BinarySearch(bad, s)
		area += float64(i)
	}
	return loss / float64(len(cs)), area / float64(len(good)*len(bad))
}

// declarations are those of the Go file of the weights.
func declarations(w *event.Clues) string {
	var b strings.Builder
	b.WriteString("// worthWeights say how likely a reader wants to see what a word tells: those of\n" +
		"// a logistic regression over all candidates of the forty annotated articles for\n" +
		"// learning, wanted being what the gold has as worth showing; what is true but\n" +
		"// minor counts half. The penalty on their squares was chosen by leaving a tenth\n" +
		"// of the articles out in turn.\n")
	b.WriteString("var worthWeights = Clues{\n")
	b.WriteString(logit.Fields("", event.ClueNames[:], w[:]))
	b.WriteString("}\n")
	return b.String()
}
