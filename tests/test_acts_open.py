"""Acts in open vocabulary: denials, accusations, demands and refusals worded without the verb that would name them.

The sentences of `OPEN` and `MORE` were written before the program had seen them; of `OPEN` it first got 36 % right, of `MORE`, after the
rules for `OPEN` had been written, 37 %. So what a new article words in yet another way is found about that often; the floors here only hold
what has been learnt. `NEWSPAPER` is worded as newspapers mostly do; of it 78 % were right at first (70 % without those rules). `PAIRS`
sets beside a rule's example the near-miss that it must leave alone.
"""

import pytest
from acts_marked import Marked, article, classify, read_marked

from timeline.acts import Act
from timeline.language import parse_articles
from timeline.statements import find_statements

OPEN = """
deny | {“No money changed hands,”} [the developer] <said>.
deny | {“I was never in that room,”} [the former aide] <told> the committee.
deny | [The refinery] <said> {its valves were closed all night}.
deny | {“Somebody has been reading too many thrillers,”} [the ambassador] <said> of the report.
deny | [A lawyer for the priest] <said> {his client had been two hundred miles away at the time}.
deny | {“Not one of our trucks left the depot that day,”} [the haulier] <wrote>.
deny | {“We did nothing of the kind,”} [the spokesman] <said>.
deny | [The institute] <said> {nobody on its staff had touched the samples}.
deny | [The union's treasurer] <said> {every penny was accounted for}.
deny | {“That conversation is a figment of his imagination,”} [the deputy governor] <said>.
deny | {“The figures were not doctored. Not by me, not by anyone in my office,”} [she] <said>.
deny | [The port authority] <insists> {it kept nothing from the inspectors}.
deny | {“It wasn't us,”} [the commander] <said>.
deny | {“We don't dump chemicals, period,”} [the plant's manager] <said>.
deny | [His brother] <swore> {that he hadn't laid a finger on the boy}.
deny | {“There was no cover-up here,”} [the bishop] <said>.
deny | [The ministry] <said> {the document was a forgery}.
deny | {“I don't know that man and I have never spoken to him,”} [the candidate] <said>.
deny | [Analysts at the bank] <found> {no sign that the ledgers had been altered}.
deny | {“This story is dead wrong from its first line to its last,”} [the press secretary] <said>.
deny | [The coach] <said> {he had never seen the needle before}.
deny | {“If anybody was bribed, it wasn't by this company,”} [the chairman] <said>.
deny | {“He's got the wrong man,”} [the defendant] <shouted>.
deny | [The army] <said> {its guns had been silent since noon}.
deny | {“What he describes simply could not have occurred,”} [the prison's governor] <said>.
deny | [The airline] <says> {the jet was airworthy when it took off}.
deny | {“Categorically no,”} [the minister] <replied>.
deny | [The charity] <said> {it didn't spend donors' money on lobbying}.
deny | {“My hands are clean,”} [the banker] <said>.
deny | {“The tape has been spliced. Those words were never spoken together,”} [his attorney] <said>.
allege | {“They siphoned off the relief money while children slept in tents,”} [the deputy] <said>.
allege | [The auditors] <wrote> {that the treasurer had doctored the books for six years}.
allege | {“Management knew about the cracks and did nothing,”} [the welder] <said>.
allege | [The widow] <said> {the police let him bleed to death on the pavement}.
allege | {“Somebody in that ministry tipped off the smugglers,”} [the prosecutor] <said>.
allege | {“The governor bought this election,”} [she] <told> supporters.
allege | [Two former clerks] <said> {the judge took envelopes in his chambers}.
allege | {“Those drones came from Minsk, whatever they tell you,”} [the general] <said>.
allege | {“He put his hand up my skirt and told me nobody would believe me,”} [the intern] <said>.
allege | [The villagers] <say> {the mine has been pouring acid into their river}.
allege | {“They rigged the tender from the start,”} [the losing bidder] <said>.
allege | [Farmers] <say> {soldiers drove off their cattle at gunpoint}.
allege | {“The company buried the safety report,”} [the engineer] <wrote>.
allege | [The opposition leader] <said> {ballot boxes had been stuffed in eleven districts}.
allege | {“She plagiarised half of her thesis,”} [the professor] <said>.
allege | {“The regime starves its own cities and sells the grain abroad,”} [the exile] <said>.
allege | [Nurses] <said> {the clinic billed for patients who had been dead for months}.
allege | {“This was no accident. It was arson,”} [the fire chief] <said>.
allege | [The letter] <says> {the contractor paid ghost workers and pocketed the difference}.
allege | {“Our phones were tapped by the very people sworn to protect us,”} [the editor] <said>.
allege | {“The senator has been on the lobby's payroll for a decade,”} [his rival] <said>.
allege | [Kyiv] <said> {Russian forces had mined the dam}.
allege | {“He knew she was fifteen,”} [the mother] <said>.
allege | [Witnesses] <told> the inquiry {that guards beat the detainees with hoses}.
allege | {“They lied to us for years about what was in the water,”} [a resident] <said>.
allege | {“The minister's nephew got the licence without so much as an application,”} [the newspaper's editor] <said>.
confirm | {“Yes, we paid him. I won't pretend otherwise,”} [the publisher] <said>.
confirm | {“I should have read the contract before I signed,”} [the mayor] <said>.
confirm | {“We got it badly wrong,”} [the forecaster] <said>.
confirm | {“The buck stops with me,”} [the chief constable] <said>.
confirm | [The company] <said> {it had known of the defect since March}.
confirm | {“I hit him, and I would give anything to take it back,”} [the boxer] <said>.
confirm | {“Our systems failed those families,”} [the health secretary] <said>.
confirm | [The treasurer] <told> the jury {she had moved the money into her own account}.
confirm | {“I let my constituents down,”} [the deputy] <said>.
confirm | {“It is a fair cop,”} [the burglar] <said>.
confirm | {“There is no excuse for what my men did,”} [the colonel] <said>.
confirm | {“We owe the people of this valley an apology,”} [the mine's director] <said>.
confirm | {“I lied, and I'm ashamed of it,”} [the cyclist] <told> the interviewer.
confirm | [The archdiocese] <said> {it had moved the priest from parish to parish despite the complaints}.
reject | {“We're not going anywhere,”} [the tenants' leader] <said>.
reject | {“Over my dead body,”} [the landowner] <said>.
reject | {“I have no intention of stepping down,”} [the chancellor] <said>.
reject | [The islanders] <said> {they would not sell at any price}.
reject | {“That court has no say over us,”} [the president] <said>.
reject | {“It's a non-starter,”} [the Dutch minister] <said> of the plan.
reject | {“We don't negotiate with kidnappers,”} [the premier] <said>.
reject | [The commission] <said> {it saw no need for a second inquiry}.
reject | {“Thanks, but no thanks,”} [the striker] <said>.
reject | {“This bill isn't getting past my desk,”} [the governor] <said>.
reject | [The rebels] <say> {they will not lay down their arms}.
reject | {“I won't be bullied into signing that,”} [she] <said>.
reject | [The bishops] <said> {the measure should not become law}.
reject | {“Now is not the time for a vote,”} [the speaker] <said>.
offer | {“My door is open whenever they want to talk,”} [the mayor] <said>.
offer | {“Let us sit down, without conditions, and settle this,”} [the rebel leader] <said>.
offer | [The bank] <said> {customers who lost money could have it back}.
offer | {“We stand ready to send engineers,”} [the envoy] <said>.
offer | {“If they stop shelling, we'll open the road,”} [the commander] <said>.
offer | [Oslo] <said> {it would gladly host the two sides}.
offer | {“We'd be happy to show the inspectors round,”} [the manager] <said>.
offer | {“I'm willing to give up my salary to save those jobs,”} [the director] <said>.
demand | {“It is time for him to go,”} [the deputy] <said>.
demand | {“The least he can do is say sorry,”} [the victim's sister] <said>.
demand | {“Somebody has to answer for this,”} [the priest] <said>.
demand | [The union] <said> {the firm ought to pay the overtime it owes}.
demand | {“Give us our land back,”} [the chief] <said>.
demand | {“What we need is an independent inquiry, and we need it now,”} [the senator] <said>.
demand | {“We want those files opened,”} [the lawyer] <said>.
demand | [The committee] <said> {the minister had until Friday to hand over the diary}.
demand | {“There can be no peace until the last soldier has left,”} [the premier] <said>.
demand | {“Every prisoner has to be freed, without delay,”} [the envoy] <said>.
demand | {“We expect a full refund,”} [the passenger] <said>.
demand | [The report] <says> {inspections should be carried out twice a year}.
demand | {“Parliament owes the public an explanation,”} [the columnist] <wrote>.
demand | {“I would ask the governor to think again,”} [the bishop] <said>.
demand | {“Stop treating us like children,”} [the pupil] <said>.
demand | {“The killing must end,”} [the pope] <said>.
demand | [The families] <say> {they will settle for nothing less than a trial}.
demand | {“It's high time the ministry told the truth,”} [the mother] <said>.
demand | [The ombudsman] <wrote> {that the rules needed to be rewritten}.
promise | {“You will have your money by Christmas,”} [the minister] <told> the pensioners.
promise | [The mayor] <said> {the school would be rebuilt within a year}.
promise | {“We shall not rest until they are home,”} [the president] <said>.
promise | {“I'm going to fight this all the way to the top,”} [the dismissed teacher] <said>.
promise | [The company] <said> {it would cooperate fully with the inquiry}.
promise | {“On my first day I'll scrap that tax,”} [the candidate] <said>.
promise | {“No one will be left behind,”} [the relief coordinator] <said>.
promise | [The ministry] <said> {it intends to publish every page}.
promise | {“We'll get to the bottom of it,”} [the police chief] <said>.
promise | {“You have my word,”} [the manager] <said>.
promise | [The studio] <said> {that it would look at the contracts again}.
promise | {“I won't let you down,”} [the new captain] <said>.
promise | [The two governments] <said> {they would open the crossing next month}.
threaten | {“They'll rue the day,”} [the general] <said>.
threaten | {“Pay up or else,”} [the caller] <said>.
threaten | {“If the port stays shut, we will shut theirs,”} [the minister] <said>.
threaten | [Tehran] <said> {any attack would be met with a crushing answer}.
threaten | {“There will be a reckoning,”} [the militia's leader] <said>.
threaten | {“Cross that river and none of you goes home,”} [the warlord] <said>.
threaten | [The firm] <said> {it would close the plant unless the tax was dropped}.
threaten | {“We'll see you in court,”} [the singer's lawyer] <said>.
threaten | {“Those who shelter him can expect the same fate,”} [the spokesman] <said>.
threaten | [The doctors] <say> {they will walk out if the cuts go ahead}.
threaten | {“Sign it and you're finished in this town,”} [the councillor] <told> him.
criticize | {“He couldn't run a bath,”} [the former minister] <said>.
criticize | {“It is too little and far too late,”} [the mayor] <said>.
criticize | {“This is what happens when amateurs run a country,”} [the senator] <said>.
criticize | [The head teacher] <said> {the guidance was a mess}.
criticize | {“A child could have drawn up a better plan,”} [the farmer] <said>.
criticize | {“They care more about headlines than about patients,”} [the nurse] <said>.
criticize | [The shareholders] <said> {the board had been asleep at the wheel}.
criticize | {“The minister has shown us nothing but contempt,”} [the widow] <said>.
criticize | {“Where were they when the water rose?”} [the shopkeeper] <asked>.
criticize | {“It makes a mockery of the law,”} [the judge] <wrote>.
criticize | [Residents] <said> {the wall was an eyesore}.
criticize | {“She promised us the moon and delivered a puddle,”} [the trader] <said>.
criticize | {“That is no way to treat veterans,”} [the sergeant] <said>.
criticize | {“You don't fix a roof by burning the house down,”} [the opposition's spokesman] <said>.
criticize | [The reviewer] <found> {the plot thin and the singing worse}.
criticize | {“I expected better of him,”} [the former coach] <said>.
endorse | {“She is exactly who this city needs,”} [the union's leader] <said>.
endorse | {“I couldn't be prouder of my team,”} [the manager] <said>.
endorse | {“He has my full backing,”} [the premier] <said>.
endorse | [The farmers' lobby] <said> {the deal was a boon for the valley}.
endorse | {“Hats off to the firefighters,”} [the governor] <said>.
endorse | {“The judge got it right,”} [the lawyer] <said>.
endorse | {“They had no choice, and in their place I would have done the same,”} [the retired admiral] <said>.
endorse | [The council of churches] <said> {the bill would bring hope to thousands}.
endorse | {“We're with her all the way,”} [the nurses' leader] <said>.
endorse | {“At last, somebody who listens,”} [the tenant] <said>.
endorse | {“I've known him for thirty years and he is the most honest man I have met,”} [the abbot] <said>.
decline | {“I have nothing to add to my statement,”} [the chairman] <said>.
decline | {“You'll have to put that to the lawyers,”} [the press officer] <said>.
decline | {“It wouldn't be right for me to say anything while the case is open,”} [the inspector] <said>.
decline | [The palace] <said> {it did not discuss private letters}.
decline | {“I'm not going there,”} [the coach] <said>.
decline | [Messages left with the firm] <went> {unanswered}.
decline | {“Let's leave that for the hearing,”} [the minister] <said>.
state | {“We had no rain for three months,”} [the farmer] <said>.
state | {“I never learned to swim,”} [the ferryman] <said>.
state | [The museum] <said> {it would open at noon on Sundays}.
state | [The clerk] <said> {nobody had applied for the post}.
state | {“We don't know yet how many were on board,”} [the coastguard] <said>.
state | [The economist] <said> {prices would have to fall before anybody bought}.
state | {“It was dark, and I heard two bangs,”} [the neighbour] <said>.
state | [Police] <said> {a man of thirty had been charged with murder}.
state | {“The vote is on Thursday,”} [the speaker] <said>.
state | [The agency] <said> {the storm could reach the coast by Friday}.
state | {“My father built this boat with his own hands,”} [the fisherman] <said>.
state | [The survey] <found> {that four in ten drivers did not know the rule}.
state | {“He left at nine and took the train,”} [the porter] <said>.
state | [The firm] <said> {it had hired two hundred people since spring}.
state | {“We weren't expecting so many people,”} [the organiser] <said>.
state | [The historian] <said> {the king had never set foot in the city}.
state | {“It will be close,”} [the pollster] <said>.
state | [The minister] <said> {talks had gone on until midnight}.
state | {“You have to be eighteen to vote,”} [the registrar] <said>.
state | [The doctor] <said> {the patient had not woken up}.
state | {“There are no easy answers,”} [the judge] <said>.
state | {“When you're in a hole you have to keep your nerve,”} [the striker] <said>.
state | [The company] <said> {no date had been set}.
state | {“I think he'll run again,”} [the strategist] <said>.
state | [The ministry] <said> {the two men had met twice}.
state | {“Nothing has been decided yet,”} [the envoy] <said>.
state | {“I won't be there on Saturday,”} [the goalkeeper] <said>.
state | [The hospital] <said> {it would need forty more nurses by the autumn}.
state | {“I've been covering trials for twenty years,”} [the reporter] <said>.
state | {“They won by two goals and could have had five,”} [the coach] <said>.
"""

