package quote

import "github.com/dateline-go/dateline/internal/token"

// asClause reads "As X has said, ...": what follows the comma is the content.
func (r *reading) asClause() bool {
	if r.c.frame&fClause == 0 || r.c.frame&fWeak != 0 {
		return false
	}
	as := token.None
	for k := range r.d.Kids(r.v) {
		if t := r.tok(k); k < r.v && t.Lower == "as" && t.Rel == token.RelMark {
			as = k
		}
	}
	if as == token.None || as > r.st.First+1 || r.dr.speaker.none() || r.dr.speaker.head < as {
		return false
	}
	for i := r.v + 1; i < r.st.Last && i < r.v+12; i++ {
		if r.tok(i).Lower == "," {
			r.give(asClause, run{i + 1, r.st.Last})
			return r.hasClause(i+1, r.st.Last)
		}
		if r.finite(i) {
			return false
		}
	}
	return false
}

// final reads an attribution that stands after or inside what it attributes:
// "X will go, she said on Monday"; "X, she said, will go". It trusts the comma
// and the place of the cue more than the tree.
func (r *reading) final() bool {
	sp, v := &r.dr.speaker, r.v
	if r.c.frame&fClause == 0 || r.c.frame&fWeak != 0 && !r.canSpeak(sp.head) || sp.none() || !r.tensed(v) && !r.mistaken(v) || r.region[v] != token.None {
		return false
	}
	if r.is(sp.first, classRelative) {
		return false
	}
	comma, ok := r.commaBefore()
	if !ok || sp.head < v && v-sp.last > 3 {
		return false
	}
	after := max(sp.last, v+1)
	rest, ok := r.restAfter(after)
	if !ok || r.takesMore(after, rest) {
		return false
	}
	if x := r.tok(comma - 1).XPOS; r.tok(comma).Lower == "," && (x == token.WDT || x == token.WP) && r.finiteBetween(rest, r.st.Last) {
		r.give(medial, run{rest + 1, r.relativeEnd(rest + 1)})
		return true // "boats which, she said, were empty"
	}
	first := r.st.First
	goesOn := rest+1 < r.st.Last && r.words(run{rest, r.st.Last}) > 0
	if r.is(first, classSubclause) && !r.hasComma(first, comma) && !(goesOn && r.tok(rest).Lower == "," && r.finiteBetween(rest, r.st.Last)) {
		return false // "After X argued that, Y said" has no clause before the comma but this
	}
	first = r.behindOthers(r.st, first, comma)
	// Some verb or a good part of a clause must stand before the comma.
	if !r.hasClause(first, comma) && !(first > 0 && r.tok(first-1).Lower == "(" && !goesOn) && !(goesOn && rest-after <= 2 && r.hasClause(rest, r.st.Last) && r.words(run{first, comma}) > 0) {
		return false
	}
	if goesOn && r.medialRest(rest) {
		r.give(medial, run{first, comma}, run{rest + 1, r.st.Last})
	} else {
		r.give(final, run{first, comma})
		if goesOn && r.reportingGerund(rest+1).known() {
			r.share[rest+1] = v // "..., officials told reporters, adding that"
		}
	}
	return true
}

// mistaken reports whether v is a past tense that the tagger took for a participle,
// "police confirmed today", with a subject and nothing that makes it a passive; or
// a present one that it took for an infinitive, "people close to him say".
func (f *finder) mistaken(v int32) bool {
	subject := false
	for k := range f.d.Kids(v) {
		switch f.tok(k).Rel.Base() {
		case token.Aux, token.RelMark:
			return false
		case token.Nsubj:
			subject = subject || f.tok(k).Rel == token.Nsubj && k < v && !f.is(k, classRelative)
		}
	}
	return subject && (f.tok(v).XPOS == token.VBN || f.tok(v).XPOS == token.VB)
}

// commaBefore is the comma, dash or closing mark that parts the content from
// an attribution of subject and cue in either order, nothing of the content
// between. The speaker's phrase grows to it, where the parser cut it short.
func (r *reading) commaBefore() (int32, bool) {
	sp, st := &r.dr.speaker, r.st
	a := min(sp.first, r.v)
	for a > st.First && r.tok(a-1).Rel.Base() == token.Aux {
		a--
	}
	if a-1 <= st.First {
		return 0, false
	}
	for x := a; x > st.First+1 && x > a-12 && r.region[x-1] == token.None; x-- {
		if r.tok(x-1).Lower == "," {
			if x < a {
				sp.first, a = min(sp.first, x), x
			}
			break
		}
		if w := r.tok(x - 1).XPOS; !r.nominal(x-1) || sp.head > r.v || w == token.WDT || w == token.WP {
			break
		}
	}
	comma := a - 1
	if g := r.region[comma]; g != token.None && r.regions[g].last == a && r.regions[g].introduces() {
		return a, true // the comma is inside the marks
	}
	if w := r.tok(comma).Lower; w == "," || w == "--" || w == "—" || w == "–" || w == "-" {
		return r.beforeRole(comma), true
	}
	// "as the minister said"
	if r.tok(comma).Lower != "as" || r.tok(comma).UPOS == token.ADP || comma-1 <= st.First || r.tok(comma-1).Lower != "," {
		return 0, false
	}
	return comma - 1, true
}

