// Package token is the arena that every room of the pipeline reads and the
// lower rooms fill: the tokens, sentences, paragraphs, quotations and named
// entities of one text, in flat slices, addressed by index. Offsets are bytes
// of Doc.Text, half-open, on rune boundaries. The text is never altered.
package token

import (
	"iter"
	"strings"
)

// None is the index that refers to nothing: no head, no parent, no entity.
const None int32 = -1

// Span is a half-open range of bytes of Doc.Text.
type Span struct{ Start, End int32 }

// Len is the number of bytes in s.
func (s Span) Len() int { return int(s.End - s.Start) }

// Contains reports whether o lies wholly in s.
func (s Span) Contains(o Span) bool { return s.Start <= o.Start && o.End <= s.End }

// Overlaps reports whether s and o share at least one byte.
func (s Span) Overlaps(o Span) bool { return s.Start < o.End && o.Start < s.End }

// Flags are properties of a token's surface that segmentation sees.
type Flags uint16

const (
	SpaceBefore Flags = 1 << iota // white space, or the text's start, stands before the token
	Capital                       // the first letter is an upper-case one
	AllCaps                       // at least two letters, all upper-case
	HasDigit                      // holds a digit
	Numeric                       // digits with inner , . : / - only
	Punct                         // holds no letter and no digit
	Joined                        // second or later word of a contraction or possessive: n't, 's, 'll, not in cannot
	QuoteMark                     // is a quotation mark (never an apostrophe)
)

// Token is one syntactic word in the sense of Universal Dependencies. There
// is one for each five bytes of text, so that its size, 48 bytes, is much of
// what a Parse needs.
type Token struct {
	Span
	*Word       // set by segmentation, and by tagging
	Sent  int32 // index of its sentence in Doc.Sents
	Head  int32 // index of its syntactic head in Doc.Tokens; None for a root, or before parsing
	Kid   int32 // first dependent in text order, or None; set by Doc.Link
	Sib   int32 // next dependent of the same head in text order, or None; set by Doc.Link
	Ent   int32 // index of its entity in Doc.Ents, or None
	Quote int32 // index of the innermost quotation in Doc.Quotes whose content holds it, or None
	Flags Flags
	UPOS  UPOS
	XPOS  XPOS
	Rel   Rel // UD relation to Head

	happened, dynamic uint8 // what Fact tells, once judged is set
	judged            bool
}

// Is reports whether all of f are set.
func (t *Token) Is(f Flags) bool { return t.Flags&f == f }

// Noun reports whether t is a noun or a name.
func (t *Token) Noun() bool { return t.UPOS == NOUN || t.UPOS == PROPN }

// Kind tells what a sentence or a paragraph is in the make-up of an article.
type Kind uint8

const (
	Body        Kind = iota
	Headline         // title or cross-head, no final stop
	Dateline         // "KYIV, Aug 12 (Reuters) -": place, date, agency
	Boilerplate      // credits, "Reporting by ...", "image source: ...": never an actor, event or statement
)

// Sentence is a run of tokens. Its span runs from the first token to the last.
type Sentence struct {
	Span
	First, Last int32 // tokens, half-open
	Para        int32 // index in Doc.Paras
	Kind        Kind
	// Crammed says that the sentence has too many tokens to its bytes for prose,
	// or no end, behind so many others of that sort that the text is no article:
	// it gets the tags of a first look, and a flat tree.
	Crammed bool
}

// Paragraph is a run of sentences between line breaks that end a paragraph.
type Paragraph struct {
	Span
	First, Last int32 // sentences, half-open
	Kind        Kind
}

// Mark is the kind of a quotation mark.
type Mark uint8

const (
	DoubleStraight Mark = iota // "
	DoubleCurly                // “ ”
	SingleStraight             // '
	SingleCurly                // ‘ ’
	Guillemet                  // « »
	LowHigh                    // „ “
	Backtick                   // `` ''
)

// Quotation is one pair of marks, or an opening mark whose closing is missing.
// Its Span includes the marks. A quotation over several paragraphs, with
// opening marks repeated and one closing, is a chain: Next links the parts.
type Quotation struct {
	Span
	Content  Span  // without the marks
	Parent   int32 // enclosing quotation, or None
	Next     int32 // continuation in the next paragraph, or None
	Prev     int32 // what this continues, or None
	Mark     Mark
	Unclosed bool // bounded by its paragraph for want of a closing mark (never set on a chain's inner parts)
}

// EntType is the type of a named entity.
type EntType uint8

const (
	PER  EntType = iota + 1 // persons
	ORG                     // organisations, companies, institutions, teams, media
	LOC                     // places, states, regions
	MISC                    // other names: events, works, laws, products
	NORP                    // demonyms, religions, parties' adherents: "Russian", "Democrats"
)

// String is the CoNLL name of the type.
func (t EntType) String() string {
	if int(t) < len(entNames) {
		return entNames[t]
	}
	return ""
}

var entNames = [...]string{"", "PER", "ORG", "LOC", "MISC", "NORP"}

