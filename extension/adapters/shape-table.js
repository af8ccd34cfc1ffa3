/**
 * What an adapter is made of, as data: JSON inside a module, because the server reads it, too (`server/amends/adapters`).
 * An object's parts have a kind each; "!" is one that may not be missing, "[kind]" a list, "a|b" one of two, "{kind}" an
 * object of any keys. `words` are texts by a pattern and a greatest length; the other kinds are checked by `shape.js`.
 */
export const TABLE = {
  "largest": 40000,
  "longest_list": 60,
  "objects": {
    "adapter": {
      "id": "id!", "name": "name!", "verified": "[capture]", "unverified": "proof", "addresses": "[address]!",
      "listing": "listing!", "reviews": "[selector]", "state": "state", "fields": "fields", "best": "positive",
      "reply": "reply", "reply_box": "[recipe]", "reply_opener": "[recipe]", "limit": "positive", "structured_id": "pattern",
      "notes": "[note]"
    },
    "capture": { "capture": "note!", "date": "date!" },
    "proof": { "evidence": "[note]!" },
    "address": { "hosts": "[host]!", "path": "pattern!" },
    "listing": { "key": "[recipe]!", "name": "[recipe]" },
    "state": {
      "script": "selector!", "after": "script_pattern", "reviews": "[text]!", "where": "{pattern}", "id": "[recipe]!",
      "refs": "text", "anchor": "text"
    },
    "fields": {
      "external_id": "[recipe]", "url": "[recipe]", "author": "[recipe]!", "rating": "[recipe]", "title": "[recipe]",
      "text": "[recipe]!", "posted_at": "[recipe]!", "language": "[recipe]", "product": "[recipe]",
      "product_version": "[recipe]"
    },
    "reply": { "mark": "[selector|recipe]!", "text": "[recipe]", "posted_at": "[recipe]", "author": "[recipe]" },
    "recipe": {
      "select": "selector", "closest": "selector", "next": "selector", "within": "page", "attribute": "text", "count": "yes",
      "all": "yes", "without": "[selector]", "keep_lines": "yes", "state": "text", "page_state": "text", "address": "pattern",
      "pattern": "pattern", "markup": "yes", "moment": "moment", "call": "odd", "template": "text", "is": "text|number"
    }
  },
  "words": {
    "id": { "pattern": "[a-z0-9-]{2,40}", "longest": 40, "say": "the platform's id: small letters, digits and \"-\"" },
    "name": { "pattern": "[^\\u0000-\\u001f]+", "longest": 100, "say": "what people call the platform, in up to 100 characters" },
    "note": { "pattern": "[^\\u0000-\\u0008]+", "longest": 2000, "say": "a text of up to 2000 characters" },
    "text": { "pattern": "[^\\u0000-\\u0008]+", "longest": 300, "say": "a text of up to 300 characters" },
    "date": { "pattern": "[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?", "longest": 10, "say": "a day such as 2026-11-21" },
    "host": {
      "pattern": "[*]|(?:[*][.])?[a-z0-9-]+(?:[.][a-z0-9-]+)+|localhost", "longest": 200,
      "say": "a host such as \"shop.example.com\" or \"*.example.com\""
    },
    "page": { "pattern": "page", "longest": 4, "say": "\"page\"" },
    "moment": { "pattern": "s|ms", "longest": 2, "say": "\"s\" or \"ms\"" },
    "odd": {
      "pattern": "shownRating|steamReviewId|monthFirst", "longest": 40,
      "say": "a function of odd.js that shape-table.js names"
    }
  },
  "say": {
    "selector": "a CSS selector of up to 500 characters, made of names, attributes, :has, :not, :is and places in a row",
    "pattern": "a regular expression of up to 300 characters, in which nothing repeated is repeated again",
    "script_pattern": "a regular expression that begins with 4 characters as they stand, repeats nothing without end and has few ways to match, for scripts are long",
    "positive": "a number above 0",
    "number": "a number",
    "yes": "true"
  },
  "selector": {
    "longest": 500,
    "deepest": 8,
    "parts": {
      "ESCAPE": "\\\\(?:[0-9a-fA-F]{1,6}[ \\t\\n\\r\\f]?|[^0-9a-fA-F\\n\\r\\f])",
      "STRING": "\"[^\"\\n\\r\\f]*\"|'[^'\\n\\r\\f]*'",
      "S": "[ \\t\\n\\r\\f]*",
      "NAME": "(?:-?(?:[A-Za-z_]|[^\\u0000-\\u007f])|--)(?:[A-Za-z0-9_-]|[^\\u0000-\\u007f])*",
      "ATTRIBUTE": "\\[<S><NAME><S>(?:[~|^$*]?=<S>(?:\"\"<S>[iI]?|<NAME>)<S>)?\\]",
      "NTH": ":nth-(?:last-)?(?:child|of-type)\\(<S>(?:odd|even|[+-]?[0-9]{1,5}|[+-]?[0-9]{0,5}n(?:[+-][0-9]{1,5})?)<S>\\)",
      "PLACE": ":(?:(?:first|last|only)-(?:child|of-type)|root|empty|scope|checked|disabled|enabled)",
      "ITEM": "(?:[.#]<NAME>|<PLACE>|[@%])",
      "COMPOUND": "(?:(?:<NAME>|[*])<ITEM>*|<ITEM>+)",
      "COMPLEX": "<COMPOUND>(?:<S>[>+~]<S><COMPOUND>|[ \\t\\n\\r\\f]+<COMPOUND>)*",
      "LIST": "<S><COMPLEX>(?:<S>,<S><COMPLEX>)*<S>",
      "NESTED": ":(?:not|is|where)\\(<LIST>\\)",
      "HAS": ":has\\(<S>(?:[>+~]<S>)?<COMPLEX>(?:<S>,<S>(?:[>+~]<S>)?<COMPLEX>)*<S>\\)"
    }
  },
  "pattern": {
    "longest": 300,
    "most_repeats": 4,
    "most_in_scripts": 2,
    "most_ways_in_scripts": 32768,
    "opening": "(?:\\\\[\\^$\\\\.*+?()\\[\\]{}|/]|[^\\\\\\[\\](){}|*+?^$.]){4,}(?![*+?{])",
    "most_choices": 16,
    "most_times": 1000,
    "tokens": [
      ["c", "\\\\(?:[dDsSwWnrtfv]|0(?![0-9])|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|u\\{(?:10|[0-9a-fA-F])?[0-9a-fA-F]{1,4}\\}|[pP]\\{(?:L[ulmot]?|M|N[dlo]?|P|S[ckmo]?|Zs?)\\}|[\\^$\\\\.*+?()\\[\\]{}|/])"],
      ["s", "\\[\\^[^\\]\\\\/-]*/[^\\]\\\\/-]*\\][*+](?=/(?![*+?{]))"],
      ["class", "\\[\\^?-?(?:[^\\]\\\\-]-[^\\]\\\\-]|[^\\]\\\\-]|\\\\(?:[dDsSwWnrtfv]|u[0-9a-fA-F]{4}|[pP]\\{(?:L[ulmot]?|M|N[dlo]?|P|S[ckmo]?|Zs?)\\}|[\\^$\\\\.*+?()\\[\\]{}|/-])(?!-[^\\]]))*-?\\]"],
      ["A", "\\\\[bB]|[\\^$]"],
      ["L", "\\(\\?[=!]"],
      ["(", "\\(\\?:|\\((?!\\?)"],
      [")", "\\)"],
      ["|", "[|]"],
      ["e", "(?:[*+]|\\{[0-9]{1,4},\\})\\??"],
      ["o", "\\?\\??"],
      ["times", "\\{[0-9]{1,4}(?:,[0-9]{1,4})?\\}\\??"],
      ["c", "[^\\\\\\[\\](){}|*+?^$]"]
    ],
    "group": "([(L])([^()L]*)\\)",
    "body": "(?:A|[cg][ewof]?|vo?|[|])*",
    "fixed": "(?:A|[cg])*"
  }
};
