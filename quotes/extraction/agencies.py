"""News agencies: how they are named in datelines and credits. Imports no Django."""

import re

# The usual name, and the written forms that mean it.
AGENCIES = {
    "AFP": ("AFP", "Agence France-Presse"),
    "Agencia EFE": ("EFE", "Agencia EFE"),
    "Anadolu": ("Anadolu Agency", "Anadolu Ajansı", "Anadolu", "AA"),
    "ANI": ("ANI",),
    "ANSA": ("ANSA", "Ansa"),
    "AP": ("AP", "Associated Press", "The Associated Press"),
    "APA": ("APA",),
    "Bernama": ("Bernama",),
    "Bloomberg": ("Bloomberg",),
    "CNA": ("CNA", "Central News Agency"),
    "ČTK": ("ČTK", "CTK"),
    "dapd": ("dapd",),
    "dpa": ("dpa", "DPA", "Deutsche Presse-Agentur", "dpa-AFX"),
    "epd": ("epd", "Evangelischer Pressedienst"),
    "Interfax": ("Interfax",),
    "IPS": ("IPS",),
    "Jiji Press": ("Jiji Press", "Jiji", "JIJI", "時事通信", "時事"),
    "KCNA": ("KCNA", "Korean Central News Agency"),
    "Keystone-SDA": ("Keystone-SDA", "SDA", "sda", "ats"),
    "KNA": ("KNA", "Katholische Nachrichten-Agentur"),
    "Kyodo": ("Kyodo News", "Kyodo", "KYODO", "共同通信", "共同"),
    "News1": ("News1", "뉴스1"),
    "Newsis": ("Newsis", "뉴시스"),
    "PAP": ("PAP",),
    "PTI": ("PTI", "Press Trust of India"),
    "Reuters": ("Reuters", "rtr", "rtrd"),
    "RIA Novosti": ("RIA Novosti", "RIA"),
    "SID": ("SID", "sid"),
    "TASS": ("TASS", "Tass"),
    "UPI": ("UPI", "United Press International"),
    "VNA": ("VNA", "TTXVN", "Vietnam News Agency", "Vietnamesische Nachrichtenagentur"),
    "Xinhua": ("Xinhua", "新华社"),
    "Yonhap": ("Yonhap News Agency", "Yonhap", "YONHAP", "연합뉴스"),
}
_MEANT = {form: name for name, forms in AGENCIES.items() for form in forms}
# Longest first, as a pattern of alternatives needs them.
AGENCY_NAMES = sorted(_MEANT, key=lambda form: (-len(form), form))
_FIRST = re.compile(
    r"(?<![\w-])(?:" + "|".join(re.escape(name) for name in AGENCY_NAMES) + r")(?![\w-])"
)


def agency_called(words: str) -> str:
    """The usual name of the first agency that is named in some words; "" where none is."""
    found = _FIRST.search(words)
    return _MEANT[found.group()] if found else ""
