// Command gazetteer writes the tables of internal/gazetteer from the sources
// that SOURCES names. Where the corpora are absent it leaves the tables alone
// and says so. The same sources give the same bytes.
package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	_ "embed"
	"flag"
	"fmt"
	"log"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/dateline-go/dateline/internal/gazetteer"
	"github.com/dateline-go/dateline/internal/gen/origin"
)

//go:embed SOURCES
var sources string

func main() {
	src := flag.String("src", "../gen/gazetteer", "directory of the hand-made lists")
	min := flag.Int64("min", 500, "fewest inhabitants of a town of the United States")
	other := flag.Int64("other", 1000, "fewest inhabitants of a town elsewhere")
	variant := flag.Int64("variant", 10000, "fewest inhabitants of a town whose other names are taken; of seats all are")
	data := origin.Start("gazetteer", sources)
	b := newBuilder()
	b.minUS, b.minOther, b.minVariant = *min, *other, *variant
	if err := b.read(filepath.Join(data, "data"), *src); err != nil {
		log.Fatal(err)
	}
	for _, f := range b.files() {
		if err := origin.Write(".", f.name, f.data, fmt.Sprint("version ", gazetteer.Version)); err != nil {
			log.Fatal(err)
		}
		log.Printf("%s %d bytes", f.name, len(f.data))
	}
	if err := os.WriteFile("testdata/points.tsv", b.middles(), 0o644); err != nil {
		log.Fatal(err)
	}
}

// middles is what the test of points compares with: GeoNames' points of
// countries, and of each division the weighted middle of its towns with the
// distance of the farthest.
func (b *builder) middles() []byte {
	var out bytes.Buffer
	out.WriteString("# code, point of the country or weighted middle of the division's towns, " +
		"kilometres to the farthest: GeoNames, CC BY 4.0\n")
	for _, k := range slices.Sorted(maps.Keys(b.geonames)) {
		fmt.Fprintf(&out, "%s\t%.3f\t%.3f\n", k, b.geonames[k][0], b.geonames[k][1])
	}
	for _, k := range slices.Sorted(maps.Keys(b.reach)) {
		if b.codes[k] != "" {
			fmt.Fprintf(&out, "%s\t%.3f\t%.3f\t%.0f\n", k, b.lat[k], b.lon[k], b.reach[k])
		}
	}
	return out.Bytes()
}

// rows calls f with the tab-separated fields of each line of a file, padded to n, comments left out.
func rows(path string, n int, f func([]string)) error {
	raw, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	if strings.HasSuffix(path, ".gz") {
		z, err := gzip.NewReader(bytes.NewReader(raw))
		if err != nil {
			return err
		}
		var b bytes.Buffer
		if _, err := b.ReadFrom(z); err != nil {
			return err
		}
		raw = b.Bytes()
	}
	sc := bufio.NewScanner(bytes.NewReader(raw))
	sc.Buffer(nil, 1<<20)
	for sc.Scan() {
		if l := sc.Text(); l != "" && l[0] != '#' {
			c := strings.Split(l, "\t")
			for len(c) < n {
				c = append(c, "")
			}
			f(c)
		}
	}
	return sc.Err()
}
