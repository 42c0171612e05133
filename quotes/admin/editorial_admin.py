"""How every item is listed, changed and deleted: recorded, with a reason, nothing typed lost."""

from functools import partial
from typing import Any, ClassVar

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.utils import unquote
from django.contrib.admin.views.main import ChangeList
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from quotes.editorial import deleting
from quotes.editorial.reasons import check_reason, is_draft
from quotes.editorial.recording import check_rules_now, recorded
from quotes.editorial.refusals import Refused
from quotes.editorial.roles import may_change
from quotes.models import State, Stateful

from .history_pages import HistoryPages
from .item_form import ItemForm
from .known_choices import is_key, tell_known_choices
from .parts import is_field_of, row_keys, with_gone_rows_as_new
from .submission import VERSION, Submission, is_open
from .telling import tell_refusal
from .widgets import autocompleting, editing_field, without_deleting


class PrefetchingChangeList(ChangeList):
    """A list that fetches what its columns show, whatever the number of rows."""

    model_admin: "EditorialAdmin"

    def get_queryset(self, request: HttpRequest, exclude_parameters: Any = None) -> Any:
        found = super().get_queryset(request, exclude_parameters)
        return found.prefetch_related(*self.model_admin.list_prefetch_related)


class EditorialAdmin(HistoryPages):
    """An item with its parts. Rows that belong to another item name it in ``root_field``."""

    form = ItemForm
    change_form_template = "admin/item_form.html"
    delete_confirmation_template = "admin/item_delete.html"
    delete_selected_confirmation_template = "admin/items_delete.html"
    list_per_page = 50
    list_max_show_all = 200
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    list_prefetch_related: ClassVar[tuple[str, ...]] = ()

    # The aggregate

    def root_of(self, obj: Any) -> Any:
        """The item that ``obj`` belongs to, or is."""
        return getattr(obj, self.root_field) if self.root_field else obj

    # Who may change what

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        allowed = super().has_change_permission(request, obj)
        return allowed and (obj is None or is_open(request, self.root_of(obj)))

    # Adding and changing

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        submission = Submission.of(request)
        show = partial(super().changeform_view, request, object_id, form_url, extra_context)
        if request.method != "POST":
            submission.shown(self._root(request, object_id))
            return show()
        if object_id is not None and self._root(request, object_id) is None:
            return self._gone(request, submission, extra_context)
        try:
            with recorded(request.user, submission.reason):
                root = self._locked_root(request, object_id)
                if root is not None:
                    submission.compare(root)
                return show()
        except ValidationError as refusal:
            submission.refuse(refusal)
        return show()

    def _root(self, request: HttpRequest, object_id: str | None) -> Any:
        obj = self.get_object(request, unquote(object_id)) if object_id is not None else None
        return self.root_of(obj) if obj is not None else None

    def _locked_root(self, request: HttpRequest, object_id: str | None) -> Any:
        """The root, locked until the transaction ends: nobody else saves it meanwhile."""
        root = self._root(request, object_id)
        if root is None:
            return None
        return type(root)._base_manager.select_for_update().filter(pk=root.pk).first()

    def _gone(
        self, request: HttpRequest, submission: Submission, extra_context: Any
    ) -> HttpResponse:
        """What was edited is no longer there: the same form again, to make it anew."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        submission.refuse(
            ValidationError(
                _("Somebody deleted this while you were editing. Saving makes it anew."),
                code="gone",
            )
        )
        add = reverse(self._url_name("add"), current_app=self.admin_site.name)
        return super().changeform_view(request, None, add, extra_context)

    def get_form(
        self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any
    ) -> type[forms.ModelForm]:
        form = super().get_form(request, obj, change=change, **kwargs)
        return type(form.__name__, (form,), {"submission": Submission.of(request)})

    def get_formset_kwargs(
        self, request: HttpRequest, obj: Any, inline: Any, prefix: str
    ) -> dict[str, Any]:
        given = super().get_formset_kwargs(request, obj, inline, prefix)
        if isinstance(given.get("data"), QueryDict):
            owner = forms.models._get_foreign_key(self.model, inline.model, inline.fk_name).name
            given["data"] = with_gone_rows_as_new(
                given["data"],
                prefix,
                row_keys(given["queryset"].filter(**{owner: obj.pk}), given["data"], prefix),
                revive=inline.has_change_permission(request, obj),
            )
            if obj.pk is None:
                # Rows of an item that is gone name it still.
                for key in [key for key in given["data"] if is_field_of(key, prefix, owner)]:
                    del given["data"][key]
        return given

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        # Saved in save_related, which knows whether anything changed at all.
        if not change:
            self._ask_for_reason(request, obj)
            super().save_model(request, obj, form, change)

    def save_related(
        self, request: HttpRequest, form: Any, formsets: list[Any], change: bool
    ) -> None:
        submission = Submission.of(request)
        submission.changed = (
            not change or form.has_changed() or any(made.has_changed() for made in formsets)
        )
        if submission.changed:
            if change:
                self._ask_for_reason(request, form.instance)
                super().save_model(request, form.instance, form, change)
            super().save_related(request, form, formsets, change)
            self.settle(form.instance)
        check_rules_now()
        self.after_saving(request, form)

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        formset.user, formset.reason = request.user, Submission.of(request).reason
        super().save_formset(request, form, formset, change)

    def settle(self, obj: Any) -> None:
        """Bring into line what follows from the parts, once all of them are saved."""

    def after_saving(self, request: HttpRequest, form: Any) -> None:
        """What else the submission asks for, in the same transaction."""

    def _ask_for_reason(self, request: HttpRequest, obj: Any) -> None:
        check_reason(self.root_of(obj), Submission.of(request).reason)

    def response_change(self, request: HttpRequest, obj: Any) -> HttpResponse:
        if Submission.of(request).changed or "_popup" in request.POST:
            return super().response_change(request, obj)
        self.message_user(request, _("Nothing was changed."), messages.INFO)
        return HttpResponseRedirect(request.get_full_path())

    def render_change_form(
        self,
        request: HttpRequest,
        context: dict[str, Any],
        add: bool = False,
        change: bool = False,
        form_url: str = "",
        obj: Any = None,
    ) -> HttpResponse:
        submission = Submission.of(request)
        form = context["adminform"].form
        tell_known_choices(form.fields.items(), form.instance)
        context.update(
            version_name=VERSION,
            version=submission.version,
            meanwhile=self.shown_changes(submission.meanwhile[:10]),
            reason_field=form["reason"] if "reason" in form.fields else None,
            reason_optional=self._is_draft(obj),
            closed=obj is not None and not may_change(request.user, self.root_of(obj)),
            **self.form_context(request, obj, form),
        )
        return super().render_change_form(request, context, add, change, form_url, obj)

    def form_context(self, request: HttpRequest, obj: Any, form: Any) -> dict[str, Any]:
        """What the form's page shows besides the form."""
        return {}

    def _is_draft(self, obj: Any) -> bool:
        if obj is None:
            return self.root_field is None and issubclass(self.model, Stateful)
        return is_draft(self.root_of(obj))

    def formfield_for_dbfield(
        self, db_field: models.Field, request: HttpRequest, **kwargs: Any
    ) -> forms.Field | None:
        field = super().formfield_for_dbfield(db_field, request, **editing_field(db_field, kwargs))
        return without_deleting(field)

    def formfield_for_foreignkey(
        self, db_field: models.ForeignKey, request: HttpRequest, **kwargs: Any
    ) -> forms.ModelChoiceField | None:
        return super().formfield_for_foreignkey(
            db_field, request, **autocompleting(self, db_field, request, kwargs)
        )

    def formfield_for_manytomany(
        self, db_field: models.ManyToManyField, request: HttpRequest, **kwargs: Any
    ) -> forms.ModelMultipleChoiceField | None:
        return super().formfield_for_manytomany(
            db_field, request, **autocompleting(self, db_field, request, kwargs)
        )

    # Deleting

    def delete_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        obj = self.get_object(request, unquote(object_id))
        if obj is None or not self.has_delete_permission(request, obj):
            return super().delete_view(request, object_id, extra_context)
        kept = deleting.why_kept(obj)
        if not kept:
            try:
                return super().delete_view(request, object_id, extra_context)
            except ValidationError as refusal:
                tell_refusal(request, refusal, obj)
        else:
            self.message_user(request, kept, messages.ERROR)
        return HttpResponseRedirect(self._url("change", obj))

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        self._ask_for_reason(request, obj)
        deleting.delete(obj, request.user, Submission.of(request).reason)

    def delete_queryset(self, request: HttpRequest, queryset: models.QuerySet) -> None:
        reason = Submission.of(request).reason
        with recorded(request.user, reason):
            for obj in queryset:
                self._ask_for_reason(request, obj)
                try:
                    deleting.delete(obj, request.user, reason)
                except Refused as refusal:
                    raise Refused(
                        [f"“{obj}”: {sentence}" for sentence in refusal.messages], refusal.rule
                    ) from refusal

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        if any("\x00" in value for values in request.GET.lists() for value in values[1]):
            return HttpResponseRedirect(f"{request.path}?e=1")
        if not all(is_key(key) for key in request.POST.getlist(ACTION_CHECKBOX_NAME)):
            self.message_user(request, _("Choose rows of this list."), messages.ERROR)
            return HttpResponseRedirect(request.get_full_path())
        try:
            return super().changelist_view(request, extra_context)
        except ValidationError as refusal:
            tell_refusal(request, refusal)
            return HttpResponseRedirect(request.get_full_path())

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        return PrefetchingChangeList

    # The database keeps the history; Django's own would vanish with the user.

    def construct_change_message(
        self, request: HttpRequest, form: Any, formsets: Any, add: bool = False
    ) -> list[dict[str, Any]]:
        return []

    def log_addition(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        return None

    def log_change(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        return None

    def log_deletions(self, request: HttpRequest, queryset: Any) -> Any:
        return None

    # Addresses

    def _url_name(self, view: str) -> str:
        return f"admin:{self.opts.app_label}_{self.opts.model_name}_{view}"

    def _url(self, view: str, obj: Any) -> str:
        return reverse(self._url_name(view), args=[obj.pk], current_app=self.admin_site.name)

    def get_view_on_site_url(self, obj: Any = None) -> str | None:
        public = getattr(obj, "state", None) in (State.PUBLISHED, State.WITHDRAWN)
        return obj.get_absolute_url() if obj is not None and public else None
