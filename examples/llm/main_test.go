package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/dateline-go/dateline"
	"github.com/google/go-cmp/cmp"
)

func Example() {
	os.Args = []string{"llm", "-first", "-replay", "testdata/harbour.answer.json", "testdata/harbour.txt=2025-05-07"}
	main()
	// Output:
	// 6 May 2025
	//   The ferry company went belly up on Tuesday
	//     "The ferry company went belly up on Tuesday, a day after its bank pulled the plug."
	//
	// Reported 7 May 2025
	//   Ferry company sinks
	//     "Ferry company sinks"
	//
	// June 2025
	//   The harbour board would throw it a lifeline by June (planned, according to Anna Lind)
	//     "Transport Minister Anna Lind said the harbour board would throw it a lifeline by June."
	//
	// UNDATED
	//
	//   Its bank pulled the plug
	//     "The ferry company went belly up on Tuesday …"
	//   Nobody has got the sack (according to Erik Voss)
	//     "Nobody has got the sack," its owner, Erik Voss, told reporters in Bergen.
}

const story = `The ferry company went belly up on Tuesday, a day after its bank pulled the plug.
Kenya closed the border on Tuesday, the minister said, and Kenya closed the
port of Mombasa, too.
`

var harbour = dateline.Article{ID: "a", Text: story, Published: dateline.Date(2025, 5, 7)}

// completion is a chat completion that says so.
func completion(said string) string {
	b, err := json.Marshal(said)
	if err != nil {
		panic(err)
	}
	return `{"choices":[{"finish_reason":"stop","message":{"role":"assistant","content":` + string(b) + `}}]}`
}

const belly = `{"sentence":1,"trigger":"belly","nth":1,"kind":"LAYOFF","mode":"","status":"occurred",` +
	`"participants":[{"role":"agent","words":"The ferry company","nth":1}],"time":"on Tuesday","place":""}`

var good = completion(`{"events":[` + belly + `]}`)

func say(s string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) { io.WriteString(w, s) }
}

// fail fails n times and then does well.
func fail(n int64, how http.HandlerFunc) http.HandlerFunc {
	var done atomic.Int64
	return func(w http.ResponseWriter, r *http.Request) {
		if done.Add(1) <= n {
			how(w, r)
		} else {
			io.WriteString(w, good)
		}
	}
}

func status(code int, header ...string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		for i := 0; i+1 < len(header); i += 2 {
			w.Header().Set(header[i], header[i+1])
		}
		w.WriteHeader(code)
		io.WriteString(w, `{"error":{"message":"no"}}`)
	}
}

// hang says nothing until the client has gone.
func hang(_ http.ResponseWriter, r *http.Request) {
	io.Copy(io.Discard, r.Body) // or its going is not seen
	<-r.Context().Done()
}

// drip says something every now and then, without end.
func drip(w http.ResponseWriter, r *http.Request) {
	for r.Context().Err() == nil {
		if _, err := io.WriteString(w, " "); err != nil {
			return
		}
		w.(http.Flusher).Flush()
		time.Sleep(5 * time.Millisecond)
	}
}

func flood(w http.ResponseWriter, _ *http.Request) {
	piece := bytes.Repeat([]byte(" "), 1<<16)
	for {
		if _, err := w.Write(piece); err != nil {
			return
		}
	}
}

func hangUp(w http.ResponseWriter, _ *http.Request) {
	if c, _, err := w.(http.Hijacker).Hijack(); err == nil {
		c.Close()
	}
}

func cutShort(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Length", "100000")
	io.WriteString(w, good[:40])
}

// parse parses the article with a model at the end of h.
func parse(t *testing.T, ctx context.Context, a dateline.Article, h http.HandlerFunc) (
	d *dateline.Document, refused []string, requests int64, err error) {
	t.Helper()
	var n atomic.Int64
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { n.Add(1); h(w, r) }))
	defer s.Close()
	asker := newAsker(&client{HTTP: s.Client(), URL: s.URL + "/v1", Model: "m", Attempts: 3, Backoff: time.Millisecond, MaxBytes: 1 << 20})
	asker.Refused = func(why string) { refused = append(refused, why) }
	p, err := dateline.New(dateline.AppendEventParsers(asker.Parser(ctx)))
	if err != nil {
		t.Fatal(err)
	}
	d, err = p.Parse(a)
	if d == nil {
		t.Fatalf("no Document: %v", err)
	}
	if err := d.Validate(); err != nil {
		t.Error(err)
	}
	return d, refused, n.Load(), err
}

