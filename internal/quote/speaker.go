package quote

import (
	"github.com/dateline-go/dateline/internal/syntax"
	"github.com/dateline-go/dateline/internal/token"
)

// subjectOf is who speaks by verb v: its subject, the agent of a passive, or
// who issued the text that speaks.
func (f *finder) subjectOf(v int32) speaker {
	if w := f.share[v]; w != token.None {
		if n := f.byCue[w]; n != token.None {
			return f.drafts[n].speaker.shared()
		}
	}
	if sp := f.inverted(v); !sp.none() {
		return sp
	}
	s, both := token.None, token.None // the subject, and where one that is with it begins
	for k := range f.d.Kids(v) {
		switch f.tok(k).Rel {
		case token.Nsubj, token.NsubjOuter:
			switch {
			case f.day(k), k+1 < v && f.tok(k+1).XPOS == token.POS, s != token.None && s < v && k > v && !f.punct(v-1) && f.hasClause(k, min(f.hi[k]+1, f.window(v).Last)): // the content's
			case s != token.None && k < v && f.hi[s] == f.lo[k] && f.tok(s).UPOS == token.NOUN && !f.punct(f.lo[k]-1):
				s, both = k, f.lo[s] // "the host Ana Brandt", which the tree parts
			default:
				s, both = k, token.None
			}
		case token.NsubjPass:
			if f.bePassive(v) && !f.contracted(k, v) {
				return f.doer(v)
			}
			s = k
		}
	}
	if s != token.None {
		sp := f.speaker(s, v, bySubject)
		if both != token.None && sp.head == s {
			sp.first = min(sp.first, both)
		}
		return sp
	}
	if syntax.PassiveAgent(f.d, v) != token.None { // "as reported by the paper"
		return f.doer(v)
	}
	switch t := f.tok(v); {
	case t.Rel == token.Acl && t.XPOS == token.VBN:
		return f.participleSubject(v)
	case t.XPOS == token.VBN && f.bePassive(v):
		return f.doer(v) // "was ill and was admitted to hospital"
	}
	return f.sharedSubject(v)
}

// speaker is the noun phrase of head s, as far as the cue lets it reach.
func (f *finder) speaker(s, cue int32, from source) speaker {
	sp := speaker{f.phrase(s, cue), s, from}
	if x := f.tok(sp.first).XPOS; sp.first < s && (x == token.WDT || x == token.WP) {
		sp.first++ // "a plan which he said would fail"
	}
	switch {
	case !f.day(s):
		sp.last = f.beforeDay(s, sp.last)
	case sp.first == s && s+1 < sp.last && f.tok(s+1).Head == s:
		sp.first, sp.head = s+1, s+1 // "on Monday Brandt said", which the tree makes one name
	case sp.first < s && sp.last == s+1 && f.nominal(s-1):
		sp.last, sp.head = s, s-1 // "the court Monday"
	case sp.first == s && sp.last == s+1 && s > 0 && s < cue && f.nominal(s-1):
		if a, ok := f.issuer(s-1, cue); ok { // "the firm issued a statement Monday expressing"
			return f.speaker(a, cue, byIssuer)
		}
		return f.speaker(s-1, cue, from)
	case sp.first == s && sp.last == s+1:
		return nobody
	}
	sp.first = f.behindGap(sp.first, s, cue)
	return sp
}

// behindGap is where the speaker s of the cue right behind it begins in a phrase
// that opens at first with whom the cue tells of: "a man police say was shot", "the
// driver Ortona officials said fled", which the tree makes one noun phrase.
func (f *finder) behindGap(first, s, cue int32) int32 {
	if cue != s+1 || s < first+2 || f.tok(first).UPOS != token.DET || f.tok(s).XPOS != token.NNS && f.lemma(s) != "police" ||
		int(cue)+1 >= len(f.d.Tokens) || f.tok(cue+1).UPOS != token.AUX && !f.finite(cue+1) {
		return first
	}
	i := s
	for i > first+1 && f.tok(i-1).UPOS == token.PROPN {
		i--
	}
	if t := f.tok(i - 1); t.XPOS != token.NN || i-1 == first {
		return first
	}
	return i
}

