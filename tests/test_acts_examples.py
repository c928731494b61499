"""Acts on sentences of our own: floors over all, and the sentences on which a denial must not be taken for an admission.

A line is `act | sentence`; in the sentence [the speaker], <the cue> and {the content} are marked. A line that begins with "!" is a
known failure: it is left out of the floors, and must go on failing until it is mended.
"""

from collections import Counter

import pytest
from acts_marked import Marked, classify, read_marked

from timeline.acts import Act

PLAIN = """
# --- what looks like a denial and is none
confirm | [Randolph] <acknowledged> {that the state had no such case to offer}.
confirm | [The bank] <admitted> {that its report had been false}.
state | [Ana Ruiz] <said> {she took no pleasure in the outcome}.
deny | [Ana Ruiz] <said> {she took no money from the firm}.
criticize | {“That is not how we do things here,”} [Ana Ruiz] <said>.
deny | {“That is not what happened,”} [Ana Ruiz] <said>.
state | [Two board members] <said> {they were never told that the governor had decided otherwise}.
state | [Ana Ruiz] <said> {everyone deserved the presumption of innocence}.
state | {“There is no such thing as a free boat,”} [Tom Dorsey] <said>.
deny | {“There was no such deal,”} [Tom Dorsey] <said>.
criticize | [Tom Dorsey] <said> {it was “utterly wrong to bring up China”}.
reject | [A judge] <dismissed> {an ethics complaint against Tom Dorsey}.
reject | [Tom Dorsey] <brushed aside> {the threat}.
deny | [Tom Dorsey] <brushed aside> {the allegations}.
reject | [Tom Dorsey] <rejected> {that criticism}.
reject | [The governor] <said> {he had no plans to do so}.
deny | {“Mistakes were made, but we did not set out to deceive anybody,”} [Peter Nolan] <wrote>.
deny | {“Never borrowed a dime in Cyprus. Pauline is lying again!”} [Tom Dorsey] <wrote>.
criticize | [The envoy] <regretted> {the council's haste}.
state | [The envoy] <regretted> {his remark}.
state | [The company] <expressed> {regret}.
# --- what looks like an accusation and is none
reject | [A grand jury] <declined> {to charge any of the officers}.
state | {“These families have buried their children and waited for one day in court,”} [Paul Castle] <said>.
state | [The statement] <said> {the patrol had twice fired into the air}.
demand | [She] <asked> {Tom Dorsey to bring up the citizens abducted by the north}.
# --- what one will do, and for or against what one is
promise | [Senator Tom Dorsey] <said> {he would ask Congress to investigate}.
promise | [Ana Ruiz] <said> {her organization would look into the matter}.
state | [Ana Ruiz] <said> {she would look like her mother}.
promise | [The commission] <said> {it would hear the complaint on April 3}.
promise | [Keisha Odom] <said> {she plans to file a complaint}.
reject | [Tom Dorsey] <said> {he would not vote for the tax}.
promise | [Tom Dorsey] <said> {he would vote for the tax}.
reject | [The White House] <said> {the president would veto the bill}.
reject | [Tom Dorsey] <said> {he was against the takeover}.
state | {“We are against the war,”} [Tom Dorsey] <said>.
demand | [The company] <asked> {the state Supreme Court on Tuesday to throw out the measure}.
threaten | [Prime Minister Ana Ruiz] <said> {any attack would be “answered in kind.”}
confirm | [Peter Nolan] <wrote> {that he was sorry for “a slip of the tongue”}.
deny | [The board] <said> {it had malfunctioned and no vote had been changed}.
state | [The board] <said> {that no date had been changed}.
criticize | [Ana Ruiz] <called> {the takeover “a straitjacket.”}
endorse | [Ana Ruiz] <called> {the takeover “a great step.”}
# --- opinions, warnings and support
criticize | [Tom Dorsey] <opposes> {abortion}.
reject | [Tom Dorsey] <opposes> {the bill}.
reject | [Her lawyers] <opposed> {the unsealing of the file}.
state | [Ruth Wanjiru] <warned> {that the stretch of border was “a fuse waiting for a match”}.
threaten | [Ruth Wanjiru] <warned> {that the border would be closed}.
criticize | [The president] <denounced> {the attack}.
deny | [The president] <denounced> {the report as a lie}.
demand | [Hans Bartel, a German minister,] <said> {Germany should expand its navy}.
promise | [Ana Ruiz] <said> {she would sign the bill if it came to her desk}.
endorse | [Ana Ruiz] <said> {she would support the plan}.
state | [Most of them] <call> {themselves conservative}.
criticize | {“It is amateur hour,”} [Ana Ruiz] <said>.
criticize | {“That is not the way to win,”} [Ana Ruiz] <said>.
confirm | [Ana Ruiz] <said> {she had not done enough to win}.
criticize | [Ana Ruiz] <said> {the ministry had not done enough}.
state | [Ana Ruiz] <said> {the mayor needs the governor to win}.
endorse | [A third of them] <said> {they had a favorable view of her}.
deny | {“I have not had any conversations with the firm in a year,”} [Tom Dorsey] <said>.
state | {“I have had many conversations with the firm,”} [Tom Dorsey] <said>.
state | [Tom Dorsey] <said> {the obvious example was her response to the Great Recession}.
endorse | [Tom Dorsey] <said> {the obvious example was her great response}.
reject | [Tom Dorsey] <said> {he was “not ready” to support the campaign}.
state | [Most of them] <said> {they were “very worried”}.
decline | [Tom Dorsey] <said> {he was not familiar with the details of what was signed}.
deny | {“I have never disclosed confidential information for gain,”} [Sarah Keene] <said>.
state | [The bank] <said> {it had not disclosed the price}.
state | {“Nobody's deposits are at risk,”} [Jane Holt] <told> the house.
promise | [Mike Tolland] <said> {he would appeal to the 5th Circuit}.
demand | [Mike Tolland] <said> {he would appeal to the governor to stop it}.
deny | [Norland] <calls> {drone claims disinformation as council meets}
# --- deny, plainly
deny | [The defence ministry] <denied> {that its aircraft had crossed the border}.
deny | [The company] <has denied> {any wrongdoing}.
deny | [Both brothers] <deny> {the charges}.
deny | [The mayor] <flatly denied> {having met the developer}.
deny | [The agency] <said> {the report was false}.
deny | [The embassy] <called> {the accusations “baseless”}.
deny | [The premier's office] <dismissed> {the claims as fabricated}.
deny | [A spokeswoman] <rejected> {the allegations}.
deny | [She] <dismissed> {as propaganda the claims that the river had fallen}.
deny | [The ministry] <called> {the report a crude provocation}.
criticize | [The ministry] <called> {the parade a crude provocation}.
deny | [The firm] <said> {“Mr Bell’s recollection is wrong.”}.
deny | [The bookkeeper] <says> {she did no such thing}.
deny | {“None of this happened,”} [the director] <said>.
deny | [The director] <said> {none of it had ever happened}.
state | {“None of them came,”} [the director] <said>.
demand | [The Construction Workers' Union] <called> for {all contracts with the firm to be frozen}.
reject | [The council] <rejected> {as premature a request for a vote}.
deny | [The bank] <refuted> {reports that it had laundered money}.
deny | [The general] <said> {his troops never entered the village}.
deny | {“We did not sell a single rifle to the rebels,”} [the trader] <said>.
deny | {“I have never taken a bribe,”} [the judge] <told> reporters.
deny | {“We have not and will not hand over any data,”} [the firm] <said>.
deny | {“That is simply not true,”} [Senator Okafor] <said>.
deny | {“It's a complete fabrication,”} [she] <said>.
deny | [The governor] <insisted> {he had nothing to do with the contract}.
deny | [She] <maintains> {that no rule was broken}.
deny | {“There is no backlog,”} [he] <insisted>.
deny | {“Nonsense,”} [the mayor] <said>.
deny | {“Utter rubbish!”} [she] <said>.
deny | [The board] <said> {it had no record of any such call}.
deny | [The union] <took issue with> {the claim}.
promise | [The company] <insisted> {it would not sell}.
state | {“A forgery,”} [the expert] <said>.
deny | [The clinic] <said> {there was no truth to the story}.
deny | [His lawyer] <maintained> {his innocence}.
deny | [The pilot] <pleaded not guilty> {to all counts}.
deny | [The minister] <disputed> {the figures in the article}.
deny | [Police] <disputed> {that anyone had been beaten}.
deny | [The team] <debunked> {the rumour that the dam had cracked}.
deny | [The party] <contradicted> {the account of the two witnesses}.
deny | [The ambassador] <described> {the allegation as an outright lie}.
deny | [The club] <issued a denial of> {the reports}.
deny | [His] <denial> {that money changed hands} came within the hour.
deny | {“We firmly reject the accusation that we poisoned the river,”} [the mine] <said>.
deny | {“These are false allegations from people with a grudge,”} [the bishop] <said>.
deny | [The spokesman] <brushed aside> {suggestions that the vote was rigged}.
deny | [The president] <poured cold water on> {rumours of a reshuffle}.
deny | [The airline] <shot down> {speculation about a merger}.
deny | [The laboratory] <said> {that it was not responsible for the leak}.
deny | {“I am not a thief,”} [the treasurer] <said>.
deny | {“We are not spies,”} [the two hikers] <wrote>.
deny | {“I had no contact with that man,”} [the aide] <testified>.
deny | [The hospital] <said> {it had done nothing wrong}.
deny | {“Nothing of the sort ever happened,”} [the coach] <said>.
deny | {“The charges are without foundation,”} [the bureau] <said>.
deny | [Oslo] <says> {the claim that it tapped the cable is untrue}.
deny | {“None of these claims are true,”} [the studio] <said>.
deny | [The tribunal's registrar] <said> {no such order was ever issued}.
deny | [The firm] <called> {the lawsuit's claims meritless}.
deny | [The ministry] <said> {the photographs were fake}.
deny | {“I never said that,”} [the columnist] <replied>.
deny | [The group] <hit back at> {claims that it had misled donors}.
# --- deny, as a third party
deny | [The witness] <says> {it did not happen}.
deny | [A neighbour] <said> {the story was not true}.
deny | [Independent experts] <said> {the allegation was unfounded}.
deny | [The inspectors] <found> {no evidence that the plant had enriched uranium}.
deny | [A fact-checker] <rated> {the claim false}.
deny | [Two former colleagues] <said> {the accusation against her was nonsense}.
# --- reject
reject | [The cabinet] <rejected> {calls for the minister to resign}.
reject | [The rebels] <turned down> {the offer of talks}.
reject | [The court] <denied> {the newspaper's request for the files}.
reject | [The chancellor] <ruled out> {a second referendum}.
reject | [The union] <refused> {to accept the new contract}.
reject | [The embassy] <called> {the planned inquiry “illegal”}.
reject | [The mayor] <vowed> {to veto the budget}.
reject | [The senator] <opposes> {the treaty}.
reject | [The judge] <dismissed> {the motion}.
reject | [The islanders] <voted against> {the merger}.
reject | {“We will never accept these terms,”} [the delegation] <said>.
reject | {“We reject this ultimatum,”} [the commander] <said>.
reject | [The parliament] <struck down> {the amendment}.
reject | [Moscow] <vetoed> {the resolution}.
reject | [The board] <rebuffed> {the takeover bid}.
reject | [The widow] <declined> {the invitation to the ceremony}.
reject | {“I don't think the hearing should be held in secret,”} [the chairwoman] <said>.
reject | [The tribunal] <found> {the detention unlawful}.
reject | [The council] <spoke out against> {the dam}.
reject | [The company] <dismissed> {the demand for compensation}.
reject | [The ministry] <refused> {to hand over the suspect}.
reject | [His] <refusal> {to leave office} angered his allies.
# --- confirm
confirm | [The minister] <admitted> {that he had lied to parliament}.
confirm | [The company] <acknowledged> {that the pipeline had leaked for weeks}.
confirm | [The militia] <claimed responsibility for> {the bombing}.
confirm | [The nurse] <confessed> {to the thefts}.
confirm | [The premier] <conceded> {that mistakes had been made}.
confirm | {“We made a mistake,”} [the editor] <said>.
confirm | {“I was wrong,”} [the coach] <told> the crowd.
confirm | [The bank] <apologized> {for the overcharging}.
confirm | {“I take full responsibility for the crash,”} [the captain] <said>.
confirm | [The driver] <pleaded guilty> {to manslaughter}.
confirm | [The palace] <confirmed> {the reports of a rift}.
confirm | [The army] <confirmed> {that its missile had hit the hospital}.
confirm | [The spy agency] <owned up to> {the break-in}.
confirm | {“It's true that we paid him,”} [the agent] <said>.
confirm | {“I should not have signed that letter,”} [the dean] <said>.
confirm | [His] <admission> {that he had taken the money} stunned the town.
confirm | {“We are sorry for what our soldiers did,”} [the prime minister] <said>.
confirm | {“I don't deny that I took the files,”} [the clerk] <said>.
confirm | [The ministry] <acknowledged> {it had not told the public about the spill}.
# --- allege
allege | [The opposition] <accused> {the government of stealing the election}.
allege | [Kyiv] <says> {the ship violated the embargo}.
allege | [The prosecutor] <alleged> {that the brothers ran a bribery ring}.
allege | [She] <claimed> {that her supervisor had groped her}.
allege | [The union] <blamed> {the collapse on cheap steel}.
allege | {“He lied to all of us,”} [the widow] <said>.
allege | {“They are stealing our water,”} [the farmers] <said>.
allege | [The diplomat] <charged> {that Tehran had armed the militia}.
allege | {“This regime murders its own citizens,”} [the exile] <said>.
allege | [The suit] <alleges> {fraud and breach of contract}.
allege | [The mayor] <said> {the contractor had bribed two inspectors}.
allege | {“The president is guilty of treason,”} [the deputy] <said>.
allege | {“You broke the law,”} [the heckler] <shouted>.
allege | [Residents] <said> {soldiers had looted their homes}.
allege | [The envoy] <told> the council {that the drones were supplied in violation of its resolution}.
allege | [The auditor] <pointed the finger at> {the former treasurer}.
allege | [Lisbon] <suspects> {that the crew dumped the oil on purpose}.
allege | {“This was a cover-up,”} [the father] <said>.
allege | [The paper] <claims> {the minister tipped off the bank}.
allege | [The coach] <said> {the referee had cheated}.
allege | {“The senator is lying,”} [his rival] <said>.
allege | [Activists] <said> {the police were trying to intimidate them}.
# --- offer
offer | [Ankara] <offered> {to host the talks}.
offer | [The foreign minister] <revealed> {that Muscat has offered to mediate}.
offer | {“We are ready to negotiate at any time,”} [the rebel leader] <said>.
offer | [The firm] <offered> {a full refund}.
offer | [He] <made> {the offer} in a phone call on Friday.
offer | [Seoul] <proposes> {talks on family reunions}.
offer | {“We are open to dialogue,”} [the general] <said>.
offer | [The museum] <invited> {the tribe's elders to inspect the bones}.
offer | [The ministry] <said> {it was willing to share the radar data}.
offer | {“I would be happy to testify,”} [the accountant] <said>.
offer | [The premier] <expressed readiness> {to meet the strikers}.
# --- demand
demand | [The three countries] <called for> {an inquiry}.
demand | [Families] <demanded> {that the mine be closed}.
demand | [The bishop] <urged> {both sides to lay down their arms}.
demand | {“The prime minister must resign,”} [she] <said>.
demand | {“Release the tapes,”} [the lawyer] <wrote>.
demand | [The pope] <appealed for> {calm}.
demand | [The senator] <called on> {the agency to publish its files}.
demand | {“We need to rebuild the levees now,”} [the engineer] <said>.
demand | [The commission] <recommended> {that the bridge be torn down}.
demand | {“Let the voters decide,”} [the candidate] <said>.
demand | [The charity] <asked> {the court to free the boy}.
demand | [The judge] <ordered> {the clerk to hand over the letters}.
demand | [The students] <are pushing for> {lower fees}.
demand | {“Stop bombing our schools,”} [the teacher] <pleaded>.
demand | [The auditor] <said> {the fund should be wound up}.
demand | [The tenants] <petitioned> {the city to fix the boilers}.
demand | [The admiral] <insisted on> {a full search}.
demand | [The teachers] <said> {that the ministry must pay them by June}.
# --- promise
promise | [The mayor] <promised> {to plant ten thousand trees}.
promise | {“We will rebuild every house,”} [the governor] <said>.
promise | [The firm] <said> {it would appeal the ruling}.
promise | [The coach] <vowed> {to stay until spring}.
promise | {“I'm going to publish my tax returns,”} [the candidate] <said>.
promise | [Canberra] <pledged> {two hospital ships}.
promise | {“If it is proven, we should not stand idle,”} [the minister] <said>.
promise | [The army] <guaranteed> {safe passage}.
promise | [The bank] <announced> {it will hire four hundred tellers}.
promise | [The bishop] <said> {he would visit the prisoners}.
promise | {“We shall defend every village,”} [the king] <said>.
# --- threaten
threaten | [The junta] <threatened> {to expel the envoy}.
threaten | [Beijing] <warned> {of serious consequences}.
threaten | {“If they cross the river, they will pay a heavy price,”} [the general] <said>.
threaten | {“We will retaliate,”} [the commander] <said>.
threaten | [The union] <warned> {that the law could lead to strikes}.
threaten | [The publisher] <vowed> {to sue}.
threaten | [His] <threat> {to close the strait} rattled the markets.
threaten | {“We will sue anyone who prints it,”} [the lawyer] <wrote>.
threaten | [The governor] <said> {the cut could lead to chaos in the wards}.
# --- criticize
criticize | [The critic] <slammed> {the film}.
criticize | [The prince] <condemned> {the attack}.
criticize | {“This budget is a disgrace,”} [the nurse] <said>.
criticize | [The envoy] <called> {the bombing barbaric}.
criticize | [The columnist] <mocked> {the senator's hat}.
criticize | [The farmers] <complained about> {the price of diesel}.
criticize | {“It's a terrible decision,”} [the mayor] <said>.
criticize | {“She is unfit to lead,”} [her rival] <said>.
criticize | {“I am deeply disappointed,”} [the coach] <said>.
criticize | [The union] <denounced> {the layoffs}.
criticize | [The deputy] <questioned> {the general's judgment}.
criticize | {“The plan is reckless and cruel,”} [the bishop] <said>.
criticize | [The senator] <lashed out at> {the regulator}.
criticize | [The panel] <voiced dismay> {at the delay}.
criticize | {“Shame on you,”} [the widow] <shouted>.
criticize | [The poet] <ridiculed> {the new anthem}.
criticize | {“They should have told us sooner,”} [the villagers] <said>.
criticize | [The rector] <described> {the cuts as short-sighted}.
criticize | [The auditor] <took issue with> {the method}.
criticize | {“That is not fair,”} [the pupil] <said>.
# --- endorse
endorse | [The senator] <praised> {the rescue crews}.
endorse | [The union] <endorsed> {the mayor}.
endorse | [The EU] <welcomed> {the ceasefire}.
endorse | {“It's a great day for the city,”} [the mayor] <said>.
endorse | [The bishop] <defended> {the nun}.
endorse | [The party] <backs> {the reform}.
endorse | {“We support the ruling,”} [the council] <said>.
endorse | [The king] <congratulated> {the winners}.
endorse | {“She did an excellent job,”} [the coach] <said>.
endorse | [The critic] <called> {the novel brilliant}.
endorse | {“I am proud of these students,”} [the rector] <said>.
endorse | [The envoy] <agreed with> {the three governments}.
endorse | [The paper] <hailed> {the deal}.
endorse | [The president] <thanked> {the volunteers}.
endorse | {“He is an honest and capable man,”} [the widow] <said>.
# --- decline
decline | [The spokesman] <declined to comment>{ on the raid}.
decline | [The firm] <did not respond to> {a request for comment}.
decline | [The ministry] <would neither confirm nor deny> {the report}.
decline | [The lawyer] <declined> {to comment}.
decline | {“No comment,”} [the minister] <said>.
decline | {“We do not discuss intelligence matters,”} [the spokeswoman] <said>.
decline | [The widow] <refused to answer> {questions about the will}.
decline | [The premier] <dodged> {a question about the loan}.
decline | [The agency] <did not immediately return> {calls}.
decline | [The owner] <could not be reached for comment>{ on Sunday}.
decline | [The envoy] <remained silent on> {the matter}.
decline | {“I'm not going to comment on a pending case,”} [the prosecutor] <said>.
# --- state
state | [The minister] <said> {the talks would resume on Monday}.
state | [The agency] <reported> {that the river had risen by two metres}.
state | [The study] <found> {that children sleep less than they used to}.
state | {“The train leaves at six,”} [the guard] <said>.
state | [The mayor] <explained> {how the lottery works}.
state | [The poll] <showed> {a tie between the two parties}.
state | [The farmer] <wondered> {whether it would rain}.
state | [The club] <announced> {the death of its founder}.
state | [Analysts] <predicted> {a slow recovery}.
state | {“I was born in this street,”} [the tailor] <said>.
state | [The reporter] <asked> {who had signed the order}.
state | [The colonel] <recalled> {the winter of 1978}.
state | [The museum] <said> {the painting is on loan from Vienna}.
state | {“I don't know who he is,”} [the barber] <said>.
state | [The bureau] <estimates> {that one in five homes is empty}.
state | [The premier] <said> {she had not decided whether to run}.
state | [The witness] <said> {she had not seen the car}.
state | {“We are not worried,”} [the captain] <said>.
state | [The bank] <said> {rates would stay where they are}.
state | [The pilot] <told> investigators {that the runway was wet}.
state | [The actor] <joked> {that he was guilty of bad taste}.
state | [The senator] <touted> {her years in the navy}.
"""

