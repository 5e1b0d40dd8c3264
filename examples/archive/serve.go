package main

import (
	"bytes"
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"html/template"
	"log"
	"net"
	"net/http"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/dateline-go/dateline"
)

//go:embed pages/*.html
var pageFiles embed.FS

//go:embed static
var staticFiles embed.FS

// A server shows the archive.
type server struct {
	store *store
	pages map[string]*template.Template
	log   *log.Logger

	mu        sync.Mutex
	timelines map[storyKey]*dateline.Timeline // the last ones that were asked for
}

// storyKey names a timeline that never changes.
type storyKey struct {
	story, revision int64
	day             string // as of, or ""
}

// mostTimelines bounds the timelines that are kept ready.
const mostTimelines = 64

func newServer(s *store, l *log.Logger) (*server, error) {
	v := &server{store: s, log: l, pages: make(map[string]*template.Template), timelines: make(map[storyKey]*dateline.Timeline)}
	base, err := template.New("base.html").Funcs(template.FuncMap{
		"status": statusNote, "before": beforeLink, "plural": plural, "kind": kindName, "day": longDay, "role": roleName,
	}).ParseFS(pageFiles, "pages/base.html", "pages/parts.html")
	if err != nil {
		return nil, err
	}
	for _, name := range strings.Fields("home search article name names story sources day conflicts stories problems error") {
		t, err := template.Must(base.Clone()).ParseFS(pageFiles, "pages/"+name+".html")
		if err != nil {
			return nil, err
		}
		v.pages[name] = t
	}
	return v, nil
}

// statusNote says in words what a reader must not miss.
func statusNote(s string) string {
	switch dateline.Status(s) {
	case dateline.StatusOccurred:
		return ""
	case dateline.StatusPlanned:
		return "planned"
	case dateline.StatusPossible:
		return "possible, not certain"
	case dateline.StatusDenied:
		return "denied, or did not happen"
	case dateline.StatusFailed:
		return "tried, and failed"
	case dateline.StatusOngoing:
		return "going on"
	}
	return "unclear whether it happened"
}

func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s + " " + many
}

// roleName says in a word what somebody does in an entry.
func roleName(s string) string {
	switch dateline.Role(s) {
	case dateline.RoleAgent:
		return "who"
	case dateline.RolePatient:
		return "to whom or what"
	case dateline.RoleRecipient:
		return "for"
	}
	return s
}

func kindName(s string) string { return strings.ToLower(s) }

// longDay is a day as 2025-06-03 as a newspaper would write it.
func longDay(s string) string {
	if m, err := dateline.ParseMoment(s); err == nil && !m.IsZero() {
		return dateline.On(m).Phrase()
	}
	return "undated"
}

// handler routes. What a handler gives is a page's name and its data.
func (v *server) handler() http.Handler {
	mux := http.NewServeMux()
	for pattern, h := range map[string]func(*http.Request) (string, *view, error){
		"GET /{$}": v.home, "GET /search": v.search, "GET /article/{id}": v.article, "GET /actor/{id}": v.name, "GET /place/{id}": v.name,
		"GET /actors": v.nameList, "GET /places": v.nameList, "GET /stories": v.storyList, "GET /story/{id}": v.story,
		"GET /story/{id}/sources": v.sources, "GET /day/{day}": v.day, "GET /conflicts": v.conflicts, "GET /problems": v.problems,
	} {
		mux.Handle(pattern, v.page(h))
	}
	mux.HandleFunc("GET /day", v.toDay)
	mux.HandleFunc("GET /article/{id}/document.json", v.document)
	mux.Handle("GET /static/", http.FileServerFS(staticFiles))
	mux.Handle("GET /", v.page(func(*http.Request) (string, *view, error) { return "", nil, errNotFound }))
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", "default-src 'none'; style-src 'self'; script-src 'self'; img-src data:; connect-src 'self'; "+
			"form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		mux.ServeHTTP(w, r)
	})
}

// A view is what the frame of each page shows, and the page's own data.
type view struct {
	Title string
	Query string // in the search field
	Body  any
}

var (
	errNotFound = errors.New("there is no such page")
	errRequest  = errors.New("the address makes no sense")
)

// A movedError is the address at which a page is now.
type movedError string

func (e movedError) Error() string { return "the page is now at " + string(e) }

func (v *server) page(h func(*http.Request) (string, *view, error)) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name, data, err := h(r)
		if to, ok := errors.AsType[movedError](err); ok {
			http.Redirect(w, r, string(to), http.StatusMovedPermanently)
			return
		}
		code := http.StatusOK
		if err != nil {
			name, code = "error", http.StatusInternalServerError
			message := "The archive could not be read."
			switch {
			case errors.Is(err, errNotFound), errors.Is(err, sql.ErrNoRows):
				code, message = http.StatusNotFound, "There is no such page."
			case errors.Is(err, errRequest):
				code, message = http.StatusBadRequest, "The address of this page makes no sense."
			default:
				v.log.Printf("%s: %v", r.URL.Path, v.store.explain(err))
			}
			data = &view{Title: message, Body: message}
		}
		var b bytes.Buffer
		if err := v.pages[name].Execute(&b, data); err != nil {
			v.log.Printf("%s: %v", r.URL.Path, err)
			http.Error(w, "the page could not be made", http.StatusInternalServerError)
			return
		}
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.WriteHeader(code)
		_, _ = b.WriteTo(w) // the reader may have gone
	})
}

// number is a number in an address, or otherwise if it is not there.
func number(s string, otherwise int64) (int64, error) {
	if s == "" {
		return otherwise, nil
	}
	n, err := strconv.ParseInt(s, 10, 64)
	if err != nil {
		return 0, errRequest
	}
	return n, nil
}

func id(r *http.Request) (int64, error) {
	n, err := strconv.ParseInt(r.PathValue("id"), 10, 64)
	if err != nil {
		return 0, errNotFound
	}
	return n, nil
}

// beforeLink adds to an address where the next page of a list begins.
func beforeLink(address string, before int64) string {
	sep := "?"
	if strings.Contains(address, "?") {
		sep = "&"
	}
	return address + sep + "before=" + strconv.FormatInt(before, 10)
}

func serveCommand(ctx context.Context, c *command) error {
	addr := c.flags.String("addr", "localhost:8080", "`host:port` to listen at")
	if err := c.flags.Parse(c.args); err != nil {
		return err
	}
	v, err := newServer(c.store, log.New(c.stderr, "archive: ", 0))
	if err != nil {
		return err
	}
	l, err := net.Listen("tcp", *addr)
	if err != nil {
		return err
	}
	fmt.Fprintf(c.stdout, "the archive is at http://%s\n", l.Addr())
	srv := &http.Server{Handler: v.handler(), ReadHeaderTimeout: 10 * time.Second, ReadTimeout: 30 * time.Second, WriteTimeout: time.Minute}
	done := make(chan error, 1)
	go func() { done <- srv.Serve(l) }()
	select {
	case err := <-done:
		return err
	case <-ctx.Done():
	}
	late, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	return srv.Shutdown(late)
}
