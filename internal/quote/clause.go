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
	if !quoted && (f.nameColon(st) || f.colonName(st)) {
		return
	}
	for i := st.First; i < st.Last; i++ {
		t := f.tok(i)
		if g := f.region[i]; (g != token.None) != quoted || quoted && f.regions[g].draft == token.None {
			continue
		}
		switch t.UPOS {
		case token.VERB:
			if c := f.verbCue(i); c.known() && f.byCue[i] == token.None {
				f.verb(i, c, f.window(i))
			}
		case token.NOUN:
			if f.share[i] != token.None && f.byCue[i] == token.None {
				f.add(draft{cue: i, cueRun: run{i, i + 1}, info: f.gerundNoun(i), form: thatClause, speaker: f.subjectOf(i),
					content: []run{{i + 1, f.cut(i, f.window(i).Last)}}})
				continue
			}
			if c := nounCue(f.lemma(i)); c.known() {
				f.noun(i, c)
			}
			if t.XPOS == token.NNS && f.byCue[i] == token.None {
				f.plural(i, f.window(i))
			}
		}
		if t.Lower == "according" {
			f.according(i, f.window(i))
		}
	}
}

// reading is a verb cue with its dependents, while the constructions that its
// frames allow are tried.
type reading struct {
	*finder
	v  int32
	c  cue
	st *token.Sentence
	dr draft

	ccomp, xcomp, obj int32 // dependents that may be content, or token.None
	as                int32 // dependent behind "as", or token.None
}

// verb drafts the statement of verb v, read with the frames of c.
func (f *finder) verb(v int32, c cue, st *token.Sentence) {
	st = f.bracketed(v, st)
	r := reading{finder: f, v: v, c: c, st: st, dr: draft{cue: v, cueRun: run{v, v + 1}, info: c, speaker: f.subjectOf(v)}}
	r.dependents()
	if r.final() || r.content() {
		f.add(r.dr)
	}
}

// plural drafts the statement of a verb that the tagger took for a plural noun:
// "the Post reports that ...", with it as the root, and "..., the Post reports."
func (f *finder) plural(i int32, st *token.Sentence) {
	c := verbCue(f.lemma(i))
	if c.frame&fQuote == 0 || !c.tells() || i == st.First || i+1 >= st.Last {
		return
	}
	dr := draft{cue: i, cueRun: run{i, i + 1}, info: c, form: thatClause, speaker: f.phraseBefore(st.First, i)}
	sp := &dr.speaker
	switch {
	case sp.none() || sp.last != i:
		return
	case f.tok(i+1).Lower == "that" && f.tok(i).Rel == token.Root && (sp.first == st.First || f.tok(sp.first-1).Lower == ","):
		dr.content = []run{{i + 1, f.cut(i, st.Last)}}
	case f.words(run{i + 1, st.Last}) == 0 && f.tok(sp.head).UPOS == token.PROPN && sp.first > st.First && f.tok(sp.first-1).Lower == "," &&
		f.hasClause(st.First, sp.first):
		dr.form, dr.content = final, []run{{f.behindOthers(st, st.First, sp.first-1), sp.first - 1}}
	default:
		return
	}
	f.add(dr)
}

// bracketed is the part of sentence st in the brackets around v, or st: "the rate
// fell (to 19 percent, she says) in May".
func (f *finder) bracketed(v int32, st *token.Sentence) *token.Sentence {
	open := v - 1
	for open >= st.First && open > v-reach && f.tok(open).Lower != "(" {
		if f.tok(open).Lower == ")" {
			return st
		}
		open--
	}
	if open < st.First || f.tok(open).Lower != "(" {
		return st
	}
	w := *st
	w.First = open + 1
	for i := v + 1; i < st.Last; i++ {
		if f.tok(i).Lower == ")" {
			w.Last = i
			break
		}
	}
	return &w
}

// give makes content what the reading says, in form f.
func (r *reading) give(f form, content ...run) {
	r.dr.form, r.dr.content = f, content
}

