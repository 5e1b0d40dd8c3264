package main

import (
	"log"
	"strings"

	"github.com/dateline-go/dateline/internal/actor"
)

// classes of a section header in lexicon.txt.
var classes = map[string]actor.Class{
	"title": actor.ClassTitle, "role": actor.ClassRole, "office": actor.ClassOffice, "kin": actor.ClassKin,
	"group": actor.ClassGroup, "org": actor.ClassOrg, "company": actor.ClassCompany, "media": actor.ClassMedia,
	"armed": actor.ClassArmed, "mod": actor.ClassMod, "former": actor.ClassFormer, "acting": actor.ClassActing,
	"elect": actor.ClassElect, "would": actor.ClassWould, "orgword": actor.ClassOrgWord, "seat": actor.ClassSeat,
	"bloc": actor.ClassBloc, "medianame": actor.ClassMedia | actor.ClassProper, "armedname": actor.ClassArmed | actor.ClassProper,
	"stop": actor.ClassStop, "nation": actor.ClassNation, "m": actor.ClassMasc, "f": actor.ClassFem,
}

type entry struct {
	class actor.Class
	canon string
}

// wordTable reads lexicon.txt: a value is the class, four bytes little-endian,
// and the canonical office or the country.
func wordTable(text string) map[string]string {
	m := map[string]entry{}
	var class actor.Class
	add := func(word string, c actor.Class, canon string) {
		k := actor.Key(word)
		e := m[k]
		e.class |= c
		if canon != "" {
			e.canon = canon
		}
		m[k] = e
	}
	for l := range strings.Lines(text) {
		l = strings.TrimSpace(l)
		switch {
		case l == "" || l[0] == '#':
			continue
		case l[0] == '[':
			class = 0
			head := strings.Trim(l, "[]")
			if head == "media" {
				head = "medianame"
			}
			for w := range strings.FieldsSeq(head) {
				c, ok := classes[w]
				if !ok {
					log.Fatalf("lexicon: no class %q", w)
				}
				class |= c
			}
			continue
		}
		for e := range strings.SplitSeq(l, ",") {
			e = strings.TrimSpace(e)
			word, canon, hasCanon := strings.Cut(e, "=")
			word, plural, irregular := strings.Cut(word, ">")
			if word == "" {
				continue
			}
			title := class&actor.ClassTitle != 0 && class&actor.ClassRole == 0
			if !hasCanon && class&actor.ClassRole != 0 {
				canon = word
			}
			add(word, class, canon)
			countable := class&(actor.ClassRole|actor.ClassOrg|actor.ClassKin) != 0 && !title
			if countable && !strings.HasSuffix(word, "s") || irregular {
				if !irregular {
					plural = pluralOf(word)
				}
				add(plural, class|actor.ClassPlural, canon)
			}
			if class&actor.ClassGroup != 0 || countable && class&actor.ClassArmed != 0 && strings.HasSuffix(word, "s") {
				add(word, actor.ClassPlural, "")
			}
		}
	}
	// A longer entry makes its first word a way in.
	for k := range m {
		if i := strings.IndexByte(k, ' '); i > 0 {
			e := m[k[:i]]
			e.class |= actor.ClassPrefix
			m[k[:i]] = e
		}
	}
	out := make(map[string]string, len(m))
	for k, e := range m {
		c := e.class
		out[k] = string([]byte{byte(c), byte(c >> 8), byte(c >> 16), byte(c >> 24)}) + e.canon
	}
	return out
}

// pluralOf is the regular plural of a phrase: of its head, which stands
// before "of", "in", "to" or "general", else at the end.
func pluralOf(p string) string {
	for _, sep := range []string{" of ", " in ", " to ", " general", " elect", " designate", " laureate", " d'"} {
		if i := strings.Index(p, sep); i > 0 && (sep != " general" || strings.HasPrefix(p, "attorney") || strings.HasPrefix(p, "secretary") ||
			strings.HasPrefix(p, "governor") || strings.HasPrefix(p, "consul") || strings.HasPrefix(p, "solicitor")) {
			return pluralOf(p[:i]) + p[i:]
		}
	}
	switch n := len(p); {
	case strings.HasSuffix(p, "man"):
		return p[:n-2] + "en"
	case strings.HasSuffix(p, "child"):
		return p + "ren"
	case strings.HasSuffix(p, "y") && n > 1 && !strings.ContainsRune("aeiou", rune(p[n-2])):
		return p[:n-1] + "ies"
	case strings.HasSuffix(p, "s"), strings.HasSuffix(p, "x"), strings.HasSuffix(p, "ch"), strings.HasSuffix(p, "sh"):
		return p + "es"
	}
	return p + "s"
}
