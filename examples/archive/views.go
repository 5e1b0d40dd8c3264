package main

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"math"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/dateline-go/dateline"
)

// A more is a list with the address of its next part, if there is any.
type more[T any] struct {
	List []T
	Next string
}

// pageOf takes the one too many off list, and points behind the last that stays.
func pageOf[T any](list []T, n int, address string, at func(*T) int64) more[T] {
	if len(list) <= n {
		return more[T]{List: list}
	}
	return more[T]{list[:n], beforeLink(address, at(&list[n-1]))}
}

func ordOfCard(c *card) int64        { return c.Ord }
func lastOfStory(c *storyCard) int64 { return c.Last }

type homeView struct {
	Articles, Problems int
	Stories            []storyCard
	Newest             []card
	Actors, Places     []nameCard
	Disputes           []dispute
	LastDay            string
}

func (v *server) home(r *http.Request) (string, *view, error) {
	ctx := r.Context()
	var h homeView
	err := v.store.read.QueryRowContext(ctx, "SELECT (SELECT count(*) FROM article), (SELECT count(*) FROM problem)").
		Scan(&h.Articles, &h.Problems)
	if err == nil {
		h.Stories, err = v.store.stories(ctx, "WHERE articles > 1 ORDER BY last DESC LIMIT 8")
	}
	if err == nil {
		h.Newest, err = v.store.cards(ctx, "ORDER BY ord DESC LIMIT 10")
	}
	if err == nil {
		h.Actors, err = v.store.names(ctx, "WHERE type = 'actor' ORDER BY articles DESC, id LIMIT 12")
	}
	if err == nil {
		h.Places, err = v.store.names(ctx, "WHERE type = 'place' ORDER BY articles DESC, id LIMIT 12")
	}
	if err == nil {
		h.Disputes, err = v.store.disputes(ctx, math.MaxInt64, 4)
	}
	if len(h.Newest) > 0 {
		h.LastDay = dayOfOrd(h.Newest[0].Ord)
	}
	return "home", &view{Title: "The archive", Body: h}, err
}

type searchView struct {
	Articles       more[card]
	Actors, Places []nameCard
	Day            string
	First          bool // the first part of the articles
}

func (v *server) search(r *http.Request) (string, *view, error) {
	q := strings.TrimSpace(r.FormValue("q"))
	before, err := number(r.FormValue("before"), math.MaxInt64)
	if err != nil {
		return "", nil, err
	}
	s := searchView{First: before == math.MaxInt64}
	if m, err := dateline.ParseMoment(q); err == nil && m.Grain() == dateline.GrainDay {
		s.Day = m.String()
	}
	ctx := r.Context()
	cards, err := v.store.searchArticles(ctx, q, before, perPage+1)
	s.Articles = pageOf(cards, perPage, "/search?q="+url.QueryEscape(q), ordOfCard)
	if err == nil && s.First {
		s.Actors, err = v.store.searchNames(ctx, typeActor, q, 12)
	}
	if err == nil && s.First {
		s.Places, err = v.store.searchNames(ctx, typePlace, q, 12)
	}
	title := "Search"
	if q != "" {
		title = "Search: " + q
	}
	return "search", &view{Title: title, Query: q, Body: s}, err
}

type nameView struct {
	nameCard
	Lines   more[line]
	Remarks []remark
	Named   []card // articles that name it
	Stories []storyCard
	Known   slider
	First   bool
}

