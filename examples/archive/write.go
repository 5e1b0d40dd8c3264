package main

import (
	"database/sql"
	"errors"
	"slices"
	"strings"

	"github.com/dateline-go/dateline"
)

// A writer stores articles in one transaction.
type writer struct {
	tx    *sql.Tx
	stmts map[string]*sql.Stmt
	names map[string]knownName // of the whole run
}

type knownName struct {
	id      int64
	aliases string
}

func newWriter(tx *sql.Tx, names map[string]knownName) *writer {
	return &writer{tx, make(map[string]*sql.Stmt), names}
}

func (w *writer) stmt(query string) (*sql.Stmt, error) {
	if s := w.stmts[query]; s != nil {
		return s, nil
	}
	s, err := w.tx.Prepare(query)
	w.stmts[query] = s
	return s, err
}

func (w *writer) exec(query string, args ...any) error {
	_, err := w.insert(query, args...)
	return err
}

// insert is exec that tells the new row's number.
func (w *writer) insert(query string, args ...any) (int64, error) {
	s, err := w.stmt(query)
	if err != nil {
		return 0, err
	}
	r, err := s.Exec(args...)
	if err != nil {
		return 0, err
	}
	return r.LastInsertId()
}

// get reads one row; without any it leaves into as it is and gives false.
func (w *writer) get(query string, args []any, into ...any) (bool, error) {
	s, err := w.stmt(query)
	if err != nil {
		return false, err
	}
	err = s.QueryRow(args...).Scan(into...)
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	return err == nil, err
}

// each reads all rows of one number each.
func (w *writer) each(query string, args ...any) ([]int64, error) {
	s, err := w.stmt(query)
	if err != nil {
		return nil, err
	}
	return numbers(s.Query(args...))
}

func numbers(rows *sql.Rows, err error) ([]int64, error) {
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []int64
	for rows.Next() {
		var n int64
		if err := rows.Scan(&n); err != nil {
			return nil, err
		}
		out = append(out, n)
	}
	return out, rows.Err()
}

// whole does f, or nothing of it if it fails.
func (w *writer) whole(f func() (outcome, error)) (outcome, error) {
	if err := w.exec("SAVEPOINT article"); err != nil {
		return 0, err
	}
	o, err := f()
	if err != nil {
		clear(w.names) // some of them may be gone
		return 0, errors.Join(err, w.exec("ROLLBACK TO article"), w.exec("RELEASE article"))
	}
	return o, w.exec("RELEASE article")
}

// An outcome is what became of a found article.
type outcome int

const (
	outcomeNew       outcome = iota
	outcomeCorrected         // in place of an earlier version
	outcomeSame              // it was there
	outcomeOlder             // not dated later than the version that is there
	outcomeProblem
)

// A stored article, as far as a writer needs it.
type stored struct {
	id, ord, story int64
	hash           []byte
	dated          dateline.Moment
	teaser         bool
	versions       int
}

const storedByKey = `SELECT a.id, a.ord, a.story, a.hash, a.dated, a.teaser, a.versions
	FROM key k JOIN article a ON a.id = k.article WHERE k.key = ?`

func scanStored(row *sql.Row) (*stored, error) {
	var s stored
	var dated string
	if err := row.Scan(&s.id, &s.ord, &s.story, &s.hash, &dated, &s.teaser, &s.versions); err != nil {
		return nil, err
	}
	s.dated, _ = dateline.ParseMoment(dated)
	return &s, nil
}

// judge tells what f is beside the version that is stored. A teaser gives way
// to a whole article whatever their dates, and never takes its place.
func (s *stored) judge(f *found) outcome {
	switch {
	case slices.Equal(s.hash, f.hash()):
		return outcomeSame
	case s.teaser != f.Teaser && f.Teaser:
		return outcomeSame
	case s.teaser && !f.Teaser, f.dated().Compare(s.dated) > 0:
		return outcomeCorrected
	}
	return outcomeOlder
}

