#version 3.7;
// A bowl of pho from above at an angle
#include "lib.inc"
Globals(1.0)
camera { location <0.35,9.2,-8.6> right x*image_width/image_height up y direction z look_at <0.45,0.55,0.12> angle 48 }
sky_sphere { pigment { gradient y color_map { [0 H(255,236,210)][1 H(214,226,244)] } } }
light_source { <-9,12,5> color H(255,228,190)*1.35 area_light <3,0,0>,<0,0,3>,5,5 adaptive 1 jitter circular }
// table
union { #declare k=-6; #while(k<8) object { RBox(<-20,-0.5,k*1.9+0.012>,<20,0,k*1.9+1.888>,0.02) Wood(H(150,92,52),H(104,60,32),3.2) translate <mod(k+9,3)*4.3-4,0,0> } #declare k=k+1; #end }
// cloth under the bowl
object { RBox(<-4.7,0,-3.5>,<2.3,0.035,3.6>,0.03) rotate y*-7 texture { pigment { gradient x color_map { [0 H(0,120,124)][0.08 H(0,120,124)][0.08 H(244,236,218)][0.11 H(244,236,218)][0.11 H(0,120,124)][1 H(0,112,118)] } scale 1.4 } normal { average normal_map { [1 gradient x 0.5 sine_wave scale 0.05][1 gradient z 0.5 sine_wave scale 0.05][0.6 wrinkles 0.5 scale 0.8] } } finish { F_Matte } } }
#declare BX=<-1.15,0,0.1>;
#declare S=seed(44);
union {
 // bowl
 lathe { cubic_spline 15,<0.9,-0.02>,<0.95,0.0>,<1.0,0.16>,<1.5,0.38>,<2.2,1.0>,<2.55,1.7>,<2.62,1.86>,<2.56,1.90>,<2.50,1.86>,<2.38,1.55>,<2.0,0.95>,<1.3,0.45>,<0.6,0.36>,<0.05,0.35>,<0,0.35>
  texture { pigment { cylindrical color_map { [0 H(250,244,232)][1 H(250,244,232)] } } finish { F_Ceramic } } interior { ior 1.5 } }
 // painted bands: outside and inside of the rim
 union { torus { 2.545,0.055 translate y*1.76 } torus { 2.475,0.03 translate y*1.79 } texture { pigment { H(30,70,140) } finish { F_Ceramic } } }
 // broth
 cylinder { y*1.38,y*1.42,2.36 texture { pigment { bozo turbulence 0.6 color_map { [0 H(186,118,52)][1 H(216,154,84)] } scale 0.8 } normal { bumps 0.05 scale 0.3 } finish { diffuse 0.7 specular 0.8 roughness 0.006 reflection { 0.02,0.35 fresnel on } conserve_energy } } interior { ior 1.33 } }
 // fat eyes
 #declare i=0; #while(i<60) #declare a=rand(S)*2*pi; #declare r=2.25*sqrt(rand(S)); #declare q=0.03+0.09*rand(S)*rand(S); torus { q,0.006 scale <1,0.6,1> translate <r*cos(a),1.423,r*sin(a)> texture { pigment { H(246,196,96) } finish { F_Ceramic } } } #declare i=i+1; #end
 // noodles: folded bundles of flat strands
 #macro Bundle(CX,CZ,RO,N,LL,YY)
  union { #local i=0; #while(i<N) #local o=(i/(N-1)-0.5); #local wob=rand(S)*0.12; #local hy=YY+0.22*(1-4*o*o)+0.10*rand(S);
    Strand(array[8]{<-LL*1.15,YY-0.24,o*1.5+wob>,<-LL,YY-0.2,o*1.35+wob>,<-LL*0.6,hy-0.02,o*1.1-wob>,<-LL*0.2,hy+0.06,o*0.9+wob>,<LL*0.25,hy+0.05,o*0.9-wob>,<LL*0.65,hy-0.03,o*1.15+wob>,<LL,YY-0.2,o*1.5-wob>,<LL*1.15,YY-0.24,o*1.55>},0.068,26)
    #local i=i+1; #end
   rotate y*RO translate <CX,0,CZ>
   texture { pigment { H(250,240,216) } finish { diffuse 0.82 specular 0.5 roughness 0.015 } } }
 #end
 Bundle(-0.30,-0.80,12,19,1.40,1.42) Bundle(-0.6,-0.1,-28,17,1.35,1.46) Bundle(0.55,-0.70,40,13,0.85,1.44)
 // beef slices
 #declare fx=function(u,v,w){(u-0.5)*1.15}; #declare fz=function(u,v,w){(v-0.5)*0.62*(1-0.35*pow(2*u-1,2))}; #declare fy=function(u,v,w){0.07*sin(u*7+v*3)+0.05*sin(v*9)-0.25*pow(2*u-1,2)*0.6};
 #declare Beef=object { Sheet(fx,fy,fz,26,16) texture { pigment { bozo turbulence 0.7 color_map { [0 H(120,58,46)][0.55 H(164,92,74)][0.72 H(196,132,108)][0.8 H(236,206,180)][1 H(150,80,64)] } scale <0.9,0.3,0.12> } normal { granite 0.12 scale 0.3 } finish { diffuse 0.8 specular 0.35 roughness 0.03 } } }
 #declare i=0; #while(i<8) object { Beef rotate z*(-6) rotate x*-14 rotate y*(-50+i*11+rand(S)*10) translate <0.75+0.33*cos(i*0.8)+i*0.05-0.2,1.56+i*0.03,0.95-i*0.19> } #declare i=i+1; #end
 // spring onion
 #declare i=0; #while(i<46) #declare a=rand(S)*2*pi; #declare r=0.75*sqrt(rand(S)); #declare q=0.055+0.05*rand(S);
  difference { cylinder { -y*0.04,y*0.045,q } cylinder { -y*0.2,y*0.2,q*0.66 } texture { pigment { cylindrical color_map { [0 H(74,150,62)][0.3 H(110,178,78)][1 H(206,228,150)] } scale 0.13 } finish { F_Satin } } rotate <rand(S)*60-30,0,rand(S)*60-30> translate <-0.65+r*cos(a),1.86+0.07*rand(S)-0.10*r*r,-0.15+r*sin(a)*0.9> } #declare i=i+1; #end
 // herbs
 #declare LB=object { Leaf(H(62,140,60)) }; #declare LC=object { Leaf(H(42,112,56)) };
 #declare i=0; #while(i<26) object { #if(mod(i,2)) LB #else LC #end scale <0.95,0.8,0.75>*(0.5+0.28*rand(S)) rotate z*(2+rand(S)*22) rotate y*(rand(S)*360) translate <-0.8+1.3*(rand(S)-0.5),1.58+0.14*rand(S),1.05+0.9*(rand(S)-0.5)> } #declare i=i+1; #end
 // chilli rings
 #declare i=0; #while(i<11) #declare a=rand(S)*6.28; #declare r=0.2+0.9*rand(S);
   union { torus { 0.105,0.032 scale <1,1.3,1> texture { pigment { H(206,38,30) } finish { F_Ceramic } } } sphere { <0.03,0,0.02>,0.03 texture { pigment { H(244,220,150) } } } rotate <rand(S)*40-20,0,rand(S)*40-20> translate <0.1+r*cos(a),1.90-0.08*r,-0.35+r*sin(a)*0.8> } #declare i=i+1; #end
 translate BX }
// lime: half and wedges
#macro LimeHalf(R) union { difference { sphere { 0,R } plane { -y,0 } texture { pigment { H(92,150,44) } normal { bumps 0.25 scale 0.03 } finish { F_Satin } } }
  cylinder { 0,y*0.012,R*0.97 texture { pigment { radial frequency 9 color_map { [0 H(240,246,206)][0.07 H(240,246,206)][0.09 H(176,204,90)][0.5 H(196,220,110)][0.91 H(176,204,90)][0.93 H(240,246,206)][1 H(240,246,206)] } } finish { diffuse 0.8 specular 0.6 roughness 0.01 } } }
  difference { cylinder { y*0.005,y*0.018,R*0.985 } cylinder { -y,y,R*0.87 } texture { pigment { H(232,242,196) } finish { F_Satin } } } sphere { y*0.01,R*0.10 scale <1,0.3,1> texture { pigment { H(240,246,210) } } } } #end
