// Command name makes the table of names and trains the recogniser of
// internal/name, from the corpora that SOURCES lists. The same data give the
// same bytes. Without the corpora it leaves the tree alone and says so.
package main

import (
	"bufio"
	_ "embed"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/dateline-go/dateline/internal/gen/origin"
	"github.com/dateline-go/dateline/internal/name"
	"github.com/dateline-go/dateline/internal/tag"
	"github.com/dateline-go/dateline/internal/token"
)

//go:embed SOURCES
var sources string

// config is what the flags say.
type config struct {
	out       string // folder of internal/name
	lists     string // folder of the word lists
	checks    string // folder of the hand-made check sets
	model     string // where to write the model, or to read it with eval; "": in out
	tagged    string // folder of the training files with predicted tags; "": made anew
	tableOnly bool
	eval      bool   // measure the model at hand, do not train
	errors    bool   // print each error
	dump      string // print the names of this corpus, do nothing else
	held      string // leave this corpus out and measure on it
	btc       string // sections of BTC
	use       string // corpora to train on
	private   string // corpora with features of their own
	made      int    // sentences made from templates
	weights   struct{ uner, made, copies float64 }
	train     options
}

func parseFlags() config {
	var c config
	flag.StringVar(&c.out, "out", ".", "folder of internal/name")
	flag.StringVar(&c.lists, "lists", "../gen/name/lists", "folder of the word lists")
	flag.BoolVar(&c.tableOnly, "table", false, "make the table only")
	flag.StringVar(&c.held, "hold", "", "leave this corpus out and measure on it")
	flag.StringVar(&c.model, "model", "", "write the model here, not to -out")
	flag.BoolVar(&c.eval, "eval", false, "do not train: measure the model at hand")
	flag.IntVar(&c.train.epochs, "epochs", 8, "epochs")
	flag.IntVar(&c.train.runs, "runs", 3, "runs whose weights are averaged")
	flag.Float64Var(&c.train.rate, "rate", 0.2, "rate of AdaGrad")
	flag.Float64Var(&c.train.l1, "l1", 0.15, "L1 an epoch")
	flag.Float64Var(&c.train.l2, "l2", 0, "L2 an epoch")
	flag.Float64Var(&c.train.drop, "drop", 0.2, "chance to leave out a word's form")
	flag.Float64Var(&c.train.dropAny, "dropany", 0.2, "chance to leave out any feature")
	flag.Float64Var(&c.train.start, "start", 1, "start of AdaGrad's sums")
	flag.IntVar(&c.train.minCount, "min", 3, "times that a feature must be seen")
	flag.Float64Var(&c.train.dropTags, "droptags", 0.1, "chance to leave out the tags of a stretch")
	flag.Float64Var(&c.weights.copies, "copies", 0.5, "weight of copies in other letter cases")
	flag.StringVar(&c.tagged, "tagged", "", "folder of the training files with predicted tags; empty: made anew by gen/tag -jackknife")
	flag.StringVar(&c.btc, "btc", "a,b,e,g", "sections of BTC")
	flag.StringVar(&c.use, "use", "uner,wiki,btc,gum,syn", "corpora to train on")
	flag.StringVar(&c.checks, "corpus", "../../testdata/corpus", "folder of the hand-made check sets")
	flag.BoolVar(&c.errors, "errors", false, "print each error")
	flag.StringVar(&c.private, "private", "wiki,btc,gum", "corpora with features of their own")
	flag.Float64Var(&c.weights.uner, "uner", 2, "weight of UNER")
	flag.IntVar(&c.made, "synthetic", 9000, "sentences made from templates")
	flag.Float64Var(&c.weights.made, "weight", 0.5, "weight of made-up sentences")
	flag.StringVar(&c.dump, "dump", "", "print the names of a corpus")
	flag.Parse()
	return c
}

