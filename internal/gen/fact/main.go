// Command fact trains the model that internal/fact embeds, on the judgements
// of train/factuality about the sentences of the English Web Treebank. The
// same data give the same bytes. It leaves the tree alone when the data are
// absent.
//
//	go run ../gen/fact -parsed DIR         trains and writes fact.bin
//	go run ../gen/fact -parsed DIR -hold   trains on nine tenths, measures on the rest
//
// DIR has the treebank's training file with tags and trees as they are
// predicted for text that tagger and parser did not see. Without -parsed the
// tags are made by gen/tag -jackknife and the trees by the parser at hand,
// which knows these sentences: its trees are better than those of other text.
package main

import (
	_ "embed"
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"

	"github.com/dateline-go/dateline/internal/fact"
	"github.com/dateline-go/dateline/internal/gen/jackknife"
	"github.com/dateline-go/dateline/internal/gen/origin"
)

//go:embed SOURCES
var sources string

func main() {
	parsed := flag.String("parsed", "", "folder of the training file with predicted tags and trees")
	tagged := flag.String("tagged", "", "folder of the training file with predicted tags")
	out := flag.String("o", ".", "folder to write to")
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
	dir := origin.Start("fact", sources)
	if err := run(dir, *parsed, *tagged, *out, *hold, o); err != nil {
		log.Fatal(err)
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
	log.Printf("%d bytes, dev: %s", len(b), measure(m.weights(), dev))
	return origin.Write(out, "fact.bin", b, fmt.Sprintf("%d examples", len(train)))
}
