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

// An archive is the articles made ready for comparison.
type archive struct {
	docs    []doc
	rows    []row // of each article
	reports []report
	idf     map[uint32]float32 // by word: how rare it is among the articles, 0 to 1; nil if they are one
}

// A doc is the words of an article.
type doc struct {
	words []uint32 // sorted, each once
	norm  float64
}

// A report is a Report with what comparison asks of it.
type report struct {
	*Report
	words    []uint32 // of its sentence, sorted, each once, without those of the trigger
	norm     float64
	copy     uint64 // hash of the sentence's words and of the trigger's place among them
	lemma    uint32
	stem     string
	word     string // the family of words that tell one happening, or the stem
	family   string
	speech   bool // an act of speech
	group    cluster.ID
	hasGroup bool
	who      []int32  // named actors, sorted, each once
	others   []int32  // actors without a name
	parts    []uint32 // words of its parties
	heads    []uint32 // what its parties without a name turn on
	patients []uint32 // those that it is done to
	turns    []string // of each party: what it turns on, if it has no name
	numbers  []uint32 // the numbers in its parties' words
}

func newArchive(rs []Report, articles []Article) *archive {
	a := &archive{docs: make([]doc, len(articles)), reports: make([]report, len(rs)), idf: make(map[uint32]float32)}
	count := make(map[uint32]int)
	var buf []wordAt
	for i := range rs {
		d := &a.docs[rs[i].Article]
		buf = split(buf[:0], rs[i].Sentence)
		for _, t := range buf {
			d.words = append(d.words, t.hash)
		}
		a.reports[i], buf = newReport(&rs[i], buf)
	}
	for n := range articles {
		d := &a.docs[n]
		for _, s := range articles[n].Texts {
			buf = split(buf[:0], s)
			for _, t := range buf {
				d.words = append(d.words, t.hash)
			}
		}
		d.words = unique(d.words)
		for _, w := range d.words {
			count[w]++
		}
	}
	whole := math.Log(1 + float64(len(articles)))
	for w, n := range count {
		a.idf[w] = float32(math.Log(1+float64(len(articles))/float64(n)) / whole)
	}
	for i := range a.docs {
		a.docs[i].norm = length(a.idf, a.docs[i].words)
	}
	a.findRows()
	for i := range a.reports {
		a.reports[i].norm = length(a.idf, a.reports[i].words)
	}
	return a
}

// newReport makes r ready; buf are the words of its sentence, and free for use afterwards.
func newReport(r *Report, buf []wordAt) (report, []wordAt) {
	x := report{Report: r, lemma: hash(r.Lemma), stem: stem(r.Lemma)}
	x.family, _ = wordTable.Text(r.Lemma, classFamily)
	q := ontology.QuadOf(r.Kind)
	x.speech = r.Kind == ontology.Statement || q == ontology.VerbalCoop || q == ontology.VerbalConflict
	x.word = x.stem
	if x.family != "" {
		x.word = x.family
	}
	x.group, x.hasGroup = cluster.Of(r.Lemma)
	h := uint64(14695981039346656037)
	for i, t := range buf {
		h = (h ^ uint64(t.hash)) * 1099511628211
		if t.at <= r.At && r.At < t.end {
			h = (h ^ uint64(i)) * 1099511628211
			continue
		}
		x.words = append(x.words, t.hash)
	}
	x.copy = h
	x.words = unique(x.words)
	x.turns = make([]string, len(r.Parts))
	for k := range r.Parts {
		p := &r.Parts[k]
		buf = split(buf[:0], p.Text)
		for _, t := range buf {
			x.parts = append(x.parts, t.hash)
		}
		x.numbers = append(x.numbers, numbers(p.Text)...)
		if p.Named {
			x.who = append(x.who, p.Actor)
			continue
		} else if p.Actor != 0 {
			x.others = append(x.others, p.Actor)
		}
		x.turns[k] = head(p.Text)
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
	return x, buf
}

func unique(w []uint32) []uint32 {
	slices.Sort(w)
	return slices.Clip(slices.Compact(w))
}

// length is that of a set of words as a vector of their rarity.
func length(idf map[uint32]float32, words []uint32) float64 {
	s := 0.0
	for _, w := range words {
		f := rarity(idf, w)
		s += f * f
	}
	return math.Sqrt(s)
}

// rarity is that of a word: 1 in an archive of one article.
func rarity(idf map[uint32]float32, word uint32) float64 {
	if idf == nil {
		return 1
	}
	return float64(idf[word])
}

// cosine is how alike two sets of words are, rare words first.
func cosine(idf map[uint32]float32, x, y []uint32, xn, yn float64) float64 {
	if xn == 0 || yn == 0 {
		return 0
	}
	s := 0.0
	for i, j := 0, 0; i < len(x) && j < len(y); {
		switch {
		case x[i] < y[j]:
			i++
		case x[i] > y[j]:
			j++
		default:
			f := rarity(idf, x[i])
			s += f * f
			i, j = i+1, j+1
		}
	}
	return s / (xn * yn)
}

// A wordAt is a word of a text: the hash of its stem, and its bounds in bytes.
type wordAt struct {
	hash    uint32
	at, end int
}

// split appends the words of s but those of grammar alone.
func split(out []wordAt, s string) []wordAt {
	start := -1
	for i := 0; i <= len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		word := i < len(s) && (unicode.IsLetter(r) || unicode.IsDigit(r) || r == '\'' || r == '’')
		switch {
		case word && start < 0:
			start = i
		case !word && start >= 0:
			if lower := strings.ToLower(s[start:i]); !wordTable.Has(lower, classGrammar) {
				if w := stem(lower); w != "" {
					out = append(out, wordAt{hash(w), start, i})
				}
			}
			start = -1
		}
		i += max(n, 1)
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
	w = strings.Trim(w, "'’")
	w = strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "’s")
	for _, e := range endings {
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

// endings are tried in this order.
var endings = [...]string{
	"ements", "ations", "ement", "ation", "ments", "ings", "ions", "ment", "ing", "ion", "ers", "ies", "ied", "ed", "es", "er", "s", "y",
}

// head is the word that a description turns on, without its number: "people"
// for "14 people in Moyale", "" for a pronoun or nothing but numbers.
func head(text string) string {
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
	return stem(last)
}
