// Package title makes one short line of what an event's clause says, in the
// article's own words: subject, verb, object and what they cannot do without.
// It reads the dependency tree. Attributions, relative clauses, appositions,
// asides and dates are left out; a pronoun gives way to the name it stands
// for, as does a description of somebody named before; what is only said to be
// said or claimed is told so; an event that a noun tells outside subject and object gets its phrase.
// Trees have mistakes: a title that does not read well is written again in words
// that the text has in one piece.
package title

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/dateline-go/dateline/internal/syntax"
	"github.com/dateline-go/dateline/internal/token"
)

//go:generate go run ../gen/words

// Named is who a pronoun stands for.
type Named struct {
	Name      string
	Plural    bool
	Described bool // Name is no name: "the driver"
}

// Input is what earlier rooms found in the same Doc.
type Input struct {
	// Times are the calendar dates and times of day, by start, none overlapping: they are told
	// beside a title, not in it.
	Times []token.Span
	// Agent and Patient are the heads of who does it and of whom it is done
	// to, or token.None: subjects where the tree has none.
	Agent, Patient int32
	// Fact is set where the event has happened or goes on, as what its clause
	// tells: a noun then may get its clause for a title.
	Fact bool
	// Said is set where it is known whose word the event is, which is told beside
	// the title.
	Said bool
	// Name tells who the pronoun that is token i stands for; the zero Named if
	// nobody knows.
	Name func(i int32) Named
	// Known tells whom the description with head i stands for, who has a name;
	// the zero Described for nobody. It may be nil.
	Known func(i int32) Described
}

// Described is somebody with a name whom tokens [First, Last) describe.
type Described struct {
	Name        string
	First, Last int32
}

// Of is the title of the event whose trigger is token i.
func Of(d *token.Doc, i int32, in Input) string {
	if i < 0 || int(i) >= len(d.Tokens) {
		return ""
	}
	text := headline(d, i)
	if text != "" && d.Tokens[i].Rel == token.Root && d.Tokens[i].UPOS == token.VERB {
		return text
	}
	if q := question(d, i); q != "" {
		return q
	}
	b := builder{Doc: d, in: in, parts: make([]part, 0, 32), sent: token.None, last: new(look)}
	b.compose(i)
	if b.around && (b.fault() != noFault || !b.in.Fact && !b.holds(i)) {
		b.lone = true
		b.compose(i)
	}
	if text != "" && !slices.ContainsFunc(b.parts, func(p part) bool { return b.finite(p.tok) }) {
		return text // which says more than a phrase of it
	}
	if f := b.fault(); f == headless || f == dependent || f == second || b.thoseWho() {
		b.main(i)
	}
	if b.fault() != noFault || b.thoseWho() {
		b.verbatim(i, false)
	} else if b.in.Fact && b.nameless() {
		b.verbatim(i, true)
	}
	b.tidy()
	b.refer()
	b.hedge()
	return shorten(b.String())
}

// thoseWho reports whether the title only names those of whom its sentence tells:
// "Those who came to the wake".
func (b *builder) thoseWho() bool {
	return len(b.parts) > 1 && b.tok(b.parts[0].tok).Lower == "those" && b.asks(b.parts[1].tok)
}

// nameless reports whether the title of a clause beside the main one begins with a
// pronoun that nobody knows, for whom the sentence may have a word.
func (b *builder) nameless() bool {
	p := b.parts[0]
	return p.text == "" && b.tok(p.tok).XPOS == token.PRP && wordTable.Has(b.tok(p.tok).Lower, classThird) && p.tok > b.Sents[b.tok(p.tok).Sent].First+1 &&
		b.says != token.None && b.tok(b.says).Rel != token.Root && b.tok(b.says).Rel != token.AclRelcl && b.tok(p.tok).Quote == token.None
}

// main makes the title of the main clause of the sentence of i in place of one that
// does not read well, if it reads well, has the date of i, and is a fact as well as i.
func (b *builder) main(i int32) {
	root := b.mainClause(i, b.tok(i).Sent)
	made := *b
	if root == token.None || b.in.Fact == b.moot(root) || b.dating(i) {
		return
	}
	b.lone, b.in.Agent, b.in.Patient = false, token.None, token.None
	b.parts = make([]part, 0, 32)
	b.compose(root)
	if len(b.parts) < fewest || b.fault() != noFault {
		*b = made
	}
}

// mainClause is the predicate of the main clause of a sentence, if that is not i, or None.
func (b *builder) mainClause(i, sent int32) int32 {
	s := &b.Sents[sent]
	for k := s.First; k < s.Last; k++ {
		if b.tok(k).Rel == token.Root && k != i && b.predicate(k) {
			return k
		}
	}
	return token.None
}

