package story

import (
	"math"
	"slices"

	"github.com/dateline-go/dateline/internal/ontology"
)

// Feature is one thing that comparing two reports can find.
type Feature int

// The features of a pair. Those that are no yes or no lie between 0 and 1,
// Thread and Story between -1 and 1.
const (
	Always Feature = iota
	SameLemma
	SameStem    // another lemma with the stem: "explosion" and "explode" have not, "shooting" and "shoot" have
	SameFamily  // other words for one happening
	FineCluster // other lemmas of one cluster of words among 4096
	MidCluster  // or among 256
	SameKind
	OtherMode // of one kind
	OtherAgent
	SamePatient // the same actor, or the same noun
	OtherPatient
	SharedActors // named actors that both have, in any role; 2 or more count 1
	NoSharedActor
	SharedHeads // the same noun for somebody without a name, in whatever role
	SameCount
	OtherCount
	SamePlace
	FarPlace
	SentenceWords // how alike their sentences are, by rare words; in one article the root of it
	Thread        // how alike their articles are to the same other articles
	OtherStatus   // one is a fact, the other is not
	SameDate      // both within three days, and overlapping; of two articles, somebody or somewhere both have
	LooseDate     // no contradiction between vaguer dates
	NearDate      // up to three days apart: 1 for two days
	FarDate
	PublishedNear // within two days of each other, and the same
	PublishedFar
	// Of reports of one article alone:
	SameSentence
	SentenceGap  // how far apart in it
	Top          // how near to the beginning of the text the first of them stands, from 1
	TopKind      // the same, of reports of one kind
	TopWord      // the same, of one lemma, stem or family
	SpeechWord   // both are acts of speech, of one lemma, stem or family
	Inside       // the word of one is what a party of the other, in its sentence, turns on: "completed a flight"
	InsideElse   // the same, in another sentence
	SharedOthers // actors without a name that both have
	WordBare     // one lemma, stem or family, and nobody takes part in one of them
	KindBare     // one kind, and the same
	WordOther    // one lemma, stem or family, and two kinds
	PlainOne     // one has a kind of its own, the other has not
	PlainBoth    // neither has
	Near         // how near in the text, from 1 in one sentence
	NearWord     // the same, of one lemma, stem or family
	PartsTold    // share of the words of one's parties that stand in the other's sentence, of the better one
	KindSentence // one kind, one sentence, and an actor of both or nobody in one
	SameSides    // one agent and one patient
	RefersBack   // one lemma, stem, family or kind, and the later is a noun that refers back
	OtherFigure  // the same, and the numbers around them are others
	OtherMany    // of two articles: one noun for a party, but of one and of several, or of others by their names
	SameFigure   // of two articles: a number stands around both
	KindOnce     // one kind, of which a story tells one event
	KindOften    // or one of which it tells many, and other words
	Under        // the word of one governs that of the other, which has no subject of its own
	UnderFar     // the same, by way of one or two others
	UnderOwn     // it governs it, and it has one
	SpeechSame   // how near two acts of speech of one actor are, by other words
	Also         // one lemma, stem, family or kind, and words before the later say that it comes besides
	// Of all again:
	OtherNumber // their parties have numbers, and none is of both
	OtherHead   // both have a patient without a name, and these turn on other nouns
	OtherWay    // of two articles: particles turn one word into contraries: "checked in", "checked out"
	OtherVoice  // of two articles: two acts of speech, and others speak
	Story       // how likely their articles are of one story by their words, from -1 to 1
	StoryLemma  // the same, of reports with one lemma, stem or family
	RareWord    // how rare the word of both is, of one lemma, stem or family
	NumFeatures
)

