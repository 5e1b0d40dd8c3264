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
	"github.com/dateline-go/dateline/internal/quote"
	"github.com/dateline-go/dateline/internal/timex"
	"github.com/dateline-go/dateline/internal/token"
	"github.com/dateline-go/dateline/internal/when"
)

// DefaultTimeParsers are the built-in time parsers, in a fresh slice to
// append to, replace or drop from.
func DefaultTimeParsers() []TimeParser { return []TimeParser{TimeParserFunc(builtinTimes)} }

func builtinTimes(t *Text) ([]TimeMention, error) {
	ms := timex.Find(t.doc, timex.Options{Published: t.article.Published.p, Mode: timex.Mode(t.config.timeMode)})
	out := make([]TimeMention, len(ms))
	for i := range ms {
		m := &ms[i]
		out[i] = TimeMention{ID: TimeID(i + 1), Span: outer(m.Span), When: When{m.Value}, Anchor: TimeID(m.Ref + 1),
			Evidence: Evidence{m.Rule, percent(m.Score)}}
		for _, c := range m.Candidates {
			out[i].Candidates = append(out[i].Candidates, When{c})
		}
	}
	return out, nil
}

// percent is a room's score, 0 to 100, as Evidence has it.
func percent(n uint8) float64 { return float64(min(n, 100)) / 100 }

// DefaultLocationParsers are the built-in location parsers, in a fresh slice
// to append to, replace or drop from.
func DefaultLocationParsers() []LocationParser {
	return []LocationParser{LocationParserFunc(builtinLocations)}
}

// builtinLocations gives one Location a place, unresolved names by name.
func builtinLocations(t *Text) ([]Location, error) {
	g := t.config.gazetteer
	var out []Location
	have := make(map[Place]int)
	for _, m := range place.Find(t.doc, g, place.Options{}) {
		if _, isTime := slices.BinarySearchFunc(t.times, int(m.Start), func(x TimeMention, at int) int { return x.Span.Start - at }); isTime {
			continue // "Nov 12" is in November, not in Tajikistan
		}
		p := Place{Name: oneLine(t.Slice(outer(m.Span)))}
		if m.Resolved {
			p = placeOf(g, &m.Place)
		}
		key := p
		key.At = nil // the rest tells places apart
		i, ok := have[key]
		ev := Evidence{m.Rule, m.Score}
		if !ok {
			i = len(out)
			have[key] = i
			out = append(out, Location{Place: p, Evidence: ev})
			for k := range m.Candidates {
				out[i].Candidates = append(out[i].Candidates, placeOf(g, &m.Candidates[k]))
			}
		}
		out[i].Mentions = append(out[i].Mentions, LocationMention{Span: outer(m.Span), Metonym: m.Metonym, Evidence: ev})
		out[i].Evidence.Score = max(out[i].Evidence.Score, ev.Score)
	}
	return out, nil
}

func placeOf(g *gazetteer.Gazetteer, e *gazetteer.Entry) Place {
	p := Place{Name: e.Name, Kind: LocationKind(e.Kind.String()), Country: e.Country, GeoNamesID: int(e.ID), At: &Coordinates{e.Lat, e.Lon}}
	if div, ok := g.DivisionOf(e.Division); ok && e.Kind != gazetteer.Division {
		p.Division = div.Name
	}
	return p
}

// placeSpans are the mentions of all places in text order, as later rooms
// take them, with the IDs of their Locations.
func placeSpans(t *Text) ([]token.Span, []LocationID) {
	type at struct {
		s  token.Span
		id LocationID
	}
	var all []at
	for i := range t.locations {
		for _, m := range t.locations[i].Mentions {
			all = append(all, at{inner(m.Span), t.locations[i].ID})
		}
	}
	slices.SortFunc(all, func(a, b at) int { return cmp.Compare(a.s.Start, b.s.Start) })
	spans, ids := make([]token.Span, len(all)), make([]LocationID, len(all))
	for i := range all {
		spans[i], ids[i] = all[i].s, all[i].id
	}
	return spans, ids
}

// DefaultActorParsers are the built-in actor parsers, in a fresh slice to
// append to, replace or drop from.
func DefaultActorParsers() []ActorParser { return []ActorParser{ActorParserFunc(builtinActors)} }

