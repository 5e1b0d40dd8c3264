package transition

import "github.com/dateline-go/dateline/internal/packed"

// NumFeatures is the number of feature templates.
const NumFeatures = 195

// The numbers of templates of the first level, and of the first two.
const toFirst, toSecond = 40, 75

// Levels is the number of groups of templates. Most steps are clear after the
// first: the parser looks at the next only while the best action does not lead
// by enough (Strubell, Vilnis, Silverstein and McCallum, ACL 2015).
const Levels = 3

// Features fills f with the hashed features of a level, one a template, and
// gives their part of f. A feature is the sum of its atoms, each times an odd
// number of its role, and of a number of the template.
func (s *State) Features(level int, f *[NumFeatures]uint64) []uint64 {
	switch level {
	case 0:
		s.first(f)
		return f[:toFirst]
	case 1:
		s.second(f)
		return f[toFirst:toSecond]
	default:
		s.third(f)
		return f[toSecond:]
	}
}

// step parts the templates: each adds another multiple of it.
const step = packed.Golden

// The numbers of the roles.
const (
	r0 = 0xD6E8FEB86659FD93 | 1
	r1 = 0xA0761D6478BD642F | 1
	r2 = 0xE7037ED1A0B428DB | 1
	r3 = 0x8EBC6AF09C88C6E3 | 1
	r4 = 0x589965CC75374CC3 | 1
	r5 = 0x1D8E4E27C47D124F | 1
	r6 = 0xEB44ACCAB455D165 | 1
	r7 = 0x9FB21C651E98DF25 | 1
	r8 = 0xC2B2AE3D27D4EB4F | 1
	r9 = 0x165667B19E3779F9 | 1
)

// In the names of atoms, s0, s1, s2 are the words on top of the stack, b0, b1,
// b2 the first of the buffer; w is the form, m the lemma, t the tag, u the
// coarse tag, c, k, x the middle, fine and wide cluster. Of a word's
// dependents, l and r are the outermost on either side and n the nearest on
// the left, with l for the relation; v is their number, s the set of their
// relations. d is a distance, g what lies between, p and n the neighbours in
// the text. v0 is the next verb to come, c0 the next comma or conjunction.

