"""Languages without a grammar: marks, and known names near them, scored low."""

import pytest

from quotes.extraction import extract
from quotes.extraction.name_places import NamePlaces

HIGHEST = 0.5
ARTICLES = [
    ("vi", "Trong thông cáo, hai bộ trưởng nêu rõ: “Hai bên nhất trí rằng cần hợp tác.”", ""),
    ("fr", "« Nous allons revenir demain », a déclaré Marie Dupont.", "Marie Dupont"),
    ("ru", "«Мы вернёмся сюда завтра», — сказал Владимир Путин.", "Владимир Путин"),
    ("ja", "中谷元氏は「双方の信頼関係を粘り強く醸成することが必要だ」と強調した。", "中谷元"),
    ("zh", "中谷元说：“我们必须耐心地建立信任。”", "中谷元"),
    ("ko", "안규백 장관은 “양국 국방협력을 발전시킬 필요성에 공감했다”고 밝혔다.", "안규백"),
    ("ar", "قال محمد علي: «سوف نعود غدا إلى هنا».", "محمد علي"),
    ("el", "«Θα επιστρέψουμε αύριο εδώ», είπε ο Νίκος Παππάς.", "Νίκος Παππάς"),
    ("he", 'דוד לוי אמר: "אנחנו נחזור לכאן מחר".', "דוד לוי"),
    ("th", "สมชาย ใจดี กล่าวว่า “เราจะกลับมาที่นี่พรุ่งนี้แน่นอน”", "สมชาย ใจดี"),
    ("hi", "राम कुमार ने कहा, “हम कल यहाँ वापस आएँगे।”", "राम कुमार"),
    ("ka", "გიორგი ბერიძემ თქვა: „ჩვენ ხვალ აქ დავბრუნდებით“.", "გიორგი ბერიძე"),
    ("fi", "”Me palaamme tänne huomenna”, sanoi Sauli Niinistön avustaja.", "Sauli Niinistö"),
]


@pytest.mark.parametrize(("lang", "text", "name"), ARTICLES)
def test_what_stands_between_marks_is_proposed_with_the_known_name_beside_it(lang, text, name):
    (found,) = extract(text, lang, known_names=["Ganz Anders", name] if name else [])

    assert found.score < HIGHEST
    assert found.speaker_text == name
    assert (found.cue, found.date_text, found.addressee) == ("", "", "")


def test_a_known_name_is_worth_something():
    _, text, name = ARTICLES[1]

    (with_name,) = extract(text, "fr", known_names=[name])
    (without,) = extract(text, "fr")

    assert with_name.score > without.score
    assert without.speaker_start is None


@pytest.mark.parametrize(
    "text", ["le film « Le Monde » sort", "彼は「東京」へ行った", "« Nous allons"]
)
def test_short_and_unclosed_stretches_are_left(text):
    assert extract(text, "fr") == []


@pytest.mark.parametrize(
    "text",
    [
        "Marie Dupont est là.\n« Nous allons revenir demain. »",
        "Marie Dupont " + "et puis " * 20 + "« Nous allons revenir demain. »",
        "« Nous allons revoir Marie Dupont demain. »",
    ],
)
def test_a_name_in_another_line_far_away_or_inside_is_no_speaker(text):
    (found,) = extract(text, "fr", known_names=["Marie Dupont"])

    assert found.speaker_text == ""


@pytest.mark.parametrize(
    ("text", "names", "found"),
    [
        ("Ann saw Anna.", ["Ann"], ["Ann"]),
        ("Annual Ann", ["Ann"], ["Ann"]),
        ("Joann and Ann", ["Ann"], ["Ann"]),
        ("Anna Holm", ["Anna", "Anna Holm"], ["Anna Holm"]),
        ("中谷元氏", ["中谷元", "中谷"], ["中谷元"]),
        ("Путина", ["Путин"], ["Путин"]),
        ("a", ["a", ""], []),
        ("Ann", [], []),
    ],
)
def test_names_are_found_whole_and_the_longest(text, names, found):
    places = NamePlaces(text, names)
    spans = [places.nearest(at, at, 0) for at in range(len(text) + 1)]

    assert [text[slice(*span)] for span in dict.fromkeys(spans) if span] == found


def test_of_two_names_the_nearer_is_taken():
    places = NamePlaces("Ann     x  Bob", ["Ann", "Bob"])

    assert places.nearest(8, 9, 120) == (11, 14)
    assert places.nearest(8, 9, 1) is None
