package dateline

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// What a builder remembers of its last Timeline shows in no later one: not when
// articles come in between, are replaced, go, or come by Merge.
func TestTimelineRemembers(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 5))
	for round := range 4 {
		w := newWorld(uint64(20+round), 25, 60)
		docs, _ := w.documents(5, noise{partial: 0.3, month: 0.2, undated: 0.2, wrongDay: 0.1, surname: 0.4, wrongCount: 0.2, planned: true})
		rng.Shuffle(len(docs), func(i, j int) { docs[i], docs[j] = docs[j], docs[i] })
		var b TimelineBuilder
		check := func(when string) {
			t.Helper()
			var fresh TimelineBuilder
			fresh.Merge(&b)
			if diff := cmp.Diff(fresh.Timeline(), b.Timeline()); diff != "" {
				t.Fatalf("round %d, %s:\n%s", round, when, diff)
			}
		}
		for i, d := range docs[:len(docs)/2] {
			b.Add(d)
			if i%10 == round {
				check(fmt.Sprint("after ", i))
			}
		}
		var other TimelineBuilder
		for _, d := range docs[len(docs)/2:] {
			other.Add(d)
		}
		other.Timeline()
		b.Merge(&other)
		check("merged")
		b.Remove(docs[3].Article.ID)
		check("one is gone")
		later := *docs[7]
		later.Article.Published = Date(2035, 1, 1)
		b.Add(&later)
		check("one is replaced")
		first := b.Timeline()
		first.Entries[0].Reports[0].Participants = append(first.Entries[0].Reports[0].Participants[:0], Participant{Role: "spoiler"})
		first.Entries[0].Participants = nil
		check("one was altered by its reader")
	}
}

// archiveDocs are articles of mixed stories, ten of an event, or, of few
// events, of one story.
func archiveDocs(articles, events int) []*Document {
	w := &world{rng: rand.New(rand.NewPCG(9, 9))}
	w.actors = newWorld(9, max(50, events/5), 1).actors
	for i := range events {
		w.events = append(w.events, worldEvent{kind: worldKinds[i%len(worldKinds)], a: w.rng.IntN(len(w.actors)), b: w.rng.IntN(len(w.actors)),
			day: 15000 + w.rng.IntN(5000), place: worldPlaces[i%len(worldPlaces)]})
	}
	docs := make([]*Document, articles)
	for i := range docs {
		docs[i], _ = w.document(fmt.Sprint(i), []int{i % events}, noise{partial: 0.1, month: 0.1, undated: 0.1, surname: 0.2})
	}
	return docs
}

// BenchmarkTimelineOneMore adds one article to many of which a Timeline has been
// made, and makes it again: the mean of a hundred articles, among them those
// that change how rare words are, after which all is compared anew.
func BenchmarkTimelineOneMore(b *testing.B) {
	for _, c := range []struct{ articles, events int }{{10_000, 1000}, {50_000, 5000}, {10_000, 20}} {
		b.Run(fmt.Sprintf("articles=%d/events=%d", c.articles, c.events), func(b *testing.B) {
			const more = 100
			docs := archiveDocs(c.articles+more, c.events)
			var t TimelineBuilder
			for _, d := range docs[:c.articles] {
				t.Add(d)
			}
			t.Timeline()
			i := c.articles
			for b.Loop() {
				if i < len(docs) {
					t.Add(docs[i])
				}
				i++
				if tl := t.Timeline(); len(tl.Entries) == 0 {
					b.Fatal("no entries")
				}
			}
		})
	}
}
