package quote

import "github.com/dateline-go/dateline/internal/token"

// role is the head of the cue's argument with label l, and its phrase beside the
// cue, less what other arguments have of it; token.None if it has none.
func (f *finder) role(cue int32, l token.Label) (run, int32) {
	p, ok := f.d.PredicateAt(cue)
	if !ok {
		return run{}, token.None
	}
	h := f.d.Arg(p, l)
	if h == token.None || h == cue {
		return run{}, token.None
	}
	r := run{max(f.lo[h], cue-span), min(f.hi[h], cue+span)}
	if h > cue {
		r.first = max(r.first, cue+1)
	} else {
		r.last = min(r.last, cue)
	}
	for _, a := range f.d.ArgsOf(p) {
		if a.Head > h && r.has(a.Head) {
			r.last = min(r.last, max(f.lo[a.Head], h+1))
		}
	}
	return r, h
}

// doer is who speaks by the cue as its roleset has it: its ARG0.
func (f *finder) doer(cue int32) speaker {
	if _, h := f.role(cue, token.ARG0); h != token.None && !f.day(h) &&
		(f.tok(h).Rel != token.NsubjPass || f.tok(h).Head != cue) { // "were reported killed"
		return f.speaker(h, cue, byArgument)
	}
	return nobody
}

// argument reads what the roleset of the cue has as the thing said, behind it,
// where no construction fits: a clause, a gerund, an infinitive, a judgement, or
// a phrase with a preposition of the cue's that stands further off.
func (r *reading) argument() bool {
	a, h := r.role(r.v, token.ARG1)
	switch {
	case h > r.v && (r.argumentPhrase(a, h) || r.argumentJudgement(a, h)):
		return true
	case h > r.v && r.clausal(h):
		return r.argumentClause(a, h)
	}
	if a, h = r.role(r.v, token.ARG2); h > r.v && r.argumentPhrase(a, h) {
		return true
	}
	if r.obj <= r.v || r.c.frame&fAddr == 0 {
		return false
	}
	// Told by the tree alone, beside or under whom it is said to: "asked the court
	// for a ruling".
	for _, head := range [...]int32{r.v, r.obj} {
		for k := range r.d.Kids(head) {
			if rel := r.tok(k).Rel.Base(); k > r.obj && (rel == token.Nmod || rel == token.Obl) && r.argumentPhrase(run{r.lo[k], r.hi[k]}, k) {
				return true
			}
		}
	}
	return false
}

// clausal reports whether h heads a clause that is no adjunct.
func (r *reading) clausal(h int32) bool {
	if rel := r.tok(h).Rel.Base(); rel == token.Obl || rel == token.Nmod {
		return false
	}
	if r.tok(h).UPOS == token.VERB {
		return true
	}
	for k := range r.d.Kids(h) {
		if rel := r.tok(k).Rel.Base(); rel == token.Nsubj || rel == token.Cop || rel == token.RelMark {
			return true
		}
	}
	return false
}

func (r *reading) argumentClause(a run, h int32) bool {
	switch {
	case h == r.v+1 && r.tok(h).XPOS == token.VBG && r.c.frame&fNoun != 0 && !r.dr.speaker.none():
		r.dr.form = gerund
	case r.toVerb(h):
		if r.c.frame&fInf == 0 || !r.canSpeak(r.dr.speaker.head) {
			return false
		}
		r.dr.form = infinitive
	case r.c.frame&fClause == 0 || r.dr.speaker.none() || !r.clauseFits(h):
		return false
	case r.c.frame&fAddr == 0:
		a.first = r.opening(r.v, a.first)
		fallthrough
	default:
		r.dr.form = clause
	}
	r.give(r.dr.form, run{a.first, r.end(r.v, a.last, true)})
	return true
}

// argumentJudgement reads what the cue says of something, and the thing.
func (r *reading) argumentJudgement(a run, h int32) bool {
	b, g := r.role(r.v, token.ARG2)
	switch {
	case r.c.frame&fAs == 0 || r.dr.speaker.none():
		return false
	case g > r.v:
		a = run{min(a.first, b.first), max(a.last, b.last)}
	case r.c.frame&(fNames|fNeedsAs) != 0 || r.reflexive(h):
		return false
	}
	r.give(judgement, run{a.first, r.end(r.v, a.last, true)})
	return true
}

// argumentPhrase reads "asked X about Y", "spoke at length of Y".
func (r *reading) argumentPhrase(a run, h int32) bool {
	if r.dr.speaker.none() || !r.speaks() || r.c.preps == "" || !hasWord(r.c.preps, r.mark(h)) {
		return false
	}
	for k := range r.d.Kids(h) {
		if rel := r.tok(k).Rel; (rel == token.Case || rel == token.RelMark) && k >= a.first && k < h {
			a.first = k + 1
			break
		}
	}
	r.give(preposition, run{a.first, r.end(r.v, a.last, r.c.frame&(fAddr|fLong) != 0)})
	return true
}
