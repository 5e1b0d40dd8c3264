package actor

import (
	"strings"

	"github.com/dateline-go/dateline/internal/token"
)

// link makes mentions of the names, each with the roles that stand beside it,
// then of the phrases that are no name's role.
func (f *finder) link() {
	starts := make([]int32, len(f.d.Tokens)+1) // token: phrase that begins there plus one
	ends := make([]int32, len(f.d.Tokens)+1)   // token: phrase whose head ends before it plus one
	lasts := make([]int32, len(f.d.Tokens)+1)  // token: phrase that ends before it plus one
	for i := range f.phrases {
		p := &f.phrases[i]
		if starts[p.first] == 0 {
			starts[p.first] = int32(i) + 1
		}
		ends[p.hend] = int32(i) + 1
		if lasts[p.last] == 0 { // of nested ones the outermost
			lasts[p.last] = int32(i) + 1
		}
	}
	for i := range f.phrases {
		f.share(int32(i))
	}
	for i := range f.names {
		n := &f.names[i]
		switch n.typ {
		case token.PER:
			f.person(n, starts, ends, lasts)
		case token.ORG:
			f.body(n, starts)
		}
	}
	// "the minister, a former police officer,"
	for i := range f.phrases {
		p := &f.phrases[i]
		if p.used || p.plural() || p.bare || p.class&ClassRole == 0 || f.lower(p.last) != "," {
			continue
		}
		if q := f.phraseAt(starts, p.last+1); q != nil && !q.used && f.apposed(q) && q.hend != p.hend && (f.lower(q.first) == "a" || f.lower(q.first) == "an") && f.closes(q.last) && int(q.last) < len(f.d.Tokens) && f.lower(q.last) == "," {
			q.used = true
			p.extra = starts[p.last+1]
		}
	}
	for i := range f.phrases {
		if p := &f.phrases[i]; !p.used {
			f.nominal(p)
		}
	}
}

// share gives a plural role to the names right behind it: "Justices Ann Lee
// and Bob Ray".
func (f *finder) share(i int32) {
	p := &f.phrases[i]
	if !p.plural() || p.class&ClassRole == 0 || p.last != p.hend || p.count > 0 || !f.namePER(p.hend) {
		return
	}
	at := p.hend
	for n := 0; n < 6 && f.namePER(at) && f.nameAt[at] != 0; n++ {
		nm := &f.names[f.nameAt[at]-1]
		nm.shared = i + 1
		p.used = true
		at = nm.last
		for k := 0; k < 2 && (f.lower(at) == "," || f.lower(at) == "and") && f.sameSent(at+1, at); k++ {
			at++
		}
	}
}

