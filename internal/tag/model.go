package tag

import (
	_ "embed"

	"github.com/dateline-go/dateline/internal/packed"
	"github.com/dateline-go/dateline/internal/token"
)

// The model file, little-endian:
//
//	"DLTG", uint32 version, uint32 labels, uint32 words, uint32 word bucket bits
//	labels times: UPOS byte, XPOS byte
//	labels times: uint16 lead, in steps of LeadUnit, with which the first pass is sure of the label
//	word index: buckets+1 uint32; words: uint32 each, 20 bits of hash above 12 of class
//	class data: uint32 count, then per class a byte: its only label + 1, or 0
//	the rows of features (packed.Rows) of the two passes
//
//go:embed model.bin
var modelData string

// ModelVersion is the version of the model file.
const ModelVersion = 5

// LeadUnit is the step of the leads in the model file.
const LeadUnit = 16

// Model is an opened tagger model. It refers to the bytes it was opened on.
type Model struct {
	data            string
	labels          int
	wordBits        uint32
	at, lead        int // labels, their leads
	wordIndex, word int
	class           int
	quick, full     table
}

// OpenModel checks the frame of data.
func OpenModel(data string) (Model, bool) {
	if len(data) < 20 || data[:4] != "DLTG" || packed.U32(data, 4) != ModelVersion {
		return Model{}, false
	}
	m := Model{data: data, labels: int(packed.U32(data, 8)), wordBits: packed.U32(data, 16), at: 20}
	words := int(packed.U32(data, 12))
	m.lead = m.at + 2*m.labels
	m.wordIndex = m.lead + 2*m.labels
	m.word = m.wordIndex + 4*(1<<m.wordBits+1)
	m.class = m.word + 4*words
	if m.labels < 1 || m.labels > MaxLabels || m.wordBits > 24 || words > len(data) || m.class+4 > len(data) {
		return Model{}, false
	}
	end := m.class + 4 + int(packed.U32(data, m.class))
	if end > len(data) {
		return Model{}, false
	}
	m.quick.labels, m.full.labels = m.labels, m.labels
	var ok bool
	if m.quick.rows, data, ok = packed.OpenRows(data[end:]); !ok {
		return Model{}, false
	}
	m.full.rows, data, ok = packed.OpenRows(data)
	return m, ok && data == ""
}

// table holds the weights of one pass.
type table struct {
	rows   packed.Rows
	labels int
}

// MaxLabels is the number of pairs of UPOS and XPOS that a model may have.
const MaxLabels = 128

// Label is the pair of tags that label l stands for.
func (m *Model) Label(l int) (token.UPOS, token.XPOS) {
	return token.UPOS(m.data[m.at+2*l]), token.XPOS(m.data[m.at+2*l+1])
}

// Class is the ambiguity class of a word's hash, 0 for unknown, and the label
// that is the word's only one, or -1.
func (m *Model) Class(low uint32) (class uint32, only int) {
	h := low * 0x9E3779B1
	b := m.wordIndex + 4*int(h>>(32-m.wordBits))
	lo, hi := packed.U32(m.data, b), packed.U32(m.data, b+4)
	for i := lo; i < hi; i++ {
		if e := packed.U32(m.data, m.word+4*int(i)); e>>12 == h&(1<<20-1) {
			c := e & (1<<12 - 1)
			return c + 16, int(m.data[m.class+4+int(c)]) - 1
		}
	}
	return 2, -1
}

// sure reports whether the first pass needs no second for g.
func (m *Model) sure(g Guess) bool {
	i := m.lead + 2*int(g.Label)
	return int(g.Lead) >= LeadUnit*(int(m.data[i])|int(m.data[i+1])<<8)
}

// best is the label with the highest sum of weights over features f, and its
// lead over the next.
func (t *table) best(c *packed.Chooser, f []uint32) Guess {
	l, lead := c.Best(&t.rows, f, t.labels)
	return Guess{uint8(l), lead}
}
