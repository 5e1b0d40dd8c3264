package title

import (
	"strings"

	"github.com/dateline-go/dateline/internal/syntax"
	"github.com/dateline-go/dateline/internal/token"
)

// This file spells out the parts of a title.

// String joins the parts with the blanks that the text has between them.
func (b *builder) String() string {
	var s strings.Builder
	s.Grow(b.length())
	for n := range b.parts {
		w, apart := b.word(n)
		if apart {
			s.WriteByte(' ')
		}
		s.WriteString(w)
	}
	return Capital(s.String())
}

// word is what the title has for part n, and whether a blank stands before it.
func (b *builder) word(n int) (w string, apart bool) {
	p := &b.parts[n]
	w = p.text
	if w == "" {
		w = b.Word(p.tok)
		if strings.IndexByte(w, ' ') >= 0 {
			w = strings.Replace(w, "’ ", "’", 1)
		}
	}
	if n == 0 {
		return w, false
	}
	if p.text == "" && b.opens(p.tok) {
		w = b.tok(p.tok).Lower
	}
	l, full := &b.parts[n-1], w
	if l.tok+1 != p.tok || l.text != "" && b.tok(l.tok).XPOS == token.PRP {
		full = b.written(p.tok, w)
	}
	return full, p.was || p.apart || b.blank(l.tok, p.tok) && !strings.HasPrefix(p.text, ":") || full != w
}

// opens reports whether token i has a capital only because it opens its sentence.
func (b *builder) opens(i int32) bool {
	t := b.tok(i)
	first := b.Sents[t.Sent].First
	for first < i && b.tok(first).UPOS == token.PUNCT {
		first++
	}
	return i == first && t.UPOS != token.PROPN && t.Ent == token.None && t.Lower != "i" && !t.Is(token.AllCaps) &&
		b.Sents[t.Sent].Kind != token.Headline
}

// written is a clitic that has lost the word before it, written out: have for 've.
func (b *builder) written(i int32, w string) string {
	t := b.tok(i)
	if t.UPOS != token.AUX && t.UPOS != token.VERB {
		return w
	}
	key := t.Lower
	if key == "'s" || key == "'d" {
		lemma := t.Lemma
		// "He's opened the gates": a participle with an object is no passive.
		if h := t.Head; lemma == "be" && h != token.None && b.tok(h).XPOS == token.VBN && (t.Rel == token.Aux || t.Rel == token.AuxPass && syntax.Object(b.Doc, h) > h) {
			lemma = "have"
		}
		key += " " + lemma
	}
	if s, ok := wordTable.Text(key, classFull); ok {
		return s
	}
	return w
}

// blank reports whether a blank stands between two tokens of the title.
func (b *builder) blank(left, right int32) bool {
	t := b.tok(right)
	if left+1 == right {
		return t.Is(token.SpaceBefore)
	}
	return !t.Is(token.Joined) && t.XPOS != token.POS && t.XPOS != token.Comma
}
