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
// Layout, little-endian: uint32 one, the sum of weights that stands for 1; the
// Rows.
type Linear struct {
	Rows
	one uint32
}

// OpenLinear is the model at the start of data, and what follows it. Data that
// holds no whole model give ok false.
func OpenLinear(data string) (l Linear, rest string, ok bool) {
	if len(data) < 4 {
		return Linear{}, "", false
	}
	l.one = max(1, U32(data, 0))
	l.Rows, rest, ok = OpenRows(data[4:])
	return l, rest, ok
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
func BuildLinear(rows map[uint32][]Weight) ([]byte, error) {
	top := 0.0
	for _, r := range rows {
		for _, w := range r {
			top = max(top, math.Abs(w.W))
		}
	}
	unit := max(top, 1e-9) / (127 * 127)
	packed := make(map[uint32]string, len(rows))
	for h, r := range rows {
		if p := packRow(r, unit); p != "" {
			packed[h] = p
		}
	}
	return AppendRows(binary.LittleEndian.AppendUint32(nil, uint32(math.Round(1/unit))), packed)
}

// packRow is the entries of a row; weights that round to nothing are left out.
func packRow(row []Weight, unit float64) string {
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
	return string(b)
}
