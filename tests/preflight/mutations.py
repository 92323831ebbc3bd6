#!/usr/bin/python3
"""tests/preflight/mutations.py OUT - one good PDF/X-4, and for every rule PDFs that break just that rule.

Writes OUT/NAME.pdf and prints a line for each:  NAME  PRINT-PROFILE  RULE...  (RULE "-": nothing may be found).
A mutation is a function over the good file (struct File) or over its bytes; the table is at the end.
"""
import hashlib, os, re, shutil, struct, sys, zlib
from io import BytesIO
import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String
from fontTools import subset
from fontTools.ttLib import TTFont

MM = 72 / 25.4
MARGIN, BLEED = 5 * MM, 3 * MM
FONT = '/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf'
TEXT = 'Hallo Osnabrück'

# ---- a small CMYK output profile: sixteen Neugebauer primaries, interpolated ----

PAPER = (95, 0, -2)
SOLIDS = {  # bits C M Y
    (0, 0, 0): PAPER, (1, 0, 0): (55, -37, -50), (0, 1, 0): (48, 74, -3), (0, 0, 1): (89, -5, 93),
    (0, 1, 1): (47, 68, 48), (1, 0, 1): (49, -65, 27), (1, 1, 0): (24, 22, -46), (1, 1, 1): (23, 0, 0),
}
D50 = (0.9642, 1.0, 0.8249)


def xyz(lab):
    fy = (lab[0] + 16) / 116
    f = (fy + lab[1] / 500, fy, fy - lab[2] / 200)
    return [w * (t ** 3 if t > 6 / 29 else 3 * (6 / 29) ** 2 * (t - 4 / 29)) for w, t in zip(D50, f)]


def lab(v):
    f = [t ** (1 / 3) if t > (6 / 29) ** 3 else t / (3 * (6 / 29) ** 2) + 4 / 29 for t in (x / w for x, w in zip(v, D50))]
    return 116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])


def relative(absolute):
    return lab([x / p * w for x, p, w in zip(xyz(absolute), xyz(PAPER), D50)])


def lut(nin, nout, table):
    head = b'mft2' + bytes(4) + bytes([nin, nout, 2, 0])
    head += b''.join(struct.pack('>i', 65536 if i % 4 == 0 else 0) for i in range(9)) + struct.pack('>HH', 2, 2)
    line = struct.pack('>HH', 0, 65535)
    clut = b''.join(struct.pack('>H', max(0, min(65535, round(v)))) for row in table for v in row)
    return head + line * nin + clut + line * nout


def profile(shift=0, kind=b'prtr'):
    a2b = []
    for c in (0, 1):
        for m in (0, 1):
            for y in (0, 1):
                for k in (0, 1):
                    L, a, b = SOLIDS[c, m, y] if not k else ((16, 0, 0) if not (c or m or y) else (10, 0, 0))
                    L, a, b = relative((L, a + (shift if c else 0), b))
                    a2b.append((L * 652.8, (a + 128) * 256, (b + 128) * 256))
    b2a = [(0, 0, 0, 0 if L else 65535) for L in (0, 1) for _ in range(4)]
    text = b'zivos test\0'
    tags = [(b'desc', b'desc' + bytes(4) + struct.pack('>I', len(text)) + text + bytes(12 + 67)),
            (b'cprt', b'text' + bytes(4) + b'public domain\0'),
            (b'wtpt', b'XYZ ' + bytes(4) + b''.join(struct.pack('>i', round(v * 65536)) for v in xyz(PAPER))),
            (b'A2B0', lut(4, 3, a2b)), (b'B2A0', lut(3, 4, b2a))]
    table, data, at = b'', b'', 128 + 4 + 12 * len(tags)
    for sig, d in tags:
        d += bytes(-len(d) % 4)
        table += sig + struct.pack('>II', at, len(d))
        data += d
        at += len(d)
    head = struct.pack('>I4sI4s4s4s', at, bytes(4), 0x02400000, kind, b'CMYK', b'Lab ')
    head += struct.pack('>6H', 2026, 1, 1, 0, 0, 0) + b'acsp' + bytes(28)
    head += b''.join(struct.pack('>i', round(v * 65536)) for v in D50)
    return head + bytes(128 - len(head)) + struct.pack('>I', len(tags)) + table + data


# ---- the good file ----

XMP = '''<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/" xmp:CreatorTool="zivos test" pdf:Trapped="False">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Brücken</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>Redaktion</rdf:li></rdf:Seq></dc:creator>
<xmp:CreateDate>2026-01-31T12:00:00+01:00</xmp:CreateDate>
<xmp:ModifyDate>2026-01-31T11:30:00Z</xmp:ModifyDate>
<xmp:MetadataDate>2026-01-31T12:30:00+01:00</xmp:MetadataDate>
<xmpMM:DocumentID>uuid:1</xmpMM:DocumentID><xmpMM:VersionID>1</xmpMM:VersionID>
<xmpMM:RenditionClass>default</xmpMM:RenditionClass>
<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>'''


def font_subset():
    options = subset.Options()
    options.layout_features = []
    options.notdef_outline = True
    font = TTFont(FONT)
    s = subset.Subsetter(options)
    s.populate(text=TEXT)
    s.subset(font)
    out = BytesIO()
    font.save(out)
    return out.getvalue(), TTFont(BytesIO(out.getvalue()))


FONT_DATA, FONT_TABLES = font_subset()
CMAP, GLYPHS, EM = FONT_TABLES.getBestCmap(), FONT_TABLES.getGlyphOrder(), FONT_TABLES['head'].unitsPerEm


def gid(ch):
    return GLYPHS.index(CMAP[ord(ch)])


def width(name):
    return FONT_TABLES['hmtx'][name][0] * 1000 / EM


def shown(text=TEXT):
    return '<' + ''.join('%04X' % gid(c) for c in text) + '>'


