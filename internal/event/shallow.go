package event

import "github.com/dateline-go/dateline/internal/token"

// misread finds, in a sentence where no verb stands finite, the word that must
// be one: a past form of a verb of the lexicon after a noun, which the tagger
// took for an adjective or a participle ("The king deployed troops").
func (f *finder) misread(s int32) int32 {
	sent := &f.d.Sents[s]
	found := token.None
	noun := false
	for i := sent.First; i < sent.Last; i++ {
		t := &f.d.Tokens[i]
		switch t.XPOS {
		case token.VBD, token.VBZ, token.VBP, token.MD:
			return token.None
		}
		if found == token.None && noun && (t.XPOS == token.VBN || t.UPOS == token.ADJ || t.UPOS == token.NOUN ||
			t.UPOS == token.VERB || t.UPOS == token.ADP) && t.XPOS != token.VBG && t.XPOS != token.VB {
			prev := &f.d.Tokens[i-1]
			if prev.UPOS == token.NOUN || prev.UPOS == token.PROPN || prev.UPOS == token.ADV {
				if f.knows('f', t.Lower) {
					found = i
				}
			}
		}
		noun = noun || t.UPOS == token.NOUN || t.UPOS == token.PROPN || t.UPOS == token.PRON
	}
	return found
}

// shallow is the frame of verb p by word order alone.
func (f *finder) shallow(p int32, s int32) frame {
	fr := frame{p: p, subj: token.None, obj: token.None, iobj: token.None, xc: token.None}
	sent := &f.d.Sents[s]
	// The subject is the first noun phrase; what follows "in" or a comma is not.
	for i := sent.First; i < p; i++ {
		t := &f.d.Tokens[i]
		if t.UPOS == token.ADP && fr.subj == token.None {
			for i+1 < p && f.d.Tokens[i+1].Lower != "," {
				i++
			}
			continue
		}
		if t.UPOS == token.ADP {
			break
		}
		if nominalTag(t) {
			fr.subj = f.lastOfRun(i, p)
			break
		}
	}
	prep := ""
	for i := p + 1; i < sent.Last; i++ {
		t := &f.d.Tokens[i]
		switch {
		case t.UPOS == token.ADP && i == p+1 && wordTable.Has(t.Lower, classParticle):
		case t.UPOS == token.ADP:
			prep = t.Lower
		case t.UPOS == token.VERB && t.XPOS != token.VBN || t.UPOS == token.SCONJ || t.UPOS == token.PUNCT && t.Lower != "-":
			return fr
		case nominalTag(t):
			h := f.lastOfRun(i, sent.Last)
			if prep == "" {
				if fr.obj == token.None {
					fr.obj = h
				}
			} else {
				f.addTo(&fr, prep, h, false)
			}
			i, prep = h, ""
		}
	}
	return fr
}

func nominalTag(t *token.Token) bool {
	return t.UPOS == token.NOUN || t.UPOS == token.PROPN || t.UPOS == token.PRON || t.UPOS == token.SYM
}

// lastOfRun is the last of the nouns that follow each other from i.
func (f *finder) lastOfRun(i, end int32) int32 {
	for i+1 < end && nominalTag(&f.d.Tokens[i+1]) {
		i++
	}
	return i
}
