package tag

import (
	_ "embed"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-go/dateline/internal/cluster"
	"github.com/dateline-go/dateline/internal/packed"
	"github.com/dateline-go/dateline/internal/token"
)

// lemmaData is a packed table of what the rules get wrong: the key is a class
// letter (see LemmaClass) and the form in lower case, the value the lemma.
//
//go:embed lemma.bin
var lemmaData string

// LemmaVersion is the version of the table of exceptions.
const LemmaVersion = 1

// LemmaClass is the letter under which exceptions for a tag are kept: v for
// inflected verbs, n for plurals, c and s for comparatives and superlatives,
// p for plural names, o for the rest; 0 when the lemma is the form itself.
func LemmaClass(u token.UPOS, x token.XPOS) byte {
	switch x {
	case token.VBD, token.VBN, token.VBG, token.VBZ, token.VBP, token.MD:
		return 'v'
	case token.NNS:
		return 'n'
	case token.NNPS:
		return 'p'
	case token.JJR, token.RBR:
		return 'c'
	case token.JJS, token.RBS:
		return 's'
	case token.NNP:
		if u == token.PROPN {
			return 0
		}
	}
	if u == token.PUNCT || u == token.SYM || u == token.NUM {
		return 0
	}
	return 'o'
}

// lemmatizer finds lemmas with the help of a table of exceptions.
type lemmatizer struct{ t packed.Table }

// lemma is the lemma of token i of d.
func (l *lemmatizer) lemma(d *token.Doc, i int) string {
	t := &d.Tokens[i]
	w := d.Text[t.Start:t.End]
	class := LemmaClass(t.UPOS, t.XPOS)
	if class == 0 {
		return plainLemma(w, t)
	}
	if len(t.Lower) < 5 {
		if s, ok := clitic(d, i); ok {
			return s
		}
	}
	if class == 'o' && (t.XPOS == token.IN || t.XPOS == token.CC) {
		return t.Lower
	}
	if class == 'v' { // before the table: a slip of a treebank stands there
		if s, ok := wordTable.Text(t.Lower, classIrregular); ok {
			return s
		}
	}
	if s, ok := l.exception(class, t.Lower); ok {
		return s
	}
	return RuleLemma(w, t, class, i == int(d.Sents[t.Sent].First))
}

// exception looks w up under class.
func (l *lemmatizer) exception(class byte, w string) (string, bool) {
	if len(w) > 30 {
		return "", false
	}
	var key [31]byte
	key[0] = class
	return l.t.Find(string(key[:1+copy(key[1:], w)]))
}

// plainLemma is the lemma of names, numbers and marks: the form, with
// typographic variants made one.
func plainLemma(w string, t *token.Token) string {
	switch t.UPOS {
	case token.PUNCT, token.SYM:
		if l, ok := wordTable.Text(w, classMarkLemma); ok {
			return l
		}
	case token.NUM:
		if t.Flags&token.HasDigit == 0 {
			return t.Lower
		}
		if strings.IndexByte(w, ',') > 0 {
			return strings.ReplaceAll(w, ",", "")
		}
	}
	return w
}

// clitic is the lemma of what contractions leave: 's, 'd, n't.
func clitic(d *token.Doc, i int) (string, bool) {
	t := &d.Tokens[i]
	switch t.Lower {
	case "n't", "nt":
		if t.UPOS == token.PART {
			return "not", true
		}
	case "'s", "s":
		switch t.XPOS {
		case token.POS:
			return "'s", true
		case token.PRP:
			return "we", true
		case token.VBZ:
			return haveOrBe(d, i), true
		}
	case "'":
		if t.XPOS == token.POS {
			return "'s", true
		}
	case "'d":
		if t.XPOS == token.MD {
			return "would", true
		}
		return "have", true
	}
	return wordTable.Text(t.Lower, classCliticLemma)
}

