#version 3.7;
// Platform in the evening, a train leaving, one suitcase left
#include "lib.inc"
Globals(1.0)
camera { location <-2.7,1.15,-4.9> right x*image_width/image_height up y direction z look_at <0.15,1.5,4> angle 60 }
sky_sphere { pigment { gradient y color_map { [0 H(250,170,110)][0.06 H(236,142,120)][0.16 H(150,110,150)][0.34 H(58,74,136)][0.7 H(24,38,88)][1 H(16,26,66)] } } }
light_source { <-4,3.6,-1.5> color H(255,206,140)*0.75 area_light x*0.8,z*0.8,4,4 adaptive 1 jitter fade_distance 5 fade_power 2 }
light_source { <-9,7,-9> color H(120,140,200)*0.28 shadowless }
// platform: edge runs along z
difference { RBox(<-20,-0.8,-20>,<1.75,0,200>,0.03)
 #declare k=-10; #while(k<60) box { <-30,-0.006,k*1.2-0.005>,<1.2,0.1,k*1.2+0.005> } #declare k=k+1; #end
 #declare k=0; #while(k<12) box { <0.9-k*1.2-0.005,-0.006,-30>,<0.9-k*1.2+0.005,0.1,200> } #declare k=k+1; #end
 texture { pigment { bozo turbulence 0.5 color_map { [0 H(84,80,96)][1 H(116,106,112)] } scale <1.2,1,1.2> } normal { average normal_map{[1 granite 0.03 scale 0.15][1.4 bumps 0.06 scale <0.5,1,0.5>]} } finish { diffuse 0.7 specular 0.3 roughness 0.02 reflection { 0.05,0.6 fresnel on } conserve_energy } } interior { ior 1.45 } }
box { <0.95,0,-20>,<1.2,0.005,200> texture { pigment { H(240,234,220) } finish { diffuse 0.8 } } }
plane { y,-0.85 texture { pigment { granite color_map{[0 H(50,44,48)][1 H(96,84,80)]} scale 0.3 } finish { F_Matte } } }
// ---- the train: body profile extruded along z, windows cut out, light inside
#declare TX0=1.95; #declare TX1=4.75; #declare TZ0=2.2; #declare L=19;
#macro Coach(Z0)
 union {
 difference {
  RBox(<TX0,-0.35,Z0>,<TX1,3.15,Z0+L>,0.36)
  box { <TX0+0.10,0.05,Z0+0.15>,<TX1-0.1,2.75,Z0+L-0.15> }
  #local k=0; #while(k<8) #local zz=Z0+2.85+k*1.72; RBox(<TX0-0.3,1.02,zz>,<TX0+0.3,2.06,zz+1.36>,0.10) #local k=k+1; #end
  RBox(<TX0-0.3,0.12,Z0+0.9>,<TX0+0.3,2.24,Z0+2.15>,0.09)
  RBox(<TX0-0.3,0.12,Z0+L-2.1>,<TX0+0.3,2.24,Z0+L-0.9>,0.09)
  texture { pigment { gradient y color_map { [0.0 H(70,74,84)][0.09 H(70,74,84)][0.09 H(196,58,48)][0.345 H(196,58,48)][0.345 H(240,232,220)][0.365 H(240,232,220)][0.365 H(172,46,42)][0.80 H(172,46,42)][0.80 H(222,216,208)][1 H(226,220,212)] } scale 3.5 translate y*-0.35 }
    finish { diffuse 0.75 specular 0.4 roughness 0.02 reflection { 0.02,0.25 fresnel on } conserve_energy } }
  interior { ior 1.4 } }
 // inside
 box { <TX0+0.12,2.6,Z0+0.3>,<TX1-0.12,2.7,Z0+L-0.3> texture { pigment { H(255,226,170) } finish { emission 1.5 diffuse 0.3 } } }
 box { <TX1-0.2,0,Z0+0.2>,<TX1-0.12,2.7,Z0+L-0.2> texture { pigment { gradient y color_map{[0 H(210,140,70)][0.5 H(255,206,130)][1 H(255,226,160)]} scale 2.7 } finish { emission 0.75 diffuse 0.3 } } }
 box { <TX0+0.2,0,Z0+0.2>,<TX1-0.2,0.05,Z0+L-0.2> texture { pigment { H(200,140,80) } finish { emission 0.6 } } }
 box { <TX0+0.12,0.05,Z0+2.3>,<TX1-0.12,2.7,Z0+2.4> texture { pigment { H(236,180,104) } finish { emission 0.7 } } }
 #local k=0; #while(k<8) #local zz=Z0+2.75+k*1.72;
   RBox(<TX0+0.25,0.2,zz>,<TX0+1.15,1.3,zz+0.18>,0.08) RBox(<TX1-1.15,0.2,zz>,<TX1-0.25,1.3,zz+0.18>,0.08) #local k=k+1; #end
 texture { pigment { H(150,64,40) } finish { diffuse 0.8 emission 0.12 } }
 }
