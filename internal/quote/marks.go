package quote

import "github.com/dateline-go/dateline/internal/token"

// reach bounds how far, in tokens, an attribution may stand from its quotation.
const reach = 48

// findRegions makes a region of every top-level quotation.
func (f *finder) findRegions() {
	last := int32(0) // end of the region before: unclosed ones must not overlap
	for q := range f.d.Quotes {
		f.d.CheckAt(q)
		qu := &f.d.Quotes[q]
		if qu.Parent != token.None {
			continue
		}
		var r region
		r.first, r.last = f.d.Range(qu.Span)
		r.inner.first, r.inner.last = f.d.Range(qu.Content)
		if r.first < last || r.inner.empty() || f.sent(r.first).Kind == token.Boilerplate {
			continue
		}
		last = r.last
		r.quote, r.draft = int32(q), token.None
		for i := r.first; i < r.last; i++ {
			f.region[i] = int32(len(f.regions))
			if f.word(i) {
				r.words++
			}
		}
		r.ends = f.lastMark(r.inner)
		if r.words > 0 {
			f.regions = append(f.regions, r)
		} else {
			for i := r.first; i < r.last; i++ {
				f.region[i] = token.None
			}
		}
	}
}

// lastMark is the punctuation mark that r ends with, as region.ends has it.
func (f *finder) lastMark(r run) byte {
	for i := r.last - 1; i >= r.first && f.punct(i); i-- {
		t := f.tok(i)
		if t.Flags&token.QuoteMark != 0 {
			continue
		}
		if t.Lower == "..." || t.Lower == "…" {
			return '.'
		}
		switch c := f.d.Word(i)[0]; c {
		case '.', '?', '!', ',', '-':
			return c
		case 0xE2: // dashes
			return '-'
		}
		return 0
	}
	return 0
}

// full reports whether the region ends as a sentence does.
func (r *region) full() bool { return r.ends == '.' || r.ends == '?' || r.ends == '!' }

// claimAdjacent gives each quotation that stands beside its attribution,
// "...," she said, or She said: "...", to a statement.
func (f *finder) claimAdjacent() {
	for k := range f.regions {
		f.d.CheckAt(k)
		r := &f.regions[k]
		alone := r.first == f.sent(r.first).First || f.gapWords(k) == 0 || f.tok(r.first-1).Lower == ":"
		a, okA := attribution{}, false
		if alone {
			a, okA = f.after(k)
		}
		if k > 0 && f.continues(k) && f.regions[k-1].draft != token.None && !okA {
			f.join(k, f.regions[k-1].draft)
			continue
		}
		b, okB := f.before(k)
		switch {
		case okA && (!okB || r.ends == ',' || !r.full()):
			f.attach(k, a)
		case okB:
			f.attach(k, b)
		default:
			f.floating(k, alone)
		}
		// What a claimed quotation goes on from is part of it.
		for p := k; r.draft != token.None && p > 0 && f.continues(p) && f.regions[p-1].draft == token.None; p-- {
			f.join(p-1, r.draft)
		}
	}
}

// continues reports whether region k goes on from the one before, marks opened anew.
func (f *finder) continues(k int) bool {
	return f.d.Quotes[f.regions[k].quote].Prev == f.regions[k-1].quote
}

// gapWords counts the words between region k and the region or sentence start before it.
func (f *finder) gapWords(k int) (n int32) {
	r := &f.regions[k]
	first := f.sent(r.first).First
	if k > 0 {
		first = max(first, f.regions[k-1].last)
	}
	if r.first-first > reach {
		return reach
	}
	return f.words(run{first, r.first})
}

// attribution is a cue and a speaker found beside a quotation.
type attribution struct {
	cue     int32
	cueRun  run
	info    cue
	speaker speaker
	form    form
}

