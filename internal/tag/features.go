package tag

import (
	"unicode"
	"unicode/utf8"

	"github.com/dateline-go/dateline/internal/cluster"
	"github.com/dateline-go/dateline/internal/token"
)

// Atoms are the properties of one token that features are made of, as hashes.
type Atoms struct {
	Low                uint32 // lower-case form, digits as 0
	form               uint32 // surface
	shape, short       uint32 // Xxxx-00 and Xx-0
	s1, s2, s3, s4, s5 uint32 // suffixes of Low
	p1, p2, p3         uint32 // prefixes of Low
	c, mid, coarse     uint32 // clusters
	Class              uint32 // ambiguity class of the word in the lexicon
	misc               uint32 // hyphen, digit, capital, place in the sentence
	only               int    // the label that is the word's only one, or -1
}

// The hash is FNV-1a in 32 bits; mix spreads its bits.
const fnvBasis, fnvPrime = 2166136261, 16777619

func mix(template, x uint32) uint32 {
	h := uint64(x+template*0x9E3779B1) * 0x9E3779B97F4A7C15
	return uint32(h >> 32)
}

func pair(a, b uint32) uint32 {
	h := (uint64(a)<<32 | uint64(b)) * 0xD6E8FEB86659FD93
	return uint32(h>>32) ^ uint32(h)
}

// boundary stands for the tokens before and behind a sentence.
var boundary = Atoms{Low: 1, form: 1, shape: 1, short: 1, s1: 1, s2: 1, s3: 1, s4: 1, s5: 1, p1: 1, p2: 1, p3: 1,
	c: 1, mid: 1, coarse: 1, Class: 1, misc: 1}

// setAtoms fills a with what token t, whose surface is w, shows. first says
// that it starts its sentence, caps that the sentence is in capitals.
func setAtoms(a *Atoms, w string, t *token.Token, first, caps bool) {
	low := t.Lower
	var h [4]uint32 // prefix hashes
	x := uint32(fnvBasis)
	runes := 0
	for i := 0; i < len(low); i++ {
		b := low[i]
		if b >= '0' && b <= '9' {
			b = '0'
		}
		x = (x ^ uint32(b)) * fnvPrime
		if i+1 == len(low) || low[i+1]&0xC0 != 0x80 {
			if runes++; runes < len(h) {
				h[runes] = x
			}
		}
	}
	a.Low = x
	a.p1, a.p2, a.p3 = h[1], h[2], h[3]
	a.s1, a.s2, a.s3, a.s4, a.s5 = 2, 2, 2, 2, 2
	y := uint32(fnvBasis)
	k := 0
	suffix := [...]*uint32{&a.s1, &a.s2, &a.s3, &a.s4, &a.s5}
	for i := len(low) - 1; i >= 0 && k < 5; i-- {
		b := low[i]
		if b >= '0' && b <= '9' {
			b = '0'
		}
		y = (y ^ uint32(b)) * fnvPrime
		if b&0xC0 == 0x80 {
			continue
		}
		*suffix[k] = y
		k++
	}
	a.shape, a.short = shapes(w)
	a.form = pair(a.Low, a.short)
	a.c, a.mid, a.coarse = 3, 3, 3
	if id, ok := cluster.OfToken(t); ok {
		a.c, a.mid, a.coarse = uint32(id)+16, uint32(id.Mid())+16, uint32(id.Coarse())+16
	}
	a.misc = misc(w, t, first, caps)
}

// misc packs what else a token shows: its flags, its place, and the signs inside it.
func misc(w string, t *token.Token, first, caps bool) uint32 {
	m := uint32(t.Flags & (token.Capital | token.AllCaps | token.HasDigit | token.Numeric | token.Punct))
	if first {
		m |= 1 << 16
	}
	if caps {
		m |= 1 << 17
	}
	if t.Flags&token.HasDigit == 0 && len(w) > 2 {
		for i := 1; i+1 < len(w); i++ {
			switch w[i] {
			case '-':
				m |= 1 << 18
			case '.':
				m |= 1 << 19
			case '\'':
				m |= 1 << 20
			case '@', '/', '_':
				m |= 1 << 21
			}
		}
		if w[len(w)-1] == '.' {
			m |= 1 << 22
		}
	}
	return m
}

