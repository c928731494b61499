"""Sentences of our own with the relations marked that they report: {speaker}, [cue], <content>.

One a line: phenomenon | text. `⏎` is a paragraph end. A line that begins with `+` marks another relation of the same text;
`~` before the phenomenon says that the relation is a thought or plan, no statement. Nothing is reported where nothing is marked.
"""

MARKED = """
direct | <“We leave at dawn,”> [said] {the harbour master}.
direct | <"The bridge will hold,"> {the engineer} [said].
direct | <“Nobody warned us about the flood,”> {Marta Keller}, who runs the bakery, [told] reporters.
direct | {The mayor} [said], <“This town has waited long enough.”>
direct | {The minister} [replied]: <“We have nothing to hide.”>
direct | <“No,”> [said] {the witness}.
direct | <“Where is the money?”> {the senator} [asked].
direct | <“Get out!”> {the guard} [shouted].
direct | <“The talks are over,”> {a Western diplomat} [told] the agency on Tuesday.
direct | <'We were never asked,'> [said] {Oluwole Adeyemi}, a farmer in the valley.
direct | <‘The numbers do not add up,’> {the auditor} [wrote].
direct | <''The vote was fair,''> {Ms. Lindqvist} [said].
direct | <«We shall appeal the ruling,»> {the lawyer} [said] outside the court.
direct | <“Every pipe was tested twice,”> [insisted] {the plant’s director}.
direct | <“I signed nothing,”> {he} [added].
direct | <“The water is safe to drink,”> {the company} [tweeted].
direct | <“We regret the delay,”> {the airline} [wrote] in an email to passengers.
direct | <“They fired first,”> [claimed] {the rebel commander}.
direct | {She} [recalled]: <“My father built that wall with his own hands.”>
direct | <“It was a mistake to close the school,”> {Governor Reyes} [conceded].
direct | <“You cannot eat promises,”> {the union’s leader} [quipped].
direct | <“The dam is cracking,”> [warned] {the geologist}.
direct | {The priest} [murmured], <“May they rest.”>
direct | <“Not one soldier will leave,”> [vowed] {General Arslan}.
broken | <“The road,”> {the driver} [said], <“was never meant for lorries.”>
broken | <“We will rebuild,”> {the mayor} [said]. <“It may take ten years.”>
broken | <“Our position is clear,”> [said] {the spokeswoman}. <“There will be no talks without a ceasefire.”>
broken | <“I knew the captain,”> {Mrs. Doyle} [added], <“and he was a careful man.”>
broken | <“If they come,”> [warned] {the general}, <“they will find us ready.”>
broken | <''We are tired,''> {Mr. Okafor} [said]. <''We want to go home.''>
broken | <"Prices went up twice,"> {the shopkeeper} [complained]. <"Nobody can pay that.">
broken | <“The lake is dying,”> {the biologist} [said], <“and we are watching it die.”>
paragraphs | <“The bank failed its customers,”> {the judge} [said].⏎<“It failed them for years, and it knew.”>
paragraphs | {The chairman} [said]: <“We shall sell the mine.⏎“We shall not sell the railway.”>
paragraphs | <“Nobody slept that night,”> [said] {Amina Yusuf}, a nurse.⏎<“The sirens never stopped.”>
paragraphs | {The bishop} [wrote] to the parish:⏎<“The roof must be mended before winter.”>
paragraphs | <“We counted the votes three times,”> {the clerk} [said].⏎<“The result was the same.”>
sentence border | <“The harvest is lost.”> {He} [added] <that no aid had come>.
sentence border | The ambassador was blunt. <“This is not a negotiation,”> {she} [said].
sentence border | The minister left early. {He} [said] <he would return on Monday>.
sentence border | Sato denied the charge. <“I was abroad that week,”> {he} [explained].
inverted | <“The reactor is stable,”> [said] {Tomasz Wolny}, the plant’s chief engineer.
inverted | <The strike would go on,> [said] {the union}.
inverted | <“This is a bad law,”> [argued] {Professor Lund}.
inverted | <Two of the men were armed,> [said] {a police spokesman}.
inverted | <“We have lost everything,”> [cried] {one woman}.
indirect | {The minister} [said] <that the talks had failed>.
indirect | {Police} [said] <two men were arrested near the border>.
indirect | {The central bank} [announced] <that it would raise interest rates>.
indirect | {Rescuers} [reported] <that no survivors had been found>.
indirect | {The company} [denied] <that its trucks had crossed the river>.
indirect | {Tehran} [insists] <that the cargo was medicine>.
indirect | {Officials in Kyiv} [claim] <that the missiles were made abroad>.
indirect | {The prosecutor} [alleged] <that the mayor had taken bribes>.
indirect | {Finland} [warned] <that the pipeline could leak>.
indirect | {Analysts} [predict] <that the price of wheat will double>.
indirect | {The pilot} [admitted] <that he had misread the map>.
indirect | {The president} [promised] <that the army would stay in its barracks>.
indirect | {A court spokesman} [confirmed] <that the trial will begin in May>.
indirect | {The opposition} [argues] <that the law violates the constitution>.
indirect | {The study} [found] <that bees avoid the new pesticide>.
indirect | {She} [acknowledged] <that the figures were wrong>.
indirect | {The foreign ministry} [stressed] <that no date had been fixed>.
indirect | {The envoy} [reiterated] <that sanctions must end first>.
indirect | {The tribunal} [ruled] <that the island belongs to neither side>.
indirect | {The port authority} [said] <on Friday that three ships were waiting>.
indirect | {Doctors} [told] the committee <that the vaccine was safe>.
indirect | {The spokesman} [told] reporters <the minister was in good health>.
indirect | {The general} [suggested] <the attack came from the north>.
indirect | {The inspector} [noted] <that the brakes were worn>.
indirect | {Residents} [complained] <that nobody had told them to leave>.
indirect | {The ministry} [indicated] <that it would accept the offer>.
indirect | {The broker} [swore] <that he had never met the buyer>.
indirect | {The lawyer} [contends] <that the letter was forged>.
indirect | {The report} [concludes] <that the dam was badly built>.
indirect | {The UN} [estimates] <that 40,000 people have fled>.
indirect | {Beijing} [responded] <that the drill was routine>.
indirect | {The captain} [explained] <that the engine had overheated>.
questions | {Reporters} [asked] <whether the minister would resign>.
questions | {The judge} [asked] <why the file was missing>.
questions | {The senator} [asked] <how the money had been spent>.
questions | {The ministry} did not [say] <when the bridge would open>.
questions | {He} [explained] <how the valve works>.
questions | {The committee} [asked] <what had gone wrong>.
mixed | {The minister} [called] <the report “a heap of lies”>.
mixed | {The coach} [said] <the defeat was “a wake-up call” for the team>.
mixed | {Haddad} [said] <that the plan would “bury the town”>.
mixed | {The envoy} [described] <the talks as “frank and useful”>.
mixed | {The paper} [said] <the general had “lost touch” with his men>.
mixed | {She} [told] parliament <that the cuts were “cruel and pointless”>.
mixed | {The ambassador} [dismissed] <the charge as “baseless”>.
mixed | {Moscow} [said] <it was “ready for dialogue” but would not withdraw>.
mixed | {The bishop} [branded] <the law “an insult”>.
mixed | <The deal, {he} [said], was “as good as dead”>.
parenthetical | <The ferry>, {the owner} [said], <had passed every inspection>.
parenthetical | <The talks>, {officials} [say], <could resume next week>.
parenthetical | <The village was empty when the soldiers came>, {a survivor} [said].
parenthetical | <The prisoners will be freed on Sunday>, {the ministry} [announced].
parenthetical | <Exports fell by a third last year>, {the bank} [reported].
parenthetical | As {the mayor} [noted], <the old bridge was never repaired>.
according to | [According to] {the coast guard}, <the ship sank within minutes>.
according to | <The fire began in the kitchen>, [according to] {the police}.
according to | <Unemployment>, [according to] {the statistics office}, <has fallen to four percent>.
according to | <At least nine people were hurt>, [according to] {Dr. Amara Cissé of the city hospital}.
according to | [According to] {a senior official who asked not to be named}, <the minister will resign>.
according to | <Half of the wells are poisoned>, [according to] {a report by the water agency}.
according to | <The payment was made in cash>, [according to] {court documents}.
infinitive | {The union} [threatened] <to close the port>.
infinitive | {The minister} [promised] <to publish the letters>.
infinitive | {The company} [declined] <to comment>.
infinitive | {The witness} [refused] <to answer the question>.
infinitive | {Norway} [offered] <to host the talks>.
infinitive | {The governor} [vowed] <to veto the bill>.
infinitive | {Greece} [pledged] <to take in 500 refugees>.
infinitive | {The bank} [agreed] <to repay the customers>.
infinitive | {The teachers} [demanded] <to see the contract>.
object infinitive | {The mayor} [urged] <residents to boil their water>.
object infinitive | {The United Nations} [called on] <both sides to stop shelling the city>.
object infinitive | {The judge} [ordered] <the company to hand over its files>.
object infinitive | {He} [asked] <the council to delay the vote>.
object infinitive | {The bishop} [advised] <the faithful to stay at home>.
object | {The minister} [denied] <the allegations>.
object | {The ambassador} [rejected] <the claims of a cover-up>.
object | {The president} [announced] <a ceasefire in the eastern provinces>.
object | {Human rights groups} [condemned] <the arrests>.
object | {The governor} [criticized] <the federal response to the flood>.
object | {Japan} [demanded] <an apology>.
object | {The envoy} [proposed] <a meeting in Geneva>.
object | {The king} [praised] <the courage of the firefighters>.
object | {The opposition} [denounced] <the vote as a farce>.
object | {The chairman} [defended] <the decision to close the plant>.
object | {The court} [confirmed] <the sentence>.
object | {The ministry} [reiterated] <its support for the treaty>.
object | {The senator} [questioned] <the cost of the project>.
object | {Ankara} [dismissed] <the accusation>.
object | {The party} [endorsed] <the former general>.
prepositions | {Germany} [called for] <an independent inquiry>.
prepositions | {The minister} [apologized for] <the delay>.
prepositions | {The workers} [complained about] <the heat in the workshop>.
prepositions | {The envoy} [spoke of] <a new beginning>.
prepositions | {The general} [warned of] <a long war>.
prepositions | {The report} [points to] <serious errors in the design>.
prepositions | {The farmers} [accused] <the government of breaking its word>.
prepositions | {The prosecutor} [accused] <him of selling state secrets>.
prepositions | {The coach} [referred to] <the loss as a blessing>.
passive | <The bridge> [was described] <as unsafe> by {the inspectors}.
passive | It [was reported] <that the envoy had left the country>.
passive | It [was claimed] <that the votes had been bought>.
passive | <The mayor> [was accused] <of hiding the report>.
passive | <The plan> [was criticized] by {teachers}.
passive | <The rebels> [are said] <to control the airport>.
passive | It [is alleged] <that the guards fell asleep>.
passive | <The charges> [were denied] by {the company}.
participles | {The ministry} issued a statement [saying] <that the border would stay closed>.
participles | {The minister} left the hall, [saying] <he had another meeting>.
participles | <“We are not afraid,”> {the editor} [said], adding that the paper would appear as usual.
+ participles | “We are not afraid,” {the editor} said, [adding] <that the paper would appear as usual>.
participles | {He} resigned on Friday, [citing] <poor health>.
participles | {She} closed the meeting, [promising] <that every letter would be answered>.
participles | {The envoy} flew home, [insisting] <that nothing had been signed>.
several speakers | {France and Germany} [said] <they would send engineers>.
several speakers | {The mayor and the bishop} [called for] <calm>.
several speakers | {Two officials} [said] <the shipment had been stopped>.
several speakers | {Russia, China and India} [rejected] <the proposal>.
several cues | {The minister} [said] <the dam was safe> and promised to publish the tests.
several cues | {She} [denied] <the charge> and demanded an apology.
+ several cues | {She} denied the charge and [demanded] <an apology>.
several cues | {He} [said] <the ship was old> but denied that it was overloaded.
+ several cues | {He} said the ship was old but [denied] <that it was overloaded>.
nested | {The paper} [reported] <that the minister had called the vote a farce>.
nested | {Tasnim} [said] <the ambassador rejected the claim>.
nested | <“{He} told me the well was dry,”> {the widow} [said].
nominal | {His} [claim that] <the ballots were burned> was never proved.
nominal | {The minister’s} [denial that] <he had met the dealer> surprised nobody.
nominal | {Their} [promise to] <rebuild the school> was forgotten.
nominal | {Tehran’s} [offer to] <hold talks in Muscat> was ignored.
nominal | {Her} [warning that] <the roof would fall> went unheard.
nominal | {The union} [made the claim that] <the pumps were faulty>.
nominal | {Moscow’s} [threat to] <cut the gas> worried the markets.
nominal | {The president} [made it clear that] <no troops would be sent>.
adverbs | <The official> [reportedly] <took three million euros>.
adverbs | <The men> [allegedly] <planned to poison the well>.
adverbs | <The general> has [reportedly] <left the country>.
reported before | {Ines Duarte}, the deputy mayor, [said] <the market would move to the harbour>.
reported before | {A spokesman for the railway} [said] <trains would run again by noon>.
reported before | {An official familiar with the talks} [said] <the gap was narrowing>.
reported before | {One of the guards} [said] <he had heard shots>.
reported before | {The Kremlin} [said] <the visit had been postponed>.
reported before | {Brussels} [says] <the subsidy breaks the rules>.
reported before | {The White House} [said] <the call lasted an hour>.
reported before | {Whitehall sources} [said] <the budget would be cut>.
reported before | {Critics} [say] <the wall will never be finished>.
reported before | {A man who gave his name only as Viktor} [said] <the shelling began at six>.
media | {The minister} [wrote] on Telegram <that the convoy had arrived>.
media | {The ministry} [said] in a statement <that the embassy would reopen>.
media | {The president} [said] during a phone call with his Polish counterpart <that help was on its way>.
media | {The envoy} [told] Reuters <that the ship would be searched>.
media | In a letter to the council, {the ambassador} [called] <the probe illegal>.
media | <“Proud of this team,”> {the captain} [posted] on Instagram.
diplomacy | {The council} [took note of] <the report of the secretary-general>.
diplomacy | {The delegation} [reaffirmed] <its commitment to the treaty>.
diplomacy | {The assembly} [deplored] <the attacks on hospitals>.
diplomacy | {The ministers} [underscored] <that borders must not be changed by force>.
diplomacy | {The envoy} [voiced] <concern over the arrests>.
~ thoughts | {The minister} [believes] <that the talks will fail>.
~ thoughts | {Investors} [fear] <that the bank will collapse>.
~ thoughts | {The general} [hopes] <to return to the capital>.
~ thoughts | {The government} [plans] <to close two airports>.
~ thoughts | {The farmers} [want] <the dam to be opened>.
~ thoughts | {The coach} [thinks] <the team is too young>.
~ thoughts | {The mayor} [wants] <to widen the road>.
~ thoughts | {The company} [intends] <to appeal the ruling>.
~ thoughts | {Officials} [expect] <that the river will rise again>.
~ thoughts | {She} [doubts] <that the letter is genuine>.
~ unreal | {The minister} never [said] <that the dam was safe>.
~ unreal | {The company} [might say] <that it knew nothing>.
~ unreal | {He} did not [say] <that the vote was fair>.
nothing | The train left the station at noon.
nothing | Snow fell on the hills during the night.
nothing | The company built three new bridges last year.
nothing | Two trucks collided on the coast road.
nothing | The museum opens at nine and closes at six.
nothing | Her brother works in a bakery near the harbour.
nothing | The river rose two metres in a week.
nothing | Workers repaired the roof of the old school.
nothing | The team won the match with a late goal.
nothing | Prices fell by three percent in April.
nothing | The ship carried grain from Odesa to Alexandria.
nothing | He drove to the airport and boarded a plane.
nothing | The village lies at the foot of a mountain.
nothing | The factory employs four hundred people.
nothing | Volunteers carried sandbags to the river.
nothing | The old man walked his dog along the canal.
nothing | A storm tore the roof off the stadium.
nothing | The airline cancelled forty flights on Sunday.
nothing | They bought a house near the lake.
nothing | The band played for two hours.
nothing | The committee meets on the first Monday of the month.
nothing | The new tram line runs from the port to the university.
nothing | The bank has branches in eleven countries.
nothing | The film “The Last Lighthouse” opens in May.
nothing | Her novel, “Salt and Iron,” won a prize.
nothing | The ship, the “Northern Star,” was built in 1961.
nothing | The so-called “ghost road” ends in a field.
nothing | He played the part of the king in “Winter in Tartu.”
nothing | The 'old town' has twelve churches.
nothing | The company's workers' council has nine members.
nothing | In the '90s the harbour was rebuilt.
nothing | The parliament has 120 seats.
nothing | The army moved two brigades to the border.
nothing | Soldiers crossed the river before dawn.
nothing | The minister arrived in Doha on Tuesday.
nothing | The president met the king in Rabat.
nothing | The two leaders shook hands and sat down.
nothing | The ambassador left the room after ten minutes.
nothing | The court has nine judges.
nothing | The election is on 12 May.
nothing | The mayor opened the new library.
nothing | The dam holds forty million cubic metres of water.
nothing | The shop sells bread, cheese and honey.
nothing | Police closed the street for an hour.
nothing | Firefighters put out the blaze within minutes.
nothing | The patient was taken to the city hospital.
nothing | The road was blocked by fallen trees.
nothing | The stolen car was found in a quarry.
nothing | The bridge was built in 1932.
nothing | The treaty entered into force in 2011.
nothing | The convoy was hit by a drone near the station.
nothing | Ten people died in the crash.
nothing | The concert was sold out in an hour.
nothing | The harvest was the best in ten years.
nothing | The clock on the tower stopped at 4:15.
nothing | The children ran across the square.
nothing | Copper costs more than it did a year ago.
nothing | The island has no airport.
nothing | Three cables were cut in the strait.
nothing | The kitchen smelled of smoke.
nothing | The library owns a letter by Chopin.
nothing | Temperatures dropped below zero in the valley.
nothing | The ferry takes forty minutes.
nothing | The new law applies from January.
nothing | A goat blocked the runway for half an hour.
nothing | The painting hangs in the town hall.
headlines | {Mayor} [says] <bridge will open in spring>
headlines | {Minister} [denies] <taking bribes from builder>
headlines | {Haddad}[:] <The Dam Is Safe>
headlines | {Iran} [proposes] <talks with Ukraine on drones>
headlines | {Poll}[:] <Voters want a new bridge>
headlines | {Governor Reyes} [Slams] <Plan to Close Airport>
headlines | <Two ministers took money from builder>[:] {report}
transcripts | {Q}[:] <Is the road open?>⏎MS. LIND: It is open to lorries.⏎Q: And to cars?⏎MS. LIND: Not yet.
+ transcripts | Q: Is the road open?⏎{MS. LIND}[:] <It is open to lorries.>⏎Q: And to cars?⏎MS. LIND: Not yet.
transcripts | {MR. OBI}[:] <Thank you all for coming.>⏎QUESTION: When will the port reopen?⏎MR. OBI: In two weeks.
+ transcripts | MR. OBI: Thank you all for coming.⏎{QUESTION}[:] <When will the port reopen?>⏎MR. OBI: In two weeks.
odd marks | <“The gate was open,”> {the guard} [said]. He shrugged.”
odd marks | {The clerk} [said] <that the file labelled “closed was empty>.
odd marks | <"We saw nothing," [said] {the fisherman}.
odd marks | <“The key was here,“> [said] {the porter}.
relative | {Prosecutors} [accused] <him of hiding the letters>, which he denies.
+ | Prosecutors accused him of hiding <the letters>, which {he} [denies].
relative | {Oke} [said] <the guards had slept>, a charge the prison calls absurd.
+ | Oke said the guards had slept, <a charge> {the prison} [calls] <absurd>.
relative | {The author} [said] <the mine had leaked for years>, a claim that could not be verified.
relative | {Renn} [said] <the guns had been moved>, something the rebels dispute.
+ | Renn said the guns had been moved, <something> {the rebels} [dispute].
refusals | {A spokeswoman} [would not say] <whether the talks had begun>.
refusals | {The airline} [would not comment] on <the pilot’s age>.
refusals | {The regulator} [confirmed] <that it had received a complaint> but refused to discuss it.
+ | {The regulator} confirmed that it had received a complaint but [refused] <to discuss it>.
refusals | {The clerk} [added] <that the files were safe> but would not say where they were kept.
+ | {The clerk} added that the files were safe but [would not say] <where they were kept>.
called for | {Transport Minister Jonas Friis} [called] for <the log to be published>.
called for | It came hours after {families of nine patients} [called] for <an inquiry to be held>.
dated | {The coastguard} [said] on Saturday <it had opened an inquiry>.
dated | {The families} [accused] <the clinic> last week <of having known that the ward was closed>.
meanwhile | {The trust} [denied] <that it had hidden the figures> as families demanded an inquiry.
+ | The trust denied that it had hidden the figures as {families} [demanded] <an inquiry>.
meanwhile | {Mr. Ledger} has [denied] <that his office leaked the plan>, after shares in the firm fell sharply.
headlines | {Ferry firm} [rejects] <claim it ignored storm warning>⏎The ship ran aground on Sunday.
headlines | {Mine owner} [disputes] <report on dam collapse>⏎The dam broke on Sunday.
scolded | {Sara Lund} [scolded] him: <“You knew in January,”> she said.
edges | {The federation} [said] in a statement <that it was co-operating with the court>.
edges | {The captain} [said] <he had slowed down> — something a sailor remembers otherwise.
edges | {The harbour board} [said] <the storm could do more damage, where other ships would be at risk>.
edges | {He} [urged] <both sides to allow observers in> and told them that the talks would go on.
+ | {He} urged both sides to allow observers in and [told] them <that the talks would go on>.
edges | {Dralo}, through a lawyer, [has admitted] <giving money to the club>.
~ questions asked | Did {the mayor} really [promise] <free buses>?
relative | {The minister} [defended] <a deal under which a firm will run three jails>, insisting it was cheap.
+ | {The minister} defended a deal under which a firm will run three jails, [insisting] <it was cheap>.
refusals | {The brigadier} [neither confirmed nor denied] <that his planes had flown>.
parenthetical | <The rules,> {she} [pointed out], <do not allow a second vote>.
parenthetical | <The rules had never allowed it>, {the clerk} [complained].
scolded | Ahmed Saleh said he had seen boxes at the gate. {Faure} [dismissed] this: <“The boxes were oxygen.”>
+ | {Ahmed Saleh} [said] <he had seen boxes at the gate>. Faure dismissed this: “The boxes were oxygen.”
mixed | {Sugden} [said] <he had been hired “for a matter of personal security” and had never heard of her until he read about her>.
edges | {Carol Lomas} [told] a reporter who called at the house <that he was out>.
headlines | {Minister} [defends] <jail deal> as watchdog raises alarm⏎The deal was signed on Monday.
~ unreal | The mayor broke his silence over claims that {he} [ordered] <a detective to follow her>.
relative | {He} [argued] <that ministers had no power to do so> — a point Fiona Shaw disputed.
+ | He argued that ministers had no power to do so — <a point> {Fiona Shaw} [disputed].
relative | {He} [suggested] <that the army should be put on alert>, a proposal the prime minister ruled out.
called for | {The minister} [called] on <the firm to hand over its books>.
called for | {The union} [appealed] to <the governor to open the bridge>.
edges | {Max Feld} [told] the Post <that was not true>.
edges | {Lois Grant} [said] <the hearing was a show> and apologized to the witness.
edges | {The chemist} [told] Congress <that she never changed a report>, contradicting the words of her deputies.
edges | {Reid}, asked about the strike on Thursday, [urged] <both sides to get back to the table>.
paragraphs | <“I was there until ten,”> [said] {Bridget Lowe}.⏎Max Feld shook his head. “She left at eight.”
object | {She} [dismissed] <as propaganda Kantaran claims that the river had fallen by a fifth>.
object | {The ministry} [rejected] <as baseless a report that the port was sold>.
object | {The council} [condemned] <as a sham the vote in Kessel>.
edges | {Luc Feret} [said] in a letter to the paper published on Sunday <that the wall would not stop a goat>.
edges | {A junior minister} [said] on Monday <she would vote against the wall> and challenged him to sack her.
edges | {The broker} [said] <the claims were untrue>, without addressing whether it had held the data.
mixed | {Don Hartley} [warned] <that "nobody is bigger than the party">, and two others openly called for her to go.
+ | Don Hartley warned that "nobody is bigger than the party", and {two others} openly [called] for <her to go>.
headlines | {Firm Orbis} [says] <no user data sold>; regulator not satisfied⏎The firm sells an app.
headlines | {Museum director} quits, [denies] <destroying letters>⏎The director left on Friday.
edges | {His office} issued a statement [saying] <that the mayor supports an inquiry>.
~ unreal | {The mayor} stopped short of [calling] for <him to go>.
~ unreal | {They} [made] no [mention] of <the letters>.
edges | <“Follow us,”> {Gil} [said], and the boys, curious, trailed behind her on the way to the square.
edges | {A spokeswoman} [said] <the firm has no more trials and delivered all its drugs on time>.
object | {Both brothers} [deny] <having paid the judge>.
object | {The firm} [denied] <ever having been warned>.
~ unreal | The minister, {who} denied [having threatened] <the judge>, was absent.
~ unreal | {The minister} denied [admitting] <that he had lied>.
several cues | {The prosecutor} [confirmed] <that the files were being examined> but cautioned against conclusions.
relative | {Koval} [said] <the dust had come from old pumps>, an explanation that two envoys called a classic.
nothing | Bribery inquiry: what the ministers know⏎The files were found on Sunday.
meanwhile | {Both governments} [rejected] <accusations that they had armed the rebels>, hours after their neighbours complained to the council.
object infinitive | {The commission} [urged] <anyone with concerns to come forward>.
object | {Her solicitors} [accuse] <the newspaper of publishing “a string of falsehoods”>.
object | {The Argus} [stands] by <its story>.
~ unreal | Behind the harsh words lies a [dispute about] <powers>.
edges | {The minister} [admitted] <that his country had sold a few of them, months before the war began>.
outer speaker | {Birk} [went after] Cole for following the mayor's refusal to pay and [called for] <her to resign>.
outer speaker | {Birk} [said] last week <that Cole represents “coastal values,”> stating during the debate that they are soft.
+outer speaker | {Birk} said last week that Cole represents “coastal values,” [stating] during the debate <that they are soft>.
outer speaker | {Cole} [said] <private guards can be more costly than public ones> and cited the airport's choice to use its own.
+outer speaker | {Cole} said private guards can be more costly than public ones and [cited] <the airport's choice> to use its own.
outer speaker | {She} [said] <her father has been a good employer and would do the same as mayor>, saying that he supports equal pay.
+outer speaker | {She} said her father has been a good employer and would do the same as mayor, [saying] <that he supports equal pay>.
outer speaker | {Ruth Cole} has offered few ideas aside from [stating] <that the ferry should not make a profit>.
outer speaker | {The admiral} makes no apologies for [accusing] <the islanders of smuggling>.
outer speaker | On Saturday at the party's meeting {Sen. Ruth Cole} (D-Ohio) [said] <rival Tom Birk was a “proven fraud” in business>.
outer speaker | <“Having access to the file is valuable,”> [said] {Skelly}, explaining he worked with Anna Horn.
+outer speaker | “Having access to the file is valuable,” said {Skelly}, [explaining] <he worked with Anna Horn>.
outer speaker | {Birk} stirred anger with an [assertion] <that the islanders are smugglers>.
called names | {Governor Lena Ward} [blasted] <Reyes as a “fraud”> Tuesday on The Tom Birk Show.
called names | {Opponents} [called] <the audit order and the demand for Wynn's records a transparent political stunt>.
called names | <Tom Carr>, who runs the clinic, [has been called] <a crook> by {fellow surgeons} for selling miracle cures.
edges | {Analysts} [said] <the country is growing by six percent, while the south will see only two>.
edges | {The survey} [showed] <that most soldiers favoured the plan, while only a quarter were against it>.
edges | {Birk} [said] <things “should be over by June,”> referring to the party's meeting.
edges | {She} [predicted] <that wages would fall over time, but that the extra pay would more than make up for it>.
edges | {Brodersen} [said] <she wanted major change in the capital, but found Mr. Birk too crude to support>.
edges | {Mr. Edd} [said] <he was not sure the rule would apply to his firm, but planned to follow it>.
edges | {Carson} [said] <he was rooting for the north but would now root for the south>.
edges | {He} [said] <it was safe>, but declined to give details.
edges | {Birk} [claimed] <Cole had helped her>, but offered no proof.
edges | {Former mayor Bill Cole} [said] this week <Ruth Cole thinks the city asks too much of its schools>.
edges | <After the court approved the law six years ago>, {Hebert} [said], <most rules on photo cards were thought to be safe>.
edges | {The minister} [said] <the deal was dead>, while the crowd outside was singing.
according to | <The agency is looking into whether she was guilty>, [according to] {three sources who spoke to the Harbour Post but were not authorized to speak on the record}.
according to | <Young buyers with no credit might not be so lucky>, [according to] {Jason Reed}, who was an adviser to the campaign.
answers | {The United States} [supported] <that proposal>.
answers | {Athens} [accepted] <the offer>; Ankara said there was nothing to compare.
+answers | Athens accepted the offer; {Ankara} [said] <there was nothing to compare>.
answers | {Colson} [turned down] <the offer>, arguing that the date was wrong.
answers | {Aid officials} [scoffed] at <that promise>.
answers | {The prime minister} [appealed] to <Brussels to show patience>.
answers | {Health Minister Stuart Beale} [called] <this “a disgraceful attempt to score points”>; hospitals are a matter for the states.
unreal | The clerk accepted the parcel and carried it upstairs.
findings | {A survey released Monday by DHR Research} [found] <49 percent of likely voters opposed to removing Halloran>.
findings | {A Bangor Daily poll in late July} [put] <Halvorsen ahead by seven points in the state>.
unreal | The nurse put the basin ahead of the others.
hung lower | {Becky Garritt} [told] the panel <she was asked for the names of her donors>.
hung lower | {Colbert's sister, Wanda,} [said] outside the courthouse <that he was being punished for being rich>.
hung lower | {Critics within the party} [accuse] <Pollard of using the floor to raise money for his campaign>.
headlines | {Veterans} [dispute] <candidate's account of combat>
headlines | {Union leaders} [back] <strike at port>
headlines | {Environmental groups} [hail] <ruling>, miners vow appeal
headlines | {Lawmakers} [urge] <probe of ferry firm>
headlines | {Families} [demand] <apology from hospital>
headlines | <Minister took state plane to football games>, {logs} [show]
headlines | Budget talks collapse; {governor} [blames] <Senate>
unreal | Harbour back pain clinics open
outer speaker | {The Chamber of Commerce} [disputes] <that finding> and says the stadium would bring in money.
+outer speaker | {The Chamber of Commerce} disputes that finding and [says] <the stadium would bring in money>.
whose gerund | She criticised {Birk} for [saying] <the dam was safe>.
whose gerund | The minister praised {the nurses} for [warning] <that the ward was full>.
whose gerund | {The editor} apologized for [saying] <that Birk had lied>.
whose gerund | {She} surprised Birk by [saying] <the dam was safe>.
edges | {Health Secretary Laura Denby} [told] members <the findings were “sickening”> and promised a public inquiry.
edges | <A hospital trust hid the outbreak and told families they had died of natural causes>, {the watchdog} [has said] in a report that the trust calls “deeply unfair”.
edges | {He} [said] <that performers were “grooming” children>, a claim for which he has offered no evidence and which they call a lie.
edges | {The agency} [said] <the latest test was its biggest yet>, although it may take days to determine how strong it was.
edges | {Analysts} [said] <politics had raised the country's appeal>, citing its long border with the sea.
edges | {Critics} [say] <the money would be better spent with NATO>, the alliance of most of Europe.
edges | {Cole} [says] <she hopes to be elected, but she knows that “he will always be the king.”>
"""


