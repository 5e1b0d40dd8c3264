package event

import (
	"github.com/dateline-go/dateline/internal/ontology"
	"github.com/dateline-go/dateline/internal/token"
	"github.com/dateline-go/dateline/internal/when"
)

// Chosen by reading news that has no part in the annotated articles.
const spokenReach = 6 // sentences that go on with what somebody said on a day

// goOnSpeaking dates acts of speech by the day on which the same one was told to speak
// before: "Ana Ruiz said on Monday that it was over. She urged the men to go home."
func (f *finder) goOnSpeaking(es []Event) {
	type day struct {
		when.Value
		sent int32
	}
	last := make(map[int32]day) // of each actor
	next := int32(0)
	for i := range es {
		f.d.CheckAt(i)
		e := &es[i]
		for ; next < e.Head; next++ {
			if f.cue[next] == token.None {
				continue
			}
			if a, v := f.cueDay(next); !v.IsZero() {
				last[a] = day{v, f.d.Tokens[next].Sent}
			}
		}
		by := e.side(Agent)
		if by == nil || by.Actor == token.None || e.nominal || f.d.Tokens[e.Head].Quote != token.None {
			continue
		}
		if e.Time != token.None && firm(e) && e.Status == Occurred && f.speech(e) && f.recent(e.When) {
			last[by.Actor] = day{toDay(e.When), e.Sent}
			continue
		}
		if e.by != 0 || e.vague || e.Status != Occurred || !f.speech(e) || !f.simplePast(e.Clause) || f.tellsOf(e) || f.offScene(e.Clause) {
			continue
		}
		if x, ok := last[by.Actor]; ok && e.Sent-x.sent <= spokenReach {
			e.When, e.Time, e.Bound, e.by = x.Value, token.None, About, ByActor
		}
	}
}

// cueDay is who speaks with the verb i, and the day of that, which is zero where it is
// not told or no news.
func (f *finder) cueDay(i int32) (speaker int32, v when.Value) {
	s := f.cue[i]
	if f.d.Tokens[i].UPOS != token.VERB || f.in.Statements[s].SpeakerActor == token.None {
		return token.None, v
	}
	j := f.timeOf(i, f.d.Tokens[i].Sent)
	if j == token.None || f.asideTime(j) || !f.recent(f.in.Times[j].Value) {
		return token.None, v
	}
	return f.in.Statements[s].SpeakerActor, toDay(f.in.Times[j].Value)
}

// recent reports whether v is a day of the news, or may be one.
func (f *finder) recent(v when.Value) bool {
	v = toDay(v)
	return dated(v) && (oneDay(v) || v.Underspecified() && v.Grain() == when.Day) && f.age(v) <= newsDays && f.over(v)
}

// speech reports whether e is an act of speech that the text tells itself.
func (f *finder) speech(e *Event) bool {
	return (ofWords(e) || e.Kind == ontology.Consult) && e.Statement == token.None && !e.nominal
}
