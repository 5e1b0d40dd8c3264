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
	d := f.d
	for i := int32(0); int(i) < len(d.Tokens); i++ {
		w := &f.words[i]
		if w.class&headClasses == 0 || f.nameAt[i] != 0 || w.class&ClassProper != 0 && w.class&(ClassRole|ClassOrg) == 0 || f.skip(d.Tokens[i].Sent) {
			continue
		}
		p := phrase{first: i, hstart: i, hend: w.end, last: w.end, class: w.class, canon: w.canon, poss: token.None, bare: true}
		if f.nameAt[w.end-1] == 0 && f.bodyBefore(w) {
			f.left(&p)
			f.phrases = append(f.phrases, p)
			f.names[f.nameAt[w.end]-1].before = int32(len(f.phrases))
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
		if w.class&(ClassRole|ClassKin) != 0 && w.class&ClassTitle != 0 && !f.namePER(p.hend) && p.hend == i+1 && strings.HasSuffix(d.Word(i), ".") {
			continue // "Sen." before no name
		}
		f.left(&p)
		f.right(&p)
		f.phrases = append(f.phrases, p)
		i = p.hend - 1
	}
}

// bodyBefore reports whether phrase w tells what the body is whose name
// follows, and sets that name's kind: "the weekly Respekt", "disaster agency
// AFAD".
func (f *finder) bodyBefore(w *word) bool {
	d := f.d
	if w.class&ClassOrg == 0 || w.class&(ClassPlural|ClassRole|ClassKin|ClassGroup) != 0 || int(w.end) >= len(d.Tokens) || f.nameAt[w.end] == 0 || !f.sameSent(w.end, w.end-1) || d.Tokens[w.end-1].Is(token.Capital) {
		return false
	}
	n := &f.names[f.nameAt[w.end]-1]
	switch {
	case n.first != w.end || n.iso != "" || n.typ == token.NORP || n.typ == token.LOC:
		return false
	case int(n.last) < len(d.Tokens) && f.sameSent(n.last, n.first) && (f.pos(n.last) == token.NOUN || f.lower(n.last) == "-"):
		return false // "the union Unite leader"
	case n.typ == token.PER:
		// "the weekly Respekt reported", not "the company Trump founded"
		if w.class&(ClassMedia|ClassCompany) == 0 || n.rule != "entity" || f.given(n.first) || f.verbAt(n.last) && w.class&ClassMedia == 0 {
			return false
		}
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

// isHead reports whether the words [first, end) stand at the head of a noun
// phrase: nouns, with no further noun of the phrase behind them.
func (f *finder) isHead(first, end int32) bool {
	d := f.d
	switch f.pos(end - 1) {
	case token.NOUN, token.PROPN:
	case token.ADJ, token.VERB, token.X, token.ADV:
		if f.d.Tokens[first].Is(token.Capital) && f.words[first].class&ClassRole != 0 && f.pos(first-1) == token.DET && f.pos(end) != token.NOUN && f.pos(end) != token.PROPN && f.pos(end) != token.ADJ && f.lower(end) != "-" {
			break // "the Republican said"
		}
		if c := f.words[first].class; end-first > 1 && c&ClassRole != 0 || f.namePER(end) && c&(ClassOffice|ClassTitle|ClassKin) != 0 && f.pos(end-1) == token.ADJ {
			break // the tables know better
		}
		// taggers take capitalised titles for anything
		if f.words[first].class&(ClassTitle|ClassOffice) == 0 || !f.namePER(end) || !f.d.Tokens[first].Is(token.Capital) {
			return false
		}
	default:
		return false
	}
	if int(end) >= len(d.Tokens) || !f.sameSent(end, first) {
		return true
	}
	if f.namePER(end) {
		return true
	}
	t := &d.Tokens[end]
	if t.Lower == "-" && !t.Is(token.SpaceBefore) {
		return f.lower(end+1) == "elect" || f.lower(end+1) == "designate" || !f.sameSent(end+1, first)
	}
	if f.nameAt[end] != 0 {
		n := &f.names[f.nameAt[end]-1]
		// "opposition Labour Party": the name is the head; "told officials Russia ..." is rare
		return n.typ == token.LOC && f.tagged && f.parsed && d.Tokens[n.last-1].Rel.Base() != token.Flat
	}
	switch f.pos(end) {
	case token.NOUN:
		if f.words[end].class&ClassStop != 0 || temporal(t.Lower) {
			return true
		}
		if f.parsed {
			// a noun behind belongs to the phrase when the head hangs on it
			return d.Tokens[end-1].Head != end && !f.hangsOn(end-1, end, end+4)
		}
		return false
	case token.PROPN:
		return temporal(t.Lower)
	}
	return true
}

// hangsOn reports whether the head of token i, or its head's, lies in [a, b).
func (f *finder) hangsOn(i, a, b int32) bool {
	for n := 0; n < 3 && i != token.None; n++ {
		t := &f.d.Tokens[i]
		if r := t.Rel.Base(); r != token.Compound && r != token.Amod && r != token.Nmod && r != token.Flat && r != token.Nummod && r != token.Det && r != token.Advmod {
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
	for n := 0; n < 2 && int(i) < len(f.nameAt) && f.nameAt[i] == 0 && f.d.Tokens[i].Is(token.Capital) && f.words[i].class&ClassTitle != 0 && f.words[i].class&ClassPlural == 0; n++ {
		i = f.words[i].end
	}
	if int(i) >= len(f.nameAt) || f.nameAt[i] == 0 {
		return false
	}
	n := &f.names[f.nameAt[i]-1]
	return n.typ == token.PER && n.first == i
}

func temporal(l string) bool {
	switch strings.TrimSuffix(l, ".") {
	case "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "today", "yesterday", "tomorrow", "tonight", "week", "month", "year", "morning", "night", "afternoon", "evening", "jan", "feb", "aug", "sept", "oct", "nov", "dec", "weekend", "time":
		return true
	}
	return false
}

// titledNames makes persons of capitalised words behind a title that are no
// person's name yet: "Sen. Warren".
func (f *finder) titledNames() {
	d := f.d
	for i := range d.Tokens {
		w := &f.words[i]
		end := w.end
		if w.class&ClassTitle == 0 && (w.class&ClassOffice == 0 || w.class&ClassPlural != 0) || int(end) >= len(d.Tokens) || !f.sameSent(end, int32(i)) || f.skip(d.Tokens[i].Sent) || f.nameAt[i] != 0 {
			continue
		}
		// "Indonesia's president, [Susilo Bambang Yudhoyono ORG], said"
		if f.lower(end) == "," && w.class&ClassOffice != 0 && int(end)+1 < len(d.Tokens) && f.nameAt[end+1] != 0 {
			if n := &f.names[f.nameAt[end+1]-1]; n.first == end+1 && n.typ == token.ORG && n.kind == Organisation && n.rule == "entity" && n.last-n.first >= 2 && n.last-n.first <= 4 && f.closes(n.last) && f.words[n.last-1].class&ClassOrgWord == 0 && f.words[n.first].class&ClassOrgWord == 0 {
				n.typ, n.kind, n.rule = token.PER, 0, "office-before"
			}
			continue
		}
		if !d.Tokens[i].Is(token.Capital) {
			continue
		}
		if k := f.nameAt[end]; k != 0 {
			n := &f.names[k-1]
			honorific := w.class&ClassTitle != 0
			if n.first == end && n.typ != token.PER && n.typ != token.NORP && (honorific || n.rule == "entity" && n.iso == "" && n.kind != Company && f.words[n.last-1].class&ClassOrgWord == 0) && n.last-n.first <= 3 {
				n.typ, n.kind, n.rule = token.PER, 0, "title-before"
			}
			continue
		}
		if l := f.lower(end); l == "'s" || !f.nameWord(end) || f.words[end].class&(ClassStop|headClasses|ClassMod) != 0 || f.words[end].nation != 0 || temporal(l) || d.Tokens[end].Is(token.Numeric) || f.tagged && d.Tokens[end].UPOS != token.PROPN {
			continue
		}
		j := end + 1
		for int(j) < len(d.Tokens) && j < end+4 && f.sameSent(j, end) && f.nameAt[j] == 0 && f.nameWord(j) && f.words[j].class&headClasses == 0 {
			j++
		}
		f.addName(name{first: end, last: j, typ: token.PER, rule: "title-before", score: 75})
	}
	f.orderNames()
}

// left takes the modifiers before the head in.
func (f *finder) left(p *phrase) {
	d := f.d
	lead := p.hstart
	titled := f.namePER(p.hend) // before a name, trees are often wrong and the words are not
	for j := p.hstart - 1; f.sameSent(j, p.hstart) && p.hstart-j < 14; j-- {
		t := &d.Tokens[j]
		if k := f.nameAt[j]; k != 0 {
			n := &f.names[k-1]
			if n.used && n.typ == token.PER || f.parsed && !titled && n.typ != token.NORP && !f.partOf(n, p.hend) {
				break
			}
			if n.typ == token.PER && n.last-1 != j {
				break
			}
			f.owner(p, n, int32(k))
			p.bare = false
			lead = n.first
			j = n.first
			continue
		}
		w := &f.words[j]
		if w.class&ClassMod != 0 && t.Lower != "late" && t.Lower != "past" && t.Lower != "then" || (t.Lower == "late" || t.Lower == "then") && (f.pos(j-1) == token.DET || titled && t.Lower == "then") {
			switch {
			case w.class&ClassFormer != 0:
				p.standing = Former
			case w.class&ClassActing != 0:
				p.standing = Acting
			case w.class&ClassElect != 0:
				p.standing = Elect
			}
			lead = j
			continue
		}
		switch f.pos(j) {
		case token.DET:
			lead = j
			switch t.Lower {
			case "the", "this", "that", "these", "those", "both":
				p.definite = true
			case "no", "neither", "any":
				p.negated = true
			}
			p.bare = false
		case token.PRON:
			if t.XPOS == token.PRPS || t.Lower == "his" || t.Lower == "its" || t.Lower == "their" || t.Lower == "our" || t.Lower == "my" || t.Lower == "your" || t.Lower == "whose" || t.Lower == "her" {
				lead, p.poss, p.definite, p.bare = j, j, true, false
			}
		case token.PART, token.AUX:
			if !f.possessive(j) || j == d.Sents[t.Sent].First {
				break
			}
			p.definite, p.bare = true, false
			lead = j
			if k := f.nameAt[j-1]; k != 0 {
				n := &f.names[k-1]
				lead = n.first
				f.owner(p, n, int32(k))
				if f.lower(lead-1) == "the" {
					lead--
				}
				break
			}
			// "the company's chief executive"
			q := j - 1
			for n := 0; n < 5 && f.sameSent(q, j); n++ {
				ps := f.pos(q)
				if ps != token.NOUN && ps != token.PROPN && ps != token.ADJ && ps != token.DET && ps != token.PRON && ps != token.NUM && f.nameAt[q] == 0 {
					break
				}
				lead = q
				q--
				if ps == token.DET || ps == token.PRON {
					break
				}
			}
			p.of = d.SpanOf(lead, j)
		case token.ADJ, token.NOUN, token.PROPN:
			if l := f.lower(j + 1); j+1 == lead && l == "than" && (t.Lower == "more" || t.Lower == "fewer" || t.Lower == "less") {
				lead = j
				continue
			}
			if temporal(t.Lower) && f.lower(j+1) != "-" || !(titled && t.UPOS != token.NOUN) && !f.modifies(j, p.hend) {
				break
			}
			switch t.Lower {
			case "deputy", "vice", "assistant", "associate", "junior", "shadow":
				if p.deputy == "" {
					p.deputy = t.Lower
				}
			}
			lead = j
			continue
		case token.NUM:
			lead = j
			p.bare = false
			if n := f.number(j); n > 0 && p.count == 0 {
				p.count = n
			}
			continue
		case token.VERB:
			if t.Rel == token.Amod && f.modifies(j, p.hend) || !f.parsed && (t.XPOS == token.VBN || t.XPOS == token.VBG) && f.pos(j-1) == token.DET {
				lead = j
				continue
			}
		case token.ADV, token.ADP, token.SYM:
			if f.lower(j-1) == "-" && j+1 == lead && !d.Tokens[j-1].Is(token.SpaceBefore) && f.pos(j) == token.ADV {
				lead = j // "far-right"
				continue
			}
			if l := f.lower(j + 1); j+1 == lead && (t.Lower == "at" && (l == "least" || l == "most") || l == "than" && (t.Lower == "more" || t.Lower == "fewer" || t.Lower == "less") || l == "to" && (t.Lower == "up" || t.Lower == "close")) {
				lead = j
				continue
			}
			if x := f.pos(j + 1); j+1 == lead && (f.pos(j) != token.ADP && (x == token.ADJ || x == token.VERB && d.Tokens[j+1].Rel == token.Amod) || x == token.NUM && approximator(t.Lower) && (t.Lower != "to" || f.lower(j-1) == "up" || f.lower(j-1) == "close")) {
				lead = j
				continue
			}
		case token.CCONJ:
			// "U.S. and Russian officials"
			if t.Lower == "and" && j > 0 && f.words[j+1].nation != 0 && f.nameAt[j-1] != 0 && (f.names[f.nameAt[j-1]-1].typ == token.NORP || f.names[f.nameAt[j-1]-1].typ == token.LOC) && p.plural() {
				lead = j
				continue
			}
		case token.PUNCT:
			if (t.Lower == "-" || t.Lower == "–") && j+1 == lead && !t.Is(token.SpaceBefore) && f.sameSent(j-1, j) && f.nameAt[j-1] == 0 {
				j--
				lead = j // "far-right"
				continue
			}
		}
		break
	}
	// hyphens and coordinations cannot begin a phrase
	for lead < p.hstart && (d.Tokens[lead].Is(token.Punct) || f.pos(lead) == token.CCONJ) {
		lead++
	}
	p.first = lead
	f.quantity(p)
}

// owner notes name n, number k of the names plus one, as what p belongs to.
func (f *finder) owner(p *phrase, n *name, k int32) {
	if p.ofName == 0 || f.names[p.ofName-1].typ == token.NORP {
		p.of, p.ofName = f.d.SpanOf(n.first, n.last), k
	}
	if p.country == "" {
		p.country = f.nameCountry(n)
	}
}

// modifies reports whether token j is part of the noun phrase that ends
// before end; without trees it is taken to be.
func (f *finder) modifies(j, end int32) bool {
	if !f.parsed {
		return true
	}
	for i, n := j, 0; n < 4; n++ {
		h := f.d.Tokens[i].Head
		if h == token.None {
			return false
		}
		if h > j && h < end {
			return true
		}
		if k := f.nameAt[h]; k != 0 && h >= end && f.names[k-1].first == end {
			return true // the title's name is the head of it all
		}
		if h < j || f.d.Tokens[i].Rel.Base() == token.Nsubj || f.d.Tokens[i].Rel.Base() == token.Obj || f.d.Tokens[i].Rel.Base() == token.Obl {
			return false
		}
		i = h
	}
	return false
}

// partOf reports whether name n can modify a phrase that ends before end.
func (f *finder) partOf(n *name, end int32) bool {
	if n.iso != "" && f.words[n.first].nation&NationName == 0 {
		return true
	}
	for i := n.first; i < n.last; i++ {
		if h := f.d.Tokens[i].Head; h >= n.last || h == token.None {
			return f.modifies(i, end)
		}
		if h := f.d.Tokens[i].Head; h < n.first {
			return false
		}
	}
	return false
}

func approximator(l string) bool {
	switch l {
	case "about", "around", "some", "nearly", "almost", "over", "roughly", "approximately", "least", "than", "to", "under", "more", "only", "just", "another":
		return true
	}
	return false
}

// quantity takes "hundreds of", "a group of", "one of" before a phrase in.
func (f *finder) quantity(p *phrase) {
	j := p.first - 1
	if !f.sameSent(j, p.first) || f.lower(j) != "of" || j == 0 || !f.sameSent(j-1, p.first) {
		return
	}
	q := f.lower(j - 1)
	switch q {
	case "hundreds", "thousands", "dozens", "scores", "tens", "millions", "number", "handful", "majority", "crowd", "crowds", "group", "groups", "some", "many", "most", "several", "all", "members", "series", "couple", "few", "both", "gang", "team", "tens of thousands":
		p.class |= ClassPlural
		p.bare = false
		switch q {
		case "group", "crowd", "gang", "team":
			p.class |= ClassGroup
		case "members":
			p.class = p.class&^(ClassOrg|ClassCompany|ClassMedia|ClassArmed) | ClassGroup
		}
	case "one", "none":
		if !p.plural() {
			return
		}
		p.class &^= ClassPlural
		if p.class&ClassRole != 0 {
			p.class &^= ClassArmed | ClassOrg
		}
		p.count, p.definite = 1, false
	default:
		return
	}
	p.first = j - 1
	if q == "thousands" && f.lower(j-2) == "of" && f.lower(j-3) == "tens" || q == "thousands" && f.lower(j-2) == "of" && f.lower(j-3) == "hundreds" {
		p.first = j - 3
	}
	for f.sameSent(p.first-1, p.hstart) && p.first > j-5 && (f.pos(p.first-1) == token.DET || f.pos(p.first-1) == token.ADJ) {
		p.first--
	}
}

// right takes what follows the head with a preposition in.
func (f *finder) right(p *phrase) {
	d := f.d
	if int(p.hend)+1 >= len(d.Tokens) || !f.sameSent(p.hend+1, p.hstart) {
		return
	}
	person := p.class&(ClassRole|ClassKin) != 0
	switch f.lower(p.hend) {
	case "of":
		if p.class&ClassGroup != 0 && !person && p.class&ClassOrg == 0 && f.nameAt[p.hend+1] == 0 && f.lower(p.hend+1) != "the" {
			return
		}
	case "for":
		if !person || p.class&(ClassOrg|ClassGroup) != 0 || p.plural() && p.class&ClassOffice == 0 {
			return
		}
	case "to":
		if !person || p.canon != "ambassador" && p.canon != "envoy" && p.canon != "adviser" && p.canon != "advisor" && p.canon != "aide" && p.canon != "delegate" && p.canon != "candidate" {
			return
		}
	case "at", "with":
		if !person || p.plural() && f.nameAt[p.hend+1] == 0 {
			return
		}
		if k := f.nameAt[p.hend+1]; k == 0 && f.lower(p.hend+1) != "the" || k != 0 && f.names[k-1].typ == token.PER {
			return
		}
	case "from":
		if !person || f.nameAt[p.hend+1] == 0 {
			return
		}
	case "in":
		if k := f.nameAt[p.hend+1]; !person || p.class&ClassOffice == 0 || k == 0 || f.names[k-1].typ == token.PER {
			return
		}
	default:
		return
	}
	end, nm := f.complement(p.hend + 1)
	if end == p.hend+1 {
		return
	}
	p.last = end
	p.bare = false
	if nm != 0 {
		n := &f.names[nm-1]
		// the body after "of" is what the office belongs to, whatever stands before
		if f.lower(p.hend) != "to" || p.ofName == 0 {
			p.of, p.ofName = d.SpanOf(n.first, n.last), nm
		}
		if p.country == "" || n.iso != "" && n.typ == token.LOC {
			c := f.nameCountry(n)
			if c != "" && (f.lower(p.hend) == "of" || f.lower(p.hend) == "in" || p.country == "") {
				p.country = c
			}
		}
	} else if p.of.Len() == 0 {
		p.of = d.SpanOf(p.hend+1, end)
	}
}

// complement is the end of the noun phrase that begins at token i, and the
// first name in it (index plus one).
func (f *finder) complement(i int32) (end, nm int32) {
	d := f.d
	end = i
	noun := false
	for j := i; int(j) < len(d.Tokens) && f.sameSent(j, i) && j-i < 16; {
		if k := f.nameAt[j]; k != 0 {
			n := &f.names[k-1]
			if noun && n.typ == token.PER && n.first == j && f.words[j-1].class == 0 && f.lower(j-1) != "of" && f.lower(j-1) != "and" {
				break
			}
			if nm == 0 {
				nm = k
			}
			j = n.last
			end, noun = j, true
			continue
		}
		t := &d.Tokens[j]
		switch p := f.pos(j); {
		case p == token.NOUN || p == token.PROPN:
			if temporal(t.Lower) && noun {
				return end, nm
			}
			noun = true
			j++
			end = j
		case (p == token.DET || p == token.ADJ || p == token.NUM || p == token.PRON && t.XPOS == token.PRPS) && (!noun || f.lower(j-1) == "of" || f.lower(j-1) == "and" || f.lower(j-1) == "'s"):
			j++
		case f.possessive(j) && noun:
			noun = false
			j++
		case t.Lower == "-" && !t.Is(token.SpaceBefore):
			j++
		case t.Lower == "of" && noun:
			j++
		case t.Lower == "and" && noun && int(j)+1 < len(d.Tokens) && (d.Tokens[j+1].Is(token.Capital) && d.Tokens[j-1].Is(token.Capital)) && !f.namePER(j+1):
			j++
		case t.Lower == "&":
			j++
		default:
			if !noun && j > i && f.pos(j-1) == token.NUM {
				end = j // "mother of four"
			}
			return end, nm
		}
	}
	return end, nm
}
