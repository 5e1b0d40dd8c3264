package story

// Weights are what a pair's features are worth: the log-odds of a logistic
// regression.
type Weights struct {
	Across Vector // reports of two articles
	Within Vector // reports of one
}

// lean is added to each pair's score, since what average link leaves apart
// counts more than what it joins. Chosen on the development topics of ECB+ as
// the weights, leaving topics out.
const lean = 1.5

// most is as far as one pair's words can speak for or against its being one,
// lest one pair outvote the others of two groups.
const most = 4

// byHand is what is added for what the corpus cannot teach: it has no dates to
// speak of, and seldom two events alike but for mode, side or place. Set by hand
// on the made-up worlds and cases of the root's tests of timelines. Dates that
// exclude each other weigh more than all words of several other pairs.
var byHand = Vector{
	OtherMode:     -6,
	OtherAgent:    -1,
	OtherPatient:  -4,
	NoSharedActor: -2,
	FarPlace:      -4,
	SameDate:      1.5,
	NearDate:      -0.8,
	FarDate:       -25,
	PublishedNear: 1,
	PublishedFar:  -6,
}

// score is above 0 when reports i and j are more likely one event than two.
func (w *Weights) score(a *archive, i, j int32) float64 {
	t := &w.Across
	if a.reports[i].Article == a.reports[j].Article {
		t = &w.Within
	}
	v := a.compare(i, j)
	words, hand := float64(lean), 0.0
	for f := range v {
		words += t[f] * v[f]
		hand += byHand[f] * v[f]
	}
	return max(-most, min(most, words)) + hand
}
