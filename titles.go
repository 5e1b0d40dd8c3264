package dateline

import (
	"cmp"
	"slices"
	"strings"

	"github.com/dateline-go/dateline/internal/actor"
	"github.com/dateline-go/dateline/internal/coref"
	"github.com/dateline-go/dateline/internal/event"
	"github.com/dateline-go/dateline/internal/segment"
	"github.com/dateline-go/dateline/internal/tag"
	"github.com/dateline-go/dateline/internal/title"
	"github.com/dateline-go/dateline/internal/token"
	"github.com/dateline-go/dateline/internal/when"
)

// titleEvents gives a title to the events that have none; days are the dates.
func (t *Text) titleEvents(days []token.Span) {
	if len(t.events) == 0 {
		return
	}
	as := t.nameActors()
	in := title.Input{Times: days, Name: t.namer(as), Known: t.known(as)}
	for i := range t.events {
		t.doc.CheckAt(i)
		if e := &t.truth.events[i]; t.events[i].Title == "" && e.Head != token.None {
			in.Agent, in.Patient = headOf(e, event.Agent), headOf(e, event.Patient)
			in.Fact = e.Status == event.Occurred || e.Status == event.Ongoing
			in.Said = e.Statement != token.None
			t.events[i].Title = title.Of(t.doc, e.Head, in)
		}
	}
}

// titleOf are the lemmas of the title that the caller gives of a text that
// lacks it; none if the text has it.
func titleOf(d *token.Doc, k segment.Known) []string {
	if k.Title == "" || len(k.Title) > longestTitle {
		return nil
	}
	for i := range d.Sents {
		if d.Sents[i].Kind == token.Headline {
			if k.IsTitle(d.Str(d.Paras[d.Sents[i].Para].Span)) {
				return nil
			}
		} else if d.Sents[i].Kind == token.Body {
			break
		}
	}
	var out []string
	// Where every word has a capital, small letters tell the verbs.
	for _, s := range []string{k.Title, strings.ToLower(k.Title)} {
		t := segment.Segment(s)
		tag.Tag(t)
		for i := range t.Tokens {
			out = append(out, t.Tokens[i].Lemma)
		}
	}
	return out
}

// longestTitle is how many bytes a title has at most.
const longestTitle = 1000

// dates are the spans of what places something in the calendar, those that
// overlap as one.
func (t *Text) dates() []token.Span {
	var out []token.Span
	for i := range t.truth.times {
		t.doc.CheckAt(i)
		m := &t.truth.times[i]
		if !m.Value.Earliest().IsZero() || !m.Value.Latest().IsZero() || m.Value.Type() == when.Date || m.Value.Type() == when.Time {
			if n := len(out) - 1; n >= 0 && m.Span.Start < out[n].End {
				out[n].End = max(out[n].End, m.Span.End)
			} else {
				out = append(out, m.Span)
			}
		}
	}
	return out
}

// namer tells who a pronoun stands for: somebody with a name, a group, or
// whom the text describes before it.
func (t *Text) namer(as []named) func(i int32) title.Named {
	by := coref.ByToken(t.doc, t.truth.actors)
	told := make([][]int32, len(t.truth.actors)) // mentions that describe, in text order
	for e := range t.truth.actors {
		for k := range t.truth.actors[e].Mentions {
			t.doc.CheckAt(k)
			if t.truth.actors[e].Mentions[k].Form == actor.Nominal {
				told[e] = append(told[e], int32(k))
			}
		}
	}
	return func(i int32) title.Named {
		if by[i] == token.None {
			return title.Named{}
		}
		a := &t.truth.actors[by[i]]
		plural := a.Number == actor.Plur
		if !plural && as[by[i]].times == 0 {
			s := t.described(a, told[by[i]], i)
			return title.Named{Name: s, Described: s != ""}
		}
		return title.Named{Name: as[by[i]].name, Plural: plural}
	}
}

// described is the last of the descriptions of a before token i as known: of "a
// man", "the man"; "" if there is none.
func (t *Text) described(a *coref.Actor, told []int32, i int32) string {
	d := t.doc
	n, _ := slices.BinarySearchFunc(told, i, func(k, i int32) int { return cmp.Compare(a.Mentions[k].First, i) })
	for _, k := range slices.Backward(told[:n]) {
		m := &a.Mentions[k]
		if m.Last > i {
			continue
		}
		first := m.First
		if !d.Tokens[first].Feats.Has(token.PronTypeArt) {
			first--
		}
		if first < 0 || !d.Tokens[first].Feats.Has(token.PronTypeArt) || d.Tokens[first].Sent != d.Tokens[m.Head].Sent {
			return ""
		}
		return "the " + oneLine(d.Str(d.SpanOf(first+1, m.Last)))
	}
	return ""
}

// headOf is the head of the first participant in that role, or token.None.
func headOf(e *event.Event, role event.RoleName) int32 {
	for _, r := range e.Roles {
		if r.Role == role {
			return r.Head
		}
	}
	return token.None
}
