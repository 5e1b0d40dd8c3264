package quote

import (
	"strings"

	"github.com/dateline-go/dateline/internal/syntax"
	"github.com/dateline-go/dateline/internal/token"
)

// sentence drafts the statements whose cue stands in sentence s: outside
// quotations, or inside them.
func (f *finder) sentence(s int32, quoted bool) {
	st := &f.d.Sents[s]
	if !quoted && f.nameColon(st) {
		return
	}
	for i := st.First; i < st.Last; i++ {
		t := f.tok(i)
		if g := f.region[i]; (g != token.None) != quoted || quoted && f.regions[g].draft == token.None {
			continue
		}
		switch t.UPOS {
		case token.VERB:
			if c := f.verbCue(i); c != nil && f.byCue[i] == token.None {
				f.verb(i, c, st)
			}
		case token.NOUN:
			if c := lookup(nouns, f.lemma(i)); c != nil {
				f.noun(i, c)
			}
		}
		if t.Lower == "according" {
			f.according(i, st)
		}
	}
}

// verb drafts the statement of verb v, read with the frames of c.
func (f *finder) verb(v int32, c *cue, st *token.Sentence) {
	sp, head, spRule := f.subjectOf(v)
	dr := draft{cue: v, cueRun: run{v, v + 1}, info: c, speaker: sp, head: head, spRule: spRule, score: 80}
	ccomp, xcomp, obj, as := token.None, token.None, token.None, token.None
	for k := range f.d.Kids(v) {
		t := f.tok(k)
		switch t.Rel.Base() {
		case token.Ccomp:
			// The last clause after the verb wins over one before it.
			if ccomp == token.None || ccomp < v {
				ccomp = k
			}
		case token.Xcomp:
			xcomp = k
		case token.Obj, token.Iobj:
			if obj == token.None || t.Rel == token.Obj && f.tok(obj).Rel == token.Iobj && k < obj {
				obj = k
			}
		case token.Parataxis:
			// "He will, she said, go" may come out either way up.
			if k < v && f.tok(k).UPOS != token.NOUN && ccomp == token.None && c.frame&fClause != 0 {
				ccomp = k
			}
		case token.Obl, token.Advcl, token.Nmod:
			if k > v && as == token.None && f.mark(k) == "as" {
				as = k
			}
		}
	}
	if f.final(v, &dr, st, ccomp) {
		f.add(dr)
		return
	}
	if t := f.tok(v); t.XPOS == token.VBN && t.Rel == token.Acl && head == token.None || t.Rel == token.Amod || t.Rel == token.Compound {
		return
	}
	that := token.None
	if c.frame&fClause != 0 {
		if that = f.thatAfter(v); that != token.None && ccomp > v && f.lo[ccomp] <= that && f.hi[ccomp] > that+2 {
			that = token.None // the tree has it
		}
	}
	switch {
	case that != token.None:
		e := f.sent(v).Last
		if h := f.tok(that).Head; h > that && f.hi[h] > that+2 {
			e = f.hi[h]
		}
		dr.rule = "that"
		dr.content = []run{{that, f.end(v, e, true)}}
	case head != token.None && f.speaks(head, c) && f.byPreposition(v, c, &dr):
		dr.rule = "verb-preposition"
	case ccomp != token.None && ccomp > v && c.frame&(fClause|fObjInf|fInf) != 0 && f.clauseFits(v, ccomp, c):
		first := f.lo[ccomp]
		if c.frame&fObjInf != 0 && c.frame&fAddr == 0 && obj != token.None && obj < first {
			first = f.lo[obj]
		}
		dr.rule = "clause"
		dr.content = []run{{f.opening(v, max(first, v+1)), f.end(v, f.hi[ccomp], true)}}
	case c.frame&fInf != 0 && xcomp > v && f.infinitive(xcomp) && f.canSpeak(head):
		first := f.lo[xcomp]
		dr.rule = "infinitive"
		dr.content = []run{{max(first, v+1), f.end(v, f.hi[xcomp], true)}}
	case head != token.None && c.frame&fObjInf != 0 && obj > v && (xcomp > obj || f.infinitiveAfter(obj)):
		e := f.hi[obj]
		if xcomp > obj {
			e = max(e, f.hi[xcomp])
		}
		dr.rule = "object-infinitive"
		dr.content = []run{{max(f.lo[obj], v+1), f.end(v, e, true)}}
	case head != token.None && c.frame&fAs != 0 && obj > v && f.judges(v, c, obj, xcomp, as):
		dr.rule = "judgement"
		dr.content = []run{{max(f.lo[obj], v+1), f.end(v, f.behindApposition(v, f.hi[obj]), true)}}
	case head != token.None && c.frame&fAs != 0 && xcomp > v:
		dr.rule = "judgement"
		dr.content = []run{{max(f.lo[xcomp], v+1), f.end(v, f.hi[xcomp], true)}}
	case head != token.None && c.frame&fAs != 0 && f.tok(v).Rel == token.AclRelcl && f.complement(v+1):
		dr.rule = "judgement"
		dr.content = []run{{v + 1, f.end(v, max(v+2, f.hi[v]), false)}}
	case head != token.None && c.frame&fNoun != 0 && obj > v && f.speaks(head, c):
		dr.rule = "object"
		dr.content = []run{{max(f.lo[obj], v+1), f.end(v, f.hi[obj], false)}}
	case c.frame&fClause != 0 && c.frame&fWeak == 0 && f.asClause(v, &dr, st):
	case c.frame&fClause != 0 && c.frame&fWeak == 0 && f.bareClause(v, &dr):
	default:
		return
	}
	f.add(dr)
}