func (r *reading) dependents() {
	r.ccomp, r.xcomp, r.obj, r.as = token.None, token.None, token.None, token.None
	for k := range r.d.Kids(r.v) {
		t := r.tok(k)
		if k < r.st.First || k >= r.st.Last {
			continue
		}
		switch t.Rel.Base() {
		case token.Ccomp:
			if r.alias(k) {
				continue
			}
			// The last clause after the verb wins over one before it.
			if r.ccomp == token.None || r.ccomp < r.v {
				r.ccomp = k
			}
		case token.Xcomp:
			r.xcomp = k
		case token.Obj, token.Iobj:
			if r.obj == token.None || t.Rel == token.Obj && r.tok(r.obj).Rel == token.Iobj && k < r.obj {
				r.obj = k
			}
		case token.Parataxis:
			// "He will, she said, go" may come out either way up.
			if k < r.v && t.UPOS != token.NOUN && r.ccomp == token.None && r.c.frame&fClause != 0 {
				r.ccomp = k
			}
		case token.Obl, token.Advcl, token.Nmod:
			if k > r.v && r.as == token.None && r.mark(k) == "as" {
				r.as = k
			}
		}
	}
}

// alias reports whether dependent k of the cue is only what stands in brackets
// behind the speaker: "said Huang Ho (黃何), a driver".
func (r *reading) alias(k int32) bool {
	i := r.lo[k]
	return i > r.v+1 && (r.tok(i).Lower == "(" || r.tok(i-1).Lower == "(") && !r.hasClause(i, r.hi[k])
}

// content finds what the cue reports behind it: the first construction that
// fits says, and where none does the arguments of the cue's roleset. The
// constructions stay because they serve better than the argument would in their
// place. What roles lose there of the F1 of statements on PolNeAR (a third of
// train, dev): "that" 0.3, 0; prepositions 0.2, 0.2; the tree's clause 0.3, -0.1;
// infinitives 0.1, 0.2; object and infinitive 0.1, 0.3; judgements 0.1, 0.1;
// objects 0.5, 0.6; "as X said" 0.1, 0; bare clauses 0, 0.2; attributions at the
// end or inside 1.8, 2.4. Gerunds, "asked X about", what nouns of speech report
// and whose they are come by roles alone.
func (r *reading) content() bool {
	if t := r.tok(r.v); t.XPOS == token.VBN && t.Rel == token.Acl && r.dr.speaker.none() || t.Rel == token.Amod || t.Rel == token.Compound {
		return false
	}
	if r.c.stance == Asks && r.dr.speaker.none() {
		return false // "asked whether": the asker is not given
	}
	if r.c.frame&fPassive != 0 && r.c.frame&fInf == 0 && int(r.v)+1 < len(r.d.Tokens) && r.tok(r.v+1).XPOS == token.TO {
		return r.passiveReport() // "X is said to have left"; "a man, said to be the owner, left" says it of nobody
	}
	return r.thatClause() || r.byPreposition() || r.clause() || r.infinitive() || r.objectAndInfinitive() || r.judgement() ||
		r.passiveReport() || r.object() || r.asClause() || r.bareClause() || r.argument()
}

// thatClause reads the "that" behind the cue, where the tree does not have it.
func (r *reading) thatClause() bool {
	if r.c.frame&fClause == 0 {
		return false
	}
	that := r.thatAfter()
	if that == token.None || r.ccomp > r.v && r.lo[r.ccomp] <= that && r.hi[r.ccomp] > that+2 {
		return false
	}
	e := r.window(r.v).Last
	if h := r.tok(that).Head; h > that && r.hi[h] > that+2 {
		e = r.hi[h]
	}
	r.give(thatClause, run{that, r.end(r.v, e, true)})
	return true
}

// thatAfter is the "that" behind the cue, where nothing but an addressee, a
// time or a medium stands between them; else None.
func (r *reading) thatAfter() int32 {
	n := r.window(r.v).Last
	for i := r.v + 1; i < n && i < r.v+10; i++ {
		t := r.tok(i)
		if (t.Lower == "that" || t.Lower == "whether") && (t.UPOS == token.SCONJ || t.Rel == token.RelMark) {
			return i
		}
		if r.c.stance == Asks && r.is(i, classQuestion) {
			return i
		}
		if r.region[i] != r.region[r.v] || t.UPOS == token.VERB && !r.afterDoing(i) || t.UPOS == token.AUX || t.UPOS == token.CCONJ ||
			t.Lower == ";" || t.Lower == ":" {
			break
		}
	}
	return token.None
}

