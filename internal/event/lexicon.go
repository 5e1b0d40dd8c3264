package event

import (
	_ "embed"
	"io"

	"github.com/dateline-go/dateline/internal/actor"
	"github.com/dateline-go/dateline/internal/lexicon"
	"github.com/dateline-go/dateline/internal/packed"
	"github.com/dateline-go/dateline/internal/token"
	"github.com/dateline-go/dateline/internal/words"
)

//go:generate go run ../gen/words

//go:embed lexicon.bin
var lexiconData string

// classData are the classes of words of the lexicon.
//
//go:embed lexicon/classes.txt
var classData string

// The classes of words that are computed; the others are lists in the lexicon.
const (
	anyWord    = lexicon.AnyWord
	actorClass = lexicon.Actor // persons, groups, states: names and pronouns too
	perClass   = lexicon.Person
	locClass   = lexicon.Place
	firmClass  = lexicon.Firm
)

// ReadLexicon reads a lexicon of a user's for Input.Lexicons, in the form that
// package lexicon describes; its lines may name the classes of the built-in
// one. Wrong lines are left out, and the error tells each.
func ReadLexicon(r io.Reader) (*lexicon.Lexicon, error) { return lexicon.Read(r, classData) }

// entry is what the lexicon says of a trigger in a frame.
type entry struct {
	code    string // CAMEO code, "-", "=operator", or empty
	kind    string // kind that the line gives beside or instead of a code
	reverse bool   // source and target trade places
	weak    bool
	given   bool  // a user's lexicon has it
	score   int   // specificity: how much of the frame was asked for
	objUsed bool  // the object made the sense: it is not, by itself, who suffers the event
	prep    int32 // object of the prepositional phrase that made the sense, or None
}

// op is the operator, or empty.
func (e *entry) op() string {
	if len(e.code) > 1 && e.code[0] == '=' {
		return e.code[1:]
	}
	return ""
}

// inClass reports whether ids, a list of uint16 from the lexicon, holds c. Those
// of lists ascend, and the computed ones stand before them.
func inClass(ids string, c uint16) bool {
	for last := max(c, firmClass); len(ids) > 1; ids = ids[2:] {
		switch id := uint16(ids[0]) | uint16(ids[1])<<8; {
		case id == c:
			return true
		case id > last:
			return false
		}
	}
	return false
}

// wordIn reports whether word w is in class c.
func (f *finder) wordIn(w string, c uint16) bool {
	if c == anyWord {
		return true
	}
	ids, ok := f.class(w)
	return ok && inClass(ids, c)
}

// class finds the classes of w without building a key.
func (f *finder) class(w string) (string, bool) { return f.find('c', w) }

// find looks up the record "k w".
func (f *finder) find(k byte, w string) (string, bool) { return f.lex.find(k, w) }

// is reports whether the head word i stands for something of class c: itself,
// what it is a number of, or what is joined to it.
func (f *finder) is(i int32, c uint16) bool {
	if c == anyWord {
		return true
	}
	for _, ids := range f.classesOf(i) {
		if inClass(ids, c) {
			return true
		}
	}
	return f.d.Tokens[i].UPOS == token.PROPN && c > firmClass && f.titled(i, c) ||
		c <= locClass && f.named(i, c) || c == firmClass && f.firm(i)
}

// classed are the classes of the words that stand for what head stands for, as the
// lexicon has them.
type classed struct {
	head  int32 // or None
	lists []string
}

// lastHeads is for how many heads they are kept: the lines of a verb ask for many
// classes of its sides.
const lastHeads = 8

// classesOf are the classes of head word i, of what it is a number of and of what is
// joined to it, a list for each word that has any. They are good until another head
// is asked for.
func (f *finder) classesOf(i int32) []string {
	x := &f.classed[i%lastHeads]
	if x.head == i {
		return x.lists
	}
	x.head, x.lists = i, x.lists[:0]
	add := func(w string) {
		if ids, ok := f.class(w); ok {
			x.lists = append(x.lists, ids)
		}
	}
	t := &f.d.Tokens[i]
	add(t.Lemma)
	if t.Lower != t.Lemma {
		add(t.Lower)
	}
	if j := f.joined(i); j != t.Lemma {
		add(j)
	}
	for k := range f.kids(i) {
		kt := &f.d.Tokens[k]
		if kt.Rel == token.Conj || kt.Rel == token.Nmod && wordTable.Has(t.Lemma, classPartitive) && f.caseOf(k) == "of" {
			add(kt.Lemma)
		}
	}
	return x.lists
}

