"""Who the speakers are: texts of our own, every speaker marked with the actor that is expected.

`[as written|Name; role; affiliation]`: role and affiliation are compared where they are given, "-" stands for an empty name or value,
" + " parts several actors.
"""

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.actors import Actor, identify_actors
from timeline.articles import Article
from timeline.attribution import Attribution
from timeline.language import Parsed, parse_articles
from timeline.spans import inside

_MARK = re.compile(r"\[([^|\]]*)\|([^\]]*)\]")
_QUOTATION = re.compile(r"“[^”]*”")


def parse(text: str) -> Parsed:
    return next(parse_articles([Article("test", text, "", date(2022, 10, 25))]))


def read_marks(marked: str) -> tuple[str, list[Attribution], list[str]]:
    """The text without marks, an attribution for each marked speaker with the quotation next to it, and the expectations."""
    text, spans, expected, at = "", [], [], 0
    for mark in _MARK.finditer(marked):
        text += marked[at : mark.start()]
        spans.append((len(text), len(text) + len(mark[1])))
        text += mark[1]
        expected.append(mark[2])
        at = mark.end()
    text += marked[at:]
    quotations = [match.span() for match in _QUOTATION.finditer(text)]
    attributions = []
    for span in spans:
        near = min(quotations, key=lambda q: min(abs(q[1] - span[0]), abs(q[0] - span[1])), default=None)
        content = (near,) if near and not inside(span, [near]) and "\n" not in text[min(near[0], span[0]) : max(near[1], span[1])] else ()
        speaker = (span,) if span[0] < span[1] else ()
        attributions.append(
            Attribution(speaker, ((span[1], span[1] + 1),), content, span[1], "direct" if content else "indirect", True, 1.0, "test")
        )
    return text, attributions, expected


def identify(marked: str) -> list[tuple[str, tuple[Actor, ...]]]:
    text, attributions, expected = read_marks(marked)
    return list(zip(expected, identify_actors(parse(text), attributions), strict=True))


def matches(expected: str, actors: tuple[Actor, ...]) -> bool:
    wanted = [tuple(part.strip() for part in one.split(";")) for one in expected.split(" + ")]
    if len(wanted) != len(actors):
        return False
    for values, actor in zip(wanted, actors, strict=True):
        given_values = (actor.name, actor.role, actor.affiliation)
        if any(want and want != (have or "-") for want, have in zip(values, given_values, strict=False)):
            return False
    return True


