package main

import (
	"cmp"
	"encoding/binary"
	"log"
	"math"
	"slices"
	"strings"

	"github.com/dateline-go/dateline/internal/gen/linear"
	"github.com/dateline-go/dateline/internal/packed"
	"github.com/dateline-go/dateline/internal/role"
	"github.com/dateline-go/dateline/internal/role/feature"
	"github.com/dateline-go/dateline/internal/token"
)

// A text is a treebank's sentences with the trees that stand in doc.
type text struct {
	sents  []sentence
	doc    *token.Doc
	weight float32 // of its examples
	from   int     // place of sents[0] in doc.Sents
}

// each calls f for each sentence of texts, with the view of it.
func each(texts []text, f func(t *text, s *sentence, first int32, v *feature.Sentence)) {
	var v feature.Sentence
	for i := range texts {
		t := &texts[i]
		for j := range t.sents {
			at := int32(t.from + j)
			v.Reset(t.doc, at)
			for _, p := range t.sents[j].preds {
				v.Mark(t.doc.Sents[at].First + p.at)
			}
			f(t, &t.sents[j], t.doc.Sents[at].First, &v)
		}
	}
}

// rolesets is the table of rolesets in training: for each key its rolesets,
// the most frequent first.
type rolesets map[string][]string

func collectRolesets(texts []text) rolesets {
	count := map[string]map[string]float64{}
	each(texts, func(t *text, s *sentence, first int32, v *feature.Sentence) {
		for _, p := range s.preds {
			c := v.Class(first + p.at)
			if c == feature.NoClass {
				continue
			}
			k := string(role.Key(nil, t.doc.Tokens[first+p.at].Lemma, c))
			if count[k] == nil {
				count[k] = map[string]float64{}
			}
			count[k][p.roleset]++
		}
	})
	out := rolesets{}
	for k, m := range count {
		all := 0.0
		for _, n := range m {
			all += n
		}
		for r, n := range m {
			// What stands once among many is as a rule a wrong lemma.
			if n*200 >= all && (n > 1 || all < 20) {
				out[k] = append(out[k], r)
			}
		}
		if len(out[k]) == 0 {
			delete(out, k)
			continue
		}
		slices.SortFunc(out[k], func(a, b string) int { return cmp.Or(cmp.Compare(m[b], m[a]), cmp.Compare(a, b)) })
		out[k] = out[k][:min(len(out[k]), *maxSenses)]
	}
	return out
}

func (r rolesets) pack() []byte {
	records := map[string]string{}
	for k, list := range r {
		// A key whose only roleset is what an unknown word would get needs no record.
		lemma, letter, _ := cutLast(k)
		if len(list) == 1 && list[0] == lemma+".01" && letter == "v" {
			continue
		}
		records[k] = strings.Join(list, "\n") + "\n"
	}
	return packed.Build(role.Version, records)
}

func cutLast(k string) (before, after string, ok bool) {
	i := strings.LastIndexByte(k, '/')
	if i < 0 {
		return k, "", false
	}
	return k[:i], k[i+1:], true
}

// trainIs learns which words are predicates.
func trainIs(texts []text) *linear.Model {
	var ex []linear.Example
	each(texts, func(t *text, s *sentence, first int32, v *feature.Sentence) {
		yes := map[int32]bool{}
		for _, p := range s.preds {
			yes[p.at] = true
		}
		for j := range s.words {
			c := v.Class(first + int32(j))
			if c == feature.NoClass || c == feature.Copula || c == feature.Auxiliary {
				continue
			}
			e := linear.Example{Features: slices.Clone(v.Predicate(first+int32(j), c)), Weight: t.weight}
			if yes[int32(j)] {
				e.Label = 1
			}
			ex = append(ex, e)
		}
	})
	m := linear.Train(ex, linear.Options{Labels: 2, NoZero: true, Epochs: *epochs, Rate: *rate, L1: *l1Is, Least: 2, Seed: 1, Average: true})
	m.Keep(*keepIs)
	log.Println("predicates:", len(ex), "examples", m.Weights(), "weights")
	return m
}

// trainSense learns which of its key's rolesets a predicate has.
func trainSense(texts []text, table rolesets) *linear.Model {
	var ex []linear.Example
	each(texts, func(t *text, s *sentence, first int32, v *feature.Sentence) {
		for _, p := range s.preds {
			c := v.Class(first + p.at)
			k := string(role.Key(nil, t.doc.Tokens[first+p.at].Lemma, c))
			list := table[k]
			at := slices.Index(list, p.roleset)
			if len(list) < 2 || at < 0 {
				continue
			}
			features := slices.Clone(v.Sense(first+p.at, packed.WordHash(k)))
			ex = append(ex, linear.Example{Features: features, Label: at, Labels: len(list), Weight: t.weight})
		}
	})
	m := linear.Train(ex, linear.Options{Labels: *maxSenses, Epochs: *epochs, Rate: *rate, L1: *l1Sense, Least: 2, Seed: 2, Average: true})
	m.Keep(*keepSense)
	log.Println("senses:", len(ex), "examples", m.Weights(), "weights")
	return m
}

