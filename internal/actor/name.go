package actor

import (
	"strings"

	"github.com/dateline-go/dateline/internal/token"
)

// name is a proper name: an entity, set right where the tables know better,
// or what capitals show where no entities are there.
type name struct {
	first, last int32
	typ         token.EntType
	kind        Kind   // for bodies; 0 for persons until linked, and for places
	iso         string // country of a known body
	rule        string
	score       uint8
	shared      int32 // plural role before a list of names that it is in, plus one, or 0
	before      int32 // phrase that tells what it is, plus one, or 0
	used        bool  // a mention was made of it
}

func (f *finder) findNames() {
	d := f.d
	f.nameAt = make([]int32, len(d.Tokens))
	f.userNames()
	if len(d.Ents) > 0 {
		for i := range d.Ents {
			e := &d.Ents[i]
			if e.First < e.Last && !f.skip(d.Tokens[e.First].Sent) && !ticker(d, e) {
				f.addEntity(e)
			}
		}
	} else if !f.tagged {
		f.guessNames()
	}
	f.agree()
	f.knownNames()
	f.acronyms()
	f.orderNames()
}

// ticker reports whether e is part of a listing in brackets, "(NYSE: ACM)":
// the exchange does nothing there.
func ticker(d *token.Doc, e *token.Entity) bool {
	i, j := e.First-1, e.Last
	return i >= 0 && int(j)+1 < len(d.Tokens) && d.Tokens[i].Lower == "(" && d.Tokens[j].Lower == ":" && d.Tokens[j+1].Is(token.AllCaps)
}

// shortBodies makes a lone word a company where a company's name begins with
// it elsewhere, and a place where it was resolved to one.
func (f *finder) shortBodies(surname map[string]bool) {
	d := f.d
	company := map[string]bool{}
	for i := range f.names {
		n := &f.names[i]
		if n.typ == token.ORG && n.kind == Company && n.last-n.first > 1 && f.words[n.first].nation == 0 {
			company[f.lower(n.first)] = true
		}
	}
	for i := range f.names {
		n := &f.names[i]
		l := f.lower(n.first)
		if n.last-n.first != 1 || n.rule != "entity" || surname[l] || n.typ != token.PER && n.typ != token.ORG && n.typ != token.MISC {
			continue
		}
		if company[l] {
			n.typ, n.kind, n.rule = token.ORG, Company, "short-name"
			continue
		}
		if b := f.words[max(n.first-1, 0)].back; n.first > 0 && b != 0 && f.words[b-1].end == n.first {
			continue // a title or role before it
		}
		if (f.isPlace(d.Tokens[n.first].Span) || f.listedPlace(n)) && (n.typ == token.PER && !f.given(n.first) || n.typ == token.ORG && n.kind == Organisation && !d.Tokens[n.first].Is(token.AllCaps) && f.locative(n)) {
			n.typ, n.kind = token.LOC, 0
		}
	}
}

// orderNames brings the names, which came in several runs, into text order.
func (f *finder) orderNames() {
	order := make([]name, 0, len(f.names))
	for i := int32(0); int(i) < len(f.nameAt); i++ {
		k := f.nameAt[i]
		if k == 0 {
			continue
		}
		n := f.names[k-1]
		if n.first != i {
			f.nameAt[i] = 0 // a part of a name that another swallowed
			continue
		}
		order = append(order, n)
		for ; i < n.last; i++ {
			f.nameAt[i] = int32(len(order))
		}
		i--
	}
	f.names = order
}

func (f *finder) addName(n name) {
	for i := n.first; i < n.last; i++ {
		if f.nameAt[i] != 0 {
			return
		}
	}
	f.names = append(f.names, n)
	for i := n.first; i < n.last; i++ {
		f.nameAt[i] = int32(len(f.names))
	}
}

