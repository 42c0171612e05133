"""Names that German news set in quotation marks, as they are inflected.

Quoted, they name a newspaper, a body, a programme, a ship or a storm, and quote nobody.
"""

_LIST = """\
ärzte ohne grenzen|reporter ohne grenzen|brot für die welt|ein herz für kinder|
ärzte der welt|menschen für menschen|aktion mensch|save the children|terre des hommes|
human rights watch|amnesty international|world vision|fridays for future|letzte generation|
extinction rebellion|pro asyl|pro bahn|mehr demokratie|foodwatch|campact|oxfam|die linke|
linke|bündnis 90/die grünen|die grünen|bündnis deutschland|freie wähler|
alternative für deutschland|die partei|volt|fünf sterne|in marcha|en marche|lega|likud|
islamischer staat|islamischen staats|islamischen staates|boko haram|al-shabaab|taliban|
ansar allah|hisbollah|hamas|islamischer dschihad|nationalsozialistischer untergrund|
graue wölfe|identitäre bewegung|pegida|reichsbürger|querdenken|bild|bild am sonntag|bams|
bild-zeitung|spiegel|der spiegel|spiegel online|focus|focus online|stern|die zeit|zeit|
zeit online|die welt|welt|welt am sonntag|welt online|tagesspiegel|der tagesspiegel|taz|
tageszeitung|die tageszeitung|faz|süddeutsche zeitung|süddeutschen zeitung|süddeutsche|
süddeutschen|frankfurter allgemeine zeitung|frankfurter allgemeinen zeitung|
frankfurter allgemeine sonntagszeitung|frankfurter allgemeinen sonntagszeitung|
frankfurter allgemeine|frankfurter rundschau|handelsblatt|wirtschaftswoche|capital|
rheinische post|rheinischen post|kölner stadt-anzeiger|kölner stadtanzeiger|express|
berliner zeitung|berliner morgenpost|berliner kurier|b.z.|hamburger abendblatt|
hamburger morgenpost|münchner merkur|abendzeitung|tz|stuttgarter zeitung|
stuttgarter nachrichten|neue osnabrücker zeitung|neuen osnabrücker zeitung|
westdeutsche allgemeine zeitung|westdeutschen allgemeinen zeitung|waz|neue westfälische|
neuen westfälischen|mitteldeutsche zeitung|mitteldeutschen zeitung|leipziger volkszeitung|
sächsische zeitung|sächsischen zeitung|schwäbische zeitung|schwäbischen zeitung|
augsburger allgemeine|augsburger allgemeinen|nürnberger nachrichten|passauer neue presse|
passauer neuen presse|rhein-zeitung|ostsee-zeitung|nordkurier|märkische allgemeine|
märkischen allgemeinen|märkische oderzeitung|neues deutschland|neuen deutschland|junge welt|
jungen welt|jungle world|junge freiheit|cicero|bunte|gala|rheinischer merkur|der freitag|
freitag|kicker|sport bild|sportbild|auto bild|ard-morgenmagazin|morgenmagazin|
tagesthemen|tagesschau|heute-journal|heute|monitor|panorama|report mainz|frontal 21|
bericht aus berlin|hart aber fair|maybrit illner|anne will|markus lanz|tatort|
wetten, dass..?|neue zürcher zeitung|neuen zürcher zeitung|nzz|blick|sonntagsblick|tages-anzeiger|
weltwoche|der standard|standard|die presse|presse|kurier|kronen zeitung|kronen-zeitung|
krone|profil|falter|österreich|kleine zeitung|kleinen zeitung|
oberösterreichische nachrichten|salzburger nachrichten|new york times|the new york times|
washington post|the washington post|wall street journal|the wall street journal|
financial times|financial times deutschland|times|the times|guardian|the guardian|
daily mail|daily telegraph|telegraph|sun|the sun|daily mirror|independent|
the independent|observer|sunday times|sunday telegraph|economist|the economist|time|
newsweek|usa today|los angeles times|boston globe|chicago tribune|politico|bloomberg|
reuters|new yorker|le monde|le figaro|figaro|libération|le parisien|charlie hebdo|
el país|el mundo|la vanguardia|corriere della sera|la repubblica|repubblica|la stampa|
gazzetta dello sport|la gazzetta dello sport|haaretz|jediot achronot|jerusalem post|maariv|
hürriyet|milliyet|cumhuriyet|zaman|sabah|gazeta wyborcza|rzeczpospolita|kommersant|
iswestija|nowaja gaseta|prawda|russia today|rt|global times|china daily|volkszeitung|
yomiuri shimbun|asahi shimbun|times of india|facebook|twitter|youtube|google|wikipedia|
wikileaks|instagram|whatsapp|telegram|tiktok|titanic|gorch fock|costa concordia|estonia|
bismarck|bounty|sea-watch 3|sea-watch|alan kurdi|challenger|columbia|discovery|atlantis|
endeavour|sojus|ariane 5|hubble|curiosity|opportunity|katrina|rita|irma|kyrill|lothar|
sandy|harvey|ian|haiyan|pour le mérite|bambi|oscar|goldener bär|goldene palme|
goldene kamera|echo
"""
_NAMES = frozenset(name for line in _LIST.splitlines() for name in line.split("|") if name)


def is_well_known(exact: str) -> bool:
    """Whether quoted words are such a name."""
    return exact[:1].isupper() and exact.strip(".,").lower() in _NAMES
