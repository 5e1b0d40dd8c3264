package main

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"runtime"
	"strings"
	"sync"

	"github.com/dateline-go/dateline"
)

// refresh builds the timelines of the stories whose articles have changed, a
// few in each transaction. What a kill leaves over, the next import builds.
func (im *importer) refresh(ctx context.Context) error {
	var n int64
	if err := im.store.read.QueryRowContext(ctx, "SELECT count(*) FROM story WHERE built < revision").Scan(&n); err != nil || n == 0 {
		return err
	}
	bar := im.bar(n, "stories")
	for {
		ids, err := numbers(im.store.read.QueryContext(ctx, "SELECT id FROM story WHERE built < revision ORDER BY id LIMIT 64"))
		if err != nil || len(ids) == 0 {
			return errors.Join(err, bar.Finish())
		}
		built := make([]builtStory, len(ids))
		var hands sync.WaitGroup
		next := make(chan int)
		for range runtime.GOMAXPROCS(0) {
			hands.Go(func() {
				for i := range next {
					built[i].err = built[i].build(ctx, im.store.read, ids[i])
				}
			})
		}
		for i := range ids {
			next <- i
		}
		close(next)
		hands.Wait()
		err = im.store.tx(ctx, func(tx *sql.Tx) error {
			w := newWriter(tx, nil)
			for i := range built {
				if err := errors.Join(built[i].err, built[i].save(w)); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			return err
		}
		_ = bar.Add(len(ids)) // only drawing can fail
	}
}

// A builtStory is a story with the timeline of its present versions.
type builtStory struct {
	id, revision, last int64
	timeline           *dateline.Timeline
	data               []byte
	err                error
}

// build reads the story and makes its timeline in one view of the database.
func (b *builtStory) build(ctx context.Context, db *sql.DB, id int64) error {
	tx, err := db.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return err
	}
	defer tx.Rollback()
	b.id = id
	if err := tx.QueryRow("SELECT revision, last FROM story WHERE id = ?", id).Scan(&b.revision, &b.last); err != nil {
		return err
	}
	if b.timeline, err = merge(tx.Query("SELECT document FROM article WHERE story = ? ORDER BY ord", id)); err != nil {
		return err
	}
	b.data, err = b.timeline.MarshalBinary()
	return err
}

// merge is the timeline of documents.
func merge(rows *sql.Rows, err error) (*dateline.Timeline, error) {
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var all dateline.TimelineBuilder
	for rows.Next() {
		var data sql.RawBytes
		if err := rows.Scan(&data); err != nil {
			return nil, err
		}
		var d dateline.Document
		if err := d.UnmarshalBinary(data); err != nil {
			return nil, err
		}
		all.Add(&d)
	}
	return all.Timeline(), rows.Err()
}

func (b *builtStory) save(w *writer) error {
	err := w.exec("DELETE FROM conflict WHERE story = ?", b.id)
	if err != nil {
		return err
	}
	n := 0
	for i := range b.timeline.Entries {
		e := &b.timeline.Entries[i]
		for j := range e.Conflicts {
			c := &e.Conflicts[j]
			sides, err := json.Marshal(sidesOf(e, c))
			if err != nil {
				return err
			}
			n++
			err = w.exec("INSERT INTO conflict (story, n, last, title, field, sides) VALUES (?, ?, ?, ?, ?, ?)",
				b.id, n, b.last, e.Title, string(c.Field), string(sides))
			if err != nil {
				return err
			}
		}
	}
	// An article may have come in since: then the story stays stale.
	return w.exec("UPDATE story SET built = ?, disputed = ?, timeline = ? WHERE id = ?", b.revision, n, b.data, b.id)
}

// A side is one answer of a conflict, with who gives it.
type side struct {
	Value   string
	Sources []string
}

func sidesOf(e *dateline.Entry, c *dateline.Conflict) []side {
	var out []side
	for _, s := range c.Sides {
		x := side{Value: s.Value}
		if c.Field == dateline.ConflictWhen {
			if w, err := dateline.ParseEDTF(s.Value); err == nil && !w.IsZero() {
				x.Value = w.Phrase()
			}
		}
		if c.Field == dateline.ConflictCount { // "14 (patient)"
			x.Value, _, _ = strings.Cut(x.Value, " (")
		}
		for _, i := range s.Reports {
			r := &e.Reports[i]
			who := strings.TrimSpace(r.Publisher)
			if who == "" {
				who = r.Article
			}
			if len(x.Sources) == 0 || x.Sources[len(x.Sources)-1] != who {
				x.Sources = append(x.Sources, who)
			}
		}
		out = append(out, x)
	}
	return out
}