// first are the templates that settle most by themselves, for what they cost.
func (s *State) first(f *[NumFeatures]uint64) {
	n := len(s.stack)
	i0, i1, i2 := s.stack[n-1], s.stack[n-2], s.stack[n-3]
	j0 := s.b
	j1 := s.ahead(1)
	S0, S1, S2 := &s.words[i0], &s.words[i1], &s.words[i2]
	B0, B1 := &s.words[j0], &s.words[j1]
	N0, M0 := &s.nodes[i0], &s.nodes[j0]
	s0w, s0m, s0t, s0k := S0.form*r0, S0.lemma*r0, S0.tag*r0, S0.fine*r0
	s1m := S1.lemma * r1
	s2m, s2t := S2.lemma*r2, S2.tag*r2
	b0w, b0m, b0t := B0.form*r3, B0.lemma*r3, B0.tag*r3
	b1t := B1.tag * r4
	s0u, s1u, b0u, b1u := S0.kind*r0, S1.kind*r1, B0.kind*r3, B1.kind*r4
	s0l, s0r, b0l := &s.words[N0.l1], &s.words[N0.r1], &s.words[M0.l1]
	s0lt, s0rt, b0lt := s0l.kind*r7, s0r.kind*r8, b0l.kind*r7
	s0rm, b0lm := s0r.lemma*r8, b0l.lemma*r7
	s0ll, s0rl, b0ll := s.rel(N0.l1)*r7, s.rel(N0.r1)*r8, s.rel(M0.l1)*r7
	s0l2t, s0r2t, b0l2t := s.words[N0.l2].kind*r9, s.words[N0.r2].kind*r9, s.words[M0.l2].kind*r9
	s0nm := s.words[N0.ln].lemma * r9
	s0vl, s0vr := valency(N0.nl)*r7, valency(N0.nr)*r8
	s0sl, s0sr, b0sl := N0.lset*r7, N0.rset*r8, M0.lset*r7
	g0 := s.between(i0, j0) * r5
	s0nt := s.words[min(i0+1, s.n+1)].tag * r8
	b0pt := s.words[j0-1].tag * r9
	nv := s.ahead2(j0)
	v0 := s.words[nv].kind*r7 + s.distance(j0, nv)*r8

	k, seed := 0, uint64(0)
	add := func(x uint64) {
		seed += step
		f[k] = x + seed
		k++
	}

	add(s0t)
	add(s0k + s0t)
	add(s2m + s2t)
	add(b0w)
	add(b0t)
	add(b1t)
	add(s0m + b0t)
	add(s0w + b0t)
	add(s0t + b0t + g0)
	add(b0m + b1t)
	add(s0m + b0u + b1u)
	add(s0u + s0lt + b0u)
	add(s0u + b0u + b0lt)
	add(s0u + s0l2t + s0lt + b0u)
	add(s0u + b0u + b0lt + b0l2t)
	add(s1u + s0u + s0lt)
	add(s0t + s0rt + s0r2t)
	add(s0m + s0rl)
	add(b0m + b0ll)
	add(s0t + b0t + b0ll)
	add(s0rm + s0u + b0u)
	add(s0t + s0nm + b0t)
	add(s0m + b0lm)
	add(s1u + s0u + b0lm)
	add(s0t + s0vl + s0vr + b0t)
	add(s0m + s0sl)
	add(s0u + s0sl + b0u)
	add(s0m + s0sr)
	add(b0t + b0sl)
	add(b0m + b0sl)
	add(b0u + b0sl + s0u)
	add(s0t + s0nt + b0t)
	add(s0t + b0t + b0pt + b1t)
	add(s1u + b0u + b0ll)
	add(s0u + b0u + b0ll + b1u)
	add(s1m + b0lm)
	add(s0ll + s0u + s1u + b0u)
	add(v0 + b0u + b1u)
	add(s0u + b0u)
	add(s0u + b0u + b1u)
}

// second are the templates that settle most of the rest.
func (s *State) second(f *[NumFeatures]uint64) {
	n := len(s.stack)
	i0, i1, i2 := s.stack[n-1], s.stack[n-2], s.stack[n-3]
	j0 := s.b
	j1, j2 := s.ahead(1), s.ahead(2)
	S0, S1, S2 := &s.words[i0], &s.words[i1], &s.words[i2]
	B0, B1, B2 := &s.words[j0], &s.words[j1], &s.words[j2]
	N0, N1, M0 := &s.nodes[i0], &s.nodes[i1], &s.nodes[j0]
	s0w, s0m, s0t, s0c, s0k := S0.form*r0, S0.lemma*r0, S0.tag*r0, S0.mid*r0, S0.fine*r0
	s1m, s1t := S1.lemma*r1, S1.tag*r1
	s2t := S2.tag * r2
	b0m, b0t, b0c, b0k := B0.lemma*r3, B0.tag*r3, B0.mid*r3, B0.fine*r3
	b1m, b1t := B1.lemma*r4, B1.tag*r4
	s0u, s1u, b0u, b1u, b2u := S0.kind*r0, S1.kind*r1, B0.kind*r3, B1.kind*r4, B2.kind*r5
	s0l, s0r, s1l, b0l := &s.words[N0.l1], &s.words[N0.r1], &s.words[N1.l1], &s.words[M0.l1]
	s0rt, s1lt := s0r.kind*r8, s1l.kind*r7
	s0lm, b0lm := s0l.lemma*r7, b0l.lemma*r7
	s0ll, b0ll := s.rel(N0.l1)*r7, s.rel(M0.l1)*r7
	b0nm := s.words[M0.ln].lemma * r9
	b0vl := valency(M0.nl) * r7
	s0sl, s0sr, s1sr := N0.lset*r7, N0.rset*r8, N1.rset*r8
	d1 := s.distance(i1, i0) * r6
	g1 := s.between(i1, i0) * r6
	s1nt := s.words[min(i1+1, s.n+1)].tag * r8
	nv := s.ahead2(j0)
	v0 := s.words[nv].kind*r7 + s.distance(j0, nv)*r8
	end := s.words[max(s.n, 1)].tag * r9
	like0, like1 := alike(S0, B0)*r8, alike(S1, B0)*r9

	k, seed := toFirst, uint64(toFirst*step&(1<<64-1))
	add := func(x uint64) {
		seed += step
		f[k] = x + seed
		k++
	}

	add(s0w)
	add(s0m + s0t)
	add(s0c + s0t)
	add(s1t)
	add(b0k + b0t)
	add(s0t + b0m)
	add(s0t + b0t)
	add(s1t + s0t + d1)
	add(s1t + s0t + g1)
	add(b0t + b1t)
	add(b0m + b1m)
	add(s0t + b0t + b1t)
	add(s0u + b0u + b1m)
	add(s0u + b0u + b1u + b2u)
	add(s1m + s0u + b0u)
	add(s1u + s0m + b0u)
	add(s1u + s0u + b0u + b1u)
	add(s2t + s0t + b0t)
	add(s0u + s0rt + b0u)
	add(s1u + s1lt + s0u)
	add(s0m + s0ll)
	add(s0t + s0ll + b0t)
	add(s1t + s0t + s0lm)
	add(s0t + b0nm + b0t)
	add(b0t + b0vl)
	add(s0u + s0sr + b0u)
	add(s1u + s1sr + s0u)
	add(s1t + s1nt + s0t)
	add(s1u + s0u + b0u + b0ll)
	add(like0 + like1 + s0u + b0u + b0ll)
	add(s0k + b0lm)
	add(v0 + s0u + s0sl)
	add(end + s0t + b0t)
	add(s0u + b0c)
	add(s0c + b0u)
}

