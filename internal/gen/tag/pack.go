package main

import (
	"encoding/binary"
	"fmt"
	"log"
	"math"
	"os"
	"slices"

	"github.com/dateline-go/dateline/internal/packed"
	"github.com/dateline-go/dateline/internal/tag"
)

// header is the model file up to the tables.
func (tr *trainer) header(lex lexicon) []byte {
	const wordBits = 11
	b := []byte("DLTG")
	u32 := func(x int) { b = binary.LittleEndian.AppendUint32(b, uint32(x)) }
	u32(tag.ModelVersion)
	u32(len(tr.labels))
	u32(len(lex.words))
	u32(wordBits)
	for _, l := range tr.labels {
		b = append(b, byte(l.u), byte(l.x))
	}
	for _, l := range tr.leads {
		b = binary.LittleEndian.AppendUint16(b, l)
	}
	i := 0
	for k := 0; k <= 1<<wordBits; k++ {
		for i < len(lex.words) && int(lex.words[i].hash>>(32-wordBits)) < k {
			i++
		}
		u32(i)
	}
	for _, w := range lex.words {
		u32(int(w.hash<<12 | w.class))
	}
	u32(len(lex.only))
	return append(b, lex.only...)
}

// pack appends a table of the averaged weights to out: the most important ones, which
// are large and belong to frequent features.
func (p *pass) pack(out []byte, keep int) []byte {
	var all []float64
	importance := func(f int, e *entry) float64 {
		return math.Abs(e.sum) * math.Sqrt(math.Sqrt(float64(p.count[f])))
	}
	for f, es := range p.w {
		for k := range es {
			all = append(all, importance(f, &es[k]))
		}
	}
	least := 0.0
	if n := len(all) - keep; n > 0 {
		slices.Sort(all)
		least = all[n]
	}
	unit := p.steps / scale // so that leads mean the same in all tables
	rows := map[uint32]string{}
	entries := 0
	for f, es := range p.w {
		es = slices.Clone(es)
		slices.SortFunc(es, func(a, b entry) int { return int(a.label) - int(b.label) })
		var b []byte
		for k := range es {
			e := &es[k]
			q := int(math.Round(math.Sqrt(math.Abs(e.sum) / unit)))
			if q == 0 || importance(f, e) < least {
				continue
			}
			q = min(q, 127)
			if e.sum < 0 {
				q = -q
			}
			b = append(b, e.label, byte(int8(q)))
			entries++
		}
		if len(b) > 0 {
			rows[p.hashes[f]] = string(b)
		}
	}
	if len(rows) > 0 {
		fmt.Fprintf(os.Stderr, "%d of %d features, %d weights\n", len(rows), len(p.hashes), entries)
	}
	out, err := packed.AppendRows(out, rows)
	if err != nil {
		log.Fatal("tag: ", err)
	}
	return out
}
