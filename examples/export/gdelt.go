package main

import (
	"bufio"
	"cmp"
	"hash/fnv"
	"io"
	"strconv"
	"strings"

	"github.com/dateline-go/dateline"
)

// gdeltColumns are the 61 columns of GDELT 2.0's event table, in its order,
// and five of our own that GDELT has no place for. Names are its; so that the
// file can be told from GDELT's, there is a head line. What an article does
// not tell, or dateline does not measure (tone, Goldstein's scale), is empty.
// Countries are ISO 3166-1 alpha-2, where GDELT has alpha-3 and FIPS.
const gdeltColumns = "GlobalEventID Day MonthYear Year FractionDate " +
	"Actor1Code Actor1Name Actor1CountryCode Actor1KnownGroupCode Actor1EthnicCode Actor1Religion1Code Actor1Religion2Code " +
	"Actor1Type1Code Actor1Type2Code Actor1Type3Code " +
	"Actor2Code Actor2Name Actor2CountryCode Actor2KnownGroupCode Actor2EthnicCode Actor2Religion1Code Actor2Religion2Code " +
	"Actor2Type1Code Actor2Type2Code Actor2Type3Code " +
	"IsRootEvent EventCode EventBaseCode EventRootCode QuadClass GoldsteinScale NumMentions NumSources NumArticles AvgTone " +
	"Actor1Geo_Type Actor1Geo_Fullname Actor1Geo_CountryCode Actor1Geo_ADM1Code Actor1Geo_ADM2Code " +
	"Actor1Geo_Lat Actor1Geo_Long Actor1Geo_FeatureID " +
	"Actor2Geo_Type Actor2Geo_Fullname Actor2Geo_CountryCode Actor2Geo_ADM1Code Actor2Geo_ADM2Code " +
	"Actor2Geo_Lat Actor2Geo_Long Actor2Geo_FeatureID " +
	"ActionGeo_Type ActionGeo_Fullname ActionGeo_CountryCode ActionGeo_ADM1Code ActionGeo_ADM2Code " +
	"ActionGeo_Lat ActionGeo_Long ActionGeo_FeatureID " +
	"DATEADDED SOURCEURL X_Status X_By X_EDTF X_Kind X_Title"

// quadClasses are GDELT's quad classes by CAMEO root: verbal and material
// cooperation, verbal and material conflict.
const quadClasses = "1111122233333" + "4444444" // 01-05, 06-08, 09-13, 14-20

// writeGDELT writes the events that CAMEO has a code for. GDELT knows no
// planned or denied event: who reads its columns alone must ask X_Status.
func writeGDELT(w io.Writer, t *dateline.Timeline) error {
	roots := make(map[dateline.EventKind]string)
	for _, k := range dateline.NewCatalogue().Events {
		roots[k.Kind] = k.CAMEO
	}
	b := bufio.NewWriter(w)
	names := strings.Fields(gdeltColumns)
	b.WriteString(strings.Join(names, "\t") + "\n")
	for i := range t.Entries {
		e := &t.Entries[i]
		code := cmp.Or(e.Code, roots[e.Kind])
		if code == "" {
			continue
		}
		if len(code) == 2 {
			code += "0" // not specified below the root
		}
		cells := gdeltCells(t, e, code)
		for j, n := range names {
			if j > 0 {
				b.WriteByte('\t')
			}
			b.WriteString(strings.NewReplacer("\t", " ", "\r", " ", "\n", " ").Replace(cells[n]))
		}
		b.WriteByte('\n')
	}
	return b.Flush()
}

func gdeltCells(t *dateline.Timeline, e *dateline.Entry, code string) map[string]string {
	h := fnv.New64a()
	h.Write([]byte(key(e)))
	c := map[string]string{
		"GlobalEventID": strconv.FormatUint(h.Sum64()>>1, 10), // fits a signed integer of 64 bits
		"EventCode":     code, "EventBaseCode": code[:min(3, len(code))], "EventRootCode": code[:2],
		"NumMentions": strconv.Itoa(len(e.Reports)), "NumArticles": strconv.Itoa(len(articles(e))),
		"SOURCEURL": articles(e)[0],
		"X_Status":  e.Status.String(), "X_By": strings.Join(byWhom(t, e), "; "),
		"X_EDTF": e.When.EDTF(), "X_Kind": string(e.Kind), "X_Title": title(e),
	}
	if root, err := strconv.Atoi(code[:2]); err == nil && root >= 1 && root <= len(quadClasses) {
		c["QuadClass"] = quadClasses[root-1 : root]
	}
	gdeltDay(c, e.When)
	for n, role := range []dateline.Role{dateline.RoleAgent, dateline.RolePatient} {
		actor := "Actor" + strconv.Itoa(n+1)
		for i := range e.Participants {
			if p := &e.Participants[i]; p.Role == role {
				a, _ := t.Actor(p.Actor)
				c[actor+"Name"], c[actor+"CountryCode"] = strings.ToUpper(name(t, p)), a.Country
				break
			}
		}
	}
	if p := &e.Place; p.Name != "" {
		c["ActionGeo_Fullname"], c["ActionGeo_CountryCode"] = p.Name, p.Country
		switch p.Kind {
		case dateline.LocationCountry:
			c["ActionGeo_Type"] = "1"
		case dateline.LocationCity, dateline.LocationSuburb, dateline.LocationSite:
			c["ActionGeo_Type"] = "4" // a place in the world; 3 is one in the United States
			if p.Country == "US" {
				c["ActionGeo_Type"] = "3"
			}
		case dateline.LocationDivision, dateline.LocationCounty:
			c["ActionGeo_Type"] = "5"
			if p.Country == "US" {
				c["ActionGeo_Type"] = "2"
			}
		}
		if !p.At.IsZero() {
			c["ActionGeo_Lat"], c["ActionGeo_Long"] = degrees(p.At.Lat), degrees(p.At.Lon)
		}
		if p.GeoNamesID != 0 {
			c["ActionGeo_FeatureID"] = "geonames:" + strconv.Itoa(p.GeoNamesID)
		}
	}
	return c
}

// gdeltDay fills as much of the day as is known: a month gives no day.
func gdeltDay(c map[string]string, w dateline.When) {
	first, last := day(w.Earliest()), day(w.Latest())
	if first == "" || last == "" {
		return
	}
	for column, n := range map[string]int{"Day": 10, "MonthYear": 7, "Year": 4} {
		if first[:n] == last[:n] {
			c[column] = strings.ReplaceAll(first[:n], "-", "")
		}
	}
}
