"""The hat: anybody can repeat a draw with ``sha256sum``, and gets the same order."""

from service.voting import draw
from service.voting.hat import drawn_places, fingerprint

# printf '%s' '4711/1' | sha256sum, and so on
BY_SHA256SUM = {
    1: "3fdc76314f26bc3ce6cda35deffcbeef41dcf060a7aecaf318a9a2368f664083",
    2: "70305aebb0caca91117c824154c0e9b883133f2683a0a1b37d655f744083f083",
    3: "61dd569a4ba731127f145e18d66dc6abc81f06d8ba8d585896034db74438d491",
}


def test_fingerprint_is_what_sha256sum_says():
    ours = {number: fingerprint("4711", number) for number in BY_SHA256SUM}

    assert ours == BY_SHA256SUM


def test_slips_come_out_by_their_fingerprints_lowest_first():
    assert draw("4711", ["Ann B.", "Bob C.", "Éva D."]) == (
        "Ann B.",
        "Éva D.",
        "Bob C.",
    )


def test_another_seed_is_another_draw():
    firsts = {draw(str(seed), ["Ann", "Bob", "Cleo"])[0] for seed in range(20)}

    assert firsts == {"Ann", "Bob", "Cleo"}


def test_two_of_one_name_are_two_slips():
    assert sorted(drawn_places("4711", 2)) == [0, 1]


def test_a_name_that_was_forgotten_changes_no_draw():
    known = draw("4711", ["Ann B.", "Bob C."]).index("Ann B.")
    forgotten = draw("4711", ["A former member", "Bob C."]).index("A former member")

    assert known == forgotten


def test_first_slip_is_no_likelier_than_the_last():
    firsts = [drawn_places(f"seed {n}", 4)[0] for n in range(4000)]

    assert all(900 < firsts.count(place) < 1100 for place in range(4))


def test_hat_without_slips_gives_nobody():
    assert draw("4711", []) == ()
