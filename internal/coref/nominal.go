package coref

import (
	"strings"

	"github.com/dateline-go/dateline/internal/actor"
	"github.com/dateline-go/dateline/internal/token"
)

// reach is how many sentences back a description without a name may refer.
const reach = 12

// link is what a description or pronoun refers to, and why; e is None for
// nothing.
type link struct {
	e      int32
	reason string
	score  uint8
	aside  bool // said of the actor in the same breath
	inside bool // the actor's name is a part of the description
}

var nobody = link{e: token.None}

// nominal resolves descriptive mention i, or lets it stand for itself.
func (r *resolver) nominal(i int32) {
	m := &r.ms[i]
	if listed(r.d.Tokens[m.First].Lower, classPersonal) {
		r.pronoun(m.First) // whose it is tells who it is
	}
	l := nobody
	switch e, thing := r.subjectOf(m); {
	case thing && m.Kind == actor.RoleOnly:
		return // "the city is the host": nobody
	case e != token.None:
		l = link{e: e, reason: "predicate", score: surePredicate, aside: true}
	case r.apposed(m) != token.None:
		l = link{e: r.apposed(m), reason: "apposition", score: surePredicate, aside: true}
	case m.Kind == actor.RoleOnly && r.identified(m) != token.None:
		l = link{e: r.identified(m), reason: "predicate", score: surePredicate, aside: true}
		if o := r.description(i); o.e != token.None && r.es[o.e].Kind == actor.RoleOnly && r.turned < maxTurned {
			r.turned++
			r.turnsOut(o.e, l.e)
		}
	case m.Kind == actor.RoleOnly && r.leadNames(i) != token.None:
		l = link{e: r.leadNames(i), reason: "headline", score: sureOffice}
	case m.Kind == actor.RoleOnly:
		if e := r.related(m); e != token.None {
			l = link{e: e, reason: "relation", score: sureKin}
		} else {
			l = r.description(i)
		}
	case isBody(m.Kind) && m.Number != actor.Plur:
		l = r.bodyDescription(m)
	case m.Kind == actor.State && m.Number == actor.Sing:
		l = r.country(m)
	default:
		l = r.group(m)
	}
	if l.e == token.None || !l.inside && r.inside(l.e, m) {
		l = link{e: r.newEntity(i), reason: "first-mention", score: m.Score}
	}
	if l.aside {
		r.describe(l.e, i, l.reason, l.score)
	} else {
		r.add(l.e, i, l.reason, l.score)
	}
	r.relate(l.e, m)
	if m.Kind == actor.Group && m.Number == actor.Plur && len(r.es[l.e].Members) == 0 {
		r.members(l.e, m)
	}
}

// predicated gives predicate i to its subject; one without a known subject is
// nobody in particular.
func (r *resolver) predicated(i int32) {
	if e := r.subject(&r.ms[i]); e != token.None && !r.inside(e, &r.ms[i]) {
		r.describe(e, i, "predicate", surePredicate)
		r.es[e].addRoles(r.ms[i].Roles)
		r.relate(e, &r.ms[i])
	}
}

// subject is the actor of whom description m is said, or None.
func (r *resolver) subject(m *actor.Mention) int32 {
	e, _ := r.subjectOf(m)
	return e
}

// subjectOf is the actor of whom description m is said, "Benning is the leader
// of the party", "she became president", and whether it is said of a body or a
// country instead.
func (r *resolver) subjectOf(m *actor.Mention) (e int32, thing bool) {
	top := r.place(m.First, m.Last).top
	if t := &r.d.Tokens[top]; t.Rel.Base() == token.Conj && t.Head != token.None && t.Head < m.First {
		top = t.Head // "a linguist and professor"
	}
	e, says := r.saidOf(top)
	if !says {
		e = r.servesAs(top)
	}
	if r.canBe(e, m) {
		return e, false
	}
	return token.None, e != token.None && (isBody(r.es[e].Kind) || r.es[e].Kind == actor.State)
}