// person makes a mention of a person's name.
func (f *finder) person(n *name, starts, ends, lasts []int32) {
	d := f.d
	n.used = true
	m := Mention{Span: d.SpanOf(n.first, n.last), First: n.first, Last: n.last, Head: n.last - 1, Kind: Person, Form: Name,
		Name: f.clean(n.first, n.last), Number: Sing, Rule: n.rule, Score: n.score}
	if l := f.lower(m.Head); m.Head > n.first && (l == "jr." || l == "jr" || l == "sr." || l == "ii" || l == "iii" || l == "iv") {
		m.Head--
	}
	first := n.first
	bare := true // no role right before
	// titles and roles before
	for j := n.first - 1; f.sameSent(j, n.first); {
		if p := ends[j+1]; p != 0 && !f.phrases[p-1].plural() && !f.phrases[p-1].used {
			ph := &f.phrases[p-1]
			if ph.last > j+1 && ph.last != ph.hend {
				break
			}
			if ph.bare && ph.first == ph.hstart && ph.class&(ClassOffice|ClassTitle|ClassKin) == 0 && !d.Tokens[ph.hstart].Is(token.Capital) && f.tagged && d.Tokens[ph.hend-1].UPOS == token.VERB {
				break
			}
			// "the judge Trump attacked": a clause, not a title
			if l := f.lower(ph.first); (l == "the" || l == "a" || l == "an") && !d.Tokens[ph.hstart].Is(token.Capital) && (n.last-n.first == 1 || ph.class&ClassKin != 0) && f.verbAt(n.last) {
				break
			}
			m.Roles = append(m.Roles, f.role(ph))
			f.sex(&m, ph.class)
			ph.used = true
			first, bare = ph.first, ph.class&ClassTitle != 0 && ph.class&ClassOffice == 0
			// "founder and chief executive Mark ..."
			if a := ph.first; f.sameSent(a-2, a) && f.lower(a-1) == "and" && lasts[a-1] != 0 && !ph.definite {
				if q := &f.phrases[lasts[a-1]-1]; !q.used && !q.plural() && q.class&ClassRole != 0 && q.hend == q.last {
					q.used = true
					m.Roles = append(m.Roles, f.role(q))
					first = q.first
				}
			}
			break
		}
		if b := f.words[j].back; b > 0 && f.words[b-1].class&ClassTitle != 0 && f.words[b-1].end == j+1 {
			w := &f.words[b-1]
			m.Titles = append(m.Titles, d.SpanOf(b-1, j+1))
			f.sex(&m, w.class)
			if w.class&ClassRole != 0 {
				s := d.SpanOf(b-1, j+1)
				m.Roles = append(m.Roles, Role{Span: s, Text: strings.ToLower(d.Str(s)), Office: w.canon})
			}
			first = b - 1
			j = b - 2
			continue
		}
		break
	}
	if n.shared != 0 && bare {
		m.Roles = append(m.Roles, f.role(&f.phrases[n.shared-1]))
	}
	// "Russia's Putin", "Ukraine's Volodymyr Zelensky"
	if first == n.first && f.sameSent(first-2, first) && f.possessive(first-1) && f.nameAt[first-2] != 0 {
		if o := &f.names[f.nameAt[first-2]-1]; o.typ == token.LOC || o.typ == token.ORG {
			m.Affil, m.Country = d.SpanOf(o.first, o.last), f.countryOf(o.first, o.last)
		}
	}
	// "the EU's foreign policy chief, Kaja Kallas, ..."
	if f.lower(first-1) == "," && lasts[first-1] != 0 && bare {
		if p := &f.phrases[lasts[first-1]-1]; f.apposed(p) && !p.used && (f.closes(n.last) || int(n.last) < len(d.Tokens) && p.definite && f.lower(n.last) != "and") {
			p.used = true
			m.Roles = append(m.Roles, f.role(p))
			f.sex(&m, p.class)
			first = p.first
		}
	}
	last := f.after(&m, n, starts)
	m.Full = d.SpanOf(first, last)
	f.settle(&m)
	f.out = append(f.out, m)
}

// verbAt reports whether token i is a verb.
func (f *finder) verbAt(i int32) bool {
	p := f.pos(i)
	return p == token.VERB || p == token.AUX
}

// apposed reports whether p can stand in apposition to a person's name.
func (f *finder) apposed(p *phrase) bool {
	return p.class&(ClassRole|ClassKin) != 0 && !p.plural() && !p.negated
}

// closes reports whether an apposition ends before token i.
func (f *finder) closes(i int32) bool {
	if int(i) >= len(f.d.Tokens) || !f.sameSent(i, i-1) {
		return true
	}
	t := &f.d.Tokens[i]
	return t.Is(token.Punct) && t.Lower != "-" && t.Lower != "/"
}

