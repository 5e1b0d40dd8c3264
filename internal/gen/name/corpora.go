package main

import (
	"bufio"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/dateline-go/dateline/internal/name"
	"github.com/dateline-go/dateline/internal/token"
)

// sentence is a sentence with gold labels.
type sentence struct {
	words  []string
	labels []uint8
	text   string // raw text, when the corpus gives it

	// while a template is filled
	types  []token.EntType
	begins []bool
	open   bool
}

// article is what document-level features look over.
type article struct {
	sents []sentence
	doc   *token.Doc
}

// build makes the arena of an article: words joined by blanks, one paragraph a
// sentence.
func (a *article) build() {
	d := &token.Doc{}
	var b strings.Builder
	for i, s := range a.sents {
		if i > 0 {
			b.WriteByte('\n')
		}
		first := int32(len(d.Tokens))
		for j, w := range s.words {
			if j > 0 {
				b.WriteByte(' ')
			}
			at := int32(b.Len())
			b.WriteString(w)
			d.Tokens = append(d.Tokens, token.Token{Span: token.Span{Start: at, End: int32(b.Len())}, Sent: int32(i),
				Head: token.None, Kid: token.None, Sib: token.None, Ent: token.None, Quote: token.None,
				Lower: strings.ReplaceAll(strings.ToLower(w), "’", "'"), Flags: token.SpaceBefore})
		}
		last := int32(len(d.Tokens))
		sp := token.Span{Start: int32(b.Len()), End: int32(b.Len())}
		if last > first {
			sp.Start = d.Tokens[first].Start
		}
		d.Sents = append(d.Sents, token.Sentence{Span: sp, First: first, Last: last, Para: int32(i)})
		d.Paras = append(d.Paras, token.Paragraph{Span: sp, First: int32(i), Last: int32(i + 1)})
	}
	d.Text = b.String()
	a.doc = d
}

// bilou turns spans of types into labels. A tag is "O" or a prefix and a type;
// with io a change of type alone begins a name.
func bilou(tags []string, typ func(string, []string) token.EntType, words []string) []uint8 {
	out := make([]uint8, len(tags))
	for i := 0; i < len(tags); {
		p, t, ok := strings.Cut(tags[i], "-")
		if !ok || p == "O" {
			i++
			continue
		}
		j := i + 1
		for j < len(tags) && strings.HasPrefix(tags[j], "I-") && tags[j][2:] == t {
			j++
		}
		if e := typ(t, words[i:j]); e != 0 {
			for k := i; k < j; k++ {
				out[k] = uint8(name.Label(e, k-i, j-i))
			}
		}
		i = j
	}
	return out
}

// entType maps the types of the corpora. UNER's early release has OTH, which
// holds demonyms and what CoNLL calls MISC; CoNLL's MISC holds demonyms too.
func entType(t string, words []string) token.EntType {
	switch t {
	case "PER":
		return token.PER
	case "ORG":
		return token.ORG
	case "LOC":
		return token.LOC
	case "OTH", "MISC":
		if isNORP(words) {
			return token.NORP
		}
		return token.MISC
	case "NORP":
		return token.NORP
	}
	return 0
}

// readUNER reads the files of Universal NER.
func readUNER(path string) []article {
	var as []article
	var s sentence
	var tags []string
	flush := func() {
		if len(s.words) > 0 {
			s.labels = bilou(tags, entType, s.words)
			as[len(as)-1].sents = append(as[len(as)-1].sents, s)
		}
		s, tags = sentence{}, nil
	}
	for l := range lines(path) {
		switch {
		case strings.HasPrefix(l, "# newdoc"):
			as = append(as, article{})
		case strings.HasPrefix(l, "# text = "):
			s.text = l[len("# text = "):]
		case strings.HasPrefix(l, "#") && !strings.Contains(l, "\t"):
		case l == "":
			flush()
		default:
			if c := strings.Split(l, "\t"); len(c) >= 3 && c[0][0] >= '0' && c[0][0] <= '9' && !strings.ContainsAny(c[0], "-.") {
				s.words = append(s.words, c[1])
				tags = append(tags, c[2])
			}
		}
	}
	flush()
	return as
}

// readColumns reads a word and a tag a line, with -DOCSTART- lines or not.
func readColumns(path, sep string, perDoc int) []article {
	as := []article{{}}
	var s sentence
	var tags []string
	flush := func() {
		if len(s.words) > 0 {
			s.labels = bilou(tags, entType, s.words)
			last := &as[len(as)-1]
			if perDoc > 0 && len(last.sents) >= perDoc {
				as = append(as, article{})
				last = &as[len(as)-1]
			}
			last.sents = append(last.sents, s)
		}
		s, tags = sentence{}, nil
	}
	for l := range lines(path) {
		if strings.HasPrefix(l, "-DOCSTART-") {
			flush()
			as = append(as, article{})
			continue
		}
		i := strings.LastIndex(l, sep)
		if i <= 0 {
			flush()
			continue
		}
		s.words = append(s.words, l[:i])
		tags = append(tags, l[i+1:])
	}
	flush()
	return as
}

// readBTC reads sections of the Broad Twitter Corpus, a tweet an article.
// Tweets with addressees or tags are left out: news has neither.
func readBTC(dir string, sections ...string) []article {
	var out []article
	for _, sec := range sections {
		for _, a := range readColumns(filepath.Join(dir, sec+".conll"), "\t", 1) {
			var kept []sentence
			for _, s := range a.sents {
				at := false
				for _, w := range s.words {
					at = at || strings.HasPrefix(w, "@") || strings.HasPrefix(w, "#")
				}
				if !at {
					kept = append(kept, s)
				}
			}
			if len(kept) > 0 {
				out = append(out, article{sents: kept})
			}
		}
	}
	return out
}

func lines(path string) func(func(string) bool) {
	return func(yield func(string) bool) {
		f, err := os.Open(path)
		if err != nil {
			return
		}
		defer f.Close()
		sc := bufio.NewScanner(f)
		sc.Buffer(make([]byte, 1<<16), 1<<24)
		for sc.Scan() {
			if !yield(strings.TrimRight(sc.Text(), "\r")) {
				return
			}
		}
	}
}

// addNORP labels what the table knows as a demonym and the corpus leaves
// outside, since only some corpora mark demonyms.
func addNORP(as []article) {
	for i := range as {
		for j := range as[i].sents {
			s := &as[i].sents[j]
			for k, w := range s.words {
				loc := int(s.labels[k]) == name.Label(token.LOC, 0, 1)
				if (s.labels[k] == 0 || loc && !isPlace(w)) && w[0] >= 'A' && w[0] <= 'Z' && isNORP(s.words[k:k+1]) {
					s.labels[k] = uint8(name.Label(token.NORP, 0, 1))
				}
			}
		}
	}
}

func isNORP(words []string) bool {
	_, ok := slices.BinarySearch(norpWords, strings.ToLower(strings.Join(words, " ")))
	return ok
}

func isPlace(w string) bool { return places[strings.ToLower(w)] }
