package segment

import (
	"strings"

	"github.com/dateline-go/dateline/internal/token"
)

// kinds sets the kinds of paragraphs and sentences. Datelines inside a
// paragraph are set already.
func (t *tokenizer) kinds() {
	d := t.d
	title := true // no paragraph of the story so far
	list := false // a list of other stories has begun
	for p := range d.Paras {
		d.CheckAt(p)
		para := &d.Paras[p]
		if para.First == para.Last {
			continue
		}
		para.Kind, list = t.kindOf(p, title, list)
		if para.Kind == token.Body {
			title = false
		}
		for s := para.First; s < para.Last; s++ {
			d.CheckAt(int(s))
			sent := &d.Sents[s]
			if para.Kind != token.Body {
				sent.Kind = para.Kind
			} else if sent.Kind == token.Body && t.noticeIn(s, para.Last) {
				sent.Kind = token.Boilerplate
			}
		}
	}
}

// rule reports whether the tokens are a line between parts, "___" or "* * *".
func (t *tokenizer) rule(first, last int32) bool {
	for i := first; i < last; i++ {
		switch w := t.word1(i); w[0] {
		case '_', '*', '-', '=', '#', '~', '.', '|':
		default:
			if w != "—" && w != "–" && w != "•" {
				return false
			}
		}
		if len(t.word1(i)) > 1 && isWordByte(t.word1(i)[1]) {
			return false
		}
	}
	return t.word1(first) != "." && t.word1(first) != "..."
}

// byline reports whether the paragraph is "By Ann Smith, Political Editor".
func (t *tokenizer) byline(first, last int32) bool {
	if n := last - first; n < 2 || n > 16 || t.word1(first) != "By" && t.word1(first) != "BY" {
		return false
	}
	for i := first + 1; i < last; i++ {
		w := t.word1(i)
		if wordTable.Has(w, classBylineGlue) {
			if i == first+1 {
				return false
			}
			continue
		}
		if c, _ := runeAt(w, 0, len(w)); !isUpperRune(c) {
			return false
		}
	}
	return true
}

// month is the number of an English month's name or abbreviation, or 0.
func month(w string) int {
	n, _ := wordTable.Int(strings.TrimSuffix(strings.ToLower(w), "."), classMonth)
	return n
}

func weekday(w string) bool {
	return wordTable.Has(strings.TrimSuffix(strings.ToLower(w), "."), classWeekday)
}

// onlyDate reports whether the tokens are nothing but a date or a time of
// publication: "Friday, June 10, 2016", "Updated 9:12 a.m. EDT Aug. 3".
func (t *tokenizer) onlyDate(first, last int32) bool {
	if last-first > 20 || last-first < 2 {
		return false
	}
	digits, named := false, false
	for i := first; i < last; i++ {
		w := t.word1(i)
		e := wordTable.Find(strings.ToLower(w))
		switch {
		case isDigit(rune(w[0])):
			digits = true
			named = named || strings.Count(w, "/") == 2 || strings.Count(w, "-") == 2
		case month(w) > 0, e.Has(classHalfDay):
			named = true
		case !weekday(w) && !e.Has(classStampWord):
			return false
		}
	}
	return digits && named
}

// headline reports whether paragraph p is a headline: the first of the text or
// a cross-head, without a final stop.
func (t *tokenizer) headline(p int, first, last int32, title bool) bool {
	d := t.d
	n := last - first
	if n > 30 || p+1 >= len(d.Paras) {
		return false
	}
	words, caps, letters := t.titleCase(first, last)
	if letters == 0 {
		return false
	}
	end := t.word1(last - 1)
	stop := t.hasStop(first, last)
	if title {
		if stop && end != "?" && end != "!" {
			// "Senate Passes Budget Bill." is a headline by its capitals.
			return end[len(end)-1] == '.' && words >= 5 && caps*10 >= words*9 && d.Paras[p].First+1 == d.Paras[p].Last
		}
		return !stop || p == 0 && n <= 16 && d.Paras[p].First+1 == d.Paras[p].Last
	}
	if stop || n > 14 {
		return false
	}
	// A cross-head stands between paragraphs that end with stops.
	c := t.letter(first)
	return (isUpperRune(c) || isDigit(c) || t.roleAt(first) == opening) && t.fullParagraph(p-1) && t.fullParagraph(p+1)
}

