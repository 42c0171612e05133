"""What a loaded dossier holds, and that the public can see it."""

import datetime
from itertools import pairwise

from django.test import TestCase

from quotes.demo.dossier import read
from quotes.demo.loading import load
from quotes.models import (
    Article,
    Event,
    Extent,
    Genre,
    Hop,
    JointStatement,
    LinkKind,
    Occurrence,
    Outlet,
    Quote,
    QuoteRelation,
    Rights,
    Segment,
    Speaker,
    SpeakerName,
    SpeechType,
    State,
    StatementLink,
    Tenure,
    Topic,
    WordingOrigin,
)
from tests.factories import NAKATANI_DE, NAKATANI_EN, NAKATANI_JA


class LoadedDossier(TestCase):
    @classmethod
    def setUpTestData(cls):
        loaded = load(read())
        assert loaded is not None
        cls.articles = loaded.articles
        cls.quotes = loaded.quotes
        cls.speakers = loaded.speakers

    def where(self, quote: str) -> list[str]:
        """The dossier's letters of the articles that print a quote, the preferred one first."""
        letters = {article.pk: letter for letter, article in self.articles.items()}
        occurrences = Occurrence.objects.published().filter(quote=self.quotes[quote])
        return [
            letters[occurrence.snapshot.article_id]
            for occurrence in occurrences.order_by("-preferred", "id").select_related("snapshot")
        ]

    # Sources

    def test_thirteen_articles_have_a_text_and_one_is_known_without(self):
        assert Article.objects.count() == 14
        without = Article.objects.get(snapshots=None)
        assert (without.outlet.name, without.url) == ("VNA", None)
        assert Article.objects.filter(snapshots__extent=Extent.WHOLE).get() == self.articles["A"]
        assert Article.objects.filter(snapshots__extent=Extent.EXCERPT).count() == 12

    def test_no_article_may_be_shown_whole_and_none_has_a_headline(self):
        assert set(Article.objects.values_list("rights", "headline")) == {(Rights.EXCERPT, "")}

    def test_everything_is_published_and_nothing_waits_to_be_seen(self):
        for model in (Article, Quote, JointStatement):
            assert not model.objects.exclude(state=State.PUBLISHED).exists()
            assert not model.objects.exclude(unseen_since=None).exists()
        for model in (Event, Hop, Outlet, Topic, StatementLink, Occurrence):
            assert model.objects.published().count() == model.objects.count()

    def test_dates_are_as_precise_as_the_sources(self):
        article = self.articles["A"]
        article.refresh_from_db()
        assert article.published_on == "2025-09"
        assert article.published_on_earliest == datetime.date(2025, 9, 1)
        assert article.published_on_latest == datetime.date(2025, 9, 30)

    def test_a_copy_names_the_agency_and_who_carries_it(self):
        copies = Article.objects.exclude(carried_by=None).order_by("id")
        assert [(c.outlet.name, c.carried_by.name, c.genre) for c in copies] == [
            ("Kyodo", "alojapan.com", Genre.AGENCY_REPORT),
            *[("Jiji Press", "nippon.com", Genre.AGENCY_REPORT)] * 3,
        ]

    def test_the_photo_is_a_credit_and_no_origin(self):
        for letter, printed in (("A", "(Quelle: AFP)"), ("B", "(Nguồn: AFP)")):
            credit = self.articles[letter].credits.get()
            assert (credit.kind, credit.text, credit.outlet.name) == ("photo", printed, "AFP")
        assert not Hop.objects.filter(source_outlet__name="AFP").exists()

    def test_a_came_from_b_from_vna_from_kyodo(self):
        chain = [self.articles["A"]]
        while chain[-1].hops.exists() and (source := chain[-1].hops.get().source_article):
            chain.append(source)
        assert chain == [self.articles[key] for key in ("A", "B", "VNA")]
        last = chain[-1].hops.get()
        assert last.source_outlet.name == "Kyodo"
        said = [(hop.evidence[:19], hop.evidence_in) for hop in (a.hops.get() for a in chain)]
        assert said == [
            ("Quelle: https://bao", None),
            ("Laut VNA", self.articles["A"]),
            ("Theo hãng tin Kyodo", self.articles["B"]),
        ]
        for hop in (article.hops.get() for article in chain):
            holder = hop.evidence_in or hop.article
            assert hop.evidence in holder.snapshots.get().text
        translated = self.articles["A"].hops.get()
        assert (translated.kind, translated.agent, translated.inferred) == (
            "translates",
            "machine",
            True,
        )

    def test_m_reprints_d_and_no_way_leads_from_a_to_jiji(self):
        hop = self.articles["M"].hops.get()
        assert (hop.kind, hop.source_article) == ("reprints", self.articles["D"])
        jiji = [self.articles["D"], self.articles["H"]]
        assert Hop.objects.filter(source_article__in=jiji).get() == hop

    # People

    def test_speakers_are_found_by_every_form_of_their_names(self):
        forms = {
            "nakatani": ["Gen Nakatani", "中谷元", "中谷氏"],
            "ahn": [
                "Ahn Gyu Back",
                "Ahn Gyu-back",
                "Ahn Kyu-back",
                "안규백",
                "安圭伯",
                "アン・ギュベク",
                "アン国防相",
            ],
            "ishiba": ["Shigeru Ishiba", "石破茂"],
            "lee": ["Lee Jae Myung", "이재명"],
            "koizumi": ["Shinjiro Koizumi", "小泉進次郎"],
        }
        for key, texts in forms.items():
            for text in texts:
                assert SpeakerName.objects.get(text=text).speaker == self.speakers[key]
        assert not Speaker.objects.exclude(wikidata_id=None).exists()

    def test_who_neither_spoke_nor_took_part_is_not_shown(self):
        hidden = Speaker.objects.exclude(pk__in=Speaker.objects.published())
        assert set(hidden) == {self.speakers["ishiba"], self.speakers["lee"]}

    def test_tenures_say_only_what_a_source_says(self):
        assert not Tenure.objects.filter(source=None).exists()
        began = Tenure.objects.exclude(since="").get()
        assert (began.speaker, began.since) == (self.speakers["ahn"], "2025-07")
        assert not Tenure.objects.exclude(until="").exists()

    def test_the_office_is_the_same_in_yokosuka_and_the_person_another(self):
        seoul, yokosuka = Event.objects.order_by("held_on_sort")
        assert set(seoul.participants.all()) == {self.speakers["nakatani"], self.speakers["ahn"]}
        assert set(yokosuka.participants.all()) == {
            self.speakers["koizumi"],
            self.speakers["ahn"],
        }
        ministry = self.speakers["japan_ministry"]
        in_office = Tenure.objects.filter(organisation=ministry)
        assert {tenure.speaker for tenure in in_office} == {
            self.speakers["nakatani"],
            self.speakers["koizumi"],
        }

    # Quotes

    def test_every_passage_is_what_its_snapshot_holds(self):
        segments = Segment.objects.select_related("occurrence__snapshot")
        assert segments.count() == Occurrence.objects.count() == 40
        for segment in segments:
            text = segment.occurrence.snapshot.text
            assert text[segment.start : segment.end] == segment.exact
            assert segment.exact == segment.occurrence.wording
            assert not segment.occurrence.orphan

    def test_every_reporting_phrase_and_name_stands_in_its_source(self):
        for occurrence in Occurrence.objects.select_related("snapshot"):
            for part in occurrence.reporting_phrase.split("…"):
                assert part.strip() in occurrence.snapshot.text
        for quote in Quote.objects.all():
            text = quote.occurrences.get(preferred=True).snapshot.text
            assert quote.said_on_expression in text
            assert quote.addressee in text
            for attribution in quote.attributions.all():
                assert attribution.name_as_printed in text

    def test_there_are_twenty_quotes_each_with_its_sources(self):
        assert {key: "".join(self.where(key)) for key in self.quotes} == {
            "importance": "A",
            "central": "GICBA",
            "trust": "HDMA",
            "difficult": "A",
            "long_time": "A",
            "consultations": "GACEB",
            "communication": "GE",
            "come_more_often": "KA",
            "visit_to_japan": "A",
            "yearly_visits": "A",
            "anniversary": "GA",
            "denuclearisation": "GJCA",
            "technology": "ICA",
            "not_discussed": "DH",
            "meaningful_visit": "H",
            "honour": "K",
            "agreed_yearly_visits": "L",
            "agreed_exchanges": "L",
            "agreed_technology": "L",
            "next_time": "L",
        }

    def test_nakatanis_sentence_stands_four_times_in_three_languages(self):
        quote = self.quotes["trust"]
        quote.refresh_from_db()
        assert (quote.wording, quote.language) == (NAKATANI_JA, "ja")
        printed = Occurrence.objects.published().filter(quote=quote)
        assert sorted(printed.values_list("language", flat=True)) == ["de", "en", "en", "ja"]
        english = NAKATANI_EN.removesuffix(",")
        assert set(printed.values_list("wording", flat=True)) == {
            NAKATANI_JA,
            NAKATANI_DE,
            english,
        }
        assert set(printed.values_list("speech_type", flat=True)) == {SpeechType.DIRECT}
        assert quote.addressee == "記者団"

    def test_the_statements_central_passage_stands_in_five_languages(self):
        printed = self.quotes["central"].occurrences.all()
        assert {o.language for o in printed} == {"ja", "ko", "en", "vi", "de"}
        assert {o.speech_type for o in printed} == {SpeechType.DIRECT}
        german = printed.get(language="de")
        assert german.wording.startswith("Beide Seiten stimmten darin überein, dass")
        assert german.wording_origin == WordingOrigin.MACHINE_TRANSLATION
        assert printed.get(preferred=True).wording_origin == WordingOrigin.ORIGINAL

    def test_kinds_of_speech_are_those_of_the_sources(self):
        def types(key: str) -> dict[str, str]:
            printed = self.quotes[key].occurrences.all()
            return {occurrence.language: occurrence.speech_type for occurrence in printed}

        assert types("difficult") == {"de": SpeechType.FRAGMENT}
        assert types("long_time") == {"de": SpeechType.FRAGMENT}
        assert types("come_more_often") == {"ja": SpeechType.DIRECT, "de": SpeechType.INDIRECT}
        assert types("denuclearisation") == {
            "ja": SpeechType.DIRECT,
            "ko": SpeechType.INDIRECT,
            "en": SpeechType.MIXED,
            "de": SpeechType.MIXED,
        }
        assert types("technology")["de"] == SpeechType.INDIRECT
        assert types("technology")["en"] == SpeechType.DIRECT

    def test_a_relative_date_fixes_the_day_and_keeps_its_words(self):
        quote = self.quotes["difficult"]
        assert (quote.said_on, quote.said_on_basis) == ("2025-09-08", "derived")
        assert quote.said_on_expression.startswith("einen Tag nach der Ankündigung des Rücktritts")

    def test_an_organisation_speaks_and_its_date_is_that_of_the_article(self):
        quote = self.quotes["yearly_visits"]
        attribution = quote.attributions.get()
        assert (attribution.speaker, attribution.tenure) == (self.speakers["japan_ministry"], None)
        assert (quote.said_on, quote.said_on_basis) == ("2025-09", "publication")

    def test_persons_speak_in_the_office_they_held_then(self):
        for quote in Quote.objects.prefetch_related("attributions__speaker"):
            for attribution in quote.attributions.all():
                assert bool(attribution.tenure) == (attribution.speaker.kind == "person")

    def test_quotes_answer_and_repeat_each_other(self):
        relations = QuoteRelation.objects.published().order_by("id")
        assert [(r.from_quote, r.kind, r.to_quote) for r in relations] == [
            (self.quotes["honour"], "answers", self.quotes["come_more_often"]),
            (self.quotes["agreed_technology"], "repeats", self.quotes["technology"]),
        ]

    # The joint statement

    def test_the_statement_has_one_version_the_official_japanese_text(self):
        version = JointStatement.objects.get().versions.get()
        assert (version.language, version.official) == ("ja", True)
        assert version.issuer == self.speakers["japan_ministry"]
        assert version.text == self.articles["G"].snapshots.get().text

    def test_the_statements_signatories_stand_in_order_in_their_capacity(self):
        signatories = JointStatement.objects.get().signatories.order_by("position")
        assert [(s.speaker, s.capacity) for s in signatories] == [
            (self.speakers["nakatani"], "日本国防衛大臣"),
            (self.speakers["ahn"], "大韓民国国防部長官"),
        ]
        assert all(signatory.tenure for signatory in signatories)

    def test_the_provisions_are_the_paragraphs_of_the_version(self):
        statement = JointStatement.objects.get()
        provisions = statement.provisions.all()
        assert [p.number for p in provisions] == [1, 2, 3, 4, 5]
        assert not any(p.number_printed for p in provisions)
        assert [p.kind for p in provisions] == ["notes", "welcomes", "agrees", "affirms", "agrees"]
        paragraphs = statement.versions.get().text.split("\n\n")
        assert [p.texts.get().text for p in provisions] == paragraphs
        for before, after in pairwise([p.texts.get() for p in provisions]):
            assert before.end < after.start

    def test_quotes_of_the_statement_name_its_provisions(self):
        links = StatementLink.objects.published().filter(kind=LinkKind.STATES)
        keys = {quote.pk: key for key, quote in self.quotes.items()}
        assert {
            keys[link.quote_id]: link.provision.number if link.provision else None
            for link in links.select_related("provision")
        } == {
            "anniversary": 2,
            "consultations": 3,
            "communication": 3,
            "denuclearisation": 4,
            "central": 5,
            "technology": None,
        }
        concerning = StatementLink.objects.filter(kind=LinkKind.CONCERNS)
        assert concerning.count() == 10
        assert not concerning.filter(quote__event__place="Yokosuka").exists()
