"""Rows for tests, made of the dossier's real text and always as whole as the database asks.

The factories make single rows; the functions below them make whole things, up to published ones.
Neither goes through ``quotes.editorial``, so that its tests do not rest upon themselves.
"""

from collections.abc import Sequence
from datetime import timedelta

import factory
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db import transaction
from django.utils import timezone

from quotes.models import (
    ApiToken,
    Article,
    Attribution,
    Candidate,
    Capture,
    CaptureMethod,
    Credit,
    CreditKind,
    DateBasis,
    Decision,
    ErrorKind,
    ErrorReport,
    Event,
    Extent,
    FurtherSpeaker,
    Hop,
    HopAgent,
    HopKind,
    JointStatement,
    LinkKind,
    NameKind,
    Occurrence,
    Outlet,
    Provision,
    ProvisionKind,
    ProvisionText,
    Quote,
    QuoteRelation,
    RelationKind,
    ReviewComment,
    Segment,
    Signatory,
    Snapshot,
    Speaker,
    SpeakerKind,
    SpeakerName,
    SpeechType,
    State,
    Stateful,
    StatementKind,
    StatementLink,
    StatementVersion,
    Tenure,
    Topic,
)
from quotes.text.normalising import snapshot_text
from quotes.text.passages import join_segments

# One utterance of Nakatani in the languages of three sources, and words of the joint statement.
NAKATANI_DE = (
    "Um die Zusammenarbeit zwischen den Verteidigungsbehörden Japans und Südkoreas nachhaltig zu"
    " stärken, ist es notwendig, geduldig Vertrauen aufzubauen"
)
NAKATANI_EN = (
    "Persistently fostering rapport is essential for sustainably strengthening cooperation and"
    " coordination between the two sides,"
)
NAKATANI_JA = (
    "当局間の協力・連携を持続的に強化するためには、双方の信頼関係を粘り強く醸成することが必要だ"
)
AHN_KO = "급변하는 안보환경에서 한·일, 한·미·일 협력의 안정적 추진이 중요하다는 데 의견을 같이했고"
AHN_JA = "両国の関係発展のために、より頻繁に韓国に来てもらいたい"
STATEMENT_VI = (
    "Hai bên nhất trí rằng cần thúc đẩy ổn định hợp tác quốc phòng Nhật-Hàn và Nhật-Hàn-Mỹ trong"
    " bối cảnh môi trường an ninh thay đổi nhanh chóng"
)
STATEMENT_JA = (
    "両大臣は、2015年以降10年ぶりの日本の防衛大臣の訪韓が"
    "日韓国交正常化60周年となる今年に実現したことを歓迎しました。",
    "両大臣は朝鮮半島の完全な非核化に対する確固たる意思を再確認し、"
    "北朝鮮の核·ミサイルの脅威に対応し、日米韓協力を継続していくことにしました。",
)
ARTICLE_DE = (
    f"„{NAKATANI_DE}“, sagte Minister Nakatani nach den Gesprächen gegenüber Reportern.\n"
    "Ahn Gyu Back räumte unterdessen die „schwierigen“ bilateralen Beziehungen ein und betonte,"
    " dass es „lange gedauert hat, bis die beiden Seiten wieder auf diese Weise zusammenkommen"
    " konnten“.\n"
)


class OutletFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Outlet

    name = factory.Sequence(lambda n: f"Jiji Press {n}")
    kind = "agency"


class ArticleFactory(factory.django.DjangoModelFactory):
    """A draft; without a snapshot."""

    class Meta:
        model = Article

    headline = factory.Sequence(
        lambda n: f"Japan, S. Korea Defense Ministers Agree to Boost Communication ({n})"
    )
    outlet = factory.SubFactory(OutletFactory)
    language = "en"
    published_on = "2025-09-08"
    genre = "agency_report"
    url = factory.Sequence(lambda n: f"https://www.nippon.com/en/news/yjj2025090800754-{n}/")


class SnapshotFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Snapshot

    article = factory.SubFactory(ArticleFactory, language="de")
    text = ARTICLE_DE
    method = CaptureMethod.PASTED
    extent = Extent.EXCERPT


class SpeakerFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Speaker

    kind = SpeakerKind.PERSON
    name = "Gen Nakatani"
    family_name = factory.Maybe(
        factory.LazyAttribute(lambda speaker: speaker.kind == SpeakerKind.PERSON),
        factory.LazyAttribute(lambda speaker: speaker.name.split()[-1]),
        "",
    )


class SpeakerNameFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = SpeakerName

    speaker = factory.SubFactory(SpeakerFactory)
    text = "中谷元"
    language = "ja"
    kind = NameKind.OFFICIAL


class TenureFactory(factory.django.DjangoModelFactory):
    """Minister on the day of the meeting; the sources give neither beginning nor end."""

    class Meta:
        model = Tenure

    speaker = factory.SubFactory(SpeakerFactory)
    title_de = "Verteidigungsminister"
    title_en = "Minister of Defense"


class EventFactory(factory.django.DjangoModelFactory):
    """``participants=[…]`` names speakers."""

    class Meta:
        model = Event
        skip_postgeneration_save = True

    title_de = "Treffen der Verteidigungsminister in Seoul"
    title_en = "Defense ministers’ meeting in Seoul"
    place = "Seoul"
    held_on = "2025-09-08"

    @factory.post_generation
    def participants(event, create, extracted, **kwargs):
        if create and extracted:
            event.participants.set(extracted)


class TopicFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Topic

    name_de = factory.Sequence(lambda n: f"Verteidigungspolitik {n}")
    name_en = factory.Sequence(lambda n: f"Defense policy {n}")


class QuoteFactory(factory.django.DjangoModelFactory):
    """A bare draft: no occurrence, hence no wording. ``topics=[…]`` names topics."""

    class Meta:
        model = Quote
        skip_postgeneration_save = True

    said_on = "2025-09-08"
    said_on_basis = factory.LazyAttribute(
        lambda quote: DateBasis.STATED if quote.said_on else DateBasis.UNKNOWN
    )

    @factory.post_generation
    def topics(quote, create, extracted, **kwargs):
        if create and extracted:
            quote.topics.set(extracted)


class AttributionFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Attribution

    quote = factory.SubFactory(QuoteFactory)
    speaker = factory.SubFactory(SpeakerFactory)
    position = factory.LazyAttribute(lambda row: row.quote.attributions.count() + 1)


class OccurrenceFactory(factory.django.DjangoModelFactory):
    """Without segments, hence without a wording; not preferred. See ``anchored_occurrence``."""

    class Meta:
        model = Occurrence

    quote = factory.SubFactory(QuoteFactory)
    snapshot = factory.SubFactory(SnapshotFactory)
    language = factory.LazyAttribute(lambda row: row.snapshot.article.language)


class SegmentFactory(factory.django.DjangoModelFactory):
    """The first place at which the occurrence's snapshot holds ``exact``; brings the occurrence,
    and the quote where that is the preferred one, to the new wording."""

    class Meta:
        model = Segment

    occurrence = factory.SubFactory(OccurrenceFactory)
    position = factory.LazyAttribute(lambda row: row.occurrence.segments.count() + 1)
    exact = NAKATANI_DE
    start = factory.LazyAttribute(lambda row: row.occurrence.snapshot.text.index(row.exact))
    end = factory.LazyAttribute(lambda row: row.start + len(row.exact))
    prefix = factory.LazyAttribute(
        lambda row: row.occurrence.snapshot.text[max(0, row.start - 32) : row.start]
    )
    suffix = factory.LazyAttribute(lambda row: row.occurrence.snapshot.text[row.end : row.end + 32])

    @classmethod
    @transaction.atomic
    def _create(cls, model_class, *args, **kwargs):
        segment = super()._create(model_class, *args, **kwargs)
        _settle(segment.occurrence)
        return segment


class JointStatementFactory(factory.django.DjangoModelFactory):
    """``topics=[…]`` names topics."""

    class Meta:
        model = JointStatement
        skip_postgeneration_save = True

    title_de = "Gemeinsame Presseerklärung der Verteidigungsminister"
    title_en = "Joint press statement of the defense ministers"
    kind = StatementKind.PRESS_RELEASE
    issued_on = "2025-09-08"

    @factory.post_generation
    def topics(statement, create, extracted, **kwargs):
        if create and extracted:
            statement.topics.set(extracted)


class StatementVersionFactory(factory.django.DjangoModelFactory):
    """The whole of its snapshot, unless ``start`` and ``end`` say otherwise."""

    class Meta:
        model = StatementVersion

    statement = factory.SubFactory(JointStatementFactory)
    issuer = factory.SubFactory(
        SpeakerFactory, kind=SpeakerKind.ORGANISATION, name="Ministry of Defense of Japan"
    )
    language = "ja"
    official = True
    snapshot = factory.SubFactory(
        SnapshotFactory, article__language="ja", text="\n".join(STATEMENT_JA)
    )
    start = 0
    end = factory.LazyAttribute(lambda row: len(row.snapshot.text))


class SignatoryFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Signatory

    statement = factory.SubFactory(JointStatementFactory)
    speaker = factory.SubFactory(SpeakerFactory)
    position = factory.LazyAttribute(lambda row: row.statement.signatories.count() + 1)
    capacity = "日本国防衛大臣"


class ProvisionFactory(factory.django.DjangoModelFactory):
    """``parties=[…]`` names speakers."""

    class Meta:
        model = Provision
        skip_postgeneration_save = True

    statement = factory.SubFactory(JointStatementFactory)
    number = factory.LazyAttribute(lambda row: row.statement.provisions.count() + 1)
    kind = ProvisionKind.WELCOMES

    @factory.post_generation
    def parties(provision, create, extracted, **kwargs):
        if create and extracted:
            provision.parties.set(extracted)


class ProvisionTextFactory(factory.django.DjangoModelFactory):
    """The first place at which the version holds ``passage``."""

    class Meta:
        model = ProvisionText

    class Params:
        passage = STATEMENT_JA[0]

    version = factory.SubFactory(StatementVersionFactory)
    provision = factory.SubFactory(
        ProvisionFactory, statement=factory.SelfAttribute("..version.statement")
    )
    start = factory.LazyAttribute(
        lambda row: row.version.snapshot.text.index(row.passage, row.version.start)
    )
    end = factory.LazyAttribute(lambda row: row.start + len(row.passage))


class StatementLinkFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = StatementLink

    quote = factory.SubFactory(QuoteFactory)
    statement = factory.SubFactory(JointStatementFactory)
    kind = LinkKind.STATES


class QuoteRelationFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = QuoteRelation

    from_quote = factory.SubFactory(QuoteFactory)
    kind = RelationKind.ANSWERS
    to_quote = factory.SubFactory(QuoteFactory)


class HopFactory(factory.django.DjangoModelFactory):
    """An article's hop from an unknown source, unless told otherwise.

    For an occurrence's hop give ``article=None, occurrence=…``.
    """

    class Meta:
        model = Hop

    article = factory.SubFactory(ArticleFactory)
    kind = HopKind.TRANSLATES
    agent = HopAgent.UNKNOWN
    evidence = "Laut VNA"
    position = factory.LazyAttribute(lambda row: (row.article or row.occurrence).hops.count() + 1)


class CreditFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Credit

    article = factory.SubFactory(ArticleFactory)
    kind = CreditKind.PHOTO
    text = "(Quelle: AFP)"
    position = factory.LazyAttribute(lambda row: row.article.credits.count() + 1)


class UserFactory(factory.django.DjangoModelFactory):
    """Cannot log in by password unless one is given (hashing is slow); ``groups=["Editor"]``."""

    class Meta:
        model = get_user_model()
        skip_postgeneration_save = True

    username = factory.Sequence(lambda n: f"edith{n}")
    first_name = factory.LazyAttribute(lambda user: user.username.rstrip("0123456789").title())
    email = factory.LazyAttribute(lambda user: f"{user.username}@wortlaut.example")
    password = factory.django.Password(None)
    is_staff = True

    @factory.post_generation
    def groups(user, create, extracted, **kwargs):
        if create and extracted:
            user.groups.set(Group.objects.get(name=name) for name in extracted)


class ErrorReportFactory(factory.django.DjangoModelFactory):
    """Open, about a published quote unless told otherwise."""

    class Meta:
        model = ErrorReport

    quote = factory.LazyFunction(lambda: published_quote())
    kind = ErrorKind.TRANSLATION
    message = "„Vertrauen aufzubauen“ ist zu schwach: 醸成 heißt, es wachsen zu lassen."
    language = "de"


class ReviewCommentFactory(factory.django.DjangoModelFactory):
    """About a new quote, unless ``quote=None`` with an ``article`` or ``statement``."""

    class Meta:
        model = ReviewComment

    quote = factory.SubFactory(QuoteFactory)
    author = factory.SubFactory(UserFactory)
    author_name = factory.LazyAttribute(lambda row: row.author.first_name)
    text = "Bitte die Anführungszeichen aus der Fundstelle lassen."


class CaptureFactory(factory.django.DjangoModelFactory):
    """Of an address that waits for its turn."""

    class Meta:
        model = Capture

    method = CaptureMethod.FETCHED
    url = factory.Sequence(lambda number: f"https://zeitung.example/artikel/{number}")


