package dateline

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/dateline-go/dateline/internal/columns"
)

// Schema is the version of the JSON forms of Document, Timeline and
// TimelineBuilder, which stands in each of them as "schema". A version that
// only adds members keeps the number.
const Schema = 1

// A SchemaError tells that JSON is not of a form that this version reads.
type SchemaError struct {
	// What is "Document", "Timeline" or "TimelineBuilder".
	What string
	// Got is the version that the JSON tells; 0 if it tells none, as any
	// object that was made by something else.
	Got int
}

// Error tells what was read and which version it has.
func (e *SchemaError) Error() string {
	if e.Got == 0 {
		return fmt.Sprintf("dateline: JSON of a %s has no \"schema\"", e.What)
	}
	return fmt.Sprintf("dateline: JSON of a %s has schema %d, this version reads %d", e.What, e.Got, Schema)
}

// readJSON reads data into v, whose schema is got: once, for it is most of the
// work. Only where something is wrong is the schema looked for first, since JSON
// of another one may be of any form.
func readJSON(what string, data []byte, v any, got *int) error {
	err := json.Unmarshal(data, v)
	if err == nil && *got == Schema {
		return nil
	}
	var x struct {
		Schema int `json:"schema"`
	}
	if err := json.Unmarshal(data, &x); err != nil {
		return err
	}
	if x.Schema != Schema {
		return &SchemaError{what, x.Schema}
	}
	return err
}

// plainDocument and its like have the fields alone: no methods.
type (
	plainDocument Document
	plainTimeline Timeline
)

// MarshalJSON writes the Document with the version of its schema.
func (d Document) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		Schema int `json:"schema"`
		plainDocument
	}{Schema, plainDocument(d)})
}

// UnmarshalJSON reads what MarshalJSON wrote. JSON of another schema, or of
// none, is a *SchemaError.
func (d *Document) UnmarshalJSON(data []byte) error {
	var p struct {
		Schema int `json:"schema"`
		plainDocument
	}
	if err := readJSON("Document", data, &p, &p.Schema); err != nil {
		return err
	}
	*d = Document(p.plainDocument)
	return nil
}

// MarshalJSON writes the Timeline with the version of its schema.
func (t Timeline) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		Schema int `json:"schema"`
		plainTimeline
	}{Schema, plainTimeline(t)})
}

// UnmarshalJSON reads what MarshalJSON wrote. JSON of another schema, or of
// none, is a *SchemaError.
func (t *Timeline) UnmarshalJSON(data []byte) error {
	var p struct {
		Schema int `json:"schema"`
		plainTimeline
	}
	if err := readJSON("Timeline", data, &p, &p.Schema); err != nil {
		return err
	}
	*t = Timeline(p.plainTimeline)
	return nil
}

// The binary form is this line, the SHA-256 of all that follows it, and the
// JSON as package columns packs it.
const binaryMagic = "dateline binary 3\n"

// MaxBinaryBytes is how large the JSON inside a binary form may be, or, if that
// is more, 64 times its compressed form, which JSON of real articles never is.
// A larger one is neither written nor read: a small file can claim to hold a
// large one, but a large one may be as large as it is.
const MaxBinaryBytes = 256 << 20

// usualRatio is how many times its compressed form JSON of ours is, at most.
const usualRatio = 64

// maxJSON is how large JSON may be whose compressed form has so many bytes.
func maxJSON(compressed int) uint64 {
	return min(max(MaxBinaryBytes, usualRatio*uint64(compressed)), math.MaxInt)
}

func packJSON(v any) ([]byte, error) {
	text, err := json.Marshal(v)
	if err != nil {
		return nil, err
	}
	const head = len(binaryMagic) + sha256.Size
	out, err := columns.Append(make([]byte, head, head+len(text)/6), text)
	if err != nil {
		return nil, fmt.Errorf("dateline: binary form: %w", err)
	}
	if most := maxJSON(len(out) - head); uint64(len(text)) > most {
		return nil, fmt.Errorf("%w for the binary form: %d bytes of JSON, the limit is %d", ErrTooLarge, len(text), most)
	}
	sum := sha256.Sum256(out[head:])
	copy(out[copy(out, binaryMagic):], sum[:])
	return out, nil
}

func unpackJSON(data []byte, v json.Unmarshaler) error {
	rest, ok := bytes.CutPrefix(data, []byte(binaryMagic))
	if !ok || len(rest) < sha256.Size {
		return errors.New("dateline: not a binary form")
	}
	body := rest[sha256.Size:]
	if sha256.Sum256(body) != [sha256.Size]byte(rest[:sha256.Size]) {
		return errors.New("dateline: binary form: its sum is wrong: it was cut, or changed")
	}
	text, err := columns.Read(body, maxJSON(len(body)))
	if errors.Is(err, columns.ErrTooLarge) {
		return fmt.Errorf("%w: binary form: %w", ErrTooLarge, err)
	}
	if err == nil {
		err = v.UnmarshalJSON(text)
	}
	if err != nil {
		return fmt.Errorf("dateline: binary form: %w", err)
	}
	return nil
}