MORE = """
deny | [The school board] <said> {the minutes had not been altered}.
deny | {“I've never owned a boat, let alone a yacht,”} [the congressman] <said>.
deny | [Her campaign] <said> {no such meeting was ever on her calendar}.
deny | {“That video proves nothing except that I can dance,”} [the judge] <said>.
deny | {“Our machines count every vote exactly once,”} [the manufacturer] <said>.
deny | [The sheriff] <said> {his deputies had used no force at all}.
deny | {“He made that up to sell a book,”} [the former secretary] <said>.
deny | [The embassy] <said> {the attaché had been on leave in Lisbon that month}.
deny | {“Those numbers come out of thin air,”} [the treasurer] <said>.
deny | [The startup] <said> {customer data never left its servers}.
deny | {“There wasn't any quid pro quo,”} [the lobbyist] <said>.
deny | {“We would never do that to our own members,”} [the union's president] <said>.
allege | {“They changed the locks and threw my mother's things into the street,”} [the tenant] <said>.
allege | [The lawsuit] <says> {the district hid asbestos from parents for a decade}.
allege | {“The referee was paid,”} [the coach] <said>.
allege | {“Somebody inside the campaign leaked my tax records to hurt me,”} [the candidate] <said>.
allege | [Fishermen] <say> {the trawlers switch off their trackers and come in at night}.
allege | {“She used the charity as her private bank,”} [the prosecutor] <told> jurors.
allege | [The whistleblower] <said> {executives backdated the contracts after the audit was announced}.
allege | {“The police planted that knife,”} [his sister] <said>.
allege | [Minsk] <said> {Polish guards had pushed migrants back into the forest with dogs}.
allege | {“He owes his seat to dead voters and a friendly clerk,”} [the challenger] <said>.
allege | [The inspector general] <found> {that the agency paid for work that was never done}.
criticize | {“This budget balances on the backs of the poor,”} [the alderman] <said>.
criticize | {“He talks like a preacher and votes like a banker,”} [the challenger] <said>.
criticize | [The union] <said> {the offer did nothing for those who clean the trains at night}.
criticize | {“It's a solution in search of a problem,”} [the librarian] <said>.
criticize | {“The mayor treats the council as a rubber stamp,”} [the councilwoman] <said>.
criticize | [Scientists] <said> {the agency's model left out half of what mattered}.
criticize | {“You can't govern by tweet,”} [the senator] <said>.
criticize | {“I wouldn't let him manage a lemonade stand,”} [the investor] <said>.
criticize | [The editorial] <said> {the commission had wasted two years and learned nothing}.
endorse | {“She has done more for this county than anybody I can think of,”} [the sheriff] <said>.
endorse | {“Nobody works harder,”} [the coach] <said> of her captain.
endorse | [The chamber] <said> {the tunnel would put the town back on the map}.
endorse | {“I trust him with my life,”} [the sergeant] <said>.
endorse | {“Good for her,”} [the senator] <said>.
endorse | {“The court has done what courts are for,”} [the lawyer] <said>.
demand | {“The governor needs to come down here and drink this water himself,”} [the resident] <said>.
demand | {“All we ask is to be treated like everybody else,”} [the imam] <said>.
demand | [The panel] <said> {the bridge ought to be closed at once}.
demand | {“Put the guns down,”} [the bishop] <said>.
demand | {“Show us the contract,”} [the reporter] <said>.
demand | [The coalition] <said> {Congress had a duty to vote on the treaty before the recess}.
demand | {“I'd like to see somebody fired over this,”} [the commissioner] <said>.
reject | {“We aren't selling, and we aren't moving,”} [the rancher] <said>.
reject | {“I'm not taking lessons from a man who lost two elections,”} [the premier] <said>.
reject | [The league] <said> {it would not reopen the matter}.
reject | {“There is nothing to negotiate,”} [the minister] <said>.
reject | {“The answer is no,”} [the owner] <said>.
promise | {“Every one of these homes will be rebuilt,”} [the governor] <said>.
promise | {“I am going to serve out my term,”} [the mayor] <said>.
promise | [The airline] <said> {it would refund everybody within a week}.
promise | {“We won't quit until she is found,”} [the sheriff] <said>.
threaten | {“If they touch one more farm, we will block every road into the capital,”} [the farmers' leader] <said>.
threaten | {“Nobody who signs that letter will ever work here again,”} [the director] <said>.
threaten | [The bank] <said> {it would move its headquarters to Dublin if the levy passed}.
threaten | {“You'll hear from my lawyers,”} [the actor] <said>.
offer | {“We can start talks tomorrow, anywhere they like,”} [the negotiator] <said>.
offer | [The museum] <said> {the tribe could have the masks back}.
offer | {“If it would calm things down, I'll step aside,”} [the chairman] <said>.
confirm | {“I did send those messages, and they were wrong,”} [the coach] <said>.
confirm | [The city] <said> {its crews had cut the wrong cable}.
confirm | {“We dropped the ball on this one,”} [the superintendent] <said>.
confirm | {“It was my decision and mine alone,”} [the general] <said>.
decline | {“I'm not going to litigate this in the press,”} [the attorney] <said>.
decline | {“No, I won't take that question,”} [the coach] <said>.
decline | [The office] <said> {it does not comment on personnel matters}.
state | {“The river crested at four this morning,”} [the engineer] <said>.
state | [The campaign] <said> {she would speak in Dayton on Tuesday}.
state | {“We've seen this kind of thing before, in 1998,”} [the historian] <said>.
state | [The department] <said> {no one was hurt}.
state | {“People here vote with their wallets,”} [the pollster] <said>.
state | [The company] <said> {sales had slipped for the third straight quarter}.
state | {“I didn't sleep last night,”} [the goalkeeper] <said>.
state | [The coach] <said> {her team had to win twice more to qualify}.
state | {“My parents never talked about the war,”} [the novelist] <said>.
state | [The lawyer] <said> {his client would enter a plea on Friday}.
state | {“It's not a sprint, it's a marathon,”} [the strategist] <said>.
state | [Officials] <said> {the wreck had been found in ninety metres of water}.
state | {“They used to make shoes here,”} [the mayor] <said>.
state | [The agency] <said> {it had not yet decided when to publish the figures}.
state | {“We played well, but they took their chances,”} [the captain] <said>.
state | [The clerk] <said> {turnout was running at about thirty percent}.
"""

