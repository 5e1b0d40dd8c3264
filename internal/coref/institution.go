package coref

import (
	"slices"
	"strings"

	"github.com/dateline-go/dateline/internal/actor"
	"github.com/dateline-go/dateline/internal/token"
)

// bodyDescription resolves "the company", "the ministry".
func (r *resolver) bodyDescription(m *actor.Mention) link {
	sent := r.d.Tokens[m.First].Sent
	first := r.d.Tokens[m.First].Lower
	if !m.Definite || listed(first, classPossessive) || first == "this" && listed(r.d.Tokens[m.Head].Lower, classSpeaking) {
		return nobody
	}
	if e := r.sameBody(m); e != token.None {
		return link{e: e, reason: "name-inside", score: sureSamePhrase, inside: true}
	}
	best, most := nobody, float32(0)
	own := token.None
	if m.Last-m.First == 2 {
		own = r.speakersBody(sent)
	}
	for c, x := range r.recent {
		if !isBody(x.Kind) && x.Kind != actor.State || x.Number == actor.Plur || sent-x.last.sent > 2*reach || !compatible(x.Country, m.Country) {
			continue
		}
		s, why := r.takesUp(m, x, sent-x.last.sent)
		if c == own && r.ownSuits(m, x) {
			s, why = s+bodyOwn, "kind"
		}
		if s == 0 {
			continue
		}
		if s += fade(sent - x.last.sent); s > most {
			best, most = link{e: c, reason: why}, s
		}
	}
	if best.e != token.None {
		best.score = uint8(min(90, 45+most*10))
		return best
	}
	if e := r.onlyBody(m, sent); e != token.None {
		return link{e: e, reason: "only-body", score: sureTwo}
	}
	return nobody
}

// speakersBody is the body that who speaks in sentence s has an office or a place
// in, "Ann Lee, chief executive of Norvo, said the company ...", or None.
func (r *resolver) speakersBody(s int32) int32 {
	for _, x := range r.recent {
		if x.last.sent < s {
			break
		}
		if x.Kind != actor.Person || x.speaker != s {
			continue
		}
		for _, k := range x.told[:min(len(x.told), maxOffices)] {
			if b := r.bodyOf(&x.Roles[k]); b != token.None {
				return b
			}
		}
	}
	return token.None
}

// ownSuits reports whether description m can be of the speaker's own body x: a
// firm's noun of what may be one, a body's of a body of another kind than the
// name tells.
func (r *resolver) ownSuits(m *actor.Mention, x *entity) bool {
	head := wordTable.Find(r.d.Tokens[m.Head].Lower)
	switch {
	case x.Mentions[0].Form != actor.Name:
		return false
	case head.Has(classFirmHead):
		return (x.Kind == actor.Company || x.Kind == actor.Organisation) && x.Country == "" && !notBusiness(x.words)
	case head.Has(classBodyNoun):
		return x.Kind == actor.Organisation && len(x.words) == 1
	}
	return head.Has(classBodyHead) && x.Kind == actor.Organisation && bodySuits(r.d.Tokens[m.Head].Lower, x)
}

// onlyBody is the one body spoken of in this sentence and the one before, where
// it is the subject, for a description of which nothing else is known: "Norvo
// makes cars. The Swedish company ..."; or None.
func (r *resolver) onlyBody(m *actor.Mention, sent int32) int32 {
	nation := ofNation(m) && m.Kind == actor.Company
	if here := r.place(m.First, m.Last).rel; here != token.Nsubj && here != token.NmodPoss ||
		!nation && (m.Last-m.First != 2 || !listed(r.d.Tokens[m.Head].Lower, classBodyNoun)) {
		return token.None
	}
	e := r.only(func(x *entity) bool {
		return sent-x.last.sent <= 1 && (isBody(x.Kind) || x.Kind == actor.State && x.Mentions[0].Form == actor.Name)
	})
	if e == token.None {
		return e
	}
	x := &r.es[e]
	if x.last.sent == sent || x.last.rel != token.Nsubj || x.Mentions[0].Form != actor.Name || x.Number == actor.Plur || x.Country != "" ||
		nation && x.Kind != actor.Company || !nation && (x.Kind != actor.Organisation || len(x.words) > 1) {
		return token.None
	}
	return e
}

