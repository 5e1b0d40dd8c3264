// Command tag trains the tagger that internal/tag embeds, on the English UD
// treebanks EWT and GUM. The same corpora give the same bytes. It leaves the
// tree alone when the corpora are absent.
//
//	go run ../gen/tag                 in internal/tag: writes model.bin and model.sum
//	go run ../gen/tag -eval FILE      accuracy of the embedded model on gold tokens
//	go run ../gen/tag -jackknife DIR  training files with predicted tags, by k folds
package main

import (
	"crypto/sha256"
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"

	"github.com/dateline-go/dateline/internal/conllu"
	"github.com/dateline-go/dateline/internal/tag"
)

var files = []string{"en_ewt-ud-train.conllu", "en_gum-free-train.conllu"}

func main() {
	log.SetFlags(0)
	dir := flag.String("data", os.Getenv("DATELINE_DATA"), "folder of the corpora; default ../../../shared")
	out := flag.String("o", "model.bin", "file to write")
	epochs := flag.Int("epochs", 6, "passes over the corpus in a run")
	runs := flag.Int("runs", 4, "runs, in different orders, whose weights are added")
	eval := flag.String("eval", "", "CoNLL-U file to measure the embedded model on, instead of training")
	dev := flag.Bool("dev", false, "measure on the development files after training")
	jack := flag.String("jackknife", "", "folder for training files with predicted tags, instead of a model")
	folds := flag.Int("folds", 5, "folds of -jackknife")
	flag.Parse()
	if *dir == "" {
		*dir = filepath.Join("..", "..", "..", "shared")
	}
	ud := filepath.Join(*dir, "train", "ud")
	if *eval != "" {
		m, ok := tag.Default()
		if !ok {
			log.Fatal("tag: the embedded model is corrupt")
		}
		evaluate(&m, *eval)
		return
	}
	var corpora [][]conllu.Sentence
	for _, f := range files {
		ss, err := read(filepath.Join(ud, f))
		if err != nil {
			log.Printf("tag: no corpus, %s stays as it is: %v", *out, err)
			return
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
	if err := os.WriteFile(filepath.Join(filepath.Dir(*out), "lemma.bin"), lemmas, 0o644); err != nil {
		log.Fatal(err)
	}
	b := train(all, *epochs, *runs)
	if *dev {
		m, ok := tag.OpenModel(string(b))
		if !ok {
			log.Fatal("tag: the new model is corrupt")
		}
		evaluate(&m, filepath.Join(ud, "en_ewt-ud-dev.conllu"))
		evaluate(&m, filepath.Join(ud, "en_gum-free-dev.conllu"))
	}
	if err := os.WriteFile(*out, b, 0o644); err != nil {
		log.Fatal(err)
	}
	sum := fmt.Sprintf("model.bin version %d, %d bytes, sha256 %x\nlemma.bin version %d, %d bytes, sha256 %x\n",
		tag.ModelVersion, len(b), sha256.Sum256(b), tag.LemmaVersion, len(lemmas), sha256.Sum256(lemmas))
	if err := os.WriteFile(filepath.Join(filepath.Dir(*out), "model.sum"), []byte(sum), 0o644); err != nil {
		log.Fatal(err)
	}
	fmt.Fprintf(os.Stderr, "%s: %d bytes\n", *out, len(b))
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
