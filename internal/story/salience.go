package story

import (
	"math"
	"slices"

	"github.com/dateline-go/dateline/internal/actor"
	"github.com/dateline-go/dateline/internal/coref"
	"github.com/dateline-go/dateline/internal/event"
	"github.com/dateline-go/dateline/internal/ontology"
	"github.com/dateline-go/dateline/internal/token"
)

// A Worth is what an event is worth to a reader of its article, each a
// probability between 0 and 1.
type Worth struct {
	Must  float64 // that no timeline of the story may lack it
	Show  float64 // that it is worth a line, and told for the first time
	Right float64 // that kind, sides, status, date and place are as the article has them
}

// Salience is one number for both: how much the event matters.
func (w Worth) Salience() float64 { return (w.Must + w.Show) / 2 }

// A feature is something that speaks for or against an event.
type feature uint8

const (
	bias         feature = iota
	mentions             // how often it is told, as a logarithm
	inHeadline           // told in the headline
	inLead               // told in the first sentence of the body
	nearLead             // told in the two sentences after
	late                 // how far down its first mention stands, from 0 to 1
	mainClause           // its word is the main one of its sentence
	ownDate              // a time expression dates it
	broughtDate          // its date is taken over from another event or clause
	ownPlace             // a place name of its own clause
	planned              // will happen
	possible             // may happen, or did not
	ongoing              // goes on
	namedAgent           // who does it has a name
	someAgent            // who does it is an actor without one
	namedPatient         // to whom, the same
	somePatient          //
	thingPatient         // to what: words that are no actor
	leadingActor         // share of its best-known actor in all mentions of the article's best-known one
	counted              // how many is told
	byNoun               // its word is a noun
	said                 // told by somebody in the article
	quoted               // told between quotation marks
	speech               // an act of speech: PLOVER's verbal kinds
	statement            // no more than saying
	plain                // of no known kind
	hard                 // a deed or a happening of a known kind
	happened             // that it happened, by its word and the words around
	dynamic              // that it is an event, the same
	sure                 // how sure the event room is
	echoesHead           // its word or an actor stands in the headline
	toldBefore           // one of the same word or the same kind and actor came before
	inList               // its sentence has three events or more
	numFeatures
)

// Weigh is the worth of each event of an article.
func Weigh(d *token.Doc, actors []coref.Actor, es []event.Event) []Worth {
	out := make([]Worth, len(es))
	w := newWeigher(d, actors, es)
	for i := range es {
		x := w.features(i)
		out[i] = Worth{logistic(&x, &weights.must), logistic(&x, &weights.show), logistic(&x, &weights.right)}
	}
	return out
}

func logistic(x, w *[numFeatures]float64) float64 {
	sum := 0.0
	for i := range x {
		sum += x[i] * w[i]
	}
	return 1 / (1 + math.Exp(-sum))
}

// A weigher is the state of one Weigh.
type weigher struct {
	d       *token.Doc
	actors  []coref.Actor
	es      []event.Event
	named   []bool // actors with a name
	most    int    // mentions of the best-known actor
	first   int32  // first body sentence
	body    int32  // number of sentences from there on
	head    map[string]bool
	headWho map[int32]bool // actors that the headline mentions
	perSent map[int32]int
	before  map[told]int   // event that first told the same
	titled  map[string]int // of each word of a title that the text lacks, the event that first has it
}

// told is what makes a telling a second one.
type told struct {
	word  string
	actor int32
}

func newWeigher(d *token.Doc, actors []coref.Actor, es []event.Event) *weigher {
	w := &weigher{d: d, actors: actors, es: es, named: make([]bool, len(actors)), most: 1, head: make(map[string]bool),
		headWho: make(map[int32]bool), perSent: make(map[int32]int), before: make(map[told]int),
		titled: make(map[string]int)}
	for i := range actors {
		w.most = max(w.most, len(actors[i].Mentions))
		for _, m := range actors[i].Mentions {
			w.named[i] = w.named[i] || m.Form == actor.Name
			if int(m.First) < len(d.Tokens) && d.Sents[d.Tokens[m.First].Sent].Kind == token.Headline {
				w.headWho[int32(i)] = true
			}
			if m.Form == actor.Name && int(m.Head) < len(d.Tokens) && slices.Contains(d.Title, d.Tokens[m.Head].Lemma) {
				w.headWho[int32(i)] = true
			}
		}
	}
	for int(w.first) < len(d.Sents) && d.Sents[w.first].Kind != token.Body {
		w.first++
	}
	w.body = max(1, int32(len(d.Sents))-w.first)
	for _, word := range d.Title {
		w.head[word] = true
	}
	for i := range d.Tokens {
		if d.Sents[d.Tokens[i].Sent].Kind == token.Headline {
			w.head[d.Tokens[i].Lemma] = true
		} else if d.Tokens[i].Sent > w.first {
			break
		}
	}
	for i := range es {
		w.perSent[es[i].Sent]++
		if _, ok := w.titled[es[i].Lemma]; !ok && slices.Contains(d.Title, es[i].Lemma) {
			w.titled[es[i].Lemma] = i
		}
		for _, k := range w.tellings(&es[i]) {
			if _, ok := w.before[k]; !ok {
				w.before[k] = i
			}
		}
	}
	return w
}

