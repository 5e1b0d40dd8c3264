package place

import (
	"math"
	"slices"
	"strings"

	"github.com/dateline-go/dateline/internal/gazetteer"
	"github.com/dateline-go/dateline/internal/token"
)

// mentions is what is kept.
func (f *finder) mentions() []Mention {
	var out []Mention
	for k := range f.spots {
		f.d.CheckAt(k)
		s := &f.spots[k]
		if !s.keep {
			continue
		}
		m := Mention{Span: f.span(s), First: s.first, Last: s.last, Demonym: s.demonym, Rule: s.rule, Score: logistic(s.score)}
		if s.pick == token.None {
			if m.Rule == "" {
				m.Rule = "open"
			}
			m.Candidates = f.others(s)
			if s.inside != nil {
				m.Rule, m.Kind, m.Country, m.Division = "open-contained", gazetteer.City, s.inside.Country, s.inside.Division
			}
			out = append(out, m)
			continue
		}
		e := s.cands[s.pick]
		m.Place, m.Resolved = e, true
		m.Kind, m.Country, m.Division, m.Lat, m.Lon, m.GeoNamesID = e.Kind, e.Country, e.Division, e.Lat, e.Lon, e.ID
		m.Candidates = f.others(s)
		m.Metonym = !s.demonym && f.metonym(s, &e)
		out = append(out, m)
	}
	return out
}

// span is the bytes of a spot: a full stop that ends the sentence is none of
// "UK.", and one that ends "D.C." belongs to it though it ends the sentence too.
func (f *finder) span(s *spot) token.Span {
	sp := f.d.SpanOf(s.first, s.last)
	t := f.d.Str(sp)
	n := len(t)
	switch {
	case n > 2 && t[n-1] == '.' && !strings.Contains(t[:n-1], ".") && t == strings.ToUpper(t):
		if s.last == f.d.Sents[f.d.Tokens[s.first].Sent].Last {
			sp.End--
		}
	case n > 2 && t[n-1] != '.' && t[n-2] == '.' && int(sp.End) < len(f.d.Text) && f.d.Text[sp.End] == '.':
		sp.End++
	}
	return sp
}

func logistic(v float64) float64 { return math.Round(1000/(1+math.Exp(-v))) / 1000 }

// others are the runners-up of a spot.
func (f *finder) others(s *spot) []gazetteer.Entry {
	if s.sense == token.None || len(s.cands) < 2 && s.pick != token.None {
		return nil
	}
	n := &f.senses[s.sense]
	if len(n.cands) != len(s.cands) {
		return nil
	}
	if n.others == nil {
		order := make([]int, 0, len(n.cands))
		for i := range n.cands {
			if int32(i) != s.pick {
				order = append(order, i)
			}
		}
		slices.SortStableFunc(order, func(a, b int) int {
			switch {
			case n.score[a] > n.score[b]:
				return -1
			case n.score[a] < n.score[b]:
				return 1
			}
			return 0
		})
		for _, i := range order[:min(3, len(order))] {
			n.others = append(n.others, n.cands[i])
		}
		n.others = slices.Clip(n.others)
	}
	return n.others
}

// metonym reports whether a place stands for those who act there: it is the
// subject of a verb of saying, wanting and the like, and a state, a capital
// or the site of an institution.
func (f *finder) metonym(s *spot, e *gazetteer.Entry) bool {
	d := f.d
	if s.public {
		return false
	}
	switch {
	case e.Kind == gazetteer.Country, e.Kind == gazetteer.Site, e.Flags&gazetteer.Capital != 0:
	case e.Kind == gazetteer.City && e.Name == "Brussels", e.Kind == gazetteer.Region && e.Flags&gazetteer.Disputed != 0:
	default:
		return false
	}
	last := s.last - 1
	t := &d.Tokens[last]
	for n := 0; n < context && t.Rel.Base() == token.Conj && t.Head != token.None; n++ {
		t = &d.Tokens[t.Head] // "Mexico and Spain have offered help"
	}
	if t.Rel.Base() == token.Nsubj && t.Head != token.None && t.Head != last {
		return is(lemma(&d.Tokens[t.Head]), classAct)
	}
	if t.Rel != token.NoRel {
		return false
	}
	if int(s.last) < len(d.Tokens) && d.Tokens[s.last].Sent == t.Sent {
		n := &d.Tokens[s.last]
		if is(n.Lower, classHave) && int(s.last)+1 < len(d.Tokens) {
			n = &d.Tokens[s.last+1]
		}
		return is(lemma(n), classAct)
	}
	return false
}

// lemma is a token's lemma, or a guess where there are none yet.
func lemma(t *token.Token) string {
	if t.Lemma != "" {
		return t.Lemma
	}
	w := t.Lower
	if l, ok := wordTable.Text(w, classPast); ok {
		return l
	}
	switch {
	case len(w) > 4 && w[len(w)-3:] == "ies":
		return w[:len(w)-3] + "y"
	case len(w) > 3 && w[len(w)-1] == 's':
		return w[:len(w)-1]
	case len(w) > 4 && w[len(w)-2:] == "ed":
		if is(w[:len(w)-1], classAct) {
			return w[:len(w)-1]
		}
		return w[:len(w)-2]
	}
	return w
}