// after reads what follows a person's name: age, party in brackets, roles in
// apposition. It gives the end of it.
func (f *finder) after(m *Mention, n *name, starts []int32) int32 {
	d := f.d
	i := n.last
	if r, end, ok := f.party(i); ok {
		m.Roles = append(m.Roles, r)
		i = end
	}
	for n := 0; n < 3 && int(i)+1 < len(d.Tokens) && f.sameSent(i+1, i-1); n++ {
		l := f.lower(i)
		if l != "," && l != "–" && l != "—" && l != "(" {
			break
		}
		// ", 45,"
		if d.Tokens[i+1].Is(token.Numeric) && d.Tokens[i+1].Len() <= 3 && f.closes(i+2) && f.lower(i+2) != "(" {
			i += 2
			continue
		}
		if r, end, ok := f.party(i); ok {
			m.Roles = append(m.Roles, r)
			i = end
			continue
		}
		k := i + 1
		switch f.lower(k) { // "Ann Lee, now the majority leader,"
		case "now", "then", "currently", "formerly", "once", "also", "himself", "herself", "previously":
			k++
		}
		p := f.phraseAt(starts, k)
		if p == nil || !f.apposed(p) || p.used || f.namePER(p.hend) || f.namePER(p.last) {
			break
		}
		// "X, president and chief executive of Y,"
		end, two := p.last, (*phrase)(nil)
		if f.lower(end) == "and" || f.lower(end) == "," && f.lower(end+1) == "and" {
			k := end + 1
			if f.lower(end) == "," {
				k++
			}
			if q := f.phraseAt(starts, k); q != nil && f.apposed(q) && !q.used && !f.namePER(q.hend) && (q.bare || q.of.Len() > 0) && f.closes(q.last) {
				end, two = q.last, q
			}
		}
		if !f.closes(end) && !f.relative(end) {
			break
		}
		if f.listed(m, p) {
			break
		}
		p.used = true
		r := f.role(p)
		f.sex(m, p.class)
		if two != nil {
			two.used = true
			r2 := f.role(two)
			if r.Of.Len() == 0 { // "president and publisher of X"
				r.Of, r.Country = r2.Of, r2.Country
			}
			m.Roles = append(m.Roles, r, r2)
		} else {
			m.Roles = append(m.Roles, r)
		}
		i = end
	}
	// "Mark Zandi of Moody's Analytics"
	if i == n.last && m.Affil.Len() == 0 && (f.lower(i) == "of" || f.lower(i) == "from") && int(i)+1 < len(d.Tokens) {
		k := i + 1
		if f.lower(k) == "the" {
			k++
		}
		if int(k) < len(f.nameAt) && f.nameAt[k] != 0 && f.sameSent(k, i) {
			o := &f.names[f.nameAt[k]-1]
			if o.typ == token.ORG || o.typ == token.LOC && f.lower(i) == "of" {
				m.Affil = d.SpanOf(o.first, o.last)
				if m.Country == "" {
					m.Country = f.countryOf(o.first, o.last)
				}
			}
		}
	}
	return i
}

// listed reports whether the tree takes p for the next member of a list
// rather than for an apposition.
func (f *finder) listed(m *Mention, p *phrase) bool {
	if !f.parsed {
		return false
	}
	r := f.d.Tokens[p.hend-1].Rel
	if r != token.Conj {
		return false
	}
	h := f.d.Tokens[p.hend-1].Head
	return h >= m.First && h < m.Last && !p.bare && p.first == p.hstart
}

// relative reports whether a relative clause begins at token i.
func (f *finder) relative(i int32) bool {
	switch f.lower(i) {
	case "who", "whose", "whom", "which", "that":
		return true
	}
	return false
}

// phraseAt is the phrase that begins at token i.
func (f *finder) phraseAt(starts []int32, i int32) *phrase {
	if int(i) >= len(starts) || starts[i] == 0 {
		return nil
	}
	return &f.phrases[starts[i]-1]
}

// role is phrase p as a role.
func (f *finder) role(p *phrase) Role {
	d := f.d
	r := Role{Span: d.SpanOf(p.first, p.last), Office: p.canon, Of: p.of, Country: p.country, Standing: p.standing}
	h := p.hstart
	// common nouns and adjectives right before the head are of the office:
	// "foreign policy chief"
	for h > p.first && f.nameAt[h-1] == 0 && (f.pos(h-1) == token.NOUN || f.pos(h-1) == token.ADJ || f.lower(h-1) == "-") && f.words[h-1].class&(ClassFormer|ClassActing) == 0 {
		h--
	}
	r.Text = strings.TrimLeft(strings.TrimPrefix(strings.ToLower(f.clean(h, p.hend)), "-year-old"), "- ")
	if p.deputy != "" && !strings.HasPrefix(r.Office, p.deputy) && r.Office != "" {
		r.Office = p.deputy + " " + r.Office
	}
	switch l := f.lower(p.hend - 1); {
	case l == "elect" || l == "designate" || f.lower(p.hend) == "-" && f.lower(p.hend+1) == "elect":
		r.Standing = Elect
	case p.class&ClassWould != 0 || l == "candidate" || l == "nominee" || l == "contender" || l == "hopeful":
		r.Standing = Would
	}
	return r
}

func (f *finder) sex(m *Mention, c Class) {
	switch {
	case c&(ClassMasc|ClassFem) == ClassMasc:
		m.Gender = Masc
	case c&(ClassMasc|ClassFem) == ClassFem:
		m.Gender = Fem
	}
}

