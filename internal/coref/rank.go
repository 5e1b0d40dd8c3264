package coref

import (
	"math"
	"math/bits"

	"github.com/dateline-go/dateline/internal/actor"
	"github.com/dateline-go/dateline/internal/token"
)

// A Feature is something that speaks for or against an actor being what a
// pronoun stands for. Each is true or false; its weights are learned.
type Feature uint8

// The features. Distances are of the actor's last mention, in sentences.
const (
	Nobody Feature = iota // stands for no actor at all: what each must beat
	SameSentence
	SentenceBefore
	TwoBefore
	ThreeBefore
	Farther
	LaterParagraph // a paragraph begins in between
	Nearest        // of those that suit it, spoken of last
	SecondNearest
	Only     // that suits it
	Subject  // the last mention is a subject
	Passive  // a passive one
	Object   // an object
	Oblique  // behind a preposition of the verb
	Modifier // behind a preposition of a noun
	Owner    // a possessor
	Lone     // the root of its sentence
	MainSubject
	BothSubjects
	SubjectOwns    // "X ... his": subject of the same clause
	SubjectGoverns // subject of the verb that governs the pronoun's clause
	SharedVerb     // subject of a verb that is coordinated with the pronoun's
	Acts           // the pronoun is the subject of what people and bodies do
	IsSomething    // it is the subject of "be"
	WasName
	WasDescription
	WasPronoun
	Once // mentions so far
	Twice
	Often
	VeryOften
	Light // weight, fading
	Middling
	Weighty
	Weightiest // of those that suit it
	Stated     // the gender is stated
	Guessed    // the gender comes from the given name
	Unknown    // the gender is not known
	Relation   // known only as somebody's
	Described  // one known by a role alone
	AState
	AFirm
	ABody
	AnArmedGroup
	AGroup
	APair
	Unnamed     // no name
	FromQuote   // spoken of in a quotation, the pronoun stands outside
	IntoQuote   // the other way round
	SameQuote   // both inside one
	Speaker     // who speaks in the quotation that the pronoun stands in
	KeepsSaying // the pronoun speaks, and so did the actor a few sentences before
	Headline    // spoken of in a headline last
	OwnsOwner   // a possessive after a possessive
	Reflexive   // a reflexive after a subject
	Main        // the person whom the article names most by far
	MainAfresh  // the same; the paragraph names nobody else whom the pronoun suits
	NamedHere   // named in the pronoun's paragraph
	NamedOnce   // in the whole article
	NumFeatures
)

// Classes of pronouns, each with its own weights.
const (
	PersonPronoun = iota // he, she
	ThingPronoun         // it
	PluralPronoun        // they
	NumPronouns
)

// Weights are of each feature for each class of pronouns.
type Weights [NumFeatures][NumPronouns]float32

// Features are a set of features.
type Features uint64

func (f *Features) put(x Feature, ok bool) {
	if ok {
		*f |= 1 << x
	}
}

// Has reports whether x is in f.
func (f Features) Has(x Feature) bool { return f>>x&1 != 0 }

// A Decision is a pronoun and the actors that it may stand for: what the
// weights are learned from.
type Decision struct {
	Token      int32
	Class      int
	Candidates []Candidate
}

// A Candidate is one of the actors of a Decision.
type Candidate struct {
	Features Features
	Mentions []Mention // of the actor so far
	e        int32
}

// candidates are the entities that pronoun t can stand for, the last one first.
func (r *resolver) choices(t int32, here seen, f form) []Candidate {
	out := r.buf[:0]
	for c, x := range r.recent {
		dist := here.sent - x.last.sent
		if dist >= 0 && (dist <= maxBack || c == r.main) && suits(x, f, dist) && r.bound(x, t, here, f) && !r.inTurn(c, here) {
			out = append(out, Candidate{Features: r.features(c, here, f), Mentions: x.Mentions, e: c})
		}
	}
	r.namedIn(out, r.d.Sents[here.sent].Para)
	heaviest, most := -1, float32(0)
	for i := range out {
		x := &r.es[out[i].e]
		if w := x.weight * fade(here.sent-x.at); w > most {
			heaviest, most = i, w
		}
		out[i].Features.put(Nearest, i == 0)
		out[i].Features.put(SecondNearest, i == 1)
		out[i].Features.put(Only, len(out) == 1)
	}
	if heaviest >= 0 {
		out[heaviest].Features.put(Weightiest, true)
	}
	r.buf = out
	return out
}

