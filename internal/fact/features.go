package fact

import (
	"slices"

	"github.com/dateline-go/dateline/internal/cluster"
	"github.com/dateline-go/dateline/internal/syntax"
	"github.com/dateline-go/dateline/internal/token"
)

// Templates of features, for the trainer and the reader alike. The number is
// mixed into the hash, so a new one takes a number of its own.
const (
	fBias = iota + 1
	fLemma
	fCluster
	fClusterMid
	fTagRel
	fGroup
	fGroupMid
	fGroupLemma
	fModal
	fSemiModal
	fMark
	fMarkGroup
	fWords
	fAdverb
	fAdverbGroup
	fTime
	fOblique
	fSubject
	fSubjectGroup
	fSubjectLemma
	fObject
	fObjectGroup
	fDeterminer
	fGovernor
	fGovernorMark
	fGovernorMid
	fGovernorGroup
	fGovernorModal
	fGovernorNeg
	fGovernorAdverb
	fGovernorSubject
	fGovernor2
	fGovernor2Group
	fGovernor2Modal
	fPath
	fPathGroup
	fScope
	fScopeWords
	fCondition
	fStop
	fStopTag
	fFirst
	fBefore
	fAfter
	fAuxiliaries
	fQuoted
	fConj
	fKidRel
	fLemmaMark
	fClusterMark
	fGovernorOwn
	fGovernorFine
	fAbove
	fNear
	fSubjectWord
	fTimeTag
	fSignature
	fSignatureMark
	fSignature2
	fInverted
	fAsked
)

// maxClimb bounds the walk towards the root.
const maxClimb = 8

// An Extractor makes the features of the words of one text.
type Extractor struct {
	d   *token.Doc
	buf []uint32
	// groups are the verb groups asked for so far in one sentence, by token
	// from first: all that hangs on one word asks for one group.
	groups []*syntax.VerbGroup
	first  int32
	chunk  []syntax.VerbGroup // what groups points into
}

// group is the verb group of token i.
func (x *Extractor) group(i int32) *syntax.VerbGroup {
	if i < x.first || int(i-x.first) >= len(x.groups) {
		x.begin(i)
	}
	g := &x.groups[i-x.first]
	if *g == nil {
		if len(x.chunk) == cap(x.chunk) {
			x.chunk = make([]syntax.VerbGroup, 0, 64)
		}
		x.chunk = append(x.chunk, syntax.Group(x.d, i))
		*g = &x.chunk[len(x.chunk)-1]
		(*g).Agree(x.d)
	}
	return *g
}

// begin forgets the groups of the sentence before that of token i.
func (x *Extractor) begin(i int32) {
	s := &x.d.Sents[x.d.Tokens[i].Sent]
	x.first = s.First
	n := int(s.Last - s.First)
	clear(x.groups[:cap(x.groups)])
	x.groups = slices.Grow(x.groups[:0], n)[:n]
}

// NewExtractor reads the words of d, which is parsed.
func NewExtractor(d *token.Doc) *Extractor {
	return &Extractor{d: d}
}

func (x *Extractor) add(template int, a, b uint64) {
	h := (a ^ uint64(template)*0xD6E8FEB86659FD93) * 0x9E3779B97F4A7C15
	h = (h ^ h>>32 ^ b) * 0xD6E8FEB86659FD93
	x.buf = append(x.buf, uint32(h>>32))
}

func hash(s string) uint64 {
	h := uint64(14695981039346656037)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return h ^ h>>29
}

func mix(a, b uint64) uint64 {
	h := (a ^ b*0x9E3779B97F4A7C15) * 0xD6E8FEB86659FD93
	return h ^ h>>31
}

// midOf is the cluster among 256 of a word, or one that no word has.
func midOf(lemma string) uint64 {
	if c, ok := cluster.Of(lemma); ok {
		return uint64(c.Mid())
	}
	return 1 << 12
}

func bit(b bool, n int) uint64 {
	if b {
		return 1 << n
	}
	return 0
}

// code is what a verb group says, in a few bits.
func code(g *syntax.VerbGroup) uint64 {
	return uint64(g.Tense) | uint64(g.Mood)<<2 | bit(g.Perfect, 5) | bit(g.Progressive, 6) | bit(g.Passive, 7) |
		bit(g.Negated, 8) | bit(g.NoArgument, 9) | bit(g.Modal != "", 10) | bit(g.SemiModal != "", 11)
}

// signature is what a word implies of a clause that depends on it.
func signature(lemma string) uint64 {
	e := wordTable.Find(lemma)
	return bit(e.Has(classHappens), 0) | bit(e.Has(classFails), 1) | bit(e.Has(classWants), 2) |
		bit(e.Has(classKnows), 3) | bit(e.Has(classSays), 4) | bit(e.Has(classDoubts), 5)
}

// short is the code without aspect and voice.
func short(g *syntax.VerbGroup) uint64 {
	return uint64(g.Tense) | uint64(g.Mood)<<2 | bit(g.Negated || g.NoArgument, 5) | bit(g.Modal != "" && g.Tense != syntax.Future, 6) |
		bit(g.SemiModal != "", 7)
}

