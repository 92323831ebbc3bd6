#version 3.7;
// A wall of letter boxes: grey (stored as grey), or with Declare=Colour=1 as the house's people painted them
#include "lib.inc"
#ifndef (Colour) #declare Colour=0; #end
#declare BC=array[7]; #declare BC[0]=H(226,84,66); #declare BC[1]=H(238,168,52); #declare BC[2]=H(0,140,140); #declare BC[3]=H(28,62,118); #declare BC[4]=H(52,122,80); #declare BC[5]=H(106,70,140); #declare BC[6]=H(246,236,214);
#declare CS=seed(41); #declare Last=0;
#declare NBC=7;
Globals(1.0)
camera { location <-1.3,1.4,-7.5> right x*image_width/image_height up y direction z look_at <0.02,1.42,0> angle 36 }
sky_sphere { pigment { gradient y color_map { [0 rgb 0.75][1 rgb 0.95] } } }
light_source { <-6,7,-6> color rgb 1.2 area_light <1.3,0,0>,<0,1.3,0>,5,5 adaptive 1 jitter circular orient }
box { <-9,-4,0.25>,<9,9,0.4> texture { pigment { brick #if (Colour) H(236,214,180), H(206,150,104) #else rgb 0.62, rgb 0.34 #end brick_size <0.5,0.16,0.4> mortar 0.018 } normal { brick 0.3 brick_size <0.5,0.16,0.4> mortar 0.018 } finish { F_Matte } } }
#declare S=seed(15);
object { RBox(<-2.62,-0.27,-0.02>,<2.62,3.12,0.3>,0.03) texture { pigment { #if (Colour) H(60,52,56) #else rgb 0.22 #end } finish { F_Satin } } }
#declare a=0; #while(a<6) #declare b=0; #while(b<5)
 #declare g=0.34+0.34*rand(S); #if (Colour) #declare Next=mod(Last+1+int(rand(CS)*5.999),NBC); #declare Last=Next; #declare C=BC[Next]; #else #declare C=rgb g; #end #declare isop=(a=4 & b=2); #declare bx=-2.52+a*0.84; #declare by=-0.17+b*0.64;
 union {
  #if(isop) object { RBox(<0,0,-0.015>,<0.80,0.60,0.015>,0.012) texture { pigment { #if (Colour) H(238,168,52) #else rgb 0.75 #end } finish { F_Satin } } translate x*-0.8 rotate y*-68 translate <bx+0.81,by,-0.10> } box { <bx+0.03,by+0.03,-0.055>,<bx+0.77,by+0.57,-0.045> texture { pigment { rgb 0.06 } } }
   object { RBox(<-0.3,0,-0.2>,<0.3,0.02,0.1>,0.006) rotate z*11 translate <bx+0.4,by+0.12,-0.12> texture { pigment { rgb 0.95 } } } object { RBox(<-0.3,0,-0.2>,<0.25,0.02,0.1>,0.006) rotate z*5 translate <bx+0.4,by+0.08,-0.14> texture { pigment { rgb 0.8 } } }
  #else
  object { RBox(<bx,by,-0.12>,<bx+0.80,by+0.60,0.1>,0.022) texture { pigment { C } normal { bumps 0.03 scale 0.02 } finish { diffuse 0.7 specular 0.45 roughness 0.02 reflection { 0.02,0.15 fresnel on } conserve_energy } } interior { ior 1.4 } }
  box { <bx+0.12,by+0.435,-0.124>,<bx+0.68,by+0.475,-0.10> pigment { rgb 0.02 } }
  object { RBox(<bx+0.10,by+0.455,-0.15>,<bx+0.70,by+0.52,-0.11>,0.012) texture { pigment { C*1.12 } finish { F_Satin } } }
  object { RBox(<bx+0.20,by+0.24,-0.13>,<bx+0.60,by+0.34,-0.11>,0.005) texture { pigment { rgb 0.93 } finish { F_Matte } } }
  #declare xx=bx+0.24; #declare xe=bx+0.44+rand(S)*0.12; #while(xx<xe) #declare l=0.018+rand(S)*0.03; box { <xx,by+0.272,-0.1325>,<xx+l,by+0.292+0.02*rand(S),-0.129> pigment { rgb 0.12 } } #declare xx=xx+l+0.008+(rand(S)>0.8?0.02:0); #end
  cylinder { <bx+0.40,by+0.12,-0.14>,<bx+0.40,by+0.12,-0.1>,0.038 texture { Steel } } box { <bx+0.395,by+0.10,-0.143>,<bx+0.405,by+0.14,-0.139> pigment { rgb 0.05 } }
  #if(rand(S)>0.72) object { RBox(<-0.24,-0.05,-0.006>,<0.24,0.20,0.006>,0.003) rotate x*-52 rotate z*(rand(S)*10-5) translate <bx+0.40,by+0.46,-0.19> texture { pigment { rgb 0.96 } finish { F_Matte } } } #end
  #if(rand(S)>0.8) sphere { 0,1 scale <0.05,0.05,0.008> translate <bx+0.69,by+0.12,-0.122> texture { pigment { rgb 0.9 } } } #end
  #end }
 #declare b=b+1; #end #declare a=a+1; #end
