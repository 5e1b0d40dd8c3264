// Command cluster packs the word clusters that internal/cluster embeds.
// It leaves the tree alone when the source is absent.
package main

import (
	"bufio"
	"bytes"
	"cmp"
	_ "embed"
	"encoding/binary"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/dateline-go/dateline/internal/cluster"
	"github.com/dateline-go/dateline/internal/gen/origin"
)

//go:embed SOURCES
var sources string

func main() {
	dir := origin.Start("cluster", sources)
	in, err := os.ReadFile(filepath.Join(dir, "train", "lexicon", "glove-clusters.tsv"))
	if err != nil {
		log.Fatal(err)
	}
	type entry struct {
		hash uint32
		id   uint32
	}
	var es []entry
	seen := map[uint32]bool{}
	sc := bufio.NewScanner(bytes.NewReader(in))
	for sc.Scan() {
		w, c, _ := strings.Cut(sc.Text(), "\t")
		id, err := strconv.ParseUint(c, 10, cluster.IDBits)
		if err != nil {
			log.Fatal(err)
		}
		h := cluster.Hash(w)
		if !seen[h] { // the earlier of two words with one hash keeps it
			seen[h] = true
			es = append(es, entry{h, uint32(id)})
		}
	}
	slices.SortFunc(es, func(a, b entry) int { return cmp.Compare(a.hash, b.hash) })
	var b []byte
	i := 0
	for k := 0; k <= 1<<cluster.BucketBits; k++ {
		for i < len(es) && int(es[i].hash>>(32-cluster.BucketBits)) < k {
			i++
		}
		b = binary.LittleEndian.AppendUint16(b, uint16(i))
	}
	for _, e := range es {
		b = binary.LittleEndian.AppendUint32(b, e.hash<<cluster.IDBits|e.id)
	}
	if err := origin.Write(".", "clusters.bin", b, fmt.Sprintf("%d words", len(es))); err != nil {
		log.Fatal(err)
	}
}
