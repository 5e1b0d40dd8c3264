package main

import (
	"flag"
	"fmt"
	"html"
	"net/http"
	"regexp"
	"slices"
	"sort"
	"strings"
	"testing"
	"time"
)

var archiveFile = flag.String("archive", "", "measure the pages of this archive `file` in place of a small made one")

var (
	hrefs = regexp.MustCompile(`(?:href|action)="(/[^"]*)"`)
	ids   = regexp.MustCompile(` id="([^"]*)"`)
)

// crawl gets all pages that lead from the first one, at most so many, and
// wants each to be there, links to sentences too.
func crawl(t *testing.T, base string, most int) map[string]string {
	t.Helper()
	pages := make(map[string]string)
	todo, fragments := []string{"/"}, make(map[string]bool)
	for len(todo) > 0 && len(pages) < most {
		path := todo[0]
		todo = todo[1:]
		if _, ok := pages[path]; ok {
			continue
		}
		page := get(t, base+path, 200)
		pages[path] = page
		for _, m := range hrefs.FindAllStringSubmatch(page, -1) {
			link := html.UnescapeString(m[1])
			if to, fragment, ok := strings.Cut(link, "#"); ok {
				fragments[to+"#"+fragment], link = true, to
			}
			if link != "/day" { // wants a day
				todo = append(todo, link)
			}
		}
	}
	for f := range fragments {
		to, fragment, _ := strings.Cut(f, "#")
		page, ok := pages[to]
		if ok && !slices.ContainsFunc(ids.FindAllStringSubmatch(page, -1), func(m []string) bool { return m[1] == fragment }) {
			t.Errorf("a link leads to %s, where there is no such place", f)
		}
	}
	return pages
}

