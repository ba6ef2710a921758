"""Which limits has each module of structure that decides what goes or stays between an article's ends? See tables.py."""

from cqclean.find.structure.tables import Kinds, Pair, Share, Words


class Thread:
    kinds: Kinds
    longest: int
    beats: int
    spoken: float
    written: float
    post: float
    never: float
    foreign: float
    around: int
    button: float
    name: float
    floors: int


class Facts:
    grid: float
    surely: float
    register: int
    distinct: float
    least: int
    most: int
    value: int
    fact: int
    word: int
    shared: Kinds
    several: int
    ends: Words
    label: int
    valued: float
    figures: float
    cell: int
    columns: int
    cells: int
    numbers: Share
    kinds: Kinds
    reach: int


class Repeats:
    least: int
    longest: int
    pages: int
    buttons: Kinds
    words: Words
    name: int
    item: int
    tab: int
    contents: list[str]
    whole: Words
    digest: int


class Title:
    reach: int
    size: Pair
    shared: float
    rival: float
    denser: float
    speaks: float
    unlike: float
    named: int
    begins: float
    text: float
    maybe: Kinds


class Overlooked:
    most: int
    speaks: float
    shared: Pair
    share: Share
    name: int
    reach: int
    facts: int
    long: int


class Inserts:
    amid: float
    run: int
    inner: float
    known: float
    mean: float
    buttons: Kinds
    buttons_from: float
    asides: Kinds
    asides_from: float
    doubtful: Kinds
    doubtful_from: float
    both: float
    sure: float
