package dateline

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-go/dateline/internal/gazetteer"
	"github.com/dateline-go/dateline/internal/title"
	"github.com/dateline-go/dateline/internal/when"
)

// WriteTo writes the timeline as a page for people to read: the news by day,
// then what lies further back, then what has no date, which stands first where
// it is the news: no article has a day of publication, and it matters more. An entry is one line
// with its place where the Title does not have it, its Title, what it is if it
// did not simply happen, and whose word it is if it is only somebody's. The
// sentence that says so stands below the entries that it tells, later with its
// first words only; an entry of which another of that sentence says all is left
// out:
//
//	12 June 2025
//	  Grace Mwangi will meet Tesfaye Alemu in Djibouti (planned)
//	    "Grace Mwangi will meet Tesfaye Alemu in Djibouti on June 12." (eve.txt)
//
// The form is stable: the same Timeline gives the same bytes. WriteDetails
// writes what programs have beside it.
func (t *Timeline) WriteTo(w io.Writer) (int64, error) {
	c := &countingWriter{w: bufio.NewWriter(w)}
	p := page{countingWriter: c, timeline: t, articles: t.articles(), cited: make(map[sentence]bool)}
	sections := t.sections()
	if t.undatedNews() {
		p.entries(sections[undated])
		sections[undated] = nil
	}
	for s, es := range sections {
		p.section(pagePart(s), es)
	}
	return c.flush()
}

// String is what WriteTo writes.
func (t *Timeline) String() string {
	var b strings.Builder
	// A Builder takes everything.
	_, _ = t.WriteTo(&b)
	return b.String()
}

// pagePart is a part of a page.
type pagePart int

const (
	news       pagePart = iota
	background          // dated long before it was published
	undated
	numParts
)

var sectionNames = [numParts]string{"", "Background", "Undated"}

// old is how long before its publication, in seconds, an entry ends that is background.
const old = 30 * 24 * 60 * 60

// sections are the entries of each part of the page, in order.
func (t *Timeline) sections() [numParts][]*Entry {
	var out [numParts][]*Entry
	again := t.retold()
	for i := range t.Entries {
		e := &t.Entries[i]
		if again[e] {
			continue
		}
		s := e.part()
		out[s] = append(out[s], e)
	}
	return out
}

func (e *Entry) part() pagePart {
	lo, hi := e.When.Earliest(), e.When.Latest()
	if lo.IsZero() && hi.IsZero() {
		return undated
	}
	for i := range e.Reports {
		p := e.Reports[i].Published
		if p.IsZero() || hi.IsZero() || p.first()-hi.last() < old {
			return news
		}
	}
	return background
}

// undatedNews reports whether what has no date is the news: no article has a day
// of publication, and the entries without a date matter more than the others.
func (t *Timeline) undatedNews() bool {
	weight := 0.0
	for i := range t.Entries {
		e := &t.Entries[i]
		if slices.ContainsFunc(e.Reports, func(r Report) bool { return !r.Published.IsZero() }) {
			return false
		}
		if e.part() == undated {
			weight += e.Salience
		} else {
			weight -= e.Salience
		}
	}
	return weight > 0
}

// articles is the number of articles that the entries are from.
func (t *Timeline) articles() int {
	seen := make(map[string]bool)
	for i := range t.Entries {
		for j := range t.Entries[i].Reports {
			seen[t.Entries[i].Reports[j].name()] = true
		}
	}
	return len(seen)
}

// page writes a Timeline.
type page struct {
	*countingWriter
	timeline *Timeline
	articles int
	cited    map[sentence]bool // the sentences written so far
	begun    bool              // something is written already
}

// gap writes the blank line between two blocks.
func (p *page) gap() {
	if p.begun {
		p.printf("\n")
	}
	p.begun = true
}

// section writes one part of the page, a heading a date.
func (p *page) section(s pagePart, es []*Entry) {
	if len(es) == 0 {
		return
	}
	if sectionNames[s] != "" {
		p.gap()
		p.printf("%s\n", strings.ToUpper(sectionNames[s]))
	}
	p.entries(es)
}

// entries writes entries, each day's under its heading.
func (p *page) entries(es []*Entry) {
	es = byHeading(es)
	last := "-"
	for len(es) > 0 {
		head := es[0].heading()
		n := 1
		for n < len(es) && es[n].heading() == head && es[n].teller().same(es[0].teller()) {
			n++
		}
		if head != last {
			p.gap()
			if head != "" {
				p.printf("%s\n", head)
			}
		}
		last = head
		p.block(es[:n])
		es = es[n:]
	}
}