// compose makes the title of trigger i as long as it may be and as well as it reads.
func (b *builder) compose(i int32) {
	b.level = full
	b.fit(func() { b.write(i) })
	if b.says == token.None || !b.quote(b.says) {
		b.tail()
	}
	if f := b.fault(); f != noFault {
		b.repair(f)
	}
	b.enrich()
}

// fit writes at one level after the other, until what is written is as short as wanted.
func (b *builder) fit(write func()) {
	for write(); b.level != bare && b.length() > wanted; write() {
		b.level++
	}
}

// write makes the title of trigger i at the builder's level.
func (b *builder) write(i int32) {
	b.parts, b.paths, b.says, b.doer, b.around = b.parts[:0], 0, token.None, token.None, false
	b.event(i)
	b.mend()
	b.glue()
	b.open()
	b.trim()
	b.front()
}

// length is the number of characters so far.
func (b *builder) length() int {
	l := b.look()
	if !l.measured {
		l.length, l.measured = 0, true
		for n := range b.parts {
			w, apart := b.word(n)
			if l.length += utf8.RuneCountInString(w); apart {
				l.length++
			}
		}
	}
	return l.length
}

// A look is what was found of the parts when they were looked at: they are asked about
// several times before they change. What fault and length ask beside these fields,
// the text and the dates, must not change from one event's title to the next try.
type look struct {
	parts            []part
	says, doer       int32
	judged, measured bool // whether fault and length are known
	fault            fault
	length           int
}

// look is what is known of the parts as they stand.
func (b *builder) look() *look {
	l := b.last
	if l.says != b.says || l.doer != b.doer || !slices.Equal(l.parts, b.parts) {
		*l = look{parts: append(l.parts[:0], b.parts...), says: b.says, doer: b.doer}
	}
	return l
}

// headline is the headline that token i stands in: it is a title already, where
// it fits and does not begin with i; or "".
func headline(d *token.Doc, i int32) string {
	s := &d.Sents[d.Tokens[i].Sent]
	if s.Kind != token.Headline || s.First == i {
		return ""
	}
	text := strings.TrimRight(strings.Join(strings.Fields(d.Str(s.Span)), " "), " .")
	if utf8.RuneCountInString(text) > wanted {
		return ""
	}
	return Capital(text)
}

// question is the short question that token i stands in, which begins with its verb
// or a word of questions: told as a clause it would be what happened; or "".
func question(d *token.Doc, i int32) string {
	s := &d.Sents[d.Tokens[i].Sent]
	first := s.First
	for first+1 < s.Last && d.Tokens[first].UPOS == token.PUNCT {
		first++
	}
	switch t := &d.Tokens[first]; {
	case t.UPOS == token.AUX, t.XPOS == token.WRB, t.XPOS == token.WP, t.XPOS == token.WDT:
	default:
		return ""
	}
	text := strings.Join(strings.Fields(d.Str(d.SpanOf(first, s.Last))), " ")
	if !strings.HasSuffix(text, "?") || utf8.RuneCountInString(text) > wanted || strings.ContainsAny(text, `"“”`) {
		return ""
	}
	return Capital(text)
}

// level is how much a title leaves out: a long one is made again at the next.
type level uint8

const (
	full level = iota // phrases of place and means, and what nouns have behind them
	less              // the first such phrase of a clause and of a noun
	bare              // none
)

// The lengths of a title, in characters, as printed lines have them; they were
// chosen by reading the titles of the goldens.
const (
	wanted = 90
	enough = 110 // with what the last word asks for
	limit  = 140
)

// shorten cuts s at a blank where it is beyond all bounds.
func shorten(s string) string {
	if utf8.RuneCountInString(s) <= limit {
		return s
	}
	n := 0
	for i, r := range s {
		if n++; n > limit-2 && r == ' ' {
			return s[:i] + " …"
		}
	}
	return s
}

// builder puts the words of one title together.
type builder struct {
	*token.Doc
	in    Input
	level level
	parts []part
	path  [maxClimb]int32 // dependents that the title is about, whatever their relation
	paths int
	says  int32 // the predicate of the clause, or None
	doer  int32 // its subject, or None

	around bool // the title is the clause around the phrase of the trigger
	lone   bool // it must not be

	sent  int32        // the sentence that was asked for dates last, or None
	times []token.Span // its dates
	last  *look
	kept  []part // scratch of enrich
}

// maxClimb bounds the way from a trigger to the clause that tells it, and the
// depth of phrases.
const maxClimb = 12

