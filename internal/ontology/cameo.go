package ontology

// Code is an event code of CAMEO.
type Code struct {
	Code string // two to four digits
	Name string
	Kind string // kind that it maps to
	Mode string // mode of that kind, or empty
}

// LookupCode is the CAMEO code c.
func LookupCode(c string) (Code, bool) {
	lo, hi := 0, len(cameo)
	for lo < hi {
		m := int(uint(lo+hi) >> 1)
		if cameo[m].Code < c {
			lo = m + 1
		} else {
			hi = m
		}
	}
	if lo < len(cameo) && cameo[lo].Code == c {
		return cameo[lo], true
	}
	return Code{}, false
}

// RootOf is the PLOVER type of CAMEO code c, which stands also for the
// intention, the refusal or the threat that the code expresses ("will meet"
// is 036, AGREE). It is empty for statements and for unknown codes.
func RootOf(c string) string {
	k, ok := LookupCode(c)
	if !ok || k.Kind == Statement {
		return ""
	}
	return k.Kind
}

// Intent is the code of a declared intention to do what kind means: "will
// meet", "plans to attack".
func Intent(kind string) string {
	switch kind {
	case Consult:
		return "036"
	case Cooperate:
		return "031"
	case Aid:
		return "033"
	case Support:
		return "032"
	case Concede, Retreat:
		return "035"
	case Agree, Request, Accuse, Reject, Threaten:
		return "" // speaking of speaking: the kind stays
	case Protest:
		return "133"
	case Sanction:
		return "131"
	case Coerce:
		return "137"
	case Mobilize, Assault:
		return "138"
	}
	return ""
}

// Refusal is the code of declining to do what kind means: "refused to meet".
func Refusal(kind string) string {
	switch kind {
	case Consult:
		return "125"
	case Cooperate:
		return "121"
	case Aid:
		return "122"
	case Concede, Retreat:
		return "124"
	}
	return "120"
}

// Demand is the code of asking for what kind means: "demanded a ceasefire".
func Demand(kind string) string {
	switch kind {
	case Consult:
		return "105"
	case Cooperate, Support, Agree:
		return "101"
	case Aid:
		return "103"
	case Concede, Retreat:
		return "104"
	}
	return "100"
}

// Halt is the code of ending what kind means: ending cooperation reduces
// relations, ending hostility yields. It is empty where ending is no event of
// PLOVER.
func Halt(kind string) string {
	switch kind {
	case Consult:
		return "164"
	case Aid:
		return "162"
	case Cooperate, Support:
		return "161"
	case Agree:
		return "160"
	case Sanction:
		return "085"
	case Coerce:
		return "081"
	case Mobilize:
		return "0873"
	case Assault:
		return "087"
	case Protest:
		return "080"
	case Concede, Retreat:
		return "160"
	}
	return ""
}

