// Command syntax trains the dependency parser that internal/syntax embeds. It
// leaves the tree alone when the corpora are absent.
//
//	go run ../gen/syntax              in internal/syntax: trains and writes syntax.bin
//	go run ../gen/syntax -dev         measures on the development files besides
//	go run ../gen/syntax -jackknife DIR  training files with predicted tags and trees, by folds
//
// The parser learns from tags as the tagger predicts them for text that it did
// not see, made by gen/tag -jackknife, which runs first unless -tagged names a
// folder with its files.
package main

import (
	_ "embed"
	"errors"
	"flag"
	"fmt"
	"log"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/dateline-go/dateline/internal/gen/jackknife"
	"github.com/dateline-go/dateline/internal/gen/origin"
)

var (
	taggedDir = flag.String("tagged", "", "folder of the training files with predicted tags")
	goldTags  = flag.Bool("gold", false, "learn from gold tags and measure on them")
	onDev     = flag.Bool("dev", false, "measure on the development files")
	out       = flag.String("o", ".", "folder to write to")
	first     = flag.Int("first", 2, "passes of the first training, which chooses the weights")
	epochs    = flag.Int("epochs", 5, "passes of the second training")
	least     = flag.Int("least", 3, "a feature must occur this often")
	margin    = flag.Float64("margin", 5, "update while the right action leads by no more than this")
	early     = flag.Float64("early", 20, "the same for the levels of templates before the last")
	stop      = flag.Float64("stop", 130, "lead by which the first level decides")
	stopNext  = flag.Float64("stopnext", 120, "lead by which the next level decides")
	truth     = flag.Float64("truth", 0.3, "how often to learn from a sentence with the tags of the treebank")
	explore   = flag.Float64("explore", 0.9, "how often to follow a wrong action")
	madeUp    = flag.Int("news", 3000, "made-up sentences of agency copy added to the corpora")
	weights   = flag.Int("weights", 1000000, "weights kept for the second training; 0 is all, and no second")
	rankPower = flag.Float64("rank", -0.15, "a weight ranks by its size times the count of its feature to this power")
	seeds     = flag.Int("seeds", 6, "second trainings in different orders, whose weights are averaged")
	jack      = flag.String("jackknife", "", "folder for training files with predicted trees, instead of a model")
	folds     = flag.Int("folds", 5, "folds of -jackknife")
)

//go:embed SOURCES
var sources string

var files = []string{"en_ewt-ud", "en_gum-free"}

func main() {
	log.SetFlags(0)
	flag.Parse()
	if err := run(); err != nil {
		log.Fatal("syntax: ", err)
	}
}

func run() error {
	data, err := origin.Data(sources)
	if errors.Is(err, origin.ErrAbsent) {
		log.Print("syntax: ", err)
		return nil
	}
	if err != nil {
		return err
	}
	ud := filepath.Join(data, "train", "ud")
	if *taggedDir == "" && !*goldTags {
		dir, err := jackknife.Tag(data)
		if err != nil {
			return err
		}
		defer os.RemoveAll(dir)
		*taggedDir = dir
	}
	train, err := corpora(ud)
	if err != nil {
		return err
	}
	if *jack != "" {
		return jackknifed(train)
	}
	var dev [][]*sentence
	if *onDev {
		src := predicted
		if *goldTags {
			src = gold
		}
		for _, name := range files {
			s, err := read(filepath.Join(ud, name+"-dev.conllu"), src)
			if err != nil {
				return err
			}
			dev = append(dev, s)
		}
	}
	m, packed, err := build(slices.Concat(train...), dev)
	if err != nil {
		return err
	}
	note := fmt.Sprintf("%d features, %d weights", m.features(), m.weights())
	log.Print("syntax: ", len(packed), " bytes, ", note)
	return origin.Write(*out, "syntax.bin", packed, note)
}

// corpora are the training files in folder ud, with the tags to learn from.
func corpora(ud string) ([][]*sentence, error) {
	var train [][]*sentence
	for _, name := range files {
		path, src := filepath.Join(*taggedDir, name+"-train-tagged.conllu"), tagsOnly
		if *goldTags {
			path, src = filepath.Join(ud, name+"-train.conllu"), gold
		}
		s, err := read(path, src)
		if err != nil {
			return nil, err
		}
		if *truth > 0 && !*goldTags {
			g, err := read(filepath.Join(ud, name+"-train.conllu"), gold)
			if err != nil {
				return nil, err
			}
			for i := range s {
				s[i].gold = g[i].words
			}
		}
		train = append(train, s)
	}
	return train, nil
}

// build trains a model on train and made-up sentences, and packs it.
func build(train []*sentence, dev [][]*sentence) (*model, []byte, error) {
	made, err := through(news(*madeUp), predicted)
	if err != nil {
		return nil, nil, err
	}
	train = append(train, made...)
	for _, s := range train {
		s.projectivize()
	}
	m := newModel(inventory(train))
	log.Println(len(train), "sentences", len(m.acts), "actions")
	m.collect(train, *least)
	if *weights > 0 {
		m.train(train, nil, *first, 1)
		m = m.averaged().keep(*weights)
	}
	m = m.committee(train, dev)
	log.Println("whole:", m.weights(), "weights", m.measure(dev))
	m.quantize()
	log.Println("packed:", m.weights(), "weights", m.measure(dev))
	data, err := m.pack()
	return m, data, err
}

// committee trains m several times, each in an order of its own, and gives the
// mean of the averaged models. The scores of linear models add up, so that it
// decides as all of them together would.
func (m *model) committee(train []*sentence, dev [][]*sentence) *model {
	var sum *model
	for seed := range *seeds {
		for _, r := range m.rows {
			for i := range r {
				r[i] = entry{act: r[i].act}
			}
		}
		m.steps = 0
		m.train(train, dev, *epochs, uint64(seed)+1)
		a := m.averaged()
		if sum == nil {
			sum = a
		} else {
			sum.add(a)
		}
		if *seeds > 1 {
			log.Println("member", seed+1, a.measure(dev), "together", sum.measure(dev))
		}
	}
	return sum
}

func (m *model) train(sents []*sentence, dev [][]*sentence, epochs int, seed uint64) {
	rng := rand.New(rand.NewPCG(seed, 2))
	for e := range epochs {
		t := time.Now()
		x := *explore
		if e == 0 {
			x = 0
		}
		wrong := m.epoch(sents, rng, x)
		s := ""
		if e == epochs-1 && dev != nil && *seeds == 1 {
			s = m.averaged().measure(dev)
		}
		log.Printf("epoch %d: %d wrong, %.0fs%s", e+1, wrong, time.Since(t).Seconds(), s)
	}
}

func (m *model) measure(dev [][]*sentence) (s string) {
	for _, d := range dev {
		u, l, decided := m.las(d, m.stops())
		s += fmt.Sprintf("  uas %.2f las %.2f (%.0f%% decided early)", u, l, decided)
	}
	return s
}