TRICKY = """
# --- a denial that is none
!confirm | [The minister] <no longer denies> {that the shipment was sent}.
state | [The minister] <did not deny> {that the shipment was sent}.
state | [The palace] <has never denied> {the affair}.
state | [The firm] <did not dispute> {the figures}.
state | [The lawyer] <could not deny> {that the letter was genuine}.
decline | [The general] <declined to deny> {the report}.
decline | [The bureau] <refused to confirm> {that it held the man}.
decline | [The embassy] <would not confirm> {the arrest}.
decline | [The ministry] <could not confirm> {the deaths}.
decline | [The palace] <neither confirmed nor denied> {the rumour}.
decline | {“I can neither confirm nor deny that,”} [the envoy] <said>.
decline | [The spokesman] <declined to say> {whether the claims were false}.
decline | [The aide] <stopped short of> {denying the report}.
decline | [The ministry] <did not respond to> {the allegation that it had denied the visas}.
confirm | {“I won't deny that I knew,”} [the broker] <said>.
confirm | {“I cannot deny it,”} [the poet] <said>.
confirm | [The clerk] <said> {he did not deny taking the files}.
# --- accusing somebody of a denial or a lie
allege | [The senator] <accused> {the minister of denying the massacre}.
allege | [The paper] <accused> {the firm of rejecting the claims of its victims}.
allege | [She] <accused> {him of falsely denying that he was paid}.
allege | [The deputy] <accused> {the premier of admitting nothing}.
allege | [The exile] <said> {the general's denial was a lie}.
allege | {“Their denial is false,”} [the prosecutor] <said>.
allege | {“He lied when he said he had not been there,”} [the widow] <said>.
allege | [The judge] <blamed> {the agency for confirming a false report}.
criticize | [The bishop] <condemned> {the minister's denial of the famine}.
criticize | [The mayor] <criticized> {the governor for refusing to admit the error}.
demand | [The families] <urged> {the army to admit that it had shelled the school}.
demand | [The opposition] <demanded> {that the minister deny the report}.
demand | {“The company must admit what it did,”} [the lawyer] <said>.
demand | [The union] <called on> {the owner to retract his denial}.
# --- double negation
deny | [The minister] <denied> {that he had not paid the tax}.
deny | [The firm] <denied> {that it had denied the workers water}.
deny | [The coach] <denied> {refusing to answer the panel}.
deny | [The agency] <denied> {admitting that it had lost the files}.
deny | {“It is not true that we did not pay,”} [the owner] <said>.
deny | {“The claim that I never served is false,”} [the veteran] <said>.
deny | [The bureau] <rejected> {the claim that it had not warned the town}.
deny | [The editor] <denied> {that the paper had ever apologized}.
deny | [The minister] <denied> {having confirmed the report}.
deny | [The premier] <disputed> {that she had conceded defeat}.
deny | [The bank] <dismissed> {reports that it had admitted fraud}.
deny | {“I did not confess to anything,”} [the driver] <said>.
deny | {“We have never acknowledged any such debt,”} [the ministry] <said>.
# --- an admission beside a denial, and the reverse
confirm | [The ministry] <admitted> {that its earlier denial was false}.
confirm | [The paper] <acknowledged> {that its report was wrong}.
confirm | [The firm] <admitted> {it had not told the truth}.
confirm | [The minister] <admitted> {that he had denied the payment}.
confirm | [The governor] <conceded> {that he never read the report}.
deny | [The minister] <confirmed> {that the reports were false}.
deny | [The agency] <confirmed> {there was no truth to the rumours}.
deny | [The airline] <acknowledged> {the allegations but called them baseless}.
state | [The firm] <admitted> {no wrongdoing}.
state | [The owner] <conceded> {nothing}.
deny | {“We delivered a few before the war, but the part about missiles is false,”} [the minister] <said>.
deny | {“The report that we sent missiles is false,”} [the minister] <said>.
# --- denials that others report or answer
deny | [The witness] <said> {the accusation against the mayor was not true}.
allege | [The judge] <said> {the officer lied in denying the beating}.
state | [The reporter] <noted> {that the minister denies the charge}.
state | [The book] <recounts> {how the agency first denied and then admitted the leak}.
state | [The historian] <said> {the regime always denied the killings}.
state | [The paper] <reported> {that the company had denied the claims}.
state | [The lawyer] <asked> {whether the firm still denied the payment}.
state | [The anchor] <asked> {if the claims were false}.
state | [The aide] <said> {the minister would answer the allegations on Friday}.
state | [The committee] <will examine> {whether the denial was true}.
# --- sarcasm and scare quotes
criticize | [The columnist] <mocked> {the “confession” of the banker}.
criticize | [The deputy] <ridiculed> {the premier's “denial”}.
criticize | {“Another ‘admission’ from a shameless government,”} [the exile] <wrote>.
deny | [The ministry] <said> {the so-called “confession” was a fabrication}.
deny | [The general] <dismissed> {the “proof” as a fake}.
deny | [The embassy] <called> {the “evidence” bogus}.
# --- denials of requests are refusals, refusals of claims are denials
reject | [The court] <denied> {bail}.
reject | [Hungary] <denied> {the reporters access to the camp}.
reject | [The board] <denied> {his appeal}.
reject | [The prison] <denied> {the family's request to visit}.
reject | [The general] <rejected> {a ceasefire}.
deny | [The general] <rejected> {the suggestion that he had fled}.
deny | [The general] <rejected> {the notion that the war was lost}.
reject | [The minister] <said> {he would refuse any inspection}.
reject | [The premier] <called> {the investigation illegitimate}.
# --- negated and future sayings that look like denials
promise | {“We will never use such weapons,”} [the marshal] <said>.
promise | {“I will not raise your taxes,”} [the candidate] <said>.
decline | {“I will not discuss that,”} [the judge] <said>.
state | {“I did not sleep,”} [the sailor] <said>.
state | {“I never wanted to be a singer,”} [she] <said>.
state | {“We have not received the letter,”} [the clerk] <said>.
state | {“I don't remember the call,”} [the aide] <said>.
state | [The union] <said> {it had not yet voted}.
state | {“We are not accusing anybody,”} [the sheriff] <said>.
state | {“There is no bus on Sundays,”} [the driver] <said>.
state | [The ministry] <said> {no one was hurt}.
# --- kinds of "confirm"
state | [The club] <confirmed> {that the match will start at eight}.
state | [The airport] <confirmed> {that flights had resumed}.
confirm | [The army] <confirmed> {the allegations of torture}.
# --- who is meant, and what is taken back
allege | [The woman] <said> {he had assaulted her in the lift}.
allege | [The widow] <said> {he lied to her}.
allege | [Mr. Adeyemi] <said> {she stole the files}.
confirm | [The firm] <said> {it had violated the rules}.
confirm | {“We violated the ceasefire,”} [the commander] <said>.
deny | {“It is not true that we bombed the village,”} [the colonel] <said>.
deny | {“The claim that we stole the money is absurd,”} [the treasurer] <said>.
deny | {“There is no evidence that they cheated,”} [the referee] <said>.
promise | {“If we violated the rules, we will pay the fine,”} [the owner] <said>.
state | {“Did we break the law?”} [the trader] <asked>.
deny | [The ministry] <said> {it was not true that its agents had kidnapped the editor}.
deny | [The general] <denied> {that his men had lied}.
allege | [Ukraine] <said> {Russia had violated the truce}.
state | [The victim] <said> {he never answered her letters}.
deny | [The Iranian ambassador] <said> {Iran had never violated the resolution}.
deny | [The minister] <said> {that selling weapons to the rebels was not his government's policy}.
deny | {“Nobody in this office took a bribe,”} [the mayor] <said>.
deny | {“No one at the bank laundered money,”} [its chairman] <said>.
reject | [Tehran] <denounced> {the call for an inquiry}.
reject | [The ambassador] <said> {any investigation would be against the law}.
criticize | [The editor] <dismissed> {the novel as a bore}.
deny | [The president] <dismissed> {that account}.
allege | [Paris] <says> {the shipment breaks the embargo}.
confirm | {“We sent a small number of drones before the war,”} [the minister] <said>.
confirm | [The minister] <told> reporters {that his country had sold a limited number of missiles}.
deny | {“We sold nobody any missiles,”} [the minister] <said>.
deny | {“Never have we sold missiles to anybody,”} [the minister] <said>.
deny | {“At no time did we sell missiles,”} [the minister] <said>.
!deny | {“The allegations that we admitted it are false,”} [the minister] <said>.
decline | {“We are not commenting on whether we sold any,”} [the aide] <said>.
allege | {“They now admit that they lied,”} [the senator] <said>.
allege | {“They deny it, but they are lying,”} [the senator] <said>.
decline | [The aide] <could neither say yes nor no to> {the claim}.
deny | [The agency] <vehemently rejected> {an accusation that it had admitted the leak}.
deny | [He] <issued a flat denial> {of the charge}.
deny | [The palace] <is denying> {the report}.
deny | [Two ministers] <have since denied> {that they confirmed the story}.
reject | [The envoy] <refused> {to accept the denial}.
criticize | [The critics] <scorned> {the confession as a stunt}.
demand | [The judge] <told> the firm {to admit or deny the claim by Monday}.
state | [The clerk] <said> {the form asks visitors to confirm or deny any conviction}.
decline | [The firm] <would not say> {whether it denied the charge}.
# --- walked back
deny | [The senator] <retracted> {his claim that the vote was rigged}.
deny | [The witness] <recanted> {her testimony}.
deny | [The coach] <walked back> {his accusation}.
"""

