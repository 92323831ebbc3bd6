#!/bin/bash
# Re-creates the pictures of this issue from the sources in this folder.
#   ./render.sh            all pictures
#   ./render.sh cover pho  only these; "svg" stands for all drawings
#   SIZE=400 ./render.sh cover   quick proof (long edge in pixels) into the scratch folder
# Needs: povray, imagemagick (version 6: convert), exiftool, colour profiles of icc-profiles-free and libgs-common.
set -e
cd "$(dirname "$0")"
OUT=${OUT:-..}
TMP=${TMP:-$(mktemp -d)}; mkdir -p "$TMP"
THREADS=${THREADS:-2}
profile() { find /usr/share/color -iname "$1" -print -quit; }
SRGB=$(profile sRGB.icc)

# name  scene  width  height  render-scale  bloom(0-100)  grain(0-10)
LIST="
cover cover 2551 3579 0.85 22 3
bahnhof bahnhof 2200 1500 0.62 30 3
stadt stadt 3400 1700 1 30 3
schluessel schluessel 1500 1000 1 12 2
koffer koffer 1000 1500 1 12 2
tisch tisch 1500 1125 0.75 12 2
naehmaschine naehmaschine 1760 2640 0.8 14 2
oud oud 1900 2579 0.7 16 2
bruecke bruecke 3800 1113 0.62 18 2
tuer-1 tueren 1500 2250 0.7 10 2
tuer-2 tueren 1100 1650 0.9 10 2
tuer-3 tueren 1100 1650 0.9 14 2
tuer-4 tueren 1100 1650 0.9 10 2
tuer-5 tueren 1100 1650 0.9 10 2
tuer-6 tueren 1100 1650 0.9 10 2
strasse-1 tueren 1112 1404 0.8 10 2
strasse-2 tueren 680 1404 0.8 10 2
strasse-3 tueren 1040 1404 0.8 14 2
strasse-4 tueren 1040 1404 0.8 10 2
strasse-5 tueren 680 1404 0.8 10 2
strasse-6 tueren 1112 1404 0.8 10 2
brot brot 1800 1200 0.62 12 2
tee tee 1200 1200 0.62 16 2
kaffee kaffee 2100 1120 0.8 16 2
laternen laternen 1740 1160 0.9 40 3
pho pho 2551 1300 0.8 14 2
dolma dolma 2130 1420 0.75 12 1
garten garten 1200 1600 0.9 16 2
granatapfel granatapfel 1000 1000 1 0 0
reisekoffer reisekoffer 800 1000 1 0 0
briefkaesten-grau briefkaesten 1200 900 1 8 3
briefkaesten briefkaesten 1200 900 1 10 2
raeder raeder 2200 740 1 14 2
mikrofon mikrofon 1740 1160 0.62 14 2
"

