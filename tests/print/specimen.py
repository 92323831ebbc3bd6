"""tests/print/specimen.py FOLDER [plain] [opaque] [all] - the specimen: issue.xml with its pictures and a layout of its own.

The layout is that of ZIVOS with what it does not use itself: a spot colour and
its tints, large black areas, white and small type on colour, type too large to
overprint. Pictures are of every kind: CMYK, grey, with transparency, line art.

  plain     the spot colour is an ordinary one, as the project's print profiles want it
  opaque    drawings have nothing transparent, as the older kinds of PDF/X want it
  all       fail if an element of issue or layout does not occur
"""
import os, re, shutil, struct, sys, zlib

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
SAMPLE = ROOT + "/issues/2026-4/pictures/"

SWATCHES = """
  <swatch name="gold" c="10%" m="35%" y="90%" k="10%" spot="Probe Gold"/>
  <swatch name="full" c="100%" m="100%" y="60%" k="40%"/>
"""
RUBRIC = '<rubric id="gold" name="Gold" swatch="gold" tint="20%" dark="yes"/>'
STYLES = """
  <style name="white-small" parent="kicker" size="7pt" ink="white"/>
  <style name="white-large" parent="headline-l" ink="white"/>
  <style name="inks-small" parent="byline" size="6pt" ink="full"/>
  <style name="too-large" parent="headline-xl" size="44pt" leading="50pt"/>
  <head name="specimen">
    <part kind="kicker" style="white-small"/>
    <part kind="headline" style="white-large"/>
    <part kind="standfirst" style="too-large"/>
    <part kind="byline" style="inks-small"/>
  </head>
"""
# The head stands on black as far as it is white, on the spot colour's tint from there on.
TEMPLATE = """
  <template name="specimen">
    <page at="1" furniture="no">
      <fill ink="black" col="1" span="12" line="1" lines="13" bleed="top inner outer"/>
      <fill ink="gold" tint="40%" col="1" span="12" line="14" lines="14"/>
      <fill ink="rubric" tint="15%" col="1" span="4" line="50" lines="9" bleed="bottom outer"/>
      <fill ink="full" col="5" span="4" line="50" lines="9"/>
      <fill ink="gold" col="9" span="4" line="50" lines="9"/>
      <headline head="specimen" col="1" span="12" line="6"/>
      <columns count="3" col="1" span="12" line="28" lines="14"/>
    </page>
    <page at="rest"><columns count="3" col="1" span="12" balance="yes"/><boxes col="1" span="12" count="3"/></page>
  </template>
"""


def chunk(kind, body):
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png(path, w, h, colour, depth, rows):
    body = b"".join(b"\0" + rows(y) for y in range(h))
    open(path, "wb").write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", w, h, depth, colour, 0, 0, 0)) +
                           chunk(b"IDAT", zlib.compress(body, 9)) + chunk(b"IEND", b""))


def cmyk_tiff(path, w, h, pixel):
    data = b"".join(bytes(pixel(x, y)) for y in range(h) for x in range(w))
    tags = [(256, 4, 1, w), (257, 4, 1, h), (258, 3, 4, 8 + 2 + 12 * 11 + 4), (259, 3, 1, 1), (262, 3, 1, 5),
            (273, 4, 1, 200), (277, 3, 1, 4), (278, 4, 1, h), (279, 4, 1, len(data)), (284, 3, 1, 1), (332, 3, 1, 1)]
    head = b"II*\0" + struct.pack("<I", 8) + struct.pack("<H", len(tags))
    for tag, kind, n, value in tags:
        head += struct.pack("<HHI", tag, kind, n) + (struct.pack("<I", value) if kind == 4 or n > 1 else struct.pack("<HH", value, 0))
    head += struct.pack("<I", 0) + struct.pack("<HHHH", 8, 8, 8, 8)
    open(path, "wb").write(head.ljust(200, b"\0") + data)


def soft_circle(w, h, y):
    row = bytearray()
    for x in range(w):
        d = ((x - w / 2) ** 2 + (y - h / 2) ** 2) ** .5 / (w / 2)
        row += bytes((200, 60, 30, max(0, min(255, int(510 * (1 - d))))))
    return bytes(row)


def pictures(folder):
    for name, source in (("photo.jpg", "cover.jpg"), ("grey.jpg", "briefkaesten-grau.jpg"), ("filler.svg", "papierflieger.svg")):
        shutil.copy(SAMPLE + source, folder + "/" + name)
    png(folder + "/glass.png", 700, 500, 6, 8, lambda y: soft_circle(700, 500, y))
    png(folder + "/line.png", 3000, 900, 0, 1, lambda y: bytes(0xf0 if (y // 40) % 2 else 0x0f for _ in range(375)))
    # Within the paper's 300 %: an inked picture stays as its maker separated it.
    cmyk_tiff(folder + "/inks.tif", 720, 480, lambda x, y: (x * 255 // 720, y * 255 // 480, 255 - x * 255 // 720, 60 if x < 360 else 0))


def layout(folder):
    text = open(ROOT + "/layouts/zivos/layout.xml", encoding="utf-8").read()
    for before, added in (('  <swatch name="coral"', SWATCHES), ('  <rubric id="wir-alle"', RUBRIC),
                          ('  <head name="feature">', STYLES), ('  <template name="feature"', TEMPLATE)):
        assert text.count(before) == 1, before
        text = text.replace(before, added + before)
    text = text.replace("  </family>", '    <hang font="Noto Serif" letters="fr" end="5%"/>\n  </family>', 1)
    os.makedirs(folder + "/specimen", exist_ok=True)
    open(folder + "/specimen/layout.xml", "w", encoding="utf-8").write(text)


def change(path, how):
    text = open(path, encoding="utf-8").read()
    open(path, "w", encoding="utf-8").write(how(text))


def coverage(folder):
    """The elements that `zivos schema` knows and the specimen does not use."""
    names = lambda text: set(re.findall(r'<element name="([a-z-]+)"', text))
    used = lambda text: set(re.findall(r"<(?:xi:)?([a-z][a-z-]*)[\s/>]", text))
    missing = []
    for schema, files in (("issues/issue.rng", (folder + "/issue.xml",)), ("layouts/layout.rng", (folder + "/specimen/layout.xml",))):
        text = open(ROOT + "/" + schema, encoding="utf-8").read()
        missing += sorted(names(text) - set().union(*(used(open(f, encoding="utf-8").read()) for f in files)))
    return missing


if __name__ == "__main__":
    folder, manner = sys.argv[1], sys.argv[2:]
    os.makedirs(folder, exist_ok=True)
    for name in ("issue.xml", "own-file.xml", "everything.svg", "half.svg", "full.svg", "quarter.svg", "eighth.svg"):
        shutil.copy(HERE + "/" + name, folder)
    pictures(folder)
    layout(folder)
    if "plain" in manner:
        change(folder + "/specimen/layout.xml", lambda text: text.replace(' spot="Probe Gold"', ""))
    if "opaque" in manner:
        see_through = re.compile(r"fade|mask|light\b|blend|opacity|blur|filter")
        for name in ("everything", "half", "full", "filler"):
            change("%s/%s.svg" % (folder, name), lambda text: "\n".join(l for l in text.split("\n") if not see_through.search(l)))
    missing = coverage(folder) if "all" in manner else []
    if missing:
        sys.exit("the specimen does not use " + ", ".join(missing) + ": add them to tests/print/issue.xml or specimen.py")
