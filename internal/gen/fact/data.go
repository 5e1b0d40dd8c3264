package main

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/dateline-go/dateline/internal/conllu"
	"github.com/dateline-go/dateline/internal/fact"
	"github.com/dateline-go/dateline/internal/segment"
	"github.com/dateline-go/dateline/internal/syntax"
	"github.com/dateline-go/dateline/internal/tag"
	"github.com/dateline-go/dateline/internal/token"
)

// word is a word of a treebank: its sentence and its number there.
type word struct {
	sent string
	n    int
}

// label is a yes, a no, or neither.
type label int8

const (
	unknown label = iota
	no
	yes
)

// example is a judged word with its features.
type example struct {
	features []uint32
	gold     judgement
}

// judgement is what was said of a word.
type judgement [fact.Outputs]label

// The outputs of the model.
const (
	happened = iota
	event
)

// readGold reads the judgements: for each word whether it happened and whether
// it is an event, by what the scorer takes for sure.
func readGold(path string) (map[word]judgement, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	gold := map[word]judgement{}
	sc := bufio.NewScanner(f)
	for sc.Scan() {
		if strings.HasPrefix(sc.Text(), "#") {
			continue
		}
		c := strings.Split(sc.Text(), "\t")
		if len(c) != 7 {
			return nil, fmt.Errorf("%s: %d columns, want 7", path, len(c))
		}
		n, err := strconv.Atoi(c[1])
		if err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		g := judgement{happened: sure(c[3])}
		switch dynamic, particular, hypothetical := sure(c[4]), sure(c[5]), sure(c[6]); {
		case dynamic == no || particular == no || hypothetical == yes:
			g[event] = no
		case dynamic == yes && particular == yes:
			g[event] = yes
		}
		gold[word{c[0], n}] = g
	}
	return gold, sc.Err()
}

// sure is the sign of a judgement "value/confidence" that is none too weak.
func sure(s string) label {
	a, b, ok := strings.Cut(s, "/")
	if !ok {
		return unknown
	}
	v, _ := strconv.ParseFloat(a, 64)
	c, _ := strconv.ParseFloat(b, 64)
	switch {
	case c < 0.5:
	case v >= 0.3:
		return yes
	case v <= -0.3:
		return no
	}
	return unknown
}

// readTrain are the judged words of the training part, with predicted tags and trees.
func readTrain(ud, parsed, tagged string, gold map[word]judgement) ([]example, error) {
	path, trees := filepath.Join(parsed, "en_ewt-ud-train-parsed.conllu"), true
	if parsed == "" {
		path, trees = filepath.Join(tagged, "en_ewt-ud-train-tagged.conllu"), false
	}
	ss, err := read(path)
	if err != nil {
		return nil, err
	}
	named, err := read(filepath.Join(ud, "en_ewt-ud-train.conllu"))
	if err != nil {
		return nil, err
	}
	if len(ss) != len(named) {
		return nil, fmt.Errorf("%s: %d sentences, the treebank has %d", path, len(ss), len(named))
	}
	for i := range ss {
		ss[i].ID = named[i].ID
	}
	return examples(ss, gold, func(d *token.Doc) {
		conllu.Fill(d, ss)
		tag.Morphology(d)
		if !trees {
			syntax.Parse(d)
		}
	}), nil
}

// readDev are the judged words of the development part, tagged and parsed.
func readDev(ud string, gold map[word]judgement) ([]example, error) {
	ss, err := read(filepath.Join(ud, "en_ewt-ud-dev.conllu"))
	if err != nil {
		return nil, err
	}
	return examples(ss, gold, func(d *token.Doc) {
		tag.Tag(d)
		syntax.Parse(d)
	}), nil
}

func read(path string) ([]*conllu.Sentence, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var ss []*conllu.Sentence
	err = conllu.Read(f, func(s *conllu.Sentence) error {
		ss = append(ss, s)
		return nil
	})
	return ss, err
}

func examples(ss []*conllu.Sentence, gold map[word]judgement, prepare func(*token.Doc)) []example {
	words := make([][]string, len(ss))
	for i, s := range ss {
		for _, w := range s.Words {
			words[i] = append(words[i], w.Form)
		}
	}
	d := segment.FromWords(words)
	prepare(d)
	x := fact.NewExtractor(d)
	var out []example
	for i, s := range ss {
		first := d.Sents[i].First
		for j := range s.Words {
			g, ok := gold[word{s.ID, j + 1}]
			if ok && fact.Judged(&d.Tokens[first+int32(j)]) {
				out = append(out, example{slices.Clone(x.Features(first + int32(j))), g})
			}
		}
	}
	return out
}
