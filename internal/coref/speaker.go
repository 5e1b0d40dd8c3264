package coref

import (
	"github.com/dateline-go/dateline/internal/actor"
	"github.com/dateline-go/dateline/internal/token"
)

// speaks notes entity e as who speaks in the quotations that reach into
// sentence s.
func (r *resolver) speaks(e, s int32) {
	sent := &r.d.Sents[s]
	if sent.Last-sent.First > 1000 {
		return // no sentence of an article
	}
	q := -1
	for t := sent.First; t < sent.Last; t++ {
		if k := r.d.Tokens[t].Quote; k != token.None && int(k) != q {
			q = int(k)
			for n := 0; k != token.None && n < 4; n, k = n+1, r.d.Quotes[k].Parent {
				if r.said[k] == token.None {
					r.said[k] = e
				}
			}
		}
	}
}

// guessSpeaker finds who speaks in sentence s, whose tree did not tell: of
// the people outside its quotations the one nearest to a verb of speech; or,
// when all of it is quoted, who spoke last in the paragraph.
func (r *resolver) guessSpeaker(s int32, from, to int) {
	open, verb, outside := r.unspoken(s)
	switch {
	case open == token.None:
	case !outside:
		r.goesOn(open, s)
	case verb != token.None:
		if e := r.nearestTo(verb, from, to); e != token.None {
			r.es[e].speaker = s
			r.speaks(e, s)
		}
	}
}

// unspoken is the last quotation in sentence s when nobody is known to speak
// in any, the first verb of speech outside of them, and whether words stand
// outside.
func (r *resolver) unspoken(s int32) (open, verb int32, outside bool) {
	open, verb = token.None, token.None
	sent := &r.d.Sents[s]
	for t := sent.First; t < sent.Last; t++ {
		tok := &r.d.Tokens[t]
		if tok.Quote != token.None {
			if r.said[tok.Quote] != token.None {
				return token.None, token.None, false
			}
			open = tok.Quote
			continue
		}
		if !tok.Is(token.Punct) {
			outside = true
			if verb == token.None && verbal(tok) && speechVerb(tok) {
				verb = t
			}
		}
	}
	return open, verb, outside
}

// goesOn gives quotation open, which is the whole of sentence s, to who spoke
// before in its paragraph.
func (r *resolver) goesOn(open, s int32) {
	d := r.d
	for q := open - 1; q >= 0 && q >= open-6; q-- {
		p := &d.Quotes[q]
		if p.End > d.Quotes[open].Start || p.Parent != token.None {
			continue
		}
		at := min(d.At(p.Start), int32(len(d.Tokens)-1))
		if d.Sents[d.Tokens[at].Sent].Para == d.Sents[s].Para {
			r.said[open] = r.said[q]
		}
		return
	}
}

// nearestTo is the person outside quotations, of mentions from to to, nearest
// to verb.
func (r *resolver) nearestTo(verb int32, from, to int) int32 {
	best, near := token.None, int32(12)
	for i := from; i < to; i++ {
		m := &r.ms[i]
		if r.of[i] == token.None || r.d.Tokens[m.First].Quote != token.None || !person(m.Kind) {
			continue
		}
		dist := verb - m.Last
		if dist < 0 {
			dist = m.First - verb
		}
		if dist < near {
			best, near = r.of[i], dist
		}
	}
	return best
}

// saidBy is who speaks in quotation q, as far as is known, or token.None.
func (r *resolver) saidBy(q int32) int32 {
	for n := 0; q != token.None && n < 8; n++ {
		if r.said[q] != token.None {
			return r.said[q]
		}
		q = r.d.Quotes[q].Prev
	}
	return token.None
}

// person reports whether k is one human being.
func person(k actor.Kind) bool { return k == actor.Person || k == actor.RoleOnly }
