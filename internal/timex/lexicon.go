package timex

import "github.com/dateline-go/dateline/internal/when"

// class is what a word can do in a time expression.
type class uint8

const (
	none        class = iota
	month             // n: 1 to 12
	weekday           // n: 1, Monday, to 7
	unit              // n: when.Grain
	units             // plural of unit
	nightU            // night or nights: a part of the day and a unit of stays
	number            // n: 0 to 90
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

// lookup is the class of a lower-case word. The compiler makes a binary
// search of it: no table to build, nothing allocated.
func lookup(s string) word {
	if len(s) < 1 || len(s) > 13 {
		return word{}
	}
	switch s {
	case "january", "jan", "jan.":
		return word{month, 1}
	case "february", "feb", "feb.":
		return word{month, 2}
	case "march", "mar.":
		return word{month, 3}
	case "april", "apr", "apr.":
		return word{month, 4}
	case "may":
		return word{month, 5}
	case "june", "jun.", "jun":
		return word{month, 6}
	case "july", "jul.", "jul":
		return word{month, 7}
	case "august", "aug", "aug.":
		return word{month, 8}
	case "september", "sept", "sept.", "sep", "sep.":
		return word{month, 9}
	case "october", "oct", "oct.":
		return word{month, 10}
	case "november", "nov", "nov.":
		return word{month, 11}
	case "december", "dec", "dec.":
		return word{month, 12}

	case "monday", "mondays", "mon.":
		return word{weekday, 1}
	case "tuesday", "tuesdays", "tue.", "tues.", "tue", "tues":
		return word{weekday, 2}
	case "wednesday", "wednesdays", "wed.":
		return word{weekday, 3}
	case "thursday", "thursdays", "thu.", "thur.", "thurs.", "thu", "thurs":
		return word{weekday, 4}
	case "friday", "fridays", "fri.", "fri":
		return word{weekday, 5}
	case "saturday", "saturdays", "sat.":
		return word{weekday, 6}
	case "sunday", "sundays", "sun.":
		return word{weekday, 7}

	case "second", "sec", "sec.":
		return word{unit, int16(when.Second)}
	case "minute", "min.":
		return word{unit, int16(when.Minute)}
	case "hour":
		return word{unit, int16(when.Hour)}
	case "day", "weekday":
		return word{unit, int16(when.Day)}
	case "weekend":
		return word{unit, int16(when.Weekend)}
	case "week", "fortnight":
		return word{unit, int16(when.Week)}
	case "month":
		return word{unit, int16(when.Month)}
	case "quarter":
		return word{unit, int16(when.Quarter)}
	case "year":
		return word{unit, int16(when.Year)}
	case "decade":
		return word{unit, int16(when.Decade)}
	case "century":
		return word{unit, int16(when.Century)}
	case "millennium":
		return word{unit, int16(when.Millennium)}
	case "seconds":
		return word{units, int16(when.Second)}
	case "minutes", "mins":
		return word{units, int16(when.Minute)}
	case "hours", "hrs":
		return word{units, int16(when.Hour)}
	case "days", "weekdays":
		return word{units, int16(when.Day)}
	case "weekends":
		return word{units, int16(when.Weekend)}
	case "weeks", "fortnights":
		return word{units, int16(when.Week)}
	case "months":
		return word{units, int16(when.Month)}
	case "quarters":
		return word{units, int16(when.Quarter)}
	case "years", "yrs":
		return word{units, int16(when.Year)}
	case "decades":
		return word{units, int16(when.Decade)}
	case "centuries":
		return word{units, int16(when.Century)}
	case "millennia":
		return word{units, int16(when.Millennium)}

	case "zero":
		return word{number, 0}
	case "one":
		return word{number, 1}
	case "two":
		return word{number, 2}
	case "three":
		return word{number, 3}
	case "four":
		return word{number, 4}
	case "five":
		return word{number, 5}
	case "six":
		return word{number, 6}
	case "seven":
		return word{number, 7}
	case "eight":
		return word{number, 8}
	case "nine":
		return word{number, 9}
	case "ten":
		return word{number, 10}
	case "eleven":
		return word{number, 11}
	case "twelve", "dozen":
		return word{number, 12}
	case "thirteen":
		return word{number, 13}
	case "fourteen":
		return word{number, 14}
	case "fifteen":
		return word{number, 15}
	case "sixteen":
		return word{number, 16}
	case "seventeen":
		return word{number, 17}
	case "eighteen":
		return word{number, 18}
	case "nineteen":
		return word{number, 19}
	case "twenty":
		return word{number, 20}
	case "thirty":
		return word{number, 30}
	case "forty", "fourty":
		return word{number, 40}
	case "fifty":
		return word{number, 50}
	case "sixty":
		return word{number, 60}
	case "seventy":
		return word{number, 70}
	case "eighty":
		return word{number, 80}
	case "ninety":
		return word{number, 90}
	case "hundred":
		return word{hundred, 2}
	case "thousand":
		return word{hundred, 3}
	case "million":
		return word{hundred, 6}
	case "billion":
		return word{hundred, 9}

	case "first":
		return word{ordinal, 1}
	case "third":
		return word{ordinal, 3}
	case "fourth":
		return word{ordinal, 4}
	case "fifth":
		return word{ordinal, 5}
	case "sixth":
		return word{ordinal, 6}
	case "seventh":
		return word{ordinal, 7}
	case "eighth":
		return word{ordinal, 8}
	case "ninth":
		return word{ordinal, 9}
	case "tenth":
		return word{ordinal, 10}
	case "eleventh":
		return word{ordinal, 11}
	case "twelfth":
		return word{ordinal, 12}
	case "thirteenth":
		return word{ordinal, 13}
	case "fourteenth":
		return word{ordinal, 14}
	case "fifteenth":
		return word{ordinal, 15}
	case "sixteenth":
		return word{ordinal, 16}
	case "seventeenth":
		return word{ordinal, 17}
	case "eighteenth":
		return word{ordinal, 18}
	case "nineteenth":
		return word{ordinal, 19}
	case "twentieth":
		return word{ordinal, 20}
	case "thirtieth":
		return word{ordinal, 30}

	case "spring", "springs", "springtime":
		return word{season, 1}
	case "summer", "summers", "summertime":
		return word{season, 2}
	case "fall", "autumn", "autumns":
		return word{season, 3}
	case "winter", "winters", "wintertime":
		return word{season, 4}

	case "morning", "mornings", "dawn", "daybreak", "sunrise":
		return word{part, int16(when.Morning)}
	case "lunchtime":
		return word{part, int16(when.Midday)}
	case "afternoon", "afternoons":
		return word{part, int16(when.Afternoon)}
	case "evening", "evenings", "dusk", "sunset":
		return word{part, int16(when.Evening)}
	case "night", "nights", "nighttime":
		return word{part, int16(when.Night)}
	case "daytime":
		return word{part, int16(when.Daytime)}
	case "noon", "midday", "noontime":
		return word{noon, 12}
	case "midnight":
		return word{noon, 24}

	case "today":
		return word{dayRel, 0}
	case "yesterday":
		return word{dayRel, -1}
	case "tomorrow":
		return word{dayRel, 1}
	case "tonight":
		return word{tonight, 0}
	case "overnight":
		return word{tonight, -1}

	case "the":
		return word{the, 0}
	case "a", "an":
		return word{an, 0}
	case "this", "these":
		return word{this, 0}
	case "that", "those":
		return word{that, 0}
	case "same":
		return word{that, isSame}
	case "last":
		return word{back, isLast}
	case "past":
		return word{back, isPast}
	case "previous", "preceding", "prior":
		return word{back, isPrevious}
	case "latest":
		return word{back, isLatest}
	case "next":
		return word{fore, isNext}
	case "coming", "upcoming":
		return word{fore, isComing}
	case "following", "subsequent", "ensuing", "succeeding":
		return word{fore, isFollowing}
	case "every", "each":
		return word{each, 0}
	case "per":
		return word{per, 0}
	case "ago":
		return word{ago, 0}
	case "earlier":
		return word{earlier, 0}
	case "before", "previously", "beforehand":
		return word{earlier, 1}
	case "later":
		return word{later, 0}
	case "after", "afterward", "afterwards", "thereafter":
		return word{later, 1}
	case "early":
		return word{early, int16(when.Start)}
	case "late":
		return word{early, int16(when.End)}
	case "mid", "middle":
		return word{early, int16(when.Mid)}
	case "beginning", "start", "outset", "onset":
		return word{portion, int16(when.Start)}
	case "end", "close":
		return word{portion, int16(when.End)}
	case "about", "around", "approximately", "roughly", "circa", "nearly", "almost", "some", "just", "barely", "approx.":
		return word{approx, int16(when.Approx)}
	case "over":
		return word{approx, int16(when.MoreThan)}
	case "under":
		return word{approx, int16(when.LessThan)}
	case "several", "few", "many", "dozens", "scores", "countless":
		return word{vague, 0}
	case "couple", "pair":
		return word{vague, 2}
	case "now", "currently", "presently", "nowadays":
		return word{nowWord, int16(when.Present)}
	case "recently", "lately":
		return word{nowWord, int16(when.Past)}
	case "soon":
		return word{nowWord, int16(when.Future)}
	case "current":
		return word{adjRef, int16(when.Present)}
	case "recent":
		return word{back, isRecent}
	case "future":
		return word{adjRef, int16(when.Future)}
	case "hourly":
		return word{setWord, int16(when.Hour)}
	case "daily", "nightly":
		return word{setWord, int16(when.Day)}
	case "weekly":
		return word{setWord, int16(when.Week)}
	case "monthly":
		return word{setWord, int16(when.Month)}
	case "quarterly":
		return word{setWord, int16(when.Quarter)}
	case "annually", "yearly", "annual":
		return word{setWord, int16(when.Year)}
	case "a.m.", "am", "a.m":
		return word{meridiem, 0}
	case "p.m.", "pm", "p.m":
		return word{meridiem, 12}
	case "gmt", "utc":
		return word{zone, 0}
	case "bst", "cet", "wat":
		return word{zone, 60}
	case "cest", "eet", "sast":
		return word{zone, 120}
	case "eest", "msk", "eat":
		return word{zone, 180}
	case "edt":
		return word{zone, -240}
	case "est", "cdt":
		return word{zone, -300}
	case "cst", "mdt":
		return word{zone, -360}
	case "mst", "pdt":
		return word{zone, -420}
	case "pst":
		return word{zone, -480}
	case "jst", "kst":
		return word{zone, 540}
	case "aest":
		return word{zone, 600}
	case "et", "pt", "ct", "mt", "ist":
		return word{zone, noOffset}
	case "fiscal":
		return word{fiscal, 0}
	case "half":
		return word{halfWord, 0}
	case "o'clock":
		return word{oclock, 0}
	case "once":
		return word{times, 1}
	case "twice":
		return word{times, 2}
	}
	return word{}
}

// noOffset marks a zone name that stands for several offsets.
const noOffset = 9999
