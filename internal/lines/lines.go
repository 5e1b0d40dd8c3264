// Package lines reads lists of a user's own, as CSV or as JSON lines, with one
// policy for all of them: columns in any order, no unknown ones, wrong lines
// left out and told of, and the rest read.
package lines

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
)

// MaxErrors is how many wrong lines are told of before reading stops.
const MaxErrors = 20

// An Error is what is wrong with one line.
type Error struct {
	Line   int    // from 1
	Column string // name of the column or the member; empty if it is the whole line
	Msg    string
}

// Error tells the line, the column and what is wrong.
func (e *Error) Error() string {
	if e.Column == "" {
		return fmt.Sprintf("line %d: %s", e.Line, e.Msg)
	}
	return fmt.Sprintf("line %d: %s: %s", e.Line, e.Column, e.Msg)
}

// Wrong tells what is wrong with a column of a line whose number the reader sets.
func Wrong(column, format string, args ...any) *Error {
	return &Error{Column: column, Msg: fmt.Sprintf(format, args...)}
}

// A Form is how a column's value is written.
type Form uint8

// The forms. In CSV all are text; lists and pairs have semicolons between
// their parts, and pairs a colon between name and value.
const (
	Text   Form = iota // JSON: a string
	Number             // JSON: a number
	Bool               // JSON: true or false
	List               // JSON: an array of strings
	Pairs              // JSON: an object of strings
)

var formNames = [...]string{"string", "number", "bool", "array of strings", "object of strings"}

// A Column is a column of CSV and a member of JSON.
type Column struct {
	Name string
	Form Form
	Must bool // it has to be there
}

// A Row is the values of one line, by the place of the column in the list of
// columns: one value or none of a column of one, the parts of lists and pairs.
type Row [][]string

// Value is the value of column i, or "".
func (r Row) Value(i int) string {
	if len(r[i]) == 0 {
		return ""
	}
	return r[i][0]
}

// CSV reads comma-separated lines (RFC 4180) in UTF-8, of which the first
// names the columns, and calls add for each. Lines that begin with # are for
// readers. An error of the heading ends it; what add finds wrong does not.
// Rows are not kept: their strings are the caller's, the slices are not.
func CSV(r io.Reader, columns []Column, add func(Row) *Error) error {
	c := csv.NewReader(bufio.NewReaderSize(r, 1<<16))
	c.ReuseRecord, c.TrimLeadingSpace, c.Comment = true, true, '#'
	at, err := heading(c, columns)
	if err != nil {
		return err
	}
	row := make(Row, len(columns))
	var errs []error
	for len(errs) < MaxErrors {
		rec, err := c.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			errs = append(errs, csvError(err))
			if !errors.Is(err, csv.ErrFieldCount) {
				break
			}
			continue
		}
		for k := range row {
			row[k] = row[k][:0]
			if at[k] < 0 {
				continue
			}
			parts := []string{rec[at[k]]}
			if f := columns[k].Form; f == List || f == Pairs {
				parts = strings.Split(rec[at[k]], ";")
			}
			for _, s := range parts {
				if s = strings.TrimSpace(s); s != "" {
					row[k] = append(row[k], strings.Clone(s))
				}
			}
		}
		if e := add(row); e != nil {
			e.Line = lineOf(c, at, columns, e.Column)
			errs = append(errs, e)
		}
	}
	return errors.Join(errs...)
}

// lineOf is the line of a column of the record last read: a record may have several.
func lineOf(c *csv.Reader, at []int, columns []Column, column string) int {
	i := 0
	if k := slices.IndexFunc(columns, func(x Column) bool { return x.Name == column }); k >= 0 && at[k] >= 0 {
		i = at[k]
	}
	line, _ := c.FieldPos(i)
	return line
}

