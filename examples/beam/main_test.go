package main

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/runners/prism"
	"github.com/dateline-go/dateline"
)

var rewrite = flag.Bool("rewrite", false, "rewrite the example of output in testdata")

// TestMain is the command, or a server of prism, where a test started it so.
func TestMain(m *testing.M) {
	switch role := os.Getenv("BEAM_TEST_ROLE"); role {
	case "command":
		main()
	case "":
		os.Exit(m.Run())
	default:
		var port int
		fmt.Sscan(role, &port)
		if _, err := prism.CreateJobServer(context.Background(), prism.Options{Port: port}); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		select {}
	}
}

// command runs the command in a process of its own and gives the sorted lines
// of its output and its dead letters.
func command(t *testing.T, input string, args ...string) (timelines, letters []string) {
	t.Helper()
	dir := t.TempDir()
	out, dead := filepath.Join(dir, "timelines.jsonl"), filepath.Join(dir, "dead.jsonl")
	ctx, cancel := context.WithTimeout(t.Context(), 3*time.Minute)
	defer cancel()
	c := exec.CommandContext(ctx, os.Args[0], append([]string{"--input=" + input, "--output=" + out, "--dead=" + dead}, args...)...)
	c.Env = append(os.Environ(), "BEAM_TEST_ROLE=command")
	if said, err := c.CombinedOutput(); err != nil {
		t.Fatalf("%v: %v\n%s", c.Args, err, said)
	}
	return sorted(t, out), sorted(t, dead)
}

func sorted(t *testing.T, file string) []string {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return sortLines(string(data))
}

func sortLines(s string) []string {
	lines := strings.Split(strings.TrimSuffix(s, "\n"), "\n")
	slices.Sort(lines)
	return lines
}

// alone makes the same timelines without Beam: one loop, one builder a key.
func alone(t *testing.T, input string, byActor bool) []string {
	t.Helper()
	data, err := os.ReadFile(input)
	if err != nil {
		t.Fatal(err)
	}
	builders := make(map[string]*dateline.TimelineBuilder)
	for line := range strings.Lines(string(data)) {
		var a struct {
			dateline.Article
			Story string
		}
		if json.Unmarshal([]byte(line), &a) != nil || strings.ContainsRune(a.Text, '\ufffd') || a.Text == "" {
			continue
		}
		d, err := dateline.Parse(a.Article)
		if err != nil {
			continue
		}
		keys := map[string]bool{a.Story: !byActor}
		for _, x := range d.Actors {
			for _, m := range x.Mentions {
				if m.Form == dateline.MentionNamed {
					keys[x.Name] = keys[x.Name] || byActor
				}
			}
		}
		for k, is := range keys {
			if is && builders[k] == nil {
				builders[k] = new(dateline.TimelineBuilder)
			}
			if is {
				builders[k].Add(d)
			}
		}
	}
	var out []string
	for k, b := range builders {
		x := b.Timeline()
		if byActor {
			a, ok := x.FindActor(k)
			if !ok {
				continue
			}
			x = x.Select(dateline.WhereActor(a.ID))
		}
		if len(x.Entries) > 0 {
			line, err := json.Marshal(map[string]any{"key": k, "timeline": x})
			if err != nil {
				t.Fatal(err)
			}
			out = append(out, string(line))
		}
	}
	slices.Sort(out)
	return out
}

// archive is the example's input with all articles of the project behind it.
func archive(t *testing.T) string {
	t.Helper()
	data, err := os.ReadFile("testdata/articles.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob("../../testdata/articles/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no articles: %v", err)
	}
	for i, f := range files {
		text, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		line, err := json.Marshal(map[string]string{"id": filepath.Base(f), "published": "2025-06-20", "text": string(text),
			"story": fmt.Sprint("s", i%4)})
		if err != nil {
			t.Fatal(err)
		}
		data = append(append(data, line...), '\n')
	}
	file := filepath.Join(t.TempDir(), "articles.jsonl")
	if err := os.WriteFile(file, data, 0o644); err != nil {
		t.Fatal(err)
	}
	return file
}

func same(t *testing.T, what string, got, want []string) {
	t.Helper()
	if len(got) != len(want) {
		t.Errorf("%s: %d lines, want %d", what, len(got), len(want))
	}
	for i := range min(len(got), len(want)) {
		if got[i] != want[i] {
			t.Fatalf("%s: line\n%.300s\nis not\n%.300s", what, got[i], want[i])
		}
	}
}

