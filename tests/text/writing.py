"""Real sentences in many scripts, and ways to disturb a text as typesetting does."""

import unicodedata
from random import Random

from hypothesis import strategies as st

# The dossier's own words (source A, then B, C, D, G, H, I, K as its sources print them).
ARTICLE = """\
Der japanische Verteidigungsminister Gen Nakatani und sein südkoreanischer Amtskollege Ahn Gyu \
Back. (Quelle: AFP)
In einer gemeinsamen Erklärung gaben die beiden Minister bekannt: „Beide Seiten stimmten darin \
überein, dass es angesichts des sich rasch verändernden Sicherheitsumfelds notwendig sei, eine \
stabile Verteidigungszusammenarbeit zwischen Japan und Korea sowie zwischen Japan, Korea und den \
USA zu fördern, und teilten die Notwendigkeit, die bilateralen Verteidigungsbeziehungen \
zukunftsorientiert weiterzuentwickeln.“
„Um die Zusammenarbeit zwischen den Verteidigungsbehörden Japans und Südkoreas nachhaltig zu \
stärken, ist es notwendig, geduldig Vertrauen aufzubauen“, sagte Minister Nakatani nach den \
Gesprächen gegenüber Reportern.
Ahn Gyu Back räumte unterdessen die „schwierigen“ bilateralen Beziehungen ein und betonte, dass \
es „lange gedauert hat, bis die beiden Seiten wieder auf diese Weise zusammenkommen konnten“.
Die beiden Minister begrüßten den Besuch von Minister Nakatani in Südkorea, der mit dem 60. \
Jahrestag der Normalisierung der Beziehungen zwischen Japan und Südkorea (1965–2025) zusammenfällt.
In der gemeinsamen Erklärung wurde das „unerschütterliche Bekenntnis“ zum Ziel der vollständigen \
Denuklearisierung der koreanischen Halbinsel betont."""

NAKATANI = (
    "Um die Zusammenarbeit zwischen den Verteidigungsbehörden Japans und Südkoreas nachhaltig zu "
    "stärken, ist es notwendig, geduldig Vertrauen aufzubauen"
)
AHN = "lange gedauert hat, bis die beiden Seiten wieder auf diese Weise zusammenkommen konnten"