// addEntity takes an entity over, without titles, articles and possessives
// that it may cover, and split at hyphens between two persons.
func (f *finder) addEntity(e *token.Entity) {
	d := f.d
	n := name{first: e.First, last: e.Last, typ: e.Type, rule: "entity", score: e.Score}
	for n.last > n.first+1 && (f.possessive(n.last-1) || d.Tokens[n.last-1].Is(token.Punct) && f.lower(n.last-1) != ")") {
		n.last--
	}
	if n.last > n.first+1 && (f.lower(n.first) == "the" || f.lower(n.first) == "a") {
		n.first++
	}
	for n.last > n.first && d.Tokens[n.first].Is(token.Punct) {
		n.first++
	}
	if n.first >= n.last {
		return
	}
	if l := f.lower(n.first); n.last > n.first+1 && (l == "x." || l == "x") && (f.lower(n.first-1) == "on" || f.lower(n.first-1) == "to") {
		n.first++ // "posted on X. Lee said"
	}
	// "Vice [President] Jane Doe", "[State] police": parts of a role, or noise
	for k := max(n.first-3, d.Sents[d.Tokens[n.first].Sent].First); k <= n.first; k++ {
		w := &f.words[k]
		if w.class&ClassRole != 0 && w.end >= n.last && w.end-k >= 2 && w.class&ClassProper == 0 {
			return
		}
	}
	if w := &f.words[n.first]; n.last-n.first == 1 && (w.class&ClassOffice != 0 && int(n.last) < len(d.Tokens) && d.Tokens[n.last].Ent != token.None && d.Tokens[n.last].Ent != d.Tokens[n.first].Ent ||
		n.typ != token.PER && n.score < 15 && !d.Tokens[n.first].Is(token.AllCaps)) {
		return
	}
	for n.last > n.first+1 && !d.Tokens[n.first].Is(token.Capital) && !d.Tokens[n.first].Is(token.HasDigit) && !particle(f.lower(n.first)) {
		n.first++
	}
	// "the Republican": a noun for people, not a name
	if c := f.words[n.first].class; n.last-n.first == 1 && (n.typ != token.PER || c&ClassPlural != 0) && c&(ClassRole|ClassGroup) != 0 && c&(ClassProper|ClassBloc|ClassSeat) == 0 && !d.Tokens[n.first].Is(token.AllCaps) {
		return
	}
	// "Secretary of [State Alan Pruitt]": the office reaches into the entity
	for k := max(n.first-4, d.Sents[d.Tokens[n.first].Sent].First); k < n.first; k++ {
		if w := &f.words[k]; w.class&(ClassOffice|ClassTitle) != 0 && w.class&ClassPlural == 0 && w.end > n.first && w.end < n.last && d.Tokens[k].Is(token.Capital) {
			n.first, n.typ, n.rule = w.end, token.PER, "title-before"
			break
		}
	}
	// "[House Press] Secretary": parts of what the tables know as a whole
	if n.typ != token.PER {
		if w := &f.words[n.first]; w.class&ClassOffice != 0 && w.end == n.last && w.class&(ClassProper|ClassBloc|ClassSeat) == 0 {
			return // "Secretary of State"
		}
		for k := n.first; k+1 < n.last; k++ { // "[Senate Whip Jane Doe]"
			if w := &f.words[k]; w.class&ClassOffice != 0 && w.class&ClassPlural == 0 && w.end > k && w.end < n.last && f.given(w.end) {
				n.first, n.typ, n.rule = w.end, token.PER, "title-before"
				break
			}
		}
		if w := &f.words[n.last-1]; n.typ == token.ORG && n.last-n.first > 1 && w.class&ClassOffice != 0 && w.class&(ClassPlural|ClassOrg|ClassOrgWord|ClassTitle) == 0 && w.end == n.last {
			n.last-- // "[Chicago Alderman]"
		}
	}
	if n.typ != token.PER {
		sent := d.Sents[d.Tokens[n.first].Sent].First
		for k := n.last - 1; k >= max(n.first-3, sent); k-- {
			w := &f.words[k]
			switch {
			case w.class&ClassRole != 0 && w.end > n.last && w.end > k+1:
				n.last = k
			case w.class&(ClassSeat|ClassBloc) != 0 && k < n.first && w.end > n.first:
				n.first = w.end
			}
			if n.first >= n.last {
				return
			}
		}
		if f.noBody(&n) {
			return
		}
	}
	if w := &f.words[n.first]; n.typ != token.PER && w.class&ClassTitle != 0 && w.class&ClassRole == 0 && w.end < n.last && d.Tokens[n.first].Is(token.Capital) {
		n.typ, n.rule = token.PER, "title-before"
	}
	// "Jun Young-[hyun]"
	if n.typ == token.PER && f.sameSent(n.last+1, n.first) && f.lower(n.last) == "-" && !d.Tokens[n.last].Is(token.SpaceBefore) && !d.Tokens[n.last+1].Is(token.SpaceBefore) && d.Tokens[n.last+1].Ent == token.None && n.last-n.first > 1 && f.words[n.last+1].class == 0 && !d.Tokens[n.last+1].Is(token.Capital) && (!f.tagged || d.Tokens[n.last+1].UPOS == token.PROPN || d.Tokens[n.last+1].UPOS == token.X || d.Tokens[n.last+1].UPOS == token.NOUN) {
		n.last += 2
	}
	f.correct(&n)
	if n.typ == token.PER {
		for k := n.first + 1; k < n.last; k++ {
			if f.lower(k) == "of" { // "Jane Doe of Ohio"
				n.last = k
			}
		}
		f.stripTitles(&n)
	}
	if n.typ == token.PER || n.typ == token.MISC || n.typ == token.ORG {
		// "Trump-Putin": two names
		for i := n.first + 1; i+1 < n.last; i++ {
			if l := f.lower(i); (l == "-" || l == "–") && i-n.first == 1 && n.last-i == 2 && f.aloneElsewhere(i-1) && f.aloneElsewhere(i+1) {
				a, b := n, n
				a.last, b.first = i, i+1
				a.rule, b.rule = "hyphen-pair", "hyphen-pair"
				a.typ, b.typ, a.kind, b.kind = token.PER, token.PER, 0, 0
				f.addName(a)
				f.addName(b)
				return
			}
		}
	}
	f.addName(n)
}