// apposed is the named actor to which the tree sets m in apposition, before or
// behind it, or None.
func (r *resolver) apposed(m *actor.Mention) int32 {
	if m.Number == actor.Plur {
		return token.None
	}
	if e := r.between(m); e != token.None {
		return e
	}
	top := r.place(m.First, m.Last).top
	if t := &r.d.Tokens[top]; t.Rel == token.Appos && t.Head != token.None && t.Head < m.First {
		return r.namedAt(t.Head, m)
	}
	for k := range r.d.Kids(top) { // "the secretary of the bishops' conference (BC), Ana Holm,"
		if r.d.Tokens[k].Rel == token.Appos && k >= m.Last && r.closed(k) {
			return r.namedAt(k, m)
		}
	}
	return token.None
}

// between is the person whose name stands right before description m, which is
// set between marks: "Tom Reed, the loud talk-show host, left"; or None.
func (r *resolver) between(m *actor.Mention) int32 {
	toks := r.d.Tokens
	if m.Kind != actor.RoleOnly || m.First < 2 || int(m.Last) >= len(toks) || toks[m.First-1].Lower != "," ||
		toks[m.Last].Lower != "," && toks[m.Last].Lower != "." || toks[m.First-2].Sent != toks[m.Last].Sent {
		return token.None
	}
	if int(m.Last)+1 < len(toks) && toks[m.Last+1].UPOS == token.CCONJ {
		return token.None // "Holm, the mayor, and others"
	}
	c := r.cover[m.First-2]
	if c == 0 || r.ms[c-1].Last != m.First-1 || r.d.Tokens[r.ms[c-1].Head].Rel.Base() == token.Conj || toks[m.Head].Rel.Base() == token.Conj {
		return token.None
	}
	return r.namedAt(m.First-2, m)
}

// closed reports whether what token k heads ends the sentence or stands before
// a mark.
func (r *resolver) closed(k int32) bool {
	_, end := r.d.Subtree(k)
	return int(end) >= len(r.d.Tokens) || r.d.Tokens[end].Sent != r.d.Tokens[k].Sent || r.d.Tokens[end].Is(token.Punct)
}

// namedAt is the actor of the name at token t, if description m can be of it,
// or None.
func (r *resolver) namedAt(t int32, m *actor.Mention) int32 {
	c := r.cover[t]
	if c == 0 || r.ms[c-1].Form != actor.Name || !r.canBe(r.of[c-1], m) {
		return token.None
	}
	return r.of[c-1]
}

// canBe reports whether description m can be of actor e: a person's of a
// person of that sex, a body's of a body.
func (r *resolver) canBe(e int32, m *actor.Mention) bool {
	if e == token.None || m.Number == actor.Plur {
		return false
	}
	x := &r.es[e]
	if x.Number == actor.Plur {
		return false
	}
	if m.Kind == actor.RoleOnly {
		return person(x.Kind) && agrees(x.Gender, m.Gender)
	}
	return isBody(m.Kind) && isBody(x.Kind)
}

// spoken is the actor of the name, description or pronoun at token t, or None.
func (r *resolver) spoken(t int32) int32 {
	if e := r.pron[t]; e != token.None {
		return e
	}
	return r.at(t)
}

// at is the entity of the mention that covers token t, or None.
func (r *resolver) at(t int32) int32 {
	if c := r.cover[t]; c != 0 {
		return r.of[c-1]
	}
	return token.None
}

// inside reports whether a mention of entity e is nested in m or holds it: a
// phrase is never what stands in it.
func (r *resolver) inside(e int32, m *actor.Mention) bool {
	x := &r.es[e]
	for k := len(x.Mentions) - 1; k >= 0 && k >= len(x.Mentions)-3; k-- {
		if x.Mentions[k].Full.Overlaps(m.Span) {
			return true
		}
	}
	for t := m.First; t < m.Last; t++ {
		if c := r.cover[t]; c != 0 && r.of[c-1] == e && &r.ms[c-1] != m {
			return true
		}
	}
	return false
}

func compatible(a, b string) bool { return a == "" || b == "" || a == b }