// heading reads the names of the columns: where each of columns stands, or -1.
func heading(c *csv.Reader, columns []Column) ([]int, error) {
	head, err := c.Read()
	if errors.Is(err, io.EOF) {
		return nil, &Error{1, "", "no line with the names of the columns"}
	}
	if err != nil {
		return nil, csvError(err)
	}
	at := slices.Repeat([]int{-1}, len(columns))
	for i, h := range head {
		h = strings.ToLower(strings.TrimPrefix(strings.TrimSpace(h), "\ufeff"))
		k := slices.IndexFunc(columns, func(x Column) bool { return x.Name == h })
		if k < 0 {
			return nil, &Error{1, h, "unknown column"}
		}
		if at[k] >= 0 {
			return nil, &Error{1, h, "stands twice"}
		}
		at[k] = i
	}
	for k := range columns {
		if columns[k].Must && at[k] < 0 {
			return nil, &Error{1, columns[k].Name, "no such column"}
		}
	}
	return at, nil
}

func csvError(err error) error {
	var p *csv.ParseError
	if errors.As(err, &p) {
		return &Error{p.Line, "", p.Err.Error()}
	}
	return err
}

// JSON is CSV for JSON lines: one object a line, with the columns as members.
func JSON(r io.Reader, columns []Column, add func(Row) *Error) error {
	sc := bufio.NewScanner(r)
	sc.Buffer(make([]byte, 1<<16), 1<<20)
	row := make(Row, len(columns))
	var errs []error
	line := 0
	for len(errs) < MaxErrors && sc.Scan() {
		line++
		raw := bytes.TrimSpace(bytes.TrimPrefix(sc.Bytes(), []byte("\ufeff")))
		if len(raw) == 0 {
			continue
		}
		e := members(raw, columns, row)
		if e == nil {
			e = add(row)
		}
		if e != nil {
			e.Line = line
			errs = append(errs, e)
		}
	}
	if err := sc.Err(); err != nil {
		errs = append(errs, &Error{line + 1, "", err.Error()})
	}
	return errors.Join(errs...)
}

// members fills row from an object.
func members(raw []byte, columns []Column, row Row) *Error {
	var all map[string]json.RawMessage
	if err := json.Unmarshal(raw, &all); err != nil {
		return &Error{Msg: err.Error()}
	}
	for _, name := range slices.Sorted(maps.Keys(all)) {
		if !slices.ContainsFunc(columns, func(c Column) bool { return c.Name == name }) {
			return Wrong(name, "unknown member")
		}
	}
	for k, c := range columns {
		row[k] = nil
		v, ok := all[c.Name]
		if !ok || string(v) == "null" {
			if c.Must {
				return Wrong(c.Name, "is not there")
			}
			continue
		}
		if row[k], ok = values(v, c.Form); !ok {
			return Wrong(c.Name, "is no %s", formNames[c.Form])
		}
	}
	return nil
}

// values are the parts of a member, and whether it has the form.
func values(raw json.RawMessage, f Form) ([]string, bool) {
	one := func(s string) []string {
		if s = strings.TrimSpace(s); s == "" {
			return nil
		}
		return []string{s}
	}
	switch f {
	case List:
		var list []string
		ok := json.Unmarshal(raw, &list) == nil
		var out []string
		for _, s := range list {
			out = append(out, one(s)...)
		}
		return out, ok
	case Pairs:
		var pairs map[string]string
		ok := json.Unmarshal(raw, &pairs) == nil
		var out []string
		for _, name := range slices.Sorted(maps.Keys(pairs)) {
			out = append(out, name+":"+pairs[name])
		}
		return out, ok
	case Number:
		var n json.Number
		ok := raw[0] != '"' && json.Unmarshal(raw, &n) == nil
		return one(n.String()), ok
	case Bool:
		var b bool
		ok := json.Unmarshal(raw, &b) == nil
		return one(fmt.Sprint(b)), ok
	}
	var s string
	ok := json.Unmarshal(raw, &s) == nil
	return one(s), ok
}