// titleCase counts the words of a headline that could have a capital, those
// that do, and all words.
func (t *tokenizer) titleCase(first, last int32) (words, caps, letters int) {
	for i := first; i < last; i++ {
		w := t.word1(i)
		c, _ := runeAt(w, 0, len(w))
		if !isLetter(c) {
			continue
		}
		letters++
		if isUpperRune(c) {
			words++
			caps++
		} else if len(w) > 3 {
			words++
		}
	}
	return words, caps, letters
}

// hasStop reports whether the tokens end with a stop, behind which a mark or
// a bracket may close.
func (t *tokenizer) hasStop(first, last int32) bool {
	end := t.word1(last - 1)
	switch e := wordTable.Find(end); {
	case e.Has(classStop):
		return true
	case e.Has(classCloser):
		return last-2 >= first && wordTable.Has(t.word1(last-2), classInnerStop)
	}
	return len(end) > 1 && end[len(end)-1] == '.'
}

// fullParagraph reports whether paragraph p ends like running text.
func (t *tokenizer) fullParagraph(p int) bool {
	if p < 0 || p >= len(t.d.Paras) {
		return false
	}
	para := t.d.Paras[p]
	return endsSentence(t.d.Text, line{start: int(para.Start), end: int(para.End)}) && para.Len() > 40
}

// dateline is the end of the dateline that starts at token first, or first
// itself: a place in capitals, perhaps with state and date, perhaps an agency
// in brackets, and a dash. Without the capitals an agency must be there.
func (t *tokenizer) dateline(first int32) int32 {
	n := int32(len(t.d.Tokens))
	if first >= n {
		return first
	}
	if w := t.word1(first); w == "By" || w == "BY" {
		return t.bylineDateline(first)
	}
	place, ok := t.placeRun(first, n)
	if !ok || wordTable.Has(t.word1(first), classNoPlace) {
		return first
	}
	// State, country, date: capitalised words and numbers between commas.
	agency := false
	i := place.end
	for steps := 0; i < n && steps < 14; steps++ {
		w := t.word1(i)
		if w == "(" {
			next, known, ok := t.agency(i, n)
			if !ok {
				return first
			}
			if end := t.behindAgency(next, n, known, place); end > 0 {
				return end
			}
			agency, i = true, next
			continue
		}
		if wordTable.Has(w, classDash) {
			if agency || place.upper && t.startsAfter(i+1) {
				return i + 1
			}
			return first
		}
		if w == ":" && !agency && place.upper && t.colonDateline(i+1) {
			return i + 1
		}
		if agency || !datelineWord(w) {
			return first
		}
		i++
	}
	return first
}

// colonDateline reports whether a colon before token i may end a dateline:
// "GENEVA: The talks failed". Running text must follow, and no other paragraph
// may begin like that, as those of an interview do.
func (t *tokenizer) colonDateline(i int32) bool {
	if int(i) >= len(t.d.Tokens) || !isUpperRune(t.letter(i)) || noName(t.word1(i-2)) ||
		!t.fullParagraph(int(t.para)) || t.d.Paras[t.para].Len() < runningText {
		return false
	}
	if t.colons == 0 {
		for p := range t.d.Paras {
			t.d.CheckAt(p)
			if capsColon(t.d.Str(t.d.Paras[p].Span)) {
				t.colons++
			}
		}
	}
	return t.colons == 1
}

