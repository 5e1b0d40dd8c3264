package main

import "os"

func Example() {
	os.Chdir("../..")
	os.Args = []string{"story"}
	main()
	// Output:
	// What happened:
	//   April 2025: Ethiopia closed Moyale (occurred, told by 1)
	//   3 June 2025: The Kenyan foreign ministry said Kenyan Foreign Minister Grace Mwangi will meet Ethiopian Foreign Minister Tesfaye Alemu (occurred, told by 1)
	//   from 3 June 2025 on: The two ministers are expected to discuss the border at Moyale (planned, told by 1)
	//   10 June 2025: Gunmen killed 14 people in Moyale (occurred, told by 2)
	//   about 10 June 2025: Ethiopia accused the Kenyan army of ignoring warnings (occurred, told by 1)
	//   about 10 June 2025: Ethiopia accused the Kenyan army of ignoring warnings (occurred, told by 1)
	//   about 10 June 2025: The accusation (occurred, told by 1)
	//   by 11 June 2025: Djibouti talks (occurred, told by 1)
	//   12 June 2025: Kenyan Foreign Minister Grace Mwangi met Ethiopian Foreign Minister Tesfaye Alemu (occurred, told by 4)
	//   13 June 2025: Kenya and Ethiopia signed their border agreement (occurred, told by 2)
	//   13 June 2025: Border deal was signed (occurred, told by 1)
	//   16 June 2025: The Kenyan foreign ministry said Kenya and Ethiopia signed their border agreement (occurred, told by 1)
	//   16 June 2025: The Kenyan foreign ministry said, correcting earlier reports Kenya and Ethiopia signed their border agreement (occurred, told by 1)
	//   1 July 2025: Ethiopia will open the border (planned, told by 1)
	// What the articles disagree about:
	//   Gunmen killed 14 people in Moyale, count: 14 (patient) by 2-eve.txt; 17 (patient) by 3-event.txt;
	//   Kenya and Ethiopia signed their border agreement, when: 2025-06-12 by 3-event.txt; 2025-06-13 by 4-aftermath.txt;
	// As of 2025-06-03:
	//   April 2025: Ethiopia closed Moyale (occurred, told by 1)
	//   3 June 2025: The Kenyan foreign ministry said Kenyan Foreign Minister Grace Mwangi will meet Ethiopian Foreign Minister Tesfaye Alemu (occurred, told by 1)
	//   from 3 June 2025 on: The two ministers are expected to discuss the border at Moyale (planned, told by 1)
	//   12 June 2025: Kenyan Foreign Minister Grace Mwangi will meet Ethiopian Foreign Minister Tesfaye Alemu (planned, told by 1)
	// As of 2025-06-11:
	//   April 2025: Ethiopia closed Moyale (occurred, told by 1)
	//   3 June 2025: The Kenyan foreign ministry said Kenyan Foreign Minister Grace Mwangi will meet Ethiopian Foreign Minister Tesfaye Alemu (occurred, told by 1)
	//   from 3 June 2025 on: The two ministers are expected to discuss the border at Moyale (planned, told by 1)
	//   10 June 2025: Gunmen killed 14 people in Moyale (occurred, told by 1)
	//   about 10 June 2025: Ethiopia accused the Kenyan army of ignoring warnings (occurred, told by 1)
	//   about 10 June 2025: Ethiopia accused the Kenyan army of ignoring warnings (occurred, told by 1)
	//   about 10 June 2025: The accusation (occurred, told by 1)
	//   by 11 June 2025: Djibouti talks (occurred, told by 1)
	//   12 June 2025: Kenyan Foreign Minister Grace Mwangi will meet Ethiopian Foreign Minister Tesfaye Alemu (planned, told by 2)
	// As of 2025-06-12:
	//   April 2025: Ethiopia closed Moyale (occurred, told by 1)
	//   3 June 2025: The Kenyan foreign ministry said Kenyan Foreign Minister Grace Mwangi will meet Ethiopian Foreign Minister Tesfaye Alemu (occurred, told by 1)
	//   from 3 June 2025 on: The two ministers are expected to discuss the border at Moyale (planned, told by 1)
	//   10 June 2025: Gunmen killed 14 people in Moyale (occurred, told by 2)
	//   about 10 June 2025: Ethiopia accused the Kenyan army of ignoring warnings (occurred, told by 1)
	//   about 10 June 2025: Ethiopia accused the Kenyan army of ignoring warnings (occurred, told by 1)
	//   about 10 June 2025: The accusation (occurred, told by 1)
	//   by 11 June 2025: Djibouti talks (occurred, told by 1)
	//   12 June 2025: Kenyan Foreign Minister Grace Mwangi met Ethiopian Foreign Minister Tesfaye Alemu (occurred, told by 3)
	//   12 June 2025: Kenya and Ethiopia signed a border agreement (occurred, told by 1)
	// As of 2025-06-16:
	//   April 2025: Ethiopia closed Moyale (occurred, told by 1)
	//   3 June 2025: The Kenyan foreign ministry said Kenyan Foreign Minister Grace Mwangi will meet Ethiopian Foreign Minister Tesfaye Alemu (occurred, told by 1)
	//   from 3 June 2025 on: The two ministers are expected to discuss the border at Moyale (planned, told by 1)
	//   10 June 2025: Gunmen killed 14 people in Moyale (occurred, told by 2)
	//   about 10 June 2025: Ethiopia accused the Kenyan army of ignoring warnings (occurred, told by 1)
	//   about 10 June 2025: Ethiopia accused the Kenyan army of ignoring warnings (occurred, told by 1)
	//   about 10 June 2025: The accusation (occurred, told by 1)
	//   by 11 June 2025: Djibouti talks (occurred, told by 1)
	//   12 June 2025: Kenyan Foreign Minister Grace Mwangi met Ethiopian Foreign Minister Tesfaye Alemu (occurred, told by 4)
	//   13 June 2025: Kenya and Ethiopia signed their border agreement (occurred, told by 2)
	//   13 June 2025: Border deal was signed (occurred, told by 1)
	//   16 June 2025: The Kenyan foreign ministry said Kenya and Ethiopia signed their border agreement (occurred, told by 1)
	//   16 June 2025: The Kenyan foreign ministry said, correcting earlier reports Kenya and Ethiopia signed their border agreement (occurred, told by 1)
	//   1 July 2025: Ethiopia will open the border (planned, told by 1)
}