// small dish right with lime, chillies
union { lathe { cubic_spline 9,<0.5,-0.01>,<0.6,0>,<0.7,0.08>,<1.25,0.22>,<1.32,0.30>,<1.26,0.32>,<0.9,0.2>,<0.1,0.15>,<0,0.15> texture { pigment { H(246,206,120) } finish { F_Ceramic } } interior { ior 1.5 } }
  object { LimeHalf(0.44) rotate x*-24 rotate z*6 translate <-0.38,0.48,0.24> } object { LimeHalf(0.43) rotate x*-62 rotate y*-40 translate <0.46,0.52,0.34> }
  #declare k=0; #while(k<3) union { #declare m=0; #while(m<50) #declare mm=m/49; sphere { <-0.7+1.42*mm,0.02+0.06*sin(mm*3.1),0.08*sin(mm*4)>,0.02+0.085*pow(sin(3.14159*min(1,0.16+mm*0.8)),0.8) } #declare m=m+1; #end texture { pigment { #if(k=1) H(72,140,58) #else H(206,40,30) #end } finish { F_Ceramic } } scale 0.85 rotate y*(k*13-6) translate <0,0.30+0.06*k,-0.32-0.17*k+0.1> } #declare k=k+1; #end
  translate <5.1,0,1.95> }
