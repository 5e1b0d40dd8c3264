package quote

import (
	"github.com/dateline-go/dateline/internal/syntax"
	"github.com/dateline-go/dateline/internal/token"
)

// subjectOf is who speaks by verb v: its subject, the agent of a passive, or
// who issued the text that speaks.
func (f *finder) subjectOf(v int32) (run, int32, string) {
	if w := f.share[v]; w != token.None {
		if n := f.byCue[w]; n != token.None {
			return f.drafts[n].speaker, f.drafts[n].head, "shared-subject"
		}
		if w < v {
			sp, head, _ := f.subjectOf(w)
			return sp, head, "shared-subject"
		}
	}
	d := f.d
	rule := "subject"
	s := token.None
	for k := range d.Kids(v) {
		switch d.Tokens[k].Rel {
		case token.Nsubj, token.NsubjOuter:
			if !f.day(k) {
				s = k
			}
		case token.NsubjPass:
			if a := syntax.PassiveAgent(d, v); a != token.None {
				return f.phrase(a, v), a, "agent"
			}
			if f.bePassive(v) && !f.contracted(k, v) {
				return run{}, token.None, ""
			}
			s = k
		case token.OblAgent:
			return f.phrase(k, v), k, "agent"
		}
	}
	if s == token.None {
		if t := f.tok(v); t.Rel == token.Acl && t.XPOS == token.VBN {
			if a := syntax.PassiveAgent(d, v); a != token.None {
				return f.phrase(a, v), a, "agent"
			}
			// A noun as root, and no finite verb: the parser took the past tense
			// for a participle.
			if h := t.Head; h != token.None && f.tok(h).Rel == token.Root && h < v && !f.finiteBetween(h, v) {
				return f.phrase(h, v), h, "subject"
			}
			return run{}, token.None, ""
		}
		s = syntax.Subject(d, v)
		rule = "shared-subject"
		if r, h, why := f.beside(v); h != token.None && (s == token.None || f.finite(v) && f.region[s] != f.region[v]) {
			return r, h, why
		}
		if s == token.None && d.Tokens[v].Rel == token.Conj && d.Tokens[v].Head >= 0 && d.Tokens[v].Head < v && d.Tokens[d.Tokens[v].Head].UPOS == token.VERB {
			if r, h, _ := f.beside(d.Tokens[v].Head); h != token.None {
				return r, h, "shared-subject"
			}
		}
		if s == token.None {
			s = f.climb(v)
		}
		if s == token.None || f.region[s] != token.None && f.region[v] == token.None {
			return run{}, token.None, ""
		}
		if a, ok := f.issuer(s, v); ok {
			s, rule = a, "issuer"
		}
	}
	return f.phrase(s, v), s, rule
}

// contracted reports whether all that makes v a passive is 's behind a pronoun,
// which with a cue is has: "he's said".
func (f *finder) contracted(subject, v int32) bool {
	return subject+2 == v && f.tok(v-1).Lower == "'s" && f.tok(subject).UPOS == token.PRON
}

// day reports whether token i names a day of the week: "said Friday" is no
// inversion.
func (f *finder) day(i int32) bool {
	switch f.tok(i).Lower {
	case "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday":
		return true
	}
	return false
}

// clausal reports whether a preposition may as well bring a clause.
func clausal(w string) bool {
	switch w {
	case "after", "before", "since", "until", "as", "than":
		return true
	}
	return false
}

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
func (f *finder) beside(v int32) (run, int32, string) {
	st := f.window(v)
	e := v
	for e > st.First {
		t := f.tok(e - 1)
		if t.UPOS != token.AUX && (t.UPOS != token.ADV || f.nominal(e-1)) && t.Lower != "not" && t.Lower != "n't" && !(t.Lower == "," && e-1 > st.First && f.nominal(e-2)) &&
			!(t.UPOS == token.NUM && e-1 > st.First && f.tok(e-2).Lower == ",") {
			break
		}
		e--
	}
	bare := f.tok(v).XPOS == token.VBN || f.tok(v).XPOS == token.VB && v > st.First && f.tok(v-1).XPOS != token.TO && f.tok(v-1).XPOS != token.MD
	if !f.finite(v) && !bare && (e == v || f.tok(e).UPOS != token.AUX && f.tok(v-1).UPOS != token.AUX) {
		return run{}, token.None, ""
	}
	if e > st.First && f.nominal(e-1) && f.region[e-1] == f.region[v] {
		s := e
		for s > st.First && f.nominal(s-1) && f.region[s-1] == f.region[v] {
			s--
			if f.tok(s).UPOS == token.PRON {
				break
			}
		}
		if r, h, why := f.simplePhrase(s, e, "before-cue"); h != token.None && (s == st.First || f.tok(s-1).UPOS != token.ADP || clausal(f.tok(s-1).Lower)) {
			return r, h, why
		}
		return run{}, token.None, ""
	}
	if e == v && v > st.First && f.tok(v-1).UPOS == token.VERB && f.region[v-1] == f.region[v] && (v-1 == st.First || f.punct(v-2) || f.tok(v-2).UPOS == token.CCONJ) {
		return run{v - 1, v}, v - 1, "before-cue" // a noun that the tagger took for a verb: "aides say"
	}
	if v == st.First || f.region[v-1] != token.None && f.region[v] == token.None || f.tok(v-1).Lower == "," {
		return f.phraseAfter(v+1, st.Last)
	}
	return run{}, token.None, ""
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
	if t.Rel == token.Nsubj || t.Rel == token.NsubjPass || s > v || !textNoun(f.lemma(s)) {
		return token.None, false
	}
	for k := range f.d.Kids(s) {
		if f.tok(k).Rel == token.NmodPoss {
			return k, true
		}
	}
	h := t.Head
	if h == token.None || f.tok(h).UPOS != token.VERB {
		return token.None, false
	}
	if a := syntax.Subject(f.d, h); a != token.None && a != s {
		return a, true
	}
	return token.None, false
}

