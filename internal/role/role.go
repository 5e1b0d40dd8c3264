// Package role finds the predicates of a text (verbs, event nouns, predicate
// adjectives), the PropBank roleset of each and its arguments
// (https://propbank.github.io).
//
// Three linear models in turn say whether a word is a predicate, which of the
// rolesets of its lemma it has, and what each word on a path through the tree
// on which arguments stand is to it.
package role

import (
	_ "embed"
	"math"
	"slices"
	"strings"

	"github.com/dateline-go/dateline/internal/packed"
	"github.com/dateline-go/dateline/internal/role/feature"
	"github.com/dateline-go/dateline/internal/token"
)

//go:generate go run ../gen/words

//go:embed role.bin
var data string

// Find fills Preds of a parsed text, and has the roleset and the arguments of
// each found when Roleset and ArgsOf ask for them.
func Find(d *token.Doc) { FindWith(d, data) }

// FindWith is Find by a model that is not the embedded one, for the trainer.
func FindWith(d *token.Doc, data string) {
	d.Preds, d.Args, d.Sense, d.Argue = nil, nil, nil, nil
	m, ok := open(data)
	if !ok {
		return
	}
	x := &finder{d: d, m: &m}
	for i := range d.Sents {
		d.Check()
		x.sentence(int32(i))
	}
	d.Sense, d.Argue = x.sense, x.argue
}

// finder goes through the sentences of a text.
type finder struct {
	d      *token.Doc
	m      *model
	sent   feature.Sentence
	scores packed.Scores
	key    []byte
	found  []choice
	args   []token.Argument // of the predicate asked about last
}

// choice is a candidate with what the model says of it.
type choice struct {
	tok    int32
	scores [NumClasses]float32 // by class: logarithms of probabilities
	best   int
}

// sentence finds the predicates of sentence i, all before what each means, since
// that hangs on the others.
func (x *finder) sentence(i int32) {
	x.sent.Reset(x.d, i)
	for j := x.d.Sents[i].First; j < x.d.Sents[i].Last; j++ {
		c := x.sent.Class(j)
		if c == feature.NoClass {
			continue
		}
		if score, ok := x.is(j, c); ok {
			x.sent.Mark(j)
			x.d.Preds = append(x.d.Preds, token.Predicate{Token: j, Score: score})
		}
	}
}

// sense is the roleset of p.
func (x *finder) sense(p *token.Predicate) string {
	x.look(p.Token)
	return x.roleset(p.Token, x.sent.Class(p.Token))
}

// argue finds the arguments of p, which are good until the next call.
func (x *finder) argue(p *token.Predicate) []token.Argument {
	x.look(p.Token)
	x.args = x.args[:0]
	x.arguments(p, x.sent.Class(p.Token))
	return x.args
}

// look makes sent a view of the sentence of token j, with its predicates marked.
func (x *finder) look(j int32) {
	if x.sent.Holds(j) {
		return
	}
	at := x.d.Tokens[j].Sent
	x.sent.Reset(x.d, at)
	for k := x.d.PredFrom(x.d.Sents[at].First); k < len(x.d.Preds) && x.sent.Holds(x.d.Preds[k].Token); k++ {
		x.sent.Mark(x.d.Preds[k].Token)
	}
}

// is reports whether word j is a predicate, and how sure that is, in percent.
func (x *finder) is(j int32, c feature.Class) (uint8, bool) {
	if c == feature.Copula || c == feature.Auxiliary {
		return 99, true
	}
	sum := x.m.is.Sum(x.sent.Predicate(j, c))
	return percent(1 / (1 + math.Exp(-float64(float32(sum)/x.m.is.One())))), sum > 0
}

func percent(p float64) uint8 { return uint8(max(0, min(100, math.Round(100*p)))) }

// Key appends to b the key of a lemma in the table of rolesets.
func Key(b []byte, lemma string, c feature.Class) []byte {
	return append(append(b, lemma...), '/', c.Letter())
}

// order is the classes whose rolesets a word of a class may take, in turn.
var order = [...][4]feature.Class{
	feature.Verb:      {feature.Verb, feature.Noun, feature.Auxiliary, feature.Adjective},
	feature.Noun:      {feature.Noun, feature.Verb, feature.Adjective},
	feature.Adjective: {feature.Adjective, feature.Verb, feature.Noun},
	feature.Copula:    {feature.Copula, feature.Auxiliary, feature.Verb},
	feature.Auxiliary: {feature.Auxiliary, feature.Copula, feature.Verb},
}

