package event

import (
	"slices"
	"strconv"
	"strings"

	"github.com/dateline-go/dateline/internal/actor"
	"github.com/dateline-go/dateline/internal/coref"
	"github.com/dateline-go/dateline/internal/ontology"
	"github.com/dateline-go/dateline/internal/token"
	"github.com/dateline-go/dateline/internal/words"
)

// refine mends the kind of e by who and what takes part in it, and by what
// the article is about: shares fall and cranes fall, a minister arrives for
// talks and a team arrives.
func (f *finder) refine(e *Event) {
	if e.given {
		e.parts()
		return
	}
	w := wordTable.Find(e.Lemma)
	switch {
	case e.Kind == ontology.Assault && w.Has(classRunDown) && f.onRoad(e):
		e.become(ontology.Accident)
		if k, ok := w.Text(classRunDown); ok {
			e.become(k)
		}
	case w.Has(classKilling) && e.Kind == ontology.Assault:
		f.refineKilling(e)
	case w.Has(classBeating) && f.contested(e):
		e.become(ontology.Sport)
		if !f.sport && (f.vote || f.ofPolitics(e)) {
			e.become(ontology.Election)
		}
	case e.Kind == ontology.Assault && w.Has(classOfPlay) && f.sport:
		e.become(ontology.Sport)
	case (e.Kind == ontology.Assault || e.Kind == ontology.Coerce) && w.Has(classThumping) && f.vote && f.ofPersons(e) && !f.violent(e.Sent, e.Lemma):
		e.become(ontology.Election)
	case e.Kind == ontology.Assault && w.Has(classOfWords) && f.inWords(e):
		e.Kind, e.Mode = ontology.Accuse, "disapprove"
	case e.Kind == ontology.Assault && e.Mode != "suicide-attack" && e.Mode != "explosives" && f.toSelf(e):
		e.become(ontology.Injury)
	case w.Has(classRough) && e.Kind == ontology.Assault:
		f.refineRough(e)
	case e.Kind == ontology.Protest && w.Has(classRallying) && f.ofVoters(e):
		e.become(ontology.Election)
	case f.figurative(e, w):
		e.become(ontology.Change)
	case e.Kind == ontology.Reject && f.goesDown(e):
		e.become(ontology.Market)
		f.refineMarket(e)
	case e.Kind == ontology.Accident && w.Has(classPriceMove) && f.ofPrices(e):
		e.become(ontology.Market)
	case e.Kind == ontology.Accident && f.bombed && f.burst(e, w):
		e.Kind, e.Mode = ontology.Assault, "explosives"
	case w.Has(classMoving) && (e.Kind == ontology.Consult || e.Kind == ontology.Sanction):
		f.refineMoving(e)
	case e.Kind == ontology.Market:
		f.refineMarket(e)
	case w.Has(classFinding) && e.Kind == ontology.Science && f.d.Tokens[e.Head].UPOS == token.VERB:
		f.refineFinding(e)
	case w.Has(classCalling):
		f.refineCalling(e)
	case e.Kind == ontology.Retreat && f.d.Tokens[e.Head].UPOS == token.NOUN && w.Has(classSettingFree) && f.ofProduct(e):
		e.become(ontology.Launch)
	case w.Has(classGetting) || w.Has(classIssuing):
		f.refineByObject(e)
	case w.Has(classRanking):
		f.refineRanking(e)
	case f.d.Tokens[e.Head].UPOS == token.NOUN:
		f.refineNoun(e, w)
	default:
		f.refineSense(e, w)
	}
	f.refineTopic(e, w.Has(classContest), w.Has(classResearch))
	e.parts()
}

// onRoad reports whether e happens in traffic: the sentence speaks of it, and
// nothing beside it of arms.
func (f *finder) onRoad(e *Event) bool {
	if !f.speaksOf(e.Sent, classTraffic) {
		return false
	}
	for s := max(0, e.Sent-1); s <= min(int32(len(f.d.Sents))-1, e.Sent+1); s++ {
		if f.speaksOf(s, classWeapon) {
			return false
		}
	}
	return true
}

