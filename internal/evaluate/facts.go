package main

import (
	"fmt"
	"io"

	"github.com/dateline-go/dateline/internal/conllu"
	"github.com/dateline-go/dateline/internal/fact"
	"github.com/dateline-go/dateline/internal/syntax"
	"github.com/dateline-go/dateline/internal/tag"
	"github.com/dateline-go/dateline/internal/token"
)

// facts writes how likely what each judged word tells happened and is an
// event, on gold tokens and our tags and trees.
func facts(r io.Reader, w io.Writer) error {
	return runs(r, func(ss []*conllu.Sentence, d *token.Doc) error {
		tag.Tag(d)
		syntax.Parse(d)
		fact.Judge(d)
		for i := range d.Tokens {
			t := &d.Tokens[i]
			if !fact.Judged(t) {
				continue
			}
			n := int32(i) - d.Sents[t.Sent].First + 1
			happened, dynamic := d.Fact(int32(i))
			if _, err := fmt.Fprintf(w, "%s\t%d\t%.3f\t%.3f\n", ss[t.Sent].ID, n, float64(happened)/255, float64(dynamic)/255); err != nil {
				return err
			}
		}
		return nil
	})
}
