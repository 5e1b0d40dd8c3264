package actor

import "strings"

//go:generate go run ../gen/words

// listed reports whether w is in a class of words.txt.
func listed(w string, c wordClass) bool { return wordTable.Has(w, c) }

// is reports whether token i is in a class of words.txt.
func (f *finder) is(i int32, c wordClass) bool { return wordTable.Has(f.lower(i), c) }

// particle reports whether w begins surnames in lower case.
func particle(w string) bool {
	return listed(w, classParticle) || strings.HasPrefix(w, "al-") || strings.HasPrefix(w, "el-")
}

// Particle reports whether w, folded, is a particle before a surname: "van", "al".
func Particle(w string) bool { return listed(w, classSurnameParticle) }
