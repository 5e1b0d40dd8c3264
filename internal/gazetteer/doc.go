// Package gazetteer knows places: countries, first-order divisions, counties,
// cities and towns, physical features, regions and sites that stand for
// institutions, and the demonyms of all of them. Its tables are constants,
// packed, read in place and never decoded, so opening one costs nothing.
//
// What the megabytes buy: exact F1 of mentions and end-to-end F1 at 161 km on
// a corpus of local news (LGL) and one of world news (GeoVirus), each change
// against the tables as they are, 5.7 MB.
//
//	                                                   MB   local news    world news
//	towns of 500 (United States), 1,000 (elsewhere)   5.7   82.1 / 76.1   94.4 / 82.9
//	of 500 everywhere                                +1.0   82.1 / 76.2   94.4 / 83.0
//	of 5,000 everywhere                              -1.5   81.6 / 73.5   94.3 / 82.2
//	other names of towns of 3,000, not 10,000        +0.6   82.1 / 76.1   94.4 / 82.9
//	of towns of 100,000, and of seats                -0.6   82.1 / 76.1   94.3 / 82.9
//	without airports                                 -0.3   82.1 / 76.0   94.4 / 82.9
//
// Other names (Jenin, Hodeidah, Avdiivka) and airports are in for what these
// corpora hardly have: the towns that the news of the 2020s names
// (testdata/corpus/place-world.txt).
//
// Points are degrees of WGS 84. Those of cities, countries and continents are
// GeoNames' own. Those of divisions and of counties outside the United States
// are the label points of Natural Earth, where it has the division and the
// point lies no farther than 400 km beyond the division's towns, and otherwise
// the population-weighted mean of these; four were set otherwise. Those of
// United States counties are the centroids of their area. Those of physical
// features, regions and sites are label points set by hand.
package gazetteer

//go:generate go run ../gen/words
