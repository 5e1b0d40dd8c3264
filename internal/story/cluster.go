package story

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

//go:generate go run ../gen/words

const day = 24 * 60 * 60

// The limits of fit. They were set by hand and checked against the made-up
// worlds of the root's timeline tests, which know which reports are one.
const (
	shift    = 3 * day  // by how much two sources may date one event apart
	lookback = 10 * day // between the publications of reports without a date
	ahead    = 60 * day // between the announcement and the report of a dated event
)

// likeness says what each likeness of two reports counts for in fit. Only their
// order matters: the best of several clusters is taken. Set by hand as the limits.
var likeness = struct{ base, actor, place, lemma, time, bound, shifted int }{
	base: 1, actor: 4, place: 3, lemma: 2, time: 8, bound: 2, shifted: 1,
}

// window is how many clusters of one key are looked at, newest first, which
// keeps a busy actor's events from costing the square of their number. Events
// of one kind come in the order of time, so the near ones are the last.
const window = 64

// Cluster gives each report the number of its event, from 0. Reports come
// article by article; numbers do not tell an order.
func Cluster(rs []Report) []int32 {
	c := clusterer{byKey: make(map[key][]int32)}
	xs := make([]telling, len(rs))
	order := make([]*telling, len(rs))
	for i := range rs {
		xs[i] = newTelling(&rs[i], int32(i))
		order[i] = &xs[i]
	}
	// What is known best is placed first: others then find it.
	slices.SortStableFunc(order, func(a, b *telling) int {
		return cmp.Or(cmp.Compare(a.Time.vague(), b.Time.vague()), cmp.Compare(a.lo, b.lo))
	})
	of := make([]int32, len(rs))
	for _, x := range order {
		of[x.index] = c.put(x)
	}
	return of
}

// A telling is a report with what clustering looks at.
type telling struct {
	*Report
	index  int32
	lo, hi int64 // bounds; lo > hi when neither is known
	who    []int32
	labels []string
}

func newTelling(r *Report, i int32) telling {
	x := telling{Report: r, index: i, lo: 1}
	if r.Time.Known() {
		x.lo, x.hi = r.Time.first(), r.Time.last()
	}
	x.who, x.labels = r.named()
	return x
}

func (x *telling) timed() bool { return x.lo <= x.hi }

// key is what two reports of one event must share: the kind, and one
// participant, or for want of participants the word and the place.
type key struct {
	kind         string
	actor        int32
	lemma, place string
}

func (x *telling) keys() []key {
	if len(x.who) == 0 {
		return []key{{kind: x.Kind, lemma: x.Lemma, place: x.Place.Name}}
	}
	ks := make([]key, len(x.who))
	for i, a := range x.who {
		ks[i] = key{kind: x.Kind, actor: a}
	}
	return ks
}

// profile is all that fit looks at but the publication.
func (x *telling) profile() string {
	return fmt.Sprint(x.Mode, "\x00", x.Lemma, "\x00", x.Time, x.Dated, x.who, x.Place, "\x00", strings.Join(x.labels, "\x00"))
}

// cluster is the reports of one event, as fit needs them: of those that
// differ in nothing but their publication, the first and the last published,
// between which the others fit wherever both do.
type cluster struct {
	profiles map[string]*[2]*telling
	order    []*[2]*telling
	articles map[int32]bool
}

type clusterer struct {
	clusters []*cluster
	byKey    map[key][]int32 // clusters, in the order in which they came
}

// put adds x to the cluster that fits best, or to a new one.
func (c *clusterer) put(x *telling) int32 {
	best, bestScore := int32(-1), 0
	keys := x.keys()
	for _, k := range keys {
		cands := c.byKey[k]
		for i := len(cands) - 1; i >= 0 && i >= len(cands)-window; i-- {
			ci := cands[i]
			cl := c.clusters[ci]
			if cl.articles[x.Article] {
				continue // the article itself tells the two apart
			}
			if score := cl.fit(x); score > bestScore || score == bestScore && score > 0 && ci < best {
				best, bestScore = ci, score
			}
		}
	}
	if best < 0 {
		best = int32(len(c.clusters))
		c.clusters = append(c.clusters, &cluster{profiles: make(map[string]*[2]*telling), articles: make(map[int32]bool)})
	}
	c.clusters[best].add(x)
	for _, k := range keys {
		if l := c.byKey[k]; !slices.Contains(l[max(0, len(l)-window):], best) {
			c.byKey[k] = append(l, best)
		}
	}
	return best
}

