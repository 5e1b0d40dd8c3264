package dateline

import (
	"cmp"
	"slices"
	"strings"

	"github.com/dateline-go/dateline/internal/actor"
	"github.com/dateline-go/dateline/internal/coref"
	"github.com/dateline-go/dateline/internal/event"
	"github.com/dateline-go/dateline/internal/gazetteer"
	"github.com/dateline-go/dateline/internal/place"
	"github.com/dateline-go/dateline/internal/timex"
	"github.com/dateline-go/dateline/internal/token"
	"github.com/dateline-go/dateline/internal/when"
)

// This file holds all that passes between the public values and the rooms'.
// For each kind of value: out writes what a room made, in turns a plug-in's
// value into the rooms' form, and own brings a plug-in's value up to date with
// the Document. Nothing that a room made ever comes back in.

// percent is a room's score, 0 to 100, as Evidence has it.
func percent(n uint8) float64 { return float64(min(n, 100)) / 100 }

func (e Evidence) percent() uint8 { return uint8(100*e.Score + .5) }

// Times.

func (t *Text) timeOut(i int, m *timex.Mention) TimeMention {
	x := TimeMention{ID: TimeID(i + 1), Span: outer(m.Span), When: When{m.Value}, Anchor: TimeID(m.Ref + 1),
		Evidence: Evidence{m.Rule, percent(m.Score)}}
	for _, c := range m.Candidates {
		x.Candidates = append(x.Candidates, When{c})
	}
	for _, e := range m.Ends {
		x.Ends = append(x.Ends, TimeEnd{outer(e.Span), When{e.Value}})
	}
	return x
}

func (t *Text) timeIn(m *TimeMention) timex.Mention {
	x := timex.Mention{Event: token.None, Span: inner(m.Span), Value: m.When.v, Ref: int32(m.Anchor) - 1, Rule: m.Evidence.Rule,
		Score: m.Evidence.percent()}
	x.First, x.Last = t.doc.Range(x.Span)
	for _, c := range m.Candidates {
		x.Candidates = append(x.Candidates, c.v)
	}
	for _, e := range m.Ends {
		x.Ends = append(x.Ends, timex.End{Span: inner(e.Span), Value: e.When.v})
	}
	return x
}

func ownTime(x *TimeMention, i int, m *timex.Mention) {
	x.ID, x.Anchor = TimeID(i+1), TimeID(m.Ref+1)
}

// Locations.

func (t *Text) locationOut(i int, l *location) Location {
	first := &l.mentions[0]
	x := Location{ID: LocationID(i + 1), Place: t.placeOut(first), Evidence: Evidence{Rule: first.Rule}}
	if first.Demonym {
		x.Place.At = Coordinates{}
	}
	for k := range first.Candidates {
		x.Candidates = append(x.Candidates, placeOf(t.config.gazetteer, &first.Candidates[k]))
	}
	for k := range l.mentions {
		t.doc.CheckAt(k)
		m := &l.mentions[k]
		x.Mentions = append(x.Mentions, LocationMention{Span: outer(m.Span), Metonym: m.Metonym, Derived: m.Demonym,
			Evidence: Evidence{m.Rule, m.Score}})
		x.Evidence.Score = max(x.Evidence.Score, m.Score)
	}
	return x
}

// placeOut is the place that m names.
func (t *Text) placeOut(m *place.Mention) Place {
	if m.Resolved || m.Place.Kind != gazetteer.NoKind {
		return placeOf(t.config.gazetteer, &m.Place)
	}
	return Place{Name: oneLine(t.Slice(outer(m.Span)))}
}

func placeOf(g *gazetteer.Gazetteer, e *gazetteer.Entry) Place {
	p := Place{Name: e.Name, Kind: LocationKind(e.Kind.String()), Country: e.Country, GeoNamesID: int(e.ID), At: Coordinates{e.Lat, e.Lon}}
	if div, ok := g.DivisionOf(e.Division); ok && e.Kind != gazetteer.Division {
		p.Division = div.Name
	}
	return p
}

