"""``telegram split``: one file a message, byte for byte."""

import pytest

from tests.cli.test_call import HEADINGS, process, run

PARTS = [
    (HEADINGS / f"{name}.txt").read_bytes()
    for name in ("janap128-narrative", "state-single", "acp127-base", "janap128-narrative")
]
NAMES = [
    "0001_151530Z-APR-02_EXERCISE-WING-ONE-TRAINING-AFB.txt",
    "0002_141540Z-MAR-11_AMEMBASSY-SAN-SALVADOR.txt",
    "0003_221854Z-APR-2015_EXERCISE-HQ-ALFA.txt",
    "0004_151530Z-APR-02_EXERCISE-WING-ONE-TRAINING-AFB.txt",
]


@pytest.fixture
def archive(tmp_path):
    path = tmp_path / "archive.txt"
    path.write_bytes(b"".join(PARTS))
    return path


def test_each_message_becomes_a_file_with_its_bytes(archive, tmp_path):
    out = tmp_path / "new" / "out"
    result = run("split", archive, "--out", out)
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [str(out / name) for name in NAMES]
    assert sorted(path.name for path in out.iterdir()) == NAMES
    assert [(out / name).read_bytes() for name in NAMES] == PARTS


@pytest.mark.parametrize("ending", [b"\r\n", b"\r\r\n", b"\r"])
def test_line_ends_and_foreign_bytes_survive(ending, tmp_path):
    data = b"".join(PARTS).replace(b"EXERCISE", b"EX\xc9RCISE").replace(b"\n", ending) + ending * 3
    done = process("split", "-", "--out", tmp_path / "out", input=data)
    assert (done.returncode, done.stderr) == (0, b"")
    written = sorted((tmp_path / "out").iterdir())
    assert len(written) == len(PARTS)
    assert b"".join(path.read_bytes() for path in written) == data


def test_standard_input_is_read_where_no_file_is_given():
    listed = process("split", "--list", input=b"".join(PARTS))
    assert listed.returncode == 0
    assert len(listed.stdout.splitlines()) == 1 + len(PARTS)


def test_nothing_is_overwritten_unless_forced(archive, tmp_path):
    out = tmp_path / "out"
    out.mkdir()
    (out / NAMES[1]).write_bytes(b"mine")
    refused = run("split", archive, "--out", out)
    assert refused.exit_code == 2
    assert refused.stderr == f"telegram: {out / NAMES[1]}: is there already; --force overwrites\n"
    assert (out / NAMES[1]).read_bytes() == b"mine"
    assert run("split", archive, "--out", out, "--force").exit_code == 0
    assert [(out / name).read_bytes() for name in NAMES] == PARTS


def test_the_file_being_cut_is_never_overwritten(tmp_path):
    archive = tmp_path / NAMES[0]
    archive.write_bytes(b"".join(PARTS))
    assert run("split", archive, "--out", tmp_path, "--force").exit_code == 2
    assert archive.read_bytes() == b"".join(PARTS)


def test_a_listing_writes_nothing(archive, tmp_path):
    result = run("split", archive, "--list")
    assert result.exit_code == 0
    assert list(tmp_path.iterdir()) == [archive]
    titles, *rows = (line.split() for line in result.stdout.splitlines())
    assert titles == ["number", "start", "bytes", "dialect", "precedence", "released", "from"]
    starts = [sum(map(len, PARTS[:index])) for index in range(len(PARTS))]
    assert [row[:5] for row in rows] == [
        [str(number), str(start), str(len(part)), dialect, precedence]
        for number, (start, part, (dialect, precedence)) in enumerate(
            zip(
                starts,
                PARTS,
                [
                    ("janap128", "ROUTINE"),
                    ("acp127-us", "PRIORITY"),
                    ("acp127", "ROUTINE"),
                    ("janap128", "ROUTINE"),
                ],
                strict=True,
            ),
            1,
        )
    ]
    assert rows[1][5:] == ["141540Z", "MAR", "11", "AMEMBASSY", "SAN", "SALVADOR"]


def test_a_missing_file_is_one_line(tmp_path):
    result = run("split", tmp_path / "gone.txt", "--out", tmp_path / "out")
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
    assert not (tmp_path / "out").exists()
