package main

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"net/http"
	"os"
	"strings"
	"time"

	"codeberg.org/readeck/go-readability/v2/render"
	"github.com/mmcdole/gofeed"
	"golang.org/x/net/html"

	"github.com/dateline-go/dateline"
)

// readFeed reads a saved feed: RSS, Atom or JSON.
func readFeed(ctx context.Context, in input, o *options) iter.Seq[found] {
	b, err := os.ReadFile(in.name)
	if err != nil {
		return unreadable(err)(ctx, in, o)
	}
	return feed(ctx, in, b, o)
}

// mostBytes bounds what an address may answer.
const mostBytes = 32 << 20

// readAddress fetches a feed or a page.
func readAddress(ctx context.Context, in input, o *options) iter.Seq[found] {
	b, contentType, err := fetch(ctx, in.name)
	if err != nil {
		return unreadable(err)(ctx, in, o)
	}
	if gofeed.DetectFeedType(bytes.NewReader(b)) != gofeed.FeedTypeUnknown {
		return feed(ctx, in, b, o)
	}
	return one(page(in.name, in.name, contentType, b, dateline.Moment{}, o))
}

func fetch(ctx context.Context, url string) (body []byte, contentType string, err error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return nil, "", err
	}
	req.Header.Set("User-Agent", "dateline-archive/"+dateline.Release)
	client := http.Client{Timeout: time.Minute}
	resp, err := client.Do(req)
	if err != nil {
		return nil, "", err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return nil, "", fmt.Errorf("%s answers %s", url, resp.Status)
	}
	body, err = io.ReadAll(io.LimitReader(resp.Body, mostBytes+1))
	if len(body) > mostBytes {
		err = fmt.Errorf("%s answers more than %d MB", url, mostBytes>>20)
	}
	return body, resp.Header.Get("Content-Type"), err
}

func feed(ctx context.Context, in input, b []byte, o *options) iter.Seq[found] {
	f, err := gofeed.NewParser().Parse(bytes.NewReader(b))
	if err != nil {
		return unreadable(err)(ctx, in, o)
	}
	source := cmp.Or(o.source, strings.TrimSpace(f.Title), in.name)
	return func(yield func(found) bool) {
		for i, it := range f.Items {
			x := item(it, in.name, source)
			if i == len(f.Items)-1 {
				x.Size = in.size
			}
			if !yield(x) {
				return
			}
		}
	}
}

// item makes an article of an item. What has no content but a description is
// a teaser, which takes the place of no whole article.
func item(it *gofeed.Item, feed, source string) found {
	url := canonical(it.Link)
	f := found{Where: feed + " " + cmp.Or(it.GUID, it.Link, it.Title), URL: url, Source: source,
		Headline:  strings.Join(strings.Fields(plain(it.Title)), " "),
		Published: moment(it.Published, it.PublishedParsed), Updated: moment(it.Updated, it.UpdatedParsed)}
	if url != "" {
		f.Keys = append(f.Keys, url)
	}
	if id := canonical(it.GUID); id != "" && id != url {
		f.Keys = append(f.Keys, id)
	} else if id == "" && it.GUID != "" {
		f.Keys = append(f.Keys, "feed:"+feed+" "+it.GUID)
	}
	var authors []string
	for _, a := range it.Authors {
		if a != nil && a.Name != "" {
			authors = append(authors, a.Name)
		}
	}
	f.Byline = strings.Join(authors, ", ")
	body := plain(it.Content)
	if body == "" {
		f.Teaser, body = true, plain(it.Description)
	}
	f.Title, f.Text = f.Headline, withHeadline(f.Headline, body)
	if len(f.Keys) == 0 {
		f.Err = errors.New("the item has neither an identifier nor an address")
	}
	return f
}

// moment is s as exactly as it is told, or what gofeed made of it.
func moment(s string, t *time.Time) dateline.Moment {
	if m, err := dateline.ParseMoment(strings.TrimSpace(s)); err == nil {
		return m
	}
	if t != nil {
		return dateline.MomentOf(*t)
	}
	return dateline.Moment{}
}

// plain is the text of a piece of HTML, its paragraphs parted by empty lines.
func plain(s string) string {
	if !strings.ContainsAny(s, "<&") {
		return strings.TrimSpace(s)
	}
	n, err := html.Parse(strings.NewReader(s))
	if err != nil {
		return strings.TrimSpace(s)
	}
	return tidy(render.InnerText(n))
}

// tidy takes out blanks at the ends of lines and more than one empty line.
func tidy(s string) string {
	lines := strings.Split(s, "\n")
	out := lines[:0]
	for _, l := range lines {
		l = strings.TrimSpace(l)
		if l != "" || len(out) > 0 && out[len(out)-1] != "" {
			out = append(out, l)
		}
	}
	return strings.TrimSpace(strings.Join(out, "\n"))
}

// withHeadline puts a headline above a text that does not begin with it.
func withHeadline(head, body string) string {
	if head == "" || strings.HasPrefix(body, head) {
		return body
	}
	return strings.TrimSpace(head + "\n\n" + body)
}
