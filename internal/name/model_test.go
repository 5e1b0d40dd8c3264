package name

import "testing"

// TestModel: what BuildModel writes reads as the weights that it was given, in
// buckets of few features and of many, of few labels and of many.
func TestModel(t *testing.T) {
	w := &Weights{Features: map[uint32][NumLabels]float32{}}
	w.Features[0] = [NumLabels]float32{127}
	var fs []uint32
	for k := range uint32(40) {
		f := k%3*(k%3)<<(32-modelBuckets) | (k*37+1)<<4 // up to fifteen in a bucket, with the first
		var v [NumLabels]float32
		for l := range min(k%10*2, maxPairs) {
			v[(l*5+k)%NumLabels] = float32(int(l+k)%60*2 - 61)
		}
		w.Features[f] = v
		fs = append(fs, f)
	}
	data := string(BuildModel(w))
	var look lookups
	for _, f := range fs {
		var s sums
		if look.addTo(data, []uint32{f, f ^ 1<<9, ^f}, &s); s != sumOf(w, f) {
			t.Errorf("feature %08x: %v, want %v", f, s, sumOf(w, f))
		}
	}
	var all, want sums
	look.addTo(data, append(fs, append(fs, append(fs, fs...)...)...), &all)
	for _, f := range fs {
		for l, v := range sumOf(w, f) {
			want[l] += 4 * v
		}
	}
	if all != want {
		t.Errorf("all: %v, want %v", all, want)
	}
}

func sumOf(w *Weights, f uint32) (s sums) {
	for l, v := range w.Features[f] {
		s[l] = int32(v)
	}
	return s
}
