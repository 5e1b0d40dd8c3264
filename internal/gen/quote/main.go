// Command quote reads articles as JSON Lines ({"doc", "text"}) and writes the
// statements found in each, in the form that the scorer of quotations reads,
// with offsets in bytes. Nested statements are left out unless -nested is
// given: the scorer's gold holds the outer ones.
package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"log"
	"os"

	"github.com/dateline-go/dateline/internal/actor"
	"github.com/dateline-go/dateline/internal/coref"
	"github.com/dateline-go/dateline/internal/name"
	"github.com/dateline-go/dateline/internal/quote"
	"github.com/dateline-go/dateline/internal/segment"
	"github.com/dateline-go/dateline/internal/syntax"
	"github.com/dateline-go/dateline/internal/tag"
	"github.com/dateline-go/dateline/internal/token"
)

type statement struct {
	Kind     string     `json:"kind"`
	Spans    [][2]int32 `json:"spans"`
	Speakers [][2]int32 `json:"speaker_spans"`
	Cues     [][2]int32 `json:"cue_spans"`
	Name     string     `json:"speaker_name,omitempty"`
	Rule     string     `json:"rule"`
	Lemma    string     `json:"lemma"`
}

func main() {
	log.SetFlags(0)
	nested := flag.Bool("nested", false, "write nested statements too")
	every := flag.Int("every", 1, "read one article in `n`")
	flag.Parse()
	in := bufio.NewReaderSize(os.Stdin, 1<<20)
	out := json.NewEncoder(os.Stdout)
	dec := json.NewDecoder(in)
	for n := 0; dec.More(); n++ {
		var a struct{ Doc, Text string }
		if err := dec.Decode(&a); err != nil {
			log.Fatal(err)
		}
		if n%*every != 0 {
			continue
		}
		d := segment.Segment(a.Text)
		tag.Tag(d)
		syntax.Parse(d)
		name.Find(d)
		actors := coref.Resolve(d, actor.Find(d, actor.Options{}), coref.Options{})
		found := []statement{}
		for _, s := range quote.Find(d, quote.Input{Actors: actors}) {
			if s.Parent != token.None && !*nested {
				continue
			}
			o := statement{Kind: s.Kind.String(), Rule: s.Rule, Lemma: s.CueLemma}
			for _, c := range s.Content {
				o.Spans = append(o.Spans, [2]int32{c.Start, c.End})
			}
			if s.Speaker.Len() > 0 {
				o.Speakers = append(o.Speakers, [2]int32{s.Speaker.Start, s.Speaker.End})
			}
			if s.Cue.Len() > 0 {
				o.Cues = append(o.Cues, [2]int32{s.Cue.Start, s.Cue.End})
			}
			if s.SpeakerActor != token.None {
				o.Name = actors[s.SpeakerActor].Name
			}
			found = append(found, o)
		}
		if err := out.Encode(struct {
			Doc    string      `json:"doc"`
			Quotes []statement `json:"quotes"`
		}{a.Doc, found}); err != nil {
			log.Fatal(err)
		}
	}
}
