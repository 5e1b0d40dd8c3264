// Package lang tells whether a text is in English, the only language that
// the rooms above can read. It errs on the side of English: tables, headlines
// and quoted passages in other languages pass.
package lang

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-go/dateline/internal/token"
)

//go:generate go run ../gen/words

const (
	minWords    = 12   // below these no text is called foreign
	maxTokens   = 4000 // a long text shows its language early
	minText     = 60   // bytes of a text in ideographs or kana, where one token may be a paragraph
	minDistinct = 3    // different function words that are neither particles of names nor English words
)

const notLatin = "most words are not in Latin letters"

// count is what words a text has.
type count struct{ words, latin, other, english int }

// Foreign tells why d is not English: which letters or which language's
// function words prevail. It is "" for English and for texts too short to tell.
func Foreign(d *token.Doc) string {
	toks := d.Tokens[:min(len(d.Tokens), maxTokens)]
	c := counted(toks)
	if c.words < minWords {
		if c.other > 0 && c.other >= c.latin && len(d.Text) >= minText {
			return notLatin
		}
		return ""
	}
	if c.other > c.latin {
		return notLatin
	}
	// English news has about 40 function words in 100; only a text with few
	// of them is worth a look at the other languages.
	if c.english*4 >= c.words {
		return ""
	}
	best, name := 0, ""
	for _, l := range languages {
		if n := functionWords(toks, l.words); n > best {
			best, name = n, l.name
		}
	}
	if best*8 >= c.words && best > 2*c.english {
		return "the function words are " + name
	}
	return ""
}

func counted(toks []token.Token) count {
	var c count
	for i := range toks {
		t := &toks[i]
		if t.Is(token.Punct) || t.Is(token.HasDigit) {
			continue
		}
		c.words++
		r, _ := utf8.DecodeRuneInString(t.Lower)
		switch {
		case !unicode.IsLetter(r):
		case !unicode.Is(unicode.Latin, r):
			c.other++
		default:
			c.latin++
			if wordTable.Has(t.Lower, classEnglish) {
				c.english++
			}
		}
	}
	return c
}

// functionWords is the number of a language's function words, or 0 where too
// few different ones speak for the language alone: names bring "van" and "de",
// and a few short sentences of English "met" and "in".
func functionWords(toks []token.Token, language wordClass) int {
	var seen [minDistinct]string
	n, distinct := 0, 0
	for i := range toks {
		w := toks[i].Lower
		if !wordTable.Has(w, language) {
			continue
		}
		n++
		shared := wordTable.Has(w, classParticle) || wordTable.Has(w, classHomograph)
		if distinct < minDistinct && !shared && !slices.Contains(seen[:distinct], w) {
			seen[distinct] = w
			distinct++
		}
	}
	if distinct < minDistinct {
		return 0
	}
	return n
}

// languages are those that a text may be told to be in.
var languages = [...]struct {
	name  string
	words wordClass
}{
	{"German", classGerman},
	{"French", classFrench},
	{"Spanish", classSpanish},
	{"Italian", classItalian},
	{"Portuguese", classPortuguese},
	{"Dutch", classDutch},
	{"Polish", classPolish},
	{"Swedish", classSwedish},
	{"Turkish", classTurkish},
	{"Indonesian", classIndonesian},
}
