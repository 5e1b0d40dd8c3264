package name

import "github.com/dateline-go/dateline/internal/token"

// What stands beside the other uses of a word in an article tells what it is
// here (Ratinov and Roth, CoNLL 2009): "the KLMT said" makes a body of the KLMT
// of which somebody is a member.

// maxUses is how many uses of a word are kept.
const maxUses = 4

// use is one use of a capitalised word: where, and its neighbours.
type use struct {
	at           int32
	before, next uint64
	left, right  Class
}

// uses is what an article has of a capitalised word.
type uses struct {
	n     uint16 // uses, kept or not
	small bool   // stands in small letters as well
	kept  [maxUses]use
}

// Gather reads the sentences of d from s on, up to a number of words, for the
// uses of their capitalised words.
func (x *Extractor) Gather(d *token.Doc, s, words int) {
	end, capitals := s, 0
	for n := 0; end < len(d.Sents) && n < words; end++ {
		if sent := &d.Sents[end]; sent.Kind != token.Boilerplate {
			n += int(sent.Last - sent.First)
			for i := sent.First; i < sent.Last; i++ {
				if d.Tokens[i].Is(token.Capital) {
					capitals++
				}
			}
		}
	}
	x.uses.reset(2 * (capitals + 1))
	for k := s; k < end; k++ {
		d.CheckAt(k)
		if sent := &d.Sents[k]; sent.Kind != token.Boilerplate {
			x.gather(d, sent)
		}
	}
	for k := s; k < end; k++ {
		d.CheckAt(k)
		if sent := &d.Sents[k]; sent.Kind != token.Boilerplate {
			for i := sent.First; i < sent.Last; i++ {
				if t := &d.Tokens[i]; !t.Is(token.Capital) && !t.Is(token.Punct) && classOf(t)&Common == 0 {
					if u, ok := x.uses.find(HashWord(t.Lower)); ok {
						u.small = true
					}
				}
			}
		}
	}
}

// gather keeps the uses in one sentence.
func (x *Extractor) gather(d *token.Doc, sent *token.Sentence) {
	edge := use{before: 0xED6E, next: 0xED6E}
	for i := sent.First; i < sent.Last; i++ {
		t := &d.Tokens[i]
		if !t.Is(token.Capital) || t.Is(token.Punct) {
			continue
		}
		if classOf(t)&Common != 0 {
			continue
		}
		u := x.uses.put(HashWord(t.Lower))
		if int(u.n) < maxUses {
			v := edge
			v.at = i
			if i > sent.First {
				v.before = HashWord(d.Tokens[i-1].Lower)
				v.left = classOf(&d.Tokens[i-1])
			}
			if i+1 < sent.Last {
				v.next = HashWord(d.Tokens[i+1].Lower)
				v.right = classOf(&d.Tokens[i+1])
			}
			u.kept[u.n] = v
		}
		u.n = min(u.n+1, 1<<15)
	}
}

// others appends the features of the other uses of word i.
func (x *Extractor) others(i int, a *atom) {
	if !capital(a.kase) || a.class&Common != 0 {
		return
	}
	u, ok := x.uses.find(HashWord(x.lower(i)))
	if !ok {
		return
	}
	small := uint64(0)
	if u.small {
		small = 1
	}
	x.add(80, uint64(min(u.n, 4)), small)
	var left, right Class
	at := x.first + int32(i)
	for k := range min(int(u.n), maxUses) {
		v := &u.kept[k]
		if v.at == at {
			continue
		}
		left |= v.left
		right |= v.right
		seenLeft, seenRight := false, false
		for j := range k {
			if w := &u.kept[j]; w.at != at {
				seenLeft = seenLeft || w.before == v.before
				seenRight = seenRight || w.next == v.next
			}
		}
		if !seenLeft {
			x.add(81, v.before, 0)
		}
		if !seenRight {
			x.add(82, v.next, 0)
		}
	}
	x.classes(83, left&(Title|Role|FirstName|Surname|Demonym|OrgWord|GeoWord), 0)
	x.classes(84, right&(CorpSuffix|SpeechVerb|OrgWord|GeoWord|Surname|Title|Role|MiscWord), 0)
}