// thatAfter is the "that" behind cue v, where nothing but an addressee, a time
// or a medium stands between them; else None.
func (f *finder) thatAfter(v int32) int32 {
	n := f.sent(v).Last
	for i := v + 1; i < n && i < v+10; i++ {
		t := f.tok(i)
		if t.Lower == "that" && t.UPOS == token.SCONJ {
			return i
		}
		if t.UPOS == token.VERB || t.UPOS == token.AUX || t.UPOS == token.CCONJ || f.region[i] != f.region[v] || t.Lower == ";" || t.Lower == ":" {
			break
		}
	}
	return token.None
}

// complement reports whether a quotation or a noun phrase with "a" begins at i:
// "whom he called a liar".
func (f *finder) complement(i int32) bool {
	if int(i) >= len(f.d.Tokens) {
		return false
	}
	if f.region[i] != token.None {
		return true
	}
	switch f.tok(i).Lower {
	case "a", "an", "the", "as":
		return true
	}
	return false
}

// asClause reads "As X has said, ...": what follows the comma is the content.
func (f *finder) asClause(v int32, dr *draft, st *token.Sentence) bool {
	as := token.None
	for k := range f.d.Kids(v) {
		if t := f.tok(k); k < v && t.Lower == "as" && t.Rel == token.RelMark {
			as = k
		}
	}
	if as == token.None || as > st.First+1 || dr.head == token.None || dr.head < as {
		return false
	}
	for i := v + 1; i < st.Last && i < v+12; i++ {
		t := f.tok(i)
		if t.Lower == "," {
			dr.content = []run{{i + 1, st.Last}}
			dr.rule, dr.score = "as-clause", 75
			return f.hasClause(i+1, st.Last)
		}
		if f.finite(i) {
			return false
		}
	}
	return false
}

// mark is the first preposition or conjunction of i, in lower case.
func (f *finder) mark(i int32) string { return syntax.Marker(f.d, i) }

// behindApposition carries the end of an object over an apposition between
// commas, to the complement of v behind it: "accused X, the mayor, of Y".
func (f *finder) behindApposition(v, e int32) int32 {
	if e >= f.sent(v).Last || f.tok(e).Lower != "," {
		return e
	}
	for k := range f.d.Kids(v) {
		if f.lo[k] == e+1 {
			if m := f.mark(k); m == "of" || m == "as" || m == "for" {
				return f.hi[k]
			}
		}
	}
	return e
}

// infinitive reports whether i is "to" and a verb.
func (f *finder) infinitive(i int32) bool {
	for k := range f.d.Kids(i) {
		if f.tok(k).Lower == "to" && f.tok(k).UPOS == token.PART {
			return true
		}
	}
	return false
}

// infinitiveAfter reports whether "to" and a verb follow the noun phrase of obj.
func (f *finder) infinitiveAfter(obj int32) bool {
	for i := obj + 1; i < f.hi[obj]+1 && int(i) < len(f.d.Tokens); i++ {
		if f.tok(i).XPOS == token.TO && f.tok(i).UPOS == token.PART {
			return true
		}
	}
	return false
}

// clauseFits rules out clauses that are no content of c: the weak cues need
// "that", and a speaker that speaks.
func (f *finder) clauseFits(v, ccomp int32, c *cue) bool {
	if c.frame&fWeak != 0 {
		return f.mark(ccomp) == "that"
	}
	return true
}

