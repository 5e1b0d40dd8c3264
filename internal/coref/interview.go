package coref

import (
	"github.com/dateline-go/dateline/internal/actor"
	"github.com/dateline-go/dateline/internal/token"
)

// An interview is an article of questions and answers without marks of who
// speaks: paragraphs that end with a question mark, and between them
// paragraphs of somebody who says "I".
type interview struct {
	who      int32  // entity that answers, or None when the article is none
	lettered bool   // turns begin with "Q:" and "A:"
	question []bool // paragraph: it is a question
	first    int32  // first paragraph that is one
}

const (
	minQuestions = 3 // paragraphs, for an interview of who is not said to be interviewed
	minAnswers   = 3 // paragraphs with an "I" outside quotations, for the same
	fewQuestions = 1 // for an interview of who is said to be interviewed
	fewAnswers   = 2
)

// findInterview tells whether the article is an interview of one person.
func (r *resolver) findInterview() interview {
	iv := interview{who: token.None, question: r.questions()}
	n, answers := 0, 0
	for i, q := range iv.question {
		if q {
			if n++; n == 1 {
				iv.first = int32(i)
			}
			iv.lettered = iv.lettered || r.letter(int32(i), "q")
		}
	}
	if n < fewQuestions {
		return iv
	}
	has := make([]bool, len(iv.question))
	for t := range r.d.Tokens {
		r.d.CheckAt(t)
		tok := &r.d.Tokens[t]
		if p := r.d.Sents[tok.Sent].Para; tok.Lower == "i" && tok.Quote == token.None && p > iv.first && !iv.question[p] && !has[p] {
			has[p] = true
			answers++
		}
	}
	if answers == 0 {
		return iv
	}
	said, several := r.interviewed(&iv)
	if answers < fewAnswers && !r.announced() {
		return iv
	}
	switch {
	case said != token.None:
		iv.who = said
	case !several && n >= minQuestions:
		if iv.who = r.titled(); iv.who == token.None && answers >= minAnswers {
			iv.who = r.introduced(&iv)
		}
	}
	return iv
}

// announced reports whether the first paragraph, a headline, calls the article
// an interview.
func (r *resolver) announced() bool {
	for t := range r.d.Tokens {
		r.d.CheckAt(t)
		tok := &r.d.Tokens[t]
		if r.d.Sents[tok.Sent].Para > 0 {
			break
		}
		if listed(tok.Lemma, classInterviewing) {
			return true
		}
	}
	return false
}

// headed is the person with whose name and a colon headline s begins, "Ann
// Lee: An interview", or None.
func (r *resolver) headed(s int32) int32 {
	sent := &r.d.Sents[s]
	c := r.cover[sent.First]
	if sent.Kind != token.Headline && sent.Para > 0 || c == 0 {
		return token.None
	}
	m := &r.ms[c-1]
	if m.Kind != actor.Person || m.Form != actor.Name || m.Last >= sent.Last || r.d.Tokens[m.Last].Lower != ":" {
		return token.None
	}
	return r.of[c-1]
}

// titled is the one person whom the headline names, or None.
func (r *resolver) titled() int32 {
	who := token.None
	for i := range r.ms {
		r.d.CheckAt(i)
		m := &r.ms[i]
		sent := &r.d.Sents[r.d.Tokens[m.First].Sent]
		if sent.Para > 0 || sent.Kind != token.Headline {
			break
		}
		if m.Kind != actor.Person || m.Form != actor.Name || r.of[i] == who {
			continue
		}
		if who != token.None {
			return token.None
		}
		who = r.of[i]
	}
	return who
}

// questions tells which paragraphs are questions.
func (r *resolver) questions() []bool {
	out := make([]bool, len(r.d.Paras))
	for i := range r.d.Sents {
		r.d.CheckAt(i)
		sent := &r.d.Sents[i]
		if sent.Last > sent.First {
			last := &r.d.Tokens[sent.Last-1]
			out[sent.Para] = sent.Kind == token.Body && last.Lower == "?" && last.Quote == token.None
		}
	}
	return out
}

