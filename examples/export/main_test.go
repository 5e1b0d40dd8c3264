package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/dateline-go/dateline"
)

var update = flag.Bool("update", false, "rewrite the examples of output in testdata")

var clock = time.Date(2030, 1, 2, 3, 4, 5, 0, time.UTC)

// outputs are the examples of output in testdata, by format.
var outputs = map[string]string{"jsonl": "jsonl", "csv": "csv", "geojson": "geojson", "ics": "ics",
	"timelinejs": "timeline.json", "jsonld": "jsonld", "dot": "dot", "gdelt": "gdelt.tsv"}

// TestOutputs: what the command writes of the first article stands in
// testdata; so does what is written of the hard timeline, for the readers.
func TestOutputs(t *testing.T) {
	for _, f := range formats {
		var got bytes.Buffer
		args := []string{"-format", f.name, "-all", "../../testdata/articles/alaska-summit.txt=2025-08-13"}
		if err := run(args, &got, clock); err != nil {
			t.Fatal(err)
		}
		golden(t, filepath.Join("testdata", "alaska-summit."+outputs[f.name]), got.Bytes())
		golden(t, filepath.Join("testdata", "hard."+outputs[f.name]), []byte(render(t, f.name, hard(t))))
	}
}

func golden(t *testing.T, file string, got []byte) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s is not what is written now: %s\n(go test ./examples/export -update writes it anew; read the difference)",
			file, firstDifference(want, got))
	}
}

func firstDifference(want, got []byte) string {
	w, g := bytes.Split(want, []byte("\n")), bytes.Split(got, []byte("\n"))
	for i := range g {
		if i >= len(w) || !bytes.Equal(w[i], g[i]) {
			return "the first other line is " + string(g[i])
		}
	}
	return "lines are missing"
}