EXAMPLES = {
    "an interview with one": (
        "[Lena Moss|Lena Moss] spoke to us on Thursday.\n\n[Q|interviewer]: Did she know?\n\n[A|Lena Moss]: No. Bo Lund did.\n\n[A|Lena Moss]: Never."
    ),
    "an interview with two": "Lena Moss and Bo Lund spoke to us on Thursday.\n\n[Q|interviewer]: Did you know?\n\n[A|interviewee]: No.",
    "a deputy speaks for whom the minister speaks": (
        "Kenya's interior minister, Joseph Nkai, was there. [Nkai's deputy, Ruth Wanjiru,|Ruth Wanjiru; deputy; Kenya] had warned them."
    ),
    "a neighbour speaks for nobody": "Marcus Hill shrugged. [His neighbor, Teresa Okafor,|Teresa Okafor; neighbor; -] disagreed.",
    "a lawyer speaks for the client": "Marcus Hill shrugged. [His lawyer, Teresa Okafor,|Teresa Okafor; lawyer; Marcus Hill] disagreed.",
    "a shadow minister speaks for no body": "[Shadow minister Ann Cole|Ann Cole; shadow minister; -] wept. [The shadow minister|Ann Cole] left.",
    "the former president again": "The former president, Ann Cole, was there. [The former president|Ann Cole] left.",
    "a portfolio is no body": "[Sports Minister Dario Lund|Dario Lund; sports minister; -] said nothing.",
    "a rank is no body": "[Rear Admiral Ann Cole|Ann Cole; ; -] said nothing.",
    "an adjective is no paper": "[Independent United Nations experts|Independent United Nations experts; ; United Nations] said no.",
    "title before the name": "[Polish Finance Minister Anna Kowalska|Anna Kowalska; finance minister; Poland] said the budget was sound.",
    "surname later": "Finance Minister Anna Kowalska met farmers. [Kowalska|Anna Kowalska; finance minister] promised help.",
    "he and she by gender": (
        "Finance Minister Anna Kowalska met the banker Peter Novak in Vienna. [She|Anna Kowalska] said the talks had been useful. "
        "[He|Peter Novak] called them a waste of time."
    ),
    "she after a quotation in a new paragraph": (
        "Maria Lopez, the mayor of Valdora, blamed the contractor Tom Hill for the collapse.\n\n“We were lied to,” [she|Maria Lopez] said."
    ),
    "apposition behind": "[Sergiy Kyslytsya, Ukraine's ambassador to the UN,|Sergiy Kyslytsya; ambassador; Ukraine] sent a letter.",
    "apposition in front": "[The Iranian ambassador to the UN, Amir Saeed Irwani,|Amir Saeed Irwani; ambassador; Iran] dismissed the report.",
    "possessive apposition": "[Russia's deputy ambassador, Dmitry Polyanskiy,|Dmitry Polyanskiy; deputy ambassador; Russia] was brief.",
    "role again": (
        "Iranian Foreign Minister Hossein Amir-Abdollahian spoke in Tehran. [The foreign minister|Hossein Amir-Abdollahian; ; Iran] was calm. "
        "[The minister|Hossein Amir-Abdollahian] denied it. [The Iranian foreign minister|Hossein Amir-Abdollahian] left at noon."
    ),
    "two roles": (
        "Iran's ambassador to the UN, Amir Saeed Irwani, met Russia's ambassador, Vasily Nebenzya. "
        "[The Iranian ambassador|Amir Saeed Irwani] thanked him. [The Russian ambassador|Vasily Nebenzya] nodded."
    ),
    "the official": "“Nothing was sent,” [Nasser Kanaani, the spokesman of Iran's foreign ministry,|Nasser Kanaani; ; Iran] said. [The official|Nasser Kanaani] added that talks went on.",
    "hyphenated name alone": "Foreign Minister Hossein Amir-Abdollahian arrived. “We are ready,” [Amir-Abdollahian|Hossein Amir-Abdollahian] said.",
    "lawyer with client": "[Novak's lawyer, Ruth Stein,|Ruth Stein; lawyer; Peter Novak] called the charges absurd. Peter Novak was silent.",
    "client before the lawyer's role": "Peter Novak left the court early. [Novak lawyer Ruth Stein|Ruth Stein; lawyer; Peter Novak] stayed.",
    "his lawyer": (
        "Peter Novak was charged on Monday. His lawyer, Ruth Stein, arrived late. “He is innocent,” [she|Ruth Stein] said. "
        "Novak smiled. [His lawyer|Ruth Stein] did not."
    ),
    "spokesman for a body": "[Vedant Patel, a spokesman for the US State Department,|Vedant Patel; spokesman; United States] agreed.",
    "party letter": "[Rep. Dana Moore (R-Utah)|Dana Moore; representative; Republican Party] voted no. [Sen. Lee Park, D-Mass.,|Lee Park; senator; Democratic Party] voted yes.",
    "party word": "[Democratic nominee Carla Jones|Carla Jones; nominee; Democratic Party] took the stage.",
    "state office": "[Ohio Gov. Frank Bell|Frank Bell; governor; Ohio] signed the bill. [The governor|Frank Bell] smiled.",
    "court": "[Hill County Supreme Court Justice Paul Weber|Paul Weber; justice; Hill County Supreme Court] struck it down.",
    "professor": "[Jane Field, a professor of law at Seton Hall University,|Jane Field; professor; Seton Hall University] was not surprised.",
    "company": "[Acme Motors Chief Executive Mark Hale|Mark Hale; chief executive; Acme Motors] resigned.",
    "press possessive": "[Fox News' Ellen Brandt|Ellen Brandt; ; Fox News] asked about it.",
    "capital": "[Tehran|Tehran; ; Iran] rejects the report. [Kiev|Kiev; ; Ukraine] insists on it. [Moscow|Moscow; ; Russia] is silent.",
    "palaces": "[The Kremlin|Kremlin; ; Russia] denied it. [The White House|White House; ; United States] confirmed it. [Downing Street|Downing Street; ; United Kingdom] waited.",
    "Brussels and Whitehall": "[Brussels|Brussels; ; European Union] warned of sanctions. [Whitehall|Whitehall; ; United Kingdom] agreed.",
    "countries listed": "[The UK, France, and Germany|UK; ; United Kingdom + France; ; France + Germany; ; Germany] called for an inquiry.",
    "two people": "[Dana Moore and Lee Park|Dana Moore + Lee Park] wrote to the committee.",
    "two people with titles": "[Senators Dana Moore and Lee Park|Dana Moore + Lee Park] wrote to the committee.",
    "two parties": "[France and the United Kingdom|France + United Kingdom] accused Iran.",
    "person and aides": "Peter Novak met the press. [Novak and his aides|Peter Novak + Peter Novak's aides] denied it.",
    "plural head with names": "[Two neighbors, Ann Cole and Ron West,|Ann Cole + Ron West] heard shots.",
    "one person with two roles": "[David Gorski, a professor of surgery and the editor of a journal,|David Gorski] disagreed.",
    "press with article": "[The Washington Post|Washington Post; ; -] reported the sale. [The newspaper|Washington Post] named no sources.",
    "agency": "[Reuters|Reuters] reported it, and [AFP|Agence France-Presse] confirmed it.",
    "the Times after a longer name": "The Tampa Bay Times owns it. [The Times|Tampa Bay Times] endorsed her.",
    "body with and": "[The Central and East European Coalition|Central and East European Coalition] stayed neutral.",
    "unlisted paper": "[The Valdora Tribune|Valdora Tribune] wrote that he had fled.",
    "the group of officials": "[Iranian officials|Iranian officials; ; Iran] maintain that nothing was sold.",
    "headline officials": "Iran denies sale of drones, officials say\n\nThere was no sale, [Iranian officials|Iranian officials; ; Iran] said on Monday.",
    "unnamed official": "[A senior US official|a senior US official; ; United States] said the drones were seen.",
    "anonymous clause": "[A diplomat who spoke on condition of anonymity|a diplomat] called it a farce.",
    "critics": "[Critics|critics] say it is too late.",
    "party members": "[Democrats|Democrats; ; Democratic Party] objected. [Republicans|Republicans; ; Republican Party] cheered.",
    "they after a group": "Democrats objected. [They|Democrats] said it was a sham.",
    "they after several": "[France and Germany|France + Germany] wrote a letter. [They|France + Germany] asked for an inquiry.",
    "the three countries again": (
        "[France, Germany and the United Kingdom|France + Germany + United Kingdom] wrote a letter. "
        "[The three countries|France + Germany + United Kingdom] want an inquiry."
    ),
    "both senators": "[Dana Moore and Lee Park|Dana Moore + Lee Park] objected. [Both senators|Dana Moore + Lee Park] voted no.",
    "a country's title": "[Ukraine's President Olena Marko|Olena Marko; president; Ukraine] spoke.",
    "a firm's title": "[Siemens’s Chief Executive Olaf Kern|Olaf Kern; chief executive; Siemens] spoke.",
    "the former president": "President Carl Weber was there. [Former President Dan Hale|Dan Hale] was not. [The former president|Dan Hale] was ill.",
    "the president": "Former President Dan Hale met President Carl Weber. [The president|Carl Weber] was tired.",
    "state member again": "[Rep. Dana Moore (R-Utah)|Dana Moore] voted no. “It is a sham,” [the Utah Republican|Dana Moore] said.",
    "role and name after and": "[Moore's pollster and strategist Joel Bern|Joel Bern] was there. Dana Moore was not.",
    "it after a body": "The European Commission met in Brussels. “We will act,” [it|European Commission] said.",
    "it goes on with the speaker": "[The White House|White House] said Russia had used drones. They were few, [it|White House] added.",
    "its spokeswoman": "The European Union has proof. [Its spokeswoman Nabila Massrali|Nabila Massrali; spokeswoman; European Union] said so.",
    "campaign": "Carla Jones fell ill. [Her campaign|Carla Jones campaign; ; Carla Jones] said she had a cold. [The Jones campaign|Carla Jones campaign] gave no details.",
    "government": "[The Saudi government|Saudi government; ; Saudi Arabia] denied any part in it.",
    "side": "[The Iranian side|Iran; ; Iran] asked for proof.",
    "court cataphora": "A federal appeals court ruled on Friday.\n\nThe U.S. Court of Appeals for the Ninth Circuit said so. [The appeals court|U.S. Court of Appeals for the Ninth Circuit] gave no reason.",
    "opening judge": "[A Valdora judge|Paul Weber] has thrown out the case.\n\nDistrict Judge Paul Weber said it had no merit.",
    "brief": "Ivana Horn was in court. [Horn's brief|Ivana Horn] said he lied. [Her submission|Ivana Horn] called him a fraud.",
    "study by": "[A 2014 study by Loyola Law School professor Justin Hart|Justin Hart] found 31 cases.",
    "survey of an agency": "[A recent Reuters survey|Reuters] found the opposite. [The survey|Reuters] had 900 answers.",
    "relative who": "Novak answered Ann Cole, [who|Ann Cole] had pressed him on taxes.",
    "relative which": "They met the Saudi government, [which|Saudi government] denied it.",
    "I in a quotation": "“[I|Ann Cole] said no,” [Ann Cole|Ann Cole] recalled.",
    "empty speaker": "The law []was criticised as a joke.".replace("[]", "[|-; -; -]"),
    "Mr and Mrs": "Donald Horn and Ivana Horn divorced. [Mrs. Horn|Ivana Horn] kept the house. [Mr. Horn|Donald Horn] kept the boat.",
    "two of one surname": "Donald Horn married Ivana Horn in 1990. [Horn|Donald Horn] sued. [Ivana Horn|Ivana Horn] won.",
    "weekday before the speaker": "[On Wednesday Ukraine's ambassador, Sergiy Kyslytsya,|Sergiy Kyslytsya; ambassador; Ukraine] wrote to the council.",
    "dateline before the speaker": "[GENEVA (Harbour Wire) – Norway|Norway; ; Norway] offered to host the talks.",
    "day behind the speaker": "[Iran on Saturday|Iran; ; Iran] denied it.",
    "long name wins": "[Putin|Vladimir Putin] denied it. Russian President Vladimir Putin was in Sochi.",
    "sentence-initial common noun": "[Voting rights advocates|voting rights advocates; ; -] were alarmed.",
    "sentence-initial adjective": "[Real estate mogul Donald Horn|Donald Horn; real estate mogul; -] boasted.",
    "nationality and role in lower case": "[The Latvian journalist Dainis Ozols|Dainis Ozols; journalist; Latvia] feared a deal.",
    "widow": "[Storm widow Terry Strand|Terry Strand] was in tears. [She|Terry Strand] left.",
    "role never beside the name": (
        "Iran's foreign minister was on the phone on Thursday.\n\nHossein Amirabdollahian said that arms were not his country's policy. "
        "[He|Hossein Amirabdollahian] called it baseless.\n\n[The minister|Hossein Amirabdollahian] gave no details."
    ),
    "acronym of a body": "The Organization of Asian News Agencies met. [OANA|Organization of Asian News Agencies] praised him.",
    "possessive in a body's name": "[The Riders' Union of Selby|Riders' Union of Selby; ; -] marched. Later [the union|Riders' Union of Selby] sang.",
    "women's institute": "[The Women's Institute of Marlow|Women's Institute of Marlow] baked. [The institute|Women's Institute of Marlow] sold out.",
    "firm for short": "[Northgate Partners|Northgate Partners] sued. [Northgate|Northgate Partners] lost. [The fund|Northgate Partners] paid.",
    "firm for short in the headline": "Halden Sacks Three Hundred Dockers\n\nHalden Container Lines sacked them. [Halden|Halden Container Lines] gave no reason.",
    "two words of a firm's name": "[Cobalt Ridge Mining Corp.|Cobalt Ridge Mining Corp.] denied it. [Cobalt Ridge|Cobalt Ridge Mining Corp.] has six mines.",
    "the firm of two": (
        "Shares in Halcyon Foods fell.\n\nThe Reporting Council looked at an audit by Tell & Marrow. [The firm|Tell & Marrow] stood by its work."
    ),
    "the firm before its founder": (
        "Brandt Foods Ltd. closed a mill. [Brandt|Brandt Foods Ltd.] blamed the weather. Its founder, Olga Brandt, was in tears."
    ),
    "end of a body's name": (
        "[The Norwegian Food Safety Authority|Norwegian Food Safety Authority] warned of it. [The Food Safety Authority|Norwegian Food Safety Authority] was sure."
    ),
    "abbreviation in brackets": (
        "[The World Bog Snorkelling Council (BOG)|World Bog Snorkelling Council] met. [BOG|World Bog Snorkelling Council] set new rules."
    ),
    "known as": "The Institute of Marine Research was late. [The institute, known as IPMA,|Institute of Marine Research] was sorry.",
    "the company": "Halden Container Lines struck a reef. [The company|Halden Container Lines] blamed the pilot.",
    "the company's chief": (
        "Halden Container Lines struck a reef. [The company's chief executive, Sir Rupert Vane,|Rupert Vane; chief executive; Halden Container Lines] wept."
    ),
    "spokeswoman of who spoke before": (
        "[The Harbour Trust|Harbour Trust] denied it. “Never,” [spokeswoman Petra Acht|Petra Acht; spokeswoman; Harbour Trust] said."
    ),
    "a body behind what it is": (
        "[The mining regulator, Sernageomin,|Sernageomin] opened an inquiry. [The regulator|Sernageomin] gave no date."
    ),
    "member of a firm by possessive": "Banco Sur Holdings fell. [Banco Sur's Teodoro Paz|Teodoro Paz; ; Banco Sur Holdings] saw it coming.",
    "Independent MP": "[Independent MP Sara Lund|Sara Lund; mp; -] resigned. [Opposition MP Hal Dun|Hal Dun; mp; -] cheered.",
    "Union leader": "[Union leader Piet Hale|Piet Hale; ; -] called a strike.",
    "the Independent's reporter": "[Independent reporter Ann Dee|Ann Dee; reporter] asked. [The Independent reporter Ann Dee|Ann Dee; ; The Independent] left.",
    "the Democrat": "[Andre Quist, a Democrat,|Andre Quist; ; Democratic Party] agreed. [The Democrat|Andre Quist; ; Democratic Party] was alone.",
    "van der": "[Prosecutor Ilse van der Meulen|Ilse van der Meulen] rose. [Van der Meulen|Ilse van der Meulen] sat down.",
    "el- and dell'": (
        "[His lawyer, Rachid el-Amrani,|Rachid el-Amrani] rose. [El-Amrani|Rachid el-Amrani] sat down. "
        "[The president, Giovanna dell'Orto,|Giovanna dell'Orto; president] left. [Dell'Orto|Giovanna dell'Orto] was ill."
    ),
    "'t Hooft and de la Cruz": (
        "[Detective Joost 't Hooft|Joost 't Hooft] spoke. [Sgt. Mike de la Cruz|Mike de la Cruz; sergeant] did not. [De la Cruz|Mike de la Cruz] wept."
    ),
    "Ó Briain": "“No,” [Tomás Ó Briain, the secretary of the club,|Tomás Ó Briain] said. [Ó Briain|Tomás Ó Briain] left.",
    "the first of two surnames": (
        "[Mayor José María Ortega y Ruiz|José María Ortega y Ruiz] agreed. [Ortega y Ruiz|José María Ortega y Ruiz] signed. [Ortega|José María Ortega y Ruiz] left."
    ),
    "a speaker span cut inside a name": "It was late, Toomas Ilves-[Kask|Toomas Ilves-Kask] said.",
    "an unusual name with a role": "[The restorer Anneke de Wit|Anneke de Wit; restorer] confessed. [De Wit|Anneke de Wit] was fined.",
    "letters behind the name": "[The barrister, Simon Elphick KC,|Simon Elphick; barrister] objected. [Elphick|Simon Elphick] sat down.",
    "a relative by first name": "Corin Abel was arrested. [Abel's wife, Fenella,|Fenella Abel; wife; -] wept. [Fenella|Fenella Abel] left.",
    "a relative speaks for nobody": "Terry Barnes died. [Barnes' mother, Keisha Barnes,|Keisha Barnes; mother; -] sued. [Barnes|Keisha Barnes] lives in Ohio.",
    "apposition as the speaker": "Dana Pike, [a baker from Ohio|Dana Pike], objected.",
    "the official described before": (
        "Spokeswoman Petra Acht left. [A harbour official|a harbour official] stayed. [The official|a harbour official] wanted no name."
    ),
    "there": "[A receptionist there|a receptionist] hung up.",
    "no region": "[Two Western diplomats|two Western diplomats; ; -] doubted it. [Skippers in Peniche|skippers in Peniche; ; -] sailed.",
    "said as a name": "Ryan Ellis left. Said [Ellis|Ryan Ellis]: “No.”",
    "him is somebody else": (
        "Minister Jarmila Novotny met a cellist on Monday. She called him a spy. Later Novotny expelled him. “Out,” [she|Jarmila Novotny] said."
    ),
    "a surname that women bear": "The pianist Peter Novak met Jarmila Hornychová. “No,” [she|Jarmila Hornychová] said.",
    "a firm with which": "Minister Jarmila Hornychová met Škoda Rail, which builds trams. “Buy them,” [she|Jarmila Hornychová] said.",
    "an apposition is the subject": (
        "The bookkeeper, Boyd Thibaut, wept. Her opponent, former judge Isaiah Broom, was quick to see it. “First the check,” [he|Isaiah Broom] said."
    ),
    "an unusual name at a paragraph's begin": (
        "Emrys Vaughan drowned. His brother, Ifan Vaughan, lived.\n\n[Dilys Vaughan|Dilys Vaughan] wept. [Mrs Vaughan|Dilys Vaughan] sued."
    ),
    "a foreign name at the begin": "[Médecins du Nord (MDN)|Médecins du Nord] left. [MDN|Médecins du Nord] gave no reason.",
    "age tells a person": "[Neville Oakes|Neville Oakes] died. Oakes's son, [Wystan, 38,|Wystan Oakes] wept.",
    "a role in front of a party": "[Kim Tae, leader of the opposition Harmony Party,|Kim Tae; leader; Harmony Party] agreed.",
    "another one": "[An aide to the mayor|an aide to the mayor] said yes. [Another aide|another aide] said no.",
    "called": "The villagers wept. [One of them, a widow called Venkamma,|Venkamma] did not.",
    "the carmaker": "[Amplion AG|Amplion AG] is closing a plant. [The carmaker|Amplion AG] gave no reason.",
    "the group with a project": "The Plains Liberty Project has a memo. [The group|Plains Liberty Project] showed it.",
    "the regulator after an authority": "[The transport authority, the KBA,|KBA] wrote to it. [The regulator|KBA] was firm.",
    "audit by": "[An audit published by the Valdora Elections Commission in March|Valdora Elections Commission] found 412 of them.",
    "its, of a text": "Ivana Horn was in court. Horn's brief was mocked for [its|Ivana Horn] claim that he lied.",
    "a nickname between": 'It was [Sven "Jogi" Wackernagel|Sven Wackernagel] who left. [Wackernagel|Sven Wackernagel] was ill.',
    "a club without its sport": "Harbour City Football Club owes him. [Harbour City|Harbour City Football Club] would not pay. [The club|Harbour City Football Club] is poor.",
    "a hospital by another word": "St. Odile Medical Center was sorry. [The hospital|St. Odile Medical Center] paid.",
    "one of them by name": "[One of the losing bidders, Kyklos Ferries,|Kyklos Ferries] sued. [Kyklos|Kyklos Ferries] lost.",
    "union president": "The Professional Players' Union met. It was late, [union president Sören Ekström|Sören Ekström; union president; Professional Players' Union] said.",
    "a name that looks like a place": "[A commission spokesman, Thijs ter Braak,|Thijs ter Braak] spoke. [Ter Braak|Thijs ter Braak] was brief.",
    "a society of a country": "[The American Fertility Nurses Society|American Fertility Nurses Society; ; -] agreed. [The Norwegian Food Authority|Norwegian Food Authority; ; Norway] did not.",
    "a stranger in a town": "[A Western diplomat in Tbilisi|a Western diplomat in Tbilisi; ; -] shrugged. [Officials in Tbilisi|officials in Tbilisi; ; Georgia] did too.",
    "her husband by name": "Renee Boudreaux wept. [Her husband, Marcus,|Marcus; husband; -] did not.",
    "the owner of the subject": (
        "“He bends facts,” said David Gorski, a surgeon.\n\nMehmet Novak's advice earned him a hearing, where [he|Mehmet Novak] said it was magic."
    ),
    "the lawyer, not the client": "Carlton Beasley left.\n\nBeasley's attorney, Lamar Quince, scoffed. “No,” [he|Lamar Quince] said.",
    "another one, by name": "[Another caller, Hal Dun of Selby,|Hal Dun] hung up.",
    "one of them, by name": "Two pilots quit. [One of them, Capt. Ann Cole,|Ann Cole] wept.",
    "a body's member with a title": "Rep. Lee Park spoke. [The panel's senior Republican, Rep. Hal Dun of Ohio,|Hal Dun] slept.",
    "a spokesman for somebody": "Gov. Lee Park was ill. [A spokesman for the governor, Hal Dun,|Hal Dun] was not.",
    "a spokeswoman whose name is a place's too": "[A spokeswoman for Park, Imre Szalay|Imre Szalay], said no.",
    "the span ends before the name": "Judge Lee Park ruled. “We lost,” said [their lawyer|Ann Cole], Ann Cole.",
    "a name in front of a title in its clause": "[Sen. Ann Cole, who met Judge Lee Park|Ann Cole], said no.",
    "he acts in the sentence before": "“Never,” said Rep. Lee Park. Chairman Hal Dun laughed. “Soon,” [he|Hal Dun] said.",
    "the role acts in the sentence before": (
        "Lawyer Lee Park told Judge Hal Dun it was over. The judge frowned. “Why?” [he|Hal Dun] said. [He|Hal Dun] rose."
    ),
    "the subject of the same sentence": "[Lee Park|Lee Park] warned them. Former minister Hal Dun agreed, as [he|Hal Dun] had told the panel.",
    "two given names": "[Dale Ann Pryce|Dale Ann Pryce] lost. “I won,” [she|Dale Ann Pryce] said.",
    "the one named first in full": "Pryce quits\n\nSen. Hal Pryce quit. They sang “Sweet Old Joe Pryce”. [Pryce|Hal Pryce] smiled.",
    "the firm knew, she said": "Chief executive Ann Cole apologised. The company had known for weeks, [she|Ann Cole] said.",
    "an insurer by name": "[Health insurer Lendova|Lendova; ; -] paid. [The company|Lendova] said little.",
    "a sponsor by name": "[The club's shirt sponsor, the betting firm Lendova|Lendova], paid.",
    "a common noun in a headline": "[Insurer|insurer] denies leak\n\nNobody wept.",
    "a name with its university": "[Media economist Yusuf Dun of Selby University|Yusuf Dun; economist] said no.",
    "a body whose name ends in a verb": "[Human Rights Watch|Human Rights Watch] said no.",
    "a manager at the firm": "Lendova Inc. fell. A former manager at Lendova wept. [The company|Lendova Inc.] didn't.",
    "a dateline with a small letter": "McCLURE, Texas — [Texas|Texas] sued.",
    "the former wife": "Lee Park's former wife, Ann Cole, wept. [His ex-wife|Ann Cole] left.",
    "a campaign named for whom": "[Ohioans for Fair Maps|Ohioans for Fair Maps] sued.",
    "citizens for something": "[Citizens for Tax Peace|Citizens for Tax Peace] sued.",
    "a corps of many": "[The Army Corps of Bakers|Army Corps of Bakers] said no.",
    "Dean by name": "House candidate Dean Harmel lost. Susan Harmel wept. [Harmel|Dean Harmel] didn't. [Harmel's campaign|Dean Harmel campaign] folded.",
    "the campaign of a candidate": "[The campaign of House candidate Ann Cole|Ann Cole campaign] folded.",
    "the charity by name": "The charity Open Gate wept. The Charity Council didn't. [The charity|Open Gate] folded.",
    "an insurer in a headline, by name": "[Insurer|Lendova] denies leak\n\nHealth insurer Lendova wept on Monday.",
    "a firm without its last word": "They sued Freehold International. [Freehold|Freehold International] laughed.",
    "the state's governor": "[Ohio governor|Ann Cole] laughs\n\nGov. Ann Cole laughed on Monday.",
    "a spokeswoman is no governor": (
        "Gov. Lee Park was ill. [A spokeswoman for the governor, Ann Cole,|Ann Cole] was not. [The governor|Lee Park] slept."
    ),
    "the agency, whatever its name": "The Crib Safety Commission sued. [The agency|Crib Safety Commission] declined to say more.",
    "it acts in the sentence before": "Lendova Inc. sued Amplion Inc. over Park Street. [It|Lendova Inc.] lost.",
    "it is the report": "[A report on Park Street|a report on Park Street] was blunt. The report blamed Amplion Motors. [It|a report on Park Street] was right.",
    "his widow, who said": "Lee Park had ignored six warnings, drawing a reply from his widow, [who|Lee Park's widow] said no.",
    "a dateline is nobody": "CLEVELAND — Nurses left after [their union|their union] said so.",
    "who is asked replies": "Counsel Hal Dun asked Lee Park whether it was so. “No,” [he|Lee Park] replied. “Well,” [Dun|Hal Dun] said.",
    "a surname that papers have": "[Energy Minister Paul Ledger|Paul Ledger; energy minister] wept. [Ledger|Paul Ledger] left.",
    "who is told replies": "His counsel, Ann Cole, suggested to Lee Park that it was so. “No,” [he|Lee Park] replied.",
    "its director, of the subject before": (
        "[Northjet Airlines|Northjet Airlines] blamed the airport. The airport was firm. [Its director|airport's director] shrugged."
    ),
    "its envoy, of the country before": (
        "U.S. Ambassador Ann Cole wept. China did not. [Its envoy|China's envoy; ; China] smiled. [The ambassador|Ann Cole] left."
    ),
    "its, of whose version it is": "Northjet was late. The airport's version is another. [Its director|airport's director] said so.",
    "her neighbour, of the subject before": (
        "Mayor Ruth Stein left. “No,” [she|Ruth Stein] said. “Yes,” said Ida Baum, 71. "
        "Baum had walked. [Her neighbour|Ida Baum's neighbour] had not."
    ),
    "it, a body without a name": (
        "The European Commission met. A panel of professors cleared him. [It|a panel of professors] found no fault. The board agreed: [it|board] wept."
    ),
    "it, a firm taken for a person": "[The union|union] wept. Norte Metals rejected the figure. [It|Norte Metals] gave another.",
    "the operator and its name": "[The charity Verkehr Ost|Verkehr Ost] wept. [The airline, Pleisse Bahnen,|Pleisse Bahnen] did not.",
    "a contractor is a person": "The chief witness, contractor Sal Quarles, left. [He|Sal Quarles] wept.",
    "two of one surname by title": (
        "“Yes,” [Daniel Marsh|Daniel Marsh] said. The director, Dr Paul Marsh, wept. “No,” [Dr Marsh|Paul Marsh] said. [Marsh|Daniel Marsh] left."
    ),
    "his wife by her first name": "Officer Eugene Quill wept. His wife, Theresa, did not. “No,” [Mrs. Quill|Theresa Quill] said.",
    "led by": "[The commission, led by the magistrate Odile Farnier,|commission] named four. [Ms. Farnier|Odile Farnier] wept.",
    "a name like a judge's": "[Citizens for Tax Justice|Citizens for Tax Justice] won. [The group Doctors for Clean Air|Doctors for Clean Air] lost.",
    "a labour minister is of no party": "[Labour Minister Rosa Quill|Rosa Quill; labour minister; -] wept.",
    "Labour, the party": "[Labour leader Ann Cole|Ann Cole; ; Labour Party] wept. [Labour MP Hal Dun|Hal Dun; ; Labour Party] too.",
    "a pronoun behind a full stop": "Quay Faraday held up the permit. It bore her initials, he said. “Look,” [he|Quay Faraday] said.",
    "a pronoun between commas": "Another parent, Don Hale, spoke. Xan Strand, he added, knew. “No,” [she|Xan Strand] said. She left.",
    "the envoy who has just spoken": (
        "The U.S. ambassador, Ann Cole, wept. [Russia's ambassador to London|Russia's ambassador to London] did not. [The envoy|Russia's ambassador to London] left."
    ),
    "the Briton": "It rained.\n\n“No,” [Hal Quarles|Hal Quarles] said. “It is a fine,” [the Briton|Hal Quarles] said.",
    "the Briton of two": "Hal Quarles, a porter, met Lee Park. “It is a fine,” [the Briton|Briton] said.",
    "a first wife is not the wife": (
        "Hal Dun's wife, Joanne, wept. [His first wife|Hal Dun's first wife] did not. [His wife|Joanne Dun] left."
    ),
    "he, a doctor without a name": (
        "The spokesman, Lawrence Dun, wept. “No,” [Dun|Lawrence Dun] said. A doctor disagreed. [He|a doctor] had counted."
    ),
    "of one surname, in full right before": (
        "[Maria Quell|Maria Quell] wept. [Jonas Quell|Jonas Quell] agreed. [Quell|Jonas Quell] left.\n\n[Quell|Maria Quell] left."
    ),
    "a counterpart has the same office": (
        "Rwandan Foreign Minister Olivier Dun wept. [His Congolese counterpart, Therese Wagner,|Therese Wagner; foreign minister; "
        "Democratic Republic of the Congo] did not. [The minister|Therese Wagner] left."
    ),
    "a paper before a surname": "Ann Cole wept. They told the Washington Post [Cole|Ann Cole] was ill. [Cole|Ann Cole] left.",
    "the one of three who has spoken": (
        "Karim Quell, the driver, died. “No,” said his mother, [Nadia Quell|Nadia Quell]. “Go home,” [Mayor Ann Cole|Ann Cole] said.\n\n"
        "[Quell|Nadia Quell] agreed."
    ),
    "a Welsh prop": "Welsh prop Gethin Quarles wept. “No,” [he|Gethin Quarles] said.",
    "the elder and the younger": (
        "[Anthony Quell|Anthony Quell] wept. His father, Dominic Quell, did not. [The elder Quell|Dominic Quell] left. [The younger Quell|Anthony Quell] too."
    ),
    "one operator, who is somebody": (
        "[Ann Cole|Ann Cole] wept. [One towing operator, who asked for no name,|one towing operator] said it was so. “No,” [he|one towing operator] said."
    ),
    "he, not whom he speaks of": (
        "Hal Penhale was there. The other, Xan Watabe, said that Penhale was just as harsh. “I cried,” [he|Xan Watabe] said."
    ),
    "what she says of her lawyer": "“I gave it,” said [Ann Cole|Ann Cole]. “Yes,” [she|Ann Cole] said. Her lawyer had warned her, [she|Ann Cole] added.",
    "the airline is no union": (
        "[The union Vega|Vega] struck. [Airline Nordwind|Nordwind] fumed. [The union|Vega] left. [The airline|Nordwind] too. [The company|Nordwind] wept."
    ),
    "what he says of the minister": (
        "Minister Hal Dun blamed Lee Park. Park hit back. The minister was looking for a scapegoat, [he|Lee Park] said."
    ),
    "an assistant professor is called professor": "[Assistant professor Ann Cole|Ann Cole] wept. [The professor|Ann Cole] left.",
    "the deputy mayor": "[Deputy Mayor Ann Cole|Ann Cole; deputy mayor] wept. [The deputy mayor|Ann Cole] left.",
    "a panel of experts, not whom it tells": (
        "It rained.\n\nIt snowed.\n\n[A panel of experts reporting to the Security Council|a panel of experts reporting to the Security Council] spoke."
    ),
    "a watchdog with a name like anybody's": "Norte Quarles, a watchdog group, praised the Amplion Institute. [It|Norte Quarles] gave four stars.",
    "a superintendent of police": "[Superintendent of Police K. Ferose Dar|K. Ferose Dar; superintendent of police] wept.",
    "contraction": "“We’ve had enough,” [Ann Cole|Ann Cole] said.",
}


