package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-go/dateline/internal/token"
)

// line is one line of the text, without its break and outer white space.
type line struct {
	start, end int
	indent     int
	blank      bool
}

// paragraphs fills d.Paras with spans that begin and end in something that is
// not white space. A blank line ends a paragraph. Whether a single line break
// does is decided for the text as a whole: in hard-wrapped text it is a blank,
// in text with one paragraph a line it ends the paragraph.
func paragraphs(d *token.Doc) {
	lines := splitLines(d)
	w := measure(d, lines)
	start := -1
	end := 0
	flush := func() {
		if start >= 0 {
			d.Paras = append(d.Paras, token.Paragraph{Span: token.Span{Start: int32(start), End: int32(end)}})
			start = -1
		}
	}
	for i, l := range lines {
		d.CheckAt(i)
		if l.blank {
			flush()
			continue
		}
		if start >= 0 && !w.joins(d.Text, lines[i-1], l) {
			flush()
		}
		if start < 0 {
			start = l.start
		}
		end = l.end
	}
	flush()
}

// splitLines cuts at \n, \r\n, \r, form feeds and the Unicode separators.
func splitLines(d *token.Doc) []line {
	s := d.Text
	lines := make([]line, 0, 1+strings.Count(s, "\n"))
	from := 0
	add := func(end int) {
		d.CheckAt(len(lines))
		l := line{start: from, end: end}
		for l.start < l.end {
			r, size := runeAt(s, l.start, l.end)
			if !isSpace(r) {
				break
			}
			if l.indent++; r == '\t' {
				l.indent += 3
			}
			l.start += size
		}
		for l.start < l.end {
			r, size := runeBefore(s, l.start, l.end)
			if !isSpace(r) {
				break
			}
			l.end -= size
		}
		l.blank = l.start == l.end
		lines = append(lines, l)
	}
	for i := 0; i < len(s); i++ {
		if s[i] >= ' ' && s[i] < utf8.RuneSelf {
			continue
		}
		size := 0
		switch s[i] {
		case '\n', '\r', '\v', '\f':
			size = 1
			if s[i] == '\r' && i+1 < len(s) && s[i+1] == '\n' {
				size = 2
			}
		case 0xC2:
			if i+1 < len(s) && s[i+1] == 0x85 {
				size = 2
			}
		case 0xE2:
			if i+2 < len(s) && s[i+1] == 0x80 && (s[i+2] == 0xA8 || s[i+2] == 0xA9) {
				size = 3
			}
		}
		if size > 0 {
			add(i)
			from = i + size
			i = from - 1
		}
	}
	add(len(s))
	return lines
}

// wrapping is how a text uses single line breaks.
type wrapping struct {
	hard  bool // lines are cut at a column
	width int  // bytes of a full line
}

// measure looks at every pair of adjoining lines. In wrapped text most lines
// that have a follower end inside a sentence, which goes on in small letters,
// and none is much longer than the others; where lines are paragraphs or
// sentences most end with a stop.
func measure(d *token.Doc, lines []line) wrapping {
	s := d.Text
	var pairs, open, low, width int
	lengths := make([]int, 0, 64)
	for i := 0; i+1 < len(lines); i++ {
		d.CheckAt(i)
		if lines[i].blank || lines[i+1].blank {
			continue
		}
		pairs++
		if n := lines[i].end - lines[i].start + lines[i].indent; len(lengths) < 4096 {
			lengths = append(lengths, n)
			width = max(width, n)
		}
		if !endsSentence(s, lines[i]) {
			open++
			if first, _ := runeAt(s, lines[i+1].start, lines[i+1].end); unicode.IsLower(first) {
				low++
			}
		}
	}
	if pairs == 0 || width < 30 {
		return wrapping{}
	}
	full := 0
	for _, n := range lengths {
		if n*4 >= width*3 {
			full++
		}
	}
	// A dozen words is what a wrapped line carries; 200 bytes leaves room for
	// wide columns, and longer lines are paragraphs.
	return wrapping{hard: width <= 200 && open*2 >= pairs && low*3 >= pairs && full*2 >= len(lengths), width: width}
}

// joins reports whether the break between two adjoining lines is a mere blank.
func (w wrapping) joins(s string, a, b line) bool {
	first, _ := runeAt(s, b.start, b.end)
	if isBullet(s, b) {
		return false
	}
	if w.hard {
		if b.indent > a.indent+1 {
			return false
		}
		// A line whose next word would have fitted ends its paragraph.
		word := b.start
		for word < b.end && s[word] > ' ' {
			word++
		}
		if n := a.end - a.start + a.indent + 1 + word - b.start; n*5 < w.width*4 {
			return !endsSentence(s, a) && unicode.IsLower(first)
		}
		return true
	}
	// A sentence that goes on in lower case was broken by accident.
	last, _ := runeBefore(s, a.start, a.end)
	return unicode.IsLower(first) && (isLetter(last) || last == ',') && a.end-a.start >= 40
}

// endsSentence reports whether the line's last character closes a sentence,
// behind closing marks and brackets.
func endsSentence(s string, l line) bool {
	for i := l.end; i > l.start; {
		r, size := runeBefore(s, l.start, i)
		switch r {
		case '.', '!', '?', '…', ':':
			return true
		case '"', '”', '’', '\'', ')', ']', '»':
			i -= size
		default:
			return false
		}
	}
	return false
}

// isBullet reports whether the line starts a list item.
func isBullet(s string, l line) bool {
	r, size := runeAt(s, l.start, l.end)
	switch r {
	case '•', '*', '·', '▪', '●', '■', '–', '—', '-':
		next, _ := runeAt(s, l.start+size, l.end)
		return next == ' ' || next == '\t'
	}
	i := l.start
	for i < l.end && i < l.start+3 && s[i] >= '0' && s[i] <= '9' {
		i++
	}
	return i > l.start && i+1 < l.end && (s[i] == '.' || s[i] == ')') && s[i+1] == ' '
}
