package main

import (
	"cmp"
	"context"
	"crypto/sha256"
	"io/fs"
	"iter"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/dateline-go/dateline"
)

// A found is an article as a reader found it, or what went wrong in its place.
type found struct {
	Where string // the input and the place in it
	Err   error  // nothing but Where is set

	// Keys name the article: its address, its feed's identifier, its file.
	Keys                                []string
	Title                               string // the headline, if the publisher gives it apart from the text
	URL, Source, Headline, Byline, Text string
	Published, Updated                  dateline.Moment
	Seen                                dateline.Moment // by whoever saved it, if nothing else dates it
	Teaser                              bool            // not the whole article
	Size                                int64           // bytes of input, for the progress bar
}

// dated is when this version became known.
func (f *found) dated() dateline.Moment {
	switch {
	case f.Updated.Compare(f.Published) > 0:
		return f.Updated
	case !f.Published.IsZero():
		return f.Published
	}
	return f.Seen
}

// hash tells whether a version is the one that is stored.
func (f *found) hash() []byte {
	h := sha256.New()
	for _, s := range []string{f.URL, f.Source, f.Headline, f.Byline, f.Published.String(), f.Text} {
		h.Write([]byte(s))
		h.Write([]byte{0})
	}
	return h.Sum(nil)
}

// options hold for all inputs of one import.
type options struct {
	source    string          // in place of what the input says
	published dateline.Moment // of texts that do not tell
}

// An input is a file or an address.
type input struct {
	name string
	size int64
	read reader
}

// inputs are all that args name: files, folders with all below them, addresses.
func inputs(args []string) ([]input, error) {
	var out []input
	for _, arg := range args {
		if strings.HasPrefix(arg, "http://") || strings.HasPrefix(arg, "https://") {
			out = append(out, input{arg, 0, readAddress})
			continue
		}
		root, err := filepath.Abs(arg)
		if err != nil {
			return nil, err
		}
		if info, err := os.Stat(root); err != nil {
			return nil, err
		} else if !info.IsDir() {
			read := readerOf(root)
			if read == nil {
				read = readText
			}
			out = append(out, input{root, info.Size(), read})
			continue
		}
		err = filepath.WalkDir(root, func(path string, e fs.DirEntry, err error) error {
			if err != nil {
				out = append(out, input{path, 0, unreadable(err)}) // the rest of the folder is read
				return nil
			}
			if path != root && strings.HasPrefix(e.Name(), ".") {
				if e.IsDir() {
					return filepath.SkipDir
				}
				return nil
			}
			if read := readerOf(path); read != nil && e.Type().IsRegular() {
				in := input{path, 0, read}
				if info, err := e.Info(); err == nil {
					in.size = info.Size()
				}
				out = append(out, in)
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

type reader = func(ctx context.Context, in input, o *options) iter.Seq[found]

// readerOf goes by the name of the file; nil means that it holds no articles.
func readerOf(path string) reader {
	name := strings.ToLower(filepath.Base(path))
	switch filepath.Ext(strings.TrimSuffix(name, ".gz")) {
	case ".warc":
		return readWARC
	}
	switch filepath.Ext(name) {
	case ".txt":
		return readText
	case ".html", ".htm", ".xhtml":
		return readPage
	case ".rss", ".atom", ".xml":
		return readFeed
	}
	return nil
}

func unreadable(err error) reader {
	return func(_ context.Context, in input, _ *options) iter.Seq[found] {
		return one(found{Where: in.name, Err: err})
	}
}

// one is a sequence of f alone.
func one(f found) iter.Seq[found] { return func(yield func(found) bool) { yield(f) } }

// readText reads a file of plain text. Its first line is the headline; a day
// in its name, as in 2025-06-03-talks.txt, is that of publication.
func readText(ctx context.Context, in input, o *options) iter.Seq[found] {
	b, err := os.ReadFile(in.name)
	if err != nil {
		return unreadable(err)(ctx, in, o)
	}
	f := found{Where: in.name, Keys: []string{"file:" + filepath.ToSlash(in.name)}, Size: in.size, Text: string(b),
		Source: cmp.Or(o.source, filepath.Base(filepath.Dir(in.name))), Published: o.published}
	f.Text = strings.TrimPrefix(f.Text, "\ufeff")
	f.Headline = headline(f.Text)
	if day := dayInName.FindString(filepath.Base(in.name)); day != "" {
		if m, err := dateline.ParseMoment(day); err == nil {
			f.Published = m
		}
	}
	return one(f)
}

var dayInName = regexp.MustCompile(`\d{4}-\d{2}-\d{2}`)

// headline is the first line that has any text, cut where it is long.
func headline(text string) string {
	line, _, _ := strings.Cut(strings.TrimSpace(text), "\n")
	line = strings.Join(strings.Fields(line), " ")
	const most = 140
	if r := []rune(line); len(r) > most {
		if cut := strings.LastIndex(string(r[:most]), " "); cut > 0 {
			return string(r[:most])[:cut] + " …"
		}
		return string(r[:most]) + "…"
	}
	return line
}

// canonical is an address as a key: without fragment, port of its scheme,
// letter case of its host and what only counts visitors. It is "" if s is none.
func canonical(s string) string {
	u, err := url.Parse(strings.TrimSpace(s))
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	u.Fragment, u.User = "", nil
	u.Host = strings.ToLower(u.Host)
	u.Host = strings.TrimSuffix(u.Host, map[string]string{"http": ":80", "https": ":443"}[u.Scheme])
	q := u.Query()
	for name := range q {
		if strings.HasPrefix(name, "utm_") || slices.Contains([]string{"fbclid", "gclid"}, name) {
			q.Del(name)
		}
	}
	u.RawQuery = q.Encode()
	if u.Path == "" {
		u.Path = "/"
	}
	return u.String()
}
