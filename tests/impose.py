"""tests/impose.py - PDFs for tests/impose.sh, and what it expects of the sheets.

  make FOLDER                    PDFs of 4, 8, 28, 30 pages and odd ones
  booklet PDF PAGES [KEY=VALUE]  order, matrices, clips, boxes of a booklet's sheets
  spreads PDF PAGES [right]      the same of reader's spreads
  nup PDF PAGES COLUMNS ROWS     small pages and their numbers
  turned PDF                     pages with Rotate and UserUnit
"""
import sys, zlib
import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream

MM = 72 / 25.4
W, H, BLEED, MARGIN = 210 * MM, 297 * MM, 3 * MM, 5 * MM      # of the pages made here


def content(i):
    return b"q 0 0 0 1 k %d 20 30 40 re f Q %% page %d\n" % (i, i)


def new_pdf(n, trim=True):
    pdf = Pdf.new()
    shared = pdf.make_indirect(Dictionary(Type=Name.ExtGState, OPM=1))
    for i in range(1, n + 1):
        pdf.add_blank_page(page_size=(W + 2 * MARGIN, H + 2 * MARGIN))
        p = pdf.pages[-1].obj
        if trim:
            p.TrimBox = Array([MARGIN, MARGIN, MARGIN + W, MARGIN + H])
            p.BleedBox = Array([MARGIN - BLEED, MARGIN - BLEED, MARGIN + W + BLEED, MARGIN + H + BLEED])
        p.Contents = pdf.make_indirect(Stream(pdf, b""))
        p.Contents.write(zlib.compress(content(i), 6 if i % 2 else 1), filter=Name.FlateDecode)
        p.Resources = Dictionary(ExtGState=Dictionary(G0=shared))
        p.Group = Dictionary(S=Name.Transparency, CS=Name.DeviceCMYK)
    pdf.Root.OutputIntents = Array([Dictionary(Type=Name.OutputIntent, S=Name.GTS_PDFX)])
    return pdf


