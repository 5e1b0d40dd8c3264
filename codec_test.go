package dateline

import (
	"bytes"
	"crypto/sha256"
	"encoding"
	"encoding/binary"
	"encoding/gob"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"
)

// exported copies v as a coder does that sees exported fields only, such as
// Apache Beam's for rows: a type that has a binary form goes by it, and one
// with unexported fields and no such form does not arrive.
func exported(v reflect.Value) (reflect.Value, error) {
	t := v.Type()
	out := reflect.New(t).Elem()
	p := reflect.New(t)
	p.Elem().Set(v)
	if m, ok := p.Interface().(encoding.BinaryMarshaler); ok {
		b, err := m.MarshalBinary()
		if err != nil {
			return out, err
		}
		u, ok := out.Addr().Interface().(encoding.BinaryUnmarshaler)
		if !ok {
			return out, fmt.Errorf("%v is written and not read", t)
		}
		return out, u.UnmarshalBinary(b)
	}
	switch t.Kind() {
	case reflect.Struct:
		for i := range t.NumField() {
			if !t.Field(i).IsExported() {
				return out, fmt.Errorf("%v.%s is lost", t, t.Field(i).Name)
			}
			x, err := exported(v.Field(i))
			if err != nil {
				return out, err
			}
			out.Field(i).Set(x)
		}
	case reflect.Slice:
		for i := range v.Len() {
			x, err := exported(v.Index(i))
			if err != nil {
				return out, err
			}
			out = reflect.Append(out, x)
		}
	default:
		out.Set(v)
	}
	return out, nil
}

// Whatever travels arrives, by JSON, gob and rows.
func TestTravel(t *testing.T) {
	d, err := Parse(Article{ID: "a", Source: "S", Home: "Kenya", Text: harbour, Published: Date(2025, 5, 6), Language: "en",
		Title: "The harbour", Byline: "By Ann Smith", Section: "world/africa", Page: PageMap{{Text: Span{0, 4}, Page: Span{7, 11}}}})
	if err != nil {
		t.Fatal(err)
	}
	a := reflect.ValueOf(d.Article)
	for i := range a.NumField() {
		if a.Field(i).IsZero() {
			t.Errorf("Article.%s is not tried", a.Type().Field(i).Name)
		}
	}
	// A quantity and an attribute with every field, words of nobody among them.
	d.Events[0].Quantities = []Quantity{{Kind: "moons", Value: -1.5, To: 2, Bound: "roughly", Unit: "XYZ", Span: Span{0, 4},
		Evidence: Evidence{"seen", .5}},
		{Kind: QuantityDeaths, Value: 3, Bound: BoundAtLeast, Span: Span{0, 4}}}
	d.Events[0].Attributes = []Attribute{{Name: "docket", Value: "12-34", Unit: "no.", Span: Span{0, 4}}}
	var b TimelineBuilder
	b.Add(d)
	b.Remove("z")
	type both struct {
		Moment Moment
		When   When
	}
	for _, v := range []any{d, d.Timeline(), &b, &both{d.Article.Published, d.Times[0].When}, &d.Events[0], &d.Timeline().Entries[0],
		&d.Timeline().Entries[0].Reports[0], &d.Events[0].Quantities[0], &d.Events[0].Attributes[0]} {
		typ := reflect.TypeOf(v).Elem()
		same := func(how string, back any, err error) {
			if err != nil {
				t.Errorf("%v by %s: %v", typ, how, err)
				return
			}
			x, _ := json.Marshal(v)
			y, _ := json.Marshal(back)
			if diff := cmp.Diff(string(x), string(y)); diff != "" {
				t.Errorf("%v by %s: %s", typ, how, diff)
			}
		}
		back := reflect.New(typ).Interface()
		j, err := json.Marshal(v)
		if err == nil {
			err = json.Unmarshal(j, back)
		}
		same("JSON", back, err)
		back = reflect.New(typ).Interface()
		var buf bytes.Buffer
		if err = gob.NewEncoder(&buf).Encode(v); err == nil {
			err = gob.NewDecoder(&buf).Decode(back)
		}
		same("gob", back, err)
		row, err := exported(reflect.ValueOf(v).Elem())
		same("rows", row.Addr().Interface(), err)
	}
}

