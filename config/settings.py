"""Settings of the site; everything that differs between installations comes from the environment.

Local use means: no ``DATABASE_URL``, or ``WORTLAUT_LOCAL=1``. Only then a secret key is made up,
pages are served without HTTPS and e-mails are printed instead of sent.
"""

from datetime import timedelta
from pathlib import Path

import environ
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from config.database import database
from config.secret_key import local_secret_key

env = environ.Env()
BASE_DIR = Path(__file__).resolve().parent.parent
# What this installation makes and no commit holds.
VAR_DIR = BASE_DIR / "var"

LOCAL = env.bool("WORTLAUT_LOCAL", default=not env.str("DATABASE_URL", default=""))
DEBUG = env.bool("DEBUG", default=False)
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["127.0.0.1", "localhost"] if LOCAL else [])

SECRET_KEY = env.str("SECRET_KEY", default="")
if not SECRET_KEY:
    if not LOCAL:
        raise ImproperlyConfigured(
            "SECRET_KEY is not set. With DATABASE_URL this is a production site, which needs a "
            "secret key of its own: at least 50 random characters, kept out of the repository. "
            "For local use set WORTLAUT_LOCAL=1 as well."
        )
    SECRET_KEY = local_secret_key(VAR_DIR / "secret_key")
SECRET_KEY_FALLBACKS = env.list("SECRET_KEY_FALLBACKS", default=[])

INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.postgres",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "axes",
    "corsheaders",
    "csp",
    "drf_spectacular",
    "knox",
    "pgtrigger",
    "pghistory",
    "procrastinate.contrib.django",
    "rest_framework",
    "quotes",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "corsheaders.middleware.CorsMiddleware",
    "config.lean_reads.LeanReads",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "config.language.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "quotes.pages.refusals.RefusalsMiddleware",
    "quotes.pages.direction.DirectionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "config.request_history.RequestHistoryMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    # Last, so that it sees the refusals of every other part.
    "axes.middleware.AxesMiddleware",
]
ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
]
DATABASES = {"default": database(env, BASE_DIR)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# The time of each change, not of its transaction: changes keep their order.
PGHISTORY_CREATED_AT_FUNCTION = "CLOCK_TIMESTAMP()"


# What the site says of itself and of its terms. A text is given as such (NAME) or as the path of a
# file in UTF-8 (NAME_FILE), which must be there.
def _text(name: str) -> str:
    path = env.str(f"{name}_FILE", default="")
    return Path(path).read_text(encoding="utf-8").strip() if path else env.str(name, default="")


WORTLAUT_IMPRINT = _text("WORTLAUT_IMPRINT")
WORTLAUT_PRIVACY = _text("WORTLAUT_PRIVACY")
WORTLAUT_CONTACT_EMAIL = env.str("WORTLAUT_CONTACT_EMAIL", default="")
# The terms of what editors record here (not of the sources): a name, the address of the text, and
# how the site wants to be named. Every answer of the API says so; empty names give no licence.
WORTLAUT_LICENCE = env.str("WORTLAUT_LICENCE", default="CC BY 4.0")
WORTLAUT_LICENCE_URL = env.str(
    "WORTLAUT_LICENCE_URL",
    default="https://creativecommons.org/licenses/by/4.0/" if WORTLAUT_LICENCE else "",
)
WORTLAUT_ATTRIBUTION = env.str("WORTLAUT_ATTRIBUTION", default="Wortlaut")

# Every so many days each article's page is looked at again, for changed texts and dead links; 0:
# never.
WORTLAUT_RECHECK_DAYS = env.int("WORTLAUT_RECHECK_DAYS", default=0)
# Hosts with ports ("127.0.0.1:9001") that captures may fetch from although they are not public.
WORTLAUT_CAPTURE_ALLOWED = env.list("WORTLAUT_CAPTURE_ALLOWED", default=[])
# Jobs stand in the site's own database; named here because nothing else imports them.
PROCRASTINATE_AUTODISCOVER_MODULE_NAME = None
PROCRASTINATE_IMPORT_PATHS = ["quotes.ingest.tasks"]

# Two pairs of eyes: who publishes an item is not its author.
WORTLAUT_TWO_PAIRS_OF_EYES = env.bool("WORTLAUT_TWO_PAIRS_OF_EYES", default=True)

# Who gets in.
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
LOGIN_URL = "admin:login"
LOGIN_REDIRECT_URL = "admin:index"
PASSWORD_RESET_TIMEOUT = int(timedelta(hours=4).total_seconds())
SESSION_COOKIE_AGE = int(timedelta(days=7).total_seconds())
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"

# Ten failed logins of one name from one address, and that pair waits a quarter of an hour. Kept
# in the database, which all workers share; the pair, so that nobody locks out somebody else.
AXES_HANDLER = "axes.handlers.database.AxesDatabaseHandler"
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_FAILURE_LIMIT = 10
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_RESET_ON_SUCCESS = True
AXES_DISABLE_ACCESS_LOG = True
AXES_LOCKOUT_TEMPLATE = "registration/locked_out.html"
AXES_CLIENT_IP_CALLABLE = "config.client_address.client_address"
AXES_VERBOSE = False

# What a browser may load: from this site only, nothing inline.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"

# HTTPS everywhere but in local use. A proxy in front of the site that ends HTTPS and sets (not
# passes on) X-Forwarded-Proto and X-Forwarded-For is named by TRUSTED_PROXIES=1.
TRUSTED_PROXIES = env.int("TRUSTED_PROXIES", default=0)
if TRUSTED_PROXIES:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = not LOCAL
SECURE_HSTS_SECONDS = 0 if LOCAL else env.int("SECURE_HSTS_SECONDS", default=31_536_000)
SECURE_HSTS_INCLUDE_SUBDOMAINS = not LOCAL
SECURE_HSTS_PRELOAD = not LOCAL
SESSION_COOKIE_SECURE = not LOCAL
CSRF_COOKIE_SECURE = not LOCAL
LANGUAGE_COOKIE_SECURE = not LOCAL
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_AGE = int(timedelta(days=365).total_seconds())
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])

