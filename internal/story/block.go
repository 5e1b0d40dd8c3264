package story

import (
	"cmp"
	"slices"
)

// copyWords is how many words, but those of grammar, a sentence must have for its copy to be one.
const copyWords = 5

// joinCopies joins reports of different articles that stand in one sentence,
// word for word, at the same word, unless their dates exclude each other: a
// sentence with "on Tuesday" is another one a week later.
func (a *archive) joinCopies(l *links) {
	first := make(map[uint64]int32)
	for i := range a.reports {
		x := &a.reports[i]
		if len(x.words) < copyWords {
			continue
		}
		j, ok := first[x.copy]
		if !ok {
			first[x.copy] = int32(i)
		} else if y := &a.reports[j]; y.Article != x.Article && !x.Time.excludes(y.Time) {
			l.parent[i] = l.find(j)
		}
	}
}

// Bounds on what is compared, which keep time in proportion to the reports.
const (
	nearest = 24 // articles whose reports are compared with an article's
	perKey  = 16 // reports with one key that a report is compared with besides
	perDoc  = 64 // reports of one article among which pairs are sought
)

// A pair is two reports, the earlier one first.
type pair struct{ i, j int32 }

// candidates are the pairs of reports that may be one event: in one article,
// in articles that are near each other, or of one actor and one word.
func (a *archive) candidates() []pair {
	var out []pair
	first := make([]int32, len(a.docs)+1) // report at which an article begins
	for i := range a.reports {
		first[a.reports[i].Article+1] = int32(i) + 1
	}
	for n := 1; n < len(first); n++ {
		first[n] = max(first[n], first[n-1])
	}
	for n := range a.docs {
		for i := first[n]; i < first[n+1]; i++ {
			for j := max(first[n], i-perDoc); j < i; j++ {
				out = a.consider(out, j, i)
			}
		}
		for _, m := range a.rows[n].nearest {
			if m > int32(n) && slices.Contains(a.rows[m].nearest, int32(n)) {
				continue // when its turn comes
			}
			for i := first[n]; i < first[n+1]; i++ {
				for j := first[m]; j < first[m+1]; j++ {
					out = a.consider(out, min(i, j), max(i, j))
				}
			}
		}
	}
	out = a.byKeys(out)
	slices.SortFunc(out, func(p, q pair) int { return cmp.Or(cmp.Compare(p.i, q.i), cmp.Compare(p.j, q.j)) })
	return slices.Compact(out)
}

// consider appends the pair if the words or the sides of its reports are alike.
func (a *archive) consider(out []pair, i, j int32) []pair {
	x, y := &a.reports[i], &a.reports[j]
	if x.word == y.word || x.stem == y.stem || x.hasGroup && y.hasGroup && x.group.Mid() == y.group.Mid() ||
		x.Kind == y.Kind && (common(x.who, y.who) > 0 || common(x.heads, y.heads) > 0) {
		out = append(out, pair{i, j})
	}
	return out
}

// byKeys appends the pairs of one word, or kind, and one actor or one rare
// word of their sentences: what is near in the archive's order, by time.
func (a *archive) byKeys(out []pair) []pair {
	type key struct {
		word string
		who  int32
	}
	last := make(map[key][]int32)
	for i := range a.reports {
		x := &a.reports[i]
		var keys []key
		for _, w := range x.who {
			keys = append(keys, key{x.word, w}, key{"\x00" + x.Kind, w})
		}
		if len(x.who) == 0 && x.Place.Name != "" {
			keys = append(keys, key{x.word + "\x00" + x.Place.Name, 0})
		}
		for _, k := range keys {
			l := last[k]
			for _, j := range l {
				out = append(out, pair{j, int32(i)})
			}
			if len(l) == perKey {
				l = slices.Delete(l, 0, 1)
			}
			last[k] = append(l, int32(i))
		}
	}
	return out
}

// Pairs calls f with the features of all pairs of reports, and whether they
// are of two articles: for fitting, where what brings pairs together must not
// hide what speaks for them.
func Pairs(rs []Report, articles []Article, f func(i, j int, across bool, v *Vector)) {
	a := newArchive(rs, articles)
	for j := range int32(len(rs)) {
		for i := range j {
			v := a.compare(i, j)
			f(int(i), int(j), rs[i].Article != rs[j].Article, &v)
		}
	}
}
