package main

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"net/url"
	"os"
	"strings"

	"codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"

	"github.com/dateline-go/dateline"
)

// readPage reads a saved page.
func readPage(ctx context.Context, in input, o *options) iter.Seq[found] {
	b, err := os.ReadFile(in.name)
	if err != nil {
		return unreadable(err)(ctx, in, o)
	}
	f := page(in.name, "", "", b, dateline.Moment{}, o)
	f.Size = in.size
	if f.Err == nil {
		f.Keys = append(f.Keys, "file:"+in.name)
	}
	return one(f)
}

// page makes an article of a page: of its main part, with the headline, the
// byline, the date and the canonical address that it gives. Address is where
// it was found, "" if that is not known, seen when.
func page(where, address, contentType string, b []byte, seen dateline.Moment, o *options) (f found) {
	// A page that its reader cannot bear is one that cannot be read, no more.
	defer func() {
		if r := recover(); r != nil {
			f = found{Where: where, Err: fmt.Errorf("the page cannot be read: %v", r)}
		}
	}()
	f = found{Where: where, Seen: seen}
	r, err := charset.NewReader(bytes.NewReader(b), contentType)
	if err != nil {
		f.Err = err
		return f
	}
	doc, err := html.Parse(r)
	if err != nil {
		f.Err = err
		return f
	}
	m := readMeta(doc)
	base, _ := url.Parse(address)
	f.URL = cmp.Or(canonical(resolve(base, m.first("canonical", "og:url"))), canonical(address))
	if f.URL != "" {
		f.Keys = append(f.Keys, f.URL)
	}
	if a := canonical(address); a != "" && a != f.URL {
		f.Keys = append(f.Keys, a)
	}
	at, err := url.Parse(f.URL)
	if err != nil || f.URL == "" {
		at = nil
	}
	a, err := readability.FromDocument(doc, at)
	if err != nil {
		f.Err = err
		return f
	}
	var text strings.Builder
	if a.Node != nil {
		if err := a.RenderText(&text); err != nil {
			f.Err = err
			return f
		}
	}
	body := tidy(text.String())
	if body == "" {
		f.Err = errors.New("no article is found in the page")
		return f
	}
	f.Headline = strings.Join(strings.Fields(cmp.Or(m.first("headline", "og:title"), a.Title())), " ")
	f.Byline = strings.Join(strings.Fields(cmp.Or(m.first("author"), a.Byline())), " ")
	f.Source = cmp.Or(o.source, m.first("publisher", "og:site_name"), a.SiteName(), host(f.URL))
	f.Published = m.moment("article:published_time", "datepublished", "date", "pubdate", "dc.date", "dc.date.issued", "time")
	f.Updated = m.moment("article:modified_time", "datemodified", "og:updated_time", "dc.date.modified")
	if t, err := a.PublishedTime(); err == nil && f.Published.IsZero() {
		f.Published = dateline.MomentOf(t)
	}
	f.Published = cmp.Or(f.Published, o.published)
	f.Title, f.Text = f.Headline, withHeadline(f.Headline, body)
	return f
}

func host(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(u.Hostname(), "www.")
}

func resolve(base *url.URL, ref string) string {
	if base == nil || ref == "" {
		return ref
	}
	u, err := base.Parse(ref)
	if err != nil {
		return ""
	}
	return u.String()
}

// meta is what a page says of itself, by lower-case names.
type meta map[string][]string

func (m meta) add(name, value string) {
	if value = strings.TrimSpace(value); value != "" {
		name = strings.ToLower(name)
		m[name] = append(m[name], value)
	}
}

// first is the first value of the first of names that has any.
func (m meta) first(names ...string) string {
	for _, n := range names {
		if len(m[n]) > 0 {
			return m[n][0]
		}
	}
	return ""
}

func (m meta) moment(names ...string) dateline.Moment {
	for _, n := range names {
		for _, v := range m[n] {
			if t, err := dateline.ParseMoment(v); err == nil {
				return t
			}
		}
	}
	return dateline.Moment{}
}

func readMeta(doc *html.Node) meta {
	m := make(meta)
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		switch n.Data {
		case "meta":
			m.add(cmp.Or(attribute(n, "property"), attribute(n, "name"), attribute(n, "itemprop")), attribute(n, "content"))
		case "link":
			if strings.EqualFold(attribute(n, "rel"), "canonical") {
				m.add("canonical", attribute(n, "href"))
			}
		case "time":
			m.add("time", attribute(n, "datetime"))
		case "script":
			if attribute(n, "type") == "application/ld+json" && n.FirstChild != nil {
				m.linked([]byte(n.FirstChild.Data))
			}
		}
	}
	return m
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// linked reads the news article among a page's linked data (schema.org).
func (m meta) linked(b []byte) {
	var all any
	if json.Unmarshal(b, &all) != nil {
		return
	}
	var visit func(x any, depth int)
	visit = func(x any, depth int) {
		if depth > 4 {
			return
		}
		switch x := x.(type) {
		case []any:
			for _, y := range x {
				visit(y, depth+1)
			}
		case map[string]any:
			visit(x["@graph"], depth+1)
			if kind, _ := x["@type"].(string); !strings.HasSuffix(kind, "Article") {
				return
			}
			for _, name := range []string{"headline", "datePublished", "dateModified"} {
				if s, ok := x[name].(string); ok {
					m.add(name, s)
				}
			}
			m.add("publisher", nameOf(x["publisher"]))
			m.add("author", nameOf(x["author"]))
		}
	}
	visit(all, 0)
}

// nameOf is the name of a thing or of several.
func nameOf(x any) string {
	switch x := x.(type) {
	case string:
		return x
	case map[string]any:
		s, _ := x["name"].(string)
		return s
	case []any:
		var names []string
		for _, y := range x {
			if n := nameOf(y); n != "" {
				names = append(names, n)
			}
		}
		return strings.Join(names, ", ")
	}
	return ""
}