NEWS = """
# --- sentences written without an eye to the rules, in the way of news agencies and campaign reports
deny | [Harbour officials] <told> The Courier on Tuesday {that no toxic waste had been stored at the site, contrary to what campaigners have said}.
deny | {“There is absolutely no basis for these accusations, which were invented by people who lost an election,”} [the governor's spokesman] <said> in a statement.
deny | [Lawyers for the shipping magnate] <said> {their client had never met the two men named in the indictment}.
deny | [The central bank governor] <told> lawmakers on Wednesday {that she did not instruct anyone to destroy the emails}.
deny | [A senior official at the ministry, who asked not to be named,] <said> {the documents published last week were forgeries}.
deny | [Both the airline and the pilots' union] <have disputed> {the regulator's finding that crews were exhausted}.
deny | {“Anyone who says we abandoned those sailors is wrong,”} [the coast guard commander] <said>.
!deny | [Rahimi] <maintains> {that he was in Lisbon on the night of the fire}.
deny | {“It was not our missile,”} [the air force chief] <told> state television.
deny | [The foreign ministry] <characterized> {the report as “a collection of rumours and half-truths”}.
deny | {“I didn't do it, and the tapes will show that,”} [the defendant] <told> the court.
deny | [The Kremlin] <has consistently denied> {any role in the poisoning}.
deny | [The museum's director] <called> {suggestions of a cover-up “frankly insulting and untrue”}.
deny | [A spokesman for the prince] <rejected> {the claims as baseless and without merit}.
deny | {“To suggest that we ignored the warnings is false,”} [the engineer] <wrote>.
deny | [The company] <said> {it does not use child labour and never has}.
deny | [She] <testified> {that there was no affair}.
deny | [His campaign] <flatly rejected> {the notion that donors were promised ambassadorships}.
confirm | [The archdiocese] <admitted> on Friday {that it had moved the priest from parish to parish for years}.
confirm | [The police chief] <has acknowledged> {that officers fired on the crowd without warning}.
confirm | {“We got it wrong, and people died because of it,”} [the health secretary] <told> the inquiry.
confirm | [A second suspect] <confessed to> {planting the device}, according to prosecutors.
confirm | [The carmaker] <conceded> in a filing {that engineers had known of the defect since 2011}.
confirm | {“Yes, I took the money,”} [the former councilman] <said>.
confirm | [The group] <claimed responsibility> {for Sunday's blast}.
confirm | {“I regret what I said about the victims,”} [the broadcaster] <said>.
confirm | [The contractor] <pleaded guilty to> {fraud}.
confirm | [The defence secretary] <accepted> {responsibility for the failed raid}.
allege | [Prosecutors] <say> {the couple siphoned off millions from the charity}.
!allege | {“They are bombing hospitals and then lying about it,”} [the surgeon] <said> by telephone.
allege | [A former aide] <told> the committee {that the minister ordered her to shred the files}.
!allege | [The White House] <said> {Iranian trainers were in Crimea helping Russian forces launch the drones}.
allege | [The lawsuit, filed on Monday,] <claims> {the university covered up assaults for a decade}.
allege | [Washington] <accuses> {Pyongyang of shipping artillery shells to Moscow}.
allege | {“The mayor and his cronies have been robbing this city blind,”} [the challenger] <said>.
allege | [Kyiv's ambassador] <wrote> {that the transfers breached the council's resolution}.
allege | [Critics] <say> {the commission rigged the tender in favour of the president's son}.
allege | [Two women] <have come forward to say> {the producer assaulted them}.
allege | [Opposition leaders] <claimed> {soldiers stuffed ballot boxes in three provinces}.
allege | {“She is hiding something from the voters,”} [he] <said>.
allege | [The inspector general] <found> {that the agency had spied on reporters}.
reject | [Tehran] <dismissed> {the European call for an inquiry}.
!reject | [The speaker] <said> {the chamber would not take up the bill}.
reject | {“We are not going to negotiate with a gun to our heads,”} [the chief negotiator] <said>.
reject | [The appeals court] <upheld the ban and rejected> {the group's request for a stay}.
reject | [The chief executive] <has resisted> {calls to step down}.
reject | [Russia's envoy] <told> the council {that the Secretariat had no mandate to investigate and that any probe would be illegitimate}.
reject | {“That proposal is dead on arrival,”} [the majority leader] <said>.
reject | [The tribe] <refused> {to sell the land}.
demand | [The three governments] <asked> {the secretary-general to open an investigation}.
demand | {“It is time for the general to go,”} [the archbishop] <said>.
demand | [The union's president] <said> {the mine ought to be closed until it is safe}.
demand | {“Give us back our children,”} [the mothers] <chanted>.
demand | [France's ambassador] <said> {Iran had to stop supporting the war}.
demand | [Lawmakers] <are calling on> {the regulator to recall the toys}.
!demand | [The coalition] <wants> {the tax scrapped}.
demand | {“I urge everyone to stay indoors,”} [the mayor] <said>.
promise | [The prime minister] <told> parliament {her government would publish the report in full}.
promise | {“We will not rest until every hostage is home,”} [the president] <said>.
promise | [The company] <has committed to> {cutting emissions by half}.
promise | {“If elected, I'll abolish the tax,”} [the candidate] <said>.
promise | [The regulator] <said> {it would look into the complaint}.
offer | [The emir] <said> {his country stood ready to host talks}.
offer | {“Our door is always open to the strikers,”} [the manager] <said>.
offer | [Islamabad] <has offered to> {share its findings}.
offer | [The ministry] <proposed> {a joint inquiry with its neighbour}.
threaten | [The general] <warned> {that any attack would be met with force}.
threaten | {“There will be consequences if they break the deal,”} [the envoy] <said>.
threaten | [The bank] <said> {it would pull out of the country if the law passes}.
threaten | [The lawyer] <threatened> {to take the newspaper to court}.
criticize | {“This is a slap in the face of every veteran,”} [the senator] <said>.
criticize | [The opposition leader] <described> {the speech as hollow}.
criticize | {“What he said was disgusting, and he knows it,”} [the actress] <said>.
criticize | [Environmental groups] <were quick to condemn> {the decision}.
criticize | {“They had two years to fix the roof and they did nothing,”} [the tenant] <said>.
criticize | [The bishop] <expressed alarm> {at the tone of the campaign}.
criticize | {“How can anybody trust a man like that?”} [the widow] <asked>.
criticize | [He] <said> {the reform was a disaster for small farmers}.
criticize | {“I find it outrageous that nobody was told,”} [the teacher] <said>.
criticize | [The editorial] <said> {the minister had failed the country's poorest}.
endorse | {“He has been a tremendous friend to this town,”} [the fire chief] <said>.
endorse | [The chancellor] <applauded> {the decision}.
endorse | {“I fully support the committee's findings,”} [the professor] <said>.
endorse | [The governor] <came out in favour of> {the bridge}.
endorse | {“This is good news for patients,”} [the doctor] <said>.
endorse | [State Department officials] <said> {they agreed with the British and French assessment}.
endorse | [Voters] <approved> {the measure}.
decline | [A Pentagon spokesman] <would not comment on> {the report}.
decline | [The family] <declined an interview request>{ on Thursday}.
decline | {“That's a question for the lawyers,”} [the coach] <said>.
decline | [Calls to the office] <were not returned>.
decline | [The senator] <refused to be drawn on> {whether he would run}.
state | [The weather service] <said> {the storm would reach the coast by nightfall}.
state | {“My grandfather built this house in 1921,”} [the owner] <said>.
state | [The central bank] <said> {inflation had slowed to 2.1 percent}.
state | [Scientists] <have found> {that the bees navigate by smell}.
state | {“We are looking at all the options,”} [the minister] <said>.
state | [The trial's judge] <asked> {whether the witness needed a break}.
state | [The campaign] <said> {turnout was higher than in 2012}.
state | [Analysts at the bank] <expect> {the currency to weaken}.
state | {“It's hard to say who will win,”} [the pollster] <said>.
state | [The ministry] <said> {the minister had spoken with his counterpart by telephone}.
state | [Officials] <said> {they were still counting the votes}.
state | {“I don't think anyone expected this,”} [the baker] <said>.
state | [The UN official] <told> the council {that her office was examining the debris and had drawn no conclusion}.
state | [The envoy] <described> {the talks as lasting three hours}.
state | [The historian] <argued> {that the treaty ended a century of rivalry}.
state | {“I first heard about it on the radio,”} [the minister] <said>.
state | [The spokesman] <said> {the president was aware of the reports}.
state | [The company] <said> {no decision had been made}.
state | [The police] <said> {they had not identified the body}.
state | {“We haven't seen the report yet,”} [the mayor] <said>.
state | [The doctor] <said> {the patient did not have a fever}.
state | {“I never met my father,”} [the singer] <said>.
state | [Delgado] <said> at a rally in Tucson {that she would be the first engineer to hold the office}.
!criticize | {“He talks a big game, but when it's time to deliver he is nowhere to be found,”} [Delgado] <said> of her opponent.
criticize | [The senator] <said> {the tax plan would only help the rich}.
criticize | {“My opponent wants to take us backward,”} [the congressman] <told> supporters.
endorse | {“She's the real deal, and I think the country is lucky to have her,”} [the retired general] <said>.
criticize | [Aides to the governor] <privately grumbled about> {the chairman's handling of the convention}.
allege | {“They're buying this election with dark money,”} [the activist] <said>.
deny | {“That's just not what happened,”} [the manager] <said>.
deny | [A campaign spokesman] <called> {the story “pure fantasy”}.
deny | {“The premise of the question is false,”} [the press secretary] <said>.
deny | [The hospital] <pushed back on> {the claim that patients were turned away}.
confirm | [The lawmaker] <admitted> {lifting whole paragraphs from a speech by a colleague}.
confirm | [The committee] <acknowledged> {the emails had been stolen from its servers}.
confirm | {“In hindsight, that was an error of judgment on my part,”} [the treasurer] <said>.
decline | [The campaign] <has not responded to> {questions about the loan}.
decline | [The owner] <hung up when asked about> {the fire}.
decline | {“I'm not getting into that,”} [the quarterback] <said>.
demand | {“Congress should pass this bill before the recess,”} [the president] <said>.
demand | [The paper's editorial board] <called for> {the sheriff's resignation}.
demand | {“Voters deserve an answer,”} [the challenger] <said>.
demand | [The nurses] <want> {the hospital to hire more staff}.
demand | {“We need a special prosecutor,”} [the congresswoman] <said>.
demand | [A judge] <told> the agency {to turn over the records by Friday}.
promise | {“On day one, I will sign an order closing that loophole,”} [the candidate] <said>.
promise | [The airline] <says> {it will refund every ticket}.
promise | [The sheriff] <promised> {a thorough review}.
threaten | [Two committee chairmen] <threatened> {to hold the director in contempt}.
threaten | {“If he keeps this up, he's going to lose the Midwest,”} [the strategist] <warned>.
threaten | [The teachers] <said> {they would walk out if the talks failed}.
threaten | [The embassy] <warned> {that the sale would damage relations}.
reject | [The nominee] <said> {he would not release his tax returns}.
reject | [Republicans] <blocked> {the nomination}.
reject | {“I'm not going to apologize for telling the truth,”} [the host] <said>.
reject | [The Senate] <voted down> {the amendment}.
!reject | {“Absolutely not,”} [the mayor] <said when asked if she would step aside>.
reject | [The governor] <turned aside> {an invitation to debate}.
reject | [The justices] <declined> {to hear the case}.
reject | [Shareholders] <rejected> {the pay package}.
endorse | [The union's members] <overwhelmingly backed> {the deal}.
endorse | [Three former secretaries of state] <signed a letter supporting> {the accord}.
endorse | {“I couldn't agree with her more,”} [the senator] <said>.
endorse | [The coach] <said> {his goalkeeper had been outstanding}.
endorse | [The pastor] <prayed for and blessed> {the candidate}.
criticize | [Late-night hosts] <poked fun at> {the debate}.
criticize | {“It's embarrassing for our country,”} [the ambassador] <said>.
criticize | [Donors] <voiced frustration> {with the lack of a ground game}.
criticize | {“There's no plan, there's no leadership, there's nothing,”} [the mayor] <said>.
!criticize | [The columnist] <wrote> {that the speech was long on slogans and short on facts}.
criticize | [Economists] <panned> {the proposal}.
criticize | {“I've never seen anything so irresponsible in my life,”} [the doctor] <said>.
criticize | [The speaker] <distanced himself from> {the nominee's remarks}.
allege | [The state attorney general] <sued> {the school for defrauding students}.
allege | [The candidate] <said> {his rival had sold access to foreign donors}.
!allege | [The blog] <reported> {that the senator had fathered a child out of wedlock}.
allege | {“The system is rigged by people who profit from it,”} [she] <said>.
allege | [The complaint] <says> {the foundation used charity money to settle lawsuits}.
!allege | [The hacker] <boasted that> {he had stolen the files}.
allege | {“He's a con man, and he has cheated hundreds of people,”} [the contractor] <said>.
allege | [Relatives] <say> {guards beat the prisoner to death}.
offer | [The billionaire] <offered> {five million dollars for the records}.
offer | [The network] <has invited> {both candidates to a town hall}.
offer | {“I'm willing to sit down with anyone,”} [the senator] <said>.
state | [The survey] <found> {that 41 percent of voters were undecided}.
state | {“We're in a dead heat in Ohio,”} [the pollster] <said>.
state | [The campaign] <announced> {a ten-city bus tour}.
state | [Her father] <was quoted as saying> {that the family came from Kerala in 1971}.
state | [The candidate] <spoke about> {his childhood in the Bronx}.
state | {“This is about jobs,”} [the senator] <said>.
state | [Analysts] <say> {the race could hinge on turnout in the suburbs}.
state | [The nominee] <said> {he had spoken with the widow by phone}.
state | {“I grew up in a house without books,”} [the novelist] <said>.
state | [Aides] <said> {she will arrive on Thursday}.
state | [The moderator] <asked> {what they would do about drug prices}.
state | [The sheriff] <said> {the suspect was taken to a hospital}.
state | [The economist] <noted> {that wages have grown faster than prices}.
state | [The governor] <said> {he was still weighing his options}.
state | {“It's going to be close,”} [the chairman] <predicted>.
state | [The agency] <listed> {four causes of the delay}.
state | [The professor] <compared> {the two campaigns to a marathon and a sprint}.
state | {“I've been a nurse for thirty years,”} [she] <said>.
state | [The company] <reported> {a profit of two million dollars}.
state | [The bishop] <described> {the chapel's history}.
state | [Okonkwo] <said> in an interview {that the orchestra would tour Asia next spring}.
criticize | {“For eight years they've done nothing but talk,”} [Marsh] <told> the crowd in Dayton.
criticize | [The union leader] <called> {the offer an insult}.
endorse | [The former rival] <praised> {Marsh as steady and decent}.
allege | [A whistle-blower] <said> {managers falsified the test results}.
deny | [The laboratory's lawyers] <said> {nothing was falsified}.
deny | {“We categorically reject any suggestion that our staff were involved,”} [the hotel] <said>.
state | {“Our staff are cooperating with the police,”} [the hotel] <said>.
demand | [The victims' families] <want> {a public inquiry}.
demand | {“The truth has to come out,”} [a sister of one of the dead] <said>.
reject | [The interior minister] <ruled out> {an inquiry for now}.
confirm | [The interior minister] <conceded> {that warnings had been missed}.
promise | {“We'll learn the lessons,”} [he] <said>.
threaten | [The families' lawyer] <said> {they would go to court unless an inquiry was called}.
decline | [The police] <did not answer> {written questions}.
state | [The coroner] <said> {the cause of death was not yet known}.
allege | {“Somebody is covering this up,”} [the lawyer] <said>.
deny | {“There was no cover-up,”} [the minister] <said>.
allege | [The rebels] <said> {government jets had struck a market}.
deny | [The army] <said> {it had carried out no strikes in the area}.
demand | [The United Nations] <called for> {an immediate truce}.
reject | [The rebels] <said> {they would not lay down their arms}.
offer | [The president] <said> {he was ready to meet the rebel leader anywhere}.
criticize | [Aid groups] <said> {the response had been far too slow}.
endorse | [Washington] <welcomed> {the announcement}.
state | [The envoy] <said> {talks would continue through the weekend}.
!threaten | {“Anyone who breaks the truce will answer to us,”} [the general] <said>.
allege | [Doctors] <accused> {both sides of firing on ambulances}.
deny | [Both sides] <denied> {it}.
state | {“It was raining when the shells fell,”} [a grocer] <said>.
criticize | {“The generals don't care about us,”} [she] <added>.
confirm | [A rebel spokesman] <acknowledged> {that a rocket had gone astray}.
decline | [The foreign ministry] <refused to comment>.
state | [The central bank] <left> {its rate unchanged}, <saying> {growth was steady}.
criticize | [Traders] <said> {the bank was behind the curve}.
endorse | {“The bank did the right thing,”} [the economist] <said>.
promise | [The governor] <promised> {more clarity}.
allege | [The regulator] <said> {the broker had misled clients for years}.
!deny | [The broker] <said> {it had always been honest with its clients}.
confirm | {“Mistakes were made, and I own them,”} [the broker's founder] <wrote>.
reject | [The broker] <refused> {to pay the fine}.
demand | [The regulator] <ordered> {it to repay the money}.
state | [A court date] <was set>{ for May}.
criticize | {“This company has no shame,”} [a client] <said>.
endorse | [Another client] <defended> {the founder}.
state | [The founder] <said> {he was born in Leeds}.
allege | {“He took my savings and gambled them away,”} [the client] <said>.
deny | {“I never touched a penny of it,”} [the founder] <replied>.
threaten | [The founder] <threatened> {to countersue}.
offer | [The founder] <offered> {to refund half}.
!reject | {“Half is not enough,”} [the client] <said>.
state | [Mediators] <expect> {the case to last a year}.
!criticize | [A columnist] <compared> {the founder to a circus barker}.
state | [The mayor] <described> {the new bridge as the longest in the region}.
endorse | [The mayor] <called> {it a triumph of engineering}.
criticize | [Cyclists] <called> {it a death trap}.
demand | [Cyclists] <are urging> {the council to add a lane}.
!reject | [The council] <said> {there was no money for a lane}.
allege | {“The council has been lying about the budget,”} [one cyclist] <said>.
!deny | {“The figures are correct and always were,”} [the council's treasurer] <said>.
"""