var cameo = [...]Code{
	{"010", "Make statement", Statement, ""},
	{"011", "Decline comment", Statement, ""},
	{"012", "Make pessimistic comment", Statement, ""},
	{"013", "Make optimistic comment", Statement, ""},
	{"014", "Consider policy option", Statement, ""},
	{"015", "Acknowledge or claim responsibility", Statement, ""},
	{"016", "Deny responsibility", Statement, ""},
	{"017", "Engage in symbolic act", Statement, ""},
	{"018", "Make empathetic comment", Statement, ""},
	{"019", "Express accord", Statement, ""},
	{"020", "Appeal", Request, ""},
	{"021", "Appeal for material cooperation", Request, "assist"},
	{"022", "Appeal for diplomatic cooperation", Request, "assist"},
	{"023", "Appeal for aid", Request, "assist"},
	{"024", "Appeal for political reform", Request, "change"},
	{"025", "Appeal to yield", Request, "yield"},
	{"026", "Appeal to others to meet or negotiate", Request, "meet"},
	{"027", "Appeal to others to settle dispute", Request, "meet"},
	{"028", "Appeal to others to engage in or accept mediation", Request, "meet"},
	{"030", "Express intent to cooperate", Agree, "cooperate"},
	{"031", "Express intent to engage in material cooperation", Agree, "cooperate"},
	{"032", "Express intent to provide diplomatic cooperation", Agree, "cooperate"},
	{"033", "Express intent to provide material aid", Agree, "aid"},
	{"034", "Express intent to institute political reform", Agree, "concede"},
	{"035", "Express intent to yield", Agree, "concede"},
	{"036", "Express intent to meet or negotiate", Agree, "meet"},
	{"037", "Express intent to settle dispute", Agree, "meet"},
	{"038", "Express intent to accept mediation", Agree, "mediate"},
	{"039", "Express intent to mediate", Agree, "mediate"},
	{"040", "Consult", Consult, ""},
	{"041", "Discuss by telephone", Consult, "phone"},
	{"042", "Make a visit", Consult, "visit"},
	{"043", "Host a visit", Consult, "host"},
	{"044", "Meet at a third location", Consult, "meet"},
	{"045", "Mediate", Consult, "mediate"},
	{"046", "Engage in negotiation", Consult, "negotiate"},
	{"050", "Engage in diplomatic cooperation", Support, ""},
	{"051", "Praise or endorse", Support, "praise"},
	{"052", "Defend verbally", Support, "defend"},
	{"053", "Rally support on behalf of", Support, "praise"},
	{"054", "Grant diplomatic recognition", Support, "recognise"},
	{"055", "Apologize", Support, ""},
	{"056", "Forgive", Support, ""},
	{"057", "Sign formal agreement", Support, "sign"},
	{"060", "Engage in material cooperation", Cooperate, ""},
	{"061", "Cooperate economically", Cooperate, "economic"},
	{"062", "Cooperate militarily", Cooperate, "military"},
	{"063", "Engage in judicial cooperation", Cooperate, "judicial"},
	{"064", "Share intelligence or information", Cooperate, "intelligence"},
	{"070", "Provide aid", Aid, ""},
	{"071", "Provide economic aid", Aid, "economic"},
	{"072", "Provide military aid", Aid, "military"},
	{"073", "Provide humanitarian aid", Aid, "humanitarian"},
	{"074", "Provide military protection or peacekeeping", Aid, "military"},
	{"075", "Grant asylum", Aid, "asylum"},
	{"080", "Yield", Concede, ""},
	{"081", "Ease administrative sanctions", Concede, "ease"},
	{"082", "Ease popular dissent", Concede, "ease"},
	{"083", "Accede to requests or demands for political reform", Concede, "change"},
	{"0831", "Accede to demands for change in leadership", Concede, ""},
	{"084", "Return, release", Retreat, "release"},
	{"0841", "Return, release person(s)", Retreat, "release"},
	{"0842", "Return, release property", Retreat, "return"},
	{"085", "Ease economic sanctions, boycott, embargo", Concede, "ease"},
	{"086", "Allow international involvement", Retreat, "access"},
	{"0861", "Receive deployment of peacekeepers", Retreat, "access"},
	{"0862", "Receive inspectors", Retreat, "access"},
	{"0863", "Allow delivery of humanitarian aid", Retreat, "access"},
	{"087", "De-escalate military engagement", Retreat, "ceasefire"},
	{"0871", "Declare truce, ceasefire", Retreat, "ceasefire"},
	{"0872", "Ease military blockade", Retreat, "access"},
	{"0873", "Demobilize armed forces", Retreat, "disarm"},
	{"0874", "Retreat or surrender militarily", Retreat, "withdraw"},
	{"090", "Investigate", Accuse, "investigate"},
	{"091", "Investigate crime, corruption", Accuse, "investigate"},
	{"092", "Investigate human rights abuses", Accuse, "investigate"},
	{"093", "Investigate military action", Accuse, "investigate"},
	{"094", "Investigate war crimes", Accuse, "investigate"},
	{"100", "Demand", Request, ""},
	{"101", "Demand material cooperation", Request, "assist"},
	{"102", "Demand diplomatic cooperation", Request, "assist"},
	{"103", "Demand aid, protection or peacekeeping", Request, "assist"},
	{"104", "Demand yielding or reform", Request, "yield"},
	{"105", "Demand meeting, negotiation or mediation", Request, "meet"},
	{"110", "Disapprove", Accuse, "disapprove"},
	{"111", "Criticize or denounce", Accuse, "disapprove"},
	{"112", "Accuse", Accuse, "allege"},
	{"113", "Rally opposition against", Accuse, "disapprove"},
	{"114", "Complain officially", Accuse, "disapprove"},
	{"115", "Bring lawsuit against", Accuse, "sue"},
	{"116", "Find guilty or liable", Accuse, ""},
	{"120", "Reject", Reject, ""},
	{"121", "Reject material cooperation", Reject, "assist"},
	{"122", "Reject request or demand for material aid", Reject, "assist"},
	{"123", "Reject request or demand for political reform", Reject, "yield"},
	{"124", "Refuse to yield", Reject, "yield"},
	{"125", "Reject proposal to meet, discuss or negotiate", Reject, "meet"},
	{"126", "Reject mediation", Reject, "meet"},
	{"127", "Reject plan, agreement to settle dispute", Reject, ""},
	{"128", "Defy norms, law", Reject, ""},
	{"129", "Veto", Reject, "veto"},
	{"130", "Threaten", Threaten, ""},
	{"131", "Threaten non-force", Threaten, "relations"},
	{"132", "Threaten with administrative sanctions", Threaten, "restrict"},
	{"133", "Threaten with political dissent, protest", Threaten, "protest"},
	{"134", "Threaten to halt negotiations", Threaten, "relations"},
	{"135", "Threaten to halt mediation", Threaten, "relations"},
	{"136", "Threaten to halt international involvement", Threaten, "relations"},
	{"137", "Threaten with repression", Threaten, "restrict"},
	{"138", "Threaten with military force", Threaten, "force"},
	{"139", "Give ultimatum", Threaten, ""},
	{"140", "Engage in political dissent", Protest, ""},
	{"141", "Demonstrate or rally", Protest, "demo"},
	{"142", "Conduct hunger strike", Protest, "hunger"},
	{"143", "Conduct strike or boycott", Protest, "strike"},
	{"1431", "Conduct boycott", Protest, "boycott"},
	{"144", "Obstruct passage, block", Protest, "obstruct"},
	{"145", "Protest violently, riot", Protest, "riot"},
	{"150", "Exhibit military or police power", Mobilize, ""},
	{"151", "Increase police alert status", Mobilize, "police"},
	{"152", "Increase military alert status", Mobilize, "troops"},
	{"153", "Mobilize or increase police power", Mobilize, "police"},
	{"154", "Mobilize or increase armed forces", Mobilize, "troops"},
	{"155", "Mobilize or test weapons", Mobilize, "weapons"},
	{"160", "Reduce relations", Sanction, ""},
	{"161", "Reduce or break diplomatic relations", Sanction, "discontinue"},
	{"162", "Reduce or stop material aid", Sanction, "discontinue"},
	{"163", "Impose embargo, boycott", Sanction, "embargo"},
	{"164", "Halt negotiations", Sanction, "discontinue"},
	{"165", "Halt mediation", Sanction, "discontinue"},
	{"166", "Expel or withdraw personnel", Sanction, "expel"},
	{"1661", "Expel or withdraw peacekeepers", Sanction, "withdraw"},
	{"170", "Coerce", Coerce, ""},
	{"171", "Seize or damage property", Coerce, "seize"},
	{"172", "Impose administrative sanctions", Coerce, "restrict"},
	{"1721", "Impose restrictions on political freedoms", Coerce, "censor"},
	{"1722", "Ban political parties or politicians", Coerce, "ban"},
	{"1723", "Impose curfew", Coerce, "curfew"},
	{"1724", "Impose state of emergency or martial law", Coerce, "curfew"},
	{"173", "Arrest, detain, or charge with legal action", Coerce, "arrest"},
	{"174", "Expel or deport individuals", Coerce, "deport"},
	{"175", "Use tactics of violent repression", Coerce, "disperse"},
	{"180", "Use unconventional violence", Assault, ""},
	{"181", "Abduct, hijack, or take hostage", Assault, "abduct"},
	{"182", "Physically assault", Assault, "beat"},
	{"1821", "Sexually assault", Assault, "sexual"},
	{"1822", "Torture", Assault, "torture"},
	{"1823", "Kill by physical assault", Assault, "execute"},
	{"183", "Conduct bombing", Assault, "explosives"},
	{"1831", "Conduct suicide bombing", Assault, "suicide-attack"},
	{"184", "Use as human shield", Assault, "abduct"},
	{"185", "Attempt to assassinate", Assault, "assassinate"},
	{"186", "Assassinate", Assault, "assassinate"},
	{"187", "Attack by cyber means", Assault, "cyber"},
	{"190", "Use conventional military force", Assault, ""},
	{"191", "Impose blockade, restrict movement", Assault, "blockade"},
	{"192", "Occupy territory", Assault, "occupy"},
	{"193", "Fight with small arms and light weapons", Assault, "firearms"},
	{"1931", "Clash", Assault, "clash"},
	{"194", "Fight with artillery and tanks", Assault, "heavy-weapons"},
	{"195", "Employ aerial weapons", Assault, "airstrike"},
	{"196", "Violate ceasefire", Assault, ""},
	{"200", "Use unconventional mass violence", Assault, "mass-violence"},
	{"201", "Engage in mass expulsion", Assault, "mass-violence"},
	{"202", "Engage in mass killings", Assault, "mass-violence"},
	{"203", "Engage in ethnic cleansing", Assault, "mass-violence"},
	{"204", "Use weapons of mass destruction", Assault, "cbrn"},
}
