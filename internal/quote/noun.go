package quote

import (
	"github.com/dateline-go/dateline/internal/token"
)

// canSpeak reports whether head names somebody, or something that carries words.
func (f *finder) canSpeak(head int32) bool {
	if head == token.None {
		return false
	}
	switch f.tok(head).UPOS {
	case token.PRON:
		return !f.is(head, classMute)
	case token.NOUN:
		return f.actor[head] != token.None || textNoun(f.lemma(head)) || agentNoun(f.lemma(head))
	case token.PROPN, token.NUM, token.ADJ, token.DET:
		return true
	}
	return false
}

// longestEnding bounds the endings of classAgent.
const longestEnding = 14

// agentNoun reports whether a noun means people, by its ending or as one of
// the commonest.
func agentNoun(lemma string) bool {
	for n := 2; n <= min(len(lemma), longestEnding); n++ {
		if wordTable.Has(lemma[len(lemma)-n:], classAgent) {
			return true
		}
	}
	return false
}

// noun drafts the statement of a speech noun by its roles: "her claim that", "a
// call from the mayor for", "made the promise to".
func (f *finder) noun(i int32, c cue) {
	if f.region[i] != token.None {
		return
	}
	dr := draft{cue: i, cueRun: run{i, i + 1}, info: c, form: nounClause}
	if !f.nounContent(i, c, &dr) {
		return
	}
	if dr.speaker = f.doer(i); dr.content[0].has(dr.speaker.head) {
		dr.speaker = nobody
	}
	if h := dr.speaker.head; h < f.lo[i] || h >= f.hi[i] {
		f.lightVerb(i, &dr)
	}
	if !dr.speaker.none() {
		f.add(dr)
	}
}

// nounContent is the content of noun cue i: its ARG1 behind it, or what the tree
// hangs on it, if that is of a form that the cue takes.
func (f *finder) nounContent(i int32, c cue, dr *draft) bool {
	a, h := f.role(i, token.ARG1)
	if h == token.None {
		if h = f.complementOfNoun(i, c); h != token.None {
			a = run{f.lo[h], f.hi[h]}
		}
	}
	if h <= i || a.first <= i {
		return false
	}
	w := f.tok(a.first)
	switch {
	case w.Lower == "that" && w.UPOS == token.SCONJ && c.frame&fClause != 0:
	case a.first != i+1:
		return false
	case hasWord(c.preps, w.Lower):
		dr.form, dr.cueRun.last = nounObject, a.first+1
		dr.content = []run{{a.first + 1, f.cutNoun(i, a.first+1, a.last)}}
		return true
	case !f.toVerb(h) || c.frame&fInf == 0:
		return false
	}
	dr.content = []run{{a.first, f.cut(i, a.last)}}
	return true
}

// complementOfNoun is the clause or phrase of its own that the tree hangs on noun
// cue i, or None: the role room misses clauses without a verb, "the claim that it
// was safe", and some prepositions, "concerns over".
func (f *finder) complementOfNoun(i int32, c cue) int32 {
	for k := range f.d.Kids(i) {
		if r := f.tok(k).Rel; k > i && (r == token.Acl || r == token.Ccomp || r.Base() == token.Nmod && f.lo[k] == i+1 && hasWord(c.preps, f.mark(k))) {
			return k
		}
	}
	return token.None
}

// lightVerb gives dr, the statement of noun cue i, the place of that of a verb
// that only carries the noun, and its subject if the noun has no doer: "made a
// promise", "voiced the hope".
func (f *finder) lightVerb(i int32, dr *draft) {
	h := f.tok(i).Head
	if h == token.None || f.tok(h).UPOS != token.VERB || f.tok(i).Rel != token.Obj || !wordTable.Has(f.lemma(h), classLightVerb) {
		return
	}
	if n := f.byCue[h]; n != token.None && f.drafts[n].form.is(replaceable) {
		f.drafts[n].dead = true
	}
	if dr.speaker.none() {
		dr.speaker = f.subjectOf(h)
	}
	dr.form, dr.cueRun.first = nounLightVerb, min(h, i)
}

// cutNoun ends the object of noun cue i, which begins at first, before a clause
// of time that the parser hung on it.
func (f *finder) cutNoun(i, first, e int32) int32 {
	for j := first + 1; j < e; j++ {
		if f.is(j, classNounClause) {
			return j
		}
	}
	return f.cut(i, e)
}