// description resolves "the president", "the Russian leader", "his wife".
func (r *resolver) description(i int32) link {
	m := &r.ms[i]
	if len(m.Roles) == 0 || !m.Definite && m.Country == "" && !r.capitalised(m) || r.possessed(m) {
		return nobody
	}
	ro := &m.Roles[0]
	sent := r.d.Tokens[m.First].Sent
	here := r.place(m.First, m.Last)
	best, most := nobody, float32(0)
	for c, x := range r.recent {
		if !person(x.Kind) || x.Number == actor.Plur || !agrees(x.Gender, m.Gender) {
			continue
		}
		if l := x.last; l.sent == sent && l.verb == here.verb && l.verb != token.None && core(l.rel) && core(here.rel) {
			continue // "Holm asked the mayor": two
		}
		s, why := r.fits(x, ro, m)
		if s == 0 || x.Kind == actor.RoleOnly && sent-x.last.sent > reach {
			continue
		}
		s += fitNear*fade(sent-x.last.sent) + fitWeight*min(x.weight, maxWeight)
		if s > most {
			best, most = link{e: c, reason: why}, s
		}
	}
	if best.e != token.None {
		best.score = uint8(min(90, 45+most*12))
		return best
	}
	if e := r.fated(m); e != token.None {
		return link{e: e, reason: "fate", score: sureFate}
	}
	if e := r.parentOf(m); e != token.None {
		return link{e: e, reason: "generic-noun", score: sureFate}
	}
	if e := r.namedLater(i, ro); e != token.None {
		return link{e: e, reason: "role-named-later", score: sureOffice}
	}
	if e := r.inOffice(ro); e != token.None {
		return link{e: e, reason: "office-holder", score: sureOffice}
	}
	return nobody
}

// parentReach is how many sentences back "the mother of two" may refer.
const parentReach = 4

// parentOf is the one person near of the sex of "the mother of two", or None.
func (r *resolver) parentOf(m *actor.Mention) int32 {
	toks := r.d.Tokens
	of := m.First + 2
	sex, ok := wordTable.Int(toks[m.First+1].Lower, classSex)
	if !ok || toks[m.First].Lower != "the" || int(of)+1 >= len(toks) || toks[of].Lower != "of" || toks[of+1].UPOS != token.NUM {
		return token.None
	}
	found := token.None
	for c, x := range r.recent {
		if toks[m.First].Sent-x.last.sent > parentReach || x.Kind != actor.Person || x.Number == actor.Plur ||
			x.Gender != 0 && x.Gender != actor.Gender(sex) {
			continue
		}
		if found != token.None {
			return token.None
		}
		found = c
	}
	return found
}

// maxLater bounds how many mentions further on a name is looked for.
const maxLater = 400

// namedLater is who bears role ro only further on: "French president ...
// Emmanuel Macron".
func (r *resolver) namedLater(i int32, ro *actor.Role) int32 {
	if ro.Office == "" || ro.Country == "" {
		return token.None
	}
	for j := int(i) + 1; j < len(r.ms) && j < int(i)+maxLater; j++ {
		o := &r.ms[j]
		if o.Kind != actor.Person || o.Form != actor.Name || r.of[j] == token.None {
			continue
		}
		for k := range o.Roles {
			q := &o.Roles[k]
			if q.Office == ro.Office && q.Country == ro.Country && q.Standing == ro.Standing && agrees(r.es[r.of[j]].Gender, r.ms[i].Gender) {
				return r.of[j]
			}
		}
	}
	return token.None
}

// inOffice is who the table of holders knows in the office of ro.
func (r *resolver) inOffice(ro *actor.Role) int32 {
	if ro.Standing != actor.Current {
		return token.None
	}
	h, ok := r.officeHolder(ro.Country, ro.Office)
	if !ok {
		return token.None
	}
	w := nameWords(h.Name)
	for c, x := range r.recent {
		if x.Kind == actor.Person && len(x.words) > 0 && calledAs(x.words, w) {
			return c
		}
	}
	return token.None
}

// calledAs reports whether somebody called words may be who is called full.
func calledAs(words, full []string) bool {
	return actor.SameWord(words[len(words)-1], full[len(full)-1]) && (len(words) == 1 || actor.GivenAlike(words[0], full[0]))
}

// capitalised reports whether the head of m has a capital: "the President".
func (r *resolver) capitalised(m *actor.Mention) bool {
	return r.d.Tokens[m.Head].Is(token.Capital) && m.Last-m.First <= 2
}

