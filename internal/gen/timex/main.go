// Command timex writes the time expressions of texts as JSON Lines, for the
// scorer of TimeML corpora. It reads JSON Lines of doc, dct and text from
// standard input.
package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"time"

	"github.com/dateline-go/dateline/internal/segment"
	"github.com/dateline-go/dateline/internal/syntax"
	"github.com/dateline-go/dateline/internal/tag"
	"github.com/dateline-go/dateline/internal/timex"
	"github.com/dateline-go/dateline/internal/when"
)

func main() {
	plain := flag.Bool("plain", false, "neither tag nor parse")
	rules := flag.Bool("rules", false, "write rule and text too")
	mode := flag.String("mode", "auto", "auto, news or narrative")
	flag.Parse()
	in := bufio.NewReaderSize(os.Stdin, 1<<20)
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	var spent time.Duration
	size := 0
	for {
		line, err := in.ReadBytes('\n')
		if len(line) > 1 {
			var a struct{ Doc, DCT, Text string }
			if err := json.Unmarshal(line, &a); err != nil {
				fmt.Fprintln(os.Stderr, err)
				os.Exit(1)
			}
			var o timex.Options
			if len(a.DCT) >= 10 {
				o.Published, _ = when.ParsePoint(a.DCT[:10])
			}
			switch *mode {
			case "news":
				o.Mode = timex.News
			case "narrative":
				o.Mode = timex.Narrative
			}
			d := segment.Segment(a.Text)
			if !*plain {
				tag.Tag(d)
				syntax.Parse(d)
			}
			t0 := time.Now()
			ms := timex.Find(d, o)
			spent += time.Since(t0)
			size += len(a.Text)
			for _, m := range ms {
				r := map[string]any{"doc": a.Doc, "start": m.Start, "end": m.End, "type": m.Value.Type().String(), "value": m.Value.TIMEX3()}
				if *rules {
					r["rule"], r["text"], r["full"], r["score"] = m.Rule, d.Str(m.Span), m.Value.String(), m.Score
				}
				b, _ := json.Marshal(r)
				out.Write(append(b, '\n'))
			}
		}
		if err != nil {
			break
		}
	}
	fmt.Fprintf(os.Stderr, "%d bytes, %.1f MB/s in Find\n", size, float64(size)/1e6/spent.Seconds())
}
