package main

import (
	_ "embed"
	"log"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-go/dateline/internal/conllu"
	"github.com/dateline-go/dateline/internal/token"
)

//go:embed news.txt
var newsFrames string

// newsSentences is the number of made-up sentences.
const newsSentences = 800

// news makes up sentences of agency copy and headlines from the frames of
// news.txt, for the verbs and headline forms that the treebanks lack. Only
// forms and tags are set.
func news() []conllu.Sentence {
	lists := map[string][]conllu.Word{}
	var frames [][]string
	for l := range strings.SplitSeq(newsFrames, "\n") {
		f := strings.Fields(l)
		switch {
		case len(f) == 0 || f[0] == "#":
		case f[0] == "=":
			frames = append(frames, f[1:])
		default:
			name, x, _ := strings.Cut(f[0], "/")
			for _, w := range f[1:] {
				lists[name] = append(lists[name], newsWord(w, x, ""))
			}
		}
	}
	rng := uint64(2463534242)
	pick := func(n int) int {
		rng ^= rng << 13
		rng ^= rng >> 7
		rng ^= rng << 17
		return int(rng % uint64(n))
	}
	var out []conllu.Sentence
	for i := range newsSentences {
		var s conllu.Sentence
		for _, t := range frames[i%len(frames)] {
			if t[0] == '{' {
				l := lists[strings.Trim(t, "{}")]
				if len(l) == 0 {
					log.Fatalf("tag: news.txt: no list %s", t)
				}
				s.Words = append(s.Words, l[pick(len(l))])
				continue
			}
			p := strings.Split(t, "/")
			if len(p) < 2 {
				log.Fatalf("tag: news.txt: bad token %q", t)
			}
			s.Words = append(s.Words, newsWord(p[0], p[1], strings.Join(p[2:], "")))
		}
		w := &s.Words[0]
		r, n := utf8.DecodeRuneInString(w.Form)
		w.Form = string(unicode.ToUpper(r)) + w.Form[n:]
		out = append(out, s)
	}
	return out
}

// newsWord is a word with the UPOS that goes with its XPOS unless u says another.
func newsWord(form, x, u string) conllu.Word {
	w := conllu.Word{Form: form, XPOS: token.ParseXPOS(x), UPOS: token.ParseUPOS(u)}
	if w.UPOS != token.NoUPOS {
		return w
	}
	switch w.XPOS {
	case token.NN, token.NNS:
		w.UPOS = token.NOUN
		if form == "%" {
			w.UPOS = token.SYM
		}
	case token.NNP:
		w.UPOS = token.PROPN
	case token.VB, token.VBD, token.VBN, token.VBP, token.VBZ, token.VBG:
		w.UPOS = token.VERB
	case token.JJ:
		w.UPOS = token.ADJ
	case token.IN:
		w.UPOS = token.ADP
	case token.DT:
		w.UPOS = token.DET
	case token.CD:
		w.UPOS = token.NUM
	case token.RB, token.RBS, token.WRB:
		w.UPOS = token.ADV
	case token.MD:
		w.UPOS = token.AUX
	case token.CC:
		w.UPOS = token.CCONJ
	case token.PRP, token.WDT:
		w.UPOS = token.PRON
	case token.TO, token.POS:
		w.UPOS = token.PART
	case token.Dollar:
		w.UPOS = token.SYM
	default:
		w.UPOS = token.PUNCT
	}
	return w
}
