package packed

import (
	"cmp"
	"encoding/binary"
	"math"
	"slices"
)

// Linear is a sparse linear model, read in place: for each feature it knows,
// known by a 32-bit hash, a row of labels with their weights.
//
// Layout, little-endian: uint32 length of all that follows; uint32 bucket
// bits; uint32 one, the sum of weights that stands for 1; the index and the
// data of Rows.
type Linear struct {
	Rows
	one uint32
}

// OpenLinear is the model at the start of data, and what follows it. Data that
// holds no whole model give ok false.
func OpenLinear(data string) (l Linear, rest string, ok bool) {
	n := int64(U32(data, 0))
	if len(data) < 12 || n < 8 || n > int64(len(data)-4) {
		return Linear{}, "", false
	}
	data, rest = data[4:4+n], data[4+n:]
	bits := U32(data, 0)
	if bits > 24 {
		return Linear{}, "", false
	}
	at := 8 + 4*(1<<bits+1)
	if at > len(data) {
		return Linear{}, "", false
	}
	l = Linear{Rows: OpenRows(data[8:at], data[at:], bits), one: max(1, U32(data, 4))}
	return l, rest, true
}

// One is the sum of weights that stands for 1.
func (l *Linear) One() float32 { return float32(l.one) }

// Weight is the weight of one label in a row of a linear model.
type Weight struct {
	Label uint8
	W     float64
}

// BuildLinear writes a linear model: what generators call. The same rows give
// the same bytes.
func BuildLinear(rows map[uint32][]Weight) []byte {
	top := 0.0
	keys := make([]uint32, 0, len(rows))
	for h, r := range rows {
		keys = append(keys, h)
		for _, w := range r {
			top = max(top, math.Abs(w.W))
		}
	}
	slices.Sort(keys)
	bits := 2
	for 2*len(keys) > 3<<bits {
		bits++
	}
	unit := max(top, 1e-9) / (127 * 127)
	var body, index []byte
	i := 0
	for k := range 1 << bits {
		index = binary.LittleEndian.AppendUint32(index, uint32(len(body)))
		for ; i < len(keys) && int(uint64(keys[i])>>(32-bits)) == k; i++ {
			body = appendRow(body, keys[i], rows[keys[i]], unit)
		}
	}
	index = binary.LittleEndian.AppendUint32(index, uint32(len(body)))
	out := binary.LittleEndian.AppendUint32(nil, uint32(8+len(index)+len(body)))
	out = binary.LittleEndian.AppendUint32(out, uint32(bits))
	out = binary.LittleEndian.AppendUint32(out, uint32(math.Round(1/unit)))
	return append(append(out, index...), body...)
}

func appendRow(body []byte, key uint32, row []Weight, unit float64) []byte {
	row = slices.Clone(row)
	slices.SortFunc(row, func(a, b Weight) int { return cmp.Compare(a.Label, b.Label) })
	var b []byte
	for _, w := range row {
		q := min(127, math.Round(math.Sqrt(math.Abs(w.W)/unit)))
		if q == 0 {
			continue
		}
		b = append(b, w.Label, byte(int8(math.Copysign(q, w.W))))
	}
	if len(b) == 0 {
		return body
	}
	body = append(body, byte(key), byte(key>>8), byte(len(b)/2))
	return append(body, b...)
}