// part is a token or, in its place, a name.
type part struct {
	tok    int32
	text   string
	behind int32 // 1 + the predicate behind which it stands, though the text has it before; or 0
	was    bool  // text is the token with "was" before it
	apart  bool  // text has a space before it, which the token has not
}

func (b *builder) tok(i int32) *token.Token { return &b.Tokens[i] }

// event writes the title of trigger i.
func (b *builder) event(i int32) {
	top := b.climb(i)
	switch {
	case b.predicate(top):
		b.clause(top)
	case b.reduced(top):
		b.participle(top)
	default:
		b.nominal(top)
		if c := syntax.Clause(b.Doc, top); c != top && (b.predicate(c) || b.reduced(c) && b.tok(c).XPOS == token.VBN && b.states(c)) && !b.lone &&
			(b.little(top) || !b.own(top, c) && (b.in.Fact || top != i || b.moot(c))) {
			b.enclose(top, c)
		}
	}
}

// own reports whether the phrase of top has a date, which is not that of its clause
// c: "the firm paid for the spill of June", not "the firm paid at a hearing in June".
func (b *builder) own(top, c int32) bool {
	if in := b.preposition(top); in != token.None && b.tok(top).Head == c && wordTable.Has(b.tok(in).Lower, classWhile) {
		return false
	}
	return b.dating(top)
}

// dating reports whether a date stands among the words below i.
func (b *builder) dating(i int32) bool {
	first, last := b.Subtree(i)
	for k := first; k < last; k++ {
		if b.dated(k) {
			return true
		}
	}
	return false
}

// reduced reports whether i is a participle that modifies a noun: "the deal signed".
func (b *builder) reduced(i int32) bool {
	t := b.tok(i)
	return t.UPOS == token.VERB && t.Rel == token.Acl && t.Head != token.None && !b.infinitive(i)
}

// moot reports whether clause c is no more a fact than a noun of it that tells
// what is planned: "the move may spur investment".
func (b *builder) moot(c int32) bool {
	g := syntax.Group(b.Doc, c)
	return g.Modal != "" || g.SemiModal != "" || g.Negated
}

// enclose writes the clause of c around the phrase of noun top, which tells
// little alone; the phrase stays where the clause has no subject or is long.
func (b *builder) enclose(top, c int32) {
	alone, little, level := slices.Clone(b.parts), b.little(top), b.level
	for i, n := top, 0; i != c && n < maxClimb; n++ {
		b.mark(i)
		i = b.tok(i).Head
	}
	if up := b.climb(c); b.predicate(up) {
		c = up
	}
	b.around = b.wrap(c) && b.holds(top) && (little || b.length() <= enough)
	if !b.around && b.in.Fact && !b.own(top, c) && !b.sequel(top, c) {
		b.paths, b.level = 0, level
		b.around = b.wrap(c) && len(b.parts) >= fewest // the clause tells more without the noun than the noun without it
	}
	if !b.around {
		b.parts, b.paths, b.says = alone, 0, token.None
	}
	b.level = level
}

// sequel reports whether clause c tells of a time before or after that of its noun top.
func (b *builder) sequel(top, c int32) bool {
	for n := 0; top != c && n < maxClimb; n++ {
		if k := b.preposition(top); k != token.None && wordTable.Has(b.tok(k).Lower, classOrder) {
			return true
		}
		top = b.tok(top).Head
	}
	return false
}

// wrap writes the clause of c, as long as it may be. It reports whether it has a subject.
func (b *builder) wrap(c int32) bool {
	b.fit(func() {
		b.parts = b.parts[:0]
		if !b.predicate(c) {
			b.participle(c)
		} else {
			b.clause(c)
		}
	})
	f := b.parts[0].tok
	return f != c && b.tok(f).XPOS != token.TO
}

// little reports whether the title so far, of the phrase of top, has one word
// beside articles and pronouns, or beside adjectives where its clause is about it.
func (b *builder) little(top int32) bool {
	r := b.tok(top).Rel.Base()
	core := r == token.Nsubj || r == token.Obj
	n := 0
	for _, p := range b.parts {
		switch b.tok(p.tok).UPOS {
		case token.NOUN, token.PROPN, token.VERB, token.NUM:
			n++
		case token.ADJ:
			if !core {
				n++
			}
		}
		if p.text != "" {
			n++
		}
	}
	return n < 2
}

