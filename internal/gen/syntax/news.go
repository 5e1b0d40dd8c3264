package main

import (
	"math/rand/v2"
	"strings"

	"github.com/dateline-go/dateline/internal/conllu"
	"github.com/dateline-go/dateline/internal/token"
)

// The free treebanks hold little agency copy. news makes up sentences in its
// constructions, with trees in the conventions of the treebanks: attribution
// before, within and after what is said, passives, reduced relatives,
// participles in front and behind, particles, infinitives, headlines. The
// words are ours; only the trees' shapes are to be learnt from them.

// part is a word with its dependents on either side.
type part struct {
	form        string
	rel         token.Rel
	left, right []*part
}

func word(form string, rel token.Rel, left ...*part) *part {
	return &part{form: form, rel: rel, left: left}
}

func (p *part) after(q ...*part) *part { p.right = append(p.right, q...); return p }

func (p *part) as(r token.Rel) *part { p.rel = r; return p }

// before puts q in front of all.
func (p *part) before(q ...*part) *part { p.left = append(q, p.left...); return p }

func (p *part) flatten(s *conllu.Sentence) int {
	var at []int
	for _, q := range p.left {
		at = append(at, q.flatten(s))
	}
	s.Words = append(s.Words, conllu.Word{Form: p.form, Rel: p.rel})
	me := len(s.Words)
	for _, q := range p.right {
		at = append(at, q.flatten(s))
	}
	for _, k := range at {
		s.Words[k-1].Head = me
	}
	return me
}

// verb is a verb's forms and what it takes.
type verb struct{ base, past, part, ing, third string }

type writer struct{ *rand.Rand }

func (w writer) of(list string) string {
	f := strings.Fields(list)
	return strings.ReplaceAll(f[w.IntN(len(f))], "_", " ")
}

func (w writer) chance(percent int) bool { return w.IntN(100) < percent }

func (w writer) verb(list string) verb {
	lines := strings.Split(strings.TrimSpace(list), "\n")
	f := strings.Fields(lines[w.IntN(len(lines))])
	return verb{f[0], f[1], f[2], f[3], f[4]}
}

// name is a person's name, sometimes with a title or an apposition.
func (w writer) name(rel token.Rel) *part {
	p := word(w.of(firstNames), rel)
	if w.chance(75) {
		p.after(word(w.of(lastNames), token.Flat))
	} else {
		p.form = w.of(lastNames)
	}
	switch w.IntN(6) {
	case 0, 1:
		t := word(w.of("President Minister Chancellor Senator Governor General Secretary Ambassador"), token.NmodDesc)
		if t.form == "Minister" {
			t.before(word(w.of("Prime Foreign"), token.Amod))
		}
		if w.chance(50) {
			t.before(word(w.of(demonyms), token.Amod))
		}
		p.before(t)
	case 2:
		t := word(w.of("spokesman spokeswoman minister lawyer analyst envoy commander"), token.NmodDesc)
		t.before(word(w.of(compounds), token.Compound))
		p.before(t)
	case 3:
		a := word(w.of(roles), token.Appos, word(",", token.RelPunct), word("the", token.Det))
		if w.chance(70) {
			a.after(word(w.of(places), token.Nmod, word("of", token.Case)))
		}
		if w.chance(25) {
			a.after(w.who())
		}
		p.after(a.after(word(",", token.RelPunct)))
	}
	return p
}

// who is a relative clause about a person.
func (w writer) who() *part {
	v := w.verb(transitive)
	return word(v.past, token.AclRelcl, word("who", token.Nsubj)).after(w.thing(token.Obj, 0))
}