# Bytes of a form without its files: a long article's text fits in many times over. Fields of a
# form: a statement with a hundred provisions, each in several languages.
DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5_000
# What readers send to public pages: a message, and no more.
LARGEST_BODY = 64 * 1024
DATA_UPLOAD_MAX_NUMBER_FILES = 20

vars().update(
    env.email_url("EMAIL_URL", default="consolemail://" if LOCAL else "smtp://localhost:25")
)
# Seconds: whoever answers a reader waits for the mail server.
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="wortlaut@localhost")
SERVER_EMAIL = DEFAULT_FROM_EMAIL

LANGUAGE_CODE = "en"
LANGUAGES = [("de", "Deutsch"), ("en", "English")]
LOCALE_PATHS = [BASE_DIR / "quotes" / "locale"]
TIME_ZONE = "Europe/Berlin"
USE_I18N = True
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = env.path("STATIC_ROOT", default=str(VAR_DIR / "static"))()
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

# Tokens of editors' tools: a model of our own, which leaves knox without a table.
KNOX_TOKEN_MODEL = "quotes.ApiToken"  # noqa: S105 (a name)
MIGRATION_MODULES = {"knox": None}
REST_KNOX = {
    "AUTH_HEADER_PREFIX": "Bearer",
    # So that a token that lies about is known for one; at most ten characters.
    "TOKEN_PREFIX": "wortlaut_",
    "TOKEN_TTL": timedelta(days=90),
}

# Files of all rows that one process sends at a time. Each takes a thread for as long as its reader
# takes to fetch it: fewer than the threads of a process (config/serve.py), so that one stays free.
FILES_AT_ONCE = env.int("FILES_AT_ONCE", default=1)
# How many more requests for files wait a moment for a place; each takes a thread meanwhile.
FILES_WAITING = env.int("FILES_WAITING", default=7)

# Pages of other sites may read the API; they bring no cookie and write nothing.
CORS_URLS_REGEX = r"^/api/"
CORS_ALLOW_ALL_ORIGINS = True
CORS_ALLOW_METHODS = ["GET", "HEAD", "OPTIONS"]
CORS_ALLOW_HEADERS = ["accept", "if-none-match"]
CORS_EXPOSE_HEADERS = ["ETag", "Link", "Retry-After", "RateLimit", "RateLimit-Policy"]
CORS_PREFLIGHT_MAX_AGE = int(timedelta(days=1).total_seconds())

# How often one address may ask the API, in each process of the site.
WORTLAUT_API_REQUESTS_PER_MINUTE = env.int("WORTLAUT_API_REQUESTS_PER_MINUTE", default=600)

REST_FRAMEWORK = {
    # Read only, and open to all: nobody logs in, so no answer depends on a cookie.
    "DEFAULT_AUTHENTICATION_CLASSES": [],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.AllowAny"],
    "UNAUTHENTICATED_USER": None,
    "DEFAULT_PARSER_CLASSES": ["rest_framework.parsers.JSONParser"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    # JSON alone: “?format=” is a parameter like any other unknown one.
    "URL_FORMAT_OVERRIDE": None,
    "DEFAULT_SCHEMA_CLASS": "quotes.api.schema.PublicSchema",
    "EXCEPTION_HANDLER": "quotes.api.problems.problem_response",
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Wortlaut",
    "DESCRIPTION": "Who said what, when; how do we know; and what became of it.",
    "VERSION": "1",
    "OAS_VERSION": "3.1.0",
    "SERVE_INCLUDE_SCHEMA": False,
    "SCHEMA_PATH_PREFIX": "/api/v1",
    "POSTPROCESSING_HOOKS": [
        "drf_spectacular.hooks.postprocess_schema_enums",
        "quotes.api.files.schema.with_files",
    ],
    # Several models have a “kind” or a “state”: each list of words is named after its model.
    "ENUM_NAME_OVERRIDES": {
        "StateEnum": "quotes.models.State",
        "CaptureReason": "quotes.ingest.capturing.REASONS",
        "ValueOrigin": "quotes.ingest.reading.Origin",
        **{
            name: f"quotes.models.{name}"
            for name in (
                "CaptureState",
                "ChangeKind",
                "CreditKind",
                "EventKind",
                "HopKind",
                "LinkKind",
                "NameKind",
                "OutletKind",
                "ProvisionKind",
                "RelationKind",
                "SpeakerKind",
                "StatementKind",
            )
        },
    },
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        # Django would e-mail errors to nobody; here they reach stderr through the root.
        "django": {"handlers": [], "level": "INFO", "propagate": True},
        "django.utils.autoreload": {"level": "INFO"},
        "django.server": {"handlers": ["stderr"], "level": "INFO", "propagate": False},
        "axes": {"level": "WARNING"},
        # A job that is taken up again says so at length; what came of it stands in its row.
        "procrastinate": {"level": "ERROR"},
        "psycopg.pool": {"level": "ERROR"},
    },
}
