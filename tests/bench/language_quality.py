"""How often the language of a review is known by its first ten words.

Run: python tests/bench/language_quality.py [--wrong]. Three sources:
- `language_sentences/`, one file a language: sentences made up for this, in the manner of reviews; 40 each where the
  data sets have little, 20 each for English, German, French and Spanish. Split in two by hash: the second half was not
  looked at while the word lists were tuned. Whoever wrote the lists wrote the sentences, too.
- the reviews of replies_firefox_android_2018.csv with the language of their writer's phone, as it stands (eight
  languages), and with `language_labels.json` beside it: hash of text → the language that a reader sees where the phone
  says another, `und` where nothing can be told ("jg", an emoji, Hindi in Latin letters), `zh` where the words read the
  same in both scripts. Only where ours and the phone differed was it read again, which favours ours a little.
- what has no language: nothing, emoji, a word that all the world writes.
Beside ours stands py3langid 0.4.0 alone, limited to the same languages, with the threshold it had here (a half).
Japanese and Chinese have no blanks: their first 20 characters stand for ten words.
"""

from __future__ import annotations

import csv
import hashlib
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path

from lint_replies import DATA

from amends.language_model import telling_apart
from amends.triage.language import language_of

MUST, AIM = 0.93, 0.97
SENTENCES = Path(__file__).with_name("language_sentences")
LABELS = Path(__file__).with_name("language_labels.json")
OF_NO_LANGUAGE = ("", " ", "👍", "😍😍😍", "ok", "OK!", "...", "5/5", "10", "👍🏽 ok", "!!!", "⭐⭐⭐⭐⭐")
Labelled = tuple[str, str]
Teller = Callable[[str], str | None]


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def beginning(text: str, language: str) -> str:
    """The first ten words."""
    return text[:20] if language[:2] in ("ja", "zh") else " ".join(text.split()[:10])


def sentences(half: int) -> list[Labelled]:
    """One half of the sentences, each with its language."""
    every = ((file.stem, file.read_text("utf-8").splitlines()) for file in sorted(SENTENCES.glob("*.txt")))
    return [(language, line) for language, lines in every for line in lines if int(_hash(line)[:2], 16) & 1 == half]


def posted() -> list[Labelled]:
    """Real reviews with the language of the phone they were written on."""
    with (DATA / "replies_firefox_android_2018.csv").open(encoding="utf-8", newline="") as file:
        rows = ((row["Reviewer Language"], row["Review Text"].strip()) for row in csv.DictReader(file))
        return [(language, text) for language, text in rows if text]


def relabelled(rows: Iterable[Labelled]) -> list[Labelled]:
    """The same with the language a reader sees, those without any left out."""
    seen = json.loads(LABELS.read_text(encoding="utf-8"))
    read = ((seen.get(_hash(text), language), text) for language, text in rows)
    return [(language, text) for language, text in read if language != "und"]


def model_alone(text: str) -> str | None:
    """What py3langid says."""
    tag, probability = telling_apart().classify(text)
    return str(tag) if probability >= 0.5 else None


def right(said: str | None, language: str) -> bool:
    """Is it the language? The model alone does not tell the Chinese scripts apart, and is not blamed for it."""
    return said == language or (bool(said) and "zh" in (said, language) and str(said)[:2] == language[:2])


def told(name: str, rows: list[Labelled], teller: Teller) -> None:
    """One line: the share known, and the languages of which less is."""
    counts: dict[str, Counter[bool]] = defaultdict(Counter)
    for language, text in rows:
        said = teller(beginning(text, language))
        counts[language][right(said, language)] += 1
        if "--wrong" in sys.argv and teller is language_of and said != language:
            print(f"    {language} taken for {said}: {_hash(text)}")
    share = sum(one[True] for one in counts.values()) / len(rows)
    weak = [f"{language} {one[True]}/{one.total()}" for language, one in sorted(counts.items()) if one[False]]
    said = "aim reached" if share >= AIM else "must reached" if share >= MUST else "MISSED"
    print(f"  {name:34} {len(rows):4}  {share:.3f}  {said:12}  {', '.join(weak)}")


def main() -> int:
    """Print the share of each source, ours and the model's."""
    real = relabelled(posted())
    sources = {
        "sentences, half looked at": sentences(0),
        "sentences, half not looked at": sentences(1),
        "reviews as labelled": posted(),
        "reviews, read again": real,
        "reviews, read again, 4+ words": [row for row in real if len(row[1].split()) > 3 or row[0][:2] == "zh"],
    }
    print(f"languages by the first ten words; must {MUST}, aim {AIM}")
    for teller, whose in ((language_of, "ours"), (model_alone, "py3langid alone")):
        print(f" {whose}")
        for name, rows in sources.items():
            told(name, rows, teller)
        silent = sum(teller(text) is None for text in OF_NO_LANGUAGE)
        print(f"  {'unknown stays unknown':34} {len(OF_NO_LANGUAGE):4}  {silent / len(OF_NO_LANGUAGE):.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
