package place

import (
	"slices"

	"github.com/dateline-go/dateline/internal/gazetteer"
	"github.com/dateline-go/dateline/internal/token"
	"github.com/dateline-go/dateline/internal/words"
)

// before is what the words before a spot say.
func (f *finder) before(s *spot, sent *token.Sentence) float64 {
	d := f.d
	i := s.first - 1
	if i < sent.First {
		if len(s.cands) > 0 && s.cands[0].Flags&gazetteer.Word != 0 {
			return beforeHead
		}
		return 0
	}
	if d.Tokens[i].Lower == "the" && i > sent.First {
		i--
	}
	t := &d.Tokens[i]
	if t.Lower == "of" && i > sent.First {
		switch p := d.Tokens[i-1].Lower; {
		case is(p, classNamedOf):
			return beforeNamedOf
		case is(p, classPartOf):
			return beforePartOf
		case is(p, classRuledBy):
			return beforeRuledBy
		}
	}
	if t.Is(token.Capital) && !t.Is(token.Punct) && s.in == token.None && is(t.Lower, classTitle) {
		if words.Common.Has(t.Lower, words.Honorific) {
			return beforeHonorific
		}
		if s.size() >= large {
			return beforeTitleOf
		}
		return beforeTitle
	}
	if v := locative(t.Lower); v > 0 {
		return v
	}
	if f.names(i, sent) {
		return f.continued(s, t)
	}
	if i > sent.First && !d.Tokens[s.first].Is(token.SpaceBefore) && (t.Lower == "-" || t.Lower == "–") {
		if u := &d.Tokens[i-1]; u.Is(token.Capital) && u.Len() > 1 && !f.taken(i-1) {
			return beforeJoined
		}
		return beforeHyphen
	}
	return 0
}

// names reports whether token i, in capitals, may open a longer name.
func (f *finder) names(i int32, sent *token.Sentence) bool {
	t := &f.d.Tokens[i]
	if !t.Is(token.Capital) || t.Is(token.Punct) || sent.Kind == token.Headline {
		return false
	}
	return i > sent.First || t.UPOS == token.PROPN || t.UPOS == token.NoUPOS && !is(t.Lower, classOrdinary)
}

// continued is what a capitalised word t straight before a spot says, that is
// no place: the spot is part of a longer name.
func (f *finder) continued(s *spot, t *token.Token) float64 {
	if t.Ent != token.None && f.d.Ents[t.Ent].Type == token.LOC && f.d.Ents[t.Ent].Last <= s.first {
		return 0
	}
	if s.in == token.None && f.g.Given(t.Lower) {
		s.person = true
		return beforeGiven
	}
	return beforeName
}

// after is what the words after a spot say.
func (f *finder) after(s *spot, sent *token.Sentence) float64 {
	d := f.d
	i := s.last
	if i >= sent.Last {
		return 0
	}
	t := &d.Tokens[i]
	switch {
	case !t.Is(token.SpaceBefore) && (t.Lower == "-" || t.Lower == "–"):
		if i+1 < sent.Last && d.Tokens[i+1].Lower == "based" {
			return afterBased
		}
		return afterHyphen
	case f.christened(s, i, sent):
		return afterPrivate
	case t.Lower == "'s" || t.Lower == "'" || t.Lower == "’":
		if i+1 < sent.Last && d.Tokens[i+1].Is(token.Capital) && d.Tokens[i+1].Lower == "day" {
			return afterDay
		}
		return afterOwner
	case t.Is(token.Capital) && is(t.Lower, classStreet) && !(t.Lower == "highway" && i+1 < sent.Last && d.Tokens[i+1].Lower == "patrol"):
		return afterStreet
	case !t.Is(token.Capital) || t.Is(token.Punct):
		return f.lower(s, t, sent)
	case s.in != token.None:
		return 0
	}
	if k := f.next(s); k != nil && k.first == s.last && !is(t.Lower, classOrdinary) && !is(t.Lower, classPublic) && k.size() > middling {
		return afterPlace
	}
	return f.rest(s, sent)
}

