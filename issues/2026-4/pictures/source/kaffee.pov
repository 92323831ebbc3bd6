#version 3.7;
// Coffee ceremony: clay jebena, cups, beans, smoke
#include "lib.inc"
Globals(1.0)
camera { location <0.7,3.7,-10.6> right x*image_width/image_height up y direction z look_at <0.5,1.74,0> angle 48.5 }
sky_sphere { pigment { gradient y color_map { [0 H(255,222,180)][1 H(170,180,214)] } } }
light_source { <-6.5,7.5,-3> color H(255,214,160)*1.45 area_light <1.6,0,0>,<0,1.6,0>,5,5 adaptive 1 jitter circular orient }
light_source { <5,4,4> color H(255,170,96)*0.55 area_light <1,0,0>,<0,1,0>,3,3 adaptive 1 jitter circular orient }
box { <-14,-3,5>,<14,14,5.3> texture { pigment { bozo turbulence 0.4 color_map { [0 H(112,58,48)][1 H(136,74,58)] } scale 2 } normal { bumps 0.1 scale 0.5 } finish { F_Matte } } }
// fresh grass is spread on the floor: here a woven green mat
object { RBox(<-14,-0.4,-9>,<14,-0.02,5.1>,0.02) texture { pigment { bozo color_map { [0 H(112,70,40)][1 H(136,88,50)] } scale <2,1,0.2> } normal { wood 0.2 scale 0.3 } finish { F_Matte } } }
#declare S=seed(71);
// low wooden tray table
union { RCyl(<0,0,0.1>,<0,0.16,0.1>,3.5,0.07) Wood(H(138,78,40),H(90,48,24),2.2) } 
difference { RCyl(<0,0.12,0.1>,<0,0.30,0.1>,3.5,0.06) cylinder { <0,-1,0.1>,<0,1,0.1>,3.32 } Wood(H(118,64,32),H(80,42,22),2.2) }
// jebena
#declare Clay = texture { pigment { bozo turbulence 0.5 color_map { [0 H(22,19,20)][1 H(44,37,36)] } scale 0.5 } normal { average normal_map { [1 bumps 0.10 scale 0.25][1 gradient y 0.10 sine_wave scale 0.06] } } finish { diffuse 0.75 specular 0.35 roughness 0.05 reflection { 0.01,0.12 fresnel on } conserve_energy } };
union {
 lathe { cubic_spline 16,<-0.1,0>,<0,0>,<0.45,0.01>,<0.95,0.35>,<1.12,0.85>,<0.98,1.35>,<0.60,1.75>,<0.34,2.02>,<0.27,2.4>,<0.25,2.75>,<0.30,2.98>,<0.36,3.06>,<0.33,3.10>,<0.24,3.0>,<0.2,2.7>,<0,2.6> texture { Clay } interior { ior 1.5 } }
 union { cone { <0.75,1.15,0>,0.22,<1.62,1.95,0>,0.10 } torus { 0.10,0.03 rotate z*-48 translate <1.63,1.96,0> } texture { Clay } }
 union { BTube(<-0.26,2.62,0>,<-1.25,2.75,0>,<-1.28,1.9,0>,0.095) BTube(<-1.28,1.9,0>,<-1.30,1.4,0>,<-0.92,1.15,0>,0.095) texture { Clay } }
 // straw stopper
 union { cone { <0,3.05,0>,0.16,<0,3.35,0>,0.24 } sphere { 0,1 scale <0.25,0.12,0.25> translate y*3.36 } texture { pigment { radial frequency 18 color_map { [0 H(226,84,66)][0.25 H(226,84,66)][0.25 H(240,190,90)][1 H(240,190,90)] } } normal { gradient y 0.7 sine_wave scale 0.05 } finish { F_Matte } } }
 // painted dots
 #declare k=0; #while(k<26) sphere { <0.725,1.635,0>,0.032 rotate y*k*360/26 texture { pigment { H(240,210,150) } finish { F_Matte } } } sphere { <1.118,0.93,0>,0.028 rotate y*(k*360/26) texture { pigment { H(226,120,70) } finish { F_Matte } } } #declare k=k+1; #end
 rotate y*14 translate <-0.55,0.66,0.75> }
