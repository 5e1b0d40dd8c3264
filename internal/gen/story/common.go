package main

import (
	"bufio"
	"encoding/binary"
	"fmt"
	"maps"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/dateline-go/dateline/internal/gen/origin"
	"github.com/dateline-go/dateline/internal/story"
)

// articleWords is how many words the article has whose share among all others
// commonWords counts.
const articleWords = 300

// commonWords writes common.bin: in how many articles of general English a
// word stands, of those that are not rare, by the texts of two treebanks.
func commonWords(dir string) error {
	n, total := make(map[uint32]int), 0
	for _, f := range []string{"en_ewt-ud-train.conllu", "en_gum-free-train.conllu"} {
		r, err := os.Open(filepath.Join(dir, "train/ud", f))
		if err != nil {
			return err
		}
		sc := bufio.NewScanner(r)
		sc.Buffer(nil, 1<<24)
		for sc.Scan() {
			if s, ok := strings.CutPrefix(sc.Text(), "# text = "); ok {
				total += len(strings.Fields(s))
				for _, w := range story.Words(s) {
					n[w]++
				}
			}
		}
		r.Close()
		if err := sc.Err(); err != nil {
			return err
		}
	}
	var out []byte
	for _, w := range slices.Sorted(maps.Keys(n)) {
		p := 1 - math.Exp(-articleWords*float64(n[w])/float64(total))
		if class := int(math.Round(-math.Log2(p))); class <= story.CommonClasses && n[w] > 1 {
			out = binary.LittleEndian.AppendUint32(out, w&^15|uint32(class))
		}
	}
	return origin.Write(".", "common.bin", out, fmt.Sprintf("%d words", len(out)/4))
}