// interviewed is the one person whom the words before the first question say
// to be interviewed, or None, and whether they say so of several.
func (r *resolver) interviewed(iv *interview) (who int32, several bool) {
	who = token.None
	for t := range r.d.Tokens {
		r.d.CheckAt(t)
		if r.d.Sents[r.d.Tokens[t].Sent].Para >= iv.first {
			break
		}
		if !listed(r.d.Tokens[t].Lemma, classInterview) {
			continue
		}
		if r.tells(int32(t)) {
			if e := r.tellsPaper(int32(t)); e != token.None && iv.lettered {
				return e, false
			}
			continue
		}
		if e := r.headed(r.d.Tokens[t].Sent); e != token.None {
			return e, false
		}
		for k := range r.d.Kids(int32(t)) {
			e := r.askedAs(k)
			if e == token.None {
				continue
			}
			if who != token.None && e != who || r.coordinatedAt(k, e) {
				return token.None, true // nothing tells which of them answers
			}
			who = e
		}
	}
	return who, false
}

// tells reports whether somebody, and no newspaper, is the subject of verb t:
// "he spoke to Anna Lowell" does not say that she answers.
func (r *resolver) tells(t int32) bool {
	for k := range r.d.Kids(t) {
		if r.d.Tokens[k].Rel != token.Nsubj {
			continue
		}
		f, ok := pronounForm(r.d.Tokens[k].Lower)
		return ok && f.gender != actor.Neut || r.personAt(k) != token.None
	}
	return false
}

// tellsPaper is the person who is the subject of verb t and speaks to a paper or
// to "us", "the writer Ann Lee spoke to the Herald", or None.
func (r *resolver) tellsPaper(t int32) int32 {
	who, paper := token.None, false
	for k := range r.d.Kids(t) {
		switch kid := &r.d.Tokens[k]; {
		case kid.Rel == token.Nsubj:
			who = r.personAt(k)
		case kid.Rel == token.Obl:
			e := r.at(k)
			paper = paper || r.interviewCase(k) && (listed(kid.Lower, classFirstPlural) || e != token.None && isBody(r.es[e].Kind))
		}
	}
	if !paper {
		return token.None
	}
	return who
}

// letter reports whether paragraph p is a turn that letter l begins, "Q:", "A.".
func (r *resolver) letter(p int32, l string) bool {
	para := &r.d.Paras[p]
	if para.First >= para.Last {
		return false
	}
	t := r.d.Sents[para.First].First
	return int(t)+1 < len(r.d.Tokens) && r.d.Tokens[t].Lower == l && r.d.Tokens[t].Is(token.Capital) &&
		(r.d.Tokens[t+1].Lower == ":" || r.d.Tokens[t+1].Lower == ".")
}

// leastIntroduced is how often the introduction of an interview must name a
// person, and nobody else more than once, to be about that person; unless it
// names nobody else.
const leastIntroduced = 3

// introduced is the person whom the introduction is about, or None.
func (r *resolver) introduced(iv *interview) int32 {
	times := map[int32]int{}
	for i := range r.ms {
		r.d.CheckAt(i)
		m := &r.ms[i]
		if r.d.Sents[r.d.Tokens[m.First].Sent].Para >= iv.first {
			break
		}
		if m.Kind == actor.Person && m.Form == actor.Name {
			times[r.of[i]]++
		}
	}
	who := token.None
	for e, n := range times {
		switch {
		case (n >= leastIntroduced || len(times) == 1) && who == token.None:
			who = e
		case n > 1:
			return token.None
		}
	}
	return who
}

// interviewCase reports whether token k has a preposition of interviews: with, to.
func (r *resolver) interviewCase(k int32) bool {
	for c := range r.d.Kids(k) {
		if r.d.Tokens[c].Rel == token.Case && listed(r.d.Tokens[c].Lower, classInterviewPreposition) {
			return true
		}
	}
	return false
}

