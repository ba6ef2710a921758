"""What is talked of around a gap says which hidden word belongs there."""

from array import array

from cqclean.find.masks.meaning import HEADER, LEAST, WORD, Meaning, features, key, meaning


def made(vectors: dict[str, tuple[int, int]]) -> Meaning:
    """The vectors of some features and words, as the file holds them."""
    keys, numbers = array("I", map(key, vectors)), array("b", [number for vector in vectors.values() for number in vector])
    return Meaning(HEADER.pack(2, len(vectors), 0.5) + keys.tobytes() + numbers.tobytes())


def test_a_word_fits_where_what_stands_around_points_its_way() -> None:
    known = made({"w查获": (4, 0), "w公斤": (2, 1), f"{WORD}冰毒": (3, 0), f"{WORD}诗歌": (-3, 0)})
    around = known.around("民警当场查获", "三公斤")
    assert around == (6, 1)
    assert known.fits("冰毒", around) == 9.0
    assert known.fits("诗歌", around) == -9.0


def test_what_was_not_learned_says_nothing() -> None:
    known = made({"w查获": (4, 0)})
    assert known.around("一二三", "四五六") == (0, 0)
    assert known.fits("冰毒", (4, 0)) == LEAST


def test_an_end_of_the_text_has_no_features_on_its_side() -> None:
    assert list(features("", "")) == []
    assert {"l1b", "l2a", "Lab", "wab"} == set(features("ab", ""))


def test_the_vectors_that_ship_know_what_goes_together() -> None:
    known = meaning()
    around = known.around("民警在出租屋内当场查获", "三公斤，嫌疑人因贩卖被刑拘")
    assert known.fits("冰毒", around) > known.fits("性感", around)
