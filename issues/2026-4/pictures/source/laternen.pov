#version 3.7;
// Paper lanterns on St Martin's evening
#include "lib.inc"
Globals(0.9)
camera { location <0,1.6,-7> right x*image_width/image_height up y direction z look_at <0,1.95,0> angle 44 }
sky_sphere { pigment { gradient y color_map { [0 H(150,104,140)][0.10 H(84,72,134)][0.2 H(44,52,112)][0.35 H(22,30,78)][1 H(10,16,50)] } }
 pigment { bozo color_map { [0 rgbt 1][0.86 rgbt 1][0.93 rgbt <1,0.95,0.85,0>][1 rgbt <1,1,1,0>] } scale 0.009 } }
light_source { <-6,8,-6> color H(130,150,230)*0.36 shadowless }
fog { fog_type 2 distance 30 color H(60,58,110) fog_offset 0 fog_alt 1.2 }
plane { y,0 texture { pigment { bozo color_map { [0 H(54,50,60)][1 H(76,68,74)] } scale 0.5 } normal { bumps 0.3 scale <0.3,0.1,0.2> } finish { diffuse 0.7 specular 0.3 roughness 0.03 reflection { 0.02,0.3 fresnel on } conserve_energy } } interior { ior 1.4 } }
// bare trees and houses in the dark
#declare S=seed(6);
#macro Branch(P,D,L,R,N) cone { P,R,P+D*L,R*0.66 } sphere { P+D*L,R*0.66 } #if(N>0) #local k=0; #while(k<(N>3?2:3)) #local nd=vnormalize(D+<rand(S)-0.5,0.25*rand(S),(rand(S)-0.5)*0.5>*1.35); Branch(P+D*L,nd,L*(0.62+0.2*rand(S)),R*0.62,N-1) #local k=k+1; #end #end #end
#macro Tree(P,Sc,Sd) #declare S=seed(Sd); union { Branch(0,<0.05,1,0>,1.3,0.15,5) scale Sc translate P texture { pigment { H(34,28,46) } finish { F_Matte } } } #end
Tree(<-4.6,0,3.2>,1.25,8) Tree(<4.9,0,4.2>,1.3,21)
#macro HouseN(X,Z,W,Hh,Sd) #local R=seed(Sd); union { prism { linear_sweep 0,2,6,<-W/2,-1>,<W/2,-1>,<W/2,Hh>,<0,Hh+W*0.55>,<-W/2,Hh>,<-W/2,-1> rotate -x*90 translate z*2 texture { pigment { H(70,66,104) } finish { F_Matte } } }
  #local a=0; #while(a<3) #local b=0; #while(b<2) #if(rand(R)>0.5) box { <-W*0.34+a*W*0.27,0.7+b*1.1,-0.02>,<-W*0.34+a*W*0.27+W*0.14,1.25+b*1.1,0.05> texture { pigment { H(255,200,110) } finish { emission 0.7 } } } #end #local b=b+1; #end #local a=a+1; #end translate <X,0,Z> } #end
HouseN(-7.6,12,3,2.6,3) HouseN(-4.4,12.5,3.1,3.0,5) HouseN(-1.2,12,2.9,2.5,11) HouseN(1.8,12.4,3,3.0,7) HouseN(4.9,12,3.1,2.6,9) HouseN(8,12.3,3,3.1,13)
// children in coats and woollen hats, seen from behind
#declare kid=0; #declare Coat=array[6]; #declare Coat[0]=DeepBlue; #declare Coat[1]=Coral; #declare Coat[2]=Teal; #declare Coat[3]=Amber; #declare Coat[4]=Violet; #declare Coat[5]=Green;
#macro Child(P,I) union {
  union { cone { y*0.22,0.27,y*0.82,0.13 } sphere { y*0.82,0.13 } torus { 0.25,0.03 translate y*0.23 } cone { <-0.12,0.76,0>,0.075,<-0.24,0.58,-0.10>,0.065 } cone { <0.12,0.76,0>,0.075,<0.25,0.42,0>,0.065 } texture { pigment { Coat[mod(I,6)] } finish { F_Matte } } }
  union { cylinder { <-0.1,0,0>,<-0.1,0.25,0>,0.075 } cylinder { <0.1,0,0>,<0.1,0.25,0>,0.075 } texture { pigment { H(50,40,50) } } }
  sphere { y*1.03,0.155 texture { pigment { H(120,76,52) } finish { F_Matte } } }
  union { difference { sphere { y*1.05,0.175 } plane { y,1.03 } } torus { 0.165,0.03 translate y*1.04 } sphere { y*1.25,0.06 } texture { pigment { Coat[mod(I*2+3,6)] } normal { gradient y 0.4 sine_wave scale 0.03 } finish { F_Matte } } }
  torus { 0.12,0.05 translate y*0.88 texture { pigment { Coat[mod(I+2,6)] } finish { F_Matte } } }
  translate P } #end