// judges reports whether the verb with its object says something of it:
// "called him a liar", "described it as", "accused them of".
func (f *finder) judges(v int32, c *cue, obj, xcomp, as int32) bool {
	if w := f.tok(obj).Lower; strings.HasSuffix(w, "self") || strings.HasSuffix(w, "selves") {
		return false
	}
	switch c.lemma {
	case "call", "brand", "dub", "label", "deem", "pronounce":
		if xcomp > v {
			return true
		}
		n := 0
		for k := range f.d.Kids(v) {
			if r := f.tok(k).Rel; k > v && (r == token.Obj || r == token.Iobj || r == token.Ccomp || r == token.Xcomp) {
				n++
			}
		}
		if n > 1 || as != token.None {
			return true
		}
		// The parser often makes "Cruz a liar" one phrase: a determiner or a
		// quotation inside the object tells them apart.
		for i := f.lo[obj] + 1; i < f.hi[obj]; i++ {
			t := f.tok(i)
			if f.region[i] != token.None && f.regions[f.region[i]].first == i {
				return true
			}
			if t.UPOS == token.DET && (t.Lower == "a" || t.Lower == "an") && f.tok(i-1).UPOS != token.ADP && f.word(i-1) {
				return true
			}
		}
		return false
	case "compare", "liken", "attribute", "credit", "quote":
		return true
	case "regard", "view", "consider", "see", "characterise", "characterize", "depict", "portray", "cite":
		return as != token.None || xcomp > v
	}
	return true
}

// speaks reports whether the head of a subject can speak: not "it" or "that"
// for cues that also have a use without speech.
func (f *finder) speaks(head int32, c *cue) bool {
	if head == token.None {
		return c.frame&fPersona == 0
	}
	switch f.tok(head).Lower {
	case "that", "this", "these", "those", "which", "there", "what":
		return false
	}
	return c.frame&fPersona == 0 || f.canSpeak(head)
}

// canSpeak reports whether head names somebody, or something that carries words.
func (f *finder) canSpeak(head int32) bool {
	if head == token.None {
		return false
	}
	t := f.tok(head)
	switch t.UPOS {
	case token.PROPN:
		return true
	case token.PRON:
		switch t.Lower {
		case "it", "this", "that", "these", "those", "which", "there", "what", "nothing", "something", "everything":
			return false
		}
		return true
	case token.NOUN:
		return f.actor[head] != token.None || textNoun(f.lemma(head)) || agentNoun(f.lemma(head))
	}
	return t.UPOS == token.NUM || t.UPOS == token.ADJ || t.UPOS == token.DET
}

// agentNoun reports whether a noun means people, by its ending or as one of
// the commonest.
func agentNoun(lemma string) bool {
	for _, end := range []string{"er", "or", "ist", "ian", "man", "woman", "ant", "ent", "ee", "ess", "crat", "can", "people", "person", "aide", "ally", "critic",
		"chief", "group", "party", "campaign", "camp", "house", "board", "panel", "team", "court", "police", "official", "staff", "public", "guy", "family", "judge",
		"spokesperson", "candidate", "nominee", "analyst", "colleague", "expert", "host", "friend", "crowd", "half", "percent", "company", "agency", "firm", "union",
		"committee", "commission", "council", "administration", "organization", "organisation", "association", "industry", "state", "nation", "country", "city", "hawk",
		"poll", "study", "survey", "source", "witness", "rival", "mother", "wife", "son", "kid", "guest", "general", "white", "liberal", "conservative", "executive", "representative", "native", "adviser"} {
		if strings.HasSuffix(lemma, end) {
			return true
		}
	}
	return false
}

// opening is where content that begins at first really begins: at "that",
// where a time, an addressee or a medium stands between it and cue v.
func (f *finder) opening(v, first int32) int32 {
	n := f.sent(v).Last
	for i := first; i < n && i < first+9; i++ {
		t := f.tok(i)
		if t.Lower == "that" && t.UPOS == token.SCONJ {
			return i
		}
		if t.UPOS == token.VERB || t.UPOS == token.AUX || f.region[i] != token.None {
			break
		}
	}
	return first
}

// byPreposition reads "called for X", "warned of X", "accused"-less verbs with
// a preposition of their own right after them.
func (f *finder) byPreposition(v int32, c *cue, dr *draft) bool {
	if c.preps == "" {
		return false
	}
	p := v + 1
	n := f.sent(v).Last
	if p < n && f.tok(p).UPOS == token.ADV && !hasWord(c.preps, f.tok(p).Lower) {
		p++
	}
	if p >= n || !hasWord(c.preps, f.tok(p).Lower) || f.tok(p).XPOS == token.TO && f.tok(p).UPOS == token.PART {
		return false
	}
	q := p + 1
	if q < n && (f.tok(p).Lower == "out" || f.tok(p).Lower == "off" || f.tok(p).Lower == "up") && (f.tok(q).Lower == "at" || f.tok(q).Lower == "against") {
		q++
	}
	if q >= n || f.punct(q) && f.region[q] == token.None {
		return false
	}
	if c.lemma == "talk" || c.lemma == "speak" {
		if f.tok(p).Lower == "to" {
			return false
		}
	}
	// The argument: whatever dependent of v, or of the preposition, holds q.
	e := q + 1
	at := q
	for k := 0; k < 40; k++ {
		h := f.tok(at).Head
		if f.lo[at] >= v+1 {
			e = max(e, f.hi[at])
		}
		if h == token.None || h == v || h < v {
			break
		}
		at = h
	}
	dr.cueRun = run{v, q}
	dr.content = []run{{q, f.end(v, e, c.lemma == "call" || c.lemma == "point")}}
	return true
}

