// Command place writes the predictions of internal/place for a file of
// articles, in the form that the scorer of the corpora reads: JSON lines of
// {doc, text} in, {doc, toponyms} out, offsets in bytes.
package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"log"
	"os"

	"github.com/dateline-go/dateline/internal/gazetteer"
	"github.com/dateline-go/dateline/internal/name"
	"github.com/dateline-go/dateline/internal/place"
	"github.com/dateline-go/dateline/internal/segment"
	"github.com/dateline-go/dateline/internal/syntax"
	"github.com/dateline-go/dateline/internal/tag"
)

type toponym struct {
	Start int32    `json:"start"`
	End   int32    `json:"end"`
	Name  string   `json:"name"`
	Lat   *float64 `json:"lat"`
	Lon   *float64 `json:"lon"`
	ID    int32    `json:"geonameid,omitempty"`
	Rule  string   `json:"rule"`
	Score float64  `json:"score"`
	Place string   `json:"place"`
}

func main() {
	log.SetFlags(0)
	demonyms := flag.Bool("demonyms", false, "report demonyms too")
	bare := flag.Bool("bare", false, "without tags, trees and entities")
	parse := flag.Bool("parse", false, "with trees")
	flag.Parse()
	g := gazetteer.Default()
	in := bufio.NewScanner(os.Stdin)
	in.Buffer(nil, 1<<26)
	out := json.NewEncoder(os.Stdout)
	for in.Scan() {
		var a struct{ Doc, Text string }
		if err := json.Unmarshal(in.Bytes(), &a); err != nil {
			log.Fatal(err)
		}
		d := segment.Segment(a.Text)
		if !*bare {
			tag.Tag(d)
			if *parse {
				syntax.Parse(d)
			}
			name.Find(d)
		}
		tops := []toponym{}
		for _, m := range place.Find(d, g, place.Options{Demonyms: *demonyms}) {
			t := toponym{Start: m.Start, End: m.End, Name: d.Str(m.Span), ID: m.GeoNamesID, Rule: m.Rule, Score: m.Score}
			if m.Resolved {
				lat, lon := m.Lat, m.Lon
				t.Lat, t.Lon, t.Place = &lat, &lon, m.Place.Name+" "+m.Kind.String()+" "+m.Country+" "+m.Division
			}
			tops = append(tops, t)
		}
		if err := out.Encode(map[string]any{"doc": a.Doc, "toponyms": tops}); err != nil {
			log.Fatal(err)
		}
	}
}