// name shows an actor or a place: what is told of it, the latest told first.
func (v *server) name(r *http.Request) (string, *view, error) {
	n, err := id(r)
	if err != nil {
		return "", nil, err
	}
	before, err := number(r.FormValue("before"), math.MaxInt64)
	if err != nil {
		return "", nil, err
	}
	ctx := r.Context()
	typ := strings.TrimPrefix(strings.SplitN(r.URL.Path, "/", 3)[1], "/")
	cards, err := v.store.names(ctx, "WHERE id = ? AND type = ?", n, typ)
	if err != nil {
		return "", nil, err
	}
	if len(cards) == 0 {
		return "", nil, errNotFound
	}
	x := nameView{nameCard: cards[0], First: before == math.MaxInt64}
	address := fmt.Sprintf("/%s/%d", typ, n)
	var first, last int64
	if err := v.store.read.QueryRowContext(ctx, "SELECT coalesce(min(ord), 0), coalesce(max(ord), 0) FROM mention WHERE name = ? AND ord >= ?",
		n, int64(1)<<ordShift).Scan(&first, &last); err != nil {
		return "", nil, err
	}
	x.Known = newSlider(r, address, first, last)
	if x.Known.Set {
		before = min(before, x.Known.bound())
		address += "?" + x.Known.query()
	}
	lines, err := v.store.lines(ctx, `(SELECT DISTINCT ord, entry FROM part WHERE name = ? AND ord < ? ORDER BY ord DESC, entry LIMIT ?) p
		JOIN entry e ON e.id = p.entry JOIN article a ON a.ord = p.ord ORDER BY p.ord DESC, p.entry`, n, before, perPage+8)
	x.Lines = whole(lines, perPage, address)
	x.Lines.List = folded(x.Lines.List)
	if err == nil {
		x.Remarks, err = v.store.remarks(ctx, n, before, 8)
	}
	if err == nil && x.First {
		x.Named, err = v.store.cards(ctx, "WHERE a.ord IN (SELECT ord FROM mention WHERE name = ? AND ord < ? ORDER BY ord DESC LIMIT 10) "+
			"ORDER BY a.ord DESC", n, before)
	}
	if err == nil && x.First {
		x.Stories, err = v.store.stories(ctx, `WHERE id IN (SELECT a.story FROM mention m JOIN article a ON a.ord = m.ord
			WHERE m.name = ? AND m.ord < ? ORDER BY m.ord DESC LIMIT 60) AND articles > 1 ORDER BY +last DESC LIMIT 8`, n, before)
	}
	return "name", &view{Title: x.Name, Body: x}, err
}

// whole ends a list of lines between two articles, so that the next part
// begins with an article.
func whole(lines []line, n int, address string) more[line] {
	if len(lines) <= n {
		return more[line]{List: lines}
	}
	for n < len(lines)-1 && lines[n].Article.Ord == lines[n-1].Article.Ord {
		n++
	}
	return more[line]{lines[:n], beforeLink(address, lines[n-1].Article.Ord)}
}

type namesView struct {
	Type  string
	Names []nameCard
	Next  string
}

func (v *server) nameList(r *http.Request) (string, *view, error) {
	typ, title := typeActor, "Actors"
	if r.URL.Path == "/places" {
		typ, title = typePlace, "Places"
	}
	skip, err := number(r.FormValue("before"), 0)
	if err != nil || skip < 0 || skip > 1000 {
		return "", nil, errRequest
	}
	const most = 100
	x := namesView{Type: typ}
	x.Names, err = v.store.names(r.Context(), "WHERE type = ? AND articles > 0 ORDER BY articles DESC, id LIMIT ? OFFSET ?", typ, most+1, skip)
	if len(x.Names) > most {
		x.Names = x.Names[:most]
		if skip+most <= 1000 {
			x.Next = beforeLink(r.URL.Path, skip+most)
		}
	}
	return "names", &view{Title: title, Body: x}, err
}

func (v *server) storyList(r *http.Request) (string, *view, error) {
	before, err := number(r.FormValue("before"), math.MaxInt64)
	if err != nil {
		return "", nil, err
	}
	list, err := v.store.stories(r.Context(), "WHERE articles > 1 AND last < ? ORDER BY last DESC LIMIT ?", before, perPage+1)
	return "stories", &view{Title: "Stories", Body: pageOf(list, perPage, "/stories", lastOfStory)}, err
}

type dayView struct {
	Day, Previous, Next string
	Lines               []line
	Published           []card
	More                int // lines that are not shown
	All                 string
}

// mostOfDay bounds what the page of a day shows; "all" asks for more.
const mostOfDay, allOfDay = 40, 400

