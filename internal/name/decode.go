package name

// chain finds the best labels of a stretch of words between two that are
// outside: Viterbi over the labels that Allowed lets follow each other.
type chain struct {
	back []uint8
}

const impossible = -1 << 28

// decode writes the best labels of the words with scores ss to out. A word's
// best score over labels that may stand before a new name is found once, so
// that a step costs about 150 additions and not 441.
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
	for b := range NumLabels {
		cur[b] = impossible
		if Allowed(0, b) {
			cur[b] = ss[0][b] + tr[0][b]
		}
	}
	for i := 1; i < n; i++ {
		row := back[i*NumLabels : (i+1)*NumLabels]
		for b := range NumLabels {
			best, from := int32(impossible), 0
			if goesOn(b) {
				t := (b - 1) &^ 3
				for _, a := range [2]int{1 + t + placeB, 1 + t + placeI} {
					if v := cur[a] + tr[a][b]; v > best {
						best, from = v, a
					}
				}
			} else {
				if v := cur[0] + tr[0][b]; v > best {
					best, from = v, 0
				}
				for a := 1 + placeL; a < NumLabels; a += 4 {
					if v := cur[a] + tr[a][b]; v > best {
						best, from = v, a
					}
					if v := cur[a+1] + tr[a+1][b]; v > best {
						best, from = v, a+1
					}
				}
			}
			nxt[b] = best + ss[i][b]
			row[b] = uint8(from)
		}
		cur = nxt
	}
	best, at := int32(impossible), 0
	for a := range NumLabels {
		if !opens(a) {
			if v := cur[a] + tr[a][0]; v > best {
				best, at = v, a
			}
		}
	}
	for i := n - 1; i >= 0; i-- {
		out[i] = uint8(at)
		at = int(back[i*NumLabels+at])
	}
}

// transitions are the model's, read once a document.
type transitions [NumLabels]scores

func (t *transitions) read(data string) {
	for a := range NumLabels {
		for b := range NumLabels {
			t[a][b] = trans(data, a, b)
		}
	}
}
