package place

// locative reports whether a preposition usually has a place after it, and
// how strongly.
func locative(w string) float64 {
	switch w {
	case "in", "near", "outside", "throughout", "across", "inside":
		return 1.5
	case "at", "from", "to", "into", "around", "toward", "towards", "via", "within", "between", "through", "northern", "southern", "eastern",
		"western", "central", "southeastern", "southwestern", "northeastern", "northwestern", "southeast", "southwest", "northeast", "northwest",
		"north", "south", "east", "west", "downtown", "nearby", "neighboring", "neighbouring", "mainland", "suburban", "rural", "upstate":
		return 1
	case "of", "over", "off", "along", "beyond", "against", "with", "for":
		return 0.4
	}
	return 0
}

// title reports whether a word before a name makes it a person's.
func title(w string) bool {
	switch w {
	case "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss", "dr", "dr.", "prof", "prof.", "professor", "sir", "lord", "lady", "dame", "rev", "rev.",
		"reverend", "father", "sister", "brother", "pastor", "rabbi", "bishop", "archbishop", "cardinal", "pope", "imam", "sheikh",
		"gen", "gen.", "general", "col", "col.", "colonel", "maj", "maj.", "major", "capt", "capt.", "captain", "lt", "lt.", "lieutenant",
		"sgt", "sgt.", "sergeant", "cpl", "cpl.", "corporal", "pvt", "pvt.", "officer", "detective", "det", "det.", "deputy", "sheriff", "chief",
		"gov", "gov.", "sen", "sen.", "senator", "rep", "rep.", "congressman", "congresswoman", "councilman", "councilwoman", "councillor",
		"councilor", "commissioner", "alderman", "judge", "justice", "attorney", "president", "chancellor", "coach", "principal",
		"superintendent", "supt", "supt.", "king", "queen", "prince", "princess", "emperor", "sultan", "emir", "actor", "actress", "singer",
		"quarterback", "pitcher", "defendant", "trooper", "constable", "inspector", "ambassador", "uncle", "aunt", "coroner", "treasurer":
		return true
	}
	return false
}

// street reports whether a word after a name makes it a street's.
func street(w string) bool {
	switch w {
	case "street", "st", "st.", "avenue", "ave", "ave.", "road", "rd", "rd.", "drive", "dr", "dr.", "lane", "ln", "ln.", "boulevard", "blvd", "blvd.",
		"parkway", "pkwy", "pkwy.", "highway", "hwy", "hwy.", "turnpike", "expressway", "freeway", "pike", "terrace", "trail", "way", "alley",
		"crescent", "circle", "ct", "ct.", "roundabout", "bypass":
		return true
	}
	return false
}

// public reports whether a word in the rest of a name makes it the name of a
// body that serves the place the name opens with: its government, schools,
// police, courts, hospitals and the like.
func public(w string) bool {
	switch w {
	case "police", "sheriff", "sheriffs", "fire", "department", "departments", "dept", "dept.", "council", "city", "town", "township", "village", "county",
		"borough", "parish", "metropolitan", "metro", "municipal", "court", "courts", "circuit", "courthouse", "magistrates", "jail", "prison",
		"correctional", "detention", "school", "schools", "elementary", "middle", "high", "district", "hospital", "clinic", "medical",
		"health", "airport", "airfield", "library", "commission", "commissioner", "commissioners", "board", "authority", "agency", "bureau", "administration",
		"mayor", "governor", "gov", "gov.", "president", "prime", "premier", "vice", "lieutenant", "lt", "lt.", "foreign", "defense", "defence", "interior", "finance",
		"minister", "ministry", "secretary", "senate", "senator", "senators", "sen", "sen.", "sens", "sens.", "rep", "rep.", "reps", "reps.", "house", "assembly",
		"legislature", "parliament", "congressman", "congresswoman", "congress", "representative", "representatives", "attorney", "attorneys", "prosecutor", "prosecutors",
		"solicitor", "judge", "embassy", "consulate", "ambassador", "army", "navy", "air", "marine", "marines", "coast", "forces", "troops", "military",
		"national", "state", "federal", "supreme", "superior", "district's", "public", "community", "chamber", "civic", "convention", "center",
		"centre", "centers", "centres", "hall", "fairgrounds", "planning", "recreation", "parks", "water", "utilities", "utility", "transit", "transportation", "education",
		"port", "harbor", "harbour", "zoo", "museum", "theatre", "theater", "cathedral", "church", "cemetery", "plant",
		"republicans", "democrats", "residents", "officials", "officer", "officers", "chief", "coroner", "auditor", "treasurer", "clerk", "supervisors",
		"aldermen", "emergency", "ems", "environmental", "social", "services", "office", "election", "elections", "democratic", "republican", "gop", "treasury", "chief's",
		"branch", "common", "patrol", "highway", "policeman", "policemen", "superintendent", "volunteer", "senior", "seniors", "family", "service",
		"association", "society", "bus", "citizens", "citizen", "youth", "boys", "girls", "headquarters", "government", "special", "envoy", "central", "food", "geological", "fish", "forest", "customs", "immigration":
		return true
	}
	return false
}