// contested reports whether e is won, lost or drawn: the clause has a score, or
// the verb has that sense and nothing around it speaks of force.
func (f *finder) contested(e *Event) bool {
	switch e.Kind {
	case ontology.Assault, ontology.Change, ontology.Market, ontology.Concede, ontology.Accident:
	default:
		return false
	}
	if k := f.kid(e.Head, token.CompoundPrt); k != token.None && wordTable.Has(f.d.Tokens[k].Lower, classUp) {
		return false // "beat up a guard"
	}
	if f.scored(e.Sent) {
		return true
	}
	p, ok := f.d.PredicateAt(e.Head)
	return ok && e.Kind == ontology.Assault && len(e.Roles) > 1 && f.d.Roleset(p) == defeats &&
		!slices.ContainsFunc(e.Roles, func(r Role) bool { return !f.known(r.Head) }) && !f.violent(e.Sent, e.Lemma)
}

// ofPolitics reports whether somebody with an office takes part in e.
func (f *finder) ofPolitics(e *Event) bool {
	return slices.ContainsFunc(e.Roles, func(r Role) bool {
		return f.kindOf(r.Actor) == actor.Person && f.official(r.Head, &f.in.Actors[r.Actor])
	})
}

// scored reports whether sentence s tells a score: "2-1".
func (f *finder) scored(s int32) bool {
	t := f.d.Tokens
	points := func(i int32) bool {
		n, err := strconv.Atoi(t[i].Lower)
		return err == nil && n < mostPoints
	}
	for i := f.d.Sents[s].First; i+2 < f.d.Sents[s].Last; i++ {
		if points(i) && isHyphen(&t[i+1]) && points(i+2) && !t[i+1].Is(token.SpaceBefore) && !t[i+2].Is(token.SpaceBefore) {
			return true
		}
	}
	return false
}

// mostPoints bounds a side's score, so that no years are one.
const mostPoints = 250

// inWords reports whether e is an attack by a politician or a critic on
// another that only words make.
func (f *finder) inWords(e *Event) bool {
	if f.violent(e.Sent, e.Lemma) {
		return false
	}
	spoken := false
	for _, r := range e.Roles {
		switch k := f.kindOf(r.Actor); {
		case r.Role == Agent && k != actor.Person, k == actor.State && !f.vote:
			return false
		case r.Role == Agent:
			spoken = f.vote || f.official(r.Head, &f.in.Actors[r.Actor])
		}
	}
	return spoken
}

// figurative reports an event that is not of its kind, since what the kind
// speaks of is missing around it.
func (f *finder) figurative(e *Event, w words.Entry[wordClass]) bool {
	switch e.Kind {
	case ontology.Outbreak:
		return w.Has(classSpreading) && !f.speaksOf(e.Sent, classDisease)
	case ontology.Travel:
		return w.Has(classConveying) && !f.someone(e)
	case ontology.Sport:
		return w.Has(classInGames) && !f.sport
	case ontology.Results:
		return f.byPerson(e) // "he earns $20 an hour"
	}
	return false
}

// parts takes out of the other sides of e who does it: nobody is both.
func (e *Event) parts() {
	e.Roles = slices.DeleteFunc(e.Roles, func(r Role) bool {
		return r.Role != Agent && r.Actor != token.None &&
			slices.ContainsFunc(e.Roles, func(a Role) bool { return a.Role == Agent && a.Actor == r.Actor })
	})
}

// become makes e an event of another kind. Its CAMEO code stays: that scheme
// has its own view of the same words.
func (e *Event) become(kind string) { e.Kind, e.Mode = kind, "" }

