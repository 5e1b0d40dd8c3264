package token

// A Word is what tokens of one form, lemma and morphology share. It is read
// through them, and written in the layers that make it only.
type Word struct {
	Lower string // lower-case form, with ’ written as '
	Lemma string // UD lemma; empty before tagging
	Feats Feats  // UD morphology

	Known   uint32 // what package name knows Lower as, 0 before it was asked
	Cluster uint16 // what package cluster says of it, likewise

	tagged bool  // Lemma and Feats are set
	other  *Word // of the same form
}

// SetFeats gives t alone another morphology.
func (t *Token) SetFeats(f Feats) {
	w := *t.Word
	w.Feats = f
	t.Word = &w
}

// Words makes the Words of one text, so that they cost few allocations.
type Words struct{ block []Word }

// wordBlock is how many Words are made at once.
const wordBlock = 64

// maxForms is how many Words of one form are shared: of a form in endless
// variants of capitals, the others are each token's own.
const maxForms = 16

// New is a Word of that form, without lemma and morphology.
func (ws *Words) New(lower string) *Word {
	if len(ws.block) == cap(ws.block) {
		ws.block = make([]Word, 0, wordBlock)
	}
	ws.block = append(ws.block, Word{Lower: lower})
	return &ws.block[len(ws.block)-1]
}

// With is the Word of w's form that has this lemma and morphology.
func (ws *Words) With(w *Word, lemma string, f Feats) *Word {
	for n := 1; ; n++ {
		switch {
		case !w.tagged:
			w.Lemma, w.Feats, w.tagged = lemma, f, true
			return w
		case w.Lemma == lemma && w.Feats == f:
			return w
		case w.other == nil || n == maxForms:
			v := ws.New(w.Lower)
			v.Cluster, v.Known = w.Cluster, w.Known
			v.Lemma, v.Feats, v.tagged = lemma, f, true
			if n < maxForms {
				w.other = v
			}
			return v
		}
		w = w.other
	}
}
