package segment

import (
	"unicode"
	"unicode/utf8"

	"github.com/dateline-go/dateline/internal/token"
)

// role is what a quotation mark does.
type role uint8

const (
	apostrophe role = iota // no quotation mark at all
	opening
	closing
)

// mark is one character, or pair of characters, that can be a quotation mark.
type mark struct {
	pos     int32
	size    uint8
	kind    token.Mark
	single  bool
	dir     role // what its surroundings say; apostrophe when they say nothing
	typed   role // what the character itself says: “ opens, " says nothing
	weak    bool // a single mark after s, as in workers’
	role    role // what pairing made of it
	initial bool // first thing in its paragraph
}

func (m *mark) end() int32 { return m.pos + int32(m.size) }

const (
	// maxDepth bounds the quotations open at once, and so the work per mark.
	maxDepth = 8
	// A quotation that is not closed in its paragraph may close in one of the
	// next maxRun paragraphs, at most maxReach bytes on.
	maxRun   = 6
	maxReach = 4000
)

// pairQuotes fills d.Quotes from the marks in each paragraph and returns the marks.
func pairQuotes(d *token.Doc) []mark {
	p := &pairer{d: d, carry: token.None}
	for i := range d.Paras {
		d.CheckAt(i)
		p.paragraph(int32(i))
	}
	p.finish()
	return p.marks
}

type pairer struct {
	d     *token.Doc
	marks []mark
	stack []open
	carry int32 // quotation left open by an earlier paragraph that may still close, or None
	from  int32 // paragraph that carry was last seen in
	at    int32 // current paragraph
	dead  []bool
}

// open is a quotation on the stack.
type open struct {
	quote int32
	mark  int // index in marks
}

func (p *pairer) paragraph(n int32) {
	para := p.d.Paras[n].Span
	p.at = n
	first := len(p.marks)
	p.collect(int(para.Start), int(para.End))
	ms := p.marks[first:]
	strong, opens := p.lookahead(ms)
	left := 0 // double marks from here to the end
	for i := range ms {
		p.d.CheckAt(i)
		if !ms[i].single {
			left++
		}
	}
	odd := left&1 == 1
	p.stack = p.stack[:0]
	if p.carry != token.None && (n-p.from > maxRun || para.Start-p.d.Quotes[p.carry].Start > maxReach) {
		p.carry = token.None
	}
	for i := range ms {
		p.d.CheckAt(i)
		m := &ms[i]
		if !m.single {
			left--
		}
		switch p.decide(m, i, odd, left, strong, opens) {
		case opening:
			p.open(m, first+i)
		case closing:
			p.close(m)
		}
	}
	// What is still open: the outermost may go on in the next paragraph.
	kept := token.None
	for _, o := range p.stack {
		q := &p.d.Quotes[o.quote]
		m := &p.marks[o.mark]
		if m.single && !(m.initial || p.afterComma(m)) {
			m.role = apostrophe
			p.dead[o.quote] = true
			continue
		}
		p.bound(q, para.End)
		if kept == token.None {
			kept = o.quote
		}
	}
	if kept != token.None {
		p.carry, p.from = kept, n
	}
}

// bound ends an unclosed quotation at end, less white space before it.
func (p *pairer) bound(q *token.Quotation, end int32) {
	for end > q.Content.Start {
		r, size := runeBefore(p.d.Text, int(q.Content.Start), int(end))
		if !isSpace(r) {
			break
		}
		end -= int32(size)
	}
	q.End, q.Content.End, q.Unclosed = end, end, true
}

// afterComma reports whether a comma or colon and a blank stand before m: a
// place where speech begins.
func (p *pairer) afterComma(m *mark) bool {
	i := int(m.pos)
	return i >= 2 && p.d.Text[i-1] == ' ' && (p.d.Text[i-2] == ',' || p.d.Text[i-2] == ':')
}

// decide says what m does, given what is open, whether the paragraph has an odd
// number of double marks, and how many of them follow.
func (p *pairer) decide(m *mark, i int, odd bool, left int, strong, opens []int32) role {
	if m.single {
		return p.decideSingle(m, i, strong, opens)
	}
	isOpen := p.find(m) >= 0
	carried := p.carry != token.None && len(p.stack) == 0 && p.compatible(p.d.Quotes[p.carry].Mark, m)
	switch {
	case m.initial && m.typed != closing:
		return opening
	case m.typed == opening:
		if isOpen && m.dir == closing {
			return closing // “like this“, and the high mark of „this“
		}
		return opening
	case m.typed == closing:
		if !isOpen && !carried && m.dir == opening {
			return opening // ”like this”
		}
		return closing
	case m.dir == opening && isOpen && left&1 == 0:
		return closing // ."Then: a blank is missing, or on the wrong side
	case m.dir != apostrophe:
		return m.dir
	case isOpen:
		return closing
	case carried && odd:
		return closing
	}
	return opening
}

