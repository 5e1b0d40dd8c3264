package dateline

import (
	"slices"
	"strconv"
	"strings"
)

// summarize makes an Entry of its sources, which are in the order of
// publication: what they agree on, what the latest says where they do not,
// and who says what. Mode, Code, Lemma and ID are the caller's.
func summarize(kind EventKind, ss []Source) Entry {
	e := Entry{Kind: kind, Sources: ss}
	e.Status = foldStatus(ss)
	e.Title = chooseTitle(ss, e.Status)
	e.When = chooseWhen(ss)
	e.Place = choosePlace(ss)
	e.Participants = gather(ss)
	e.Salience = jointSalience(ss)
	for _, c := range []Conflict{whenConflict(ss), whereConflict(ss), statusConflict(ss)} {
		if len(c.Sides) > 1 {
			e.Conflicts = append(e.Conflicts, c)
		}
	}
	e.Conflicts = append(e.Conflicts, countConflicts(ss)...)
	if c := agentConflict(ss); len(c.Sides) > 1 {
		e.Conflicts = append(e.Conflicts, c)
	}
	return e
}

// jointSalience is the chance that one of the reports is right about how much
// the event matters.
func jointSalience(ss []Source) float64 {
	rest := 1.0
	for i := range ss {
		rest *= 1 - ss[i].Salience
	}
	return 1 - rest
}

// foldStatus follows the statuses through time. What has happened, or has
// come to nothing, is not planned again by a later article's background.
func foldStatus(ss []Source) Status {
	st := Unclear
	for i := range ss {
		n := ss[i].Status
		switch {
		case n == Unclear:
		case settled(n), !settled(st) && !(n == Possible && st == Planned):
			st = n
		}
	}
	return st
}

// chooseTitle is the title of the first source that has the status st, else of
// the first that has one.
func chooseTitle(ss []Source, st Status) string {
	best := ""
	for i := range ss {
		switch title := ss[i].Title; {
		case title != "" && ss[i].Status == st:
			return title
		case best == "":
			best = title
		}
	}
	return best
}

// settled reports whether s tells that something happened or did not.
func settled(s Status) bool { return s == Occurred || s == Ongoing || s == Failed || s == Denied }

// exclusive reports whether two dates cannot both be right.
func exclusive(a, b When) bool {
	al, ah, bl, bh := a.Earliest(), a.Latest(), b.Earliest(), b.Latest()
	return !ah.IsZero() && !bl.IsZero() && ah.last() < bl.first() || !bh.IsZero() && !al.IsZero() && bh.last() < al.first()
}

// finer reports whether a tells more than b.
func finer(a, b When) bool {
	known := func(w When) (n int, width int64) {
		lo, hi := w.Earliest(), w.Latest()
		if !lo.IsZero() {
			n++
		}
		if !hi.IsZero() {
			n++
		}
		if n == 2 {
			width = hi.last() - lo.first()
		}
		return n, width
	}
	an, aw := known(a)
	bn, bw := known(b)
	return an > bn || an == bn && aw < bw
}

// chooseWhen is the finest date that agrees with the latest exact one.
func chooseWhen(ss []Source) When {
	var best When
	for i := range ss {
		w := ss[i].When
		if w.IsZero() {
			continue
		}
		switch {
		case best.IsZero(), finer(w, best):
			best = w
		case exclusive(w, best) && !finer(best, w):
			best = w // as exact, and published later
		}
	}
	return best
}

// choosePlace is the most exact place; of equally exact ones, the commonest,
// then the latest.
func choosePlace(ss []Source) *Place {
	exact := func(p *Place) int {
		switch p.Kind {
		case "":
			return 0
		case Continent:
			return 1
		case Country:
			return 2
		case Region, Sea, Lake, River, Mountain, Island, Desert:
			return 3
		case Division:
			return 4
		}
		return 5
	}
	var best *Place
	bestVotes := 0
	for i := range ss {
		p := ss[i].Place
		if p == nil {
			continue
		}
		votes := 0
		for j := range ss {
			if q := ss[j].Place; q != nil && q.Name == p.Name {
				votes++
			}
		}
		if best == nil || exact(p) > exact(best) || exact(p) == exact(best) && votes >= bestVotes {
			best, bestVotes = p, votes
		}
	}
	return best
}

