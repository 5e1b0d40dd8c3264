package name

import (
	_ "embed"
	"encoding/binary"
	"maps"
	"math"
	"slices"

	"github.com/dateline-go/dateline/internal/packed"
)

// modelData is the linear-chain conditional random field, little-endian:
// float32 scale of a weight; NumLabels*NumLabels int16 of transitions, in
// units of scale; of each bucket 20 bits, where it begins in units of two
// bytes, below 4 bits of the number of its features; the buckets; six bytes
// of nothing. A bucket is a uint16 for each of its features, 12 bits of hash
// above 4 bits of the length of its row, in units of two bytes, and then the
// rows. A row is so many pairs of label and int8 weight or, when it is wideRow
// long, the weights of all labels, each plus 128, and each eighth byte 0. A
// feature is looked up in place: no string table, nothing decoded.
//
//go:embed model.bin
var modelData string

const (
	modelBuckets = 16 // bits
	placeBits    = 20
	transAt      = 4
	indexAt      = transAt + 2*NumLabels*NumLabels
	bucketsAt    = indexAt + 3<<modelBuckets
	maxPairs     = 15

	// Most features that a text has are of many labels, of which adding all at
	// once costs less than adding each.
	wideFrom = 9 // labels
	wideRow  = 12
)

// scores are the scores of the labels of one word, in units of the model's scale.
type scores [NumLabels]int32

// sums has room for any label that five bits hold, so that no bound need be
// checked.
type sums [32]int32

// each has a one in each of its four numbers of 16 bits.
const each = 0x0001_0001_0001_0001

// lookups is room to look up the features of one word after another.
type lookups struct {
	at, few, wide [128]uint32
	heads         [128]uint64
}

// addTo adds the weights of features fs in model data to s.
func (l *lookups) addTo(data string, fs []uint32, s *sums) {
	if len(data) < bucketsAt+8 {
		return
	}
	index, buckets := data[indexAt:bucketsAt+1], data[bucketsAt:]
	for len(fs) > 0 {
		n := min(len(fs), len(l.at))
		few, wide := l.find(index, buckets, fs[:n])
		s.addFew(buckets, few)
		s.addWide(buckets, wide)
		fs = fs[n:]
	}
}

// find finds the rows of features: of those of few labels the length stands
// above the place. All buckets are found before any is read, and all read
// before any feature is sought in one, so that the reads of memory overlap.
func (l *lookups) find(index, buckets string, fs []uint32) (few, wide []uint32) {
	at, heads := l.at[:len(fs)], l.heads[:len(fs)]
	for i, f := range fs {
		k := 3 * uint64(f>>(32-modelBuckets))
		t := index[k : k+4]
		at[i] = uint32(t[0]) | uint32(t[1])<<8 | uint32(t[2])<<16 | uint32(t[3])<<24
	}
	for i, x := range at {
		heads[i] = load64(buckets, 2*uint64(x&(1<<placeBits-1)))
	}
	k, w := 0, 0
	for i, f := range fs {
		x := at[i]
		n := x >> placeBits & 15
		row, size := seek(heads[i], n, f)
		if n > 4 && size == 0 {
			row, size = seekOn(buckets, x, f)
		}
		// Which features are known, and with how many labels, cannot be
		// foretold: writing always and counting is faster than a branch.
		row += x&(1<<placeBits-1) + n
		l.few[k&127], l.wide[w&127] = row|size<<28, row
		isWide := (size + 16 - wideRow) >> 4
		k += int((size+15)>>4 - isWide)
		w += int(isWide)
	}
	return l.few[:k], l.wide[:w]
}

// seek looks for feature f among the first four of n, whose hashes and lengths
// are heads: where its row begins behind the first of theirs, and its length;
// or where the row of the next one does, and 0.
func seek(heads uint64, n, f uint32) (row, size uint32) {
	differ := heads&(0xfff0*each) ^ uint64(f&0xfff0)*each
	same := (0x8000*each - differ>>1) & there[n&15]
	one := (same & -same) >> 15
	sizes := heads & (15 * each)
	return uint32(sizes & (one - 1) * each >> 48), uint32(sizes & (one * 15) * each >> 48)
}

// there has the high bits of the first four of so many numbers of 16 bits.
var there = [16]uint64{
	0, 0x8000, 0x8000_8000, 0x8000_8000_8000,
	0x8000 * each, 0x8000 * each, 0x8000 * each, 0x8000 * each, 0x8000 * each, 0x8000 * each,
	0x8000 * each, 0x8000 * each, 0x8000 * each, 0x8000 * each, 0x8000 * each, 0x8000 * each,
}

