package quote

import (
	"cmp"
	"slices"

	"github.com/dateline-go/dateline/internal/coref"
	"github.com/dateline-go/dateline/internal/token"
)

// accordingTo reads "according to X" at token i.
func (f *finder) accordingTo(i int32) (attribution, bool) {
	n := int32(len(f.d.Tokens))
	if i+2 >= n || f.tok(i).Lower != "according" || f.tok(i+1).Lower != "to" {
		return attribution{}, false
	}
	a := attribution{cue: i, cueRun: run{i, i + 2}, info: citation, form: citedByTree}
	// The head of the phrase: the word that "according" or "to" is case of.
	h := f.tok(i).Head
	for k := 0; k < 3 && h != token.None && h <= i+1; k++ {
		h = f.tok(h).Head
	}
	if h == token.None || h <= i+1 || h-i > 30 || f.tok(h).UPOS == token.VERB && f.tok(h).XPOS != token.VBG {
		a.speaker, a.form = f.phraseAfter(i+2, f.window(i).Last), citedByWords
		return a, !a.speaker.none()
	}
	a.speaker = speaker{f.trim(run{i + 2, max(h+1, f.hi[h])}), h, byCitation}
	for e := a.speaker.last; e < f.window(i).Last && e == h+1 && f.tok(e).UPOS == token.PROPN; e++ {
		a.speaker.last, a.speaker.head, h = e+1, e, e // "Ms. Lind", which the tree parts
	}
	return a, true
}

var citation = cue{Cites, fQuote | fClause, "to"}

// according drafts "according to X, ..." and "..., according to X".
func (f *finder) according(i int32, st *token.Sentence) {
	if f.byCue[i] != token.None {
		return
	}
	a, ok := f.accordingTo(i)
	if !ok {
		return
	}
	dr := draft{cue: i, cueRun: a.cueRun, info: a.info, form: a.form, speaker: a.speaker}
	// Content before reaches back to a semicolon.
	first := i
	for first > st.First && (first-1 == st.First || f.tok(first-1).Lower != ";") {
		first--
	}
	if f.words(run{first, i}) < 3 {
		f.citesAhead(&dr, first, st.Last)
	} else {
		f.citesBehind(&dr, first, st.Last)
	}
	dr.speaker.run = f.trim(dr.speaker.run)
	f.add(dr)
}

// citesAhead reads "according to X, ...": the phrase ends at the first comma
// outside it, and the content follows.
func (f *finder) citesAhead(dr *draft, first, last int32) {
	i, sp := dr.cue, &dr.speaker
	c := sp.last
	for j := i + 2; j < last; j++ {
		if f.tok(j).Lower == "," && (j >= sp.head || j-i > 12) {
			c = j
			break
		}
	}
	if f.words(run{c, last}) < 2 {
		c = sp.last
	}
	// An apposition between two commas belongs to the speaker.
	if c < sp.last && f.words(run{sp.last, last}) >= 3 && f.tok(sp.last).Lower == "," {
		c = sp.last
	}
	sp.last = min(max(c, sp.head+1), last)
	dr.content = []run{{first, i}, {sp.last, last}}
}

// citesBehind reads "..., according to X", and content that goes on behind X.
func (f *finder) citesBehind(dr *draft, first, last int32) {
	i, sp := dr.cue, &dr.speaker
	dr.content = []run{{first, i}}
	if x := f.tok(i - 2).XPOS; f.tok(i-1).Lower == "," && (x == token.WDT || x == token.WP) && sp.last < last && f.tok(sp.last).Lower == "," {
		dr.content = []run{{sp.last, last}} // "boats which, according to the paper, were empty"
		return
	}
	if f.tok(i-1).Lower != "," || f.finiteBetween(first, i) {
		return
	}
	e := sp.last
	for j := sp.head + 1; j < last; j++ {
		if f.tok(j).Lower == "," && f.finiteBetween(j, last) {
			sp.last = min(sp.last, j)
			e = sp.last
			break
		}
	}
	if e+2 >= last || f.tok(e).Lower != "," || f.words(run{e, last}) <= 2 {
		return
	}
	if w := f.tok(e + 1); w.UPOS != token.CCONJ && w.XPOS != token.VBG && w.Lower != "which" && w.Lower != "who" {
		dr.content = append(dr.content, run{e, last})
	}
}

func (f *finder) finiteBetween(first, last int32) bool {
	for i := first; i < last; i++ {
		if f.finite(i) {
			return true
		}
	}
	return false
}

