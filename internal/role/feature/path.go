package feature

import (
	"github.com/dateline-go/dateline/internal/packed"
	"github.com/dateline-go/dateline/internal/token"
)

// Path is the hashed way through the tree from a predicate to another word:
// the class of the predicate, the relations up, the relations down.
type Path uint32

// Paths tells which paths arguments are found on.
type Paths interface {
	// Find reports whether words on path p may be arguments, and whether
	// there are longer such paths that begin with p.
	Find(p Path) (kept, more bool)
	// Most is how many words are taken for one predicate.
	Most() int
}

// All is the Paths that keeps every path within bounds.
type All struct{}

// Find keeps p.
func (All) Find(Path) (kept, more bool) { return true, true }

// Most is as many as are looked at.
func (All) Most() int { return maxWalk }

// Taken is how many words on kept paths are taken for one predicate: half as
// many again as any predicate of the treebank has.
const Taken = 24

// The longest way up and down, and the most words that are looked at for one
// predicate.
const (
	maxUp    = 5
	maxDown  = 4
	maxWalk  = 200
	maxSteps = 6
)

func step(p Path, up bool, r token.Rel) Path {
	x := uint64(p)<<8 | uint64(r)
	if up {
		x |= 0x80
	}
	return Path(packed.Mix(x) >> 32)
}

// Candidate is a word that may be an argument.
type Candidate struct {
	Token int32
	Path  Path
	up    uint8 // steps up
	down  uint8
}

// walker goes the paths from one predicate.
type walker struct {
	s     *Sentence
	paths Paths
	left  int // words still to be looked at
	most  int // words to be taken
	cands []Candidate
}

// Candidates are the words that stand on kept paths from predicate i of class
// c. They are good until the next call.
func (s *Sentence) Candidates(i int32, c Class, paths Paths) []Candidate {
	w := walker{s: s, paths: paths, left: maxWalk, most: paths.Most(), cands: s.cands[:0]}
	p := Path(c)
	w.down(i, token.None, p, 0, 0)
	at := i
	for up := uint8(1); up <= maxUp; up++ {
		t := &s.d.Tokens[at]
		if t.Head == token.None {
			break
		}
		p = step(p, true, t.Rel)
		kept, more := paths.Find(p)
		if kept {
			w.cands = append(w.cands, Candidate{Token: t.Head, Path: p, up: up})
		}
		if !more {
			break
		}
		w.down(t.Head, at, p, up, 0)
		at = t.Head
	}
	s.cands = w.cands
	return w.cands
}

// down goes to the dependents of i but not, but from where the way up came.
func (w *walker) down(i, but int32, p Path, up, down uint8) {
	if down == maxDown || up+down >= maxSteps {
		return
	}
	for k := w.s.d.Tokens[i].Kid; k != token.None && w.left > 0 && len(w.cands) < w.most; k = w.s.d.Tokens[k].Sib {
		w.left--
		if k == but {
			continue
		}
		q := step(p, false, w.s.d.Tokens[k].Rel)
		kept, more := w.paths.Find(q)
		if kept {
			w.cands = append(w.cands, Candidate{Token: k, Path: q, up: up, down: down + 1})
		}
		if more {
			w.down(k, token.None, q, up, down+1)
		}
	}
}

// Prefixes are the paths that the path from i to j begins with, for the trainer.
func (s *Sentence) Prefixes(i, j int32, c Class) []Path {
	above := map[int32]bool{}
	for at := j; at != token.None; at = s.d.Tokens[at].Head {
		above[at] = true
	}
	var out []Path
	p, at := Path(c), i
	for !above[at] {
		p = step(p, true, s.d.Tokens[at].Rel)
		at = s.d.Tokens[at].Head
		out = append(out, p)
	}
	var down []int32
	for k := j; k != at; k = s.d.Tokens[k].Head {
		down = append(down, k)
	}
	for n := len(down) - 1; n >= 0; n-- {
		p = step(p, false, s.d.Tokens[down[n]].Rel)
		out = append(out, p)
	}
	return out[:max(0, len(out)-1)]
}