// TestStory follows testdata/story through the pages.
func TestStory(t *testing.T) {
	s := testStore(t)
	mustImport(t, s, tally{outcomeNew: 4}, storyFolder(t))
	if n := count(t, s, "SELECT articles FROM story"); n != 4 {
		t.Fatalf("the story has %d articles", n)
	}
	base := site(t, s).URL
	pages := crawl(t, base, 400)
	if len(pages) < 20 {
		t.Errorf("only %d pages", len(pages))
	}
	text := func(path string) string {
		t.Helper()
		page, ok := pages[path]
		if !ok {
			page = get(t, base+path, 200)
		}
		_, page, _ = strings.Cut(page, "<main")
		return strings.Join(strings.Fields(html.UnescapeString(regexp.MustCompile(`<[^>]*>`).ReplaceAllString(page, " "))), " ")
	}
	mwangi := count(t, s, "SELECT id FROM name WHERE name = 'Grace Mwangi'")
	moyale := count(t, s, "SELECT id FROM name WHERE name = 'Moyale'")
	for _, c := range []struct {
		path       string
		with, sans []string
	}{
		{"/", []string{"4 articles", "Stories in the news Ministers of Kenya and Ethiopia to meet in Djibouti 4 articles", "Grace Mwangi"}, nil},
		{"/story/1", []string{"4 articles by 1 source", "Sources disagree on when", "14", "17"}, nil},
		// On the first day the meeting is planned and nothing is known of the attack.
		{"/story/1?from=2025-06-03&n=0", []string{"as known by 3 June 2025", "planned",
			"3 articles of the story not dated by then"}, []string{"Gunmen", "disagree"}},
		// An address keeps its day, whatever comes first by now.
		{"/story/1?from=2025-06-10&n=1", []string{"as known by 11 June 2025", "14 people"}, []string{"17 people"}},
		{"/story/1?n=999", []string{"as known by 16 June 2025"}, nil},
		{"/story/1/sources", []string{"Sources side by side", "Daily"}, nil},
		{fmt.Sprintf("/actor/%d", mwangi), []string{"Grace Mwangi", "What Grace Mwangi said", "We hope for an agreement", "planned"}, nil},
		{fmt.Sprintf("/actor/%d?from=2025-06-03&n=0", mwangi), []string{"by 3 June 2025", "We hope for an agreement"}, []string{"Gunmen"}},
		{fmt.Sprintf("/place/%d", moyale), []string{"Moyale", "What happened there", "Gunmen killed 17 people"}, nil},
		{"/day/2025-06-12", []string{"12 June 2025", "planned", "Kenya and Ethiopia sign border deal"}, nil},
		{"/search?q=gunmen+moyale", []string{"Border clash casts shadow", "Kenya and Ethiopia sign"}, []string{"No article"}},
		{"/search?q=%22border+gunmen%22", []string{"No article has all these words"}, nil},
		{"/search?q=mwa", []string{"Actors Grace Mwangi 4"}, nil},
		{"/search?q=moyale", []string{"Places Moyale"}, nil},
		{"/search?q=2025-06-12", []string{"What happened on 12 June 2025"}, nil},
		{"/search?q=%22%27%29+NEAR+*+AND", []string{"Search"}, nil},
		{"/conflicts", []string{"when : 12 June 2025", "or 13 June 2025"}, nil},
		{"/problems", []string{"All that was found is in the archive"}, nil},
		{"/article/2", []string{"Border clash casts shadow over Djibouti talks", "What it tells", "Actors Grace Mwangi 4"}, nil},
	} {
		page := text(c.path)
		for _, w := range c.with {
			if !strings.Contains(page, w) {
				t.Errorf("%s: %q is not in it: %s", c.path, w, page)
			}
		}
		for _, w := range c.sans {
			if strings.Contains(page, w) {
				t.Errorf("%s: %q is in it: %s", c.path, w, page)
			}
		}
	}
	for path, status := range map[string]int{"/nothing": 404, "/article/99": 404, "/article/x": 404, "/actor/99": 404, "/story/0": 404,
		fmt.Sprintf("/place/%d", mwangi): 404, "/day/June": 404, "/day/2025-06": 404, "/stories?before=x": 400, "/article/1?version=-1": 400,
		"/article/1?version=7": 404, "/actors?before=-1": 400, "/day?d=2025-06-12": 200, "/day?d=nonsense": 200, "/static/archive.css": 200,
		"/story/1?n=-99999999999999999999": 200, "/article/1/document.json": 200, "/article/99/document.json": 404} {
		get(t, base+path, status)
	}
}

// TestJoin brings the last article of a story in first: the one in the middle
// makes one story of two, and the address of the second leads to it.
func TestJoin(t *testing.T) {
	s := testStore(t)
	folder := storyFolder(t)
	for i, want := range []int{1, 2, 1, 1} {
		name := []string{"2025-06-16-4-aftermath", "2025-06-03-1-announcement", "2025-06-12-3-event", "2025-06-11-2-eve"}[i]
		mustImport(t, s, tally{outcomeNew: 1}, folder+"/"+name+".txt")
		if n := count(t, s, "SELECT count(*) FROM story"); n != want {
			t.Errorf("with %s there are %d stories, want %d", name, n, want)
		}
	}
	base := site(t, s).URL
	if get(t, base+"/story/2", 200) != get(t, base+"/story/1", 200) {
		t.Error("the second story does not lead to the first")
	}
	get(t, base+"/story/3", 404)
}

// TestFlags wants a reader not to miss what did not simply happen.
func TestFlags(t *testing.T) {
	s := testStore(t)
	mustImport(t, s, tally{outcomeNew: 4}, storyFolder(t))
	base := site(t, s).URL
	day := "/day/2025-06-12"
	for status, note := range map[string]string{"planned": "planned", "possible": "possible, not certain",
		"denied": "denied, or did not happen",
		"failed": "tried, and failed", "ongoing": "going on", "unclear": "unclear whether it happened"} {
		_, err := s.write.Exec(`UPDATE entry SET day = '2025-06-12', status = ?, word = 'the ministry'
			WHERE ord = (SELECT min(ord) FROM entry)`, status)
		if err != nil {
			t.Fatal(err)
		}
		for _, w := range []string{`<strong class="flag">` + note + `</strong>`,
			`<li class="line ` + status + `"`, "on the word of the ministry"} {
			if page := get(t, base+day, 200); !strings.Contains(page, w) {
				t.Errorf("%s: %s is not in the page", status, w)
			}
		}
	}
}

