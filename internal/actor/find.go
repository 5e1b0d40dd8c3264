package actor

import (
	"cmp"
	"slices"
	"strings"

	"github.com/dateline-go/dateline/internal/token"
)

// finder holds what one call of Find knows.
type finder struct {
	d       *token.Doc
	o       Options
	words   []*wordChunk // what the tables know; the first is nothing
	nWords  int
	wordAt  []int32  // of each token, its place in words
	names   []name   // by first token, not overlapping
	nameAt  []int32  // token: index in names plus one, or 0
	phrases []phrase // by first token
	// Phrases by where they stand, plus one; 0 is none.
	starts []int32 // token: the phrase that begins there
	ends   []int32 // token: the phrase whose head ends before it
	lasts  []int32 // token: the outermost phrase that ends before it
	out    []Mention
}

// Find is every mention of an actor in d outside boilerplate, by start.
// It reads d.Ents, tags and trees.
func Find(d *token.Doc, o Options) []Mention {
	if len(d.Tokens) == 0 {
		return nil
	}
	f := &finder{d: d, o: o}
	f.lexicalise()
	f.findNames()
	f.findPhrases()
	f.link()
	f.states()
	f.ids()
	slices.SortStableFunc(f.out, token.Looking(d, func(a, b Mention) int {
		return cmp.Or(cmp.Compare(a.Span.Start, b.Span.Start), cmp.Compare(b.Span.End, a.Span.End))
	}))
	return f.out
}

// ids gives mentions by a name of the user's the IDs that come with it.
func (f *finder) ids() {
	if f.o.Known.Len() == 0 {
		return
	}
	for i := range f.out {
		f.d.CheckAt(i)
		if k, ok := f.o.Known.Lookup(f.out[i].Name); ok {
			f.out[i].IDs = f.o.Known.At(k).IDs
		}
	}
}

// skip reports whether sentence s is none of the story.
func (f *finder) skip(s int32) bool {
	k := f.d.Sents[s].Kind
	return k == token.Boilerplate || k == token.Dateline
}

// pos is the part of speech of token i; outside the text there is none.
func (f *finder) pos(i int32) token.UPOS {
	if i < 0 || int(i) >= len(f.d.Tokens) {
		return token.NoUPOS
	}
	return f.d.Tokens[i].UPOS
}

// nominal reports whether p is a part of speech that heads noun phrases.
func nominal(p token.UPOS) bool { return p == token.NOUN || p == token.PROPN }

// class is what the tables say of the phrase that begins at token i.
func (f *finder) class(i int32) Class {
	if i < 0 || int(i) >= len(f.wordAt) {
		return 0
	}
	return f.word(i).class
}

// possessive reports whether token i is a possessive mark.
func (f *finder) possessive(i int32) bool {
	t := &f.d.Tokens[i]
	return (t.Lower == "'s" || t.Lower == "'") && (t.Is(token.Joined) || !t.Is(token.SpaceBefore)) &&
		t.XPOS != token.VBZ && t.UPOS != token.AUX
}

func (f *finder) lower(i int32) string {
	if i < 0 || int(i) >= len(f.d.Tokens) {
		return ""
	}
	return f.d.Tokens[i].Lower
}

// sameSent reports whether i is a token of the sentence of j.
func (f *finder) sameSent(i, j int32) bool {
	return i >= 0 && int(i) < len(f.d.Tokens) && f.d.Tokens[i].Sent == f.d.Tokens[j].Sent
}

// clean is the text of tokens [first, last) on one line.
func (f *finder) clean(first, last int32) string {
	s := f.d.Str(f.d.SpanOf(first, last))
	if strings.ContainsAny(s, "\n\t\r") || strings.Contains(s, "  ") {
		return strings.Join(strings.Fields(s), " ")
	}
	return s
}

// placeAt is the place mention that overlaps s, or nil.
func (f *finder) placeAt(s token.Span) *Place {
	i, _ := slices.BinarySearchFunc(f.o.Places, s.Start, func(p Place, at int32) int { return cmp.Compare(p.End, at+1) })
	if i < len(f.o.Places) && f.o.Places[i].Overlaps(s) {
		return &f.o.Places[i]
	}
	return nil
}

// placeCountry is the country of a place mention that overlaps s.
func (f *finder) placeCountry(s token.Span) string {
	if p := f.placeAt(s); p != nil {
		return p.Country
	}
	return ""
}

// isPlace reports whether a place mention stands on s.
func (f *finder) isPlace(s token.Span) bool {
	p := f.placeAt(s)
	return p != nil && p.Span == s
}

// nameCountry is the country that name n names or lies in. A resolved place
// says it better than the name: Georgia, Jordan.
func (f *finder) nameCountry(n *name) string {
	if f.is(n.first-1, classContinent) {
		return "" // "Latin American"
	}
	if n.typ == token.LOC {
		if c := f.placeCountry(f.d.SpanOf(n.first, n.last)); c != "" {
			return c
		}
	}
	if n.iso != "" {
		return n.iso
	}
	return f.countryOf(n.first, n.last)
}

// countryOf is the country that tokens [first, last) name or belong to: a
// nation's name or adjective, a union of states, a seat, a resolved place.
func (f *finder) countryOf(first, last int32) string {
	for i := first; i < last; i++ {
		w := f.word(i)
		if w.nation != 0 && w.natEnd <= last && w.nation&(NationName|NationAdj) != 0 && !f.is(i-1, classContinent) {
			return w.iso
		}
		if w.end > i && w.end <= last && w.class&(ClassSeat|ClassBloc) != 0 && w.canon != "" {
			return strings.TrimSuffix(w.canon, "*")
		}
	}
	return f.placeCountry(f.d.SpanOf(first, last))
}

// sentOf is the sentence of token i.
func (f *finder) sentOf(i int32) *token.Sentence { return &f.d.Sents[f.d.Tokens[i].Sent] }
