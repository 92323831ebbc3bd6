#version 3.7;
// Cover: luggage and a bicycle on a platform at dawn
#include "lib.inc"
Globals(1.0)
camera { location <0.15,1.30,-7> right x*image_width/image_height up y direction z look_at <-0.02,1.03,0> angle 22.6 }
sky_sphere { pigment { gradient y color_map {
  [0.0 H(255,196,132)][0.035 H(253,186,132)][0.075 H(248,184,146)][0.125 H(228,176,166)][0.185 H(168,166,192)][0.26 H(104,138,188)][0.36 H(66,108,170)][1 H(40,84,150)] } scale 1 }
  pigment { gradient y turbulence 0 color_map { [0 rgbt 1][1 rgbt 1] } } }
// glow of the sun behind the haze
sphere { 0,1 scale <26,17,0.1>*1.1 translate <-11,3.2,99> no_shadow no_reflection hollow
  pigment { spherical color_map { [0 rgbt <1,0.78,0.45,1>][0.5 rgbt <1,0.78,0.45,0.72>][1 rgbt <1,0.9,0.66,0.12>] } scale <26,17,20>*1.1 translate <-11,3.2,99> } finish { emission 1 diffuse 0 } }
// streaks of cloud
#declare S=seed(31);
#declare i=0; #while(i<6)
 #declare cw=10+16*rand(S); #declare ch=0.16+0.32*rand(S); #declare cx=-20+40*rand(S); #declare cy=8+6.5*rand(S);
 sphere { 0,1 scale <cw,ch,0.5> translate <cx,cy,97-i*0.2> no_shadow no_reflection hollow pigment { spherical turbulence 0.16 color_map { [0 rgbt <1,0.80,0.74,1>][1 rgbt <1,0.80,0.72,0.68>] } scale <cw,ch,3> translate <cx,cy,97-i*0.2> } finish { emission 0.95 diffuse 0 } }
 #declare i=i+1; #end
light_source { <-7,5.2,-6> color H(255,220,184)*1.6 area_light <1.6,0,0>,<0,1.6,0>,5,5 adaptive 1 jitter circular orient }
light_source { <-5,1.9,9> color H(255,160,96)*1.5 area_light <1.2,0,0>,<0,1.2,0>,4,4 adaptive 1 jitter circular orient }
fog { fog_type 2 distance 75 color H(252,196,150) fog_offset -0.6 fog_alt 1.5 }
// platform
difference {
 RBox(<-40,-0.7,-20>,<40,0,1.62>,0.02)
 // joints only behind the luggage: lines of type stand on what lies before it
 #declare k=-14; #while(k<=14) box { <k*0.9-0.004,-0.006,-0.18>,<k*0.9+0.004,0.1,1.0> } #declare k=k+1; #end
 #declare k=0; #while(k<2) box { <-40,-0.006,0.62-k*0.8-0.004>,<40,0.1,0.62-k*0.8+0.004> } #declare k=k+1; #end
 texture { pigment { bozo turbulence 0.5 color_map { [0 H(150,128,122)][0.5 H(172,148,138)][1 H(186,162,150)] } scale <1.4,1,1.4> }
   normal { average normal_map { [1 granite 0.06 scale 0.2][1 bumps 0.05 scale 0.5] } } finish { diffuse 0.75 specular 0.25 roughness 0.03 reflection { 0.03,0.38 fresnel on } conserve_energy } }
 interior { ior 1.4 }
}
box { <-40,0,0.98>,<40,0.004,1.16> texture { pigment { H(240,236,226) } finish { diffuse 0.75 specular 0.2 } } }
union { #declare k=-60; #while(k<=60) cylinder { <k*0.09,0,1.3>,<k*0.09,0.010,1.3>,0.018 } cylinder { <k*0.09,0,1.39>,<k*0.09,0.010,1.39>,0.018 } cylinder { <k*0.09,0,1.48>,<k*0.09,0.010,1.48>,0.018 } #declare k=k+1; #end texture { pigment { H(236,230,216) } finish { F_Matte } } }
// tracks and the country behind
plane { y,-0.75 texture { pigment { granite color_map { [0 H(92,74,72)][1 H(150,124,110)] } scale 0.4 } normal { granite 0.5 scale 0.3 } finish { F_Matte } } }
union { cylinder { <-60,-0.55,2.6>,<60,-0.55,2.6>,0.045 } cylinder { <-60,-0.55,4.05>,<60,-0.55,4.05>,0.045 } cylinder { <-60,-0.55,7.2>,<60,-0.55,7.2>,0.045 } cylinder { <-60,-0.55,8.65>,<60,-0.55,8.65>,0.045 } texture { Steel } }
#macro Hill(Z,Y,A,C,Sd)
 #local R=seed(Sd); union { #local k=0; #while(k<3600) #local x0=-16+32*rand(R); #local hh=A*(0.62+0.25*sin(x0*0.9+Z)+0.18*sin(x0*2.3+Z*2)); sphere { 0,1 scale <0.07+rand(R)*0.12,0.06+rand(R)*0.10,0.12>*(1+0.5*(Z>20)) translate <x0,Y+hh*pow(rand(R),0.6),Z-rand(R)*0.5> } #local k=k+1; #end
 box { <-60,-3,Z>,<60,Y,Z+1> } texture { pigment { C } finish { diffuse 0.30 emission 0.36 } } }
