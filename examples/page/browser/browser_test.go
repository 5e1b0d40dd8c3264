// Package browser tests the page in a real Chromium: no error in its console,
// no finding of axe-core, and the keyboard through all entries.
package browser

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

var shots = flag.String("shots", "", "write screenshots into this `folder`")

// open makes the page of the story and opens it in a window of that width.
func open(t *testing.T, width int64, dark bool) (context.Context, *[]string) {
	t.Helper()
	if testing.Short() {
		t.Skip("needs Chromium")
	}
	var bin string
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if p, err := exec.LookPath(name); err == nil {
			bin = p
			break
		}
	}
	if bin == "" {
		t.Fatal("there is no Chromium here (apt-get install chromium)")
	}
	file := filepath.Join(t.TempDir(), "page.html")
	make := exec.Command("go", "run", "./examples/page", "-o", file, "testdata/story/1-announcement.txt=2025-06-03",
		"testdata/story/2-eve.txt=2025-06-11",
		"testdata/story/3-event.txt=2025-06-12", "testdata/story/4-aftermath.txt=2025-06-16")
	make.Dir = "../../.."
	if out, err := make.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	alloc, stop := chromedp.NewExecAllocator(context.Background(),
		append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(bin), chromedp.NoSandbox)...)
	ctx, done := chromedp.NewContext(alloc)
	ctx, late := context.WithTimeout(ctx, 2*time.Minute)
	t.Cleanup(func() { late(); done(); stop() })
	problems := new([]string)
	chromedp.ListenTarget(ctx, func(ev any) {
		switch e := ev.(type) {
		case *runtime.EventConsoleAPICalled:
			*problems = append(*problems, string(e.Type))
		case *runtime.EventExceptionThrown:
			*problems = append(*problems, e.ExceptionDetails.Error())
		}
	})
	scheme := "light"
	if dark {
		scheme = "dark"
	}
	err := chromedp.Run(ctx, chromedp.EmulateViewport(width, 900),
		emulation.SetEmulatedMedia().WithFeatures([]*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}),
		chromedp.Navigate("file://"+file), chromedp.WaitReady("#count"))
	if err != nil {
		t.Fatal(err)
	}
	return ctx, problems
}

func eval(t *testing.T, ctx context.Context, js string, into any) {
	t.Helper()
	if err := chromedp.Run(ctx, chromedp.Evaluate(js, into,
		func(p *runtime.EvaluateParams) *runtime.EvaluateParams { return p.WithAwaitPromise(true) })); err != nil {
		t.Fatalf("%s: %v", js, err)
	}
}

// TestLook wants no sideways scrolling, no console message and, where
// AXE_CORE names axe-core's script, no finding, at both widths and in both schemes.
func TestLook(t *testing.T) {
	for _, width := range []int64{1280, 360} {
		for _, dark := range []bool{false, true} {
			t.Run(fmt.Sprintf("%d dark %v", width, dark), func(t *testing.T) {
				ctx, problems := open(t, width, dark)
				var scroll, inner int64
				eval(t, ctx, "document.documentElement.scrollWidth", &scroll)
				eval(t, ctx, "innerWidth", &inner)
				if scroll > inner {
					t.Errorf("the page is %d wide in a window of %d", scroll, inner)
				}
				if axe := os.Getenv("AXE_CORE"); axe != "" {
					script, err := os.ReadFile(axe)
					if err != nil {
						t.Fatal(err)
					}
					var found []struct {
						ID, Help string
						Nodes    []struct{ HTML string }
					}
					var raw string
					eval(t, ctx, string(script)+"\n;axe.run().then(r => JSON.stringify(r.violations))", &raw)
					if err := json.Unmarshal([]byte(raw), &found); err != nil {
						t.Fatal(err)
					}
					for _, f := range found {
						t.Errorf("axe: %s: %s: %.200v", f.ID, f.Help, f.Nodes)
					}
				}
				if len(*problems) > 0 {
					t.Errorf("console: %v", *problems)
				}
				if *shots != "" {
					var png []byte
					if err := chromedp.Run(ctx, chromedp.CaptureScreenshot(&png)); err != nil {
						t.Fatal(err)
					}
					name := fmt.Sprintf("page-%d%s.png", width, map[bool]string{true: "-dark"}[dark])
					if err := os.WriteFile(filepath.Join(*shots, name), png, 0o644); err != nil {
						t.Fatal(err)
					}
				}
			})
		}
	}
}

// TestKeyboard walks through all entries, to both ends, and to the source.
func TestKeyboard(t *testing.T) {
	ctx, _ := open(t, 1280, false)
	press := func(keys string) {
		t.Helper()
		if err := chromedp.Run(ctx, chromedp.KeyEvent(keys)); err != nil {
			t.Fatal(err)
		}
	}
	focus := func() (id string) {
		eval(t, ctx, "document.activeElement.id", &id)
		return id
	}
	var all []string
	eval(t, ctx, "[...document.querySelectorAll('.entry:not([hidden])')].map(e => e.id)", &all)
	if len(all) < 5 {
		t.Fatalf("%d entries are shown", len(all))
	}
	if err := chromedp.Run(ctx, chromedp.Click("#next")); err != nil {
		t.Fatal(err)
	}
	seen := []string{focus()}
	for range len(all) - 1 {
		press(kb.ArrowDown)
		seen = append(seen, focus())
	}
	if a, b := strings.Join(seen, " "), strings.Join(all, " "); a != b {
		t.Errorf("the arrow keys reach %s, want %s", a, b)
	}
	press(kb.Home)
	if f := focus(); f != all[0] {
		t.Errorf("Home leads to %s", f)
	}
	press(kb.End)
	if f := focus(); f != all[len(all)-1] {
		t.Errorf("End leads to %s", f)
	}
	var said, title string
	eval(t, ctx, "document.getElementById('live').textContent", &said)
	eval(t, ctx, "document.activeElement.querySelector('h3').textContent", &title)
	if said != title || said == "" {
		t.Errorf("the live region says %q at %q", said, title)
	}
	press(kb.Enter)
	if f := focus(); !strings.HasPrefix(f, "in-"+all[len(all)-1]) {
		t.Errorf("Enter leads to %q", f)
	}
}

// TestFilter wants what does not fit gone, and a link to it to bring it back.
func TestFilter(t *testing.T) {
	ctx, _ := open(t, 1280, false)
	count := func() (n int) {
		eval(t, ctx, "document.querySelectorAll('.entry:not([hidden])').length", &n)
		return n
	}
	before := count()
	if err := chromedp.Run(ctx, chromedp.SendKeys("#search", "gunmen"), chromedp.WaitVisible("#count")); err != nil {
		t.Fatal(err)
	}
	if n := count(); n == 0 || n >= before {
		t.Errorf("%d of %d entries fit", n, before)
	}
	var back bool
	eval(t, ctx, `(async () => { const e = document.querySelector(".entry[hidden]"); location.hash = e.id; `+
		`await new Promise(r => setTimeout(r, 300)); return !e.hidden; })()`, &back)
	if !back {
		t.Error("a link to a hidden entry does not show it")
	}
}
