"""The background work of this room; loading it registers the handlers."""


def load() -> None:
    """Import the modules whose handlers `core.jobs` runs."""
    import bina.people.imports.work  # noqa: F401
    from bina.people.imports.preview import register_states

    register_states()