// decideSingle does the same for a single mark, which may be an apostrophe.
func (p *pairer) decideSingle(m *mark, i int, strong, opens []int32) role {
	isOpen := p.find(m) >= 0
	switch m.dir {
	case closing:
		if isOpen {
			// After s a mark is a possessive if a surer closing mark follows before
			// the next opening one.
			if m.weak && strong[i+1] >= 0 && (opens[i+1] < 0 || strong[i+1] < opens[i+1]) {
				return apostrophe
			}
			return closing
		}
		if c := p.carry; c != token.None && len(p.stack) == 0 && !m.weak && p.compatible(p.d.Quotes[c].Mark, m) {
			return closing
		}
	case opening:
		if m.typed != closing && !isOpen && p.singleOpens(m, i, strong, opens) {
			return opening
		}
	default:
		// In tokenised text a lone mark closes what is open, and is a possessive otherwise.
		if isOpen && (m.typed == closing || m.kind == token.SingleStraight) && p.blankBoth(m) {
			return closing
		}
	}
	return apostrophe
}

// singleOpens reports whether a mark with the direction of an opening one has
// something that may close it.
func (p *pairer) singleOpens(m *mark, i int, strong, opens []int32) bool {
	if strong[i+1] >= 0 || m.initial || m.kind == token.SingleCurly && m.typed == opening {
		return true
	}
	// Only a possessive could close it: enough after a place where speech or a name begins.
	for j := i + 1; j < len(strong)-1 && j < i+4; j++ {
		if opens[j] == int32(j) {
			break
		}
		if n := len(p.marks) - (len(strong) - 1) + j; p.marks[n].single && p.marks[n].dir == closing {
			return true
		}
	}
	return false
}

func (p *pairer) blankBoth(m *mark) bool {
	s := p.d.Text
	a, _ := runeBefore(s, 0, int(m.pos))
	b, _ := runeAt(s, int(m.end()), len(s))
	return (a == 0 || isSpace(a)) && (b == 0 || isSpace(b))
}

// lookahead gives, for each mark, the index of the first single mark at or
// after it that surely closes, and that opens; -1 for none.
func (p *pairer) lookahead(ms []mark) (strong, opens []int32) {
	strong, opens = make([]int32, len(ms)+1), make([]int32, len(ms)+1)
	strong[len(ms)], opens[len(ms)] = -1, -1
	for i := len(ms) - 1; i >= 0; i-- {
		p.d.CheckAt(i)
		strong[i], opens[i] = strong[i+1], opens[i+1]
		if m := &ms[i]; m.single {
			if m.dir == closing && !m.weak {
				strong[i] = int32(i)
			} else if m.dir == opening {
				opens[i] = int32(i)
			}
		}
	}
	return strong, opens
}

// compatible reports whether m can close a quotation opened by kind: writers
// and editors mix curly and straight marks of one weight.
func (p *pairer) compatible(kind token.Mark, m *mark) bool {
	if kind == m.kind {
		return true
	}
	weight := func(k token.Mark) int {
		switch k {
		case token.SingleStraight, token.SingleCurly:
			return 1
		case token.Guillemet:
			return 2
		}
		return 0
	}
	return weight(kind) == weight(m.kind)
}

// find is the place on the stack of the innermost quotation that m can close, or -1.
func (p *pairer) find(m *mark) int {
	for i := len(p.stack) - 1; i >= 0; i-- {
		if p.compatible(p.d.Quotes[p.stack[i].quote].Mark, m) {
			return i
		}
	}
	return -1
}