#end
Hill(15,-0.45,1.1,H(78,110,84),5)
Hill(26,0.3,1.5,H(96,92,128),8)
// far town: gables and two towers, only as silhouettes in the haze
#macro Town(Z,Sd,HA,HB,C1,C2)
union { #local R=seed(Sd); #local xx=-11; #while(xx<12) #local w=0.75+rand(R)*0.75; #local hh=HA+rand(R)*(HB-HA); #local gg=w*(0.55+rand(R)*0.35);
  prism { linear_sweep 0,0.5,6,<-w/2,-2>,<w/2,-2>,<w/2,hh>,<0,hh+gg>,<-w/2,hh>,<-w/2,-2> rotate -x*90 translate <xx+w/2,0,Z> }
  #if(rand(R)>0.4) box { <xx+w*0.68,hh,Z-0.3>,<xx+w*0.68+0.12,hh+gg*0.95,Z-0.1> } #end
  #local xx=xx+w-0.02; #end }
#end
#macro Haze(C1,C2) texture { pigment { gradient y color_map { [0 C1][1 C2] } scale 7.5 translate y*-0.2 } finish { diffuse 0.1 emission 0.5 } } #end
union { object { Town(40,3,1.7,2.6,0,0) }
 box { <4.7,0,40.2>,<5.3,3.15,41> } prism { linear_sweep 0,0.5,4,<-0.36,0>,<0.36,0>,<0,1.2>,<-0.36,0> rotate -x*90 translate <5,3.15,40.6> }
 box { <7.15,0,40.2>,<7.65,2.75,41> } sphere { 0,1 scale <0.28,0.36,0.4> translate <7.4,2.85,40.6> } cylinder { <7.4,3.1,40.6>,<7.4,3.35,40.6>,0.1 } cone { <7.4,3.35,40.6>,0.14,<7.4,4.1,40.6>,0 }
 Haze(H(240,184,150),H(140,108,150)) }
object { Town(37,14,0.9,1.7,0,0) Haze(H(230,158,130),H(96,72,124)) }
// ---------- the luggage, left to right
union {
 // big old trunk, teal
 object { CaseLeather(0.86,0.50,0.34,H(0,112,116),H(110,62,34)) rotate y*6 translate <-0.80,0,0.12> }
 object { CaseLeather(0.66,0.40,0.26,H(232,160,54),H(120,66,34)) rotate y*-5 translate <-0.84,0.512,0.10> }
 object { HatBox(0.215,0.23,H(216,82,68),H(104,56,36)) translate <-0.78,0.922,0.10> }
 // hard shell, coral
 object { CaseHard(0.44,0.66,0.26,H(214,70,56)) rotate y*-11 translate <-0.12,0,-0.02> }
 // deep blue leather
 object { CaseLeather(0.56,0.40,0.20,H(34,66,124),H(150,92,48)) rotate y*8 translate <-0.34,0,-0.52> }
 // rolled blanket on top of it
 union { RCyl(<-0.2,0,0>,<0.2,0,0>,0.075,0.03) 
   union { torus { 0.076,0.008 rotate z*90 translate x*-0.11 } torus { 0.076,0.008 rotate z*90 translate x*0.11 } LeatherT(H(110,62,34)) }
   texture { pigment { gradient x color_map { [0 H(238,226,200)][0.42 H(238,226,200)][0.42 H(52,122,80)][0.58 H(52,122,80)][0.58 H(238,226,200)][1 H(238,226,200)] } scale 0.115 } normal { wrinkles 0.3 scale 0.05 } finish { F_Matte } }
   rotate y*8 translate <-0.345,0.475,-0.50> }
 // violet child's case
 object { CaseHard(0.30,0.42,0.2,H(126,86,160)) scale <1,0.96,1> rotate y*14 translate <0.22,0,-0.42> }
 // bicycle, leaning behind
 object { Bicycle(H(32,118,84),H(120,66,34),1) rotate x*-5 rotate y*-27 scale 1.0 translate <0.52,0,0.40> }
}