// Names are the features' names in tables of weights.
var Names = [NumFeatures]string{"Always", "SameLemma", "SameStem", "SameFamily", "FineCluster", "MidCluster", "SameKind", "OtherMode",
	"OtherAgent", "SamePatient", "OtherPatient", "SharedActors", "NoSharedActor", "SharedHeads", "SameCount", "OtherCount",
	"SamePlace", "FarPlace", "SentenceWords", "Thread", "OtherStatus", "SameDate", "LooseDate",
	"NearDate", "FarDate", "PublishedNear", "PublishedFar", "SameSentence", "SentenceGap", "Top", "TopKind", "TopWord", "SpeechWord",
	"Inside", "InsideElse", "SharedOthers", "WordBare", "KindBare", "WordOther",
	"PlainOne", "PlainBoth", "Near", "NearWord", "PartsTold",
	"KindSentence", "SameSides", "RefersBack", "OtherFigure", "OtherMany", "SameFigure", "KindOnce", "KindOften", "Under", "UnderFar", "UnderOwn", "SpeechSame", "Also", "OtherNumber", "OtherHead", "OtherWay", "OtherVoice", "Story", "StoryLemma", "RareWord"}

// Vector is the features of a pair.
type Vector [NumFeatures]float64

// compare finds what two reports have in common and what speaks against their
// being one, but for what their articles have in common. They are of one
// article, or not.
func compare(x, y *report, within bool) (v Vector) {
	if within {
		o := overlapOf(x, y)
		v.compare(x, y, &o)
	} else {
		v.compare(x, y, nil)
	}
	return v
}

// compare fills v, which is zero, as compare does; o is nil when the reports are
// of two articles.
func (v *Vector) compare(x, y *report, o *overlap) {
	within := o != nil
	v[Always] = 1
	compareWords(x, y, v)
	compareSides(x, y, within, v)
	comparePlaces(&x.Place, &y.Place, v)
	compareTimes(x, y, v)
	if x.Status.settled() != y.Status.settled() || x.Status.happened() != y.Status.happened() {
		v[OtherStatus] = 1
	}
	if within {
		if x.From != y.From {
			v[SentenceWords] = likeWords(x, y, o.sentences)
		}
		compareWithin(x, y, o, v)
		return
	}
	v[SentenceWords] = cosine(x.words, y.words, x.weights, x.norm, y.norm)
	v[OtherWay] = truth(contrary(x.way, y.way)) * v.word()
	v[SameFigure] = truth(common(x.figures, y.figures) > 0)
	v[RareWord] = v.word() * (x.rare + y.rare) / 2
	comparePublished(x, y, v)
	if v[SharedActors] == 0 && v[SamePlace] == 0 { // every day has its arrests
		v[SameDate], v[PublishedNear] = 0, 0
	}
}

// likeWords is the cosine of the words of two reports, of which n are the same and
// all count alike.
func likeWords(x, y *report, n int) float64 {
	if n == 0 {
		return 0
	}
	return float64(int64(n)*whole) / math.Sqrt(float64(int64(len(x.words))*whole)*float64(int64(len(y.words))*whole))
}

// word is 1 where two reports have one lemma, stem or family, else 0.
func (v *Vector) word() float64 { return v[SameLemma] + v[SameStem] + v[SameFamily] }

// takeArticles fills what two reports' articles have in common.
func (v *Vector) takeArticles(thread, story float64) {
	v[Thread], v[Story] = min(thread, story), story
	v[StoryLemma] = story * v.word()
}

// Distances in bytes.
const (
	nearby   = 400 // apart: two reports are half as near as those of one sentence
	nearTop  = 200 // from the top: as good as half at it
	farApart = 150 // in one sentence: as far as counts
)

