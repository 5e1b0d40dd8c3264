package lexicon

import "strings"

// irregular pasts and participles, by lemma.
const irregular = `arise arose arisen
bear bore born
beat beaten
become became
begin began begun
bid bidden
bind bound
bite bit bitten
bleed bled
blow blew blown
break broke broken
breed bred
bring brought
build built
burst
buy bought
cast
catch caught
choose chose chosen
come came
creep crept
cut
deal dealt
dig dug
draw drew drawn
drive drove driven
fall fell fallen
feed fed
fight fought
find found
flee fled
fly flew flown
forbid forbade forbidden
forgive forgave forgiven
freeze froze frozen
get got gotten
give gave given
go went gone
grind ground
grow grew grown
hang hung hanged
hide hid hidden
hit
hold held
hurt
keep kept
lay laid
lead led
leave left
lend lent
let
lie lay lain
light lit
lose lost
make made
meet met
mislead misled
overcome overcame
overrun overran
oversee oversaw overseen
overthrow overthrew overthrown
pay paid
plead pled pleaded
put
quit
repay repaid
ride rode ridden
ring rang rung
rise rose risen
run ran
seek sought
sell sold
send sent
set
shake shook shaken
shed
shoot shot
shrink shrank shrunk
shut
sing sang sung
sink sank sunk
sit sat
slay slew slain
slide slid
speed sped
spend spent
spill spilt
spin spun
split
spread
stand stood
steal stole stolen
strike struck
swear swore sworn
sweep swept
swim swam swum
swing swung
take took taken
teach taught
tear tore torn
tell told
think thought
throw threw thrown
undergo underwent undergone
undertake undertook undertaken
uphold upheld
wed
win won
withdraw withdrew withdrawn
withhold withheld
withstand withstood
write wrote written`

// forms are the pasts and participles of the verbs of the lexicon: what names
// a verb that the tagger has read as something else.
func (g *reader) forms() map[string][]string {
	strong := map[string][]string{}
	for l := range strings.SplitSeq(irregular, "\n") {
		f := strings.Fields(l)
		strong[f[0]] = f[1:]
	}
	out := map[string][]string{}
	for k := range g.entries {
		lemma, ok := strings.CutPrefix(k, "v ")
		if !ok || strings.Contains(lemma, "-") || roleset(lemma) {
			continue
		}
		if f, ok := strong[lemma]; ok {
			out[lemma] = f
			continue
		}
		n := len(lemma)
		vowel := func(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }
		switch {
		case strings.HasSuffix(lemma, "e"):
			out[lemma] = []string{lemma + "d"}
		case n > 2 && lemma[n-1] == 'y' && !vowel(lemma[n-2]):
			out[lemma] = []string{lemma[:n-1] + "ied"}
		case n > 2 && !vowel(lemma[n-1]) && strings.IndexByte("wxy", lemma[n-1]) < 0 && vowel(lemma[n-2]) && !vowel(lemma[n-3]):
			out[lemma] = []string{lemma + "ed", lemma + lemma[n-1:] + "ed"}
		default:
			out[lemma] = []string{lemma + "ed"}
		}
	}
	return out
}