// byPreposition reads "called for X", "warned of X": verbs with a preposition
// of their own right after them.
func (r *reading) byPreposition() bool {
	if r.dr.speaker.none() || !r.speaks() || r.c.preps == "" {
		return false
	}
	q := r.behindPreposition()
	if q == token.None || r.punct(q) && r.region[q] == token.None {
		return false
	}
	start := func(s token.Span, at int32) int { return cmp.Compare(s.Start, at) }
	if _, ok := slices.BinarySearchFunc(r.in.Times, r.tok(q).Start, start); ok {
		return false // "agreed on Monday to ..."
	}
	// The argument: whatever dependent of v, or of the preposition, holds q.
	e := q + 1
	at := q
	for k := 0; k < 40; k++ {
		h := r.tok(at).Head
		if r.lo[at] >= r.v+1 {
			e = max(e, r.hi[at])
		}
		if h == token.None || h == r.v || h < r.v {
			break
		}
		at = h
	}
	r.dr.cueRun = run{r.v, q}
	if r.c.frame&fDemands != 0 {
		r.dr.stance = Demands
	}
	r.give(preposition, run{q, r.end(r.v, e, r.c.frame&fLong != 0)})
	return true
}

// behindPreposition is the token behind the preposition, of one word or two,
// that brings the cue's content; else None.
func (r *reading) behindPreposition() int32 {
	n := r.window(r.v).Last
	p := r.v + 1
	if p < n && r.tok(p).UPOS == token.ADV && !hasWord(r.c.preps, r.tok(p).Lower) {
		p++
	}
	if p >= n || !hasWord(r.c.preps, r.tok(p).Lower) || r.tok(p).XPOS == token.TO && r.tok(p).UPOS == token.PART {
		return token.None
	}
	q := p + 1
	if q < n && r.is(p, classParticle) && (r.tok(q).Lower == "at" || r.tok(q).Lower == "against") {
		q++
	}
	if q >= n {
		return token.None
	}
	return q
}

// clause reads a clause that the tree gives as the cue's complement.
func (r *reading) clause() bool {
	if r.ccomp == token.None || r.ccomp <= r.v || r.c.frame&(fClause|fObjInf|fInf) == 0 || !r.clauseFits(r.ccomp) {
		return false
	}
	first := r.lo[r.ccomp]
	if r.c.frame&fObjInf != 0 && r.c.frame&fAddr == 0 && r.obj != token.None && r.obj < first {
		first = r.lo[r.obj]
	}
	if first = max(first, r.v+1); r.c.frame&fAddr == 0 {
		first = r.opening(r.v, first)
	}
	r.give(clause, run{first, r.end(r.v, r.lastClause(), true)})
	return true
}

// lastClause is the end of the last clause that the tree hangs on the cue:
// "noted that, like him, she left" may come out as two.
func (r *reading) lastClause() int32 {
	e := r.hi[r.ccomp]
	whole := r.hasClause(r.lo[r.ccomp], e)
	for k := range r.d.Kids(r.v) {
		if rel := r.tok(k).Rel; k > r.ccomp && r.lo[k] <= e+1 && (rel == token.Ccomp || rel == token.Parataxis && !whole) {
			e = max(e, r.hi[k])
		}
	}
	return e
}

// clauseFits rules out clauses, by their head, that are no content of the cue: the
// weak cues need "that", and a speaker that speaks.
func (r *reading) clauseFits(h int32) bool {
	v, first := r.v, r.lo[h]
	if r.c.frame&fWeak != 0 {
		return r.mark(h) == "that"
	}
	// "declined to comment, left": no content follows a comma.
	if int(v)+2 < len(r.d.Tokens) && r.tok(v+1).Lower == "," && first > v && r.region[v] == token.None && r.region[v+2] == token.None {
		return false
	}
	// "told the story of a man who": a relative clause, no question.
	if first > v+1 && r.c.stance != Asks && r.nominal(first-1) {
		return r.tok(first).Lower != "who" && r.tok(first).Lower != "which"
	}
	return true
}

