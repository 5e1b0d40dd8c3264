package fact

import (
	_ "embed"
	"encoding/binary"
	"math"
	"slices"

	"github.com/dateline-go/dateline/internal/packed"
)

// data is the model, read in place. Layout, little-endian: "DLF1"; for each
// output float32 the weight of one unit; buckets+1 uint32, the first record of
// each bucket of features by the high bits of their hash; then the records,
// four bytes each: 16 further bits of the hash, one int8 weight an output.
//
//go:embed fact.bin
var data string

const (
	modelMagic = "DLF1"
	outputs    = 2 // happened, event
	bucketBits = 13
	indexAt    = 4 + 4*outputs
	recordsAt  = indexAt + 4*(1<<bucketBits+1)
	recordSize = 2 + outputs
)

type model struct {
	data string
	unit [outputs]float64
}

// open reads the frame of a model. Data that is not a whole model gives one
// that knows no feature.
func open(data string) model {
	if len(data) < recordsAt || data[:4] != modelMagic {
		return model{}
	}
	m := model{data: data}
	for o := range m.unit {
		m.unit[o] = float64(math.Float32frombits(packed.U32(data, 4+4*o)))
	}
	return m
}

// add adds the weights of features fs to s.
func (m *model) add(fs []uint32, s *[outputs]int32) {
	if m.data == "" {
		return
	}
	// All buckets are found before any is read, so that the reads of memory overlap.
	var buckets [64]uint64
	for len(fs) > 0 {
		n := min(len(fs), len(buckets))
		for i, f := range fs[:n] {
			buckets[i] = packed.U64(m.data, indexAt+4*int(f>>(32-bucketBits)))
		}
		for i, f := range fs[:n] {
			m.addFrom(buckets[i], print(f), s)
		}
		fs = fs[n:]
	}
}

// addFrom adds the weights of the feature of a print in a bucket, given as the
// numbers of its first record, low, and of the first behind it.
func (m *model) addFrom(bucket uint64, print uint16, s *[outputs]int32) {
	lo, hi := recordsAt+recordSize*int(uint32(bucket)), recordsAt+recordSize*int(bucket>>32)
	if lo > hi || hi > len(m.data) {
		return
	}
	for r := m.data[lo:hi]; len(r) >= recordSize; r = r[recordSize:] {
		if uint16(r[0])|uint16(r[1])<<8 == print {
			s[0] += int32(int8(r[2]))
			s[1] += int32(int8(r[3]))
			return
		}
	}
}

// print are the bits of a feature's hash that tell it from others of its bucket.
func print(f uint32) uint16 { return uint16(f >> (32 - bucketBits - 16)) }

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
	keys := make([]uint32, 0, len(weights))
	for k := range weights {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	var records []byte
	first := make([]uint32, 1<<bucketBits+1)
	next, last, n := 0, uint64(1<<63), uint32(0)
	for _, k := range keys {
		for ; next <= int(k>>(32-bucketBits)); next++ {
			first[next] = n
		}
		var q [outputs]int8
		for o := range q {
			q[o] = int8(max(-127, min(127, math.Round(float64(weights[k][o]/unit[o])))))
		}
		id := uint64(k >> (32 - bucketBits - 16))
		if q == [outputs]int8{} || id == last {
			continue // of two features that cannot be told apart the first stays
		}
		last = id
		records = binary.LittleEndian.AppendUint16(records, print(k))
		for _, v := range q {
			records = append(records, byte(v))
		}
		n++
	}
	for ; next < len(first); next++ {
		first[next] = n
	}
	out := []byte(modelMagic)
	for _, u := range unit {
		out = binary.LittleEndian.AppendUint32(out, math.Float32bits(u))
	}
	for _, f := range first {
		out = binary.LittleEndian.AppendUint32(out, f)
	}
	return append(out, records...)
}
