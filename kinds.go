package dateline

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/dateline-go/dateline/internal/event"
	"github.com/dateline-go/dateline/internal/lexicon"
	"github.com/dateline-go/dateline/internal/ontology"
)

// Kinds is a lexicon of your own: words that tell events, and their kinds. It
// is immutable and safe for concurrent use.
type Kinds struct{ l *lexicon.Lexicon }

// ReadKinds reads a lexicon in the form of the built-in one, UTF-8 text of
// lines; empty ones and those that begin with # say nothing:
//
//	kind RECALL: a maker takes a product back
//	class goods: car toy drug battery
//	v recall | obj=@goods | RECALL | The firm recalled 3,000 cars.
//	v recall.02 | | RECALL
//	n recall | +of=@goods | RECALL | The recall of the toys began on Monday.
//	v recall | obj=ambassador,envoy | SANCTION | Chile recalled its ambassador.
//	v recall | obj=memory,day | - | She recalled the day of the storm.
//
// A kind of your own is declared once. A line has four parts: v, n, a or o
// (verb, noun, predicate adjective, noun that is an event only as what a verb
// does) with lemmas or rolesets as Predicate has them; conditions, which must
// all hold; a kind, a CAMEO code or "-" for no event; and, if you like, a
// sentence for Check. docs/extending.md tells the conditions. Of several lines
// of one word the one that asks for most wins. The classes of the built-in
// lexicon, such as @person, may be used.
//
// Wrong lines are left out, and the error tells each as a *LineError, up to
// twenty of them; the Kinds, not nil, have the rest. Its Column is "word",
// "conditions", "code" or "example".
func ReadKinds(r io.Reader) (*Kinds, error) {
	l, err := event.ReadLexicon(r)
	return &Kinds{l}, lineErrors(err)
}

// Len is the number of lines that name words.
func (k *Kinds) Len() int { return k.l.Lines }

// Declared are the kinds that the lexicon declares, in the order of their names.
func (k *Kinds) Declared() []CatalogueKind {
	var out []CatalogueKind
	for _, x := range k.l.Kinds {
		out = append(out, CatalogueKind{Kind: EventKind(x.Name), Gloss: x.Gloss})
	}
	return out
}

// Check reads the sentence of each line with the built-in parsers and these
// Kinds, and tells as a *LineError of column "example" each in which no event
// is of the line's kind or, of a line with "-", any event tells its word. It
// is for tests of lexicons.
func (k *Kinds) Check() error {
	p, err := New(WithKinds(k))
	if err != nil {
		return err
	}
	var errs []error
	for _, x := range k.l.Examples {
		d, err := p.Parse(Article{Text: x.Text, Language: "en"})
		if err != nil {
			return err
		}
		if msg := checkExample(d, strings.Fields(x.Code)); msg != "" {
			errs = append(errs, &LineError{x.Line, "example", msg})
		}
	}
	return errors.Join(errs...)
}

// checkExample tells what is wrong with the events of an example of a line
// with that code.
func checkExample(d *Document, code []string) string {
	var got []string
	for i := range d.Events {
		e := &d.Events[i]
		for _, w := range code {
			switch {
			case w == "R", w == "weak":
				continue
			case w[0] == '=', string(e.Kind) == w, e.Code == w, ontology.RootOf(w) != "" && ontology.RootOf(w) == ontology.RootOf(e.Code):
				return ""
			}
		}
		got = append(got, fmt.Sprintf("%s (%s)", e.Kind, d.Slice(e.Trigger)))
	}
	switch none := slices.Contains(code, "-"); {
	case none && len(got) == 0:
		return ""
	case len(got) == 0:
		return "its sentence tells no event"
	}
	return "its sentence tells " + strings.Join(got, ", ")
}

// WithKinds lets the built-in event parser know your own kinds. A word that
// they name is read as they say where the conditions of a line hold, and else
// as ever; what they name is an event however little a reader may want it. It
// adds to what earlier options gave; of several Kinds that name a word the
// last wins.
func WithKinds(ks ...*Kinds) Option {
	ks = slices.Clone(ks)
	return option{fmt.Sprintf("WithKinds(%d lexicons)", len(ks)), func(p *Parser) error {
		all := slices.Clone(p.config.kinds)
		for _, k := range ks {
			if k == nil {
				return errors.New("nil Kinds")
			}
			all = append(all, k.l)
		}
		p.config.kinds = all
		return nil
	}}
}