@pytest.fixture(scope="module")
def plain() -> list[tuple[Marked, Act]]:
    return classify(read_marked(PLAIN))


@pytest.fixture(scope="module")
def tricky() -> list[tuple[Marked, Act]]:
    return classify(read_marked(TRICKY))


@pytest.fixture(scope="module")
def news() -> list[tuple[Marked, Act]]:
    return classify(read_marked(NEWS))


def _precision(results: list[tuple[Marked, Act]], label: str) -> float:
    said = [e.expected == label for e, a in results if a.label == label]
    return sum(said) / len(said)


def _misread(results: list[tuple[Marked, Act]]) -> list[str]:
    return [f"{e.expected} → {a.label} ({a.rule}): {e.text}" for e, a in results if a.label != e.expected and not e.known_failure]


def test_there_are_enough_examples(plain: list[tuple[Marked, Act]], tricky: list[tuple[Marked, Act]]) -> None:
    assert len(plain) >= 200
    assert len(tricky) >= 60
    labels = Counter(e.expected for e, _ in plain)
    assert min(labels.values()) >= 9
    assert len(labels) == 12


def test_plain_sentences(plain: list[tuple[Marked, Act]]) -> None:
    assert len(_misread(plain)) <= 0.03 * len(plain), "\n".join(_misread(plain))


