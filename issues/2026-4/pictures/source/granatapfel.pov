#version 3.7;
// A pomegranate and a half one; no background (alpha)
#include "lib.inc"
Globals(1.0)
camera { location <0,2.6,-9> right x*image_width/image_height up y direction z look_at <0.08,0.98,0> angle 29.5 }
background { rgbt <1,1,1,1> }
sphere { 0,200 hollow no_image no_shadow pigment { gradient y color_map { [0 H(255,236,210)][1 H(224,230,246)] } scale 400 translate y*-200 } finish { emission 0.8 diffuse 0 } }
light_source { <-6,8,-6> color H(255,232,204)*1.45 area_light <1.5,0,0>,<0,1.5,0>,5,5 adaptive 1 jitter circular orient }
#declare Skin=texture { pigment { bozo turbulence 0.6 color_map { [0 H(150,22,32)][0.5 H(190,36,40)][0.8 H(214,70,50)][1 H(226,130,70)] } scale 0.7 } normal { average normal_map { [1 bumps 0.08 scale 0.3][1 granite 0.05 scale 0.5] } } finish { diffuse 0.78 specular 0.4 roughness 0.03 reflection { 0.01,0.1 fresnel on } conserve_energy } };
#macro Crown() union { #local k=0; #while(k<6) 
   object { intersection { cone { 0,0.30,y*0.62,0.46 } cone { -y*0.02,0.26,y*0.64,0.42 inverse } prism { linear_sweep -2,2,4,<-0.17,-0.1>,<0.17,-0.1>,<0,0.56>,<-0.17,-0.1> rotate -x*90 translate z*0 } plane { z,0 } rotate y*(k*60) } } #local k=k+1; #end torus { 0.27,0.06 translate y*0.03 } 
   texture { pigment { gradient y color_map { [0 H(176,36,36)][1 H(196,96,56)] } scale 0.6 } normal { bumps 0.2 scale 0.05 } finish { diffuse 0.8 specular 0.25 roughness 0.04 } } } #end
// whole fruit
union { blob { threshold 0.6 sphere { 0,2.05,1.9 } #declare k=0; #while(k<6) sphere { <0.66*cos(k*pi/3),-0.05,0.66*sin(k*pi/3)>,0.95,0.30 } #declare k=k+1; #end sphere { <0,1.05,0>,0.62,0.45 } texture { Skin } interior { ior 1.4 } }
  object { Crown() scale 0.92 translate y*1.26 }
  difference { torus { 0.14,0.1 translate y*1.30 } plane { y,0 } texture { Skin } } 
  rotate z*14 rotate x*-12 translate <-0.78,1.15,0.75> }
// half fruit: shell, cream membrane, six chambers full of seeds; cut face turned to the viewer
#declare S=seed(77);
#declare Membrane = texture { pigment { bozo color_map { [0 H(244,214,160)][1 H(252,232,192)] } scale 0.2 } normal { bumps 0.15 scale 0.1 } finish { F_Matte } };
union {
 difference { sphere { 0,1.12 } box { <-2,-2,-2>,<2,2,0> } sphere { 0,1.05 } texture { Skin } interior { ior 1.4 } }
 difference { sphere { 0,1.07 } box { <-2,-2,-2>,<2,2,0.002> } sphere { 0,0.94 } texture { Membrane } }
 cylinder { z*0.10,z*0.4,0.98 texture { pigment { H(150,20,36) } finish { F_Satin } } }
 cylinder { -z*0.0,z*0.2,0.16 texture { Membrane } }
 union { #declare k=0; #while(k<6) RBox(<-0.022,0.05,-0.0>,<0.022,0.98,0.3>,0.02) #declare k=k+1; #end texture { Membrane } }
 #declare k=0; #while(k<6) object { RBox(<-0.024,0.05,-0.005>,<0.024,0.98,0.3>,0.022) rotate z*(k*60+12) texture { Membrane } } #declare k=k+1; #end
 #declare k=0; #while(k<6) #declare m=0; #while(m<5) #declare rr=0.30+m*0.145; #declare nn=1+m; #declare j=0; #while(j<nn)
   #declare aa=(k*60+12)+60*(j+0.5)/nn*0.80+6+ (rand(S)-0.5)*5;
   sphere { 0,1 scale <0.086,0.108,0.10>*(0.92+0.2*rand(S)) translate <0,rr+(rand(S)-0.5)*0.04,0.045+0.05*rand(S)> rotate z*aa
    texture { pigment { bozo color_map { [0 rgb <0.42,0.008,0.03>][1 rgb <0.74,0.03,0.07>] } scale 0.3 translate m*3+j+k } finish { diffuse 0.72 specular 1 roughness 0.006 reflection { 0.02,0.2 fresnel on } conserve_energy } } interior { ior 1.4 } }
   #declare j=j+1; #end #declare m=m+1; #end #declare k=k+1; #end
 object { Crown() scale 0.8 rotate x*0 translate y*1.08 }
 rotate z*-34 rotate x*16 rotate y*-10 scale 0.92 translate <0.86,0.98,-0.75>
}
// three loose seeds
#declare k=0; #while(k<4) sphere { 0,1 scale <0.10,0.085,0.12> rotate y*k*50 translate <-0.75+k*0.17+0.1*mod(k,2),0.07,-1.35-0.16*mod(k*2,3)> texture { pigment { rgb <0.6,0.02,0.05> } finish { diffuse 0.72 specular 1 roughness 0.006 reflection 0.05 } } } #declare k=k+1; #end
