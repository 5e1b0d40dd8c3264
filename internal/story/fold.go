package story

import (
	"iter"
	"slices"
	"strconv"
	"strings"
)

// A Summary is what the reports of one event say together.
type Summary struct {
	Status Status
	// Title, Time and Place are the reports that tell them best, or -1.
	Title, Time, Place int
	// Parts are all who take part, each once, with the latest count.
	Parts []Part
	// Salience is the chance that one of the articles is right about how much
	// the event matters.
	Salience float64
	// Conflicts are the questions that reports answer differently.
	Conflicts []Conflict
}

// Fold puts together the reports of one event, which are in the order of
// publication: what they agree on, what the latest says where they do not,
// and who says what.
func Fold(rs []*Report) Summary {
	st := foldStatus(rs)
	s := Summary{Status: st, Title: bestTitle(rs, st), Time: bestTime(rs), Place: bestPlace(rs), Parts: gather(rs)}
	s.Salience = salience(rs)
	cs := []Conflict{timeConflict(rs), placeConflict(rs), statusConflict(rs)}
	cs = append(append(cs, countConflicts(rs)...), agentConflict(rs))
	for _, c := range cs {
		if len(c.Sides) > 1 && c.Sure(rs) {
			s.Conflicts = append(s.Conflicts, c)
		}
	}
	return s
}

// salience puts together what the event matters to each article: as much as
// the report that it matters most in.
func salience(rs []*Report) float64 {
	rest := 1.0
	for own := range byArticle(rs) {
		most := 0.0
		for _, r := range own {
			most = max(most, r.Salience)
		}
		rest *= 1 - most
	}
	return 1 - rest
}

// byArticle yields the reports of each article.
func byArticle(rs []*Report) iter.Seq[[]*Report] {
	return func(yield func([]*Report) bool) {
		for i, k := 0, 0; i < len(rs); i = k {
			for k = i + 1; k < len(rs) && rs[k].Article == rs[i].Article; k++ {
			}
			if !yield(rs[i:k]) {
				return
			}
		}
	}
}

// foldStatus follows the statuses through time. What has happened, or has
// come to nothing, is not planned again by a later article's background, and one
// article alone does not take back what outvoting others tell, or is not known to
// be later than these.
func foldStatus(rs []*Report) Status {
	st, all := latestStatus(rs), 0
	if !st.settled() {
		return st
	}
	last, agree, dated := Unclear, 0, true
	for own := range byArticle(rs) {
		dated = dated && own[0].Dated
		x := latestStatus(own)
		switch {
		case !x.settled(): // it tells nothing of what came of it
			continue
		case x.happened() == st.happened():
			agree++
		default:
			last = x
		}
		all++
	}
	if against := all - agree; against > agree && (!dated || agree == 1 && against >= outvoting) {
		return last
	}
	return st
}

// outvoting is how many articles know better than a later one.
const outvoting = 3

// latestStatus is the last status that tells what came of it, if there is one.
func latestStatus(rs []*Report) Status {
	st := Unclear
	for _, r := range rs {
		n := r.Status
		switch {
		case n == Unclear:
		case n.settled(), !st.settled() && !(n == Possible && st == Planned):
			st = n
		}
	}
	return st
}

// bestTitle is the report with a title that tells what came of it, to whose
// article it matters most and whose words the others have, the last one of several;
// else any with a title. Of one article's it is the fullest: a headline's lacks what
// its lead has. st is the status of them all.
func bestTitle(rs []*Report, st Status) int {
	counts, word, best, article := latestCounts(rs), usualLemma(rs), -1, 0.0
	common := newCommonplace(rs)
	rank := func(r *Report) int { // a status that is over is worse than a number that is, and both than an unusual word
		n := 0
		if r.Status == st {
			n += 4
		}
		if !r.outdated(counts) {
			n += 2
		}
		if r.Lemma == word {
			n++
		}
		return n
	}
	for i, r := range rs {
		if r.Title == "" {
			continue
		}
		if best < 0 {
			best, article = i, r.Salience*common.share(r.Title)
			continue
		}
		o := rs[best]
		tells, told := rank(r), rank(o)
		matters := r.Salience * common.share(r.Title)
		better := matters >= article
		if r.Article == o.Article {
			tells, told = tells/2, told/2 // any word
			better = len(r.Title) > len(o.Title)
			article = max(article, matters)
		}
		if tells > told || tells == told && better {
			best = i
			if r.Article != o.Article {
				article = matters
			}
		}
	}
	return best
}

// A commonplace is in how many articles' titles a word stands.
type commonplace struct {
	in       map[uint32]int
	articles int
}

func newCommonplace(rs []*Report) *commonplace {
	c := &commonplace{}
	for range byArticle(rs) {
		c.articles++
	}
	if c.articles < few {
		return c
	}
	c.in = make(map[uint32]int)
	var seen []uint32 // of one article
	for own := range byArticle(rs) {
		seen = seen[:0]
		for _, r := range own {
			seen = append(seen, Words(r.Title)...)
		}
		for _, w := range unique(seen) {
			c.in[w]++
		}
	}
	return c
}

// few articles' titles do not tell what is common.
const few = 3

