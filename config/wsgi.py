"""WSGI entry point."""

import os

from django.core.wsgi import get_wsgi_application

from config.request_encoding import utf_8_only
from config.request_length import length_told

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
application = utf_8_only(length_told(get_wsgi_application()))
