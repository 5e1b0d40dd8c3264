package dateline

import (
	"cmp"
	"slices"
	"strings"
)

// This file makes one Timeline of many reports. All of it is a function of
// the set of reports in their one order, so that no order of Add and Merge
// can show.

// Timeline builds the timeline of all that has been added. It takes time in
// proportion to the number of events, near enough, and can be called again
// after more has been added.
func (b *TimelineBuilder) Timeline() *Timeline {
	reports := b.sorted()
	t := &Timeline{}
	actors, isNamed := mergeActors(t, reports)
	cl := clusterer{byKey: make(map[clusterKey][]int), entryOf: make([][]int, len(reports))}
	var all []eventRef
	for ri, r := range reports {
		cl.entryOf[ri] = make([]int, len(r.Events))
		for ei := range r.Events {
			e := &r.Events[ei]
			s := e.Source
			s.Participants = slices.Clone(s.Participants)
			for pi := range s.Participants {
				if p := &s.Participants[pi]; p.Actor != 0 {
					p.Actor = actors[ri][p.Actor-1]
				}
			}
			if s.By != 0 {
				s.By = actors[ri][s.By-1]
			}
			all = append(all, newEventRef(ri, ei, e, s, func(id TimelineActorID) bool { return isNamed[id-1] }))
		}
		for _, s := range r.Statements {
			if s.Speaker != 0 {
				s.Speaker = actors[ri][s.Speaker-1]
			}
			t.Statements = append(t.Statements, s)
		}
	}
	// What is known best is placed first: others then find it.
	slices.SortStableFunc(all, func(a, b eventRef) int {
		return cmp.Or(cmp.Compare(a.vague(), b.vague()), cmp.Compare(a.lo, b.lo))
	})
	for i := range all {
		cl.place(&all[i])
	}
	t.Entries = cl.entries(reports)
	return t
}

// An eventRef is one report of an event with what clustering looks at.
type eventRef struct {
	report, index int
	kind          EventKind
	mode, lemma   string
	code          string
	src           Source
	lo, hi        int64 // bounds in seconds since 1970; lo > hi when neither is known
	pub           int64 // publication
	hasPub        bool
	who           []TimelineActorID // named actors, sorted, each once
	labels        []string          // the others, by their words
	open          bool              // one bound is not known
}

func newEventRef(ri, ei int, e *reportEvent, s Source, named func(TimelineActorID) bool) eventRef {
	x := eventRef{report: ri, index: ei, kind: e.Kind, mode: e.Mode, lemma: e.Lemma, code: e.Code, src: s, lo: 1}
	a, b := s.When.Earliest(), s.When.Latest()
	x.open = a.IsZero() || b.IsZero()
	if !a.IsZero() {
		x.lo, x.hi = a.first(), 1<<62
	}
	if !b.IsZero() {
		x.hi = b.last()
		if a.IsZero() {
			x.lo = -1 << 62
		}
	}
	x.pub, x.hasPub = s.Published.first(), !s.Published.IsZero()
	for _, p := range s.Participants {
		if p.Actor != 0 && named(p.Actor) {
			x.who = append(x.who, p.Actor)
		} else if l := label(p.Text); l != "" {
			x.labels = append(x.labels, l)
		}
	}
	slices.Sort(x.who)
	x.who = slices.Compact(x.who)
	return x
}

// label is what stays the same of a description when its number and its
// article change: "14 people in Moyale" and "the 17 people" are "people".
func label(text string) string {
	for w := range strings.FieldsSeq(strings.ToLower(text)) {
		switch w {
		case "the", "a", "an", "some", "about", "around", "least", "at", "more", "than", "nearly", "almost", "over", "several", "dozens", "hundreds", "thousands", "of", "its", "his", "her", "their":
			continue
		}
		if strings.Trim(w, "0123456789,.") != "" {
			return w
		}
	}
	return ""
}

func (x *eventRef) dated() bool { return x.lo <= x.hi }

// vague ranks how little is known of the time: a day, more, half of it, nothing.
func (x *eventRef) vague() int {
	switch {
	case !x.dated():
		return 3
	case x.open:
		return 2
	case x.hi-x.lo > 2*day:
		return 1
	}
	return 0
}

const day = 24 * 60 * 60

// clusterKey is what two reports of one event must share: the kind, and one
// participant, or for want of participants the word and the place.
type clusterKey struct {
	kind         EventKind
	actor        TimelineActorID
	lemma, place string
}

type cluster struct {
	refs []*eventRef
	seen map[int]bool // articles that report it
}

