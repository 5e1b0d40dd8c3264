package main

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/dateline-go/dateline"
)

var story = []string{"1-announcement.txt=2025-06-03", "2-eve.txt=2025-06-11", "3-event.txt=2025-06-12", "4-aftermath.txt=2025-06-16"}

func pageOf(t *testing.T, args ...string) string {
	t.Helper()
	var out bytes.Buffer
	if err := run(args, &out); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// TestPage wants every word of the articles, marks that lead somewhere, and
// nothing from outside.
func TestPage(t *testing.T) {
	var args []string
	for _, s := range story {
		args = append(args, filepath.Join("../../testdata/story", s))
	}
	page := pageOf(t, args...)
	for _, want := range []string{`id="entry-1"`, "Sources disagree", `class="entry planned"`, ">2025-06-11</option>",
		"Ministers of Kenya and Ethiopia to meet in Djibouti"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
	ids := make(map[string]bool)
	for _, m := range regexp.MustCompile(` id="([^"]*)"`).FindAllStringSubmatch(page, -1) {
		if ids[m[1]] {
			t.Errorf("two elements have the id %s", m[1])
		}
		ids[m[1]] = true
	}
	links := regexp.MustCompile(` href="#([^"]*)"`).FindAllStringSubmatch(page, -1)
	if len(links) < 20 {
		t.Errorf("%d links inside the page", len(links))
	}
	for _, m := range links {
		if !ids[m[1]] {
			t.Errorf("a link leads to %s, which is not there", m[1])
		}
	}
	if m := regexp.MustCompile(`(?:src|href)="(?:https?:)?//[^"]*"`).FindString(page); m != "" {
		t.Errorf("the page asks the network for %s", m)
	}
}

// TestHostile wants markup of an article shown as text, wherever it ends up.
func TestHostile(t *testing.T) {
	const bad = `<script>alert(1)</script>`
	file := filepath.Join(t.TempDir(), `x"><img src=x onerror=alert(2)>.txt`)
	text := bad + "\n\nAnna Lind " + bad + " met Bo Berg in Oslo on Monday. \"" + bad + " is fine,\" said Anna Lind</title></style>."
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	page := pageOf(t, file)
	if strings.Contains(page, bad) || strings.Contains(page, "<img") || strings.Count(page, "</title>") != strings.Count(page, "<title>") ||
		strings.Count(page, "</style>") != 1 {
		t.Error("markup of the article is markup of the page")
	}
	if !strings.Contains(page, "&lt;script&gt;") {
		t.Error("the article's words are lost")
	}
}

func TestCut(t *testing.T) {
	at := func(from, to int) dateline.Span { return dateline.Span{Start: from, End: to} }
	ps := cut("Anna met Bo.", []mark{{at(0, 11), markSaid, "", "said"}, {at(5, 12), markTime, "", "time"},
		{at(5, 8), markEvent, "entry-1", "consult"}})
	var got []string
	for _, p := range ps {
		got = append(got, p.Text+"|"+p.Class+"|"+p.Link+"|"+p.ID)
	}
	want := "Anna |said||; met|said time event|entry-1|in-entry-1;  Bo|said time||; .|time||"
	if s := strings.Join(got, "; "); s != want {
		t.Errorf("got  %s\nwant %s", s, want)
	}
}

func TestErrors(t *testing.T) {
	for _, args := range [][]string{nil, {"no such file"}, {"main.go=someday"}} {
		if err := run(args, &bytes.Buffer{}); err == nil {
			t.Errorf("run(%q) gives no error", args)
		}
	}
	empty := filepath.Join(t.TempDir(), "empty.txt")
	if err := os.WriteFile(empty, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if page := pageOf(t, empty); !strings.Contains(page, "No events were found.") {
		t.Error("an empty article gives no page")
	}
}
