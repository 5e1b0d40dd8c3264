package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"compress/zlib"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"mime"
	"net/http"
	"strings"

	"github.com/nlnwa/gowarc/v3"

	"github.com/dateline-go/dateline"
)

// readWARC reads the pages of a web archive, packed or not. When a page does
// not date itself, it is known from the day on which it was saved.
func readWARC(_ context.Context, in input, o *options) iter.Seq[found] {
	return func(yield func(found) bool) {
		r, err := gowarc.NewWarcFileReader(in.name, 0, gowarc.WithSkipParseBlock())
		if err != nil {
			yield(found{Where: in.name, Err: err})
			return
		}
		defer r.Close()
		var behind int64 // bytes of records without articles
		n := 0
		for rec, err := range r.Records() {
			if err != nil {
				yield(found{Where: fmt.Sprintf("%s at byte %d", in.name, rec.Offset), Err: err, Size: max(0, in.size-rec.Offset)})
				return
			}
			f, ok := record(in.name, &rec, o)
			if ok || rec.WarcRecord.Type() != 0 {
				n++
			}
			behind += rec.Size
			if errClose := rec.Close(); ok && f.Err == nil && errClose != nil {
				f.Err = errClose
			}
			if !ok {
				continue
			}
			f.Size, behind = behind, 0
			if !yield(f) {
				return
			}
		}
		if n == 0 {
			yield(found{Where: in.name, Err: errors.New("there is no WARC record in it"), Size: in.size})
		}
	}
}

// record is the page in a record, if it is a response with one.
func record(file string, rec *gowarc.Record, o *options) (found, bool) {
	h := rec.WarcRecord.WarcHeader()
	address := strings.Trim(h.Get("WARC-Target-URI"), "<>")
	f := found{Where: fmt.Sprintf("%s at byte %d, %s", file, rec.Offset, address)}
	for _, err := range rec.Validation {
		var short *gowarc.ContentLengthError
		if errors.As(err, &short) {
			f.Err = err
			return f, true
		}
	}
	kind := rec.WarcRecord.Type()
	if kind != gowarc.Response && kind != gowarc.Resource {
		return f, false
	}
	raw, err := rec.WarcRecord.Block().RawBytes()
	if err != nil {
		f.Err = err
		return f, true
	}
	contentType := h.Get("Content-Type")
	body := io.NopCloser(raw)
	if kind == gowarc.Response {
		if !strings.HasPrefix(contentType, "application/http") {
			return f, false // of another protocol
		}
		resp, err := http.ReadResponse(bufio.NewReader(raw), nil)
		if err != nil {
			f.Err = err
			return f, true
		}
		if resp.StatusCode != http.StatusOK {
			return f, false
		}
		contentType = resp.Header.Get("Content-Type")
		if body, err = decoded(resp); err != nil {
			f.Err = err
			return f, true
		}
	}
	if t, _, _ := mime.ParseMediaType(contentType); t != "text/html" && t != "application/xhtml+xml" {
		return f, false
	}
	b, err := io.ReadAll(io.LimitReader(body, mostBytes+1))
	if err == nil && len(b) > mostBytes {
		err = fmt.Errorf("the page has more than %d MB", mostBytes>>20)
	}
	if err != nil {
		f.Err = err
		return f, true
	}
	seen, _ := dateline.ParseMoment(h.Get("WARC-Date"))
	return page(f.Where, address, contentType, b, seen, o), true
}

// decoded takes off the packing of a response's body. Some archives keep the
// header of a packing that they have taken off themselves.
func decoded(resp *http.Response) (io.ReadCloser, error) {
	encoding := strings.ToLower(strings.TrimSpace(resp.Header.Get("Content-Encoding")))
	if encoding == "" || encoding == "identity" {
		return resp.Body, nil
	}
	b, err := io.ReadAll(io.LimitReader(resp.Body, mostBytes))
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) {
		return nil, err
	}
	switch {
	case bytes.HasPrefix(b, []byte{0x1f, 0x8b}):
		return gzip.NewReader(bytes.NewReader(b))
	case encoding == "deflate" && bytes.HasPrefix(b, []byte{0x78}):
		return zlib.NewReader(bytes.NewReader(b))
	case encoding == "gzip" || encoding == "deflate":
		return io.NopCloser(bytes.NewReader(b)), nil
	}
	return nil, fmt.Errorf("the page is packed as %q, which is not read", encoding)
}