// attach adds region k to the statement of cue a, or makes one.
func (f *finder) attach(k int, a attribution) {
	if a.cue != token.None && f.byCue[a.cue] != token.None {
		f.join(k, f.byCue[a.cue])
		return
	}
	r := &f.regions[k]
	content := []run{r.run}
	if that := f.thatBehind(a, r); that != token.None {
		content = append(content, run{that, f.end(a.cue, f.window(that).Last, true)})
	}
	r.draft = f.add(draft{cue: a.cue, cueRun: a.cueRun, info: a.info, form: a.form, content: content, speaker: a.speaker})
}

// thatBehind is the "that" by which content goes on behind an attribution of
// region r: “It was late,” he told the court, that the gates were shut; or None.
func (f *finder) thatBehind(a attribution, r *region) int32 {
	if a.form != quotedByCue || a.info.frame&fClause == 0 || a.cue < r.last {
		return token.None
	}
	n := f.window(a.cue).Last
	for i := max(a.cue+1, a.speaker.last); i+1 < n && i < a.cue+reach/2 && f.region[i] == token.None && !f.opensClause(i); i++ {
		if f.tok(i).Lower == "," {
			if t := f.tok(i + 1); t.Lower == "that" && t.UPOS == token.SCONJ {
				return i + 1
			}
			break
		}
	}
	return token.None
}

// join adds region k to statement n.
func (f *finder) join(k int, n int32) {
	r := &f.regions[k]
	f.drafts[n].content = append(f.drafts[n].content, r.run)
	r.draft = n
}

// floating joins a quotation of whole sentences to the statement in marks that
// it goes on from in the same paragraph.
func (f *finder) floating(k int, alone bool) {
	r := &f.regions[k]
	if !alone || r.words < 2 {
		return
	}
	// Titles and the like in the attribution between are passed over.
	p := k - 1
	for p >= 0 && p > k-4 && f.regions[p].draft == token.None {
		p--
	}
	if p < 0 || p == k-4 || f.regions[p].draft == token.None || f.para(f.regions[p].first) != f.para(r.first) {
		return
	}
	dr := &f.drafts[f.regions[p].draft]
	at := f.regions[p].last - 1
	if dr.cue != token.None {
		at = max(at, dr.cue)
	}
	if f.tok(r.first).Sent-f.tok(at).Sent <= 1 && r.first-f.regions[p].last <= 2*reach {
		f.join(k, f.regions[p].draft)
	}
}

// after looks for an attribution right of region k: "...," said X; "...," X said.
func (f *finder) after(k int) (attribution, bool) {
	r := &f.regions[k]
	n := int32(len(f.d.Tokens))
	i := r.last
	if i >= n || f.para(i) != f.para(r.first) {
		return attribution{}, false
	}
	comma := r.ends == ',' || r.ends == '-'
	if w := f.tok(i).Lower; w == "," || dash(w) {
		comma = true
		i++
	}
	if i >= n || f.region[i] != token.None {
		return attribution{}, false
	}
	if !comma && r.full() && r.ends == '.' && f.tok(i).Flags&token.Capital != 0 {
		return attribution{}, false // a new sentence
	}
	limit := min(f.sent(i).Last, i+reach, n)
	if k+1 < len(f.regions) {
		limit = min(limit, f.regions[k+1].first)
	}
	if dash(f.d.Word(i - 1)) {
		if a, ok := f.signature(i, r); ok {
			return a, true
		}
	}
	if a, ok := f.accordingTo(i); ok && i < limit {
		if a.form == citedByTree {
			a.form = quotedCiting
		} else {
			a.form = quotedCitingBy
		}
		return a, true
	}
	return f.cueAfter(r, i, limit)
}

func dash(w string) bool { return w == "--" || w == "–" || w == "—" || w == "-" || w == "―" }

