package event

import (
	"strings"

	"github.com/dateline-go/dateline/internal/actor"
	"github.com/dateline-go/dateline/internal/ontology"
	"github.com/dateline-go/dateline/internal/syntax"
	"github.com/dateline-go/dateline/internal/token"
)

// How many sentences from an arrest, a charge or a verdict the body that did it may
// stand, chosen on the annotated training articles; farther, if it befalls somebody
// of whom the text tells more.
const lawReach, mainReach = 2, 8

// complete gives events sides that their own words do not.
func (f *finder) complete(es []Event) {
	f.lawful(es)
	for i := range es {
		f.d.CheckAt(i)
		e := &es[i]
		f.about(e)
		f.fill(e)
		if e.side(Agent) == nil && e.nominal && (wordTable.Has(e.Kind, classOccasions) || e.Kind == ontology.Protest) {
			f.give(e, Agent, f.attendant(e))
		}
		e.parts()
		f.apart(e)
	}
	f.accused(es)
}

// accused gives the events of a trial and arrests that do not say whose they are the
// one person that all the others of the text are against.
func (f *finder) accused(es []Event) {
	one := token.None
	var who Role
	for i := range es {
		f.d.CheckAt(i)
		if !es[i].penal() {
			continue
		}
		for _, r := range es[i].Roles {
			switch {
			case !r.on(Patient):
			case r.Actor == token.None || one != token.None && one != r.Actor || f.kindOf(r.Actor) != actor.Person:
				return
			default:
				one, who = r.Actor, r
			}
		}
	}
	if one == token.None {
		return
	}
	for i := range es {
		f.d.CheckAt(i)
		if e := &es[i]; e.penal() && e.side(Patient) == nil && !e.has(token.None, one) {
			e.put(Role{Patient, one, who.Span, who.Head})
		}
	}
}

// penal reports whether e is an arrest or of a trial.
func (e *Event) penal() bool {
	return e.Kind == ontology.Court || e.Kind == ontology.Coerce && e.Mode == "arrest"
}

// attendant is who acts at the occasion e, a speech or a meeting, or is asked at
// one, or is on the visit e: "the minister said in a speech that ..."; or None.
func (f *finder) attendant(e *Event) int32 {
	n := e.Head
	if c := f.caseOf(n); !wordTable.Has(c, classAtOccasion) && !(c == "on" && e.Mode == "visit") {
		return token.None
	}
	if t := &f.d.Tokens[n]; t.Rel == token.Nmod && t.Head < n && e.Kind == ontology.Consult && f.caseOf(n) == "in" {
		if who := f.actorParty(t.Head); f.actorNoPlace(who) {
			return who // "the firm, in talks with the bank"
		}
	}
	for i := n; f.d.Tokens[i].Rel == token.Obl || f.d.Tokens[i].Rel == token.Nmod; {
		if i = f.d.Tokens[i].Head; f.d.Tokens[i].UPOS != token.VERB {
			continue
		}
		if e.Kind == ontology.Consult || !f.isPassive(i) && (e.Kind == ontology.Statement || f.verbKind(i) == ontology.Statement) {
			if who := f.actorParty(f.surface(i, 0)); who != token.None {
				return who
			}
		}
		break
	}
	// "In an interview with the Post, the mayor, ..." opens what the whole sentence tells.
	first := f.d.Sents[f.d.Tokens[n].Sent].First
	if f.d.Tokens[first].Head != n || f.d.Tokens[first].Rel != token.Case || e.Mode == "visit" {
		return token.None
	}
	i := n
	for range maxClimb {
		if f.d.Tokens[i].Head == token.None {
			break
		}
		i = f.d.Tokens[i].Head
	}
	if who := f.actorParty(f.kid(i, token.Nsubj)); who > n && f.d.Tokens[i].UPOS == token.VERB {
		return who
	}
	return token.None
}

// lawful gives the acts of the law that the passive tells without who does
// them to the one body of the law that the text speaks of around them: "Police
// searched the house. Two men were arrested." A charge is the prosecutors', or of a
// text that has none the police's.
func (f *finder) lawful(es []Event) {
	for _, c := range [...]struct {
		acts, bodies wordClass
		far          bool
	}{
		{classCharges, classProsecution, true}, {classPoliceDuties, classPoliceBody, true}, {classCourtActs, classBench, true},
		{classCrimes, classCulprits, false},
	} {
		var bodies []int32
		searched := false
		for i := range es {
			f.d.CheckAt(i)
			e := &es[i]
			if !wordTable.Has(e.Lemma, c.acts) && !wordTable.Has(e.Kind, c.acts) || !f.undone(e) || f.past(e) {
				continue
			}
			if !searched {
				bodies, searched = f.bodiesOf(c.bodies), true
			}
			if b := f.nearest(bodies, e, c.far); b != token.None {
				e.put(f.role(Agent, b, true))
			}
		}
	}
}

// undone reports whether e, which came about, is told in the passive or by a noun
// without who did it, and not only to say which men are meant.
func (f *finder) undone(e *Event) bool {
	return e.real() && len(e.Roles) > 0 && e.Roles[0].Role != Agent &&
		(e.nominal || f.isPassive(e.Head)) && !f.tellsOf(e)
}

// past reports whether e is told as what was before what the text tells.
func (f *finder) past(e *Event) bool {
	g := syntax.Group(f.d, e.Clause)
	return g.Perfect && g.Tense == syntax.Past || e.by != 0 && f.age(toDay(e.When)) > newsDays
}

// nearest is the one of bodies that stands nearest to e, or None: what stands
// before e is nearer, and no side of e does it. One that does nothing else may stand
// far from it.
func (f *finder) nearest(bodies []int32, e *Event, far bool) int32 {
	best, dist := token.None, int32(2*lawReach+1)
	if p := e.side(Patient); p != nil && far && p.Actor != token.None && len(f.in.Actors[p.Actor].Mentions) > 1 {
		dist = 2*mainReach + 1
	}
	for _, b := range bodies {
		n := f.d.Tokens[b].Sent - e.Sent
		if n = 2 * n; n < 0 {
			n = -n - 1
		}
		if n < dist && !e.has(b, f.actorAt(b)) {
			best, dist = b, n
		}
	}
	return best
}

// bodiesOf are the words for the body of class c that the text speaks of, none
// where it names several.
func (f *finder) bodiesOf(c wordClass) []int32 {
	var out []int32
	named := token.None // the actor that a name of the class is of
	for i := range f.d.Tokens {
		f.d.CheckAt(i)
		t := &f.d.Tokens[i]
		if t.UPOS != token.NOUN && t.UPOS != token.PROPN || t.Rel == token.Compound || t.Rel == token.NmodPoss || t.Rel == token.Amod {
			continue
		}
		a := f.actorAt(int32(i))
		if !wordTable.Has(t.Lower, c) && (t.UPOS != token.PROPN || a == token.None || !f.nameHas(a, c)) {
			continue
		}
		out = append(out, int32(i))
		if a != token.None && t.UPOS == token.PROPN {
			if named != token.None && named != a {
				return nil
			}
			named = a
		}
	}
	return out
}

// nameHas reports whether the name of actor a has a word of class c.
func (f *finder) nameHas(a int32, c wordClass) bool {
	for w := range strings.FieldsSeq(strings.ToLower(f.in.Actors[a].Name)) {
		if wordTable.Has(w, c) {
			return true
		}
	}
	return false
}
