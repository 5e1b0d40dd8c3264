package story

import (
	"math"
	"slices"

	"github.com/dateline-go/dateline/internal/actor"
	"github.com/dateline-go/dateline/internal/coref"
	"github.com/dateline-go/dateline/internal/event"
	"github.com/dateline-go/dateline/internal/ontology"
	"github.com/dateline-go/dateline/internal/syntax"
	"github.com/dateline-go/dateline/internal/token"
)

// NewView looks at the events of an article, pairs of which w weighs.
func NewView(w *Vector, d *token.Doc, actors []coref.Actor, es []event.Event) *View {
	v := &View{Traits: make([]Traits, len(es)), pairing: newPairing(w, d, actors, es)}
	newViewer(d, actors, es).traits(v.pairing, func(i int, x *Traits) { v.Traits[i] = *x })
	return v
}

func newViewer(d *token.Doc, actors []coref.Actor, es []event.Event) *viewer {
	w := &viewer{d: d, actors: actors, es: es, titled: make(map[string]int), alike: make(map[string]int), at: make(map[int32]int32, len(es))}
	for i := range es {
		d.CheckAt(i)
		w.alike[es[i].Kind]++
		w.at[es[i].Head] = int32(i)
		if es[i].Kind != ontology.Statement {
			w.deeds = append(w.deeds, es[i].Head)
		}
		if w.titled[es[i].Lemma] == 0 && slices.Contains(d.Title, es[i].Lemma) {
			w.titled[es[i].Lemma] = i + 1
		}
	}
	slices.Sort(w.deeds)
	for int(w.first) < len(d.Sents) && d.Sents[w.first].Kind != token.Body {
		w.first++
	}
	return w
}

// traits gives the traits of each event in turn, pairs of which p weighs.
func (w *viewer) traits(p *pairing, give func(i int, x *Traits)) {
	echoes := w.echoes(p)
	for i := range w.es {
		w.d.Check()
		var x Traits
		w.fill(i, &x)
		x[TraitTopEvent], x[TraitToldAgain] = echoes[i].top, echoes[i].later
		give(i, &x)
	}
}

// A viewer is the state of one NewView.
type viewer struct {
	d      *token.Doc
	actors []coref.Actor
	es     []event.Event
	first  int32           // first body sentence
	titled map[string]int  // of each word of a title that the text lacks, the number of the first event that has it, from 1
	alike  map[string]int  // of each kind, how many events are of it
	at     map[int32]int32 // the event that a token tells
	deeds  []int32         // the tokens that tell events but for statements, in order
}

// isTop reports whether a sentence is the lead, or a headline before it.
func (w *viewer) isTop(s int32) bool {
	return s == w.first || s < w.first && w.d.Sents[s].Kind == token.Headline
}