func edtf(t *testing.T, s string) dateline.When {
	t.Helper()
	w, err := dateline.ParseEDTF(s)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// hard is a timeline of all statuses and kinds of dates, whose words would
// break each format that does not quote them.
func hard(t *testing.T) *dateline.Timeline {
	const nasty = "a \"b\", c; d\\e\nf\tg </script> & ü… 日本語の長い題名は七十五オクテットで折り返されなければならない =1+1"
	x := &dateline.Timeline{Actors: []dateline.TimelineActor{
		{ID: 1, Kind: dateline.ActorPerson, Name: `Ann "O'Hara"`, Country: "IE", Articles: 1},
		{ID: 2, Kind: dateline.ActorState, Name: "Kenya", Country: "KE", Articles: 1},
	}}
	for i, c := range []struct {
		status dateline.Status
		when   string
	}{
		{dateline.StatusOccurred, "2025-08-06"}, {dateline.StatusPlanned, "2025-09"}, {dateline.StatusPossible, "2025-10-01T15:30+02:00"},
		{dateline.StatusDenied, "2025-08-01/2025-08-03"}, {dateline.StatusFailed, "XXXX-08-06"}, {dateline.StatusOngoing, "2025-08-08/.."},
		{dateline.StatusPlanned, "../2025-12-31"}, {dateline.StatusPlanned, ""}, {dateline.StatusUnclear, "2025-21"},
		{dateline.StatusPlanned, "2025-10-01T15:30"}, {"postponed", "2025-10-02~"},
	} {
		e := dateline.Entry{ID: dateline.EventID(i + 1), Kind: dateline.EventConsult, Code: "040", Title: nasty, Lemma: "meet",
			Status: c.status, Salience: 0.9,
			Participants: []dateline.Participant{{Role: dateline.RoleAgent, Actor: 1}, {Role: dateline.RolePatient, Text: nasty}}}
		if c.when != "" {
			e.When = edtf(t, c.when)
		}
		r := dateline.Report{Article: "a/1 x.txt", Publisher: "Ex", Published: dateline.Date(2025, 8, 7), Headline: nasty,
			Event:   dateline.EventID(i + 1),
			Trigger: dateline.Span{Start: 10 * i, End: 10*i + 4}, Sentence: dateline.Span{Start: 0, End: 200}, Text: nasty,
			Status: c.status, When: e.When}
		if i%2 == 1 {
			r.By = 2
			e.Place = dateline.Place{Name: "Nairobi", Kind: dateline.LocationCity, Country: "KE",
				At: dateline.Coordinates{Lat: -1.2833, Lon: 36.8167}}
		}
		if i == 2 {
			r.Quantities = []dateline.Quantity{{Kind: dateline.QuantityDeaths, Value: 12, To: 15, Bound: dateline.BoundAtLeast},
				{Kind: dateline.QuantityMoney, Value: 3.2e9, Unit: "USD"}}
			e.Quantities = r.Quantities
		}
		if i == 4 {
			r.Status, r.ByText = dateline.StatusPlanned, "a man\nof \"the\" ministry"
		}
		e.Reports = []dateline.Report{r}
		x.Entries = append(x.Entries, e)
	}
	x.Statements = []dateline.TimelineStatement{
		{Article: "a/1 x.txt", Publisher: "Ex", Statement: 1, Speaker: 1, Kind: dateline.StatementDirect,
			Content: []dateline.Span{{Start: 3, End: 9}}, Text: nasty},
		{Article: "b", Statement: 1, Kind: dateline.StatementIndirect, SpeakerText: "she",
			Content: []dateline.Span{{Start: 3, End: 9}}, Text: nasty},
	}
	return x
}

func render(t *testing.T, format string, x *dateline.Timeline) string {
	t.Helper()
	var b bytes.Buffer
	if err := write(&b, format, x, clock); err != nil {
		t.Fatal(err)
	}
	if !utf8.Valid(b.Bytes()) {
		t.Errorf("%s: not UTF-8", format)
	}
	return b.String()
}

// TestAll: each format holds what its standard asks, for every article of the
// project and for words that would break it.
func TestAll(t *testing.T) {
	files, err := filepath.Glob("../../testdata/articles/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no articles: %v", err)
	}
	all := map[string]*dateline.Timeline{"hard": hard(t), "empty": {}}
	for _, f := range files {
		x, err := timeline([]string{f + "=2025-06-15"})
		if err != nil {
			t.Fatal(err)
		}
		all[filepath.Base(f)] = x
	}
	if all["story"], err = timeline([]string{"../../testdata/story/1-announcement.txt=2025-06-03", "../../testdata/story/2-eve.txt=2025-06-11",
		"../../testdata/story/3-event.txt=2025-06-12", "../../testdata/story/4-aftermath.txt=2025-06-16"}); err != nil {
		t.Fatal(err)
	}
	for name, x := range all {
		t.Run(name, func(t *testing.T) {
			keys := make(map[string]bool)
			for i := range x.Entries {
				if k := key(&x.Entries[i]); keys[k] {
					t.Errorf("two entries are %s", k)
				} else {
					keys[k] = true
				}
			}
			checkJSONLines(t, x)
			checkCSV(t, x)
			checkGeoJSON(t, x)
			checkICalendar(t, x)
			checkTimelineJS(t, x)
			checkJSONLD(t, x)
			checkDOT(t, x)
			checkGDELT(t, x)
		})
	}
}

func checkJSONLines(t *testing.T, x *dateline.Timeline) {
	lines := strings.SplitAfter(render(t, "jsonl", x), "\n")
	if len(lines) != len(x.Entries)+1 {
		t.Errorf("jsonl: %d lines of %d events", len(lines)-1, len(x.Entries))
	}
	s := readSchema(t)
	for _, l := range lines[:len(lines)-1] {
		var v any
		if err := json.Unmarshal([]byte(l), &v); err != nil {
			t.Fatalf("jsonl: %v: %s", err, l)
		}
		for _, e := range s.validate(v, s.root, "") {
			t.Errorf("jsonl: %s: %s", e, l)
		}
	}
}

func checkCSV(t *testing.T, x *dateline.Timeline) {
	rows, err := csv.NewReader(strings.NewReader(render(t, "csv", x))).ReadAll()
	if err != nil {
		t.Fatalf("csv: %v", err) // also for a row of another length
	}
	if !slices.Equal(rows[0], columns) || len(rows) != len(x.Entries)+1 {
		t.Errorf("csv: head %q and %d rows of %d events", rows[0], len(rows), len(x.Entries))
	}
	for i, r := range rows[1:] {
		e := &x.Entries[i]
		if r[1] != title(e) || r[5] != e.Status.String() || r[6] != strings.Join(byWhom(x, e), "; ") || r[7] != e.When.EDTF() {
			t.Errorf("csv: row %q", r)
		}
		if (r[8] == "") != e.When.Earliest().IsZero() || (r[9] == "") != e.When.Latest().IsZero() {
			t.Errorf("csv: an open date is filled in, or a known one lost: %q", r)
		}
	}
}