// particle reports whether w begins surnames in lower case.
func particle(w string) bool {
	switch w {
	case "al", "el", "de", "da", "di", "du", "van", "von", "der", "den", "bin", "ibn", "ben", "le", "la", "dos", "del", "ter", "ten", "abu", "d'", "al-":
		return true
	}
	return strings.HasPrefix(w, "al-") || strings.HasPrefix(w, "el-")
}

// noBody reports whether a name is of a disease, a storm, a law or the like,
// which models take for bodies.
func (f *finder) noBody(n *name) bool {
	switch f.lower(n.last - 1) {
	case "flu", "virus", "disease", "syndrome", "fever", "treaty", "act", "accord", "accords", "agreement", "constitution", "war", "day", "prize", "award", "cup", "bowl", "games", "olympics", "highway", "avenue", "street", "road", "airport", "bridge":
		return n.typ == token.ORG || n.typ == token.MISC
	}
	return false
}

// aloneElsewhere reports whether the word of token i is, by itself or as the
// last word, a person's name elsewhere.
func (f *finder) aloneElsewhere(i int32) bool {
	w := f.lower(i)
	for j := range f.d.Ents {
		e := &f.d.Ents[j]
		if e.Type == token.PER && (e.Last <= i || e.First > i) && f.lower(e.Last-1) == w {
			return true
		}
		if j > 400 {
			break
		}
	}
	return false
}

