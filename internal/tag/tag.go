// Package tag gives tokens their part of speech, morphology and lemma.
package tag

import "github.com/dateline-go/dateline/internal/token"

// Tag fills UPOS, XPOS, Feats and Lemma of every token of d.
func Tag(d *token.Doc) {
}