// nameColon reads a transcript's or headline's "Name: what they say" where no
// marks are used, or only for a part.
func (f *finder) nameColon(st *token.Sentence) bool {
	if !f.startsLine(st) {
		return false
	}
	turned := f.turnAt(st)
	if turned != nil && turned.Kind != coref.Named {
		return f.letterTurn(st, turned)
	}
	if st.Last-st.First < 4 {
		return false
	}
	c := f.colonAfterName(st)
	if c == token.None || c+1 >= st.Last {
		return false
	}
	if g := f.region[c+1]; g != token.None && (st.Kind != token.Headline || f.regions[g].last >= st.Last-1) {
		return false
	}
	name, turn := f.turn(st, c)
	if !name || !turn && turned == nil && !f.finiteBetween(c+1, st.Last) && (st.Kind != token.Headline || !f.source(c) && !f.tells(c+1, st.Last)) {
		return false
	}
	sp := f.phraseBefore(st.First, f.addressed(st.First, c))
	if sp.none() && turn {
		sp = speaker{run: run{st.First, c}, head: st.First}
	}
	if sp.none() {
		return false
	}
	sp.from = byNameColon
	dr := draft{cue: token.None, cueRun: run{c, c + 1}, form: nameColon, speaker: sp, content: []run{{c + 1, f.turnEnd(st)}}}
	if st.Kind == token.Headline && !turn {
		dr.form = headlineColon
	}
	if g := f.region[c+1]; g != token.None && f.regions[g].draft != token.None {
		// Marks around the first words only: “Not fit” to serve.
		f.drafts[f.regions[g].draft].content = dr.content
		return true
	}
	f.add(dr)
	return true
}

// maxNamed is how many words name who speaks at the end of a headline.
const maxNamed = 5

// colonName reads a headline that ends with who says it: "City will not raise
// taxes: mayor".
func (f *finder) colonName(st *token.Sentence) bool {
	if st.Kind != token.Headline {
		return false
	}
	c := st.Last - 1
	for c > st.First && c > st.Last-maxNamed-2 && f.tok(c).Lower != ":" {
		if t := f.tok(c); !f.nominal(c) || t.UPOS == token.DET || t.UPOS == token.PRON || t.UPOS == token.NUM || f.region[c] != token.None {
			return false
		}
		c--
	}
	if f.tok(c).Lower != ":" || c+1 >= st.Last || f.words(run{st.First, c}) < 3 {
		return false
	}
	h := st.Last - 1
	known := f.actor[h] != token.None || f.tok(h).Ent != token.None && f.d.Ents[f.tok(h).Ent].Type <= token.ORG
	if !f.source(st.Last) && !(known && f.tok(h).UPOS == token.PROPN && f.tells(st.First, c)) {
		return false
	}
	f.add(draft{cue: token.None, cueRun: run{c, c + 1}, form: headlineColon, content: []run{{st.First, c}},
		speaker: speaker{run{c + 1, st.Last}, h, byNameColon}})
	return true
}

// source reports whether the word before the colon c is a source of news.
func (f *finder) source(c int32) bool { return wordTable.Has(f.lemma(c-1), classSource) }

// turnAt is the turn that sentence st begins, or nil.
func (f *finder) turnAt(st *token.Sentence) *coref.Turn {
	i, _ := slices.BinarySearchFunc(f.turns, st.First, func(t coref.Turn, first int32) int { return cmp.Compare(t.First, first) })
	if i < len(f.turns) && f.turns[i].First < st.Last {
		return &f.turns[i]
	}
	return nil
}

// letterTurn reads a turn that begins with "Q:", "A:" or the like: a letter
// speaks for nobody who is not known.
func (f *finder) letterTurn(st *token.Sentence, t *coref.Turn) bool {
	first, end := t.Colon+1, f.turnEnd(st)
	if first >= end {
		return false
	}
	if g := f.region[first]; g != token.None && f.regions[g].last >= end-1 {
		return false // in marks
	}
	sp := nobody
	if f.actor[t.First] != token.None {
		sp = speaker{run{t.First, t.Colon}, t.First, byNameColon}
	}
	f.add(draft{cue: token.None, cueRun: run{t.Colon, t.Colon + 1}, form: nameColon, content: []run{{f.behindBracket(first, end), end}}, speaker: sp})
	return true
}

// maxBracket is how many tokens a note on how an answer is given has at most.
const maxBracket = 8

// behindBracket is where the words of a turn begin behind a note on how they are
// given: "(laughs) I do."
func (f *finder) behindBracket(first, last int32) int32 {
	if w := f.tok(first).Lower; w != "(" && w != "[" {
		return first
	}
	for i := first + 1; i < last && i < first+maxBracket; i++ {
		if w := f.tok(i).Lower; w == ")" || w == "]" {
			return i + 1
		}
	}
	return first
}

