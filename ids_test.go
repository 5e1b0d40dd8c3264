package dateline

import (
	"slices"
	"strings"
	"testing"
)

// idOf is the actor's ID of that scheme, or "".
func idOf(ids []ExternalID, scheme IDScheme) string {
	for _, x := range ids {
		if x.Scheme == scheme {
			return x.ID
		}
	}
	return ""
}

// The table's IDs are those of states, and of persons of whom the text tells
// the country or the office.
func TestTableIDs(t *testing.T) {
	for _, c := range []struct{ text, name, id string }{
		{"Germany sent aid to Chad on Monday.", "Germany", "Q183"},
		{"Moscow rejected the offer, the Kremlin said.", "Moscow", "Q159"},
		{"French President Emmanuel Macron met reporters in Paris.", "Emmanuel Macron", "Q3052772"},
		{"The French president met reporters in Lyon.", "The French president", "Q3052772"},
		{"The baker Emmanuel Macron won a prize in Lyon.", "Emmanuel Macron", ""},
		{"French President Marie Duval met reporters.", "Marie Duval", ""},
		{"Residents of Lyon met Carla Brandt.", "Carla Brandt", ""},
		{"The Germans and the French agreed.", "The Germans", ""},
	} {
		d := parseArticle(t, Article{Text: c.text, Published: Date(2022, 10, 3), Language: "en"})
		found := false
		for _, a := range d.Actors {
			if strings.EqualFold(a.Name, c.name) || strings.EqualFold("the "+a.Name, c.name) {
				found = true
				if got := idOf(a.IDs, IDSchemeWikidata); got != c.id {
					t.Errorf("%s: %s is %q, want %q", c.text, a.Name, got, c.id)
				}
				for _, x := range a.IDs {
					if x.Evidence.Rule == "" || x.Evidence.Score == 0 {
						t.Errorf("%s: %+v has no evidence", c.text, x)
					}
				}
			}
		}
		if !found {
			var names []string
			for _, a := range d.Actors {
				names = append(names, a.Name)
			}
			t.Errorf("%s: no %s among %q", c.text, c.name, names)
		}
	}
}

