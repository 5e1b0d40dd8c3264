package coref

import (
	"slices"
	"strings"

	"github.com/dateline-go/dateline/internal/actor"
	"github.com/dateline-go/dateline/internal/token"
)

// maxMembers is how many of a list are a group's members.
const maxMembers = 8

// members sets the actors of group e that its mention m lists: "two lawmakers,
// Ann Lee and Bob Ray,".
func (r *resolver) members(e int32, m *actor.Mention) {
	list, whole := r.list(m)
	if !whole || len(list) < 2 || m.Count != 0 && int(m.Count) != len(list) {
		return
	}
	r.es[e].Members = list
	for _, x := range list {
		if r.es[x].Country == "" {
			r.es[x].Country = m.Country
		}
	}
}

// list are the persons of the list that begins behind m, and whether "and"
// ends it.
func (r *resolver) list(m *actor.Mention) (list []int32, whole bool) {
	d := r.d
	for t := m.Last; len(list) < maxMembers && !whole; {
		next, and := r.listMark(t, len(list) == 0)
		if next == t || int(next) >= len(d.Tokens) || d.Tokens[t].Sent != d.Tokens[m.First].Sent {
			return list, false
		}
		c := r.cover[next]
		if c == 0 || r.ms[c-1].Kind != actor.Person || r.ms[c-1].First != next || r.of[c-1] == token.None {
			return list, and
		}
		list = append(list, r.of[c-1])
		t, whole = r.ms[c-1].Last, and
	}
	return list, whole
}

// listMark is the token behind the mark of a list at token t, or t when there
// is none, and whether it is "and".
func (r *resolver) listMark(t int32, first bool) (next int32, and bool) {
	if int(t) >= len(r.d.Tokens) {
		return t, false
	}
	l := r.d.Tokens[t].Lower
	if l != "," && (!first || l != ":" && l != "—" && l != "–") && (first || l != "and") {
		return t, false
	}
	if l == "," && int(t)+1 < len(r.d.Tokens) && r.d.Tokens[t+1].Lower == "and" {
		return t + 2, true
	}
	return t + 1, l == "and"
}

// group resolves groups: "the protesters", "European leaders" again.
func (r *resolver) group(m *actor.Mention) link {
	if l := r.two(m); l.e != token.None {
		return l
	}
	d := r.d
	sent := d.Tokens[m.First].Sent
	key := actor.Fold(m.Name)
	first := wordTable.Find(d.Tokens[m.First].Lower)
	generic := m.Last-m.First == 1 && m.Country == "" && !d.Tokens[m.First].Is(token.Capital)
	back := int32(reach)
	if generic {
		back = 2 // "people" here are not the people there
	}
	for c, x := range r.recent {
		if x.Kind != m.Kind || len(x.Mentions) == 0 || x.Mentions[0].Form != actor.Nominal || sent-x.last.sent > back ||
			m.Count != 0 && x.Count != 0 && m.Count != x.Count {
			continue
		}
		if actor.Fold(x.Name) == key && !first.Has(classPersonal) && !first.Has(classOther) {
			return link{e: c, reason: "same-phrase", score: sureSamePhrase}
		}
		if first.Has(classThe) && r.headOf(x) == d.Tokens[m.Head].Lower && r.noOthers(m, x) && (m.Country == "" || x.Country == m.Country) {
			return link{e: c, reason: "same-head", score: sureSameHead}
		}
	}
	if e := r.fated(m); e != token.None {
		return link{e: e, reason: "fate", score: sureFate}
	}
	return nobody
}

// noOthers reports whether description m says of people of x's noun nothing that
// sets others apart: "the two climbers" and "the Bergen climbers" for "two Bergen
// climbers", not "the older climbers".
func (r *resolver) noOthers(m *actor.Mention, x *entity) bool {
	switch m.Last - m.First {
	case 1, 2:
		return true
	case 3:
		return m.Count != 0 || m.Country != "" || slices.Contains(strings.Fields(actor.Fold(x.Name)), r.d.Tokens[m.First+1].Lower)
	}
	return false
}

