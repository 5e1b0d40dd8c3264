package dateline

import (
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/dateline-go/dateline/internal/actor"
	"github.com/dateline-go/dateline/internal/gazetteer"
	"github.com/dateline-go/dateline/internal/lexicon"
	"github.com/dateline-go/dateline/internal/lines"
	"github.com/dateline-go/dateline/internal/timex"
)

// An Option changes what New builds.
type Option interface {
	apply(*Parser) error
	// String tells the option and its arguments, for logs.
	String() string
}

type option struct {
	name string
	f    func(*Parser) error
}

func (o option) apply(p *Parser) error { return o.f(p) }
func (o option) String() string        { return o.name }

// WithMaxBytes sets the longest text that Parse takes, in bytes.
func WithMaxBytes(n int) Option {
	return option{fmt.Sprintf("WithMaxBytes(%d)", n), func(p *Parser) error {
		if n <= 0 || n > 1<<30 {
			return errors.New("want 1 to 1<<30")
		}
		p.config.maxBytes = n
		return nil
	}}
}

// WithTimeParsers replaces the list of time parsers. The order of the list is
// the precedence: on overlap the earlier wins. Start from DefaultTimeParsers
// to keep the built-in ones; an empty list finds none.
func WithTimeParsers(ps ...TimeParser) Option {
	return withParsers("WithTimeParsers", ps, func(p *Parser) *[]TimeParser { return &p.times })
}

// WithLocationParsers replaces the list of location parsers, as WithTimeParsers does.
func WithLocationParsers(ps ...LocationParser) Option {
	return withParsers("WithLocationParsers", ps, func(p *Parser) *[]LocationParser { return &p.locations })
}

// WithActorParsers replaces the list of actor parsers, as WithTimeParsers does.
func WithActorParsers(ps ...ActorParser) Option {
	return withParsers("WithActorParsers", ps, func(p *Parser) *[]ActorParser { return &p.actors })
}

// WithStatementParsers replaces the list of statement parsers, as WithTimeParsers does.
func WithStatementParsers(ps ...StatementParser) Option {
	return withParsers("WithStatementParsers", ps, func(p *Parser) *[]StatementParser { return &p.statements })
}

// WithEventParsers replaces the list of event parsers, as WithTimeParsers does.
func WithEventParsers(ps ...EventParser) Option {
	return withParsers("WithEventParsers", ps, func(p *Parser) *[]EventParser { return &p.events })
}

// Append and Prepend options add parsers to a list: appended ones find what
// the others left, prepended ones win over them.

// AppendTimeParsers puts parsers after those that stand in the list of time parsers.
func AppendTimeParsers(ps ...TimeParser) Option {
	return addParsers("AppendTimeParsers", ps, false, func(p *Parser) *[]TimeParser { return &p.times })
}

// PrependTimeParsers puts parsers before those that stand in the list of time parsers.
func PrependTimeParsers(ps ...TimeParser) Option {
	return addParsers("PrependTimeParsers", ps, true, func(p *Parser) *[]TimeParser { return &p.times })
}

// AppendLocationParsers puts parsers after those that stand in the list of location parsers.
func AppendLocationParsers(ps ...LocationParser) Option {
	return addParsers("AppendLocationParsers", ps, false, func(p *Parser) *[]LocationParser { return &p.locations })
}

// PrependLocationParsers puts parsers before those that stand in the list of location parsers.
func PrependLocationParsers(ps ...LocationParser) Option {
	return addParsers("PrependLocationParsers", ps, true, func(p *Parser) *[]LocationParser { return &p.locations })
}

// AppendActorParsers puts parsers after those that stand in the list of actor parsers.
func AppendActorParsers(ps ...ActorParser) Option {
	return addParsers("AppendActorParsers", ps, false, func(p *Parser) *[]ActorParser { return &p.actors })
}

// PrependActorParsers puts parsers before those that stand in the list of actor parsers.
func PrependActorParsers(ps ...ActorParser) Option {
	return addParsers("PrependActorParsers", ps, true, func(p *Parser) *[]ActorParser { return &p.actors })
}

// AppendStatementParsers puts parsers after those that stand in the list of statement parsers.
func AppendStatementParsers(ps ...StatementParser) Option {
	return addParsers("AppendStatementParsers", ps, false, func(p *Parser) *[]StatementParser { return &p.statements })
}

