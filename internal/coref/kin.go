package coref

import (
	"strings"

	"github.com/dateline-go/dateline/internal/actor"
	"github.com/dateline-go/dateline/internal/syntax"
	"github.com/dateline-go/dateline/internal/token"
)

// kin is a relation that the text tells: entity e is the word ("wife") of
// entity of.
type kin struct {
	word  string
	e, of int32
}

// relate notes whose wife, father and the like the roles of m make entity e,
// and the other way round.
func (r *resolver) relate(e int32, m *actor.Mention) {
	r.married(e, m)
	for i := range m.Roles {
		word := relation(&m.Roles[i])
		if word == "" {
			continue
		}
		first, last := r.d.Range(m.Roles[i].Span)
		if of := r.owner(first, last, m.Roles[i].Of); of != token.None && of != e {
			r.kin = append(r.kin, kin{word, e, of})
			for w := range texts(word, classInverse) {
				if g, _ := wordTable.Int(w, classSex); agrees(actor.Gender(g), r.es[of].Gender) && r.es[of].Gender != 0 {
					r.kin = append(r.kin, kin{w, of, e})
				}
			}
		}
	}
}

// married notes that the verb above m, of entity e, tells who is whose wife or
// husband: "Ana Brandt married Jon Falk", "was married to Jon Falk".
func (r *resolver) married(e int32, m *actor.Mention) {
	toks := r.d.Tokens
	t := &toks[r.place(m.First, m.Last).top]
	if t.Rel == token.Appos && t.Head != token.None {
		t = &toks[t.Head] // "married the singer Jon Falk"
	}
	if r.es[e].Kind != actor.Person || t.Head == token.None || t.Head > m.First || !listed(toks[t.Head].Lemma, classMarry) {
		return
	}
	if t.Rel != token.Obj && !(t.Rel == token.Obl && m.First > 0 && toks[r.d.At(m.Full.Start)-1].Lower == "to") {
		return
	}
	s := syntax.Subject(r.d, t.Head)
	if s == token.None {
		return
	}
	of := r.spoken(s)
	if of == token.None || of == e || r.es[of].Kind != actor.Person || r.es[of].Number == actor.Plur {
		return
	}
	r.wed(toks[t.Head].Lemma, e, of)
	r.wed(toks[t.Head].Lemma, of, e)
}

// wed makes e what verb tells it is of another, as far as the sex known of e
// allows.
func (r *resolver) wed(verb string, e, of int32) {
	for w := range texts(verb, classMarry) {
		if g, ok := wordTable.Int(w, classSex); !ok || agrees(r.es[e].Gender, actor.Gender(g)) {
			r.kin = append(r.kin, kin{w, e, of})
		}
	}
}

// relation is the noun of a relation that ends a role, or empty.
func relation(ro *actor.Role) string {
	w := ro.Text[strings.LastIndexByte(ro.Text, ' ')+1:]
	if listed(w, classKin) {
		return w
	}
	return ""
}

// owner is the person whose relation tokens [first, last) tell: "his wife",
// "Lowell's wife", "the wife of Lowell".
func (r *resolver) owner(first, last int32, of token.Span) int32 {
	if first >= last {
		return token.None
	}
	if e := r.pron[first]; e != token.None {
		if first+2 < last && r.d.Tokens[first+2].XPOS == token.POS {
			return token.None // "my friend's wife"
		}
		return e
	}
	if of.Len() == 0 {
		return token.None
	}
	k, end := r.d.Range(of)
	for ; k < end; k++ {
		if e := r.at(k); e != token.None && person(r.es[e].Kind) {
			return e
		}
	}
	return token.None
}

// related is who the text told to be in the relation that m speaks of: "his
// wife" is who was "his wife, Ann". Of two sons it is neither.
func (r *resolver) related(m *actor.Mention) int32 {
	if len(m.Roles) == 0 {
		return token.None
	}
	word := relation(&m.Roles[0])
	if word == "" {
		return token.None
	}
	of := r.owner(m.First, m.Last, m.Roles[0].Of)
	if of == token.None {
		return token.None
	}
	found, known := token.None, false // one with a name before one without
	for _, k := range r.kin {
		if k.word != word || k.of != of || k.e == found {
			continue
		}
		switch named := r.es[k.e].Kind == actor.Person; {
		case found == token.None || named && !known:
			found, known = k.e, named
		case named == known:
			return token.None
		}
	}
	return found
}

// parentReach is how many sentences back "the mother of two" may refer.
const parentReach = 4

// parentOf is the one person near of the sex of "the mother of two", or None.
func (r *resolver) parentOf(m *actor.Mention) int32 {
	toks := r.d.Tokens
	of := m.First + 2
	if int(of)+1 >= len(toks) || toks[m.First].Lower != "the" || toks[of].Lower != "of" || toks[of+1].UPOS != token.NUM {
		return token.None
	}
	sex, ok := wordTable.Int(toks[m.First+1].Lower, classSex)
	if !ok {
		return token.None
	}
	return r.only(func(x *entity) bool {
		return toks[m.First].Sent-x.last.sent <= parentReach && x.Kind == actor.Person && x.Number != actor.Plur &&
			agrees(x.Gender, actor.Gender(sex))
	})
}