// Features are the hashes of the features of word i. The slice holds until the
// next call.
func (x *Extractor) Features(i int32) []uint32 {
	x.buf = x.buf[:0]
	t := &x.d.Tokens[i]
	g := x.group(i)
	x.word(t, g)
	x.around(i, g)
	x.kids(i, g)
	x.arguments(i, g)
	x.governors(i, g)
	return x.buf
}

// word adds what the word and its group say.
func (x *Extractor) word(t *token.Token, g *syntax.VerbGroup) {
	lemma, mid := hash(t.Lemma), midOf(t.Lemma)
	c, s := code(g), short(g)
	x.add(fBias, uint64(t.UPOS), 0)
	x.add(fLemma, lemma, uint64(t.UPOS))
	if id, ok := cluster.Of(t.Lemma); ok {
		x.add(fCluster, uint64(id), uint64(t.UPOS))
	}
	x.add(fClusterMid, mid, uint64(t.UPOS))
	x.add(fTagRel, uint64(t.XPOS), uint64(t.Rel))
	x.add(fGroup, c, uint64(t.UPOS))
	x.add(fGroupMid, s, mid)
	x.add(fGroupLemma, s, lemma)
	x.add(fWords, uint64(g.Person)|bit(g.Plural, 2), s)
	if g.Modal != "" {
		x.add(fModal, hash(g.Modal), bit(g.Negated, 0)|bit(g.Perfect, 1))
	}
	if g.SemiModal != "" {
		x.add(fSemiModal, hash(g.SemiModal), s)
	}
}

// around adds what stands beside the word and at the ends of its sentence.
func (x *Extractor) around(i int32, g *syntax.VerbGroup) {
	d, t := x.d, &x.d.Tokens[i]
	sent := &d.Sents[t.Sent]
	if i > sent.First {
		x.add(fBefore, hash(d.Tokens[i-1].Lemma), 0)
	}
	if i+1 < sent.Last {
		x.add(fAfter, hash(d.Tokens[i+1].Lemma), 0)
	}
	for _, o := range [...]int32{-3, -2, 2, 3} {
		if j := i + o; j >= sent.First && j < sent.Last {
			x.add(fNear, hash(d.Tokens[j].Lemma), bit(o > 0, 0))
		}
	}
	stop := hash(d.Tokens[sent.Last-1].Lower)
	root := t.Rel == token.Root
	x.add(fStop, stop, bit(root, 0))
	x.add(fStopTag, stop, short(g)|bit(root, 8))
	x.add(fFirst, hash(d.Tokens[sent.First].Lower), bit(root, 0))
	x.add(fQuoted, bit(t.Quote != token.None, 0), uint64(t.Rel))
}

// kids adds the words that depend on the word.
func (x *Extractor) kids(i int32, g *syntax.VerbGroup) {
	d, t := x.d, &x.d.Tokens[i]
	s := short(g)
	mark, auxiliaries, rels := uint64(0), uint64(0), uint64(0)
	for k := range d.Kids(i) {
		c := &d.Tokens[k]
		rels |= 1 << (uint(c.Rel.Base()) & 63)
		switch c.Rel.Base() {
		case token.RelMark, token.Case:
			mark = mix(mark, hash(c.Lower))
		case token.Aux, token.Cop:
			auxiliaries = mix(auxiliaries, hash(c.Lower))
		case token.Advmod, token.Discourse:
			x.add(fAdverb, hash(c.Lower), uint64(t.UPOS))
			x.add(fAdverbGroup, hash(c.Lower), s)
		case token.Det, token.Nmod, token.Amod, token.Nummod:
			x.add(fDeterminer, hash(c.Lower), uint64(c.Rel))
		case token.Obl:
			x.add(fOblique, hash(syntax.Marker(d, k)), midOf(c.Lemma))
			x.add(fTime, hash(c.Lemma), s)
			x.add(fTimeTag, midOf(c.Lemma), s)
		case token.Advcl:
			x.add(fCondition, hash(syntax.Marker(d, k)), s)
		case token.Conj:
			x.add(fConj, uint64(c.UPOS), s)
		}
	}
	x.add(fMark, mark, uint64(t.Rel))
	x.add(fMarkGroup, mark, mix(s, uint64(t.Rel)))
	x.add(fLemmaMark, mark, hash(t.Lemma))
	x.add(fClusterMark, mark, midOf(t.Lemma))
	x.add(fAuxiliaries, auxiliaries, uint64(t.XPOS))
	x.add(fKidRel, rels, uint64(t.UPOS))
}

