package name

import (
	_ "embed"
	"encoding/binary"
	"math"
	"slices"
)

// modelData is the linear-chain conditional random field, little-endian:
// float32 scale of a weight; NumLabels*NumLabels int16 of transitions, in
// units of scale; buckets+1 uint24 offsets; records. A record is uint16, 12
// bits of hash above 4 bits of count, and so many pairs of label and int8
// weight. A feature is looked up in place: no string table, nothing decoded.
//
//go:embed model.bin
var modelData string

const (
	modelBuckets = 16 // bits
	transAt      = 4
	indexAt      = transAt + 2*NumLabels*NumLabels
	recordsAt    = indexAt + 3*(1<<modelBuckets+1)
	maxPairs     = 15
)

// scores are the scores of the labels of one word, in units of the model's scale.
type scores [NumLabels]int32

// sums has room for any label that five bits hold, so that no bound need be
// checked.
type sums [32]int32

// addTo adds the weights of feature f in model data to s.
func addTo(data string, f uint32, s *sums) {
	b := indexAt + 3*int(f>>(32-modelBuckets))
	if b+6 > len(data) {
		return
	}
	at := data[b : b+6]
	lo := recordsAt + int(uint32(at[0])|uint32(at[1])<<8|uint32(at[2])<<16)
	hi := recordsAt + int(uint32(at[3])|uint32(at[4])<<8|uint32(at[5])<<16)
	if lo > hi || hi > len(data) {
		return
	}
	want := uint16(f) & 0xfff0
	for r := data[lo:hi]; len(r) >= 2; {
		head := uint16(r[0]) | uint16(r[1])<<8
		end := 2 + 2*int(head&15)
		if end > len(r) {
			return
		}
		if head&0xfff0 == want {
			for r = r[2:end]; len(r) >= 2; r = r[2:] {
				s[r[0]&31] += int32(int8(r[1]))
			}
			return
		}
		r = r[end:]
	}
}

// trans is the score of label b after label a.
func trans(data string, a, b int) int32 {
	o := transAt + 2*(a*NumLabels+b)
	if o+2 > len(data) {
		return 0
	}
	return int32(int16(uint16(data[o]) | uint16(data[o+1])<<8))
}

// scale is the weight of one unit.
func scale(data string) float32 {
	if len(data) < 4 {
		return 1
	}
	return math.Float32frombits(uint32(data[0]) | uint32(data[1])<<8 | uint32(data[2])<<16 | uint32(data[3])<<24)
}

// Weights are a trained model, from which BuildModel makes its packed form.
type Weights struct {
	Trans    [NumLabels][NumLabels]float32
	Features map[uint32][NumLabels]float32
}

// BuildModel packs w: what the trainer calls. Weights that round to zero and
// features without any other are left out.
func BuildModel(w *Weights) []byte {
	top := float32(0)
	var all []float32
	for _, f := range w.Features {
		for _, v := range f {
			if v != 0 {
				all = append(all, max(v, -v))
			}
		}
	}
	slices.Sort(all)
	if len(all) > 0 {
		// The few largest are cut, for a finer step for all others.
		top = all[len(all)-1-len(all)/2000]
	}
	if top == 0 {
		top = 1
	}
	step := top / 127
	var out []byte
	out = binary.LittleEndian.AppendUint32(out, math.Float32bits(step))
	for a := range NumLabels {
		for b := range NumLabels {
			v := max(-32000, min(32000, math.Round(float64(w.Trans[a][b]/step))))
			out = binary.LittleEndian.AppendUint16(out, uint16(int16(v)))
		}
	}
	keys := make([]uint32, 0, len(w.Features))
	for k := range w.Features {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	var records []byte
	offsets := make([]int, 1<<modelBuckets+1)
	next := 0
	last := uint32(0)
	for n, k := range keys {
		b := int(k >> (32 - modelBuckets))
		for ; next <= b; next++ {
			offsets[next] = len(records)
		}
		id := k>>(32-modelBuckets)<<12 | k&0xfff0>>4
		if n > 0 && id == last {
			continue // a collision: the first of them stays
		}
		type pair struct{ l, v int }
		var ps []pair
		for l, v := range w.Features[k] {
			if q := max(-127, min(127, int(math.Round(float64(v/step))))); q != 0 {
				ps = append(ps, pair{l, q})
			}
		}
		if len(ps) == 0 {
			continue
		}
		last = id
		slices.SortStableFunc(ps, func(a, b pair) int { return max(b.v, -b.v) - max(a.v, -a.v) })
		ps = ps[:min(len(ps), maxPairs)]
		records = binary.LittleEndian.AppendUint16(records, uint16(k)&0xfff0|uint16(len(ps)))
		for _, p := range ps {
			records = append(records, byte(p.l), byte(int8(p.v)))
		}
	}
	for ; next < len(offsets); next++ {
		offsets[next] = len(records)
	}
	for _, o := range offsets {
		out = append(out, byte(o), byte(o>>8), byte(o>>16))
	}
	return append(out, records...)
}

// Model is the embedded model.
func Model() string { return modelData }
