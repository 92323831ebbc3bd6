#version 3.7;
// Six doors, one series: same camera, same light. Declare=Door=1..6; Declare=Street=1: as high and wide as the street over two pages shows them
#include "lib.inc"
#ifndef(Door) #declare Door=1; #end
#ifndef(Street) #declare Street=0; #end
Globals(1.0)
#if (Street)	// 4.4 units of the door's plane are 117 mm of the page
 camera { location <0,1.66,-9> right x*image_width/image_height up y direction z look_at <0,1.62,0> angle 2*degrees(atan2(4.4*image_width/image_height/2,9)) }
#else
 camera { location <0,1.45,-9> right x*image_width/image_height up y direction z look_at <0,1.36,0> angle 15.6 }
#end
#declare PX=(Street?0.81:0.98);	// where pots stand
sky_sphere { pigment { gradient y color_map { [0 H(255,232,200)][0.4 H(226,226,236)][1 H(170,196,230)] } } }
background { H(240,230,215) }
light_source { <-7,8.5,-9> color H(255,224,184)*1.12 area_light <1.5,0,0>,<0,1.5,0>,5,5 adaptive 1 jitter circular orient }
#declare DW=1.06; #declare DH=2.22; #declare DZ=0.20;
#macro Hole(W,Hh) box { <-W/2,-0.5,-1>,<W/2,Hh,1> } #end
#macro Panel(X0,Y0,X1,Y1) difference { RBox(<X0,Y0,DZ-0.030>,<X1,Y1,DZ+0.02>,0.012) RBox(<X0+0.035,Y0+0.035,DZ-0.06>,<X1-0.035,Y1-0.035,DZ-0.012>,0.008) } RBox(<X0+0.065,Y0+0.065,DZ-0.028>,<X1-0.065,Y1-0.065,DZ+0.02>,0.012) #end
#macro Paint(C) texture { pigment { bozo turbulence 0.5 color_map { [0 C*0.82][1 C] } scale <0.12,1.2,0.2> } normal { bozo 0.10 scale <0.012,0.5,0.05> } finish { diffuse 0.8 specular 0.3 roughness 0.03 } } #end
#macro Pavement(C) 
 union { #local R=seed(9); #local a=-5; #while(a<=5) #local b=0; #while(b<7) 
   object { RBox(<a*0.42+mod(b,2)*0.21-0.205,-0.6,-0.42-b*0.3-0.145>,<a*0.42+mod(b,2)*0.21+0.205,-0.30+rand(R)*0.008,-0.42-b*0.3+0.145>,0.02) texture { pigment { granite color_map { [0 C*(0.75+rand(R)*0.25)][1 C*(0.9+rand(R)*0.2)] } scale 0.3 } finish { F_Matte } } }
   #local b=b+1; #end #local a=a+1; #end
   box { <-6,-0.6,-6>,<6,-0.325,0.1> texture { pigment { C*0.4 } finish { F_Matte } } } }
#end
#macro Step(W,C) union { RBox(<-W/2,-0.5,-0.42>,<W/2,-0.14,0.3>,0.02) RBox(<-W/2+0.13,-0.3,-0.18>,<W/2-0.13,0.0,0.4>,0.02) texture { pigment { granite color_map { [0 C*0.8][1 C*1.05] } scale 0.25 } normal { granite 0.08 scale 0.2 } finish { F_Matte } } } #end
#macro Wall(W,Hh,C,N,S) difference { box { <-4,-0.6,0>,<4,6,0.6> } Hole(W,Hh) texture { pigment { bozo turbulence 0.5 color_map { [0 C*0.88][0.5 C*0.97][1 C] } scale 0.6 } normal { average normal_map { [1 bumps N scale S][1 granite N*0.4 scale 0.15] } } finish { F_Matte } } } #end
#macro Knob(X,Y) union { sphere { <X,Y,DZ-0.075>,0.034 } cylinder { <X,Y,DZ-0.07>,<X,Y,DZ>,0.013 } cylinder { <X,Y,DZ-0.03>,<X,Y,DZ>,0.036 } texture { Brass } } #end
#macro GlassT() texture { pigment { gradient y color_map { [0 H(255,196,112)][1 H(255,226,160)] } scale 3 } finish { emission 0.62 diffuse 0.2 specular 0.6 roughness 0.01 reflection 0.06 } } #end