func (c *cluster) add(x *telling) {
	c.articles[x.Article] = true
	k := x.profile()
	p, ok := c.profiles[k]
	if !ok {
		p = &[2]*telling{x, x}
		c.profiles[k] = p
		c.order = append(c.order, p)
	}
	if x.Published < p[0].Published {
		p[0] = x
	}
	if x.Published > p[1].Published {
		p[1] = x
	}
}

// profilesLooked bounds how many kinds of telling of one event a new report
// is compared with: the first, which know most, and the last.
const profilesLooked = 64

// fit is how well x fits all of c: 0 is not at all.
func (c *cluster) fit(x *telling) int {
	score := int(^uint(0) >> 1)
	for i := 0; i < len(c.order); i++ {
		if i == profilesLooked/2 {
			i = max(i, len(c.order)-profilesLooked/2)
		}
		p := c.order[i]
		for _, y := range p {
			if score = min(score, fit(x, y)); score == 0 {
				return 0
			}
			if p[0] == p[1] {
				break
			}
		}
	}
	return score
}

// fit tells how well two reports can be of one event: 0 is not at all.
func fit(x, y *telling) int {
	if x.Mode != "" && y.Mode != "" && x.Mode != y.Mode {
		return 0
	}
	p := pair{x: x, y: y, shared: common(x.who, y.who)}
	p.samePlace, p.farPlace = x.Place.compare(&y.Place)
	fewer := min(len(x.who), len(y.who))
	p.sameWho = fewer > 0 && p.shared == len(x.who) && p.shared == len(y.who)
	p.near = !x.Dated || !y.Dated || apart(x, y) <= lookback
	if !p.alike(fewer) {
		return 0
	}
	when := p.timeFits()
	if when < 0 {
		return 0
	}
	score := likeness.base + likeness.actor*p.shared + when
	if p.samePlace {
		score += likeness.place
	}
	if x.Lemma == y.Lemma {
		score += likeness.lemma
	}
	return score
}

// A pair is two reports with what they have in common.
type pair struct {
	x, y                *telling
	shared              int  // named actors
	sameWho             bool // all that is known of who takes part is the same
	samePlace, farPlace bool
	near                bool // published near each other
}

// alike reports whether the two can be one by who takes part, or for want of
// names by the word, the place and the time.
func (p *pair) alike(fewer int) bool {
	x, y := p.x, p.y
	switch {
	case fewer > 0:
		return p.shared > 0 && (fewer < 2 || p.shared >= 2 || p.samePlace)
	case len(x.who) != len(y.who):
		return false
	case !p.samePlace || !x.timed() || !y.timed() || x.Time.open() || y.Time.open():
		return false // nobody known, and nowhere or at no time
	}
	return x.Lemma == y.Lemma || slices.ContainsFunc(x.labels, func(l string) bool { return slices.Contains(y.labels, l) })
}

// timeFits is what the times of the two count for, or -1 if they speak against it.
func (p *pair) timeFits() int {
	x, y := p.x, p.y
	if !x.timed() || !y.timed() {
		return p.undated()
	}
	gap := max(x.lo, y.lo) - min(x.hi, y.hi)
	switch {
	case gap <= 0 && !x.Time.open() && !y.Time.open():
		if p.farPlace && p.shared < 2 {
			return -1
		}
		return likeness.time
	case gap <= 0:
		// An open bound proves little.
		if p.farPlace || !p.near || !p.sameWho && !p.samePlace {
			return -1
		}
		return likeness.bound
	case gap <= shift && !p.farPlace && (p.sameWho && p.shared >= 2 || p.samePlace && p.shared >= 1) && x.Time.vague() == 0 && y.Time.vague() == 0:
		if x.Dated && y.Dated && apart(x, y) > ahead {
			return -1
		}
		return likeness.shifted
	}
	return -1
}

// undated judges a pair of which one has no time: it can only be of what had
// a date about its own publication.
func (p *pair) undated() int {
	x, y := p.x, p.y
	if p.farPlace || !p.near || !x.Dated || !y.Dated {
		return -1
	}
	if !p.sameWho && !p.samePlace || p.shared == 1 && !p.samePlace && x.Lemma != y.Lemma {
		return -1
	}
	for _, z := range []*telling{x, y} {
		if z.timed() && !z.Time.open() && (z.lo-max(x.Published, y.Published) > ahead || min(x.Published, y.Published)-z.hi > lookback) {
			return -1
		}
	}
	return 0
}

func apart(x, y *telling) int64 {
	return max(x.Published, y.Published) - min(x.Published, y.Published)
}

// common counts what two sorted lists share.
func common(a, b []int32) int {
	n := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] < b[j]:
			i++
		case a[i] > b[j]:
			j++
		default:
			n, i, j = n+1, i+1, j+1
		}
	}
	return n
}
