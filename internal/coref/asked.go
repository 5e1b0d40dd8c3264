package coref

import (
	"strings"

	"github.com/dateline-go/dateline/internal/actor"
	"github.com/dateline-go/dateline/internal/token"
)

// voices finds whom the labels of turns name; of two, the one who asks, and of one
// behind questions that letters begin, who answers.
func (r *resolver) voices(iv *interview) {
	iv.voices = none(len(iv.turns))
	var es, asks, all [2]int32
	n := 0
	letters := map[string]int32{} // labels of initials seen: whom they name
	for i := range iv.turns {
		r.d.CheckAt(i)
		t := &iv.turns[i]
		if t.Kind != Named {
			continue
		}
		e := r.voice(t, letters)
		if iv.voices[i] = e; e == token.None {
			n = len(es) + 1
			continue
		}
		k := 0
		for k < n && k < len(es) && es[k] != e {
			k++
		}
		if k == n && n < len(es) {
			es[n] = e
			n++
		} else if k == len(es) {
			n = len(es) + 1
			continue
		}
		if all[k]++; r.asksIn(iv, i) {
			asks[k]++
		}
	}
	switch {
	case n == 1 && iv.lettered():
		iv.who = es[0]
	case n == 2 && !iv.lettered():
		a, b := 0, 1
		if asks[a] < asks[b] {
			a, b = b, a
		}
		if asks[a] > asks[b] && 2*asks[a] > all[a] && 2*asks[b] < all[b] {
			iv.asks, iv.who = es[a], es[b]
		}
	}
}

// voice is the person whom the label of turn t names, by name or by initials, or
// None. "US:" is the state, whoever has these initials.
func (r *resolver) voice(t *Turn, letters map[string]int32) int32 {
	c := r.cover[t.First]
	if c != 0 && r.ms[c-1].Kind != actor.Person {
		return r.personAt(t.Colon - 1)
	}
	if e := r.initials(t, letters); e != token.None {
		if c != 0 && r.ms[c-1].Last <= t.Colon {
			r.of[c-1] = e
		}
		return e
	}
	return r.personAt(t.Colon - 1)
}

// initials is the one person whose names begin with the letters of label t, "AL:"
// for Ann Lee, or None. It looks each label up once, and notes it in known.
func (r *resolver) initials(t *Turn, known map[string]int32) int32 {
	w := actor.Fold(r.d.Word(t.First))
	if t.Colon != t.First+1 || !r.d.Tokens[t.First].Is(token.AllCaps) || len(w) < 2 || len(w) > 3 {
		return token.None
	}
	e, ok := known[w]
	if !ok {
		e = r.withInitials(w)
		known[w] = e
	}
	return e
}

// withInitials is the one person whose names begin with the letters of w, or None.
func (r *resolver) withInitials(w string) int32 {
	who := token.None
	for e := range r.es {
		r.d.CheckAt(e)
		x := &r.es[e]
		n := len(x.words)
		if x.Kind != actor.Person || n < 2 || x.words[0][0] != w[0] || x.words[n-1][0] != w[len(w)-1] || len(w) == 3 && (n < 3 || x.words[1][0] != w[1]) {
			continue
		}
		if who != token.None {
			return token.None
		}
		who = int32(e)
	}
	return who
}

// asksIn reports whether a sentence of turn i, to the end of its paragraph, ends with
// a question mark.
func (r *resolver) asksIn(iv *interview, i int) bool {
	first := r.d.Tokens[iv.turns[i].First].Sent
	last := r.d.Paras[r.d.Sents[first].Para].Last
	if i+1 < len(iv.turns) {
		last = min(last, r.d.Tokens[iv.turns[i+1].First].Sent)
	}
	for s := first; s < last; s++ {
		if r.d.Tokens[r.d.Sents[s].Last-1].Lower == "?" {
			return true
		}
	}
	return false
}

// setTurns notes which sentences ask, by the turns.
func (r *resolver) setTurns(iv *interview) {
	iv.from = r.d.Tokens[iv.turns[0].First].Sent
	k := 0
	for s := iv.from; int(s) < len(r.d.Sents); s++ {
		for k+1 < len(iv.turns) && iv.turns[k+1].First < r.d.Sents[s].Last {
			k++
		}
		t := &iv.turns[k]
		iv.asked[s] = t.Kind == Question || t.Kind == Named && iv.asks != token.None && iv.voices[k] == iv.asks
	}
}

// maxAsked is how many words of asking are read: each may cost a look at all mentions.
const maxAsked = 64

// findAsked finds who answers, and who asks, in an interview whose turns letters
// begin: whom the words before say to be interviewed; or else, where answers say
// "I", the one person whom the headline or those words name, or who speaks there.
func (r *resolver) findAsked(iv *interview) {
	several, known := false, iv.who != token.None
	n := 0
	for t := int32(0); t < r.d.Sents[iv.from].First && n < maxAsked && (known || !several); t++ {
		r.d.CheckAt(int(t))
		if !listed(r.d.Tokens[t].Lemma, classAsked) {
			continue
		}
		n++
		who, asks, more := r.asking(t)
		several = several || more || who != token.None && iv.who != token.None && who != iv.who && !known
		if who != token.None && iv.who == token.None {
			iv.who = who
		}
		if asks != token.None && asks != iv.who && (who == token.None || who == iv.who) {
			iv.asks = asks
		}
	}
	if several && !known {
		iv.who, iv.asks = token.None, token.None
		return
	}
	answers, questions := r.ownParas(iv)
	if iv.who != token.None || answers == 0 || answers < questions {
		return
	}
	for _, find := range [...]func() int32{r.titled, func() int32 { return r.introduced(iv, leastLettered) }, func() int32 { return r.sayer(iv) }} {
		if e := find(); e != token.None && e != iv.asks {
			iv.who = e
			return
		}
	}
}

