#version 3.7;
// Stuffed vine leaves with lemon
#include "lib.inc"
Globals(1.0)
camera { location <0.2,6.6,-7.0> right x*image_width/image_height up y direction z look_at <0.12,0.3,-0.05> angle 46.5 }
sky_sphere { pigment { gradient y color_map { [0 H(255,236,206)][1 H(206,222,246)] } } }
light_source { <-7,8,4> color H(255,230,192)*1.35 area_light <1.8,0,0>,<0,0,1.8>,5,5 adaptive 1 jitter circular }
object { RBox(<-14,-0.5,-9>,<14,0,14>,0.02) texture { pigment { bozo turbulence 0.3 color_map { [0 H(40,72,120)][1 H(52,88,138)] } scale 1.6 } normal { average normal_map { [1 gradient x 0.6 sine_wave scale 0.05][1 gradient z 0.6 sine_wave scale 0.05][1 wrinkles 0.3 scale 2] } } finish { F_Matte } } }
object { RBox(<-4.1,0.0,-1.15>,<4.1,0.02,1.15>,0.01) scale <1,1,3.4> texture { pigment { gradient x color_map { [0 H(244,236,216)][0.42 H(244,236,216)][0.42 H(226,84,66)][0.5 H(226,84,66)][0.5 H(244,236,216)][0.54 H(244,236,216)][0.54 H(226,84,66)][0.58 H(226,84,66)][0.58 H(244,236,216)][1 H(244,236,216)] } scale 4.1 translate x*0.3 } normal { average normal_map { [1 gradient x 0.6 sine_wave scale 0.05][1 gradient z 0.6 sine_wave scale 0.05] } } finish { F_Matte } } rotate y*-12 translate <-0.3,0,0> }
#declare S=seed(23);
// plate
union { lathe { cubic_spline 10,<-0.1,0.12>,<0,0.12>,<1.8,0.12>,<2.3,0.22>,<3.05,0.40>,<3.12,0.45>,<3.05,0.34>,<2.2,0.06>,<1.8,0>,<0,0> texture { pigment { H(240,232,214) } finish { F_Ceramic } } interior { ior 1.5 } }
 torus { 2.95,0.03 translate y*0.415 texture { pigment { H(0,124,124) } finish { F_Ceramic } } } 
 #declare k=0; #while(k<30) union { sphere { 0,1 scale <0.13,0.02,0.05> translate x*0 rotate y*35 } sphere { 0,1 scale <0.13,0.02,0.05> rotate y*-35 } rotate z*14 translate <2.62,0.305,0> rotate y*k*12 texture { pigment { #if(mod(k,2)) H(0,124,124) #else H(40,80,150) #end } finish { F_Ceramic } } } #declare k=k+1; #end }
// one roll: leaf wrapped, with veins and an overlapping edge
#macro Roll(C,L) union {
  #local fx=function(u,v,w){(u-0.5)*L};
  #local rr=function(u,v,w){0.245*pow(max(0.0001,1-pow(abs(2*u-1),7)),0.4)*(1+0.05*sin(u*9+v*5)+0.035*sin(v*25+u*4)+0.10*exp(-pow((v-0.35-0.06*sin(u*8))*16,2)))};
  #local fy=function(u,v,w){rr(u,v,0)*cos(v*6.28318)}; #local fz=function(u,v,w){rr(u,v,0)*sin(v*6.28318)};
  object { Sheet(fx,fy,fz,40,44) }
  texture { pigment { bozo turbulence 0.7 color_map { [0 C*0.66][0.5 C][1 C*1.25] } scale <0.4,0.15,0.15> }
    normal { average normal_map { [1 bumps 0.5 scale <0.3,0.06,0.06>][1 granite 0.25 scale 0.3][0.8 bumps 0.5 scale 0.05] } } finish { diffuse 0.78 specular 0.35 roughness 0.035 } }
  texture { pigment { gradient x triangle_wave warp { turbulence 0.15 } color_map { [0 srgbt <0.72,0.74,0.42,0.25>][0.07 srgbt <0.6,0.62,0.3,0.75>][0.12 rgbt 1][1 rgbt 1] } scale 0.30 rotate z*38 rotate y*32 } finish { diffuse 0.8 specular 0.2 roughness 0.04 } } } #end
