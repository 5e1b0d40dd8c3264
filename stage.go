package dateline

import (
	"fmt"
	"slices"
)

// A stage says how values of one kind are checked, set against each other and
// numbered. runStage does the same with all five kinds.
type stage[V any] struct {
	// check tells what is wrong with v, as Validate would.
	check func(v *V) error
	// claims are the spans that v stands on: a later parser's value with
	// nothing left of them is dropped.
	claims func(v *V) []Span
	// cut removes from v the mentions that are taken already and reports
	// whether anything is left; nil where values have a single claim.
	cut func(v *V, taken func(Span) bool) bool
	// same gives keys of which two values of one thing share at least one, and
	// join gives the earlier value what the later one knows; nil where nothing joins.
	same func(v *V) []string
	join func(have *V, v V)
	// key orders the values in the Document.
	key func(v *V) Span
	id  func(v *V) *int
	// refs are v's references to other values of its own kind.
	refs func(v *V) []*int
	// tidy takes out what references to dropped values leave behind; may be nil.
	tidy func(v *V)
}

// runStage runs the parsers of one stage and puts their values together.
func runStage[P, V any](t *Text, name string, parsers []P, call func(P, *Text) ([]V, error), s stage[V], errs *[]error) []V {
	var out []V
	var taken spanSet
	for i, p := range parsers {
		vs, err := protect(func() ([]V, error) { return call(p, t) })
		if err != nil {
			*errs = append(*errs, &ParserError{name, i, err})
			continue
		}
		base := len(out)
		known := s.known(out)
		final := s.number(vs) // local ID to place in vs
		place := make([]int, len(vs))
		for j := range vs {
			v := vs[j]
			place[j] = -1
			if err := s.check(&v); err != nil {
				*errs = append(*errs, &ParserError{name, i, fmt.Errorf("value %d: %w", j+1, err)})
				continue
			}
			if base > 0 {
				if k, ok := s.find(known, &v); ok {
					s.join(&out[k], v)
					taken.add(s.claims(&out[k])...)
					continue
				}
				if s.cut != nil {
					if !s.cut(&v, taken.overlaps) {
						continue
					}
				} else if slices.ContainsFunc(s.claims(&v), taken.overlaps) {
					continue
				}
			}
			place[j] = len(out)
			out = append(out, v)
		}
		for j := base; j < len(out); j++ {
			taken.add(s.claims(&out[j])...)
		}
		// References become places in out, 1-based, until all are in.
		for j := range vs {
			if place[j] < 0 {
				continue
			}
			v := &out[place[j]]
			*s.id(v) = 0
			for _, r := range s.refs(v) {
				if k, ok := final[*r]; ok && place[k] >= 0 && place[k] != place[j] {
					*r = place[k] + 1
				} else {
					*r = 0
				}
			}
		}
	}
	return s.order(out)
}

// number maps the IDs by which the values of one parser refer to each other
// to their places.
func (s stage[V]) number(vs []V) map[int]int {
	m := make(map[int]int, len(vs))
	for i := range vs {
		id := *s.id(&vs[i])
		if id == 0 {
			id = i + 1
		}
		if _, ok := m[id]; !ok {
			m[id] = i
		}
	}
	return m
}

// known maps the keys of what earlier parsers gave to its places.
func (s stage[V]) known(have []V) map[string]int {
	if s.same == nil || len(have) == 0 {
		return nil
	}
	m := make(map[string]int)
	for i := range have {
		for _, k := range s.same(&have[i]) {
			if _, ok := m[k]; !ok {
				m[k] = i
			}
		}
	}
	return m
}

func (s stage[V]) find(known map[string]int, v *V) (int, bool) {
	if known == nil {
		return 0, false
	}
	for _, k := range s.same(v) {
		if i, ok := known[k]; ok {
			return i, true
		}
	}
	return 0, false
}

// order sorts by place in the text, gives final IDs and carries references over.
func (s stage[V]) order(vs []V) []V {
	perm := make([]int, len(vs))
	for i := range perm {
		perm[i] = i
	}
	slices.SortStableFunc(perm, func(a, b int) int {
		x, y := s.key(&vs[a]), s.key(&vs[b])
		if x.Start != y.Start {
			return x.Start - y.Start
		}
		return y.End - x.End
	})
	out := make([]V, len(vs))
	ids := make([]int, len(vs)+1)
	for i, p := range perm {
		out[i] = vs[p]
		*s.id(&out[i]) = i + 1
		ids[p+1] = i + 1
	}
	for i := range out {
		for _, r := range s.refs(&out[i]) {
			*r = ids[*r]
		}
		if s.tidy != nil {
			s.tidy(&out[i])
		}
	}
	if len(out) == 0 {
		return nil
	}
	return out
}

// protect turns a panic of a custom parser into an error: one bad plug-in
// must not cost the caller the article, or the process.
func protect[V any](f func() ([]V, error)) (vs []V, err error) {
	defer func() {
		if r := recover(); r != nil {
			vs, err = nil, fmt.Errorf("panic: %v", r)
		}
	}()
	vs, err = f()
	if err != nil {
		vs = nil
	}
	return vs, err
}

// spanSet answers whether a span overlaps one of the set: disjoint spans in order.
type spanSet struct{ s []Span }

func (x *spanSet) find(s Span) int {
	i, _ := slices.BinarySearchFunc(x.s, s, func(a, b Span) int {
		if a.End <= b.Start {
			return -1
		}
		return 1
	})
	return i
}

func (x *spanSet) overlaps(s Span) bool {
	i := x.find(s)
	return i < len(x.s) && x.s[i].Start < s.End
}

// add puts spans in; those that overlap what is there are melted into it.
func (x *spanSet) add(spans ...Span) {
	for _, s := range spans {
		i := x.find(s)
		j := i
		for j < len(x.s) && x.s[j].Start < s.End {
			s.Start, s.End = min(s.Start, x.s[j].Start), max(s.End, x.s[j].End)
			j++
		}
		x.s = slices.Replace(x.s, i, j, s)
	}
}