#macro Stick(P,X2) cylinder { P+y*0.0,<P.x+X2,P.y+0.42,P.z+0.1>,0.004 texture { pigment { H(220,210,190) } } } Child(<P.x+0.98,0,P.z+0.42>,kid) #declare kid=kid+1; cylinder { <P.x+X2-0.02,P.y+0.46,P.z+0.1>,<P.x+0.80,0.60,P.z+0.30>,0.016 texture { pigment { H(176,120,66) } finish { F_Matte } } } #end
#macro Lit(C,E) texture { pigment { C } finish { emission E diffuse 0.45 } } #end
#macro Glow(P,C,I) light_source { P color C*I fade_distance 0.9 fade_power 2 shadowless } #end
// 1 round, pleated, coral with dots
#macro L_Round(P,C1,C2,R) union { sphere { 0,1 scale <R,R*0.92,R> texture { pigment { gradient y color_map { [0 C1*0.55][0.35 C1*1.2][0.55 C2][0.8 C1][1 C1*0.6] } scale R*2 translate y*-R } normal { gradient y 0.5 triangle_wave scale R*0.12 } finish { emission 0.95 diffuse 0.4 } } }
   #local k=0; #while(k<9) torus { R*sqrt(max(0.02,1-pow(-0.88+k*0.22,2)))*1.0,R*0.012 translate y*R*0.92*(-0.88+k*0.22) texture { pigment { C1*0.5 } finish { emission 0.3 } } } #local k=k+1; #end
   cylinder { -y*R*0.96,-y*R*0.86,R*0.36 texture { pigment { H(50,36,40) } } } cylinder { y*R*0.86,y*R*0.96,R*0.36 texture { pigment { H(50,36,40) } } } BTube(<-R*0.34,R*0.94,0>,<0,R*1.7,0>,<R*0.34,R*0.94,0>,0.006) translate P pigment { H(60,50,50) } } Glow(P,C1,1.1) #end
// 2 box lantern with cut stars
#macro L_Box(P,C1,C2,W,Hh,RY) union { box { <-W,-Hh,-W>,<W,Hh,W> texture { pigment { gradient y color_map { [0 C1*0.6][0.4 C1*1.25][0.6 C1*1.25][1 C1*0.6] } scale Hh*2 translate y*-Hh } finish { emission 0.85 diffuse 0.4 } } }
   #local f=0; #while(f<4) union { #local k=0; #while(k<5) prism { linear_sweep 0,0.006,4,<-W*0.16,0>,<W*0.16,0>,<0,W*0.58>,<-W*0.16,0> rotate -x*90 translate y*W*0.10 rotate z*k*72 } #local k=k+1; #end cylinder { 0,-z*0.006,W*0.2 } translate z*(-W-0.001) rotate y*f*90 texture { pigment { C2 } finish { emission 1.3 } } } #local f=f+1; #end
   union { #local i=-1; #while(i<=1) #local j=-1; #while(j<=1) cylinder { <i*W,-Hh,j*W>,<i*W,Hh,j*W>,W*0.075 } cylinder { <-W,i*Hh,j*W>,<W,i*Hh,j*W>,W*0.075 } cylinder { <j*W,i*Hh,-W>,<j*W,i*Hh,W>,W*0.075 } #local j=j+2; #end #local i=i+2; #end BTube(<-W,Hh,0>,<0,Hh*2.0,0>,<W,Hh,0>,0.006) texture { pigment { H(40,30,44) } finish { F_Matte } } } rotate y*RY translate P } Glow(P,C1,1.0) #end
// 3 star
#macro L_Star(P,C1,R) union { #local k=0; #while(k<6) cone { 0,R*0.46,y*R*1.05,0.01 rotate z*k*60 texture { pigment { gradient y color_map { [0 C1*1.5][1 C1*0.75] } scale R*1.1 rotate z*k*60 } finish { emission 1.0 diffuse 0.3 } } } #local k=k+1; #end sphere { 0,R*0.5 texture { pigment { C1*1.5 } finish { emission 1.1 } } } scale <1,1,0.5> translate P } Glow(P,C1,1.0) #end
// 4 moon with a face
#macro L_Moon(P,R) union { difference { cylinder { -z*0.12,z*0.12,R } cylinder { -z,z,R*0.82 translate <R*0.48,R*0.12,0> } texture { pigment { onion color_map { [0 H(255,236,150)][1 H(246,186,60)] } scale R } finish { emission 1.05 diffuse 0.3 } } } 
   union { torus { R*0.10,R*0.018 rotate x*90 scale <1,0.5,1> translate <-R*0.52,R*0.2,-0.125> } sphere { <-R*0.55,-R*0.3,-0.125>,R*0.03 } texture { pigment { H(140,70,30) } } } 
   BTube(<-R*0.2,R*0.98,0>,<0,R*1.3,0>,<R*0.1,R*0.95,0>,0.006) pigment { H(60,50,50) } rotate z*-14 translate P } Glow(P,H(255,210,110),1.0) #end
L_Round(<-2.05,1.75,0.3>,H(240,84,52),H(255,214,140),0.50) Stick(<-2.05,2.45,0.3>,0.1)
L_Box(<-0.78,2.2,0.9>,H(38,120,190),H(255,230,150),0.29,0.40,24) Stick(<-0.78,2.75,0.9>,0.08)
L_Moon(<0.36,2.0,0.0>,0.54) Stick(<0.36,2.62,0>,0.09)
L_Star(<1.50,2.35,0.8>,H(244,176,50),0.46) Stick(<1.50,2.8,0.8>,0.08)
L_Round(<2.55,1.72,0.25>,H(60,150,86),H(240,246,170),0.43) Stick(<2.55,2.3,0.25>,0.1)
L_Box(<-2.95,2.42,1.9>,H(140,80,180),H(255,220,190),0.22,0.32,-14) Stick(<-2.95,2.85,1.9>,0.07)
L_Round(<3.45,2.45,2.2>,H(226,70,110),H(255,210,170),0.32) Stick(<3.45,2.9,2.2>,0.07)
#declare k=0; #while(k<11) L_Round(<-4.4+k*0.88,0.9+0.25*sin(k*2.3),6.5+mod(k*7,4)*0.6>,rgb <0.9-0.25*mod(k,3),0.30+0.1*mod(k,4),0.06+0.15*mod(k,3)>,H(255,224,150),0.15) #declare k=k+1; #end
