// Package words keeps the word classes that several rooms ask for, and the
// table that any room keeps its own words in.
//
// A room's words stand in a text file, words.txt, in that room:
//
//	# a comment
//	= street: words that end the name of a street; our own list
//	street st st. avenue ave ave.
//	= month int: the months by number
//	1: january jan jan.
//	= plain text: the everyday verb for a verb of the news
//	think: reckon deem
//	= road: streets, and what is no street; a class may take in others
//	@street @words.title motorway prime_minister
//
// A class without int or text holds bare words; with them, each line is a
// value and the words that have it. An int is any constant expression of Go
// that fits int32 (3, when.Start, fNoun|fClause); a text with blanks or
// nothing in it may be quoted. "_" in a word stands for a blank, "\" before a
// character for that character itself.
// "go generate" (//go:generate go run ../gen/words, in one file of the room)
// writes words_gen.go: the type wordClass, a constant for each class
// (classStreet, classMonth), and the table:
//
//	wordTable.Has(t.Lower, classStreet)
//	n, ok := wordTable.Int(t.Lower, classMonth)
//	e := wordTable.Find(t.Lower) // one look-up, then e.Has(classStreet), e.Has(classRoad)
//
// The shared classes are in this room's words.txt and asked with
// words.Common.Has(t.Lower, words.Month). A word that stands twice in a class
// is refused; the tests of internal/gen/words fail for a words_gen.go that is
// not made from its words.txt and for a class that no file of the room names.
package words

//go:generate go run ../gen/words