// beforeDay is where the phrase of head s that ends at last ends without the day
// of its verb: "a minister on Monday".
func (f *finder) beforeDay(s, last int32) int32 {
	n := last - 1
	if n <= s || !f.day(n) || f.tok(n).Rel == token.Flat || f.tok(n).Head > s && f.tok(n).Head < n {
		return last
	}
	if n > s+1 && f.tok(n-1).UPOS == token.ADP {
		n--
	}
	return n
}

// participleSubject is who speaks by a past participle that modifies a noun: its
// doer, or the noun where a complement of the participle's own tells that the
// parser took the past tense for a participle: "the envoy, a jurist, called on
// them to leave".
func (f *finder) participleSubject(v int32) speaker {
	if sp := f.doer(v); !sp.none() {
		return sp
	}
	h := f.tok(v).Head
	if h >= v || !f.canSpeak(h) {
		return nobody
	}
	c := f.verbCue(v)
	for k := range f.d.Kids(v) {
		switch r := f.tok(k).Rel.Base(); {
		case k < v:
		case r == token.Obj, r == token.Ccomp, r == token.Obl && hasWord(c.preps, f.mark(k)):
			return f.speaker(h, v, bySharedSubject)
		}
	}
	return nobody
}

// sharedSubject is who speaks by a verb without a subject of its own: the
// words beside it, or the subject of a verb that it is joined to or stands under.
func (f *finder) sharedSubject(v int32) speaker {
	s := syntax.Subject(f.d, v)
	if o := f.blamed(v); o != token.None {
		s = o
	}
	if sp := f.beside(v); !sp.none() && (s == token.None || f.finite(v) && f.region[s] != f.region[v]) {
		return sp
	}
	if t := f.tok(v); s == token.None && t.Rel == token.Conj && t.Head >= 0 && t.Head < v && f.tok(t.Head).UPOS == token.VERB {
		if sp := f.beside(t.Head); !sp.none() {
			return sp.shared()
		}
	}
	if s == token.None {
		if h := f.tok(v).Head; h != token.None && h < v && f.byCue[h] != token.None && f.tok(h).UPOS == token.VERB {
			if sp := f.drafts[f.byCue[h]].speaker; !sp.none() { // "said that A, adding that B"
				return sp.shared()
			}
		}
		s = f.climb(v)
	}
	if t := f.tok(v); s == token.None && (t.XPOS == token.VBG || t.Rel == token.Conj && f.finite(v)) && t.Head != token.None && t.Head < v &&
		f.tok(t.Head).Rel == token.Root && f.canSpeak(t.Head) {
		return f.fragment(t.Head, v)
	}
	if s == token.None {
		return f.doer(v)
	}
	if g := f.region[s]; g != token.None && f.region[v] == token.None {
		return f.speakerOf(g)
	}
	if a, ok := f.issuer(s, v); ok {
		return f.speaker(a, v, byIssuer)
	}
	return f.speaker(s, v, bySharedSubject)
}

// fragment is who speaks by v, a participle or joined verb, where the parser took the sentence's
// verb for a participle of its subject s: the phrase before that.
func (f *finder) fragment(s, v int32) speaker {
	sp := f.speaker(s, v, bySharedSubject)
	for i := s + 1; i < sp.last; i++ {
		if t := f.tok(i); t.Rel == token.Acl && t.XPOS == token.VBN && f.lo[i] > s {
			sp.run = f.trim(run{sp.first, f.lo[i]})
			break
		}
	}
	return sp
}

// blamed is the object of the verb above participle v where "for" or "of"
// joins them: "held him in contempt for refusing", "accused her of saying". The
// role room gives such a participle no doer as often as not.
func (f *finder) blamed(v int32) int32 {
	t := f.tok(v)
	if t.XPOS != token.VBG || t.Rel != token.Advcl || t.Head == token.None {
		return token.None
	}
	if m := f.mark(v); m != "for" && m != "of" {
		return token.None
	}
	if o := syntax.Object(f.d, t.Head); o != token.None && o > t.Head && o < v {
		return o
	}
	return token.None
}

// speakerOf is who speaks region g, for a cue that the parser hung on a word
// inside it: “We won,” they said, adding that.
func (f *finder) speakerOf(g int32) speaker {
	n := f.regions[g].draft
	if n == token.None || f.drafts[n].speaker.none() {
		return nobody
	}
	return f.drafts[n].speaker.shared()
}

