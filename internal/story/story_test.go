package story

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/dateline-go/dateline/internal/event"
	"github.com/dateline-go/dateline/internal/packed"
	"github.com/dateline-go/dateline/internal/token"
)

// tell reads "KIND word who,who day[..day] place status" as a report; "-" is unknown.
func tell(article int, s string) Report {
	f := strings.Fields(s)
	r := Report{Article: int32(article), Kind: f[0], Lemma: f[1], Published: int64(article) * day, Dated: true, Status: Occurred}
	for i, w := range strings.Split(f[2], ",") {
		p := Part{Role: "agent", Text: w}
		if i > 0 {
			p.Role = "patient"
		}
		if c := w[0]; 'A' <= c && c <= 'Z' {
			p.Actor, p.Named = int32(c), true
		}
		if w != "-" {
			r.Parts = append(r.Parts, p)
		}
	}
	var from, to int64
	switch n, _ := fmt.Sscanf(f[3], "%d..%d", &from, &to); {
	case f[3] == "-":
	case n == 2:
		r.Time = Time{First: from * day, Last: to*day + day - 1, HasFirst: true, HasLast: true, Told: true}
	case strings.HasSuffix(f[3], ".."):
		r.Time = Time{First: from * day, HasFirst: true, Told: true}
	default:
		r.Time = Time{First: from * day, Last: from*day + day - 1, HasFirst: true, HasLast: true, Told: true}
	}
	r.When = f[3]
	if name, country, ok := strings.Cut(f[4], "/"); ok {
		r.Place = Place{Name: name, Country: country, Kind: "city"}
	}
	for i, n := range statusNames {
		if len(f) > 5 && n == f[5] {
			r.Status = Status(i)
		}
	}
	return r
}

func TestCluster(t *testing.T) {
	for _, c := range []struct {
		reason string
		a, b   string
		one    bool
	}{
		{"same sides, same day", "CONSULT meet A,B 5 -", "CONSULT meet A,B 5 -", true},
		{"another kind", "CONSULT meet A,B 5 -", "AGREE agree A,B 5 -", false},
		{"another day", "CONSULT meet A,B 5 -", "CONSULT meet A,B 25 -", false},
		{"two days apart, both sides", "CONSULT meet A,B 5 -", "CONSULT talk A,B 7 -", true},
		{"two days apart, one side of two", "CONSULT meet A,B 5 -", "CONSULT meet A,C 7 -", false},
		{"one side, same day, no place", "ARREST arrest A 5 -", "ARREST arrest A 5 -", true},
		{"nobody known, same place and day", "DISASTER quake - 5 Van/TR", "DISASTER quake - 5 Van/TR", true},
		{"nobody known, another place", "DISASTER quake - 5 Van/TR", "DISASTER quake - 5 Lima/PE", false},
		{"nobody known, no day, near in print", "DISASTER quake - - Van/TR", "DISASTER quake - - Van/TR", false},
		{"no date, near in print, one actor", "RESIGN resign A - -", "RESIGN resign A - -", false},
		{"no date, near in print, one actor and a place", "RESIGN resign A - Oslo/NO", "RESIGN resign A - Oslo/NO", false},
		{"no date, near in print, both sides", "CONSULT meet A,B - -", "CONSULT meet A,B - -", true},
		{"inside a span", "CONSULT meet A,B 5 -", "CONSULT meet A,B 1..9 -", true},
		{"two countries", "CONSULT meet A 5 Oslo/NO", "CONSULT meet A 5 Rome/IT", false},
	} {
		of := ClusterBy(&Fitted, []Report{tell(1, c.a), tell(2, c.b)}, make([]Article, 3))
		if one := of[0] == of[1]; one != c.one {
			t.Errorf("%s: one is %v", c.reason, one)
		}
	}
}

