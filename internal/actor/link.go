package actor

import (
	"strings"

	"github.com/dateline-go/dateline/internal/token"
)

// link makes mentions of the names, each with the roles that stand beside it,
// then of the phrases that are no name's role.
func (f *finder) link() {
	f.indexPhrases()
	for i := range f.phrases {
		f.d.CheckAt(i)
		f.share(int32(i))
	}
	for i := range f.names {
		f.d.CheckAt(i)
		n := &f.names[i]
		switch n.typ {
		case token.PER:
			f.person(n)
		case token.ORG:
			f.body(n)
		}
	}
	f.apposedPhrases()
	for i := range f.phrases {
		f.d.CheckAt(i)
		if p := &f.phrases[i]; !p.used {
			f.nominal(p)
		}
	}
}

func (f *finder) indexPhrases() {
	n := len(f.d.Tokens) + 1
	f.starts, f.ends, f.lasts = make([]int32, n), make([]int32, n), make([]int32, n)
	for i := range f.phrases {
		f.d.CheckAt(i)
		p := &f.phrases[i]
		if f.starts[p.first] == 0 {
			f.starts[p.first] = int32(i) + 1
		}
		f.ends[p.hend] = int32(i) + 1
		if f.lasts[p.last] == 0 { // of nested ones the outermost
			f.lasts[p.last] = int32(i) + 1
		}
	}
}

// phraseAt is the phrase that begins at token i, or nil.
func (f *finder) phraseAt(i int32) *phrase { return f.phrase(f.starts, i) }

// phrase is what index by has at token i, or nil.
func (f *finder) phrase(by []int32, i int32) *phrase {
	if i < 0 || int(i) >= len(by) || by[i] == 0 {
		return nil
	}
	return &f.phrases[by[i]-1]
}

// apposedPhrases joins a phrase to the one that it stands in apposition to:
// "the minister, a former police officer,".
func (f *finder) apposedPhrases() {
	for i := range f.phrases {
		f.d.CheckAt(i)
		p := &f.phrases[i]
		if p.used || p.plural() || p.bare || p.class&ClassRole == 0 || f.lower(p.last) != "," {
			continue
		}
		q := f.phraseAt(p.last + 1)
		if q != nil && !q.used && f.apposed(q) && q.hend != p.hend && f.indefinite(q.first) && f.closes(q.last) && f.lower(q.last) == "," {
			q.used = true
			p.extra = f.starts[p.last+1]
		}
	}
}

// indefinite reports whether token i is an indefinite article.
func (f *finder) indefinite(i int32) bool { return f.lower(i) == "a" || f.lower(i) == "an" }

// share gives a plural role to the names right behind it: "Justices Ann Lee
// and Bob Ray".
func (f *finder) share(i int32) {
	p := &f.phrases[i]
	if !p.plural() || p.class&ClassRole == 0 || p.last != p.hend || p.count > 0 || !f.namePER(p.hend) {
		return
	}
	at := p.hend
	for n := 0; n < 6 && f.namePER(at) && f.nameAt[at] != 0; n++ {
		nm := f.nameOn(at)
		nm.shared = i + 1
		p.used = true
		at = nm.last
		for k := 0; k < 2 && (f.lower(at) == "," || f.lower(at) == "and") && f.sameSent(at+1, at); k++ {
			at++
		}
	}
}

// person makes a mention of a person's name.
func (f *finder) person(n *name) {
	n.used = true
	m := Mention{Span: f.d.SpanOf(n.first, n.last), First: n.first, Last: n.last, Head: n.last - 1, Kind: Person, Form: Name,
		Name: f.clean(n.first, n.last), Number: Sing, Rule: originNames[n.origin], Score: n.score}
	if m.Head > n.first && f.is(m.Head, classNameSuffix) {
		m.Head--
	}
	first, bare := f.rolesBefore(&m, n)
	if n.shared != 0 && bare {
		m.Roles = append(m.Roles, f.role(&f.phrases[n.shared-1]))
	}
	f.genitive(&m, n, first)
	if bare || dash(f.lower(first-1)) {
		first = f.apposedBefore(&m, n, f.namedBefore(&m, first))
	}
	m.Full = f.d.SpanOf(first, f.after(&m, n))
	f.settle(&m, n)
	f.out = append(f.out, m)
}