@pytest.mark.parametrize("marked", EXAMPLES.values(), ids=EXAMPLES.keys())
def test_examples(marked: str) -> None:
    wrong = [(expected, actors) for expected, actors in identify(marked) if not matches(expected, actors)]
    assert not wrong


# What should not happen: a wrong person is worse than a bare description.
NEAR_MISSES = {
    "another country's minister": (
        "Iran's foreign minister, Hossein Amir-Abdollahian, was there. [The German foreign minister|] left.",
        "Hossein Amir-Abdollahian",
    ),
    "another ministry": ("Defence Minister Ben Wallis was there. [The finance minister|] left.", "Ben Wallis"),
    "plural role": ("Rep. Dana Moore was there. [Representatives|] of both houses left.", "Dana Moore"),
    "wrong gender": ("Ann Cole was there. Later [he|] said no.", "Ann Cole"),
    "later indefinite": ("Judge Paul Weber ruled.\n\nOne.\n\nTwo.\n\nThree.\n\nIn 2013 [a federal judge|] disagreed.", "Paul Weber"),
    "an adjective is no body": ("Many American voters were there. [They|] say no.", "American"),
    "somebody else's lawyer": ("Peter Novak's lawyer, Ruth Stein, spoke. Ann Cole wept. [Cole's lawyer|] did not.", "Ruth Stein"),
    "obtained by a paper": ("[An e-mail obtained by the Washington Post|] told another story.", "Washington Post"),
    "another body": ("The US Congress met. Later [the city council|] said no.", "US Congress"),
    "another's state": ("Rep. Dana Moore (R-Utah) was there. [The Florida representative|] left.", "Dana Moore"),
    "somebody with another role": ("The mayor, Ann Cole, spoke. “No,” she said. [The lawyer|] left.", "Ann Cole"),
    "a role directly before by chance": ("He praised the refugees Ann Cole took in. [The refugee|] wept.", "Ann Cole"),
    "a person's firm": ("Donald Brandt spoke. Brandt Foods Ltd. closed. [Brandt|] wept.", "Brandt Foods Ltd."),
    "two firms of one name": ("Halden Mining Corp. and Halden Shipping Ltd. merged. [Halden|] was glad.", "Halden Mining Corp."),
    "a town of that name": ("Selby Council met. They danced in Selby. [Selby|] was dull.", "Selby Council"),
    "two firms": ("Brandt Foods Ltd. sued Halden Shipping Ltd. over a boat. [The company|] won.", "Brandt Foods Ltd."),
    "a club is no company": ("The Dockers' Union of Selby struck. [The company|] lost.", "Dockers' Union of Selby"),
    "two Democrats": ("Rep. Ann Cole, a Democrat, met Rep. Lee Park, a Democrat. [The Democrat|] left.", "Ann Cole"),
    "another's member": ("Rep. Ann Cole, a Republican, left. [The Democrat|] stayed.", "Ann Cole"),
    "a state's court": ("Texas' Supreme Court ruled. [Texas|] obeyed.", "Texas' Supreme Court"),
    "another sculler": ("[The Irish sculler|] wept. The sculler Wanjiru Otieno won.", "Wanjiru Otieno"),
    "a relative with a surname": ("Corin Abel fled. [Abel's wife, Fenella Marsh,|] wept.", "Fenella Abel"),
    "the rest of another's name": (
        "The Valdora Food Authority and the Lugano Food Authority met. [The Food Authority|] left.",
        "Lugano Food Authority",
    ),
    "a role that firms have": ("[The miner, Rio Verde,|] fell.", "miner"),
    "a place behind a person": ("Rep. Clint Avery of Pendleton, the ranking Republican, rose. [He|] sat down.", "Pendleton"),
    "Mr is no woman": ("The singer Michelle Horn was there. [Mr. Horn|] was not.", "Michelle Horn"),
    "a witness's letter": ("A former operator, known as Witness B, spoke. [The witness|] wept.", "B"),
    "two carmakers": ("Amplion AG and Vogt AG make cars. [The carmaker|] shut.", "Amplion AG"),
    "the carrier is no commission": ("The Commission for Aviation Safety met. [The carrier|] fell.", "Commission for Aviation Safety"),
    "the airline is another": ("Amplion AG makes cars for Tarmez Airways. [The airline|] fell.", "Amplion AG"),
    "a quoted word before a name": ("They read “Hamilton” Ann Cole wept. [Hamilton|] was long.", "Hamilton Ann Cole"),
    "a club of a town": ("Selby Football Club lost. They drank in Selby. [Selby|] was sad.", "Selby Football Club"),
    "a former president": ("[The Borduran president|] threatened war. The envoy, former president Ottokar Muskar, left.", "Ottokar Muskar"),
    "a shadow minister": ("[Transport minister|] denies delay\n\nShadow minister Ann Cole wept.", "Ann Cole"),
    "a junior minister": ("[A junior minister in Prime Minister Ann Cole's cabinet|] resigned.", "Ann Cole"),
    "a junior minister is not who is named next": (
        "[A junior minister in Prime Minister Ann Cole's cabinet|] said she would resign.\n\nParty whip Hal Dun was calm.",
        "Hal Dun",
    ),
    "whose coach it is": ("[The coach of injured sprinter Lee Park|] wept.", "Lee Park"),
    "the director of another body": (
        "[The head of the national archive|] denied it.\n\nOne.\n\nThe pressure group Clean Hands sued. Its director, Ann Cole, was glad.",
        "Ann Cole",
    ),
    "the one who is served": ("[A spokesman for the mayor, Ann Cole,|] spoke. Mayor Ann Cole didn't.", "Ann Cole"),
    "a list is no apposition": ("[The mayor's critics, Ann Cole and others,|] booed.", "Ann Cole"),
    "a clause is no apposition": ("[One letter, from Ann Cole,|] was blunt.", "One"),
    "she did not act": ("Mayor Lee Park met Ann Cole. Peter Dun laughed. “Soon,” [she|] said.", "Peter Dun"),
    "a person is no company": ("“I wept,” Ann Cole said. [The company|] laughed.", "Ann Cole"),
    "the charity and its watchdog": ("The Charity Commission wrote. [The charity|] answered.", "Charity Commission"),
    "a rights group and another body": ("[Rights group|] accuses port\n\nThe National Fish Association wept.", "National Fish Association"),
    "the group and a council of the UN": ("The Security Council met. [The group|] wrote.", "Security Council"),
    "another country's ambassador": ("Ambassador Ann Cole spoke. [Chad's ambassador|] didn't.", "Ann Cole"),
    "a union's ambassador": ("The EU ambassador, Ann Cole, spoke. [France's ambassador|] didn't.", "Ann Cole"),
    "an airport's chief": ("[Airport chief|] laughs\n\nAnn Cole, director of the Chamber of Commerce, wept.", "Ann Cole"),
    "an official of something": ("[Ex-tax official|] denies it\n\nRep. Ann Cole wept.", "Ann Cole"),
    "a man who calls himself something": (
        "Minister Lee Park spoke. “I am here,” he said. [The man, who calls himself Abu|] fled.",
        "Lee Park",
    ),
    "who runs a shop": ("Ann Cole, who runs a shop, said it was over. [The secretary-general|] promised help.", "Ann Cole"),
    "what may be a firm": ("[Former aide|] denies it\n\nClean Lendova sued on Monday.", "Clean Lendova"),
    "a dean": ("The university's Dean Harmel spoke. [Dean Harmel|] left.", "Dean Harmel"),
    "two insurers": ("The insurer Lendova met the insurer Valdora Life. [The insurer|] won.", "Lendova"),
    "two governors": ("[Ohio governor|] laughs\n\nGov. Ann Cole met Gov. Lee Park on Monday.", "Ann Cole"),
    "Americans for a day": ("[Two Americans for Ann Cole|] cheered.", "Ann Cole"),
    "two agencies": (
        "The Crib Safety Commission sued. The Border Enforcement Bureau didn't. [The agency|] shrugged.",
        "Crib Safety Commission",
    ),
    "an agency and a body since": (
        "The Crib Safety Commission sued.\n\nWorkers at Home Inquiries, part of Lendova Inc., didn't. [The agency|] shrugged.",
        "Crib Safety Commission",
    ),
    "the president of something far above": (
        "Kevin Gram, president of the Selby Guild, left.\n\n"
        + "It rained all day in the valley below. " * 40
        + "\n\n[The president|] wept.",
        "Kevin Gram",
    ),
    "the president, of a country or a guild": (
        "President Ann Cole was in Lille.\n\nLuc Dun, president of the guild, wept.\n\n[The president|] left.",
        "Luc Dun",
    ),
    "the president who is no guild's": (
        "President Ann Cole was in Lille.\n\nLuc Dun, president of the guild, wept.\n\n[The president|] left.",
        "Ann Cole",
    ),
    "the president, not the vice president": ("Vice President Ann Cole wept. [The president|] left.", "Ann Cole"),
    "the mayor, not the deputy": ("Deputy Mayor Ann Cole wept. [The mayor|] left.", "Ann Cole"),
    "its secretary is nobody who is named next": (
        "The Selby Commission met about a bishop, [its secretary|] said.\n\nJonas Lind wept for the bishop.",
        "Jonas Lind",
    ),
    "the elder of two of whom none is a parent": ("Jonas Lind wept. Karl Lind did not. [The elder Lind|] left.", "Jonas Lind"),
    "Mrs. is not he": ("Officer Eugene Quill wept. “No,” [Mrs. Quill|] said.", "Eugene Quill"),
    "it, of a letter": ("Norte Quarles opened the letter. [It|] was blunt.", "Norte Quarles"),
    "a man in a recording": ("Lee Park confirmed it. She played a tape in which [a man|] spoke.", "Lee Park"),
    "town as it": ("They met in Milwaukee. [It|] said no.", "Milwaukee"),
}


