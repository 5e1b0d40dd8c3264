package main

import (
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/dateline-go/dateline"
)

// says is a server of one answer, without the network.
type says string

func (s says) RoundTrip(*http.Request) (*http.Response, error) {
	return &http.Response{StatusCode: http.StatusOK, Body: io.NopCloser(strings.NewReader(string(s)))}, nil
}

// FuzzAnswer: whatever the model says, the Document is sound, and words that
// it points at are words of the article.
func FuzzAnswer(f *testing.F) {
	f.Add(`{"events":[` + belly + `]}`)
	f.Add("```json\n{\"events\":[]}```")
	f.Add(`{"events":[{"sentence":2,"trigger":"closed the\nport","nth":-1,"kind":"COERCE","status":"denied",` +
		`"participants":[{"role":"agent","words":"é"}]}]}`)
	f.Fuzz(func(t *testing.T, said string) {
		asker := newAsker(&client{HTTP: &http.Client{Transport: says(completion(said))}, URL: "http://model", Attempts: 1, MaxBytes: 1 << 20})
		p, err := dateline.New(dateline.WithEventParsers(asker.Parser(t.Context())))
		if err != nil {
			t.Fatal(err)
		}
		d, err := p.Parse(harbour)
		if d == nil {
			t.Fatal(err)
		}
		if err := d.Validate(); err != nil {
			t.Error(err)
		}
		for _, e := range d.Events {
			for _, w := range strings.Fields(e.Title) {
				if i := strings.Index(strings.ToLower(story), strings.ToLower(w)); i < 0 {
					t.Errorf("%q has %q", e.Title, w)
				}
			}
		}
	})
}
