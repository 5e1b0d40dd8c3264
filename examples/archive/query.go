package main

import (
	"context"
	"database/sql"
	"fmt"
	"strings"

	"github.com/dateline-go/dateline"
)

// perPage is how many of a list a page shows.
const perPage = 25

// A card is an article in a list.
type card struct {
	ID, Ord, Story           int64
	Headline, Source, Byline string
	Dated                    dateline.Moment
	Snippet                  []piece
	text                     string
}

const cardColumns = "a.id, a.ord, a.story, a.headline, a.source, a.byline, a.dated"

// cards reads articles; where has the rest of the query.
func (s *store) cards(ctx context.Context, where string, args ...any) ([]card, error) {
	rows, err := s.read.QueryContext(ctx, "SELECT "+cardColumns+" FROM article a "+where, args...)
	return collect(rows, err, scanCard)
}

func scanCard(rows *sql.Rows, c *card) error {
	var dated string
	err := rows.Scan(&c.ID, &c.Ord, &c.Story, &c.Headline, &c.Source, &c.Byline, &dated)
	c.Dated, _ = dateline.ParseMoment(dated)
	return err
}

// collect reads all rows, each by scan.
func collect[T any](rows *sql.Rows, err error, scan func(*sql.Rows, *T) error) ([]T, error) {
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []T
	for rows.Next() {
		var x T
		if err := scan(rows, &x); err != nil {
			return nil, err
		}
		out = append(out, x)
	}
	return out, rows.Err()
}

// A storyCard is a story in a list.
type storyCard struct {
	ID, Last          int64
	Headline          string
	Articles, Sources int
	Disputed          int
}

// Day is the day of the story's last article.
func (c storyCard) Day() string { return dayOfOrd(c.Last) }

func (s *store) stories(ctx context.Context, where string, args ...any) ([]storyCard, error) {
	rows, err := s.read.QueryContext(ctx, "SELECT id, last, headline, articles, sources, disputed FROM story "+where, args...)
	return collect(rows, err, func(rows *sql.Rows, c *storyCard) error {
		return rows.Scan(&c.ID, &c.Last, &c.Headline, &c.Articles, &c.Sources, &c.Disputed)
	})
}

// A nameCard is an actor or a place.
type nameCard struct {
	ID                              int64
	Type, Kind, Name, Note, Aliases string
	Articles                        int
	key                             string
}

func (s *store) names(ctx context.Context, where string, args ...any) ([]nameCard, error) {
	rows, err := s.read.QueryContext(ctx, "SELECT id, key, type, kind, name, note, aliases, articles FROM name "+where, args...)
	return collect(rows, err, func(rows *sql.Rows, c *nameCard) error {
		return rows.Scan(&c.ID, &c.key, &c.Type, &c.Kind, &c.Name, &c.Note, &c.Aliases, &c.Articles)
	})
}

// A line is an entry of one article in a list.
type line struct {
	Title, Kind, Status, Word, Phrase, Place, Sentence string
	Day                                                sql.NullString
	Sides                                              []sideLink
	Article                                            card
	First                                              int
	Salience                                           float64
	Also                                               []line // that other articles of the story tell in the same words
	id                                                 int64
}

// folded puts lines of one story that say the same under the first of them.
func folded(lines []line) []line {
	type saying struct {
		story                              int64
		title, status, word, phrase, place string
	}
	at := make(map[saying]int)
	var out []line
	for _, l := range lines {
		k := saying{l.Article.Story, strings.ToLower(l.Title), l.Status, l.Word, l.Phrase, l.Place}
		if i, ok := at[k]; ok {
			out[i].Also = append(out[i].Also, l)
			continue
		}
		at[k] = len(out)
		out = append(out, l)
	}
	return out
}

// A sideLink is a name with what it does in an entry.
type sideLink struct {
	ID               int64
	Role, Type, Name string
}

// lines reads entries; from has the tables and the rest of the query, in which
// e is the entry and a its article.
func (s *store) lines(ctx context.Context, from string, args ...any) ([]line, error) {
	rows, err := s.read.QueryContext(ctx, `SELECT e.id, e.title, e.kind, e.status, e.word, e.phrase, e.place, e.day, e.first, e.salience,
		CAST(substr(CAST(a.text AS BLOB), e.first + 1, e.last - e.first) AS TEXT), `+cardColumns+" FROM "+from, args...)
	out, err := collect(rows, err, func(rows *sql.Rows, l *line) error {
		var dated string
		c := &l.Article
		err := rows.Scan(&l.id, &l.Title, &l.Kind, &l.Status, &l.Word, &l.Phrase, &l.Place, &l.Day, &l.First, &l.Salience, &l.Sentence,
			&c.ID, &c.Ord, &c.Story, &c.Headline, &c.Source, &c.Byline, &dated)
		c.Dated, _ = dateline.ParseMoment(dated)
		return err
	})
	for i := range out {
		if err == nil {
			out[i].Sides, err = s.sides(ctx, out[i].id)
		}
	}
	return out, err
}

