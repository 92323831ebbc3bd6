"""tests/print.py - what tests/print.sh measures: pixels of PNG and TIFF files, without any library.

  target FOLDER     an issue whose one page shows a colour target, with a layout of its own
  colours SCREEN.png PRINT.png    both show the target; Delta E of the patches
  black PREFIX      the page's plates PREFIX(Cyan).tif ...: all ink is on the black one
  sum PREFIX...     the highest sum of ink, in per cent
  near A.png B.png  mean Delta E of two pictures of one page
"""
import math, os, struct, sys, zlib

COLUMNS, ROWS = 6, 4
PATCHES = [(1, 0, 0, 0), (0, 1, 0, 0), (0, 0, 1, 0), (0, 0, 0, 1), (1, 1, 0, 0), (0, 1, 1, 0),
           (1, 0, 1, 0), (.5, 0, 0, 0), (0, .5, 0, 0), (0, 0, .5, 0), (0, 0, 0, .5), (0, 0, 0, .2),
           (.5, .4, .4, 0), (.2, .16, .16, 0), (.6, .4, .4, 1), (.8, .3, 0, .2), (.1, .8, .6, .1), (.3, 0, .9, .1),
           (.9, .4, 0, 0), (.45, .9, 0, 0), (0, .4, .95, 0), (.8, 0, .4, 0), (.2, .3, .5, .6), (0, .05, .1, 0)]


