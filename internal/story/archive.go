package story

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-go/dateline/internal/cluster"
	"github.com/dateline-go/dateline/internal/ontology"
	"github.com/dateline-go/dateline/internal/words"
)

// A report is a Report with what comparison asks of it.
type report struct {
	*Report
	words    []uint32 // of its sentence, sorted, each once, without those of the trigger
	weights  []int32  // of words, in an Index
	norm     int64    // their sum
	rare     float64  // how rare its word is, in an Index
	copy     uint64   // hash of the sentence's words and of the trigger's place among them
	lemma    uint32
	stem     string
	stemmed  uint32 // hash of stem
	word     string // the family of words that tell one happening, or the stem
	family   string
	speech   bool // an act of speech
	once     bool // of a kind of which a story tells one
	often    bool // or many
	group    cluster.ID
	hasGroup bool
	who      []int32    // named actors, sorted, each once
	others   []int32    // actors without a name
	parts    []uint32   // words of its parties
	heads    []uint32   // what its parties without a name turn on
	patients []uint32   // those that it is done to
	turns    []string   // of each party: what it turns on, if it has no name
	sides    []side     // and what compareRole asks of it
	told     side       // what any of sides has
	called   [][]uint32 // and the words with a capital that tell which
	numbers  []uint32   // the numbers in its parties' words
	back     bool       // its word is a noun that refers back: "the attack"
	also     bool       // words before it say that it comes besides: "also arrested", "another man was arrested"
	figures  []uint32   // the numbers around its word, but for years
	way      int        // of the particle behind its word, or 0
	measured bool       // of a kind of which many are told that differ in little
}

// newReport makes r ready; buf are the words of its sentence, and free for use afterwards.
func newReport(r *Report, buf []wordAt) (report, []wordAt) {
	x := report{Report: r, lemma: hash(r.Lemma), stem: stem(r.Lemma)}
	x.stemmed = hash(x.stem)
	x.speech = Spoken(r.Kind)
	kind := wordTable.Find(r.Kind)
	x.once, x.often, x.measured = kind.Has(classOnce), kind.Has(classOften), kind.Has(classMeasured)
	x.group, x.hasGroup = cluster.Of(r.Lemma)
	h := uint64(14695981039346656037)
	for i, t := range buf {
		h = (h ^ uint64(t.hash)) * 1099511628211
		if t.at <= r.At && r.At < t.end {
			h = (h ^ uint64(i)) * 1099511628211
			x.takeSetting(t.end)
			continue
		}
		x.words = append(x.words, t.hash)
	}
	x.copy = h
	x.words = unique(x.words)
	return x, x.takeParties(buf)
}

// Spoken reports whether events of a kind are acts of speech.
func Spoken(kind string) bool {
	q := ontology.QuadOf(kind)
	return kind == ontology.Statement || q == ontology.VerbalCoop || q == ontology.VerbalConflict
}

// takeParties makes ready what x asks of its parties; buf is free for use.
func (x *report) takeParties(buf []wordAt) []wordAt {
	r := x.Report
	x.who, x.others, x.parts, x.heads, x.patients, x.numbers = nil, nil, nil, nil, nil, nil
	x.turns, x.sides, x.told = make([]string, len(r.Parts)), make([]side, len(r.Parts)), 0
	x.called = make([][]uint32, len(r.Parts))
	for k := range r.Parts {
		p := &r.Parts[k]
		if p.Implied {
			continue
		}
		x.sides[k] = sideOf(p.Role)
		x.told |= x.sides[k]
		buf = split(buf[:0], p.Text)
		for _, t := range buf {
			x.parts = append(x.parts, t.hash)
		}
		p.numbers = numbers(p.Text)
		x.numbers = append(x.numbers, p.numbers...)
		if p.Named {
			x.who = append(x.who, p.Actor)
			continue
		} else if p.Actor != 0 {
			x.others = append(x.others, p.Actor)
		}
		w := headWord(p.Text)
		x.turns[k] = stem(w)
		if p.Count > 1 || strings.HasSuffix(w, "s") {
			x.sides[k] |= several
		}
		x.called[k] = called(p.Text, w)
		if h := x.turns[k]; h != "" {
			x.heads = append(x.heads, hash(h))
			if p.Role == "patient" {
				x.patients = append(x.patients, hash(h))
			}
		}
	}
	slices.Sort(x.who)
	slices.Sort(x.others)
	x.who, x.others = slices.Compact(x.who), slices.Compact(x.others)
	x.heads, x.parts, x.patients, x.numbers = unique(x.heads), unique(x.parts), unique(x.patients), unique(x.numbers)
	x.takeFamily()
	return buf
}

// side is in which role a party is told of, and whether it is several.
type side uint8

const (
	agent side = 1 << iota
	patient
	several
)

// sideOf is the side of a role, 0 of one that is no side.
func sideOf(role string) side {
	switch role {
	case "agent":
		return agent
	case "patient":
		return patient
	}
	return 0
}

// called are the words with a capital that tell which of its kind a party is,
// sorted: those but for the noun that it turns on.
func called(text, noun string) []uint32 {
	var out []uint32
	for w := range strings.FieldsSeq(text) {
		r, _ := utf8.DecodeRuneInString(w)
		if !unicode.IsUpper(r) {
			continue
		}
		w = strings.ToLower(strings.TrimFunc(w, isMark))
		if e := wordTable.Find(w); w != noun && !e.Has(classGrammar) && !e.Has(classVague) {
			out = append(out, hash(w))
		}
	}
	return unique(out)
}

