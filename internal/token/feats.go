package token

import "strings"

// Feats is a set of UD morphological features, one small field each.
type Feats uint64

// Feat is one value of one feature: a field of Feats and what stands in it.
type Feat uint16

// The features and values kept, in alphabetical order of feature (the order
// of CoNLL-U). A Feat is field<<4 | value; value 0 is "not set".
const (
	AbbrYes      Feat = 0<<4 | 1
	CaseAcc      Feat = 1<<4 | 1
	CaseGen      Feat = 1<<4 | 2
	CaseNom      Feat = 1<<4 | 3
	DefiniteDef  Feat = 2<<4 | 1
	DefiniteInd  Feat = 2<<4 | 2
	DegreeCmp    Feat = 3<<4 | 1
	DegreePos    Feat = 3<<4 | 2
	DegreeSup    Feat = 3<<4 | 3
	ForeignYes   Feat = 4<<4 | 1
	GenderFem    Feat = 5<<4 | 1
	GenderMasc   Feat = 5<<4 | 2
	GenderNeut   Feat = 5<<4 | 3
	MoodImp      Feat = 6<<4 | 1
	MoodInd      Feat = 6<<4 | 2
	MoodSub      Feat = 6<<4 | 3
	NumFormDigit Feat = 7<<4 | 1
	NumFormRoman Feat = 7<<4 | 2
	NumFormWord  Feat = 7<<4 | 3
	NumFormCombi Feat = 7<<4 | 4
	NumTypeCard  Feat = 8<<4 | 1
	NumTypeFrac  Feat = 8<<4 | 2
	NumTypeMult  Feat = 8<<4 | 3
	NumTypeOrd   Feat = 8<<4 | 4
	NumberPlur   Feat = 9<<4 | 1
	NumberPtan   Feat = 9<<4 | 2
	NumberSing   Feat = 9<<4 | 3
	Person1      Feat = 10<<4 | 1
	Person2      Feat = 10<<4 | 2
	Person3      Feat = 10<<4 | 3
	PolarityNeg  Feat = 11<<4 | 1
	PolarityPos  Feat = 11<<4 | 2
	PossYes      Feat = 12<<4 | 1
	PronTypeArt  Feat = 13<<4 | 1
	PronTypeDem  Feat = 13<<4 | 2
	PronTypeEmp  Feat = 13<<4 | 3
	PronTypeInd  Feat = 13<<4 | 4
	PronTypeInt  Feat = 13<<4 | 5
	PronTypeNeg  Feat = 13<<4 | 6
	PronTypePrs  Feat = 13<<4 | 7
	PronTypeRcp  Feat = 13<<4 | 8
	PronTypeRel  Feat = 13<<4 | 9
	PronTypeTot  Feat = 13<<4 | 10
	ReflexYes    Feat = 14<<4 | 1
	TensePast    Feat = 15<<4 | 1
	TensePres    Feat = 15<<4 | 2
	TypoYes      Feat = 16<<4 | 1
	VerbFormFin  Feat = 17<<4 | 1
	VerbFormGer  Feat = 17<<4 | 2
	VerbFormInf  Feat = 17<<4 | 3
	VerbFormPart Feat = 17<<4 | 4
	VoicePass    Feat = 18<<4 | 1
)

var featNames = []struct {
	field  string
	values []string
	shift  uint8
	mask   uint64
}{
	{"Abbr", []string{"", "Yes"}, 0, 1},
	{"Case", []string{"", "Acc", "Gen", "Nom"}, 1, 3},
	{"Definite", []string{"", "Def", "Ind"}, 3, 3},
	{"Degree", []string{"", "Cmp", "Pos", "Sup"}, 5, 3},
	{"Foreign", []string{"", "Yes"}, 7, 1},
	{"Gender", []string{"", "Fem", "Masc", "Neut"}, 8, 3},
	{"Mood", []string{"", "Imp", "Ind", "Sub"}, 10, 3},
	{"NumForm", []string{"", "Digit", "Roman", "Word", "Combi"}, 12, 7},
	{"NumType", []string{"", "Card", "Frac", "Mult", "Ord"}, 15, 7},
	{"Number", []string{"", "Plur", "Ptan", "Sing"}, 18, 3},
	{"Person", []string{"", "1", "2", "3"}, 20, 3},
	{"Polarity", []string{"", "Neg", "Pos"}, 22, 3},
	{"Poss", []string{"", "Yes"}, 24, 1},
	{"PronType", []string{"", "Art", "Dem", "Emp", "Ind", "Int", "Neg", "Prs", "Rcp", "Rel", "Tot"}, 25, 15},
	{"Reflex", []string{"", "Yes"}, 29, 1},
	{"Tense", []string{"", "Past", "Pres"}, 30, 3},
	{"Typo", []string{"", "Yes"}, 32, 1},
	{"VerbForm", []string{"", "Fin", "Ger", "Inf", "Part"}, 33, 7},
	{"Voice", []string{"", "Pass"}, 36, 1},
}

// Has reports whether v is set.
func (f Feats) Has(v Feat) bool {
	n := &featNames[v>>4]
	return uint64(f)>>n.shift&n.mask == uint64(v&15)
}

// With is f with v set, in place of what its feature held.
func (f Feats) With(v Feat) Feats {
	n := &featNames[v>>4]
	return Feats(uint64(f)&^(n.mask<<n.shift) | uint64(v&15)<<n.shift)
}

// String is the CoNLL-U form, "Mood=Ind|Tense=Past", or "_".
func (f Feats) String() string {
	if f == 0 {
		return "_"
	}
	var b strings.Builder
	for i := range featNames {
		n := &featNames[i]
		if v := uint64(f) >> n.shift & n.mask; v != 0 && int(v) < len(n.values) {
			if b.Len() > 0 {
				b.WriteByte('|')
			}
			b.WriteString(n.field + "=" + n.values[v])
		}
	}
	return b.String()
}

// ParseFeats reads the CoNLL-U form. Features that Feats does not keep are
// passed over.
func ParseFeats(s string) Feats {
	var f Feats
	for p := range strings.SplitSeq(s, "|") {
		k, v, ok := strings.Cut(p, "=")
		if !ok {
			continue
		}
		for i := range featNames {
			if n := &featNames[i]; n.field == k {
				for j, w := range n.values {
					if j > 0 && w == v {
						f = f.With(Feat(i<<4 | j))
					}
				}
			}
		}
	}
	return f
}
