package main

import (
	"bytes"
	"compress/gzip"
	"context"
	_ "embed"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

//go:embed testdata/a.rss
var rss string

//go:embed testdata/b.atom
var atom string // with the day of the update and what it is about

//go:embed testdata/c.html
var savedPage string

// warc is a web archive of responses, each body with its content type.
func warc(t *testing.T, packed bool, bodies ...string) string {
	t.Helper()
	var out bytes.Buffer
	for i, body := range bodies {
		address, contentType, rest := fmt.Sprintf("https://web.example/%d", i+1), "text/html; charset=utf-8", ""
		if body == "" {
			contentType, body = "image/png", "not a page"
		}
		if i == 1 { // as servers send it
			var b bytes.Buffer
			z := gzip.NewWriter(&b)
			if _, err := z.Write([]byte(body)); err != nil {
				t.Fatal(err)
			}
			if err := z.Close(); err != nil {
				t.Fatal(err)
			}
			body, rest = fmt.Sprintf("%x\r\n%s\r\n0\r\n\r\n", b.Len(), b.String()), "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n"
		}
		block := "HTTP/1.1 200 OK\r\nContent-Type: " + contentType + "\r\n" + rest + "\r\n" + body
		record := fmt.Sprintf("WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-%012d>\r\n"+
			"WARC-Date: 2025-07-06T10:00:00Z\r\nWARC-Target-URI: %s\r\nContent-Type: application/http; msgtype=response\r\n"+
			"Content-Length: %d\r\n\r\n%s\r\n\r\n", i, address, len(block), block)
		if !packed {
			out.WriteString(record)
			continue
		}
		z := gzip.NewWriter(&out)
		if _, err := z.Write([]byte(record)); err != nil {
			t.Fatal(err)
		}
		if err := z.Close(); err != nil {
			t.Fatal(err)
		}
	}
	return out.String()
}

// webPage is a page without a date or an address of its own.
func webPage(headline, body string) string {
	return "<html><head><title>" + headline + "</title></head><body><article><h1>" + headline + "</h1><p>" + body + "</p><p>" +
		strings.Repeat("Officials gave no further details of it, and promised a report by the end of the month. ", 4) +
		"</p></article></body></html>"
}

func read(t *testing.T, folder string) []found {
	t.Helper()
	ins, err := inputs([]string{folder})
	if err != nil {
		t.Fatal(err)
	}
	return slices.Collect(all(t.Context(), ins, &options{}))
}

func TestReaders(t *testing.T) {
	folder := t.TempDir()
	write(t, folder, map[string]string{
		"a.rss": rss, "b.atom": fmt.Sprintf(atom, "2025-07-03T08:00:00Z", "July 10"), "c.html": savedPage,
		"d/2025-07-05-council.txt": "\ufeffCouncil votes on bridge\n\nThe council voted for a bridge on Friday.",
		"e.warc": warc(t, false, webPage("Bus leaves road", "A bus left the road near Quito on Sunday, police said."),
			webPage("Strike ends", "A rail strike ended in Leeds on Saturday."), ""),
		"f.warc.gz": warc(t, true, webPage("Mayor resigns", "The mayor of Leipzig resigned on Sunday."),
			webPage("Dam opens", "A dam was opened near Lusaka on Friday.")),
		".hidden/x.txt": "no", "g.jpg": "no",
	})
	var got []string
	for _, f := range read(t, folder) {
		if f.Err != nil {
			got = append(got, "error: "+f.Err.Error())
			continue
		}
		keys := strings.ReplaceAll(strings.Join(f.Keys, " "), filepath.ToSlash(folder), "")
		got = append(got, fmt.Sprintf("%s | %s | %s | %s | %s | teaser %v | %s | %q",
			f.Headline, f.Source, f.Byline, f.Published, f.dated(), f.Teaser, keys, f.Text[:min(len(f.Text), 60)]))
	}
	want := []string{
		`Port of Moyale & its border reopen | The Harbour Times | Ada Corford | 2025-07-01T09:30:00Z | 2025-07-01T09:30:00Z | teaser false | ` +
			`https://harbour.example/2025/reopen feed:/a.rss h-1 | "Port of Moyale & its border reopen\n\nEthiopia reopened the bo"`,
		`Ferry fares to rise | The Harbour Times |  | 2025-07-02T10:00:00+03:00 | 2025-07-02T10:00:00+03:00 | teaser true | ` +
			`https://harbour.example/2025/fares feed:/a.rss h-2 | "Ferry fares to rise\n\nThe ferry operator will raise fares in "`,
		`error: the item has neither an identifier nor an address`,
		`Mwangi to visit Addis Ababa | Northern Herald | Bruno Hallund | 2025-07-03T08:00:00Z | 2025-07-03T08:00:00Z | teaser false | ` +
			`https://north.example/visit feed:/b.atom tag:north.example,2025:1 | "Mwangi to visit Addis Ababa\n\nKenyan Foreign Minister Grace M"`,
		`Quake shakes the valley | Valley Tribune | Carla Norbach | 2025-07-04 | 2025-07-04 | teaser false | ` +
			`https://valley.example/quake file:/c.html | "Quake shakes the valley\n\nAn earthquake of magnitude 5.8 shoo"`,
		`Council votes on bridge | d |  | 2025-07-05 | 2025-07-05 | teaser false | file:/d/2025-07-05-council.txt | ` +
			`"Council votes on bridge\n\nThe council voted for a bridge on F"`,
		`Bus leaves road | web.example |  |  | 2025-07-06T10:00:00Z | teaser false | https://web.example/1 | ` +
			`"Bus leaves road\n\nA bus left the road near Quito on Sunday, p"`,
		`Strike ends | web.example |  |  | 2025-07-06T10:00:00Z | teaser false | https://web.example/2 | ` +
			`"Strike ends\n\nA rail strike ended in Leeds on Saturday.\n\nOffi"`,
		`Mayor resigns | web.example |  |  | 2025-07-06T10:00:00Z | teaser false | https://web.example/1 | ` +
			`"Mayor resigns\n\nThe mayor of Leipzig resigned on Sunday.\n\nOff"`,
		`Dam opens | web.example |  |  | 2025-07-06T10:00:00Z | teaser false | https://web.example/2 | ` +
			`"Dam opens\n\nA dam was opened near Lusaka on Friday.\n\nOfficial"`,
	}
	for i := range max(len(got), len(want)) {
		g, w := "", ""
		if i < len(got) {
			g = got[i]
		}
		if i < len(want) {
			w = want[i]
		}
		if g != w {
			t.Errorf("article %d:\n got %s\nwant %s", i+1, g, w)
		}
	}
}

func TestCanonical(t *testing.T) {
	for in, want := range map[string]string{
		"HTTPS://News.Example:443/a?utm_medium=x&b=1#top": "https://news.example/a?b=1",
		"http://news.example":                             "http://news.example/",
		"http://user:secret@news.example/a":               "http://news.example/a",
		"javascript:alert(1)":                             "", "/relative": "", "": "", "http://[": "",
	} {
		if got := canonical(in); got != want {
			t.Errorf("canonical(%q) = %q, want %q", in, got, want)
		}
	}
}

// TestImport reads all kinds of input, from the network too, again without a
// change, and then with a correction.
func TestImport(t *testing.T) {
	day, updated := "July 10", "2025-07-03T08:00:00Z"
	mux := http.NewServeMux()
	mux.HandleFunc("/feed.atom", func(w http.ResponseWriter, r *http.Request) { fmt.Fprintf(w, atom, updated, day) })
	mux.HandleFunc("/quake", func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, savedPage) })
	net := httptest.NewServer(mux)
	defer net.Close()
	folder := t.TempDir()
	write(t, folder, map[string]string{
		"a.rss": rss, "bad.txt": "caf\xe9", "empty.html": "<html><body></body></html>",
		"german.txt": "Der Minister sagte am Dienstag, dass es keine Einigung mit den Ländern gab " +
			"und er nicht weiter verhandeln werde.",
		"e.warc": warc(t, false, webPage("Bus leaves road", "A bus left the road near Quito on Sunday, police said."))[:400],
	})
	s := testStore(t)
	inputs := []string{folder, net.URL + "/feed.atom", net.URL + "/quake", net.URL + "/gone"}
	// Not read: the item without an address, what is not UTF-8, the empty page,
	// the text in another language, the broken web archive, the address that is gone.
	mustImport(t, s, tally{outcomeNew: 4, outcomeProblem: 6}, inputs...)
	before := dump(t, s.read)
	mustImport(t, s, tally{outcomeSame: 4, outcomeProblem: 6}, inputs...)
	sameDump(t, dump(t, s.read), before)
	if n := count(t, s, "SELECT count(*) FROM problem"); n != 6 {
		t.Errorf("%d problems are noted, want 6", n)
	}

	// A correction takes the place of what it corrects, which is kept.
	day, updated = "July 11", "2025-07-05T08:00:00Z"
	mustImport(t, s, tally{outcomeCorrected: 1}, net.URL+"/feed.atom")
	mustImport(t, s, tally{outcomeSame: 1}, net.URL+"/feed.atom")
	for query, want := range map[string]int{
		"SELECT count(*) FROM article": 4,
		"SELECT count(*) FROM article WHERE text LIKE '%July 11%' AND versions = 2 AND dated = '2025-07-05T08:00:00Z'": 1,
		"SELECT count(*) FROM earlier WHERE text LIKE '%July 10%' AND dated = '2025-07-03T08:00:00Z'":                  1,
		"SELECT count(*) FROM entry WHERE day = '2025-07-11'":                                                          1,
		"SELECT count(*) FROM entry WHERE day = '2025-07-10'":                                                          0,
		"SELECT count(*) FROM entry WHERE ord NOT IN (SELECT ord FROM article)":                                        0,
		"SELECT count(*) FROM part WHERE entry NOT IN (SELECT id FROM entry)":                                          0,
		"SELECT count(*) FROM mention WHERE ord NOT IN (SELECT ord FROM article)":                                      0,
		"SELECT count(*) FROM name n WHERE articles <> (SELECT count(*) FROM mention WHERE name = n.id)":               0,
		"SELECT count(*) FROM article_words WHERE article_words MATCH 'july'":                                          1,
	} {
		if got := count(t, s, query); got != want {
			t.Errorf("%s: %d, want %d", query, got, want)
		}
	}

	// What differs and is not dated later is left out, and noted.
	day, updated = "July 12", "2025-07-04T08:00:00Z"
	mustImport(t, s, tally{outcomeOlder: 1}, net.URL+"/feed.atom")
	if n := count(t, s, "SELECT count(*) FROM problem WHERE message LIKE '%not dated later%'"); n != 1 {
		t.Errorf("%d articles are noted as older, want 1", n)
	}

	// A whole article takes the place of a teaser of any date, and never the other way round.
	page := `<html><head><link rel="canonical" href="https://harbour.example/2025/fares"><meta name="date" content="2025-07-01"></head>` +
		strings.TrimPrefix(webPage("Ferry fares to rise",
			"The ferry operator will raise its fares on August 1, a spokesman said."), "<html><head>")
	write(t, folder, map[string]string{"fares.html": page})
	mustImport(t, s, tally{outcomeCorrected: 1}, filepath.Join(folder, "fares.html"))
	mustImport(t, s, tally{outcomeSame: 2, outcomeProblem: 1}, filepath.Join(folder, "a.rss"))

	// A problem that is mended is no longer one.
	write(t, folder, map[string]string{"bad.txt": "Café opens\n\nA café opened in Lyon on Friday."})
	mustImport(t, s, tally{outcomeNew: 1}, filepath.Join(folder, "bad.txt"))
	if n := count(t, s, "SELECT count(*) FROM problem WHERE place LIKE '%bad.txt'"); n != 0 {
		t.Error("the mended file is still a problem")
	}
}

