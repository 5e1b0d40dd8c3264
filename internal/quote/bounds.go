package quote

import (
	"strings"

	"github.com/dateline-go/dateline/internal/token"
)

// behindApposition carries the end of an object over an apposition between
// commas, to the complement of v behind it: "accused X, the mayor, of Y".
func (f *finder) behindApposition(v, e int32) int32 {
	if e >= f.window(v).Last || f.tok(e).Lower != "," {
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

// opening is where content that begins at first really begins: at "that",
// where a time, an addressee or a medium stands between it and cue v.
func (f *finder) opening(v, first int32) int32 {
	n := f.window(v).Last
	// The parser may have taken the clause's subject for an object of the cue.
	if w := f.tok(v + 1); first > v+1 && first < v+12 && f.nominal(v+1) && w.Rel != token.OblUnmarked && f.wholly(v+1, first) {
		return v + 1
	}
	for i := first; i < n && i < first+9; i++ {
		t := f.tok(i)
		if t.Lower == "that" && t.UPOS == token.SCONJ {
			return i
		}
		if t.UPOS == token.VERB && !f.afterDoing(i) || t.UPOS == token.AUX || f.region[i] != token.None {
			break
		}
	}
	return first
}

// afterDoing reports whether verb i is a participle of when something is said:
// "said after meeting them that".
func (f *finder) afterDoing(i int32) bool {
	return f.tok(i).XPOS == token.VBG && i > 0 && wordTable.Has(f.tok(i-1).Lower, classTimeClause)
}

// wholly reports whether the range is one run of words outside quotations,
// that no mark of a clause ends.
func (f *finder) wholly(first, last int32) bool {
	for i := first; i < last; i++ {
		if f.punct(i) || f.region[i] != token.None {
			return false
		}
	}
	return !f.is(last, classClauseMark)
}

// end is where content after cue v ends: at e, or behind the phrases after e
// that the parser hung on v though no comma parts them from the content.
// A wide end takes in what may follow a clause, not only what follows a noun.
func (f *finder) end(v, e int32, wide bool) int32 {
	n := f.window(v).Last
	for e < n {
		x := f.extend(v, e, n, wide)
		if x == e {
			break
		}
		e = x
	}
	return f.cut(v, e)
}

// extend is the end of the phrase or clause at e that goes on with content of
// cue v; e if none does.
func (f *finder) extend(v, e, n int32, wide bool) int32 {
	if wide && f.tok(v).UPOS == token.VERB {
		if x := f.coordinate(v, e, n); x > e {
			return x
		}
	}
	if x := f.extendWord(v, e, n, wide); x > e {
		return x
	}
	if f.punct(e) && f.region[e] == token.None {
		return e
	}
	t := f.tok(e)
	if (t.XPOS == token.TO && t.UPOS == token.PART || !wide && (t.Lower == "to" || t.Lower == "as")) && t.Head > e && f.lo[t.Head] == e {
		return max(e+1, f.hi[t.Head])
	}
	// The dependent of v (or of a word over it) that begins here.
	at := e
	for k := 0; k < reach && f.tok(at).Head != token.None && f.tok(at).Head != v && f.lo[f.tok(at).Head] >= e; k++ {
		at = f.tok(at).Head
	}
	if f.tok(at).Head == v && f.lo[at] >= e && f.belongs(at, wide) {
		return max(f.hi[at], e+1)
	}
	return e
}

// extendWord is the end of what goes on at e with a word that has hyphens; e
// if nothing does.
func (f *finder) extendWord(v, e, n int32, wide bool) int32 {
	t := f.tok(e)
	glued := t.Flags&token.SpaceBefore == 0
	switch {
	case f.punct(e) && f.region[e] == token.None:
		if t.Lower == "-" && e+1 < n && glued && f.tok(e+1).Flags&token.SpaceBefore == 0 {
			return e + 2
		}
	case e > v && f.tok(e-1).Lower == "-" && glued,
		!wide && f.lo[e] == e && f.word(e-1) && f.hyphenated(e-1) && t.Head >= v && t.UPOS == token.NOUN:
		return max(e+1, f.hi[e])
	}
	return e
}

// belongs reports whether phrase or clause at, which the parser hung on the
// cue, is part of the content before it.
func (f *finder) belongs(at int32, wide bool) bool {
	t := f.tok(at)
	switch t.Rel.Base() {
	case token.Advcl:
		m := f.mark(at)
		if wordTable.Has(m, classTimeClause) {
			return t.XPOS != token.VBG && wide || m == "as" && !wide
		}
		return wide || m == "for" || m == "to"
	case token.Obl, token.Advmod, token.Xcomp:
		return wide || t.Rel == token.Obl && !wordTable.Has(f.mark(at), classSetting)
	case token.Obj, token.Ccomp:
		return true
	}
	return false
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
		if f.finite(x) && f.tok(x).XPOS != f.tok(v).XPOS && !f.verbCue(j).known() {
			return f.hi[j]
		}
	}
	return e
}

// cut shortens content after cue v that ends at e, where the parser let it run
// over a further attribution: ", adding that", ", according to", ", he said".
// What lies beyond span is cut off by add.
func (f *finder) cut(v, e int32) int32 {
	outside := f.region[v] == token.None
	fronted := outside && f.fronted(v)
	for i := v + 1; i+1 < min(e, v+span); i++ {
		if f.region[i] != token.None {
			if g := &f.regions[f.region[i]]; outside && f.adds(v, i) || fronted && g.last == i+1 && g.ends == ',' && f.begins(i+1, e) {
				return i + 1
			}
			continue
		}
		if fronted && f.tok(i).Lower == "," && f.finiteBetween(v+1, i) && f.begins(i+1, e) {
			return i
		}
		if n := f.byCue[i]; n != token.None && outside {
			if j := f.commaBeforeCue(v, i, n); j > v {
				return j
			}
		}
		if outside && (f.leaving(v, i) || f.comments(v, i)) {
			return i
		}
		if i > v+1 && (f.tok(i).UPOS == token.CCONJ && f.shares(v, i) || f.nextReport(v, i) || outside && f.accordingAt(i)) {
			return i
		}
		if f.tok(i).Lower == "," && (f.resumes(v, i+1) || i > v+1 && f.attributes(v, i+1)) {
			if f.share[i+1] == token.None && f.reportingGerund(i+1).known() && f.verbCue(v).tells() {
				f.share[i+1] = v // "told them that A, saying that B": whoever told says
			}
			return i
		}
	}
	return e
}

// leaving reports whether at i begins what who speaks does meanwhile: ", as she
// left the hall", behind a clause that cue v brings.
func (f *finder) leaving(v, i int32) bool {
	if i+2 >= f.window(v).Last || !f.is(i, classMeanwhile) || !f.is(i+1, classHeShe) || f.tok(v).XPOS != token.VBD {
		return false
	}
	t := f.tok(i + 2)
	return t.XPOS == token.VBD && wordTable.Has(t.Lemma, classLeave) && f.finiteBetween(v+1, i)
}

// comments reports whether at i begins what the writer makes of the clause that
// cue v brings: ", a claim that the bank disputes", "— a move that surprised them".
func (f *finder) comments(v, i int32) bool {
	n := f.window(v).Last
	if i+3 >= n || !f.commaOrDash(i) && f.tok(i).Lower != "–" && (f.tok(i).Lower != "-" || f.tok(i).Flags&token.SpaceBefore == 0) ||
		f.tok(i+1).XPOS != token.DT || !f.finiteBetween(v+1, i) {
		return false
	}
	j := i + 2
	for j+1 < n && j < i+6 && (f.tok(j).UPOS == token.ADJ || f.tok(j).UPOS == token.ADV || f.tok(j).Lower == "-") {
		j++
	}
	if j+1 >= n || !wordTable.Has(f.lemma(j), classComment) || f.region[j] != token.None {
		return false
	}
	for k := range f.d.Kids(j) {
		if k > j && f.tok(k).Rel.Base() == token.Acl {
			return true
		}
	}
	return f.is(j+1, classCommentMark) || f.begins(j+1, n)
}

// fronted reports whether cue v stands in a clause that is set before its main
// clause: "Although she said that ..., they left".
func (f *finder) fronted(v int32) bool {
	first := f.window(v).First
	return f.is(first, classSubclause) && v-first < reach/2 && !f.hasComma(first, v)
}

// begins reports whether a subject and a finite verb begin at i, before e.
func (f *finder) begins(i, e int32) bool {
	j := i
	for j < e && j < i+9 && f.region[j] == token.None && (f.nominal(j) || f.tok(j).UPOS == token.ADV) {
		j++
	}
	return j > i && j < e && f.region[j] == token.None && (f.finite(j) || f.tok(j).UPOS == token.AUX)
}

// adds reports whether i is the last token of a quotation with a comma inside
// the marks, and a participle that reports follows: “corrupt,” noting that.
func (f *finder) adds(v, i int32) bool {
	g := &f.regions[f.region[i]]
	return g.last == i+1 && g.ends == ',' && f.reportingGerund(i+1).known()
}

// reportingGerund is the cue of a participle at i that brings content, or zero.
func (f *finder) reportingGerund(i int32) (c cue) {
	if f.tok(i).XPOS == token.VBG {
		c = f.verbCue(i)
	}
	if c.frame&(fClause|fAs) == 0 {
		return cue{}
	}
	return c
}

// commaBeforeCue is the comma before cue i of draft n, an attribution of
// another quotation, or before its speaker; or None.
func (f *finder) commaBeforeCue(v, i, n int32) int32 {
	if sp := f.drafts[n].speaker; !sp.empty() && sp.first > v && sp.first < i {
		i = sp.first
	}
	if i > v+2 && f.tok(i-1).Lower == "," {
		return i - 1
	}
	return token.None
}

func (f *finder) accordingAt(i int32) bool {
	return f.tok(i).Lower == "according" && f.tok(i+1).Lower == "to"
}

// resumes reports whether the clause around that of v goes on at i: "X, who
// declined to comment, went on".
func (f *finder) resumes(v, i int32) bool {
	return f.finite(i) && f.tok(i).UPOS == token.VERB && f.relativeSubject(v)
}

// attributes reports whether a further attribution begins at i, behind a comma.
func (f *finder) attributes(v, i int32) bool {
	if f.tok(v+1).Lower == "that" && !f.finiteBetween(v+2, i) {
		return false // "added that, by then, the board had agreed"
	}
	if f.speaksNext(v, i) || f.tok(i).Lower == "according" {
		return true
	}
	c := f.reportingGerund(i)
	return c.known() && c.stance != Thinks
}

// hyphenated reports whether word i is the last of a word with hyphens.
func (f *finder) hyphenated(i int32) bool {
	return i > 0 && f.tok(i-1).Lower == "-" && f.tok(i).Flags&token.SpaceBefore == 0
}

// relativeSubject reports whether the subject of v is who or which.
func (f *finder) relativeSubject(v int32) bool {
	for k := range f.d.Kids(v) {
		if f.tok(k).Rel.Base() == token.Nsubj {
			w := f.tok(k).Lower
			return w == "who" || w == "which"
		}
	}
	return false
}

// nextReport reports whether a clause with its own speaker and cue begins at
// i, set beside v's: "..., while others said", "...; half said", "..., but he said".
func (f *finder) nextReport(v, i int32) bool {
	t := f.tok(i)
	if t.Lower != ";" {
		if w := f.tok(i - 1).Lower; w != "," && w != "—" && w != "-" || !f.is(i, classBeside) {
			return false
		}
	}
	n := f.window(v).Last
	for j := i + 1; j < n && j < i+9; j++ {
		if f.region[j] != token.None || f.tok(j).UPOS == token.PUNCT {
			return false
		}
		if f.tok(j).UPOS != token.VERB {
			continue
		}
		return f.reports(j) && f.tok(j).XPOS == f.tok(v).XPOS && j > i+1 && f.finite(v)
	}
	return false
}

// speaksNext reports whether a noun phrase and a cue of v's form begin at i:
// "While X said that A, Y said that B".
func (f *finder) speaksNext(v, i int32) bool {
	n := min(f.window(v).Last, i+9)
	j := i
	for j < n && (f.nominal(j) || f.tok(j).UPOS == token.AUX || f.tok(j).UPOS == token.ADV) && f.region[j] == token.None {
		j++
	}
	if j == i || j >= n || f.tok(j).UPOS != token.VERB || !f.tensed(v) || !f.tensed(j) {
		return false
	}
	return f.reports(j)
}

// reports reports whether verb j is a cue that plainly tells words: say, not think or show.
func (f *finder) reports(j int32) bool {
	c := f.verbCue(j)
	return c.tells()
}

// tenseOf is the tag of finite verb v, or of the form of be that stands with a
// participle: "is telling"; none for other forms.
func (f *finder) tenseOf(v int32) token.XPOS {
	if f.finite(v) {
		return f.tok(v).XPOS
	}
	for k := range f.d.Kids(v) {
		if t := f.tok(k); t.Rel == token.Aux && t.Lemma == "be" && f.finite(k) {
			return t.XPOS
		}
	}
	return token.NoXPOS
}

// shares reports whether the conjunction at i brings a further cue of v's
// subject: "said that A and hinted at B". The parser hangs it on A as often as
// not; a finite cue of the same form without a subject is taken for v's.
func (f *finder) shares(v, i int32) bool {
	tense := f.tenseOf(v)
	if f.tok(v).XPOS == token.VBG && tense == token.NoXPOS && f.tok(v).Rel.Base() == token.Advcl {
		tense = token.VBG // "left, blaming them for A and warning that B"
	}
	if tense == token.NoXPOS {
		return false
	}
	j := i + 1
	n := f.window(v).Last
	for j < n && f.tok(j).UPOS == token.ADV {
		j++
	}
	if tense == token.VBG && j < n && f.gerundNoun(j).known() {
		f.share[j] = v
		return true
	}
	if j >= n || f.region[j] != token.None || f.tok(j).UPOS != token.VERB || f.tok(j).XPOS != tense {
		return false
	}
	c := f.verbCue(j)
	if !c.known() || c.stance == Thinks || c.frame&(fWeak|fPersona) != 0 && f.tok(j+1).Lower != "that" {
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

// gerundNoun is the cue of a participle before "that" which the tagger took for a
// noun: "blaming them and warning that"; or zero.
func (f *finder) gerundNoun(j int32) cue {
	if int(j)+1 >= len(f.d.Tokens) || f.tok(j).XPOS != token.NN || f.tok(j+1).Lower != "that" {
		return cue{}
	}
	stem, ok := strings.CutSuffix(f.tok(j).Lower, "ing")
	if !ok {
		return cue{}
	}
	return verbCue(stem)
}
