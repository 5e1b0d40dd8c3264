package event

import (
	"strings"
	"testing"

	"github.com/dateline-go/dateline/internal/golden"
	"github.com/dateline-go/dateline/internal/quote"
	"github.com/dateline-go/dateline/internal/segment"
	"github.com/dateline-go/dateline/internal/token"
	"github.com/dateline-go/dateline/internal/when"
)

// TestCorpus reads testdata/corpus/event.txt.
func TestCorpus(t *testing.T) {
	cases := golden.Corpus(t, "event.txt")
	defer cases.Done(60)
	for _, line := range golden.Lines(golden.Read(t, "testdata/corpus/event.txt")) {
		if line[0] == '#' {
			continue
		}
		want, text, _ := strings.Cut(line, " : ")
		d, in := parse(text)
		wrong := ""
		if es := Find(d, in); !meets(d, es, want) {
			wrong = "got" + show(d, es)
		}
		cases.Case(line, wrong)
	}
}

func meets(d *token.Doc, es []Event, want string) bool {
	if strings.TrimSpace(want) == "none" {
		return len(es) == 0
	}
	p := strings.Split(want, "|")
	f := strings.Fields(p[0])
	for i := range es {
		e := &es[i]
		if e.Kind != f[0] || e.Status.String() != f[1] {
			continue
		}
		ok := true
		for j, r := range []RoleName{Agent, Patient} {
			if j+1 < len(p) && strings.TrimSpace(p[j+1]) != "" {
				ok = ok && hasRole(d, e, r, strings.TrimSpace(p[j+1]))
			}
		}
		if ok {
			return true
		}
	}
	return false
}

func hasRole(d *token.Doc, e *Event, r RoleName, text string) bool {
	for i := range e.Roles {
		if e.Roles[i].Role == r && d.Str(e.Roles[i].Span) == text {
			return true
		}
	}
	return false
}

// TestStory checks dates, merging and status over a few sentences.
func TestStory(t *testing.T) {
	const text = "President Maria Lopez is set to meet King Harald of Norway in Oslo on May 4, 2021. " +
		"The meeting will be the first between the two. " +
		"On May 2, Lopez visited Denmark."
	d, in := parse(text)
	for _, x := range []struct {
		s string
		v when.Value
	}{{"May 4, 2021", when.NewDate(2021, 5, 4)}, {"May 2", when.NewDate(2021, 5, 2)}} {
		i := int32(strings.Index(text, x.s))
		in.Times = append(in.Times, Time{Span: token.Span{Start: i, End: i + int32(len(x.s))}, Value: x.v, Event: token.None})
	}
	for _, p := range []string{"Oslo", "Denmark"} {
		i := int32(strings.Index(text, p))
		in.Places = append(in.Places, Place{Span: token.Span{Start: i, End: i + int32(len(p))}})
	}
	es := Find(d, in)
	var meet, visit *Event
	for i := range es {
		switch {
		case es[i].Kind == "CONSULT" && es[i].Mode == "visit":
			visit = &es[i]
		case es[i].Kind == "CONSULT" && meet == nil:
			meet = &es[i]
		}
	}
	if meet == nil || visit == nil {
		t.Fatalf("events:%s", show(d, es))
	}
	if meet.Status != Planned || meet.When != when.NewDate(2021, 5, 4) || meet.Code != "036" {
		t.Errorf("meeting: %s %s %s", meet.Status, meet.When, meet.Code)
	}
	if len(meet.Mentions) < 2 {
		t.Errorf("the meeting is not merged: %d mentions", len(meet.Mentions))
	}
	if visit.When != when.NewDate(2021, 5, 2) || visit.Status != Occurred {
		t.Errorf("visit: %s %s", visit.When, visit.Status)
	}
}

// TestTimetable: what the present tense tells with a day of no known week is to
// come; what is told so of every day, and in a headline, is not.
func TestTimetable(t *testing.T) {
	friday, err := when.ParseEDTF("XXXX-WXX-5")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		text string
		want Status
	}{
		{"The show by Maria Lopez opens in Lima on Friday.", Planned},
		{"The show by Maria Lopez opened in Lima on Friday.", Occurred},
		{"The nurse praises the mayor on Friday.", Occurred},
	} {
		d, in := parse(c.text)
		i := int32(strings.Index(c.text, "Friday"))
		in.Times = []Time{{Span: token.Span{Start: i, End: i + 6}, Value: friday, Event: token.None}}
		if es := Find(d, in); len(es) == 0 || es[0].Status != c.want {
			t.Errorf("%s: want %s%s", c.text, c.want, show(d, es))
		}
	}
}

// TestUndated: no date comes from nowhere, and the article's date is a bound
// that says so.
func TestUndated(t *testing.T) {
	d, in := parse("Police have arrested a reporter in Lima.")
	for _, e := range Find(d, in) {
		if !e.When.IsZero() || e.Basis != "" {
			t.Errorf("dated %s by %q", e.When, e.Basis)
		}
	}
	in.Published = when.NewPoint(2020, 2, 3)
	for _, e := range Find(d, in) {
		if e.Basis != ByArticle.String() || e.Bound != OnOrBefore {
			t.Errorf("basis %q bound %d", e.Basis, e.Bound)
		}
	}
}

// TestOrder: a clause with "before" or "after" lies on one side of the time of
// the clause around it.
func TestOrder(t *testing.T) {
	for text, want := range map[string]Bound{
		"Gunmen killed a guard on May 3, 2021, a day before the king met the queen in Oslo.": OnOrAfter,
		"Gunmen killed a guard on May 3, 2021, a week after the king met the queen in Oslo.": OnOrBefore,
		"The king flew to Norway on May 3, 2021 and met the queen in Oslo.":                  Within,
	} {
		d, in := parse(text)
		i := int32(strings.Index(text, "May 3, 2021"))
		in.Times = append(in.Times, Time{Span: token.Span{Start: i, End: i + 11}, Value: when.NewDate(2021, 5, 3), Event: token.None})
		met := false
		for _, e := range Find(d, in) {
			if e.Kind == "CONSULT" && d.Str(e.Trigger) == "met" {
				met = true
				if e.When != when.NewDate(2021, 5, 3) || e.Bound != want {
					t.Errorf("%s: %s, bound %d, want %d", text, e.When, e.Bound, want)
				}
			}
		}
		if !met {
			t.Errorf("%s: no meeting", text)
		}
	}
}

// TestStatus: what is planned, possible, denied or failed is never a fact.
func TestStatus(t *testing.T) {
	for _, x := range []struct {
		want Status
		text string
	}{
		{Planned, "The president is expected to visit Chile in June."},
		{Planned, "Spain plans to sell tanks to Morocco."},
		{Possible, "The king may visit Peru in May."},
		{Failed, "The rebels tried to kidnap the judge."},
		{Possible, "If the army attacks, the rebels will flee."},
		{Denied, "The firm did not sign the agreement."},
		{Denied, "The army denied that it had attacked the village."},
		{Failed, "The rebels failed to capture the town."},
		{Failed, "The summit between the two kings was cancelled on Friday."},
		{Ongoing, "Soldiers are attacking the town."},
		{Occurred, "The town was attacked by rebels on Monday."},
	} {
		d, in := parse(x.text)
		es := Find(d, in)
		if len(es) == 0 || es[0].Status != x.want {
			t.Errorf("%s: want %s%s", x.text, x.want, show(d, es))
		}
	}
}