// asking is who answers and who asks by word t, "spoke to", "interviewed",
// "interview", and whether it names several who may answer.
func (r *resolver) asking(t int32) (who, asks int32, several bool) {
	var subject, other side
	asks = token.None
	subject.e, other.e = token.None, token.None
	for k := range r.d.Kids(t) {
		rel := r.d.Tokens[k].Rel
		p := r.meant(k)
		switch {
		case p.e == token.None:
		case rel == token.Nsubj, rel == token.NmodPoss:
			subject = p
		case rel == token.NsubjPass, rel == token.Obj, rel.Base() == token.Appos, rel.Base() == token.Flat,
			(rel.Base() == token.Nmod || rel.Base() == token.Obl) && r.interviewCase(k):
			other = p
		case (rel.Base() == token.Nmod || rel.Base() == token.Obl) && r.delivers(k):
			asks = p.e
		}
	}
	switch {
	case other.e == token.None && listed(r.d.Tokens[t].Lemma, classAsk):
		return token.None, asks, false
	case other.e == token.None:
		return subject.e, asks, subject.several
	case subject.e == token.None || subject.e == other.e:
		return other.e, asks, other.several
	case listed(r.d.Tokens[t].Lemma, classAsk), r.answersTo(&other, &subject):
		subject, other = other, subject
	case !r.answersTo(&subject, &other):
		return token.None, token.None, false // either may answer
	}
	if other.several {
		other.e = token.None
	}
	return subject.e, other.e, subject.several
}

// side is one of those who speak with each other.
type side struct {
	e       int32 // entity, or None
	taken   bool  // a pronoun takes them up
	several bool  // they are one of several
}

// answersTo reports whether of two who speak with each other a answers: the one
// whom the article names more often, takes up or describes.
func (r *resolver) answersTo(a, b *side) bool {
	if x, y := r.questioner(a.e), r.questioner(b.e); x != y {
		return y
	}
	if x, y := r.es[a.e].names, r.es[b.e].names; x != y {
		return x > y
	}
	if a.taken != b.taken {
		return a.taken
	}
	return r.described(a.e) && !r.described(b.e)
}

// questioner reports whether the article calls person e a reporter or the like.
func (r *resolver) questioner(e int32) bool {
	return r.hasRole(e, func(role *actor.Role) bool {
		w := strings.Fields(role.Text)
		return len(w) > 0 && listed(w[len(w)-1], classQuestioner)
	})
}

// described reports whether the article says what person e is.
func (r *resolver) described(e int32) bool {
	return r.hasRole(e, func(*actor.Role) bool { return true })
}

// hasRole reports whether a mention of person e has such a role.
func (r *resolver) hasRole(e int32, such func(*actor.Role) bool) bool {
	for i := range r.ms {
		r.d.CheckAt(i)
		for k := range r.ms[i].Roles {
			if r.of[i] == e && such(&r.ms[i].Roles[k]) {
				return true
			}
		}
	}
	return false
}

// meant is the person whom token k or its phrase names, or as a pronoun takes up
// where nobody else was named before; or None.
func (r *resolver) meant(k int32) side {
	f, ok := pronounForm(r.d.Tokens[k].Lower)
	if !ok {
		e := r.personAt(k)
		if e == token.None {
			e = r.onlyPersonUnder(k)
		}
		return side{e: e, several: e != token.None && r.coordinatedAt(k, e)}
	}
	who := token.None
	for i := range r.ms {
		r.d.CheckAt(i)
		m := &r.ms[i]
		if m.First >= k {
			break
		}
		if m.Kind != actor.Person || m.Form != actor.Name || r.of[i] == who || f.plural || !agrees(f.gender, m.Gender) {
			continue
		}
		if who != token.None {
			return side{e: token.None}
		}
		who = r.of[i]
	}
	return side{e: who, taken: true}
}

// sayer is the one person who is the subject of verbs of speech before the turns, or
// None.
func (r *resolver) sayer(iv *interview) int32 {
	who := token.None
	for t := range r.d.Tokens {
		r.d.CheckAt(t)
		tok := &r.d.Tokens[t]
		if tok.Sent >= iv.from {
			break
		}
		if tok.Rel != token.Nsubj || tok.Head == token.None || !verbal(&r.d.Tokens[tok.Head]) || !speechVerb(&r.d.Tokens[tok.Head]) {
			continue
		}
		e := r.personAt(int32(t))
		if e == token.None || e == who {
			continue
		}
		if who != token.None {
			return token.None
		}
		who = e
	}
	return who
}