// people is a noun phrase for those who act.
func (w writer) people(rel token.Rel, depth int) *part {
	switch w.IntN(9) {
	case 0, 1:
		return w.name(rel)
	case 2:
		p := word(w.of(places), rel)
		if w.chance(20) {
			p.after(word(w.of(places), token.Conj, word("and", token.RelCC)))
		}
		return p
	case 3:
		switch rel {
		case token.Nsubj, token.NsubjPass:
			return word(w.of("he she they it they"), rel)
		case token.Obj, token.Iobj:
			return word(w.of("him her them"), rel)
		}
	}
	var p *part
	if w.chance(50) {
		p = word(w.of(plurals), rel)
		switch w.IntN(4) {
		case 0:
			p.before(word("the", token.Det))
		case 1:
			p.before(word(w.of("two three four 12 40 200 dozens_of several"), token.Nummod))
			if n := p.left[0]; n.form == "dozens of" {
				q := word("dozens", rel)
				p.left = nil
				return q.after(p.as(token.Nmod).before(word("of", token.Case)))
			} else if n.form == "several" {
				n.rel = token.Amod
			} else if n.form == "40" || n.form == "200" {
				n.before(w.about())
			}
		}
	} else {
		p = word(w.of(roles+bodies), rel, word(w.of("the the a the"), token.Det))
		if w.chance(25) {
			p = word(w.of(bodies), rel, word(w.of(places), token.NmodPoss).after(word("'s", token.Case)))
		}
	}
	if w.chance(25) && p.left != nil {
		at := len(p.left)
		p.left = append(p.left[:at:at], word(w.of(adjectives+demonyms), token.Amod))
	}
	if depth < 1 && rel == token.Nsubj {
		switch w.IntN(12) {
		case 0:
			p.after(w.who())
		case 1:
			v := w.verb(transitive)
			p.after(word(v.part, token.Acl).after(w.place(), w.time()))
		case 2:
			v := w.verb(transitive)
			p.after(word(v.ing, token.Acl).after(w.thing(token.Obj, 1)))
		case 3:
			p.after(word(w.of(bodies), token.Nmod, word(w.of("of from in"), token.Case), word("the", token.Det)))
		}
	}
	return p
}

// about is what stands before a number.
func (w writer) about() *part {
	if w.chance(50) {
		return word("least", token.Nmod, word("at", token.Case))
	}
	return word("more", token.Advmod).after(word("than", token.Fixed))
}

// thing is a noun phrase for what is acted on.
func (w writer) thing(rel token.Rel, depth int) *part {
	if w.chance(30) {
		return w.people(rel, depth+1)
	}
	p := word(w.of(things), rel)
	switch w.IntN(5) {
	case 0:
		p.before(word(w.of(places), token.NmodPoss).after(word("'s", token.Case)))
	case 1:
		p.before(word(w.of("its their his"), token.NmodPoss))
	default:
		p.before(word(w.of("the a the"), token.Det))
	}
	if w.chance(25) {
		p.left = append(p.left, word(w.of(adjectives), token.Amod))
	}
	if w.chance(20) {
		p.left = append(p.left, word(w.of("peace trade border oil aid election budget"), token.Compound))
	}
	if depth > 0 {
		return p
	}
	switch w.IntN(9) {
	case 8:
		p.after(word(w.of(places), token.Nmod, word("in", token.Case)))
	case 0:
		p.after(word(w.of(places), token.Nmod, word(w.of("with of on between"), token.Case)))
		if p.right[0].left[0].form == "between" {
			p.right[0].after(word(w.of(places), token.Conj, word("and", token.RelCC)))
		}
	case 1:
		v := w.verb(transitive)
		p.after(word(v.part, token.Acl).after(w.time()))
	case 2:
		v := w.verb(transitive)
		p.after(word(v.base, token.Acl, word("to", token.RelMark)).after(w.thing(token.Obj, 1)))
	case 3:
		v := w.verb(transitive)
		p.after(word(v.past, token.AclRelcl, word("that", token.Nsubj)).after(w.thing(token.Obj, 1)))
	}
	return p
}

func (w writer) place() *part {
	if w.chance(75) {
		return word(w.of(places), token.Obl, word("in", token.Case))
	}
	return word(w.of("capital border city airport hospital province village port"), token.Obl, word(w.of("in at near"), token.Case),
		word("the", token.Det))
}