func (t *Text) locationIn(l *Location) location {
	p := gazetteer.Entry{ID: int32(l.Place.GeoNamesID), Name: l.Place.Name, Kind: gazetteer.ParseKind(string(l.Place.Kind)),
		Country: l.Place.Country, Lat: l.Place.At.Lat, Lon: l.Place.At.Lon}
	var x location
	for _, m := range l.Mentions {
		r := place.Mention{Span: inner(m.Span), Place: p, Kind: p.Kind, Country: p.Country, Lat: p.Lat, Lon: p.Lon, GeoNamesID: p.ID,
			Resolved: l.Resolved(), Metonym: m.Metonym, Demonym: m.Derived, Rule: m.Evidence.Rule, Score: m.Evidence.Score}
		r.First, r.Last = t.doc.Range(r.Span)
		x.mentions = append(x.mentions, r)
	}
	return x
}

func ownLocation(x *Location, i int, l *location) {
	x.ID = LocationID(i + 1)
	left := l.spans()
	x.Mentions = slices.DeleteFunc(x.Mentions, func(m LocationMention) bool { return !slices.Contains(left, m.Span) })
}

// Actors.

var actorKinds = [...]ActorKind{
	actor.Person: ActorPerson, actor.Organisation: ActorOrganization, actor.State: ActorState, actor.ArmedGroup: ActorArmedGroup,
	actor.Company: ActorCompany, actor.Media: ActorMedia, actor.Group: ActorGroup, actor.RoleOnly: ActorRoleOnly,
}

// kindOf is the room's kind; one of a plug-in's own is some organisation to it.
func kindOf(k ActorKind) actor.Kind {
	if i := slices.Index(actorKinds[1:], k); i >= 0 {
		return actor.Kind(i + 1)
	}
	return actor.Organisation
}

var genderNames = [...]string{0: "", actor.Masc: "male", actor.Fem: "female", actor.Neut: ""}

func genderOf(s string, k actor.Kind) actor.Gender {
	switch {
	case s == "female":
		return actor.Fem
	case s == "male":
		return actor.Masc
	case k != actor.Person && k != actor.RoleOnly && k != actor.Group:
		return actor.Neut
	}
	return 0
}

var mentionForms = [...]MentionForm{actor.Name: MentionNamed, actor.Nominal: MentionNominal, actor.Pronoun: MentionPronoun}

func formIn(f MentionForm) actor.Form {
	if i := slices.Index(mentionForms[1:], f); i >= 0 {
		return actor.Form(i + 1)
	}
	return actor.Nominal
}

var sentenceKinds = [...]SentenceKind{token.Body: SentenceBody, token.Headline: SentenceHeadline,
	token.Dateline: SentenceDateline, token.Boilerplate: SentenceBoilerplate}

var standings = [...]string{actor.Current: "", actor.Former: "former", actor.Acting: "acting",
	actor.Elect: "elect", actor.Would: "candidate"}

func (t *Text) rolesOut(rs []actor.Role) []ActorRole {
	var out []ActorRole
	seen := make(map[ActorRole]bool, len(rs))
	for i := range rs {
		r := &rs[i]
		x := ActorRole{Text: r.Text, Span: outer(r.Span), Status: standings[r.Standing], Office: r.Office, Country: r.Country,
			Of: oneLine(t.Slice(outer(r.Of))), Party: r.Party}
		if x.Text == "" {
			x.Text = oneLine(t.Slice(x.Span))
		}
		if !seen[x] {
			seen[x] = true
			out = append(out, x)
		}
	}
	return out
}

func (t *Text) rolesIn(rs []ActorRole) []actor.Role {
	var out []actor.Role
	for _, r := range rs {
		role := actor.Role{Span: inner(r.Span), Text: r.Text, Office: r.Office, Country: r.Country, Party: r.Party,
			Standing: actor.Standing(max(0, slices.Index(standings[:], r.Status)))}
		if at := strings.Index(t.Slice(r.Span), r.Of); at >= 0 && r.Of != "" {
			role.Of = inner(Span{r.Span.Start + at, r.Span.Start + at + len(r.Of)})
		}
		out = append(out, role)
	}
	return out
}

