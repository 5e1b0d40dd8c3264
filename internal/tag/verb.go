package tag

import "github.com/dateline-go/dateline/internal/token"

// verbFeats are the features of the verb or auxiliary at i, in the sentence
// that starts at first. Person and number of finite verbs come from the form
// where it tells, else from the nearest subject to the left; voice from the
// auxiliaries.
func verbFeats(d *token.Doc, i, first int) token.Feats {
	t := &d.Tokens[i]
	var f token.Feats
	switch t.XPOS {
	case token.MD:
		return f.With(token.VerbFormFin)
	case token.VBZ:
		return f.With(token.MoodInd).With(token.NumberSing).With(token.Person3).With(token.TensePres).With(token.VerbFormFin)
	case token.VBP:
		f = f.With(token.MoodInd).With(token.TensePres).With(token.VerbFormFin)
		return agree(f, d, i, first)
	case token.VBD:
		f = f.With(token.MoodInd).With(token.TensePast).With(token.VerbFormFin)
		return agree(f, d, i, first)
	case token.VBG:
		if t.UPOS == token.VERB && gerundPlace(d, i, first) {
			return f.With(token.VerbFormGer)
		}
		return f.With(token.TensePres).With(token.VerbFormPart)
	case token.VBN:
		f = f.With(token.TensePast).With(token.VerbFormPart)
		if t.UPOS == token.VERB && passive(d, i, first) {
			f = f.With(token.VoicePass)
		}
		return f
	case token.VB:
		return base(d, i, first)
	}
	return f
}

// left is the nearest token before i that is no adverb, negation or mark of
// quotation; -1 for none.
func left(d *token.Doc, i, first int) int {
	for i--; i >= first; i-- {
		t := &d.Tokens[i]
		switch t.UPOS {
		case token.ADV, token.PART:
			if t.XPOS != token.TO && t.XPOS != token.POS {
				continue
			}
		case token.PUNCT:
			if t.XPOS == token.OpenQuote || t.XPOS == token.CloseQuote || t.XPOS == token.HYPH {
				continue
			}
		}
		return i
	}
	return -1
}

// base tells infinitives, imperatives and subjunctives.
func base(d *token.Doc, i, first int) token.Feats {
	var f token.Feats
	inf := f.With(token.VerbFormInf)
	imp := f.With(token.MoodImp).With(token.VerbFormFin)
	p := left(d, i, first)
	if p < 0 {
		return imp
	}
	switch t := &d.Tokens[p]; t.UPOS {
	case token.PART, token.AUX, token.VERB:
		if t.UPOS == token.AUX && t.Lemma == "do" && left(d, p, first) < 0 && t.XPOS == token.VB {
			return imp // "Do not leave."
		}
		return inf
	case token.PUNCT:
		if t.XPOS == token.Comma || t.XPOS == token.Colon || t.XPOS == token.Stop {
			return listedBase(d, p, first, inf, imp) // "Please, leave", "If so, call"
		}
	case token.INTJ:
		return imp
	case token.CCONJ:
		return listedBase(d, p, first, inf, imp)
	case token.PRON:
		if t.XPOS == token.PRP && t.Feats.Has(token.CaseNom) && clauseThat(d, p, first) {
			return subjunctive(t.Feats)
		}
	case token.NOUN, token.PROPN:
		if clauseThat(d, p, first) {
			return subjunctive(t.Feats.With(token.Person3))
		}
	}
	return inf
}

// listedBase are the features of a base form behind the comma or conjunction
// p: an imperative unless a verb phrase is listed.
func listedBase(d *token.Doc, p, first int, inf, imp token.Feats) token.Feats {
	for j := p - 1; j >= first; j-- {
		switch t := &d.Tokens[j]; t.XPOS {
		case token.VB:
			return t.Feats
		case token.TO, token.MD:
			return inf
		}
	}
	return imp
}

// subjunctive is the present subjunctive that agrees with a subject.
func subjunctive(subject token.Feats) token.Feats {
	var f token.Feats
	f = f.With(token.MoodSub).With(token.TensePres).With(token.VerbFormFin)
	return copyAgreement(f, subject)
}

func copyAgreement(f, subject token.Feats) token.Feats {
	for _, v := range [...]token.Feat{token.NumberSing, token.NumberPlur, token.Person1, token.Person2, token.Person3} {
		if subject.Has(v) {
			f = f.With(v)
		}
	}
	if subject.Has(token.NumberPtan) {
		f = f.With(token.NumberPlur)
	}
	return f
}

// clauseThat reports whether "that" opens a clause within a few words before i
// and no finite verb stands between.
func clauseThat(d *token.Doc, i, first int) bool {
	for j := i - 1; j >= first && j > i-8; j-- {
		switch t := &d.Tokens[j]; {
		case t.UPOS == token.SCONJ:
			return t.Lower == "that" || t.Lower == "lest"
		case t.UPOS == token.AUX, t.UPOS == token.VERB:
			return false
		}
	}
	return false
}

// passive reports whether the participle at i is passive: not in a perfect.
func passive(d *token.Doc, i, first int) bool {
	p := left(d, i, first)
	for steps := 0; p >= first && steps < 8; steps++ {
		switch t := &d.Tokens[p]; t.UPOS {
		case token.AUX:
			return t.Lemma != "have"
		case token.VERB:
			// "had met and agreed": of one voice with what it is joined to.
			if steps > 0 && t.XPOS == token.VBN {
				return t.Feats.Has(token.VoicePass)
			}
			return t.Lemma != "have" || steps > 0
		case token.CCONJ:
			for p--; p >= first && d.Tokens[p].XPOS != token.VBN; p-- {
				if u := d.Tokens[p].UPOS; u == token.AUX || u == token.VERB {
					return true
				}
			}
			if p < first {
				return true
			}
			continue
		case token.PRON:
			// "Have they left?"
			if t.Feats.Has(token.CaseNom) {
				p = left(d, p, first)
				continue
			}
		}
		return true
	}
	return true
}