func (s *store) sides(ctx context.Context, entry int64) ([]sideLink, error) {
	rows, err := s.read.QueryContext(ctx, `SELECT n.id, p.role, n.type, n.name FROM part p JOIN name n ON n.id = p.name
		WHERE p.entry = ? ORDER BY p.role, n.id`, entry)
	return collect(rows, err, func(rows *sql.Rows, l *sideLink) error { return rows.Scan(&l.ID, &l.Role, &l.Type, &l.Name) })
}

// A remark is a statement in a list.
type remark struct {
	Stance, Status, Text string
	Article              card
}

func (s *store) remarks(ctx context.Context, name, before int64, n int) ([]remark, error) {
	rows, err := s.read.QueryContext(ctx, `SELECT s.stance, s.status, s.text, `+cardColumns+` FROM statement s JOIN article a ON a.ord = s.ord
		WHERE s.name = ? AND s.ord < ? ORDER BY s.ord DESC, s.id LIMIT ?`, name, before, n)
	return collect(rows, err, func(rows *sql.Rows, r *remark) error {
		var dated string
		c := &r.Article
		err := rows.Scan(&r.Stance, &r.Status, &r.Text, &c.ID, &c.Ord, &c.Story, &c.Headline, &c.Source, &c.Byline, &dated)
		c.Dated, _ = dateline.ParseMoment(dated)
		return err
	})
}

// A dispute is a conflict in a list.
type dispute struct {
	Story, N, Last         int64
	Title, Field, Headline string
	sides                  string
	Sides                  []side
}

// A problem is what could not be read.
type problem struct{ Place, Message string }

func (s *store) problems(ctx context.Context, after string, n int) ([]problem, error) {
	rows, err := s.read.QueryContext(ctx, "SELECT place, message FROM problem WHERE place > ? ORDER BY place LIMIT ?", after, n)
	return collect(rows, err, func(rows *sql.Rows, p *problem) error { return rows.Scan(&p.Place, &p.Message) })
}

// mostHits bounds how many names of a search are weighed against each other.
const mostHits = 2000

// searchNames finds names that have words beginning with those of q, the ones
// in most articles first.
func (s *store) searchNames(ctx context.Context, typ, q string, n int) ([]nameCard, error) {
	m := match(q, true)
	if m == "" {
		return nil, nil
	}
	// The unary plus keeps the hits first: there are fewer of them than names.
	return s.names(ctx, `WHERE id IN (SELECT rowid FROM name_words WHERE name_words MATCH ? LIMIT ?) AND +type = ? AND articles > 0
		ORDER BY +articles DESC, id LIMIT ?`, m, mostHits, typ, n)
}

// searchArticles finds articles with all words of q, the newest first, those
// before an ord.
func (s *store) searchArticles(ctx context.Context, q string, before int64, n int) ([]card, error) {
	m := match(q, false)
	if m == "" {
		return nil, nil
	}
	rows, err := s.read.QueryContext(ctx, `SELECT `+cardColumns+`, a.text FROM
		(SELECT rowid AS at FROM article_words WHERE article_words MATCH ? AND rowid < ? ORDER BY rowid DESC LIMIT ?)
		JOIN article a ON a.ord = at ORDER BY a.ord DESC`, m, before, n)
	return collect(rows, err, func(rows *sql.Rows, c *card) error {
		var dated string
		err := rows.Scan(&c.ID, &c.Ord, &c.Story, &c.Headline, &c.Source, &c.Byline, &dated, &c.text)
		c.Dated, _ = dateline.ParseMoment(dated)
		c.Snippet = snippet(c.text, queryWords(q))
		return err
	})
}

// queryWords are the words of a search, quotation marks aside.
func queryWords(q string) []string { return words(q) }

// match is q for FTS5: every word must be there; words between quotation marks
// in this order. With prefix, words need only begin so.
func match(q string, prefix bool) string {
	var out []string
	for i, part := range strings.Split(q, `"`) {
		ws := words(part)
		if len(ws) == 0 {
			continue
		}
		if i%2 == 1 {
			out = append(out, `"`+strings.Join(ws, " ")+`"`)
			continue
		}
		for _, w := range ws {
			w = `"` + w + `"`
			if prefix && len(w) > 3 {
				w += "*"
			}
			out = append(out, w)
		}
	}
	const most = 16
	return strings.Join(out[:min(len(out), most)], " ")
}

// dayOfOrd is the day at a place in the order of publication, or "".
func dayOfOrd(ord int64) string {
	if ord>>ordShift == 0 {
		return ""
	}
	return unixDay(ord >> ordShift)
}

func unixDay(seconds int64) string {
	y, m, d := dateline.MomentOf(timeUnix(seconds)).Date()
	return fmt.Sprintf("%04d-%02d-%02d", y, m, d)
}