def target(folder, layout):
    text = open(layout, encoding="utf-8").read()
    swatches = "".join('<swatch name="patch%d" c="%g%%" m="%g%%" y="%g%%" k="%g%%"/>\n' % ((i,) + tuple(v * 100 for v in p))
                       for i, p in enumerate(PATCHES))
    fills = "".join('<fill ink="patch%d" col="%d" span="2" line="%d" lines="10"/>' %
                    (i, i % COLUMNS * 2 + 1, i // COLUMNS * 11 + 2) for i in range(len(PATCHES)))
    text = text.replace('<swatch name="teal"', swatches + '<swatch name="teal"', 1)
    text = text.replace('<furniture>', '<template name="plain"><thread articles="all"/><page at="rest" furniture="no">'
                        '<columns count="2" span="12" line="1"/></page></template><furniture>', 1)
    text = text.replace('<furniture>', '<template name="target"><thread articles="all"/>%s</template><furniture>' % "".join(
        '<page at="%s" furniture="no">%s<columns count="2" span="12" line="47"/></page>' % (at, fills if at == "1" else "")
        for at in ("1", "rest")), 1)
    os.makedirs(folder + "/probe", exist_ok=True)
    open(folder + "/probe/layout.xml", "w", encoding="utf-8").write(text)
    open(folder + "/issue.xml", "w", encoding="utf-8").write(
        '<issue xmlns="urn:zivos:issue" title="Probe" number="1/2026" date="2026-02-01" xml:lang="de" layout="./probe">'
        '<article id="a" rubric="wir-alle" template="target"><headline>Farben</headline><body><p>%s</p></body></article></issue>'
        % ("Schwarz auf Weiß. " * 12))


def png(path):
    data = open(path, "rb").read()
    at, idat = 8, b""
    while at < len(data):
        n, kind = struct.unpack(">I4s", data[at:at + 8])
        body = data[at + 8:at + 8 + n]
        if kind == b"IHDR":
            w, h, depth, colour = struct.unpack(">IIBB", body[:10])
        elif kind == b"IDAT":
            idat += body
        at += 12 + n
    bpp = {0: 1, 2: 3, 6: 4}[colour]
    raw, rows, before = zlib.decompress(idat), [], bytearray(w * bpp)
    for y in range(h):
        f, line = raw[y * (w * bpp + 1)], bytearray(raw[y * (w * bpp + 1) + 1:(y + 1) * (w * bpp + 1)])
        for i in range(len(line)):
            a = line[i - bpp] if i >= bpp else 0
            b, c = before[i], before[i - bpp] if i >= bpp else 0
            if f == 1:
                line[i] = line[i] + a & 255
            elif f == 2:
                line[i] = line[i] + b & 255
            elif f == 3:
                line[i] = line[i] + (a + b >> 1) & 255
            elif f == 4:
                p = a + b - c
                line[i] = line[i] + min((abs(p - a), 0, a), (abs(p - b), 1, b), (abs(p - c), 2, c))[2] & 255
        rows.append(line)
        before = line
    return w, h, lambda x, y: tuple(rows[y][x * bpp:x * bpp + 3])


def tiff(path):
    """8 bits of grey, not compressed; 255 is no ink."""
    d = open(path, "rb").read()
    e = "<" if d[:2] == b"II" else ">"
    at = struct.unpack(e + "I", d[4:8])[0]
    tag = {}
    for i in range(struct.unpack(e + "H", d[at:at + 2])[0]):
        t, kind, n = struct.unpack(e + "HHI", d[at + 2 + 12 * i:at + 10 + 12 * i])
        size = {3: 2, 4: 4}.get(kind, 1)
        where = at + 10 + 12 * i if n * size <= 4 else struct.unpack(e + "I", d[at + 10 + 12 * i:at + 14 + 12 * i])[0]
        if kind in (3, 4):
            tag[t] = struct.unpack(e + str(n) + {3: "H", 4: "I"}[kind], d[where:where + n * size])
    assert tag[259] == (1,), "compressed"
    return tag[256][0], tag[257][0], b"".join(d[o:o + n] for o, n in zip(tag[273], tag[279]))


def lab(rgb):
    r, g, b = (v / 255 / 12.92 if v <= 10 else ((v / 255 + .055) / 1.055) ** 2.4 for v in rgb)
    xyz = ((.4124 * r + .3576 * g + .1805 * b) / .9505, .2126 * r + .7152 * g + .0722 * b,
           (.0193 * r + .1192 * g + .9505 * b) / 1.089)
    x, y, z = (t ** (1 / 3) if t > .008856 else 7.787 * t + 16 / 116 for t in xyz)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def de(a, b):
    return math.dist(lab(a), lab(b))


def colours(screen, printed):
    (w, h, s), (w2, h2, p) = png(screen), png(printed)
    # The print page has 3 mm more on each side. First line's strip: see the layout's grid.
    all_de = []
    for i, patch in enumerate(PATCHES):
        x = 15 + (i % COLUMNS + .5) * (210 - 32) / COLUMNS
        y = 20 + ((i // COLUMNS * 11 + 1) + 5) * 12.5 / 72 * 25.4
        a = s(int(x / 210 * w), int(y / 297 * h))
        b = p(int((x + 3) / 216 * w2), int((y + 3) / 303 * h2))
        all_de.append(de(a, b))
        if all_de[-1] > 3:
            print("patch", i, patch, "screen", a, "print", b, "Delta E %.2f" % all_de[-1])
    print("Delta E at most %.2f, mean %.2f" % (max(all_de), sum(all_de) / len(all_de)))
    return max(all_de) <= 3 and sum(all_de) / len(all_de) <= 1


def plates(prefix):
    return [tiff("%s(%s).tif" % (prefix, c)) for c in ("Cyan", "Magenta", "Yellow", "Black")]


def black(prefix):
    ps = plates(prefix)
    colour, ink = (min(min(p[2]) for p in ps[:3])), min(ps[3][2])
    print("darkest of cyan, magenta, yellow: %d, of black: %d" % (colour, ink))
    return colour == 255 and ink < 60


def ink_sum(prefixes):
    most = 0
    for prefix in prefixes:
        c, m, y, k = (p[2] for p in plates(prefix))
        most = max(most, max(1020 - a - b - e - f for a, b, e, f in zip(c, m, y, k)))
    print("highest sum of ink %.1f %%" % (most / 2.55))
    return most / 2.55 <= 301


def near(screen, printed, limit=12):
    (w, h, s), (w2, h2, p) = png(screen), png(printed)
    n, total = 0, 0
    for j in range(5, 95):
        for i in range(5, 95):
            x, y = i * 2.1, j * 2.97
            total += de(s(int(x / 210 * w), int(y / 297 * h)), p(int((x + 3) / 216 * w2), int((y + 3) / 303 * h2)))
            n += 1
    print("mean Delta E %.2f" % (total / n))
    return total / n < limit


if __name__ == "__main__":
    what, rest = sys.argv[1], sys.argv[2:]
    if what == "target":
        target(*rest)
        sys.exit(0)
    ok = {"colours": colours, "black": black, "near": near, "sum": lambda *a: ink_sum(a)}[what](*rest)
    sys.exit(0 if ok else 1)