// fromModel are the events that the model told.
func fromModel(d *dateline.Document) []dateline.Event {
	var out []dateline.Event
	for _, e := range d.Events {
		if e.Evidence.Rule == "llm" {
			out = append(out, e)
		}
	}
	return out
}

// TestServers: whatever the server does, the article is parsed, in time, and
// the built-in events are there.
func TestServers(t *testing.T) {
	builtin, err := dateline.Parse(harbour)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name     string
		server   http.HandlerFunc
		requests int64  // 0: any number
		wrong    string // in the error; "" if the model's event is there
	}{
		{"good", say(good), 1, ""},
		{"fenced", say(completion("```json\n{\"events\":[" + belly + "]}\n```")), 1, ""},
		{"nothing found", say(completion(`{"events":[]}`)), 1, "-"},
		{"slow", func(w http.ResponseWriter, _ *http.Request) {
			time.Sleep(50 * time.Millisecond)
			io.WriteString(w, good)
		}, 1, ""},
		{"hangs", hang, 1, "deadline"},
		{"drips", drip, 1, "deadline"},
		{"floods", flood, 1, "more than 1048576 bytes"},
		{"500 once", fail(1, status(500)), 2, ""},
		{"500 for ever", status(500), 3, "HTTP 500"},
		{"503 and a page", func(w http.ResponseWriter, _ *http.Request) {
			w.WriteHeader(http.StatusServiceUnavailable)
			io.WriteString(w, "<html>\nbusy")
		}, 3, "<html> busy"},
		{"429 twice", fail(2, status(429)), 3, ""},
		{"429 and a time to wait", fail(1, status(429, "Retry-After", "0")), 2, ""},
		{"429 and too long a time", status(429, "Retry-After", "3600"), 1, "no time for another try"},
		{"400", status(400), 1, "HTTP 400"},
		{"401", status(401), 1, "HTTP 401"},
		{"204", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(204) }, 1, "HTTP 204"},
		{"hangs up once", fail(1, hangUp), 0, ""},
		{"hangs up for ever", hangUp, 0, "chat/completions"},
		{"cut short once", fail(1, cutShort), 2, ""},
		{"cut short for ever", cutShort, 3, "unexpected EOF"},
		{"redirects for ever", func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, r.URL.Path, http.StatusTemporaryRedirect)
		}, 0, "redirects"},
		{"half the JSON", say(good[:len(good)/2]), 1, "no chat completion"},
		{"HTML", say("<!doctype html><title>Sign in</title>"), 1, "no chat completion"},
		{"nothing", say(""), 1, "no chat completion"},
		{"null", say("null"), 1, "no choices"},
		{"an error that says 200", say(`{"error":{"message":"overloaded"}}`), 1, "no choices"},
		{"no content", say(`{"choices":[{"message":{"content":null}}]}`), 1, "said nothing"},
		{"refusal", say(`{"choices":[{"message":{"content":null,"refusal":"I will not"}}]}`), 1, "I will not"},
		{"out of tokens", say(strings.Replace(good, `"stop"`, `"length"`, 1)), 1, "cut short"},
		{"prose", say(completion("Sure! Here are the events.")), 1, "form asked for"},
		{"half an answer", say(completion(`{"events":[` + belly)), 1, "form asked for"},
		{"two answers", say(completion(`{"events":[]}{"events":[]}`)), 1, "something follows"},
		{"another schema", say(completion(`{"facts":[]}`)), 1, "form asked for"},
		{"an object for a list", say(completion(`{"events":{}}`)), 1, "form asked for"},
		{"no list", say(completion(`{"events":null}`)), 1, "no events"},
		{"a word for a number", say(completion(`{"events":[` + strings.Replace(belly, `"sentence":1`, `"sentence":"one"`, 1) + `]}`)), 1,
			"form asked for"},
		{"more than asked", say(completion(`{"events":[` + strings.Replace(belly, `"nth"`, `"sure":1,"nth"`, 1) + `]}`)), 1, "form asked for"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			ctx, cancel := context.WithTimeout(t.Context(), time.Second)
			defer cancel()
			start := time.Now()
			d, refused, n, err := parse(t, ctx, harbour, c.server)
			if took := time.Since(start); took > 20*time.Second {
				t.Errorf("took %v", took)
			}
			if c.requests != 0 && n != c.requests {
				t.Errorf("%d requests, want %d", n, c.requests)
			}
			if c.wrong == "" || c.wrong == "-" {
				if err != nil || len(refused) > 0 || len(fromModel(d)) != map[string]int{"": 1}[c.wrong] {
					t.Errorf("%v, %q, %v", err, refused, fromModel(d))
				}
			} else if _, ok := errors.AsType[*dateline.ParserError](err); !ok || !strings.Contains(err.Error(), c.wrong) {
				t.Errorf("error %v, want %q", err, c.wrong)
			}
			own := slices.DeleteFunc(slices.Clone(d.Events), func(e dateline.Event) bool { return e.Evidence.Rule == "llm" })
			if len(own) != len(builtin.Events) || c.wrong != "" && !cmp.Equal(d, builtin) {
				t.Errorf("the built-in events are not what they are alone:\n%s", cmp.Diff(builtin.Events, own))
			}
		})
	}
}