// refineKilling tells the dead of a disaster from those of a deed.
func (f *finder) refineKilling(e *Event) {
	for _, r := range e.Roles {
		if r.Role != Agent {
			continue
		}
		if k := nounKind(f.d.Tokens[r.Head].Lower); k == ontology.Disaster || k == ontology.Accident || k == ontology.Outbreak {
			break // "the South Coast Earthquake"
		}
		if r.Actor != token.None || f.is(r.Head, actorClass) {
			return
		}
	}
	if f.violent(e.Sent, "") {
		return
	}
	if wordTable.Has(e.Lemma, classWounding) {
		e.become(ontology.Injury)
	} else {
		e.become(ontology.Death)
	}
}

// ofProduct reports whether release e is one of a thing: nobody goes free, and the text
// is of business or the arts, or the thing is named.
func (f *finder) ofProduct(e *Event) bool {
	if p := e.side(Patient); p != nil {
		return !f.is(p.Head, actorClass)
	}
	return (f.trade || f.arts) && !f.ofPersons(e)
}

// toSelf reports whether who does e does it to himself.
func (f *finder) toSelf(e *Event) bool {
	o := f.kid(e.Head, token.Obj)
	return o != token.None && wordTable.Has(f.d.Tokens[o].Lower, classReflexive)
}

// refineRough keeps those rough acts an assault that are done to somebody.
func (f *finder) refineRough(e *Event) {
	for _, r := range e.Roles {
		if r.Role == Patient && (r.Actor != token.None || f.is(r.Head, actorClass) || wordTable.Has(f.d.Tokens[r.Head].Lemma, classCraft)) {
			return
		}
	}
	if !f.violent(e.Sent, "") {
		e.become(ontology.Change)
	}
}

// ofVoters reports whether rally e is a politician's, and no protest.
func (f *finder) ofVoters(e *Event) bool {
	for k := range f.kids(e.Head) {
		if f.caseOf(k) == "against" || nounKind(f.d.Tokens[k].Lemma) == ontology.Protest {
			return false
		}
	}
	return f.ofPolitics(e) || f.vote && f.d.Tokens[e.Head].UPOS == token.NOUN
}

// byPerson reports whether a person does e.
func (f *finder) byPerson(e *Event) bool {
	return slices.ContainsFunc(e.Roles, func(r Role) bool { return r.Role == Agent && f.person(r.Head) })
}

// ofPersons reports whether persons take part in e, and nobody else.
func (f *finder) ofPersons(e *Event) bool {
	return len(e.Roles) > 0 && !slices.ContainsFunc(e.Roles, func(r Role) bool { return f.kindOf(r.Actor) != actor.Person })
}

// takesPart reports whether a word of class c is a side of e.
func (f *finder) takesPart(e *Event, c wordClass) bool {
	return slices.ContainsFunc(e.Roles, func(r Role) bool { return wordTable.Has(f.d.Tokens[r.Head].Lemma, c) })
}

// does reports whether a word of class c does e.
func (f *finder) does(e *Event, c wordClass) bool {
	return slices.ContainsFunc(e.Roles, func(r Role) bool { return r.Role == Agent && wordTable.Has(f.d.Tokens[r.Head].Lemma, c) })
}

// someone reports whether a person, a body or a vehicle takes part in e.
func (f *finder) someone(e *Event) bool {
	return slices.ContainsFunc(e.Roles, func(r Role) bool {
		return r.Actor != token.None || f.is(r.Head, actorClass) && f.place[r.Head] == token.None ||
			wordTable.Has(f.d.Tokens[r.Head].Lemma, classCraft)
	})
}

// speaksOf reports whether a word of sentence s is of class c.
func (f *finder) speaksOf(s int32, c wordClass) bool {
	for i := f.d.Sents[s].First; i < f.d.Sents[s].Last; i++ {
		if wordTable.Has(f.d.Tokens[i].Lemma, c) {
			return true
		}
	}
	return false
}