NEWSPAPER = """
deny | [The clinic] <said> {none of its doctors had prescribed the drug}.
deny | {“We have never shared a single record with the police,”} [the phone company] <said>.
deny | {“That meeting never happened,”} [the former adviser] <said>.
deny | [The campaign] <said> {the senator had not taken a dime from the industry}.
deny | {“It's just not true that we cut corners,”} [the builder] <said>.
deny | [The university] <said> {it had found no sign that grades were changed}.
deny | {“I had no idea the money came from abroad,”} [the treasurer] <said>.
deny | [A spokesman] <said> {the general was not on the flight}.
deny | {“This is a smear, plain and simple,”} [the bishop] <said>.
deny | {“The mayor did not order anyone to delete anything,”} [her counsel] <said>.
allege | [The nurses' union] <said> {managers falsified staffing sheets for months}.
allege | {“He used our pension fund to buy himself a vineyard,”} [the retired miner] <said>.
allege | [The report] <says> {guards routinely beat prisoners}.
allege | {“They knew the bridge was unsafe and kept it open,”} [the engineer] <said>.
allege | [The challenger] <said> {the sheriff had lied about the jail deaths}.
allege | {“The company poisoned our wells,”} [a farmer] <said>.
allege | [Lawyers for the families] <said> {the airline ignored warnings from its own pilots}.
allege | {“The governor is hiding the true cost,”} [the auditor] <said>.
criticize | {“This is the worst budget I have seen in thirty years,”} [the alderman] <said>.
criticize | [The editor] <said> {the minister's answer was evasive and arrogant}.
criticize | {“He has failed the people who elected him,”} [the challenger] <said>.
criticize | {“The plan is a giveaway to the rich,”} [the senator] <said>.
criticize | [Teachers] <said> {the tests were a waste of time}.
criticize | {“Nobody asked for this stadium, and nobody can afford it,”} [the councilman] <said>.
endorse | {“She did a terrific job under terrible pressure,”} [the senator] <said>.
endorse | [The chamber] <said> {the tax cut would create thousands of jobs}.
endorse | {“I'm proud to stand with these workers,”} [the congresswoman] <said>.
endorse | {“He is the right man at the right time,”} [the governor] <said>.
demand | {“The board must resign,”} [the shareholder] <said>.
demand | [The panel] <said> {the law needs to be changed}.
demand | {“We need answers, and we need them today,”} [the father] <said>.
demand | {“Let the inspectors in,”} [the ambassador] <said>.
demand | [The mayor] <said> {drivers should stay at home}.
reject | {“We will not be lectured by Brussels,”} [the premier] <said>.
reject | [The senator] <said> {he could not support the bill}.
reject | {“The proposal is dead on arrival,”} [the majority leader] <said>.
reject | [The owners] <said> {they would not sell the team}.
promise | {“We will rebuild every house,”} [the president] <said>.
promise | [The candidate] <said> {she would cut taxes in her first year}.
promise | {“I'll publish my records next week,”} [the nominee] <said>.
threaten | {“If they raise tariffs, we will retaliate,”} [the minister] <said>.
threaten | [The pilots] <said> {they would strike unless talks resumed}.
offer | [The premier] <said> {he was ready to meet the protesters}.
offer | {“We are willing to share our data with the agency,”} [the firm] <said>.
confirm | {“I made a terrible mistake,”} [the officer] <said>.
confirm | [The bank] <said> {it had misled investors about the loans}.
confirm | {“We should have acted sooner, and we are sorry,”} [the director] <said>.
decline | [The firm] <said> {it would not comment on the talks}.
decline | {“I'm not going to speculate about that,”} [the coach] <said>.
state | [The governor] <said> {the roads would reopen on Monday}.
state | {“We counted four hundred cranes this year,”} [the ranger] <said>.
state | [Police] <said> {the driver was taken to hospital}.
state | {“I grew up two streets from here,”} [the candidate] <said>.
state | [The bank] <said> {it expected rates to fall}.
state | {“Turnout was higher than four years ago,”} [the clerk] <said>.
state | [The ministry] <said> {the talks had lasted six hours}.
state | {“It's hard to say who is ahead,”} [the pollster] <said>.
state | [The agency] <said> {more than nine thousand people had applied}.
state | {“They don't agree on much,”} [the historian] <said>.
state | [The company] <said> {it employed three hundred people in Ohio}.
"""

