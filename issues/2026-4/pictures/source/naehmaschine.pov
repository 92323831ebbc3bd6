#version 3.7;
// Old sewing machine with bright cloth
#include "lib.inc"
Globals(1.0)
camera { location <-0.9,3.5,-11.5> right x*image_width/image_height up y direction z look_at <0.28,3.15,0> angle 39.5 }
sky_sphere { pigment { gradient y color_map { [0 H(255,230,196)][1 H(200,214,236)] } } }
light_source { <-9,10,-7> color H(255,222,180)*1.2 area_light <2.4,0,0>,<0,2.4,0>,5,5 adaptive 1 jitter circular orient }
// wall with two shelves
box { <-12,-3,4>,<12,14,4.3> texture { pigment { bozo color_map { [0 H(150,176,168)][1 H(168,190,180)] } scale 3 } finish { F_Matte } } }
union { object { RBox(<-12,6.0,2.4>,<12,6.2,4>,0.03) Wood(H(168,108,60),H(120,72,38),2.5) } object { RBox(<-12,9.0,2.4>,<12,9.2,4>,0.03) Wood(H(168,108,60),H(120,72,38),2.5) } }
#declare S=seed(12);
#declare NCol=8; #declare Co=array[NCol]; #declare Co[0]=Coral; #declare Co[1]=Amber; #declare Co[2]=Teal; #declare Co[3]=DeepBlue; #declare Co[4]=Violet; #declare Co[5]=Green; #declare Co[6]=Cream; #declare Co[7]=H(206,110,130);
// stacks of folded cloth on the lower shelf
#macro Stack(X,N,W) #local yy=6.2; #local i=0; #while(i<N) #local hh=0.22+0.13*rand(S); #local c=Co[mod(int(rand(S)*3)+i*3,NCol)];
  union { RBox(<X-W/2-0.03+rand(S)*0.06,yy,2.65+rand(S)*0.08>,<X+W/2-0.03+rand(S)*0.06,yy+hh*0.52,3.8>,hh*0.24) RBox(<X-W/2-0.03+rand(S)*0.06,yy+hh*0.46,2.65+rand(S)*0.08>,<X+W/2-0.03+rand(S)*0.06,yy+hh,3.8>,hh*0.24) Cloth(c,3) } #local yy=yy+hh; #local i=i+1; #end #end