// roleset is the sense of predicate j.
func (x *finder) roleset(j int32, c feature.Class) string {
	lemma := x.d.Tokens[j].Lemma
	for _, c := range order[c] {
		if c == feature.NoClass {
			break
		}
		x.key = Key(x.key[:0], lemma, c)
		if list, ok := x.m.rolesets.Find(string(x.key)); ok {
			return x.choose(j, list)
		}
	}
	if c == feature.Noun {
		if verb, ok := wordTable.Text(lemma, classVerb); ok {
			lemma = verb
		}
	}
	return lemma + ".01"
}

// Changes reports whether the subject of an intransitive use of a verb is what
// changes or moves rather than who acts.
func Changes(lemma string) bool { return wordTable.Has(lemma, classChange) }

// choose is one of the rolesets of a list, the one that the words around j
// speak for among those whose particle stands there.
func (x *finder) choose(j int32, list string) string {
	n := min(strings.Count(list, "\n"), maxSenses)
	s := x.scores[:n]
	clear(s)
	if n > 1 {
		x.m.sense.Add(&x.scores, x.sent.Sense(j, packed.WordHash(string(x.key))))
	}
	best, top := "", int32(math.MinInt32)
	for _, score := range s {
		var r string
		r, list, _ = strings.Cut(list, "\n")
		if best == "" || score > top && x.sent.Particle(j, r) {
			best = r
			if x.sent.Particle(j, r) {
				top = score
			}
		}
	}
	return best
}

// arguments appends the arguments of p to args.
func (x *finder) arguments(p *token.Predicate, c feature.Class) {
	cands := x.sent.Candidates(p.Token, c, x.m)
	if len(cands) == 0 {
		return
	}
	f := x.sent.Frame(p.Token, c, packed.WordHash(x.d.Roleset(p)), Changes(x.d.Tokens[p.Token].Lemma))
	x.found = x.found[:0]
	for i := range cands {
		s := x.scores[:NumClasses]
		clear(s)
		x.m.args.Add(&x.scores, x.sent.Argument(&f, &cands[i]))
		x.keep(cands[i].Token, s)
	}
	x.unique()
	slices.SortFunc(x.found, func(a, b choice) int { return int(a.tok - b.tok) })
	for i := range x.found {
		if o := &x.found[i]; o.best > 0 && o.best < token.NumLabels {
			x.args = append(x.args, token.Argument{Head: o.tok, Label: token.Label(o.best), Score: percent(math.Exp(float64(o.scores[o.best])))})
		}
	}
}

// keep puts a candidate that may be something to the predicate among those found.
func (x *finder) keep(tok int32, s []int32) {
	one := x.m.args.One()
	top := slices.Max(s[1:])
	if float32(top-s[0]) < x.m.bias*one {
		return
	}
	o := choice{tok: tok}
	top = max(top, s[0])
	sum := float32(0)
	for i := range o.scores {
		o.scores[i] = float32(s[i]-top) / one
		sum += float32(math.Exp(float64(o.scores[i])))
	}
	norm := float32(math.Log(float64(sum)))
	for i := range o.scores {
		o.scores[i] -= norm
	}
	o.scores[0] += x.m.bias
	o.choose()
	x.found = append(x.found, o)
}

func (o *choice) choose() {
	o.best = 0
	for i, s := range o.scores {
		if s > o.scores[o.best] {
			o.best = i
		}
	}
}

// unique gives each numbered role to one word only: of several, the surest
// keeps it and the others take what they are next to it.
func (x *finder) unique() {
	for changed := true; changed; {
		changed = false
		for l := int(token.ARG0); l <= int(token.ARG5); l++ {
			if x.contest(l) {
				changed = true
			}
		}
	}
}

// contest takes role l from all but the surest of those that have it, and
// reports whether there were others. None that lost it can have it again.
func (x *finder) contest(l int) (lost bool) {
	first := -1
	for i := range x.found {
		o := &x.found[i]
		if o.best != l {
			continue
		}
		if first < 0 {
			first = i
			continue
		}
		if x.found[first].scores[l] < o.scores[l] {
			o, first = &x.found[first], i
		}
		o.scores[l] = -100
		o.choose()
		lost = true
	}
	return lost
}