// correct sets the type and kind of a name right where the tables know it.
func (f *finder) correct(n *name) {
	w := &f.words[n.first]
	whole := w.end == n.last
	switch {
	case whole && w.class&ClassArmed != 0 && w.class&ClassProper != 0:
		n.typ, n.kind, n.iso, n.rule = token.ORG, ArmedGroup, w.canon, "known-armed-group"
	case whole && w.class&ClassBloc != 0:
		n.typ, n.kind, n.iso, n.rule = token.ORG, Organisation, strings.TrimSuffix(w.canon, "*"), "known-union"
	case whole && w.class&ClassMedia != 0 && w.class&ClassProper != 0 && n.typ != token.PER:
		n.typ, n.kind, n.rule = token.ORG, Media, "known-media"
	case whole && w.class&ClassSeat != 0:
		n.typ, n.kind, n.iso, n.rule = token.ORG, Organisation, w.canon, "seat-of-government"
	case w.natEnd == n.last && w.nation&NationName != 0:
		n.typ, n.iso, n.rule = token.LOC, w.iso, "country-name"
	case w.natEnd == n.last && w.nation&NationCapital != 0 && (n.typ == token.ORG || n.typ == token.MISC || n.typ == token.PER && !f.given(n.first)):
		n.typ, n.kind, n.rule = token.LOC, 0, "capital"
	case w.natEnd == n.last && w.nation&(NationAdj|NationPerson|NationPeople) != 0 && n.typ != token.PER:
		n.typ, n.iso = token.NORP, w.iso
	case n.typ == token.PER && n.last-n.first >= 2:
		if l := f.lower(n.last - 1); orgTail(l) && (!f.given(n.first) || businessForm(l)) {
			n.typ, n.kind, n.rule = token.ORG, f.bodyKind(n), "body-word"
		}
	}
	if n.typ == token.ORG && n.kind == 0 {
		n.kind = f.bodyKind(n)
	}
}

// orgTail reports whether w ends names of bodies and is no usual surname.
func orgTail(w string) bool {
	switch w {
	case "inc", "inc.", "corp", "corp.", "corporation", "company", "co.", "ltd", "ltd.", "llc", "plc", "ministry", "department", "agency", "commission", "committee", "council", "party", "university", "institute", "association", "foundation", "group", "bank", "airlines", "airways", "holdings", "industries", "technologies", "federation", "court", "pac", "network", "fund", "union", "club", "society":
		return true
	}
	return false
}

// businessForm reports whether w is a legal form of businesses.
func businessForm(w string) bool {
	switch w {
	case "inc", "inc.", "corp", "corp.", "ltd", "ltd.", "llc", "plc":
		return true
	}
	return false
}

// bodyKind is the kind of a named body, from its words.
func (f *finder) bodyKind(n *name) Kind {
	k := Organisation
	for i := n.first; i < n.last; i++ {
		w := &f.words[i]
		if w.end > n.last || w.end == 0 {
			continue
		}
		c := w.class
		switch {
		case c&ClassProper != 0 && c&ClassMedia != 0 && i == n.first && w.end == n.last:
			return Media
		case c&ClassProper != 0 && c&ClassArmed != 0:
			return ArmedGroup
		case c&ClassOrgWord != 0 && c&ClassCompany != 0 && i == n.last-1 && i > n.first:
			k = Company
		case c&ClassOrgWord != 0 && c&ClassMedia != 0 && i == n.last-1 && i > n.first:
			k = Media
		case c&ClassOrg != 0 && c&ClassArmed != 0 && i == n.last-1:
			k = ArmedGroup
		}
	}
	return k
}

func (f *finder) given(i int32) bool {
	_, ok := GivenName(f.d.Word(i))
	return ok
}

// stripTitles moves the start of a person's name past titles and roles that
// the entity covers: "President Obama".
func (f *finder) stripTitles(n *name) {
	for n.first+1 < n.last {
		w := &f.words[n.first]
		if w.class&ClassPlural != 0 && w.class&(ClassRole|ClassGroup) != 0 && w.end < n.last {
			n.first = w.end // "Republicans Jolly and ..."
			continue
		}
		if w.class&(ClassTitle|ClassRole) == 0 || w.end >= n.last || w.end == 0 || w.class&ClassPlural != 0 {
			return
		}
		if w.class&ClassTitle == 0 && w.class&ClassOffice == 0 && f.given(n.first) {
			return
		}
		n.first = w.end
	}
}

