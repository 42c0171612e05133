"""More of the language of English news: courts, companies, sports, studies, social media."""

import pytest

from quotes.extraction import extract
from tests.extraction.sentences import assert_found

SENTENCES = """
As {Holm} put it: "[We will rebuild.]"
As {Holm} put it, [the plan is "[a disaster for the city]"].
{Holm} made clear [that the plan was "[a disaster for the city]"].
{Holm} made it clear [she was "[not going anywhere]"].
{Holm} lashed out at the "[reckless and irresponsible]" plan.
{Signs} outside the building read "[Stay away from here]".
{Holm} resigned, citing "[personal reasons]".
"[We will rebuild,]" {a defiant Holm} told <supporters>.
{Holm}, her eyes red from crying, said: "[We will rebuild.]"
{His party's secretary, Kofi Boateng}, was more blunt: "[They stole the vote.]"
{A government report} published in March had warned [of "[serious shortcomings]"].
The minister left, a remark {the Kremlin} said [was "[unacceptable to us]"].
"[It is hard to know,]" {a senior U.S. official} told <reporters>.
{Tom Hill} has long argued [that the law is "[out of date]"].
{The company} said in its earnings report [that it expects "[significant headwinds]"].
{Mary Dunn}, whose ward includes the road, called it "[a disgrace]".
"[No regrets,]" {Biden} said [when asked about the decision].
"[No regrets,]" {Biden} told <reporters> Wednesday at the White House.
"[No regrets,]" {White House press secretary Jen Psaki} said during a briefing.
"[No regrets,]" {U.S. Secretary of State Antony Blinken} said at a news conference.
"[No regrets,]" {Sen. Tom Hill, R-Texas}, said.
"[No regrets,]" said {Rep. Tom Hill of New York}.
"[No regrets,]" {Japan's Chief Cabinet Secretary Yoshihide Suga} said at a press conference.
"[No regrets,]" {Suga} told <a press conference>, referring to the decision.
"[China is firmly opposed to this,]" {Hua} said, without elaborating.
"[This is unacceptable,]" {the EU's foreign policy chief, Josep Borrell}, wrote on Twitter.
"[This is unacceptable,]" {EU foreign policy chief Josep Borrell} tweeted.
"[There is no evidence of harm,]" {the authors} write.
"[There is no evidence of harm,]" {lead author Tom Hill of Oxford University} said.
"[There is no evidence of harm,]" says {Tom Hill} at the University of Oxford, who led the study.
"[There is no evidence of harm,]" according to {the study}.
"[We were unlucky,]" said {Hill}, who scored twice.
‘[The ceasefire is holding]’, {the general} told <the BBC’s> Today [programme].
“[The ceasefire is holding]”, said {a senior diplomat} with knowledge of the talks.
“[The ceasefire is holding]”, {the diplomat} said.
{Mr Hill}, 43, of Leeds, said: "[It was terrifying.]"
{Father-of-two Tom Hill}, from Leeds, said: "[It was terrifying.]"
{Det Insp Tom Hill}, who is leading the investigation, said: "[This was a senseless attack.]"
Appealing for witnesses, {Det Insp Tom Hill} said: "[This was a senseless attack.]"
Responding to the report, {a council spokesman} said: "[We take this seriously.]"
Commenting on the ruling, {Amnesty's Asia director, Rita Holm}, said: "[It is a dark day.]"
During a visit to Kyiv on Friday, {Holm} pledged "[unwavering support]".
{Trump}, who has repeatedly attacked the probe as "[a total witch hunt]", declined to comment.
{Trump} has repeatedly attacked the probe as "[a total witch hunt]".
{The victims' families} called the verdict "[a mockery of justice]".
{Neighbours} described Hill as "[quiet and polite]".
{The firm}, which employs 300 people, blamed "[challenging market conditions]".
{The study}, published in the journal Nature, found "[no evidence of harm]".
{The striker} told <Sky Sports>: "[We were unlucky.]"
{Holm} told <Tal>: "[You are a liar.]"
{The governor} signed the bill, calling it "[a win for workers]".
Hill was charged with "[inciting violence]".
{Hill}, meanwhile, took to Twitter to call the decision "[a disgrace]".
In a video message, {Pope Francis} called [for "[an end to this madness]"].
In his first speech since taking office, {Holm} said [the country faced "[enormous challenges]"].
In an interview with Der Spiegel, {Holm} said [the country faced "[enormous challenges]"].
On Monday morning, {Trump} tweeted [that the probe was "[a total witch hunt]"].
{Biden} told <ABC News> in an interview [that aired on Wednesday that he had "[no regrets]"].
{Kim} was quoted by KCNA as saying [the test was "[a grave warning]"].
{Pyongyang} has denounced [the drills as "[a rehearsal for war]"].
{China's foreign ministry} urged <all sides> [to "[exercise restraint]"].
{Borrell} tweeted [that it was "[unacceptable]"].
{A neighbour}, who asked <not> [to be named, described Hill as "[quiet and polite]"].
{Defence lawyer Ann Tal} argued [that her client was "[a scapegoat]"].
{The prosecution} argued [the crime was "[premeditated and cruel]"].
{The jury} heard [that Hill had "[lost control]"].
{Hill} told <jurors> [that he had "[lost control]"].
{Apple} said in a blog post [that the flaw had been "[fixed]"].
{Chief executive Ann Tal} said [the results were "[encouraging]"].
{Tom Hill, an analyst at Goldman Sachs}, said [the results were "[encouraging]"].
{The authors} write [that there is "[no evidence of harm]"].
{Co-author Tom Hill} says [there is "[no evidence of harm]"].
{Manager Tom Hill} said [he was "[proud of the lads]"].
{Holm} said [Tal was "[a liar]"], but added: "[I forgive him.]"
{The governor} vetoed the bill, saying [it was "[a gift to polluters]"].
The bill has drawn fire from {activists}, who say [it is "[cruel]"].
"""


@pytest.mark.parametrize("sentence", SENTENCES.split("\n"))
def test_who_is_quoted_is_read_from_the_sentence(sentence):
    assert_found(sentence, "en")


def test_a_comma_within_the_marks_tells_that_the_speaker_follows():
    text = 'According to the UN, many died; the number is "likely far higher," Jens Holm told us.'

    (quoted,) = (found for found in extract(text, "en") if found.kind != "indirect")

    assert quoted.speaker_text == "Jens Holm"


@pytest.mark.parametrize(
    "text",
    [
        'Rita Holm was convicted of "inciting hatred" in May.',
        'Rita Holm is accused of "inciting hatred" by the council.',
        'Rita Holm has been described as "reckless and stupid".',
    ],
)
def test_with_what_somebody_is_charged_is_not_said_by_him(text):
    (found,) = extract(text, "en")

    assert found.speaker_text != "Rita Holm"


@pytest.mark.parametrize(
    "sentence",
    [
        'Rita Holm of "Have No Fear" left on Monday.',
        'He took the title of "Guardian of the State" in May.',
        'A man identified only as "Big Tom" was seen.',
        'The frog has been given the name "Noblella naturetrekii".',
        "He took the bridge apart and made plans for the road.",
        'His event, "Storm the Gates", was a joke.',
    ],
)
def test_organisations_ranks_and_aliases_are_no_quotations(sentence):
    assert_found(sentence, "en")
