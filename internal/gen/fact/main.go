// Command fact trains the model that internal/fact embeds, on the judgements
// of train/factuality about the sentences of the English Web Treebank. The
// same data give the same bytes. It leaves the tree alone when the data are
// absent, and, called without flags, unless DATELINE_TRAIN is set.
//
//	go run ../gen/fact -parsed DIR         trains and writes fact.bin and fact.sum
//	go run ../gen/fact -parsed DIR -hold   trains on nine tenths, measures on the rest
//
// DIR has the treebank's training file with tags and trees as they are
// predicted for text that tagger and parser did not see. Without -parsed the
// tags are made by gen/tag -jackknife and the trees by the parser at hand,
// which knows these sentences: its trees are better than those of other text.
package main

import (
	"crypto/sha256"
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"

	"github.com/dateline-go/dateline/internal/fact"
	"github.com/dateline-go/dateline/internal/gen/jackknife"
)

func main() {
	log.SetFlags(0)
	dir := flag.String("data", os.Getenv("DATELINE_DATA"), "folder of the corpora; default ../../../shared")
	parsed := flag.String("parsed", "", "folder of the training file with predicted tags and trees")
	tagged := flag.String("tagged", "", "folder of the training file with predicted tags")
	out := flag.String("o", "fact.bin", "file to write")
	hold := flag.Bool("hold", false, "measure on a tenth that is held out, and write nothing")
	var o options
	flag.IntVar(&o.epochs, "epochs", 8, "passes")
	flag.IntVar(&o.least, "least", 3, "a feature must occur this often")
	flag.Float64Var(&o.rate, "rate", 0.1, "rate of AdaGrad")
	flag.Float64Var(&o.l1[happened], "l1", 0.000005, "L1 an example, of what happened")
	flag.Float64Var(&o.l1[event], "l1event", 0.0003, "L1 an example, of what is an event")
	flag.Float64Var(&o.no, "no", 1.5, "weight of what did not happen")
	flag.Float64Var(&o.start, "start", 1, "start of AdaGrad's sums")
	flag.Float64Var(&o.drop, "drop", 0.4, "chance to leave out a feature")
	flag.Parse()
	if *dir == "" {
		*dir = filepath.Join("..", "..", "..", "shared")
	}
	if _, err := os.Stat(filepath.Join(*dir, "train", "factuality", "train.tsv")); err != nil {
		log.Printf("fact: no corpus, %s stays as it is: %v", *out, err)
		return
	}
	if flag.NFlag() == 0 && os.Getenv("DATELINE_TRAIN") == "" {
		log.Printf("fact: DATELINE_TRAIN is not set, %s stays as it is: training takes minutes", *out)
		return
	}
	if err := run(*dir, *parsed, *tagged, *out, *hold, o); err != nil {
		log.Fatal("fact: ", err)
	}
}

func run(dir, parsed, tagged, out string, hold bool, o options) error {
	if parsed == "" && tagged == "" {
		var err error
		if tagged, err = jackknife.Tag(dir); err != nil {
			return err
		}
		defer os.RemoveAll(tagged)
	}
	gold, err := readGold(filepath.Join(dir, "train", "factuality", "train.tsv"))
	if err != nil {
		return err
	}
	ud := filepath.Join(dir, "train", "ud")
	train, err := readTrain(ud, parsed, tagged, gold)
	if err != nil {
		return err
	}
	devGold, err := readGold(filepath.Join(dir, "train", "factuality", "dev.tsv"))
	if err != nil {
		return err
	}
	dev, err := readDev(ud, devGold)
	if err != nil {
		return err
	}
	if hold {
		var most, rest []example
		for i, e := range train {
			if i/50%10 == 9 {
				rest = append(rest, e)
			} else {
				most = append(most, e)
			}
		}
		m := newTrainer(most, o)
		for e := range o.epochs {
			m.epoch(e)
			log.Printf("epoch %d: %s\n     dev: %s", e+1, measure(m.weights(), rest), measure(m.weights(), dev))
		}
		return nil
	}
	m := newTrainer(train, o)
	for e := range o.epochs {
		m.epoch(e)
	}
	b := fact.BuildModel(m.weights())
	log.Print("whole: ", measure(m.weights(), dev))
	if err := os.WriteFile(out, b, 0o644); err != nil {
		return err
	}
	sum := fmt.Sprintf("fact.bin %d examples, %d bytes, sha256 %x\ndev: %s\n", len(train), len(b), sha256.Sum256(b), measure(m.weights(), dev))
	log.Print(sum)
	return os.WriteFile(out[:len(out)-len(filepath.Ext(out))]+".sum", []byte(sum), 0o644)
}