// TestCancelled: who gives up gets what there is at once.
func TestCancelled(t *testing.T) {
	for _, after := range []time.Duration{0, 30 * time.Millisecond} {
		ctx, cancel := context.WithCancel(t.Context())
		time.AfterFunc(after, cancel)
		if after == 0 {
			cancel()
		}
		start := time.Now()
		d, _, _, err := parse(t, ctx, harbour, hang)
		if !errors.Is(err, context.Canceled) || len(fromModel(d)) != 0 || len(d.Events) == 0 || time.Since(start) > 20*time.Second {
			t.Errorf("after %v: %v, %v", after, err, time.Since(start))
		}
	}
}

func TestRetryAfter(t *testing.T) {
	now := time.Date(2025, 5, 7, 12, 0, 0, 0, time.UTC)
	for s, want := range map[string]time.Duration{"": 0, "7": 7 * time.Second, " 7 ": 7 * time.Second, "-7": 0, "soon": 0,
		"Wed, 07 May 2025 12:00:30 GMT": 30 * time.Second, "Wed, 07 May 2025 11:00:00 GMT": 0,
		"99999999999": 24 * time.Hour, "999999999": 24 * time.Hour} {
		if got := retryAfter(s, now); got != want {
			t.Errorf("%q: %v, want %v", s, got, want)
		}
	}
	// It is waited for.
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	start := time.Now()
	if d, _, _, err := parse(t, ctx, harbour, fail(1, status(429, "Retry-After", "1"))); err != nil || len(fromModel(d)) != 1 {
		t.Errorf("%v", err)
	}
	if took := time.Since(start); took < time.Second {
		t.Errorf("waited %v", took)
	}
}