#end
Coach(TZ0) Coach(TZ0+L+0.6) Coach(TZ0+2*L+1.2)
// tail lamps and coupling wall
union { sphere { <2.35,0.55,TZ0-0.01>,0.085 } sphere { <4.35,0.55,TZ0-0.01>,0.085 } texture { pigment { H(255,50,30) } finish { emission 2.2 diffuse 0.2 } } }
light_source { <2.35,0.55,TZ0-0.3> color H(255,50,30)*0.5 fade_distance 0.7 fade_power 2 }
RBox(<2.75,0.95,TZ0-0.02>,<3.95,2.2,TZ0+0.1>,0.06) 
object { RBox(<2.70,0.9,TZ0-0.012>,<4.0,2.25,TZ0+0.1>,0.08) texture { pigment { H(255,214,140) } finish { emission 0.55 diffuse 0.3 } } }
union { cylinder { <3.35,0.88,TZ0-0.02>,<3.35,2.28,TZ0-0.02>,0.03 } texture { DarkSteel } }
// light falling from the windows on the platform
#declare k=0; #while(k<9) light_source { <2.2,1.75,TZ0+2+k*3.4> color H(255,196,110)*0.55 fade_distance 1.6 fade_power 2 shadowless } #declare k=k+1; #end
// rails
union { cylinder { <2.6,-0.72,-30>,<2.6,-0.72,TZ0>,0.05 } cylinder { <4.1,-0.72,-30>,<4.1,-0.72,TZ0>,0.05 } texture { Steel } }
union { #declare k=0; #while(k<20) box { <2.2,-0.9,-8+k*0.6>,<4.5,-0.77,-7.74+k*0.6> } #declare k=k+1; #end texture { pigment { H(70,56,48) } finish { F_Matte } } }
// platform roof with lamps, posts
union { 
 #declare k=0; #while(k<10) union { RCyl(<-5.4,0,4+k*5.5>,<-5.4,3.7,4+k*5.5>,0.10,0.02) BTube(<-5.4,3.0,4+k*5.5>,<-5.4,3.6,4+k*5.5>,<-4.4,3.72,4+k*5.5>,0.05) BTube(<-5.4,3.0,4+k*5.5>,<-5.4,3.6,4+k*5.5>,<-6.4,3.72,4+k*5.5>,0.05) cylinder { <-5.4,0,4+k*5.5>,<-5.4,0.25,4+k*5.5>,0.15 } } #declare k=k+1; #end
 box { <-9,3.72,3.5>,<-2.2,3.86,80> }
 texture { pigment { H(44,70,84) } finish { F_Satin } } }
#declare k=0; #while(k<9) sphere { 0,1 scale <0.17,0.15,0.17> translate <-3.7,3.35,4+k*5.5> texture { pigment { H(255,226,160) } finish { emission 1.7 diffuse 0 } } no_shadow }
 cylinder { <-3.7,3.4,4+k*5.5>,<-3.7,3.75,4+k*5.5>,0.015 texture { DarkSteel } }
 #if(k<5) light_source { <-3.7,3.15,4+k*5.5> color H(255,200,120)*0.9 fade_distance 2.4 fade_power 2 #if(k<2) area_light x*0.2,z*0.2,3,3 adaptive 1 jitter #else shadowless #end } #end #declare k=k+1; #end
// clock
union { torus { 0.36,0.035 rotate x*90 texture { pigment { H(30,40,60) } finish { F_Satin } } } cylinder { z*-0.03,z*0.03,0.36 texture { pigment { H(255,246,224) } finish { emission 0.75 diffuse 0.3 } } }
 union { #declare k=0; #while(k<12) box { <-0.012,0.27,-0.04>,<0.012,0.325,-0.03> rotate z*k*30 } #declare k=k+1; #end box { <-0.016,-0.05,-0.042>,<0.016,0.28,-0.036> rotate z*-48 } box { <-0.02,-0.05,-0.045>,<0.02,0.19,-0.04> rotate z*132 } texture { pigment { H(20,20,28) } } }
 cylinder { y*0.36,y*0.75,0.025 texture { DarkSteel } } translate <-4.3,2.95,5.6> }
// bench
union { #declare k=0; #while(k<4) RBox(<-0.24+k*0.125,0.44,-0.9>,<-0.14+k*0.125,0.475,0.9>,0.012) RBox(<-0.30-k*0.02,0.56+k*0.11,-0.9>,<-0.27-k*0.02,0.64+k*0.11,0.9>,0.01) #declare k=k+1; #end
  Wood(H(176,112,60),H(120,70,36),1) translate <-5.2,0,7> }
union { #declare k=-1; #while(k<2) cylinder { <-0.2,0,k*0.7>,<-0.2,0.45,k*0.7>,0.025 } cylinder { <0.2,0,k*0.7>,<0.2,0.45,k*0.7>,0.025 } #declare k=k+2; #end texture { DarkSteel } translate <-5.2,0,7> }
// the suitcase
object { CaseLeather(0.62,0.42,0.22,H(236,164,56),H(112,60,32)) rotate y*-24 scale 1.15 translate <-2.55,0,-0.75> }
// a scarf over it
object { BTube(<0,0,0>,<0.05,0.3,-0.02>,<0.06,0.02,0.05>,0.001) }
light_source { <-4.2,2.8,-3.2> color H(255,214,160)*0.55 area_light x*0.9,y*0.9,4,4 adaptive 1 jitter circular orient }
fog { fog_type 2 distance 60 color H(220,140,116) fog_offset 0 fog_alt 0.8 }
