package actor

import (
	"strings"

	"github.com/dateline-go/dateline/internal/token"
)

// phrase is a noun phrase whose head is a word for people or a body:
// first..hstart its modifiers, hstart..hend the words of the tables,
// hend..last what follows with "of", "for" and the like.
type phrase struct {
	first, hstart, hend, last int32
	class                     Class
	canon                     string
	definite                  bool
	bare                      bool       // no determiner, no possessor, no nation before it
	negated                   bool       // "no official"
	poss                      int32      // token of a possessive pronoun, or None
	of                        token.Span // body, country or place that it belongs to
	ofName                    int32      // index of that name plus one, or 0
	country                   string
	count                     int32
	standing                  Standing
	deputy                    string // "deputy", "vice", "first deputy": before the head, outside the tables' phrase
	used                      bool
	extra                     int32 // phrase in apposition to it plus one, or 0
}

func (p *phrase) plural() bool { return p.class&ClassPlural != 0 }

const headClasses = ClassRole | ClassOrg | ClassGroup | ClassKin

func (f *finder) findPhrases() {
	f.titledNames()
	for i := int32(0); int(i) < len(f.d.Tokens); i++ {
		f.d.CheckAt(int(i))
		w := f.word(i)
		if w.class&headClasses == 0 || f.nameAt[i] != 0 || w.class&ClassProper != 0 && w.class&(ClassRole|ClassOrg) == 0 ||
			f.skip(f.d.Tokens[i].Sent) {
			continue
		}
		p := phrase{first: i, hstart: i, hend: w.end, last: w.end, class: w.class, canon: w.canon, poss: token.None, bare: true}
		if f.nameAt[w.end-1] == 0 && f.bodyBefore(w) {
			f.left(&p)
			f.phrases = append(f.phrases, p)
			f.nameOn(w.end).before = int32(len(f.phrases))
			i = w.end - 1
			continue
		}
		if f.nameAt[w.end-1] != 0 || !f.isHead(i, w.end) {
			// "leaders of the opposition Labour Party": only the first word
			if w.end == i+1 || w.single&headClasses == 0 || !f.isHead(i, i+1) {
				continue
			}
			p.hend, p.last, p.class, p.canon = i+1, i+1, w.single, w.office
		}
		if w.class&(ClassRole|ClassKin) != 0 && w.class&ClassTitle != 0 && !f.namePER(p.hend) && p.hend == i+1 &&
			strings.HasSuffix(f.d.Word(i), ".") {
			continue // "Sen." before no name
		}
		f.left(&p)
		f.right(&p)
		f.secondField(&p)
		f.phrases = append(f.phrases, p)
		i = p.hend - 1
	}
}

// bodyBefore reports whether phrase w tells what the body is whose name
// follows, and sets that name's kind: "the weekly Respekt", "disaster agency
// AFAD".
func (f *finder) bodyBefore(w *word) bool {
	d := f.d
	if w.class&ClassOrg == 0 || w.class&(ClassPlural|ClassRole|ClassKin|ClassGroup) != 0 {
		return false
	}
	n := f.nameOn(w.end)
	if n == nil || !f.sameSent(w.end, w.end-1) || d.Tokens[w.end-1].Is(token.Capital) {
		return false
	}
	switch {
	case n.first != w.end || n.iso != "" || n.typ == token.NORP || n.typ == token.LOC:
		return false
	case f.sameSent(n.last, n.first) && (f.pos(n.last) == token.NOUN || f.lower(n.last) == "-"):
		return false // "the union Unite leader"
	case n.typ == token.PER && !f.noPerson(w, n):
		return false
	}
	n.typ = token.ORG
	switch {
	case w.class&ClassMedia != 0:
		n.kind = Media
	case w.class&ClassCompany != 0:
		n.kind = Company
	case w.class&ClassArmed != 0:
		n.kind = ArmedGroup
	case n.kind == 0:
		n.kind = Organisation
	}
	return true
}

// noPerson reports whether body noun w before n tells that n, which was taken
// for a person, is a body: "the weekly Respekt reported", not "the company
// Brandt founded".
func (f *finder) noPerson(w *word, n *name) bool {
	return w.class&(ClassMedia|ClassCompany) != 0 && n.origin == fromEntity && !f.given(n.first) &&
		(!f.verbAt(n.last) || w.class&ClassMedia != 0)
}

// isHead reports whether the words [first, end) stand at the head of a noun
// phrase: nouns, with no further noun of the phrase behind them.
func (f *finder) isHead(first, end int32) bool {
	switch f.pos(end - 1) {
	case token.NOUN, token.PROPN:
	case token.ADJ, token.VERB, token.X, token.ADV:
		if !f.nounAfterAll(first, end) {
			return false
		}
	default:
		return false
	}
	return !f.sameSent(end, first) || f.namePER(end) || !f.continues(first, end)
}

// nounAfterAll reports whether words that the tagger took for no noun are one:
// the tables know titles and offices better than it does.
func (f *finder) nounAfterAll(first, end int32) bool {
	capital := f.d.Tokens[first].Is(token.Capital)
	c := f.word(first).class
	next := f.pos(end)
	if (capital || f.verbAt(end)) && c&ClassRole != 0 && f.pos(first-1) == token.DET && !nominal(next) && next != token.ADJ &&
		f.lower(end) != "-" {
		return true // "the Republican said", "the cleric said"
	}
	person := f.namePER(end)
	if end-first > 1 && c&ClassRole != 0 || person && c&(ClassOffice|ClassTitle|ClassKin) != 0 && f.pos(end-1) == token.ADJ {
		return true
	}
	return c&(ClassTitle|ClassOffice) != 0 && person && capital
}