func (w writer) time() *part {
	switch w.IntN(6) {
	case 0, 1:
		return word(w.of(days), token.Obl, word("on", token.Case))
	case 2:
		return word(w.of("week month year"), token.OblUnmarked, word(w.of("last this next"), token.Amod))
	case 3:
		return word(w.of(months), token.Obl, word(w.of("in since"), token.Case))
	case 4:
		return word(w.of("3 9 14 21 28"), token.Obl, word("on", token.Case), word(w.of(months), token.NmodUnmarked))
	}
	return word(w.of(days), token.OblUnmarked)
}

func (w writer) adjuncts(p *part) *part {
	if w.chance(45) {
		p.after(w.place())
	}
	if w.chance(45) {
		p.after(w.time())
	}
	return p
}

// finite puts a subject and a finite form before what takes them.
func (w writer) finite(v verb, subject *part, rel token.Rel) *part {
	p := word(v.past, rel, subject)
	switch w.IntN(12) {
	case 0:
		p = word(v.base, rel, subject, word(w.of("will would could may will"), token.Aux))
		if w.chance(25) {
			p.left = append(p.left, word("not", token.Advmod))
		}
	case 1:
		p = word(v.part, rel, subject, word("has", token.Aux))
	case 2:
		p = word(v.base, rel, subject, word("did", token.Aux), word("not", token.Advmod))
	case 3:
		p = word(v.ing, rel, subject, word("was", token.Aux))
	}
	return p
}

// clause is a clause with a subject.
func (w writer) clause(rel token.Rel, depth int) *part {
	subject := w.people(token.Nsubj, depth)
	kind := w.IntN(18)
	if depth > 1 {
		kind = w.IntN(8)
	}
	switch kind {
	case 0, 1, 2:
		p := w.finite(w.verb(transitive), subject, rel).after(w.thing(token.Obj, depth))
		if w.chance(15) {
			v := w.verb(transitive)
			p = word(v.past, rel, subject).after(p.right...)
			v = w.verb(transitive)
			p.after(word(v.past, token.Conj, word("and", token.RelCC)).after(w.thing(token.Obj, depth)))
		}
		return w.adjuncts(p)
	case 3:
		return w.adjuncts(w.finite(w.verb(intransitive), subject, rel))
	case 4:
		f := strings.Split(w.of(prepositional), "/")
		p := w.finite(verb{f[0], f[1], f[1], f[2], f[0] + "s"}, subject, rel)
		return w.adjuncts(p.after(w.thing(token.Obl, 1).before(word(f[3], token.Case))))
	case 5, 6:
		v := w.verb(transitive)
		p := word(v.part, rel, w.thing(token.NsubjPass, depth), word(w.of("was were is"), token.AuxPass))
		switch w.IntN(4) {
		case 0:
			p = word(v.part, rel, p.left[0], word("has", token.Aux), word("been", token.AuxPass))
		case 1:
			p = word(v.part, rel, p.left[0], word("will", token.Aux), word("be", token.AuxPass))
		}
		if w.chance(40) {
			p.after(w.people(token.OblAgent, 1).before(word("by", token.Case)))
		}
		return w.adjuncts(p)
	case 7:
		f := strings.Split(w.of(particles), "/")
		p := w.finite(verb{f[0], f[1], f[2], f[3], f[0] + "s"}, subject, rel)
		return w.adjuncts(p.after(word(f[4], token.CompoundPrt), w.thing(token.Obj, 1)))
	case 8, 9:
		v := w.verb(willing)
		return w.finite(v, subject, rel).after(w.infinitive(token.Xcomp, depth))
	case 10:
		v := w.verb(ordering)
		return w.finite(v, subject, rel).after(w.people(token.Obj, 1), w.infinitive(token.Xcomp, depth))
	case 11:
		p := word(w.of("set expected scheduled due"), rel, subject, word(w.of("is was are"), token.AuxPass))
		p.left[0].rel = token.NsubjPass
		if p.form == "due" {
			p.left[0].rel, p.left[1].rel = token.Nsubj, token.Cop
		}
		return p.after(w.infinitive(token.Xcomp, depth))
	case 12:
		p := word(w.of(roles+things), rel, subject, word("is", token.Cop), word("the", token.Det))
		return p.after(word(w.of(places), token.Nmod, word("of", token.Case)))
	case 13:
		return word(w.of("unclear possible likely clear unlikely"), rel, word("it", token.Expl), word("is", token.Cop)).
			after(w.clause(token.Csubj, depth+2).before(word(w.of("whether that"), token.RelMark)))
	case 14:
		return word("were", rel, word("there", token.Expl)).after(word(w.of(plurals+"talks casualties clashes reports"), token.Nsubj,
			word("no", token.Det))).after(w.place())
	case 15:
		p := w.people(token.Obj, 1)
		return word("left", rel, w.thing(token.Nsubj, 1)).after(p, word(w.of("dead homeless injured stranded angry unhurt"), token.Xcomp))
	}
	p := w.clause(rel, depth+2)
	m := w.of("after as because while when if before until")
	return p.after(w.clause(token.Advcl, depth+2).before(word(m, token.RelMark)))
}