// In an archive one word and one kind of news are not enough, whatever day it is.
func TestClusterStrangers(t *testing.T) {
	for _, c := range []struct {
		reason, a, b string
		actor        int32 // whom both name
		one          bool
	}{
		{"two local arrests", "A driver was arrested near the quay late on Monday after a van hit two parked cars.",
			"Detectives said the baker's nephew was arrested for taking copper pipes out of a chapel.", 0, false},
		{"one arrest in other words", "A driver was arrested near the quay in Sorvika late on Monday after his van hit two parked cars.",
			"The driver whose van hit two parked cars on the quay in Sorvika has been arrested.", 0, true},
		{"one who is named", "Police arrested Ovid Hamre near the quay late on Monday after a van hit two parked cars.",
			"Ovid Hamre was arrested, and a court will hear about the van on the quay and its two parked cars.", 7, true},
	} {
		rs := make([]Report, 2)
		for i, s := range []string{c.a, c.b} {
			rs[i] = Report{Article: int32(i), Kind: "COERCE", Lemma: "arrest", Sentence: s, At: strings.Index(s, "arrested"), Status: Occurred}
			if c.actor > 0 {
				rs[i].Parts = []Part{{Role: "patient", Text: "Ovid Hamre", Actor: c.actor, Named: true}}
			}
		}
		if of := ClusterBy(&Fitted, rs, make([]Article, 2)); (of[0] == of[1]) != c.one {
			t.Errorf("%s: one is %v", c.reason, !c.one)
		}
	}
}

// What an Index remembers shows in nothing: articles that come one by one, in any
// order, give the events, and the reasons, that they give all at once.
func TestIndexRemembers(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	pick := func(of ...string) string { return of[rng.IntN(len(of))] }
	places := []string{"Oslo/NO", "Lima/PE", "-"}
	const early = sampled + 40
	told, keys := make([][]Report, early+15), make([]uint64, early+nearest)
	for i := range keys {
		keys[i] = uint64(i)
	}
	slices.SortFunc(keys, func(a, b uint64) int { return cmp.Compare(packed.Mix(a), packed.Mix(b)) }) // who comes late changes no sample
	for i := range told {
		for range 1 + rng.IntN(3) {
			r := tell(i, strings.Join([]string{"X", pick("visit", "march", "meet"), pick("A", "B", "A,B", "C,B", "D,E", "F", "G,H"), fmt.Sprint(1 + rng.IntN(28)), pick(places...),
				pick("planned", "occurred", "failed")}, " "))
			r.Sentence = strings.Join([]string{pick("Guests", "Ministers", "Farmers"), pick("came", "drove", "sailed"), r.Lemma, pick("early", "late"),
				pick("harbour", "market", "palace"), pick("banners", "gifts"), pick("rain", "sun", "snow"), fmt.Sprint(i % 50)}, " ")
			r.At, r.Published = strings.Index(r.Sentence, r.Lemma), int64(5+rng.IntN(25))*day
			told[i] = append(told[i], r)
		}
	}
	say := func(x *Index, nodes []*Node, came []int, upTo int) string {
		var have []*Node
		for i, n := range nodes {
			if came[i] < upTo {
				have = append(have, n)
			}
		}
		of, why := x.Cluster(have)
		number := make(map[int32]int)
		var b strings.Builder
		for i, c := range of {
			if _, ok := number[c]; !ok {
				number[c] = len(number)
			}
			fmt.Fprintln(&b, number[c], why[i])
		}
		fmt.Fprint(&b, x.Plans(have, of))
		return b.String()
	}
	for round := range 2 {
		came := rng.Perm(len(told))
		nodes := func() (out []*Node) {
			for i, rs := range told {
				out = append(out, NewNode(keys[came[i]], slices.Clone(rs), nil))
			}
			return out
		}
		x, one := &Index{}, nodes()
		for k := early; k <= len(told); k += 1 + rng.IntN(5) {
			if got, want := say(x, one, came, k), say(&Index{}, nodes(), came, k); got != want {
				t.Fatalf("round %d, %d articles:\n%s\nwant\n%s", round, k, got, want)
			}
		}
	}
	// One article plans a visit of which another tells, and little else of the first
	// is like the second, which others are much liker. Then come articles that are
	// liker the first and not at all like the second: of it but a tie changes.
	texts := func(i int) string {
		many := func(word string) (s string) {
			for k := range 40 {
				s += fmt.Sprint(word, k, " ")
			}
			return s
		}
		switch {
		case i == 0:
			return many("barley")
		case i <= nearest+1:
			return many("copper")
		case i < early:
			return fmt.Sprint("alone", i)
		}
		return many("barley")
	}
	nodes := func() (out []*Node) {
		for i := range early + nearest {
			var rs []Report
			if i < 2 {
				rs = append(rs, tell(i, "CONSULT meet A,B 5 Oslo/NO "+[]string{"planned", "occurred"}[i]))
			}
			out = append(out, NewNode(keys[i], rs, []string{texts(i)}))
		}
		return out
	}
	came := make([]int, early+nearest)
	for i := range came {
		came[i] = i
	}
	x, one := &Index{}, nodes()
	for k := early; k <= len(came); k++ {
		if got, want := say(x, one, came, k), say(&Index{}, nodes(), came, k); got != want {
			t.Fatalf("a tie that goes, %d articles:\n%s\nwant\n%s", k, got, want)
		}
	}
}

