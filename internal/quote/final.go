package quote

import (
	"github.com/dateline-go/dateline/internal/token"
)

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

// final reads an attribution that stands after or inside what it attributes:
// "X will go, she said on Monday"; "X, she said, will go". It trusts the comma
// and the place of the cue more than the tree.
func (f *finder) final(v int32, dr *draft, st *token.Sentence, ccomp int32) bool {
	if dr.info.frame&fClause == 0 || dr.info.frame&fWeak != 0 && !f.canSpeak(dr.head) || dr.head == token.None || !f.tensed(v) || f.region[v] != token.None {
		return false
	}
	switch f.tok(dr.speaker.first).Lower {
	case "who", "which", "that", "what", "whom":
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
	// The parser may have cut the speaker's phrase short.
	for x := a; x > st.First+1 && x > a-12 && f.region[x-1] == token.None; x-- {
		if w := f.tok(x - 1); w.Lower == "," {
			if x < a {
				dr.speaker.first, a = min(dr.speaker.first, x), x
			}
			break
		} else if !f.nominal(x-1) || dr.head > v {
			break
		}
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
		switch t.Lower {
		case "after", "before", "while", "when", "as", "during", "following":
			if rest > after || t.UPOS == token.SCONJ {
				for rest < st.Last && f.tok(rest).Lower != "," && f.region[rest] == token.None {
					rest++
				}
				continue
			}
		}
		if t.UPOS == token.VERB && f.finite(rest) || t.UPOS == token.SCONJ || f.region[rest] != token.None || t.UPOS == token.AUX && t.XPOS != token.VB || t.Lower == ":" || t.UPOS == token.CCONJ && t.Lower == "but" {
			return false
		}
		rest++
	}
	if rest < st.Last && rest+1 < st.Last && !f.punct(rest) {
		return false
	}
	if dr.info.frame&fAddr == 0 && dr.head < v {
		for k := range f.d.Kids(v) {
			if t := f.tok(k); k > v && t.Rel == token.Obj && !f.day(k) {
				return false // "Though A, he mentioned B"
			}
		}
	}
	if ccomp > after && ccomp != token.None && f.lo[ccomp] >= after && f.lo[ccomp] < rest {
		return false
	}
	first := st.First
	switch f.tok(first).Lower {
	case "after", "when", "as", "before", "while", "asked", "although", "though":
		// "After X argued that, Y said" has no clause before the comma but this.
		n := 0
		for i := first; i < comma; i++ {
			if f.tok(i).Lower == "," {
				n++
			}
		}
		if n == 0 {
			return false
		}
	}
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
	if !f.hasClause(first, comma) && !(medial && rest-after <= 2 && f.hasClause(rest, st.Last) && f.words(run{first, comma}) > 0) {
		return false
	}
	dr.rule, dr.score = "final", 88
	dr.content = []run{{first, comma}}
	if medial {
		if !f.medialRest(rest, st) {
			return true
		}
		dr.rule = "medial"
		dr.content = append(dr.content, run{rest + 1, st.Last})
	}
	return true
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
func (f *finder) medialRest(comma int32, st *token.Sentence) bool {
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
