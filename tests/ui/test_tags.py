"""Django's tags that are built in here: they say what Django's own would."""

from typing import Any
from uuid import UUID

import pytest
from django.template import Context, Template, TemplateSyntaxError
from django.urls import NoReverseMatch
from django.utils import translation

KEY = UUID("0b3f1f0e-5a4e-4f43-9d57-0c0a3f6b7a11")


def written(text: str, **given: Any) -> str:
    return Template(text).render(Context(given))


def test_words_are_said_in_the_language_of_each_reader() -> None:
    page = Template('{% translate "Tim saya" %}')
    said = []
    for language in ("id", "en", "id"):
        with translation.override(language):
            said.append(page.render(Context()))
    assert said == ["Tim saya", "My team", "Tim saya"]


def test_a_page_is_in_one_language() -> None:
    """What is looked up once a page would not notice another one inside it."""
    with pytest.raises(TemplateSyntaxError, match="language"):
        Template('{% language "en" %}{% translate "Tim saya" %}{% endlanguage %}')


@pytest.mark.parametrize(
    "text",
    [
        '{% translate "Tim saya" %}',
        '{% trans "Tim saya" %}',
        '{% translate "Tim saya" noop %}',
        '{% translate "Tim saya" as kata %}[{{ kata }}]',
        '{% translate "Tim saya" context "menu" %}',
        '{% translate "Tim saya"|upper %}',
        "{% translate kata %}",
        '{% translate "100% <b> & \'" %}',
        "{% blocktranslate with n=3 %}Unduh {{ n }} baris{% endblocktranslate %}",
        "{% get_current_language as b %}{{ b }}",
    ],
)
@pytest.mark.parametrize("language", ["id", "en"])
def test_words_are_what_django_makes_of_them(text: str, language: str) -> None:
    given = {"kata": "Tim saya"}
    with translation.override(language):
        assert written(text, **given) == written("{% load i18n %}" + text, **given)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{% url "home:beranda" %}', "/"),
        ('{% url "home:linimasa" pk %}', "/orang/7/"),
        ('{% url "home:linimasa" teks %}', "/orang/8/"),
        ('{% url "home:linimasa" pk=pk %}', "/orang/7/"),
        ("{% url view pk %}", "/orang/7/"),
        ('{% url "home:linimasa" pk as di %}[{{ di }}]', "[/orang/7/]"),
        ('{% url "home:linimasa" kosong as di %}[{{ di }}]', "[]"),
        ('{% url "monitoring:hasil" pk kunci %}', f"/kemajuan/hasil/7/{KEY}/"),
    ],
)
def test_addresses_are_what_django_makes_of_them(text: str, said: str) -> None:
    given = {"pk": 7, "teks": "8", "kosong": "", "kunci": KEY, "view": "home:linimasa"}
    assert written(text, **given) == said


def test_an_address_of_nothing_is_an_error() -> None:
    with pytest.raises(NoReverseMatch):
        written('{% url "home:linimasa" kosong %}', kosong="")
    with pytest.raises(NoReverseMatch):
        written('{% url "home:tidak_ada" 1 %}')


def test_form_fields_have_the_same_tags() -> None:
    from bina.ui.forms import Renderer

    found = Renderer().get_template("ui/form/boleh_kosong.html").template
    assert "Kata" in {type(one).__name__ for one in found.nodelist.get_nodes_by_type(object)}
