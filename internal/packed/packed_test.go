package packed

import (
	"errors"
	"maps"
	"slices"
	"strings"
	"testing"
)

func TestTable(t *testing.T) {
	data := string(Build(3, map[string]string{"b": "two", "a": "", "c d": "\x00\xff"}))
	tab, err := Open(data, 3)
	if err != nil {
		t.Fatal(err)
	}
	if tab.Len() != 3 {
		t.Errorf("Len = %d", tab.Len())
	}
	for k, want := range map[string]string{"a": "", "b": "two", "c d": "\x00\xff"} {
		if v, ok := tab.Find(k); !ok || v != want {
			t.Errorf("Find(%q) = %q, %v", k, v, ok)
		}
	}
	for _, k := range []string{"", "aa", "c", "zz"} {
		if v, ok := tab.Find(k); ok {
			t.Errorf("Find(%q) = %q", k, v)
		}
	}
	if i, ok := tab.Search("bb"); i != 2 || ok {
		t.Errorf("Search(bb) = %d, %v", i, ok)
	}
	if _, err := Open(data, 4); !errors.Is(err, ErrCorrupt) {
		t.Errorf("another version: %v", err)
	}
	if data != string(Build(3, map[string]string{"c d": "\x00\xff", "b": "two", "a": ""})) {
		t.Error("the same records give other bytes")
	}
}

// FuzzOpen holds for any bytes: an error, or a table that can be read without a panic.
func FuzzOpen(f *testing.F) {
	good := Build(1, map[string]string{"a": "1", "b": "2", "long key": "long value"})
	f.Add(good)
	for i := range good {
		bad := append([]byte(nil), good...)
		bad[i] ^= 0xff
		f.Add(bad)
	}
	f.Add(good[:len(good)-1])
	f.Fuzz(func(t *testing.T, data []byte) {
		tab, err := Open(string(data), 1)
		if err != nil {
			return
		}
		for i := range tab.Len() {
			if k, v := tab.At(i); len(k)+len(v) > len(data) {
				t.Errorf("record %d is longer than the table", i)
			}
		}
		if v, ok := tab.Find("a"); !ok && v != "" {
			t.Errorf("Find gives %q for a key that is not there", v)
		}
	})
}

// Keys that are alike in their first bytes, of any length, are told apart.
func TestSearch(t *testing.T) {
	records := map[string]string{}
	for _, k := range []string{"", "a", "a\x00", "a\x00b", "ab", "abcdefg", "abcdefgh", "abcdefgh\x00", "abcdefghi", "abcdefghj", "b\xff", "é", strings.Repeat("x", 200)} {
		records[k] = "v" + k
	}
	tab, err := Open(string(Build(1, records)), 1)
	if err != nil {
		t.Fatal(err)
	}
	keys := slices.Sorted(maps.Keys(records))
	for i, k := range keys {
		if v, ok := tab.Find(k); !ok || v != records[k] {
			t.Errorf("%q: %q, %v", k, v, ok)
		}
		if v, ok := tab.Find(k + "?"); ok {
			t.Errorf("%q: %q", k+"?", v)
		}
		for _, other := range []string{k + "\x00\x00", k + "~", k[:len(k)/2]} {
			want, known := slices.BinarySearch(keys, other)
			if at, ok := tab.Search(other); at != want || ok != known {
				t.Errorf("%q beside record %d: %d %v, want %d %v", other, i, at, ok, want, known)
			}
		}
	}
}