// bareClause takes all that follows the cue up to the end of the sentence,
// where the tree gives no clause but a clause plainly follows: "said he would".
func (f *finder) bareClause(v int32, dr *draft) bool {
	if dr.head == token.None || dr.head > v {
		return false
	}
	n := f.sent(v).Last
	i := v + 1
	if i >= n {
		return false
	}
	t := f.tok(i)
	if f.finite(i) || t.UPOS == token.AUX {
		// "a change that he said would hurt": the relative pronoun is the subject.
		p := dr.speaker.first - 1
		if p < f.sent(v).First || v-dr.speaker.last > 2 {
			return false
		}
		switch f.tok(p).Lower {
		case "that", "which", "who", "what", "whom":
			dr.content = []run{{i, f.end(v, max(i+1, f.hi[v]), true)}}
			dr.rule, dr.score = "relative-gap", 65
			return true
		}
		return false
	}
	if t.Lower != "that" {
		if !f.nominal(i) && t.UPOS != token.ADV && t.UPOS != token.SCONJ && t.UPOS != token.ADP || f.lemma(v) != "say" {
			return false
		}
	}
	for j := i; j < n && j < i+reach; j++ {
		if f.finite(j) {
			dr.content = []run{{i, f.end(v, n, true)}}
			dr.rule, dr.score = "bare-clause", 60
			return true
		}
	}
	return false
}

// end is where content after cue v ends: at e, or behind the phrases after e
// that the parser hung on v though no comma parts them from the content.
func (f *finder) end(v, e int32, wide bool) int32 {
	n := f.sent(v).Last
	for e < n {
		if wide && f.tok(v).UPOS == token.VERB {
			if x := f.coordinate(v, e, n); x > e {
				e = x
				continue
			}
		}
		if f.punct(e) && f.region[e] == token.None {
			// A word with hyphens goes on.
			if f.tok(e).Lower == "-" && e+1 < n && f.tok(e).Flags&token.SpaceBefore == 0 && f.tok(e+1).Flags&token.SpaceBefore == 0 {
				e += 2
				continue
			}
			break
		}
		if e > v && f.tok(e-1).Lower == "-" && f.tok(e).Flags&token.SpaceBefore == 0 {
			e = max(e+1, f.hi[e])
			continue
		}
		if wide == false && f.lo[e] == e && f.tok(e-1).Flags&token.Punct == 0 && f.hyphenated(e-1) && f.tok(e).Head >= v && f.tok(e).UPOS == token.NOUN {
			e = max(e+1, f.hi[e])
			continue
		}
		// The dependent of v (or of a word over it) that begins here.
		at := e
		for f.tok(at).Head != token.None && f.tok(at).Head != v && f.lo[f.tok(at).Head] >= e {
			at = f.tok(at).Head
		}
		t := f.tok(at)
		if t.Head != v || f.lo[at] < e {
			break
		}
		ok := false
		switch t.Rel.Base() {
		case token.Advcl:
			switch f.mark(at) {
			case "before", "after", "while", "when", "as", "since", "until", "once":
				ok = t.XPOS != token.VBG && wide || f.mark(at) == "as" && !wide
			default:
				ok = wide || f.mark(at) == "for"
			}
		case token.Obl, token.Advmod, token.Xcomp:
			ok = wide || t.Rel == token.Obl && f.mark(at) != "in" && f.mark(at) != "on" && f.mark(at) != "at" && f.mark(at) != "during"
			if t.Rel == token.OblUnmarked && !wide {
				ok = false
			}
		case token.Obj, token.Ccomp:
			ok = true
		}
		if !ok {
			break
		}
		e = max(f.hi[at], e+1)
	}
	return f.cut(v, e)
}

