package main

import (
	"bytes"
	"context"
	"database/sql"
	"fmt"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestMain lets the tests start this very program in a process of its own.
func TestMain(m *testing.M) {
	switch {
	case os.Getenv("ARCHIVE_RUN") != "":
		main()
		os.Exit(0)
	case os.Getenv("ARCHIVE_HOLD") != "":
		hold(os.Getenv("ARCHIVE_HOLD"))
		os.Exit(0)
	}
	os.Exit(m.Run())
}

func testStore(t *testing.T) *store {
	t.Helper()
	s, err := openStore(filepath.Join(t.TempDir(), "archive.db"), 200*time.Millisecond)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

// importArgs imports as the command does.
func importArgs(t *testing.T, s *store, o options, args ...string) (tally, error) {
	t.Helper()
	ins, err := inputs(args)
	if err != nil {
		t.Fatal(err)
	}
	return newImporter(s, io.Discard, true).run(context.Background(), all(t.Context(), ins, &o), 0)
}

func mustImport(t *testing.T, s *store, want tally, args ...string) {
	t.Helper()
	got, err := importArgs(t, s, options{}, args...)
	if err != nil {
		t.Fatal(err)
	}
	if got != want {
		t.Errorf("import %v: %v, want %v", args, got.String(), want.String())
	}
}

// dump is all that the database holds, row by row.
func dump(t *testing.T, db *sql.DB) string {
	t.Helper()
	var b strings.Builder
	for _, q := range []string{
		"SELECT * FROM article ORDER BY id", "SELECT * FROM key ORDER BY key", "SELECT * FROM earlier ORDER BY article, version",
		"SELECT * FROM story ORDER BY id", "SELECT * FROM conflict ORDER BY story, n", "SELECT * FROM moved ORDER BY story",
		"SELECT * FROM name ORDER BY id",
		"SELECT * FROM mention ORDER BY name, ord", "SELECT * FROM entry ORDER BY id", "SELECT * FROM part ORDER BY name, ord, entry, role",
		"SELECT * FROM statement ORDER BY id", "SELECT * FROM lead ORDER BY word, ord", "SELECT * FROM problem ORDER BY place",
		"SELECT rowid FROM article_words WHERE article_words MATCH 'the' ORDER BY rowid",
		"SELECT rowid FROM name_words WHERE name_words MATCH 'a*' ORDER BY rowid",
		"PRAGMA integrity_check",
	} {
		rows, err := db.Query(q)
		if err != nil {
			t.Fatal(err)
		}
		columns, err := rows.Columns()
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintln(&b, "--", q)
		for rows.Next() {
			vals, ptrs := make([]any, len(columns)), make([]any, len(columns))
			for i := range vals {
				ptrs[i] = &vals[i]
			}
			if err := rows.Scan(ptrs...); err != nil {
				t.Fatal(err)
			}
			fmt.Fprintf(&b, "%q\n", vals)
		}
		if err := rows.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if s := b.String(); !strings.HasSuffix(s, "[\"ok\"]\n") {
		t.Error("the database is damaged")
	}
	return b.String()
}

// sameDump tells the first line in which two dumps differ.
func sameDump(t *testing.T, got, want string) {
	t.Helper()
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			t.Fatalf("line %d of the dumps differs:\n%.600s\n%.600s", i+1, g[i], w[i])
		}
	}
	if len(g) != len(w) {
		t.Fatalf("one dump has %d lines, the other %d", len(g), len(w))
	}
}

// write puts files into a folder.
func write(t *testing.T, folder string, files map[string]string) {
	t.Helper()
	for name, text := range files {
		name = filepath.Join(folder, name)
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// story puts testdata/story into a folder, each text under its day.
func storyFolder(t *testing.T) string {
	t.Helper()
	folder := filepath.Join(t.TempDir(), "Daily")
	files := make(map[string]string)
	for name, day := range map[string]string{"1-announcement": "2025-06-03", "2-eve": "2025-06-11", "3-event": "2025-06-12",
		"4-aftermath": "2025-06-16"} {
		text, err := os.ReadFile("../../testdata/story/" + name + ".txt")
		if err != nil {
			t.Fatal(err)
		}
		files[day+"-"+name+".txt"] = string(text)
	}
	write(t, folder, files)
	return folder
}

// site serves the archive to a test.
func site(t *testing.T, s *store) *httptest.Server {
	t.Helper()
	var said bytes.Buffer
	v, err := newServer(s, log.New(&said, "", 0))
	if err != nil {
		t.Fatal(err)
	}
	srv := httptest.NewServer(v.handler())
	t.Cleanup(func() {
		srv.Close()
		if said.Len() > 0 {
			t.Errorf("the server logged: %s", said.String())
		}
	})
	return srv
}

// get is a page's body; it wants the status.
func get(t *testing.T, address string, status int) string {
	t.Helper()
	resp, err := http.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	b, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	if resp.StatusCode != status {
		t.Errorf("%s: status %d, want %d", address, resp.StatusCode, status)
	}
	return string(b)
}

// number is one number from the database.
func count(t *testing.T, s *store, query string, args ...any) (n int) {
	t.Helper()
	if err := s.read.QueryRow(query, args...).Scan(&n); err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	return n
}
