package dateline

import (
	"strings"
	"testing"
)

// pageEntry is an entry told by one article published on 6 August 2025.
func pageEntry(title string, st Status, w When, change func(e *Entry)) Entry {
	e := Entry{Title: title, Kind: "CONSULT", Lemma: "meet", Status: st, When: w, Reports: []Report{{
		Article: "a.txt", Published: Date(2025, 8, 6), Text: title + ".", Title: title, Status: st, When: w,
	}}}
	if change != nil {
		change(&e)
	}
	return e
}

func TestPage(t *testing.T) {
	edtf := func(s string) When {
		w, err := ParseEDTF(s)
		if err != nil {
			t.Fatal(err)
		}
		return w
	}
	timex := func(value, mod string) When {
		w, err := ParseTIMEX3("DATE", value, mod)
		if err != nil {
			t.Fatal(err)
		}
		return w
	}
	both := func(e *Entry) { e.Reports[0].Text = "Ann resigned and Bo took over." }
	long := func(e *Entry) {
		e.Reports[0].Text = "Ann resigned on Tuesday for want of sleep and Bo took over on Thursday."
	}
	for _, c := range []struct {
		name    string
		entries []Entry
		want    string
	}{
		{"empty", nil, ""},
		{"news, plans and what lies back", []Entry{
			pageEntry("The bank opened", StatusOccurred, edtf("1998-05"), nil),
			pageEntry("Ministers met", StatusOccurred, edtf("2025-08-05"), nil),
			pageEntry("Ministers will meet", StatusPlanned, edtf("2025-08-09"), nil),
			pageEntry("A talk was held", StatusOccurred, When{}, nil),
		}, `5 August 2025
  Ministers met
    "Ministers met."

9 August 2025
  Ministers will meet (planned)
    "Ministers will meet."

BACKGROUND

May 1998
  The bank opened
    "The bank opened."

UNDATED

  A talk was held
    "A talk was held."
`},
		{"place, time of day, whose word", []Entry{
			pageEntry("Rebels fled", StatusDenied, edtf("2025-08-05T04:17"), func(e *Entry) {
				e.Place = Place{Name: "Moyale", Kind: LocationCity, Country: "KE"}
				e.Reports[0].ByText = "the army"
				e.Reports[0].Text = "Rebels fled from Moyale."
			}),
		}, `5 August 2025
  4:17 a.m., Moyale, Kenya: Rebels fled (denied, according to the army)
    "Rebels fled from Moyale."
`},
		{"a place that only the dateline names", []Entry{
			pageEntry("Rebels fled", StatusOccurred, edtf("2025-08-05"), func(e *Entry) {
				e.Place = Place{Name: "Moyale", Kind: LocationCity, Country: "KE"}
			}),
		}, `5 August 2025
  Rebels fled
    "Rebels fled."
`},
		{"a town of a federal state, in its sentence but not part of another name", []Entry{
			pageEntry("Rebels fled", StatusOccurred, edtf("2025-08-05"), func(e *Entry) {
				e.Place = Place{Name: "Lima", Kind: LocationCity, Country: "US", Division: "Ohio"}
				e.Reports[0].Text = "Rebels fled through Lima."
			}),
			pageEntry("Rebels hid", StatusOccurred, edtf("2025-08-05"), func(e *Entry) {
				e.Place = Place{Name: "Lima", Kind: LocationCity, Country: "US", Division: "Ohio"}
				e.Reports[0].Text = "Rebels hid with Limanov."
			}),
			pageEntry("Rebels left", StatusOccurred, edtf("2025-08-05"), func(e *Entry) {
				e.Place = Place{Name: "Oklahoma City", Kind: LocationCity, Country: "US", Division: "Oklahoma"}
				e.Reports[0].Text = "Rebels left Oklahoma City."
			}),
		}, `5 August 2025
  Lima, Ohio: Rebels fled
    "Rebels fled through Lima."
  Rebels hid
    "Rebels hid with Limanov."
  Oklahoma City: Rebels left
    "Rebels left Oklahoma City."
`},
		{"a title that denies, and one in the first person", []Entry{
			pageEntry("The rebels have not fled", StatusDenied, edtf("2025-08-05"), nil),
			pageEntry("Nobody was hurt", StatusDenied, edtf("2025-08-05"), func(e *Entry) { e.Reports[0].ByText = "the army" }),
			pageEntry("We won World War I", StatusOccurred, edtf("2025-08-05"), func(e *Entry) { e.Reports[0].ByText = "the army" }),
			pageEntry("We won", StatusOccurred, edtf("2025-08-05"), nil),
			pageEntry("According to the union, half left", StatusOccurred, edtf("2025-08-05"), func(e *Entry) { e.Reports[0].ByText = "unions" }),
		}, `5 August 2025
  The rebels have not fled
    "The rebels have not fled."
  Nobody was hurt (according to the army)
    "Nobody was hurt."
  The army: We won World War I
    "We won World War I."
  We won
    "We won."
  According to the union, half left
    "According to the union, half left."
`},
		{"a day of the week alone", []Entry{
			pageEntry("Rebels fled", StatusOccurred, timex("XXXX-WXX-6", ""), nil),
			pageEntry("Rebels hid", StatusOccurred, timex("XXXX-WXX-5", "APPROX"), nil),
		}, `UNDATED

  Saturday: Rebels fled
    "Rebels fled."
  About Friday: Rebels hid
    "Rebels hid."
`},
		{"one sentence under two dates, the second time in short", []Entry{
			pageEntry("Ann resigned", StatusOccurred, edtf("2025-08-05"), long),
			pageEntry("Bo took over", StatusOccurred, edtf("2025-08-07"), long),
		}, `5 August 2025
  Ann resigned
    "Ann resigned on Tuesday for want of sleep and Bo took over on Thursday."

7 August 2025
  Bo took over
    "Ann resigned on Tuesday for want of sleep …"
`},
		{"told again without a date", []Entry{
			pageEntry("Ann resigned on Tuesday", StatusOccurred, edtf("2025-08-05"), both),
			pageEntry("Ann resigned", StatusOccurred, Between(Moment{}, Date(2025, 8, 6)), both),
		}, `5 August 2025
  Ann resigned on Tuesday
    "Ann resigned and Bo took over."
`},
		{"told as news without a date", []Entry{
			pageEntry("Rebels fled", StatusOccurred, Between(Moment{}, Date(2025, 8, 6)), nil),
		}, `Reported 6 August 2025
  Rebels fled
    "Rebels fled."
`},
		{"one sentence, two entries", []Entry{
			pageEntry("Ann resigned", StatusOccurred, edtf("2025-08-05"), both),
			pageEntry("Bo took over", StatusOccurred, edtf("2025-08-05"), both),
		}, `5 August 2025
  Ann resigned
  Bo took over
    "Ann resigned and Bo took over."
`},
		{"several articles that disagree", []Entry{
			pageEntry("Fire killed 4", StatusOccurred, edtf("2025-08-05"), func(e *Entry) {
				s := e.Reports[0]
				s.Article, s.Publisher = "b.txt", "Paper"
				e.Reports = append(e.Reports, s)
				e.Conflicts = []Conflict{
					{Field: "count", Sides: []Side{{"3 (patient)", []int{0}}, {"4 (patient)", []int{1}}}},
					{Field: "when", Sides: []Side{{"2025-08-04", []int{0}}, {"2025-08-05", []int{1}}}},
				}
			}),
		}, `5 August 2025
  Fire killed 4
    "Fire killed 4." (a.txt)
    also in b.txt, Paper
    sources differ about how many: 3 (patient) (a.txt) / 4 (patient) (b.txt, Paper)
    sources differ about when it was: 4 August 2025 (a.txt) / 5 August 2025 (b.txt, Paper)
`},
		{"no title", []Entry{
			pageEntry("", StatusPossible, edtf("2025-08-05"), func(e *Entry) {
				e.Reports[0].Text = "x"
				e.Participants = []Participant{{Role: "agent", Text: "Kenya"}, {Role: "patient", Text: "Uganda"}}
			}),
		}, `5 August 2025
  meet: Kenya, Uganda (possible)
    "x"
`},
	} {
		if got := (&Timeline{Entries: c.entries}).String(); got != c.want {
			t.Errorf("%s: got\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
}

// TestPageWhole wants a page of a real article to hold each title once a
// block, and the details to hold what it leaves out.
func TestPageWhole(t *testing.T) {
	d, err := Parse(Article{ID: "note.txt", Published: Date(2025, 6, 12),
		Text: "Gunmen killed 17 people in Moyale on Tuesday, police said."})
	if err != nil {
		t.Fatal(err)
	}
	tl := d.Timeline()
	var b strings.Builder
	if _, err := tl.WriteDetails(&b); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"2025-06-10  ASSAULT (kill)  occurred", "title  Gunmen killed 17 people in Moyale", "note.txt [",
		"agent Gunmen; patient 17 people\n", "number deaths 17\n"} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("details lack %q:\n%s", want, b.String())
		}
	}
	if want := "Gunmen killed 17 people in Moyale (according to police)"; strings.Count(tl.String(), want) != 1 {
		t.Errorf("the page has %q not once:\n%s", want, tl)
	}
}

