package timex

import (
	"github.com/dateline-go/dateline/internal/token"
	"github.com/dateline-go/dateline/internal/when"
)

// afterEvent looks for an event that a time counts from: "five days after the
// fall of the town", "the day before he left". j is the token of "before" or
// "after"; head is the noun or verb, None where there is no tree.
func (p *scanner) afterEvent(j int32) (head int32, mod when.Mod, ok bool) {
	switch {
	case p.is(j, "after"):
		mod = when.After
	case p.is(j, "before"):
		mod = when.Before
	case p.is(j, "prior") && p.is(j+1, "to"):
		mod = when.Before
		j++
	default:
		return token.None, when.NoMod, false
	}
	k := j + 1
	if k >= p.hi || p.flag(k, token.Punct) || p.flag(k, token.HasDigit) || p.in(k, classNoEvent) {
		return token.None, when.NoMod, false
	}
	if c := p.w(k).class; c != none && c != the && c != an && c != that && c != this {
		return token.None, when.NoMod, false
	}
	const climbs = 6
	clause := p.d.Tokens[j].Rel == token.RelMark
	head = k
	for range climbs {
		t := &p.d.Tokens[head]
		if t.Head == token.None || t.Head <= j || t.Head >= p.hi || clause && t.UPOS == token.VERB ||
			!clause && (t.UPOS == token.NOUN || t.UPOS == token.PROPN) && !inName(t.Rel) {
			break
		}
		head = t.Head
	}
	t := &p.d.Tokens[head]
	switch t.UPOS {
	case token.NOUN, token.VERB, token.PROPN:
		c := p.w(head).class
		return head, mod, c == none || c == season && p.is(head, "fall")
	case token.NoUPOS:
		c := p.w(k + 1).class
		return token.None, mod, c != unit && c != units && c != weekday && c != month
	}
	return token.None, when.NoMod, false
}

// inName reports relations of a noun to the head of its own phrase.
func inName(r token.Rel) bool {
	return r == token.Compound || r == token.NmodPoss || r == token.Flat
}

// placed marks an expression that an event places.
func (e *expr) placed(head int32, mod when.Mod) {
	e.event, e.byEvent = head, true
	if e.mod == when.NoMod {
		e.mod = mod
	}
}

// eventUnit reads "the day after the attack" from its unit: open, and placed
// by what happened.
func (p *scanner) eventUnit(h *head, e expr) (expr, bool) {
	head, mod, ok := p.afterEvent(h.j + 1)
	if !ok {
		return e, false
	}
	e.kind, e.rule, e.score, e.sense = kLiteral, "event-unit", 70, plain
	e.value = openUnit(&e)
	e.placed(head, mod)
	return e, true
}

// eventDay settles what an event places: by the date that stands with the
// event, "two days after the May 3 vote", else it stays open.
func (r *resolver) eventDay(i int32, e *expr) (when.Value, anchor) {
	open := anchor{how: when.Event, ref: token.None}
	if e.event == token.None || int(i)+1 >= len(r.es) {
		return e.value, open
	}
	n := &r.es[i+1]
	if n.sent != e.sent || !n.isDay() && n.kind != kHoliday || n.kind == kRel || !r.namedWith(n, e.event) {
		return e.value, open
	}
	v, _ := r.value(i+1, n)
	lo := v.Earliest()
	if v.Grain() != when.Day || lo.IsZero() {
		return e.value, open
	}
	count, g, known := 1.0, e.unit, true
	if e.value.Type() == when.Duration {
		count, g, known = e.value.Amount()
	}
	if !known || g < when.Day {
		return e.value, open
	}
	if e.mod == when.Before {
		count = -count
	}
	if e.mod != when.Before && e.mod != when.After {
		return e.value, open
	}
	w := edgeOf(lo, count, g)
	if e.kind == kLiteral {
		w = e.onDay(unitAt(lo, g, int(count)))
	}
	if w.IsZero() {
		return e.value, open
	}
	e.mod = when.NoMod
	return w, anchor{how: when.Mention, ref: i + 1}
}

// namedWith reports whether a date belongs to the name of the event at token
// head, "the May 3 vote", or is it: "Christmas".
func (r *resolver) namedWith(e *expr, head int32) bool {
	if head >= e.first && head < e.last {
		return true
	}
	for k := min(head, e.last); k < max(head, e.first); k++ {
		if r.d.Tokens[k].Is(token.Punct) && r.d.Tokens[k].Lower != "-" {
			return false
		}
	}
	const steps = 2
	k := outside(r.d, e)
	for range steps {
		if k = r.d.Tokens[k].Head; k == head || k == token.None {
			break
		}
	}
	return k == head
}