Stack(-3.6,6,1.5) Stack(-1.9,4,1.45) Stack(-0.15,7,1.5) Stack(3.3,5,1.5)
// rolls of cloth on the upper shelf and one jar of buttons
#declare k=0; #while(k<9) #declare rr=0.34+0.1*rand(S); union { cylinder { <0,0,0>,<0,0,1.4>,rr Cloth(Co[mod(k*3+1,NCol)],3) } cylinder { <0,0,-0.03>,<0,0,1>,0.11 texture { pigment { H(206,170,120) } } } torus { rr*0.6,0.008 rotate x*90 texture { pigment { Co[mod(k*3+1,NCol)]*0.5 } } } torus { rr*0.82,0.008 rotate x*90 texture { pigment { Co[mod(k*3+1,NCol)]*0.5 } } } translate <-3.9+k*0.94,9.2+rr,2.6> } #declare k=k+1; #end
union { difference { RCyl(<0,0,0>,<0,0.95,0>,0.42,0.08) RCyl(<0,0.05,0>,<0,1.2,0>,0.38,0.08) material { M_Glass } } RCyl(<0,0.93,0>,<0,1.1,0>,0.43,0.05) 
  #declare k=0; #while(k<70) #declare a=rand(S)*6.28; #declare r=0.3*sqrt(rand(S)); cylinder { -y*0.02,y*0.02,0.075 texture { pigment { Co[int(rand(S)*NCol)] } finish { F_Ceramic } } rotate <rand(S)*180,0,rand(S)*180> translate <r*cos(a),0.12+rand(S)*0.6,r*sin(a)> } #declare k=k+1; #end texture { Brass } translate <1.45,6.2,3.1> }
// table
object { RBox(<-14,-0.5,-6>,<14,0,2.2>,0.06) Wood(H(176,110,60),H(122,70,36),3) }
// --- machine
#declare Enamel = texture { pigment { H(20,22,28) } finish { diffuse 0.6 specular 0.8 roughness 0.008 reflection { 0.03,0.4 fresnel on } conserve_energy } };
union {
 object { RBox(<-3.3,0,-1.15>,<3.3,0.55,1.15>,0.12) Wood(H(128,70,34),H(84,44,22),1.8) }
 union { RBox(<-3.1,0.5,-1.0>,<3.1,0.78,1.0>,0.12)
  // pillar and arm in one soft form
  blob { threshold 0.5
   #declare k=0; #while(k<=12) sphere { <1.95+0.25*pow(k/12-0.35,2),0.75+k*0.27,0>,1.06-0.12*sin(k/12*pi),1 } #declare k=k+1; #end
   #declare k=0; #while(k<=22) sphere { <2.0-k*0.2,3.75-0.05*sin(k/22*pi),0>,0.92-0.16*sin(k/22*pi),1 } #declare k=k+1; #end
   #declare k=0; #while(k<=6) sphere { <-2.45,3.75-k*0.19,0>,0.86-0.02*k,1 } #declare k=k+1; #end scale <1,1,0.82> }
  texture { Enamel } interior { ior 1.5 } }
 // chrome: face plate, needle bar, foot, bed plate
 object { RBox(<-2.62,0.77,-0.85>,<-1.7,0.81,0.85>,0.015) texture { Steel } }
 union { RCyl(<-2.45,2.75,0>,<-2.45,1.7,0>,0.09,0.02) cylinder { <-2.45,1.7,0>,<-2.45,0.95,0>,0.022 } RCyl(<-2.2,2.75,0.05>,<-2.2,1.25,0.05>,0.075,0.02) RBox(<-2.36,1.5,-0.06>,<-2.04,1.66,0.12>,0.03) 
   BTube(<-2.2,1.25,0>,<-2.3,1.0,-0.1>,<-2.45,0.94,-0.35>,0.05) RBox(<-2.6,0.88,-0.42>,<-2.34,0.925,0.05>,0.02) cylinder { <-2.45,4.2,0>,<-2.45,4.5,0>,0.09 } sphere { <-2.45,4.5,0>,0.14 } 
   cylinder { <-2.45,3.2,-0.60>,<-2.45,3.2,-0.9>,0.19 } torus { 0.17,0.04 rotate x*90 translate <-2.45,3.2,-0.86> } sphere { <-2.45,3.2,-0.92>,0.07 } RBox(<-2.60,3.65,-0.72>,<-2.30,4.0,-0.6>,0.04) texture { Steel } }
 // hand wheel
 union { torus { 0.80,0.15 } torus { 0.80,0.155 scale <1,0.35,1> } #declare k=0; #while(k<6) cylinder { 0,x*0.8,0.075 rotate y*k*60 } #declare k=k+1; #end RCyl(-y*0.2,y*0.2,0.26,0.05) texture { Enamel } interior { ior 1.5 } rotate z*90 translate <3.18,3.62,0> }
 union { RCyl(<3.2,3.62,0>,<3.5,3.62,0>,0.24,0.05) torus { 0.95,0.022 rotate z*90 translate <3.18,3.62,0> } texture { Brass } }
 // gold ornaments on arm, bed and pillar
 union { 
  #macro Scroll(X,Y,Z,S_,M) union { torus { 0.22,0.02 } torus { 0.12,0.018 translate x*0.30 } torus { 0.07,0.015 translate x*0.48 } sphere { 0,0.06 } BTube(<-0.2,0,0.0>,<-0.55,0,0.22>,<-0.8,0,0>,0.018) BTube(<0.5,0,-0.05>,<0.7,0,-0.2>,<0.95,0,0>,0.016) scale <S_*M,1,S_> } #end
  object { Scroll(0,0,0,1,1) scale <0.9,0.05,0.9> rotate x*-90 translate <0.2,3.72,-0.475> } object { Scroll(0,0,0,1,-1) scale <0.9,0.05,0.9> rotate x*-90 translate <-1.3,3.72,-0.475> }
  cylinder { <-3.02,0.79,-0.93>,<3.02,0.79,-0.93>,0.014 } cylinder { <-3.02,0.79,-0.85>,<3.02,0.79,-0.85>,0.009 }
  object { Scroll(0,0,0,1,1) scale <0.9,0.05,0.9> translate <0.3,0.785,-0.6> } texture { Brass } }
 // spool and thread
 cylinder { <1.4,4.2,0.1>,<1.4,5.05,0.1>,0.035 texture { Steel } }
 union { union { cylinder { <0,0,0>,<0,0.08,0>,0.28 } cylinder { <0,0.62,0>,<0,0.7,0>,0.28 } texture { pigment { H(214,170,116) } finish { F_Matte } } } cylinder { <0,0.06,0>,<0,0.64,0>,0.23 texture { pigment { Coral } normal { gradient y 0.7 sine_wave scale 0.03 } finish { F_Satin } } } translate <1.4,4.24,0.1> }
 union { BTube(<1.2,4.65,0.0>,<-0.6,4.55,-0.2>,<-2.45,4.0,-0.75>,0.013) cylinder { <-2.45,4.0,-0.75>,<-2.55,3.2,-0.9>,0.013 } cylinder { <-2.55,3.2,-0.9>,<-2.45,1.0,-0.04>,0.011 } texture { pigment { Coral } } }
 translate <0.2,0,0.2> }
// --- cloth running under the needle and over the edge of the table
#declare cx=function(u,v,w){-5.2+4.9*u+0.25*sin(v*5)}; 
#declare cz=function(u,v,w){1.6-5.2*v};
#declare cy=function(u,v,w){0.08+0.84/(1+exp((0.32-u)*34))/(1+exp((v-0.53)*30))+0.03*sin(u*23+v*9)+ (v>0.5)*(v-0.5)*(0.55+0.55*sin(u*16+3*sin(v*4)))*1.1+ (u<0.36)*(0.36-u)*(0.5+0.5*sin(v*15+u*5))*1.2};
object { Sheet(cx,cy,cz,150,130) texture { pigment { gradient x color_map { [0 H(0,128,128)][0.30 H(0,128,128)][0.30 H(250,236,206)][0.36 H(250,236,206)][0.36 H(240,170,54)][0.44 H(240,170,54)][0.44 H(250,236,206)][0.50 H(250,236,206)][0.50 H(0,128,128)][1 H(0,128,128)] } scale 1.25 warp { turbulence 0.03 } } normal { average normal_map { [1 gradient x 0.3 sine_wave scale 0.04][1 gradient z 0.3 sine_wave scale 0.04] } } finish { diffuse 0.85 specular 0.04 } } }
#declare cx2=function(u,v,w){0.3+4.2*u+0.2*sin(v*6)}; #declare cz2=function(u,v,w){-1.15-2.6*v-0.3*sin(u*4)};
#declare cy2=function(u,v,w){0.06+(0.16+0.26*v)*(0.5+0.5*sin(u*15+3*v+1.2*sin(v*6)))*(0.35+0.65*sin(3.14159*u))+0.12*sin(3.14*v)*(0.5+0.5*sin(v*19+u*5))};
object { Sheet(cx2,cy2,cz2,110,90) Cloth(H(226,84,66),3) }
// spools, scissors, tape measure in front
#macro Spool(C,P,RR) union { union { cylinder { 0,y*0.07,0.26 } cylinder { y*0.58,y*0.65,0.26 } cylinder { 0,y*0.66,0.09 } texture { pigment { H(220,178,122) } finish { F_Matte } } } difference { cylinder { y*0.06,y*0.6,0.22 } cylinder { -y,y,0.05 } texture { pigment { C } normal { gradient y 0.7 sine_wave scale 0.03 } finish { F_Satin } } } rotate RR translate P } #end
Spool(Violet,<-0.15,0,-2.95>,0) Spool(Amber,<0.42,0,-4.1>,0) Spool(DeepBlue,<-0.55,0.26,-3.75>,<0,35,90>) Spool(Green,<-1.35,0,-4.25>,0)