// coordinate is the end of a further clause that goes on with content ending
// at e, ", and that ..." or a second predicate in another tense than cue v's;
// or e.
func (f *finder) coordinate(v, e, n int32) int32 {
	i := e
	if i < n && f.tok(i).Lower == "," {
		i++
	}
	if i+1 >= n || f.tok(i).UPOS != token.CCONJ {
		return e
	}
	j := i + 1
	if t := f.tok(j); t.Lower == "that" && t.UPOS == token.SCONJ {
		if t.Head > j {
			return max(f.hi[t.Head], j+1)
		}
		return e
	}
	for j < n && (f.tok(j).UPOS == token.ADV || f.tok(j).UPOS == token.AUX) {
		j++
	}
	if j < n && f.tok(j).Head == v && f.tok(j).Rel == token.Conj && f.finite(v) && f.lo[j] >= i {
		x := i + 1
		for x < j && !f.finite(x) {
			x++
		}
		if f.finite(x) && f.tok(x).XPOS != f.tok(v).XPOS && f.verbCue(j) == nil {
			return f.hi[j]
		}
	}
	return e
}

// cut shortens content after cue v that ends at e, where the parser let it run
// over a further attribution: ", adding that", ", according to", ", he said".
func (f *finder) cut(v, e int32) int32 {
	for i := v + 1; i+1 < e; i++ {
		if n := f.byCue[i]; n != token.None && f.region[i] == token.None && f.region[v] == token.None {
			// Another attribution, of a quotation: back to the comma before it.
			j := i
			if sp := f.drafts[n].speaker; !sp.empty() && sp.first > v && sp.first < i {
				j = sp.first
			}
			if j > v+2 && f.tok(j-1).Lower == "," {
				return j - 1
			}
		}
		if t := f.tok(i); f.region[i] == token.None && i > v+1 {
			if t.UPOS == token.CCONJ && f.shares(v, i) || f.nextReport(v, i) {
				return i
			}
			if t.Lower == "according" && f.tok(i+1).Lower == "to" && f.region[v] == token.None {
				return i
			}
		}
		if f.tok(i).Lower != "," || f.region[i] != token.None || i < v+2 {
			continue
		}
		t := f.tok(i + 1)
		if t.Lower == "according" {
			return i
		}
		if t.XPOS == token.VBG {
			if c := f.verbCue(i + 1); c != nil && c.frame&(fClause|fAs) != 0 && c.stance != Thinks {
				return i
			}
		}
	}
	return e
}

// hyphenated reports whether word i is the last of a word with hyphens.
func (f *finder) hyphenated(i int32) bool {
	return i > 0 && f.tok(i-1).Lower == "-" && f.tok(i).Flags&token.SpaceBefore == 0
}

// nextReport reports whether a clause with its own speaker and cue begins at
// i, set beside v's: "..., while others said", "...; half said", "..., but he said".
func (f *finder) nextReport(v, i int32) bool {
	t := f.tok(i)
	switch t.Lower {
	case ";":
	case "while", "although", "though", "but", "and":
		if f.tok(i-1).Lower != "," && f.tok(i-1).Lower != "—" && f.tok(i-1).Lower != "-" {
			return false
		}
	default:
		return false
	}
	n := f.sent(v).Last
	for j := i + 1; j < n && j < i+9; j++ {
		if f.region[j] != token.None || f.tok(j).UPOS == token.PUNCT {
			return false
		}
		if f.tok(j).UPOS != token.VERB {
			continue
		}
		c := f.verbCue(j)
		return c != nil && c.frame&fClause != 0 && c.frame&fWeak == 0 && c.stance != Thinks && f.tok(j).XPOS == f.tok(v).XPOS && j > i+1 && f.finite(v)
	}
	return false
}

// shares reports whether the conjunction at i brings a further cue of v's
// subject: "said that A and hinted at B". The parser hangs it on A as often as
// not; a finite cue of the same form without a subject is taken for v's.
func (f *finder) shares(v, i int32) bool {
	if !f.finite(v) {
		return false
	}
	j := i + 1
	n := f.sent(v).Last
	for j < n && f.tok(j).UPOS == token.ADV {
		j++
	}
	if j >= n || f.region[j] != token.None || f.tok(j).UPOS != token.VERB || f.tok(j).XPOS != f.tok(v).XPOS {
		return false
	}
	c := f.verbCue(j)
	if c == nil || c.stance == Thinks || c.frame&fWeak != 0 || c.frame&fPersona != 0 {
		return false
	}
	for k := range f.d.Kids(j) {
		if r := f.tok(k).Rel.Base(); r == token.Nsubj || r == token.Csubj {
			return false
		}
	}
	f.share[j] = v
	return true
}