trace() { # name scene w h scale -> $TMP/$name.png
  local w=$(awk "BEGIN{print int($3*$5+.5)}") h=$(awk "BEGIN{print int($4*$5+.5)}")
  local dec="" alpha=""
  case $1 in tuer-*) dec="Declare=Door=${1#tuer-}";; strasse-*) dec="Declare=Door=${1#strasse-} Declare=Street=1";; briefkaesten) dec="Declare=Colour=1";; granatapfel|reisekoffer) alpha="+UA";; esac
  nice -n 10 povray +I$2.pov +O$TMP/$1.png +W$w +H$h +A0.1 +AM2 +R2 +FN16 $alpha -D +WT$THREADS $dec  -GS -GR -GD >$TMP/$1.log 2>&1 || { grep -aE -A3 "Parse Error|Fatal" $TMP/$1.log | head -30; return 1; }
}
finish() { # name w h bloom grain -> $TMP/$name-f.png
  if [ $1 = granatapfel ] || [ $1 = reisekoffer ]; then convert $TMP/$1.png -filter Lanczos -resize $2x$3! $TMP/$1-f.png; return; fi
  local s=$(awk "BEGIN{print ($2>$3?$2:$3)*0.008}")
  # size, soft bloom of the lights, a gentle S-curve, a trace of film grain
  convert $TMP/$1.png -alpha off -filter Lanczos -resize $2x$3! $TMP/$1-b.png
  convert $TMP/$1-b.png \( +clone -resize 25% -level 45%,100% -blur 0x$(awk "BEGIN{print $s/4*1.5}") -resize $2x$3! -evaluate multiply $(awk "BEGIN{print $4/100}") \) -compose Screen -composite \
    -sigmoidal-contrast 2.2x48% -modulate 100,104 -unsharp 0x0.9+0.5+0.01 $TMP/$1-c.png
  convert $TMP/$1-c.png \( -size $2x$3 xc:gray50 -seed 7 -attenuate $(awk "BEGIN{print $5*0.05}") +noise Gaussian -colorspace Gray \) -compose Overlay -composite -strip -depth 8 $TMP/$1-f.png
}
store() { # name
  local f=$TMP/$1-f.png J="-sampling-factor 1x1 -quality ${QUALITY:-89} -profile $SRGB"
  case $1 in
    cover|stadt|pho) convert $f -sampling-factor 1x1 -quality 88 -profile $SRGB -units PixelsPerInch -density 300 $OUT/$1.jpg;;
    naehmaschine) convert $f -rotate -90 $J -units PixelsPerInch -density 300 $OUT/$1.jpg; exiftool -q -overwrite_original -n -Orientation=6 $OUT/$1.jpg;;
    kaffee) convert $f -profile $SRGB -profile $(profile compatibleWithAdobeRGB1998.icc) -sampling-factor 1x1 -quality 90 -units PixelsPerInch -density 300 $OUT/$1.jpg;;
    dolma) convert $f -profile $SRGB -depth 8 -compress LZW -define tiff:predictor=2 -units PixelsPerInch -density 300 $OUT/dolma.tif;;
    granatapfel|reisekoffer) convert $f -depth 8 -strip -profile $SRGB PNG32:$OUT/$1.png;;
    briefkaesten-grau) convert $f -colorspace Gray -depth 8 -strip -quality 89 $OUT/$1.jpg;;
    mikrofon) convert $f -profile $SRGB -intent Perceptual -profile $(profile default_cmyk.icc) -quality 90 -units PixelsPerInch -density 300 $OUT/$1.jpg;;
    *) convert $f $J -units PixelsPerInch -density 300 $OUT/$1.jpg;;
  esac
}
# the drawings
if [ -z "$SIZE" ] && { [ $# -eq 0 ] || [[ " $* " == *" svg "* ]]; }; then python3 svg.py "$OUT"; fi
while read -r name scene w h sc bloom grain; do
  [ -z "$name" ] && continue
  if [ $# -gt 0 ]; then case " $* " in *" $name "*) ;; *) continue;; esac; fi
  if [ -n "$SIZE" ]; then
    sc=$(awk "BEGIN{print $SIZE/($w>$h?$w:$h)}"); pw=$(awk "BEGIN{print int($w*$sc+.5)}"); ph=$(awk "BEGIN{print int($h*$sc+.5)}")
    trace $name $scene $w $h $sc || continue; finish $name $pw $ph $bloom 0; continue
  fi
  t0=$(date +%s); trace $name $scene $w $h $sc && finish $name $w $h $bloom $grain && { [[ $name == strasse-* ]] || store $name; } && echo "$name $(( $(date +%s)-t0 ))s"
done <<< "$LIST"
# The street over two pages, 12 pixels a millimetre: each door over the middle of its text's column, 4 mm of white between the
# columns and in the fold; the two outer ones reach to the edges, with 3 mm that are cut off, the two inner ones to the fold.
if [ -z "$SIZE" ] && { [ $# -eq 0 ] || [[ " $* " == *" tueren "* ]]; }; then
  part() { convert $TMP/strasse-$1-f.png -crop $2x1404+$3+0 +repage $TMP/teil-$1.png; }	# width, from the left
  part 1 896 0; part 2 680 0; part 3 860 180; part 4 860 0; part 5 680 0; part 6 896 216
  w="-size 48x1404 xc:white"
  convert $TMP/teil-1.png $w $TMP/teil-2.png $w $TMP/teil-3.png $w $TMP/teil-4.png $w $TMP/teil-5.png $w $TMP/teil-6.png +append \
    -strip -sampling-factor 1x1 -quality 87 -profile $SRGB -units PixelsPerInch -density 305 $OUT/tueren.jpg
fi