class File:
    """The good file while it is made: objects by name, drawing by page."""

    def __init__(self, w=210 * MM, h=297 * MM, npages=4):
        self.pdf = p = Pdf.new()
        self.save = dict(force_version='1.6')
        self.trim = [MARGIN + BLEED, MARGIN + BLEED, MARGIN + BLEED + w, MARGIN + BLEED + h]
        self.bleed = [MARGIN, MARGIN, MARGIN + 2 * BLEED + w, MARGIN + 2 * BLEED + h]
        self.media = [0, 0, w + 2 * BLEED + 2 * MARGIN, h + 2 * BLEED + 2 * MARGIN]
        self.fontfile = p.make_indirect(Stream(p, FONT_DATA))
        self.descriptor = p.make_indirect(Dictionary(
            Type=Name.FontDescriptor, FontName=Name('/ABCDEF+NotoSans'), Flags=32, FontBBox=[-600, -300, 1500, 1100], ItalicAngle=0,
            Ascent=1069, Descent=-293, CapHeight=714, StemV=80, FontFile2=self.fontfile))
        self.unicode = p.make_indirect(Stream(p, (
            'begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange %d beginbfchar\n' % len(set(TEXT)) +
            ''.join('<%04X> <%04X>\n' % (gid(c), ord(c)) for c in sorted(set(TEXT))) + 'endbfchar endcmap').encode()))
        self.cid = p.make_indirect(Dictionary(
            Type=Name.Font, Subtype=Name.CIDFontType2, BaseFont=Name('/ABCDEF+NotoSans'), FontDescriptor=self.descriptor,
            CIDSystemInfo=Dictionary(Registry=String('Adobe'), Ordering=String('Identity'), Supplement=0),
            CIDToGIDMap=Name.Identity, DW=0, W=Array([0, Array([round(width(g), 3) for g in GLYPHS])])))
        self.font = p.make_indirect(Dictionary(
            Type=Name.Font, Subtype=Name.Type0, BaseFont=Name('/ABCDEF+NotoSans'), Encoding=Name('/Identity-H'),
            DescendantFonts=[self.cid], ToUnicode=self.unicode))
        self.simple = p.make_indirect(Dictionary(
            Type=Name.Font, Subtype=Name.TrueType, BaseFont=Name('/ABCDEF+NotoSans'), Encoding=Name.WinAnsiEncoding, FirstChar=32, LastChar=255,
            Widths=Array([round(width(CMAP.get(ord(bytes([i]).decode('cp1252', 'replace')), '.notdef')), 3) for i in range(32, 256)]),
            FontDescriptor=self.descriptor))
        self.image = self.picture(600, 600, '/DeviceCMYK', 8)
        self.resources = p.make_indirect(Dictionary(
            Font=Dictionary(F1=self.font, F2=self.simple), XObject=Dictionary(Im1=self.image), ColorSpace=Dictionary(),
            Pattern=Dictionary(), Shading=Dictionary(), ExtGState=Dictionary(Over=Dictionary(op=True, OP=True, OPM=1))))
        p.docinfo['/Title'] = String('Brücken')
        p.docinfo['/Author'] = String('Redaktion')
        p.docinfo['/Creator'] = String('zivos test')
        p.docinfo['/CreationDate'] = String("D:20260131120000+01'00'")
        p.docinfo['/ModDate'] = String('D:20260131113000Z')
        p.docinfo['/Trapped'] = Name('/False')
        self.xmp = XMP
        self.profile = p.make_indirect(Stream(p, profile(), N=4))
        self.intent = p.make_indirect(Dictionary(
            Type=Name.OutputIntent, S=Name.GTS_PDFX, OutputConditionIdentifier=String('FOGRA39'), RegistryName=String('http://www.color.org'),
            Info=String('Coated FOGRA39'), DestOutputProfile=self.profile))
        p.Root.OutputIntents = Array([self.intent])
        self.extra = {}
        self.drawing = [self.good_page() for _ in range(npages)]
        self.pages = []
        for _ in range(npages):
            page = p.add_blank_page(page_size=(self.media[2], self.media[3]))
            page.obj.MediaBox = Array(self.media)
            page.obj.BleedBox = Array(self.bleed)
            page.obj.TrimBox = Array(self.trim)
            page.obj.Resources = self.resources
            self.pages.append(page.obj)

    def picture(self, w, h, space, bits, **more):
        n = {'/DeviceCMYK': 4, '/DeviceRGB': 3, '/DeviceGray': 1}.get(space, 1) if isinstance(space, str) else 1
        s = Stream(self.pdf, bytes([64]) * ((w * n * bits + 7) // 8 * h), Type=Name.XObject, Subtype=Name.Image, Width=w, Height=h,
                   ColorSpace=Name(space) if isinstance(space, str) else space, BitsPerComponent=bits, **more)
        return self.pdf.make_indirect(s)

    def at(self, x, y):
        """mm from the trim's lower left corner"""
        return '%.3f %.3f' % (self.trim[0] + x * MM, self.trim[1] + y * MM)

    def rect(self, x, y, w, h):
        return '%s %.3f %.3f re' % (self.at(x, y), w * MM, h * MM)

    def text(self, size, how, x=30, y=200, string=None, font='F1', state='/Over gs'):
        return 'q BT %s %s /%s %g Tf 1 0 0 1 %s Tm %s Tj ET Q\n' % (state, how, font, size, self.at(x, y), string or shown())

    def good_page(self):
        b = self.bleed
        return ('0.1 0 0.2 0 k %.3f %.3f %.3f %.3f re f\n' % (b[0], b[1], b[2] - b[0], b[3] - b[1]) +
                'q %.3f 0 0 %.3f %s cm /Im1 Do Q\n' % (50 * MM, 50 * MM, self.at(20, 40)) +
                '0.8 0.2 0 0 k %s f\n' % self.rect(20, 140, 60, 20) +
                self.text(24, '0 0 0 0 k', 22, 145, state='') +
                self.text(10, '0 0 0 1 k', 20, 120) + self.text(10, '0 0 0 1 k', 20, 110, '(Hallo Osnabr\\374ck)', 'F2') +
                'q /Over gs 0 0 0 1 K 1 w %s m %s l S Q\n' % (self.at(20, 100), self.at(80, 100)))

    def draw(self, page, what):
        self.drawing[page] += what

    def write(self, path, post=None):
        p = self.pdf
        if self.xmp is not None:
            p.Root.Metadata = p.make_indirect(Stream(p, self.xmp.encode(), Type=Name.Metadata, Subtype=Name.XML))
        for page, drawing in zip(self.pages, self.drawing):
            page.Contents = p.make_indirect(Stream(p, drawing.encode('latin-1')))
        p.save(path, compress_streams=False, fix_metadata_version=False,
               **dict(dict(object_stream_mode=pikepdf.ObjectStreamMode.disable), **self.save))
        if post:
            data = open(path, 'rb').read()
            open(path, 'wb').write(post(data))


# ---- helpers of mutations ----

def res(f, kind, name, value):
    f.resources[kind][name] = value


def gs(f, text='', **entries):
    res(f, '/ExtGState', '/X', f.pdf.make_indirect(Dictionary(**entries)))
    f.draw(1, 'q /X gs %s Q\n' % text)


def separation(f, name, alternate='/DeviceCMYK', c1=(0, 1, 1, 0)):
    fn = Dictionary(FunctionType=2, Domain=[0, 1], N=1, C0=[0] * len(c1), C1=list(c1))
    return f.pdf.make_indirect(Array([Name.Separation, Name(name), Name(alternate), fn]))


def spot(f, name, key='/Sp', y=200, **more):
    res(f, '/ColorSpace', key, separation(f, name, **more))
    f.draw(1, '%s cs 1 scn %s f\n' % (key, f.rect(100, y, 20, 10)))


def form(f, drawing, **more):
    more.setdefault('BBox', Array(f.media))
    return f.pdf.make_indirect(Stream(f.pdf, drawing.encode(), Type=Name.XObject, Subtype=Name.Form, Resources=f.resources, **more))


def place(f, obj, x=100, y=40, w=50, h=50, draw=True):
    res(f, '/XObject', '/Y', obj)
    if draw:
        f.draw(1, 'q %.3f 0 0 %.3f %s cm /Y Do Q\n' % (w * MM, h * MM, f.at(x, y)))


def type3(f, glyph):
    res(f, '/Font', '/T3', f.pdf.make_indirect(Dictionary(
        Type=Name.Font, Subtype=Name.Type3, FontBBox=[0, 0, 1000, 1000], FontMatrix=[0.001, 0, 0, 0.001, 0, 0], FirstChar=97, LastChar=97,
        Widths=[800], Encoding=Dictionary(Differences=[97, Name('/a')]), CharProcs=Dictionary(a=Stream(f.pdf, glyph.encode())),
        Resources=Dictionary())))
    f.draw(1, f.text(20, '0 0 0 1 k', string='(a)', font='T3'))


def smask(f, space):
    mask = form(f, '0 g %s f' % f.rect(0, 0, 10, 10), Group=Dictionary(S=Name.Transparency, CS=Name(space)))
    gs(f, '1 0 0 0 k %s f' % f.rect(100, 200, 20, 20), SMask=Dictionary(S=Name.Luminosity, G=mask))


def pattern(f, drawing):
    res(f, '/Pattern', '/P', f.pdf.make_indirect(Stream(
        f.pdf, drawing.encode(), PatternType=1, PaintType=1, TilingType=1, BBox=[0, 0, 10, 10], XStep=10, YStep=10, Resources=Dictionary())))
    f.draw(1, '/Pattern cs /P scn %s f\n' % f.rect(100, 200, 20, 20))


def shading(f, space, c0, c1):
    fn = Dictionary(FunctionType=2, Domain=[0, 1], N=1, C0=c0, C1=c1)
    res(f, '/Shading', '/S', f.pdf.make_indirect(Dictionary(
        ShadingType=2, ColorSpace=Name(space), Coords=[0, 0, 100, 100], Function=fn)))
    f.draw(1, 'q %s W n /S sh Q\n' % f.rect(100, 200, 20, 20))


def remove(f, start, end=None):
    """An element's or attribute's text out of the XMP."""
    i = f.xmp.index(start)
    f.xmp = f.xmp[:i] + f.xmp[f.xmp.index(end, i) + len(end):]


def deep(n):
    a = Array([1])
    for _ in range(n):
        a = Array([a])
    return a


def link(**action):
    return Dictionary(Type=Name.Action, **action)


def stream(f, **entries):
    return f.pdf.make_indirect(Stream(f.pdf, b'xxxx', **entries))


def line(f, width, colour='0 0 0 1 K', state='/Over gs'):
    f.draw(1, 'q %s %s %g w %s m %s l S Q\n' % (state, colour, width, f.at(100, 200), f.at(150, 200)))


def filled(f, colour, state='', box=(100, 200, 20, 20)):
    f.draw(1, 'q %s %s %s f Q\n' % (state, colour, f.rect(*box)))


def noise(n):
    """Bytes that no filter makes smaller, the same each time."""
    return b''.join(hashlib.sha256(b'%d' % i).digest() for i in range(n // 32 + 1))[:n]


# Grey, 300 by 300, of one tone: header, tables of one code each, an empty scan.
JPEG = (b'\xff\xd8' + b'\xff\xdb\0\x43\0' + b'\x01' * 64 + b'\xff\xc0\0\x0b\x08\x01\x2c\x01\x2c\x01\x01\x11\0' +
        b'\xff\xc4\0\x14\0\x01' + bytes(15) + b'\0' + b'\xff\xc4\0\x14\x10\x01' + bytes(15) + b'\0' +
        b'\xff\xda\0\x08\x01\x01\0\0\x3f\0' + bytes(400) + b'\xff\xd9')


def jpx(channels, colours):
    """The boxes of a JPEG 2000 round a codestream that stops after its size."""
    def box(kind, data):
        return struct.pack('>I', 8 + len(data)) + kind + data
    size = struct.pack('>HHIIIIIIIIH', 0x26 + 3 * channels, 0, 300, 300, 0, 0, 300, 300, 0, 0, channels) + b'\x07\x01\x01' * channels
    return (box(b'jP  ', b'\r\n\x87\n') + box(b'ftyp', b'jp2 \0\0\0\0jp2 ') +
            box(b'jp2h', box(b'ihdr', struct.pack('>IIHBBBB', 300, 300, channels, 7, 7, 0, 0)) +
                box(b'colr', b'\x01\0\0' + struct.pack('>I', colours))) +
            box(b'jp2c', b'\xff\x4f\xff\x51' + size + b'\xff\xd9'))


def image(f, data, mask=None, **more):
    """A picture of 300 by 300 grey pixels on 25 mm, but for what is said otherwise."""
    keys = dict(dict(Type=Name.XObject, Subtype=Name.Image, Width=300, Height=300, ColorSpace=Name.DeviceGray, BitsPerComponent=8), **more)
    if mask:
        keys['SMask'].write(mask)
    place(f, f.pdf.make_indirect(Stream(f.pdf, data, **{k: v for k, v in keys.items() if v is not None})), w=25, h=25)


def indexed_in_itself(f):
    a = f.pdf.make_indirect(Array([Name.Indexed, Name.DeviceCMYK, 1, String('abcdefgh')]))
    a[1] = a
    return a


def type3_in_itself(f):
    type3(f, '800 0 d0 BT /T3 1 Tf (a) Tj ET')
    f.resources.Font.T3 = f.pdf.make_indirect(f.resources.Font.T3)
    f.resources.Font.T3.Resources = Dictionary(Font=Dictionary(T3=f.resources.Font.T3))


def named_like_metadata(f):
    """Pages that differ in a form named Metadata alone: what is known of the first must not hold for the second."""
    for page, k in ((0, '0.1 0 0 0'), (1, '0.9 0.9 0.9 1')):
        f.drawing[page] = f.good_page() + '/Metadata Do\n'
        f.pages[page].Resources = Dictionary({key: value for key, value in f.resources.items() if key != '/XObject'})
        f.pages[page].Resources.XObject = Dictionary(Im1=f.image, Metadata=form(f, 'q %s k %s f Q' % (k, f.rect(100, 200, 20, 20))))


def annotation(f, **more):
    x, y = f.trim[0] + 100, f.trim[1] + 100
    f.pages[1].Annots = Array([f.pdf.make_indirect(Dictionary(Type=Name.Annot, Rect=[x, y, x + 20, y + 20], **more))])


def icc_space(f):
    return Array([Name.ICCBased, f.profile])


def old(version, conformance=None):
    def change(f):
        f.pdf.docinfo['/GTS_PDFXVersion'] = String(version)
        f.save['force_version'] = '1.4'
    return change


def set_key(where, key, value):
    def change(f):
        obj = where(f)
        if value is None:
            del obj[key]
        else:
            obj[key] = value(f) if callable(value) else value
    return change


info = lambda f: f.pdf.docinfo
root = lambda f: f.pdf.Root
page2 = lambda f: f.pages[1]
intent = lambda f: f.intent


def title_gone(f):
    del f.pdf.docinfo['/Title']
    remove(f, '<dc:title>', '</dc:title>')


def endless(f):
    x = form(f, '/Z Do')
    res(f, '/XObject', '/Z', x)
    f.draw(1, '/Z Do\n')


def spread(f):
    f.__init__(297 * MM, 210 * MM)


def three(f):
    f.__init__(npages=3)


def smaller(f):
    t = f.trim
    f.pages[2].TrimBox = Array([t[0], t[1], t[2] - 2 * MM, t[3]])


def attached(f):
    file = Dictionary(Type=Name.Filespec, F=String('a.txt'), UF=String('a.txt'), EF=Dictionary(F=stream(f, Type=Name.EmbeddedFile)))
    f.pdf.Root.Names = Dictionary(EmbeddedFiles=Dictionary(Names=[String('a.txt'), file]))


def layers(f):
    g = f.pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String('Text')))
    f.pdf.Root.OCProperties = Dictionary(OCGs=[g], D=Dictionary(Order=[g]))


def two_definitions(f):
    spot(f, '/Gold', '/A')
    spot(f, '/Gold', '/B', y=220, c1=(0, 0.3, 1, 0.2))


def similar_names(f):
    spot(f, '/PANTONE 300 C', '/A')
    spot(f, '/Pantone 300C', '/B', y=220)


def no_widths(f):
    f.cid.W = Array([0, Array([round(width(g), 3) + 50 for g in GLYPHS])])
    f.simple.Encoding = Name.WinAnsiEncoding


T = lambda *a, **k: lambda f: f.draw(1, f.text(*a, **k))
K = '0 0 0 1 k'
RGB_INLINE = 'q 5 0 0 5 300 300 cm BI /W 1 /H 1 /CS /RGB /BPC 8 ID abc EI Q\n'

# ---- the table: name, print profile, rule, change, change of bytes ----

MUTATIONS = [
    ('good', 'gestrichen', '-', lambda f: None),
    ('good-digital', 'digital', '-', lambda f: None),
    ('good-ink', 'gestrichen', '-', lambda f: filled(f, '0.5 0.5 0.5 1 k')),
    ('good-x3', 'gestrichen-x3', '-', old('PDF/X-3:2003')),
    ('good-x1a', 'gestrichen-x1a', '-', old('PDF/X-1a:2003')),
    ('good-separation-black', 'gestrichen', '-', lambda f: (res(f, '/ColorSpace', '/B', separation(f, '/Black', c1=(0, 0, 0, 1))),
                                                       f.draw(1, f.text(10, '/B cs 1 scn')))),
    ('good-transparency', 'gestrichen', '-', lambda f: gs(f, '1 0 0 0 k %s f' % f.rect(100, 200, 20, 20), ca=0.5, BM=Name.Multiply)),
    ('good-group', 'gestrichen', '-', set_key(page2, '/Group', lambda f: Dictionary(S=Name.Transparency, CS=Name.DeviceCMYK))),
    ('good-smask', 'gestrichen', '-', lambda f: smask(f, '/DeviceGray')),
    ('good-marks', 'gestrichen', '-', lambda f: f.draw(1, 'q 1 1 1 1 K 0.25 w %.3f 0 m %.3f %.3f l S Q\n' % (f.trim[0], f.trim[0], MARGIN))),
    ('good-form', 'gestrichen', '-', lambda f: (res(f, '/XObject', '/Z', form(f, f.text(10, K))), f.draw(1, '/Z Do\n'))),
    ('good-inline', 'gestrichen', '-', lambda f: f.draw(1, 'q 5 0 0 5 300 300 cm BI /W 1 /H 1 /CS /CMYK /BPC 8 ID abEI EI Q\n')),

    ('syntax-xref', 'gestrichen', 'file-syntax', None, lambda b: b[:b.rindex(b'startxref')] + b'startxref\n7\n%%EOF\n'),
    ('syntax-random', 'gestrichen', 'file-syntax', None, lambda b: bytes((i * 7919 >> 3) % 256 for i in range(5000))),
    ('syntax-cut', 'gestrichen', 'file-syntax', None, lambda b: b[:200]),
    ('complete', 'gestrichen', 'check-complete', set_key(info, '/Deep', lambda f: deep(120))),
    ('encrypted', 'gestrichen', 'file-encrypt', lambda f: f.save.update(encryption=pikepdf.Encryption(owner='x', user='', R=4, aes=True))),
    ('locked', 'gestrichen', 'file-encrypt', lambda f: f.save.update(encryption=pikepdf.Encryption(owner='x', user='y', R=4, aes=True))),
    ('version-17', 'gestrichen', 'file-version', lambda f: f.save.update(force_version='1.7')),
    ('version-14', 'gestrichen', 'file-version', lambda f: f.save.update(force_version='1.4')),
    ('version-catalog', 'gestrichen', 'file-version', set_key(root, '/Version', Name('/1.7'))),
    ('no-id', 'gestrichen', 'file-id', None, lambda b: b.replace(b'/ID [', b'/XX [')),
    ('object-streams', 'gestrichen-x3', 'file-objstm', lambda f: (old('PDF/X-3:2003')(f),
                                                      f.save.update(object_stream_mode=pikepdf.ObjectStreamMode.generate, force_version='1.5')),
     lambda b: b.replace(b'%PDF-1.5', b'%PDF-1.4')),
    ('external', 'gestrichen', 'file-external', lambda f: place(f, stream(f, F=String('other.dat')), draw=False)),
    ('embedded', 'gestrichen', 'file-embedded', attached),
    ('unknown-operator', 'gestrichen', 'content-parse', lambda f: f.draw(1, '1 2 foo\n')),
    ('q-open', 'gestrichen', 'content-parse', lambda f: f.draw(1, 'q\n')),
    ('q-deep', 'gestrichen', 'content-parse', lambda f: f.draw(1, 'q ' * 29 + 'Q ' * 29)),
    ('Q-alone', 'gestrichen', 'content-parse', lambda f: f.draw(1, 'Q\n')),
    ('resource-missing', 'gestrichen', 'content-parse', lambda f: f.draw(1, '/Nix gs\n')),
    ('form-endless', 'gestrichen', 'content-parse', endless),
    ('text-open', 'gestrichen', 'content-parse', lambda f: f.draw(1, 'BT\n')),
    ('syntax-in-content', 'gestrichen', 'content-parse', lambda f: f.draw(1, ') ] >>\n')),
    ('xmp-none', 'gestrichen', 'xmp-present', lambda f: setattr(f, 'xmp', None)),
    ('xmp-broken', 'gestrichen', 'xmp-present', lambda f: setattr(f, 'xmp', f.xmp.replace('</rdf:RDF>', ''))),
    ('xmp-doctype', 'gestrichen', 'xmp-present', lambda f: setattr(f, 'xmp', '<!DOCTYPE x [<!ENTITY a "b">]>' + f.xmp.split('\n', 1)[1])),
    ('xmp-no-packet', 'gestrichen', 'xmp-present', lambda f: setattr(f, 'xmp', f.xmp.split('\n', 1)[1].rsplit('\n', 1)[0])),
    ('xmp-x3', 'gestrichen', 'xmp-pdfx', lambda f: setattr(f, 'xmp', f.xmp.replace('PDF/X-4', 'PDF/X-4p'))),
    ('xmp-no-pdfx', 'gestrichen', 'xmp-pdfx', lambda f: remove(f, '<pdfxid:', '</pdfxid:GTS_PDFXVersion>')),
    ('info-other', 'gestrichen', 'info-pdfx', set_key(info, '/GTS_PDFXVersion', String('PDF/X-3:2003'))),
    ('info-none', 'gestrichen-x3', 'info-pdfx', lambda f: f.save.update(force_version='1.4')),
    ('xmp-no-version-id', 'gestrichen', 'xmp-mm', lambda f: remove(f, '<xmpMM:VersionID>', '</xmpMM:VersionID>')),
    ('xmp-no-date', 'gestrichen', 'xmp-dates', lambda f: remove(f, '<xmp:MetadataDate>', '</xmp:MetadataDate>')),
    ('xmp-bad-date', 'gestrichen', 'xmp-dates', lambda f: setattr(f, 'xmp', f.xmp.replace('2026-01-31T12:30:00+01:00', 'gestern'))),
    ('sync-author', 'gestrichen', 'xmp-info-sync', set_key(info, '/Author', String('Niemand'))),
    ('sync-date', 'gestrichen', 'xmp-info-sync', set_key(info, '/ModDate', String('D:20260131113001Z'))),
    ('no-title', 'gestrichen', 'meta-title', title_gone),
    ('no-dates', 'gestrichen-x3', 'info-dates', lambda f: (old('PDF/X-3:2003')(f), f.pdf.docinfo.__delitem__('/ModDate'))),
    ('trapped-unknown', 'gestrichen', 'trapped', set_key(info, '/Trapped', Name.Unknown)),
    ('trapped-none', 'gestrichen', 'trapped', lambda f: (f.pdf.docinfo.__delitem__('/Trapped'),
                                                   setattr(f, 'xmp', f.xmp.replace('pdf:Trapped="False"', '')))),
    ('trapped-differs', 'gestrichen', 'trapped', set_key(info, '/Trapped', Name('/True'))),
    ('intent-none', 'gestrichen', 'oi-present', set_key(root, '/OutputIntents', None)),
    ('intent-two', 'gestrichen', 'oi-present', lambda f: f.pdf.Root.OutputIntents.append(f.intent)),
    ('intent-no-info', 'gestrichen', 'oi-entries', lambda f: (f.intent.__delitem__('/Info'), f.intent.__delitem__('/RegistryName'))),
    ('intent-no-profile', 'gestrichen', 'oi-profile', set_key(intent, '/DestOutputProfile', None)),
    ('intent-monitor', 'gestrichen', 'oi-profile', lambda f: f.profile.write(profile(kind=b'mntr'))),
    ('intent-cut', 'gestrichen', 'oi-profile', lambda f: f.profile.write(profile()[:-100])),
    ('intent-random', 'gestrichen', 'oi-profile', lambda f: f.profile.write(b'\x7f' * 3000)),
    ('intent-uncoated', 'gestrichen', 'oi-condition', set_key(intent, '/OutputConditionIdentifier', String('FOGRA29'))),
    ('intent-wrong-data', 'gestrichen', 'oi-colorimetry', lambda f: f.profile.write(profile(shift=20))),
    ('media-empty', 'gestrichen', 'box-media', set_key(page2, '/MediaBox', Array([0, 0, 0, 0]))),
    ('trim-none', 'gestrichen', 'box-trim', set_key(page2, '/TrimBox', None)),
    ('trim-and-art', 'gestrichen', 'box-trim', set_key(page2, '/ArtBox', lambda f: Array(f.trim))),
    ('crop-to-trim', 'gestrichen', 'box-nested', set_key(page2, '/CropBox', lambda f: Array(f.trim))),
    ('bleed-outside', 'gestrichen', 'box-nested', set_key(page2, '/MediaBox', lambda f: Array([f.bleed[0] + 1] + f.media[1:]))),
    ('bleed-none', 'gestrichen', 'box-bleed', set_key(page2, '/BleedBox', None)),
    ('bleed-2mm', 'gestrichen', 'box-bleed', set_key(page2, '/BleedBox', lambda f: Array([f.bleed[0] + MM] + f.bleed[1:]))),
    ('size-differs', 'gestrichen', 'box-consistent', smaller),
    ('rotated', 'gestrichen', 'box-rotate', set_key(page2, '/Rotate', 90)),
    ('user-unit', 'gestrichen', 'box-rotate', set_key(page2, '/UserUnit', 2)),
    ('three-pages', 'gestrichen', 'page-count', three),
    ('landscape', 'gestrichen', 'page-single', spread),
    ('page-blank', 'gestrichen', 'page-empty', lambda f: f.drawing.__setitem__(2, '')),
    ('page-white', 'gestrichen', 'page-empty', lambda f: f.drawing.__setitem__(2, '0 0 0 0 k %s f' % f.rect(0, 0, 100, 100))),
    ('page-plate', 'gestrichen', 'page-presep', set_key(page2, '/SeparationInfo', lambda f: Dictionary(DeviceColorant=Name.Cyan))),
    ('print-area', 'gestrichen', 'view-print-area', set_key(root, '/ViewerPreferences', lambda f: Dictionary(PrintArea=Name.TrimBox))),
    ('font-not-embedded', 'gestrichen', 'font-embedded', lambda f: f.descriptor.__delitem__('/FontFile2')),
    ('font-garbage', 'gestrichen', 'font-program', lambda f: f.fontfile.write(b'no font at all')),
    ('glyph-notdef', 'gestrichen', 'font-notdef', T(10, K, string='<0000>')),
    ('glyph-beyond', 'gestrichen', 'font-missing', T(10, K, string='<7FF0>')),
    ('glyph-blank', 'gestrichen', 'font-missing', lambda f: f.unicode.write(f.unicode.read_bytes().replace(b'<0020>\n', b'<0041>\n'))),
    ('widths-far', 'gestrichen', 'font-widths', no_widths),
    ('type3-font', 'gestrichen', 'font-type3', lambda f: type3(f, '800 0 0 0 800 800 d1 0 0 800 800 re f')),
    ('no-tounicode', 'gestrichen', 'font-tounicode', lambda f: f.font.__delitem__('/ToUnicode')),
    ('invisible', 'gestrichen', 'font-invisible', lambda f: f.draw(1, f.text(10, K + ' 3 Tr'))),
    ('rgb-fill', 'gestrichen', 'col-device-rgb', lambda f: filled(f, '1 0 0 rg')),
    ('rgb-stroke', 'gestrichen', 'col-device-rgb', lambda f: line(f, 2, '1 0 0 RG', '')),
    ('rgb-text', 'gestrichen', 'col-device-rgb', lambda f: f.draw(1, f.text(10, '1 0 0 rg', state=''))),
    ('rgb-image', 'gestrichen', 'col-device-rgb', lambda f: place(f, f.picture(600, 600, '/DeviceRGB', 8))),
    ('rgb-indexed', 'gestrichen', 'col-device-rgb', lambda f: place(f, f.picture(
        600, 600, Array([Name.Indexed, Name.DeviceRGB, 1, String(b'abcdef')]), 8))),
    ('rgb-inline', 'gestrichen', 'col-device-rgb', lambda f: f.draw(1, RGB_INLINE)),
    ('rgb-form', 'gestrichen', 'col-device-rgb', lambda f: (res(f, '/XObject', '/Z', form(f, '1 0 0 rg %s f' % f.rect(100, 200, 20, 20))),
                                                       f.draw(1, '/Z Do\n'))),
    ('rgb-pattern', 'gestrichen', 'col-device-rgb', lambda f: pattern(f, '1 0 0 rg 0 0 5 5 re f')),
    ('rgb-shading', 'gestrichen', 'col-device-rgb', lambda f: shading(f, '/DeviceRGB', [1, 0, 0], [0, 0, 1])),
    ('icc-fill', 'gestrichen', 'col-managed', lambda f: (res(f, '/ColorSpace', '/I', icc_space(f)), filled(f, '/I cs 1 0 0 0 scn'))),
    ('lab-fill', 'gestrichen', 'col-managed', lambda f: (res(f, '/ColorSpace', '/I', Array([Name.Lab, Dictionary(WhitePoint=[0.96, 1, 0.82])])),
                                                    filled(f, '/I cs 50 20 20 scn'))),
    ('default-rgb', 'gestrichen', 'col-managed', lambda f: (res(f, '/ColorSpace', '/DefaultRGB', Array([Name.CalRGB, Dictionary(WhitePoint=[1, 1, 1])])),
                                                       filled(f, '1 0 0 rg'))),
    ('alternate-rgb', 'gestrichen', 'col-alternate', lambda f: spot(f, '/Cyan', alternate='/DeviceRGB', c1=(0, 1, 1))),
    ('spot', 'gestrichen', 'col-spots', lambda f: spot(f, '/HKS 13')),
    ('spot-two-ways', 'spots.xml', 'col-spot-names', two_definitions),
    ('spot-twice', 'spots.xml', 'col-spot-names', similar_names),
    ('registration', 'gestrichen', 'col-registration', lambda f: spot(f, '/All', c1=(1, 1, 1, 1))),
    ('group-rgb', 'gestrichen', 'col-group', set_key(page2, '/Group', lambda f: Dictionary(S=Name.Transparency, CS=Name.DeviceRGB))),
    ('group-gray', 'gestrichen', 'col-group', set_key(page2, '/Group', lambda f: Dictionary(S=Name.Transparency, CS=Name.DeviceGray))),
    ('smask-rgb', 'gestrichen', 'col-smask', lambda f: smask(f, '/DeviceRGB')),
    ('lzw', 'gestrichen', 'filter-lzw', lambda f: place(f, stream(f, Filter=Name.LZWDecode), draw=False)),
    ('jbig2', 'gestrichen-x3', 'filter-jbig2', lambda f: (old('PDF/X-3:2003')(f), place(f, stream(f, Filter=Name.JBIG2Decode), draw=False))),
    ('jpx', 'gestrichen', 'filter-jpx', lambda f: place(f, stream(f, Filter=Name.JPXDecode), draw=False)),
    ('crypt', 'gestrichen', 'filter-crypt', lambda f: place(f, stream(f, Filter=Name.Crypx), draw=False),
     lambda b: b.replace(b'/Crypx', b'/Crypt')),
    ('open-action', 'gestrichen', 'act-actions', set_key(root, '/OpenAction', lambda f: link(S=Name.Named, N=Name.NextPage))),
    ('javascript', 'gestrichen', 'act-javascript', set_key(root, '/OpenAction', lambda f: link(S=Name.JavaScript, JS=String('app.beep()')))),
    ('form-field', 'gestrichen', 'act-form', set_key(root, '/AcroForm', lambda f: Dictionary(Fields=[Dictionary(FT=Name.Tx, T=String('a'))]))),
    ('comment', 'gestrichen', 'annot-outside', lambda f: annotation(f, Subtype=Name.Text, Contents=String('?'))),
    ('transfer', 'gestrichen', 'gs-transfer', lambda f: gs(f, TR=Name.Identity)),
    ('halftone', 'gestrichen', 'gs-halftone', lambda f: gs(f, HT=Dictionary(HalftoneType=1, Frequency=60, Angle=45, SpotFunction=Name.Round))),
    ('halftone-phase', 'gestrichen', 'gs-halftone', lambda f: gs(f, HTP=Array([0, 0]))),
    ('black-generation', 'gestrichen', 'gs-blackgen', lambda f: gs(f, BG=Dictionary(FunctionType=2, Domain=[0, 1], N=1))),
    ('intent-unknown', 'gestrichen', 'gs-intent', lambda f: f.draw(1, '/Schoen ri\n')),
    ('blend-unknown', 'gestrichen', 'gs-blend', lambda f: gs(f, BM=Name.Schoen)),
    ('transparency-x3', 'gestrichen-x3', 'gs-transparency', lambda f: (old('PDF/X-3:2003')(f), gs(f, ca=0.5))),
    ('postscript', 'gestrichen', 'xobj-postscript', lambda f: place(f, stream(f, Type=Name.XObject, Subtype=Name.PS), draw=False)),
    ('opi', 'gestrichen', 'xobj-opi', lambda f: f.image.__setitem__('/OPI', Dictionary())),
    ('reference', 'gestrichen', 'xobj-reference', lambda f: place(f, form(f, '', Ref=Dictionary(F=String('a.pdf'), Page=0)), draw=False)),
    ('alternates', 'gestrichen', 'img-alternates', lambda f: f.image.__setitem__('/Alternates', Array([Dictionary(Image=f.image)]))),
    ('ppi-200', 'gestrichen', 'img-ppi', lambda f: place(f, f.picture(400, 400, '/DeviceCMYK', 8))),
    ('ppi-100', 'gestrichen', 'img-ppi', lambda f: place(f, f.picture(200, 200, '/DeviceGray', 8))),
    ('lineart-600', 'gestrichen', 'img-ppi-1bit', lambda f: place(f, f.picture(240, 240, '/DeviceGray', 1), w=10, h=10)),
    ('ppi-1200', 'gestrichen', 'img-ppi-max', lambda f: place(f, f.picture(500, 500, '/DeviceGray', 8), w=10, h=10)),
    ('bits-16', 'gestrichen', 'img-bits', lambda f: place(f, f.picture(600, 600, '/DeviceGray', 16))),
    ('picture-no-filter', 'gestrichen', 'img-data', lambda f: image(f, b'junk' * 500, Filter=Name.FooDecode)),
    ('picture-no-space', 'gestrichen', 'img-data', lambda f: image(f, b'x' * 90000, ColorSpace=None)),
    ('picture-space-in-itself', 'gestrichen', 'img-data', lambda f: image(f, b'x' * 90000, ColorSpace=indexed_in_itself(f))),
    ('picture-3-bits', 'gestrichen', 'img-data', lambda f: image(f, b'x' * 90000, BitsPerComponent=3)),
    ('picture-negative', 'gestrichen', 'img-data', lambda f: image(f, b'x' * 90000, Width=-300)),
    ('picture-huge', 'gestrichen', 'img-data img-ppi-max', lambda f: image(f, b'x' * 90000, Width=2000000000, Height=2000000000)),
    ('picture-larger-than-data', 'gestrichen', 'img-data img-ppi-max', lambda f: image(f, b'x' * 90000, Width=150000, Height=150000)),
    ('picture-short', 'gestrichen', 'img-data', lambda f: image(f, b'x' * 89000)),
    ('picture-flate', 'gestrichen', '-', lambda f: image(f, zlib.compress(bytes(90000)), Filter=Name.FlateDecode)),
    ('picture-flate-png', 'gestrichen', '-', lambda f: image(f, zlib.compress(bytes(90300)), Filter=Name.FlateDecode,
                                                    DecodeParms=Dictionary(Predictor=15, Colors=1, Columns=300))),
    ('picture-flate-png-short', 'gestrichen', 'img-data', lambda f: image(
        f, zlib.compress(bytes(90000 - 300)), Filter=Name.FlateDecode, DecodeParms=Dictionary(Predictor=15, Colors=1, Columns=300))),
    ('picture-flate-cut', 'gestrichen', 'img-data', lambda f: image(f, zlib.compress(noise(90000))[:30000], Filter=Name.FlateDecode)),
    ('picture-flate-junk', 'gestrichen', 'img-data', lambda f: image(f, b'junkjunk' * 500, Filter=Name.FlateDecode)),
    ('picture-hex', 'gestrichen', '-', lambda f: image(f, b'7f' * 90000 + b'>', Filter=Name.ASCIIHexDecode)),
    ('picture-mask-short', 'gestrichen', 'img-data', lambda f: image(f, b'x' * 90000, SMask=f.picture(300, 300, '/DeviceGray', 8), mask=b'x')),
    ('jpeg', 'gestrichen', '-', lambda f: image(f, JPEG, Filter=Name.DCTDecode)),
    ('jpeg-hex', 'gestrichen', '-', lambda f: image(f, JPEG.hex().encode() + b'>', Filter=Array([Name.ASCIIHexDecode, Name.DCTDecode]))),
    ('jpeg-junk', 'gestrichen', 'img-data', lambda f: image(f, b'\xff\xd8\xff\xe0nothing', Filter=Name.DCTDecode)),
    ('jpeg-cut', 'gestrichen', 'img-data', lambda f: image(f, JPEG[:-3], Filter=Name.DCTDecode)),
    ('jpeg-of-other-size', 'gestrichen', 'img-data', lambda f: image(f, JPEG, Filter=Name.DCTDecode, Width=310)),
    ('jpeg-grey-as-cmyk', 'gestrichen', 'img-data', lambda f: image(f, JPEG, Filter=Name.DCTDecode, ColorSpace=Name.DeviceCMYK)),
    ('jpx-rgb', 'gestrichen', 'col-device-rgb filter-jpx', lambda f: image(f, jpx(3, 16), Filter=Name.JPXDecode, ColorSpace=None)),
    ('jpx-grey', 'gestrichen', 'filter-jpx', lambda f: image(f, jpx(1, 17), Filter=Name.JPXDecode, ColorSpace=None)),
    ('jpx-says-nothing', 'gestrichen', 'filter-jpx img-data', lambda f: image(f, jpx(3, 99), Filter=Name.JPXDecode, ColorSpace=None)),
    ('jpx-rgb-as-cmyk', 'gestrichen', 'filter-jpx img-data', lambda f: image(
        f, jpx(3, 16), Filter=Name.JPXDecode, ColorSpace=Name.DeviceCMYK)),
    ('type3-in-itself', 'gestrichen', 'content-parse font-type3', type3_in_itself),
    ('unit-negative', 'gestrichen', 'box-media', set_key(page2, '/UserUnit', lambda f: -1)),
    ('layers', 'gestrichen', 'oc-layers', layers),
    ('transition', 'gestrichen', 'doc-presentation', set_key(page2, '/Trans', lambda f: Dictionary(S=Name.Wipe))),
    ('rich-black', 'gestrichen', 'txt-rich-black', T(10, '0.3 0.3 0.3 1 k', state='')),
    ('rich-grey', 'gestrichen', 'txt-rich-black', T(10, '0.5 0.45 0.45 0.1 k', state='')),
    ('black-knocks-out', 'gestrichen', 'txt-black-overprint', T(10, K, state='')),
    ('black-opm-0', 'gestrichen', 'txt-black-overprint', lambda f: (res(f, '/ExtGState', '/O0', Dictionary(op=True, OP=True, OPM=0)),
                                                             f.draw(1, f.text(10, K, state='/O0 gs')))),
    ('black-gray', 'gestrichen', 'txt-black-gray', T(10, '0 g')),
    ('text-4pt', 'gestrichen', 'txt-size', T(4, K)),
    ('text-7pt-colour', 'gestrichen', 'txt-multi-ink', T(7, '1 0.8 0 0 k', state='')),
    ('text-7pt-white', 'gestrichen', 'txt-multi-ink', T(7, '0 0 0 0 k', state='')),
    ('white-overprints', 'gestrichen', 'ovp-white', T(24, '0 0 0 0 k')),
    ('white-area-overprints', 'gestrichen', 'ovp-white', lambda f: filled(f, '0 0 0 0 k', '/Over gs')),
    ('grey-overprints', 'gestrichen', 'ovp-gray', lambda f: filled(f, '0.5 g', '/Over gs')),
    ('cyan-overprints', 'gestrichen', 'ovp-colour', lambda f: filled(f, '1 0 0 0 k', '/Over gs')),
    ('line-knocks-out', 'gestrichen', 'ovp-thin-black', lambda f: line(f, 1, state='')),
    ('hairline', 'gestrichen', 'line-width', lambda f: line(f, 0.2)),
    ('line-zero', 'gestrichen', 'line-width', lambda f: line(f, 0)),
    ('rule-thin', 'gestrichen', 'line-width', lambda f: filled(f, K, '/Over gs', (100, 200, 50, 0.05))),
    ('line-colours', 'gestrichen', 'line-multi-ink', lambda f: line(f, 0.4, '1 1 0 0 K', '')),
    ('black-square', 'gestrichen', 'black-area', lambda f: filled(f, K, '', (100, 180, 50, 50))),
    ('touches-edge', 'gestrichen', 'bleed-content', lambda f: filled(f, '1 0 0 0 k', '', (0, 180, 50, 50))),
    ('image-to-edge', 'gestrichen', 'bleed-content', lambda f: place(f, f.image, x=-1, y=180)),
    ('text-at-edge', 'gestrichen', 'safe-zone', T(10, K, 1, 200)),
    ('ink-370-metadata', 'gestrichen', 'tac', lambda f: named_like_metadata(f)),
    ('ink-370', 'gestrichen', 'tac', lambda f: filled(f, '0.9 0.9 0.9 1 k')),
    ('mark-inside', 'gestrichen', 'marks-outside', lambda f: f.draw(1, 'q /Over gs 0 0 0 1 K 0.5 w %s m %s l S Q\n' % (f.at(-3, 10), f.at(-1, 10)))),
]

# ---- figures of a print profile, each by a profile of its own: PDF, rule, attributes ----

FIGURES = [
    ('good', 'txt-size', dict(text='11pt')),
    ('good', 'txt-multi-ink', {'reversed-text': '25pt'}),
    ('black-knocks-out', '-', {'black-text': '9pt'}),
    ('rich-black', 'txt-rich-black', {'display-text': '9pt'}),
    ('good', 'line-width', dict(line='1.5pt')),
    ('good', 'line-width', {'line': '1.5pt', 'line-error': '1.2pt'}),
    ('line-colours', '-', {'reversed-line': '0.3pt'}),
    ('line-knocks-out', '-', {'black-line': '0.5pt'}),
    ('black-square', '-', {'black-area': '60mm'}),
    ('good', 'box-bleed', dict(bleed='4mm')),
    ('good', 'safe-zone', dict(safe='25mm')),
    ('good', 'box-consistent', dict(width='148mm')),
    ('good', 'box-consistent', dict(height='200mm')),
    ('three-pages', '-', {'page-multiple': '1'}),
    ('good', 'page-count', {'page-multiple': '16'}),
    ('good', 'img-ppi', dict(warning='310')),
    ('good', 'img-ppi', dict(warning='320', error='310')),
    ('good', 'img-ppi-max', dict(most='300')),
    ('ppi-1200', '-', dict(most='0')),
    ('lineart-600', '-', {'line-art-warning': '600'}),
    ('lineart-600', 'img-ppi-1bit', {'line-art-error': '700'}),
    ('spot', '-', dict(spots='1')),
    ('icc-fill', '-', {'managed-colour': 'yes'}),
    ('intent-uncoated', '-', dict(accepts='FOGRA29')),
    ('good', 'oi-condition', dict(condition='FOGRA60')),
    ('good-ink', 'tac', dict(limit='200')),
]


def own_profile(out, name, change):
    """layouts/print/gestrichen.xml with other figures."""
    xml = open('layouts/print/gestrichen.xml', encoding='utf-8').read()
    for attribute, value in change.items():
        new = re.sub(r'(\s)%s="[^"]*"' % attribute, r'\1%s="%s"' % (attribute, value), xml)
        element = {'managed-colour': 'output', 'width': 'paper', 'height': 'paper'}.get(attribute)
        xml = new if new != xml else xml.replace('<' + element, '<%s %s="%s"' % (element, attribute, value))
    open(os.path.join(out, name), 'w', encoding='utf-8').write(xml)


def main():
    out = sys.argv[1]
    os.makedirs(out, exist_ok=True)
    shutil.copy('layouts/print/gestrichen.icc', out)
    own_profile(out, 'spots.xml', dict(spots='2'))
    for name, prof, rule, change, *post in MUTATIONS:
        f = File()
        if change:
            change(f)
        f.write(os.path.join(out, name + '.pdf'), post[0] if post else None)
        print(name, os.path.join(out, prof) if prof.endswith('.xml') else prof, rule)
    for i, (pdf, rule, change) in enumerate(FIGURES):
        name = 'figure-%s-%s' % (next(iter(change)), pdf)
        own_profile(out, '%d.xml' % i, change)
        if not os.path.exists(os.path.join(out, name + '.pdf')):
            os.symlink(pdf + '.pdf', os.path.join(out, name + '.pdf'))
        print(name, os.path.join(out, '%d.xml' % i), rule)


if __name__ == '__main__':
    main()