// possessed reports whether m is somebody of somebody, so that it brings in a
// person of its own: "his wife", "Brandt's lawyer".
func (r *resolver) possessed(m *actor.Mention) bool {
	if listed(r.d.Tokens[m.First].Lower, classPersonal) {
		return true
	}
	c := r.cover[m.First]
	return c != 0 && r.ms[c-1].Kind == actor.Person && r.ms[c-1].Form == actor.Name
}

// fits tells how well role ro of mention m describes x, 0 if not at all.
func (r *resolver) fits(x *entity, ro *actor.Role, m *actor.Mention) (float32, string) {
	for _, k := range x.told {
		if s, why := r.fitsRole(x, ro, &x.Roles[k]); s > 0 {
			return s, why
		}
	}
	if x.Kind == actor.Person {
		return r.fitsPerson(x, ro, m)
	}
	if m.Definite && listed(ro.Office, classHuman) && x.Gender != 0 && x.Gender == m.Gender && ro.Country == "" &&
		m.Last-m.First == 2 && r.d.Tokens[m.First].Sent-x.last.sent <= 1 {
		return fitHuman, "generic-noun" // "a man ... the man"
	}
	return 0, ""
}

// fitsPerson tells how well role ro of mention m describes the person x, of
// whom the text says no such role.
func (r *resolver) fitsPerson(x *entity, ro *actor.Role, m *actor.Mention) (float32, string) {
	near := r.d.Tokens[m.First].Sent-x.last.sent <= 2 && len(x.Roles) == 0
	sexed := m.Gender != 0 && x.Gender == m.Gender
	switch office := wordTable.Find(ro.Office); {
	case ro.Office == "leader":
		if ro.Country != "" && ro.Country == x.Country && r.holds(x, ro.Country) {
			return fitHolds, "leader-of-country"
		}
	case office.Has(classHuman):
		if x.Gender != 0 && x.Gender == m.Gender && near {
			return fitHuman, "generic-noun"
		}
	case office.Has(classHeadOffice): // "the president" of an article that names none as such
		if ro.Standing == actor.Current && r.holdsOffice(x, ro.Office, ro.Country) {
			return fitOffice, "office-holder"
		}
	case office.Has(classStanding):
		subject := x.last.rel == token.Nsubj || x.last.rel == token.NmodPoss
		if m.Definite && near && (subject || sexed) && ro.Country == "" && m.Last-m.First <= 4 {
			return fitStanding, "generic-noun"
		}
	}
	return 0, ""
}

// fitsRole tells how well role ro takes up role q of x.
func (r *resolver) fitsRole(x *entity, ro, q *actor.Role) (float32, string) {
	office := ro.Office
	if q.Party != "" && q.Office == "" {
		if partyWord(office, q.Party) {
			return fitParty, "party"
		}
		if listed(office, classLegislator) && len(q.Party) == 1 && len(x.offices) == 0 {
			return fitLegislator, "role"
		}
		return 0, ""
	}
	if ro.Standing == actor.Former && q.Standing != actor.Former || !compatible(q.Country, ro.Country) {
		return 0, ""
	}
	switch {
	case q.Office != "" && q.Office == office || q.Text == ro.Text:
		return fitSame, "role"
	case broader(office, q.Office):
		return fitBroader, "role"
	case ro.Country != "" && ro.Country == q.Country && office == "leader" && actor.HeadOffice(q.Office):
		return fitLeader, "leader-of-country"
	}
	return 0, ""
}

// headOffices are the offices of who leads a country, as the table has them.
var headOffices = [...]string{"president", "prime minister", "chancellor", "supreme leader", "king"}

// holds reports whether the table knows x as the head of the country at the
// article's date.
func (r *resolver) holds(x *entity, country string) bool {
	for _, o := range headOffices {
		if r.holdsOffice(x, o, country) {
			return true
		}
	}
	return false
}

