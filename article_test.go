package dateline

import (
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func parseArticle(t *testing.T, a Article) *Document {
	t.Helper()
	d, err := Parse(a)
	if err != nil {
		t.Fatal(err)
	}
	if err := d.Validate(); err != nil {
		t.Error(err)
	}
	return d
}

// The title that the caller gives is the headline, whatever it looks like, and
// what it tells is one event with what the lead tells.
func TestArticleTitle(t *testing.T) {
	const title = "Gunmen kill 17 villagers near Moyale. Soldiers search for them."
	text := title + "\n\nMOYALE, Kenya - Gunmen killed 17 villagers near Moyale on Tuesday, the police said.\n\n" +
		"The army sent troops to the border."
	kinds := func(a Article) (out []SentenceKind) {
		x, err := Analyze(a)
		if err != nil {
			t.Fatal(err)
		}
		for s := range x.Sentences() {
			out = append(out, s.Kind())
		}
		return out
	}
	if got := kinds(Article{Text: text}); got[0] != SentenceBody {
		t.Errorf("without a title the first sentence is %s: the test shows nothing", got[0])
	}
	a := Article{ID: "a", Text: text, Title: title, Published: Date(2025, 5, 7)}
	if got := kinds(a); got[0] != SentenceHeadline || got[1] != SentenceHeadline || got[2] == SentenceHeadline {
		t.Errorf("kinds are %q", got)
	}
	killings := 0
	d := parseArticle(t, a)
	for _, e := range d.Events {
		if e.Lemma == "kill" {
			killings++
			if len(e.Mentions) != 2 {
				t.Errorf("the killing is told %d times, want 2", len(e.Mentions))
			}
		}
	}
	if killings != 1 {
		t.Errorf("%d killings, want 1", killings)
	}
}

// Of a title that the text lacks, nothing stands in the Document; what it
// tells matters more.
func TestArticleTitleElsewhere(t *testing.T) {
	text := "The parliament of Kenya met on Monday.\n\nThe president flew to Rome on Tuesday.\n\n" +
		"Marta Holt opened a bridge near Moyale on Wednesday."
	salience := func(a Article) float64 {
		d := parseArticle(t, a)
		for _, e := range d.Events {
			if e.Trigger.End > len(text) {
				t.Errorf("an event at %v", e.Trigger)
			}
			if e.Lemma == "open" {
				return e.Salience
			}
		}
		t.Fatal("no bridge is opened")
		return 0
	}
	plain := salience(Article{Text: text, Published: Date(2025, 5, 8)})
	titled := salience(Article{Text: text, Published: Date(2025, 5, 8), Title: "Marta Holt Opens Bridge Near Moyale"})
	if titled <= plain {
		t.Errorf("salience %v with the title, %v without", titled, plain)
	}
}

// Who wrote the article is no actor of it.
func TestArticleByline(t *testing.T) {
	text := "Miners found alive\n\nAnn Smith in Nairobi\n\nThree miners were found alive on Tuesday, Peter Otieno of the police said.\n\n" +
		"Ann Smith met the families. Otieno thanked them."
	names := func(a Article) (out []string) {
		for _, x := range parseArticle(t, a).Actors {
			out = append(out, x.Name)
		}
		return out
	}
	if got := names(Article{Text: text}); !slices.Contains(got, "Ann Smith") {
		t.Errorf("without a byline the actors are %q: the test shows nothing", got)
	}
	for _, byline := range []string{"Ann Smith", "By Ann Smith in Nairobi and Bob Lowe", "ANN SMITH, Reuters"} {
		got := names(Article{Text: text, Byline: byline})
		if slices.Contains(got, "Ann Smith") || !slices.Contains(got, "Peter Otieno") {
			t.Errorf("byline %q: the actors are %q", byline, got)
		}
	}
}

// The section tells what words mean that mean two things.
func TestArticleSection(t *testing.T) {
	a := Article{Text: "Northfield met Eastleigh on Saturday. Ek shot wide, and Holt shot from the left."}
	kinds := func(a Article) (out []EventKind) {
		for _, e := range parseArticle(t, a).Events {
			out = append(out, e.Kind)
		}
		return out
	}
	a.Section = "sport/football"
	if got := kinds(a); slices.Contains(got, EventAssault) {
		t.Errorf("in the sports pages: %q", got)
	}
	a.Section = ""
	if got := kinds(a); !slices.Contains(got, EventAssault) {
		t.Errorf("without a section: %q: the test shows nothing", got)
	}
}

// cutTags cuts the tags out of a page of HTML and reads "&amp;".
func cutTags(html string) (text string, m PageMap) {
	var b strings.Builder
	for i := 0; i < len(html); {
		from, n := b.Len(), 1
		switch {
		case html[i] == '<':
			end := i + strings.IndexByte(html[i:], '>') + 1
			if html[i:end] == "</p>" {
				b.WriteString("\n\n") // stands nowhere on the page
			}
			i = end
			continue
		case strings.HasPrefix(html[i:], "&amp;"):
			n = len("&amp;")
			b.WriteByte('&')
		default:
			n = strings.IndexAny(html[i:], "<&")
			b.WriteString(html[i : i+n])
		}
		m = append(m, PageRun{Span{from, b.Len()}, Span{i, i + n}})
		i += n
	}
	return b.String(), m
}

func TestPageMap(t *testing.T) {
	const html = "<h1>Profit at Holt &amp; Ek</h1></p><p>Holt &amp; <b>Ek</b> sold ships.</p>"
	text, m := cutTags(html)
	if err := m.Validate(text); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ text, page string }{
		{"Profit", "Profit"},
		{"&", "&amp;"},
		{"Holt & Ek", "Holt &amp; Ek"},
		{"sold", "sold"},
		{"Ek sold", "Ek</b> sold"},
		{"Ek\n\nHolt", "Ek</h1></p><p>Holt"},
		{"\n\n", ""},
	} {
		at := strings.Index(text, c.text)
		s := Span{at, at + len(c.text)}
		p := m.ToPage(s)
		if got := html[p.Start:p.End]; got != c.page {
			t.Errorf("%q is %q on the page, want %q", c.text, got, c.page)
		}
		if c.page == "" {
			continue
		}
		if back := m.ToText(p); back != s {
			t.Errorf("%q comes back as %q", c.text, text[back.Start:back.End])
		}
	}
	var pieces []string
	for _, p := range m.Pieces(Span{strings.LastIndex(text, "Holt"), len(text)}) {
		pieces = append(pieces, html[p.Start:p.End])
	}
	if want := []string{"Holt &amp; ", "Ek", " sold ships."}; !slices.Equal(pieces, want) {
		t.Errorf("pieces are %q, want %q", pieces, want)
	}
	if s := m.ToText(Span{0, 4}); !s.IsZero() {
		t.Errorf("a tag is %v of the text", s)
	}
	// What is mapped whole is never cut.
	amp := strings.Index(html, "&amp;")
	if s := m.ToText(Span{amp + 2, amp + 3}); text[s.Start:s.End] != "&" {
		t.Errorf("the inside of &amp; is %q", text[s.Start:s.End])
	}
}