// TestCorrection wants the version that was known on the chosen day.
func TestCorrection(t *testing.T) {
	s := testStore(t)
	folder := t.TempDir()
	file := func(date, body string) {
		write(t, folder, map[string]string{"a.html": `<html><head><link rel="canonical" href="https://news.example/a">` +
			`<meta property="article:published_time" content="2025-06-03"><meta property="article:modified_time" content="` + date + `"></head>` +
			strings.TrimPrefix(webPage("Blast in Lima", body), "<html><head>")})
	}
	file("2025-06-03", "An explosion killed 12 people in Lima on Monday, the fire service said.")
	write(t, folder, map[string]string{"2025-06-04-b.txt": "Lima blast under investigation\n\n" +
		"Police in Lima investigated the explosion that killed 12 people on Monday."})
	mustImport(t, s, tally{outcomeNew: 2}, folder)
	file("2025-06-06", "An explosion killed 15 people in Lima on Monday, the fire service said.")
	mustImport(t, s, tally{outcomeCorrected: 1, outcomeSame: 1}, folder)
	base := site(t, s).URL
	story := fmt.Sprintf("%s/story/%d", base, count(t, s, "SELECT story FROM article WHERE headline = 'Blast in Lima'"))
	for query, want := range map[string][2]string{
		"":                     {"15 people", "version="},
		"?from=2025-06-03&n=0": {"12 people", "15 people"},
		"?from=2025-06-03&n=3": {"15 people", "version="},
	} {
		page := get(t, story+query, 200)
		if !strings.Contains(page, want[0]) || strings.Contains(page, want[1]) {
			t.Errorf("%s: want %q and not %q in %s", query, want[0], want[1], page)
		}
	}
	if page := get(t, story+"?from=2025-06-03&n=0", 200); !strings.Contains(page, "/article/2?version=1#s") {
		t.Error("no link leads to the earlier version")
	}
	if page := get(t, base+"/article/2?version=1", 200); !strings.Contains(page, "This is an earlier version") ||
		!strings.Contains(page, "12 people") {
		t.Error("the earlier version is not shown")
	}
	if page := get(t, base+"/article/2", 200); !strings.Contains(page, "Corrected: ") || !strings.Contains(page, "15 people") {
		t.Error("the correction is not shown")
	}
	crawl(t, base, 200)
}

// TestHostile puts markup into all that comes from outside.
func TestHostile(t *testing.T) {
	const bad = `"><script>alert(1)</script><img src=x onerror=alert(1)>'`
	s := testStore(t)
	ms := func(yield func(found) bool) {
		for i := range 2 {
			text := bad + " Kenyan Foreign Minister Grace " + bad + " Mwangi met <b>Tesfaye Alemu</b> in Djibouti on June 12. " +
				`"We hope </script> for an agreement," Mwangi told <script>alert(1)</script> reporters.`
			yield(found{Where: bad, Keys: []string{bad + fmt.Sprint(i)}, URL: "javascript:alert(1)",
				Source: bad + fmt.Sprint(i), Headline: bad, Byline: bad, Text: text})
		}
		yield(found{Where: bad, Err: fmt.Errorf("%s", bad)})
	}
	if _, err := newImporter(s, new(strings.Builder), true).run(t.Context(), ms, 0); err != nil {
		t.Fatal(err)
	}
	base := site(t, s).URL
	pages := crawl(t, base, 200)
	for _, path := range []string{"/search?q=" + "%22%3E%3Cscript%3Ealert(1)%3C/script%3E", "/problems", "/story/1/sources"} {
		pages[path] = get(t, base+path, 200)
	}
	for path, page := range pages {
		for _, w := range []string{"<script>alert", "<img", "javascript:", "<b>"} {
			if strings.Contains(page, w) {
				t.Errorf("%s has %q", path, w)
			}
		}
	}
	resp, err := http.Get(base)
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
	if p := resp.Header.Get("Content-Security-Policy"); !strings.Contains(p, "script-src 'self'") || strings.Contains(p, "unsafe") {
		t.Errorf("Content-Security-Policy: %s", p)
	}
}

