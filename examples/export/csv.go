package main

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"

	"github.com/dateline-go/dateline"
)

// columns of the CSV. first_day and last_day are the bounds of the date, empty
// where it is open; edtf has it as exactly as it is known. Several names stand
// with "; " between them. according_to is whose word it is, empty if an article
// says so itself.
var columns = []string{"id", "title", "kind", "mode", "cameo", "status", "according_to", "edtf", "first_day", "last_day", "grain",
	"agents", "patients", "others", "place", "place_kind", "country", "division", "lat", "lon", "quantities", "salience",
	"reports", "articles", "first_published", "conflicts", "sentence"}

// writeCSV writes RFC 4180 with a head line. The cells are the article's own
// words: a spreadsheet that would run "=..." as a formula must import them as text.
func writeCSV(w io.Writer, t *dateline.Timeline) error {
	out := csv.NewWriter(w)
	if err := out.Write(columns); err != nil {
		return err
	}
	for i := range t.Entries {
		if err := out.Write(row(t, &t.Entries[i])); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

func row(t *dateline.Timeline, e *dateline.Entry) []string {
	var others []string
	for i := range e.Participants {
		p := &e.Participants[i]
		if p.Role != dateline.RoleAgent && p.Role != dateline.RolePatient {
			others = append(others, string(p.Role)+": "+name(t, p))
		}
	}
	lat, lon := "", ""
	if at := e.Place.At; !at.IsZero() {
		lat, lon = degrees(at.Lat), degrees(at.Lon)
	}
	join := func(s []string) string { return strings.Join(s, "; ") }
	first := &e.Reports[0]
	return []string{key(e), title(e), string(e.Kind), string(e.Mode), e.Code, e.Status.String(), join(byWhom(t, e)),
		e.When.EDTF(), day(e.When.Earliest()), day(e.When.Latest()), string(e.When.Grain()),
		join(sides(t, e, dateline.RoleAgent)), join(sides(t, e, dateline.RolePatient)), join(others),
		e.Place.Name, string(e.Place.Kind), e.Place.Country, e.Place.Division, lat, lon,
		join(quantities(e)), strconv.FormatFloat(salience(e), 'f', 3, 64), strconv.Itoa(len(e.Reports)), join(articles(e)),
		day(first.Published), join(conflicts(e)), first.Text}
}

func degrees(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }
