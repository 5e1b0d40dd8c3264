package syntax

//go:generate go run ../gen/words

import "github.com/dateline-go/dateline/internal/token"

// maxClimb bounds every walk towards the root, so that a sentence a million
// words long costs no more than a common one.
const maxClimb = 256

// maxKids bounds how many dependents are looked through: a word with more is
// no clause but a list, and asking each of its items must not cost the square.
const maxKids = 128

// kid is the first dependent of i with one of the relations, or None.
func kid(d *token.Doc, i int32, rels ...token.Rel) int32 {
	for k := range d.FirstKids(i, maxKids) {
		for _, r := range rels {
			if d.Tokens[k].Rel == r {
				return k
			}
		}
	}
	return token.None
}

func hasSubject(d *token.Doc, i int32) bool { return ownSubject(d, i) != token.None }

func ownSubject(d *token.Doc, i int32) int32 {
	return kid(d, i, token.Nsubj, token.NsubjPass, token.Csubj, token.CsubjPass)
}

// Subject is the head of the subject of predicate v, or None. Where v has none
// of its own, it is the one that v shares: of the verb it is coordinated with,
// of the verb that controls its infinitive, of the clause that it modifies, or
// the noun that a participle modifies. A relative pronoun gives its antecedent.
// The subject of a passive verb is the one on the surface.
func Subject(d *token.Doc, v int32) int32 {
	for range maxClimb {
		if s := ownSubject(d, v); s != token.None {
			return Antecedent(d, s)
		}
		t := &d.Tokens[v]
		if t.Head == token.None {
			break
		}
		switch t.Rel {
		case token.Xcomp:
			// "asked him to go", "want to go", "promised him to go".
			if o := kid(d, t.Head, token.Obj, token.Iobj); o != token.None && o < v && d.Tokens[t.Head].Lemma != "promise" {
				return Antecedent(d, o)
			}
		case token.Acl:
			// "a deal signed in May", "officials attending"; but "a plan to attend"
			// has the subject of the clause around it.
			if n := &d.Tokens[t.Head]; t.XPOS == token.VBG || t.XPOS == token.VBN || t.XPOS == token.VBD {
				if n.UPOS == token.NOUN || n.UPOS == token.PROPN || n.UPOS == token.PRON {
					return t.Head
				}
			}
			return token.None
		case token.AclRelcl:
			return t.Head
		case token.Conj, token.Advcl:
		default:
			return token.None
		}
		v = t.Head
	}
	return token.None
}

// Object is the head of the direct object of v, or None. A relative pronoun
// gives its antecedent.
func Object(d *token.Doc, v int32) int32 {
	if o := kid(d, v, token.Obj); o != token.None {
		return Antecedent(d, o)
	}
	return token.None
}

// PassiveAgent is the head of the by-phrase of a passive verb or of a past
// participle, or None.
func PassiveAgent(d *token.Doc, v int32) int32 {
	if a := kid(d, v, token.OblAgent); a != token.None {
		return a
	}
	if t := &d.Tokens[v]; t.XPOS != token.VBN && (t.XPOS != token.VBD || t.Rel != token.Acl) {
		return token.None
	}
	for k := range d.Kids(v) {
		if r := d.Tokens[k].Rel; (r == token.Obl || r == token.Nmod) && Marker(d, k) == "by" {
			switch d.Tokens[k].UPOS {
			case token.NOUN, token.PROPN, token.PRON:
				return k
			}
		}
	}
	return token.None
}

// Antecedent is the noun that relative pronoun i stands for; any other word is
// its own.
func Antecedent(d *token.Doc, i int32) int32 {
	if !wordTable.Has(d.Tokens[i].Lower, classRelative) {
		return i
	}
	at := i
	for range 16 {
		t := &d.Tokens[at]
		if t.Head == token.None {
			return i
		}
		if t.Rel == token.AclRelcl {
			return t.Head
		}
		at = t.Head
	}
	return i
}

// Marker is the first preposition or subordinating conjunction of i in lower
// case, or "".
func Marker(d *token.Doc, i int32) string {
	if k := kid(d, i, token.Case, token.RelMark); k != token.None {
		return d.Tokens[k].Lower
	}
	return ""
}

// Clause is the head of the smallest clause that holds i: i itself, or the
// nearest word above it that heads a clause.
func Clause(d *token.Doc, i int32) int32 {
	for range maxClimb {
		t := &d.Tokens[i]
		switch t.Rel {
		case token.Root, token.Ccomp, token.Xcomp, token.Advcl, token.AdvclRelcl, token.Acl, token.AclRelcl,
			token.Parataxis, token.Csubj, token.CsubjPass, token.CsubjOuter:
			return i
		case token.Conj:
			if t.UPOS == token.VERB || t.UPOS == token.AUX || kid(d, i, token.Cop, token.Nsubj, token.NsubjPass) != token.None {
				return i
			}
		}
		if t.Head == token.None {
			break
		}
		i = t.Head
	}
	return i
}

// Under reports whether i is h or one of its descendants.
func Under(d *token.Doc, i, h int32) bool {
	for range maxClimb {
		if i == h {
			return true
		}
		if i = d.Tokens[i].Head; i == token.None {
			break
		}
	}
	return false
}