// takeFamily finds the family of x's word. A verb that says nothing of what
// happened has that of the party which does: "carried out an attack", "a fire
// broke out".
func (x *report) takeFamily() {
	x.family, _ = wordTable.Text(x.Lemma, classFamily)
	if wordTable.Has(x.Lemma, classLight) {
		for k := range x.Parts {
			if x.turns[k] == "" {
				continue
			}
			w := headWord(x.Parts[k].Text)
			f, ok := wordTable.Text(w, classFamily)
			if !ok {
				f, ok = wordTable.Text(strings.TrimSuffix(w, "s"), classFamily)
			}
			if ok {
				x.family = f
			}
			if ok && x.Parts[k].Role != "agent" {
				break
			}
		}
	}
	x.word = x.stem
	if x.family != "" {
		x.word = x.family
	}
}

func unique(w []uint32) []uint32 {
	slices.Sort(w)
	return slices.Clip(slices.Compact(w))
}

// whole is the square of the rarity of the rarest words: rarities are whole
// numbers, so that no sum of them depends on its order.
const whole = 1 << 16

// cosine is how alike two sets of words are, rare words first: of each its
// weight, the square of its rarity, and the sum of these.
func cosine(x, y []uint32, weights []int32, xn, yn int64) float64 {
	if xn == 0 || yn == 0 {
		return 0
	}
	s := int64(0)
	for i, j := 0, 0; i < len(x) && j < len(y); {
		switch {
		case x[i] < y[j]:
			i++
		case x[i] > y[j]:
			j++
		default:
			s += int64(weights[i])
			i, j = i+1, j+1
		}
	}
	return float64(s) / math.Sqrt(float64(xn)*float64(yn))
}

// A wordAt is a word of a text: the hash of its stem, and its bounds in bytes.
type wordAt struct {
	hash    uint32
	at, end int
}

// split appends the words of s but those of grammar alone.
func split(out []wordAt, s string) []wordAt {
	start, small := -1, true // of the word under way, small as long as it has but small letters of ASCII
	for i, n := 0, 1; i <= len(s); i += n {
		n = 1
		word := false
		if i < len(s) {
			switch c := s[i]; {
			case c >= 'a' && c <= 'z', c >= '0' && c <= '9', c == '\'':
				word = true
			case c >= 'A' && c <= 'Z':
				word, small = true, false
			case c >= utf8.RuneSelf:
				var r rune
				r, n = utf8.DecodeRuneInString(s[i:])
				word, small = unicode.IsLetter(r) || unicode.IsDigit(r) || r == '’', false
			}
		}
		switch {
		case word && start < 0:
			start = i
		case !word && start >= 0:
			lower := s[start:i]
			if !small {
				lower = strings.ToLower(lower)
			}
			if !wordTable.Has(lower, classGrammar) {
				if w := stem(lower); w != "" {
					out = append(out, wordAt{hash(w), start, i})
				}
			}
			start = -1
		}
		if !word {
			small = true
		}
	}
	return out
}

// numbers are the hashes of the numbers of s, sorted, each once.
func numbers(s string) []uint32 {
	var out []uint32
	for w := range strings.FieldsFuncSeq(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		if w[0] >= '0' && w[0] <= '9' || words.Common.Has(w, words.Number) {
			out = append(out, hash(w))
		}
	}
	return unique(out)
}

func hash(s string) uint32 { return cluster.Hash(s) }

// stem takes the commonest endings off a word in lower case, so that a verb's
// forms and most nouns made of it are one.
func stem(w string) string {
	if apostrophe(w) {
		w = strings.Trim(w, "'’")
	}
	w = strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "’s")
	if w == "" {
		return ""
	}
	for _, e := range endings[w[len(w)-1]] {
		if b, ok := strings.CutSuffix(w, e); ok && len(b) >= 4 || ok && len(b) == 3 && len(e) <= 3 {
			w = b
			break
		}
	}
	if n := len(w); n > 3 && w[n-1] == w[n-2] && w[n-1] != 's' && w[n-1] != 'l' {
		w = w[:n-1] // "stopp"
	}
	if len(w) > 3 {
		w = strings.TrimSuffix(w, "e")
	}
	return w
}

// apostrophe reports whether w may begin or end with one.
func apostrophe(w string) bool {
	mark := func(c byte) bool { return c == '\'' || c >= utf8.RuneSelf }
	return w != "" && (mark(w[0]) || mark(w[len(w)-1]))
}

// endings are, by their last letters, tried in this order.
var endings = [256][]string{
	'd': {"ied", "ed"},
	'g': {"ing"},
	'n': {"ation", "ion"},
	'r': {"er"},
	's': {"ements", "ations", "ments", "ings", "ions", "ers", "ies", "es", "s"},
	't': {"ement", "ment"},
	'y': {"y"},
}

// head is the word that a description turns on, without its number: "people"
// for "14 people in Moyale", "" for a pronoun or nothing but numbers.
func head(text string) string { return stem(headWord(text)) }

// headWord is that word as it stands, in lower case.
func headWord(text string) string {
	last := ""
	for w := range strings.FieldsSeq(strings.ToLower(text)) {
		w = strings.Trim(w, ".,;:()\"“”'")
		if e := wordTable.Find(w); last != "" && e.Has(classBreak) {
			break
		} else if e.Has(classVague) || strings.Trim(w, "0123456789,.") == "" {
			continue
		}
		last = w
	}
	return last
}
