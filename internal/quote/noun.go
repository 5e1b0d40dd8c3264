package quote

import (
	"strings"

	"github.com/dateline-go/dateline/internal/token"
)

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

// noun drafts the statement of a speech noun: "her claim that", "a call for".
func (f *finder) noun(i int32, c *cue) {
	if f.region[i] != token.None {
		return
	}
	n := f.window(i).Last
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
		dr.content = []run{{p + 1, f.cutNoun(i, p+1, f.hi[k])}}
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

// cutNoun ends the object of noun cue i, which begins at first, before a clause
// of time that the parser hung on it.
func (f *finder) cutNoun(i, first, e int32) int32 {
	for j := first + 1; j < e; j++ {
		switch f.tok(j).Lower {
		case "while", "after", "before", "when":
			return j
		}
	}
	return f.cut(i, e)
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
