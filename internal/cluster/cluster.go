// Package cluster maps the 60,000 commonest English word forms to word
// clusters: groups of words that occur in like contexts, made by hierarchical
// clustering of GloVe vectors (PDDL 1.0). Models use clusters as features, so
// that what they learnt of one word holds for its neighbours.
//
// The table holds no strings: a word is found by a 32-bit hash, so that about
// one unknown word in 70,000 gets a cluster that is not its own.
package cluster

import (
	_ "embed"

	"github.com/dateline-go/dateline/internal/packed"
	"github.com/dateline-go/dateline/internal/token"
)

// data is, little-endian: buckets+1 uint16, the first entry of each bucket;
// then the entries, uint32 each: the low bits of the hash, whose high ones are
// the bucket, above IDBits of cluster.
//
//go:embed clusters.bin
var data string

// The form of the table, which internal/gen/cluster writes.
const (
	BucketBits = 15 // of a hash: its bucket
	IDBits     = 12 // of an entry: its cluster

	index = 2 * (1<<BucketBits + 1) // bytes
)

// Len is the number of clusters of the finest level.
const Len = 1 << IDBits

// ID is a cluster of the finest of three levels; its high bits are the
// coarser ones.
type ID uint16

// Mid is the cluster among 256 that holds c.
func (c ID) Mid() uint16 { return uint16(c) >> 4 }

// Coarse is the cluster among 64 that holds c.
func (c ID) Coarse() uint16 { return uint16(c) >> 6 }

// Of is the cluster of a word in lower case.
func Of(lower string) (ID, bool) {
	h := Hash(lower)
	b := 2 * int(h>>(32-BucketBits))
	lo := int(data[b]) | int(data[b+1])<<8
	hi := int(data[b+2]) | int(data[b+3])<<8
	for i := lo; i < hi; i++ {
		if e := packed.U32(data, index+4*i); e>>IDBits == h&(1<<(32-IDBits)-1) {
			return ID(e & (Len - 1)), true
		}
	}
	return 0, false
}

// OfToken is Of the token's form, which is looked up once for all tokens that share it.
func OfToken(t *token.Token) (ID, bool) {
	const none = Len + 1
	if t.Cluster == 0 {
		t.Cluster = none
		if c, ok := Of(t.Lower); ok {
			t.Cluster = uint16(c) + 1
		}
	}
	return ID(t.Cluster - 1), t.Cluster != none
}

// Hash is the hash that the table is built on: FNV-1a with a final mix.
func Hash(s string) uint32 {
	h := uint64(14695981039346656037)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	h = (h ^ h>>32) * 0x9E3779B97F4A7C15
	return uint32(h >> 32)
}
