package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func runOn(t *testing.T, task, name, content string, flags ...string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(file, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := run(append(append([]string{task}, flags...), file), &out); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestTime(t *testing.T) {
	got := runOn(t, "time", "docs.jsonl", `{"doc":"a","dct":"2025-05-06","text":"Café Noir opened on Monday."}
{"doc":"b","dct":"2025-05-06","text":"Nothing here."}
`)
	want := `{"doc":"a","start":21,"end":27,"type":"DATE","value":"2025-05-05"}` + "\n"
	if got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestPlaces(t *testing.T) {
	got := runOn(t, "places", "gold.jsonl", `{"doc":7,"text":"The ship left Oslo, Norway.",`+
		`"toponyms":[{"start":0,"end":3,"name":"wrong","lat":1,"lon":1}]}`)
	var out struct {
		Doc      string
		Toponyms []struct {
			Start, End int
			Lat        *float64
		}
	}
	if err := json.Unmarshal([]byte(got), &out); err != nil {
		t.Fatalf("%s: %v", got, err)
	}
	if out.Doc != "7" || len(out.Toponyms) != 2 || out.Toponyms[0].Start != 14 || out.Toponyms[0].Lat == nil || *out.Toponyms[0].Lat < 59 ||
		*out.Toponyms[0].Lat > 61 {
		t.Errorf("got %s", got)
	}
}

func TestQuotes(t *testing.T) {
	got := runOn(t, "quotes", "gold.jsonl", `{"doc":"q","text":"The minister, Anna Lind, said that the road was closed.","quotes":[]}`)
	for _, want := range []string{`"doc":"q"`, `"kind":"indirect"`, `"cue_spans":[[25,29]]`, `"speaker_name":"Anna Lind"`} {
		if !strings.Contains(got, want) {
			t.Errorf("%s lacks %s", got, want)
		}
	}
}

func TestEvents(t *testing.T) {
	got := runOn(t, "events", "gold.jsonl", `{"sentence":"Norway accused Sweden of spying.","root":"NONE","source":"x"}
{"text":"It is blue."}
`)
	want := `{"id":0,"events":[{"root":"ACCUSE","source":"Norway","target":"Sweden"}]}` + "\n" + `{"id":1,"events":[]}` + "\n"
	if got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestNames(t *testing.T) {
	const gold = "# newdoc id = a\n# text = x\n1\tBarack\tO\t-\n2\tObama\tO\t-\n3\tsmiled\tB-ORG\t-\n\n1\t#\tO\t-\n2\tyes\tO\t-\n\n"
	const want = "Barack\tB-PER\nObama\tI-PER\nsmiled\tO\n\n#\tO\nyes\tO\n\n"
	if got := runOn(t, "names", "gold.iob2", gold); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := runOn(t, "names", "gold.conll", "-DOCSTART- -X- O O\n\nBarack NNP I-NP I-ORG\nObama NNP I-NP I-ORG\nsmiled VBD I-VP O\n"+
		"10 CD I-NP O\n"); got != "Barack\tB-PER\nObama\tI-PER\nsmiled\tO\nCD\tO\n\n" {
		t.Errorf("CoNLL: got %q", got)
	}
}

const treebank = "# newdoc id = d\n# text = Dogs don't bark.\n" +
	"1\tDogs\t_\tX\tXX\t_\t0\troot\t_\t_\n2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_\n2\tdo\t_\tX\tXX\t_\t1\tdep\t_\t_\n" +
	"3\tn't\t_\tX\tXX\t_\t1\tdep\t_\t_\n" +
	"4\tbark\t_\tX\tXX\t_\t1\tdep\t_\tSpaceAfter=No\n5\t.\t_\tX\tXX\t_\t1\tdep\t_\t_\n\n"

func TestSyntax(t *testing.T) {
	for _, flags := range [][]string{nil, {"-raw"}} {
		got := runOn(t, "syntax", "gold.conllu", treebank, flags...)
		var rels []string
		for l := range strings.Lines(got) {
			if c := strings.Split(l, "\t"); len(c) == 10 {
				rels = append(rels, c[1]+"/"+c[3]+"/"+c[7])
			}
		}
		if s := strings.Join(rels, " "); s != "Dogs/NOUN/nsubj do/AUX/aux n't/PART/advmod bark/VERB/root ./PUNCT/punct" {
			t.Errorf("%v: %s", flags, s)
		}
	}
}

func TestTimeline(t *testing.T) {
	dir := t.TempDir()
	docs, gold, out := filepath.Join(dir, "docs.jsonl"), filepath.Join(dir, "gold"), filepath.Join(dir, "out")
	if err := os.Mkdir(gold, 0o755); err != nil {
		t.Fatal(err)
	}
	text := "Anna Lind met Bo Berg on March 3, 2025."
	rec, _ := json.Marshal(map[string]any{"doc": "1", "dct": "2025-03-04", "text": text,
		"sentences": []any{map[string]any{"id": 0, "start": 0, "end": len(text)}}})
	for file, content := range map[string]string{docs: string(rec) + "\n",
		filepath.Join(gold, "lind.txt"): "Anna Lind\n9\t1999-01-01\t1-0-never\n"} {
		if err := os.WriteFile(file, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := run([]string{"timeline", docs, gold, out}, nil); err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(filepath.Join(out, "lind.txt"))
	if err != nil {
		t.Fatal(err)
	}
	if want := "Anna Lind\n1\t2025-03-03\t1-0-met\n"; string(got) != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestErrors(t *testing.T) {
	for _, args := range [][]string{nil, {"time"}, {"nothing", "main.go"}, {"time", "no such file"}, {"timeline", "a"}, {"time", "main.go"}} {
		if err := run(args, &bytes.Buffer{}); err == nil {
			t.Errorf("run(%q) gives no error", args)
		}
	}
}

func TestStories(t *testing.T) {
	got := runOn(t, "stories", "gold.jsonl", `{"id":"s","published":"2025-03-05","text":"Anna Lind met Bo Berg in Oslo on Monday.",`+
		`"events":[{"kind":["WRONG"]}]}`)
	want := `{"id":"s","entries":[{"spans":[[10,13]],"kind":"CONSULT","status":"occurred","agents":[["Anna Lind"]],"patients":[["Bo Berg"]],` +
		`"where":["Oslo","Oslo","Oslo","Norway"],"earliest":"2025-03-03","latest":"2025-03-03","edtf":"2025-03-03","by":[],"salience":0.`
	if !strings.HasPrefix(got, want) || !strings.HasSuffix(got, `,"shown":true}]}`+"\n") {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestCoref(t *testing.T) {
	got := runOn(t, "coref", "gold.jsonl", `{"doc":"c","text":"Anna Lind smiled. She left.","mentions":[]}`)
	if want := `{"doc":"c","actors":[{"mentions":[[0,9],[18,21]]}]}` + "\n"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestCrossdoc(t *testing.T) {
	got := runOn(t, "crossdoc", "gold.jsonl", `{"topic":"7","doc":"a","text":"On March 3, 2025, Anna Lind met Bo Berg.","mentions":[]}
{"topic":"7","doc":"b","text":"Bo Berg met Anna Lind on March 3, 2025.","mentions":[]}
{"topic":"8","doc":"c","text":"Bo Berg met Anna Lind on March 3, 2025.","mentions":[]}
`)
	for _, want := range []string{
		`{"doc":"a","spans":[[28,31]],"type":"event","id":"7/1"}`, `{"doc":"b","spans":[[8,11]],"type":"event","id":"7/1"}`,
		`{"doc":"c","spans":[[8,11]],"type":"event","id":"8/1"}`, `{"doc":"a","spans":[[18,27]],"type":"actor","id":"7/1"}`,
		`{"doc":"b","spans":[[12,21]],"type":"actor","id":"7/1"}`, `{"doc":"c","spans":[[12,21]],"type":"actor","id":"8/2"}`,
	} {
		if !strings.Contains(got, want+"\n") {
			t.Errorf("%s lacks %s", got, want)
		}
	}
}