// final reads an attribution that stands after or inside what it attributes:
// "X will go, she said on Monday"; "X, she said, will go". It trusts the comma
// and the place of the cue more than the tree.
func (f *finder) final(v int32, dr *draft, st *token.Sentence, ccomp int32) bool {
	if dr.info.frame&fClause == 0 || dr.info.frame&fWeak != 0 || dr.head == token.None || !f.finite(v) {
		return false
	}
	if f.tok(v).Rel == token.AclRelcl || f.region[v] != token.None {
		return false
	}
	// The attribution: comma, then subject and cue in either order, nothing of
	// the content between.
	a := min(dr.speaker.first, v)
	for a > st.First && f.tok(a-1).Rel.Base() == token.Aux {
		a--
	}
	if a-1 <= st.First {
		return false
	}
	comma := a - 1
	if g := f.region[comma]; g != token.None && f.regions[g].last == a && (f.regions[g].ends == ',' || f.regions[g].ends == '?' || f.regions[g].ends == '!') {
		comma = a // the comma is inside the marks
	} else if w := f.tok(comma).Lower; w != "," && w != "--" && w != "—" && w != "–" && w != "-" {
		// "as the minister said"
		if f.tok(a-1).Lower != "as" || f.tok(a-1).UPOS == token.ADP || a-2 <= st.First || f.tok(a-2).Lower != "," {
			return false
		}
		comma = a - 2
	}
	if dr.head < v && v-dr.speaker.last > 3 {
		return false
	}
	// After it: nothing but phrases of time, place and addressee up to the end
	// of the sentence, or a comma with the rest of the content.
	after := max(dr.speaker.last, v+1)
	rest := after
	for rest < st.Last && f.tok(rest).Lower != "," && f.tok(rest).Lower != "--" && f.tok(rest).Lower != "—" {
		t := f.tok(rest)
		if t.UPOS == token.VERB && f.finite(rest) || t.UPOS == token.SCONJ || f.region[rest] != token.None || t.UPOS == token.AUX && t.XPOS != token.VB || t.Lower == ":" || t.UPOS == token.CCONJ && t.Lower == "but" {
			return false
		}
		rest++
	}
	if rest < st.Last && rest+1 < st.Last && !f.punct(rest) {
		return false
	}
	if ccomp > after && ccomp != token.None && f.lo[ccomp] >= after && f.lo[ccomp] < rest {
		return false
	}
	first := st.First
	// A quotation's attribution or a semicolon before it is another statement.
	for i := comma - 1; i > st.First; i-- {
		if f.tok(i).Lower == ";" && f.region[i] == token.None {
			first = i + 1
			break
		}
	}
	// "X said A, but B, they said": the second attribution has B alone.
	for i := comma - 1; i > first; i-- {
		if f.tok(i).UPOS != token.CCONJ || f.tok(i-1).Lower != "," || f.region[i] != token.None {
			continue
		}
		for j := i - 1; j > first; j-- {
			if n := f.byCue[j]; n != token.None && f.region[j] == token.None && f.drafts[n].rule == "clause" {
				c := &f.drafts[n].content[0]
				if c.first < i && c.last > i {
					c.last = i - 1
				}
				first = i
				break
			}
		}
		break
	}
	// Some verb or a good part of a clause must stand before the comma.
	medial := rest+1 < st.Last && f.words(run{rest, st.Last}) > 0
	if !f.hasClause(first, comma) && !(medial && f.hasClause(rest, st.Last) && f.words(run{first, comma}) > 0) {
		return false
	}
	dr.rule, dr.score = "final", 88
	dr.content = []run{{first, comma}}
	if medial {
		if !f.medialRest(v, rest, st) {
			return true
		}
		dr.rule = "medial"
		dr.content = append(dr.content, run{rest + 1, st.Last})
	}
	return true
}

// hasClause reports whether a finite verb stands in the range outside
// relative clauses, or a quotation does.
func (f *finder) hasClause(first, last int32) bool {
	n := int32(0)
	for i := first; i < last; i++ {
		if f.region[i] != token.None {
			return true
		}
		if f.finite(i) || f.tok(i).UPOS == token.AUX {
			return true
		}
		n++
	}
	return false
}

// medialRest reports whether what follows a medial attribution goes on with
// the content: not a participle that brings a statement of its own.
func (f *finder) medialRest(v, comma int32, st *token.Sentence) bool {
	i := comma + 1
	if i >= st.Last {
		return false
	}
	t := f.tok(i)
	switch t.Lower {
	case "who", "whose", "whom", "which", "where", "when", "according", "as", "whether":
		return false
	}
	return t.XPOS != token.VBG && t.XPOS != token.VBN && t.UPOS != token.ADP
}

// accordingTo reads "according to X" at token i.
func (f *finder) accordingTo(i int32) (attribution, bool) {
	n := int32(len(f.d.Tokens))
	if i+2 >= n || f.tok(i).Lower != "according" || f.tok(i+1).Lower != "to" {
		return attribution{}, false
	}
	st := f.sent(i)
	// The head of the phrase: the word that "according" or "to" is case of.
	h := f.tok(i).Head
	for k := 0; k < 3 && h != token.None && h <= i+1; k++ {
		h = f.tok(h).Head
	}
	if h == token.None || h <= i+1 || h-i > 30 || f.tok(h).UPOS == token.VERB && f.tok(h).XPOS != token.VBG {
		sp, head, rule := f.phraseAfter(i+2, st.Last)
		if head == token.None {
			return attribution{}, false
		}
		return attribution{cue: i, cueRun: run{i, i + 2}, info: &citation, speaker: sp, head: head, spRule: rule, score: 85}, true
	}
	sp := run{i + 2, max(h+1, f.hi[h])}
	return attribution{cue: i, cueRun: run{i, i + 2}, info: &citation, speaker: f.trim(sp), head: h, spRule: "according-to", score: 90}, true
}

