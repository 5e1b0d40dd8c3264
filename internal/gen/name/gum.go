package main

import (
	"slices"
	"strings"

	"github.com/dateline-go/dateline/internal/name"
	"github.com/dateline-go/dateline/internal/token"
)

// GUM marks all noun phrases, with nesting and a type. A name is the stretch
// of capitalised words around a head that is a proper noun.

type gumWord struct {
	form, upos string
	head       int
	noSpace    bool
}

type gumSpan struct {
	first, last int // half-open
	kind        string
	linked      bool // to an article of an encyclopedia
}

// readGUM reads the entities of a file of GUM in CoNLL-U.
func (v *vocabulary) readGUM(path string) []article {
	var as []article
	var ws []gumWord
	var spans []gumSpan
	type open struct {
		id   string
		span gumSpan
	}
	var stack []open
	skip := false
	flush := func() {
		if len(ws) > 0 && !skip {
			as[len(as)-1].sents = append(as[len(as)-1].sents, v.gumSentence(ws, spans))
		}
		ws, spans, stack = nil, nil, nil
	}
	for l := range lines(path) {
		switch {
		case strings.HasPrefix(l, "# newdoc"):
			as = append(as, article{})
		case strings.HasPrefix(l, "#"):
		case l == "":
			flush()
		default:
			c := strings.Split(l, "\t")
			if len(c) != 10 || strings.ContainsAny(c[0], "-.") {
				continue
			}
			i := len(ws)
			head := 0
			for _, b := range []byte(c[6]) {
				head = head*10 + int(b-'0')
			}
			ws = append(ws, gumWord{c[1], c[3], head - 1, strings.Contains(c[9], "SpaceAfter=No")})
			e := ""
			for f := range strings.SplitSeq(c[9], "|") {
				if v, ok := strings.CutPrefix(f, "Entity="); ok {
					e = v
				}
			}
			for e != "" {
				switch {
				case e[0] == '(':
					end := strings.IndexAny(e[1:], "()") + 1
					if end == 0 {
						end = len(e)
					}
					f := strings.Split(e[1:end], "-")
					o := open{id: f[0], span: gumSpan{first: i, linked: len(f) > 7 && f[7] != ""}}
					if len(f) > 1 {
						o.span.kind = f[1]
					}
					if end < len(e) && e[end] == ')' {
						o.span.last = i + 1
						spans = append(spans, o.span)
						end++
					} else {
						stack = append(stack, o)
					}
					e = e[end:]
				default:
					end := strings.IndexByte(e, ')')
					if end < 0 {
						e = ""
						break
					}
					for k := len(stack) - 1; k >= 0; k-- {
						if stack[k].id == e[:end] {
							s := stack[k].span
							s.last = i + 1
							spans = append(spans, s)
							stack = slices.Delete(stack, k, k+1)
							break
						}
					}
					e = e[end+1:]
				}
			}
		}
	}
	flush()
	return as
}

func (v *vocabulary) gumSentence(ws []gumWord, spans []gumSpan) sentence {
	s := sentence{labels: make([]uint8, len(ws))}
	for _, w := range ws {
		s.words = append(s.words, w.form)
	}
	// Longer spans first: a name inside a name is a part of it.
	slices.SortStableFunc(spans, func(a, b gumSpan) int { return (b.last - b.first) - (a.last - a.first) })
	for _, sp := range spans {
		t := gumType(sp.kind)
		if t == 0 || t == token.MISC && !sp.linked && sp.kind != "event" {
			continue
		}
		head := gumHead(ws, sp)
		if head < 0 || !gumProper(ws, head, sp) {
			continue
		}
		a, b := gumGrow(ws, sp, head, t)
		a, b = v.gumTrim(ws, a, b, t)
		if a >= b || v.titles[strings.ToLower(ws[b-1].form)] && b-a == 1 {
			continue
		}
		free := true
		for i := a; i < b; i++ {
			free = free && s.labels[i] == 0
		}
		if free {
			for i := a; i < b; i++ {
				s.labels[i] = uint8(name.Label(t, i-a, b-a))
			}
		}
	}
	return s
}

// gumHead is the first word of sp whose head lies outside, or -1.
func gumHead(ws []gumWord, sp gumSpan) int {
	for i := sp.first; i < sp.last; i++ {
		if h := ws[i].head; h < sp.first || h >= sp.last {
			return i
		}
	}
	return -1
}

// gumGrow is the name of type t around the head of sp: the words beside it
// that go on with it, and what "of" and "for" bring.
func gumGrow(ws []gumWord, sp gumSpan, head int, t token.EntType) (a, b int) {
	a, b = head, head+1
	for a > sp.first && gumIn(ws, a-1, t) {
		a--
	}
	for b < sp.last && gumIn(ws, b, t) {
		b++
	}
	for t != token.PER && b+1 < sp.last && (ws[b].form == "of" || ws[b].form == "for") {
		j := b + 1
		for j < sp.last && ws[j].form == "the" {
			j++
		}
		if j >= sp.last || !gumIn(ws, j, t) {
			break
		}
		for b = j + 1; b < sp.last && gumIn(ws, b, t); b++ {
		}
	}
	return a, b
}

// gumTrim takes off what is no part of the name a..b: marks, determiners, the
// genitive, and the titles of a person.
func (v *vocabulary) gumTrim(ws []gumWord, a, b int, t token.EntType) (int, int) {
	for a < b && (ws[a].upos == "PUNCT" || ws[a].upos == "DET") {
		a++
	}
	for b > a+1 && (ws[b-1].form == "'s" || ws[b-1].form == "’s") {
		b--
	}
	for b > a && ws[b-1].upos == "PUNCT" {
		b--
	}
	if t == token.PER {
		for a < b-1 && v.titles[strings.ToLower(ws[a].form)] {
			a++
		}
	}
	return a, b
}

func gumProper(ws []gumWord, head int, sp gumSpan) bool {
	return ws[head].upos == "PROPN" && upper(ws[head].form) ||
		sp.linked && upper(ws[head].form) && (head > 0 || sp.last-sp.first > 1)
}

// gumIn reports whether word i goes on with a name of type t.
func gumIn(ws []gumWord, i int, t token.EntType) bool {
	w := ws[i]
	if w.form == "-" || w.form == "&" || w.form == "." {
		return true
	}
	if w.upos == "PUNCT" {
		return false
	}
	if t == token.PER {
		return w.upos == "PROPN" && upper(w.form) || w.form == "van" || w.form == "de" || w.form == "von"
	}
	return upper(w.form) && w.upos != "PRON" && w.upos != "DET"
}

func upper(w string) bool { return w != "" && (w[0] >= 'A' && w[0] <= 'Z' || w[0] >= 0xC3) }

func gumType(kind string) token.EntType {
	switch kind {
	case "person":
		return token.PER
	case "organization":
		return token.ORG
	case "place":
		return token.LOC
	case "event", "object", "abstract":
		return token.MISC
	}
	return 0
}