// cueAfter is the first verb between i and limit, right of region r, that may
// attribute it, with its speaker.
func (f *finder) cueAfter(r *region, i, limit int32) (attribution, bool) {
	if i < limit && f.tok(i).XPOS == token.WDT {
		return attribution{}, false // “...,” which opened in May
	}
	for j := i; j < limit; j++ {
		t := f.tok(j)
		if a, ok := f.nounForVerb(r, i, j, limit); ok {
			return a, true
		}
		if t.UPOS != token.VERB {
			// A clause begins that is no attribution.
			if t.UPOS == token.SCONJ && j > i+1 && t.Lower == "that" {
				break
			}
			continue
		}
		if t.XPOS == token.VBG && j+1 < limit && f.tok(j+1).Lower == "that" && f.tok(j+1).UPOS == token.SCONJ {
			break // “...,” adding that
		}
		a := attribution{cue: j, cueRun: run{j, j + 1}, info: f.verbCue(j), form: quotedByCue}
		if a.info.frame&fQuote == 0 || t.XPOS == token.VB || t.XPOS == token.VBG && j > i {
			if !f.finite(j) || f.relative(j) {
				continue
			}
			// Any verb may attribute where the mark's comma announces it.
			if !(r.ends == ',' || (r.ends == '!' || r.ends == '?') && j == i) || r.words < 3 || t.Flags&token.Capital != 0 {
				break
			}
			a.info, a.form = cue{}, quotedByVerb
		}
		if a.speaker = f.speakerAfter(i, j, limit); !a.speaker.none() {
			return a, true
		}
		if f.firstVerb(i, j) {
			a.form = quotedByNobody
			return a, true
		}
	}
	return attribution{}, false
}

// nounForVerb reads a verb of speech that the tagger took for a plural noun, behind
// a quotation with a comma and a name: “...,” Lind notes.
func (f *finder) nounForVerb(r *region, i, j, limit int32) (attribution, bool) {
	t := f.tok(j)
	if t.XPOS != token.NNS || r.ends != ',' || j == i || f.tok(j-1).UPOS != token.PROPN && f.tok(j-1).UPOS != token.PRON ||
		j+1 < limit && f.word(j+1) {
		return attribution{}, false
	}
	c := verbCue(f.lemma(j))
	if c.frame&fQuote == 0 {
		return attribution{}, false
	}
	sp := f.phraseAfter(i, j)
	return attribution{cue: j, cueRun: run{j, j + 1}, info: c, form: quotedByCue, speaker: sp}, !sp.none()
}

// firstVerb reports whether j is the word at i, or stands behind one adverb there.
func (f *finder) firstVerb(i, j int32) bool {
	return j == i || j == i+1 && f.tok(i).UPOS == token.ADV
}

// speakerAfter is who speaks by verb j in an attribution that begins at i.
func (f *finder) speakerAfter(i, j, limit int32) speaker {
	sp := f.subjectOf(j)
	switch {
	case !sp.none() && sp.head >= i && sp.head < j:
		if sp.from != bySubject && j-i > 4 && f.nominal(i) {
			if x := f.phraseAfter(i, j); !x.none() {
				return x
			}
		}
		return sp
	case f.firstVerb(i, j):
		if sp.none() || sp.head < j {
			return f.phraseAfter(j+1, limit)
		}
		return sp
	case f.relative(j):
		return nobody
	}
	if sp = f.phraseAfter(i, j); sp.none() {
		sp = f.phraseBefore(i, j)
	}
	return sp
}

// signature reads a name after a dash behind region r, up to the end of the
// line: "..." — Ana Brandt.
func (f *finder) signature(i int32, r *region) (attribution, bool) {
	if r.words < 3 {
		return attribution{}, false
	}
	p := &f.d.Paras[f.para(i)]
	last := f.d.Sents[p.Last-1].Last
	e := i
	for e < last && e < i+10 && (f.nominal(e) || f.tok(e).Lower == "," || f.tok(e).Lower == "." || e > i+1 && f.tok(e).UPOS == token.ADP) {
		e++
	}
	if e == i || f.tok(i).Flags&token.Capital == 0 || e < last && f.region[e] == token.None {
		return attribution{}, false
	}
	sp := f.trim(run{i, e})
	if sp.empty() {
		return attribution{}, false
	}
	h := sp.first
	for h+1 < sp.last && f.tok(h+1).Flags&token.Capital != 0 {
		h++
	}
	return attribution{cue: token.None, cueRun: run{i - 1, i}, speaker: speaker{sp, h, bySignature}, form: signature}, true
}