@pytest.mark.parametrize(("marked", "not_this"), NEAR_MISSES.values(), ids=NEAR_MISSES.keys())
def test_near_misses(marked: str, not_this: str) -> None:
    [(_, actors)] = identify(marked)
    assert not_this not in {actor.name for actor in actors}


KNOWN_FAILURES = {
    "passive whose agent is named before": "Ann Cole checked the claim. In her report it [|Ann Cole] was rated false.",
    "one of two": "Carla Jones and Dan Hale are running. [One of the two candidates, the older one,|Dan Hale] coughs.",
}


@pytest.mark.parametrize("marked", KNOWN_FAILURES.values(), ids=KNOWN_FAILURES.keys())
@pytest.mark.xfail(strict=True)
def test_known_failures(marked: str) -> None:
    assert all(matches(expected, actors) for expected, actors in identify(marked))


def test_nothing_to_do() -> None:
    assert identify_actors(parse("Nobody said anything."), []) == []


def test_empty_article() -> None:
    attribution = Attribution(((0, 0),), (), (), 0, "indirect", True, 1.0, "test")
    [(actor,)] = identify_actors(parse(""), [attribution])
    assert (actor.name, actor.kind) == ("", "unnamed")


@settings(max_examples=25, deadline=None)
@given(st.text(alphabet="AaBb “”\"'’.,-–()\nÉé1/&", max_size=60), st.data())
def test_any_text_gives_an_actor_for_every_attribution(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    attribution = Attribution(((start, end),), ((start, end),), (), start, "direct", True, 1.0, "test")
    [actors] = identify_actors(parse(text), [attribution])
    assert actors
    assert all(0 <= actor.confidence <= 1 for actor in actors)


def test_the_word_lists_agree_with_iso_3166() -> None:
    import pycountry

    from timeline.lexicon import entries

    codes = {row["code"] for row in entries("countries")} - {"XK"}
    assert all(pycountry.countries.get(alpha_2=code) for code in codes)
    assert len(codes) == len(entries("countries")) - 1
