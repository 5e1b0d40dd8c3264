package main

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/dateline-go/dateline"
)

// sampleCommand fills an archive with made articles: texts of a folder with
// other names, places, numbers and days, each story told by some sources that
// disagree here and there. It is how the pages are measured.
func sampleCommand(ctx context.Context, c *command) error {
	n := c.flags.Int("n", 1000, "how many articles")
	if err := c.flags.Parse(c.args); err != nil {
		return err
	}
	if c.flags.NArg() != 1 {
		return errors.New("name the folder with the texts")
	}
	ms, err := readModels(c.flags.Arg(0))
	if err != nil {
		return err
	}
	im := newImporter(c.store, c.stderr, c.quiet)
	t, err := im.run(ctx, samples(ms, *n), int64(*n))
	fmt.Fprintln(c.stdout, t.String())
	return err
}

// A model is a text with what is to be replaced in it.
type model struct {
	text    string
	persons []string // full names
	cities  []string
}

func readModels(folder string) ([]model, error) {
	files, err := filepath.Glob(filepath.Join(folder, "*.txt"))
	if err != nil {
		return nil, err
	}
	var out []model
	for _, f := range files {
		text, err := os.ReadFile(f)
		if err != nil {
			return nil, err
		}
		d, err := dateline.Parse(dateline.Article{Text: string(text)})
		if d == nil {
			return nil, fmt.Errorf("%s: %w", f, err)
		}
		m := model{text: string(text)}
		for _, a := range d.Actors {
			if a.Kind == dateline.ActorPerson && strings.Count(a.Name, " ") == 1 && proper(a.Name) {
				m.persons = append(m.persons, a.Name)
			}
		}
		for _, l := range d.Locations {
			if l.Place.Kind == dateline.LocationCity {
				m.cities = append(m.cities, d.Slice(l.Mentions[0].Span))
			}
		}
		out = append(out, m)
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("%s: there are no texts", folder)
	}
	return out, nil
}

var (
	sampleFirst = strings.Fields(`Ada Bruno Carla David Elena Farid Grace Hugo Irene Jonas Karim Lucia Marta Nils Olga Pavel
		Rosa Samir Tessa Viktor Wanda Yusuf Zora Anton Berta Cyril Dalia Emil Flora Gustav Helga Ivan`)
	sampleStart = strings.Fields(`Bar Bel Cor Dan Del Fer Gal Gor Hal Hen Jan Kal Kor Lan Lor Mal Mar Mor Nor Ol Pal Per Ral
		Ros Sal Sor Tal Tor Val Var Vol Wal Zan Zel`)
	sampleMiddle = strings.Fields(`a e i o an en in on ar er ir or al el il ol`)
	sampleEnd    = strings.Fields(`bach berg dale dez ford gren hart ides kamp lund man mont nen nik ova quist rova sen ska son
		stad ström ton vall ville vic wick wood yan zic`)
	sampleCities = strings.Split("Lagos Nairobi Lima Quito Hanoi Manila Dublin Oslo Vienna Zagreb Warsaw Lisbon Madrid Athens Ankara Cairo "+
		"Tunis Accra Dakar Lusaka Harare Bogota Caracas Santiago Montevideo Osaka Seoul Taipei Jakarta Perth Auckland Toronto Denver Houston "+
		"Phoenix Seattle Boston Atlanta Detroit Leeds Glasgow Cardiff Lyon Turin Naples Munich Leipzig Basel Antwerp Rotterdam", " ")
	sampleSources = strings.Split("Morning Ledger,Harbour Times,Northern Herald,City Courier,Evening Standard-Post,The Observer Weekly,"+
		"Valley Tribune,Coast Dispatch,Metro Wire,Capital Gazette,River Chronicle,Plains Examiner", ",")
	sampleDay = regexp.MustCompile(`\b(January|February|March|April|May|June|July|August|September|October|November|December|` +
		`(Jan|Feb|Aug|Sept?|Oct|Nov|Dec)\.?) \d{1,2}\b`)
	sampleNumber = regexp.MustCompile(`\b\d{2,3}\b`)
)

// samples makes n articles; the same ones each time.
func samples(ms []model, n int) iter.Seq[found] {
	return func(yield func(found) bool) {
		for i, story := 0, 0; i < n; story++ {
			r := rand.New(rand.NewPCG(uint64(story), 1))
			m := &ms[r.IntN(len(ms))]
			first := time.Date(2023, 1, 1, 6, 0, 0, 0, time.UTC).Add(time.Duration(r.IntN(730*24*60)) * time.Minute)
			text := m.retold(r, first)
			sources := slices.Clone(sampleSources)
			r.Shuffle(len(sources), func(a, b int) { sources[a], sources[b] = sources[b], sources[a] })
			for k := range 1 + min(r.IntN(8), r.IntN(8)) {
				if i == n {
					return
				}
				at := first.Add(time.Duration(k*r.IntN(1500)) * time.Minute)
				f := found{Where: "sample " + strconv.Itoa(i), Keys: []string{"sample:" + strconv.Itoa(i)}, Source: sources[k],
					Text: told(r, text, k), Published: dateline.MomentOf(at), Size: 1}
				f.Headline = headline(f.Text)
				if !yield(f) {
					return
				}
				i++
			}
		}
	}
}

// retold is the text with other names, places and days: another story.
func (m *model) retold(r *rand.Rand, day time.Time) string {
	pick := func(list []string) string { return list[r.IntN(len(list))] }
	var pairs []string
	for _, p := range m.persons {
		first, last, _ := strings.Cut(p, " ")
		newFirst, newLast := pick(sampleFirst), pick(sampleStart)+pick(sampleMiddle)+pick(sampleEnd)
		pairs = append(pairs, p, newFirst+" "+newLast, last, newLast, first, newFirst)
	}
	for _, c := range m.cities {
		pairs = append(pairs, c, pick(sampleCities))
	}
	text := strings.NewReplacer(pairs...).Replace(m.text)
	return sampleDay.ReplaceAllStringFunc(text, func(string) string { return day.AddDate(0, 0, r.IntN(9)-5).Format("January 2") })
}

// told is the text as the k-th source tells it: with paragraphs left out, and
// now and then with another number.
func told(r *rand.Rand, text string, k int) string {
	if k == 0 {
		return text
	}
	parts := strings.Split(text, "\n\n")
	kept := parts[:1:1]
	for _, p := range parts[1:] {
		if r.IntN(5) > 0 {
			kept = append(kept, p)
		}
	}
	return sampleNumber.ReplaceAllStringFunc(strings.Join(kept, "\n\n"), func(s string) string {
		if n, err := strconv.Atoi(s); err == nil && r.IntN(6) == 0 {
			return strconv.Itoa(n + 1 + r.IntN(5))
		}
		return s
	})
}