// two resolves "both men", "the two leaders", "the two countries", "the couple".
func (r *resolver) two(m *actor.Mention) link {
	first := r.d.Tokens[m.First].Lower
	switch {
	case m.Last-m.First > 3:
		return nobody
	case m.Kind == actor.Group && first == "the" && m.Last-m.First == 2 && listed(r.d.Tokens[m.Head].Lower, classPair):
	case first != "both" && (first != "the" || m.Count != 2), m.Kind != actor.Group && m.Kind != actor.State && !isBody(m.Kind):
		return nobody
	}
	return r.lastTwo(m.First, r.place(m.First, m.Last), m.Kind)
}

// lastTwo are the two of kind, or the two persons for a group, that stand
// coordinated before token t or are the only ones of this sentence and the one
// before.
func (r *resolver) lastTwo(t int32, here seen, kind actor.Kind) link {
	if kind == actor.Group {
		kind = actor.Person
	}
	if e, ok := r.coordinated(t, here, kind); ok {
		return link{e: e, reason: "both", score: sureBoth}
	}
	for c, x := range r.recent {
		if here.sent-x.last.sent > pairAgain {
			break
		}
		if x.pair && len(x.Members) == 2 && alike(r.es[x.Members[0]].Kind, kind) {
			return link{e: c, reason: "both", score: sureBoth}
		}
	}
	couple := listed(r.d.Tokens[here.last-1].Lower, classCouple)
	if isBody(kind) {
		return nobody // "both parties" are hardly the last two named
	}
	var two []int32
	for c, x := range r.recent {
		if x.last.sent < here.sent-1 {
			break
		}
		if couple && x.last.sent == here.sent {
			return nobody // "a friend of the couple"
		}
		if alike(x.Kind, kind) && x.Number != actor.Plur && (x.Kind == kind || x.Mentions[0].Form == actor.Name) {
			two = append(two, c)
		}
	}
	if len(two) != 2 {
		return nobody
	}
	return link{e: r.together(two[1], two[0]), reason: "both", score: sureTwo}
}

// pairAgain is how many sentences back two are taken up together again.
const pairAgain = 3

// alike reports whether an actor of kind k can be one of two of kind want.
func alike(k, want actor.Kind) bool {
	return k == want || person(k) && person(want) || isBody(k) && isBody(want)
}

// byTwo resolves "the two", "the pair" and "the duo" that stand alone at token
// t to the two persons spoken of last.
func (r *resolver) byTwo(t, limit int32) {
	toks := r.d.Tokens
	if toks[t].Lower != "the" || t+1 >= limit || r.cover[t] != 0 || r.cover[t+1] != 0 || !listed(toks[t+1].Lower, classPair) {
		return
	}
	if t+2 < limit && (toks[t+2].Lower == "of" || r.goesBeyond(t+2)) {
		return // "the two sides", "the pair of shoes"
	}
	here := r.place(t, t+2)
	if here.rel != token.Nsubj && here.rel != token.NmodPoss {
		return // "one of the two"
	}
	l := r.lastTwo(t, here, actor.Group)
	if l.e == token.None {
		return
	}
	x := &r.es[l.e]
	x.Mentions = append(x.Mentions, r.mention(t, t+2, t+1, actor.Nominal, l.reason, l.score))
	r.touch(l.e, t, t+2)
}

// pairReach is how many tokens back a coordination may stand.
const pairReach = 80

// coordinated finds persons, or others of kind, coordinated shortly before token
// t, and makes or finds the actor that is all of them.
func (r *resolver) coordinated(t int32, here seen, kind actor.Kind) (int32, bool) {
	d := r.d
	// the nearest "A and B" in this sentence or the one before
	lo := max(d.Sents[max(here.sent-1, 0)].First, t-pairReach)
	for i := t - 1; i > lo; i-- {
		if d.Tokens[i].Lower != "and" {
			continue
		}
		a, first := r.ending(i, kind)
		b, last := r.starting(i+1, kind)
		if a == token.None || b == token.None || a == b || d.Tokens[i].Quote != token.None && here.quote == token.None {
			continue
		}
		if last > t {
			continue // "Ann Lee and her mother": of this very list
		}
		if r.groupSince(i) {
			return 0, false
		}
		list := []int32{b, a}
		for len(list) < maxMembers && first > 0 && d.Tokens[first-1].Lower == "," {
			c, at := r.ending(first-1, kind)
			if c == token.None || slices.Contains(list, c) {
				break
			}
			list, first = append(list, c), at
		}
		slices.Reverse(list)
		e := r.together(list...)
		if x := &r.es[e]; len(x.Mentions) == 0 && d.Tokens[first].Sent == d.Tokens[last-1].Sent {
			x.Mentions = append(x.Mentions, r.mention(first, last, last-1, actor.Name, "coordination", sureBoth))
		}
		return e, true
	}
	return 0, false
}

