package coref

import (
	"cmp"
	"slices"
	"strings"

	"github.com/dateline-go/dateline/internal/actor"
	"github.com/dateline-go/dateline/internal/token"
)

// An interview is an article of questions and answers: turns that letters or
// names begin, or else paragraphs that end with a question mark, and between them
// paragraphs of somebody who says "I".
type interview struct {
	who    int32   // entity that answers, or None when the article is none
	asks   int32   // entity that asks, or None when nobody is known to
	turns  []Turn  // those that letters or names begin
	voices []int32 // turn: entity that its label names, or None
	asked  []bool  // sentence: it is part of a question
	from   int32   // sentence with which questions and answers begin
}

// lettered reports whether turns begin with "Q:" and "A:" or the like.
func (iv *interview) lettered() bool {
	return slices.ContainsFunc(iv.turns, func(t Turn) bool { return t.Kind != Named })
}

const (
	minQuestions = 3 // paragraphs, for an interview of who is not said to be interviewed
	minAnswers   = 3 // paragraphs with an "I" outside quotations, for the same
	fewQuestions = 1 // for an interview of who is said to be interviewed
	fewAnswers   = 2
)

// findInterview tells whether the article is an interview of one person.
func (r *resolver) findInterview() interview {
	iv := interview{who: token.None, asks: token.None, turns: Turns(r.d), asked: make([]bool, len(r.d.Sents))}
	r.voices(&iv)
	if lettered := iv.lettered(); lettered || iv.who != token.None {
		r.setTurns(&iv)
		if lettered {
			r.findAsked(&iv)
		}
		return iv
	}
	n := r.questions(&iv)
	if n < fewQuestions {
		return iv
	}
	answers, _ := r.ownParas(&iv)
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
			iv.who = r.introduced(&iv, leastIntroduced)
		}
	}
	return iv
}