// rolesBefore gives m the titles and roles before its name. It tells where
// they begin, and whether no role stands right before the name.
func (f *finder) rolesBefore(m *Mention, n *name) (first int32, bare bool) {
	first = n.first
	// "Minister for Coastal Fisheries Linda Marlow"
	if p := f.phrase(f.lasts, first); p != nil && p.hend < p.last && p.class&ClassOffice != 0 && !p.plural() && !p.used &&
		f.d.Tokens[p.hstart].Is(token.Capital) && f.sameSent(p.first, first) {
		return f.takeRole(m, p), false
	}
	for j := n.first - 1; f.sameSent(j, n.first); j = first - 1 {
		if p := f.phrase(f.ends, j+1); p != nil && !p.plural() && !p.used {
			if !f.roleOf(p, n, j+1) {
				return first, true
			}
			first = f.takeRole(m, p)
			return first, p.class&ClassTitle != 0 && p.class&ClassOffice == 0
		}
		b := f.word(j).back - 1
		if b < 0 || f.word(b).class&ClassTitle == 0 || f.word(b).end != j+1 {
			break
		}
		f.takeTitle(m, b, j+1)
		first = b
	}
	return first, true
}

// roleOf reports whether phrase p, whose head ends before token end, is a role
// of the person n behind it.
func (f *finder) roleOf(p *phrase, n *name, end int32) bool {
	d := f.d
	if p.last > end && p.last != p.hend {
		return false
	}
	capital := d.Tokens[p.hstart].Is(token.Capital)
	if p.bare && p.first == p.hstart && p.class&(ClassOffice|ClassTitle|ClassKin) == 0 && !capital && d.Tokens[p.hend-1].UPOS == token.VERB {
		return false
	}
	// "the judge Brandt attacked": a clause, not a title
	clause := (f.lower(p.first) == "the" || f.indefinite(p.first)) && !capital && (n.words() == 1 || p.class&ClassKin != 0) && f.verbAt(n.last)
	return !clause
}

// takeRole gives m role p, with a role that is coordinated before it, and
// tells where they begin: "founder and chief executive Mark ...".
func (f *finder) takeRole(m *Mention, p *phrase) int32 {
	m.Roles = append(m.Roles, f.role(p))
	f.sex(m, p.class)
	p.used = true
	a := p.first
	if f.sameSent(a-2, a) && f.lower(a-1) == "and" && !p.definite {
		if q := f.phrase(f.lasts, a-1); q != nil && !q.used && !q.plural() && q.class&ClassRole != 0 && q.hend == q.last {
			q.used = true
			m.Roles = append(m.Roles, f.role(q))
			return q.first
		}
	}
	return a
}

// takeTitle gives m the title of tokens [b, end).
func (f *finder) takeTitle(m *Mention, b, end int32) {
	w := f.word(b)
	s := f.d.SpanOf(b, end)
	m.Titles = append(m.Titles, s)
	f.sex(m, w.class)
	if w.class&ClassRole != 0 {
		m.Roles = append(m.Roles, Role{Span: s, Text: strings.ToLower(f.d.Str(s)), Office: w.canon})
	}
}

// genitive gives m whose it is: "Norway's Holm", "Austria's Ana Brandt".
func (f *finder) genitive(m *Mention, n *name, first int32) {
	if first != n.first || !f.sameSent(first-2, first) || !f.possessive(first-1) {
		return
	}
	if o := f.nameOn(first - 2); o != nil && (o.typ == token.LOC || o.typ == token.ORG) {
		m.Affil, m.Country = f.d.SpanOf(o.first, o.last), f.countryOf(o.first, o.last)
	}
}

