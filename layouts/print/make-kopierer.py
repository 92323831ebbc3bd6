#!/usr/bin/env python3
"""make-kopierer.py - the output profile of a copier that prints in black alone.

An ICC profile for the four inks whose way from colour to ink uses black only: whatever is converted by it, pictures,
drawings, colours, comes out grey. What an ink looks like is a model, not a measurement: black with a dot gain of 18 %
in the middle and 2 % of light left at full ink; cyan, magenta and yellow as a black-and-white copy shows them.
Writes kopierer.icc beside itself; same bytes every time.
"""
import os
import struct

GAIN, REST = 0.18, 0.02                 # of black; light left where it is full
LEFT = (0.42, 0.33, 0.86)               # light left by full cyan, magenta, yellow


def light(c, m, y, k):
    area = k + 4 * GAIN * k * (1 - k)
    value = 1 - min(area, 1) * (1 - REST)
    for ink, left in zip((c, m, y), LEFT):
        value *= 1 - ink * (1 - left)
    return value


def lightness(value):
    return 116 * value ** (1 / 3) - 16 if value > 216 / 24389 else value * 24389 / 27


def ink_for(level):
    """Black ink for a lightness, by halving; level falls as ink grows."""
    low, high = 0.0, 1.0
    for _ in range(40):
        middle = (low + high) / 2
        low, high = (middle, high) if lightness(light(0, 0, 0, middle)) > level else (low, middle)
    return (low + high) / 2


def u16(values):
    return struct.pack(">%dH" % len(values), *[min(max(int(v + 0.5), 0), 65535) for v in values])


def lut16(inputs, outputs, grid, in_tables, clut, out_tables):
    head = struct.pack(">4sIBBBx9i", b"mft2", 0, inputs, outputs, grid, *[65536, 0, 0, 0, 65536, 0, 0, 0, 65536])
    return head + struct.pack(">HH", len(in_tables[0]), len(out_tables[0])) + b"".join(map(u16, in_tables)) + u16(clut) + b"".join(map(u16, out_tables))


def to_lab(grid=9):
    """Version 2 writes Lab as L * 65280 / 100 and (a + 128) * 256."""
    line, steps, clut = [0, 65535], range(grid), []
    for c in steps:
        for m in steps:
            for y in steps:
                for k in steps:
                    clut += [lightness(light(*(x / (grid - 1) for x in (c, m, y, k)))) * 652.8, 32768, 32768]
    return lut16(4, 3, grid, [line] * 4, clut, [line] * 3)


def to_ink(entries=1021):
    """All in the table of L: where it is 0 there is full ink, where it is 1 none."""
    paper = [0 if i * 65535 / (entries - 1) / 652.8 >= 100 else ink_for(i * 65535 / (entries - 1) / 652.8) for i in range(entries)]
    curve, flat, line = [(1 - k) * 65535 for k in paper], [i * 65535 / (entries - 1) for i in range(entries)], [0, 65535]
    clut = []
    for level in (0, 1):
        for _ in range(4):
            clut += [0, 0, 0, 65535 * (1 - level)]
    return lut16(3, 4, 2, [curve, flat, flat], clut, [line] * 4)


def text(words):
    return struct.pack(">4sI", b"text", 0) + words.encode("ascii") + b"\0"


def description(words):
    raw = words.encode("ascii") + b"\0"
    return struct.pack(">4sII", b"desc", 0, len(raw)) + raw + struct.pack(">II", 0, 0) + struct.pack(">HB67x", 0, 0)


def xyz(x, y, z):
    return struct.pack(">4sI3i", b"XYZ ", 0, *[round(v * 65536) for v in (x, y, z)])


def main():
    white = (0.9642, 1.0, 0.8249)
    a2b, b2a = to_lab(), to_ink()
    tags = [(b"desc", description("zivos Copier, black only")), (b"cprt", text("No copyright, use freely")), (b"wtpt", xyz(*white)),
            (b"A2B0", a2b), (b"A2B1", a2b), (b"A2B2", a2b), (b"B2A0", b2a), (b"B2A1", b2a), (b"B2A2", b2a)]
    table, body, places = b"", b"", {}
    start = 128 + 4 + 12 * len(tags)
    for name, data in tags:
        if data not in places:
            body += b"\0" * (-len(body) % 4)
            places[data] = start + len(body)
            body += data
        table += struct.pack(">4sII", name, places[data], len(data))
    body += b"\0" * (-len(body) % 4)
    size = start + len(body)
    header = struct.pack(">I4sI4s4s4s6H4s4sIIIQI3i4s44x", size, b"\0" * 4, 0x02400000, b"prtr", b"CMYK", b"Lab ", 2026, 1, 1, 0, 0, 0, b"acsp",
                         b"\0" * 4, 0, 0, 0, 0, 1, *[round(v * 65536) for v in white], b"\0" * 4)
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "kopierer.icc"), "wb") as out:
        out.write(header + struct.pack(">I", len(tags)) + table + body)


main()