// knownNames adds bodies, countries and their people that the tables know and
// the entities missed.
func (f *finder) knownNames() {
	d := f.d
	for i := range d.Tokens {
		w := &f.words[i]
		i := int32(i)
		t := &d.Tokens[i]
		if f.nameAt[i] != 0 || !t.Is(token.Capital) || f.skip(t.Sent) {
			continue
		}
		switch {
		case w.nation != 0 && w.natEnd >= w.end && w.nation&NationName != 0:
			f.addName(name{first: i, last: w.natEnd, typ: token.LOC, iso: w.iso, rule: "country-name", score: 80})
		case w.nation != 0 && w.natEnd >= w.end && w.nation&(NationAdj|NationPerson|NationPeople) != 0:
			f.addName(name{first: i, last: w.natEnd, typ: token.NORP, iso: w.iso, rule: "demonym", score: 80})
		case w.class&ClassBloc != 0 && (w.end > i+1 || t.Is(token.AllCaps) || len(t.Lower) > 4):
			f.addName(name{first: i, last: w.end, typ: token.ORG, kind: Organisation, iso: strings.TrimSuffix(w.canon, "*"), rule: "known-union", score: 80})
		case w.class&ClassSeat != 0 && (w.end > i+1 || w.canon != "" && (t.Is(token.AllCaps) || len(t.Lower) > 4)):
			f.addName(name{first: i, last: w.end, typ: token.ORG, kind: Organisation, iso: w.canon, rule: "seat-of-government", score: 75})
		case w.class&ClassProper != 0 && w.class&ClassArmed != 0 && (w.end > i+1 || t.Is(token.AllCaps) || len(t.Lower) > 4):
			f.addName(name{first: i, last: w.end, typ: token.ORG, kind: ArmedGroup, iso: w.canon, rule: "known-armed-group", score: 80})
		case w.class&ClassProper != 0 && w.class&ClassMedia != 0 && (w.end > i+1 || t.Is(token.AllCaps) || t.Lower == "reuters" || t.Lower == "bloomberg" || t.Lower == "xinhua"):
			f.addName(name{first: i, last: w.end, typ: token.ORG, kind: Media, rule: "known-media", score: 70})
		case w.nation&NationCapital != 0:
			f.addName(name{first: i, last: w.natEnd, typ: token.LOC, rule: "capital", score: 60})
		case w.class&ClassOrgWord != 0 && (f.lower(i+1) == "for" || f.lower(i+1) == "of"):
			f.bodyOf(i)
		}
	}
}

// acronyms makes names of what stands in brackets behind a body's name:
// "Alternative for Germany (AfD)".
func (f *finder) acronyms() {
	d := f.d
	seen := 0
	for i := 0; i < len(f.names) && seen < 50; i++ {
		n := &f.names[i]
		if n.typ != token.ORG || int(n.last)+2 >= len(d.Tokens) || f.lower(n.last) != "(" || f.lower(n.last+2) != ")" || f.nameAt[n.last+1] != 0 {
			continue
		}
		s := d.Word(n.last + 1)
		if len(s) < 2 || len(s) > 8 || s[0] < 'A' || s[0] > 'Z' || s[len(s)-1] < 'A' || s[len(s)-1] > 'Z' {
			continue
		}
		seen++
		for j := range d.Tokens {
			t := &d.Tokens[j]
			if t.Len() == len(s) && d.Str(t.Span) == s && f.nameAt[j] == 0 && !f.skip(t.Sent) {
				f.addName(name{first: int32(j), last: int32(j) + 1, typ: token.ORG, kind: f.names[i].kind, rule: "acronym", score: 80})
			}
		}
	}
}

// bodyOf makes a name of "Institute for the Study of Peace" at token i when
// nothing in it is a name yet.
func (f *finder) bodyOf(i int32) {
	d := f.d
	end := i + 1
	for j := i + 1; int(j) < len(d.Tokens) && f.sameSent(j, i) && j < i+10 && f.nameAt[j] == 0; j++ {
		t := &d.Tokens[j]
		if t.Is(token.Capital) && !t.Is(token.Punct) {
			end = j + 1
			continue
		}
		switch t.Lower {
		case "of", "for", "the", "and", "on", "in", "&":
			continue
		}
		break
	}
	if end < i+3 {
		return
	}
	first := i
	for f.sameSent(first-1, i) && f.nameAt[first-1] == 0 && d.Tokens[first-1].Is(token.Capital) && f.words[first-1].class&ClassStop == 0 && first > i-3 && !d.Tokens[first-1].Is(token.Punct) {
		first--
	}
	n := name{first: first, last: end, typ: token.ORG, rule: "body-of", score: 65}
	n.kind = f.bodyKind(&n)
	f.addName(n)
}
