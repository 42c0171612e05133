"""Pages as newspapers make them, around the dossier's sentences."""

import json
from typing import Any

URL = "https://www.zeitung.example/politik/gespraech-in-seoul-1234.html"
PARAGRAPHS = [
    "„Um die Zusammenarbeit zwischen den Verteidigungsbehörden nachhaltig zu stärken, ist es "
    "notwendig, geduldig Vertrauen aufzubauen“, sagte Minister Nakatani nach den Gesprächen.",
    "Ahn Gyu Back räumte unterdessen die „schwierigen“ bilateralen Beziehungen ein und betonte, "
    "dass es lange gedauert habe, bis die beiden Seiten wieder zusammenkommen konnten.",
    "Die beiden Minister begrüßten den Besuch, der mit dem 60. Jahrestag der Normalisierung der "
    "Beziehungen zwischen Japan und Südkorea zusammenfällt.",
]
ENGLISH = (
    "Persistently fostering rapport is essential for sustainably strengthening cooperation and "
    "coordination between the two sides, the minister told reporters after the meeting. He said "
    "that both sides had agreed to visit each other every year."
)


def page(
    head: str = "",
    body: str | None = None,
    html: str = '<html lang="de">',
    headline: str = "<h1>Gespräch in Seoul</h1>",
) -> str:
    """A page with navigation, an article, comments and a footer."""
    text = body or "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    return f"""<!doctype html>{html}<head><meta charset="utf-8">{head}</head><body>
<header><nav><ul><li><a href="/">Startseite</a></li><li><a href="/politik">Politik</a></li></ul>
</nav></header><main><article>{headline}{text}</article>
<section class="comments" id="comments"><h2>Kommentare</h2><p>Das glaube ich nicht!</p></section>
<aside><h3>Mehr zum Thema</h3><ul><li><a href="/2">Noch ein Artikel</a></li></ul></aside></main>
<footer><p>Impressum Datenschutz © Zeitung</p></footer><script>alert("Werbung")</script></body>
</html>"""


def json_ld(*nodes: Any) -> str:
    described = [json.dumps(node, ensure_ascii=False) for node in nodes]
    return "".join(f'<script type="application/ld+json">{one}</script>' for one in described)


def article(**values: Any) -> dict[str, Any]:
    return {"@context": "https://schema.org", "@type": "NewsArticle", **values}


def meta(name: str, content: str) -> str:
    return f'<meta property="{name}" content="{content}">'