// paths are the ways through the tree that are kept, and what they begin with.
type paths map[feature.Path]uint32

// Find implements feature.Paths.
func (p paths) Find(x feature.Path) (kept, more bool) {
	return p[x]&role.PathKept != 0, p[x]&role.PathMore != 0
}

// Most implements feature.Paths.
func (p paths) Most() int { return feature.Taken }

// collectPaths keeps the paths on which arguments are common enough.
func collectPaths(texts []text) paths {
	args, all := map[feature.Path]float64{}, map[feature.Path]float64{}
	prefix := map[feature.Path][]feature.Path{}
	each(texts, func(t *text, s *sentence, first int32, v *feature.Sentence) {
		for i := range s.preds {
			p := &s.preds[i]
			c := v.Class(first + p.at)
			if c == feature.NoClass {
				continue
			}
			gold := s.goldArgs(p, t.doc, first)
			for _, x := range v.Candidates(first+p.at, c, feature.All{}) {
				all[x.Path]++
				if _, ok := gold[x.Token-first]; ok {
					args[x.Path]++
					if prefix[x.Path] == nil {
						prefix[x.Path] = v.Prefixes(first+p.at, x.Token, c)
					}
				}
			}
		}
	})
	out := paths{}
	for p, n := range args {
		if n >= float64(*leastPath) && n >= *pathShare*all[p] {
			out[p] |= role.PathKept
			for _, q := range prefix[p] {
				out[q] |= role.PathMore
			}
		}
	}
	found, lost, cands := 0.0, 0.0, 0.0
	for p, n := range args {
		if out[p]&role.PathKept != 0 {
			found += n
			cands += all[p]
		} else {
			lost += n
		}
	}
	log.Printf("paths: %d, of arguments within reach %.1f%% on them, %.0f candidates", len(out), 100*found/(found+lost), cands)
	return out
}

func (p paths) pack() []byte {
	size := 16
	for size < 2*len(p) {
		size *= 2
	}
	slots := make([]uint32, size)
	keys := make([]feature.Path, 0, len(p))
	for k := range p {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	for _, k := range keys {
		i := int(k) & (size - 1)
		for slots[i] != 0 {
			i = (i + 1) & (size - 1)
		}
		slots[i] = uint32(k)&^3 | p[k]
	}
	out := binary.LittleEndian.AppendUint32(nil, uint32(size))
	for _, e := range slots {
		out = binary.LittleEndian.AppendUint32(out, e)
	}
	return out
}

// trainArgs learns what candidates are to predicates.
func trainArgs(texts []text, kept paths) *linear.Model {
	var ex []linear.Example
	each(texts, func(t *text, s *sentence, first int32, v *feature.Sentence) {
		for i := range s.preds {
			p := &s.preds[i]
			c := v.Class(first + p.at)
			if c == feature.NoClass {
				continue
			}
			cands := v.Candidates(first+p.at, c, kept)
			if len(cands) == 0 {
				continue
			}
			gold := s.goldArgs(p, t.doc, first)
			f := v.Frame(first+p.at, c, packed.WordHash(p.roleset), role.Changes(t.doc.Tokens[first+p.at].Lemma))
			for k := range cands {
				ex = append(ex, linear.Example{Features: slices.Clone(v.Argument(&f, &cands[k])), Label: gold[cands[k].Token-first], Weight: t.weight})
			}
		}
	})
	m := linear.Train(ex, linear.Options{Labels: role.NumClasses, Epochs: *epochs, Rate: *rate, L1: *l1Args, Least: 2, Seed: 3,
		Average: true, Runs: *runs})
	m.Keep(*keepArgs)
	log.Println("arguments:", len(ex), "examples", m.Weights(), "weights")
	return m
}

// pack writes the model that the room reads.
func pack(table rolesets, kept paths, bias float64, models ...*linear.Model) []byte {
	out := []byte("DLR4")
	out = binary.LittleEndian.AppendUint32(out, math.Float32bits(float32(bias)))
	t := table.pack()
	out = binary.LittleEndian.AppendUint32(out, uint32(len(t)))
	out = append(out, t...)
	out = append(out, kept.pack()...)
	for _, m := range models {
		p, err := m.Pack()
		if err != nil {
			log.Fatal("role: ", err)
		}
		out = append(out, p...)
	}
	return out
}
