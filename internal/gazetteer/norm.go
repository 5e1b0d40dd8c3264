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
	b := make([]byte, 0, len(s)+4)
	word := 0
	flush := func() {
		switch string(b[word:]) {
		case "saint":
			b = append(b[:word], "st"...)
		case "sainte":
			b = append(b[:word], "ste"...)
		case "mt":
			b = append(b[:word], "mount"...)
		case "ft":
			b = append(b[:word], "fort"...)
		}
	}
	for _, r := range s {
		switch {
		case r >= 'A' && r <= 'Z':
			b = append(b, byte(r)+32)
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			b = append(b, byte(r))
		case r == '.' || r == '\'' || r == '’' || r == '‘' || r == '`' || r == 'ʼ' || r == 'ʻ' || r == 'ʿ' || r == 'ʾ':
		case r == '&':
			b = append(b, "and"...)
		case r < utf8.RuneSelf:
			if len(b) > word {
				flush()
				b = append(b, ' ')
				word = len(b)
			}
		case r == utf8.RuneError || unicode.Is(unicode.Mn, r):
		default:
			if f := fold(r); f != "" {
				b = append(b, f...)
			} else if unicode.IsLetter(r) || unicode.IsDigit(r) {
				b = utf8.AppendRune(b, unicode.ToLower(r))
			} else if len(b) > word {
				flush()
				b = append(b, ' ')
				word = len(b)
			}
		}
	}
	flush()
	if n := len(b); n > 0 && b[n-1] == ' ' {
		b = b[:n-1]
	}
	return string(b)
}

// clean reports whether s is its own norm: most keys of tables and most words of texts in lower case.
func clean(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c < 'a' || c > 'z' {
			return false
		}
	}
	return s != "saint" && s != "sainte" && s != "mt" && s != "ft"
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