// shapes are the hashes of the form with its letters and digits replaced by
// their classes, whole and with runs made one.
func shapes(w string) (full, short uint32) {
	x, y := uint32(fnvBasis), uint32(fnvBasis)
	last := byte(0)
	run := 0
	for i := 0; i < len(w); {
		c := w[i]
		size := 1
		switch {
		case c >= 'a' && c <= 'z':
			c = 'x'
		case c >= 'A' && c <= 'Z':
			c = 'X'
		case c >= '0' && c <= '9':
			c = '0'
		case c >= utf8.RuneSelf:
			r, n := utf8.DecodeRuneInString(w[i:])
			size = n
			switch {
			case unicode.IsUpper(r):
				c = 'X'
			case unicode.IsLetter(r):
				c = 'x'
			case r == '’' || r == '‘':
				c = '\''
			case r == '“' || r == '”':
				c = '"'
			case r == '–' || r == '—':
				c = '-'
			}
		}
		if c != last {
			y = (y ^ uint32(c)) * fnvPrime
			run = 0
		}
		if run++; run <= 4 {
			x = (x ^ uint32(c)) * fnvPrime
		}
		last = c
		i += size
	}
	return x, y
}

// at is token j of a, or the boundary.
func at(a []Atoms, j int) *Atoms {
	if j < 0 || j >= len(a) {
		return &boundary
	}
	return &a[j]
}

// Static appends the features of token i that do not depend on tags.
func Static(f []uint32, a []Atoms, i int) []uint32 {
	w := &a[i]
	b, bb, n, nn, nnn := at(a, i-1), at(a, i-2), at(a, i+1), at(a, i+2), at(a, i+3)
	return append(f,
		mix(1, w.Low), mix(2, w.form), mix(3, w.s1), mix(4, w.s2), mix(5, w.s3), mix(6, w.s4), mix(7, w.s5),
		mix(8, w.p1), mix(9, w.p2), mix(10, w.p3),
		mix(11, w.shape), mix(12, w.short), mix(13, w.misc),
		mix(14, w.c), mix(15, w.mid), mix(16, w.coarse),
		mix(17, b.Low), mix(18, bb.Low), mix(19, n.Low),
		mix(20, b.s3), mix(21, n.s2), mix(22, n.mid), mix(23, nn.mid), mix(24, n.short),
		mix(25, n.Class), mix(26, pair(n.Class, nn.Class)), mix(27, pair(w.Class, n.Class)),
		mix(28, pair(b.Low, w.Low)), mix(29, pair(w.Low, n.Low)),
		mix(30, pair(w.short, pair(n.short, b.short))), mix(31, pair(w.s3, w.short)), mix(32, pair(w.misc, w.c)),
		mix(33, pair(w.Class, pair(n.Class, nn.Class))), mix(34, pair(w.Low, n.mid)), mix(35, pair(w.Low, b.mid)),
		mix(36, pair(w.Low, n.Class)), mix(37, pair(w.Low, nn.Class)), mix(38, pair(w.Low, pair(n.Class, nn.Class))),
		mix(39, pair(w.Class, nnn.Class)), mix(40, pair(w.Class, pair(b.Class, n.Class))),
		mix(41, pair(w.short, n.Low)), mix(42, pair(w.short, b.Low)),
	)
}

