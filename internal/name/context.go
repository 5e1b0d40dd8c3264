package name

import (
	"cmp"
	"slices"
	"strings"

	"github.com/dateline-go/dateline/internal/token"
)

// context puts names right by the words beside them, which the field, whose
// weights are of many small hints, does not heed enough: a noun for a body
// before or behind a name, an acronym in brackets, a word for a storm.
func context(d *token.Doc) {
	c := contexts{d: d, body: map[string]bool{}}
	c.bracketed()
	c.bodyWords()
	c.partners()
	c.told()
	c.offices()
	c.things()
	c.joined()
	c.datelines()
	c.spaced()
	c.merge()
	for i := range d.Ents {
		d.CheckAt(i)
		e := &d.Ents[i]
		if e.Last-e.First > 1 && e.Type != token.NORP && (wordTable.Has(c.lower(e.First), classBodyFirst) ||
			e.Type != token.MISC && wordTable.Has(c.lower(e.Last-1), classBodyLast)) {
			e.Type = token.ORG
		}
		if e.Type == token.ORG && e.Last-e.First > 1 {
			switch last := wordTable.Find(c.lower(e.Last - 1)); {
			case last.Has(classPlaceLast):
				e.Type = token.LOC
			case last.Has(classOccasionLast):
				e.Type = token.MISC
			}
		}
		if c.letters(e) {
			e.Type = token.ORG
		}
		if c.bareStorm(e) {
			e.Type = token.MISC
		}
		if c.numbered(e) || c.initials(e) {
			e.Type = token.MISC
		}
		if e.Type == token.ORG && c.common(e.First-1, e.First, classBodyBefore) ||
			(e.Type == token.PER || e.Type == token.MISC || e.Type == token.LOC) && c.besideBody(e) {
			c.body[d.Str(e.Span)] = true
		}
	}
	if len(c.body) == 0 {
		return
	}
	for i := range d.Ents {
		d.CheckAt(i)
		e := &d.Ents[i]
		if (e.Type == token.PER || e.Type == token.LOC) && c.body[d.Str(e.Span)] || e.Type != token.ORG && c.besideBody(e) {
			e.Type = token.ORG
		}
	}
}

type contexts struct {
	d    *token.Doc
	body map[string]bool // names that a noun tells to be of bodies
	made []token.Entity
	// storms are the bare names of the article's storms.
	storms map[string]bool
	// spelled are the letters that the article says to be a body's.
	spelled map[string]bool
}

func (c *contexts) lower(i int32) string {
	if i < 0 || int(i) >= len(c.d.Tokens) {
		return ""
	}
	return c.d.Tokens[i].Lower
}

// class is what token i is known as.
func (c *contexts) class(i int32) Class {
	if i < 0 || int(i) >= len(c.d.Tokens) {
		return 0
	}
	return classOf(&c.d.Tokens[i])
}

// numbered reports whether e is a letter and a number, as roads and models are
// called, and no body of that name is known.
func (c *contexts) numbered(e *token.Entity) bool {
	if e.Type != token.ORG || e.Last-e.First > 1 {
		return false
	}
	l := c.lower(e.First)
	return len(l) > 1 && strings.Trim(l[1:], "0123456789") == "" && lookup(HashWord(l))&orgClasses == 0
}

// initials reports whether e is letters that stand for no body, "DNA", "DUI",
// and that the article writes out nowhere as a body's.
func (c *contexts) initials(e *token.Entity) bool {
	return e.Type == token.ORG && e.Last-e.First == 1 && c.d.Tokens[e.First].Is(token.AllCaps) &&
		wordTable.Has(c.lower(e.First), classInitials) && !c.spelled[c.lower(e.First)]
}

// letters reports whether e, taken for a place, is three letters or more of
// which no list knows a place.
func (c *contexts) letters(e *token.Entity) bool {
	t := &c.d.Tokens[e.First]
	return e.Type == token.LOC && e.Last-e.First == 1 && t.Is(token.AllCaps) && t.Len() >= 3 && t.Len() <= 6 &&
		!strings.ContainsAny(t.Lower, ".-&0123456789") && classOf(t)&(placeClasses|GeoWord) == 0 && c.plain(&c.d.Sents[t.Sent])
}