// An ID and a publisher are two things, whatever stands in them.
func TestArticleKeys(t *testing.T) {
	var b TimelineBuilder
	ids := [][2]string{{"a", "b"}, {"a\x00b", ""}, {"a\x00", "b"}, {"", "a"}, {"a", ""}, {"a", "\x00b"}, {"\x00a", "b"}, {`"a" "b"`, ""}}
	for _, x := range ids {
		d := tell("a", aug(2), "A", "first", StatusOccurred, On(aug(1)), nil, "P Q")
		d.Article.ID, d.Article.Source = x[0], x[1]
		b.Add(d)
	}
	if b.Len() != len(ids) {
		t.Errorf("%d articles of %d are told apart", b.Len(), len(ids))
	}
}

// The binary form of articles of news is less than an eighth of their JSON.
func TestBinarySize(t *testing.T) {
	size, bin := 0, 0
	for _, f := range articleFiles(t) {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		d, err := Parse(Article{Text: string(b), Published: Date(2025, 8, 13)})
		if err != nil {
			t.Fatal(err)
		}
		j, err := json.Marshal(d)
		if err != nil {
			t.Fatal(err)
		}
		data, err := d.MarshalBinary()
		if err != nil {
			t.Fatal(err)
		}
		size, bin = size+len(j), bin+len(data)
	}
	if 8*bin > size {
		t.Errorf("%d bytes of %d of JSON", bin, size)
	}
}

// Damage to the binary form does not go unnoticed.
func TestBinaryDamage(t *testing.T) {
	d, err := Parse(Article{ID: "a", Text: harbour, Published: Date(2025, 5, 6)})
	if err != nil {
		t.Fatal(err)
	}
	good, err := d.Timeline().MarshalBinary()
	if err != nil {
		t.Fatal(err)
	}
	fails := func(what string, data []byte) {
		var tl Timeline
		if err := tl.UnmarshalBinary(data); err == nil {
			t.Errorf("%s is not noticed", what)
		}
	}
	for i := range 8 * len(good) {
		bad := slices.Clone(good)
		bad[i/8] ^= 1 << (i % 8)
		fails(fmt.Sprintf("bit %d", i), bad)
	}
	fails("a byte more", append(slices.Clone(good), 0))
	fails("a byte less", good[:len(good)-1])
	fails("nothing", nil)
	another, err := packJSON(strings.Repeat("a", 1<<20))
	if err != nil {
		t.Fatal(err)
	}
	fails("another value", another)
	// What claims to be larger than the limit is not expanded, nor what is
	// larger than it claims.
	body := good[len(binaryMagic)+sha256.Size:]
	_, n := binary.Uvarint(body)
	claim := func(size uint64) []byte {
		body := append(binary.AppendUvarint(nil, size), body[n:]...)
		sum := sha256.Sum256(body)
		return slices.Concat([]byte(binaryMagic), sum[:], body)
	}
	var tl Timeline
	if err := tl.UnmarshalBinary(claim(MaxBinaryBytes + 1)); !errors.Is(err, ErrTooLarge) {
		t.Errorf("above the limit: %v", err)
	}
	fails("more than it claims", claim(10))
	fails("less than it claims", claim(1<<20))
}

func TestSchema(t *testing.T) {
	for _, v := range []any{new(Document), new(Timeline), new(TimelineBuilder)} {
		for text, got := range map[string]int{"{}": 0, `{"schema": 99}`: 99} {
			var se *SchemaError
			if err := json.Unmarshal([]byte(text), v); !errors.As(err, &se) || se.Got != got {
				t.Errorf("%T from %s: %v", v, text, err)
			}
		}
		if err := json.Unmarshal([]byte(`{"schema": 1}`), v); err != nil {
			t.Errorf("%T: %v", v, err)
		}
	}
	var w When
	if err := json.Unmarshal([]byte(`{"edtf": "2025-08-06"}`), &w); err != nil || w.EDTF() != "2025-08-06" {
		t.Errorf("a When with edtf alone: %v, %v", w, err)
	}
}

