package event

import (
	"slices"

	"github.com/dateline-go/dateline/internal/ontology"
	"github.com/dateline-go/dateline/internal/token"
)

// maxPerSentence bounds the events of one sentence.
const maxPerSentence = 6

// candidate is a hit with its rank in the sentence.
type candidate struct {
	hit
	rank  int
	worth float64
}

// maxCandidates bounds the candidates of one sentence.
const maxCandidates = 64

// How much the place in the sentence counts for which event is its main one,
// chosen on the sentences of PLOVER's training set.
const (
	rankDepth     = 12 // for each step down from the main clause
	rankGerund    = 20 // for a bare participle on top: "the coalition fighting rebels has declared ..."
	rankSideless  = 40 // for an event noun without sides
	rankMisread   = 30 // for a verb that the tagger missed in a sentence without another
	misreadWeight = 15 // how much less sure it is
)

// sentence appends the events of sentence s, the main one first.
func (f *finder) sentence(out []Event, s int32) []Event {
	cs := slices.DeleteFunc(f.candidates(s), func(c candidate) bool {
		return !c.given && f.idle(&c, s) || f.hypothetical(&c.hit)
	})
	slices.SortStableFunc(cs, func(a, b candidate) int { return b.rank - a.rank })
	from := len(out)
	out = f.gather(out, cs, s)
	f.echoes(out, s, from)
	return out
}

// idle reports whether nobody would look for c on a timeline.
func (f *finder) idle(c *candidate, s int32) bool {
	if c.kind == ontology.Statement && wordTable.Has(f.lemma(c.trig), classMereSaying) && f.timeOf(c.clause, s) == token.None {
		return c.worth < leastSaying
	}
	return c.worth < leastWorth && !f.onDay(&c.hit, s)
}

// candidates are all that may be events in sentence s, with their worth.
func (f *finder) candidates(s int32) []candidate {
	f.order(s)
	cs := f.framed()
	cs = f.missed(cs, s)
	f.d.Check()
	cs = f.happenings(cs)
	for i := range cs {
		f.share(cs, &cs[i].hit)
		x := f.clues(&cs[i].hit, s)
		cs[i].worth = worthWeights.Worth(&x)
	}
	return cs
}

// share gives h, which goes on after an infinitive, the status of that infinitive:
// "is expected to close the plant and dismiss ten".
func (f *finder) share(cs []candidate, h *hit) {
	t := &f.d.Tokens[h.clause]
	if h.hard || h.clause != h.trig || t.Rel != token.Conj || t.XPOS != token.VB || f.d.Tokens[t.Head].Rel != token.Xcomp || f.d.Tokens[t.Head].XPOS != token.VB {
		return
	}
	for i := range cs {
		if cs[i].trig == t.Head {
			h.status = cs[i].status
			return
		}
	}
}

// framed are the candidates of a sentence that the lexicon knows.
func (f *finder) framed() (cs []candidate) {
	var h hit
	ok := false
	for _, i := range f.seq {
		if f.used[i] || len(cs) >= maxCandidates {
			continue
		}
		if h, ok = f.lexical(i); !ok || h.kind == "" {
			continue
		}
		f.judge(&h)
		if !f.foreground(&h) {
			continue
		}
		f.retarget(&h)
		f.sides(&h)
		if !f.sided(&h) {
			continue
		}
		if !f.told(&h) {
			f.used[i], f.used[h.trig] = true, true
			continue
		}
		f.used[i] = true
		rank := h.score - rankDepth*int(f.depth[h.clause])
		if c := &f.d.Tokens[h.clause]; c.Head == token.None && c.XPOS == token.VBG && f.kid(h.clause, token.Aux) == token.None {
			rank -= rankGerund
		}
		if h.bare && h.src == token.None && h.tgt == token.None {
			rank -= rankSideless
		}
		cs = append(cs, candidate{hit: h, rank: rank})
	}
	return cs
}

// lexical reads word i as an event of the lexicon, if it may tell one where it
// stands.
func (f *finder) lexical(i int32) (hit, bool) {
	t := &f.d.Tokens[i]
	switch t.UPOS {
	case token.VERB:
		if f.modifies(i) {
			if !f.knows('v', f.joined(i)) {
				return hit{}, false // "face-to-face"
			}
		}
	case token.ADJ:
		if t.Rel == token.Amod && f.kid(i, token.Cop) == token.None {
			return hit{}, false
		}
	case token.NOUN, token.PROPN:
		h, ok := f.predicate(i, 0)
		if !ok || h.bare && !f.standsAlone(i, &h) {
			return hit{}, false
		}
		f.carried(&h)
		return h, true
	default:
		if t.Head != token.None {
			return hit{}, false
		}
	}
	return f.predicate(i, 0)
}

