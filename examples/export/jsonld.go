package main

import (
	"encoding/json"
	"fmt"
	"io"
	"net/url"
	"strings"

	"github.com/dateline-go/dateline"
)

// object is an object of JSON-LD.
type object = map[string]any

// context has schema.org's words plain; it is inline, so that no reader needs
// the network. dl are this library's words: roles, statuses, spans.
var context = object{
	"@vocab": "https://schema.org/", "prov": "http://www.w3.org/ns/prov#",
	"dl": "https://github.com/dateline-go/dateline#", "edtf": "http://id.loc.gov/datatypes/edtf/",
}

// writeJSONLD writes a graph: articles, actors, events (Event, or Claim about
// what is not established), what was said (Quotation, or Claim), each derived
// from the sentence that says so.
func writeJSONLD(w io.Writer, t *dateline.Timeline) error {
	g := []object{
		{"@id": "_:dateline", "@type": []string{"SoftwareApplication", "prov:SoftwareAgent"}, "name": "dateline",
			"softwareVersion": dateline.Release},
		{"@id": "_:reading", "@type": "prov:Activity", "prov:wasAssociatedWith": ref("_:dateline")},
	}
	seen := make(map[string]bool)
	article := func(publisher, id, headline string, published dateline.Moment) {
		iri := articleIRI(publisher, id)
		if seen[iri] {
			return
		}
		seen[iri] = true
		x := object{"@id": iri, "@type": []string{"NewsArticle", "prov:Entity"}, "identifier": id}
		if publisher != "" {
			x["publisher"] = object{"@type": "Organization", "name": publisher}
		}
		if headline != "" {
			x["headline"] = headline
		}
		if !published.IsZero() {
			x["datePublished"] = published.String()
		}
		g = append(g, x)
	}
	for i := range t.Entries {
		for j := range t.Entries[i].Reports {
			r := &t.Entries[i].Reports[j]
			article(r.Publisher, r.Article, r.Headline, r.Published)
		}
	}
	for i := range t.Statements {
		s := &t.Statements[i]
		article(s.Publisher, s.Article, "", s.Published)
	}
	for i := range t.Actors {
		a := &t.Actors[i]
		x := object{"@id": actorIRI(a.ID), "@type": actorType(a.Kind), "name": a.Name, "dl:kind": a.Kind}
		if len(a.Aliases) > 0 {
			x["alternateName"] = a.Aliases
		}
		g = append(g, x)
	}
	for i := range t.Entries {
		g = append(g, eventNodes(t, &t.Entries[i])...)
	}
	for i := range t.Statements {
		g = append(g, statementNode(t, &t.Statements[i]))
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(object{"@context": context, "@graph": g})
}

// eventNodes is the event, and the claim of whoever it is known from. What is
// denied, possible or unclear is no Event of schema.org: a reader that knows
// nothing of statuses must not take it for one.
func eventNodes(t *dateline.Timeline, e *dateline.Entry) []object {
	first := &e.Reports[0]
	iri := fmt.Sprintf("%s#event-%d", articleIRI(first.Publisher, first.Article), first.Trigger.Start)
	x := object{"@id": iri, "@type": "Event", "name": title(e), "dl:kind": e.Kind, "dl:status": e.Status.String(),
		"prov:wasGeneratedBy": ref("_:reading")}
	switch e.Status {
	case dateline.StatusPlanned:
		x["eventStatus"] = ref("https://schema.org/EventScheduled")
	case dateline.StatusFailed:
		x["eventStatus"] = ref("https://schema.org/EventCancelled")
	case dateline.StatusDenied, dateline.StatusPossible, dateline.StatusUnclear:
		x["@type"] = "dl:NotEstablished"
	}
	if edtf := e.When.EDTF(); edtf != "" {
		x["dl:when"] = object{"@type": "edtf:EDTF", "@value": edtf}
	}
	isoDates(x, e.When)
	if p := &e.Place; p.Name != "" {
		y := object{"@type": "Place", "name": p.Name}
		if exact(p) {
			y["geo"] = object{"@type": "GeoCoordinates", "latitude": p.At.Lat, "longitude": p.At.Lon}
		}
		if p.Country != "" {
			y["address"] = object{"@type": "PostalAddress", "addressCountry": p.Country}
		}
		x["location"] = y
	}
	for i := range e.Participants {
		p := &e.Participants[i]
		role := "dl:" + string(p.Role)
		who := object{"@type": "Thing", "name": p.Text}
		if _, ok := t.Actor(p.Actor); ok {
			who = ref(actorIRI(p.Actor))
		}
		l, _ := x[role].([]object)
		x[role] = append(l, who)
	}
	if q := quantities(e); q != nil {
		x["dl:quantity"] = q
	}
	var sources []object
	for i := range e.Reports {
		r := &e.Reports[i]
		sources = append(sources, fragment(r.Publisher, r.Article, r.Sentence, r.Text))
	}
	x["prov:wasDerivedFrom"] = sources
	out := []object{x}
	for i := range e.Reports {
		r := &e.Reports[i]
		if who := speaker(t, r); who != "" {
			out = append(out, object{"@id": fmt.Sprintf("%s-claim-%d", iri, i+1), "@type": "Claim", "about": ref(iri), "text": r.Text,
				"author": agent(t, r.By, r.ByText), "dl:status": r.Status.String(), "appearance": ref(articleIRI(r.Publisher, r.Article)),
				"prov:wasDerivedFrom": ref(fragmentIRI(r.Publisher, r.Article, r.Sentence)), "prov:wasGeneratedBy": ref("_:reading")})
		}
	}
	return out
}

// isoDates sets the dates of schema.org where ISO 8601 can say what is known:
// "2025-08" for a month, two ends for a span of days. Of a vague date, and of
// one that is open on a side, dl:when alone tells.
func isoDates(x object, w dateline.When) {
	if w.Mod() != "" || w.Earliest().IsZero() || w.Latest().IsZero() {
		return
	}
	switch edtf := w.EDTF(); w.Grain() {
	case dateline.GrainYear, dateline.GrainMonth, dateline.GrainDay, dateline.GrainMinute, dateline.GrainSecond:
		start, end, span := strings.Cut(edtf, "/")
		x["startDate"] = start
		if span {
			x["endDate"] = end
		}
	}
}

// statementNode is a Quotation of the speaker's own words, or a Claim in the article's.
func statementNode(t *dateline.Timeline, s *dateline.TimelineStatement) object {
	x := object{"@id": fmt.Sprintf("%s#statement-%d", articleIRI(s.Publisher, s.Article), s.Statement),
		"text": s.Text, "dl:kind": s.Kind, "prov:wasGeneratedBy": ref("_:reading")}
	role := "author"
	if s.Kind == dateline.StatementIndirect {
		x["@type"] = "Claim"
		x["appearance"] = ref(articleIRI(s.Publisher, s.Article))
	} else {
		x["@type"] = "Quotation"
		x["isPartOf"] = ref(articleIRI(s.Publisher, s.Article))
		role = "spokenByCharacter"
	}
	if s.Speaker != 0 || s.SpeakerText != "" {
		x[role] = agent(t, s.Speaker, s.SpeakerText)
	}
	if s.Stance != "" {
		x["dl:stance"] = s.Stance
	}
	if edtf := s.When.EDTF(); edtf != "" {
		x["dl:when"] = object{"@type": "edtf:EDTF", "@value": edtf}
	}
	var sources []object
	for _, c := range s.Content {
		sources = append(sources, fragment(s.Publisher, s.Article, c, ""))
	}
	x["prov:wasDerivedFrom"] = sources
	return x
}

func ref(iri string) object { return object{"@id": iri} }

func agent(t *dateline.Timeline, id dateline.ActorID, words string) object {
	if _, ok := t.Actor(id); ok {
		return ref(actorIRI(id))
	}
	return object{"@type": "dl:Speaker", "name": words}
}

func actorIRI(id dateline.ActorID) string { return fmt.Sprintf("_:actor-%d", id) }

func actorType(k dateline.ActorKind) string {
	switch k {
	case dateline.ActorPerson, dateline.ActorRoleOnly:
		return "Person"
	case dateline.ActorState:
		return "Country"
	case dateline.ActorCompany:
		return "Corporation"
	case dateline.ActorMedia:
		return "NewsMediaOrganization"
	case dateline.ActorOrganization, dateline.ActorArmedGroup:
		return "Organization"
	}
	return "dl:Actor"
}

// articleIRI is the article's own address, or a name for it.
func articleIRI(publisher, id string) string {
	if strings.HasPrefix(id, "https://") || strings.HasPrefix(id, "http://") {
		return id
	}
	return "urn:dateline:" + url.PathEscape(articleName(publisher, id))
}

func fragmentIRI(publisher, id string, s dateline.Span) string {
	return fmt.Sprintf("%s#byte=%d,%d", articleIRI(publisher, id), s.Start, s.End)
}

// fragment is a piece of an article's text, by bytes.
func fragment(publisher, id string, s dateline.Span, text string) object {
	x := object{"@id": fragmentIRI(publisher, id, s), "@type": "prov:Entity", "prov:wasQuotedFrom": ref(articleIRI(publisher, id))}
	if text != "" {
		x["prov:value"] = text
	}
	return x
}
