package main

import (
	"fmt"

	"github.com/dateline-go/dateline/internal/role"
	"github.com/dateline-go/dateline/internal/token"
)

// measure tells how a model does on t: F1 of all labels and of some, precision
// and recall of predicates, senses right of those found, in percent.
func measure(t text, data string) string {
	all := t.doc.Sents
	t.doc.Sents = all[t.from : t.from+len(t.sents)]
	role.FindWith(t.doc, data)
	var tp, fp, fn [token.NumLabels]int
	found, said, want, right := 0, len(t.doc.Preds), 0, 0
	for i := range t.sents {
		s := &t.sents[i]
		first := t.doc.Sents[i].First
		isGold := map[int32]bool{}
		for j := range s.preds {
			p := &s.preds[j]
			want++
			isGold[first+p.at] = true
			var args []token.Argument
			if q, ok := t.doc.PredicateAt(first + p.at); ok {
				found++
				if t.doc.Roleset(q) == p.roleset {
					right++
				}
				args = t.doc.ArgsOf(q)
			}
			s.score(p, args, first, &tp, &fp, &fn)
		}
		for j := first; j < t.doc.Sents[i].Last; j++ {
			if q, ok := t.doc.PredicateAt(j); ok && !isGold[j] {
				for _, a := range t.doc.ArgsOf(q) {
					fp[a.Label]++
				}
			}
		}
	}
	t.doc.Sents = all
	f1 := func(ls ...token.Label) float64 {
		a, b, c := 0, 0, 0
		for _, l := range ls {
			a, b, c = a+tp[l], b+fp[l], c+fn[l]
		}
		return 100 * 2 * float64(a) / float64(max(1, 2*a+b+c))
	}
	var labels []token.Label
	for l := token.ARG0; l < token.NumLabels; l++ {
		labels = append(labels, l)
	}
	pc := func(a, b int) float64 { return 100 * float64(a) / float64(max(b, 1)) }
	return fmt.Sprintf("all %.2f  ARG0 %.1f ARG1 %.1f ARG2 %.1f TMP %.1f LOC %.1f  predicates P %.1f R %.1f sense %.1f", f1(labels...),
		f1(token.ARG0), f1(token.ARG1), f1(token.ARG2), f1(token.ArgTMP), f1(token.ArgLOC), pc(found, said), pc(found, want), pc(right, found))
}

// score counts the arguments of p that were found, made up and missed.
func (s *sentence) score(p *predicate, args []token.Argument, first int32, tp, fp, fn *[token.NumLabels]int) {
	used := make([]bool, len(p.args))
next:
	for _, a := range args {
		for k, g := range p.args {
			if used[k] || g.label != int(a.Label) {
				continue
			}
			for _, h := range s.tops(g) {
				if first+h == a.Head {
					used[k] = true
					tp[a.Label]++
					continue next
				}
			}
		}
		fp[a.Label]++
	}
	for k, g := range p.args {
		if !used[k] && g.label > 0 && g.label < token.NumLabels {
			fn[g.label]++
		}
	}
}
