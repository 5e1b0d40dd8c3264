package dateline

import (
	"slices"
	"strings"
	"testing"

	"github.com/dateline-go/dateline/internal/golden"
)

// TestSetting reads testdata/corpus/setting.txt: when and where the events of
// a text are.
func TestSetting(t *testing.T) {
	cases := golden.Corpus(t, "setting.txt")
	defer cases.Done(30)
	for _, line := range golden.Lines(golden.Read(t, "testdata/corpus/setting.txt")) {
		if line[0] == '#' {
			continue
		}
		head, want, _ := strings.Cut(line, " => ")
		published, text, _ := strings.Cut(head, " | ")
		a := Article{Text: strings.ReplaceAll(text, "/", "\n\n"), Language: "en"}
		if published != "-" {
			if err := a.Published.UnmarshalText([]byte(published)); err != nil {
				t.Fatal(err)
			}
		}
		d, err := Parse(a)
		if err != nil {
			t.Fatal(err)
		}
		wrong := ""
		for _, w := range strings.Split(want, "; ") {
			if got := settingOf(d, w); got != "" {
				wrong += " " + got
			}
		}
		cases.Case(line, wrong)
	}
}

// Where the caller gives no day of publication, that of the page's own head bounds
// what has no other; where there is none, it stays open.
func TestSettingByHead(t *testing.T) {
	for text, want := range map[string]string{
		"Posted: Nov. 27, 2019 8:20 AM ET\n\nGunmen attacked a bank in Lima.": "../2019-11-27",
		"Gunmen attacked a bank in Lima.":                                     "",
	} {
		d, err := Parse(Article{Text: text, Language: "en"})
		if err != nil {
			t.Fatal(err)
		}
		if len(d.Events) != 1 || d.Events[0].When.EDTF() != want {
			t.Errorf("%q: events %v, want one of %q", text, d.Events, want)
		}
	}
}

// A text that tells its own day without the year goes on with it.
func TestSettingByOwnDay(t *testing.T) {
	d, err := Parse(Article{Text: "BERGEN, July 15 - Two unions signed a deal here on Friday.\n\nA mayor asked the king for help.", Language: "en"})
	if err != nil {
		t.Fatal(err)
	}
	for _, word := range []string{"deal", "asked"} {
		i := slices.IndexFunc(d.Events, func(e Event) bool { return d.Slice(e.Trigger) == word })
		if i < 0 || !strings.HasPrefix(d.Events[i].When.EDTF(), "XXXX-07-15") {
			t.Errorf("events %v, want %s on July 15", d.Events, word)
		}
	}
}

// What a verb tells as done is no plan, though what it is about lies ahead, nor is
// what was held on a day that has passed.
func TestSettingOfPlans(t *testing.T) {
	for _, x := range []struct {
		text, word string
		want       Status
	}{
		{"The club invited the coach to speak at its dinner on May 5.", "invited", StatusOccurred},
		{"The coach was to be sentenced on May 5.", "sentenced", StatusPlanned},
		{"The crowd paused to remember the victims of the March 12 attack.", "attack", StatusOccurred},
	} {
		d, err := Parse(Article{Text: x.text, Language: "en", Published: Date(2019, 3, 21)})
		if err != nil {
			t.Fatal(err)
		}
		i := slices.IndexFunc(d.Events, func(e Event) bool { return d.Slice(e.Trigger) == x.word })
		if i < 0 || d.Events[i].Status != x.want {
			t.Errorf("%q: events %v, want %s %s", x.text, d.Events, x.word, x.want)
		}
	}
}

// settingOf is what is wrong with the event that want speaks of: "fled
// 2009-03-05 @Brazil", "-" where there is no date or place.
func settingOf(d *Document, want string) string {
	f := strings.Fields(want)
	for i := range d.Events {
		e := &d.Events[i]
		for _, m := range e.Mentions {
			if d.Slice(m) != f[0] {
				continue
			}
			got := f[0]
			for _, w := range f[1:] {
				if strings.HasPrefix(w, "@") {
					got += " @" + strings.ReplaceAll(settingPlace(d, e), " ", "_")
				} else {
					got += " " + settingDate(e)
				}
			}
			if got == strings.TrimSpace(want) {
				return ""
			}
			return "got " + got
		}
	}
	return "no " + f[0]
}

