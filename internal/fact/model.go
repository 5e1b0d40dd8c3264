package fact

import (
	_ "embed"
	"encoding/binary"
	"maps"
	"math"
	"slices"

	"github.com/dateline-go/dateline/internal/packed"
)

// data is the model, read in place. Layout, little-endian: "DLF2"; for each
// output float32 the weight of one unit; packed.Pairs.
//
//go:embed fact.bin
var data string

const (
	modelMagic = "DLF2"
	outputs    = 2 // happened, event
	header     = 4 + 4*outputs
	// hashed are the bits of a feature's hash that count.
	hashed = 1<<32 - 1<<3
)

type model struct {
	pairs packed.Pairs
	known bool // any feature
	unit  [outputs]float64
}

// open reads the frame of a model. Data that is not a whole model gives one
// that knows no feature.
func open(data string) (m model) {
	if len(data) < header || data[:4] != modelMagic {
		return model{}
	}
	if m.pairs, m.known = packed.OpenPairs(data[header:]); !m.known {
		return model{}
	}
	for o := range m.unit {
		m.unit[o] = float64(math.Float32frombits(packed.U32(data, 4+4*o)))
	}
	return m
}

// add adds the weights of features fs to s.
func (m *model) add(fs []uint32, s *[outputs]int32) {
	if m.known {
		m.pairs.Add(s, fs)
	}
}

// share is the logistic function of a sum of output o, in 255ths.
func (m *model) share(o int, sum int32) uint8 {
	return uint8(math.Round(255 / (1 + math.Exp(-float64(sum)*m.unit[o]))))
}

// Outputs is the number of outputs of the model: happened, event.
const Outputs = outputs

// BuildModel packs weights by feature: what the trainer calls. Features whose
// weights all round to zero are left out.
func BuildModel(weights map[uint32][Outputs]float32) []byte {
	var unit [outputs]float32
	for o := range unit {
		var all []float32
		for _, w := range weights {
			if w[o] != 0 {
				all = append(all, max(w[o], -w[o]))
			}
		}
		slices.Sort(all)
		if unit[o] = 1; len(all) > 0 {
			// The few largest are cut, for a finer step for all others.
			unit[o] = all[len(all)-1-len(all)/2000] / 127
		}
	}
	small := map[uint32][outputs]int8{}
	for _, k := range slices.Sorted(maps.Keys(weights)) {
		var q [outputs]int8
		for o := range q {
			q[o] = int8(max(-127, min(127, math.Round(float64(weights[k][o]/unit[o])))))
		}
		// Of two features that cannot be told apart the first stays.
		if _, ok := small[k&hashed]; !ok && q != [outputs]int8{} {
			small[k&hashed] = q
		}
	}
	out := []byte(modelMagic)
	for _, u := range unit {
		out = binary.LittleEndian.AppendUint32(out, math.Float32bits(u))
	}
	return append(out, packed.BuildPairs(hashed, small)...)
}