// A later version of an article replaces the earlier one, and a retraction
// holds, in any order and partition of what comes.
func TestCorrections(t *testing.T) {
	first := tell("a", aug(2), "A", "first", StatusOccurred, On(aug(1)), nil, "P Q")
	second := tell("a", aug(3), "A", "second", StatusOccurred, On(aug(1)), nil, "P Q")
	wrong := tell("b", aug(2), "B", "wrong", StatusOccurred, On(aug(1)), nil, "R S")
	other := tell("c", aug(4), "C", "other", StatusOccurred, On(aug(1)), nil, "T U")
	steps := []func(*TimelineBuilder){
		func(b *TimelineBuilder) { b.Add(first) }, func(b *TimelineBuilder) { b.Add(second) }, func(b *TimelineBuilder) { b.Add(wrong) },
		func(b *TimelineBuilder) { b.Add(other) }, func(b *TimelineBuilder) { b.Remove("b") }, func(b *TimelineBuilder) { b.Add(first) },
		func(b *TimelineBuilder) { b.Remove("b") }, func(b *TimelineBuilder) { b.Remove("nobody") },
	}
	var want *Timeline
	rng := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		parts := make([]TimelineBuilder, 1+rng.IntN(3))
		for _, i := range rng.Perm(len(steps)) {
			steps[i](&parts[rng.IntN(len(parts))])
		}
		var all TimelineBuilder
		for _, i := range rng.Perm(len(parts)) {
			all.Merge(&parts[i])
			if rng.IntN(2) == 0 {
				all.Merge(&parts[i])
			}
		}
		got := all.Timeline()
		if want == nil {
			want = got
			var lemmas []string
			for _, e := range want.Entries {
				lemmas = append(lemmas, e.Lemma)
			}
			if s := strings.Join(lemmas, " "); s != "second other" || all.Len() != 2 {
				t.Fatalf("entries %q of %d articles", s, all.Len())
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatal(diff)
		}
	}
}

// What a Timeline returns is its receiver's own.
func TestNoSharedMemory(t *testing.T) {
	d := tell("a", aug(2), "A", "x", StatusOccurred, On(aug(1)), nil, "P Q", "R S")
	d.Statements = []Statement{{ID: 1, Kind: StatementDirect, Content: []Span{{0, 3}}, Status: StatusOccurred}}
	d.Events[0].Quantities = []Quantity{{Kind: QuantityDeaths, Value: 3}}
	d.Events[0].Attributes = []Attribute{{Name: "docket", Value: "12"}}
	var b TimelineBuilder
	b.Add(d)
	want := b.Timeline()
	for _, tl := range []*Timeline{b.Timeline(), want.Select(), want.AsOf(aug(9))} {
		for i := range tl.Entries {
			e := &tl.Entries[i]
			e.Participants[0].Text, e.Reports[0].Participants[0].Text = "changed", "changed"
			e.Quantities[0].Value, e.Reports[0].Quantities[0].Value = -1, -1
			e.Attributes[0].Value, e.Reports[0].Attributes[0].Value = "changed", "changed"
		}
		tl.Statements[0].Content[0] = Span{7, 8}
		for i := range tl.Actors {
			tl.Actors[i].Name = "changed"
			for k := range tl.Actors[i].Aliases {
				tl.Actors[i].Aliases[k] = "changed"
			}
		}
	}
	var again TimelineBuilder
	again.Add(d)
	for _, got := range []*Timeline{b.Timeline(), want, again.Timeline()} {
		if diff := cmp.Diff(again.Timeline(), got); diff != "" {
			t.Error(diff)
		}
	}
}

// Filters compose in any order.
func TestFiltersCompose(t *testing.T) {
	tl := buildTimeline([]*Document{
		tell("a", aug(2), "A", "x", StatusOccurred, On(aug(1)), nil, "P Q"),
		tell("b", aug(2), "A", "y", StatusPlanned, On(aug(8)), nil, "R S"),
		tell("c", aug(2), "B", "z", StatusOccurred, On(aug(1)), nil, "T U"),
	})
	fs := []Filter{WhereKind("A"), WhereStatus(StatusOccurred), WhereTime(aug(1), aug(3))}
	want := tl.Select(fs...)
	if len(want.Entries) != 1 || want.Entries[0].Lemma != "x" || want.Entries[0].ID != 1 {
		t.Fatalf("%+v", want.Entries)
	}
	for _, order := range [][]int{{0, 1, 2}, {2, 1, 0}, {1, 0, 2}} {
		got := tl
		for _, i := range order {
			got = got.Select(fs[i])
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Error(diff)
		}
	}
	if n := len(tl.Select(WhereNot(WhereAny(WhereKind("B"), WhereStatus(StatusPlanned)))).Entries); n != 1 {
		t.Errorf("%d entries, want 1", n)
	}
	if n := len(tl.Select(WherePublisher("S")).Entries); n != 3 {
		t.Errorf("%d entries of S, want 3", n)
	}
}

