package event

import (
	"slices"
	"strings"
	"unicode"

	"github.com/dateline-go/dateline/internal/ontology"
	"github.com/dateline-go/dateline/internal/token"
)

// What puts an article into a section of the paper, set by hand on the
// annotated training articles.
const (
	topicWords = 5  // words of the section, each counted once
	topicShare = 40 // one word in so many is of the section
	artsShare  = 25 // likewise of the arts pages
	firmShare  = 15 // likewise of the business pages
	bombWords  = 2  // words of bombs that make a blast no accident
)

// page is a section of the paper, and what speaks for it.
type page struct {
	is          *bool
	words, name wordClass // of its articles; of publishers' names for it
	share       int       // one word in so many is of it

	n        int                // words of it in the text
	seen     [topicWords]string // the first of them, each once
	distinct int                // how many of seen there are
}

// count counts w as a word of the page.
func (p *page) count(w string) {
	p.n++
	if p.distinct < topicWords && !slices.Contains(p.seen[:p.distinct], w) {
		p.seen[p.distinct] = w
		p.distinct++
	}
}

// topics tells which sections of the paper the text belongs to, by its words or
// by what its publisher calls its section. On its way it finds f.global and f.remote.
func (f *finder) topics() {
	pages := [...]page{
		{is: &f.sport, words: classSport, name: classSportSection, share: topicShare},
		{is: &f.science, words: classScience, name: classScienceSection, share: topicShare},
		{is: &f.vote, words: classVote, name: classVoteSection, share: topicShare},
		{is: &f.arts, words: classArts, name: classArtsSection, share: artsShare},
		{is: &f.trade, words: classFirm, name: classFirmSection, share: firmShare},
	}
	words, bombs := 0, 0
	for i := range f.d.Tokens {
		f.d.CheckAt(i)
		t := &f.d.Tokens[i]
		if t.Is(token.Punct) {
			continue
		}
		words++
		w := wordTable.Find(t.Lower)
		if !w.Known() {
			continue
		}
		if w.Has(classBombs) {
			bombs++
		}
		if w.Has(classWorldwide) || w.Has(classGlobe) && wordTable.Has(f.caseOf(int32(i)), classAllOver) {
			f.global = append(f.global, int32(i))
		}
		if w.Has(classAfar) {
			f.remote = append(f.remote, int32(i))
		}
		for k := range pages {
			if w.Has(pages[k].words) {
				pages[k].count(t.Lower)
			}
		}
	}
	f.bombed = bombs >= bombWords
	for k := range pages {
		p := &pages[k]
		*p.is = p.distinct == topicWords && p.n*p.share >= words
	}
	for w := range strings.FieldsFuncSeq(strings.ToLower(f.in.Section), func(r rune) bool { return !unicode.IsLetter(r) }) {
		e := wordTable.Find(w)
		for k := range pages {
			*pages[k].is = *pages[k].is || e.Has(pages[k].name)
		}
	}
}

// refineTopic gives what has no kind of its own the kind that its verb has in
// such an article.
func (f *finder) refineTopic(e *Event, contest, research bool) {
	loose := e.Kind == ontology.Change
	switch {
	case contest && !f.sport && e.Kind == ontology.Sport && f.ofPolitics(e):
		e.become(ontology.Election)
	case contest && f.sport && (loose || e.Kind == ontology.Court || e.Kind == ontology.Concede):
		e.become(ontology.Sport)
	case !f.sport && f.vote && wordTable.Has(e.Lemma, classVoted) && (loose || e.Kind == ontology.Sport):
		e.become(ontology.Election)
	case !f.sport && f.vote && wordTable.Has(e.Lemma, classDonating) && (loose || e.Kind == ontology.Deal || e.Kind == ontology.Aid):
		e.become(ontology.Election) // "donated $5,000 to his opponent"
	case !f.sport && f.vote && loose && wordTable.Has(e.Lemma, classBowing) && f.lemma(f.kid(e.Head, token.CompoundPrt)) == "out":
		e.become(ontology.Election) // "dropped out in May"
	case research && f.science && (loose || e.Kind == ontology.Accuse || e.Kind == ontology.Culture):
		e.become(ontology.Science)
	}
}

// bySection gives what is left without a kind of its own that of the pages
// that the article stands in: all of the arts pages, and of business what is
// done with shares and offers. Only when all is joined: what has no kind is no
// second telling of what the article is about.
func (f *finder) bySection(es []Event) {
	if f.sport || f.vote || !f.arts && !f.trade {
		return
	}
	for i := range es {
		f.d.CheckAt(i)
		e := &es[i]
		switch {
		case e.Kind != ontology.Change || e.given:
		case f.trade:
			if f.ofShares(e) {
				e.become(ontology.Deal)
			}
		case !wordTable.Has(e.Lemma, classStatic):
			e.become(ontology.Culture)
		}
	}
}

// ofShares reports whether e is an offer, or done with shares, debts or offers.
func (f *finder) ofShares(e *Event) bool {
	return wordTable.Has(e.Lemma, classShares) || f.takesPart(e, classShares)
}
