"""Words of Django's own pages that have no German yet, or not that of our pages: ours stand in.

Named here so that they are found with all other strings; no page imports them. A test says which
of the missing ones Django has learnt meanwhile.
"""

from django.utils.translation import gettext_noop as _

WITHOUT_GERMAN = (
    # Accounts
    _("After you’ve created a user, you’ll be able to edit more user options."),
    _("Password-based authentication"),
    _("Enabled"),
    _("Disabled"),
    _(
        "Whether the user will be able to authenticate using a password or not. If disabled, they"
        " may still be able to authenticate using other backends, such as Single Sign-On or LDAP."
    ),
    _("Raw passwords are not stored, so there is no way to see the user’s password."),
    _("Set password: %s"),
    _("Reset password"),
    _("Enable password-based authentication"),
    _("Enable password-based authentication for this user by setting a password."),
    _("This action will <strong>enable</strong> password-based authentication for this user."),
    _("Disable password-based authentication"),
    _("Password-based authentication was disabled."),
    _("Conflicting form data submitted. Please try again."),
    # The e-mail with a link to a new password
    _("In case you’ve forgotten, you are:"),
    # Choices
    _("%(model)s instance with %(field)s %(value)r is not a valid choice."),
)

WITH_OTHER_GERMAN = (
    # „Speichern“ here as on every other page
    _("Save"),
    _("Save as new"),
    _("Save and add another"),
    _("Save and continue editing"),
    _("Save and view"),
    # Faulty
    _("Enter the same password as before, for verification."),
    _(
        "Please enter your old password, for security’s sake, and then enter your new password"
        " twice so we can verify you typed it in correctly."
    ),
    _(
        "Please enter the correct %(username)s and password for a staff account. Note that both"
        " fields may be case-sensitive."
    ),
    _("Password reset sent"),
)
