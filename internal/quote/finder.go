package quote

import (
	"slices"

	"github.com/dateline-go/dateline/internal/coref"
	"github.com/dateline-go/dateline/internal/token"
)

// run is a half-open range of tokens.
type run struct{ first, last int32 }

func (r run) empty() bool         { return r.first >= r.last }
func (r run) has(i int32) bool    { return r.first <= i && i < r.last }
func (r run) overlaps(o run) bool { return r.first < o.last && o.first < r.last }
func (r run) within(o run) bool   { return o.first <= r.first && r.last <= o.last }
func (r run) minus(o run) (a, b run) {
	if !r.overlaps(o) {
		return r, run{}
	}
	return run{r.first, o.first}, run{o.last, r.last}
}

// draft is a statement in the making.
type draft struct {
	cue     int32 // head token, or token.None
	cueRun  run   // cue with its particle or preposition
	info    cue   // zero if the lexicon does not have it
	form    form
	stance  Stance // instead of the cue's; 0 if none
	content []run
	speaker speaker
	parent  int32
	dead    bool
}

// region is one top-level quotation as tokens.
type region struct {
	run         // marks included
	inner run   // marks not included
	quote int32 // index in Doc.Quotes
	words int32 // tokens that are no marks or punctuation
	draft int32 // the draft that it is part of, or token.None
	ends  byte  // last punctuation mark inside: . ? ! , - or 0
}

type finder struct {
	d       *token.Doc
	in      Input
	actor   []int32 // by token: index of the actor
	lo, hi  []int32 // by token: range of its subtree
	byCue   []int32 // by token: draft whose cue it is, or None
	share   []int32 // by token: the cue whose subject a coordinated cue shares
	region  []int32 // by token: region that holds it, or None
	regions []region
	drafts  []draft
	stack   []int32
	turns   []coref.Turn
}

func newFinder(d *token.Doc, in Input) *finder {
	n := len(d.Tokens)
	buf := make([]int32, 5*n)
	f := &finder{d: d, in: in, turns: coref.Turns(d), actor: coref.ByToken(d, in.Actors),
		lo: buf[:n:n], hi: buf[n : 2*n : 2*n], byCue: buf[2*n : 3*n : 3*n], region: buf[3*n : 4*n : 4*n], share: buf[4*n:]}
	for i := range n {
		f.lo[i], f.hi[i] = int32(i), int32(i)+1
		f.byCue[i], f.region[i], f.share[i] = token.None, token.None, token.None
	}
	for s := range d.Sents {
		d.CheckAt(s)
		f.extents(&d.Sents[s])
	}
	return f
}

// extents fills lo and hi of a sentence's tokens, each head after its
// dependents. Tokens on a cycle keep their own range.
func (f *finder) extents(s *token.Sentence) {
	f.stack = f.stack[:0]
	for i := s.First; i < s.Last; i++ {
		if f.d.Tokens[i].Head == token.None {
			f.stack = append(f.stack, i)
		}
	}
	// Heads before dependents, then folded from the end.
	for at := 0; at < len(f.stack) && len(f.stack) <= int(s.Last-s.First); at++ {
		for k := range f.d.Kids(f.stack[at]) {
			f.stack = append(f.stack, k)
		}
	}
	for _, i := range slices.Backward(f.stack) {
		if h := f.d.Tokens[i].Head; h >= s.First && h < s.Last {
			f.lo[h], f.hi[h] = min(f.lo[h], f.lo[i]), max(f.hi[h], f.hi[i])
		}
	}
}

func (f *finder) tok(i int32) *token.Token { return &f.d.Tokens[i] }

func (f *finder) sent(i int32) *token.Sentence { return &f.d.Sents[f.d.Tokens[i].Sent] }

// span is how far from its cue, in tokens, a statement outside quotation
// marks may reach: it bounds the work in a text without sentence ends.
const span = 400

// window is the sentence of token i, no further than span from it.
func (f *finder) window(i int32) *token.Sentence {
	s := f.sent(i)
	if s.Last-s.First <= span {
		return s
	}
	w := *s
	w.First, w.Last = max(s.First, i-span), min(s.Last, i+span)
	return &w
}

func (f *finder) para(i int32) int32 { return f.sent(i).Para }

// lemma is the lemma of token i, or its lower-case form before tagging.
func (f *finder) lemma(i int32) string {
	if t := f.tok(i); t.Lemma != "" {
		return t.Lemma
	}
	return f.tok(i).Lower
}

// verbCue is the lexicon's entry for token i, if it is a verb.
func (f *finder) verbCue(i int32) cue {
	if f.tok(i).UPOS != token.VERB {
		return cue{}
	}
	return verbCue(f.lemma(i))
}

func (f *finder) punct(i int32) bool { return f.tok(i).Flags&token.Punct != 0 }

// word reports whether token i holds a letter or a digit.
func (f *finder) word(i int32) bool { return f.tok(i).Flags&token.Punct == 0 }

// tensed reports whether verb i is finite, or has a finite auxiliary.
func (f *finder) tensed(i int32) bool {
	if f.finite(i) {
		return true
	}
	for k := range f.d.Kids(i) {
		if t := f.tok(k); t.Rel.Base() == token.Aux && (f.finite(k) || t.XPOS == token.MD) {
			return true
		}
	}
	return false
}

// trim drops punctuation at both ends of r, but keeps quotation marks whose
// partner is inside.
func (f *finder) trim(r run) run {
	for !r.empty() && f.punct(r.first) && f.tok(r.first).UPOS != token.SYM {
		if g := f.region[r.first]; g != token.None && f.regions[g].first == r.first && f.regions[g].last <= r.last+1 {
			break
		}
		r.first++
	}
	for !r.empty() && f.punct(r.last-1) && f.tok(r.last-1).UPOS != token.SYM {
		if g := f.region[r.last-1]; g != token.None && f.regions[g].last == r.last && f.regions[g].first >= r.first {
			break
		}
		r.last--
	}
	return r
}

// words counts the tokens of r that hold letters or digits.
func (f *finder) words(r run) (n int32) {
	for i := r.first; i < r.last; i++ {
		if f.word(i) {
			n++
		}
	}
	return n
}

// add keeps dr if it has content, and gives its index.
func (f *finder) add(dr draft) int32 {
	kept := dr.content[:0]
	for _, r := range dr.content {
		if dr.cue != token.None && !dr.form.is(farReaching) {
			r.first, r.last = max(r.first, dr.cue-span), min(r.last, max(dr.cue+span, r.first))
		}
		if dr.cue != token.None && f.region[dr.cue] != token.None {
			// What is said inside a quotation stays inside it.
			in := f.regions[f.region[dr.cue]].inner
			r.first, r.last = max(r.first, in.first), min(r.last, in.last)
		}
		if r = f.trim(r); !r.empty() && f.words(r) > 0 {
			kept = append(kept, r)
		}
	}
	dr.content = kept
	if len(kept) == 0 {
		return token.None
	}
	dr.parent = token.None
	n := int32(len(f.drafts))
	f.drafts = append(f.drafts, dr)
	if dr.cue != token.None {
		f.byCue[dr.cue] = n
	}
	return n
}
