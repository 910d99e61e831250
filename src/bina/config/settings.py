"""Django's settings. Everything that differs between places comes from the environment."""

from bina.config import environment
from bina.config.logs import LOGGING  # noqa: F401  Django reads it here

ENV = environment.read()

BINA_DEMO = ENV.demo
BINA_KOMPONEN = ENV.debug or ENV.demo
BINA_NAMA_INSTANSI = environment.os.environ.get("BINA_NAMA_INSTANSI", "")
BINA_VAR = ENV.var
BINA_ASSETS_DIR = ENV.var / "assets"
BINA_BERKAS_DIR = ENV.var / "berkas"
BINA_BERKAS_MAKSIMUM = 10 * 1024 * 1024

DEBUG = ENV.debug
SECRET_KEY = ENV.secret_key
BINA_KUNCI_SEGEL = ENV.seal_keys
ALLOWED_HOSTS = ENV.hosts
ROOT_URLCONF = "bina.config.urls"
WSGI_APPLICATION = "bina.config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
DATABASES = {"default": ENV.database}
CACHES = {
    "default": {
        # Shared by all processes, so that rate limits hold however many there are.
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "core_cache",
        # Full, it throws out a third at random: rate limits must not go with it.
        "OPTIONS": {"MAX_ENTRIES": 200_000},
    }
}

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",
    "bina.ui",
    "bina.accounts",  # before allauth, whose pages it draws anew
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "csp",
    "django_htmx",
    "django_prometheus",
    "bina.core",
    "bina.access",
    "bina.people",
    "bina.law",
    "bina.documents",
    "bina.planning",
    "bina.monitoring",
    "bina.dialog",
    "bina.appraisal",
    "bina.competency",
    "bina.guidance",
    "bina.home",
    "bina.demo",
]

MIDDLEWARE = [
    "django_prometheus.middleware.PrometheusBeforeMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "bina.ui.middleware.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "bina.accounts.middleware.LoginRequiredMiddleware",
    "bina.accounts.middleware.SecondFactorMiddleware",
    "bina.people.middleware.AgencyMiddleware",
    "bina.ui.middleware.MenuMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_prometheus.middleware.PrometheusAfterMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "bina.ui.context.shell",
            ],
            "builtins": ["bina.ui.tags"],
        },
    }
]
FORM_RENDERER = "bina.ui.forms.Renderer"

# Who signs in, and how (docs/adr/0005).
AUTH_USER_MODEL = "accounts.Orang"
AUTHENTICATION_BACKENDS = ["bina.accounts.backends.NipOrEmailBackend"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home:beranda"
LOGOUT_REDIRECT_URL = "account_login"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation." + name, "OPTIONS": options}
    for name, options in (
        ("UserAttributeSimilarityValidator", {"user_attributes": ("nama", "email", "nip")}),
        ("MinimumLengthValidator", {"min_length": 10}),
        ("CommonPasswordValidator", {}),
        ("NumericPasswordValidator", {}),
    )
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
    "django.contrib.auth.hashers.ScryptPasswordHasher",
]
PASSWORD_RESET_TIMEOUT = 3600
ACCOUNT_ADAPTER = "bina.accounts.adapter.Adapter"
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]  # sign-in has a password only if these do
ACCOUNT_USER_MODEL_USERNAME_FIELD = "nip"
ACCOUNT_USER_MODEL_EMAIL_FIELD = "email"
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = True
ACCOUNT_PASSWORD_RESET_TOKEN_GENERATOR = "bina.accounts.tokens.TokenGenerator"  # noqa: S105
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = "[Bina] "
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_FORMS = {
    "login": "bina.accounts.forms.LoginForm",
    "reauthenticate": "bina.accounts.forms.ReauthenticateForm",
    "change_password": "bina.accounts.forms.ChangePasswordForm",
    "reset_password": "bina.accounts.forms.ResetPasswordForm",
    "reset_password_from_key": "bina.accounts.forms.ResetPasswordKeyForm",
}
# An agency's thousands often come from one address: per person strict, per address wide.
ACCOUNT_RATE_LIMITS = {
    "login": "300/m/ip",
    "login_failed": "60/m/ip,5/5m/key",
    "reset_password": "20/m/ip,3/h/key",
    "reset_password_from_key": "60/m/ip",
    "change_password": "5/m/user",
    "reauthenticate": "10/m/user",
}
# A counter with many visitors has one address.
BINA_RATE_LIMITS = {"tautan_umpan_balik": "60/m/ip", "kalender": "120/m/ip"}
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Bina"
MFA_TOTP_TOLERANCE = 1
MFA_ADAPTER = "bina.accounts.adapter.MfaAdapter"
MFA_ALLOW_UNVERIFIED_EMAIL = True  # addresses come from the staff file, nobody signs up
MFA_RECOVERY_CODE_COUNT = 10
MFA_FORMS = {
    "authenticate": "bina.accounts.forms.AuthenticateForm",
    "reauthenticate": "bina.accounts.forms.MfaReauthenticateForm",
    "activate_totp": "bina.accounts.forms.ActivateTOTPForm",
}
# How many proxies of ours stand before Bina: whose word about the client's address counts.
ALLAUTH_TRUSTED_PROXY_COUNT = int(
    environment.os.environ.get("BINA_PROXIES") or (1 if ENV.production else 0)
)

SESSION_COOKIE_AGE = 12 * 3600
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = ENV.production
SECURE_SSL_REDIRECT = ENV.production
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if ENV.production else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = ENV.production
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
if ENV.production:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ENV.hosts]

_SELF = ["'self'"]
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": _SELF,
        "style-src": _SELF,
        "font-src": _SELF,
        "img-src": _SELF,
        "connect-src": _SELF,
        "form-action": _SELF,
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
    }
}

LANGUAGE_CODE = "id"
LANGUAGES = [("id", "Bahasa Indonesia"), ("en", "English")]
TIME_ZONE = environment.os.environ.get("BINA_TIME_ZONE", "Asia/Jakarta")
USE_I18N = USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = ENV.var / "static"
STATICFILES_DIRS = [BINA_ASSETS_DIR]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
MEDIA_ROOT = BINA_BERKAS_DIR
FILE_UPLOAD_PERMISSIONS = 0o600
FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o700
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000

EMAIL_BACKEND = (
    "django.core.mail.backends.smtp.EmailBackend"
    if ENV.production
    else "django.core.mail.backends.filebased.EmailBackend"
)
EMAIL_FILE_PATH = ENV.var / "surat"
EMAIL_HOST = environment.os.environ.get("BINA_EMAIL_HOST", "localhost")
EMAIL_HOST_USER = environment.os.environ.get("BINA_EMAIL_USER", "")
EMAIL_HOST_PASSWORD = environment.os.environ.get("BINA_EMAIL_PASSWORD", "")
EMAIL_USE_TLS = ENV.production
DEFAULT_FROM_EMAIL = environment.os.environ.get("BINA_EMAIL_FROM", "bina@localhost")

# Its own migration sets the table up; nothing of ours hangs on these.
SILENCED_SYSTEM_CHECKS: list[str] = []
