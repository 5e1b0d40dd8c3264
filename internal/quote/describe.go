package quote

import (
	"cmp"
	"slices"

	"github.com/dateline-go/dateline/internal/actor"
	"github.com/dateline-go/dateline/internal/coref"
	"github.com/dateline-go/dateline/internal/syntax"
	"github.com/dateline-go/dateline/internal/token"
)

// circumstances fills who was told, by what medium, when and where.
func (f *finder) circumstances(dr *draft, s *Statement) {
	if dr.cue == token.None {
		return
	}
	if a := f.addressee(dr); a != token.None {
		r := f.phrase(a, dr.cue)
		for _, c := range dr.content {
			if c.first > a {
				r.last = min(r.last, c.first)
			} else {
				r.first = max(r.first, c.last)
			}
		}
		s.Addressee, s.AddresseeActor = f.span(f.trim(r)), f.actorAt(a)
	}
	if m := f.medium(dr); m != token.None {
		r := run{f.lo[m], min(f.hi[m], m+reach)}
		for c := range dr.content {
			r, _ = r.minus(dr.content[c])
		}
		s.Medium = f.span(f.trim(r))
	}
	first := f.window(dr.cue).First
	last := f.window(dr.cue).Last
	from := f.d.Tokens[max(first, dr.cue-circle)].Start
	to := f.d.Tokens[min(last, dr.cue+circle)-1].End
	// "On Monday, X said": the parser hangs the date on the speaker as often as not.
	s.Time = f.nearest(dr, f.in.Times, from, to)
	s.Place = f.nearest(dr, f.in.Places, from, to)
	const besideCue = "clause"
	if s.Time != token.None {
		s.TimeRule = besideCue
	}
	if s.Place != token.None {
		s.PlaceRule = besideCue
	}
}

// circle is how many tokens from its cue the time and place of a statement are
// looked for.
const circle = 60

// nearest is the index of that of spans, between bytes from and to, which
// modifies the cue and stands nearest to it; or token.None.
func (f *finder) nearest(dr *draft, spans []token.Span, from, to int32) int32 {
	best, dist := token.None, int32(circle+1)
	n, _ := slices.BinarySearchFunc(spans, from, func(s token.Span, at int32) int { return cmp.Compare(s.Start, at) })
	for ; n < len(spans) && spans[n].Start < to; n++ {
		first, last := f.d.Range(spans[n])
		if first >= last || f.held(dr, first) || !f.modifies(dr, run{first, last}) || first > 0 && f.d.Tokens[first-1].Lower == "for" {
			continue // "announced a strike for Monday"
		}
		if d := max(first-dr.cue, dr.cue-first); d < dist {
			best, dist = int32(n), d
		}
	}
	return best
}

// held reports whether token i is content of dr, or of its speaker.
func (f *finder) held(dr *draft, i int32) bool {
	for _, c := range dr.content {
		if c.has(i) {
			return true
		}
	}
	return dr.speaker.has(i) || f.region[i] != token.None
}

// modifies reports whether phrase r depends on the cue, or on a verb that the
// cue is coordinated with or stands under: "On Monday, X met Y and said".
func (f *finder) modifies(dr *draft, r run) bool {
	if f.besideCue(dr, r) {
		return true
	}
	at := r.first
	for h, k := f.tok(at).Head, 0; h != token.None && r.has(h) && k < reach; h, k = f.tok(at).Head, k+1 {
		at = h
	}
	family := f.family(dr.cue)
	for range 5 {
		h := f.tok(at).Head
		if h == token.None {
			return false
		}
		if slices.Contains(family[:], h) {
			return true
		}
		if u := f.tok(h).UPOS; u == token.VERB || u == token.AUX {
			return false
		}
		at = h
	}
	return false
}

// besideCue reports whether phrase r stands right behind the cue, or opens the
// sentence before the speaker.
func (f *finder) besideCue(dr *draft, r run) bool {
	if r.first == dr.cue+1 || r.first == dr.cue+2 && f.tok(dr.cue+1).UPOS == token.ADP {
		return true
	}
	first := f.window(dr.cue).First
	return r.last < dr.speaker.first && r.first-first <= 3 && dr.speaker.last <= dr.cue && f.tok(r.last).Lower == "," &&
		!f.finiteBetween(first, dr.cue)
}

// family is the cue and up to three verbs that it is coordinated with or
// stands under.
func (f *finder) family(cue int32) [4]int32 {
	out := [4]int32{cue, token.None, token.None, token.None}
	v := cue
	for n := 1; n < len(out); n++ {
		switch t := f.tok(v); t.Rel.Base() {
		case token.Conj, token.Advcl, token.Xcomp:
			v = t.Head
		case token.Obj:
			if v = t.Head; f.tok(cue).UPOS != token.NOUN {
				v = token.None
			}
		default:
			v = token.None
		}
		if v == token.None {
			break
		}
		out[n] = v
	}
	return out
}