// beforeRole is the comma before the role of a speaker whose name stands behind
// the comma at c: "..., its chairman, Ivan Dahl, told"; or c.
func (r *reading) beforeRole(c int32) int32 {
	sp := &r.dr.speaker
	if r.tok(c).Lower != "," || sp.head > r.v || r.tok(sp.head).UPOS != token.PROPN || sp.first != c+1 {
		return c
	}
	role := token.None
	for i := c - 1; i > r.st.First+1 && i > c-reach/4; i-- {
		t := r.tok(i)
		switch {
		case t.Lower == ",":
			if role == token.None || !r.hasClause(r.st.First, i) {
				return c
			}
			if x := r.tok(i + 1); x.UPOS != token.DET && x.UPOS != token.PRON && x.UPOS != token.NOUN && x.UPOS != token.ADJ && x.UPOS != token.PROPN {
				return c
			}
			sp.first = i + 1
			return i
		case r.region[i] != token.None, !r.nominal(i) && t.UPOS != token.ADP && t.XPOS != token.POS:
			return c
		case t.UPOS == token.NOUN && agentNoun(t.Lemma):
			role = i
		}
	}
	return c
}

// relativeEnd is where the relative clause that goes on at i ends: at the next
// comma, or with the sentence.
func (r *reading) relativeEnd(i int32) int32 {
	for ; i < r.st.Last; i++ {
		if r.tok(i).Lower == "," && r.region[i] == token.None {
			break
		}
	}
	return i
}

// introduces reports whether the region ends with a mark that an attribution may follow.
func (g *region) introduces() bool { return g.ends == ',' || g.ends == '?' || g.ends == '!' }

// restAfter is the end of an attribution whose subject and cue end at after:
// nothing but phrases of time, place and addressee up to the end of the
// sentence, or to a comma with the rest of the content.
func (r *reading) restAfter(after int32) (int32, bool) {
	st, rest := r.st, after
	for rest < st.Last && !r.commaOrDash(rest) {
		t := r.tok(rest)
		if r.is(rest, classCircumstance) && (rest > after || t.UPOS == token.SCONJ) {
			for rest < st.Last && r.tok(rest).Lower != "," && r.region[rest] == token.None {
				rest++
			}
			continue
		}
		if r.region[rest] != token.None || r.opensClause(rest) {
			return 0, false
		}
		rest++
	}
	return rest, rest+1 >= st.Last || r.punct(rest)
}

func (f *finder) commaOrDash(i int32) bool {
	w := f.tok(i).Lower
	return w == "," || w == "--" || w == "—"
}

// opensClause reports whether token i belongs to a clause, not to a phrase.
func (f *finder) opensClause(i int32) bool {
	t := f.tok(i)
	switch t.UPOS {
	case token.VERB:
		return f.finite(i)
	case token.SCONJ:
		return true
	case token.AUX:
		return t.XPOS != token.VB
	case token.CCONJ:
		return t.Lower == "but"
	}
	return t.Lower == ":"
}

// takesMore reports whether the cue has an object or a clause of its own, so
// that what stands before it is no content: "Though A, he mentioned B".
func (r *reading) takesMore(after, rest int32) bool {
	if r.c.frame&fInf != 0 && r.xcomp > after && r.lo[r.xcomp] == after && r.toVerb(r.xcomp) {
		return true // "has vowed to"
	}
	if r.c.frame&fAddr == 0 && r.dr.speaker.head < r.v {
		for k := range r.d.Kids(r.v) {
			if t := r.tok(k); k > r.v && t.Rel == token.Obj && !r.day(k) {
				return true
			}
		}
	}
	return r.ccomp > after && r.lo[r.ccomp] >= after && r.lo[r.ccomp] < rest
}

func (f *finder) hasComma(first, last int32) bool {
	for i := first; i < last; i++ {
		if f.tok(i).Lower == "," {
			return true
		}
	}
	return false
}

// behindOthers is where content before comma begins that another attribution
// in the same sentence, from first on, does not claim: behind a semicolon, and
// in "X said A, but B, they said", at "but".
func (f *finder) behindOthers(st *token.Sentence, first, comma int32) int32 {
	for i := comma - 1; i > st.First; i-- {
		if f.tok(i).Lower == ";" && f.region[i] == token.None {
			first = i + 1
			break
		}
	}
	i := comma - 1
	for i > first && (f.tok(i).UPOS != token.CCONJ || f.tok(i-1).Lower != "," || f.region[i] != token.None) {
		i--
	}
	if i <= first {
		return first
	}
	for j := i - 1; j > first; j-- {
		n := f.byCue[j]
		if n == token.None || f.region[j] != token.None || !f.drafts[n].form.is(yields) {
			continue
		}
		if c := &f.drafts[n].content[0]; c.first < i && c.last > i {
			c.last = i - 1
		}
		return i
	}
	return first
}

// hasClause reports whether a finite verb or a quotation stands in the range.
func (f *finder) hasClause(first, last int32) bool {
	for i := first; i < last; i++ {
		if f.region[i] != token.None || f.finite(i) || f.tok(i).UPOS == token.AUX {
			return true
		}
	}
	return false
}

// medialRest reports whether what follows a medial attribution goes on with
// the content: not a participle that brings a statement of its own.
func (r *reading) medialRest(comma int32) bool {
	i := comma + 1
	if i >= r.st.Last {
		return false
	}
	if r.dr.speaker.head > r.v && !r.hasClause(i, r.st.Last) {
		return false // "said Brandt, chair of the council"
	}
	t := r.tok(i)
	if t.Lower == "with" && r.absolute(i) {
		return true
	}
	return !r.is(i, classAside) && t.XPOS != token.VBG && t.XPOS != token.VBN && t.UPOS != token.ADP
}

// absolute reports whether "with" at i brings a clause of its own: "..., he said,
// with two men being hurt", against "..., he said with a smile".
func (r *reading) absolute(i int32) bool {
	for j := i + 2; j < r.st.Last && r.tok(j).Lower != ","; j++ {
		if x := r.tok(j).XPOS; (x == token.VBG || x == token.VBN) && r.nominal(j-1) || r.tok(j).Rel == token.AuxPass {
			return true
		}
	}
	return false
}