func (r *reading) infinitive() bool {
	if r.c.frame&fInf == 0 || r.xcomp <= r.v || !r.toVerb(r.xcomp) || !r.canSpeak(r.dr.speaker.head) {
		return false
	}
	r.give(infinitive, run{max(r.lo[r.xcomp], r.v+1), r.end(r.v, r.hi[r.xcomp], true)})
	return true
}

func (r *reading) objectAndInfinitive() bool {
	if r.dr.speaker.none() || r.obj <= r.v ||
		!r.subjunctive() && (r.c.frame&fObjInf == 0 || r.xcomp <= r.obj && !r.infinitiveAfter(r.obj)) {
		return false
	}
	e := r.hi[r.obj]
	if r.xcomp > r.obj {
		e = max(e, r.hi[r.xcomp])
	}
	r.give(objectAndInf, run{max(r.lo[r.obj], r.v+1), r.end(r.v, e, true)})
	return true
}

// subjunctive reports whether a clause without "that" or "to" hangs on a verb
// that demands: "demanded the company pay", which the tree makes an object and
// an infinitive.
func (r *reading) subjunctive() bool {
	return r.c.frame&fClause != 0 && (r.c.stance == Demands || r.c.stance == Proposes) && r.xcomp > r.obj && r.tok(r.xcomp).XPOS == token.VB
}

// judgement reads "called him a liar", "described it as", "whom he called a liar".
func (r *reading) judgement() bool {
	v := r.v
	if r.dr.speaker.none() || r.c.frame&fAs == 0 {
		return false
	}
	switch {
	case r.obj > v && r.judges():
		r.give(judgement, run{max(r.lo[r.obj], v+1), r.end(v, r.behindApposition(v, r.hi[r.obj]), true)})
	case r.xcomp > v:
		r.give(judgement, run{max(r.lo[r.xcomp], v+1), r.end(v, r.hi[r.xcomp], true)})
	case r.tok(v).Rel == token.AclRelcl && r.complement(v+1):
		r.give(judgement, run{v + 1, r.end(v, max(v+2, r.hi[v]), false)})
	default:
		return false
	}
	return true
}

// judges reports whether the verb with its object says something of it:
// "called him a liar", "described it as", "accused them of".
func (r *reading) judges() bool {
	if r.reflexive(r.obj) {
		return false
	}
	switch {
	case r.xcomp > r.v:
		return true
	case r.c.frame&fNames != 0:
		return r.as != token.None || r.complements() > 1 || r.joinedComplement()
	case r.c.frame&fNeedsAs != 0:
		return r.as != token.None
	}
	return true
}

// reflexive reports whether token i is a reflexive pronoun: "calls itself".
func (f *finder) reflexive(i int32) bool {
	w := f.tok(i).Lower
	return strings.HasSuffix(w, "self") || strings.HasSuffix(w, "selves")
}

// complements counts the objects and clauses behind the cue.
func (r *reading) complements() (n int) {
	for k := range r.d.Kids(r.v) {
		if x := r.tok(k).Rel; k > r.v && (x == token.Obj || x == token.Iobj || x == token.Ccomp || x == token.Xcomp) {
			n++
		}
	}
	return n
}

// joinedComplement reports whether a determiner, a quotation or an adjective
// inside the object or right behind it tells that the parser made "Cruz a liar",
// "the plan dead" one phrase, or took the quotation for something else.
func (r *reading) joinedComplement() bool {
	if i := r.hi[r.obj]; i < r.window(r.v).Last && r.region[i] != token.None && r.regions[r.region[i]].first == i {
		return true
	}
	for i := r.lo[r.obj] + 1; i < r.hi[r.obj]; i++ {
		t := r.tok(i)
		if r.region[i] != token.None && r.regions[r.region[i]].first == i ||
			t.UPOS == token.ADJ && i > r.obj && t.Head == r.obj && t.Rel == token.Amod {
			return true
		}
		if t.UPOS == token.DET && (t.Lower == "a" || t.Lower == "an") && r.tok(i-1).UPOS != token.ADP && r.word(i-1) {
			return true
		}
	}
	return false
}

// complement reports whether a quotation or a noun phrase with "a" begins at i:
// "whom he called a liar".
func (r *reading) complement(i int32) bool {
	return int(i) < len(r.d.Tokens) && (r.region[i] != token.None || r.is(i, classComplement))
}

