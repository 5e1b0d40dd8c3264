package main

import (
	"context"
	"database/sql"
	_ "embed"
	"errors"
	"fmt"
	"net/url"
	"time"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

//go:embed schema.sql
var schema string

// schemaVersion stands in the database as its user_version.
const schemaVersion = 1

// A store is the archive's database. One connection writes; the others read
// what was last committed, whatever the writer is doing.
type store struct {
	read, write *sql.DB
	file        string
	wait        time.Duration
}

// openStore opens or makes the archive in file. A write waits that long for
// another program that holds the lock.
func openStore(file string, wait time.Duration) (*store, error) {
	s := &store{file: file, wait: wait}
	dsn := func(extra string) string {
		u := url.URL{Scheme: "file", Opaque: url.PathEscape(file)}
		return u.String() + fmt.Sprintf("?_pragma=busy_timeout(%d)&_pragma=journal_mode(WAL)&_pragma=synchronous(FULL)"+
			"&_pragma=cache_size(-32000)&_pragma=mmap_size(1073741824)", wait.Milliseconds()) + extra
	}
	var err error
	if s.write, err = sql.Open("sqlite", dsn("&_txlock=immediate")); err != nil {
		return nil, err
	}
	s.write.SetMaxOpenConns(1)
	if err := s.migrate(); err != nil {
		s.write.Close()
		return nil, s.explain(err)
	}
	if s.read, err = sql.Open("sqlite", dsn("&_pragma=query_only(1)")); err != nil {
		s.write.Close()
		return nil, err
	}
	s.read.SetMaxOpenConns(8)
	return s, nil
}

func (s *store) migrate() error {
	var v int
	if err := s.write.QueryRow("PRAGMA user_version").Scan(&v); err != nil {
		return err
	}
	switch v {
	case schemaVersion:
		return nil
	case 0:
		return s.tx(context.Background(), func(tx *sql.Tx) error {
			// Another program may have made it since.
			if err := tx.QueryRow("PRAGMA user_version").Scan(&v); err != nil || v == schemaVersion {
				return err
			}
			_, err := tx.Exec(schema + fmt.Sprintf("PRAGMA user_version = %d", schemaVersion))
			return err
		})
	}
	return fmt.Errorf("%s has schema %d, and this program reads %d", s.file, v, schemaVersion)
}

// tx does f in one transaction: all of it or nothing.
func (s *store) tx(ctx context.Context, f func(tx *sql.Tx) error) error {
	tx, err := s.write.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	if err := f(tx); err != nil {
		return errors.Join(err, tx.Rollback())
	}
	return tx.Commit()
}

func (s *store) Close() error { return errors.Join(s.read.Close(), s.write.Close()) }

// explain says what a person can do about an error of the database.
func (s *store) explain(err error) error {
	var e *sqlite.Error
	if !errors.As(err, &e) {
		return err
	}
	const kept = "what was stored before is kept, and the same command goes on from there"
	switch e.Code() & 0xff {
	case sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED:
		return fmt.Errorf("%s is locked by another program (waited %v): %s: %w", s.file, s.wait, kept, err)
	case sqlite3.SQLITE_FULL:
		return fmt.Errorf("no space left for %s: %s: %w", s.file, kept, err)
	case sqlite3.SQLITE_IOERR, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN:
		return fmt.Errorf("%s cannot be written: %s: %w", s.file, kept, err)
	case sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB:
		return fmt.Errorf("%s is no archive, or is damaged: %w", s.file, err)
	}
	return err
}

// ofArticle reports whether an error lies in the article, not in the database:
// the next one may well be stored.
func ofArticle(err error) bool {
	var e *sqlite.Error
	if !errors.As(err, &e) {
		return false
	}
	c := e.Code() & 0xff
	return c == sqlite3.SQLITE_CONSTRAINT || c == sqlite3.SQLITE_TOOBIG || c == sqlite3.SQLITE_MISMATCH
}