func main() {
	if err := run(parseFlags()); err != nil {
		fmt.Fprintln(os.Stderr, "gen/name:", err)
		os.Exit(1)
	}
}

func run(c config) error {
	data, err := origin.Data(sources)
	if errors.Is(err, origin.ErrAbsent) {
		fmt.Fprintln(os.Stderr, "gen/name:", err)
		return nil
	}
	if err != nil {
		return err
	}
	p, pools := phrases{}, map[string][]string{}
	if err := p.readLists(c.lists, pools); err != nil {
		return err
	}
	if err := p.readData(data); err != nil {
		return err
	}
	if err := p.readCommon(filepath.Join(data, "train/ud/en_ewt-ud-train.conllu"),
		filepath.Join(data, "train/ud/en_gum-free-train.conllu")); err != nil {
		return err
	}
	if c.tableOnly {
		return origin.Write(c.out, "table.bin", p.pack(), fmt.Sprintf("%d phrases", len(p)))
	}
	s := c.read(data, p, pools)
	if c.dump != "" {
		dump(s.train[c.dump])
		return nil
	}
	if err := c.build(s, data, p.vocabulary()); err != nil {
		return err
	}
	model, err := c.learn(s)
	if err != nil {
		return err
	}
	report("dev ", s.dev, model, c.errors)
	if c.held != "" {
		report(c.held, s.train[c.held], model, c.errors)
	}
	report("hand", s.hand, model, c.errors)
	report("gum ", s.gumDev, model, c.errors)
	return nil
}

// sets are the corpora by name, their copies in other letter cases, and what
// is measured on.
type sets struct {
	train, small, caps map[string][]article
	dev, gumDev, hand  []article
}

func (c *config) read(data string, p phrases, pools map[string][]string) sets {
	ner := filepath.Join(data, "train/ner")
	v := p.vocabulary()
	s := sets{train: map[string][]article{
		"uner": v.readUNER(filepath.Join(ner, "uner_ewt-train.iob2")),
		"wiki": v.readColumns(filepath.Join(ner, "wikigold/CONLL-format/data/wikigold.conll.txt"), " ", 0),
		"syn":  synthetic(filepath.Join(c.lists, "templates.tmpl"), p, pools, c.made),
		"gum":  v.readGUM(filepath.Join(data, "train/ud/en_gum-free-train.conllu")),
		"btc":  v.readBTC(filepath.Join(ner, "BTC/CONLL-format/data"), strings.Split(c.btc, ",")...),
	}}
	s.dev = v.readUNER(filepath.Join(ner, "uner_ewt-dev.iob2"))
	s.gumDev = v.readGUM(filepath.Join(data, "train/ud/en_gum-free-dev.conllu"))
	s.hand = readHand(c.checks)
	s.small = map[string][]article{"uner": recased(s.train["uner"], inSmall)}
	s.caps = map[string][]article{}
	for _, n := range []string{"uner", "wiki", "gum"} {
		s.caps[n] = recased(s.train[n], inCapitals)
	}
	return s
}

// build makes the arenas of all articles, with the tags that the recogniser
// will find.
func (c *config) build(s sets, data string, v vocabulary) error {
	tagger, ok := tag.Default()
	if !ok {
		return errors.New("the embedded tagger is corrupt")
	}
	tagged := map[string][]token.XPOS{}
	if !c.eval {
		var err error
		if tagged, err = jackknifed(data, c.tagged); err != nil {
			return err
		}
	}
	for _, m := range []map[string][]article{s.train, s.small, s.caps} {
		for _, as := range m {
			for i := range as {
				as[i].build(tagger, tagged)
			}
			v.addNORP(as)
		}
	}
	for _, as := range [][]article{s.dev, s.hand, s.gumDev} {
		for i := range as {
			as[i].build(tagger, tagged)
		}
	}
	return nil
}