// byHead makes "the" and the noun at token t a mention of the last named body
// near whose name ends with it, where no table knows the noun for a body's:
// "the Arden Birdwatching Society ... the society".
func (r *resolver) byHead(t int32) {
	toks := r.d.Tokens
	tok := &toks[t]
	if tok.UPOS != token.NOUN || tok.XPOS == token.NNS || t == 0 || toks[t-1].Lower != "the" || r.cover[t] != 0 || tok.Is(token.Capital) ||
		!listed(tok.Lower, classNameNoun) || tok.Rel == token.Compound || r.goesBeyond(t+1) || int(t)+1 < len(toks) && toks[t+1].Lower == "of" {
		return
	}
	for c, x := range r.recent {
		if tok.Sent-x.last.sent > reach || !isBody(x.Kind) || x.Number == actor.Plur || len(x.words) < 2 || lower(x.Name) {
			continue
		}
		if nameHead(x.words) == tok.Lower {
			x.Mentions = append(x.Mentions, r.mention(t-1, t+1, t, actor.Nominal, "head-in-name", sureDescribed))
			r.pron[t] = c
			r.touch(c, t-1, t+1)
			return
		}
	}
}

// nameHead is the noun of a body's name: its last word, or that before the first
// "of" or "for".
func nameHead(w []string) string {
	for k := 1; k < len(w); k++ {
		if w[k] == "of" || w[k] == "for" {
			return w[k-1]
		}
	}
	return w[len(w)-1]
}

// sameBody is the body whose name description m repeats with a noun for what
// it is, "the Halvorsen company", or None: a body's agencies and groups are
// others.
func (r *resolver) sameBody(m *actor.Mention) int32 {
	if m.Last != m.Head+1 || m.Head == m.First {
		return token.None
	}
	c := r.cover[m.Head-1]
	if c == 0 || r.ms[c-1].Form != actor.Name || r.of[c-1] == token.None || r.ms[c-1].Last != m.Head {
		return token.None
	}
	x := &r.es[r.of[c-1]]
	if !isBody(x.Kind) || listed(x.Country, classUnion) && !listed(r.d.Tokens[m.Head].Lower, classBodyItself) {
		return token.None
	}
	switch h := wordTable.Find(r.d.Tokens[m.Head].Lower); {
	case h.Has(classBodyItself), h.Has(classFirmHead) && x.Kind == actor.Company, h.Has(classMilitiaHead) && x.Kind != actor.Company,
		h.Has(classTeamHead) && strings.HasSuffix(x.Name, "s"):
		return r.of[c-1]
	}
	return token.None
}

// ofNation reports whether m is a noun with its article and a nation between: "the
// Swedish company".
func ofNation(m *actor.Mention) bool {
	return m.Last-m.First == 3 && m.Head == m.First+2 && m.Country != ""
}

// takesUp tells how well description m takes up body x, which was last spoken
// of so many sentences before; 0 if not at all.
func (r *resolver) takesUp(m *actor.Mention, x *entity, dist int32) (float32, string) {
	head := r.d.Tokens[m.Head].Lower
	owned := m.Affil.Len() > 0 || m.Last-m.First > 4 // "the company of his brother": not just any
	if ofNation(m) && ofCountry(x, m.Country) {
		owned = false // "the Swedish company"
	}
	if x.Mentions[0].Form == actor.Nominal {
		if r.headOf(x) == head && (!owned || strings.EqualFold(x.Name, m.Name)) {
			if f := &x.Mentions[0]; f.Last-f.First == 2 && r.d.Tokens[f.First].Lower == "the" {
				return bodyTold, "same-head" // it may have been a named one's
			}
			return bodySameHead, "same-head"
		}
		return 0, ""
	}
	if x.Kind == actor.State {
		return 0, ""
	}
	named := lastWord(x.Name) == head || slices.Contains(x.words, head)
	if !owned && toldAs(x, head) {
		return bodyInName, "role"
	}
	switch {
	case owned && (!named || !strings.Contains(bodyKey(x.Name), bodyKey(m.Name))):
		return 0, ""
	case named:
		return bodyInName, "head-in-name"
	}
	return r.suitsKind(m, x, dist), "kind"
}