// TestSpeed wants each kind of page under 100 ms, the fullest ones of their
// kind too, at its best of three times. The first time counts for none of
// them but is told; -archive measures a large archive.
func TestSpeed(t *testing.T) {
	var s *store
	if *archiveFile == "" {
		s = testStore(t)
		sampleInto(t, s, 300, nil)
	} else {
		var err error
		if s, err = openStore(*archiveFile, time.Second); err != nil {
			t.Fatal(err)
		}
		defer s.Close()
	}
	base := site(t, s).URL
	n := func(query string) int { return count(t, s, query) }
	top := func(typ, order string) int {
		return n("SELECT id FROM name WHERE articles > 0 AND type = '" + typ + "' ORDER BY articles " + order + " LIMIT 1")
	}
	fullest := n("SELECT id FROM story ORDER BY articles DESC LIMIT 1")
	day := ""
	err := s.read.QueryRow("SELECT day FROM entry WHERE day IS NOT NULL GROUP BY day ORDER BY count(*) DESC LIMIT 1").Scan(&day)
	if err != nil {
		t.Fatal(err)
	}
	long := n("SELECT id FROM article ORDER BY length(text) DESC LIMIT 1")
	paths := []string{"/", "/stories", "/conflicts", "/actors", "/places", "/problems",
		"/search?q=police", "/search?q=said", "/search?q=the", "/search?q=minister+resigned",
		"/search?q=%22said+on%22", "/search?q=a", "/search?q=Mar",
		fmt.Sprintf("/actor/%d", top("actor", "DESC")), fmt.Sprintf("/actor/%d", top("actor", "")),
		fmt.Sprintf("/actor/%d?n=200", top("actor", "DESC")), fmt.Sprintf("/place/%d", top("place", "DESC")),
		fmt.Sprintf("/place/%d", top("place", "")),
		"/day/" + day, "/day/" + day + "?all=1",
		fmt.Sprintf("/story/%d", fullest), fmt.Sprintf("/story/%d?all=1", fullest), fmt.Sprintf("/story/%d?n=1", fullest),
		fmt.Sprintf("/story/%d?n=3", fullest),
		fmt.Sprintf("/story/%d/sources", fullest), fmt.Sprintf("/article/%d", long), fmt.Sprintf("/article/%d/document.json", long)}
	t.Logf("%d articles, %d entries, %d stories, %d names", n("SELECT count(*) FROM article"), n("SELECT count(*) FROM entry"),
		n("SELECT count(*) FROM story"), n("SELECT count(*) FROM name"))
	for _, p := range paths {
		var times []time.Duration
		size := 0
		for range 4 {
			began := time.Now()
			size = len(get(t, base+p, 200))
			times = append(times, time.Since(began))
		}
		first := times[0]
		sort.Slice(times, func(i, j int) bool { return times[i] < times[j] })
		t.Logf("%-40s first %6.1f ms, best %6.1f ms, %4d kB",
			p, float64(first.Microseconds())/1000, float64(times[0].Microseconds())/1000, size/1000)
		if times[0] > 100*time.Millisecond {
			t.Errorf("%s takes %v", p, times[0])
		}
	}
}