// read makes f read another lexicon.
func (f *finder) read(lex *lexiconTable) {
	f.lex = lex
	for k := range f.classed {
		f.classed[k].head = token.None
	}
}

// joined is the lemma of i with what a hyphen joins to it: "cease-fire".
func (f *finder) joined(i int32) string {
	t := f.d.Tokens
	if i < 2 || t[i-1].Lower != "-" || t[i].Is(token.SpaceBefore) || t[i-1].Is(token.SpaceBefore) {
		return t[i].Lemma
	}
	return t[i-2].Lower + "-" + t[i].Lemma
}

// named reports whether i is a name or a pronoun that may be an actor.
func (f *finder) named(i int32, c uint16) bool {
	t := &f.d.Tokens[i]
	switch t.UPOS {
	case token.PRON:
		return c != locClass && (t.Feats.Has(token.PronTypePrs) && t.Lower != "it" || t.Lower == "who")
	case token.PROPN:
		if t.Ent == token.None {
			return c == actorClass
		}
	}
	if t.Ent != token.None {
		switch f.d.Ents[t.Ent].Type {
		case token.PER:
			return c != locClass
		case token.LOC:
			return c != perClass
		case token.ORG, token.NORP:
			return c == actorClass
		}
	}
	return f.actorAt(i) != token.None && t.UPOS != token.ADJ && c == actorClass
}

// titled reports whether a title of class c stands with the name i: "Judge
// Robert Carr".
func (f *finder) titled(i int32, c uint16) bool {
	for k := range f.kids(i) {
		if t := &f.d.Tokens[k]; k < i && t.Rel == token.NmodDesc && f.wordIn(t.Lower, c) {
			return true
		}
	}
	return false
}

// firm reports whether i is a company by name.
func (f *finder) firm(i int32) bool {
	return f.kindOf(f.actorAt(i)) == actor.Company && f.d.Tokens[i].UPOS == token.PROPN
}

// match is the most specific line for word i in frame fr, of the first lexicon
// that has one that holds: users' come first, the one given last before the
// others. pos is the kind of trigger: v, n, a, o.
func (f *finder) match(pos byte, i int32, fr *frame) (entry, bool) {
	for k := len(f.in.Lexicons) - 1; k >= 0; k-- {
		if e, ok := f.matchGiven(f.in.Lexicons[k], pos, i, fr); ok {
			return e, true
		}
	}
	return f.matchIn(pos, i, fr)
}

// matchGiven is match in a user's lexicon, which may name rolesets.
func (f *finder) matchGiven(x *lexicon.Lexicon, pos byte, i int32, fr *frame) (e entry, ok bool) {
	builtin := f.lex
	f.read(&lexiconTable{Table: x.Table, key: builtin.key})
	defer f.read(builtin)
	if p, is := f.d.PredicateAt(i); is {
		if r := f.d.Roleset(p); r != "" {
			if rec, known := f.find(pos, r); known {
				e, ok = f.best(rec, fr)
			}
		}
	}
	if !ok {
		e, ok = f.matchIn(pos, i, fr)
	}
	e.given = ok
	return e, ok
}

// knows reports whether a lexicon has the record "k w".
func (f *finder) knows(k byte, w string) bool {
	_, ok := f.find(k, w)
	for j := 0; j < len(f.in.Lexicons) && !ok; j++ {
		x := lexiconTable{Table: f.in.Lexicons[j].Table, key: f.lex.key}
		_, ok = x.find(k, w)
	}
	return ok
}

// matchIn is match in the one lexicon that f reads.
func (f *finder) matchIn(pos byte, i int32, fr *frame) (entry, bool) {
	rec, ok := f.lines(pos, i)
	if !ok {
		return entry{}, false
	}
	return f.best(rec, fr)
}

