package gazetteer

import (
	"errors"
	"fmt"
	"github.com/dateline-go/dateline/internal/lines"
	"runtime"
	"strings"
	"testing"
)

const sample = `name,lat,lon,kind,country,division,population,aliases,id
Camp Nowhere,10.5,-20.25,site,US,US.TX,,Nowhere Camp; The Camp,
"Paris, Old Town",1,2,suburb,FR,,1200,,77
Paris,33,44,,IQ,,5,,
`

func TestReadCSV(t *testing.T) {
	u, err := ReadCSV(strings.NewReader(sample))
	if err != nil || u.Len() != 3 {
		t.Fatal(u, err)
	}
	g := Default().With(u)
	e, ok := g.Best("the camp", func(Entry) bool { return true })
	if !ok || e.Name != "Camp Nowhere" || e.Kind != Site || e.Division != "US.TX" || e.Lat != 10.5 || e.Lon != -20.25 ||
		e.Flags != FromUser|Alias {
		t.Errorf("%+v", e)
	}
	n := 0
	for e := range g.Lookup("Paris") {
		if n == 0 && (e.Country != "IQ" || e.Flags&FromUser == 0) {
			t.Errorf("user's places do not come first: %+v", e)
		}
		n++
	}
	if n < 3 {
		t.Error("the carried places are gone")
	}
	if _, ok := Default().Best("Camp Nowhere", func(Entry) bool { return true }); ok {
		t.Error("With has changed another gazetteer")
	}
	if begins, itself := g.Prefix("camp nowh"); !begins || itself {
		t.Error("no prefix")
	}
}

func TestReadCSVErrors(t *testing.T) {
	for in, want := range map[string]string{
		"":                                     "line 1: no line with the names of the columns",
		"name,lat\nx,1\n":                      "line 1: lon: no such column",
		"name,lat,lon,height\n":                "line 1: height: unknown column",
		"name,lat,lon\nA,1,2\nB,x,2\n":         `line 3: lat: "x" is no number`,
		"name,lat,lon\nA,91,2\n":               "line 2: lat: 91 is outside -90 to 90",
		"name,lat,lon\nA,NaN,2\n":              "line 2: lat: NaN is outside -90 to 90",
		"name,lat,lon,name\n":                  "line 1: name: stands twice",
		"name,lat,lon\n,1,2\n":                 "line 2: name: no name",
		"name,lat,lon\nA,1\n":                  "line 2: wrong number of fields",
		"name,lat,lon,kind\nA,1,2,castle\n":    `line 2: kind: "castle" is unknown`,
		"name,lat,lon,country\nA,1,2,France\n": `line 2: country: "France" is no ISO 3166-1 alpha-2 code`,
	} {
		_, err := ReadCSV(strings.NewReader(in))
		var s *lines.Error
		if err == nil || !strings.Contains(err.Error(), want) || !errors.As(err, &s) {
			t.Errorf("%q: %v", in, err)
		}
	}
	u, err := ReadCSV(strings.NewReader("name,lat,lon\nA,x,2\nB,1,2\n"))
	if err == nil || u.Len() != 1 {
		t.Error("the right line is lost")
	}
}

func TestReadJSON(t *testing.T) {
	u, err := ReadJSON(strings.NewReader(`{"name":"Camp Nowhere","lat":10.5,"lon":-20,"kind":"site","aliases":["The Camp"],"disputed":true}

{"name":"B","lat":1}
{"name":"C","lat":1,"lon":2,"size":3}
{"name":"D","lat":1,"lon":2}`))
	if u.Len() != 2 {
		t.Fatal(u.Len())
	}
	for _, want := range []string{"line 3: lon: is not there", "line 4: size: unknown member"} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("%v", err)
		}
	}
	e, _ := Default().With(u).Best("the camp", func(Entry) bool { return true })
	if e.Flags != Disputed|Alias|FromUser {
		t.Errorf("%+v", e)
	}
}

func million(n int) string {
	var b strings.Builder
	b.WriteString("name,lat,lon,country,division,population\n")
	for i := range n {
		fmt.Fprintf(&b, "Settlement %d of the Plain,%.4f,%.4f,US,US.TX,%d\n", i*7919%n, float64(i%90), float64(i%180), i)
	}
	return b.String()
}

// TestMillion holds the reader to the memory that User promises.
func TestMillion(t *testing.T) {
	if testing.Short() {
		t.Skip("a million lines")
	}
	in := million(1_000_000)
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	u, err := ReadCSV(strings.NewReader(in))
	if err != nil || u.Len() != 1_000_000 {
		t.Fatal(err)
	}
	runtime.GC()
	runtime.ReadMemStats(&after)
	if mb := (int64(after.HeapAlloc) - int64(before.HeapAlloc)) >> 20; mb > 160 {
		t.Errorf("%d MB held", mb)
	} else {
		t.Logf("%d MB held, %d MB allocated", mb, (after.TotalAlloc-before.TotalAlloc)>>20)
	}
	if e, ok := Default().With(u).Best("settlement 4711 of the plain", func(Entry) bool { return true }); !ok || e.Division != "US.TX" {
		t.Errorf("%+v", e)
	}
	runtime.KeepAlive(in)
}

func FuzzReadCSV(f *testing.F) {
	f.Add(sample)
	f.Fuzz(func(t *testing.T, s string) {
		u, _ := ReadCSV(strings.NewReader(s))
		if u != nil {
			for range Default().With(u).Lookup("paris") {
			}
		}
		_, _ = ReadJSON(strings.NewReader(s))
	})
}

func BenchmarkReadMillion(b *testing.B) {
	in := million(1_000_000)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := ReadCSV(strings.NewReader(in)); err != nil {
			b.Fatal(err)
		}
	}
}