// holdsOffice reports whether the table knows x in the office, of that
// country or, when it is empty, of x's, at the article's date.
func (r *resolver) holdsOffice(x *entity, office, country string) bool {
	if r.o.Published.IsZero() || len(x.words) == 0 {
		return false
	}
	if country == "" {
		country = x.Country
	}
	if country == "" {
		country = r.nameCountry(x, office)
	}
	h, ok := r.officeHolder(country, office)
	return ok && calledAs(x.words, nameWords(h.Name))
}

// nameCountry is the country in which somebody of x's full name held the
// office at the article's date, when there is just one.
func (r *resolver) nameCountry(x *entity, office string) string {
	if len(x.words) < 2 {
		return ""
	}
	for _, h := range actor.HoldersNamed(x.words[len(x.words)-1]) {
		if h.Office == office && h.In(r.o.Published) && actor.GivenAlike(nameWords(h.Name)[0], x.words[0]) {
			return h.Country
		}
	}
	return ""
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
	for c, x := range r.recent {
		if !isBody(x.Kind) && x.Kind != actor.State || x.Number == actor.Plur || sent-x.last.sent > 2*reach || !compatible(x.Country, m.Country) {
			continue
		}
		s, why := r.takesUp(m, x, sent-x.last.sent)
		if s == 0 {
			continue
		}
		if s += fade(sent - x.last.sent); s > most {
			best, most = link{e: c, reason: why}, s
		}
	}
	if best.e != token.None {
		best.score = uint8(min(90, 45+most*10))
	}
	return best
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

// takesUp tells how well description m takes up body x, which was last spoken
// of so many sentences before; 0 if not at all.
func (r *resolver) takesUp(m *actor.Mention, x *entity, dist int32) (float32, string) {
	head := r.d.Tokens[m.Head].Lower
	owned := m.Affil.Len() > 0 || m.Last-m.First > 4 // "the company of his brother": not just any
	if x.Mentions[0].Form == actor.Nominal {
		if r.headOf(x) == head && (!owned || strings.EqualFold(x.Name, m.Name)) {
			return bodySameHead, "same-head"
		}
		return 0, ""
	}
	if x.Kind == actor.State {
		return 0, ""
	}
	named := lastWord(x.Name) == head || containsWord(x.words, head)
	switch {
	case owned && (!named || !strings.Contains(bodyKey(x.Name), bodyKey(m.Name))):
		return 0, ""
	case named:
		return bodyInName, "head-in-name"
	}
	return r.suitsKind(m, x, dist), "kind"
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
	case dist <= bodyWordReach && m.Last-m.First == 2 && isBody(x.Kind) && bodyWord(head, x):
		return bodyAny
	case x.Kind == actor.Organisation && h.Has(classBodyHead) && dist <= 2:
		if bodySuits(head, x) {
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

// bodyWord reports whether the name of x holds a word for which head is another.
func bodyWord(head string, x *entity) bool {
	for w := range texts(head, classBodyWord) {
		if containsWord(x.words, w) {
			return true
		}
	}
	return false
}

// notBusiness reports whether a body of these words is hardly a company.
func notBusiness(w []string) bool {
	for _, x := range w {
		if listed(x, classNoBusiness) {
			return true
		}
	}
	return false
}

// bodySuits reports whether a body called x can be taken up as "the bloc",
// "the alliance" and the like.
func bodySuits(head string, x *entity) bool {
	switch h := wordTable.Find(head); {
	case h.Has(classBlocHead):
		return listed(x.Country, classBloc) || containsWord(x.words, "union")
	case head == "alliance":
		return x.Country == "NATO" || containsWord(x.words, head)
	case head == "agency":
		return upper(x.Name) || containsWord(x.words, head) || containsWord(x.words, "bureau")
	case h.Has(classTeamHead):
		return !listed(x.Country, classUnion) && !notBusiness(x.words[:min(1, len(x.words))])
	}
	return true
}

func (r *resolver) headOf(x *entity) string { return r.d.Tokens[x.Mentions[0].Head].Lower }

func lastWord(s string) string {
	w := strings.Fields(actor.Fold(s))
	if len(w) == 0 {
		return ""
	}
	return w[len(w)-1]
}

func containsWord(w []string, s string) bool {
	for _, x := range w {
		if x == s {
			return true
		}
	}
	return false
}
