"""What publication asks of an item. Everything that is missing is named at once."""

from typing import Any

from django.utils.translation import gettext as _

from quotes.models import Article, JointStatement, LinkKind, Quote, State

from .authorship import needs_second_person


def missing_for_publication(item: Article | Quote | JointStatement, user: Any) -> list[str]:
    """Sentences that say what stands in the way of ``user`` publishing ``item``; empty if none."""
    missing = missing_in(item)
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


def missing_in(
    item: Article | Quote | JointStatement, published_with: Article | None = None
) -> list[str]:
    """What the item itself lacks, whoever publishes it and whatever state it is in.

    ``published_with`` counts as published: it goes out at the same time.
    """
    match item:
        case Article():
            return _article(item)
        case Quote():
            return _quote(item, published_with)
        case JointStatement():
            return _statement(item)


def _article(article: Article) -> list[str]:
    if not article.published_on and not article.snapshots.exists():
        return [_("It has neither a date of publication nor a captured text.")]
    return []


def _quote(quote: Quote, published_with: Article | None) -> list[str]:
    missing = []
    # Read from the rows, not asked of the database: they may have been fetched for many quotes.
    preferred = next((row for row in quote.occurrences.all() if row.preferred), None)
    if preferred is None:
        missing.append(_("No occurrence is marked as preferred: the quote has no wording yet."))
    else:
        article = preferred.snapshot.article
        if article.state != State.PUBLISHED and article != published_with:
            missing.append(
                _("The article of its preferred occurrence is not published: “%(article)s”.")
                % {"article": article}
            )
        if preferred.orphan or not preferred.segments.all():
            missing.append(
                _("The anchor of its preferred occurrence does not hold: the passage is not found.")
            )
    if not quote.attributions.all():
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