// tellings are what e shares with an earlier telling of the same thing.
func (w *weigher) tellings(e *event.Event) []told {
	out := []told{{e.Lemma, token.None}}
	for _, r := range e.Roles {
		if r.Actor != token.None {
			out = append(out, told{e.Kind, r.Actor})
		}
	}
	return out
}

func (w *weigher) features(i int) (x [numFeatures]float64) {
	e := &w.es[i]
	x[bias] = 1
	w.place(e, &x)
	told := len(e.Mentions)
	if first, ok := w.titled[e.Lemma]; ok && first == i {
		x[inHeadline] = 1
		told++
	}
	x[mentions] = math.Log2(float64(told))
	w.setting(e, &x)
	w.sides(e, &x)
	w.nature(e, &x)
	for _, k := range w.tellings(e) {
		if j := w.before[k]; j < i {
			x[toldBefore] = 1
		}
	}
	x[inList] = truth(w.perSent[e.Sent] >= 3)
	return x
}

func truth(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// place fills what tells where in the article the event stands.
func (w *weigher) place(e *event.Event, x *[numFeatures]float64) {
	from := int32(1 << 30)
	for _, m := range e.Mentions {
		s := w.sentence(m)
		if w.d.Sents[s].Kind == token.Headline {
			x[inHeadline] = 1
			continue
		}
		from = min(from, s-w.first)
	}
	switch {
	case from == 0:
		x[inLead] = 1
	case from <= 2:
		x[nearLead] = 1
	}
	if from < w.body {
		x[late] = float64(from) / float64(w.body)
	}
	x[mainClause] = truth(e.Main)
	x[echoesHead] = truth(w.head[e.Lemma])
}

func (w *weigher) sentence(s token.Span) int32 {
	i := w.d.At(s.Start)
	if int(i) >= len(w.d.Tokens) {
		return int32(len(w.d.Sents)) - 1
	}
	return w.d.Tokens[i].Sent
}

// setting fills what tells of time, place and status.
func (w *weigher) setting(e *event.Event, x *[numFeatures]float64) {
	x[ownDate] = truth(e.Time != token.None && e.Bound == event.Within)
	x[broughtDate] = truth(e.Time == token.None && (e.Bound == event.Within || e.Bound == event.About) && !e.When.IsZero())
	x[ownPlace] = truth(e.Place != token.None && !e.PlaceAssumed)
	switch e.Status {
	case event.Planned:
		x[planned] = 1
	case event.Possible, event.Denied, event.Failed:
		x[possible] = 1
	case event.Ongoing:
		x[ongoing] = 1
	}
}

// sides fills what tells of who takes part.
func (w *weigher) sides(e *event.Event, x *[numFeatures]float64) {
	best := 0
	for _, r := range e.Roles {
		agent := r.Role == event.Agent
		if r.Actor == token.None {
			if !agent {
				x[thingPatient] = 1
			}
			continue
		}
		a := &w.actors[r.Actor]
		switch named := w.named[r.Actor]; {
		case agent && named:
			x[namedAgent] = 1
		case agent:
			x[someAgent] = 1
		case named:
			x[namedPatient] = 1
		default:
			x[somePatient] = 1
		}
		if a.Count > 0 {
			x[counted] = 1
		}
		if w.headWho[r.Actor] {
			x[echoesHead] = 1
		}
		best = max(best, len(a.Mentions))
	}
	x[leadingActor] = float64(best) / float64(w.most)
}

// nature fills what tells of the kind of event and of how it is told.
func (w *weigher) nature(e *event.Event, x *[numFeatures]float64) {
	t := &w.d.Tokens[e.Head]
	x[byNoun] = truth(t.UPOS == token.NOUN)
	x[said] = truth(e.Statement != token.None)
	x[quoted] = truth(t.Quote != token.None)
	x[happened], x[dynamic] = float64(t.Happened)/100, float64(t.Dynamic)/100
	x[sure] = float64(e.Score) / 100
	q := ontology.QuadOf(e.Kind)
	_, known := ontology.LookupKind(e.Kind)
	switch {
	case e.Kind == ontology.Statement:
		x[statement] = 1
	case q == ontology.VerbalCoop || q == ontology.VerbalConflict:
		x[speech] = 1
	case !known || e.Kind == ontology.Change:
		x[plain] = 1
	default:
		x[hard] = 1
	}
}