// haveOrBe tells 's of has from 's of is by the participle that follows.
func haveOrBe(d *token.Doc, i int) string {
	last := int(d.Sents[d.Tokens[i].Sent].Last)
	for j := i + 1; j < last && j < i+4; j++ {
		switch t := &d.Tokens[j]; {
		case t.XPOS == token.VBN:
			if wordTable.Has(t.Lower, classPerfect) {
				return "have"
			}
			return "be"
		case t.XPOS != token.RB:
			return "be"
		}
	}
	return "be"
}

// RuleLemma is the lemma that the rules give w, without exceptions.
func RuleLemma(w string, t *token.Token, class byte, first bool) string {
	low := t.Lower
	switch class {
	case 'v':
		switch t.XPOS {
		case token.VBD, token.VBN:
			return past(low)
		case token.VBG:
			return gerund(low)
		case token.VBZ:
			return plural(low)
		}
	case 'n':
		return plural(low)
	case 'p':
		s := plural(low)
		if strings.HasPrefix(low, s) && len(s) <= len(w) && len(w) == len(low) {
			return w[:len(s)]
		}
		return title(s)
	case 'c':
		return graded(low, "er")
	case 's':
		return graded(low, "est")
	case 'o':
		// Adjectives of names keep their capital inside a sentence.
		name := t.UPOS == token.ADJ && !first && t.Flags&(token.Capital|token.AllCaps) == token.Capital
		if name && t.XPOS == token.JJ || t.XPOS == token.NNP {
			return w
		}
	}
	return low
}

func title(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}

func known(w string) bool {
	_, ok := cluster.Of(w)
	return ok
}

// plural takes the s off plurals and third persons.
func plural(w string) string {
	n := len(w)
	if n < 3 || w[n-1] != 's' {
		return w
	}
	switch {
	case strings.HasSuffix(w, "ies"):
		if n <= 4 || !known(w[:n-3]+"y") && known(w[:n-1]) {
			return w[:n-1]
		}
		return w[:n-3] + "y"
	case strings.HasSuffix(w, "ss"), strings.HasSuffix(w, "us") && !known(w[:n-1]):
		return w
	case strings.HasSuffix(w, "sses"), strings.HasSuffix(w, "xes"), strings.HasSuffix(w, "shes"), strings.HasSuffix(w, "zzes"):
		if strings.HasSuffix(w, "xes") && known(w[:n-1]) && !known(w[:n-2]) {
			return w[:n-1]
		}
		return w[:n-2]
	case strings.HasSuffix(w, "ches"):
		if known(w[:n-1]) && !known(w[:n-2]) {
			return w[:n-1]
		}
		return w[:n-2]
	case strings.HasSuffix(w, "oes"), strings.HasSuffix(w, "ses"), strings.HasSuffix(w, "zes"):
		if w[n-3] == 'o' && known(w[:n-2]) && n > 5 || !known(w[:n-1]) && known(w[:n-2]) {
			return w[:n-2]
		}
		return w[:n-1]
	case strings.HasSuffix(w, "'s"):
		return w[:n-2]
	}
	return w[:n-1]
}

// past takes -ed off.
func past(w string) string {
	n := len(w)
	switch {
	case strings.HasSuffix(w, "ied"):
		if n <= 4 {
			return w[:n-1]
		}
		return w[:n-3] + "y"
	case n > 3 && strings.HasSuffix(w, "ed") && w[n-3] != 'e':
		return verbStem(w[:n-2])
	case strings.HasSuffix(w, "eed"):
		return w[:n-1]
	}
	return w
}

// gerund takes -ing off.
func gerund(w string) string {
	n := len(w)
	switch {
	case n > 4 && strings.HasSuffix(w, "ing"):
		return verbStem(w[:n-3])
	case n > 4 && (strings.HasSuffix(w, "in'") || strings.HasSuffix(w, "in")):
		return verbStem(strings.TrimSuffix(strings.TrimSuffix(w, "'"), "in"))
	}
	return w
}

func isVowel(c byte) bool {
	switch c {
	case 'a', 'e', 'i', 'o', 'u', 'y':
		return true
	}
	return false
}