func (w writer) infinitive(rel token.Rel, depth int) *part {
	if w.chance(20) {
		return w.adjuncts(word(w.verb(intransitive).base, rel, word("to", token.RelMark)))
	}
	return w.adjuncts(word(w.verb(transitive).base, rel, word("to", token.RelMark)).after(w.thing(token.Obj, depth)))
}

// saying is a verb of saying with its subject.
func (w writer) saying(rel token.Rel) *part {
	p := word(w.of("said said said added announced warned claimed stated"), rel, w.people(token.Nsubj, 1))
	if w.chance(20) {
		p.after(w.time())
	}
	return p
}

func comma() *part { return word(",", token.RelPunct) }

// sentence is one made-up sentence.
func (w writer) sentence() *part {
	switch w.IntN(14) {
	case 0, 1: // X said that ...
		p := word(w.of("said said announced warned claimed added believes stressed confirmed"), token.Root, w.people(token.Nsubj, 0))
		c := w.clause(token.Ccomp, 1)
		if w.chance(60) {
			c.before(word("that", token.RelMark))
		}
		return p.after(c, word(".", token.RelPunct))
	case 2: // ..., X said.
		p := w.saying(token.Root)
		return p.before(w.clause(token.Ccomp, 1).after(comma())).after(word(".", token.RelPunct))
	case 3: // "...," X said.
		p := w.saying(token.Root)
		c := w.clause(token.Ccomp, 1).before(word("“", token.RelPunct)).after(comma(), word("”", token.RelPunct))
		return p.before(c).after(word(".", token.RelPunct))
	case 4: // The talks, X said, will go on.
		p := w.clause(token.Root, 1)
		s := w.saying(token.Parataxis).before(comma()).after(comma())
		for i, q := range p.left {
			if q.rel.Base() == token.Nsubj {
				p.left = append(p.left[:i+1:i+1], append([]*part{s}, p.left[i+1:]...)...)
				break
			}
		}
		return p.after(word(".", token.RelPunct))
	case 5: // X told Y that ...
		p := word("told", token.Root, w.people(token.Nsubj, 0)).after(w.people(token.Iobj, 1))
		c := w.clause(token.Ccomp, 1)
		if w.chance(70) {
			c.before(word("that", token.RelMark))
		}
		return p.after(c, word(".", token.RelPunct))
	case 6: // Speaking in Rome, ...
		p := w.clause(token.Root, 1)
		var f *part
		switch w.IntN(5) {
		case 0:
			f = word(w.of("Speaking Arriving Appearing"), token.Advcl).after(w.place())
		case 1:
			f = word(w.verb(transitive).ing, token.Advcl, word(w.of("After Before While"), token.RelMark)).after(w.thing(token.Obj, 1))
		case 2:
			f = w.clause(token.Advcl, 2).before(word(w.of("After As When While If"), token.RelMark))
		case 3:
			f = w.time()
		default:
			f = word(w.of("statement speech interview letter"), token.Obl, word("in", token.Case), word("a", token.Det))
		}
		return p.before(f.after(comma())).after(word(".", token.RelPunct))
	case 7: // According to X, ...
		f := w.people(token.Obl, 1).before(word("According", token.Case).after(word("to", token.Fixed)))
		return w.clause(token.Root, 1).before(f.after(comma())).after(word(".", token.RelPunct))
	case 8: // ..., saying that ...
		p := w.clause(token.Root, 1)
		var t *part
		if w.chance(50) {
			t = word(w.of("saying warning adding"), token.Advcl, comma()).after(w.clause(token.Ccomp, 2))
		} else {
			t = word(w.verb(transitive).ing, token.Advcl, comma()).after(w.thing(token.Obj, 1))
		}
		return p.after(t, word(".", token.RelPunct))
	case 9: // ..., but ...
		p := w.clause(token.Root, 1)
		c := w.clause(token.Conj, 1).before(comma(), word(w.of("but and"), token.RelCC))
		return p.after(c, word(".", token.RelPunct))
	case 10: // headline
		return w.headline()
	}
	return w.clause(token.Root, 0).after(word(".", token.RelPunct))
}