var citation = cue{"according", Cites, fQuote | fClause, "to"}

// according drafts "according to X, ..." and "..., according to X".
func (f *finder) according(i int32, st *token.Sentence) {
	if f.byCue[i] != token.None {
		return
	}
	a, ok := f.accordingTo(i)
	if !ok {
		return
	}
	dr := draft{cue: i, cueRun: a.cueRun, info: a.info, head: a.head, spRule: a.spRule, rule: "according-to", score: a.score}
	sp := a.speaker
	first, last := st.First, st.Last
	// Content before, back to a statement's cue in the same sentence only where
	// a semicolon stands; content after, behind the comma that ends the phrase.
	for j := i - 1; j > first; j-- {
		if f.tok(j).Lower == ";" {
			first = j + 1
		}
	}
	before := f.words(run{first, i}) > 0
	// Initial: the phrase ends at the first comma outside it.
	e := sp.last
	if !before || f.words(run{first, i}) < 3 {
		c := sp.last
		for j := i + 2; j < last; j++ {
			if f.tok(j).Lower == "," && (j >= a.head || j-i > 12) {
				c = j
				break
			}
		}
		if f.words(run{c, last}) < 2 {
			c = sp.last
		}
		// An apposition between two commas belongs to the speaker.
		if c < sp.last && f.words(run{sp.last, last}) >= 3 && f.tok(sp.last).Lower == "," {
			c = sp.last
		}
		sp.last = min(max(c, a.head+1), last)
		e = sp.last
		dr.content = []run{{first, i}, {e, last}}
	} else {
		dr.content = []run{{first, i}}
		if f.tok(i-1).Lower == "," && !f.finiteBetween(first, i) {
			for j := a.head + 1; j < last; j++ {
				if f.tok(j).Lower == "," && f.finiteBetween(j, last) {
					sp.last = min(sp.last, j)
					e = sp.last
					break
				}
			}
		}
		if e < last && f.tok(e).Lower == "," && e+2 < last && f.words(run{e, last}) > 2 {
			if w := f.tok(e + 1); w.UPOS != token.CCONJ && w.XPOS != token.VBG && w.Lower != "which" && w.Lower != "who" && f.tok(i-1).Lower == "," && !f.finiteBetween(first, i) {
				dr.content = append(dr.content, run{e, last})
			}
		}
	}
	dr.speaker = f.trim(sp)
	f.add(dr)
}

func (f *finder) finiteBetween(first, last int32) bool {
	for i := first; i < last; i++ {
		if f.finite(i) {
			return true
		}
	}
	return false
}

// nameColon reads a transcript's or headline's "Name: what they say" where no
// marks are used.
func (f *finder) nameColon(st *token.Sentence) bool {
	if f.d.Paras[st.Para].First != f.tok(st.First).Sent || st.Last-st.First < 4 {
		return false
	}
	c := token.None
	for i := st.First + 1; i < st.Last && i < st.First+6; i++ {
		t := f.tok(i)
		if t.Lower == ":" {
			c = i
			break
		}
		if t.UPOS == token.VERB || t.UPOS == token.AUX {
			return false
		}
	}
	if c == token.None || c+1 >= st.Last || f.region[c+1] != token.None {
		return false
	}
	name, person, caps := true, false, true
	for i := st.First; i < c; i++ {
		t := f.tok(i)
		if !f.word(i) {
			continue
		}
		if t.Flags&token.Capital == 0 {
			name = false
		}
		if t.Flags&token.AllCaps == 0 {
			caps = false
		}
		if t.Ent != token.None && f.d.Ents[t.Ent].Type <= token.ORG || f.actor[i] != token.None {
			person = true
		}
	}
	turn := caps && st.Kind != token.Headline && !headWord(f.tok(st.First).Lower)
	if !name || !person && !turn {
		return false
	}
	if !turn && !f.finiteBetween(c+1, st.Last) {
		return false
	}
	last := st.Last
	if st.Kind == token.Body {
		// A transcript's turn is its whole paragraph.
		p := &f.d.Paras[st.Para]
		last = f.d.Sents[p.Last-1].Last
	}
	sp, head, _ := f.phraseBefore(st.First, c)
	if head == token.None {
		return false
	}
	f.add(draft{cue: token.None, cueRun: run{c, c + 1}, content: []run{{c + 1, last}}, speaker: sp, head: head, spRule: "name-colon", rule: "name-colon", score: 75})
	return true
}

