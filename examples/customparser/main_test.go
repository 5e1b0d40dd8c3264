package main

import "os"

func Example() {
	os.Args = []string{"customparser"}
	main()
	// Output:
	// Fjordkraft Shipping: OSE:FJS, company, 2 mentions
	// Baltic Lines: NYSE:BLN, 2 mentions
	// BOND issue by Fjordkraft Shipping, the week of 5 May 2025, occurred
	// BOND issue by Baltic Lines, 2025, denied
}
