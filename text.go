package dateline

import (
	"iter"

	"github.com/dateline-go/dateline/internal/token"
)

// An Article is what a Parser reads. Only Text is required.
type Article struct {
	// ID is the caller's own name for the article. A TimelineBuilder tells
	// articles apart by it; when it is empty, by source, date and text.
	ID string `json:"id,omitzero"`
	// Source is who published the article, such as "Reuters".
	Source string `json:"source,omitzero"`
	// Home is where the source is at home, if that is known: a town ("Tyler,
	// Texas"), a state or a country, by name or ISO 3166-1 code. Of several
	// places of one name the text then rather means the one near or there.
	Home string `json:"home,omitzero"`
	// Published is the day or moment of publication, as exactly as it is
	// known. It settles "on Tuesday" and "August 6". When it is zero, only
	// the text itself settles them; the clock of the machine never does.
	Published Moment `json:"published,omitzero"`
	// Language is a BCP 47 tag. Empty means: look at the text.
	Language string `json:"language,omitzero"`
	// Title is the headline as the publisher gives it. The paragraph of Text
	// that repeats it is the headline, whatever it looks like. If Text lacks
	// it, no value is taken from it, but what it tells matters more.
	Title string `json:"title,omitzero"`
	// Byline is who wrote the article: "By Ann Smith in Kyiv and Bob Lowe".
	// These persons are no actors of it.
	Byline string `json:"byline,omitzero"`
	// Section is where the publisher has it: "Sport", "world/europe".
	Section string `json:"section,omitzero"`
	// Text is the article's plain text in UTF-8. It is never altered: every
	// Span counts bytes of this very string.
	Text string `json:"text"`
	// Page tells where Text stands on the page that it was taken from.
	Page PageMap `json:"page,omitempty"`
}

// A Span is a half-open range of bytes of Article.Text. Both ends stand on
// rune boundaries. The zero Span means that there is no such place.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// IsZero reports whether s is the zero Span.
func (s Span) IsZero() bool { return s == Span{} }

// Len is the number of bytes in s.
func (s Span) Len() int { return s.End - s.Start }

// Contains reports whether o lies wholly in s.
func (s Span) Contains(o Span) bool { return s.Start <= o.Start && o.End <= s.End }

// Overlaps reports whether s and o have a byte in common.
func (s Span) Overlaps(o Span) bool { return s.Start < o.End && o.Start < s.End }

// Evidence tells what made a value and how sure it is.
type Evidence struct {
	// Rule names the rule or model, such as "weekday-past".
	Rule string `json:"rule,omitzero"`
	// Score is between 0 (a guess) and 1 (certain). It orders values of one
	// kind; it is no calibrated probability. It is 0, too, where the rule is
	// told alone: of who speaks, of an event's date and mentions. Of an event's
	// place it is at most 0.5 where the event's own words name none.
	Score float64 `json:"score,omitzero"`
}

// A Text is the analysed article that parsers get: its sentences and tokens
// with their syntax, its quotations and names, and the results of the stages
// before. It is read-only and safe for concurrent use.
//
// Slices that its methods return are shared: read them, do not change them.
type Text struct {
	article Article
	doc     *token.Doc
	config  *config
	truth   truth

	// Public values, written once after each stage.
	times      []TimeMention
	locations  []Location
	actors     []Actor
	statements []Statement
	events     []Event
}

// Article is what is being parsed.
func (t *Text) Article() Article { return t.article }

// Slice is the text of s. A span that is not inside the text gives "".
func (t *Text) Slice(s Span) string { return slice(t.article.Text, s) }

// Times are the time expressions found, once their stage is over.
func (t *Text) Times() []TimeMention { return t.times }

// Locations are the places found, once their stage is over.
func (t *Text) Locations() []Location { return t.locations }

// Actors are the actors found, coreference included, once their stage is over.
func (t *Text) Actors() []Actor { return t.actors }

// Statements are the statements found, once their stage is over.
func (t *Text) Statements() []Statement { return t.statements }

