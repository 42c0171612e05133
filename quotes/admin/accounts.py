"""Who works here: accounts and groups. What they did is kept when they go."""

from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.models import Group, User

from .site import site


@admin.register(User, site=site)
class AccountAdmin(UserAdmin):
    list_display = ("username", "first_name", "last_name", "email", "is_active", "last_login")
    list_filter = ("is_active", "groups", "is_superuser")
    show_full_result_count = False


@admin.register(Group, site=site)
class AccountGroupAdmin(GroupAdmin):
    show_full_result_count = False