// TestSame: however many workers there are, and wherever prism runs, the lines
// are those of one loop on one machine, byte for byte; what is wrong with one
// article costs no other.
func TestSame(t *testing.T) {
	input := archive(t)
	want := map[string][]string{"actor": alone(t, input, true), "story": alone(t, input, false)}
	if len(want["actor"]) < 50 || len(want["story"]) < 7 {
		t.Fatalf("%d and %d timelines", len(want["actor"]), len(want["story"]))
	}
	endpoint := server(t)
	for _, by := range []string{"actor", "story"} {
		for name, args := range map[string][]string{
			"1 worker": {"--workers=1"}, "2 workers": {"--workers=2"}, "5 workers": {"--workers=5"},
			"prism elsewhere": {"--runner=universal", "--endpoint=" + endpoint, "--environment_type=LOOPBACK"},
		} {
			t.Run(by+", "+name, func(t *testing.T) {
				got, letters := command(t, input, append(args, "--by="+by)...)
				same(t, "timelines", got, want[by])
				if len(letters) != 4 {
					t.Errorf("dead letters: %q", letters)
				}
			})
		}
	}
}

// server starts prism in a process of its own.
func server(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "localhost:0")
	if err != nil {
		t.Fatal(err)
	}
	port := l.Addr().(*net.TCPAddr).Port
	l.Close()
	c := exec.Command(os.Args[0])
	c.Env = append(os.Environ(), fmt.Sprint("BEAM_TEST_ROLE=", port))
	var said bytes.Buffer
	c.Stderr = &said
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		c.Process.Kill()
		c.Wait()
	})
	endpoint := fmt.Sprint("localhost:", port)
	for range 100 {
		if conn, err := net.Dial("tcp", endpoint); err == nil {
			conn.Close()
			return endpoint
		}
		time.Sleep(100 * time.Millisecond)
	}
	t.Fatalf("prism does not come up: %s", &said)
	return ""
}

// TestDeadLetters: each has its reason, and its line whole.
func TestDeadLetters(t *testing.T) {
	input, err := os.ReadFile("testdata/articles.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	timelines, letters := command(t, "testdata/articles.jsonl", "--by=story")
	if *rewrite {
		if err := os.WriteFile("testdata/timelines.jsonl", []byte(strings.Join(timelines, "\n")+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile("testdata/dead.jsonl", []byte(strings.Join(letters, "\n")+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	same(t, "testdata/dead.jsonl (go test -rewrite writes it anew)", letters, sorted(t, "testdata/dead.jsonl"))
	for _, l := range letters {
		var x struct {
			Error, Line string
			Bytes       []byte `json:"line_base64"`
		}
		if err := json.Unmarshal([]byte(l), &x); err != nil {
			t.Fatal(err)
		}
		if line := x.Line + string(x.Bytes); x.Error == "" || line == "" || !bytes.Contains(input, []byte(line+"\n")) {
			t.Errorf("%q", l)
		}
	}
	// The example of output is of these stories; what their timelines hold may
	// change with what the parsers find.
	keys := func(lines []string) (out []string) {
		for _, l := range lines {
			var x struct {
				Key      string
				Timeline dateline.Timeline
			}
			if err := json.Unmarshal([]byte(l), &x); err != nil || len(x.Timeline.Entries) == 0 {
				t.Errorf("%v: %.100s", err, l)
			}
			out = append(out, x.Key)
		}
		return out
	}
	want := []string{"border talks", "resignation", "strike"}
	if got, example := keys(timelines), keys(sorted(t, "testdata/timelines.jsonl")); !slices.Equal(got, want) || !slices.Equal(example, want) {
		t.Errorf("stories %q and %q", got, example)
	}
}

// TestFlags: what cannot be run is said before anything runs.
func TestFlags(t *testing.T) {
	for _, args := range [][]string{nil, {"--input=x", "--output=y"}, {"--input=x", "--output=y", "--dead=z", "--by=year"},
		{"--input=x", "--output=y", "--dead=z", "--workers=0"}, {"--input=x", "--output=y", "--dead=z", "more"}} {
		c := exec.Command(os.Args[0], args...)
		c.Env = append(os.Environ(), "BEAM_TEST_ROLE=command")
		if said, err := c.CombinedOutput(); err == nil || !bytes.Contains(said, []byte("want")) {
			t.Errorf("%q: %v: %s", args, err, said)
		}
	}
}