def examples() -> list[tuple[str, str, list[dict[str, object]]]]:
    """Each text with its phenomenon and its relations: speaker, cue and content as lists of spans, and whether it is a statement."""
    found: list[tuple[str, str, list[dict[str, object]]]] = []
    for line in MARKED.strip().splitlines():
        phenomenon, marked = (part.strip() for part in line.split(" | ", 1))
        text, relation = _unmarked(marked.replace("⏎", "\n\n"))
        again, silent = phenomenon.startswith("+"), phenomenon.startswith("~")
        relation["is_statement"] = not silent
        relations = [relation] if relation["content"] else []
        if again:
            if found[-1][1] != text:
                raise ValueError(f"not the text before: {text!r}")
            found[-1][2].extend(relations)
        else:
            found.append((phenomenon.lstrip("~ "), text, relations))
    return found


_ROLES = {"{": "speaker", "[": "cue", "<": "content"}
_CLOSERS = {"}": "speaker", "]": "cue", ">": "content"}


def _unmarked(marked: str) -> tuple[str, dict[str, object]]:
    spans: dict[str, list[tuple[int, int]]] = {"speaker": [], "cue": [], "content": []}
    opened: dict[str, int] = {}
    text = ""
    for sign in marked:
        if sign in _ROLES:
            opened[_ROLES[sign]] = len(text)
        elif sign in _CLOSERS:
            spans[_CLOSERS[sign]].append((opened.pop(_CLOSERS[sign]), len(text)))
        else:
            text += sign
    if "content" in opened:
        spans["content"].append((opened["content"], len(text)))
    return text, dict(spans)
