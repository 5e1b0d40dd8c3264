package quantity

import (
	"github.com/dateline-go/dateline/internal/number"
	"github.com/dateline-go/dateline/internal/ontology"
	"github.com/dateline-go/dateline/internal/token"
)

// pair reads two numbers against each other as votes or as a score, by the
// event above them in the tree.
func (f *finder) pair(x *figure) {
	if !f.opposed(x) {
		return
	}
	voted, cur := x.vote, f.topOf(x)
	for range maxClimb {
		t := &f.d.Tokens[cur]
		if t.Head == token.None || f.bars(cur) {
			return
		}
		cur = t.Head
		w := wordTable.Find(f.d.Tokens[cur].Lemma)
		voted = voted || w.Has(classVote)
		e := f.eventAt(cur)
		if e == token.None {
			continue
		}
		outcome, match := w.Text(classMatch)
		switch {
		case f.ballots(x, e, cur, voted):
			f.against(e, x, Votes, VotesAgainst, x.N, x.To)
		case match && !voted && !f.legal(e):
			f.scored(e, x, outcome)
		default:
			continue
		}
		if !w.Has(classVote) || f.d.Tokens[cur].UPOS == token.VERB {
			return
		}
	}
}

// opposed reports whether the numbers of x can stand against each other, and
// are no range ("three to five proposals") and no record ("(52-3, 46 KOs)").
func (f *finder) opposed(x *figure) bool {
	if x.unit != "" || x.money || x.Range || x.Bound != number.Exact || x.Glued || x.First > 0 && f.d.Tokens[x.First-1].Lower == "(" {
		return false
	}
	h := f.d.Tokens[f.topOf(x)].Head
	if h < x.Last || x.vote {
		return true
	}
	w := wordTable.Find(f.d.Tokens[h].Lemma)
	_, match := w.Text(classMatch)
	return match || w.Has(classVote) || w.Has(classVoting)
}

// ballots reports whether x counts the votes of event e, told by word i; voted
// tells that a word for votes stands between.
func (f *finder) ballots(x *figure, e, i int32, voted bool) bool {
	w := wordTable.Find(f.d.Tokens[i].Lemma)
	if f.d.Tokens[i].Lemma == "vote" || voted && (w.Has(classVoting) || w.Has(classVote) || f.legal(e)) {
		return true
	}
	_, match := w.Text(classMatch)
	return w.Has(classVoting) && (!match || f.legal(e)) && f.d.Tokens[f.topOf(x)].Rel != token.Nummod
}

// legal reports whether event e is one that votes rather than matches decide.
func (f *finder) legal(e int32) bool {
	switch f.in.Events[e].Kind {
	case ontology.Law, ontology.Reject, ontology.Election:
		return true
	}
	return false
}

// topOf is the token of x whose head lies outside of it.
func (f *finder) topOf(x *figure) int32 {
	for i := x.First; i < x.Last; i++ {
		if h := f.d.Tokens[i].Head; h != token.None && (h < x.First || h >= x.Last) {
			return i
		}
	}
	return x.Core
}

// bars reports whether word i heads a clause of its own, so that what is above
// it is another matter.
func (f *finder) bars(i int32) bool {
	t := &f.d.Tokens[i]
	switch t.Rel {
	case token.Ccomp, token.AclRelcl, token.Csubj:
		return true
	case token.Advcl, token.Acl, token.Parataxis, token.Conj:
		return t.UPOS == token.VERB
	}
	return false
}

// mostGoals is above any score.
const mostGoals = 300

// scored gives e the score x by how the one who acts fares. A match of several
// sets has several scores, and so none.
func (f *finder) scored(e int32, x *figure, outcome string) {
	if !x.whole() && x.N != 0 || x.N >= mostGoals || x.To >= mostGoals {
		return
	}
	for i := range f.nums {
		if y := &f.nums[i]; y != x && y.Pair && y.unit == "" && y.First > x.First && y.First <= x.Last+2 ||
			y != x && y.Pair && y.unit == "" && x.First > y.First && x.First <= y.Last+2 {
			return
		}
	}
	own, other := x.N, x.To
	switch {
	case outcome == "lost" && own > other, outcome == "won" && own < other:
		own, other = other, own
	case outcome == "drawn" && own != other:
		return
	}
	f.against(e, x, Score, ScoreAgainst, own, other)
}

// against gives e both numbers of x.
func (f *finder) against(e int32, x *figure, kind, other string, a, b float64) {
	q, r := f.quantity(kind, x, byPair), f.quantity(other, x, byPair)
	q.N, q.To, r.N, r.To = a, 0, b, 0
	f.add(e, q)
	f.add(e, r)
}
