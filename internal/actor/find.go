package actor

import "github.com/dateline-go/dateline/internal/token"

// Find is every mention of an actor in d outside boilerplate, by start.
// It reads d.Ents, tags and trees where they are there, and makes do with
// capitals, titles and first names where they are not.
func Find(d *token.Doc, o Options) []Mention {
	var out []Mention
	for i := range d.Ents {
		e := &d.Ents[i]
		var k Kind
		switch e.Type {
		case token.PER:
			k = Person
		case token.ORG:
			k = Organisation
		default:
			continue
		}
		if d.Sents[d.Tokens[e.First].Sent].Kind == token.Boilerplate {
			continue
		}
		out = append(out, Mention{Span: e.Span, Full: e.Span, First: e.First, Last: e.Last, Head: e.Last - 1, Kind: k, Form: Name, Name: d.Str(e.Span), Number: Sing, Rule: "entity", Score: e.Score})
	}
	return out
}
