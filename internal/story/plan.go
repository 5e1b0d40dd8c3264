package story

// A Plan is a report of what was planned and one of its being carried out, or of
// its coming to nothing, which are of two events: one report would say nothing of
// the other's time.
type Plan struct{ Planned, Done int32 }

// Plans finds them among reports that Cluster has just put into these events, of
// each planned event at most one.
func (x *Index) Plans(nodes []*Node, of []int32) []Plan {
	first, settled := firsts(nodes), make([]bool, len(of)+1) // an event's number is less than their count
	for i, n := range nodes {
		for k := range n.reports {
			if n.reports[k].Status.settled() {
				settled[of[first[i]+int32(k)]] = true
			}
		}
	}
	best := make(map[int32]planned) // of each event that is only planned
	for _, n := range x.nodes {
		for _, p := range n.plans {
			a, b := first[x.nodes[p.slot].at]+p.low, first[n.at]+p.high
			if p.turned {
				a, b = b, a
			}
			if c := of[a]; !settled[c] {
				if have, ok := best[c]; !ok || p.weight > have.weight || p.weight == have.weight && (b < have.Done || b == have.Done && a < have.Planned) {
					best[c] = planned{Plan{a, b}, p.weight}
				}
			}
		}
	}
	var out []Plan
	for i := range of {
		if p, ok := best[of[i]]; ok {
			out = append(out, p.Plan)
			delete(best, of[i])
		}
	}
	return out
}

// planned is a Plan and how much speaks for it.
type planned struct {
	Plan
	weight float64
}

// A planPair is what the lower report planned and the higher one tells, or, turned,
// the other way round.
type planPair struct {
	pair
	turned bool
	weight float64
}

// addPlan takes in a report of m and one of n, which is no lower, if one may be
// what came of the other's plan.
func (n *Node) addPlan(m *Node, i, j int32) {
	r, s := &m.reports[i], &n.reports[j]
	turned := s.Status == Planned
	if turned {
		r, s = s, r
	}
	if r.Status != Planned || !s.Status.settled() || s.Status == Denied {
		return
	}
	if w := r.carriedOut(s, m == n); w > 0 {
		n.plans = append(n.plans, planPair{pair{m.slot, i, j}, turned, w})
	}
}

// The day of a plan is known to within shift, and what is told of it without a day
// of its own is published at most soon after it.
const soon = 7 * day

// carriedOut tells how much speaks for s' being what x has planned: one word for it,
// one who does it, to whom or where, nothing against it, and the day that was planned.
// Zero is nothing: without a day what happens later is seldom what was planned, and
// by a word of the family alone less than half the time.
func (x *report) carriedOut(s *report, within bool) float64 {
	if x.lemma != s.lemma && x.stem != s.stem || !x.Time.exact() {
		return 0
	}
	v := compare(x, s, within)
	against := v[OtherMode] + v[OtherAgent] + v[OtherPatient] + v[OtherCount] + v[OtherNumber] + v[OtherHead] + v[OtherMany] + v[FarPlace]
	n := 1 + 2*v[SharedActors] + v[SamePatient] + v[SamePlace] + v[SharedHeads] + v[SameFigure]
	switch {
	case against > 0, s.Time.excludes(x.Time), v[SamePatient]+v[SamePlace] == 0 && compareRole(x, s, agent, within) <= 0:
		return 0
	case s.Time.exact(): // its own day
	case n < enoughShared, within || !x.Dated || !s.Dated || s.Published <= x.Published || s.Published < x.Time.First || s.Published > x.Time.Last+soon:
		return 0
	}
	return n
}

// enoughShared is how much a plan and what came of it without a day of its own have
// in common, one for the word, one for an actor by name and two for two.
const enoughShared = 3
