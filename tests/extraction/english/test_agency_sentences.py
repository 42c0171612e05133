"""Sentences as news agencies write them: a quotation, and who said it, in many ways."""

import pytest

from tests.extraction.sentences import assert_found

BEHIND_THE_QUOTATION = """
"[It was like a war zone,]" said {Maria Lopez}, 34, who lives next to the factory.
"[It was like a war zone,]" {the 34-year-old} said.
"[This is a dark day for our country,]" {Prime Minister Kari Holm} said in a televised address.
"[This is a dark day for our country,]" {Holm} said, adding: "[We will find those responsible.]"
"[This is a dark day for our country,]" {Holm} said, calling the attack "[an act of cowardice]".
"[There is no military solution,]" {he} said, urging [both sides to return to talks].
"[The bridge is safe,]" insisted {Mr Holm}.
"[The bridge,]" said {Holm}, "[is safe.]"
"[The bridge is safe,]" said {Holm}. "[It was checked in May.]"
"[The bridge is safe,]" {Holm} said in an interview with the BBC. "[It was checked in May.]"
"[The bridge is safe,]" {Holm} was quoted as saying by the Kyodo news agency.
"[We regret the loss of life,]" {the statement} said.
"[I saw him fall,]" {one witness} told <the BBC>.
"[I saw him fall,]" recalled {Tom Hill}.
"[Nobody has asked us,]" complained {Ann Tal}, a resident.
"[Murderers!]" {the crowd} chanted.
"[No option is off the table,]" added {Holm}.
"[No option is off the table,]" {Holm} continued.
"[No option is off the table,]" {Holm} tweeted on Monday.
"[No option is off the table]" — {Rita Holm}
"[No option is off the table,]" {Rita Holm, head of the council's transport committee}, said.
"[No option is off the table,]" according to {Holm}.
"[The bridge should have been closed years ago,]" wrote {the newspaper's editor, Tom Hill}.
"[My client is completely innocent,]" said {Hill's lawyer, Ann Tal}.
"[It was terrible,]" {Holm} told <CNN's> "State of the Union" on Sunday.
"[It was terrible,]" {Holm} said on CBS's "Face the Nation" on Sunday.
"[It was terrible,]" {Rita Holm} said. The mayor left. "[We all cried.]"
"[Two people have been arrested,]" said {a police spokesman}.
"[Two people have been arrested,]" {a spokesperson for the police} told <The Guardian>.
"[Two people have been arrested,]" {Supt. Tom Hill} said.
"[Why now?]" asked {Holm}.
"[Never again!]" shouted {the protesters}.
"[We want justice,]" said {Maria Lopez}, who lost her son.
"[We want justice,]" said {the group's president, Maria Lopez}.
"[We want justice,]" said {Dr Maria Lopez}, from the University of Oslo.
"[We want justice,]" explained {co-author Maria Lopez}.
"[We want justice,]" {Lopez} stressed.
"[We want justice,]" reads {the letter}.
"[We want justice]", {Lopez}, who lost her son in the blast, told <the crowd>.
"[The talks will resume,]" {he} told <parliament> on Wednesday.
"[The talks will resume,]" Yonhap quoted {an official} as saying.
"[The talks will resume,]" {the source} told <Reuters>, speaking on condition of anonymity.
"[The talks will resume,]" {Guterres} said through his spokesman.
"[The talks will resume,]" {the chief negotiator} was quoted as saying.
"[The talks will resume,]" {the ministry} said on its website.
"[The talks will resume,]" the paper quoted {him} as saying.
"[The talks will resume]", {the minister} was reported to have said.
"[I'm not going to lie,]" {Hill} says, laughing. "[It was hard.]"
"[Look,]" {he} said, "[it was hard.]"
"[It was hard, but,]" {he} added, "[it was worth it.]"
"[It was hard]", but "[worth it]", {Hill} said.
"[It is a step backwards,]" said {Rita Holm of the Institute for Policy Studies}.
"[It is a step backwards,]" said {Asia director Rita Holm}.
"[It is a step backwards,]" says {the BBC's Rita Holm} in Kabul.
"[It is a step backwards,]" commented {European Commission president Rita Holm}.
"[It is a step backwards,]" agreed {Holm}.
"""
BESIDE_THE_QUOTATION = """
{Holm} called it "[a dark day]" for the country.
In a post on X, {Holm} wrote: "[The talks have failed.]"
Asked whether he would resign, {Holm} replied: "[Absolutely not.]"
Asked about the report, {a Kremlin spokesman} said: "[We have nothing to add.]"
When asked if he regretted it, {he} answered, "[Not for a second.]"
{Holm} was quoted by state media as saying: "[The bridge is safe.]"
State news agency IRNA quoted {Holm} as saying, "[The bridge is safe.]"
The newspaper quoted {an unnamed official} as saying "[the bridge was never safe]".
To quote {Holm}: "[The plan is a recipe for disaster.]"
The group condemned what {it} described as "[a blatant violation of the ceasefire]".
{Holm} praised the firefighters' "[extraordinary courage]".
{Holm} hailed the deal as "[a historic step]".
{Holm} dismissed the claims as "[pure fiction]".
{Holm} likened the plan to "[a house of cards]".
{Holm} expressed "[deep regret]" over the deaths.
{Holm} promised "[a swift response]".
{Holm} threatened to "[close every bridge]".
{Holm} appealed for "[calm and restraint]".
{Holm} apologised for the "[pain and suffering]" caused.
{The report} found "[serious failings]" in the way the bridge was built.
{The statement} read: "[We regret the loss of life.]"
{Police} said [the man, who has not been named, was arrested on Monday].
{Protesters} chanted "[down with the dictator]" and waved flags.
{Protesters} carried signs reading "[No more lies]".
{Holm} went on to say: "[No option is off the table.]"
{Rita Holm, head of the council's transport committee}, said: "[No option is off the table.]"
{Hill} described himself as "[a simple man]".
Speaking after the match, {coach Tom Hill} said: "[We deserved it.]"
{Hill} thanked voters for "[their trust]".
{Hill} posted a video saying "[the bridge is safe]".
Tom Hill was a builder. "[I have built bridges all my life,]" {he} said.
{His} remark that women "[talk too much]" caused outrage.
{Her} description of the plan as "[reckless and stupid]" angered the council.
{Hill} issued a warning that the bridge was "[about to collapse]".
{Hill} released a statement calling the plan "[a disgrace to the city]".
Hill was "[not a happy man]", {his lawyer} said.
{President Xi Jinping} has called the island "[an inalienable part]" of the country.
{Hill}, for his part, called it "[an insult to the victims]".
After the vote, {Hill} called it "[an insult to the victims]".
The vote, which {Hill} called "[an insult to the victims]", was held on Monday.
The vote, {Hill} said, was "[an insult to the victims]".
The vote was condemned as "[an insult to the victims]" by {Hill}.
The vote has been described as "[an insult to the victims]" by {Hill}.
{The two leaders} agreed to "[deepen cooperation]" between their countries.
{The 27-nation bloc} called it "[a grave mistake]".
{Hill}, 45, pleaded not guilty and called the charges "[pure fiction]".
{Hill} laughed and said: "[It is pure fiction.]"
{The law} defines terrorism as "[an act of violence]".
{Ms Lopez}: "[We want justice.]"
{State Department spokesman Tom Hill} said: "[We are aware of the reports.]"
{A spokesman for Prime Minister Ann Tal} said: "[We are aware of the reports.]"
{A spokeswoman for the company} declined to comment, saying: "[We do not discuss clients.]"
The talks were "[very productive]", {he} told <reporters>.
There was "[a lot of work to do]", said {the minister}.
{Hill} remembered her as "[a wonderful colleague]".
{Hill} offered his "[deepest condolences]" to the family.
{Hill} thanked the doctors for their "[tireless work]".
{Hill} wrote on Facebook: "[Our thoughts are with the families.]"
In a tweet, {Hill} said: "[Our thoughts are with the families.]"
{Buckingham Palace} said in a statement: "[The Queen is saddened.]"
{The resolution}, adopted on Monday, demands "[an immediate ceasefire]".
{Judge Ann Tal} told <him>: "[You showed no remorse.]"
{Hill} shouted "[shame on you]" as he was led away.
{Hill} was heard shouting "[shame on you]".
{The gunman} shouted "[God is great]" before he opened fire.
{Hill} is quoted as saying "[shame on you]".
{Hill} said, "[Shame on you,]" and left.
{Hill}: "[It was hard]"
{Hill} believes the law will "[save lives]".
{The UN Security Council} condemned "[in the strongest terms]" the attack.
{Hill} recalled how he was "[thrown to the ground]".
{Holm} responded by calling it "[a step backwards]".
The move was described as "[a step backwards]" by {rights groups}.
The move was slammed by rights groups, with {Amnesty} calling it "[a step backwards]".
The move drew criticism from {Holm}, who called it "[a step backwards]".
"""
AROUND_A_FRAGMENT = """
{Holm} said [the two sides had held "[frank and constructive]" talks].
{Holm}, who took office in May, said [that the plan was "[dead in the water]"].
In a statement, {the company} said [it was "[working around the clock]" to restore service].
Writing on social media, {Holm} said [the talks had been "[a complete waste of time]"].
{Holm} was quoted as saying [the bridge was "[perfectly safe]"].
In the words of {Holm}, [the plan is "[a recipe for disaster]"].
According to {Holm}, [the plan is "[a recipe for disaster]"].
[The plan is "[a recipe for disaster]"], according to {Holm}.
{Holm} accused the council [of "[playing with people's lives]"].
{Holm} blamed [the delay on "[bad planning]"].
{Holm} vowed [to "[fight until the end]"].
{Holm} warned [of "[serious consequences]" if the bridge was closed].
{Holm} urged <people> [to "[stay calm]"].
{The court} ruled [that the law was "[vague and overbroad]"].
{The judge} told <Hill> [that his crimes were "[among the worst]" he had seen].
{Holm} had earlier told <the Financial Times> [that "[no option is off the table]"].
{Tom Hill} — who built the bridge — said [it was "[perfectly safe]"].
{Hill} said [the bridge "[is old but safe]" and "[will stay open]"].
{Hill} explained [why the bridge was "[perfectly safe]"].
While praising the police, {Hill} said [the response was "[too slow]"].
Speaking to reporters, {Hill} said [the response was "[too slow]"].
{Hill's lawyer, Ann Tal}, said [her client was "[completely innocent]"].
The move comes days after {Hill} said [the bridge was "[perfectly safe]"].
{Hill} pleaded guilty, telling <the court> [he was "[deeply sorry]"].
{Hill} tweeted [that he was "[proud of the team]"].
{Hill} made a statement saying [the bridge was "[about to collapse]"].
In a statement released on Monday, {the council} said [the plan was "[a disgrace to the city]"].
In a letter to the council, {Hill} said [the plan was "[a disgrace to the city]"].
{The White House} said in a statement [that it was "[deeply concerned]" by the violence].
{Rita Holm} said [the city had been hit hard]. "[We all cried.]"
{A police spokesman} said [two people had been arrested "[on suspicion of murder]"].
{Mr Hill}, whose son was killed, said [it was "[an insult to the victims]"].
{Hill}, speaking in Geneva, said [it was "[an insult to the victims]"].
{Hill}, who is 34, said [it was "[an insult to the victims]"].
{Hill}, meanwhile, said [it was "[an insult to the victims]"].
{They} issued a joint statement condemning [the "[unprovoked and illegal attack]"].
{The two countries} said in a joint statement [that the attack was "[unprovoked and illegal]"].
{North Korea} warned [of "[a merciless response]"].
{Israel's military} said [it had struck "[a military target]" in the city].
{Hill} told <the BBC> [he felt "[let down]" and that it was "[pure fiction]"].
In 2015, {the court} ruled [that the law was "[void for vagueness]"].
{The Times} reported [that he was "[under pressure to resign]"].
{The US state department} said [it was "[aware of the reports]"].
{Hill} insisted [there was "[no crisis]" in the party].
{The ECB} said [inflation would remain "[too high for too long]"].
{Critics} say [the law is "[not fit for purpose]"].
{The resolution} called [for "[an immediate ceasefire]" in the region].
{The indictment} alleges [that Hill "[knowingly and willfully]" lied].
{Prosecutors} allege [that Hill "[knowingly and willfully]" lied].
{Hill} pledged [to "[build back better]"].
{Hill} says [he was told to "[shut up and sit down]"].
{Hill} joked [that he was "[too old for this]"].
{Hill} confirmed to <the BBC> [that the deal was "[off the table]"].
{Hill} signed a letter urging [the council to "[act now]"].
{Amnesty International} urged <the government> [to "[end the crackdown]"].
{The EU} strongly condemned [the "[brutal attack]" on civilians].
{Iran's foreign minister} wrote on Twitter [that the sanctions were "[economic terrorism]"].
{Rita Holm of the Institute for Policy Studies} said [it was "[a step backwards]"].
{Holm} disagreed, saying [it was "[a step forward]"].
The move angered {Holm}, who said [it was "[a step backwards]"].
Among the critics was {Holm}, who said [it was "[a step backwards]"].
"""
NAMES_AND_TITLES = """
A so-called "red flag" law was passed in May.
The "Black Lives Matter" movement grew in May.
Hill, known as the "Butcher of the North", was arrested.
Tom "Big T" Hill won the race.
Tom "Big T" Hill was named "Player of the Year" on Monday.
Hill won the "Best Actor" award on Monday.
The film, "Tin Drum", opened on Monday.
Hill appeared on "The Tonight Show" on Monday.
Hill sang "Yesterday" and "Let It Be" on Monday.
The word "genocide" was not used.
The army launched "Operation Dawn" on Monday.
The virus, dubbed "Flame", was found in May.
The BBC's "Newsnight" programme was cancelled.
His last album was "Blue".
The painting, titled "Woman in Blue", was sold.
The "Mona Lisa" was stolen in 1911.
"""


@pytest.mark.parametrize(
    "sentence", (BEHIND_THE_QUOTATION + BESIDE_THE_QUOTATION + AROUND_A_FRAGMENT).split("\n")
)
def test_who_is_quoted_is_read_from_the_sentence(sentence):
    assert_found(sentence, "en")


@pytest.mark.parametrize("sentence", NAMES_AND_TITLES.split("\n"))
def test_names_titles_and_terms_are_nobodys_words(sentence):
    assert_found(sentence, "en")


@pytest.mark.parametrize(
    "sentence",
    [
        '"[It was terrible.]\n"[Nobody came,]" {Rita Holm} said.',
        '{Rita Holm} said: "[It was terrible.]\n"[Nobody came to help.]"',
        '"[It was terrible,]" {Rita Holm} said.\n"[Nobody came to help.]"',
        "The court ruled:\n[The bridge is to be closed at once]\n– {Court of Justice}\nSo it was.",
    ],
)
def test_a_speaker_is_found_across_paragraphs(sentence):
    assert_found(sentence, "en")