// namedIn notes what the names in the pronoun's paragraph and in the whole
// article say of the choices.
func (r *resolver) namedIn(out []Candidate, para int32) {
	other := false
	for i := range out {
		x := &r.es[out[i].e]
		other = other || x.para == para && out[i].e != r.main
	}
	for i := range out {
		x := &r.es[out[i].e]
		f := &out[i].Features
		f.put(NamedHere, x.para == para)
		f.put(NamedOnce, x.names == 1)
		f.put(Main, out[i].e == r.main)
		f.put(MainAfresh, out[i].e == r.main && !other)
	}
}

// features are those of entity c for a pronoun that stands at here.
func (r *resolver) features(c int32, here seen, f form) Features {
	x := &r.es[c]
	var s Features
	r.distance(&s, x, here)
	r.syntax(&s, x, here, f)
	salience(&s, x, here)
	r.quality(&s, x, f)
	r.quoting(&s, c, here)
	return s
}

func (r *resolver) distance(s *Features, x *entity, here seen) {
	dist := here.sent - x.last.sent
	s.put(SameSentence, dist == 0)
	s.put(SentenceBefore, dist == 1)
	s.put(TwoBefore, dist == 2)
	s.put(ThreeBefore, dist == 3)
	s.put(Farther, dist > 3)
	last := &r.d.Sents[x.last.sent]
	s.put(LaterParagraph, last.Para != r.d.Sents[here.sent].Para)
	s.put(Headline, last.Kind == token.Headline)
}

func (r *resolver) syntax(s *Features, x *entity, here seen, f form) {
	last := x.last
	subject := last.rel == token.Nsubj
	s.put(Subject, subject)
	s.put(Passive, subject && r.d.Tokens[last.top].Rel == token.NsubjPass)
	s.put(Object, last.rel == token.Obj || last.rel == token.Iobj)
	s.put(Oblique, last.rel == token.Obl)
	s.put(Modifier, last.rel == token.Nmod)
	s.put(Owner, last.rel == token.NmodPoss)
	s.put(Lone, last.rel == token.Root)
	s.put(BothSubjects, subject && here.rel == token.Nsubj)
	s.put(OwnsOwner, last.rel == token.NmodPoss && f.possessive)
	s.put(Reflexive, subject && f.reflexive)
	if here.verb != token.None && here.rel == token.Nsubj {
		v := &r.d.Tokens[here.verb]
		s.put(Acts, listed(v.Lemma, classActs))
		s.put(IsSomething, v.UPOS != token.VERB)
	}
	if last.verb == token.None || here.verb == token.None {
		return
	}
	s.put(MainSubject, subject && r.d.Tokens[last.verb].Rel == token.Root)
	s.put(SubjectOwns, subject && f.possessive && last.verb == here.verb)
	v := &r.d.Tokens[here.verb]
	s.put(SubjectGoverns, subject && v.Head == last.verb && v.Rel.Base() != token.Conj)
	s.put(SharedVerb, subject && v.Head == last.verb && v.Rel.Base() == token.Conj)
}

func salience(s *Features, x *entity, here seen) {
	switch x.Mentions[len(x.Mentions)-1].Form {
	case actor.Name:
		s.put(WasName, true)
	case actor.Nominal:
		s.put(WasDescription, true)
	default:
		s.put(WasPronoun, true)
	}
	n := len(x.Mentions)
	s.put(Once, n == 1)
	s.put(Twice, n == 2)
	s.put(Often, n > 2 && n < 7)
	s.put(VeryOften, n >= 7)
	w := x.weight * fade(here.sent-x.at)
	s.put(Light, w < 0.8)
	s.put(Middling, w >= 0.8 && w <= 2)
	s.put(Weighty, w > 2)
}

func (r *resolver) quality(s *Features, x *entity, f form) {
	s.put(Stated, x.sure && x.Gender != 0)
	s.put(Guessed, !x.sure && x.Gender != 0)
	s.put(Unknown, x.Gender == 0)
	s.put(Relation, x.Kind == actor.RoleOnly && r.relation(x))
	s.put(Described, x.Kind == actor.RoleOnly)
	s.put(AState, x.Kind == actor.State)
	s.put(AFirm, x.Kind == actor.Company || x.Kind == actor.Media)
	s.put(ABody, x.Kind == actor.Organisation)
	s.put(AnArmedGroup, x.Kind == actor.ArmedGroup)
	s.put(AGroup, x.Kind == actor.Group)
	s.put(APair, len(x.Members) > 0)
	s.put(Unnamed, x.Mentions[0].Form == actor.Nominal)
}

