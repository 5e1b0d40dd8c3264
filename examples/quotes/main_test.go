package main

import "os"

func Example() {
	os.Args = []string{"quotes"}
	main()
	// Output:
	// Anna Lind, direct (say): "We will rebuild the bridge by spring,"
	// Anna Lind, indirect (add): that the work would cost less than expected
	// engineers' union, mixed (accord): the minister is "dreaming"
	// Anna Lind, indirect (deny): that the bridge had been unsafe
}
