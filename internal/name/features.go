package name

import "math/bits"

// mix makes the hash of a feature from its template and up to two values.
func mix(template uint64, a, b uint64) uint32 {
	h := (a ^ template*0xD6E8FEB86659FD93) * hashMul
	h = (h ^ h>>32 ^ b) * 0xD6E8FEB86659FD93
	return uint32(h >> 32)
}

// add appends the feature of a template with values a and b.
func (x *Extractor) add(template, a, b uint64) {
	x.buf = append(x.buf, mix(template, a, b))
}

// classes appends a feature for each class in c.
func (x *Extractor) classes(template uint64, c Class, b uint64) {
	for m := uint32(c &^ Prefix); m != 0; m &= m - 1 {
		x.add(template, uint64(bits.TrailingZeros32(m)), b)
	}
}

// Candidate reports whether word i of the sentence may be in a name. Words
// that may not have no features and are outside.
func (x *Extractor) Candidate(i int) bool { return x.at(i).cand }

// Len is the number of words of the sentence.
func (x *Extractor) Len() int { return x.n }

// Features are the hashes of the features of word i, of which the first
// lexical ones are made of the word's own form, those from tagged on of parts
// of speech, and the others of its classes, its shape and its surroundings.
// The slice holds until the next call.
func (x *Extractor) Features(i int) (features []uint32, lexical, tagged int) {
	x.buf = x.buf[:0]
	a, p, n := x.at(i), x.at(i-1), x.at(i+1)
	pp, nn := x.at(i-2), x.at(i+2)
	mode := x.mode
	k := uint64(a.kase) | mode<<4
	lower := x.lower(i)
	size := len(lower)
	if a.shape == 0 {
		a.surface(x.word(i), lower)
	}

	x.add(1, a.hash, 0)
	x.add(2, a.hash, p.hash)
	x.add(3, a.hash, n.hash)
	x.add(4, HashWord(lower[max(0, size-3):]), k)
	x.add(5, HashWord(lower[:min(3, size)]), 0)
	lexical = len(x.buf)

	x.add(6, 0, 0)
	// Words near by, on either side.
	for j := max(-pad, i-4); j < i-1; j++ {
		x.add(60, x.atoms[pad+j].hash, 0)
	}
	for j := i + 2; j <= i+4 && j < x.n; j++ {
		x.add(61, x.at(j).hash, 0)
	}
	x.add(7, p.hash, 0)
	x.add(8, n.hash, 0)
	x.add(9, pp.hash, 0)
	x.add(10, nn.hash, 0)
	x.add(11, p.hash, n.hash)
	c := uint64(a.cluster)
	x.add(12, c, 0)
	x.add(13, c>>4, 0)
	x.add(14, c>>6, k)
	x.add(15, uint64(p.cluster), 0)
	x.add(16, uint64(n.cluster), 0)
	x.add(17, uint64(p.cluster>>4), 0)
	x.add(18, uint64(n.cluster>>4), 0)
	x.add(19, uint64(pp.cluster>>4), 0)
	x.add(20, uint64(nn.cluster>>4), 0)
	x.add(21, uint64(p.cluster>>4), c>>4)
	x.add(22, uint64(n.cluster>>4), c>>4)
	x.add(23, c>>4, mode)

	x.add(24, uint64(a.shape), 0)
	x.add(25, uint64(p.kase)|uint64(n.kase)<<4, k)
	x.add(26, HashWord(lower[max(0, size-2):]), uint64(a.kase))
	pos := uint64(0)
	switch i {
	case 0:
		pos = 1
	case 1:
		pos = 2
	}
	x.add(27, pos, k)
	x.add(28, pos, uint64(a.class&(Common|FirstName|Calendar|Title|Demonym)))

	x.classes(29, a.class, 0)
	x.add(30, uint64(a.class&^Prefix), k)
	x.add(31, uint64(p.class&^Prefix), 0)
	x.add(32, uint64(n.class&^Prefix), 0)
	x.classes(33, p.class, uint64(a.kase))
	x.classes(34, n.class, uint64(a.kase))
	if a.place != 0 {
		x.classes(35, a.span, uint64(a.place))
		x.add(36, uint64(a.span), uint64(a.place)|mode<<4)
	}
	sort := uint64(0)
	for k, c := range [...]Class{placeClasses, Hamlet, FirstName, Surname, orgClasses | OrgWord, Common} {
		if (a.class|a.span)&c != 0 {
			sort |= 1 << k
		}
	}
	x.add(39, sort, p.hash)
	x.add(57, sort, n.hash)
	x.others(i, a)
	x.add(37, uint64(p.class&^Prefix&^Common), uint64(a.class&^Prefix&^Common))
	x.add(38, uint64(n.class&^Prefix&^Common), uint64(a.class&^Prefix&^Common))

	if a.run >= 0 {
		r := &x.runs[a.run]
		size := r.last - r.first
		where := uint64(0)
		switch int32(i) {
		case r.last - 1:
			where = 2
			if size == 1 {
				where = 3
			}
		case r.first:
			where = 1
		}
		f, l := x.at(int(r.first)), x.at(int(r.last)-1)
		b, e := x.at(int(r.first)-1), x.at(int(r.last))
		x.add(40, uint64(min(size, 6)), where|mode<<4)
		x.add(41, l.hash, where)
		x.add(42, f.hash, where)
		x.add(43, uint64(l.cluster>>4), where)
		x.add(44, uint64(f.cluster>>4), where)
		x.add(45, b.hash, where)
		x.add(46, e.hash, where)
		x.add(47, uint64(b.cluster), where)
		x.add(48, uint64(e.cluster), where)
		x.add(49, uint64(b.cluster>>4), uint64(e.cluster>>4))
		x.classes(50, r.class&(OrgWord|CorpSuffix|GeoWord|Team|FirstName|Title|MiscWord|Company|Media|placeClasses|Hamlet), where)
		x.classes(51, l.class&^Common, where)
		x.classes(52, f.class&^Common, where)
		x.add(53, uint64(r.class&(OrgWord|CorpSuffix|GeoWord|FirstName|Title|MiscWord|Demonym|placeClasses)), uint64(min(size, 3)))
		x.classes(54, b.class, 0)
		x.classes(55, e.class, 0)
		x.add(56, uint64(b.kase), uint64(e.kase)|uint64(min(size, 3))<<8|mode<<16)
	}
	tagged = len(x.buf)
	if a.tag != 0 {
		w := uint64(a.tag)
		x.add(70, w, k)
		x.add(71, w, uint64(p.tag))
		x.add(72, w, uint64(n.tag))
		x.add(73, w, uint64(p.tag)<<8|uint64(n.tag))
		x.add(74, uint64(p.tag), uint64(pp.tag))
		x.add(75, uint64(n.tag), uint64(nn.tag))
		if a.run >= 0 {
			r := &x.runs[a.run]
			b, e := x.at(int(r.first)-1), x.at(int(r.last))
			x.add(76, uint64(b.tag), uint64(e.tag))
		}
	}
	return x.buf, lexical, tagged
}