// seekOn is seek in a bucket of more than four features.
//
//go:noinline
func seekOn(buckets string, x, f uint32) (row, size uint32) {
	at := x & (1<<placeBits - 1)
	for n := int(x >> placeBits & 15); n > 0 && size == 0; n -= 4 {
		var more uint32
		more, size = seek(packed.U64(buckets, 2*int(at)), uint32(n), f)
		row += more
		at += 4
	}
	return row, size
}

// load64 is the eight bytes of s from i; broken data read as 0.
func load64(s string, i uint64) uint64 {
	if i+8 > uint64(len(s)) {
		return 0
	}
	s = s[i : i+8]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// addFew adds rows of few labels.
func (s *sums) addFew(buckets string, rows []uint32) {
	for _, r := range rows {
		// How many pairs there are cannot be foretold: four are added at a
		// time, with those after the end made nothing.
		at := 2 * uint64(r&(1<<28-1))
		for n := r >> 28; ; n -= 4 {
			e := load64(buckets, at)
			e &= 1<<(16*n) - 1
			s[e&31] += int32(int8(e >> 8))
			s[e>>16&31] += int32(int8(e >> 24))
			s[e>>32&31] += int32(int8(e >> 40))
			s[e>>48&31] += int32(int8(e >> 56))
			if at += 8; n <= 4 {
				break
			}
		}
	}
}

// addWide adds rows of all labels, 128 at most, so that the sums stay within
// 16 bits. Eight bytes are added as one number, and each second of them as four
// numbers: the difference is the sums of the others.
func (s *sums) addWide(buckets string, rows []uint32) {
	const low = 0xff * each
	var a, a0, b, b0, c, c0 uint64
	for _, r := range rows {
		i := 2 * uint64(r)
		if i+2*wideRow > uint64(len(buckets)) {
			break // broken data
		}
		t := buckets[i : i+2*wideRow]
		x := load64(t, 0)
		a += x
		a0 += x & low
		x = load64(t, 8)
		b += x
		b0 += x & low
		x = load64(t, 16)
		c += x
		c0 += x & low
	}
	more := 128 * int32(len(rows))
	for k, x := range [...]uint64{a0, (a - a0) >> 8, b0, (b - b0) >> 8, c0, (c - c0) >> 8} {
		l := 7*(k>>1) + k&1
		s[l] += int32(uint16(x)) - more
		s[l+2] += int32(uint16(x>>16)) - more
		s[l+4] += int32(uint16(x>>32)) - more
		if k&1 == 0 {
			s[l+6] += int32(uint16(x>>48)) - more
		}
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
	rows := map[uint32]row{}
	for _, k := range slices.Sorted(maps.Keys(w.Features)) {
		type pair struct{ l, v int }
		var ps []pair
		for l, v := range w.Features[k] {
			if q := max(-127, min(127, int(math.Round(float64(v/step))))); q != 0 {
				ps = append(ps, pair{l, q})
			}
		}
		if _, ok := rows[k>>4]; ok || len(ps) == 0 {
			continue // of a collision the first stays
		}
		slices.SortStableFunc(ps, func(a, b pair) int { return max(b.v, -b.v) - max(a.v, -a.v) })
		var r row
		for _, p := range ps[:min(len(ps), maxPairs)] {
			r[p.l] = int8(p.v)
		}
		rows[k>>4] = r
	}
	return appendBuckets(out, rows)
}

// row is the weights of a feature.
type row [NumLabels]int8

// appendBuckets appends the index and the buckets of rows, by the bits of
// their features' hashes that count.
func appendBuckets(out []byte, rows map[uint32]row) []byte {
	buckets := make([][]uint32, 1<<modelBuckets)
	for _, id := range slices.Sorted(maps.Keys(rows)) {
		b := id >> (28 - modelBuckets)
		buckets[b] = append(buckets[b], id)
	}
	var body []byte
	for _, ids := range buckets {
		if len(ids) > 15 || len(body)/2 >= 1<<placeBits {
			panic("name: more features than an index can tell apart")
		}
		x := len(body)/2 | len(ids)<<placeBits
		out = append(out, byte(x), byte(x>>8), byte(x>>16))
		var all []byte
		for _, id := range ids {
			at := len(all)
			all = rows[id].append(all)
			body = binary.LittleEndian.AppendUint16(body, uint16(id<<4)|uint16((len(all)-at)/2))
		}
		body = append(body, all...)
	}
	return append(append(out, body...), make([]byte, 6)...)
}

// append appends r in the form that takes less room.
func (r row) append(out []byte) []byte {
	n := 0
	for _, v := range r {
		if v != 0 {
			n++
		}
	}
	if n >= wideFrom {
		for l, v := range r {
			out = append(out, byte(int(v)+128))
			if l%7 == 6 {
				out = append(out, 0)
			}
		}
		return out
	}
	for l, v := range r {
		if v != 0 {
			out = append(out, byte(l), byte(v))
		}
	}
	return out
}

// Model is the embedded model.
func Model() string { return modelData }