func (w *writer) find(keys []string) (*stored, error) {
	st, err := w.stmt(storedByKey)
	if err != nil {
		return nil, err
	}
	for _, k := range keys {
		s, err := scanStored(st.QueryRow(k))
		if err == nil || !errors.Is(err, sql.ErrNoRows) {
			return s, err
		}
	}
	return nil, nil
}

// put stores f and what was found in it.
func (w *writer) put(f *found, r *rows) (outcome, error) {
	old, err := w.find(f.Keys)
	if err != nil {
		return 0, err
	}
	if old != nil {
		if o := old.judge(f); o != outcomeCorrected {
			return o, w.keys(f.Keys, old.id)
		}
	}
	ord, err := w.place(f.dated())
	if err != nil {
		return 0, err
	}
	if old != nil {
		if err := w.retire(old); err != nil {
			return 0, err
		}
	}
	if err := w.rows(f, r, ord); err != nil {
		return 0, err
	}
	columns := []any{ord, f.URL, f.Source, f.Headline, f.Byline, f.Published.String(), f.dated().String(),
		f.Teaser, f.hash(), f.Text, r.document}
	if old != nil {
		err := w.exec(`UPDATE article SET ord = ?, url = ?, source = ?, headline = ?, byline = ?, published = ?, dated = ?, teaser = ?,
			hash = ?, text = ?, document = ?, versions = versions + 1 WHERE id = ?`, append(columns, old.id)...)
		if err != nil {
			return 0, err
		}
		return outcomeCorrected, errors.Join(w.keys(f.Keys, old.id), w.touch(old.story))
	}
	story, err := w.story(r.lead, ord)
	if err != nil {
		return 0, err
	}
	id, err := w.insert(`INSERT INTO article (ord, url, source, headline, byline, published, dated, teaser, hash, text, document, story, key)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`, append(columns, story, f.Keys[0])...)
	if err != nil {
		return 0, err
	}
	return outcomeNew, errors.Join(w.keys(f.Keys, id), w.touch(story))
}

func (w *writer) keys(keys []string, article int64) error {
	for _, k := range keys {
		if err := w.exec("INSERT OR IGNORE INTO key (key, article) VALUES (?, ?)", k, article); err != nil {
			return err
		}
	}
	return nil
}

// ordShift leaves room for a million articles of one second.
const ordShift = 20

// ordOf is where the order of publication reaches m.
func ordOf(m dateline.Moment) int64 {
	if m.IsZero() {
		return 0
	}
	return m.Time().Unix() << ordShift
}

// place is the next free place in the order of publication at m.
func (w *writer) place(m dateline.Moment) (int64, error) {
	base := ordOf(m)
	var last sql.NullInt64
	_, err := w.get("SELECT max(ord) FROM article WHERE ord >= ? AND ord < ?", []any{base, base + 1<<ordShift}, &last)
	if last.Valid {
		return last.Int64 + 1, err
	}
	return base, err
}

// retire keeps a version that is replaced, and takes its rows out.
func (w *writer) retire(s *stored) error {
	err := w.exec(`INSERT INTO earlier (article, version, headline, published, dated, text, document)
		SELECT id, versions, headline, published, dated, text, document FROM article WHERE id = ?`, s.id)
	if err != nil {
		return err
	}
	names, err := w.each("SELECT name FROM mention WHERE ord = ?", s.ord)
	if err != nil {
		return err
	}
	for _, n := range names {
		err := errors.Join(w.exec("DELETE FROM part WHERE name = ? AND ord = ?", n, s.ord),
			w.exec("UPDATE name SET articles = articles - 1 WHERE id = ?", n))
		if err != nil {
			return err
		}
	}
	for _, table := range []string{"mention", "entry", "statement", "lead"} {
		if err := w.exec("DELETE FROM "+table+" WHERE ord = ?", s.ord); err != nil {
			return err
		}
	}
	return w.exec("DELETE FROM article_words WHERE rowid = ?", s.ord)
}