// carried gives an event noun that a verb only carries the clause of that verb:
// "the hearing is scheduled for", "they finished the talks".
func (f *finder) carried(h *hit) {
	t := &f.d.Tokens[h.trig]
	if h.clause != h.trig || t.Head == token.None || f.used[t.Head] {
		return
	}
	switch t.Rel {
	case token.Nsubj, token.NsubjPass, token.Obj:
	default:
		return
	}
	v := &f.d.Tokens[t.Head]
	if f.exists(h.trig) {
		h.clause, h.bare = t.Head, false // "there was a fire"
		f.used[t.Head] = true
		return
	}
	if t.Rel == token.Nsubj && f.time[t.Head] != token.None && f.kid(t.Head, token.Cop) != token.None {
		h.clause, h.bare = t.Head, false // "the vote is on June 12"
		return
	}
	w := wordTable.Find(v.Lemma)
	if v.UPOS == token.VERB && (w.Has(classHandling) && t.Rel != token.Nsubj || w.Has(classScheduling) && t.Rel == token.NsubjPass ||
		w.Has(classTakesPlace) && t.Rel == token.Nsubj) {
		h.clause, h.bare = t.Head, false
		f.used[t.Head] = true
	}
}

// modifies reports whether verb i stands before a noun or after a hyphen.
func (f *finder) modifies(i int32) bool {
	t := &f.d.Tokens[i]
	return t.Rel == token.Amod || t.Rel == token.Case || t.Rel == token.Compound ||
		i > 0 && isHyphen(&f.d.Tokens[i-1]) && !t.Is(token.SpaceBefore)
}

// missed adds the event of a verb that the tagger took for something else.
func (f *finder) missed(cs []candidate, s int32) []candidate {
	v := f.misread(s)
	if v == token.None || f.used[v] {
		return cs
	}
	h, ok := f.verbIn(f.shallow(v, s), 0)
	if !ok || h.kind == "" {
		return cs
	}
	h.status, h.score = Occurred, h.score-misreadWeight
	if f.foreground(&h) && f.sided(&h) {
		cs = append(cs, candidate{hit: h, rank: h.score + rankMisread})
	}
	return cs
}

// happenings adds what verbs and event nouns tell that the lexicon does not know.
func (f *finder) happenings(cs []candidate) []candidate {
	var h hit
	for _, i := range f.seq {
		if f.used[i] || len(cs) >= maxCandidates {
			continue
		}
		ok := false
		switch f.d.Tokens[i].UPOS {
		case token.VERB:
			h, ok = f.plain(i)
		case token.NOUN:
			if h, ok = f.plainNoun(i); ok {
				f.carried(&h)
			}
		}
		if !ok || !f.told(&h) {
			continue
		}
		f.judge(&h)
		f.used[i], f.used[h.trig] = true, true
		cs = append(cs, candidate{hit: h, rank: h.score - rankDepth*int(f.depth[h.clause])})
	}
	return cs
}

// gather appends the events of the candidates, or joins them to earlier ones
// that they are again.
func (f *finder) gather(out []Event, cs []candidate, s int32) []Event {
	main, n := true, 0
	for i := range cs {
		c := &cs[i]
		if n >= maxPerSentence || dup(cs[:i], c) {
			continue
		}
		f.d.Check()
		c.score = int(100 * c.worth)
		e := f.event(&c.hit, s)
		f.locate(&e)
		f.refine(&e)
		if j, by := f.same(out, &e); j >= 0 {
			join(&out[j], &e, by)
			continue
		}
		if f.attribute(c.trig) {
			continue
		}
		if e.Kind != ontology.Statement {
			e.Main = main
			main = false
		}
		out = append(out, e)
		n++
	}
	return out
}

// attribute reports whether i is a bare participle before its noun, which may
// speak of an event that is told elsewhere, but tells none: "a wounded man".
func (f *finder) attribute(i int32) bool {
	t := &f.d.Tokens[i]
	if t.UPOS != token.VERB || t.Rel != token.Amod || f.kid(i, token.Obl) != token.None || f.kid(i, token.Advmod) != token.None {
		return false
	}
	return t.Head == token.None || f.d.Tokens[t.Head].Head != token.None // else the sentence has no other verb
}

// dup reports whether c has the trigger of an earlier one.
func dup(cs []candidate, c *candidate) bool {
	for i := range cs {
		if cs[i].trig == c.trig {
			return true
		}
	}
	return false
}

