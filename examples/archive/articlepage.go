package main

import (
	"context"
	"database/sql"
	"math"
	"net/http"
	"strings"

	"github.com/dateline-go/dateline"
)

type articleView struct {
	card
	URL, Published string
	Pieces         []piece
	Lines          []line
	Actors, Places []nameCard
	Earlier        []earlierView
	Version        int // 0: the present one
	Versions       int
	Teaser         bool
	Told           storyCard
}

type earlierView struct {
	Version         int
	Headline, Dated string
}

func (v *server) article(r *http.Request) (string, *view, error) {
	n, err := id(r)
	if err != nil {
		return "", nil, err
	}
	version, err := number(r.FormValue("version"), 0)
	if err != nil || version < 0 || version > math.MaxInt32 {
		return "", nil, errRequest
	}
	ctx := r.Context()
	x := articleView{Version: int(version)}
	text, data, err := v.store.version(ctx, n, &x)
	if err != nil {
		return "", nil, err
	}
	var d dateline.Document
	if err := d.UnmarshalBinary(data); err != nil {
		return "", nil, err
	}
	if x.Version == 0 {
		x.Lines, err = v.store.lines(ctx, "entry e JOIN article a ON a.ord = e.ord WHERE e.ord = ? ORDER BY e.n LIMIT 60", x.Ord)
	}
	var names []nameCard
	if err == nil {
		names, err = v.store.names(ctx, "WHERE id IN (SELECT name FROM mention WHERE ord = ?) ORDER BY articles DESC, id", x.Ord)
	}
	links := make(map[string]string)
	for _, c := range names {
		links[c.key] = link(&c)
		if c.Type == typePlace {
			x.Places = append(x.Places, c)
		} else {
			x.Actors = append(x.Actors, c)
		}
	}
	x.Pieces = cut(text, marksOf(&d, links), d.Sentences)
	if err == nil {
		x.Told, err = first(v.store.stories(ctx, "WHERE id = ?", x.Story))
	}
	if err == nil && x.Versions > 1 {
		x.Earlier, err = v.store.earlier(ctx, n)
	}
	return "article", &view{Title: x.Headline, Body: x}, err
}

// earlier are the versions of an article that corrections replaced.
func (s *store) earlier(ctx context.Context, article int64) ([]earlierView, error) {
	rows, err := s.read.QueryContext(ctx, "SELECT version, headline, dated FROM earlier WHERE article = ? ORDER BY version", article)
	return collect(rows, err, func(rows *sql.Rows, e *earlierView) error { return rows.Scan(&e.Version, &e.Headline, &e.Dated) })
}

func first[T any](list []T, err error) (T, error) {
	var zero T
	if err != nil || len(list) == 0 {
		return zero, err
	}
	return list[0], nil
}

func link(c *nameCard) string { return "/" + c.Type + "/" + itoa(c.ID) }

// version reads an article in the version that x asks for.
func (s *store) version(ctx context.Context, id int64, x *articleView) (text string, document []byte, err error) {
	var dated string
	err = s.read.QueryRowContext(ctx, "SELECT "+cardColumns+`, a.url, a.published, a.versions, a.teaser, a.text, a.document
		FROM article a WHERE a.id = ?`, id).Scan(&x.ID, &x.Ord, &x.Story, &x.Headline, &x.Source, &x.Byline, &dated, &x.URL, &x.Published,
		&x.Versions, &x.Teaser, &text, &document)
	if err == nil && x.Version > 0 {
		err = s.read.QueryRowContext(ctx, `SELECT headline, published, dated, text, document
			FROM earlier WHERE article = ? AND version = ?`, id, x.Version).Scan(&x.Headline, &x.Published, &dated, &text, &document)
	}
	x.Dated, _ = dateline.ParseMoment(dated)
	if !strings.HasPrefix(x.URL, "http://") && !strings.HasPrefix(x.URL, "https://") {
		x.URL = ""
	}
	return text, document, err
}

// document gives all that was found in an article, for other programs.
func (v *server) document(w http.ResponseWriter, r *http.Request) {
	n, err := id(r)
	if err != nil {
		http.NotFound(w, r)
		return
	}
	var x articleView
	_, data, err := v.store.version(r.Context(), n, &x)
	var d dateline.Document
	var out []byte
	if err == nil {
		err = d.UnmarshalBinary(data)
	}
	if err == nil {
		out, err = d.PortableJSON(dateline.OffsetUTF16)
	}
	if err != nil {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	_, _ = w.Write(out) // the reader may have gone
}
