package event

import (
	"slices"

	"github.com/dateline-go/dateline/internal/actor"
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
	case w.Has(classKilling) && e.Kind == ontology.Assault:
		f.refineKilling(e)
	case w.Has(classMoving) && (e.Kind == ontology.Consult || e.Kind == ontology.Sanction):
		f.refineMoving(e)
	case e.Kind == ontology.Market:
		f.refineMarket(e)
	case w.Has(classFinding) && e.Kind == ontology.Science:
		f.refineFinding(e)
	case w.Has(classCalling):
		f.refineCalling(e)
	case w.Has(classGetting) || w.Has(classIssuing):
		f.refineByObject(e)
	case w.Has(classRanking):
		f.refineRanking(e)
	default:
		f.refineSense(e, w)
	}
	f.refineTopic(e, w.Has(classContest), w.Has(classResearch))
	e.parts()
}

// parts takes out of the other sides of e who does it: nobody is both.
func (e *Event) parts() {
	e.Roles = slices.DeleteFunc(e.Roles, func(r Role) bool {
		return r.Role != Agent && r.Actor != token.None && slices.ContainsFunc(e.Roles, func(a Role) bool { return a.Role == Agent && a.Actor == r.Actor })
	})
}

// become makes e an event of another kind. Its CAMEO code stays: that scheme
// has its own view of the same words.
func (e *Event) become(kind string) { e.Kind, e.Mode = kind, "" }

// refineKilling tells the dead of a disaster from those of a deed.
func (f *finder) refineKilling(e *Event) {
	for _, r := range e.Roles {
		if r.Role == Agent && (r.Actor != token.None || f.is(r.Head, actorClass)) {
			return
		}
	}
	if f.violent(e.Sent) {
		return
	}
	if wordTable.Has(e.Lemma, classWounding) {
		e.become(ontology.Injury)
	} else {
		e.become(ontology.Death)
	}
}

// violent reports whether sentence s, or the one before or after, speaks of force.
func (f *finder) violent(s int32) bool {
	from, to := f.d.Sents[max(0, s-1)].First, f.d.Sents[min(int32(len(f.d.Sents))-1, s+1)].Last
	for i := from; i < to; i++ {
		if wordTable.Has(f.d.Tokens[i].Lemma, classForce) {
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
			official = official || len(a.Roles) > 0 || a.Kind == actor.State || a.Kind == actor.RoleOnly
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

// refineMarket keeps what is told of prices, and what is told of figures as
// results; things that fall have an accident.
func (f *finder) refineMarket(e *Event) {
	known := false
	for _, r := range e.Roles {
		w := wordTable.Find(f.d.Tokens[r.Head].Lemma)
		switch {
		case w.Has(classPriced):
			return
		case w.Has(classFigure):
			e.become(ontology.Results)
			return
		case w.Has(classMassive) && e.Status == Occurred:
			e.become(ontology.Accident)
			return
		}
		if r.Actor != token.None {
			switch f.in.Actors[r.Actor].Kind {
			case actor.Company, actor.Organisation, actor.State:
				known = true
			}
		}
	}
	if !known && len(e.Roles) > 0 {
		e.become(ontology.Change)
	}
}

// refineFinding tells what science finds from what doctors and others do.
func (f *finder) refineFinding(e *Event) {
	for _, r := range e.Roles {
		if wordTable.Has(f.d.Tokens[r.Head].Lemma, classDisease) {
			e.become(ontology.Outbreak)
			return
		}
	}
	if !f.science {
		e.become(ontology.Change)
	}
}

// refineCalling reads call by its sense: to call somebody something is to say
// so, to call somebody somewhere is to ask for him.
func (f *finder) refineCalling(e *Event) {
	p, ok := f.d.PredicateAt(e.Head)
	if !ok || e.Kind != ontology.Consult {
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
	if k, ok := w.Text(classNewsKind); ok {
		e.become(k)
		return
	}
	p, ok := f.d.PredicateAt(e.Head)
	if !ok {
		return
	}
	switch p.Roleset {
	case becomes:
		if o := f.d.Arg(p, token.ARG2); o != token.None && wordTable.Has(f.d.Tokens[o].Lemma, classOffice) {
			e.become(ontology.Appoint)
		}
	case goesDown:
		e.become(ontology.Market)
		f.refineMarket(e)
	}
}

// Rolesets of PropBank whose lemma has another kind.
const (
	becomes  = "become.01"
	goesDown = "decline.01"
)

// refineTopic gives what has no kind of its own the kind that its verb has in
// such an article.
func (f *finder) refineTopic(e *Event, contest, research bool) {
	loose := e.Kind == ontology.Change
	switch {
	case contest && f.sport && (loose || e.Kind == ontology.Court || e.Kind == ontology.Concede):
		e.become(ontology.Sport)
	case contest && !f.sport && f.vote && (loose || e.Kind == ontology.Sport):
		e.become(ontology.Election)
	case research && f.science && (loose || e.Kind == ontology.Accuse || e.Kind == ontology.Culture):
		e.become(ontology.Science)
	}
}
