package syntax

import "github.com/dateline-go/dateline/internal/token"

// mendClauses puts right who does what in sentence n where a clause
// stands inside or behind another:
//
//   - "a man whose house was a factory was arrested": the man was;
//   - "met the miners who fell ill in May, and promised help": who met promised;
//   - "prices rose, reported the bank": the bank reported;
//   - "Lund, Oslo, and Bergen agreed": a list is one subject;
//   - "is expected to close a shop and dismiss ten": a base form goes on after "to".
func mendClauses(d *token.Doc, n int32) {
	s := &d.Sents[n]
	left := int32(maxMends)
	for i := s.First; i < s.Last && left > 0; i++ {
		changed := false
		switch t := &d.Tokens[i]; {
		case t.XPOS == token.WPS && t.Lower == "whose":
			changed = whoseIs(d, s, i)
		case t.Rel == token.Conj && t.UPOS == token.VERB:
			changed = sharesTo(d, i) || behindRelative(d, s, i) || cited(d, s, i) || wholeList(d, s, i)
		case t.UPOS == token.VERB:
			changed = cited(d, s, i)
		case t.Rel.Base() == token.Nsubj:
			changed = secondSubject(d, s, i)
		}
		if changed {
			d.Link(n)
			left--
		}
	}
}

// maxMends bounds the clauses of one sentence that are mended, since its arcs are
// linked again after each.
const maxMends = 8

// finite reports whether verb or auxiliary i may be a finite one.
func finite(t *token.Token) bool {
	switch t.XPOS {
	case token.VBD, token.VBZ, token.VBP, token.MD:
		return true
	}
	return false
}

// sharesTo joins base form i, which the tree has beside a verb that is none, to
// the infinitive of that verb.
func sharesTo(d *token.Doc, i int32) bool {
	t := &d.Tokens[i]
	v := &d.Tokens[t.Head]
	if t.Lower != t.Lemma || t.Head > i || hasSubject(d, i) || kid(d, i, token.Aux, token.AuxPass) != token.None {
		return false
	}
	switch t.XPOS {
	case token.VB, token.VBP, token.VBZ:
	case token.VBD, token.VBN:
		if wordTable.Has(t.Lower, classSamePast) {
			return false
		}
	default:
		return false
	}
	switch v.XPOS {
	case token.VBD, token.VBZ, token.VBN, token.JJ:
	default:
		return false
	}
	x := kid(d, t.Head, token.Xcomp)
	if x == token.None || x > i || d.Tokens[x].XPOS != token.VB {
		return false
	}
	if m := kid(d, x, token.RelMark); m == token.None || d.Tokens[m].Lower != "to" {
		return false
	}
	t.Head, t.XPOS = x, token.VB
	t.SetFeats(d.Tokens[x].Feats)
	return true
}

// whoseIs mends the clause "whose X is Y" that begins with "whose" w and stands
// between a subject and its verb: Y is then easily taken for the subject.
func whoseIs(d *token.Doc, s *token.Sentence, w int32) bool {
	who := w - 1
	if who >= s.First && d.Tokens[who].XPOS == token.Comma {
		who--
	}
	if who < s.First || !d.Tokens[who].Noun() {
		return false
	}
	if d.Tokens[who].Rel == token.Flat {
		who = d.Tokens[who].Head
	}
	skip := func(i int32, ok func(*token.Token) bool) int32 {
		for i < s.Last && ok(&d.Tokens[i]) {
			i++
		}
		return i
	}
	nominal := func(t *token.Token) bool { return t.Noun() || t.UPOS == token.ADJ || t.UPOS == token.NUM }
	adverb := func(t *token.Token) bool { return t.UPOS == token.ADV }
	cop := skip(w+1, nominal)
	if own := cop - 1; own == w || cop == s.Last || !d.Tokens[own].Noun() || d.Tokens[cop].Lemma != "be" || !finite(&d.Tokens[cop]) {
		return false
	}
	from := skip(cop+1, adverb)
	if from < s.Last && d.Tokens[from].UPOS == token.DET {
		from++
	}
	next := skip(from, nominal)
	what := next - 1
	if next == from || next == s.Last {
		return false
	}
	if d.Tokens[next].XPOS == token.Comma {
		next++
	}
	v := next
	for v < s.Last && (d.Tokens[v].UPOS == token.AUX || d.Tokens[v].UPOS == token.ADV) {
		v++
	}
	if v == s.Last || d.Tokens[v].UPOS != token.VERB || !finite(&d.Tokens[next]) {
		return false
	}
	return splitWhose(d, s, who, [...]int32{w, cop, what, next, v})
}