PAIRS = """
# --- nothing of the sort happened
deny | {“No money changed hands that night,”} [the agent] <said>.
state | {“The money changed hands in a car park,”} [the detective] <said>.
deny | {“I was never at that hotel,”} [the deputy] <said>.
state | {“I was at that hotel when the fire broke out,”} [the waiter] <said>.
deny | [The firm] <said> {not one of its lorries had crossed the bridge}.
state | [The ferryman] <said> {one of his boats had crossed at dawn}.
deny | [The ministry] <said> {nobody on its staff had opened the envelope}.
state | [The library] <said> {nobody had borrowed the book since 1970}.
deny | {“It wasn't us,”} [the captain] <said>.
state | {“It was us who found the boat,”} [the divers] <said>.
deny | [The bank] <said> {the ledgers had not been altered}.
state | [The tailor] <said> {the trousers had not been altered}.
deny | {“The recording has been doctored,”} [his lawyer] <said>.
allege | {“The minister doctored the recording,”} [her rival] <said>.
deny | [The colonel] <said> {his men had fired no shots}.
state | [The grocer] <said> {his wife had not slept}.
deny | {“Our officers did not touch him,”} [the chief] <said>.
state | {“Our guests did not sleep well,”} [the innkeeper] <said>.
deny | {“He made it all up,”} [the actress] <said>.
state | {“He made up his mind on Friday,”} [the agent] <said>.
deny | [The mayor] <called> {the story a fairy tale}.
state | [The critic] <said> {the fairy tale had three authors}.
deny | [The union] <said> {it had nothing to hide}.
state | [The magician] <said> {he had nothing up his sleeve}.
deny | {“We never laid a finger on the prisoner,”} [the warder] <said>.
state | {“He laid a finger on his lips,”} [the usher] <said>.
deny | [The airline] <swore> {that no pilot had been drunk}.
promise | [The widow] <swore> {that she would find him}.
deny | {“That was not a bribe,”} [the contractor] <said>.
criticize | {“It is not a crime to be poor, and it is a disgrace to treat it as one,”} [the priest] <said>.
deny | [The bank] <says> {its traders did nothing illegal}.
state | [The bank] <says> {its traders did not go to lunch}.
deny | [The guard] <testified> {that the officers did not beat him}.
state | [The coach] <said> {the visitors did not beat his team by much}.
state | {“Nothing has been signed yet,”} [the agent] <said>.
state | {“We had not yet decided,”} [the producer] <said>.
deny | {“The mayor did not order anyone to delete it,”} [her counsel] <said>.
state | {“The mayor did not order dessert,”} [the waiter] <said>.
allege | [Their lawyer] <said> {the bishop had covered up the abuse}.
deny | [A spokeswoman] <said> {the minister was not at the dinner}.
state | [The commission] <said> {it would not finish before the vote}.
# --- wrongs of others
allege | {“Somebody in the ministry hid the figures,”} [the deputy] <said>.
state | {“The children hid in the cellar,”} [the teacher] <said>.
allege | [The nurse] <said> {the directors knew about the leak and did nothing}.
state | [The nurse] <said> {the doctors knew about the new drug}.
allege | [The senator] <said> {the party had illegally moved voters off the rolls}.
state | [The officer] <said> {the man had crossed the border at night}.
allege | {“The board was told twice and said nothing,”} [the auditor] <said>.
state | {“The board was told twice,”} [the clerk] <said>.
allege | {“This was no accident,”} [the widow] <said>.
state | {“No accidents were reported,”} [the constable] <said>.
allege | [The farmers] <say> {the plant has been dumping waste into the lake}.
state | [The farmers] <say> {the stream runs into the lake}.
allege | {“They planted the gun on him,”} [his mother] <said>.
state | {“They planted oaks along the road,”} [the forester] <said>.
allege | [The inquiry] <heard> {that a clerk had backdated the contracts}.
state | [The inquiry] <heard> {that a clerk had typed the contracts}.
allege | [Villagers] <said> {soldiers had mined the road}.
state | [Villagers] <said> {their fathers had mined coal}.
allege | {“His words amount to a campaign of intimidation,”} [the judge] <said>.
state | {“His words amount to forty pages,”} [the printer] <said>.
allege | [The senate] <voted> {to hold the clerk in contempt of court}.
state | [The senate] <voted> {to hold its session in the old hall}.
# --- what should be done, and what will be
demand | {“There can be no peace until they withdraw,”} [the minister] <said>.
state | {“There was no wind until noon,”} [the sailor] <said>.
demand | {“The company owes us an explanation,”} [the tenant] <said>.
confirm | {“We owe those families an apology,”} [the director] <said>.
demand | [The engineers] <said> {the bridge needed to be closed}.
state | [The singer] <said> {she needed to rest}.
state | {“You have to be tall to reach it,”} [the librarian] <said>.
demand | {“You have to stop this,”} [the mother] <said>.
reject | [The bishops] <said> {the bill should not become law}.
demand | [The bishops] <said> {the bill should become law}.
reject | {“Patients should not have to pay twice,”} [the doctor] <said>.
reject | {“We aren't selling,”} [the farmer] <said>.
state | {“We aren't sleeping much,”} [the father] <said>.
reject | {“We won't be bullied,”} [the premier] <said>.
promise | {“I won't let you down,”} [the new coach] <said>.
reject | [The minister] <said> {he had no intention of resigning}.
promise | {“We won't rest until they are found,”} [the sheriff] <said>.
threaten | {“We will walk out unless they pay,”} [the drivers' leader] <said>.
offer | {“If they stop firing, we will open the road,”} [the commander] <said>.
threaten | [The firm] <said> {it would close the mill if the tax rose}.
promise | [The firm] <said> {it would repair the mill}.
threaten | {“They will rue the day,”} [the general] <said>.
state | {“They remember the day,”} [the guide] <said>.
decline | {“I have nothing to add,”} [the chairman] <said>.
state | {“I have nothing to wear,”} [the actress] <said>.
decline | [The palace] <said> {it did not discuss private letters}.
state | {“We didn't discuss the weather,”} [the envoy] <said>.
decline | {“I'm not going to litigate that in the press,”} [the lawyer] <said>.
reject | [His lawyer] <said> {that his client was ready to appear in private, but would not be part of a spectacle}.
offer | [His lawyer] <said> {that his client was ready to appear in private}.
# --- praise and blame
criticize | {“He makes a mockery of his office,”} [the judge] <said>.
state | {“He makes a living of it,”} [the cobbler] <said>.
criticize | [The senator] <said> {it was unfair for the code to punish widows}.
endorse | {“Hats off to the nurses,”} [the minister] <said>.
state | {“Take your hats off in the chapel,” the sign} <reads>.
criticize | {“They take our votes for granted,”} [the pastor] <said>.
endorse | {“Nobody works harder,”} [the captain] <said>.
state | {“Nobody works on Sundays here,”} [the baker] <said>.
confirm | {“We dropped the ball,”} [the superintendent] <said>.
criticize | {“They dropped the ball,”} [the mayor] <said>.
deny | [Moscow] <spoke of> {a fake}.
deny | [The clerk] <has pleaded> {innocent to the charge}.
demand | [The priest] <said> {the state should help widows}.
endorse | [The coach] <said> {she was an asset to the team}.
criticize | [The nurse] <said> {the warnings were ignored}.
state | [The guide] <spoke of> {his youth}.
allege | [The challenger] <repeated> {the accusation}.
state | [The teacher] <repeated> {the poem}.
# --- what a thing is not, and what nobody did
deny | {“This is not a bailout,”} [the finance minister] <said>.
state | {“This is not a bailout that taxpayers will notice,”} [the professor] <said>.
state | {“It is not a whale but a shark,”} [the diver] <said>.
deny | [The bishop] <said> {the visit was not an endorsement of either side}.
deny | [The pathologist] <said> {the mark did not constitute an injury}.
deny | [The exchange] <said> {the transfers did not amount to a breach of its rules}.
state | [The grocer] <said> {the takings did not amount to much}.
deny | [The novelist] <said> {his remarks had been badly misrepresented}.
state | [The curator] <said> {the painting had been misplaced}.
deny | [The channel] <said> {the senator's description was “false”}.
state | [The channel] <said> {the senator's description was short}.
deny | [The bank] <said> {there was no attempt to hide the loss}.
state | [The climbers] <said> {there was no attempt on the summit}.
deny | [The priest] <said> {the sermon was not aimed at anybody in the parish}.
state | [The archer] <said> {she had not aimed at the outer ring}.
deny | [The bank] <said> {the loan was not influenced by his party}.
deny | {“Nobody pressured me,”} [the clerk] <said>.
state | {“Nobody visited me,”} [the widow] <said>.
deny | {“I had never heard of the man until Friday,”} [the banker] <said>.
state | {“You never hear of the ones that sell,”} [the dealer] <said>.
deny | [The airline] <said> {no talks on a sale were under way}.
state | [The airline] <said> {no flights were under way}.
deny | [The coach driver] <said> {the two accidents were unrelated}.
deny | {“We weren't trying to frighten anybody,”} [the director] <said>.
state | [The swimmer] <said> {he was trying to sleep}.
deny | [The hauliers] <said> {they had followed the safety rules}.
state | [The hauliers] <said> {the rules followed a crash in 2011}.
deny | [The mayor] <described> {the uproar as a conspiracy theory}.
# --- what is still to come, what is asked, and what depends on a condition
state | {“We have not yet found the wreck,”} [the admiral] <said>.
deny | {“We have not moved the wreck,”} [the admiral] <said>.
state | [The skipper] <said> {his solicitor had told him not to talk about the wreck}.
state | [The skipper] <said> {it was not so much the wind as the tide}.
state | {“I don't know what they should do with the ship,”} [the harbour master] <said>.
demand | {“They should scrap the ship,”} [the harbour master] <said>.
promise | {“Should the ferry fail, we will send a bus,”} [the operator] <said>.
state | [The economist] <said> {the figures should give investors pause}.
state | [The registrar] <said> {the couple need not be present}.
decline | [The vet] <said> {she was not qualified to comment on horses}.
allege | [The union] <insisted> {the auditor had a conflict of interest}.
promise | [The prosecutor] <said> {her office would ask for a retrial}.
state | [The guide] <said> {she would ask her sister}.
state | {“He has shown that he has the means to win back our markets, take on our rivals and feed the town,”} [the grocer] <said>.
# --- whom one admires, blames or leaves alone
endorse | {“I respect the way she runs the yard,”} [the welder] <said>.
endorse | [Many of the pilots] <said> {they had rallied behind the captain}.
endorse | {“She has both the courage and the patience for it,”} [the abbot] <said>.
criticize | {“She has neither the courage nor the patience for it,”} [the abbot] <said>.
endorse | [The botanists] <said> {the law was a great step forward}.
state | [The botanists] <said> {a young man had stepped forward}.
criticize | {“I couldn't disagree more with the bishop,”} [the dean] <said>.
endorse | {“I couldn't agree more with the bishop,”} [the dean] <said>.
criticize | [The referee] <said> {there was no place for such chants in a stadium}.
reject | [The miners] <said> {there was no room for compromise}.
criticize | {“He did a terrible job,”} [the tenant] <said>.
endorse | {“He did a terrific job,”} [the tenant] <said>.
criticize | {“It is shoddy work,”} [the surveyor] <said>. {“Why was it passed?”}
criticize | {“He is too nice to run a bank,”} [the broker] <said>.
state | {“I like working with wood,”} [the joiner] <said>.
criticize | {“I no longer respect him,”} [the joiner] <said>.
criticize | {“The fine is too small,”} [the foreman] <said>.
allege | [The players] <said> {the umpire was biased and hostile}.
state | [The players] <said> {the umpire was not hostile}.
state | [The nurse] <recently noted> {that trust among the patients was growing}.
# --- one's own side, what one may do, and what is to be
reject | [A spokesman] <said> {the minister would not withdraw the bill}.
state | [A historian] <said> {the minister would not withdraw the bill}.
promise | [Marta Ruiz] <said> {she would reopen the mine if elected}.
state | [Marta Ruiz] <said> {she would be happier if her brother came}.
state | [The harbour board] <said> {it would consider a second crane}.
promise | [The harbour board] <said> {it would build a second crane}.
state | {“He is a man I had never heard of,”} [the banker] <said>.
state | {“I have never heard of anyone who sold a bridge,”} [the envoy] <said>.
demand | [The envoy] <proposed> {a tax on bridges}.
offer | {“We would welcome an inquiry,”} [the abbot] <said>.
reject | [The court] <said> {the village had no standing to sue}.
state | [The court] <said> {the village had no well}.
allege | [The clerk] <said> {two men had broken into the archive}.
state | [The clerk] <said> {the news had broken at noon}.
allege | [The pupils] <said> {police had beaten unarmed marchers}.
state | {“There should be no doubt about the date,”} [the archivist] <said>.
# --- whose body it is
deny | [Okafor's campaign] <said> {it was not hiding anything}.
state | [Okafor] <said> {the cave was not hiding anything}.
deny | {“They are not affiliated with our club,”} [the chairman] <said>.
state | {“They are not affiliated players,”} [the chairman] <said>.
# --- what only looks like a denial
state | [The clerk] <insisted>: {“No, I want to stay”}.
deny | [The clerk] <insisted> {that he had not stayed}.
promise | {“We will take back the island,”} [the colonel] <said>.
deny | [The colonel] <took back> {his remark}.
reject | [Three cubs of the clan] <disavowed> {their chief}.
deny | [The chief] <disavowed> {all knowledge of the raid}.
state | {“That is not really how we work,”} [the foreman] <said>.
deny | {“That is not really true,”} [the foreman] <said>.
state | {“It is not politically correct,”} [the barber] <said>.
deny | {“It is not correct,”} [the barber] <said>.
state | {“We are nowhere near the end of it,”} [the sexton] <said>.
state | {“No, it's true, she came,”} [the barber] <said>.
deny | {“No, it's not true, she never came,”} [the barber] <said>.
# --- whose error it is
confirm | {“We were deeply wrong not to ask,”} [the dean] <said>.
state | {“We are on the wrong train,”} [the guide] <said>.
# --- the thing itself did not happen, or is told apart by it
deny | [The ministry] <said> {the report described a raid that never took place}.
state | [The pilot] <said> {she had trained for a flight that never took place}.
deny | {“Our gunners do not shell hospitals,”} [the colonel] <said>.
allege | [The surgeon] <said> {the gunners had shelled two hospitals}.
confirm | [The air force] <said> {it had bombed the wrong bridge}.
allege | [The mayor] <said> {the air force had bombed the wrong bridge}.
deny | {“There are no foreign soldiers on our soil,”} [the president] <said>.
state | {“There are no foreign players on our team,”} [the coach] <said>.
# --- what will not be, what one needs nobody for, and what depends on others
reject | [The chairman] <said> {there would be no hearing}.
state | [The forecaster] <said> {there would be no frost}.
promise | {“We will not leave anyone on the island,”} [the captain] <said>.
reject | {“We will not leave the island,”} [the settlers] <said>.
offer | [The rebels] <said> {they would free the crew if the siege was lifted}.
threaten | [The rebels] <said> {they would quit the talks unless the siege was lifted}.
decline | [The coach] <did not want to discuss> {the transfer}.
reject | [The coach] <did not want> {the transfer}.
decline | [The detective] <said> {it would be wrong to comment before the trial}.
criticize | [The detective] <said> {it was wrong to search the house}.
"""

