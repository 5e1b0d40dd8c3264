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
