"""Sentences written by others for the project: what must stay stays, and most of what should change does (tests/data/sentences)."""

import json
from pathlib import Path
from typing import Any

import pytest

from cqclean import clean

SENTENCES = Path(__file__).parent / "data/sentences"


def rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (SENTENCES / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


def bare(text: str) -> str:
    """A text without the punctuation and blank lines that a cut may leave at its edges."""
    return text.strip().rstrip("。，；！, ").replace("\n\n", "\n")


@pytest.mark.parametrize("name", ["variants_keep_dev", "contact_keep_dev", "variants_keep_own", "contact_keep_own"])
def test_honest_sentences_stay(name: str) -> None:
    assert [row["text"] for row in rows(name) if clean(row["text"]).strip() != row["text"].strip()] == []


@pytest.mark.parametrize(("name", "share"), [("contact_delete_dev", 0.98), ("contact_delete_own", 0.96)])
def test_contacts_go(name: str, share: float) -> None:
    found = rows(name)
    assert sum(row["found"] not in clean(row["text"]) for row in found) >= share * len(found)


@pytest.mark.parametrize(("name", "share"), [("contact_delete_dev", 0.97), ("contact_delete_own", 0.95)])
def test_the_text_beside_a_contact_stays_and_no_more(name: str, share: float) -> None:
    found = rows(name)
    rests = [row["text"][: row["span"][0]] + row["text"][row["span"][1] :] for row in found]
    assert sum(bare(clean(row["text"])) == bare(rest) for row, rest in zip(found, rests, strict=True)) >= share * len(found)


@pytest.mark.parametrize(("name", "share"), [("variants_change_dev", 0.98), ("variants_change_own", 0.92)])
def test_dodged_characters_are_mended(name: str, share: float) -> None:
    found = rows(name)
    assert sum(row["edited"] in clean(row["text"]) and row.get("found", "\n") not in clean(row["text"]) for row in found) >= share * len(
        found
    )


@pytest.mark.parametrize(("group", "share"), [("contact", 0.9), ("variant", 0.93), ("keep", 1.0)])
def test_fresh_sentences_read_as_meant(group: str, share: float) -> None:
    found = [row for row in rows("fresh") if row["group"] == group]
    assert sum(bare(clean(row["text"])) == bare(row["clean"]) for row in found) >= share * len(found)


@pytest.mark.parametrize(
    ("group", "share"), [("contact", 0.81), ("variant", 0.92)]
)  # half of the contacts since w8 name no number, and most of w24 to w27
def test_written_sentences_read_as_meant(group: str, share: float) -> None:
    found = [row for row in rows("written") if row["group"] == group]
    kept, changed = [[row for row in found if (row["text"] == row["clean"]) == stays] for stays in (True, False)]
    assert [row["id"] for row in kept if clean(row["text"]) != row["text"]] == []
    assert sum(bare(clean(row["text"])) == bare(row["clean"]) for row in changed) >= share * len(changed)


@pytest.mark.parametrize("name", ["masks_dev", "masks_held"])
def test_stars_that_are_no_mask_stay(name: str) -> None:
    others = [(row["context"], *row["span"]) for row in rows(name) if not row["mask"]]
    assert others
    assert [text for text, start, end in others if text[max(0, start - 2) : end + 2] not in clean(text)] == []


def test_two_masks_are_told_from_the_ends_of_emphasis() -> None:
    assert clean("这是一个***非常重要***的开关。") == "这是一个***非常重要***的开关。"
    assert clean("壮大战略***新兴产业，推广功能***材料。") == "壮大战略性新兴产业，推广功能性材料。"