// continues reports whether the noun phrase of the words [first, end) goes on
// with token end.
func (f *finder) continues(first, end int32) bool {
	d := f.d
	t := &d.Tokens[end]
	if t.Lower == "-" && !t.Is(token.SpaceBefore) {
		return !f.is(end+1, classElect) && f.sameSent(end+1, first)
	}
	if n := f.nameOn(end); n != nil {
		// "opposition Labour Party": the name is the head; "told officials Russia ..." is rare
		return n.typ != token.LOC || d.Tokens[n.last-1].Rel.Base() == token.Flat
	}
	switch t.UPOS {
	case token.NOUN:
		if f.word(end).class&ClassStop != 0 || temporal(t.Lower) {
			return false
		}
		// a noun behind belongs to the phrase when the head hangs on it
		return d.Tokens[end-1].Head == end || f.hangsOn(end-1, end, end+4)
	case token.PROPN:
		return !temporal(t.Lower)
	}
	return false
}

// hangsOn reports whether the head of token i, or its head's, lies in [a, b).
func (f *finder) hangsOn(i, a, b int32) bool {
	for n := 0; n < 3 && i != token.None; n++ {
		t := &f.d.Tokens[i]
		switch t.Rel.Base() {
		case token.Compound, token.Amod, token.Nmod, token.Flat, token.Nummod, token.Det, token.Advmod:
		default:
			return false
		}
		i = t.Head
		if i >= a && i < b {
			return true
		}
	}
	return false
}

// namePER reports whether a person's name begins at token i, or a title
// before one.
func (f *finder) namePER(i int32) bool {
	for n := 0; n < 2 && int(i) < len(f.nameAt) && f.nameAt[i] == 0 && f.d.Tokens[i].Is(token.Capital) &&
		f.word(i).class&ClassTitle != 0 && f.word(i).class&ClassPlural == 0; n++ {
		i = f.word(i).end
	}
	n := f.nameOn(i)
	return n != nil && n.typ == token.PER && n.first == i
}

// temporal reports whether l is a word of time, which stands beside names and
// phrases without being of them.
func temporal(l string) bool { return listed(strings.TrimSuffix(l, "."), classTemporal) }

// titledNames makes persons of capitalised words behind a title that are no
// person's name yet: "Sen. Warren".
func (f *finder) titledNames() {
	for i := range f.d.Tokens {
		f.d.CheckAt(i)
		w := f.word(int32(i))
		end := w.end
		if w.class&ClassTitle == 0 && (w.class&ClassOffice == 0 || w.class&ClassPlural != 0) || !f.sameSent(end, int32(i)) ||
			f.skip(f.d.Tokens[i].Sent) || f.nameAt[i] != 0 {
			continue
		}
		switch {
		case f.lower(end) == "," && w.class&ClassOffice != 0 && f.nameOn(end+1) != nil:
			f.apposedName(end + 1)
		case !f.d.Tokens[i].Is(token.Capital):
		case f.nameAt[end] != 0:
			f.titleBefore(w, f.nameOn(end))
		case f.untitled(end):
			f.newTitled(end)
		}
	}
	f.orderNames()
}

// apposedName makes a person of a name in apposition to an office that was
// taken for a body's: "Indonesia's president, [Susilo Bambang Yudhoyono ORG], said".
func (f *finder) apposedName(i int32) {
	n := f.nameOn(i)
	if n.first == i && n.typ == token.ORG && n.kind == Organisation && n.origin == fromEntity && n.words() >= 2 && n.words() <= 4 &&
		f.closes(n.last) && f.word(n.last-1).class&ClassOrgWord == 0 && f.word(n.first).class&ClassOrgWord == 0 {
		n.become(token.PER, 0, fromOffice)
	}
}

// titleBefore makes a person of name n behind title or office w.
func (f *finder) titleBefore(w *word, n *name) {
	if n.first != w.end || n.typ == token.PER || n.typ == token.NORP || n.words() > 3 {
		return
	}
	honorific := w.class&ClassTitle != 0
	if honorific || n.origin == fromEntity && n.iso == "" && n.kind != Company && f.word(n.last-1).class&ClassOrgWord == 0 {
		n.become(token.PER, 0, fromTitle)
	}
}

// untitled reports whether token i, which no name covers, can begin the name
// of who bears the title before it.
func (f *finder) untitled(i int32) bool {
	t := &f.d.Tokens[i]
	w := f.word(i)
	return t.Lower != "'s" && f.nameWord(i) && w.class&(ClassStop|headClasses|ClassMod|ClassTitle) == 0 && w.nation == 0 &&
		!temporal(t.Lower) && !t.Is(token.Numeric) && t.UPOS == token.PROPN
}

// newTitled adds the name that begins at token i behind a title.
func (f *finder) newTitled(i int32) {
	j := i + 1
	for j < i+4 && f.sameSent(j, i) && f.nameAt[j] == 0 && f.nameWord(j) && f.word(j).class&headClasses == 0 {
		j++
	}
	f.addName(name{first: i, last: j, typ: token.PER, origin: fromTitle, score: sureTitle})
}
