package story

// An overlap is how many words two reports of one article have in common: both
// sentences, the parties of the first and the sentence of the second, and the
// reverse.
type overlap struct{ sentences, parties, told int }

func overlapOf(x, y *report) overlap {
	return overlap{common(x.words, y.words), common(x.parts, y.words), common(x.words, y.parts)}
}

// An overlapper finds the overlaps of many reports with one, whose words it has
// in a hash table, open-addressed.
type overlapper struct {
	with  *report
	slots [1024]uint64 // a word above the marks of what it is of; 0 is free
	used  []uint16     // which are not
}

const (
	ofSentence = 1
	ofParty    = 2
	markBits   = 2
)

// set makes x the report with which others overlap.
func (o *overlapper) set(x *report) {
	for _, i := range o.used {
		o.slots[i] = 0
	}
	o.with, o.used = x, o.used[:0]
	if len(x.words)+len(x.parts) > len(o.slots)/4 {
		return
	}
	for _, w := range x.words {
		o.mark(w, ofSentence)
	}
	for _, w := range x.parts {
		o.mark(w, ofParty)
	}
}

func (o *overlapper) mark(w uint32, mark uint64) {
	i, e := o.find(w)
	if e == 0 {
		o.used = append(o.used, i)
	}
	o.slots[i] = e | uint64(w)<<markBits | mark
}

// find is the slot of w, or the free one where it belongs, and what is in it.
func (o *overlapper) find(w uint32) (i uint16, e uint64) {
	for i = uint16(w) % uint16(len(o.slots)); ; i = (i + 1) % uint16(len(o.slots)) {
		if e = o.slots[i]; e == 0 || e>>markBits == uint64(w) {
			return i, e
		}
	}
}

// of is the overlap of y and the report set.
func (o *overlapper) of(y *report) (found overlap) {
	if len(o.used) == 0 { // it has no words, or too many
		return overlapOf(y, o.with)
	}
	for _, w := range y.words {
		_, e := o.find(w)
		found.sentences += int(e & ofSentence)
		found.told += int(e & ofParty / ofParty)
	}
	for _, w := range y.parts {
		_, e := o.find(w)
		found.parties += int(e & ofSentence)
	}
	return found
}
