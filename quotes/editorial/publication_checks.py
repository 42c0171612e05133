"""What publication asks of an item. Everything that is missing is named at once."""

from typing import Any

from django.utils.translation import gettext as _

from quotes.models import Article, JointStatement, LinkKind, Quote, State

from .authorship import needs_second_person


def missing_for_publication(item: Article | Quote | JointStatement, user: Any) -> list[str]:
    """Sentences that say what stands in the way of ``user`` publishing ``item``; empty if none."""
    match item:
        case Article():
            missing = _article(item)
        case Quote():
            missing = _quote(item)
        case JointStatement():
            missing = _statement(item)
    if item.state != State.IN_REVIEW:
        missing.append(_("It is not in review: send it there first."))
    elif needs_second_person(item, user):
        missing.append(
            _(
                "You changed it since review began:"
                " a second person publishes it (two pairs of eyes)."
            )
        )
    return missing


def _article(article: Article) -> list[str]:
    if not article.published_on and not article.snapshots.exists():
        return [_("It has neither a date of publication nor a captured text.")]
    return []


def _quote(quote: Quote) -> list[str]:
    missing = []
    preferred = quote.occurrences.filter(preferred=True).select_related("snapshot__article").first()
    if preferred is None:
        missing.append(_("No occurrence is marked as preferred: the quote has no wording yet."))
    else:
        if preferred.snapshot.article.state != State.PUBLISHED:
            missing.append(
                _("The article of its preferred occurrence is not published: “%(article)s”.")
                % {"article": preferred.snapshot.article}
            )
        if preferred.orphan or not preferred.segments.exists():
            missing.append(
                _("The anchor of its preferred occurrence does not hold: the passage is not found.")
            )
    if not quote.attributions.exists():
        missing.append(_("It has neither a speaker nor the description of an anonymous source."))
    if not quote.said_on_basis:
        missing.append(_("It has no date; say so if the date is not known."))
    return missing


def _statement(statement: JointStatement) -> list[str]:
    missing = []
    if not statement.signatories.exists():
        missing.append(_("It has no signatory."))
    if not statement.issued_on:
        missing.append(_("It has no date of issue."))
    if not has_words(statement):
        missing.append(
            _("It has neither a version in a published article nor a published quote of its words.")
        )
    return missing


def has_words(statement: JointStatement) -> bool:
    """Whether readers find words of the statement: a public version, or a public quote of it."""
    own_text = statement.versions.filter(snapshot__article__state=State.PUBLISHED)
    reported = statement.quote_links.filter(kind=LinkKind.STATES, quote__state=State.PUBLISHED)
    return own_text.exists() or reported.exists()