// foundOut is an actor as the room found it, before coreference: a mention.
func (t *Text) foundOut(i int, a *foundActor) Actor {
	m := &a.mentions[0]
	return Actor{
		ID: ActorID(i + 1), Kind: actorKinds[m.Kind], Name: a.name, Country: m.Country, Gender: genderNames[m.Gender],
		Plural: m.Number == actor.Plur, Count: int(m.Count), Roles: t.rolesOut(m.Roles),
		Mentions: []ActorMention{{Span: outer(m.Span), Full: outer(m.Full), Form: mentionForms[m.Form], Titles: outers(m.Titles),
			Affiliation: outer(m.Affil),
			Evidence:    Evidence{m.Rule, percent(m.Score)}}},
		Evidence: Evidence{m.Rule, percent(m.Score)},
	}
}

// actorOut is actor i as coreference made it, with what a plug-in says of it.
func (t *Text) actorOut(i int) Actor {
	a := &t.truth.actors[i]
	x := Actor{ID: ActorID(i + 1), Kind: actorKinds[a.Kind], Name: a.Name, Aliases: slices.Clone(a.Aliases), Roles: t.rolesOut(a.Roles),
		Country: a.Country, Gender: genderNames[a.Gender], Plural: a.Number == actor.Plur, Count: int(a.Count)}
	x.Mentions = slices.Grow(x.Mentions, len(a.Mentions))
	for k := range a.Mentions {
		t.doc.CheckAt(k)
		m := &a.Mentions[k]
		full := outer(m.Full)
		if m.Full == m.Span {
			full = Span{}
		}
		y := ActorMention{Span: outer(m.Span), Full: full, Form: mentionForms[m.Form], Evidence: Evidence{m.Reason, percent(m.Score)}}
		if m.Index != token.None {
			f := &t.truth.found[m.Index]
			y.Titles, y.Affiliation = outers(f.Titles), outer(f.Affil)
			if x.Evidence.Rule == "" && f.Name == a.Name {
				x.Evidence.Rule = f.Rule
			}
		}
		x.Mentions = append(x.Mentions, y)
		x.Evidence.Score = max(x.Evidence.Score, percent(m.Score))
	}
	if x.Evidence.Rule == "" {
		x.Evidence.Rule = t.foundBy(a)
	}
	x.Salience = digits(a.Salience())
	for _, m := range a.Members {
		x.Members = append(x.Members, ActorID(m+1))
	}
	x.IDs = idsOut(a.IDs)
	if h := a.Holder; h.Rule != "" {
		x.Link = &ActorLink{Name: h.Name, Office: h.Office, Evidence: Evidence{h.Rule, percent(h.Score)}}
	}
	if own := t.truth.own[i]; own != nil {
		y := *own
		y.Aliases, y.Roles = slices.Clone(own.Aliases), slices.Clone(own.Roles)
		fillActor(&y, &x)
		y.ID, y.Mentions, y.Members = x.ID, x.Mentions, x.Members
		return y
	}
	return x
}

// foundBy is the rule that found the first mention of a that none of
// coreference's made.
func (t *Text) foundBy(a *coref.Actor) string {
	for k := range a.Mentions {
		if m := &a.Mentions[k]; m.Index != token.None {
			return t.truth.found[m.Index].Rule
		}
	}
	if len(a.Mentions) > 0 {
		return a.Mentions[0].Reason
	}
	return ""
}

func idsOut(ids []actor.ID) []ExternalID {
	var out []ExternalID
	for _, x := range ids {
		out = append(out, ExternalID{IDScheme(x.Scheme), x.ID, Evidence{x.Rule, percent(x.Score)}})
	}
	return out
}

func idsIn(ids []ExternalID) []actor.ID {
	var out []actor.ID
	for _, x := range ids {
		out = append(out, actor.ID{Scheme: string(x.Scheme), ID: x.ID, Rule: x.Evidence.Rule, Score: x.Evidence.percent()})
	}
	return out
}

