package name

import (
	_ "embed"
	"encoding/binary"
	"math"
	"slices"

	"github.com/dateline-go/dateline/internal/packed"
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

// bucket is where the record of a feature is looked for.
type bucket struct {
	at, end    uint32 // among the records
	head, want uint16 // of the first record, of the feature's
}

// addTo adds the weights of features fs in model data to s.
func addTo(data string, fs []uint32, s *sums) {
	if len(data) < recordsAt {
		return
	}
	index, records := data[indexAt:recordsAt], data[recordsAt:]
	// All buckets are found before any is begun, and all begun before any is
	// read, so that the reads of memory overlap.
	var buckets [64]bucket
	for len(fs) > 0 {
		n := min(len(fs), len(buckets))
		k := 0
		for _, f := range fs[:n] {
			x := packed.U64(index, 3*int(f>>(32-modelBuckets)))
			at, end := uint32(x)&0xffffff, uint32(x>>24)&0xffffff
			buckets[k] = bucket{at: at, end: end, want: uint16(f) & 0xfff0}
			k += int((at - end) >> 31) // 0 when there is none
		}
		fs = fs[n:]
		for i := range buckets[:k] {
			buckets[i].head = head(records, int(buckets[i].at))
		}
		for i := range buckets[:k] {
			buckets[i].addTo(records, s)
		}
	}
}

// addTo adds the record of b's feature among those of its bucket.
func (b *bucket) addTo(records string, s *sums) {
	at, end := int(b.at), min(int(b.end), len(records)) // 24 bits each
	for h := b.head; ; h = head(records, at) {
		from := at + 2
		if at = from + 2*int(h&15); at > end {
			return
		}
		if h&0xfff0 == b.want {
			// How many pairs there are cannot be foretold: four are added at a
			// time, with those after the end made nothing.
			for n := uint(h & 15); ; n -= 4 {
				e := packed.U64(records, from)
				if n < 4 {
					e &= 1<<(16*n) - 1
				}
				s[e&31] += int32(int8(e >> 8))
				s[e>>16&31] += int32(int8(e >> 24))
				s[e>>32&31] += int32(int8(e >> 40))
				s[e>>48&31] += int32(int8(e >> 56))
				if from += 8; n <= 4 {
					return
				}
			}
		}
	}
}

// head is the head of the record at a byte of the records.
func head(records string, at int) uint16 {
	if at+2 > len(records) {
		return 0
	}
	return uint16(records[at]) | uint16(records[at+1])<<8
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