// One noun in two articles is another party where it is of several, or is
// called otherwise; in one article it is not.
func TestOtherMany(t *testing.T) {
	for _, c := range []struct {
		a, b  string
		other bool
	}{
		{"a sailor", "the sailor", false},
		{"a sailor", "two sailors", true},
		{"sailors", "two sailors", false},
		{"a Norwegian sailor", "a Danish sailor", true},
		{"a Norwegian sailor", "a sailor", false},
		{"a sailor", "a baker", false},
	} {
		told := func(text string) *report {
			x, _ := newReport(&Report{Kind: "RESCUE", Lemma: "rescue", Parts: []Part{{Role: "patient", Text: text}}}, nil)
			return &x
		}
		for _, within := range []bool{false, true} {
			if v := compare(told(c.a), told(c.b), within); v[OtherMany] == 1 != (c.other && !within) {
				t.Errorf("%s, %s, in one article %v: %v", c.a, c.b, within, v[OtherMany])
			}
		}
	}
}

// What tells reports of two articles apart that have much in common: a particle,
// who speaks, and of prices and profits whose they are.
func TestApart(t *testing.T) {
	for _, c := range []struct {
		reason            string
		kind, lemma, word string
		a, b              string
		agents            [2]string
		one               bool
	}{
		{"one particle", "TRAVEL", "move", "moved", "The old beekeeper moved into the empty mill above Morvik.",
			"The beekeeper, old now, has moved into the mill that stood empty above Morvik.", [2]string{"beekeeper", "beekeeper"}, true},
		{"contrary particles", "TRAVEL", "move", "moved", "The old beekeeper moved into the empty mill above Morvik.",
			"The beekeeper, old now, has moved out of the mill that stood empty above Morvik.", [2]string{"beekeeper", "beekeeper"}, false},
		{"one speaker", "ACCUSE", "fault", "faulted", "Bakers faulted the new flour levy in Tarva as far too steep.",
			"Bakers have faulted the levy on flour in Tarva as too steep.", [2]string{"Bakers", "Bakers"}, true},
		{"another speaker", "ACCUSE", "fault", "faulted", "Bakers faulted the new flour levy in Tarva as far too steep.",
			"Millers have faulted the levy on flour in Tarva as too steep.", [2]string{"Bakers", "Millers"}, false},
		{"a profit in one number", "RESULTS", "rise", "rose", "Net profit rose 14 percent in the third quarter as ferries were full.",
			"Third-quarter profit rose 14 percent as the fares and the docks paid.", [2]string{"Net profit", "profit"}, false},
		{"a profit in two numbers", "RESULTS", "rise", "rose", "Net profit rose 14 percent in the third quarter to 61.5 million as ferries were full.",
			"Third-quarter profit rose 14 percent to 61.5 million as ferries were fuller.", [2]string{"Net profit", "profit"}, true},
	} {
		var rs []Report
		for i, s := range [2]string{c.a, c.b} {
			r := Report{Article: int32(i), Kind: c.kind, Lemma: c.lemma, Sentence: s, At: strings.Index(s, c.word), Status: Occurred,
				Parts: []Part{{Role: "agent", Text: c.agents[i]}}, Dated: true}
			if c.kind == "ACCUSE" {
				r.Parts[0].Named, r.Parts[0].Actor = true, int32(c.agents[i][0])
				r.Parts = append(r.Parts, Part{Role: "patient", Text: "Tarva", Named: true, Actor: 1})
			}
			rs = append(rs, r)
		}
		if of := ClusterBy(&Fitted, rs, make([]Article, 2)); (of[0] == of[1]) != c.one {
			t.Errorf("%s: one is %v", c.reason, !c.one)
		}
	}
}

