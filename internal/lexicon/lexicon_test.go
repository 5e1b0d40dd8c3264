package lexicon

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/dateline-go/dateline/internal/packed"
)

// A packed lexicon has an example on each line, and tells the file of a wrong one.
func TestPack(t *testing.T) {
	good := File{"a.txt", "class a: cat horse\nv purr | subj=@a | CULTURE | A cat purrs.\n"}
	data, note, err := Pack([]File{good})
	if err != nil || !strings.Contains(note, "1 lines, 1 lemmas, 1 word sets") {
		t.Fatalf("%q, %v", note, err)
	}
	x, err := packed.Open(string(data), Version)
	if err != nil {
		t.Fatal(err)
	}
	for _, k := range []string{"v purr", "c cat", "c horses", "f purred"} {
		if _, ok := x.Find(k); !ok {
			t.Errorf("no record %q", k)
		}
	}
	_, _, err = Pack([]File{good, {"b.txt", "\nv hiss | | CULTURE\n"}})
	var le *LineError
	if !errors.As(err, &le) || le.File != "b.txt" || le.Line != 2 {
		t.Errorf("%v", err)
	}
	if _, _, err := Pack(nil); err == nil {
		t.Error("no files are a lexicon")
	}
}

// The classes of a word ascend behind the computed ones.
func TestClassOrder(t *testing.T) {
	data, _, err := Pack([]File{{"a.txt", "class zoo: man mayor army cat\nclass person: man\nclass office: mayor\nclass group: army\n" +
		"class barn: cat man mayor\nv purr | subj=@zoo obj=@barn | CULTURE | A cat purrs.\n"}})
	if err != nil {
		t.Fatal(err)
	}
	x, err := packed.Open(string(data), Version)
	if err != nil {
		t.Fatal(err)
	}
	for w, computed := range map[string]int{"man": 2, "mayor": 2, "army": 1, "cat": 0} {
		r, _ := x.Find("c " + w)
		var ids []uint16
		for ; len(r) > 1; r = r[2:] {
			ids = append(ids, uint16(r[0])|uint16(r[1])<<8)
		}
		if len(ids) < computed+1 || !slices.IsSorted(ids[computed:]) || slices.Max(append([]uint16{0}, ids[:computed]...)) > Firm || ids[computed] <= Firm {
			t.Errorf("%s: classes %d", w, ids)
		}
	}
}

// Read gives the same for the same text, and never panics.
func FuzzRead(f *testing.F) {
	f.Add("kind NAP: rest\nclass a: cat\nv nap sleep.01 | subj=@a,@ANY -pass +in,on=bed | NAP 010 R weak | A cat naps.")
	f.Fuzz(func(t *testing.T, text string) {
		x, err := Read(strings.NewReader(text), "class person: man\n")
		y, err2 := Read(strings.NewReader(text), "class person: man\n")
		if x == nil || x.Table != y.Table || (err == nil) != (err2 == nil) {
			t.Errorf("%q: %v, %v", text, err, err2)
		}
	})
}