func knownParser(t *testing.T, csv string) *Parser {
	t.Helper()
	ks, err := ReadActorsCSV(strings.NewReader(csv))
	if err != nil {
		t.Fatal(err)
	}
	p, err := New(WithKnownActors(ks))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// The user's own IDs: names of one are one actor, two of one scheme are two,
// within an article and across.
func TestKnownIDs(t *testing.T) {
	p := knownParser(t, `name,kind,aliases,ids
Northfield Holding,company,,crm:1
Holding NF,company,,crm:1;lei:A9
Northfield Energy,company,Northfield,crm:2
Ann Smith,person,,crm:3
Anne Smith,person,,crm:4
`)
	parse := func(id, text string) *Document {
		d, err := p.Parse(Article{ID: id, Text: text, Published: Date(2025, 5, 7), Language: "en"})
		if err != nil {
			t.Fatal(err)
		}
		if err := d.Validate(); err != nil {
			t.Error(err)
		}
		return d
	}
	a := parse("a", "Northfield Holding sold ships on Monday. Holding NF also bought a harbour. Northfield bought trucks. "+
		"Ann Smith met Anne Smith on Tuesday.")
	got := map[string]string{}
	for _, x := range a.Actors {
		got[x.Name] = idOf(x.IDs, "crm") + " " + idOf(x.IDs, "lei")
	}
	for name, want := range map[string]string{"Northfield Holding": "1 A9", "Northfield": "2 ", "Ann Smith": "3 ", "Anne Smith": "4 "} {
		if got[name] != want {
			t.Errorf("%s has %q, want %q: %v", name, got[name], want, got)
		}
	}
	if _, ok := got["Holding NF"]; ok {
		t.Errorf("two actors of one ID in an article: %v", got)
	}
	b := parse("b", "Holding NF opened a yard on Tuesday. Anne Smith met Carl Lowe.")
	var all TimelineBuilder
	all.Add(b)
	all.Add(a)
	tl := all.Timeline()
	x, _ := tl.FindActor("Northfield Holding")
	if x.Articles != 2 || !slices.Contains(x.Merged, "same-id") || idOf(x.IDs, "crm") != "1" || !slices.Contains(x.Aliases, "Holding NF") {
		t.Errorf("across articles: %+v", x)
	}
	ann, _ := tl.FindActor("Ann Smith")
	anne, _ := tl.FindActor("Anne Smith")
	if ann.ID == anne.ID || ann.Articles != 1 || anne.Articles != 2 || idOf(ann.IDs, "crm") != "3" || idOf(anne.IDs, "crm") != "4" {
		t.Errorf("across articles: %+v and %+v", ann, anne)
	}
}

// Two parsers' IDs: equal names with two IDs are two actors in a timeline, and
// two names with one ID are one.
func TestPlugInIDs(t *testing.T) {
	doc := func(article, text, name, id string) *Document {
		at := strings.Index(text, name)
		p, err := New(PrependActorParsers(ActorParserFunc(func(*Text) ([]Actor, error) {
			s := Span{at, at + len(name)}
			return []Actor{{Kind: ActorPerson, Name: name, IDs: []ExternalID{{"crm", id, Evidence{"list", 1}}},
				Mentions: []ActorMention{{Span: s, Form: MentionNamed}}}}, nil
		})))
		if err != nil {
			t.Fatal(err)
		}
		d, err := p.Parse(Article{ID: article, Text: text, Published: Date(2025, 5, 7), Language: "en"})
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	var b TimelineBuilder
	for _, d := range []*Document{
		doc("a", "Ann Smith met reporters on Monday.", "Ann Smith", "1"),
		doc("b", "Ann Smith opened a bridge on Monday.", "Ann Smith", "2"),
		doc("c", "Anna Lowe opened a bridge on Tuesday.", "Anna Lowe", "1"),
	} {
		if got := idOf(d.Actors[0].IDs, "crm"); got == "" {
			t.Errorf("%s: no ID on %+v", d.Article.ID, d.Actors[0])
		}
		b.Add(d)
	}
	tl := b.Timeline()
	byID := map[string]TimelineActor{}
	for _, a := range tl.Actors {
		if id := idOf(a.IDs, "crm"); id != "" {
			if _, twice := byID[id]; twice {
				t.Errorf("two actors of ID %s", id)
			}
			byID[id] = a
		}
	}
	if byID["1"].Articles != 2 || byID["2"].Articles != 1 {
		t.Errorf("actors by ID: %+v", byID)
	}
	wrong := Actor{ID: 1, Kind: ActorPerson, Name: "A", Mentions: []ActorMention{{Span: Span{0, 1}, Form: MentionNamed}}}
	for _, ids := range [][]ExternalID{
		{{"crm", "1", Evidence{}}, {"crm", "2", Evidence{}}}, {{"", "1", Evidence{}}}, {{"crm", "", Evidence{}}},
	} {
		wrong.IDs = ids
		if err := (&Document{Article: Article{Text: "A"}, Actors: []Actor{wrong}}).Validate(); err == nil {
			t.Errorf("IDs %v are valid", ids)
		}
	}
}

func TestReadIDs(t *testing.T) {
	_, err := ReadActorsCSV(strings.NewReader("name,ids\nAnn Smith,Q1\nBob Lowe,crm:1;crm:2\nCarl Stone,crm:\n"))
	for line, want := range []string{"line 2: column \"ids\"", "line 3: column \"ids\"", "line 4: column \"ids\""} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("line %d: no %q in %v", line+2, want, err)
		}
	}
	ks, err := ReadActorsJSON(strings.NewReader(`{"name": "Ann Smith", "ids": {"crm": "1", "lei": "A9"}}`))
	if err != nil {
		t.Fatal(err)
	}
	p, err := New(WithKnownActors(ks))
	if err != nil {
		t.Fatal(err)
	}
	d, err := p.Parse(Article{Text: "Ann Smith won the election on Monday.", Language: "en"})
	if err != nil || idOf(d.Actors[0].IDs, "crm") != "1" || idOf(d.Actors[0].IDs, "lei") != "A9" {
		t.Errorf("%v, %+v", err, d.Actors)
	}
}
