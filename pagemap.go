package dateline

import (
	"fmt"
	"sort"
	"unicode/utf8"
)

// A PageMap tells which bytes of a page, of its HTML for example, an article's
// text was taken from, so that spans of the text can be shown on the page. It
// is a list of runs in the order of both. What of the text is in no run, such
// as a line break put between two paragraphs, stands nowhere on the page; what
// of the page is in none, such as its tags, is no text.
type PageMap []PageRun

// A PageRun is a piece of text and what stands for it on the page. Where both
// are of one length, they are the same byte by byte. Otherwise all of Page
// stands for all of Text: "&amp;" for "&".
type PageRun struct {
	// Text is a span of Article.Text.
	Text Span `json:"text"`
	// Page is a span of the page's bytes.
	Page Span `json:"page"`
}

// A PageMapError tells what is wrong with an article's PageMap.
type PageMapError struct {
	// Run is the place in the list of what is wrong, from 0.
	Run int
	// Msg is what is wrong.
	Msg string
}

// Error tells the run and what is wrong.
func (e *PageMapError) Error() string {
	return fmt.Sprintf("dateline: page map: run %d: %s", e.Run, e.Msg)
}

// Validate checks the map against the text that it is of: runs are not empty,
// come in order, overlap nowhere, lie in the text and cut no character. Its
// error is a *PageMapError. Parse wants a valid map.
func (m PageMap) Validate(text string) error {
	var last PageRun
	for i, r := range m {
		wrong := ""
		switch {
		case r.Text.Len() <= 0 || r.Page.Len() <= 0:
			wrong = "an empty span"
		case r.Text.Start < last.Text.End:
			wrong = "text before that of the run before"
		case r.Page.Start < last.Page.End:
			wrong = "page before that of the run before"
		case r.Text.End > len(text):
			wrong = fmt.Sprintf("text to %d, of %d bytes", r.Text.End, len(text))
		case !utf8.RuneStart(text[r.Text.Start]) || r.Text.End < len(text) && !utf8.RuneStart(text[r.Text.End]):
			wrong = "text that cuts a character"
		}
		if wrong != "" {
			return &PageMapError{i, wrong}
		}
		last = r
	}
	return nil
}

// ToPage is where the page has the text of s, from the first byte of it to the
// last: tags between them are in it, see Pieces. It is the zero Span when
// nothing of s is on the page.
func (m PageMap) ToPage(s Span) Span {
	ps := m.Pieces(s)
	if len(ps) == 0 {
		return Span{}
	}
	return Span{ps[0].Start, ps[len(ps)-1].End}
}

// Pieces are the spans of the page that have the text of s, without what
// stands between them: what to mark on the page, for no tag is in any of them.
// Spans that touch are one.
func (m PageMap) Pieces(s Span) []Span {
	return m.pieces(s, func(r PageRun) (Span, Span) { return r.Text, r.Page })
}

// ToText is the text that the page has in p: from the first byte of it to the
// last. It is the zero Span when p has no text, only tags.
func (m PageMap) ToText(p Span) Span {
	ss := m.pieces(p, func(r PageRun) (Span, Span) { return r.Page, r.Text })
	if len(ss) == 0 {
		return Span{}
	}
	return Span{ss[0].Start, ss[len(ss)-1].End}
}

// pieces carries s from one side of the runs to the other.
func (m PageMap) pieces(s Span, sides func(PageRun) (from, to Span)) []Span {
	var out []Span
	first := sort.Search(len(m), func(i int) bool { from, _ := sides(m[i]); return from.End > s.Start })
	for _, r := range m[first:] {
		from, to := sides(r)
		if from.Start >= s.End {
			break
		}
		if from.Len() == to.Len() {
			by := to.Start - from.Start
			to = Span{max(s.Start, from.Start) + by, min(s.End, from.End) + by}
		}
		if n := len(out); n > 0 && out[n-1].End == to.Start {
			out[n-1].End = to.End
			continue
		}
		out = append(out, to)
	}
	return out
}