// besideBody reports whether a common noun right before or behind e tells that
// it is a body: "the carmaker Tatra", "Al-Qabas daily".
func (c *contexts) besideBody(e *token.Entity) bool {
	first := c.class(e.First)
	place := e.Type == token.LOC && (first&placeClasses != 0 || c.class(e.Last-1)&(placeClasses|GeoWord) != 0)
	if !place && c.apposed(e.Last) || e.Type == token.PER && (c.called(e.Last) || c.trades(e)) {
		return true
	}
	if wordTable.Has(c.lower(e.First), classArticle) && e.Last-e.First > 1 {
		first = 0 // "Al" of "Al Jamaa" is nobody's given name
	}
	if first&(FirstName|Title) != 0 || place {
		return false
	}
	if c.lower(e.First-1) == "," && c.common(e.First-2, e.First, classBodyBefore) && c.strange(e) {
		switch c.lower(e.Last) {
		case ",", ";", ".", ")":
			return true // "the state oil company, Petrolia,"
		}
	}
	if c.common(e.First-1, e.First, classBodyBefore) {
		return !c.common(e.Last, e.First, classPersonAfter)
	}
	return e.Type == token.PER && c.common(e.Last, e.First, classBodyAfter)
}

// maxApposed is how many tokens a description in apposition has before its noun.
const maxApposed = 5

// apposed reports whether "a" or "an" and a noun for a body stand behind the
// mark at token t: "Al-Nur, a militant group,". What the noun is of does not
// count: "Holm, an airline pilot".
func (c *contexts) apposed(t int32) bool {
	return c.lower(t) == "," && c.kind(t+1)
}

// called reports whether tokens t on say that the name before them is a body's:
// "Odhira is a rights group".
func (c *contexts) called(t int32) bool {
	return int(t) < len(c.d.Tokens) && c.d.Tokens[t].Lemma == "be" && c.kind(t+1)
}

// strange reports whether no word of e is known as a name of persons.
func (c *contexts) strange(e *token.Entity) bool {
	for t := e.First; t < e.Last; t++ {
		if c.class(t)&(FirstName|Surname|Title|Role) != 0 && !wordTable.Has(c.lower(t), classArticle) {
			return false
		}
	}
	return true
}

// kind reports whether "a" or "an" and a noun for a body begin at token a.
func (c *contexts) kind(a int32) bool {
	d, t := c.d, a-1
	if int(a)+1 >= len(d.Tokens) || c.lower(a) != "a" && c.lower(a) != "an" {
		return false
	}
	for k := t + 2; int(k) < len(d.Tokens) && k < t+2+maxApposed && d.Tokens[k].Sent == d.Tokens[t].Sent; k++ {
		switch n := &d.Tokens[k]; {
		case n.Is(token.Punct) && n.Lower != "-", n.UPOS == token.VERB, n.UPOS == token.ADP:
			return false
		case !n.Is(token.Capital) && wordTable.Has(n.Lower, classBodyBefore):
			if wordTable.Has(c.lower(k+1), classKindEnd) {
				return true
			}
		}
	}
	return false
}

func verbal(t *token.Token) bool { return t.UPOS == token.VERB || t.UPOS == token.AUX }

// common reports whether token i of the sentence of token j is a word in small
// letters of class k.
func (c *contexts) common(i, j int32, k wordClass) bool {
	if i < 0 || int(i) >= len(c.d.Tokens) {
		return false
	}
	t := &c.d.Tokens[i]
	return t.Sent == c.d.Tokens[j].Sent && !t.Is(token.Capital) && wordTable.Has(t.Lower, k)
}

// bracketed finds the names of which an acronym behind them in brackets tells
// where they begin: "the Harbour Content Inspection and Monitoring Board
// (HCIMB)".
func (c *contexts) bracketed() {
	d := c.d
	for i := int32(1); int(i)+1 < len(d.Tokens); i++ {
		d.CheckAt(int(i))
		if d.Tokens[i].Is(token.AllCaps) && c.lower(i-1) == "(" && c.lower(i+1) == ")" && d.Tokens[i].Len() >= 3 && d.Tokens[i].Len() <= 8 {
			if first := c.spells(i); first != token.None {
				c.name(first, i-1, i)
			}
		}
	}
}

