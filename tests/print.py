"""tests/print.py - what tests/print.sh measures: pixels of PNG and TIFF files, without any library.

  target FOLDER LAYOUT [spot]     issue.xml, whose one page shows a colour target, and photo.xml with a picture of known
                            colours; with a layout of their own, made from LAYOUT; spot: with a spot colour
  colours SCREEN.png PRINT.png [MM]   both show the target, the second with 3 mm (MM) of bleed: Delta E of each patch
  photo PRINT.png                 shows the picture: Delta E of each patch from the colour it has in the file
  black PREFIX              the page's plates PREFIX(Cyan).tif ...: all ink is on the black one
  sum PREFIX...             the highest sum of ink, in per cent
  near A.png B.png          mean Delta E of two pictures of one page
  coloured A.png            the letter of print/colour_font.py is somewhere: the colours of two of its corners

Delta E is given as that of 1976 and that of 2000 (CIEDE2000); both must be within 3, and within 1 in the mean.
"""
import math, os, struct, sys, zlib

# c, m, y, k; tint; name of a spot colour
PATCHES = [(1, 0, 0, 0), (0, 1, 0, 0), (0, 0, 1, 0), (0, 0, 0, 1), (1, 1, 0, 0), (0, 1, 1, 0),
           (1, 0, 1, 0), (.5, 0, 0, 0), (0, .5, 0, 0), (0, 0, .5, 0), (0, 0, 0, .5), (0, 0, 0, .2),
           (.5, .4, .4, 0), (.2, .16, .16, 0), (.6, .4, .4, 1), (.8, .3, 0, .2), (.1, .8, .6, .1), (.3, 0, .9, .1),
           (.9, .4, 0, 0), (.45, .9, 0, 0), (0, .4, .95, 0), (.8, 0, .4, 0), (.2, .3, .5, .6), (0, .05, .1, 0),
           (0, .8, .8, 0, .3), (.9, .4, 0, 0, .12), (.1, .35, .9, .1, 1, "Probe"), (.1, .35, .9, .1, .4, "Probe"),
           (1, 1, .6, .4), (.03, .02, .02, 0)]
COLUMNS, STEP = 6, 9
# In a picture: within what the press can print, light to dark.
PHOTO = [(245, 240, 235), (222, 190, 160), (200, 150, 130), (150, 100, 85), (110, 130, 160), (70, 95, 130),
         (130, 150, 100), (85, 105, 70), (215, 195, 110), (165, 110, 120), (128, 126, 124), (75, 70, 72)]
PHOTO_LINES = 10


