package dateline

import (
	"fmt"
	"strings"
	"testing"
)

// TestRelations: the words between two events order them, if both are told.
func TestRelations(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Miners held a march in Sorvika on Monday. Police arrested 12 people during the march.", "arrested during march"},
		{"The president spoke at the summit after talks with the miners.", "spoke after talks"},
		{"Two guards were killed after rebels attacked the camp.", "killed after attacked"},
		{"Lind resigned in May. The mayor left the party before Lind resigned.", "left before resigned"},
		{"Ministers held a meeting in Oslo on Monday. Hamre resigned at the meeting.", "resigned during meeting"},
		{"Police arrested 12 people in Sorvika on Monday. Lind was born after the war.", ""},
		{"Miners held a march in March. They held a march in May. Police arrested 12 people during the march.", ""},
		{"No march was held in Sorvika. Police arrested 12 people during the march.", ""},
	} {
		d, err := Parse(Article{Text: c.text, Language: "en"})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, e := range d.Events {
			for _, r := range e.Relations {
				o, _ := d.Event(r.Event)
				got = append(got, fmt.Sprint(d.Slice(e.Trigger), " ", r.Order, " ", d.Slice(o.Trigger)))
			}
		}
		if s := strings.Join(got, ", "); s != c.want {
			t.Errorf("%s: %q, want %q", c.text, s, c.want)
		}
	}
}

// plannedMarch is the timeline of two unlike articles that tell of a march, one
// before and one after it.
func plannedMarch(t *testing.T) *Timeline {
	t.Helper()
	var b TimelineBuilder
	for i, text := range []string{
		"Kari Lind will march on May 12, her union said. Fishermen on the coast complain of nets torn by seals. " +
			"The harbour at Orsk was dredged in March. Prices of cod rose by a tenth.",
		"A shop burned down in Oslo on May 12 while Kari Lind marched with thousands of angry farmers. The museum bought two paintings by a " +
			"pupil of Munch. A choir from Lund sang in the old church. Visitors praised the new café and its garden.",
	} {
		d, err := Parse(Article{ID: fmt.Sprint(i), Text: text, Published: Date(2025, 5, 6+7*i), Language: "en"})
		if err != nil {
			t.Fatal(err)
		}
		b.Add(d)
	}
	return b.Timeline()
}

// TestPlanOf: a plan for a day is tied to what a later article tells of it.
func TestPlanOf(t *testing.T) {
	tl := plannedMarch(t)
	for _, e := range tl.Entries {
		for _, r := range e.Relations {
			if o, _ := tl.Entry(r.Event); r.Order == OrderPlanOf && e.Lemma == "march" && e.Status == StatusPlanned && o.Lemma == "march" && o.Status == StatusOccurred {
				return
			}
		}
	}
	t.Errorf("no plan is tied to the march:\n%v", tl)
}