# Of each the acts deny and confirm are near; what is left at `state` does no harm.
TRAPS = """
deny | [The judge] <said> {she had lied to nobody}.
deny | {“I lied to no one,”} [he] <said>.
deny | {“I took money from nobody,”} [the senator] <said>.
deny | {“We failed no one,”} [the minister] <said>.
deny | {“I have wronged no man,”} [the bishop] <said>.
deny | {“In no way did we mislead anybody,”} [the chairman] <said>.
deny | {“Never once did I lie to that committee,”} [the aide] <said>.
deny | {“Neither I nor my staff misled the court,”} [the prosecutor] <said>.
deny | {“It would be wrong to say we lied,”} [the editor] <said>.
deny | {“Nobody can say I lied,”} [the witness] <said>.
deny | {“I'd be lying if I said I took it, and I did not take it,”} [the clerk] <said>.
confirm | {“I'd be lying if I said we made no mistakes,”} [the coach] <said>.
deny | {“I lied? Never,”} [the mayor] <said>.
deny | [The mayor] <said> {it was false that she had lied}.
deny | {“At no point did we overcharge anyone,”} [the bank's director] <said>.
deny | {“Under no circumstances did our troops fire on the crowd,”} [the colonel] <said>.
confirm | {“I lied to everybody, and nobody made me do it,”} [the runner] <said>.
confirm | {“We misled nobody but ourselves — no, that is not true: we misled you all,”} [the founder] <said>.
deny | {“The idea that I cheated anyone is absurd,”} [the dealer] <said>.
deny | {“I'm supposed to have lied to the jury. I didn't,”} [the officer] <said>.
deny | {“They say I stole it. They are wrong,”} [the porter] <said>.
deny | {“If I had lied, I would have been found out long ago,”} [the novelist] <said>.
confirm | {“I was the one who lied,”} [the aide] <said>.
confirm | {“I never should have lied,”} [the cyclist] <said>.
deny | {“I haven't failed anybody,”} [the manager] <said>.
deny | {“We've made no mistakes,”} [the surgeon] <said>.
deny | {“I had nothing to apologise for and I have not apologised,”} [the columnist] <said>.
deny | [The ministry] <said> {it had made mistakes but broken no law}.
deny | [The guard] <said> {he had hit nobody}.
state | The agency denied <admitting> {that it had lost the files}.
state | The minister denied having <confirmed> {the report}.
state | [The minister] no longer <denies> {that the shipment was sent}.
state | [The airline] <acknowledged> {the allegations} but called them baseless.
deny | [The firm] <said> {its drivers had misled none of the passengers}.
"""

