// Command quotes lists who said what in an article, in whose words, and where
// it stands. It takes a file; without one it reads a note of its own.
package main

import (
	"fmt"
	"os"
	"strings"

	"github.com/dateline-go/dateline"
)

const note = `"We will rebuild the bridge by spring," Transport Minister Anna Lind said on Friday.
She added that the work would cost less than expected.
According to the engineers' union, the minister is "dreaming".
Lind denied that the bridge had been unsafe.
`

func main() {
	text := note
	if len(os.Args) > 1 && !strings.HasPrefix(os.Args[1], "-") {
		b, err := os.ReadFile(os.Args[1])
		if err != nil {
			fmt.Fprintln(os.Stderr, "quotes:", err)
			os.Exit(1)
		}
		text = string(b)
	}
	d, err := dateline.Parse(dateline.Article{Text: text})
	if err != nil {
		fmt.Fprintln(os.Stderr, "quotes:", err)
		os.Exit(1)
	}
	for _, s := range d.Statements {
		who := "somebody"
		if a, ok := d.Actor(s.Actor); ok {
			who = a.Name
		} else if !s.Speaker.IsZero() {
			who = d.Slice(s.Speaker)
		}
		var parts []string
		for _, c := range s.Content {
			parts = append(parts, strings.Join(strings.Fields(d.Slice(c)), " "))
		}
		fmt.Printf("%s, %s (%s): %s\n", who, s.Kind, s.CueLemma, strings.Join(parts, " ... "))
	}
}