func checkGeoJSON(t *testing.T, x *dateline.Timeline) {
	var c struct {
		Type     string
		Features []struct {
			Type, ID   string
			Geometry   *point
			Properties map[string]any
		}
	}
	if err := json.Unmarshal([]byte(render(t, "geojson", x)), &c); err != nil || c.Type != "FeatureCollection" || c.Features == nil {
		t.Fatalf("geojson: %v, type %q", err, c.Type)
	}
	for i, f := range c.Features {
		e := &x.Entries[i]
		if f.Type != "Feature" || f.Properties["status"] != e.Status.String() || (f.Properties["according_to"] != nil) != (byWhom(x, e) != nil) {
			t.Errorf("geojson: %v", f)
		}
		if (f.Geometry == nil) != e.Place.At.IsZero() {
			t.Errorf("geojson: the geometry of %s is %v, it is at %v", f.ID, f.Geometry, e.Place.At)
		}
		if g := f.Geometry; g != nil && (g.Coordinates != [2]float64{e.Place.At.Lon, e.Place.At.Lat} || g.Type != "Point") {
			t.Errorf("geojson: point %v", g)
		}
	}
}

func checkICalendar(t *testing.T, x *dateline.Timeline) {
	out := render(t, "ics", x)
	uids := make(map[string]bool)
	component := ""
	for l := range strings.SplitSeq(strings.TrimSuffix(out, "\r\n"), "\r\n") {
		if len(l) > 75 || strings.ContainsAny(l, "\r\n\x00") || !utf8.ValidString(l) {
			t.Errorf("ics: line of %d octets %q", len(l), l)
		}
		switch name, value, _ := strings.Cut(l, ":"); {
		case name == "BEGIN":
			component = value
		case name == "UID" && uids[value]:
			t.Errorf("ics: UID %s twice", value)
		case name == "UID":
			uids[value] = true
		case strings.HasPrefix(name, "DTSTART") && component != "VEVENT":
			t.Errorf("ics: a date for what has none: %s", l)
		}
	}
	if strings.Count(out, "BEGIN:") != strings.Count(out, "END:") || !strings.HasSuffix(out, "END:VCALENDAR\r\n") {
		t.Errorf("ics: not closed: %s", out)
	}
	if n := strings.Count(out, "\r\nDTSTAMP:"); n != len(uids) {
		t.Errorf("ics: %d stamps of %d components", n, len(uids))
	}
}

func checkTimelineJS(t *testing.T, x *dateline.Timeline) {
	var c struct {
		Title  slide
		Events []slide
	}
	if err := json.Unmarshal([]byte(render(t, "timelinejs", x)), &c); err != nil || c.Events == nil {
		t.Fatalf("timelinejs: %v", err)
	}
	if n := strings.Count(c.Title.Text.Text, "<li>"); n+len(c.Events) != len(x.Entries) {
		t.Errorf("timelinejs: %d slides and %d named of %d events", len(c.Events), n, len(x.Entries))
	}
	for _, s := range c.Events {
		if s.Start == nil || s.Start.Year == 0 || s.Shown == "" || strings.Contains(s.Text.Headline+s.Text.Text, "<script") {
			t.Errorf("timelinejs: %v", s)
		}
	}
}

// checkJSONLD: what a node refers to stands in the graph, or is a word of schema.org.
func checkJSONLD(t *testing.T, x *dateline.Timeline) {
	var c struct {
		Graph []map[string]any `json:"@graph"`
	}
	if err := json.Unmarshal([]byte(render(t, "jsonld", x)), &c); err != nil {
		t.Fatalf("jsonld: %v", err)
	}
	defined, used := make(map[string]bool), make(map[string]bool)
	var walk func(v any)
	walk = func(v any) {
		switch v := v.(type) {
		case []any:
			for _, y := range v {
				walk(y)
			}
		case map[string]any:
			if id, ok := v["@id"].(string); ok {
				used[id] = true
				if len(v) > 1 {
					defined[id] = true
				}
			}
			for _, y := range v {
				walk(y)
			}
		}
	}
	events := 0
	for _, n := range c.Graph {
		walk(n)
		if n["dl:status"] == "denied" && n["@type"] == "Event" {
			t.Errorf("jsonld: what is denied is an Event: %v", n)
		}
		if _, ok := n["prov:wasDerivedFrom"]; ok && n["name"] != nil {
			events++
		}
	}
	if events != len(x.Entries) {
		t.Errorf("jsonld: %d of %d events", events, len(x.Entries))
	}
	for id := range used {
		if !defined[id] && !strings.HasPrefix(id, "https://schema.org/") {
			t.Errorf("jsonld: nothing is %s", id)
		}
	}
}