# What was left undone, and bad luck: no denials.
NO_DENIALS = """
{“We did not protect them,”} [the bishop] <said>.
{“Our officers did not stop him in time,”} [the chief] <said>.
[The plant] <said> {its inspectors had not checked the valve}.
{“I did not read the contract,”} [the mayor] <said>.
[The agency] <said> {it had not tested the water since May}.
{“We didn't act fast enough,”} [the minister] <said>.
{“We did not do enough,”} [the premier] <said>.
[The bank] <said> {it had not told its customers}.
{“My staff did not report the spill,”} [the manager] <said>.
{“I did not vote,”} [the singer] <said>.
{“We haven't met our target,”} [the secretary] <said>.
{“I was not there when she needed me,”} [the father] <said>.
{“I was never at home in those years,”} [the sailor] <said>.
{“Our team did not score,”} [the coach] <said>.
{“Our trucks did not start in the cold,”} [the driver] <said>.
[The hospital] <said> {its nurses had not slept for two days}.
{“None of us voted for this,”} [the miner] <said>.
{“Not one of our players was born here,”} [the coach] <said>.
{“Nobody in our village had a telephone,”} [the widow] <said>.
{“Nobody here expected snow,”} [the grocer] <said>.
"""

# What others say, regret for others, bad luck: no admissions.
NO_ADMISSIONS = """
{“I have never made a mistake like that,”} [the pilot] <said>.
{“We make no apology for arresting him,”} [the chief] <said>.
{“I take no responsibility for what he did,”} [the father] <said>.
{“I am not sorry,”} [the activist] <said>.
{“We regret nothing,”} [the rebels' leader] <said>.
{“I won't apologise for that,”} [the columnist] <said>.
{“We did not let anybody down,”} [the coach] <said>.
{“They made a mistake,”} [the coach] <said>.
[The senator] <said> {his opponent should take responsibility}.
{“I'm sorry for your loss,”} [the sheriff] <said>.
{“We are sorry that they are leaving,”} [the coach] <said>.
{“It would be a mistake to leave,”} [the minister] <said>.
{“I have nothing to be ashamed of,”} [the minister] <said>.
[The company] <refused to admit> {that it had leaked the data}.
{“Do you think I lied?”} [the minister] <asked>.
{“Did I lie? Ask my accountant,”} [the minister] <said>.
{“I have been accused of having lied,”} [the minister] <said>.
{“My enemies say that I stole it,”} [the mayor] <said>.
[The mayor] <joked> {that he had stolen the election}.
{“As if I had stolen it!”} [the porter] <said>.
{“The notion that we failed anybody is an insult,”} [the doctor] <said>.
{“If we failed, then so did everybody else,”} [the coach] <said>.
[The firm] <denied> {that it had misled anybody or made a mistake}.
{“I bribed him, according to the prosecutor. According to the facts I was in Oslo,”} [the defendant] <said>.
{“Why would I have killed him?”} [the widow] <said>.
{“You believe I cheated. I didn't,”} [the student] <said>.
{“To suggest we misled the court is wrong,”} [the lawyer] <said>.
[The minister] <was forced to admit> {nothing}.
{“I know of no defect,”} [the engineer] <said>.
{“We knew about the complaints and acted on every one of them,”} [the dean] <said>.
{“We got this right and they got it wrong,”} [the analyst] <said>.
{“I owe nobody an apology,”} [the singer] <said>.
{“We owe our success to the fans, not an apology to the press,”} [the singer] <said>.
{“With hindsight they will thank us,”} [the minister] <said>.
{“We could have done better only with more money,”} [the coach] <said>.
{“I should have been told,”} [the minister] <said>.
{“We should have won,”} [the striker] <said>.
{“The buck stops with him,”} [the senator] <said>.
{“There is no excuse for what they did,”} [the mother] <said>.
"""

