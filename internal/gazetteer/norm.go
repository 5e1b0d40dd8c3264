package gazetteer

import (
	"unicode"
	"unicode/utf8"
)

// Norm is the form that names are looked up by: lower case, without
// diacritics, stops and apostrophes, hyphens and the like as single blanks,
// "Saint" as "st", "Mt." as "mount", "Ft." as "fort", "&" as "and".
func Norm(s string) string {
	if clean(s) {
		return s
	}
	var buf [64]byte // which most names fit in
	b := buf[:0]
	word := 0 // where the word begins that is being written
	for _, r := range s {
		switch {
		case r >= 'A' && r <= 'Z':
			b = append(b, byte(r)+32)
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			b = append(b, byte(r))
		case silent(r):
		case r == '&':
			b = append(b, "and"...)
		default:
			var ok bool
			if r >= utf8.RuneSelf {
				b, ok = letter(b, r)
			}
			if !ok && len(b) > word {
				b = append(short(b, word), ' ')
				word = len(b)
			}
		}
	}
	b = short(b, word)
	if n := len(b); n > 0 && b[n-1] == ' ' {
		b = b[:n-1]
	}
	return string(b)
}

// silent reports whether a character leaves nothing behind, not even a blank.
func silent(r rune) bool {
	switch r {
	case '.', '\'', '’', '‘', '`', 'ʼ', 'ʻ', 'ʿ', 'ʾ', utf8.RuneError:
		return true
	}
	return r >= utf8.RuneSelf && unicode.Is(unicode.Mn, r)
}

// letter adds a letter or digit beyond ASCII, folded where it is Latin, and
// reports whether r is one.
func letter(b []byte, r rune) ([]byte, bool) {
	if f := fold(r); f != "" {
		return append(b, f...), true
	}
	if unicode.IsLetter(r) || unicode.IsDigit(r) {
		return utf8.AppendRune(b, unicode.ToLower(r)), true
	}
	return b, false
}

// shorts are words that names have in two forms, with the one that is kept.
var shorts = [...]struct{ long, short string }{{"saint", "st"}, {"sainte", "ste"}, {"mt", "mount"}, {"ft", "fort"}}

// short writes the last word of b, from word on, in the form that is kept.
func short(b []byte, word int) []byte {
	for i := range shorts {
		if string(b[word:]) == shorts[i].long {
			return append(b[:word], shorts[i].short...)
		}
	}
	return b
}

// clean reports whether s is its own norm: most keys of tables and most words of texts in lower case.
func clean(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c < 'a' || c > 'z' {
			return false
		}
	}
	for i := range shorts {
		if s == shorts[i].long {
			return false
		}
	}
	return true
}

// fold is the ASCII form of a Latin letter, or empty.
func fold(r rune) string {
	const (
		latin = "aaaaaa.ceeeeiiiidnooooo.ouuuuy..aaaaaa.ceeeeiiiidnooooo.ouuuuy.yaaaaaaccccccccdd" +
			"ddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkk.llllll..llnnnnnn.nnoooooo..rrrrrrssssss" +
			"ssttttttuuuuuuuuuuuuwwyyyzzzzzz..........d..............kk......oo.............u" +
			"u............................aaiioouuuuuuuuuu.aaaa....ggkkoooo..j...gg..nnaa...." +
			"aaaaeeeeiiiioooorrrruuuusstt..hh......aaeeooooooooyy............................"
		additional = "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooo" +
			"oooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwy......" +
			"aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuu" +
			"uuyyyyyyyy......"
	)
	switch r {
	case 'ß':
		return "ss"
	case 'æ', 'Æ':
		return "ae"
	case 'œ', 'Œ':
		return "oe"
	case 'þ', 'Þ':
		return "th"
	case 'ə', 'Ə':
		return "a"
	}
	i, t := int(r)-0xC0, latin
	if r >= 0x1E00 {
		i, t = int(r)-0x1E00, additional
	}
	if i < 0 || i >= len(t) || t[i] == '.' {
		return ""
	}
	return t[i : i+1]
}
