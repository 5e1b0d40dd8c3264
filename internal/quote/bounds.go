package quote

import (
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
		if t.UPOS == token.VERB || t.UPOS == token.AUX || f.region[i] != token.None {
			break
		}
	}
	return first
}

// wholly reports whether the range is one run of words outside quotations,
// that no mark of a clause ends.
func (f *finder) wholly(first, last int32) bool {
	for i := first; i < last; i++ {
		if f.punct(i) || f.region[i] != token.None {
			return false
		}
	}
	switch f.tok(last).Lower {
	case "that", "whether", "if", "what", "who", "how", "why", "when", "where", "which", "to":
		return false
	}
	return true
}

// end is where content after cue v ends: at e, or behind the phrases after e
// that the parser hung on v though no comma parts them from the content.
func (f *finder) end(v, e int32, wide bool) int32 {
	n := f.window(v).Last
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
		if !wide && f.lo[e] == e && f.tok(e-1).Flags&token.Punct == 0 && f.hyphenated(e-1) && f.tok(e).Head >= v && f.tok(e).UPOS == token.NOUN {
			e = max(e+1, f.hi[e])
			continue
		}
		// The dependent of v (or of a word over it) that begins here.
		at := e
		for k := 0; k < reach && f.tok(at).Head != token.None && f.tok(at).Head != v && f.lo[f.tok(at).Head] >= e; k++ {
			at = f.tok(at).Head
		}
		t := f.tok(at)
		if w := f.tok(e); (w.XPOS == token.TO && w.UPOS == token.PART || !wide && (w.Lower == "to" || w.Lower == "as")) && w.Head > e && f.lo[w.Head] == e {
			e = max(e+1, f.hi[w.Head])
			continue
		}
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
				ok = wide || f.mark(at) == "for" || f.mark(at) == "to"
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
		if g := f.region[i]; g != token.None && f.regions[g].last == i+1 && f.regions[g].ends == ',' && f.region[v] == token.None {
			// A comma inside the marks: “corrupt,” noting that
			if c := f.verbCue(i + 1); c != nil && f.tok(i+1).XPOS == token.VBG && c.frame&(fClause|fAs) != 0 {
				return i + 1
			}
			continue
		}
		if f.tok(i).Lower == "," && f.region[i] == token.None && f.finite(i+1) && f.tok(i+1).UPOS == token.VERB && f.relativeSubject(v) {
			return i // "X, who declined to comment, went on"
		}
		if f.tok(i).Lower != "," || f.region[i] != token.None || i < v+2 {
			continue
		}
		if f.speaksNext(v, i+1) {
			return i
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
	switch t.Lower {
	case ";":
	case "while", "although", "though", "but", "and":
		if f.tok(i-1).Lower != "," && f.tok(i-1).Lower != "—" && f.tok(i-1).Lower != "-" {
			return false
		}
	default:
		return false
	}
	n := f.window(v).Last
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
	c := f.verbCue(j)
	return c != nil && c.frame&fClause != 0 && c.frame&fWeak == 0 && c.stance != Thinks
}

// shares reports whether the conjunction at i brings a further cue of v's
// subject: "said that A and hinted at B". The parser hangs it on A as often as
// not; a finite cue of the same form without a subject is taken for v's.
func (f *finder) shares(v, i int32) bool {
	if !f.finite(v) {
		return false
	}
	j := i + 1
	n := f.window(v).Last
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