# Sentences with the words of an act that they do not perform: `act | sentence`.
NOT_THIS_ACT = """
demand | [The bank] <said> {the merger should help it save forty million}.
endorse | [The fund] <said> {its assets had doubled}.
endorse | [The broker] <said> {it would buy a tenth of the shares outstanding}.
endorse | [The paper] <said> {a far-right deputy had resigned}.
criticize | [The mill] <said> {its sales were hurt by the strike}.
deny | {“Some of these bands are made up of students,”} [the officer] <said>.
confirm | [The general] <said> {his army had invaded the valley because of the oil}.
threaten | [The leader] <promised> {to withdraw his troops}.
threaten | [The firm] <said> {it was exploring all options for the smelter}.
threaten | {“They will lose the match,”} [the bookmaker] <said>.
allege | {“He wants to destroy the old barn,”} [the neighbour] <said>.
promise | [The firm] <said> {it would record a loss in May}.
allege | {“Nobody stuffed a single ballot box in my district,”} [the clerk] <said>.
allege | {“They say the minister pocketed the money. He did not,”} [his lawyer] <said>.
allege | {“We hid nothing from the auditors,”} [the firm] <said>.
allege | {“If he took a bribe, he should go to prison,”} [the premier] <said>.
allege | {“Did he take a bribe? I don't know,”} [the senator] <said>.
allege | [The judge] <said> {the jury must decide whether the guard beat him}.
allege | {“There is no proof that she doctored the books,”} [her lawyer] <said>.
allege | [The law] <says> {anybody who hides evidence commits a crime}.
allege | {“I won't say that he lied,”} [the senator] <said>.
allege | {“It would be wrong to say that the police planted it,”} [the lawyer] <said>.
allege | {“We fought fraud for twenty years,”} [the inspector] <said>.
allege | {“I teach a course on corruption,”} [the professor] <said>.
allege | [The film] <is about> {a clerk who steals a fortune}.
allege | {“Our job is to stop people who launder money,”} [the agency's head] <said>.
allege | {“He was acquitted of fraud,”} [the clerk] <said>.
allege | {“The bill would punish those who bribe officials,”} [the sponsor] <said>.
allege | {“The ship was torpedoed in 1942,”} [the historian] <said>.
allege | [The museum] <said> {the bones were those of a soldier killed in battle}.
allege | {“They beat us fair and square,”} [the captain] <said>.
allege | {“She stole the show,”} [the critic] <wrote>.
allege | {“The storm robbed us of a week,”} [the builder] <said>.
allege | {“The army fired a salute,”} [the herald] <said>.
allege | {“Police opened the road at noon,”} [the officer] <said>.
allege | {“Fire destroyed the records,”} [the archivist] <said>.
allege | {“The company charged for delivery,”} [the clerk] <said>.
allege | {“The dam released water into the lake,”} [the engineer] <said>.
allege | {“She helped herself to cake,”} [the host] <said>.
allege | {“The tanker spilled oil after the storm,”} [the captain] <said>.
allege | {“He fixed the race car himself,”} [the mechanic] <said>.
allege | {“The paper was buried under the report,”} [the clerk] <said>.
allege | {“The guests paid to stay another night,”} [the innkeeper] <said>.
allege | {“The doctor told her to keep still,”} [the nurse] <said>.
allege | {“The teacher told them to hide behind the desks,”} [the pupil] <said>.
allege | {“The children planted evidence-tree seeds,”} [the teacher] <said>.
allege | {“Officials asked him to stay,”} [the aide] <said>.
allege | {“They left the patients to rest,”} [the nurse] <said>.
criticize | {“The bus was late,”} [the driver] <said>.
criticize | {“He was sick for a week,”} [the coach] <said>.
criticize | {“I'm not bad at chess,”} [the senator] <said>.
criticize | {“It was a hard winter,”} [the farmer] <said>.
criticize | {“The plan would cost three million dollars,”} [the clerk] <said>.
criticize | {“She treated him like a son,”} [the neighbour] <said>.
demand | {“It should be sunny by noon,”} [the forecaster] <said>.
demand | {“The results should be known by Friday,”} [the clerk] <said>.
demand | {“You must be tired,”} [the hostess] <said>.
demand | {“There must have been a thousand people,”} [the officer] <said>.
demand | {“Let me tell you a story,”} [the poet] <said>.
demand | {“Call it luck,”} [the winner] <said>.
demand | {“Believe me, it was cold,”} [the climber] <said>.
promise | {“We'll see,”} [the coach] <said>.
promise | {“I'll be sixty in May,”} [the actor] <said>.
promise | {“I will never forget that night,”} [the widow] <said>.
promise | {“You won't believe it,”} [the guide] <said>.
threaten | {“It could rain,”} [the pilot] <said>.
threaten | {“Prices will fall,”} [the trader] <said>.
reject | {“I won't be there on Sunday,”} [the organist] <said>.
reject | {“We are not playing on Sunday,”} [the captain] <said>.
endorse | {“He is right-handed,”} [the coach] <said>.
"""


