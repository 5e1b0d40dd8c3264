package main

import (
	"github.com/dateline-go/dateline/internal/gen/logit"
	"github.com/dateline-go/dateline/internal/story"
)

// An example is a pair of reports and whether they are one event.
type example struct {
	v    story.Vector
	same bool
}

// fit finds the weights of a logistic regression. A weight of no use is drawn
// to zero by l2, so that the table can be read.
func fit(es []example, l2 float64) story.Vector {
	m := logit.Matrix{Penalty: make([]float64, story.NumFeatures)}
	for f := range m.Penalty {
		m.Penalty[f] = l2
	}
	m.Penalty[story.Always] = 1e-6
	for i := range es {
		m.X, m.Y = append(m.X, es[i].v[:]), append(m.Y, es[i].same)
	}
	return story.Vector(m.Fit())
}
