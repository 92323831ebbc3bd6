#!/usr/bin/python3
"""tests/placed.py - advertisements as PDFs, good and bad, and what became of them.

  make OUT            writes OUT/NAME.pdf for every entry of the table at the end
  same A.pdf B.pdf    the streams of A's page (content, pictures, fonts) lie byte for byte in B
  form B.pdf PAGE     prints /BBox and /Matrix of the page's placed form, and whether it has a group
  colours A.ppm B.ppm two pictures of one page are the same
  ink A.pam X Y       the inks X mm from the left and Y mm from the top, of 255
  near A.png B.png    their mean Delta E is under 1
"""
import os, sys
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), 'preflight'))
import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String
import mutations
from mutations import File, MM, MARGIN, BLEED


class Ad(File):
    """One page; by default good, PDF/X-4, with a coloured square in each corner: which way is up shows."""

    def __init__(self, w=210, h=297, npages=1, **more):
        self.size = (w, h)
        super().__init__(w * MM, h * MM, npages, **more)

    def good_page(self):
        b, (w, h) = self.bleed, self.size
        return ('0.1 0 0.2 0 k %.3f %.3f %.3f %.3f re f\n' % (b[0], b[1], b[2] - b[0], b[3] - b[1]) +
                '1 0 0 0 k %s f 0 1 0 0 k %s f 0 0 1 0 k %s f\n' % (
                    self.rect(10, h - 30, 20, 20), self.rect(w - 30, h - 30, 20, 20), self.rect(10, 10, 20, 20)) +
                'q %.3f 0 0 %.3f %s cm /Im1 Do Q\n' % (50 * MM, 50 * MM, self.at(40, 45)) +
                self.text(10, '0 0 0 1 k', 20, 35))


# ---- the table ----

def good(): return Ad()
def half(): return Ad(178, 125)
def wide(): return Ad(210, 148)


def turned():
    """Drawn lying down and turned by /Rotate, so that it stands as `good` does."""
    f = Ad()
    upright = f.drawing[0]
    w, h = f.media[2], f.media[3]
    # the drawing, turned against the clock: (x, y) -> (h - y, x)
    f.drawing[0] = 'q 0 1 -1 0 %.3f 0 cm %s Q' % (h, upright)
    page = f.pages[0]
    for key in '/MediaBox', '/BleedBox', '/TrimBox':
        x0, y0, x1, y1 = [float(v) for v in page[key]]
        page[key] = Array([h - y1, x0, h - y0, x1])
    page.Rotate = 90
    return f


def unit():
    f = Ad()
    page = f.pages[0]
    f.drawing[0] = 'q 0.5 0 0 0.5 0 0 cm %s Q' % f.drawing[0]
    for key in '/MediaBox', '/BleedBox', '/TrimBox':
        page[key] = Array([float(v) / 2 for v in page[key]])
    page.UserUnit = 2
    return f


def crop():
    """A crop box away from 0, and everything else with it."""
    f = Ad()
    page = f.pages[0]
    f.drawing[0] = 'q 1 0 0 1 100 -50 cm %s Q' % f.drawing[0]
    for key in '/MediaBox', '/BleedBox', '/TrimBox':
        x0, y0, x1, y1 = [float(v) for v in page[key]]
        page[key] = Array([x0 + 100, y0 - 50, x1 + 100, y1 - 50])
    page.CropBox = page.BleedBox
    return f


def inherits():
    f = Ad()
    page = f.pages[0]
    f.pdf.Root.Pages.Resources = f.resources
    f.pdf.Root.Pages.MediaBox = page.MediaBox
    del page['/Resources'], page['/MediaBox']
    return f


def nofont():
    f = Ad()
    f.resources.Font.F1 = f.pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding))
    f.drawing[0] = f.drawing[0].replace(mutations.shown(), '(Hallo)')
    return f


def rgb():
    f = Ad()
    f.draw(0, '1 0 0 rg %s f\n' % f.rect(100, 100, 20, 20))
    return f


