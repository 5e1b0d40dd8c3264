package timex

//go:generate go run ../gen/words

// class is what a word can do in a time expression.
type class int32 // wide enough for the shifts in words.txt

const (
	none        class = iota
	month             // n: 1 to 12
	weekday           // n: 1, Monday, to 7
	unit              // n: when.Grain
	units             // plural of unit
	nightU            // night or nights: a part of the day and a unit of stays
	numeral           // n: 0 to 90
	hundred           // n: power of ten: hundred, thousand, million, billion
	ordinal           // n: 1 to 31, or 99 for last
	season            // n: 1 to 4
	part              // n: when.Part
	noon              // n: hour 12 or 24
	dayRel            // n: offset in days: today, yesterday, tomorrow
	tonight           // n: offset in days
	the               // the
	an                // a, an
	this              // this
	that              // that, those
	back              // last, past, previous, preceding: n is which
	fore              // next, coming, following, upcoming: n is which
	each              // every, each
	per               // per
	ago               // ago, back
	earlier           // earlier, before, previously, prior
	later             // later, after, afterward
	early             // n: when.Mod
	portion           // beginning, middle, end of: n is when.Mod
	approx            // about, around: n is when.Mod; may stand before a length or a time of day
	vague             // several, few, many: a number not known; n is 2 for couple
	nowWord           // n: when.Reference
	adjRef            // current, recent, future: adjectives that refer
	setWord           // daily, weekly: n is when.Grain
	meridiem          // a.m., p.m.: n is 0 or 12
	zone              // GMT, EST: n is the offset in minutes
	fiscal            // fiscal
	halfWord          // half
	oclock            // o'clock
	quarterCode       // Q3, 3Q, H1, 1H, FY24
	times             // once, twice
)

// word is a class with its number.
type word struct {
	class class
	n     int16
	// What can begin an expression without a class: otherStart, or after an article.
	starts, follows bool
}

// which determiner-like word of the classes back and fore.
const (
	isLast = iota
	isPast
	isPrevious
	isNext
	isComing
	isFollowing
	isRecent
	isSame
	isLatest
)

// lookup is what a lower-case word can do.
func lookup(s string) word {
	e := wordTable.Find(s)
	if !e.Known() {
		if compound(s) {
			return word{starts: true, follows: true}
		}
		return word{}
	}
	v, ok := e.Int(classLexeme)
	w := word{starts: e.Has(classStarter)}
	if ok {
		w.n = int16(v)
		w.class = class(v-int(w.n)) >> 16
	}
	w.follows = ok || w.starts || e.Has(classAfterArticle)
	return w
}

// compound reports words with mid-, pre- or post-.
func compound(s string) bool {
	return len(s) > 4 && (s[:4] == "mid-" || s[:4] == "pre-" || len(s) > 5 && s[:5] == "post-")
}

// noOffset marks a zone name that stands for several offsets.
const noOffset = 9999