// herb sprigs lying on the table
#macro Sprig(N,LC1,LS) union { BTube(<0,0.05,0>,<0.9,0.10,0.25>,<1.9,0.05,0.05>,0.028) #local i=0; #while(i<N) #local tt=0.25+0.75*i/N; object { LB scale LS*(1.15-0.45*tt) rotate x*(rand(S)*50-25) rotate z*(6+rand(S)*18) rotate y*(mod(i,2)*110-55+rand(S)*24) translate <1.9*tt,0.07+0.05*rand(S),0.36*tt*(1-tt)> } #local i=i+1; #end texture { pigment { H(92,150,70) } finish { F_Satin } } } #end
object { Sprig(13,0,0.95) scale 1.1 rotate y*28 translate <2.5,0,-1.55> } object { Sprig(12,0,0.85) scale 1.05 rotate y*8 translate <2.65,0,-2.0> }
// chopsticks on a rest
union { union { cone { <-4.0,0.2,0>,0.045,<4.1,0.30,0>,0.10 } sphere { <4.1,0.30,0>,0.10 } translate z*-0.13 rotate y*-1 } union { cone { <-4.0,0.2,0>,0.045,<4.1,0.30,0>,0.10 } sphere { <4.1,0.30,0>,0.10 } translate z*0.15 rotate y*1.5 }
 texture { pigment { gradient x color_map { [0 H(96,44,28)][0.72 H(112,52,32)][0.72 H(226,84,66)][0.76 H(226,84,66)][0.76 H(238,168,52)][0.775 H(238,168,52)][0.775 H(40,26,24)][1 H(40,26,24)] } scale 8.3 translate x*-4.1 } finish { diffuse 0.8 specular 0.5 roughness 0.02 } } rotate y*58 translate <4.55,0.02,-0.9> }
object { RBox(<-0.16,0,-0.5>,<0.16,0.18,0.5>,0.08) rotate y*58 texture { pigment { H(30,70,140) } finish { F_Ceramic } } translate <3.02,0,1.54> }
// star anise and a little dish of sauce, left back
#macro Anise() union { #local k=0; #while(k<8) union { sphere { 0,1 scale <0.24,0.07,0.075> translate x*0.26 texture { pigment { H(120,62,30) } normal { bumps 0.3 scale 0.03 } finish { F_Satin } } } sphere { <0.30,0.045,0>,0.045 texture { pigment { H(176,96,40) } finish { F_Ceramic } } } rotate z*8 rotate y*k*45 } #local k=k+1; #end } #end
object { Anise() rotate y*12 translate <5.7,0.08,-0.5> } object { Anise() scale 0.85 rotate y*40 translate <6.3,0.08,0.05> } object { Anise() scale 0.9 translate <-5.25,0.08,-2.2> }
union { lathe { cubic_spline 9,<0.4,-0.01>,<0.45,0>,<0.5,0.08>,<0.85,0.4>,<0.9,0.52>,<0.84,0.54>,<0.6,0.22>,<0.1,0.15>,<0,0.15> texture { pigment { H(226,84,66) } finish { F_Ceramic } } interior { ior 1.5 } } cylinder { y*0.3,y*0.4,0.73 texture { pigment { H(70,24,14) } finish { diffuse 0.7 specular 0.9 roughness 0.004 reflection 0.06 } } } translate <-5.3,0,2.3> }
#declare i=0; #while(i<5) sphere { 0,1 scale <0.10,0.05,0.06> rotate y*rand(S)*360 translate <-5.0+rand(S)*0.9,0.05,-1.2-rand(S)*0.7> texture { pigment { H(60,130,56) } finish { F_Satin } } } #declare i=i+1; #end
