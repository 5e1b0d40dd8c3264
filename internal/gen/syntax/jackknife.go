package main

import (
	"bufio"
	"os"
	"path/filepath"

	"github.com/dateline-go/dateline/internal/conllu"
	"github.com/dateline-go/dateline/internal/segment"
	"github.com/dateline-go/dateline/internal/syntax"
	"github.com/dateline-go/dateline/internal/tag"
	"github.com/dateline-go/dateline/internal/token"
)

// jackknifed writes the training files with the trees that a parser gives
// which did not see them: each fold, a run of each file, is parsed by one that
// learnt from the rest. The tags are those that the parser learns from.
func jackknifed(train [][]*sentence) error {
	if err := os.MkdirAll(*jack, 0o755); err != nil {
		return err
	}
	docs := make([]*token.Doc, len(files))
	for n, name := range files {
		d, err := tagged(filepath.Join(*taggedDir, name+"-train-tagged.conllu"))
		if err != nil {
			return err
		}
		docs[n] = d
	}
	for k := range *folds {
		var rest []*sentence
		for _, c := range train {
			from, to := len(c)*k / *folds, len(c)*(k+1) / *folds
			rest = append(append(rest, c[:from]...), c[to:]...)
		}
		_, data, err := build(rest, nil)
		if err != nil {
			return err
		}
		for _, d := range docs {
			all := d.Sents
			d.Sents = all[len(all)*k / *folds : len(all)*(k+1) / *folds]
			syntax.ParseWith(d, string(data))
			d.Sents = all
		}
	}
	for n, name := range files {
		if err := writeTrees(filepath.Join(*jack, name+"-train-parsed.conllu"), docs[n]); err != nil {
			return err
		}
	}
	return nil
}

// tagged is the text of a file with its tags, and the rest made from them.
func tagged(path string) (*token.Doc, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var words [][]string
	var tags []conllu.Word
	if err := conllu.Read(f, func(s *conllu.Sentence) error {
		var w []string
		for i := range s.Words {
			w = append(w, s.Words[i].Form)
		}
		words, tags = append(words, w), append(tags, s.Words...)
		return nil
	}); err != nil {
		return nil, err
	}
	d := segment.FromWords(words)
	for i := range d.Tokens {
		d.Tokens[i].UPOS, d.Tokens[i].XPOS = tags[i].UPOS, tags[i].XPOS
	}
	tag.Morphology(d)
	return d, nil
}

func writeTrees(path string, d *token.Doc) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	defer f.Close()
	w := bufio.NewWriter(f)
	for i := range d.Sents {
		if err := conllu.Write(w, d, i); err != nil {
			return err
		}
	}
	if err := w.Flush(); err != nil {
		return err
	}
	return f.Close()
}
