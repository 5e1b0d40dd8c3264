package name

import (
	"strings"
	"testing"
)

const copyText = `French President Emmanuel Macron met executives of Siemens AG in Berlin on Monday , officials said .
The talks , which lasted more than two hours , dealt with a plan to build a battery plant near the border .
" We have made good progress , " Macron told reporters after the meeting at the Chancellery .
A spokesman for the Finance Ministry said no money had yet been set aside for the project .
Shares of Siemens rose 2.1 percent in Frankfurt , while the wider market was little changed .
Analysts at Deutsche Bank said they expected the company to decide by the end of the year .
The European Commission must approve any state aid , which could take several months .
Environmental groups said the plant would use too much water from the Rhine .`

func BenchmarkFind(b *testing.B) {
	d := tokens(strings.Split(strings.Repeat(copyText+"\n", 8)+"The end .", "\n")...)
	Find(d)
	b.ReportAllocs()
	for b.Loop() {
		Find(d)
	}
	b.ReportMetric(float64(len(d.Tokens))*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}