// private reports whether a word in the rest of a name makes it the name of
// something that the place only christened: a newspaper, a firm, a team, a
// university, an event, a treaty, a dish.
func private(w string) bool {
	switch w {
	case "times", "post", "herald", "journal", "tribune", "news", "gazette", "star", "sun", "daily", "weekly", "press", "chronicle", "globe", "mail", "inquirer",
		"observer", "examiner", "ledger", "dispatch", "courier", "register", "sentinel", "review", "telegraph", "mirror", "standard", "independent", "magazine", "today",
		"bank", "airlines", "airline", "airways", "inc", "inc.", "corp", "corp.", "corporation", "co", "co.", "company", "ltd", "ltd.", "llc", "plc", "group",
		"holdings", "partners", "capital", "insurance", "motors", "motor", "steel", "energy", "electric", "gas", "oil", "petroleum", "foods", "brewing", "brewery",
		"university", "college", "tech", "institute", "academy", "seminary", "polytechnic",
		"cup", "cartel", "olympic", "games", "fried", "marathon", "open", "olympics", "festival", "derby", "classic", "championship", "championships", "bowl", "series", "league", "championnat", "prix",
		"fc", "f.c.", "united", "rovers", "wanderers", "athletic", "albion", "rangers", "hotspur",
		"accord", "accords", "treaty", "declaration", "protocol", "convention's", "agreement", "pact", "consensus", "conference", "summit", "spring", "war", "massacre",
		"virus", "ebolavirus", "flu", "fever", "sauce", "terrier", "cheese", "syndrome", "bulldog", "shepherd", "retriever",
		"symphony", "orchestra", "philharmonic", "ballet", "opera", "records", "pictures", "studios", "radio", "television", "tv", "broadcasting", "journalist",
		"foundation", "federation", "union", "trust", "club", "party", "alliance", "coalition":
		return true
	}
	return false
}