class CandidateFactory(factory.django.DjangoModelFactory):
    """Open: the first two words of a new snapshot, unless told otherwise."""

    class Meta:
        model = Candidate

    snapshot = factory.SubFactory(SnapshotFactory)
    start = 0
    end = 12
    score = 0.9


class FurtherSpeakerFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = FurtherSpeaker

    candidate = factory.SubFactory(CandidateFactory)
    speaker = factory.SubFactory(SpeakerFactory, name="Ahn Gyu-back", family_name="Ahn")
    tenure = factory.SubFactory(TenureFactory, speaker=factory.SelfAttribute("..speaker"))


class DecisionFactory(factory.django.DjangoModelFactory):
    """A rejection, unless an ``occurrence`` of the candidate's snapshot is given."""

    class Meta:
        model = Decision

    candidate = factory.SubFactory(CandidateFactory)


# States by plain saves, along the allowed ways.
_NEXT = {
    State.DRAFT: State.IN_REVIEW,
    State.IN_REVIEW: State.PUBLISHED,
    State.PUBLISHED: State.WITHDRAWN,
    State.WITHDRAWN: State.IN_REVIEW,
}


def brought_to(item: Stateful, state: str) -> Stateful:
    """``item`` moved on, step by step, until it is in ``state``."""
    item.refresh_from_db(
        fields=["state", "first_published_at", "published_at", "withdrawal_reason"]
    )
    while item.state != state:
        returned = (item.state, state) == (State.IN_REVIEW, State.DRAFT)
        item.state = State.DRAFT if returned else _NEXT[item.state]
        if item.state == State.PUBLISHED:
            item.published_at = timezone.now()
            item.first_published_at = item.first_published_at or item.published_at
        if item.state == State.WITHDRAWN:
            item.withdrawal_reason = "The source has taken its report back."
        item.save(
            update_fields=[
                "state",
                "first_published_at",
                "published_at",
                "withdrawal_reason",
                "updated_at",
            ]
        )
    return item


def publish(item: Stateful) -> Stateful:
    """``item`` published by plain saves: draft, in review, published."""
    return brought_to(item, State.PUBLISHED)


def withdraw(item: Stateful) -> Stateful:
    """``item`` withdrawn by plain saves, published before if it was not."""
    return brought_to(item, State.WITHDRAWN)


def confirm(*items: Stateful) -> None:
    """Clear the mark "changed, not yet seen", as a second editor would."""
    for item in items:
        type(item)._default_manager.filter(pk=item.pk).update(confirmed_at=timezone.now())
        item.refresh_from_db(fields=["confirmed_at", "unseen_since"])


def _settle(occurrence: Occurrence) -> None:
    """Give an occurrence its segments' wording, and its quote the preferred one's."""
    parts = occurrence.segments.order_by("position").values_list("exact", flat=True)
    occurrence.wording = join_segments(list(parts))
    occurrence.save(update_fields=["wording"])
    if occurrence.preferred:
        quote = occurrence.quote
        quote.wording, quote.language = occurrence.wording, occurrence.language
        quote.save(update_fields=["wording", "language", "updated_at"])


@transaction.atomic
def anchored_occurrence(
    quote: Quote,
    article: Article,
    passage: str | Sequence[str] = NAKATANI_DE,
    *,
    preferred: bool = False,
    language: str | None = None,
    speech_type: str = SpeechType.DIRECT,
    **fields,
) -> Occurrence:
    """An occurrence of ``quote`` in ``article``, one segment for each part of ``passage``.

    Takes the article's first snapshot that holds the parts in this order, or captures a new text
    of them. A preferred one takes the place of any other and gives the quote its wording.
    """
    parts = [snapshot_text(part) for part in ([passage] if isinstance(passage, str) else passage)]
    for snapshot in article.snapshots.order_by("captured_at", "id"):
        starts = _places(parts, snapshot.text)
        if starts is not None:
            break
    else:
        said = "“, sagte er, „".join(parts)
        snapshot = SnapshotFactory(article=article, text=f"Seoul, 8. September. „{said}“.\n")
        starts = _places(parts, snapshot.text) or []
    if preferred:
        quote.occurrences.filter(preferred=True).update(preferred=False)
    occurrence = OccurrenceFactory(
        quote=quote,
        snapshot=snapshot,
        preferred=preferred,
        language=language or article.language,
        speech_type=speech_type,
        **fields,
    )
    for part, start in zip(parts, starts, strict=True):
        SegmentFactory(occurrence=occurrence, exact=part, start=start)
    return occurrence


