package segment

import (
	"slices"
	"testing"
)

func TestEmoji(t *testing.T) {
	for in, want := range map[string][]string{
		"Go 🇪🇺!":       {"Go", "🇪🇺", "!"},
		"🇫🇷🇩🇪 won":     {"🇫🇷", "🇩🇪", "won"},
		"🇪 alone":      {"🇪", "alone"},
		"👩‍👩‍👧 and 👍🏽": {"👩‍👩‍👧", "and", "👍🏽"},
		"❤️ it":        {"❤️", "it"},
		"🏴󠁧󠁢󠁥󠁮󠁧󠁿 lost": {"🏴󠁧󠁢󠁥󠁮󠁧󠁿", "lost"},
		"1️⃣ first":    {"1️⃣", "first"},
		"#️⃣*️⃣ 9⃣":    {"#️⃣", "*️⃣", "9⃣"},
		"#news 10":     {"#news", "10"},
		"→→ up":        {"→", "→", "up"},
	} {
		d := Segment(in)
		var got []string
		for i := range d.Tokens {
			got = append(got, d.Word(int32(i)))
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: tokens %q, want %q", in, got, want)
		}
	}
}
