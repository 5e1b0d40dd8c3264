package coref

import (
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
		if first.Has(classThe) && r.headOf(x) == d.Tokens[m.Head].Lower && m.Last-m.First <= 3 && (m.Country == "" || x.Country == m.Country) {
			return link{e: c, reason: "same-head", score: sureSameHead}
		}
	}
	return nobody
}

// two resolves "both men", "the two leaders".
func (r *resolver) two(m *actor.Mention) link {
	first := r.d.Tokens[m.First].Lower
	if m.Kind != actor.Group || m.Last-m.First > 3 || first != "both" && (first != "the" || m.Count != 2) {
		return nobody
	}
	if e, ok := r.coordinated(m.First, r.place(m.First, m.Last)); ok {
		return link{e: e, reason: "both", score: sureBoth}
	}
	// the two persons of the sentence before
	sent := r.d.Tokens[m.First].Sent
	var two []int32
	for c, x := range r.recent {
		if x.Kind == actor.Person && x.last.sent >= sent-1 {
			two = append(two, c)
		}
	}
	if len(two) != 2 {
		return nobody
	}
	return link{e: r.both2(two[1], two[0]), reason: "both", score: sureTwo}
}

// pairReach is how many tokens back a coordination may stand.
const pairReach = 80

// coordinated finds two persons coordinated shortly before token t, and makes
// or finds the actor that is both of them.
func (r *resolver) coordinated(t int32, here seen) (int32, bool) {
	d := r.d
	// the nearest "A and B" in this sentence or the one before
	lo := max(d.Sents[max(here.sent-1, 0)].First, t-pairReach)
	for i := t - 1; i > lo; i-- {
		if d.Tokens[i].Lower != "and" {
			continue
		}
		a, b := r.ending(i), r.starting(i+1)
		if a == token.None || b == token.None || a == b || d.Tokens[i].Quote != token.None && here.quote == token.None {
			continue
		}
		if r.groupSince(i) {
			return 0, false
		}
		return r.both2(a, b), true
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

// ending is the person whose mention ends before token i.
func (r *resolver) ending(i int32) int32 {
	if i == 0 {
		return token.None
	}
	if c := r.cover[i-1]; c != 0 && r.ms[c-1].Kind == actor.Person && r.ms[c-1].Last == i {
		return r.of[c-1]
	}
	return token.None
}

// starting is the person whose mention, with titles, starts at token i.
func (r *resolver) starting(i int32) int32 {
	d := r.d
	for k := i; k < i+8 && int(k) < len(d.Tokens) && d.Tokens[k].Sent == d.Tokens[i].Sent; k++ {
		c := r.cover[k]
		if c == 0 || r.of[c-1] == token.None {
			continue
		}
		if m := &r.ms[c-1]; m.Kind == actor.Person && m.Full.Start <= d.Tokens[i].Start {
			return r.of[c-1]
		}
	}
	return token.None
}

// maxPairs is how many of the last entities both2 looks at.
const maxPairs = 30

// both2 is the actor made of a and b.
func (r *resolver) both2(a, b int32) int32 {
	for k := len(r.es) - 1; k >= 0 && k > len(r.es)-maxPairs; k-- {
		if m := r.es[k].Members; len(m) == 2 && (m[0] == a && m[1] == b || m[0] == b && m[1] == a) {
			return int32(k)
		}
	}
	r.es = append(r.es, entity{speaker: token.None, pair: true, Actor: Actor{Kind: actor.Group,
		Name: r.es[a].Name + " and " + r.es[b].Name, Number: actor.Plur, Count: 2, Members: []int32{a, b}}})
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
	if e, ok := r.coordinated(t, r.place(t, t+1)); ok {
		r.refer(e, t, "both", sureBoth)
	}
}
