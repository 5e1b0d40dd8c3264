package name

import "github.com/dateline-go/dateline/internal/token"

// amend puts right what the field has no memory for: a title in front of a
// person's name, a firm that bears one, a people that it took for a person.
// It works on the labels of one stretch.
func (f *finder) amend(r stretch) {
	f.partners(r)
	for k := r.at; k < r.at+r.n; {
		l := int(f.labels[k])
		if l == 0 {
			if w := &f.words[k]; w.known {
				f.labels[k] = uint8(Label(token.ORG, 0, 1))
			}
			k++
			continue
		}
		end := f.nameEnd(k+1, r.at+r.n)
		t := typeOf(l)
		was := t
		start := k
		last := &f.words[end-1]
		if f.words[k].art && end-k > 1 && t != token.MISC {
			start++
		}
		switch {
		case (t == token.PER || t == token.LOC) && end-k > 1 && last.class&CorpSuffix != 0 && capital(last.kase) &&
			(last.class&(FirstName|Surname|placeClasses) == 0 || last.kase == caseUpper && f.words[end-2].kase == caseInit):
			t = token.ORG // "Kessel AG", whoever is called Ag
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
			f.mark(t, start, end)
		}
		k = end
	}
}

// partners makes one firm of two names with "&" between them: no name begins or
// ends with it, whatever the field says. It leaves apart what the field took
// for places or persons on both sides.
func (f *finder) partners(r stretch) {
	firm := func(k int32, person bool) bool {
		t := typeOf(int(f.labels[k]))
		return f.words[k].kase == caseInit && (f.labels[k] == 0 || t == token.ORG || person && t == token.PER)
	}
	for k := r.at + 1; k+1 < r.at+r.n; k++ {
		l := int(f.labels[k])
		ends := goesOn(l)
		body := f.words[k+1].class&(OrgWord|CorpSuffix) != 0 // "Cramer & Sons"
		if f.words[k].hash != f.ampersand || ends && opens(l) || !firm(k-1, ends || body) || !firm(k+1, ends) {
			continue
		}
		a := k - 1
		for a > r.at && goesOn(int(f.labels[a])) {
			a--
		}
		f.mark(token.ORG, a, f.nameEnd(k+2, r.at+r.n))
	}
}

// nameEnd is where the name ends that has the word before end.
func (f *finder) nameEnd(end, limit int32) int32 {
	for end < limit && opens(int(f.labels[end-1])) && goesOn(int(f.labels[end])) {
		end++
	}
	return end
}

// mark labels the words from a to b as a name.
func (f *finder) mark(t token.EntType, a, b int32) {
	for i := a; i < b; i++ {
		f.labels[i] = uint8(Label(t, int(i-a), int(b-a)))
	}
}

// cut takes apart what a hyphen joins: "Holm-Brandt" is two persons when the
// article knows both.
func (f *finder) cut(r stretch) {
	for k := r.at + 1; k+1 < r.at+r.n; k++ {
		a, b := int(f.labels[k-1]), int(f.labels[k+1])
		if f.words[k].hash != f.hyphen || a != Label(token.PER, 0, 3) || b != Label(token.PER, 2, 3) {
			continue
		}
		x, _ := f.mem.find(f.words[k-1].hash)
		y, _ := f.mem.find(f.words[k+1].hash)
		if x.sole > 0 && y.sole > 0 {
			f.labels[k-1], f.labels[k], f.labels[k+1] = uint8(Label(token.PER, 0, 1)), 0, uint8(Label(token.PER, 0, 1))
		}
	}
}