def make(folder):
    for n in (1, 4, 8, 28, 30):
        new_pdf(n).save("%s/%d.pdf" % (folder, n))
    pdf = new_pdf(4)
    for page, turn in zip(pdf.pages, (0, 90, 180, 270)):
        page.obj.Rotate = turn
    pdf.pages[0].obj.UserUnit = 2
    pdf.save(folder + "/turned.pdf")
    pdf = new_pdf(4)
    for page in pdf.pages:
        page.obj.Contents = pdf.pages[0].obj.Contents
    pdf.save(folder + "/shared.pdf")
    pdf = new_pdf(4)
    p = pdf.pages[1].obj
    p.Contents = Array([pdf.make_indirect(Stream(pdf, b"q 1 0 0 1 5 5 cm")), pdf.make_indirect(Stream(pdf, b"0 0 9 9 re f Q"))])
    pdf.pages[0].obj.Annots = Array([Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 9, 9])] * 3)
    del pdf.pages[2].obj["/Contents"]
    pdf.Root.Outlines = pdf.make_indirect(Dictionary(Type=Name.Outlines))
    pdf.Root.OpenAction = Array([pdf.pages[0].obj, Name.Fit])
    pdf.save(folder + "/parts.pdf")
    new_pdf(4).save(folder + "/locked.pdf", encryption=pikepdf.Encryption(user="a", owner="b"))
    new_pdf(4).save(folder + "/rights.pdf", encryption=pikepdf.Encryption(
        user="", owner="b", allow=pikepdf.Permissions(modify_assembly=False, modify_other=False, modify_annotation=False, modify_form=False)))
    new_pdf(4).save(folder + "/open.pdf", encryption=pikepdf.Encryption(user="", owner="b"))
    data = open(folder + "/8.pdf", "rb").read()
    open(folder + "/cut.pdf", "wb").write(data[:len(data) // 2])
    open(folder + "/rubbish.pdf", "wb").write(bytes((i * 7919 >> 3) & 255 for i in range(5000)))
    pdf = Pdf.new()
    for i in range(10000):
        pdf.add_blank_page(page_size=(200, 300))
    pdf.save(folder + "/many.pdf")
    pdf = new_pdf(4)
    bomb = pdf.make_indirect(Stream(pdf, b""))
    bomb.write(zlib.compress(b"0 0 m " * 100000000, 9), filter=Name.FlateDecode)
    pdf.pages[0].obj.Contents = Array([bomb] * 20)
    pdf.save(folder + "/bomb.pdf")
    pdf = new_pdf(4)
    pdf.pages[0].obj.MediaBox = Array([0, 0, 0, 0])
    pdf.save(folder + "/flat.pdf")
    pdf.pages[0].obj.MediaBox = Array([0, 0, 200000, 842])
    pdf.save(folder + "/wide.pdf")
    pdf = new_pdf(4, trim=False)
    for page in pdf.pages:
        page.obj.CropBox = Array([-200000, -200000, 200000, 200000])
    pdf.save(folder + "/crop.pdf")


def near(a, b, eps=0.01):
    return len(a) == len(b) and all(abs(x - y) <= eps for x, y in zip(a, b))


def box(page, name):
    return [float(v) for v in page.obj[name]]


def placed(page):
    """[(page number, matrix, clip)] in the order painted."""
    found, clip, matrix = [], None, None
    for operands, operator in pikepdf.parse_content_stream(page):
        o = str(operator)
        if o == "re":
            clip = [float(v) for v in operands]
        elif o == "cm":
            matrix = [float(v) for v in operands]
        elif o == "Do" and str(operands[0]).startswith("/P"):
            found.append((int(str(operands[0])[2:]), matrix, (clip[0], clip[1], clip[0] + clip[2], clip[1] + clip[3])))
    return found


def check_forms(pdf, n):
    seen = set()
    for page in pdf.pages:
        for name, form in page.obj.Resources.XObject.items():
            if not name.startswith("/P"):
                continue
            i = int(name[2:])
            seen.add(i)
            assert bytes(form.read_raw_bytes()) == zlib.compress(content(i), 6 if i % 2 else 1), "page %d packed anew" % i
            assert form.Resources.ExtGState.G0.OPM == 1 and form.Group.CS == "/DeviceCMYK"
            assert near([float(v) for v in form.BBox], [MARGIN - BLEED, MARGIN - BLEED, MARGIN + W + BLEED, MARGIN + H + BLEED])
        assert not placed(page) or page.obj.Group.CS == "/DeviceCMYK"
    assert seen == set(range(1, n + 1)), seen
    assert len(pdf.Root.OutputIntents) == 1


def booklet(path, n, sheet=(420, 297), right=False, creep=0, inside=False):
    pdf = pikepdf.open(path)
    filled = (n + 3) // 4 * 4
    assert len(pdf.pages) == filled // 2, len(pdf.pages)
    check_forms(pdf, n)
    sw, sh = sheet[0] * MM, sheet[1] * MM
    # Written out from the folding: leaf k of the stapled pile has pages 2k+1 (right) and 2k+2 (left).
    want = []
    for s in range(filled // 4):
        want.append((filled - 2 * s, 2 * s + 1))
        want.append((2 * s + 2, filled - 2 * s - 1))
    for i, (page, (left, rightpage)) in enumerate(zip(pdf.pages, want)):
        if right:
            left, rightpage = rightpage, left
        shift = creep * MM * (i // 2)
        exist = []
        for number, at_right in ((left, 0), (rightpage, 1)):
            real = number if number <= n else None
            if inside:
                real = n if number == filled else number if number < n else None
            if real:
                x = sw / 2 - shift if at_right else sw / 2 - W + shift
                room = (sw / 2, 0, sw, sh) if at_right else (0, 0, sw / 2, sh)
                y = (sh - H) / 2
                clip = (max(x - BLEED, room[0]), max(y - BLEED, 0), min(x + W + BLEED, room[2]), min(y + H + BLEED, sh))
                exist.append((real, [1, 0, 0, 1, x - MARGIN, y - MARGIN], clip))
        got = placed(page)
        assert [g[0] for g in got] == [e[0] for e in exist], (i, got, exist)
        for g, e in zip(got, exist):
            assert near(g[1], e[1]) and near(g[2], e[2]), (i, g, e)
        assert near(box(page, "/MediaBox"), (0, 0, sw, sh), 0.001)
        assert near(box(page, "/TrimBox"), (sw / 2 - W, (sh - H) / 2, sw / 2 + W, (sh + H) / 2), 0.001), box(page, "/TrimBox")
        bleed, trim = box(page, "/BleedBox"), box(page, "/TrimBox")
        assert bleed[0] <= trim[0] and bleed[1] <= trim[1] and bleed[2] >= trim[2] and bleed[3] >= trim[3]
        assert bleed[0] >= 0 and bleed[2] <= sw + 0.001
    assert pdf.Root.ViewerPreferences.Duplex == "/DuplexFlipShortEdge" and pdf.Root.ViewerPreferences.PrintScaling == "/None"


def spreads(path, n, right=False):
    pdf = pikepdf.open(path)
    check_forms(pdf, n)
    want = [[1]] + [[i, i + 1] if i < n else [i] for i in range(2, n + 1, 2)]
    assert len(pdf.pages) == len(want)
    for page, pair in zip(pdf.pages, want):
        pair = pair[::-1] if right else pair
        got = placed(page)
        assert [g[0] for g in got] == pair, (got, pair)
        for k, (_, matrix, clip) in enumerate(got):
            assert near(matrix, [1, 0, 0, 1, k * W - MARGIN, -MARGIN]) and near(clip, (k * W, 0, (k + 1) * W, H)), (matrix, clip)
        for name in ("/MediaBox", "/TrimBox", "/BleedBox"):
            assert near(box(page, name), (0, 0, len(pair) * W, H), 0.001), (name, box(page, name))


def nup(path, n, columns, rows):
    pdf = pikepdf.open(path)
    check_forms(pdf, n)
    each = columns * rows
    assert len(pdf.pages) == -(-n // each)
    for i, page in enumerate(pdf.pages):
        got = placed(page)
        assert [g[0] for g in got] == list(range(i * each + 1, min(n, (i + 1) * each) + 1)), got
        sheet = box(page, "/MediaBox")
        scale = got[0][1][0]
        for k, (_, m, clip) in enumerate(got):
            assert near(m, [scale, 0, 0, scale, clip[0] - scale * MARGIN, clip[1] - scale * MARGIN]), (m, clip)
            assert near([clip[2] - clip[0], clip[3] - clip[1]], [scale * W, scale * H])
            assert clip[0] > 0 and clip[1] > 0 and clip[2] < sheet[2] and clip[3] < sheet[3]
            column, row = k % columns, k // columns
            if column:
                assert clip[0] > got[k - 1][2][2] and abs(clip[1] - got[k - 1][2][1]) < 0.01
            if row:
                assert clip[3] < got[k - columns][2][1] and abs(clip[0] - got[k - columns][2][0]) < 0.01


def turned(path):
    pdf = pikepdf.open(path)
    got = {g[0]: g for page in pdf.pages for g in placed(page)}
    for number, turn, unit in ((1, 0, 2), (2, 90, 1), (3, 180, 1), (4, 270, 1)):
        _, (a, b, c, d, e, f), clip = got[number]
        w, h = (W * unit, H * unit) if turn % 180 == 0 else (H, W)
        at = lambda x, y: (a * x + c * y + e, b * x + d * y + f)
        # The corner of the page's own space that a reader sees at the lower left.
        corner = {0: (MARGIN, MARGIN), 90: (MARGIN + W, MARGIN), 180: (MARGIN + W, MARGIN + H), 270: (MARGIN, MARGIN + H)}[turn]
        opposite = {0: (MARGIN + W, MARGIN + H), 90: (MARGIN, MARGIN + H), 180: (MARGIN, MARGIN), 270: (MARGIN + W, MARGIN)}[turn]
        low, high = at(*corner), at(*opposite)
        assert near(clip, (*low, *high)), (number, clip, low, high)
        assert near((high[0] - low[0], high[1] - low[1]), (w, h)), (number, low, high)
        assert abs(a * d - b * c - unit * unit) < 1e-6          # turned, never mirrored
        up = {0: (0, 1), 90: (-1, 0), 180: (0, -1), 270: (1, 0)}[turn]      # of the page's space, as shown
        assert near((a * up[0] + c * up[1], b * up[0] + d * up[1]), (0, unit))


if __name__ == "__main__":
    what, path, rest = sys.argv[1], sys.argv[2], sys.argv[3:]
    values = dict(r.split("=") for r in rest if "=" in r)
    flags = [r for r in rest if r.isalpha()]
    figures = [int(r) for r in rest if r.isdigit()]
    if what == "make":
        make(path)
    elif what == "booklet":
        sheet = tuple(float(v) for v in values.get("sheet", "420x297").split("x"))
        booklet(path, figures[0], sheet, "right" in flags, float(values.get("creep", 0)), "inside" in flags)
    elif what == "spreads":
        spreads(path, figures[0], "right" in flags)
    elif what == "nup":
        nup(path, *figures)
    elif what == "turned":
        turned(path)