func checkDOT(t *testing.T, x *dateline.Timeline) {
	out := render(t, "dot", x)
	if n := strings.Count(out, "shape=box"); n != len(x.Entries) {
		t.Errorf("dot: %d boxes of %d events", n, len(x.Entries))
	}
	for l := range strings.SplitSeq(strings.TrimSuffix(out, "\n"), "\n") {
		bare := strings.NewReplacer(`\\`, "", `\"`, "").Replace(l)
		if strings.Count(bare, `"`)%2 != 0 {
			t.Errorf("dot: a quotation mark is open in %s", l)
		}
	}
}

func checkGDELT(t *testing.T, x *dateline.Timeline) {
	lines := strings.Split(strings.TrimSuffix(render(t, "gdelt", x), "\n"), "\n")
	for i, l := range lines {
		cells := strings.Split(l, "\t")
		if len(cells) != 66 {
			t.Errorf("gdelt: %d cells: %s", len(cells), l)
		} else if i > 0 && (len(cells[26]) < 2 || !strings.HasPrefix(cells[26], cells[28]) || cells[61] == "") {
			t.Errorf("gdelt: codes %q, status %q", cells[26:30], cells[61])
		}
	}
}

// TestNotes: planned, denied and possible events, and by whose word they are
// known, can be seen in each format.
func TestNotes(t *testing.T) {
	x := hard(t)
	for format, want := range map[string][]string{
		"jsonl": {`"status":"planned","according_to":["Kenya"]`, `"status":"possible"`,
			`"status":"denied","according_to":["Kenya"]`, `"status":"postponed"`,
			`{"kind":"deaths","value":12,"to":15`},
		"csv":        {",planned,Kenya,", ",possible,,", ",denied,Kenya,", ",unclear,", "money 3200000000 USD"},
		"geojson":    {`"note": "planned, according to Kenya"`, `"note": "possible"`, `"note": "denied, according to Kenya"`},
		"ics":        {"X-DATELINE-STATUS:planned", "X-DATELINE-STATUS:possible", "X-DATELINE-BY:Kenya", "STATUS:TENTATIVE"},
		"timelinejs": {"(planned, according to Kenya)", "(possible)", "(denied, according to Kenya)"},
		"jsonld":     {`"dl:status": "planned"`, `"dl:status": "denied"`, `"dl:NotEstablished"`, `"@type": "Claim"`, `"EventScheduled"`},
		"dot":        {`(planned, according to Kenya)`, `(possible)`, `label="says so"`},
		"gdelt":      {"\tplanned\tKenya\t", "\tpossible\t\t", "\tdenied\tKenya\t"},
	} {
		out := render(t, format, x)
		for _, w := range want {
			if !strings.Contains(out, strings.ReplaceAll(w, `"EventScheduled"`, "EventScheduled")) {
				t.Errorf("%s has no %s:\n%s", format, w, out)
			}
		}
	}
}

// TestCalendarDates: what is known of a date is in the calendar, and no more.
func TestCalendarDates(t *testing.T) {
	x := hard(t)
	out := render(t, "ics", x)
	for _, want := range []string{
		"DTSTART;VALUE=DATE:20250901\r\nDTEND;VALUE=DATE:20251001\r\n", // some time in September
		"DTSTART:20251001T133000Z\r\n",                                 // an offset is known
		"DTSTART:20251001T153000\r\n",                                  // none is: the clock on the spot
		"[September 2025]",
	} {
		if !strings.Contains(strings.ReplaceAll(out, "\r\n ", ""), want) {
			t.Errorf("no %q in\n%s", want, out)
		}
	}
	if n := strings.Count(out, "BEGIN:VJOURNAL"); n != 3 { // XXXX-08-06, ../2025-12-31, none
		t.Errorf("%d entries without a date in\n%s", n, out)
	}
}

func TestErrors(t *testing.T) {
	for _, c := range []struct {
		args []string
		want string
	}{
		{nil, "no article named"},
		{[]string{"-format", "xls", "../../testdata/story/3-event.txt"}, "xls"},
		{[]string{"no-such-file.txt"}, "no-such-file.txt"},
		{[]string{"no-such-file.txt=yesterday"}, "want a day"},
	} {
		if err := run(c.args, &bytes.Buffer{}, clock); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: %v, want %q", c.args, err, c.want)
		}
	}
}
