// Package name finds the names of persons, organisations, places and others
// in a text, with a conditional random field over word clusters, a table of
// known names, shapes and surroundings.
//
// Types follow CoNLL 2003 (PER, ORG, LOC, MISC), but demonyms, religions and
// adherents of parties are NORP, as in OntoNotes. States and cities are LOC
// also where they act.
package name

import (
	"github.com/dateline-go/dateline/internal/token"
)

// Find sets d.Ents and Token.Ent. It needs sentences and tokens; tags help.
// Boilerplate sentences get no names.
func Find(d *token.Doc) { FindWith(d, modelData) }

// FindWith is Find with the model in data: what the trainer measures.
func FindWith(d *token.Doc, data string) {
	d.Ents = d.Ents[:0]
	for i := range d.Tokens {
		d.Tokens[i].Ent = token.None
	}
	var f finder
	f.tr.read(data)
	for s := range d.Sents {
		if d.Sents[s].Kind != token.Boilerplate {
			f.sentence(d, s, data)
		}
	}
}

type finder struct {
	x      Extractor
	c      chain
	tr     transitions
	ss     []scores
	labels []uint8
}

func (f *finder) sentence(d *token.Doc, s int, data string) {
	x := &f.x
	x.Begin(d, s)
	if cap(f.ss) < x.n {
		f.ss = make([]scores, 2*x.n)
		f.labels = make([]uint8, 2*x.n)
	}
	for i := 0; i < x.n; {
		if !x.Candidate(i) {
			i++
			continue
		}
		j := i
		for ; j < x.n && x.Candidate(j); j++ {
			f.ss[j] = scores{}
			fs, _ := x.Features(j)
			for _, h := range fs {
				addTo(data, h, &f.ss[j])
			}
		}
		f.c.decode(data, &f.tr, f.ss[i:j], f.labels[i:j])
		f.entities(d, int(x.first), i, j)
		i = j
	}
}

// entities appends the names of words i to j-1.
func (f *finder) entities(d *token.Doc, first, i, j int) {
	for k := i; k < j; k++ {
		l := int(f.labels[k])
		if l == 0 {
			continue
		}
		end := k + 1
		for end < j && goesOn(int(f.labels[end])) && placeOf(l) == placeB {
			end++
			if placeOf(int(f.labels[end-1])) == placeL {
				break
			}
		}
		a, b := int32(first+k), int32(first+end)
		for t := a; t < b; t++ {
			d.Tokens[t].Ent = int32(len(d.Ents))
		}
		d.Ents = append(d.Ents, token.Entity{Span: d.SpanOf(a, b), First: a, Last: b, Type: typeOf(l), Score: 80})
		k = end - 1
	}
}