// namedBefore gives m a role that says who is called so, and tells where they
// begin: "a dog named Rex".
func (f *finder) namedBefore(m *Mention, first int32) int32 {
	p := f.phrase(f.lasts, first-1)
	if p == nil || !f.is(first-1, classNamed) || !f.sameSent(p.first, first) || !f.apposed(p) || p.used {
		return first
	}
	return f.takeRole(m, p)
}

// apposedBefore gives m a role that its name stands in apposition to, and
// tells where they begin: "the union's trade chief, Ana Brandt, ...".
func (f *finder) apposedBefore(m *Mention, n *name, first int32) int32 {
	p := f.phrase(f.lasts, first-1)
	mark := f.lower(first - 1)
	if p == nil || !f.apposed(p) || p.used || mark != "," && (!dash(mark) || f.lower(n.last) != mark) {
		return first
	}
	if !f.closes(n.last) && (!p.definite || f.lower(n.last) == "and") {
		return first
	}
	p.used = true
	m.Roles = append(m.Roles, f.role(p))
	f.sex(m, p.class)
	return p.first
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
	if !f.sameSent(i, i-1) {
		return true
	}
	t := &f.d.Tokens[i]
	return t.Is(token.Punct) && t.Lower != "-" && t.Lower != "/"
}

// after reads what follows a person's name: age, party in brackets, roles in
// apposition. It gives the end of it.
func (f *finder) after(m *Mention, n *name) int32 {
	i := n.last
	if r, end, ok := f.party(i); ok {
		m.Roles = append(m.Roles, r)
		i = end
	}
	for k := 0; k < 3 && f.sameSent(i+1, i-1) && f.is(i, classAppositionMark); k++ {
		if f.age(i + 1) {
			i += 2
			continue
		}
		if r, end, ok := f.party(i); ok {
			m.Roles = append(m.Roles, r)
			i = end
			continue
		}
		end, ok := f.apposition(m, i+1)
		if !ok {
			break
		}
		i = end
	}
	if i == n.last && m.Affil.Len() == 0 {
		f.memberOf(m, i)
	}
	return i
}

// age reports whether an age stands at token i: ", 45,".
func (f *finder) age(i int32) bool {
	t := &f.d.Tokens[i]
	return t.Is(token.Numeric) && t.Len() <= 3 && f.closes(i+1) && f.lower(i+1) != "("
}

// apposition gives m the roles in apposition that begin at token i, and tells
// where they end: "X, president and chief executive of Y,".
func (f *finder) apposition(m *Mention, i int32) (end int32, ok bool) {
	if f.is(i, classAppositionAdverb) { // "Ann Lee, now the majority leader,"
		i++
	}
	p := f.phraseAt(i)
	if p == nil || !f.apposed(p) || p.used || f.namePER(p.hend) || f.namePER(p.last) {
		return 0, false
	}
	end = p.last
	two := f.secondRole(p)
	if two != nil {
		end = two.last
	}
	if !f.closes(end) && !f.is(end, classRelative) || f.listed(m, p) {
		return 0, false
	}
	p.used = true
	r := f.role(p)
	f.sex(m, p.class)
	if two == nil {
		m.Roles = append(m.Roles, r)
		return end, true
	}
	two.used = true
	r2 := f.role(two)
	if r.Of.Len() == 0 { // "president and publisher of X"
		r.Of, r.Country = r2.Of, r2.Country
	}
	m.Roles = append(m.Roles, r, r2)
	return end, true
}

// secondRole is the role that is coordinated with p behind it, or nil.
func (f *finder) secondRole(p *phrase) *phrase {
	k := p.last
	if f.lower(k) == "," {
		k++
	}
	if f.lower(k) != "and" {
		return nil
	}
	q := f.phraseAt(k + 1)
	if q != nil && f.apposed(q) && !q.used && !f.namePER(q.hend) && (q.bare || q.of.Len() > 0) && f.closes(q.last) {
		return q
	}
	return nil
}

