#version 3.7;
// Bakery shelf: loaves, flat breads, sesame rings
#include "lib.inc"
Globals(1.0)
camera { location <0.3,3.4,-10> right x*image_width/image_height up y direction z look_at <0.05,2.5,0> angle 46.5 }
sky_sphere { pigment { gradient y color_map { [0 H(255,228,190)][1 H(220,226,240)] } } }
light_source { <-6,9,-8> color H(255,222,178)*1.55 area_light <2,0,0>,<0,2,0>,5,5 adaptive 1 jitter circular orient }
#declare S=seed(18);
box { <-9,-2,2.2>,<9,9,2.4> texture { pigment { brick H(226,236,228), H(20,112,116) brick_size <0.9,0.45,0.3> mortar 0.02 } normal { brick 0.3 brick_size <0.9,0.45,0.3> mortar 0.02 } finish { diffuse 0.8 specular 0.35 roughness 0.015 } } }
#declare k=0; #while(k<3) object { RBox(<-20,-0.16+k*2.05,-1.0>,<12,0.0+k*2.05,2.2>,0.04) Wood(H(186,126,72),H(138,86,46),2.2) translate x*k*3 } #declare k=k+1; #end
#declare k=-1; #while(k<=1) object { RBox(<k*4.35-0.09,-1,-0.92>,<k*4.35+0.09,7,2.2>,0.03) rotate z*0 Wood(H(150,96,54),H(110,66,36),1.5) translate x*(k=0?200:0) } #declare k=k+1; #end
#macro Crust(C) texture { pigment { bozo turbulence 0.5 color_map { [0 C*0.55][0.35 C*0.85][0.65 C*1.1][1 C*1.5] } scale 0.35 } normal { average normal_map { [1 granite 0.25 scale 0.4][1 bumps 0.3 scale 0.06] } } finish { diffuse 0.82 specular 0.16 roughness 0.06 } } #end
#macro Flour(A) texture { pigment { granite turbulence 0.3 color_map { [0 srgbt <1,0.97,0.90,1-A>][0.36 srgbt <1,0.97,0.9,1>][1 srgbt <1,0.97,0.9,1>] } scale 0.22 } finish { diffuse 0.9 } } #end
// round country loaf with cross cut
#macro LoafRound(R,C) union {
  difference { sphere { 0,1 scale <R,R*0.62,R> } plane { y,-R*0.3 } union { #local i=0; #while(i<2) torus { R*1.0,R*0.05 rotate x*90 scale <1,0.64,1> rotate y*(i*90+35) } #local i=i+1; #end } Crust(C) Flour(0.42) }
  union { #local i=0; #while(i<2) torus { R*0.965,R*0.040 rotate x*90 scale <1,0.63,1> rotate y*(i*90+35) } #local i=i+1; #end texture { pigment { bozo color_map { [0 H(196,140,80)][1 H(226,180,118)] } scale 0.1 } normal { granite 0.6 scale 0.1 } finish { F_Matte } } clipped_by { plane { -y,R*0.25 } } }
  translate y*R*0.3 } #end
// long loaf with slanting cuts
#macro LoafLong(L,R,C) union { difference { superellipsoid { <0.75,0.6> scale <L,R*0.72,R> } plane { y,-R*0.5 } #local i=-3; #while(i<=3) sphere { 0,1 scale <R*0.16,R*0.30,R*0.75> rotate y*38 translate <i*L*0.25,R*0.74,0> } #local i=i+1; #end Crust(C) }
  #local i=-3; #while(i<=3) sphere { 0,1 scale <R*0.13,R*0.13,R*0.66> rotate y*38 translate <i*L*0.25,R*0.52,0> texture { pigment { H(240,206,148) } normal { granite 0.4 scale 0.1 } finish { F_Matte } } } #local i=i+1; #end translate y*R*0.5 } #end
// sesame ring
#macro Simit(R,Rot) union { #local i=0; #while(i<44) #local a=i/44*2*pi; #local b=a*9; union { sphere { <R+0.055*cos(b),0.055*sin(b),0>,0.095 } sphere { <R-0.055*cos(b),-0.055*sin(b),0>,0.095 } rotate y*degrees(a) } #local i=i+1; #end
   #local i=0; #while(i<150) #local a=rand(S)*2*pi; #local b=rand(S)*2*pi; sphere { 0,1 scale <0.026,0.014,0.017> rotate y*rand(S)*180 rotate z*90 rotate z*degrees(b)-z*0 translate <0.150*cos(b),0.150*sin(b),0> translate x*R rotate y*degrees(a) texture { pigment { H(246,226,176) } finish { F_Matte } } } #local i=i+1; #end
   texture { pigment { bozo color_map { [0 H(150,76,28)][1 H(196,114,46)] } scale 0.2 } finish { diffuse 0.8 specular 0.3 roughness 0.04 } } rotate Rot } #end
// flat bread with furrows and seeds
#macro Flat(R) union { difference { superellipsoid { <1,0.5> rotate x*90 scale <R,0.10,R*0.78> } #local i=-3; #while(i<=3) cylinder { <i*R*0.24,0.13,-R>,<i*R*0.24,0.13,R>,0.055 } cylinder { <-R,0.13,i*R*0.2>,<R,0.13,i*R*0.2>,0.05 } #local i=i+1; #end Crust(H(214,140,66)) }
  #local i=0; #while(i<80) sphere { 0,1 scale <0.026,0.012,0.016> rotate y*rand(S)*180 translate <(rand(S)-0.5)*R*1.4,0.098,(rand(S)-0.5)*R*1.1> texture { pigment { #if(rand(S)>0.5) H(250,236,196) #else H(36,28,26) #end } } } #local i=i+1; #end translate y*0.10 } #end
// --- upper shelf (y=4.1): baskets of rolls and long loaves
#macro Basket(R,Hh) union { #local i=0; #while(i<6) torus { R*(0.82+0.03*i),0.055 translate y*(0.05+i*Hh/6) } #local i=i+1; #end cylinder { 0,y*0.04,R*0.8 } texture { pigment { radial frequency 40 color_map { [0 H(140,90,46)][0.5 H(200,144,84)][1 H(140,90,46)] } } normal { radial 0.6 frequency 80 sine_wave } finish { F_Matte } } } #end
union { object { Basket(1.0,0.55) } #declare k=0; #while(k<13) object { LoafRound(0.30,H(206,136,66)) rotate <rand(S)*40-20,rand(S)*360,rand(S)*40-20> translate <0.62*cos(k*2.4)*sqrt(k/13),0.42+0.30*(1-k/13),0.62*sin(k*2.4)*sqrt(k/13)> } #declare k=k+1; #end translate <-3.0,4.1,0.2> }
object { LoafLong(1.15,0.42,H(176,98,42)) rotate y*8 translate <-0.5,4.1,-0.1> } object { LoafLong(1.15,0.42,H(190,112,50)) rotate y*-5 translate <-0.4,4.1,0.95> } object { LoafLong(1.1,0.40,H(186,104,46)) rotate y*4 translate <-0.45,4.66,0.4> }
union { object { Basket(1.0,0.55) } #declare k=0; #while(k<9) union { sphere_sweep { linear_spline 2,<0,-0.3,0>,0.13,<0,1.15,0>,0.10 } Crust(H(212,142,70)) rotate z*(rand(S)*24-12) rotate x*(rand(S)*24-12) translate <0.5*cos(k*2.4)*sqrt(k/9),0.5,0.5*sin(k*2.4)*sqrt(k/9)> } #declare k=k+1; #end translate <2.7,4.1,0.3> }
// --- middle shelf (y=2.05): round loaves
object { LoafRound(0.92,H(150,82,36)) rotate y*10 translate <-3.15,2.05,0.1> } object { LoafRound(0.86,H(186,110,50)) rotate y*40 translate <-1.35,2.05,0.05> } object { LoafRound(0.90,H(138,74,34)) rotate y*-25 translate <0.5,2.05,0.15> }
#declare k=0; #while(k<5) object { Flat(1.0) rotate y*(k*9-18) translate <2.75+0.05*mod(k,2),2.05+k*0.21,0.15> } #declare k=k+1; #end
// --- lower shelf (y=0): sesame rings on a rod and in a pile, flat breads standing, poppy loaves
#declare k=0; #while(k<6) object { Simit(0.52,<0,k*40,0>) translate <-3.05+0.06*mod(k,2),0.16+k*0.25,0.0> } #declare k=k+1; #end
#declare k=0; #while(k<4) object { Simit(0.52,<0,k*30,0>) translate <-1.72,0.16+k*0.25,-0.1+0.05*mod(k,2)> } #declare k=k+1; #end
object { Simit(0.52,<72,0,12>) translate <-2.4,0.66,-0.62> }
object { LoafLong(0.95,0.46,H(196,118,54)) rotate y*80 translate <0.0,0,0.3> } object { LoafLong(0.95,0.46,H(170,94,42)) rotate y*84 translate <0.95,0,0.3> } object { LoafLong(0.95,0.44,H(186,108,48)) rotate y*86 translate <0.48,0.55,0.35> }
#declare k=0; #while(k<4) object { Flat(0.86) rotate x*-68 rotate y*(-8+k*5) translate <2.1+k*0.42,0.82,0.45-k*0.30> } #declare k=k+1; #end
// price cards
#declare k=0; #while(k<5) union { object { RBox(<-0.30,0,-0.01>,<0.30,0.26,0.01>,0.008) texture { pigment { H(40,44,48) } finish { F_Matte } } } BTube(<-0.2,0.16,-0.014>,<-0.05,0.22,-0.014>,<0.2,0.15,-0.014>,0.010) BTube(<-0.16,0.08,-0.014>,<0,0.1,-0.014>,<0.12,0.07,-0.014>,0.009) pigment { H(250,244,226) } rotate x*14 translate <(k<3?-3.2+k*2.7:-2.3+(k-3)*4.4),(k<3?2.05:0)-0.15,-1.06> } #declare k=k+1; #end
