package main

import "os"

func Example() {
	os.Chdir("../..")
	os.Args = []string{"story"}
	main()
	// Output:
	// What happened:
	//   2025-04 CHANGE occurred: Ethiopia, Moyale, in Moyale (1)
	//   2025-06-03 STATEMENT occurred: the Kenyan foreign ministry (1)
	//   on or after 2025-06-03 CONSULT planned: The two ministers, the border, in Moyale (1)
	//   2025-06-10 ASSAULT occurred: Gunmen, 17 people, in Moyale (2)
	//   about 2025-06-10 ACCUSE allege occurred: Ethiopia, the Kenyan army (1)
	//   about 2025-06-10 REJECT occurred: Ethiopia, warnings (1)
	//   about 2025-06-10 REJECT occurred: Kenya (1)
	//   by 2025-06-11 CONSULT negotiate occurred: Djibouti, in Djibouti (1)
	//   2025-06-12 CONSULT occurred: Grace Mwangi, Tesfaye Alemu, in Djibouti (4)
	//   2025-06-13 SUPPORT sign occurred: Kenya, Ethiopia (2)
	//   2025-06-13 SUPPORT sign occurred:  (1)
	//   2025-06-16 STATEMENT occurred: the Kenyan foreign ministry (1)
	//   2025-06-16 CHANGE occurred: the Kenyan foreign ministry, earlier reports, in Ethiopia (1)
	//   2025-07-01 CHANGE planned: Ethiopia, the border, in Ethiopia (1)
	// What the articles disagree about:
	//   ASSAULT, count: 14 (patient) by 2-eve.txt; 17 (patient) by 3-event.txt;
	//   SUPPORT sign, when: 2025-06-12 by 3-event.txt; 2025-06-13 by 4-aftermath.txt;
	// As of 2025-06-03:
	//   2025-04 CHANGE occurred: Ethiopia, Moyale, in Moyale (1)
	//   2025-06-03 STATEMENT occurred: the Kenyan foreign ministry (1)
	//   on or after 2025-06-03 CONSULT planned: The two ministers, the border, in Moyale (1)
	//   2025-06-12 CONSULT planned: Grace Mwangi, Tesfaye Alemu, in Djibouti (1)
	// As of 2025-06-11:
	//   2025-04 CHANGE occurred: Ethiopia, Moyale, in Moyale (1)
	//   2025-06-03 STATEMENT occurred: the Kenyan foreign ministry (1)
	//   on or after 2025-06-03 CONSULT planned: The two ministers, the border, in Moyale (1)
	//   2025-06-10 ASSAULT occurred: Gunmen, 14 people, in Moyale (1)
	//   about 2025-06-10 ACCUSE allege occurred: Ethiopia, the Kenyan army (1)
	//   about 2025-06-10 REJECT occurred: Ethiopia, warnings (1)
	//   about 2025-06-10 REJECT occurred: Kenya (1)
	//   by 2025-06-11 CONSULT negotiate occurred: Djibouti, in Djibouti (1)
	//   2025-06-12 CONSULT planned: Grace Mwangi, Tesfaye Alemu, in Djibouti (2)
	// As of 2025-06-12:
	//   2025-04 CHANGE occurred: Ethiopia, Moyale, in Moyale (1)
	//   2025-06-03 STATEMENT occurred: the Kenyan foreign ministry (1)
	//   on or after 2025-06-03 CONSULT planned: The two ministers, the border, in Moyale (1)
	//   2025-06-10 ASSAULT occurred: Gunmen, 17 people, in Moyale (2)
	//   about 2025-06-10 ACCUSE allege occurred: Ethiopia, the Kenyan army (1)
	//   about 2025-06-10 REJECT occurred: Ethiopia, warnings (1)
	//   about 2025-06-10 REJECT occurred: Kenya (1)
	//   by 2025-06-11 CONSULT negotiate occurred: Djibouti, in Djibouti (1)
	//   2025-06-12 CONSULT occurred: Grace Mwangi, Tesfaye Alemu, in Djibouti (3)
	//   2025-06-12 SUPPORT sign occurred: Kenya, Ethiopia (1)
	// As of 2025-06-16:
	//   2025-04 CHANGE occurred: Ethiopia, Moyale, in Moyale (1)
	//   2025-06-03 STATEMENT occurred: the Kenyan foreign ministry (1)
	//   on or after 2025-06-03 CONSULT planned: The two ministers, the border, in Moyale (1)
	//   2025-06-10 ASSAULT occurred: Gunmen, 17 people, in Moyale (2)
	//   about 2025-06-10 ACCUSE allege occurred: Ethiopia, the Kenyan army (1)
	//   about 2025-06-10 REJECT occurred: Ethiopia, warnings (1)
	//   about 2025-06-10 REJECT occurred: Kenya (1)
	//   by 2025-06-11 CONSULT negotiate occurred: Djibouti, in Djibouti (1)
	//   2025-06-12 CONSULT occurred: Grace Mwangi, Tesfaye Alemu, in Djibouti (4)
	//   2025-06-13 SUPPORT sign occurred: Kenya, Ethiopia (2)
	//   2025-06-13 SUPPORT sign occurred:  (1)
	//   2025-06-16 STATEMENT occurred: the Kenyan foreign ministry (1)
	//   2025-06-16 CHANGE occurred: the Kenyan foreign ministry, earlier reports, in Ethiopia (1)
	//   2025-07-01 CHANGE planned: Ethiopia, the border, in Ethiopia (1)
}
