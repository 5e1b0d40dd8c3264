// Command name makes the table of names and trains the recogniser of
// internal/name, from the corpora that SOURCES lists. The same data give the
// same bytes. Without the corpora it leaves the tree alone and says so.
package main

import (
	"bufio"
	"crypto/sha256"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/dateline-go/dateline/internal/name"
	"github.com/dateline-go/dateline/internal/tag"
	"github.com/dateline-go/dateline/internal/token"
)

// titles are the words of the table that stand before persons' names.
var places = map[string]bool{}

var titles = map[string]bool{}

// verbose prints each error.
var verbose bool

var (
	dumpSet  string
	synN     int
	privates string
	synW     float64
	unerW    float64
	copyW    float64
)

// norpWords are the sorted one-word demonyms of the table.
var norpWords []string

func main() {
	data := flag.String("data", os.Getenv("DATELINE_DATA"), "directory of the corpora")
	out := flag.String("out", ".", "directory of internal/name")
	lists := flag.String("lists", "../gen/name/lists", "directory of the word lists")
	tableOnly := flag.Bool("table", false, "make the table only")
	held := flag.String("hold", "", "leave this corpus out and measure on it")
	modelOut := flag.String("model", "", "write the model here, not to -out")
	eval := flag.Bool("eval", false, "do not train: measure the model at hand")
	var o options
	flag.IntVar(&o.epochs, "epochs", 15, "epochs")
	flag.IntVar(&o.runs, "runs", 4, "runs whose weights are averaged")
	flag.Float64Var(&o.rate, "rate", 0.2, "rate of AdaGrad")
	flag.Float64Var(&o.l1, "l1", 0.15, "L1 an epoch")
	flag.Float64Var(&o.l2, "l2", 0, "L2 an epoch")
	flag.Float64Var(&o.drop, "drop", 0.2, "chance to leave out a word's form")
	flag.Float64Var(&o.dropAny, "dropany", 0.2, "chance to leave out any feature")
	flag.Float64Var(&o.start, "start", 1, "start of AdaGrad's sums")
	flag.IntVar(&o.minCount, "min", 3, "times that a feature must be seen")
	flag.Float64Var(&o.dropTags, "droptags", 0.1, "chance to leave out the tags of a stretch")
	flag.Float64Var(&copyW, "copies", 0.5, "weight of copies in other letter cases")
	tagged := flag.String("tagged", "", "directory of the training files with predicted tags; empty: made anew by gen/tag -jackknife")
	btc := flag.String("btc", "a,b,e,g", "sections of BTC")
	use := flag.String("use", "uner,wiki,btc,gum,syn", "corpora to train on")
	corpus := flag.String("corpus", "../../testdata/corpus", "directory of the hand-made check sets")
	flag.BoolVar(&verbose, "errors", false, "print each error")
	flag.StringVar(&privates, "private", "wiki,btc,gum", "corpora with features of their own")
	flag.Float64Var(&unerW, "uner", 2, "weight of UNER")
	flag.IntVar(&synN, "synthetic", 9000, "sentences made from templates")
	flag.Float64Var(&synW, "weight", 0.5, "weight of made-up sentences")
	flag.StringVar(&dumpSet, "dump", "", "print the names of a corpus")
	flag.Parse()
	for _, d := range []string{"../../../shared", "../../../../shared"} {
		if _, err := os.Stat(d); err == nil && *data == "" {
			*data = d
		}
	}
	if err := run(*data, *out, *lists, *tableOnly, *held, *modelOut, *eval, *btc, *use, *corpus, *tagged, o); err != nil {
		fmt.Fprintln(os.Stderr, "gen/name:", err)
		os.Exit(1)
	}
}

