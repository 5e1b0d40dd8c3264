package main

import (
	"fmt"
	"io"
	"slices"

	"github.com/dateline-go/dateline/internal/story"
)

// report writes how well events are chosen, each article's by weights that
// were fitted on others.
func (l *learner) report(w io.Writer) {
	worth := make([]story.Worth, len(l.examples))
	for f := range folds {
		s := l.learn(func(a int) bool { return a%folds != f })
		for n := f; n < len(l.articles); n += folds {
			a := &l.articles[n]
			ws, _ := story.WeighBy(&s, a.view)
			copy(worth[a.first:], ws)
		}
	}
	for _, t := range targets {
		fmt.Fprintf(w, "%s: penalty %v, area under the curve %.3f\n", t.name, l.penalty[t], l.area(t, worth))
	}
	l.firstFive(w, worth)
	fmt.Fprintln(w, "shown from   a article  worth  again  minor  none   right F1  must found")
	for from := .10; from < .61; from += .02 {
		l.threshold(w, worth, from)
	}
	l.calibration(w, worth)
}

// area is the chance that an event that is so comes before one that is not.
func (l *learner) area(t *target, worth []story.Worth) float64 {
	pick := map[string]func(story.Worth) float64{"must": func(w story.Worth) float64 { return w.Must },
		"show": func(w story.Worth) float64 { return w.Show }, "right": func(w story.Worth) float64 { return w.Right }}[t.name]
	good, all := 0.0, 0.0
	for i := range worth {
		for j := range worth {
			if t.so(&l.examples[i]) && !t.so(&l.examples[j]) {
				all++
				switch x, y := pick(worth[i]), pick(worth[j]); {
				case x > y:
					good++
				case x == y:
					good += .5
				}
			}
		}
	}
	return good / all
}

// firstFive writes how many of the events that no timeline may lack are among an article's five first.
func (l *learner) firstFive(w io.Writer, worth []story.Worth) {
	hit, could := 0, 0
	for n := range l.articles {
		a := &l.articles[n]
		order := make([]int, len(a.events))
		for i := range order {
			order[i] = a.first + i
		}
		slices.SortStableFunc(order, func(i, j int) int {
			return map[bool]int{true: -1, false: 1}[worth[i].Salience() > worth[j].Salience()]
		})
		found := make(map[int]bool)
		for _, i := range order[:min(5, len(order))] {
			if e := &l.examples[i]; e.weight == 3 {
				found[e.gold] = true
			}
		}
		hit, could = hit+len(found), could+min(5, a.must)
	}
	fmt.Fprintf(w, "first five: %.1f %% of what they could hold\n", 100*float64(hit)/float64(could))
}

// threshold writes what is shown from a salience on.
func (l *learner) threshold(w io.Writer, worth []story.Worth, from float64) {
	var shown, good, again, minor, none, whole, must, all, allMust float64
	for n := range l.articles {
		a := &l.articles[n]
		all, allMust = all+float64(a.must+a.worth), allMust+float64(a.must)
		told := make(map[int]bool)
		for i := a.first; i < a.first+len(a.events); i++ {
			e := &l.examples[i]
			if worth[i].Salience() < from {
				continue
			}
			shown++
			switch {
			case e.weight < 1:
				none++
			case told[e.gold]:
				again++
			case e.weight == 1:
				minor++
			default:
				good++
				if e.right {
					whole++
				}
				if e.weight == 3 {
					must++
				}
			}
			if e.weight > 0 {
				told[e.gold] = true
			}
		}
	}
	p, r := whole/max(1, shown), whole/all
	fmt.Fprintf(w, "%.2f         %6.1f   %6.1f %6.1f %6.1f %6.1f   %6.1f     %6.1f\n",
		from, shown/float64(len(l.articles)), 100*good/max(1, shown), 100*again/max(1, shown),
		100*minor/max(1, shown), 100*none/max(1, shown), 100*2*p*r/max(p+r, 1e-9), 100*must/allMust)
}

// calibration writes how many of the events of a score are right in all parts.
func (l *learner) calibration(w io.Writer, worth []story.Worth) {
	bounds := []float64{0, .1, .2, .3, .4, .5, 1}
	for k := range bounds[1:] {
		n, right, sum := 0, 0, 0.0
		for i := range worth {
			if x := worth[i].Right; x >= bounds[k] && x < bounds[k+1] {
				n++
				sum += x
				if l.examples[i].right {
					right++
				}
			}
		}
		if n > 0 {
			fmt.Fprintf(w, "score %.1f to %.1f: %d events, mean %.2f, right %.2f\n",
				bounds[k], bounds[k+1], n, sum/float64(n), float64(right)/float64(n))
		}
	}
}