# A sentence, a passage of it.
SCRIPTS = {
    "de": (
        "Ahn Gyu Back räumte unterdessen die „schwierigen“ bilateralen Beziehungen ein.",
        "schwierigen",
    ),
    "vi": (
        "Trong thông cáo chung, hai bộ trưởng nêu rõ: “Hai bên nhất trí rằng cần thúc đẩy ổn định "
        "hợp tác quốc phòng Nhật-Hàn và Nhật-Hàn-Mỹ trong bối cảnh môi trường an ninh thay đổi "
        "nhanh chóng.”",
        "Hai bên nhất trí rằng cần thúc đẩy ổn định hợp tác quốc phòng Nhật-Hàn và Nhật-Hàn-Mỹ",
    ),
    "en": (
        '"Persistently fostering rapport is essential for sustainably strengthening cooperation '
        'and coordination between the two sides," Nakatani told reporters after the meeting.',
        "Persistently fostering rapport is essential",
    ),
    "ja": (
        "中谷氏は会談後、記者団に対し、「当局間の協力・連携を持続的に強化するためには、"
        "双方の信頼関係を粘り強く醸成することが必要だ」と強調。「意味のある訪韓だった」と振り返った。",
        "当局間の協力・連携を持続的に強化するためには、双方の信頼関係を粘り強く醸成することが必要だ",
    ),
    "ja-kana": (
        "冒頭、アン国防相が「両国の関係発展のために、より頻繁に韓国に来てもらいたい」と述べた。",
        "より頻繁に韓国に来てもらいたい",
    ),
    "ko": (
        "양측은 회담 후 공개된 공동 언론발표문에서 “급변하는 안보환경에서 한·일, 한·미·일 협력의 "
        "안정적 추진이 중요하다는 데 의견을 같이했고, 공감했다”고 밝혔다.",
        "급변하는 안보환경에서 한·일, 한·미·일 협력의 안정적 추진이 중요하다는 데 의견을 같이했고",
    ),
    "zh": (
        "国防部长表示：“信任需要耐心培养，不能一蹴而就。”他随后离开了首尔。",
        "信任需要耐心培养",
    ),
    "ru": (
        "Министр сказал журналистам: «Чтобы укрепить сотрудничество, нужно терпеливо строить "
        "доверие», — и уехал.",
        "Чтобы укрепить сотрудничество, нужно терпеливо строить доверие",
    ),
    "el": (
        "Ο υπουργός δήλωσε: «Η εμπιστοσύνη χτίζεται με υπομονή», μετά τη συνάντηση.",
        "Η εμπιστοσύνη χτίζεται με υπομονή",
    ),
    "ar": (
        "قال الوزير للصحفيين بعد الاجتماع: «إنّ بناء الثقة بصبرٍ أمرٌ ضروري»، ثم غادر سيول.",
        "إنّ بناء الثقة بصبرٍ أمرٌ ضروري",
    ),
    "he": (
        "השר אמר לכתבים: ”חייבים לבנות אֵמוּן בסבלנות”, ולאחר מכן עזב את סיאול.",
        "חייבים לבנות אֵמוּן בסבלנות",
    ),
    "hi": (
        "मंत्री ने पत्रकारों से कहा, “धैर्यपूर्वक विश्वास बनाना आवश्यक है”, और फिर वे लौट गए।",
        "धैर्यपूर्वक विश्वास बनाना आवश्यक है",
    ),
    "th": (
        "รัฐมนตรีกล่าวกับผู้สื่อข่าวว่า “จำเป็นต้องสร้างความไว้วางใจด้วยความอดทน” หลังการประชุม",
        "จำเป็นต้องสร้างความไว้วางใจด้วยความอดทน",
    ),
    "ka": (
        "მინისტრმა თქვა: „ნდობა მოთმინებით უნდა ავაშენოთ“, და სეული დატოვა.",
        "ნდობა მოთმინებით უნდა ავაშენოთ",
    ),
    "hy": (
        "Նախարարն ասաց. «Վստահությունը պետք է կառուցել համբերությամբ», և մեկնեց Սեուլից։",
        "Վստահությունը պետք է կառուցել համբերությամբ",
    ),
    "ta": (
        "அமைச்சர் கூறினார்: “பொறுமையுடன் நம்பிக்கையை வளர்ப்பது அவசியம்”, பின்னர் அவர் புறப்பட்டார்.",
        "பொறுமையுடன் நம்பிக்கையை வளர்ப்பது அவசியம்",
    ),
    "emoji": (
        "Die Delegation 🇯🇵🇰🇷 schrieb: „Danke an alle 👩‍👩‍👧‍👦 und 👍🏽 aus Seoul ❤️“ und reiste ab.",
        "Danke an alle 👩‍👩‍👧‍👦 und 👍🏽 aus Seoul ❤️",
    ),
    "marks": (
        "Im Wörterbuch steht „x̂ȳ̌ und m̃n̂“ neben ‚q̇‘, sagte die Sprachforscherin.",
        "x̂ȳ̌ und m̃n̂",
    ),
}

WORDS = sorted({word for sentence, _ in SCRIPTS.values() for word in sentence.split()})

words = st.sampled_from(WORDS)
sentences = st.lists(words, min_size=1, max_size=12).map(" ".join)
texts = (
    st.lists(sentences, min_size=1, max_size=8)
    .map("\n".join)
    .map(lambda text: unicodedata.normalize("NFC", text))
)
# So few words that everything looks like everything.
alike_texts = st.lists(
    st.sampled_from(["Ja", "nein", "„Ja“,", "sagte", "er.", "👍🏽", "協力", "q̇"]),
    min_size=4,
    max_size=60,
).map(" ".join)

_SHAPES = {
    '"': '"„“”«»「」',
    "'": "'’‘",
    "-": "-‐‑–",
    " ": (" ", "\u00a0", "  ", " \n", "\u2009", "\u202f ", " \u200b"),
    "·": "·・ㆍ",
}
_FAMILY = {
    character: shapes
    for shapes in (_SHAPES['"'] + _SHAPES["'"], _SHAPES["-"] + "—", _SHAPES[" "], _SHAPES["·"])
    for character in shapes
}
_LIGATURES = (("ffi", "ﬃ"), ("fi", "ﬁ"), ("fl", "ﬂ"), ("...", "…"))


def disturbed(text: str, seed: int) -> str:
    """The text as another typesetter would give it, in NFC: other quotation marks, dashes,
    spaces; soft hyphens; ligatures; full-width figures."""
    random = Random(seed)
    for plain, ligature in _LIGATURES:
        if random.random() < 0.5:
            text = text.replace(plain, ligature)
    pieces = []
    for character in text:
        shapes = _FAMILY.get(character)
        if shapes and random.random() < 0.4:
            character = random.choice(shapes)
        elif character in "0123456789" and random.random() < 0.2:
            character = chr(ord(character) + 0xFEE0)
        pieces.append(character)
        if character.isalpha() and character.isascii() and random.random() < 0.05:
            pieces.append("\u00ad")
    return unicodedata.normalize("NFC", "".join(pieces))