// relative reports whether verb j stands in a relative clause.
func (f *finder) relative(j int32) bool {
	t := f.tok(j)
	return t.Rel == token.AclRelcl || t.Rel == token.Acl
}

// finite reports whether j carries tense, itself or by an auxiliary.
func (f *finder) finite(j int32) bool {
	switch f.tok(j).XPOS {
	case token.VBD, token.VBZ, token.VBP, token.MD:
		return true
	}
	return false
}

// before looks for an attribution left of region k: X said, "..."; X: "...".
func (f *finder) before(k int) (attribution, bool) {
	r := &f.regions[k]
	p := r.first - 1
	if p < 0 || f.region[p] != token.None || !f.announces(p, r) {
		return attribution{}, false
	}
	colon := f.tok(p).Lower == ":"
	first := max(f.sent(p).First, p-reach)
	if k > 0 {
		first = max(first, f.regions[k-1].last)
	}
	// Words between the cue and the mark: an addressee, a time, but no clause.
	for j := p - 1; j >= first; j-- {
		if f.tok(j).UPOS != token.VERB {
			continue
		}
		c := f.verbCue(j)
		if !c.known() && f.lemma(j) == "put" && f.tok(j+1).Lower == "it" {
			c = putIt
		}
		if c.frame&fQuote == 0 {
			if !colon && f.finite(j) && !f.relative(j) {
				return attribution{}, false
			}
			continue
		}
		a := attribution{cue: j, cueRun: run{j, j + 1}, info: c, speaker: f.subjectOf(j), form: cueBeforeQuote}
		if a.speaker.none() && f.finite(j) {
			a.speaker = f.phraseBefore(first, j)
		}
		if colon {
			a.form = cueBeforeColon
		}
		return a, true
	}
	if colon && r.words >= 3 {
		return f.colon(first, p)
	}
	return attribution{}, false
}

// announces reports whether p, the token before region r, is a mark that
// brings a quotation, and the quotation ends its sentence, else it is a part
// of one.
func (f *finder) announces(p int32, r *region) bool {
	w := f.tok(p).Lower
	colon := w == ":"
	if f.para(p) != f.para(r.first) && !(colon && f.para(p)+1 == f.para(r.first)) || f.sent(p).Kind == token.Boilerplate {
		return false
	}
	if !colon && !f.commaOrDash(p) {
		return false
	}
	if r.full() || colon || r.ends == ',' {
		return true
	}
	e := r.last
	return int(e) >= len(f.d.Tokens) || f.tok(e).Sent != f.tok(r.last-1).Sent || !f.word(e)
}

var putIt = cue{Asserts, fQuote, ""}

// colon reads what stands before a colon that brings a quotation: a name
// alone, or a sentence whose subject then speaks.
func (f *finder) colon(first, p int32) (attribution, bool) {
	if p-first <= 8 && !f.hasVerb(first, p) {
		if sp := f.phraseBefore(first, p); !sp.none() {
			sp.from = byNameColon
			return attribution{cue: token.None, cueRun: run{p, p + 1}, speaker: sp, form: nameColonQuote}, true
		}
	}
	for j := p - 1; j >= first; j-- {
		if f.tok(j).UPOS == token.VERB && f.finite(j) && !f.relative(j) {
			if sp := f.subjectOf(j); !sp.none() {
				return attribution{cue: j, cueRun: run{j, j + 1}, speaker: sp, form: colonQuote}, true
			}
		}
	}
	return attribution{}, false
}

func (f *finder) hasVerb(first, last int32) bool {
	for i := first; i < last; i++ {
		if u := f.tok(i).UPOS; u == token.VERB || u == token.AUX {
			return true
		}
	}
	return false
}