// headWord reports whether w heads a note to the reader, not a turn of speech.
func headWord(w string) bool {
	switch w {
	case "watch", "read", "related", "update", "updated", "note", "breaking", "more", "video", "photo", "photos", "editor", "correction", "see", "poll", "exclusive",
		"live", "listen", "opinion", "analysis", "image", "source", "sources", "tip", "warning", "date", "time", "where", "when", "who", "what", "why", "how", "fact", "tl":
		return true
	}
	return false
}

// noun drafts the statement of a speech noun: "her claim that", "a call for".
func (f *finder) noun(i int32, c *cue) {
	if f.region[i] != token.None {
		return
	}
	n := f.sent(i).Last
	p := i + 1
	if p >= n {
		return
	}
	dr := draft{cue: i, cueRun: run{i, i + 1}, info: c, rule: "noun", score: 65, head: token.None}
	t := f.tok(p)
	e := p
	if c.frame&fClause != 0 && t.Lower != "that" {
		// "her claim last week that", "suggestions by the press that"
		for x := range f.d.Kids(i) {
			if r := f.tok(x).Rel; x > i && (r == token.Acl || r == token.Ccomp) && f.lo[x] < x && f.tok(f.lo[x]).Lower == "that" && f.tok(f.lo[x]).UPOS == token.SCONJ {
				p = f.lo[x]
				t = f.tok(p)
			}
		}
	}
	switch {
	case t.Lower == "that" && c.frame&fClause != 0:
		k := token.None
		for x := range f.d.Kids(i) {
			if r := f.tok(x).Rel; x > p && (r == token.Acl || r == token.Ccomp || r == token.AclRelcl) {
				k = x
				break
			}
		}
		if k == token.None || f.hi[k] <= p+1 {
			return
		}
		// "the claim that he made" is a relative clause: no subject of its own
		// position is left empty in content.
		if f.tok(k).Rel == token.AclRelcl && t.UPOS == token.PRON {
			return
		}
		dr.content = []run{{p, f.cut(i, f.hi[k])}}
		e = f.hi[k]
	case t.XPOS == token.TO && t.UPOS == token.PART && c.frame&fInf != 0:
		k := t.Head
		if k == token.None || k <= p || f.hi[k] <= p+1 {
			return
		}
		dr.content = []run{{p, f.cut(i, f.hi[k])}}
		e = f.hi[k]
	case hasWord(c.preps, t.Lower):
		k := t.Head
		if k == token.None || k <= p || f.hi[k] <= p+1 {
			return
		}
		dr.content = []run{{p + 1, f.cut(i, f.hi[k])}}
		dr.cueRun.last = p + 1
		e = f.hi[k]
		dr.score = 55
	default:
		return
	}
	// Who: possessor, "by" or "from" phrase, or the subject of the verb around.
	for k := range f.d.Kids(i) {
		switch t := f.tok(k); {
		case t.Rel == token.NmodPoss:
			dr.head, dr.speaker, dr.spRule = k, f.phrase(k, i), "possessor"
		case k > i && t.Rel.Base() == token.Nmod && (f.mark(k) == "by" || f.mark(k) == "from") && k < e+30:
			dr.head, dr.speaker, dr.spRule = k, f.phrase(k, i), "by-phrase"
		}
	}
	if dr.head == token.None {
		h := f.tok(i).Head
		if h == token.None || f.tok(h).UPOS != token.VERB || f.tok(i).Rel != token.Obj || !lightVerb(f.lemma(h)) {
			return
		}
		if f.byCue[h] != token.None {
			dr2 := &f.drafts[f.byCue[h]]
			if dr2.rule == "object" {
				dr2.dead = true
			}
		}
		sp, head, _ := f.subjectOf(h)
		if head == token.None {
			return
		}
		dr.speaker, dr.head, dr.spRule = sp, head, "light-verb"
		dr.cueRun.first = h
		if h > i {
			dr.cueRun.first = i
		}
		dr.score = 70
	}
	f.add(dr)
}

// lightVerb reports whether the verb only carries its noun: "made a promise",
// "issued a call", "voiced the hope".
func lightVerb(lemma string) bool {
	switch lemma {
	case "announce", "begin", "deliver", "express", "give", "have", "issue", "launch", "make", "offer", "post", "publish", "put", "raise",
		"release", "renew", "repeat", "reiterate", "send", "share", "sound", "state", "take", "unleash", "utter", "voice", "write", "submit", "file":
		return true
	}
	return false
}