// gather is the union of participants; one actor, and in one role one
// description, stands once, with the latest count.
func gather(ss []Source) []EntryParticipant {
	var out []EntryParticipant
	for i := range ss {
		for _, p := range ss[i].Participants {
			j := slices.IndexFunc(out, func(q EntryParticipant) bool {
				if p.Actor != 0 && p.Actor == q.Actor {
					return p.Role == q.Role || len(ss) > 1
				}
				return p.Role == q.Role && (strings.EqualFold(p.Text, q.Text) || p.Count > 0 && q.Count > 0 && label(p.Text) == label(q.Text))
			})
			switch {
			case j < 0:
				out = append(out, p)
			case p.Count != 0:
				out[j].Text, out[j].Count = p.Text, p.Count
			}
		}
	}
	return out
}

// sides groups the sources by what value gives for them; "" is no answer.
func sides(field string, ss []Source, value func(*Source) string) Conflict {
	c := Conflict{Field: field}
	for i := range ss {
		v := value(&ss[i])
		if v == "" {
			continue
		}
		j := slices.IndexFunc(c.Sides, func(s Side) bool { return s.Value == v })
		if j < 0 {
			j = len(c.Sides)
			c.Sides = append(c.Sides, Side{Value: v})
		}
		c.Sides[j].Sources = append(c.Sides[j].Sources, i)
	}
	return c
}

func whenConflict(ss []Source) Conflict {
	clash := func(w When) bool {
		return !w.IsZero() && slices.ContainsFunc(ss, func(s Source) bool { return exclusive(w, s.When) })
	}
	return sides("when", ss, func(s *Source) string {
		if !clash(s.When) {
			return ""
		}
		return s.When.EDTF()
	})
}

func whereConflict(ss []Source) Conflict {
	clash := func(p *Place) bool {
		return slices.ContainsFunc(ss, func(s Source) bool {
			same, far := comparePlaces(p, s.Place)
			return far || s.Place != nil && !same && p.Kind == City && s.Place.Kind == City
		})
	}
	return sides("where", ss, func(s *Source) string {
		if s.Place == nil || !clash(s.Place) {
			return ""
		}
		return s.Place.Name
	})
}

// statusConflict is about what happened, not about plans: a plan that comes
// true, or is called off, is news and no conflict, and so is what happens
// after it was called off.
func statusConflict(ss []Source) Conflict {
	yes := func(s Status) bool { return s == Occurred || s == Ongoing }
	no := func(s Status) bool { return s == Denied || s == Failed }
	clash := false
	for i := range ss {
		for j := range ss {
			clash = clash || yes(ss[i].Status) && no(ss[j].Status) && (ss[j].Status == Denied || j > i)
		}
	}
	return sides("status", ss, func(s *Source) string {
		if !clash || !yes(s.Status) && !no(s.Status) {
			return ""
		}
		return s.Status.String()
	})
}

// countConflicts are about the number of those in one role: casualties above all.
func countConflicts(ss []Source) []Conflict {
	var roles []string
	for i := range ss {
		for _, p := range ss[i].Participants {
			if p.Count > 0 && !slices.Contains(roles, p.Role) {
				roles = append(roles, p.Role)
			}
		}
	}
	var out []Conflict
	for _, role := range roles {
		c := sides("count", ss, func(s *Source) string {
			for _, p := range s.Participants {
				if p.Role == role && p.Count > 0 {
					return strconv.Itoa(p.Count) + " (" + role + ")"
				}
			}
			return ""
		})
		if len(c.Sides) > 1 {
			out = append(out, c)
		}
	}
	return out
}

// agentConflict is about who did it: sources that name agents none of which is shared.
func agentConflict(ss []Source) Conflict {
	agents := func(s *Source) []TimelineActorID {
		var ids []TimelineActorID
		for _, p := range s.Participants {
			if p.Role == "agent" && p.Actor != 0 {
				ids = append(ids, p.Actor)
			}
		}
		return ids
	}
	clash := func(s *Source) bool {
		a := agents(s)
		for i := range ss {
			b := agents(&ss[i])
			// One that is agent here and patient there took part on both sides.
			if len(a) > 0 && len(b) > 0 && !slices.ContainsFunc(a, func(x TimelineActorID) bool { return takesPart(&ss[i], x) }) &&
				!slices.ContainsFunc(b, func(x TimelineActorID) bool { return takesPart(s, x) }) {
				return true
			}
		}
		return false
	}
	return sides("agent", ss, func(s *Source) string {
		if !clash(s) {
			return ""
		}
		var names []string
		for _, p := range s.Participants {
			if p.Role == "agent" && p.Actor != 0 {
				names = append(names, p.Text)
			}
		}
		return strings.Join(names, ", ")
	})
}

func takesPart(s *Source, id TimelineActorID) bool {
	return slices.ContainsFunc(s.Participants, func(p EntryParticipant) bool { return p.Actor == id })
}