def icc():
    f = Ad()
    f.resources.ColorSpace.C = Array([Name.ICCBased, f.profile])
    f.draw(0, '/C cs 1 0 0 0 sc %s f\n' % f.rect(100, 100, 20, 20))
    return f


def spot():
    f = Ad()
    f.resources.ColorSpace.H = f.pdf.make_indirect(Array([Name.Separation, Name('/HKS 13 K'), Name.DeviceCMYK, Dictionary(
        FunctionType=2, Domain=[0, 1], N=1, C0=[0, 0, 0, 0], C1=[0, 1, 1, 0])]))
    f.draw(0, '/H cs 1 scn %s f\n' % f.rect(100, 100, 20, 20))
    return f


def coarse():
    f = Ad()
    f.resources.XObject.Im1 = f.picture(250, 250, '/DeviceCMYK', 8)
    return f


def javascript():
    f = Ad()
    f.pdf.Root.Names = Dictionary(JavaScript=Dictionary(Names=[String('a'), Dictionary(S=Name.JavaScript, JS=String('app.alert(1)'))]))
    return f


def stamp():
    f = Ad()
    form = f.pdf.make_indirect(Stream(f.pdf, b'0 0 0 1 k 0 0 50 20 re f', Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 50, 20]))
    f.pages[0].Annots = Array([
        Dictionary(Type=Name.Annot, Subtype=Name.Stamp, Rect=[100, 100, 150, 120], F=4, AP=Dictionary(N=form)),
        Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[200, 200, 250, 220], Border=[0, 0, 0])])
    return f


def layers():
    f = Ad()
    shown, off = (f.pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String(n))) for n in ('Deutsch', 'English'))
    f.pdf.Root.OCProperties = Dictionary(OCGs=[shown, off], D=Dictionary(OFF=[off], Order=[shown, off]))
    f.resources.Properties = Dictionary(A=shown, B=off)
    f.draw(0, '/OC /B BDC 0 0 0 1 k %s f EMC\n' % f.rect(100, 100, 20, 20))
    return f


def transparent(space):
    f = Ad()
    f.resources.ExtGState.T = Dictionary(ca=0.5)
    f.draw(0, 'q /T gs 0 1 0 0 k %s f Q\n' % f.rect(100, 100, 20, 20))
    if space:
        f.pages[0].Group = Dictionary(S=Name.Transparency, CS=Name(space))
    else:
        f.pages[0].Group = Dictionary(S=Name.Transparency)
    return f


def over():
    """Black that overprints, on cyan."""
    f = Ad()
    f.draw(0, '1 0 0 0 k %s f q /Over gs 0 0 0 1 k %s f Q\n' % (f.rect(120, 150, 60, 60), f.rect(140, 170, 20, 20)))
    return f


def recursion():
    f = Ad()
    form = f.pdf.make_indirect(Stream(f.pdf, b'/X Do', Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 600, 900]))
    form.Resources = Dictionary(XObject=Dictionary(X=form))
    f.resources.XObject.X = form
    f.draw(0, '/X Do\n')
    return f


def fork():
    """Forms that draw the next one ten times each, 12 deep: 10^12 squares."""
    f = Ad()
    form = f.pdf.make_indirect(Stream(f.pdf, b'0 0 1 1 re f', Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 600, 900]))
    for _ in range(12):
        form = f.pdf.make_indirect(Stream(f.pdf, b'/X Do ' * 10, Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 600, 900],
                                          Resources=Dictionary(XObject=Dictionary(X=form))))
    f.resources.XObject.X = form
    f.draw(0, '/X Do\n')
    return f


def bomb():
    """Content of two gigabytes in two megabytes."""
    import zlib
    f, z, piece, megabytes, check = Ad(), zlib.compressobj(9), b' ' * (1 << 20), 2048, 1
    head, part = z.compress(b'') + z.flush(zlib.Z_FULL_FLUSH), z.compress(piece) + z.flush(zlib.Z_FULL_FLUSH)
    for _ in range(megabytes):
        check = zlib.adler32(piece, check)
    f.raw = head + part * megabytes + b'\3\0' + check.to_bytes(4, 'big')
    return f


