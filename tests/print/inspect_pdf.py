"""tests/print/inspect_pdf.py WHAT FILE.pdf [...] - what stands in a print PDF, read operator by operator with pikepdf.

  ink FILE [LIMIT]              colours, overprint and blending keep the rules; LIMIT: pt up to which black text overprints
  document FILE STANDARD CONDITION [marks]    boxes, identification, metadata, output intent, nothing forbidden; marks:
                                the sheet is larger than the bleed
  opaque FILE                   no transparency anywhere
  marks FILE                    a line for each mark: page, kind, colour, overprint, size (to look at)

Each rule that is broken is a line; the exit status is 1 then. Nothing here is zivos's own code.
"""
import math, sys
import pikepdf
from pikepdf import Dictionary, Name, Stream

MM = 72 / 25.4
WHITE, BLACK = ("cmyk", (0, 0, 0, 0)), ("cmyk", (0, 0, 0, 1))
faults = []


def fault(*words):
    faults.append(" ".join(str(w) for w in words))


def times(m, n):
    a, b, c, d, e, f = m
    A, B, C, D, E, F = n
    return (a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F)


class State:
    def __init__(self):
        self.fill = self.stroke = ("gray", (0,))
        self.op = self.OP = False
        self.opm, self.width, self.ctm, self.size = 0, 1, (1, 0, 0, 1, 0, 0), 0

    def copy(self):
        s = State()
        s.__dict__.update(self.__dict__)
        return s


class Mark:
    """Something painted: kind text, fill, stroke; box of a fill; size of text on the page."""
    def __init__(self, page, kind, colour, over, opm, size, box, inside):
        self.page, self.kind, self.colour, self.over, self.opm = page, kind, colour, over, opm
        self.size, self.box, self.inside = size, box, inside

    def __str__(self):
        return "page %d %s%s %s overprint %s mode %d size %.2f %s" % (
            self.page, "" if self.inside == "page" else self.inside + " ", self.kind, self.colour, self.over, self.opm, self.size,
            self.box and ["%.2f" % v for v in self.box])


def space_of(o, where):
    """The name of a colour space that may be in a print PDF; anything else is a fault."""
    if isinstance(o, Name):
        name = str(o)
        if name in ("/DeviceGray", "/DeviceCMYK", "/Pattern"):
            return name
    elif isinstance(o, pikepdf.Array) and o[0] == "/Separation" and o[2] == "/DeviceCMYK":
        return "/Separation " + str(o[1])[1:]
    fault(where, "colour space", o if isinstance(o, Name) else list(o)[:2])
    return "?"