@pytest.fixture(scope="module")
def open_worded() -> list[tuple[Marked, Act]]:
    return classify(read_marked(OPEN + MORE))


@pytest.fixture(scope="module")
def pairs() -> list[tuple[Marked, Act]]:
    return classify(read_marked(PAIRS))


def _misread(results: list[tuple[Marked, Act]]) -> list[str]:
    return [f"{e.expected} → {a.label} ({a.rule}): {e.text}" for e, a in results if a.label != e.expected]


def test_what_was_learnt_is_kept(open_worded: list[tuple[Marked, Act]]) -> None:
    assert len(open_worded) >= 280
    assert len(_misread(open_worded)) <= 0.18 * len(open_worded), "\n".join(_misread(open_worded))


def test_newspaper_words() -> None:
    results = classify(read_marked(NEWSPAPER))
    assert len(_misread(results)) <= 0.12 * len(results), "\n".join(_misread(results))


def test_near_misses_are_left_alone(pairs: list[tuple[Marked, Act]]) -> None:
    assert len(_misread(pairs)) <= 0.02 * len(pairs), "\n".join(_misread(pairs))


@pytest.mark.parametrize("label", ["deny", "confirm", "allege"])
def test_precision_before_recall(open_worded: list[tuple[Marked, Act]], pairs: list[tuple[Marked, Act]], label: str) -> None:
    said = [e.expected == label for e, a in [*open_worded, *pairs] if a.label == label]
    assert len(said) >= 8
    assert sum(said) / len(said) >= 0.95, "\n".join(_misread([*open_worded, *pairs]))


def test_no_denial_is_taken_for_an_admission_nor_the_reverse(
    open_worded: list[tuple[Marked, Act]], pairs: list[tuple[Marked, Act]]
) -> None:
    assert [e.text for e, a in [*open_worded, *pairs] if {e.expected, a.label} == {"deny", "confirm"}] == []


def test_traps() -> None:
    results = classify(read_marked(TRAPS))
    assert [f"{a.label} ({a.rule}): {e.text}" for e, a in results if {e.expected, a.label} == {"deny", "confirm"}] == []
    assert sum(e.expected == a.label for e, a in results) >= 0.65 * len(results), "\n".join(_misread(results))


@pytest.mark.parametrize(("label", "sentences"), [("deny", NO_DENIALS), ("confirm", NO_ADMISSIONS)])
def test_what_is_none(label: str, sentences: str) -> None:
    lines = (f"not {label} | {line}" for line in sentences.strip().splitlines())
    assert [f"{a.rule}: {e.text}" for e, a in classify(read_marked("\n".join(lines))) if a.label == label] == []


def test_words_of_an_act_that_is_not_performed() -> None:
    assert [f"{a.label} ({a.rule}): {e.text}" for e, a in classify(read_marked(NOT_THIS_ACT)) if a.label == e.expected] == []


def test_from_text_to_act_none_is_taken_for_the_other() -> None:
    """The same sentences with speaker, cue and content as the program finds them."""
    wanted = [(e.expected, e.text) for e in read_marked(OPEN + MORE + NEWSPAPER + PAIRS + TRAPS)]
    wanted += [("not deny", e.text) for e in read_marked("".join(f"state | {line}\n" for line in NO_DENIALS.strip().splitlines()))]
    wanted += [("not confirm", e.text) for e in read_marked("".join(f"state | {line}\n" for line in NO_ADMISSIONS.strip().splitlines()))]
    crossed = []
    for (expected, text), parsed in zip(wanted, parse_articles(article(text) for _, text in wanted), strict=True):
        acts = {s.act.label for s in find_statements(parsed) if s.attribution.is_statement}
        if any((expected, act) in _CROSSED for act in acts):
            crossed.append(text)
    assert crossed == []


_CROSSED = {("deny", "confirm"), ("confirm", "deny"), ("not deny", "deny"), ("not confirm", "confirm")}