// toldAs reports whether the text said that body x is what noun head says, "Norvo,
// a Swedish carmaker,".
func toldAs(x *entity, head string) bool {
	return slices.ContainsFunc(x.told, func(k int32) bool { return lastWord(x.Roles[k].Text) == head })
}

// suitsKind tells how well the head of m suits a body of x's kind.
func (r *resolver) suitsKind(m *actor.Mention, x *entity, dist int32) float32 {
	head := r.d.Tokens[m.Head].Lower
	switch h := wordTable.Find(head); {
	case m.Kind == x.Kind && (m.Kind == actor.Company || m.Kind == actor.Media):
		return bodySameKind
	case x.Kind == actor.ArmedGroup && h.Has(classArmedHead):
		return bodyArmed
	case m.Kind == actor.ArmedGroup && x.Kind == actor.ArmedGroup && m.Number == actor.Sing && h.Has(classMilitiaHead):
		return bodySameKind
	case dist <= bodyWordReach && m.Last-m.First == 2 && isBody(x.Kind) && bodyWord(head, x, classBodyWord):
		return bodyAny
	case x.Kind == actor.Organisation && h.Has(classBodyHead) && dist <= 2:
		before := r.d.Tokens[m.Head-1].Lower
		if bodySuits(head, x) && (m.Head <= m.First+1 || m.Country != "" || listed(before, classGroupKind) || slices.Contains(x.words, before)) {
			return bodyAny
		}
	case m.Kind == actor.Company && x.Kind == actor.Organisation && dist <= 2 && h.Has(classFirmHead) &&
		x.Country == "" && !notBusiness(x.words):
		return bodyFirm
	}
	return 0
}

// bodyWordReach is how many sentences back a body is taken up by a noun that a
// word of its name asks for: "Bergen University", "the school".
const bodyWordReach = 4

// bodyWord reports whether the name of x holds one of the words that class c
// gives to head, or x is the union of states of which one is the code.
func bodyWord(head string, x *entity, c wordClass) bool {
	for w := range texts(head, c) {
		if slices.Contains(x.words, w) || x.Country == w {
			return true
		}
	}
	return false
}

// notBusiness reports whether a body of these words is hardly a company.
func notBusiness(w []string) bool {
	return slices.ContainsFunc(w, func(x string) bool { return listed(x, classNoBusiness) })
}

// bodySuits reports whether a body called x can be taken up as "the bloc",
// "the alliance" and the like.
func bodySuits(head string, x *entity) bool {
	h := wordTable.Find(head)
	if _, some := h.Text(classBodySuits); some {
		return bodyWord(head, x, classBodySuits) || h.Has(classInitials) && upper(x.Name)
	}
	if !h.Has(classTeamHead) && slices.ContainsFunc(x.words, func(w string) bool { return listed(w, classNoGroup) }) {
		return false // "the group" is no senate
	}
	return !h.Has(classTeamHead) || !listed(x.Country, classUnion) && !notBusiness(x.words[:min(1, len(x.words))])
}

// country resolves "the country", "the nation".
func (r *resolver) country(m *actor.Mention) link {
	sent := r.d.Tokens[m.First].Sent
	best, most := nobody, float32(0)
	if m.Last-m.First > 3 && m.Country == "" {
		return nobody
	}
	for c, x := range r.recent {
		if x.Kind != actor.State || x.Number == actor.Plur || sent-x.last.sent > countryReach || !compatible(x.Country, m.Country) {
			continue
		}
		if s := countryNear*fade(sent-x.last.sent) + countryWeight*x.weight; s > most {
			best, most = link{e: c, reason: "kind", score: sureCountry}, s
		}
	}
	return best
}

func (r *resolver) headOf(x *entity) string { return r.d.Tokens[x.Mentions[0].Head].Lower }

func lastWord(s string) string {
	w := strings.Fields(actor.Fold(s))
	if len(w) == 0 {
		return ""
	}
	return w[len(w)-1]
}