class Reader:
    def __init__(self, pdf):
        self.pdf, self.marks, self.seen = pdf, [], set()
        for i, page in enumerate(pdf.pages):
            self.page = i + 1
            group = page.obj.get("/Group")
            if group is not None and group.get("/CS") != "/DeviceCMYK":
                fault("page", self.page, "group", group.get("/CS"))
            self.run(page.obj, page.obj.get("/Resources", Dictionary()), State(), "page")

    def once(self, o):
        key = o.objgen
        if key != (0, 0) and key in self.seen:
            return False
        self.seen.add(key)
        return True

    def colour(self, s, operator, values, resources):
        stroke = operator[0].isupper()
        if operator in ("g", "G"):
            c = ("gray", tuple(float(v) for v in values))
        elif operator in ("k", "K"):
            c = ("cmyk", tuple(float(v) for v in values))
        elif operator in ("cs", "CS"):
            name = values[0]
            named = resources.get("/ColorSpace", Dictionary()).get(str(name))
            c = (space_of(named if named is not None else name, "page %d" % self.page), (1,))
        elif operator in ("scn", "SCN", "sc", "SC"):
            before = s.stroke if stroke else s.fill
            c = (before[0], tuple(float(v) for v in values if not isinstance(v, Name)))
            if values and isinstance(values[-1], Name):
                self.pattern(resources.Pattern[str(values[-1])], s)
        else:
            fault("page", self.page, "colour operator", operator)
            return
        if stroke:
            s.stroke = c
        else:
            s.fill = c

    def pattern(self, p, s):
        if p.get("/PatternType") == 2:
            space_of(p.Shading.ColorSpace, "page %d shading" % self.page)
            self.function(p.Shading)
        elif self.once(p):
            self.run(p, p.get("/Resources", Dictionary()), State(), "pattern")

    def function(self, shading):
        n = {"/DeviceGray": 1, "/DeviceCMYK": 4}.get(str(shading.ColorSpace), 1)
        todo = [shading.Function]
        while todo:
            f = todo.pop()
            todo += list(f.get("/Functions", []))
            for key in ("/C0", "/C1"):
                if key in f and len(f[key]) != n:
                    fault("page", self.page, "gradient with", len(f[key]), "numbers in", shading.ColorSpace)

    def state(self, s, d):
        if "/OP" in d:
            s.OP = bool(d.OP)
            s.op = bool(d.get("/op", d.OP))
        if "/op" in d:
            s.op = bool(d.op)
        s.opm = int(d.get("/OPM", s.opm))
        s.width = float(d.get("/LW", s.width))
        mask = d.get("/SMask")
        if isinstance(mask, Dictionary) and self.once(mask.G):
            group = mask.G.get("/Group", Dictionary())
            if mask.S == "/Luminosity" and group.get("/CS") != "/DeviceGray":
                fault("page", self.page, "a soft mask's group is", group.get("/CS"))
            self.run(mask.G, mask.G.get("/Resources", Dictionary()), State(), "mask")

    def xobject(self, s, o, inside):
        if o.Subtype == "/Form":
            group = o.get("/Group")
            if group is not None and group.get("/CS") not in ("/DeviceCMYK", "/DeviceGray"):
                fault("page", self.page, "a form's group is", group.get("/CS"))
            t = s.copy()
            t.ctm = times(tuple(float(v) for v in o.get("/Matrix", (1, 0, 0, 1, 0, 0))), s.ctm)
            self.run(o, o.get("/Resources", Dictionary()), t, "mask" if inside == "mask" else "drawing")
            return
        if not o.get("/ImageMask", False):
            space_of(o.ColorSpace, "page %d image" % self.page)
        if "/SMask" in o and o.SMask.ColorSpace != "/DeviceGray":
            fault("page", self.page, "a picture's soft mask is", o.SMask.ColorSpace)

    def mark(self, s, kind, inside, stroke=False, size=0, box=None):
        self.marks.append(Mark(self.page, kind, s.stroke if stroke else s.fill, s.OP if stroke else s.op, s.opm, size, box, inside))

    def run(self, holder, resources, s, inside):
        saved, path, tm = [], [], (1, 0, 0, 1, 0, 0)
        for values, operator in pikepdf.parse_content_stream(holder):
            op = str(operator)
            if op == "q":
                saved.append(s.copy())
            elif op == "Q":
                s = saved.pop()
            elif op == "cm":
                s.ctm = times(tuple(float(v) for v in values), s.ctm)
            elif op == "w":
                s.width = float(values[0])
            elif op == "gs":
                self.state(s, resources.ExtGState[str(values[0])])
            elif op in ("g", "G", "k", "K", "cs", "CS", "scn", "SCN", "sc", "SC", "rg", "RG"):
                self.colour(s, op, values, resources)
            elif op in ("m", "l", "re", "c", "v", "y"):
                v = [float(x) for x in values]
                points = [(v[0], v[1]), (v[0] + v[2], v[1] + v[3])] if op == "re" else list(zip(v[::2], v[1::2]))
                path += [(p[0] * s.ctm[0] + p[1] * s.ctm[2] + s.ctm[4], p[0] * s.ctm[1] + p[1] * s.ctm[3] + s.ctm[5]) for p in points]
            elif op in ("f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "n"):
                box = path and (min(p[0] for p in path), min(p[1] for p in path), max(p[0] for p in path), max(p[1] for p in path))
                if op[0] in "fFBb" and path:
                    self.mark(s, "fill", inside, box=box)
                if op[0] in "BbSs" and path:
                    self.mark(s, "stroke", inside, stroke=True, size=s.width * math.sqrt(abs(s.ctm[0] * s.ctm[3] - s.ctm[1] * s.ctm[2])))
                path = []
            elif op == "BT":
                tm = (1, 0, 0, 1, 0, 0)
            elif op == "Tf":
                s.size = float(values[1])
            elif op == "Tm":
                tm = tuple(float(v) for v in values)
            elif op in ("Td", "TD"):
                tm = times((1, 0, 0, 1, float(values[0]), float(values[1])), tm)
            elif op in ("Tj", "TJ", "'", '"'):
                m = times(tm, s.ctm)
                self.mark(s, "text", inside, size=abs(s.size) * math.hypot(m[2], m[3]), box=(m[4], m[5], m[4], m[5]))
            elif op == "sh":
                sh = resources.Shading[str(values[0])]
                space_of(sh.ColorSpace, "page %d shading" % self.page)
                self.function(sh)
            elif op == "Do":
                self.xobject(s, resources.XObject[str(values[0])], inside)
            elif op == "INLINE IMAGE":
                fault("page", self.page, "an inline image")


def near(a, b):
    return a[0] == b[0] and len(a[1]) == len(b[1]) and all(abs(x - y) < 1e-4 for x, y in zip(a[1], b[1]))


def ink(path, limit=36.0):
    limit = float(limit)
    marks = Reader(pikepdf.open(path)).marks
    count = {}

    def seen(what):
        count[what] = count.get(what, 0) + 1
    dark = [m for m in marks if m.kind == "fill" and m.colour[0] == "cmyk" and sum(m.colour[1][:3]) > 2]
    on_dark = lambda t: any(m.page == t.page and m.box[0] <= t.box[0] <= m.box[2] and m.box[1] <= t.box[1] <= m.box[3] for m in dark)
    for m in marks:
        if m.inside == "mask":
            continue
        if near(m.colour, WHITE):
            seen("white " + m.kind)
            if m.over:
                fault(m, ": white overprints")
        elif near(m.colour, BLACK) and m.kind == "text" and m.inside == "page":
            small = m.size <= limit + 0.01
            if small and not m.over and on_dark(m):
                seen("black text that would be too much ink")
                continue
            seen("black text that %s" % ("overprints" if small else "is too large to"))
            if m.over != small or (small and m.opm != 1):
                fault(m, ": black text")
        elif m.kind == "fill" and m.inside == "page":
            w, h = m.box[2] - m.box[0], m.box[3] - m.box[1]
            if m.over != (near(m.colour, BLACK) and min(w, h) < 2):
                fault(m, ": overprint of an area")
            if near(m.colour, BLACK) and min(w, h) > 40 * MM:
                fault(m, ": a large area in black alone")
            if m.colour[0] == "cmyk" and m.colour[1][3] == 1 and sum(m.colour[1]) > 1:
                seen("rich black area")
        if m.kind == "text" and m.colour[0] == "cmyk" and m.colour[1][3] >= .85 and sum(m.colour[1][:3]) > 0:
            fault(m, ": text in rich black")
        if m.colour[0].startswith("/Separation"):
            seen("%s %g" % (m.colour[0], m.colour[1][0]))
            if m.over:
                fault(m, ": a spot colour overprints")
    for what in sorted(count):
        print(what, count[what])
    return count


def document(path, standard, condition, marks=None, bleed=3):
    pdf = pikepdf.open(path)
    old = standard != "PDF/X-4"
    if pdf.pdf_version != ("1.4" if old else "1.6"):
        fault("version", pdf.pdf_version)
    W, H, B = 210 * MM, 297 * MM, float(bleed) * MM
    for i, page in enumerate(pdf.pages):
        slug = [float(v) for v in page.obj.MediaBox]
        x, y = (slug[2] - W) / 2, (slug[3] - H) / 2
        for name, want in (("/BleedBox", (x - B, y - B, x + W + B, y + H + B)), ("/TrimBox", (x, y, x + W, y + H))):
            if any(abs(float(a) - b) > 0.001 for a, b in zip(page.obj[name], want)):
                fault("page", i + 1, name, list(page.obj[name]), "instead of", want)
        if slug[:2] != [0, 0] or "/CropBox" in page.obj or "/Rotate" in page.obj or "/Annots" in page.obj or "/AA" in page.obj:
            fault("page", i + 1, "media box, crop, rotation, annotations")
    more = [a - b for a, b in zip(slug[2:], (W + 2 * B, H + 2 * B))]
    if min(more) < 5 if marks else max(abs(v) for v in more) > 0.001:
        fault("media box", slug)
    info, root = pdf.docinfo, pdf.Root
    if len(root.OutputIntents) != 1:
        fault(len(root.OutputIntents), "output intents")
    intent = root.OutputIntents[0]
    icc = bytes(intent.DestOutputProfile.read_bytes())
    for what, got, want in (("intent", intent.S, "/GTS_PDFX"), ("condition", str(intent.OutputConditionIdentifier), condition),
                            ("components", intent.DestOutputProfile.N, 4), ("profile", icc[12:20], b"prtrCMYK"),
                            ("profile's length", int.from_bytes(icc[:4], "big"), len(icc)),
                            ("Trapped", info["/Trapped"], "/False"), ("identification", str(info["/GTS_PDFXVersion"]), standard)):
        if got != want:
            fault(what, got, "instead of", want)
    if not str(intent.get("/Info", "")):
        fault("the output intent has no Info")
    if len(pdf.trailer.get("/ID", [])) != 2 or "/Encrypt" in pdf.trailer:
        fault("ID or encryption")
    raw = bytes(root.Metadata.read_raw_bytes())
    if not raw.startswith(b"<?xpacket") or "/Filter" in root.Metadata:
        fault("the XMP is compressed")
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as x:
        for key, want in (("dc:title", str(info["/Title"])), ("xmp:CreatorTool", str(info["/Creator"])),
                          ("pdf:Producer", str(info["/Producer"])), ("pdf:Trapped", "False"), ("xmpMM:RenditionClass", "default")):
            if x.get(key) != want:
                fault(key, x.get(key), "instead of", want)
        if (x.get("pdfxid:GTS_PDFXVersion") == "PDF/X-4") == old:
            fault("pdfxid", x.get("pdfxid:GTS_PDFXVersion"))
        days = {x.get(k) for k in ("xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate")}
        for key in ("/CreationDate", "/ModDate"):
            digits = "".join(c for c in str(info[key]) if c.isdigit())[:14]
            if any("".join(c for c in str(d) if c.isdigit())[:14] != digits for d in days) or str(info[key])[:2] != "D:":
                fault(key, str(info[key]), days)
        if not x.get("xmpMM:DocumentID") or not x.get("xmpMM:VersionID"):
            fault("no DocumentID or VersionID")
    never = {"/DeviceRGB", "/CalRGB", "/CalGray", "/Lab", "/ICCBased", "/OpenAction", "/AA", "/JavaScript", "/JS", "/AcroForm",
             "/EmbeddedFile", "/LZWDecode", "/LZW", "/Crypt", "/StructTreeRoot", "/Names", "/OPI", "/PS", "/TR", "/TR2", "/HTP"}
    for o in pdf.objects:
        for word in words(o):
            if word in never:
                fault("object", o.objgen, word)
    fonts = [o for o in pdf.objects if isinstance(o, Dictionary) and o.get("/Type") == "/FontDescriptor"]
    for f in fonts:
        name = str(f.FontName)[1:]
        if not any(k in f for k in ("/FontFile", "/FontFile2", "/FontFile3")):
            fault("not embedded:", name)
        if not (len(name) > 7 and name[6] == "+" and name[:6].isupper()):
            fault("no subset:", name)
    if not fonts:
        fault("no fonts")


def words(o, depth=0):
    """Every name and key of an object, without following references."""
    if isinstance(o, Name):
        yield str(o)
    elif isinstance(o, (Dictionary, Stream)) and (depth == 0 or not o.is_indirect):
        for k, v in o.items():
            yield k
            yield from words(v, depth + 1)
    elif isinstance(o, pikepdf.Array) and (depth == 0 or not o.is_indirect):
        for v in o:
            yield from words(v, depth + 1)


def opaque(path):
    for o in pikepdf.open(path).objects:
        if not isinstance(o, (Dictionary, Stream)):
            continue
        if o.get("/S") == "/Transparency" or "/Group" in o or "/SMaskInData" in o:
            fault(o.objgen, "a group")
        if "/SMask" in o and o["/SMask"] != "/None":
            fault(o.objgen, "a soft mask")
        if float(o.get("/ca", 1)) < 1 or float(o.get("/CA", 1)) < 1 or str(o.get("/BM", "/Normal")) not in ("/Normal", "/Compatible"):
            fault(o.objgen, "blending")


if __name__ == "__main__":
    what, rest = sys.argv[1], sys.argv[2:]
    if what == "marks":
        print("\n".join(str(m) for m in Reader(pikepdf.open(rest[0])).marks))
    else:
        {"ink": ink, "document": document, "opaque": opaque}[what](*rest)
    print("\n".join(faults[:40]))
    sys.exit(1 if faults else 0)