// QuickStatic appends the features of token i that do not depend on tags, for
// the first pass.
func QuickStatic(f []uint32, a []Atoms, i int) []uint32 {
	w, b, n, nn := &a[i], at(a, i-1), at(a, i+1), at(a, i+2)
	return append(f,
		mix(1, w.Low), mix(2, w.form), mix(4, w.s2), mix(5, w.s3), mix(32, pair(w.misc, w.c)),
		mix(31, pair(w.s3, w.short)), mix(13, pair(w.misc, w.Class)),
		mix(25, n.Class), mix(33, pair(w.Class, pair(n.Class, nn.Class))),
		mix(36, pair(w.Low, n.Class)), mix(28, pair(b.Low, w.Low)), mix(29, pair(w.Low, n.Low)),
	)
}

// QuickDynamic appends those that depend on the tags before it.
func QuickDynamic(f []uint32, a []Atoms, i int, h *History) []uint32 {
	w, n := &a[i], at(a, i+1)
	return append(f,
		mix(103, pair(h.t1, w.Low)), mix(105, pair(pair(h.t1, h.t2), w.Class)),
		mix(107, pair(h.t1, pair(w.mid, w.short))), mix(106, pair(h.t1, w.s2)),
		mix(112, pair(h.word, w.Class)), mix(111, pair(h.t1, pair(w.Class, n.Class))),
	)
}

// Guess is what the first pass says of a token: the best label, and by how
// much it leads the next best.
type Guess struct {
	Label uint8
	Lead  int32
}

// none stands for the label of a token outside the sentence.
const none = uint32(254)

// History is what tagging has seen of the sentence so far.
type History struct {
	t1, t2 uint32 // tags of the last two tokens
	word   uint32 // last verb, auxiliary or to
}

// Start is the history at the start of a sentence.
func Start() History { return History{1, 1, 1} }

// Next is h after token w has got label l, which is a verb's if verb is set.
func (h History) Next(w *Atoms, l int, verb bool) History {
	h.t1, h.t2 = uint32(l)+2, h.t1
	if verb {
		h.word = w.Low
	}
	return h
}

// IsVerb reports whether a tag belongs to the verbs of History.
func IsVerb(u token.UPOS, x token.XPOS) bool {
	return u == token.VERB || u == token.AUX || x == token.TO && u == token.PART
}

// Dynamic appends the features of token i that depend on the tags before it
// and on the guesses behind it. Its own guess is left out: a model that leans
// on it learns little else. Words and a bias are there once more: they learn
// twice as fast as the rest.
func Dynamic(f []uint32, a []Atoms, g []Guess, i int, h *History) []uint32 {
	r1, r2 := none, none
	if i+1 < len(g) {
		r1 = uint32(g[i+1].Label)
	}
	if i+2 < len(g) {
		r2 = uint32(g[i+2].Label)
	}
	t1 := h.t1
	w, b, n, nn := &a[i], at(a, i-1), at(a, i+1), at(a, i+2)
	tt := pair(t1, h.t2)
	return append(f,
		mix(101, t1), mix(102, tt), mix(103, pair(t1, w.Low)), mix(104, pair(t1, w.Class)),
		mix(105, pair(tt, w.Class)), mix(106, pair(t1, w.s3)), mix(107, pair(t1, w.mid)),
		mix(108, pair(t1, w.short)), mix(109, pair(h.t2, w.Class)), mix(110, pair(h.t2, b.Low)),
		mix(111, pair(t1, pair(n.Class, nn.Class))),
		mix(112, pair(h.word, w.Class)), mix(113, pair(h.word, pair(t1, w.s2))),
		mix(121, r1), mix(122, pair(r1, w.Class)), mix(123, pair(r1, w.Low)), mix(124, pair(r1, t1)),
		mix(125, pair(r1, pair(t1, w.Class))), mix(126, pair(r1, pair(r2, w.Class))),
		mix(127, pair(r1, pair(w.s3, w.short))), mix(128, pair(t1, pair(r1, r2))),
		mix(129, 0), mix(130, w.Low), mix(131, n.Low), mix(132, b.Low), mix(133, 0),
	)
}