// MarshalBinary writes a compact form with a checksum. It is what
// encoding/gob writes, too.
func (t *Timeline) MarshalBinary() ([]byte, error) { return packJSON(t) }

// UnmarshalBinary reads what MarshalBinary wrote, in place of what t had.
func (t *Timeline) UnmarshalBinary(data []byte) error { return unpackJSON(data, t) }

// MarshalBinary writes a compact form with a checksum. It is what
// encoding/gob writes, too.
func (b *TimelineBuilder) MarshalBinary() ([]byte, error) { return packJSON(b) }

// UnmarshalBinary reads what MarshalBinary wrote, in place of what b had.
func (b *TimelineBuilder) UnmarshalBinary(data []byte) error { return unpackJSON(data, b) }

// MarshalBinary writes a compact form with a checksum. It is what
// encoding/gob writes, too.
func (d *Document) MarshalBinary() ([]byte, error) { return packJSON(d) }

// UnmarshalBinary reads what MarshalBinary wrote, in place of what d had.
func (d *Document) UnmarshalBinary(data []byte) error { return unpackJSON(data, d) }

// AppendText appends what String gives.
func (p Moment) AppendText(b []byte) ([]byte, error) { return append(b, p.String()...), nil }

// MarshalBinary writes what String gives: for encoding/gob.
func (p Moment) MarshalBinary() ([]byte, error) { return p.MarshalText() }

// UnmarshalBinary reads what MarshalBinary writes.
func (p *Moment) UnmarshalBinary(b []byte) error { return p.UnmarshalText(b) }

// AppendText appends what String gives.
func (w When) AppendText(b []byte) ([]byte, error) { return append(b, w.String()...), nil }

// MarshalBinary writes what String gives: for encoding/gob.
func (w When) MarshalBinary() ([]byte, error) { return w.MarshalText() }

// UnmarshalBinary reads what MarshalBinary writes.
func (w *When) UnmarshalBinary(b []byte) error { return w.UnmarshalText(b) }

// OffsetUnit is what offsets into a text count.
type OffsetUnit string

// The units of offsets.
const (
	OffsetBytes OffsetUnit = "bytes" // of UTF-8: Go, Rust, C
	OffsetRunes OffsetUnit = "runes" // Unicode characters: Python
	OffsetUTF16 OffsetUnit = "utf16" // UTF-16 units: JavaScript, Java, C#
)

// PortableJSON is the Document's JSON for readers in other languages: every
// span of the text counts in the unit and has the words that stand there as
// its "text", and "offsets" names the unit. Spans of Article.Page's page stay
// as they are. It is not read back.
func (d *Document) PortableJSON(unit OffsetUnit) ([]byte, error) {
	text := d.Article.Text
	at := make([]int, len(text)+1) // byte to unit
	n := 0
	for i, r := range text {
		at[i] = n
		switch unit {
		case OffsetBytes:
			n = i + utf8.RuneLen(r)
		case OffsetRunes:
			n++
		case OffsetUTF16:
			n += utf16.RuneLen(r)
		default:
			return nil, fmt.Errorf("dateline: no unit of offsets %q", unit)
		}
	}
	at[len(text)] = n
	data, err := json.Marshal(d)
	if err != nil {
		return nil, err
	}
	var tree map[string]any
	if err := json.Unmarshal(data, &tree); err != nil {
		return nil, err
	}
	tree["offsets"] = unit
	widen(tree, func(s Span) (int, int, string, bool) {
		if s.Start < 0 || s.End > len(text) || s.Start > s.End {
			return 0, 0, "", false
		}
		return at[s.Start], at[s.End], text[s.Start:s.End], true
	})
	return json.Marshal(tree)
}

// widen gives every object that is a span, with "start" and "end" and nothing
// else, what f makes of it.
func widen(tree any, f func(Span) (start, end int, text string, ok bool)) {
	switch x := tree.(type) {
	case []any:
		for _, v := range x {
			widen(v, f)
		}
	case map[string]any:
		start, ok1 := x["start"].(float64)
		end, ok2 := x["end"].(float64)
		if ok1 && ok2 && len(x) == 2 {
			if a, b, text, ok := f(Span{int(start), int(end)}); ok {
				x["start"], x["end"], x["text"] = a, b, text
			}
			return
		}
		for k, v := range x {
			if _, ok := v.(map[string]any); ok && k == "page" {
				continue // a span of the page
			}
			widen(v, f)
		}
	}
}