// learn trains the model and writes it, or gives the one at hand.
func (c *config) learn(s sets) (string, error) {
	if c.eval {
		if c.model == "" {
			return name.Model(), nil
		}
		b, err := os.ReadFile(c.model)
		return string(b), err
	}
	t := &trainer{o: c.train, index: map[uint64]int32{}}
	for _, n := range strings.Split(c.use, ",") {
		if n == c.held || len(s.train[n]) == 0 {
			continue
		}
		private := uint64(1 + strings.Index(c.private, n))
		t.extract(s.train[n], c.weight(n), private)
		// Copies have no features of their own: in capitals the corpora
		// teach one another more than they disagree.
		t.extract(s.small[n], float32(c.weights.copies), 0)
		t.extract(s.caps[n], float32(c.weights.copies), 0)
	}
	log := bufio.NewWriter(os.Stderr)
	model := name.BuildModel(t.train(log))
	log.Flush()
	fmt.Println("model", len(model), "bytes")
	if c.model != "" {
		return string(model), os.WriteFile(c.model, model, 0o644)
	}
	return string(model), origin.Write(c.out, "model.bin", model, strings.ReplaceAll(c.use, ",", " "))
}

// weight is that of a corpus.
func (c *config) weight(corpus string) float32 {
	switch corpus {
	case "uner":
		return float32(c.weights.uner)
	case "syn":
		return float32(c.weights.made)
	}
	return 1
}

// readHand reads the hand-made sets: "[PER Ana Brandt] said ..." a line.
func readHand(dir string) []article {
	files, _ := filepath.Glob(filepath.Join(dir, "name*.txt"))
	slices.Sort(files)
	var out []article
	for _, f := range files {
		a := article{}
		for l := range lines(f) {
			if l == "" || l[0] == '#' {
				if l == "" && len(a.sents) > 0 {
					out = append(out, a)
					a = article{}
				}
				continue
			}
			a.sents = append(a.sents, parseHand(l))
		}
		if len(a.sents) > 0 {
			out = append(out, a)
		}
	}
	return out
}

func parseHand(l string) sentence {
	var s sentence
	var typ token.EntType
	start := -1
	for _, w := range strings.Fields(l) {
		if t, ok := strings.CutPrefix(w, "["); ok && start < 0 && len(t) >= 3 {
			if e := entType(t); e != 0 {
				typ, start = e, len(s.words)
				continue
			}
		}
		end := start >= 0 && strings.HasSuffix(w, "]")
		if end {
			w = w[:len(w)-1]
		}
		s.words = append(s.words, w)
		s.labels = append(s.labels, 0)
		if end {
			n := len(s.words) - start
			for k := range n {
				s.labels[start+k] = uint8(name.Label(typ, k, n))
			}
			start = -1
		}
	}
	return s
}

// A tally counts names: right, found and wanted, by type, and of all at 0.
type tally struct {
	right, found, wanted [6]int
	untyped              int            // bounds right, whatever the type
	errors               map[string]int // by kind, if they are asked for
}

// report prints precision, recall and F1 over PER, ORG and LOC, and each error
// if asked.
func report(title string, as []article, model string, verbose bool) {
	var y tally
	if verbose {
		y.errors = map[string]int{}
	}
	for _, a := range as {
		name.FindWith(a.doc, model)
		y.count(a)
	}
	if verbose {
		fmt.Println(y.errors)
		outside(as)
	}
	f := func(t, p, g int) float64 { return 200 * float64(t) / float64(max(1, p+g)) }
	of := func(t int) float64 { return f(y.right[t], y.found[t], y.wanted[t]) }
	fmt.Printf("%s all P %.1f R %.1f F %.2f  PER %.1f ORG %.1f LOC %.1f untyped %.1f (%d)\n", title,
		100*float64(y.right[0])/float64(max(1, y.found[0])), 100*float64(y.right[0])/float64(max(1, y.wanted[0])),
		of(0), of(1), of(2), of(3), f(y.untyped, y.found[0], y.wanted[0]), y.wanted[0])
}

