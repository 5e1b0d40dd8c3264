package when

import "testing"

func TestPhrase(t *testing.T) {
	day := func(y, m, d int) Value { return NewDate(y, m, d) }
	for _, c := range []struct {
		v    Value
		want string
	}{
		{Value{}, "undated"},
		{day(2025, 8, 6), "6 August 2025"},
		{day(2025, 8, 0), "August 2025"},
		{day(2025, 0, 0), "2025"},
		{day(XXXX, 8, 6), "6 August"},
		{day(2025, 8, Anything), "a day in August 2025"},
		{day(-43, 0, 0), "44 BC"},
		{NewDecade(1990), "the 1990s"},
		{NewDecade(1990).WithMod(Start), "the early 1990s"},
		{NewCentury(1800).WithMod(Mid), "the mid-19th century"},
		{NewCentury(2000), "the 21st century"},
		{NewFiscalYear(2025), "fiscal 2025"},
		{NewSeason(2025, 2), "summer 2025"},
		{NewQuarter(2025, 3), "Q3 2025"},
		{NewHalf(2025, 1), "the first half of 2025"},
		{NewWeek(2025, 32), "the week of 4 August 2025"},
		{NewWeek(XXXX, Anything), "a week"},
		{NewWeekday(2025, 32, 3), "6 August 2025"},
		{NewWeekend(2025, 32), "the weekend of 9 August 2025"},
		{day(2025, 8, 0).WithMod(Start), "early August 2025"},
		{day(2025, 8, 0).WithMod(Mid), "mid-August 2025"},
		{day(2025, 0, 0).WithMod(End), "late 2025"},
		{day(2025, 8, 6).WithMod(Approx), "about 6 August 2025"},
		{day(2025, 8, 6).WithMod(OnOrBefore), "by 6 August 2025"},
		{day(2025, 8, 6).WithMod(OnOrAfter), "from 6 August 2025 on"},
		{day(2025, 8, 6).WithMod(Before), "before 6 August 2025"},
		{day(2016, 11, 9).During(Night), "the night of 9 November 2016"},
		{day(2016, 11, 9).During(Midday), "midday of 9 November 2016"},
		{day(2025, 8, 6).At(4, 17, -1), "4:17 a.m., 6 August 2025"},
		{day(2025, 8, 6).At(18, -1, -1), "6 p.m., 6 August 2025"},
		{day(2025, 8, 6).At(12, 0, -1), "noon, 6 August 2025"},
		{day(2025, 8, 6).At(0, 0, 0), "midnight, 6 August 2025"},
		{day(2025, 8, 6).At(0, 5, -1), "12:05 a.m., 6 August 2025"},
		{day(2025, 8, 6).At(15, 4, 5).In(-210), "3:04:05 p.m. UTC-3:30, 6 August 2025"},
		{NewSpan(day(2025, 3, 7), day(2025, 3, 9)), "7-9 March 2025"},
		{NewSpan(day(2025, 2, 28), day(2025, 3, 3)), "28 February to 3 March 2025"},
		{NewSpan(day(2024, 12, 30), day(2025, 1, 2)), "30 December 2024 to 2 January 2025"},
		{NewSpan(day(2025, 3, 0), day(2025, 5, 0)), "March to May 2025"},
		{NewSpan(day(2025, 1, 1), day(2025, 3, 31)), "January to March 2025"},
		{NewSpan(day(2025, 2, 1), day(2025, 2, 28)), "February 2025"},
		{NewSpan(day(2024, 1, 1), day(2024, 12, 31)), "2024"},
		{NewSpan(day(1957, 0, 0), day(1958, 0, 0)), "1957-58"},
		{NewSpan(day(2025, 3, 7).At(9, -1, -1), day(2025, 3, 7).At(11, -1, -1)), "9 to 11 a.m., 7 March 2025"},
		{NewSpan(day(2025, 3, 7), day(2025, 3, 7)), "7 March 2025"},
		{NewSpan(day(2025, 3, 7).At(11, -1, -1), day(2025, 3, 7).At(13, -1, -1)), "11 a.m. to 1 p.m., 7 March 2025"},
		{NewSpan(day(1999, 0, 0), day(2000, 0, 0)), "1999-2000"},
		{NewSpan(day(2019, 0, 0), day(2021, 0, 0)), "2019 to 2021"},
		{NewSeason(2023, 4), "winter 2023-24"},
		{NewSeason(1999, 4), "winter 1999-2000"},
		{NewSpan(day(2025, 1, 1), day(2025, 8, 6)).WithMod(Start), "earlier in 2025"},
		{NewSpan(day(2025, 8, 1), day(2025, 8, 6)).WithMod(Start), "earlier in August 2025"},
		{NewSpan(day(2025, 8, 4), day(2025, 8, 6)).WithMod(Start), "earlier in the week of 4 August 2025"},
		{NewSpan(day(2025, 8, 6), day(2025, 12, 31)).WithMod(End), "later in 2025"},
		{NewSpan(day(2025, 8, 6), day(2025, 8, 31)).WithMod(End), "later in August 2025"},
		{NewSpan(day(2025, 8, 6), day(2025, 8, 10)).WithMod(End), "later in the week of 4 August 2025"},
		{NewWeekday(XXXX, Anything, 1).During(Night), "a Monday night"},
		{day(2025, 8, 11).WithMod(Start), "early on 11 August 2025"},
		{day(2025, 8, 11).WithMod(End), "late on 11 August 2025"},
		{day(2025, 8, 11).WithMod(Mid), "the middle of 11 August 2025"},
		{day(2025, 8, 11).During(Morning).WithMod(Start), "early in the morning of 11 August 2025"},
		{day(2025, 8, 11).During(Night).WithMod(End), "late on the night of 11 August 2025"},
		{NewWeek(2025, 32).WithMod(End), "late in the week of 4 August 2025"},
		{day(2025, 8, 6).At(18, 0, 0).In(0), "6 p.m. UTC, 6 August 2025"},
		{day(2025, 8, 6).At(18, 30, 0), "6:30 p.m., 6 August 2025"},
		{day(2025, 8, 6).At(18, 0, 7), "6:00:07 p.m., 6 August 2025"},
		{NewReference(Past), "in the past"},
		{NewReference(Future), "in the future"},
	} {
		if got := c.v.Phrase(); got != c.want {
			t.Errorf("%s: %q, want %q", c.v, got, c.want)
		}
	}
}