// inverted is who speaks by a cue behind a comma that the phrase behind it closes,
// where the tree gives the cue a subject of before the comma or none: "..., as
// long as the rules are followed, says Officer Hill of the county police".
func (f *finder) inverted(v int32) speaker {
	st := f.window(v)
	c := f.verbCue(v)
	if v <= st.First+2 || f.tok(v-1).Lower != "," || f.region[v-1] != token.None || c.frame&(fClause|fAddr) != fClause || !c.tells() ||
		f.tok(v).XPOS != token.VBD && f.tok(v).XPOS != token.VBZ && f.tok(v).XPOS != token.VBN {
		return nobody
	}
	for k := range f.d.Kids(v) {
		switch f.tok(k).Rel.Base() {
		case token.Nsubj, token.Aux:
			return nobody
		}
	}
	sp := f.phraseAfter(v+1, st.Last)
	if sp.none() || sp.first != v+1 || !f.hasClause(st.First, v-1) || !f.canSpeak(sp.head) || f.tok(sp.head).UPOS == token.PRON ||
		f.tok(sp.head).UPOS == token.NUM || c.frame&fBare == 0 && f.lemma(v+1) == "a" || !f.closes(sp.last, st.Last) {
		return nobody
	}
	return sp
}

// closes reports whether what stands from i to the end of the sentence only goes
// on with a phrase: by prepositions, appositions and relative clauses.
func (f *finder) closes(i, last int32) bool {
	for ; i < last; i++ {
		t := f.tok(i)
		switch {
		case f.region[i] != token.None, t.UPOS == token.AUX, t.UPOS == token.SCONJ, t.XPOS == token.TO, t.Lower == ":":
			return false
		case t.UPOS == token.VERB && f.finite(i):
			return false
		case t.XPOS == token.WP || t.XPOS == token.WDT:
			return f.tok(i-1).Lower == ","
		}
	}
	return true
}

// contracted reports whether all that makes v a passive is 's behind a pronoun,
// which with a cue is has: "he's said".
func (f *finder) contracted(subject, v int32) bool {
	return subject+2 == v && f.tok(v-1).Lower == "'s" && f.tok(subject).UPOS == token.PRON
}

// day reports whether token i names a day of the week: "said Friday" is no
// inversion.
func (f *finder) day(i int32) bool { return f.is(i, classDay) }

// bePassive reports whether a form of be or get stands with participle v.
func (f *finder) bePassive(v int32) bool {
	for k := range f.d.Kids(v) {
		if t := f.tok(k); t.Rel == token.AuxPass && t.Lemma != "have" {
			return true
		}
	}
	return false
}

// beside reads a subject that the tree does not give from the words beside a
// finite cue: "X, the minister, [cue]", and "[cue] X" after a comma or mark.
func (f *finder) beside(v int32) speaker {
	st := f.window(v)
	e := f.groupStart(v, st.First)
	if !f.mayBeFinite(v, e, st.First) {
		return nobody
	}
	if e > st.First && f.nominal(e-1) && f.region[e-1] == f.region[v] {
		s := e
		for s > st.First && f.nominal(s-1) && f.region[s-1] == f.region[v] {
			s--
			if f.tok(s).UPOS == token.PRON {
				break
			}
			if s > st.First && f.tok(s).UPOS == token.DET && (f.tok(s-1).UPOS == token.PROPN || f.tok(s-1).UPOS == token.NOUN) {
				return f.simplePhrase(s, e, beforeCue) // "of the Post the senator said": a phrase of its own
			}
		}
		if s == st.First || f.tok(s-1).UPOS != token.ADP || f.is(s-1, classClausePreposition) {
			return f.simplePhrase(s, e, beforeCue)
		}
		return f.beforeAside(v, s-1, st.First)
	}
	if e == v && v > st.First && f.tok(v-1).UPOS == token.VERB && f.region[v-1] == f.region[v] &&
		(v-1 == st.First || f.punct(v-2) || f.tok(v-2).UPOS == token.CCONJ) {
		return speaker{run{v - 1, v}, v - 1, beforeCue} // a noun that the tagger took for a verb: "aides say"
	}
	if v == st.First || f.region[v-1] != token.None && f.region[v] == token.None || f.tok(v-1).Lower == "," {
		return f.phraseAfter(v+1, st.Last)
	}
	return nobody
}

