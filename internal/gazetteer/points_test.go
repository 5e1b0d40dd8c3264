package gazetteer

import (
	"os"
	"strconv"
	"strings"
	"testing"
)

// TestPoints compares the point of every country with GeoNames' own, and that
// of every division with the weighted middle of its towns: it may lie beyond
// the farthest, in the wilds, but not far beyond.
func TestPoints(t *testing.T) {
	const stray = 400 // kilometres
	b, err := os.ReadFile("testdata/points.tsv")
	if err != nil {
		t.Fatal(err)
	}
	g := Default()
	countries, divisions := 0, 0
	for l := range strings.Lines(string(b)) {
		f := strings.Split(strings.TrimSpace(l), "\t")
		if l[0] == '#' {
			continue
		}
		lat, _ := strconv.ParseFloat(f[1], 64)
		lon, _ := strconv.ParseFloat(f[2], 64)
		if len(f) == 3 {
			countries++
			e, ok := g.CountryEntry(f[0])
			if km := Distance(e.Lat, e.Lon, lat, lon); !ok || km > 1 {
				t.Errorf("%s %s: %.0f km from GeoNames' point", f[0], e.Name, km)
			}
			continue
		}
		divisions++
		reach, _ := strconv.ParseFloat(f[3], 64)
		e, ok := g.DivisionOf(f[0])
		if km := Distance(e.Lat, e.Lon, lat, lon); !ok || km > reach+stray {
			t.Errorf("%s %s: %.0f km from the middle of its towns, the farthest of which lies at %.0f", f[0], e.Name, km, reach)
		}
	}
	if countries < 180 || divisions < 3000 {
		t.Errorf("%d countries, %d divisions", countries, divisions)
	}
	for _, c := range []struct {
		code     string
		lat, lon float64
	}{{"US.HI", 20.5, -156.5}, {"US.AK", 64, -152}, {"AU.04", -22, 145}, {"CA.01", 55, -115}} {
		if e, _ := g.DivisionOf(c.code); Distance(e.Lat, e.Lon, c.lat, c.lon) > 120 {
			t.Errorf("%s: %+v", c.code, e)
		}
	}
}