// compareWithin finds what only reports of one article have.
func compareWithin(x, y *report, o *overlap, v *Vector) {
	word := v.word()
	if x.From == y.From {
		v[SameSentence] = 1
		v[SentenceGap] = min(1, math.Abs(float64(x.At-y.At))/farApart)
	}
	v[SentenceWords] = math.Sqrt(v[SentenceWords])
	v[Top] = nearTop / float64(nearTop+min(x.From, y.From))
	v[TopKind], v[TopWord] = v[Top]*v[SameKind], v[Top]*word
	v[Near] = nearby / float64(nearby+max(x.From-y.From, y.From-x.From))
	if x.speech && y.speech {
		v[SpeechWord] = word
	}
	if x.turnsOn(y) || y.turnsOn(x) {
		if x.From == y.From {
			v[Inside] = 1
		} else {
			v[InsideElse] = 1
		}
	}
	shared := v[SharedActors] > 0
	if common(x.others, y.others) > 0 {
		v[SharedOthers], shared = 1, true
	}
	bare := len(x.Parts) == 0 || len(y.Parts) == 0
	if shared || bare {
		v[KindSentence] = v[SameKind] * v[SameSentence]
	}
	if bare {
		v[WordBare], v[KindBare] = word, v[SameKind]
	}
	v[WordOther] = word * (1 - v[SameKind])
	switch p, q := x.Kind == ontology.Change, y.Kind == ontology.Change; {
	case p && q:
		v[PlainBoth] = 1
	case p || q:
		v[PlainOne] = 1
	}
	if word+v[SameKind] > 0 {
		v[RefersBack] = truth(y.back)
		v[Also] = truth(y.also)
		v[OtherFigure] = truth(len(x.figures) > 0 && len(y.figures) > 0 && common(x.figures, y.figures) == 0)
	}
	if v[SameKind] > 0 {
		v[KindOnce], v[KindOften] = truth(x.once), truth(x.often)*(1-word)
	}
	if x.speech && y.speech && shared {
		v[SpeechSame] = v[Near] * (1 - word)
	}
	x.compareTree(y, v)
	y.compareTree(x, v)
	v[NearWord] = v[Near] * word
	v[PartsTold] = max(share(o.parties, x.parts), share(o.told, y.parts))
}

// compareTree finds whether the word of x governs that of y.
func (x *report) compareTree(y *report, v *Vector) {
	switch k := slices.Index(y.Above[:], x.From+x.At+1); {
	case k < 0:
	case y.Subject:
		v[UnderOwn] = 1
	case k == 0:
		v[Under] = 1
	default:
		v[UnderFar] = 1
	}
}

// share is the part of some words that n of them are.
func share(n int, words []uint32) float64 {
	if n == 0 {
		return 0
	}
	return float64(n) / float64(len(words))
}

// turnsOn reports whether a party of x is y by its word.
func (x *report) turnsOn(y *report) bool {
	return slices.Contains(x.heads, y.stemmed)
}

// The spans of time between publications that comparison tells apart.
const (
	sameNews = 2 * day  // reports of one day's news
	lookback = 10 * day // beyond, a report without a date is of other news
)

func comparePublished(x, y *report, v *Vector) {
	if !x.Dated || !y.Dated {
		return
	}
	switch gap := max(x.Published, y.Published) - min(x.Published, y.Published); {
	case gap <= sameNews:
		v[PublishedNear] = 1
	case gap > lookback && v[SameDate] == 0:
		v[PublishedFar] = 1
	}
}

func compareWords(x, y *report, v *Vector) {
	switch {
	case x.lemma == y.lemma:
		v[SameLemma] = 1
	case x.stem == y.stem:
		v[SameStem] = 1
	case x.family != "" && x.family == y.family:
		v[SameFamily] = 1
	case !x.hasGroup || !y.hasGroup:
	case x.group == y.group:
		v[FineCluster] = 1
	case x.group.Mid() == y.group.Mid():
		v[MidCluster] = 1
	}
	if x.Kind == y.Kind {
		v[SameKind] = 1
		if x.Mode != "" && y.Mode != "" && x.Mode != y.Mode {
			v[OtherMode] = 1
		}
	}
}

func compareSides(x, y *report, within bool, v *Vector) {
	same := compareRole(x, y, agent, within)
	switch same {
	case another, elsewise:
		v[OtherMany] = 1
	case others:
		v[OtherAgent] = 1
	}
	if x.speech && y.speech && (same == others || same == elsewise) {
		v[OtherVoice] = 1
	}
	switch s := compareRole(x, y, patient, within); {
	case s == another || s == elsewise:
		v[OtherMany] = 1
	case s > 0:
		v[SamePatient] = 1
		if within && same > 0 {
			v[SameSides] = 1
		}
	case s < 0:
		v[OtherPatient] = 1
	case len(x.patients) > 0 && len(y.patients) > 0 && common(x.patients, y.patients) == 0:
		v[OtherHead] = 1
	}
	if len(x.numbers) > 0 && len(y.numbers) > 0 && common(x.numbers, y.numbers) == 0 {
		v[OtherNumber] = 1
	}
	switch n := common(x.who, y.who); {
	case n > 0:
		v[SharedActors] = min(1, float64(n)/2)
	case len(x.who) > 0 && len(y.who) > 0:
		v[NoSharedActor] = 1
	}
	if common(x.heads, y.heads) > 0 && v[OtherMany] == 0 {
		v[SharedHeads] = 1
	}
	compareCounts(x, y, v)
}

