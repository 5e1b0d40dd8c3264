package name

import "github.com/dateline-go/dateline/internal/token"

// amend puts right what the field has no memory for: a title in front of a
// person's name, a firm that bears one, a people that it took for a person.
// It works on the labels of one stretch.
func (f *finder) amend(r stretch) {
	for k := r.at; k < r.at+r.n; {
		l := int(f.labels[k])
		if l == 0 {
			k++
			continue
		}
		end := k + 1
		for end < r.at+r.n && opens(int(f.labels[end-1])) && goesOn(int(f.labels[end])) {
			end++
		}
		t := typeOf(l)
		was := t
		start := k
		last := &f.words[end-1]
		if f.words[k].art && end-k > 1 && t != token.MISC {
			start++
		}
		switch {
		case (t == token.PER || t == token.LOC) && end-k > 1 && last.class&CorpSuffix != 0 && last.class&(FirstName|Surname|placeClasses) == 0 && capital(last.kase):
			t = token.ORG
		case t == token.PER:
			for start < end-1 && f.words[start].class&Title != 0 && (f.words[start].rank || f.words[start].class&(FirstName|Surname) == 0) {
				start++
			}
		}
		if end-k == 1 && (t == token.PER || t == token.LOC) {
			if c := f.words[k].class; c&Demonym != 0 && c&(FirstName|Surname|placeClasses|orgClasses) == 0 && capital(f.words[k].kase) {
				t = token.NORP
			}
		}
		if t != was || start != k {
			for i := k; i < start; i++ {
				f.labels[i] = 0
			}
			for i := start; i < end; i++ {
				f.labels[i] = uint8(Label(t, int(i-start), int(end-start)))
			}
		}
		k = end
	}
}
