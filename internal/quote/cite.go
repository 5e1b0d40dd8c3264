package quote

import (
	"strings"

	"github.com/dateline-go/dateline/internal/token"
)

// accordingTo reads "according to X" at token i.
func (f *finder) accordingTo(i int32) (attribution, bool) {
	n := int32(len(f.d.Tokens))
	if i+2 >= n || f.tok(i).Lower != "according" || f.tok(i+1).Lower != "to" {
		return attribution{}, false
	}
	st := f.window(i)
	// The head of the phrase: the word that "according" or "to" is case of.
	h := f.tok(i).Head
	for k := 0; k < 3 && h != token.None && h <= i+1; k++ {
		h = f.tok(h).Head
	}
	if h == token.None || h <= i+1 || h-i > 30 || f.tok(h).UPOS == token.VERB && f.tok(h).XPOS != token.VBG {
		sp, head, rule := f.phraseAfter(i+2, st.Last)
		if head == token.None {
			return attribution{}, false
		}
		return attribution{cue: i, cueRun: run{i, i + 2}, info: &citation, speaker: sp, head: head, spRule: rule, score: 85}, true
	}
	sp := run{i + 2, max(h+1, f.hi[h])}
	return attribution{cue: i, cueRun: run{i, i + 2}, info: &citation, speaker: f.trim(sp), head: h, spRule: "according-to", score: 90}, true
}

var citation = cue{"according", Cites, fQuote | fClause, "to"}

// according drafts "according to X, ..." and "..., according to X".
func (f *finder) according(i int32, st *token.Sentence) {
	if f.byCue[i] != token.None {
		return
	}
	a, ok := f.accordingTo(i)
	if !ok {
		return
	}
	dr := draft{cue: i, cueRun: a.cueRun, info: a.info, head: a.head, spRule: a.spRule, rule: "according-to", score: a.score}
	sp := a.speaker
	first, last := st.First, st.Last
	// Content before, back to a statement's cue in the same sentence only where
	// a semicolon stands; content after, behind the comma that ends the phrase.
	for j := i - 1; j > first; j-- {
		if f.tok(j).Lower == ";" {
			first = j + 1
		}
	}
	before := f.words(run{first, i}) > 0
	// Initial: the phrase ends at the first comma outside it.
	e := sp.last
	if !before || f.words(run{first, i}) < 3 {
		c := sp.last
		for j := i + 2; j < last; j++ {
			if f.tok(j).Lower == "," && (j >= a.head || j-i > 12) {
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
		sp.last = min(max(c, a.head+1), last)
		e = sp.last
		dr.content = []run{{first, i}, {e, last}}
	} else {
		dr.content = []run{{first, i}}
		if f.tok(i-1).Lower == "," && !f.finiteBetween(first, i) {
			for j := a.head + 1; j < last; j++ {
				if f.tok(j).Lower == "," && f.finiteBetween(j, last) {
					sp.last = min(sp.last, j)
					e = sp.last
					break
				}
			}
		}
		if e < last && f.tok(e).Lower == "," && e+2 < last && f.words(run{e, last}) > 2 {
			if w := f.tok(e + 1); w.UPOS != token.CCONJ && w.XPOS != token.VBG && w.Lower != "which" && w.Lower != "who" && f.tok(i-1).Lower == "," && !f.finiteBetween(first, i) {
				dr.content = append(dr.content, run{e, last})
			}
		}
	}
	dr.speaker = f.trim(sp)
	f.add(dr)
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
// marks are used.
func (f *finder) nameColon(st *token.Sentence) bool {
	if !f.startsLine(st) || st.Last-st.First < 4 {
		return false
	}
	c := token.None
	for i := st.First + 1; i < st.Last && i < st.First+6; i++ {
		t := f.tok(i)
		if t.Lower == ":" {
			c = i
			break
		}
		if t.UPOS == token.VERB || t.UPOS == token.AUX || t.Lower == "(" {
			return false // "Acme (NYSE: ACM)" is no speech
		}
	}
	if c == token.None || c+1 >= st.Last || f.region[c+1] != token.None {
		return false
	}
	name, person, caps := true, false, true
	for i := st.First; i < c; i++ {
		t := f.tok(i)
		if !f.word(i) {
			continue
		}
		if t.Flags&token.Capital == 0 {
			name = false
		}
		if t.Flags&token.AllCaps == 0 && t.Lower != "q" && t.Lower != "a" {
			caps = false
		}
		if t.Ent != token.None && f.d.Ents[t.Ent].Type <= token.ORG || f.actor[i] != token.None {
			person = true
		}
	}
	turn := caps && (st.Kind != token.Headline || c == st.First+1 && f.tok(st.First).Span.Len() == 1) && !headWord(f.tok(st.First).Lower)
	if !name || !person && !turn {
		return false
	}
	if !turn && !f.finiteBetween(c+1, st.Last) {
		return false
	}
	last := st.Last
	if st.Kind == token.Body {
		// A transcript's turn goes on to the end of the paragraph, or to the
		// next turn in it.
		for n := f.tok(st.First).Sent + 1; n < f.d.Paras[st.Para].Last; n++ {
			x := &f.d.Sents[n]
			if f.startsLine(x) && x.Last-x.First > 2 && (f.tok(x.First+1).Lower == ":" || f.tok(x.First+2).Lower == ":") {
				break
			}
			last = x.Last
		}
	}
	sp, head, _ := f.phraseBefore(st.First, c)
	if head == token.None && turn {
		sp, head = run{st.First, c}, st.First
	}
	if head == token.None {
		return false
	}
	f.add(draft{cue: token.None, cueRun: run{c, c + 1}, content: []run{{c + 1, last}}, speaker: sp, head: head, spRule: "name-colon", rule: "name-colon", score: 75})
	return true
}

// startsLine reports whether sentence st is the first of its paragraph or line.
func (f *finder) startsLine(st *token.Sentence) bool {
	if f.d.Paras[st.Para].First == f.tok(st.First).Sent || st.First == 0 {
		return true
	}
	return strings.Contains(f.d.Text[f.tok(st.First-1).End:st.Start], "\n")
}

// headWord reports whether w heads a note to the reader, not a turn of speech.
func headWord(w string) bool {
	switch w {
	case "watch", "read", "related", "update", "updated", "note", "breaking", "more", "video", "photo", "photos", "editor", "correction", "see", "poll", "exclusive",
		"live", "listen", "opinion", "analysis", "image", "source", "sources", "tip", "warning", "date", "time", "where", "when", "who", "what", "why", "how", "fact", "tl":
		return true
	}
	return false
}
