// Package gazetteer knows places: countries, first-order divisions, counties,
// cities and towns, physical features, regions and sites that stand for
// institutions, and the demonyms of all of them. Its tables are constants,
// packed, read in place and never decoded, so opening one costs nothing.
//
// What the megabytes buy: exact F1 of mentions and end-to-end F1 at 161 km on
// a corpus of local news (LGL) and one of world news (GeoVirus), and how many
// of 130 probe sentences (testdata/corpus/place-world.txt) fail, each change
// against the tables as they are, 5.8 MB.
//
//	                                                     MB   local news    world news   probes
//	towns of 500 (United States), 1,000 (elsewhere)     5.8   82.8 / 77.1   94.8 / 83.2     0
//	of 500 everywhere                                  +0.9   82.8 / 77.1   94.9 / 83.4     0
//	of 5,000 everywhere                                -1.5   82.2 / 74.1   94.5 / 82.4     4
//	other names of towns of 3,000, not 10,000          +0.5   82.8 / 77.1   94.8 / 83.3     1
//	of towns of 100,000, and of seats                  -0.6   82.8 / 77.0   94.7 / 83.3     1
//	without airports and air bases                     -0.3   82.8 / 76.9   94.8 / 83.3     3
//	without sites, universities and quarters          -0.07   82.9 / 77.1   94.8 / 83.3    10
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
