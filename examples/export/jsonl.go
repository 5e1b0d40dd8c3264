package main

import (
	"encoding/json"
	"io"

	"github.com/dateline-go/dateline"
)

// A record is a line of JSON Lines; event.schema.json is its schema. It needs
// no other line to be understood. What is not known is absent.
type record struct {
	ID           string              `json:"id"` // article and byte of the word that tells it
	Title        string              `json:"title"`
	Kind         string              `json:"kind"`
	Mode         string              `json:"mode,omitempty"`
	CAMEO        string              `json:"cameo,omitempty"`
	Status       string              `json:"status"`
	By           []string            `json:"according_to,omitempty"` // known by their word only
	When         *recordWhen         `json:"when,omitempty"`
	Place        *recordPlace        `json:"place,omitempty"`
	Participants []recordParticipant `json:"participants,omitempty"`
	Quantities   []recordQuantity    `json:"quantities,omitempty"`
	Salience     float64             `json:"salience"`
	Conflicts    []string            `json:"conflicts,omitempty"`
	Reports      []recordReport      `json:"reports"`
}

type recordWhen struct {
	EDTF     string `json:"edtf,omitempty"`
	Earliest string `json:"earliest,omitempty"` // absent: open on that side
	Latest   string `json:"latest,omitempty"`
	Grain    string `json:"grain,omitempty"`
	Anchor   string `json:"anchor,omitempty"` // what settled it
	Phrase   string `json:"phrase"`
}

type recordPlace struct {
	Name       string  `json:"name"`
	Kind       string  `json:"kind,omitempty"`
	Country    string  `json:"country,omitempty"`
	Division   string  `json:"division,omitempty"`
	GeoNamesID int     `json:"geonames_id,omitempty"`
	At         *latLon `json:"at,omitempty"`
}

type latLon struct {
	Lat float64 `json:"lat"`
	Lon float64 `json:"lon"`
}

type recordParticipant struct {
	Role    string `json:"role"`
	Name    string `json:"name"`
	Kind    string `json:"kind,omitempty"`
	Country string `json:"country,omitempty"`
	Count   int    `json:"count,omitempty"`
}

type recordQuantity struct {
	Kind  string  `json:"kind"`
	Value float64 `json:"value"` // of a range the lower end, and To the upper
	To    float64 `json:"to,omitempty"`
	Bound string  `json:"bound,omitempty"`
	Unit  string  `json:"unit,omitempty"`
}

type recordReport struct {
	Article   string `json:"article,omitempty"`
	Publisher string `json:"publisher,omitempty"`
	Published string `json:"published,omitempty"`
	Headline  string `json:"headline,omitempty"`
	Status    string `json:"status"`
	By        string `json:"according_to,omitempty"`
	// Quantities are the numbers of this article; those of the record are what
	// the latest says.
	Quantities []recordQuantity `json:"quantities,omitempty"`

	Text     string `json:"text"`
	Sentence [2]int `json:"sentence"` // bytes of the article's text, half-open
	Trigger  [2]int `json:"trigger"`
}

func writeJSONLines(w io.Writer, t *dateline.Timeline) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	for i := range t.Entries {
		if err := enc.Encode(newRecord(t, &t.Entries[i])); err != nil {
			return err
		}
	}
	return nil
}

func newRecord(t *dateline.Timeline, e *dateline.Entry) record {
	x := record{ID: key(e), Title: title(e), Kind: string(e.Kind), Mode: string(e.Mode), CAMEO: e.Code,
		Status: e.Status.String(), By: byWhom(t, e), Quantities: newQuantities(e.Quantities), Salience: salience(e), Conflicts: conflicts(e)}
	if w := e.When; !w.IsZero() {
		x.When = &recordWhen{EDTF: w.EDTF(), Earliest: w.Earliest().String(), Latest: w.Latest().String(),
			Grain: string(w.Grain()), Anchor: string(w.Anchor()), Phrase: w.Phrase()}
	}
	if p := &e.Place; !p.IsZero() {
		x.Place = &recordPlace{Name: p.Name, Kind: string(p.Kind), Country: p.Country, Division: p.Division, GeoNamesID: p.GeoNamesID}
		if !p.At.IsZero() {
			x.Place.At = &latLon{p.At.Lat, p.At.Lon}
		}
	}
	for i := range e.Participants {
		p := &e.Participants[i]
		y := recordParticipant{Role: string(p.Role), Name: name(t, p), Count: p.Count}
		if a, ok := t.Actor(p.Actor); ok {
			y.Kind, y.Country = string(a.Kind), a.Country
		}
		x.Participants = append(x.Participants, y)
	}
	for i := range e.Reports {
		r := &e.Reports[i]
		x.Reports = append(x.Reports, recordReport{Article: r.Article, Publisher: r.Publisher, Published: r.Published.String(),
			Headline: r.Headline, Status: r.Status.String(), By: speaker(t, r), Text: r.Text, Quantities: newQuantities(r.Quantities),
			Sentence: [2]int{r.Sentence.Start, r.Sentence.End}, Trigger: [2]int{r.Trigger.Start, r.Trigger.End}})
	}
	return x
}

func newQuantities(qs []dateline.Quantity) []recordQuantity {
	var out []recordQuantity
	for _, q := range qs {
		out = append(out, recordQuantity{string(q.Kind), q.Value, q.To, string(q.Bound), q.Unit})
	}
	return out
}