// NumSentences is the number of sentences.
func (t *Text) NumSentences() int { return len(t.doc.Sents) }

// Sentence is sentence i, counted from 0.
func (t *Text) Sentence(i int) Sentence { return Sentence{t, int32(i)} }

// Sentences yields the sentences in text order.
func (t *Text) Sentences() iter.Seq[Sentence] {
	return func(yield func(Sentence) bool) {
		for i := range t.doc.Sents {
			if !yield(Sentence{t, int32(i)}) {
				return
			}
		}
	}
}

// NumTokens is the number of tokens.
func (t *Text) NumTokens() int { return len(t.doc.Tokens) }

// Token is token i of the text, counted from 0.
func (t *Text) Token(i int) Token { return Token{t, int32(i)} }

// Tokens yields the tokens in text order.
func (t *Text) Tokens() iter.Seq[Token] { return t.tokens(0, int32(len(t.doc.Tokens))) }

// TokensIn yields the tokens that overlap s.
func (t *Text) TokensIn(s Span) iter.Seq[Token] {
	if s.Start < 0 || s.End > len(t.article.Text) || s.Start >= s.End {
		return t.tokens(0, 0)
	}
	return t.tokens(t.doc.Range(inner(s)))
}

func (t *Text) tokens(first, last int32) iter.Seq[Token] {
	return func(yield func(Token) bool) {
		for i := first; i < last; i++ {
			if !yield(Token{t, i}) {
				return
			}
		}
	}
}

// Entities yields the named entities in text order. They do not overlap.
func (t *Text) Entities() iter.Seq[Entity] {
	return func(yield func(Entity) bool) {
		for i := range t.doc.Ents {
			if !yield(t.entity(int32(i))) {
				return
			}
		}
	}
}

func (t *Text) entity(i int32) Entity {
	e := &t.doc.Ents[i]
	return Entity{Span: outer(e.Span), Type: EntityType(e.Type.String()), Score: float64(e.Score) / 100}
}

// Quotations yields the stretches between quotation marks in text order, an
// outer one before those inside it. A quotation that reopens its marks at
// each paragraph yields one stretch a paragraph.
func (t *Text) Quotations() iter.Seq[Quotation] {
	return func(yield func(Quotation) bool) {
		for i := range t.doc.Quotes {
			q := &t.doc.Quotes[i]
			if !yield(Quotation{Span: outer(q.Span), Content: outer(q.Content), Unclosed: q.Unclosed, Continues: q.Prev != token.None}) {
				return
			}
		}
	}
}

// A Quotation is a stretch of text between quotation marks.
type Quotation struct {
	// Span includes the marks, Content does not.
	Span, Content Span
	// Unclosed means that the closing mark is missing: the paragraph bounds it.
	Unclosed bool
	// Continues means that the quotation before it goes on in this paragraph.
	Continues bool
}

// An Entity is one mention of a name, as named-entity recognition sees it.
type Entity struct {
	Span Span
	Type EntityType
	// Score is between 0 and 1.
	Score float64
}

// SentenceKind tells what a sentence is in the make-up of an article. The set
// is open; the built-in kinds are the constants below.
type SentenceKind string

// The kinds of sentences.
const (
	// SentenceBody is the story itself.
	SentenceBody SentenceKind = "body"
	// SentenceHeadline is a title or a cross-head.
	SentenceHeadline SentenceKind = "headline"
	// SentenceDateline is "KYIV, Aug 12 (Reuters) -".
	SentenceDateline SentenceKind = "dateline"
	// SentenceBoilerplate is a credit or a notice; no value is taken from it.
	SentenceBoilerplate SentenceKind = "boilerplate"
)

// EntityType is what a name is the name of.
type EntityType string

// The types of entities.
const (
	EntityPerson       EntityType = "PER"
	EntityOrganization EntityType = "ORG"
	EntityLocation     EntityType = "LOC"
	EntityMisc         EntityType = "MISC" // other names
	EntityNORP         EntityType = "NORP" // nationalities, religions, political groups: "Russian"
)

// A Sentence is a cheap view of one sentence of a Text.
type Sentence struct {
	t *Text
	i int32
}

// Index is the sentence's number in the text, from 0.
func (s Sentence) Index() int { return int(s.i) }

// Span runs from the first token to the last.
func (s Sentence) Span() Span { return outer(s.t.doc.Sents[s.i].Span) }

// String is the sentence's text.
func (s Sentence) String() string { return s.t.Slice(s.Span()) }

// Kind tells a headline, a dateline and boilerplate from the story.
func (s Sentence) Kind() SentenceKind { return sentenceKinds[s.t.doc.Sents[s.i].Kind] }

// Paragraph is the number of the sentence's paragraph, from 0.
func (s Sentence) Paragraph() int { return int(s.t.doc.Sents[s.i].Para) }

// Tokens yields the sentence's tokens in text order.
func (s Sentence) Tokens() iter.Seq[Token] {
	x := &s.t.doc.Sents[s.i]
	return s.t.tokens(x.First, x.Last)
}

// Root is the head of the sentence's dependency tree.
func (s Sentence) Root() (Token, bool) {
	x := &s.t.doc.Sents[s.i]
	for i := x.First; i < x.Last; i++ {
		if s.t.doc.Tokens[i].Head == token.None {
			return Token{s.t, i}, true
		}
	}
	return Token{}, false
}

// A Token is a cheap view of one syntactic word of a Text, in the sense of
// Universal Dependencies (https://universaldependencies.org): "don't" is two.
type Token struct {
	t *Text
	i int32
}

func (k Token) raw() *token.Token { return &k.t.doc.Tokens[k.i] }

// Index is the token's number in the text, from 0.
func (k Token) Index() int { return int(k.i) }

// Span is where the token stands.
func (k Token) Span() Span { return outer(k.raw().Span) }

// String is the token as it is written.
func (k Token) String() string { return k.t.doc.Word(k.i) }

// Lower is the lower-case form, with a straight apostrophe for a curly one.
func (k Token) Lower() string { return k.raw().Lower }

// Lemma is the UD lemma.
func (k Token) Lemma() string { return k.raw().Lemma }

// UPOS is the universal part of speech, such as VERB.
func (k Token) UPOS() string { return k.raw().UPOS.String() }

// XPOS is the Penn Treebank tag, such as VBD.
func (k Token) XPOS() string { return k.raw().XPOS.String() }

// Feats are the UD features, such as "Mood=Ind|Tense=Past|VerbForm=Fin", or "_".
func (k Token) Feats() string { return k.raw().Feats.String() }

// Relation is the UD relation to the head, such as nsubj or obl:agent; "root" where there is none.
func (k Token) Relation() string { return k.raw().Rel.String() }

// Head is the syntactic head; a root has none.
func (k Token) Head() (Token, bool) {
	if h := k.raw().Head; h != token.None {
		return Token{k.t, h}, true
	}
	return Token{}, false
}

// Children yields the direct dependents in text order.
func (k Token) Children() iter.Seq[Token] {
	return func(yield func(Token) bool) {
		for c := range k.t.doc.Kids(k.i) {
			if !yield(Token{k.t, c}) {
				return
			}
		}
	}
}

// Subtree is the span from the leftmost to the rightmost descendant, the
// token itself included.
func (k Token) Subtree() Span { return outer(k.t.doc.SpanOf(k.t.doc.Subtree(k.i))) }

// Sentence is the sentence that the token stands in.
func (k Token) Sentence() Sentence { return Sentence{k.t, k.raw().Sent} }

// Entity is the named entity that the token is part of.
func (k Token) Entity() (Entity, bool) {
	if e := k.raw().Ent; e != token.None {
		return k.t.entity(e), true
	}
	return Entity{}, false
}

// Quoted reports whether the token stands between quotation marks.
func (k Token) Quoted() bool { return k.raw().Quote != token.None }

func slice(text string, s Span) string {
	if s.Start < 0 || s.End > len(text) || s.Start >= s.End {
		return ""
	}
	return text[s.Start:s.End]
}
