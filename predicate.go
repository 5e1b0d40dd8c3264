package dateline

import (
	"iter"

	"github.com/dateline-go/dateline/internal/role"
	"github.com/dateline-go/dateline/internal/token"
)

// A Predicate is a cheap view of a word of a Text that tells of an event, a
// state or a relation, with what takes part in it: a verb, an event noun
// ("the talks"), a predicate adjective. It follows PropBank
// (https://propbank.github.io), whose frames tell what each roleset means and
// what its numbered arguments are. Models trained on PropBank's annotation of
// the English Web Treebank find them.
type Predicate struct {
	t *Text
	i int32
}

// ArgumentLabel is what an Argument is to its Predicate.
type ArgumentLabel string

// Labels of arguments. Of the numbered ones, which each roleset defines for
// itself, 0 is as a rule who acts and 1 whom or what it is done to; with verbs
// of saying 0 is the speaker, 1 what is said and 2 the one spoken to.
const (
	ArgumentARG0           ArgumentLabel = "ARG0"
	ArgumentARG1           ArgumentLabel = "ARG1"
	ArgumentARG2           ArgumentLabel = "ARG2"
	ArgumentARG3           ArgumentLabel = "ARG3"
	ArgumentARG4           ArgumentLabel = "ARG4"
	ArgumentARG5           ArgumentLabel = "ARG5"
	ArgumentAdjectival     ArgumentLabel = "ARGM-ADJ"
	ArgumentAdverbial      ArgumentLabel = "ARGM-ADV"
	ArgumentCause          ArgumentLabel = "ARGM-CAU"
	ArgumentComitative     ArgumentLabel = "ARGM-COM"
	ArgumentConstruction   ArgumentLabel = "ARGM-CXN"
	ArgumentDirection      ArgumentLabel = "ARGM-DIR"
	ArgumentDiscourse      ArgumentLabel = "ARGM-DIS"
	ArgumentExtent         ArgumentLabel = "ARGM-EXT"
	ArgumentGoal           ArgumentLabel = "ARGM-GOL"
	ArgumentLocation       ArgumentLabel = "ARGM-LOC"
	ArgumentLightVerb      ArgumentLabel = "ARGM-LVB" // of an event noun: the verb in "hold talks"
	ArgumentManner         ArgumentLabel = "ARGM-MNR"
	ArgumentModal          ArgumentLabel = "ARGM-MOD"
	ArgumentNegation       ArgumentLabel = "ARGM-NEG"
	ArgumentPredication    ArgumentLabel = "ARGM-PRD"
	ArgumentPurpose        ArgumentLabel = "ARGM-PRP"
	ArgumentLightVerbsNoun ArgumentLabel = "ARGM-PRR" // of a light verb: the noun in "hold talks"
	ArgumentReciprocal     ArgumentLabel = "ARGM-REC"
	ArgumentTime           ArgumentLabel = "ARGM-TMP"
)

// An Argument is a participant or a circumstance of a Predicate.
type Argument struct {
	Label ArgumentLabel
	// Head is the word that stands for all of the argument: the noun of a
	// phrase, the verb of a clause. A relative pronoun's antecedent and the
	// subject that verbs share are arguments of each of these verbs.
	Head Token
	// Span is all its words, with the preposition or conjunction that leads
	// it in.
	Span Span
	// Score is between 0 (a guess) and 1 (certain).
	Score float64
}

// Predicates yields the predicates of the text in its order. Auxiliaries are
// among them, with rolesets of their own and no arguments; modals are not.
func (t *Text) Predicates() iter.Seq[Predicate] {
	return func(yield func(Predicate) bool) {
		for i := range t.doc.Preds {
			if !yield(Predicate{t, int32(i)}) {
				return
			}
		}
	}
}

// Predicate is the predicate that the token is.
func (k Token) Predicate() (Predicate, bool) {
	if i := k.t.doc.Pred(k.i); i != token.None {
		return Predicate{k.t, i}, true
	}
	return Predicate{}, false
}

func (p Predicate) raw() *token.Predicate { return &p.t.doc.Preds[p.i] }

// Token is the word itself.
func (p Predicate) Token() Token { return Token{p.t, p.raw().Token} }

// Roleset is PropBank's name of the sense, such as "beat.03" or "set_up.03".
// A verb that PropBank's sample does not hold has its lemma with ".01".
func (p Predicate) Roleset() string { return p.t.doc.Roleset(p.raw()) }

// Score tells how sure it is that the word is a predicate, between 0 and 1.
func (p Predicate) Score() float64 { return float64(p.raw().Score) / 100 }

// Happened tells how likely it is, between 0 and 1, that what the predicate
// tells happened by the time of writing: low for plans, wishes, conditions,
// denials. It is 0 for words that are neither verb, noun nor adjective.
// Learned from judgements of Universal Decompositional Semantics
// (http://decomp.io) about predicates of the English Web Treebank.
func (p Predicate) Happened() float64 {
	happened, _ := p.t.doc.Fact(p.raw().Token)
	return float64(happened) / 255
}

// Dynamic tells how likely it is, between 0 and 1, that the predicate tells of
// an event, a dynamic and particular happening that is no hypothesis, and not
// of a state, a habit or a thought. Few words of a text come above one half:
// compare it among words rather than with a bound. Learned as Happened is.
func (p Predicate) Dynamic() float64 {
	_, dynamic := p.t.doc.Fact(p.raw().Token)
	return float64(dynamic) / 255
}

// Arguments yields the arguments in the order of their heads.
func (p Predicate) Arguments() iter.Seq[Argument] {
	return func(yield func(Argument) bool) {
		for _, a := range p.t.doc.ArgsOf(p.raw()) {
			if !yield(p.argument(a)) {
				return
			}
		}
	}
}

// Argument is the first argument with a label.
func (p Predicate) Argument(l ArgumentLabel) (Argument, bool) {
	for _, a := range p.t.doc.ArgsOf(p.raw()) {
		if a.Label.String() == string(l) {
			return p.argument(a), true
		}
	}
	return Argument{}, false
}

func (p Predicate) argument(a token.Argument) Argument {
	span := p.t.doc.SpanOf(role.Phrase(p.t.doc, p.raw(), a))
	return Argument{ArgumentLabel(a.Label.String()), Token{p.t, a.Head}, outer(span), float64(a.Score) / 100}
}
