// Package story decides which reports of events are of one event, and what
// they say together, and tells what matters of an article's events to its
// reader. Clustering takes numbers and words and gives places in its input, so
// that it serves within an article as across many.
package story

import (
	"math"
	"slices"
)

// A Report is one telling of an event.
type Report struct {
	Article int32
	Kind    string // what happened
	Mode    string // narrows it, or empty
	Lemma   string // the word for it
	Time    Time
	When    string // Time as it is printed: the answer in a conflict
	// Published is when the article was, in seconds since 1970, if Dated.
	Published int64
	Dated     bool
	Status    Status
	Said      bool   // known only from somebody's word
	Title     string // a line for it, or empty
	Place     Place
	Parts     []Part
	Salience  float64 // how much it matters in its article
	// Sentence is the one that tells it, From where in the article it begins,
	// and At where in it Lemma's word stands, in bytes.
	Sentence string
	From, At int
	// Above are where in the article the words stand that govern Lemma's word,
	// the next one first, from 1, and Subject tells that it has a subject of its own.
	// Both are asked for within an article alone.
	Above   [3]int
	Subject bool
}

// An Article is what its reports are seen against.
type Article struct {
	Texts []string // sentences besides those of the reports
}

// Time is when, in seconds since 1970, both ends included.
type Time struct {
	First, Last       int64
	HasFirst, HasLast bool
	Told              bool // something is told of the time, if only "recently"
	About             bool // it is no more than a guess
}

// Known reports whether anything is known of the time.
func (t Time) Known() bool { return t.HasFirst || t.HasLast }

// open reports whether one end alone is known.
func (t Time) open() bool { return t.HasFirst != t.HasLast }

// exact reports whether it is known to within shift.
func (t Time) exact() bool { return t.HasFirst && t.HasLast && t.Last-t.First <= shift }

func (t Time) first() int64 {
	if t.HasFirst {
		return t.First
	}
	return math.MinInt64 / 4
}

func (t Time) last() int64 {
	if t.HasLast {
		return t.Last
	}
	return math.MaxInt64 / 4
}

// excludes reports whether t and u cannot both be right.
func (t Time) excludes(u Time) bool {
	return t.HasLast && u.HasFirst && t.Last < u.First || u.HasLast && t.HasFirst && u.Last < t.First
}

// finer reports whether t tells more than u.
func (t Time) finer(u Time) bool {
	ends := func(t Time) (n int) {
		if t.HasFirst {
			n++
		}
		if t.HasLast {
			n++
		}
		return n
	}
	a, b := ends(t), ends(u)
	return a > b || a == b && a == 2 && t.Last-t.First < u.Last-u.First
}

// Place is where. The zero Place is unknown.
type Place struct {
	Name, Kind        string // Kind is the gazetteer's word, empty if only the name is known
	Country, Division string
	Lat, Lon          float64
	HasPoint          bool
	Assumed           bool // the event's words name no place: it is that of the story
}

// known reports whether there is a place.
func (p *Place) known() bool { return p.Name != "" || p.Country != "" }

// The distances, in kilometres, within which two places are one, and beyond
// which they exclude each other.
const (
	nearKM = 25
	farKM  = 100
)

// compare tells whether two places are the same, or one may lie in the
// other, and whether they exclude each other.
func (p *Place) compare(q *Place) (same, far bool) {
	if !p.known() || !q.known() {
		return false, false
	}
	if p.Name == q.Name && p.Country == q.Country {
		return true, false
	}
	if p.Assumed || q.Assumed {
		return false, false // what nobody says excludes nothing
	}
	if p.Country != "" && q.Country != "" {
		if p.Country != q.Country {
			return false, true
		}
		if p.Kind == "country" || q.Kind == "country" {
			return true, false
		}
		if p.Kind == "division" || q.Kind == "division" {
			in := p.Division == q.Division || p.Division == q.Name || p.Name == q.Division
			return in, !in
		}
	}
	if p.HasPoint && q.HasPoint {
		km := Kilometres(p.Lat, p.Lon, q.Lat, q.Lon)
		return km < nearKM, km > farKM
	}
	return false, false
}

// Kilometres is the great-circle distance between two points in degrees by
// the haversine formula on a sphere of the Earth's mean radius, 6371.0088 km (IUGG).
func Kilometres(lat1, lon1, lat2, lon2 float64) float64 {
	const rad = math.Pi / 180
	h := math.Pow(math.Sin((lat2-lat1)*rad/2), 2) + math.Cos(lat1*rad)*math.Cos(lat2*rad)*math.Pow(math.Sin((lon2-lon1)*rad/2), 2)
	return 2 * 6371.0088 * math.Asin(math.Sqrt(min(1, h)))
}

// A Part is one who, or what, takes part in an event.
type Part struct {
	Role  string
	Actor int32 // who it is in all reports, or 0
	Named bool  // the actor has a name
	Text  string
	Count int32 // how many, or 0
	// Implied says that the event's sentences do not tell of it: reports are not
	// compared by it.
	Implied bool
	// numbers are the hashes of those in Text, of a Node's reports.
	numbers []uint32
}

// Status tells whether an event, by a report, is a fact.
type Status uint8

// The statuses.
const (
	Unclear Status = iota
	Occurred
	Ongoing
	Planned
	Possible
	Denied
	Failed
)

var statusNames = [...]string{"", "occurred", "ongoing", "planned", "possible", "denied", "failed"}

// ParseStatus is the status of that name; any other is Unclear.
func ParseStatus(s string) Status { return Status(max(0, slices.Index(statusNames[:], s))) }

// String is the status in a word, or "" for Unclear.
func (s Status) String() string { return statusNames[s] }

// settled reports whether s tells that something happened or did not.
func (s Status) settled() bool { return s.happened() || s == Failed || s == Denied }

func (s Status) happened() bool { return s == Occurred || s == Ongoing }