// count adds the names of a.
func (y *tally) count(a article) {
	gold := goldNames(a)
	for _, g := range gold {
		y.wanted[g.Type]++
		y.wanted[0]++
	}
	for _, e := range a.doc.Ents {
		if e.Type > token.LOC {
			continue
		}
		y.found[e.Type]++
		y.found[0]++
		k := slices.IndexFunc(gold, func(g token.Entity) bool { return g.First == e.First && g.Last == e.Last })
		if k >= 0 {
			y.untyped++
			if gold[k].Type == e.Type {
				y.right[e.Type]++
				y.right[0]++
				continue
			}
		}
		y.tell(a, wrongly(e, gold, k), e.First, e.Last)
	}
	for _, g := range gold {
		if !slices.ContainsFunc(a.doc.Ents, func(e token.Entity) bool { return g.First < e.Last && e.First < g.Last }) {
			y.tell(a, "missed "+g.Type.String(), g.First, g.Last)
		}
	}
}

// wrongly names the error in e: its type, its bounds, or all; k is the name
// of gold that has its bounds, or -1.
func wrongly(e token.Entity, gold []token.Entity, k int) string {
	if k >= 0 {
		return fmt.Sprintf("%s for %s", e.Type, gold[k].Type)
	}
	for _, g := range gold {
		if g.First < e.Last && e.First < g.Last {
			return fmt.Sprintf("%s bounds of %s", e.Type, g.Type)
		}
	}
	return fmt.Sprintf("%s false", e.Type)
}

// tell counts and prints an error, if they are asked for.
func (y *tally) tell(a article, kind string, first, last int32) {
	if y.errors == nil {
		return
	}
	y.errors[kind]++
	fmt.Printf("%s\t%s\t%s\n", kind, a.doc.Str(a.doc.SpanOf(first, last)), a.doc.Str(a.doc.Sents[a.doc.Tokens[first].Sent].Span))
}

// goldNames are the persons, organisations and places that the labels of a
// say, in their order.
func goldNames(a article) []token.Entity {
	var out []token.Entity
	at := int32(0)
	for _, s := range a.sents {
		for i := 0; i < len(s.labels); i++ {
			l := int(s.labels[i])
			if l == 0 {
				continue
			}
			j := i + 1
			for j < len(s.labels) && name.Allowed(int(s.labels[j-1]), int(s.labels[j])) && !name.Allowed(0, int(s.labels[j])) {
				j++
			}
			if t := token.EntType((l-1)/4 + 1); t <= token.LOC {
				out = append(out, token.Entity{First: at + int32(i), Last: at + int32(j), Type: t})
			}
			i = j - 1
		}
		at += int32(len(s.labels))
	}
	return out
}

// outside prints the words of names that the recogniser does not look at.
func outside(as []article) {
	var x name.Extractor
	miss := 0
	for _, a := range as {
		for si, s := range a.sents {
			x.Begin(a.doc, si)
			for i, l := range s.labels {
				if l != 0 && l <= 12 && !x.Candidate(i) {
					miss++
					fmt.Println("NOCAND", s.words[i], "in", strings.Join(s.words[max(0, i-3):min(len(s.words), i+3)], " "))
				}
			}
		}
	}
	fmt.Println("words outside candidates", miss)
}

// dump prints the names of a corpus, for a look at a conversion.
func dump(as []article) {
	for _, a := range as {
		for _, s := range a.sents {
			for i := 0; i < len(s.labels); i++ {
				if l := int(s.labels[i]); l != 0 {
					j := i + 1
					for j < len(s.labels) && s.labels[j] != 0 && !name.Allowed(0, int(s.labels[j])) {
						j++
					}
					fmt.Println(token.EntType((l-1)/4+1), strings.Join(s.words[i:j], " "))
					i = j - 1
				}
			}
		}
	}
}