def _places(parts: list[str], text: str) -> list[int] | None:
    """Where ``text`` holds ``parts``, one after the other, in code points; None if it does not."""
    places, end = [], 0
    for part in parts:
        start = text.find(part, end)
        if start < 0:
            return None
        places.append(start)
        end = start + len(part)
    return places


def draft_article(*, text: str | None = ARTICLE_DE, **fields) -> Article:
    """A draft with a snapshot of ``text``; without one where ``text`` is None."""
    fields.setdefault("language", "de")
    article = ArticleFactory(**fields)
    if text is not None:
        SnapshotFactory(article=article, text=text)
    return article


def published_article(*, text: str | None = ARTICLE_DE, **fields) -> Article:
    """A published article with a snapshot of ``text``; without one where ``text`` is None."""
    return publish(draft_article(text=text, **fields))


@transaction.atomic
def draft_quote(
    wording: str | Sequence[str] = NAKATANI_DE,
    *,
    speaker: Speaker | None = None,
    article: Article | None = None,
    language: str | None = None,
    speech_type: str = SpeechType.DIRECT,
    description: str = "",
    tenure: Tenure | None = None,
    name_as_printed: str = "",
    **fields,
) -> Quote:
    """A draft with one speaker and one preferred, anchored occurrence.

    ``description`` without ``speaker`` makes an anonymous source; ``article`` may be in any
    state and is a new draft that holds the wording if None; ``fields`` are the quote's.
    """
    if article is None:
        article = ArticleFactory(language=language or "de")
    if speaker is None and tenure is not None:
        speaker = tenure.speaker
    if speaker is None and not description:
        speaker = SpeakerFactory()
    quote = QuoteFactory(**fields)
    AttributionFactory(
        quote=quote,
        speaker=speaker,
        description=description,
        tenure=tenure,
        name_as_printed=name_as_printed,
    )
    anchored_occurrence(
        quote, article, wording, preferred=True, language=language, speech_type=speech_type
    )
    return quote


@transaction.atomic
def published_quote(
    wording: str | Sequence[str] = NAKATANI_DE, *, article: Article | None = None, **arguments
) -> Quote:
    """As ``draft_quote``, but published, and its article with it; nothing is left unseen."""
    if article is None:
        article = ArticleFactory(language=arguments.get("language") or "de")
    quote = draft_quote(wording, article=article, **arguments)
    publish(article)
    confirm(article)
    return publish(quote)


@transaction.atomic
def draft_statement(
    passages: Sequence[str] = STATEMENT_JA,
    *,
    signatories: Sequence[Speaker] | None = None,
    issuer: Speaker | None = None,
    article: Article | None = None,
    language: str = "ja",
    **fields,
) -> JointStatement:
    """A draft with two signatories and one official version, a provision for each passage.

    ``article`` is a new draft that holds the passages if None; ``fields`` are the statement's.
    """
    if article is None:
        article = ArticleFactory(language=language)
    text = "\n".join(passages)
    snapshot = SnapshotFactory(article=article, text=text)
    if signatories is None:
        signatories = [SpeakerFactory(), SpeakerFactory(name="Ahn Gyu-back", family_name="Ahn")]
    statement = JointStatementFactory(**fields)
    for speaker in signatories:
        SignatoryFactory(statement=statement, speaker=speaker)
    issued = {"issuer": issuer} if issuer else {}
    version = StatementVersionFactory(
        statement=statement, snapshot=snapshot, language=language, **issued
    )
    for passage in passages:
        provision = ProvisionFactory(statement=statement)
        ProvisionTextFactory(provision=provision, version=version, passage=passage)
    return statement


@transaction.atomic
def published_statement(
    passages: Sequence[str] = STATEMENT_JA, *, article: Article | None = None, **arguments
) -> JointStatement:
    """As ``draft_statement``, but published, and its article with it; nothing is left unseen."""
    if article is None:
        article = ArticleFactory(language=arguments.get("language", "ja"))
    statement = draft_statement(passages, article=article, **arguments)
    publish(article)
    confirm(article)
    return publish(statement)


def token_of(user, *scopes, name="Redaktionssystem", days=30, **fields):
    """A token of ``user`` and its secret text; ``fields`` are set past all rules."""
    token, secret = ApiToken.objects.create(
        user=user, name=name, scopes=list(scopes), expiry=timedelta(days=days)
    )
    if fields:
        ApiToken.objects.filter(pk=token.pk).update(**fields)
        token.refresh_from_db()
    return token, secret