// Entity is one mention of a name.
type Entity struct {
	Span
	First, Last int32 // tokens, half-open
	Type        EntType
	Score       uint8 // confidence in percent
}

// Doc is the arena.
type Doc struct {
	Text   string
	Title  []string        // lemmas of a title that the text lacks
	Done   <-chan struct{} // closed when the work is no longer wanted; nil if it always is
	Tick   func()          // called by Check, for tests that count; nil for nobody
	Tokens []Token
	Sents  []Sentence
	Paras  []Paragraph
	Quotes []Quotation // by start
	Ents   []Entity    // by start, not overlapping
	Preds  []Predicate // by token
	Args   []Argument  // those of each predicate by head

	// What rooms find for those words and predicates only that others ask
	// about, which are few. Nil finds nothing.
	Judge func(i int32) (happened, dynamic uint8) // for Fact
	Sense func(p *Predicate) string               // for Roleset
	Argue func(p *Predicate) []Argument           // for ArgsOf, which copies them
}

// Fact tells how likely, in 255ths, it is that what token i tells happened, and
// that it is an event: dynamic, particular and no hypothesis. Zero but for verbs,
// nouns and adjectives.
func (d *Doc) Fact(i int32) (happened, dynamic uint8) {
	t := &d.Tokens[i]
	if !t.judged && d.Judge != nil {
		t.happened, t.dynamic = d.Judge(i)
		t.judged = true
	}
	return t.happened, t.dynamic
}

// Settle finds all that is else found when it is asked for, so that d no more
// changes and several may read it at once. Nothing is found after it.
func (d *Doc) Settle() {
	for i := range d.Tokens {
		d.CheckAt(i)
		d.Fact(int32(i))
	}
	for i := range d.Preds {
		d.CheckAt(i)
		d.Roleset(&d.Preds[i])
		d.ArgsOf(&d.Preds[i])
	}
	d.Judge, d.Sense, d.Argue = nil, nil, nil
}

// Str is the text of s.
func (d *Doc) Str(s Span) string { return d.Text[s.Start:s.End] }

// Word is the surface of token i.
func (d *Doc) Word(i int32) string { t := &d.Tokens[i]; return d.Text[t.Start:t.End] }

// At is the index of the token that holds byte off, else of the first token
// after it, else len(d.Tokens).
func (d *Doc) At(off int32) int32 {
	lo, hi := 0, len(d.Tokens)
	for lo < hi {
		m := int(uint(lo+hi) >> 1)
		if d.Tokens[m].End <= off {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return int32(lo)
}

// Range is the half-open range of tokens that overlap s.
func (d *Doc) Range(s Span) (first, last int32) {
	first = d.At(s.Start)
	last = first
	for int(last) < len(d.Tokens) && d.Tokens[last].Start < s.End {
		last++
	}
	return first, last
}

// Link fills Kid and Sib of the tokens of sentence s from their heads.
func (d *Doc) Link(s int32) {
	sent := &d.Sents[s]
	for i := sent.First; i < sent.Last; i++ {
		d.Tokens[i].Kid, d.Tokens[i].Sib = None, None
	}
	for i := sent.Last - 1; i >= sent.First; i-- {
		if h := d.Tokens[i].Head; h != None {
			d.Tokens[i].Sib = d.Tokens[h].Kid
			d.Tokens[h].Kid = i
		}
	}
}

// StartsLine reports whether sentence s is the first of its paragraph or line.
func (d *Doc) StartsLine(s int32) bool {
	sent := &d.Sents[s]
	if d.Paras[sent.Para].First == s || sent.First == 0 {
		return true
	}
	return strings.Contains(d.Text[d.Tokens[sent.First-1].End:sent.Start], "\n")
}

// Kids yields the dependents of token i in text order.
func (d *Doc) Kids(i int32) iter.Seq[int32] {
	return func(yield func(int32) bool) {
		for k := d.Tokens[i].Kid; k != None; k = d.Tokens[k].Sib {
			if !yield(k) {
				return
			}
		}
	}
}

// FirstKids is Kids for no more than most of them: a word with a million
// dependents costs no more than a common one.
func (d *Doc) FirstKids(i int32, most int) iter.Seq[int32] {
	return func(yield func(int32) bool) {
		k := d.Tokens[i].Kid
		for n := 0; n < most && k != None && yield(k); n++ {
			k = d.Tokens[k].Sib
		}
	}
}

// Subtree is the half-open range of tokens from the leftmost to the rightmost
// descendant of token i, i included.
func (d *Doc) Subtree(i int32) (first, last int32) {
	first, last = i, i+1
	for j := i; d.Tokens[j].Kid != None; {
		j = d.Tokens[j].Kid
		first = min(first, j)
	}
	for j := i; ; {
		k := d.Tokens[j].Kid
		if k == None {
			break
		}
		for d.Tokens[k].Sib != None {
			k = d.Tokens[k].Sib
		}
		last = max(last, k+1)
		j = k
	}
	return first, last
}

// SpanOf is the span from token first to token last-1.
func (d *Doc) SpanOf(first, last int32) Span {
	return Span{d.Tokens[first].Start, d.Tokens[last-1].End}
}
