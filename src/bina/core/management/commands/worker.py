"""`bina worker`: does background work and keeps the schedule."""

from importlib import import_module

from django.apps import apps
from django.core.management.base import BaseCommand, CommandParser
from django.utils.module_loading import module_has_submodule

from bina.core.queue import huey


class Command(BaseCommand):
    help = "Run background work. Any number may run; the schedule is kept once."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--threads", type=int, default=1)

    def handle(self, *args: object, threads: int, **options: object) -> None:
        for config in apps.get_app_configs():
            if config.module and module_has_submodule(config.module, "tasks"):
                import_module(f"{config.name}.tasks")
        consumer = huey.create_consumer(
            workers=threads, worker_type="thread", initial_delay=0.1, max_delay=1.0, backoff=1.3
        )
        consumer.run()