// settle fills what a person's mention owes to its roles and given name.
func (f *finder) settle(m *Mention) {
	if i, ok := f.o.Known.Lookup(m.Name); ok && m.Rule == "user-actor" {
		x := f.o.Known.At(i)
		m.Gender = x.Gender
		if x.Country != "" {
			m.Country = x.Country
		}
	}
	for i := range m.Roles {
		r := &m.Roles[i]
		if m.Country == "" {
			m.Country = r.Country
		}
		if m.Affil.Len() == 0 {
			m.Affil = r.Of
		}
	}
	if m.Gender == 0 && m.Last-m.First > 1 || m.Gender == 0 && len(m.Titles) == 0 && m.Last-m.First == 1 {
		if g, ok := GivenName(f.d.Word(m.First)); ok {
			m.Gender = g
		}
		// a lone name is often a surname: too weak a hint
		if m.Last-m.First == 1 {
			m.Gender = 0
		}
		if m.Gender == 0 {
			m.Gender = endingGender(f.lower(m.First), f.lower(m.Head), m.Last-m.First)
		}
	}
}

// endingGender is what the endings of Slavic names tell.
func endingGender(given, last string, n int32) Gender {
	last = Fold(last)
	for _, e := range []string{"kova", "nova", "rova", "tova", "lova", "dova", "eeva", "skaya", "skaia", "cka", "dottir"} {
		if strings.HasSuffix(last, e) && len(last) > len(e)+1 {
			return Fem
		}
	}
	if given = Fold(given); n > 1 && len(given) > 5 && (strings.HasSuffix(given, "slav") || strings.HasSuffix(given, "mir") || strings.HasSuffix(given, "slaw")) {
		return Masc
	}
	return 0
}

// body makes a mention of the name of a body.
func (f *finder) body(n *name, starts []int32) {
	d := f.d
	n.used = true
	if n.rule == "seat-of-government" && f.building(n) {
		return
	}
	m := Mention{Span: d.SpanOf(n.first, n.last), First: n.first, Last: n.last, Head: n.last - 1, Kind: n.kind, Form: Name,
		Name: f.clean(n.first, n.last), Number: Sing, Gender: Neut, Rule: n.rule, Score: n.score, Country: n.iso}
	switch m.Kind {
	case 0:
		m.Kind = Organisation
	case Group:
		m.Number, m.Gender = Plur, 0
	}
	if m.Country == "" {
		m.Country = f.countryOf(n.first, n.last)
	}
	m.Full = m.Span
	// "the shipping group Halvorsen", "the weekly Respekt"
	if n.before != 0 {
		p := &f.phrases[n.before-1]
		p.used = true
		m.Full = d.SpanOf(p.first, n.last)
		if m.Country == "" {
			m.Country = p.country
		}
	}
	// "Boeing, the planemaker,"
	full, end := m.Full.Start, n.last
	if f.lower(end) == "(" && f.sameSent(end+2, n.first) && f.lower(end+2) == ")" {
		end += 3
	}
	if p := f.phraseAt(starts, end+1); f.lower(end) == "," && p != nil && p.class&ClassOrg != 0 && !p.plural() && !p.used && f.closes(p.last) && !p.negated && (p.definite || f.lower(p.first) == "a" || f.lower(p.first) == "an") {
		p.used = true
		m.Roles = append(m.Roles, f.role(p))
		m.Full = token.Span{Start: full, End: d.Tokens[p.last-1].End}
		switch {
		case p.class&ClassMedia != 0:
			m.Kind = Media
		case p.class&ClassCompany != 0 && m.Kind == Organisation:
			m.Kind = Company
		case p.class&ClassArmed != 0:
			m.Kind = ArmedGroup
		}
	}
	// "the EU, the country's largest donor,"
	if p := f.phraseAt(starts, n.last+1); f.lower(n.last) == "," && p != nil && p.class&ClassRole != 0 && p.class&(ClassKin|ClassOrg) == 0 && !p.plural() && !p.used && p.definite && p.of.Len() > 0 && f.closes(p.last) && !f.namePER(p.last+1) && !f.namePER(p.hend) {
		p.used = true
		m.Roles = append(m.Roles, f.role(p))
		m.Full = token.Span{Start: full, End: d.Tokens[p.last-1].End}
	}
	f.out = append(f.out, m)
}