// splitWhose makes the words from "whose" to what a clause of who, and who the
// subject of verb v: at are "whose", the copula, what, the first word of the verb
// and the verb.
func splitWhose(d *token.Doc, s *token.Sentence, who int32, at [5]int32) bool {
	w, cop, what, next, v := at[0], at[1], at[2], at[3], at[4]
	subject := who
	for t := &d.Tokens[subject]; t.Rel == token.Nmod && t.Head != token.None && t.Head < subject; t = &d.Tokens[subject] {
		subject = t.Head
	}
	if d.Tokens[who].Head != what && d.Tokens[subject].Head == v && d.Tokens[subject].Rel.Base() == token.Nsubj && d.Tokens[what].Head == who {
		return false
	}
	above := token.None
	for _, i := range [...]int32{v, what, subject} {
		if h := d.Tokens[i].Head; h == token.None || h < subject && h < w || h > v {
			above = i
			break
		}
	}
	if above == token.None {
		return false
	}
	head, rel := d.Tokens[above].Head, d.Tokens[above].Rel
	switch rel {
	case token.Root, token.Ccomp, token.Parataxis, token.Conj, token.Advcl, token.Dep:
	default:
		return false
	}
	for i := head; i != token.None; i = d.Tokens[i].Head {
		// What is above must stand without the arcs that change.
		if h := d.Tokens[i].Head; i >= w && i < next || h > w && h < next || h == subject && i > v || i == v || i == subject || i == who {
			return false
		}
	}
	for i := s.First; i < s.Last; i++ {
		t := &d.Tokens[i]
		inside := i > w && i < next
		switch {
		case i == v || i == what || i == subject || i == who:
		case inside && (t.Head < w || t.Head >= next):
			t.Head = what
		case !inside && i != w && (t.Head > w && t.Head < next || t.Head == subject && i > v):
			t.Head = v
		}
	}
	d.Tokens[w].Head, d.Tokens[w].Rel = cop-1, token.NmodPoss
	d.Tokens[cop-1].Head, d.Tokens[cop-1].Rel = what, token.Nsubj
	d.Tokens[cop].Head, d.Tokens[cop].Rel = what, token.Cop
	d.Tokens[what].Head, d.Tokens[what].Rel = who, token.AclRelcl
	d.Tokens[v].Head, d.Tokens[v].Rel = head, rel
	d.Tokens[subject].Head, d.Tokens[subject].Rel = v, token.Nsubj
	for i := next; i < v; i++ {
		if d.Tokens[i].Rel == token.AuxPass {
			d.Tokens[subject].Rel = token.NsubjPass
		}
	}
	return true
}

// behindRelative joins verb i to the verb of the main clause, where a comma and a
// conjunction part it from a clause that tells which one is meant.
func behindRelative(d *token.Doc, s *token.Sentence, i int32) bool {
	t := &d.Tokens[i]
	r := t.Head
	if d.Tokens[r].Rel != token.AclRelcl || r > i || hasSubject(d, i) {
		return false
	}
	and := kid(d, i, token.RelCC)
	who := kid(d, r, token.Nsubj, token.NsubjPass)
	if and <= r || and-1 <= r || d.Tokens[and-1].XPOS != token.Comma || who == token.None || who == s.First ||
		!wordTable.Has(d.Tokens[who].Lower, classRelative) || d.Tokens[who-1].XPOS == token.Comma {
		return false
	}
	// The verb must be of the main verb's tense, as the words have it.
	m := d.Tokens[r].Head
	for n := 0; n < maxClimb && m != token.None && d.Tokens[m].UPOS != token.VERB; n++ {
		m = d.Tokens[m].Head
	}
	if m == token.None || m > who || d.Tokens[r].Head < m || !hasSubject(d, m) || kid(d, i, token.Aux, token.AuxPass) != token.None {
		return false
	}
	past := t.XPOS == token.VBD || t.XPOS == token.VBN
	if mt := &d.Tokens[m]; !(past && mt.XPOS == token.VBD) && !(t.XPOS == token.VBZ && mt.XPOS == token.VBZ) {
		return false
	}
	t.Head = m
	if t.XPOS == token.VBN {
		t.XPOS = token.VBD
		t.SetFeats(d.Tokens[m].Feats)
	}
	return true
}

