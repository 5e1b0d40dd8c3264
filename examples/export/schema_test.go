package main

import (
	"encoding/json"
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"
)

// A schema is event.schema.json, for the words of JSON Schema that it uses.
// CI asks a whole validator, too.
type schema struct{ root map[string]any }

func readSchema(t *testing.T) *schema {
	t.Helper()
	data, err := os.ReadFile("event.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	var s schema
	if err := json.Unmarshal(data, &s.root); err != nil {
		t.Fatal(err)
	}
	return &s
}

// validate is what is wrong with v, at the path.
func (s *schema) validate(v any, by map[string]any, path string) []string {
	var wrong []string
	no := func(format string, args ...any) { wrong = append(wrong, path+": "+fmt.Sprintf(format, args...)) }
	for word, arg := range by {
		switch word {
		case "$schema", "$id", "$defs", "title", "description", "required", "additionalProperties":
		case "$ref":
			name := strings.TrimPrefix(arg.(string), "#/$defs/")
			wrong = append(wrong, s.validate(v, s.root["$defs"].(map[string]any)[name].(map[string]any), path)...)
		case "type":
			if !isType(v, arg.(string)) {
				no("%v is no %s", v, arg)
			}
		case "minLength":
			if x, ok := v.(string); ok && float64(len([]rune(x))) < arg.(float64) {
				no("%q is short", x)
			}
		case "pattern":
			if x, ok := v.(string); ok && !regexp.MustCompile(arg.(string)).MatchString(x) {
				no("%q does not match %s", x, arg)
			}
		case "minimum":
			if x, ok := v.(float64); ok && x < arg.(float64) {
				no("%v is low", x)
			}
		case "maximum":
			if x, ok := v.(float64); ok && x > arg.(float64) {
				no("%v is high", x)
			}
		case "minItems":
			if x, ok := v.([]any); ok && float64(len(x)) < arg.(float64) {
				no("%d items", len(x))
			}
		case "maxItems":
			if x, ok := v.([]any); ok && float64(len(x)) > arg.(float64) {
				no("%d items", len(x))
			}
		case "items":
			if x, ok := v.([]any); ok {
				for i, y := range x {
					wrong = append(wrong, s.validate(y, arg.(map[string]any), fmt.Sprintf("%s[%d]", path, i))...)
				}
			}
		case "properties":
			if x, ok := v.(map[string]any); ok {
				wrong = append(wrong, s.object(x, by, path)...)
			}
		default:
			no("the test does not know %q", word)
		}
	}
	return wrong
}

func (s *schema) object(x, by map[string]any, path string) []string {
	var wrong []string
	properties := by["properties"].(map[string]any)
	for name, y := range x {
		p, ok := properties[name].(map[string]any)
		if !ok {
			wrong = append(wrong, path+": no property "+name+" in the schema")
			continue
		}
		wrong = append(wrong, s.validate(y, p, path+"."+name)...)
	}
	required, _ := by["required"].([]any)
	for _, name := range required {
		if _, ok := x[name.(string)]; !ok {
			wrong = append(wrong, path+": "+name.(string)+" is missing")
		}
	}
	return wrong
}

func isType(v any, name string) bool {
	switch v := v.(type) {
	case string:
		return name == "string"
	case float64:
		return name == "number" || name == "integer" && v == float64(int64(v))
	case []any:
		return name == "array"
	case map[string]any:
		return name == "object"
	}
	return false
}

// TestSchema: the schema refuses what is wrong.
func TestSchema(t *testing.T) {
	s := readSchema(t)
	const ok = `{"id":"a@1","title":"T","kind":"CONSULT","status":"planned","salience":0.5,` +
		`"reports":[{"status":"planned","text":"t","sentence":[0,1],"trigger":[0,1]}]}`
	for _, c := range []struct{ from, to string }{
		{`"id":"a@1",`, ``}, {`0.5`, `2`}, {`"planned"`, `""`}, {`[0,1]`, `[0]`}, {`[0,1]`, `[-1,1]`}, {`"kind"`, `"sort"`},
		{`"T"`, `7`}, {`0.5`, `"x"`},
	} {
		var v any
		if err := json.Unmarshal([]byte(strings.Replace(ok, c.from, c.to, 1)), &v); err != nil {
			t.Fatal(err)
		}
		if s.validate(v, s.root, "") == nil {
			t.Errorf("%s for %s is let through", c.to, c.from)
		}
	}
	var v any
	if err := json.Unmarshal([]byte(ok), &v); err != nil {
		t.Fatal(err)
	}
	if wrong := s.validate(v, s.root, ""); wrong != nil {
		t.Errorf("%q", wrong)
	}
}
