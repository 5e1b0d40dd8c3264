package actor

import "github.com/dateline-go/dateline/internal/token"

// guessNames makes names of runs of capitalised words, for texts whose
// entities are not known.
func (f *finder) guessNames() {
	d := f.d
	mid := map[string]bool{} // words that stand with a capital inside a sentence
	low := map[string]bool{} // words that stand without one
	for i := range d.Tokens {
		t := &d.Tokens[i]
		if t.Is(token.Capital) {
			if int32(i) != d.Sents[t.Sent].First && t.Quote == d.Tokens[max(i-1, 0)].Quote {
				mid[t.Lower] = true
			}
		} else {
			low[t.Lower] = true
		}
	}
	for i := int32(0); int(i) < len(d.Tokens); i++ {
		t := &d.Tokens[i]
		if !f.nameWord(i) || f.skip(t.Sent) {
			continue
		}
		start := i == d.Sents[t.Sent].First || !mid[t.Lower]
		if start && (f.words[i].class&(ClassStop|ClassMod|headClasses) != 0 || f.digit(i) > 0 || low[t.Lower]) && !f.given(i) {
			continue
		}
		if w := &f.words[i]; w.end > i && w.class&ClassRole != 0 && w.class&ClassTitle == 0 && low[t.Lower] || w.class&(ClassTitle|ClassOffice) != 0 {
			i = w.end - 1
			continue
		}
		if f.words[i].nation != 0 {
			i = f.words[i].natEnd - 1
			continue // knownNames takes it
		}
		j := i + 1
		for int(j) < len(d.Tokens) && f.sameSent(j, i) {
			l := f.lower(j)
			switch {
			case f.nameWord(j) && (f.words[j].class&(ClassTitle|ClassOffice) == 0 || orgTail(l)):
				j++
				continue
			case (l == "of" || l == "de" || l == "van" || l == "von" || l == "der" || l == "al" || l == "bin" || l == "-" && !d.Tokens[j].Is(token.SpaceBefore)) && int(j)+1 < len(d.Tokens) && f.sameSent(j+1, i) && f.nameWord(j+1) && (l != "of" || f.words[j-1].class&ClassOrgWord != 0):
				j += 2
				continue
			}
			break
		}
		n := name{first: i, last: j, rule: "capitals", score: 50}
		before := Class(0)
		if i > 0 && f.words[i-1].back > 0 {
			before = f.words[f.words[i-1].back-1].class
		}
		lastWord := &f.words[j-1]
		switch {
		case before&(ClassTitle|ClassRole) != 0 && before&ClassPlural == 0:
			n.typ, n.score = token.PER, 80
		case lastWord.class&(ClassOrgWord|ClassOrg) != 0 && j-i > 1, f.words[i].class&ClassOrgWord != 0 && f.lower(i+1) == "of":
			n.typ, n.score = token.ORG, 70
		case j-i > 1 && f.given(i):
			n.typ, n.score = token.PER, 75
		case j-i == 1 && t.Is(token.AllCaps):
			n.typ = token.ORG
		case f.lower(i-1) == "in" || f.lower(i-1) == "at" || f.lower(i-1) == "near":
			n.typ = token.LOC
		case j-i == 2 || j-i == 3:
			n.typ = token.PER
		case f.pos(j-1) == token.PROPN && int(j) < len(d.Tokens) && f.pos(j) == token.VERB:
			n.typ = token.PER
		default:
			n.typ = token.MISC
			for k := range f.names {
				if p := &f.names[k]; k < 400 && p.typ == token.PER && f.lower(p.last-1) == t.Lower {
					n.typ = token.PER
					break
				}
			}
		}
		f.correct(&n)
		f.addName(n)
		i = j - 1
	}
}

// nameWord reports whether token i can be a word of a name by its capital.
func (f *finder) nameWord(i int32) bool {
	t := &f.d.Tokens[i]
	return t.Is(token.Capital) && !t.Is(token.Joined) && (!f.tagged || t.UPOS == token.PROPN || t.UPOS == token.NOUN || t.UPOS == token.ADJ || t.UPOS == token.X || t.UPOS == token.NoUPOS)
}
