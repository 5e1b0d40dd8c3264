package quote

import (
	"cmp"
	"slices"

	"github.com/dateline-go/dateline/internal/token"
)

// claimLoose gives quotations that no attribution claimed to the statement
// whose content they stand in or touch, and makes statements of long pieces
// that stand alone.
func (f *finder) claimLoose() {
	owner := f.owners()
	for k := range f.regions {
		f.d.CheckAt(k)
		r := &f.regions[k]
		if r.draft != token.None {
			continue
		}
		n := f.ownerOf(r, owner)
		if n != token.None {
			f.join(k, n)
			continue
		}
		if r.first == f.sent(r.first).First && r.full() {
			f.floating(k, true)
		}
		if r.draft == token.None {
			f.loose(k)
		}
	}
}

// ownerOf is the draft whose content r stands in or right after: "...: “A”", or
// content that stopped at the mark; or None.
func (f *finder) ownerOf(r *region, owner []int32) int32 {
	for i := r.first; i < r.last; i++ {
		if owner[i] != token.None {
			return owner[i]
		}
	}
	p := r.first - 1
	if p < 0 || f.para(p) != f.para(r.first) {
		return token.None
	}
	if f.punct(p) && p > 0 {
		p--
	}
	if f.tok(p).Sent == f.tok(r.first).Sent {
		return owner[p]
	}
	return token.None
}

// owners gives, for every token, the draft whose content holds it; a draft
// inside another's content does not own.
func (f *finder) owners() []int32 {
	out := make([]int32, len(f.d.Tokens))
	for i := range out {
		out[i] = token.None
	}
	size := make([]int32, len(f.drafts))
	for n := range f.drafts {
		f.d.CheckAt(n)
		for _, c := range f.drafts[n].content {
			size[n] += c.last - c.first
		}
	}
	for n := range f.drafts {
		f.d.CheckAt(n)
		dr := &f.drafts[n]
		if dr.dead {
			continue
		}
		for _, c := range dr.content {
			for i := c.first; i < c.last; i++ {
				if o := out[i]; o == token.None || size[o] < size[n] {
					out[i] = int32(n)
				}
			}
		}
	}
	return out
}

// nounBefore makes r and the "that" before it the statement of a noun of speech
// that somebody has: "her words in court that “I ...”".
func (f *finder) nounBefore(r *region, first int32) bool {
	for i := r.first - 2; i >= first && r.first-i < 10; i-- {
		t := f.tok(i)
		if t.UPOS == token.VERB || t.UPOS == token.AUX || f.punct(i) || f.region[i] != token.None {
			break
		}
		c := nounCue(f.lemma(i))
		if t.UPOS != token.NOUN || c.frame&fClause == 0 {
			continue
		}
		dr := draft{cue: i, cueRun: run{i, i + 1}, info: c, form: nounClause, content: []run{{r.first - 1, r.last}}, speaker: nobody}
		for k := range f.d.Kids(i) {
			if f.tok(k).Rel == token.NmodPoss {
				dr.speaker = f.speaker(k, i, byArgument)
			}
		}
		if !dr.speaker.none() && f.byCue[i] == token.None {
			r.draft = f.add(dr)
		}
		return r.draft != token.None
	}
	return false
}

// loose makes a statement of a quotation of some length that nobody claimed:
// of the verb that governs it, or going on from the quotation before.
func (f *finder) loose(k int) {
	r := &f.regions[k]
	st := f.sent(r.first)
	if r.words < 4 || f.titled(r) {
		return
	}
	if f.tok(max(r.first-1, 0)).Lower == "that" && f.nounBefore(r, st.First) {
		return
	}
	// The verb right before, whatever its kind.
	for j := r.first - 1; j >= st.First && r.first-j < 12; j-- {
		if f.region[j] != token.None || f.tok(j).Lower == "," {
			break
		}
		if f.tok(j).UPOS != token.VERB {
			continue
		}
		c := f.verbCue(j)
		if !c.known() && r.words < 5 {
			break
		}
		sp := f.subjectOf(j)
		if sp.none() || f.byCue[j] != token.None {
			break
		}
		first := j + 1
		if first < r.first && f.tok(first).UPOS == token.ADP {
			first++
		}
		r.draft = f.add(draft{cue: j, cueRun: run{j, j + 1}, info: c, form: quotedPiece, content: []run{{first, r.last}}, speaker: sp})
		return
	}
	f.standAlone(k)
}

// standAlone makes a statement of region k where it is a sentence that goes on
// from the quotation before, or from what the sentence before reports.
func (f *finder) standAlone(k int) {
	r := &f.regions[k]
	if !r.full() || r.words <= 5 || r.first != f.sent(r.first).First {
		return
	}
	n := token.None
	if k > 0 && f.tok(r.first).Sent-f.tok(f.regions[k-1].last-1).Sent <= 2 {
		n = f.regions[k-1].draft
	}
	if n == token.None {
		if n = f.reportBefore(f.tok(r.first).Sent); n == token.None {
			if f.wholePara(r) {
				r.draft = f.add(draft{cue: token.None, form: floating, content: []run{r.run}, speaker: nobody})
			}
			return
		}
	}
	sp := f.drafts[n].speaker
	sp.from = byGoingOn
	r.draft = f.add(draft{cue: token.None, form: floating, content: []run{r.run}, speaker: sp})
}