// share is how common the words of a title are, from one half to 1, on average,
// two of its own beside them, lest the shortest title be the best.
func (c *commonplace) share(title string) float64 {
	ws := Words(title)
	if c.in == nil || len(ws) == 0 {
		return 1
	}
	n := 0
	for _, w := range ws {
		n += c.in[w] - 1
	}
	return (1 + float64(n)/float64((len(ws)+2)*(c.articles-1))) / 2
}

// usualLemma is the word that most reports use; of equally common ones, the first.
func usualLemma(rs []*Report) string {
	n, best := make(map[string]int), ""
	for _, r := range rs {
		n[r.Lemma]++
	}
	for _, r := range rs {
		if best == "" || n[r.Lemma] > n[best] {
			best = r.Lemma
		}
	}
	return best
}

// latestCounts is how many there are in each role, by the last report that tells.
func latestCounts(rs []*Report) map[string]int32 {
	out := make(map[string]int32)
	for _, r := range rs {
		for i := range r.Parts {
			if p := &r.Parts[i]; p.Count > 0 {
				out[p.Role] = p.Count
			}
		}
	}
	return out
}

// outdated reports whether another number is known by now.
func (r *Report) outdated(counts map[string]int32) bool {
	return slices.ContainsFunc(r.Parts, func(p Part) bool { return p.Count > 0 && p.Count != counts[p.Role] })
}

// bestTime is the report with the finest time that agrees with the latest exact one.
func bestTime(rs []*Report) int {
	best := -1
	for i, r := range rs {
		if !r.Time.Told {
			continue
		}
		if best < 0 || r.Time.finer(rs[best].Time) {
			best = i
		} else if r.Time.excludes(rs[best].Time) && !rs[best].Time.finer(r.Time) {
			best = i // as exact, and published later
		}
	}
	return best
}

// The exactness of places without bounds of their own, and of towns, counties and sites.
const (
	continents = 1
	landscapes = 3
	mostExact  = 5
)

// exact tells how exact a place of its kind is: the larger, the more.
func (p *Place) exact() int {
	if p.Kind == "" {
		return 0
	}
	if n, ok := wordTable.Int(p.Kind, classKind); ok {
		return int(n)
	}
	return mostExact
}

// bounded reports whether what is in p is not in another place of its kind:
// seas and regions run into each other.
func (p *Place) bounded() bool {
	n := p.exact()
	return n > continents && n != landscapes
}

// named is 1 for a place that the event's words name, else 0.
func named(p *Place) int {
	if p.Assumed {
		return 0
	}
	return 1
}

// bestPlace is the report with the most exact place that one names; of equally exact ones,
// the commonest, then the latest.
func bestPlace(rs []*Report) int {
	votes := make(map[string]int)
	for _, r := range rs {
		if r.Place.known() {
			votes[r.Place.Name]++
		}
	}
	best := -1
	for i, r := range rs {
		if !r.Place.known() {
			continue
		}
		if best >= 0 {
			a, b := r.Place.exact(), rs[best].Place.exact()
			if r.Place.Assumed != rs[best].Place.Assumed {
				a, b = named(&r.Place), named(&rs[best].Place)
			}
			if a < b || a == b && votes[r.Place.Name] < votes[rs[best].Place.Name] {
				continue
			}
		}
		best = i
	}
	return best
}

// gather is the union of participants; one actor, and in one role one
// description, stands once, with the latest count.
func gather(rs []*Report) []Part {
	g := gatherer{several: len(rs) > 1, at: make(map[string]int)}
	for _, r := range rs {
		for _, p := range r.Parts {
			g.add(p)
		}
	}
	return g.parts
}

type gatherer struct {
	several bool
	parts   []Part
	at      map[string]int // by what a part can be found
}

// keys are by what p is found: the actor, in several reports whatever the
// role; in its role its words, and with a count what they are about.
func (g *gatherer) keys(p *Part) []string {
	out := []string{"t" + p.Role + "\x00" + strings.ToLower(p.Text)}
	switch {
	case p.Actor != 0 && g.several:
		out = append(out, "a"+strconv.Itoa(int(p.Actor)))
	case p.Actor != 0:
		out = append(out, "a"+strconv.Itoa(int(p.Actor))+p.Role)
	}
	if p.Count > 0 {
		out = append(out, "l"+p.Role+"\x00"+label(p.Text))
	}
	return out
}

func (g *gatherer) add(p Part) {
	j := -1
	for _, k := range g.keys(&p) {
		if i, ok := g.at[k]; ok && (j < 0 || i < j) {
			j = i
		}
	}
	if j >= 0 {
		if p.Count == 0 {
			return
		}
		for _, k := range g.keys(&g.parts[j]) {
			delete(g.at, k)
		}
		g.parts[j].Text, g.parts[j].Count = p.Text, p.Count
	} else {
		j = len(g.parts)
		g.parts = append(g.parts, p)
	}
	for _, k := range g.keys(&g.parts[j]) {
		if _, ok := g.at[k]; !ok {
			g.at[k] = j
		}
	}
}

// label is what stays the same of a description when its number and its
// article change: "14 people in Moyale" and "the 17 people" are "people".
func label(text string) string {
	for w := range strings.FieldsSeq(strings.ToLower(text)) {
		if strings.Trim(w, "0123456789,.") != "" && !wordTable.Has(w, classCount) {
			return w
		}
	}
	return ""
}