// The portable form has the words, and offsets as the reader's language counts.
func TestPortableJSON(t *testing.T) {
	text := "😀 Zürich. Kari Holm resigned."
	d, err := Parse(Article{Text: text, Language: "en"})
	if err != nil {
		t.Fatal(err)
	}
	units := map[OffsetUnit]func(string) int{
		OffsetBytes: func(s string) int { return len(s) },
		OffsetRunes: func(s string) int { return len([]rune(s)) },
		OffsetUTF16: func(s string) int { return len(utf16.Encode([]rune(s))) },
	}
	for unit, length := range units {
		j, err := d.PortableJSON(unit)
		if err != nil {
			t.Fatal(err)
		}
		var back struct {
			Offsets OffsetUnit
			Actors  []struct {
				Mentions []struct {
					Span struct {
						Start, End int
						Text       string
					}
				}
			}
		}
		if err := json.Unmarshal(j, &back); err != nil {
			t.Fatal(err)
		}
		if back.Offsets != unit || len(back.Actors) != len(d.Actors) || len(d.Actors) == 0 {
			t.Fatalf("%s: %s", unit, j)
		}
		for i := range back.Actors {
			for k, m := range back.Actors[i].Mentions {
				s := d.Actors[i].Mentions[k].Span
				if m.Span.Text != d.Slice(s) || m.Span.Start != length(text[:s.Start]) || m.Span.End != length(text[:s.End]) {
					t.Errorf("%s: %+v for %v", unit, m.Span, s)
				}
			}
		}
	}
	if _, err := d.PortableJSON("yards"); err == nil {
		t.Error("yards are taken")
	}
}

// Wrong lines are told, all of them, and the right ones are kept.
func TestLineErrors(t *testing.T) {
	csv := "name,kind,from\nAna Brandt,person,\nBo,robot,\nCy,person,someday\nDi Holm,,\n"
	jsonl := `{"name": "Ana Brandt"}` + "\n" + `{"name": "Bo", "kind": "robot"}` + "\n" + `{"title": "x"}` + "\n" +
		`{"name": "Di Holm", "aliases": ["DH"]}` + "\n"
	for form, read := range map[string]func() (*KnownActors, error){
		"CSV":  func() (*KnownActors, error) { return ReadActorsCSV(strings.NewReader(csv)) },
		"JSON": func() (*KnownActors, error) { return ReadActorsJSON(strings.NewReader(jsonl)) },
	} {
		k, err := read()
		var le *LineError
		if joined, ok := err.(interface{ Unwrap() []error }); !ok || len(joined.Unwrap()) != 2 || !errors.As(err, &le) || le.Column != "kind" {
			t.Errorf("%s: %v", form, err)
		}
		p, err := New(WithKnownActors(k), WithLocationParsers())
		if err != nil {
			t.Fatal(err)
		}
		d, err := p.Parse(Article{Text: "The vote was won by Di Holm on Monday.", Language: "en"})
		if err != nil || len(d.Actors) == 0 {
			t.Errorf("%s: %v, %v", form, d, err)
		}
	}
	csv = "name,kind,lat,lon\nA,city,1,2\nB,castle,1,2\nX,city,99,0\nD,,3,4\n"
	jsonl = `{"name": "A", "lat": 1, "lon": 2}` + "\n" + `{"name": "B", "kind": "castle", "lat": 1, "lon": 2}` + "\n" +
		`{"name": "C", "lat": "x", "lon": 2}` + "\n" + `{"name": "D", "lat": 3, "lon": 4}` + "\n"
	for form, read := range map[string]func() (*Places, error){
		"CSV":  func() (*Places, error) { return ReadPlacesCSV(strings.NewReader(csv)) },
		"JSON": func() (*Places, error) { return ReadPlacesJSON(strings.NewReader(jsonl)) },
	} {
		ps, err := read()
		var columns []string
		if joined, ok := err.(interface{ Unwrap() []error }); ok {
			for _, e := range joined.Unwrap() {
				var le *LineError
				if errors.As(e, &le) {
					columns = append(columns, le.Column)
				}
			}
		}
		if s := strings.Join(columns, " "); s != "kind lat" || ps.Len() != 2 {
			t.Errorf("places by %s: columns %q, %d places, %v", form, s, ps.Len(), err)
		}
	}
}

// A builder of many articles is larger than any small file may claim to be.
func TestMaxJSON(t *testing.T) {
	for compressed, want := range map[int]uint64{0: MaxBinaryBytes, 1 << 20: MaxBinaryBytes, 20 << 20: 1280 << 20} {
		if got := maxJSON(compressed); got != want {
			t.Errorf("%d bytes: %d of JSON, want %d", compressed, got, want)
		}
	}
	if most := maxJSON(math.MaxInt); most > math.MaxInt {
		t.Errorf("%d bytes cannot be", most)
	}
}
