// Package fit has the fits that several trainers share.
package fit

import (
	"github.com/dateline-go/dateline/internal/gen/logit"
	"github.com/dateline-go/dateline/internal/story"
)

// A Pair is two reports and whether they are one event.
type Pair struct {
	V    story.Vector
	Same bool
}

// speak are the features that can speak for one event alone, and those that
// can against it alone.
var speak = map[bool][]story.Feature{
	true: {story.SameLemma, story.SameStem, story.SameFamily, story.FineCluster, story.MidCluster, story.SameKind, story.SamePatient,
		story.SharedActors, story.SharedHeads, story.SameCount, story.SamePlace, story.SentenceWords, story.Thread,
		story.SameDate, story.Inside, story.SharedOthers, story.WordBare,
		story.KindBare, story.Near, story.NearWord, story.PartsTold, story.KindSentence, story.SameSides,
		story.TopKind, story.TopWord, story.RefersBack, story.Story, story.StoryLemma, story.RareWord},
	false: {story.OtherMode, story.OtherAgent, story.OtherPatient, story.NoSharedActor, story.OtherCount, story.FarPlace,
		story.OtherStatus, story.NearDate, story.FarDate, story.PublishedFar, story.SentenceGap,
		story.OtherNumber, story.OtherHead, story.OtherFigure, story.Also},
}

// Pairs finds the weights of a logistic regression. A weight of no use is drawn
// to zero by l2, so that the table can be read, and one of a sign that makes no
// sense is left out: it only makes up for others. So are the features of
// without.
func Pairs(ps []Pair, l2 float64, without ...story.Feature) story.Vector {
	m := logit.Matrix{Penalty: make([]float64, story.NumFeatures)}
	for f := range m.Penalty {
		m.Penalty[f] = l2
	}
	m.Penalty[story.Always] = 1e-6
	for _, f := range without {
		m.Penalty[f] = leftOut
	}
	for i := range ps {
		m.X, m.Y = append(m.X, ps[i].V[:]), append(m.Y, ps[i].Same)
	}
	for {
		w, odd := story.Vector(m.Fit()), false
		for sign, fs := range speak {
			for _, f := range fs {
				if w[f] < 0 && sign || w[f] > 0 && !sign {
					if m.Penalty[f] == leftOut {
						w[f] = 0
					} else {
						m.Penalty[f], odd = leftOut, true
					}
				}
			}
		}
		if !odd {
			return w
		}
	}
}

// leftOut is a penalty that leaves nothing of a weight.
const leftOut = 1e9