// askedAs is the person that token k, which hangs on a word of interviewing,
// says is interviewed, or None.
func (r *resolver) askedAs(k int32) int32 {
	rel := r.d.Tokens[k].Rel
	asked := rel == token.Obj || rel == token.NsubjPass || rel.Base() == token.Appos || rel.Base() == token.Flat
	if !asked && !((rel.Base() == token.Nmod || rel.Base() == token.Obl) && r.interviewCase(k)) {
		return token.None
	}
	if e := r.personAt(k); e != token.None {
		return e
	}
	return r.onlyPersonUnder(k)
}

// onlyPersonUnder is the one person named in the phrase of token k, or None:
// "with activist and philosopher Ann Lee".
func (r *resolver) onlyPersonUnder(k int32) int32 {
	first, last := r.d.Subtree(k)
	who := token.None
	for t := first; t < last; t++ {
		e := r.at(t)
		if e == token.None || e == who || r.es[e].Kind != actor.Person {
			continue
		}
		if who != token.None {
			return token.None
		}
		who = e
	}
	return who
}

// coordinatedAt reports whether another person than e is coordinated with
// token k.
func (r *resolver) coordinatedAt(k, e int32) bool {
	first, last := r.d.Subtree(k)
	for t := first; t < last; t++ {
		if r.d.Tokens[t].Rel.Base() != token.Conj {
			continue
		}
		if o := r.personAt(t); o != token.None && o != e {
			return true
		}
	}
	return false
}

// personAt is the person whose name, with the titles and roles that touch it,
// holds token k, or None.
func (r *resolver) personAt(k int32) int32 {
	at := r.d.Tokens[k].Span
	for i := range r.ms {
		r.d.CheckAt(i)
		if m := &r.ms[i]; m.Kind == actor.Person && m.Form == actor.Name && m.Full.Contains(at) {
			return r.of[i]
		}
	}
	return token.None
}

// answers links word t of an interview: "I" in an answer, "you" in a question,
// the "A" before an answer.
func (r *resolver) answers(t int32) bool {
	iv := &r.interview
	tok := &r.d.Tokens[t]
	para := r.d.Sents[tok.Sent].Para
	if iv.who == token.None || tok.Quote != token.None || para < iv.first {
		return false
	}
	if iv.lettered && tok.Lower == "a" && r.d.Sents[r.d.Paras[para].First].First == t && r.letter(para, "a") {
		r.refer(iv.who, t, "interview", sureInterview)
		return true
	}
	if listed(tok.Lower, classFirstPlural) && !iv.question[para] {
		if e := r.speaksFor(iv.who); e != token.None {
			r.refer(e, t, "speaker-for", sureSpeaksFor)
			return true
		}
		return false
	}
	class := classFirstSingular
	if iv.question[para] {
		class = classSecond
	}
	if !listed(tok.Lower, class) {
		return false
	}
	r.refer(iv.who, t, "interview", sureInterview)
	return true
}

// speaksFor is the body of which person e has an office that says "we" for it, or
// None.
func (r *resolver) speaksFor(e int32) int32 {
	for _, k := range r.es[e].told {
		ro := &r.es[e].Roles[k]
		if !listed(ro.Office, classSpeaksFor) {
			continue
		}
		if b := r.bodyOf(ro); b != token.None && r.es[b].Mentions != nil {
			return b
		}
	}
	return token.None
}

// bodyOf is the body of which a role is one now, "chief executive of Norvo", or None.
func (r *resolver) bodyOf(ro *actor.Role) int32 {
	if ro.Standing != actor.Current || ro.Of.Len() == 0 {
		return token.None
	}
	first, last := r.d.Range(ro.Of)
	if first >= last {
		return token.None
	}
	if b := r.at(last - 1); b != token.None && isBody(r.es[b].Kind) && r.es[b].Number != actor.Plur {
		return b
	}
	return token.None
}