// violent reports whether sentence s, or the one before or after, speaks of force
// by another word than lemma but.
func (f *finder) violent(s int32, but string) bool {
	from, to := f.d.Sents[max(0, s-1)].First, f.d.Sents[min(int32(len(f.d.Sents))-1, s+1)].Last
	for i := from; i < to; i++ {
		if l := f.d.Tokens[i].Lemma; l != but && wordTable.Has(l, classForce) {
			return true
		}
	}
	return false
}

// refineMoving tells the visits of officials from the ways of others, and
// leaving a post from leaving a place.
func (f *finder) refineMoving(e *Event) {
	official, left := false, actor.Kind(0)
	for _, r := range e.Roles {
		if r.Actor == token.None {
			continue
		}
		a := &f.in.Actors[r.Actor]
		if r.Role == Agent {
			official = official || a.Kind == actor.State || f.official(r.Head, a)
		} else {
			left = a.Kind
		}
	}
	switch {
	case e.Kind == ontology.Sanction && (left == actor.Organisation || left == actor.Company || left == actor.Media):
		e.become(ontology.Resign)
	case e.Kind == ontology.Sanction:
		e.become(ontology.Change)
	case official:
	case wordTable.Has(e.Lemma, classGathering):
		e.become(ontology.Change)
	default:
		e.become(ontology.Travel)
	}
}

// official reports whether an actor, named at head, travels for a state or a
// body: its role says so, or the words at hand.
func (f *finder) official(head int32, a *coref.Actor) bool {
	if wordTable.Has(f.d.Tokens[head].Lemma, classOfficial) {
		return true
	}
	for i := range a.Roles {
		for w := range strings.FieldsSeq(a.Roles[i].Text + " " + a.Roles[i].Office) {
			if wordTable.Has(w, classOfficial) {
				return true
			}
		}
	}
	return false
}

// refineFinding tells what science finds from what doctors and others do.
func (f *finder) refineFinding(e *Event) {
	switch {
	case f.takesPart(e, classDisease):
		e.become(ontology.Outbreak)
	case f.science, f.takesPart(e, classInquirer):
	case f.does(e, classPolice):
		e.become(ontology.Accuse)
	default:
		e.become(ontology.Change)
	}
}

// refineCalling reads call by its sense: to call somebody something is to say
// so, to call somebody somewhere is to ask for him.
func (f *finder) refineCalling(e *Event) {
	p, ok := f.d.PredicateAt(e.Head)
	if !ok || e.Kind != ontology.Consult || f.kid(e.Head, token.CompoundPrt) != token.None { // "called off"
		return
	}
	switch {
	case f.d.Arg(p, token.ARG1) != token.None && f.d.Arg(p, token.ARG2) != token.None:
		e.become(ontology.Statement)
	case f.isPassive(e.Head):
		e.become(ontology.Request)
	}
}

// refineByObject gives the kind of what is got or issued: "received an
// apology", "issued a warning".
func (f *finder) refineByObject(e *Event) {
	p, ok := f.d.PredicateAt(e.Head)
	if !ok || e.Kind != ontology.Change {
		return
	}
	o := f.d.Arg(p, token.ARG1)
	if o == token.None {
		return
	}
	if k := nounKind(f.d.Tokens[o].Lemma); k != ontology.Change {
		e.become(k)
	} else if k, ok := wordTable.Text(f.d.Tokens[o].Lemma, classNewsKind); ok {
		e.become(k)
	}
}