// beforeAside is who speaks by v where a phrase of preposition p stands between
// them, between commas: "Brandt, now in her first year at Bergen, said".
func (f *finder) beforeAside(v, p, first int32) speaker {
	if f.tok(v-1).Lower != "," {
		return nobody
	}
	for c := p; c > first && c > p-reach/8; c-- {
		if t := f.tok(c - 1); t.Lower != "," {
			if t.UPOS != token.ADV && !f.nominal(c-1) && t.UPOS != token.ADP {
				break
			}
			continue
		}
		s := c - 1
		for s > first && f.nominal(s-1) && f.region[s-1] == f.region[v] {
			s--
		}
		if s == c-1 || s > first && f.tok(s-1).UPOS == token.ADP {
			break
		}
		return f.simplePhrase(s, c-1, beforeCue)
	}
	return nobody
}

// groupStart is where the words before verb v begin that part it from its
// subject: auxiliaries, adverbs, not, the comma of an apposition, an age.
func (f *finder) groupStart(v, first int32) int32 {
	e := v
	for e > first && f.inGroup(e-1, first) {
		e--
	}
	return e
}

func (f *finder) inGroup(i, first int32) bool {
	t := f.tok(i)
	switch {
	case t.UPOS == token.AUX, t.UPOS == token.ADV && !f.nominal(i), t.Lower == "not", t.Lower == "n't":
		return true
	case t.Lower == ",":
		return i > first && f.nominal(i-1)
	case t.UPOS == token.NUM:
		return i > first && f.tok(i-1).Lower == ","
	}
	return false
}

// mayBeFinite reports whether v, whose group begins at e, is finite, or is a
// form that the tagger may have taken for another, or has an auxiliary.
func (f *finder) mayBeFinite(v, e, first int32) bool {
	t := f.tok(v)
	if f.finite(v) || t.XPOS == token.VBN {
		return true
	}
	if t.XPOS == token.VB && v > first && f.tok(v-1).XPOS != token.TO && f.tok(v-1).XPOS != token.MD {
		return true
	}
	return e != v && (f.tok(e).UPOS == token.AUX || f.tok(v-1).UPOS == token.AUX)
}

// climb is the subject of the nearest verb above v that has one.
func (f *finder) climb(v int32) int32 {
	at := f.tok(v).Head
	for n := 0; at != token.None && n < 6; n++ {
		t := f.tok(at)
		if t.UPOS == token.VERB || t.UPOS == token.AUX {
			if s := syntax.Subject(f.d, at); s != token.None {
				return s
			}
		}
		at = t.Head
	}
	return token.None
}

// issuer is who made text s speak: "[she] issued a statement saying".
func (f *finder) issuer(s, v int32) (int32, bool) {
	t := f.tok(s)
	if t.Rel == token.Nsubj || t.Rel == token.NsubjPass || s > v || !f.carries(s) {
		return token.None, false
	}
	for k := range f.d.Kids(s) {
		if f.tok(k).Rel == token.NmodPoss {
			return k, true
		}
	}
	h := t.Head
	for n := 0; n < 3 && h != token.None && t.Rel == token.Nmod; n++ { // "a series of tweets"
		t = f.tok(h)
		h = t.Head
	}
	if h == token.None || f.tok(h).UPOS != token.VERB {
		return token.None, false
	}
	if a := syntax.Subject(f.d, h); a != token.None && a != s {
		return a, true
	}
	return token.None, false
}

// carries reports whether noun i is something that carries words, or a number
// of such: "a series of tweets".
func (f *finder) carries(i int32) bool {
	if textNoun(f.lemma(i)) {
		return true
	}
	for k := range f.d.Kids(i) {
		if f.tok(k).Rel == token.Nmod && k > i && f.mark(k) == "of" && textNoun(f.lemma(k)) {
			return true
		}
	}
	return false
}

// textNoun reports whether lemma is something that carries words.
func textNoun(lemma string) bool { return wordTable.Has(lemma, classText) }