// noun is what kind of a thing argument k is: how it is counted and bounded.
func (x *Extractor) noun(k int32) uint64 {
	if k == token.None {
		return 0
	}
	t := &x.d.Tokens[k]
	v := 1 | uint64(t.XPOS)<<1
	for c := range x.d.Kids(k) {
		switch u := &x.d.Tokens[c]; u.Rel.Base() {
		case token.Det:
			v = mix(v, hash(u.Lower))
		case token.Nummod:
			v = mix(v, 2)
		case token.Nmod:
			if u.Rel == token.NmodPoss {
				v = mix(v, 3)
			}
		}
	}
	if t.UPOS == token.PRON {
		v = mix(v, hash(t.Lower))
	}
	return v
}

// arguments adds the subject and the object, and whether the verb stands
// before the subject, as in a question.
func (x *Extractor) arguments(i int32, g *syntax.VerbGroup) {
	d, s := x.d, short(g)
	subject, object := syntax.Subject(d, i), syntax.Object(d, i)
	if g.Finite != token.None && g.Finite < subject && subject <= i {
		sent := &d.Sents[d.Tokens[i].Sent]
		first := d.Tokens[sent.First].Lower
		x.add(fInverted, s, bit(d.Tokens[sent.Last-1].Lower == "?", 0)|bit(wordTable.Has(first, classAsk), 1))
		x.add(fAsked, hash(first), 0)
	}
	sn, on := x.noun(subject), x.noun(object)
	x.add(fSubject, sn, uint64(d.Tokens[i].UPOS))
	x.add(fSubjectGroup, sn, s)
	x.add(fObject, on, uint64(d.Tokens[i].UPOS))
	x.add(fObjectGroup, on, s)
	if subject != token.None {
		x.add(fSubjectLemma, midOf(d.Tokens[subject].Lemma), 0)
		x.add(fSubjectWord, hash(d.Tokens[subject].Lemma), 0)
	}
	if object != token.None {
		x.add(fSubjectLemma, midOf(d.Tokens[object].Lemma), 1)
	}
}

// governors adds the words that the word is embedded in, and what scopes
// over it: negations, modals, conditions and questions on the way to the root.
func (x *Extractor) governors(i int32, g *syntax.VerbGroup) {
	d := x.d
	s := short(g)
	path, scope := uint64(0), uint64(0)
	level := 0
	for at, n := i, 0; n < maxClimb; n++ {
		t := &d.Tokens[at]
		if t.Head == token.None {
			x.add(fPath, path, 0)
			x.add(fPathGroup, path, s)
			break
		}
		up := t.Head
		if t.Rel != token.Conj {
			level++
			h := x.group(up)
			rel := uint64(t.Rel)
			lemma := hash(d.Tokens[up].Lemma)
			mark := hash(syntax.Marker(d, at))
			path = mix(path, rel)
			x.add(fAbove, lemma, min(uint64(level), 3)|bit(h.Negated, 2))
			if level <= 2 {
				x.governor(level, up, rel, lemma, mark, s, h)
			}
			if h.Negated {
				scope |= 1
			}
			if h.Modal != "" {
				scope = scope&^6 | 2
				if h.Tense == syntax.Future {
					scope |= 4
				}
			}
			if t.Rel.Base() == token.Advcl {
				scope = mix(scope, mark)
				x.add(fScopeWords, mark, s)
			}
		}
		at = up
	}
	x.add(fScope, scope, s)
}

func (x *Extractor) governor(level int, up int32, rel, lemma, mark, s uint64, h *syntax.VerbGroup) {
	d := x.d
	if level == 2 {
		x.add(fGovernor2, lemma, rel)
		x.add(fSignature2, signature(d.Tokens[up].Lemma), mix(s, rel))
		x.add(fGovernor2Group, short(h), mix(rel, s))
		x.add(fGovernor2Modal, hash(h.Modal), rel)
		return
	}
	x.add(fGovernor, lemma, rel)
	x.add(fGovernorMark, lemma, mix(rel, mark))
	sig := signature(d.Tokens[up].Lemma)
	x.add(fSignature, sig, mix(s, rel))
	x.add(fSignatureMark, mix(sig, mark), short(h))
	x.add(fGovernorOwn, lemma, mix(rel, s))
	if id, ok := cluster.Of(d.Tokens[up].Lemma); ok {
		x.add(fGovernorFine, uint64(id), mix(rel, s))
	}
	x.add(fGovernorMid, midOf(d.Tokens[up].Lemma), rel)
	x.add(fGovernorGroup, code(h), rel)
	x.add(fGovernorGroup, short(h), mix(rel, s))
	x.add(fGovernorNeg, lemma, mix(rel, bit(h.Negated, 0)|bit(h.Modal != "", 1)|uint64(h.Tense)<<2))
	if h.Modal != "" {
		x.add(fGovernorModal, hash(h.Modal), mix(rel, s))
	}
	x.add(fGovernorSubject, uint64(h.Person)|bit(h.Plural, 2), mix(rel, lemma))
	for k := range d.Kids(up) {
		switch c := &d.Tokens[k]; c.Rel.Base() {
		case token.Advmod:
			x.add(fGovernorAdverb, hash(c.Lower), rel)
		case token.Advcl:
			x.add(fCondition, hash(syntax.Marker(d, k)), mix(rel, 1))
		}
	}
}
