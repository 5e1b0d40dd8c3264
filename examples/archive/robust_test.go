package main

import (
	"bufio"
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

const models = "../../testdata/articles"

// sampleDump is the dump of an archive of n made articles, imported at one go.
func sampleDump(t *testing.T, n int) string {
	t.Helper()
	s := testStore(t)
	sampleInto(t, s, n, nil)
	return dump(t, s.read)
}

// sampleInto imports n made articles, and wants an error that has all of want.
func sampleInto(t *testing.T, s *store, n int, want []string) {
	t.Helper()
	ms, err := readModels(models)
	if err != nil {
		t.Fatal(err)
	}
	im := newImporter(s, io.Discard, true)
	im.batch = 7
	_, err = im.run(context.Background(), samples(ms, n), 0)
	if want == nil && err != nil {
		t.Fatal(err)
	}
	for _, w := range want {
		if err == nil || !strings.Contains(err.Error(), w) {
			t.Errorf("error %v, want one with %q", err, w)
		}
	}
}

// program starts this program in a process of its own.
func program(t *testing.T, env string, args ...string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	c := exec.Command(self, args...)
	c.Env = append(os.Environ(), env)
	return c
}

// TestKill kills an import again and again and then lets it finish: the
// archive is the one of an import that nobody disturbed.
func TestKill(t *testing.T) {
	const n = 150
	db := filepath.Join(t.TempDir(), "killed.db")
	args := []string{"-db", db, "sample", "-n", fmt.Sprint(n), models}
	stored := func(query string) (n int) {
		d, err := sql.Open("sqlite", "file:"+db+"?mode=ro&_pragma=busy_timeout(5000)")
		if err != nil {
			t.Fatal(err)
		}
		defer d.Close()
		if d.QueryRow(query).Scan(&n) != nil {
			return 0 // not made yet
		}
		return n
	}
	kills := 0
	killWhen := func(reached func() bool) {
		c := program(t, "ARCHIVE_RUN=1", args...)
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		done := make(chan error, 1)
		go func() { done <- c.Wait() }()
		for {
			select {
			case <-done:
				return // it was faster
			case <-time.After(time.Millisecond):
			}
			if reached() {
				break
			}
		}
		if err := c.Process.Kill(); err == nil {
			kills++
		}
		<-done
	}
	const articles, built = "SELECT count(*) FROM article", "SELECT count(*) FROM story WHERE built = revision"
	began := time.Now()
	killWhen(func() bool { return time.Since(began) > 30*time.Millisecond }) // maybe before there is a table
	for _, least := range []int{1, 60, 110} {
		killWhen(func() bool { return stored(articles) >= least })
		for _, table := range []string{"mention", "entry", "lead", "statement"} {
			if stored(articles) > 0 && stored("SELECT count(*) FROM "+table+" WHERE ord NOT IN (SELECT ord FROM article)") > 0 {
				t.Errorf("there is half an article in %s", table)
			}
		}
	}
	killWhen(func() bool { return stored(built) > 0 })
	if kills < 3 {
		t.Fatalf("only %d kills hit", kills)
	}
	if out, err := program(t, "ARCHIVE_RUN=1", args...).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	s, err := openStore(db, time.Second)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	sameDump(t, dump(t, s.read), sampleDump(t, n))
}

// TestStop wants an import that is asked to stop to keep what it has.
func TestStop(t *testing.T) {
	const n = 60
	s := testStore(t)
	ms, err := readModels(models)
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	im := newImporter(s, io.Discard, true)
	_, err = im.run(ctx, func(yield func(found) bool) {
		i := 0
		for f := range samples(ms, n) {
			if i++; i == 30 {
				stop()
			}
			if !yield(f) {
				return
			}
		}
	}, 0)
	if !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
	sampleInto(t, s, n, nil)
	sameDump(t, dump(t, s.read), sampleDump(t, n))
}

// TestFullDisk lets the database grow to a bound, and then further.
func TestFullDisk(t *testing.T) {
	const n = 60
	s := testStore(t)
	sampleInto(t, s, 5, nil)
	var pages, most int
	if err := s.write.QueryRow("PRAGMA page_count").Scan(&pages); err != nil {
		t.Fatal(err)
	}
	if err := s.write.QueryRow(fmt.Sprintf("PRAGMA max_page_count = %d", pages+40)).Scan(&most); err != nil || most != pages+40 {
		t.Fatal(most, err)
	}
	sampleInto(t, s, n, []string{"no space left for", "archive.db", "the same command goes on from there"})
	if got := count(t, s, "SELECT count(*) FROM article"); got == 0 || got >= n {
		t.Errorf("%d articles are stored", got)
	}
	if err := s.write.QueryRow("PRAGMA max_page_count = 1000000").Scan(&pages); err != nil {
		t.Fatal(err)
	}
	sampleInto(t, s, n, nil)
	sameDump(t, dump(t, s.read), sampleDump(t, n))
}

// TestFullFileSystem fills a real one, where root may make it.
func TestFullFileSystem(t *testing.T) {
	const n = 120
	folder := t.TempDir()
	if out, err := exec.Command("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", folder).CombinedOutput(); err != nil {
		t.Skipf("no file system can be made here: %v: %s", err, out)
	}
	defer func() {
		if out, err := exec.Command("umount", folder).CombinedOutput(); err != nil {
			t.Errorf("%v: %s", err, out)
		}
	}()
	s, err := openStore(filepath.Join(folder, "archive.db"), time.Second)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	sampleInto(t, s, n, []string{"no space left for", "the same command goes on from there"})
	if out, err := exec.Command("mount", "-o", "remount,size=60m", folder).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	sampleInto(t, s, n, nil)
	sameDump(t, dump(t, s.read), sampleDump(t, n))
}

// hold is another program that holds the lock of a database until its
// standard input ends.
func hold(file string) {
	db, err := sql.Open("sqlite", "file:"+file+"?_txlock=immediate")
	if err == nil {
		var tx *sql.Tx
		if tx, err = db.Begin(); err == nil {
			_, err = tx.Exec("INSERT INTO problem (place, message) VALUES ('x', 'x')")
		}
	}
	fmt.Println("held", err)
	_, _ = io.Copy(io.Discard, os.Stdin)
}

// TestLocked imports while another process holds the lock.
func TestLocked(t *testing.T) {
	const n = 30
	s := testStore(t)
	sampleInto(t, s, n/2, nil)
	before := dump(t, s.read)
	c := program(t, "ARCHIVE_HOLD="+s.file)
	in, err := c.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	if said, err := bufio.NewReader(out).ReadString('\n'); err != nil || said != "held <nil>\n" {
		t.Fatal(said, err)
	}
	sampleInto(t, s, n, []string{"is locked by another program (waited 200ms)", "the same command goes on from there"})
	sameDump(t, dump(t, s.read), before)
	// Pages are shown all the while.
	if page := get(t, site(t, s).URL+"/", 200); !strings.Contains(page, "15 articles") {
		t.Error("the first page does not tell its articles")
	}
	// A lock that is let go in time is waited for.
	s.write.Close()
	if s.write, err = reopened(s.file, 20*time.Second); err != nil {
		t.Fatal(err)
	}
	time.AfterFunc(300*time.Millisecond, func() { in.Close() })
	sampleInto(t, s, n, nil)
	if err := c.Wait(); err != nil {
		t.Error(err)
	}
	sameDump(t, dump(t, s.read), sampleDump(t, n))
}

func reopened(file string, wait time.Duration) (*sql.DB, error) {
	db, err := sql.Open("sqlite", fmt.Sprintf("file:%s?_txlock=immediate&_pragma=busy_timeout(%d)", file, wait.Milliseconds()))
	if err == nil {
		db.SetMaxOpenConns(1)
	}
	return db, err
}

// TestReadersOfBadFiles wants no file to stop the rest.
func TestReadersOfBadFiles(t *testing.T) {
	folder := t.TempDir()
	good := map[string]string{"z.txt": "Ministers met\n\nMinisters met in Oslo on Friday."}
	bad := map[string]string{"a.rss": "<rss><channel><item>", "b.xml": "\x00\x01", "c.html": "\xff\xfe\x00",
		"d.warc": "WARC/9.9\r\n\r\n", "e.warc.gz": "\x1f\x8bno",
		"f.atom": "", "g.txt": "", "h.html": "<p>" + strings.Repeat("<div>", 3000),
		"i.warc": "WARC/1.0\r\nContent-Length: 99999\r\n\r\nshort"}
	write(t, folder, good)
	write(t, folder, bad)
	s := testStore(t)
	var said bytes.Buffer
	ins, err := inputs([]string{folder})
	if err != nil {
		t.Fatal(err)
	}
	got, err := newImporter(s, &said, true).run(context.Background(), all(t.Context(), ins, &options{}), 0)
	if err != nil {
		t.Fatal(err)
	}
	if got[outcomeProblem] < 6 || count(t, s, "SELECT count(*) FROM article WHERE headline = 'Ministers met'") != 1 {
		t.Errorf("%v\n%s", got.String(), said.String())
	}
	for name := range bad {
		if n := count(t, s, "SELECT count(*) FROM problem WHERE place LIKE ?", "%/"+name+"%"); n != 1 {
			t.Errorf("%d problems are noted of %s", n, name)
		}
	}
}
