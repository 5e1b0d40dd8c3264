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
	artsShare  = 25
	firmShare  = 15
	bombWords  = 2 // words of bombs that make a blast no accident
)

// topics tells which sections of the paper the text belongs to.
func (f *finder) topics() {
	topics := [...]struct {
		class wordClass
		is    *bool
		share int
		n     int
		seen  map[string]bool
	}{{class: classSport, is: &f.sport, share: topicShare}, {class: classScience, is: &f.science, share: topicShare},
		{class: classVote, is: &f.vote, share: topicShare}, {class: classArts, is: &f.arts, share: artsShare},
		{class: classFirm, is: &f.trade, share: firmShare}}
	for k := range topics {
		topics[k].seen = make(map[string]bool)
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
		for k := range topics {
			if w.Has(topics[k].class) {
				topics[k].n++
				if len(topics[k].seen) < topicWords {
					topics[k].seen[t.Lower] = true
				}
			}
		}
	}
	for k := range topics {
		x := &topics[k]
		*x.is = len(x.seen) >= topicWords && x.n*x.share >= words
	}
	f.bombed = bombs >= bombWords
	f.section()
}

// section is what the publisher's name for the section tells of it.
func (f *finder) section() {
	for w := range strings.FieldsFuncSeq(strings.ToLower(f.in.Section), func(r rune) bool { return !unicode.IsLetter(r) }) {
		e := wordTable.Find(w)
		f.sport = f.sport || e.Has(classSportSection)
		f.science = f.science || e.Has(classScienceSection)
		f.vote = f.vote || e.Has(classVoteSection)
		f.arts = f.arts || e.Has(classArtsSection)
		f.trade = f.trade || e.Has(classFirmSection)
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
	return wordTable.Has(e.Lemma, classShares) || slices.ContainsFunc(e.Roles, func(r Role) bool {
		return wordTable.Has(f.d.Tokens[r.Head].Lemma, classShares)
	})
}
