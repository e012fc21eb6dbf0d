"""``telegram join``: sections in one file or many, made whole."""

import json

from tests.cli.test_call import run
from tests.joining.splitter import HEAD, message, sections

TEXTS = ["1. (U) A.\n\n", "2. (U) B.\n\n", "3. (U) C.\n\n"]
WHOLE = message(HEAD + "".join(TEXTS))


def test_sections_in_several_files_are_one_telegram(tmp_path):
    for number, text in enumerate(sections(TEXTS)):
        (tmp_path / f"{9 - number}.txt").write_text(text)

    result = run("join", tmp_path)

    assert (result.exit_code, result.stdout, result.stderr) == (0, WHOLE, "")


def test_what_is_no_section_passes_unchanged_and_ends_its_line(tmp_path):
    other = WHOLE.replace("061840Z", "071200Z").removesuffix("\n").replace("\n", "\r\r\n")
    (tmp_path / "a.txt").write_bytes(other.encode() + b"\r\r\n" + "".join(sections(TEXTS)).encode())

    result = run("join", tmp_path)

    assert result.stdout_bytes == other.encode() + b"\r\r\n" + WHOLE.encode()


def test_a_missing_section_is_an_error_with_file_and_line(tmp_path):
    path = tmp_path / "part.txt"
    path.write_text("".join(sections(TEXTS)[::2]))

    result = run("join", path)

    assert result.exit_code == 1
    assert result.stderr.startswith(
        f"{path}:33:7: error: TG871 section-missing: section 2 of 3 missing\n"
        "   33 | UNCLAS SECTION 03 OF 03 PORT MERIDIAN 000412\n"
    )
    assert result.stdout == message(HEAD + TEXTS[0] + TEXTS[2])


def test_telegrams_are_written_to_a_folder_once(tmp_path):
    path = tmp_path / "all.txt"
    path.write_text("".join(sections(TEXTS)) + WHOLE.replace("061840Z", "071200Z"))
    folder = tmp_path / "whole"

    result = run("join", path, "--out", folder)
    again = run("join", path, "--out", folder)

    assert result.exit_code == 0
    assert result.stdout == (
        f"{folder}/0001_061840Z-JUN-06_AMEMBASSY-PORT-MERIDIAN.txt (3 sections)\n"
        f"{folder}/0002_071200Z-JUN-06_AMEMBASSY-PORT-MERIDIAN.txt\n"
    )
    assert (folder / "0001_061840Z-JUN-06_AMEMBASSY-PORT-MERIDIAN.txt").read_text() == WHOLE
    assert again.exit_code == 2
    assert "is there already; --force overwrites" in again.stderr
    assert run("join", path, "--out", folder, "--force").exit_code == 0


def test_documents_say_what_is_missing(tmp_path):
    path = tmp_path / "part.txt"
    path.write_text(sections(TEXTS)[1])

    result = run("join", "--format", "json", path)

    document = json.loads(result.stdout)
    assert (document["missing"], document["telegram"]["section"]) == ([1, 3], None)
    assert run("join", "--format", "json", "--out", tmp_path, path).exit_code == 2
