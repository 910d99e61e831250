"""Logs as structured lines. They name acts and ids, never what people wrote."""

import logging
import re
from typing import Any

import structlog

_SHARED: list[Any] = [
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_log_level,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
]

structlog.configure(
    processors=[*_SHARED, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
    logger_factory=structlog.stdlib.LoggerFactory(),
    cache_logger_on_first_use=True,
)

# Whoever knows one of these addresses needs no account, so no log may keep one.
_SECRET = re.compile(r"/(kalender|kemajuan/layanan)/[^/\s?]{16,}")


class SecretAddresses(logging.Filter):
    """Django names the address of every refused request; of these only the beginning."""

    def filter(self, record: logging.LogRecord) -> bool:
        if isinstance(record.args, tuple):
            record.args = tuple(
                _SECRET.sub(r"/\1/***", one) if isinstance(one, str) else one for one in record.args
            )
        return True


LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "json": {
            "()": structlog.stdlib.ProcessorFormatter,
            "processor": structlog.processors.JSONRenderer(),
            "foreign_pre_chain": _SHARED,
        }
    },
    "filters": {"secret_addresses": {"()": SecretAddresses}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "json"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        "bina": {"level": "INFO"},
        "django.request": {"filters": ["secret_addresses"]},
        "django.server": {"filters": ["secret_addresses"]},
    },
}