// textNoun reports whether lemma is something that carries words.
func textNoun(lemma string) bool {
	switch lemma {
	case "ad", "address", "article", "announcement", "blog", "book", "call", "column", "comment", "declaration", "document", "editorial",
		"email", "e-mail", "essay", "interview", "letter", "memo", "message", "note", "op-ed", "post", "poster", "release",
		"remark", "report", "resolution", "response", "speech", "statement", "tweet", "text", "video":
		return true
	}
	return false
}

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
	// A subject's own preposition and what stands before a parenthesis stay out.
	for k := range f.d.Kids(s) {
		t := f.tok(k)
		switch t.Rel.Base() {
		case token.Case:
			if k < s {
				r.first = max(r.first, k+1)
			}
		case token.Ccomp, token.Parataxis, token.RelPunct, token.Advcl:
			if k > s && t.Rel != token.RelPunct {
				r.last = min(r.last, f.lo[k])
			}
		}
	}
	// Clip quotations and other sentences.
	for i := s; i > r.first; i-- {
		if f.region[i-1] != token.None && f.region[i-1] != f.region[s] && f.regions[f.region[i-1]].words > 6 {
			r.first = i
			break
		}
	}
	for i := s + 1; i < r.last; i++ {
		if g := f.region[i]; g != token.None && g != f.region[s] && (f.regions[g].words > 6 || f.regions[g].first == i && f.tok(i-1).Lower == ",") {
			r.last = i
			break
		}
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
	for r.first > 0 && f.tok(r.first-1).UPOS == token.DET && f.tok(r.first-1).Sent == f.tok(s).Sent && f.tok(r.first).UPOS != token.PRON && f.region[r.first-1] == f.region[s] {
		r.first--
	}
	return r
}

// nominal reports whether token i can stand inside a simple noun phrase.
func (f *finder) nominal(i int32) bool {
	switch f.tok(i).UPOS {
	case token.PROPN, token.NOUN, token.PRON, token.DET, token.ADJ, token.NUM:
		return true
	}
	switch f.tok(i).Lower {
	case "half", "most", "some", "many", "others":
		return true
	}
	return f.tok(i).XPOS == token.POS
}

// phraseAfter reads a noun phrase from token i on without the tree's help.
func (f *finder) phraseAfter(i, limit int32) (run, int32, string) {
	j := i
	if j < limit && f.day(j) {
		return run{}, token.None, ""
	}
	for j < limit && (f.nominal(j) || f.tok(j).Lower == "." && f.tok(j).Flags&token.SpaceBefore == 0) {
		j++
		if f.tok(j-1).UPOS == token.PRON {
			break
		}
	}
	return f.simplePhrase(i, j, "after-cue")
}

// phraseBefore reads the noun phrase between from and cue v: the last one that
// ends at v, or before an adverb or a comma beside v.
func (f *finder) phraseBefore(from, v int32) (run, int32, string) {
	e := v
	for e > from && !f.nominal(e-1) {
		e--
		if f.tok(e).UPOS == token.VERB {
			return run{}, token.None, ""
		}
	}
	s := e
	for s > from && f.nominal(s-1) {
		s--
		if f.tok(s).UPOS == token.PRON {
			break
		}
	}
	return f.simplePhrase(s, e, "before-cue")
}

func (f *finder) simplePhrase(first, last int32, rule string) (run, int32, string) {
	for h := last - 1; h >= first; h-- {
		switch f.tok(h).UPOS {
		case token.PROPN, token.NOUN, token.PRON:
			return f.trim(run{first, last}), h, rule
		}
	}
	for h := last - 1; h >= first; h-- {
		switch f.tok(h).UPOS {
		case token.ADJ, token.NUM, token.ADV, token.DET:
			return run{first, last}, h, rule
		}
	}
	return run{}, token.None, ""
}