// memberOf gives m the body behind its name: "Mark Zandi of Moody's Analytics".
func (f *finder) memberOf(m *Mention, i int32) {
	prep := f.lower(i)
	if prep != "of" && prep != "from" {
		return
	}
	k := i + 1
	if f.lower(k) == "the" {
		k++
	}
	o := f.nameOn(k)
	if o == nil || !f.sameSent(k, i) || o.typ != token.ORG && (o.typ != token.LOC || prep != "of") {
		return
	}
	m.Affil = f.d.SpanOf(o.first, o.last)
	if m.Country == "" {
		m.Country = f.countryOf(o.first, o.last)
	}
}

// listed reports whether the tree takes p for the next member of a list
// rather than for an apposition.
func (f *finder) listed(m *Mention, p *phrase) bool {
	t := &f.d.Tokens[p.hend-1]
	return t.Rel == token.Conj && t.Head >= m.First && t.Head < m.Last && !p.bare && p.first == p.hstart
}

// role is phrase p as a role.
func (f *finder) role(p *phrase) Role {
	r := Role{Span: f.d.SpanOf(p.first, p.last), Office: p.canon, Of: p.of, Country: p.country, Standing: p.standing}
	h := p.hstart
	for h > p.first && f.ofOffice(h-1) {
		h--
	}
	r.Text = strings.TrimLeft(strings.TrimPrefix(strings.ToLower(f.clean(h, p.hend)), "-year-old"), "- ")
	if p.deputy != "" && !strings.HasPrefix(r.Office, p.deputy) && r.Office != "" {
		r.Office = p.deputy + " " + r.Office
	}
	switch {
	case f.is(p.hend-1, classElect) || f.lower(p.hend) == "-" && f.lower(p.hend+1) == "elect":
		r.Standing = Elect
	case p.class&ClassWould != 0 || f.is(p.hend-1, classWould):
		r.Standing = Would
	}
	return r
}

// ofOffice reports whether token i, right before the head of a role, is of the
// office: common nouns and adjectives are, "foreign policy chief".
func (f *finder) ofOffice(i int32) bool {
	p := f.pos(i)
	return f.nameAt[i] == 0 && (p == token.NOUN || p == token.ADJ || f.lower(i) == "-") && f.word(i).class&(ClassFormer|ClassActing) == 0
}

func (f *finder) sex(m *Mention, c Class) {
	switch c & (ClassMasc | ClassFem) {
	case ClassMasc:
		m.Gender = Masc
	case ClassFem:
		m.Gender = Fem
	}
}

// settle fills what a person's mention owes to its roles and given name.
func (f *finder) settle(m *Mention, n *name) {
	if n.origin == fromUser {
		if i, ok := f.o.Known.Lookup(m.Name); ok {
			x := f.o.Known.At(i)
			m.Gender = x.Gender
			if x.Country != "" {
				m.Country = x.Country
			}
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
	if m.Gender != 0 || n.words() == 1 && len(m.Titles) > 0 {
		return
	}
	if n.words() > 1 { // a lone name is often a surname: too weak a hint
		m.Gender, _ = GivenName(f.d.Word(m.First))
	}
	if m.Gender == 0 {
		m.Gender = endingGender(f.lower(m.First), f.lower(m.Head), n.words())
	}
}

// endings of Slavic and Icelandic surnames of women, and of Slavic given names
// of men.
var (
	femaleEndings = [...]string{"kova", "nova", "rova", "tova", "lova", "dova", "eeva", "skaya", "skaia", "cka", "dottir"}
	maleEndings   = [...]string{"slav", "mir", "slaw"}
)

// endingGender is what the endings of names tell.
func endingGender(given, last string, n int32) Gender {
	last = Fold(last)
	for _, e := range femaleEndings {
		if strings.HasSuffix(last, e) && len(last) > len(e)+1 {
			return Fem
		}
	}
	if given = Fold(given); n > 1 && len(given) > 5 {
		for _, e := range maleEndings {
			if strings.HasSuffix(given, e) {
				return Masc
			}
		}
	}
	return 0
}