def photograph(path, width, height):
    row = b"".join(bytes(c) * (width // len(PHOTO)) for c in PHOTO)
    body = zlib.compress((b"\0" + row) * height, 9)
    chunk = lambda kind, data: struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    open(path, "wb").write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", len(row) // 3, height, 8, 2, 0, 0, 0)) +
                           chunk(b"IDAT", body) + chunk(b"IEND", b""))


def target(folder, layout, spots=None):
    text = open(layout, encoding="utf-8").read()
    swatches = fills = ""
    for i, patch in enumerate(PATCHES):
        c, m, y, k = (v * 100 for v in patch[:4])
        spot = ' spot="%s"' % patch[5] if spots and len(patch) > 5 else ""
        if not spot or spot not in swatches:
            swatches += '<swatch name="patch%d" c="%g%%" m="%g%%" y="%g%%" k="%g%%"%s/>\n' % (i, c, m, y, k, spot)
            name = i
        fills += '<fill ink="patch%d" tint="%g%%" col="%d" span="2" line="%d" lines="%d"/>' % (
            name, 100 * (patch[4] if len(patch) > 4 else 1), i % COLUMNS * 2 + 1, i // COLUMNS * STEP + 2, STEP - 1)
    page = '<page at="%s" furniture="no">%s<columns count="2" span="12" line="%d"/></page>'
    templates = '<template name="plain"><thread articles="all"/>%s</template>' % page % ("rest", "", 1)
    templates += '<template name="target"><thread articles="all"/>%s%s</template>' % (page % (1, fills, 48), page % ("rest", "", 1))
    templates += '<template name="photo"><thread articles="all"/>%s%s</template>' % (
        page % (1, '<picture size="opener" col="1" span="12" line="1" lines="%d"/>' % PHOTO_LINES, 20), page % ("rest", "", 1))
    text = text.replace('<swatch name="teal"', swatches + '<swatch name="teal"', 1).replace("<furniture>", templates + "<furniture>", 1)
    os.makedirs(folder + "/probe", exist_ok=True)
    open(folder + "/probe/layout.xml", "w", encoding="utf-8").write(text)
    issue = ('<issue xmlns="urn:zivos:issue" title="Probe" number="1/2026" date="2026-02-01" xml:lang="de" layout="./probe">'
             '<article id="a" rubric="wir-alle" template="%s"><headline>Farben</headline><body>%s<p>' + "Schwarz auf Weiß. " * 12 +
             '</p></body></article></issue>')
    open(folder + "/issue.xml", "w", encoding="utf-8").write(issue % ("target", ""))
    open(folder + "/photo.xml", "w", encoding="utf-8").write(issue % ("photo", '<picture src="photo.png" alt="Farben" size="opener"/>'))
    # As wide as the live area, as high as its lines, at 300 ppi.
    photograph(folder + "/photo.png", 2112, round(2112 / 178 * (PHOTO_LINES - .6) * 12.5 / 72 * 25.4))


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


def de76(a, b):
    return math.dist(a, b)


def de2000(one, two):
    """CIE 142-2001, as Sharma, Wu and Dalal write it."""
    (l1, a1, b1), (l2, a2, b2) = one, two
    c = (math.hypot(a1, b1) + math.hypot(a2, b2)) / 2
    g = 1 + .5 * (1 - math.sqrt(c ** 7 / (c ** 7 + 25 ** 7)))
    a1, a2 = a1 * g, a2 * g
    c1, c2 = math.hypot(a1, b1), math.hypot(a2, b2)
    h1, h2 = (math.degrees(math.atan2(b, a)) % 360 if a or b else 0 for a, b in ((a1, b1), (a2, b2)))
    dh = h2 - h1
    if c1 * c2 == 0:
        dh = 0
    elif abs(dh) > 180:
        dh -= math.copysign(360, dh)
    h = (h1 + h2) / 2 if abs(h1 - h2) <= 180 else (h1 + h2 + (360 if h1 + h2 < 360 else -360)) / 2
    if c1 * c2 == 0:
        h = h1 + h2
    dl, dc, dh = l2 - l1, c2 - c1, 2 * math.sqrt(c1 * c2) * math.sin(math.radians(dh / 2))
    l, c, cos = (l1 + l2) / 2, (c1 + c2) / 2, lambda d: math.cos(math.radians(d))
    t = 1 - .17 * cos(h - 30) + .24 * cos(2 * h) + .32 * cos(3 * h + 6) - .2 * cos(4 * h - 63)
    sl = 1 + .015 * (l - 50) ** 2 / math.sqrt(20 + (l - 50) ** 2)
    sc, sh = 1 + .045 * c, 1 + .015 * c * t
    r = -2 * math.sqrt(c ** 7 / (c ** 7 + 25 ** 7)) * math.sin(math.radians(60 * math.exp(-((h - 275) / 25) ** 2)))
    return math.sqrt((dl / sl) ** 2 + (dc / sc) ** 2 + (dh / sh) ** 2 + r * dc / sc * dh / sh)


def agree(pairs):
    """pairs: (name, rgb, rgb). Whether all agree; says how well."""
    old = [de76(lab(a), lab(b)) for _, a, b in pairs]
    new = [de2000(lab(a), lab(b)) for _, a, b in pairs]
    mean = lambda v: sum(v) / len(v)
    for (name, a, b), x, y in zip(pairs, old, new):
        if x > 3:
            print(name, a, b, "Delta E 1976 %.2f, 2000 %.2f" % (x, y))
    print("%d patches: Delta E 1976 at most %.2f, mean %.2f; 2000 at most %.2f, mean %.2f" % (
        len(pairs), max(old), mean(old), max(new), mean(new)))
    return max(old + new) <= 3 and max(mean(old), mean(new)) <= 1


def at_mm(image, x, y, bleed):
    """The pixel at a place of the trimmed A4 page."""
    w, h, pixel = image
    return pixel(int((x + bleed) / (210 + 2 * bleed) * w), int((y + bleed) / (297 + 2 * bleed) * h))


def colours(screen, printed, bleed=3):
    s, p, pairs = png(screen), png(printed), []
    for i, patch in enumerate(PATCHES):
        x = 17 + (i % COLUMNS + .5) * (210 - 32) / COLUMNS		# a right page's inner margin
        y = 20 + (i // COLUMNS * STEP + 1 + STEP / 2 - 1) * 12.5 / 72 * 25.4
        pairs.append((patch, at_mm(s, x, y, 0), at_mm(p, x, y, float(bleed))))
    return agree(pairs)


def photo(printed):
    p, y = png(printed), 20 + 4 * 12.5 / 72 * 25.4
    return agree([(c, c, at_mm(p, 17 + (i + .5) * 178 / len(PHOTO), y, 3)) for i, c in enumerate(PHOTO)])


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


def coloured(path):
    w, h, at = png(path)
    seen = [at(x, y) for y in range(h) for x in range(w)]
    green = sum(r < 90 and g > 170 and 90 < b < 170 for r, g, b in seen)
    red = sum(r > 170 and g < 90 and 90 < b < 170 for r, g, b in seen)
    print("%d px green, %d px red" % (green, red))
    return green > 0 and red > 0


def near(screen, printed, limit=12):
    s, p = png(screen), png(printed)
    n, total = 0, 0
    for j in range(5, 95):
        for i in range(5, 95):
            x, y = i * 2.1, j * 2.97
            total += de76(lab(at_mm(s, x, y, 0)), lab(at_mm(p, x, y, 3)))
            n += 1
    print("mean Delta E %.2f" % (total / n))
    return total / n < limit


if __name__ == "__main__":
    what, rest = sys.argv[1], sys.argv[2:]
    if what == "target":
        target(*rest)
        sys.exit(0)
    ok = {"colours": colours, "photo": photo, "black": black, "near": near, "coloured": coloured, "sum": lambda *a: ink_sum(a)}[what](*rest)
    sys.exit(0 if ok else 1)