// building reports whether a seat of government is only where something is:
// "met at the Elysee Palace".
func (f *finder) building(n *name) bool {
	switch f.lower(n.last - 1) {
	case "kremlin", "house", "street", "palace", "élysée", "elysee", "pentagon", "capitol", "hill", "office":
	default:
		return false
	}
	i := n.first - 1
	if f.lower(i) == "the" {
		i--
	}
	switch f.lower(i) {
	case "at", "in", "inside", "outside", "near", "into", "around", "leaving", "left", "entered":
		return true
	}
	return false
}

// nominal makes a mention of a phrase that stands for itself.
func (f *finder) nominal(p *phrase) {
	d := f.d
	if p.negated || f.namePER(p.hend) && !p.plural() && p.used {
		return
	}
	c := p.class
	if !p.plural() && p.bare {
		// "as president", "under police guard": no one in particular
		if c&(ClassGroup|ClassMedia) == 0 && !d.Tokens[p.hstart].Is(token.Capital) || c&ClassTitle != 0 && c&ClassOffice == 0 {
			return
		}
		if c&ClassOrg != 0 && c&ClassGroup == 0 {
			return
		}
	}
	if f.lower(p.first-1) == "as" && (f.lower(p.first) == "a" || f.lower(p.first) == "an") && f.sameSent(p.first-1, p.first) {
		return // "described him as a generous man"
	}
	if f.parsed {
		h := &d.Tokens[p.hend-1]
		for k := range d.Kids(p.hend - 1) {
			if d.Tokens[k].Rel == token.Cop && !p.definite {
				return // "is a farmer"
			}
		}
		if h.Rel == token.Compound || h.Rel == token.Vocative {
			return
		}
	}
	m := Mention{Span: d.SpanOf(p.first, p.last), First: p.first, Last: p.last, Head: p.hend - 1, Form: Nominal, Number: Sing,
		Name: f.clean(p.first, p.last), Country: p.country, Affil: p.of, Definite: p.definite, Count: p.count, Rule: "head-noun", Score: 60}
	m.Full = m.Span
	m.Name = stripArticle(m.Name)
	if p.plural() {
		m.Number = Plur
	} else if m.Count > 1 {
		m.Count = 0 // "the 2008 campaign"
	}
	person := c&(ClassRole|ClassKin) != 0
	switch {
	case c&ClassArmed != 0:
		m.Kind, m.Rule = ArmedGroup, "armed-noun"
	case person && !p.plural() && c&ClassOrg == 0:
		m.Kind, m.Rule = RoleOnly, "role-only"
		f.sex(&m, c)
		m.Roles = []Role{f.role(p)}
		if p.extra != 0 {
			m.Roles = append(m.Roles, f.role(&f.phrases[p.extra-1]))
		}
	case person && p.plural() && c&ClassOrg == 0:
		m.Kind, m.Rule = Group, "people"
		m.Roles = []Role{f.role(p)}
	case c&ClassNation != 0:
		at := name{first: p.first, last: p.last}
		if (p.plural() || p.definite) && !f.locative(&at) {
			m.Kind, m.Rule, m.Gender = State, "state-noun", Neut
			break
		}
		return
	case c&ClassOrg == 0:
		m.Kind, m.Rule, m.Number = Group, "people", Plur
	case c&ClassMedia != 0:
		m.Kind, m.Rule, m.Gender = Media, "body-noun", Neut
	case c&ClassCompany != 0:
		m.Kind, m.Rule, m.Gender = Company, "body-noun", Neut
	default:
		m.Kind, m.Rule, m.Gender = Organisation, "body-noun", Neut
		if p.country != "" && !p.plural() && len(p.country) == 2 && p.country != "EU" && (p.canon == "" && (f.lower(p.hend-1) == "government" || f.lower(p.hend-1) == "regime")) {
			m.Kind, m.Rule = State, "government"
		}
	}
	if p.definite || p.country != "" {
		m.Score = 75
	}
	f.out = append(f.out, m)
}

func stripArticle(s string) string {
	for _, a := range []string{"the ", "The ", "a ", "A ", "an ", "An "} {
		if strings.HasPrefix(s, a) {
			return s[len(a):]
		}
	}
	return s
}