// TestWords: only what stands in the article is believed.
func TestWords(t *testing.T) {
	const closed = `{"sentence":2,"trigger":"closed","nth":2,"kind":"COERCE","mode":"","status":"occurred",` +
		`"participants":[{"role":"patient","words":"the port of Mombasa","nth":1},{"role":"agent","words":"Kenya","nth":0}],` +
		`"time":"","place":"Mombasa"}`
	for _, c := range []struct {
		name, from, to string
		text           string // of the trigger
		agent          int    // where it starts
		refused        string
	}{
		{"as it stands, over a line's end", "", "", "closed", 141, ""},
		{"the first", `"nth":2`, `"nth":1`, "closed", 82, ""},
		{"its number is missing", `"nth":2`, `"nth":0`, "", 0, "2 times"},
		{"its number is a lie", `"nth":2`, `"nth":3`, "", 0, "2 times"},
		{"its number is no number of anything", `"nth":2`, `"nth":-2147483648`, "", 0, "2 times"},
		{"the wrong sentence, and several elsewhere", `"sentence":2`, `"sentence":1`, "", 0, "not in sentence 1, and 2 times elsewhere"},
		{"no such sentence", `"sentence":2`, `"sentence":99`, "", 0, "not in sentence 99"},
		{"no sentence", `"sentence":2`, `"sentence":-1`, "", 0, "not in sentence -1"},
		{"invented", `"closed"`, `"annexed"`, "", 0, "0 times elsewhere"},
		{"part of a word", `"closed"`, `"lose"`, "", 0, "0 times elsewhere"},
		{"other letters", `"closed"`, `"Closed"`, "", 0, "0 times elsewhere"},
		{"empty", `"closed"`, `""`, "", 0, "0 times elsewhere"},
		{"blank", `"closed"`, `" \n "`, "", 0, "0 times elsewhere"},
		{"a participant is invented", `the port of Mombasa`, `the port of Lamu`, "", 0, "the port of Lamu"},
		{"a participant of another sentence", `the port of Mombasa`, `its bank`, "", 0, "its bank"},
		{"a participant is the event", `the port of Mombasa`, `closed the port`, "", 0, "closed the port"},
		{"a participant is nothing", `the port of Mombasa`, ``, "", 0, "does not stand"},
		{"a place is invented", `"place":"Mombasa"`, `"place":"Nairobi"`, "", 0, "Nairobi"},
		{"a time is invented", `"time":""`, `"time":"on Monday"`, "", 0, "on Monday"},
		{"a kind is invented", `COERCE`, `BLOCKADE`, "", 0, "BLOCKADE"},
		{"a status is invented", `"occurred"`, `"true"`, "", 0, "true"},
		{"a role is invented", `"patient"`, `"victim"`, "", 0, "victim"},
		{"a mode is invented", `"mode":""`, `"mode":"shut"`, "closed", 141, ""},
		{"half a character", `"closed"`, `"closed\ud83d"`, "", 0, "0 times elsewhere"},
	} {
		t.Run(c.name, func(t *testing.T) {
			told := strings.Replace(closed, c.from, c.to, 1)
			s := httptest.NewServer(say(completion(`{"events":[` + told + `]}`)))
			defer s.Close()
			asker := newAsker(&client{HTTP: s.Client(), URL: s.URL, Attempts: 1, MaxBytes: 1 << 20})
			var refused []string
			asker.Refused = func(why string) { refused = append(refused, why) }
			p, err := dateline.New(dateline.WithEventParsers(asker.Parser(t.Context())))
			if err != nil {
				t.Fatal(err)
			}
			d, err := p.Parse(harbour)
			if err != nil {
				t.Fatal(err)
			}
			if err := d.Validate(); err != nil {
				t.Error(err)
			}
			if c.refused != "" {
				if len(d.Events) != 0 || len(refused) != 1 || !strings.Contains(refused[0], c.refused) {
					t.Errorf("%v, refused %q, want %q", d.Events, refused, c.refused)
				}
				return
			}
			if len(d.Events) != 1 || refused != nil {
				t.Fatalf("%v, refused %q", d.Events, refused)
			}
			e := d.Events[0]
			agent := e.Participants[0]
			if got := d.Slice(e.Trigger); got != c.text || e.Mode != "" || agent.Role != dateline.RoleAgent || agent.Span.Start != c.agent {
				t.Errorf("%q, mode %q, participants %v", got, e.Mode, e.Participants)
			}
			if got := d.Slice(e.Participants[1].Span); got != "the\nport of Mombasa" {
				t.Errorf("patient %q", got)
			}
			if l, ok := d.Location(e.Location); !ok || l.Place.Name != "Mombasa" {
				t.Errorf("place %v", l)
			}
		})
	}
}

// TestMerge: of one event that both tell, the one in front stays.
func TestMerge(t *testing.T) {
	const closed = `{"events":[{"sentence":2,"trigger":"closed","nth":1,"kind":"SANCTION","mode":"","status":"ongoing",` +
		`"participants":[],"time":"on Tuesday","place":""}]}`
	s := httptest.NewServer(say(completion(closed)))
	defer s.Close()
	asker := newAsker(&client{HTTP: s.Client(), URL: s.URL, Attempts: 1, MaxBytes: 1 << 20})
	for want, option := range map[dateline.EventKind]func(...dateline.EventParser) dateline.Option{
		dateline.EventCoerce: dateline.AppendEventParsers, dateline.EventSanction: dateline.PrependEventParsers,
	} {
		p, err := dateline.New(option(asker.Parser(t.Context())))
		if err != nil {
			t.Fatal(err)
		}
		d, err := p.Parse(harbour)
		if err != nil {
			t.Fatal(err)
		}
		at := strings.Index(story, "closed")
		var kinds []dateline.EventKind
		for _, e := range d.Events {
			if e.Trigger.Start == at {
				kinds = append(kinds, e.Kind)
				// The date is the library's.
				if e.Kind == dateline.EventSanction && e.When.EDTF() != "2025-05-06" {
					t.Errorf("when %v", e.When)
				}
			}
		}
		if !slices.Equal(kinds, []dateline.EventKind{want}) {
			t.Errorf("%v, want %s", kinds, want)
		}
	}
}