// climb is the head of the clause or phrase that tells what trigger i does.
func (b *builder) climb(i int32) int32 {
	for range maxClimb - 1 {
		t := b.tok(i)
		if t.Head == token.None {
			break
		}
		up := t.Head
		switch t.Rel {
		case token.Xcomp:
		case token.Acl:
			if !b.infinitive(i) && b.preposition(i) == token.None { // "a plan to attend", "a record of lying"
				return i
			}
		case token.Advcl, token.Parataxis, token.Dep:
			// "shot at the crowd, killing two", "left after being accused".
			if b.subject(i) != token.None || !b.infinitive(i) && !b.nonfinite(i) || !b.predicate(up) {
				return i
			}
		case token.Obj, token.NsubjPass:
			// "held talks" is the talks; "condemned the attack" is not the attack.
			if t.UPOS == token.VERB || !wordTable.Has(b.tok(up).Lemma, classLight) {
				return i
			}
		case token.Nsubj:
			if b.tok(up).UPOS != token.VERB || t.UPOS == token.VERB {
				return i
			}
		case token.Conj:
			// "to meet and sign", "killing two and injuring five".
			if !b.leans(i) {
				return i
			}
		default:
			return i
		}
		b.mark(i)
		i = up
	}
	return i
}

// mark keeps token i in the title whatever its relation.
func (b *builder) mark(i int32) {
	if b.paths < len(b.path) {
		b.path[b.paths] = i
		b.paths++
	}
}

func (b *builder) marked(i int32) bool {
	for _, p := range b.path[:b.paths] {
		if p == i {
			return true
		}
	}
	return false
}

// leans reports whether the verb i, joined to another, has neither a subject
// nor a finite verb of its own and the other is no finite one either.
func (b *builder) leans(i int32) bool {
	t, h := b.tok(i), b.tok(b.tok(i).Head)
	return t.UPOS == token.VERB && h.UPOS == token.VERB && t.XPOS == h.XPOS && (t.XPOS == token.VB || t.XPOS == token.VBG) &&
		b.subject(i) == token.None && !b.hasAux(i)
}

func (b *builder) hasAux(i int32) bool {
	for k := range b.Kids(i) {
		if r := b.tok(k).Rel; r == token.Aux || r == token.AuxPass {
			return true
		}
	}
	return false
}

// nonfinite reports whether verb i is a gerund or a participle: killing, being accused.
func (b *builder) nonfinite(i int32) bool {
	x := b.tok(i).XPOS
	aux := false
	for k := range b.Kids(i) {
		if r := b.tok(k).Rel; r == token.Aux || r == token.AuxPass {
			if b.tok(k).XPOS != token.VBG {
				return false
			}
			aux = true
		}
	}
	return x == token.VBG || x == token.VBN && aux
}

// infinitive reports whether "to" marks verb i.
func (b *builder) infinitive(i int32) bool {
	if b.tok(i).XPOS != token.VB {
		return false
	}
	for k := range b.Kids(i) {
		if t := b.tok(k); t.XPOS == token.TO || t.Rel == token.RelMark && t.Lower == "to" {
			return true
		}
	}
	return false
}

// predicate reports whether i heads a clause of its own: a verb that is no
// mere modifier, or a word with a copula or, as "is set to" has it, an auxiliary.
func (b *builder) predicate(i int32) bool {
	t := b.tok(i)
	switch {
	case b.copula(i), t.UPOS == token.ADJ && b.hasAux(i):
		return true
	case t.UPOS != token.VERB && t.UPOS != token.AUX:
		return false
	case t.Rel == token.Acl:
		return b.subject(i) != token.None // no participle, whatever the tree has
	}
	return t.Rel != token.Amod && t.Rel != token.Compound
}

func (b *builder) copula(i int32) bool {
	for k := range b.Kids(i) {
		if b.tok(k).Rel == token.Cop {
			return true
		}
	}
	return false
}

// subject is the subject of i itself, or None.
func (b *builder) subject(i int32) int32 {
	for k := range b.Kids(i) {
		if b.tok(k).Rel.Base() == token.Nsubj {
			return k
		}
	}
	return token.None
}

// trim takes prepositions and conjunctions without anything behind them off
// the end.
func (b *builder) trim() {
	for n := len(b.parts); n > 1; n-- {
		t := b.tok(b.parts[n-1].tok)
		switch t.XPOS {
		case token.IN, token.CC, token.TO, token.Comma, token.HYPH:
		default:
			// An auxiliary that ends a title has lost its verb.
			if !b.article(b.parts[n-1].tok) && (t.UPOS != token.AUX || n < 4 || b.tok(b.parts[n-2].tok).UPOS != token.NOUN) {
				return
			}
		}
		if b.parts[n-1].text != "" {
			return
		}
		b.parts = b.parts[:n-1]
	}
}