// bodyWords finds names that the field did not find and that end with a word
// for bodies, "Orbit Aluminium Industries", or have one beside them; of two
// words also "Cane Board of Kenya".
func (c *contexts) bodyWords() {
	d := c.d
	for s := range d.Sents {
		d.CheckAt(s)
		sent := &d.Sents[s]
		if sent.Kind != token.Body || !c.plain(sent) {
			continue
		}
		for i := sent.First; i < sent.Last; i++ {
			if !c.free(i) || i == sent.First && c.class(i)&Common != 0 {
				continue
			}
			j := i + 1
			for j < sent.Last && c.free(j) {
				j++
			}
			k := c.class(j - 1)
			body := i > sent.First && (j-i > 2 && k&OrgWord != 0 || j-i > 1 && k&CorpSuffix != 0)
			end := j
			if k&OrgWord != 0 && j-i > 1 && c.lower(j) == "of" {
				end = max(j, c.placeOf(j+1))
			}
			if (body || end > j || c.beside(i, j)) && (j == sent.Last || d.Tokens[j].Ent == token.None) {
				c.replace(i, end, token.ORG)
			}
			i = j
		}
	}
}

// free reports whether token i is a capitalised word of no name.
func (c *contexts) free(i int32) bool {
	t := &c.d.Tokens[i]
	return t.Ent == token.None && t.Is(token.Capital) && !t.Is(token.Punct) && !t.Is(token.HasDigit)
}

// plain reports whether most words of a sentence stand in small letters, so
// that a capital says something.
func (c *contexts) plain(sent *token.Sentence) bool {
	capital, small := 0, 0
	for i := sent.First; i < sent.Last; i++ {
		switch t := &c.d.Tokens[i]; {
		case t.Is(token.Punct):
		case t.Is(token.Capital):
			capital++
		default:
			small++
		}
	}
	return small > capital
}

// offices takes the second field of a ministry or the like into its name, and
// the place of a body: "Ministry of Fisheries and Forests", "Institute for
// Social and Economic Research", "Nurses Association of Ghana".
func (c *contexts) offices() {
	for i := range c.d.Ents {
		c.d.CheckAt(i)
		e := &c.d.Ents[i]
		switch next := c.lower(e.Last); {
		case e.Type != token.ORG:
		case next == "and" && c.ofField(e):
			if end := c.field(e.Last+1, c.quality(e.Last-1)); end > e.Last+1 {
				c.replace(e.First, end, token.ORG)
			}
		case next == "of" && e.Last-e.First > 1 && c.class(e.Last-1)&OrgWord != 0:
			if end := c.placeOf(e.Last + 1); end > 0 {
				c.replace(e.First, end, token.ORG)
			}
		}
	}
}

// quality reports whether token t is an adjective, which asks for a noun: the
// name goes on.
func (c *contexts) quality(t int32) bool {
	l := c.lower(t)
	return c.d.Tokens[t].XPOS == token.JJ || strings.HasSuffix(l, "ic") || strings.HasSuffix(l, "al")
}

// placeOf is the end of the place that begins at token t, or behind "the"
// there, or of the body that was found apart ("Court" of "Appeals"); 0 if there
// is none.
func (c *contexts) placeOf(t int32) int32 {
	d := c.d
	if c.lower(t) == "the" {
		t++
	}
	if int(t) >= len(d.Tokens) || d.Tokens[t].Ent == token.None || d.Tokens[t].Sent != d.Tokens[t-1].Sent {
		return 0
	}
	e := &d.Ents[d.Tokens[t].Ent]
	if e.First == t && (e.Type == token.LOC || e.Type == token.ORG && c.class(t)&^(Common|Prefix|Role|Title) == 0) {
		return e.Last
	}
	return 0
}