func (r *resolver) quoting(s *Features, c int32, here seen) {
	x := &r.es[c]
	in, out := here.quote != token.None, x.last.quote != token.None
	s.put(FromQuote, out && !in)
	s.put(IntoQuote, in && !out)
	s.put(SameQuote, in && out && here.quote == x.last.quote)
	s.put(Speaker, in && r.saidBy(here.quote) == c)
	s.put(KeepsSaying, !in && here.rel == token.Nsubj && here.verb != token.None && speechVerb(&r.d.Tokens[here.verb]) &&
		x.speaker >= 0 && here.sent-x.speaker <= 4)
}

// classOf is the class of pronouns of form f.
func classOf(f form) int {
	switch {
	case f.plural:
		return PluralPronoun
	case f.gender == actor.Neut:
		return ThingPronoun
	}
	return PersonPronoun
}

// Score is the sum of the weights of f for a class of pronouns.
func (w *Weights) Score(f Features, class int) float32 {
	s := float32(0)
	for ; f != 0; f &= f - 1 {
		s += w[bits.TrailingZeros64(uint64(f))][class]
	}
	return s
}

// antecedent is the entity that suits pronoun t best and how likely it is, by
// the weights, among the others and nobody at all; None when that is less than
// likely enough.
func (r *resolver) antecedent(t int32, here seen, f form) (best int32, p float32) {
	choices := r.choices(t, here, f)
	class := classOf(f)
	if r.o.Learn != nil {
		r.o.Learn(Decision{t, class, choices})
	}
	w := r.o.Weights
	if w == nil {
		w = &rankWeights
	}
	best = token.None
	most := math.Inf(-1)
	sum := math.Exp(float64(w[Nobody][class]))
	for i := range choices {
		s := float64(w.Score(choices[i].Features, class))
		sum += math.Exp(s)
		if s > most {
			best, most = choices[i].e, s
		}
	}
	return best, float32(math.Exp(most) / sum)
}

// FeatureNames are the names of the features.
var FeatureNames = [NumFeatures]string{
	Nobody:         "Nobody",
	SameSentence:   "SameSentence",
	SentenceBefore: "SentenceBefore",
	TwoBefore:      "TwoBefore",
	ThreeBefore:    "ThreeBefore",
	Farther:        "Farther",
	LaterParagraph: "LaterParagraph",
	Nearest:        "Nearest",
	SecondNearest:  "SecondNearest",
	Only:           "Only",
	Subject:        "Subject",
	Passive:        "Passive",
	Object:         "Object",
	Oblique:        "Oblique",
	Modifier:       "Modifier",
	Owner:          "Owner",
	Lone:           "Lone",
	MainSubject:    "MainSubject",
	BothSubjects:   "BothSubjects",
	SubjectOwns:    "SubjectOwns",
	SubjectGoverns: "SubjectGoverns",
	SharedVerb:     "SharedVerb",
	Acts:           "Acts",
	IsSomething:    "IsSomething",
	WasName:        "WasName",
	WasDescription: "WasDescription",
	WasPronoun:     "WasPronoun",
	Once:           "Once",
	Twice:          "Twice",
	Often:          "Often",
	VeryOften:      "VeryOften",
	Light:          "Light",
	Middling:       "Middling",
	Weighty:        "Weighty",
	Weightiest:     "Weightiest",
	Stated:         "Stated",
	Guessed:        "Guessed",
	Unknown:        "Unknown",
	Relation:       "Relation",
	Described:      "Described",
	AState:         "AState",
	AFirm:          "AFirm",
	ABody:          "ABody",
	AnArmedGroup:   "AnArmedGroup",
	AGroup:         "AGroup",
	APair:          "APair",
	Unnamed:        "Unnamed",
	FromQuote:      "FromQuote",
	IntoQuote:      "IntoQuote",
	SameQuote:      "SameQuote",
	Speaker:        "Speaker",
	KeepsSaying:    "KeepsSaying",
	Headline:       "Headline",
	OwnsOwner:      "OwnsOwner",
	Reflexive:      "Reflexive",
	Main:           "Main",
	MainAfresh:     "MainAfresh",
	NamedHere:      "NamedHere",
	NamedOnce:      "NamedOnce",
}

// BuiltIn are the weights that Resolve has by itself.
func BuiltIn() Weights { return rankWeights }
