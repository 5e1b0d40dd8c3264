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
	words   []word
	names   []name   // by first token, not overlapping
	nameAt  []int32  // token: index in names plus one, or 0
	phrases []phrase // by first token
	tagged  bool     // parts of speech are there
	parsed  bool     // trees are there
	out     []Mention
}

// Find is every mention of an actor in d outside boilerplate, by start.
// It reads d.Ents, tags and trees where they are there, and makes do with
// capitals, titles and first names where they are not.
func Find(d *token.Doc, o Options) []Mention {
	if len(d.Tokens) == 0 {
		return nil
	}
	f := &finder{d: d, o: o}
	for i := range d.Tokens {
		f.tagged = f.tagged || d.Tokens[i].UPOS != token.NoUPOS
		f.parsed = f.parsed || d.Tokens[i].Rel != token.NoRel
	}
	f.parsed = f.parsed && f.tagged
	f.lexicalise()
	f.findNames()
	f.findPhrases()
	f.link()
	f.states()
	slices.SortStableFunc(f.out, func(a, b Mention) int {
		return cmp.Or(cmp.Compare(a.Span.Start, b.Span.Start), cmp.Compare(b.Span.End, a.Span.End))
	})
	return f.out
}

// skip reports whether sentence s is none of the story.
func (f *finder) skip(s int32) bool {
	k := f.d.Sents[s].Kind
	return k == token.Boilerplate || k == token.Dateline
}

// pos is the part of speech of token i: the tagger's, else a guess.
func (f *finder) pos(i int32) token.UPOS {
	if i < 0 || int(i) >= len(f.d.Tokens) {
		return token.NoUPOS
	}
	t := &f.d.Tokens[i]
	if f.tagged {
		return t.UPOS
	}
	switch {
	case t.Is(token.Punct):
		return token.PUNCT
	case t.Is(token.Numeric):
		return token.NUM
	}
	switch t.Lower {
	case "the", "a", "an", "this", "that", "these", "those", "some", "any", "every", "each", "no", "all", "both":
		return token.DET
	case "he", "she", "it", "they", "we", "i", "you", "him", "them", "us", "me", "who", "which", "whom", "his", "her", "its", "their", "our", "my", "your", "whose":
		return token.PRON
	case "of", "in", "on", "at", "by", "for", "from", "to", "with", "between", "against", "about", "into", "over", "after", "before", "during", "under", "as", "near", "through", "across", "without", "among", "since", "until", "amid":
		return token.ADP
	case "and", "or", "but", "nor":
		return token.CCONJ
	case "that's", "if", "because", "while", "when", "where", "although", "though", "whether":
		return token.SCONJ
	case "is", "are", "was", "were", "be", "been", "being", "has", "have", "had", "do", "does", "did", "will", "would", "can", "could", "may", "might", "shall", "should", "must":
		return token.AUX
	case "said", "says", "say", "told", "tells", "added", "warned", "wants", "want", "wanted", "met", "meet", "meets", "asked", "announced", "called", "made", "took", "gave", "went", "came", "left", "won", "lost", "died", "became", "rejected", "agreed", "accused", "urged", "vowed", "claimed", "denied", "insisted", "declined", "signed", "visited", "killed":
		return token.VERB
	case "'s", "'", "not", "n't":
		return token.PART
	case "former", "acting", "new", "senior", "top", "chief", "deputy", "foreign":
		return token.ADJ
	}
	if f.digit(i) > 0 || scale(t.Lower) > 1 {
		return token.NUM
	}
	if f.words[i].class&(ClassRole|ClassOrg|ClassGroup|ClassKin) != 0 {
		return token.NOUN
	}
	if f.words[i].nation&NationAdj != 0 && f.words[i].nation&NationName == 0 {
		return token.ADJ
	}
	if t.Is(token.Capital) {
		return token.PROPN
	}
	if strings.HasSuffix(t.Lower, "ly") {
		return token.ADV
	}
	if strings.HasSuffix(t.Lower, "ed") || strings.HasSuffix(t.Lower, "ing") {
		return token.VERB
	}
	return token.NOUN
}

// possessive reports whether token i is a possessive mark.
func (f *finder) possessive(i int32) bool {
	t := &f.d.Tokens[i]
	return (t.Lower == "'s" || t.Lower == "'") && (t.Is(token.Joined) || !t.Is(token.SpaceBefore)) && t.XPOS != token.VBZ && t.UPOS != token.AUX
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

// placeCountry is the country of a place mention that overlaps s.
func (f *finder) placeCountry(s token.Span) string {
	i, _ := slices.BinarySearchFunc(f.o.Places, s.Start, func(p Place, at int32) int { return cmp.Compare(p.End, at+1) })
	if i < len(f.o.Places) && f.o.Places[i].Overlaps(s) {
		return f.o.Places[i].Country
	}
	return ""
}

// isPlace reports whether a place mention stands on s.
func (f *finder) isPlace(s token.Span) bool {
	i, _ := slices.BinarySearchFunc(f.o.Places, s.Start, func(p Place, at int32) int { return cmp.Compare(p.End, at+1) })
	return i < len(f.o.Places) && f.o.Places[i].Span == s
}

// nameCountry is the country that name n names or lies in. A resolved place
// says it better than the name: Georgia, Jordan.
func (f *finder) nameCountry(n *name) string {
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
		w := &f.words[i]
		if w.nation != 0 && w.natEnd <= last && w.nation&(NationName|NationAdj) != 0 {
			return w.iso
		}
		if w.end > i && w.end <= last && w.class&(ClassSeat|ClassBloc) != 0 && w.canon != "" {
			return strings.TrimSuffix(w.canon, "*")
		}
	}
	return f.placeCountry(f.d.SpanOf(first, last))
}
