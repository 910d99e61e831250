"""`bina workflow draw DIR`: every flow as a diagram."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandParser

from bina.core.workflow import FLOWS, draw


class Command(BaseCommand):
    help = "Draw every workflow as a Mermaid diagram into a folder (default docs/alur)."

    def add_arguments(self, parser: CommandParser) -> None:
        acts = parser.add_subparsers(dest="act", required=True)
        drawing = acts.add_parser("draw")
        drawing.add_argument("folder", nargs="?", default="docs/alur", type=Path)

    def handle(self, *args: object, folder: Path, **options: object) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        for name, flow in sorted(FLOWS.items()):
            text = f"# {name}\n\n```mermaid\n{draw(flow)}```\n"
            (folder / f"{name}.md").write_text(text)
            self.stdout.write(str(folder / f"{name}.md"))
