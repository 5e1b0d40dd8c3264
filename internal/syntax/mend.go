package syntax

import (
	"github.com/dateline-go/dateline/internal/token"
)

// mend puts right arcs in a linked sentence that the words themselves rule
// out, and reports whether it changed any:
//
//   - what one is accused, robbed or informed of depends on the verb, not on
//     the one who is ("accused Sweden of spying");
//   - a participle with a clause behind a comma speaks for the subject, not for
//     the noun before it ("praised the plan, noting that it ...");
//   - the region behind a town is no subject ("police in Columbus, Ohio said");
//   - a subject has no preposition ("According to the World Bank floods killed ten").
func mend(d *token.Doc, s *token.Sentence) bool {
	changed := false
	for i := s.First; i < s.Last; i++ {
		t := &d.Tokens[i]
		if t.Rel.Base() == token.Nsubj {
			changed = citedBefore(d, s, i) || t.UPOS == token.PROPN && regionBehind(d, s, i) || changed
			continue
		}
		if t.Rel != token.Nmod && t.Rel != token.Acl || t.Head > i {
			continue
		}
		v := d.Tokens[t.Head].Head
		switch {
		case t.Rel == token.Acl && t.XPOS == token.VBG && behindComma(d, s, i) && kid(d, i, token.Ccomp) != token.None:
			for n := 0; n < maxClimb && v != token.None && d.Tokens[v].UPOS != token.VERB; n++ {
				v = d.Tokens[v].Head
			}
			if v != token.None && v < i {
				t.Head, t.Rel, changed = v, token.Advcl, true
			}
		case d.Tokens[t.Head].Rel == token.Obj && v < i && takesOf(d.Tokens[v].Lemma):
			if m := kid(d, i, token.Case, token.RelMark); m == token.None || d.Tokens[m].Lower != "of" {
				continue
			}
			t.Head, changed = v, true
			if t.Rel = token.Obl; t.XPOS == token.VBG {
				t.Rel = token.Advcl
			}
		}
	}
	return changed
}

// takesOf reports whether a verb has an object and what it is told, charged or
// robbed of.
func takesOf(lemma string) bool { return wordTable.Has(lemma, classTakesOf) }

// behindComma reports whether a comma stands before token i, with or without a
// quotation mark between them.
func behindComma(d *token.Doc, s *token.Sentence, i int32) bool {
	for i--; i >= s.First; i-- {
		switch d.Tokens[i].XPOS {
		case token.Comma:
			return true
		case token.CloseQuote, token.OpenQuote:
		default:
			return false
		}
	}
	return false
}

// citedBefore parts from subject i the name of whom the clause is told by, which
// stands before it without a comma.
func citedBefore(d *token.Doc, s *token.Sentence, i int32) bool {
	by := kid(d, i, token.Case)
	if by == token.None || by+2 >= i || d.Tokens[by].Lower != "according" {
		return false
	}
	name := by + 1
	for j := name + 1; j < i && (d.Tokens[j].XPOS == token.DT || d.Tokens[j].UPOS == token.PROPN); j++ {
		name = j
	}
	if d.Tokens[name].UPOS != token.PROPN || d.Tokens[i].UPOS == token.PROPN && !d.Tokens[i].Is(token.HasDigit) {
		return false
	}
	for j := by; j < name; j++ {
		if d.Tokens[j].Head == i {
			d.Tokens[j].Head = name
		}
	}
	d.Tokens[name].Head, d.Tokens[name].Rel = d.Tokens[i].Head, token.Obl
	return true
}

// regionBehind gives the verb of the name i, which stands behind a comma after
// a place where somebody is, that somebody for its subject: the comma that
// would close the region's name is often left out.
func regionBehind(d *token.Doc, s *token.Sentence, i int32) bool {
	if i-2 <= s.First || d.Tokens[i-1].XPOS != token.Comma || d.Tokens[i-2].UPOS != token.PROPN {
		return false
	}
	end := i + 1
	for end < s.Last && d.Tokens[end].UPOS == token.PROPN {
		end++
	}
	v := d.Tokens[i].Head
	if end == s.Last || end > v || d.Tokens[end].UPOS != token.VERB && d.Tokens[end].UPOS != token.AUX {
		return false
	}
	town, who, where := i-2, i-2, false
	for n := 0; n < maxClimb && who != token.None && d.Tokens[who].Head != v; n++ {
		if m := kid(d, who, token.Case); m != token.None {
			where = where || wordTable.Has(d.Tokens[m].Lower, classSomewhere)
		}
		if who = d.Tokens[who].Head; who != token.None && who >= i {
			return false
		}
	}
	if !where || who == token.None || kid(d, who, token.Case) != token.None {
		return false
	}
	if w := &d.Tokens[who]; w.UPOS != token.NOUN && w.UPOS != token.PROPN || wordTable.Has(w.Lower, classWhen) {
		return false
	}
	if d.Tokens[town].Rel.Base() == token.Flat {
		town = d.Tokens[town].Head
	}
	d.Tokens[who].Rel = d.Tokens[i].Rel
	d.Tokens[i].Head, d.Tokens[i].Rel = town, token.Appos
	return true
}