// christened reports whether a spot is a saint that something is called after:
// "St Anne's Church", token i being the possessive.
func (f *finder) christened(s *spot, i int32, sent *token.Sentence) bool {
	if f.d.Tokens[i].Lower != "'s" || s.last-s.first < 2 || i+1 >= sent.Last || !is(f.d.Tokens[s.first].Lower, classSaint) {
		return false
	}
	t := &f.d.Tokens[i+1]
	return t.Is(token.Capital) && is(t.Lower, classVenue)
}

// lower is what a word t in lower case straight after a spot says.
func (f *finder) lower(s *spot, t *token.Token, sent *token.Sentence) float64 {
	switch {
	case is(t.Lower, classServes):
		return afterServes
	case is(t.Lower, classTreaty):
		return afterTreaty
	case is(t.Lower, classChristened):
		return afterChristened
	case len(s.cands) > 0 && s.size() < large && s.cands[0].Flags&gazetteer.Capital == 0 && is(t.Lower, classSpeech):
		return afterSpeech
	case t.UPOS == token.VERB && len(s.cands) > 0 && s.size() < small && !f.whereabouts(s, sent):
		return afterVerb
	}
	return 0
}

// rest is what the rest of a longer name says that a spot opens: what kind of
// thing is it?
func (f *finder) rest(s *spot, sent *token.Sentence) float64 {
	d := f.d
	e, own := d.Tokens[s.last].Ent, d.Tokens[s.first].Ent
	if sent.Kind == token.Headline && (own == token.None || e != own) {
		return 0
	}
	end := min(sent.Last, s.last+6)
	if own != token.None && d.Ents[own].Last > s.last {
		end = min(end, d.Ents[own].Last)
	}
	if f.team(s, sent) {
		return afterTeam
	}
	good, bad := f.goesOn(s.last, end)
	longer := own != token.None && own == e
	switch {
	case bad:
		return afterPrivate
	case good:
		s.public = true
		return afterPublic
	case longer && (d.Ents[own].Type == token.ORG || d.Ents[own].Type == token.PER):
		return afterEntity
	case s.size() >= large:
		return afterNameStrong
	}
	return afterName
}

// team reports whether a state's name and "State" stand for a university's
// team: "Ohio State won", "Ohio State Buckeyes". "State Police" and "State University" go on.
func (f *finder) team(s *spot, sent *token.Sentence) bool {
	d := f.d
	if d.Tokens[s.last].Lower != "state" || !d.Tokens[s.last].Is(token.Capital) || !f.american(s) {
		return false
	}
	good, bad := f.goesOn(s.last+1, min(sent.Last, s.last+6))
	return !good && !bad
}

// goesOn reports whether the words of a name from i on make it a public body's, a private one's.
func (f *finder) goesOn(i, end int32) (good, bad bool) {
	for j := i; j < end; j++ {
		u := &f.d.Tokens[j]
		if !u.Is(token.Capital) && !is(u.Lower, classInName) {
			break
		}
		if is(u.Lower, classPrivate) {
			bad = true
		}
		if is(u.Lower, classPublic) {
			good = true
			// "National", "State" and "Central" open names of all kinds.
			if j == i && !is(u.Lower, classAnybody) {
				break
			}
		}
	}
	return good, bad
}

// taken reports whether token i is in a spot.
func (f *finder) taken(i int32) bool {
	n, _ := slices.BinarySearchFunc(f.spots, i, func(s spot, i int32) int { return int(s.last-1) - int(i) })
	return n < len(f.spots) && f.spots[n].first <= i
}

// next is the spot after s, if any.
func (f *finder) next(s *spot) *spot {
	lo, hi := 0, len(f.spots)
	for lo < hi {
		m := int(uint(lo+hi) >> 1)
		if f.spots[m].first <= s.first {
			lo = m + 1
		} else {
			hi = m
		}
	}
	if lo < len(f.spots) {
		return &f.spots[lo]
	}
	return nil
}
