package event

import (
	"slices"

	"github.com/dateline-go/dateline/internal/token"
)

// maxBack is how many earlier events a mention is compared with.
const maxBack = 64

// maxEchoes is how many nouns of one sentence are looked at as mentions.
const maxEchoes = 24

// participants are the actors of e, each once.
func participants(e *Event) []int32 {
	var out []int32
	for i := range e.Roles {
		if a := e.Roles[i].Actor; a != token.None && !slices.Contains(out, a) {
			out = append(out, a)
		}
	}
	return out
}

func subset(a, b []int32) bool {
	for _, x := range a {
		if !slices.Contains(b, x) {
			return false
		}
	}
	return true
}

// family groups the lemmas that may name one and the same happening.
func family(e *Event) string {
	switch e.Kind {
	case "CONSULT":
		if e.Mode == "visit" || e.Mode == "host" {
			return "visit"
		}
		if e.Mode == "phone" {
			return "call"
		}
		return "meet"
	case "SUPPORT":
		if e.Mode == "sign" {
			return "sign"
		}
		return e.Lemma
	case "CHANGE":
		return e.Lemma
	case "AGREE", "REQUEST", "REJECT", "THREATEN", "ACCUSE", "STATEMENT":
		return e.Kind + e.Mode
	}
	return e.Kind
}

// firm reports whether e's time comes from the text about this very event.
func firm(e *Event) bool {
	return e.Bound == Within && e.Basis != "" && e.Basis != "article-date"
}

// clash reports whether a and b cannot be one event by time or place.
func (f *finder) clash(a, b *Event) bool {
	if firm(a) && firm(b) && a.When != b.When && !a.When.Overlaps(b.When) {
		return true
	}
	if a.Place != token.None && b.Place != token.None && a.Place != b.Place &&
		f.d.Str(f.in.Places[a.Place].Span) != f.d.Str(f.in.Places[b.Place].Span) && a.Sent != b.Sent {
		return true
	}
	return false
}

// definite tells how noun n refers: +1 back ("the", "this", a possessive,
// "upcoming"), -1 to something new ("a", a number), 0 neither.
func (f *finder) definite(n int32) int {
	out := 0
	for k := range f.kids(n) {
		if k > n {
			break
		}
		switch t := &f.d.Tokens[k]; {
		case t.Rel == token.Det:
			switch t.Lower {
			case "a", "an", "another", "any", "some", "no", "every", "each":
				return -1
			}
			out = 1
		case t.Rel == token.NmodPoss, t.Lower == "upcoming", t.Lower == "planned":
			out = 1
		case t.Lower == "second", t.Lower == "previous", t.Lower == "earlier", t.Lower == "new", t.Lower == "last", t.Lower == "future", t.Rel == token.Nummod, t.Lower == "separate", t.Lower == "similar", t.Lower == "other":
			return -1
		}
	}
	return out
}

// same is the index of the earlier event that e is again, or -1.
func (f *finder) same(es []Event, e *Event) int {
	noun := f.d.Tokens[e.Head].UPOS == token.NOUN || f.d.Tokens[e.Head].UPOS == token.PROPN
	def := 0
	if noun {
		def = f.definite(e.Head)
	}
	who := participants(e)
	fam := family(e)
	best, rank := -1, 0
	latest := int32(-1) // where the best was last mentioned, by the same noun if it was
	for j := len(es) - 1; j >= 0 && j >= len(es)-maxBack; j-- {
		o := &es[j]
		if family(o) != fam || o.Kind != e.Kind || f.clash(o, e) {
			continue
		}
		if o.Status == Denied != (e.Status == Denied) && !noun {
			continue
		}
		whom := participants(o)
		r := 0
		switch {
		case len(who) >= 2 && len(who) == len(whom) && subset(who, whom):
			r = 4
		case noun && def > 0 && len(who) > 0 && subset(who, whom):
			r = 3
		case noun && def > 0 && len(who) == 0:
			r = 2
		case noun && def > 0 && len(whom) > 0 && subset(whom, who):
			r = 1
		case !noun && o.Lemma == e.Lemma && len(who) > 0 && len(whom) > 0 && (subset(who, whom) || subset(whom, who)) && firm(o) && firm(e) && o.When == e.When:
			r = 3
		}
		if r == 0 || r < rank {
			continue
		}
		// "The meeting" is the one that was last called a meeting.
		at := int32(0)
		if noun && r <= 2 {
			at = f.lastCalled(o, e.Lemma)
		}
		if r > rank || at > latest {
			best, rank, latest = j, r, at
		}
	}
	return best
}

// lastCalled is the start of o's last mention by a word of that lemma, or 0.
func (f *finder) lastCalled(o *Event, lemma string) int32 {
	for i := len(o.Mentions) - 1; i >= 0; i-- {
		if k := f.d.At(o.Mentions[i].Start); int(k) < len(f.d.Tokens) && f.d.Tokens[k].Lemma == lemma {
			return o.Mentions[i].Start
		}
	}
	return 0
}

// join adds the mention e to o.
func join(o, e *Event) {
	o.Mentions = append(o.Mentions, e.Mentions...)
	if o.Basis == "" && e.Basis != "" {
		o.Time, o.When, o.Bound, o.Basis = e.Time, e.When, e.Bound, e.Basis
	}
	if o.Place == token.None && e.Place != token.None {
		o.Place, o.PlaceBasis = e.Place, e.PlaceBasis
	}
	if len(participants(o)) < len(participants(e)) {
		for i := range e.Roles {
			r := &e.Roles[i]
			if r.Actor != token.None && !slices.ContainsFunc(o.Roles, func(x Role) bool { return x.Actor == r.Actor }) {
				o.Roles = append(o.Roles, *r)
			}
		}
	}
	switch {
	case e.nominal: // a noun names the event without saying whether it came about
	case (o.Status == Planned || o.Status == Possible) && (e.Status == Occurred || e.Status == Ongoing || e.Status == Failed):
		o.Status, o.Code = e.Status, e.Code
	}
}

// echoes adds to earlier events the nouns of sentence s that refer back to
// them and have made no event: "the implications of the meeting".
func (f *finder) echoes(es []Event, s int32, from int) {
	if from == 0 {
		return
	}
	n := 0
	for _, i := range f.seq {
		t := &f.d.Tokens[i]
		if n > maxEchoes {
			return
		}
		if t.UPOS != token.NOUN || t.Rel == token.Compound || t.Rel == token.NmodPoss {
			continue
		}
		h, ok := f.nominal(i, false, maxClimb-1)
		if !ok || slices.ContainsFunc(es[max(0, len(es)-maxBack-maxPerSentence):], func(e Event) bool { return slices.Contains(e.Mentions, t.Span) }) {
			continue
		}
		n++
		f.judge(&h)
		e := f.event(&h, s)
		f.locate(&e)
		if j := f.same(es[:from], &e); j >= 0 {
			if len(es[j].Mentions) < 256 {
				es[j].Mentions = append(es[j].Mentions, t.Span)
			}
		}
	}
}
