"""What is drawn or named in the documents is what the code does."""

from pathlib import Path

from bina.core.workflow import FLOWS, draw

ROOT = Path(__file__).resolve().parents[1]


def test_the_drawn_workflows_are_those_of_the_code() -> None:
    drawn = {path.stem: path.read_text() for path in (ROOT / "docs" / "alur").glob("*.md")}
    assert drawn == {
        name: f"# {name}\n\n```mermaid\n{draw(flow)}```\n" for name, flow in FLOWS.items()
    }


def test_the_readme_names_the_two_commands_and_only_pictures_that_exist() -> None:
    readme = (ROOT / "README.md").read_text()
    assert "make demo" in readme
    assert "make test" in readme
    for picture in ("beranda", "tim", "formulir"):
        assert (ROOT / "docs" / "gambar" / f"{picture}.png").is_file()
        assert f"docs/gambar/{picture}.png" in readme
