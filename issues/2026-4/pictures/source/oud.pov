#version 3.7;
// An oud leaning against a wall beside a stack of books and a lamp
#include "lib.inc"
Globals(1.0)
camera { location <-0.2,2.3,-9> right x*image_width/image_height up y direction z look_at <-0.05,1.82,0> angle 24.5 }
sky_sphere { pigment { gradient y color_map { [0 H(255,220,180)][1 H(180,190,226)] } } }
light_source { <-5,6,-5.5> color H(255,216,164)*1.25 area_light <1.8,0,0>,<0,1.8,0>,5,5 adaptive 1 jitter circular orient }
box { <-8,-3,1.2>,<8,9,1.4> texture { pigment { bozo turbulence 0.4 color_map { [0 H(30,70,92)][1 H(42,88,108)] } scale 2 } normal { bumps 0.06 scale 0.4 } finish { F_Matte } } }
object { RBox(<-8,-0.5,-5>,<8,0,1.3>,0.03) Wood(H(150,92,50),H(100,58,30),2.4) }
object { RBox(<-8,0,1.08>,<8,0.24,1.25>,0.03) texture { pigment { H(240,230,210) } finish { F_Satin } } }
// rug
object { RBox(<-3,0,-3.6>,<3.2,0.03,0.7>,0.014) texture { pigment { gradient x color_map { [0 H(136,40,44)][0.5 H(136,40,44)][0.5 H(40,60,110)][0.56 H(40,60,110)][0.56 H(230,180,90)][0.60 H(230,180,90)][0.60 H(136,40,44)][1 H(136,40,44)] } scale 0.9 } normal { gradient x 0.5 sine_wave scale 0.03 } finish { F_Matte } } }
// the oud: built upright, face to -z, pear-shaped; then leaned
#declare FaceC=H(226,170,100);
union {
 // bowl of staves (half body of revolution, flattened), front at z=0
 intersection {
  lathe { cubic_spline 12,<-0.2,0.02>,<0,0>,<0.42,0.09>,<0.72,0.32>,<0.87,0.68>,<0.88,1.0>,<0.78,1.38>,<0.58,1.75>,<0.36,2.10>,<0.20,2.40>,<0.14,2.62>,<0.12,2.9> }
  box { <-2,0,0>,<2,2.62,2> }
  texture { pigment { radial frequency 18 color_map { [0 H(66,34,20)][0.46 H(84,44,26)][0.5 H(230,190,120)][0.53 H(230,190,120)][0.56 H(150,88,46)][0.97 H(160,96,50)][1 H(230,190,120)] } } finish { F_Ceramic } } interior { ior 1.5 } }
 // face
 intersection {
  lathe { cubic_spline 12,<-0.2,0.02>,<0,0>,<0.42,0.09>,<0.72,0.32>,<0.87,0.68>,<0.88,1.0>,<0.78,1.38>,<0.58,1.75>,<0.36,2.10>,<0.20,2.40>,<0.14,2.62>,<0.12,2.9> }
  box { <-2,0,-0.02>,<2,2.62,0.001> }
  texture { pigment { gradient x turbulence 0.02 color_map { [0 FaceC*0.88][0.4 FaceC][0.7 FaceC*1.08][1 FaceC*0.88] } scale 0.09 } normal { gradient x 0.1 scale 0.04 } finish { diffuse 0.8 specular 0.35 roughness 0.02 } } }
 // edge binding
 difference { intersection {
   lathe { cubic_spline 12,<-0.2,0.02>,<0,0>,<0.42,0.09>,<0.72,0.32>,<0.87,0.68>,<0.88,1.0>,<0.78,1.38>,<0.58,1.75>,<0.36,2.10>,<0.20,2.40>,<0.14,2.62>,<0.12,2.9> }
   box { <-2,0,-0.028>,<2,2.62,0.02> } }
   lathe { cubic_spline 12,<-0.2,0.02>,<0,0>,<0.42,0.09>,<0.72,0.32>,<0.87,0.68>,<0.88,1.0>,<0.78,1.38>,<0.58,1.75>,<0.36,2.10>,<0.20,2.40>,<0.14,2.62>,<0.12,2.9> scale <0.95,0.962,1.1> translate y*0.035 }
   texture { pigment { H(58,30,18) } finish { F_Satin } } }
 // rosettes
 #macro Rose(X,Y,R) union { cylinder { <0,0,-0.022>,<0,0,-0.018>,R*0.97 pigment { H(38,20,14) } } torus { R,0.016 rotate x*90 translate z*-0.024 texture { pigment { H(58,30,18) } finish { F_Satin } } } torus { R*1.13,0.010 rotate x*90 translate z*-0.022 texture { pigment { H(244,224,180) } finish { F_Satin } } }
   union { #local k=0; #while(k<8) torus { R*0.40,R*0.045 rotate x*90 translate x*R*0.5 rotate z*k*45 } torus { R*0.2,R*0.04 rotate x*90 translate x*R*0.68 rotate z*(k*45+22.5) } #local k=k+1; #end torus { R*0.28,R*0.05 rotate x*90 } translate z*-0.024 texture { pigment { H(206,140,76) } finish { F_Satin } } } translate <X,Y,0> } #end
 Rose(0,1.18,0.27) Rose(-0.34,0.80,0.115) Rose(0.34,0.80,0.115)
 // bridge, pick guard, strings
 object { RBox(<-0.36,0.36,-0.065>,<0.36,0.43,-0.01>,0.02) texture { pigment { H(62,32,20) } finish { F_Satin } } }
 intersection { cylinder { <0,0.76,-0.024>,<0,0.76,-0.019>,0.20 } box { <-0.13,0.55,-1>,<0.13,1,1> } texture { pigment { H(92,46,26) } finish { F_Satin } } }
 #declare k=0; #while(k<11) #declare xx=(int((k+1)/2)-2.5+(mod(k,2)*0.16-0.08))/2.5; cylinder { <xx*0.27,0.40,-0.072>,<xx*0.085,3.62,-0.035>,0.0055 texture { pigment { H(250,240,220) } finish { F_Satin emission 0.15 } } } #declare k=k+1; #end
 // neck
 union { prism { linear_sweep -0.02,0.11,5,<-0.145,2.5>,<0.145,2.5>,<0.105,3.62>,<-0.105,3.62>,<-0.145,2.5> rotate -x*90 scale <1,1,-1> translate z*-0.0 } 
   texture { pigment { H(44,24,18) } finish { F_Satin } } }
 object { RBox(<-0.115,3.60,-0.05>,<0.115,3.645,0.08>,0.01) texture { pigment { H(248,238,214) } finish { F_Satin } } }
 // peg box bent back, with pegs
 union { object { RBox(<-0.11,0,-0.0>,<0.11,0.95,0.10>,0.04) texture { pigment { H(112,62,34) } finish { F_Ceramic } } }
   #declare k=0; #while(k<5) #declare a=-1; #while(a<=1) union { cylinder { 0,x*a*0.3,0.018 } sphere { 0,1 scale <0.045,0.05,0.022> translate x*a*0.32 } translate <0,0.12+k*0.17+(a>0?0.06:0),0.05> texture { pigment { H(40,22,16) } finish { F_Satin } } } #declare a=a+2; #end #declare k=k+1; #end
   rotate x*52 translate <0,3.63,0.0> }
 rotate x*8.5 rotate z*-9 rotate y*14 scale 0.93 translate <0.62,0.05,-0.15>
}
// books with a bowl of pomegranate or lamp on them
#macro Book(X,Y,Z,W,Hh,D,C,RY) union { difference { RBox(<-W/2,0,-D/2>,<W/2,Hh,D/2>,0.02) box { <-W/2+0.02,0.025,-D/2-0.1>,<W/2+0.1,Hh-0.025,D/2-0.02> } texture { pigment { C } normal { bumps 0.1 scale 0.02 } finish { F_Satin } } } box { <-W/2+0.015,0.02,-D/2+0.03>,<W/2-0.03,Hh-0.02,D/2-0.01> texture { pigment { gradient y color_map { [0 H(226,212,180)][1 H(250,240,216)] } scale 0.02 } finish { F_Matte } } } rotate y*RY translate <X,Y,Z> } #end
Book(-1.0,0.03,-0.15,1.10,0.17,0.80,Coral,-6) Book(-0.98,0.20,-0.15,1.0,0.13,0.74,Teal,4) Book(-1.03,0.33,-0.14,0.96,0.20,0.70,DeepBlue,-11) Book(-1.0,0.53,-0.15,0.85,0.12,0.62,Amber,7)
// lamp
union { RCyl(<0,0,0>,<0,0.05,0>,0.25,0.02) cylinder { <0,0.05,0>,<0,0.75,0>,0.022 } sphere { <0,0.35,0>,0.06 } texture { Brass } translate <-1.0,0.65,-0.12> }
difference { cone { <-1.0,1.30,-0.12>,0.48,<-1.0,1.86,-0.12>,0.27 } cone { <-1.0,1.29,-0.12>,0.475,<-1.0,1.87,-0.12>,0.262 } texture { pigment { gradient y color_map { [0 H(255,206,126)][1 H(255,168,80)] } scale 0.6 translate y*1.28 } finish { emission 0.85 diffuse 0.3 } } no_shadow }
light_source { <-1.0,1.52,-0.12> color H(255,186,100)*1.1 fade_distance 1.1 fade_power 2 area_light x*0.2,y*0.2,3,3 adaptive 1 jitter looks_like { sphere { 0,0.08 pigment { H(255,240,200) } finish { emission 1.5 } } } }
// sheets of notes and a tea glass
union { #declare k=0; #while(k<3) box { <-0.42,0,-0.58>,<0.42,0.004,0.58> rotate y*(k*9-20) translate y*k*0.006 texture { pigment { H(252,244,226) } finish { F_Matte } } } #declare k=k+1; #end 
  union { #declare k=0; #while(k<6) #declare m=0; #while(m<5) box { <-0.34,0.016,-0.02>,<0.34,0.018,-0.016> translate z*(0.46-k*0.18-m*0.022) } #declare m=m+1; #end #declare m=0; #while(m<7) cylinder { 0,y*0.02,0.017 scale <1.3,1,0.9> translate <-0.27+m*0.09,0,0.44-k*0.18-0.02*mod(m*5+k*3,4)> } #declare m=m+1; #end #declare k=k+1; #end pigment { H(40,36,44) } rotate y*-2 }
  translate <-0.35,0.035,-1.55> }
