#version 3.7;
// A bunch of keys and an envelope on a table
#include "lib.inc"
Globals(1.0)
camera { location <0.85,5.6,-5.6> right x*image_width/image_height up y direction z look_at <0.42,0,-0.05> angle 43 }
sky_sphere { pigment { gradient y color_map { [0 H(255,226,190)][0.5 H(250,236,220)][1 H(150,180,220)] } } }
light_source { <-7,6,4> color H(255,220,172)*1.45 area_light <1.6,0,0>,<0,0,1.6>,5,5 adaptive 1 jitter circular }
union { #declare k=-4; #while(k<6) object { RBox(<-10,-0.5,k*1.5+0.01>,<10,0,k*1.5+1.49>,0.015) Wood(H(172,112,64),H(124,74,40),2.4) translate x*mod(k*3+20,5)*1.3 } #declare k=k+1; #end }
// envelope with a stamp, a window of light colour and the flap
union { object { RBox(<-2.0,0.0,-1.25>,<2.0,0.035,1.25>,0.014) texture { pigment { H(250,240,220) } normal { granite 0.05 scale 0.3 } finish { F_Matte } } }
  object { RBox(<1.25,0.03,0.55>,<1.75,0.042,1.05>,0.004) texture { pigment { H(0,140,140) } finish { F_Matte } } } cylinder { <1.5,0.04,0.8>,<1.5,0.046,0.8>,0.15 pigment { H(250,226,160) } }
  #declare k=0; #while(k<4) BTube(<0.45,0.038,0.95-k*0.14>,<0.8,0.038,1.05-k*0.14>,<1.1,0.038,0.93-k*0.14>,0.008) #declare k=k+1; #end torus { 0.3,0.008 translate <0.98,0.036,0.76> } torus { 0.24,0.006 translate <0.98,0.036,0.76> }
  #declare S=seed(4); #declare m=0; #while(m<3) #declare xx=-0.5; #while(xx<0.9-m*0.25) #declare l=0.05+rand(S)*0.08; BTube(<xx,0.038,-0.2-m*0.28>,<xx+l*0.5,0.038,-0.2-m*0.28+(rand(S)-0.4)*0.3>,<xx+l,0.038,-0.2-m*0.28>,0.011) #declare xx=xx+l+(rand(S)>0.8?0.07:0.0); #end #declare m=m+1; #end
  pigment { H(30,50,100) } finish { F_Matte } rotate y*13 translate <-0.75,0.02,0.45> }
// folded letter half under it
object { RBox(<-1.7,0.0,-1.0>,<1.7,0.02,1.0>,0.008) texture { pigment { H(240,222,206) } finish { F_Matte } } rotate y*-8 translate <-0.9,0,0.7> }
// key ring
#macro KeyFlat(L,C) union {
  difference { union { cylinder { -y*0.03,y*0.03,0.27 scale <1.12,1,1> } RBox(<0.2,-0.03,-0.075>,<L,0.03,0.075>,0.02) cylinder { <0.28,0,0>,<0.42,0,0>,0.09 }
     #local k=0; #while(k<5) prism { linear_sweep -0.03,0.03,4,<0,-0.06>,<0.14,-0.06>,<0.07,-0.14-0.05*mod(k*2,3)>,<0,-0.06> translate x*(L-0.15-k*0.145) } #local k=k+1; #end }
   cylinder { <-0.15,-1,0>,<-0.15,1,0>,0.075 } box { <0.45,0.018,-0.02>,<L-0.05,0.1,0.02> } }
  torus { 0.2,0.012 translate y*0.03 scale <1.1,1,1> } texture { C } } #end
#macro KeyOld(L,C) union {
  union { torus { 0.17,0.05 translate <-0.02,0,0.17> } torus { 0.17,0.05 translate <-0.02,0,-0.17> } torus { 0.15,0.05 translate <-0.24,0,0> } }
  cylinder { <0.05,0,0>,<L,0,0>,0.062 } sphere { <L,0,0>,0.07 } torus { 0.075,0.03 rotate z*90 translate x*0.2 } torus { 0.07,0.025 rotate z*90 translate x*0.28 } torus { 0.065,0.02 rotate z*90 translate x*(L-0.42) }
  difference { RBox(<L-0.36,-0.04,-0.40>,<L-0.05,0.04,0>,0.012) box { <L-0.24,-1,-0.5>,<L-0.17,1,-0.28> } box { <L-0.40,-1,-0.22>,<L-0.28,1,-0.15> } }
  texture { C } } #end
union {
 torus { 0.42,0.035 texture { Steel } translate y*0.06 } torus { 0.42,0.035 texture { Steel } translate y*0.115 }
 object { KeyOld(1.75,Brass) rotate x*8 translate x*0.24 rotate z*-1 rotate y*22 translate <0.36,0.13,-0.1> }
 object { KeyFlat(1.35,Steel) translate x*0.15 rotate z*-2.5 rotate y*62 translate <0.15,0.13,-0.35> }
 object { KeyFlat(1.2,Brass) translate x*0.15 rotate z*-3 rotate y*98 translate <-0.08,0.15,-0.38> }
 // leather tag in the shape of a house, coral
 union { difference { prism { linear_sweep -0.04,0.04,6,<-0.42,-1.05>,<0.42,-1.05>,<0.42,-0.35>,<0,0.05>,<-0.42,-0.35>,<-0.42,-1.05> } cylinder { <0,-1,-0.18>,<0,1,-0.18>,0.07 } LeatherT(H(214,76,58)) }
   union { box { <-0.11,0.03,-0.98>,<0.11,0.05,-0.62> } #declare a=-1; #while(a<=1) box { <a*0.27-0.07,0.03,-0.62>,<a*0.27+0.07,0.05,-0.46> } #declare a=a+2; #end texture { pigment { H(250,226,180) } } }
   union { #declare k=0; #while(k<14) sphere { <-0.35+k*0.054,0.045,-1.0>,0.012 } #declare k=k+1; #end pigment { H(250,236,214) } }
   rotate y*-128 translate <0.25,0.08,0.42> scale <1.12,1,1.12> }
 translate <0.95,0.03,-0.45>
}
union { torus { 0.19,0.022 rotate x*20 translate <1.22,0.13,0.03> } torus { 0.12,0.02 rotate z*60 translate <1.17,0.14,-0.12> } texture { Steel } }
// cup of coffee at the edge
union { lathe { cubic_spline 12,<-0.05,0>,<0,0>,<0.4,0>,<0.5,0.1>,<0.66,0.6>,<0.74,1.0>,<0.71,1.02>,<0.60,0.6>,<0.44,0.15>,<0.2,0.1>,<0,0.1>,<-0.05,0.1> texture { pigment { H(32,78,140) } finish { F_Ceramic } } interior { ior 1.5 } } cylinder { y*0.7,y*0.82,0.655 texture { pigment { H(70,36,18) } finish { diffuse 0.7 specular 0.8 roughness 0.005 reflection 0.06 } } }
  torus { 0.25,0.065 rotate x*90 translate <0.82,0.52,0> texture { pigment { H(32,78,140) } finish { F_Ceramic } } interior { ior 1.5 } } rotate y*-30 translate <2.75,0,1.75> }