// lines is the record of word i as that kind of trigger in the lexicon that f reads.
func (f *finder) lines(pos byte, i int32) (string, bool) {
	t := &f.d.Tokens[i]
	rec, ok := f.find(pos, f.joined(i))
	if !ok {
		rec, ok = f.find(pos, t.Lemma)
	}
	if !ok && t.Lower != t.Lemma {
		rec, ok = f.find(pos, t.Lower)
	}
	if !ok && pos == 'v' {
		if lemma, known := f.find('f', t.Lower); known {
			rec, ok = f.find(pos, lemma)
		}
	}
	return rec, ok
}

// hasLines reports whether a lexicon may have a line for word i.
func (f *finder) hasLines(pos byte, i int32) bool {
	if len(f.in.Lexicons) > 0 {
		return true
	}
	_, ok := f.lines(pos, i)
	return ok
}

// best is the most specific of the lines of a record that hold in fr.
func (f *finder) best(rec string, fr *frame) (entry, bool) {
	best, e := entry{score: -1}, entry{}
	for len(rec) > 0 {
		n := int(rec[0])
		if len(rec) < 1+6*n+3 {
			break
		}
		conds := rec[1 : 1+6*n]
		rec = rec[1+6*n:]
		flags, cl := rec[0], int(rec[1])
		if len(rec) < 3+cl {
			break
		}
		kl := int(rec[2+cl])
		if len(rec) < 3+cl+kl {
			break
		}
		line := rec
		rec = rec[3+cl+kl:]
		if e.score, e.prep, e.objUsed = 0, token.None, false; !f.holds(conds, fr, &e) {
			continue
		}
		if e.weak = flags&2 != 0; e.weak {
			e.score = max(0, e.score-4)
		}
		if e.score > best.score {
			e.code, e.kind, e.reverse = line[2:2+cl], line[3+cl:3+cl+kl], flags&1 != 0
			best = e
		}
	}
	return best, best.score >= 0
}

// What a condition that holds adds to how specific a line is, chosen on the
// examples of the lexicon.
const (
	weightThere = 1 // something is there, or is not
	weightPrep  = 2 // a phrase with a preposition
	weightWord  = 3 // one of some words
	weightBoth  = 4 // a preposition with one of some words
)

// holds reports whether all conditions hold in fr, and adds up their weight.
func (f *finder) holds(conds string, fr *frame, e *entry) bool {
	for ; len(conds) >= 6; conds = conds[6:] {
		neg := conds[1] != 0
		a, b := uint16(conds[2])|uint16(conds[3])<<8, uint16(conds[4])|uint16(conds[5])<<8
		if f.condition(conds[0], a, b, neg, fr, e) == neg {
			return false
		}
		weight := weightThere
		switch {
		case neg:
		case conds[0] == 'p' && b != anyWord:
			weight = weightBoth
		case conds[0] == 'p':
			weight = weightPrep
		case a != anyWord:
			weight = weightWord
		}
		e.score += weight
	}
	return true
}

// condition reports whether one condition holds in fr; see package lexicon for
// what they are.
func (f *finder) condition(what byte, a, b uint16, neg bool, fr *frame, e *entry) bool {
	switch what {
	case 's':
		return fr.subj != token.None && f.is(fr.subj, a)
	case 'o':
		if fr.obj == token.None || !f.is(fr.obj, a) {
			return false
		}
		e.objUsed = e.objUsed || a > firmClass
		return true
	case 'i':
		return fr.iobj != token.None && f.is(fr.iobj, a)
	case 'x':
		return fr.xc != token.None && f.is(fr.xc, a)
	case 'a', 'v', 't', 'm':
		return f.beside(what, a, fr)
	case 'M':
		return fr.obj != token.None && f.kidIn(fr.obj, 'm', a)
	case 'p':
		return f.withPrep(a, b, neg, fr, e)
	case 'P':
		return fr.passive
	case 'L':
		return f.d.Tokens[fr.p].Feats.Has(token.NumberPlur) || f.d.Tokens[fr.p].XPOS == token.NNS
	case 'G':
		return fr.passive && fr.subj != token.None
	case 'b':
		return fr.n > 0
	}
	return false
}

