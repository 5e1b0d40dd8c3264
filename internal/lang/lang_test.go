package lang

import (
	"strings"
	"testing"

	"github.com/dateline-go/dateline/internal/token"
)

// doc makes an arena of the words of s, which is all that Foreign looks at.
func doc(s string) *token.Doc {
	d := &token.Doc{Text: s}
	for w := range strings.FieldsSeq(s) {
		d.Tokens = append(d.Tokens, token.Token{Word: &token.Word{Lower: strings.ToLower(strings.Trim(w, ".,"))}})
	}
	return d
}

func TestForeign(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"", ""},
		{"Der Kanzler", ""},
		{"The minister said on Tuesday that the talks would go on, and that nobody had left.", ""},
		{"Final scores: Ajax 2 Feyenoord 1, PSV 3 Utrecht 0, Twente 1 Vitesse 1, Heerenveen 2 Breda 0", ""},
		{"He wrote: der die das und nicht, and the teacher said that it was not a sentence at all.", ""},
		{"Virgil van Dijk beat Frenkie de Jong. Donny van de Beek lost. Kevin De Bruyne rested.", ""},
		{"Guests: Ursula von der Leyen, Koen van den Berg, Sophie in 't Veld, Alexander De Croo, Bart De Wever.", ""},
		{"Jan van der Berg met Piet de Vries in Den Haag. Van Dijk beat De Jong. Ruud van Nistelrooy joined Van de Beek.", ""},
		{"Da Silva met Dos Santos in São Paulo. Di Maria beat De la Cruz. Ana da Costa joined Rui de Sousa.", ""},
		{"De minister heeft dinsdag gezegd dat de gesprekken met de vakbonden nog niet zijn afgelopen.", "the function words are Dutch"},
		{"Der Kanzler hat am Dienstag erklärt, dass die Gespräche mit den Partnern nicht beendet sind.", "the function words are German"},
		{"Le ministre a déclaré mardi que les discussions avec les syndicats ne sont pas terminées.", "the function words are French"},
		{"El ministro dijo el martes que las conversaciones con los sindicatos no han terminado en la capital.",
			"the function words are Spanish"},
		{"Президент заявил во вторник что переговоры с партнерами еще не закончены и будут продолжены в среду",
			"most words are not in Latin letters"},
		{"乌克兰总统星期二表示与合作伙伴的会谈尚未结束并将于星期三继续进行会谈", "most words are not in Latin letters"},
	} {
		if got := Foreign(doc(c.text)); got != c.want {
			t.Errorf("Foreign(%q) = %q, want %q", c.text, got, c.want)
		}
	}
}