def many():
    f = Ad(npages=1)
    for _ in range(9999):
        f.pdf.pages.append(f.pdf.pages[0])
    return f


def no_trim():
    f = Ad()
    for key in '/TrimBox', '/BleedBox':
        del f.pages[0][key]
    f.pages[0].MediaBox = Array(f.trim)
    return f


def sheet():
    """No trim box: bleed and marks count as the size."""
    f = Ad()
    for key in '/TrimBox', '/BleedBox':
        del f.pages[0][key]
    return f


def no_bleed():
    f = Ad()
    f.pages[0].BleedBox = f.pages[0].TrimBox
    return f


def small(): return Ad(200, 280)
def small_half(): return Ad(170, 120)


def not_pdfx():
    f = Ad()
    f.xmp = None
    del f.pdf.Root['/OutputIntents']
    return f


def pdf20():
    f = Ad()
    f.save = dict(force_version='2.0')
    return f


def other_paper():
    f = Ad()
    f.intent.OutputConditionIdentifier = String('FOGRA52')
    return f


def two():
    f = Ad(npages=2)
    f.drawing[1] = f.drawing[1].replace('0.1 0 0.2 0 k', '0 0.3 0 0 k')
    return f


MADE = dict(good=good, half=half, wide=wide, turned=turned, unit=unit, crop=crop, inherits=inherits, nofont=nofont, rgb=rgb, icc=icc,
            spot=spot, coarse=coarse, javascript=javascript, over=over, stamp=stamp, layers=layers, recursion=recursion, fork=fork, bomb=bomb, many=many,
            no_trim=no_trim, sheet=sheet, no_bleed=no_bleed, small=small, small_half=small_half, not_pdfx=not_pdfx, pdf20=pdf20, other_paper=other_paper,
            two=two, group_none=lambda: transparent(None), group_cmyk=lambda: transparent('/DeviceCMYK'), group_rgb=lambda: transparent('/DeviceRGB'))