// gerundPlace reports whether the -ing form at i stands where a noun would.
func gerundPlace(d *token.Doc, i, first int) bool {
	p := left(d, i, first)
	if p < 0 {
		return false
	}
	switch t := &d.Tokens[p]; t.UPOS {
	case token.ADP, token.DET, token.ADJ:
		return t.UPOS != token.ADP || t.XPOS == token.IN
	case token.SCONJ:
		return wordTable.Has(t.Lower, classGerundPreposition)
	case token.PRON:
		return t.XPOS == token.PRPS
	case token.PART:
		return t.XPOS == token.POS
	case token.VERB:
		return wordTable.Has(t.Lemma, classGerundVerb)
	case token.CCONJ:
		for j := p - 1; j >= first && j > p-8; j-- {
			if d.Tokens[j].XPOS == token.VBG {
				return d.Tokens[j].Feats.Has(token.VerbFormGer)
			}
		}
	}
	return false
}

// agree adds person and number to finite features f of the verb at i.
func agree(f token.Feats, d *token.Doc, i, first int) token.Feats {
	t := &d.Tokens[i]
	if t.Lower == "am" || t.Lower == "'m" {
		return f.With(token.NumberSing).With(token.Person1)
	}
	s := subject(d, i, first)
	if s < 0 {
		f = f.With(token.Person3)
		if t.XPOS == token.VBP || t.Lower == "were" {
			return f.With(token.NumberPlur)
		}
		return f.With(token.NumberSing)
	}
	u := &d.Tokens[s]
	switch {
	case u.XPOS == token.PRP:
		f = copyAgreement(f, u.Feats)
		if u.Feats.Has(token.Person2) && !u.Feats.Has(token.NumberPlur) {
			f = f.With(token.NumberSing)
		}
		return f
	case t.Lower == "was":
		return f.With(token.NumberSing).With(token.Person3)
	case t.Lower == "were" || t.XPOS == token.VBP:
		return f.With(token.NumberPlur).With(token.Person3)
	case u.Feats.Has(token.NumberPlur) || u.Feats.Has(token.NumberPtan) || joined(d, s, first):
		return f.With(token.NumberPlur).With(token.Person3)
	}
	return f.With(token.NumberSing).With(token.Person3)
}

// joined reports whether "and" joins the noun at s to another name or noun.
func joined(d *token.Doc, s, first int) bool {
	for j := s - 1; j >= first && j > s-5; j-- {
		switch t := &d.Tokens[j]; t.UPOS {
		case token.CCONJ:
			return t.Lower == "and" && j > first && (d.Tokens[j-1].UPOS == token.PROPN || d.Tokens[j-1].UPOS == token.NOUN)
		case token.ADJ, token.DET, token.PROPN, token.NOUN:
		default:
			return false
		}
	}
	return false
}

// subject is the head of the nearest nominal to the left of the verb at i that
// can be its subject, else one right behind an auxiliary (a question), or -1.
func subject(d *token.Doc, i, first int) int {
	for j := i - 1; j >= first && j > i-30; j-- {
		switch t := &d.Tokens[j]; t.UPOS {
		case token.PRON:
			switch t.XPOS {
			case token.PRP:
				if t.Feats.Has(token.CaseNom) {
					return j
				}
			case token.WDT, token.WP:
				continue
			case token.PRPS, token.WPS:
				continue
			default:
				return j
			}
		case token.NOUN, token.PROPN, token.NUM:
			if head := outOfPhrase(d, j, first); head >= 0 {
				return head
			}
			return j
		case token.CCONJ:
			// "He came and saw": the verb before has the subject.
			for k := j - 1; k >= first && k > j-25; k-- {
				if v := &d.Tokens[k]; v.UPOS == token.VERB && v.Feats.Has(token.VerbFormFin) {
					return subject(d, k, first)
				}
			}
		}
	}
	if d.Tokens[i].UPOS == token.AUX && i+1 < len(d.Tokens) && d.Tokens[i+1].XPOS == token.PRP && d.Tokens[i+1].Sent == d.Tokens[i].Sent {
		return i + 1
	}
	return -1
}

// outOfPhrase is the noun before the preposition in whose phrase the noun at j
// stands: the leaders in "the leaders of the state"; -1 when there is none.
func outOfPhrase(d *token.Doc, j, first int) int {
	for steps := 0; steps < 4; steps++ {
		k := j - 1
		for k >= first {
			if !inNounPhrase(&d.Tokens[k]) {
				break
			}
			k--
		}
		if k <= first || d.Tokens[k].UPOS != token.ADP {
			break
		}
		switch d.Tokens[k-1].UPOS {
		case token.NOUN, token.PROPN:
			j = k - 1
			if steps == 3 {
				return j
			}
			continue
		case token.PRON:
			return k - 1
		}
		return -1
	}
	return j
}

// inNounPhrase reports whether t may stand before the head of a noun phrase.
func inNounPhrase(t *token.Token) bool {
	switch t.UPOS {
	case token.DET, token.ADJ, token.NOUN, token.PROPN, token.NUM:
		return true
	}
	return t.XPOS == token.PRPS || t.XPOS == token.POS || t.XPOS == token.HYPH
}
