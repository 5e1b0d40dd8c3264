package segment

import (
	"github.com/dateline-go/dateline/internal/token"
)

// kinds sets the kinds of paragraphs and sentences.
func kinds(d *token.Doc) {
}
