#version 3.7;
// Footbridge over a small river, autumn trees
#include "lib.inc"
Globals(1.0)
camera { location <-1.1,2.1,-12.2> right x*image_width/image_height up y direction z look_at <-0.1,1.75,0> angle 62 }
sky_sphere { pigment { gradient y color_map { [0 H(255,226,170)][0.12 H(252,222,180)][0.3 H(206,214,210)][1 H(130,170,206)] } } }
light_source { <-26,16,-12> color H(255,214,150)*1.5 area_light <2.5,0,0>,<0,2.5,0>,5,5 adaptive 1 jitter circular orient }
fog { fog_type 2 distance 85 color H(255,222,170) fog_offset 0 fog_alt 3 }
#declare S=seed(33);
// river: flows towards the viewer
plane { y,-0.35 texture { pigment { H(44,70,66) } normal { average normal_map { [1 bumps 0.14 scale <1.2,0.3,0.25>][1 bumps 0.06 scale <0.3,0.2,0.1>] } } finish { diffuse 0.35 specular 0.6 roughness 0.006 reflection { 0.15,0.9 fresnel on } conserve_energy } } interior { ior 1.33 } }
// banks as smooth surfaces
#declare bx1=function(u,v,w){3.1+0.5*sin(v*7+1)+u*24}; #declare bx2=function(u,v,w){-3.1-0.5*sin(v*7-1)-u*24}; #declare bzz=function(u,v,w){-14+v*60}; #declare byy=function(u,v,w){-0.6+1.25*(1-exp(-u*26))+0.18*sin(u*40+v*30)*u+0.10*sin(v*60+u*9)*(1-exp(-u*12))+u*1.6};
#declare Grass=texture { pigment { bozo turbulence 0.6 color_map { [0 H(82,108,46)][0.5 H(122,134,58)][0.8 H(170,140,66)][1 H(200,130,52)] } scale 0.7 } normal { granite 0.6 scale 0.25 } finish { F_Matte } };
object { Sheet(bx1,byy,bzz,50,90) texture { Grass } } object { Sheet(bx2,byy,bzz,50,90) texture { Grass } }
// bridge: a gentle arch of planks, railings
#declare BL=4.6; #declare Arc=function(xx){0.72+0.62*(1-xx*xx/(4.6*4.6))};
union { #declare k=-38; #while(k<=38) #declare xx=k*0.121; object { RBox(<-0.055,-0.04,-0.85>,<0.055,0.04,0.85>,0.012) rotate z*degrees(atan2(-2*0.62*xx/(BL*BL),1)) translate <xx,Arc(xx),0> } #declare k=k+1; #end
  texture { pigment { bozo color_map { [0 H(120,78,48)][1 H(168,116,74)] } scale <0.14,0.3,2> } normal { wood 0.3 scale 0.1 } finish { F_Matte } } }
#declare z0=-1; #while(z0<=1) union {
  #declare k=-19; #while(k<19) #declare xx=k*0.242; #declare x2=xx+0.242; 
    cylinder { <xx,Arc(xx)+0.98,z0*0.82>,<x2,Arc(x2)+0.98,z0*0.82>,0.055 } sphere { <xx,Arc(xx)+0.98,z0*0.82>,0.055 } cylinder { <xx,Arc(xx)+0.52,z0*0.82>,<x2,Arc(x2)+0.52,z0*0.82>,0.03 } cylinder { <xx,Arc(xx)-0.14,z0*0.72>,<x2,Arc(x2)-0.14,z0*0.72>,0.11 } sphere { <xx,Arc(xx)-0.14,z0*0.72>,0.11 } #declare k=k+1; #end
  #declare k=-4; #while(k<=4) #declare xx=k*1.12; RCyl(<xx,Arc(xx)-0.1,z0*0.82>,<xx,Arc(xx)+1.10,z0*0.82>,0.065,0.02) sphere { <xx,Arc(xx)+1.13,z0*0.82>,0.075 } #if(k<4) #declare x2=xx+1.12; cylinder { <xx,Arc(xx)+0.08,z0*0.82>,<x2,Arc(x2)+0.96,z0*0.82>,0.022 } cylinder { <xx,Arc(xx)+0.96,z0*0.82>,<x2,Arc(x2)+0.08,z0*0.82>,0.022 } #end #declare k=k+1; #end
  texture { pigment { H(176,62,46) } normal { bumps 0.1 scale 0.05 } finish { F_Satin } } } #declare z0=z0+2; #end
