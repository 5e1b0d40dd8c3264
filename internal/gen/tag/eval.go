package main

import (
	"bufio"
	"errors"
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"

	"github.com/dateline-go/dateline/internal/conllu"
	"github.com/dateline-go/dateline/internal/segment"
	"github.com/dateline-go/dateline/internal/tag"
)

var wrong = flag.Bool("wrong", false, "print wrong lemmas and features")

// evaluate prints the accuracy of m on the gold tokens of a file.
func evaluate(m *tag.Model, path string) {
	ss, err := read(path)
	if err != nil {
		log.Fatal(err)
	}
	d := segment.FromWords(words(ss))
	m.Tag(d)
	// Lemmas and features are measured on gold tags.
	g := segment.FromWords(words(ss))
	k := 0
	for i := range ss {
		for _, w := range ss[i].Words {
			g.Tokens[k].UPOS, g.Tokens[k].XPOS = w.UPOS, w.XPOS
			k++
		}
	}
	tag.Morphology(g)
	n, u, x, lemma, feat := 0, 0, 0, 0, 0
	k = 0
	for i := range ss {
		for j := range ss[i].Words {
			w, t := &ss[i].Words[j], &d.Tokens[k]
			if strings.EqualFold(w.Lemma, g.Tokens[k].Lemma) {
				lemma++
			} else if *wrong {
				fmt.Printf("%s/%s %s want %s\n", w.Form, w.XPOS, g.Tokens[k].Lemma, w.Lemma)
			}
			if w.Feats == g.Tokens[k].Feats {
				feat++
			} else if *wrong {
				fmt.Printf("%s/%s/%s feats %s want %s\n", w.Form, w.UPOS, w.XPOS, g.Tokens[k].Feats, w.Feats)
			}
			k++
			n++
			if w.UPOS == t.UPOS {
				u++
			}
			if w.XPOS == t.XPOS {
				x++
			}
		}
	}
	pc := func(k int) float64 { return 100 * float64(k) / float64(n) }
	fmt.Printf("%s: %d tokens, UPOS %.2f, XPOS %.2f, on gold tags lemmas %.2f, features %.2f\n", filepath.Base(path), n, pc(u), pc(x),
		pc(lemma), pc(feat))
}

// jackknife writes the training files to dir with tags predicted for each
// fold by a model trained on the other folds. Sentences keep their order,
// trees and lemmas.
func jackknife(dir string, corpora [][]conllu.Sentence, folds, epochs int) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	tagged := make([][]conllu.Sentence, len(corpora))
	for i, c := range corpora {
		tagged[i] = slices.Clone(c)
		for j := range tagged[i] {
			tagged[i][j].Words = slices.Clone(tagged[i][j].Words)
		}
	}
	errs := make([]error, folds)
	free := make(chan struct{}, runtime.GOMAXPROCS(0))
	var wg sync.WaitGroup
	for k := range folds {
		wg.Go(func() {
			free <- struct{}{}
			errs[k] = tagFold(corpora, tagged, k, folds, epochs)
			<-free
		})
	}
	wg.Wait()
	if err := errors.Join(errs...); err != nil {
		return err
	}
	for i, c := range tagged {
		f, err := os.Create(filepath.Join(dir, strings.TrimSuffix(files[i], ".conllu")+"-tagged.conllu"))
		if err != nil {
			return err
		}
		w := bufio.NewWriter(f)
		for _, s := range c {
			write(w, &s)
		}
		if err := w.Flush(); err != nil {
			return err
		}
		if err := f.Close(); err != nil {
			return err
		}
	}
	return nil
}

// tagFold tags fold k of the corpora, in tagged, by a model trained on the rest.
func tagFold(corpora, tagged [][]conllu.Sentence, k, folds, epochs int) error {
	var rest, fold []conllu.Sentence
	var to []*conllu.Sentence
	for n, c := range corpora {
		for i := range c {
			if i*folds/len(c) == k {
				fold = append(fold, c[i])
				to = append(to, &tagged[n][i])
			} else {
				rest = append(rest, c[i])
			}
		}
	}
	m, ok := tag.OpenModel(string(train(rest, epochs, 1)))
	if !ok {
		return fmt.Errorf("tag: fold %d: corrupt model", k)
	}
	d := segment.FromWords(words(fold))
	m.Tag(d)
	n := 0
	for i := range fold {
		for j := range fold[i].Words {
			w := &to[i].Words[j]
			w.UPOS, w.XPOS = d.Tokens[n].UPOS, d.Tokens[n].XPOS
			n++
		}
	}
	return nil
}

func write(w *bufio.Writer, s *conllu.Sentence) {
	fmt.Fprintf(w, "# sent_id = %s\n# text = %s\n", s.ID, s.Text)
	for i, x := range s.Words {
		misc := "_"
		if x.NoSpace {
			misc = "SpaceAfter=No"
		}
		fmt.Fprintf(w, "%d\t%s\t%s\t%s\t%s\t%s\t%d\t%s\t_\t%s\n", i+1, x.Form, x.Lemma, x.UPOS, x.XPOS, x.Feats, x.Head, x.Rel, misc)
	}
	fmt.Fprintln(w)
}
