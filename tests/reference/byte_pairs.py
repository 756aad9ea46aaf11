"""Byte-pair encoding after Sennrich et al. (2016) and OpenAI's encoder.py for GPT-2, written plainly: no queue, no counts that are kept. A small vocabulary
is trained, and tricky strings are encoded with it: the values that stand in tests/NetGen.Runtime.Tests/Data/Text/byte_pairs.json.

    /usr/bin/python3 tests/reference/byte_pairs.py > tests/NetGen.Runtime.Tests/Data/Text/byte_pairs.json
"""
import collections
import json
import unicodedata

BLANKS = set("\t\n\v\f\r \x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000") | {chr(c) for c in range(0x2000, 0x200B)}
CONTRACTIONS = ["'s", "'t", "'re", "'ve", "'m", "'ll", "'d"]


def kind(c):
    if c in BLANKS:
        return "blank"
    return {"L": "letter", "N": "number"}.get(unicodedata.category(c)[0], "sign")


def pieces(text):
    """'s|'t|'re|'ve|'m|'ll|'d| ?\\p{L}+| ?\\p{N}+| ?[^\\s\\p{L}\\p{N}]+|\\s+(?!\\S)|\\s+"""
    at, found = 0, []
    while at < len(text):
        end = next((at + len(c) for c in CONTRACTIONS if text.startswith(c, at)), at)
        if end == at:
            start = at + 1 if text[at] == " " and at + 1 < len(text) and kind(text[at + 1]) != "blank" else at
            end = start
            while end < len(text) and kind(text[end]) == kind(text[start]):
                end += 1
            if kind(text[start]) == "blank" and end < len(text) and end - at > 1:
                end -= 1
        found.append(text[at:end])
        at = end
    return found


def bytes_to_unicode():
    bs = list(range(ord("!"), ord("~") + 1)) + list(range(ord("¡"), ord("¬") + 1)) + list(range(ord("®"), ord("ÿ") + 1))
    cs = bs[:]
    n = 0
    for b in range(2 ** 8):
        if b not in bs:
            bs.append(b)
            cs.append(2 ** 8 + n)
            n += 1
    return dict(zip(bs, map(chr, cs)))


ALPHABET = bytes_to_unicode()


def get_pairs(word):
    return set(zip(word, word[1:]))


def bpe(token, ranks):
    word = tuple(token)
    while len(word) > 1:
        bigram = min(get_pairs(word), key=lambda pair: ranks.get(pair, float("inf")))
        if bigram not in ranks:
            break
        first, second = bigram
        new_word, i = [], 0
        while i < len(word):
            if i < len(word) - 1 and word[i] == first and word[i + 1] == second:
                new_word.append(first + second)
                i += 2
            else:
                new_word.append(word[i])
                i += 1
        word = tuple(new_word)
    return word


def encode(text, encoder, ranks):
    ids = []
    for piece in pieces(text):
        ids += [encoder[token] for token in bpe("".join(ALPHABET[b] for b in piece.encode("utf-8")), ranks)]
    return ids


def train(text, size):
    encoder = {c: i for i, c in enumerate(ALPHABET.values())}
    words = collections.Counter("".join(ALPHABET[b] for b in piece.encode("utf-8")) for piece in pieces(text))
    words = {tuple(word): count for word, count in words.items()}
    merges = []
    while len(encoder) < size:
        counts = collections.Counter()
        for word, count in words.items():
            for pair in zip(word, word[1:]):
                counts[pair] += count
        if not counts:
            break
        best = min(counts, key=lambda pair: (-counts[pair], encoder[pair[0]], encoder[pair[1]]))
        if counts[best] < 2:
            break
        merges.append(best)
        encoder.setdefault(best[0] + best[1], len(encoder))
        merged = collections.Counter()
        for word, count in words.items():
            merged[bpe(word, {best: 0})] += count
        words = merged
    return encoder, merges


CORPUS = (
    "The quick brown fox doesn't jump over the lazy dog; they'll say it's what we've seen, I'm sure, and you're right: he'd jumped.\n"
    "Numbers: 1234, 12 and 2024; numbers like 12,345.67 or ½ and Ⅻ.\n\n    Indented   text\twith  blanks \n"
    "Naïve café, Zürich, São Paulo, Æon; Привет, мир! Привет снова. 漢字とかな、漢字。 한국어 글자. עברית العربية.\n"
    "🙂🙂 👩‍👩‍👧 🇩🇪 e\u0301 a\u0308 ... --- !!! ??? <b>bold</b> x==y && y!=z {a:1, b:2}\n"
    "the theme of the thesis is there: the other brother, another mother, gather together, aaaaaaa bbbb aaaa abababab.\n"
)

CASES = [
    "", " ", "a", "The quick brown fox", "the the  the   the", "don't they're we've I'm you'll he'd it's", "DON'T 'S 'tis o'clock''s", "'", "''''s",
    "\n", "\n\n", " \n ", "\t\tx", "a  b   c    d ", "   leading", "trailing   ", "a\u00a0b\u2003c\u3000d", "a\r\nb\r\n\r\nc", "\x00\x01\x1c\x1f\x7f\x85", "tab\tand\vvertical\fform",
    "12345 ½ Ⅻ ²³ 1,234.5e-6", "x1y2z3 abc123", "naïve café", "cafe\u0301 a\u0308o\u0308", "\u0301\u0301 alone", "漢字とかな 한국어", "𠀀𠀁 𝒜𝒷𝟙𝟚 x𝒜y", "👩‍👩‍👧 🙂🙂🙂 🇩🇪", "🙂a🙂1🙂 🙂",
    "Привет, мир!", "עברית العربية", "\u200b\u200bzero\u200dwidth", "\ufeffmark", "\u00ad\u2028line\u2029para", "aaaaaaaaaaaaaaaa", "abababababab", "ababa aabaab", "together_brother!!!???...",
    "{\"json\": [1, 2.5, null]}", "https://example.org/path?x=1&y=2#z", "I'llama 'reveal 'Save", "\U0010ffff\ue000", "word" * 40, " " * 50 + "x", "ſ's K's",
]

if __name__ == "__main__":
    encoder, merges = train(CORPUS, 420)
    ranks = {pair: rank for rank, pair in enumerate(merges)}

    # Merges in an order in which no training would make them: a part is made after it is used, and one token in two ways.
    odd = [("ab", "a"), ("a", "b"), ("b", "a"), ("ba", "b"), ("a", "ba"), ("aba", "b"), ("a", "a"), ("aa", "a")]
    odd_encoder = {c: i for i, c in enumerate(ALPHABET.values())}
    for pair in odd:
        odd_encoder.setdefault(pair[0] + pair[1], len(odd_encoder))
    odd_ranks = {pair: rank for rank, pair in enumerate(odd)}
    odd_cases = ["abab", "ababa", "abaabab", "aaaaa", "bababab", "aabbaabb", "abaabaaba", "aaabaaabaaab"]
    print(json.dumps({
        "corpus": CORPUS,
        "size": 420,
        "vocabulary": sorted(encoder, key=encoder.get),
        "merges": [" ".join(pair) for pair in merges],
        "cases": [{"text": text, "pieces": pieces(text), "ids": encode(text, encoder, ranks)} for text in CASES],
        "oddVocabulary": sorted(odd_encoder, key=odd_encoder.get),
        "oddMerges": [" ".join(pair) for pair in odd],
        "oddCases": [{"text": text, "ids": encode(text, odd_encoder, odd_ranks)} for text in odd_cases],
    }, indent=1))