// addressee is the head of who was told: the object beside the content of
// tell and its like, else the phrase with "to". ARG2 of the cue's roleset is the
// same in 195 of 236 addressees of news; most others it misses, and "said of X"
// it takes for one.
func (f *finder) addressee(dr *draft) int32 {
	if !dr.info.known() || f.tok(dr.cue).UPOS != token.VERB {
		return token.None
	}
	for k := range f.d.Kids(dr.cue) {
		t := f.tok(k)
		if k < dr.cue || f.held(dr, k) || t.UPOS == token.VERB {
			continue
		}
		switch t.Rel.Base() {
		case token.Obj, token.Iobj:
			if dr.info.frame&fAddr != 0 {
				return k
			}
		case token.Obl, token.Nmod:
			if f.mark(k) == "to" && dr.info.frame&fClause != 0 && (f.canSpeak(k) || f.tok(k).UPOS == token.PROPN) {
				return k
			}
		}
	}
	// "told the Post that": the tree may have made the addressee the clause's subject.
	if i := dr.cue + 1; dr.info.frame&fAddr != 0 && i < dr.content[0].first && f.nominal(i) {
		if dr.info.frame&fTold != 0 {
			return f.phraseAfter(i, dr.content[0].first).head
		}
	}
	return token.None
}

// medium is the head of the phrase that names what carried the words: "in an
// interview with CNN", "on Twitter"; or None.
func (f *finder) medium(dr *draft) int32 {
	for k := range f.d.Kids(dr.cue) {
		if r := f.tok(k).Rel.Base(); r != token.Obl && r != token.Nmod || f.held(dr, k) {
			continue
		}
		if wordTable.Has(f.mark(k), classCarrying) &&
			(textNoun(f.lemma(k)) || wordTable.Has(f.lemma(k), classCarrier) || f.is(k, classCarrier)) {
			return k
		}
	}
	return token.None
}

// actorAt is the actor of the phrase headed by h.
func (f *finder) actorAt(h int32) int32 {
	if h == token.None {
		return token.None
	}
	a := syntax.Antecedent(f.d, h)
	if f.actor[a] != token.None {
		return f.actor[a]
	}
	return f.actor[h]
}

// withTitles is the speaker's phrase with the titles and roles that its mention
// has, where the tree cut them off.
func (f *finder) withTitles(dr *draft, s token.Span) token.Span {
	if dr.speaker.none() || f.actor[dr.speaker.head] == token.None {
		return s
	}
	ms := f.in.Actors[f.actor[dr.speaker.head]].Mentions
	n, ok := slices.BinarySearchFunc(ms, dr.speaker.head, func(m coref.Mention, h int32) int {
		switch {
		case m.Last <= h:
			return -1
		case m.First > h:
			return 1
		}
		return 0
	})
	if !ok || !ms[n].Full.Overlaps(s) {
		return s
	}
	u := token.Span{Start: min(s.Start, ms[n].Full.Start), End: max(s.End, ms[n].Full.End)}
	if c := dr.cue; c != token.None && (u.Overlaps(f.d.Tokens[c].Span) || f.behindGap(f.d.At(u.Start), dr.speaker.head, c) > f.d.At(u.Start)) {
		return s
	}
	for _, c := range dr.content {
		if u.Overlaps(f.span(c)) {
			return s
		}
	}
	return u
}

// span is the bytes of r.
func (f *finder) span(r run) token.Span {
	if r.empty() {
		return token.Span{}
	}
	return f.d.SpanOf(r.first, r.last)
}

// finish turns drafts into statements, by start of content.
func (f *finder) finish() []Statement {
	order := make([]int32, 0, len(f.drafts))
	for n := range f.drafts {
		f.d.CheckAt(n)
		if dr := &f.drafts[n]; !dr.dead && len(dr.content) > 0 && (dr.parent == token.None || !dr.form.is(slight)) {
			order = append(order, int32(n))
		}
	}
	slices.SortStableFunc(order, token.Looking(f.d, func(a, b int32) int {
		return cmp.Compare(f.drafts[a].content[0].first, f.drafts[b].content[0].first)
	}))
	index := make([]int32, len(f.drafts))
	for i := range index {
		index[i] = token.None
	}
	for i, n := range order {
		index[n] = int32(i)
	}
	out := make([]Statement, 0, len(order))
	last := token.None // the outer statement before
	for at, n := range order {
		f.d.CheckAt(at)
		s := f.statement(&f.drafts[n], index)
		if p := s.Parent; p != token.None && int(p) < len(out) && f.sameVoice(&out[p], &s) {
			s.SpeakerActor = out[p].SpeakerActor
		}
		if s.Parent == token.None {
			if last != token.None && f.resumesVoice(&out[last], &s) {
				s.SpeakerActor = out[last].SpeakerActor
			}
			if last != token.None && f.goesOn(&out[last], &s) {
				s.Time, s.TimeRule = out[last].Time, "goes-on"
			}
			last = int32(len(out))
		}
		out = append(out, s)
	}
	return out
}