// Values that only their text forms make.
func TestPhraseParsed(t *testing.T) {
	for _, c := range []struct {
		typ        Type
		value, mod string
		want       string
	}{
		{Duration, "P3D", "", "3 days"},
		{Duration, "P1Y", "", "a year"},
		{Duration, "PT1H", "", "an hour"},
		{Duration, "PT0.5H", "", "half an hour"},
		{Duration, "P1.5Y", "", "a year and a half"},
		{Duration, "P2.5Y", "", "2.5 years"},
		{Duration, "P1Y", "MORE_THAN", "more than a year"},
		{Duration, "P1DE", "", "a decade"},
		{Duration, "PXD", "", "some days"},
		{Duration, "P1Y6M", "", "1 year 6 months"},
		{Duration, "P2CE", "", "2 centuries"},
		{Duration, "P3D", "APPROX", "about 3 days"},
		{Duration, "P3D", "MORE_THAN", "more than 3 days"},
		{Set, "P1W", "", "every week"},
		{Set, "XXXX-WXX-1", "", "every Monday"},
		{Set, "XXXX-08-06", "", "every 6 August"},
		{Date, "XXXX-WXX-3", "", "a Wednesday"},
		{Time, "XXXX-WXX-3T18", "APPROX", "about 6 p.m., a Wednesday"},
		{Time, "XXXX-XX-XXT09", "", "9 a.m."},
		{Time, "XXXX-XX-XXTEV", "", "an evening"},
		{Date, "XXXX-XX-05", "", "the 5th of a month"},
	} {
		m, _ := ParseMod(c.mod)
		v, err := ParseTIMEX3(c.typ, c.value, m)
		if err != nil {
			t.Fatal(c.value, err)
		}
		if got := v.Phrase(); got != c.want {
			t.Errorf("%s %s: %q, want %q", c.value, c.mod, got, c.want)
		}
	}
}
