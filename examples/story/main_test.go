package main

import "os"

func Example() {
	os.Chdir("../..")
	os.Args = []string{"story"}
	main()
	// Output:
	// What happened:
	//   3 June 2025: The Kenyan foreign ministry said Kenyan Foreign Minister Grace Mwangi will meet Ethiopian Foreign Minister Tesfaye Alemu (occurred, told by 1)
	//   10 June 2025: Gunmen killed 14 people in Moyale (occurred, told by 2), deaths 17
	//   by 11 June 2025: Djibouti talks (occurred, told by 1)
	//   12 June 2025: Kenyan Foreign Minister Grace Mwangi met Ethiopian Foreign Minister Tesfaye Alemu (occurred, told by 4)
	//   13 June 2025: Kenya and Ethiopia signed their border agreement (occurred, told by 2)
	// What the articles disagree about:
	//   Kenya and Ethiopia signed their border agreement, when: 2025-06-12 by 3-event.txt; 2025-06-13 by 4-aftermath.txt;
	// As of 2025-06-03:
	//   3 June 2025: The Kenyan foreign ministry said Kenyan Foreign Minister Grace Mwangi will meet Ethiopian Foreign Minister Tesfaye Alemu (occurred, told by 1)
	//   12 June 2025: Kenyan Foreign Minister Grace Mwangi will meet Ethiopian Foreign Minister Tesfaye Alemu (planned, told by 1)
	// As of 2025-06-11:
	//   10 June 2025: Gunmen killed 14 people in Moyale (occurred, told by 1), deaths 14
	//   12 June 2025: Kenyan Foreign Minister Grace Mwangi will meet Ethiopian Foreign Minister Tesfaye Alemu (planned, told by 2)
	// As of 2025-06-12:
	//   10 June 2025: Gunmen killed 14 people in Moyale (occurred, told by 2), deaths 17
	//   12 June 2025: Kenyan Foreign Minister Grace Mwangi met Ethiopian Foreign Minister Tesfaye Alemu (occurred, told by 3)
	// As of 2025-06-16:
	//   10 June 2025: Gunmen killed 14 people in Moyale (occurred, told by 2), deaths 17
	//   12 June 2025: Kenyan Foreign Minister Grace Mwangi met Ethiopian Foreign Minister Tesfaye Alemu (occurred, told by 4)
}