box { <-3,-0.5,DZ+0.12>,<3,4,DZ+0.14> pigment { H(26,22,26) } }
#if (Door=1)
 Wall(DW+0.1,DH,H(248,242,230),0.25,0.16)
 Pavement(H(206,186,160)) Step(1.7,H(232,220,200))
 #declare B=H(30,92,170);
 union { difference { RBox(<-0.72,-0.02,-0.05>,<0.72,DH+0.15,0.3>,0.05) Hole(DW,DH) } texture { pigment { H(64,140,206) } normal { bumps 0.2 scale 0.1 } finish { F_Matte } } }
 union { #declare k=-5; #while(k<5) RBox(<k*DW/10+0.003,0.01,DZ>,<(k+1)*DW/10-0.003,DH,DZ+0.06>,0.012) #declare k=k+1; #end
  #declare k=0; #while(k<3) RBox(<-DW/2,0.28+k*0.80,DZ-0.022>,<-0.006,0.42+k*0.80,DZ+0.01>,0.01) RBox(<0.006,0.28+k*0.80,DZ-0.022>,<DW/2,0.42+k*0.80,DZ+0.01>,0.01) #declare k=k+1; #end
  Paint(B) }
 union { #declare a=-1; #while(a<=1) #declare k=0; #while(k<3) #declare m=0; #while(m<4) sphere { <a*(0.07+m*0.12),0.35+k*0.8,DZ-0.022>,0.014 } #declare m=m+1; #end #declare k=k+1; #end
   cylinder { <a*0.13,1.02,DZ>,<a*0.13,1.02,DZ-0.02>,0.045 } torus { 0.055,0.011 rotate x*80 translate <a*0.13,0.965,DZ-0.035> } #declare a=a+2; #end texture { BlackIron } }
 object { FlowerPot(0.17,H(196,104,66)) translate <-0.86,-0.3,-0.62> } object { Bush(0.26,0.30,0.24,150,0.13,H(70,120,60),H(226,60,70),26,3) translate <-0.86,0.22,-0.62> }
 object { FlowerPot(0.13,H(206,116,72)) translate <0.62,-0.14,-0.30> } object { Bush(0.17,0.2,0.16,100,0.10,H(96,140,70),H(250,190,70),16,5) translate <0.62,0.22,-0.30> }
 // bougainvillea over the right corner
 object { Bush(0.62,0.36,0.16,330,0.14,H(78,124,58),H(206,50,130),110,8) translate <0.80,2.62,-0.1> } object { Bush(0.20,0.62,0.12,150,0.13,H(78,124,58),H(216,56,140),50,9) translate <1.02,1.95,-0.08> }
#end
#if (Door=2)
 Wall(DW+0.1,DH+0.52,H(232,206,164),0.08,0.2)
 Pavement(H(150,148,150)) Step(1.75,H(190,180,168))
 // rusticated stone
 difference { union { #declare k=0; #while(k<11) RBox(<-3,-0.3+k*0.42,-0.05>,<3,-0.3+k*0.42+0.40,0.1>,0.02) #declare k=k+1; #end } box { <-0.82,-1,-1>,<0.82,DH+0.82,1> } texture { pigment { bozo color_map{[0 H(214,184,140)][1 H(236,210,168)]} scale 0.7 } normal { granite 0.06 scale 0.2 } finish { F_Matte } } }
 union { difference { RBox(<-0.78,-0.02,-0.10>,<0.78,DH+0.72,0.3>,0.03) Hole(DW,DH+0.5) } RBox(<-0.9,DH+0.66,-0.2>,<0.9,DH+0.80,0.3>,0.03) RBox(<-0.15,DH+0.42,-0.16>,<0.15,DH+0.74,0.3>,0.03) 
  texture { pigment { H(246,232,206) } normal { granite 0.04 scale 0.2 } finish { F_Matte } } }
 union { RBox(<-DW/2,DH,DZ-0.06>,<DW/2,DH+0.09,DZ+0.1>,0.02) RBox(<-DW/2,DH+0.42,DZ-0.02>,<DW/2,DH+0.5,DZ+0.1>,0.02) RBox(<-0.025,DH+0.05,DZ-0.01>,<0.025,DH+0.5,DZ+0.1>,0.01) RBox(<-0.30,DH+0.05,DZ-0.01>,<-0.27,DH+0.5,DZ+0.1>,0.01) RBox(<0.27,DH+0.05,DZ-0.01>,<0.30,DH+0.5,DZ+0.1>,0.01)
  #declare a=-1; #while(a<=1) union { 
    difference { RBox(<0.004,0.01,DZ-0.01>,<DW/2,DH,DZ+0.05>,0.015) RBox(<0.105,1.02,-1>,<DW/2-0.095,2.08,1>,0.05) }
    Panel(0.085,0.09,DW/2-0.075,0.44) Panel(0.085,0.50,DW/2-0.075,0.92)
    difference { RBox(<0.085,1.0,DZ-0.03>,<DW/2-0.075,2.10,DZ+0.02>,0.02) RBox(<0.125,1.04,-1>,<DW/2-0.115,2.06,1>,0.03) }
    scale <a,1,1> } #declare a=a+2; #end
  RBox(<-0.03,0.01,DZ-0.04>,<0.03,DH,DZ+0.02>,0.015) Paint(H(36,104,70)) }
 // iron scrollwork before lit glass
 box { <-DW/2,0.95,DZ+0.035>,<DW/2,DH+0.5,DZ+0.04> GlassT() }
 union { #declare a=-1; #while(a<=1) #declare k=0; #while(k<4) torus { 0.095,0.008 rotate x*90 translate <a*0.268,1.18+k*0.24,DZ+0.01> } torus { 0.045,0.007 rotate x*90 translate <a*0.268,1.18+k*0.24,DZ+0.01> } #declare k=k+1; #end cylinder { <a*0.268,1,DZ+0.01>,<a*0.268,2.1,DZ+0.01>,0.007 } #declare a=a+2; #end texture { BlackIron } }
 Knob(0.085,0.97) object { RBox(<-0.3,0.745-0.03,DZ-0.045>,<-0.24+0.0,0.745+0.03,DZ>,0.01) translate x*0 texture { Brass } }
 object { RBox(<-0.40,0.69,DZ-0.04>,<-0.15,0.75,DZ>,0.012) texture { Brass } }
 union { object { RBox(<-0.1,-0.1,-0.015>,<0.1,0.1,0.02>,0.015) texture { pigment { H(30,60,120) } finish { F_Ceramic } } } text { ttf "cyrvetic.ttf" "12" 0.02 0 scale <0.14,0.15,1> translate <-0.085,-0.05,-0.03> texture { pigment { H(250,248,240) } } } scale (Street?0.82:1) translate <(Street?0.91:0.98),1.85,-0.06> }
 object { FlowerPot(0.19,H(90,96,104)) translate <-PX,-0.3,-0.45> } object { Bush(0.27,0.34,0.25,200,0.11,H(48,100,58),H(240,240,230),0,3) translate <-PX,0.28,-0.45> }
 object { FlowerPot(0.19,H(90,96,104)) translate <PX,-0.3,-0.45> } object { Bush(0.27,0.34,0.25,200,0.11,H(48,100,58),H(240,240,230),0,4) translate <PX,0.28,-0.45> }
#end
#if (Door=3)
 // grey brick wall
 Wall(DW+0.1,DH,H(120,112,110),0.0,0.2)
 difference { box { <-4,-0.6,-0.02>,<4,6,0.05> } box { <-0.76,-1,-1>,<0.76,DH+0.28,1> } texture { pigment { brick H(176,164,154), H(112,108,112) brick_size <0.36,0.10,0.3> mortar 0.012 } normal { brick 0.35 brick_size <0.36,0.10,0.3> mortar 0.012 } finish { F_Matte } } }
 Pavement(H(142,136,138)) Step(1.8,H(168,160,156))
 union { difference { RBox(<-0.74,-0.02,-0.10>,<0.74,DH+0.2,0.3>,0.03) Hole(DW,DH) } RBox(<-1.02,DH+0.16,-0.20>,<1.02,DH+0.30,0.3>,0.04) Paint(H(120,24,24)) }
 // eave of rounded tiles
 union { box { <-2,DH+0.30,-0.32>,<2,DH+0.36,0.2> Paint(H(40,96,84)) } #declare k=-17; #while(k<=17) cylinder { <k*0.115,DH+0.42,-0.40>,<k*0.115,DH+0.62,0.2>,0.05 } sphere { <k*0.115,DH+0.42,-0.40>,0.052 } #declare k=k+1; #end cylinder { <-2,DH+0.68,0.1>,<2,DH+0.68,0.1>,0.09 } texture { pigment { H(44,92,88) } finish { F_Ceramic } } }
 union { #declare a=-1; #while(a<=1) RBox(<(a<0?-DW/2:0.004),0.01,DZ>,<(a<0?-0.004:DW/2),DH,DZ+0.06>,0.015) #declare a=a+2; #end
   texture { pigment { H(186,30,30) } normal { bozo 0.05 scale <0.02,0.6,0.1> } finish { diffuse 0.75 specular 0.6 roughness 0.008 reflection { 0.02,0.3 fresnel on } conserve_energy } } interior { ior 1.45 } }
 union { #declare a=-1; #while(a<=1) #declare k=0; #while(k<7) #declare m=0; #while(m<4) sphere { 0,0.026 scale <1,1,0.7> translate <a*(0.09+m*0.115),0.22+k*0.29,DZ> } #declare m=m+1; #end #declare k=k+1; #end
   cylinder { <a*0.085,1.24,DZ>,<a*0.085,1.24,DZ-0.03>,0.066 } sphere { <a*0.085,1.24,DZ-0.03>,0.04 } torus { 0.062,0.010 rotate x*82 translate <a*0.085,1.175,DZ-0.06> } #declare a=a+2; #end
   #declare k=-1; #while(k<=1) cylinder { <k*0.3,DH+0.11,-0.10>,<k*0.3,DH+0.11,-0.15>,0.055 } #declare k=k+1; #end texture { Brass } }
 #macro Lantern(X,Y) union {
   sphere { 0,1 scale <0.19,0.17,0.19> texture { pigment { radial frequency 14 color_map { [0 H(255,120,60)][0.08 H(190,26,22)][0.15 H(238,60,40)][1 H(244,74,44)] } } finish { emission 0.55 diffuse 0.6 } } }
   cylinder { -y*0.19,-y*0.155,0.08 texture { Brass } } cylinder { y*0.155,y*0.19,0.08 texture { Brass } } cylinder { y*0.19,y*0.5,0.007 texture { Brass } }
   union { #local k=0; #while(k<10) cylinder { <0.035*cos(k*0.628),-0.19,0.035*sin(k*0.628)>,<0.045*cos(k*0.628),-0.42,0.045*sin(k*0.628)>,0.008 } #local k=k+1; #end texture { pigment { H(240,176,60) } finish { F_Matte } } } translate <X,Y,-0.30> }
   light_source { <X,Y-0.02,-0.62> color H(255,130,60)*0.35 fade_distance 0.5 fade_power 2 shadowless } #end
 Lantern(-0.90,1.90) Lantern(0.90,1.90)
 object { FlowerPot(0.19,H(52,90,140)) translate <-0.92,-0.3,-0.45> } object { FlowerPot(0.19,H(52,90,140)) translate <0.92,-0.3,-0.45> }
 #macro Bamboo(Sd) union { #local R=seed(Sd); #local k=0; #while(k<7) #local bx=(rand(R)-0.5)*0.2; #local bl=0.7+rand(R)*0.45; cylinder { <bx,0,(rand(R)-0.5)*0.15>,<bx*1.7,bl,0>,0.011 texture { pigment { H(120,150,66) } finish { F_Satin } } } 
   #local m=0; #while(m<14) object { Leaf(H(86,140,62)) scale <0.17,0.12,0.05> rotate z*(-50+rand(R)*70) rotate y*rand(R)*360 translate <bx*1.5,bl*(0.45+0.55*rand(R)),0> } #local m=m+1; #end #local k=k+1; #end } #end
 object { Bamboo(4) translate <-0.92,0,-0.45> } object { Bamboo(7) translate <0.92,0,-0.45> }
#end
#if (Door=4)
 #declare SX=0.62;
 #macro Arch(W,Hs,Dz0,Dz1) union { box { <-W/2,-0.5,Dz0>,<W/2,Hs,Dz1> } intersection { cylinder { <-W*0.22,Hs,Dz0>,<-W*0.22,Hs,Dz1>,W*0.72 } cylinder { <W*0.22,Hs,Dz0-0.02>,<W*0.22,Hs,Dz1+0.02>,W*0.72 } box { <-W/2,Hs-0.001,Dz0-0.03>,<W/2,Hs+W,Dz1+0.03> } } } #end
 difference { box { <-4,-0.6,0>,<4,6,0.6> } Arch(DW+0.12,1.72,-1,1) texture { pigment { H(222,172,116) } normal { bumps 0.1 scale 0.1 } finish { F_Matte } } }
 difference { box { <-4,-0.6,-0.03>,<4,6,0.05> } Arch(1.62,1.75,-1,1) texture { pigment { brick H(196,146,96), H(230,184,130) brick_size <0.62,0.31,0.5> mortar 0.014 } normal { average normal_map{[1 brick 0.3 brick_size <0.62,0.31,0.5> mortar 0.014][1 granite 0.1 scale 0.2]} } finish { F_Matte } } }
 // ablaq arch: alternating voussoirs
 difference { Arch(1.66,1.75,-0.10,0.2) Arch(1.22,1.73,-1,1) texture { pigment { radial frequency 15 color_map { [0 H(246,228,196)][0.5 H(246,228,196)][0.5 H(176,92,62)][1 H(176,92,62)] } rotate x*90 translate <0,1.2,0> } normal { granite 0.06 scale 0.2 } finish { F_Matte } } }
 difference { Arch(1.24,1.73,-0.05,0.3) Arch(DW,1.71,-1,1) texture { pigment { H(0,124,124) } finish { F_Ceramic } } }
 Pavement(H(206,170,128)) Step(1.85,H(226,190,146))
 union { difference { Arch(DW+0.05,1.71,DZ,DZ+0.06) box { <-0.005,-1,-1>,<0.005,5,1> } } Wood(H(132,76,38),H(84,44,20),0.5) rotate z*0 }
 // carved star pattern
 #macro Star(X,Y,S) union { #local k=0; #while(k<2) difference { RBox(<-S,-S,-0.018>,<S,S,0.02>,0.01) box { <-S*0.78,-S*0.78,-0.1>,<S*0.78,S*0.78,0.1> } rotate z*k*45 } #local k=k+1; #end RBox(<-S*0.33,-S*0.33,-0.018>,<S*0.33,S*0.33,0.02>,0.01) difference { RBox(<-S*0.33,-S*0.33,-0.018>,<S*0.33,S*0.33,0.02>,0.01) rotate z*45 } translate <X,Y,DZ> } #end
 union { #declare a=-1; #while(a<=1) #declare k=0; #while(k<4) Star(a*0.265,0.34+k*0.40,0.145) RBox(<a*0.265-0.235,0.34+k*0.40+0.185,DZ-0.024>,<a*0.265+0.235,0.34+k*0.40+0.215,DZ+0.02>,0.008) #declare k=k+1; #end
   RBox(<a*0.265-0.250,0.05,DZ-0.028>,<a*0.265-0.215,1.76,DZ+0.02>,0.01) RBox(<a*0.265+0.215,0.05,DZ-0.028>,<a*0.265+0.250,1.76,DZ+0.02>,0.01) RBox(<a*0.265-0.25,0.05,DZ-0.028>,<a*0.265+0.25,0.10,DZ+0.02>,0.01) Star(a*0.2,1.93,0.115) #declare a=a+2; #end
   difference { Arch(DW,1.73,DZ-0.028,DZ+0.02) Arch(DW-0.09,1.70,-1,1) box { <-2,-1,-2>,<2,1.73,2> } }
   Wood(H(170,104,54),H(112,62,28),0.4) }
 union { #declare a=-1; #while(a<=1) cylinder { <a*0.06,1.06,DZ-0.04>,<a*0.06,1.06,DZ>,0.032 } torus { 0.045,0.009 rotate x*82 translate <a*0.062,1.0,DZ-0.045> } #declare a=a+2; #end texture { Brass } }
 // hanging lamp, amphora and pots
 union { cylinder { y*0.3,y*1.5,0.006 } cone { y*0.13,0.09,y*0.3,0.01 } sphere { 0,0.03 translate y*-0.2 } cone { y*-0.13,0.09,y*-0.2,0.02 } #declare k=0; #while(k<8) cylinder { <0.09*cos(k*pi/4),-0.13,0.09*sin(k*pi/4)>,<0.09*cos(k*pi/4),0.13,0.09*sin(k*pi/4)>,0.008 } #declare k=k+1; #end texture { Brass } translate <0,2.38,-0.2> }
 cylinder { <0,2.26,-0.2>,<0,2.50,-0.2>,0.075 texture { pigment { H(255,190,90) } finish { emission 0.9 } } no_shadow } light_source { <0,2.38,-0.35> color H(255,170,80)*0.4 fade_distance 0.4 fade_power 2 shadowless }
 lathe { cubic_spline 9,<0,-0.01>,<0.10,0>,<0.20,0.22>,<0.21,0.38>,<0.11,0.60>,<0.075,0.70>,<0.12,0.76>,<0.11,0.77>,<0,0.7> texture { pigment { bozo color_map{[0 H(176,96,58)][1 H(204,120,76)]} scale 0.2 } finish { F_Matte } } translate <-0.95,-0.3,-0.55> }
 object { FlowerPot(0.17,H(0,120,120)) translate <0.92,-0.3,-0.5> } object { Bush(0.25,0.36,0.23,170,0.12,H(74,124,66),H(240,150,60),22,3) translate <0.92,0.28,-0.5> }
#end
#if (Door=5)
 Wall(DW+0.62,DH+0.02,H(220,216,210),0.03,0.3)
 Pavement(H(170,170,172)) Step(1.95,H(196,194,192))
 union { #declare k=0; #while(k<31) RBox(<-3,-0.3+k*0.135,-0.05>,<-0.84,-0.3+k*0.135+0.120,0.02>,0.008) #declare k=k+1; #end Wood(H(206,150,94),H(178,122,72),1.2) }
 union { difference { RBox(<-0.86,-0.02,-0.06>,<0.86,DH+0.1,0.3>,0.012) Hole(1.60,DH) } texture { pigment { H(54,58,66) } finish { F_Satin } } }
 object { RBox(<-0.80,0.01,DZ>,<0.36,DH,DZ+0.06>,0.012) texture { pigment { H(96,106,118) } finish { diffuse 0.8 specular 0.3 roughness 0.02 } } }
 union { #declare k=0; #while(k<4) box { <-0.80,0.44+k*0.44,DZ-0.002>,<0.36,0.448+k*0.44,DZ+0.02> } #declare k=k+1; #end pigment { H(50,54,62) } }
 box { <0.42,0.02,DZ+0.02>,<0.80,DH,DZ+0.05> texture { pigment { gradient y color_map{[0 H(255,200,124)][1 H(255,226,170)]} scale 2.4 } finish { emission 0.55 diffuse 0.2 specular 0.5 reflection 0.12 } } }
 object { RBox(<0.365,0,DZ-0.02>,<0.42,DH,DZ+0.06>,0.01) texture { pigment { H(54,58,66) } } }
 // plant seen behind the glass
 union { cylinder { <0.24,0.62,DZ-0.09>,<0.24,1.62,DZ-0.09>,0.016 } cylinder { <0.24,0.72,DZ-0.09>,<0.24,0.72,DZ>,0.01 } cylinder { <0.24,1.52,DZ-0.09>,<0.24,1.52,DZ>,0.01 } texture { Steel } }
 text { ttf "cyrvetic.ttf" "7" 0.04 0 scale <0.42,0.42,1> translate <-0.70,1.70,DZ-0.02> texture { pigment { H(246,240,230) } finish { F_Satin } } }
 // letter box and bell on the wall
 union { object { RBox(<-0.19,0,-0.14>,<0.19,0.30,0>,0.02) texture { pigment { H(226,84,66) } finish { F_Ceramic } } } box { <-0.15,0.215,-0.145>,<0.15,0.24,-0.13> pigment { H(30,26,28) } } object { RBox(<-0.15,0.245,-0.155>,<0.15,0.265,-0.13>,0.005) texture { Steel } } object { RBox(<-0.07,0.07,-0.145>,<0.07,0.12,-0.135>,0.004) texture { pigment { H(250,246,236) } } }
   object { RBox(<-0.11,0.225,-0.22>,<0.09,0.23,-0.08>,0.002) rotate x*-16 texture { pigment { H(252,248,238) } } } scale 0.82 translate <(Street?0.945:1.045),1.25,0> }
 object { RCyl(<0,2.42,-0.16>,<0,2.66,-0.16>,0.06,0.012) translate x*(Street?0.95:1.05) texture { pigment { H(60,62,70) } finish { F_Satin } } }
 object { Bicycle(H(0,140,140),H(116,64,34),0) rotate x*-7 rotate y*-58 translate <(Street?0.76:0.86),-0.3,-0.62> }
 object { FlowerPot(0.20,H(70,74,84)) translate <-(PX+0.04),-0.3,-0.5> } object { Bush(0.20,0.42,0.2,170,0.16,H(84,130,84),H(240,150,60),0,3) translate <-(PX+0.04),0.35,-0.5> }
 box { <-0.48,0.002,-0.14>,<0.28,0.016,0.12> texture { pigment { H(126,86,150) } normal { bumps 0.5 scale 0.01 } finish { F_Matte } } }
#end
#if (Door=6)
 Wall(DW+0.1,DH,H(200,140,40),0.0,0.2)
 union { box { <-4,-0.6,-0.03>,<-0.70,1.0,0> } box { <0.70,-0.6,-0.03>,<4,1.0,0> } texture { pigment { brick H(230,238,232), H(16,120,124) brick_size <0.24,0.12,0.3> mortar 0.008 } normal { brick 0.3 brick_size <0.24,0.12,0.3> mortar 0.008 } finish { diffuse 0.75 specular 0.4 roughness 0.01 } } }
 union { box { <-4,1.0,-0.03>,<-0.70,4,0> } box { <0.70,1.0,-0.03>,<4,4,0> } box { <-0.7,DH,-0.03>,<0.7,4,0> } texture { pigment { H(248,234,206) } normal { granite 0.05 scale 0.2 } finish { F_Matte } } }
 union { box { <-4,0.99,-0.06>,<-0.70,1.05,0> } box { <0.70,0.99,-0.06>,<4,1.05,0> } texture { pigment { H(20,96,100) } finish { F_Ceramic } } }
 Pavement(H(172,160,150)) Step(1.75,H(206,196,180))
 union { difference { RBox(<-0.68,-0.02,-0.09>,<0.68,DH+0.14,0.3>,0.025) Hole(DW,DH) } difference { RBox(<-DW/2,0.01,DZ>,<DW/2,DH,DZ+0.06>,0.015) RBox(<-DW/2+0.14,0.86,-1>,<DW/2-0.14,2.05,1>,0.08) } Panel(-DW/2+0.12,0.12,-0.03,0.72) Panel(0.03,0.12,DW/2-0.12,0.72) 
   difference { RBox(<-DW/2+0.115,0.835,DZ-0.03>,<DW/2-0.115,2.075,DZ+0.02>,0.02) RBox(<-DW/2+0.155,0.875,-1>,<DW/2-0.155,2.035,1>,0.05) } Paint(H(242,180,44)) }
 box { <-0.5,0.8,DZ+0.045>,<0.5,2.1,DZ+0.05> GlassT() }
 // shelf with loaves behind the glass, shown before the light
 union { #declare k=0; #while(k<3) RBox(<-0.38,0.98+k*0.33,DZ+0.02>,<0.38,1.005+k*0.33,DZ+0.05>,0.005) #declare m=-2; #while(m<=2) sphere { 0,1 scale <0.068,0.055+0.012*mod(k+m+4,2),0.03> translate <m*0.148,1.055+k*0.33,DZ+0.035> } #declare m=m+1; #end #declare k=k+1; #end texture { pigment { H(176,96,40) } finish { F_Matte emission 0.1 } } }
 union { cylinder { <0.43,0.78,DZ-0.08>,<0.43,1.18,DZ-0.08>,0.016 } cylinder { <0.43,0.82,DZ-0.08>,<0.43,0.82,DZ>,0.01 } cylinder { <0.43,1.14,DZ-0.08>,<0.43,1.14,DZ>,0.01 } texture { Brass } }
 // awning
 union { #declare k=-7; #while(k<7) union { box { <k*0.17,0,0>,<(k+1)*0.17,0.012,0.80> } cylinder { <(k+0.5)*0.17,0.012,0>,<(k+0.5)*0.17,0,0>,0.085 } cylinder { <0,0,0>,<0,0.012,0>,0.085 rotate x*-90 translate <(k+0.5)*0.17,-0.0,0> } box { <k*0.17,-0.09,-0.001>,<(k+1)*0.17,0.01,0.011> } 
    texture { pigment { #if(mod(k+20,2)=0) H(226,84,66) #else H(250,240,222) #end } finish { diffuse 0.85 } } } #declare k=k+1; #end rotate x*-28 translate <0,2.42,-0.72> }
 // pretzel sign
 union { #macro Pr(A) <0.20*sin(A)*(1.0+0.12*cos(2*A)),0,0> #end
   BTube(<0,-0.10,0>,<-0.36,-0.16,0>,<-0.21,0.12,0>,0.030) BTube(<-0.21,0.12,0>,<-0.06,0.30,0>,<0.03,0.02,-0.01>,0.027) BTube(<0.03,0.02,-0.01>,<0.06,-0.06,0>,<0.13,-0.09,0>,0.020)
   BTube(<0,-0.10,0>,<0.36,-0.16,0>,<0.21,0.12,0>,0.030) BTube(<0.21,0.12,0>,<0.06,0.30,0>,<-0.03,0.02,0.02>,0.027) BTube(<-0.03,0.02,0.02>,<-0.06,-0.06,0>,<-0.13,-0.09,0>,0.020)
   cylinder { <-0.14,0.19,0>,<-0.14,0.42,0>,0.006 } cylinder { <0.14,0.19,0>,<0.14,0.42,0>,0.006 } texture { Brass } scale 0.74 translate <0.965,1.62,-0.2> }
 // basket with loaves, chalk board
 union { union { #declare k=0; #while(k<7) torus { 0.20+0.012*k,0.022 translate y*(0.02+k*0.04) } #declare k=k+1; #end cylinder { 0,y*0.03,0.2 } texture { pigment { bozo color_map{[0 H(150,96,48)][1 H(196,140,80)]} scale 0.04 } finish { F_Matte } } }
   #declare k=0; #while(k<7) union { cylinder { 0,y*0.45,0.035 } sphere { 0,0.035 } sphere { y*0.45,0.035 } texture { pigment { gradient y color_map { [0 H(200,130,60)][0.4 H(222,160,86)][0.5 H(240,200,140)][0.6 H(206,136,66)][1 H(196,120,54)] } scale 0.09 } finish { F_Matte } } rotate x*(8-mod(k,2)*20) rotate z*(24-k*8) translate <-0.13+k*0.043,0.12,-0.07+mod(k,2)*0.13> } #declare k=k+1; #end translate <-0.93,-0.3,-0.55> }
 object { FlowerPot(0.16,H(196,104,66)) translate <0.92,-0.3,-0.5> } object { Bush(0.22,0.26,0.2,150,0.11,H(90,136,80),H(130,86,170),34,3) translate <0.92,0.2,-0.5> }
#end
