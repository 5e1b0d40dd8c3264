package main

import (
	"bufio"
	"fmt"
	"os"
	"strconv"
	"strings"

	"github.com/dateline-go/dateline/internal/conllu"
	"github.com/dateline-go/dateline/internal/role"
	"github.com/dateline-go/dateline/internal/segment"
	"github.com/dateline-go/dateline/internal/tag"
	"github.com/dateline-go/dateline/internal/token"
)

// A sentence is the predicates of one sentence of the treebank.
type sentence struct {
	id    string
	preds []predicate
	words []conllu.Word // with the tree of the treebank
}

// A predicate and its arguments; words count from 0.
type predicate struct {
	at      int32
	roleset string
	args    []argument
}

type argument struct {
	label       int // a class of role.NumClasses, or -1
	first, last int32
}

// readPredicates reads the predicates of a file by sentence.
func readPredicates(path string) (map[string][]predicate, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	out := map[string][]predicate{}
	sc := bufio.NewScanner(f)
	sc.Buffer(make([]byte, 1<<16), 1<<22)
	for sc.Scan() {
		if strings.HasPrefix(sc.Text(), "#") {
			continue
		}
		c := strings.Split(sc.Text(), "\t")
		if len(c) != 5 {
			return nil, fmt.Errorf("%s: %d columns", path, len(c))
		}
		at, err := strconv.Atoi(c[1])
		if err != nil {
			return nil, err
		}
		p := predicate{at: int32(at - 1), roleset: c[3]}
		for _, r := range strings.Fields(c[4]) {
			if r == "_" {
				continue
			}
			a, err := parseArgument(r)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", path, err)
			}
			p.args = append(p.args, a)
		}
		out[c[0]] = append(out[c[0]], p)
	}
	return out, sc.Err()
}

// parseArgument reads LABEL:first-last.
func parseArgument(s string) (argument, error) {
	i := strings.LastIndexByte(s, ':')
	if i < 0 {
		return argument{}, fmt.Errorf("argument %q", s)
	}
	first, last, _ := strings.Cut(s[i+1:], "-")
	a, err := strconv.Atoi(first)
	if err != nil {
		return argument{}, err
	}
	b, err := strconv.Atoi(last)
	if err != nil {
		return argument{}, err
	}
	return argument{label: class(s[:i]), first: int32(a - 1), last: int32(b)}, nil
}

// class is the class that is learnt for a label of the corpus.
func class(label string) int {
	switch {
	case label == "R-ARG0":
		return role.RelARG0
	case label == "R-ARG1":
		return role.RelARG1
	case strings.HasPrefix(label, "R-"):
		return role.RelOther
	case strings.HasPrefix(label, "C-"):
		return role.Continued
	}
	if l := token.ParseLabel(label); l != token.NoLabel {
		return int(l)
	}
	return -1
}

// tops are the words of a that hang on words outside it.
func (s *sentence) tops(a argument) (tops []int32) {
	for i := a.first; i < a.last && int(i) < len(s.words); i++ {
		if h := int32(s.words[i].Head) - 1; h < a.first || h >= a.last {
			tops = append(tops, i)
		}
	}
	if tops == nil {
		tops = append(tops, a.first)
	}
	return tops
}

// readSentences reads the sentences of a treebank with their predicates.
func readSentences(path string, preds map[string][]predicate) ([]sentence, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []sentence
	err = conllu.Read(f, func(s *conllu.Sentence) error {
		out = append(out, sentence{id: s.ID, preds: preds[s.ID], words: s.Words})
		return nil
	})
	return out, err
}

// readTrees is the text of a treebank file with the tags and trees that stand
// there; predicted lemmas are made anew from the tags.
func readTrees(path string, predicted bool) (*token.Doc, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var words [][]string
	var ss []*conllu.Sentence
	err = conllu.Read(f, func(s *conllu.Sentence) error {
		var w []string
		for i := range s.Words {
			w = append(w, s.Words[i].Form)
		}
		words, ss = append(words, w), append(ss, s)
		return nil
	})
	if err != nil {
		return nil, err
	}
	d := segment.FromWords(words)
	conllu.Fill(d, ss)
	if predicted {
		tag.Morphology(d)
	}
	return d, nil
}

// goldArgs is the class of each word that heads an argument of p on tree d,
// whose sentence begins at first. Of several heads of one argument the one
// counts that hangs outside it on d, too.
func (s *sentence) goldArgs(p *predicate, d *token.Doc, first int32) map[int32]int {
	out := map[int32]int{}
	for _, a := range p.args {
		if a.label < 0 {
			continue
		}
		tops := s.tops(a)
		best := tops[0]
		for _, t := range tops {
			h := d.Tokens[first+t].Head - first
			if h < a.first || h >= a.last {
				best = t
				break
			}
		}
		if _, ok := out[best]; !ok {
			out[best] = a.label
		}
	}
	return out
}