// byHeading puts entries under one heading together, where the first stands,
// and of these the ones that one sentence tells for the same time of day.
func byHeading(es []*Entry) []*Entry {
	type block struct{ heading, clock, article, text string }
	of := make([]block, len(es))
	heading, place := make(map[string]int), make(map[block]int)
	at := make(map[*Entry]int, len(es))
	for i, e := range es {
		r := e.teller()
		of[i] = block{e.heading(), e.clock(), r.name(), r.Text}
		at[e] = i
		if heading[of[i].heading] == 0 {
			heading[of[i].heading] = i + 1
		}
		if place[of[i]] == 0 {
			place[of[i]] = i + 1
		}
	}
	es = slices.Clone(es)
	slices.SortStableFunc(es, func(a, b *Entry) int {
		x, y := of[at[a]], of[at[b]]
		return cmp.Or(cmp.Compare(heading[x.heading], heading[y.heading]), cmp.Compare(place[x], place[y]))
	})
	return es
}

// teller is the report that the entry's title is of, of several the first. An
// entry without one, which only a caller can make, has an empty one.
func (e *Entry) teller() *Report {
	if len(e.Reports) == 0 {
		return new(Report)
	}
	for i := range e.Reports {
		if e.Reports[i].Title == e.Title {
			return &e.Reports[i]
		}
	}
	return &e.Reports[0]
}

// same reports whether two reports are of one sentence of one article.
func (s *Report) same(o *Report) bool {
	return s.Article == o.Article && s.Publisher == o.Publisher && s.Sentence == o.Sentence && s.Text == o.Text
}

// reported opens the heading of news without a date of its own.
const reported = "Reported "

// heading is the date that an entry stands under; "" for what has none.
func (e *Entry) heading() string {
	v, _ := e.When.v.Split()
	if e.part() == undated {
		return ""
	}
	if lo, hi := e.When.Earliest(), e.When.Latest(); lo.IsZero() && !hi.IsZero() && v.Mod() == when.OnOrBefore && e.reportedOn(hi) {
		return reported + On(Date(hi.Date())).Phrase()
	}
	head := v.Phrase()
	return strings.ToUpper(head[:1]) + head[1:]
}

// clock is the time of day of an entry; of one without a place in the
// calendar, what is known of its date; or "".
func (e *Entry) clock() string {
	_, clock := e.When.v.Split()
	if clock == "" && e.part() == undated && !e.When.IsZero() {
		// "a week" without a name or number tells nothing.
		if p := e.When.Phrase(); strings.ContainsFunc(p, func(r rune) bool { return unicode.IsUpper(r) || unicode.IsDigit(r) }) {
			clock = strings.TrimPrefix(strings.Replace(p, " a ", " ", 1), "a ") // "about a Saturday"
		}
	}
	if clock == "" {
		return ""
	}
	return strings.ToUpper(clock[:1]) + clock[1:]
}

// reportedOn reports whether p is the day of publication of one of the sources.
func (e *Entry) reportedOn(p Moment) bool {
	y, m, d := p.Date()
	return slices.ContainsFunc(e.Reports, func(s Report) bool {
		py, pm, pd := s.Published.Date()
		return y == py && m == pm && d == pd
	})
}

// block writes entries that one sentence tells, and the sentence.
func (p *page) block(es []*Entry) {
	for _, e := range es {
		p.printf("  %s\n", p.line(e))
	}
	p.printf("    %s\n", p.cite(es[0].teller()))
	for _, e := range es {
		p.others(e)
	}
}

// name is the article as a page calls it.
func (s *Report) name() string {
	if s.Publisher == "" || s.Article == "" {
		return cmp.Or(s.Article, s.Publisher)
	}
	return s.Article + ", " + s.Publisher
}

// others writes which other articles tell the entry, and what they disagree about.
func (p *page) others(e *Entry) {
	var also []string
	for i := range e.Reports {
		if n := e.Reports[i].name(); n != "" && n != e.teller().name() && !slices.Contains(also, n) {
			also = append(also, n)
		}
	}
	if len(also) > 0 {
		p.printf("    also in %s\n", strings.Join(also, ", "))
	}
	for _, x := range e.Conflicts {
		p.printf("    sources differ about %s: %s\n", x.question(), p.answers(e, x))
	}
}

// question is what a Conflict is about, in words.
func (x *Conflict) question() string {
	switch x.Field {
	case "when":
		return "when it was"
	case "where":
		return "where it was"
	case "status":
		return "whether it happened"
	case "count":
		return "how many"
	case "agent":
		return "who did it"
	case "quantity":
		return "the number"
	}
	return string(x.Field)
}