type clusterer struct {
	clusters []*cluster
	byKey    map[clusterKey][]int // clusters, in the order in which they came
	entryOf  [][]int              // cluster of each report's events
}

func (x *eventRef) keys() []clusterKey {
	if len(x.who) == 0 {
		place := ""
		if x.src.Place != nil {
			place = x.src.Place.Name
		}
		return []clusterKey{{kind: x.kind, lemma: x.lemma, place: place}}
	}
	ks := make([]clusterKey, len(x.who))
	for i, a := range x.who {
		ks[i] = clusterKey{kind: x.kind, actor: a}
	}
	return ks
}

// window is how many clusters of one key are looked at, newest first, which
// keeps a busy actor's events from costing the square of their number. Events
// of one kind come in the order of time, so the near ones are the last.
const window = 64

// place puts x into the cluster that fits best, or a new one.
func (c *clusterer) place(x *eventRef) {
	best, bestScore := -1, 0
	keys := x.keys()
	for _, k := range keys {
		cands := c.byKey[k]
		for i := len(cands) - 1; i >= 0 && i >= len(cands)-window; i-- {
			ci := cands[i]
			cl := c.clusters[ci]
			if cl.seen[x.report] {
				continue // the article itself tells the two apart
			}
			score := 1 << 30
			for _, y := range cl.refs {
				if score = min(score, fit(x, y)); score == 0 {
					break
				}
			}
			if score > bestScore || score == bestScore && score > 0 && ci < best {
				best, bestScore = ci, score
			}
		}
	}
	if best < 0 {
		best = len(c.clusters)
		c.clusters = append(c.clusters, &cluster{seen: make(map[int]bool)})
	}
	cl := c.clusters[best]
	cl.refs = append(cl.refs, x)
	cl.seen[x.report] = true
	for _, k := range keys {
		if l := c.byKey[k]; !slices.Contains(l[max(0, len(l)-window):], best) {
			c.byKey[k] = append(l, best)
		}
	}
	c.entryOf[x.report][x.index] = best
}

// The limits of fit, in seconds.
const (
	shift    = 3 * day  // by how much two sources may date one event apart
	lookback = 10 * day // between the publications of reports without a date
	ahead    = 60 * day // between the announcement and the report of a dated event
)

// fit tells how well two reports can be of one event: 0 is not at all.
func fit(x, y *eventRef) int {
	if x.mode != "" && y.mode != "" && x.mode != y.mode {
		return 0
	}
	shared := common(x.who, y.who)
	fewer := min(len(x.who), len(y.who))
	px, py := x.src.Place, y.src.Place
	samePlace, farPlace := comparePlaces(px, py)
	switch {
	case fewer == 0 && len(x.who) != len(y.who):
		return 0
	case fewer == 0 && (!samePlace || !x.dated() || !y.dated() || x.open || y.open):
		return 0 // nobody known, and nowhere or at no time
	case fewer == 0 && x.lemma != y.lemma && !slices.ContainsFunc(x.labels, func(l string) bool { return slices.Contains(y.labels, l) }):
		return 0
	case fewer > 0 && shared == 0:
		return 0
	case fewer >= 2 && shared < 2 && !samePlace:
		return 0
	}
	score := 1 + 4*shared
	if samePlace {
		score += 3
	}
	if x.lemma == y.lemma {
		score += 2
	}
	// All that is known of who takes part is the same.
	same := fewer > 0 && shared == len(x.who) && shared == len(y.who)
	near := !x.hasPub || !y.hasPub || abs(x.pub-y.pub) <= lookback
	switch {
	case x.dated() && y.dated():
		gap := max(x.lo, y.lo) - min(x.hi, y.hi)
		switch {
		case gap <= 0 && !x.open && !y.open:
			score += 8
			if farPlace && shared < 2 {
				return 0
			}
		case gap <= 0:
			// An open bound proves little.
			if farPlace || !near || !same && !samePlace {
				return 0
			}
			score += 2
		case gap <= shift && !farPlace && (same && shared >= 2 || samePlace && shared >= 1) && x.vague() == 0 && y.vague() == 0:
			if x.hasPub && y.hasPub && abs(x.pub-y.pub) > ahead {
				return 0
			}
			score++
		default:
			return 0
		}
	default:
		if farPlace || !near || !x.hasPub || !y.hasPub {
			return 0
		}
		if !same && !samePlace || shared == 1 && !samePlace && x.lemma != y.lemma {
			return 0
		}
		// An undated report can only be of what had a date about its own.
		for _, z := range []*eventRef{x, y} {
			if z.dated() && !z.open && (z.lo-max(x.pub, y.pub) > ahead || min(x.pub, y.pub)-z.hi > lookback) {
				return 0
			}
		}
	}
	return score
}

