// Package name finds the names of persons, organisations, places and others
// in a text, with a conditional random field over word clusters, a table of
// known names, shapes, tags and surroundings.
//
// Types follow CoNLL 2003 (PER, ORG, LOC, MISC), but demonyms, religions and
// adherents of parties are NORP, as in OntoNotes. States and cities are LOC
// also where they act.
package name

import (
	"math"

	"github.com/dateline-go/dateline/internal/token"
)

// Find sets d.Ents and Token.Ent. It needs sentences and tokens, and finds
// more in a text with tags.
// Boilerplate sentences get no names.
func Find(d *token.Doc) { FindWith(d, modelData) }

// FindWith is Find with the model in data: what the trainer measures.
func FindWith(d *token.Doc, data string) {
	d.Ents = d.Ents[:0]
	for i := range d.Tokens {
		d.CheckAt(i)
		d.Tokens[i].Ent = token.None
	}
	var f finder
	f.tr.read(data)
	f.scale = scale(data)
	f.hyphen, f.ampersand = HashWord("-"), HashWord("&")
	for s := 0; s < len(d.Sents); {
		d.Check()
		s = f.firstPass(d, s, data)
		f.remember()
		f.secondPass()
		f.entities(d)
	}
	context(d)
}

// articleLen is the number of words after which memory starts anew, so that
// many articles in one text do not mix.
const articleLen = 4000

// stretch is a run of candidates of one sentence.
type stretch struct {
	sent int32
	word int32 // first token
	at   int32 // first of its words in the finder's slices
	n    int32
}

type finder struct {
	x         Extractor
	c         chain
	tr        transitions
	look      lookups
	scale     float32
	hyphen    uint64
	ampersand uint64
	mem       slots[seen]
	stretches []stretch
	// By candidate:
	ss      []scores
	shares  []shares
	labels  []uint8
	words   []word
	letters []uint64 // hash of an all-capitals word's letters, as remembered for names
}

// firstPass scores and labels the candidates of sentence s and those after it,
// up to articleLen words, and is the first sentence that it left.
func (f *finder) firstPass(d *token.Doc, s int, data string) int {
	f.stretches, f.ss, f.labels, f.shares = f.stretches[:0], f.ss[:0], f.labels[:0], f.shares[:0]
	f.words, f.letters = f.words[:0], f.letters[:0]
	x := &f.x
	x.Gather(d, s, articleLen)
	for n := 0; s < len(d.Sents) && n < articleLen; s++ {
		d.Check()
		if d.Sents[s].Kind == token.Boilerplate {
			continue
		}
		x.Begin(d, s)
		n += x.n
		for i := 0; i < x.n; {
			if !x.Candidate(i) {
				i++
				continue
			}
			at := len(f.ss)
			j := i
			for ; j < x.n && x.Candidate(j); j++ {
				var sum sums
				fs, _, _ := x.Features(j)
				f.look.addTo(data, fs, &sum)
				f.ss = append(f.ss, scores(sum[:NumLabels]))
				f.candidate(d, j)
				own := shares{}
				if capital(x.at(j).kase) {
					own = f.share(sum[:NumLabels])
				}
				f.shares = append(f.shares, own)
			}
			for range j - i {
				f.labels = append(f.labels, 0)
			}
			f.c.decode(&f.tr, f.ss[at:], f.labels[at:])
			r := stretch{int32(s), x.first + int32(i), int32(at), int32(j - i)}
			f.amend(r)
			f.stretches = append(f.stretches, r)
			i = j
		}
	}
	return s
}

// candidate keeps what the second pass needs of word i.
func (f *finder) candidate(d *token.Doc, i int) {
	a := f.x.at(i)
	lower := f.x.lower(i)
	letters := uint64(0)
	if a.kase == caseUpper {
		letters = acronymKey
		for j := 0; j < len(lower); j++ {
			letters = HashNext(letters, uint64(lower[j]))
		}
	}
	first := uint32(0)
	if lower != "" {
		first = uint32(lower[0])
	}
	// "The Guardian" and "The Hague" have their article, "the United Nations"
	// has none.
	article := lower == "the" && !(a.kase == caseInit && (a.span&Media != 0 || i+1 < f.x.n && f.x.lower(i+1) == "hague"))
	known := (a.kase == caseUpper || a.kase == caseDots) && a.place == 1+placeU && a.class&Acronym != 0 &&
		a.class&(Common|placeClasses) == 0 && f.x.mode%3 != 1
	f.words = append(f.words, word{a.hash, first, a.kase, a.class, wordTable.Has(lower, classRank), article, known})
	f.letters = append(f.letters, letters)
}

// secondPass labels again the stretches of which the article says something
// elsewhere.
func (f *finder) secondPass() {
	for _, r := range f.stretches {
		any := false
		for k := r.at; k < r.at+r.n; k++ {
			any = f.boost(r, k) || any
		}
		if any {
			f.c.decode(&f.tr, f.ss[r.at:r.at+r.n], f.labels[r.at:r.at+r.n])
			f.amend(r)
		}
		f.cut(r)
	}
}

// entities appends the names of the labels to d.Ents.
func (f *finder) entities(d *token.Doc) {
	for _, r := range f.stretches {
		for k := int32(0); k < r.n; k++ {
			l := int(f.labels[r.at+k])
			if l == 0 {
				continue
			}
			from, end := k, f.nameEnd(r.at+k+1, r.at+r.n)-r.at
			a, b := r.word+from, r.word+end
			k = end - 1
			if d.SpanOf(a, b).Len() > longestName {
				continue
			}
			for t := a; t < b; t++ {
				d.Tokens[t].Ent = int32(len(d.Ents))
			}
			d.Ents = append(d.Ents, token.Entity{Span: d.SpanOf(a, b), First: a, Last: b, Type: typeOf(l), Score: f.confidence(r.at+from, r.at+end)})
		}
	}
}

// longestName is how many bytes a name has at most: what is longer is noise,
// and dear to all who compare names.
const longestName = 1000

// confidence is in percent: how far the labels of a name lie before those of
// any other type at its least certain word, through a logistic function.
func (f *finder) confidence(a, b int32) uint8 {
	least := int32(1 << 20)
	for k := a; k < b; k++ {
		l := int(f.labels[k])
		other := int32(impossible)
		for m, v := range f.ss[k] {
			if m == 0 || typeOf(m) != typeOf(l) {
				other = max(other, v)
			}
		}
		least = min(least, f.ss[k][l]-other)
	}
	p := 1 / (1 + math.Exp(-float64(least)*float64(f.scale)))
	return uint8(max(1, min(99, math.Round(100*p))))
}