// answers are the sides of a Conflict with the articles that take them.
func (p *page) answers(e *Entry, x Conflict) string {
	var sides []string
	for _, s := range x.Sides {
		value := s.Value
		if w, err := ParseEDTF(value); err == nil && x.Field == "when" {
			value = w.Phrase()
		}
		var names []string
		for _, i := range s.Reports {
			if i < 0 || i >= len(e.Reports) {
				continue
			}
			if n := e.Reports[i].name(); n != "" && !slices.Contains(names, n) {
				names = append(names, n)
			}
		}
		if len(names) > 0 {
			value += " (" + strings.Join(names, ", ") + ")"
		}
		sides = append(sides, value)
	}
	return strings.Join(sides, " / ")
}

// line is an entry on the page: "4:17 a.m., Moyale, Kenya: Gunmen killed 17
// people in Moyale (according to police)"; what somebody tells of himself
// stands behind his name: "Ann Lowe: I have resigned".
func (p *page) line(e *Entry) string {
	line := e.title()
	by := p.by(e)
	if title.FirstPerson(line) {
		if who := p.speaker(e.teller()); who != "" { // who says "I" or "we"
			line, by = title.Capital(who)+": "+line, ""
		}
	}
	denies := e.Status == StatusDenied && title.Denies(line) // as the title itself says
	var where string
	if l := &e.Place; !l.IsZero() && !strings.Contains(line, l.Name) && e.names(l.Name) {
		where = l.short()
	}
	if head := strings.Trim(e.clock()+", "+where, ", "); head != "" {
		line = head + ": " + line
	}
	var notes []string
	if e.Status != StatusOccurred && e.Status != StatusUnclear && !denies {
		notes = append(notes, e.Status.String())
	}
	if by != "" && !strings.Contains(line, by) && !strings.HasPrefix(e.title(), by[strings.LastIndexByte(by, ' ')+1:]+" ") && !strings.Contains(line, "ccording to ") {
		notes = append(notes, "according to "+by)
	}
	if len(notes) > 0 {
		line += " (" + strings.Join(notes, ", ") + ")"
	}
	return line
}

// title is the Title, or for want of one the word for it and who takes part.
func (e *Entry) title() string {
	if e.Title != "" {
		return e.Title
	}
	var who []string
	for _, p := range e.Participants {
		who = append(who, p.Text)
	}
	s := cmp.Or(e.Lemma, strings.ToLower(string(e.Kind)))
	if len(who) > 0 {
		s += ": " + strings.Join(who, ", ")
	}
	return s
}

// by is whose word an entry is, if no source tells it in its own.
func (p *page) by(e *Entry) string {
	var names []string
	for i := range e.Reports {
		s := &e.Reports[i]
		if s.By == 0 && s.ByText == "" {
			return ""
		}
		if s.By != 0 && slices.ContainsFunc(s.Participants, func(x Participant) bool { return x.Actor == s.By && x.Role == "agent" }) {
			return "" // what one says of oneself: the title has it
		}
		if n := title.Inside(p.speaker(s)); n != "" && !slices.Contains(names, n) {
			names = append(names, n)
		}
	}
	return strings.Join(names, " and ")
}

// speaker is who tells a report: by name, or else as the article has it.
func (p *page) speaker(s *Report) string {
	a, ok := p.timeline.Actor(s.By)
	known := ok && strings.ToLower(a.Name) != a.Name
	own := strings.TrimPrefix(s.ByText, "the ")
	switch {
	case !known || strings.EqualFold(own, a.Name):
		return s.ByText
	case own == s.ByText || a.Kind == ActorPerson:
	case hasWord(own, a.Name): // "the website Lokalnyt"
		by, _, _ := strings.Cut(s.ByText, " (")
		return by
	case strings.Contains(a.Name, " ") || strings.ToUpper(a.Name) == a.Name: // no firm or country of one word
		return "the " + a.Name
	}
	return a.Name
}

// names reports whether one of the sentences that tell the entry has the name
// of the place: a dateline is no part of the news.
func (e *Entry) names(place string) bool {
	return slices.ContainsFunc(e.Reports, func(r Report) bool { return hasWord(r.Text, place) })
}

// hasWord reports whether s has the words w, not as part of others.
func hasWord(s, w string) bool {
	for {
		i := strings.Index(s, w)
		if i < 0 {
			return false
		}
		before, _ := utf8.DecodeLastRuneInString(s[:i])
		after, _ := utf8.DecodeRuneInString(s[i+len(w):])
		if !unicode.IsLetter(before) && !unicode.IsLetter(after) {
			return true
		}
		s = s[i+len(w):]
	}
}

// short is a place as a line has it: "Moyale, Kenya", "Lima, Ohio".
func (p *Place) short() string {
	s := p.Name
	if p.Kind == LocationCountry || p.Country == "" {
		return s
	}
	if p.Country == "US" { // whose states are known as countries are
		if p.Division == s || strings.HasPrefix(p.Division, s+",") {
			return p.Division // "Washington, D.C."
		}
		if p.Division != "" && !strings.Contains(s, p.Division) {
			s += ", " + p.Division
		}
		return s
	}
	if c, ok := gazetteer.Default().Country(p.Country); ok && c.Name != s {
		s += ", " + c.Name
	}
	return s
}