// TestRequest: what is asked is what the protocol has.
func TestRequest(t *testing.T) {
	var body struct {
		Model    string
		Messages []struct{ Role, Content string }
		Format   struct {
			Type   string
			Schema struct {
				Name   string
				Strict bool
				Schema map[string]any
			} `json:"json_schema"`
		} `json:"response_format"`
	}
	var path, key string
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		path, key = r.Method+" "+r.URL.Path, r.Header.Get("Authorization")
		if err := json.NewDecoder(r.Body).Decode(&body); err != nil {
			t.Error(err)
		}
		io.WriteString(w, good)
	}))
	defer s.Close()
	t.Setenv("THE_KEY", "secret")
	var out, told bytes.Buffer
	args := []string{"-url", s.URL + "/v1/", "-model", "m", "-key-env", "THE_KEY", "testdata/harbour.txt"}
	if err := run(t.Context(), args, &out, &told); err != nil {
		t.Fatal(err)
	}
	if path != "POST /v1/chat/completions" || key != "Bearer secret" || body.Model != "m" ||
		body.Format.Type != "json_schema" || !body.Format.Schema.Strict {
		t.Errorf("%s, %q, %+v", path, key, body)
	}
	if len(body.Messages) != 2 || !strings.Contains(body.Messages[1].Content, "2. The ferry company went belly up on Tuesday") {
		t.Errorf("%+v", body.Messages)
	}
	if strings.Contains(out.String()+told.String(), "secret") {
		t.Error("the key is told")
	}
}

// TestMany: one asker serves many articles at once, and long ones in pieces.
func TestMany(t *testing.T) {
	long := dateline.Article{ID: "long", Text: strings.Repeat("Kenya closed the border on Tuesday, the minister said. ", 800)}
	var requests atomic.Int64
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		requests.Add(1)
		io.WriteString(w, completion(`{"events":[]}`))
	}))
	defer s.Close()
	asker := newAsker(&client{HTTP: s.Client(), URL: s.URL, Attempts: 1, MaxBytes: 1 << 20})
	p, err := dateline.New(dateline.AppendEventParsers(asker.Parser(t.Context())))
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, err := range p.ParseAll(t.Context(), slices.Values([]dateline.Article{harbour, harbour, long, harbour})) {
		if err != nil {
			t.Error(err)
		}
		n++
	}
	if want := int64(3 + (len(long.Text)+batchBytes-1)/batchBytes); n != 4 || requests.Load() != want {
		t.Errorf("%d articles, %d requests, want %d", n, requests.Load(), want)
	}
}

func TestErrors(t *testing.T) {
	for _, args := range [][]string{nil, {"x.txt"}, {"-url", "http://localhost:1", "no-such-file"},
		{"-replay", "no-such-file", "testdata/harbour.txt"},
		{"-url", "http://localhost:1", "testdata/harbour.txt=yesterday"}, {"-url", "x", "-replay", "x", "testdata/harbour.txt"}} {
		if err := run(t.Context(), args, io.Discard, io.Discard); err == nil {
			t.Errorf("%q: no error", args)
		}
	}
	// Nobody listens there: the built-in events come, and word of it.
	var out, told bytes.Buffer
	if err := run(t.Context(), []string{"-timeout", "300ms", "-url", "http://127.0.0.1:1", "testdata/harbour.txt"}, &out, &told); err != nil {
		t.Error(err)
	}
	if !strings.Contains(told.String(), "built-in events only") || out.Len() == 0 {
		t.Errorf("%s\n%s", &told, &out)
	}
}