// beside reports whether tokens i to j, of no name, are one by a noun for a
// body right before or behind them: "the carmaker Tatra", "Azar newspaper".
func (c *contexts) beside(i, j int32) bool {
	for t := i; t < j; t++ {
		if !c.unknown(t) {
			return false
		}
	}
	return j-i <= 3 && (c.common(i-1, i, classBodyBefore) && !c.common(j, i, classPersonAfter) || c.common(j, i, classBodyAfter))
}

// unknown reports whether token i is a proper noun of no name that is known as
// nothing else.
func (c *contexts) unknown(i int32) bool {
	t := &c.d.Tokens[i]
	const other = Common | Calendar | Title | Demonym | MiscWord | Misc | GeoWord | FirstName | placeClasses
	return c.free(i) && t.XPOS == token.NNP && classOf(t)&other == 0
}

// joined takes a place and a body apart that "for" joins, "Paris for Siemens",
// and leaves a place with an article, "The Hague", a place.
func (c *contexts) joined() {
	for i := range c.d.Ents {
		c.d.CheckAt(i)
		e := &c.d.Ents[i]
		if e.Type != token.ORG || e.Last-e.First < 2 {
			continue
		}
		h, words := HashWord(c.lower(e.First)), c.class(e.First)
		if c.lower(e.First) == "the" && e.Last-e.First == 2 {
			if k := lookup(HashNext(h, HashWord(c.lower(e.First+1)))); k&placeClasses != 0 && k&orgClasses == 0 {
				e.Type = token.LOC
			}
			continue
		}
		for t := e.First + 1; t+1 < e.Last; t++ {
			if c.lower(t) == "for" {
				if lookup(h)&placeClasses != 0 && words&(OrgWord|CorpSuffix) == 0 {
					c.replace(e.First, t, token.LOC)
					c.replace(t+1, e.Last, token.ORG)
				}
				break
			}
			h, words = HashNext(h, HashWord(c.lower(t))), words|c.class(t)
		}
	}
}

// datelines makes a place of what stands in capitals before an agency in
// brackets at the head of a sentence: "NEW YORK (AP)".
func (c *contexts) datelines() {
	d := c.d
	for s := range d.Sents {
		d.CheckAt(s)
		first := d.Sents[s].First
		if int(first) >= len(d.Tokens) || d.Tokens[first].Ent == token.None {
			continue
		}
		e := &d.Ents[d.Tokens[first].Ent]
		if e.First != first || e.Type != token.ORG || c.lower(e.Last) != "(" {
			continue
		}
		h := HashWord(c.lower(first))
		upper := d.Tokens[first].Is(token.AllCaps)
		for t := first + 1; t < e.Last; t++ {
			h = HashNext(h, HashWord(c.lower(t)))
			upper = upper && d.Tokens[t].Is(token.AllCaps)
		}
		if upper && lookup(h)&placeClasses != 0 {
			e.Type = token.LOC
		}
	}
}

// spaced makes a place of the letters of a country that a text sets apart: "the U. S.
// border".
func (c *contexts) spaced() {
	d := c.d
	for i := int32(0); int(i)+1 < len(d.Tokens); i++ {
		d.CheckAt(int(i))
		t, n := &d.Tokens[i], &d.Tokens[i+1]
		if t.Lower != "u." || n.Lower != "s." && n.Lower != "k." || t.Sent != n.Sent || !t.Is(token.Capital) || !n.Is(token.Capital) ||
			n.Ent != token.None && d.Ents[n.Ent].Last > i+2 {
			continue // "U. S. Grant"
		}
		c.replace(i, i+2, token.LOC)
	}
}

// ofField reports whether e is a body "of" or "for" something that common
// words name.
func (c *contexts) ofField(e *token.Entity) bool {
	for t := e.First + 1; t+1 < e.Last; t++ {
		if l := c.lower(t); (l == "of" || l == "for") && c.class(t-1)&OrgWord != 0 {
			return c.fieldWord(e.Last - 1)
		}
	}
	return false
}

