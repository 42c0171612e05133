"""Where each part of the site answers."""

from django.contrib.auth import views as accounts
from django.urls import include, path

from quotes.admin import site

urlpatterns = [
    path(
        "admin/password_reset/", accounts.PasswordResetView.as_view(), name="admin_password_reset"
    ),
    path(
        "admin/password_reset/done/",
        accounts.PasswordResetDoneView.as_view(),
        name="password_reset_done",
    ),
    path(
        "admin/reset/<uidb64>/<token>/",
        accounts.PasswordResetConfirmView.as_view(),
        name="password_reset_confirm",
    ),
    path(
        "admin/reset/done/",
        accounts.PasswordResetCompleteView.as_view(),
        name="password_reset_complete",
    ),
    path("admin/", site.urls),
    path("api/", include("quotes.api.urls")),
    path("", include("quotes.pages.urls")),
]
handler400 = "quotes.pages.errors.bad_request"
handler404 = "quotes.pages.errors.not_found"