def make(out):
    os.makedirs(out, exist_ok=True)
    made = {name: build() for name, build in MADE.items()}
    for name, f in made.items():
        f.write('%s/%s.pdf' % (out, name))
    # content in three streams, cut between two objects
    p = Pdf.open(out + '/good.pdf')
    data = p.pages[0].Contents.read_bytes()
    cuts = [0, data.index(b' ', len(data) // 3), data.index(b' ', len(data) * 2 // 3), len(data)]
    p.pages[0].Contents = Array([p.make_indirect(Stream(p, data[a:b])) for a, b in zip(cuts, cuts[1:])])
    p.save(out + '/pieces.pdf')
    # large: with a comment that nothing makes small
    p = Pdf.open(out + '/good.pdf')
    noise = b''.join(b'%%%040x\n' % (7 ** (i + 60) % (1 << 160)) for i in range(20000))
    p.pages[0].Contents = p.make_indirect(Stream(p, noise + p.pages[0].Contents.read_bytes()))
    p.save(out + '/large.pdf', compress_streams=False)
    p = Pdf.open(out + '/bomb.pdf')
    s = Stream(p, b'')
    s.write(made['bomb'].raw, filter=Name.FlateDecode)
    p.pages[0].Contents = p.make_indirect(s)
    p.save(out + '/bomb2.pdf', stream_decode_level=pikepdf.StreamDecodeLevel.none)
    os.replace(out + '/bomb2.pdf', out + '/bomb.pdf')
    p = Pdf.open(out + '/good.pdf')
    p.save(out + '/locked.pdf', encryption=pikepdf.Encryption(owner='o', user='u'))
    p.save(out + '/restricted.pdf', encryption=pikepdf.Encryption(owner='o', user='', allow=pikepdf.Permissions(extract=False)))
    data = open(out + '/good.pdf', 'rb').read()
    open(out + '/truncated.pdf', 'wb').write(data[:len(data) // 2])
    open(out + '/header.pdf', 'wb').write(b'%PDF-1.6\n' + bytes(range(256)) * 20)
    # recompressed: what a layout program writes
    p.save(out + '/packed.pdf', compress_streams=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)


# ---- what became of them ----

def forms(pdf, page):
    """The placed forms of a page: inside the one that sets the graphics state back."""
    for name, x in pdf.pages[page].Resources.get('/XObject', {}).items():
        if x.get('/Subtype') == '/Form' and '/Fresh' in x.get('/Resources', {}).get('/ExtGState', {}):
            yield x.Resources.XObject.P


def raw_streams(o, seen, out):
    if isinstance(o, (pikepdf.Dictionary, pikepdf.Stream, pikepdf.Array)):
        if o.is_indirect:
            if o.objgen in seen:
                return
            seen.add(o.objgen)
        if isinstance(o, pikepdf.Stream):
            out.append((bytes(o.read_raw_bytes()), '/Filter' in o, o))
        for v in (o if isinstance(o, pikepdf.Array) else [v for k, v in o.items() if k not in ('/Parent', '/P')]):
            raw_streams(v, seen, out)


def same(a, b, page=0):
    pa, pb = Pdf.open(a), Pdf.open(b)
    want, got = [], []
    source = pa.pages[page]
    raw_streams(source.obj.Contents, set(), want)
    raw_streams(source.obj.get('/Resources', pa.Root.Pages.get('/Resources')), set(), want)
    for p in range(len(pb.pages)):
        for f in forms(pb, p):
            raw_streams(f, set(), got)
    assert len(want) >= 3, len(want)
    raw = [g for g, _, _ in got]
    # What is not compressed is compressed now; nothing else is touched.
    plain = [bytes(o.read_bytes()) for _, filtered, o in got if filtered and o.get('/Filter') == '/FlateDecode']
    for w, filtered, _ in want:
        assert w in raw or (not filtered and w in plain), (len(w), w[:60])


def form(b, page):
    pdf = Pdf.open(b)
    for f in forms(pdf, page):
        print(' '.join('%.2f' % float(v) for v in f.BBox), '|', ' '.join('%.5f' % float(v) for v in f.Matrix), '|', f.get('/Group', {}).get('/CS', 'none'))


def ink(path, x, y):
    """The inks at a place of a page of 210 x 297 mm, of 255, in a picture of Ghostscript's pamcmyk32."""
    head, data = open(path, 'rb').read().split(b'ENDHDR\n', 1)
    size = dict(line.split(b' ', 1) for line in head.split(b'\n') if b' ' in line)
    w, h = int(size[b'WIDTH']), int(size[b'HEIGHT'])
    at = 4 * (int(float(y) / 297 * h) * w + int(float(x) / 210 * w))
    print(*data[at:at + 4])


def colours(a, b):
    import subprocess
    raw = []
    for path in (a, b):
        data = open(path, 'rb').read()
        parts = data.split(b'\n', 3)
        assert parts[0] == b'P6', parts[0]
        raw.append((parts[1], parts[3]))
    assert raw[0][0] == raw[1][0], (raw[0][0], raw[1][0])
    x, y = raw[0][1], raw[1][1]
    diffs = [abs(p - q) for p, q in zip(x, y)]
    far = sum(d > 8 for d in diffs)
    print('mean %.3f, %.4f %% differ' % (sum(diffs) / len(diffs), 100 * far / len(diffs)))
    assert sum(diffs) / len(diffs) < 0.5 and far < len(diffs) / 500


def near(a, b):
    import importlib
    tools = importlib.import_module('print')
    (w, h, p), (w2, h2, q) = tools.png(a), tools.png(b)
    assert (w, h) == (w2, h2), (w, h, w2, h2)
    all = [tools.de76(tools.lab(p(x, y)), tools.lab(q(x, y))) for y in range(2, h - 2, 3) for x in range(2, w - 2, 3)]
    print('mean Delta E %.3f' % (sum(all) / len(all)))
    assert sum(all) / len(all) < 1


if __name__ == '__main__':
    what, args = sys.argv[1], sys.argv[2:]
    {'make': make, 'same': same, 'form': lambda b, p: form(b, int(p)), 'colours': colours, 'near': near, 'ink': ink}[what](*args)