func (v *server) day(r *http.Request) (string, *view, error) {
	m, err := dateline.ParseMoment(r.PathValue("day"))
	if err != nil || m.Grain() != dateline.GrainDay {
		return "", nil, errNotFound
	}
	day := m.String()
	at := m.Time()
	x := dayView{Day: day, Previous: at.AddDate(0, 0, -1).Format(time.DateOnly), Next: at.AddDate(0, 0, 1).Format(time.DateOnly)}
	most := mostOfDay
	if r.FormValue("all") != "" {
		most = allOfDay
	}
	ctx := r.Context()
	err = v.store.read.QueryRowContext(ctx, "SELECT count(*) FROM entry WHERE day = ?", day).Scan(&x.More)
	if err == nil {
		x.Lines, err = v.store.lines(ctx, `(SELECT id AS at FROM entry WHERE day = ? ORDER BY salience DESC, id LIMIT ?)
			JOIN entry e ON e.id = at JOIN article a ON a.ord = e.ord ORDER BY e.salience DESC, e.id`, day, most)
	}
	x.More -= len(x.Lines)
	x.Lines = folded(x.Lines)
	if x.More > 0 && most < allOfDay {
		x.All = "/day/" + day + "?all=1"
	}
	if err == nil {
		x.Published, err = v.store.cards(ctx, "WHERE a.ord >= ? AND a.ord < ? ORDER BY a.ord DESC LIMIT 40",
			at.Unix()<<ordShift, at.AddDate(0, 0, 1).Unix()<<ordShift)
	}
	return "day", &view{Title: longDay(day), Query: "", Body: x}, err
}

func (v *server) toDay(w http.ResponseWriter, r *http.Request) {
	day := r.FormValue("d")
	if m, err := dateline.ParseMoment(day); err != nil || m.Grain() != dateline.GrainDay {
		http.Redirect(w, r, "/search?q="+url.QueryEscape(day), http.StatusSeeOther)
		return
	}
	http.Redirect(w, r, "/day/"+url.PathEscape(day), http.StatusSeeOther)
}

func (s *store) disputes(ctx context.Context, before int64, n int) ([]dispute, error) {
	rows, err := s.read.QueryContext(ctx, `SELECT c.story, c.n, c.last, c.title, c.field, c.sides, s.headline FROM conflict c
		JOIN story s ON s.id = c.story WHERE c.last < ? ORDER BY c.last DESC, c.story, c.n LIMIT ?`, before, n)
	return collect(rows, err, func(rows *sql.Rows, d *dispute) error {
		if err := rows.Scan(&d.Story, &d.N, &d.Last, &d.Title, &d.Field, &d.sides, &d.Headline); err != nil {
			return err
		}
		return json.Unmarshal([]byte(d.sides), &d.Sides)
	})
}

func (v *server) conflicts(r *http.Request) (string, *view, error) {
	before, err := number(r.FormValue("before"), math.MaxInt64)
	if err != nil {
		return "", nil, err
	}
	list, err := v.store.disputes(r.Context(), before, 4*perPage)
	x := more[dispute]{List: list}
	if n := len(list); n == 4*perPage { // what the last story has may go on: it comes with the next part
		last := list[n-1].Last
		for n > 0 && list[n-1].Last == last {
			n--
		}
		if n > 0 {
			x = more[dispute]{list[:n], beforeLink("/conflicts", list[n-1].Last)}
		}
	}
	return "conflicts", &view{Title: "Where sources disagree", Body: x}, err
}

type problemsView struct {
	List []problem
	Next string
}

func (v *server) problems(r *http.Request) (string, *view, error) {
	const most = 200
	list, err := v.store.problems(r.Context(), r.FormValue("after"), most+1)
	x := problemsView{List: list}
	if len(list) > most {
		x.List = list[:most]
		x.Next = "/problems?after=" + url.QueryEscape(list[most-1].Place)
	}
	return "problems", &view{Title: "Problems", Body: x}, err
}