func run(data, out, lists string, tableOnly bool, held, modelOut string, eval bool, btc, use, corpus, tags string, o options) error {
	ner := filepath.Join(data, "train/ner")
	if _, err := os.Stat(ner); err != nil {
		fmt.Println("gen/name: no corpora at", data, "- nothing changed")
		return nil
	}
	p, pools := phrases{}, map[string][]string{}
	if err := p.readLists(lists, pools); err != nil {
		return err
	}
	if err := p.readData(data); err != nil {
		return err
	}
	if err := p.readCommon(filepath.Join(data, "train/ud/en_ewt-ud-train.conllu"), filepath.Join(data, "train/ud/en_gum-free-train.conllu")); err != nil {
		return err
	}
	for s, c := range p {
		if c&(name.Country|name.CityLarge|name.CityMid|name.Division|name.Region) != 0 {
			places[s] = true
		}
		if c&name.Title != 0 {
			titles[s] = true
		}
		if c&name.Demonym != 0 && !strings.Contains(s, " ") {
			norpWords = append(norpWords, s)
		}
	}
	slices.Sort(norpWords)
	if tableOnly {
		b := p.pack()
		fmt.Println("phrases", len(p), "bytes", len(b))
		if err := writeSum(filepath.Join(out, "table"), b, fmt.Sprintf("%d phrases", len(p))); err != nil {
			return err
		}
		return os.WriteFile(filepath.Join(out, "table.bin"), b, 0o644)
	}
	tagger, ok := tag.Default()
	if !ok {
		return errors.New("the embedded tagger is corrupt")
	}
	tagged := map[string][]token.XPOS{}
	if !eval {
		var err error
		if tagged, err = jackknifed(data, tags); err != nil {
			return err
		}
	}
	sets := map[string][]article{
		"uner": readUNER(filepath.Join(ner, "uner_ewt-train.iob2")),
		"wiki": readColumns(filepath.Join(ner, "wikigold/CONLL-format/data/wikigold.conll.txt"), " ", 0),
		"syn":  synthetic(filepath.Join(lists, "templates.tmpl"), p, pools, synN),
		"gum":  readGUM(filepath.Join(data, "train/ud/en_gum-free-train.conllu")),
		"btc":  readBTC(filepath.Join(ner, "BTC/CONLL-format/data"), strings.Split(btc, ",")...),
	}
	dev := readUNER(filepath.Join(ner, "uner_ewt-dev.iob2"))
	gumDev := readGUM(filepath.Join(data, "train/ud/en_gum-free-dev.conllu"))
	hand := readHand(corpus)
	small := map[string][]article{"uner": recased(sets["uner"], inSmall)}
	caps := map[string][]article{}
	for _, n := range []string{"uner", "wiki", "gum"} {
		caps[n] = recased(sets[n], inCapitals)
	}
	for _, m := range []map[string][]article{sets, small, caps} {
		for _, as := range m {
			for i := range as {
				as[i].build(tagger, tagged)
			}
			addNORP(as)
		}
	}
	for _, as := range [][]article{dev, hand, gumDev} {
		for i := range as {
			as[i].build(tagger, tagged)
		}
	}
	if dumpSet != "" {
		dump(sets[dumpSet])
		return nil
	}
	model := name.Model()
	if eval && modelOut != "" {
		b, _ := os.ReadFile(modelOut)
		model = string(b)
	}
	if !eval {
		t := &trainer{o: o, index: map[uint64]int32{}}
		for _, n := range strings.Split(use, ",") {
			if n != held && len(sets[n]) > 0 {
				w := float32(1)
				switch n {
				case "uner":
					w = float32(unerW)
				case "syn":
					w = float32(synW)
				}
				private := uint64(1 + strings.Index(privates, n))
				t.extract(sets[n], w, private)
				// Copies have no features of their own: in capitals the corpora
				// teach one another more than they disagree.
				t.extract(small[n], float32(copyW), 0)
				t.extract(caps[n], float32(copyW), 0)
			}
		}
		log := bufio.NewWriter(os.Stderr)
		model = string(name.BuildModel(t.train(log)))
		log.Flush()
		if modelOut == "" {
			if err := writeSum(filepath.Join(out, "model"), []byte(model), strings.ReplaceAll(use, ",", " ")); err != nil {
				return err
			}
			modelOut = filepath.Join(out, "model.bin")
		}
		if err := os.WriteFile(modelOut, []byte(model), 0o644); err != nil {
			return err
		}
		fmt.Println("model", len(model), "bytes")
	}
	report("dev ", dev, model)
	if held != "" {
		report(held, sets[held], model)
	}
	report("hand", hand, model)
	report("gum ", gumDev, model)
	return nil
}

