package main

import "os"

func Example() {
	os.Chdir("../..")
	os.Args = []string{"story"}
	main()
	// Output:
	// What happened:
	//   10 June 2025: Gunmen killed 17 people in Moyale (occurred, told by 4), deaths 17
	//   12 June 2025: Kenyan Foreign Minister Grace Mwangi met Ethiopian Foreign Minister Tesfaye Alemu in Djibouti (occurred, told by 5)
	//   13 June 2025: Kenya and Ethiopia sign border deal (occurred, told by 6)
	//   13 June 2025: Police arrested three men in Moyale in connection with the shooting (occurred, told by 1), arrested 3
	//   16 June 2025: Mwangi has not resigned, ministry says (denied, told by 5)
	//   17 June 2025: The Nairobi Mail reported Kenyan Foreign Minister Grace Mwangi has resigned (occurred, told by 1)
	//   19 June 2025: Nine killed as bus leaves road near Marsabit (occurred, told by 3), deaths 9
	//   20 June 2025: Police detained the driver (occurred, told by 1)
	//   24 June 2025: Six die in second bus crash in a week (occurred, told by 2), deaths 6
	//   1 July 2025: Ethiopia will not open the border at Moyale (denied, told by 4)
	//   15 July 2025: Ethiopia reopened its border with Kenya at Moyale (occurred, told by 1)
	//   about 15 July 2025: Foreign ministers Grace Mwangi of Kenya and Tesfaye Alemu of Ethiopia cut a ribbon (occurred, told by 1)
	// What the articles disagree about, the first answer first:
	//   Kenya and Ethiopia sign border deal, when: 2025-06-12 by 3-event.txt 5-wire.txt; 2025-06-13 by 4-aftermath.txt;
	//   Mwangi has not resigned, ministry says, status: occurred by 7-rumour.txt; denied by 8-denial.txt 8-denial.txt 8-denial.txt 8-denial.txt;
	// What came before or after what, or was part of it:
	//   Kenya sent troops to the town after the killing: after Gunmen killed 17 people in Moyale (10 June 2025)
	// News of 2025-06-03:
	//   April 2025: Ethiopia closed Moyale (occurred)
	//   3 June 2025: The Kenyan foreign ministry said Kenyan Foreign Minister Grace Mwangi will meet Ethiopian Foreign Minister Tesfaye Alemu (occurred)
	//   from 3 June 2025 on: The two ministers are expected to discuss the border at Moyale (planned)
	//   12 June 2025: Kenyan Foreign Minister Grace Mwangi will meet Ethiopian Foreign Minister Tesfaye Alemu in Djibouti (planned)
	// News of 2025-06-11:
	//   10 June 2025: Gunmen killed 14 people in Moyale (occurred)
	//   about 10 June 2025: Ethiopia accused the Kenyan army of ignoring warnings (occurred)
	//   about 10 June 2025: Kenya rejected the accusation (occurred)
	//   from 11 June 2025 on: Grace Mwangi would travel to Djibouti (planned)
	//   by 11 June 2025: Border clash casts shadow over Djibouti talks (occurred)
	//   by 11 June 2025: Ethiopia accused the Kenyan army of ignoring warnings (occurred)
	// News of 2025-06-12:
	//   10 June 2025: Gunmen killed 17 people in Moyale (occurred)
	//   12 June 2025: Kenyan Foreign Minister Grace Mwangi met Ethiopian Foreign Minister Tesfaye Alemu in Djibouti (occurred)
	//   12 June 2025: Kenya and Ethiopia sign border deal (occurred)
	// News of 2025-06-14:
	//   from 10 June 2025 on: Kenya sent troops to the town after the killing (occurred)
	//   12 June 2025: The accord was signed in Djibouti by the two foreign ministers (occurred)
	//   13 June 2025: Police arrested three men in Moyale in connection with the shooting (occurred)
	// News of 2025-06-16:
	//   13 June 2025: Kenya and Ethiopia sign border deal (occurred)
	//   16 June 2025: The Kenyan foreign ministry said Kenya and Ethiopia signed their border agreement (occurred)
	//   1 July 2025: Ethiopia will open the border (planned)
	// News of 2025-06-17:
	//   16 June 2025: Kenyan Foreign Minister Grace Mwangi has resigned (occurred)
	// News of 2025-06-18:
	//   16 June 2025: Mwangi has not resigned, ministry says (denied)
	//   17 June 2025: The Nairobi Mail reported Kenyan Foreign Minister Grace Mwangi has resigned (occurred)
	//   18 June 2025: The Nairobi Mail withdrew its report (occurred)
	// News of 2025-06-20:
	//   19 June 2025: Nine killed as bus leaves road near Marsabit (occurred)
	//   20 June 2025: Police detained the driver (occurred)
	// News of 2025-06-25:
	//   24 June 2025: Six die in second bus crash in a week (occurred)
	// News of 2025-06-27:
	//   1 July 2025: Ethiopia will not open the border at Moyale (denied)
	// News of 2025-07-15:
	//   15 July 2025: Ethiopia reopened its border with Kenya at Moyale (occurred)
}