// What two articles' reports have of their own decides whether they may begin an
// event, join one, or neither.
func TestOwn(t *testing.T) {
	for _, c := range []struct {
		v    Vector
		want bondKind
	}{
		{Vector{SentenceWords: 0.35}, vague},
		{Vector{SharedActors: 0.5, SentenceWords: 0.35}, faint},
		{Vector{SentenceWords: 0.75}, clear},
		{Vector{SharedActors: 0.5, PublishedNear: 1}, vague},
		{Vector{SharedActors: 0.5, SamePlace: 1, PublishedNear: 1}, faint},
		{Vector{SharedActors: 0.5, PublishedNear: 1, SameDate: 1}, clear},
		{Vector{SharedActors: 1, SentenceWords: 0.35}, clear},
		{Vector{SamePatient: 1, SharedHeads: 1}, vague},
		{Vector{SamePatient: 1, SharedHeads: 1, SameFigure: 1, SamePlace: 1}, clear},
	} {
		if got := own(&c.v); got != c.want {
			t.Errorf("%v: %d, want %d", c.v, got, c.want)
		}
	}
}

func TestClusterWithin(t *testing.T) {
	for _, c := range []struct {
		reason string
		a, b   string
		from   int // where the sentence of b begins; that of a is the first
		one    bool
	}{
		{"headline and lead", "CONSULT meet A,B 5 -", "CONSULT meet A,B 5 -", 40, true},
		{"headline and lead, other words for it", "DEATH kill A,B - Oslo/NO", "DEATH die A,B - Oslo/NO", 40, true},
		{"two meetings of the same two", "CONSULT meet A,B 5 -", "CONSULT meet A,B 25 -", 40, false},
		{"one sentence, two deeds", "ASSAULT kill A,B 5 -", "COERCE arrest A,B 5 -", 0, false},
		{"others", "CONSULT meet A,B 5 -", "CONSULT meet C,D 5 -", 40, false},
	} {
		rs := []Report{tell(0, c.a), tell(0, c.b)}
		rs[1].From = c.from
		if of := ClusterBy(&Fitted, rs, make([]Article, 1)); (of[0] == of[1]) != c.one {
			t.Errorf("%s: one is %v", c.reason, !c.one)
		}
	}
}