union { RBox(<-5.6,-1,-1.05>,<-4.3,0.76,1.05>,0.06) RBox(<4.3,-1,-1.05>,<5.6,0.76,1.05>,0.06) texture { pigment { brick H(150,140,130), H(190,176,158) brick_size <0.5,0.25,0.4> mortar 0.02 } normal { granite 0.15 scale 0.2 } finish { F_Matte } } }
// a small lamp in the middle, and the bicycle on the bridge
object { Bicycle(H(0,128,132),H(110,60,32),1) rotate x*4 rotate y*4 translate <0.9,Arc(0.9)+0.10,-0.30> }
// trees: trunk, branches and leaf clouds of small discs
#macro Br(P,D,L,R,N) cone { P,R,P+D*L,R*0.68 } sphere { P+D*L,R*0.68 } #if(N>0) #local k=0; #while(k<2+(N>2)) #local nd=vnormalize(D+<rand(S)-0.5,0.2*rand(S),rand(S)-0.5>*1.5); Br(P+D*L,nd,L*(0.6+0.2*rand(S)),R*0.62,N-1) #local k=k+1; #end #end #end
#macro Crown(P,RX,RY,N,C1,C2) union { #local k=0; #while(k<N) #local d=vnormalize(<rand(S)-0.5,rand(S)-0.5,rand(S)-0.5>)*pow(rand(S),0.33); #local lump=1+0.22*sin(d.x*9+P.x)*sin(d.y*8)*sin(d.z*7); #local m=rand(S);
   disc { 0,<rand(S)-0.5,rand(S)-0.2,rand(S)-0.9>,0.075+0.055*rand(S) translate P+<d.x*RX*lump,d.y*RY*lump,d.z*RX*lump> pigment { color C1*m+C2*(1-m) } } #local k=k+1; #end finish { diffuse 0.75 emission 0.03 } } #end
#declare O1=rgb <0.80,0.26,0.03>; #declare O2=rgb <0.90,0.50,0.06>; #declare Y1=rgb <0.92,0.66,0.12>; #declare R1=rgb <0.60,0.09,0.04>; #declare G1=rgb <0.30,0.34,0.07>;
#macro Tr(P,Sc,C1,C2,N) union { union { Br(0,<0.04,1,0.02>,1.3,0.19,4) texture { pigment { H(78,54,42) } normal { bumps 0.5 scale <0.05,0.3,0.05> } finish { F_Matte } } } Crown(<0.1,3.0,0>,1.75,1.5,N,C1,C2) Crown(<-0.8,2.5,0.2>,1.1,0.9,N*0.4,C1,C2) Crown(<0.9,2.4,-0.3>,1.1,0.9,N*0.4,C1,C2) scale Sc translate P } #end
Tr(<-6.4,0.7,1.6>,1.35,O1,O2,5200) Tr(<6.3,0.7,2.4>,1.5,Y1,O2,5200) Tr(<-4.6,0.6,9>,1.4,Y1,G1,2600) Tr(<4.8,0.6,11>,1.5,R1,O1,2600) Tr(<-9,0.9,13>,1.7,R1,O2,1300) Tr(<9.5,0.9,14>,1.8,O1,Y1,1300) Tr(<-3.8,0.6,20>,1.6,O2,Y1,900) Tr(<4.0,0.6,24>,1.8,Y1,G1,900) Tr(<-8,0.6,26>,2,O1,Y1,900) Tr(<9,0.6,28>,2,O2,R1,900)
// leaves on the water and the bank
#declare k=0; #while(k<260) disc { <(rand(S)-0.5)*7,-0.338,-10+rand(S)*16>,<0.1*(rand(S)-0.5),1,0.1*(rand(S)-0.5)>,0.035+0.035*rand(S) pigment { color O1*rand(S)+Y1*rand(S) } } #declare k=k+1; #end
// reeds
#declare k=0; #while(k<110) #declare sd=(rand(S)>0.5?1:-1); #declare px=sd*(2.75+rand(S)*0.7); #declare pz=-9.5+rand(S)*8; cone { <px,-0.5,pz>,0.022,<px+(rand(S)-0.5)*0.35,0.35+rand(S)*0.75,pz>,0.003 texture { pigment { H(150,140,70) } finish { F_Matte } } } #declare k=k+1; #end