func settingDate(e *Event) string {
	if e.When.Earliest().IsZero() && e.When.Latest().IsZero() || e.WhenEvidence.Rule == "article-date" {
		return "-"
	}
	return strings.TrimSuffix(e.When.EDTF(), "~")
}

func settingPlace(d *Document, e *Event) string {
	l, ok := d.Location(e.Location)
	if !ok {
		return "-"
	}
	return d.Slice(l.Mentions[0].Span)
}

// TestSettingSoFar has the part of a year, month or week that is over, and the part
// to come.
func TestSettingSoFar(t *testing.T) {
	for _, x := range []struct{ text, word, want, phrase string }{
		{"The bank sold its hotel earlier this year.", "sold", "2016-01-01/2016-05-20", "earlier in 2016"},
		{"Earlier in the month, the bank sold its hotel.", "sold", "2016-05-01/2016-05-20", "earlier in May 2016"},
		{"The bank will sell its hotel later this year.", "sell", "2016-05-20/2016-12-31", "later in 2016"},
		{"The bank sold its hotel in early May.", "sold", "2016-05-01/2016-05-10", "early May 2016"},
	} {
		d, err := Parse(Article{Text: x.text, Language: "en", Published: Date(2016, 5, 20)})
		if err != nil {
			t.Fatal(err)
		}
		i := slices.IndexFunc(d.Events, func(e Event) bool { return d.Slice(e.Trigger) == x.word })
		if i < 0 || d.Events[i].When.EDTF() != x.want || d.Events[i].When.Phrase() != x.phrase {
			t.Errorf("%q: events %v, want %s %q, %q", x.text, d.Events, x.word, x.want, x.phrase)
		}
	}
}

// TestSettingByPublication has what only the day of publication bounds, and what even
// that says nothing of: what a text looks back on, and plans that are no longer ahead.
func TestSettingByPublication(t *testing.T) {
	for _, x := range []struct{ text, word, want string }{
		{"The town has a new bridge.\n\nThe old bridge fell in 1998. A court fined the builder.", "fined", ""},
		{"The town has a new bridge.\n\nIn 1998, voters wanted a port. A court fined the builder.", "fined", ""},
		{"The town has a new bridge.\n\nThe old bridge fell in 1998. The town will vote. A court fined the builder.", "fined", "../2016-05-20"},
		{"The town has a new bridge.\n\nThe old bridge fell in 1998. On Tuesday the mayor opened a school. A court fined the builder.", "fined", "2016-05-17~"},
		{"A fire closed the museum.\n\nThe museum had lent nine paintings to a school.", "lent", ""},
		{"A fire closed the museum.\n\nThe museum had lent nine paintings to a school.", "closed", "../2016-05-20"},
		{"Police searched a farm.\n\nThe farm belongs to a woman who founded a bank in Lima.", "founded", ""},
		{"Police freed a teacher.\n\nThe teacher was about to be deported.", "deported", ""},
		{"The mayor opened a school.\n\nExperts believe that the council will close the bridge.", "close", ""},
		{"The mayor opened a school.\n\nThe council will close the bridge.", "close", "2016-05-20/.."},
		{"The mayor opened a school.\n\nThe council said it would close the bridge.", "close", "2016-05-20/.."},
		{"The mayor opened a school.\n\nThe old bridge fell in 1998. The council said it would close the road.", "close", ""},
	} {
		d, err := Parse(Article{Text: "It is spring.\n\nThe sun shines.\n\n" + x.text, Language: "en", Published: Date(2016, 5, 20)})
		if err != nil {
			t.Fatal(err)
		}
		i := slices.IndexFunc(d.Events, func(e Event) bool { return d.Slice(e.Trigger) == x.word })
		if i < 0 || d.Events[i].When.EDTF() != x.want {
			t.Errorf("%q: events %v, want %s %q", x.text, d.Events, x.word, x.want)
		}
	}
}