func TestFold(t *testing.T) {
	for _, c := range []struct {
		reason string
		told   []string
		want   string
	}{
		{"a plan comes true", []string{"X x A 5 - planned", "X x A 5 - occurred", "X x A 5 - planned"}, "occurred 0 -1 []"},
		{"a plan is called off", []string{"X x A 5 - planned", "X x A 5 - failed"}, "failed 0 -1 []"},
		{"happened and denied", []string{"X x A 5 - occurred", "X x A 5 - denied"}, "denied 0 -1 [status: occurred [0], denied [1]]"},
		{"one later denial against three", []string{"X x A 5 - occurred", "X x A 5 - occurred", "X x A 5 - occurred", "Y x B 5 - denied"}, "occurred 0 -1 []"},
		{"the finest time", []string{"X x A 1..9 -", "X x A 5 -"}, "occurred 1 -1 []"},
		{"times that exclude each other", []string{"X x A 5 -", "X x A 7 -", "X x A 5 -"}, "occurred 2 -1 [when: 5 [0 2], 7 [1]]"},
		{"half a time", []string{"X x A 5.. -", "X x A 3 -"}, "occurred 1 -1 [when: 5.. [0], 3 [1]]"},
		{"two towns", []string{"X x A 5 Oslo/NO", "X x A 5 Rome/IT"}, "occurred 0 1 [where: Oslo [0], Rome [1]]"},
		{"two agents", []string{"X x A,C 5 -", "X x B,C 5 -"}, "occurred 0 -1 [agent: A [0], B [1]]"},
		{"two agents, of two deeds", []string{"X x A,C 5 -", "X x B,D 5 -"}, "occurred 0 -1 []"},
		{"two agents, one without a name", []string{"X x A,C 5 -", "X x police,C 5 -"}, "occurred 0 -1 []"},
		{"two who agree", []string{"AGREE x A,C 5 -", "AGREE x B,C 5 -"}, "occurred 0 -1 []"},
		{"others did not", []string{"X x A,C 5 - occurred", "X x B,D 5 - denied"}, "denied 0 -1 []"},
		{"sides changed", []string{"X x A,B 5 -", "X x B,A 5 -"}, "occurred 0 -1 []"},
	} {
		var rs []*Report
		for i, s := range c.told {
			r := tell(i, s)
			rs = append(rs, &r)
		}
		s := Fold(rs)
		var conflicts []string
		for _, x := range s.Conflicts {
			var sides []string
			for _, side := range x.Sides {
				sides = append(sides, fmt.Sprint(side.Value, " ", side.Reports))
			}
			conflicts = append(conflicts, x.Field+": "+strings.Join(sides, ", "))
		}
		if got := fmt.Sprint(statusNames[s.Status], " ", s.Time, " ", s.Place, " ", conflicts); got != c.want {
			t.Errorf("%s: %s, want %s", c.reason, got, c.want)
		}
	}
}

func TestLabel(t *testing.T) {
	for text, want := range map[string]string{"14 people in Moyale": "people", "the 17 people": "people", "at least 3": "",
		"Several thousands of its fans": "fans"} {
		if got := label(text); got != want {
			t.Errorf("label(%q) = %q, want %q", text, got, want)
		}
	}
}

// alike are n reports after form, with their pointers.
func alike(form string, n int) ([]Report, []*Report) {
	rs := make([]Report, n)
	ps := make([]*Report, n)
	for i := range rs {
		s := form
		if strings.Contains(form, "%d") {
			s = fmt.Sprintf(form, i*9)
		}
		rs[i] = tell(i, s)
		ps[i] = &rs[i]
	}
	return rs, ps
}

// crowds are archives that would be slow if each report met each other one.
var crowds = []struct{ reason, form string }{
	{"one event", "X x A,B 5 -"},
	{"one busy actor", "X x A %d -"},
	{"many ways to say", "X x%d A,B 5 -"},
	{"all excluded", "X x A,B %d -"},
}

// What is compared grows with the number of reports, also when all are of one
// event, and groups choose each other a handful of times.
func TestGrowth(t *testing.T) {
	for _, c := range crowds {
		pairs := func(n int) int {
			rs, _ := alike(c.form, n)
			nodes := nodesOf(rs, make([]Article, n))
			x := &Index{}
			x.Cluster(nodes)
			compared := 0
			for _, d := range nodes {
				for _, t := range d.ties {
					compared += len(t.edges)
				}
			}
			return compared
		}
		if few, many := pairs(500), pairs(4000); many > 10*few {
			t.Errorf("%s: %d pairs for 500 reports, %d for 4,000", c.reason, few, many)
		}
	}
}

// BenchmarkFold makes one entry of 500 and of 4,000 reports: eight times as
// many take about eight times as long.
func BenchmarkFold(b *testing.B) {
	for _, c := range crowds {
		for _, n := range []int{500, 4000} {
			_, ps := alike(c.form, n)
			b.Run(fmt.Sprintf("%s/%d", c.reason, n), func(b *testing.B) {
				for b.Loop() {
					Fold(ps)
				}
			})
		}
	}
}