// TestPageCites wants the sentence that says what the line says, not the headline.
func TestPageCites(t *testing.T) {
	const headline, lead = "Two countries sign border deal", "Kenya and Ethiopia signed a border agreement on Thursday."
	e := Entry{ID: 1, Title: "Kenya and Ethiopia signed a border agreement", When: On(Date(2025, 6, 12)), Reports: []Report{
		{Article: "a", Published: Date(2025, 6, 12), Title: "Two countries sign border deal", Text: headline},
		{Article: "a", Published: Date(2025, 6, 12), Title: "Kenya and Ethiopia signed a border agreement", Text: lead},
	}}
	tl := Timeline{Entries: []Entry{e}}
	if page := tl.String(); !strings.Contains(page, `"`+lead+`"`) || strings.Contains(page, headline) {
		t.Errorf("the page is:\n%s", page)
	}
}

// What has no place in the calendar keeps its weekday with the part of the day.
func TestPageWeekday(t *testing.T) {
	d, err := Parse(Article{ID: "a", Text: "Police arrested the mayor on Monday night.", Language: "en"})
	if err != nil {
		t.Fatal(err)
	}
	if page := d.Timeline().String(); !strings.Contains(page, "Monday night: Police arrested the mayor") {
		t.Errorf("the page is:\n%s", page)
	}
}