// wholePara reports whether quotation r, in double marks, is a paragraph of the
// article's body.
func (f *finder) wholePara(r *region) bool {
	if w := f.tok(r.first).Lower; w == "‘" || w == "'" || !f.punct(r.last-1) || r.inner.last == r.last {
		return false // "‘Okina": no mark at all
	}
	s := f.tok(r.first).Sent
	para, n := f.d.Sents[s].Para, f.tok(r.last-1).Sent+1
	return f.d.Sents[s].Kind == token.Body && f.sent(r.last-1).Last <= r.last+1 && (s == 0 || f.d.Sents[s-1].Para != para) &&
		(int(n) >= len(f.d.Sents) || f.d.Sents[n].Para != para)
}

// reportBefore is the last statement outside quotations of the sentence before s
// that plainly tells words of somebody, or None.
func (f *finder) reportBefore(s int32) int32 {
	if s == 0 || f.d.Sents[s-1].Kind != token.Body || f.d.Sents[s].Kind != token.Body {
		return token.None
	}
	st := &f.d.Sents[s-1]
	for i := st.Last - 1; i >= max(st.First, st.Last-span); i-- {
		if n := f.byCue[i]; n != token.None && f.region[i] == token.None && f.drafts[n].info.tells() && f.canSpeak(f.drafts[n].speaker.head) {
			return n
		}
	}
	return token.None
}

// titled reports whether a quotation is a title: most of its words have
// capitals.
func (f *finder) titled(r *region) bool {
	caps, words := int32(0), int32(0)
	for i := r.inner.first; i < r.inner.last; i++ {
		if t := f.tok(i); f.word(i) && t.End-t.Start > 3 {
			words++
			if t.Flags&token.Capital != 0 {
				caps++
			}
		}
	}
	return !r.full() && caps == words && words > 0
}

// merge joins each draft's runs, grows content over quotations that it cuts,
// and settles overlaps: what lies in another's content is nested in it.
func (f *finder) merge() {
	for n := range f.drafts {
		f.d.CheckAt(n)
		dr := &f.drafts[n]
		for c := range dr.content {
			r := &dr.content[c]
			f.grow(r)
		}
		slices.SortFunc(dr.content, func(a, b run) int { return cmp.Compare(a.first, b.first) })
		out := dr.content[:0]
		for _, r := range dr.content {
			if m := len(out); m > 0 && (r.first <= out[m-1].last || f.words(run{out[m-1].last, r.first}) == 0) {
				out[m-1].last = max(out[m-1].last, r.last)
			} else {
				out = append(out, r)
			}
		}
		dr.content = out
	}
	f.nest()
}

// grow widens r over a quotation that it holds a good part of, up to its end:
// content after "that" often goes on over several sentences in marks.
func (f *finder) grow(r *run) {
	if r.empty() {
		return
	}
	if g := f.region[r.last-1]; g != token.None {
		q := &f.regions[g]
		if q.words > 4*span {
			return
		}
		if r.last < q.last && q.first >= r.first {
			r.last = q.last
		}
	}
	if g := f.region[r.first]; g != token.None {
		q := &f.regions[g]
		if q.first < r.first && q.last <= r.last {
			r.first = q.first
		}
	}
}

// nest finds each draft's parent: the smallest one whose content holds its
// cue, or all of its content.
func (f *finder) nest() {
	size := func(n int32) (s int32) {
		for _, c := range f.drafts[n].content {
			s += c.last - c.first
		}
		return s
	}
	order := make([]int32, 0, len(f.drafts))
	for n := range f.drafts {
		f.d.CheckAt(n)
		if !f.drafts[n].dead {
			order = append(order, int32(n))
		}
	}
	// Larger first: what is written last over a token is the smallest.
	slices.SortStableFunc(order, token.Looking(f.d, func(a, b int32) int { return cmp.Compare(size(b), size(a)) }))
	cover := make([]int32, len(f.d.Tokens))
	for i := range cover {
		cover[i] = token.None
	}
	for at, n := range order {
		f.d.CheckAt(at)
		dr := &f.drafts[n]
		at := dr.cue
		if at == token.None {
			at = dr.content[0].first
		}
		p := cover[at]
		if p == token.None {
			// A cue outside, but content wholly inside another's: the same words
			// reported twice. The surer one stays.
			if q := cover[dr.content[0].first]; q != token.None && f.inside(dr, &f.drafts[q]) {
				if o := &f.drafts[q]; forms[o.form].score >= forms[dr.form].score || len(o.content) == 1 {
					dr.dead = true
					continue
				}
			}
		}
		dr.parent = p
		for _, c := range dr.content {
			for i := c.first; i < c.last; i++ {
				cover[i] = n
			}
		}
	}
}

// inside reports whether all content of a lies in content of b.
func (f *finder) inside(a, b *draft) bool {
	for _, c := range a.content {
		in := false
		for _, o := range b.content {
			in = in || c.within(o)
		}
		if !in {
			return false
		}
	}
	return true
}
