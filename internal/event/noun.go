package event

import "github.com/dateline-go/dateline/internal/token"

// noun reads noun n as an event with the arguments of its own phrase.
func (f *finder) noun(n int32, depth int) (hit, bool) {
	return f.nominal(n, false, depth)
}

// nounLine is the line of the lexicon for noun n; see nominal.
func (f *finder) nounLine(n int32, object bool, fr *frame) (entry, bool) {
	e, ok := f.match('n', n, fr)
	if !object {
		return e, ok
	}
	if o, is := f.match('o', n, fr); is && (!ok || o.given && !e.given || o.given == e.given && o.score > e.score) {
		return o, true
	}
	return e, ok
}

// nominal reads noun n; object tells that a verb has it as what it does, so
// that nouns count that are no event by themselves.
func (f *finder) nominal(n int32, object bool, depth int) (hit, bool) {
	if depth > maxClimb {
		return hit{}, false
	}
	if !object && !f.hasLines('n', n) {
		return hit{}, false
	}
	fr := f.frameOf(n)
	fr.subj, fr.obj = token.None, token.None
	e, ok := f.nounLine(n, object, &fr)
	if ok && e.code == "-" {
		f.used[n] = true // no event, whatever else it looks like
		return hit{}, false
	}
	if !ok {
		if object && wordTable.Has(f.d.Tokens[n].Lemma, classPartitive) {
			for j := range fr.obls[:fr.n] {
				if fr.obls[j].prep == "of" {
					return f.nominal(fr.obls[j].head, object, depth+1)
				}
			}
		}
		if object && wordTable.Has(f.d.Tokens[n].Lemma, classEffort) {
			if c := f.kid(n, token.Compound); c != token.None {
				if h, ok := f.nominal(c, true, depth+1); ok {
					h.trig, h.clause = n, n
					if h.tgt == token.None {
						h.tgt = f.target(h.root(), &fr, &entry{prep: token.None}, n)
					}
					return h, true
				}
			}
		}
		return hit{}, false
	}
	// Who does it: a possessor, "by", "from", "of" for what is done by somebody.
	fr.subj = f.kid(n, token.NmodPoss)
	if s := fr.prepObj("by", "from"); s != token.None {
		if fr.subj != token.None {
			fr.obj = fr.subj
		}
		fr.subj = s
	}
	if o := fr.prepObj("of"); o != token.None && !f.isTime(o) {
		if fr.subj == token.None && wordTable.Has(f.d.Tokens[n].Lemma, classAgentive) {
			fr.subj = o
		} else if fr.obj == token.None {
			fr.obj = o
		}
	}
	if fr.subj == token.None {
		if b := fr.prepObj("between", "among", "involving"); b != token.None {
			fr.subj = b
		}
	}
	if fr.subj == token.None {
		fr.subj = f.compoundActor(n)
	}
	if e.op() != "" {
		return f.operate(&fr, &e, depth)
	}
	h := f.simple(&fr, &e, "noun")
	h.bare = true
	h.score -= 10
	return h, true
}

// compoundActor is a name that stands before noun n: "a Holm-Brandt meeting",
// "Israeli air strikes".
func (f *finder) compoundActor(n int32) int32 {
	for k := range f.kids(n) {
		t := &f.d.Tokens[k]
		if (t.Rel == token.Compound || t.Rel == token.Amod || t.Rel == token.Nmod && f.caseOf(k) == "" ||
			t.Rel == token.NmodDesc) && t.Is(token.Capital) &&
			(t.Ent != token.None || t.UPOS == token.PROPN && f.actorAt(k) != token.None) && !f.isTime(k) {
			return k
		}
	}
	return token.None
}
