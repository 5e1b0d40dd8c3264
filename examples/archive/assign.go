package main

import (
	"cmp"
	"errors"
	"maps"
	"math"
	"slices"
)

// How articles find their story. The share was chosen among five on ECB+'s
// development topics (534 texts without dates, each topic two stories alike;
// texts with two events in common are one story): B-cubed precision 76, recall
// 61, and 99 % of those put together are of one topic.
const (
	storyDays     = 10  // between an article and the one that it joins
	storyShare    = 0.3 // of the weight of its lead that the two have in common
	storyCommon   = 3   // and at least so many words and names
	storyWord     = 0.5 // the weight of a word of the headline beside that of a name
	storyArticles = 30  // a story that has so many takes no more
	storyRivals   = 400 // the latest articles with a word that are looked at
)

// story is the story of the article that shares most of lead with a new one,
// words that few articles lead with counting most, or a new story. An article
// that is near to several stories makes them one, so that the order in which
// articles come in matters little.
func (w *writer) story(lead []string, ord int64) (int64, error) {
	near, err := w.near(lead, ord)
	if err != nil {
		return 0, err
	}
	size := make(map[int64]int64)
	var into int64
	for _, r := range near {
		var id, n int64
		ok, err := w.get("SELECT s.id, s.articles FROM article a JOIN story s ON s.id = a.story WHERE a.ord = ?", []any{r}, &id, &n)
		if err != nil {
			return 0, err
		}
		if !ok || size[id] > 0 || n >= storyArticles {
			continue
		}
		size[id] = n
		if into == 0 {
			into = id
		} else if size[into]+n < storyArticles {
			if err := w.join(max(into, id), min(into, id)); err != nil {
				return 0, err
			}
			size[min(into, id)] = size[into] + n
			into = min(into, id)
		}
	}
	if into != 0 {
		return into, nil
	}
	return w.insert("INSERT INTO story DEFAULT VALUES")
}

// near are the articles that share enough of lead, the nearest first.
func (w *writer) near(lead []string, ord int64) ([]int64, error) {
	const span = storyDays * 24 * 3600 << ordShift
	total := 0.0
	weight, count := make(map[int64]float64), make(map[int64]int)
	for _, word := range lead {
		rivals, err := w.each("SELECT ord FROM lead WHERE word = ? AND ord BETWEEN ? AND ? AND ord <> ? ORDER BY ord DESC LIMIT ?",
			word, ord-span, ord+span, ord, storyRivals)
		if err != nil {
			return nil, err
		}
		x := 1 / math.Log2(float64(2+len(rivals)))
		if !isName(word) {
			x *= storyWord
		}
		total += x
		for _, r := range rivals {
			weight[r] += x
			count[r]++
		}
	}
	maps.DeleteFunc(weight, func(r int64, x float64) bool { return count[r] < storyCommon || x < storyShare*total })
	return slices.SortedFunc(maps.Keys(weight), func(a, b int64) int {
		return cmp.Or(cmp.Compare(weight[b], weight[a]), cmp.Compare(b, a))
	}), nil
}

// join makes a story part of another one, and remembers it for its address.
func (w *writer) join(from, into int64) error {
	return errors.Join(
		w.exec("UPDATE article SET story = ?2 WHERE story = ?1", from, into),
		w.exec("DELETE FROM story WHERE id = ?", from),
		w.exec("DELETE FROM conflict WHERE story = ?", from),
		w.exec("UPDATE moved SET now = ?2 WHERE now = ?1", from, into),
		w.exec("INSERT INTO moved (story, now) VALUES (?, ?)", from, into))
}

// touch reckons up a story whose articles have changed.
func (w *writer) touch(story int64) error {
	return w.exec(`UPDATE story SET revision = revision + 1,
		headline = (SELECT headline FROM article WHERE story = ?1 ORDER BY ord LIMIT 1),
		last = (SELECT max(ord) FROM article WHERE story = ?1),
		articles = (SELECT count(*) FROM article WHERE story = ?1),
		sources = (SELECT count(DISTINCT source) FROM article WHERE story = ?1) WHERE id = ?1`, story)
}