// ordinary reports whether a capitalised word at the head of a sentence, or
// in a headline, is usually not the place of its name.
func ordinary(w string) bool {
	switch w {
	case "of", "the", "a", "an", "in", "on", "at", "to", "by", "for", "and", "or", "but", "if", "so", "as", "is", "it", "he", "she", "we", "they", "you", "i", "my", "me",
		"his", "her", "their", "our", "this", "that", "these", "those", "who", "what", "when", "where", "why", "how", "not", "no", "yes", "all", "any", "some", "most", "more",
		"many", "few", "other", "such", "than", "then", "there", "here", "now", "also", "even", "just", "only", "still", "after", "before", "while", "since", "until", "with",
		"from", "up", "down", "out", "off", "over", "under", "about", "be", "been", "has", "had", "have", "do", "did", "does", "was", "were", "are", "will", "would", "can",
		"could", "may", "might", "must", "should", "shall", "said", "say", "says", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "first",
		"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "june", "july", "august", "september",
		"october", "november", "december", "spring", "summer", "winter", "fall", "christmas", "easter", "english", "police", "male", "man", "men", "woman", "home", "church",
		"union", "president", "general", "major", "judge", "state", "states", "city", "county", "town", "village", "university", "college", "school", "center", "centre",
		"park", "street", "road", "avenue", "house", "senate", "congress", "court", "army", "navy", "board", "council", "department", "office", "company", "bank",
		"north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "northwest", "northeast", "southwest", "southeast",
		"democrat", "democrats", "republican", "republicans", "islam", "liberty", "justice", "freedom", "hope", "faith", "grace", "love", "god", "lord", "king",
		"queen", "prince", "black", "white", "green", "brown", "gray", "grey", "red", "blue", "orange", "young", "long", "short", "best", "good", "new", "old", "big",
		"little", "great", "high", "low", "early", "late", "today", "yesterday", "tomorrow", "mr", "mrs", "ms", "dr", "st", "jr", "sr", "co", "inc", "ltd", "corp", "ok", "tv",
		"of the", "and the", "reading", "mobile", "nice", "bath", "split", "police station", "internet", "google", "facebook", "twitter", "apple", "amazon", "sun", "earth",
		"moon", "mars", "jupiter", "saturn", "venus", "mercury", "neptune", "lake", "river", "mount", "fort", "valley", "beach", "island", "islands", "bay", "sea", "ocean", "coast", "mountain", "mountains", "hill", "hills",
		"chase", "enterprise", "sterling", "price", "marion", "progress", "hospital", "airport", "media", "star", "times", "post", "commerce", "industry", "energy", "opportunity",
		"protection", "security", "defiance", "independence", "providence", "phoenix", "surprise", "normal", "republic", "imperial", "federal", "national", "social", "economy",
		"alliance", "battle", "champion", "eagle", "friend", "friends", "golden", "story", "temple", "trinity", "victory", "wall", "wells", "chance", "much", "man united", "deal",
		"trump", "bush", "obama", "clinton", "lincoln memorial", "van", "del", "la", "le", "de", "los", "las", "el", "san", "santa", "al", "bin", "abu", "ali", "khan", "singh", "un", "eu", "nato", "ap", "afp", "reuters", "bbc", "cnn", "fbi", "cia":
		return true
	}
	return false
}

// building reports whether a word at the end of a name makes it the name of a
// building, a firm or the like: no place that a gazetteer should have.
func building(w string) bool {
	switch w {
	case "building", "center", "centre", "mausoleum", "garage", "hotel", "inn", "stadium", "arena", "theatre", "theater", "amphitheatre", "amphitheater", "competition",
		"homemakers", "materials", "hall", "church", "cathedral", "hospital", "clinic", "school", "library", "museum", "restaurant", "steakhouse", "station", "patrol", "tower",
		"towers", "plaza", "mall", "apartments", "bridge", "house", "club", "court", "courthouse", "jail", "prison", "central", "home", "way", "catholic", "lutheran":
		return true
	}
	return street(w)
}

// acts reports whether a verb's lemma is what governments do.
func acts(lemma string) bool {
	switch lemma {
	case "say", "want", "accuse", "agree", "reject", "warn", "announce", "demand", "deny", "refuse", "insist", "urge", "call", "claim", "condemn", "support", "oppose",
		"welcome", "seek", "hope", "fear", "believe", "threaten", "vow", "pledge", "promise", "offer", "recognize", "recognise", "impose", "sign", "approve", "ask", "tell",
		"respond", "retaliate", "criticize", "criticise", "blame", "hold", "back", "propose", "suspect", "view", "regard", "consider", "decide", "plan", "decline", "signal",
		"express", "maintain", "argue", "contend", "admit", "acknowledge", "confirm", "declare", "order", "expel", "withdraw", "suspend", "negotiate", "protest", "invade", "attack":
		return true
	}
	return false
}
