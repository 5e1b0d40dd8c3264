package stories

import (
	"bytes"
	"crypto/sha256"
	_ "embed"
	"encoding/json"
	"fmt"
	"html"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/dateline-go/dateline/internal/conllu"
)

// annotated are our own annotations, by the guide of the stories, of articles
// from corpora that may be learnt from. They stand off: byte spans of texts that
// stay where they are, so that nothing of a text is copied here.
//
//go:embed annotated.jsonl
var annotated string

// Learning are the articles below the folder of the data from which weights are
// fitted: those annotated for that, and those that we annotated.
func Learning(dir string) ([]Gold, error) {
	out, err := Read(filepath.Join(dir, "eval/stories/train.jsonl"))
	if err != nil {
		return nil, err
	}
	texts := make(map[string]map[string]string) // of a file, by document
	for n, line := range strings.Split(strings.TrimSpace(annotated), "\n") {
		var a standoff
		if err := json.Unmarshal([]byte(line), &a); err != nil {
			return nil, fmt.Errorf("annotated.jsonl:%d: %w", n+1, err)
		}
		if texts[a.File] == nil {
			if texts[a.File], err = readTexts(filepath.Join(dir, a.File)); err != nil {
				return nil, err
			}
		}
		g, err := a.gold(texts[a.File][a.Doc])
		if err != nil {
			return nil, fmt.Errorf("annotated.jsonl:%d: %s of %s: %w", n+1, a.Doc, a.File, err)
		}
		out = append(out, g)
	}
	return out, nil
}

// A standoff is an annotated article without its text.
type standoff struct {
	File      string `json:"file"` // below the folder of the data
	Doc       string `json:"doc"`
	Published string `json:"published"`
	Sum       string `json:"sum"` // of the text: how its SHA-256 begins
	Events    []struct {
		At     [][2]int `json:"at"`
		Kind   []string `json:"kind"`
		Agent  [][]name `json:"agent"`
		Other  [][]name `json:"patient"`
		Where  [][]name `json:"where"`
		By     []name   `json:"by"`
		Date   string   `json:"date"`
		Recent bool     `json:"recent"`
		Status []string `json:"status"`
		Weight int      `json:"weight"`
	} `json:"events"`
}

// A name is words of the text, or, of a country that the text does not name, its name.
type name struct {
	span    [2]int
	country string
}

func (n *name) UnmarshalJSON(b []byte) error {
	if b[0] == '"' {
		return json.Unmarshal(b, &n.country)
	}
	return json.Unmarshal(b, &n.span)
}

// gold is the article with its text.
func (a *standoff) gold(text string) (Gold, error) {
	if sum := fmt.Sprintf("%x", sha256.Sum256([]byte(text))); !strings.HasPrefix(sum, a.Sum) {
		return Gold{}, fmt.Errorf("the text has the sum %s, annotated was %s", sum, a.Sum)
	}
	words := func(ns []name) string {
		var out []string
		for _, n := range ns {
			if n.country == "" {
				n.country = text[n.span[0]:n.span[1]]
			}
			out = append(out, n.country)
		}
		return strings.Join(out, "|")
	}
	all := func(ps [][]name) (out []string) {
		for _, p := range ps {
			out = append(out, words(p))
		}
		return out
	}
	g := Gold{ID: a.Doc, Published: a.Published, Text: text}
	for _, e := range a.Events {
		g.Events = append(g.Events, Event{Spans: e.At, Kind: e.Kind, Agent: all(e.Agent), Patient: all(e.Other), Where: all(e.Where),
			Date: e.Date, Recent: e.Recent, Status: e.Status, By: words(e.By), Weight: e.Weight})
	}
	return g, nil
}

// readTexts reads the texts of a file of documents, or of a folder of TimeML.
func readTexts(path string) (map[string]string, error) {
	out := make(map[string]string)
	st, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if st.IsDir() {
		files, err := filepath.Glob(filepath.Join(path, "*.tml"))
		if err != nil {
			return nil, err
		}
		for _, f := range files {
			b, err := os.ReadFile(f)
			if err != nil {
				return nil, err
			}
			out[strings.TrimSuffix(filepath.Base(f), ".tml")] = timeMLText(string(b))
		}
		return out, nil
	}
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	if strings.HasSuffix(path, ".conllu") {
		return conlluTexts(bytes.NewReader(b))
	}
	for line := range bytes.Lines(b) {
		var d struct{ Doc, Text string }
		if err := json.Unmarshal(line, &d); err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		out[d.Doc] = d.Text
	}
	return out, nil
}

var (
	timeMLBody = regexp.MustCompile(`(?s)<TEXT[^>]*>(.*?)</TEXT>`)
	timeMLTag  = regexp.MustCompile(`<[^>]+>`)
)

// timeMLText is the text of a TimeML document, without its tags.
func timeMLText(doc string) string {
	doc = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(strings.TrimPrefix(doc, "\ufeff"))
	if m := timeMLBody.FindStringSubmatch(doc); m != nil {
		doc = m[1]
	}
	return html.UnescapeString(timeMLTag.ReplaceAllString(doc, ""))
}

// conlluTexts are the texts of the documents of a CoNLL-U file: a line a
// paragraph, a blank between sentences.
func conlluTexts(r io.Reader) (map[string]string, error) {
	out := make(map[string]string)
	doc := ""
	err := conllu.Read(r, func(s *conllu.Sentence) error {
		if s.DocID != "" {
			doc = s.DocID
		}
		switch text := out[doc]; {
		case text == "":
		case s.NewPar:
			out[doc] = text + "\n"
		default:
			out[doc] = text + " "
		}
		out[doc] += s.Text
		return nil
	})
	for doc := range out {
		out[doc] += "\n"
	}
	return out, err
}
