package main

import (
	"bufio"
	"os"
	"path/filepath"
	"strings"

	"github.com/dateline-go/dateline/internal/conllu"
	"github.com/dateline-go/dateline/internal/gen/jackknife"
	"github.com/dateline-go/dateline/internal/name"
	"github.com/dateline-go/dateline/internal/segment"
	"github.com/dateline-go/dateline/internal/tag"
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

// build makes the arena of an article. Words get tags as the recogniser will
// find them: in text that the tagger was trained on, those of taggers that had
// not seen it.
func (a *article) build(m tag.Model, tagged map[string][]token.XPOS) {
	var words [][]string
	for _, s := range a.sents {
		words = append(words, s.words)
	}
	a.doc = segment.FromWords(words)
	m.Tag(a.doc)
	for i, s := range a.sents {
		for k, x := range tagged[strings.Join(s.words, " ")] {
			a.doc.Tokens[int(a.doc.Sents[i].First)+k].XPOS = x
		}
	}
}

// jackknifed reads the training files that gen/tag -jackknife wrote to dir, or
// has it write them: the tags of each sentence, by its words.
func jackknifed(data, dir string) (map[string][]token.XPOS, error) {
	if dir == "" {
		tmp, err := jackknife.Tag(data)
		if err != nil {
			return nil, err
		}
		defer os.RemoveAll(tmp)
		dir = tmp
	}
	tagged := map[string][]token.XPOS{}
	for _, name := range []string{"en_ewt-ud", "en_gum-free"} {
		f, err := os.Open(filepath.Join(dir, name+"-train-tagged.conllu"))
		if err != nil {
			return nil, err
		}
		err = conllu.Read(f, func(s *conllu.Sentence) error {
			var words []string
			var xs []token.XPOS
			for _, w := range s.Words {
				words = append(words, w.Form)
				xs = append(xs, w.XPOS)
			}
			tagged[strings.Join(words, " ")] = xs
			return nil
		})
		f.Close()
		if err != nil {
			return nil, err
		}
	}
	return tagged, nil
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
func (v *vocabulary) entType(t string, words []string) token.EntType {
	e := entType(t)
	if e == token.MISC && v.demonyms[strings.ToLower(strings.Join(words, " "))] {
		return token.NORP
	}
	return e
}

func entType(t string) token.EntType {
	switch t {
	case "PER":
		return token.PER
	case "ORG":
		return token.ORG
	case "LOC":
		return token.LOC
	case "OTH", "MISC":
		return token.MISC
	case "NORP":
		return token.NORP
	}
	return 0
}

// readUNER reads the files of Universal NER.
func (v *vocabulary) readUNER(path string) []article {
	var as []article
	var s sentence
	var tags []string
	flush := func() {
		if len(s.words) > 0 {
			s.labels = bilou(tags, v.entType, s.words)
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
func (v *vocabulary) readColumns(path, sep string, perDoc int) []article {
	as := []article{{}}
	var s sentence
	var tags []string
	flush := func() {
		if len(s.words) > 0 {
			s.labels = bilou(tags, v.entType, s.words)
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
func (v *vocabulary) readBTC(dir string, sections ...string) []article {
	var out []article
	for _, sec := range sections {
		for _, a := range v.readColumns(filepath.Join(dir, sec+".conll"), "\t", 1) {
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
func (v *vocabulary) addNORP(as []article) {
	for i := range as {
		for j := range as[i].sents {
			s := &as[i].sents[j]
			for k, w := range s.words {
				loc := int(s.labels[k]) == name.Label(token.LOC, 0, 1)
				if (s.labels[k] == 0 || loc && !v.places[strings.ToLower(w)]) && w[0] >= 'A' && w[0] <= 'Z' && v.demonyms[strings.ToLower(w)] {
					s.labels[k] = uint8(name.Label(token.NORP, 0, 1))
				}
			}
		}
	}
}

// vocabulary is what the table knows of words.
type vocabulary struct{ places, titles, demonyms map[string]bool }

func (p phrases) vocabulary() vocabulary {
	v := vocabulary{map[string]bool{}, map[string]bool{}, map[string]bool{}}
	for s, c := range p {
		if c&(name.Country|name.CityLarge|name.CityMid|name.Division|name.Region) != 0 {
			v.places[s] = true
		}
		if c&name.Title != 0 {
			v.titles[s] = true
		}
		if c&name.Demonym != 0 && !strings.Contains(s, " ") {
			v.demonyms[s] = true
		}
	}
	return v
}

// recased makes copies of every third article in other letter cases: as
// people write in haste, and as headlines are set.
func recased(as []article, form func(sentence, word int, w string) string) []article {
	var out []article
	for i := 0; i < len(as); i += 3 {
		b := article{}
		for j, s := range as[i].sents {
			words := make([]string, len(s.words))
			for k, w := range s.words {
				words[k] = form(j, k, w)
			}
			b.sents = append(b.sents, sentence{words: words, labels: s.labels})
		}
		out = append(out, b)
	}
	return out
}

func inCapitals(_, _ int, w string) string { return strings.ToUpper(w) }

// inSmall leaves every other sentence its first capital and its "I".
func inSmall(sentence, word int, w string) string {
	if sentence%2 == 1 && (word == 0 || w == "I") {
		return w
	}
	return strings.ToLower(w)
}