// fillActor gives a what only b knows.
func fillActor(a, b *Actor) {
	for _, s := range append([]string{b.Name}, b.Aliases...) {
		if !strings.EqualFold(s, a.Name) && !slices.Contains(a.Aliases, s) {
			a.Aliases = append(a.Aliases, s)
		}
	}
	for _, r := range b.Roles {
		if !slices.ContainsFunc(a.Roles, func(x ActorRole) bool { return x.Span == r.Span }) {
			a.Roles = append(a.Roles, r)
		}
	}
	a.Country, a.Gender, a.Count = cmp.Or(a.Country, b.Country), cmp.Or(a.Gender, b.Gender), cmp.Or(a.Count, b.Count)
	a.Plural, a.Salience = a.Plural || b.Plural, cmp.Or(a.Salience, b.Salience)
	a.IDs = slices.Clip(a.IDs)
	for _, x := range b.IDs {
		if !slices.ContainsFunc(a.IDs, func(y ExternalID) bool { return x.Scheme == y.Scheme }) {
			a.IDs = append(a.IDs, x)
		}
	}
	if a.Link == nil {
		a.Link = b.Link
	}
}

// saysMore reports whether a plug-in's actor tells what its one mention does not.
func saysMore(a *Actor) bool {
	return len(a.IDs) > 0 || len(a.Mentions) > 1 || a.Link != nil || len(a.Aliases) > 0 || !slices.Contains(actorKinds[:], a.Kind)
}

// keepOwn lets actor i go by what a plug-in says of it. Of several plug-ins'
// the one further on in the text wins.
func (t *Text) keepOwn(own *Actor, i int32) {
	a := &t.truth.actors[i]
	for _, s := range append([]string{a.Name}, own.Aliases...) {
		if s != own.Name && !slices.Contains(a.Aliases, s) {
			a.Aliases = append(a.Aliases, s)
		}
	}
	a.Name, a.Kind = own.Name, kindOf(own.Kind)
	if had := t.truth.own[i]; had != nil {
		fillActor(own, had)
	}
	t.truth.own[i] = own
}

// joinActor gives the actor of an earlier parser what a later one knows.
func (t *Text) joinActor(have, x *value[foundActor, Actor]) {
	for _, v := range []*value[foundActor, Actor]{have, x} {
		if v.own == nil {
			own := t.foundOut(0, &v.room)
			v.own = &own
		}
	}
	fillActor(have.own, x.own)
	have.own.Mentions = slices.Clone(have.own.Mentions)
	ms := slices.Clone(have.room.mentions)
	for i := range x.room.mentions {
		m := &x.room.mentions[i]
		k := slices.IndexFunc(ms, func(y actor.Mention) bool { return y.Span.Overlaps(m.Span) })
		if k < 0 {
			ms = append(ms, *m)
			have.own.Mentions = append(have.own.Mentions, ActorMention{Span: outer(m.Span)})
			continue
		}
		for _, r := range m.Roles {
			if !slices.ContainsFunc(ms[k].Roles, func(y actor.Role) bool { return y.Span == r.Span }) {
				ms[k].Roles = append(slices.Clip(ms[k].Roles), r)
			}
		}
	}
	slices.SortFunc(ms, func(a, b actor.Mention) int { return compareSpans(outer(a.Span), outer(b.Span)) })
	have.room.mentions = ms
}

func (t *Text) actorIn(a *Actor) foundActor {
	x := foundActor{a.Name, make([]actor.Mention, len(a.Mentions))}
	for i := range a.Mentions {
		x.mentions[i] = t.mentionIn(a, i)
	}
	return x
}