// field is the end of the one to three capitalised common words from token t
// on, none of which names a body itself; but for the last with more, where
// what came before asks for a noun.
func (c *contexts) field(t int32, more bool) int32 {
	end := t
	for int(end) < len(c.d.Tokens) && end < t+3 && c.d.Tokens[end].Sent == c.d.Tokens[t-1].Sent && c.fieldWord(end) {
		end++
	}
	if more && end > t && end < t+3 && c.free(end) && c.d.Tokens[end].Sent == c.d.Tokens[t-1].Sent {
		end++
	}
	if int(end) < len(c.d.Tokens) && end > t && c.d.Tokens[end].Is(token.Capital) && !c.d.Tokens[end].Is(token.Punct) {
		return t
	}
	return end
}

func (c *contexts) fieldWord(t int32) bool {
	k := c.class(t)
	return c.d.Tokens[t].Is(token.Capital) && k&Common != 0 && k&(OrgWord|CorpSuffix|Title|FirstName|placeClasses|orgClasses|Demonym) == 0
}

// maxSpelled is how many tokens before its brackets an acronym may stand for.
const maxSpelled = 14

// spells is the first token of the words before the brackets of acronym at
// that begin with its letters, or None.
func (c *contexts) spells(at int32) int32 {
	d := c.d
	letters := c.lower(at)
	n := len(letters)
	first := token.None
	for j := at - 2; j >= 0 && j > at-2-maxSpelled && n > 0 && d.Tokens[j].Sent == d.Tokens[at].Sent; j-- {
		t := &d.Tokens[j]
		switch {
		case t.Is(token.Capital) && !t.Is(token.Punct):
			if t.Lower == "" || t.Lower[0] != letters[n-1] {
				return token.None
			}
			n--
			first = j
		case t.Lower != "-" && !joins(t.Lower):
			return token.None
		}
	}
	if n > 0 {
		return token.None
	}
	return first
}

// name makes one name of tokens [first, last), and the same of acronym at, in
// the type that is known of any of its words; a body's if its words tell, else
// it is left alone.
func (c *contexts) name(first, last, at int32) {
	d := c.d
	typ, words := token.EntType(0), Class(0)
	for t := first; t < last; t++ {
		words |= c.class(t)
		if e := d.Tokens[t].Ent; e != token.None && (typ == 0 || d.Ents[e].Type == token.ORG) {
			typ = d.Ents[e].Type
		}
	}
	if words&(OrgWord|CorpSuffix) != 0 {
		typ = token.ORG
	}
	if typ != token.ORG {
		return
	}
	c.replace(first, last, typ)
	c.replace(at, at+1, typ)
	if c.spelled == nil {
		c.spelled = map[string]bool{}
	}
	c.spelled[c.lower(at)] = true
}

// replace makes tokens [first, last) one entity, when merge is called.
func (c *contexts) replace(first, last int32, typ token.EntType) {
	c.made = append(c.made, token.Entity{Span: c.d.SpanOf(first, last), First: first, Last: last, Type: typ, Score: sureMade})
}

// sureMade is how sure a name is that its words or an acronym show, in percent:
// about as many were right on the world's newspapers that we measure with.
const sureMade = 75

// merge puts the entities made among the others, in place of those that they
// overlap; of two made that overlap the first stays.
func (c *contexts) merge() {
	if len(c.made) == 0 {
		return
	}
	d := c.d
	slices.SortStableFunc(c.made, token.Looking(d, func(a, b token.Entity) int { return cmp.Compare(a.First, b.First) }))
	for i := range d.Ents {
		d.CheckAt(i)
		for t := d.Ents[i].First; t < d.Ents[i].Last; t++ {
			d.Tokens[t].Ent = token.None
		}
	}
	out := make([]token.Entity, 0, len(d.Ents)+len(c.made))
	k, end := 0, int32(0)
	for i, m := range c.made {
		d.CheckAt(i)
		if m.First < end {
			continue
		}
		for ; k < len(d.Ents) && d.Ents[k].First < m.Last; k++ {
			if e := d.Ents[k]; e.Last <= m.First && e.First >= end {
				out = append(out, e)
			}
		}
		out = append(out, m)
		end = m.Last
	}
	for ; k < len(d.Ents); k++ {
		if d.Ents[k].First >= end {
			out = append(out, d.Ents[k])
		}
	}
	d.Ents = out
	for i := range out {
		for t := out[i].First; t < out[i].Last; t++ {
			d.Tokens[t].Ent = int32(i)
		}
	}
}
