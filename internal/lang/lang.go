// Package lang tells whether a text is in English, the only language that
// the rooms above can read. It errs on the side of English: tables, headlines
// and quoted passages in other languages pass.
package lang

import (
	"unicode"
	"unicode/utf8"

	"github.com/dateline-go/dateline/internal/token"
)

// minWords is the number of words below which no text is called foreign.
const minWords = 12

// Foreign tells why d is not English: which letters or which language's
// function words prevail. It is "" for English and for texts too short to tell.
func Foreign(d *token.Doc) string {
	// A long text shows its language early.
	toks := d.Tokens[:min(len(d.Tokens), 4000)]
	var words, latin, other, english int
	for i := range toks {
		t := &toks[i]
		if t.Is(token.Punct) || t.Is(token.HasDigit) {
			continue
		}
		words++
		r, _ := utf8.DecodeRuneInString(t.Lower)
		switch {
		case !unicode.IsLetter(r):
		case !unicode.Is(unicode.Latin, r):
			other++
		default:
			latin++
			if englishWord(t.Lower) {
				english++
			}
		}
	}
	if words < minWords {
		// Ideographs and kana run on without blanks: one token may be a paragraph.
		if other > 0 && other >= latin && len(d.Text) >= 60 {
			return "most words are not in Latin letters"
		}
		return ""
	}
	if other > latin {
		return "most words are not in Latin letters"
	}
	// English news has about 40 function words in 100; only a text with few
	// of them is worth a look at the other languages.
	if english*4 >= words {
		return ""
	}
	best, name := 0, ""
	for _, l := range languages {
		n := 0
		for i := range toks {
			if functionWord(l.words, toks[i].Lower) {
				n++
			}
		}
		if n > best {
			best, name = n, l.name
		}
	}
	if best*8 >= words && best > 2*english {
		return "the function words are " + name
	}
	return ""
}

func englishWord(w string) bool {
	switch w {
	case "the", "of", "and", "to", "in", "a", "is", "that", "for", "it", "was", "on", "with", "as", "be", "at", "by",
		"this", "have", "from", "or", "had", "not", "are", "but", "which", "they", "an", "were", "has", "will", "would",
		"been", "there", "their", "said", "he", "she", "his", "her", "its", "i", "you", "we":
		return true
	}
	return false
}

// functionWord reports whether w stands in list, words between blanks.
func functionWord(list, w string) bool {
	if len(w) > 6 {
		return false
	}
	for i := 0; i+len(w)+2 <= len(list); i++ {
		if list[i] == ' ' && list[i+1:i+1+len(w)] == w && list[i+1+len(w)] == ' ' {
			return true
		}
	}
	return false
}

var languages = [...]struct{ name, words string }{
	{"German", " der die das und den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde "},
	{"French", " de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se le ce il sont la avec son aux ou ont été cette mais comme on sa était être nous leur elle ces si dont entre "},
	{"Spanish", " de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha me si sin sobre este ya entre cuando todo esta ser son dos también fue había era muy años hasta desde "},
	{"Italian", " di e il la che in un a per è una non sono con del si da le della i ha nel alla più al gli dei anche come lo ma se dal delle su nella ai questo suo era ed sua dalla "},
	{"Portuguese", " de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem à seu sua ou ser quando muito há nos já está eu também só pelo pela até isso ela entre era depois sem "},
	{"Dutch", " de van het een en in is dat op te zijn voor met die niet aan er om ook als dan bij uit nog naar heeft maar over door wordt werd hij worden tot deze geen kan was "},
	{"Polish", " w i na z do się nie że to jest o po za od jak przez dla są ale tym co był tego oraz już tak może ma jego które który przy by "},
	{"Swedish", " och i att det som en på är av för med till den har de inte om ett han men var jag sig från vi så kan när år under också nu där ska "},
	{"Turkish", " ve bir bu da de için ile çok daha olarak gibi olan kadar ancak sonra ne o ise en var ki oldu "},
	{"Indonesian", " yang dan di itu dengan untuk tidak ini dari dalam akan pada juga ke karena ada oleh saya mereka sudah telah para bisa kami "},
}