// tells reports whether a headline's words tell something without a finite verb:
// "second ward to open", "harbour plan ‘unfair’".
func (f *finder) tells(first, last int32) bool {
	for i := first; i < last; i++ {
		if u := f.tok(i).UPOS; u == token.VERB || u == token.AUX || f.region[i] != token.None {
			return true
		}
	}
	return false
}

// addressed is where the words before the colon c end without whom or where the
// name speaks: "Costa to unions:", "Costa at rally:"; or c.
func (f *finder) addressed(first, c int32) int32 {
	for i := first + 1; i < c; i++ {
		if w := f.tok(i).Lower; f.tok(i).UPOS == token.ADP && (w == "to" || w == "at" || w == "in" || w == "on") {
			return i
		}
	}
	return c
}

// colonAfterName is the colon behind the first words of a sentence, or None:
// behind a verb or a bracket, "Acme (NYSE: ACM)", it brings no speech.
func (f *finder) colonAfterName(st *token.Sentence) int32 {
	reach := int32(6)
	if st.Kind == token.Headline {
		reach = 9
	}
	for i := st.First + 1; i < st.Last && i < st.First+reach; i++ {
		t := f.tok(i)
		if t.Lower == ":" {
			return i
		}
		if t.UPOS == token.VERB || t.UPOS == token.AUX || t.Lower == "(" {
			break
		}
	}
	return token.None
}

// turn reports whether what stands before the colon c names somebody, or a source
// of news in a headline, and whether it is written as a transcript writes who
// speaks next.
func (f *finder) turn(st *token.Sentence, c int32) (name, turn bool) {
	actor, caps, place, lower := false, true, false, false
	for i := st.First; i < c; i++ {
		t := f.tok(i)
		if !f.word(i) {
			continue
		}
		lower = lower || t.Flags&token.Capital == 0
		if t.Flags&token.AllCaps == 0 && t.Lower != "q" && t.Lower != "a" {
			caps = false
		}
		if t.Ent != token.None {
			actor = actor || f.d.Ents[t.Ent].Type <= token.ORG
			place = place || f.d.Ents[t.Ent].Type == token.LOC
		}
		actor = actor || f.actor[i] != token.None
	}
	headline := st.Kind == token.Headline
	if lower && !(headline && f.person(st.First, f.addressed(st.First, c))) {
		return false, false
	}
	if headline && c <= st.First+2 && f.source(c) {
		return true, false
	}
	initial := c == st.First+1 && f.tok(st.First).Span.Len() == 1 // "Q: ..."
	turn = caps && (!headline || initial || f.nextTurn(st)) && !f.is(st.First, classNote)
	return (actor || turn) && !place, turn // "PORT LOUIS: Nine ships lay ..." is a dateline
}

// nextTurn reports whether the sentence behind st begins as a turn of a transcript:
// "LIND: ...".
func (f *finder) nextTurn(st *token.Sentence) bool {
	n := f.tok(st.First).Sent + 1
	if int(n) >= len(f.d.Sents) {
		return false
	}
	x := &f.d.Sents[n]
	c := f.colonAfterName(x)
	return c != token.None && f.startsLine(x) && f.tok(x.First).Flags&token.AllCaps != 0 && f.tok(c-1).Flags&token.AllCaps != 0
}

// person reports whether the words from first on, up to last, end with the name of
// a person: "Hospital head Maria Costa".
func (f *finder) person(first, last int32) bool {
	e := f.tok(last - 1).Ent
	return last > first && e != token.None && f.d.Ents[e].Type == token.PER
}

// turnEnd is where a turn of speech that begins with sentence st ends: at the
// end of the paragraph, or at the next turn in it.
func (f *finder) turnEnd(st *token.Sentence) int32 {
	last := st.Last
	if st.Kind != token.Body {
		return last
	}
	for n := f.tok(st.First).Sent + 1; n < f.d.Paras[st.Para].Last; n++ {
		x := &f.d.Sents[n]
		if f.startsLine(x) && (x.Last-x.First > 2 && (f.tok(x.First+1).Lower == ":" || f.tok(x.First+2).Lower == ":") || f.turnAt(x) != nil) {
			break
		}
		last = x.Last
	}
	return last
}

// startsLine reports whether sentence st is the first of its paragraph or line.
func (f *finder) startsLine(st *token.Sentence) bool {
	return f.d.StartsLine(f.tok(st.First).Sent)
}