func (p *pairer) open(m *mark, index int) {
	// A second straight opening mark means that the first was never closed:
	// straight marks do not nest in themselves.
	if at := p.find(m); at >= 0 && m.typed != opening {
		for _, o := range p.stack[at:] {
			p.bound(&p.d.Quotes[o.quote], m.pos)
		}
		p.stack = p.stack[:at]
	}
	if len(p.stack) >= maxDepth {
		m.role = opening
		return
	}
	q := token.Quotation{Span: token.Span{Start: m.pos}, Content: token.Span{Start: m.end()},
		Parent: token.None, Next: token.None, Prev: token.None, Mark: m.kind}
	n := int32(len(p.d.Quotes))
	if c := p.carry; c != token.None && len(p.stack) == 0 {
		if m.initial && p.at == p.from+1 && p.compatible(p.d.Quotes[c].Mark, m) && p.d.Quotes[c].End <= m.pos {
			prev := &p.d.Quotes[c]
			prev.Next, prev.Unclosed, q.Prev = n, false, c
		}
		if !m.single || m.initial {
			p.carry = token.None
		}
	}
	m.role = opening
	p.d.Quotes = append(p.d.Quotes, q)
	p.dead = append(p.dead, false)
	p.stack = append(p.stack, open{n, index})
}

func (p *pairer) close(m *mark) {
	m.role = closing
	at := p.find(m)
	if at < 0 {
		if c := p.carry; c != token.None && len(p.stack) == 0 && p.compatible(p.d.Quotes[c].Mark, m) {
			q := &p.d.Quotes[c]
			q.End, q.Content.End, q.Unclosed = m.end(), m.pos, false
			p.carry = token.None
		} else if m.single {
			m.role = apostrophe
		}
		return
	}
	// Inner quotations that were never closed: a single mark was an
	// apostrophe, a double one ends with its parent.
	for _, o := range p.stack[at+1:] {
		if in := &p.marks[o.mark]; in.single {
			in.role = apostrophe
			p.dead[o.quote] = true
		} else {
			p.bound(&p.d.Quotes[o.quote], m.pos)
		}
	}
	q := &p.d.Quotes[p.stack[at].quote]
	q.End, q.Content.End = m.end(), m.pos
	p.stack = p.stack[:at]
}

// finish drops quotations without content, mends the links and finds parents.
func (p *pairer) finish() {
	qs := p.d.Quotes
	to := make([]int32, len(qs))
	kept := 0
	for i := range qs {
		q := &qs[i]
		blank := true
		for j := int(q.Content.Start); blank && j < int(q.Content.End); {
			r, size := runeAt(p.d.Text, j, int(q.Content.End))
			blank = isSpace(r)
			j += size
		}
		if p.dead[i] || blank {
			to[i] = token.None
			continue
		}
		to[i] = int32(kept)
		qs[kept] = *q
		kept++
	}
	qs = qs[:kept]
	var stack []int32
	for i := range qs {
		q := &qs[i]
		if q.Next != token.None {
			q.Next = to[q.Next]
		}
		if q.Prev != token.None {
			q.Prev = to[q.Prev]
		}
		for len(stack) > 0 && qs[stack[len(stack)-1]].Content.End < q.End {
			stack = stack[:len(stack)-1]
		}
		if n := len(stack); n > 0 {
			q.Parent = stack[n-1]
		}
		stack = append(stack, int32(i))
	}
	p.d.Quotes = qs
}

// collect appends the marks between start and end.
func (p *pairer) collect(start, end int) {
	s := p.d.Text
	for i := start; i < end; i++ {
		p.d.CheckAt(i)
		if isWordByte(s[i]) || s[i] == ' ' {
			continue
		}
		m := mark{pos: int32(i), size: 1}
		switch s[i] {
		case '"':
			m.kind = token.DoubleStraight
		case '\'', '`':
			if s[i] == '`' {
				m.typed = opening
			}
			if m.kind, m.single = token.SingleStraight, true; i+1 < end && s[i+1] == s[i] {
				m.kind, m.single, m.size = token.Backtick, false, 2
			}
		case 0xC2, 0xE2:
			if !m.typographic(s[i:end]) {
				continue
			}
		default:
			continue
		}
		if amidSigns(s, start, i, end) {
			continue
		}
		m.initial = i == start
		p.direct(&m, start, end)
		p.marks = append(p.marks, m)
		i = int(m.end()) - 1
	}
}

// typographic reads the mark beyond ASCII that s begins with, if it does.
func (m *mark) typographic(s string) bool {
	r, size := utf8.DecodeRuneInString(s)
	m.size = uint8(size)
	switch r {
	case '«', '‹':
		m.kind, m.typed = token.Guillemet, opening
	case '»', '›':
		m.kind, m.typed = token.Guillemet, closing
	case '‘':
		m.kind, m.single, m.typed = token.SingleCurly, true, opening
	case '’':
		m.kind, m.single, m.typed = token.SingleCurly, true, closing
	case '“', '‟':
		m.kind, m.typed = token.DoubleCurly, opening
	case '”':
		m.kind, m.typed = token.DoubleCurly, closing
	case '„':
		m.kind, m.typed = token.LowHigh, opening
	default:
		return false
	}
	if m.single && len(s) >= 2*size && s[size:2*size] == s[:size] { // ‘‘ and ’’
		m.kind, m.single, m.size = token.DoubleCurly, false, uint8(2*size)
	}
	return true
}

