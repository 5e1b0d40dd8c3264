package main

// The words of made-up sentences.
const (
	firstNames = "Anna Carlo Maria Ivan Sergei Olena Ahmed Fatima John Sarah Pedro Lucia Hans Karin Yuki Wei Ali Leila David Emma Omar " +
		"Nadia Viktor Elena Jean Claire Pierre Mark Susan Robert "
	lastNames = "Lind Rossi Petrov Kovalenko Haddad Khan Smith Miller Garcia Novak Schmidt Larsen Tanaka Chen Rahimi Cohen Dubois " +
		"Moreau Brown Wilson Ivanova Silva Nowak Keller Jansen Okafor Mensah Sato Park Nguyen "
	places = "Russia Ukraine Germany France Israel Iran China Japan India Brazil Mexico Egypt Turkey Syria Norway Poland Kenya " +
		"Nigeria Canada Moscow Kyiv Berlin Paris Tehran Beijing London Geneva Vienna Rome Cairo Ankara Madrid Warsaw Nairobi Washington " +
		"Tokyo Delhi Texas California Bavaria "
	demonyms = "Russian Ukrainian German French Israeli Iranian Chinese Japanese Indian Turkish Syrian Polish American British European "
	roles    = "minister president general spokesman spokeswoman official mayor governor judge lawyer activist journalist senator " +
		"diplomat envoy commander analyst leader chancellor lawmaker prosecutor director chairman witness ambassador "
	bodies = "government army court company parliament union party ministry bank council agency airline commission police opposition " +
		"committee firm regulator navy "
	plurals = "ministers rebels soldiers troops officials workers protesters residents lawmakers farmers students militants gunmen " +
		"migrants refugees investigators lawyers teachers authorities leaders fighters civilians prisoners hostages people "
	compounds = "government police army company Kremlin ministry party opposition defence union "
	things    = "deal treaty agreement plan law city bridge decision attack proposal talks ceasefire report sanctions weapons border " +
		"base ship airport factory budget strike election offer visit protest bill territory campaign investigation summit measure homes " +
		"lives jobs houses "
	adjectives = "senior former new local military foreign major controversial large final joint national key armed nuclear "
	days       = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday "
	months     = "January February March April June July August September October November December "
	// base/past/ing/preposition
	prepositional = "call/called/calling/for agree/agreed/agreeing/on arrive/arrived/arriving/in clash/clashed/clashing/with " +
		"respond/responded/responding/to protest/protested/protesting/against vote/voted/voting/on withdraw/withdrew/withdrawing/from " +
		"talk/talked/talking/with meet/met/meeting/with insist/insisted/insisting/on object/objected/objecting/to " +
		"apologise/apologised/apologising/for "
	// base/past/participle/ing/particle
	particles = "take/took/taken/taking/over call/called/called/calling/off carry/carried/carried/carrying/out set/set/set/setting/up " +
		"shoot/shot/shot/shooting/down hand/handed/handed/handing/over rule/ruled/ruled/ruling/out roll/rolled/rolled/rolling/out " +
		"cut/cut/cut/cutting/off shut/shut/shut/shutting/down turn/turned/turned/turning/down give/gave/given/giving/up "

	transitive = `
attack attacked attacked attacking attacks
kill killed killed killing kills
sign signed signed signing signs
meet met met meeting meets
reject rejected rejected rejecting rejects
capture captured captured capturing captures
arrest arrested arrested arresting arrests
condemn condemned condemned condemning condemns
wound wounded wounded wounding wounds
visit visited visited visiting visits
shoot shot shot shooting shoots
win won won winning wins
take took taken taking takes
seize seized seized seizing seizes
accuse accused accused accusing accuses
approve approved approved approving approves
block blocked blocked blocking blocks
release released released releasing releases
close closed closed closing closes
leave left left leaving leaves
bomb bombed bombed bombing bombs
destroy destroyed destroyed destroying destroys
announce announced announced announcing announces
support supported supported supporting supports
criticise criticised criticised criticising criticises
sentence sentenced sentenced sentencing sentences
host hosted hosted hosting hosts
send sent sent sending sends
charge charged charged charging charges
suspend suspended suspended suspending suspends
hold held held holding holds
impose imposed imposed imposing imposes
discuss discussed discussed discussing discusses
attend attended attended attending attends
replace replaced replaced replacing replaces
hit hit hit hitting hits
cancel cancelled cancelled cancelling cancels
lower lowered lowered lowering lowers
`
	intransitive = `
resign resigned resigned resigning resigns
collapse collapsed collapsed collapsing collapses
expire expired expired expiring expires
continue continued continued continuing continues
fall fell fallen falling falls
rise rose risen rising rises
die died died dying dies
flee fled fled fleeing flees
end ended ended ending ends
arrive arrived arrived arriving arrives
retreat retreated retreated retreating retreats
surrender surrendered surrendered surrendering surrenders
`
	willing = `
promise promised promised promising promises
agree agreed agreed agreeing agrees
vow vowed vowed vowing vows
threaten threatened threatened threatening threatens
refuse refused refused refusing refuses
want wanted wanted wanting wants
plan planned planned planning plans
decide decided decided deciding decides
hope hoped hoped hoping hopes
offer offered offered offering offers
fail failed failed failing fails
try tried tried trying tries
`
	ordering = `
ask asked asked asking asks
urge urged urged urging urges
order ordered ordered ordering orders
force forced forced forcing forces
tell told told telling tells
allow allowed allowed allowing allows
invite invited invited inviting invites
`
)
