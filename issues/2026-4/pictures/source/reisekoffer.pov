#version 3.7;
// Two suitcases and a hat box, one on the other; no background (alpha): lines of text follow them
#include "lib.inc"
Globals(1.0)
camera { location <-1.9,1.55,-6> right x*image_width/image_height up y direction z look_at <0.0,0.565,0> angle 9.9 }
background { rgbt <1,1,1,1> }
sphere { 0,200 hollow no_image no_shadow pigment { gradient y color_map { [0 H(255,236,210)][1 H(224,230,246)] } scale 400 translate y*-200 } finish { emission 0.8 diffuse 0 } }
light_source { <-6,8,-6> color H(255,232,204)*1.35 area_light <1.5,0,0>,<0,1.5,0>,4,4 adaptive 1 jitter circular orient }
object { CaseLeather(0.98,0.54,0.34,H(150,84,44),H(92,48,28)) rotate y*7 }
object { CaseLeather(0.72,0.36,0.26,H(0,112,116),H(110,62,34)) rotate y*-9 translate <0.05,0.552,0> }
object { HatBox(0.20,0.22,H(232,160,54),H(120,66,34)) rotate y*20 translate <0.0,0.918,0> }
