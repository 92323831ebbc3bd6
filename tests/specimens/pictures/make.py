#!/usr/bin/env python3
"""tests/specimens/pictures/make.py - draws the specimen's pictures into bilder/ (needs rsvg-convert and ImageMagick).

Landscapes in many proportions, hills before a sky, each in colours of its own; a pear whose ground is
transparent; a panorama for two pages. Nothing of it was taken from elsewhere.
"""
import math, os, subprocess, sys

HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "bilder")


def hsl(h, s, l):
    return f"hsl({h % 360:.0f},{s:.0f}%,{l:.0f}%)"


def hill(w, h, base, seed, amp):
    points = [(0, h)]
    for i in range(61):
        x = w * i / 60
        y = base + amp * h * sum(math.sin(x / w * 6.3 * f + seed * (2.1 + f)) / f for f in (0.7, 1.3, 2.9, 5.1)) * 0.4
        points.append((x, y))
    points.append((w, h))
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in points)


def landscape(w, h, seed, hue, sun=(0.7, 0.3)):
    out = [f'<svg xmlns="http://www.w3.org/2000/svg" width="{w}" height="{h}" viewBox="0 0 {w} {h}">',
           f'<linearGradient id="s" x2="0" y2="1"><stop stop-color="{hsl(hue + 20, 55, 52)}"/><stop offset=".6" stop-color="{hsl(hue + 60, 70, 84)}"/></linearGradient>',
           f'<rect width="{w}" height="{h}" fill="url(#s)"/>',
           f'<circle cx="{sun[0] * w:.0f}" cy="{sun[1] * h:.0f}" r="{min(w, h) * 0.09:.0f}" fill="{hsl(hue + 50, 95, 93)}"/>']
    for k in range(5):
        out.append(f'<polygon points="{hill(w, h, h * (0.45 + 0.11 * k), seed + k * 1.7, 0.10)}" fill="{hsl(hue + 150 + 9 * k, 32 + 3 * k, 66 - 11 * k)}"/>')
    out.append("</svg>")
    return "".join(out)


PEAR = "M 300 96 C 352 96 366 150 372 214 C 380 300 470 372 490 486 C 514 640 420 748 300 748 C 180 748 86 640 110 486 C 130 372 220 300 228 214 C 234 150 248 96 300 96 Z"


def pear(w=600, h=800):
    return (f'<svg xmlns="http://www.w3.org/2000/svg" width="{w}" height="{h}" viewBox="0 0 600 800">'
            '<radialGradient id="g" cx=".38" cy=".62" r=".7"><stop stop-color="#f3e46b"/><stop offset=".6" stop-color="#b9c63b"/><stop offset="1" stop-color="#6f8a22"/></radialGradient>'
            '<path d="M 300 110 C 300 70 316 40 344 18" fill="none" stroke="#5a3d1f" stroke-width="16" stroke-linecap="round"/>'
            '<path d="M 326 44 C 380 8 450 22 486 66 C 430 92 366 92 326 44 Z" fill="#4f8a3a"/>'
            f'<path d="{PEAR}" fill="url(#g)"/>'
            '<path d="M 196 470 C 176 540 190 612 232 656" fill="none" stroke="#fdf7c0" stroke-opacity=".7" stroke-width="18" stroke-linecap="round"/></svg>')


LIST = [(f"land-{n}", w, h, n, 37 * n) for n, (w, h) in enumerate(
    [(1500, 1000), (1000, 1500), (1200, 1200), (1600, 900), (1000, 1250), (1500, 1000), (1000, 1500), (1400, 1050), (1600, 1000)], 1)]


def run(svg, name, *convert):
    png = subprocess.run(["rsvg-convert"], input=svg.encode(), stdout=subprocess.PIPE, check=True).stdout
    subprocess.run(["convert", "png:-", *convert, os.path.join(HERE, name)], input=png, check=True)


os.makedirs(HERE, exist_ok=True)
for name, w, h, seed, hue in LIST:
    run(landscape(w, h, seed, hue), name + ".jpg", "-strip", "-quality", "72", "-units", "PixelsPerInch", "-density", "300")
run(landscape(4000, 2840, 4.2, 200, sun=(0.24, 0.28)), "panorama.jpg", "-strip", "-quality", "66")
run(landscape(1960, 2750, 7.3, 330, sun=(0.7, 0.2)), "hoch.jpg", "-strip", "-quality", "66")
run(pear(1200, 1600), "birne.png", "-strip")
