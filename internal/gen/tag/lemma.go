package main

import (
	"bufio"
	_ "embed"
	"strings"

	"github.com/dateline-go/dateline/internal/conllu"
	"github.com/dateline-go/dateline/internal/packed"
	"github.com/dateline-go/dateline/internal/segment"
	"github.com/dateline-go/dateline/internal/tag"
	"github.com/dateline-go/dateline/internal/token"
)

//go:embed irregular.txt
var irregularVerbs string

//go:embed irregular-nouns.txt
var irregularNouns string

// lemmaTable packs the exceptions to the rules of lemmas: the hand-made lists,
// and what the corpus shows at least twice.
func lemmaTable(ss []conllu.Sentence) []byte {
	records := map[string]string{}
	add := func(list string, class string) {
		sc := bufio.NewScanner(strings.NewReader(list))
		for sc.Scan() {
			f := strings.Fields(sc.Text())
			if len(f) < 2 || f[0] == "#" {
				continue
			}
			for _, w := range f[1:] {
				if _, ok := records[class+w]; !ok {
					records[class+w] = f[0]
				}
			}
		}
	}
	count := map[string]map[string]int{}
	rule := map[string]string{}
	d := segment.FromWords(words(ss))
	k := 0
	for i := range ss {
		for j := range ss[i].Words {
			w, t := &ss[i].Words[j], &d.Tokens[k]
			k++
			t.UPOS, t.XPOS = w.UPOS, w.XPOS
			class := tag.LemmaClass(t.UPOS, t.XPOS)
			if class == 0 || w.Lemma == "_" || t.XPOS == token.GW || len(t.Lower) > 30 {
				continue
			}
			key := string(class) + t.Lower
			if count[key] == nil {
				count[key] = map[string]int{}
			}
			count[key][w.Lemma]++
			rule[key] = tag.RuleLemma(d.Word(int32(k-1)), t, class, j == 0)
		}
	}
	for key, c := range count {
		best, n, total := "", 0, 0
		for l, k := range c {
			total += k
			if k > n || k == n && l < best {
				best, n = l, k
			}
		}
		if n >= 2 && 2*n > total && best != rule[key] {
			records[key] = best
		}
	}
	add(irregularVerbs, "v")
	add(irregularNouns, "n")
	for _, l := range strings.Fields("better:good worse:bad further:far farther:far less:little more:more elder:old " +
		"later:late earlier:early") {
		a, b, _ := strings.Cut(l, ":")
		if _, ok := records["c"+a]; !ok {
			records["c"+a] = b
		}
	}
	for _, l := range strings.Fields("best:good worst:bad furthest:far farthest:far least:little most:most eldest:old") {
		a, b, _ := strings.Cut(l, ":")
		if _, ok := records["s"+a]; !ok {
			records["s"+a] = b
		}
	}
	// What the rules give anyway need not be kept.
	for k, v := range records {
		if k[0] == 'v' || k[0] == 'n' {
			continue
		}
		if rule[k] == v {
			delete(records, k)
		}
	}
	return packed.Build(tag.LemmaVersion, records)
}
