package packed

import "testing"

func TestSquare(t *testing.T) {
	for b := range 256 {
		q := int32(int8(b))
		if want := q * max(q, -q); Square[b] != want {
			t.Errorf("%d: %d, want %d", q, Square[b], want)
		}
	}
}
