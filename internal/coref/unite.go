package coref

import (
	"cmp"
	"slices"

	"github.com/dateline-go/dateline/internal/actor"
	"github.com/dateline-go/dateline/internal/token"
)

// Unite is as, what Resolve gave, with those actors joined that hold mentions
// of one group: indices of the mentions given to Resolve. The first in the
// text stays, and takes in the others.
func Unite(as []Actor, groups [][]int32) []Actor {
	if len(groups) == 0 {
		return as
	}
	of := make(map[int32]int) // mention to actor
	for i := range as {
		for _, m := range as[i].Mentions {
			if m.Index != token.None {
				of[m.Index] = i
			}
		}
	}
	into := make([]int, len(as)) // actor that it joins, or itself
	for i := range into {
		into[i] = i
	}
	for _, g := range groups {
		for _, m := range g[1:] {
			a, b := root(into, of[g[0]]), root(into, of[m])
			into[max(a, b)] = min(a, b)
		}
	}
	place := make([]int32, len(as))
	var out []Actor
	for i := range as {
		if r := root(into, i); r != i {
			place[i] = place[r]
			out[place[r]].take(&as[i])
			continue
		}
		place[i] = int32(len(out))
		out = append(out, as[i])
	}
	for i := range out {
		a := &out[i]
		var members []int32
		for _, m := range a.Members {
			if k := place[m]; k != int32(i) && !slices.Contains(members, k) {
				members = append(members, k)
			}
		}
		slices.Sort(members)
		a.Members = members
		slices.SortStableFunc(a.Mentions, compareMentions)
		a.Mentions = slices.CompactFunc(a.Mentions, func(x, y Mention) bool { return x.Span == y.Span })
	}
	return out
}

func root(into []int, i int) int {
	for into[i] != i {
		i = into[i]
	}
	return i
}

// take gives a the mentions of b and what only b knows.
func (a *Actor) take(b *Actor) {
	a.Mentions = append(a.Mentions, b.Mentions...)
	a.Roles = append(a.Roles, b.Roles...)
	a.Members = append(a.Members, b.Members...)
	for _, s := range append([]string{b.Name}, b.Aliases...) {
		if s != a.Name && !slices.Contains(a.Aliases, s) {
			a.Aliases = append(a.Aliases, s)
		}
	}
	a.Country, a.Gender, a.Count = cmp.Or(a.Country, b.Country), cmp.Or(a.Gender, b.Gender), cmp.Or(a.Count, b.Count)
	if a.Holder.Rule == "" {
		a.Holder = b.Holder
	}
	a.IDs = actor.AddIDs(a.IDs, b.IDs)
}
