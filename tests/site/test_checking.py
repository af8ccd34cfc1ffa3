"""`fixlog.check` names what is wrong with a built site."""

from __future__ import annotations

import pytest

import fixlog


@pytest.fixture
def built(demo, tmp_path):
    fixlog.build(demo, tmp_path / "out")
    return tmp_path / "out"


def test_a_folder_that_is_no_site_is_named(tmp_path):
    assert fixlog.check(tmp_path)[0].startswith("index.html: is missing")


@pytest.mark.parametrize(
    ("added", "fault"),
    [
        ('<a href="gone/">x</a>', "the link 'gone/' leads nowhere"),
        ('<a href="fixes/#gone">x</a>', "leads to an anchor that is not there"),
        ('<a href="../outside">x</a>', None),
        ('<a href="javascript:x">x</a>', "of a kind that pages may not hold"),
        ("<script>1</script>", "it holds an inline script"),
        ('<script src="https://elsewhere.example/x.js"></script>', "from elsewhere"),
        ('<p onclick="x">x</p>', "<p> has onclick"),
        ('<img src="gone.png">', "the link 'gone.png' leads nowhere"),
        ('<p id="lately">x</p>', "stands there twice"),
    ],
)
def test_faults_of_a_page_are_named(built, added, fault):
    page = built / "index.html"
    page.write_text(page.read_text("utf-8").replace("</main>", f"{added}</main>"), "utf-8")
    faults = fixlog.check(built)
    assert len(faults) == 1
    assert faults[0].startswith("index.html: ")
    assert fault is None or fault in faults[0]


def test_a_missing_style_sheet_is_named_on_every_page(built):
    (built / "assets/fixlog.css").unlink()
    pages = [path for path in built.rglob("*.html") if b'http-equiv="refresh"' not in path.read_bytes()]
    assert len(fixlog.check(built)) == len(pages)