// What is no other answer is no conflict.
func TestConflictFields(t *testing.T) {
	report := func(n int32) *Report {
		return &Report{Article: n, Status: Occurred, When: fmt.Sprint(n), Parts: []Part{{Role: "agent", Actor: 1}}}
	}
	on := func(d int64) Time {
		return Time{First: d * day, Last: (d+1)*day - 1, HasFirst: true, HasLast: true, Told: true}
	}
	for _, c := range []struct {
		reason string
		change func(a, b *Report)
		want   string
	}{
		{"two towns", func(a, b *Report) {
			a.Place, b.Place = Place{Name: "Oslo", Country: "NO", Kind: "city"}, Place{Name: "Rome", Country: "IT", Kind: "city"}
		}, "[where]"},
		{"a gulf and a country", func(a, b *Report) {
			a.Place, b.Place = Place{Name: "Gulf of Aden", Kind: "sea", Lat: 12, Lon: 48, HasPoint: true}, Place{Name: "Somalia", Country: "SO", Kind: "country", Lat: 6, Lon: 46, HasPoint: true}
		}, "[]"},
		{"two days", func(a, b *Report) {
			a.Time, b.Time = on(0), on(9)
		}, "[when]"},
		{"two days, nobody known", func(a, b *Report) {
			a.Time, b.Time, a.Parts, b.Parts = on(0), on(9), nil, nil
		}, "[]"},
		{"two days, one of two shared", func(a, b *Report) {
			a.Time, b.Time = on(0), on(9)
			b.Parts = append(b.Parts, Part{Role: "patient", Actor: 2})
		}, "[]"},
		{"yesterday in copies of two days", func(a, b *Report) {
			a.Time, b.Time = on(0), on(9)
			a.Published, b.Published, a.Dated, b.Dated = day, 10*day, true, true
			a.Sentence, b.Sentence = "She left yesterday.", "She left yesterday."
		}, "[]"},
		{"a guess", func(a, b *Report) {
			a.Time, b.Time = on(0), on(9)
			b.Time.About = true
		}, "[]"},
		{"one article denies it in its own words", func(a, b *Report) { b.Article, b.Status = a.Article, Denied }, "[]"},
		{"one article has somebody deny it", func(a, b *Report) { b.Article, b.Status, b.Said = a.Article, Denied, true }, "[status]"},
		{"one sentence", func(a, b *Report) {
			a.Sentence, b.Sentence, b.Status = "They have or have not.", "They have or have not.", Denied
		}, "[]"},
	} {
		a, b := report(1), report(2)
		c.change(a, b)
		got := []string{}
		for _, x := range Fold([]*Report{a, b}).Conflicts {
			got = append(got, x.Field)
		}
		if fmt.Sprint(got) != c.want {
			t.Errorf("%s: %v, want %s", c.reason, got, c.want)
		}
	}
}

func TestIsName(t *testing.T) {
	for text, want := range map[string]bool{"Ovid Hamre": true, "Bank of Sorvika": true, "Sorvika": true, "the judge": false,
		"The Judge": false, "Federal agencies": false, "": false} {
		if isName(text) != want {
			t.Errorf("isName(%q) is %v", text, !want)
		}
	}
}

// In one article numbers tell two accidents apart, and a headline's from none.
func TestNumbersWithin(t *testing.T) {
	dead := func(from int, sentence, word, who string) Report {
		return Report{Kind: "DEATH", Lemma: "die", Sentence: sentence, From: from, At: strings.Index(sentence, word), Status: Occurred,
			Parts: []Part{{Role: "patient", Text: who}}}
	}
	rs := []Report{
		dead(0, "Four die in second ferry fire", "die", "Four"),
		dead(40, "Four people died on Monday when a ferry burned off Sorvika, rescuers said.", "died", "Four people"),
		dead(120, "Eleven people died in a ferry fire near Sorvika in May.", "died", "Eleven people"),
	}
	if of := ClusterBy(&Fitted, rs, make([]Article, 1)); of[0] != of[1] || of[2] == of[1] {
		t.Errorf("%v, want the first two alone to be one", of)
	}
}

