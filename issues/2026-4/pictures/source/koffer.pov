#version 3.7;
// An open old suitcase, seen from above at an angle
#include "lib.inc"
Globals(1.0)
camera { location <0.5,7.2,-8.2> right x*image_width/image_height up y direction z look_at <0.05,1.22,0.35> angle 26.5 }
sky_sphere { pigment { gradient y color_map { [0 H(255,230,196)][1 H(214,224,242)] } } }
light_source { <-7,9,-2.5> color H(255,224,184)*1.3 area_light <1.8,0,0>,<0,0,1.8>,5,5 adaptive 1 jitter circular }
union { #declare k=-6; #while(k<9) object { RBox(<-12,-0.5,k*1.1+0.01>,<12,0,k*1.1+1.09>,0.02) Wood(H(176,122,74),H(128,80,44),2.4) translate x*mod(k*k+20,5) } #declare k=k+1; #end translate y*-0.01 }
box { <-14,0,6.2>,<14,12,6.4> texture { pigment { H(206,196,178) } finish { F_Matte } } }
#declare W=3.7; #declare D=2.5; #declare Hh=0.85;
#declare CC=H(34,74,128);
#macro Shell(C) union {
  difference { RBox(<-W/2,0,-D/2>,<W/2,Hh,D/2>,0.16) RBox(<-W/2+0.09,0.09,-D/2+0.09>,<W/2-0.09,Hh+1,D/2-0.09>,0.1) box { <-W,Hh-0.10,-D>,<W,Hh+1,D> } LeatherT(C) }
  difference { RBox(<-W/2+0.08,0.08,-D/2+0.08>,<W/2-0.08,Hh-0.09,D/2-0.08>,0.1) RBox(<-W/2+0.12,0.12,-D/2+0.12>,<W/2-0.12,Hh+1,D/2-0.12>,0.1) box { <-W,Hh-0.11,-D>,<W,Hh+1,D> }
    texture { pigment { gradient x color_map { [0 H(236,210,170)][0.46 H(236,210,170)][0.46 H(200,120,90)][0.54 H(200,120,90)][0.54 H(236,210,170)][1 H(236,210,170)] } scale 0.36 } finish { F_Matte } } }
  // rim
  difference { RBox(<-W/2-0.02,Hh-0.16,-D/2-0.02>,<W/2+0.02,Hh-0.06,D/2+0.02>,0.05) box { <-W/2+0.085,-1,-D/2+0.085>,<W/2-0.085,2,D/2-0.085> } texture { Brass } }
  #local i=-1; #while(i<=1) #local k=-1; #while(k<=1) difference { intersection { RBox(<-W/2-0.03,-0.03,-D/2-0.03>,<W/2+0.03,Hh,D/2+0.03>,0.17) sphere { <i*W/2,0.3,k*D/2>,0.60 } } box { <-W/2+0.09,0.09,-D/2+0.09>,<W/2-0.09,2,D/2-0.09> } box { <-W,Hh-0.13,-D>,<W,2,D> } LeatherT(H(134,74,38)) } #local k=k+2; #end #local i=i+2; #end
 } #end