// writeSum writes what stands in the binary file beside it.
func writeSum(base string, b []byte, what string) error {
	l := fmt.Sprintf("%s.bin %s, %d bytes, sha256 %x\n", filepath.Base(base), what, len(b), sha256.Sum256(b))
	return os.WriteFile(base+".sum", []byte(l), 0o644)
}

// readHand reads the hand-made sets: "[PER Kaja Kallas] said ..." a line.
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
			if e := entType(t, nil); e != 0 {
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

// report prints precision, recall and F1 over PER, ORG and LOC.
func report(title string, as []article, model string) {
	var tp, np, ng [6]int
	kinds := map[string]int{}
	untyped := 0
	for _, a := range as {
		name.FindWith(a.doc, model)
		gold := map[token.Span]token.EntType{}
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
					gold[token.Span{Start: at + int32(i), End: at + int32(j)}] = t
					ng[t]++
					ng[0]++
				}
				i = j - 1
			}
			at += int32(len(s.labels))
		}
		for _, e := range a.doc.Ents {
			if e.Type > token.LOC {
				continue
			}
			np[e.Type]++
			np[0]++
			if verbose {
				g, ok := gold[token.Span{Start: e.First, End: e.Last}]
				if !ok || g != e.Type {
					k := fmt.Sprintf("%s for %s", e.Type, g)
					if !ok {
						k = fmt.Sprintf("%s false", e.Type)
						for sp := range gold {
							if sp.Start < e.Last && e.First < sp.End {
								k = fmt.Sprintf("%s bounds of %s", e.Type, gold[sp])
							}
						}
					}
					kinds[k]++
					fmt.Printf("%s\t%s\t%s\n", k, a.doc.Str(e.Span), a.doc.Str(a.doc.Sents[a.doc.Tokens[e.First].Sent].Span))
				}
			}
			if g, ok := gold[token.Span{Start: e.First, End: e.Last}]; ok {
				untyped++
				if g == e.Type {
					tp[g]++
					tp[0]++
				}
			}
			delete(gold, token.Span{Start: e.First, End: e.Last})
		}
		if verbose {
			for sp, t := range gold {
				over := false
				for _, e := range a.doc.Ents {
					over = over || sp.Start < e.Last && e.First < sp.End
				}
				if !over {
					kinds["missed "+t.String()]++
					fmt.Printf("missed %s\t%s\t%s\n", t, a.doc.Str(a.doc.SpanOf(sp.Start, sp.End)), a.doc.Str(a.doc.Sents[a.doc.Tokens[sp.Start].Sent].Span))
				}
			}
		}
	}
	if verbose {
		fmt.Println(kinds)
	}
	if verbose {
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
	f := func(t, p, g int) float64 { return 200 * float64(t) / float64(max(1, p+g)) }
	fmt.Printf("%s all P %.1f R %.1f F %.2f  PER %.1f ORG %.1f LOC %.1f untyped %.1f (%d)\n", title, 100*float64(tp[0])/float64(max(1, np[0])), 100*float64(tp[0])/float64(max(1, ng[0])),
		f(tp[0], np[0], ng[0]), f(tp[1], np[1], ng[1]), f(tp[2], np[2], ng[2]), f(tp[3], np[3], ng[3]), f(untyped, np[0], ng[0]), ng[0])
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