// direct sets what the characters around m say of it.
func (p *pairer) direct(m *mark, start, end int) {
	s := p.d.Text
	before, _ := runeBefore(s, start, int(m.pos))
	after, asize := runeAt(s, int(m.end()), end)
	spaceBefore := before == 0 || isSpace(before)
	spaceAfter := after == 0 || isSpace(after)
	switch {
	case spaceBefore && spaceAfter:
	case m.single && isWordRune(before) && (isWordRune(after) || apart(s, int(m.end()), end) > int(m.end())): // don't
	case spaceBefore || isOpener(before):
		if spaceAfter || isTail(after) {
			if isDash(before) {
				m.dir = closing // "But I—"
			}
		} else if !m.single || !p.elision(int(m.end()), end) {
			m.dir = opening
		}
	case spaceAfter || mayFollow(after):
		if p.noClosing(m, before, after) {
			return
		}
		m.dir = closing
		if m.single && (before == 's' || before == 'S') && spaceAfter {
			next, _ := runeAt(s, int(m.end())+asize, end)
			m.weak = unicode.IsLower(next) || unicode.IsDigit(next) || unicode.IsUpper(next)
		}
	case isQuoteRune(before):
		// Behind another mark and before a word: nested opening.
		if !m.single || m.typed == opening || !p.elision(int(m.end()), end) {
			m.dir = opening
		}
	}
}

// mayFollow reports whether r, no blank, may stand right behind a closing mark.
func mayFollow(r rune) bool {
	return isTail(r) || isDash(r) || r == '(' || r == '[' || isQuoteRune(r)
}

// noClosing reports whether a mark between before and after, which stands as a
// closing one does, is none all the same: 6'2", 'n', a mark behind another.
func (p *pairer) noClosing(m *mark, before, after rune) bool {
	s, i := p.d.Text, int(m.pos)
	if m.single && before >= '0' && before <= '9' && after == '"' {
		return true
	}
	if isQuoteRune(before) && (isQuoteRune(after) || after == '(' || after == '[') && !isTail(after) {
		return true
	}
	return m.single && i >= 2 && s[i-1]|32 == 'n' && (s[i-2] == '\'' || s[i-2] == 0x99 || s[i-2] == 0x98)
}

// elision reports whether the word at i is one that is written with a leading
// apostrophe: 'em, 'til, '90s.
func (p *pairer) elision(i, end int) bool {
	s := p.d.Text
	j := i
	for j < end && j < i+8 && (s[j]|32 >= 'a' && s[j]|32 <= 'z' || s[j] >= '0' && s[j] <= '9') {
		j++
	}
	w := s[i:j]
	if w == "n" || w == "N" {
		return true // rock 'n' roll
	}
	if e := wordTable.Find(w); e.Has(classElision) || e.Has(classElisionCapital) {
		// 'em' in quotation marks is a word of its own.
		return j >= end || s[j] != '\''
	}
	n := len(w)
	return n >= 2 && n <= 3 && w[0] >= '0' && w[0] <= '9' && w[1] >= '0' && w[1] <= '9' && (n == 2 || w[2] == 's')
}

func isWordRune(r rune) bool { return isLetter(r) || isDigit(r) }

func isDash(r rune) bool { return r == '-' || r == '–' || r == '—' || r == '/' }

// isOpener reports whether a quotation can begin right behind r.
func isOpener(r rune) bool {
	switch r {
	case '(', '[', '{', '“', '‘', '«', '„', '‹', '¿', '¡', '`', '<':
		return true
	}
	return isDash(r)
}

// isTail reports whether r is punctuation that stands behind a closing mark.
func isTail(r rune) bool {
	switch r {
	case ',', '.', ';', ':', '!', '?', ')', ']', '}', '…', '”', '’', '»', '>':
		return true
	}
	return false
}

func isQuoteRune(r rune) bool {
	switch r {
	case '"', '\'', '“', '”', '‘', '’', '«', '»', '„', '`':
		return true
	}
	return false
}