// PrependStatementParsers puts parsers before those that stand in the list of statement parsers.
func PrependStatementParsers(ps ...StatementParser) Option {
	return addParsers("PrependStatementParsers", ps, true, func(p *Parser) *[]StatementParser { return &p.statements })
}

// AppendEventParsers puts parsers after those that stand in the list of event parsers.
func AppendEventParsers(ps ...EventParser) Option {
	return addParsers("AppendEventParsers", ps, false, func(p *Parser) *[]EventParser { return &p.events })
}

// PrependEventParsers puts parsers before those that stand in the list of event parsers.
func PrependEventParsers(ps ...EventParser) Option {
	return addParsers("PrependEventParsers", ps, true, func(p *Parser) *[]EventParser { return &p.events })
}

func addParsers[P comparable](name string, ps []P, first bool, list func(*Parser) *[]P) Option {
	return option{fmt.Sprintf("%s(%d parsers)", name, len(ps)), func(p *Parser) error {
		all := slices.Concat(*list(p), ps)
		if first {
			all = slices.Concat(ps, *list(p))
		}
		return withParsers(name, all, list).apply(p)
	}}
}

func withParsers[P comparable](name string, ps []P, list func(*Parser) *[]P) Option {
	ps = slices.Clone(ps)
	return option{fmt.Sprintf("%s(%d parsers)", name, len(ps)), func(p *Parser) error {
		for i, q := range ps {
			if any(q) == nil {
				return fmt.Errorf("parser %d is nil", i)
			}
		}
		*list(p) = ps
		return nil
	}}
}

// TimeMode says what relative times ("two days later") are reckoned from.
type TimeMode string

// The modes of time.
const (
	// TimeModeAuto chooses by the passage: the present of a dated article, or
	// what it tells of another time.
	TimeModeAuto TimeMode = "auto"
	// TimeModeNews reckons from Article.Published first.
	TimeModeNews TimeMode = "news"
	// TimeModeNarrative reckons from the time mentioned last.
	TimeModeNarrative TimeMode = "narrative"
)

var timeModes = [...]TimeMode{timex.Auto: TimeModeAuto, timex.News: TimeModeNews, timex.Narrative: TimeModeNarrative}

// WithTimeMode sets what the built-in time parser reckons relative times
// from. The default is TimeModeAuto.
func WithTimeMode(m TimeMode) Option {
	return option{fmt.Sprintf("WithTimeMode(%q)", m), func(p *Parser) error {
		i := slices.Index(timeModes[:], m)
		if i < 0 {
			return fmt.Errorf("no mode %q", m)
		}
		p.config.timeMode = timex.Mode(i)
		return nil
	}}
}

// Places is a gazetteer of your own, for WithGazetteer. It is immutable and safe
// for concurrent use. A place takes about 70 bytes beside its name.
type Places struct{ u *gazetteer.User }

// ReadPlacesCSV reads places from comma-separated lines (RFC 4180). The first
// line names the columns, in any order: name, lat and lon (degrees, WGS 84)
// must be there; kind (a LocationKind; "city" if empty), country (ISO 3166-1
// alpha-2), division (GeoNames code such as "US.TX"), population, aliases
// (separated by semicolons), id (GeoNames) and disputed ("true") may be.
//
// Wrong lines are left out, and the error tells each as a *LineError, up to
// twenty of them; the Places, not nil, have the rest.
func ReadPlacesCSV(r io.Reader) (*Places, error) { return places(gazetteer.ReadCSV(r)) }

// ReadPlacesJSON reads places from JSON lines: one object a line, with the
// members that ReadPlacesCSV has as columns; aliases is an array of strings,
// disputed is true or false. Errors are as those of ReadPlacesCSV.
func ReadPlacesJSON(r io.Reader) (*Places, error) { return places(gazetteer.ReadJSON(r)) }

func places(u *gazetteer.User, err error) (*Places, error) {
	if u == nil {
		u = &gazetteer.User{}
	}
	return &Places{u}, lineErrors(err)
}

// A LineError tells what is wrong with one line of a list of places or actors,
// or of a lexicon of kinds.
type LineError struct {
	// Line counts from 1.
	Line int
	// Column is the name of the column, of the member of a JSON object, or of
	// the part of a lexicon's line; empty if it is the whole line.
	Column string
	// Msg is what is wrong.
	Msg string
}