// refineNoun gives event nouns of several senses the one that fits: a defeat in
// war, a campaign that is no candidate's, a bid for a firm, a deal that is
// reached and not signed.
func (f *finder) refineNoun(e *Event, w words.Entry[wordClass]) {
	if k, ok := w.Text(classNewsKind); ok && e.Kind != ontology.Request { // "demanded an apology"
		e.become(k)
		return
	}
	switch {
	case e.Kind == ontology.Assault && w.Has(classFigurativeFight) && (f.vote || f.sport) && !f.violent(e.Sent, ""):
		e.become(ontology.Election)
		if f.sport {
			e.become(ontology.Sport)
		}
	case e.Kind == ontology.Sport && !f.sport && (f.vote || f.ofPolitics(e)):
		e.become(ontology.Election)
	case e.Kind == ontology.Sport && !f.sport && f.violent(e.Sent, ""):
		e.become(ontology.Assault)
	case e.Kind == ontology.Election && w.Has(classRun) && !f.vote && !f.kidIs(e.Head, classElectoral):
		switch {
		case f.dealt(e), f.trade && !f.ofPolitics(e):
			e.become(ontology.Deal)
		case w.Has(classBallot):
			e.become(ontology.Law) // "a vote on the budget"
		default:
			e.become(ontology.Change)
		}
	case e.Kind == ontology.Support && w.Has(classBusiness):
		e.become(ontology.Deal)
	case e.Kind == ontology.Support && w.Has(classAccord) && !wordTable.Has(f.d.Tokens[e.Clause].Lemma, classSigning):
		e.become(ontology.Agree)
		if f.dealt(e) {
			e.become(ontology.Deal)
		}
	}
}

// dealt reports whether companies take part in e, and no other actors.
func (f *finder) dealt(e *Event) bool {
	out := false
	for _, r := range e.Roles {
		if r.Actor == token.None {
			continue
		}
		if f.in.Actors[r.Actor].Kind != actor.Company {
			return false
		}
		out = true
	}
	return out
}

// refineRanking reads "finished fourth".
func (f *finder) refineRanking(e *Event) {
	for k := range f.kids(e.Head) {
		if k > e.Head && wordTable.Has(f.d.Tokens[k].Lower, classOrdinalPlace) {
			e.become(ontology.Sport)
			return
		}
	}
}

// refineSense reads what the roleset or the word tells by itself.
func (f *finder) refineSense(e *Event, w words.Entry[wordClass]) {
	if k, ok := w.Text(classNewsKind); ok && e.Kind != ontology.Request { // "told the crew to leave"
		e.become(k)
		return
	}
	p, ok := f.d.PredicateAt(e.Head)
	if !ok {
		return
	}
	switch f.d.Roleset(p) {
	case becomes:
		if o := f.d.Arg(p, token.ARG2); o != token.None && wordTable.Has(f.d.Tokens[o].Lemma, classOffice) {
			e.become(ontology.Appoint)
		}
	case asks:
		if e.Kind == ontology.Request {
			e.become(ontology.Statement) // a question
		}
	case lets:
		if e.Kind == ontology.Retreat {
			e.become(ontology.Concede)
		}
	case goesDown:
		e.become(ontology.Market)
		f.refineMarket(e)
	}
	if e.Kind == ontology.Change && w.Has(classPriceMove) && f.byPercent(e) {
		e.become(ontology.Market)
	}
	if e.Kind == ontology.Change && w.Has(classMakesWorks) && f.work(e) {
		e.become(ontology.Culture)
	}
}

// work reports whether what e is done to bears a name that is no actor's: a
// film, a book, a show.
func (f *finder) work(e *Event) bool {
	return slices.ContainsFunc(e.Roles, func(r Role) bool {
		return r.Role == Patient && r.Actor == token.None && f.d.Tokens[r.Head].UPOS == token.PROPN && f.place[r.Head] == token.None
	})
}

// kidIs reports whether a modifier before word i is of class c.
func (f *finder) kidIs(i int32, c wordClass) bool {
	for k := range f.kids(i) {
		if k < i && wordTable.Has(f.d.Tokens[k].Lower, c) {
			return true
		}
	}
	return false
}

// burst reports whether an explosion does e, or is e.
func (f *finder) burst(e *Event, w words.Entry[wordClass]) bool {
	return w.Has(classBlast) || f.does(e, classBlast)
}

// Rolesets of PropBank whose lemma has another kind.
const (
	becomes   = "become.01"
	goesDown  = "decline.01"
	turnsDown = "decline.02"
	asks      = "ask.01"
	lets      = "allow.01"
	defeats   = "beat.03"
)
