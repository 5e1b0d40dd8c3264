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

// noun drafts the statement of a speech noun: "her claim that", "a call for".
func (f *finder) noun(i int32, c cue) {
	if f.region[i] != token.None {
		return
	}
	dr := draft{cue: i, cueRun: run{i, i + 1}, info: c, form: nounClause, speaker: nobody}
	e, ok := f.nounContent(i, c, &dr)
	if !ok {
		return
	}
	if dr.speaker = f.possessor(i, e); dr.speaker.none() && !f.lightVerb(i, &dr) {
		return
	}
	f.add(dr)
}

// nounContent reads what noun cue i reports, behind it, and where that ends.
func (f *finder) nounContent(i int32, c cue, dr *draft) (e int32, ok bool) {
	p := i + 1
	if p >= f.window(i).Last {
		return 0, false
	}
	if c.frame&fClause != 0 && f.tok(p).Lower != "that" {
		p = f.thatOfNoun(i, p)
	}
	t := f.tok(p)
	k := t.Head
	switch {
	case t.Lower == "that" && c.frame&fClause != 0:
		// "the claim that he made" is a relative clause: no subject of its own
		// position is left empty in content.
		if k = f.clauseOfNoun(i, p); k != token.None && f.tok(k).Rel == token.AclRelcl && t.UPOS == token.PRON {
			return 0, false
		}
	case t.XPOS == token.TO && t.UPOS == token.PART && c.frame&fInf != 0:
	case hasWord(c.preps, t.Lower):
		dr.form = nounObject
	default:
		return 0, false
	}
	if k == token.None || k <= p || f.hi[k] <= p+1 {
		return 0, false
	}
	if dr.form == nounObject {
		dr.content = []run{{p + 1, f.cutNoun(i, p+1, f.hi[k])}}
		dr.cueRun.last = p + 1
	} else {
		dr.content = []run{{p, f.cut(i, f.hi[k])}}
	}
	return f.hi[k], true
}

// thatOfNoun is the "that" of a clause of noun i that stands further off:
// "her claim last week that", "suggestions by the press that"; or p.
func (f *finder) thatOfNoun(i, p int32) int32 {
	for x := range f.d.Kids(i) {
		if r := f.tok(x).Rel; x <= i || r != token.Acl && r != token.Ccomp {
			continue
		}
		if first := f.lo[x]; first < x && f.tok(first).Lower == "that" && f.tok(first).UPOS == token.SCONJ {
			p = first
		}
	}
	return p
}

// clauseOfNoun is the clause of noun i behind token p, or None.
func (f *finder) clauseOfNoun(i, p int32) int32 {
	for x := range f.d.Kids(i) {
		if r := f.tok(x).Rel; x > p && (r == token.Acl || r == token.Ccomp || r == token.AclRelcl) {
			return x
		}
	}
	return token.None
}

// possessor is who noun cue i, whose content ends at e, belongs to: its
// possessor, or a phrase with "by" or "from".
func (f *finder) possessor(i, e int32) speaker {
	sp := nobody
	for k := range f.d.Kids(i) {
		switch t := f.tok(k); {
		case t.Rel == token.NmodPoss:
			sp = f.speaker(k, i, byPossessor)
		case k > i && t.Rel.Base() == token.Nmod && (f.mark(k) == "by" || f.mark(k) == "from") && k < e+30:
			sp = f.speaker(k, i, byPhrase)
		}
	}
	return sp
}

// lightVerb gives dr, the statement of noun cue i, the subject of the verb that
// only carries it: "made a promise", "voiced the hope".
func (f *finder) lightVerb(i int32, dr *draft) bool {
	h := f.tok(i).Head
	if h == token.None || f.tok(h).UPOS != token.VERB || f.tok(i).Rel != token.Obj || !wordTable.Has(f.lemma(h), classLightVerb) {
		return false
	}
	if n := f.byCue[h]; n != token.None && f.drafts[n].form.is(replaceable) {
		f.drafts[n].dead = true
	}
	if dr.speaker = f.subjectOf(h); dr.speaker.none() {
		return false
	}
	dr.speaker.from, dr.form = byLightVerb, nounLightVerb
	dr.cueRun.first = min(h, i)
	return true
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