def test_tricky_sentences(tricky: list[tuple[Marked, Act]]) -> None:
    assert len(_misread(tricky)) <= 0.06 * len(tricky), "\n".join(_misread(tricky))


def test_news_sentences(news: list[tuple[Marked, Act]]) -> None:
    known = sum(e.known_failure for e, _ in news)
    assert known <= 0.1 * len(news)
    assert len(_misread(news)) <= 0.02 * len(news), "\n".join(_misread(news))


@pytest.mark.parametrize(("label", "floor"), [("deny", 0.95), ("confirm", 0.9), ("allege", 0.95), ("reject", 0.95), ("demand", 0.95)])
def test_precision(
    plain: list[tuple[Marked, Act]], tricky: list[tuple[Marked, Act]], news: list[tuple[Marked, Act]], label: str, floor: float
) -> None:
    assert _precision([*plain, *tricky, *news], label) >= floor, "\n".join(_misread([*plain, *tricky, *news]))


def test_no_denial_is_taken_for_an_admission_nor_the_reverse(plain: list[tuple[Marked, Act]], tricky: list[tuple[Marked, Act]]) -> None:
    crossed = [(e, a) for e, a in [*plain, *tricky] if {e.expected, a.label} == {"deny", "confirm"} and not e.known_failure]
    assert crossed == []


def test_known_failures_still_fail(
    plain: list[tuple[Marked, Act]], tricky: list[tuple[Marked, Act]], news: list[tuple[Marked, Act]]
) -> None:
    mended = [e.text for e, a in [*plain, *tricky, *news] if e.known_failure and a.label == e.expected]
    assert not mended, "take the ! off these"