// headline has no articles and no stop, the present for the past, infinitives
// for the future, bare participles for the passive.
func (w writer) headline() *part {
	who := func(rel token.Rel) *part { return word(w.of(places+lastNames+plurals), rel) }
	v := w.verb(transitive)
	switch w.IntN(5) {
	case 0:
		return word(v.third, token.Root, who(token.Nsubj)).after(word(w.of(things), token.Obj), w.place())
	case 1:
		return word(v.base, token.Root, who(token.Nsubj), word("to", token.RelMark)).after(who(token.Obj), w.place())
	case 2:
		return word(v.part, token.Root, word(w.of(plurals), token.NsubjPass, word(w.of("12 three dozens 40"), token.Nummod))).after(w.place())
	case 3:
		return word("says", token.Root, who(token.Nsubj)).after(word(v.part, token.Ccomp, word(w.of(things), token.NsubjPass)).after(w.place()))
	}
	return word(w.verb(willing).third, token.Root, who(token.Nsubj)).after(word(v.base, token.Xcomp,
		word("to", token.RelMark)).after(word(w.of(things), token.Obj)))
}

// news is n made-up sentences.
func news(n int) []*conllu.Sentence {
	w := writer{rand.New(rand.NewPCG(7, 7))}
	var out []*conllu.Sentence
	for range n {
		s := &conllu.Sentence{}
		w.sentence().flatten(s)
		f := s.Words[0].Form
		if f == "“" {
			s.Words[1].Form = strings.ToUpper(s.Words[1].Form[:1]) + s.Words[1].Form[1:]
		} else {
			s.Words[0].Form = strings.ToUpper(f[:1]) + f[1:]
		}
		// A comma before a stop, or after another, closes nothing.
		out = append(out, tidy(s))
	}
	return out
}

// tidy takes away the commas that meet another mark: those that close an
// apposition at the end of a clause.
func tidy(s *conllu.Sentence) *conllu.Sentence {
	at := make([]int, len(s.Words)+1) // new place of each word
	var out []conllu.Word
	for i, x := range s.Words {
		if x.Form == "," && (i+1 == len(s.Words) ||
			s.Words[i+1].Rel == token.RelPunct && s.Words[i+1].Form != "“" && s.Words[i+1].Form != "”") {
			continue
		}
		out = append(out, x)
		at[i+1] = len(out)
	}
	for i := range out {
		out[i].Head = at[out[i].Head]
	}
	s.Words = out
	return s
}
