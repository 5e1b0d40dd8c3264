// Package conllu reads and writes CoNLL-U (https://universaldependencies.org/format.html)
// and turns it into the arena. Trainers, evaluations and tests use it.
package conllu

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/dateline-go/dateline/internal/token"
)

// Word is one syntactic word.
type Word struct {
	Form, Lemma string
	UPOS        token.UPOS
	XPOS        token.XPOS
	Feats       token.Feats
	Head        int // 1-based, 0 is the root
	Rel         token.Rel
	NoSpace     bool // no blank after it in the raw text
}

// Sentence is one block of a file.
type Sentence struct {
	ID, Text string
	DocID    string // "# newdoc id" that stands before it, else empty
	NewPar   bool   // "# newpar" stands before it
	Words    []Word
}

// Read calls f for each sentence. Empty nodes are passed over; a multiword
// token gives its SpaceAfter to its last word, and none to the others.
func Read(r io.Reader, f func(*Sentence) error) error {
	sc := bufio.NewScanner(r)
	sc.Buffer(make([]byte, 1<<16), 1<<24)
	s := &Sentence{}
	mwtEnd, mwtNoSpace := 0, false
	line := 0
	for sc.Scan() {
		line++
		l := sc.Text()
		switch {
		case l == "":
			if len(s.Words) > 0 {
				if err := f(s); err != nil {
					return err
				}
			}
			s, mwtEnd = &Sentence{}, 0
			continue
		case l[0] == '#':
			k, v, _ := strings.Cut(l[1:], "=")
			v = strings.TrimSpace(v)
			switch strings.TrimSpace(k) {
			case "sent_id":
				s.ID = v
			case "text":
				s.Text = v
			case "newdoc id":
				s.DocID, s.NewPar = v, true
			case "newpar id", "newpar":
				s.NewPar = true
			}
			continue
		}
		c := strings.Split(l, "\t")
		if len(c) != 10 {
			return fmt.Errorf("line %d: %d columns, want 10", line, len(c))
		}
		noSpace := strings.Contains(c[9], "SpaceAfter=No")
		if a, b, ok := strings.Cut(c[0], "-"); ok {
			end, err := strconv.Atoi(b)
			if _, err2 := strconv.Atoi(a); err != nil || err2 != nil {
				return fmt.Errorf("line %d: bad range %q", line, c[0])
			}
			mwtEnd, mwtNoSpace = end, noSpace
			continue
		}
		id, err := strconv.Atoi(c[0])
		if err != nil {
			continue // an empty node
		}
		head, _ := strconv.Atoi(c[6])
		w := Word{Form: c[1], Lemma: c[2], UPOS: token.ParseUPOS(c[3]), XPOS: token.ParseXPOS(c[4]),
			Feats: token.ParseFeats(c[5]), Head: head, Rel: token.ParseRel(c[7]), NoSpace: noSpace}
		if id < mwtEnd {
			w.NoSpace = true
		} else if id == mwtEnd {
			w.NoSpace = mwtNoSpace
		}
		s.Words = append(s.Words, w)
	}
	if err := sc.Err(); err != nil {
		return err
	}
	if len(s.Words) > 0 {
		return f(s)
	}
	return nil
}

// Write writes sentence i of d, with the tags and relations that stand there.
func Write(w io.Writer, d *token.Doc, i int) error {
	s := &d.Sents[i]
	bw := bufio.NewWriter(w)
	fmt.Fprintf(bw, "# text = %s\n", strings.Join(strings.Fields(d.Str(s.Span)), " "))
	for j := s.First; j < s.Last; j++ {
		t := &d.Tokens[j]
		head := 0
		if t.Head != token.None {
			head = int(t.Head-s.First) + 1
		}
		lemma := t.Lemma
		if lemma == "" {
			lemma = "_"
		}
		misc := "_"
		if int(j)+1 < len(d.Tokens) && d.Tokens[j+1].Start == t.End {
			misc = "SpaceAfter=No"
		}
		fmt.Fprintf(bw, "%d\t%s\t%s\t%s\t%s\t%s\t%d\t%s\t_\t%s\n",
			j-s.First+1, d.Word(j), lemma, t.UPOS, t.XPOS, t.Feats, head, t.Rel, misc)
	}
	fmt.Fprintln(bw)
	return bw.Flush()
}

// Fill gives the tokens of d, made of the words of ss, the tags, lemmas and
// trees that stand there.
func Fill(d *token.Doc, ss []*Sentence) {
	for i, s := range ss {
		first := d.Sents[i].First
		for j := range s.Words {
			w, t := &s.Words[j], &d.Tokens[first+int32(j)]
			t.UPOS, t.XPOS, t.Lemma, t.Feats, t.Rel = w.UPOS, w.XPOS, w.Lemma, w.Feats, w.Rel
			if t.Head = token.None; w.Head > 0 {
				t.Head = first + int32(w.Head) - 1
			}
		}
		d.Link(int32(i))
	}
}