// TestCommands runs the program as from a shell.
func TestCommands(t *testing.T) {
	folder := storyFolder(t)
	db := filepath.Join(t.TempDir(), "a.db")
	for _, c := range []struct{ args, out, err string }{
		{"import " + folder, "4 new, 0 corrected, 0 as they were, 0 not later than what is stored, 0 problems\n", ""},
		{"-quiet=false import " + folder, "0 new, 0 corrected, 4 as they were, 0 not later than what is stored, 0 problems\n", ""},
		{"import -published soon " + folder, "", `-published "soon": want a day such as 2025-06-03`},
		{"import", "", "nothing to import: name files, folders or addresses"},
		{"import /nowhere", "", "stat /nowhere: no such file or directory"},
		{"problems", "", ""},
		{"export", "", `no such command: "export"`},
	} {
		var out, said bytes.Buffer
		err := run(context.Background(), append([]string{"-db", db}, strings.Fields(c.args)...), &out, &said)
		if got := fmt.Sprint(err); c.err != "" && got != c.err || c.err == "" && err != nil {
			t.Errorf("%s: error %v, want %q", c.args, err, c.err)
		}
		if out.String() != c.out {
			t.Errorf("%s: prints %q, want %q", c.args, out.String(), c.out)
		}
	}
	text := filepath.Join(t.TempDir(), "no.db")
	if err := os.WriteFile(text, bytes.Repeat([]byte("no database "), 100), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := openStore(text, time.Second); err == nil || !strings.Contains(err.Error(), "is no archive, or is damaged") {
		t.Errorf("a file that is no database: %v", err)
	}
}

// TestSlowFeed wants a transaction not to stay open while the next article
// lets wait for itself.
func TestSlowFeed(t *testing.T) {
	s := testStore(t)
	im := newImporter(s, new(bytes.Buffer), true)
	im.pause = time.Millisecond
	next := make(chan struct{})
	done := make(chan error)
	go func() {
		_, err := im.run(context.Background(), func(yield func(found) bool) {
			yield(found{Where: "a", Keys: []string{"a"}, Text: "Ministers met in Oslo on Friday."})
			<-next
		}, 0)
		done <- err
	}()
	for end := time.Now().Add(10 * time.Second); count(t, s, "SELECT count(*) FROM article") == 0; time.Sleep(time.Millisecond) {
		if time.Now().After(end) {
			t.Fatal("the article is not stored")
		}
	}
	close(next)
	if err := <-done; err != nil {
		t.Fatal(err)
	}
}