// What stands around a report's word tells whether it refers back, and which
// numbers it goes with.
func TestAround(t *testing.T) {
	for _, c := range []struct {
		sentence, lemma string
		at              int
		back            bool
		figures         int
	}{
		{"The attack hurt nobody.", "attack", 4, true, 0},
		{"Sorvika's two-day strike ended.", "strike", 18, true, 0},
		{"Its second attack hurt nobody.", "attack", 11, false, 0},
		{"An attack hurt 14 people in 2019.", "attack", 3, false, 1},
		{"The guards attacked twelve boats.", "attack", 11, false, 1},
		{"They spoke of attacks.", "attack", 14, false, 0},
	} {
		x, _ := newReport(&Report{Lemma: c.lemma, Sentence: c.sentence, At: c.at}, split(nil, c.sentence))
		if x.back != c.back || len(x.figures) != c.figures {
			t.Errorf("%s: back is %v, %d figures", c.sentence, x.back, len(x.figures))
		}
	}
}

// A verb that says nothing of what happened has the word of its party.
func TestLight(t *testing.T) {
	for _, c := range []struct{ lemma, role, text, family string }{
		{"carry", "patient", "an attack on the bridge", "attack"},
		{"issue", "patient", "two warnings", "warn"},
		{"begin", "agent", "voting", "vote"},
		{"begin", "agent", "the talks in Sorvika", "meet"},
		{"begin", "patient", "the talks", "meet"},
		{"begin", "patient", "his lunch", "begin"},
		{"rob", "patient", "the talks", "steal"},
	} {
		x, _ := newReport(&Report{Lemma: c.lemma, Parts: []Part{{Role: c.role, Text: c.text}}}, nil)
		if x.family != c.family {
			t.Errorf("%s %s: %q, want %q", c.lemma, c.text, x.family, c.family)
		}
	}
}

// A second telling is kept back more readily where its word refers back, or its
// kind is one of which a story tells one event, and less where it has other numbers.
func TestToldAgain(t *testing.T) {
	fire := func(from int, kind, lemma, sentence string) *Report {
		return &Report{Kind: kind, Lemma: lemma, Sentence: sentence, From: from, At: strings.Index(sentence, lemma), Status: Occurred}
	}
	same := func(a, b *Report) float64 {
		x, _ := newReport(a, split(nil, a.Sentence))
		y, _ := newReport(b, split(nil, b.Sentence))
		v := compare(&x, &y, true)
		return dot(&fittedScales.Pair, &v)
	}
	const first, blaze = "A blaze at a mill in Sorvika forced 40 families out on Monday.", "blaze at a mill was put out by rain."
	open := same(fire(0, "ACCIDENT", "blaze", first), fire(300, "ACCIDENT", "blaze", "A "+blaze))
	for _, c := range []struct {
		reason string
		b      *Report
		more   bool
	}{
		{"it refers back", fire(300, "ACCIDENT", "blaze", "The "+blaze), true},
		{"other numbers", fire(300, "ACCIDENT", "blaze", "A blaze drove out 15 families in May."), false},
		{"it comes besides", fire(300, "ACCIDENT", "blaze", "Another "+blaze), false},
	} {
		if got := same(fire(0, "ACCIDENT", "blaze", first), c.b); got > open != c.more {
			t.Errorf("%s: %.2f, of another one %.2f", c.reason, got, open)
		}
	}
	once := same(fire(0, "CRIME", "seize", first), fire(300, "CRIME", "blaze", blaze))
	if often := same(fire(0, "SPORT", "seize", first), fire(300, "SPORT", "blaze", blaze)); often >= once {
		t.Errorf("two of a kind of which there are many have %.2f, of which there is one %.2f", often, once)
	}
}

