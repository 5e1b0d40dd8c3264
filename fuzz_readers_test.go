package dateline

import (
	"bytes"
	"encoding/json"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// This file fuzzes what reads bytes that come from anywhere beside texts:
// stored forms, lists and lexicons of a program's own.

// mergeDocs are three versions of one article and two others.
func mergeDocs(f *testing.F, published string) []*Document {
	f.Helper()
	var docs []*Document
	for _, x := range []struct{ id, source, published, text string }{
		{"a", "Herald", "2025-08-12", "Gunmen killed 17 people in Moyale on Monday, police said."},
		{"a", "Herald", "2025-08-13", "Gunmen killed 19 people in Moyale on Monday, police said."},
		{"a", "Herald", published, "Gunmen killed 20 people in Moyale on Monday, the army said."},
		{"b", "Post", "2025-08-13", "At least 17 people were killed in Moyale on Monday. Kenya's president, Ana Lopez, condemned the attack."},
		{"", "", "", "President Ana Lopez will meet Peter Brandt in Nairobi on Friday."},
	} {
		p, err := ParseMoment(x.published)
		if err != nil {
			p = Moment{}
		}
		d, err := Parse(Article{ID: x.id, Source: x.source, Published: p, Text: x.text, Language: "en"})
		if err != nil {
			f.Fatal(err)
		}
		docs = append(docs, d)
	}
	return docs
}

// FuzzMerge holds the laws of TimelineBuilder: whatever is added and removed,
// in whatever order and partition, once or twice, the result is the same. Each
// byte of ops is one step: its low three bits choose what is added (from 5 on:
// removed), the next two the builder that does it.
func FuzzMerge(f *testing.F) {
	versions := [][]*Document{mergeDocs(f, "2025-08-13"), mergeDocs(f, ""), mergeDocs(f, "2025"), mergeDocs(f, "2025-08-13T10:00:00+02:00")}
	for _, ops := range []string{
		"", "\x00\x01\x02\x03\x04", "\x00\x09\x12\x0b\x14", "\x02\x09\x10", "\x05\x08\x11", "\x08\x05\x06\x13", "\x01\x0a\x06\x15",
	} {
		for v := range versions {
			f.Add([]byte(ops), uint8(v))
		}
	}
	f.Fuzz(func(t *testing.T, ops []byte, version uint8) {
		docs := versions[int(version)%len(versions)]
		step := func(b *TimelineBuilder, op byte) {
			switch n := int(op & 7); {
			case n < len(docs):
				b.Add(docs[n])
			case n == len(docs):
				b.Remove("a")
			case n == len(docs)+1:
				b.Remove("b")
			}
		}
		form := func(b *TimelineBuilder) string {
			data, err := json.Marshal(b)
			if err != nil {
				t.Fatal(err)
			}
			return string(data)
		}
		ops = ops[:min(len(ops), 40)]
		var want, back TimelineBuilder
		var parts [4]TimelineBuilder
		for i := range ops {
			step(&want, ops[i])
			step(&back, ops[len(ops)-1-i])
			step(&parts[ops[i]>>3&3], ops[i])
		}
		merge := func(bs ...*TimelineBuilder) *TimelineBuilder {
			m := &TimelineBuilder{}
			for _, b := range bs {
				m.Merge(b)
			}
			return m
		}
		p := parts[:]
		left := merge(merge(&p[0], &p[1]), &p[2], &p[3])
		right := merge(&p[0], merge(&p[1], merge(&p[2], &p[3])))
		turned := merge(&p[3], &p[2], &p[1], &p[0])
		twice := merge(left, left, &p[1], right)
		for name, got := range map[string]*TimelineBuilder{"backwards": &back, "left": left, "right": right, "turned": turned, "twice": twice} {
			if diff := cmp.Diff(form(&want), form(got)); diff != "" {
				t.Fatalf("%v, %s:\n%s", ops, name, diff)
			}
		}
	})
}

// FuzzStored holds for the stored forms of Documents and Timelines: JSON from
// anywhere, bare and in a binary form whose sum is right, is an error or a
// value that is written and read again the same, and can be used.
func FuzzStored(f *testing.F) {
	d, err := Parse(Article{ID: "a", Published: Date(2025, 8, 13), Language: "en",
		Text: "Gunmen killed at least 17 people and wounded 3 in Moyale on Monday, police said. The bank paid $3 million to Ana Lopez."})
	if err != nil {
		f.Fatal(err)
	}
	for _, v := range []any{d, d.Timeline(), map[string]any{"schema": Schema}, nil} {
		b, err := json.Marshal(v)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b)
	}
	f.Add([]byte(`{"schema":1,"entries":[{"kind":"CONSULT","title":"An entry that no report tells"}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		_ = new(Document).UnmarshalBinary(data)
		_ = new(Timeline).UnmarshalBinary(data)
		_ = new(TimelineBuilder).UnmarshalBinary(data)
		var packed []byte
		if json.Valid(data) {
			var err error
			if packed, err = packJSON(json.RawMessage(data)); err != nil {
				t.Fatal(err)
			}
			_ = new(TimelineBuilder).UnmarshalBinary(packed)
		}
		var d Document
		if json.Unmarshal(data, &d) == nil {
			again(t, &d, new(Document))
			if err := new(Document).UnmarshalBinary(packed); err != nil {
				t.Fatalf("%q: read as JSON, but not in the binary form: %v", data, err)
			}
			if d.Validate() == nil {
				_ = d.Timeline().String()
			}
		}
		var tl Timeline
		if json.Unmarshal(data, &tl) == nil {
			again(t, &tl, new(Timeline))
			_, _ = tl.WriteDetails(io.Discard)
			_ = tl.Top(2).String() + tl.Shown().AsOf(Date(2025, 8, 13)).String()
		}
	})
}

// again writes x, reads it into y and writes that: both are the same bytes.
func again(t *testing.T, x, y any) {
	t.Helper()
	a, err := json.Marshal(x)
	if err != nil {
		t.Skip(err) // what JSON can hold and not write, such as a Moment of the year 10000
	}
	if err := json.Unmarshal(a, y); err != nil {
		t.Fatalf("%s: %v", a, err)
	}
	b, err := json.Marshal(y)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(a, b) {
		t.Fatalf("%s\nbecame\n%s", a, b)
	}
}

// FuzzLists holds for lists of a program's own: lexicons of kinds, actors,
// places. Whatever they say, a parser that has them gives sound Documents.
func FuzzLists(f *testing.F) {
	f.Add("kind NAP: rest\nclass pet: cat dog\nv nap sleep.01 | subj=@pet -pass +in,on=bed | NAP | A cat naps.\nn attack | | -")
	f.Add("name,kind,country,gender,aliases,office,from,to,ids\nAna Lopez,person,KE,f,Lopez;A. Lopez,president,2024-01-31,,wikidata:Q1;crm:2")
	f.Add(`{"name": "Ana Lopez", "kind": "person", "aliases": ["Lopez"], "ids": {"wikidata": "Q1"}, "office": "president"}`)
	f.Add("name,lat,lon,kind,country,population,aliases\nMoyale,3.5,39.0,city,KE,100000,Moyale Town;Nairobi")
	f.Add(`{"name": "Moyale", "lat": 3.5, "lon": 39, "aliases": ["the attack"], "disputed": true}`)
	a := Article{Published: Date(2025, 8, 13), Language: "en",
		Text: "Gunmen killed 17 people in Moyale on Monday. President Ana Lopez condemned the attack, and a cat napped in Nairobi."}
	f.Fuzz(func(t *testing.T, text string) {
		read := func() *strings.Reader { return strings.NewReader(text) }
		ks, _ := ReadKinds(read())
		ac, _ := ReadActorsCSV(read())
		aj, _ := ReadActorsJSON(read())
		pc, _ := ReadPlacesCSV(read())
		pj, _ := ReadPlacesJSON(read())
		p, err := New(WithKinds(ks), WithKnownActors(ac, aj), WithGazetteer(pc, pj))
		if err != nil {
			t.Fatal(err)
		}
		d, err := p.Parse(a)
		if err != nil {
			t.Fatal(err)
		}
		if err := d.Validate(); err != nil {
			t.Fatal(err)
		}
	})
}

// FuzzPageMap holds for maps from anywhere: an error, or spans inside the text and the page.
func FuzzPageMap(f *testing.F) {
	f.Add([]byte(`[{"text":{"start":0,"end":4},"page":{"start":3,"end":7}},{"text":{"start":4,"end":5},"page":{"start":7,"end":12}}]`),
		"Anna met Ben", 2, 9)
	f.Add([]byte(`[{"text":{"start":-1,"end":9223372036854775807},"page":{"start":3,"end":-7}}]`), "é", -1, 1)
	f.Fuzz(func(t *testing.T, data []byte, text string, start, end int) {
		var m PageMap
		if json.Unmarshal(data, &m) != nil || m.Validate(text) != nil {
			return
		}
		size := 0
		if len(m) > 0 {
			size = m[len(m)-1].Page.End
		}
		s := Span{start, end}
		last := 0
		for _, p := range m.Pieces(s) {
			if p.Start < last || p.End < p.Start || p.End > size {
				t.Fatalf("pieces of %v: %v", s, m.Pieces(s))
			}
			last = p.End
		}
		if p := m.ToText(s); p.Start < 0 || p.End < p.Start || p.End > len(text) {
			t.Fatalf("text of %v: %v", s, p)
		}
		if d, err := Parse(Article{Text: text, Page: m, Language: "en"}); err == nil && d.Validate() != nil {
			t.Fatal(d.Validate())
		}
	})
}
