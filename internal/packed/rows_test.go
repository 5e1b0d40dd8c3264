package packed

import (
	"math/rand/v2"
	"strings"
	"testing"
)

func TestU64(t *testing.T) {
	const s = "\x01\x02\x03\x04\x05\x06\x07\x08\xff"
	for off, want := range map[int]uint64{
		0: 0x0807060504030201, 1: 0xff08070605040302, 2: 0x00ff080706050403, 8: 0xff, 9: 0, 100: 0, -100: 0,
	} {
		if got := U64(s, off); got != want {
			t.Errorf("%d: %x, want %x", off, got, want)
		}
	}
}

// Rows of every length, the last at the end of the data, add what their
// weights add one by one, however many features are asked for at once.
func TestRows(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	rows := map[uint32][]Weight{}
	var features []uint32
	var want Scores
	for n := range 200 {
		f := rnd.Uint32()
		if n%3 == 0 {
			f |= 0xffff0000 // much alike
		}
		var row []Weight
		for i := range n % 17 {
			q := float64(rnd.IntN(255) - 127)
			w := q * max(q, -q)
			row = append(row, Weight{Label: uint8(7*i + n%7), W: w})
			want[7*i+n%7] += int32(w)
		}
		rows[f] = row
		features = append(features, f, rnd.Uint32())
	}
	rows[0] = []Weight{{Label: 127, W: 127 * 127}} // so that a unit is 1
	data, err := BuildLinear(rows)
	if err != nil {
		t.Fatal(err)
	}
	l, _, ok := OpenLinear(string(data))
	if !ok {
		t.Fatal("not a model")
	}
	var got Scores
	l.Add(&got, features)
	if got != want {
		t.Errorf("got %v, want %v", got, want)
	}
}

// Long rows, which are wide ones, add what their weights add one by one, also
// when 64 of them have the largest.
func TestWideRows(t *testing.T) {
	rnd := rand.New(rand.NewPCG(3, 4))
	for _, labels := range []int{12, 24, 25, 96, 128} {
		rows := map[uint32]string{}
		var features []uint32
		var want Scores
		for n := range 100 {
			var row []byte
			for l := range labels {
				q := byte(127)
				switch {
				case n > 64 && rnd.IntN(3) == 0:
					continue
				case n > 64:
					q = byte(rnd.Uint32())
				case l%2 == 1:
					q = 0x80
				}
				row = append(row, byte(l), q)
				want[l] += Square[q]
			}
			if row == nil {
				continue
			}
			features = append(features, rnd.Uint32())
			rows[features[len(features)-1]] = string(row)
		}
		data, err := AppendRows(nil, rows)
		if err != nil {
			t.Fatal(err)
		}
		r, _, ok := OpenRows(string(data))
		if !ok || r.wide == "" {
			t.Fatal("no wide rows")
		}
		var got Scores
		if r.Add(&got, features); got != want {
			t.Errorf("%d labels: got %v, want %v", labels, got, want)
		}
	}
}

// Sum is what Add adds to the only label.
func TestSum(t *testing.T) {
	rnd := rand.New(rand.NewPCG(7, 8))
	rows := map[uint32]string{}
	var features []uint32
	for range 150 {
		f := rnd.Uint32()
		features = append(features, f, rnd.Uint32())
		rows[f] = string([]byte{1, byte(rnd.Uint32())})
	}
	data, err := AppendRows(nil, rows)
	if err != nil {
		t.Fatal(err)
	}
	r, _, _ := OpenRows(string(data))
	var s Scores
	if r.Add(&s, features); s[1] != r.Sum(features) || !r.Single() {
		t.Errorf("Sum = %d, want %d; single is %v", r.Sum(features), s[1], r.Single())
	}
	for _, row := range []string{"\x01\x01\x02\x01", "\x02\x01", strings.Repeat("\x01\x01", 9)} {
		rows[0] = row
		if data, err = AppendRows(nil, rows); err != nil {
			t.Fatal(err)
		}
		if r, _, _ := OpenRows(string(data)); r.Single() {
			t.Errorf("rows with %q are single", row)
		}
	}
}

// FuzzOpenRows holds for any bytes: they are no rows, or rows that features add
// the same of at once and one by one. Of wide ones that are broken, what follows
// may be left out, but the same each time.
func FuzzOpenRows(f *testing.F) {
	for _, rows := range []map[uint32]string{
		{1: "\x01\x01", 2: strings.Repeat("\x02\x02\x17\x01", 9)},
		{1: "\x01\x01", 2: strings.Repeat("\x02\x02\x7f\x01", 9)},
	} {
		good, err := AppendRows(nil, rows)
		if err != nil {
			f.Fatal(err)
		}
		for i := range good {
			bad := append([]byte(nil), good...)
			bad[i] ^= 0xff
			f.Add(bad)
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		r, _, ok := OpenRows(string(data))
		if !ok {
			return
		}
		features := []uint32{0, 1, 2, 3, 1 << 31}
		var all, again, each Scores
		r.Add(&all, features)
		r.Add(&again, features)
		sum := int32(0)
		for i := range features {
			r.Add(&each, features[i:i+1])
			sum += r.Sum(features[i : i+1])
		}
		if all != again || r.wide == "" && all != each {
			t.Errorf("added %v, again %v, one by one %v", all, again, each)
		}
		if got := r.Sum(features); got != sum {
			t.Errorf("Sum = %d, one by one %d", got, sum)
		}
	})
}

// What the form cannot hold is refused.
func TestAppendRows(t *testing.T) {
	for _, bad := range []string{"", "\x01", "\x80\x01", "\x01\x01\x02"} {
		if _, err := AppendRows(nil, map[uint32]string{7: bad}); err == nil {
			t.Errorf("row %q was taken", bad)
		}
	}
	data, err := AppendRows([]byte("head"), nil)
	if err != nil {
		t.Fatal(err)
	}
	r, rest, ok := OpenRows(string(data[4:]) + "rest")
	if !ok || rest != "rest" {
		t.Fatal(ok, rest)
	}
	var s Scores
	if r.Add(&s, []uint32{0, 1, 1 << 31}); s != (Scores{}) {
		t.Error("rows of nothing add something")
	}
}

func TestPerfect(t *testing.T) {
	rnd := rand.New(rand.NewPCG(2, 2))
	for _, n := range []int{1, 2, 10, 5000} {
		keys := make([]uint64, n)
		for i := range keys {
			keys[i] = rnd.Uint64()
		}
		pilots, slot, slots := Perfect(keys)
		seen := make([]bool, slots)
		for _, s := range slot {
			if seen[s] {
				t.Fatalf("%d keys: slot %d twice", n, s)
			}
			seen[s] = true
		}
		if len(pilots) == 0 {
			t.Error("no pilots")
		}
	}
}

// Of equal hashes none would ever have a place: that must not take for ever.
func TestPerfectEqual(t *testing.T) {
	for name, build := range map[string]func(){
		"keys":  func() { Perfect([]uint64{1, 2, 1}) },
		"pairs": func() { BuildPairs(0xff, map[uint32][2]int8{1: {1, 2}, 0x101: {3, 4}}) },
	} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%s of one hash were taken", name)
				}
			}()
			build()
		}()
	}
}