// Verbs side by side tell two happenings.
func TestJoined(t *testing.T) {
	// grabbed it, put it away and left, as they slept
	d := &token.Doc{Tokens: []token.Token{
		{UPOS: token.VERB, Rel: token.Root, Head: token.None}, {UPOS: token.VERB, Rel: token.Conj, Head: 0},
		{UPOS: token.VERB, Rel: token.Conj, Head: 0}, {UPOS: token.VERB, Rel: token.Advcl, Head: 0}}}
	for _, c := range []struct {
		a, b event.Event
		want bool
	}{
		{event.Event{Kind: "CHANGE", Clause: 0}, event.Event{Kind: "CHANGE", Clause: 1}, true},
		{event.Event{Kind: "CHANGE", Clause: 1}, event.Event{Kind: "TRAVEL", Clause: 2}, true},
		{event.Event{Kind: "CHANGE", Clause: token.None}, event.Event{Kind: "CHANGE", Clause: 1}, false},
		{event.Event{Kind: "CHANGE", Clause: 0}, event.Event{Kind: "CHANGE", Clause: 3}, false},
		{event.Event{Kind: "CHANGE", Clause: 0}, event.Event{Kind: "CHANGE", Clause: 1, Sent: 1}, false},
	} {
		if got := joined(d, &c.a, &c.b); got != c.want {
			t.Errorf("%s at %d and %s at %d: %v", c.a.Kind, c.a.Clause, c.b.Kind, c.b.Clause, got)
		}
	}
}

// Another number of one day's news is a conflict, of a later day it is news.
func TestCountConflict(t *testing.T) {
	held := func(published int64, n int32) *Report {
		return &Report{Article: n, Published: published * day, Dated: published > 0, Parts: []Part{{Role: "patient", Text: "people", Count: n}},
			Place: Place{Name: "Oslo", Country: "NO", Kind: "city"}}
	}
	elsewhere := func(published int64, n int32) *Report {
		r := held(published, n)
		r.Place = Place{Name: "Norway", Country: "NO", Kind: "country"}
		return r
	}
	for _, c := range []struct {
		reason string
		rs     []*Report
		want   int
	}{
		{"one number", []*Report{held(5, 3), held(6, 3)}, 0},
		{"two of one day", []*Report{held(5, 3), held(5, 4)}, 2},
		{"more a day later", []*Report{held(5, 3), held(6, 4)}, 0},
		{"one without a date", []*Report{held(5, 3), held(0, 4)}, 2},
		{"no town in common", []*Report{held(5, 3), elsewhere(5, 4)}, 0},
	} {
		got := 0
		for _, x := range Fold(c.rs).Conflicts {
			got += len(x.Sides)
		}
		if got != c.want {
			t.Errorf("%s: %d sides, want %d", c.reason, got, c.want)
		}
	}
}

// What is planned for a day is tied to what is told of that day, or soon after it,
// by the same word and party.
func TestPlans(t *testing.T) {
	for _, c := range []struct {
		reason, plan, later string
		published           int // of later, in days
		want                bool
	}{
		{"it came about", "X visit A,B 5 - planned", "X visit A,B 5 - occurred", 6, true},
		{"it came to nothing", "X visit A,B 5 - planned", "X visit A,B 5 - failed", 6, true},
		{"no day is told", "X visit A,B 5 - planned", "X visit A,B - - occurred", 6, true},
		{"no day is told long afterwards", "X visit A,B 5 - planned", "X visit A,B - - occurred", 30, false},
		{"on another day", "X visit A,B 5 - planned", "X visit A,B 9 - occurred", 9, false},
		{"without a day", "X visit A,B - - planned", "X visit A,B 5 - occurred", 6, false},
		{"by another one", "X visit A,B 5 - planned", "X visit C,B 5 - occurred", 6, false},
		{"another word", "X visit A,B 5 - planned", "X march A,B 5 - occurred", 6, false},
		{"also planned", "X visit A,B 5 - planned", "X visit A,B 5 - planned", 6, false},
	} {
		plan, later := tell(1, c.plan), tell(c.published, c.later)
		x := &Index{}
		nodes := []*Node{NewNode(1, []Report{plan}, nil), NewNode(2, []Report{later}, nil)}
		x.Cluster(nodes)
		if got := len(x.Plans(nodes, []int32{0, 1})) == 1; got != c.want {
			t.Errorf("%s: %v, want %v", c.reason, got, c.want)
		}
	}
}
