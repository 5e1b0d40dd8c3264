// Command tag trains the tagger that internal/tag embeds, on the English UD
// treebanks EWT and GUM. The same corpora give the same bytes. It leaves the
// tree alone when the corpora are absent.
//
//	go run ../gen/tag                 in internal/tag: writes model.bin and lemma.bin
//	go run ../gen/tag -eval FILE      accuracy of the embedded model on gold tokens
//	go run ../gen/tag -jackknife DIR  training files with predicted tags, by k folds
package main

import (
	_ "embed"
	"errors"
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"

	"github.com/dateline-go/dateline/internal/conllu"
	"github.com/dateline-go/dateline/internal/gen/origin"
	"github.com/dateline-go/dateline/internal/tag"
)

//go:embed SOURCES
var sources string

var files = []string{"en_ewt-ud-train.conllu", "en_gum-free-train.conllu"}

func main() {
	log.SetFlags(0)
	out := flag.String("o", ".", "folder to write to")
	epochs := flag.Int("epochs", 6, "passes over the corpus in a run")
	runs := flag.Int("runs", 4, "runs, in different orders, whose weights are added")
	eval := flag.String("eval", "", "CoNLL-U file to measure the embedded model on, instead of training")
	dev := flag.Bool("dev", false, "measure on the development files after training")
	jack := flag.String("jackknife", "", "folder for training files with predicted tags, instead of a model")
	folds := flag.Int("folds", 5, "folds of -jackknife")
	flag.Parse()
	if *eval != "" {
		m, ok := tag.Default()
		if !ok {
			log.Fatal("tag: the embedded model is corrupt")
		}
		evaluate(&m, *eval)
		return
	}
	data, err := origin.Data(sources)
	if errors.Is(err, origin.ErrAbsent) {
		log.Print("tag: ", err)
		return
	}
	if err != nil {
		log.Fatal("tag: ", err)
	}
	ud := filepath.Join(data, "train", "ud")
	var corpora [][]conllu.Sentence
	for _, f := range files {
		ss, err := read(filepath.Join(ud, f))
		if err != nil {
			log.Fatal("tag: ", err)
		}
		corpora = append(corpora, ss)
	}
	if *jack != "" {
		if err := jackknife(*jack, corpora, *folds, *epochs); err != nil {
			log.Fatal(err)
		}
		return
	}
	var all []conllu.Sentence
	for _, c := range corpora {
		all = append(all, c...)
	}
	lemmas := lemmaTable(all)
	b := train(all, *epochs, *runs)
	if *dev {
		m, ok := tag.OpenModel(string(b))
		if !ok {
			log.Fatal("tag: the new model is corrupt")
		}
		evaluate(&m, filepath.Join(ud, "en_ewt-ud-dev.conllu"))
		evaluate(&m, filepath.Join(ud, "en_gum-free-dev.conllu"))
	}
	note := fmt.Sprintf("version %d", tag.ModelVersion)
	if err := origin.Write(*out, "model.bin", b, note); err != nil {
		log.Fatal(err)
	}
	note = fmt.Sprintf("version %d", tag.LemmaVersion)
	if err := origin.Write(*out, "lemma.bin", lemmas, note); err != nil {
		log.Fatal(err)
	}
	log.Printf("tag: %d and %d bytes", len(b), len(lemmas))
}

func read(path string) ([]conllu.Sentence, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var ss []conllu.Sentence
	err = conllu.Read(f, func(s *conllu.Sentence) error {
		ss = append(ss, *s)
		return nil
	})
	return ss, err
}
