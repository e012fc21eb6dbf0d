"""``telegram repair``: repairs listed with what they rest on, and applied only when asked."""

from tests.cli.test_call import HEADINGS, run

SOUND = (HEADINGS / "state-single.txt").read_bytes()
GARBLED = SOUND.replace(b"FM AMEMBASSY", b"NM AMEMBASSY")


def written(tmp_path, data):
    path = tmp_path / "message.txt"
    path.write_bytes(data)
    return path


def test_a_repair_is_listed_with_its_place_and_what_it_rests_on(tmp_path):
    path = written(tmp_path, GARBLED)
    result = run("repair", path)

    assert result.exit_code == 1
    first, kind, *reasons = result.stdout.splitlines()
    assert first.startswith(f"{path}:6:1: 'NM' -> 'FM'  ")
    assert kind == "  one impulse wrong"
    assert "  RUEHSN is AMEMBASSY SAN SALVADOR" in reasons
    assert path.read_bytes() == GARBLED


def test_of_a_file_of_several_messages_lines_count_through(tmp_path):
    result = run("repair", written(tmp_path, SOUND + GARBLED))

    line = len(SOUND.splitlines()) + 6
    assert result.stdout.partition(" ")[0].endswith(f":{line}:1:")


def test_a_sound_message_has_none(tmp_path):
    result = run("repair", written(tmp_path, SOUND))

    assert (result.exit_code, result.stdout) == (0, "Nothing to repair in 1 message\n")


def test_apply_writes_the_repaired_messages(tmp_path):
    result = run("repair", "--apply", written(tmp_path, GARBLED + SOUND))

    assert result.exit_code == 0
    assert result.stdout_bytes == SOUND * 2


def test_a_repair_below_the_least_confidence_is_not_applied(tmp_path):
    result = run("repair", "--apply", "--least", "1", written(tmp_path, GARBLED))

    assert result.stdout_bytes == GARBLED


def test_all_lists_rivals_too(tmp_path):
    path = written(tmp_path, SOUND.replace(b"P 141540Z", b"P 1415$0Z"))

    best, every = run("repair", path).stdout, run("repair", "--all", path).stdout

    assert best.count(" -> ") == 1 < every.count(" -> ")
    assert best in every
