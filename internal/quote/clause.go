package quote

import (
	"cmp"
	"slices"
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
				f.verb(i, c, f.window(i))
			}
		case token.NOUN:
			if c := lookup(nouns, f.lemma(i)); c != nil {
				f.noun(i, c)
			}
		}
		if t.Lower == "according" {
			f.according(i, f.window(i))
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
	if c.stance == Asks && head == token.None {
		return // "asked whether": the asker is not given
	}
	that := token.None
	if c.frame&fClause != 0 {
		if that = f.thatAfter(v, c.stance == Asks); that != token.None && ccomp > v && f.lo[ccomp] <= that && f.hi[ccomp] > that+2 {
			that = token.None // the tree has it
		}
	}
	switch {
	case that != token.None:
		e := f.window(v).Last
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
		if first = max(first, v+1); c.frame&fAddr == 0 {
			first = f.opening(v, first)
		}
		dr.content = []run{{first, f.end(v, f.hi[ccomp], true)}}
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
	case head != token.None && c.frame&(fNoun|fClause) != 0 && c.frame&fWeak == 0 && f.gerund(v):
		dr.rule = "gerund"
		dr.content = []run{{v + 1, f.end(v, f.hi[v+1], true)}}
	case head != token.None && c.frame&fAddr != 0 && f.aboutAfter(v, c, obj, &dr):
		dr.rule = "verb-preposition"
	case head == token.None && c.frame&fClause != 0 && xcomp > v && f.passiveReport(v, xcomp, &dr):
	case head != token.None && c.frame&fNoun != 0 && obj > v && f.speaks(head, c) && f.sayable(c, obj):
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
func (f *finder) thatAfter(v int32, asks bool) int32 {
	n := f.window(v).Last
	for i := v + 1; i < n && i < v+10; i++ {
		t := f.tok(i)
		if (t.Lower == "that" || t.Lower == "whether") && t.UPOS == token.SCONJ {
			return i
		}
		if asks {
			switch t.Lower {
			case "if", "what", "who", "how", "why", "when", "where", "which":
				return i
			}
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

// mark is the first preposition or conjunction of i, in lower case.
func (f *finder) mark(i int32) string { return syntax.Marker(f.d, i) }

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
	for i := obj + 1; i < f.hi[obj]+1 && int(i)+1 < len(f.d.Tokens); i++ {
		if f.tok(i).Lower != "to" {
			continue
		}
		if f.tok(i).UPOS == token.PART {
			return true
		}
		switch f.tok(i + 1).UPOS {
		case token.VERB, token.ADJ, token.AUX: // "to free": the tagger may take it for a preposition
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
	// "declined to comment, left": no content follows a comma.
	if int(v)+2 < len(f.d.Tokens) && f.tok(v+1).Lower == "," && f.lo[ccomp] > v && f.region[v] == token.None && f.region[v+2] == token.None {
		return false
	}
	// "told the story of a man who": a relative clause, no question.
	if first := f.lo[ccomp]; first > v+1 && c.stance != Asks && f.nominal(first-1) {
		return f.tok(first).Lower != "who" && f.tok(first).Lower != "which"
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

// byPreposition reads "called for X", "warned of X", "accused"-less verbs with
// a preposition of their own right after them.
func (f *finder) byPreposition(v int32, c *cue, dr *draft) bool {
	if c.preps == "" {
		return false
	}
	p := v + 1
	n := f.window(v).Last
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
	if _, ok := slices.BinarySearchFunc(f.in.Times, f.tok(q).Start, func(s token.Span, at int32) int { return cmp.Compare(s.Start, at) }); ok {
		return false // "agreed on Monday to ..."
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

// aboutAfter reads a preposition of c's behind the addressee: "asked X about Y".
func (f *finder) aboutAfter(v int32, c *cue, obj int32, dr *draft) bool {
	if c.preps == "" || obj < v || obj == token.None {
		return false
	}
	p := f.hi[obj]
	for k := range f.d.Kids(v) {
		if k > obj && hasWord(c.preps, f.mark(k)) {
			p = f.lo[k]
		}
	}
	for k := range f.d.Kids(obj) {
		if k > obj && hasWord(c.preps, f.mark(k)) {
			p = min(p, f.lo[k])
		}
	}
	if n := f.window(v).Last; p+1 >= n || p <= obj || !hasWord(c.preps, f.tok(p).Lower) {
		return false
	}
	h := f.tok(p).Head
	e := p + 2
	if h > p {
		e = max(e, f.hi[h])
	}
	dr.content = []run{{p + 1, f.end(v, e, true)}}
	return true
}

// gerund reports whether a gerund that depends on v follows it: "denied
// taking bribes".
func (f *finder) gerund(v int32) bool {
	if int(v)+1 >= len(f.d.Tokens) {
		return false
	}
	t := f.tok(v + 1)
	if t.Head != v || t.XPOS != token.VBG {
		return false
	}
	switch t.Rel.Base() {
	case token.Xcomp, token.Ccomp, token.Advcl, token.Obj:
		return true
	}
	return false
}

// sayable rules out objects that cue c takes without words: one claims
// responsibility by saying so, but claims a seat or lives by taking them.
func (f *finder) sayable(c *cue, obj int32) bool {
	if c.lemma != "claim" {
		return true
	}
	switch f.lemma(obj) {
	case "responsibility", "credit", "innocence", "immunity", "ignorance", "success":
		return true
	}
	return false
}

// passiveReport reads "X is said to have left": words without a speaker.
func (f *finder) passiveReport(v, xcomp int32, dr *draft) bool {
	switch f.lemma(v) {
	case "say", "report", "allege", "claim", "believe", "think", "understand", "estimate":
	default:
		return false
	}
	if !f.infinitive(xcomp) || !f.bePassive(v) {
		return false
	}
	for k := range f.d.Kids(v) {
		if f.tok(k).Rel.Base() == token.Nsubj && k < v {
			dr.content = []run{f.phrase(k, v), {max(f.lo[xcomp], v+1), f.end(v, f.hi[xcomp], true)}}
			dr.rule, dr.score = "passive-report", 70
			return true
		}
	}
	return false
}

// bareClause takes all that follows the cue up to the end of the sentence,
// where the tree gives no clause but a clause plainly follows: "said he would".
func (f *finder) bareClause(v int32, dr *draft) bool {
	if dr.head == token.None || dr.head > v {
		return false
	}
	n := f.window(v).Last
	i := v + 1
	if i >= n {
		return false
	}
	t := f.tok(i)
	if f.finite(i) || t.UPOS == token.AUX {
		// "a change that he said would hurt": the relative pronoun is the subject.
		p := dr.speaker.first - 1
		if p < f.window(v).First || v-dr.speaker.last > 2 {
			return false
		}
		switch f.tok(p).Lower {
		case "that", "which", "who", "what", "whom":
			h := i
			if t.UPOS == token.AUX && t.Head > i {
				h = t.Head
			}
			dr.content = []run{{i, f.end(v, max(i+1, f.hi[h]), true)}}
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
	long := t.UPOS == token.DET || t.UPOS == token.PRON || t.UPOS == token.PROPN
	for j := i; j < n && j < i+reach; j++ {
		if f.finite(j) || long && j > i+5 {
			dr.content = []run{{i, f.end(v, n, true)}}
			dr.rule, dr.score = "bare-clause", 60
			return true
		}
	}
	return false
}