// Error tells the line, the column and what is wrong.
func (e *LineError) Error() string {
	if e.Column == "" {
		return fmt.Sprintf("dateline: line %d: %s", e.Line, e.Msg)
	}
	return fmt.Sprintf("dateline: line %d: column %q: %s", e.Line, e.Column, e.Msg)
}

// lineErrors is err with LineErrors for those of the rooms.
func lineErrors(err error) error {
	if err == nil {
		return nil
	}
	list := []error{err}
	if joined, ok := err.(interface{ Unwrap() []error }); ok {
		list = joined.Unwrap()
	}
	out := make([]error, len(list))
	for i, err := range list {
		var e *lines.Error
		var l *lexicon.LineError
		switch {
		case errors.As(err, &l):
			out[i] = &LineError{l.Line, l.Column, l.Msg}
		case errors.As(err, &e):
			out[i] = &LineError{e.Line, e.Column, e.Msg}
		default:
			out[i] = fmt.Errorf("dateline: %w", err)
		}
	}
	return errors.Join(out...)
}

// Len is the number of places.
func (p *Places) Len() int { return p.u.Len() }

// WithDemonyms lets the built-in location parser report demonyms too:
// "Russian", "Texans". Each is a Derived mention of the place it comes from,
// in a Location of its own that has no point, since nothing is there.
func WithDemonyms() Option {
	return option{"WithDemonyms()", func(p *Parser) error {
		p.config.demonyms = true
		return nil
	}}
}

// WithGazetteer lets the built-in location parser know your own places. They
// win over its own of the same name. It adds to what earlier options gave; of
// several Places the last wins.
func WithGazetteer(ps ...*Places) Option {
	ps = slices.Clone(ps)
	return option{fmt.Sprintf("WithGazetteer(%d lists)", len(ps)), func(p *Parser) error {
		us := make([]*gazetteer.User, len(ps))
		for i, x := range ps {
			if x == nil {
				return errors.New("nil Places")
			}
			us[i] = x.u
		}
		p.config.gazetteer = p.config.gazetteer.With(us...)
		return nil
	}}
}

// KnownActors is a list of actors of your own, for WithKnownActors. It is
// immutable and safe for concurrent use.
type KnownActors struct{ k *actor.Knowledge }

// ReadActorsCSV reads actors from comma-separated lines (RFC 4180). The first
// line names the columns, in any order; only name must be there:
//
//	name     the name
//	kind     person, organization, state, armed group, company, media or
//	         group; person if empty
//	country  ISO 3166-1 alpha-2 code, EU, UN or NATO
//	gender   m or f
//	aliases  other names, separated by semicolons
//	office   an office held, in lower case: president, foreign minister
//	from, to first and last day in that office, such as 2024-01-31
//	ids      what other lists call it, as scheme and ID, separated by
//	         semicolons: wikidata:Q183;crm:4711
//
// Lines with an ID in common are of one actor under several names; actors with
// two IDs of one scheme never become one.
//
// Wrong lines are left out, and the error tells each as a *LineError, up to
// twenty of them; the KnownActors, not nil, have the rest.
func ReadActorsCSV(r io.Reader) (*KnownActors, error) {
	k, err := actor.ReadKnowledge(r)
	return &KnownActors{k}, lineErrors(err)
}

// ReadActorsJSON reads actors from JSON lines: one object a line, with the
// members that ReadActorsCSV has as columns; aliases is an array of strings,
// ids an object such as {"wikidata": "Q183"}.
// Errors are as those of ReadActorsCSV.
func ReadActorsJSON(r io.Reader) (*KnownActors, error) {
	k, err := actor.ReadKnowledgeJSON(r)
	return &KnownActors{k}, lineErrors(err)
}

// WithKnownActors lets the built-in actor parser and coreference know your own
// actors: their names are found, and their offices win over the built-in
// table of office holders. Like WithGazetteer it adds to what earlier options
// gave; of several KnownActors the last wins.
func WithKnownActors(ks ...*KnownActors) Option {
	ks = slices.Clone(ks)
	return option{fmt.Sprintf("WithKnownActors(%d lists)", len(ks)), func(p *Parser) error {
		for _, k := range ks {
			if k == nil {
				return errors.New("nil KnownActors")
			}
			p.config.known = p.config.known.With(k.k)
		}
		return nil
	}}
}