// WriteDetails writes the entries one by one with what the page of WriteTo
// leaves out: kinds, roles, dates as codes, and where in the articles it
// stands.
//
//  1. 2025-06-12  CONSULT (meet)  planned
//     title  Grace Mwangi will meet Tesfaye Alemu in Djibouti
//     who    agent Grace Mwangi; patient Tesfaye Alemu
//     where  Djibouti
//     source eve.txt [42:46] "Kenyan Foreign Minister Grace Mwangi will meet ..."
//
// The form is stable, like that of WriteTo.
func (t *Timeline) WriteDetails(w io.Writer) (int64, error) {
	c := &countingWriter{w: bufio.NewWriter(w)}
	for i := range t.Entries {
		t.Entries[i].details(c)
	}
	return c.flush()
}

type countingWriter struct {
	w   *bufio.Writer
	n   int64
	err error
}

func (c *countingWriter) printf(format string, args ...any) {
	if c.err == nil {
		var n int
		n, c.err = fmt.Fprintf(c.w, format, args...)
		c.n += int64(n)
	}
}

func (c *countingWriter) flush() (int64, error) {
	if c.err == nil {
		c.err = c.w.Flush()
	}
	return c.n, c.err
}

func (e *Entry) details(c *countingWriter) {
	kind := string(e.Kind)
	if e.Mode != "" {
		kind += " " + string(e.Mode)
	}
	if e.Lemma != "" && !strings.EqualFold(e.Lemma, string(e.Kind)) && e.Lemma != string(e.Mode) {
		kind += " (" + e.Lemma + ")"
	}
	c.printf("%d. %s  %s  %s\n", e.ID, cmp.Or(e.When.EDTF(), e.When.Phrase()), kind, e.Status)
	if e.Title != "" {
		c.printf("  title  %s\n", e.Title)
	}
	var who []string
	for _, p := range e.Participants {
		s := string(p.Role) + " " + p.Text
		if p.Count > 0 && !strings.Contains(p.Text, fmt.Sprint(p.Count)) {
			s += fmt.Sprintf(" (%d)", p.Count)
		}
		who = append(who, s)
	}
	if len(who) > 0 {
		c.printf("  who    %s\n", strings.Join(who, "; "))
	}
	if !e.Place.IsZero() {
		c.printf("  where  %s\n", e.Place.label())
	}
	var numbers []string
	for i := range e.Quantities {
		numbers = append(numbers, e.Quantities[i].String())
	}
	if len(numbers) > 0 {
		c.printf("  number %s\n", strings.Join(numbers, "; "))
	}
	for _, s := range e.Reports {
		name := s.Article
		if s.Publisher != "" {
			name = strings.TrimPrefix(name+" ("+s.Publisher+")", " ")
		}
		if name != "" {
			name += " "
		}
		c.printf("  source %s[%d:%d] %q\n", name, s.Trigger.Start, s.Trigger.End, s.Text)
	}
	for _, x := range e.Conflicts {
		var sides []string
		for _, s := range x.Sides {
			sides = append(sides, fmt.Sprintf("%s (%d of %d)", s.Value, len(s.Reports), len(e.Reports)))
		}
		c.printf("  disagreement about %s: %s\n", x.Field, strings.Join(sides, " / "))
	}
	for _, r := range e.Relations {
		c.printf("  %s entry %d\n", r.Order, r.Event)
	}
	c.printf("\n")
}

// label is "Portland, Oregon, US".
func (p *Place) label() string {
	s := p.Name
	if p.Division != "" && p.Division != p.Name {
		s += ", " + p.Division
	}
	if p.Country != "" && p.Kind != LocationCountry {
		s += ", " + p.Country
	}
	return s
}

// speakerText are the words for who makes a statement, a name or a noun phrase:
// for a pronoun, how the text described its actor before; or "".
func speakerText(d *Document, s *Statement) string {
	span, pronoun, before := s.Speaker, false, Span{}
	a, _ := d.Actor(s.Actor)
	for _, m := range a.Mentions {
		pronoun = pronoun || m.Span == s.Speaker && m.Form == MentionPronoun
		if m.Form == MentionNominal && m.Span.End <= s.Speaker.Start {
			before = m.Span
		}
	}
	if pronoun {
		span = before
	}
	const shortest, longest = 3, 60 // others are not who it is, or hold more
	text := title.Phrase(d.Article.Text, oneLine(d.Slice(span)), span.Start)
	if len(text) < shortest || len(text) > longest {
		return ""
	}
	if rest, ok := strings.CutPrefix(text, "a "); ok && pronoun {
		text = "the " + rest
	}
	return text
}