// noName reports whether a word in capitals is one of the language by its end:
// BUSTED, CLARIFICATION.
func noName(w string) bool {
	for _, end := range [...]string{"ED", "ION", "IVE", "ALERT"} {
		if strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}

// runningText is how many bytes a paragraph has that is no title or turn of speech.
const runningText = 100

// capsColon reports whether s begins with capitals and a colon, with no small
// letter before it but in a date.
func capsColon(s string) bool {
	head, _, ok := strings.Cut(s[:min(len(s), 60)], ":")
	if !ok || len(head) < 3 {
		return false
	}
	word, _, _ := strings.Cut(head, ",")
	return strings.ToUpper(word) == word && strings.ToLower(word) != word
}

// datelineWord reports whether w may stand between the place and the dash.
func datelineWord(w string) bool {
	c, _ := runeAt(w, 0, len(w))
	return w == "," || w == "." || w == "/" || isDigit(c) || isUpperRune(c) || month(w) > 0
}

// placeRun is the capitalised words that a dateline begins with.
type placeRun struct {
	end   int32 // behind the last of them
	words int
	upper bool // written as a dateline's place is, in capitals
}

func (t *tokenizer) placeRun(first, n int32) (placeRun, bool) {
	p := placeRun{end: first}
	capitals := 0
	for ; p.end < n && p.end < first+8; p.end++ {
		w := t.word1(p.end)
		c, _ := runeAt(w, 0, len(w))
		if !isLetter(c) {
			if wordTable.Has(w, classPlaceSign) && !(w == "-" && t.d.Tokens[p.end].Is(token.SpaceBefore)) {
				continue
			}
			break
		}
		if !isUpperRune(c) {
			if wordTable.Has(w, classPlaceParticle) {
				continue
			}
			return p, false
		}
		p.words++
		if surface(w)&token.AllCaps != 0 {
			capitals++
		}
	}
	if p.words == 0 || p.words > 5 {
		return p, false
	}
	w := t.word1(first)
	p.upper = capitals == p.words || capitals > 0 && p.words <= 3 && len(w) > 2 && surface(w)&token.AllCaps != 0
	return p, true
}

// agency is the token behind the bracket at i, if a name stands in it, and
// whether that is an agency that is known.
func (t *tokenizer) agency(i, n int32) (next int32, known, ok bool) {
	j := i + 1
	for j < n && j < i+6 && t.word1(j) != ")" {
		j++
	}
	if j >= n || t.word1(j) != ")" || j == i+1 {
		return 0, false, false
	}
	known = wordTable.Has(t.word1(i+1), classAgency)
	return j + 1, known, known || isUpperRune(t.letter(i+1))
}

// behindAgency is where a dateline ends whose agency's bracket ends at i: at a
// dash, or, only of agencies that are known, without one: "Washington (CNN) The".
func (t *tokenizer) behindAgency(i, n int32, known bool, place placeRun) int32 {
	switch {
	case i >= n:
		return 0
	case wordTable.Has(t.word1(i), classDash):
		return i + 1
	case known && (place.upper || place.words <= 3 && t.d.Tokens[i].Start == t.d.Tokens[i-1].End):
		return i
	}
	return 0
}

// startsAfter reports whether a sentence can start at token i, or none follows.
func (t *tokenizer) startsAfter(i int32) bool {
	if int(i) >= len(t.d.Tokens) {
		return true
	}
	w := t.word1(i)
	c, _ := runeAt(w, 0, len(w))
	return isUpperRune(c) || isDigit(c) || t.roleAt(i) == opening
}

// bylineDateline is the end of a byline that runs into a dateline, as where a
// text has lost its line breaks: "By Ann Lowe Staff Writer MACON -- ". It is
// first when there is none.
func (t *tokenizer) bylineDateline(first int32) int32 {
	n := min(int32(len(t.d.Tokens)), first+28)
	for i := first + 3; i < n; i++ {
		w := t.word1(i)
		if w == "." && t.startsAfter(i+1) && t.d.Tokens[i-1].Len() > 4 {
			break
		}
		if len(w) > 3 && surface(w)&token.AllCaps != 0 {
			if end := t.dateline(i); end > i {
				return end
			}
		}
	}
	return first
}
