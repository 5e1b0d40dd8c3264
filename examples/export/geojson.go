package main

import (
	"encoding/json"
	"io"

	"github.com/dateline-go/dateline"
)

// A feature is a Feature of GeoJSON. Its Geometry is null for an event of no
// known point, as RFC 7946 has it.
type feature struct {
	Type       string         `json:"type"`
	ID         string         `json:"id"`
	Geometry   *point         `json:"geometry"`
	Properties map[string]any `json:"properties"`
}

type point struct {
	Type        string     `json:"type"`
	Coordinates [2]float64 `json:"coordinates"` // longitude first
}

// writeGeoJSON writes a FeatureCollection, an event a Feature.
func writeGeoJSON(w io.Writer, t *dateline.Timeline) error {
	features := []feature{}
	for i := range t.Entries {
		features = append(features, newFeature(t, &t.Entries[i]))
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(struct {
		Type     string    `json:"type"`
		Features []feature `json:"features"`
	}{"FeatureCollection", features})
}

func newFeature(t *dateline.Timeline, e *dateline.Entry) feature {
	f := feature{Type: "Feature", ID: key(e)}
	p := map[string]any{"title": title(e), "kind": e.Kind, "status": e.Status.String(), "when": e.When.Phrase(),
		"sentence": e.Reports[0].Text, "articles": articles(e), "salience": salience(e)}
	set := func(name, value string) {
		if value != "" {
			p[name] = value
		}
	}
	set("note", note(t, e))
	set("edtf", e.When.EDTF())
	set("first_day", day(e.When.Earliest()))
	set("last_day", day(e.When.Latest()))
	if by := byWhom(t, e); by != nil {
		p["according_to"] = by
	}
	if s := sides(t, e, dateline.RoleAgent); s != nil {
		p["agents"] = s
	}
	if s := sides(t, e, dateline.RolePatient); s != nil {
		p["patients"] = s
	}
	if q := quantities(e); q != nil {
		p["quantities"] = q
	}
	if at := e.Place.At; !at.IsZero() {
		f.Geometry = &point{"Point", [2]float64{at.Lon, at.Lat}}
		// A country's point is where its label goes, not where it happened.
		p["point_is"] = "a label"
		if exact(&e.Place) {
			p["point_is"] = "the place"
		}
	}
	set("place", e.Place.Name)
	set("place_kind", string(e.Place.Kind))
	set("country", e.Place.Country)
	f.Properties = p
	return f
}