// TestReported: an event inside what somebody says keeps the statement.
func TestReported(t *testing.T) {
	const text = "The general said that rebels killed two soldiers in Gao."
	d, in := parse(text)
	i := int32(strings.Index(text, "rebels"))
	in.Statements = []quote.Statement{{Content: []token.Span{{Start: i, End: int32(len(text) - 1)}}}}
	es := Find(d, in)
	if len(es) == 0 || es[0].Kind != "ASSAULT" || es[0].Statement != 0 {
		t.Fatalf("events:%s", show(d, es))
	}
	in.Statements = nil
	if es = Find(d, in); es[0].Statement != token.None {
		t.Errorf("statement %d of none", es[0].Statement)
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{"", "\"", "A met B.", "The king agreed to refuse to meet.",
		"\u201cWe will attack,\u201d he said on Monday.\n\nThe attack took place."} {
		f.Add(s, uint32(0))
	}
	f.Fuzz(func(t *testing.T, text string, seed uint32) {
		if len(text) > 4000 {
			return
		}
		d, in := parse(text)
		if seed != 0 {
			scramble(d, seed)
		}
		es := Find(d, in)
		check(t, d, in, es)
	})
}

// scramble gives d trees that no parser makes, each a forest within its sentence.
func scramble(d *token.Doc, seed uint32) {
	for s := range d.Sents {
		a, b := d.Sents[s].First, d.Sents[s].Last
		for i := a; i < b; i++ {
			seed = seed*1664525 + 1013904223
			t := &d.Tokens[i]
			t.Rel = token.Rel(seed >> 8 % token.NumRel)
			t.Head = token.None
			if i > a && seed>>28 > 1 {
				t.Head = a + int32(seed>>4)%(i-a+1)
				if t.Head >= i || t.Head < a {
					t.Head = a
				}
			}
		}
		d.Link(int32(s))
	}
}

func check(t *testing.T, d *token.Doc, in Input, es []Event) {
	n := int32(len(d.Text))
	in0 := func(s token.Span) bool { return 0 <= s.Start && s.Start <= s.End && s.End <= n }
	for i := range es {
		e := &es[i]
		if e.Kind == "" || e.Status == 0 || e.Rule == "" || e.Score == 0 || len(e.Mentions) == 0 || !in0(e.Trigger) {
			t.Fatalf("event %d: %+v", i, e)
		}
		for _, r := range e.Roles {
			if !in0(r.Span) || r.Actor >= int32(len(in.Actors)) {
				t.Fatalf("role %+v", r)
			}
		}
		for _, r := range e.Relations {
			if r.Event < 0 || int(r.Event) >= len(es) {
				t.Fatalf("relation %+v", r)
			}
		}
	}
}

// TestLong: time grows with the text, whatever the text.
func TestLong(t *testing.T) {
	for _, s := range []string{
		strings.Repeat("met and ", 4000),
		strings.Repeat("The king met the premier. ", 400),
		strings.Repeat("Peru, Chile, ", 2000) + "met.",
	} {
		d := segment.Segment(s)
		for i := range d.Tokens {
			tk := &d.Tokens[i]
			tk.Lemma, tk.UPOS, tk.Rel = "meet", token.VERB, token.Conj
			if i > 0 && d.Tokens[i-1].Sent == tk.Sent {
				tk.Head = d.Sents[tk.Sent].First
			}
		}
		for i := range d.Sents {
			d.Link(int32(i))
		}
		for _, e := range Find(d, Input{}) {
			if len(e.Roles) > maxRoles || e.Trigger.Start < 0 || int(e.Trigger.End) > len(d.Text) {
				t.Errorf("%.20q...: %d participants, trigger %v", s, len(e.Roles), e.Trigger)
			}
		}
	}
}

func BenchmarkFind(b *testing.B) {
	text := strings.Repeat("President Maria Lopez is set to meet King Harald of Norway in Oslo on May 4. "+
		"Police arrested a reporter during a rally against the new law, and the union called for the release of the prisoners. ", 20)
	d, in := parse(text)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Find(d, in)
	}
}

// TestOwnDate: a noun that is known by its own date does not refer back to what
// was told without one, by another word; "the attack" does.
func TestOwnDate(t *testing.T) {
	for _, c := range []struct {
		text string
		many int // mentions of the first event of violence
	}{
		{"Soldiers executed two activists of the opposition. Since the February 2021 coup, the regime has hurt its own people.", 1},
		{"Gunmen killed two guards at a mine. The attack began at dawn.", 2},
	} {
		d, in := parse(c.text)
		if i := int32(strings.Index(c.text, "February 2021")); i >= 0 {
			in.Times = append(in.Times, Time{Span: token.Span{Start: i, End: i + 13}, Value: when.NewDate(2021, 2, 0), Event: token.None})
		}
		es := Find(d, in)
		if len(es) == 0 || es[0].Kind != "ASSAULT" || len(es[0].Mentions) != c.many {
			t.Errorf("%s: want %d mentions, events:%s", c.text, c.many, show(d, es))
		}
	}
}
