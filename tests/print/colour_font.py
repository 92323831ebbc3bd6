"""tests/print/colour_font.py OUT.ttf - a font whose only letter, U+E000, is a picture in colours (sbix), not an outline."""
import struct, sys, zlib
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import newTable
from fontTools.ttLib.tables.sbixStrike import Strike
from fontTools.ttLib.tables.sbixGlyph import Glyph

SIZE = 64


def picture():
    chunk = lambda kind, body: struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
    rows = b"".join(b"\0" + b"".join(
        bytes((x * 4, y * 4, 128, 255)) for x in range(SIZE)) for y in range(SIZE))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", SIZE, SIZE, 8, 6, 0, 0, 0)) +
            chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


def box():
    pen = TTGlyphPen(None)
    pen.moveTo((0, 0)), pen.lineTo((0, 800)), pen.lineTo((800, 800)), pen.lineTo((800, 0)), pen.closePath()
    return pen.glyph()


fb = FontBuilder(1000, isTTF=True)
fb.setupGlyphOrder([".notdef", "face"])
fb.setupCharacterMap({0xE000: "face"})
fb.setupGlyf({".notdef": box(), "face": box()})
fb.setupHorizontalMetrics({".notdef": (1000, 0), "face": (1000, 0)})
fb.setupHorizontalHeader(ascent=800, descent=-200)
fb.setupNameTable({"familyName": "Probe Colour", "styleName": "Regular"})
fb.setupOS2(sTypoAscender=800, sTypoDescender=-200, usWinAscent=800, usWinDescent=200)
fb.setupPost()
sbix = newTable("sbix")
strike = Strike(ppem=SIZE, resolution=72)
for name in (".notdef", "face"):
    strike.glyphs[name] = Glyph(glyphName=name, graphicType="png ", imageData=picture(), originOffsetX=0, originOffsetY=0)
sbix.strikes = {SIZE: strike}
fb.font["sbix"] = sbix
fb.save(sys.argv[1])