// third are all the others.
func (s *State) third(f *[NumFeatures]uint64) {
	n := len(s.stack)
	i0, i1, i2 := s.stack[n-1], s.stack[n-2], s.stack[n-3]
	j0 := s.b
	j1, j2, j3 := s.ahead(1), s.ahead(2), s.ahead(3)
	S0, S1, S2 := &s.words[i0], &s.words[i1], &s.words[i2]
	B0, B1, B2, B3 := &s.words[j0], &s.words[j1], &s.words[j2], &s.words[j3]
	N0, N1, M0 := &s.nodes[i0], &s.nodes[i1], &s.nodes[j0]
	s0w, s0m, s0t, s0c, s0k := S0.form*r0, S0.lemma*r0, S0.tag*r0, S0.mid*r0, S0.fine*r0
	s1w, s1m, s1t, s1c, s1k := S1.form*r1, S1.lemma*r1, S1.tag*r1, S1.mid*r1, S1.fine*r1
	s2m, s2t, s2c := S2.lemma*r2, S2.tag*r2, S2.mid*r2
	b0w, b0m, b0t, b0c, b0k := B0.form*r3, B0.lemma*r3, B0.tag*r3, B0.mid*r3, B0.fine*r3
	b1m, b1t, b1c := B1.lemma*r4, B1.tag*r4, B1.mid*r4
	b2m, b2t := B2.lemma*r5, B2.tag*r5
	s0u, s1u, s2u, b0u, b1u, b2u, b3u := S0.kind*r0, S1.kind*r1, S2.kind*r2, B0.kind*r3, B1.kind*r4, B2.kind*r5, B3.kind*r6
	s0x, s1x, b0x := S0.wide*r0, S1.wide*r1, B0.wide*r3
	s0l, s0r, s1r, b0l := &s.words[N0.l1], &s.words[N0.r1], &s.words[N1.r1], &s.words[M0.l1]
	s0rt, s1rt := s0r.kind*r8, s1r.kind*r8
	s0lm, s1rm, b0lm := s0l.lemma*r7, s1r.lemma*r8, b0l.lemma*r7
	s0ll, s0rl, s1ll, s1rl, b0ll := s.rel(N0.l1)*r7, s.rel(N0.r1)*r8, s.rel(N1.l1)*r7, s.rel(N1.r1)*r8, s.rel(M0.l1)*r7
	s1r2t := s.words[N1.r2].kind * r9
	s1lm := s.words[N1.l1].lemma * r3
	s0nm := s.words[N0.ln].lemma * r9
	s1vl, s1vr := valency(N1.nl)*r7, valency(N1.nr)*r8
	s0sl, s0sr, s1sl, s1sr := N0.lset*r7, N0.rset*r8, N1.lset*r7, N1.rset*r8
	d0, d1 := s.distance(i0, j0)*r5, s.distance(i1, i0)*r6
	g0, g1, g2 := s.between(i0, j0)*r5, s.between(i1, i0)*r6, s.between(i1, j0)*r7
	s0pt, s0nt := s.words[max(i0-1, 0)].tag*r7, s.words[min(i0+1, s.n+1)].tag*r8
	s1pt := s.words[max(i1-1, 0)].tag * r7
	b0pt := s.words[j0-1].tag * r9
	nv, nc := s.ahead2(j0), s.next[min(j0+1, s.n+1)].mark
	v0 := s.words[nv].kind*r7 + s.distance(j0, nv)*r8
	c0 := s.words[nc].kind*r9 + s.distance(j0, nc)*r8
	S3 := &s.words[s.stack[max(n-4, 0)]]
	s3t := S3.kind * r6
	like0, like1 := alike(S0, B0)*r8, alike(S1, B0)*r9
	nvm := s.words[nv].lemma * r9
	s0rc, s1rc := s.words[s.nodes[N0.r1].l1].lemma*r5, s.words[s.nodes[N1.r1].l1].lemma*r6
	s0rrl := s.rel(s.nodes[N0.r1].r1) * r4

	k, seed := toSecond, uint64(toSecond*step&(1<<64-1))
	add := func(x uint64) {
		seed += step
		f[k] = x + seed
		k++
	}

	add(s0w + s0t)
	add(s1w + s1t)
	add(s1m + s1t)
	add(s1c + s1t)
	add(s1k + s1t)
	add(s2t)
	add(b0w + b0t)
	add(b0m + b0t)
	add(b0c + b0t)
	add(b1m + b1t)
	add(b1c + b1t)
	add(b2t)
	add(b2m + b2t)
	add(s0m + b0m)
	add(s0c + b0c)
	add(s0k + b0k)
	add(s0c + b0t)
	add(s0t + b0c)
	add(s0t + b0t + d0)
	add(s0c + s0t + b0t + b0c + d0)
	add(s1m + s0m)
	add(s1m + s0t)
	add(s1t + s0m)
	add(s1t + s0t)
	add(s1c + s0c)
	add(s1k + s0k)
	add(s1c + s0t)
	add(s1t + s0c)
	add(s1c + s0m)
	add(s1m + s0c)
	add(s1t + b0t)
	add(s1m + b0t)
	add(s1t + b0m)
	add(s1m + b0m)
	add(s1c + b0c)
	add(s1t + b0t + g2)
	add(b0t + b1m)
	add(b0c + b1c)
	add(b0t + b1t + b2u)
	add(b1t + b2u + b3u)
	add(b0u + b1u + b2u + b3u)
	add(s0u + b0m + b1u)
	add(s1t + s0t + b0t)
	add(s1u + s0u + b0m)
	add(s1c + s0c + b0u)
	add(s1c + s0t + b0c)
	add(s1t + s0c + b0c)
	add(s1x + s0x + b0x)
	add(s1x + s0x + b0u)
	add(s0x + b0x + b1u)
	add(s2u + s1t + s0t)
	add(s2u + s1u + s0u + b0u)
	add(s2m + s1u + s0u)
	add(s2c + s1u + s0u)
	add(s2t + s1t)
	add(s1u + s1rt + s0u)
	add(s1u + s0u + s0rt)
	add(s1u + s1rt + s1r2t + s0u)
	add(s1m + s1ll)
	add(s1m + s1rl)
	add(s0t + s0rl + b0t)
	add(s1t + s1ll + s0t)
	add(s1t + s1rl + s0t)
	add(s1t + s0t + s0rl)
	add(s1rm + s1u + s0u)
	add(s1m + s0lm)
	add(s1c + s0lm + s0c)
	add(s1m + s0nm + s0u)
	add(s1m + s0u + b0lm)
	add(s1u + s0m + b0lm)
	add(s0c + b0lm + b0c)
	add(s1c + b0lm + b0c)
	add(s1x + s0x + b0lm)
	add(s1x + b0lm + b0x)
	add(s0x + b0lm + b0x)
	add(s1t + s1vl + s1vr + s0t)
	add(s1m + s1sr)
	add(s1u + s1sl + s1sr)
	add(s1m + s1sr + s0u)
	add(s0u + s0sl + s0sr + s1u)
	add(s0t + s0pt + b0t)
	add(s1t + s1pt + s0t)
	add(like0 + like1 + s1u + b0u + b0ll)
	add(s1k + b0lm)
	add(s1c + b0lm + s0t)
	add(s2c + b0lm + s0t)
	add(s2m + s1rl + b0lm)
	add(s1rm + s1m)
	add(s0ll + s0t + s1m)
	add(s0lm + s0m + s1u)
	add(v0 + s0u + b0u)
	add(v0 + s1u + s0u)
	add(c0 + s0u + b0u)
	add(c0 + s1u + s0u)
	add(s3t + s2u + s1u + s0u)
	add(s3t + s1u + b0u)
	add(s2m + s1u + b0u)
	add(s1t + s0t + b0t + s2u)
	add(s1u + s0u)
	add(s1u + s0u + b0u)
	add(s1u + s0c)
	add(s1c + s0u)
	add(s2m + b0lm)
	add(s2m + s1lm + s0u)
	add(s1m + d1 + s0u)
	add(s0m + d0 + b0u)
	add(s1c + g1 + s0c)
	add(s0c + g0 + b0u)
	add(b0u + b1m + b2u)
	add(b0m + b1u + b2u)
	add(s0rc + s0u + b0u)
	add(s0rc + s0m + b0lm)
	add(s1rc + s1m + s0lm)
	add(s1rc + s1u + s0u + b0u)
	add(s0rrl + s0rl + s0u + b0u)
	add(nvm + s0u + b0u)
	add(s1sl + s1u + s0t + b0t)
	add(s1sl + s1sr + s0u + b0u)
	add(s0sl + s0sr + s0u + b0u)
	add(s0nt + b0pt + s0t + b0t + d0)
}

