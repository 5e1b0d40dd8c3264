package place

import (
	"testing"

	"github.com/dateline-go/dateline/internal/gazetteer"
)

func find(text string) *finder {
	return &finder{d: doc(text), g: gazetteer.Default(), looked: map[string]looked{}}
}

func TestDialect(t *testing.T) {
	for _, c := range []struct {
		text    string
		sign    int // of us
		country string
	}{
		{"The sheriff said gasoline and the color of the apartment were in favor.", 1, ""},
		{"The councillor said petrol and the colour of the flats were in favour.", -1, ""},
		{"The garda said nobody was hurt.", -1, "IE"},
		{"Mounties found the car.", -1, "CA"},
		{"He paid two lakh rupees.", -1, "IN"},
		{"It rained.", 0, ""},
	} {
		us, country := find(c.text).dialect()
		if sign := map[bool]int{us > 0: 1, us < 0: -1}[true]; sign != c.sign || country != c.country || us < -1 || us > 1 {
			t.Errorf("%q: %v %q", c.text, us, country)
		}
	}
}

func TestRoad(t *testing.T) {
	for text, want := range map[string]string{
		"Main Street closed": "Main Street", "Martin Luther King Boulevard is": "Martin Luther King Boulevard",
		"Wall Street fell": "", "Pleasant Lane School": "", "County Road 3": "", "main Street": "", "Street of": "",
		"Abbey Road, London": "Abbey Road",
	} {
		f := find(text)
		n := f.road(0, int32(len(f.d.Tokens)))
		got := ""
		if n > 0 {
			got = f.d.Str(f.d.SpanOf(0, n))
		}
		if got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestOpen(t *testing.T) {
	g := gazetteer.Default()
	for _, c := range []struct{ text, word, rule string }{
		{"A man was shot in Springfield on Friday.", "Springfield", "open-ambiguous"},
		{"She grew up in Grantwood, Pa., and moved away.", "Grantwood", "open-contained"},
		{"The gas plant near Palma in Cabo Delgado will reopen.", "Palma", "open-contained"},
		{"Trains from Lyon to Marseille, Nantes and Bordeaux stopped. Workers in Cocoa had walked out.", "Cocoa", "open-far"},
	} {
		d := doc(c.text)
		found := false
		for _, m := range Find(d, g, Options{}) {
			if d.Str(m.Span) != c.word {
				continue
			}
			found = true
			if m.Resolved || m.Rule != c.rule || len(m.Candidates) == 0 != (c.rule == "open-contained") {
				t.Errorf("%q: %+v", c.text, m)
			}
		}
		if !found {
			t.Errorf("%q: no %s", c.text, c.word)
		}
	}
}
