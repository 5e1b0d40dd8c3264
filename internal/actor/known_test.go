package actor

import (
	"errors"
	"strings"
	"testing"

	"github.com/dateline-go/dateline/internal/lines"
)

// Of several members that no actor has the first by name is told, each time.
func TestUnknownMembers(t *testing.T) {
	for range 20 {
		_, err := ReadKnowledgeJSON(strings.NewReader(`{"name": "Ana Brandt", "zeal": "x", "age": "x", "mood": "x"}`))
		var le *lines.Error
		if !errors.As(err, &le) || le.Line != 1 || le.Column != "age" {
			t.Fatalf("error %v, want one of age in line 1", err)
		}
	}
}
