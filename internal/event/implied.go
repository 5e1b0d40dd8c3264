package event

import "github.com/dateline-go/dateline/internal/token"

// maxTwins is how many events on either side of one are looked at for another
// telling of it: no article has so many, and the time is linear.
const maxTwins = 100

// implied gives events the sides that only another telling of the same happening
// has: "Two men were arrested. ... Troopers arrested the two at the border." Where the
// tellings have several, nothing tells which it is.
func (f *finder) implied(es []Event) {
	f.victims(es)
	var found []Role // of each event the side to be taken over; tellings do not lend what they have borrowed
	var whose []int
	for i := range es {
		f.d.CheckAt(i)
		e := &es[i]
		for _, s := range [...]RoleName{Agent, Patient} {
			if e.side(s) != nil || len(e.Roles) >= maxRoles || wordTable.Has(e.Kind, classBefalls) && s == Agent {
				continue
			}
			if r, ok := f.twinSide(es, i, s); ok {
				found, whose = append(found, r), append(whose, i)
			}
		}
	}
	for k, r := range found {
		e := &es[whose[k]]
		if e.has(r.Head, r.Actor) {
			continue
		}
		e.put(r)
	}
}

// twinSide is the one side s that the other tellings of event i have.
func (f *finder) twinSide(es []Event, i int, s RoleName) (Role, bool) {
	var out Role
	for j := max(0, i-maxTwins); j < min(len(es), i+maxTwins); j++ {
		if j == i || !f.twins(&es[i], &es[j], s) {
			continue
		}
		r := es[j].side(s)
		switch {
		case r == nil || r.Actor == token.None && f.d.Tokens[r.Head].UPOS == token.PRON || es[i].has(r.Head, r.Actor):
		case out.Role == 0:
			out = *r
		case out.Actor != r.Actor || r.Actor == token.None && f.lemma(out.Head) != f.lemma(r.Head):
			return out, false
		}
	}
	return out, out.Role != 0
}

// twins reports whether a and b, which tell of the same side other than s, tell of
// one happening.
func (f *finder) twins(a, b *Event, s RoleName) bool {
	if a.Kind != b.Kind {
		return false
	}
	once := wordTable.Has(a.Kind, classOnce)
	if s == Patient && !(once && a.nominal && f.d.Tokens[a.Head].XPOS == token.NN || f.d.Sents[a.Sent].Kind == token.Headline) {
		return false // the same people do the like to others
	}
	if family(a) != family(b) || a.real() != b.real() ||
		wordTable.Has(a.Kind, classEverAnew) || a.Lemma != b.Lemma && !once || f.clash(a, b) {
		return false
	}
	o := Agent
	if s == Agent {
		o = Patient
	}
	for i := range a.Roles {
		for j := range b.Roles {
			x, y := &a.Roles[i], &b.Roles[j]
			if x.on(o) && y.on(o) && f.oneSide(x, y) {
				return true
			}
		}
	}
	return false
}

// oneSide reports whether sides x and y of two events are one: the same actor, or a thing
// by the same word that refers back, or is in the headline or the lead.
func (f *finder) oneSide(x, y *Role) bool {
	if x.Actor != token.None || y.Actor != token.None {
		return x.Actor == y.Actor
	}
	if f.d.Tokens[x.Head].UPOS == token.PRON || f.lemma(x.Head) != f.lemma(y.Head) {
		return false
	}
	return f.definite(max(x.Head, y.Head)) > 0 || f.inLead(x.Head) && f.inLead(y.Head)
}

// victims gives an attack, an accident or a disaster that befalls nobody by its own
// words those whom its sentence, or the one behind it, tells to be dead or hurt:
// "There was a crash on Monday. Nine people died."
func (f *finder) victims(es []Event) {
	for i := range es {
		f.d.CheckAt(i)
		e := &es[i]
		if !wordTable.Has(e.Kind, classStrikes) || e.side(Patient) != nil || e.Status != Occurred || len(e.Roles) >= maxRoles {
			continue
		}
		for j := i + 1; j < len(es) && es[j].Sent <= e.Sent+1; j++ {
			o := &es[j]
			if wordTable.Has(o.Kind, classStrikes) && o.side(Patient) == nil {
				break
			}
			if !wordTable.Has(o.Kind, classCasualties) || o.Status != Occurred {
				continue
			}
			if r := o.side(Patient); r != nil && r.Actor != token.None && !e.has(r.Head, r.Actor) && !f.past(o) && !f.clash(e, o) {
				e.put(Role{Patient, r.Actor, r.Span, r.Head})
			}
			break
		}
	}
}