// ownParas counts the paragraphs with an "I" outside quotations, in answers and in
// questions.
func (r *resolver) ownParas(iv *interview) (answers, questions int) {
	last := token.None
	for t := range r.d.Tokens {
		r.d.CheckAt(t)
		tok := &r.d.Tokens[t]
		p := r.d.Sents[tok.Sent].Para
		if tok.Lower != "i" || tok.Quote != token.None || tok.Sent < iv.from || p == last {
			continue
		}
		last = p
		if iv.asked[tok.Sent] {
			questions++
		} else {
			answers++
		}
	}
	return answers, questions
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

// questions notes the paragraphs that are questions, and counts them.
func (r *resolver) questions(iv *interview) (n int) {
	for p := range r.d.Paras {
		r.d.CheckAt(p)
		para := &r.d.Paras[p]
		if para.First >= para.Last {
			continue
		}
		first, end := r.d.Sents[para.First].First, r.d.Sents[para.Last-1].Last-1
		bold := first < end && asterisks(r.d.Tokens[first].Lower)
		for bold && end > first && asterisks(r.d.Tokens[end].Lower) {
			end-- // "**Why?**"
		}
		if end < first || !bold && r.d.Sents[para.Last-1].Kind != token.Body {
			continue
		}
		if last := &r.d.Tokens[end]; last.Lower != "?" || last.Quote != token.None {
			continue
		}
		if n++; n == 1 {
			iv.from = para.First
		}
		for s := para.First; s < para.Last; s++ {
			iv.asked[s] = true
		}
	}
	return n
}

func asterisks(w string) bool { return strings.Trim(w, "*") == "" }

// interviewed is the one person whom the words before the first question say
// to be interviewed, or None, and whether they say so of several.
func (r *resolver) interviewed(iv *interview) (who int32, several bool) {
	who = token.None
	for t := range r.d.Tokens {
		r.d.CheckAt(t)
		if r.d.Tokens[t].Sent >= iv.from {
			break
		}
		if !listed(r.d.Tokens[t].Lemma, classInterview) {
			continue
		}
		if r.tells(int32(t)) {
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

// leastIntroduced is how often the introduction of an interview must name a
// person, and nobody else more than once, to be about that person; unless it
// names nobody else.
const leastIntroduced = 3

// leastLettered is the same where letters begin the turns.
const leastLettered = 2

// introduced is the person whom the introduction is about, named at least so often, or None.
func (r *resolver) introduced(iv *interview, least int) int32 {
	times := map[int32]int{}
	for i := range r.ms {
		r.d.CheckAt(i)
		m := &r.ms[i]
		if r.d.Tokens[m.First].Sent >= iv.from {
			break
		}
		if m.Kind == actor.Person && m.Form == actor.Name {
			times[r.of[i]]++
		}
	}
	who := token.None
	for e, n := range times {
		switch {
		case (n >= least || len(times) == 1) && who == token.None:
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
	named := func(m *actor.Mention) bool { return m.Kind == actor.Person && m.Form == actor.Name }
	if c := r.cover[k]; c != 0 && named(&r.ms[c-1]) {
		return r.of[c-1]
	}
	at := r.d.Tokens[k].Span
	sent := &r.d.Sents[r.d.Tokens[k].Sent]
	i, _ := slices.BinarySearchFunc(r.ms, sent.First, func(m actor.Mention, t int32) int { return cmp.Compare(m.First, t) })
	for ; i < len(r.ms) && r.ms[i].First < sent.Last; i++ {
		if m := &r.ms[i]; named(m) && m.Full.Contains(at) {
			return r.of[i]
		}
	}
	return token.None
}

// answers links word t of an interview: "I" and "we" in an answer, "I" and "you" in
// a question, the label of a turn.
func (r *resolver) answers(t int32) bool {
	iv := &r.interview
	tok := &r.d.Tokens[t]
	if iv.who == token.None || tok.Quote != token.None || tok.Sent < iv.from {
		return false
	}
	asked := iv.asked[tok.Sent]
	if r.heads(t) {
		e := iv.who
		if asked {
			e = iv.asks
		}
		return r.asInterview(e, t)
	}
	if listed(tok.Lower, classFirstPlural) && !asked {
		if e := r.speaksFor(iv.who); e != token.None {
			r.refer(e, t, "speaker-for", sureSpeaksFor)
			return true
		}
		return false
	}
	switch {
	case listed(tok.Lower, classSecond) && asked, listed(tok.Lower, classFirstSingular) && !asked:
		return r.asInterview(iv.who, t)
	case listed(tok.Lower, classFirstSingular):
		return r.asInterview(iv.asks, t)
	}
	return false
}

// heads reports whether word t is the label of a turn, and no name that a mention
// covers.
func (r *resolver) heads(t int32) bool {
	i, ok := r.turnAt(t)
	return ok && (r.interview.turns[i].Kind != Named || r.cover[t] == 0 && r.interview.voices[i] != token.None)
}

// lettersTurn reports whether mention m is but the letter or the word that begins a
// turn, "Q", which names nobody.
func (r *resolver) lettersTurn(m *actor.Mention) bool {
	i, ok := r.turnAt(m.First)
	return ok && r.interview.turns[i].Kind != Named && m.Last <= r.interview.turns[i].Colon
}

// turnAt is the turn whose label begins with word t.
func (r *resolver) turnAt(t int32) (int, bool) {
	return slices.BinarySearchFunc(r.interview.turns, t, func(x Turn, t int32) int { return cmp.Compare(x.First, t) })
}

// inTurn reports whether here is in a turn of those who ask and answer, c one of
// them: "he" and "she" are others then.
func (r *resolver) inTurn(c int32, here seen) bool {
	iv := &r.interview
	if c != iv.who && c != iv.asks || here.quote != token.None || len(iv.turns) == 0 || here.sent < iv.from {
		return false
	}
	i, ok := r.turnAt(here.first)
	if !ok {
		i--
	}
	return i >= 0 && r.d.Sents[r.d.Tokens[iv.turns[i].First].Sent].Para == r.d.Sents[here.sent].Para
}

func (r *resolver) asInterview(e, t int32) bool {
	if e == token.None {
		return false
	}
	r.refer(e, t, "interview", sureInterview)
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