// phrase is the noun phrase of head s with appositions and relative clauses,
// as far as it does not reach over the cue.
func (f *finder) phrase(s, cue int32) run {
	r := run{max(f.lo[s], s-reach), min(f.hi[s], s+2*reach)}
	if cue >= 0 {
		if s < cue {
			r.last = min(r.last, cue)
		} else {
			r.first = max(r.first, cue+1)
		}
	}
	// A subject's own preposition and the clauses behind it stay out.
	for k := range f.d.Kids(s) {
		switch f.tok(k).Rel.Base() {
		case token.Case:
			if k < s {
				r.first = max(r.first, k+1)
			}
		case token.Acl:
			// "the envoy, speaking in Oslo"
			if k > s && f.tok(k).XPOS == token.VBG && (f.tok(f.lo[k]).Lower == "," || f.tok(f.lo[k]-1).Lower == ",") {
				r.last = min(r.last, f.lo[k])
			}
		case token.Ccomp, token.Parataxis, token.Advcl:
			if k > s {
				r.last = min(r.last, f.lo[k])
			}
		}
	}
	r = f.clip(r, s)
	for cue >= 0 && r.last-1 > s && r.last <= cue && f.tok(r.last-1).Head == cue && f.tok(r.last-1).Rel == token.RelMark {
		r.last-- // the "to" of the cue
	}
	if r.empty() || !r.has(s) {
		r = run{s, s + 1}
	}
	if r = f.trim(r); r.empty() {
		return run{s, s + 1}
	}
	if f.tok(r.last-1).XPOS == token.POS {
		r.last--
	}
	for r.first > 0 && f.tok(r.first-1).UPOS == token.DET && f.tok(r.first-1).Sent == f.tok(s).Sent && f.tok(r.first).UPOS != token.PRON &&
		f.region[r.first-1] == f.region[s] {
		r.first--
	}
	return r
}

// clip cuts r, a phrase of head s, at quotations too long to be part of a name.
func (f *finder) clip(r run, s int32) run {
	const titleWords = 6
	for i := s; i > r.first; i-- {
		if g := f.region[i-1]; g != token.None && g != f.region[s] && f.regions[g].words > titleWords {
			r.first = i
			break
		}
	}
	for i := s + 1; i < r.last; i++ {
		if g := f.region[i]; g != token.None && g != f.region[s] &&
			(f.regions[g].words > titleWords || f.regions[g].first == i && f.tok(i-1).Lower == ",") {
			r.last = i
			break
		}
	}
	return r
}

// nominal reports whether token i can stand inside a simple noun phrase.
func (f *finder) nominal(i int32) bool {
	switch f.tok(i).UPOS {
	case token.PROPN, token.NOUN, token.PRON, token.DET, token.ADJ, token.NUM:
		return true
	}
	return f.tok(i).XPOS == token.POS || f.is(i, classQuantity)
}

// phraseAfter reads a noun phrase from token i on without the tree's help.
func (f *finder) phraseAfter(i, limit int32) speaker {
	j := i
	if j < limit && f.day(j) {
		return nobody
	}
	for j < limit && (f.nominal(j) || f.tok(j).Lower == "." && f.tok(j).Flags&token.SpaceBefore == 0) {
		j++
		if f.tok(j-1).UPOS == token.PRON {
			break
		}
	}
	return f.simplePhrase(i, j, afterCue)
}

// phraseBefore reads the noun phrase between from and cue v: the last one that
// ends at v, or before an adverb or a comma beside v.
func (f *finder) phraseBefore(from, v int32) speaker {
	e := v
	for e > from && !f.nominal(e-1) {
		e--
		if f.tok(e).UPOS == token.VERB {
			return nobody
		}
	}
	s := e
	for s > from && f.nominal(s-1) {
		s--
		if f.tok(s).UPOS == token.PRON {
			break
		}
	}
	return f.simplePhrase(s, e, beforeCue)
}

// simplePhrase is the phrase from first to last-1, headed by its last noun, or
// else by its last word that can stand for one.
func (f *finder) simplePhrase(first, last int32, from source) speaker {
	for h := last - 1; h >= first; h-- {
		switch f.tok(h).UPOS {
		case token.PROPN, token.NOUN, token.PRON:
			return speaker{f.trim(run{first, last}), h, from}
		}
	}
	for h := last - 1; h >= first; h-- {
		switch f.tok(h).UPOS {
		case token.ADJ, token.NUM, token.ADV, token.DET:
			return speaker{run{first, last}, h, from}
		}
	}
	return nobody
}