func truth(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// fill is the traits of event i, but for what other events have to do with it.
func (w *viewer) fill(i int, x *Traits) {
	e := &w.es[i]
	x[TraitAlways] = 1
	told := len(e.Mentions)
	if w.titled[e.Lemma] == i+1 {
		x[TraitHeadline] = 1
		told++
	}
	x[TraitMentions] = math.Log2(float64(told))
	w.place(e, x)
	w.clause(e, x)
	w.setting(e, x)
	x[TraitCounted] = truth(slices.ContainsFunc(e.Roles, func(r event.Role) bool {
		return r.Actor != token.None && w.actors[r.Actor].Count > 0
	}))
	w.sides(e, x)
	t := &w.d.Tokens[e.Head]
	x[TraitNominal] = truth(t.Noun())
	x[TraitQuoted] = truth(t.Quote != token.None)
	happened, dynamic := w.d.Fact(e.Head)
	x[TraitHappened], x[TraitDynamic] = float64(happened)/wholeChance, float64(dynamic)/wholeChance
	x[TraitSure] = SureOf(float64(e.Score) / 100)
	w.kind(e, x)
}

// SureOf is the trait of what is an event with probability p.
func SureOf(p float64) float64 {
	p = max(leastSure, min(1-leastSure, p))
	return math.Log(p / (1 - p))
}

// leastSure is as far from certain as counts.
const leastSure = .02

// kind fills what the event is by its kind and its word.
func (w *viewer) kind(e *event.Event, x *Traits) {
	_, known := ontology.LookupKind(e.Kind)
	x[TraitPlain] = truth(!known || e.Kind == ontology.Change)
	x[TraitCourt], x[TraitSport] = truth(e.Kind == ontology.Court), truth(e.Kind == ontology.Sport)
	x[TraitAlike] = math.Log(float64(w.alike[e.Kind]))
	c := wordTable.Find(e.Lemma)
	x[TraitNews], x[TraitAside] = truth(c.Has(classFamily) || c.Has(classNews)), truth(c.Has(classAside))
}

// sides fills what tells of those who take part.
func (w *viewer) sides(e *event.Event, x *Traits) {
	for i := range e.Roles {
		r := &e.Roles[i]
		if r.Role != event.Agent {
			x[TraitPatients]++
			x[TraitLong] = max(x[TraitLong], math.Log(1+float64(r.Span.End-r.Span.Start)))
			continue
		}
		x[TraitAgents]++
		if r.Actor != token.None {
			x[TraitNamed] = 1
		}
		if r.Head != token.None && w.d.Tokens[r.Head].UPOS == token.PRON {
			x[TraitBare] = 1
		}
	}
}

// wholeChance is a token's certainty of having happened, and of being an event.
const wholeChance = 255

// place fills what tells where in the article the event stands.
func (w *viewer) place(e *event.Event, x *Traits) {
	from, body := int32(len(w.d.Sents)), max(1, int32(len(w.d.Sents))-w.first)
	for _, m := range e.Mentions {
		s := w.sentence(m)
		if w.d.Sents[s].Kind == token.Headline {
			x[TraitHeadline] = 1
			continue
		}
		from = min(from, s-w.first)
	}
	x[TraitLead] = truth(from == 0)
	if from < body {
		x[TraitLate] = float64(from) / float64(body)
		x[TraitRow] = math.Log(1 + float64(from))
	}
	x[TraitMany] = math.Log(float64(len(w.es)))
	before, _ := slices.BinarySearch(w.deeds, e.Head)
	x[TraitDeeds] = math.Log(1 + float64(before))
}

func (w *viewer) sentence(s token.Span) int32 {
	i := w.d.At(s.Start)
	if int(i) >= len(w.d.Tokens) {
		return int32(len(w.d.Sents)) - 1
	}
	return w.d.Tokens[i].Sent
}

// maxClimb bounds how far up a tree clause looks.
const maxClimb = 40

// near is how many words up another event's word governs one closely.
const near = 3

// clause fills what tells how the event's clause stands in its sentence.
func (w *viewer) clause(e *event.Event, x *Traits) {
	x[TraitMain] = truth(e.Main)
	deep := 0
	for i, n := e.Clause, 0; n < maxClimb && i != token.None; n++ {
		t := &w.d.Tokens[i]
		switch t.Rel {
		case token.Ccomp, token.Parataxis:
			x[TraitReported] = 1
			deep++
		case token.AclRelcl, token.AdvclRelcl:
			x[TraitRelative] = 1
			deep++
		case token.Acl, token.Advcl, token.Xcomp, token.Csubj:
			deep++
		}
		i = t.Head
	}
	x[TraitDeep] = truth(deep >= 2)
	for i, n := w.d.Tokens[e.Head].Head, 0; n < near && i != token.None; i, n = w.d.Tokens[i].Head, n+1 {
		if k, ok := w.at[i]; ok {
			x[TraitUnder] = 1
			x[TraitSpoken] = max(x[TraitSpoken], truth(Spoken(w.es[k].Kind)))
		}
	}
	x[TraitParticiple] = truth(syntax.Group(w.d, e.Clause).Mood == syntax.Participle)
}

// setting fills what tells of time, place and status.
func (w *viewer) setting(e *event.Event, x *Traits) {
	x[TraitOwnDate] = truth(e.Time != token.None && e.Bound == event.Within)
	x[TraitBrought] = truth(e.Time == token.None && (e.Bound == event.Within || e.Bound == event.About) && !e.When.IsZero())
	x[TraitOwnPlace] = truth(e.Place != token.None && !e.PlaceAssumed)
	switch e.Status {
	case event.Planned:
		x[TraitPlanned] = 1
	case event.Possible:
		x[TraitPossible] = 1
	case event.Denied, event.Failed:
		x[TraitDenied] = 1
	}
}

// An echo is what other events have to do with one: the chances that it is one
// of the headline or the lead again, and that a later one is it again.
type echo struct{ top, later float64 }

func (w *viewer) echoes(p *pairing) []echo {
	out := make([]echo, len(w.es))
	far := p.chance(-apart * fine)
	firstTop, lastTop := len(w.es), -1
	for i, same := range p.rows {
		e := &out[i]
		top := w.isTop(w.es[i].Sent)
		if top {
			firstTop, lastTop = min(firstTop, i), i
		}
		for k, s := range same {
			j := i - len(same) + k
			chance := p.chance(s)
			if w.isTop(w.es[j].Sent) {
				e.top = max(e.top, chance)
			}
			if top {
				out[j].top = max(out[j].top, chance)
			}
			out[j].later = max(out[j].later, chance)
		}
	}
	for i := range out {
		w.d.CheckAt(i)
		if firstTop < i-perDoc || lastTop > i+perDoc {
			out[i].top = max(out[i].top, far)
		}
		if i+perDoc < len(w.es)-1 {
			out[i].later = max(out[i].later, far)
		}
	}
	return out
}

// A pairing compares the events of one article with the perDoc before them.
type pairing struct {
	d  *token.Doc
	es []event.Event
	// same is, for each event, the log-odds that each of those before it and it
	// are one, in eighths: a byte each, for a text may have many events.
	same [][]int8
	// Of each of those log-odds the chance, or 0 before it was asked for: asking
	// writes, so that a View is for one goroutine.
	chances [2*apart*fine + 1]float64
}

// fine is into how many parts a log-odds is divided.
const fine = 8

func newPairing(w *Vector, d *token.Doc, actors []coref.Actor, es []event.Event) *pairing {
	p := &pairing{d: d, es: es, same: make([][]int8, len(es))}
	n := min(len(es), perDoc+1)
	told, reports := make([]Report, n), make([]report, n) // of event i at i%n
	var buf, sentence []wordAt                            // the latter of the last event
	from := -1
	var room []int8
	var v Vector
	var later overlapper
	for i := range es {
		d.Check()
		r, x := &told[i%n], &reports[i%n]
		*r = reportOf(d, actors, &es[i])
		if r.From != from {
			sentence, from = split(sentence[:0], r.Sentence), r.From
		}
		buf = append(buf[:0], sentence...)
		*x, buf = newReport(r, buf)
		k := min(i, perDoc)
		if len(room) < k {
			room = make([]int8, min(len(es)-i, perDoc)*perDoc)
		}
		p.same[i], room = room[:k:k], room[k:]
		later.set(x)
		for k := range p.same[i] {
			v = Vector{}
			y := &reports[(i-len(p.same[i])+k)%n]
			o := later.of(y)
			v.compare(y, x, &o)
			log := dot(w, &v)
			p.same[i][k] = int8(math.Round(fine * max(-apart, min(apart, log))))
		}
	}
	return p
}

// joined reports whether verbs tell a and b side by side, and so two happenings:
// "grabbed the knife and placed it in a drawer". What is one in all that, as in "shot
// and killed", is one event before it comes here.
func joined(d *token.Doc, a, b *event.Event) bool {
	if a.Sent != b.Sent || a.Clause == token.None || b.Clause == token.None {
		return false
	}
	v, w := &d.Tokens[a.Clause], &d.Tokens[b.Clause]
	return w.Rel == token.Conj && w.UPOS == token.VERB && (w.Head == a.Clause || v.Rel == token.Conj && w.Head == v.Head)
}

// rows gives for each event in turn the log-odds, in fine parts, that each of the
// perDoc before it and it are one.
func (p *pairing) rows(yield func(i int, same []int8) bool) {
	for i, row := range p.same {
		p.d.CheckAt(i)
		if !yield(i, row) {
			return
		}
	}
}

// odds is the log-odds, in fine parts, that two events are one.
func (p *pairing) odds(i, j int) int8 {
	i, j = min(i, j), max(i, j)
	row := p.same[j]
	if k := len(row) - j + i; k >= 0 && !joined(p.d, &p.es[i], &p.es[j]) {
		return row[k]
	}
	return -apart * fine
}

// chance is that of log-odds in fine parts.
func (p *pairing) chance(odds int8) float64 {
	c := &p.chances[int(odds)+apart*fine]
	if *c == 0 {
		*c = logistic(float64(odds) / fine)
	}
	return *c
}

// Tell is the events of an article as reports, for who learns the weights.
func Tell(d *token.Doc, actors []coref.Actor, es []event.Event) []Report {
	out := make([]Report, len(es))
	for i := range es {
		d.CheckAt(i)
		out[i] = reportOf(d, actors, &es[i])
	}
	return out
}

// reportOf is an event as a report, for what pairs of them have in common. Places
// are left to the root: they do not tell one article's events apart.
func reportOf(d *token.Doc, actors []coref.Actor, e *event.Event) Report {
	s := &d.Sents[e.Sent]
	h := &d.Tokens[e.Head]
	if h.Sent != e.Sent {
		s = &d.Sents[h.Sent]
	}
	out := Report{Kind: e.Kind, Mode: e.Mode, Lemma: e.Lemma, Status: ParseStatus(e.Status.String()),
		Sentence: d.Str(s.Span), From: int(s.Start), At: int(h.Start - s.Start)}
	i := e.Head
	for k := range out.Above {
		if i = d.Tokens[i].Head; i == token.None {
			break
		}
		out.Above[k] = int(d.Tokens[i].Start) + 1
	}
	for k := range d.Kids(e.Head) {
		out.Subject = out.Subject || d.Tokens[k].Rel.Base() == token.Nsubj
	}
	if lo := e.When.Earliest(); !lo.IsZero() && e.Bound != event.OnOrBefore {
		out.Time.First, out.Time.HasFirst = lo.First(), true
	}
	if hi := e.When.Latest(); !hi.IsZero() && e.Bound != event.OnOrAfter {
		out.Time.Last, out.Time.HasLast = hi.Last(), true
	}
	for _, r := range e.Roles {
		p := Part{Role: r.Role.String(), Text: d.Str(r.Span)}
		if r.Actor != token.None {
			a := &actors[r.Actor]
			p.Actor, p.Count = r.Actor+1, a.Count
			p.Named = slices.ContainsFunc(a.Mentions, func(m coref.Mention) bool { return m.Form == actor.Name })
			if p.Named || p.Text == "" {
				p.Text = a.Name
			}
		}
		out.Parts = append(out.Parts, p)
	}
	return out
}
