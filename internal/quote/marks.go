package quote

import "github.com/dateline-go/dateline/internal/token"

// reach bounds how far, in tokens, an attribution may stand from its quotation.
const reach = 48

// findRegions makes a region of every top-level quotation.
func (f *finder) findRegions() {
	last := int32(0) // end of the region before: unclosed ones must not overlap
	for q := range f.d.Quotes {
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
		for i := r.inner.last - 1; i >= r.inner.first && f.punct(i); i-- {
			if t := f.tok(i); t.Flags&token.QuoteMark == 0 {
				switch f.d.Word(i)[0] {
				case '.', '?', '!', ',', '-':
					r.ends = f.d.Word(i)[0]
				case 0xE2: // dashes and the ellipsis
					r.ends = '-'
				}
				if t.Lower == "..." || t.Lower == "…" {
					r.ends = '.'
				}
				break
			}
		}
		if r.words > 0 {
			f.regions = append(f.regions, r)
		} else {
			for i := r.first; i < r.last; i++ {
				f.region[i] = token.None
			}
		}
	}
}

// full reports whether the region ends as a sentence does.
func (r *region) full() bool { return r.ends == '.' || r.ends == '?' || r.ends == '!' }

// claimAdjacent gives each quotation that stands beside its attribution,
// "...," she said, or She said: "...", to a statement.
func (f *finder) claimAdjacent() {
	for k := range f.regions {
		r := &f.regions[k]
		q := &f.d.Quotes[r.quote]
		alone := r.first == f.sent(r.first).First || f.gapWords(k) == 0 || f.tok(r.first-1).Lower == ":"
		a, okA := attribution{}, false
		if alone {
			a, okA = f.after(k)
		}
		if q.Prev != token.None && k > 0 && f.regions[k-1].quote == q.Prev && f.regions[k-1].draft != token.None && !okA {
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
		for p := k; r.draft != token.None && p > 0 && f.regions[p-1].draft == token.None && f.d.Quotes[f.regions[p].quote].Prev == f.regions[p-1].quote; p-- {
			f.join(p-1, r.draft)
		}
	}
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
	info    *cue
	speaker run
	head    int32
	spRule  string
	rule    string
	score   uint8
}

// attach adds region k to the statement of cue a, or makes one.
func (f *finder) attach(k int, a attribution) {
	if a.cue != token.None && f.byCue[a.cue] != token.None {
		f.join(k, f.byCue[a.cue])
		return
	}
	r := &f.regions[k]
	r.draft = f.add(draft{cue: a.cue, cueRun: a.cueRun, info: a.info, content: []run{r.run}, speaker: a.speaker,
		head: a.head, spRule: a.spRule, rule: a.rule, score: a.score})
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
	if w := f.tok(i).Lower; w == "," || w == "--" || w == "–" || w == "—" || w == "-" || w == "―" {
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
	if w := f.d.Word(i - 1); w == "--" || w == "-" || w == "—" || w == "–" || w == "―" {
		if a, ok := f.signature(i, r); ok {
			return a, true
		}
	}
	if a, ok := f.accordingTo(i); ok && i < limit {
		a.rule = "quote-according-to"
		return a, true
	}
	for j := i; j < limit; j++ {
		t := f.tok(j)
		if t.UPOS != token.VERB {
			// A clause begins that is no attribution.
			if t.UPOS == token.SCONJ && j > i+1 && t.Lower == "that" {
				break
			}
			continue
		}
		c := f.verbCue(j)
		score := uint8(95)
		if c == nil || c.frame&fQuote == 0 || t.XPOS == token.VB || t.XPOS == token.VBG && j > i {
			if !f.finite(j) || f.relative(j) {
				continue
			}
			// Any verb may attribute where the mark's comma announces it.
			if !(r.ends == ',' || (r.ends == '!' || r.ends == '?') && j == i) || r.words < 3 || t.Flags&token.Capital != 0 {
				break
			}
			c, score = nil, 70
		}
		sp, head, rule := f.subjectOf(j)
		switch {
		case head != token.None && head >= i && head < j:
			if rule != "subject" && j-i > 4 && f.nominal(i) {
				if r2, h2, why := f.phraseAfter(i, j); h2 != token.None {
					sp, head, rule = r2, h2, why
				}
			}
		case j == i || j == i+1 && f.tok(i).UPOS == token.ADV:
			if head == token.None || head < j {
				sp, head, rule = f.phraseAfter(j+1, limit)
			}
			if head == token.None {
				return attribution{cue: j, cueRun: run{j, j + 1}, info: c, head: token.None, rule: "quote-cue", score: 70}, true
			}
		default:
			if f.relative(j) {
				continue
			}
			if sp, head, rule = f.phraseAfter(i, j); head == token.None {
				sp, head, rule = f.phraseBefore(i, j)
			}
		}
		if head == token.None {
			continue
		}
		return attribution{cue: j, cueRun: run{j, j + 1}, info: c, speaker: sp, head: head, spRule: rule, rule: "quote-cue", score: score}, true
	}
	return attribution{}, false
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
	for e < last && e < i+10 && (f.nominal(e) || f.tok(e).Lower == "," || f.tok(e).Lower == ".") {
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
	return attribution{cue: token.None, cueRun: run{i - 1, i}, speaker: sp, head: h, spRule: "signature", rule: "signature", score: 85}, true
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
	if p < 0 || f.region[p] != token.None {
		return attribution{}, false
	}
	w := f.tok(p).Lower
	if f.para(p) != f.para(r.first) && !(w == ":" && f.para(p)+1 == f.para(r.first)) {
		return attribution{}, false
	}
	if f.sent(p).Kind == token.Boilerplate {
		return attribution{}, false
	}
	if w != "," && w != ":" && w != "--" && w != "—" {
		return attribution{}, false
	}
	// The quotation must end its sentence, else it is a part of one.
	if !r.full() && w != ":" {
		if e := r.last; int(e) < len(f.d.Tokens) && f.tok(e).Sent == f.tok(r.last-1).Sent && f.word(e) && r.ends != ',' {
			return attribution{}, false
		}
	}
	first := max(f.sent(p).First, p-reach)
	if k > 0 {
		first = max(first, f.regions[k-1].last)
	}
	// Words between the cue and the mark: an addressee, a time, but no clause.
	for j := p - 1; j >= first; j-- {
		t := f.tok(j)
		if t.UPOS != token.VERB {
			continue
		}
		c := f.verbCue(j)
		if c == nil && f.lemma(j) == "put" && f.tok(j+1).Lower == "it" {
			c = &putIt
		}
		if c == nil || c.frame&fQuote == 0 {
			if w != ":" && f.finite(j) && !f.relative(j) {
				return attribution{}, false
			}
			continue
		}
		sp, head, rule := f.subjectOf(j)
		if head == token.None && f.finite(j) {
			sp, head, rule = f.phraseBefore(first, j)
		}
		score := uint8(92)
		if w == ":" {
			score = 94
		}
		return attribution{cue: j, cueRun: run{j, j + 1}, info: c, speaker: sp, head: head, spRule: rule, rule: "cue-quote", score: score}, true
	}
	if w == ":" && r.words >= 3 {
		return f.colon(first, p)
	}
	return attribution{}, false
}

var putIt = cue{"put", Asserts, fQuote, ""}

// colon reads what stands before a colon that brings a quotation: a name
// alone, or a sentence whose subject then speaks.
func (f *finder) colon(first, p int32) (attribution, bool) {
	if p-first <= 8 {
		verb := false
		for i := first; i < p; i++ {
			verb = verb || f.tok(i).UPOS == token.VERB || f.tok(i).UPOS == token.AUX
		}
		if !verb {
			if sp, head, _ := f.phraseBefore(first, p); head != token.None {
				return attribution{cue: token.None, cueRun: run{p, p + 1}, speaker: sp, head: head, spRule: "name-colon", rule: "name-colon", score: 85}, true
			}
		}
	}
	for j := p - 1; j >= first; j-- {
		if f.tok(j).UPOS == token.VERB && f.finite(j) && !f.relative(j) {
			sp, head, rule := f.subjectOf(j)
			if head == token.None {
				continue
			}
			return attribution{cue: j, cueRun: run{j, j + 1}, speaker: sp, head: head, spRule: rule, rule: "colon", score: 75}, true
		}
	}
	return attribution{}, false
}