// alike tells how two words resemble each other.
func alike(a, b *Word) uint64 {
	x := uint64(600)
	if a.tag == b.tag {
		x++
	}
	if a.mid == b.mid {
		x += 2
	}
	if a.lemma == b.lemma {
		x += 4
	}
	return small(x)
}

// ahead2 is the next verb after word i, or the root.
func (s *State) ahead2(i int32) int32 { return s.next[min(i+1, s.n+1)].verb }

// ahead is the i-th word after the first of the buffer.
func (s *State) ahead(i int32) int32 {
	if j := s.b + i; j <= s.n+1 {
		return j
	}
	return 0
}

// small spreads a small number; its role spreads it further.
func small(x uint64) uint64 { return x * 0x9E6C63D0876A9A99 }

// rel is the hashed relation of word i.
func (s *State) rel(i int32) uint64 { return small(uint64(s.nodes[i].rel) + 100) }

func valency(n uint8) uint64 { return small(uint64(min(n, 5)) + 300) }

// distance is the hashed, bucketed number of words from i to j.
func (s *State) distance(i, j int32) uint64 {
	d := j - i
	switch {
	case i == 0:
		d = 0
	case d > 15:
		d = 8
	case d > 8:
		d = 7
	case d > 5:
		d = 6
	}
	return small(uint64(d) + 400)
}

// between hashes which of commas, verbs, conjunctions and quotation marks lie
// after i and before j.
func (s *State) between(i, j int32) uint64 {
	if i == 0 || j <= i {
		return small(500)
	}
	a, b := &s.pre[i+1], &s.pre[j]
	return small(501 + uint64(min(b.comma-a.comma, 2)) + 3*uint64(min(b.verb-a.verb, 2)) + 9*uint64(min(b.cc-a.cc, 1)) +
		18*uint64(min(b.quote-a.quote, 2)))
}
