"""Which limits and weights has each module of structure, of which types? A class a table of rules/structure.toml, which tells of each."""

Kinds = frozenset[str]  # kinds of furniture, see rules/data/structure.toml
Words = tuple[str, ...]
ByLength = tuple[float, float, float]  # of a short, a middle, a long line
Pair = tuple[int, int]
Share = tuple[float, float]


class Anchors:
    sure: Kinds
    kinds: Kinds
    dated: Kinds
    beside: Kinds
    believed: float
    near: int
    titles: int
    passed: ByLength
    thin: float
    formed: float
    doubtful: float
    foreign_prose: float
    own_prose: float
    article: float
    article_cost: float
    counts: float
    counts_tail: float
    first: float
    between: float
    too_much: float
    menu_learned: float
    menu_known: float
    menu_rows: int
    menu_kinds: int
    menu_gap: int
    menu_paragraph: int
    menu_title: int
    menu_dates: Kinds


class Heading:
    again: float
    other: float
    worse: float
    times: float
    never: float
    above: int
    better: float
    second: int
    second_own: float
    sure: float
    unsure: float
    title_like: Kinds
    no_titles: Kinds
    no_lone_titles: Kinds
    no_own_titles: Kinds
    least: int
    least_between: int
    least_worded: int
    searched: int
    share: float


class Head:
    registered: int
    menu: int
    menu_word: int
    menu_sure: float
    reach: int
    small: int
    tiny: int
    stated: float
    certain: float
    longest: int
    menu_title: int
    below: Kinds
    dated: int
    crumb: int
    signed: int


class Tail:
    between_buttons: float
    buttons: int
    cost: ByLength
    thin: float
    listed: float
    listed_kinds: int
    own_prose: float
    article: float
    likely: float
    least: float
    twice: float
    repeated: float
    believed: float
    owned: float
    goes_on: int
    doubt: tuple[float, ...]
    doubt_anchored: tuple[float, ...]
    no_doubt: tuple[float, ...]
    sure: float
    begun: float
    last: int
    starts_from: float
    contact_from: float
    doubtful: Kinds
    doubtful_from: float
    goes_below: float
    goes_share: float
    reads_on: int
    above_from: float
    starts: Kinds
    stays: Kinds
    plain_dense: Pair
    plain_thin: Pair


class Headlines:
    least: int
    furniture: float
    even: float
    line: int
    longest: int
    gives_up: float
    mean: float
    dated: int
    mean_dated: float
    size: Pair
    fits: float
    sentences: float
    labels: int
    announces: float


class Plan:
    label: int
    rounds: int
    outer: int
    edges: Pair
    kinds: int
    dense: float
    paragraph: int
    saved: Pair
    survives: float
    not_found: float
    undoubted: float
    short_line: float
    peel: float
    cells: int
    run: int
    alone: float
    plain_run: int
    portal: int
    listed: float
    foreign: float
    edge: float
    spared: float
    near: int
    word: int
    spoken: int
    dates: Kinds


class Grown:
    line: Pair
    least: int
    sure: float
    mean: float
    alone: float
    above: Share
    edge: float
    own: float
    gives_up: float


class Worth:
    unit: int
    least: float
    most: float
    short: int
    middle: int
    loose: ByLength
    bare: float
    doubted: float
    sure: float
    nothing: float
    surely: float
    furniture: float
    marker: float
    against: float
    gap: float
    many: int
    several: int
    long_title: int
    foreign: float
    article: float


class Evidence:
    safe: float
    confidence: tuple[float, ...]
    quoted: int
