// Command role trains the models of predicates, rolesets and arguments that
// internal/role embeds, on PropBank's annotation of the English Web Treebank.
// It leaves the tree alone when the corpora are absent.
//
//	go run ../gen/role             in internal/role: trains and writes role.bin
//	go run ../gen/role -held       learns from nine tenths and measures on the rest
//
// The models learn from tags and trees as they will be predicted, made by
// gen/syntax -jackknife, which runs first unless -parsed names a folder with
// its files, and from the treebank's own trees besides.
package main

import (
	_ "embed"
	"errors"
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"

	"github.com/dateline-go/dateline/internal/gen/jackknife"
	"github.com/dateline-go/dateline/internal/gen/origin"
)

var (
	parsedDir = flag.String("parsed", "", "folder of the training files with predicted trees")
	out       = flag.String("o", ".", "folder to write to")
	held      = flag.Bool("held", false, "learn from nine tenths and measure on the rest")
	epochs    = flag.Int("epochs", 6, "passes")
	runs      = flag.Int("runs", 3, "trainings of the arguments, in orders of their own, whose weights are averaged")
	rate      = flag.Float64("rate", 0.15, "rate of learning")
	l1Is      = flag.Float64("l1is", 1, "penalty on weights: predicates")
	l1Sense   = flag.Float64("l1sense", 0.5, "penalty on weights: senses")
	l1Args    = flag.Float64("l1args", 1, "penalty on weights: arguments")
	keepIs    = flag.Int("keepis", 40000, "weights kept: predicates")
	keepSense = flag.Int("keepsense", 40000, "weights kept: senses")
	keepArgs  = flag.Int("keepargs", 320000, "weights kept: arguments")
	maxSenses = flag.Int("senses", 24, "most rolesets of a key")
	leastPath = flag.Int("leastpath", 3, "a path must lead to this many arguments")
	pathShare = flag.Float64("pathshare", 0.02, "and this share of what it leads to must be arguments")
	bias      = flag.Float64("bias", -0.6, "added to the score of being no argument")
	goldShare = flag.Float64("gold", 1, "weight of examples on the treebank's own trees")
)

//go:embed SOURCES
var sources string

const corpus = "en_ewt-ud-train"

func main() {
	log.SetFlags(0)
	flag.Parse()
	if err := run(); err != nil {
		log.Fatal("role: ", err)
	}
}

func run() error {
	data, err := origin.Data(sources)
	if errors.Is(err, origin.ErrAbsent) {
		log.Print("role: ", err)
		return nil
	}
	if err != nil {
		return err
	}
	if *parsedDir == "" {
		dir, err := jackknife.Parse(data)
		if err != nil {
			return err
		}
		defer os.RemoveAll(dir)
		*parsedDir = dir
	}
	trees := filepath.Join(data, "train", "ud", corpus+".conllu")
	preds, err := readPredicates(filepath.Join(data, "train", "srl", "ewt-train.tsv"))
	if err != nil {
		return err
	}
	sents, err := readSentences(trees, preds)
	if err != nil {
		return err
	}
	predicted, err := readTrees(filepath.Join(*parsedDir, corpus+"-parsed.conllu"), true)
	if err != nil {
		return err
	}
	gold, err := readTrees(trees, false)
	if err != nil {
		return err
	}
	if len(predicted.Sents) != len(sents) || len(gold.Sents) != len(sents) {
		return fmt.Errorf("%d and %d sentences, want %d", len(predicted.Sents), len(gold.Sents), len(sents))
	}
	n := len(sents)
	if *held {
		n = n * 9 / 10
	}
	train := []text{{sents: sents[:n], doc: predicted, weight: 1}}
	if *goldShare > 0 {
		train = append(train, text{sents: sents[:n], doc: gold, weight: float32(*goldShare)})
	}
	model := build(train)
	if *held {
		for _, b := range []float64{-0.2, -0.4, -0.6} {
			m := model(b)
			log.Println("bias", b, "predicted trees:", measure(text{sents: sents[n:], doc: predicted, from: n}, string(m)))
			log.Println("bias", b, "gold trees:", measure(text{sents: sents[n:], doc: gold, from: n}, string(m)))
		}
		return nil
	}
	return origin.Write(*out, "role.bin", model(*bias), fmt.Sprintf("%d sentences", n))
}

// build trains all models; what it gives packs them.
func build(train []text) func(bias float64) []byte {
	table := collectRolesets(train)
	is := trainIs(train)
	sense := trainSense(train, table)
	kept := collectPaths(train)
	args := trainArgs(train, kept)
	return func(bias float64) []byte { return pack(table, kept, bias, is, sense, args) }
}