// mentionIn is mention i of a plug-in's actor: what the plug-in does not tell
// of it, the words around it do.
func (t *Text) mentionIn(a *Actor, i int) actor.Mention {
	m := &a.Mentions[i]
	k := kindOf(a.Kind)
	x := actor.Mention{Span: inner(m.Span), Full: inner(m.Full), Kind: k, Form: formIn(m.Form), Name: a.Name,
		Country: a.Country, Gender: genderOf(a.Gender, k), Number: actor.Sing, Count: int32(a.Count), Roles: t.rolesIn(rolesAt(a, i)),
		Rule: m.Evidence.Rule, Score: m.Evidence.percent(), IDs: idsIn(a.IDs)}
	if m.Full.IsZero() {
		x.Full = x.Span
	}
	if a.Plural {
		x.Number = actor.Plur
	}
	if len(a.Mentions) > 1 {
		x.Name = oneLine(t.Slice(m.Span))
	}
	x.Titles, x.Affil = inners(m.Titles), inner(m.Affiliation)
	if before := (token.Span{Start: x.Full.Start,
		End: x.Span.Start}); len(x.Titles) == 0 && m.Form == MentionNamed && before.Len() > 0 && k == actor.Person {
		x.Titles = []token.Span{before} // what touches a person's name from the left
	}
	x.First, x.Last = t.doc.Range(x.Span)
	x.Head = x.Last - 1
	for j := x.First; j < x.Last && m.Form != MentionNamed; j++ {
		if h := t.doc.Tokens[j].Head; h < x.First || h >= x.Last {
			x.Head = j
			break
		}
	}
	if x.First == x.Last {
		return x
	}
	x.Definite = actor.Definite(t.doc.Tokens[x.First].Lower)
	return x
}

// rolesAt are the roles of a that belong to its mention i: those that its
// full span holds, and for the first mention those that no mention holds.
func rolesAt(a *Actor, i int) []ActorRole {
	if len(a.Mentions) == 1 {
		return a.Roles
	}
	var out []ActorRole
	for _, r := range a.Roles {
		held := func(m ActorMention) bool { return m.Full.Contains(r.Span) }
		if a.Mentions[i].Span.Contains(r.Span) || held(a.Mentions[i]) || i == 0 && !slices.ContainsFunc(a.Mentions, held) {
			out = append(out, r)
		}
	}
	return out
}

// headOf is the token of s that the others hang on, or token.None.
func (t *Text) headOf(s Span) int32 {
	if s.IsZero() {
		return token.None
	}
	first, last := t.doc.Range(inner(s))
	for i := first; i < last; i++ {
		if h := t.doc.Tokens[i].Head; h < first || h >= last {
			return i
		}
	}
	if first == last {
		return token.None // no word stands there
	}
	return last - 1
}

// placeIn is the first mention of a location among the rooms' places, or token.None.
func (t *Text) placeIn(id LocationID) int32 { return int32(slices.Index(t.truth.placeOf, int32(id)-1)) }

// Events.

func (t *Text) eventOut(i int, e *event.Event) Event {
	x := Event{
		ID: EventID(i + 1), Kind: EventKind(e.Kind), Mode: Mode(e.Mode), Code: e.Code, Lemma: e.Lemma,
		Trigger: outer(e.Trigger), Mentions: outers(e.Mentions), Status: Status(e.Status.String()), Main: e.Main,
		MergeEvidence: Evidence{Rule: e.Merge}, When: eventWhen(e), WhenEvidence: Evidence{Rule: e.Basis},
		LocationEvidence: placeEvidence(e), Statement: StatementID(e.Statement + 1), Evidence: Evidence{e.Rule, percent(e.Score)},
	}
	x.Participants = slices.Grow(x.Participants, len(e.Roles))
	for _, r := range e.Roles {
		x.Participants = append(x.Participants, Participant{Role: Role(r.Role.String()), Actor: ActorID(r.Actor + 1), Span: outer(r.Span)})
	}
	if e.Time != token.None {
		x.Time = TimeID(e.Time + 1)
	}
	if e.Place != token.None {
		x.Location = LocationID(t.truth.placeOf[e.Place] + 1)
	}
	for _, r := range e.Relations {
		o := OrderBefore
		switch {
		case r.After:
			o = OrderAfter
		case r.During:
			o = OrderDuring
		}
		x.Relations = append(x.Relations, Relation{o, EventID(r.Event + 1), Evidence{Rule: r.Rule}})
	}
	return x
}

