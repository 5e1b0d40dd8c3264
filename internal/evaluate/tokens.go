package main

import (
	"bufio"
	"fmt"
	"io"
	"regexp"
	"strings"

	"github.com/dateline-go/dateline/internal/conllu"
	"github.com/dateline-go/dateline/internal/name"
	"github.com/dateline-go/dateline/internal/segment"
	"github.com/dateline-go/dateline/internal/syntax"
	"github.com/dateline-go/dateline/internal/tag"
	"github.com/dateline-go/dateline/internal/token"
)

// tagNames tags the gold tokens of a file with the entities found in them. A
// document is what stands between "# newdoc" or -DOCSTART- lines, or, where
// there are none, a run of sentences, so that memory stays bounded.
func tagNames(r io.Reader, w io.Writer) error {
	const run = 60
	var doc [][]string
	var layout []string // rows to write back: a token, or "" for a sentence's end
	var sent []string
	flush := func() error {
		err := writeNames(w, doc, layout)
		doc, layout = nil, nil
		return err
	}
	endSentence := func() {
		if len(sent) > 0 {
			doc, sent = append(doc, sent), nil
			layout = append(layout, "")
		}
	}
	sc := bufio.NewScanner(r)
	sc.Buffer(make([]byte, 1<<16), 1<<24)
	marked := false
	for sc.Scan() {
		l := sc.Text()
		switch {
		case strings.TrimSpace(l) == "":
			endSentence()
			if !marked && len(doc) >= run {
				if err := flush(); err != nil {
					return err
				}
			}
		case strings.HasPrefix(l, "# newdoc"), strings.HasPrefix(l, "-DOCSTART-"):
			marked = true
			endSentence()
			if err := flush(); err != nil {
				return err
			}
		case isComment(l):
		default:
			word, shown := column(l)
			sent = append(sent, word)
			layout = append(layout, shown)
		}
	}
	if err := sc.Err(); err != nil {
		return err
	}
	endSentence()
	return flush()
}

// comment is what the scorer takes for a comment: "# key = value" or "# key",
// where there is no tab.
var comment = regexp.MustCompile(`^# *[\pL\pN_][\pL\pN_ ]*(=|$)`)

func isComment(l string) bool {
	return !strings.Contains(l, "\t") && l != "# O" && comment.MatchString(l)
}

// column is the token of a row, and what the scorer takes for it: the first
// column, or the second of several after a number. A number in the first
// column is a row's own number only between tabs.
func column(l string) (word, shown string) {
	c := strings.Split(l, "\t")
	tabs := len(c) > 1
	if !tabs {
		c = strings.Fields(l)
	}
	word, shown = c[0], c[0]
	if len(c) > 2 && strings.Trim(c[0], "0123456789") == "" {
		shown = c[1]
		if tabs {
			word = shown
		}
	}
	return word, shown
}

func writeNames(w io.Writer, doc [][]string, layout []string) error {
	if len(doc) == 0 {
		return nil
	}
	d := segment.FromWords(doc)
	tag.Tag(d)
	syntax.Parse(d)
	name.Find(d)
	i := 0
	for _, word := range layout {
		if word == "" {
			if _, err := fmt.Fprintln(w); err != nil {
				return err
			}
			continue
		}
		label := "O"
		if t := &d.Tokens[i]; t.Ent != token.None {
			e := &d.Ents[t.Ent]
			switch e.Type {
			case token.PER, token.ORG, token.LOC:
				label = "I-" + e.Type.String()
				if e.First == int32(i) {
					label = "B-" + e.Type.String()
				}
			}
		}
		if _, err := fmt.Fprintf(w, "%s\t%s\n", word, label); err != nil {
			return err
		}
		i++
	}
	return nil
}

// syntaxes writes tags, lemmas and trees for gold tokens, or, raw, for the
// text of each document as far as "# text" lines tell it.
func syntaxes(r io.Reader, w io.Writer, raw bool) error {
	const run = 200
	var doc [][]string
	var text strings.Builder
	flush := func() error {
		d := segment.FromWords(doc)
		if raw {
			d = segment.Segment(text.String())
		}
		doc = nil
		text.Reset()
		tag.Tag(d)
		syntax.Parse(d)
		for i := range d.Sents {
			if err := conllu.Write(w, d, i); err != nil {
				return err
			}
		}
		return nil
	}
	err := conllu.Read(r, func(s *conllu.Sentence) error {
		if s.DocID != "" || !raw && len(doc) >= run {
			if err := flush(); err != nil {
				return err
			}
		}
		if text.Len() > 0 {
			if s.NewPar {
				text.WriteString("\n\n")
			} else {
				text.WriteByte(' ')
			}
		}
		text.WriteString(s.Text)
		var words []string
		for _, x := range s.Words {
			words = append(words, x.Form)
		}
		doc = append(doc, words)
		return nil
	})
	if err != nil {
		return err
	}
	return flush()
}
