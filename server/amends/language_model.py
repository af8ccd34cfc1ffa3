"""One model of the world's languages for the whole process: loaded when first asked, cut down to what we tell apart."""

from __future__ import annotations

import copy
from functools import lru_cache
from typing import Any

# A language left out cannot win, and the model's rarest ones win short texts by accident. Malay is left out: on ten
# words the model cannot tell it from Indonesian, which is written by ten times as many.
TOLD_APART = (
    "en", "de", "nl", "fy", "fr", "es", "it", "pt", "pl", "sv", "da", "no", "fi", "cs", "tr", "ru", "uk", "ja", "ko",
    "zh", "ar", "he", "hu", "ro", "el", "id", "th", "vi", "hi", "fa", "bg", "ca", "sk", "hr", "sl", "lt", "lv", "et",
)  # fmt: skip


@lru_cache(maxsize=8)
def telling_apart(languages: tuple[str, ...] = TOLD_APART) -> Any:
    """The model as it tells these languages apart; its big tables are shared, whoever asks."""
    identifier = copy.copy(_loaded())
    identifier.set_languages(languages)
    return identifier


@lru_cache(maxsize=1)
def _loaded() -> Any:
    # Imported here: loading takes half a second and 50 MB, and most commands never need it.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    whole = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    whole.set_languages(TOLD_APART)
    # Built anew of the columns we keep, so that those of a hundred other languages leave the memory.
    return LanguageIdentifier(
        whole.nb_ptc, whole.nb_pc, whole.nb_classes, whole.tk_nextmove, whole.tk_output,
        norm_probs=True, tk_row=whole.tk_row,
    )  # fmt: skip
