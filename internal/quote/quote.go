// Package quote finds who said what, and in whose words: every direct,
// indirect and mixed statement of a news text, with its content, cue,
// speaker, addressee, medium and time, and the stance that the cue gives it.
//
// Marks are read first: a quotation that stands beside its attribution needs
// no syntax. Then the dependency tree and the roles of each sentence give the
// complements of speech verbs and speech nouns, and token patterns (a comma and an
// attribution at the end of a sentence, "according to", "Name:") stand in
// where trees are often wrong. Last, quotations that nobody claimed are given
// to the statement they go on from.
package quote

import (
	"github.com/dateline-go/dateline/internal/coref"
	"github.com/dateline-go/dateline/internal/token"
)

// Kind says how a statement's words are given.
type Kind uint8

const (
	Direct   Kind = iota + 1 // all inside quotation marks, or set off as speech
	Indirect                 // none inside quotation marks
	Mixed                    // some inside
)

var kindNames = [...]string{"", "direct", "indirect", "mixed"}

// String is the kind in words.
func (k Kind) String() string {
	if int(k) < len(kindNames) {
		return kindNames[k]
	}
	return ""
}

// Input is what earlier rooms found in the same document.
type Input struct {
	Actors []coref.Actor
	Times  []token.Span // time expressions, by start
	Places []token.Span // places, by start
}

// Statement is one thing said, written or thought. Spans are bytes of the
// text, half-open.
type Statement struct {
	Kind    Kind
	Content []token.Span // what is said, in text order, without the final stop or the comma before the attribution
	Quoted  []token.Span // the parts of Content in marks, without the marks

	Cue      token.Span // the word or words that report; empty for a quotation that goes on without one
	CueToken int32      // head token of Cue, or token.None
	CueLemma string
	Stance   Stance

	Speaker      token.Span // noun phrase beside the cue; empty if the text gives none
	SpeakerHead  int32      // its head token, or token.None
	SpeakerActor int32      // index among Input.Actors, or token.None
	SpeakerRule  string     // how the speaker was found

	Addressee      token.Span // "told [reporters]"; empty if none
	AddresseeActor int32      // index among Input.Actors, or token.None
	Medium         token.Span // "in an interview with CNN", "on Twitter"; empty if none
	Time           int32      // index among Input.Times of when it was said, or token.None
	TimeRule       string     // how that was found
	Place          int32      // index among Input.Places of where it was said, or token.None
	PlaceRule      string     // how that was found

	Phrase  bool   // Content is a phrase: it names what is spoken of, and says nothing of it
	Negated bool   // "did not say": no statement was made
	Modal   string // modal or planning lemma over the cue, "will", "expect"; empty if none
	Parent  int32  // index of the statement whose content holds this one, or token.None
	Rule    string
	Score   uint8 // percent
}

// Hedged reports whether the statement may be made, or might have been: its
// modal does not tell that it will.
func (s *Statement) Hedged() bool { return wordTable.Has(s.Modal, classHedge) }

// Find is every statement of d, by start of content. It reads the tags,
// trees and roles of d; without trees only quotations beside their attribution come out.
func Find(d *token.Doc, in Input) []Statement {
	f := newFinder(d, in)
	f.findRegions()
	f.claimAdjacent()
	for s := range d.Sents {
		d.Check()
		if d.Sents[s].Kind != token.Boilerplate {
			f.sentence(int32(s), false)
		}
	}
	f.claimLoose()
	if len(f.regions) > 0 {
		for s := range d.Sents {
			d.CheckAt(s)
			if d.Sents[s].Kind != token.Boilerplate {
				f.sentence(int32(s), true)
			}
		}
	}
	f.merge()
	return f.finish()
}