// cited gives verb i of telling the noun behind it for its subject, which the tree
// has for its object, where it stands behind a comma at the end of what is told.
func cited(d *token.Doc, s *token.Sentence, i int32) bool {
	t := &d.Tokens[i]
	if s.Kind != token.Body || t.XPOS != token.VBD && t.XPOS != token.VBZ || !wordTable.Has(t.Lemma, classTells) || !behindComma(d, s, i) ||
		hasSubject(d, i) || kid(d, i, token.RelCC, token.Aux, token.AuxPass, token.RelMark) != token.None {
		return false
	}
	who := kid(d, i, token.Obj)
	if who < i || !d.Tokens[who].Noun() || kid(d, who, token.NmodPoss, token.Conj) != token.None {
		return false
	}
	first, _ := d.Subtree(who)
	the := &d.Tokens[first]
	if first != i+1 || the.UPOS != token.PROPN && the.UPOS != token.DET && the.UPOS != token.ADJ && d.Tokens[who].XPOS != token.NNS {
		return false
	}
	told := t.Head
	switch {
	case t.Rel == token.Root:
		if told = kid(d, i, token.Parataxis, token.Ccomp, token.Advcl, token.Dep); told > i {
			return false
		}
	case t.Rel != token.Conj && t.Rel != token.Parataxis && t.Rel != token.Dep && t.Rel != token.Advcl:
		return false
	}
	if told == token.None || told > i || !hasSubject(d, told) {
		return false
	}
	for k := range d.FirstKids(told, maxKids) {
		if k > i && d.Tokens[k].Rel == token.Conj {
			return false // "he came, reported the theft, and left"
		}
	}
	for k := range d.FirstKids(i, maxKids) {
		if k > i && d.Tokens[k].Rel == token.Conj {
			return false
		}
	}
	d.Tokens[who].Rel = token.Nsubj
	switch {
	case t.Rel == token.Root && d.Tokens[i-1].Is(token.QuoteMark):
		d.Tokens[told].Rel = token.Ccomp
		return true
	case t.Rel == token.Root:
		d.Tokens[told].Head, d.Tokens[told].Rel = token.None, token.Root
		t.Head = told
	}
	t.Rel = token.Parataxis
	return true
}

// lastOfList is the conjunction before the phrase of i that a comma parts from
// what is before it, or None.
func lastOfList(d *token.Doc, s *token.Sentence, i int32) int32 {
	first, _ := d.Subtree(i)
	if first-2 > s.First && d.Tokens[first-1].UPOS == token.CCONJ && d.Tokens[first-2].XPOS == token.Comma && d.Tokens[first-1].Lower != "but" {
		return first - 1
	}
	return token.None
}

// secondSubject joins subject i to the one before it of the same verb, which a
// comma and a conjunction part it from.
func secondSubject(d *token.Doc, s *token.Sentence, i int32) bool {
	t := &d.Tokens[i]
	and := lastOfList(d, s, i)
	if t.Head == token.None || t.Head < i || and == token.None || !t.Noun() {
		return false
	}
	for k := range d.FirstKids(t.Head, maxKids) {
		if k >= and {
			break
		}
		if o := &d.Tokens[k]; o.Rel == t.Rel && o.Noun() {
			t.Head, t.Rel = k, token.Conj
			d.Tokens[and].Head = i
			if kid(d, k, token.Conj) != token.None { // in a list of three the comma is a part of it
				d.Tokens[and-1].Head = i
			}
			return true
		}
	}
	return false
}

// wholeList makes the list before verb i, whose last member alone the tree has for
// its subject, the subject: "officials from Lund, Oslo, and Bergen met".
func wholeList(d *token.Doc, s *token.Sentence, i int32) bool {
	t := &d.Tokens[i]
	top, last := t.Head, kid(d, i, token.Nsubj, token.NsubjPass)
	if top > i || !d.Tokens[top].Noun() || d.Tokens[top].Rel != token.Root || hasSubject(d, top) || kid(d, top, token.Cop) != token.None ||
		last == token.None || last > i || !d.Tokens[last].Noun() {
		return false
	}
	and := lastOfList(d, s, last)
	if and == token.None {
		return false
	}
	list := top
	for n := 0; n < maxClimb && kid(d, list, token.Conj) == i; n++ {
		if list = kid(d, list, token.Nmod); list == token.None {
			return false
		}
	}
	if k := kid(d, list, token.Conj); k > and {
		return false
	} else if k != token.None {
		d.Tokens[and-1].Head = last
	}
	rel := d.Tokens[last].Rel
	d.Tokens[last].Head, d.Tokens[last].Rel = list, token.Conj
	d.Tokens[and].Head = last
	t.Head, t.Rel = token.None, token.Root
	d.Tokens[top].Head, d.Tokens[top].Rel = i, rel
	for k := range d.FirstKids(top, maxKids) {
		if k > i || d.Tokens[k].Is(token.Punct) && k+1 == s.Last {
			d.Tokens[k].Head = i
		}
	}
	return true
}
