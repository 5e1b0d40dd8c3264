// Command syntax trains the dependency parser of internal/syntax.
package main

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"time"
)

var (
	trainPaths = flag.String("train", "", "CoNLL-U files to learn from, with the tags to learn from, comma-separated")
	devPaths   = flag.String("dev", "", "CoNLL-U files to measure on, comma-separated")
	epochs     = flag.Int("epochs", 8, "passes over the data")
	least      = flag.Int("least", 3, "a feature must occur this often")
	margin     = flag.Float64("margin", 0, "update while the right action leads by no more than this")
	share      = flag.Bool("share", true, "learn weights of the directions as such too")
	weights    = flag.Int("weights", 1000000, "weights kept in the second training; 0 is all, and no second")
	first      = flag.Int("first", 5, "passes of the first training, which chooses the weights")
	drop       = flag.Float64("drop", 0, "weights below this are dropped")
	rankPower  = flag.Float64("rank", 0.25, "a weight ranks by its size times the count of its feature to this power")
	out        = flag.String("out", "", "the packed model")
	explore    = flag.Float64("explore", 0.9, "how often to follow a wrong action")
)

func main() {
	flag.Parse()
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "syntax:", err)
		os.Exit(1)
	}
}

func run() error {
	train, err := read(*trainPaths)
	if err != nil {
		return err
	}
	for _, s := range train {
		s.projectivize()
	}
	var dev [][]*sentence
	for _, p := range splitList(*devPaths) {
		d, err := read(p)
		if err != nil {
			return err
		}
		dev = append(dev, d)
	}
	m := newModel(inventory(train))
	fmt.Fprintln(os.Stderr, len(train), "sentences", len(m.acts), "actions")
	m.collect(train, *least)
	if *weights > 0 {
		m.train(train, nil, *first)
		m = m.averaged().keep(*weights)
	}
	m.train(train, dev, *epochs)
	m = m.averaged()
	fmt.Fprintln(os.Stderr, "whole:", m.weights(), "weights", m.measure(dev))
	m.quantize(*drop)
	fmt.Fprintln(os.Stderr, "packed:", m.weights(), "weights", m.measure(dev))
	if *out == "" {
		return nil
	}
	data, err := m.pack()
	if err != nil {
		return err
	}
	fmt.Fprintln(os.Stderr, len(data), "bytes")
	return os.WriteFile(*out, data, 0o644)
}

func (m *model) train(sents []*sentence, dev [][]*sentence, epochs int) {
	rng := rand.New(rand.NewPCG(1, 2))
	for e := range epochs {
		t := time.Now()
		x := *explore
		if e == 0 {
			x = 0
		}
		wrong := m.epoch(sents, rng, x)
		fmt.Fprintf(os.Stderr, "epoch %d: %d wrong, %.0fs", e+1, wrong, time.Since(t).Seconds())
		if e%2 == 1 && e < epochs-1 && dev != nil {
			fmt.Fprint(os.Stderr, m.averaged().measure(dev))
		}
		fmt.Fprintln(os.Stderr)
	}
}

func (m *model) measure(dev [][]*sentence) (s string) {
	for _, d := range dev {
		u, l := m.las(d)
		s += fmt.Sprintf("  uas %.2f las %.2f", u, l)
	}
	return s
}