func abs(n int64) int64 { return max(n, -n) }

// common counts what two sorted lists share.
func common(a, b []TimelineActorID) int {
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

// comparePlaces tells whether two places are the same, or one may lie in the
// other, and whether they exclude each other.
func comparePlaces(a, b *Place) (same, far bool) {
	if a == nil || b == nil {
		return false, false
	}
	if a.Name == b.Name && a.Country == b.Country {
		return true, false
	}
	if a.Country != "" && b.Country != "" {
		if a.Country != b.Country {
			return false, true
		}
		if a.Kind == Country || b.Kind == Country {
			return true, false
		}
		if a.Kind == Division || b.Kind == Division {
			in := a.Division == b.Division || a.Division == b.Name || a.Name == b.Division
			return in, !in
		}
	}
	if a.At != nil && b.At != nil {
		km := kilometres(*a.At, *b.At)
		return km < 25, km > 100
	}
	return false, false
}

// entries makes an Entry of each cluster and puts them in order.
func (c *clusterer) entries(reports []*report) []Entry {
	out := make([]Entry, len(c.clusters))
	for i, cl := range c.clusters {
		slices.SortFunc(cl.refs, func(a, b *eventRef) int {
			return cmp.Or(cmp.Compare(a.report, b.report), cmp.Compare(a.index, b.index))
		})
		ss := make([]Source, len(cl.refs))
		modes, lemmas, codes := counter{}, counter{}, counter{}
		for j, r := range cl.refs {
			ss[j] = r.src
			modes.add(r.mode)
			lemmas.add(r.lemma)
			codes.add(r.code)
		}
		out[i] = summarize(cl.refs[0].kind, ss)
		out[i].ID = EntryID(i + 1)
		out[i].Mode, out[i].Lemma, out[i].Code = modes.most(), lemmas.most(), codes.most()
	}
	sortEntries(out)
	final := make([]EntryID, len(out)+1)
	for i := range out {
		final[out[i].ID] = EntryID(i + 1)
	}
	for i := range out {
		cl := c.clusters[out[i].ID-1]
		out[i].ID = EntryID(i + 1)
		for _, ref := range cl.refs {
			for _, r := range reports[ref.report].Events[ref.index].Relations {
				x := EntryRelation{r.Order, final[c.entryOf[ref.report][r.Entry-1]+1]}
				if x.Entry != out[i].ID && !slices.Contains(out[i].Relations, x) {
					out[i].Relations = append(out[i].Relations, x)
				}
			}
		}
	}
	if len(out) == 0 {
		return nil
	}
	return out
}

// sortEntries puts entries in the order that Timeline documents.
func sortEntries(es []Entry) {
	type key struct {
		at, width int64
		class     int // closed, open, undated
	}
	keyOf := func(e *Entry) key {
		lo, hi := e.When.Earliest(), e.When.Latest()
		switch {
		case lo.IsZero() && hi.IsZero():
			return key{at: 1 << 62, class: 2}
		case lo.IsZero():
			return key{at: hi.last(), class: 1}
		case hi.IsZero():
			return key{at: lo.first(), class: 1}
		}
		return key{at: lo.first(), width: hi.last() - lo.first()}
	}
	slices.SortStableFunc(es, func(a, b Entry) int {
		x, y := keyOf(&a), keyOf(&b)
		s, r := &a.Sources[0], &b.Sources[0]
		return cmp.Or(cmp.Compare(x.at, y.at), cmp.Compare(x.class, y.class), cmp.Compare(y.width, x.width),
			comparePublished(s.Published, r.Published), strings.Compare(s.Article, r.Article),
			strings.Compare(s.Publisher, r.Publisher), cmp.Compare(s.Trigger.Start, r.Trigger.Start), cmp.Compare(s.Event, r.Event))
	})
}

// A counter finds the commonest of some words; of equally common ones, the
// one that came first. Empty words do not count.
type counter struct {
	words []string
	n     []int
}

func (c *counter) add(w string) {
	if w == "" {
		return
	}
	i := slices.Index(c.words, w)
	if i < 0 {
		i = len(c.words)
		c.words, c.n = append(c.words, w), append(c.n, 0)
	}
	c.n[i]++
}

func (c *counter) most() string {
	best := ""
	for i, n := 0, 0; i < len(c.words); i++ {
		if c.n[i] > n {
			best, n = c.words[i], c.n[i]
		}
	}
	return best
}