// eventWhen is the event's time with what holds it there.
func eventWhen(e *event.Event) When {
	from, to := e.When.Ends()
	switch e.Bound {
	case event.OnOrAfter:
		return When{when.NewSpan(plainDate(from, e.When, e.When.Earliest()), when.Value{}).WithAnchor(e.When.Anchor())}
	case event.OnOrBefore:
		return When{when.NewSpan(when.Value{}, plainDate(to, e.When, e.When.Latest())).WithAnchor(e.When.Anchor())}
	case event.About:
		return When{e.When.WithMod(when.Approx)}
	}
	return When{e.When}
}

// plainDate is the end of a span, or the date v itself where it is none, as
// exactly as the text tells it; else the moment p.
func plainDate(end, v when.Value, p when.Point) when.Value {
	switch {
	case !end.IsZero():
		return end
	case v.Mod() == when.NoMod && !v.IsZero():
		return v
	}
	return when.FromPoint(p)
}

// statusIn is the room's status; one of a plug-in's own is unclear to it.
func statusIn(s Status) event.Status {
	for n := event.Occurred; n <= event.Failed; n++ {
		if n.String() == string(s) {
			return n
		}
	}
	return 0
}

// How sure the place of an event is: the share right, or not fine enough,
// among those of the annotated articles.
const (
	namedPlace   = 0.8
	placeOfStory = 0.5
)

// placeEvidence is what the place of e rests on.
func placeEvidence(e *event.Event) Evidence {
	switch {
	case e.PlaceBasis == "":
		return Evidence{}
	case e.PlaceAssumed:
		return Evidence{e.PlaceBasis, placeOfStory}
	}
	return Evidence{e.PlaceBasis, namedPlace}
}

// assumed reports whether the evidence of a place says that no words of the
// event's name it. A parser that tells no score is trusted.
func (e Evidence) assumed() bool { return e.Score > 0 && e.Score <= placeOfStory }

func (t *Text) eventIn(e *Event) event.Event {
	x := event.Event{
		Kind: string(e.Kind), Mode: string(e.Mode), Code: e.Code, Lemma: e.Lemma, Trigger: inner(e.Trigger), Head: t.headOf(e.Trigger),
		Mentions: inners(e.Mentions), Main: e.Main, Status: statusIn(e.Status), Time: int32(e.Time) - 1,
		When: e.When.v, Basis: e.WhenEvidence.Rule, Merge: e.MergeEvidence.Rule,
		Place: t.placeIn(e.Location), PlaceBasis: e.LocationEvidence.Rule, PlaceAssumed: e.LocationEvidence.assumed(),
		Statement: int32(e.Statement) - 1, Rule: e.Evidence.Rule, Score: e.Evidence.percent(),
	}
	if x.Clause = x.Head; x.Head != token.None {
		x.Sent = t.doc.Tokens[x.Head].Sent
	}
	for _, p := range e.Participants {
		r := event.Role{Actor: int32(p.Actor) - 1, Span: inner(p.Span), Head: t.headOf(p.Span)}
		for n := event.Agent; n <= event.Recipient; n++ {
			if n.String() == string(p.Role) {
				r.Role = n
			}
		}
		x.Roles = append(x.Roles, r)
	}
	for _, r := range e.Relations {
		x.Relations = append(x.Relations, event.Relation{Event: int32(r.Event) - 1, After: r.Order == OrderAfter, During: r.Order == OrderDuring,
			Rule: r.Evidence.Rule})
	}
	return x
}

func ownEvent(x *Event, i int, e *event.Event) {
	x.ID = EventID(i + 1)
	for k := range x.Relations {
		x.Relations[k].Event = EventID(e.Relations[k].Event + 1)
	}
}

func outer(s token.Span) Span { return Span{int(s.Start), int(s.End)} }
func inner(s Span) token.Span { return token.Span{Start: int32(s.Start), End: int32(s.End)} }

func outers(ss []token.Span) []Span {
	if len(ss) == 0 {
		return nil
	}
	out := make([]Span, len(ss))
	for i, s := range ss {
		out[i] = outer(s)
	}
	return out
}

func inners(ss []Span) []token.Span {
	out := make([]token.Span, len(ss))
	for i, s := range ss {
		out[i] = inner(s)
	}
	return out
}