// builtinActors gives one Actor a mention: who is who is coreference's to say.
func builtinActors(t *Text) ([]Actor, error) {
	ms := actor.Find(t.doc, actor.Options{Published: t.article.Published.p, Places: actorPlaces(t), Known: t.config.known})
	out := make([]Actor, len(ms))
	for i := range ms {
		m := &ms[i]
		out[i] = Actor{
			Kind: actorKinds[m.Kind], Name: m.Name, Country: m.Country, Gender: genderNames[m.Gender],
			Plural: m.Number == actor.Plur, Count: int(m.Count), Roles: actorRoles(t, m.Roles),
			Mentions: []ActorMention{{Span: outer(m.Span), Full: outer(m.Full), Form: formOf(m.Form), Evidence: Evidence{m.Rule, percent(m.Score)}}},
			Evidence: Evidence{m.Rule, percent(m.Score)},
		}
	}
	return out, nil
}

func actorPlaces(t *Text) []actor.Place {
	var out []actor.Place
	for i := range t.locations {
		l := &t.locations[i]
		for _, m := range l.Mentions {
			out = append(out, actor.Place{Span: inner(m.Span), Country: l.Country, State: l.Kind == Country})
		}
	}
	slices.SortFunc(out, func(a, b actor.Place) int { return cmp.Compare(a.Start, b.Start) })
	return out
}