// What compareRole finds, besides 1 for the same party.
const (
	others   = -1 // both have named parties, and none is of both
	another  = -2 // one noun, but one of them has it of one, the other of several
	elsewise = -3 // one noun, but they are called otherwise: "the Danish embassy", "the Peruvian embassy"
)

// compareRole is 1 when a party of x in a role is one of y. In one article a
// noun is one party however it is told.
func compareRole(x, y *report, role side, within bool) int {
	if x.told&y.told&role == 0 {
		return 0
	}
	out := 0
	for i := range x.Parts {
		if x.sides[i]&role == 0 {
			continue
		}
		p := &x.Parts[i]
		for j := range y.Parts {
			if y.sides[j]&role == 0 {
				continue
			}
			q := &y.Parts[j]
			many := (x.sides[i]^y.sides[j])&several == 0 // or few, both
			switch {
			case p.Actor != 0 && p.Actor == q.Actor:
				return 1
			case p.Named && q.Named && !x.has(q.Actor) && !y.has(p.Actor):
				out = others
			case p.Named || q.Named || x.turns[i] == "" || x.turns[i] != y.turns[j]:
			case within || many && agree(x.called[i], y.called[j]):
				return 1
			case many && out != others:
				out = elsewise
			case out == 0:
				out = another
			}
		}
	}
	return out
}

// agree reports whether two sorted lists share something, or one is empty.
func agree(a, b []uint32) bool { return len(a) == 0 || len(b) == 0 || common(a, b) > 0 }

// has reports whether a named actor takes part, in whatever role.
func (x *report) has(actor int32) bool {
	_, ok := slices.BinarySearch(x.who, actor)
	return ok
}

func compareCounts(x, y *report, v *Vector) {
	for i := range x.Parts {
		p := &x.Parts[i]
		if p.Count == 0 {
			continue
		}
		for j := range y.Parts {
			q := &y.Parts[j]
			if q.Count == 0 || p.Role != q.Role {
				continue
			}
			if p.Count == q.Count {
				v[SameCount] = 1
			} else {
				v[OtherCount] = 1
			}
		}
	}
}

// common counts what two sorted lists share.
func common[T int32 | uint32](a, b []T) int {
	n := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] < b[j]:
			i++
		case a[i] > b[j]:
			j++
		default:
			n, i, j = n+1, i+1, j+1
		}
	}
	return n
}

// shift is by how much two sources may date one event apart.
const shift = 3 * day

func compareTimes(x, y *report, v *Vector) {
	switch p, q := x.Time, y.Time; {
	case !p.Known() || !q.Known():
	default:
		gap := max(p.first(), q.first()) - min(p.last(), q.last())
		closed := !p.open() && !q.open()
		exact := p.exact() && q.exact()
		switch {
		case gap <= 0 && exact:
			v[SameDate] = 1
		case gap <= 0:
			v[LooseDate] = 1
		case gap <= shift && closed:
			v[NearDate] = float64(gap) / float64(2*day)
		default:
			v[FarDate] = 1
		}
	}
}

func comparePlaces(p, q *Place, v *Vector) {
	same, far := p.compare(q)
	if same {
		v[SamePlace] = 1
	}
	if far {
		v[FarPlace] = 1
	}
}

// NumbersAgree reports whether no number tells two parties of Nodes' reports
// apart: how many they are, or how old.
func NumbersAgree(p, q *Part) bool {
	if p.Count != 0 && q.Count != 0 && p.Count != q.Count {
		return false
	}
	return len(p.numbers) == 0 || len(q.numbers) == 0 || common(p.numbers, q.numbers) > 0
}