// groupSince reports whether a group was spoken of since token i: it is the
// likelier.
func (r *resolver) groupSince(i int32) bool {
	for _, x := range r.recent {
		if x.last.first <= i {
			return false
		}
		if x.Number == actor.Plur && len(x.Members) == 0 && x.last.rel != token.Obl && x.last.rel != token.Nmod {
			return true
		}
	}
	return false
}

// ending is the one of kind whose mention ends before token i, and its first
// token.
func (r *resolver) ending(i int32, kind actor.Kind) (e, first int32) {
	if i == 0 {
		return token.None, 0
	}
	if c := r.cover[i-1]; c != 0 && r.listable(&r.ms[c-1], kind) && r.ms[c-1].Last == i {
		return r.of[c-1], r.d.At(r.ms[c-1].Full.Start)
	}
	return token.None, 0
}

// starting is the one of kind whose mention, with titles, starts at token i,
// and where that ends.
func (r *resolver) starting(i int32, kind actor.Kind) (e, last int32) {
	d := r.d
	for k := i; k < i+8 && int(k) < len(d.Tokens) && d.Tokens[k].Sent == d.Tokens[i].Sent; k++ {
		c := r.cover[k]
		if c == 0 || r.of[c-1] == token.None {
			continue
		}
		if m := &r.ms[c-1]; r.listable(m, kind) && m.Full.Start <= d.Tokens[i].Start {
			return r.of[c-1], m.Last
		}
	}
	return token.None, 0
}

// listable reports whether m can be one of a list of those of kind: by a name,
// or somebody's "her mother".
func (r *resolver) listable(m *actor.Mention, kind actor.Kind) bool {
	if m.Number == actor.Plur {
		return false
	}
	if m.Kind == actor.RoleOnly {
		return kind == actor.Person && listed(r.d.Tokens[m.First].Lower, classPersonal)
	}
	return m.Form == actor.Name && alike(m.Kind, kind)
}

// maxPairs is how many of the last entities together looks at.
const maxPairs = 30

// together is the actor made of those of list.
func (r *resolver) together(list ...int32) int32 {
	sorted := slices.Sorted(slices.Values(list))
	for k := len(r.es) - 1; k >= 0 && k > len(r.es)-maxPairs; k-- {
		if m := r.es[k].Members; len(m) == len(list) && slices.Equal(slices.Sorted(slices.Values(m)), sorted) {
			return int32(k)
		}
	}
	name := r.es[list[0]].Name
	for i, e := range list[1:] {
		if i == len(list)-2 {
			name += " and " + r.es[e].Name
		} else {
			name += ", " + r.es[e].Name
		}
	}
	kind := r.es[list[0]].Kind
	switch {
	case person(kind):
		kind = actor.Group
	case isBody(kind) && kind != r.es[list[len(list)-1]].Kind:
		kind = actor.Organisation
	}
	r.es = append(r.es, entity{speaker: token.None, para: token.None, pair: true, Actor: Actor{Kind: kind, Name: name,
		Number: actor.Plur, Count: int32(len(list)), Members: slices.Clone(list)}})
	return int32(len(r.es) - 1)
}

// both resolves "both" that stands alone to the two persons named last.
func (r *resolver) both(t int32) {
	d := r.d
	if int(t)+1 >= len(d.Tokens) || d.Tokens[t+1].Sent != d.Tokens[t].Sent {
		return
	}
	n := &d.Tokens[t+1]
	switch n.UPOS {
	case token.NOUN, token.PROPN, token.DET, token.ADJ, token.PRON, token.ADP, token.NoUPOS:
		return
	}
	if n.Is(token.Capital) || n.Lower == "of" {
		return
	}
	if e, ok := r.coordinated(t, r.place(t, t+1), actor.Person); ok {
		r.refer(e, t, "both", sureBoth)
	}
}