// order fills f.seq with the tokens of s from the root down, and f.depth with
// how deep below the main clause each stands: what is said or begun is as high
// as the saying.
func (f *finder) order(s int32) {
	sent := &f.d.Sents[s]
	f.seq = f.seq[:0]
	for i := sent.First; i < sent.Last; i++ {
		if h := f.d.Tokens[i].Head; h == token.None {
			f.seq = append(f.seq, i)
			f.depth[i] = 0
		}
	}
	for j := 0; j < len(f.seq); j++ {
		i := f.seq[j]
		for k := f.d.Tokens[i].Kid; k != token.None; k = f.d.Tokens[k].Sib {
			if k < sent.First || k >= sent.Last || len(f.seq) >= int(sent.Last-sent.First) {
				break
			}
			d := f.depth[i]
			switch f.d.Tokens[k].Rel {
			case token.Advcl, token.AdvclRelcl, token.Acl, token.AclRelcl, token.Csubj:
				d += 2
			case token.Conj, token.Parataxis:
				d++
			case token.Nsubj, token.NsubjPass, token.Obj, token.Obl, token.Nmod, token.NmodPoss, token.OblAgent:
				d++
			}
			f.depth[k] = min(d, 100)
			f.seq = append(f.seq, k)
		}
	}
}

// exists reports whether noun n is what there is: "there was a fire", and not
// "if there was a truce".
func (f *finder) exists(n int32) bool {
	t := &f.d.Tokens[n]
	return t.Rel == token.Nsubj && t.Head != token.None && f.d.Tokens[t.Head].Lemma == "be" && f.kid(t.Head, token.Expl) != token.None &&
		!f.conditional(t.Head)
}

// standsAlone reports whether an event noun that no verb governs is worth an
// event: it says who, whom, where or when.
func (f *finder) standsAlone(n int32, h *hit) bool {
	t := &f.d.Tokens[n]
	dated := f.exists(n) || f.counted(n, h.kind) || f.timeOf(n, t.Sent) != token.None || f.placeOf(n, t.Sent, rests) != token.None || wordTable.Has(h.kind, classBlows) && f.taken(n)
	if h.src == token.None && h.tgt == token.None && !dated {
		return false
	}
	if t.Rel == token.Compound || t.Rel == token.NmodPoss || t.Rel == token.Nmod && f.caseOf(n) == "" ||
		t.Rel == token.Appos || t.Rel == token.Flat {
		return false
	}
	for k := range f.kids(n) {
		if k > n {
			break
		}
		if wordTable.Has(f.d.Tokens[k].Lower, classUnreal) {
			return false
		}
	}
	return dated || (h.src != token.None && f.is(h.src, actorClass)) || (h.tgt != token.None && f.is(h.tgt, actorClass))
}

// sided reports whether h, which is foreground, has the sides that make it an event.
func (f *finder) sided(h *hit) bool {
	if h.kind == ontology.Statement {
		return h.src != token.None && f.is(h.src, actorClass)
	}
	return !h.weak || h.src != token.None && h.tgt != token.None && f.is(h.src, actorClass) && f.is(h.tgt, actorClass)
}

// foreground reports whether h is an event that the text tells, and not background,
// aim or manner, whatever its sides are: it is asked before they are settled.
func (f *finder) foreground(h *hit) bool {
	t := &f.d.Tokens[h.clause]
	if h.kind == ontology.Statement {
		return h.status == Occurred && !wordTable.Has(f.lemma(h.trig), classStative)
	}
	if f.aim(h) {
		return false
	}
	if f.conditional(h.clause) || h.status == Possible && t.XPOS == token.VB && f.kid(h.clause, token.Cop) != token.None {
		return false
	}
	// Inside a direct quotation only what is told as done.
	if t.Quote != token.None && h.status != Occurred && h.status != Ongoing {
		return false
	}
	return true
}

// aim reports whether h only tells what something is for: "to discuss", "aimed
// at resolving", and the second of two aims: "wants to pose and delay".
func (f *finder) aim(h *hit) bool {
	t := &f.d.Tokens[h.clause]
	if t.XPOS != token.VB {
		return false
	}
	switch t.Rel {
	case token.Advcl, token.Acl, token.Csubj, token.Xcomp:
		return h.clause == h.trig && !h.bare && f.infinitive(h.clause)
	case token.Conj:
		if t.Head == token.None || h.hard {
			return false
		}
		c := &f.d.Tokens[t.Head]
		return (c.Rel == token.Xcomp || c.Rel == token.Advcl || c.Rel == token.Acl) && c.XPOS == token.VB && f.infinitive(t.Head)
	}
	return false
}
