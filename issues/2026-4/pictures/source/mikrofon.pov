#version 3.7;
// A microphone on a table, two chairs
#include "lib.inc"
Globals(1.0)
camera { location <-0.3,2.55,-7.6> right x*image_width/image_height up y direction z look_at <0.1,1.72,0> angle 45 }
sky_sphere { pigment { gradient y color_map { [0 H(255,220,180)][1 H(190,200,230)] } } }
light_source { <-6,7,-5> color H(255,214,164)*1.25 area_light <1.6,0,0>,<0,1.6,0>,5,5 adaptive 1 jitter circular orient }
light_source { <4,4.5,3.5> color H(255,160,110)*0.55 area_light <0.8,0,0>,<0,0.8,0>,3,3 adaptive 1 jitter circular orient }
box { <-14,-4,6.5>,<14,14,6.8> texture { pigment { bozo turbulence 0.4 color_map { [0 H(70,48,104)][1 H(92,62,126)] } scale 2 } normal { bumps 0.05 scale 0.4 } finish { F_Matte } } }
plane { y,-1.6 texture { pigment { H(120,78,50) } finish { F_Matte } } }
// framed cloth on the wall: three stripes of colour
union { RBox(<-3.1,2.3,6.3>,<-0.9,5.2,6.5>,0.06) texture { pigment { H(240,224,196) } finish { F_Matte } } } 
#declare k=0; #while(k<3) sphere { 0,1 scale <0.75-k*0.16,0.75-k*0.16,0.02> translate <-2.0,3.75,6.29-k*0.02> texture { pigment { #if(k=0) Coral #else #if(k=1) Amber #else Teal #end #end } finish { F_Matte } } } #declare k=k+1; #end
// two armchairs behind the table, turned to each other
#macro Chair(C) union { union { superellipsoid { <0.3,0.35> scale <1.05,0.32,0.95> translate y*0.1 } superellipsoid { <0.28,0.4> scale <1.05,1.25,0.24> rotate x*10 translate <0,0.95,0.95> } superellipsoid { <0.4,0.4> scale <0.20,0.55,0.95> translate <-1.1,0.3,0.05> } superellipsoid { <0.4,0.4> scale <0.20,0.55,0.95> translate <1.1,0.3,0.05> } Cloth(C,2) } 
   union { #local i=-1; #while(i<=1) #local j=-1; #while(j<=1) cone { <i*0.95,-1.6,j*0.8>,0.05,<i*0.85,-0.1,j*0.7>,0.1 } #local j=j+2; #end #local i=i+2; #end Wood(H(150,92,50),H(100,58,30),1) }
   superellipsoid { <0.5,0.5> scale <0.5,0.42,0.17> rotate x*16 translate <0.1,0.85,0.58> Cloth(Amber,2) } } #end
object { Chair(H(0,120,124)) rotate y*-38 translate <-2.75,0.05,3.3> } object { Chair(H(206,78,62)) rotate y*38 translate <3.0,0.05,3.3> }
// table top
union { RCyl(<0,0,0.2>,<0,0.14,0.2>,3.0,0.06) Wood(H(176,114,62),H(126,76,40),2) scale <1,1,0.62> translate y*0.0 }
// microphone
union {
 union { RCyl(<0,0.14,0>,<0,0.25,0>,0.62,0.045) cylinder { <0,0.2,0>,<0,1.35,0>,0.05 } cylinder { <0,0.2,0>,<0,0.55,0>,0.075 } texture { DarkSteel } }
 union { 
  // classic capsule: rounded body, ribs and grille
  difference { superellipsoid { <0.75,0.55> scale <0.46,0.82,0.40> } box { <-0.33,-0.30,-1>,<0.33,0.62,-0.24> } texture { pigment { H(206,208,212) } finish { F_Metal } } }
  superellipsoid { <0.75,0.55> scale <0.42,0.78,0.36> texture { pigment { H(30,30,36) } finish { F_Satin } } }
  union { #declare k=-4; #while(k<=4) RBox(<k*0.078-0.020,-0.34,-0.42>,<k*0.078+0.020,0.66,-0.22>,0.018) #declare k=k+1; #end RBox(<-0.40,0.12,-0.435>,<0.40,0.22,-0.2>,0.03) RBox(<-0.42,-0.42,-0.44>,<0.42,-0.32,-0.2>,0.03) torus { 0.12,0.03 rotate x*90 translate <0,0.17,-0.44> } sphere { <0,0.17,-0.42>,0.1 } texture { Steel } }
  union { RBox(<-0.56,-0.5,-0.06>,<-0.48,0.1,0.06>,0.03) RBox(<0.48,-0.5,-0.06>,<0.56,0.1,0.06>,0.03) RBox(<-0.56,-0.96,-0.06>,<0.56,-0.86,0.06>,0.03) RBox(<-0.56,-0.95,-0.06>,<-0.48,-0.4,0.06>,0.03) RBox(<0.48,-0.95,-0.06>,<0.56,-0.4,0.06>,0.03) cylinder { <-0.64,0,0>,<0.64,0,0>,0.06 } sphere { <-0.66,0,0>,0.09 } sphere { <0.66,0,0>,0.09 } texture { DarkSteel } }
  rotate x*12 translate y*2.28 }
 // cable
 BTube(<0,0.2,0.3>,<0.7,0.1,1.2>,<1.6,0.17,1.3>,0.035) 
 texture { pigment { H(26,26,30) } finish { F_Satin } }
 rotate y*-16 translate <0.05,0,-0.2> }
// note cards, a glass of water, a pencil
union { #declare k=0; #while(k<3) object { RBox(<-0.5,0,-0.34>,<0.5,0.012,0.34>,0.004) rotate y*(k*8-6) translate y*k*0.014 texture { pigment { H(252,244,226) } finish { F_Matte } } } #declare k=k+1; #end #declare k=0; #while(k<4) box { <-0.38,0.043,0.2-k*0.12>,<0.34-0.12*mod(k,2),0.045,0.212-k*0.12> rotate y*10 pigment { H(40,70,130) } } #declare k=k+1; #end rotate y*-14 translate <-1.45,0.145,-0.75> }
union { cylinder { 0,x*1.0,0.032 texture { pigment { Amber } finish { F_Satin } } } cone { x*1.0,0.032,x*1.12,0.004 texture { pigment { H(230,196,150) } } } rotate z*0 rotate y*-24 translate <-1.25,0.22,-1.12> }
#macro Gl(P) union { difference { cone { 0,0.20,y*0.72,0.25 } cone { y*0.05,0.17,y*0.8,0.232 } material { M_Glass } } cone { y*0.055,0.165,y*0.45,0.205 texture { pigment { rgbf <0.92,0.97,1,0.93> } finish { specular 0.8 roughness 0.003 reflection { 0.02,0.4 fresnel on } conserve_energy } } interior { ior 1.33 } } translate P } #end
Gl(<1.35,0.145,-0.65>) Gl(<-1.75,0.145,0.35>)
