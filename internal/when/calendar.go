package when

// DaysIn is the number of days of a month, 0 for a month that does not exist.
func DaysIn(year, month int) int {
	switch month {
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	case 4, 6, 9, 11:
		return 30
	case 1, 3, 5, 7, 8, 10, 12:
		return 31
	}
	return 0
}

// DayNumber counts days: 1970-01-01 is 0.
func DayNumber(year, month, day int) int {
	if month <= 2 {
		year--
		month += 12
	}
	era := floorDiv(year, 400)
	yoe := year - era*400
	doy := (153*(month-3)+2)/5 + day - 1
	return era*146097 + yoe*365 + yoe/4 - yoe/100 + doy - 719468
}

// FromDayNumber is the civil date of a day number.
func FromDayNumber(n int) (year, month, day int) {
	n += 719468
	era := floorDiv(n, 146097)
	doe := n - era*146097
	yoe := (doe - doe/1460 + doe/36524 - doe/146096) / 365
	doy := doe - (365*yoe + yoe/4 - yoe/100)
	mp := (5*doy + 2) / 153
	year, month, day = era*400+yoe, mp+3, doy-(153*mp+2)/5+1
	if month > 12 {
		month -= 12
		year++
	}
	return year, month, day
}

// ISOWeekday is 1 for Monday to 7 for Sunday.
func ISOWeekday(dayNumber int) int { return ((dayNumber+3)%7+7)%7 + 1 }

// ISOWeek is the ISO 8601 week of a day number and the year it counts to.
func ISOWeek(dayNumber int) (year, week int) {
	thursday := dayNumber - ISOWeekday(dayNumber) + 4
	year, _, _ = FromDayNumber(thursday)
	return year, (thursday-DayNumber(year, 1, 1))/7 + 1
}

// WeekStart is the day number of the Monday of an ISO 8601 week.
func WeekStart(year, week int) int {
	jan4 := DayNumber(year, 1, 4)
	return jan4 - ISOWeekday(jan4) + 1 + 7*(week-1)
}

// weeksIn is the number of ISO weeks of a year.
func weeksIn(year int) int {
	_, w := ISOWeek(DayNumber(year, 12, 28))
	return w
}

func floorDiv(a, b int) int {
	q := a / b
	if a%b != 0 && (a < 0) != (b < 0) {
		q--
	}
	return q
}
