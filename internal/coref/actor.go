// Package coref joins the mentions of one article that are one actor: full
// and short names, acronyms, descriptions and pronouns, each link with its
// reason.
package coref

import (
	"github.com/dateline-go/dateline/internal/actor"
	"github.com/dateline-go/dateline/internal/token"
	"github.com/dateline-go/dateline/internal/when"
)

// Mention is one mention of an Actor, in text order within it.
type Mention struct {
	Span        token.Span // as actor.Mention.Span; a pronoun's own span
	Full        token.Span // with titles and roles that touch it
	First, Last int32      // tokens of Span, half-open
	Head        int32      // head token
	Form        actor.Form
	Reason      string // why it is this actor: "first-mention", "same-name", "surname", "acronym", "pronoun", ...
	Score       uint8  // how sure the link is, in percent
	Index       int32  // index among the mentions given to Resolve, or token.None for a pronoun that Resolve found
}

// Holder links an actor to a person that the table of office holders knows:
// an inference beside the text, which never replaces the article's spelling.
type Holder struct {
	Name    string // as the table writes it, "Emmanuel Macron"
	Office  string
	Country string
	Rule    string // "office-at-date", "leader-at-date", "name-match", "spelling-variant", "user-actor"; empty if there is no link
	Score   uint8
	ID      string // Wikidata's item, where the text tells the country or the office
}

// Actor is everybody that one article speaks of as one: a person, an
// organisation, a state, a group.
type Actor struct {
	Kind     actor.Kind
	Name     string   // fullest form, as the article spells it
	Aliases  []string // other forms, in order of appearance
	Mentions []Mention
	Roles    []actor.Role // as the article gives them, in order of appearance
	Country  string       // ISO 3166-1 alpha-2 code, "EU", "UN", or empty
	Gender   actor.Gender
	Number   actor.Number
	Count    int32
	Members  []int32 // indices of the actors that a plural ("both", "they" for two names) stands for
	Holder   Holder
	IDs      []actor.ID // what lists outside the text call it; of one scheme one
}

// Options are what Resolve may know beside the text.
type Options struct {
	Published when.Point       // dates the office holders; zero: no holder is linked by office
	Known     *actor.Knowledge // the user's own actors; nil for none
	Weights   *Weights         // of the features of pronouns; nil for the built-in ones
	Learn     func(Decision)   // called for each pronoun, for who learns the weights; nil for nobody
}

// ByToken gives, for every token of d, the index of the actor whose smallest
// mention covers it; of a token that only titles and roles cover ("minister"
// in "the minister, Ana Brandt"), the actor that they are of; or token.None.
func ByToken(d *token.Doc, actors []Actor) []int32 {
	out := make([]int32, len(d.Tokens))
	size := make([]int32, len(d.Tokens))
	for i := range out {
		out[i] = token.None
	}
	for a := range actors {
		d.CheckAt(a)
		for k := range actors[a].Mentions {
			m := &actors[a].Mentions[k]
			n := m.Last - m.First
			for t := m.First; t < m.Last; t++ {
				if out[t] == token.None || n < size[t] {
					out[t], size[t] = int32(a), n
				}
			}
		}
	}
	for a := range actors {
		d.CheckAt(a)
		for k := range actors[a].Mentions {
			m := &actors[a].Mentions[k]
			if m.Full == m.Span || m.Full.Len() <= 0 {
				continue
			}
			first, last := d.Range(m.Full)
			for t := first; t < last; t++ {
				if n := last - first; size[t] == 0 || size[t] < 0 && n < -size[t] {
					out[t], size[t] = int32(a), -n
				}
			}
		}
	}
	return out
}
