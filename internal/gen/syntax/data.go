package main

import (
	"cmp"
	"fmt"
	"os"
	"slices"

	"github.com/dateline-go/dateline/internal/conllu"
	"github.com/dateline-go/dateline/internal/segment"
	"github.com/dateline-go/dateline/internal/syntax/transition"
	"github.com/dateline-go/dateline/internal/tag"
	"github.com/dateline-go/dateline/internal/token"
)

// sentence is a tree to learn from. Words count from 1; the root is n+1, as in
// transition.State.
type sentence struct {
	words []transition.Word
	gold  []transition.Word // with the tags of the treebank, or nil
	head  []int32           // by word; [0] unused
	rel   []token.Rel
	kids  [][]int32 // by word, the root included
}

// source says where the tags of a file come from.
type source int

const (
	gold      source = iota // tags and lemmas of the file
	tagsOnly                // tags of the file, lemmas and morphology made from them
	predicted               // the tagger's
)

// read loads the trees of a file.
func read(path string, src source) ([]*sentence, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var trees []*conllu.Sentence
	if err := conllu.Read(f, func(s *conllu.Sentence) error {
		trees = append(trees, s)
		return nil
	}); err != nil {
		return nil, err
	}
	out, err := through(trees, src)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return out, nil
}

// through sends the words of trees through the same arena as a text's, so that
// the parser and its trainer see the same.
func through(trees []*conllu.Sentence, src source) ([]*sentence, error) {
	var words [][]string
	for _, c := range trees {
		var w []string
		for i := range c.Words {
			w = append(w, c.Words[i].Form)
		}
		words = append(words, w)
	}
	d := segment.FromWords(words)
	for i, c := range trees {
		toks := d.Tokens[d.Sents[i].First:d.Sents[i].Last]
		if len(toks) != len(c.Words) {
			return nil, fmt.Errorf("sentence %d %s: %d tokens of %d words", i+1, c.ID, len(toks), len(c.Words))
		}
		for j := range toks {
			w := &c.Words[j]
			toks[j].UPOS, toks[j].XPOS, toks[j].Lemma, toks[j].Feats = w.UPOS, w.XPOS, w.Lemma, w.Feats
		}
	}
	switch src {
	case tagsOnly:
		tag.Morphology(d)
	case predicted:
		tag.Tag(d)
	}
	var out []*sentence
	for i, c := range trees {
		out = append(out, load(c, d.Tokens[d.Sents[i].First:d.Sents[i].Last]))
	}
	return out, nil
}

func load(c *conllu.Sentence, toks []token.Token) *sentence {
	n := len(c.Words)
	s := &sentence{head: make([]int32, n+1), rel: make([]token.Rel, n+1)}
	for i := range c.Words {
		w := &c.Words[i]
		s.words = append(s.words, transition.MakeWord(&toks[i]))
		s.head[i+1], s.rel[i+1] = int32(w.Head), w.Rel
		if w.Head == 0 {
			s.head[i+1] = int32(n + 1)
		}
		if w.Rel == token.NoRel {
			s.rel[i+1] = token.Dep
		}
	}
	return s
}

// projectivize lifts the arcs that cross others, the shortest first, to the
// head's head until none crosses.
func (s *sentence) projectivize() {
	n := int32(len(s.words))
	for {
		best, length := int32(0), n+2
		for d := int32(1); d <= n; d++ {
			h := s.head[d]
			if h > n {
				continue
			}
			a, b := min(d, h), max(d, h)
			for i := a + 1; i < b; i++ {
				if !s.under(i, h) && b-a < length {
					best, length = d, b-a
				}
			}
		}
		if best == 0 {
			break
		}
		s.head[best] = s.head[s.head[best]]
	}
	s.kids = make([][]int32, n+2)
	for d := int32(1); d <= n; d++ {
		s.kids[s.head[d]] = append(s.kids[s.head[d]], d)
	}
}

// under reports whether word i is h or below h.
func (s *sentence) under(i, h int32) bool {
	for steps := 0; steps <= len(s.words); steps++ {
		if i == h {
			return true
		}
		if int(i) > len(s.words) {
			return false
		}
		i = s.head[i]
	}
	return false
}

// inventory is the list of actions that the trees need, Shift first. The arc
// from the root is no choice and not among them.
func inventory(sents []*sentence) []transition.Action {
	seen := map[transition.Action]int{}
	for _, s := range sents {
		for d := 1; d < len(s.head); d++ {
			dir := transition.Right
			if s.head[d] > int32(d) {
				dir = transition.Left
			}
			seen[transition.Action{Dir: dir, Rel: s.rel[d]}]++
		}
	}
	acts := []transition.Action{{Dir: transition.Shift}}
	for a, n := range seen {
		if n >= 5 && a.Rel != token.Root {
			acts = append(acts, a)
		}
	}
	slices.SortFunc(acts, func(a, b transition.Action) int {
		return cmp.Or(cmp.Compare(a.Dir, b.Dir), cmp.Compare(a.Rel, b.Rel))
	})
	return acts
}