// beside reports whether a predicate complement, an adverb, a particle or a
// modifier of class a stands with the predicate.
func (f *finder) beside(what byte, a uint16, fr *frame) bool {
	if f.kidIn(fr.p, what, a) || what == 'a' && fr.obj != token.None && f.kidIn(fr.obj, 'a', a) {
		return true
	}
	q := fr.p + 1
	if what == 'm' || int(q) >= len(f.d.Tokens) || f.d.Tokens[q].Sent != f.d.Tokens[fr.p].Sent {
		return false
	}
	u := f.d.Tokens[q].UPOS
	if what == 'a' { // "was found dead Monday night", where the tree has a dead night
		h := f.d.Tokens[q].Head
		return u == token.ADJ && h != token.None && f.isTime(h) && f.wordIn(f.d.Tokens[q].Lower, a)
	}
	return (u == token.ADP || u == token.ADV || u == token.PART) && f.wordIn(f.d.Tokens[q].Lower, a)
}

// withPrep reports whether a phrase has a preposition of class a and a head of
// class b.
func (f *finder) withPrep(a, b uint16, neg bool, fr *frame, e *entry) bool {
	for j := range fr.obls[:fr.n] {
		o := &fr.obls[j]
		if b <= firmClass && f.isTime(o.head) {
			continue // "called off on Monday" is no call on somebody
		}
		if f.wordIn(o.prep, a) && f.is(o.head, b) {
			if !o.nested && !neg {
				e.prep = o.head
			}
			return true
		}
	}
	return false
}

// kidIn reports whether word p has a dependent of class c: m a modifier, v an
// adverb, t a particle, a a predicate complement.
func (f *finder) kidIn(p int32, what byte, c uint16) bool {
	for k := range f.kids(p) {
		t := &f.d.Tokens[k]
		ok := false
		switch what {
		case 'm':
			ok = t.Rel == token.Amod || t.Rel == token.Compound || t.Rel == token.Nmod && f.caseOf(k) == "" ||
				t.Rel == token.NmodPoss || t.Rel == token.Advmod
		case 'v':
			ok = t.Rel == token.Advmod || t.Rel == token.CompoundPrt || t.Rel == token.Obl && t.UPOS == token.ADV
		case 't':
			ok = t.Rel == token.CompoundPrt || t.Rel == token.Advmod && (t.UPOS == token.ADP || t.UPOS == token.ADV)
		case 'a':
			ok = t.UPOS == token.ADJ || t.UPOS == token.ADV || t.UPOS == token.NOUN && t.Rel == token.Xcomp
		}
		if ok && (f.wordIn(t.Lemma, c) || f.wordIn(t.Lower, c)) {
			return true
		}
	}
	return false
}

// A lexiconTable is the table of a lexicon, with what was looked up last: one
// word is asked about for all lines of a verb, and for each verb near it.
type lexiconTable struct {
	packed.Table
	key  []byte
	last []lookedUp // of hashes; nil if nothing is kept
}

// A lookedUp is the record "kind word", if there is one.
type lookedUp struct {
	word, record string
	kind         byte
	found        bool
}

// lastLookups is how many look-ups are kept, a power of two.
const lastLookups = 256

func openLexicon() (*lexiconTable, error) {
	t, err := packed.Open(lexiconData, lexicon.Version)
	return &lexiconTable{Table: t, key: make([]byte, 0, 64), last: make([]lookedUp, lastLookups)}, err
}

// find looks up the record "k w".
func (t *lexiconTable) find(k byte, w string) (string, bool) {
	if t.last == nil {
		return t.search(k, w)
	}
	l := &t.last[(words.Hash(w)^uint32(k)*31)%lastLookups]
	if l.kind != k || l.word != w {
		*l = lookedUp{word: w, kind: k}
		l.record, l.found = t.search(k, w)
	}
	return l.record, l.found
}

func (t *lexiconTable) search(k byte, w string) (string, bool) {
	t.key = append(append(t.key[:0], k, ' '), w...)
	return t.Find(string(t.key))
}