func TestPageMapError(t *testing.T) {
	const text = "Ärger in Wien"
	for _, c := range []struct {
		reason string
		m      PageMap
		run    int
	}{
		{"an empty run", PageMap{{Span{0, 2}, Span{0, 2}}, {Span{3, 3}, Span{3, 4}}}, 1},
		{"text out of order", PageMap{{Span{4, 6}, Span{4, 6}}, {Span{2, 3}, Span{7, 8}}}, 1},
		{"page that overlaps", PageMap{{Span{0, 2}, Span{0, 4}}, {Span{2, 3}, Span{3, 5}}}, 1},
		{"beyond the text", PageMap{{Span{0, 99}, Span{0, 99}}}, 0},
		{"half a character", PageMap{{Span{1, 3}, Span{1, 3}}}, 0},
		{"before the text", PageMap{{Span{-2, 3}, Span{1, 3}}}, 0},
	} {
		d, err := Parse(Article{Text: text, Page: c.m})
		var e *PageMapError
		if d != nil || !errors.As(err, &e) || e.Run != c.run {
			t.Errorf("%s: %v, %v", c.reason, d != nil, err)
		}
		if err := (&Document{Article: Article{Text: text, Page: c.m}}).Validate(); !errors.As(err, &e) {
			t.Errorf("%s: Validate gives %v", c.reason, err)
		}
	}
}

// What the caller tells of an article is in what is made of it.
func TestArticleTravels(t *testing.T) {
	text, m := cutTags("<p>Gunmen killed 17 villagers near Moyale on Tuesday.</p>")
	a := Article{ID: "a", Text: text, Title: "Killings", Byline: "Ann Smith", Section: "world", Page: slices.Clone(m), Language: "en"}
	d := parseArticle(t, a)
	a.Page[0].Page.Start = 99
	if diff := cmp.Diff(m, d.Article.Page); diff != "" {
		t.Errorf("the Document has the caller's own map: %s", diff)
	}
	j, err := json.Marshal(d)
	var back Document
	if err == nil {
		err = json.Unmarshal(j, &back)
	}
	if diff := cmp.Diff(d, &back); err != nil || diff != "" {
		t.Error(err, diff)
	}
	var x, y TimelineBuilder
	x.Add(d)
	y.Merge(&x)
	if tl := y.Timeline(); len(tl.Entries) == 0 || tl.Entries[0].Reports[0].Headline != "Killings" ||
		tl.Select().Entries[0].Reports[0].Headline != "Killings" {
		t.Errorf("the timeline is %+v", tl.Entries)
	}
	p, err := d.PortableJSON(OffsetUTF16)
	if want := `"page":{"end":53,"start":3}`; err != nil || !strings.Contains(string(p), want) {
		t.Errorf("%v: no %s in %s", err, want, p)
	}
}

// What the caller tells may be anything: nothing of it costs the article.
func TestArticleOdd(t *testing.T) {
	plain := parseArticle(t, Article{Text: harbour, Published: Date(2025, 5, 6)})
	for _, odd := range []string{"\xff\xfe", " ", "…",
		strings.Repeat("Ann Smith, ", 1000), strings.Repeat("a", 1<<20), "by by by", "/", "é\x00"} {
		d := parseArticle(t, Article{Text: harbour, Published: Date(2025, 5, 6), Title: odd, Byline: odd, Section: odd})
		if len(d.Events) != len(plain.Events) || len(d.Actors) != len(plain.Actors) {
			t.Errorf("%.20q: %d events, %d actors, without it %d and %d", odd, len(d.Events), len(d.Actors), len(plain.Events), len(plain.Actors))
		}
	}
}

// TestActorSalience: whom the article is about comes before who is only named
// at its end.
func TestActorSalience(t *testing.T) {
	d := parseArticle(t, Article{Text: "Mayor Ana Lopez opened a bridge in Lima on Monday. " +
		"Lopez said that she had waited for it for years. She thanked the workers.\n\n" +
		"The paint was given by Boris Halvorsen."})
	by := make(map[string]float64)
	for _, a := range d.Actors {
		by[a.Name] = a.Salience
	}
	if by["Boris Halvorsen"] <= 0 || by["Ana Lopez"] <= by["Boris Halvorsen"] || by["Ana Lopez"] > 1 {
		t.Errorf("salience: %v", by)
	}
}
