#version 3.7;
// Persian garden: water channel, cypresses, pavilion, pomegranates
#include "lib.inc"
Globals(1.0)
camera { location <0,2.3,-9.5> right x*image_width/image_height up y direction z look_at <0,2.75,4> angle 44 }
sky_sphere { pigment { gradient y color_map { [0 H(255,224,176)][0.12 H(250,220,190)][0.3 H(170,206,220)][0.7 H(96,160,206)][1 H(70,130,190)] } } }
light_source { <-22,20,-14> color H(255,222,174)*1.5 area_light <2.5,0,0>,<0,2.5,0>,5,5 adaptive 1 jitter circular orient }
fog { fog_type 2 distance 180 color H(255,226,190) fog_offset 1 fog_alt 5 }
plane { y,-0.02 texture { pigment { bozo turbulence 0.5 color_map { [0 H(90,130,60)][1 H(126,160,78)] } scale 0.5 } normal { bumps 0.8 scale 0.06 } finish { F_Matte } } }
// paths
#macro Paving() texture { pigment { brick H(224,196,160), H(240,212,172) brick_size <0.7,0.5,0.5> mortar 0.02 rotate x*90 } normal { granite 0.06 scale 0.3 } finish { F_Matte } } #end
union { box { <-2.5,-0.1,-12>,<-1.05,0.02,17> } box { <1.05,-0.1,-12>,<2.5,0.02,17> } box { <-12,-0.1,14>,<12,0.03,18> } Paving() }
// channel with turquoise tiles
union { RBox(<-1.2,-0.5,-12>,<-0.92,0.14,14>,0.03) RBox(<0.92,-0.5,-12>,<1.2,0.14,14>,0.03) texture { pigment { H(246,228,200) } normal { granite 0.05 scale 0.2 } finish { F_Matte } } }
union { box { <-1.205,-0.2,-12>,<-1.21,0.09,14> } box { <-0.92,-0.4,-12>,<-0.915,0.14,14> } box { <0.92,-0.4,-12>,<0.915,0.14,14> } texture { pigment { checker H(0,128,136), H(36,86,150) scale 0.14 } finish { F_Ceramic } } }
box { <-0.92,-0.5,-12>,<0.92,0.015,14> texture { pigment { H(20,96,110) } normal { average normal_map { [1 ripples 0.12 frequency 3 scale 0.8 translate <0,0,4>][1 bumps 0.10 scale <0.5,0.2,0.3>] } } finish { diffuse 0.4 specular 0.7 roughness 0.005 reflection { 0.12,0.8 fresnel on } conserve_energy } } interior { ior 1.33 } }
// star basin with fountain
union { #declare k=0; #while(k<2) difference { RBox(<-1.55,-0.2,-1.55>,<1.55,0.30,1.55>,0.05) box { <-1.3,-1,-1.3>,<1.3,1,1.3> } rotate y*k*45 } #declare k=k+1; #end texture { pigment { H(240,218,186) } finish { F_Matte } } translate z*3 }
union { #declare k=0; #while(k<2) difference { box { <-1.56,0.02,-1.56>,<1.56,0.22,1.56> } box { <-1.5,-1,-1.5>,<1.5,1,1.5> } rotate y*k*45 } #declare k=k+1; #end texture { pigment { checker H(0,136,140), H(246,236,214) scale 0.12 } finish { F_Ceramic } } translate z*3 }
cylinder { y*0.0,y*0.2,1.6 translate z*3 texture { pigment { H(20,110,122) } normal { ripples 0.25 frequency 6 scale 0.8 translate z*3 } finish { diffuse 0.4 specular 0.7 roughness 0.005 reflection { 0.12,0.8 fresnel on } conserve_energy } } interior { ior 1.33 } }
#declare S=seed(9); union { #declare k=0; #while(k<150) #declare a=rand(S)*6.283; #declare q=rand(S); sphere { <0.55*q*cos(a),0.25+1.15*4*q*(1-q)*0.72+0.15*(1-q),3+0.55*q*sin(a)>,0.018+0.014*rand(S) } #declare k=k+1; #end cylinder { <0,0.2,3>,<0,0.5,3>,0.05 } texture { pigment { H(240,250,255) } finish { diffuse 0.7 specular 0.8 emission 0.25 } } }
// cypresses
#macro Cypress(P,Hh,R,Sd) union { #local Q_=seed(Sd); cylinder { 0,y*0.6,0.09 pigment { H(96,62,40) } }
  #local k=0; #while(k<420) #local q=pow(rand(Q_),0.85); #local yy=0.25+q*Hh; #local rr=R*pow(sin(3.14159*min(1,pow(q*0.97+0.03,0.62))),0.8); #local a=rand(Q_)*6.283; #local sh=0.6+rand(Q_)*0.5;
   cone { 0,0.11,<0.10*cos(a),0.46,0.10*sin(a)>,0.0 translate <rr*cos(a)*0.92,yy-0.15,rr*sin(a)*0.92> texture { pigment { rgb <0.075,0.17,0.075>*sh+<0.02,0.03,0>*rand(Q_) } finish { F_Matte } } } #local k=k+1; #end
  #local k=0; #while(k<16) #local q=k/16; sphere { <0,0.25+q*Hh,0>,max(0.05,R*pow(sin(3.14159*min(1,pow(q*0.97+0.03,0.62))),0.8)*0.93) scale <1,1,1> texture { pigment { rgb <0.04,0.10,0.05> } } } #local k=k+1; #end
  translate P } #end
#declare CyA=object { Cypress(0,5.4,0.62,4) };
#declare k=0; #while(k<4) object { CyA rotate y*k*50 scale <1,0.94+0.1*mod(k,2),1> translate <-3.3,0,1.0+k*4> } object { CyA rotate y*(k*77+20) scale <1,1+0.06*mod(k+1,2),1> translate <3.3,0,1.0+k*4> } #declare k=k+1; #end
// pavilion at the end
#macro PArch(W,Hs,Z0,Z1) union { box { <-W/2,-0.5,Z0>,<W/2,Hs,Z1> } intersection { cylinder { <-W*0.22,Hs,Z0>,<-W*0.22,Hs,Z1>,W*0.72 } cylinder { <W*0.22,Hs,Z0-0.02>,<W*0.22,Hs,Z1+0.02>,W*0.72 } box { <-W/2,Hs-0.001,Z0-0.03>,<W/2,Hs+W,Z1+0.03> } } } #end
union {
 difference { RBox(<-4.6,0,0>,<4.6,4.1,3>,0.05) object { PArch(2.2,2.0,-1,2.4) } object { PArch(1.25,1.5,-1,1.2) translate x*-2.85 } object { PArch(1.25,1.5,-1,1.2) translate x*2.85 } texture { pigment { H(236,196,146) } normal { granite 0.05 scale 0.3 } finish { F_Matte } } }
 difference { RBox(<-1.6,0,-0.12>,<1.6,4.7,0.5>,0.05) object { PArch(2.2,2.0,-2,2.4) } texture { pigment { H(30,84,150) } finish { F_Ceramic } } }
 difference { object { PArch(2.5,2.03,-0.16,0.3) } object { PArch(2.2,2.0,-2,2.4) } texture { pigment { H(0,150,150) } finish { F_Ceramic } } }
 #declare k=0; #while(k<2) difference { object { PArch(1.5,1.53,-0.06,0.3) } object { PArch(1.25,1.5,-2,2.4) } texture { pigment { H(0,150,150) } finish { F_Ceramic } } translate x*(-2.85+k*5.7) } #declare k=k+1; #end
 box { <-4.6,0,1.9>,<4.6,3.9,2.0> texture { pigment { H(200,130,86) } finish { F_Matte } } }
 RBox(<-4.75,4.05,-0.15>,<4.75,4.3,3.1>,0.04) 
 cylinder { <0,4.2,1.6>,<0,5.0,1.6>,1.15 texture { pigment { checker H(30,84,150), H(246,232,200) scale 0.3 } finish { F_Ceramic } } }
 lathe { cubic_spline 9,<1.3,-0.3>,<1.2,0>,<1.34,0.5>,<1.15,1.1>,<0.7,1.6>,<0.25,1.95>,<0.04,2.3>,<0.0,2.5>,<0,2.6> texture { pigment { gradient y color_map { [0 H(0,150,156)][0.5 H(20,160,166)][1 H(0,130,140)] } scale 0.7 } finish { F_Ceramic } } translate <0,5,1.6> }
 union { cylinder { <0,7.2,1.6>,<0,8.0,1.6>,0.03 } sphere { <0,7.6,1.6>,0.09 } texture { Brass } }
 texture { pigment { H(244,222,184) } finish { F_Matte } } translate z*15.5 }
// beds with flowers along the paths
object { Bush(0.5,0.28,7.5,1000,0.20,H(80,130,60),H(230,90,80),150,3) translate <-3.2,0.15,2> } object { Bush(0.5,0.28,7.5,1000,0.20,H(80,130,60),H(240,180,70),150,6) translate <3.2,0.15,2> }
// pomegranate branches framing from above
#macro Pom(P,R) union { sphere { 0,R scale <1,0.95,1> } #local k=0; #while(k<6) cone { <0,-R*0.85,0>,R*0.25,<R*0.34*cos(k*1.047),-R*1.42,R*0.34*sin(k*1.047)>,0.0 } #local k=k+1; #end cylinder { y*R*0.8,y*R*1.5,R*0.06 } texture { pigment { bozo color_map { [0 H(190,34,36)][0.7 H(214,66,48)][1 H(230,140,70)] } scale R*1.2 } finish { diffuse 0.8 specular 0.45 roughness 0.02 } } translate P } #end
union {
 BTube(<-3.4,4.3,-4.6>,<-2.0,5.1,-4.6>,<-0.5,4.45,-4.6>,0.035) BTube(<-2.6,4.75,-4.6>,<-1.9,4.4,-4.7>,<-1.5,4.0,-4.7>,0.022) BTube(<3.4,4.9,-4.6>,<2.4,5.0,-4.6>,<1.55,4.45,-4.6>,0.03) texture { pigment { H(92,62,42) } } }
#declare LB=object { Leaf(H(86,140,60)) }; #declare LB2=object { Leaf(H(60,112,52)) };
#declare k=0; #while(k<190) #declare tt=rand(S); #declare pp=(mod(k,3)<2 ? <-3.4,4.3,-4.6>*pow(1-tt,2)+2*<-2.0,5.1,-4.6>*tt*(1-tt)+<-0.5,4.45,-4.6>*tt*tt : <3.4,4.9,-4.6>*pow(1-tt,2)+2*<2.4,5.0,-4.6>*tt*(1-tt)+<1.55,4.45,-4.6>*tt*tt);
 object { #if(mod(k,2)) LB #else LB2 #end scale <0.40,0.22,0.24>*(0.7+0.5*rand(S)) rotate x*(rand(S)*80-40) rotate z*(rand(S)*140-70) rotate y*(rand(S)*360) translate pp+<0,0.25*(rand(S)-0.3),0.2*(rand(S)-0.5)> } #declare k=k+1; #end
Pom(<-1.5,3.72,-4.7>,0.235) Pom(<-2.25,4.1,-4.8>,0.25) Pom(<-0.85,4.12,-4.7>,0.2) Pom(<2.05,4.18,-4.7>,0.23) Pom(<1.62,4.02,-4.6>,0.19)