union {
 object { Shell(CC) }
 // front: handle and locks
 union { BTube(<-0.4,0.42,-D/2>,<-0.4,0.40,-D/2-0.34>,<-0.1,0.38,-D/2-0.33>,0.06) BTube(<0.4,0.42,-D/2>,<0.4,0.40,-D/2-0.34>,<0.1,0.38,-D/2-0.33>,0.06) cylinder { <-0.15,0.38,-D/2-0.33>,<0.15,0.38,-D/2-0.33>,0.075 } LeatherT(H(134,74,38)) }
 union { RBox(<-1.2,0.45,-D/2-0.05>,<-0.95,0.75,-D/2+0.05>,0.03) RBox(<1.2,0.45,-D/2-0.05>,<0.95,0.75,-D/2+0.05>,0.03) texture { Brass } }
 // the lid, open
 object { Shell(CC) translate <0,-Hh+0.11,D/2> rotate x*180 rotate x*103 translate <0,Hh-0.10,D/2+0.02> }
 // folded cloth inside
 #macro Fold(X,Y,Z,WW,DD,C,C2,N,RY) union { #local i=0; #while(i<N) union { RBox(<-WW/2,i*0.13,-DD/2>,<WW/2,i*0.13+0.085,DD/2>,0.042) RBox(<-WW/2+0.01,i*0.13+0.065,-DD/2+0.01>,<WW/2-0.01,i*0.13+0.14,DD/2>,0.036) } #local i=i+1; #end
   texture { pigment { gradient z color_map { [0 C][0.80 C][0.80 C2][0.86 C2][0.86 C][0.92 C][0.92 C2][1 C2] } scale 0.62 translate z*0.1 } normal { average normal_map { [1 gradient x 0.4 sine_wave scale 0.025][1 gradient z 0.4 sine_wave scale 0.025][1 wrinkles 0.4 scale 0.5] } } finish { F_Matte } } rotate y*RY translate <X,Y,Z> } #end
 Fold(-1.05,0.12,0.02,1.35,2.05,H(214,82,64),H(250,232,200),4,2) Fold(0.38,0.12,0.45,1.35,1.3,H(0,128,128),H(238,200,120),4,-2) Fold(1.38,0.12,-0.1,0.62,1.9,H(240,176,62),H(120,70,40),4,1) Fold(0.38,0.12,-0.66,1.3,0.85,H(122,84,156),H(236,220,240),3,0)
 // framed picture leaning on the cloth: a house and a tree, paper cut
 union { difference { RBox(<-0.62,0,-0.05>,<0.62,0.92,0.05>,0.03) box { <-0.5,0.12,-1>,<0.5,0.80,-0.01> } Wood(H(176,110,54),H(120,70,34),0.5) }
   box { <-0.52,0.10,-0.012>,<0.52,0.82,0.0> texture { pigment { gradient y color_map { [0 H(250,214,150)][0.45 H(246,190,140)][1 H(140,190,214)] } scale 0.7 translate y*0.12 } finish { F_Matte } } }
   union { sphere { <0.25,0.62,-0.014>,0.08 scale <1,1,1> pigment { H(250,230,150) } } prism { linear_sweep 0,0.006,6,<-0.32,0.12>,<0.02,0.12>,<0.02,0.40>,<-0.15,0.55>,<-0.32,0.40>,<-0.32,0.12> rotate -x*90 translate z*-0.012 pigment { H(246,240,226) } } prism { linear_sweep 0,0.006,4,<-0.37,0.385>,<0.07,0.385>,<-0.15,0.60>,<-0.37,0.385> rotate -x*90 translate z*-0.019 pigment { H(200,80,60) } } box { <-0.19,0.12,-0.02>,<-0.11,0.28,-0.01> pigment { H(30,80,130) } }
     cylinder { <0.28,0.12,-0.014>,<0.28,0.36,-0.014>,0.018 pigment { H(100,60,34) } } sphere { 0,1 scale <0.13,0.16,0.01> translate <0.28,0.42,-0.016> pigment { H(60,124,70) } } box { <-0.5,0.12,-0.016>,<0.5,0.17,-0.006> pigment { H(110,150,80) } } }
   rotate x*44 rotate y*-8 translate <-1.02,0.72,-0.32> }
 // book with ribbon, glasses, a key
 union { difference { RBox(<-0.48,0,-0.34>,<0.48,0.2,0.34>,0.03) box { <-0.45,0.03,-0.5>,<0.6,0.17,0.31> } texture { pigment { H(30,96,72) } normal { bumps 0.15 scale 0.02 } finish { F_Satin } } } box { <-0.46,0.025,-0.31>,<0.45,0.175,0.32> texture { pigment { gradient y color_map { [0 H(226,208,170)][1 H(250,240,214)] } scale 0.02 } } }
   difference { RBox(<-0.36,0.195,-0.24>,<0.38,0.204,0.24>,0.004) box { <-0.34,0,-0.22>,<0.36,1,0.22> } texture { Brass } } union { torus { 0.1,0.008 scale <1,0.3,1> } torus { 0.05,0.008 scale <1,0.3,1> } translate <0.01,0.203,0> texture { Brass } }
   box { <0.1,0.09,-0.5>,<0.15,0.095,-0.3> pigment { H(200,50,50) } } rotate y*18 translate <0.42,0.66,0.45> }
 union { torus { 0.15,0.016 translate x*-0.18 } torus { 0.15,0.016 translate x*0.18 } BTube(<-0.04,0,0.05>,<0,0.02,0.10>,<0.04,0,0.05>,0.013) BTube(<-0.33,0,0>,<-0.36,0.03,0.35>,<-0.1,0.02,0.5>,0.012) BTube(<0.33,0,0>,<0.36,0.03,0.35>,<0.14,0.02,0.52>,0.012) texture { pigment { H(60,34,24) } finish { F_Ceramic } } rotate y*-24 translate <0.42,0.54,-0.72> }
 rotate y*-9 translate <0.05,0,-0.25>
}
// tram ticket and postcard on the floor
union { box { <-0.6,0,-0.42>,<0.6,0.01,0.42> texture { pigment { H(252,244,226) } finish { F_Matte } } } box { <0.02,0.011,-0.3>,<0.026,0.012,0.34> pigment { H(150,140,130) } } #declare k=0; #while(k<4) box { <0.1,0.011,-0.22+k*0.11>,<0.5,0.012,-0.212+k*0.11> pigment { H(110,120,150) } } #declare k=k+1; #end difference { box { <0.34,0.011,0.16>,<0.52,0.013,0.36> } pigment { H(226,84,66) } } rotate y*24 translate <-0.85,0,-2.75> }
