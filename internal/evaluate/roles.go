package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/dateline-go/dateline/internal/conllu"
	"github.com/dateline-go/dateline/internal/name"
	"github.com/dateline-go/dateline/internal/role"
	"github.com/dateline-go/dateline/internal/segment"
	"github.com/dateline-go/dateline/internal/syntax"
	"github.com/dateline-go/dateline/internal/tag"
	"github.com/dateline-go/dateline/internal/token"
)

// runs calls f for some sentences of a treebank at a time, and their gold
// tokens as a text, so that memory stays bounded.
func runs(r io.Reader, f func(ss []*conllu.Sentence, d *token.Doc) error) error {
	const run = 200
	var ss []*conllu.Sentence
	var words [][]string
	flush := func() error {
		d := segment.FromWords(words)
		err := f(ss, d)
		ss, words = nil, nil
		return err
	}
	err := conllu.Read(r, func(s *conllu.Sentence) error {
		if len(ss) >= run {
			if err := flush(); err != nil {
				return err
			}
		}
		var w []string
		for _, x := range s.Words {
			w = append(w, x.Form)
		}
		ss, words = append(ss, s), append(words, w)
		return nil
	})
	if err != nil {
		return err
	}
	return flush()
}

// roles writes the predicates of gold tokens with their arguments, on our tags
// and trees or, with goldTrees, on those of the file.
func roles(r io.Reader, w io.Writer, goldTrees bool) error {
	return runs(r, func(ss []*conllu.Sentence, d *token.Doc) error {
		if goldTrees {
			conllu.Fill(d, ss)
		} else {
			tag.Tag(d)
			syntax.Parse(d)
		}
		name.Find(d)
		role.Find(d)
		for i := range d.Preds {
			p := &d.Preds[i]
			s := d.Tokens[p.Token].Sent
			first := d.Sents[s].First - 1
			var args []string
			for _, a := range d.ArgsOf(p) {
				args = append(args, fmt.Sprintf("%s:%d", a.Label, a.Head-first))
			}
			if args == nil {
				args = []string{"_"}
			}
			if _, err := fmt.Fprintf(w, "%s\t%d\t%s\t%s\n", ss[s].ID, p.Token-first, d.Roleset(p), strings.Join(args, " ")); err != nil {
				return err
			}
		}
		return nil
	})
}
