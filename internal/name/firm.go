package name

import "github.com/dateline-go/dateline/internal/token"

// maxTraded is how many tokens stand between a firm's verb and what it reports.
const maxTraded = 4

// trades reports whether what stands behind e, taken for a person, is said of
// firms alone: "Otto Brandt, which makes watches,", "Otto Brandt posted a net
// loss".
func (c *contexts) trades(e *token.Entity) bool {
	d, t := c.d, e.Last
	if int(t)+3 >= len(d.Tokens) || e.First > 0 && c.class(e.First-1)&(Title|Role) != 0 || c.class(e.First)&Title != 0 {
		return false
	}
	if c.lower(t) == "," && c.lower(t+1) == "which" {
		v := &d.Tokens[t+2]
		return v.XPOS == token.VBZ && wordTable.Has(v.Lemma, classFirmVerb)
	}
	if c.lower(t+1) == "its" && c.ofItself(e) {
		return true
	}
	if !wordTable.Has(c.lower(t), classFirmReport) {
		return false
	}
	for k := t + 1; int(k) < len(d.Tokens) && k <= t+maxTraded; k++ {
		switch n := &d.Tokens[k]; {
		case wordTable.Has(n.Lower, classFirmFigure):
			return n.Sent == d.Tokens[t].Sent
		case n.UPOS != token.DET && n.UPOS != token.ADJ && n.UPOS != token.NOUN && n.UPOS != token.PRON && n.UPOS != token.NUM:
			return false
		}
	}
	return false
}

// ofItself reports whether e, a name of several words, does something with its own
// figures, "Otto Brandt raised its dividend", or as the first body of the text
// speaks of them, "Otto Brandt said its profit rose".
func (c *contexts) ofItself(e *token.Entity) bool {
	d, t := c.d, e.Last
	verb := wordTable.Find(d.Tokens[t].Lemma)
	if e.Last-e.First < 2 || !verb.Has(classFirmDeed) && !verb.Has(classFirmSpeech) {
		return false
	}
	for k := t + 2; int(k) < len(d.Tokens) && k <= t+1+maxTraded; k++ {
		switch n := &d.Tokens[k]; {
		case wordTable.Has(n.Lower, classFirmOwn), wordTable.Has(n.Lower, classFirmFigure):
			return n.Sent == d.Tokens[t].Sent && (!verb.Has(classFirmSpeech) || !c.bodyBefore(e)) // whose figures they may be
		case n.UPOS != token.ADJ && n.UPOS != token.NOUN && n.UPOS != token.NUM && n.Lower != "-":
			return false
		}
	}
	return false
}

// bodyBefore reports whether the text has named a body before e.
func (c *contexts) bodyBefore(e *token.Entity) bool {
	for i := range c.d.Ents {
		c.d.CheckAt(i)
		o := &c.d.Ents[i]
		if o.First >= e.First {
			return false
		}
		if o.Type == token.ORG {
			return true
		}
	}
	return false
}

// partners makes one body of two family names that "&" joins: "Hobart & Webb".
func (c *contexts) partners() {
	d := c.d
	for i := int32(1); int(i)+1 < len(d.Tokens); i++ {
		d.CheckAt(int(i))
		if c.lower(i) != "&" || d.Tokens[i-1].Sent != d.Tokens[i+1].Sent || !c.partner(i-1) || !c.partner(i+1) ||
			c.class(i+1)&FirstName != 0 || d.Tokens[i+1].Ent != token.None && d.Ents[d.Tokens[i+1].Ent].Type == token.LOC ||
			i > 1 && d.Tokens[i-2].Is(token.Capital) && d.Tokens[i-2].Sent == d.Tokens[i].Sent {
			continue
		}
		last := i + 2
		if int(last) < len(d.Tokens) && d.Tokens[last].Is(token.Capital) && d.Tokens[last].Sent == d.Tokens[i].Sent {
			continue
		}
		if e := d.Tokens[i].Ent; e != token.None {
			if d.Ents[e].Type == token.PER {
				d.Ents[e].Type = token.ORG
			}
			continue
		}
		c.replace(i-1, last, token.ORG)
	}
}

// partner reports whether token i can be the family name of one of those after
// whom a firm is called: capitalised, of no name or alone one.
func (c *contexts) partner(i int32) bool {
	t := &c.d.Tokens[i]
	if !t.Is(token.Capital) || t.Is(token.AllCaps) || t.Len() < 3 || classOf(t)&(Title|Calendar) != 0 {
		return false
	}
	if t.Ent == token.None || t.Ent == c.d.Tokens[min(i+1, int32(len(c.d.Tokens))-1)].Ent || i > 0 && t.Ent == c.d.Tokens[i-1].Ent {
		return t.UPOS == token.PROPN
	}
	e := &c.d.Ents[t.Ent]
	return e.Last-e.First == 1 && (e.Type == token.PER || e.Type == token.LOC)
}

// told finds the subject that opens a sentence, unknown to the field, by the
// next sentence, which begins with "the" and a noun for a body: "Nordfly
// cancelled flights. The airline said ...".
func (c *contexts) told() {
	d := c.d
	for s := 0; s+1 < len(d.Sents); s++ {
		d.CheckAt(s)
		sent, next := &d.Sents[s], &d.Sents[s+1]
		if sent.Kind != token.Body || next.Kind != token.Body || next.Last-next.First < 4 || c.lower(next.First) != "the" ||
			!c.common(next.First+1, next.First, classBodyBefore) || !verbal(&d.Tokens[next.First+2]) {
			continue
		}
		i := sent.First
		if e := d.Tokens[i].Ent; e != token.None {
			if e := &d.Ents[e]; c.firm(e) && verbal(&d.Tokens[e.Last]) && c.nameless(e.Last, sent.Last) && c.impersonal(sent, next) {
				c.body[d.Str(e.Span)] = true
			}
			continue
		}
		j := i
		for j < sent.Last && j < i+3 && c.unknown(j) {
			j++
		}
		if j > i && j < sent.Last && verbal(&d.Tokens[j]) && c.nameless(j, sent.Last) {
			c.replace(i, j, token.ORG)
		}
	}
}

// firm reports whether e, taken for a person or a thing, can be a body by its
// words: none is a given name.
func (c *contexts) firm(e *token.Entity) bool {
	if e.Type != token.PER && e.Type != token.MISC || int(e.Last) >= len(c.d.Tokens) {
		return false
	}
	for t := e.First; t < e.Last; t++ {
		if c.class(t)&(FirstName|Title|Role|Calendar|Demonym|MiscWord) != 0 {
			return false
		}
	}
	return true
}

// impersonal reports whether two sentences have an "it" or "its" and no "he" or
// "she".
func (c *contexts) impersonal(a, b *token.Sentence) bool {
	it := false
	for t := a.First; t < b.Last; t++ {
		switch l := c.lower(t); {
		case wordTable.Has(l, classPersonal):
			return false
		case l == "it" || l == "its":
			it = true
		}
	}
	return it
}

// nameless reports whether no body's name stands among tokens [i, last).
func (c *contexts) nameless(i, last int32) bool {
	for ; i < last; i++ {
		if e := c.d.Tokens[i].Ent; e != token.None && c.d.Ents[e].Type == token.ORG {
			return false
		}
	}
	return true
}