// Where no article has a day of publication, what has no date stands first if it
// matters more.
func TestPageUnpublished(t *testing.T) {
	unpublished := func(e *Entry) { e.Reports[0].Published = Moment{} }
	weighty := func(e *Entry) { unpublished(e); e.Salience = .5 }
	w, err := ParseEDTF("1998-05")
	if err != nil {
		t.Fatal(err)
	}
	tl := Timeline{Entries: []Entry{
		pageEntry("The bank opened", StatusOccurred, w, unpublished),
		pageEntry("A talk was held", StatusOccurred, When{}, weighty),
	}}
	want := `  A talk was held
    "A talk was held."

May 1998
  The bank opened
    "The bank opened."
`
	if got := tl.String(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	tl.Entries[0].Salience = .7
	if got := tl.String(); !strings.HasPrefix(got, "May 1998\n") {
		t.Errorf("what is dated matters more, and the page begins\n%s", got)
	}
}

// Who tells a report is called by name where that reads well.
func TestPageSpeaker(t *testing.T) {
	for _, c := range []struct {
		name string
		kind ActorKind
		text string
		want string
	}{
		{"Larne Harbour Board", ActorOrganization, "the board", "the Larne Harbour Board"},
		{"Lokalnyt", ActorOrganization, "the website", "Lokalnyt"},
		{"Lokalnyt", ActorOrganization, "the website Lokalnyt (LN)", "the website Lokalnyt"},
		{"LHB", ActorOrganization, "the board", "the LHB"},
		{"Ida Holm", ActorPerson, "the mayor", "Ida Holm"},
		{"harbour board", ActorOrganization, "the board", "the board"},
	} {
		p := page{timeline: &Timeline{Actors: []TimelineActor{{ID: 1, Name: c.name, Kind: c.kind}}}}
		if got := p.speaker(&Report{By: 1, ByText: c.text}); got != c.want {
			t.Errorf("%s, %s: %q, want %q", c.name, c.text, got, c.want)
		}
	}
}