// passiveReport reads "X is said to have left": words without a speaker. To the
// role room X is what is said, and the infinitive nothing.
func (r *reading) passiveReport() bool {
	v := r.v
	if !r.dr.speaker.none() || r.c.frame&fClause == 0 || r.xcomp <= v || r.c.frame&fPassive == 0 || !r.toVerb(r.xcomp) || !r.bePassive(v) {
		return false
	}
	for k := range r.d.Kids(v) {
		if r.tok(k).Rel.Base() == token.Nsubj && k < v {
			r.give(passiveReport, r.phrase(k, v), run{max(r.lo[r.xcomp], v+1), r.end(v, r.hi[r.xcomp], true)})
			return true
		}
	}
	return false
}

// object reads "criticised the plan". What cues like claim take without words
// is ruled out: one claims responsibility by saying so, but a seat by taking it.
func (r *reading) object() bool {
	if r.dr.speaker.none() || r.c.frame&fNoun == 0 || r.obj <= r.v || !r.speaks() {
		return false
	}
	if r.c.frame&fSpoken != 0 && !wordTable.Has(r.lemma(r.obj), classSpoken) {
		return false
	}
	r.give(object, run{max(r.lo[r.obj], r.v+1), r.end(r.v, r.hi[r.obj], false)})
	return true
}

// speaks reports whether the subject can speak: not "it" or "that", nor a thing
// for cues that also have a use without speech or have it from another verb:
// "there were tours to inform them of".
func (r *reading) speaks() bool {
	sp := &r.dr.speaker
	return !r.is(sp.head, classPointer) && (r.c.frame&fPersona == 0 && sp.from != bySharedSubject || r.canSpeak(sp.head))
}

// bareClause takes all that follows the cue up to the end of the sentence,
// where the tree gives no clause but a clause plainly follows: "said he would".
func (r *reading) bareClause() bool {
	v, sp := r.v, &r.dr.speaker
	if r.c.frame&fClause == 0 || r.c.frame&fWeak != 0 || sp.none() || sp.head > v {
		return false
	}
	n := r.window(v).Last
	i := v + 1
	if i >= n {
		return false
	}
	t := r.tok(i)
	if r.finite(i) || t.UPOS == token.AUX {
		return r.relativeGap()
	}
	if t.Lower != "that" {
		if !r.nominal(i) && t.UPOS != token.ADV && t.UPOS != token.SCONJ && t.UPOS != token.ADP || r.c.frame&fBare == 0 {
			return false
		}
	}
	long := t.UPOS == token.DET || t.UPOS == token.PRON || t.UPOS == token.PROPN
	for j := i; j < n && j < i+reach; j++ {
		if r.finite(j) || long && j > i+5 || r.reduced(j) {
			r.give(bareClause, run{i, r.end(v, n, true)})
			return true
		}
	}
	return false
}

// reduced reports whether j is a past tense that the tagger took for a participle
// of the cue's object, where the cue has none: "said 40 workers made the cut".
func (r *reading) reduced(j int32) bool {
	t := r.tok(j)
	return r.c.frame&(fBare|fNoun) == fBare && t.XPOS == token.VBN && t.Rel == token.Acl && t.Head == r.obj && r.obj > r.v &&
		syntax.PassiveAgent(r.d, j) == token.None
}

// relativeGap reads a clause whose subject is the relative pronoun before the
// speaker: "a change that he said would hurt".
func (r *reading) relativeGap() bool {
	p, i := r.dr.speaker.first-1, r.v+1
	if p < r.window(r.v).First || r.v-r.dr.speaker.last > 2 || !r.is(p, classRelative) {
		return false
	}
	h := i
	if t := r.tok(i); t.UPOS == token.AUX && t.Head > i {
		h = t.Head
	}
	r.give(relativeGap, run{i, r.end(r.v, max(i+1, r.hi[h]), true)})
	return true
}

// mark is the first preposition or conjunction of i, in lower case.
func (f *finder) mark(i int32) string { return syntax.Marker(f.d, i) }

// is reports whether token i is a word of class c.
func (f *finder) is(i int32, c wordClass) bool { return wordTable.Has(f.tok(i).Lower, c) }

// toVerb reports whether i is "to" and a verb.
func (f *finder) toVerb(i int32) bool {
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