#declare R1=object { Roll(H(96,104,40),1.45) }; #declare R2=object { Roll(H(78,96,38),1.35) }; #declare R3=object { Roll(H(112,114,48),1.4) };
#macro Put(I,P,RY) object { #if(mod(I,3)=0) R1 #else #if(mod(I,3)=1) R2 #else R3 #end #end rotate x*(rand(S)*200) rotate z*(rand(S)*4-2) rotate y*(RY+rand(S)*10-5) translate P } #end
// rows, stacked like bricks
union {
#declare k=0; #while(k<7) Put(k,<-1.55+k*0.515,0.38,-0.72>,90) Put(k+1,<-1.50+k*0.515,0.38,0.72>,90) #declare k=k+1; #end
#declare k=0; #while(k<6) Put(k+2,<-1.29+k*0.515,0.80,-0.62>,90) Put(k,<-1.25+k*0.515,0.80,0.66>,90) #declare k=k+1; #end
#declare k=0; #while(k<5) Put(k+1,<-1.03+k*0.515,1.20,0.03>,90) #declare k=k+1; #end
Put(2,<-2.05,0.42,0.1>,80) Put(1,<2.12,0.42,-0.1>,100)
rotate y*-16 }
// lemon slices and halves
#macro Slice(R) union { cylinder { -y*0.045,y*0.045,R texture { pigment { H(246,206,50) } normal { bumps 0.3 scale 0.04 } finish { F_Satin } } } cylinder { -y*0.048,y*0.048,R*0.93 texture { pigment { H(252,244,206) } } } cylinder { -y*0.052,y*0.052,R*0.86 texture { pigment { radial frequency 9 color_map { [0 H(252,246,214)][0.05 H(252,246,214)][0.08 H(246,220,96)][0.5 H(250,230,130)][0.92 H(246,220,96)][0.95 H(252,246,214)][1 H(252,246,214)] } } finish { diffuse 0.85 specular 0.6 roughness 0.01 } } } } #end
object { Slice(0.5) rotate x*-58 rotate y*-14 translate <0.30,1.66,0.30> } object { Slice(0.48) rotate x*-46 rotate y*14 translate <-0.48,1.58,0.16> }
union { union { difference { sphere { 0,0.62 scale <1,1.12,1> } plane { -y,0 } } sphere { 0,0.14 scale <1,1.2,1> translate y*-0.68 } texture { pigment { H(246,204,46) } normal { bumps 0.35 scale 0.05 } finish { F_Satin } } } object { Slice(0.618) scale <1,0.3,1> } rotate x*-38 rotate y*25 rotate z*-8 translate <3.75,0.55,-0.65> }
union { sphere { 0,0.60 scale <1.18,1,1> } sphere { <0.62,0,0>,0.17 scale <1.1,1,1> } sphere { <-0.66,0,0>,0.10 } texture { pigment { H(246,204,46) } normal { bumps 0.35 scale 0.05 } finish { F_Satin } } rotate y*38 translate <3.8,0.6,1.25> }
// bowl of yoghurt with mint
union { lathe { cubic_spline 9,<0.3,-0.01>,<0.4,0>,<0.5,0.06>,<0.95,0.45>,<1.02,0.68>,<0.96,0.70>,<0.7,0.3>,<0.1,0.2>,<0,0.2> texture { pigment { H(196,88,60) } finish { F_Ceramic } } interior { ior 1.5 } } 
  cylinder { y*0.3,y*0.55,0.92 texture { pigment { H(254,250,240) } normal { wood 0.7 sine_wave scale 0.42 turbulence 0.15 rotate x*90 } finish { diffuse 0.95 specular 0.3 roughness 0.05 } } }
  #declare k=0; #while(k<5) object { Leaf(H(70,146,66)) scale <0.40,0.34,0.34> rotate z*22 rotate y*k*72 translate y*0.57 } #declare k=k+1; #end
  #declare k=0; #while(k<40) #declare a=rand(S)*6.3; #declare r=0.75*sqrt(rand(S)); sphere { 0,1 scale <0.03,0.012,0.02> translate <r*cos(a),0.56,r*sin(a)> pigment { H(190,50,36) } } #declare k=k+1; #end translate <-3.9,0,1.5> }
// a vine leaf and mint on the table
#declare k=0; #while(k<7) object { Leaf(H(96,140,54)) scale <0.9,0.5,0.95>*(1-0.09*abs(k-3)) rotate z*4 rotate y*(-150+k*28) translate <-3.5,0.04,-1.7> } #declare k=k+1; #end
object { BTube(<-3.5,0.05,-1.7>,<-3.0,0.10,-2.0>,<-2.75,0.05,-2.35>,0.035) texture { pigment { H(120,110,60) } } }
