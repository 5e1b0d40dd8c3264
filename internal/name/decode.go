package name

// chain finds the best labels of a stretch of words between two that are
// outside: Viterbi over the labels that Allowed lets follow each other.
type chain struct {
	back []uint8
}

const impossible = -1 << 28

// starts are the labels that no name goes on to, and ends those that none goes on
// from.
var (
	starts = [...]uint8{0, 1, 4, 5, 8, 9, 12, 13, 16, 17, 20}
	ends   = [...]uint8{0, 3, 4, 7, 8, 11, 12, 15, 16, 19, 20}
)

// decode writes the best labels of the words with scores ss to out. A label of
// starts is looked for behind those of ends alone that may be the best there.
func (c *chain) decode(tr *transitions, ss []scores, out []uint8) {
	n := len(ss)
	if n == 0 {
		return
	}
	if cap(c.back) < n*NumLabels {
		c.back = make([]uint8, 2*n*NumLabels)
	}
	back := c.back[:n*NumLabels]
	var cur, nxt scores
	for b := range cur {
		cur[b] = impossible
	}
	for _, b := range starts {
		cur[b] = ss[0][b] + tr.of[0][b]
	}
	var room [len(ends)]uint8
	for i := 1; i < n; i++ {
		row := (*[NumLabels]uint8)(back[i*NumLabels:])
		s := &ss[i]
		likely := tr.likely(&cur, room[:0])
		for _, b := range starts {
			best, from := int32(impossible), uint8(0)
			for _, a := range likely {
				if v := cur[a] + tr.of[a][b]; v > best {
					best, from = v, a
				}
			}
			nxt[b], row[b] = best+s[b], from
		}
		for t := 1; t < NumLabels; t += 4 {
			first, inner := &tr.of[t+placeB], &tr.of[t+placeI]
			for b := t + placeI; b <= t+placeL; b++ {
				best, from := int32(impossible), 0
				if v := cur[t+placeB] + first[b]; v > best {
					best, from = v, t+placeB
				}
				if v := cur[t+placeI] + inner[b]; v > best {
					best, from = v, t+placeI
				}
				nxt[b], row[b] = best+s[b], uint8(from)
			}
		}
		cur = nxt
	}
	best, at := int32(impossible), 0
	for _, a := range ends {
		if v := cur[a] + tr.of[a][0]; v > best {
			best, at = v, int(a)
		}
	}
	for i := n - 1; i >= 0; i-- {
		out[i] = uint8(at)
		at = int(back[i*NumLabels+at])
	}
}

// transitions are the model's, read once a document.
type transitions struct {
	of [NumLabels]scores
	// The least and the most from a label of ends to one of starts.
	least, most scores
}

func (t *transitions) read(data string) {
	for a := range NumLabels {
		for b := range NumLabels {
			t.of[a][b] = trans(data, a, b)
		}
	}
	for _, a := range ends {
		t.least[a], t.most[a] = t.of[a][0], t.of[a][0]
		for _, b := range starts {
			t.least[a], t.most[a] = min(t.least[a], t.of[a][b]), max(t.most[a], t.of[a][b])
		}
	}
}

// likely appends the labels of ends that may be the best before one of starts:
// a label whose score with any transition is below that of another with any is
// the best before none.
func (t *transitions) likely(cur *scores, to []uint8) []uint8 {
	sure := int32(2 * impossible)
	for _, a := range ends {
		sure = max(sure, cur[a]+t.least[a])
	}
	for _, a := range ends {
		if cur[a]+t.most[a] >= sure {
			to = append(to, a)
		}
	}
	return to
}
