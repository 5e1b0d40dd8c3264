module github.com/dateline-go/dateline/examples/export/readers

go 1.26

require (
	github.com/awalterschulze/gographviz v2.0.3+incompatible
	github.com/emersion/go-ical v0.0.0-20250329121855-f41e73efc392
	github.com/paulmach/orb v0.14.0
	github.com/piprate/json-gold v0.9.1
)

require (
	github.com/cayleygraph/quad v1.3.0 // indirect
	github.com/pquerna/cachecontrol v0.2.0 // indirect
	github.com/teambition/rrule-go v1.8.2 // indirect
	go.mongodb.org/mongo-driver/v2 v2.5.0 // indirect
)
