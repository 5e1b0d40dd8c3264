package event

import (
	"github.com/dateline-go/dateline/internal/ontology"
	"github.com/dateline-go/dateline/internal/token"
)

// about gives a statement, and what is said against somebody or asked of him, that
// has no other side what it is about.
func (f *finder) about(e *Event) {
	if len(e.Roles) >= maxRoles || e.side(Patient) != nil {
		return
	}
	if ontology.QuadOf(e.Kind) == ontology.VerbalConflict {
		f.give(e, Patient, f.saidOf(e))
		return
	}
	if e.Kind != ontology.Statement || e.nominal {
		return
	}
	p, ok := f.d.PredicateAt(e.Head)
	if !ok {
		return
	}
	c := f.d.Arg(p, token.ARG1)
	if c == token.None {
		if c = f.kid(e.Head, token.Ccomp); c != token.None && wordTable.Has(f.markOf(c), classNotSaid) {
			c = token.None // "the mayor said, as farmers marched outside"
		}
	}
	if t := &f.d.Tokens[e.Head]; c == token.None && t.Rel == token.Parataxis && t.Head < e.Head {
		c = t.Head // "two climbers fell, police said"
	}
	if t := &f.d.Tokens[e.Head]; t.Rel == token.AclRelcl {
		if k := f.kid(e.Head, token.Obj); k != token.None && k < e.Head && f.relative(k, e.Head) == t.Head {
			c = t.Head // "the vote, which observers declared fair"
		}
	}
	if o := f.topic(c, e.head(Agent)); o != token.None {
		e.Roles = append(e.Roles, f.role(Patient, o, false))
	}
}

// saidOf is the subject of the clause behind the word of e that tells what is said
// or asked: "complained that the judges were late", "a demand that the mayor
// resign"; or None.
func (f *finder) saidOf(e *Event) int32 {
	for k := range f.kids(e.Head) {
		if k < e.Head {
			continue
		}
		switch r := f.d.Tokens[k].Rel; {
		case r == token.Ccomp, (r == token.Acl || r == token.Advcl) && f.markOf(k) == "that":
		default:
			continue
		}
		if o := f.otherThan(f.surface(k, 0), e.head(Agent)); o != token.None && f.d.Tokens[o].UPOS != token.PRON {
			return o
		}
	}
	return token.None
}

// declared is what the noun of a statement says it is about: "a statement
// condemning the raid"; or None.
func (f *finder) declared(e *Event) int32 {
	t := &f.d.Tokens[e.Head]
	for _, p := range [...]int32{e.Head, t.Head} {
		if p == token.None || p != e.Head && (t.Rel != token.Obj || f.d.Tokens[p].UPOS != token.VERB) {
			continue
		}
		for k := range f.kids(p) {
			c := &f.d.Tokens[k]
			if k < e.Head || c.UPOS != token.VERB || c.XPOS != token.VBG || c.Rel != token.Acl && c.Rel != token.Advcl && c.Rel != token.AclRelcl {
				continue
			}
			q, ok := f.d.PredicateAt(k)
			if !ok {
				continue
			}
			if o := f.topic(f.d.Arg(q, token.ARG1), e.head(Agent)); o != token.None {
				return o
			}
		}
	}
	return token.None
}

// subject is what a statement is about: its content, or the subject of the
// clause that is its content.
func (f *finder) subject(p *token.Predicate) int32 { return f.subjectOf(f.d.Arg(p, token.ARG1)) }

// subjectOf is subject of a statement with the content c, or None.
func (f *finder) subjectOf(c int32) int32 {
	if c == token.None {
		return c
	}
	if f.clausal(c) {
		s := f.surface(c, 0)
		if s != token.None && f.d.Tokens[s].UPOS != token.PRON {
			return f.party(s)
		}
		return token.None
	}
	return f.party(c)
}

// clausal reports whether i heads a clause.
func (f *finder) clausal(i int32) bool {
	return f.d.Tokens[i].UPOS == token.VERB || f.kid(i, token.Cop) != token.None || f.kid(i, token.Nsubj) != token.None
}

// topic is what a statement with the content c is about, by what its clause
// says, where subjectOf finds nothing, since its subject is the speaker himself or
// only a pronoun: "the board announced that it will sell the mill".
func (f *finder) topic(c, speaker int32) int32 {
	pronoun := token.None
	for range maxTopic {
		if c == token.None {
			break
		}
		if !f.clausal(c) {
			if o := f.otherThan(c, speaker); o != token.None {
				return o
			}
			break
		}
		s := f.surface(c, 0)
		if o := f.otherThan(s, speaker); o != token.None {
			if f.d.Tokens[o].UPOS != token.PRON || speaker != token.None && !f.person(speaker) && f.person(o) {
				return o
			}
			pronoun = o
		}
		p, ok := f.d.PredicateAt(c)
		if !ok || f.d.Tokens[c].UPOS != token.VERB {
			break
		}
		a := f.d.Arg(p, token.ARG1)
		if a == token.None || a == s {
			if o := f.otherThan(f.d.Arg(p, token.ARG2), speaker); o != token.None {
				return o
			}
			break
		}
		c = a
	}
	return pronoun
}

// maxTopic bounds how many clauses of a statement are gone into.
const maxTopic = 3

// otherThan is i if it may be a side beside the speaker: a noun, or a pronoun for
// somebody else; or None.
func (f *finder) otherThan(i, speaker int32) int32 {
	if i == token.None || i == speaker || f.party(i) == token.None {
		return token.None
	}
	a := f.actorAt(i)
	if a == token.None && f.d.Tokens[i].UPOS == token.PRON || a != token.None && speaker != token.None && a == f.actorAt(speaker) {
		return token.None
	}
	return i
}