// sameVoice reports whether who says s, a part of what outer quotes, is its "I" or
// "we", of whom no actor is known: “We believe he will go,” she said.
func (f *finder) sameVoice(outer, s *Statement) bool {
	return s.SpeakerActor == token.None && s.SpeakerHead != token.None && outer.SpeakerActor != token.None &&
		f.region[s.SpeakerHead] != token.None && wordTable.Has(f.tok(s.SpeakerHead).Lower, classFirstPerson)
}

// resumesVoice reports whether "they" or "it", of whom no actor is known, says s as
// the people or the body that spoke right before: “Farmers said yields fell. They
// said ...”.
func (f *finder) resumesVoice(before, s *Statement) bool {
	if s.SpeakerActor != token.None || s.SpeakerHead == token.None || before.SpeakerActor == token.None || before.SpeakerHead == token.None ||
		f.region[s.SpeakerHead] != token.None || f.tok(s.SpeakerHead).Sent-f.tok(before.SpeakerHead).Sent != 1 {
		return false
	}
	switch w := f.tok(s.SpeakerHead).Lower; f.in.Actors[before.SpeakerActor].Kind {
	case actor.Group:
		return w == "they"
	case actor.Organisation, actor.Company, actor.Media, actor.State, actor.ArmedGroup:
		return w == "it"
	}
	return false
}

// goesOn reports whether s, which has no time of its own, is said on the
// occasion of the statement before: by the same actor as a pronoun, in the
// same sentence or the next.
func (f *finder) goesOn(before, s *Statement) bool {
	if s.Time != token.None || before.Time == token.None || s.SpeakerHead == token.None || before.SpeakerHead == token.None ||
		s.SpeakerActor == token.None || s.SpeakerActor != before.SpeakerActor || f.tok(s.SpeakerHead).UPOS != token.PRON {
		return false
	}
	d := f.tok(s.SpeakerHead).Sent - f.tok(before.SpeakerHead).Sent
	return d == 0 || d == 1
}

func (f *finder) statement(dr *draft, index []int32) Statement {
	s := Statement{Cue: f.span(dr.cueRun), CueToken: dr.cue,
		Speaker: f.withTitles(dr, f.span(dr.speaker.run)), SpeakerHead: dr.speaker.head,
		SpeakerActor: f.actorAt(dr.speaker.head), SpeakerRule: sourceNames[dr.speaker.from], AddresseeActor: token.None,
		Time: token.None, Place: token.None, Parent: token.None, Rule: forms[dr.form].rule, Score: forms[dr.form].score, Stance: Asserts,
		Phrase: dr.form.is(phrasal)}
	for p, n := dr.parent, 0; p != token.None && s.Parent == token.None && n < 16; n++ {
		s.Parent, p = index[p], f.drafts[p].parent
	}
	if dr.cue != token.None {
		s.CueLemma = f.lemma(dr.cue)
		g := syntax.Group(f.d, dr.cue)
		g.Agree(f.d)
		s.Negated = g.Negated || g.NoArgument || f.mark(dr.cue) == "without"
		if s.Modal = g.Modal; s.Modal == "" {
			s.Modal = g.SemiModal
		}
	}
	f.circumstances(dr, &s)
	switch {
	case dr.stance != 0:
		s.Stance = dr.stance
	case dr.info.known():
		s.Stance = dr.info.stance
	}
	in, out := f.contents(dr, &s)
	switch {
	case in == 0 && !dr.form.is(speech):
		s.Kind = Indirect
	case out == 0 || dr.form.is(speech):
		s.Kind = Direct
	default:
		s.Kind = Mixed
	}
	return s
}

// contents fills Content and Quoted, and counts the words in and outside marks.
func (f *finder) contents(dr *draft, s *Statement) (in, out int32) {
	for _, c := range dr.content {
		s.Content = append(s.Content, f.span(c))
		for i := c.first; i < c.last; {
			g := f.region[i]
			if g == token.None {
				if f.word(i) {
					out++
				}
				i++
				continue
			}
			q := &f.regions[g]
			part := run{max(q.inner.first, c.first), min(q.inner.last, c.last)}
			if !part.empty() {
				s.Quoted = append(s.Quoted, f.span(part))
				in += f.words(part)
			}
			i = q.last
		}
	}
	return in, out
}