// woven ring for the round base
union { #declare k=0; #while(k<4) torus { 0.62-0.04*k,0.10 translate y*(0.22+k*0.13) } #declare k=k+1; #end texture { pigment { radial frequency 30 color_map { [0 H(226,84,66)][0.3 H(226,84,66)][0.3 H(240,196,100)][0.65 H(240,196,100)][0.65 H(52,122,80)][1 H(52,122,80)] } } normal { radial 0.8 frequency 60 sine_wave } finish { F_Matte } } translate <-0.55,0,0.75> }
// cups (sini): small, no handle, painted
#macro Cup(X,Z,C,Full)
union { lathe { cubic_spline 13,<-0.05,0>,<0,0>,<0.2,0>,<0.21,0.06>,<0.30,0.16>,<0.40,0.40>,<0.46,0.62>,<0.44,0.63>,<0.36,0.40>,<0.26,0.2>,<0.1,0.14>,<0,0.14>,<-0.05,0.14> texture { pigment { H(250,244,232) } finish { F_Ceramic } } interior { ior 1.5 } }
 torus { 0.452,0.016 translate y*0.615 texture { pigment { H(214,160,72) } finish { F_Metal } } }
 #local k=0; #while(k<12) union { sphere { 0,1 scale <0.018,0.07,0.05> translate <0.375,0.34,0> } sphere { 0,1 scale <0.015,0.03,0.03> translate <0.425,0.50,0> } rotate y*k*30 texture { pigment { C } finish { F_Ceramic } } } #local k=k+1; #end
 cylinder { y*0.44,y*0.5,0.40 texture { pigment { cylindrical color_map { [0 H(150,84,36)][0.18 H(60,28,14)][1 H(36,16,8)] } scale 0.41 } finish { diffuse 0.7 specular 0.9 roughness 0.004 reflection { 0.02,0.3 fresnel on } conserve_energy } } interior { ior 1.33 } }
 lathe { cubic_spline 9,<-0.05,0>,<0,0>,<0.35,0>,<0.7,0.10>,<0.72,0.13>,<0.68,0.12>,<0.35,0.04>,<0,0.04>,<-0.05,0.04> texture { pigment { H(250,244,232) } finish { F_Ceramic } } interior { ior 1.5 } translate y*-0.04 }
 torus { 0.68,0.016 translate y*0.085 texture { pigment { C } finish { F_Ceramic } } }
 translate <X,0.20,Z> } #end
Cup(1.15,-0.25,H(190,40,44),1) Cup(-0.15,-1.75,H(30,90,150),1) Cup(-1.75,-0.85,H(52,122,80),1) Cup(2.35,0.75,H(106,70,140),1)
// beans
#macro Bean(C) union { difference { sphere { 0,1 scale <0.115,0.07,0.08> } cylinder { <-0.2,0.085,0>,<0.2,0.085,0>,0.03 } } texture { pigment { C } normal { bumps 0.2 scale 0.03 } finish { diffuse 0.75 specular 0.45 roughness 0.02 } } } #end
#declare B1=object { Bean(H(74,38,20)) }; #declare B2=object { Bean(H(96,52,28)) };
#declare k=0; #while(k<130) #declare a=rand(S)*6.283; #declare r=0.85*pow(rand(S),0.6); object { #if(mod(k,2)) B1 #else B2 #end rotate <rand(S)*360,rand(S)*360,rand(S)*40> translate <1.35+r*cos(a),0.23+0.24*(1-r/0.85)*rand(S)*1.2,-1.75+r*sin(a)*0.6> } #declare k=k+1; #end
#declare k=0; #while(k<14) object { B2 rotate <rand(S)*60,rand(S)*360,0> translate <-0.6+rand(S)*3.2,0.22,-2.55+rand(S)*0.5> } #declare k=k+1; #end
// incense burner with smoke
union { lathe { cubic_spline 11,<-0.05,0>,<0,0>,<0.32,0>,<0.30,0.08>,<0.14,0.25>,<0.2,0.42>,<0.38,0.62>,<0.42,0.8>,<0.38,0.8>,<0.2,0.6>,<0,0.55> texture { pigment { H(178,88,54) } normal { bumps 0.1 scale 0.1 } finish { F_Matte } } }
 #declare k=0; #while(k<14) sphere { 0,0.09 scale <1,0.8,1> translate <0.26*cos(k*2.4)*sqrt(k/14),0.72,0.26*sin(k*2.4)*sqrt(k/14)> texture { pigment { granite color_map { [0 H(30,24,24)][0.6 H(60,40,36)][0.7 H(255,120,40)][1 H(255,180,70)] } scale 0.2 } finish { emission 0.35 diffuse 0.6 } } } #declare k=k+1; #end translate <1.55,0.2,1.55> }
#declare Sm=seed(3); #declare k=0; #while(k<90) #declare q=k/90; #declare px=1.55+0.24*sin(q*7+0.6)*q*1.4+0.18*q; #declare py=1.0+q*3.9; 
 sphere { 0,1 scale <0.10+0.24*q,0.16+0.15*q,0.1> translate <px+0.03*rand(Sm),py,1.6> no_shadow hollow pigment { spherical color_map { [0 rgbt <1,0.95,0.9,1>][1 rgbt <1,0.95,0.9,0.90+0.08*q>] } scale <0.10+0.24*q,0.16+0.15*q,0.3> translate <px,py,1.6> } finish { emission 0.8 diffuse 0 } } #declare k=k+1; #end
