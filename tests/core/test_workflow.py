"""Workflows as tables: what may follow what."""

import pytest

from bina.core.workflow import FLOWS, Flow, WrongState, draw, step


@pytest.fixture
def letter() -> Flow:
    """A letter is written, sent, answered; a sent one may be called back."""
    before = dict(FLOWS)
    yield Flow(
        "surat_uji",
        step("kirim", sources=["ditulis"], to="dikirim"),
        step("tarik", sources=["dikirim"], to="ditulis"),
        step("jawab", sources=["dikirim"], to="dijawab"),
        start="ditulis",
    )
    FLOWS.clear()
    FLOWS.update(before)


def test_a_step_leads_from_its_source_to_its_target(letter: Flow) -> None:
    assert letter.take("kirim", "ditulis") == "dikirim"


def test_a_step_out_of_turn_is_refused_and_says_which(letter: Flow) -> None:
    with pytest.raises(WrongState, match=r"surat_uji\.jawab: not from ditulis"):
        letter.take("jawab", "ditulis")


def test_a_step_nobody_named_does_not_exist(letter: Flow) -> None:
    with pytest.raises(KeyError):
        letter.take("bakar", "ditulis")


def test_the_steps_open_now_come_in_the_order_of_the_table(letter: Flow) -> None:
    assert letter.open_from("dikirim") == ["tarik", "jawab"]
    assert letter.open_from("dijawab") == []


def test_every_state_is_listed_once_the_first_one_first(letter: Flow) -> None:
    assert letter.states() == ["ditulis", "dikirim", "dijawab"]


def test_a_flow_is_drawn(letter: Flow) -> None:
    assert draw(letter).splitlines() == [
        "stateDiagram-v2",
        "    [*] --> ditulis",
        "    ditulis --> dikirim: kirim",
        "    dikirim --> ditulis: tarik",
        "    dikirim --> dijawab: jawab",
    ]


def test_in_every_flow_each_state_can_be_reached() -> None:
    for flow in FLOWS.values():
        reached = {flow.start}
        for _ in flow.steps:
            for one in flow.steps.values():
                if one.sources & reached:
                    reached.add(one.target)
        assert set(flow.states()) == reached, flow.name