// verbStem mends the stem that -ed or -ing leaves: hop(e), plan(n), settl(e).
func verbStem(s string) string {
	n := len(s)
	if n < 2 {
		return s
	}
	last, prev := s[n-1], s[n-2]
	if n > 3 && last == prev && !isVowel(last) {
		return undouble(s)
	}
	e, ok := byLastLetter(s)
	if !ok {
		e = byWords(s)
	}
	if e {
		return s + "e"
	}
	return s
}

// undouble takes one of the two consonants off the end of s where they were
// doubled before -ed or -ing.
func undouble(s string) string {
	n := len(s)
	keep := false
	switch s[n-1] {
	case 's':
		keep = true
	case 'p', 'n', 't', 'g', 'b', 'm':
	default:
		keep = known(s)
	}
	if keep || !known(s[:n-1]) {
		return s
	}
	return s[:n-1]
}

// byLastLetter reports whether stem s has lost an e, where its last letter
// tells.
func byLastLetter(s string) (e, ok bool) {
	n := len(s)
	switch last := s[n-1]; last {
	case 'v', 'c', 'u', 'z', 's':
		return true, true
	case 'h':
		return s[n-2] == 't' && known(s+"e") && !known(s), true
	case 'o':
		return known(s+"e") && !known(s), true
	case 'e':
		return n < 4, true
	case 'y', 'w', 'x', 'i', 'a':
		return false, true
	}
	return false, false
}

// byWords reports whether stem s has lost an e, by which of the two is a word,
// and where both or none are by the letters before.
func byWords(s string) bool {
	n := len(s)
	last, prev := s[n-1], s[n-2]
	bare, full := known(s), known(s+"e")
	switch {
	case !full:
		return !bare && (last == 'l' && !isVowel(prev) && prev != 'l' && prev != 'r' || last == 'g' && (prev == 'd' || prev == 'r') ||
			n > 4 && (strings.HasSuffix(s, "at") || strings.HasSuffix(s, "iz")))
	case !bare:
		return true
	case !isVowel(prev):
		return last == 'l' || last == 'g' && (prev == 'd' || prev == 'r')
	case n >= 3 && isVowel(s[n-3]) && !(s[n-3] == 'u' && n >= 4 && s[n-4] == 'q'):
		return false // look, need, reveal
	case syllables(s) == 1:
		return true // hoped is of hope: hop would double
	}
	return !wordTable.Has(s[n-2:], classStemEnding)
}

// syllables counts the groups of vowels in s.
func syllables(s string) (n int) {
	for i := range len(s) {
		if isVowel(s[i]) && (i == 0 || !isVowel(s[i-1])) {
			n++
		}
	}
	return n
}

// graded takes -er or -est off.
func graded(w, suffix string) string {
	n := len(w) - len(suffix)
	if n < 2 || w[n:] != suffix {
		return w
	}
	s := w[:n]
	switch {
	case s[n-1] == 'i':
		return s[:n-1] + "y"
	case n > 3 && s[n-1] == s[n-2] && !isVowel(s[n-1]) && s[n-1] != 'l' && s[n-1] != 's':
		return s[:n-1]
	case gradedE(s):
		return s + "e"
	}
	return s
}

// gradedE reports whether the adjective that -er or -est was taken off ends in e.
func gradedE(s string) bool {
	n := len(s)
	last, prev := s[n-1], s[n-2]
	if known(s+"e") && !known(s) {
		return true
	}
	switch last {
	case 'c', 'v':
		return true
	case 's':
		if prev != 's' {
			return true
		}
	case 'g':
		if prev == 'r' {
			return true
		}
	case 'l':
		if !isVowel(prev) && prev != 'l' {
			return true
		}
	case 't':
		if prev == 'a' && n > 2 && s[n-3] != 'e' {
			return true
		}
	case 'w', 'y':
		return false
	}
	return (n == 3 || n == 4) && known(s+"e") && !isVowel(last) && isVowel(prev) && !isVowel(s[n-3])
}