var actorKinds = [...]ActorKind{
	actor.Person: Person, actor.Organisation: Organization, actor.State: State, actor.ArmedGroup: ArmedGroup,
	actor.Company: Company, actor.Media: Media, actor.Group: Group, actor.RoleOnly: Role,
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

func formOf(f actor.Form) Form {
	switch f {
	case actor.Nominal:
		return Nominal
	case actor.Pronoun:
		return Pronoun
	}
	return Named
}

var standings = [...]string{actor.Current: "", actor.Former: "former", actor.Acting: "acting", actor.Elect: "elect", actor.Would: "candidate"}

func actorRoles(t *Text, rs []actor.Role) []ActorRole {
	var out []ActorRole
	seen := make(map[ActorRole]bool, len(rs))
	for i := range rs {
		r := &rs[i]
		x := ActorRole{Text: r.Text, Span: outer(r.Span), Status: standings[r.Standing], Office: r.Office, Country: r.Country, Of: oneLine(t.Slice(outer(r.Of))), Party: r.Party}
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

func mentionSpans(ms []ActorMention) []Span {
	out := make([]Span, len(ms))
	for i := range ms {
		out[i] = ms[i].Span
	}
	return out
}

func compareSpans(a, b Span) int {
	return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End))
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
	a.Plural = a.Plural || b.Plural
	if a.Link == nil {
		a.Link = b.Link
	}
}

// resolveActors is the stage of coreference: it joins the mentions of all
// parsers that are one actor, and adds pronouns and descriptions. An Actor
// that came with several mentions stays one, and keeps its name and kind.
func resolveActors(t *Text, as []Actor) []Actor {
	type at struct{ actor, mention int }
	var owners []at
	for i := range as {
		for j := range as[i].Mentions {
			owners = append(owners, at{i, j})
		}
	}
	slices.SortFunc(owners, func(x, y at) int {
		return compareSpans(as[x.actor].Mentions[x.mention].Span, as[y.actor].Mentions[y.mention].Span)
	})
	ms := make([]actor.Mention, len(owners))
	for i, o := range owners {
		ms[i] = toRoom(t, &as[o.actor], o.mention)
		ms[i].Roles = mentionRoles(t, &as[o.actor], o.mention)
	}
	clusters := coref.Resolve(t.doc, ms, coref.Options{Published: t.article.Published.p, Known: t.config.known})

	// Which cluster each given actor fell to; one that fell to several joins them.
	group := make([]int, len(clusters))
	for i := range group {
		group[i] = i
	}
	home := make([]int, len(as))
	for i := range home {
		home[i] = -1
	}
	for ci := range clusters {
		for _, m := range clusters[ci].Mentions {
			if m.Index == token.None {
				continue
			}
			a := owners[m.Index].actor
			if home[a] < 0 {
				home[a] = ci
				continue
			}
			x, y := root(group, home[a]), root(group, ci)
			group[max(x, y)] = min(x, y)
		}
	}
	given := make([][]int, len(clusters))
	for a, h := range home {
		if h >= 0 {
			given[root(group, h)] = append(given[root(group, h)], a)
		}
	}
	var out []Actor
	place := make([]int, len(clusters))
	for ci := range clusters {
		r := root(group, ci)
		x := fromRoom(t, &clusters[ci])
		if r != ci {
			into := &out[place[r]]
			into.Mentions = append(into.Mentions, x.Mentions...)
			fillActor(into, &x)
			continue
		}
		place[ci] = len(out)
		x.ID = ActorID(len(out) + 1) // until all are in order
		for _, a := range given[ci] {
			if g := &as[a]; len(g.Mentions) > 1 || g.Link != nil || len(g.Aliases) > 0 || !slices.Contains(actorKinds[:], g.Kind) {
				own := *g
				own.Mentions = nil
				fillActor(&own, &x)
				own.ID, own.Mentions, own.Members = x.ID, x.Mentions, nil
				x = own
			}
		}
		out = append(out, x)
	}
	for i := range out {
		a := &out[i]
		slices.SortStableFunc(a.Mentions, func(x, y ActorMention) int { return compareSpans(x.Span, y.Span) })
		a.Mentions = slices.CompactFunc(a.Mentions, func(x, y ActorMention) bool { return x.Span == y.Span })
	}
	for ci := range clusters {
		a := &out[place[root(group, ci)]]
		for _, m := range clusters[ci].Members {
			id := out[place[root(group, int(m))]].ID
			if id != a.ID && !slices.Contains(a.Members, id) {
				a.Members = append(a.Members, id)
			}
		}
	}
	slices.SortStableFunc(out, func(x, y Actor) int { return compareSpans(x.Mentions[0].Span, y.Mentions[0].Span) })
	final := make([]ActorID, len(out)+1)
	for i := range out {
		final[out[i].ID] = ActorID(i + 1)
	}
	for i := range out {
		a := &out[i]
		a.ID = ActorID(i + 1)
		for j, m := range a.Members {
			a.Members[j] = final[m]
		}
		slices.Sort(a.Members)
	}
	return out
}

func root(group []int, i int) int {
	for group[i] != i {
		i = group[i]
	}
	return i
}

// toRoom is one mention of a public Actor as the rooms know it, its roles aside.
func toRoom(t *Text, a *Actor, i int) actor.Mention {
	m := &a.Mentions[i]
	k := kindOf(a.Kind)
	x := actor.Mention{Span: inner(m.Span), Full: inner(m.Full), Kind: k, Form: actor.Form(m.Form) + actor.Name, Name: a.Name,
		Country: a.Country, Gender: genderOf(a.Gender, k), Number: actor.Sing, Count: int32(a.Count), Rule: m.Evidence.Rule, Score: uint8(100*m.Evidence.Score + .5)}
	if m.Full.IsZero() {
		x.Full = x.Span
	}
	if a.Plural {
		x.Number = actor.Plur
	}
	if len(a.Mentions) > 1 {
		x.Name = oneLine(t.Slice(m.Span))
	}
	if before := (token.Span{Start: x.Full.Start, End: x.Span.Start}); m.Form == Named && before.Len() > 0 && k == actor.Person {
		x.Titles = []token.Span{before} // what touches a person's name from the left
	}
	x.First, x.Last = t.doc.Range(x.Span)
	x.Head = x.Last - 1
	for j := x.First; j < x.Last; j++ {
		if h := t.doc.Tokens[j].Head; h < x.First || h >= x.Last {
			x.Head = j
			break
		}
	}
	if m.Form == Named {
		x.Head = x.Last - 1
	}
	switch t.doc.Tokens[x.First].Lower {
	case "the", "this", "that", "these", "those", "his", "her", "its", "their", "our", "my":
		x.Definite = true
	}
	return x
}

// mentionRoles are the roles of a that belong to its mention i: those that
// its full span holds, and for the first mention those that no mention holds.
func mentionRoles(t *Text, a *Actor, i int) []actor.Role {
	if len(a.Mentions) == 1 {
		return roomRoles(t, a.Roles)
	}
	held := func(m ActorMention, r ActorRole) bool { return m.Span.Contains(r.Span) || m.Full.Contains(r.Span) }
	var own []ActorRole
	for _, r := range a.Roles {
		if held(a.Mentions[i], r) || i == 0 && !slices.ContainsFunc(a.Mentions, func(m ActorMention) bool { return m.Full.Contains(r.Span) }) {
			own = append(own, r)
		}
	}
	return roomRoles(t, own)
}

// roomRoles are public roles as the rooms know them.
func roomRoles(t *Text, rs []ActorRole) []actor.Role {
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

// fromRoom is the public form of what coreference made.
func fromRoom(t *Text, x *coref.Actor) Actor {
	a := Actor{Kind: actorKinds[x.Kind], Name: x.Name, Aliases: slices.Clone(x.Aliases), Roles: actorRoles(t, x.Roles),
		Country: x.Country, Gender: genderNames[x.Gender], Plural: x.Number == actor.Plur, Count: int(x.Count)}
	for _, m := range x.Mentions {
		full := outer(m.Full)
		if full == outer(m.Span) {
			full = Span{}
		}
		a.Mentions = append(a.Mentions, ActorMention{Span: outer(m.Span), Full: full, Form: formOf(m.Form), Evidence: Evidence{m.Reason, percent(m.Score)}})
		a.Evidence.Score = max(a.Evidence.Score, percent(m.Score))
	}
	if h := x.Holder; h.Rule != "" {
		a.Link = &ActorLink{Name: h.Name, Office: h.Office, Evidence: Evidence{h.Rule, percent(h.Score)}}
	}
	return a
}

// linkFirstPerson gives the actors with the first-person pronouns of what
// they say added. Actors that it changes are copies: parsers may hold the old.
func linkFirstPerson(t *Text) []Actor {
	var said []coref.Speech
	for i := range t.statements {
		if s := &t.statements[i]; s.Actor != 0 {
			for _, c := range s.Content {
				said = append(said, coref.Speech{Content: inner(c), Speaker: int32(s.Actor) - 1})
			}
		}
	}
	if len(said) == 0 {
		return t.actors
	}
	as := roomActors(t)
	had := make([]int, len(as))
	for i := range as {
		had[i] = len(as[i].Mentions)
	}
	coref.LinkFirstPerson(t.doc, as, said)
	out := slices.Clone(t.actors)
	for i := range as {
		if len(as[i].Mentions) == had[i] {
			continue
		}
		a := &out[i]
		a.Mentions = slices.Clone(a.Mentions)
		known := make(map[Span]bool, len(a.Mentions))
		for _, m := range a.Mentions {
			known[m.Span] = true
		}
		for _, m := range as[i].Mentions {
			if s := outer(m.Span); !known[s] {
				a.Mentions = append(a.Mentions, ActorMention{Span: s, Form: formOf(m.Form), Evidence: Evidence{m.Reason, percent(m.Score)}})
			}
		}
		slices.SortStableFunc(a.Mentions, func(x, y ActorMention) int { return compareSpans(x.Span, y.Span) })
	}
	return out
}

// DefaultStatementParsers are the built-in statement parsers, in a fresh
// slice to append to, replace or drop from.
func DefaultStatementParsers() []StatementParser {
	return []StatementParser{StatementParserFunc(builtinStatements)}
}

func builtinStatements(t *Text) ([]Statement, error) {
	places, placeIDs := placeSpans(t)
	in := quote.Input{Actors: roomActors(t), Places: places}
	for i := range t.times {
		in.Times = append(in.Times, inner(t.times[i].Span))
	}
	ss := quote.Find(t.doc, in)
	out := make([]Statement, len(ss))
	for i := range ss {
		s := &ss[i]
		x := Statement{
			ID: StatementID(i + 1), Kind: statementKindOf(s.Kind), Content: outers(s.Content), Quoted: outers(s.Quoted),
			Cue: outer(s.Cue), CueLemma: s.CueLemma, Stance: s.Stance.String(), Status: statementStatus(s),
			Speaker: outer(s.Speaker), Actor: ActorID(s.SpeakerActor + 1),
			Addressee: outer(s.Addressee), AddresseeActor: ActorID(s.AddresseeActor + 1), Medium: outer(s.Medium),
			Parent: StatementID(s.Parent + 1), Evidence: Evidence{s.Rule, percent(s.Score)},
		}
		if s.Time != token.None {
			x.Time, x.When = t.times[s.Time].ID, t.times[s.Time].When
		}
		if s.Place != token.None {
			x.Location = placeIDs[s.Place]
		}
		out[i] = x
	}
	return out, nil
}

func statementKindOf(k quote.Kind) StatementKind {
	switch k {
	case quote.Direct:
		return Direct
	case quote.Mixed:
		return Mixed
	}
	return Indirect
}

// statementStatus tells a statement made from one not made, or not yet.
func statementStatus(s *quote.Statement) Status {
	switch {
	case s.Negated:
		return Denied
	case s.Modal == "":
		return Occurred
	}
	switch s.Modal {
	case "may", "might", "can", "could", "would", "should":
		return Possible
	}
	return Planned
}

// roomActors are the actors as the later rooms take them, in the order of their IDs.
func roomActors(t *Text) []coref.Actor {
	out := make([]coref.Actor, len(t.actors))
	for i := range t.actors {
		a := &t.actors[i]
		k := kindOf(a.Kind)
		x := coref.Actor{Kind: k, Name: a.Name, Aliases: a.Aliases, Country: a.Country, Gender: genderOf(a.Gender, k), Number: actor.Sing, Count: int32(a.Count), Roles: roomRoles(t, a.Roles)}
		if a.Plural {
			x.Number = actor.Plur
		}
		for j := range a.Mentions {
			m := toRoom(t, a, j)
			x.Mentions = append(x.Mentions, coref.Mention{Span: m.Span, Full: m.Full, First: m.First, Last: m.Last, Head: m.Head,
				Form: m.Form, Reason: m.Rule, Score: m.Score, Index: token.None})
		}
		out[i] = x
	}
	return out
}

// DefaultEventParsers are the built-in event parsers, in a fresh slice to
// append to, replace or drop from.
func DefaultEventParsers() []EventParser { return []EventParser{EventParserFunc(builtinEvents)} }

func builtinEvents(t *Text) ([]Event, error) {
	places, placeIDs := placeSpans(t)
	in := event.Input{Actors: roomActors(t), Places: eventPlaces(t, places, placeIDs), Statements: roomStatements(t), Published: t.article.Published.p}
	for i := range t.times {
		in.Times = append(in.Times, event.Time{Span: inner(t.times[i].Span), Value: t.times[i].When.v})
	}
	es := event.Find(t.doc, in)
	out := make([]Event, len(es))
	for i := range es {
		e := &es[i]
		x := Event{
			ID: EventID(i + 1), Kind: EventKind(e.Kind), Mode: e.Mode, Code: e.Code, Lemma: e.Lemma,
			Trigger: outer(e.Trigger), Mentions: outers(e.Mentions), Status: Status(e.Status),
			When: eventWhen(e), Statement: StatementID(e.Statement + 1), Evidence: Evidence{e.Rule, percent(e.Score)},
		}
		for _, r := range e.Roles {
			x.Participants = append(x.Participants, Participant{Role: r.Role.String(), Actor: ActorID(r.Actor + 1), Span: outer(r.Span)})
		}
		if e.Time != token.None {
			x.Time = t.times[e.Time].ID
		}
		if e.Place != token.None {
			x.Location = placeIDs[e.Place]
		}
		for _, r := range e.Relations {
			o := Before
			if r.After {
				o = After
			}
			x.Relations = append(x.Relations, Relation{o, EventID(r.Event + 1)})
		}
		out[i] = x
	}
	return out, nil
}

// eventPlaces tells the event room what the place room knows.
func eventPlaces(t *Text, spans []token.Span, ids []LocationID) []event.Place {
	out := make([]event.Place, len(spans))
	for i, s := range spans {
		l := &t.locations[ids[i]-1]
		out[i] = event.Place{Span: s, Location: int32(ids[i] - 1), Country: l.Country, State: l.Kind == Country,
			Wide: l.Kind == Continent || l.Kind == Region || l.Kind == Sea}
	}
	return out
}

// eventWhen is the event's time with what holds it there.
func eventWhen(e *event.Event) When {
	switch e.Bound {
	case event.OnOrAfter:
		return When{when.NewSpan(when.FromPoint(e.When.Earliest()), when.Value{}).WithAnchor(e.When.Anchor())}
	case event.OnOrBefore:
		return When{when.NewSpan(when.Value{}, when.FromPoint(e.When.Latest())).WithAnchor(e.When.Anchor())}
	case event.About:
		return When{e.When.WithMod(when.Approx)}
	}
	return When{e.When}
}

// roomStatements are the statements as the event room takes them, in the order of their IDs.
func roomStatements(t *Text) []quote.Statement {
	out := make([]quote.Statement, len(t.statements))
	for i := range t.statements {
		s := &t.statements[i]
		x := quote.Statement{Cue: inner(s.Cue), CueToken: token.None, CueLemma: s.CueLemma, Speaker: inner(s.Speaker), SpeakerHead: token.None,
			SpeakerActor: int32(s.Actor) - 1, Parent: int32(s.Parent) - 1, Time: token.None, Place: token.None, AddresseeActor: int32(s.AddresseeActor) - 1,
			Negated: s.Status == Denied}
		switch s.Kind {
		case Direct:
			x.Kind = quote.Direct
		case Mixed:
			x.Kind = quote.Mixed
		default:
			x.Kind = quote.Indirect
		}
		for _, c := range s.Content {
			x.Content = append(x.Content, inner(c))
		}
		if !s.Cue.IsZero() {
			x.CueToken = t.doc.At(x.Cue.Start)
		}
		out[i] = x
	}
	return out
}
