package packed

import (
	"math"
	"testing"
)

func linear() []byte {
	data, err := BuildLinear(map[uint32][]Weight{
		7 << 20:    {{0, 1.5}, {2, -0.5}},
		7<<20 | 1:  {{1, 3}},
		0xFFFFFF00: {{2, 0.25}},
	})
	if err != nil {
		panic(err)
	}
	return data
}

func TestLinear(t *testing.T) {
	l, rest, ok := OpenLinear(string(linear()) + "rest")
	if !ok || rest != "rest" {
		t.Fatal(ok, rest)
	}
	var s Scores
	l.Add(&s, []uint32{7 << 20, 7<<20 | 1, 0xFFFFFF00, 12345})
	for i, want := range []float64{1.5, 3, -0.25} {
		if got := float64(float32(s[i]) / l.One()); math.Abs(got-want) > 0.03 {
			t.Errorf("label %d: %v, want %v", i, got, want)
		}
	}
}

// Broken data must neither panic nor hang.
func FuzzLinear(f *testing.F) {
	good := linear()
	f.Add(good)
	for i := range good {
		bad := append([]byte(nil), good...)
		bad[i] ^= 0xff
		f.Add(bad)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		l, rest, ok := OpenLinear(string(data))
		if len(rest) > len(data) {
			t.Error("more rest than data")
		}
		if !ok {
			return
		}
		var s Scores
		for h := range uint32(300) {
			l.Add(&s, []uint32{h << 20, h, h << 24})
		}
	})
}