// rows stores what the pages list of one version.
func (w *writer) rows(f *found, r *rows, ord int64) error {
	ids := make([]int64, len(r.names))
	for i := range r.names {
		var err error
		if ids[i], err = w.name(&r.names[i]); err != nil {
			return err
		}
		err = errors.Join(w.exec("INSERT INTO mention (name, ord) VALUES (?, ?)", ids[i], ord),
			w.exec("UPDATE name SET articles = articles + 1 WHERE id = ?", ids[i]))
		if err != nil {
			return err
		}
	}
	for i := range r.entries {
		if err := w.entry(&r.entries[i], ord, i, ids); err != nil {
			return err
		}
	}
	for _, s := range r.statements {
		err := w.exec("INSERT INTO statement (ord, name, stance, status, text) VALUES (?, ?, ?, ?, ?)",
			ord, ids[s.name], s.stance, s.status, s.text)
		if err != nil {
			return err
		}
	}
	for _, l := range r.lead {
		if err := w.exec("INSERT INTO lead (word, ord) VALUES (?, ?)", l, ord); err != nil {
			return err
		}
	}
	return w.exec("INSERT INTO article_words (rowid, headline, text) VALUES (?, ?, ?)", ord, f.Headline, f.Text)
}

func (w *writer) entry(e *entryRow, ord int64, n int, ids []int64) error {
	day := sql.NullString{String: e.day, Valid: e.day != ""}
	id, err := w.insert(`INSERT INTO entry (ord, n, title, kind, status, word, day, phrase, place, salience, first, last)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		ord, n, e.title, e.kind, e.status, e.word, day, e.phrase, e.place, e.salience, e.sentence.Start, e.sentence.End)
	if err != nil {
		return err
	}
	for _, p := range e.parts {
		err := w.exec("INSERT OR IGNORE INTO part (name, ord, entry, role) VALUES (?, ?, ?, ?)", ids[p.name], ord, id, p.role)
		if err != nil {
			return err
		}
	}
	return nil
}

// mostAliases bounds how many other names of one actor are searched.
const mostAliases = 12

// name is the number of an actor or a place.
func (w *writer) name(n *nameRow) (int64, error) {
	k, ok := w.names[n.key]
	if !ok {
		var err error
		if ok, err = w.get("SELECT id, aliases FROM name WHERE key = ?", []any{n.key}, &k.id, &k.aliases); err != nil {
			return 0, err
		}
	}
	aliases := k.aliases
	for _, a := range n.aliases {
		if list := strings.Split(aliases, "; "); aliases == "" {
			aliases = a
		} else if len(list) < mostAliases && !slices.Contains(list, a) {
			aliases += "; " + a
		}
	}
	var err error
	switch {
	case !ok:
		k.id, err = w.insert("INSERT INTO name (key, type, kind, name, note, aliases) VALUES (?, ?, ?, ?, ?, ?)",
			n.key, n.typ, n.kind, n.name, n.note, aliases)
		if err == nil {
			err = w.exec("INSERT INTO name_words (rowid, name, aliases) VALUES (?, ?, ?)", k.id, n.name, aliases)
		}
	case aliases != k.aliases:
		err = errors.Join(w.exec("UPDATE name SET aliases = ? WHERE id = ?", aliases, k.id),
			w.exec("UPDATE name_words SET name = (SELECT name FROM name WHERE id = ?1), aliases = ?2 WHERE rowid = ?1", k.id, aliases))
	}
	k.aliases = aliases
	w.names[n.key] = k
	return k.id, err
}

func (w *writer) problem(place, message string) error {
	return w.exec("INSERT INTO problem (place, message) VALUES (?1, ?2) ON CONFLICT (place) DO UPDATE SET message = ?2", place, message)
}
